//! What is counted from the report's day or from the last day named; lengths of time; what recurs.

use super::calendar::{Unit, Value, add, monday};
use super::fixed;
use super::grammar::{Found, Reader};
use super::vocabulary;

impl Reader<'_> {
    /// "today", "yesterday morning", "tomorrow", "tonight", "overnight".
    pub(super) fn near_day(&self, at: usize) -> Found {
        let (days, mut suffix) = match self.lower(at) {
            "today" => (0, ""),
            "yesterday" => (-1, ""),
            "tomorrow" => (1, ""),
            "tonight" => (0, "TNI"),
            "overnight" => (0, "TNI"),
            _ => return None,
        };
        let mut end = at + 1;
        let part = vocabulary::day_part(self.lower(end)).map(|part| format!("T{part}"));
        if let Some(part) = part.as_deref().filter(|_| suffix.is_empty()) {
            suffix = part;
            end += 1;
        }
        let Some(today) = self.calendar.today else {
            let value = if days == 0 && suffix.is_empty() {
                Value::of("DATE", "PRESENT_REF")
            } else {
                Value::of(
                    if suffix.is_empty() { "DATE" } else { "TIME" },
                    format!("XXXX-XX-XX{suffix}"),
                )
            };
            return Some((end, value));
        };
        Some((end, self.part_of(add(today, days, Unit::Day)?, suffix)))
    }

    /// A count: "three", "24", "a", "several", "2.5", "half a", and the piece after it.
    pub(super) fn count(&self, at: usize) -> Option<(usize, String)> {
        let mut at = at;
        if matches!(
            (self.lower(at), self.lower(at + 1)),
            ("a", "couple" | "few" | "dozen" | "half")
        ) {
            at += 1;
        }
        let word = self.lower(at);
        let of = |n: usize| if self.lower(n) == "of" { n + 1 } else { n };
        let (mut end, text) = match word {
            "a" | "an" => (at + 1, "1".to_owned()),
            "several" | "few" | "many" | "some" | "numerous" => (at + 1, "X".to_owned()),
            "couple" => (of(at + 1), "2".to_owned()),
            "dozen" => (at + 1, "12".to_owned()),
            "dozens" | "hundreds" | "thousands" | "scores" => (of(at + 1), "X".to_owned()),
            "half" if matches!(self.lower(at + 1), "a" | "an") => (at + 2, "0.5".to_owned()),
            _ if self.pieces.get(at)?.digits() => {
                if !(fixed::alone(self.pieces, at)
                    || matches!(self.form(at + 1), "." | ",") && self.glued(at + 1))
                {
                    return None;
                }
                if self.form(at).len() > 4 {
                    return None;
                }
                let mut text = self.form(at).to_owned();
                let mut end = at + 1;
                if matches!(self.form(end), "." | ",")
                    && self.glued(end)
                    && self.glued(end + 1)
                    && self.pieces[end + 1].digits()
                {
                    let comma = self.form(end) == ",";
                    text = if comma {
                        text + self.form(end + 1)
                    } else {
                        format!("{text}.{}", self.form(end + 1))
                    };
                    end += 2;
                }
                (end, text)
            }
            _ => {
                let tens = vocabulary::number(word)?;
                let next = if self.form(at + 1) == "-" {
                    at + 2
                } else {
                    at + 1
                };
                match vocabulary::number(self.lower(next))
                    .filter(|n| tens >= 20 && *n > 0 && *n < 10)
                {
                    Some(ones) => (next + 1, (tens + ones).to_string()),
                    None => (at + 1, tens.to_string()),
                }
            }
        };
        if self.lower(end) == "hundred" {
            let n: i64 = text.parse().unwrap_or(1);
            return Some((end + 1, (n * 100).to_string()));
        }
        if self.lower(end) == "and" && self.lower(end + 1) == "a" && self.lower(end + 2) == "half" {
            end += 3;
            return Some((end, format!("{text}.5")));
        }
        if matches!(
            self.lower(end),
            "more"
                | "full"
                | "whole"
                | "straight"
                | "consecutive"
                | "additional"
                | "long"
                | "working"
                | "business"
                | "calendar"
                | "other"
        ) {
            end += 1;
        }
        Some((end, text))
    }

    /// "last week", "two days earlier", "a year ago", "the same day", "the weekend", "end of the month".
    pub(super) fn relative(&mut self, at: usize) -> Found {
        self.near_day(at)
            .or_else(|| self.counted(at))
            .or_else(|| self.the_unit(at))
            .or_else(|| self.day_after(at))
    }

    /// "the day after tomorrow", "the week of March 6".
    fn day_after(&mut self, at: usize) -> Found {
        let from = if self.lower(at) == "the" { at + 1 } else { at };
        // "the week after next"
        if let Some((unit, false)) = vocabulary::unit(self.lower(from))
            && unit != Unit::Day
            && self.lower(from + 1) == "after"
        {
            let next = from + 2 + usize::from(self.lower(from + 2) == "the");
            if from > at
                && self.lower(next) == "next"
                && vocabulary::unit(self.lower(next + 1)).is_none()
            {
                let today = self.calendar.today?;
                let day = add(today, 2, unit)?;
                let value = match unit {
                    Unit::Week => self.calendar.week(monday(day)),
                    Unit::Month => self.calendar.month(day.year(), day.month(), false),
                    Unit::Year => self.calendar.year(day.year()),
                    _ => return None,
                };
                return Some((next + 1, value));
            }
        }
        let begins = matches!(
            self.lower(from + 1),
            "beginning" | "starting" | "commencing" | "ending"
        );
        if self.lower(from) == "week" && (self.lower(from + 1) == "of" || begins) {
            let on = usize::from(begins && self.lower(from + 2) == "on");
            let (end, value) = self.told(from + 2 + on)?;
            return Some((end, self.calendar.week(monday(value.day?))));
        }
        if self.lower(from) != "day" {
            return None;
        }
        let by = match self.lower(from + 1) {
            "after" => 1,
            "before" => -1,
            _ => return None,
        };
        let (end, value) = match self.lower(from + 2) {
            "tomorrow" | "yesterday" => self.near_day(from + 2)?,
            "" | "." | "," | "?" | ";" if from > at => {
                let base = self.previous.or(self.calendar.today)?;
                let day = add(base, by, Unit::Day)?;
                return Some((from + 2, self.calendar.day(day)));
            }
            _ => return None,
        };
        Some((end, self.calendar.day(add(value.day?, by, Unit::Day)?)))
    }

    /// "three weeks ago", "two days earlier", "eleven days later", "10 days from now".
    fn counted(&mut self, at: usize) -> Found {
        let (next, count) = self.count_led(at)?;
        // "five past years", "two next days"
        if count != "X"
            && matches!(
                self.lower(next),
                "past" | "last" | "previous" | "next" | "coming" | "upcoming" | "following"
            )
            && let Some((unit, true)) = vocabulary::unit(self.lower(next + 1))
        {
            return Some((next + 2, Value::duration(unit.duration(&count))));
        }
        let (unit, _) = vocabulary::unit(self.lower(next))?;
        let end = next + 1;
        let (end, sign, from) = match (self.lower(end), self.lower(end + 1)) {
            ("ago", _) => (end + 1, -1, self.calendar.today),
            ("earlier" | "before", next)
                if self.lower(end) == "earlier" || matches!(next, "." | "," | "") =>
            {
                (end + 1, -1, self.previous.or(self.calendar.today))
            }
            ("later", _) => (end + 1, 1, self.previous.or(self.calendar.today)),
            ("from", "now" | "today") => (end + 2, 1, self.calendar.today),
            _ => return None,
        };
        let past = || Value::of("DATE", if sign < 0 { "PAST_REF" } else { "FUTURE_REF" });
        let (Some(from), Ok(n)) = (from, count.parse::<i64>()) else {
            return Some((end, past()));
        };
        let Some(day) = add(from, sign * n, unit) else {
            return Some((end, past()));
        };
        let value = match unit {
            Unit::Day => self.calendar.day(day),
            Unit::Week | Unit::Fortnight => self.calendar.week(monday(day)),
            Unit::Month | Unit::Quarter => self.calendar.month(day.year(), day.month(), false),
            Unit::Year | Unit::Decade | Unit::Century => self.calendar.year(day.year()),
            _ => Value::of("TIME", if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }),
        };
        Some((end, value))
    }

    /// A count with the words that weigh it ("more than two", "about 40", "at least 72").
    fn count_led(&self, at: usize) -> Option<(usize, String)> {
        let from = match (self.lower(at), self.lower(at + 1)) {
            ("more" | "less" | "fewer", "than") => at + 2,
            ("at", "least" | "most") => at + 2,
            ("up", "to") => at + 2,
            ("over" | "under", _)
                if self
                    .count(at + 1)
                    .is_some_and(|(next, _)| vocabulary::unit(self.lower(next)).is_some()) =>
            {
                at + 1
            }
            _ => at,
        };
        self.count(from)
    }

    /// "last week", "this month", "the same day", "next year", "the past decade", "the end of the month".
    pub(super) fn the_unit(&mut self, at: usize) -> Found {
        let mut from = at;
        loop {
            match (self.lower(from), self.lower(from + 1)) {
                ("early" | "late", "last" | "this" | "next" | "that" | "in") => from += 1,
                ("in", "the") if from > at => from += 1,
                ("the", "end" | "beginning" | "start" | "middle") => from += 1,
                ("end" | "beginning" | "start" | "middle", "of") => from += 2,
                ("earlier" | "later", "in") => from += 1,
                _ => break,
            }
            if from > at + 6 {
                return None;
            }
        }
        let partial = from > at;
        let article = self.lower(from) == "the";
        let from = if article { from + 1 } else { from };
        let word = self.lower(from);
        // "Following three days of talks": after them.
        if word == "following" && !article {
            return None;
        }
        if let ("weekend", true) | ("week", true) | ("month", true) | ("year", true) = (
            word,
            article && (partial || word == "weekend") || partial && self.before(from, 1) == "of",
        ) {
            return self.unit_value(from + 1, "this", word);
        }
        if !matches!(
            word,
            "last"
                | "next"
                | "this"
                | "past"
                | "coming"
                | "previous"
                | "following"
                | "same"
                | "that"
                | "current"
                | "upcoming"
        ) {
            return None;
        }
        let mut noun = from + 1;
        if word == "that" && self.lower(noun) == "same"
            || word == "this" && matches!(self.lower(noun), "coming" | "past")
        {
            noun += 1;
        }
        // "the past two months", "the next few days"
        if matches!(
            word,
            "last" | "next" | "past" | "coming" | "previous" | "following" | "upcoming"
        ) {
            if let Some((next, count)) = self.count(noun)
                && let Some((unit, _)) = vocabulary::unit(self.lower(next))
            {
                return Some((next + 1, Value::duration(unit.duration(&count))));
            }
            if let Some((unit, true)) = vocabulary::unit(self.lower(noun)) {
                return Some((
                    noun + 1,
                    match word {
                        "coming" | "next" | "following" => Value::of("DATE", "FUTURE_REF"),
                        _ => Value::duration(unit.duration("X")),
                    },
                ));
            }
        }
        if word == "past"
            && let Some((unit, false)) = vocabulary::unit(self.lower(noun))
        {
            return Some((noun + 1, Value::duration(unit.duration("1"))));
        }
        if let Some(part) = vocabulary::day_part(self.lower(noun)) {
            let suffix = format!("T{part}");
            let base = match word {
                "this" => self.calendar.today,
                "last" => add(self.calendar.today?, -1, Unit::Day),
                "next" | "following" => add(self.previous.or(self.calendar.today)?, 1, Unit::Day),
                "same" | "that" => self.previous.or(self.calendar.today),
                _ => return None,
            };
            return Some((
                noun + 1,
                base.map_or_else(
                    || Value::of("TIME", format!("XXXX-XX-XX{suffix}")),
                    |day| self.part_of(day, &suffix),
                ),
            ));
        }
        if word == "that" && self.lower(noun) == "day" && self.before(at, 1) == "until" {
            return None;
        }
        self.unit_value(noun + 1, word, self.lower(noun))
    }

    /// The value of a unit before, after or around the day that it is counted from; `end` is the piece after it.
    pub(super) fn unit_value(&self, end: usize, word: &str, noun: &str) -> Found {
        let weekend = noun == "weekend";
        let unit = match noun {
            "weekend" => Unit::Week,
            _ => match vocabulary::unit(noun)? {
                (unit, false) => unit,
                _ => return None,
            },
        };
        let by = match word {
            "last" | "previous" => -1,
            "next" | "following" | "coming" | "upcoming" => 1,
            _ => 0,
        };
        let base = match word {
            "previous" | "following" | "same" | "that" => self.previous.or(self.calendar.today),
            _ => self.calendar.today,
        };
        let Some(base) = base else {
            let value = match (by, unit) {
                (_, Unit::Second | Unit::Minute | Unit::Hour) => return None,
                (-1, _) => Value::of("DATE", "PAST_REF"),
                (1, _) => Value::of("DATE", "FUTURE_REF"),
                _ => Value::of("DATE", "PRESENT_REF"),
            };
            return Some((end, value));
        };
        let day = add(base, by, unit)?;
        let value = match unit {
            Unit::Day if matches!(word, "last" | "this") => return None,
            Unit::Day => self.calendar.day(day),
            Unit::Week if !self.calendar.weekday_known => Value::of("DATE", "XXXX-WXX"),
            Unit::Week if weekend => {
                // On a weekday "the weekend" of a past deed is the one before.
                let back = word == "this"
                    && self.today_monday().is_some()
                    && base.weekday().to_monday_zero_offset() < 3
                    && self.direction(end - 1) == super::tense::Direction::Past
                    && self.has_past(end - 1);
                let day = if back { add(day, -1, Unit::Week)? } else { day };
                self.calendar.weekend(monday(day))
            }
            Unit::Week => self.calendar.week(monday(day)),
            Unit::Fortnight => return None,
            Unit::Month => self.calendar.month(day.year(), day.month(), false),
            Unit::Quarter => self
                .calendar
                .quarter(day.year(), (day.month() - 1) / 3 + 1, false),
            Unit::Year => self.calendar.year(day.year()),
            Unit::Decade if self.calendar.year_known => Value {
                edtf: Some(format!("{:03}X", day.year() / 10)),
                ..Value::of("DATE", format!("{:03}X", day.year() / 10))
            },
            Unit::Century if self.calendar.year_known => Value {
                edtf: Some(format!("{:02}XX", day.year() / 100)),
                ..Value::of("DATE", format!("{:02}XX", day.year() / 100))
            },
            _ => return None,
        };
        Some((end, value))
    }

    /// "every three years", "daily", "each week", "twice a day", "Mondays".
    pub(super) fn set(&mut self, at: usize) -> Found {
        let word = self.lower(at);
        if let Some(value) = vocabulary::often(word) {
            return (!self.pieces[at].capital() || at == 0 || self.before(at, 1) == ".")
                .then(|| (at + 1, Value::of("SET", value)));
        }
        if matches!(word, "every" | "each") {
            let (mut next, mut count) = (at + 1, "1".to_owned());
            if self.lower(next) == "other" {
                (next, count) = (next + 1, "2".to_owned());
            } else if let Some((end, n)) = self.count(next) {
                (next, count) = (end, n);
            }
            if let Some(day) = vocabulary::weekday(self.lower(next)) {
                return Some((next + 1, Value::of("SET", format!("XXXX-WXX-{}", day + 1))));
            }
            if let Some(part) = vocabulary::day_part(self.lower(next)) {
                return Some((next + 1, Value::of("SET", format!("T{part}"))));
            }
            if let Some((_, month, _)) = fixed::month(self.pieces, next) {
                return Some((next + 1, Value::of("SET", format!("XXXX-{month:02}"))));
            }
            let (unit, _) = vocabulary::unit(self.lower(next))?;
            return Some((next + 1, Value::of("SET", unit.duration(&count))));
        }
        if matches!(self.before(at, 1), "once" | "twice" | "times" | "thrice")
            && matches!(word, "a" | "per")
            || word == "per"
        {
            let (unit, false) = vocabulary::unit(self.lower(at + 1))? else {
                return None;
            };
            return Some((at + 2, Value::of("SET", unit.duration("1"))));
        }
        if let Some(single) = word.strip_suffix('s')
            && let Some(day) = vocabulary::weekday(single)
            && self.before(at, 1) == "on"
        {
            return Some((at + 1, Value::of("SET", format!("XXXX-WXX-{}", day + 1))));
        }
        None
    }

    /// "for eight years", "72 hours", "a two-day visit", "decades".
    pub(super) fn duration(&mut self, at: usize) -> Found {
        let word = self.lower(at);
        // "for years", "in recent days", "decades of war"
        let from = usize::from(word == "recent");
        if let Some((unit, true)) = vocabulary::unit(self.lower(at + from)) {
            if matches!(unit, Unit::Second | Unit::Minute) && from == 0 {
                return None;
            }
            if from == 1 {
                return Some((at + 2, Value::of("DATE", "PAST_REF")));
            }
            return Some((at + 1, Value::duration(unit.duration("X"))));
        }
        if matches!(self.before(at, 1), "$" | "€" | "£") {
            return None;
        }
        // "all week", "another month", "a whole year", "half a year"
        if matches!(
            word,
            "all" | "another" | "whole" | "full" | "entire" | "half"
        ) && !matches!(self.before(at, 1), "second" | "first" | "other")
        {
            let dash = usize::from(self.form(at + 1) == "-" && self.glued(at + 1));
            let (unit, plural) = vocabulary::unit(self.lower(at + 1 + dash))?;
            let lasting = matches!(
                self.before(at, 1),
                "for" | "took" | "lasted" | "takes" | "last"
            );
            if plural
                || unit == Unit::Second
                || unit == Unit::Quarter
                || word == "all" && dash == 0 && !lasting
            {
                return None;
            }
            let count = if word == "half" { "0.5" } else { "1" };
            return Some((at + 2 + dash, Value::duration(unit.duration(count))));
        }
        let (next, count) = self.count_led(at)?;
        let dash = matches!(self.form(next), "-" | "–") && self.glued(next);
        let place = next + usize::from(dash);
        let (unit, plural) =
            vocabulary::unit(self.lower(place)).or_else(|| self.short_unit(place))?;
        if count == "1" && matches!(unit, Unit::Second | Unit::Quarter)
            || unit == Unit::Second && !plural && !dash
            || unit == Unit::Quarter
        {
            return None;
        }
        // "a day" of "twice a day" is a set, read before; "in a minute" of speech is a length.
        let mut end = place + 1;
        // "40-year-old", "15 years old": an age.
        if self.lower(end) == "old"
            || matches!(self.form(end), "-" | "–") && self.lower(end + 1) == "old"
        {
            return None;
        }
        // "60 Minutes": a name.
        if self.pieces[place].capital() && !self.pieces[at].capital() {
            return None;
        }
        if dash && self.form(end) == "-" && self.lower(end + 1) == "long" {
            end += 2;
        }
        let mut text = unit.duration(&count);
        // "an hour and a half"
        if self.lower(end) == "and"
            && (self.lower(end + 1) == "half"
                || self.lower(end + 1) == "a" && self.lower(end + 2) == "half")
            && let Ok(whole) = count.parse::<f64>()
        {
            end += if self.lower(end + 1) == "half" { 2 } else { 3 };
            return Some((
                end,
                Value::duration(unit.duration(&(whole + 0.5).to_string())),
            ));
        }
        // "two hours and 30 minutes", "one year, two months and three days"
        let mut smallest = unit;
        loop {
            let more = match self.lower(end) {
                "and" | "," => end + 1,
                _ => end,
            };
            let Some((next, count)) = self.count(more) else {
                break;
            };
            let Some((unit, _)) = vocabulary::unit(self.lower(next)).filter(|_| count != "X")
            else {
                break;
            };
            let Some(longer) = longer(&text, smallest, unit, &count) else {
                break;
            };
            (text, smallest, end) = (longer, unit, next + 1);
        }
        if smallest != unit
            && let Some(today) = self.calendar.today
            && let Some(day) = super::joined::counted(today, &text, self.lower(end))
        {
            return Some((end + 1, self.calendar.day(day)));
        }
        Some((end, Value::duration(text)))
    }

    /// "3 hrs", "20 min", "two nights": units that are units only after a number.
    fn short_unit(&self, at: usize) -> Option<(Unit, bool)> {
        Some(match self.lower(at) {
            "hr" => (Unit::Hour, false),
            "hrs" => (Unit::Hour, true),
            "min" => (Unit::Minute, false),
            "mins" => (Unit::Minute, true),
            "sec" => (Unit::Second, false),
            "secs" => (Unit::Second, true),
            "nights" => (Unit::Day, true),
            _ => return None,
        })
    }

    /// "now", "recently", "in the past", "the future".
    pub(super) fn reference(&mut self, at: usize) -> Found {
        let (end, value) = match (self.lower(at), self.lower(at + 1)) {
            ("now" | "currently" | "nowadays" | "presently", _) => (at + 1, "PRESENT_REF"),
            ("right", "now") | ("the", "present") => (at + 2, "PRESENT_REF"),
            ("current", _) => (at + 1, "PRESENT_REF"),
            ("recently" | "lately" | "formerly", _) => (at + 1, "PAST_REF"),
            ("the", "past")
                if !self.lower(at + 2).chars().all(char::is_alphabetic)
                    || matches!(self.lower(at + 2), "" | "and" | "as" | "but") =>
            {
                (at + 2, "PAST_REF")
            }
            ("the", "future") => (at + 2, "FUTURE_REF"),
            ("the", "near") if self.lower(at + 2) == "future" => (at + 3, "FUTURE_REF"),
            ("future", _) if matches!(self.before(at, 1), "near" | "in" | "foreseeable") => {
                (at + 1, "FUTURE_REF")
            }
            _ => return None,
        };
        Some((end, Value::of("DATE", value)))
    }
}

/// A duration with a smaller unit put after it; `None` where the unit is no smaller.
fn longer(text: &str, smallest: Unit, unit: Unit, count: &str) -> Option<String> {
    let rank = |unit: Unit| match unit {
        Unit::Year => Some(5),
        Unit::Month => Some(4),
        Unit::Week => Some(3),
        Unit::Day => Some(2),
        Unit::Hour => Some(1),
        Unit::Minute => Some(0),
        _ => None,
    };
    if rank(unit)? >= rank(smallest)? {
        return None;
    }
    let part = unit.duration(count);
    let part = part.strip_prefix('P')?;
    Some(match part.strip_prefix('T') {
        Some(time) if text.contains('T') => format!("{text}{time}"),
        _ => format!("{text}{part}"),
    })
}
