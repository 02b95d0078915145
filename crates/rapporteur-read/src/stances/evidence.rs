//! The words that a stance rests on, and the reason they give.

use std::ops::Range;

use rapporteur_syntax::Rel;

use super::Scene;
use super::things::clause;

/// From the holder, where it adjoins, to the end of the thing.
pub(super) fn evidence(
    scene: &Scene,
    word: usize,
    phrase: &Range<usize>,
    premise: Option<Range<usize>>,
) -> Range<usize> {
    let words = scene.words;
    let subject = words
        .child(word, &[Rel::Nsubj, Rel::NsubjPass])
        .filter(|&subject| subject < word);
    let mut start = subject.map_or(word, |subject| words.subtree(subject).start);
    if phrase.start < start && words.sentence_of(phrase.start) == words.sentence_of(word) {
        start = phrase.start;
    }
    let mut end = phrase.end.max(word + 1);
    if let Some(premise) = premise {
        start = start.min(premise.start);
        end = end.max(premise.end);
    }
    words.trim(start..end)
}

/// "as surrender", "because …", "saying …": why.
pub(super) fn reason(scene: &Scene, word: usize) -> Option<Range<usize>> {
    let words = scene.words;
    let as_phrase = words
        .with_case(word, &["as"])
        .find(|&at| at > word)
        .map(|at| {
            let range = words.subtree(at);
            words.trim(range.start + 1..range.end)
        });
    as_phrase
        .or_else(|| {
            words
                .children_by(word, &[Rel::Advcl])
                .find(|&clause| {
                    words.children(clause).any(|mark| {
                        words.rel(mark) == Rel::Mark
                            && matches!(words.lemma(mark), "because" | "since" | "as")
                    })
                })
                .map(|head| clause(scene, head))
        })
        .filter(|range| !range.is_empty())
}
