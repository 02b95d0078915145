//! What somebody will have or else, said without a verb: "No talks without a truce", "A simple majority or no vote", "No
//! treaty, no ships", "First the prisoners, then the port".

use std::ops::Range;

use rapporteur_model::{Manner, Stance};
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::arguments::holders::{Holder, possessors};
use crate::stances::lists::colon::begins_thing;
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// How many words such a saying has at most.
const SHORT: usize = 24;

/// What one is "without" that nobody could give.
const ABSTRACT: &[&str] = &[
    "exception",
    "delay",
    "doubt",
    "question",
    "hesitation",
    "reason",
    "comment",
    "result",
    "pain",
    "fire",
    "risk",
    "end",
    "problem",
    "limit",
    "fear",
    "fuss",
    "regret",
    "thorn",
    "him",
    "her",
    "them",
    "us",
    "you",
    "it",
];

/// Reads every saying.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    behind_colons(scene, claims);
    for statement in &scene.statements.all {
        let held: Vec<Holder> = (statement.speaker)
            .and_then(|speaker| Holder::of(scene, speaker))
            .into_iter()
            .collect();
        for content in statement.content.iter().filter(|_| !held.is_empty()) {
            let range = first_saying(scene, content.clone());
            // "expects no summit before May": what is expected.
            let opens = statement.manner == Manner::Direct
                || words.sentence(words.sentence_of(range.start)).start + 2 > range.start;
            // "No treaty, no ships" is no answer.
            let taken = || {
                (claims.iter())
                    .any(|claim| range.contains(&claim.trigger) && claim.rule != "reply-no")
            };
            if !opens
                || range.len() < 3
                || range.len() > SHORT
                || scene.is_void(range.start)
                || taken()
            {
                continue;
            }
            let Some(thing) = wanted(scene, &range).or_else(|| last_word(scene, &range, content))
            else {
                continue;
            };
            let head = words.top(thing.clone()).unwrap_or(thing.start);
            claims.retain(|claim| claim.rule != "reply-no" || !range.contains(&claim.trigger));
            claims.push(Claim::plain(
                "ultimatum",
                Stance::Demands,
                held.clone(),
                head,
                scene.toward(head, thing),
                range,
            ));
        }
    }
}

/// "A fair wage | or we walk", "Lower the fee | or we leave": what whoever speaks will do, where what is asked is not given.
fn or_we_go(words: &Words, range: Range<usize>) -> Option<usize> {
    let or = (range.start + 1..range.end).find(|&at| words.lower(at) == "or")?;
    let we = matches!(words.lower(or + 1), "we" | "i");
    let verb = (or + 2..range.end).find(|&at| !matches!(words.upos(at), Upos::Adv | Upos::Aux))?;
    let goes = matches!(
        words.lemma(verb),
        "walk"
            | "leave"
            | "go"
            | "quit"
            | "stop"
            | "strike"
            | "down"
            | "fight"
            | "sue"
            | "withdraw"
            | "resign"
            | "close"
    );
    (we && goes && range.end - or < 9).then_some(or)
}

/// "Thirty days. Not a day less", "One year. Full stop": what is said without a verb, and that it is all.
fn last_word(scene: &Scene, range: &Range<usize>, content: &Range<usize>) -> Option<Range<usize>> {
    let words = scene.words;
    let stop = (range.start + 1..content.end)
        .find(|&at| matches!(words.form(at), "." | "," | "–" | "—"))?;
    let thing = words.trim(range.start..stop);
    let end = content.end.min(stop + 8);
    let rest: Vec<&str> = (stop + 1..end).map(|at| words.lower(at)).collect();
    let less = matches!(rest.first(), Some(&("not" | "and" | "nothing" | "no")))
        && rest
            .iter()
            .take(5)
            .any(|word| matches!(*word, "less" | "more" | "longer" | "fewer" | "later"))
        && !rest.contains(&"than");
    let closed = matches!(
        rest.as_slice(),
        ["full", "stop", ..] | ["period", ..] | ["nothing", "less", ..] | ["end", "of", ..]
    ) || matches!(
        rest.as_slice(),
        ["and" | "take", "that" | "it", "is" | "'s" | "’s" | "or", ..]
    );
    let verbless =
        (thing.clone()).all(|at| !matches!(words.upos(at), Upos::Verb | Upos::Aux | Upos::Pron));
    ((less || closed) && verbless && thing.len() > 1 && begins_thing(scene, thing.start))
        .then_some(thing)
}

/// "Velmar's position is simple: no ships, no treaty", "its line: first the guards, then the vote": what is told behind a
/// colon of where somebody stands.
fn behind_colons(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for colon in 2..words.len().saturating_sub(3) {
        if words.form(colon) != ":" || scene.is_void(colon) {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(colon));
        let Some(noun) = (sentence.start..colon)
            .find(|&at| words.upos(at) == Upos::Noun && STANDS.contains(&words.lemma(at)))
        else {
            continue;
        };
        let held = possessors(scene, noun);
        let end = (colon + 1..sentence.end)
            .find(|&at| matches!(words.form(at), ";" | "\"" | "”") && at > colon + 1)
            .unwrap_or(sentence.end);
        let open = usize::from(matches!(words.form(colon + 1), "\"" | "“"));
        let range = words.trim(colon + 1 + open..end);
        let taken = |claim: &Claim| range.contains(&claim.trigger);
        if held.is_empty() || range.len() < 3 || range.len() > SHORT || claims.iter().any(taken) {
            continue;
        }
        let Some(thing) = wanted(scene, &range) else {
            continue;
        };
        let head = words.top(thing.clone()).unwrap_or(thing.start);
        claims.push(Claim::plain(
            "ultimatum",
            Stance::Demands,
            held,
            head,
            scene.toward(head, thing),
            range,
        ));
    }
}

/// What tells where somebody stands.
const STANDS: &[&str] = &[
    "position",
    "line",
    "message",
    "stance",
    "answer",
    "reply",
    "demand",
    "condition",
    "view",
    "principle",
    "rule",
    "formula",
    "motto",
    "slogan",
    "mantra",
    "refrain",
    "response",
    "word",
];

/// The first sentence of what is said.
fn first_saying(scene: &Scene, content: Range<usize>) -> Range<usize> {
    let words = scene.words;
    let Some(first) = content.clone().next().filter(|&first| first < words.len()) else {
        return content;
    };
    let end = words.sentence(words.sentence_of(first)).end;
    words.trim(content.start..content.end.min(end))
}

/// The thing that is wanted.
fn wanted(scene: &Scene, range: &Range<usize>) -> Option<Range<usize>> {
    let words = scene.words;
    let finite = |range: Range<usize>| {
        range
            .into_iter()
            .any(|at| matches!(words.xpos(at), Xpos::Vbz | Xpos::Vbp | Xpos::Vbd | Xpos::Md))
    };
    let lower = |at: usize| words.lower(at);
    // "It is a treaty or nothing"
    let is =
        lower(range.start) == "it" && matches!(lower(range.start + 1), "is" | "'s" | "’s" | "was");
    let start = range.start + if is { 2 } else { 0 };
    if lower(start) == "no" && lower(start + 1) != "to" && !is {
        let hangs = (start + 2..range.end)
            .find(|&at| matches!(lower(at), "without" | "before" | "until" | "unless"));
        if let Some(hangs) = hangs.filter(|&hangs| !finite(start..hangs)) {
            let end = (hangs + 1..range.end)
                .find(|&at| words.form(at) == ",")
                .unwrap_or(range.end);
            let thing = words.trim(hangs + 1..end);
            let abstracts = lower(hangs) == "without"
                && thing.clone().any(|at| ABSTRACT.contains(&words.lemma(at)));
            return (!thing.is_empty() && !abstracts).then_some(thing);
        }
        // "No treaty, no ships"
        let comma = (start + 2..range.end.saturating_sub(2))
            .find(|&at| words.form(at) == "," && lower(at + 1) == "no")?;
        let bare = !finite(range.clone()) && range.len() < 9 && words.upos(comma - 1) == Upos::Noun;
        return bare.then(|| words.trim(start + 1..comma));
    }
    if let Some(or) = or_we_go(words, start..range.end) {
        let thing = words.trim(start..or);
        let asked = begins_thing(scene, start)
            || words.xpos(start) == Xpos::Vb
            || words.upos(start) == Upos::Adj && words.upos(start + 1) == Upos::Noun;
        return (asked && !finite(thing.clone())).then_some(thing);
    }
    if finite(start..range.end) {
        return None;
    }
    // "A simple majority or no vote", "a treaty or nothing"
    if let Some(or) = (start + 1..range.end).find(|&at| lower(at) == "or") {
        let nothing = matches!(lower(or + 1), "nothing" | "none")
            || lower(or + 1) == "no" && or + 2 < range.end;
        let last = range.end - or <= 5;
        return (nothing && last && begins_thing(scene, start)).then(|| words.trim(start..or));
    }
    // "First the prisoners, then the port"
    let then =
        (start + 2..range.end).find(|&at| lower(at) == "then" && words.form(at - 1) == ",")?;
    (lower(start) == "first" && begins_thing(scene, start + 1))
        .then(|| words.trim(start + 1..then - 1))
}
