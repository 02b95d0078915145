//! What is given for what: "would free 12 soldiers against 60 of its own fighters".

use rapporteur_syntax::{Rel, Upos};

use super::Scene;
use super::force::{Premise, PremiseKind};

/// Verbs of giving one thing for another.
const BARTERS: &[&str] = &[
    "free",
    "release",
    "swap",
    "exchange",
    "trade",
    "hand over",
    "give up",
    "return",
    "surrender",
];

/// The other half of a barter, behind "against": what is counted, or somebody's own.
pub(super) fn against(scene: &Scene, verb: usize) -> Option<Premise> {
    let words = scene.words;
    let object = words.child(verb, &[Rel::Obj])?;
    if !BARTERS.contains(&words.phrasal(verb).as_str()) {
        return None;
    }
    let price = [verb, object]
        .into_iter()
        .flat_map(|at| words.with_case(at, &["against"]))
        .find(|&price| price > object)?;
    let whole = words.trim(words.subtree(price));
    let counted = (whole.clone())
        .any(|at| words.upos(at) == Upos::Num || matches!(words.lower(at), "own" | "all"));
    let first = whole.start + usize::from(words.lower(whole.start) == "against");
    (counted && first < whole.end).then_some(Premise {
        kind: PremiseKind::Exchange,
        words: first..whole.end,
        head: price,
        whole,
    })
}
