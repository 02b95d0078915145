//! Through the report in order: pronouns, descriptions, unnamed people, bodies and groups.

mod ahead;
mod apposed;
mod bodies;
mod complements;
mod descriptions;
mod firms;
mod governments;
mod groups;
mod guessed;
mod interests;
mod meant;
mod officers;
pub(super) mod opposite;
mod own_bodies;
mod parted;
mod people;
mod pronouns;
mod raised;
mod realms;
mod recalled;
mod shortened;
mod standing;
mod trades;
mod unnamed;

use rapporteur_model::{ActorType, BlockKind};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::gather::Work;
use super::names::PieceKind;
use super::phrases::Phrase;
use super::{EntityId, EntityKind, Mention, MentionKind};

/// Somebody or something mentioned, as pronouns look back on it.
#[derive(Debug, Clone, Copy)]
struct Recent {
    /// `None` for a thing that is no entity.
    entity: Option<EntityId>,
    word: usize,
    sentence: usize,
    /// 3 subject of the sentence, 2 subject of a clause, 1 other.
    rank: i32,
    plural: bool,
    person: bool,
}

/// The walk, and what it has in mind.
pub(super) struct Discourse<'w, 'a> {
    work: &'w mut Work<'a>,
    recent: Vec<Recent>,
    /// Everybody mentioned, whoever was mentioned last behind the others.
    lately: Vec<EntityId>,
    /// Whether each word stands in a quotation.
    quoted: Vec<bool>,
    /// Last group of a number ("three people"): how many, who.
    counted: Vec<(u32, EntityId)>,
    /// Last unnamed people.
    last_unnamed: Option<EntityId>,
}

impl<'a> Work<'a> {
    /// Resolves pronouns and descriptions, and makes entities of the people and bodies without a name.
    pub fn walk(&mut self) {
        let quoted = quotations(self);
        let mut discourse = Discourse {
            work: self,
            recent: Vec::new(),
            lately: Vec::new(),
            quoted,
            counted: Vec::new(),
            last_unnamed: None,
        };
        for word in 0..discourse.work.words.len() {
            discourse.learn_members(word);
            discourse.turn_body(word);
        }
        let sentences = discourse.work.words.syntax.sentences.0.clone();
        for range in sentences {
            for word in range {
                discourse.word(word);
            }
        }
    }
}

/// Whether each word stands in a quotation.
fn quotations(work: &Work) -> Vec<bool> {
    let mut inside = false;
    let mut block = None;
    let mut out = Vec::with_capacity(work.words.len());
    for word in 0..work.words.len() {
        let now = work.blocks.at(work.words.syntax.tokens.spans[word].start);
        if now != block {
            inside = false;
            block = now;
        }
        match work.words.form(word) {
            "“" => inside = true,
            "”" => inside = false,
            "\"" => inside = !inside,
            _ => {}
        }
        out.push(inside);
    }
    out
}

impl Discourse<'_, '_> {
    /// What one word mentions.
    fn word(&mut self, word: usize) {
        let span = self.work.words.syntax.tokens.spans[word];
        let body = matches!(
            self.work.blocks.kind(span.start),
            Some(BlockKind::Paragraph | BlockKind::ListItem)
        );
        if !body {
            return;
        }
        if let Some(id) = self.work.of_word[word] {
            let first = word == 0 || self.work.of_word[word - 1] != Some(id);
            if first && matches!(self.work.all[id].kind, EntityKind::Actor(_)) {
                let piece = self.work.piece_at[word];
                let range = piece.map_or(word..word + 1, |piece| {
                    self.work.pieces[piece].words.clone()
                });
                let adjective = matches!(
                    piece.map(|piece| &self.work.pieces[piece].kind),
                    Some(PieceKind::Demonym(_, false))
                );
                let rank = if adjective {
                    0
                } else {
                    self.rank(self.work.top(range))
                };
                self.note(Some(id), word, rank);
            }
            return;
        }
        let words = self.work.words;
        match words.xpos(word) {
            Xpos::Prp | Xpos::PrpPoss => self.pronoun(word),
            // "Merin, whose envoys …": the noun before.
            Xpos::WpPoss => {
                let before = (word.saturating_sub(6)..word)
                    .rev()
                    .find_map(|before| self.work.of_word[before]);
                if let Some(id) = before {
                    self.mention(word..word + 1, word, id, MentionKind::Pronoun);
                }
            }
            _ if self.part(word) || self.counted_head(word) => {}
            _ => {
                if self.work.is_noun_head(word) {
                    self.noun(word);
                } else if self.capital_alone(word) {
                    // "the Nation", of the Orme Nation
                } else {
                    self.bare(word);
                }
            }
        }
    }

    /// How readily a pronoun takes the word for its antecedent: see [`Recent::rank`].
    fn rank(&self, word: usize) -> i32 {
        let words = self.work.words;
        let mut first = words.first_conjunct(word);
        // "Its junior partner, the Hearth party, objects": a name in apposition stands where its noun stands.
        if words.rel(first) == Rel::Appos
            && let Some(noun) = words.head(first).filter(|&noun| {
                self.work.of_word[noun].is_none_or(|id| Some(id) == self.work.of_word[word])
            })
        {
            first = words.first_conjunct(noun);
        }
        // "Finance Minister Ada Brun objects": a title stands where its name stands.
        while matches!(words.rel(first), Rel::NmodDesc | Rel::Compound | Rel::Flat)
            && let Some(name) = words.head(first).filter(|&name| {
                self.work.of_word[name].is_some()
                    && self.work.of_word[name] == self.work.of_word[word]
            })
        {
            first = words.first_conjunct(name);
        }
        let subject = matches!(
            words.rel(first),
            Rel::Nsubj | Rel::NsubjPass | Rel::NsubjOuter
        );
        if !subject {
            // A sentence whose verb the tree did not find is about its root.
            let about = words.rel(first) == Rel::Root
                && matches!(words.upos(first), Upos::Noun | Upos::Propn);
            return if about { 3 } else { 1 };
        }
        let root = words.head(first).is_some_and(|verb| {
            words.rel(verb) == Rel::Root
                || self.is_told_first(verb)
                || matches!(words.rel(verb), Rel::Parataxis | Rel::Conj)
                    && words
                        .head(verb)
                        .is_some_and(|head| words.rel(head) == Rel::Root)
        });
        if root { 3 } else { 2 }
    }

    /// "Merin is ready to sign, Brun said": whether a verb is the root of what a sentence tells before it says who tells it.
    fn is_told_first(&self, verb: usize) -> bool {
        let words = self.work.words;
        words.rel(verb) == Rel::Ccomp
            && words.child(verb, &[Rel::Mark]).is_none()
            && words.head(verb).is_some_and(|tells| {
                tells > verb
                    && words.rel(tells) == Rel::Root
                    && self.work.classes.has("tell", words.lemma(tells))
            })
    }

    /// Keeps in mind what was mentioned.
    fn note(&mut self, entity: Option<EntityId>, word: usize, rank: i32) {
        let words = self.work.words;
        let (plural, person) = match entity {
            Some(id) => (
                self.work.facts[id].plural
                    || !self.work.all[id].members.is_empty()
                    // "Merin's negotiators … they"
                    || words.xpos(word) == Xpos::Nns && words.upos(word) == Upos::Noun
                    // "the Mayors of the Coast", "the Highland Councils"
                    || self.is_called_in_plural(id)
                    // "the Velmar Islands … they"
                    || words.form(word) == "Islands"
                        && self.work.all[id].kind == EntityKind::Actor(ActorType::State)
                    // "the Velmarians" are a state, but "they".
                    || self.work.piece_at[word].is_some()
                        && matches!(words.xpos(word), Xpos::Nns | Xpos::Nnps)
                        && self.work.all[id].kind == EntityKind::Actor(ActorType::State)
                        && words.form(word).ends_with("ns"),
                matches!(
                    self.work.all[id].kind,
                    EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
                ),
            ),
            None => (matches!(words.xpos(word), Xpos::Nns | Xpos::Nnps), false),
        };
        if let Some(id) = entity {
            if let Some(known) = self.lately.iter().rposition(|&other| other == id) {
                self.lately.remove(known);
            }
            self.lately.push(id);
        }
        self.recent.push(Recent {
            entity,
            word,
            sentence: words.sentence_of(word),
            rank,
            plural,
            person,
        });
    }

    /// Whether the name of a public body is that of several: "Mayors of the Coast", "Highland Councils". Unions, movements and
    /// parties are "they" anyway.
    fn is_called_in_plural(&self, id: EntityId) -> bool {
        let name = self.work.all[id].name.as_str();
        let head = name.split(" of ").next().unwrap_or(name);
        let last = head.rsplit(' ').next().unwrap_or(head);
        self.work.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
            && name.contains(' ')
            && last.len() > 4
            && last.ends_with('s')
            && !["ss", "us", "is", "'s"]
                .iter()
                .any(|ending| last.ends_with(ending))
    }

    /// Makes a noun phrase without a name a mention of an entity.
    fn mention_phrase(&mut self, phrase: &Phrase, id: EntityId) {
        self.mention(
            phrase.start..phrase.end,
            phrase.head,
            id,
            MentionKind::Nominal,
        );
    }

    /// Makes a mention of an entity.
    fn mention(
        &mut self,
        words: std::ops::Range<usize>,
        head: usize,
        id: EntityId,
        kind: MentionKind,
    ) {
        self.work.of_word[head] = Some(id);
        self.work.mentions.push(Mention {
            words,
            head,
            entity: id,
            kind,
        });
        let rank = self.rank(head);
        self.note(Some(id), head, rank);
    }
}
