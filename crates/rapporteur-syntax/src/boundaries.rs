//! Where sentences end: a linear decision on hashed features of the words around a place.
//!
//! Only places after punctuation or before a capital, figure or sign are looked at. Without weights, a sentence
//! ends after a final mark.

use std::ops::Range;

use crate::{Sentences, Tokens};

/// Weights of the decision; none means that the rule alone decides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Boundaries {
    /// One weight a hashed feature; [`BUCKETS`] or none.
    weights: Vec<i8>,
}

/// Hashed features.
pub(crate) const BUCKETS: usize = 1 << 15;
/// Features of a place.
pub(crate) const FEATURES: usize = 20;
/// Sentences are not longer than that many words without a reason: beyond, any final mark ends them.
const LONG: usize = 120;

impl Boundaries {
    /// Weights from training, scaled to bytes.
    pub(crate) fn from_floats(weights: &[f32]) -> Self {
        let most = weights.iter().fold(1e-6f32, |a, &b| a.max(b.abs()));
        Self {
            weights: weights
                .iter()
                .map(|w| (w / most * 127.0).round_ties_even() as i8)
                .collect(),
        }
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        self.weights.iter().map(|&w| w as u8).collect()
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let weights: Vec<i8> = bytes.iter().map(|&b| b as i8).collect();
        Self {
            weights: if weights.len() == BUCKETS {
                weights
            } else {
                Vec::new()
            },
        }
    }

    fn ends(&self, place: &Place) -> bool {
        if self.weights.is_empty() || place.length > LONG {
            return matches!(place.before(0), "." | "!" | "?");
        }
        let sum: i32 = place
            .features()
            .iter()
            .map(|&f| i32::from(self.weights[f as usize]))
            .sum();
        sum > 0
    }
}

/// Adds the sentences of the words of a block, which begin at `first`.
pub(crate) fn split(
    boundaries: &Boundaries,
    text: &str,
    tokens: &Tokens,
    first: usize,
    sentences: &mut Sentences,
) {
    let words = first..tokens.spans.len();
    let mut start = first;
    let mut quotes = 0;
    for word in words.clone() {
        quotes += usize::from(matches!(tokens.spans[word].of(text), "\"" | "''" | "``"));
        let last = word + 1 == words.end;
        if !last && tokens.joined[word + 1] {
            continue;
        }
        let place = Place {
            text,
            tokens,
            words: words.clone(),
            word,
            length: word + 1 - start,
            quotes,
        };
        if last || place.closes_heading() || (place.candidate() && boundaries.ends(&place)) {
            sentences.0.push(start..word + 1);
            start = word + 1;
            quotes = 0;
        }
    }
}

/// A place between two words.
pub(crate) struct Place<'a> {
    pub text: &'a str,
    pub tokens: &'a Tokens,
    /// Words of the block.
    pub words: Range<usize>,
    /// The word before the place.
    pub word: usize,
    /// Words of the sentence so far.
    pub length: usize,
    /// Straight quotation marks in the sentence so far.
    pub quotes: usize,
}

impl<'a> Place<'a> {
    /// The word before the place, or one further back.
    fn before(&self, back: usize) -> &'a str {
        match self.word.checked_sub(back) {
            Some(word) if word >= self.words.start => self.tokens.spans[word].of(self.text),
            _ => "",
        }
    }

    /// The word after the place, or one further on.
    fn after(&self, on: usize) -> &'a str {
        let word = self.word + 1 + on;
        if word < self.words.end {
            self.tokens.spans[word].of(self.text)
        } else {
            ""
        }
    }

    /// "the Traders' Federation": an apostrophe behind "s", where no quotation is open, owns what follows.
    fn is_possessive(&self) -> bool {
        let mark = |word: usize| matches!(self.tokens.spans[word].of(self.text), "'" | "’" | "‘");
        let glued = |word: usize| {
            word > self.words.start
                && self.tokens.spans[word - 1].end == self.tokens.spans[word].start
        };
        let first = self.word + 1 - self.length;
        mark(self.word)
            && glued(self.word)
            && self.before(1).ends_with(['s', 'S'])
            && !(first..self.word).any(|word| mark(word) && !glued(word))
    }

    /// "*Navigation.* The guild …", "**15:30** The carters …": a heading in marks of emphasis, with its stop or a time, before a
    /// capital.
    fn closes_heading(&self) -> bool {
        let mark = self.before(0);
        let spans = &self.tokens.spans;
        let start = self.word + 1 - self.length;
        let upper = self
            .after(0)
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“'));
        let apart = spans
            .get(self.word + 1)
            .is_some_and(|next| next.start > spans[self.word].end);
        if !matches!(mark, "*" | "**") || !upper || !apart || self.length < 3 {
            return false;
        }
        let stop = self.before(1);
        let stopped = matches!(stop, "." | "!" | ":")
            || stop.contains(':') && stop.starts_with(|c: char| c.is_ascii_digit());
        let opened = (start..self.word.min(start + 4)).any(|word| {
            spans[word].of(self.text) == mark && spans[word].end == spans[word + 1].start
        });
        stopped && opened && self.length < 14
    }

    /// Whether a sentence may end here at all.
    pub fn candidate(&self) -> bool {
        if self.is_possessive() {
            return false;
        }
        let before = self.before(0).chars().next_back().unwrap_or(' ');
        let after = self.after(0).chars().next().unwrap_or(' ');
        !(before.is_alphanumeric() || matches!(before, ',' | '-' | '$' | '(' | '/' | '%'))
            || after.is_uppercase()
            || !(after.is_lowercase()
                || matches!(after, ',' | '.' | ')' | '\'' | '%' | '/' | '’' | ';'))
    }

    /// Hashed features.
    pub fn features(&self) -> [u32; FEATURES] {
        let spans = &self.tokens.spans;
        let space = spans
            .get(self.word + 1)
            .is_some_and(|next| next.start > spans[self.word].end);
        let line = space
            && self.text[spans[self.word].end as usize..spans[self.word + 1].start as usize]
                .contains('\n');
        let (b0, b1, b2) = (self.before(0), self.before(1), self.before(2));
        let (a0, a1) = (self.after(0), self.after(1));
        let (sb0, sb1, sa0, sa1) = (shape(b0), shape(b1), shape(a0), shape(a1));
        let open = self.quotes % 2 == 1;
        let length = match self.length {
            1 => 0,
            2..=3 => 1,
            4..=7 => 2,
            8..=14 => 3,
            15..=30 => 4,
            _ => 5,
        };
        let flags = u64::from(space) | u64::from(line) << 1 | u64::from(open) << 2;
        let (hb0, hb1, ha0, ha1) = (hash(b0), hash(b1), hash(a0), hash(a1));
        // The last word that is no closing quotation mark or bracket, where the sentence ends before one.
        let final_mark = if closes(b0) { hash(b1) } else { hb0 };
        [
            mix(0, &[flags]),
            mix(1, &[hb0, flags]),
            mix(2, &[ha0, flags]),
            mix(3, &[hb0, sa0, flags]),
            mix(4, &[hb0, ha0]),
            mix(5, &[sb0, sa0, flags]),
            mix(6, &[sb1, hb0, sa0]),
            mix(7, &[hb1, hb0]),
            mix(8, &[hb0, sa0, sa1]),
            mix(9, &[sb0, ha0]),
            mix(10, &[length, hb0, sa0]),
            mix(11, &[u64::from(open), hb0, sa0]),
            mix(12, &[final_mark, sa0, flags]),
            mix(13, &[hb1, hb0, sa0]),
            mix(14, &[shape(b2), sb1, hb0]),
            mix(15, &[ha0, ha1]),
            mix(16, &[ha1, sb0]),
            mix(17, &[b1.chars().count().min(6) as u64, hb0, sa0]),
            mix(18, &[sb1, sb0, sa0, sa1]),
            mix(19, &[length, sb0, sa0, flags]),
        ]
    }
}

fn closes(word: &str) -> bool {
    matches!(word, "\"" | "''" | "”" | ")" | "]" | "’" | "'" | "»")
}

fn shape(word: &str) -> u64 {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return 0 };
    let second = chars.next();
    let stop = word.ends_with('.') && second.is_some();
    let kind = if first.is_uppercase() {
        match second {
            None => 1,
            Some(c) if c.is_uppercase() => 2,
            Some('.') => 3,
            Some(_) => 4,
        }
    } else if first.is_lowercase() {
        if second.is_none() { 5 } else { 6 }
    } else if first.is_numeric() {
        7
    } else {
        10 + u64::from(first as u32)
    };
    kind << 1 | u64::from(stop)
}

fn hash(word: &str) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325u64;
    for c in word.chars().take(24) {
        let c = if c.is_numeric() { '0' } else { c };
        state = (state ^ u64::from(c as u32)).wrapping_mul(0x0100_0000_01b3);
    }
    state
}

fn mix(kind: u64, parts: &[u64]) -> u32 {
    let mut state = 0x517c_c1b7_2722_0a95_u64.wrapping_mul(kind + 1);
    for part in parts {
        state = (state ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        state ^= state >> 29;
    }
    (state >> 7) as u32 % BUCKETS as u32
}
