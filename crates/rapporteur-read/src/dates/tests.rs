//! Expressions by class. The words are read by a plain tagger of the tests' own: tense is tested where a model is at hand.

use rapporteur_model::{Date, Span};
use rapporteur_syntax::{Syntax, Upos, Xpos};

use super::{Anchor, Bound, dates};
use crate::words::Words;

/// A plain reading: a word for each run without blanks, "will" and "met" tagged, each word under the first verb.
fn plain(text: &str) -> Syntax {
    let mut syntax = Syntax::default();
    for piece in super::pieces::pieces(text) {
        syntax
            .tokens
            .spans
            .push(Span::new(piece.start, piece.end()));
        syntax.tokens.joined.push(false);
        let verb = matches!(piece.form, "met" | "meets" | "meet");
        syntax.tags.upos.push(if verb {
            Upos::Verb
        } else if piece.form == "will" {
            Upos::Aux
        } else {
            Upos::Noun
        });
        syntax.tags.xpos.push(match piece.form {
            "met" => Xpos::Vbd,
            "meet" => Xpos::Vb,
            "will" => Xpos::Md,
            _ => Xpos::Nn,
        });
        syntax.tags.lemmas.push(piece.lower.as_ref().into());
    }
    let count = syntax.tokens.spans.len();
    let root = syntax
        .tags
        .upos
        .iter()
        .position(|&tag| tag == Upos::Verb)
        .unwrap_or(0);
    syntax.trees.heads = vec![root as u32; count];
    syntax.trees.rels = syntax
        .tags
        .upos
        .iter()
        .map(|&tag| {
            if tag == Upos::Aux {
                rapporteur_syntax::Rel::Aux
            } else {
                rapporteur_syntax::Rel::Obl
            }
        })
        .collect();
    if count > 0 {
        syntax.sentences.0.push(0..count);
    }
    syntax
}

/// Text, TimeML value and EDTF of each expression, in a report of Friday, 14 March 2031 unless another anchor is given.
fn read(text: &str, anchor: &Anchor) -> Vec<(String, String, String, Bound)> {
    let syntax = plain(text);
    let words = Words::new(text, &syntax);
    dates(&words, anchor)
        .0
        .into_iter()
        .map(|found| {
            (
                found.span.of(text).to_owned(),
                found.timex.value,
                found.edtf.map_or(String::new(), |date| date.to_string()),
                found.bound,
            )
        })
        .collect()
}

fn published() -> Anchor {
    Anchor {
        published: Date::new("2031-03-14").ok(),
        dateline: None,
    }
}

/// Each row: a text with one expression, the expression, its TimeML value, its EDTF ("" for none).
fn check(rows: &[(&str, &str, &str, &str)]) {
    for (text, expression, timex, edtf) in rows {
        let found = read(text, &published());
        let got: Vec<_> = found
            .iter()
            .map(|(a, b, c, _)| (a.as_str(), b.as_str(), c.as_str()))
            .collect();
        assert_eq!(got, [(*expression, *timex, *edtf)], "in «{text}»");
    }
}

#[test]
fn full_dates() {
    check(&[
        (
            "They met on 24 February 2022.",
            "24 February 2022",
            "2022-02-24",
            "2022-02-24",
        ),
        (
            "They met on March 4th, 2029.",
            "March 4th, 2029",
            "2029-03-04",
            "2029-03-04",
        ),
        (
            "They met on 2029-03-04.",
            "2029-03-04",
            "2029-03-04",
            "2029-03-04",
        ),
        (
            "They met on Feb. 20.",
            "Feb. 20",
            "2031-02-20",
            "2031-02-20",
        ),
        (
            "They met on 20-22 February 2034.",
            "20-22 February 2034",
            "2034-02-20/2034-02-22",
            "2034-02-20/2034-02-22",
        ),
        (
            "They met from 24 to 26 February.",
            "24 to 26 February",
            "2031-02-24/2031-02-26",
            "2031-02-24/2031-02-26",
        ),
    ]);
}

#[test]
fn weekdays_by_tense() {
    check(&[
        (
            "They met on Tuesday.",
            "Tuesday",
            "2031-03-11",
            "2031-03-11",
        ),
        ("They met on Friday.", "Friday", "2031-03-14", "2031-03-14"),
        (
            "They will meet on Tuesday.",
            "Tuesday",
            "2031-03-18",
            "2031-03-18",
        ),
        (
            "They will meet next Monday.",
            "next Monday",
            "2031-03-17",
            "2031-03-17",
        ),
        (
            "They met Wednesday night.",
            "Wednesday night",
            "2031-03-12TNI",
            "2031-03-12",
        ),
    ]);
}

#[test]
fn counted_from_the_report() {
    check(&[
        (
            "They met last week.",
            "last week",
            "2031-W10",
            "2031-03-03/2031-03-09",
        ),
        ("They met last month.", "last month", "2031-02", "2031-02"),
        (
            "They met yesterday.",
            "yesterday",
            "2031-03-13",
            "2031-03-13",
        ),
        ("They met a year ago.", "a year ago", "2030", "2030"),
        ("They met in August.", "August", "2030-08", "2030-08"),
        ("They will meet in August.", "August", "2031-08", "2031-08"),
        (
            "They met last November.",
            "last November",
            "2030-11",
            "2030-11",
        ),
        (
            "They will meet in early July.",
            "early July",
            "2031-07",
            "2031-07",
        ),
    ]);
}

#[test]
fn counted_from_the_day_before() {
    let found = read(
        "They met on 4 June 2030. Two days earlier and eleven days later they met.",
        &published(),
    );
    let values: Vec<_> = found.iter().map(|row| row.1.as_str()).collect();
    assert_eq!(values, ["2030-06-04", "2030-06-02", "2030-06-13"]);
}

#[test]
fn bounds() {
    let of = |text: &str| read(text, &published()).remove(0);
    assert_eq!(of("They will meet by Sunday.").2, "../2031-03-16");
    assert_eq!(of("They will meet before 30 June.").2, "../2031-06-30");
    assert_eq!(of("They met often since 2014.").2, "2014/..");
    assert_eq!(of("They met after 3 March.").3, Bound::After);
}

#[test]
fn lengths_and_sets() {
    check(&[
        ("They met for eight years.", "eight years", "P8Y", ""),
        ("They will meet within 72 hours.", "72 hours", "PT72H", ""),
        (
            "They meet every three years.",
            "every three years",
            "P3Y",
            "",
        ),
        ("They meet daily.", "daily", "P1D", ""),
        (
            "They met for twenty-two days.",
            "twenty-two days",
            "P22D",
            "",
        ),
    ]);
}

#[test]
fn decades_ranges_and_vague_times() {
    check(&[
        ("They met in the 1990s.", "1990s", "199X", "199X"),
        (
            "They met in 2010-2020.",
            "2010-2020",
            "2010/2020",
            "2010/2020",
        ),
        ("They met recently.", "recently", "PAST_REF", ""),
        ("They met now.", "now", "PRESENT_REF", ""),
        (
            "They will meet in the coming days.",
            "the coming days",
            "FUTURE_REF",
            "",
        ),
    ]);
}

#[test]
fn two_expressions_place_each_other() {
    for (text, expression, edtf) in [
        ("They met from 2014 to 2018", "2014", "2014/2018"),
        (
            "They met between January and March 2030",
            "January",
            "2030-01/2030-03",
        ),
        (
            "They met from November to February 2030",
            "November",
            "2029-11/2030-02",
        ),
        (
            "They will meet on Tuesday next week",
            "Tuesday",
            "2031-03-18",
        ),
        (
            "They will meet two days after Easter",
            "two days",
            "2031-04-15",
        ),
        (
            "They will meet within two weeks",
            "two weeks",
            "2031-03-14/2031-03-28",
        ),
    ] {
        let found = read(text, &published());
        let first = found.iter().find(|(text, ..)| text == expression);
        assert_eq!(
            first.map(|(_, _, place, _)| place.as_str()),
            Some(edtf),
            "in «{text}»"
        );
    }
}

#[test]
fn days_and_weeks_by_their_number() {
    check(&[
        (
            "They will meet on the first Friday of next month",
            "the first Friday of next month",
            "2031-04-04",
            "2031-04-04",
        ),
        (
            "They met on the last day of 2030",
            "the last day of 2030",
            "2030-12-31",
            "2030-12-31",
        ),
        (
            "They will meet on the 20th of next month",
            "the 20th of next month",
            "2031-04-20",
            "2031-04-20",
        ),
        (
            "They met in the first two months of 2031",
            "the first two months of 2031",
            "P2M",
            "2031-01-01/2031-02-28",
        ),
        (
            "They will meet the week after next",
            "the week after next",
            "2031-W13",
            "2031-03-24/2031-03-30",
        ),
        (
            "They met on Good Friday 2030",
            "Good Friday 2030",
            "2030-04-19",
            "2030-04-19",
        ),
    ]);
}

#[test]
fn lengths_of_several_units() {
    check(&[
        (
            "It met for one year, two months and three days",
            "one year, two months and three days",
            "P1Y2M3D",
            "",
        ),
        (
            "It met for an hour and a half",
            "an hour and a half",
            "PT1.5H",
            "",
        ),
        ("It met for another week", "another week", "P1W", ""),
    ]);
}

#[test]
fn what_is_no_date() {
    for text in [
        "They may march.",
        "A 50-50 split.",
        "Some 2034 trucks crossed.",
        "It cost $2,031.",
        "The second fall.",
        "A 52-year-old man.",
    ] {
        assert_eq!(read(text, &published()), [], "in «{text}»");
    }
}

#[test]
fn a_report_without_a_year() {
    let found = read(
        "They met on Tuesday (December 2) after talks last week. They will meet by Saturday.",
        &Anchor::default(),
    );
    let values: Vec<_> = found.iter().map(|row| row.2.as_str()).collect();
    assert_eq!(
        values,
        [
            "XXXX-12-02",
            "XXXX-12-02",
            "XXXX-11-24/XXXX-11-30",
            "../XXXX-12-06"
        ]
    );
}

#[test]
fn a_report_without_a_date() {
    let found = read("They met on Monday.", &Anchor::default());
    assert_eq!(
        (found[0].1.as_str(), found[0].2.as_str()),
        ("XXXX-WXX-1", "")
    );
}

#[test]
fn the_dateline_goes_before_the_day_of_publication() {
    let text = "TOLSK, March 4 (BNA) - They met on Monday.";
    let anchor = Anchor {
        published: Date::new("2031-03-14").ok(),
        dateline: Some(Span::new(7, 14)),
    };
    assert_eq!(read(text, &anchor)[1].1, "2031-03-03");
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "([a-z ]|[0-9]{1,5}|[-/:.,%$]|last |May |Monday |two |days |ago |Q|the |weekend ){0,30}") {
        let _ = read(&text, &published());
        let _ = read(&text, &Anchor::default());
    }
}
