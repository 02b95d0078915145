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
const HEAD: &str = "OSTEN, May 14, 2031 (Harbor Agency) - Beloran President Nela Lukan and Orveth President Viktor Haber \
     disagree over the Gorn dam. Ravaland envoy Mina Fenn has no plan of her own. Orveth and Belora have claimed the dam \
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
    let conditions = crate::conditions::Conditions::default();
    let found = events(
        &words,
        &blocks,
        &entities,
        &dates,
        &said,
        &conditions,
        &lexicon,
    );
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
            "Some envoys said that Belora would publish the draft on Sunday. Lukan dismissed the reports.",
            &["publish | - | denied | Belora |  | 2031-05-18"],
        ),
        (
            "Reports that Orveth had shelled the village were false, the mediator said.",
            &["shell | ASSAULT | denied | Orveth |  | "],
        ),
        (
            "Orveth denied having attacked the convoy.",
            &["attack | ASSAULT | denied | Orveth |  | "],
        ),
        (
            "Lukan has no plans to meet Haber, her office said.",
            &["meet | CONSULT | denied | Nela Lukan, Viktor Haber |  | "],
        ),
    ]);
}

#[test]
fn there_was_none() {
    check(&[
        (
            "There were no talks between Belora and Orveth on Tuesday.",
            &["talks | CONSULT | denied | Belora, Orveth |  | 2031-05-13"],
        ),
        (
            "Neither side has signed the text.",
            &["sign | SUPPORT | denied | Orveth, Belora |  | "],
        ),
        (
            "The envoys have yet to meet.",
            &["meet | CONSULT | denied | envoys |  | "],
        ),
        (
            "Belora has signed no treaty.",
            &["sign | SUPPORT | denied | Belora |  | "],
        ),
    ]);
}

#[test]
fn what_is_put_off_is_one_cancelled_and_one_to_come() {
    check(&[
        (
            "Belora postponed Monday's session to Thursday.",
            &[
                "session | CONSULT | cancelled | Belora, Orveth |  | 2031-05-12",
                "session | CONSULT | planned | Belora, Orveth |  | 2031-05-15",
            ],
        ),
        (
            "Lukan called off her trip to Tolsk.",
            &["trip | CONSULT | cancelled | Nela Lukan | Tolsk | "],
        ),
        (
            "The two sides had been due to meet in Brod on Friday, but the session was cancelled.",
            &["meet | CONSULT | cancelled | Orveth, Belora | Brod | 2031-05-16"],
        ),
        (
            "The planned exchange of prisoners did not take place on Thursday.",
            &["exchange | RETREAT | cancelled | Belora, Orveth |  | 2031-05-08"],
        ),
    ]);
}

#[test]
fn what_is_to_come_is_planned() {
    check(&[
        (
            "The next round is to be held in Brod in June.",
            &["round | CONSULT | planned | Belora, Orveth | Brod | 2031-06"],
        ),
        (
            "Talks resume on Monday in Brod.",
            &["talks | CONSULT | planned | Belora, Orveth | Brod | 2031-05-19"],
        ),
        (
            "Lukan is expected to travel to Tolsk next week.",
            &["travel | CONSULT | planned | Nela Lukan | Tolsk | 2031-05-19/2031-05-25"],
        ),
    ]);
}

#[test]
fn a_threat_makes_its_deed_conditional() {
    check(&[
        (
            "If Belora attacks the bridge, Orveth will close the border, Haber warned.",
            &["close | SANCTION | conditional | Orveth |  | "],
        ),
        (
            "Haber warned in April that Orveth would seal the crossing.",
            &["seal | SANCTION | conditional | Orveth |  | "],
        ),
    ]);
}

#[test]
fn what_is_only_supposed_asked_or_allowed_is_no_deed() {
    check(&[
        ("It was not clear whether the two had met.", &[]),
        ("Belora wants Orveth to withdraw from the village.", &[]),
        (
            "The withdrawal of Orveth troops from Elmark is the main demand.",
            &[],
        ),
        ("Lukan kept the right to return to it.", &[]),
        ("One does not withdraw from one's own house.", &[]),
        ("Lukan has taken no position.", &[]),
    ]);
}

#[test]
fn the_noun_of_an_ordinal_stands_before() {
    check(&[(
        "The first round took place in Tolsk in March. The second, in Osten, collapsed after two days.",
        &[
            "round | CONSULT | happened | Belora, Orveth | Tolsk | 2031-03",
            "round | CONSULT | happened | Belora, Orveth | Osten | ",
        ],
    )]);
}

#[test]
fn who_brings_others_together_is_no_side() {
    check(&[(
        "Talks hosted by Falkmark between Belora and Orveth opened in Merin City on Monday.",
        &["talks | CONSULT | happened | Belora, Orveth | Merin City | 2031-05-12"],
    )]);
}

#[test]
fn both_sides_of_a_meeting_take_part() {
    check(&[
        (
            "Lukan's meeting with Haber in Tolsk on Tuesday lasted six hours.",
            &["meeting | CONSULT | happened | Nela Lukan, Viktor Haber | Tolsk | 2031-05-13"],
        ),
        (
            "Fenn, who met Haber in Tolsk on Monday, said the gap had narrowed.",
            &["meet | CONSULT | happened | Mina Fenn, Viktor Haber | Tolsk | 2031-05-12"],
        ),
        (
            "The foreign ministers of Belora and Orveth met in Brod on Monday to discuss the border.",
            &["meet | CONSULT | happened | Belora, Orveth | Brod | 2031-05-12"],
        ),
        (
            "After talks with Lukan in Osten, Fenn flew to Tolsk and met Haber.",
            &[
                "talks | CONSULT | happened | Mina Fenn, Nela Lukan | Osten | ",
                "fly | CONSULT | happened | Mina Fenn | Tolsk | ",
                "meet | CONSULT | happened | Mina Fenn, Viktor Haber |  | ",
            ],
        ),
    ]);
}

#[test]
fn participles_and_relative_clauses_tell_deeds() {
    check(&[
        (
            "The agreement, signed by Belora and Orveth in Tolsk in 2029, expires next year.",
            &["sign | SUPPORT | happened | Belora, Orveth | Tolsk | 2029"],
        ),
        (
            "Lukan has read the reply that Orveth sent back on 3 May.",
            &["send | CONSULT | happened | Orveth |  | 2031-05-03"],
        ),
    ]);
}

#[test]
fn a_part_of_the_day_is_of_the_day_named_before() {
    check(&[(
        "On Tuesday morning Lukan met Haber. The two delegations met in the afternoon.",
        &[
            "meet | CONSULT | happened | Nela Lukan, Viktor Haber |  | 2031-05-13",
            "meet | CONSULT | happened | Orveth, Belora |  | 2031-05-13",
        ],
    )]);
}
