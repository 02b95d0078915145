//! Whoever was outvoted: "the cap was adopted against the votes of Velmar and Orveth".

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::holders::holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene};

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.lemma(word) != "vote" {
        return;
    }
    let against =
        (words.children_by(word, &[Rel::Case])).any(|case| words.lower(case) == "against");
    let verb = words.head(word).filter(|&verb| {
        against
            && words.is_verb(verb)
            && matches!(
                words.lemma(verb),
                "adopt"
                    | "pass"
                    | "approve"
                    | "accept"
                    | "carry"
                    | "agree"
                    | "endorse"
                    | "ratify"
                    | "push"
            )
    });
    let Some(verb) = verb else { return };
    let thing = words
        .child(verb, &[Rel::NsubjPass])
        .or_else(|| words.child(verb, &[Rel::Obj]))
        .filter(|&thing| scene.entities.actor(thing).is_none());
    let who = words.with_case(word, &["of"]).find(|&who| who > word);
    let (Some(thing), Some(who)) = (thing, who) else {
        return;
    };
    let held = holders(scene, who);
    if held.is_empty() || !Force::of(words, verb).is_fact() {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    let start = phrase.start.min(verb);
    claims.push(Claim {
        outlet: true,
        ..Claim::plain(
            "outvoted",
            Stance::Opposes,
            held,
            word,
            scene.toward(thing, phrase),
            words.trim(start..words.subtree(word).end),
        )
    });
}
