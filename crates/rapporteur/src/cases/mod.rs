//! Cases: what the reader should read, written by analysts as Markdown. `docs/cases.md` tells how.
//!
//! A heading is a case, a quotation under it the report, a table the expectation; the header of the table picks the layer.

mod agree;
mod found;
mod layers;
mod markdown;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rapporteur_model::{Document, Record};
use rayon::prelude::*;
use serde_json::Value;

use crate::Reader;
pub(crate) use agree::agrees;
use found::Entry;
pub(crate) use found::{Cell, positions};
pub(crate) use layers::How;
use markdown::{Case, Row, Table};

/// How many found entries a finding lists.
const LISTED: usize = 12;

/// What came of running cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CasesRun {
    /// Cases that hold.
    pub held: usize,
    /// Cases that are marked as known misses and fail: file, line, name and reason, as a line each.
    pub known_misses: Vec<String>,
    /// Cases that do not do what they say.
    pub failed: usize,
    /// By layer: rows that hold, and rows.
    pub rows: BTreeMap<&'static str, (usize, usize)>,
    /// What is to be mended, with file and line.
    pub findings: Vec<String>,
}

/// Runs the cases of Markdown files, given as path and text.
pub fn run_cases(files: &[(String, String)], reader: &Reader) -> CasesRun {
    let mut run = CasesRun::default();
    let mut all: Vec<(&str, Case)> = Vec::new();
    for (file, text) in files {
        let (cases, flaws) = markdown::cases(text);
        all.extend(cases.into_iter().map(|case| (file.as_str(), case)));
        run.findings.extend(
            flaws
                .iter()
                .map(|flaw| format!("{file}:{}: {} ({})", flaw.line, flaw.message, flaw.hint)),
        );
    }
    let done: Vec<Done> = (all.par_iter())
        .map(|(file, case)| examine(file, case, reader))
        .collect();
    for ((file, case), done) in all.iter().zip(done) {
        for (layer, held) in done.rows {
            let count = run.rows.entry(layer).or_default();
            count.0 += usize::from(held);
            count.1 += 1;
        }
        match &case.known_miss {
            None if done.findings.is_empty() => run.held += 1,
            None => {
                run.failed += 1;
                run.findings.extend(done.findings);
            }
            Some((_, line)) if done.findings.is_empty() => {
                run.failed += 1;
                run.findings.push(format!(
                    "{file}:{line}: this known miss passes now: remove the line «Known miss»"
                ));
            }
            Some((reason, _)) => run
                .known_misses
                .push(format!("{file}:{}: {}: {reason}", case.line, case.name)),
        }
    }
    run
}

#[derive(Default)]
struct Done {
    /// Each row with its layer and whether it holds.
    rows: Vec<(&'static str, bool)>,
    findings: Vec<String>,
}

fn examine(file: &str, case: &Case, reader: &Reader) -> Done {
    let document = Document {
        title: case.title.clone(),
        outlet: case.outlet.clone(),
        published: case.published.clone(),
        ..Document::from_text(&case.report)
    };
    let record = reader.read(&document);
    let times = match case.tables.iter().any(|table| table.layer.name == "dates") {
        true => reader.show("dates", &document).unwrap_or_default(),
        false => Vec::new(),
    };
    let mut done = Done::default();
    for table in &case.tables {
        hold(file, case, table, &record, &times, &mut done);
    }
    done
}

fn hold(file: &str, case: &Case, table: &Table, record: &Record, times: &[Value], done: &mut Done) {
    let entries = found::entries(table.layer, record, times);
    let layer = table.layer.name;
    let singular = layer.trim_end_matches('s');
    if table.never {
        for row in &table.rows {
            let wrong = entries.iter().find(|entry| answers(table, row, entry));
            done.rows.push((layer, wrong.is_none()));
            if let Some(entry) = wrong {
                done.findings.push(format!(
                    "{file}:{}: {}: no {singular} must have {}\n    found  {}",
                    row.line,
                    case.name,
                    told(table, row),
                    shown(table, entry)
                ));
            }
        }
        return;
    }
    let matched = match_rows(table, &entries);
    for (row, entry) in table.rows.iter().zip(&matched) {
        done.rows.push((layer, entry.is_some()));
        if entry.is_some() {
            continue;
        }
        let mut finding = format!(
            "{file}:{}: {}: no {singular} has {}",
            row.line,
            case.name,
            told(table, row)
        );
        if entries.is_empty() {
            finding.push_str(&format!("\n    found  no {layer} at all"));
        }
        for (index, entry) in entries.iter().enumerate().take(LISTED) {
            let taken = if matched.contains(&Some(index)) {
                "  (answers another row)"
            } else {
                ""
            };
            finding.push_str(&format!("\n    found  {}{taken}", shown(table, entry)));
        }
        if entries.len() > LISTED {
            finding.push_str(&format!("\n    and {} more", entries.len() - LISTED));
        }
        done.findings.push(finding);
    }
}

fn answers(table: &Table, row: &Row, entry: &Entry) -> bool {
    (table.columns.iter().zip(&row.cells))
        .all(|(column, cell)| agree::agrees(column.how, cell, entry.cell(column)))
}

/// The entry that answers each row, each entry once, so that most rows are answered (augmenting paths).
fn match_rows(table: &Table, entries: &[Entry]) -> Vec<Option<usize>> {
    let fits: Vec<Vec<usize>> = (table.rows.iter())
        .map(|row| {
            (0..entries.len())
                .filter(|&index| answers(table, row, &entries[index]))
                .collect()
        })
        .collect();
    let mut owner: Vec<Option<usize>> = vec![None; entries.len()];
    for row in 0..fits.len() {
        let mut seen = vec![false; entries.len()];
        place(row, &fits, &mut owner, &mut seen);
    }
    let mut matched = vec![None; fits.len()];
    for (entry, row) in owner.iter().enumerate() {
        if let Some(row) = row {
            matched[*row] = Some(entry);
        }
    }
    matched
}

fn place(
    row: usize,
    fits: &[Vec<usize>],
    owner: &mut Vec<Option<usize>>,
    seen: &mut Vec<bool>,
) -> bool {
    for &entry in &fits[row] {
        if std::mem::replace(&mut seen[entry], true) {
            continue;
        }
        let free = match owner[entry] {
            None => true,
            Some(other) => place(other, fits, owner, seen),
        };
        if free {
            owner[entry] = Some(row);
            return true;
        }
    }
    false
}

/// A row in words: "holder Belora, stance rejects".
fn told(table: &Table, row: &Row) -> String {
    let cells = (table.columns.iter().zip(&row.cells))
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(column, cell)| match agree::is_absent(cell) {
            true => format!("no {}", column.name),
            false => format!("{} «{cell}»", column.name),
        });
    let cells: Vec<String> = cells.collect();
    match cells.is_empty() {
        true => "any words at all".to_owned(),
        false => cells.join(", "),
    }
}

/// An entry in the columns of a table, with the words it rests on.
fn shown(table: &Table, entry: &Entry) -> String {
    let cells: Vec<String> = (table.columns.iter())
        .map(|column| {
            let names: Vec<&str> = (entry.cell(column).iter())
                .filter_map(|forms| forms.first().map(String::as_str))
                .collect();
            match names.is_empty() {
                true => "–".to_owned(),
                false => names.join(", "),
            }
        })
        .collect();
    match entry.evidence.is_empty() {
        true => cells.join(" | "),
        false => format!(
            "{}   «{}»",
            cells.join(" | "),
            entry.evidence.replace('\n', " ")
        ),
    }
}
