//! What somebody would rather have: "the council's preferred line, the red route", "Orveth's preferred option is a fund".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::possessors;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene};

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(words.lower(word), "preferred" | "favoured" | "favored") {
        return;
    }
    let Some(noun) = words.head(word).filter(|&noun| {
        noun > word && words.rel(word) == Rel::Amod && words.upos(noun) == Upos::Noun
    }) else {
        return;
    };
    let held = possessors(scene, noun);
    // "its preferred option is a fund", "its preferred line, the red route"
    let answer = words
        .child(noun, &[Rel::Cop])
        .is_none()
        .then(|| {
            let predicate = (words.head(noun)).filter(|&predicate| {
                words.rel(noun) == Rel::Nsubj
                    && words.child(predicate, &[Rel::Cop]).is_some()
                    && words.upos(predicate) == Upos::Noun
            });
            match predicate {
                Some(predicate) => {
                    let force = Force::of(words, predicate);
                    (!force.negated && !force.hypothetical).then_some(predicate)
                }
                None => words.child(noun, &[Rel::Appos]),
            }
        })
        .flatten()
        .filter(|&thing| thing > noun);
    let Some(thing) = answer.filter(|&thing| scene.entities.actor(thing).is_none()) else {
        return;
    };
    let phrase = match words.rel(thing) {
        Rel::Appos => noun_phrase(scene, thing),
        _ => {
            let start = words.child(thing, &[Rel::Cop]).map_or(thing, |be| be + 1);
            words.trim(start..noun_phrase(scene, thing).end)
        }
    };
    if held.is_empty() || phrase.is_empty() {
        return;
    }
    let start = words.subtree(noun).start;
    claims.push(Claim {
        outlet: scene.speaker(word).is_none(),
        ..Claim::plain(
            "preferred",
            Stance::Supports,
            held,
            word,
            scene.toward(thing, phrase.clone()),
            words.trim(start..phrase.end),
        )
    });
}
