//! Whose a demand or an idea is, told behind it: "the insistence of Merin on a clause", "an idea raised at the weekend by
//! Merin".

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceFrame};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::{clause, has_to, noun_phrase};
use crate::stances::cues::predicates::are_sent;
use crate::words::Words;

/// Verbs of putting something forward.
const MAKING: &[&str] = &[
    "raise",
    "float",
    "table",
    "voice",
    "make",
    "put",
    "put forward",
    "propose",
    "suggest",
    "circulate",
    "launch",
    "submit",
    "advance",
    "present",
    "champion",
    "air",
    "moot",
    "revive",
];

/// "an idea |raised| at the weekend by Merin", "a demand |first voiced| by the union": whoever a participle says made it.
pub(super) fn put_forward_by(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    (words.children_by(noun, &[Rel::Acl]))
        .filter(|&made| made > noun && words.xpos(made) == Xpos::Vbn)
        .filter(|&made| MAKING.contains(&&*words.phrasal(made)))
        .filter_map(|made| {
            // "raised | at the weekend by Merin", hung on the day.
            words.child(made, &[Rel::OblAgent]).or_else(|| {
                (words.children_by(made, &[Rel::Obl, Rel::OblUnmarked]))
                    .flat_map(|when| words.with_case(when, &["by"]))
                    .find(|&agent| agent > made)
            })
        })
        .map(|agent| holders(scene, agent))
        .find(|held| !held.is_empty())
        .unwrap_or_default()
}

/// "the insistence of Merin on a clause", "a call by Merin for a pause": whose it is.
pub(super) fn owner_behind(scene: &Scene, noun: usize, preposition: &str) -> Option<usize> {
    scene.words.with_case(noun, &[preposition]).find(|&owner| {
        owner > noun
            && scene.words.rel(owner) == Rel::Nmod
            && scene.entities.actor(owner).is_some()
            && scene.proposals.at(owner).is_none()
            // "its offer of observers": what is offered.
            && !(preposition == "of" && are_sent(scene.words, owner))
    })
}

/// "the request of the union | for a longer season", "a call by Merin | for a pause": what follows the owner, whatever
/// the tree hung it on.
pub(super) fn behind_owner(
    scene: &Scene,
    frame: &StanceFrame,
    owner: usize,
) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let case = owner + 1;
    let takes = frame.on.iter().any(|place| {
        matches!(place, Place::Preposition(preposition) if case < words.len() && preposition == words.lemma(case) && preposition != "of")
    });
    let thing = (words.head(case)).filter(|&thing| {
        takes && words.rel(case) == Rel::Case && thing > case && words.upos(thing) == Upos::Noun
    })?;
    Some((thing, noun_phrase(scene, thing)))
}

/// "38 crowns a share", "4 percent": money or a rate, and no number of things.
pub(super) fn is_amount(words: &Words, head: usize) -> bool {
    const MONEY: &[&str] = &[
        "$", "€", "£", "¥", "%", "percent", "cent", "crown", "dollar", "euro", "pound", "pence",
        "penny", "franc", "rand", "yen", "yuan", "won", "rupee", "peso", "krone", "krona", "lira",
        "rouble", "ruble", "dirham", "riyal", "shilling", "billion", "million",
    ];
    MONEY.contains(&words.lemma(head))
        && (words.upos(head) == Upos::Num
            || words.child(head, &[Rel::Nummod, Rel::Compound]).is_some())
}

/// "It was Merin's idea to raise the fee": what "it" stands for.
pub(super) fn it_was_to(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    words.child(noun, &[Rel::Cop])?;
    (words.children_by(noun, &[Rel::Expl, Rel::Nsubj]))
        .find(|&it| it < noun && words.lower(it) == "it")?;
    let clause_head = (words.children_by(noun, &[Rel::Csubj, Rel::Ccomp, Rel::Xcomp]))
        .find(|&deed| deed > noun && has_to(scene, deed))?;
    Some((clause_head, clause(scene, clause_head)))
}
