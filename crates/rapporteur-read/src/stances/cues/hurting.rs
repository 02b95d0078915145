//! Terms that a party says would do harm: "warned that the levy would hurt fishermen", "the text rewards aggression".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::stances::modality::force::{Force, is_hypothetical, premise};
use crate::stances::{Claim, Scene, is_claimed};
use crate::words::Words;

/// What bad terms do: verbs of harming, weakening, favouring the wrong side.
const HURTING: &[&str] = &[
    "hurt",
    "harm",
    "damage",
    "undermine",
    "undercut",
    "destroy",
    "weaken",
    "threaten",
    "ruin",
    "penalise",
    "penalize",
    "punish",
    "burden",
    "cripple",
    "destabilise",
    "destabilize",
    "jeopardise",
    "jeopardize",
    "endanger",
    "imperil",
    "worsen",
    "aggravate",
    "exacerbate",
    "reward",
    "embolden",
    "devastate",
    "wreck",
    "disadvantage",
    "discriminate",
    "erode",
    "stoke",
    "inflame",
    "sow",
    "deepen",
    "cement",
    "entrench",
    "legitimise",
    "legitimize",
    "infringe",
    "violate",
    "breach",
    "contravene",
    "impoverish",
    "bankrupt",
    "suffocate",
    "strangle",
    "choke",
    "stifle",
    "distort",
    "betray",
    "humiliate",
    "hamper",
    "hinder",
    "impede",
    "cost",
    "deprive",
    "expose",
    "ignore",
    "overlook",
    "neglect",
    "sideline",
    "bypass",
    "disregard",
    "encroach",
    "prejudge",
    "preempt",
    "pre-empt",
    "fuel",
];

/// Nouns of what happens, which is no term: "warned that the war would cost lives".
const NO_TERMS: &[&str] = &[
    "war",
    "fighting",
    "attack",
    "strike",
    "offensive",
    "escalation",
    "conflict",
    "violence",
    "crisis",
    "drought",
    "delay",
    "failure",
    "collapse",
    "impasse",
    "deadlock",
    "shelling",
    "killing",
    "move",
    "action",
    "step",
    "behaviour",
    "behavior",
    "conduct",
    "remark",
    "statement",
    "comment",
    "rhetoric",
    "uncertainty",
    "situation",
    "shortage",
    "talk",
    "meeting",
    "election",
    "invasion",
    "bombing",
    "raid",
    "unrest",
    "protest",
    "walkout",
    "stoppage",
];

/// Reads one word: the predicate of a clause that somebody says.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let risks =
        words.lemma(verb) == "risk" && words.child(verb, &[Rel::Xcomp, Rel::Ccomp]).is_some();
    if !words.is_verb(verb)
        || !(HURTING.contains(&words.lemma(verb)) || risks)
        || words.is_passive(verb)
        || !matches!(
            words.rel(verb),
            Rel::Ccomp | Rel::Root | Rel::Conj | Rel::Parataxis
        )
        || is_claimed(scene, claims, verb)
    {
        return;
    }
    let Some(holder) = Holder::speaking(scene, verb) else {
        return;
    };
    let force = Force::of(words, verb);
    if force.negated
        || force.never
        || force.hypothetical
        || is_hypothetical(words, verb)
        || premise(words, verb).is_some()
    {
        return;
    }
    let Some(thing) = words.child(verb, &[Rel::Nsubj]).filter(|&thing| {
        let definite = words.children(thing).any(|det| {
            matches!(words.rel(det), Rel::Det | Rel::DetPredet | Rel::NmodPoss)
                && !matches!(words.lemma(det), "any" | "no" | "every")
        });
        words.form(thing).starts_with(char::is_lowercase)
            && matches!(words.upos(thing), Upos::Noun | Upos::Propn)
            && definite
            && scene.entities.actor(thing).is_none()
            && !NO_TERMS.contains(&words.lemma(thing))
    }) else {
        return;
    };
    let phrase = noun_phrase(scene, thing);
    let harm = clause(scene, verb);
    if phrase.is_empty() || harm.end <= phrase.end {
        return;
    }
    // "would cost 6.8 million euros a year": what it costs, but not "would cost 400 jobs".
    if words.lemma(verb) == "cost" && (verb + 1..harm.end).any(|at| is_money(words, at)) {
        return;
    }
    claims.push(Claim {
        stance: Stance::Concerned,
        holders: vec![holder],
        trigger: verb,
        rule: "hurting".into(),
        on: scene.toward(thing, phrase.clone()),
        premise: None,
        reason: Some(words.trim(phrase.end..harm.end)),
        outlet: false,
        evidence: words.trim(phrase.start..harm.end),
        via: None,
    });
}

/// Whether a word is of a sum of money.
fn is_money(words: &Words, at: usize) -> bool {
    words.form(at).starts_with(['$', '€', '£', '¥', '₹', '₱'])
        || matches!(
            words.lemma(at),
            "euro"
                | "dollar"
                | "pound"
                | "franc"
                | "rupee"
                | "real"
                | "peso"
                | "shilling"
                | "yen"
                | "yuan"
                | "crown"
                | "krona"
                | "krone"
                | "rand"
                | "riyal"
                | "dinar"
                | "lira"
                | "rouble"
                | "ruble"
                | "million"
                | "billion"
        )
}
