//! Things by what somebody wants with them: "Merin's proposed tolls", "the requested extension of the lease by Brod".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::possessors;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::{Claim, Scene, is_claimed};

/// Reads one word: the participle before the noun.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.rel(word) != Rel::Amod || is_claimed(scene, claims, word) {
        return;
    }
    let stance = match words.lower(word) {
        "proposed" | "suggested" | "mooted" | "envisaged" => Stance::Proposes,
        "demanded" | "desired" | "requested" | "sought" | "coveted" => Stance::Demands,
        "offered" | "promised" | "pledged" => Stance::Offers,
        _ => return,
    };
    let Some(noun) = words
        .head(word)
        .filter(|&noun| words.upos(noun) == Upos::Noun && noun > word)
    else {
        return;
    };
    let held = possessors(scene, noun);
    if held.is_empty() || scene.proposals.at(noun).is_some() {
        return;
    }
    let whole = noun_phrase(scene, noun);
    let phrase = words.trim(word + 1..whole.end.max(noun + 1));
    claims.push(Claim {
        outlet: true,
        ..Claim::plain(
            "proposed",
            stance,
            held,
            word,
            scene.toward(noun, phrase),
            whole,
        )
    });
}
