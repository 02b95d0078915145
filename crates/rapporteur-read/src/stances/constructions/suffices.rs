//! What is enough for whoever says so: "a third would do, the envoy said", "that would be enough", "ten per cent would
//! satisfy her country", "a year could be absorbed", "returns pose no difficulty"; and what is not: "six will not do".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, PremiseKind, premise};
use crate::stances::modality::surface::surface_premise;
use crate::stances::{Claim, Scene, is_claimed};
use crate::words::Words;

/// What one can do with a thing that one lets pass, said of the thing.
const BORNE: &[&str] = &[
    "absorb",
    "accommodate",
    "manage",
    "bear",
    "stomach",
    "swallow",
    "tolerate",
    "grant",
    "arrange",
];
/// Bodies that a speaker calls by what they are: "would satisfy the union".
const BODIES: &[&str] = &[
    "state",
    "country",
    "government",
    "cabinet",
    "ministry",
    "union",
    "member",
    "board",
    "side",
    "delegation",
    "club",
    "company",
    "council",
    "party",
    "group",
    "movement",
    "federation",
    "association",
    "bloc",
    "people",
    "colleague",
];

/// Reads one word: the predicate of what suffices.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !suffices(words, word) || is_claimed(scene, claims, word) {
        return;
    }
    let force = Force::of(words, word);
    let unreal = (words.children_by(word, &[Rel::Aux])).any(|aux| words.lemma(aux) == "have");
    // "Six will not do", "a loan would not be enough"
    let refused = (force.negated || force.never)
        && matches!(words.lower(word), "do" | "suffice" | "serve" | "enough");
    if (force.negated || force.never) && !refused || force.hypothetical || unreal {
        return;
    }
    let subject = words
        .child(word, &[Rel::Nsubj, Rel::NsubjPass])
        .filter(|&subject| subject < word && is_thing(scene, subject));
    let held = Holder::speakers(scene, word);
    let Some(subject) = subject.filter(|_| !held.is_empty() && whom(scene, word, &held)) else {
        return;
    };
    let phrase = noun_phrase(scene, subject);
    let condition = premise(words, word)
        .or_else(|| surface_premise(words, &(phrase.start..word + 1)))
        .filter(|premise| premise.kind != PremiseKind::Unless);
    if refused && premise(words, word).is_some() {
        return;
    }
    // "poses no difficulty", "would satisfy her state"
    let end = (words.child(word, &[Rel::Obj])).map_or(word + 1, |object| object + 1);
    let whole = phrase.start..end.max(word + 1);
    claims.push(Claim {
        stance: match condition {
            _ if refused => Stance::Rejects,
            Some(_) => Stance::AcceptsIf,
            None => Stance::Accepts,
        },
        holders: held,
        trigger: word,
        rule: "suffices".into(),
        evidence: evidence(
            scene,
            word,
            &whole,
            condition.as_ref().map(|premise| premise.whole.clone()),
        ),
        on: scene.toward(subject, phrase),
        premise: condition,
        reason: None,
        outlet: false,
        via: None,
    });
}

/// Whether a predicate says that its subject is enough.
fn suffices(words: &Words, word: usize) -> bool {
    let modal = |modals: &[&str]| {
        (words.children_by(word, &[Rel::Aux])).any(|aux| modals.contains(&words.lower(aux)))
    };
    let would = || modal(&["would", "will", "wo", "'d", "’d", "'ll", "’ll"]);
    let none = |rels: &[Rel]| words.child(word, rels).is_none();
    let alone = || {
        none(&[
            Rel::Obj,
            Rel::Iobj,
            Rel::Xcomp,
            Rel::Ccomp,
            Rel::CompoundPrt,
        ]) && !words.is_passive(word)
            && (word + 1 >= words.len()
                || matches!(
                    words.upos(word + 1),
                    Upos::Punct | Upos::Sconj | Upos::Cconj
                )
                || matches!(words.lower(word + 1), "for" | "until" | "provided"))
    };
    let no_purpose = || {
        !(words.children_by(word, &[Rel::Xcomp, Rel::Advcl, Rel::Ccomp, Rel::Acl])).any(|clause| {
            (words.children_by(clause, &[Rel::Mark])).any(|mark| words.lower(mark) == "to")
        })
    };
    match words.lower(word) {
        "do" | "suffice" | "serve" => words.is_verb(word) && would() && alone(),
        "enough" | "plenty" | "alright" => {
            words.child(word, &[Rel::Cop]).is_some() && would() && no_purpose()
        }
        "right" => {
            words.lower(word.saturating_sub(1)) == "all"
                && words.child(word, &[Rel::Cop]).is_some()
                && would()
        }
        "satisfy" | "suit" | "content" => {
            words.is_verb(word) && would() && !none(&[Rel::Obj]) && !words.is_passive(word)
        }
        "pose" | "poses" | "posed" | "present" | "presents" | "presented" | "raises" | "raised"
        | "causes" | "caused" => {
            words.is_verb(word)
                && words.object(word).is_some_and(|object| {
                    matches!(
                        words.lemma(object),
                        "difficulty" | "problem" | "obstacle" | "trouble"
                    ) && words.lower(words.subtree(object).start) == "no"
                })
        }
        _ => {
            words.is_passive(word)
                && BORNE.contains(&words.lemma(word))
                && modal(&["can", "could"])
                && none(&[Rel::OblAgent])
        }
    }
}

/// Whether a subject could be what is haggled over: no person, no question.
fn is_thing(scene: &Scene, subject: usize) -> bool {
    let words = scene.words;
    match words.upos(subject) {
        Upos::Pron | Upos::Det => {
            matches!(
                words.lower(subject),
                "it" | "that" | "this" | "those" | "these"
            )
        }
        _ => scene.entities.actor(subject).is_none() && words.lemma(subject) != "nothing",
    }
}

/// "would satisfy her country": whoever speaks is meant, where somebody is named.
fn whom(scene: &Scene, word: usize, held: &[Holder]) -> bool {
    let words = scene.words;
    if !matches!(words.lemma(word), "satisfy" | "suit" | "content") {
        return true;
    }
    let Some(object) = words.child(word, &[Rel::Obj]) else {
        return false;
    };
    let own = holders(scene, object);
    own.iter()
        .any(|one| held.iter().any(|other| one.party == other.party))
        || own.is_empty()
            && (matches!(
                words.lower(object),
                "us" | "me" | "him" | "her" | "them" | "it"
            ) || BODIES.contains(&words.lemma(object)))
}
