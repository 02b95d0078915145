//! Features as 32-bit hashes.

/// Collects features.
#[derive(Debug)]
pub(crate) struct Bag<'a>(pub &'a mut Vec<u32>);

impl Bag<'_> {
    /// Adds the feature of that kind with those parts.
    pub fn add(&mut self, kind: &str, parts: &[&str]) {
        let mut hash = Fnv::new();
        hash.text(kind);
        parts.iter().for_each(|part| hash.text(part));
        self.0.push(hash.end());
    }
}

/// FNV-1a, folded to 32 bits.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn text(&mut self, text: &str) {
        for &byte in text.as_bytes() {
            self.byte(byte);
        }
        self.byte(0xff);
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    /// Never 0, which stands for an empty place.
    fn end(self) -> u32 {
        let mut x = self.0;
        x = (x ^ x >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
        ((x ^ x >> 32) as u32).max(1)
    }
}
