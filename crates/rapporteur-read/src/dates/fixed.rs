//! Dates that are told in full or in part: "24 February 2022", "Feb 29", "20-22 February 2034", "2031-03-04".

use super::pieces::Piece;
use super::vocabulary;

/// What a date tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Year, where it stands.
    pub year: Option<i16>,
    /// Month.
    pub month: i8,
    /// Day, where it stands.
    pub day: Option<i8>,
    /// Month and day of the end of a range of days.
    pub to: Option<(i8, i8)>,
}

/// A date at a piece, and the piece after it.
pub fn told(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Told)> {
    numeric(pieces, at)
        .or_else(|| year_first(pieces, at))
        .or_else(|| day_first(pieces, at))
        .or_else(|| month_first(pieces, at))
}

fn form<'a>(pieces: &[Piece<'a>], at: usize) -> &'a str {
    pieces.get(at).map_or("", |piece| piece.form)
}

fn lower<'p>(pieces: &'p [Piece<'_>], at: usize) -> &'p str {
    pieces.get(at).map_or("", |piece| piece.lower.as_ref())
}

fn glued(pieces: &[Piece<'_>], at: usize) -> bool {
    pieces.get(at).is_some_and(|piece| piece.glued)
}

/// Whether a number at a piece stands alone: not part of a decimal, a sum, a list of digits.
pub fn alone(pieces: &[Piece<'_>], at: usize) -> bool {
    let joint = |mark: &str| matches!(mark, "." | "," | ":" | "/" | "$" | "€" | "£" | "#" | "¥");
    let before = at > 0
        && glued(pieces, at)
        && (joint(form(pieces, at - 1))
            && (pieces[at - 1].glued || !matches!(form(pieces, at - 1), "." | ","))
            && !(form(pieces, at - 1) == ":"
                && at > 1
                && pieces[at - 2].form.ends_with(char::is_alphabetic))
            || pieces[at - 1].form.ends_with(char::is_alphanumeric));
    let after = glued(pieces, at + 1)
        && (joint(form(pieces, at + 1)) && glued(pieces, at + 2) && pieces[at + 2].digits()
            || matches!(form(pieces, at + 1), "%" | "°"));
    !before && !after
}

/// A day of the month: "4", "4th", "fourth", and the piece after it.
pub fn day(pieces: &[Piece<'_>], at: usize) -> Option<(usize, i8)> {
    let piece = pieces.get(at)?;
    if piece.digits() && piece.form.len() <= 2 {
        let day: i8 = piece.form.parse().ok()?;
        let end = if glued(pieces, at + 1)
            && matches!(lower(pieces, at + 1), "st" | "nd" | "rd" | "th")
        {
            at + 2
        } else {
            at + 1
        };
        return (1..=31).contains(&day).then_some((end, day));
    }
    let tens = match piece.lower.as_ref() {
        "twenty" => 20,
        "thirty" => 30,
        "thirtieth" => return Some((at + 1, 30)),
        word => return vocabulary::ordinal(word).map(|day| (at + 1, day as i8)),
    };
    let from = if form(pieces, at + 1) == "-" {
        at + 2
    } else {
        at + 1
    };
    let ones = vocabulary::ordinal(lower(pieces, from)).filter(|&n| n < 10)?;
    (tens + ones <= 31).then_some((from + 1, (tens + ones) as i8))
}

/// A month by name, with the full stop of its short form, and whether it may be another word.
pub fn month(pieces: &[Piece<'_>], at: usize) -> Option<(usize, i8, bool)> {
    let piece = pieces.get(at)?;
    let (month, doubtful) = vocabulary::month(&piece.lower)?;
    // "14 nov": a short form in lower case after a day can be nothing else.
    let short = matches!(
        piece.lower.as_ref(),
        "jan" | "feb" | "apr" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec"
    );
    let after_day = at > 0
        && (pieces[at - 1].digits() && pieces[at - 1].form.len() <= 2
            || matches!(
                pieces[at - 1].lower.as_ref(),
                "st" | "nd" | "rd" | "th" | "-" | "/"
            ));
    if !piece.capital() && doubtful && !(short && after_day) {
        return None;
    }
    if glued(pieces, at)
        && at > 0
        && pieces[at - 1]
            .form
            .ends_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '’')
    {
        return None;
    }
    let short = piece.form.chars().count() <= 4 && !matches!(month, 5..=7)
        || matches!(piece.lower.as_ref(), "jun" | "jul");
    let end = if short && form(pieces, at + 1) == "." && glued(pieces, at + 1) {
        at + 2
    } else {
        at + 1
    };
    Some((end, month, doubtful))
}

/// A year of four digits that stands alone.
pub fn year(pieces: &[Piece<'_>], at: usize) -> Option<(usize, i16)> {
    let piece = pieces.get(at)?;
    if !piece.digits() || piece.form.len() != 4 || !alone(pieces, at) {
        return None;
    }
    let year: i16 = piece.form.parse().ok()?;
    (1000..=2199).contains(&year).then_some((at + 1, year))
}

/// The year after a date: ", 2031", "2031", "of 2031".
fn year_after(pieces: &[Piece<'_>], at: usize) -> (usize, Option<i16>) {
    let from = match lower(pieces, at) {
        "," | "of" | "in" => at + 1,
        "-" | "/" if glued(pieces, at) && glued(pieces, at + 1) => at + 1,
        _ => at,
    };
    match year(pieces, from) {
        Some((end, year)) if !glued(pieces, end) || !matches!(form(pieces, end), ":") => {
            (end, Some(year))
        }
        _ => (at, None),
    }
}

/// The end of a range of days after its beginning: "-22", "to 22", "and 22".
fn other_day(pieces: &[Piece<'_>], at: usize) -> Option<(usize, i8)> {
    matches!(
        lower(pieces, at),
        "-" | "–" | "—" | "to" | "and" | "until" | "through"
    )
    .then(|| day(pieces, at + 1))
    .flatten()
}

/// "2031-Mar-4", "2031/March/04", "2017 April".
fn year_first(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Told)> {
    let piece = pieces.get(at)?;
    if !piece.digits() || piece.form.len() != 4 {
        return None;
    }
    let year: i16 = piece.form.parse().ok()?;
    if !(1800..=2199).contains(&year) {
        return None;
    }
    let mark = form(pieces, at + 1);
    if matches!(mark, "-" | "/") && glued(pieces, at + 1) && glued(pieces, at + 2) {
        let (month, _) = vocabulary::month(lower(pieces, at + 2))?;
        let (end, day) = (form(pieces, at + 3) == mark)
            .then(|| day(pieces, at + 4))
            .flatten()?;
        return Some((
            end,
            Told {
                year: Some(year),
                month,
                day: Some(day),
                to: None,
            },
        ));
    }
    let (month, doubtful) = vocabulary::month(lower(pieces, at + 1))?;
    (!doubtful && alone(pieces, at)).then_some((
        at + 2,
        Told {
            year: Some(year),
            month,
            day: None,
            to: None,
        },
    ))
}

fn day_first(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Told)> {
    if !alone(pieces, at) {
        return None;
    }
    let (mut end, first) = day(pieces, at)?;
    let mut last = None;
    if let Some((next, to)) = other_day(pieces, end) {
        last = Some(to);
        end = next;
    }
    if lower(pieces, end) == "of" {
        end += 1;
    }
    // "24-March", "5/Oct"
    if matches!(form(pieces, end), "-" | "/") && glued(pieces, end) && glued(pieces, end + 1) {
        end += 1;
    }
    let (end, month_number, _) = month(pieces, end)?;
    let mut month_to = month_number;
    // "28 February to 3 March"
    let mut end = end;
    if last.is_none()
        && matches!(lower(pieces, end), "-" | "–" | "to" | "until" | "through")
        && let Some((next, to)) = day(pieces, end + 1)
        && let Some((next, other, _)) = month(pieces, next)
    {
        last = Some(to);
        month_to = other;
        end = next;
    }
    let (end, year) = year_after(pieces, end);
    Some((
        end,
        Told {
            year,
            month: month_number,
            day: Some(first),
            to: last.map(|day| (month_to, day)),
        },
    ))
}

fn month_first(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Told)> {
    let (end, month_number, _) = month(pieces, at)?;
    let from = if lower(pieces, end) == "the" {
        end + 1
    } else {
        end
    };
    if let Some((mut end, first)) = day(pieces, from)
        && alone_day(pieces, from)
    {
        let mut last = None;
        if matches!(form(pieces, end), "-" | "–" | "—")
            || matches!(lower(pieces, end), "to" | "through")
        {
            if let Some((next, to)) = day(pieces, end + 1) {
                last = Some((month_number, to));
                end = next;
            } else if let Some((next, other, _)) = month(pieces, end + 1)
                && let Some((next, to)) = day(pieces, next)
            {
                last = Some((other, to));
                end = next;
            }
        }
        let (end, year) = year_after(pieces, end);
        return Some((
            end,
            Told {
                year,
                month: month_number,
                day: Some(first),
                to: last,
            },
        ));
    }
    let (end, year) = year_after(pieces, end);
    Some((
        end,
        Told {
            year,
            month: month_number,
            day: None,
            to: None,
        },
    ))
}

/// "March 12" but not "March 12,000" or "March 12:30".
fn alone_day(pieces: &[Piece<'_>], at: usize) -> bool {
    let next = form(pieces, at + 1);
    !(glued(pieces, at + 1)
        && matches!(next, "," | ":" | "." | "%")
        && glued(pieces, at + 2)
        && pieces[at + 2].digits())
}

/// "2031-03-04", "04/03/2031" (month first unless that cannot be), "4.3.2031".
fn numeric(pieces: &[Piece<'_>], at: usize) -> Option<(usize, Told)> {
    let number = |k: usize| -> Option<i16> {
        pieces
            .get(k)
            .filter(|p| p.digits() && p.form.len() <= 4)?
            .form
            .parse()
            .ok()
    };
    if at > 0
        && glued(pieces, at)
        && pieces[at - 1]
            .form
            .ends_with(|c: char| c.is_alphanumeric() || c == '/' || c == '-')
    {
        return None;
    }
    let (first, second, third) = (number(at)?, number(at + 2)?, number(at + 4)?);
    if !(1..5).all(|k| glued(pieces, at + k)) || form(pieces, at + 1) != form(pieces, at + 3) {
        return None;
    }
    let mark = form(pieces, at + 1);
    let (year, month, day) = match (form(pieces, at).len(), mark) {
        (4, "-" | "/" | ".") => (first, second, third),
        (_, "/" | "-") if form(pieces, at + 4).len() == 4 && first <= 12 => (third, first, second),
        (_, "/" | "-" | ".") if form(pieces, at + 4).len() == 4 => (third, second, first),
        _ => return None,
    };
    let good = (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    good.then_some((
        at + 5,
        Told {
            year: Some(year),
            month: month as i8,
            day: Some(day as i8),
            to: None,
        },
    ))
}
