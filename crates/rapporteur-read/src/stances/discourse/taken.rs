//! What was offered before is taken: "The guild has already taken the marking days", "Orveth pocketed the bonus".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Reads who takes what another has offered.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let offered: Vec<(usize, usize, Target)> = (claims.iter())
        .enumerate()
        .filter(|(_, claim)| matches!(claim.stance, Stance::Offers | Stance::Proposes))
        .filter_map(|(index, claim)| match claim.on {
            Target::Phrase(head, _) if words.upos(head) == Upos::Noun => {
                Some((index, head, claim.on.clone()))
            }
            _ => None,
        })
        .collect();
    if offered.is_empty() {
        return;
    }
    for verb in 0..words.len() {
        if !matches!(words.lemma(verb), "take" | "pocket" | "bank") || !words.is_verb(verb) {
            continue;
        }
        // "has taken the two days", which the tree takes for how long
        let object = words
            .object(verb)
            .or_else(|| words.child(verb, &[Rel::OblUnmarked]));
        let Some(thing) = object.filter(|&thing| {
            thing > verb
                && (words.children_by(thing, &[Rel::Det]))
                    .any(|det| matches!(words.lower(det), "the" | "those" | "these"))
        }) else {
            continue;
        };
        if !Force::of(words, verb).is_fact() {
            continue;
        }
        let Some((index, _, on)) = (offered.iter())
            .rfind(|(_, head, _)| *head < verb && words.lemma(*head) == words.lemma(thing))
        else {
            continue;
        };
        let held = subject_holders(scene, verb);
        let own = claims[*index].shares_party(&held);
        if held.is_empty() || own || is_claimed(scene, claims, verb) {
            continue;
        }
        let phrase = noun_phrase(scene, thing);
        claims.push(Claim::plain(
            "taken",
            Stance::Accepts,
            held,
            verb,
            on.clone(),
            evidence(scene, verb, &phrase, None),
        ));
    }
}
