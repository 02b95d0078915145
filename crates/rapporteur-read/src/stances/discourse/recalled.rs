//! Demands, proposals and offers that a noun tells again: "asked to be exempted. That request was thrown out", "called for a
//! ban, a demand that has been dropped", "Brod's suggestion". They are no new stances, but more words for the old ones.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::proposals::is_read;
use crate::stances::arguments::holders::possessors;
use crate::stances::cues::nouns;
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// Words that tell again what a claim tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Recall {
    /// Index of the claim.
    pub claim: usize,
    /// The noun with what stands before it.
    pub words: Range<usize>,
}

/// How many sentences back a noun without an owner looks.
const NEAR: usize = 2;

/// How many sentences back a noun looks whose owner is told.
const FAR: usize = 14;

/// How many sentences ahead a noun looks whose owner is told.
const AHEAD: usize = 6;

/// Finds them; the claims stand in the order of their words.
pub(in crate::stances) fn recalls(scene: &Scene, claims: &[Claim]) -> Vec<Recall> {
    let words = scene.words;
    let mut found = Vec::new();
    // Claims that begin before the word.
    let mut before = 0;
    for word in 0..words.len() {
        while before < claims.len() && claims[before].evidence.start < word {
            before += 1;
        }
        if words.upos(word) != Upos::Noun {
            continue;
        }
        // "Her call won support", but not "the call".
        let called = words.lemma(word) == "call"
            && (words.children_by(word, &[Rel::Det, Rel::NmodPoss]))
                .any(|own| !matches!(words.lower(own), "a" | "the" | "every" | "no"));
        let stances = match called {
            true => &[Stance::Demands],
            false => meant(words.lemma(word)),
        };
        if stances.is_empty() || !is_read(words, scene.blocks, word) || !is_bare(scene, word) {
            continue;
        }
        // "Brod's suggestion", "the Belorian proposal", "the request of both parties"
        let owners = possessors(scene, word);
        if owners.is_empty() && !points_back(words, word) {
            continue;
        }
        let reach = if owners.is_empty() { NEAR } else { FAR };
        let sentence = words.sentence_of(word);
        let told = (claims[..before].iter().enumerate().rev())
            .take_while(|(_, claim)| words.sentence_of(claim.evidence.start) + FAR + 1 > sentence)
            .filter(|(_, claim)| words.sentence_of(claim.evidence.start) + reach >= sentence)
            .find(|(_, claim)| {
                stances.contains(&claim.stance)
                    && (owners.is_empty() || claim.shares_party(&owners))
            });
        // "Kerala's demand", where the demand itself is told further on.
        let told = told.or_else(|| {
            (claims.iter().enumerate().skip(before))
                .take_while(|(_, claim)| {
                    words.sentence_of(claim.evidence.start) <= sentence + AHEAD
                })
                .find(|(_, claim)| {
                    !owners.is_empty()
                        && stances.contains(&claim.stance)
                        && claim.shares_party(&owners)
                })
        });
        let Some((claim, told)) = told else { continue };
        if !told.evidence.contains(&word) {
            found.push(Recall {
                claim,
                words: begin(words, word)..word + 1,
            });
        }
    }
    found
}

/// The stances that a noun tells again.
fn meant(lemma: &str) -> &'static [Stance] {
    match lemma {
        "demand" | "request" | "plea" | "condition" | "precondition" | "ultimatum"
        | "requirement" | "stipulation" | "insistence" | "appeal" => &[Stance::Demands],
        "proposal" | "suggestion" | "idea" | "recommendation" | "counterproposal"
        | "counter-proposal" | "plan" | "scheme" | "formula" => &[Stance::Proposes, Stance::Offers],
        "motion" | "amendment" | "compromise" | "initiative" => &[Stance::Proposes],
        "offer" | "bid" | "pledge" | "promise" => &[Stance::Offers],
        "objection" | "opposition" => &[Stance::Opposes, Stance::Rejects, Stance::Concerned],
        "refusal" | "rejection" | "veto" => &[Stance::Rejects, Stance::RedLine, Stance::Opposes],
        "concern" | "worry" | "misgiving" | "reservation" | "fear" | "unease" => {
            &[Stance::Concerned]
        }
        _ => &[],
    }
}

/// Whether nothing behind the noun tells what it is about: "the demand for a ban" is read where it stands.
fn is_bare(scene: &Scene, noun: usize) -> bool {
    let words = scene.words;
    let told = || {
        (nouns::content(scene, noun).iter()).any(|(head, _)| {
            // "a demand that has been dropped" tells of the demand.
            !matches!(words.rel(*head), Rel::AclRelcl)
        })
    };
    // "in a bid to", "a condition report": no wish.
    words.rel(noun) != Rel::Compound && !told()
}

/// "that request", "the proposal", "…, a demand that …": a noun that stands for what was told just before.
fn points_back(words: &Words, noun: usize) -> bool {
    let singular = words.xpos(noun) == Xpos::Nn;
    let demonstrative = (words.children_by(noun, &[Rel::Det]))
        .any(|det| det < noun && matches!(words.lower(det), "the" | "that" | "this"));
    // "called for his removal, a demand that …"
    let apposed = words.rel(noun) == Rel::Appos
        && words.children_by(noun, &[Rel::Det]).any(|det| {
            det > 0 && matches!(words.lower(det), "a" | "an") && words.form(det - 1) == ","
        });
    let other = (words.children_by(noun, &[Rel::Amod])).any(|which| {
        matches!(
            words.lower(which),
            "other"
                | "first"
                | "second"
                | "earlier"
                | "previous"
                | "last"
                | "latest"
                | "new"
                | "same"
                | "old"
                | "original"
        )
    });
    singular && !other && (demonstrative || apposed)
}

/// Where the noun begins with what stands before it.
fn begin(words: &Words, noun: usize) -> usize {
    (words.children(noun))
        .filter(|&child| {
            child < noun
                && matches!(
                    words.rel(child),
                    Rel::Det | Rel::NmodPoss | Rel::Amod | Rel::Compound
                )
        })
        .map(|child| words.subtree(child).start)
        .filter(|&start| start + 8 > noun)
        .min()
        .unwrap_or(noun)
}
