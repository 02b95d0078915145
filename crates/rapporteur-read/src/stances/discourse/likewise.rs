//! Somebody who stands as the one before: "Orveth followed suit", "Orveth did likewise", "Orveth is of the same mind",
//! "a view shared by Orveth".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{holders, subject_holders};
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene};

/// What words like "position" stand for when they look back.
const VIEWS: &[&str] = &[
    "view",
    "position",
    "stance",
    "opinion",
    "demand",
    "call",
    "concern",
    "worry",
    "fear",
    "objection",
    "line",
    "sentiment",
    "misgiving",
    "doubt",
    "reservation",
    "complaint",
    "request",
    "idea",
    "proposal",
    "suggestion",
    "reading",
    "wish",
    "caution",
    "refusal",
    "criticism",
];

/// How somebody shares one.
const SHARING: &[&str] = &[
    "share", "echo", "back", "support", "endorse", "second", "repeat", "take up", "adopt", "join",
    "embrace", "hold",
];

/// Copies the last stance before each such word.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more = Vec::new();
    for word in 1..words.len() {
        if !(words.is_verb(word) || words.upos(word) == Upos::Noun) || scene.is_void(word) {
            continue;
        }
        if let Some((verb, end)) = follows(scene, word) {
            let force = Force::of(words, verb);
            let held = subject_holders(scene, verb);
            if held.is_empty() || force.negated || force.hypothetical || force.is_modal() {
                continue;
            }
            let start =
                (words.child(verb, &[Rel::Nsubj])).map_or(verb, |at| words.subtree(at).start);
            more.extend(copied(scene, claims, word, &held, start.min(verb)..end));
        } else if let Some((sharer, end)) = shared_view(scene, word) {
            let held = holders(scene, sharer);
            if !held.is_empty() {
                more.extend(copied(
                    scene,
                    claims,
                    word,
                    &held,
                    words.subtree(word).start..end,
                ));
            }
        }
    }
    claims.extend(more);
}

/// The verb of "followed suit", "did likewise", "did the same", "took the same line", and where it ends.
fn follows(scene: &Scene, verb: usize) -> Option<(usize, usize)> {
    let words = scene.words;
    if !words.is_verb(verb) {
        return None;
    }
    let next = |at: usize| {
        if at < words.len() {
            words.lemma(at)
        } else {
            ""
        }
    };
    let same =
        |from: usize| (from..from + 3).find(|&at| next(at) == "same" && next(at - 1) == "the");
    match words.lemma(verb) {
        "follow" if next(verb + 1) == "suit" => Some((verb, verb + 2)),
        "do" if matches!(next(verb + 1), "likewise" | "so") && next(verb + 2) != "by" => {
            let too = next(verb + 1) == "likewise" || matches!(next(verb + 2), "too" | "also");
            too.then_some((verb, verb + 2))
        }
        "do" | "say" | "think" | "feel" | "ask" => {
            let same = same(verb + 1)?;
            let bare = matches!(
                words.form((same + 1).min(words.len() - 1)),
                "." | "," | ";" | ":"
            ) || matches!(next(same + 1), "way" | "thing" | "and" | "but");
            bare.then_some((verb, same + 1))
        }
        "take" | "adopt" | "hold" => {
            let same = same(verb + 1)?;
            matches!(
                next(same + 1),
                "line" | "view" | "position" | "stance" | "tack" | "stand"
            )
            .then_some((verb, same + 2))
        }
        _ => None,
    }
}

/// Who shares a view that stands in apposition: "…, a view shared by Orveth", "…, a call that Orveth echoed".
fn shared_view(scene: &Scene, noun: usize) -> Option<(usize, usize)> {
    let words = scene.words;
    let behind_comma = |at: usize| at > 0 && matches!(words.form(at - 1), "," | "–" | "—" | "-");
    let article = (noun.saturating_sub(2)..noun)
        .find(|&at| matches!(words.lower(at), "a" | "an" | "the" | "both"))?;
    if words.upos(noun) != Upos::Noun
        || !VIEWS.contains(&words.lemma(noun))
        || !behind_comma(article)
    {
        return None;
    }
    let verb = words
        .children_by(noun, &[Rel::Acl, Rel::AclRelcl])
        .find(|&verb| SHARING.contains(&&*words.phrasal(verb)))?;
    if Force::of(words, verb).negated {
        return None;
    }
    let sharer = words
        .child(verb, &[Rel::OblAgent, Rel::Nsubj])
        .filter(|&at| words.upos(at) != Upos::Pron)?;
    Some((
        sharer,
        words.subtree(verb).end.max(words.subtree(sharer).end),
    ))
}

/// The stances of the last word before that shows any, for other holders.
fn copied(
    scene: &Scene,
    claims: &[Claim],
    word: usize,
    held: &[crate::stances::Holder],
    evidence: std::ops::Range<usize>,
) -> Vec<Claim> {
    let words = scene.words;
    let own = |claim: &Claim| {
        (claim.holders.iter()).any(|one| held.iter().any(|other| one.party == other.party))
    };
    let last = (claims.iter())
        .filter(|claim| claim.trigger < word && !own(claim))
        .filter(|claim| words.sentence_of(claim.trigger) + 1 >= words.sentence_of(word))
        .map(|claim| claim.trigger)
        .max();
    let noun = words.upos(word) == Upos::Noun;
    (claims.iter())
        .filter(|claim| Some(claim.trigger) == last && claim.stance != Stance::DeclinesToSay)
        .map(|claim| Claim {
            // Who shares a call or an idea supports it.
            stance: match claim.stance {
                Stance::Demands | Stance::Proposes if noun => Stance::Supports,
                other => other,
            },
            holders: held.to_vec(),
            trigger: word,
            rule: "likewise".into(),
            evidence: words.trim(evidence.clone()),
            premise: None,
            reason: None,
            ..claim.clone()
        })
        .collect()
}
