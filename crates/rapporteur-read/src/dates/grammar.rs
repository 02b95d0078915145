//! The grammar: what expression begins at a piece, and its value.

use jiff::civil::Date;

use super::anchor::nearest;
use super::calendar::{Calendar, Unit, Value, add, monday};
use super::fixed;
use super::pieces::Piece;
use super::tense::{self, Direction};
use super::vocabulary;
use crate::words::Words;

/// Reads expressions one after another, remembering the last day named.
pub struct Reader<'a> {
    words: &'a Words<'a>,
    pub(super) pieces: &'a [Piece<'a>],
    pub(super) calendar: Calendar,
    pub(super) previous: Option<Date>,
    previous_day: Option<Date>,
}

/// An expression: the piece after it, and its value.
pub type Found = Option<(usize, Value)>;

impl<'a> Reader<'a> {
    /// Begins a text.
    pub fn new(words: &'a Words<'a>, pieces: &'a [Piece<'a>], calendar: Calendar) -> Self {
        Self {
            words,
            pieces,
            calendar,
            previous: None,
            previous_day: None,
        }
    }

    /// The expression that begins at a piece.
    pub fn expression(&mut self, at: usize) -> Found {
        let found = self
            .clock(at)
            .or_else(|| self.nth(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.told(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.set(at))
            .or_else(|| self.duration(at))
            .or_else(|| self.named(at))
            .or_else(|| self.reference(at));
        if let Some((_, value)) = &found
            && value.kind != "DURATION"
            && let Some(day) = value.day
        {
            self.previous = Some(day);
            if value.edtf.as_deref() == Some(self.calendar.show(day).as_str()) {
                self.previous_day = Some(day);
            }
        }
        found
    }

    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or("", |piece| piece.lower.as_ref())
    }

    pub(super) fn form(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or("", |piece| piece.form)
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.glued)
    }

    pub(super) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.lower(at))
    }

    pub(super) fn direction(&self, at: usize) -> Direction {
        if matches!(
            self.before(at, 1),
            "by" | "until" | "till" | "next" | "coming" | "for"
        ) {
            return Direction::Future;
        }
        if matches!(self.before(at, 1), "since") {
            return Direction::Past;
        }
        let piece = &self.pieces[at];
        let span = rapporteur_model::Span::new(piece.start, piece.end());
        let Some(word) = self.words.inside(span).next() else {
            return Direction::Past;
        };
        // "said Wednesday", "met late Monday": the verb just before tells, whatever the tree.
        let told = (word.saturating_sub(2)..word)
            .any(|near| self.words.xpos(near) == rapporteur_syntax::Xpos::Vbd);
        if told && !matches!(self.before(at, 1), "on" | "to" | "for") {
            return Direction::Past;
        }
        tense::direction(self.words, word)
    }

    /// Whether the sentence of a piece has a verb in the past.
    pub(super) fn has_past(&self, at: usize) -> bool {
        let piece = &self.pieces[at];
        let span = rapporteur_model::Span::new(piece.start, piece.end());
        let Some(word) = self.words.inside(span).next() else {
            return false;
        };
        let mut sentence = self.words.sentence(self.words.sentence_of(word));
        sentence.any(|word| {
            matches!(
                self.words.xpos(word),
                rapporteur_syntax::Xpos::Vbd | rapporteur_syntax::Xpos::Vbn
            )
        })
    }

    /// "12:40 GMT", "10:35 a.m. on Tuesday", "noon", "midnight".
    fn clock(&mut self, at: usize) -> Found {
        let piece = &self.pieces[at];
        let (mut end, text) = if piece.digits()
            && piece.form.len() <= 2
            && !(at > 0 && piece.glued && matches!(self.form(at - 1), ":" | "." | "-" | "/"))
        {
            let hour: u32 = piece.form.parse().ok()?;
            let mut end = at + 1;
            let mut minutes = None;
            if matches!(self.form(end), ":" | ".")
                && self.glued(end)
                && self.glued(end + 1)
                && self.form(end + 1).len() == 2
                && self.pieces[end + 1].digits()
            {
                let half = self.halves(end + 2);
                if self.form(end) == ":" || half.is_some() || self.zone(end + 2) {
                    minutes = self.form(end + 1).parse::<u32>().ok();
                    end += 2;
                }
            }
            let half = self.halves(end);
            if minutes.is_none() && half.is_none() {
                return None;
            }
            // "3:40:12" is a length of time, "7:30-hour" too.
            if self.form(end) == ":"
                && self.glued(end)
                && self.glued(end + 1)
                && self.pieces[end + 1].digits()
            {
                return None;
            }
            let hour = match half {
                Some((next, late)) => {
                    end = next;
                    if !(1..=12).contains(&hour) {
                        return None;
                    }
                    hour % 12 + if late { 12 } else { 0 }
                }
                None => hour,
            };
            let minutes = minutes.unwrap_or(0);
            if hour > 24 || minutes > 59 {
                return None;
            }
            (end, format!("T{hour:02}:{minutes:02}"))
        } else {
            match piece.lower.as_ref() {
                "noon" | "midday" => (at + 1, "T12:00".to_owned()),
                "midnight" => (at + 1, "T24:00".to_owned()),
                _ => return None,
            }
        };
        if self.zone(end) {
            end += 1;
        }
        let day_at = match self.lower(end) {
            "on" | "," => end + 1,
            _ => end,
        };
        let day = (self.pieces.get(day_at).is_some())
            .then(|| {
                self.weekday(day_at)
                    .or_else(|| self.told(day_at))
                    .or_else(|| self.near_day(day_at))
            })
            .flatten()
            .filter(|(_, value)| value.timex.len() == 10 && value.day.is_some());
        let day_text = if let Some((next, value)) = &day {
            end = *next;
            Some(value.timex.clone())
        } else {
            self.previous_day
                .or(self.calendar.today)
                .map(|day| self.calendar.show(day))
        };
        let mut value = Value::of(
            "TIME",
            format!("{}{text}", day_text.as_deref().unwrap_or("XXXX-XX-XX")),
        );
        value.edtf = day.and_then(|(_, value)| value.edtf);
        Some((end, value))
    }

    /// "a.m.", "pm", and whether it is the later half of the day.
    fn halves(&self, at: usize) -> Option<(usize, bool)> {
        match self.lower(at) {
            "am" => Some((at + 1, false)),
            "pm" => Some((at + 1, true)),
            half @ ("a" | "p")
                if self.form(at + 1) == "." && self.glued(at + 1) && self.lower(at + 2) == "m" =>
            {
                let stop = self.form(at + 3) == "." && self.glued(at + 3);
                Some((at + 3 + usize::from(stop), half == "p"))
            }
            _ => None,
        }
    }

    fn zone(&self, at: usize) -> bool {
        matches!(
            self.form(at),
            "GMT"
                | "UTC"
                | "EST"
                | "EDT"
                | "CST"
                | "CDT"
                | "PST"
                | "PDT"
                | "MST"
                | "MDT"
                | "CET"
                | "CEST"
                | "BST"
                | "MSK"
                | "ET"
                | "Z"
                | "IST"
                | "JST"
                | "EET"
                | "EEST"
        )
    }

    /// "Tuesday", "last Friday", "Wednesday night", "Monday, 26 October".
    fn weekday(&mut self, at: usize) -> Found {
        let mut name = at;
        let modifier = match self.lower(at) {
            word @ ("last" | "next" | "this" | "past" | "coming" | "previous" | "following") => {
                name += 1;
                word
            }
            "the"
                if matches!(
                    self.lower(at + 1),
                    "following" | "previous" | "coming" | "past"
                ) =>
            {
                name += 2;
                self.lower(at + 1)
            }
            "early" | "late" => {
                name += 1;
                ""
            }
            _ => "",
        };
        let piece = self.pieces.get(name)?;
        let offset = vocabulary::weekday(&piece.lower).or_else(|| {
            let short = match piece.lower.as_ref() {
                "mon" => 0,
                "tue" | "tues" => 1,
                "wed" => 2,
                "thu" | "thur" | "thurs" => 3,
                "fri" => 4,
                _ => return None,
            };
            (piece.capital()
                && (matches!(self.form(name + 1), "." | ",")
                    || self.pieces.get(name + 1).is_some_and(Piece::digits)))
            .then_some(short)
        })?;
        let mut end = name + 1;
        if name == at || modifier.is_empty() {
            // "Monday, Oct. 26", "Tuesday the 4th of March"
            let mut from = end;
            while matches!(self.lower(from), "," | "the" | ".") {
                from += 1;
            }
            if let Some((next, told)) = fixed::told(self.pieces, from)
                && told.day.is_some()
                && told.to.is_none()
                && let Some((_, value)) = self.told(from)
            {
                return Some((next, value));
            }
        }
        // "Friday the 13th": the nearest such day.
        if self.lower(end) == "the"
            && let Some((next, day)) = fixed::day(self.pieces, end + 1)
            && (next > end + 2 || !self.pieces[end + 1].digits())
            && let Some(today) = self.calendar.today.filter(|_| self.calendar.weekday_known)
        {
            let near = (0..14i64)
                .flat_map(|by| [by, -by])
                .filter_map(|by| add(today, by, Unit::Month))
                .filter_map(|month| Date::new(month.year(), month.month(), day).ok())
                .find(|day| day.weekday().to_monday_zero_offset() == offset);
            return Some((next, self.calendar.day(near?)));
        }
        let part = vocabulary::day_part(self.lower(end));
        if part.is_some() {
            end += 1;
        }
        let suffix = part.map_or(String::new(), |part| format!("T{part}"));
        let Some(today) = self.calendar.today.filter(|_| self.calendar.weekday_known) else {
            let kind = if part.is_some() { "TIME" } else { "DATE" };
            return Some((
                end,
                Value::of(kind, format!("XXXX-WXX-{}{suffix}", offset + 1)),
            ));
        };
        let back = (today.weekday().to_monday_zero_offset() - offset).rem_euclid(7);
        let ahead = (7 - back) % 7;
        let days = match modifier {
            "last" => -i64::from(if back == 0 { 7 } else { back }),
            // Said on a Monday, "next Friday" is not this week's.
            "next" => i64::from(offset) - i64::from(today.weekday().to_monday_zero_offset()) + 7,
            "past" => -i64::from(if back == 0 { 7 } else { back }),
            "coming" => i64::from(if ahead == 0 { 7 } else { ahead }),
            "this" => i64::from(offset) - i64::from(today.weekday().to_monday_zero_offset()),
            "previous" | "following" => {
                let from = self.previous.unwrap_or(today);
                let back = (from.weekday().to_monday_zero_offset() - offset).rem_euclid(7);
                let by = if modifier == "previous" {
                    -i64::from(if back == 0 { 7 } else { back })
                } else {
                    i64::from(if back == 0 { 7 } else { 7 - back })
                };
                let day = add(from, by, Unit::Day)?;
                return Some((end, self.part_of(day, &suffix)));
            }
            _ => match self.direction(name) {
                Direction::Past => -i64::from(back),
                // A report names its own day by its weekday.
                Direction::Future => i64::from(ahead),
            },
        };
        let day = add(today, days, Unit::Day)?;
        Some((end, self.part_of(day, &suffix)))
    }

    /// A day, or a part of it ("TNI").
    pub(super) fn part_of(&self, day: Date, suffix: &str) -> Value {
        let mut value = self.calendar.day(day);
        if !suffix.is_empty() {
            value.kind = "TIME";
            value.timex.push_str(suffix);
        }
        value
    }

    /// "24 February 2022", "Aug. 7", "early July", "last November", "the end of March".
    pub(super) fn told(&mut self, at: usize) -> Found {
        let mut from = at;
        let mut modifier = "";
        loop {
            match self.lower(from) {
                "last" | "next" | "this" => {
                    modifier = self.lower(from);
                    from += 1;
                }
                "early" | "late" | "mid" | "earlier" | "later" => {
                    from += 1;
                    if self.form(from) == "-" && self.glued(from) {
                        from += 1;
                    }
                }
                "the"
                    if matches!(
                        self.lower(from + 1),
                        "end" | "beginning" | "start" | "middle"
                    ) =>
                {
                    from += 1
                }
                "end" | "beginning" | "start" | "middle" if self.lower(from + 1) == "of" => {
                    from += 2;
                }
                _ => break,
            }
            if from > at + 6 {
                return None;
            }
        }
        let (end, told) = fixed::told(self.pieces, from)?;
        let (_, _, doubtful) = fixed::month(self.pieces, from).unwrap_or((0, 0, false));
        if told.day.is_none()
            && told.year.is_none()
            && doubtful
            && from == at
            && !self.month_fits(at)
        {
            return None;
        }
        let today = self.calendar.today;
        let Some(day) = told.day else {
            let year = told
                .year
                .or_else(|| Some(self.month_year(today?, told.month, modifier, from)));
            return Some((
                end,
                match year {
                    Some(year) => self.calendar.month(year, told.month, told.year.is_some()),
                    None => {
                        let text = format!("XXXX-{:02}", told.month);
                        Value {
                            edtf: Some(text.clone()),
                            ..Value::of("DATE", text)
                        }
                    }
                },
            ));
        };
        let Some(first) = self.place(told.year, told.month, day, from) else {
            let text = format!("XXXX-{:02}-{day:02}", told.month);
            let edtf = told.to.map_or(text.clone(), |(month, day)| {
                format!("{text}/XXXX-{month:02}-{day:02}")
            });
            // 30 February is no date, 29 February is one in some years.
            let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            return (told.year.is_none() && day <= longest[(told.month - 1) as usize]).then(|| {
                (
                    end,
                    Value {
                        edtf: Some(edtf.clone()),
                        ..Value::of("DATE", edtf)
                    },
                )
            });
        };
        let calendar = Calendar {
            year_known: self.calendar.year_known || told.year.is_some(),
            ..self.calendar
        };
        let value = match told
            .to
            .and_then(|(month, day)| self.place(told.year.or(Some(first.year())), month, day, from))
        {
            Some(last) => {
                let timex = format!("{}/{}", calendar.show(first), calendar.show(last));
                calendar.range(first, last, timex)
            }
            None => calendar.day(first),
        };
        Some((end, value))
    }

    /// The day told; without a year the nearest, but by the tense when it lies more than two months away.
    fn place(&self, year: Option<i16>, month: i8, day: i8, at: usize) -> Option<Date> {
        if let Some(year) = year {
            return Date::new(year, month, day).ok();
        }
        let today = self.calendar.today?;
        let near = nearest(today, month, day)?;
        let away = near.since(today).map_or(0, |span| span.get_days());
        let by = match self.direction(at) {
            Direction::Past if away > 60 => -1,
            Direction::Future if away < -60 => 1,
            _ => 0,
        };
        Date::new(near.year() + by, month, day).ok().or(Some(near))
    }

    /// Whether "May", "March", "August" alone is a month here.
    fn month_fits(&self, at: usize) -> bool {
        matches!(
            self.before(at, 1),
            "in" | "since"
                | "by"
                | "until"
                | "from"
                | "of"
                | "for"
                | "before"
                | "after"
                | "during"
                | "last"
                | "next"
                | "this"
                | "late"
                | "early"
                | "between"
                | "to"
                | "through"
                | "and"
                | "or"
                | "till"
                | "every"
                | "("
                | "a"
                | "the"
        ) && !(self.form(at) == "March" && matches!(self.before(at, 1), "the" | "a" | "of" | "and"))
            && !(matches!(self.before(at, 1), "and" | "or" | "the" | "a" | "to" | "of")
                && self.form(at) == "May"
                && !self.lower(at + 1).is_empty())
    }

    /// The year of a month told without one.
    fn month_year(&self, today: Date, month: i8, modifier: &str, at: usize) -> i16 {
        let (year, now) = (today.year(), today.month());
        let past = if month <= now { year } else { year - 1 };
        let future = if month >= now { year } else { year + 1 };
        match modifier {
            "last" => {
                if month < now {
                    year
                } else {
                    year - 1
                }
            }
            "next" => {
                if month > now {
                    year
                } else {
                    year + 1
                }
            }
            "this" => year,
            _ => match self.direction(at) {
                Direction::Past => past,
                Direction::Future => future,
            },
        }
    }

    pub(super) fn today_monday(&self) -> Option<Date> {
        self.calendar
            .today
            .filter(|_| self.calendar.weekday_known)
            .map(monday)
    }
}
