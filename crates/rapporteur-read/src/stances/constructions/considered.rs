//! What a party says can be talked about: "a halt could be contemplated", "the fund was being looked at", "a boat might be
//! thought about". The holder is whoever says so.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::matter::{is_pronoun, matter};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene, is_claimed};

/// Verbs of turning something over, with their particle.
const TURNED_OVER: &[&str] = &[
    "consider",
    "contemplate",
    "discuss",
    "entertain",
    "envisage",
    "examine",
    "explore",
    "imagine",
    "look at",
    "look into",
    "mull",
    "mull over",
    "ponder",
    "reconsider",
    "review",
    "revisit",
    "study",
    "talk about",
    "talk over",
    "think about",
    "think over",
    "weigh",
];

/// Reads one word: the participle.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let turned_over = || {
        let next = format!("{} {}", words.lemma(verb), words.lower(verb + 1));
        TURNED_OVER.contains(&words.lemma(verb)) || TURNED_OVER.contains(&next.as_str())
    };
    if !words.is_passive(verb)
        || !turned_over()
        || words.child(verb, &[Rel::OblAgent]).is_some()
        // "could be considered a breach"
        || words.child(verb, &[Rel::Xcomp, Rel::Obj]).is_some()
        || is_claimed(scene, claims, verb)
    {
        return;
    }
    let force = Force::of(words, verb);
    let going_on =
        (words.children_by(verb, &[Rel::Aux, Rel::AuxPass])).any(|aux| words.lower(aux) == "being");
    let possible = matches!(
        force.modal.as_deref(),
        Some("can" | "could" | "may" | "might")
    );
    if force.negated || force.never || force.hypothetical || !possible && !going_on {
        return;
    }
    let Some(subject) = words.child(verb, &[Rel::NsubjPass]) else {
        return;
    };
    let Some(holder) = Holder::speaking(scene, verb) else {
        return;
    };
    let on = if is_pronoun(words, subject) {
        let Some((on, _)) = matter(scene, claims, verb, &[holder]) else {
            return;
        };
        on
    } else if words.upos(subject) == Upos::Noun && scene.entities.actor(subject).is_none() {
        scene.toward(subject, noun_phrase(scene, subject))
    } else {
        return;
    };
    let condition = premise(words, verb);
    let whole = condition.as_ref().map(|condition| condition.whole.clone());
    let evidence = evidence(scene, verb, &(subject..subject + 1), whole);
    claims.push(Claim {
        premise: condition,
        ..Claim::plain("considered", Stance::Open, vec![holder], verb, on, evidence)
    });
}
