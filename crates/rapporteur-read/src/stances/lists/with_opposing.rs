//! Who stood against what was not adopted: "With Brazil and India opposing, the conference did not adopt the text".

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::{Claim, Scene};

/// How many words the names before "opposing" may have.
const NAMES: usize = 16;

/// Reads the head of every sentence.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        if range.len() < 8 || words.form(range.start) != "With" || scene.is_void(range.start) {
            continue;
        }
        let opposing = (range.start + 2..range.end.min(range.start + NAMES)).find(|&at| {
            matches!(
                words.lower(at),
                "opposing" | "objecting" | "disagreeing" | "dissenting" | "opposed"
            ) && words.form((at + 1).min(words.len() - 1)) == ","
        });
        let Some(opposing) = opposing else {
            continue;
        };
        let mut held: Vec<Holder> = Vec::new();
        for name in range.start + 1..opposing {
            if scene.entities.actor(name).is_some() {
                for holder in holders(scene, name) {
                    if !held.contains(&holder) {
                        held.push(holder);
                    }
                }
            }
        }
        let thing = (opposing + 2..range.end).find_map(|verb| {
            let bargained = words.is_verb(verb)
                && words.rel(verb) == Rel::Root
                && matches!(
                    words.lemma(verb),
                    "adopt" | "approve" | "accept" | "agree" | "pass" | "endorse" | "decide"
                );
            let object = || {
                words
                    .object(verb)
                    .or_else(|| words.with_case(verb, &["on", "to"]).next())
            };
            bargained.then(object).flatten()
        });
        let Some(thing) = thing.filter(|_| !held.is_empty()) else {
            continue;
        };
        let phrase = noun_phrase(scene, thing);
        claims.push(Claim::plain(
            "with-party",
            Stance::Opposes,
            held,
            opposing,
            scene.toward(thing, phrase.clone()),
            range.start..phrase.end,
        ));
    }
}
