//! Leaders: a sorted table, searched where it lies in the program.

use super::fold_name;

/// Lines `surname · folded name · name · country · office · from · to`, sorted.
static LEADERS: &str = include_str!("../../data/leaders.tsv");

/// One term of a leader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leader {
    /// The name, without diacritical marks where the source had none.
    pub name: &'static str,
    /// ISO 3166-1 alpha-3 of the country, or the name of an organisation.
    pub country: &'static str,
    /// The office.
    pub office: &'static str,
    /// Year, month or day of its beginning; empty where unknown.
    pub from: &'static str,
    /// Year, month or day of its end; empty while it lasts, `?` where unknown.
    pub to: &'static str,
}

impl Leader {
    /// Whether the leader may have been in office on a date given as `2024`, `2024-05` or `2024-05-01`.
    pub fn in_office(&self, date: &str) -> bool {
        let shared = |other: &str| date.len().min(other.len());
        let begun = self.from.is_empty()
            || date.get(..shared(self.from)) >= self.from.get(..shared(self.from));
        let lasts = self.to.is_empty()
            || self.to == "?"
            || date.get(..shared(self.to)) <= self.to.get(..shared(self.to));
        begun && lasts
    }
}

/// Terms of leaders of that full name or surname; with a date, those who may have been in office then.
pub fn leaders_named(name: &str, date: Option<&str>) -> Vec<Leader> {
    let folded = fold_name(name.trim());
    if folded.is_empty() {
        return Vec::new();
    }
    let words: Vec<&str> = folded.split(' ').collect();
    let mut found = Vec::new();
    // A full name stands under its last word, or its first where the family name comes first.
    let mut keys = vec![*words.last().unwrap_or(&"")];
    if words.len() > 1 {
        keys.push(words[0]);
    }
    for key in keys {
        for line in lines_of(key) {
            let cells: Vec<&'static str> = line.split('\t').collect();
            let [_, full, name, country, office, from, to] = cells[..] else {
                continue;
            };
            let leader = Leader {
                name,
                country,
                office,
                from,
                to,
            };
            let named = words.len() == 1 || full == folded;
            if named && date.is_none_or(|date| leader.in_office(date)) && !found.contains(&leader) {
                found.push(leader);
            }
        }
    }
    found
}

/// The lines whose first cell is `key`.
fn lines_of(key: &str) -> impl Iterator<Item = &'static str> {
    let start = lower_bound(key);
    let key = key.to_owned();
    LEADERS[start..]
        .lines()
        .take_while(move |line| line.split('\t').next() == Some(key.as_str()))
}

/// Byte offset of the first line whose first cell is not below `key`.
fn lower_bound(key: &str) -> usize {
    let bytes = LEADERS.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes[..middle]
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |at| at + 1)
            .max(low);
        let end = bytes[middle..]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(bytes.len(), |at| middle + at + 1);
        let first = LEADERS[start..end].split('\t').next().unwrap_or("");
        if first < key {
            low = end;
        } else {
            high = start;
        }
    }
    low
}
