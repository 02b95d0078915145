//! A report as it came in, before it is read.

use crate::{Date, Problem, Span};

/// A report: its text, which never changes, and what stood beside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// The text. Every span of the reading is a byte range of it.
    pub text: String,
    /// Title, where it is known apart from the text.
    pub title: Option<String>,
    /// Outlet that published it.
    pub outlet: Option<String>,
    /// News agency it comes from.
    pub agency: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// Date of publication.
    pub published: Option<Date>,
    /// Language, as an ISO 639-1 code ("en").
    pub language: Option<String>,
    /// Path or URL.
    pub location: Option<String>,
    /// The id that the user gave.
    pub key: Option<String>,
    /// What mark-up told of its parts, in order; empty for plain text.
    pub blocks: Vec<Block>,
    /// What could not be read well.
    pub problems: Vec<Problem>,
}

impl Document {
    /// A document that is nothing but its text.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

/// A part of the text that mark-up set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Where it stands (bytes).
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a part of a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline of the report.
    Headline,
    /// A heading over some paragraphs.
    Heading,
    /// Place and date, on a line of their own.
    Dateline,
    /// Who wrote it.
    Byline,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// Captions, links and the like: kept as text, not read.
    Aside,
}
