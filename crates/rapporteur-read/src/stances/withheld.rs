//! What a party says will not be done: "the islands will not be handed over", "the pension cannot be touched".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use super::evidence::evidence;
use super::force::{Force, premise};
use super::holders::Holder;
use super::things::noun_phrase;
use super::{Claim, Scene, is_claimed};

/// What parties do with what they hold or have agreed on. Other passives tell facts ("will not be affected").
const DEEDS: &[&str] = &[
    "abandon",
    "abolish",
    "alter",
    "amend",
    "bargain",
    "break",
    "bring",
    "build",
    "cede",
    "change",
    "close",
    "compromise",
    "cut",
    "delay",
    "deploy",
    "dilute",
    "disband",
    "dismantle",
    "divide",
    "downgrade",
    "extend",
    "extradite",
    "free",
    "freeze",
    "give",
    "grant",
    "hand",
    "hasten",
    "implement",
    "impose",
    "increase",
    "introduce",
    "lay",
    "lease",
    "lift",
    "lower",
    "merge",
    "move",
    "open",
    "outsource",
    "part",
    "pay",
    "postpone",
    "privatise",
    "privatize",
    "raise",
    "redraw",
    "reduce",
    "reinstate",
    "release",
    "remove",
    "renegotiate",
    "renew",
    "reopen",
    "repeal",
    "replace",
    "restore",
    "return",
    "revise",
    "reward",
    "sacrifice",
    "scrap",
    "sell",
    "separate",
    "share",
    "shift",
    "shut",
    "sign",
    "split",
    "station",
    "suspend",
    "surrender",
    "swap",
    "tear",
    "touch",
    "trade",
    "transfer",
    "vacate",
    "water",
    "weaken",
    "withdraw",
];

/// Reads one word: the participle.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_passive(verb)
        || !DEEDS.contains(&words.lemma(verb))
        || words.child(verb, &[Rel::OblAgent]).is_some()
        || is_claimed(scene, claims, verb)
    {
        return;
    }
    let force = Force::of(words, verb);
    let refused = (force.negated || force.never)
        && matches!(
            force.modal.as_deref(),
            Some("will" | "would" | "can" | "could" | "shall" | "must")
        );
    let thing = words.child(verb, &[Rel::NsubjPass]).filter(|&thing| {
        words.upos(thing) == Upos::Noun
            && scene.entities.actor(thing).is_none()
            && !super::premises::is_inside(words, thing)
    });
    let holder = Holder::speaking(scene, verb);
    let (Some(thing), Some(holder)) = (thing, holder) else {
        return;
    };
    if !refused || force.hypothetical || premise(words, verb).is_some() {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    let evidence = evidence(scene, verb, &phrase, None);
    claims.push(Claim::plain(
        "withheld",
        if force.never || is_untouchable(words.lemma(verb), &force) {
            Stance::RedLine
        } else {
            Stance::Rejects
        },
        vec![holder],
        verb,
        scene.toward(thing, phrase),
        evidence,
    ));
}

/// "cannot be traded": never, whatever the offer.
fn is_untouchable(verb: &str, force: &Force) -> bool {
    matches!(force.modal.as_deref(), Some("can" | "could"))
        && matches!(
            verb,
            "bargain"
                | "cede"
                | "compromise"
                | "divide"
                | "renegotiate"
                | "sacrifice"
                | "sell"
                | "split"
                | "surrender"
                | "touch"
                | "trade"
        )
}
