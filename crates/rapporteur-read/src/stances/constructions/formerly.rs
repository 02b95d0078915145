//! What somebody offered or asked before, told beside what it offers or asks now: "5 percent, up from an initial 3", "six
//! boats, down from the ten it had sought", "nine years instead of the fifteen it originally wanted".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Words that tell of the first of several.
const FIRST: &[&str] = &[
    "initial",
    "initially",
    "first",
    "earlier",
    "original",
    "originally",
    "previous",
    "previously",
    "opening",
];

/// Reads every offer, demand and proposal.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for claim in claims.iter_mut() {
        let told = matches!(
            claim.stance,
            Stance::Offers | Stance::Demands | Stance::Proposes
        );
        let settled = matches!(
            claim.stance,
            Stance::Accepts | Stance::AcceptsIf | Stance::Open
        );
        let Target::Phrase(head, phrase) = claim.on.clone() else {
            continue;
        };
        if !told && !settled || claim.via.is_some() {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(phrase.start));
        let limit = (sentence.end - 1).min(phrase.end + 2);
        let Some(up) = (phrase.start..limit).find(|&at| is_mark(words, at)) else {
            continue;
        };
        // What somebody offers is up from what they offered; what they ask may be up from what there is.
        let offered = claim.stance == Stance::Offers && words.lower(up + 1) == "from";
        let Some((amount, end)) = amount(words, up + 2, sentence.end, offered) else {
            continue;
        };
        // "the fifteen it had sought": by its own verb; else as what is told now.
        let own = sought(words, amount.end..end);
        let compared = matches!(words.lower(up), "instead" | "rather");
        let stance = match own {
            Some(own) => own,
            None if told && !compared => claim.stance,
            None => continue,
        };
        // What it is now ends before it.
        if phrase.contains(&up) && head < up && phrase.start < up {
            let now = words.trim(phrase.start..up);
            if !now.is_empty() {
                claim.on = Target::Phrase(head, now.clone());
                claim.evidence.end = claim.evidence.end.min(now.end.max(claim.trigger + 1));
            }
        }
        if more.iter().any(|other| other.trigger == up) {
            continue;
        }
        let head = (words.top(amount.clone()))
            .filter(|head| amount.contains(head))
            .unwrap_or(amount.start);
        more.push(Claim {
            stance,
            trigger: up,
            rule: "formerly".into(),
            on: Target::Phrase(head, amount),
            premise: None,
            reason: None,
            evidence: words.trim(up..end),
            ..claim.clone()
        });
    }
    // "the ten it had sought", read off its verb, too.
    claims.retain(|claim| {
        !(more.iter()).any(|former| {
            former.evidence.contains(&claim.trigger) && former.shares_party(&claim.holders)
        })
    });
    claims.extend(more);
}

/// "it had originally |sought|", "it |floated| in spring": what the former amount was.
fn sought(words: &Words, range: Range<usize>) -> Option<Stance> {
    let verb = range.take(5).find(|&at| words.upos(at) == Upos::Verb)?;
    match words.lemma(verb) {
        "seek" | "ask" | "demand" | "want" | "claim" | "request" => Some(Stance::Demands),
        "offer" | "promise" | "pledge" | "bid" => Some(Stance::Offers),
        "float" | "propose" | "suggest" | "table" => Some(Stance::Proposes),
        _ => None,
    }
}

/// ", up from", "12 boats, down from", ", instead of"; not "came down from the hill".
fn is_mark(words: &Words, at: usize) -> bool {
    let marks = match words.lower(at) {
        "up" | "down" => words.lower(at + 1) == "from",
        "instead" => words.lower(at + 1) == "of",
        "rather" => words.lower(at + 1) == "than",
        _ => false,
    };
    marks
        && at > 0
        && (words.form(at - 1) == ","
            || matches!(words.upos(at - 1), Upos::Noun | Upos::Num | Upos::Sym))
}

/// The former amount, and where the words that tell so end; none where nothing says whose it was.
fn amount(
    words: &Words,
    start: usize,
    limit: usize,
    offered: bool,
) -> Option<(Range<usize>, usize)> {
    let end = (start..limit)
        .find(|&at| {
            matches!(words.upos(at), Upos::Punct | Upos::Sconj)
                || words.upos(at) == Upos::Cconj
                || matches!(words.lower(at), "which" | "who" | "while")
        })
        .unwrap_or(limit);
    let sought = (start..end).find(|&at| {
        matches!(words.lower(at), "it" | "he" | "she" | "they" | "we")
            && (at + 1..end.min(at + 4)).any(|verb| words.is_verb(verb))
    });
    let first = (start..end).any(|at| FIRST.contains(&words.lower(at)));
    let counted = (start..sought.unwrap_or(end))
        .any(|at| words.upos(at) == Upos::Num || words.xpos(at) == Xpos::Cd);
    if !counted || !(first || offered) && sought.is_none() {
        return None;
    }
    // "3 percent | in its first proposal"
    let place = (start + 1..end).find(|&at| {
        matches!(words.lower(at), "in" | "at")
            && matches!(
                words.lower(at + 1),
                "its" | "his" | "her" | "their" | "the" | "a"
            )
    });
    let stop = [Some(end), sought, place].into_iter().flatten().min()?;
    let amount = words.trim(start..stop);
    (!amount.is_empty()).then_some((amount, end))
}
