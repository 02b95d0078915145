//! Dates: time expressions with their values.

use std::ops::Range;

use rapporteur_model::{Date, Span};

use crate::words::Words;

/// Time expressions of a report, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dates(pub Vec<TimeExpression>);

/// One time expression.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeExpression {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub words: Range<usize>,
    /// Its value as EDTF, where it has one.
    pub edtf: Option<Date>,
    /// Type and value in TimeML's terms.
    pub timex: Timex,
}

/// Type and value of a time expression in TimeML (Pustejovsky et al. 2003).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timex {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: &'static str,
    /// The value ("2031-W12", "P3D", "PRESENT_REF").
    pub value: String,
}

/// What relative dates are counted from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Anchor {
    /// Date of publication.
    pub published: Option<Date>,
    /// Words of the date in the dateline.
    pub dateline: Option<Span>,
}

/// Finds time expressions.
pub fn dates(_words: &Words, _anchor: &Anchor) -> Dates {
    Dates::default()
}
