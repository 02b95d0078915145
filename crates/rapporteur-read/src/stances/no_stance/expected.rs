//! What one side expects of another, which is a demand, and what it only foresees.

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::holders::holders;
use crate::stances::cues::giving::is_giving;
use crate::stances::modality::wanted::is_unchanged;

/// What one side does for another without an object.
const YIELDING: &[&str] = &[
    "pay",
    "withdraw",
    "comply",
    "disarm",
    "apologise",
    "apologize",
    "abide",
    "reciprocate",
    "cooperate",
    "relent",
    "desist",
    "repay",
];

/// "expects Merin to back it", "in return it expects …", "expects to be paid", but not "expects talks to resume", "expects
/// Merin to win".
pub(in crate::stances) fn expects_of_another(
    scene: &Scene,
    word: usize,
    head: Option<usize>,
) -> bool {
    let words = scene.words;
    let object = (words.child(word, &[Rel::Obj, Rel::Iobj]))
        .or_else(|| head.and_then(|head| words.child(head, &[Rel::Nsubj])));
    let in_return = words
        .with_case(word, &["in"])
        .any(|noun| matches!(words.lemma(noun), "return" | "exchange"));
    // "expects to be hit by a drought" tells who or what will do it.
    let suffers = object.is_none()
        && head.is_some_and(|head| {
            words.child(head, &[Rel::AuxPass]).is_some()
                && words.child(head, &[Rel::OblAgent]).is_none()
        });
    let of_a_party = object.is_some_and(|object| !holders(scene, object).is_empty())
        && head.is_some_and(|head| {
            is_giving(scene, head)
                || YIELDING.contains(&words.lemma(head))
                || (scene.lexicon.stances)
                    .of(StanceWord::Verb, words.phrasal(head).as_ref())
                    // "expects Orveth to reject it": what it thinks will come.
                    .any(|frame| {
                        frame.with.is_empty()
                            && !matches!(frame.stance, Stance::Rejects | Stance::Opposes)
                    })
        });
    in_return || suffers || of_a_party
}

/// "suggested that the stock had been overfished", "suggested that the talks failed": what was so, not what shall be.
pub(super) fn suggests_fact(scene: &Scene, verb: usize, clause: usize) -> bool {
    let words = scene.words;
    if words.lemma(verb) != "suggest" || words.rel(clause) != Rel::Ccomp {
        return false;
    }
    let auxiliaries = || words.children_by(clause, &[Rel::Aux, Rel::AuxPass, Rel::Cop]);
    let perfect = auxiliaries()
        .next()
        .is_some_and(|first| words.lemma(first) == "have");
    let was = (words.child(clause, &[Rel::Cop]))
        .is_some_and(|be| matches!(words.lower(be), "was" | "were"));
    let happened = auxiliaries().next().is_none()
        && words.xpos(clause) == Xpos::Vbd
        && !is_unchanged(words, clause);
    perfect || was || happened
}
