//! What is asked for and is more than somebody can bear: "That is more than Brod can give, its minister said", "22 percent is more
//! than our fleet could take".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene};

/// What one does with what is asked.
const BEARING: &[&str] = &[
    "bear", "take", "afford", "accept", "stomach", "swallow", "give", "stand", "tolerate", "carry",
    "pay", "concede", "manage", "absorb", "digest", "sustain", "spare",
];

/// Reads one word: "more", said of a thing, with "than".
pub(in crate::stances) fn read(scene: &Scene, more: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.lower(more) != "more" || words.lower(more + 1) != "than" {
        return;
    }
    let Some(thing) = (words.child(more, &[Rel::Nsubj])).filter(|&thing| {
        thing < more && words.child(more, &[Rel::Cop]).is_some() && words.lower(thing) != "there"
    }) else {
        return;
    };
    let end = words.sentence(words.sentence_of(more)).end;
    let bears = (more + 2..end.min(more + 10))
        .find(|&at| words.is_verb(at) && BEARING.contains(&words.lemma(at)));
    let Some(bears) = bears else { return };
    let force = Force::of(words, bears);
    let can = matches!(
        force.modal.as_deref(),
        Some("can" | "could" | "will" | "would")
    );
    let who = words.child(bears, &[Rel::Nsubj]).filter(|&who| who > more);
    let held: Vec<Holder> = who.map(|who| holders(scene, who)).unwrap_or_default();
    let speaking = Holder::speakers(scene, more);
    let own = held
        .iter()
        .all(|one| speaking.iter().any(|other| one.party == other.party));
    let held = match held.is_empty() || !own {
        true => speaking,
        false => held,
    };
    if !can || held.is_empty() || Force::of(words, more).negated || words.upos(thing) == Upos::Propn
    {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    let evidence = words.trim(phrase.start..bears + 1);
    claims.push(Claim::plain(
        "more-than",
        Stance::Rejects,
        held,
        more,
        scene.toward(thing, phrase),
        evidence,
    ));
}
