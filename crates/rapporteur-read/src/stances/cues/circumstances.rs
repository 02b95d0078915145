//! Nouns of stance that tell how something was done: "adopted the levy over the objections of Merin", "the clause was
//! dropped at Brod's request", "with support from Brod, the clause was retained".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::Scene;
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::words::Words;

/// What is done with a thing that others want or do not want.
const DEALING: &[&str] = &[
    "accept",
    "add",
    "adopt",
    "agree",
    "amend",
    "approve",
    "authorise",
    "authorize",
    "ban",
    "build",
    "change",
    "endorse",
    "enact",
    "extend",
    "impose",
    "include",
    "insert",
    "introduce",
    "keep",
    "maintain",
    "pass",
    "propose",
    "push through",
    "ratify",
    "reinstate",
    "renew",
    "restore",
    "retain",
    "sign",
    "table",
    "launch",
];

/// What is done to be rid of a thing.
const REMOVING: &[&str] = &[
    "abandon",
    "cut",
    "delete",
    "drop",
    "omit",
    "remove",
    "scrap",
    "strike",
    "strike out",
    "take out",
    "withdraw",
];

/// What is done to a thing that is there already.
const CHANGING: &[&str] = &[
    "cancel", "defer", "delay", "lower", "postpone", "raise", "reduce", "reopen", "shelve",
    "weaken",
];

/// A thing by its head and phrase, and the stance toward it.
type Toward = (Stance, usize, Range<usize>);

/// What was done under such a circumstance. At somebody's request a thing is put in, or taken out because it is opposed;
/// over somebody's objections it is put in, or all that was done to it is opposed.
pub(in crate::stances) fn told_by_deed(
    scene: &Scene,
    noun: usize,
    stance: Stance,
) -> Option<Toward> {
    let words = scene.words;
    let (verb, faced) = deed(words, noun, stance)?;
    let thing = words
        .child(verb, &[Rel::NsubjPass])
        .or_else(|| words.child(verb, &[Rel::Obj]))
        .filter(|&thing| scene.entities.actor(thing).is_none())?;
    let deed = words.phrasal(verb);
    let is = |class: &[&str]| class.contains(&&*deed);
    let (dealt, removed) = (is(DEALING), is(REMOVING));
    let toward = |stance| Some((stance, thing, noun_phrase(scene, thing)));
    match stance {
        Stance::Supports => toward(stance),
        Stance::Demands if removed => toward(Stance::Opposes),
        Stance::Demands | Stance::Proposes if dealt => toward(stance),
        Stance::Opposes if dealt || removed && faced => toward(stance),
        Stance::Opposes if (removed || is(CHANGING)) && !faced => {
            let start = match words.child(verb, &[Rel::NsubjPass]) {
                Some(subject) => words.subtree(subject).start,
                None => verb,
            };
            let circumstance = words.subtree(noun);
            let end = match circumstance.start > verb {
                true => circumstance.start,
                false => clause(scene, verb).end,
            };
            let phrase = words.trim(start..end.max(verb + 1));
            Some((stance, verb, phrase))
        }
        _ => None,
    }
    .filter(|(_, _, phrase)| !phrase.is_empty())
}

/// The verb that a noun of stance tells the circumstance of, and whether it gave way ("in the face of").
fn deed(words: &Words, noun: usize, stance: Stance) -> Option<(usize, bool)> {
    let case = words
        .child(noun, &[Rel::Case])
        .map(|case| words.lower(case))?;
    let face = words.head(noun).filter(|&face| {
        case == "of" && words.lower(face) == "face" && words.rel(noun) == Rel::Nmod
    });
    let fits = match stance {
        Stance::Supports => case == "with",
        Stance::Opposes => matches!(case, "over" | "despite" | "against") || face.is_some(),
        Stance::Demands | Stance::Proposes => matches!(case, "at" | "on" | "upon"),
        _ => false,
    };
    let hung = face.unwrap_or(noun);
    words
        .head(hung)
        .filter(|&verb| fits && words.is_verb(verb) && words.rel(hung) == Rel::Obl)
        .map(|verb| (verb, face.is_some()))
}
