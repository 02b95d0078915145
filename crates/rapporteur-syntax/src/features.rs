//! What the network sees of a word: hashed features of its form, rows of one table.

use crate::gazetteer::Gazetteer;

/// Rows of the table of features.
pub const ROWS: usize = 1 << 16;

/// How many features a word has.
pub const COUNT: usize = 16;

/// The features of a form as row numbers. The first two are the form itself, lower-cased and as written. The last is
/// `u32::MAX` where there is no gazetteer.
///
/// Digits are folded to 0 in all but the shape and the length, so that numbers share what they learn.
pub fn rows(form: &str, gazetteer: &Gazetteer) -> [u32; COUNT] {
    let mut lower = [0 as char; KEPT];
    let mut length = 0;
    let mut tail = [0 as char; 5];
    let mut hash_lower = Hash::new(0);
    let mut hash_form = Hash::new(1);
    let mut shape = Hash::new(12);
    let mut last_class = (0u8, 0u32);
    let (mut upper, mut small, mut first_upper) = (0usize, 0usize, false);
    for (place, c) in form.chars().enumerate() {
        let folded = fold(c);
        if place < KEPT {
            lower[place] = folded;
        }
        if place < LONGEST {
            hash_lower.char(folded);
            hash_form.char(if c.is_numeric() { '0' } else { c });
        }
        tail.rotate_left(1);
        tail[4] = folded;
        length += 1;
        if c.is_uppercase() {
            upper += 1;
            first_upper |= place == 0;
        } else if c.is_lowercase() {
            small += 1;
        }
        let class = class(c);
        if class == last_class.0 {
            last_class.1 += 1;
        } else {
            last_class = (class, 1);
        }
        if last_class.1 <= 2 {
            shape.byte(class);
            if class == b'.' {
                shape.char(c);
            }
        }
    }
    let mut out = [0; COUNT];
    out[0] = hash_lower.row();
    out[1] = hash_form.row();
    for n in 1..=4 {
        let mut hash = Hash::new(1 + n as u64);
        for &c in lower.iter().take(n.min(length)) {
            hash.char(c);
        }
        out[1 + n] = hash.row();
    }
    for n in 1..=5 {
        let mut hash = Hash::new(5 + n as u64);
        for &c in &tail[5 - n.min(length).min(5)..] {
            hash.char(c);
        }
        out[5 + n] = hash.row();
    }
    out[11] = shape.row();
    let case = match (upper, small, first_upper) {
        (0, 0, _) => 0,
        (0, _, _) => 1,
        (1, 0, _) => 2,
        (_, 0, _) => 3,
        (1, _, true) => 4,
        _ => 5,
    };
    let mut hash = Hash::new(13);
    hash.byte(case);
    out[12] = hash.row();
    let mut hash = Hash::new(14);
    hash.byte(length.min(15) as u8);
    out[13] = hash.row();
    let mut hash = Hash::new(15);
    for &c in lower.iter().take(length.min(2)) {
        hash.char(c);
    }
    hash.byte(0);
    for &c in &tail[5 - length.min(3)..] {
        hash.char(c);
    }
    out[14] = hash.row();
    out[15] = u32::MAX;
    if !gazetteer.is_empty() {
        let mut hash = Hash::new(16);
        let (lists, capital) = gazetteer.lists(form);
        let [low, high] = lists.to_le_bytes();
        hash.byte(low);
        hash.byte(u8::from(capital && low > 0));
        if high > 0 {
            hash.byte(high);
            hash.byte(u8::from(capital));
        }
        out[15] = hash.row();
    }
    out
}

/// Characters of the beginning that prefixes look at.
const KEPT: usize = 4;
/// Characters of a form that its hash looks at: a word of a megabyte costs no more than a long one.
const LONGEST: usize = 64;

fn fold(c: char) -> char {
    match c {
        'a'..='z' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        '\u{2019}' | '\u{2018}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        c if c.is_numeric() => '0',
        c if c.is_ascii() => c,
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

fn class(c: char) -> u8 {
    if c.is_uppercase() {
        b'X'
    } else if c.is_alphabetic() {
        b'x'
    } else if c.is_numeric() {
        b'd'
    } else {
        b'.'
    }
}

/// FNV-1a with a final mix, seeded by the kind of feature.
struct Hash(u64);

impl Hash {
    fn new(kind: u64) -> Self {
        Self(0xcbf2_9ce4_8422_2325 ^ kind.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    fn char(&mut self, c: char) {
        self.0 = (self.0 ^ u64::from(c as u32)).wrapping_mul(0x0100_0000_01b3);
    }

    fn row(&self) -> u32 {
        let mut x = self.0;
        x ^= x >> 32;
        x = x.wrapping_mul(0xd6e8_feb8_6659_fd93);
        x ^= x >> 32;
        (x % ROWS as u64) as u32
    }
}
