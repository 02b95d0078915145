//! The entries shown in `docs/record.md` are entries of the example reports.
//! `UPDATE=1 cargo test -p rapporteur-cli --test record_page` writes them anew.

use std::{fs, path::Path};

use rapporteur::{Document, Reader};

/// The mark before an entry: `<!-- FILE POINTER -->`, then a fence of JSON.
const FENCE: &str = "-->\n```json\n";

#[test]
fn the_page_shows_entries_of_the_examples() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = root.join("docs/record.md");
    let page = fs::read_to_string(&file).unwrap();
    let reader = Reader::new();
    let mut anew = String::new();
    let mut rest = page.as_str();
    let mut shown = 0;
    while let Some(mark) = rest.find("<!-- examples/") {
        let body = mark + rest[mark..].find(FENCE).unwrap() + FENCE.len();
        let end = body + rest[body..].find("```").unwrap();
        let mut words = rest[mark + "<!-- ".len()..].split_whitespace();
        let (example, pointer) = (words.next().unwrap(), words.next().unwrap());
        let text = fs::read_to_string(root.join(example)).unwrap();
        let record = reader.read(&Document::from_text(text));
        let record = serde_json::to_value(record).unwrap();
        let entry = record.pointer(pointer);
        let entry = entry.unwrap_or_else(|| panic!("{example} has no {pointer}"));
        anew += &rest[..body];
        anew += &serde_json::to_string_pretty(entry).unwrap();
        anew.push('\n');
        rest = &rest[end..];
        shown += 1;
    }
    anew += rest;
    assert!(shown >= 8, "only {shown} entries are shown");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &anew).unwrap();
        return;
    }
    assert!(
        anew == page,
        "the entries are others now: run this test with UPDATE=1 and look at them"
    );
}
