//! Whether a deed took place: from modals, tense, negation and what it hangs on.

use rapporteur_syntax::{Rel, Xpos};

use crate::words::Words;

/// How a predicate is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Modality {
    /// As a fact.
    Fact,
    /// As no fact.
    Not,
    /// As intended or foreseen.
    Will,
    /// As possible.
    May,
    /// As a duty.
    Must,
}

/// Reads the auxiliaries and the negation of a predicate.
pub(crate) fn modality(words: &Words, clause: usize) -> Modality {
    let mut at = clause;
    // "will cut and hold": the second verb has the auxiliary of the first.
    for _ in 0..4 {
        for aux in words.children_by(at, &[Rel::Aux]) {
            match words.lemma(aux) {
                "will" | "'ll" | "wo" | "would" | "'d" | "shall" if words.xpos(aux) == Xpos::Md => {
                    return Modality::Will;
                }
                "may" | "might" | "could" | "can" | "ca" => return Modality::May,
                "must" | "should" | "ought" | "need" => return Modality::Must,
                _ => {}
            }
        }
        match (words.rel(at), words.head(at)) {
            (Rel::Conj, Some(head))
                if words
                    .child(at, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux])
                    .is_none() =>
            {
                at = head
            }
            _ => break,
        }
    }
    if let (Rel::Xcomp, Some(head)) = (words.rel(clause), words.head(clause)) {
        match words.lemma(head) {
            "have" | "need" | "ought" => return Modality::Must,
            "be" | "go" if words.lemma(head) == "go" && words.xpos(head) == Xpos::Vbg => {
                return Modality::Will;
            }
            _ => {}
        }
    }
    if words
        .child(clause, &[Rel::Aux])
        .is_some_and(|aux| words.lemma(aux) == "be")
        && words
            .child(clause, &[Rel::Mark])
            .is_some_and(|mark| words.lemma(mark) == "to")
    {
        return Modality::Will;
    }
    if words.negation(clause).is_some() {
        return Modality::Not;
    }
    Modality::Fact
}
