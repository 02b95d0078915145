//! Words of a text by the conventions of Universal Dependencies for English: clitics and most hyphenated parts are
//! words, abbreviations keep their stops, addresses and figures stay whole.

use rapporteur_model::Span;

use crate::Tokens;
use crate::abbreviations::{keeps_stop, prefix, suffix, unit};

/// Adds the words of a block.
pub(crate) fn split(text: &str, block: Span, tokens: &mut Tokens) {
    let mut start = None;
    let (from, to) = (block.start as usize, block.end as usize);
    for (at, c) in text[from..to].char_indices().chain([(to - from, ' ')]) {
        let at = from + at;
        let space = c.is_whitespace()
            || (c.is_control() && c != '\0')
            || matches!(c, '\u{200b}' | '\u{feff}');
        match (start, space) {
            (None, false) => start = Some(at),
            (Some(first), true) => {
                let mut chunk = Chunk {
                    text,
                    end: at,
                    block,
                    first: tokens.spans.len(),
                    next: text[at..to].trim_start().chars().next(),
                    tokens,
                };
                chunk.split(first);
                start = None;
            }
            _ => {}
        }
    }
}

/// Bytes after which a word takes in no more signs, and an address ends: no chunk costs more than its length.
const LONGEST: usize = 200;

/// A stretch without white space on its way to words.
struct Chunk<'a> {
    text: &'a str,
    end: usize,
    block: Span,
    /// Number of the first word of the chunk.
    first: usize,
    /// The next character after the chunk that is no white space.
    next: Option<char>,
    tokens: &'a mut Tokens,
}

impl Chunk<'_> {
    fn push(&mut self, start: usize, end: usize, joined: bool) {
        if start < end {
            self.tokens.spans.push(Span::new(start, end));
            self.tokens.joined.push(joined);
        }
    }

    fn rest(&self, at: usize) -> &str {
        &self.text[at..self.end]
    }

    fn split(&mut self, start: usize) {
        let mut at = start;
        while at < self.end {
            let rest = self.rest(at);
            let Some(c) = rest.chars().next() else { break };
            let fresh = at == start || !before(self.text, at).is_some_and(char::is_alphanumeric);
            let whole = if fresh {
                address(rest).max(face(rest, self.first == self.tokens.spans.len()))
            } else {
                0
            };
            if whole > 0 {
                self.push(at, at + whole, false);
                at += whole;
            } else if c.is_alphanumeric() || c == '_' {
                let end = self.word(at);
                self.clitics(at, end);
                at = end;
            } else {
                let end = at + self.mark(at, c);
                // The apostrophe alone after a plural is the possessive, unless it closes a quotation.
                let joined = end - at <= 3
                    && is_apostrophe(c)
                    && before(self.text, at).is_some_and(|c| matches!(c, 's' | 'S' | 'z' | 'x'))
                    && end == self.end
                    && !self.quote_open(at);
                self.push(at, end, joined);
                at = end;
            }
        }
    }

    /// Whether a single quotation mark was opened before `at` in the same paragraph and not closed.
    fn quote_open(&self, at: usize) -> bool {
        let back = &self.tokens.spans[self.tokens.spans.len().saturating_sub(40)..];
        back.iter()
            .rev()
            .take_while(|span| span.start >= self.block.start)
            .map(|span| (span, span.of(self.text)))
            .find_map(|(span, word)| match word {
                "\u{2018}" | "`" => Some(true),
                "'" | "\u{2019}" if (span.end as usize) < at => {
                    let opens = before(self.text, span.start as usize)
                        .is_none_or(|c| c.is_whitespace() || c == '(');
                    Some(opens)
                }
                _ => None,
            })
            .unwrap_or(false)
    }

    /// Length in bytes of the punctuation that begins at `at`.
    fn mark(&self, at: usize, c: char) -> usize {
        let rest = self.rest(at);
        let run = |test: fn(char) -> bool| rest.find(|c| !test(c)).unwrap_or(rest.len());
        for pair in ["''", "``", "[...]", "\u{2019}\u{2019}", "\u{2018}\u{2018}"] {
            if rest.starts_with(pair) {
                return pair.len();
            }
        }
        match c {
            '.' => run(|c| c == '.'),
            '!' | '?' => run(|c| matches!(c, '!' | '?')),
            '-' => run(|c| c == '-'),
            '=' => run(|c| c == '='),
            '*' => run(|c| c == '*'),
            '~' => run(|c| c == '~'),
            '<' => run(|c| c == '<'),
            '>' => run(|c| c == '>'),
            '#' => run(|c| c == '#'),
            '\'' | '\u{2019}' => elision(rest).max(c.len_utf8()),
            c => {
                // Combining marks and joiners belong to the sign before them.
                let tail = &rest[c.len_utf8()..];
                let joined = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{fe0e}' | '\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}');
                c.len_utf8() + tail.find(|c| !joined(c)).unwrap_or(tail.len())
            }
        }
    }

    /// End of the word that begins at `start`.
    fn word(&self, start: usize) -> usize {
        let text = &self.text[..self.end];
        let mut at = start;
        for (place, c) in text[start..].char_indices() {
            at = start + place;
            let after = text[at + c.len_utf8()..].chars().next();
            if c.is_alphanumeric()
                || c == '_'
                || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}')
            {
                if c.is_ascii_digit() && after.is_some_and(char::is_alphabetic) {
                    let end = at + 1;
                    let figures = text[start..end]
                        .bytes()
                        .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',' | b':'));
                    if figures && unit(&text[end..]) {
                        return end;
                    }
                }
                at += c.len_utf8();
                continue;
            }
            if !self.joins(start, at, c, after) {
                return at;
            }
            at += c.len_utf8();
        }
        at
    }

    /// Whether the sign `c` at `at` is part of the word that began at `start`.
    fn joins(&self, start: usize, at: usize, c: char, after: Option<char>) -> bool {
        let text = &self.text[..self.end];
        let word = &text[start..at];
        if word.len() > LONGEST {
            return false;
        }
        let tail = &text[at + c.len_utf8()..];
        let digit_before = word.ends_with(|c: char| c.is_ascii_digit());
        let digit_after = after.is_some_and(|c| c.is_ascii_digit());
        let letter_after = after.is_some_and(char::is_alphabetic);
        match c {
            '.' => {
                if digit_before && digit_after {
                    return true;
                }
                if initials(word) && letter_after && letters_apart(tail) {
                    return true;
                }
                if letter_after {
                    return matches!(word, "Ph" | "M" | "B" | "Sc" | "D" | "Ed")
                        && word.len() + tail.len() <= 6
                        || file_ending(tail);
                }
                let alone = !after.is_some_and(char::is_alphanumeric);
                alone && !tail.starts_with('.') && self.stop_stays(start, word, tail)
            }
            ',' => {
                digit_before
                    && digit_after
                    && tail.bytes().take_while(u8::is_ascii_digit).count() == 3
            }
            ':' => digit_before && digit_after,
            '\'' | '\u{2019}' => letter_after && (clitic(tail) || !word.contains(['.', '/'])),
            '-' | '\u{2010}' | '\u{2011}' => {
                if digit_before && digit_after {
                    return telephone(&text[start..]);
                }
                let tail_word = tail
                    .split(|c: char| !c.is_alphabetic())
                    .next()
                    .unwrap_or("");
                (letter_after || digit_after) && (prefix(word) || suffix(tail_word))
            }
            '/' => {
                let right = tail
                    .find(|c: char| !c.is_alphanumeric())
                    .unwrap_or(tail.len());
                digit_before && digit_after
                    || (word.len() == 1 && (1..=2).contains(&right) && letter_after)
            }
            '&' => word.len() <= 3 && upper_end(word) && after.is_some_and(char::is_uppercase),
            _ => false,
        }
    }

    /// Whether the stop after `word` belongs to it; `tail` is what follows inside the chunk.
    fn stop_stays(&self, start: usize, word: &str, tail: &str) -> bool {
        let next = self.next;
        let inner = tail.chars().find(|c| c.is_alphanumeric());
        let last_in_block = next.is_none() && inner.is_none();
        if word.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            // The number of a list item or heading.
            return start == self.block.start as usize + leading(self.block.of(self.text))
                && tail.is_empty()
                && word.len() <= 5
                && next.is_some();
        }
        if word.len() == 1 && word.as_bytes()[0].is_ascii_uppercase() {
            // An initial, not the pronoun at the end of a sentence.
            return word != "I" && next.or(inner).is_some_and(char::is_uppercase);
        }
        if initials(word) && word.contains('.') {
            return true;
        }
        keeps_stop(word, tail.chars().next().or(next), last_in_block)
    }

    /// Adds a word, its clitics apart.
    fn clitics(&mut self, start: usize, end: usize) {
        let word = &self.text[start..end];
        if word.len() > 40 || !word.is_char_boundary(word.len()) {
            return self.push(start, end, false);
        }
        let lower = word.to_lowercase().replace('\u{2019}', "'");
        if lower.len() == word.replace('\u{2019}', "'").len()
            && let Some(at) = fused(&lower)
        {
            self.push(start, start + at, false);
            return self.push(start + at, end, true);
        }
        let mut cuts = Vec::new();
        let mut last = end;
        while let Some(at) = clitic_start(&self.text[start..last]) {
            cuts.push(start + at);
            last = start + at;
            if cuts.len() == 3 {
                break;
            }
        }
        let mut from = start;
        for (place, &cut) in cuts.iter().rev().enumerate() {
            self.push(from, cut, place > 0);
            from = cut;
        }
        self.push(from, end, !cuts.is_empty());
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The beginning of a text, at most that many bytes.
fn near(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

fn leading(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn upper_end(word: &str) -> bool {
    word.ends_with(char::is_uppercase)
}

/// "U", "U.S", "a.m" without the last stop: letters one by one.
fn initials(word: &str) -> bool {
    word.len() <= 20
        && word
            .split('.')
            .all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// Whether the text goes on with letters one by one ("S.", "m.", "K").
fn letters_apart(tail: &str) -> bool {
    let mut chars = tail.chars();
    chars.next().is_some_and(char::is_alphabetic)
        && chars.next().is_none_or(|c| !c.is_alphanumeric())
}

fn file_ending(tail: &str) -> bool {
    if tail.len() > 10 {
        return false;
    }
    let ending = tail.trim_end_matches([',', '.', ')', ';']);
    matches!(
        ending.to_ascii_lowercase().as_str(),
        "doc" | "docx" | "xls" | "pdf" | "txt" | "html" | "jpg" | "gif" | "zip" | "exe" | "ppt"
    )
}

fn telephone(text: &str) -> bool {
    let number = near(text, 20)
        .split(|c: char| !c.is_ascii_digit() && c != '-')
        .next()
        .unwrap_or("");
    let groups: Vec<usize> = number.split('-').map(str::len).collect();
    matches!(
        groups.as_slice(),
        [3, 3, 4] | [1, 3, 3, 4] | [3, 4] | [3, 2, 4]
    )
}

/// A shortened word after its apostrophe ("'em", "'90s"): its length, else 0.
fn elision(rest: &str) -> usize {
    let mark = rest.chars().next().map_or(0, char::len_utf8);
    let tail = &rest[mark..];
    let word = tail
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    let known = matches!(
        word.to_ascii_lowercase().as_str(),
        "em" | "til" | "cause" | "cos" | "tis" | "twas" | "bout" | "n" | "round"
    );
    let decade = word.len() == 3 && word.ends_with('s') && word.as_bytes()[0].is_ascii_digit();
    if known || decade {
        mark + word.len()
    } else {
        0
    }
}

fn clitic(tail: &str) -> bool {
    let word = tail
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("")
        .to_ascii_lowercase();
    matches!(word.as_str(), "s" | "t" | "ll" | "re" | "ve" | "d" | "m")
}

/// Where the last clitic of a word begins.
fn clitic_start(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().rev().find(|(_, c)| is_apostrophe(*c))?;
    let tail = &word[at + mark.len_utf8()..];
    if at == 0 {
        return None;
    }
    if tail.eq_ignore_ascii_case("t") {
        let n = word[..at]
            .char_indices()
            .next_back()
            .filter(|(n, c)| matches!(c, 'n' | 'N') && *n > 0)?;
        return Some(n.0);
    }
    clitic(tail).then_some(at).filter(|_| tail.len() <= 2)
}

/// Words written as one that are two: where the second begins.
fn fused(lower: &str) -> Option<usize> {
    Some(match lower {
        "cannot" | "gonna" | "gotta" | "wanna" | "outta" | "dunno" => {
            lower.len() - if lower == "cannot" { 3 } else { 2 }
        }
        "dont" | "didnt" | "doesnt" | "couldnt" | "wouldnt" | "shouldnt" | "isnt" | "wasnt"
        | "arent" | "havent" | "hasnt" | "wont" | "cant" => lower.len() - 2,
        "im" | "thats" | "whats" | "theres" | "hes" => lower.len() - 1,
        "ive" | "youre" | "theyre" => lower.len() - 2,
        _ => return None,
    })
}

/// Length of a web or mail address or a handle at the beginning, else 0.
fn address(rest: &str) -> usize {
    let rest = near(rest, 10 * LONGEST);
    if rest.len() < 4 || !rest.is_char_boundary(1) {
        return 0;
    }
    let closed = |end: usize| {
        let body = &rest[..end];
        let body = body.trim_end_matches([
            '.', ',', ';', ':', '!', '?', '\'', '"', '\u{2019}', '\u{201d}', '>', ']', '*',
        ]);
        let unopened = body.ends_with(')') && !body.contains('(');
        if unopened { body.len() - 1 } else { body.len() }
    };
    let stop = rest
        .find(['<', '>', '"', '\u{201c}', '\u{201d}', '|'])
        .unwrap_or(rest.len());
    let lower_start = |what: &str| {
        rest.get(..what.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(what))
    };
    if ["http://", "https://", "ftp://", "www.", "mailto:"]
        .iter()
        .any(|start| lower_start(start))
    {
        return closed(stop);
    }
    let head = near(rest, stop.min(LONGEST));
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%');
    if let Some(at) = head.find('@')
        && at > 0
        && head[..at].chars().all(part)
    {
        let host = head[at + 1..]
            .find(|c: char| !part(c))
            .map_or(head.len(), |end| at + 1 + end);
        if head[at + 1..host].contains('.') {
            return closed(host);
        }
    }
    let host = head
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-')))
        .unwrap_or(head.len());
    let name = head[..host].trim_end_matches(['.', '-']);
    let good = name.rsplit_once('.').is_some_and(|(left, right)| {
        let known = matches!(
            right.to_ascii_lowercase().as_str(),
            "com"
                | "org"
                | "net"
                | "edu"
                | "gov"
                | "info"
                | "co"
                | "uk"
                | "int"
                | "eu"
                | "ru"
                | "cn"
                | "io"
        );
        known && left.chars().any(|c| c.is_ascii_alphabetic()) && left.len() > 2
    });
    if good {
        return if head[name.len()..].starts_with('/') {
            closed(stop)
        } else {
            name.len()
        };
    }
    0
}

/// Length of an emoticon at the beginning, else 0.
fn face(rest: &str, alone: bool) -> usize {
    const FACES: [&str; 14] = [
        ":-)", ":-(", ";-)", ":)", ":(", ";)", ":D", ":P", "=)", ":/", "^_^", "<3", ":-D", ":'(",
    ];
    let found = FACES.iter().find(|face| rest.starts_with(**face));
    found
        .filter(|face| alone && rest.len() <= face.len() + 1 || rest.len() == face.len())
        .map_or(0, |face| face.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let mut tokens = Tokens::default();
        split(text, Span::new(0, text.len()), &mut tokens);
        let parts = tokens.spans.iter().zip(&tokens.joined);
        let parts: Vec<String> = parts
            .map(|(span, joined)| format!("{}{}", if *joined { "+" } else { "" }, span.of(text)))
            .collect();
        parts.join(" ")
    }

    #[test]
    fn splits_by_the_conventions() {
        for (text, expected) in [
            (
                "The envoy's plan isn't dead.",
                "The envoy +'s plan is +n't dead .",
            ),
            (
                "They can’t, and we cannot, sign.",
                "They ca +n’t , and we can +not , sign .",
            ),
            ("The ministers' talks", "The ministers +' talks"),
            (
                "It cost $1,200.50 (about 3.5%).",
                "It cost $ 1,200.50 ( about 3.5 % ) .",
            ),
            (
                "At 5pm on 11/28/2000, U.S.-led talks",
                "At 5 pm on 11/28/2000 , U.S. - led talks",
            ),
            (
                "A power-sharing, pre-war deal",
                "A power - sharing , pre-war deal",
            ),
            (
                "Mr. Ode met Gen. A. B. Sol at 5 p.m.",
                "Mr. Ode met Gen. A. B. Sol at 5 p.m.",
            ),
            ("“No,” she said…", "“ No , ” she said …"),
            ("Wait... what?!", "Wait ... what ?!"),
            (
                "See www.example.org/a(b), or mail a.b@example.org.",
                "See www.example.org/a(b) , or mail a.b@example.org .",
            ),
            ("He left in Dec. The talks", "He left in Dec. The talks"),
            ("10-20 men and/or women", "10 - 20 men and / or women"),
            ("1. First point", "1. First point"),
            ("So do I. Then", "So do I . Then"),
        ] {
            assert_eq!(words(text), expected);
        }
    }
}
