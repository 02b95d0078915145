//! Refusals that leave no way open: "ruled out a second bridge for good", "out of the question, now and always", "excluded
//! ever sitting down with them". A refusal put so is a red line.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Words behind a refusal that leave no way open.
const EVER: &[&str] = &[
    "as long as he lives",
    "as long as i",
    "as long as she lives",
    "as long as they live",
    "as long as we",
    "at any cost",
    "at any price",
    "at any stage",
    "at any time or",
    "come what may",
    "ever again",
    "for all eternity",
    "for all the",
    "for all time",
    "for all times",
    "for any money",
    "for any price",
    "for eternity",
    "for ever",
    "for good",
    "forever",
    "in any circumstances",
    "in any scenario",
    "in any shape",
    "in any form",
    "in my lifetime",
    "in no circumstances",
    "in our lifetime",
    "in this decade or",
    "in this life",
    "no matter what",
    "not ever",
    "not now",
    "not today",
    "now and always",
    "now and ever",
    "now and for ever",
    "now and forever",
    "now and in",
    "now or at any",
    "now or ever",
    "now or in",
    "now or later",
    "on any terms",
    "once and for all",
    "full stop",
    "period",
    "this year or",
    "today and tomorrow",
    "today or ever",
    "today or in",
    "today or tomorrow",
    "today , tomorrow",
    "under any circumstances",
    "under any conditions",
    "under any government",
    "under any scenario",
    "under any version",
    "whatever happens",
    "whatever the price",
];

/// Of those the ones that only make a refusal stronger, where a word of refusing does not say "will not".
const STRONGER: &[&str] = &["in any form", "in any shape", "full stop", "period"];

/// Makes red lines of refusals that leave no way open.
pub(in crate::stances) fn settle(scene: &Scene, claims: &mut [Claim]) {
    for claim in claims {
        // "must not be touched at any price"
        let forbids = claim.stance == Stance::Demands
            && claim.rule == "must"
            && words_forbid(scene.words, claim.trigger);
        if claim.stance != Stance::Rejects && !forbids || claim.premise.is_some() {
            continue;
        }
        let Some(ever) = closing(scene.words, claim) else {
            continue;
        };
        claim.stance = Stance::RedLine;
        claim.evidence.end = claim.evidence.end.max(ever.end);
        // "ever | to hand over the islands", "the listing | permanently"
        if let Target::Phrase(_, phrase) = &mut claim.on
            && phrase.len() > 1
        {
            let end = phrase.end - 1;
            phrase.end -= usize::from(is_lasting(scene.words.lower(end)));
            let ever = scene.words.lower(phrase.start) == "ever" && phrase.len() > 1;
            phrase.start += usize::from(ever);
        }
        // "a second bridge | for good"
        if let Target::Phrase(head, phrase) = &mut claim.on
            && (*head + 1..=ever.end).contains(&ever.start)
            && (ever.start + 1..=ever.end).contains(&phrase.end)
        {
            *phrase = scene.words.trim(phrase.start..ever.start);
        }
    }
}

/// "must not", "may not"
fn words_forbid(words: &Words, verb: usize) -> bool {
    let force = Force::of(words, verb);
    force.negated
        && matches!(
            force.modal.as_deref(),
            Some("must" | "may" | "can" | "shall")
        )
}

/// The words that close every way: at the word of refusing, or behind all that is refused.
fn closing(words: &Words, claim: &Claim) -> Option<Range<usize>> {
    let sentence = words.sentence(words.sentence_of(claim.trigger));
    if is_closed(words, claim, &sentence) {
        return Some(claim.evidence.end..claim.evidence.end);
    }
    let start = (words.negation(claim.trigger))
        .filter(|&no| no < claim.trigger && sentence.contains(&no))
        .unwrap_or(claim.trigger);
    // Another verb may be what the words go with: "rejected a plan to close it for good".
    let mut verb = false;
    for at in start + 1..(claim.evidence.end + 4).min(sentence.end) {
        let beyond = at >= claim.evidence.end;
        let aside = beyond || matches!(words.form(at - 1), "," | "—" | "–" | "\"" | "”" | "“");
        if !verb || aside {
            match behind(words, at, sentence.end) {
                Some((ever, end)) if !STRONGER.contains(&ever) => return Some(at..end),
                _ => {}
            }
        }
        if matches!(words.form(at), ";" | ":") || beyond && words.is_verb(at) {
            return None;
        }
        verb |= at != claim.trigger && words.is_verb(at);
    }
    None
}

/// "ruled out ever meeting them", "has permanently excluded it", "called it permanently unacceptable".
fn is_closed(words: &Words, claim: &Claim, sentence: &Range<usize>) -> bool {
    let trigger = claim.trigger;
    let ever = (trigger + 1..(trigger + 3).min(sentence.end)).any(|at| {
        words.lower(at) == "ever"
            && at + 1 < sentence.end
            && (words.xpos(at + 1) == Xpos::Vbg || words.lower(at + 1) == "to")
    });
    let first = claim.evidence.start.max(sentence.start);
    ever || (first..claim.evidence.end.min(sentence.end)).any(|at| {
        is_lasting(words.lower(at))
            && (at + 1 == trigger
                || at > trigger + 1
                    && at + 1 < sentence.end
                    && words.upos(at + 1) == Upos::Adj
                    && matches!(
                        words.upos(at - 1),
                        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Aux
                    ))
    })
}

fn is_lasting(adverb: &str) -> bool {
    matches!(adverb, "permanently" | "irrevocably" | "eternally")
}

/// Where words end, behind a refusal, that leave no way open: "come what may", "not now and not ever", "under any
/// circumstances", "this year or in a hundred".
pub(in crate::stances) fn absolute_behind(words: &Words, word: usize) -> Option<usize> {
    let end = words.sentence(words.sentence_of(word)).end;
    (word + 1..end.min(word + 14)).find_map(|at| behind(words, at, end).map(|(_, last)| last))
}

/// The words that begin there, and where they end.
fn behind(words: &Words, at: usize, end: usize) -> Option<(&'static str, usize)> {
    let first = words.lower(at);
    EVER.iter().find_map(|&ever| {
        let rest = ever.strip_prefix(first)?;
        let length = ever.split(' ').count();
        let all = (rest.is_empty() || rest.starts_with(' '))
            && at + length <= end
            && (ever.split(' ').zip(at..)).all(|(form, at)| words.lower(at) == form);
        all.then_some((ever, at + length))
    })
}
