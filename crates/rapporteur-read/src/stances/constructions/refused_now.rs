//! What one refuses by saying that one does not do it: "We are not handing over the keys", "Brod is not splitting the fund,
//! she said", "Four days we're not having".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::evidence::{beginning, evidence};
use crate::stances::arguments::holders::{Holder, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::constructions::for_ever::absolute_behind;
use crate::stances::constructions::withheld::DEEDS;
use crate::stances::cues::giving::GIVING;
use crate::stances::cues::modals::deed_phrase;
use crate::stances::modality::force::{Force, is_going_to, premise};
use crate::stances::{Claim, Scene, Target, is_claimed};
use crate::words::Words;

/// What parties do beside giving and changing what they hold.
const OTHERS: &[&str] = &[
    "back down",
    "back off",
    "barter",
    "buy",
    "climb down",
    "disarm",
    "do",
    "go back",
    "have",
    "host",
    "hand in",
    "lay down",
    "leave",
    "license",
    "move out",
    "pull out",
    "retreat",
    "step back",
    "step aside",
    "step down",
    "swap",
    "take",
    "take back",
    "wear",
];

/// Reads one word: the participle of "are not handing over".
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.xpos(verb) != Xpos::Vbg
        || !words.is_verb(verb)
        || words.is_passive(verb)
        || is_going_to(words, verb)
        || is_claimed(scene, claims, verb)
        || !matches!(
            words.rel(verb),
            Rel::Root | Rel::Ccomp | Rel::Parataxis | Rel::Conj
        )
        || !is_present(words, verb)
        || scene.statements.is_declining(verb)
        || !is_parted_with(scene, verb)
    {
        return;
    }
    let force = Force::of(words, verb);
    if !(force.negated || force.never) || force.hypothetical || force.modal.is_some() {
        return;
    }
    let Some(speaker) = Holder::speaking(scene, verb) else {
        return;
    };
    let held: Vec<Holder> = (subject_holders(scene, verb).into_iter())
        .filter(|holder| holder.party == speaker.party)
        .collect();
    if held.is_empty() || premise(words, verb).is_some() {
        return;
    }
    let ever = absolute_behind(words, verb);
    let stance = if force.never || ever.is_some() {
        Stance::RedLine
    } else {
        Stance::Rejects
    };
    let (on, evidence) = match words.object(verb) {
        // "Four days we're not having"
        Some(thing) if thing < verb && words.upos(thing) != Upos::Pron => {
            let phrase = noun_phrase(scene, thing);
            let evidence = evidence(scene, verb, &phrase, None);
            (scene.toward(thing, phrase), evidence)
        }
        _ => {
            let phrase = deed_phrase(scene, verb, None);
            let evidence = beginning(scene, verb).min(phrase.start)..phrase.end;
            (Target::Phrase(verb, phrase), evidence)
        }
    };
    claims.push(Claim::plain("not-doing", stance, held, verb, on, evidence));
}

/// "are not", "isn't", and of a telling in the past "was not".
fn is_present(words: &Words, verb: usize) -> bool {
    let mut aux = words.children_by(verb, &[Rel::Aux]);
    aux.any(|aux| words.lemma(aux) == "be" && words.lower(aux) != "been")
        && (words.children_by(verb, &[Rel::Aux])).all(|aux| words.lemma(aux) == "be")
}

/// Whether something is given up or changed by it, and told: "having none of it" gives nothing.
fn is_parted_with(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let key = words.phrasal(verb);
    let known = GIVING.contains(&&*key)
        || OTHERS.contains(&&*key)
        // "We're not splitting the wards"
        || DEEDS.contains(&words.lemma(verb))
            && !matches!(words.lemma(verb), "build" | "break" | "breach" | "bring" | "put")
            && words.object(verb).is_some();
    let thing = words.object(verb);
    // "I'm not giving you a figure"
    let idle = thing.is_some_and(|thing| {
        matches!(
            words.lemma(thing),
            "figure" | "number" | "name" | "date" | "detail" | "answer" | "interview" | "clue"
        )
    });
    if idle {
        return false;
    }
    let told = thing.is_some_and(|thing| {
        !matches!(
            words.lower(thing),
            "it" | "that" | "this" | "anything" | "nothing" | "none" | "something" | "what"
        )
    });
    // "is not taking sides", "are not doing anything"
    let plain = matches!(words.lemma(verb), "do" | "have" | "take");
    known && (thing.is_none() && !plain || told && !(plain && thing.is_some_and(|at| at > verb)))
}
