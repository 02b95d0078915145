//! Offers told of whoever was to get them: "Merin was offered 25 licences by Orveth", "Exporters were promised a quota by
//! Merin".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene, is_claimed};

/// Reads one word: the participle.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_passive(verb)
        || !matches!(
            words.lemma(verb),
            "offer" | "promise" | "pledge" | "guarantee"
        )
        || is_claimed(scene, claims, verb)
    {
        return;
    }
    let force = Force::of(words, verb);
    if force.negated || force.never || force.hypothetical || force.is_modal() {
        return;
    }
    let Some(given) = words.child(verb, &[Rel::Obj]).filter(|&given| {
        given > verb && matches!(words.upos(given), Upos::Noun | Upos::Num | Upos::Propn)
    }) else {
        return;
    };
    // The tree may hang "by Orveth" on the thing.
    let giver = words
        .child(verb, &[Rel::OblAgent])
        .or_else(|| words.with_case(verb, &["by"]).next())
        .or_else(|| words.with_case(given, &["by"]).next());
    let held = giver.map_or_else(Vec::new, |giver| holders(scene, giver));
    let Some(giver) = giver.filter(|_| !held.is_empty()) else {
        return;
    };
    let mut thing = noun_phrase(scene, given);
    let by = words.subtree(giver).start;
    if by > thing.start {
        thing.end = thing.end.min(by);
    }
    let thing = words.trim(thing);
    if thing.is_empty() {
        return;
    }
    claims.push(Claim {
        premise: premise(words, verb),
        ..Claim::plain(
            "was-offered",
            Stance::Offers,
            held,
            verb,
            scene.toward(given, thing.clone()),
            words.trim(verb..thing.end.max(words.subtree(giver).end)),
        )
    });
}
