//! The board of a record written by hand, at three widths and as Markdown.
//! `UPDATE=1 cargo test -p rapporteur-cli --test board` writes the snapshots anew; look at them before you keep them.

use std::{fs, path::PathBuf};

use rapporteur::{Paragraphs, Record};
use rapporteur_cli::board::{self, Board};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

fn strait() -> (Board, Record) {
    let text = fs::read_to_string(fixture("fixtures/strait.txt")).unwrap();
    let record = fs::read_to_string(fixture("fixtures/strait.json")).unwrap();
    let record: Record = serde_json::from_str(&record).unwrap();
    for evidence in record
        .positions
        .iter()
        .flat_map(|position| &position.evidence)
    {
        assert!(evidence.holds(&text), "{evidence:?}");
    }
    (board::board(&record, &Paragraphs::of_text(&text)), record)
}

fn plain(board: &Board, columns: usize) -> String {
    anstream::adapter::strip_str(&board::terminal::terminal(board, columns)).to_string()
}

fn holds(name: &str, found: &str) {
    let file = fixture("snapshots").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, found).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    assert!(expected == found, "{name} differs; it is now:\n{found}");
}

#[test]
fn the_board_at_three_widths() {
    let (board, _) = strait();
    for columns in [80, 120, 200] {
        let text = plain(&board, columns);
        for line in text.lines() {
            let width = unicode_width::UnicodeWidthStr::width(line);
            assert!(width <= columns, "{width} columns of {columns}: {line}");
        }
        holds(&format!("strait-{columns}.txt"), &text);
    }
}

#[test]
fn the_board_as_markdown() {
    let (board, _) = strait();
    holds("strait.md", &board::markdown::markdown(&board));
}

#[test]
fn nothing_that_weakens_is_lost_in_a_cell() {
    let (board, _) = strait();
    let text = board::markdown::markdown(&board);
    assert!(text.contains("accepts-if\\*"), "{text}");
    assert!(text.contains("“reportedly” ‹told by Orveth›"), "{text}");
    assert!(
        text.contains("‹told by Argent Press ← a Velmar official›"),
        "{text}"
    );
}

#[test]
fn many_parties_make_several_tables_with_every_party_once() {
    let (_, mut record) = strait();
    let position = record.positions[0].clone();
    for number in 0..9 {
        let mut next = position.clone();
        next.party = format!("Party{number}");
        record.positions.push(next);
    }
    let board = board::board(&record, &Paragraphs::default());
    for columns in [40, 80, 120, 200] {
        let text = plain(&board, columns);
        let head = |name: &str| {
            text.lines()
                .filter(|line| {
                    !line.contains(':') && line.split_whitespace().any(|word| word == name)
                })
                .count()
        };
        for number in 0..9 {
            assert_eq!(head(&format!("Party{number}")), 1, "{columns}\n{text}");
        }
    }
}

#[test]
fn a_report_cannot_steer_the_terminal() {
    let (_, mut record) = strait();
    record.reports[0].title = Some("\u{1b}[2Jgone".into());
    record.statements[0].words = "a\u{7}b\u{1b}]0;title\u{7}".into();
    let board = board::board(&record, &Paragraphs::default());
    let text = plain(&board, 100);
    assert!(
        text.chars().all(|c| c == '\n' || !c.is_control()),
        "{text:?}"
    );
}

#[test]
fn an_empty_record_says_so() {
    let text = plain(
        &board::board(&Record::default(), &Paragraphs::default()),
        80,
    );
    assert!(text.contains("Nothing about a negotiation"), "{text}");
}
