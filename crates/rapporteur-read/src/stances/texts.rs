//! Texts that are drafted and tabled, and what they provide.

use std::ops::Range;

use rapporteur_syntax::Rel;

use super::Scene;

/// Nouns of texts, which their authors draft and table.
const TEXTS: &[&str] = &[
    "draft",
    "text",
    "paper",
    "document",
    "resolution",
    "treaty",
    "pact",
    "accord",
    "agreement",
    "protocol",
    "memorandum",
    "communique",
    "communiqué",
    "declaration",
    "charter",
    "roadmap",
    "bill",
    "convention",
    "letter",
    "report",
    "non-paper",
    "blueprint",
    "package",
    "compromise",
    "plan",
    "proposal",
    "deal",
    "amendment",
    "motion",
    "law",
    "constitution",
    "map",
    "list",
];

/// Whether a word names a text.
pub fn is_text(scene: &Scene, head: usize) -> bool {
    TEXTS.contains(&scene.words.lemma(head))
}

/// "a draft that would limit the catch", "a compromise under which …": what the text provides.
pub fn provided_by(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    under_which(scene, noun).or_else(|| {
        let clause_head = words
            .children_by(noun, &[Rel::AclRelcl])
            .find(|&at| at > noun && words.is_verb(at))?;
        let subject = words.child(clause_head, &[Rel::Nsubj])?;
        let itself = matches!(words.lemma(subject), "that" | "which");
        let would = words
            .children_by(clause_head, &[Rel::Aux])
            .any(|aux| matches!(words.lemma(aux), "would" | "will" | "could"));
        let phrase = words.trim(clause_head..words.subtree(clause_head).end);
        (itself && would && !phrase.is_empty()).then_some((clause_head, phrase))
    })
}

/// "a compromise under which the port would be run by others": what it would do.
pub fn under_which(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let clause_head = words
        .children_by(noun, &[Rel::AclRelcl])
        .find(|&at| at > noun)?;
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
