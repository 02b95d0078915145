//! What a matter is told to be: "grazing is a matter on which Orveth is ready to talk", "the toll is a point on which it
//! will not move". The stance is toward what stands before "is".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::things::noun_phrase;
use crate::stances::{Claim, Scene, Target};

/// What anything may be called that is bargained over.
const MATTERS: &[&str] = &[
    "matter",
    "subject",
    "topic",
    "issue",
    "point",
    "question",
    "area",
    "thing",
    "something",
];

/// Verbs that take no thing but "on which".
const MOVING: &[&str] = &[
    "talk",
    "negotiate",
    "speak",
    "move",
    "give",
    "budge",
    "yield",
    "bend",
    "compromise",
    "bargain",
    "haggle",
    "listen",
];

/// Gives such a stance the subject of its sentence.
pub fn read(scene: &Scene, claims: &mut [Claim]) {
    let words = scene.words;
    for claim in claims {
        let Target::Phrase(head, phrase) = &claim.on else {
            continue;
        };
        let bare = MATTERS.contains(&words.lemma(*head))
            || MOVING.contains(&words.lemma(*head)) && words.rel(*head) == Rel::Xcomp;
        if !bare {
            continue;
        }
        let Some((subject, thing)) = matter(scene, claim.trigger) else {
            continue;
        };
        if phrase.start > claim.trigger || MATTERS.contains(&words.lemma(*head)) {
            // "is prepared to give ground": no offer of anything yet.
            if claim.stance == Stance::Offers {
                claim.stance = Stance::Open;
            }
            claim.evidence.start = claim.evidence.start.min(thing.start);
            claim.on = scene.toward(subject, thing);
        }
    }
}

/// The subject of which a matter is said, whose relative clause with a preposition a word stands in.
fn matter(scene: &Scene, word: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let clause = std::iter::once(word)
        .chain(words.ancestors(word))
        .take(4)
        .find(|&at| matches!(words.rel(at), Rel::AclRelcl | Rel::Acl))?;
    let noun = words.head(clause)?;
    let which = (noun + 1..clause)
        .take(3)
        .any(|at| words.lower(at) == "which");
    if !which || !MATTERS.contains(&words.lemma(noun)) {
        return None;
    }
    // "one of the issues on which"
    let predicate = match words.child(noun, &[Rel::Cop]) {
        Some(_) => noun,
        None => words
            .head(noun)
            .filter(|&one| words.child(one, &[Rel::Cop]).is_some())?,
    };
    let subject = words.child(predicate, &[Rel::Nsubj])?;
    (scene.entities.actor(subject).is_none()).then(|| (subject, noun_phrase(scene, subject)))
}
