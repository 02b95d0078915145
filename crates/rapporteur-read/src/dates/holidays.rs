//! Days with a name of their own.

use jiff::civil::{Date, Weekday};

use super::calendar::{Unit, add};
use crate::words::{opens, with_letter};

/// When a named day falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// On the same month and day each year.
    On(i8, i8),
    /// On a weekday of a month, by its number (-1 the last), and days after it.
    Nth(i8, i8, Weekday, i64),
    /// Days after Easter Sunday.
    Easter(i64),
}

/// The named day that begins with these words, and how many of the pieces of text it takes.
///
/// Apostrophes are pieces of their own, so "new year's eve" is five pieces.
pub fn holiday<'a>(word: impl Fn(usize) -> &'a str) -> Option<(usize, Holiday)> {
    use Holiday::{Easter, Nth, On};
    /// By first letter; of two that begin alike, the longer stands first.
    const NAMES: &[(&str, Holiday)] = &[
        ("all saint day", On(11, 1)),
        ("armistice day", On(11, 11)),
        ("ash wednesday", Easter(-46)),
        ("ascension day", Easter(39)),
        ("boxing day", On(12, 26)),
        ("bastille day", On(7, 14)),
        ("black friday", Nth(11, 4, Weekday::Thursday, 1)),
        ("christmas eve", On(12, 24)),
        ("christmas day", On(12, 25)),
        ("christmas", On(12, 25)),
        ("columbus day", Nth(10, 2, Weekday::Monday, 0)),
        ("cyber monday", Nth(11, 4, Weekday::Thursday, 4)),
        ("earth day", On(4, 22)),
        ("epiphany", On(1, 6)),
        ("easter sunday", Easter(0)),
        ("easter monday", Easter(1)),
        ("easter day", Easter(0)),
        ("easter", Easter(0)),
        ("father day", Nth(6, 3, Weekday::Sunday, 0)),
        ("good friday", Easter(-2)),
        ("halloween", On(10, 31)),
        ("juneteenth", On(6, 19)),
        ("labor day", Nth(9, 1, Weekday::Monday, 0)),
        ("may day", On(5, 1)),
        ("martin luther king day", Nth(1, 3, Weekday::Monday, 0)),
        ("mlk day", Nth(1, 3, Weekday::Monday, 0)),
        ("mother day", Nth(5, 2, Weekday::Sunday, 0)),
        ("memorial day", Nth(5, -1, Weekday::Monday, 0)),
        ("new year eve", On(12, 31)),
        ("new year day", On(1, 1)),
        ("president day", Nth(2, 3, Weekday::Monday, 0)),
        ("palm sunday", Easter(-7)),
        ("pentecost", Easter(49)),
        ("saint patrick day", On(3, 17)),
        ("st patrick day", On(3, 17)),
        ("saint patrick", On(3, 17)),
        ("thanksgiving day", Nth(11, 4, Weekday::Thursday, 0)),
        ("thanksgiving", Nth(11, 4, Weekday::Thursday, 0)),
        ("valentine day", On(2, 14)),
        ("veteran day", On(11, 11)),
        ("whit monday", Easter(50)),
    ];
    let first = word(0);
    let one = first.strip_suffix('s').unwrap_or(first);
    let letter = first.bytes().next()?;
    with_letter(NAMES, letter, |(name, _)| name).find_map(|(name, holiday)| {
        if !opens(name, one) && (one == first || !opens(name, first)) {
            return None;
        }
        let mut at = 0;
        for part in name.split(' ') {
            let plain = word(at) == part || word(at).strip_suffix('s') == Some(part);
            if !plain {
                return None;
            }
            at += 1;
            if matches!(word(at), "'" | "’") {
                at += 1;
                if word(at) == "s" {
                    at += 1;
                }
            } else if word(at) == "." {
                at += 1;
            }
        }
        // A full stop after the last word ends the sentence.
        if word(at - 1) == "." {
            at -= 1;
        }
        Some((at, *holiday))
    })
}

impl Holiday {
    /// The day in a year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::On(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, nth, weekday, after) => {
                let first = Date::new(year, month, 1).ok()?;
                let day = first.nth_weekday_of_month(nth, weekday).ok()?;
                add(day, after, Unit::Day)
            }
            Self::Easter(after) => add(easter(year)?, after, Unit::Day),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous method of *Nature*, 1876).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, (n / 31) as i8, (n % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_moves() {
        for (year, month, day) in [(2018, 4, 1), (2024, 3, 31), (2031, 4, 13)] {
            assert_eq!(easter(year), Date::new(year, month, day).ok());
        }
    }
}
