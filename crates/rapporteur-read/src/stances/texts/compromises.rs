//! What several sides settled on, told after a colon: "A compromise was reached between the guild and the port: longer shifts
//! and a rise", "Velmar and Orveth struck a deal: two bridges".

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::lists::colon::{finite, head_of, items};
use crate::stances::modality::force::Force;
use crate::stances::texts::joint;
use crate::stances::{Claim, Scene, Target};

/// What is reached together.
const REACHED: &[&str] = &[
    "compromise",
    "agreement",
    "deal",
    "accord",
    "settlement",
    "understanding",
    "truce",
    "bargain",
];

/// Verbs that bring it about.
const REACHES: &[&str] = &[
    "reach", "strike", "find", "conclude", "seal", "make", "agree", "clinch", "sign", "forge",
    "hammer", "broker", "settle",
];

/// Reads one noun: each thing behind the colon is accepted by all of them.
pub fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !REACHED.contains(&words.lemma(noun))
        || !matches!(words.rel(noun), Rel::Obj | Rel::NsubjPass)
    {
        return;
    }
    let Some(verb) = words
        .head(noun)
        .filter(|&verb| words.is_verb(verb) && REACHES.contains(&words.lemma(verb)))
    else {
        return;
    };
    let sentence = words.sentence(words.sentence_of(noun));
    let colon = (verb.max(noun) + 1..sentence.end).find(|&at| words.form(at) == ":");
    let Some(colon) = colon.filter(|_| {
        Force::of(words, verb).is_fact() && (sentence.start..verb).all(|at| words.form(at) != ":")
    }) else {
        return;
    };
    let things = items(scene, colon + 1..sentence.end);
    let plain = things
        .iter()
        .flat_map(Clone::clone)
        .all(|at| !finite(scene, at));
    let held = parties(scene, noun, verb, colon);
    if things.is_empty() || !plain || !held.iter().any(|one| one.party != held[0].party) {
        return;
    }
    claims.extend(things.into_iter().map(|thing| {
        Claim::plain(
            "compromise",
            Stance::Accepts,
            held.clone(),
            noun,
            Target::Phrase(head_of(scene, &thing), thing.clone()),
            words.trim(sentence.start..thing.end),
        )
    }));
}

/// Between whom it was reached: who reached it, "between A and B", else those at the table.
fn parties(scene: &Scene, noun: usize, verb: usize, colon: usize) -> Vec<Holder> {
    let words = scene.words;
    let between = (verb.min(noun) + 1..colon)
        .find(|&at| words.lower(at) == "between")
        .and_then(|between| words.head(between))
        .map(|among| holders(scene, among));
    match words.is_passive(verb) {
        false => subject_holders(scene, verb),
        true => between.unwrap_or_else(|| joint::table(scene, noun)),
    }
}
