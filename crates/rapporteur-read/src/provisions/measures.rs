//! Phrases that name no thing: a measure ("seven percent"), a pronoun ("sending its own").

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos};

use crate::words::Words;

/// Whether a phrase names nothing: figures, measures, pronouns, words for values ("anything above 3.5", "half that
/// number", "all 430 of their men").
pub(super) fn is_empty(words: &Words, phrase: &Range<usize>) -> bool {
    phrase.clone().all(|word| {
        let lemma = words.lemma(word);
        match words.upos(word) {
            Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb => {
                EMPTY.contains(&lemma)
                    || BOUNDS.contains(&lemma)
                    || rapporteur_model::month_of(words.form(word)).is_some()
                    || words.syntax.tags.upos[word] == Upos::Num
                    || lemma.starts_with(|char: char| char.is_ascii_digit())
            }
            _ => true,
        }
    })
}

/// Whether a phrase takes its thing from before: "sending its own", "lowering it to 16".
pub(super) fn refers_back(words: &Words, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|word| {
        let lemma = words.lemma(word);
        let pronoun = matches!(words.upos(word), Upos::Pron | Upos::Det)
            && matches!(
                lemma,
                "it" | "they" | "them" | "that" | "those" | "this" | "these" | "both" | "one"
            )
            && matches!(
                words.rel(word),
                Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Obl | Rel::Root
            );
        let own = lemma == "own"
            && words
                .head(word)
                .is_none_or(|head| words.upos(head) != Upos::Noun);
        pronoun || own || EMPTY.contains(&lemma) && words.rel(word) == Rel::Obj
    })
}

/// Whether a word is a unit that tells what may be counted so; years and days tell nothing.
pub(super) fn is_unit(lemma: &str) -> bool {
    lemma.ends_with('%')
        || matches!(
            lemma,
            "percent"
                | "cent"
                | "pc"
                | "dollar"
                | "euro"
                | "pound"
                | "crown"
                | "franc"
                | "peso"
                | "rupee"
                | "yen"
                | "$"
                | "€"
                | "£"
                | "tonne"
                | "ton"
                | "kilo"
                | "kilogram"
                | "litre"
                | "gallon"
                | "barrel"
                | "cubic"
                | "metre"
                | "meter"
                | "kilometre"
                | "kilometer"
                | "mile"
                | "hectare"
                | "acre"
                | "megawatt"
                | "ship"
                | "vessel"
                | "boat"
                | "truck"
                | "lorry"
                | "train"
                | "flight"
                | "soldier"
                | "troop"
                | "prisoner"
                | "hostage"
                | "refugee"
                | "migrant"
                | "nurse"
                | "teacher"
                | "seat"
        )
}

/// Whether a phrase tells a bound and not of what: "a cap of two percent", "the date".
pub(super) fn is_bound(words: &Words, phrase: &Range<usize>) -> bool {
    is_empty(words, phrase)
        && phrase
            .clone()
            .any(|word| BOUNDS.contains(&words.lemma(word)))
}

/// Whether a phrase tells only an aspect of a thing that is told elsewhere: its price, its length, that it is put off, put
/// down in writing or struck out ("a longer pause", "payment in instalments", "the paragraph struck").
pub(super) fn is_aspect(words: &Words, phrase: &Range<usize>) -> bool {
    let tells = |word: usize| {
        let lemma = words.lemma(word);
        EMPTY.contains(&lemma) || BOUNDS.contains(&lemma) || ASPECTS.contains(&lemma)
    };
    phrase.clone().all(|word| match words.upos(word) {
        Upos::Noun | Upos::Verb => tells(word),
        Upos::Propn => rapporteur_model::month_of(words.form(word)).is_some() || tells(word),
        _ => true,
    })
}

/// Nouns and verbs of what any thing can have or undergo: a price, a length, a beginning, a place in a text.
const ASPECTS: &[&str] = &[
    // What it costs, and how that is paid.
    "price",
    "cost",
    "payment",
    "pay",
    "instalment",
    "installment",
    "discount",
    "premium",
    "sum",
    "money",
    "repay",
    "reimburse",
    "reimbursement",
    "expense",
    "share",
    "split",
    "deduct",
    "proportion",
    "scale",
    "floor",
    "band",
    "formula",
    "factor",
    "multiple",
    // How long and when.
    "period",
    "length",
    "duration",
    "delay",
    "extension",
    "extend",
    "postponement",
    "postpone",
    "renewal",
    "renew",
    "pause",
    "break",
    "season",
    "winter",
    "summer",
    "autumn",
    "spring",
    "weekend",
    "fortnight",
    "decade",
    "transition",
    "interval",
    "notice",
    "schedule",
    "calendar",
    "pace",
    "end",
    "ending",
    "close",
    "closing",
    "expire",
    "expiry",
    "prolong",
    "shorten",
    "lengthen",
    "speed",
    "slow",
    "suspension",
    "suspend",
    "resumption",
    "resume",
    "term",
    "lapse",
    // That it is, ceases or changes.
    "change",
    "alter",
    "revision",
    "revise",
    "review",
    "amendment",
    "amend",
    "adjustment",
    "adjust",
    "addition",
    "add",
    "removal",
    "remove",
    "deletion",
    "delete",
    "inclusion",
    "include",
    "exclusion",
    "exclude",
    "exception",
    "abolition",
    "abolish",
    "scrap",
    "drop",
    "cancellation",
    "cancel",
    "freeze",
    "halt",
    "stop",
    "closure",
    "opening",
    "reopening",
    "reopen",
    "introduction",
    "introduce",
    "strike",
    "keep",
    "stay",
    "stand",
    "leave",
    "go",
    "come",
    "make",
    "bring",
    "put",
    "take",
    "give",
    "get",
    "set",
    "let",
    "do",
    "apply",
    "count",
    "cover",
    "replace",
    "replacement",
    "repeal",
    "reversal",
    "reverse",
    "phase",
    "relax",
    "tighten",
    "soften",
    "widen",
    "spread",
    "cap",
    // Its place in a text.
    "paragraph",
    "clause",
    "article",
    "sentence",
    "passage",
    "chapter",
    "annex",
    "wording",
    "word",
    "phrase",
    "bracket",
    "text",
    "provision",
    "item",
    "column",
    "entry",
    "rule",
    "principle",
    "scheme",
    "model",
    "method",
    "arrangement",
    "system",
    "mechanism",
    "measure",
    "demand",
    "condition",
    "requirement",
    "commitment",
    "undertaking",
    "plan",
    "project",
    "approach",
    "concession",
    "gesture",
    "move",
    "decision",
    "request",
    "application",
    "matter",
    "question",
    "issue",
    "subject",
    "alternative",
    "solution",
    "outcome",
    "result",
];

/// Words for bounds and their moving.
const BOUNDS: &[&str] = &[
    "quota",
    "limit",
    "cap",
    "ceiling",
    "threshold",
    "increase",
    "reduction",
    "cut",
    "rise",
    "raise",
    "lower",
    "reduce",
    "double",
    "halve",
    "annual",
    "yearly",
    "monthly",
    "flat",
    "date",
];

/// Words that tell a value, a measure or a person in general, not a thing.
const EMPTY: &[&str] = &[
    "percent",
    "per",
    "cent",
    "%",
    "percentage",
    "point",
    "half",
    "third",
    "quarter",
    "figure",
    "number",
    "amount",
    "compromise",
    "sum",
    "level",
    "rate",
    "value",
    "anything",
    "something",
    "nothing",
    "everything",
    "more",
    "less",
    "much",
    "many",
    "few",
    "fewer",
    "other",
    "rest",
    "remainder",
    "remain",
    "same",
    "such",
    "own",
    "claim",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "night",
    "time",
    "man",
    "woman",
    "person",
    "people",
    "first",
    "second",
    "last",
    "early",
    "late",
    "next",
    "dollar",
    "euro",
    "pound",
    "crown",
    "franc",
    "mark",
    "million",
    "billion",
    "thousand",
    "hundred",
    "dozen",
    "maximum",
    "minimum",
    "average",
    "total",
    "full",
    "whole",
    "part",
    "step",
    "stage",
    "phase",
    "low",
    "high",
    "small",
    "large",
    "big",
    "short",
    "long",
    "offer",
    "bid",
    "proposal",
    "idea",
    "version",
    "variant",
    "option",
    "one",
    "unit",
    "piece",
    "kind",
    "sort",
    "thing",
    "place",
    "side",
    "extra",
    "additional",
    "further",
    "above",
    "below",
    "zero",
    "start",
    "begin",
    "name",
];
