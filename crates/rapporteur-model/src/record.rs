//! The record: what reports say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Actor, Condition, Date, Event, Id, Position, Problem, Proposal, Provision, Statement};

/// Name and version of the public format.
pub const FORMAT: &str = "rapporteur/1";

/// What one or more reports say, never what is true. Every entry rests on words of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// Always [`FORMAT`].
    pub format: String,
    /// The reports it is drawn from.
    pub reports: Vec<Report>,
    /// Who.
    pub actors: Vec<Actor>,
    /// Deeds.
    pub events: Vec<Event>,
    /// What was said.
    pub statements: Vec<Statement>,
    /// Texts on the table.
    pub proposals: Vec<Proposal>,
    /// Things that could be agreed.
    pub provisions: Vec<Provision>,
    /// Where parties stand.
    pub positions: Vec<Position>,
    /// Ifs and thens.
    pub conditions: Vec<Condition>,
    /// What could not be read well.
    pub problems: Vec<Problem>,
}

impl Default for Record {
    fn default() -> Self {
        Self {
            format: FORMAT.to_owned(),
            reports: Vec::new(),
            actors: Vec::new(),
            events: Vec::new(),
            statements: Vec::new(),
            proposals: Vec::new(),
            provisions: Vec::new(),
            positions: Vec::new(),
            conditions: Vec::new(),
            problems: Vec::new(),
        }
    }
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
pub struct Report {
    /// A hash of its text.
    pub id: Id,
    /// The id that the user gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Outlet that published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// News agency it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Author line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// Place and date at its head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Language, ISO 639-1.
    pub language: String,
    /// Path or URL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The report it repeats or rewrites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<Id>,
}

/// Place and date at the head of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
pub struct Dateline {
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}
