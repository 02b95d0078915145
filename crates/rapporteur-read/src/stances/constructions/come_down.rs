//! How far somebody has come down: "The union came down to 6 percent", "has since climbed down to 48,000 tonnes", "is down
//! to 12 boats": that much is asked now; and how far it could go: "We can go to 310 crowns", "Brod could stretch to nine",
//! which it offers.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene, is_claimed};

/// Verbs of going so far.
const MOVING: &[&str] = &[
    "come", "climb", "go", "slip", "drop", "stretch", "rise", "move", "run",
];

/// The sum behind "to".
fn amount(scene: &Scene, verb: usize, to: usize) -> Option<usize> {
    let words = scene.words;
    words.with_case(verb, &["to"]).find(|&amount| {
        amount > to
            && (words.upos(amount) == Upos::Num
                || words.xpos(amount) == Xpos::Cd
                || words.child(amount, &[Rel::Nummod]).is_some())
    })
}

/// "can go to 310 crowns", "could come down to nine", "could stretch to six".
fn reach(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if verb + 3 >= words.len() {
        return;
    }
    let to = verb + 1 + usize::from(matches!(words.lower(verb + 1), "down" | "up"));
    if words.lower(to) != "to" || is_claimed(scene, claims, verb) {
        return;
    }
    let force = Force::of(words, verb);
    let ready = matches!(force.modal.as_deref(), Some("can" | "could"))
        && !(force.negated || force.never || force.hypothetical || force.past);
    let Some(amount) = amount(scene, verb, to).filter(|_| ready) else {
        return;
    };
    let held = subject_holders(scene, verb);
    if held.is_empty() || scene.dates.at(amount).is_some() {
        return;
    }
    let phrase = noun_phrase(scene, amount);
    let start =
        (words.child(verb, &[Rel::Nsubj])).map_or(verb, |subject| words.subtree(subject).start);
    let condition = premise(words, verb);
    let stance = match condition {
        Some(_) => Stance::AcceptsIf,
        None => Stance::Offers,
    };
    let end =
        (condition.as_ref()).map_or(phrase.end, |condition| condition.whole.end.max(phrase.end));
    claims.push(Claim {
        premise: condition,
        ..Claim::plain(
            "reach",
            stance,
            held,
            verb,
            scene.toward(amount, words.trim(to + 1..phrase.end.max(amount + 1))),
            words.trim(start..end.max(amount + 1)),
        )
    });
}

/// Reads one word: the verb.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(verb) || !MOVING.contains(&words.lemma(verb)) {
        return;
    }
    reach(scene, verb, claims);
    if !matches!(words.lemma(verb), "come" | "climb" | "go" | "slip" | "drop") {
        return;
    }
    let down = verb + 1;
    let to = verb + 2;
    if to + 1 >= words.len()
        || words.lower(down) != "down"
        || words.lower(to) != "to"
        || is_claimed(scene, claims, verb)
    {
        return;
    }
    let Some(amount) = amount(scene, verb, to) else {
        return;
    };
    let force = Force::of(words, verb);
    let held = subject_holders(scene, verb);
    // "could come down to 8 percent": no more than that it could.
    if !force.is_fact() || force.is_modal() || held.is_empty() || scene.dates.at(amount).is_some() {
        return;
    }
    let phrase = noun_phrase(scene, amount);
    let start =
        (words.child(verb, &[Rel::Nsubj])).map_or(verb, |subject| words.subtree(subject).start);
    let end = phrase.end.max(amount + 1);
    claims.push(Claim::plain(
        "come-down",
        Stance::Demands,
        held,
        verb,
        scene.toward(amount, words.trim(to + 1..end)),
        words.trim(start..end),
    ));
}
