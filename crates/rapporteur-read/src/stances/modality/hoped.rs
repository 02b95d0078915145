//! Answers that are still to be had: "the price of its support", "in exchange for its support", "without its consent",
//! "hopes for its approval", "its consent is needed".

use rapporteur_syntax::Rel;

use crate::words::Words;

/// Verbs and nouns of wanting or awaiting what they govern.
const WANTING: &[&str] = &[
    "seek",
    "need",
    "require",
    "want",
    "await",
    "request",
    "demand",
    "expect",
    "lack",
    "hope",
    "wait",
    "look",
    "press",
    "push",
    "ask",
    "call",
    "plead",
    "beg",
    "lobby",
    "campaign",
    "appeal",
    "depend",
    "count",
    "rely",
    "bank",
    "quest",
    "search",
    "plea",
    "bid",
    "condition",
];

/// What is said of an answer that nobody has given.
const OUTSTANDING: &[&str] = &[
    "necessary",
    "essential",
    "crucial",
    "indispensable",
    "vital",
    "required",
    "needed",
    "missing",
    "lacking",
    "pending",
    "outstanding",
    "possible",
    "likely",
    "unlikely",
    "uncertain",
    "conceivable",
    "doubtful",
];

/// "in exchange for its support", "the price of its support"
pub(in crate::stances) fn is_traded(words: &Words, noun: usize) -> bool {
    let priced = words.rel(noun) == Rel::Nmod
        && (words.head(noun)).is_some_and(|price| words.lemma(price) == "price");
    priced
        || (noun.saturating_sub(5)..noun).any(|at| {
            matches!(words.lemma(at), "exchange" | "return") && words.form(at + 1) == "for"
        })
}

/// Whether the answer that a noun tells of is only wished for, awaited or supposed.
pub(in crate::stances) fn is_awaited(words: &Words, noun: usize) -> bool {
    let without = (words.children_by(noun, &[Rel::Case])).any(|case| {
        matches!(
            words.lower(case),
            "without" | "pending" | "absent" | "barring" | "until"
        )
    });
    let Some(head) = words.head(noun).filter(|_| !without) else {
        return without;
    };
    match words.rel(noun) {
        Rel::Nmod | Rel::Obl | Rel::Obj | Rel::NsubjPass => WANTING.contains(&words.lemma(head)),
        Rel::Nsubj => OUTSTANDING.contains(&words.lower(head)),
        _ => false,
    }
}
