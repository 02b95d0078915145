//! "Both", "neither" and "each" without a noun: the two parties that were told of last.

use super::Scene;
use super::holders::Holder;

/// How many sentences before its own are looked through.
const BACK: usize = 2;

/// The two of whom a bare "both" speaks; nobody where there are more, or fewer.
pub(super) fn both(scene: &Scene, word: usize) -> Vec<Holder> {
    let words = scene.words;
    let bare = matches!(words.lower(word), "both" | "neither" | "each")
        && scene.entities.at(word).is_none()
        && words.children(word).next().is_none();
    if !bare {
        return Vec::new();
    }
    let own = words.sentence_of(word);
    let mut found: Vec<Holder> = Vec::new();
    for sentence in (own.saturating_sub(BACK)..=own).rev() {
        let range = words.sentence(sentence);
        let told = (range.start..range.end.min(word))
            .filter_map(|at| scene.entities.actor(at))
            .filter_map(|actor| Holder::of(scene, actor));
        let mut here: Vec<Holder> = Vec::new();
        for holder in told {
            if !(here.iter().chain(&found)).any(|known| known.party == holder.party) {
                here.push(holder);
            }
        }
        here.append(&mut found);
        found = here;
        if found.len() > 1 {
            break;
        }
    }
    if found.len() == 2 { found } else { Vec::new() }
}
