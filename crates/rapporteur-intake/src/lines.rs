//! JSON Lines: one report a line, read one line at a time.

use std::io::{BufRead, Read};

use rapporteur_model::{Document, Problem};
use serde::Deserialize;
use serde_json::Value;

use crate::{Fault, IntakeError, Limits, date_of, encoding, html, text};

/// The reports of a JSON Lines file. Blank lines are passed over; a line that cannot be read gives an error, and the next follows.
pub struct Lines<'a> {
    reader: Box<dyn BufRead + Send + 'a>,
    location: Option<String>,
    limits: Limits,
    line: u64,
    ended: bool,
}

impl<'a> Lines<'a> {
    /// Over a reader. `location` names it in errors.
    pub fn new(
        reader: Box<dyn BufRead + Send + 'a>,
        location: Option<&str>,
        limits: Limits,
    ) -> Self {
        Self {
            reader,
            location: location.map(str::to_owned),
            limits,
            line: 0,
            ended: false,
        }
    }

    /// The next line with something on it; `None` at the end.
    fn next_line(&mut self) -> Option<Result<Vec<u8>, Fault>> {
        loop {
            let mut bytes = Vec::new();
            let most = self.limits.report_bytes;
            let taken = self
                .reader
                .by_ref()
                .take(most as u64 + 1)
                .read_until(b'\n', &mut bytes);
            match taken {
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error.into()));
                }
                Ok(0) => return None,
                Ok(_) => self.line += 1,
            }
            if bytes.len() > most && bytes.last() != Some(&b'\n') {
                if let Err(error) = self.reader.skip_until(b'\n') {
                    self.ended = true;
                    return Some(Err(error.into()));
                }
                return Some(Err(Fault::TooLarge { limit: most }));
            }
            if self.line == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
                bytes.drain(..3);
            }
            if !bytes.trim_ascii().is_empty() {
                return Some(Ok(bytes));
            }
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Document, IntakeError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let line = self.next_line()?;
        let location = self.location.as_deref();
        let document = match line {
            Ok(bytes) => from_line(&bytes, location, &self.limits),
            Err(fault) => Err(fault.into()),
        };
        Some(document.map_err(|error| IntakeError {
            line: Some(self.line),
            ..error.at(location)
        }))
    }
}

/// A report as a line gives it. Ids may be numbers; a field that is there and of the wrong kind is a problem, not an error.
#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    text: Option<String>,
    #[serde(default)]
    html: Option<String>,
    #[serde(default)]
    title: Value,
    #[serde(default)]
    published: Value,
    #[serde(default)]
    outlet: Value,
    #[serde(default)]
    agency: Value,
    #[serde(default)]
    byline: Value,
    #[serde(default)]
    language: Value,
    #[serde(default)]
    location: Value,
}

fn from_line(
    bytes: &[u8],
    location: Option<&str>,
    limits: &Limits,
) -> Result<Document, IntakeError> {
    let decoded = encoding::decode(bytes, false)?;
    match serde_json::from_str::<Given>(&decoded.text) {
        Ok(given) => {
            let mut document = from_given(given, location, limits)?;
            // Places in the line are none in the text.
            document
                .problems
                .extend(decoded.problems.into_iter().map(|problem| Problem {
                    at: None,
                    ..problem
                }));
            Ok(document)
        }
        Err(error) => {
            let key = serde_json::from_str::<Value>(&decoded.text)
                .ok()
                .and_then(|value| word(&value["id"]));
            let message = format!("the line is no report in JSON ({})", told(&error));
            Err(IntakeError {
                key: key.or_else(|| first_id(&decoded.text)),
                ..Fault::Json { message }.into()
            })
        }
    }
}

fn from_given(
    given: Given,
    location: Option<&str>,
    limits: &Limits,
) -> Result<Document, IntakeError> {
    let key = word(&given.id);
    let place = word(&given.location);
    let place = place.as_deref().or(location);
    let decoded = |text| encoding::Decoded {
        text,
        problems: Vec::new(),
    };
    let mut document = match (given.text, given.html) {
        (Some(plain), _) => Document {
            text: plain,
            location: place.map(str::to_owned),
            ..Document::default()
        },
        (None, Some(page)) => html::document(decoded(page), place, limits),
        (None, None) => {
            return Err(IntakeError {
                key,
                ..Fault::Json {
                    message: "the report has neither \"text\" nor \"html\"".into(),
                }
                .into()
            });
        }
    };
    document.key = key;
    let mut strange = Vec::new();
    let mut give = |field: &mut Option<String>, name: &str, value: &Value| match word(value) {
        Some(word) => *field = Some(word),
        None if value.is_null() || value.as_str().is_some() => {}
        None => strange.push(name.to_owned()),
    };
    give(&mut document.title, "title", &given.title);
    give(&mut document.outlet, "outlet", &given.outlet);
    give(&mut document.agency, "agency", &given.agency);
    give(&mut document.byline, "byline", &given.byline);
    give(&mut document.language, "language", &given.language);
    for name in strange {
        document.problems.push(Problem::warning(
            format!("\"{name}\" is no text and was left out"),
            "Write it as a JSON string",
        ));
    }
    if let Some(written) = word(&given.published) {
        match date_of(&written) {
            Some(date) => document.published = Some(date),
            None => document.problems.push(Problem::warning(
                format!("the date of publication «{written}» was not understood"),
                "Write it as year-month-day: 2031-03-04",
            )),
        }
    }
    if document.blocks.is_empty() {
        text::finish(&mut document, limits);
    }
    Ok(document)
}

/// The reports of one JSON value: an object, or an array of objects.
pub fn values(
    json: &str,
    location: Option<&str>,
    limits: &Limits,
) -> Vec<Result<Document, IntakeError>> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Json {
        One(Box<Given>),
        Many(Vec<Given>),
    }
    let all = match serde_json::from_str::<Json>(json) {
        Ok(Json::One(given)) => vec![*given],
        Ok(Json::Many(all)) => all,
        Err(_) => {
            let message = match serde_json::from_str::<serde::de::IgnoredAny>(json) {
                Err(error) => format!("the file is no JSON ({error})"),
                Ok(_) => {
                    "the file is JSON, but neither a report nor an array of reports".to_owned()
                }
            };
            return vec![Err(IntakeError::new(Fault::Json { message }, location))];
        }
    };
    all.into_iter()
        .map(|given| from_given(given, location, limits).map_err(|error| error.at(location)))
        .collect()
}

/// A string or a number as text; `None` for anything else, and for a blank string.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The message of serde without "at line 1": the line is ours to tell.
fn told(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    match whole.split_once(" at line ") {
        Some((message, _)) => format!("{message}, column {}", error.column()),
        None => whole,
    }
}

/// The id of a line that is cut off or broken further on.
fn first_id(line: &str) -> Option<String> {
    let rest = line
        .trim_start()
        .strip_prefix('{')?
        .trim_start()
        .strip_prefix("\"id\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
    match values.next() {
        Some(Ok(value)) => word(&value),
        _ => None,
    }
}
