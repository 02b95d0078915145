//! Plain text: kept as it is.

use rapporteur_model::{Document, Problem, Severity};

use crate::{Limits, encoding::Decoded, language};

/// The document of a plain text.
pub fn document(decoded: Decoded, location: Option<&str>, limits: &Limits) -> Document {
    let mut document = Document {
        text: decoded.text,
        location: location.map(str::to_owned),
        problems: decoded.problems,
        ..Document::default()
    };
    finish(&mut document, limits);
    document
}

/// What every document goes through at the end: the cap on its text, its language, and a word when it is empty.
pub fn finish(document: &mut Document, limits: &Limits) {
    cut(document, limits.text_bytes);
    if document.text.trim().is_empty() {
        document.problems.push(Problem::warning(
            "the report is empty",
            "Check that the file is the right one",
        ));
        return;
    }
    language::check(document);
    let count = u32::try_from(document.text.chars().count()).unwrap_or(u32::MAX);
    for problem in &mut document.problems {
        problem.at = problem.at.filter(|&(_, end)| end <= count);
    }
}

/// Keeps the first `limit` bytes, to the end of a line or at least of a character.
fn cut(document: &mut Document, limit: usize) {
    let text = &mut document.text;
    if text.len() <= limit {
        return;
    }
    let whole = text.len();
    let mut end = limit;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // The last line end, unless that would throw away much more.
    if let Some(line) = text[..end].rfind('\n').filter(|&line| line > end / 2) {
        end = line + 1;
    }
    text.truncate(end);
    document
        .blocks
        .retain(|block| block.span.end as usize <= end);
    document.problems.push(Problem {
        severity: Severity::Warning,
        at: None,
        message: format!("only the first {end} of {whole} bytes of the text were read"),
        hint: Some("Split it into reports, or give one report a line as JSON Lines".into()),
    });
}
