//! What a party says that it does not do, as a rule: "Merin makes no deals with hostage takers", "we do not pay ransoms", "it
//! does not negotiate with hijackers".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::{Holder, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene, is_claimed};
use crate::words::Words;

/// Verbs of dealing, and what is dealt in where the verb alone tells nothing.
const DEALING: &[(&str, &[&str])] = &[
    (
        "pay",
        &["ransom", "bribe", "blackmail", "protection", "tribute"],
    ),
    (
        "trade",
        &[
            "people",
            "person",
            "prisoner",
            "life",
            "land",
            "territory",
            "principle",
            "sovereignty",
            "soldier",
        ],
    ),
    (
        "swap",
        &["people", "person", "prisoner", "land", "territory"],
    ),
    (
        "barter",
        &[
            "people",
            "person",
            "prisoner",
            "land",
            "territory",
            "principle",
            "sovereignty",
        ],
    ),
    (
        "sell",
        &[
            "land",
            "territory",
            "principle",
            "sovereignty",
            "passport",
            "citizenship",
        ],
    ),
    (
        "make",
        &["concession", "deal", "bargain", "exception", "compromise"],
    ),
    ("do", &["deal", "business", "swap"]),
    ("cut", &["deal"]),
    ("strike", &["deal", "bargain"]),
    (
        "grant",
        &[
            "concession",
            "exception",
            "exemption",
            "amnesty",
            "immunity",
        ],
    ),
    ("extradite", &["citizen", "national"]),
    (
        "reward",
        &["aggression", "violence", "terrorism", "blackmail"],
    ),
];

/// Reads one word: a verb in the present that is denied.
pub(in crate::stances) fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(verb) {
        return;
    }
    let Some((_, goods)) = (DEALING.iter()).find(|(dealing, _)| *dealing == words.lemma(verb))
    else {
        return;
    };
    let Some(thing) = (words.child(verb, &[Rel::Obj])).filter(|&thing| thing > verb) else {
        return;
    };
    if !goods.contains(&words.lemma(thing)) || is_claimed(scene, claims, verb) {
        return;
    }
    let no = (words.child(thing, &[Rel::Det])).filter(|&no| words.lemma(no) == "no");
    let force = Force::of(words, verb);
    let told = (force.negated || force.never || no.is_some())
        && is_rule(words, verb)
        && !force.hypothetical
        && premise(words, verb).is_none();
    let held: Vec<Holder> = subject_holders(scene, verb);
    if !told || held.is_empty() {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    let phrase = no.map_or(phrase.start, |no| no + 1).max(phrase.start)..phrase.end;
    // "concessions | to hostage takers", hung on the verb
    let whom = (words.with_case(verb, &["to", "with", "for"]))
        .find(|&whom| words.subtree(whom).start == phrase.end)
        .map_or(phrase.end, |whom| words.subtree(whom).end);
    let phrase = words.trim(phrase.start..whom);
    let rests_on = evidence(scene, verb, &phrase, None);
    claims.push(Claim::plain(
        "policy",
        Stance::Rejects,
        held,
        verb,
        scene.toward(thing, phrase),
        rests_on,
    ));
}

/// "makes", "does not make": in the present, and no modal.
fn is_rule(words: &Words, verb: usize) -> bool {
    let mut auxiliaries = words.children_by(verb, &[Rel::Aux]);
    match words.xpos(verb) {
        Xpos::Vbz | Xpos::Vbp => words.child(verb, &[Rel::Aux]).is_none(),
        Xpos::Vb => auxiliaries
            .all(|aux| words.upos(aux) == Upos::Aux && matches!(words.lower(aux), "do" | "does")),
        _ => false,
    }
}
