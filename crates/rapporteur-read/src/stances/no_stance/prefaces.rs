//! What a speaker wants to do by speaking, and does by it: "I want to thank the hosts", "we would like to congratulate her",
//! "let me be clear". A performative with its preface (Austin 1962) tells no term.

use crate::words::Words;

/// Verbs of what is done by being said, and of how one goes on.
const DONE_BY_SAYING: &[&str] = &[
    "thank",
    "congratulate",
    "commend",
    "salute",
    "applaud",
    "praise",
    "apologise",
    "apologize",
    "wish",
    "greet",
    "say",
    "tell",
    "add",
    "note",
    "mention",
    "point",
    "stress",
    "emphasise",
    "emphasize",
    "underline",
    "underscore",
    "reiterate",
    "repeat",
    "remind",
    "assure",
    "reassure",
    "finish",
    "conclude",
    "turn",
    "echo",
    "express",
    "convey",
    "acknowledge",
    "correct",
    "clarify",
    "quote",
    "read",
    "single",
];

/// Verbs of other deeds that are done by being said with what stands behind them: "pay tribute", but not "pay less".
const WITH_A_TRIBUTE: &[&str] = &[
    "pay",
    "extend",
    "introduce",
    "close",
    "start",
    "begin",
    "try",
];

/// Whether "I" or "we" want to do what is done by saying it. `deed` is the head of what is wanted.
pub(in crate::stances) fn is_preface(words: &Words, wanting: usize, deed: usize) -> bool {
    words
        .subject(wanting)
        .is_some_and(|subject| matches!(words.lower(subject), "i" | "we"))
        && words
            .children(deed)
            .any(|child| child < deed && words.lower(child) == "to")
        && (DONE_BY_SAYING.contains(&words.lemma(deed))
            || WITH_A_TRIBUTE.contains(&words.lemma(deed)) && is_tribute(words, deed))
}

/// "pay tribute", "extend my thanks", "introduce my colleague", "close by saying", "try to give you an idea".
fn is_tribute(words: &Words, deed: usize) -> bool {
    let near = deed + 1..(deed + 4).min(words.len());
    near.into_iter().any(|at| {
        matches!(
            words.lower(at),
            "tribute"
                | "thanks"
                | "gratitude"
                | "condolences"
                | "congratulations"
                | "sympathy"
                | "sympathies"
                | "welcome"
                | "respects"
                | "colleague"
                | "colleagues"
                | "by"
                | "with"
                | "you"
        )
    })
}
