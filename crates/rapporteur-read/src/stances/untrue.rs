//! What is said not to be so: "it is not true that …", "there is no sign that …", "reports that … are false".

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::words::Words;

const TRUE: &[&str] = &["true", "correct", "accurate", "case", "right"];
const UNTRUE: &[&str] = &[
    "false",
    "untrue",
    "incorrect",
    "inaccurate",
    "wrong",
    "unfounded",
    "baseless",
    "groundless",
    "fabricated",
    "lie",
    "myth",
    "fabrication",
    "nonsense",
    "invention",
    "misleading",
    "premature",
];
/// What would show it.
const SIGNS: &[&str] = &[
    "evidence",
    "sign",
    "indication",
    "proof",
    "confirmation",
    "hint",
    "guarantee",
    "truth",
];
/// What may turn out false.
const RUMOURS: &[&str] = &[
    "report",
    "claim",
    "rumour",
    "rumor",
    "suggestion",
    "allegation",
    "speculation",
    "assertion",
    "story",
    "idea",
    "notion",
    "impression",
    "talk",
    "accusation",
];
const SAYING: &[&str] = &[
    "say", "claim", "suggest", "indicate", "mean", "imply", "announce", "confirm", "state",
    "declare", "report", "show", "prove", "signal", "think", "believe", "expect",
];
const DENYING: &[&str] = &[
    "deny",
    "dismiss",
    "reject",
    "refute",
    "rebut",
    "dispute",
    "discount",
    "contradict",
];

/// Words behind a rumour among which it is told to be false.
const NEAR: usize = 60;

/// Whether a word names what is said of facts, or is the fact that it tells ("claims that it was digging"): to dismiss a
/// report, an account or an allegation is no stance toward terms.
pub(super) fn is_rumour(words: &Words, word: usize) -> bool {
    let tells = |noun: usize, clause: usize| {
        is_said_of_facts(words, noun)
            && matches!(words.rel(clause), Rel::Acl | Rel::AclRelcl | Rel::Ccomp)
            && words.is_verb(clause)
            && words
                .child(clause, &[Rel::Mark])
                .is_none_or(|mark| words.lemma(mark) != "to")
    };
    words.upos(word) == Upos::Noun
        && (matches!(
            words.lemma(word),
            "allegation" | "accusation" | "rumour" | "rumor" | "insinuation" | "speculation"
        ) || is_version(words, word)
            || words.children(word).any(|clause| tells(word, clause)))
        || words
            .head(word)
            .is_some_and(|noun| tells(noun, word) && is_told_as_fact(words, word))
}

/// Nouns of what somebody says to be so.
fn is_said_of_facts(words: &Words, noun: usize) -> bool {
    matches!(
        words.lemma(noun),
        "report"
            | "claim"
            | "rumour"
            | "rumor"
            | "allegation"
            | "speculation"
            | "assertion"
            | "accusation"
            | "contention"
            | "insinuation"
            | "charge"
    )
}

/// "each other's accounts of how the clashes began", "Merin's version of events"
fn is_version(words: &Words, noun: usize) -> bool {
    match words.lemma(noun) {
        "account" | "version" | "narrative" | "characterisation" | "characterization"
        | "portrayal" | "interpretation" => {
            let of = words.with_case(noun, &["of"]).next();
            of.is_some_and(|of| !matches!(words.lemma(of), "text" | "draft" | "deal" | "agreement"))
                || words.lemma(noun) == "account" && words.child(noun, &[Rel::Acl]).is_some()
        }
        _ => false,
    }
}

/// A clause that tells what is or was, not what should be: "that the levy be halved" tells no fact.
fn is_told_as_fact(words: &Words, verb: usize) -> bool {
    let finite = |word: usize| matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
    let auxiliary = words.child(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop]);
    auxiliary.map_or(finite(verb), finite)
}

/// Whether the clause of a word is said not to be so by what stands above it.
pub(super) fn is_untrue(words: &Words, word: usize) -> bool {
    let mut at = word;
    for _ in 0..8 {
        let Some(head) = words.head(at) else {
            return false;
        };
        if matches!(
            words.rel(at),
            Rel::Ccomp | Rel::Csubj | Rel::Acl | Rel::AclRelcl | Rel::Advcl
        ) && denies(words, head)
        {
            return true;
        }
        at = head;
    }
    false
}

fn denies(words: &Words, above: usize) -> bool {
    let lemma = words.lemma(above);
    let negated = words.negation(above).is_some();
    let none = || {
        words.children(above).any(|child| {
            matches!(words.rel(child), Rel::Det | Rel::Advmod)
                && matches!(words.lemma(child), "no" | "little" | "any")
        }) || words
            .head(above)
            .is_some_and(|verb| words.negation(verb).is_some())
    };
    if UNTRUE.contains(&lemma) {
        return !negated;
    }
    if TRUE.contains(&lemma) || SAYING.contains(&lemma) && words.is_verb(above) {
        return negated;
    }
    SIGNS.contains(&lemma) && none() || RUMOURS.contains(&lemma) && is_denied(words, above)
}

/// "Reports that … are false", "dismissed reports that …".
fn is_denied(words: &Words, rumour: usize) -> bool {
    let sentence = words.sentence(words.sentence_of(rumour));
    let object_of = words
        .head(rumour)
        .filter(|_| matches!(words.rel(rumour), Rel::Obj | Rel::NsubjPass));
    object_of.is_some_and(|verb| DENYING.contains(&words.lemma(verb)))
        || (rumour + 1..sentence.end).take(NEAR).any(|word| {
            UNTRUE.contains(&words.lemma(word))
                && words.child(word, &[Rel::Cop]).is_some()
                && words.negation(word).is_none()
        })
}
