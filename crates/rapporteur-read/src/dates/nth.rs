//! A day or week by its number within a month or year: "the first Friday of next month", "the last week of July".

use jiff::civil::{Date, Weekday};

use super::calendar::{Unit, Value, add, monday};
use super::fixed;
use super::grammar::{Found, Reader};
use super::vocabulary;

impl Reader<'_> {
    /// "the second Monday of April", "the first week of October", "the last day of 2015".
    pub(super) fn nth(&mut self, at: usize) -> Found {
        self.day_of_month(at)
            .or_else(|| self.part_of_period(at))
            .or_else(|| self.numbered_day(at))
    }

    /// "the 20th of next month", "4 to 22 this month", "the fifteenth day of June".
    fn day_of_month(&mut self, at: usize) -> Found {
        let from = at + usize::from(self.lower(at) == "the");
        let (mut end, first) = fixed::day(self.pieces, from)?;
        if !fixed::alone(self.pieces, from) {
            return None;
        }
        let mut last = None;
        if matches!(self.lower(end), "to" | "till" | "until" | "-" | "–" | "and")
            && let Some((next, day)) = fixed::day(self.pieces, end + 1)
        {
            (end, last) = (next, Some(day));
        }
        let spoken = end > from + 1 || !self.pieces[from].digits();
        if self.lower(end) == "day" {
            end += 1;
        } else if !spoken {
            return None;
        }
        let of = self.lower(end) == "of";
        let month = end + usize::from(of);
        let (end, value) = match self.lower(month) {
            "this" | "next" | "last" | "previous" | "following"
                if self.lower(month + 1) == "month" =>
            {
                self.the_unit(month)?
            }
            "the" if of && self.lower(month + 1) == "month" => {
                self.unit_value(month + 2, "this", "month")?
            }
            _ if self.lower(month.checked_sub(2)?) == "day" && of => self.told(month)?,
            _ => return None,
        };
        let of = value
            .day
            .filter(|_| value.edtf.as_deref().is_some_and(|edtf| edtf.len() == 7))?;
        let day = |day: i8| Date::new(of.year(), of.month(), day).ok();
        let value = match last {
            None => self.calendar.day(day(first)?),
            Some(last) => {
                let (first, last) = (day(first)?, day(last)?);
                let timex = format!("{}/{}", self.calendar.show(first), self.calendar.show(last));
                self.calendar.range(first, last, timex)
            }
        };
        Some((end, value))
    }

    /// "the first three months of 2031", "the last two weeks of June".
    fn part_of_period(&mut self, at: usize) -> Found {
        let from = at + usize::from(self.lower(at) == "the");
        let first = match self.lower(from) {
            "first" => true,
            "last" | "final" => false,
            _ => return None,
        };
        let (noun, count) = self.count(from + 1)?;
        let (unit, true) = vocabulary::unit(self.lower(noun))? else {
            return None;
        };
        let count_number: i64 = count.parse().ok()?;
        if self.lower(noun + 1) != "of" {
            return None;
        }
        let (end, value) = self.period(noun + 2)?;
        let (begin, over) = bounds(&value)?;
        let (from, to) = match (unit, first) {
            // Whole weeks of the calendar.
            (Unit::Week, true) => {
                let monday = monday(numbered(begin, over, Weekday::Thursday, 1)?);
                (
                    monday,
                    add(add(monday, count_number, Unit::Week)?, -1, Unit::Day)?,
                )
            }
            (Unit::Week, false) => {
                let sunday = add(
                    monday(numbered(begin, over, Weekday::Thursday, -1)?),
                    6,
                    Unit::Day,
                )?;
                (
                    add(add(sunday, -count_number, Unit::Week)?, 1, Unit::Day)?,
                    sunday,
                )
            }
            (_, true) => (begin, add(add(begin, count_number, unit)?, -1, Unit::Day)?),
            (_, false) => {
                let next = add(over, 1, Unit::Day)?;
                (add(next, -count_number, unit)?, over)
            }
        };
        let mut found = Value::duration(unit.duration(&count));
        found.edtf = Some(format!(
            "{}/{}",
            self.calendar.show(from),
            self.calendar.show(to)
        ));
        Some((end, found))
    }

    /// A month or year: "July", "next month", "the year", "2031".
    fn period(&mut self, at: usize) -> Found {
        let inner = at
            + usize::from(
                self.lower(at) == "the" && matches!(self.lower(at + 1), "month" | "year"),
            );
        match self.lower(inner) {
            "month" | "year" => self.unit_value(inner + 1, "this", self.lower(inner)),
            "this" | "next" | "last" | "previous" | "following" => self.the_unit(inner),
            _ => self.told(inner).or_else(|| self.named(inner)),
        }
    }

    fn numbered_day(&mut self, at: usize) -> Found {
        let mut from = if self.lower(at) == "the" { at + 1 } else { at };
        let number = match self.lower(from) {
            "last" => -1,
            _ => {
                let (noun, number) = fixed::day(self.pieces, from)?;
                if number > 5 || noun == from + 1 && self.pieces[from].digits() {
                    return None;
                }
                from = noun - 1;
                i64::from(number)
            }
        };
        let noun = self.lower(from + 1);
        let weekday = vocabulary::weekday(noun);
        if weekday.is_none() && !matches!(noun, "week" | "day" | "weekend") {
            return None;
        }
        // "the third week next year" needs no "of".
        let inner = match self.lower(from + 2) {
            "of" | "in" => from + 3,
            "this" | "next" | "last" if matches!(self.lower(from + 3), "month" | "year") => {
                from + 2
            }
            _ => return None,
        };
        let (end, value) = self.period(inner)?;
        let (first, last) = bounds(&value)?;
        let value = match (weekday, noun) {
            (Some(offset), _) => {
                let weekday = Weekday::from_monday_zero_offset(offset).ok()?;
                self.calendar.day(numbered(first, last, weekday, number)?)
            }
            (None, "day") => self.calendar.day(match number {
                -1 => last,
                n => add(first, n - 1, Unit::Day)?,
            }),
            // A week belongs where its Thursday is.
            (None, _) => {
                let thursday = numbered(first, last, Weekday::Thursday, number)?;
                let monday = monday(thursday);
                if noun == "weekend" {
                    self.calendar.weekend(monday)
                } else {
                    self.calendar.week(monday)
                }
            }
        };
        Some((end, value))
    }
}

/// First and last day of a whole month or year.
fn bounds(value: &Value) -> Option<(Date, Date)> {
    let edtf = value.edtf.as_deref()?;
    let day = value.day?;
    if edtf.contains('/') || edtf.contains('X') {
        return None;
    }
    let (first, unit) = match edtf.len() {
        4 => (Date::new(day.year(), 1, 1).ok()?, Unit::Year),
        7 => (Date::new(day.year(), day.month(), 1).ok()?, Unit::Month),
        _ => return None,
    };
    Some((first, add(add(first, 1, unit)?, -1, Unit::Day)?))
}

/// The weekday of that number between two days; -1 is the last.
fn numbered(first: Date, last: Date, weekday: Weekday, number: i64) -> Option<Date> {
    let ahead = i64::from(first.weekday().until(weekday));
    let one = add(first, ahead, Unit::Day)?;
    if number > 0 {
        return add(one, number - 1, Unit::Week).filter(|day| *day <= last);
    }
    let back = i64::from(weekday.until(last.weekday()));
    add(last, -back, Unit::Day)
}
