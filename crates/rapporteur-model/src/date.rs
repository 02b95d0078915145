//! Dates of the record: EDTF strings (ISO 8601-2, levels 0 to 2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A date as an EDTF string: `2025-12-02`, `2025-08`, `2025-11-20~`, `2025-11-17/2025-11-23`, `../2025-06-30`,
/// `XXXX-12-02` when the year is not known.
///
/// ```
/// use rapporteur_model::Date;
/// assert!(Date::new("XXXX-12-02").is_ok());
/// assert!(Date::new("next week").is_err());
/// ```
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(try_from = "String")]
#[schemars(with = "String")]
pub struct Date(String);

/// What is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(String);

impl std::fmt::Display for DateError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "«{}» is no date: write it like 2025-12-02, 2025-12, 2025 or XXXX-12-02 (EDTF)",
            self.0
        )
    }
}

impl std::error::Error for DateError {}

impl Date {
    /// Reads an EDTF string: a date, or two joined by a slash, where `..` or nothing is an open end.
    pub fn new(text: &str) -> Result<Self, DateError> {
        let mut halves = text.split('/');
        let (first, second, third) = (halves.next(), halves.next(), halves.next());
        let good = match (first, second, third) {
            (Some(one), None, _) => is_date(one),
            (Some(from), Some(to), None) => {
                let open = |end: &str| end.is_empty() || end == "..";
                (is_date(from) || open(from))
                    && (is_date(to) || open(to))
                    && !(open(from) && open(to))
            }
            _ => false,
        };
        if good {
            Ok(Self(text.to_owned()))
        } else {
            Err(DateError(text.to_owned()))
        }
    }

    /// The EDTF string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        Self::new(&text)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

/// Year, month and day (or season), each perhaps unspecified, with a time of day and a qualifier.
fn is_date(text: &str) -> bool {
    let text = text.trim_end_matches(['~', '?', '%']);
    let (day, time) = text
        .split_once('T')
        .map_or((text, None), |(day, time)| (day, Some(time)));
    let mut parts = day.split('-');
    let digits = |part: &str, length: usize| {
        part.len() == length && part.chars().all(|c| c.is_ascii_digit() || c == 'X')
    };
    let within = |part: &str, low: u32, high: u32| {
        part.contains('X') || part.parse().is_ok_and(|n| (low..=high).contains(&n))
    };
    let year = parts.next().is_some_and(|part| digits(part, 4));
    let month = parts
        .next()
        .is_none_or(|part| digits(part, 2) && (within(part, 1, 12) || within(part, 21, 41)));
    let has_day = parts.next();
    let day = has_day.is_none_or(|part| digits(part, 2) && within(part, 1, 31));
    let time_good = time.is_none_or(|time| {
        has_day.is_some()
            && time.len() >= 5
            && time
                .bytes()
                .all(|b| b.is_ascii_digit() || b":+-Z.".contains(&b))
    });
    year && month && day && parts.next().is_none() && time_good
}
