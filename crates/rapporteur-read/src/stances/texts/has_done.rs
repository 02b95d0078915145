//! What a text would have others do: "A sketch by Brod's envoy would have Merin send power south and Thale open the gates".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::texts::documents::owners;
use crate::stances::texts::drafts::is_text;
use crate::stances::{Claim, Scene, Target};

/// How far before the verb the text may be named.
const FAR: usize = 14;

/// Reads every "would have".
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for have in 3..words.len().saturating_sub(3) {
        let would = words.lower(have) == "have" && words.lower(have - 1) == "would";
        if !would || scene.is_void(have) {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(have));
        let deeds = deeds(scene, have + 1..sentence.end);
        if deeds.is_empty() {
            continue;
        }
        let held = text_before(
            scene,
            sentence.start.max(have.saturating_sub(FAR))..have - 1,
        );
        if held.is_empty() {
            continue;
        }
        // What the tree made of it.
        claims.retain(|claim| {
            !(have - 1..sentence.end).contains(&claim.trigger)
                || !claim.holders.iter().all(|one| held.contains(one))
        });
        for (place, (deed, thing)) in deeds.into_iter().enumerate() {
            let start = if place == 0 { have - 1 } else { thing.start };
            claims.push(Claim::plain(
                "text-has-done",
                Stance::Proposes,
                held.clone(),
                deed,
                Target::Phrase(deed, thing.clone()),
                start..thing.end,
            ));
        }
    }
}

/// Whose text would have it so.
fn text_before(scene: &Scene, range: Range<usize>) -> Vec<Holder> {
    for noun in range
        .rev()
        .filter(|&noun| scene.words.upos(noun) == Upos::Noun && is_text(scene, noun))
    {
        let held = owners(scene, noun);
        if !held.is_empty() {
            return held;
        }
    }
    Vec::new()
}

/// "Merin send power south | Thale open the gates": whoever is to do something, a bare verb, and what belongs to it.
fn deeds(scene: &Scene, range: Range<usize>) -> Vec<(usize, Range<usize>)> {
    let words = scene.words;
    let bare = |start: usize| {
        let verb = (start + 1..range.end.min(start + 6)).find(|&at| {
            matches!(words.upos(at), Upos::Verb | Upos::Aux) || words.upos(at) == Upos::Punct
        })?;
        let subject = (start..verb).any(|at| scene.entities.actor(at).is_some())
            || words.upos(verb - 1) == Upos::Noun;
        let plain = (start..verb).all(|at| {
            matches!(
                words.upos(at),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adp
            )
        });
        (subject && plain && matches!(words.xpos(verb), Xpos::Vb | Xpos::Vbp)).then_some(verb)
    };
    let end = (range.start..range.end)
        .find(|&at| matches!(words.form(at), "." | ";" | ":" | "(" | "–" | "—"))
        .unwrap_or(range.end);
    let Some(first) = bare(range.start) else {
        return Vec::new();
    };
    let mut starts = vec![(range.start, first)];
    for and in first + 1..end {
        if matches!(words.lower(and), "and" | ",")
            && let Some(next) = bare(and + 1)
        {
            starts.push((and + 1, next));
        }
    }
    let mut found = Vec::new();
    for (place, &(start, deed)) in starts.iter().enumerate() {
        let mut stop = starts.get(place + 1).map_or(end, |&(next, _)| next);
        while stop > deed + 1 && matches!(words.lower(stop - 1), "and" | ",") {
            stop -= 1;
        }
        found.push((deed, words.trim(start..stop)));
    }
    found
}
