//! Clauses of time that tell of what was, and are no conditions: "when Brod was asked", "when it had wanted more".

use rapporteur_syntax::{Rel, Xpos};

use crate::stances::modality::force::Force;
use crate::words::Words;

/// Whether a clause is told in the past alone.
pub(in crate::stances) fn past_only(words: &Words, at: usize) -> bool {
    words.xpos(at) == Xpos::Vbd
        || (words.children(at)).any(|child| matches!(words.lower(child), "was" | "were"))
}

/// Whether a clause behind "when" tells of what was, even with "had" or "would".
pub(in crate::stances) fn when_it_was(words: &Words, at: usize) -> bool {
    past_only(words, at)
        || (words.children_by(at, &[Rel::Aux])).any(|aux| match words.lower(aux) {
            // "when Brod had asked for more", but "would sign when Brod had paid"
            "had" => {
                let modal = |above| Force::of(words, above).modal.is_some();
                !words.head(at).is_some_and(modal)
            }
            // "It left in March, when Brod would not pay"
            "would" | "could" => {
                let left = |above| words.xpos(above) == Xpos::Vbd;
                words.form(words.subtree(at).start.saturating_sub(1)) == ","
                    && words.head(at).is_some_and(left)
            }
            _ => false,
        })
}
