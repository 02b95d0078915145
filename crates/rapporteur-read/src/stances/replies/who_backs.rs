//! Answers to who stands how: "Who backs the levy? Velmar and Orveth do. Merin does not." The question may be a heading.

use rapporteur_lexicon::{Place, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::proposals::is_read;
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::replies::answers_alone::{asks as asks_for, premise_behind};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// How many sentences behind a question may answer it.
const ANSWERS: usize = 3;

/// Reads every question that asks who.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        if range.len() < 3 {
            continue;
        }
        claims.extend(would(scene, sentence));
        let Some((stance, on)) = asked(scene, sentence) else {
            continue;
        };
        for answer in (sentence + 1..words.sentences()).take(ANSWERS) {
            let Some(claim) = answered(scene, answer, stance, &on) else {
                break;
            };
            claims.extend(claim);
        }
    }
}

/// "Would Velmar accept the levy? It would, as long as fish is exempt.", "Does it back the levy? It does not."
fn would(scene: &Scene, sentence: usize) -> Option<Claim> {
    let words = scene.words;
    let question = words.sentence(sentence);
    let asks = matches!(
        words.lower(question.start),
        "would" | "will" | "could" | "can" | "do" | "does"
    ) && words.form(question.end - 1) == "?";
    if !asks || sentence + 1 >= words.sentences() {
        return None;
    }
    let range = words.sentence(sentence + 1);
    let auxiliary = (range.start + 1..range.end.min(range.start + 5))
        .find(|&at| words.lower(at) == words.lower(question.start))?;
    let not = matches!(words.lower(auxiliary + 1), "not" | "n't" | "n’t");
    let last = auxiliary + 1 + usize::from(not);
    let stops = last >= range.end
        || words.upos(last) == Upos::Punct
        || matches!(words.lower(last), "if" | "provided" | "but" | "unless");
    let subject = auxiliary - 1;
    let held = match words.upos(subject) {
        Upos::Pron => (question.clone())
            .find(|&at| scene.entities.actor(at).is_some())
            .map(|at| holders(scene, at))?,
        _ => holders(scene, subject),
    };
    if !stops || held.is_empty() || !is_read(words, scene.blocks, range.start) {
        return None;
    }
    let (yes, no, on) = asks_for(scene, question.start..question.end - 1)?;
    let premise = premise_behind(words, last).filter(|_| !not);
    let stance = match (if not { no } else { yes }, &premise) {
        (Stance::Accepts | Stance::Supports, Some(_)) => Stance::AcceptsIf,
        (stance, _) => stance,
    };
    let end = (premise.as_ref()).map_or(last, |premise| premise.whole.end.max(last));
    Some(Claim {
        premise,
        ..Claim::plain(
            "reply",
            stance,
            held,
            auxiliary,
            on,
            words.trim(range.start..end),
        )
    })
}

/// "Who backs the levy?": the stance that is asked for, and toward what.
fn asked(scene: &Scene, sentence: usize) -> Option<(Stance, Target)> {
    let words = scene.words;
    let range = words.sentence(sentence);
    let asks = words.lower(range.start) == "who" && words.form(range.end - 1) == "?";
    let verb = (range.start + 1..range.end.min(range.start + 3))
        .find(|&at| words.is_verb(at))
        .filter(|_| asks)?;
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Verb, words.lemma(verb))
        .find(|frame| frame.only.is_none() && frame.on.contains(&Place::Object))?;
    let object = words.object(verb).filter(|&object| object > verb)?;
    (words.negation(verb).is_none() && scene.entities.actor(object).is_none()).then(|| {
        (
            frame.stance,
            scene.toward(object, noun_phrase(scene, object)),
        )
    })
}

/// What one sentence answers: `Some(None)` where it answers by telling no stance ("Brod does not" oppose it).
fn answered(scene: &Scene, sentence: usize, stance: Stance, on: &Target) -> Option<Option<Claim>> {
    let words = scene.words;
    let range = words.trim(words.sentence(sentence));
    if !is_read(words, scene.blocks, range.start) {
        return None;
    }
    let auxiliary = (range.start + 1..range.end)
        .find(|&at| matches!(words.lower(at), "do" | "does" | "did"))?;
    let rest = words.text_of(auxiliary + 1..range.end).to_lowercase();
    let no = matches!(rest.as_str(), "not" | "n't" | "n’t");
    if auxiliary + 1 < range.end && !no && !matches!(rest.as_str(), "so" | "too" | "as well") {
        return None;
    }
    let subject = (words.children_by(auxiliary, &[Rel::Nsubj]).next()).unwrap_or(auxiliary - 1);
    let held = several(scene, subject, range.start);
    let named = !(range.start..auxiliary).any(|at| words.is_verb(at));
    if held.is_empty() || !named {
        return None;
    }
    let told = match (stance, no) {
        (stance, false) => Some(stance),
        (Stance::Supports | Stance::Demands, true) => Some(Stance::Opposes),
        (Stance::Accepts, true) => Some(Stance::Rejects),
        _ => None,
    };
    Some(told.map(|stance| Claim {
        outlet: true,
        ..Claim::plain("who-backs", stance, held, auxiliary, on.clone(), range)
    }))
}

/// Those named from the head of the sentence to a subject, wherever the tree hung them.
fn several(scene: &Scene, subject: usize, start: usize) -> Vec<Holder> {
    let mut found = holders(scene, subject);
    for at in start..subject {
        if is_named(scene.words, at) && scene.entities.actor(at).is_some() {
            for holder in holders(scene, at) {
                if !found.contains(&holder) {
                    found.push(holder);
                }
            }
        }
    }
    found
}

fn is_named(words: &Words, at: usize) -> bool {
    matches!(words.upos(at), Upos::Noun | Upos::Propn) && !matches!(words.rel(at), Rel::NmodPoss)
}
