//! The cases, and the classes of them that are left out.

use std::collections::HashSet;

use regex::{Regex, RegexBuilder};
use serde_json::Value;

const FILES: [&str; 5] = [
    "DateTimeModel",
    "DateParser",
    "DatePeriodParser",
    "DurationParser",
    "HolidayParser",
];

/// One expression of a sentence with the values that are right.
#[derive(Debug)]
pub struct Case {
    /// `date`, `daterange` or `duration`.
    pub kind: String,
    /// The sentence.
    pub input: String,
    /// The expression, as the reference spells it.
    pub text: String,
    /// Day of reference, YYYY-MM-DD.
    pub day: String,
    /// Code points of the expression.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// The values that the reference gives.
    pub values: Vec<Right>,
}

/// A value of the reference: any of these.
#[derive(Debug, Default, PartialEq)]
pub struct Right {
    /// TIMEX3, in its own dialect.
    pub timex: Option<String>,
    /// A day, or seconds.
    pub value: Option<String>,
    /// First day of a period.
    pub start: Option<String>,
    /// Day at which it is over.
    pub end: Option<String>,
    /// `before`, `after`, `mid` and so on.
    pub part: Option<String>,
}

/// Reads the files of a folder.
pub fn load(folder: &str) -> Result<Vec<Case>, String> {
    let mut cases = Vec::new();
    let mut seen = HashSet::new();
    for file in FILES {
        let path = format!("{folder}/{file}.json");
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let rows: Vec<Value> = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| format!("{path}: {error}"))?;
        for row in &rows {
            for case in row["Results"].as_array().into_iter().flatten() {
                if let Some(case) = read(row, case)
                    && seen.insert((
                        case.input.clone(),
                        case.day.clone(),
                        case.start,
                        case.kind.clone(),
                    ))
                {
                    cases.push(case);
                }
            }
        }
    }
    Ok(cases)
}

fn read(row: &Value, result: &Value) -> Option<Case> {
    let kind = result["TypeName"]
        .as_str()
        .or(result["Type"].as_str())?
        .trim_start_matches("datetimeV2.");
    let day = row["Context"]["ReferenceDateTime"].as_str()?.get(..10)?;
    if !matches!(kind, "date" | "daterange" | "duration") {
        return None;
    }
    let start = result["Start"].as_u64()? as usize;
    let end = match result["End"].as_u64() {
        Some(last) => last as usize + 1,
        None => start + result["Length"].as_u64()? as usize,
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let values: Vec<Right> = match result["Resolution"]["values"].as_array() {
        Some(values) => values
            .iter()
            .map(|value| Right {
                timex: text(&value["timex"]),
                value: text(&value["value"]).filter(|value| value != "not resolved"),
                start: text(&value["start"]),
                end: text(&value["end"]),
                part: text(&value["Mod"]),
            })
            .collect(),
        None => ["FutureResolution", "PastResolution"]
            .iter()
            .map(|key| {
                let value = &result["Value"][*key];
                Right {
                    timex: text(&result["Value"]["Timex"]),
                    value: text(&value["date"]).or(text(&value["duration"])),
                    start: text(&value["startDate"]),
                    end: text(&value["endDate"]),
                    part: text(&result["Value"]["Mod"]),
                }
            })
            .collect(),
    };
    Some(Case {
        kind: kind.to_owned(),
        input: text(&row["Input"])?,
        text: text(&result["Text"])?,
        day: day.to_owned(),
        start,
        end,
        values,
    })
}

/// A class of cases that make no sense in news.
#[derive(Debug, Default)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// Why it is left out.
    pub reason: String,
    text: Vec<Regex>,
    input: Vec<Regex>,
    without_value: bool,
}

impl Class {
    /// Whether a case belongs to it.
    pub fn has(&self, case: &Case) -> bool {
        let placed =
            |right: &Right| right.value.is_some() || right.start.is_some() || right.end.is_some();
        self.text.iter().any(|pattern| pattern.is_match(&case.text))
            || self
                .input
                .iter()
                .any(|pattern| pattern.is_match(&case.input))
            || self.without_value && !case.values.iter().any(placed)
    }
}

/// Reads the list of classes: a name at the margin, under it slots `text`, `input`, `value` and `reason`.
pub fn left_out(list: &str) -> Result<Vec<Class>, String> {
    let mut classes: Vec<Class> = Vec::new();
    for (number, line) in list.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if !line.starts_with(' ') {
            classes.push(Class {
                name: line.to_owned(),
                ..Class::default()
            });
            continue;
        }
        let at = |what: &str| format!("line {}: {what}", number + 1);
        let class = classes
            .last_mut()
            .ok_or_else(|| at("a slot before any class"))?;
        let (slot, value) = line
            .trim_start()
            .split_once(' ')
            .ok_or_else(|| at("a slot without a value"))?;
        let pattern = || {
            RegexBuilder::new(value.trim_start())
                .case_insensitive(true)
                .build()
                .map_err(|error| at(&error.to_string()))
        };
        match slot {
            "text" => class.text.push(pattern()?),
            "input" => class.input.push(pattern()?),
            "value" => class.without_value = true,
            "reason" => class.reason = value.trim().to_owned(),
            _ => return Err(at("no such slot")),
        }
    }
    Ok(classes)
}
