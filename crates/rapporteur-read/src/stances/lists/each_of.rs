//! What is said of several things at once: "could not accept these conditions", "is considering both".

use rapporteur_model::Stance;
use rapporteur_syntax::Xpos;

use crate::stances::{Claim, Scene, Target};

/// "could not accept these conditions", "is considering both": a position on each item of the list that was told last.
pub fn spread(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more = Vec::new();
    for index in 0..claims.len() {
        let claim = &claims[index];
        let Target::Phrase(head, phrase) = &claim.on else {
            continue;
        };
        let both = words.lower(phrase.start) == "both" && phrase.len() < 3;
        let these = words.xpos(*head) == Xpos::Nns
            && phrase.len() < 4
            && crate::proposals::TERMS.contains(&words.lemma(*head))
            && matches!(words.lower(phrase.start), "these" | "those" | "both");
        if !both && !these || claim.via.is_some() {
            continue;
        }
        let items = told_before(scene, claims, claim);
        if items.len() < 2 || both && items.len() != 2 {
            continue;
        }
        let claim = claim.clone();
        for (place, on) in items.into_iter().enumerate() {
            match place {
                0 => claims[index].on = on,
                _ => more.push(Claim {
                    on,
                    ..claim.clone()
                }),
            }
        }
    }
    claims.extend(more);
}

/// The things of the last list of others in the sentences right before.
fn told_before(scene: &Scene, claims: &[Claim], claim: &Claim) -> Vec<Target> {
    let words = scene.words;
    let here = words.sentence_of(claim.trigger);
    let brings = |other: &&Claim| {
        matches!(
            other.stance,
            Stance::Demands | Stance::Proposes | Stance::Offers
        ) && other.trigger < claim.trigger
            && words.sentence_of(other.trigger) + 3 > here
            && !other.shares_party(&claim.holders)
    };
    let Some(last) = (claims.iter().filter(brings)).max_by_key(|other| other.trigger) else {
        return Vec::new();
    };
    (claims.iter())
        .filter(|other| {
            other.trigger == last.trigger
                && other.holders == last.holders
                && other.stance == last.stance
        })
        .map(|other| other.on.clone())
        .collect()
}
