//! The board on a terminal, or in a pipe: the same words, only without colour.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::{
    Board, Line, Matrix, Part, Row, Run, Tone, marks,
    wrap::{width, width_of, wrap},
};

/// Lines of prose are not set wider than this: the eye loses its way.
const PROSE: usize = 120;
/// The least a column of the matrix needs.
const COLUMN: usize = 16;
/// Columns between two columns of the matrix.
const GAP: usize = 2;
/// What stands before every line of a section.
const MARGIN: usize = 2;

/// Writes a board for `columns` columns, with ANSI styles; a stream that takes none has to strip them.
pub fn terminal(board: &Board, columns: usize) -> String {
    let columns = columns.max(40);
    let prose = columns.min(PROSE);
    let mut out = String::new();
    for line in wrap(&[run(&board.title, Tone::Strong)], prose) {
        put(&mut out, 0, &line);
    }
    for under in &board.under {
        for line in wrap(&[run(under, Tone::Faint)], prose) {
            put(&mut out, 0, &line);
        }
    }
    for section in &board.sections {
        let rule = "─".repeat(prose.saturating_sub(width(section.title) + 1));
        out.push('\n');
        let head = run(&section.title.to_uppercase(), Tone::Strong);
        put(&mut out, 0, &[head, run(&format!(" {rule}"), Tone::Faint)]);
        let mut before: Option<&Part> = None;
        for part in &section.parts {
            match part {
                Part::Heading(text) => {
                    if before.is_some() {
                        out.push('\n');
                    }
                    put(&mut out, MARGIN, &[run(text, Tone::Faint)]);
                }
                Part::Line(line) => {
                    if let Some(Part::Matrix(_)) = before {
                        out.push('\n');
                    }
                    prose_line(&mut out, line, prose);
                }
                Part::Matrix(matrix) => tables(&mut out, matrix, columns),
            }
            before = Some(part);
        }
    }
    out
}

/// A line with its paragraphs at the right edge.
fn prose_line(out: &mut String, line: &Line, columns: usize) {
    let mark = marks(&line.paragraphs);
    let inset = MARGIN + line.depth * 2;
    let room = columns.saturating_sub(inset + 2);
    // What follows the first line is set in by two more.
    let lines = wrap(&line.runs, room.saturating_sub(width(&mark) + 1));
    for (at, runs) in lines.iter().enumerate() {
        let mut runs = runs.clone();
        let inset = inset + if at > 0 { 2 } else { 0 };
        if at == 0 && !mark.is_empty() {
            let gap = (columns - inset).saturating_sub(width(&mark) + width_of(&runs));
            runs.push(run(&" ".repeat(gap), Tone::Plain));
            runs.push(run(&mark, Tone::Faint));
        }
        put(out, inset, &runs);
    }
}

/// The matrix, in as many tables as the width asks for.
fn tables(out: &mut String, matrix: &Matrix, columns: usize) {
    let room = columns.saturating_sub(MARGIN);
    let head = (room * 3 / 10).clamp(18, 48);
    let fit = ((room - head) / (COLUMN + GAP)).max(1);
    // An even split: five parties in three and two, never in four and one.
    let tables = matrix.columns.len().div_ceil(fit).max(1);
    let each = matrix.columns.len().div_ceil(tables).max(1);
    for (at, names) in matrix.columns.chunks(each).enumerate() {
        let from = at * each;
        let cell = ((room - head) / names.len()).saturating_sub(GAP).min(44);
        let widths: Vec<usize> = std::iter::once(head)
            .chain(names.iter().map(|_| cell))
            .collect();
        if at > 0 {
            out.push('\n');
        }
        let mut cells = vec![vec![Vec::new()]];
        cells.extend(
            names
                .iter()
                .map(|name| wrap(&[run(name, Tone::Strong)], cell)),
        );
        put_row(out, &cells, &widths);
        let rule = "─".repeat(widths.iter().sum::<usize>() + GAP * (widths.len() - 1));
        put(out, MARGIN, &[run(&rule, Tone::Faint)]);
        for row in &matrix.rows {
            let shown = &row.cells[from..from + names.len()];
            if shown.iter().all(Vec::is_empty) {
                continue;
            }
            put_row(out, &cells_of(row, shown, head, cell), &widths);
        }
    }
}

fn cells_of(row: &Row, shown: &[Vec<Line>], head: usize, cell: usize) -> Vec<Vec<Vec<Run>>> {
    let mut name = row.head.runs.clone();
    let mark = marks(&row.head.paragraphs);
    if !mark.is_empty() {
        name.push(run(&format!(" {mark}"), Tone::Faint));
    }
    let mut cells = vec![wrap(&name, head)];
    for lines in shown {
        let mut wrapped: Vec<Vec<Run>> = Vec::new();
        for line in lines {
            wrapped.extend(wrap(&line.runs, cell));
        }
        if lines.is_empty() {
            wrapped.push(vec![run("·", Tone::Faint)]);
        }
        cells.push(wrapped);
    }
    cells
}

/// One row: its cells side by side, each as many lines as it needs.
fn put_row(out: &mut String, cells: &[Vec<Vec<Run>>], widths: &[usize]) {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = Vec::new();
        for (cell, &wide) in cells.iter().zip(widths) {
            let runs = cell.get(at).map(Vec::as_slice).unwrap_or_default();
            let gap = wide.saturating_sub(width_of(runs)) + GAP;
            line.extend_from_slice(runs);
            line.push(run(&" ".repeat(gap), Tone::Plain));
        }
        put(out, MARGIN, &line);
    }
}

fn run(text: &str, tone: Tone) -> Run {
    Run {
        text: text.to_owned(),
        tone,
    }
}

/// Writes a line without spaces at its end.
fn put(out: &mut String, inset: usize, runs: &[Run]) {
    let last = runs.iter().rposition(|run| !run.text.trim_end().is_empty());
    let Some(last) = last else {
        out.push('\n');
        return;
    };
    out.extend(std::iter::repeat_n(' ', inset));
    for (at, run) in runs[..=last].iter().enumerate() {
        let text = if at == last {
            run.text.trim_end()
        } else {
            &run.text
        };
        let style = style(run.tone);
        // Writing to a string cannot fail.
        let _ = match text.trim().is_empty() || run.tone == Tone::Plain {
            true => write!(out, "{text}"),
            false => write!(out, "{style}{text}{style:#}"),
        };
    }
    out.push('\n');
}

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Faint => Style::new().dimmed(),
        Tone::Yes => AnsiColor::Green.on_default(),
        Tone::No => AnsiColor::Red.on_default(),
        Tone::Between => AnsiColor::Yellow.on_default(),
    }
}
