//! The least that will do: "nothing short of a full withdrawal would do", "only a seat on the board will satisfy the union".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, is_claimed};

/// Reads one word: the verb of being enough.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let satisfies = match words.lemma(verb) {
        "do" | "suffice" => false,
        "satisfy" | "content" | "please" | "placate" => true,
        _ => return,
    };
    let Some(subject) = words.child(verb, &[Rel::Nsubj]) else {
        return;
    };
    let Some((thing, start)) = least(scene, subject) else {
        return;
    };
    let force = Force::of(words, verb);
    let will = matches!(force.modal.as_deref(), Some("would" | "will"));
    let object = words.child(verb, &[Rel::Obj]);
    if !words.is_verb(verb)
        || is_claimed(scene, claims, verb)
        || !will
        || force.negated && words.lemma(subject) != "nothing"
        || force.hypothetical
        || object.is_some() != satisfies
    {
        return;
    }
    // "will satisfy the union", "For Sudan, nothing short of it will do", "will do for Sudan"; else so says the speaker.
    let held = object
        .or_else(|| words.with_case(verb, &["for"]).next())
        .map(|who| holders(scene, who))
        .filter(|held| !held.is_empty())
        .unwrap_or_else(|| match satisfies {
            true => Vec::new(),
            false => Holder::speakers(scene, verb),
        });
    if held.is_empty() {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    let phrase = words.trim(phrase.start.max(start)..phrase.end.max(thing + 1));
    let whole = words.subtree(verb);
    claims.push(Claim::plain(
        "nothing-less",
        Stance::Demands,
        held,
        verb,
        scene.toward(thing, phrase),
        words.trim(whole),
    ));
}

/// "nothing short of a seat", "nothing less than a seat", "anything but", "only a seat": the seat, and where it may begin.
fn least(scene: &Scene, subject: usize) -> Option<(usize, usize)> {
    let words = scene.words;
    if words.lemma(subject) == "nothing" {
        let less = matches!(
            words.lower(subject + 1),
            "short" | "less" | "but" | "except"
        );
        let thing = words
            .children_by(subject, &[Rel::Nmod, Rel::Obl])
            .chain(words.children_by(subject + 1, &[Rel::Obl, Rel::Nmod]))
            .find(|&thing| thing > subject + 1)?;
        return less.then_some((thing, subject + 2));
    }
    let only = (words.children_by(subject, &[Rel::Advmod]))
        .find(|&only| only < subject && words.lower(only) == "only")?;
    (words.upos(subject) == Upos::Noun && scene.entities.actor(subject).is_none())
        .then_some((subject, only + 1))
}
