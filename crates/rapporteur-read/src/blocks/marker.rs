//! What stands before the words of a part: bullets, numbers, time stamps, labels.

/// A bullet or a number, and where the words begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// Bullet or number.
    pub kind: MarkerKind,
    /// Bytes of the marker itself.
    pub length: usize,
    /// Bytes to the first word.
    pub content: usize,
}

/// The kind of a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkerKind {
    /// `-`, `•`, `*`, `–` …
    Bullet,
    /// `1.`, `2.1`, `(a)`, `iv)` …
    Number,
}

const BULLETS: &str = "•·▪▫◦‣●○■□►▶➤➢✓✔✗✘♦◆";

/// The bullet or number at the head of a part.
pub fn marker(text: &str) -> Option<Marker> {
    bullet(text).or_else(|| number(text))
}

/// Whether a line begins a part of its own by what stands at its head.
pub fn is_marked(text: &str) -> bool {
    marker(text).is_some() || stamp(text).is_some() || text.starts_with('#')
}

fn bullet(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    let length = first.len_utf8();
    let rest = &text[length..];
    let content = rest.trim_start();
    let spaced = content.len() < rest.len();
    let next = content.chars().next()?;
    let good = if BULLETS.contains(first) {
        true
    } else {
        match first {
            // "-5 percent" is a number, "--" a dash, "**bold**" mark-up.
            '-' | '–' | '—' | '‑' => {
                if spaced {
                    next.is_alphanumeric() || "\"“‘'($€£".contains(next)
                } else {
                    next.is_alphabetic() || "\"“‘".contains(next)
                }
            }
            '*' | '+' | 'o' => {
                spaced
                    && (next.is_alphanumeric() || "\"“‘'(".contains(next))
                    && (first != 'o' || next.is_uppercase())
            }
            _ => false,
        }
    };
    good.then_some(Marker {
        kind: MarkerKind::Bullet,
        length,
        content: length + rest.len() - content.len(),
    })
}

fn number(text: &str) -> Option<Marker> {
    let length = marker_length(text)?;
    let rest = &text[length..];
    let content = rest.trim_start();
    let spaced = content.len() < rest.len();
    let next = content.chars().next()?;
    let closed = text[..length].ends_with(['.', ')', ']', ':', '/']);
    let word = content
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    // "2.1 The" is a number of a paragraph; "2.1 million" is not, nor is "4. March".
    let good = if closed {
        spaced && (next.is_alphanumeric() || "\"“‘'(*".contains(next))
    } else {
        spaced && next.is_uppercase()
    };
    (good && super::dateline::month(word).is_none()).then_some(Marker {
        kind: MarkerKind::Number,
        length,
        content: length + rest.len() - content.len(),
    })
}

/// Bytes of `1.`, `1)`, `(1)`, `2.1`, `2.1.`, `(a)`, `a)`, `iv.`, `(iv)`, `§ 3`, `Article 3.` at the head.
fn marker_length(text: &str) -> Option<usize> {
    for word in [
        "Article ", "ARTICLE ", "Art. ", "Point ", "Section ", "§ ", "§",
    ] {
        if let Some(rest) = text.strip_prefix(word) {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let closed = rest[digits..].starts_with(['.', ':', ')']);
            return ((1..=3).contains(&digits) && closed).then_some(word.len() + digits + 1);
        }
    }
    let open = usize::from(text.starts_with(['(', '[']));
    let body = &text[open..];
    let end = body
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '.'))
        .unwrap_or(body.len());
    let inner = body[..end].trim_end_matches('.');
    let dots = end - inner.len();
    let after = &body[end..];
    let closes = after.starts_with([')', ']']);
    let parts: Vec<&str> = inner.split('.').collect();
    let numeric = parts
        .iter()
        .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
        && parts.len() <= 4;
    let letter =
        parts.len() == 1 && inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let roman = parts.len() == 1
        && (1..=5).contains(&inner.len())
        && (inner.bytes().all(|b| b"ivx".contains(&b))
            || inner.bytes().all(|b| b"IVX".contains(&b)));
    if closes && dots == 0 && (numeric || letter || roman) {
        return Some(open + end + 1);
    }
    if open == 1 || dots > 1 {
        return None;
    }
    match (numeric, parts.len(), dots) {
        (true, _, 1) => Some(end),
        (true, 2.., 0) => Some(end),
        // "iv. Prisoners"; a single letter with a stop is more often a name.
        (false, 1, 1) if roman && inner.len() > 1 => Some(end),
        _ => None,
    }
}

/// How a number is written, whatever it says: "(a)" and "(b)" are written alike, "4." and "(4)" are not. Letters are one
/// way of writing, Roman numbers too.
pub fn style(label: &str) -> (bool, String) {
    let digits = label.bytes().any(|b| b.is_ascii_digit());
    let marks = (label.chars())
        .filter(|c| !c.is_alphanumeric() && !c.is_whitespace())
        .collect();
    (digits, marks)
}

/// A time of day at the head ("18:40", "9.45 pm", "06:10 GMT"), and where the words begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes of the time itself.
    pub length: usize,
    /// Bytes to what follows.
    pub content: usize,
}

/// The time stamp at the head of a part. "10:30 is the deadline" is none: what follows begins anew.
pub fn stamp(text: &str) -> Option<Stamp> {
    let open = usize::from(text.starts_with(['[', '(']));
    let body = &text[open..];
    let found = clock(body, open > 0)?;
    let close = &body[found.length..];
    // "[00:41] TESSA", "(14:05) The".
    if open > 0 && !close.starts_with([']', ')']) {
        return None;
    }
    Some(Stamp {
        length: found.length + 2 * open,
        content: found.content + open,
    })
}

/// The same where times are written with a stop, as the whole report has to show: "18.40 The".
pub fn dotted_stamp(text: &str) -> Option<Stamp> {
    let (hour, minute, length) = hour_and_minute(text)?;
    let rest = text[length..].trim_start_matches([' ', '\t', '\u{A0}', '-', '–', '—', '|']);
    let fresh = rest.starts_with(|c: char| c.is_uppercase() || "\"“‘'(".contains(c));
    (hour < 24
        && minute < 60
        && text[..length].contains('.')
        && fresh
        && !text[length..].starts_with('.'))
    .then_some(Stamp {
        length,
        content: text.len() - rest.len(),
    })
}

/// Whether numbers with a stop at the head of parts are times: at least three, which rise or fall, and not by one as those
/// of paragraphs do.
pub fn tells_time<'a>(parts: impl Iterator<Item = &'a str>) -> bool {
    let times: Vec<u32> = parts
        .filter(|text| dotted_stamp(text).is_some())
        .filter_map(hour_and_minute)
        .map(|(hour, minute, _)| hour * 60 + minute)
        .collect();
    let pairs = || times.windows(2);
    times.len() >= 3
        && (pairs().all(|pair| pair[0] < pair[1]) || pairs().all(|pair| pair[0] > pair[1]))
        && pairs().all(|pair| pair[0].abs_diff(pair[1]) > 1)
}

/// Hour and minute of a time of day, and the bytes they take: "18:40", "9.45", "14h05", "1405" before "GMT".
fn hour_and_minute(text: &str) -> Option<(u32, u32, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let hours = digits(text);
    if hours == 4 {
        let marked = ["GMT", "UTC", "hrs", "HRS", "BST", "CET", "h ", "local time"];
        let rest = text[4..].trim_start();
        let whole: u32 = text[..4].parse().ok()?;
        return marked.iter().any(|mark| rest.starts_with(mark)).then_some((
            whole / 100,
            whole % 100,
            4,
        ));
    }
    let separator = text.as_bytes().get(hours).copied()?;
    let minutes = digits(text.get(hours + 1..)?);
    let fits = (1..=2).contains(&hours) && minutes == 2 && b":.h".contains(&separator);
    let hour = text.get(..hours)?.parse().ok()?;
    let minute = text.get(hours + 1..hours + 1 + minutes)?.parse().ok()?;
    fits.then_some((hour, minute, hours + 3))
}

/// A time at the head, in brackets or not, and where the words begin.
fn clock(text: &str, bracketed: bool) -> Option<Stamp> {
    let (hour, minute, mut length) = hour_and_minute(text)?;
    // Minutes of a recording run on; an hour of the day does not.
    if hour > 24 && !bracketed || minute > 59 {
        return None;
    }
    let mut marked =
        bracketed || text[..length].contains(':') || !text[..length].contains(['.', 'h']);
    // "01:02:33", the third part are seconds.
    let seconds = text[length..]
        .strip_prefix(':')
        .is_some_and(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() == 2);
    if seconds {
        length += 3;
    }
    for word in [
        "a.m.",
        "p.m.",
        "am",
        "pm",
        "A.M.",
        "P.M.",
        "AM",
        "PM",
        "GMT",
        "UTC",
        "BST",
        "CET",
        "CEST",
        "EST",
        "EDT",
        "ET",
        "MSK",
        "IST",
        "local time",
        "hrs",
        "h",
    ] {
        let rest = &text[length..];
        let bare = rest.trim_start_matches([' ', '\u{A0}', ',']);
        if let Some(after) = bare.strip_prefix(word)
            && !after.starts_with(char::is_alphanumeric)
        {
            length = text.len() - after.len();
            marked = true;
        }
    }
    let rest = text[length..].trim_start_matches([
        ')', ']', ' ', '\t', '\u{A0}', '-', '–', '—', '|', ':', '•', '·',
    ]);
    let fresh = rest
        .chars()
        .next()
        .is_none_or(|c| c.is_uppercase() || "\"“‘'(".contains(c));
    // "4.20 The" is a paragraph of a report, not a time.
    (marked && fresh && (rest.len() < text.len() - length || rest.is_empty())).then_some(Stamp {
        length,
        content: text.len() - rest.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::{MarkerKind, marker, stamp};

    #[test]
    fn bullets_and_numbers() {
        let rows = [
            ("- a truce", Some("a truce")),
            ("-A truce", Some("A truce")),
            ("• a truce", Some("a truce")),
            ("*\ta truce", Some("a truce")),
            ("– a truce", Some("a truce")),
            ("— a truce", Some("a truce")),
            ("1. A truce", Some("A truce")),
            ("12) a truce", Some("a truce")),
            ("(a) a truce", Some("a truce")),
            ("b) a truce", Some("a truce")),
            ("(iv) a truce", Some("a truce")),
            ("2.1 The minister", Some("The minister")),
            ("2.1. The minister", Some("The minister")),
            ("Article 3. The parties", Some("The parties")),
            ("2.1 million people", None),
            ("-5 percent", None),
            ("4. March 2031", None),
            ("2031 was a year", None),
            ("A. Smith said", None),
            ("I. Smith said", None),
            ("U.S. officials said", None),
            ("**Bold**", None),
            ("--", None),
            ("", None),
        ];
        for (text, content) in rows {
            assert_eq!(
                marker(text).map(|found| &text[found.content..]),
                content,
                "{text}"
            );
        }
        assert_eq!(marker("1. A").map(|m| m.kind), Some(MarkerKind::Number));
    }

    #[test]
    fn times_with_a_stop() {
        let rows: [(&[&str], bool); 4] = [
            (&["9.05 The", "Rain.", "11.40 They", "16.50 Marn"], true),
            (&["16.50 Marn", "11.40 They", "9.05 The"], true),
            (&["4.18 The", "4.19 They", "4.20 Marn"], false),
            (&["4.18 The", "4.30 They"], false),
        ];
        for (parts, times) in rows {
            assert_eq!(super::tells_time(parts.iter().copied()), times, "{parts:?}");
        }
    }

    #[test]
    fn stamps() {
        let rows = [
            ("18:40", Some("")),
            ("15:50 CORRECTION", Some("CORRECTION")),
            ("9.45 pm - The leaders", Some("The leaders")),
            ("06:10 GMT | The leaders", Some("The leaders")),
            ("4:49 P.M. EDT", Some("")),
            ("[12:05] The leaders", Some("The leaders")),
            ("[00:41] TESSA: Hi", Some("TESSA: Hi")),
            ("(01:02:33) The leaders", Some("The leaders")),
            ("1405 GMT The leaders", Some("The leaders")),
            ("1405 leaders", None),
            ("10:30 is the deadline", None),
            ("4.20 The paper", None),
            ("99:99 The", None),
        ];
        for (text, content) in rows {
            assert_eq!(
                stamp(text).map(|found| &text[found.content..]),
                content,
                "{text}"
            );
        }
    }
}
