//! The layer as lines for people and scorers.

use std::ops::Range;

use rapporteur_model::{CodePoints, Span};
use serde_json::{Map, Value, json};

use super::Statements;
use crate::entities::Entities;
use crate::words::Words;

/// One line an attribution: `{source?, cue?, content, speaker?, manner}`, each stretch as `{start, end}` in code points.
/// A quotation that goes on with an earlier one belongs to the line of that one; a chorus has one line.
pub fn show(words: &Words, statements: &Statements, entities: &Entities) -> Vec<Value> {
    let points = CodePoints::new(words.text);
    let stretch = |span: Span| {
        let (start, end) = points.span(span);
        json!({"start": start, "end": end})
    };
    let range = |range: &Range<usize>| stretch(words.span(range.clone()));
    // A quotation is shown with its marks.
    let marked = |range: &Range<usize>| {
        let mark = |word: usize| {
            word < words.len()
                && matches!(
                    words.form(word),
                    "\"" | "“" | "”" | "''" | "``" | "‘" | "’" | "'"
                )
        };
        let with = if range.start > 0 && mark(range.start - 1) && mark(range.end) {
            range.start - 1..range.end + 1
        } else {
            range.clone()
        };
        stretch(words.span(with))
    };
    let mut lines: Vec<Map<String, Value>> = Vec::new();
    let mut line_of: Vec<Option<usize>> = vec![None; statements.all.len()];
    for (index, statement) in statements.all.iter().enumerate() {
        let chorus = statements.all[..index].last().filter(|other| {
            other.cue_head == statement.cue_head
                && other.content == statement.content
                && other.source == statement.source
        });
        let chorus = chorus.map(|_| index - 1);
        let earlier = statement
            .continues
            .or(chorus)
            .and_then(|other| line_of[other]);
        let content: Vec<Value> = statement.content.iter().map(marked).collect();
        if let Some(line) = earlier {
            line_of[index] = Some(line);
            if chorus.is_none()
                && let Some(Value::Array(all)) = lines[line].get_mut("content")
            {
                all.extend(content);
            }
            continue;
        }
        let mut line = Map::new();
        if let Some(source) = &statement.source {
            line.insert("source".into(), range(source));
        }
        if let Some(cue) = &statement.cue {
            line.insert("cue".into(), range(cue));
        }
        line.insert("content".into(), Value::Array(content));
        if let Some(speaker) = statement.speaker {
            line.insert("speaker".into(), json!(entities.all[speaker].name));
        }
        line.insert("manner".into(), json!(statement.manner.as_str()));
        line_of[index] = Some(lines.len());
        lines.push(line);
    }
    lines.into_iter().map(Value::Object).collect()
}
