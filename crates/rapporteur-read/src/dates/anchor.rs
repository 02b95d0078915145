//! The day of a report: from its dateline, its publication, or a date set beside a weekday.

use jiff::civil::Date;

use super::Anchor;
use super::calendar::Calendar;
use super::fixed::{self, Told};
use super::pieces::Piece;
use super::vocabulary;

/// Finds the day that relative dates count from.
pub fn calendar(text: &str, pieces: &[Piece<'_>], anchor: &Anchor) -> Calendar {
    let published = anchor
        .published
        .as_ref()
        .and_then(|date| day_of(date.as_str()));
    let known = |day| Calendar {
        today: Some(day),
        year_known: true,
        weekday_known: true,
    };
    let dateline = anchor.dateline.and_then(|span| {
        let inside: Vec<_> = super::pieces::pieces(span.of(text));
        (0..inside.len()).find_map(|at| fixed::told(&inside, at))
    });
    if let Some((_, told)) = &dateline
        && let Some(day) = told.day
    {
        match (told.year, published) {
            (Some(year), _) => {
                if let Ok(day) = Date::new(year, told.month, day) {
                    return known(day);
                }
            }
            (None, Some(published)) => {
                if let Some(day) = nearest(published, told.month, day) {
                    return known(day);
                }
            }
            (None, None) => {
                let weekday = weekday_beside(pieces);
                let fits = |date: &Date| {
                    weekday.is_none_or(|(month, day, weekday)| {
                        Date::new(date.year(), month, day)
                            .is_ok_and(|other| other.weekday().to_monday_zero_offset() == weekday)
                    })
                };
                if let Some(found) = surrogate(told.month, day, fits) {
                    return Calendar {
                        today: Some(found),
                        year_known: false,
                        weekday_known: weekday.is_some(),
                    };
                }
            }
        }
    }
    if let Some(day) = published {
        return known(day);
    }
    // "on Tuesday (December 2)", "Tuesday, 2 December 2031"
    for at in 0..pieces.len() {
        if let Some((weekday, told)) = beside(pieces, at)
            && let Some(day) = told.day
        {
            if let Some(year) = told.year {
                if let Ok(day) = Date::new(year, told.month, day) {
                    return known(day);
                }
            } else if let Some(found) = surrogate(told.month, day, |date| {
                date.weekday().to_monday_zero_offset() == weekday
            }) {
                return Calendar {
                    today: Some(found),
                    year_known: false,
                    weekday_known: true,
                };
            }
        }
    }
    Calendar::default()
}

/// Year, month and day of an EDTF string that has all three.
fn day_of(text: &str) -> Option<Date> {
    let text = text.get(..10)?;
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    Date::new(year, month, day).ok()
}

/// The day of that month nearest to another day.
pub fn nearest(to: Date, month: i8, day: i8) -> Option<Date> {
    (-1..=1)
        .filter_map(|by| Date::new(to.year().checked_add(by)?, month, day).ok())
        .min_by_key(|date| {
            (
                date.since(to)
                    .map_or(i32::MAX, |span| span.get_days().abs()),
                *date > to,
            )
        })
}

/// A year, of those a weekday can ask for, in which the date exists and fits.
fn surrogate(month: i8, day: i8, fits: impl Fn(&Date) -> bool) -> Option<Date> {
    // Years that are not leap years come first: "last week" then has no 29 February unless the text names it.
    const YEARS: [i16; 14] = [
        2025, 2026, 2027, 2029, 2030, 2031, 2033, 2035, 2024, 2028, 2032, 2036, 2040, 2048,
    ];
    YEARS
        .iter()
        .filter_map(|&year| Date::new(year, month, day).ok())
        .find(|date| fits(date))
}

/// A weekday with its date set beside it.
fn beside(pieces: &[Piece<'_>], at: usize) -> Option<(i8, Told)> {
    let weekday = vocabulary::weekday(&pieces[at].lower)?;
    let next = pieces.get(at + 1)?;
    let from = if matches!(next.form, "(" | ",") {
        at + 2
    } else {
        at + 1
    };
    let (_, told) = fixed::told(pieces, from)?;
    told.day.is_some().then_some((weekday, told))
}

fn weekday_beside(pieces: &[Piece<'_>]) -> Option<(i8, i8, i8)> {
    (0..pieces.len()).find_map(|at| {
        let (weekday, told) = beside(pieces, at)?;
        Some((told.month, told.day?, weekday))
    })
}
