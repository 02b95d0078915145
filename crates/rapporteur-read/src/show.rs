//! Every layer of a reading as lines for people and scorers. Offsets are code points.

use std::ops::Range;

use rapporteur_model::{CodePoints, Span};
use serde_json::{Value, json};

use crate::entities::EntityKind;
use crate::reading::Reading;
use crate::record::record;
use crate::statements;
use crate::words::Words;

/// What a stage made of a report, one object a line; each has the report's `key` where it has one. `None` when no stage has
/// this name (see [`crate::reading::STAGES`]).
pub fn show(stage: &str, reading: &Reading) -> Option<Vec<Value>> {
    let words = reading.words();
    let lines = Lines {
        reading,
        points: CodePoints::new(words.text),
        words,
    };
    let mut shown = lines.stage(stage)?;
    if let Some(key) = &reading.document.key {
        for line in &mut shown {
            if let Value::Object(line) = line {
                line.insert("key".to_owned(), json!(key));
            }
        }
    }
    Some(shown)
}

/// Entries of the record as they stand there.
fn entries<T: serde::Serialize>(entries: &[T]) -> Vec<Value> {
    let value = |entry| serde_json::to_value(entry).ok();
    entries.iter().filter_map(value).collect()
}

struct Lines<'a> {
    reading: &'a Reading,
    points: CodePoints,
    words: Words<'a>,
}

impl Lines<'_> {
    fn stage(&self, stage: &str) -> Option<Vec<Value>> {
        let reading = self.reading;
        Some(match stage {
            "blocks" => self.blocks(),
            "tokens" => self.each_word(|word| {
                let joined = reading.syntax.tokens.joined.get(word).copied();
                json!({ "joined": joined.unwrap_or(false) })
            }),
            "sentences" => {
                let sentences = reading.syntax.sentences.0.iter();
                sentences
                    .map(|range| self.stretch(range.clone(), json!({})))
                    .collect()
            }
            "tags" => self.each_word(|word| {
                json!({
                    "upos": self.words.upos(word).as_str(),
                    "xpos": self.words.xpos(word).as_str(),
                    "lemma": reading.syntax.tags.lemmas[word],
                })
            }),
            "trees" => self.each_word(|word| {
                json!({
                    "word": word,
                    "head": self.words.head(word),
                    "rel": self.words.rel(word).as_str(),
                })
            }),
            "names" => {
                let line = |name: &rapporteur_syntax::Name| {
                    self.stretch(name.words.clone(), json!({ "kind": name.kind.as_str() }))
                };
                reading.syntax.names.0.iter().map(line).collect()
            }
            "entities" => self.entities(),
            "dates" => self.dates(),
            "statements" => statements::show(&self.words, &reading.statements, &reading.entities),
            "proposals" => entries(&record(reading).proposals),
            "provisions" => entries(&record(reading).provisions),
            "positions" => entries(&record(reading).positions),
            "conditions" => entries(&record(reading).conditions),
            "events" => entries(&record(reading).events),
            _ => return None,
        })
    }

    /// `{start, end, text}` with more keys.
    fn line(&self, span: Span, more: Value) -> Value {
        let (start, end) = self.points.span(span);
        let mut line = json!({ "start": start, "end": end, "text": span.of(self.words.text) });
        if let (Value::Object(line), Value::Object(more)) = (&mut line, more) {
            line.extend(more);
        }
        line
    }

    fn stretch(&self, words: Range<usize>, more: Value) -> Value {
        self.line(self.words.span(words), more)
    }

    fn each_word(&self, more: impl Fn(usize) -> Value) -> Vec<Value> {
        (0..self.words.len())
            .map(|word| self.stretch(word..word + 1, more(word)))
            .collect()
    }

    fn blocks(&self) -> Vec<Value> {
        let blocks = &self.reading.blocks;
        let line = |block: &crate::blocks::Block| {
            let mut more = json!({
                "kind": kind(block.kind),
                "paragraph": block.paragraph,
            });
            let label = block.label.map(|label| label.of(self.words.text));
            let time = block.time.map(|time| time.of(self.words.text));
            for (name, text) in [("label", label), ("time", time)] {
                if let Some(text) = text {
                    more[name] = json!(text);
                }
            }
            for (name, index) in [("lead_in", block.lead_in), ("heading", block.heading)] {
                if let Some(index) = index {
                    more[name] = json!(index);
                }
            }
            self.line(block.span, more)
        };
        let dateline = blocks.dateline.iter().flat_map(|dateline| {
            [
                ("dateline-place", dateline.place),
                ("dateline-date", dateline.date),
                ("dateline-agency", dateline.agency),
            ]
        });
        dateline
            .filter_map(|(kind, span)| Some(self.line(span?, json!({ "kind": kind }))))
            .chain(blocks.items.iter().map(line))
            .collect()
    }

    fn entities(&self) -> Vec<Value> {
        let all = &self.reading.entities;
        let name = |id: usize| all.all.get(id).map(|entity| entity.name.as_str());
        let mentions = |id: usize| {
            let of = all.mentions.iter().filter(move |m| m.entity == id);
            of.map(|m| {
                let kind = format!("{:?}", m.kind).to_lowercase();
                self.stretch(m.words.clone(), json!({ "kind": kind }))
            })
            .collect::<Vec<_>>()
        };
        let line = |(id, entity): (usize, &crate::entities::Entity)| {
            json!({
                "name": entity.name,
                "kind": match entity.kind {
                    EntityKind::Actor(kind) => kind.as_str(),
                    EntityKind::Place => "place",
                    EntityKind::Thing => "thing",
                },
                "aliases": entity.aliases,
                "iso": entity.iso,
                "party": entity.party.and_then(name),
                "roles": entity.roles.iter().map(|r| json!({ "title": r.title, "of": r.of })).collect::<Vec<_>>(),
                "in_record": entity.in_record,
                "mentions": mentions(id),
            })
        };
        all.all.iter().enumerate().map(line).collect()
    }

    fn dates(&self) -> Vec<Value> {
        let line = |date: &crate::dates::TimeExpression| {
            let mut more = json!({
                "timex3": { "type": date.timex.kind, "value": date.timex.value },
            });
            if let Some(edtf) = &date.edtf {
                more["edtf"] = json!(edtf.as_str());
            }
            self.line(date.span, more)
        };
        self.reading.dates.0.iter().map(line).collect()
    }
}

fn kind(kind: rapporteur_model::BlockKind) -> &'static str {
    use rapporteur_model::BlockKind;
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Heading => "heading",
        BlockKind::Dateline => "dateline",
        BlockKind::Byline => "byline",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list-item",
        BlockKind::Aside => "aside",
    }
}
