//! The board: a report taken in at a glance.
//!
//! [`board`] arranges a record into sections of lines and a matrix, and knows nothing of terminals; [`terminal`] and
//! [`markdown`] write that out. Every line bears the paragraphs (¶n) its words stand in.

mod events;
pub mod markdown;
mod matrix;
mod names;
mod parties;
mod said;
mod table;
pub mod terminal;
mod wrap;

use rapporteur::{Paragraphs, Record, model::Severity};

use names::{Names, day};

/// What a board shows, whatever it is shown on.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Board {
    /// What the report is called.
    pub title: String,
    /// Where and when, whose, through whom: a few short lines.
    pub under: Vec<String>,
    /// The sections that have anything to show, in order.
    pub sections: Vec<Section>,
}

/// A part of the board.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// What it says.
    pub parts: Vec<Part>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A heading within the section.
    Heading(String),
    /// A line.
    Line(Line),
    /// The matrix.
    Matrix(Matrix),
}

/// A line: words, where they stand in the report, and how deep it is set in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Steps it is set in.
    pub depth: usize,
    /// Its words.
    pub runs: Vec<Run>,
    /// The paragraphs it rests on.
    pub paragraphs: Vec<u32>,
}

/// Words in one tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they are set.
    pub tone: Tone,
}

/// How words are set. Colour never carries what the words do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// As they are.
    Plain,
    /// Names of parties and texts.
    Strong,
    /// Chains, numbers of paragraphs, notes.
    Faint,
    /// Saying yes.
    Yes,
    /// Saying no.
    No,
    /// Neither, or on a condition.
    Between,
}

/// Provisions down, parties across.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    /// Names of the parties.
    pub columns: Vec<String>,
    /// One row a provision or text.
    pub rows: Vec<Row>,
}

/// A row of the matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What the positions are on.
    pub head: Line,
    /// For each column, the positions of that party.
    pub cells: Vec<Vec<Line>>,
}

/// Arranges the record of a report.
pub fn board(record: &Record, paragraphs: &Paragraphs) -> Board {
    let names = Names::new(record, paragraphs);
    let sections = [
        ("Parties", parties::parties(&names)),
        ("On the table", table::table(&names)),
        ("Where they stand", matrix::positions(&names)),
        ("Conditions and warnings", said::conditions(&names)),
        (
            "What happened, happens, is to happen",
            events::events(&names),
        ),
        ("Who said what", said::statements(&names)),
        ("What was not said, or denied", said::unsaid(&names)),
        ("What could not be read well", problems(&names)),
    ];
    let mut sections: Vec<Section> = sections
        .into_iter()
        .filter(|(_, parts)| !parts.is_empty())
        .map(|(title, parts)| Section { title, parts })
        .collect();
    if sections.is_empty() {
        let mut line = Line::default();
        line.push(
            "Nothing about a negotiation was found in this report.",
            Tone::Faint,
        );
        sections.push(Section {
            title: "Nothing found",
            parts: vec![Part::Line(line)],
        });
    }
    let (title, under) = head(record, &names);
    Board {
        title: clean(&title),
        under: under.iter().map(|line| clean(line)).collect(),
        sections,
    }
}

/// Title and the lines under it.
fn head(record: &Record, names: &Names) -> (String, Vec<String>) {
    let Some(report) = record.reports.first() else {
        return ("A record without a report".into(), Vec::new());
    };
    let title = (report.title.as_ref())
        .or(report.location.as_ref())
        .or(report.key.as_ref())
        .cloned()
        .unwrap_or_else(|| "A report without a title".into());
    let dateline = report.dateline.clone().unwrap_or_default();
    let dates = match (&dateline.date, &report.published) {
        (Some(at), Some(out)) if at != out => Some(format!("{}, published {}", day(at), day(out))),
        (at, out) => at.as_ref().or(out.as_ref()).map(day),
    };
    let mut first: Vec<String> = Vec::new();
    first.extend(dateline.place);
    first.extend(dates);
    first.extend(report.outlet.clone());
    first.extend(
        (report.agency.as_ref())
            .filter(|agency| Some(*agency) != report.outlet.as_ref())
            .cloned(),
    );
    first.extend(report.byline.as_ref().map(|byline| {
        let names = byline.strip_prefix("By ").or(byline.strip_prefix("by "));
        format!("by {}", names.unwrap_or(byline))
    }));
    let mut under = Vec::new();
    if !first.is_empty() {
        under.push(first.join(" · "));
    }
    let cited = names.media(report);
    if !cited.is_empty() {
        under.push(format!("cites {}", cited.join(", ")));
    }
    if let Some(other) = &report.copy_of {
        under.push(format!("repeats report {other}"));
    }
    let place = [report.key.as_ref(), report.location.as_ref()];
    let place: Vec<&str> = (place.into_iter().flatten())
        .map(String::as_str)
        .filter(|place| *place != title)
        .collect();
    if !place.is_empty() {
        under.push(place.join(" · "));
    }
    (title, under)
}

fn problems(names: &Names) -> Vec<Part> {
    let line = |problem: &rapporteur::model::Problem| {
        let tone = match problem.severity {
            Severity::Error => Tone::No,
            _ => Tone::Between,
        };
        let mut line = Line::default();
        line.push(problem.severity.as_str(), tone);
        line.push(&format!(": {}", problem.message), Tone::Plain);
        if let Some(hint) = &problem.hint {
            line.push(&format!(" — {hint}"), Tone::Faint);
        }
        if let Some((start, _)) = problem.at {
            line.paragraphs.extend(names.paragraphs.at(start));
        }
        Part::Line(line)
    };
    names.record.problems.iter().map(line).collect()
}

impl Line {
    /// A line set in by `depth` steps.
    fn at(depth: usize) -> Self {
        Self {
            depth,
            ..Self::default()
        }
    }

    /// Adds words. Line breaks and runs of spaces of the report become single spaces.
    fn push(&mut self, text: &str, tone: Tone) {
        let (starts, ends) = (
            text.starts_with(char::is_whitespace),
            text.ends_with(char::is_whitespace),
        );
        let mut words = clean(text);
        if starts {
            words.insert(0, ' ');
        }
        if ends && !words.ends_with(' ') {
            words.push(' ');
        }
        if !words.is_empty() {
            self.runs.push(Run { text: words, tone });
        }
    }

    /// The words without their tones.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// Words of a report on one line, without control characters.
fn clean(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(visible).collect();
    words.join(" ")
}

/// A word without control characters: a report must not be able to steer the reader's terminal.
fn visible(word: &str) -> String {
    word.chars().filter(|c| !c.is_control()).collect()
}

/// The paragraphs of a line as they are written: `¶3` or `¶3,5`.
fn marks(paragraphs: &[u32]) -> String {
    if paragraphs.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = paragraphs.iter().map(u32::to_string).collect();
    format!("¶{}", numbers.join(","))
}
