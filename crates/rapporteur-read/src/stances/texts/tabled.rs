//! What lies before those who answer though no side has put it forward: what a chair or a panel suggests ("The chair
//! suggested a trial. Brod objected."), what comes next ("The second point is the toll."), and what is asked ("Should the
//! bank run the fund? Brod thinks not.").

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::{noun_phrase, target};
use crate::stances::modality::force::Force;
use crate::stances::{Scene, Target};
use crate::words::Words;

/// Nouns of what is gone through one by one.
const ITEMS: &[&str] = &[
    "point", "question", "issue", "item", "demand", "matter", "subject", "topic", "clause",
    "dispute", "chapter", "hurdle", "bone", "sticking",
];

/// What was laid before a word in its own sentence or the one before, by nobody who holds a position.
pub(in crate::stances) fn tabled(scene: &Scene, word: usize) -> Option<Target> {
    let words = scene.words;
    let own = words.sentence_of(word);
    let first = words.sentence(own.saturating_sub(1)).start;
    (first..word).rev().find_map(|at| {
        let (head, phrase) = suggested(scene, at, word).or_else(|| item(scene, at, word))?;
        Some(scene.toward(head, phrase))
    })
}

/// "The chair suggested a trial": what somebody without a side puts forward.
fn suggested(scene: &Scene, verb: usize, word: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    if !words.is_verb(verb) || words.child(verb, &[Rel::Nsubj]).is_none() {
        return None;
    }
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(verb))
        .find(|frame| {
            matches!(frame.stance, Stance::Proposes | Stance::Demands)
                && frame.only.is_none()
                && frame.with.is_empty()
        })?;
    let force = Force::of(words, verb);
    let told = force.is_fact() && !force.negated && !force.hypothetical;
    (told && subject_holders(scene, verb).is_empty())
        .then(|| target(scene, verb, frame))
        .flatten()
        .filter(|(head, phrase)| phrase.end <= word && words.upos(*head) != Upos::Pron)
}

/// "The second point is the toll", "The next item was the toll": what is gone through.
fn item(scene: &Scene, noun: usize, word: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let said_of = words.child(noun, &[Rel::Nsubj])?;
    let counted = ITEMS.contains(&words.lemma(said_of)) && is_next(words, said_of);
    (counted && words.upos(noun) == Upos::Noun && words.child(noun, &[Rel::Cop]).is_some())
        .then(|| {
            let cop = words.child(noun, &[Rel::Cop]).unwrap_or(noun);
            (noun, words.trim(cop + 1..noun_phrase(scene, noun).end))
        })
        .filter(|(_, phrase)| phrase.end <= word)
}

/// "the second point", "the next item", "the last dispute".
fn is_next(words: &Words, item: usize) -> bool {
    (words.children_by(item, &[Rel::Amod])).any(|which| {
        matches!(
            words.lower(which),
            "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "next"
                | "last"
                | "other"
                | "final"
                | "main"
        )
    })
}
