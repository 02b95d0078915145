//! Marked reports (see `training/README.md`): every mark is a position to be found by party, stance and words.

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use rapporteur::learned_stances::{Mark, Report, fold};
use rapporteur::model::{CodePoints, Date, Evidence, Position, Record};
use rapporteur::{Document, Reader};

/// What was told, what was found, and how much of either fits the other.
#[derive(Debug, Default)]
struct Counts {
    told: usize,
    told_right: usize,
    found: usize,
    found_right: usize,
}

/// Reads every report of a folder and prints F1, precision and recall of its positions. One position that is found may fit
/// several marks (what is told twice is entered once), and one mark several positions (one verb governs several things).
pub fn marked(folder: &Path) -> Result<String> {
    let reader = Reader::new();
    let mut counts = Counts::default();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    files.sort();
    for file in &files {
        let report = Report::parse(&std::fs::read_to_string(file)?)
            .map_err(|error| anyhow!("{}: {error}", file.display()))?;
        counts.add(&report, &reader.read(&document(&report)));
    }
    ensure!(counts.told > 0, "reports without positions");
    let recall = counts.told_right as f64 / counts.told as f64;
    let precision = counts.found_right as f64 / counts.found.max(1) as f64;
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::EPSILON);
    Ok(format!(
        "marked F1 {f1:.3} P {precision:.3} R {recall:.3}\n"
    ))
}

fn document(report: &Report) -> Document {
    let mut document = Document::from_text(&report.text);
    document.outlet.clone_from(&report.outlet);
    document.published = report.date.as_deref().and_then(|date| Date::new(date).ok());
    document
}

impl Counts {
    fn add(&mut self, report: &Report, record: &Record) {
        let names = report.full_names();
        let full = |name: &str| {
            let name = fold(name);
            names.get(&name).cloned().unwrap_or(name)
        };
        let actors: HashMap<&str, Vec<String>> = (record.actors.iter())
            .map(|actor| {
                let own = std::iter::once(&actor.name).chain(&actor.aliases);
                let own = own.map(|name| full(name)).collect();
                (actor.id.as_str(), own)
            })
            .collect();
        let points = CodePoints::new(&report.text);
        let fits = |mark: &Mark, position: &Position| {
            let marked = points.at(mark.words.start)..points.at(mark.words.end);
            mark.stances.contains(&position.stance)
                && (position.evidence.iter()).any(|evidence| overlaps(&marked, evidence))
                && (actors.get(position.party.as_str())).is_some_and(|party| {
                    (mark.parties.iter()).any(|name| party.contains(&full(name)))
                })
        };
        self.told += report.marks.len();
        self.found += record.positions.len();
        self.told_right += (report.marks.iter())
            .filter(|mark| record.positions.iter().any(|position| fits(mark, position)))
            .count();
        self.found_right += (record.positions.iter())
            .filter(|position| report.marks.iter().any(|mark| fits(mark, position)))
            .count();
    }
}

/// Whether half of the shorter stretch is in the other.
fn overlaps(marked: &Range<u32>, evidence: &Evidence) -> bool {
    let told = evidence.range();
    let shared = (marked.end.min(told.end)).saturating_sub(marked.start.max(told.start));
    2 * shared as usize >= marked.len().min(told.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_by_party_stance_and_words() {
        let text = "@ Norway | state | Oslo\n=\nNorway [[rejects/opposes:s:Norway|rejected]] the plan. \
            Norway [[demands:s:Norway|received]] a letter.";
        let report = Report::parse(text).unwrap();
        let mut counts = Counts::default();
        counts.add(&report, &Reader::new().read(&document(&report)));
        assert_eq!((counts.told, counts.told_right), (2, 1));
        assert_eq!((counts.found, counts.found_right), (1, 1));
    }
}
