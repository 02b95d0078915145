//! Pieces of a text: runs of letters, runs of digits, single marks.

use std::borrow::Cow;

use crate::words::lowered;

/// One piece.
#[derive(Debug, Clone)]
pub struct Piece<'a> {
    /// As it stands.
    pub form: &'a str,
    /// In lower case.
    pub lower: Cow<'a, str>,
    /// First byte.
    pub start: usize,
    /// Nothing stands between this and the piece before.
    pub glued: bool,
}

impl Piece<'_> {
    /// One past its last byte.
    pub fn end(&self) -> usize {
        self.start + self.form.len()
    }

    /// Whether it begins with a capital.
    pub fn capital(&self) -> bool {
        self.form.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a run of digits.
    pub fn digits(&self) -> bool {
        self.form.bytes().all(|b| b.is_ascii_digit())
    }
}

/// Divides a text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    #[derive(PartialEq, Clone, Copy)]
    enum Class {
        Letter,
        Digit,
        Mark,
        Blank,
    }
    let class = |c: char| {
        if c.is_ascii_digit() {
            Class::Digit
        } else if c.is_alphabetic() {
            Class::Letter
        } else if c.is_whitespace() {
            Class::Blank
        } else {
            Class::Mark
        }
    };
    // A word and its blank take some five letters.
    let mut found: Vec<Piece<'_>> = Vec::with_capacity(text.len() / 4);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let kind = class(first);
        if kind == Class::Blank {
            continue;
        }
        let mut end = start + first.len_utf8();
        while kind != Class::Mark
            && let Some(&(at, next)) = chars.peek()
            && class(next) == kind
        {
            end = at + next.len_utf8();
            chars.next();
        }
        let form = &text[start..end];
        let glued = found.last().is_some_and(|last| last.end() == start);
        found.push(Piece {
            form,
            lower: lowered(form),
            start,
            glued,
        });
    }
    found
}
