//! Texts that are drafted and tabled, and what they provide.

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::{ProposalType, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::holders::possessors;
use crate::stances::arguments::things::has_to;
use crate::stances::cues::nouns;

/// Nouns of texts that are given to be law or read, beside those that lie on the table.
const TEXTS: &[&str] = &[
    "resolution",
    "bill",
    "letter",
    "report",
    "law",
    "constitution",
    "map",
    "list",
    "motion",
    "amendment",
    "decree",
    "ordinance",
];

/// Nouns of how a thing would be done: what they "do" is what is put forward. A paper may as well tell of the past.
const MODELS: &[&str] = &[
    "formula",
    "scheme",
    "plan",
    "compromise",
    "model",
    "mechanism",
    "arrangement",
    "proposal",
    "roadmap",
    "blueprint",
    "clause",
    "amendment",
    "scale",
    "package",
];

/// Whether a word names a text.
pub fn is_text(scene: &Scene, head: usize) -> bool {
    let lemma = scene.words.lemma(head);
    let table = scene.lexicon.texts.noun(lemma);
    TEXTS.contains(&lemma)
        || scene.proposals.at(head).is_some()
        || table.is_some_and(|noun| {
            !matches!(
                noun.kind,
                ProposalType::Offer | ProposalType::Terms | ProposalType::CounterProposal
            )
        })
}

/// "a draft that would limit the catch", "a compromise under which …": what the text provides.
pub fn provided_by(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    under_which(scene, noun)
        .or_else(|| {
            let clause_head = words
                .children_by(noun, &[Rel::AclRelcl])
                .find(|&at| at > noun && words.is_verb(at))?;
            let subject = words.child(clause_head, &[Rel::Nsubj])?;
            let itself = matches!(words.lemma(subject), "that" | "which");
            let would = words
            .children_by(clause_head, &[Rel::Aux])
            .any(|aux| matches!(words.lemma(aux), "would" | "will" | "could"))
            // "a formula that weighs population and distance": nobody has done so yet.
            || MODELS.contains(&words.lemma(noun))
                && matches!(words.xpos(clause_head), Xpos::Vbz | Xpos::Vbp)
                && words.child(clause_head, &[Rel::Obj]).is_some()
                && words.child(clause_head, &[Rel::Aux]).is_none();
            let phrase = words.trim(clause_head..words.subtree(clause_head).end);
            (itself && would && !phrase.is_empty()).then_some((clause_head, phrase))
        })
        .or_else(|| described(scene, noun))
}

/// "a draft that would limit the catch", "a plan for a clinic": what the text provides, or what it is for.
pub fn content(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    // "a scheme at its own expense": how, not what for.
    let told = |at: usize| {
        (words.children_by(at, &[Rel::Mark, Rel::Case]))
            .any(|lead| matches!(words.lower(lead), "to" | "that" | "for" | "of"))
    };
    provided_by(scene, noun)
        .or_else(|| (nouns::content(scene, noun).into_iter()).find(|&(head, _)| told(head)))
}

/// "a plan costing 311 million crowns", "a scheme modelled on prisons": the participle behind tells how it would be.
fn described(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let participle = words.children_by(noun, &[Rel::Acl]).find(|&at| {
        at > noun
            && matches!(
                words.lemma(at),
                "cost"
                    | "model"
                    | "call"
                    | "require"
                    | "provide"
                    | "limit"
                    | "begin"
                    | "start"
                    | "cover"
                    | "allow"
                    | "give"
                    | "set"
                    | "cap"
                    | "cut"
                    | "ban"
                    | "let"
                    | "leave"
                    | "tie"
                    | "link"
                    | "base"
                    | "worth"
                    | "demand"
                    | "ask"
                    | "seek"
                    | "impose"
                    | "create"
                    | "establish"
                    | "grant"
                    | "forbid"
                    | "oblige"
                    | "raise"
                    | "lower"
                    | "reduce"
                    | "halve"
                    | "double"
                    | "split"
                    | "divide"
                    | "phase"
                    | "spread"
                    | "involve"
                    | "include"
                    | "comprise"
                    | "contain"
                    | "combine"
                    | "envisage"
                    | "foresee"
                    | "name"
                    | "state"
                    | "extend"
                    | "shorten"
                    | "abolish"
                    | "replace"
                    | "restrict"
                    | "exempt"
                    | "bind"
                    | "define"
                    | "commit"
                    | "permit"
                    | "prohibit"
                    | "introduce"
                    | "remove"
                    | "add"
                    | "delete"
                    | "insert"
                    | "put"
                    | "make"
                    | "keep"
                    | "move"
                    | "place"
                    | "freeze"
                    | "suspend"
                    | "guarantee"
                    | "protect"
                    | "recognise"
                    | "recognize"
                    | "encourage"
                    | "urge"
                    | "express"
                    | "earmark"
            )
            && words.child(at, &[Rel::OblAgent]).is_none()
    })?;
    let phrase = words.trim(participle..words.subtree(participle).end);
    (!phrase.is_empty()).then_some((participle, phrase))
}

/// "a compromise under which the port would be run by others": what it would do.
pub fn under_which(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let clause_head = words
        .children_by(noun, &[Rel::AclRelcl, Rel::Acl])
        .find(|&at| {
            let own = words.child(at, &[Rel::Nsubj, Rel::NsubjPass]).is_some();
            at > noun && (words.rel(at) == Rel::AclRelcl || own)
        })?;
    let range = words.subtree(clause_head);
    let which = range
        .clone()
        .take(3)
        .find(|&at| matches!(words.lemma(at), "which" | "whereby") && at < clause_head)?;
    let under = words.lemma(which) == "whereby"
        || which > 0 && matches!(words.lemma(which - 1), "under" | "by" | "in" | "through");
    let phrase = words.trim(which + 1..range.end);
    (under && !phrase.is_empty()).then_some((clause_head, phrase))
}

/// Verbs of laying a text before others.
const TABLING: &[&str] = &[
    "table",
    "introduce",
    "submit",
    "present",
    "circulate",
    "propose",
    "suggest",
    "put forward",
    "bring forward",
    "put down",
    "lay",
    "hand in",
    "re-table",
    "retable",
    "resubmit",
    "reintroduce",
    "advance",
];

/// "introduced a paper on ownership data", "proposed a joint action plan": a text that tells what it is on, laid before
/// others, or proposed.
pub fn tables_topic(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let done = matches!(
        words.xpos(verb),
        Xpos::Vbd | Xpos::Vbn | Xpos::Vbz | Xpos::Vbp
    ) && words
        .child(verb, &[Rel::Aux])
        .is_none_or(|aux| words.xpos(aux) != Xpos::Md);
    if !words.is_verb(verb) || !done || !TABLING.contains(&&*words.phrasal(verb)) {
        return false;
    }
    let Some(text) = words
        .object(verb)
        .filter(|&text| text > verb && is_text(scene, text))
    else {
        return false;
    };
    let owned = words.child(text, &[Rel::NmodPoss]).is_some();
    // "tabled a paper | on funding"
    let topic = words
        .with_case(text, &["on", "about", "concerning", "regarding"])
        .chain(words.with_case(verb, &["on", "about", "concerning", "regarding"]))
        .any(|topic| {
            topic > text
                && !words.text_of(topic..topic + 1).ends_with("day")
                && !matches!(
                    words.lemma(topic),
                    "matter" | "subject" | "issue" | "topic" | "question" | "it" | "this" | "that"
                )
        });
    !owned && (topic || matches!(words.lemma(verb), "propose" | "suggest"))
}

/// "the Belorian proposal to cap fees", "a plan by Orveth for a toll": a text of somebody's that tells what it is for.
pub fn spells_out(scene: &Scene, noun: usize) -> bool {
    let words = scene.words;
    // "its plan" is often told of and seldom put forward.
    let owned = !possessors(scene, noun).is_empty()
        && (words.child(noun, &[Rel::NmodPoss]))
            .is_none_or(|owner| words.upos(owner) != Upos::Pron);
    let proposes = (scene.lexicon.stances)
        .of(StanceWord::Noun, words.lemma(noun))
        .next()
        .is_some_and(|frame| frame.stance == Stance::Proposes);
    owned
        && proposes
        && (nouns::content(scene, noun).iter()).any(|&(head, _)| {
            has_to(scene, head)
                || (words.children_by(head, &[Rel::Mark, Rel::Case]))
                    .any(|lead| lead < head && matches!(words.lower(lead), "to" | "that" | "for"))
        })
}
