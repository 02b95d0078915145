//! Stances that come from somebody: "Opposition to the cap has come from Brod", "the idea of a joint fund came from Brod",
//! "support for the levy was voiced by Brod".

use rapporteur_lexicon::StanceWord;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::holders;
use crate::stances::cues::nouns::content;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, is_claimed};
use crate::words::Words;

/// What a stance does that leaves somebody.
const COMING: &[&str] = &[
    "come",
    "emanate",
    "stem",
    "originate",
    "arise",
    "flow",
    "issue",
    "derive",
    "emerge",
];

/// What is done with it, by somebody.
const VOICED: &[&str] = &[
    "voice",
    "express",
    "raise",
    "lodge",
    "lead",
    "make",
    "put",
    "air",
    "register",
    "signal",
    "state",
    "declare",
    "repeat",
    "reiterate",
    "table",
    "submit",
    "file",
    "enter",
    "float",
    "moot",
    "broach",
    "advance",
    "present",
    "champion",
    "push",
    "drive",
    "spearhead",
    "head",
    "mount",
];

/// Reads one noun of stance that has no owner.
pub fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.upos(noun) != Upos::Noun
        || words.child(noun, &[Rel::NmodPoss]).is_some()
        || is_of_market(words, noun)
        || is_claimed(scene, claims, noun)
    {
        return;
    }
    let Some(frame) = (scene.lexicon.stances)
        .of(StanceWord::Noun, words.lemma(noun))
        .next()
    else {
        return;
    };
    let Some(verb) = words.head(noun).filter(|&verb| words.is_verb(verb)) else {
        return;
    };
    let source = match words.rel(noun) {
        Rel::Nsubj if COMING.contains(&words.lemma(verb)) => {
            words.with_case(verb, &["from"]).find(|&at| at > verb)
        }
        Rel::NsubjPass if VOICED.contains(&words.lemma(verb)) => {
            words.child(verb, &[Rel::OblAgent])
        }
        _ => None,
    };
    let force = Force::of(words, verb);
    let Some(source) =
        source.filter(|_| !force.negated && !force.hypothetical && !force.is_modal())
    else {
        return;
    };
    let held = holders(scene, source);
    if held.is_empty() {
        return;
    }
    for (head, phrase) in content(scene, noun) {
        if frame.except.iter().any(|word| word == words.lemma(head)) {
            continue;
        }
        let start = words.subtree(noun).start.min(phrase.start);
        let whole = start
            ..words
                .subtree(source)
                .end
                .max(evidence(scene, verb, &phrase, None).end);
        let mut claim = Claim::plain(
            &frame.name,
            frame.stance,
            held.clone(),
            noun,
            scene.toward(head, phrase),
            words.trim(whole),
        );
        claim.outlet = frame.outlet && scene.speaker(noun).is_none();
        claims.push(claim);
    }
}

/// Verbs of what grows, falls or stays by measure (calibratable changes of state, Levin 1993, 45.6), and of what it comes to.
const CHANGING: &[&str] = &[
    "accelerate",
    "appreciate",
    "balloon",
    "bottom",
    "climb",
    "collapse",
    "contract",
    "cool",
    "crash",
    "decline",
    "decrease",
    "deteriorate",
    "diminish",
    "dip",
    "double",
    "drop",
    "dwindle",
    "ease",
    "exceed",
    "expand",
    "explode",
    "fall",
    "fluctuate",
    "grow",
    "halve",
    "hover",
    "improve",
    "increase",
    "jump",
    "lessen",
    "level",
    "mount",
    "mushroom",
    "narrow",
    "outpace",
    "outstrip",
    "peak",
    "plateau",
    "plummet",
    "plunge",
    "quadruple",
    "quicken",
    "reach",
    "rebound",
    "recover",
    "rise",
    "rocket",
    "shrink",
    "sink",
    "skyrocket",
    "slacken",
    "slide",
    "slip",
    "slow",
    "slump",
    "soar",
    "soften",
    "spike",
    "stabilise",
    "stabilize",
    "stagnate",
    "strengthen",
    "surge",
    "surpass",
    "swell",
    "triple",
    "tumble",
    "vary",
    "wane",
    "weaken",
    "widen",
];

/// "Belorian demand for diesel is rising", "demand for prawns comes from Orveth", "Belora's demand for power will reach 40
/// gigawatts": of a market. A demand that is made has its article, and does not grow.
pub(in crate::stances) fn is_of_market(words: &Words, noun: usize) -> bool {
    if words.lower(noun) != "demand" {
        return false;
    }
    let grows = |verb: usize| CHANGING.contains(&words.lemma(verb));
    words.child(noun, &[Rel::Det, Rel::NmodPoss]).is_none()
        || words.rel(noun) == Rel::Nsubj && words.head(noun).is_some_and(grows)
        || matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass)
            && words.head(noun).is_some_and(|verb| {
                matches!(words.lemma(verb), "expect" | "forecast" | "set" | "project")
                    && words.children_by(verb, &[Rel::Xcomp]).any(grows)
            })
}
