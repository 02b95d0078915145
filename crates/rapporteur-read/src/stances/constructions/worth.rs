//! What an offer comes to: "Merin's first offer, in April, was worth 310 crowns", "its bid stood at 9 percent".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders, possessors};
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target, is_claimed};
use crate::words::Words;

/// Words between the verb and the sum.
const BEFORE: &[&str] = &[
    "worth", "at", "to", "of", "up", "just", "only", "about", "around", "some", "nearly", "almost",
    "roughly", "valued", "still", "then", "in",
];

/// How far behind the noun its verb and the sum may stand.
const FAR: usize = 14;

/// Reads one word: the noun of the offer.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    // "the rival bid", taken for a verb.
    let noun = words.upos(word) == Upos::Noun
        || words.lower(word) == "bid"
            && (1..=2).any(|back| {
                word.checked_sub(back)
                    .is_some_and(|det| words.upos(det) == Upos::Det)
            });
    let offered = matches!(
        words.lemma(word),
        "offer" | "bid" | "counter-offer" | "counteroffer"
    ) && noun
        && words.rel(word) == Rel::Nsubj;
    if !offered || is_claimed(scene, claims, word) || scene.proposals.compared {
        return;
    }
    let Some(predicate) = words.head(word).filter(|&predicate| predicate > word) else {
        return;
    };
    let force = Force::of(words, predicate);
    let mut held = possessors(scene, word);
    if held.is_empty() {
        held = behind(scene, word);
    }
    if held.is_empty() || force.negated || force.hypothetical || force.is_modal() {
        return;
    }
    let Some(sum) = sum(words, word) else {
        return;
    };
    let head = words.top(sum.clone()).unwrap_or(sum.start);
    let start = words.subtree(word).start.min(word);
    claims.push(Claim {
        outlet: scene.speaker(word).is_none(),
        ..Claim::plain(
            "offer-worth",
            Stance::Offers,
            held,
            word,
            Target::Phrase(head, sum.clone()),
            words.trim(start..sum.end),
        )
    });
}

/// "The rival bid|, from the family firm Holm,": whose it is, told right behind it.
fn behind(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(noun)).end;
    let from = noun + 1 + usize::from(words.form((noun + 1).min(end - 1)) == ",");
    if from >= end || !matches!(words.lower(from), "from" | "by") {
        return Vec::new();
    }
    (from + 1..end.min(from + 9))
        .take_while(|&at| {
            words.form(at) != "," && !matches!(words.upos(at), Upos::Verb | Upos::Aux)
        })
        .filter(|&at| words.upos(at) == Upos::Propn)
        .map(|at| holders(scene, at))
        .filter(|held| !held.is_empty())
        .last()
        .unwrap_or_default()
}

/// "310 crowns a boat" behind "was worth", "stood at", "came to".
fn sum(words: &Words, noun: usize) -> Option<Range<usize>> {
    let end = words.sentence(words.sentence_of(noun)).end;
    let verb = (noun + 1..end.min(noun + FAR)).find(|&at| {
        matches!(
            words.lower(at),
            "was"
                | "is"
                | "stood"
                | "stands"
                | "came"
                | "comes"
                | "amounted"
                | "amounts"
                | "totalled"
                | "totaled"
                | "totals"
                | "valued"
                | "values"
        )
    })?;
    let first = (verb + 1..end).find(|&at| !BEFORE.contains(&words.lower(at)))?;
    let money = matches!(words.form(first), "$" | "£" | "€" | "¥");
    if !money && words.upos(first) != Upos::Num {
        return None;
    }
    let last = (first..end.min(first + 9))
        .take_while(|&at| {
            at == first
                || words.upos(at) != Upos::Punct
                    && !matches!(
                        words.upos(at),
                        Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj | Upos::Pron
                    )
        })
        .last()?;
    let sum = words.trim(first..last + 1);
    // "was 3": nobody knows what.
    (sum.len() > 1).then_some(sum)
}
