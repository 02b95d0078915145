//! Who speaks or what follows, told before the words of a part: `PRODUCTION: …`, `Q: Will …`, `Q. Will …`, `MR. MARN: No.`,
//! `**The Beacon:** …`, `MARN — No.`

/// A label at the head, without its colon, and where the words begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Where it begins (bytes).
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Bytes to the first word.
    pub content: usize,
}

/// Labels of questions and answers, whatever their case.
const TALK: [&str; 12] = [
    "q",
    "a",
    "question",
    "answer",
    "reporter",
    "journalist",
    "moderator",
    "interviewer",
    "correspondent",
    "host",
    "spokesperson",
    "spokesman",
];

/// Marks of mark-up around a label.
const MARKUP: [char; 2] = ['*', '_'];

/// The label at the head of a part: capitals, or a word of questions and answers, or one of `known`, which is sorted.
pub fn label(text: &str, known: &[&str]) -> Option<Label> {
    // "Q    Thank you", as transcripts have it; with a single blank where Q comes back.
    if let Some(rest) = text.strip_prefix('Q')
        && rest.starts_with(['\t', '\u{A0}', ' '])
        && !rest.trim().is_empty()
        && (rest.trim_start().len() + 2 <= rest.len() || known.binary_search(&"Q").is_ok())
    {
        return Some(Label {
            start: 0,
            end: 1,
            content: text.len() - rest.trim_start().len(),
        });
    }
    let is_known = |head: &str| known.binary_search(&head).is_ok();
    if let Some(found) = before_stop(text)
        && is_known(&text[found.start..found.end])
    {
        return Some(found);
    }
    if let Some(found) = seated(text)
        && is_known(&text[found.start..found.end])
    {
        return Some(found);
    }
    let found = before_colon(text)?;
    let head = &text[found.start..found.end];
    // "LIABILITY (Article 9): …": what stands in brackets behind may have any case.
    let plain = head.split(" (").next().unwrap_or(head);
    let letters = || plain.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() >= 2 && letters().all(char::is_uppercase);
    (capitals || is_talk(head) || is_known(head)).then_some(found)
}

/// Whether a label is one of questions and answers.
pub fn is_talk(label: &str) -> bool {
    let bare = label.split(" (").next().unwrap_or(label);
    TALK.contains(&bare.to_lowercase().as_str())
}

/// Up to six words before a colon with something after it, if they may be a label; a time in brackets behind them is none
/// of it.
pub fn before_colon(text: &str) -> Option<Label> {
    let start = text.len() - text.trim_start_matches(MARKUP).len();
    let blank = |at: usize| {
        text[at + 1..]
            .trim_start_matches(MARKUP)
            .starts_with(char::is_whitespace)
    };
    let at = text
        .char_indices()
        .take(60)
        .find(|&(at, c)| c == ':' && (blank(at) || !text[..at].contains('[')))
        .map(|(at, _)| at)?;
    let head = text.get(start..at)?;
    let head = head.trim_end_matches(MARKUP).trim_end();
    let head = match head.rsplit_once(['[', '(']) {
        Some((name, time))
            if time
                .trim_end_matches([']', ')'])
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b':') =>
        {
            name.trim_end()
        }
        _ => head,
    };
    let fits = !head.is_empty()
        && head.split_whitespace().count() <= 6
        && head.starts_with(char::is_uppercase)
        && !head.contains(['"', '“', ',', ';'])
        && blank(at)
        && text[at + 1..].contains(char::is_alphanumeric);
    fits.then(|| Label {
        start,
        end: start + head.len(),
        content: content(text, at + 1),
    })
}

/// "Ada Holm (Meadow Party): We will.", "**Ada Holm, Velmar (9.10):** We will.": a name with a seat, a party or an office
/// behind it. It is a label only where others have one as well.
pub fn seated(text: &str) -> Option<Label> {
    let start = text.len() - text.trim_start_matches(MARKUP).len();
    let marked = start > 0;
    let at = text.char_indices().take(110).find(|&(at, c)| {
        let rest = text[at + c.len_utf8()..].trim_start_matches(MARKUP);
        at > start && c == ':' && rest.starts_with(char::is_whitespace)
    })?;
    let head = text.get(start..at.0)?.trim_end_matches(MARKUP).trim_end();
    let (name, seat) = match head.split_once(" (") {
        Some((name, seat)) => (name, seat.strip_suffix(')')?),
        None if marked => (head, ""),
        None => return None,
    };
    let (bare, place) = name.split_once(", ").unwrap_or((name, ""));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let words = bare.split_whitespace().count();
    let fits = (2..=5).contains(&words)
        && bare.split_whitespace().all(|word| {
            capital(word)
                || matches!(
                    word,
                    "de" | "van" | "von" | "den" | "der" | "da" | "el" | "al" | "í"
                )
        })
        && capital(bare)
        && !name.contains(['"', '“', ';', '?', '!', ':'])
        && (marked && !(place.is_empty() && seat.is_empty())
            || seat.chars().any(char::is_alphabetic) && !seat.chars().any(|c| c.is_ascii_digit()))
        && !seat.contains([')', '"', '“', ':'])
        && text[at.0 + 1..].contains(char::is_alphanumeric);
    fits.then(|| Label {
        start,
        end: start + head.len(),
        content: content(text, at.0 + 1),
    })
}

/// The first byte of the words behind a label.
fn content(text: &str, from: usize) -> usize {
    let blanks = [':', ' ', '\t', '\u{A0}', '*', '_'];
    text.len() - text[from..].trim_start_matches(blanks).len()
}

/// "Q. Will they?", "A) No.", "MARN. We will.", "LIA TORR — No.": letters or a name in capitals before another mark than a
/// colon. It is a label only where it comes back.
pub fn before_stop(text: &str) -> Option<Label> {
    let start = text.len() - text.trim_start_matches(MARKUP).len();
    let at = text
        .char_indices()
        .take(40)
        .skip_while(|&(at, _)| at < start)
        .find(|&(at, c)| {
            let rest = text[at + c.len_utf8()..].trim_start_matches(MARKUP);
            ".)|–—-".contains(c) && rest.starts_with(char::is_whitespace)
        })
        .map(|(at, _)| at)?;
    let head = text[start..at].trim_end_matches(MARKUP).trim_end();
    let mark = text[at..].chars().next()?;
    let capitals = !head.is_empty()
        && head
            .chars()
            .all(|c| c.is_uppercase() || " .'’-".contains(c));
    let name = head.chars().count() > 3 && head.split_whitespace().count() <= 4;
    let letter = matches!(head, "Q" | "A");
    let rest = &text[at + mark.len_utf8()..];
    (capitals && (name || letter) && rest.contains(char::is_alphanumeric)).then(|| Label {
        start,
        end: start + head.len(),
        content: content(text, at + mark.len_utf8()),
    })
}

/// "LIA TORR", "Lia Torr:", "Marn [14:02]": a line that holds nothing but who speaks in the lines below. It is a label only
/// where it comes back.
pub fn alone(text: &str) -> Option<Label> {
    let start = text.len() - text.trim_start_matches(MARKUP).len();
    let bare = text[start..].trim_end_matches(MARKUP).trim_end();
    let colon = bare.ends_with(':');
    let head = bare.trim_end_matches([':', '*', '_', ' ']);
    let named = head
        .split_whitespace()
        .all(|word| word.starts_with(char::is_uppercase));
    let letters = || head.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() >= 3 && letters().all(char::is_uppercase);
    let short = (1..=4).contains(&head.split_whitespace().count());
    (short && named && (colon || capitals) && !head.contains(['.', ',', '?', '!'])).then(|| Label {
        start,
        end: start + head.len(),
        content: text.len(),
    })
}

/// Whoever comes back at the head of parts, sorted: the speakers of a transcript.
pub fn speakers<'a>(parts: &[&'a str]) -> Vec<&'a str> {
    // "Q" alone before a question, without a colon.
    let asked = (parts.iter())
        .filter(|words| **words == "Q" || words.starts_with("Q "))
        .count();
    let named = |head: &&str| {
        head.split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase))
    };
    let colons = (parts.iter())
        .filter_map(|text| before_colon(text).map(|found| &text[found.start..found.end]))
        .filter(named);
    let mut twice = repeated(colons.collect(), 2);
    // Behind other marks, only where somebody else comes back as well.
    let stops = repeated(
        (parts.iter())
            .filter_map(|text| before_stop(text).map(|found| &text[found.start..found.end]))
            .collect(),
        2,
    );
    if stops.len() >= 2 {
        twice.extend(stops);
    }
    let lines = repeated(
        (parts.iter())
            .filter_map(|text| alone(text).map(|found| &text[found.start..found.end]))
            .collect(),
        2,
    );
    if lines.len() >= 2 {
        twice.extend(lines);
    }
    if asked >= 2 {
        twice.push("Q");
    }
    let seats: Vec<&str> = (parts.iter())
        .filter_map(|text| seated(text).map(|found| &text[found.start..found.end]))
        .collect();
    if seats.len() >= 2 {
        twice.extend(seats);
    }
    // "Holm:", behind "Ada Holm (Meadow Party):"
    let surname = |head: &str| {
        let name = head.split([',', '(']).next().unwrap_or(head).trim();
        name.rsplit(' ')
            .next()
            .filter(|_| name.contains(' '))
            .map(str::to_lowercase)
    };
    let surnames: Vec<String> = twice.iter().copied().filter_map(surname).collect();
    let short = (parts.iter())
        .filter_map(|text| before_colon(text).map(|found| &text[found.start..found.end]))
        .filter(|head| !head.contains(' ') && surnames.contains(&head.to_lowercase()));
    let short: Vec<&str> = short.collect();
    twice.extend(short);
    twice.sort_unstable();
    twice.dedup();
    twice
}

/// Those of some words that come at least so often.
fn repeated(mut heads: Vec<&str>, times: usize) -> Vec<&str> {
    heads.sort_unstable();
    let mut twice: Vec<&str> = heads
        .windows(times)
        .filter(|pair| pair[0] == pair[times - 1])
        .map(|pair| pair[0])
        .collect();
    twice.dedup();
    twice
}

#[cfg(test)]
mod tests {
    use super::{label, speakers};

    #[test]
    fn labels() {
        let rows = [
            ("MONEY: The fund", Some("The fund")),
            ("IN THE HALLS: Some", Some("Some")),
            ("Q: Will they?", Some("Will they?")),
            ("Q   Will they?", Some("Will they?")),
            ("MR. MARN: No.", Some("No.")),
            ("Reporter: Will they?", Some("Will they?")),
            ("Marn: No.", Some("No.")),
            ("Lukan: No.", None),
            ("They said: no.", None),
            ("MONEY:", None),
            ("**Marn:** No.", Some("No.")),
            ("MARN [00:41]: No.", Some("No.")),
        ];
        for (text, content) in rows {
            assert_eq!(
                label(text, &["Marn"]).map(|found| &text[found.content..]),
                content,
                "{text}"
            );
        }
    }

    #[test]
    fn who_comes_back() {
        let rows: [(&[&str], &[&str]); 4] = [
            (
                &["Q. Will they?", "A. No.", "Q. Why?", "A. Ask."],
                &["A", "Q"],
            ),
            (
                &["MARN — No.", "TORR — Why?", "MARN — Ask.", "TORR — Whom?"],
                &["MARN", "TORR"],
            ),
            (&["TOLMA — A dam broke.", "It rained."], &[]),
            (
                &[
                    "Lia Torr:",
                    "No.",
                    "The Beacon:",
                    "Why?",
                    "Lia Torr:",
                    "Ask.",
                    "The Beacon:",
                ],
                &["Lia Torr", "The Beacon"],
            ),
        ];
        for (parts, found) in rows {
            assert_eq!(speakers(parts), found, "{parts:?}");
        }
    }
}
