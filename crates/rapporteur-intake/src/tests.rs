//! Whole files in, documents out.

use proptest::prelude::*;
use rapporteur_model::{BlockKind, CodePoints, Document, Severity};

use crate::{IntakeError, Limits, documents, documents_from};

const HARBOR: &[u8] = include_bytes!("../tests/pages/beacon.html");
const OLD: &[u8] = include_bytes!("../tests/pages/oldsite.html");
const DIVS: &[u8] = include_bytes!("../tests/pages/divs.html");
const MINISTRY: &[u8] = include_bytes!("../tests/pages/ministry.html");

fn all(bytes: &[u8], name: &str) -> Vec<Result<Document, IntakeError>> {
    documents(bytes, Some(name), &Limits::default()).collect()
}

fn one(bytes: &[u8], name: &str) -> Document {
    let mut all = all(bytes, name);
    assert_eq!(all.len(), 1);
    all.remove(0).expect("a document")
}

fn refused(bytes: &[u8], name: &str) -> String {
    let mut all = all(bytes, name);
    assert_eq!(all.len(), 1);
    all.remove(0).expect_err("an error").to_string()
}

fn of_kind(document: &Document, kind: BlockKind) -> Vec<&str> {
    document
        .blocks
        .iter()
        .filter(|block| block.kind == kind)
        .map(|block| block.span.of(&document.text))
        .collect()
}

#[test]
fn plain_text_is_kept_as_it_is() {
    let text = "Talks end\r\n\r\nOSTEN, March 4, 2031 -  Two  spaces.\r\n\tA tab.\u{A0}\r\n";
    let document = one(text.as_bytes(), "talks.txt");
    assert_eq!(document.text, text);
    assert!(document.blocks.is_empty());
    assert_eq!(document.location.as_deref(), Some("talks.txt"));
}

#[test]
fn an_empty_file_is_a_document_that_says_so() {
    for bytes in [&b""[..], b"  \n\n", b"\xEF\xBB\xBF"] {
        let document = one(bytes, "empty.txt");
        assert_eq!(document.problems[0].message, "the report is empty");
    }
}

#[test]
fn encodings() {
    let text = "Lukan’s café: “no” to the Türk plan — 40 €. The ministers of the two states met again on the island and said so.";
    let utf16 = |big: bool, mark: bool| {
        let mut bytes = Vec::new();
        let marked = if mark {
            format!("\u{FEFF}{text}")
        } else {
            text.to_owned()
        };
        for unit in marked.encode_utf16() {
            bytes.extend(if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            });
        }
        bytes
    };
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    let files: [Vec<u8>; 7] = [
        text.into(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        windows.into_owned(),
        utf16(false, true),
        utf16(true, true),
        utf16(false, false),
        utf16(true, false),
    ];
    for (at, file) in files.iter().enumerate() {
        assert_eq!(one(file, "a.txt").text, text, "file {at}");
    }
}

#[test]
fn broken_bytes_are_replaced_and_told_with_their_place() {
    let document = one(
        b"Caf\xC3\xA9 \xFF talks \xC3\xA9 and \xC3\xA9, no date.",
        "a.txt",
    );
    assert_eq!(document.text, "Café \u{FFFD} talks é and é, no date.");
    let problem = &document.problems[0];
    assert_eq!(
        (problem.at, problem.severity),
        (Some((5, 6)), Severity::Warning)
    );
    let many = one(
        "é\u{20}"
            .repeat(90)
            .into_bytes()
            .into_iter()
            .chain(b"\xFF a ".repeat(30))
            .collect::<Vec<_>>()
            .as_slice(),
        "a.txt",
    );
    assert_eq!(
        many.problems
            .iter()
            .filter(|p| p.message.contains("replaced"))
            .count(),
        11
    );
    assert!(
        many.problems
            .iter()
            .any(|p| p.message.contains("in 20 more places"))
    );
}

#[test]
fn what_is_not_read_says_what_to_do() {
    let rows: [(&[u8], &str, &str); 12] = [
        (b"%PDF-1.7\n...", "a.pdf", "pdftotext"),
        (b"PK\x03\x04....word/document.xml", "a.docx", "pandoc"),
        (
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
            "a.odt",
            "pandoc",
        ),
        (b"PK\x03\x04....a.txt", "a.zip", "unzip"),
        (b"\x1F\x8B\x08\x00", "a.gz", "gunzip"),
        (
            b"WARC/1.0\r\nWARC-Type: response\r\n",
            "a.warc",
            "web archive",
        ),
        (
            b"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>",
            "a.xml",
            "feed",
        ),
        (
            b"<feed xmlns=\"http://www.w3.org/2005/Atom\">",
            "a.xml",
            "feed",
        ),
        (
            b"Received: from a\r\nSubject: talks\r\n\r\nHello",
            "a.eml",
            "e-mail",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a.png", "PNG image"),
        (b"\0\x01\x02\x03\0\0\0\0talks", "a.bin", "binary file"),
        (b"{\\rtf1 talks}", "a.rtf", "Rich Text"),
    ];
    for (bytes, name, says) in rows {
        let message = refused(bytes, name);
        assert!(
            message.contains(says) && message.starts_with(name),
            "{name}: {message}"
        );
    }
}

#[test]
fn a_news_page_with_json_ld() {
    let document = one(HARBOR, "beacon.html");
    insta_like(
        &document.text,
        "Orveth and Belora trade drafts on the Gorn dam\n\n",
        &[
            "cookies",
            "Sign up",
            "All rights",
            "Ferry pay",
            "Sport",
            "not text",
            "color",
        ],
    );
    assert!(document.text.contains("include:\n\n- joint management of the dam for 20 years\n- payment of 40\u{A0}million crowns a year\n- no inspection of the northern gate\n\nBelora rejected"));
    assert_eq!(
        document.title.as_deref(),
        Some("Orveth and Belora trade drafts on the Gorn dam")
    );
    assert_eq!(document.outlet.as_deref(), Some("Beacon News"));
    assert_eq!(document.byline.as_deref(), Some("Ana Nash, Jonas Gunter"));
    assert_eq!(
        document.published.as_ref().map(|d| d.as_str()),
        Some("2031-03-04T18:20:00+02:00")
    );
    assert_eq!(document.language.as_deref(), Some("en"));
    assert_eq!(
        document.location.as_deref(),
        Some("https://beacon.example/world/gorn-dam-drafts")
    );
    assert_eq!(
        of_kind(&document, BlockKind::Headline),
        ["Orveth and Belora trade drafts on the Gorn dam"]
    );
    assert_eq!(
        of_kind(&document, BlockKind::Heading),
        ["What Orveth wants"]
    );
    assert_eq!(of_kind(&document, BlockKind::ListItem).len(), 3);
    assert!(document.problems.is_empty(), "{:?}", document.problems);
}

#[test]
fn an_old_page_of_tables_in_windows_1252() {
    let document = one(OLD, "old.htm");
    insta_like(
        &document.text,
        "Compact names envoy to island talks\n\n",
        &["Weather", "Copyright", "Archive"],
    );
    assert!(
        document.text.contains("Belora’s foreign ministry"),
        "{}",
        document.text
    );
    assert!(document.text.contains("café"));
    assert_eq!(document.byline.as_deref(), Some("Oto Berg"));
    assert_eq!(
        document.published.as_ref().map(|d| d.as_str()),
        Some("2032-05-17")
    );
}

#[test]
fn a_page_of_nested_divs() {
    let document = one(DIVS, "divs.html");
    insta_like(&document.text, "", &["Share", "mackerel", "press council"]);
    assert!(document.text.contains("\n18:40\n"), "{}", document.text);
    assert!(document.text.contains("two boats wide"));
    assert_eq!(document.outlet.as_deref(), Some("Brod Today"));
    assert_eq!(
        document.published.as_ref().map(|d| d.as_str()),
        Some("2034-02-21T09:00:00Z")
    );
}

#[test]
fn a_statement_with_numbered_points() {
    let document = one(MINISTRY, "ministry.xhtml");
    assert!(
        document.text.contains("\n1. The ministers met"),
        "{}",
        document.text
    );
    assert!(document.text.contains("\n3. Belora offered"));
    assert!(!document.text.contains("press office"));
    assert_eq!(
        document.title.as_deref(),
        Some("Joint statement of the water ministers")
    );
}

/// The story begins so, and none of these words got in.
#[track_caller]
fn insta_like(text: &str, begins: &str, never: &[&str]) {
    assert!(text.starts_with(begins), "{text}");
    for word in never {
        assert!(!text.contains(word), "«{word}» is in the story:\n{text}");
    }
}

#[test]
fn deep_and_broken_pages_take_no_time() {
    let deep = format!(
        "<html><body>{}<p>Orveth rejected the draft.</p>{}",
        "<div>".repeat(10_000),
        "</div>".repeat(10_000)
    );
    let document = one(deep.as_bytes(), "deep.html");
    assert_eq!(document.text, "Orveth rejected the draft.\n");
    assert!(
        document.problems[0]
            .message
            .contains("more than 512 elements inside one another")
    );
    for unit in [
        "<a",
        "<a href=\"",
        "<!--",
        "<script>",
        "&amp",
        "</div",
        "<b><i>",
        "<p><b>",
        "<table><tr><td>",
        "<ul><li>",
    ] {
        let page = format!("<html>{}", unit.repeat(100_000));
        documents(page.as_bytes(), Some("a.html"), &Limits::default()).for_each(drop);
    }
}

#[test]
fn an_element_without_its_end_loses_nothing() {
    let document = one(
        b"<html><body><nav>Menu<p>Orveth rejected the draft.</body></html>",
        "a.html",
    );
    assert!(document.text.contains("Orveth rejected the draft."));
}

#[test]
fn json_lines_go_on_after_a_broken_line() {
    let file = concat!(
        "{\"id\":\"a\",\"text\":\"One.\",\"title\":\"T\",\"published\":\"2031-03-04\",\"outlet\":\"O\",\"location\":\"L\"}\n",
        "\n",
        "{\"id\":\"b\",\"text\":\"Two\n",
        "{\"id\":3}\n",
        "[1,2]\n",
        "{\"id\":\"e\",\"text\":\"Five.\",\"published\":\"soon\",\"title\":7,\"more\":{}}\n",
        "{\"id\":\"f\",\"html\":\"<p>Six is here.</p>\"}",
    );
    let all = all(file.as_bytes(), "many.jsonl");
    assert_eq!(all.len(), 6);
    let first = all[0].as_ref().unwrap();
    assert_eq!(
        (
            first.text.as_str(),
            first.key.as_deref(),
            first.title.as_deref()
        ),
        ("One.", Some("a"), Some("T"))
    );
    assert_eq!(
        (first.outlet.as_deref(), first.location.as_deref()),
        (Some("O"), Some("L"))
    );
    let keys: Vec<Option<&str>> = all
        .iter()
        .map(|one| match one {
            Ok(document) => document.key.as_deref(),
            Err(error) => error.key.as_deref(),
        })
        .collect();
    assert_eq!(
        keys,
        [Some("a"), Some("b"), Some("3"), None, Some("e"), Some("f")]
    );
    let message = all[1].as_ref().unwrap_err().to_string();
    assert!(
        message.starts_with("many.jsonl, line 3: the line is no report in JSON"),
        "{message}"
    );
    assert!(
        all[4]
            .as_ref()
            .unwrap()
            .problems
            .iter()
            .any(|p| p.message.contains("«soon»"))
    );
    assert_eq!(all[5].as_ref().unwrap().text, "Six is here.\n");
    let broken = all.into_iter().nth(2).unwrap().unwrap_err().into_document();
    assert_eq!(broken.key.as_deref(), Some("3"));
    assert_eq!(broken.problems[0].severity, Severity::Error);
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let limits = Limits {
        report_bytes: 100,
        ..Limits::default()
    };
    let file = format!(
        "{{\"id\":\"a\",\"text\":\"{}\"}}\n{{\"id\":\"b\",\"text\":\"Short.\"}}\n",
        "x".repeat(500)
    );
    let all: Vec<_> = documents_from(file.as_bytes(), Some("a.jsonl"), &limits).collect();
    assert!(
        all[0]
            .as_ref()
            .unwrap_err()
            .to_string()
            .contains("larger than")
    );
    assert_eq!(all[1].as_ref().unwrap().text, "Short.");
    assert_eq!(all.len(), 2);
}

#[test]
fn json_that_is_not_lines() {
    let pretty = "{\n  \"id\": \"a\",\n  \"text\": \"One.\"\n}\n";
    assert_eq!(one(pretty.as_bytes(), "a.json").text, "One.");
    let array = "[{\"text\": \"One.\"}, {\"text\": \"Two.\"}]";
    assert_eq!(all(array.as_bytes(), "a.json").len(), 2);
    assert!(refused(b"{\"a\": [1}", "a.json").contains("no JSON"));
    // A text that begins with a brace is a text.
    assert_eq!(
        one(b"{Embargoed} Talks end.", "a.txt").text,
        "{Embargoed} Talks end."
    );
}

#[test]
fn long_texts_are_cut_at_a_line_and_longer_files_refused() {
    let limits = Limits {
        text_bytes: 100,
        report_bytes: 1000,
        ..Limits::default()
    };
    let text = "A line of some thirty letters.\n".repeat(20);
    let document = documents(text.as_bytes(), None, &limits)
        .next()
        .unwrap()
        .unwrap();
    assert_eq!(document.text.len(), 93);
    assert!(
        document.problems[0]
            .message
            .contains("first 93 of 620 bytes")
    );
    let error = documents(&text.repeat(2).into_bytes(), None, &limits)
        .next()
        .unwrap()
        .unwrap_err();
    assert!(error.to_string().contains("Split it into reports"));
}

#[test]
fn another_language_is_a_warning() {
    let french = "Le ministre des affaires étrangères a rejeté mardi la proposition des médiateurs, que son gouvernement juge contraire aux intérêts du pays, et il a demandé de nouvelles garanties avant toute reprise des pourparlers.";
    let document = one(french.as_bytes(), "fr.txt");
    assert_eq!(document.language.as_deref(), Some("fr"));
    assert!(document.problems[0].message.contains("French"));
    let english = "The foreign minister rejected the proposal of the mediators on Tuesday, which her government considers contrary to the interests of the country, and asked for new guarantees.";
    let document = one(english.as_bytes(), "en.txt");
    assert_eq!(
        (document.language.as_deref(), document.problems.len()),
        (Some("en"), 0)
    );
}

#[test]
fn a_folder_gives_its_reports_in_order() {
    let folder = std::env::temp_dir().join(format!("rapporteur-intake-{}", std::process::id()));
    let inner = folder.join("b");
    std::fs::create_dir_all(&inner).unwrap();
    for name in ["c.txt", "a.md", "b/d.html", "skip.csv", ".hidden.txt"] {
        std::fs::write(folder.join(name), "<p>Orveth rejected the draft.</p>").unwrap();
    }
    let found = crate::files::find(&folder).unwrap();
    let names: Vec<_> = found
        .files
        .iter()
        .map(|f| f.strip_prefix(&folder).unwrap().to_str().unwrap())
        .collect();
    assert_eq!(
        (names, found.skipped),
        (vec!["a.md", "b/d.html", "c.txt"], 1)
    );
    let documents: Vec<_> = crate::files::open(&found.files[1], &Limits::default())
        .unwrap()
        .collect();
    assert_eq!(
        documents[0].as_ref().unwrap().text,
        "Orveth rejected the draft.\n"
    );
    std::fs::remove_file(folder.join("c.txt")).unwrap();
    let missing = crate::files::open(&folder.join("c.txt"), &Limits::default())
        .err()
        .unwrap();
    assert!(missing.to_string().contains("no such file"));
    std::fs::remove_dir_all(&inner).unwrap();
    std::fs::remove_file(folder.join("a.md")).unwrap();
    assert!(
        crate::files::find(&folder)
            .unwrap_err()
            .to_string()
            .contains("no report")
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Blocks lie in the text, in order, and problems too.
fn sound(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.span.start >= end && !block.span.of(&document.text).is_empty());
        end = block.span.end;
    }
    let _ = CodePoints::new(&document.text);
    let count = document.text.chars().count() as u32;
    assert!(
        document
            .problems
            .iter()
            .filter_map(|p| p.at)
            .all(|(from, to)| from <= to && to <= count)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_bytes_give_documents_or_errors(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in 0usize..5) {
        let name = ["a.txt", "a.html", "a.jsonl", "a.json", "-"][name];
        for document in documents(&bytes, Some(name), &Limits::default()).flatten() {
            sound(&document);
        }
    }

    #[test]
    fn mutated_pages_give_documents(which in 0usize..4, cuts in proptest::collection::vec((any::<u16>(), any::<u8>(), 0u8..3), 1..12)) {
        let mut page = [HARBOR, OLD, DIVS, MINISTRY][which].to_vec();
        for (at, byte, how) in cuts {
            let at = at as usize % page.len().max(1);
            match how {
                0 => page[at] = byte,
                1 => page.insert(at, [b'<', b'>', b'"', b'&', byte][byte as usize % 5]),
                _ => drop(page.drain(at..(at + byte as usize).min(page.len()))),
            }
            if page.is_empty() { break; }
        }
        for document in documents(&page, Some("a.html"), &Limits::default()).flatten() {
            sound(&document);
        }
    }
}
