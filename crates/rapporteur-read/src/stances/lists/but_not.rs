//! Whom something is acceptable to, and whom it is not: "was acceptable to Norway but not to Japan".

use rapporteur_model::Stance;

use crate::stances::arguments::holders::holders;
use crate::stances::{Claim, Scene};

/// What is acceptable to some is refused by those behind "but not to".
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for claim in claims.iter().filter(|claim| {
        matches!(claim.stance, Stance::Accepts | Stance::Supports)
            && matches!(
                words.lemma(claim.trigger),
                "acceptable" | "palatable" | "agreeable" | "tolerable"
            )
    }) {
        let end = words.sentence(words.sentence_of(claim.trigger)).end;
        let not = (claim.trigger + 1..end.saturating_sub(3)).find(|&at| {
            words.lower(at) == "but"
                && words.lower(at + 1) == "not"
                && matches!(words.lower(at + 2), "to" | "for")
        });
        let Some(not) = not else {
            continue;
        };
        let head = words.head(not + 2).filter(|&head| head > not + 2);
        let held = head.map_or_else(Vec::new, |head| holders(scene, head));
        if held.is_empty() || claim.shares_party(&held) {
            continue;
        }
        more.push(Claim {
            stance: Stance::Rejects,
            holders: held,
            rule: "but-not".into(),
            premise: None,
            ..claim.clone()
        });
    }
    claims.append(&mut more);
}
