//! What is given stands before what is wanted for it: "The North would shut the reactor. In return it wants the ban gone",
//! "would drop its claim, and in return asks for a seat".

use rapporteur_model::Stance;

use crate::stances::modality::force::{Premise, PremiseKind};
use crate::stances::{Claim, Scene, Target};

/// Hangs what was given on what is wanted in return; what is wanted hangs on nothing.
pub fn read(scene: &Scene, claims: &mut [Claim]) {
    let words = scene.words;
    for index in 0..claims.len() {
        let claim = &claims[index];
        let returned = (claim.premise.as_ref()).is_some_and(|premise| premise.is_returned(words));
        let Target::Phrase(head, phrase) = claim.on.clone() else {
            continue;
        };
        if !returned || claim.stance != Stance::Demands {
            continue;
        }
        let (trigger, held) = (claim.trigger, claim.holders.clone());
        claims[index].premise = None;
        let sentence = words.sentence_of(trigger);
        for given in claims.iter_mut() {
            let gives = matches!(
                given.stance,
                Stance::Offers | Stance::Accepts | Stance::AcceptsIf
            );
            let before =
                given.trigger < trigger && words.sentence_of(given.trigger) + 1 >= sentence;
            let would = || {
                // "offers 5 per cent. In return it wants": it stands, whatever comes of the rest.
                let clause = words.sentence(words.sentence_of(given.trigger));
                (clause.start..given.trigger + 1)
                    .any(|at| matches!(words.lower(at), "would" | "could" | "might"))
            };
            if gives && before && given.premise.is_none() && given.shares_party(&held) && would() {
                given.premise = Some(Premise {
                    kind: PremiseKind::Exchange,
                    words: phrase.clone(),
                    head,
                    whole: phrase.clone(),
                });
            }
        }
    }
}
