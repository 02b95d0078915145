//! Whoever is counted among the friends or foes of a thing: "opponents of the levy include Brod and Thale", "supporters of
//! the fund, among them Brod", "critics such as Thale", "Brod, a long-time advocate of a fund".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::cues::nouns::is_none;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// Nouns for people by their stance, and the stance.
const CAMPS: &[(&str, Stance)] = &[
    ("supporter", Stance::Supports),
    ("backer", Stance::Supports),
    ("advocate", Stance::Supports),
    ("champion", Stance::Supports),
    ("proponent", Stance::Supports),
    ("defender", Stance::Supports),
    ("opponent", Stance::Opposes),
    ("foe", Stance::Opposes),
    ("adversary", Stance::Opposes),
    ("detractor", Stance::Concerned),
    ("critic", Stance::Concerned),
    ("sceptic", Stance::Concerned),
    ("skeptic", Stance::Concerned),
    ("doubter", Stance::Concerned),
];

/// Nouns that tell a stance only with "no" before them: "no friend of the scheme".
const NO_FRIENDS: &[&str] = &["friend", "fan", "admirer", "lover"];

/// Verbs that tell who belongs to a camp.
const COUNTING: &[&str] = &["include", "comprise", "number"];

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let noun = words.lemma(word);
    let none = is_none(scene, word);
    let stance = match CAMPS.iter().find(|(camp, _)| *camp == noun) {
        Some((_, Stance::Supports)) if none => Stance::Opposes,
        Some(&(_, stance)) if !none => stance,
        None if none && NO_FRIENDS.contains(&noun) => Stance::Concerned,
        _ => return,
    };
    // Whom one is for or against is no thing: "a supporter of the president".
    let Some(thing) = words
        .with_case(word, &["of"])
        .find(|&thing| thing > word && scene.entities.actor(thing).is_none())
        .filter(|&thing| words.upos(thing) != Upos::Pron)
    else {
        return;
    };
    let held = members(scene, word);
    if held.is_empty() {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    // "critics of the quota such as Thale": who is listed is no part of the thing.
    let end = listing(scene, word)
        .filter(|&at| at > thing)
        .map_or(phrase.end, |at| at.min(phrase.end));
    let phrase = words.trim(phrase.start..end);
    let last = held.iter().map(|&(at, _)| at + 1).max().unwrap_or(word);
    let first = held.iter().map(|&(at, _)| at).min().unwrap_or(word);
    claims.push(Claim {
        stance,
        holders: held.into_iter().map(|(_, holder)| holder).collect(),
        trigger: word,
        rule: "camp".into(),
        on: scene.toward(thing, phrase.clone()),
        premise: None,
        reason: None,
        outlet: true,
        evidence: words.trim(first.min(word)..last.max(phrase.end)),
        via: None,
    });
}

/// Those who belong to a camp, each with the word that names it.
fn members(scene: &Scene, camp: usize) -> Vec<(usize, Holder)> {
    let words = scene.words;
    let mut named: Vec<usize> = Vec::new();
    match (words.rel(camp), words.head(camp)) {
        // "opponents of the levy include Brod"
        (Rel::Nsubj, Some(verb)) if COUNTING.contains(&words.lemma(verb)) => {
            let force = Force::of(words, verb);
            if !force.hypothetical && !force.negated && force.modal.is_none() {
                named.extend(words.child(verb, &[Rel::Obj]));
            }
        }
        // "Among the opponents of the levy is Brod", whichever of the two the tree put above the other
        (Rel::Obl | Rel::Nmod, Some(name)) if is_among(words, camp) => {
            let behind = (words.child(name, &[Rel::Cop])).is_some_and(|be| be > camp);
            named.extend((name > camp && behind).then_some(name));
        }
        (Rel::Root | Rel::Ccomp, _) if is_among(words, camp) => {
            named.extend(
                words
                    .children_by(camp, &[Rel::Parataxis, Rel::Nsubj])
                    .find(|&name| {
                        name > camp && words.children_by(name, &[Rel::Cop]).any(|be| be > camp)
                    }),
            );
        }
        // "Brod, a long-time advocate of a fund, …"
        (Rel::Appos, Some(name)) if name < camp => {
            let former = words.children_by(camp, &[Rel::Amod]).any(|word| {
                matches!(
                    words.lemma(word),
                    "former" | "one-time" | "onetime" | "erstwhile"
                )
            });
            if !former {
                named.push(name);
            }
        }
        _ => {}
    }
    if let Some(at) = listing(scene, camp) {
        let end = words.sentence(words.sentence_of(camp)).end;
        let from = at + if words.form(at) == "including" { 1 } else { 2 };
        named.extend((from..end.min(from + 4)).find(|&at| scene.entities.actor(at).is_some()));
    }
    named
        .into_iter()
        .flat_map(|at| {
            holders(scene, at)
                .into_iter()
                .map(move |holder| (at, holder))
        })
        .collect()
}

/// Where a list of members begins: "such as Thale", "including Brod", "among them Brod".
fn listing(scene: &Scene, camp: usize) -> Option<usize> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(camp)).end;
    (camp + 1..end.min(camp + 12)).find(|&at| {
        words.lemma(at) == "such" && words.lemma(at + 1) == "as"
            || words.form(at) == "including"
            || words.form(at) == "among" && words.form(at + 1) == "them"
    })
}

/// "among the opponents": a group in which somebody is counted.
fn is_among(words: &Words, camp: usize) -> bool {
    (words.children_by(camp, &[Rel::Case])).any(|case| words.lower(case) == "among")
}
