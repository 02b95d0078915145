//! What kind of file it is, told from its first bytes, and from its name where they leave a doubt.

use crate::Fault;

/// How many bytes [`of`] wants to see.
pub const HEAD: usize = 64 << 10;

/// A kind of file that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, Markdown included.
    Text,
    /// An HTML page.
    Html,
    /// One JSON object a line.
    JsonLines,
    /// One JSON value: a report, or an array of them.
    Json,
}

/// The format of a file that begins with `head`, or why it is not read.
pub fn of(head: &[u8], location: Option<&str>) -> Result<Format, Fault> {
    if let Some(fault) = unread(head) {
        return Err(fault);
    }
    let extension = extension(location);
    match extension.as_str() {
        "jsonl" | "ndjson" => return Ok(Format::JsonLines),
        "html" | "htm" | "xhtml" => return Ok(Format::Html),
        _ => {}
    }
    let start = head
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(head)
        .trim_ascii_start();
    if let Some(fault) = feed(start) {
        return Err(fault);
    }
    if is_html(start) {
        return Ok(Format::Html);
    }
    if start.first() == Some(&b'{') {
        let line = start.split(|&byte| byte == b'\n').next().unwrap_or(start);
        let whole = line.len() < start.len() || head.len() < HEAD;
        let named = [&b"\"text\""[..], b"\"html\"", b"\"id\""];
        let is_record = named.iter().any(|name| holds(line, name));
        // A first line that is longer than what we see must be taken on its looks.
        if is_record
            && (!whole || serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok())
            && (extension != "json" || line.len() < start.trim_ascii_end().len())
        {
            return Ok(Format::JsonLines);
        }
        if extension == "json" || named.iter().any(|name| holds(start, name)) {
            return Ok(Format::Json);
        }
    }
    let is_array =
        start.first() == Some(&b'[') && start[1..].trim_ascii_start().first() == Some(&b'{');
    if extension == "json" || is_array {
        return Ok(Format::Json);
    }
    Ok(Format::Text)
}

/// The extension of a path or URL, in lower case; empty when it has none.
pub fn extension(location: Option<&str>) -> String {
    let path = location
        .unwrap_or("")
        .split(['?', '#'])
        .next()
        .unwrap_or("");
    let name = path.rsplit(['/', '\\']).next().unwrap_or("");
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => extension.to_ascii_lowercase(),
        _ => String::new(),
    }
}

fn is_html(start: &[u8]) -> bool {
    let mut start = start;
    // Declarations and comments may come before the first element.
    while start.starts_with(b"<?xml") || start.starts_with(b"<!--") {
        let close: &[u8] = if start.starts_with(b"<?") {
            b"?>"
        } else {
            b"-->"
        };
        let Some(end) = find(start, close) else {
            return false;
        };
        start = start[end + close.len()..].trim_ascii_start();
    }
    let begins = |word: &str| {
        start.len() > word.len() && start[..word.len()].eq_ignore_ascii_case(word.as_bytes())
    };
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<article",
        "<main",
        "<div",
        "<section",
        "<p>",
        "<p ",
        "<h1",
        "<table",
        "<script",
        "<link",
    ]
    .iter()
    .any(|word| begins(word))
}

/// Formats that are known by their first bytes and not read.
fn unread(head: &[u8]) -> Option<Fault> {
    let not_yet = |name, hint| Some(Fault::NotYet { name, hint });
    let starts = |magic: &[u8]| head.starts_with(magic);
    if holds(&head[..head.len().min(1024)], b"%PDF-") {
        return not_yet(
            "a PDF file",
            "Extract its text first: pdftotext report.pdf report.txt",
        );
    }
    if starts(b"PK\x03\x04") {
        if holds(head, b"word/") {
            return not_yet(
                "a Word file (DOCX)",
                "Extract its text first: pandoc report.docx -t plain --wrap=none -o report.txt",
            );
        }
        if holds(head, b"opendocument") {
            return not_yet(
                "an OpenDocument file (ODT)",
                "Extract its text first: pandoc report.odt -t plain --wrap=none -o report.txt",
            );
        }
        if holds(head, b"application/epub") {
            return not_yet(
                "an e-book (EPUB)",
                "Extract its text first: pandoc book.epub -t plain --wrap=none -o book.txt",
            );
        }
        return not_yet(
            "a ZIP archive",
            "Unpack it first and give the folder: unzip archive.zip -d reports",
        );
    }
    if starts(b"\x1F\x8B") {
        return not_yet(
            "a gzip file",
            "Unpack it first: gunzip -k reports.jsonl.gz; or pipe it: gunzip -c reports.jsonl.gz | rapporteur read -",
        );
    }
    if starts(b"WARC/") {
        return not_yet(
            "a web archive (WARC)",
            "Extract its pages first, as HTML files or JSON Lines",
        );
    }
    if starts(b"\xD0\xCF\x11\xE0") {
        return not_yet(
            "an old Microsoft Office file",
            "Save it as text first, or: libreoffice --convert-to txt report.doc",
        );
    }
    if starts(b"{\\rtf") {
        return not_yet(
            "a Rich Text file (RTF)",
            "Extract its text first: pandoc report.rtf -t plain --wrap=none -o report.txt",
        );
    }
    if is_mail(head) {
        return not_yet(
            "an e-mail with its headers",
            "Save the body of the message as text and give that",
        );
    }
    let name = match head {
        [0x89, b'P', b'N', b'G', ..] => "a PNG image",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
        [b'G', b'I', b'F', b'8', ..] => "a GIF image",
        [b'R', b'I', b'F', b'F', _, _, _, _, ..] => "a picture or a recording (RIFF)",
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => "a TIFF image",
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => "a video or an audio file (MP4)",
        [b'I', b'D', b'3', ..] | [0xFF, 0xFB, ..] => "an MP3 recording",
        [b'O', b'g', b'g', b'S', ..] => "an Ogg recording",
        [0x7F, b'E', b'L', b'F', ..] | [b'M', b'Z', 0x90, 0, ..] => "a program",
        [b'B', b'Z', b'h', ..]
        | [0xFD, b'7', b'z', ..]
        | [b'7', b'z', 0xBC, ..]
        | [0x28, 0xB5, 0x2F, 0xFD, ..]
        | [b'R', b'a', b'r', b'!', ..] => "a compressed file",
        _ if starts(b"SQLite format 3") => "an SQLite database",
        _ => return None,
    };
    Some(Fault::Binary { name })
}

fn feed(start: &[u8]) -> Option<Fault> {
    let top = &start[..start.len().min(2048)];
    let is_feed = start.first() == Some(&b'<')
        && (holds(top, b"<rss") || holds(top, b"<feed") || holds(top, b"<rdf:RDF"))
        && !holds(top, b"<html");
    is_feed.then_some(Fault::NotYet {
        name: "a news feed (RSS or Atom)",
        hint: "Save the pages it links to as HTML files and give those",
    })
}

/// Whether the first line is a header of a mail message and another follows.
fn is_mail(head: &[u8]) -> bool {
    const FIRST: [&[u8]; 8] = [
        b"Return-Path:",
        b"Received:",
        b"Delivered-To:",
        b"MIME-Version:",
        b"Message-ID:",
        b"X-Original-To:",
        b"DKIM-Signature:",
        b"From ",
    ];
    let top = &head[..head.len().min(8 << 10)];
    FIRST.iter().any(|name| top.starts_with(name))
        && [
            &b"\nSubject:"[..],
            b"\nMessage-ID:",
            b"\nMIME-Version:",
            b"\nReceived:",
        ]
        .iter()
        .any(|name| holds(top, name))
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    find(bytes, part).is_some()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
