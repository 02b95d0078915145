//! Holders and things told in the same order: "Velmar and Orveth demand a fee and a ban respectively", "The fee was accepted and
//! rejected by Velmar and Orveth respectively"; and a thing told once behind two verbs: "Velmar proposed, and Orveth opposed, a fee".

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceFrame, StanceWord};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Reads every sentence.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        if range.is_empty() || scene.is_void(range.start) {
            continue;
        }
        if range.clone().any(|at| words.lower(at) == "respectively") {
            things(words, &range, claims);
            verbs(scene, &range, claims);
        }
        told_once(scene, &range, claims);
    }
}

/// "Velmar and Orveth demand a fee and a ban respectively": the first wants the first, the second the second.
fn things(words: &Words, sentence: &Range<usize>, claims: &mut [Claim]) {
    let triggers: Vec<usize> = (claims.iter())
        .map(|claim| claim.trigger)
        .filter(|trigger| sentence.contains(trigger))
        .collect();
    for trigger in triggers {
        let mut group: Vec<&mut Claim> = (claims.iter_mut())
            .filter(|claim| claim.trigger == trigger && matches!(claim.on, Target::Phrase(..)))
            .collect();
        group.sort_by_key(|claim| on_start(claim));
        let several = group.len() > 1
            && group.iter().all(|claim| claim.holders.len() == group.len())
            && group.windows(2).all(|two| two[0].holders == two[1].holders);
        if !several {
            continue;
        }
        for (index, claim) in group.into_iter().enumerate() {
            claim.holders = vec![claim.holders[index]];
            if let Target::Phrase(head, phrase) = &mut claim.on {
                let end = (*head + 1..phrase.end)
                    .find(|&at| words.lower(at) == "respectively")
                    .unwrap_or(phrase.end);
                *phrase = words.trim(phrase.start..end);
            }
        }
    }
}

fn on_start(claim: &Claim) -> usize {
    match &claim.on {
        Target::Phrase(_, phrase) => phrase.start,
        _ => 0,
    }
}

/// "Velmar and Orveth respectively accepted and rejected the fee", "it was accepted and rejected by Velmar and Orveth
/// respectively".
fn verbs(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for first in sentence.start..sentence.end.saturating_sub(2) {
        let second = first + 2;
        if words.lower(first + 1) != "and" || !words.is_verb(first) || !words.is_verb(second) {
            continue;
        }
        let (Some(one), Some(other)) = (frame(scene, first), frame(scene, second)) else {
            continue;
        };
        let agent = (words.child(second, &[Rel::OblAgent]))
            .or_else(|| words.child(first, &[Rel::OblAgent]));
        let subject = words.child(first, &[Rel::Nsubj]).or_else(|| {
            // The tree may have the names for the head of the verbs.
            words
                .head(first)
                .filter(|&name| name < first && words.upos(name) == Upos::Propn)
        });
        let (Some(names), Some(thing)) = (
            agent.or(subject),
            (words.child(first, &[Rel::NsubjPass]))
                .or_else(|| words.child(second, &[Rel::Obj]))
                .filter(|&thing| scene.entities.actor(thing).is_none()),
        ) else {
            continue;
        };
        let held: Vec<Holder> = (words.conjuncts(names).into_iter())
            .filter(|&name| scene.entities.actor(name).is_some())
            .flat_map(|name| named(scene, name))
            .collect();
        let [a, b] = held[..] else { continue };
        claims.retain(|claim| claim.trigger != first && claim.trigger != second);
        let phrase = noun_phrase(scene, thing);
        for (verb, frame, holder) in [(first, one, a), (second, other, b)] {
            claims.push(Claim::plain(
                "respectively",
                frame.stance,
                vec![holder],
                verb,
                scene.toward(thing, phrase.clone()),
                words.trim(sentence.clone()),
            ));
        }
    }
}

/// Whoever one name of several stands for.
fn named(scene: &Scene, name: usize) -> Option<Holder> {
    scene
        .entities
        .actor(name)
        .and_then(|actor| Holder::of(scene, actor))
}

/// The frame of a verb that takes its thing as an object, where it is told as a fact.
fn frame<'a>(scene: &'a Scene, verb: usize) -> Option<&'a StanceFrame> {
    let force = Force::of(scene.words, verb);
    (scene.lexicon.stances)
        .of(StanceWord::Verb, scene.words.lemma(verb))
        .find(|frame| frame.only.is_none() && frame.on.contains(&Place::Object))
        .filter(|_| !force.negated && !force.never && !force.hypothetical && !force.is_modal())
}

/// "Velmar proposed, and Orveth opposed, deleting the paragraph": the thing stands behind both.
fn told_once(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for stop in sentence.start + 2..sentence.end.saturating_sub(4) {
        let first = stop - 1;
        if words.form(stop) != ","
            || !matches!(words.lower(stop + 1), "and" | "but" | "while" | "whereas")
            || !is_finite(words, first)
        {
            continue;
        }
        let Some(second) = (stop + 3..sentence.end.min(stop + 8))
            .find(|&verb| is_finite(words, verb) || words.xpos(verb) == Xpos::Vbn)
            .filter(|&verb| words.form(verb + 1) == ",")
        else {
            continue;
        };
        // Each name alone: the tree may join the second to the first.
        let names = |range: Range<usize>| -> Vec<Holder> {
            range.filter_map(|at| named(scene, at)).collect()
        };
        let start = (sentence.start..first)
            .rev()
            .find(|&at| matches!(words.form(at), ";" | ":" | "\"" | "”"))
            .map_or(sentence.start, |at| at + 1);
        let (before, behind) = (names(start..first), names(stop + 2..second));
        let (Some(one), Some(other)) = (frame(scene, first), frame(scene, second)) else {
            continue;
        };
        let end = (second + 2..sentence.end)
            .find(|&at| matches!(words.form(at), ";" | "." | ":" | ","))
            .unwrap_or(sentence.end);
        let thing = words.trim(second + 2..end);
        let opens = matches!(
            words.upos(second + 2),
            Upos::Det | Upos::Noun | Upos::Num | Upos::Adj | Upos::Propn
        ) || words.xpos(second + 2) == Xpos::Vbg;
        // "Velmar refused, and Orveth agreed, a diplomat said": who says so is no thing.
        let says = thing
            .clone()
            .any(|at| matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md));
        if before.is_empty() || behind.is_empty() || !opens || says || thing.is_empty() {
            continue;
        }
        let head = (words.top(thing.clone()))
            .filter(|head| thing.contains(head))
            .unwrap_or(thing.start);
        claims.retain(|claim| claim.trigger != first && claim.trigger != second);
        for (verb, frame, held) in [(first, one, before), (second, other, behind)] {
            claims.push(Claim::plain(
                "told-once",
                frame.stance,
                held,
                verb,
                scene.toward(head, thing.clone()),
                words.trim(start..thing.end),
            ));
        }
    }
}

fn is_finite(words: &Words, verb: usize) -> bool {
    words.is_verb(verb) && matches!(words.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
}
