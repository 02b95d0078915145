//! Bytes to text: which encoding, and which bytes do not fit it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use rapporteur_model::{Problem, Severity};

use crate::Fault;

/// Text, and what had to be mended to get it.
#[derive(Debug)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// Bytes that were no text.
    pub problems: Vec<Problem>,
}

/// No more places of broken bytes are listed than this; the rest is counted.
const LISTED: usize = 10;

/// Undoes the encoding. `markup`: whether the page itself may say what it is.
pub fn decode(bytes: &[u8], markup: bool) -> Result<Decoded, Fault> {
    let (encoding, skip) = encoding_of(bytes, markup);
    let body = &bytes[skip..];
    if encoding != UTF_16LE && encoding != UTF_16BE && is_binary(body) {
        return Err(Fault::Binary {
            name: "a binary file",
        });
    }
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(body)
    {
        return Ok(Decoded {
            text: text.to_owned(),
            problems: Vec::new(),
        });
    }
    let mut problems = Vec::new();
    let (text, broken) = encoding.decode_without_bom_handling(body);
    if encoding != UTF_8 && !body.is_ascii() {
        problems.push(Problem {
            severity: Severity::Note,
            at: None,
            message: format!("the text was taken to be encoded as {}", encoding.name()),
            hint: Some(
                "If letters look wrong, convert it to UTF-8 first: iconv -f ENCODING -t UTF-8"
                    .into(),
            ),
        });
    }
    if broken {
        problems.extend(replaced(&text, encoding.name()));
    }
    Ok(Decoded {
        text: text.into_owned(),
        problems,
    })
}

/// The encoding, and how many bytes its mark takes.
fn encoding_of(bytes: &[u8], markup: bool) -> (&'static Encoding, usize) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (encoding, length);
    }
    let valid = std::str::from_utf8(bytes).is_ok();
    // Letters beyond ASCII that happen to be UTF-8 are UTF-8, whatever a page declares: by chance it never happens.
    if valid && !bytes.is_ascii() {
        return (UTF_8, 0);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return (encoding, 0);
    }
    if markup
        && let Some(encoding) = declared(&bytes[..bytes.len().min(4096)])
        && encoding != UTF_8
    {
        return (encoding, 0);
    }
    if valid || mostly_utf8(bytes) {
        return (UTF_8, 0);
    }
    // The guess of a detector is good after some thousand bytes, and its time is linear.
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == UTF_8 {
        (WINDOWS_1252, 0)
    } else {
        (guess, 0)
    }
}

/// Every other byte a NUL, which is Latin text in UTF-16 without its mark.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 4 {
        return None;
    }
    let nul = |offset: usize| {
        head.iter()
            .skip(offset)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let (even, odd, pairs) = (nul(0), nul(1), head.len() / 2);
    if odd * 10 > pairs * 7 && even * 20 < pairs {
        Some(UTF_16LE)
    } else if even * 10 > pairs * 7 && odd * 20 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// `charset=…` of a `<meta>`, or `encoding="…"` of an XML declaration.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let lower = head.to_ascii_lowercase();
    let text = String::from_utf8_lossy(&lower);
    let after = |mark: &str| {
        text.match_indices(mark).find_map(|(at, _)| {
            let rest = text[at + mark.len()..].trim_start_matches([' ', '=', '"', '\'']);
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))?;
            Encoding::for_label(&rest.as_bytes()[..end])
        })
    };
    let found = after("charset")
        .or_else(|| (text.trim_start().starts_with("<?xml")).then(|| after("encoding"))?)?;
    // A page whose declaration can be read byte by byte is not UTF-16, whatever it says (HTML standard, 13.2.3.2).
    if found == UTF_16LE || found == UTF_16BE {
        Some(UTF_8)
    } else {
        Some(found)
    }
}

/// Whether there is more good than bad beyond ASCII, so that a text with a few broken bytes stays UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// NULs, or more control characters than any text has.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 << 10)];
    let nul = head.iter().filter(|&&b| b == 0).count();
    let control = head
        .iter()
        .filter(|&&b| (b < 0x20 && !b"\t\n\r\x0B\x0C\x1B".contains(&b)) || b == 0x7F)
        .count();
    nul * 200 > head.len() || control * 20 > head.len()
}

/// Problems for the replacement characters that broken bytes became, with their places in code points.
fn replaced(text: &str, encoding: &str) -> Vec<Problem> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    let mut count = 0usize;
    for (at, _) in text.chars().enumerate().filter(|&(_, c)| c == '\u{FFFD}') {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        match runs.last_mut() {
            Some(run) if run.1 == at => run.1 = at.saturating_add(1),
            _ => {
                count += 1;
                if count <= LISTED {
                    runs.push((at, at.saturating_add(1)));
                }
            }
        }
    }
    let hint = "Find out the encoding and convert the file: iconv -f ENCODING -t UTF-8 report.txt";
    let mut problems: Vec<Problem> = runs
        .into_iter()
        .map(|run| Problem {
            severity: Severity::Warning,
            at: Some(run),
            message: format!("bytes that are not {encoding} were replaced by �"),
            hint: Some(hint.into()),
        })
        .collect();
    if count > LISTED {
        problems.push(Problem::warning(
            format!(
                "bytes that are not {encoding} were replaced in {} more places",
                count - LISTED
            ),
            hint,
        ));
    }
    problems
}
