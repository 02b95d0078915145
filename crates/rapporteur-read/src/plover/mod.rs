//! The event-data view: one coded act a line, after PLOVER (Schrodt, Halterman and others) with CAMEO codes.
//!
//! It codes what a sentence tells in the first place: deeds and, unlike the record, words too (a demand is REQUEST, a
//! refusal REJECT, a promise AGREE). `docs/method.md` says what is coded and what is not.

mod code;
mod layers;
mod parties;

use rapporteur_lexicon::{Hedges, Lexicon};
use rapporteur_model::{CodePoints, EventStatus, EventType, Span};

use crate::blocks::Blocks;
use crate::dates::Dates;
use crate::entities::Entities;
use crate::events::{classes::classes, deeds::Reader};
use crate::reading::Reading;
use crate::words::Words;

pub use self::parties::Party;

/// One coded act.
#[derive(Debug, Clone, PartialEq)]
pub struct Act {
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<&'static str>,
    /// PLOVER contexts.
    pub contexts: &'static [&'static str],
    /// CAMEO code.
    pub cameo: Option<String>,
    /// Who acts.
    pub actors: Vec<Party>,
    /// Toward whom.
    pub recipients: Vec<Party>,
    /// What it is about, where that is no actor.
    pub target: Option<Span>,
    /// Index into the dates.
    pub date: Option<usize>,
    /// Whether it took place.
    pub status: EventStatus,
    /// The words.
    pub span: Span,
    /// Name of the rule that read it.
    pub rule: String,
}

/// Codes the acts of a report, in order: what its sentences tell in the first place, and the positions, conditions and statements
/// of sentences in which nothing else was coded.
pub fn acts(reading: &Reading, lexicon: &Lexicon) -> Vec<Act> {
    let words = reading.words();
    let reader = reader(
        &words,
        &reading.blocks,
        &reading.entities,
        &reading.dates,
        &lexicon.hedges,
    );
    let parties = parties::Parties {
        reader: &reader,
        lexicon,
    };
    let mut acts = coded(&reader, &parties, &reading.blocks);
    let sentence = |span: Span| {
        let word = words.inside(span).start;
        (word < words.len()).then(|| words.sentence_of(word))
    };
    let told: Vec<Option<usize>> = acts.iter().map(|act| sentence(act.span)).collect();
    let more = layers::acts(reading, &parties);
    acts.extend(
        more.into_iter()
            .filter(|act| !told.contains(&sentence(act.span))),
    );
    acts.sort_by_key(|act| act.span.start);
    acts
}

/// Codes the sentences of a report, in order, without the layers of positions, conditions and statements.
pub fn plover(
    words: &Words,
    blocks: &Blocks,
    entities: &Entities,
    dates: &Dates,
    lexicon: &Lexicon,
) -> Vec<Act> {
    let reader = reader(words, blocks, entities, dates, &lexicon.hedges);
    let parties = parties::Parties {
        reader: &reader,
        lexicon,
    };
    coded(&reader, &parties, blocks)
}

fn reader<'a, 'w>(
    words: &'a Words<'w>,
    blocks: &'a Blocks,
    entities: &'a Entities,
    dates: &'a Dates,
    hedges: &'a Hedges,
) -> Reader<'a, 'w> {
    Reader {
        words,
        blocks,
        entities,
        dates,
        classes: classes(),
        hedges,
    }
}

fn coded(reader: &Reader, parties: &parties::Parties, blocks: &Blocks) -> Vec<Act> {
    code::Coder { reader, parties }.acts(blocks)
}

/// An act as one object of the view; offsets in code points.
pub fn to_json(
    act: &Act,
    words: &Words,
    dates: &Dates,
    points: &CodePoints,
    key: Option<&str>,
) -> serde_json::Value {
    let (start, end) = points.span(act.span);
    let party = |party: &Party| {
        let mut value = serde_json::json!({ "name": party.name });
        if let Some(iso) = &party.iso {
            value["iso"] = iso.as_str().into();
        }
        if let Some(code) = &party.code {
            value["code"] = code.as_str().into();
        }
        value
    };
    let mut value = serde_json::json!({
        "type": act.kind.as_str(),
        "contexts": act.contexts,
        "actors": act.actors.iter().map(party).collect::<Vec<_>>(),
        "recipients": act.recipients.iter().map(party).collect::<Vec<_>>(),
        "status": act.status.as_str(),
        "start": start,
        "end": end,
        "text": act.span.of(words.text),
        "rule": act.rule,
    });
    let mut put = |name: &str, text: Option<String>| {
        if let Some(text) = text {
            value[name] = text.into();
        }
    };
    put("key", key.map(str::to_owned));
    put("mode", act.mode.map(str::to_owned));
    put("cameo", act.cameo.clone());
    put(
        "target",
        act.target.map(|span| span.of(words.text).to_owned()),
    );
    put(
        "date",
        act.date
            .and_then(|date| dates.0[date].edtf.as_ref())
            .map(ToString::to_string),
    );
    value
}

/// An act as rows of the tab-separated form of event data: date, source, target, code, status, key, words. There is a row for
/// each pair of sides that have codes; what has none gives no row, and an unknown date stays empty.
pub fn to_petrarch(act: &Act, words: &Words, dates: &Dates, key: Option<&str>) -> Vec<String> {
    let Some(cameo) = &act.cameo else {
        return Vec::new();
    };
    let date = act
        .date
        .and_then(|date| dates.0[date].edtf.as_ref())
        .map(|date| date.as_str().replace('-', ""))
        .unwrap_or_default();
    let code = |party: &Party| party.code.clone();
    let sources: Vec<String> = act.actors.iter().filter_map(code).collect();
    let mut targets: Vec<String> = act.recipients.iter().filter_map(code).collect();
    if targets.is_empty() {
        targets.clone_from(&sources);
    }
    let text: String = act
        .span
        .of(words.text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let mut rows = Vec::new();
    for source in &sources {
        for target in targets.iter().filter(|target| *target != source) {
            let key = key.unwrap_or("");
            rows.push(format!(
                "{date}\t{source}\t{target}\t{cameo}\t{}\t{key}\t{text}",
                act.status
            ));
        }
    }
    rows
}
