//! What comes with what is asked or put forward: "asked for 12 million, along with a say in how the dam is run", "would cap the
//! levy, with a third of the proceeds going to towns". It is a thing of its own, under the same stance.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// What is to become of a thing that comes with another: "with the wounded going first". "With prices rising" is how things are.
const ARRANGED: &[&str] = &[
    "act",
    "chair",
    "cover",
    "cut",
    "get",
    "go",
    "guard",
    "hold",
    "keep",
    "monitor",
    "oversee",
    "pay",
    "phase",
    "police",
    "receive",
    "release",
    "reserve",
    "run",
    "serve",
    "set",
    "share",
    "split",
    "spread",
    "supervise",
    "take",
    "verify",
    "watch",
];

/// Nouns of what somebody may do: "with a right to walk away".
const RIGHTS: &[&str] = &[
    "authority",
    "duty",
    "freedom",
    "guarantee",
    "mandate",
    "obligation",
    "option",
    "power",
    "promise",
    "right",
];

/// Nouns of what goes on around the talks.
const BACKGROUND: &[&str] = &[
    "talk",
    "negotiation",
    "election",
    "vote",
    "price",
    "deadline",
    "time",
    "war",
    "day",
    "week",
    "month",
    "minister",
    "eye",
    "tension",
    "fighting",
];

/// How far behind what is wanted its company is looked for.
const NEAR: usize = 24;

/// Gives what comes with a thing a claim of its own.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for index in 0..claims.len() {
        let claim = &claims[index];
        let Target::Phrase(head, phrase) = claim.on.clone() else {
            continue;
        };
        let puts = matches!(
            claim.stance,
            Stance::Demands | Stance::Proposes | Stance::Offers
        );
        if !puts || claim.via.is_some() || phrase.start < claim.trigger {
            continue;
        }
        let end = words.sentence(words.sentence_of(phrase.start)).end;
        let company = (phrase.start + 1..end.min(phrase.end + NEAR))
            .take_while(|&at| {
                !matches!(words.form(at), ";" | ":" | "." | "\"" | "”")
                    && (phrase.contains(&at)
                        || !matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Md))
            })
            .find_map(|with| company(scene, with, end));
        let Some((from, thing)) = company else {
            // "called for new money, with Japan preferring old funds": Japan is no part of it.
            if let Some(comma) = others(scene, &phrase) {
                let claim = &mut claims[index];
                let first = words.trim(phrase.start..comma);
                claim.on = Target::Phrase(head, first.clone());
                claim.evidence.end = claim.evidence.end.min(comma);
            }
            continue;
        };
        let taken = |other: &Claim| {
            matches!(&other.on, Target::Phrase(_, known) if *known != phrase
                && known.start < thing.end && thing.start < known.end)
        };
        if claims.iter().chain(&more).any(taken) {
            continue;
        }
        let top = words.top(thing.clone()).unwrap_or(thing.start);
        more.push(Claim {
            on: scene.toward(top, thing.clone()),
            rule: "along-with".into(),
            evidence: words.trim(from..thing.end),
            premise: None,
            ..claim.clone()
        });
        // The thing itself ends before its company.
        if phrase.contains(&from) && from > head {
            let claim = &mut claims[index];
            let first = words.trim(phrase.start..from);
            claim.on = Target::Phrase(head, first.clone());
            if claim.evidence.end == phrase.end {
                claim.evidence.end = first.end;
            }
        }
    }
    claims.append(&mut more);
}

/// A hyphen with room around it: "with a fund for towns - an idea of the Greens'".
fn is_dash(words: &Words, at: usize) -> bool {
    words.syntax.tokens.spans[at - 1].end < words.syntax.tokens.spans[at].start
}

/// The comma before a "with" that brings others and what they do.
fn others(scene: &Scene, phrase: &Range<usize>) -> Option<usize> {
    let words = scene.words;
    (phrase.start + 1..phrase.end.saturating_sub(3)).find(|&comma| {
        let article = usize::from(words.lower(comma + 2) == "the");
        words.form(comma) == ","
            && words.lower(comma + 1) == "with"
            && scene.entities.actor(comma + 2 + article).is_some()
            && (comma + 3..phrase.end).any(|at| words.xpos(at) == Xpos::Vbg)
    })
}

/// The phrase behind a "with", and where it begins, "along" and all.
fn company(scene: &Scene, with: usize, end: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    if words.lower(with) != "with" || with < 2 || with + 2 >= end {
        return None;
    }
    let first = with + 1;
    let stop = (first..end)
        .find(|&at| words.upos(at) == Upos::Punct && (words.form(at) != "-" || is_dash(words, at)))
        .unwrap_or(end);
    let phrase = words.trim(first..stop);
    let opens = matches!(
        words.upos(first),
        Upos::Det | Upos::Num | Upos::Adj | Upos::Noun
    );
    if !opens || phrase.len() < 2 {
        return None;
    }
    if matches!(words.lower(with - 1), "along" | "together") {
        let head = words.head(with).filter(|&head| phrase.contains(&head))?;
        let thing = words.upos(head) == Upos::Noun
            && scene.entities.actor(head).is_none()
            && matches!(
                words.lower(first),
                "a" | "an" | "the" | "some" | "two" | "three"
            );
        return thing.then_some((with - 1, phrase));
    }
    if words.form(with - 1) != "," {
        return None;
    }
    let verb = (first + 1..phrase.end.min(first + 9)).find(|&at| words.is_verb(at))?;
    let noun = (first..verb).rev().find(|&at| words.upos(at) == Upos::Noun);
    let quiet = !(first..verb).any(|at| BACKGROUND.contains(&words.lemma(at)));
    let to = words.lower(verb - 1) == "to" || words.lower(verb - 1) == "be";
    let arranged = ARRANGED.contains(&words.lemma(verb))
        && (matches!(words.xpos(verb), Xpos::Vbg)
            || words.xpos(verb) == Xpos::Vbn && words.rel(verb) != Rel::Amod);
    let to_be = to && words.xpos(verb) == Xpos::Vbn;
    let right =
        to && noun.is_some_and(|_| (first..verb).any(|at| RIGHTS.contains(&words.lemma(at))));
    (quiet && (arranged || to_be || right)).then_some((with, phrase))
}
