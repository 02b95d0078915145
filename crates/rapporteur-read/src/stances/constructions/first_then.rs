//! What must come first: "The plant stays, and then we can talk about the rest", "Orveth leaves the islands and then we will
//! see", "He must go; after that we can discuss a date".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Reads one word: the verb of what comes first.
pub fn read(scene: &Scene, first: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(words.xpos(first), Xpos::Vbz | Xpos::Vbp) || words.upos(first) != Upos::Verb {
        return;
    }
    let Some(subject) = words
        .child(first, &[Rel::Nsubj])
        .filter(|&subject| subject < first && words.upos(subject) != Upos::Pron)
    else {
        return;
    };
    let Some(then) = words
        .child(first, &[Rel::Conj, Rel::Parataxis])
        .filter(|&then| {
            then > first
                && (first + 1..then).any(|at| {
                    words.lower(at) == "then" && matches!(words.lower(at - 1), "and" | "," | ";")
                })
        })
    else {
        return;
    };
    if is_claimed(scene, claims, first) {
        return;
    }
    let we =
        (words.child(then, &[Rel::Nsubj])).is_some_and(|we| matches!(words.lower(we), "we" | "i"));
    let talks = matches!(
        words.lemma(then),
        "talk"
            | "see"
            | "discuss"
            | "negotiate"
            | "sign"
            | "meet"
            | "speak"
            | "sit"
            | "look"
            | "listen"
    );
    let force = Force::of(words, first);
    let held = Holder::speakers(scene, first);
    let start = words.subtree(subject).start;
    let mark = (first + 1..then)
        .find(|&at| words.lower(at) == "then")
        .unwrap_or(then);
    let mut thing = words.trim(start..mark);
    while thing.len() > 2 && matches!(words.form(thing.end - 1), "and" | "," | ";") {
        thing.end -= 1;
    }
    if !we || !talks || force.negated || force.hypothetical || held.is_empty() || thing.len() < 2 {
        return;
    }
    claims.push(Claim::plain(
        "first-then",
        Stance::Demands,
        held,
        first,
        Target::Phrase(first, thing.clone()),
        thing,
    ));
}
