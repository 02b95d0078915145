//! Parties that keep their position to themselves, in plain words: "did not say whether it would sign", "on the levy she
//! kept her cards covered", "Would Merin pay? The envoy gave no answer", "reserved his government's position".

mod matter;
mod refusing;

use std::ops::Range;

use rapporteur_lexicon::{Only, Piece};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::proposals::is_read;
use crate::stances::arguments::evidence::beginning;
use crate::stances::arguments::holders::{Holder, holders, possessors, subject_holders};
use crate::stances::cues::idioms;
use crate::stances::modality::force::Force;
use crate::stances::replies::asked::Asked;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Frames of the lexicon whose words say by themselves that a position is kept back: "reserved its position". What "said
/// nothing" was about must be told.
const STRONG: &[&str] = &["no-stance", "reserved"];

/// Verbs of having or giving a view.
const LACKING: &[&str] = &[
    "adopt", "express", "form", "give", "have", "hold", "make", "offer", "state", "voice",
];

/// Words by which somebody keeps something back.
struct Silence {
    /// The verb of the words ("say", "kept").
    verb: usize,
    /// The predicate that bears the subject ("wished" of "did not wish to say").
    main: usize,
    /// The first word: an auxiliary, a verb of refusing, the verb itself.
    first: usize,
    /// The word behind them.
    end: usize,
    /// Whether they name a position.
    strong: bool,
    /// Whether they are words of silence ("kept mum"), not of telling that is refused.
    silent: bool,
    /// Whether they put the answer off ("would answer in the spring"), which must have been asked for.
    later: bool,
    /// Whether they tell of nothing more than that nothing was said so far ("has not commented"): no refusal, unless
    /// somebody asked.
    idle: bool,
    /// Whether they tell that there was no view ("expressed no view"), which is none where nobody asked for one.
    lacking: bool,
    /// Whether they tell of a will not to tell: "would not comment", "refused to say".
    refused: bool,
}

/// Adds who keeps a position back.
pub fn read(scene: &Scene, asked: &[Asked], claims: &mut Vec<Claim>) {
    let words = scene.words;
    for word in 0..words.len() {
        if !matches!(words.upos(word), Upos::Verb | Upos::Aux) || scene.questions[word] {
            continue;
        }
        let Some(silence) = silence(scene, word).filter(|_| is_read(words, scene.blocks, word))
        else {
            continue;
        };
        if let Some(claim) = claim(scene, asked, claims, &silence) {
            add(claims, claim);
        }
    }
}

/// The words of keeping back at a verb, the longest that the lexicon knows.
fn silence(scene: &Scene, word: usize) -> Option<Silence> {
    let words = scene.words;
    let signs = words.signs(words.sentence_of(word));
    let mut known: Vec<_> = (scene
        .lexicon
        .stances
        .silent_idioms(words.lemma(word), signs))
    .filter(|(idiom, _)| {
        (idiom.rest.iter()).all(|piece| matches!(piece, Piece::Word(_) | Piece::Article))
    })
    .collect();
    if known.is_empty() {
        return None;
    }
    known.sort_by_key(|(_, frame)| !STRONG.contains(&frame.name.as_str()));
    let refusing = refusing::refusing(words, word);
    known.into_iter().find_map(|(idiom, frame)| {
        let found = idioms::matches(scene, word, idiom)?;
        let kept = refusing.refused ^ found.none();
        let silent = frame.only != Some(Only::Negated);
        // "will answer in the spring"
        if frame.only == Some(Only::Modal) && !refusing.will {
            return None;
        }
        let main = predicate(scene, word, refusing.first);
        // "was not told of it", "does not share that view", "stood ready to pass": no silence.
        let other = frame.name == "untold" && words.is_passive(word)
            || (word..found.end()).any(|at| matches!(words.lower(at), "that" | "this" | "same"))
            || silent && !is_meant(words, word);
        (silent != kept && !other).then(|| Silence {
            verb: word,
            main,
            first: refusing.first,
            end: found.end(),
            strong: STRONG.contains(&frame.name.as_str()),
            silent,
            later: frame.only == Some(Only::Modal),
            idle: !silent && is_idle(words, word, refusing.first),
            lacking: !silent
                && !is_refusing(words, word, refusing.first)
                && LACKING.contains(&words.lemma(word)),
            refused: !silent
                && is_refusing(words, word, refusing.first)
                && !LACKING.contains(&words.lemma(word)),
        })
    })
}

/// Whether words of silence are told as done: an infinitive only behind "prefer", "choose".
fn is_meant(words: &Words, verb: usize) -> bool {
    let infinitive = verb > 0 && words.lower(verb - 1) == "to";
    !infinitive
        || words.head(verb).is_some_and(|head| {
            matches!(
                words.lemma(head),
                "prefer" | "choose" | "elect" | "opt" | "decide" | "continue"
            )
        })
}

/// "has not said", "has yet to say", "took no position": nothing was said, and nobody refused to.
fn is_idle(words: &Words, verb: usize, first: usize) -> bool {
    // "has yet to show its hand"
    if (first..verb).any(|at| words.lower(at) == "yet" && words.lower(at + 1) == "to") {
        return true;
    }
    match words.lemma(verb) {
        "take" => !is_refusing(words, verb, first),
        "say" | "tell" | "comment" | "reply" | "respond" | "react" | "speak" | "answer"
        | "give" | "offer" | "express" => {
            !is_refusing(words, verb, first) && (first..verb).any(|at| words.lemma(at) == "have")
        }
        // "had made no reply"; but "has not made known its view"
        "make" => {
            words.lower(verb + 1) != "known"
                && !is_refusing(words, verb, first)
                && (first..verb).any(|at| words.lemma(at) == "have")
        }
        _ => false,
    }
}

/// Whether the words before a verb tell of a will: "would not", "was not ready to", and not of a fact: "did not".
fn is_refusing(words: &Words, verb: usize, first: usize) -> bool {
    (first..verb).any(|at| {
        matches!(
            words.lemma(at),
            "will" | "would" | "can" | "could" | "wo" | "ca"
        ) || words.lower(at) == "to" && words.lower(at.saturating_sub(1)) != "yet"
    })
}

/// The highest word of the predicate: "wish" of "did not wish to say", "silent" of "was silent".
fn predicate(scene: &Scene, word: usize, first: usize) -> usize {
    let words = scene.words;
    let mut at = match words.rel(word) {
        Rel::Cop | Rel::Aux | Rel::AuxPass => words.head(word).unwrap_or(word),
        _ => word,
    };
    for _ in 0..6 {
        match words.head(at) {
            Some(head) if (first..word).contains(&head) => at = head,
            _ => break,
        }
    }
    at
}

fn claim(scene: &Scene, asked: &[Asked], claims: &[Claim], silence: &Silence) -> Option<Claim> {
    let words = scene.words;
    if Force::of(words, silence.main).hypothetical {
        return None;
    }
    let held = keepers(scene, silence);
    if held.is_empty() {
        return None;
    }
    let (on, end) = matter::matter(scene, asked, claims, silence, &held)?;
    let start = beginning(scene, silence.main).min(silence.first);
    let evidence = words.trim(start..end.max(silence.end));
    Some(Claim::plain(
        "unsaid",
        Stance::DeclinesToSay,
        held,
        silence.verb,
        on,
        evidence,
    ))
}

/// Who keeps it back: the subject, or whoever says "I won't" or "it is too early to say".
fn keepers(scene: &Scene, silence: &Silence) -> Vec<Holder> {
    let words = scene.words;
    let subject = words.subject(silence.main);
    if subject.is_some_and(|subject| scene.proposals.at(subject).is_some()) {
        return Vec::new();
    }
    let held = subject_holders(scene, silence.main);
    if !held.is_empty() {
        return held;
    }
    // "Merin, one of the largest producers, would not be drawn"
    if let Some(named) = before_aside(words, silence.first) {
        let held = holders(scene, named);
        if !held.is_empty() {
            return held;
        }
    }
    let impersonal = subject.is_none_or(|subject| {
        matches!(
            words.lower(subject),
            "it" | "this" | "that" | "there" | "now" | "you"
        )
    });
    match subject {
        _ if impersonal => Holder::speakers(scene, silence.main),
        // "Merin's energy authorities", "the Merinian general"
        Some(subject) if words.upos(subject) == Upos::Noun => possessors(scene, subject),
        _ => Vec::new(),
    }
}

/// The word before an aside that ends right before the words.
fn before_aside(words: &Words, first: usize) -> Option<usize> {
    let start = words.sentence(words.sentence_of(first)).start;
    let close = first
        .checked_sub(1)
        .filter(|&close| words.form(close) == ",")?;
    (start + 1..close)
        .rev()
        .take(20)
        .find(|&at| words.form(at) == ",")
        .map(|open| open - 1)
        .filter(|&named| matches!(words.upos(named), Upos::Noun | Upos::Propn))
}

/// Adds a claim where none says the same; what was read off its own words as another stance goes.
fn add(claims: &mut Vec<Claim>, claim: Claim) {
    let overlaps =
        |range: &Range<usize>| range.start < claim.evidence.end && claim.evidence.start < range.end;
    let known = (claims.iter()).any(|other| {
        other.stance == Stance::DeclinesToSay
            && overlaps(&other.evidence)
            && other.shares_party(&claim.holders)
    });
    if known {
        return;
    }
    claims.retain(|other| {
        !(claim.evidence.contains(&other.trigger) && other.shares_party(&claim.holders))
    });
    claims.push(claim);
}

/// What a refusal to say is toward, and where its words end.
type Matter = Option<(Target, usize)>;
