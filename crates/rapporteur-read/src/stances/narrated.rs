//! Refusals in the past of a telling: "did not want separate deals", "was not willing to sign", "said it did not accept the
//! figure". What somebody did not do then is no refusal; what somebody did not want then is one.

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::words::Words;

/// Verbs of a will or a liking, which last as long as the report tells of them.
const WILLS: &[&str] = &[
    "want", "wish", "like", "favour", "favor", "prefer", "support", "share", "approve", "intend",
    "care", "desire", "mind",
];

/// Verbs of consent to what lies before one: not to have done so then was to say no.
const CONSENTS: &[&str] = &["accept", "accede", "consent", "acquiesce", "concur"];

/// Adjectives of a will.
const WILLING: &[&str] = &[
    "willing",
    "ready",
    "prepared",
    "inclined",
    "disposed",
    "minded",
    "keen",
    "eager",
    "happy",
    "content",
    "glad",
    "agreeable",
    "open",
    "amenable",
    "receptive",
];

/// Whether a predicate that is told in the past tells how somebody stands in the telling.
pub(super) fn still_holds(words: &Words, predicate: usize) -> bool {
    // "has not wanted", "had not wanted": of a time before.
    let perfect = (words.children_by(predicate, &[Rel::Aux])).any(|aux| words.lemma(aux) == "have");
    let did = (words.children_by(predicate, &[Rel::Aux, Rel::AuxPass, Rel::Cop]))
        .any(|aux| matches!(words.lower(aux), "did" | "was" | "were"));
    let wills = match words.upos(predicate) {
        Upos::Verb => {
            WILLS.contains(&words.lemma(predicate))
                || CONSENTS.contains(&words.lemma(predicate))
                || WILLING.contains(&words.lower(predicate))
        }
        Upos::Adj => WILLING.contains(&words.lemma(predicate)),
        _ => false,
    };
    did && !perfect && (wills || is_told_back(words, predicate))
}

/// "said it did not accept the figure": what was said in the present.
fn is_told_back(words: &Words, predicate: usize) -> bool {
    words.rel(predicate) == Rel::Ccomp
        && words.head(predicate).is_some_and(|cue| {
            words.xpos(cue) == Xpos::Vbd
                && matches!(
                    words.lemma(cue),
                    "say"
                        | "add"
                        | "tell"
                        | "insist"
                        | "stress"
                        | "declare"
                        | "state"
                        | "reply"
                        | "maintain"
                        | "argue"
                )
        })
}
