//! What two expressions say together, or one with the preposition before it: "from 2014 to 2018", "Tuesday next week", "two days
//! before the vote on Friday", "in two weeks".
//!
//! TimeML marks each expression for itself, so spans and TimeML values stay; what is found here is the place on the calendar.

use jiff::civil::Date;
use rapporteur_model::Span;
use rapporteur_syntax::Upos;

use super::calendar::{Calendar, Unit, Value, add, monday};
use super::pieces::Piece;
use super::tense::{self, Direction};
use super::vocabulary;
use crate::words::Words;

/// An expression between two pieces.
#[derive(Debug, Clone)]
pub struct Placed {
    /// Its first piece.
    pub from: usize,
    /// The piece after it.
    pub end: usize,
    /// What it says.
    pub value: Value,
}

/// Looks at every expression with what stands beside it.
pub fn join(words: &Words, pieces: &[Piece<'_>], calendar: Calendar, found: &mut [Placed]) {
    let joiner = Joiner {
        words,
        pieces,
        calendar,
    };
    for at in 0..found.len() {
        if at + 1 < found.len() {
            let (before, after) = found.split_at_mut(at + 1);
            let (Some(one), Some(other)) = (before.last_mut(), after.first_mut()) else {
                continue;
            };
            joiner.day_of_week(one, other);
            joiner.counted_from(one, other);
            joiner.starting(one, other);
            joiner.range(one, other);
        }
        joiner.ahead(&mut found[at]);
        joiner.stretch(&mut found[at]);
    }
}

struct Joiner<'a> {
    words: &'a Words<'a>,
    pieces: &'a [Piece<'a>],
    calendar: Calendar,
}

impl Joiner<'_> {
    fn lower(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", |piece| piece.lower.as_ref())
    }

    fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.lower(at))
    }

    fn between(&self, one: &Placed, other: &Placed) -> Vec<&str> {
        (one.end..other.from.min(one.end + 4))
            .map(|at| self.lower(at))
            .collect()
    }

    /// The weekday that an expression consists of.
    fn weekday(&self, placed: &Placed) -> Option<i64> {
        (placed.end == placed.from + 1)
            .then(|| vocabulary::weekday(self.lower(placed.from)).map(i64::from))
            .flatten()
    }

    fn is_week(&self, placed: &Placed) -> bool {
        self.lower(placed.end - 1) == "week" && placed.value.day.is_some()
    }

    /// "Tuesday next week", "Sunday of the following week", "next week on Tuesday".
    fn day_of_week(&self, one: &mut Placed, other: &mut Placed) {
        let between = self.between(one, other);
        let close = matches!(
            between[..],
            [] | ["of"] | ["in"] | ["on"] | [","] | ["-"] | ["of", "the"]
        );
        if !close {
            return;
        }
        let day = |week: &Placed, offset: i64| add(monday(week.value.day?), offset, Unit::Day);
        if let Some(offset) = self.weekday(one)
            && self.is_week(other)
        {
            if let Some(day) = day(other, offset) {
                one.value = self.calendar.day(day);
            }
        } else if let Some(offset) = self.weekday(other)
            && self.is_week(one)
            && let Some(day) = day(one, offset)
        {
            other.value = self.calendar.day(day);
        }
    }

    /// "two days after Friday", "three weeks from tomorrow".
    fn counted_from(&self, one: &mut Placed, other: &Placed) {
        let sign = match self.between(one, other)[..] {
            ["after" | "from" | "following"] => 1,
            ["before"] => -1,
            _ => return,
        };
        if one.value.kind != "DURATION" || self.is_led(one) {
            return;
        }
        let (Some(length), Some(day)) = (length(&one.value.timex), other.value.day) else {
            return;
        };
        if self.is_day(other)
            && let Some(day) = moved(day, &length, sign)
        {
            one.value.edtf = Some(self.about(day, finest(&length)));
        }
    }

    /// "a week starting tomorrow", "three days from Monday on".
    fn starting(&self, one: &mut Placed, other: &Placed) {
        let starts = matches!(
            self.between(one, other)[..],
            ["starting" | "beginning"] | ["starting" | "beginning", "from" | "on"]
        );
        if !starts || one.value.kind != "DURATION" || !self.is_day(other) {
            return;
        }
        if let (Some(length), Some(day)) = (length(&one.value.timex), other.value.day)
            && let Some(last) = moved(day, &length, 1).and_then(|day| add(day, -1, Unit::Day))
        {
            one.value.edtf = Some(format!(
                "{}/{}",
                self.calendar.show(day),
                self.calendar.show(last)
            ));
        }
    }

    /// "will leave in two weeks", "within nine months".
    fn ahead(&self, placed: &mut Placed) {
        if placed.value.kind != "DURATION" || placed.value.edtf.is_some() {
            return;
        }
        let within = self.before(placed.from, 1) == "within";
        if !within && self.before(placed.from, 1) != "in" || self.is_led(placed) {
            return;
        }
        let (Some(length), Some(today)) = (length(&placed.value.timex), self.calendar.today) else {
            return;
        };
        // "the first visit in 40 years" looks back.
        let last = &self.pieces[placed.end - 1];
        let Some(word) = self.words.inside(Span::new(last.start, last.end())).next() else {
            return;
        };
        let of_noun = self
            .words
            .head(word)
            .is_some_and(|head| matches!(self.words.upos(head), Upos::Noun | Upos::Propn));
        if of_noun || tense::direction(self.words, word) != Direction::Future {
            return;
        }
        let Some(day) = moved(today, &length, 1) else {
            return;
        };
        placed.value.edtf = Some(if within {
            format!("{}/{}", self.calendar.show(today), self.calendar.show(day))
        } else {
            self.about(day, finest(&length))
        });
    }

    /// "the next three days", "the past two weeks".
    fn stretch(&self, placed: &mut Placed) {
        if placed.value.kind != "DURATION" || placed.value.edtf.is_some() {
            return;
        }
        let ahead = (placed.from..placed.end).find_map(|at| match self.lower(at) {
            "next" | "coming" | "following" | "upcoming" => Some(true),
            "last" | "past" | "previous" => Some(false),
            _ => None,
        });
        let Some(ahead) = ahead else { return };
        let (Some(length), Some(today)) = (length(&placed.value.timex), self.calendar.today) else {
            return;
        };
        let (from, to) = if ahead {
            (add(today, 1, Unit::Day), moved(today, &length, 1))
        } else {
            (moved(today, &length, -1), add(today, -1, Unit::Day))
        };
        if let (Some(from), Some(to)) = (from, to) {
            placed.value.edtf = Some(format!(
                "{}/{}",
                self.calendar.show(from),
                self.calendar.show(to)
            ));
        }
    }

    /// "from 2014 to 2018", "between Monday and Wednesday", "12 January – 3 March".
    fn range(&self, one: &mut Placed, other: &mut Placed) {
        let between: Vec<String> = self
            .between(one, other)
            .into_iter()
            .map(str::to_owned)
            .collect();
        let between: Vec<&str> = between.iter().map(String::as_str).collect();
        let after_between = self.before(one.from, 1) == "between"
            || self.before(one.from, 1) == "the" && self.before(one.from, 2) == "between";
        let links = match between[..] {
            ["to" | "until" | "till" | "through" | "-" | "–" | "—" | "~"]
            | ["to" | "until" | "till" | "through", "the"] => true,
            ["and"] | ["and", "the"] => after_between,
            _ => false,
        };
        let both = matches!(one.value.kind, "DATE" | "TIME")
            && matches!(other.value.kind, "DATE" | "TIME");
        if !links || !both || self.is_put_off(other) {
            return;
        }
        let now = |value: &Value| {
            (value.timex == "PRESENT_REF")
                .then(|| self.calendar.today.map(|day| self.calendar.show(day)))
                .flatten()
        };
        let value = |placed: &Placed| placed.value.edtf.clone().or_else(|| now(&placed.value));
        let (Some(from), Some(to)) = (value(one), value(other)) else {
            return;
        };
        let mut from = from.split('/').next().unwrap_or("").to_owned();
        let mut to = to.rsplit('/').next().unwrap_or("").to_owned();
        let known =
            |text: &str| text.len() >= 4 && text.is_char_boundary(4) && !text.starts_with('X');
        if !known(&from) || !known(&to) {
            return;
        }
        let later = |from: &str, to: &str| {
            let shared = from.len().min(to.len());
            from.get(..shared) > to.get(..shared)
        };
        // "from Monday to Friday": the Friday after.
        if self.weekday(other).is_some()
            && later(&from, &to)
            && let Some(day) = other.value.day
            && let Some(day) = (1..=2)
                .filter_map(|weeks| add(day, weeks, Unit::Week))
                .find(|day| !later(&from, &self.calendar.show(*day)))
        {
            other.value = self.calendar.day(day);
            to = self.calendar.show(day);
        }
        // "from April to June 2017", "November to February": one year serves both.
        if !self.has_year(one)
            && self.by_month(one)
            && self.by_month(other)
            && let Ok(year) = to[..4].parse::<i16>()
            && let Some(rest) = from.get(4..)
        {
            let same = format!("{year:04}{rest}");
            from = match later(&same, &to) {
                true => format!("{:04}{rest}", year.saturating_sub(1)),
                false => same,
            };
            one.value.timex.clone_from(&from);
        }
        if later(&from, &to) {
            return;
        }
        one.value.edtf = Some(format!("{from}/{to}"));
    }

    fn has_year(&self, placed: &Placed) -> bool {
        self.pieces[placed.from..placed.end]
            .iter()
            .any(|piece| piece.digits() && piece.form.len() == 4)
    }

    /// Whether a month is named in an expression without "last", "next" or "this".
    fn by_month(&self, placed: &Placed) -> bool {
        let pieces = &self.pieces[placed.from..placed.end];
        pieces
            .iter()
            .any(|piece| vocabulary::month(&piece.lower).is_some())
            && !pieces
                .iter()
                .any(|piece| matches!(piece.lower.as_ref(), "last" | "next" | "this"))
    }

    /// "moved from Monday to Wednesday" is no stretch of days.
    fn is_put_off(&self, other: &Placed) -> bool {
        let piece = &self.pieces[other.end - 1];
        self.words
            .inside(Span::new(piece.start, piece.end()))
            .next()
            .is_some_and(|word| tense::is_put_off_to(self.words, word))
    }

    fn is_day(&self, placed: &Placed) -> bool {
        placed.value.kind == "DATE" && placed.value.timex.len() == 10
    }

    /// "more than two days": no day can be told.
    fn is_led(&self, placed: &Placed) -> bool {
        matches!(
            self.lower(placed.from),
            "more" | "less" | "fewer" | "at" | "up" | "over" | "under"
        )
    }

    /// A day that is counted in days is that day, else about that day.
    fn about(&self, day: Date, unit: Unit) -> String {
        let text = self.calendar.show(day);
        match unit {
            Unit::Day => text,
            _ => format!("{text}~"),
        }
    }
}

/// The parts of a plain duration of days or more ("P3D", "P1Y2M").
fn length(timex: &str) -> Option<Vec<(i64, Unit)>> {
    let mut text = timex.strip_prefix('P')?;
    let mut parts = Vec::new();
    while !text.is_empty() {
        let at = text.find(|c: char| !c.is_ascii_digit())?;
        let unit = match text[at..].chars().next()? {
            'D' => Unit::Day,
            'W' => Unit::Week,
            'M' => Unit::Month,
            'Y' => Unit::Year,
            _ => return None,
        };
        parts.push((text[..at].parse().ok()?, unit));
        text = &text[at + 1..];
    }
    (!parts.is_empty()).then_some(parts)
}

/// The day that a length of several units tells with "ago", "earlier" or "later".
pub fn counted(day: Date, timex: &str, word: &str) -> Option<Date> {
    let sign = match word {
        "ago" | "earlier" => -1,
        "later" => 1,
        _ => return None,
    };
    moved(day, &length(timex)?, sign)
}

/// A day moved by a length, forward or back.
fn moved(day: Date, length: &[(i64, Unit)], sign: i64) -> Option<Date> {
    length
        .iter()
        .try_fold(day, |day, (count, unit)| add(day, sign * count, *unit))
}

/// The smallest unit of a length.
fn finest(length: &[(i64, Unit)]) -> Unit {
    length.last().map_or(Unit::Day, |(_, unit)| *unit)
}
