//! Words that stand in lists of names: a hint for the network, one row of features for each combination of lists.

use std::collections::HashMap;

/// A list that a word may stand in; one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum List {
    /// A state of one word.
    State = 1,
    /// Part of the name of a state of several words.
    StatePart = 2,
    /// A word for people or things of a state ("Angolan").
    Demonym = 4,
    /// A large city of one word.
    City = 8,
    /// A smaller city of one word.
    Town = 16,
    /// Part of the name of a city of several words.
    CityPart = 32,
    /// A given name.
    Given = 64,
    /// A family name.
    Family = 128,
    /// An organisation of one word.
    Organisation = 256,
    /// Part of the name of an organisation of several words.
    OrganisationPart = 512,
}

/// Hashes of lower-cased words, and the lists that hold them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Gazetteer(HashMap<u32, u16>);

impl Gazetteer {
    /// Puts a word on a list. Short words and words without a capital are left out.
    pub fn add(&mut self, word: &str, list: List) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.chars().count() > 2 && word.starts_with(char::is_uppercase) {
            *self.0.entry(hash(word)).or_default() |= list as u16;
        }
    }

    /// Puts a name on one list if it is one word, each of its words on another if it is several.
    pub fn add_name(&mut self, name: &str, whole: List, part: List) {
        let words: Vec<&str> = name
            .split([' ', '-'])
            .filter(|word| !word.is_empty())
            .collect();
        if words.len() < 6 {
            let list = if words.len() == 1 { whole } else { part };
            words.iter().for_each(|word| self.add(word, list));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lists that hold a word, as bits, and whether it is written with a capital.
    pub(crate) fn lists(&self, form: &str) -> (u16, bool) {
        if form.len() > 40 {
            return (0, false);
        }
        let bits = self.0.get(&hash(form)).copied().unwrap_or(0);
        (bits, form.starts_with(char::is_uppercase))
    }

    /// Six bytes an entry, sorted: hash, lists.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut entries: Vec<(u32, u16)> =
            self.0.iter().map(|(hash, bits)| (*hash, *bits)).collect();
        entries.sort_unstable();
        let bytes =
            |(hash, bits): &(u32, u16)| hash.to_le_bytes().into_iter().chain(bits.to_le_bytes());
        entries.iter().flat_map(bytes).collect()
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let entry = |b: &[u8]| {
            (
                u32::from_le_bytes([b[0], b[1], b[2], b[3]]),
                u16::from_le_bytes([b[4], b[5]]),
            )
        };
        Self(bytes.chunks_exact(6).map(entry).collect())
    }
}

fn hash(word: &str) -> u32 {
    let mut state = 0xcbf2_9ce4_8422_2325u64;
    for c in word.chars().flat_map(char::to_lowercase) {
        state = (state ^ u64::from(c as u32)).wrapping_mul(0x0100_0000_01b3);
    }
    (state ^ state >> 32) as u32
}
