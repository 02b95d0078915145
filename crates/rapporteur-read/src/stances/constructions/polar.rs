//! A yes and a no of one holder in one breath: "says yes to a fund and no to a levy", "is for the fund and against the levy",
//! "voted against the levy but for the fund".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::Upos;

use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Cuts a thing before the second verdict, and reads that toward what follows it.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for at in 2..words.len().saturating_sub(2) {
        if !matches!(words.lower(at - 1), "and" | "but" | "," | "though") || scene.is_void(at) {
            continue;
        }
        let Some((stance, begin, answers)) = second(words, at) else {
            continue;
        };
        let sentence = words.sentence(words.sentence_of(at));
        let first = (claims.iter())
            .filter(|claim| {
                sentence.contains(&claim.trigger)
                    && claim.trigger < at
                    && claim.evidence.start < at
                    && !claim.holders.is_empty()
                    && is_other(words, claim, at, stance, answers)
            })
            .max_by_key(|claim| claim.trigger)
            .cloned();
        let Some(first) = first else { continue };
        let thing = thing(words, begin, sentence.end);
        let Some(head) = (words.top(thing.clone())).filter(|head| thing.contains(head)) else {
            continue;
        };
        shorten(words, claims, first.trigger, at - 1);
        claims.push(Claim {
            stance,
            on: scene.toward(head, thing.clone()),
            trigger: at,
            evidence: words.trim(at..thing.end),
            rule: "polar".into(),
            premise: None,
            reason: None,
            via: None,
            ..first
        });
    }
}

/// How many words the first thing may have.
const LONGEST: usize = 20;

/// The second verdict, where its thing begins, and whether it is an answer: "no to | a levy", "against | the levy".
fn second(words: &Words, at: usize) -> Option<(Stance, usize, bool)> {
    let of = words.lower(at + 2) == "of";
    match (words.lower(at), words.lower(at + 1)) {
        ("no", "to") => Some((Stance::Rejects, at + 2, true)),
        ("yes", "to") => Some((Stance::Accepts, at + 2, true)),
        ("against", _) => Some((Stance::Opposes, at + 1, false)),
        ("for", _) => Some((Stance::Supports, at + 1, false)),
        ("in", "favour" | "favor") if of => Some((Stance::Supports, at + 3, false)),
        _ => None,
    }
}

/// Whether a claim is the first verdict, of the other kind: "yes to", "for".
fn is_other(words: &Words, claim: &Claim, at: usize, second: Stance, answers: bool) -> bool {
    // A text on the table stands behind the last such preposition.
    let start = on_start(claim).or_else(|| {
        (claim.evidence.start + 1..at)
            .rev()
            .find(|&start| matches!(words.lower(start - 1), "for" | "of" | "against" | "to"))
    });
    let Some(start) = start.filter(|&start| start > 1 && start < at && at - start < LONGEST) else {
        return false;
    };
    let (word, case) = (words.lower(start - 2), words.lower(start - 1));
    match second {
        Stance::Rejects => answers && word == "yes" && case == "to",
        Stance::Accepts => answers && word == "no" && case == "to",
        Stance::Opposes => {
            matches!(claim.stance, Stance::Supports | Stance::AcceptsIf)
                && (case == "for" || case == "of" && matches!(word, "favour" | "favor"))
        }
        _ => claim.stance == Stance::Opposes && case == "against",
    }
}

fn on_start(claim: &Claim) -> Option<usize> {
    match &claim.on {
        Target::Phrase(_, phrase) => Some(phrase.start),
        _ => None,
    }
}

/// A noun phrase up to the next stop; nothing where none begins.
fn thing(words: &Words, begin: usize, end: usize) -> Range<usize> {
    let opens = matches!(
        words.upos(begin),
        Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Verb | Upos::Pron
    );
    let end = (begin..end)
        .find(|&at| {
            matches!(
                words.form(at),
                "," | ";" | "." | ":" | "–" | "—" | "\"" | "”"
            ) || matches!(words.lower(at), "but" | "while" | "because")
        })
        .unwrap_or(end);
    match opens {
        true => words.trim(begin..end),
        false => begin..begin,
    }
}

/// Ends what the first verdict is about before the second, and drops what was taken for its second thing.
fn shorten(words: &Words, claims: &mut Vec<Claim>, trigger: usize, stop: usize) {
    claims.retain(|claim| {
        claim.trigger != trigger || on_start(claim).is_none_or(|start| start < stop)
    });
    for claim in claims.iter_mut().filter(|claim| claim.trigger == trigger) {
        if let Target::Phrase(_, phrase) = &mut claim.on {
            *phrase = words.trim(phrase.start..phrase.end.min(stop).max(phrase.start + 1));
        }
        claim.evidence.end = claim.evidence.end.min(stop.max(claim.evidence.start + 1));
    }
}
