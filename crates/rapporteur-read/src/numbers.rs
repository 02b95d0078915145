//! Numbers of a provision: value, unit and how it binds.

use std::ops::Range;

use rapporteur_model::{Bound, Parameter, month_of};
use rapporteur_syntax::{Rel, Upos};

use crate::words::Words;

/// The numbers that stand in some words, without years of dates and ordinals.
pub fn parameters(words: &Words, range: Range<usize>) -> Vec<Parameter> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some((value, mut next)) = number(words, at, range.end) else {
            at += 1;
            continue;
        };
        let mut value = value;
        while next < range.end && matches!(words.form(next), "-" | "–") {
            next += 1;
        }
        let unit = unit(words, at, next, range.end, &mut value);
        let day = is_date_part(words, at, next);
        let bare_share = unit.is_none() && is_share(words, at);
        if !day && !bare_share {
            found.push(Parameter {
                value,
                unit,
                bound: bound(words, range.clone(), at, next),
                scope: None,
            });
        }
        at = next.max(at + 1);
    }
    found
}

/// The words of the one value in a range ("5 percent", "90,000"), with what is counted; `None` where there is none or
/// more than one.
pub fn only_value(words: &Words, range: Range<usize>) -> Option<Range<usize>> {
    let mut values = (range.start..range.end).filter_map(|at| {
        let (mut value, next) = number(words, at, range.end)?;
        let inside =
            at > range.start && number(words, at - 1, range.end).is_some_and(|(_, end)| end > at);
        if inside
            || is_date_part(words, at, next)
            || unit(words, at, next, range.end, &mut value).is_none() && is_share(words, at)
        {
            return None;
        }
        let mut end = next;
        while end < range.end
            && end < next + 3
            && (words.form(end) == "%"
                || matches!(words.upos(end), Upos::Noun | Upos::Adj | Upos::Sym))
        {
            end += 1;
        }
        Some(at..end)
    });
    let first = values.next()?;
    values.next().is_none().then_some(first)
}

const SCALES: &[(&str, f64)] = &[
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
];
const NAMES: &[(&str, f64)] = &[
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("fifteen", 15.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("half", 0.5),
    ("third", 1.0 / 3.0),
    ("quarter", 0.25),
    ("fifth", 0.2),
    ("tenth", 0.1),
    ("dozen", 12.0),
];

/// A number that begins at a word, and the word after it.
fn number(words: &Words, at: usize, end: usize) -> Option<(f64, usize)> {
    let form = words.lower(at);
    let digits: String = form
        .trim_start_matches(['$', '€', '£'])
        .chars()
        .filter(|c| *c != ',')
        .collect();
    let numeric = digits.trim_end_matches('%');
    let (mut value, fraction) = if numeric.starts_with(|c: char| c.is_ascii_digit()) {
        (numeric.parse::<f64>().ok()?, false)
    } else {
        let (_, value) = NAMES.iter().find(|(name, _)| *name == form)?;
        let fraction = *value < 1.0;
        // "one" as a pronoun, "second" and "third" as ordinals are no numbers.
        if form == "one" && words.upos(at) != Upos::Num || fraction && !is_fraction(words, at) {
            return None;
        }
        (*value, fraction)
    };
    let mut next = at + 1;
    if !fraction {
        while next < end {
            match SCALES.iter().find(|(scale, _)| *scale == words.lemma(next)) {
                Some((_, factor)) => value *= factor,
                None => break,
            }
            next += 1;
        }
    }
    Some((value, next))
}

fn is_fraction(words: &Words, at: usize) -> bool {
    words.form(at) == "half"
        || at + 1 < words.len()
            && words.lemma(at + 1) == "of"
            && at > 0
            && matches!(words.lemma(at - 1), "a" | "one" | "third" | "the")
}

fn is_share(words: &Words, at: usize) -> bool {
    words.lemma(at) == "one" || words.rel(at) == Rel::Fixed
}

fn is_date_part(words: &Words, at: usize, next: usize) -> bool {
    let month = |word: usize| month_of(words.form(word)).is_some();
    let year = words.form(at).len() == 4
        && words.form(at).bytes().all(|byte| byte.is_ascii_digit())
        && at > 0
        && matches!(
            words.lemma(at - 1),
            "in" | "since" | "of" | "until" | "to" | "from"
        );
    (next < words.len() && month(next))
        || (at > 0 && month(at - 1))
        || (year && words.form(at).starts_with(['1', '2']))
        || at > 1 && words.form(at - 1) == "," && month(at.saturating_sub(3))
}

fn unit(words: &Words, at: usize, next: usize, end: usize, value: &mut f64) -> Option<String> {
    let form = words.form(at);
    if form.starts_with('$') || at > 0 && words.form(at - 1) == "$" {
        return Some("dollars".into());
    }
    if form.starts_with('€') || at > 0 && words.form(at - 1) == "€" {
        return Some("euros".into());
    }
    if form.starts_with('£') || at > 0 && words.form(at - 1) == "£" {
        return Some("pounds".into());
    }
    if form.ends_with('%') || next < words.len() && words.form(next) == "%" {
        return Some("percent".into());
    }
    if next >= end {
        return None;
    }
    if matches!(words.lemma(next), "percent" | "percentage")
        || words.lemma(next) == "per" && next + 1 < words.len() && words.lemma(next + 1) == "cent"
    {
        return Some("percent".into());
    }
    if *value < 1.0 && words.lemma(next) == "of" {
        return Some(format!("share of {}", words.text_of(next + 1..end)));
    }
    let mut last = next;
    while last < end && matches!(words.upos(last), Upos::Adj | Upos::Noun) && last < next + 3 {
        if words.upos(last) == Upos::Noun && (last + 1 >= end || words.upos(last + 1) != Upos::Noun)
        {
            return Some(words.text_of(next..last + 1).to_owned());
        }
        last += 1;
    }
    None
}

/// "no more than", "at least", "about", "a ceiling of": what the words around say.
fn bound(words: &Words, range: Range<usize>, at: usize, next: usize) -> Bound {
    let before = words
        .text_of(range.start.max(at.saturating_sub(6))..at)
        .to_lowercase();
    let earlier = if at > range.start {
        before
    } else {
        words.text_of(at.saturating_sub(4)..at).to_lowercase()
    };
    let after = words.text_of(next..range.end.min(next + 4)).to_lowercase();
    if after.starts_with("or more") {
        return Bound::AtLeast;
    }
    // The cue that ends nearest to the number; of two, the longer: "no more than" before "more than".
    let nearest = CUES
        .iter()
        .filter_map(|&(cue, bound)| {
            let last = earlier.rfind(cue)? + cue.len();
            let whole = earlier[last..].is_empty() || earlier[last..].starts_with(' ');
            whole.then_some(((last, cue.len()), bound))
        })
        .max_by_key(|&(nearness, _)| nearness)
        .map(|(_, bound)| bound);
    // "a cap on troops at 4,000"
    let capped =
        earlier.ends_with(" at") && (earlier.contains("cap ") || earlier.contains("limit "));
    match nearest {
        Some(bound) => bound,
        None if capped => Bound::AtMost,
        None => Bound::Exactly,
    }
}

/// What stands before a number and says how it is meant.
const CUES: &[(&str, Bound)] = &[
    ("at least", Bound::AtLeast),
    ("no fewer than", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("not fewer than", Bound::AtLeast),
    ("minimum of", Bound::AtLeast),
    ("a minimum", Bound::AtLeast),
    ("floor of", Bound::AtLeast),
    ("more than", Bound::AtLeast),
    ("upwards of", Bound::AtLeast),
    ("in excess of", Bound::AtLeast),
    ("over", Bound::AtLeast),
    ("at most", Bound::AtMost),
    ("no more than", Bound::AtMost),
    ("not more than", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("less than", Bound::AtMost),
    ("fewer than", Bound::AtMost),
    ("under", Bound::AtMost),
    ("below", Bound::AtMost),
    ("within", Bound::AtMost),
    ("limit of", Bound::AtMost),
    ("cap of", Bound::AtMost),
    ("ceiling of", Bound::AtMost),
    ("maximum of", Bound::AtMost),
    ("no later than", Bound::AtMost),
    ("capped at", Bound::AtMost),
    ("limited to", Bound::AtMost),
    ("about", Bound::About),
    ("around", Bound::About),
    ("roughly", Bound::About),
    ("approximately", Bound::About),
    ("some", Bound::About),
    ("nearly", Bound::About),
    ("almost", Bound::About),
    ("close to", Bound::About),
    ("an estimated", Bound::About),
];
