//! For whom something is so: "For Merin, the key demand remains a garrison", "In Merin's view, any deal must …".

use crate::stances::Scene;
use crate::stances::arguments::holders::{Holder, holders, possessors};

/// "For Merin, the key demand remains a garrison": for whom a predicate is so, told before it.
pub fn for_whom(scene: &Scene, predicate: usize) -> Vec<Holder> {
    let words = scene.words;
    let told: Vec<Holder> = words
        .with_case(predicate, &["for"])
        .filter(|&whom| whom < predicate)
        .flat_map(|whom| holders(scene, whom))
        .collect();
    if !told.is_empty() {
        return told;
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
