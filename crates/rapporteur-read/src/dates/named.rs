//! Years, decades, quarters, seasons and holidays: parts of the calendar that have a name of their own.

use super::calendar::{self, Calendar, Value};
use super::fixed;
use super::grammar::{Found, Reader};
use super::holidays::{self, Holiday};
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
            .or_else(|| self.century(from))
            .or_else(|| self.quarter(from))
            .or_else(|| self.season(from, modifier))
            .or_else(|| self.holiday(from, modifier))
            .or_else(|| self.lone_year(from, from > at && modifier.is_empty()))
    }

    /// "1990s", "the nineties".
    fn decade(&self, at: usize) -> Found {
        let piece = self.pieces.get(at)?;
        // "the 1970's"
        let apostrophe = usize::from(matches!(self.form(at + 1), "'" | "’") && self.glued(at + 1));
        let text = if piece.digits()
            && matches!(piece.form.len(), 2 | 4)
            && piece.form.ends_with('0')
            && self.lower(at + apostrophe + 1) == "s"
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
        } else if let Some(tens) = vocabulary::decade(&piece.lower)
            .filter(|_| matches!(self.before(at, 1), "the" | "early" | "late" | "mid" | "-"))
        {
            let text = tens.to_owned();
            return Some((
                at + 1,
                Value {
                    edtf: Some(format!("{text}X")),
                    ..Value::of("DATE", format!("{text}X"))
                },
            ));
        } else {
            return None;
        };
        let value = Value {
            edtf: Some(format!("{text}X")),
            ..Value::of("DATE", format!("{text}X"))
        };
        Some((at + apostrophe + 2, value))
    }

    /// "the 19th century", "the twentieth century".
    fn century(&self, at: usize) -> Found {
        let (end, number) = fixed::day(self.pieces, at)?;
        let end = if self.form(end) == "-" { end + 1 } else { end };
        let spoken = !self.pieces[at].digits() || end > at + 1;
        if !spoken || self.lower(end) != "century" || !(2..=22).contains(&number) {
            return None;
        }
        let text = format!("{:02}", number - 1);
        Some((
            end + 1,
            Value {
                edtf: Some(format!("{text}XX")),
                ..Value::of("DATE", text)
            },
        ))
    }

    /// "the first quarter of 2034", "Q3 2033", "the second half of the year".
    fn quarter(&self, at: usize) -> Found {
        // "H1 2033", "2033 H2"
        let half_of = |at: usize| {
            let half = self.lower(at) == "h" && self.glued(at + 1);
            self.form(at + 1)
                .parse::<i8>()
                .ok()
                .filter(|n| half && (1..=2).contains(n))
        };
        let halves = |year: i16, half: i8| Value {
            edtf: Some(format!("{year:04}-{}", 39 + half)),
            ..Value::of("DATE", format!("{year:04}-H{half}"))
        };
        if let Some(half) = half_of(at)
            && let Some((end, year)) = fixed::year(self.pieces, at + 2)
        {
            return Some((end, halves(year, half)));
        }
        if let Some((end, year)) = fixed::year(self.pieces, at)
            && let dash = usize::from(self.form(end) == "-" && self.glued(end))
            && let Some(half) = half_of(end + dash)
        {
            return Some((end + dash + 2, halves(year, half)));
        }
        // "2033 Q3"
        if let Some((end, year)) = fixed::year(self.pieces, at)
            && let end = end + usize::from(self.form(end) == "-" && self.glued(end))
            && self.lower(end) == "q"
            && let Some(quarter) = self
                .form(end + 1)
                .parse::<i8>()
                .ok()
                .filter(|q| (1..=4).contains(q))
            && self.glued(end + 1)
        {
            return Some((end + 2, self.calendar.quarter(year, quarter, true)));
        }
        let (quarter, end, half) = if self.lower(at) == "q" && self.glued(at + 1) {
            (
                self.form(at + 1)
                    .parse::<i8>()
                    .ok()
                    .filter(|q| (1..=4).contains(q))?,
                at + 2,
                false,
            )
        } else {
            let (noun, n) = fixed::day(self.pieces, at)
                .filter(|(noun, n)| *n <= 4 && (*noun > at + 1 || !self.pieces[at].digits()))?;
            match self.lower(noun) {
                "quarter" => (n, noun + 1, false),
                "half" if n <= 2 => (n, noun + 1, true),
                _ => return None,
            }
        };
        let of = if matches!(self.lower(end), "of" | "," | "in")
            || self.form(end) == "-" && self.glued(end)
        {
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
        let (count, holiday) = holidays::holiday(|part| self.lower(at + part))?;
        let end = at + count;
        if matches!(
            self.lower(end),
            "week" | "weekend" | "season" | "party" | "tree" | "egg" | "eggs"
        ) {
            return None;
        }
        let date = |year: i16| holiday.in_year(year);
        let year_at = match self.lower(end) {
            "," | "of" | "in" => end + 1,
            _ => end,
        };
        if let Some((end, year)) = fixed::year(self.pieces, year_at) {
            let calendar = Calendar {
                year_known: true,
                ..self.calendar
            };
            return Some((end, calendar.day(date(year)?)));
        }
        let Some(today) = self.calendar.today else {
            let text = match holiday {
                Holiday::On(month, day) => format!("XXXX-{month:02}-{day:02}"),
                Holiday::Nth(month, ..) => format!("XXXX-{month:02}"),
                Holiday::Easter(_) => "XXXX".to_owned(),
            };
            return Some((end, Value::of("DATE", text)));
        };
        let by = match self.lower(year_at) {
            "this" => Some(0),
            "next" => Some(1),
            "last" => Some(-1),
            _ => None,
        };
        if let Some(by) = by.filter(|_| year_at > end && self.lower(year_at + 1) == "year") {
            return Some((year_at + 2, self.calendar.day(date(today.year() + by)?)));
        }
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
            || !(led
                || modified
                || (1900..=2050).contains(&year)
                    && (!self.glued(end) || matches!(self.form(end), "-" | "–" | "~")))
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
