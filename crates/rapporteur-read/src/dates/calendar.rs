//! Values of time expressions, and the calendar they are counted on.

use jiff::Span;
use jiff::civil::Date;

/// The value of one expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: &'static str,
    /// In TimeML's terms.
    pub timex: String,
    /// In EDTF, for what has a place on the calendar.
    pub edtf: Option<String>,
    /// The day that "the same day" or "two days later" counts from.
    pub day: Option<Date>,
}

impl Value {
    /// A value without a place on the calendar.
    pub fn of(kind: &'static str, timex: impl Into<String>) -> Self {
        Self {
            kind,
            timex: timex.into(),
            edtf: None,
            day: None,
        }
    }

    /// A duration.
    pub fn duration(timex: impl Into<String>) -> Self {
        Self::of("DURATION", timex)
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the units")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The ISO duration of `count` units ("3", "X").
    pub fn duration(self, count: &str) -> String {
        let times = |by: u32| {
            count
                .parse::<f64>()
                .map_or_else(|_| "X".to_owned(), |n| (n * f64::from(by)).to_string())
        };
        match self {
            Self::Second => format!("PT{count}S"),
            Self::Minute => format!("PT{count}M"),
            Self::Hour => format!("PT{count}H"),
            Self::Day => format!("P{count}D"),
            Self::Week => format!("P{count}W"),
            Self::Fortnight => format!("P{}W", times(2)),
            Self::Month => format!("P{count}M"),
            Self::Quarter => format!("P{}M", times(3)),
            Self::Year => format!("P{count}Y"),
            Self::Decade => format!("P{}Y", times(10)),
            Self::Century => format!("P{}Y", times(100)),
        }
    }
}

/// The calendar of a report: its day, and whether its year is known. A report whose year is not known stands on a
/// year in which its weekdays fit; the year is never shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Calendar {
    /// The day of the report.
    pub today: Option<Date>,
    /// Whether the year is one that the report or its data tell.
    pub year_known: bool,
    /// Whether weekdays can be counted.
    pub weekday_known: bool,
}

impl Calendar {
    fn year_text(self, year: i16, told: bool) -> String {
        if told || self.year_known {
            format!("{year:04}")
        } else {
            "XXXX".to_owned()
        }
    }

    /// EDTF of a day.
    pub fn show(self, day: Date) -> String {
        format!(
            "{}-{:02}-{:02}",
            self.year_text(day.year(), false),
            day.month(),
            day.day()
        )
    }

    /// A day counted from the report's.
    pub fn day(self, day: Date) -> Value {
        let text = self.show(day);
        Value {
            kind: "DATE",
            timex: text.clone(),
            edtf: Some(text),
            day: Some(day),
        }
    }

    /// A month; `told` when its year stands in the text.
    pub fn month(self, year: i16, month: i8, told: bool) -> Value {
        let text = format!("{}-{month:02}", self.year_text(year, told));
        Value {
            kind: "DATE",
            timex: text.clone(),
            edtf: Some(text),
            day: Date::new(year, month, 1).ok(),
        }
    }

    /// A year counted from the report's.
    pub fn year(self, year: i16) -> Value {
        if self.year_known {
            year_told(year)
        } else {
            Value::of("DATE", "XXXX")
        }
    }

    /// The days from one to another, with a TimeML value of its own.
    pub fn range(self, from: Date, to: Date, timex: String) -> Value {
        Value {
            kind: "DATE",
            timex,
            edtf: Some(format!("{}/{}", self.show(from), self.show(to))),
            day: Some(from),
        }
    }

    /// The week that begins on a Monday.
    pub fn week(self, monday: Date) -> Value {
        let sunday = add(monday, 6, Unit::Day).unwrap_or(monday);
        let iso = monday.iso_week_date();
        let timex = if self.year_known {
            format!("{:04}-W{:02}", iso.year(), iso.week())
        } else {
            format!("{}/{}", self.show(monday), self.show(sunday))
        };
        self.range(monday, sunday, timex)
    }

    /// The weekend of the week that begins on a Monday.
    pub fn weekend(self, monday: Date) -> Value {
        let saturday = add(monday, 5, Unit::Day).unwrap_or(monday);
        let sunday = add(monday, 6, Unit::Day).unwrap_or(monday);
        let iso = monday.iso_week_date();
        let timex = if self.year_known {
            format!("{:04}-W{:02}-WE", iso.year(), iso.week())
        } else {
            "XXXX-WXX-WE".to_owned()
        };
        self.range(saturday, sunday, timex)
    }

    /// A quarter of a year.
    pub fn quarter(self, year: i16, quarter: i8, told: bool) -> Value {
        let text = self.year_text(year, told);
        let first = quarter * 3 - 2;
        Value {
            kind: "DATE",
            timex: format!("{text}-Q{quarter}"),
            edtf: Some(format!("{text}-{}", 32 + quarter)),
            day: Date::new(year, first, 1).ok(),
        }
    }
}

/// A year that stands in the text.
pub fn year_told(year: i16) -> Value {
    let text = format!("{year:04}");
    Value {
        kind: "DATE",
        timex: text.clone(),
        edtf: Some(text),
        day: Date::new(year, 1, 1).ok(),
    }
}

/// The Monday of a day's week.
pub fn monday(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    add(day, -back, Unit::Day).unwrap_or(day)
}

/// A day moved by a number of units (up to 9,999); `None` outside the calendar.
pub fn add(day: Date, count: i64, unit: Unit) -> Option<Date> {
    if count.abs() > 9_999 {
        return None;
    }
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Span::new(),
        Unit::Day => Span::new().days(count),
        Unit::Week => Span::new().weeks(count),
        Unit::Fortnight => Span::new().weeks(count * 2),
        Unit::Month => Span::new().months(count),
        Unit::Quarter => Span::new().months(count * 3),
        Unit::Year => Span::new().years(count),
        Unit::Decade => Span::new().years((count * 10).clamp(-9_999, 9_999)),
        Unit::Century => Span::new().years((count * 100).clamp(-9_999, 9_999)),
    };
    day.checked_add(span).ok()
}
