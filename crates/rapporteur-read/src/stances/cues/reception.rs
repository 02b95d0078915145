//! How a thing is received: "was greeted coolly by Merin", "Brod reacted warmly to it", "viewed the plan with suspicion".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, is_claimed};

/// Verbs of receiving; with "to" after those that take no object.
const RECEIVING: &[&str] = &[
    "greet", "receive", "meet", "treat", "view", "regard", "see", "take", "hear", "welcome",
    "react", "respond", "reply",
];
/// Adverbs, and nouns behind "with", of each reception.
const WARM: &[&str] = &[
    "warmly",
    "enthusiastically",
    "favourably",
    "favorably",
    "positively",
    "approvingly",
    "sympathetically",
    "gladly",
    "enthusiasm",
    "approval",
    "favour",
    "favor",
    "sympathy",
    "satisfaction",
    "relief",
    "applause",
    "acclaim",
    "warmth",
    "delight",
    "kindly",
];
const COOL: &[&str] = &[
    "coolly",
    "coldly",
    "frostily",
    "icily",
    "sceptically",
    "skeptically",
    "warily",
    "cautiously",
    "suspiciously",
    "unenthusiastically",
    "nervously",
    "scepticism",
    "skepticism",
    "suspicion",
    "caution",
    "unease",
    "alarm",
    "dismay",
    "concern",
    "wariness",
    "mistrust",
    "distrust",
    "misgiving",
    "disquiet",
    "reserve",
    "coolness",
    "irritation",
    "doubt",
];
const HOSTILE: &[&str] = &[
    "angrily",
    "furiously",
    "scornfully",
    "dismissively",
    "contemptuously",
    "derision",
    "scorn",
    "contempt",
    "defiance",
    "ridicule",
    "outrage",
    "fury",
    "disdain",
    "rejection",
];

/// Reads one word.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(verb)
        || !RECEIVING.contains(&words.lemma(verb))
        || is_claimed(scene, claims, verb)
    {
        return;
    }
    let force = Force::of(words, verb);
    if force.negated || force.never || force.hypothetical {
        return;
    }
    let Some(stance) = reception(scene, verb) else {
        return;
    };
    let passive = words.is_passive(verb);
    let held = match words.child(verb, &[Rel::OblAgent]).filter(|_| passive) {
        // "warmly by Merin and coolly by Brod": the first alone.
        Some(agent) if mixed(scene, agent) => scene
            .entities
            .actor(agent)
            .and_then(|actor| Holder::of(scene, actor))
            .into_iter()
            .collect(),
        Some(agent) => holders(scene, agent),
        // "was met with suspicion in Merin"
        None if passive => words
            .with_case(verb, &["in", "among", "from"])
            .flat_map(|whom| holders(scene, whom))
            .collect(),
        None => subject_holders(scene, verb),
    };
    let thing = match passive {
        true => words.child(verb, &[Rel::NsubjPass]),
        false => words
            .child(verb, &[Rel::Obj])
            .or_else(|| words.with_case(verb, &["to"]).find(|&thing| thing > verb)),
    };
    let Some(thing) = thing.filter(|&thing| {
        matches!(words.upos(thing), Upos::Noun | Upos::Propn)
            && (scene.entities.actor(thing).is_none() || scene.proposals.at(thing).is_some())
    }) else {
        return;
    };
    let phrase = noun_phrase(scene, thing);
    if held.is_empty() || phrase.is_empty() {
        return;
    }
    claims.push(Claim {
        stance,
        holders: held,
        trigger: verb,
        rule: "reception".into(),
        on: scene.toward(thing, phrase.clone()),
        premise: None,
        reason: None,
        outlet: true,
        evidence: evidence(scene, verb, &phrase, None),
        via: None,
    });
}

/// Whether another reception is told of those coordinated with an agent.
fn mixed(scene: &Scene, agent: usize) -> bool {
    let words = scene.words;
    let last = words.conjuncts(agent).last().copied().unwrap_or(agent);
    (agent + 1..last).any(|word| {
        let lemma = words.lemma(word);
        [WARM, COOL, HOSTILE]
            .iter()
            .any(|class| class.contains(&lemma))
    })
}

/// "greeted with scepticism", "received coolly": the same from the words behind the verb, and where they end.
pub(in crate::stances) fn received_with(
    scene: &Scene,
    verb: usize,
    end: usize,
) -> Option<(Stance, usize)> {
    let words = scene.words;
    if !RECEIVING.contains(&words.lemma(verb)) {
        return None;
    }
    let with = words.lower(verb + 1) == "with";
    (verb + 1..end.min(verb + 5))
        .take_while(|&at| words.upos(at) != Upos::Punct)
        .filter(|&at| with || words.upos(at) == Upos::Adv)
        .find_map(|at| Some((stance_of(words.lemma(at))?, at + 1)))
}

/// The stance that an adverb or noun of receiving shows.
fn stance_of(lemma: &str) -> Option<Stance> {
    [
        (WARM, Stance::Supports),
        (COOL, Stance::Concerned),
        (HOSTILE, Stance::Rejects),
    ]
    .into_iter()
    .find(|(class, _)| class.contains(&lemma))
    .map(|(_, stance)| stance)
}

/// The stance that the adverb, or the noun behind "with", shows.
fn reception(scene: &Scene, verb: usize) -> Option<Stance> {
    let words = scene.words;
    words
        .children(verb)
        .filter(|&child| {
            words.rel(child) == Rel::Advmod
                || words
                    .child(child, &[Rel::Case])
                    .is_some_and(|case| words.lemma(case) == "with")
        })
        .find_map(|child| stance_of(words.lemma(child)))
}
