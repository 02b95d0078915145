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
        if let Some(span) = single_span(words, &range, at) {
            found.push(span);
            at += 2;
            continue;
        }
        if let Some(half) = half_of(words, &range, at) {
            found.push(half);
            at += 1;
            continue;
        }
        let Some((value, mut next)) = number(words, at, range.end) else {
            at += 1;
            continue;
        };
        let mut value = value;
        while next < range.end && matches!(words.form(next), "-" | "–") {
            next += 1;
        }
        let unit = unit(words, at, next, range.end, &mut value);
        let day = is_date_part(words, at, next) || is_hour(words, next);
        let bare_share = unit.is_none() && is_share(words, at);
        if !day && !bare_share && !is_former(words, &range, at, next) {
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

/// "suspend it for a year", "put off by another week", "over an hour": one of a span of time, but not a rate ("twice a
/// year", "tonnes a day").
fn single_span(words: &Words, range: &Range<usize>, at: usize) -> Option<Parameter> {
    let one = matches!(words.lower(at), "a" | "an" | "another");
    let span = at + 1;
    let of_time = span < range.end
        && matches!(
            words.lower(span),
            "hour" | "day" | "week" | "fortnight" | "month" | "year" | "decade"
        );
    let behind = at == range.start || words.upos(at - 1) == Upos::Adp;
    // "a year-long pause", "a month ago", "a day later", "the end of a day"
    let told = (span + 1 < words.len())
        && (words.form(span + 1) == "-"
            || matches!(
                words.lower(span + 1),
                "ago" | "later" | "earlier" | "before"
            )
            || words.upos(span + 1) == Upos::Noun);
    (one && of_time && behind && !told).then(|| Parameter {
        value: 1.0,
        unit: Some(words.lower(span).to_owned()),
        bound: bound(words, range.clone(), at, span),
        scope: None,
    })
}

/// "halving the charge": half of it.
fn half_of(words: &Words, range: &Range<usize>, at: usize) -> Option<Parameter> {
    if words.lemma(at) != "halve" {
        return None;
    }
    let thing = words
        .child(at, &[Rel::Obj])
        .filter(|thing| range.contains(thing) && words.upos(*thing) == Upos::Noun);
    Some(Parameter {
        value: 0.5,
        unit: thing.map(|thing| format!("share of {}", words.text_of(words.subtree(thing)))),
        bound: Bound::Exactly,
        scope: None,
    })
}

/// "ten in place of twelve", "up from 4 percent", "raising it from 500 to 1,050": what it is or was, not what it would be.
fn is_former(words: &Words, range: &Range<usize>, at: usize, next: usize) -> bool {
    if at < range.start + 2 {
        return false;
    }
    let lead = |back: usize| words.lower(at.saturating_sub(back));
    let replaced = matches!(
        (lead(2), lead(1)),
        ("rather", "than") | ("instead", "of") | ("up", "from") | ("down", "from")
    ) || (lead(3), lead(2), lead(1)) == ("in", "place", "of");
    let changed = lead(1) == "from"
        && (next..range.end.min(next + 4)).any(|to| {
            words.lower(to) == "to"
                && to + 1 < range.end
                && number(words, to + 1, range.end).is_some()
        })
        && (range.start..at).any(|word| is_change(words.lemma(word)));
    replaced || changed
}

fn is_change(lemma: &str) -> bool {
    matches!(
        lemma,
        "raise"
            | "lift"
            | "increase"
            | "rise"
            | "cut"
            | "lower"
            | "reduce"
            | "reduction"
            | "bring"
            | "shorten"
            | "extend"
            | "widen"
            | "move"
            | "drop"
    )
}

/// "10 pm", "6 a.m.": a time of day.
fn is_hour(words: &Words, next: usize) -> bool {
    next < words.len()
        && matches!(
            words.lower(next),
            "am" | "pm" | "a.m." | "p.m." | "a.m" | "p.m" | "o'clock"
        )
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
    ("lakh", 1e5),
    ("crore", 1e7),
];
const NAMES: &[(&str, f64)] = &[
    ("zero", 0.0),
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
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
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
    ("hundred", 100.0),
];

/// A number that begins at a word, and the word after it.
fn number(words: &Words, at: usize, end: usize) -> Option<(f64, usize)> {
    let form = words.lower(at);
    let digits: String = form
        .trim_start_matches(['$', '€', '£', '₹'])
        .chars()
        .filter(|c| *c != ',')
        .collect();
    let numeric = digits.trim_end_matches('%');
    let (mut value, fraction) = if numeric.starts_with(|c: char| c.is_ascii_digit()) {
        (numeric.parse::<f64>().ok()?, false)
    } else {
        let (_, value) = NAMES.iter().find(|(name, _)| *name == form)?;
        let fraction = *value > 0.0 && *value < 1.0;
        // "one" as a pronoun, "second" and "third" as ordinals are no numbers.
        let no_number = form == "one" && (words.upos(at) != Upos::Num || is_once(words, at))
            || fraction && !is_fraction(words, at);
        if no_number {
            return None;
        }
        (*value, fraction)
    };
    let mut next = at + 1;
    if !fraction {
        while next < end {
            match SCALES.iter().find(|(scale, _)| {
                words
                    .lower(next)
                    .strip_suffix('s')
                    .unwrap_or(words.lower(next))
                    == *scale
            }) {
                Some((_, factor)) => value *= factor,
                None => break,
            }
            next += 1;
        }
        if let Some((fraction, after)) = times_fraction(words, next, end) {
            return Some(((value * fraction * 1e3).round() / 1e3, after));
        }
    }
    Some((value, next))
}

/// "one-off", "one-sided": no count.
fn is_once(words: &Words, at: usize) -> bool {
    at + 2 < words.len() && words.form(at + 1) == "-" && words.upos(at + 2) != Upos::Noun
}

/// "two thirds", "two-thirds": the fraction behind a number, and the word after it.
fn times_fraction(words: &Words, next: usize, end: usize) -> Option<(f64, usize)> {
    let hyphen = next < end && matches!(words.form(next), "-" | "–");
    let at = next + usize::from(hyphen);
    let plural = (at < end).then(|| words.lower(at))?;
    let name = plural.strip_suffix('s')?;
    let (_, value) = NAMES.iter().find(|(known, _)| *known == name)?;
    (*value > 0.0 && *value < 0.5).then_some((*value, at + 1))
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
            "in" | "since" | "of" | "until" | "to" | "from" | "by" | "before" | "after" | "than"
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
    if form.starts_with('₹') || at > 0 && matches!(words.form(at - 1), "₹" | "Rs") {
        return Some("rupees".into());
    }
    if at > 0 && is_currency_code(words.form(at - 1)) {
        return Some(words.form(at - 1).to_owned());
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

/// "INR 15 billion", "EUR 40": a currency by its code.
fn is_currency_code(form: &str) -> bool {
    matches!(
        form,
        "USD"
            | "EUR"
            | "GBP"
            | "INR"
            | "CHF"
            | "JPY"
            | "CNY"
            | "RUB"
            | "SEK"
            | "NOK"
            | "DKK"
            | "PLN"
            | "TRY"
            | "AUD"
            | "CAD"
            | "NZD"
            | "BRL"
            | "ZAR"
            | "MXN"
            | "KES"
            | "XAF"
            | "US$"
            | "A$"
            | "C$"
    )
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
    if ["or more", "or longer", "or above", "or higher"]
        .iter()
        .any(|cue| after.contains(cue))
    {
        return Bound::AtLeast;
    }
    if ["or less", "or fewer", "or lower", "or below"]
        .iter()
        .any(|cue| after.contains(cue))
    {
        return Bound::AtMost;
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
    // "caps transfers at 15 million", "a cap on troops in the valley at 4,000", "limiting it to a tenth"
    let capped = (earlier.ends_with(" at") || earlier.ends_with(" to"))
        && words
            .text_of(at.saturating_sub(12)..at)
            .split(' ')
            .any(|word| {
                matches!(
                    word,
                    "cap"
                        | "caps"
                        | "capping"
                        | "capped"
                        | "limit"
                        | "limits"
                        | "limiting"
                        | "limited"
                        | "ceiling"
                        | "held"
                        | "restrict"
                        | "restricted"
                        | "restricting"
                )
            });
    // "over two years" is how long; "takes over 25 percent" is no more than that.
    let spread = earlier.ends_with("over")
        && (at > 1 && matches!(words.lemma(at - 2), "take" | "hand" | "turn" | "sign")
            || (next < words.len())
                && matches!(
                    words.lemma(next),
                    "year" | "month" | "week" | "day" | "decade"
                )
                && !earlier.ends_with("of over"));
    match nearest {
        Some(_) if spread => Bound::Exactly,
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
    ("above", Bound::AtLeast),
    ("exceed", Bound::AtLeast),
    ("exceeds", Bound::AtLeast),
    ("exceeding", Bound::AtLeast),
    ("nothing short of", Bound::AtLeast),
    ("minimum is", Bound::AtLeast),
    ("floor is", Bound::AtLeast),
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
    ("no further than", Bound::AtMost),
    ("not beyond", Bound::AtMost),
    ("go beyond", Bound::AtMost),
    ("no longer than", Bound::AtMost),
    ("no higher than", Bound::AtMost),
    ("as far as", Bound::AtMost),
    ("ceiling is", Bound::AtMost),
    ("limit is", Bound::AtMost),
    ("maximum is", Bound::AtMost),
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
