//! What is named beside the noun of somebody's stance: "Their proposal, a common reserve of gas, won support", "a contract for
//! all, the main demand of the union".

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders, possessors};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::{Claim, Scene, is_claimed};

/// Reads one word: the noun.
pub fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.upos(noun) != Upos::Noun || is_claimed(scene, claims, noun) {
        return;
    }
    let stance = (scene.lexicon.stances)
        .of(StanceWord::Noun, words.lemma(noun))
        .map(|frame| frame.stance)
        .find(|stance| {
            matches!(
                stance,
                Stance::Demands | Stance::Proposes | Stance::Offers | Stance::RedLine
            )
        });
    let Some(stance) = stance else { return };
    // "Their proposal, | a common reserve of gas": what it is, behind; "a contract for all, | the main demand": before.
    let behind = words.children_by(noun, &[Rel::Appos]).find(|&at| at > noun);
    let thing = behind.or_else(|| {
        (words.head(noun)).filter(|&thing| thing < noun && words.rel(noun) == Rel::Appos)
    });
    let Some(thing) = thing.filter(|&thing| {
        words.upos(thing) == Upos::Noun
            && scene.entities.at(thing).is_none()
            && scene.proposals.at(thing).is_none()
            && (scene.lexicon.stances)
                .of(StanceWord::Noun, words.lemma(thing))
                .next()
                .is_none()
    }) else {
        return;
    };
    let held = owners(scene, noun);
    if held.is_empty() {
        return;
    }
    let mut phrase = noun_phrase(scene, thing);
    if behind.is_none() {
        phrase.end = phrase.end.min(words.subtree(noun).start);
    }
    let phrase = words.trim(phrase);
    if phrase.is_empty() || phrase.contains(&noun) {
        return;
    }
    let start = phrase.start.min(words.subtree(noun).start);
    let end = match came_from(scene, noun) {
        Some(owner) => owner + 1,
        None => phrase.end.max(noun + 1),
    };
    claims.push(Claim {
        outlet: true,
        ..Claim::plain(
            "named-as",
            stance,
            held,
            noun,
            scene.toward(thing, phrase),
            words.trim(start..end),
        )
    });
}

/// Whose it is: "its", "Merin's", "of Merin", "that came from Merin".
fn owners(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let held = possessors(scene, noun);
    if !held.is_empty() {
        return held;
    }
    (words.with_case(noun, &["of"]))
        .chain(came_from(scene, noun))
        .filter(|&owner| scene.entities.at(owner).is_some())
        .flat_map(|owner| holders(scene, owner))
        .collect()
}

/// "an idea that came from Merin": from whom.
fn came_from(scene: &Scene, noun: usize) -> Option<usize> {
    let words = scene.words;
    (words.children_by(noun, &[Rel::AclRelcl]))
        .filter(|&came| matches!(words.lemma(came), "come" | "originate" | "stem" | "emanate"))
        .find_map(|came| words.with_case(came, &["from"]).next())
}
