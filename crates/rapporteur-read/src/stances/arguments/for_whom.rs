//! For whom something is so: "for Merin the cap is too low", "a non-starter as far as Merin is concerned", "in Merin's view".

use rapporteur_syntax::Rel;

use super::holders::{Holder, holders, possessors};
use crate::stances::Scene;

/// "For Merin, the key demand remains a garrison": for whom a predicate is so, told before it.
pub fn for_whom(scene: &Scene, predicate: usize) -> Vec<Holder> {
    let words = scene.words;
    if words.children(predicate).len() == 0 {
        return Vec::new();
    }
    let told: Vec<Holder> = words
        .with_case(predicate, &["for", "to"])
        .filter(|&whom| whom < predicate)
        .flat_map(|whom| holders(scene, whom))
        .collect();
    if !told.is_empty() {
        return told;
    }
    // "is a non-starter as far as Merin is concerned"
    let concerned: Vec<Holder> = (words
        .children_by(predicate, &[Rel::Advcl, Rel::Advmod, Rel::Obl]))
    .flat_map(|far| std::iter::once(far).chain(words.children_by(far, &[Rel::Advcl])))
    .filter(|&far| words.lower(far) == "concerned")
    .filter_map(|far| words.child(far, &[Rel::Nsubj, Rel::NsubjPass]))
    .flat_map(|whom| holders(scene, whom))
    .collect();
    if !concerned.is_empty() {
        return concerned;
    }
    // "In Merin's view, any deal must …"
    words
        .with_case(predicate, &["in"])
        .filter(|&view| {
            view < predicate
                && matches!(
                    words.lemma(view),
                    "view" | "opinion" | "eye" | "judgment" | "judgement" | "reading"
                )
        })
        .flat_map(|view| possessors(scene, view))
        .collect()
}
