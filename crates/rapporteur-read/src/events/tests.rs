//! Constructions, one test each, on sentences of no report.

use rapporteur_lexicon::Lexicon;
use rapporteur_model::Document;
use rapporteur_syntax::Model;

use super::events;
use crate::blocks::blocks;
use crate::dates::{Anchor, dates};
use crate::entities::entities;
use crate::statements::statements;
use crate::words::Words;

/// Who is who in the sentences of these tests.
const HEAD: &str = "VELIN, May 14, 2031 (Harbor Agency) - Marovan President Lena Varga and Ostrel President Viktor Amsel \
     disagree over the Selm dam. Kessland envoy Dana Holt has no plan of her own. Ostrel and Marova have claimed the dam \
     since 2020.\n\n";

/// The deeds of a paragraph as "label | type | status | actors | place | date".
fn read(paragraph: &str) -> Vec<String> {
    let text = format!("{HEAD}{paragraph}\n");
    let document = Document::from_text(text.clone());
    let lexicon = Lexicon::embedded();
    let blocks = blocks(&document);
    let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = Model::embedded().read(&text, &spans);
    let words = Words::new(&text, &syntax);
    let anchor = Anchor {
        published: None,
        dateline: blocks.dateline.as_ref().and_then(|line| line.date),
    };
    let dates = dates(&words, &anchor);
    let entities = entities(&words, &blocks, &lexicon);
    let said = statements(&words, &blocks, &entities, &dates, &lexicon);
    let found = events(&words, &blocks, &entities, &dates, &said, &lexicon);
    let row = |event: &super::Event| {
        let actors: Vec<&str> = event
            .actors
            .iter()
            .map(|&id| entities.all[id].name.as_str())
            .collect();
        let date = event.date.and_then(|date| dates.0[date].edtf.as_ref());
        format!(
            "{} | {} | {} | {} | {} | {}",
            event.label,
            event.kind.map_or("-", |kind| kind.as_str()),
            event.status,
            actors.join(", "),
            event.place.map_or("", |span| span.of(&text)),
            date.map_or("", |date| date.as_str()),
        )
    };
    found.0.iter().map(row).collect()
}

/// Checks the deeds of each sentence, told apart by line.
fn check(cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, wanted)| {
            let found = read(text);
            (found != *wanted).then(|| format!("{text}\n  found  {found:#?}\n  wanted {wanted:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_next_sentence_denies_did_not_happen() {
    check(&[
        (
            "Some envoys said that Marova would publish the draft on Sunday. Varga dismissed the reports.",
            &["publish | - | denied | Marova |  | 2031-05-18"],
        ),
        (
            "Reports that Ostrel had shelled the village were false, the mediator said.",
            &["shell | ASSAULT | denied | Ostrel |  | "],
        ),
        (
            "Ostrel denied having attacked the convoy.",
            &["attack | ASSAULT | denied | Ostrel |  | "],
        ),
        (
            "Varga has no plans to meet Amsel, her office said.",
            &["meet | CONSULT | denied | Lena Varga, Viktor Amsel |  | "],
        ),
    ]);
}

#[test]
fn there_was_none() {
    check(&[
        (
            "There were no talks between Marova and Ostrel on Tuesday.",
            &["talks | CONSULT | denied | Marova, Ostrel |  | 2031-05-13"],
        ),
        (
            "Neither side has signed the text.",
            &["sign | SUPPORT | denied | Ostrel, Marova |  | "],
        ),
        (
            "The envoys have yet to meet.",
            &["meet | CONSULT | denied | envoys |  | "],
        ),
        (
            "Marova has signed no treaty.",
            &["sign | SUPPORT | denied | Marova |  | "],
        ),
    ]);
}

#[test]
fn what_is_put_off_is_one_cancelled_and_one_to_come() {
    check(&[
        (
            "Marova postponed Monday's session to Thursday.",
            &[
                "session | CONSULT | cancelled | Marova, Ostrel |  | 2031-05-12",
                "session | CONSULT | planned | Marova, Ostrel |  | 2031-05-15",
            ],
        ),
        (
            "Varga called off her trip to Karsk.",
            &["trip | CONSULT | cancelled | Lena Varga | Karsk | "],
        ),
        (
            "The two sides had been due to meet in Sund on Friday, but the session was cancelled.",
            &["meet | CONSULT | cancelled | Ostrel, Marova | Sund | 2031-05-16"],
        ),
        (
            "The planned exchange of prisoners did not take place on Thursday.",
            &["exchange | RETREAT | cancelled | Marova, Ostrel |  | 2031-05-08"],
        ),
    ]);
}

#[test]
fn what_is_to_come_is_planned() {
    check(&[
        (
            "The next round is to be held in Sund in June.",
            &["round | CONSULT | planned | Marova, Ostrel | Sund | 2031-06"],
        ),
        (
            "Talks resume on Monday in Sund.",
            &["talks | CONSULT | planned | Marova, Ostrel | Sund | 2031-05-19"],
        ),
        (
            "Varga is expected to travel to Karsk next week.",
            &["travel | CONSULT | planned | Lena Varga | Karsk | 2031-05-19/2031-05-25"],
        ),
    ]);
}

#[test]
fn a_threat_makes_its_deed_conditional() {
    check(&[
        (
            "If Marova attacks the bridge, Ostrel will close the border, Amsel warned.",
            &["close | SANCTION | conditional | Ostrel |  | "],
        ),
        (
            "Amsel warned in April that Ostrel would seal the crossing.",
            &["seal | SANCTION | conditional | Ostrel |  | "],
        ),
    ]);
}

#[test]
fn what_is_only_supposed_asked_or_allowed_is_no_deed() {
    check(&[
        ("It was not clear whether the two had met.", &[]),
        ("Marova wants Ostrel to withdraw from the village.", &[]),
        (
            "The withdrawal of Ostrel troops from Ulmark is the main demand.",
            &[],
        ),
        ("Varga kept the right to return to it.", &[]),
        ("One does not withdraw from one's own house.", &[]),
        ("Varga has taken no position.", &[]),
    ]);
}

#[test]
fn the_noun_of_an_ordinal_stands_before() {
    check(&[(
        "The first round took place in Karsk in March. The second, in Velin, collapsed after two days.",
        &[
            "round | CONSULT | happened | Marova, Ostrel | Karsk | 2031-03",
            "round | CONSULT | happened | Marova, Ostrel | Velin | ",
        ],
    )]);
}

#[test]
fn who_brings_others_together_is_no_side() {
    check(&[(
        "Talks hosted by Brenmark between Marova and Ostrel opened in Aldor City on Monday.",
        &["talks | CONSULT | happened | Marova, Ostrel | Aldor City | 2031-05-12"],
    )]);
}

#[test]
fn both_sides_of_a_meeting_take_part() {
    check(&[
        (
            "Varga's meeting with Amsel in Karsk on Tuesday lasted six hours.",
            &["meeting | CONSULT | happened | Lena Varga, Viktor Amsel | Karsk | 2031-05-13"],
        ),
        (
            "Holt, who met Amsel in Karsk on Monday, said the gap had narrowed.",
            &["meet | CONSULT | happened | Dana Holt, Viktor Amsel | Karsk | 2031-05-12"],
        ),
        (
            "The foreign ministers of Marova and Ostrel met in Sund on Monday to discuss the border.",
            &["meet | CONSULT | happened | Marova, Ostrel | Sund | 2031-05-12"],
        ),
        (
            "After talks with Varga in Velin, Holt flew to Karsk and met Amsel.",
            &[
                "talks | CONSULT | happened | Dana Holt, Lena Varga | Velin | ",
                "fly | CONSULT | happened | Dana Holt | Karsk | ",
                "meet | CONSULT | happened | Dana Holt, Viktor Amsel |  | ",
            ],
        ),
    ]);
}

#[test]
fn participles_and_relative_clauses_tell_deeds() {
    check(&[
        (
            "The agreement, signed by Marova and Ostrel in Karsk in 2029, expires next year.",
            &["sign | SUPPORT | happened | Marova, Ostrel | Karsk | 2029"],
        ),
        (
            "Varga has read the reply that Ostrel sent back on 3 May.",
            &["send | CONSULT | happened | Ostrel |  | 2031-05-03"],
        ),
    ]);
}

#[test]
fn a_part_of_the_day_is_of_the_day_named_before() {
    check(&[(
        "On Tuesday morning Varga met Amsel. The two delegations met in the afternoon.",
        &[
            "meet | CONSULT | happened | Lena Varga, Viktor Amsel |  | 2031-05-13",
            "meet | CONSULT | happened | Ostrel, Marova |  | 2031-05-13",
        ],
    )]);
}
