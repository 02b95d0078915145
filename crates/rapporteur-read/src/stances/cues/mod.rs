//! Stances told by the words of the lexicon: verbs, nouns, adjectives, verdicts, idioms, and the modals.

pub(in crate::stances) mod agreeing;
pub(in crate::stances) mod aired;
pub(in crate::stances) mod bartered;
pub(in crate::stances) mod camps;
pub(in crate::stances) mod circumstances;
mod duties;
pub(in crate::stances) mod extraposed;
pub(in crate::stances) mod given_to;
pub(in crate::stances) mod giving;
pub(in crate::stances) mod hurting;
pub(in crate::stances) mod idioms;
pub(in crate::stances) mod likened;
pub(in crate::stances) mod made_by;
pub(in crate::stances) mod modals;
pub(in crate::stances) mod named_as;
pub(in crate::stances) mod nouns;
pub(in crate::stances) mod predicates;
pub(in crate::stances) mod rather;
pub(in crate::stances) mod reception;
mod shapes;
pub(in crate::stances) mod sourced;
pub(in crate::stances) mod tied;
pub(in crate::stances) mod verbs;
pub(in crate::stances) mod verdicts;
