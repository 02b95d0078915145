//! A page as a row of tags and texts, in one pass and in linear time, whatever the bytes.
//!
//! This is no tree: it serves to measure a page before a tree is made of it, to collect what stands in its head, and to write
//! out a main text that is already clean.

use std::borrow::Cow;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece<'a> {
    /// Characters between tags, entities not yet undone. The content of `script` and `style` too.
    Text(&'a str),
    /// `<name attributes>`.
    Open {
        /// In lower case.
        name: Cow<'a, str>,
        /// All that stands after the name.
        attributes: &'a str,
    },
    /// `</name>`, the name in lower case.
    Close(Cow<'a, str>),
}

/// The pieces of a page, in order. Comments and declarations are passed over.
pub struct Pieces<'a> {
    page: &'a str,
    at: usize,
    /// Inside `script`, `style` …: all up to its end is text.
    raw: Option<&'static str>,
    /// Searches that reached the end of the page once need not be tried again; without this, `<a<a<a…` takes quadratic time.
    no_more: NoMore,
}

#[derive(Default)]
struct NoMore {
    close: bool,
    quote: [bool; 2],
}

/// The pieces of `page`.
pub fn pieces(page: &str) -> Pieces<'_> {
    Pieces {
        page,
        at: 0,
        raw: None,
        no_more: NoMore::default(),
    }
}

/// Elements whose content is no mark-up.
const RAW: [&str; 5] = ["script", "style", "textarea", "title", "xmp"];

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let rest = &self.page[self.at..];
            if rest.is_empty() {
                return None;
            }
            if let Some(name) = self.raw.take() {
                let end = end_of_raw(rest, name);
                if end > 0 {
                    self.at += end;
                    return Some(Piece::Text(&rest[..end]));
                }
            }
            let rest = &self.page[self.at..];
            if !rest.starts_with('<') {
                let end = rest.find('<').unwrap_or(rest.len());
                self.at += end;
                return Some(Piece::Text(&rest[..end]));
            }
            if let Some(comment) = rest.strip_prefix("<!--") {
                self.at += 4 + comment.find("-->").map_or(comment.len(), |end| end + 3);
                continue;
            }
            let second = rest.as_bytes().get(1).copied().unwrap_or(b' ');
            if second == b'!' || second == b'?' {
                self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
                continue;
            }
            let closing = second == b'/';
            let name_at = 1 + usize::from(closing);
            let is_name = rest
                .as_bytes()
                .get(name_at)
                .is_some_and(u8::is_ascii_alphabetic);
            let end = if is_name {
                self.end_of_tag(self.at + name_at)
            } else {
                None
            };
            let Some(end) = end else {
                // A lone `<` is text.
                let next = rest[1..].find('<').map_or(rest.len(), |next| next + 1);
                self.at += next;
                return Some(Piece::Text(&rest[..next]));
            };
            let inside = self.page[self.at + name_at..end].trim_end_matches('/');
            self.at = end + 1;
            let name_end = inside
                .find(|c: char| c.is_ascii_whitespace() || c == '/')
                .unwrap_or(inside.len());
            let name = lower(&inside[..name_end]);
            if closing {
                return Some(Piece::Close(name));
            }
            self.raw = RAW.iter().copied().find(|&raw| raw == name);
            return Some(Piece::Open {
                name,
                attributes: &inside[name_end..],
            });
        }
    }
}

impl Pieces<'_> {
    /// Where the `>` stands that ends a tag; quoted attributes may hold others.
    fn end_of_tag(&mut self, from: usize) -> Option<usize> {
        if self.no_more.close {
            return None;
        }
        let bytes = self.page.as_bytes();
        let mut at = from;
        let mut last = b' ';
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' => return Some(at),
                b'"' | b'\'' if last == b'=' => {
                    let which = usize::from(byte == b'\'');
                    if !self.no_more.quote[which] {
                        match self.page[at + 1..].find(byte as char) {
                            Some(end) => at += end + 1,
                            None => self.no_more.quote[which] = true,
                        }
                    }
                }
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                last = byte;
            }
            at += 1;
        }
        self.no_more.close = true;
        None
    }
}

/// Where `</name` begins, or the end.
fn end_of_raw(rest: &str, name: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let at = from + at;
        let after = &bytes[at + 2..];
        if after.len() >= name.len() && after[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
            return at;
        }
        from = at + 2;
    }
    rest.len()
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// The value of an attribute, entities undone. `name` in lower case.
pub fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let end = rest[first..]
            .find(|c: char| c.is_ascii_whitespace() || c == '=')
            .map_or(rest.len(), |end| end + first);
        let found = rest[..end].eq_ignore_ascii_case(name);
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            (value, rest) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    after[1..].split_once(quote).unwrap_or((&after[1..], ""))
                }
                _ => after.split_at(
                    after
                        .find(|c: char| c.is_ascii_whitespace())
                        .unwrap_or(after.len()),
                ),
            };
        }
        if found {
            return Some(unescape(value).trim().to_owned());
        }
    }
}

/// Undoes entities: `&amp;`, `&#8217;`, `&#x2019;`, and the named ones that news pages use.
pub fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|b| b == b';');
        match end.and_then(|end| Some((end, entity(&rest[1..end])?))) {
            Some((end, c)) => {
                out.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        if (0x80..0xA0).contains(&code) {
            // Numbers of Windows-1252, as browsers read them.
            let bytes = [code as u8];
            return encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(&bytes)
                .0
                .chars()
                .next();
        }
        return char::from_u32(code).filter(|&c| c != '\0');
    }
    NAMED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|&(_, c)| c)
        .or_else(|| latin(name))
}

#[rustfmt::skip]
const NAMED: [(&str, char); 40] = [
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{A0}'),
    ("ndash", '–'), ("mdash", '—'), ("lsquo", '‘'), ("rsquo", '’'), ("ldquo", '“'), ("rdquo", '”'),
    ("sbquo", '‚'), ("bdquo", '„'), ("hellip", '…'), ("bull", '•'), ("middot", '·'), ("euro", '€'),
    ("pound", '£'), ("yen", '¥'), ("cent", '¢'), ("copy", '©'), ("reg", '®'), ("trade", '™'),
    ("deg", '°'), ("para", '¶'), ("sect", '§'), ("laquo", '«'), ("raquo", '»'), ("lsaquo", '‹'),
    ("rsaquo", '›'), ("times", '×'), ("minus", '−'), ("frac12", '½'), ("frac14", '¼'), ("iexcl", '¡'),
    ("iquest", '¿'), ("szlig", 'ß'), ("thinsp", '\u{2009}'), ("shy", '\u{AD}'),
];

/// `eacute`, `Ouml`, `ccedil` …: a letter with the name of its mark.
fn latin(name: &str) -> Option<char> {
    let letter = name.chars().next()?;
    let mark = &name[letter.len_utf8()..];
    let row = |letters: &'static str, marked: &'static str| {
        letters
            .chars()
            .zip(marked.chars())
            .find(|&(plain, _)| plain == letter)
            .map(|(_, c)| c)
    };
    match mark {
        "acute" => row("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        "grave" => row("aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        "circ" => row("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        "uml" => row("aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        "tilde" => row("anoANO", "ãñõÃÑÕ"),
        "cedil" => row("cC", "çÇ"),
        "ring" => row("aA", "åÅ"),
        "slash" => row("oO", "øØ"),
        "caron" => row("szcrSZCR", "šžčřŠŽČŘ"),
        "Elig" => row("A", "Æ"),
        "elig" => row("a", "æ"),
        _ => None,
    }
}
