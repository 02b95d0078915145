//! The nouns of texts: which text a noun phrase names, by its head and what stands before it.

use rapporteur_lexicon::{Lexicon, TextNeeds};
use rapporteur_model::ProposalType;
use rapporteur_syntax::{Rel, Upos};

use crate::words::Words;

/// What the head of a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    /// The type of text.
    pub kind: ProposalType,
    /// What it needs beside it to be one.
    pub needs: TextNeeds,
    /// Whether "draft" stands before it.
    pub drafted: bool,
}

/// Nouns after "draft" that make it no text.
const NO_DRAFT: &[&str] = &[
    "pick", "beer", "dodger", "board", "animal", "horse", "round", "lottery", "order", "age",
    "notice", "horse", "evader", "excluder", "law", "beer", "class", "card",
];
/// Parts and points by which texts are counted.
const POINTS: &[&str] = &[
    "point",
    "proposal",
    "article",
    "measure",
    "item",
    "clause",
    "provision",
    "chapter",
    "step",
    "paragraph",
];

/// Whether texts are counted in them: "14 points".
pub(super) fn is_point(lemma: &str) -> bool {
    POINTS.contains(&lemma)
}

/// What a noun names, also with what stands before or after it: "peace plan", "draft schedule", "memorandum of
/// understanding". Nothing for a noun before another.
pub(super) fn named(words: &Words, lexicon: &Lexicon, word: usize) -> Option<Named> {
    // "Article 7 of the January text": a compound that stands behind its head is none.
    let behind = words.rel(word) == Rel::Compound
        && words.head(word).is_some_and(|head| head < word)
        && words.child(word, &[Rel::Case]).is_some();
    if !behind
        && matches!(
            words.rel(word),
            Rel::Compound | Rel::Amod | Rel::Flat | Rel::Fixed
        )
    {
        return None;
    }
    let drafted = words
        .children_by(word, &[Rel::Compound, Rel::Amod])
        .any(|child| words.form(child).eq_ignore_ascii_case("draft") && child < word)
        && !NO_DRAFT.contains(&words.lemma(word));
    let noun = of_phrase(words, lexicon, word);
    // "draft regulation 96": a part of the text.
    if drafted && is_point_of_draft(words, word) {
        return None;
    }
    if drafted {
        return Some(Named {
            kind: ProposalType::Draft,
            needs: TextNeeds::Nothing,
            drafted,
        });
    }
    let noun = noun?;
    (!is_part(words, lexicon, word)).then_some(Named {
        kind: noun.kind,
        needs: noun.needs,
        drafted,
    })
}

/// The longest name in the lexicon that ends, or begins, with the noun.
fn of_phrase(
    words: &Words,
    lexicon: &Lexicon,
    word: usize,
) -> Option<rapporteur_lexicon::TextNoun> {
    let lemma = words.lemma(word);
    if let Some(of) = words.with_case(word, &["of"]).find(|&of| of == word + 2)
        && let Some(found) = lexicon
            .texts
            .noun(&format!("{lemma} of {}", words.lemma(of)))
    {
        return Some(found);
    }
    let mut name = lemma.to_owned();
    let mut longest = None;
    for before in (word.saturating_sub(3)..word).rev() {
        let modifies = words.head(before) == Some(word)
            && matches!(words.rel(before), Rel::Compound | Rel::Amod)
            || words.upos(before) == Upos::Punct && words.form(before) == "-";
        if !modifies {
            break;
        }
        name = format!("{} {name}", words.lower(before));
        longest = lexicon.texts.noun(&name).or(longest);
    }
    longest.or_else(|| lexicon.texts.noun(lemma))
}

/// "draft regulation 96", "draft article 7": one of the numbered parts of a draft.
fn is_point_of_draft(words: &Words, word: usize) -> bool {
    (is_point(words.lemma(word))
        || matches!(
            words.lemma(word),
            "regulation" | "rule" | "annex" | "standard" | "decision"
        ))
        && word + 1 < words.len()
        && words
            .form(word + 1)
            .starts_with(|sign: char| sign.is_ascii_digit())
}

/// "US draft of 28 peace proposals": one text, a draft.
fn is_part(words: &Words, lexicon: &Lexicon, word: usize) -> bool {
    words.rel(word) == Rel::Nmod
        && words.child(word, &[Rel::Nummod]).is_some()
        && words
            .children_by(word, &[Rel::Case])
            .any(|case| words.lemma(case) == "of")
        && words
            .head(word)
            .is_some_and(|head| lexicon.texts.noun(words.lemma(head)).is_some())
}
