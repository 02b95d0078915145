//! "Both", "neither" and "each" without a noun: the two parties that were told of last.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use crate::entities::EntityKind;
use crate::stances::Scene;
use crate::stances::arguments::holders::Holder;
use crate::stances::texts::documents::authors;

/// How many sentences before its own are looked through.
const BACK: usize = 2;

/// The two of whom a bare "both" speaks; nobody where there are more, or fewer.
pub(in crate::stances) fn both(scene: &Scene, word: usize) -> Vec<Holder> {
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

/// The authors of texts laid side by side, by what they are to each other: "the pair", who wrote one together; "its neighbours",
/// who wrote the other; "its authors".
pub(in crate::stances) fn rivals(scene: &Scene, word: usize) -> Vec<Holder> {
    let words = scene.words;
    let named = (scene.entities.at(word)).is_some_and(|entity| {
        let entity = &scene.entities.all[entity];
        entity.kind != EntityKind::Actor(ActorType::Unnamed) && entity.in_record
    });
    if !scene.proposals.compared || named {
        return Vec::new();
    }
    let texts: Vec<usize> = (0..scene.proposals.all.len())
        .filter(|&text| {
            let text = &scene.proposals.all[text];
            !text.is_list && !text.authors.is_empty()
        })
        .collect();
    let owner = words.child(word, &[Rel::NmodPoss]);
    match words.lower(word) {
        "pair" | "duo" | "twosome" | "tandem" if owner.is_none() => {
            let mut joint = texts
                .iter()
                .filter(|&&text| scene.proposals.all[text].authors.len() == 2);
            match (joint.next(), joint.next()) {
                (Some(&text), None) => authors(scene, &[text]),
                _ => Vec::new(),
            }
        }
        "authors" | "drafters" | "sponsors" | "writers" | "framers" | "backers" | "co-authors" => {
            let of = (words.with_case(word, &["of", "behind"]))
                .map(|of| scene.proposals.all_at(of))
                .find(|texts| !texts.is_empty());
            let its = owner
                .filter(|&its| words.upos(its) == Upos::Pron)
                .and_then(|its| scene.proposals.before(its));
            authors(scene, &of.unwrap_or_else(|| its.into_iter().collect()))
        }
        "neighbours" | "neighbors" | "neighbour" | "neighbor" | "rivals" | "rival"
        | "opponents" | "opponent" | "counterparts" | "counterpart" | "partners" => {
            let own = owner
                .and_then(|_| scene.proposals.before(word))
                .map(|text| authors(scene, &[text]));
            let Some(own) = own.filter(|own| !own.is_empty()) else {
                return Vec::new();
            };
            let mut others: Vec<Holder> = authors(scene, &texts);
            others.retain(|holder| !own.contains(holder));
            // Of more than two sides it could be any.
            let one_text = texts.iter().any(|&text| authors(scene, &[text]) == others);
            if one_text { others } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}
