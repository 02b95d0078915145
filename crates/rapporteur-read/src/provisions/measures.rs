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
