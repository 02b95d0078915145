//! A thing told again by another name: "asked for the clause to be deleted, a request that Merin opposed".

use rapporteur_syntax::{Rel, Upos};

use super::retold::is_renamed;
use super::{Claim, Scene, Target};
use crate::words::Words;

/// Gives a stance toward "a request", said of what stands before the comma, the thing of the stance before.
pub fn read(scene: &Scene, claims: &mut [Claim]) {
    let words = scene.words;
    let renamed: Vec<(usize, Target)> = claims
        .iter()
        .enumerate()
        .filter_map(|(index, claim)| {
            let Target::Phrase(head, phrase) = &claim.on else {
                return None;
            };
            let comma = phrase.start.checked_sub(1)?;
            let noun = words.upos(*head) == Upos::Noun || words.lemma(*head) == "something";
            if !noun || !is_renamed(words, comma) {
                return None;
            }
            let before = claims
                .iter()
                .filter(|other| other.trigger < comma && other.holders != claim.holders)
                .filter(|other| words.sentence_of(other.trigger) == words.sentence_of(comma))
                .max_by_key(|other| other.trigger)?;
            Some((index, before.on.clone()))
        })
        .collect();
    for (index, on) in renamed {
        claims[index].on = on;
    }
    // "something the crews refuse", where nobody tells what.
    for claim in claims {
        if matches!(claim.on, Target::Phrase(head, _) if words.lemma(head) == "something") {
            claim.on = Target::Nothing;
        }
    }
}

/// "rejected what it called a power grab": a thing by the name that somebody gives it. What is called a lie is no thing.
pub(super) fn is_renaming(words: &Words, what: usize) -> bool {
    const CLAIMS: &[&str] = &[
        "lie",
        "claim",
        "accusation",
        "allegation",
        "smear",
        "slander",
        "rumour",
        "rumor",
        "propaganda",
        "slur",
        "attack",
        "interference",
        "provocation",
        "insult",
        "rhetoric",
        "threat",
    ];
    words.lemma(what) == "what"
        && (words.children_by(what, &[Rel::AclRelcl])).any(|names| {
            matches!(
                words.lemma(names),
                "call"
                    | "describe"
                    | "term"
                    | "label"
                    | "dub"
                    | "brand"
                    | "regard"
                    | "characterise"
                    | "characterize"
            ) && words.child(names, &[Rel::Nsubj]).is_some()
                && !(words.children_by(names, &[Rel::Obj, Rel::Xcomp, Rel::Obl]))
                    .any(|name| CLAIMS.contains(&words.lemma(name)))
        })
}
