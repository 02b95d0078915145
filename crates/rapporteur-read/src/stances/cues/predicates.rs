//! Predicates said of the holder: "is prepared to", "is against a pause", "is in favour of it".

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::modality::force::{Force, premise};
use crate::stances::modality::settle::{leaves_open, settle};
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// Verbs that link a subject with what is said of it.
pub(in crate::stances) const LINKING: &[&str] = &[
    "remain", "stay", "seem", "appear", "feel", "sound", "look", "become", "grow", "get", "turn",
    "prove", "stand", "declare", "profess",
];

/// "is prepared to", "is opposed to": a passive in form, an adjective in sense.
pub(in crate::stances) fn is_participle_of_state(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let form = words.lower(word);
    words.is_verb(word)
        && words.xpos(word) == Xpos::Vbn
        && words.child(word, &[Rel::AuxPass]).is_some()
        && words
            .child(word, &[Rel::OblAgent])
            .is_none_or(|agent| scene.entities.actor(agent).is_none())
        && scene
            .lexicon
            .stances
            .of(StanceWord::Adjective, form)
            .next()
            .is_some()
}

/// "is against a pause", "is behind the plan": a preposition as predicate.
pub(in crate::stances) fn prepositional(scene: &Scene, word: usize) -> Option<Claim> {
    let words = scene.words;
    // "is against expanding the council": the preposition marks a gerund.
    let case = words
        .child(word, &[Rel::Case])
        // "told peers that it was | against changing it": the mark right before the gerund.
        .or_else(|| {
            words
                .children_by(word, &[Rel::Mark])
                .filter(|&mark| mark < word)
                .last()
        })?;
    // "Though still against the cap, Merin gave way": of the subject of the main clause.
    let verbless = || {
        words.rel(word) == Rel::Advcl
            && words.child(word, &[Rel::Nsubj, Rel::Cop]).is_none()
            && (words.children_by(word, &[Rel::Mark])).any(|mark| {
                matches!(
                    words.lower(mark),
                    "though" | "although" | "while" | "albeit" | "if"
                )
            })
            && matches!(words.lower(case), "against" | "behind")
    };
    // "was against tripling it": "was" belongs to "against", not to the gerund.
    let verbless = verbless();
    words
        .child(word, &[Rel::Cop])
        .or_else(|| {
            (words.children_by(word, &[Rel::Aux]))
                .find(|&be| be < case && words.lemma(be) == "be" && words.xpos(word) == Xpos::Vbg)
        })
        .or_else(|| verbless.then_some(word))
        .or_else(|| joined_predicate(words, word, case))?;
    // "was for the dam": of somebody, and of a thing that is no time or measure.
    let key = match words.lemma(case) {
        "for" if can_be_backed(words, word) => "behind",
        // "was, however, opposed to a pause", where the tree made "opposed to" one preposition.
        _ if words.child(case, &[Rel::Fixed]).is_some() => words.lower(case),
        other => other,
    };
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Adjective, key)
        .next()?;
    let force = Force::of(words, word);
    // "is not wholly against a pause"
    let stance = match leaves_open(frame, &force) {
        true => Some(Stance::Open),
        false if force.hypothetical => None,
        false => settle(frame, StanceWord::Adjective, &force, false),
    }?;
    let held = subject_holders(scene, word);
    let after = words
        .children_by(case, &[Rel::Fixed])
        .last()
        .unwrap_or(case)
        + 1;
    // "Against the fee was Brod": who is against stands behind.
    let end = (words.child(word, &[Rel::Cop]))
        .filter(|&be| be > word)
        .unwrap_or_else(|| words.subtree(word).end);
    // "is for the fee; Orveth is against": another clause.
    let end = (after..end.max(after))
        .find(|&at| words.form(at) == ";")
        .unwrap_or(end);
    // "has been for it since 2019"
    let phrase = words.trim(after..end.max(after));
    let phrase = match words.upos(word) {
        Upos::Pron if phrase.len() < 5 => word..word + 1,
        _ => phrase,
    };
    if held.is_empty() || phrase.is_empty() {
        return None;
    }
    Some(Claim {
        stance,
        holders: held,
        trigger: word,
        rule: frame.name.clone(),
        on: scene.toward(word, phrase.clone()),
        premise: premise(words, word),
        reason: None,
        outlet: frame.outlet,
        evidence: words.trim(words.subtree(word).start..phrase.end),
        via: None,
    })
}

/// "is for longer visas | and against quotas": a second such predicate has its "is" before the first.
fn joined_predicate(words: &Words, word: usize, case: usize) -> Option<usize> {
    let first = words.head(word).filter(|_| {
        words.rel(word) == Rel::Conj && matches!(words.lower(case), "for" | "against")
    })?;
    let leads = (words.children_by(first, &[Rel::Case]))
        .any(|lead| matches!(words.lower(lead), "for" | "against" | "behind"));
    words
        .child(first, &[Rel::Cop])
        .filter(|_| leads && words.child(word, &[Rel::Nsubj, Rel::Cop]).is_none())
}

/// What somebody can be "for": a thing, a deed, "it", "both", "the first"; no time, no measure and no people ("is for
/// pensioners").
fn can_be_backed(words: &Words, word: usize) -> bool {
    let known = || {
        (words.children_by(word, &[Rel::Det, Rel::NmodPoss]))
            .any(|det| !matches!(words.lower(det), "all" | "some" | "any" | "no"))
    };
    match words.upos(word) {
        // "is for longer visas"
        Upos::Noun => {
            let compared =
                || (words.children_by(word, &[Rel::Amod])).any(|how| words.xpos(how) == Xpos::Jjr);
            words.xpos(word) == Xpos::Nn || known() || compared()
        }
        Upos::Pron | Upos::Det => matches!(
            words.lower(word),
            "it" | "that" | "this" | "them" | "these" | "those" | "both" | "neither" | "one"
        ),
        // "the first", "the latter"
        Upos::Adj | Upos::Num => known(),
        _ => words.xpos(word) == Xpos::Vbg,
    }
}

/// "in favour of": the noun of a prepositional predicate, with its preposition.
pub(in crate::stances) fn adjective_key(scene: &Scene, word: usize) -> String {
    let words = scene.words;
    match words.child(word, &[Rel::Case]) {
        Some(case) if words.upos(word) == Upos::Noun => {
            format!("{} {}", words.lemma(case), words.lower(word))
        }
        _ => words.lower(word).to_owned(),
    }
}

pub(in crate::stances) fn is_predicate(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    // "is no more willing than Orveth to accept it": neither is.
    if word >= 2 && words.lower(word - 1) == "more" && words.lower(word - 2) == "no" {
        return false;
    }
    let linked = words
        .head(word)
        .is_some_and(|head| words.lemma(head) == "be" || LINKING.contains(&words.lemma(head)));
    words.child(word, &[Rel::Cop]).is_some()
        || words.rel(word) == Rel::Xcomp && linked
        || matches!(
            words.rel(word),
            Rel::Acl | Rel::Advcl | Rel::Conj | Rel::Root
        ) && words.upos(word) != Upos::Noun
}

/// "the observers", "the monitors": whoever they will be, their coming is what is agreed or refused.
pub(in crate::stances) fn are_sent(words: &Words, head: usize) -> bool {
    matches!(
        words.lemma(head),
        "observer" | "monitor" | "inspector" | "peacekeeper" | "verifier" | "assessor"
    )
}

/// "an independent chair", "a foreign judge": nobody in particular, but a post to be filled.
pub(in crate::stances) fn is_post(words: &Words, head: usize) -> bool {
    const POSTS: &[&str] = &[
        "adviser",
        "advisor",
        "administrator",
        "arbiter",
        "arbitrator",
        "auditor",
        "chair",
        "chairman",
        "chairperson",
        "commander",
        "commissioner",
        "conciliator",
        "coordinator",
        "envoy",
        "expert",
        "facilitator",
        "governor",
        "guarantor",
        "inspector",
        "judge",
        "mediator",
        "minister",
        "monitor",
        "observer",
        "ombudsman",
        "prosecutor",
        "rapporteur",
        "referee",
        "regulator",
        "representative",
        "secretary",
        "trustee",
        "umpire",
    ];
    // "the rotating chair": whoever it is.
    let lasting = words
        .children_by(head, &[Rel::Amod])
        .any(|kind| matches!(words.lower(kind), "rotating" | "joint" | "permanent"));
    let indefinite = lasting
        || words
            .child(head, &[Rel::Det])
            .is_some_and(|det| matches!(words.lemma(det), "a" | "an" | "any" | "no"));
    // "three ministries": seats in a government.
    if matches!(words.lemma(head), "ministry" | "portfolio" | "embassy")
        && words.child(head, &[Rel::Nummod]).is_some()
    {
        return true;
    }
    let described = words
        .child(head, &[Rel::Amod, Rel::Nmod, Rel::Compound, Rel::Acl])
        .is_some();
    // "favours a mediator": whoever it would be.
    let neutral = matches!(
        words.lemma(head),
        "mediator"
            | "arbitrator"
            | "arbiter"
            | "conciliator"
            | "facilitator"
            | "ombudsman"
            | "umpire"
            | "referee"
            | "auditor"
            | "monitor"
            | "trustee"
            | "coordinator"
            | "guarantor"
            | "rapporteur"
            | "judge"
            | "envoy"
    );
    indefinite && (described || neutral) && POSTS.contains(&words.lemma(head))
}
