//! A table of weights: for each feature a row of `N` bytes.
//!
//! As a file: what 1 stands for, then the places, each a feature (0 where empty) and its row. Numbers are little-endian. A
//! feature lies at the place that remains when it is divided by their number, or the next free one.

use std::collections::BTreeMap;

/// Weights of features for `N` labels.
#[derive(Debug, Clone)]
pub(crate) struct Table<const N: usize> {
    scale: f32,
    /// A feature beside its row, so that one look at the memory finds both.
    places: Vec<Place<N>>,
    /// A bit for each key by its lowest bits: most features that are looked up have no row, and mostly one look here says so.
    bits: Vec<u64>,
}

/// A feature (0 where the place is empty) and what it weighs for each label.
#[derive(Debug, Clone, Copy)]
struct Place<const N: usize> {
    key: u32,
    row: [i8; N],
}

/// So many features are looked up together, each without waiting for the one before.
const TOGETHER: usize = 64;

impl<const N: usize> Table<N> {
    /// A table without features.
    pub fn empty() -> Self {
        let place = Place {
            key: 0,
            row: [0; N],
        };
        Self::new(1.0, vec![place])
    }

    fn new(scale: f32, places: Vec<Place<N>>) -> Self {
        let mut bits = vec![0u64; (places.len() / 8).next_power_of_two()];
        let words = bits.len();
        for place in &places {
            let (word, bit) = bit(place.key, words);
            bits[word] |= bit;
        }
        Self {
            scale,
            places,
            bits,
        }
    }

    /// Reads a file of weights: a mark, so many numbers (little-endian), and a table. `None` where the bytes are none.
    pub fn from_file(data: &[u8], magic: &[u8], numbers: usize) -> Option<(Vec<f32>, Self)> {
        let (numbers, table) = data.strip_prefix(magic)?.split_at_checked(4 * numbers)?;
        let numbers: Vec<f32> = (numbers.as_chunks::<4>().0.iter())
            .map(|&bytes| f32::from_le_bytes(bytes))
            .collect();
        let table = Self::from_bytes(table).filter(|_| numbers.iter().all(|x| x.is_finite()))?;
        Some((numbers, table))
    }

    /// The file of weights with that mark, those numbers and this table.
    pub fn to_file<'a>(&self, magic: &[u8], numbers: impl Iterator<Item = &'a f32>) -> Vec<u8> {
        let mut out = magic.to_vec();
        numbers.for_each(|number| out.extend(number.to_le_bytes()));
        out.extend(self.to_bytes());
        out
    }

    /// Reads a table; `None` where the bytes are none.
    pub fn from_bytes(data: &[u8]) -> Option<Self> {
        let (scale, rest) = data.split_first_chunk::<4>()?;
        let scale = f32::from_le_bytes(*scale);
        if !scale.is_finite() || rest.len() % (4 + N) != 0 {
            return None;
        }
        let places: Vec<Place<N>> = rest
            .chunks_exact(4 + N)
            .map(|place| {
                let (key, values) = place.split_at(4);
                let mut row = [0; N];
                (row.iter_mut().zip(values)).for_each(|(value, &byte)| *value = byte as i8);
                let key = u32::from_le_bytes([key[0], key[1], key[2], key[3]]);
                Place { key, row }
            })
            .collect();
        // Looking up ends at an empty place.
        let open = places.iter().any(|place| place.key == 0);
        open.then(|| Self::new(scale, places))
    }

    /// The file of the table.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.scale.to_le_bytes().to_vec();
        for place in &self.places {
            out.extend(place.key.to_le_bytes());
            out.extend(place.row.iter().map(|&value| value as u8));
        }
        out
    }

    /// Sums of the weights of some features.
    pub fn sums(&self, features: &[u32]) -> [f32; N] {
        let mut sums = [0i32; N];
        for features in features.chunks(TOGETHER) {
            let mut held = [0u32; TOGETHER];
            let mut count = 0;
            for &feature in features {
                let (word, bit) = bit(feature, self.bits.len());
                held[count] = feature;
                count += usize::from(self.bits[word] & bit != 0);
            }
            let mut first = [0; TOGETHER];
            for (first, &feature) in first.iter_mut().zip(&held[..count]) {
                *first = self.places[self.place(feature)].key;
            }
            for (&feature, &first) in held[..count].iter().zip(&first) {
                if first != 0
                    && let Some(row) = self.row(feature)
                {
                    (sums.iter_mut().zip(row)).for_each(|(sum, &value)| *sum += i32::from(value));
                }
            }
        }
        sums.map(|sum| self.scale * sum as f32)
    }

    /// Where a feature is looked for first.
    fn place(&self, feature: u32) -> usize {
        (feature % self.places.len() as u32) as usize
    }

    /// The row of a feature.
    fn row(&self, feature: u32) -> Option<&[i8; N]> {
        let mut at = self.place(feature);
        loop {
            match &self.places[at] {
                place if place.key == feature => return Some(&place.row),
                Place { key: 0, .. } => return None,
                _ if at + 1 < self.places.len() => at += 1,
                _ => at = 0,
            }
        }
    }
}

/// Where the bit of a feature is among so many words, a power of two.
fn bit(feature: u32, words: usize) -> (usize, u64) {
    ((feature as usize / 64) & (words - 1), 1 << (feature % 64))
}

/// Weights in training: rows by number, found by feature.
#[derive(Debug)]
pub(crate) struct Builder {
    keys: Vec<u32>,
}

impl Builder {
    /// Features that at least `least` of the samples have.
    pub fn new<'a>(samples: impl Iterator<Item = &'a [u32]>, least: u32) -> Self {
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        for &feature in samples.flatten() {
            *counts.entry(feature).or_default() += 1;
        }
        counts.retain(|_, count| *count >= least);
        Self {
            keys: counts.into_keys().collect(),
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The rows of some features, each once; unknown ones are left out.
    pub fn rows(&self, features: &[u32]) -> Vec<u32> {
        let mut rows: Vec<u32> = (features.iter())
            .filter_map(|feature| Some(self.keys.binary_search(feature).ok()? as u32))
            .collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// Rounds the rows to bytes; those that say no more than `least` of anything are left out.
    pub fn table<const N: usize>(&self, values: &[[f32; N]], least: f32) -> Table<N> {
        let largest = (values.iter().flatten()).fold(0.0f32, |most, value| most.max(value.abs()));
        let scale = (largest / 127.0).max(1e-6);
        let rows: Vec<(u32, [i8; N])> = (self.keys.iter().zip(values))
            .filter(|(_, row)| row.iter().any(|value| value.abs() > least))
            .map(|(&key, row)| (key, row.map(|value| (value / scale).round() as i8)))
            .collect();
        let size = rows.len() * 4 / 3 + 1;
        let empty = Place {
            key: 0,
            row: [0; N],
        };
        let mut places = vec![empty; size];
        for (key, row) in rows {
            let mut at = key as usize % size;
            while places[at].key != 0 {
                at = (at + 1) % size;
            }
            places[at] = Place { key, row };
        }
        Table::new(scale, places)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_what_was_written() {
        let samples: [&[u32]; 3] = [&[3, 9, 17], &[3, 17], &[3, 5]];
        let builder = Builder::new(samples.into_iter(), 2);
        assert_eq!(builder.len(), 2);
        assert_eq!(builder.rows(&[17, 3, 5, 3]), [0, 1]);
        let table = builder.table(&[[1.0, -0.5], [0.25, 0.0]], 0.01);
        let again = Table::<2>::from_bytes(&table.to_bytes()).unwrap();
        for table in [table, again] {
            let [first, second] = table.sums(&[3, 17, 99]);
            assert!((first - 1.25).abs() < 0.01 && (second + 0.5).abs() < 0.01);
        }
    }

    #[test]
    fn bytes_that_are_no_table_are_refused() {
        let full = [&1f32.to_le_bytes()[..], &[1, 0, 0, 0, 5, 5]].concat();
        assert!(
            Table::<2>::from_bytes(&full).is_none(),
            "looking up would not end"
        );
        assert!(Table::<2>::from_bytes(&full[..8]).is_none());
        assert!(Table::<2>::from_bytes(b"").is_none());
    }
}
