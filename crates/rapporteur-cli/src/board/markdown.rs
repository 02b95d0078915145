//! The board as Markdown, for notes and pages.

use super::{Board, Line, Matrix, Part, Row, Run, Tone, marks};

/// Writes a board as Markdown.
pub fn markdown(board: &Board) -> String {
    let mut out = format!("# {}\n", escape(&board.title));
    for under in &board.under {
        out.push_str(&format!("\n{}\n", escape(under)));
    }
    for section in &board.sections {
        out.push_str(&format!("\n## {}\n", section.title));
        let mut in_list = false;
        for part in &section.parts {
            match part {
                Part::Heading(text) => out.push_str(&format!("\n### {}\n", escape(text))),
                Part::Matrix(matrix) => table(&mut out, matrix),
                Part::Line(line) => {
                    if !in_list {
                        out.push('\n');
                    }
                    let inset = "  ".repeat(line.depth);
                    out.push_str(&format!("{inset}- {}\n", words(line)));
                }
            }
            in_list = matches!(part, Part::Line(_));
        }
    }
    out
}

fn table(out: &mut String, matrix: &Matrix) {
    let columns: Vec<String> = matrix.columns.iter().map(|name| escape(name)).collect();
    out.push_str(&format!("\n| | {} |\n", columns.join(" | ")));
    out.push_str(&format!("|---|{}\n", "---|".repeat(columns.len())));
    for Row { head, cells } in &matrix.rows {
        let cells: Vec<String> = cells
            .iter()
            .map(|lines| lines.iter().map(words).collect::<Vec<_>>().join("<br>"))
            .collect();
        out.push_str(&format!("| {} | {} |\n", words(head), cells.join(" | ")));
    }
}

fn words(line: &Line) -> String {
    let mut out: String = line.runs.iter().map(run).collect();
    let mark = marks(&line.paragraphs);
    if !mark.is_empty() {
        out.push_str(&format!(" {mark}"));
    }
    out
}

fn run(run: &Run) -> String {
    let text = escape(&run.text);
    let inner = text.trim();
    match run.tone {
        Tone::Strong if !inner.is_empty() => text.replacen(inner, &format!("**{inner}**"), 1),
        _ => text,
    }
}

/// Words of a report are words, never mark-up.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
