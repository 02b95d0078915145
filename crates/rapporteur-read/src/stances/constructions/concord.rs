//! Agreement told as a thing that there is: "there is agreement between Brod and Merin on a hotline".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::holders;
use crate::stances::arguments::matter::opened_with;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, is_claimed};

/// Reads one word: the noun of what there is.
pub fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let named = match words.lemma(noun) {
        "agreement" | "consensus" | "accord" | "concord" | "unanimity" => true,
        "ground" => words.lower(noun.saturating_sub(1)) == "common",
        _ => false,
    };
    let Some(verb) = words
        .head(noun)
        .filter(|_| named && words.rel(noun) == Rel::Nsubj)
    else {
        return;
    };
    let there = words.child(verb, &[Rel::Expl]).is_some() || words.lemma(verb) == "exist";
    let none = (words.subtree(noun).start..noun).any(|at| {
        matches!(
            words.lower(at),
            "no" | "little" | "scant" | "hardly" | "broad" | "some" | "growing" | "tentative"
        )
    });
    if !there || none || !Force::of(words, verb).is_fact() || is_claimed(scene, claims, noun) {
        return;
    }
    let end = words.sentence(words.sentence_of(noun)).end;
    let phrase_of = |cases: &[&str]| {
        (noun + 1..end)
            .find(|&at| words.upos(at) == Upos::Adp && cases.contains(&words.lower(at)))
            .and_then(|at| Some((at, words.head(at).filter(|&head| head > at)?)))
    };
    let Some((between, first)) = phrase_of(&["between", "among", "amongst"]) else {
        return;
    };
    let held = holders(scene, first);
    let thing = match phrase_of(&["on", "over", "about", "regarding"]) {
        Some((at, head)) => Some((at, head)),
        None => opened_with(scene, verb).map(|head| (head, head)),
    };
    let Some((_, head)) = thing.filter(|_| held.len() > 1) else {
        return;
    };
    let mut phrase = noun_phrase(scene, head);
    // "on a levy between Brod and Merin", hung on each other
    if phrase.contains(&between) && between > head {
        phrase = words.trim(phrase.start..between);
    }
    let whole = noun.min(phrase.start)..phrase.end.max(words.subtree(first).end);
    claims.push(Claim::plain(
        "concord",
        Stance::Accepts,
        held,
        noun,
        scene.toward(head, phrase),
        words.trim(words.subtree(verb).start.max(whole.start.saturating_sub(6))..whole.end),
    ));
}
