//! What is told of a predicate that did not come about: "would have accepted", "forgot to reject", "refrained from rejecting".

use rapporteur_syntax::{Rel, Xpos};

use crate::words::Words;

/// Of these, whoever does not do it may do it in part: "did not fully accept it".
const WHOLLY: &[&str] = &[
    "fully",
    "wholly",
    "entirely",
    "completely",
    "totally",
    "altogether",
    "unreservedly",
    "unconditionally",
    "necessarily",
];

/// Of these, whoever does not refuse it so leaves it open: "did not flatly reject it".
const FLATLY: &[&str] = &[
    "flatly",
    "outright",
    "quite",
    "absolutely",
    "categorically",
    "definitively",
    "definitely",
    "expressly",
];

/// "did not wholly exclude it", "was not necessarily against it": what was denied in part, or not for good.
pub(super) fn is_in_part(words: &Words, predicate: usize) -> bool {
    not_so(words, predicate, WHOLLY) || not_so(words, predicate, FLATLY)
}

/// Whether a predicate is denied only as far as one of those adverbs goes.
fn not_so(words: &Words, predicate: usize, adverbs: &[&str]) -> bool {
    words.negation(predicate).is_some_and(|no| {
        (words.children_by(predicate, &[Rel::Advmod])).any(|adverb| {
            adverbs.contains(&words.lower(adverb)) && adverb > no && adverb < predicate
        })
    })
}

/// "would have accepted it", "nearly accepted it", "forgot to reject it": it has not. "did not fully accept it": how far is
/// not told.
pub(super) fn is_unreal(words: &Words, predicate: usize) -> bool {
    if not_so(words, predicate, WHOLLY) {
        return true;
    }
    let forgotten = words.rel(predicate) == Rel::Xcomp
        && words.head(predicate).is_some_and(|verb| {
            matches!(words.lemma(verb), "forget" | "omit" | "neglect" | "fail")
                && words.is_verb(verb)
                && words.negation(verb).is_none()
        });
    if forgotten {
        return true;
    }
    let aux = |lemmas: &[&str]| {
        (words.children_by(predicate, &[Rel::Aux])).any(|aux| lemmas.contains(&words.lemma(aux)))
    };
    let modal = (words.children_by(predicate, &[Rel::Aux]))
        .any(|aux| matches!(words.lower(aux), "would" | "could" | "might" | "should"));
    modal && aux(&["have"]) && words.xpos(predicate) == Xpos::Vbn
        || (words.children_by(predicate, &[Rel::Advmod]))
            .any(|nearly| nearly < predicate && matches!(words.lemma(nearly), "nearly" | "almost"))
            && words.is_verb(predicate)
}

/// Whether somebody keeps from doing it: "refrained from rejecting", "stopped short of endorsing".
pub(super) fn is_refrained(words: &Words, predicate: usize) -> bool {
    let Some(head) = words.head(predicate) else {
        return false;
    };
    let marked = |marks: &[&str]| {
        words.children(predicate).any(|mark| {
            matches!(words.rel(mark), Rel::Mark | Rel::Case) && marks.contains(&words.lemma(mark))
        })
    };
    words.xpos(predicate) == Xpos::Vbg
        && words.negation(head).is_none()
        && (matches!(
            words.lemma(head),
            "refrain" | "abstain" | "desist" | "shy" | "shrink"
        ) && marked(&["from"])
            || matches!(words.lemma(head), "avoid" | "resist")
                && words.rel(predicate) == Rel::Xcomp
            || marked(&["of"])
                && (matches!(words.lemma(head), "stop" | "fall") || words.lemma(head) == "short"))
}
