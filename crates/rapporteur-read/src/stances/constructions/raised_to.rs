//! An offer or a claim that was moved: "raised its bid on Monday to 41 euros a share", "had improved its offer to 6% from 5%".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::Upos;

use crate::stances::arguments::holders::{Holder, possessors, subject_holders};
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Verbs of moving a figure.
const MOVES: &[&str] = &[
    "raise", "improve", "up", "increase", "lift", "boost", "sweeten", "hike", "better", "cut",
    "lower", "reduce", "trim", "shave", "double", "bump", "bring", "push", "put", "slash",
];

/// How far behind the noun the sums may stand.
const FAR: usize = 12;

/// Reads one word: the noun of what was moved.
pub fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let stance = match words.lemma(noun) {
        "offer" | "bid" => Stance::Offers,
        "claim" | "demand" | "request" => Stance::Demands,
        _ => return,
    };
    let Some(verb) = words
        .head(noun)
        .filter(|&verb| words.object(verb) == Some(noun) && MOVES.contains(&words.lemma(verb)))
    else {
        return;
    };
    let sentence = words.sentence(words.sentence_of(noun));
    let end = sentence.end.min(noun + FAR);
    let sums = |case: &str| {
        (noun + 1..end)
            .take_while(|&at| !matches!(words.form(at), ";" | "." | "\"" | "”"))
            .find(|&at| words.lower(at) == case && sum(words, at + 1).is_some())
    };
    let Some(to) = sums("to") else {
        return;
    };
    let held = match possessors(scene, noun) {
        held if held.is_empty() => subject_holders(scene, verb),
        held => held,
    };
    if held.is_empty() || !Force::of(words, verb).is_fact() || scene.is_void(verb) {
        return;
    }
    let clause = verb.min(noun)..end;
    // "lifted its offer": what is lifted so is not given up.
    claims.retain(|claim| {
        !(clause.contains(&claim.trigger)
            && claim.shares_party(&held)
            && matches!(
                claim.stance,
                Stance::Offers | Stance::Demands | Stance::Withdraws | Stance::Open
            ))
    });
    let start = words.subtree(verb).start.max(sentence.start);
    let last = sums("from").map_or(to, |from| from.max(to));
    let evidence = start..sum(words, last + 1).map_or(last + 1, |sum| sum.end);
    for case in [Some(to), sums("from")].into_iter().flatten() {
        claims.extend(sum(words, case + 1).map(|sum| {
            of_sum(
                stance,
                held.clone(),
                verb,
                sum,
                words.trim(evidence.clone()),
            )
        }));
    }
}

fn of_sum(
    stance: Stance,
    held: Vec<Holder>,
    trigger: usize,
    sum: Range<usize>,
    evidence: Range<usize>,
) -> Claim {
    Claim::plain(
        "raised-to",
        stance,
        held,
        trigger,
        Target::Phrase(sum.start, sum),
        evidence,
    )
}

/// "41 euros a share", "an initial 3.5 percent", "$4.20": the sum that stands at a word.
fn sum(words: &Words, at: usize) -> Option<Range<usize>> {
    let end = words
        .sentence(words.sentence_of(at.min(words.len() - 1)))
        .end;
    let first = (at..end.min(at + 3)).find(|&word| {
        words.upos(word) == Upos::Num || matches!(words.form(word), "$" | "£" | "€" | "¥")
    })?;
    let lead = |word: usize| matches!(words.upos(word), Upos::Det | Upos::Adj | Upos::Adv);
    if !(at..first).all(lead) {
        return None;
    }
    let last = (first..end)
        .take_while(|&word| {
            matches!(
                words.upos(word),
                Upos::Num | Upos::Noun | Upos::Sym | Upos::Propn
            ) || matches!(words.form(word), "$" | "£" | "€" | "¥" | "%")
                || matches!(words.lower(word), "a" | "an" | "per")
                    && word + 1 < end
                    && words.upos(word + 1) == Upos::Noun
        })
        .last()?;
    Some(first..last + 1)
}
