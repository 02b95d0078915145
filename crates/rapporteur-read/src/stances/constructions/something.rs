//! Answers by what a thing is said to be: "A pause was not something it could contemplate", "The threshold is a line that
//! Brod will not cross", "The price was something to which no treasury would agree", "described the offer as something one
//! can work with", "called the date “something we could look at”".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::cues::verdicts::JUDGING;
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene, is_claimed};
use crate::words::Words;

/// Nouns that say nothing of the thing: "something", "a word", "a step".
const BLANK: &[&str] = &[
    "something",
    "anything",
    "thing",
    "one",
    "matter",
    "point",
    "step",
    "idea",
    "figure",
    "number",
    "word",
    "price",
    "demand",
    "arrangement",
    "option",
    "solution",
    "course",
    "concession",
    "proposal",
    "condition",
    "term",
    "bargain",
    "compromise",
    "result",
    "outcome",
    "basis",
    "start",
];

/// Verbs of letting pass what one can do so with.
const PASSING: &[&str] = &[
    "accept", "live", "work", "sleep", "sign", "swallow", "stomach", "manage", "bear", "agree",
    "support",
];

/// Verbs of talking something over.
const TALKING: &[&str] = &[
    "look",
    "consider",
    "discuss",
    "talk",
    "speak",
    "think",
    "study",
    "build",
    "explore",
    "examine",
    "chew",
    "entertain",
    "negotiate",
    "start",
];

/// Verbs of giving way: on what one will not do so one stands fast.
const YIELDING: &[&str] = &[
    "budge",
    "move",
    "bend",
    "yield",
    "compromise",
    "negotiate",
    "bargain",
    "haggle",
    "trade",
    "barter",
    "cross",
    "shift",
    "waver",
];

/// Reads one word: the verb of the clause that describes the noun.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(words.rel(verb), Rel::AclRelcl | Rel::Acl) || !words.is_verb(verb) {
        return;
    }
    let Some(noun) = words.head(verb).filter(|&noun| noun < verb) else {
        return;
    };
    let line = matches!(
        words.lemma(noun),
        "line" | "threshold" | "rubicon" | "bridge"
    );
    // "a mechanism that its members could not adopt"
    let of_a_kind = words.upos(noun) == Upos::Noun
        && (words.children_by(noun, &[Rel::Det])).any(|det| matches!(words.lower(det), "a" | "an"));
    // "a man who would not agree" is no term.
    let other = words
        .child(verb, &[Rel::Nsubj])
        .is_some_and(|who| who > noun && !matches!(words.lower(who), "who" | "that" | "which"));
    if !line && !of_a_kind && !BLANK.contains(&words.lemma(noun)) || !other {
        return;
    }
    if is_claimed(scene, claims, noun) {
        return;
    }
    // "described the levy as something …": what is judged, and by whom.
    let copula = words.child(noun, &[Rel::Cop]);
    let judge = match copula {
        Some(_) => None,
        None => judge(words, noun),
    };
    let (Some(link), subject) = (match judge {
        Some(judge) => (
            Some(judge),
            words
                .object(judge)
                .or_else(|| words.child(judge, &[Rel::NsubjPass])),
        ),
        None => (
            copula,
            words
                .child(noun, &[Rel::Nsubj, Rel::NsubjOuter, Rel::Csubj])
                .filter(|&subject| copula.is_some_and(|copula| subject < copula)),
        ),
    }) else {
        return;
    };
    let Some(subject) = subject.filter(|&subject| {
        subject < noun
            && (words.xpos(subject) == Xpos::Vbg
                || matches!(
                    words.upos(subject),
                    Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym | Upos::Pron
                ))
            && scene.entities.actor(subject).is_none()
            && (words.upos(subject) != Upos::Pron
                || matches!(
                    words.lower(subject),
                    "that" | "this" | "it" | "these" | "those"
                ))
    }) else {
        return;
    };
    let outer = Force::of(words, judge.unwrap_or(noun));
    let force = Force::of(words, verb);
    if outer.hypothetical
        || force.past && force.modal.is_none() && !line
        || !force.never && scene.statements.is_declining(verb)
        // "something it will never discuss" is no question left open.
        || SAYING.contains(&words.lemma(verb)) && !(force.never && words.lemma(verb) == "discuss")
        || judge.is_some() && (outer.negated || outer.never)
    {
        return;
    }
    // The force of the clause counts a "not" of "something" already.
    let denied = outer.negated || outer.never;
    let counted = matches!(
        words.lemma(noun),
        "something" | "thing" | "one" | "anything"
    );
    let refused = (force.negated || force.never) ^ (denied && !counted);
    // "something I had never thought of": what has not been is no refusal.
    let willing = matches!(
        force.modal.as_deref(),
        Some("will" | "would" | "can" | "could" | "shall")
    );
    let ever = force.never
        || outer.never
        || (noun + 1..verb).any(|ever| matches!(words.lower(ever), "ever" | "never"));
    if !willing && !line {
        return;
    }
    let held = match (of_clause(scene, verb, noun), judge) {
        (held, Some(judge)) if held.is_empty() => subject_holders(scene, judge),
        (held, _) => held,
    };
    let phrase = match judge {
        Some(_) => noun_phrase(scene, subject),
        None => thing(scene, subject, link),
    };
    if held.is_empty() || phrase.is_empty() {
        return;
    }
    if !refused {
        let passed = passed(scene, verb, denied)
            .filter(|_| !line && (judge.is_some() || !is_claimed(scene, claims, verb)));
        if let Some(stance) = passed {
            claims.retain(|claim| claim.trigger != verb);
            let end = clause_end(words, verb);
            claims.push(Claim::plain(
                "something",
                stance,
                held,
                verb,
                scene.toward(subject, phrase.clone()),
                words.trim(phrase.start..end),
            ));
        }
        return;
    }
    // "not something he would say"; but "something we will never discuss"
    let said = SAYING.contains(&words.lemma(verb)) && !(ever && words.lemma(verb) == "discuss");
    if said || line && words.lemma(verb) != "cross" || denied && line {
        return;
    }
    // What the frames made of the clause alone: toward "something".
    claims.retain(|claim| claim.trigger != verb);
    let end = clause_end(words, verb);
    claims.push(Claim::plain(
        "not-something",
        if ever || line || YIELDING.contains(&words.lemma(verb)) {
            Stance::RedLine
        } else {
            Stance::Rejects
        },
        held,
        verb,
        scene.toward(subject, phrase.clone()),
        words.trim(phrase.start..end),
    ));
}

/// "described | as something", "called it | a thing": the verb that says what it is.
fn judge(words: &Words, noun: usize) -> Option<usize> {
    let cased = || {
        words
            .child(noun, &[Rel::Case])
            .is_some_and(|case| words.lower(case) == "as")
    };
    words.head(noun).filter(|&judge| {
        judge < noun
            && JUDGING.contains(&words.lemma(judge))
            && match words.rel(noun) {
                Rel::Obl => cased(),
                Rel::Xcomp | Rel::Advcl => true,
                _ => false,
            }
    })
}

/// What a thing shows that one could do so with: "something Brod could live with", "something one can look at".
fn passed(scene: &Scene, verb: usize, denied: bool) -> Option<Stance> {
    let words = scene.words;
    if denied || premise(words, verb).is_some() {
        return None;
    }
    let lemma = words.lemma(verb);
    if PASSING.contains(&lemma) {
        return Some(Stance::Accepts);
    }
    TALKING.contains(&lemma).then_some(Stance::Open)
}

/// "not something he would say": of words and thoughts, no term.
const SAYING: &[&str] = &[
    "say",
    "know",
    "see",
    "hear",
    "think",
    "believe",
    "expect",
    "imagine",
    "remember",
    "comment",
    "discuss",
    "speculate",
    "predict",
    "recall",
    "understand",
    "explain",
    "control",
    "wish",
    "like",
    "want",
    "answer",
    "confirm",
    "share",
];

/// Who would not: the subject of the clause, the speaker where that is anybody ("no treasury could accept", "one can").
fn of_clause(scene: &Scene, verb: usize, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let held = subject_holders(scene, verb);
    let speakers = Holder::speakers(scene, noun);
    if !held.is_empty() {
        return held;
    }
    let own = words.child(verb, &[Rel::Nsubj]).is_some_and(|subject| {
        matches!(
            words.lower(subject),
            "we" | "i"
                | "he"
                | "she"
                | "it"
                | "they"
                | "one"
                | "anyone"
                | "anybody"
                | "nobody"
                | "everyone"
                | "everybody"
        ) || (words.children_by(subject, &[Rel::Det, Rel::NmodPoss])).any(|of| {
            matches!(
                words.lower(of),
                "no" | "any" | "its" | "his" | "her" | "their" | "our" | "my"
            )
        })
    });
    if own { speakers } else { Vec::new() }
}

/// The subject of "is not something": a noun with what belongs to it.
fn thing(scene: &Scene, subject: usize, copula: usize) -> Range<usize> {
    let words: &Words = scene.words;
    let phrase = noun_phrase(scene, subject);
    words.trim(phrase.start..phrase.end.min(copula))
}

/// Where the clause of a verb ends, or pauses.
fn clause_end(words: &Words, verb: usize) -> usize {
    let end = words.subtree(verb).end.max(verb + 1);
    (verb + 1..end)
        .find(|&at| matches!(words.form(at), "," | ";" | "\"" | "”"))
        .unwrap_or(end)
}
