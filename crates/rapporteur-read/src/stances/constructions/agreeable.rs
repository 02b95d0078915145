//! What a thing is said to be to those who would have it: "A rebate is something it would agree to", "That was an idea the
//! company could look at", "Moving once is something it has agreed to".

use rapporteur_lexicon::{StanceFrame, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, premise};
use crate::stances::modality::settle::settle;
use crate::stances::{Claim, Scene, is_claimed};

/// Nouns that say nothing of the thing.
const BLANK: &[&str] = &[
    "something",
    "thing",
    "one",
    "idea",
    "option",
    "solution",
    "compromise",
    "course",
    "figure",
    "number",
    "price",
    "proposal",
];

/// Reads one word: the verb of the clause that describes the noun.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(words.rel(verb), Rel::AclRelcl | Rel::Acl) || !words.is_verb(verb) {
        return;
    }
    let noun = words.head(verb).filter(|&noun| {
        noun < verb
            && BLANK.contains(&words.lemma(noun))
            && words.child(noun, &[Rel::Cop]).is_some()
    });
    let Some(noun) = noun.filter(|_| !is_claimed(scene, claims, verb)) else {
        return;
    };
    let thing = words
        .child(noun, &[Rel::Nsubj, Rel::NsubjOuter, Rel::Csubj])
        .filter(|&thing| thing < noun && scene.entities.actor(thing).is_none());
    let Some(thing) = thing else {
        return;
    };
    let (outer, force) = (Force::of(words, noun), Force::of(words, verb));
    let plain = !outer.negated && !outer.never && !outer.hypothetical && !force.negated;
    if !plain || force.never || force.hypothetical || words.is_passive(verb) {
        return;
    }
    let held = subject_holders(scene, verb);
    let condition = premise(words, verb).or_else(|| premise(words, noun));
    let stance = frame(scene, verb)
        .and_then(|frame| settle(frame, StanceWord::Verb, &force, condition.is_some()));
    let Some(stance) = stance.filter(|_| !held.is_empty()) else {
        return;
    };
    let phrase = noun_phrase(scene, thing);
    let evidence = words.trim(phrase.start..words.subtree(verb).end);
    let mut claim = Claim::plain(
        "agreeable",
        stance,
        held,
        verb,
        scene.toward(thing, phrase),
        evidence,
    );
    claim.premise = condition;
    claims.push(claim);
}

/// The frame of agreeing or considering that a verb has, alone or with the preposition that is left at its end ("look at").
fn frame<'a>(scene: &'a Scene, verb: usize) -> Option<&'a StanceFrame> {
    let words = scene.words;
    let next = (verb + 1).min(words.len() - 1);
    let key = words.phrasal(verb);
    let longer = (words.upos(next) == Upos::Adp)
        .then(|| format!("{} {}", words.lemma(verb), words.lower(next)));
    let stances = &scene.lexicon.stances;
    [Some(key.into_owned()), longer]
        .into_iter()
        .flatten()
        .find_map(|key| {
            stances.of(StanceWord::Verb, &key).find(|frame| {
                matches!(
                    frame.stance,
                    Stance::Accepts | Stance::Open | Stance::Supports
                ) && frame.with.is_empty()
                    && frame.negated.is_none()
            })
        })
}
