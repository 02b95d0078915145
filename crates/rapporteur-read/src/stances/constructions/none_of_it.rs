//! What a speaker says there will be none of: "there will be no levy", "there won't be new slots", "no levy will ever be
//! paid"; and what there is to be no compromise on.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::for_whom::for_whom;
use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::stances::cues::modals::together;
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// What nobody announces or refuses by saying that there will be none of it.
const NO_TERMS: &[&str] = &[
    "deal",
    "agreement",
    "accord",
    "solution",
    "settlement",
    "peace",
    "progress",
    "breakthrough",
    "comment",
    "change",
    "doubt",
    "time",
    "winner",
    "loser",
    "surprise",
    "problem",
    "delay",
    "excuse",
    "alternative",
    "choice",
    "way",
    "question",
    "need",
    "reason",
    "point",
    "one",
    "war",
    "fighting",
    "talk",
    "negotiation",
    "meeting",
    "round",
    "statement",
    "announcement",
    "victory",
    "mercy",
    "escape",
    "end",
    "hope",
    "chance",
    "room",
    "return",
    "turning",
    "going",
    "shortage",
    "risk",
    "harm",
    "difference",
    "impact",
    "effect",
    "lack",
    "sign",
    "evidence",
    "answer",
];

/// "there won't be new slots", "there will not be any fee": things of that kind.
fn is_any(words: &Words, thing: usize) -> bool {
    let det = words.child(thing, &[Rel::Det]);
    words.upos(thing) == Upos::Noun
        && det.map_or(words.xpos(thing) == Xpos::Nns, |det| {
            matches!(words.lower(det), "any" | "a" | "an" | "another")
        })
}

/// Ways of giving way: "there can be no compromise on the border".
const HAGGLING: &[&str] = &[
    "compromise",
    "bargaining",
    "bargain",
    "haggling",
    "negotiation",
    "concession",
    "retreat",
    "trade-off",
    "horse-trading",
    "backtracking",
    "backsliding",
    "wavering",
    "flexibility",
    "argument",
    "debate",
    "discussion",
    "movement",
    "give",
];

/// What there is to be no compromise "on": behind it, in front of it all, or what the clause describes.
fn haggled_over(
    scene: &Scene,
    word: usize,
    thing: usize,
) -> Option<(usize, std::ops::Range<usize>)> {
    let words = scene.words;
    const ON: &[&str] = &["on", "over", "about"];
    let about = words
        .with_case(thing, ON)
        .next()
        .or_else(|| words.with_case(word, ON).next())?;
    // "a point on which there can be no compromise": what is called so.
    let about = match words.lower(about) {
        "which" => words.described(word)?,
        _ => about,
    };
    let called = words
        .child(about, &[Rel::Cop])
        .and(words.child(about, &[Rel::Nsubj]));
    let about = called.unwrap_or(about);
    let matter = noun_phrase(scene, about);
    (scene.entities.actor(about).is_none() && !matter.is_empty()).then_some((about, matter))
}

/// Where the clause of a word begins.
fn start_of(words: &Words, word: usize) -> usize {
    words.child(word, &[Rel::Expl]).unwrap_or(word).min(word)
}

/// "there will be no levy": refuses it; "there will never be a levy", "no levy will ever be paid": a red line.
pub(in crate::stances) fn none_at_all(
    scene: &Scene,
    word: usize,
    force: &Force,
    speaker: Option<Holder>,
) -> Option<Claim> {
    let words = scene.words;
    // "For Orveth this is a point on which there can be no compromise"
    let speaker = speaker.or_else(|| {
        let point = words.described(word)?;
        for_whom(scene, point).into_iter().next()
    })?;
    let there = words
        .child(word, &[Rel::Expl])
        .is_some_and(|there| words.lemma(there) == "there");
    let thing = words.child(word, &[Rel::Nsubj, Rel::NsubjPass])?;
    let no = words
        .child(thing, &[Rel::Det])
        .filter(|&no| words.lemma(no) == "no");
    let haggled = there && no.is_some() && HAGGLING.contains(&words.lemma(thing));
    let ever = no.is_some()
        && (words.children_by(word, &[Rel::Advmod])).any(|ever| words.lemma(ever) == "ever");
    let never = ever || there && no.is_none() && force.never;
    if !matches!(
        force.modal.as_deref(),
        Some("will" | "would" | "can" | "could" | "must" | "shall")
    ) || force.hypothetical
        || NO_TERMS.contains(&words.lemma(thing)) && !haggled
        || premise(words, word).is_some()
        // "Then there will be no truce": what comes of something else.
        || words.children_by(word, &[Rel::Advmod]).any(|so| matches!(words.lemma(so), "then" | "otherwise" | "else"))
        || !(never || there && (no.is_some() || force.negated && is_any(words, thing)))
    {
        return None;
    }
    let named = noun_phrase(scene, thing);
    let start = no.map_or(named.start, |no| no + 1);
    let end = if there {
        named.end
    } else {
        clause(scene, word).end
    };
    let phrase = words.trim(start..end.max(start));
    // "there can be no compromise on the border": what it is on is held fast.
    if haggled && let Some((about, matter)) = haggled_over(scene, word, thing) {
        return Some(Claim {
            evidence: words
                .trim(start_of(words, word).min(matter.start)..matter.end.max(thing + 1)),
            ..Claim::plain(
                "no-compromise",
                Stance::RedLine,
                together(scene, word, speaker),
                word,
                scene.toward(about, matter),
                word..thing + 1,
            )
        });
    }
    // "there will be no talks with those men"
    let talks = || {
        matches!(words.lemma(thing), "negotiation" | "talk" | "dialogue")
            && words.with_case(thing, &["with"]).next().is_some()
    };
    if haggled && !talks() {
        return None;
    }
    let (stance, rule) = if never {
        (Stance::RedLine, "never-any")
    } else {
        (Stance::Rejects, "there-will-be-none")
    };
    (!phrase.is_empty()).then(|| Claim {
        stance,
        holders: together(scene, word, speaker),
        trigger: word,
        rule: rule.into(),
        on: scene.toward(thing, phrase.clone()),
        premise: None,
        reason: None,
        outlet: false,
        evidence: words.trim(words.subtree(word).start.min(word)..phrase.end),
        via: None,
    })
}
