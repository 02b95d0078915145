//! How somebody stands told in a few words, and then in full: "She was less rigid about the fee: four dollars would do".

use std::ops::Range;

use rapporteur_syntax::Upos;

use crate::stances::{Claim, Scene};
use crate::words::Words;

/// How far behind its announcement the position stands.
const NEAR: usize = 14;

/// Drops the announcements of positions that follow: "was more relaxed about the zone", "was firmer on fees".
pub(in crate::stances) fn drop_announced(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let announced: Vec<bool> = (claims.iter())
        .map(|claim| {
            is_comparing(words, claim)
                && claims.iter().any(|other| {
                    follows(words, &claim.evidence, &other.evidence)
                        && other.shares_party(&claim.holders)
                })
        })
        .collect();
    let mut announced = announced.into_iter();
    claims.retain(|_| !announced.next().unwrap_or(false));
}

/// "less categorical", "more flexible", "firmer on": next to what was told before.
fn is_comparing(words: &Words, claim: &Claim) -> bool {
    matches!(
        claim.rule.as_str(),
        "flexible" | "open" | "adamant" | "hold-out" | "lukewarm" | "worried"
    ) && claim.evidence.clone().any(|at| {
        matches!(
            words.lower(at),
            "firmer" | "softer" | "warmer" | "cooler" | "stricter"
        ) || matches!(words.lower(at), "more" | "less")
            && at + 1 < words.len()
            && words.upos(at + 1) == Upos::Adj
    })
}

/// Whether words stand close behind others, in the same sentence or at the head of the next.
fn follows(words: &Words, before: &Range<usize>, after: &Range<usize>) -> bool {
    after.start >= before.end
        && after.start - before.end <= NEAR
        && words.sentence_of(after.start) <= words.sentence_of(before.start) + 1
}
