//! Things of their own that those have who stand by: "with Brod preferring deletion and Merin calling for a vote".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::Upos;

use crate::stances::Scene;
use crate::words::Words;

/// Words of those who stand by for or against something of their own: "preferring deletion", "calling for a vote".
pub(super) fn toward_own(words: &Words, at: usize) -> Option<(Stance, usize)> {
    let stance = match words.lower(at) {
        "preferring" | "favouring" | "favoring" | "supporting" | "backing" | "endorsing"
        | "welcoming" => Stance::Supports,
        "opposing" | "resisting" => Stance::Opposes,
        "rejecting" => Stance::Rejects,
        "querying" | "questioning" | "criticising" | "criticizing" => Stance::Concerned,
        "proposing" | "suggesting" | "recommending" => Stance::Proposes,
        "requesting" | "demanding" | "seeking" | "urging" | "wanting" => Stance::Demands,
        "calling" | "asking" | "pressing" | "pushing" if words.lower(at + 1) == "for" => {
            return Some((Stance::Demands, at + 2));
        }
        "insisting" if words.lower(at + 1) == "on" => return Some((Stance::Demands, at + 2)),
        "objecting" if words.lower(at + 1) == "to" => return Some((Stance::Opposes, at + 2)),
        _ => return None,
    };
    Some((stance, at + 1))
}

/// The thing behind a gerund of whoever stands by: up to a comma, or an "and" that brings the next one in.
pub(super) fn own_thing(scene: &Scene, from: usize, end: usize) -> Option<Range<usize>> {
    let words = scene.words;
    let brings = |at: usize| {
        let name = at + 1 + usize::from(words.lower(at + 1) == "the");
        name < end && scene.entities.actor(name).is_some()
    };
    let stop = (from..end).find(|&at| {
        words.form(at) == "," || matches!(words.lower(at), "and" | "while" | "but") && brings(at)
    });
    let thing = words.trim(from..stop.unwrap_or(end));
    let nominal = matches!(
        words.upos((!thing.is_empty()).then_some(thing.start)?),
        Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Punct
    );
    nominal.then_some(thing)
}
