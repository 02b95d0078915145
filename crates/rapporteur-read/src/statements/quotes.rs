//! Quotations: pairs of quotation marks, within a block and across blocks.

use std::ops::Range;

use rapporteur_model::Span;

use crate::blocks::Blocks;
use crate::words::Words;

/// One quotation that stands in no other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// With its marks; without the closing one when a paragraph ends inside it.
    pub outer: Span,
    /// Without its marks.
    pub inner: Span,
    /// The words between the marks.
    pub words: Range<usize>,
    /// Index of its block.
    pub block: usize,
    /// Whether the next paragraph goes on with it.
    pub open: bool,
}

/// What a character does to the marks that are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open(Kind),
    Close(Kind),
    Either(Kind),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Double,
    Single,
}

/// Every outermost quotation, in order. Apostrophes are told from closing marks by what stands around them.
pub(super) fn quotes(words: &Words, blocks: &Blocks) -> Vec<Quote> {
    let mut found = Vec::new();
    for (index, block) in blocks.items.iter().enumerate() {
        let opens_next = blocks.items.get(index + 1).is_some_and(|next| {
            next.span
                .of(words.text)
                .trim_start()
                .starts_with(['"', '“', '‘', '«', '\''])
        });
        scan(words, index, block.span, opens_next, &mut found);
    }
    found
}

fn scan(words: &Words, block: usize, span: Span, opens_next: bool, found: &mut Vec<Quote>) {
    let text = span.of(words.text);
    let start = span.start as usize;
    let mut stack: Vec<(Kind, usize, usize)> = Vec::new();
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip {
            continue;
        }
        let (mark, len) = match mark_at(text, at, c, &stack) {
            Some(mark) => mark,
            None => continue,
        };
        skip = at + len;
        let open = match mark {
            Mark::Open(kind) => Some(kind),
            Mark::Close(_) => None,
            // A straight mark opens after a space or at the start, when what follows touches it.
            Mark::Either(kind) => {
                let is_open = stack.iter().any(|entry| entry.0 == kind);
                let looks_open = before_is_gap(text, at) && !after_is_gap(text, at + len);
                (looks_open || !is_open && !after_is_gap(text, at + len)).then_some(kind)
            }
        };
        match open {
            Some(kind) => {
                // A second opening mark of the same kind: the first was never closed.
                if let Some(position) = stack.iter().position(|entry| entry.0 == kind) {
                    stack.truncate(position);
                }
                stack.push((kind, at, len));
            }
            None => {
                let kind = match mark {
                    Mark::Open(kind) | Mark::Close(kind) | Mark::Either(kind) => kind,
                };
                if let Some(position) = stack.iter().rposition(|entry| entry.0 == kind) {
                    let (_, from, opening) = stack[position];
                    stack.truncate(position);
                    if stack.is_empty() {
                        let outer = Span::new(start + from, start + at + len);
                        let inner = Span::new(start + from + opening, start + at);
                        push(words, block, outer, inner, false, found);
                    }
                }
            }
        }
    }
    if let Some(&(Kind::Double, from, opening)) = stack.first()
        && (opens_next || text[from..].trim_end().ends_with(['.', '!', '?', '…']))
    {
        let outer = Span::new(start + from, start + text.len());
        let inner = Span::new(start + from + opening, start + text.len());
        push(words, block, outer, inner, opens_next, found);
    }
}

fn push(words: &Words, block: usize, outer: Span, inner: Span, open: bool, into: &mut Vec<Quote>) {
    let range = words.inside(inner);
    if !range.is_empty() {
        into.push(Quote {
            outer,
            inner,
            words: range,
            block,
            open,
        });
    }
}

/// The mark at a byte and its length in bytes.
fn mark_at(
    text: &str,
    at: usize,
    c: char,
    stack: &[(Kind, usize, usize)],
) -> Option<(Mark, usize)> {
    let rest = &text[at..];
    match c {
        '“' | '«' | '„' => Some((Mark::Open(Kind::Double), c.len_utf8())),
        '”' | '»' => Some((Mark::Close(Kind::Double), c.len_utf8())),
        '"' => Some((Mark::Either(Kind::Double), 1)),
        '`' if rest.starts_with("``") => Some((Mark::Open(Kind::Double), 2)),
        '\'' if rest.starts_with("''") => Some((Mark::Either(Kind::Double), 2)),
        '‘' if !after_is_gap(text, at + c.len_utf8()) => {
            Some((Mark::Open(Kind::Single), c.len_utf8()))
        }
        '\'' | '’' => {
            let len = c.len_utf8();
            let open = stack.iter().any(|entry| entry.0 == Kind::Single);
            if open && closes_single(text, at, len) {
                Some((Mark::Close(Kind::Single), len))
            } else if !open && c == '\'' && opens_single(text, at) {
                Some((Mark::Open(Kind::Single), len))
            } else {
                None
            }
        }
        _ => None,
    }
}

fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

fn before_is_gap(text: &str, at: usize) -> bool {
    before(text, at)
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '‘' | '“'))
}

fn after_is_gap(text: &str, at: usize) -> bool {
    after(text, at)
        .is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ')' | '!' | '?'))
}

/// A straight single mark opens a quotation when it stands before a word and another one closes it in the same block.
fn opens_single(text: &str, at: usize) -> bool {
    let gap =
        before(text, at).is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '—'));
    gap && after(text, at + 1).is_some_and(char::is_alphabetic)
        && text[at + 1..]
            .char_indices()
            .any(|(offset, c)| c == '\'' && closes_single(text, at + 1 + offset, 1))
}

/// A single mark after a word closes, unless it is the possessive of a plural and a better one follows.
fn closes_single(text: &str, at: usize, len: usize) -> bool {
    if after(text, at + len).is_some_and(char::is_alphanumeric) || before_is_gap(text, at) {
        return false;
    }
    let possessive = before(text, at) == Some('s')
        && text[at + len..].starts_with(' ')
        && text[at + len..]
            .trim_start()
            .starts_with(char::is_lowercase);
    if possessive {
        let later = &text[at + len..];
        let better = later.char_indices().any(|(offset, c)| {
            matches!(c, '\'' | '’')
                && later[..offset].ends_with([',', '.', '?', '!'])
                && !later[..offset].contains(['‘', '“', '"'])
        });
        return !better;
    }
    true
}
