//! Files as they come, to [`Document`]s: plain text, HTML pages and JSON Lines, in any encoding.
//!
//! One function does it, [`documents`]: bytes in, an iterator of documents out, one a report.
//! [`documents_from`] is the same over a reader, so that JSON Lines of any size stream by one line at a time.
//! Only [`files`] touches the disk.
//!
//! # What is promised
//!
//! * **Any bytes give a document or an [`IntakeError`]** that says what, where and what to do; never a panic.
//! * **The text never changes once it is kept.** Plain text and the `text` of a JSON line are kept as they are, `\r\n` and
//!   double spaces included; only their encoding is undone. Of an HTML page the main text is written out anew, one block
//!   (paragraph, heading, list item) a line, and *that* is the text which spans point into.
//! * **Time and memory are bounded** by [`Limits`]: a report of more than 64 MB is refused with a hint to split it; of a text
//!   of more than 2 MB (some 350,000 words) only the beginning is kept, cut at the end of a line, with a problem that says so;
//!   a page nested more than 512 deep, or with more than 100,000 elements, goes round the boilerplate remover.
//! * **What is lost is told**: a broken byte, an unknown date, a language other than English are `problems` of the document.
//!
//! # How the encoding is found
//!
//! Byte-order mark; then what the page or its declaration says, unless the bytes prove it wrong; then whether it is UTF-8;
//! then a guess by [chardetng], the detector of Firefox.
//!
//! [chardetng]: https://docs.rs/chardetng

mod dates;
mod encoding;
mod error;
pub mod files;
mod format;
mod html;
mod language;
mod lines;
mod text;

use std::io::{BufRead, Cursor, Read};

use rapporteur_model::Document;

pub use dates::date_of;
pub use error::{Fault, IntakeError};
use format::Format;
use lines::Lines;

/// How much is read before Rapporteur says no. The defaults suit a machine with 4 GB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one report as it comes: a file, or a line of JSON Lines. More is refused.
    pub report_bytes: usize,
    /// Bytes of text kept of one report. The rest is left out, with a problem.
    pub text_bytes: usize,
    /// Bytes of an HTML page, without its scripts and styles, that the boilerplate remover may see.
    pub html_bytes: usize,
    /// Elements inside one another that the boilerplate remover may see; its time grows with the square of this.
    pub html_depth: usize,
    /// Elements that the boilerplate remover may see.
    pub html_elements: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            report_bytes: 64 << 20,
            text_bytes: 2 << 20,
            html_bytes: 8 << 20,
            html_depth: 512,
            html_elements: 100_000,
        }
    }
}

/// The reports that `bytes` hold, in order. `location` is a path or URL: it is named in errors, kept in the document, and its
/// extension helps where the bytes alone leave a doubt.
///
/// ```
/// use rapporteur_intake::{Limits, documents};
/// let page = b"<html><body><p>Orveth rejected the draft.</p></body></html>";
/// let document = documents(page, Some("page.html"), &Limits::default()).next().unwrap().unwrap();
/// assert_eq!(document.text, "Orveth rejected the draft.\n");
/// ```
pub fn documents<'a>(bytes: &'a [u8], location: Option<&str>, limits: &Limits) -> Documents<'a> {
    documents_from(bytes, location, limits)
}

/// The reports that a reader holds, in order: as [`documents`], but JSON Lines are taken one line at a time.
pub fn documents_from<'a>(
    mut reader: impl BufRead + Send + 'a,
    location: Option<&str>,
    limits: &Limits,
) -> Documents<'a> {
    let place = |error: IntakeError| error.at(location);
    // A reader may give its first bytes in crumbs; enough of them are gathered to tell the format.
    let mut head = Vec::new();
    let mut first = reader.by_ref().take(format::HEAD as u64);
    if let Err(error) = first.read_to_end(&mut head) {
        return Documents::one(Err(place(error.into())));
    }
    let format = match format::of(&head, location) {
        Ok(format) => format,
        Err(fault) => return Documents::one(Err(place(fault.into()))),
    };
    if format == Format::JsonLines {
        let whole = Cursor::new(head).chain(reader);
        return Documents::lines(Lines::new(Box::new(whole), location, *limits));
    }
    let rest = (limits.report_bytes + 1).saturating_sub(head.len()) as u64;
    if let Err(error) = reader.take(rest).read_to_end(&mut head) {
        return Documents::one(Err(place(error.into())));
    }
    if head.len() > limits.report_bytes {
        return Documents::one(Err(place(
            Fault::TooLarge {
                limit: limits.report_bytes,
            }
            .into(),
        )));
    }
    whole(&head, format, location, limits)
}

/// The reports of bytes that are all here.
fn whole(
    bytes: &[u8],
    format: Format,
    location: Option<&str>,
    limits: &Limits,
) -> Documents<'static> {
    let decoded = match encoding::decode(bytes, format == Format::Html) {
        Ok(decoded) => decoded,
        Err(fault) => return Documents::one(Err(IntakeError::from(fault).at(location))),
    };
    // UTF-16 hides its format from a look at the bytes.
    let format = match format::of(
        decoded
            .text
            .as_bytes()
            .get(..format::HEAD)
            .unwrap_or(decoded.text.as_bytes()),
        location,
    ) {
        Ok(seen) if format == Format::Text => seen,
        Ok(_) => format,
        Err(fault) => return Documents::one(Err(IntakeError::from(fault).at(location))),
    };
    match format {
        Format::Text => Documents::one(Ok(text::document(decoded, location, limits))),
        Format::Html => Documents::one(Ok(html::document(decoded, location, limits))),
        Format::Json => Documents::all(lines::values(&decoded.text, location, limits)),
        Format::JsonLines => {
            let reader = Box::new(Cursor::new(decoded.text.into_bytes()));
            Documents::lines(Lines::new(reader, location, *limits))
        }
    }
}

/// Reports one after another: documents, and errors for those that could not be read. After an error the next one comes.
pub struct Documents<'a>(Kind<'a>);

enum Kind<'a> {
    All(std::vec::IntoIter<Result<Document, IntakeError>>),
    Lines(Box<Lines<'a>>),
}

impl<'a> Documents<'a> {
    fn one(document: Result<Document, IntakeError>) -> Self {
        Self::all(vec![document])
    }

    fn all(documents: Vec<Result<Document, IntakeError>>) -> Self {
        Self(Kind::All(documents.into_iter()))
    }

    fn lines(lines: Lines<'a>) -> Self {
        Self(Kind::Lines(Box::new(lines)))
    }

    /// Whether these come from JSON Lines, so that their number is not known beforehand.
    pub fn is_stream(&self) -> bool {
        matches!(self.0, Kind::Lines(_))
    }
}

impl Iterator for Documents<'_> {
    type Item = Result<Document, IntakeError>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Kind::All(documents) => documents.next(),
            Kind::Lines(lines) => lines.next(),
        }
    }
}

#[cfg(test)]
mod tests;
