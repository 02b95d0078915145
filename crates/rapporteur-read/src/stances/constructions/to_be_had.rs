//! Talks that a party says may be had of a thing: "Textiles are a conversation we can have", "a later date is a discussion that
//! it is willing to have".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene};

/// Reads one word: the noun of the talks, said of a thing.
pub(in crate::stances) fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(
        words.lemma(noun),
        "conversation" | "discussion" | "debate" | "talk" | "negotiation"
    ) || words.upos(noun) != Upos::Noun
        || words.child(noun, &[Rel::Cop]).is_none()
    {
        return;
    }
    let Some(thing) = (words.child(noun, &[Rel::Nsubj])).filter(|&thing| {
        thing < noun && (words.upos(thing) == Upos::Noun || words.xpos(thing) == Xpos::Vbg)
    }) else {
        return;
    };
    // "we can have", "it is willing to have", "worth having"
    let Some(clause) = words.child(noun, &[Rel::AclRelcl, Rel::Acl]) else {
        return;
    };
    let have = (clause..words.subtree(clause).end)
        .find(|&at| words.lemma(at) == "have" && words.is_verb(at));
    let Some(have) = have else { return };
    let force = Force::of(words, have);
    let willing = matches!(
        words.lemma(clause),
        "willing" | "ready" | "happy" | "prepared" | "open" | "worth"
    );
    let can = matches!(
        force.modal.as_deref(),
        Some("can" | "could" | "will" | "would")
    );
    let held = Holder::speakers(scene, noun);
    if held.is_empty() || !(willing || can) || Force::of(words, noun).negated {
        return;
    }
    // "is ready to have" is no readiness of its own.
    claims.retain(|claim| !(clause..=have).contains(&claim.trigger));
    let stance = match force.negated {
        true => Stance::Rejects,
        false => Stance::Open,
    };
    let phrase = noun_phrase(scene, thing);
    let evidence = words.trim(phrase.start..words.subtree(clause).end);
    claims.push(Claim::plain(
        "to-be-had",
        stance,
        held,
        noun,
        scene.toward(thing, phrase),
        evidence,
    ));
}
