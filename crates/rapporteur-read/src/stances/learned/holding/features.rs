//! What the model sees of a word that tells a stance and of a party that may hold it.

use std::collections::HashSet;

use rapporteur_model::Manner;
use rapporteur_syntax::{Rel, Upos};

use super::super::Role;
use super::super::claims::held;
use crate::entities::{EntityId, EntityKind};
use crate::learned::{Bag, kind, main_subjects, path};
use crate::stances::{Holder, Scene};

/// Parties that are weighed at a word, at most.
const MOST: usize = 32;
/// Sentences before a word in which parties are looked for.
const BACK: usize = 6;

/// What the features are read off.
pub(in crate::stances) struct Sight<'s, 'a> {
    scene: &'s Scene<'a>,
    /// Every mention of a party or its people: head, party, who it is; in order.
    mentions: Vec<(usize, EntityId, EntityId)>,
    /// Words that tell stances, with whose they are; in order.
    before: Vec<(usize, EntityId)>,
    /// The subject of the main clause of each sentence.
    subjects: Vec<Option<usize>>,
}

/// A word with the parties that may hold its stance.
pub(in crate::stances) struct Question {
    word: usize,
    role: Role,
    /// Who may hold it.
    pub parties: Vec<EntityId>,
    /// Whom the rules take for its subject, its speaker and its agent.
    rules: [Vec<Holder>; 3],
}

impl Question {
    /// Whom the rules take for its holder.
    pub fn held(&self) -> &[Holder] {
        &self.rules[self.role as usize]
    }
}

impl<'s, 'a> Sight<'s, 'a> {
    /// Looks at a report, of which some stances are known: words that tell them, with whose they are.
    pub fn new(scene: &'s Scene<'a>, mut before: Vec<(usize, EntityId)>) -> Self {
        let parties: Vec<Option<EntityId>> = (0..scene.entities.all.len())
            .map(|id| Holder::of(scene, id).map(|holder| holder.party))
            .collect();
        before.sort_unstable();
        Self {
            scene,
            mentions: (scene.entities.mentions.iter())
                .filter_map(|mention| {
                    Some((mention.head, parties[mention.entity]?, mention.entity))
                })
                .collect(),
            before,
            subjects: main_subjects(scene.words),
        }
    }

    /// What is asked of a word: the parties named in its sentence, those named before it, the nearest first, and who speaks.
    pub fn question(&self, word: usize, role: Role) -> Question {
        let (scene, words) = (self.scene, self.scene.words);
        let sentence = words.sentence_of(word);
        let start = words.sentence(sentence.saturating_sub(BACK)).start;
        let end = words.sentence(sentence).end;
        let rules = Role::ALL.map(|role| held(scene, word, role));
        let mut parties: Vec<EntityId> = (rules.iter().flatten())
            .map(|holder| holder.party)
            .collect();
        parties.extend(self.turn(word));
        let at = self.before.partition_point(|&(other, _)| other < word);
        parties.extend(
            self.before[..at]
                .iter()
                .rev()
                .take(2)
                .map(|&(_, party)| party),
        );
        let (from, to) = (self.place(start), self.place(end));
        parties.extend(
            self.mentions[from..to]
                .iter()
                .rev()
                .map(|mention| mention.1),
        );
        // Those of whom no more is known come from the head of the report.
        parties.extend(self.mentions.iter().take(MOST).map(|mention| mention.1));
        let mut seen = HashSet::new();
        parties.retain(|&party| seen.len() < MOST && seen.insert(party));
        parties.sort_unstable();
        Question {
            word,
            role,
            parties,
            rules,
        }
    }

    /// Whether the subject of a word is somebody who leads a meeting and speaks for no side.
    pub fn is_of_the_chair(&self, word: usize) -> bool {
        (self.scene.words.child(word, &[Rel::Nsubj]))
            .and_then(|subject| self.scene.entities.at(subject))
            .map(|id| &self.scene.entities.all[id])
            .is_some_and(|somebody| somebody.party.is_none() && somebody.presides())
    }

    /// The place of the first mention from a word on.
    fn place(&self, word: usize) -> usize {
        self.mentions.partition_point(|mention| mention.0 < word)
    }

    /// The party of who speaks in a turn of a talk.
    fn turn(&self, word: usize) -> Option<EntityId> {
        let block = (self.scene.blocks).at(self.scene.words.syntax.tokens.spans[word].start)?;
        let turn = self.scene.entities.turns.get(block)?.as_ref()?;
        Some(Holder::of(self.scene, turn.speaker?)?.party)
    }

    /// Mentions of a sentence.
    fn here(&self, word: usize) -> &[(usize, EntityId, EntityId)] {
        let words = self.scene.words;
        let sentence = words.sentence(words.sentence_of(word));
        &self.mentions[self.place(sentence.start)..self.place(sentence.end)]
    }

    /// Features of each party that may hold the stance, and of nobody.
    pub fn features(&self, question: &Question) -> Vec<Vec<u32>> {
        let mut all: Vec<Vec<u32>> = (question.parties.iter())
            .map(|&party| self.party(question, party))
            .collect();
        all.push(self.nobody(question));
        all
    }

    /// Who of a party stands nearest to a word in its sentence, else who speaks, else the party.
    pub fn nearest(&self, word: usize, party: EntityId) -> EntityId {
        let here = (self.here(word).iter())
            .filter(|mention| mention.1 == party)
            .min_by_key(|mention| mention.0.abs_diff(word));
        if let Some(mention) = here {
            return mention.2;
        }
        Holder::speaking(self.scene, word)
            .filter(|holder| holder.party == party)
            .map_or(party, |holder| holder.actor)
    }

    /// Features of nobody.
    fn nobody(&self, question: &Question) -> Vec<u32> {
        let (word, role) = (question.word, question.role);
        let mut found = Vec::new();
        let mut bag = Bag(&mut found);
        let role = name(role);
        bag.text(kind!("nobody"), &[role]);
        let here = self.here(word).len().min(4).to_string();
        bag.text(kind!("nobody here"), &[role, &here]);
        let subject = self.scene.words.subject(word);
        let subject = subject.map_or("none", |subject| self.scene.words.upos(subject).as_str());
        bag.text(kind!("nobody subject"), &[role, subject]);
        let speaker = self.scene.speaker(word).is_some();
        bag.text(
            kind!("nobody speaker"),
            &[role, if speaker { "1" } else { "0" }],
        );
        found
    }

    /// Features of a party.
    fn party(&self, question: &Question, party: EntityId) -> Vec<u32> {
        let (word, role) = (question.word, question.role);
        let mut found = Vec::new();
        let mut bag = Bag(&mut found);
        let (scene, words) = (self.scene, self.scene.words);
        let kind = match scene.entities.all[party].kind {
            EntityKind::Actor(kind) => kind.as_str(),
            _ => "-",
        };
        let tag = words.upos(word).as_str();
        let role_name = name(role);
        bag.text(kind!("kind"), &[kind, role_name]);
        // What the rules find.
        let mut told = String::new();
        for (held, role) in question.rules.iter().zip(Role::ALL) {
            let letter = name(role);
            let has = held.iter().any(|holder| holder.party == party);
            let state = match (has, held.is_empty()) {
                (true, _) => "+",
                (false, true) => "0",
                _ => "-",
            };
            told.push_str(letter);
            told.push_str(state);
            bag.text(kind!("rule"), &[role_name, letter, state]);
        }
        bag.text(kind!("rules"), &[role_name, &told]);
        bag.text(kind!("rules tag"), &[role_name, &told, tag]);
        // Where it stands in the sentence.
        let here = self.here(word);
        let nearest = (here.iter())
            .filter(|mention| mention.1 == party)
            .min_by_key(|mention| mention.0.abs_diff(word));
        match nearest {
            None => bag.text(kind!("absent"), &[role_name, &told]),
            Some(&(head, _, who)) => {
                let path = path(words, word, head);
                bag.text(kind!("path"), &[role_name, &path]);
                bag.text(kind!("path any"), &[&path]);
                bag.text(kind!("path tag"), &[role_name, &path, tag]);
                let side = if head < word { "-" } else { "+" };
                let far = match head.abs_diff(word) {
                    0..3 => "2",
                    3..6 => "5",
                    6..11 => "10",
                    _ => "far",
                };
                bag.text(kind!("far"), &[role_name, side, far]);
                let nearer = (here.iter())
                    .filter(|other| {
                        other.1 != party && other.0.abs_diff(word) < head.abs_diff(word)
                    })
                    .count()
                    .min(3)
                    .to_string();
                bag.text(kind!("nearer"), &[role_name, side, &nearer]);
                let before = (here.iter())
                    .filter(|other| other.0 < head)
                    .count()
                    .min(3)
                    .to_string();
                bag.text(kind!("before"), &[role_name, side, &before]);
                let rel = words.rel(words.first_conjunct(head)).as_str();
                bag.text(kind!("rel"), &[role_name, side, rel]);
                let person = if who == party { "own" } else { "of it" };
                bag.text(kind!("who"), &[role_name, side, person, rel]);
                let pronoun = words.upos(head) == Upos::Pron;
                bag.text(
                    kind!("pronoun"),
                    &[
                        role_name,
                        side,
                        if pronoun { words.lower(head) } else { "-" },
                    ],
                );
            }
        }
        // Who speaks.
        let statement = scene.statements.around(word).next();
        let manner = match statement.map(|index| scene.statements.all[index].manner) {
            None => "none",
            Some(Manner::Indirect) => "indirect",
            Some(_) => "direct",
        };
        let speaks = match Holder::speaking(scene, word) {
            None => "nobody",
            Some(holder) if holder.party == party => "same",
            Some(_) => "other",
        };
        bag.text(kind!("speaks"), &[role_name, manner, speaks]);
        bag.text(
            kind!("speaks absent"),
            &[
                role_name,
                manner,
                speaks,
                if nearest.is_some() { "1" } else { "0" },
            ],
        );
        let subject =
            words
                .subject(word)
                .map_or("none".to_owned(), |subject| match words.upos(subject) {
                    Upos::Pron | Upos::Det => words.lower(subject).to_owned(),
                    other => format!(
                        "{}{}",
                        other.as_str(),
                        if scene.entities.at(subject).is_some() {
                            "+"
                        } else {
                            ""
                        }
                    ),
                });
        bag.text(kind!("subject speaks"), &[role_name, &subject, speaks]);
        bag.text(
            kind!("subject absent"),
            &[
                role_name,
                &subject,
                if nearest.is_some() { "1" } else { "0" },
            ],
        );
        // Who was spoken of before.
        let sentence = words.sentence_of(word);
        for back in 1..=3 {
            let same = sentence
                .checked_sub(back)
                .and_then(|before| self.subjects[before])
                .and_then(|subject| scene.entities.at(subject))
                .and_then(|id| Holder::of(scene, id))
                .map_or("none", |holder| same(holder.party == party));
            let back = back.to_string();
            bag.text(kind!("subject before"), &[role_name, &back, same]);
            bag.text(kind!("subject before subject"), &[&subject, &back, same]);
        }
        let at = self.before.partition_point(|&(other, _)| other < word);
        for (rank, &(other, holder)) in self.before[..at].iter().rev().take(2).enumerate() {
            let far = (sentence - words.sentence_of(other)).min(3).to_string();
            let same = same(holder == party);
            let rank = rank.to_string();
            bag.text(kind!("held before"), &[role_name, &rank, &far, same]);
            bag.text(kind!("held before subject"), &[&subject, &rank, &far, same]);
        }
        let start = words.sentence(sentence.saturating_sub(BACK)).start;
        let last = (self.mentions[self.place(start)..self.place(word)].iter())
            .rfind(|mention| mention.1 == party)
            .map_or("far".to_owned(), |mention| {
                (sentence - words.sentence_of(mention.0)).to_string()
            });
        bag.text(kind!("back"), &[role_name, &last]);
        bag.text(kind!("back subject"), &[&subject, &last]);
        let turn = self
            .turn(word)
            .map_or("none", |speaks| same(speaks == party));
        bag.text(kind!("turn"), &[role_name, turn]);
        bag.text(kind!("turn subject"), &[&subject, turn]);
        let many = question.parties.len().min(6).to_string();
        bag.text(kind!("many"), &[&many]);
        found
    }
}

fn same(is: bool) -> &'static str {
    if is { "same" } else { "other" }
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Subject => "s",
        Role::Speaker => "q",
        Role::Agent => "p",
    }
}
