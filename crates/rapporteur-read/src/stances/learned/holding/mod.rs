//! The learned model of holders: whose stance a word tells, where the tree does not say it plainly.
//!
//! A ranker like that of references ([`crate::entities::linked`]), over the parties of a report: what lies between the word
//! and their mentions, who speaks, who was spoken of before. Learnt from the passages and reports in which the holders of
//! the marked words are named (`training`).

mod features;
mod lessons;

use std::sync::OnceLock;

use crate::learned::Ranker;

use super::Role;
use crate::entities::EntityId;
use crate::stances::{Claim, Holder};

pub(in crate::stances) use features::{Question, Sight};
pub use lessons::{Asked, of_passage, of_report};

/// How likely a holder must be where the rules find none.
const LEAST: f32 = 0.4;
/// How likely where they find another.
const SURE: f32 = 0.8;
/// How likely a holder is that only the rules find.
pub(super) const RULES: f32 = 0.85;

/// The weights that ship with the program.
fn embedded() -> &'static Ranker {
    static WEIGHTS: OnceLock<Ranker> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        Ranker::from_bytes(include_bytes!("../../../../models/holders.bin"))
            .unwrap_or(Ranker::empty())
    })
}

/// Whose stance the word of a question tells, and how likely; none where it is likelier nobody's.
fn guess(sight: &Sight, word: usize, question: &Question) -> Option<(Holder, f32)> {
    let (place, chance) = embedded().best(&sight.features(question));
    let party = *question.parties.get(place)?;
    let actor = sight.nearest(word, party);
    Some((Holder { actor, party }, chance))
}

/// Words that tell the stances of some claims, with whose they are.
pub(super) fn told(claims: &[Claim]) -> Vec<(usize, EntityId)> {
    (claims.iter())
        .filter_map(|claim| Some((claim.trigger, claim.holders.first()?.party)))
        .collect()
}

/// Whose stance a word tells, and how likely: by the rules, but where the model is sure of somebody else.
pub(super) fn holders(sight: &Sight, word: usize, role: Role) -> (Vec<Holder>, f32) {
    let question = sight.question(word, role);
    let held = question.held();
    // "The Chair, Ada Brun (Ghana), suggested a footnote": nobody's, and not Ghana's.
    if held.is_empty() && sight.is_of_the_chair(word) {
        return (Vec::new(), RULES);
    }
    let ranked = guess(sight, word, &question).filter(|_| held.len() < 2);
    match (held.first(), ranked) {
        (None, Some((holder, chance))) if chance >= LEAST => (vec![holder], chance),
        (Some(rule), Some((holder, chance))) if holder.party == rule.party => {
            (held.to_vec(), chance.max(RULES))
        }
        (Some(_), Some((holder, chance))) if chance >= SURE => (vec![holder], chance),
        (Some(_), Some((_, chance))) => (held.to_vec(), 1.0 - chance),
        _ => (held.to_vec(), RULES),
    }
}
