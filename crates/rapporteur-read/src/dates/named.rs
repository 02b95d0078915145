//! Years, decades, quarters, seasons and holidays: parts of the calendar that have a name of their own.

use jiff::civil::Date;

use super::calendar::{self, Calendar, Value};
use super::fixed;
use super::grammar::{Found, Reader};
use super::tense::Direction;
use super::vocabulary;

impl Reader<'_> {
    /// Years, decades, quarters, seasons, holidays.
    pub(super) fn named(&mut self, at: usize) -> Found {
        let mut from = at;
        let mut modifier = "";
        loop {
            match self.lower(from) {
                "early" | "late" | "mid" => {
                    from += 1;
                    if self.form(from) == "-" && self.glued(from) {
                        from += 1;
                    }
                }
                word @ ("last" | "next" | "this") => {
                    modifier = word;
                    from += 1;
                }
                "the"
                    if matches!(
                        self.lower(from + 1),
                        "early"
                            | "late"
                            | "mid"
                            | "end"
                            | "beginning"
                            | "start"
                            | "first"
                            | "second"
                            | "third"
                            | "fourth"
                            | "summer"
                            | "winter"
                            | "spring"
                            | "fall"
                            | "autumn"
                    ) =>
                {
                    from += 1
                }
                "end" | "beginning" | "start" if self.lower(from + 1) == "of" => from += 2,
                _ => break,
            }
            if from > at + 6 {
                return None;
            }
        }
        // "the 1990s", "the early 1990s": the article stays out.
        let article = usize::from(from > at && self.lower(at) == "the");
        if article == 1 && self.decade(from).is_some() {
            return None;
        }
        self.decade(from)
            .or_else(|| self.quarter(from))
            .or_else(|| self.season(from, modifier))
            .or_else(|| self.holiday(from, modifier))
            .or_else(|| self.lone_year(from, from > at && modifier.is_empty()))
    }

    /// "1990s", "the nineties".
    fn decade(&self, at: usize) -> Found {
        let piece = self.pieces.get(at)?;
        let text = if piece.digits()
            && matches!(piece.form.len(), 2 | 4)
            && piece.form.ends_with('0')
            && self.lower(at + 1) == "s"
            && self.glued(at + 1)
            && (piece.form.len() == 4
                || matches!(
                    self.before(at, 1),
                    "the" | "'" | "’" | "early" | "late" | "mid"
                )) {
            if piece.form.len() == 4 {
                piece.form[..3].to_owned()
            } else {
                format!("19{}", &piece.form[..1])
            }
        } else {
            return None;
        };
        let value = Value {
            edtf: Some(format!("{text}X")),
            ..Value::of("DATE", format!("{text}X"))
        };
        Some((at + 2, value))
    }

    /// "the first quarter of 2034", "Q3 2033", "the second half of the year".
    fn quarter(&self, at: usize) -> Found {
        let (quarter, end, half) = if self.form(at) == "Q" && self.glued(at + 1) {
            (
                self.form(at + 1)
                    .parse::<i8>()
                    .ok()
                    .filter(|q| (1..=4).contains(q))?,
                at + 2,
                false,
            )
        } else {
            let n = vocabulary::ordinal(self.lower(at)).filter(|n| *n <= 4)?;
            match self.lower(at + 1) {
                "quarter" | "fiscal" if self.lower(at + 1) == "quarter" => (n as i8, at + 2, false),
                "half" if n <= 2 => (n as i8, at + 2, true),
                _ => return None,
            }
        };
        let of = if matches!(self.lower(end), "of" | ",") {
            end + 1
        } else {
            end
        };
        let (end, year, told) = if let Some((end, year)) = fixed::year(self.pieces, of) {
            (end, Some(year), true)
        } else if matches!(self.lower(of), "this" | "the" | "last" | "next")
            && self.lower(of + 1) == "year"
        {
            let by = match self.lower(of) {
                "last" => -1,
                "next" => 1,
                _ => 0,
            };
            (
                of + 2,
                self.calendar.today.map(|day| day.year() + by),
                false,
            )
        } else {
            (end, self.calendar.today.map(|day| day.year()), false)
        };
        let bare = of == end;
        if half && (bare || year.is_none()) {
            return None;
        }
        let Some(year) = year else {
            return Some((end, Value::of("DATE", format!("XXXX-Q{quarter}"))));
        };
        if half {
            let text = if told || self.calendar.year_known {
                format!("{year:04}")
            } else {
                "XXXX".to_owned()
            };
            return Some((
                end,
                Value {
                    edtf: Some(format!("{text}-{}", 39 + quarter)),
                    ..Value::of("DATE", format!("{text}-H{quarter}"))
                },
            ));
        }
        Some((end, self.calendar.quarter(year, quarter, told)))
    }

    fn season(&self, at: usize, modifier: &str) -> Found {
        let (mark, number) = vocabulary::season(self.lower(at))?;
        let of = if self.lower(at + 1) == "of" {
            at + 2
        } else {
            at + 1
        };
        let (end, year) = if let Some((end, year)) = fixed::year(self.pieces, of) {
            (end, Some(year))
        } else if modifier.is_empty()
            && !(self.before(at, 1) == "the" && self.before(at, 2) == "in"
                || matches!(self.before(at, 1), "in" | "since" | "by"))
        {
            return None;
        } else {
            let first = number % 20 * 3; // month in which it begins
            let year = self.calendar.today.map(|day| match modifier {
                "last" => day.year() - i16::from(day.month() <= first),
                "next" => day.year() + i16::from(day.month() >= first),
                "this" => day.year(),
                _ => {
                    day.year()
                        - i16::from(day.month() < first && self.direction(at) == Direction::Past)
                }
            });
            (at + 1, year.filter(|_| self.calendar.year_known))
        };
        let year = year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
        Some((
            end,
            Value {
                edtf: Some(format!("{year}-{number}")),
                ..Value::of("DATE", format!("{year}-{mark}"))
            },
        ))
    }

    fn holiday(&self, at: usize, modifier: &str) -> Found {
        let piece = self.pieces.get(at)?;
        if !piece.capital() {
            return None;
        }
        let (count, month, day) = match (piece.lower.as_str(), self.lower(at + 1)) {
            ("thanksgiving", "day") => (2, 11, 0),
            ("thanksgiving", _) => (1, 11, 0),
            ("new", "year") => {
                let named = (at + 2..at + 5).find(|&k| matches!(self.lower(k), "eve" | "day"))?;
                if self.lower(named) == "eve" {
                    (named + 1 - at, 12, 31)
                } else {
                    (named + 1 - at, 1, 1)
                }
            }
            (first, second) => vocabulary::holiday(first, second)?,
        };
        let end = at + count;
        let thanksgiving = |year: i16| {
            Date::new(year, month, 1)
                .ok()?
                .nth_weekday_of_month(4, jiff::civil::Weekday::Thursday)
                .ok()
        };
        let date = |year: i16| {
            if day == 0 {
                thanksgiving(year)
            } else {
                Date::new(year, month, day).ok()
            }
        };
        if let Some((end, year)) = fixed::year(
            self.pieces,
            if self.form(end) == "," { end + 1 } else { end },
        ) {
            let calendar = Calendar {
                year_known: true,
                ..self.calendar
            };
            return Some((end, calendar.day(date(year)?)));
        }
        let Some(today) = self.calendar.today else {
            return Some((
                end,
                Value::of(
                    "DATE",
                    if day == 0 {
                        "XXXX-11".to_owned()
                    } else {
                        format!("XXXX-{month:02}-{day:02}")
                    },
                ),
            ));
        };
        let all = [today.year() - 1, today.year(), today.year() + 1].map(date);
        let found = match modifier {
            "last" => all.iter().flatten().rfind(|day| **day < today),
            "next" => all.iter().flatten().find(|day| **day > today),
            _ => match self.direction(at) {
                Direction::Past => all.iter().flatten().min_by_key(|day| {
                    day.since(today)
                        .map_or(i32::MAX, |span| span.get_days().abs())
                }),
                Direction::Future => all.iter().flatten().find(|day| **day >= today),
            },
        };
        Some((end, self.calendar.day(*found?)))
    }

    /// "2014" where it can only be a year.
    fn lone_year(&self, at: usize, modified: bool) -> Found {
        let (mut end, year) = fixed::year(self.pieces, at)?;
        let led = matches!(
            self.before(at, 1),
            "in" | "since"
                | "by"
                | "until"
                | "till"
                | "from"
                | "before"
                | "after"
                | "during"
                | "of"
                | "through"
                | "year"
                | "between"
                | "the"
                | "("
                | "early"
                | "late"
                | "and"
                | "to"
                | "for"
                | "fiscal"
                | "its"
                | "his"
                | "their"
                | "or"
                | "a"
                | "around"
                | "than"
                | "post"
                | "-"
                | "–"
                | ","
        );
        let next = self.lower(end);
        let counted = matches!(
            next,
            "people"
                | "troops"
                | "soldiers"
                | "men"
                | "women"
                | "children"
                | "prisoners"
                | "detainees"
                | "trucks"
                | "tonnes"
                | "tons"
                | "km"
                | "kilometres"
                | "kilometers"
                | "miles"
                | "metres"
                | "meters"
                | "feet"
                | "dollars"
                | "euros"
                | "jobs"
                | "homes"
                | "members"
                | "%"
                | "percent"
                | "per"
                | "words"
                | "pages"
                | "civilians"
                | "refugees"
                | "fighters"
                | "workers"
                | "square"
                | "barrels"
                | "centrifuges"
                | "warheads"
                | "missiles"
                | "passengers"
                | "others"
                | "more"
                | "times"
                | "years"
                | "days"
                | "hours"
                | "acres"
                | "hectares"
                | "votes"
                | "units"
                | "participants"
                | "delegates"
                | "villages"
                | "houses"
        );
        let likely = (1800..=2100).contains(&year);
        let money = at > 0
            && (self.glued(at) && matches!(self.form(at - 1), "$" | "€" | "£" | "#" | ",")
                || matches!(self.before(at, 1), "no" | "number"));
        if !likely
            || counted
            || money
            || !(led || modified || (1900..=2050).contains(&year) && !self.glued(end))
        {
            return None;
        }
        if self.glued(at)
            && matches!(self.before(at, 1), "-" | "–")
            && at > 1
            && self.glued(at - 1)
            && !self.pieces[at - 2]
                .form
                .ends_with(|c: char| c.is_alphanumeric())
        {
            return None;
        }
        // "2010-2020", "2029-30"
        if matches!(self.form(end), "-" | "–" | "/")
            && self.glued(end)
            && self.glued(end + 1)
            && self.pieces[end + 1].digits()
        {
            let tail = self.form(end + 1);
            let last = match tail.len() {
                4 => tail.parse::<i16>().ok(),
                2 => tail.parse::<i16>().ok().map(|n| year / 100 * 100 + n),
                _ => None,
            };
            if let Some(last) = last.filter(|last| *last > year && *last < year + 200) {
                end += 2;
                let text = format!("{year:04}/{last:04}");
                return Some((
                    end,
                    Value {
                        edtf: Some(text.clone()),
                        ..Value::of("DATE", text)
                    },
                ));
            }
        }
        Some((end, calendar::year_told(year)))
    }
}
