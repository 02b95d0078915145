//! What verbs of agreeing, weighing and backing show beside what they say.

use rapporteur_lexicon::{Only, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::Scene;
use crate::words::Words;

/// "accept", "sign", "back": what a verb of agreeing shows of whoever is ready for it.
pub(super) fn agreeing(scene: &Scene, verb: usize) -> Option<Stance> {
    let words = scene.words;
    (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(verb))
        // "ready to buy the plant": for money.
        .filter(|_| words.is_verb(verb) && words.lemma(verb) != "buy")
        .filter(|frame| frame.only.is_none() && frame.with.is_empty())
        .map(|frame| frame.stance)
        .find(|stance| matches!(stance, Stance::Accepts | Stance::Supports))
}

/// "examine", "look into", "give some thought": a verb that only weighs its object.
pub(in crate::stances) fn weighs(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let thought = words.lemma(verb) == "give"
        && (words.children_by(verb, &[Rel::Obj, Rel::Iobj])).any(|given| {
            matches!(
                words.lemma(given),
                "thought" | "consideration" | "attention"
            )
        });
    let weighed = words.is_verb(verb)
        && (scene.lexicon.stances)
            .of(StanceWord::Verb, &words.phrasal(verb))
            .any(|frame| frame.stance == Stance::Open && frame.only == Some(Only::Modal));
    thought || weighed
}

/// "did not support him on that": somebody, which is no opposition to what he wants.
pub(in crate::stances) fn backs_somebody(words: &Words, verb: usize) -> bool {
    words.child(verb, &[Rel::Obj]).is_some_and(|whom| {
        matches!(words.lower(whom), "him" | "her" | "us" | "me" | "you")
            && words.children(whom).next().is_none()
    })
}
