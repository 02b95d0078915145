//! Dates: time expressions with their values.
//!
//! A grammar over pieces of text (runs of letters, runs of digits, single marks), so that it does not depend on how
//! words are divided; the trees are asked only for the tense that tells a past Friday from the next.
//! Spans follow TimeML: no preposition, but "last", "early", "the past" and "ago" belong to the expression.

mod anchor;
mod calendar;
mod fixed;
mod grammar;
mod holidays;
mod joined;
mod named;
mod nth;
mod pieces;
mod relative;
mod tense;
mod vocabulary;

pub(crate) use vocabulary::number as number_word;

#[cfg(test)]
mod tests;

use std::ops::Range;

use rapporteur_model::{Date, Span};

use crate::words::Words;

/// Time expressions of a report, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dates(pub Vec<TimeExpression>);

impl Dates {
    /// The expression that a word stands in.
    pub fn at(&self, word: usize) -> Option<usize> {
        let after = self.0.partition_point(|date| date.words.start <= word);
        after
            .checked_sub(1)
            .filter(|&date| self.0[date].words.contains(&word))
    }

    /// Whether an expression begins in a range.
    pub fn begins_in(&self, range: &Range<usize>) -> bool {
        let first = self
            .0
            .partition_point(|date| date.words.start < range.start);
        (self.0.get(first)).is_some_and(|date| date.words.start < range.end)
    }

    /// The expressions that share words with a range, with their indices.
    pub fn among(&self, range: &Range<usize>) -> impl Iterator<Item = (usize, &TimeExpression)> {
        let first = self.0.partition_point(|date| date.words.end <= range.start);
        let end = range.end;
        ((first..).zip(&self.0[first..])).take_while(move |(_, date)| date.words.start < end)
    }
}

/// One time expression.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeExpression {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub words: Range<usize>,
    /// Its value as EDTF, where it has one; with its bound ("by Sunday" is `../DATE`, "since 2014" is `2014/..`).
    pub edtf: Option<Date>,
    /// Type and value in TimeML's terms.
    pub timex: Timex,
    /// Whether the words before it make it an end or a beginning.
    pub bound: Bound,
}

/// Whether a date is an end or a beginning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Bound {
    /// Neither.
    #[default]
    None,
    /// "by", "before", "until", "no later than".
    Before,
    /// "since", "after", "from … on".
    After,
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
pub fn dates(words: &Words, anchor: &Anchor) -> Dates {
    let pieces = pieces::pieces(words.text);
    let calendar = anchor::calendar(words.text, &pieces, anchor);
    let mut reader = grammar::Reader::new(words, &pieces, calendar);
    let mut found: Vec<joined::Placed> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match reader.expression(at) {
            Some((end, value)) if end > at => {
                found.push(joined::Placed {
                    from: at,
                    end,
                    value,
                });
                at = end;
            }
            _ => at += 1,
        }
    }
    joined::join(words, &pieces, calendar, &mut found);
    Dates(
        found
            .into_iter()
            .map(|placed| finish(words, &pieces, placed.from, placed.end, placed.value))
            .collect(),
    )
}

fn finish(
    words: &Words,
    pieces: &[pieces::Piece<'_>],
    from: usize,
    end: usize,
    value: calendar::Value,
) -> TimeExpression {
    let span = Span::new(pieces[from].start, pieces[end - 1].end());
    // "after Tuesday's meeting" is after the meeting; "was put off until April" is to April.
    let owns = pieces
        .get(end)
        .is_some_and(|next| next.glued && matches!(next.form, "'" | "’"));
    let put_off = || {
        let span = Span::new(pieces[end - 1].start, pieces[end - 1].end());
        let mut inside = words.inside(span);
        inside.any(|word| tense::is_put_off_to(words, word))
    };
    let bound = if matches!(value.kind, "DATE" | "TIME") && !owns && !put_off() {
        bound_before(pieces, from)
    } else {
        Bound::None
    };
    let edtf = value.edtf.map(|edtf| match bound {
        Bound::Before => format!("../{}", edtf.rsplit('/').next().unwrap_or("")),
        Bound::After if !edtf.contains('/') || value.kind == "DATE" => {
            format!("{}/..", edtf.split('/').next().unwrap_or(""))
        }
        Bound::After => edtf,
        Bound::None => edtf,
    });
    TimeExpression {
        span,
        words: words.inside(span),
        edtf: edtf.and_then(|edtf| Date::new(&edtf).ok()),
        timex: Timex {
            kind: value.kind,
            value: value.timex,
        },
        bound,
    }
}

/// The bound that the preposition before an expression makes.
fn bound_before(pieces: &[pieces::Piece<'_>], from: usize) -> Bound {
    let mut at = from;
    while at > 0 && matches!(pieces[at - 1].lower.as_ref(), "the" | "about" | "around") {
        at -= 1;
    }
    let back = |n: usize| at.checked_sub(n).map_or("", |k| pieces[k].lower.as_ref());
    match (back(2), back(1)) {
        ("later", "than") => Bound::Before,
        (_, "by" | "before" | "until" | "till") => Bound::Before,
        (_, "since" | "after") => Bound::After,
        _ => Bound::None,
    }
}
