//! The time of a stance. Refusals in the past of a telling: "did not want separate deals", "was not willing to sign", "said it
//! did not accept the figure". What somebody did not do then is no refusal; what somebody did not want then is one. Consent
//! that is yet to come, or was given long ago, is none.

use rapporteur_lexicon::StanceFrame;
use rapporteur_model::{Manner, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::modality::force::Force;
use crate::words::Words;

/// Verbs of a will or a liking, which last as long as the report tells of them.
const WILLS: &[&str] = &[
    "want", "wish", "like", "favour", "favor", "prefer", "support", "share", "approve", "intend",
    "care", "desire", "mind",
];

/// Whether a verb tells of a will or a liking: "favours".
pub(in crate::stances) fn is_will(verb: &str) -> bool {
    WILLS.contains(&verb)
}

/// Verbs of consent to what lies before one: not to have done so then was to say no.
const CONSENTS: &[&str] = &[
    "accept",
    "accede",
    "consent",
    "acquiesce",
    "concur",
    "recognise",
    "recognize",
];

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
pub(in crate::stances) fn still_holds(words: &Words, predicate: usize) -> bool {
    // "has not wanted", "had not wanted": of a time before.
    let perfect = (words.children_by(predicate, &[Rel::Aux])).any(|aux| words.lemma(aux) == "have");
    let wills = match words.upos(predicate) {
        Upos::Verb => {
            WILLS.contains(&words.lemma(predicate))
                || CONSENTS.contains(&words.lemma(predicate))
                || is_agreeing_to(words, predicate)
                || WILLING.contains(&words.lower(predicate))
        }
        Upos::Adj => WILLING.contains(&words.lemma(predicate)),
        _ => false,
    };
    is_past(words, predicate) && !perfect && wills
}

/// "did not agree to a target", "did not agree with the second page", "did not agree to let them stand": to what lies before
/// it, where "the two did not agree on a date" is between them.
fn is_agreeing_to(words: &Words, predicate: usize) -> bool {
    words.lemma(predicate) == "agree"
        // "What it did not agree to is the levy": read as what it is.
        && !(predicate + 2 < words.len() && words.upos(predicate + 2) == Upos::Aux)
        && ((words.with_case(predicate, &["to", "with"])).any(|to| to > predicate)
            || (words.children_by(predicate, &[Rel::Xcomp])).any(|to| to > predicate))
}

/// "has never accepted the line", "had never agreed to a court": what it always said no to.
pub(in crate::stances) fn is_lasting_never(words: &Words, predicate: usize) -> bool {
    (CONSENTS.contains(&words.lemma(predicate)) || is_agreeing_to(words, predicate))
        && (words.children_by(predicate, &[Rel::Aux])).any(|aux| words.lemma(aux) == "have")
}

/// "did not want", "was not willing".
fn is_past(words: &Words, predicate: usize) -> bool {
    (words.children_by(predicate, &[Rel::Aux, Rel::AuxPass, Rel::Cop]))
        .any(|aux| matches!(words.lower(aux), "did" | "was" | "were"))
}

/// Whether "did not", "was not" stands in what somebody said in the past, in words of the report: it was "does not".
pub(in crate::stances) fn is_told_back(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    words.negation(word).is_some()
        && is_past(words, word)
        && (scene.statements.around(word)).any(|index| {
            let statement = &scene.statements.all[index];
            statement.manner == Manner::Indirect
                && statement
                    .cue_head
                    .is_some_and(|cue| words.xpos(cue) == Xpos::Vbd)
        })
}

/// "The protocol is to be signed", "the matter would be settled later", "could not agree on a date", "adept at agreeing":
/// nobody has agreed to anything, or refused it.
pub(in crate::stances) fn is_yet_to_come(
    words: &Words,
    word: usize,
    frame: &StanceFrame,
    force: &Force,
) -> bool {
    let passive = words.is_passive(word);
    // "Merin's demand is that the levy be lifted": not lifted yet.
    if frame.stance == Stance::Withdraws && passive && words.child(word, &[Rel::Mark]).is_some() {
        let auxiliary = words.child(word, &[Rel::Aux, Rel::AuxPass]);
        return auxiliary.is_some_and(|be| words.lower(be) == "be");
    }
    if frame.stance != Stance::Accepts {
        return false;
    }
    let to_be = passive && (words.children(word)).any(|to| to < word && words.lower(to) == "to");
    let later = passive && force.is_modal() && !force.negated && words.lemma(word) == "settle";
    let failed = force.negated
        && matches!(force.modal.as_deref(), Some("could" | "can"))
        && words.lemma(word) == "agree"
        && words.lower((word + 1).min(words.len() - 1)) == "on";
    let skill = words.xpos(word) == Xpos::Vbg
        && (words.children_by(word, &[Rel::Mark, Rel::Case]))
            .any(|mark| matches!(words.lower(mark), "at" | "of" | "without" | "in" | "about"));
    to_be || later || failed || skill
}

/// "signed in 1987": with a bare year.
pub(in crate::stances) fn is_long_done(words: &Words, word: usize) -> bool {
    // "which signed deals with both in the past"
    let past = (words.with_case(word, &["in"])).any(|past| words.lemma(past) == "past");
    past || words.with_case(word, &["in"]).any(|year| {
        words.form(year).len() == 4 && words.form(year).bytes().all(|byte| byte.is_ascii_digit())
    }) && (words.rel(word) == Rel::Acl
        || matches!(words.lemma(word), "sign" | "ratify" | "adopt" | "join")
            && words.xpos(word) == Xpos::Vbd)
}
