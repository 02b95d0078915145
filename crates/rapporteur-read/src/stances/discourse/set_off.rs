//! A thing set off against the one before: "inspectors could be discussed; cameras could not", "the walls were welcome, the
//! visas were not". What is said of the first is denied of the second.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::Holder;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Reads every auxiliary with "not" and nothing behind it, whose subject is a thing.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for auxiliary in 2..words.len().saturating_sub(1) {
        let stands = matches!(
            words.lower(auxiliary),
            "could" | "can" | "was" | "were" | "is" | "are" | "would"
        ) && matches!(words.lower(auxiliary + 1), "not" | "n't" | "n’t");
        if stands && !scene.is_void(auxiliary) {
            more.extend(set_off(scene, claims, auxiliary));
        }
    }
    claims.extend(more);
}

fn set_off(scene: &Scene, claims: &[Claim], auxiliary: usize) -> Option<Claim> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(auxiliary));
    let end = auxiliary + 2;
    let closes = end >= sentence.end
        || matches!(
            words.form(end),
            "." | ";" | ":" | "," | "\"" | "”" | "–" | "—"
        );
    let start = (sentence.start..auxiliary)
        .rev()
        .take_while(|&at| {
            words.upos(at) != Upos::Punct
                && !matches!(
                    words.lower(at),
                    "but" | "and" | "while" | "whereas" | "though"
                )
        })
        .last()?;
    let phrase = words.trim(start..auxiliary);
    let head = words
        .top(phrase.clone())
        .filter(|head| phrase.contains(head) && closes)?;
    let thing = matches!(words.upos(head), Upos::Noun | Upos::Num)
        && scene.entities.actor(head).is_none()
        && !phrase.clone().any(|at| {
            matches!(words.upos(at), Upos::Aux) || words.is_verb(at) && words.rel(at) != Rel::Amod
        });
    if !thing {
        return None;
    }
    let first = (claims.iter())
        .filter(|claim| {
            claim.trigger < start
                && words.sentence_of(claim.trigger) + 1 >= words.sentence_of(auxiliary)
        })
        .max_by_key(|claim| claim.trigger)
        .filter(|claim| claim.premise.is_none() && is_said_of(words, claim, auxiliary))?;
    let stance = match first.stance {
        Stance::Open => Stance::RedLine,
        Stance::Accepts => Stance::Rejects,
        Stance::Supports => Stance::Opposes,
        Stance::Rejects | Stance::RedLine => Stance::Open,
        _ => return None,
    };
    let held = match Holder::speaking(scene, auxiliary) {
        Some(speaker) => vec![speaker],
        None => first.holders.clone(),
    };
    Some(Claim::plain(
        "set-off",
        stance,
        held,
        auxiliary,
        scene.toward(head, phrase.clone()),
        phrase.start..end,
    ))
}

/// Whether the thing of a claim is the subject of what is said of it, with the same auxiliary.
fn is_said_of(words: &Words, claim: &Claim, auxiliary: usize) -> bool {
    let Target::Phrase(head, _) = claim.on else {
        return false;
    };
    let Some(said) =
        (words.head(head)).filter(|_| matches!(words.rel(head), Rel::Nsubj | Rel::NsubjPass))
    else {
        return false;
    };
    words
        .children_by(said, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        .any(|aux| words.lemma(aux) == words.lemma(auxiliary))
}
