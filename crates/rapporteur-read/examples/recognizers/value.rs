//! Whether a value found is one that the reference gives.

use jiff::ToSpan;
use jiff::civil::Date;
use rapporteur_read::dates::TimeExpression;

use crate::cases::{Case, Right};

/// Whether an expression answers a case.
pub fn is_right(case: &Case, found: &TimeExpression) -> bool {
    let timex = found.timex.value.as_str();
    if case
        .values
        .iter()
        .any(|right| right.timex.as_deref() == Some(timex))
    {
        return true;
    }
    if case.kind == "duration" {
        let seconds = seconds(timex);
        return seconds.is_some_and(|seconds| {
            case.values
                .iter()
                .filter_map(|right| right.value.as_ref()?.parse::<f64>().ok())
                .any(|right| (right - seconds).abs() < 1.0)
        });
    }
    let Some(edtf) = &found.edtf else {
        return false;
    };
    let edtf = edtf.as_str().replace(['~', '?', '%'], "");
    let Some(stretch) = Stretch::of(&edtf) else {
        return false;
    };
    case.values
        .iter()
        .any(|right| answers(case, right, &stretch))
}

fn answers(case: &Case, right: &Right, found: &Stretch) -> bool {
    let text = case.text.to_lowercase();
    let has = |words: &[&str]| {
        text.split(|c: char| !c.is_alphabetic())
            .any(|word| words.contains(&word))
    };
    if case.kind == "date" {
        let Some(day) = right.value.as_deref().and_then(day) else {
            return false;
        };
        let (Some(first), Some(over)) = (found.first, found.over) else {
            return false;
        };
        let counted = has(&[
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "fortnight",
        ]) && has(&[
            "ago", "earlier", "later", "before", "after", "from", "back", "in", "within",
        ]);
        return first == day && next(day) == Some(over) || counted && first <= day && day < over;
    }
    let start = right.start.as_deref().and_then(day);
    let end = right.end.as_deref().and_then(day);
    if start.is_none() && end.is_none() {
        return false;
    }
    let ends = |end: Date| {
        found.over == Some(end) || found.over == next(end) || found.last_begins == Some(end)
    };
    let begins = |start: Date| {
        found.first == Some(start)
            || found.first_over == Some(start)
            || found.first_over == next(start)
    };
    match right.part.as_deref() {
        Some("before" | "until") if start.is_none() && found.first.is_none() => {
            return end.is_some_and(ends);
        }
        Some("after" | "since") if end.is_none() && found.over.is_none() => {
            return start.is_some_and(begins);
        }
        _ => {}
    }
    // A part of a period that the reference cuts by its own rules.
    let part = has(&[
        "early",
        "earlier",
        "mid",
        "middle",
        "late",
        "later",
        "end",
        "beginning",
        "start",
    ]);
    if part
        && let (Some(first), Some(over)) = (found.first, found.over)
        && let (Some(start), Some(end)) = (start, end)
        && found.last_begins.is_none()
    {
        return first <= start && end <= over;
    }
    start == found.first
        && match end {
            Some(end) => found.over.is_some() && ends(end),
            None => found.over.is_none(),
        }
}

/// A stretch of days.
#[derive(Debug, Default)]
struct Stretch {
    /// Its first day.
    first: Option<Date>,
    /// The day after its first year, month or day.
    first_over: Option<Date>,
    /// The first day of its last year, month or day; none where there is only one.
    last_begins: Option<Date>,
    /// The day after it.
    over: Option<Date>,
}

impl Stretch {
    fn of(edtf: &str) -> Option<Self> {
        match edtf.split_once('/') {
            None => {
                let (first, over) = part(edtf)?;
                Some(Self {
                    first: Some(first),
                    first_over: Some(over),
                    last_begins: None,
                    over: Some(over),
                })
            }
            Some((from, to)) => {
                let (from, to) = (part(from), part(to));
                (from.is_some() || to.is_some()).then_some(Self {
                    first: from.map(|(first, _)| first),
                    first_over: from.map(|(_, over)| over),
                    last_begins: to.map(|(first, _)| first),
                    over: to.map(|(_, over)| over),
                })
            }
        }
    }
}

/// First day of an EDTF year, decade, century, season, quarter, half, month or day, and the day after it.
fn part(edtf: &str) -> Option<(Date, Date)> {
    let first = |year: i16, month: i8| Date::new(year, month, 1).ok();
    let months = |date: Date, count: i64| date.checked_add(count.months()).ok();
    if let Some(century) = edtf.strip_suffix("XX") {
        let year = century.parse::<i16>().ok()?.checked_mul(100)?;
        return Some((first(year, 1)?, first(year + 100, 1)?));
    }
    if let Some(decade) = edtf.strip_suffix('X') {
        let year = decade.parse::<i16>().ok()?.checked_mul(10)?;
        return Some((first(year, 1)?, first(year + 10, 1)?));
    }
    let year: i16 = edtf.get(..4)?.parse().ok()?;
    match edtf.len() {
        4 => Some((first(year, 1)?, first(year + 1, 1)?)),
        7 => {
            let number: i8 = edtf.get(5..)?.parse().ok()?;
            let (month, count) = match number {
                1..=12 => (number, 1),
                33..=36 => ((number - 33) * 3 + 1, 3),
                40 | 41 => ((number - 40) * 6 + 1, 6),
                _ => return None,
            };
            let first = first(year, month)?;
            Some((first, months(first, count)?))
        }
        _ => {
            let day = day(edtf)?;
            Some((day, next(day)?))
        }
    }
}

fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

fn next(day: Date) -> Option<Date> {
    day.tomorrow().ok()
}

/// How long an ISO duration lasts, with months of 30 and years of 365 days.
fn seconds(duration: &str) -> Option<f64> {
    let mut sum = 0.0;
    let mut time = false;
    let mut number = String::new();
    for c in duration.strip_prefix('P')?.chars() {
        match c {
            'T' => time = true,
            '0'..='9' | '.' => number.push(c),
            unit => {
                let length = match (unit, time) {
                    ('Y', _) => 365.0 * 86_400.0,
                    ('M', false) => 30.0 * 86_400.0,
                    ('W', _) => 7.0 * 86_400.0,
                    ('D', _) => 86_400.0,
                    ('H', _) => 3_600.0,
                    ('M', true) => 60.0,
                    ('S', _) => 1.0,
                    _ => return None,
                };
                sum += number.parse::<f64>().ok()? * length;
                number.clear();
            }
        }
    }
    Some(sum)
}
