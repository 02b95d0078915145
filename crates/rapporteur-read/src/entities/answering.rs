//! Whoever answers what somebody asks is none of hers: "Its request was refused by Ms Orme", "Orme granted Merin's request".

use rapporteur_syntax::Rel;

use super::gather::Work;
use super::{EntityId, Mention};
use crate::words::Words;

/// What is asked and answered.
const ASKED: &[&str] = &[
    "request",
    "demand",
    "appeal",
    "petition",
    "plea",
    "application",
    "call",
    "offer",
    "bid",
    "complaint",
    "claim",
];

/// Verbs of answering it.
const ANSWERING: &[&str] = &[
    "refuse",
    "reject",
    "deny",
    "dismiss",
    "grant",
    "accept",
    "rebuff",
    "decline",
    "turn",
    "approve",
    "ignore",
    "brush",
    "entertain",
    "uphold",
];

/// The words for those whose request somebody with these mentions answers.
pub(super) fn asked_of<'a>(
    words: &'a Words,
    mentions: impl Iterator<Item = &'a Mention> + 'a,
) -> impl Iterator<Item = usize> + 'a {
    mentions.filter_map(|mention| {
        let first = words.first_conjunct(mention.head);
        let verb = words.head(first)?;
        let thing = match words.rel(first) {
            Rel::OblAgent => words.child(verb, &[Rel::NsubjPass]),
            Rel::Nsubj => words.child(verb, &[Rel::Obj]),
            _ => None,
        };
        let thing = thing.filter(|&thing| {
            ANSWERING.contains(&words.lemma(verb)) && ASKED.contains(&words.lemma(thing))
        })?;
        words.child(thing, &[Rel::NmodPoss])
    })
}

impl Work<'_> {
    /// Whether somebody answers what a party asks.
    pub(super) fn is_answered(&self, id: EntityId, party: EntityId) -> bool {
        let own = self.mentions.iter().filter(|mention| mention.entity == id);
        asked_of(self.words, own)
            .filter_map(|owner| self.of_word[owner])
            .any(|owner| self.party_of(owner).unwrap_or(owner) == party)
    }
}
