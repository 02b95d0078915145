//! Items of a list that name a thing and who stands how toward it: "- Seabed mining: for Velmar, a red line.", "- Fees: opposed
//! by Orveth, backed by Merin.", "- Tolls: Velmar says no, Orveth yes."

use std::ops::Range;

use rapporteur_model::{BlockKind, Stance};
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// The longest label, in words.
const LABEL: usize = 9;

/// Reads every item that begins with a label.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        let Some(label) = label(scene, &range) else {
            continue;
        };
        let colon = label.end;
        let head = (words.top(label.clone()))
            .filter(|head| label.contains(head))
            .unwrap_or(label.start);
        let on = scene.toward(head, label.clone());
        for part in parts(words, colon + 1..range.end) {
            let Some(stance) = verdict(words, part.clone()) else {
                continue;
            };
            let held = named(scene, part.clone());
            if held.is_empty() {
                continue;
            }
            // "opposed by Orveth, backed by Merin": nothing that was read across the two.
            claims.retain(|claim| !part.contains(&claim.trigger));
            claims.push(Claim {
                outlet: true,
                ..Claim::plain(
                    "labelled",
                    stance,
                    held,
                    part.start,
                    on.clone(),
                    label.start..part.end,
                )
            });
        }
    }
}

/// "Seabed mining": the noun phrase before the colon of an item of a list.
fn label(scene: &Scene, sentence: &Range<usize>) -> Option<Range<usize>> {
    let words = scene.words;
    let colon = (sentence.clone().take(LABEL + 2)).find(|&at| words.form(at) == ":")?;
    let label = words.trim(sentence.start..colon);
    let byte = words.span(colon + 1..sentence.end).start;
    let listed = scene.blocks.kind(byte) == Some(BlockKind::ListItem);
    let thing = label
        .clone()
        .any(|at| matches!(words.upos(at), Upos::Noun | Upos::Propn))
        && !label.clone().any(|at| {
            words.upos(at) == Upos::Aux
                || words.is_verb(at) && words.child(at, &[Rel::Nsubj]).is_some()
                || scene.entities.actor(at).is_some()
        });
    (listed && thing && label.end == colon && colon + 1 < sentence.end).then_some(label)
}

/// What stands between stops; "for Velmar, a red line" is one.
fn parts(words: &Words, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        let opens = words.lower(start) == "for" && words.form(at) == ",";
        let whole = !opens || has_verdict(words, start..at);
        if whole && matches!(words.form(at), "," | ";" | ".") {
            found.push(words.trim(start..at));
            start = at + 1;
        }
    }
    found.push(words.trim(start..range.end));
    found.retain(|part| !part.is_empty());
    found
}

fn has_verdict(words: &Words, part: Range<usize>) -> bool {
    verdict(words, words.trim(part)).is_some()
}

/// How a part stands: "a red line", "opposed by", "are against", "says no".
fn verdict(words: &Words, part: Range<usize>) -> Option<Stance> {
    if part.is_empty() {
        return None;
    }
    let text = words.text_of(part).to_lowercase();
    let negated = [" not ", "n't", " no longer "]
        .iter()
        .any(|no| text.contains(no));
    let has = |any: &[&str]| any.iter().any(|words| text.contains(words));
    let ends = |any: &[&str]| any.iter().any(|words| text.ends_with(words));
    let begins = |any: &[&str]| any.iter().any(|words| text.starts_with(words));
    if negated {
        return None;
    }
    if has(&["a red line", "non-negotiable"]) {
        return Some(Stance::RedLine);
    }
    if begins(&["opposed by ", "resisted by "]) || ends(&[" against", " opposed", " says no"]) {
        return Some(Stance::Opposes);
    }
    if begins(&["backed by ", "supported by ", "favoured by "])
        || ends(&[" in favour", " in favor", " for it", " says yes"])
    {
        return Some(Stance::Supports);
    }
    if begins(&["rejected by ", "refused by "]) || has(&["a non-starter for ", "unacceptable to "])
    {
        return Some(Stance::Rejects);
    }
    if begins(&["accepted by ", "acceptable to "]) {
        return Some(Stance::Accepts);
    }
    if begins(&["demanded by ", "wanted by ", "sought by "])
        || has(&[" demand of ", " demand from "])
    {
        return Some(Stance::Demands);
    }
    if begins(&["proposed by ", "put forward by "]) {
        return Some(Stance::Proposes);
    }
    (ends(&[" open", " flexible", " willing to talk", " ready to talk"])).then_some(Stance::Open)
}

/// Everybody who is named in a part.
fn named(scene: &Scene, part: Range<usize>) -> Vec<Holder> {
    let mut found: Vec<Holder> = Vec::new();
    for at in part.filter(|&at| scene.entities.actor(at).is_some()) {
        for holder in holders(scene, at) {
            if !found.contains(&holder) {
                found.push(holder);
            }
        }
    }
    found
}
