//! What the model sees of a word that tells a stance and of a party that may hold it.

use std::collections::BTreeSet;

use rapporteur_model::Manner;
use rapporteur_syntax::{Rel, Upos};

use super::super::Role;
use super::super::claims::{agents, speakers, subjects};
use crate::entities::{EntityId, EntityKind};
use crate::learned::{Bag, path};
use crate::stances::{Holder, Scene};

/// What the features are read off.
pub(in crate::stances) struct Sight<'s, 'a> {
    scene: &'s Scene<'a>,
    /// Who may hold a stance.
    parties: Vec<EntityId>,
    /// Every mention of a party or its people: head, party, who it is; in order.
    mentions: Vec<(usize, EntityId, EntityId)>,
    /// Words that tell stances, with whose they are.
    before: Vec<(usize, EntityId)>,
    /// The subject of the main clause of each sentence.
    subjects: Vec<Option<usize>>,
}

impl<'s, 'a> Sight<'s, 'a> {
    /// Looks at a report, of which some stances are known.
    pub fn new(scene: &'s Scene<'a>, before: Vec<(usize, EntityId)>) -> Self {
        let words = scene.words;
        let party = |id: EntityId| Holder::of(scene, id).map(|holder| holder.party);
        let mentions: Vec<(usize, EntityId, EntityId)> = (scene.entities.mentions.iter())
            .filter_map(|mention| Some((mention.head, party(mention.entity)?, mention.entity)))
            .collect();
        let parties: BTreeSet<EntityId> = mentions.iter().map(|&(_, party, _)| party).collect();
        let subjects = (0..words.sentences())
            .map(|sentence| {
                let root = (words.sentence(sentence)).find(|&word| words.rel(word) == Rel::Root)?;
                words.child(root, &[Rel::Nsubj, Rel::NsubjPass, Rel::NsubjOuter])
            })
            .collect();
        Self {
            scene,
            parties: parties.into_iter().collect(),
            mentions,
            before,
            subjects,
        }
    }

    /// The report.
    pub fn scene(&self) -> &'s Scene<'a> {
        self.scene
    }

    /// Who may hold a stance.
    pub fn parties(&self) -> &[EntityId] {
        &self.parties
    }

    /// Mentions of a sentence.
    fn here(&self, word: usize) -> &[(usize, EntityId, EntityId)] {
        let words = self.scene.words;
        let sentence = words.sentence(words.sentence_of(word));
        let start = self
            .mentions
            .partition_point(|mention| mention.0 < sentence.start);
        let end = self
            .mentions
            .partition_point(|mention| mention.0 < sentence.end);
        &self.mentions[start..end]
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
    pub fn nobody(&self, word: usize, role: Role) -> Vec<u32> {
        let mut found = Vec::new();
        let mut bag = Bag(&mut found);
        let role = name(role);
        bag.text("nobody", &[role]);
        let here = self.here(word).len().min(4).to_string();
        bag.text("nobody here", &[role, &here]);
        let subject = self.scene.words.subject(word);
        let subject = subject.map_or("none", |subject| self.scene.words.upos(subject).as_str());
        bag.text("nobody subject", &[role, subject]);
        let speaker = self.scene.speaker(word).is_some();
        bag.text("nobody speaker", &[role, if speaker { "1" } else { "0" }]);
        found
    }

    /// Features of a party.
    pub fn features(&self, word: usize, role: Role, party: EntityId) -> Vec<u32> {
        let mut found = Vec::new();
        let mut bag = Bag(&mut found);
        let (scene, words) = (self.scene, self.scene.words);
        let kind = match scene.entities.all[party].kind {
            EntityKind::Actor(kind) => kind.as_str(),
            _ => "-",
        };
        let tag = words.upos(word).as_str();
        let role_name = name(role);
        bag.text("kind", &[kind, role_name]);
        // What the rules find.
        let mut told = String::new();
        for (held, letter) in [
            (subjects(scene, word), "s"),
            (speakers(scene, word), "q"),
            (agents(scene, word), "p"),
        ] {
            let has = held.iter().any(|holder| holder.party == party);
            let state = match (has, held.is_empty()) {
                (true, _) => "+",
                (false, true) => "0",
                _ => "-",
            };
            told.push_str(letter);
            told.push_str(state);
            bag.text("rule", &[role_name, letter, state]);
        }
        bag.text("rules", &[role_name, &told]);
        bag.text("rules tag", &[role_name, &told, tag]);
        // Where it stands in the sentence.
        let here = self.here(word);
        let nearest = (here.iter())
            .filter(|mention| mention.1 == party)
            .min_by_key(|mention| mention.0.abs_diff(word));
        match nearest {
            None => bag.text("absent", &[role_name, &told]),
            Some(&(head, _, who)) => {
                let path = path(words, word, head);
                bag.text("path", &[role_name, &path]);
                bag.text("path any", &[&path]);
                bag.text("path tag", &[role_name, &path, tag]);
                let side = if head < word { "-" } else { "+" };
                let far = match head.abs_diff(word) {
                    0..3 => "2",
                    3..6 => "5",
                    6..11 => "10",
                    _ => "far",
                };
                bag.text("far", &[role_name, side, far]);
                let nearer = (here.iter())
                    .filter(|other| {
                        other.1 != party && other.0.abs_diff(word) < head.abs_diff(word)
                    })
                    .count()
                    .min(3)
                    .to_string();
                bag.text("nearer", &[role_name, side, &nearer]);
                let before = (here.iter())
                    .filter(|other| other.0 < head)
                    .count()
                    .min(3)
                    .to_string();
                bag.text("before", &[role_name, side, &before]);
                let rel = words.rel(words.first_conjunct(head)).as_str();
                bag.text("rel", &[role_name, side, rel]);
                let person = if who == party { "own" } else { "of it" };
                bag.text("who", &[role_name, side, person, rel]);
                let pronoun = words.upos(head) == Upos::Pron;
                bag.text(
                    "pronoun",
                    &[
                        role_name,
                        side,
                        if pronoun { words.lower(head) } else { "-" },
                    ],
                );
            }
        }
        // Who speaks.
        let statement = scene.statements.around(word).first().copied();
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
        bag.text("speaks", &[role_name, manner, speaks]);
        bag.text(
            "speaks absent",
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
        bag.text("subject speaks", &[role_name, &subject, speaks]);
        bag.text(
            "subject absent",
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
                .map_or("none", |holder| {
                    if holder.party == party {
                        "same"
                    } else {
                        "other"
                    }
                });
            let back = back.to_string();
            bag.text("subject before", &[role_name, &back, same]);
            bag.text("subject before subject", &[&subject, &back, same]);
        }
        let at = self.before.partition_point(|&(other, _)| other < word);
        for (rank, &(other, holder)) in self.before[..at].iter().rev().take(2).enumerate() {
            let far = (sentence - words.sentence_of(other)).min(3).to_string();
            let same = if holder == party { "same" } else { "other" };
            let rank = rank.to_string();
            bag.text("held before", &[role_name, &rank, &far, same]);
            bag.text("held before subject", &[&subject, &rank, &far, same]);
        }
        let last = (self.mentions.iter())
            .rfind(|mention| mention.1 == party && mention.0 < word)
            .map_or("never".to_owned(), |mention| {
                (sentence - words.sentence_of(mention.0)).min(6).to_string()
            });
        bag.text("back", &[role_name, &last]);
        bag.text("back subject", &[&subject, &last]);
        let turn = (scene.blocks.at(words.syntax.tokens.spans[word].start))
            .and_then(|block| scene.entities.turns.get(block)?.as_ref())
            .and_then(|turn| turn.speaker)
            .and_then(|id| Holder::of(scene, id))
            .map_or("none", |holder| {
                if holder.party == party {
                    "same"
                } else {
                    "other"
                }
            });
        bag.text("turn", &[role_name, turn]);
        bag.text("turn subject", &[&subject, turn]);
        let many = self.parties.len().min(6).to_string();
        bag.text("many", &[&many]);
        found
    }
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Subject => "s",
        Role::Speaker => "q",
        Role::Agent => "p",
    }
}
