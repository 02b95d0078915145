//! What a speaker lets happen: "the marina could go ahead once a slipway had been built, the guild said".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, Premise, PremiseKind, premise};
use crate::stances::modality::harm::is_failure;
use crate::stances::{Claim, Scene, is_claimed};

/// Verbs of what goes on, without anybody who does it: "visits could begin as soon as the maps are handed over".
const GOING: &[&str] = &[
    "begin", "start", "restart", "resume", "reopen", "continue", "come", "follow", "apply",
];

/// What nobody lets happen as a favour: "the fighting could resume if the talks fail".
const FEARED: &[&str] = &[
    "war",
    "fighting",
    "hostility",
    "violence",
    "strike",
    "attack",
    "shelling",
    "unrest",
    "protest",
    "blockade",
    "clash",
    "price",
    "cost",
    "shortage",
    "flood",
    "problem",
    "trouble",
    "crisis",
    "exodus",
    "layoff",
    "eviction",
    "dispute",
    "boycott",
];

/// Whether a condition lies with somebody: "once Merin has paid", and no "if the guns stay silent".
fn is_somebody_s(scene: &Scene, condition: &Premise) -> bool {
    (condition.words.clone()).any(|word| scene.entities.actor(word).is_some())
}

/// Reads one word: the verb of going ahead.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(verb) || is_claimed(scene, claims, verb) || !goes_ahead(scene, verb) {
        return;
    }
    let force = Force::of(words, verb);
    let allowed = matches!(
        force.modal.as_deref(),
        Some("could" | "can" | "may" | "might")
    );
    let condition = premise(words, verb).filter(|premise| {
        premise.kind != PremiseKind::Unless && !is_failure(words, &premise.words)
    });
    let subject = words.child(verb, &[Rel::Nsubj]).filter(|&subject| {
        words.upos(subject) == Upos::Noun
            && scene.entities.actor(subject).is_none()
            && !FEARED.contains(&words.lemma(subject))
    });
    let holder = Holder::speaking(scene, verb);
    let (Some(condition), Some(subject), Some(holder)) = (condition, subject, holder) else {
        return;
    };
    if !allowed || force.negated || force.never || force.hypothetical {
        return;
    }
    if GOING.contains(&words.lemma(verb)) && !is_somebody_s(scene, &condition) {
        return;
    }
    let phrase = noun_phrase(scene, subject);
    claims.push(Claim {
        stance: Stance::AcceptsIf,
        holders: vec![holder],
        trigger: verb,
        rule: "permits".into(),
        evidence: evidence(scene, verb, &phrase, Some(condition.whole.clone())),
        on: scene.toward(subject, phrase),
        premise: Some(condition),
        reason: None,
        outlet: false,
        via: None,
    });
}

fn goes_ahead(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    match words.lemma(verb) {
        "go" => (words.children(verb))
            .any(|on| matches!(words.lower(on), "ahead" | "forward" | "through")),
        "take" => {
            (words.child(verb, &[Rel::Obj])).is_some_and(|place| words.lemma(place) == "place")
        }
        lemma => {
            matches!(lemma, "proceed" | "stand" | "stay" | "happen")
                || GOING.contains(&lemma) && words.child(verb, &[Rel::Obj, Rel::Xcomp]).is_none()
        }
    }
}
