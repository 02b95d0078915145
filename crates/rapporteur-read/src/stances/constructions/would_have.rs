//! What somebody would have others do: "Merin would have the weapons sunk at sea", "Merin would have Brod pay half".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Xpos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::{clause, has_to};
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Reads one word: "have".
pub fn read(scene: &Scene, have: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.lemma(have) != "have" || !words.is_verb(have) || is_claimed(scene, claims, have) {
        return;
    }
    let force = Force::of(words, have);
    if force.modal.as_deref() != Some("would")
        || force.negated
        || force.hypothetical
        || premise(words, have).is_some()
        || words.child(have, &[Rel::Nsubj]).is_none()
    {
        return;
    }
    let object = words.child(have, &[Rel::Obj]);
    // "would have the fund | run by a bank", "would have Brod | pay half".
    let deed = (words.children_by(have, &[Rel::Xcomp]))
        .chain(
            object
                .into_iter()
                .flat_map(|what| words.children_by(what, &[Rel::Acl])),
        )
        .find(|&deed| {
            deed > have + 1
                && matches!(words.xpos(deed), Xpos::Vbn | Xpos::Vb | Xpos::Vbp)
                && !has_to(scene, deed)
                // "would have us believe"
                && !matches!(words.lemma(deed), "believe" | "think" | "know" | "understand")
        });
    let Some(deed) = deed.filter(|&deed| {
        object.is_some_and(|what| what < deed)
            || (words.child(deed, &[Rel::Nsubj])).is_some_and(|who| who > have && who < deed)
    }) else {
        return;
    };
    let held = subject_holders(scene, have);
    let phrase = words.trim(have + 1..clause(scene, deed).end.max(deed + 1));
    if held.is_empty() || phrase.is_empty() {
        return;
    }
    let start = words
        .child(have, &[Rel::Nsubj])
        .map_or(have, |who| words.subtree(who).start);
    let whole = words.trim(start.min(have)..phrase.end);
    claims.push(Claim::plain(
        "would-have",
        Stance::Demands,
        held,
        have,
        Target::Phrase(deed, phrase),
        whole,
    ));
}
