//! Markdown to cases: headings, quotations, tables and a few lines with a key.

use rapporteur_model::Date;

use super::layers::{self, Column, Layer};

/// One case: a report and what a reader expects of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Case {
    /// Its heading.
    pub name: String,
    /// Line of the heading, from 1.
    pub line: usize,
    /// The report, paragraphs parted by blank lines.
    pub report: String,
    /// Metadata handed in with it.
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<Date>,
    /// What is expected.
    pub tables: Vec<Table>,
    /// Why it is known to fail, and on which line that stands.
    pub known_miss: Option<(String, usize)>,
}

/// One table of a case.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub layer: &'static Layer,
    pub columns: Vec<&'static Column>,
    pub rows: Vec<Row>,
    /// Whether its rows must not be found.
    pub never: bool,
}

/// One row: a cell for each column, trimmed.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub line: usize,
    pub cells: Vec<String>,
}

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flaw {
    pub line: usize,
    pub message: String,
    pub hint: String,
}

/// The cases of a file, and what cannot be read of it.
pub(super) fn cases(text: &str) -> (Vec<Case>, Vec<Flaw>) {
    let mut parser = Parser {
        lines: text.lines().collect(),
        ..Parser::default()
    };
    parser.parse();
    (parser.cases, parser.flaws)
}

#[derive(Default)]
struct Parser<'a> {
    lines: Vec<&'a str>,
    cases: Vec<Case>,
    flaws: Vec<Flaw>,
    current: Option<Case>,
    /// The line of a `Never:` whose table is still to come.
    never: Option<usize>,
}

impl Parser<'_> {
    fn parse(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            let line = self.lines[at].trim();
            if line.starts_with("```") {
                // Code is shown, not run.
                at += 1;
                while at < self.lines.len() && !self.lines[at].trim().starts_with("```") {
                    at += 1;
                }
                at += 1;
            } else if let Some(heading) = heading(line) {
                self.finish();
                self.current = Some(Case {
                    name: heading.to_owned(),
                    line: at + 1,
                    ..Case::default()
                });
                at += 1;
            } else if line.starts_with('>') {
                at = self.quotation(at);
            } else if line.starts_with('|') || self.opens_table(at) {
                at = self.table(at);
            } else {
                self.keyed(line, at + 1);
                at += 1;
            }
        }
        self.finish();
        if self.cases.is_empty() && self.flaws.is_empty() {
            self.flaw(
                1,
                "the file holds no case",
                "write a heading, a quotation (`> …`) and a table; a README.md is passed over",
            );
        }
    }

    /// Closes the case that is open. A heading with neither quotation nor table is a title, not a case.
    fn finish(&mut self) {
        if let Some(line) = self.never.take() {
            self.flaw(line, "`Never:` without a table", "let a table follow it");
        }
        let Some(case) = self.current.take() else {
            return;
        };
        match (case.report.is_empty(), case.tables.is_empty()) {
            (false, false) => self.cases.push(case),
            (true, true) if case.known_miss.is_none() => {}
            (true, _) => self.flaw(
                case.line,
                format!("the case «{}» has no report", case.name),
                "quote it: lines that begin with `> `",
            ),
            // A table that could not be read has been told of already.
            (false, true) if self.flaws.iter().any(|flaw| flaw.line > case.line) => {}
            (false, true) => self.flaw(
                case.line,
                format!("the case «{}» expects nothing", case.name),
                "add a table, such as `| holder | stance | on |`",
            ),
        }
    }

    fn quotation(&mut self, start: usize) -> usize {
        let mut at = start;
        let mut paragraphs: Vec<String> = Vec::new();
        let mut fresh = true;
        while at < self.lines.len() && self.lines[at].trim_start().starts_with('>') {
            let raw = &self.lines[at].trim_start()[1..];
            let line = raw.strip_prefix(' ').unwrap_or(raw);
            at += 1;
            if line.trim().is_empty() {
                fresh = true;
                continue;
            }
            match paragraphs.last_mut() {
                Some(last) if !fresh => {
                    let broken = last.ends_with("  ") || last.ends_with('\\');
                    let kept = last.trim_end_matches(['\\', ' ']).len();
                    last.truncate(kept);
                    last.push(if broken || is_item(line) { '\n' } else { ' ' });
                    last.push_str(line);
                }
                _ => paragraphs.push(line.to_owned()),
            }
            fresh = false;
        }
        let text: Vec<&str> = paragraphs.iter().map(|text| text.trim_end()).collect();
        let text = text.join("\n\n");
        match &mut self.current {
            Some(case) => {
                if !case.report.is_empty() {
                    case.report.push_str("\n\n");
                }
                case.report.push_str(&text);
            }
            None => self.flaw(
                start + 1,
                "a quotation before any heading",
                "put a heading over it: the name of the case",
            ),
        }
        at
    }

    /// Whether a table without outer bars begins here.
    fn opens_table(&self, at: usize) -> bool {
        self.lines[at].contains('|')
            && (self.lines.get(at + 1)).is_some_and(|next| next.contains('|') && is_rule(next))
    }

    fn table(&mut self, start: usize) -> usize {
        let mut end = start;
        while end < self.lines.len() && self.lines[end].contains('|') {
            end += 1;
        }
        let never = self.never.take().is_some();
        match self.read_table(start, end, never) {
            Ok(table) => match &mut self.current {
                Some(case) => case.tables.push(table),
                None => self.flaw(
                    start + 1,
                    "a table before any heading",
                    "put a heading and a quotation over it",
                ),
            },
            Err(flaw) => self.flaws.push(flaw),
        }
        end
    }

    fn read_table(&self, start: usize, end: usize, never: bool) -> Result<Table, Flaw> {
        let flaw = |line: usize, message: String, hint: &str| Flaw {
            line,
            message,
            hint: hint.to_owned(),
        };
        let header = cells(self.lines[start]);
        if end < start + 2 || !is_rule(self.lines[start + 1]) {
            return Err(flaw(
                start + 1,
                "a table without a rule under its header".into(),
                "put a line such as `|---|---|` under the names of the columns",
            ));
        }
        let (layer, columns) = layers::of_header(&header).map_err(|(message, hint)| Flaw {
            line: start + 1,
            message,
            hint,
        })?;
        let mut rows = Vec::new();
        for at in start + 2..end {
            let cells = cells(self.lines[at]);
            if cells.len() != header.len() {
                return Err(flaw(
                    at + 1,
                    format!(
                        "a row of {} cells under {} columns",
                        cells.len(),
                        header.len()
                    ),
                    "give each column a cell, empty where it is not to be checked; write `\\|` for a bar",
                ));
            }
            if !never && cells.iter().all(String::is_empty) {
                return Err(flaw(
                    at + 1,
                    "a row that expects nothing".into(),
                    "fill in a cell, or leave the row out",
                ));
            }
            rows.push(Row {
                line: at + 1,
                cells,
            });
        }
        if rows.is_empty() {
            return Err(flaw(
                start + 1,
                "a table without rows".into(),
                "add a row; to say that nothing must be found, write `Never:` and a row of empty cells",
            ));
        }
        Ok(Table {
            layer,
            columns,
            rows,
            never,
        })
    }

    /// A line such as `Published: 2031-03-04`. Every other line is prose.
    fn keyed(&mut self, line: &str, number: usize) {
        let Some((key, value)) = line.split_once(':') else {
            return;
        };
        let value = value.trim();
        if key == "Never" && value.is_empty() {
            self.never = Some(number);
            return;
        }
        let Some(case) = &mut self.current else {
            return;
        };
        match key {
            "Title" => case.title = Some(value.to_owned()),
            "Outlet" => case.outlet = Some(value.to_owned()),
            "Published" => match Date::new(value) {
                Ok(date) => case.published = Some(date),
                Err(_) => self.flaw(
                    number,
                    format!("«{value}» is no date"),
                    "write it like 2031-03-04",
                ),
            },
            "Known miss" if value.is_empty() => self.flaw(
                number,
                "a known miss without a reason",
                "say after the colon why it is missed",
            ),
            "Known miss" => case.known_miss = Some((value.to_owned(), number)),
            _ => {}
        }
    }

    fn flaw(&mut self, line: usize, message: impl Into<String>, hint: impl Into<String>) {
        self.flaws.push(Flaw {
            line,
            message: message.into(),
            hint: hint.into(),
        });
    }
}

fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let depth = line.len() - rest.len();
    ((1..=6).contains(&depth) && rest.starts_with(' ')).then(|| rest.trim())
}

/// Whether a line is the rule under a table's header.
fn is_rule(line: &str) -> bool {
    line.contains('-')
        && (line.chars()).all(|char| matches!(char, '-' | ':' | '|') || char.is_whitespace())
}

/// Whether a quoted line begins an item of a list.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let Some((mark, _)) = line.split_once(' ') else {
        return false;
    };
    let number = mark.trim_end_matches(['.', ')']);
    matches!(mark, "-" | "*" | "•")
        || (number.len() < mark.len() && number.len() <= 2 && !number.is_empty())
            && number.chars().all(|char| char.is_ascii_digit())
}

/// The cells of a row, without the outer bars.
fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for char in line.chars() {
        match char {
            '|' if !escaped => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    if escaped && char != '|' {
                        cell.push('\\');
                    }
                    if char != '\\' {
                        cell.push(char);
                    }
                }
            }
        }
        escaped = char == '\\';
    }
    if line.ends_with('|') && !line.ends_with("\\|") {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_keeps_its_paragraphs_and_items() {
        let text = "# A\n> one\n> goes on\n>\n> The terms:\n> - first\n> - second\n\n| holder |\n|---|\n| x |\n";
        let (cases, flaws) = cases(text);
        assert_eq!(flaws, []);
        assert_eq!(
            cases[0].report,
            "one goes on\n\nThe terms:\n- first\n- second"
        );
    }

    #[test]
    fn cells_may_hold_bars() {
        assert_eq!(cells("| a \\| b |  | c |"), ["a | b", "", "c"]);
        assert_eq!(cells("a | b"), ["a", "b"]);
    }

    fn flaws_of(text: &str) -> Vec<(usize, String)> {
        (cases(text).1.into_iter())
            .map(|flaw| (flaw.line, flaw.message))
            .collect()
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        let case = "# A\n\n> Orveth said no.\n\n";
        for (text, line, words) in [
            (String::new(), 1, "no case"),
            ("# A title\n\nProse.\n".into(), 1, "no case"),
            (case.to_owned(), 1, "expects nothing"),
            ("# A\n\n| holder |\n|---|\n| x |\n".into(), 1, "no report"),
            (format!("{case}| holder |\n| x |\n"), 5, "without a rule"),
            (
                format!("{case}| holder | stance |\n|---|---|\n| x |\n"),
                7,
                "1 cells under 2",
            ),
            (
                format!("{case}| holder |\n|---|\n|  |\n"),
                7,
                "expects nothing",
            ),
            (format!("{case}| holder |\n|---|\n"), 5, "without rows"),
            (
                format!("{case}| holdr | stance |\n|---|---|\n| x | y |\n"),
                5,
                "«holdr»",
            ),
            (
                format!("{case}Published: May\n| holder |\n|---|\n| x |\n"),
                5,
                "no date",
            ),
            (
                format!("{case}Known miss:\n| holder |\n|---|\n| x |\n"),
                5,
                "without a reason",
            ),
            (
                format!("{case}| holder |\n|---|\n| x |\n\nNever:\n"),
                9,
                "without a table",
            ),
            ("> Orveth said no.\n".into(), 1, "before any heading"),
        ] {
            let found = flaws_of(&text);
            assert!(
                found
                    .iter()
                    .any(|(at, message)| *at == line && message.contains(words)),
                "{text:?}: {found:?}"
            );
        }
    }

    #[test]
    fn code_is_not_run() {
        let (cases, _) = cases("# A\n```\n> quoted\n| holder |\n|---|\n| x |\n```\n");
        assert!(cases.is_empty());
    }
}
