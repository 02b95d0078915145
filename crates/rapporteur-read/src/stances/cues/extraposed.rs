//! Verdicts on a clause that comes behind "it": "For Merin it is out of the question that ships be searched", "It is vital
//! for Merin that the price be reviewed", "It was imperative, Merin argued, that the ships leave", "It would be impossible
//! for Merin to agree to that".

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::stances::cues::verdicts::verdict;
use crate::stances::modality::force::{Force, is_hypothetical, premise};
use crate::stances::{Claim, Scene, is_claimed};

/// What a deed is that nobody can do.
const IMPOSSIBLE: &[&str] = &[
    "impossible",
    "unthinkable",
    "inconceivable",
    "unimaginable",
    "unacceptable",
    "inadmissible",
];

/// Reads one word: "it".
pub fn read(scene: &Scene, it: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.lower(it) != "it" || !matches!(words.rel(it), Rel::Expl | Rel::Nsubj) {
        return;
    }
    let Some(predicate) = words.head(it).filter(|&told| told > it) else {
        return;
    };
    let copula = words
        .child(predicate, &[Rel::Cop])
        .or_else(|| (words.lemma(predicate) == "remain").then_some(predicate));
    let Some(copula) = copula.filter(|_| !is_hypothetical(words, predicate)) else {
        return;
    };
    if is_claimed(scene, claims, predicate) {
        return;
    }
    if let Some(claim) =
        that(scene, it, copula, predicate).or_else(|| impossible(scene, it, predicate))
    {
        claims.push(claim);
    }
}

/// "It is vital for Merin | that the price be reviewed".
fn that(scene: &Scene, it: usize, copula: usize, predicate: usize) -> Option<Claim> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(it));
    let that = (copula + 1..sentence.end)
        .find(|&at| words.lower(at) == "that" && words.rel(at) == Rel::Mark)?;
    let deed = words.head(that).filter(|&deed| {
        deed > that
            && words
                .child(deed, &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj])
                .is_some_and(|subject| subject > that)
    })?;
    let (start, frame, length) = (copula + 1..that)
        .find_map(|start| verdict(scene, start).map(|(frame, length)| (start, frame, length)))?;
    let force = Force::of(words, predicate);
    let no = (copula..start).any(|at| matches!(words.lower(at), "not" | "n't" | "n’t" | "no"));
    if no || force.never || start + length > that {
        return None;
    }
    let held = for_whom(scene, it, predicate, that);
    let thing = words.trim(that + 1..clause(scene, deed).end.max(deed + 1));
    if held.is_empty() || thing.is_empty() {
        return None;
    }
    Some(Claim {
        premise: premise(words, predicate),
        ..Claim::plain(
            &frame.name,
            frame.stance,
            held,
            predicate,
            scene.toward(deed, thing.clone()),
            words.trim(it..thing.end),
        )
    })
}

/// For whom it is so: "for Merin", else whoever says so.
fn for_whom(scene: &Scene, it: usize, predicate: usize, that: usize) -> Vec<Holder> {
    let words = scene.words;
    let start = words.sentence(words.sentence_of(it)).start;
    let named: Vec<Holder> = (start..that)
        .filter(|&at| matches!(words.lower(at), "for" | "to") && words.rel(at) == Rel::Case)
        .filter_map(|case| words.head(case))
        .filter(|&whom| whom < that && scene.entities.at(whom).is_some())
        .flat_map(|whom| holders(scene, whom))
        .collect();
    if !named.is_empty() {
        return named;
    }
    let speakers = Holder::speakers(scene, predicate);
    if !speakers.is_empty() {
        return speakers;
    }
    // "It was imperative, Merin argued, that …"
    (words.children_by(predicate, &[Rel::Parataxis]))
        .filter(|&tells| tells > predicate && tells < that)
        .filter_map(|tells| words.child(tells, &[Rel::Nsubj]))
        .flat_map(|teller| holders(scene, teller))
        .collect()
}

/// "It would be impossible for Merin | to agree to that levy".
fn impossible(scene: &Scene, it: usize, predicate: usize) -> Option<Claim> {
    let words = scene.words;
    let force = Force::of(words, predicate);
    if !IMPOSSIBLE.contains(&words.lemma(predicate)) || force.negated {
        return None;
    }
    let deed = (predicate + 1..words.sentence(words.sentence_of(it)).end).find(|&at| {
        words.is_verb(at)
            && words
                .children_by(at, &[Rel::Mark, Rel::Aux])
                .any(|to| words.lower(to) == "to" && to > predicate)
    })?;
    // The tree hangs "for Merin" on either.
    let whom = words
        .child(deed, &[Rel::Nsubj])
        .or_else(|| words.with_case(predicate, &["for"]).next())
        .or_else(|| words.child(predicate, &[Rel::Obl]))
        .filter(|&whom| whom > predicate && whom < deed)?;
    let accepts = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(deed))
        .chain((scene.lexicon.stances).of(StanceWord::Verb, words.lemma(deed)))
        .any(|frame| matches!(frame.stance, Stance::Accepts | Stance::Supports));
    let held = holders(scene, whom);
    let object = thing(scene, deed)?;
    (accepts && !held.is_empty()).then(|| Claim {
        premise: premise(words, predicate),
        ..Claim::plain(
            "impossible-to-accept",
            Stance::Rejects,
            held,
            predicate,
            scene.toward(object.0, object.1.clone()),
            words.trim(it..object.1.end),
        )
    })
}

/// What is to be accepted: "the levy", "to the levy".
fn thing(scene: &Scene, deed: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let object = words
        .child(deed, &[Rel::Obj])
        .or_else(|| words.with_case(deed, &["to", "with"]).next())?;
    (words.upos(object) != Upos::Pron || words.lower(object) == "that")
        .then(|| (object, noun_phrase(scene, object)))
}
