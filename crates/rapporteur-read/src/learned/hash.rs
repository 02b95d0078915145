//! Features as 32-bit hashes.

/// Collects features.
#[derive(Debug)]
pub(crate) struct Bag<'a>(pub &'a mut Vec<u32>);

impl Bag<'_> {
    /// Adds the feature of that kind with those parts, each a [`hash`] of its own.
    pub fn add(&mut self, kind: u64, parts: &[u64]) {
        // Never 0, which stands for an empty place.
        self.0.push((mixed(kind, parts) as u32).max(1));
    }
}

/// One hash of a kind and several parts.
pub(crate) fn mixed(kind: u64, parts: &[u64]) -> u64 {
    let mut state = kind;
    for part in parts {
        state = (state.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    state = (state ^ state >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    state ^ state >> 32
}

impl Bag<'_> {
    /// The same with parts as they are written.
    pub fn text(&mut self, kind: u64, parts: &[&str]) {
        let mut hashes = [0; 6];
        for (hashed, part) in hashes.iter_mut().zip(parts) {
            *hashed = hash(part);
        }
        self.add(kind, &hashes[..parts.len().min(6)]);
    }
}

/// A hash of a text (FNV-1a).
pub(crate) const fn hash(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let mut state = 0xcbf2_9ce4_8422_2325u64;
    let mut at = 0;
    while at < bytes.len() {
        state = (state ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    state ^ state >> 29
}

/// The hash of the name of a kind of feature, made while the program is built.
macro_rules! kind {
    ($name:literal) => {
        const { crate::learned::hash($name) }
    };
}
pub(crate) use kind;
