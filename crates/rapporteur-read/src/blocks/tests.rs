//! Whole texts in, parts out.

use rapporteur_model::{BlockKind, Document, Span};

use super::{Blocks, blocks};

fn read(text: &str) -> (Document, Blocks) {
    let document = Document::from_text(text);
    let blocks = blocks(&document);
    (document, blocks)
}

/// One line a block: kind, paragraph, label and words.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (document, blocks) = read(text);
    let words = |span: Span| {
        span.of(&document.text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let lines: Vec<String> = blocks
        .items
        .iter()
        .map(|block| {
            let label = block
                .label
                .map_or(String::new(), |label| format!("[{}] ", words(label)));
            format!(
                "{:?} {} {label}{}",
                block.kind,
                block.paragraph,
                words(block.span)
            )
        })
        .collect();
    assert_eq!(lines, expected);
}

#[test]
fn a_wire_report() {
    let text = "Belora turns down dam offer\n\nTOLMA, March 4, 2031 (Beacon News) - Belora turned down the offer.\n\nIt gave no reason.";
    check(
        text,
        &[
            "Headline 0 Belora turns down dam offer",
            "Dateline 0 TOLMA, March 4, 2031 (Beacon News) -",
            "Paragraph 1 Belora turned down the offer.",
            "Paragraph 2 It gave no reason.",
        ],
    );
    let (document, blocks) = read(text);
    let dateline = blocks.dateline.expect("a dateline");
    let words = |span: Option<Span>| span.map(|span| span.of(&document.text));
    assert_eq!(words(dateline.place), Some("TOLMA"));
    assert_eq!(words(dateline.date), Some("March 4, 2031"));
    assert_eq!(words(dateline.agency), Some("Beacon News"));
}

#[test]
fn windows_line_ends_and_single_breaks() {
    check(
        "Belora turns down dam offer\r\nBy Ana Nash\r\nBelora turned down the offer.\r\nIt gave no reason, and none of the papers had one.\r\n",
        &[
            "Headline 0 Belora turns down dam offer",
            "Byline 0 By Ana Nash",
            "Paragraph 1 Belora turned down the offer.",
            "Paragraph 2 It gave no reason, and none of the papers had one.",
        ],
    );
}

#[test]
fn mail_cut_at_a_width() {
    check(
        "The ministers of the two states met in Tolma on Monday and went\nthrough the draft line by line, but could not agree on who is to\nhold the keys of the dam.\n\nBelora asks for the following:\n\n  - joint keys, with one of them held by the mediators until the\n    treaty is in force\n  - a map\n\nOrveth said no to both of them. It will send an answer within a\nweek, its spokesman said.\n",
        &[
            "Paragraph 1 The ministers of the two states met in Tolma on Monday and went through the draft line by line, but could not agree on who is to hold the keys of the dam.",
            "Paragraph 2 Belora asks for the following:",
            "ListItem 3 joint keys, with one of them held by the mediators until the treaty is in force",
            "ListItem 4 a map",
            "Paragraph 5 Orveth said no to both of them. It will send an answer within a week, its spokesman said.",
        ],
    );
}

#[test]
fn lists_know_what_announces_them() {
    let (document, blocks) = read(
        "What Belora wants\n\nBelora asks for three things:\n\n-joint keys\n• a map\n1) a fund, of which:\n   - half is paid at once\n\nWhat Orveth wants\n\n* a ceiling\n* no map\n\nNothing is agreed.",
    );
    let lead = |index: usize| {
        blocks.items[index]
            .lead_in
            .map(|lead| blocks.items[lead].span.of(&document.text))
    };
    let words: Vec<&str> = blocks
        .items
        .iter()
        .map(|block| block.span.of(&document.text))
        .collect();
    assert_eq!(
        words,
        [
            "What Belora wants",
            "Belora asks for three things:",
            "joint keys",
            "a map",
            "a fund, of which:",
            "half is paid at once",
            "What Orveth wants",
            "a ceiling",
            "no map",
            "Nothing is agreed."
        ]
    );
    assert_eq!(lead(2), Some("Belora asks for three things:"));
    assert_eq!(lead(4), Some("Belora asks for three things:"));
    assert_eq!(lead(5), Some("a fund, of which:"));
    assert_eq!(lead(7), Some("What Orveth wants"));
    assert_eq!(blocks.items[8].heading, Some(6));
}

#[test]
fn lists_without_bullets() {
    check(
        "Orveth’s terms, she said, are:\n\nrelease of the fund before any visit;\nan end to the blockade; and\na letter from both presidents.\n\nBelora called the terms a joke.",
        &[
            "Paragraph 1 Orveth’s terms, she said, are:",
            "ListItem 2 release of the fund before any visit;",
            "ListItem 3 an end to the blockade; and",
            "ListItem 4 a letter from both presidents.",
            "Paragraph 5 Belora called the terms a joke.",
        ],
    );
}

#[test]
fn numbered_points_and_sections() {
    check(
        "Briefing on the dam talks\nEstuary Study Office. As of 4 June 2031.\n\n1. Background\n\nThe dam is old.\n\n2. Positions\n\n2.1 The Beloran side asks for joint keys.\n\n2.2 Orveth has 2.1 million users.\n\n3. Money. The plan sets up a fund. The reply does not.\n\n4. Mina Fenn was told.",
        &[
            "Headline 0 Briefing on the dam talks",
            "Dateline 0 Estuary Study Office. As of 4 June 2031.",
            "Heading 0 [1.] Background",
            "Paragraph 1 The dam is old.",
            "Heading 1 [2.] Positions",
            "Paragraph 2 [2.1] The Beloran side asks for joint keys.",
            "Paragraph 3 [2.2] Orveth has 2.1 million users.",
            "Paragraph 4 [3. Money] The plan sets up a fund. The reply does not.",
            "Paragraph 5 [4.] Mina Fenn was told.",
        ],
    );
}

#[test]
fn a_communique() {
    check(
        "JOINT STATEMENT\n\nTolma, 16 May 2031\n\n1. The ministers met in Tolma.\n\n2. They agreed on a map.\n\nDone at Tolma in two copies.",
        &[
            "Headline 0 JOINT STATEMENT",
            "Dateline 0 Tolma, 16 May 2031",
            "Paragraph 1 [1.] The ministers met in Tolma.",
            "Paragraph 2 [2.] They agreed on a map.",
            "Paragraph 3 Done at Tolma in two copies.",
        ],
    );
}

#[test]
fn a_live_blog() {
    let text = "Dam talks live: no deal at dusk\n\nTOLMA, Thursday 20 October 2033. News from the dam, latest first.\n\n18:40\nThe ministers have left.\n\n15:50 CORRECTION\nThe map was not signed.\n\n12:30 - Ravaland moves, and nobody knows where to.";
    check(
        text,
        &[
            "Headline 0 Dam talks live: no deal at dusk",
            "Dateline 0 TOLMA, Thursday 20 October 2033.",
            "Paragraph 1 News from the dam, latest first.",
            "Aside 1 18:40",
            "Paragraph 2 The ministers have left.",
            "Aside 2 15:50 CORRECTION",
            "Paragraph 3 [CORRECTION] The map was not signed.",
            "Paragraph 4 Ravaland moves, and nobody knows where to.",
        ],
    );
    let (document, blocks) = read(text);
    let times: Vec<Option<&str>> = blocks
        .items
        .iter()
        .map(|block| block.time.map(|time| time.of(&document.text)))
        .collect();
    assert_eq!(
        times,
        [
            None,
            None,
            None,
            None,
            Some("18:40"),
            None,
            Some("15:50"),
            Some("12:30")
        ]
    );
}

#[test]
fn labels_of_topics_and_speakers() {
    check(
        "DAM BULLETIN\nTolma, Tuesday, 27 April 2032\n\nKEYS: Belora, supported by Brod, proposed joint keys.\n\nIN THE HALLS: Some feared a text from the chair.",
        &[
            "Headline 0 DAM BULLETIN",
            "Dateline 0 Tolma, Tuesday, 27 April 2032",
            "Paragraph 1 [KEYS] Belora, supported by Brod, proposed joint keys.",
            "Paragraph 2 [IN THE HALLS] Some feared a text from the chair.",
        ],
    );
    check(
        "Q: Will you sign?\n\nA: We will not sign tonight.\n\nLukan: I have nothing to add.\n\nQ\n\nNot even a date?\n\nLukan: Not even that.\n\nQ Why?",
        &[
            "Paragraph 1 [Q] Will you sign?",
            "Paragraph 2 [A] We will not sign tonight.",
            "Paragraph 3 [Lukan] I have nothing to add.",
            "Aside 3 Q",
            "Paragraph 4 [Q] Not even a date?",
            "Paragraph 5 [Lukan] Not even that.",
            "Paragraph 6 [Q] Why?",
        ],
    );
}

#[test]
fn a_scraped_page() {
    check(
        "Belora turned down the offer on Monday.\n\nFile photo: the dam in winter\n\nOrveth reaction Orveth officials called the answer a mistake.\n\nRead more: Ferry talks resume\n\nNext steps The mediators will meet both sides again on Friday.",
        &[
            "Paragraph 1 Belora turned down the offer on Monday.",
            "Aside 1 File photo: the dam in winter",
            "Heading 1 Orveth reaction",
            "Paragraph 2 Orveth officials called the answer a mistake.",
            "Aside 2 Read more: Ferry talks resume",
            "Heading 2 Next steps",
            "Paragraph 3 The mediators will meet both sides again on Friday.",
        ],
    );
}

#[test]
fn markdown() {
    check(
        "# Dam talks\n\n## Keys\n\n**Money**\n\n* * *\n\nNothing is agreed.",
        &[
            "Headline 0 Dam talks",
            "Heading 0 Keys",
            "Heading 0 **Money**",
            "Paragraph 1 Nothing is agreed.",
        ],
    );
}

#[test]
fn one_line_is_a_paragraph() {
    check(
        "Belora rejects offer",
        &["Paragraph 1 Belora rejects offer"],
    );
    check(
        "Belora rejects offer\nOrveth is angry\n",
        &[
            "Headline 0 Belora rejects offer",
            "Paragraph 1 Orveth is angry",
        ],
    );
    check("", &[]);
    check(" \n---\n", &[]);
}

#[test]
fn parts_of_a_page_are_kept() {
    let text = "Belora says no\n\nTOLMA, March 4 (BNA) - Belora said no.\n\n- a map\n";
    let document = Document {
        blocks: [
            ("Belora says no", BlockKind::Headline),
            (
                "TOLMA, March 4 (BNA) - Belora said no.",
                BlockKind::Paragraph,
            ),
            ("a map", BlockKind::ListItem),
        ]
        .map(|(words, kind)| {
            let at = text.find(words).unwrap();
            rapporteur_model::Block {
                span: Span::new(at, at + words.len()),
                kind,
            }
        })
        .to_vec(),
        ..Document::from_text(text)
    };
    let kinds: Vec<BlockKind> = blocks(&document)
        .items
        .iter()
        .map(|block| block.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            BlockKind::Headline,
            BlockKind::Dateline,
            BlockKind::Paragraph,
            BlockKind::ListItem
        ]
    );
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config { failure_persistence: None, cases: 300, ..Default::default() })]

    /// Blocks lie in the text, in order, with words in them; what they point to stands before them.
    #[test]
    fn any_text_gives_sound_blocks(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40), noise in ".{0,40}") {
        let text = format!("{}{noise}{}", pieces.concat(), pieces.concat());
        let (document, blocks) = read(&text);
        let mut end = 0;
        for (index, block) in blocks.items.iter().enumerate() {
            assert!(block.span.start >= end && !block.span.of(&document.text).trim().is_empty(), "{block:?} in {text:?}");
            end = block.span.end;
            assert!([block.lead_in, block.heading].iter().flatten().all(|&before| before < index));
            assert!([block.label, block.time].iter().flatten().all(|span| !span.of(&document.text).is_empty()));
        }
    }
}

/// What texts are made of.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "- ",
    "1. ",
    "2.1 ",
    "(a) ",
    "18:40",
    "18:40 ",
    "Q: ",
    "Q ",
    "KEYS: ",
    "Lukan: ",
    "TOLMA, March 4 - ",
    "As of 10 March 2034.",
    "Next steps ",
    "The mediators said so.",
    "Belora",
    "é",
    "“no”",
    ":",
    ";",
    "#",
    "**",
    "–",
    "Read more",
    "By Ana Nash",
    "END",
    "…",
    "\u{2028}",
    "a map",
    "Money. The",
    ",",
    "(",
    ")",
    "—",
];
