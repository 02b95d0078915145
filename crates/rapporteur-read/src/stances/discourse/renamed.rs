//! A thing told again by another name: "asked for the clause to be deleted, a request that Merin opposed".

use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::things::noun_phrase;
use crate::stances::discourse::retold::is_renamed;
use crate::stances::{Claim, Scene, Target};
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
                .max_by_key(|other| other.trigger);
            // "Brod discussed a levy, something Merin had demanded": the levy.
            let on = before
                .map(|before| before.on.clone())
                .or_else(|| thing_before(scene, comma).filter(|_| is_pointer(words, *head)))?;
            Some((index, on))
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

/// Words that name nothing of their own.
fn is_pointer(words: &Words, head: usize) -> bool {
    matches!(
        words.lemma(head),
        "something" | "idea" | "step" | "move" | "notion" | "measure" | "thing" | "change"
    )
}

/// The thing whose phrase ends at a comma.
fn thing_before(scene: &Scene, comma: usize) -> Option<Target> {
    let words = scene.words;
    let mut thing = comma.checked_sub(1)?;
    while let Some(above) = words.head(thing)
        && above < comma
        && !words.is_verb(above)
        && words.sentence_of(above) == words.sentence_of(thing)
    {
        thing = above;
    }
    let phrase = noun_phrase(scene, thing);
    let phrase = words.trim(phrase.start..phrase.end.min(comma));
    let named = words.upos(thing) == Upos::Noun
        && matches!(words.rel(thing), Rel::Obj | Rel::Nsubj | Rel::NsubjPass)
        && scene.entities.at(thing).is_none();
    (named && !phrase.is_empty()).then(|| scene.toward(thing, phrase))
}

/// "rejected what it called a power grab": a thing by the name that somebody gives it. What is called a lie is no thing.
pub(in crate::stances) fn is_renaming(words: &Words, what: usize) -> bool {
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
