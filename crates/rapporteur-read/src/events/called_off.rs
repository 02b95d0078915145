//! What does not take place: called off, put off, or come to nothing.

use rapporteur_syntax::{Rel, Upos};

use super::deeds::{Deed, Reader};
use crate::words::Words;

/// Verbs that call a deed off, whatever it is.
const OFF: &[&str] = &[
    "cancel", "postpone", "scrap", "scrub", "shelve", "delay", "abandon", "axe", "ditch", "abort",
    "avert", "foil", "thwart", "defer", "suspend",
];

/// Verbs that call off a deed that they have for their thing: "the ceremony was dropped".
const DROPPED: &[&str] = &[
    "drop",
    "bin",
    "nix",
    "pull",
    "unbook",
    "junk",
    "scratch",
    "mothball",
    "can",
    "spike",
    "unschedule",
];

/// What a deed is struck from.
const CALENDARS: &[&str] = &[
    "calendar",
    "agenda",
    "programme",
    "program",
    "diary",
    "schedule",
    "timetable",
    "itinerary",
    "list",
];

/// Whether a verb, or what is "off", calls off what stands with it.
pub(super) fn called_off(words: &Words, clause: usize) -> bool {
    let lemma = words.lemma(clause);
    let off = || {
        clause + 1 < words.len() && words.form(clause + 1) == "off"
            || words
                .children(clause)
                .any(|child| words.lemma(child) == "off")
    };
    OFF.contains(&lemma)
        || matches!(lemma, "call" | "put") && off()
        // "the session fell through"
        || lemma == "fall" && clause + 1 < words.len() && words.form(clause + 1) == "through"
        // "the visit fell victim to the rain"
        || lemma == "fall" && words.child(clause, &[Rel::Obj]).is_some_and(|of| words.lemma(of) == "victim")
        // "the session is off"
        || lemma == "off" && words.child(clause, &[Rel::Cop]).is_some()
}

/// Whether a verb calls off the deed that is its object, or its subject in the passive.
pub(super) fn dropped(words: &Words, clause: usize) -> bool {
    let lemma = words.lemma(clause);
    let struck = || {
        matches!(
            lemma,
            "strike" | "remove" | "delete" | "wipe" | "take" | "cross"
        ) && words
            .with_case(clause, &["from", "off"])
            .any(|noun| CALENDARS.contains(&words.lemma(noun)))
    };
    called_off(words, clause) || DROPPED.contains(&lemma) || struck()
}

/// "came to nothing", "failed to materialise": of what was to be.
pub(super) fn fizzled(words: &Words, clause: usize) -> bool {
    match words.lemma(clause) {
        "come" | "amount" => {
            let nothing =
                |word: usize| matches!(words.lower(word), "nothing" | "naught" | "nought");
            clause + 2 < words.len() && words.lower(clause + 1) == "to" && nothing(clause + 2)
        }
        "fail" => words
            .children_by(clause, &[Rel::Xcomp, Rel::Ccomp])
            .any(|child| {
                matches!(
                    words.lemma(child),
                    "materialise"
                        | "materialize"
                        | "happen"
                        | "occur"
                        | "take"
                        | "convene"
                        | "go"
                        | "start"
                        | "begin"
                        | "open"
                )
            }),
        // "never got off the ground"
        "get" => {
            let ground =
                (clause + 1..words.len().min(clause + 5)).any(|word| words.lemma(word) == "ground");
            ground && words.negation(clause).is_some()
        }
        _ => false,
    }
}

impl Reader<'_, '_> {
    /// Whether a deed that came to nothing is one that did not take place: a visit, a ceremony, or what was planned. Talks
    /// that came to nothing were held.
    pub(super) fn never_was(&self, deed: Deed) -> bool {
        let words = self.words;
        let (clause, noun) = (deed.clause, deed.head);
        let was_to_be = self.is_planned(noun)
            || matches!(
                words.lemma(noun),
                "visit"
                    | "trip"
                    | "tour"
                    | "ceremony"
                    | "signing"
                    | "appearance"
                    | "journey"
                    | "pilgrimage"
                    | "stopover"
            );
        words.upos(clause) == Upos::Verb
            && fizzled(words, clause)
            && (was_to_be || words.lemma(clause) == "fail")
    }
}
