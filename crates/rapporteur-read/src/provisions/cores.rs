//! The words that a phrase turns on: "the port" is not of "a railway to the port", "the railway" is.

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos};

use crate::words::Words;

/// The head of a phrase: its noun; the object of its verb; what a light noun is about.
pub(super) fn cores(words: &Words, head: usize, phrase: &Range<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = head;
    if words.is_verb(head) {
        let thing = [
            &[Rel::Obj, Rel::NsubjPass][..],
            &[Rel::Xcomp, Rel::Ccomp],
            &[Rel::Nsubj],
        ]
        .iter()
        .find_map(|relations| words.child(head, relations));
        match thing.filter(|thing| phrase.contains(thing)) {
            Some(thing) if words.is_verb(thing) => {
                found.push(thing);
                at = words
                    .child(thing, &[Rel::Obj, Rel::NsubjPass])
                    .unwrap_or(thing);
            }
            Some(thing) => at = thing,
            None => {}
        }
        found.extend(where_put(words, head));
    }
    found.push(at);
    if is_light(words.lemma(at)) {
        let about = words.children(at).find(|&child| {
            child > at && words.rel(child) == Rel::Nmod && words.upos(child) == Upos::Noun
        });
        found.extend(about);
    }
    found.extend(words.conjuncts(at).into_iter().skip(1));
    found.retain(|word| phrase.contains(word));
    found
}

/// "The concession should go to a referendum", "put the text before parliament": where a thing goes is what is asked.
fn where_put(words: &Words, verb: usize) -> Option<usize> {
    let puts = matches!(
        words.lemma(verb),
        "go" | "put" | "submit" | "refer" | "send" | "bring" | "take" | "pass" | "come"
    );
    puts.then(|| {
        words
            .with_case(verb, &["to", "before"])
            .find(|&at| words.upos(at) == Upos::Noun)
    })
    .flatten()
}

/// Nouns that say how much, that there shall be one or none, or in what words: the thing is what they are of.
fn is_light(lemma: &str) -> bool {
    matches!(
        lemma,
        "ban"
            | "halt"
            | "end"
            | "stop"
            | "start"
            | "limit"
            | "cap"
            | "ceiling"
            | "freeze"
            | "pause"
            | "cut"
            | "rise"
            | "increase"
            | "reduction"
            | "extension"
            | "continuation"
            | "resumption"
            | "suspension"
            | "removal"
            | "return"
            | "reopening"
            | "closure"
            | "clause"
            | "paragraph"
            | "article"
            | "chapter"
            | "passage"
            | "sentence"
            | "language"
            | "wording"
            | "reference"
            | "mention"
            | "issue"
            | "question"
            | "matter"
            | "point"
            | "principle"
            | "right"
            | "idea"
            | "guarantee"
            | "guarantees"
            | "promise"
            | "review"
            | "change"
            | "form"
            | "kind"
            | "sort"
            | "number"
            | "share"
            | "part"
            | "half"
            | "third"
            | "quarter"
            | "percent"
            | "series"
            | "set"
            | "list"
            | "lack"
            | "use"
            | "system"
    )
}
