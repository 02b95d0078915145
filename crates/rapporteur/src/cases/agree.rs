//! When a cell of a table agrees with what was found. `docs/cases.md` tells it to analysts.

use std::collections::HashMap;

use rapporteur_lexicon::{fold_name, stem};

use super::layers::How;

/// Words before a name that are no part of it.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "vice",
    "prime",
    "minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "prince",
    "princess",
    "general",
    "gen",
    "colonel",
    "col",
    "major",
    "captain",
    "admiral",
    "lieutenant",
    "senator",
    "ambassador",
    "secretary",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "envoy",
    "commissioner",
    "governor",
    "mayor",
    "chief",
    "foreign",
    "deputy",
];
const DETERMINERS: &[&str] = &["the", "a", "an", "its", "his", "her", "their"];
/// Share of words that two texts must have in common, as F1.
const TEXT: f64 = 0.6;
const QUOTE: f64 = 0.8;
/// How many times longer than the expected words the found ones that hold them may be.
const LONGER: usize = 3;

/// Whether a cell says that nothing must be there.
pub(super) fn is_absent(cell: &str) -> bool {
    matches!(cell, "–" | "—" | "-")
}

/// Whether the cell `expected` agrees with the items found. An empty cell always does.
pub(crate) fn agrees(how: How, expected: &str, found: &[Vec<String>]) -> bool {
    if expected.is_empty() {
        return true;
    }
    if is_absent(expected) {
        return found.is_empty();
    }
    let any = |test: &dyn Fn(&str) -> bool| found.iter().flatten().any(|form| test(form));
    match how {
        How::Name => any(&|form| bare(form) == bare(expected)),
        How::Names => one_to_one(&list(expected, &[',', ';']), found, |name, forms| {
            forms.iter().any(|form| bare(form) == bare(name))
        }),
        How::Word => any(&|form| key(form) == key(expected)),
        How::Text => any(&|form| alike(expected, form, TEXT, true)),
        How::Quote => any(&|form| alike(expected, form, QUOTE, false)),
        How::Among => (list(expected, &[',', ';']).iter())
            .all(|text| any(&|form| alike(text, form, TEXT, true))),
        How::Deed => any(&|form| deed(expected, form)),
        How::Place => any(&|form| within(expected, form) || within(form, expected)),
        How::Date => any(&|form| same_date(expected, form)),
        How::Number => any(&|form| fold_name(form) == fold_name(expected)),
        How::Amounts => one_to_one(&list(expected, &[';']), found, |text, forms| {
            forms.iter().any(|form| amount(text, form))
        }),
    }
}

/// A name without determiners and titles before it, folded.
pub(super) fn bare(name: &str) -> String {
    let name = name.trim().trim_end_matches("'s").trim_end_matches("’s");
    let folded = fold_name(name);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    while words.len() > 1 && DETERMINERS.contains(&words[0]) {
        words.remove(0);
    }
    while words.len() > 1
        && TITLES.contains(&words[0])
        && !matches!(words[1], "of" | "for" | "office")
    {
        words.remove(0);
    }
    words.join(" ")
}

/// The texts of a list.
fn list<'a>(text: &'a str, marks: &[char]) -> Vec<&'a str> {
    let items = text.split(marks).map(str::trim);
    items.filter(|item| !item.is_empty()).collect()
}

/// Whether each expected item has a found one of its own and none is left over.
fn one_to_one(
    expected: &[&str],
    found: &[Vec<String>],
    same: impl Fn(&str, &[String]) -> bool,
) -> bool {
    let mut left: Vec<&Vec<String>> = found.iter().collect();
    for item in expected {
        match left.iter().position(|forms| same(item, forms)) {
            Some(at) => left.remove(at),
            None => return false,
        };
    }
    left.is_empty()
}

/// A word of the codebook, whatever its case and hyphens.
fn key(text: &str) -> String {
    text.to_lowercase().replace([' ', '_'], "-")
}

fn words(text: &str) -> Vec<String> {
    let text = text.replace(['\'', '’'], " ");
    (fold_name(&text).split_whitespace())
        .map(|word| {
            word.trim_matches(|char: char| !char.is_alphanumeric())
                .to_owned()
        })
        .filter(|word| !word.is_empty() && !matches!(word.as_str(), "the" | "a" | "an"))
        .collect()
}

/// Whether two texts are the same but for a few words. "…" in the expected text stands for any words; with `held`,
/// it is enough that the found text holds the expected words in a run and is not much longer.
fn alike(expected: &str, found: &str, share: f64, held: bool) -> bool {
    let (b, a) = (words(found), words(expected));
    if expected.contains('…') {
        return has_parts(expected, &b);
    }
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in &a {
        *counts.entry(word).or_default() += 1;
    }
    let mut shared = 0;
    for word in &b {
        if let Some(count) = counts.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    if 2.0 * shared as f64 / (a.len() + b.len()) as f64 >= share {
        return true;
    }
    held && b.len() <= LONGER * a.len() && b.windows(a.len()).any(|run| run == a)
}

/// Whether the parts of a text with "…" stand in the found words in their order, at its ends where no "…" stands.
fn has_parts(expected: &str, found: &[String]) -> bool {
    let parts: Vec<Vec<String>> = expected.split('…').map(words).collect();
    let mut from = 0;
    for (index, part) in parts.iter().enumerate() {
        if part.is_empty() {
            continue;
        }
        let last = index + 1 == parts.len();
        let mut runs = (from..=found.len().saturating_sub(part.len()))
            .filter(|&at| found.get(at..at + part.len()) == Some(part.as_slice()));
        let at = match (index, last) {
            (0, _) => runs.next().filter(|&at| at == 0),
            (_, true) => runs
                .next_back()
                .filter(|&at| at + part.len() == found.len()),
            _ => runs.next(),
        };
        let Some(at) = at else { return false };
        from = at + part.len();
    }
    true
}

/// "meet" and "meeting", "hold talks" and "talk".
fn deed(expected: &str, found: &str) -> bool {
    let stems = |text: &str| -> Vec<String> { words(text).iter().map(|word| stem(word)).collect() };
    let found = stems(found);
    stems(expected).iter().any(|word| found.contains(word))
}

fn within(inner: &str, outer: &str) -> bool {
    let outer = words(outer);
    let inner = words(inner);
    !inner.is_empty() && inner.iter().all(|word| outer.contains(word))
}

/// Whether two EDTF dates are the same but for marks of doubt, and for a time of day that is not asked for.
fn same_date(expected: &str, found: &str) -> bool {
    let plain = |text: &str| -> String {
        let text = text.replace(['~', '?', '%'], "");
        match expected.contains('T') {
            true => text,
            false => (text.split('/'))
                .map(|part| part.split('T').next().unwrap_or_default())
                .collect::<Vec<_>>()
                .join("/"),
        }
    };
    plain(expected) == plain(found)
}

/// "at-most 3000 troops" against what was found in the same form; bound and unit may be left out.
fn amount(expected: &str, found: &str) -> bool {
    let expected = expected
        .replace("at most", "at-most")
        .replace("at least", "at-least");
    let split = |text: &str| {
        let (mut bound, mut number, mut unit) = (None, None, Vec::new());
        for word in text.split_whitespace() {
            match (word, word.replace(',', "").parse::<f64>()) {
                ("at-most" | "at-least" | "exactly" | "about", _) => bound = Some(word.to_owned()),
                (_, Ok(value)) => number = Some(value),
                _ => unit.push(stem(word)),
            }
        }
        (bound, number, unit)
    };
    let (a, b) = (split(&expected), split(found));
    let near = match (a.1, b.1) {
        (Some(a), Some(b)) => (a - b).abs() <= 0.02 * a.abs(),
        (None, _) => true,
        _ => false,
    };
    let unit = a.2.iter().all(|word| b.2.contains(word));
    near && unit && (a.0.is_none() || a.0 == b.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(items: &[&[&str]]) -> Vec<Vec<String>> {
        let forms = |item: &&[&str]| item.iter().map(|form| (*form).to_owned()).collect();
        items.iter().map(forms).collect()
    }

    #[test]
    fn names_agree_by_any_form() {
        let fenn = found(&[&["Mina Fenn", "Fenn"]]);
        assert!(agrees(How::Name, "Foreign Minister Fenn", &fenn));
        assert!(!agrees(How::Name, "Mina", &fenn));
        let two = found(&[&["Mina Fenn", "Fenn"], &["Orveth"]]);
        assert!(agrees(How::Names, "Orveth, Fenn", &two));
        assert!(!agrees(How::Names, "Fenn", &two));
        assert!(!agrees(How::Names, "Fenn, Orveth, Belora", &two));
    }

    #[test]
    fn texts_agree_by_their_words() {
        let text = found(&[&["a joint customs post on the river"]]);
        for (expected, agreed) in [
            ("a joint customs post", true),
            ("joint customs post at the river", true),
            ("the river", false),
            ("post", false),
            ("customs union", false),
            ("… the river", true),
            ("joint … river", true),
            ("customs … river", false),
            ("joint … post", false),
            ("–", false),
            ("", true),
        ] {
            assert_eq!(agrees(How::Text, expected, &text), agreed, "{expected}");
        }
        assert!(!agrees(How::Quote, "a joint customs post", &text));
        assert!(agrees(How::Text, "–", &[]));
    }

    #[test]
    fn words_dates_deeds_and_amounts() {
        assert!(agrees(How::Word, "accepts if", &found(&[&["accepts-if"]])));
        assert!(!agrees(How::Word, "accepts", &found(&[&["accepts-if"]])));
        assert!(agrees(
            How::Date,
            "2031-03-04",
            &found(&[&["2031-03-04T10:00"]])
        ));
        assert!(!agrees(How::Date, "2031-03-04", &found(&[&["XXXX-03-04"]])));
        assert!(agrees(How::Deed, "meeting", &found(&[&["meet"]])));
        assert!(agrees(How::Deed, "hold talks", &found(&[&["talk"]])));
        assert!(!agrees(How::Deed, "arrive", &found(&[&["meet"]])));
        let troops = found(&[&["at-most 3000 troops"]]);
        assert!(agrees(How::Amounts, "at most 3,000 troops", &troops));
        assert!(agrees(How::Amounts, "3000", &troops));
        assert!(!agrees(How::Amounts, "exactly 3000", &troops));
        assert!(!agrees(How::Amounts, "at-most 3000 tanks", &troops));
    }
}
