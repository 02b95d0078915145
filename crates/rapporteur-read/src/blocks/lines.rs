//! Lines, and which of them belong together: the parts of a plain text before anybody asks what they are.

use rapporteur_model::{Block, BlockKind, Document, Span};

use super::{dateline, furniture, marker};

/// A part of the text, trimmed; perhaps several lines that a sender's line width has cut.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Where it stands (bytes).
    pub span: Span,
    /// Blanks before its first line.
    pub indent: u32,
    /// What mark-up said it is.
    pub given: Option<BlockKind>,
    /// Whether a blank line, or the beginning, stands before it.
    pub apart: bool,
}

/// The parts of a report: those of its mark-up, or its lines, joined where they were cut at a width.
pub fn parts(document: &Document) -> Vec<Part> {
    if document.blocks.is_empty() {
        return joined(&document.text, &lines(&document.text));
    }
    let text = &document.text;
    let sound = |block: &&Block| !block.span.of(text).trim().is_empty();
    let mut parts: Vec<Part> = document
        .blocks
        .iter()
        .filter(sound)
        .flat_map(|block| {
            // A single break inside a paragraph of a page (`<br>`) is a line of its own: stamps, bullets, by-lines.
            let inner = block.span.of(text);
            let base = block.span.start as usize;
            lines(inner)
                .into_iter()
                .filter(|line| !line.is_blank())
                .map(move |line| Part {
                    span: Span::new(base + line.start, base + line.end),
                    indent: 0,
                    given: Some(block.kind),
                    apart: true,
                })
        })
        .collect();
    parts.sort_by_key(|part| part.span.start);
    parts.dedup_by(|next, part| next.span.start < part.span.end);
    parts
}

/// A line without the blanks around it (bytes).
#[derive(Debug, Clone, Copy)]
struct Line {
    start: usize,
    end: usize,
    indent: u32,
}

impl Line {
    fn is_blank(self) -> bool {
        self.start == self.end
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive([
        '\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{B}', '\u{C}',
    ]) {
        let body = line.trim();
        // `\r\n` is split in two; the empty half is no blank line.
        let is_half = line == "\n" && at > 0 && text.as_bytes()[at - 1] == b'\r';
        if !is_half {
            let start = at + (line.len() - line.trim_start().len());
            let indent = line
                .chars()
                .take_while(|c| c.is_whitespace())
                .map(|c| if c == '\t' { 4 } else { 1 })
                .sum();
            lines.push(Line {
                start: if body.is_empty() { at } else { start },
                end: if body.is_empty() {
                    at
                } else {
                    start + body.len()
                },
                indent,
            });
        }
        at += line.len();
    }
    lines
}

/// Joins lines that a width has cut; every other line is a part by itself.
fn joined(text: &str, lines: &[Line]) -> Vec<Part> {
    let width = wrap_width(text, lines);
    let mut parts: Vec<Part> = Vec::new();
    let mut before: Option<Line> = None;
    for &line in lines {
        // A rule of dashes parts as a blank line does.
        if !text[line.start..line.end].contains(char::is_alphanumeric) {
            before = None;
            continue;
        }
        let goes_on = before.is_some_and(|before| goes_on(text, before, line, width, parts.last()));
        match parts.last_mut() {
            Some(part) if goes_on => part.span = Span::new(part.span.start as usize, line.end),
            _ => parts.push(Part {
                span: Span::new(line.start, line.end),
                indent: line.indent,
                given: None,
                apart: before.is_none(),
            }),
        }
        before = Some(line);
    }
    parts
}

/// The width at which a text was cut, if it was: most lines that another follows end inside a sentence, and are about as long.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut pairs, mut cut) = (0usize, 0usize);
    let mut lengths = Vec::new();
    for pair in lines.windows(2) {
        let (line, next) = (
            &text[pair[0].start..pair[0].end],
            &text[pair[1].start..pair[1].end],
        );
        if ![line, next]
            .iter()
            .all(|line| line.contains(char::is_alphanumeric))
            || marker::is_marked(next)
            || stands_alone(next)
        {
            continue;
        }
        pairs += 1;
        let inside = !ends_sentence(line)
            && next.starts_with(|c: char| c.is_alphanumeric() || "\"“‘('".contains(c));
        // A short line before another is a line of its own: a stamp, an address, a verse.
        if inside && line.len() >= 45 {
            cut += 1;
            lengths.push(line.chars().count());
        }
    }
    lengths.sort_unstable();
    let widest = *lengths.get(lengths.len().saturating_sub(1) * 19 / 20)?;
    // Paragraphs of prose are longer than any width at which mail and wires are cut.
    (cut >= 2 && cut * 2 >= pairs && widest <= 110).then_some(widest)
}

/// Whether a line can only be one of its own: who wrote the report, where and when.
fn stands_alone(line: &str) -> bool {
    furniture::is_byline(line)
        || dateline::dateline(line).is_some_and(|found| found.content == line.len())
}

/// Whether a line goes on with the part that the line before ended.
fn goes_on(
    text: &str,
    before: Line,
    line: Line,
    width: Option<usize>,
    part: Option<&Part>,
) -> bool {
    let (last, next) = (&text[before.start..before.end], &text[line.start..line.end]);
    if marker::is_marked(next) || stands_alone(next) {
        return false;
    }
    let in_item = part.is_some_and(|part| marker::is_marked(part.span.of(text)));
    let Some(width) = width else {
        // The second line of a list item, set in below its text.
        return in_item && line.indent > part.map_or(0, |part| part.indent) && !ends_sentence(last);
    };
    let length = last.chars().count();
    let first_word = next
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    // A line that had room for the next word was ended on purpose.
    let full = length + 1 + first_word >= width.saturating_sub(8);
    let set_in = !in_item && line.indent >= before.indent + 2;
    let lower = next.starts_with(char::is_lowercase);
    (full && !set_in) || (lower && !ends_sentence(last))
}

/// Whether words end in a full stop or the like, perhaps inside a quotation.
pub fn ends_sentence(text: &str) -> bool {
    let bare = text
        .trim_end()
        .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '*', '_']);
    bare.ends_with(['.', '!', '?', '…', '。'])
}
