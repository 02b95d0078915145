//! Nothing is strengthened: what weakens a clause stays with its entries, and what a report does not tell as a fact is none.
//!
//! Every frame around every clause, by a grid: frames are what stands around a clause in English, whatever it tells.

use std::sync::LazyLock;

use rapporteur::model::EventStatus;
use rapporteur::{Document, Reader, Record};

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fn record(text: &str) -> Record {
    READER.read(&Document::from_text(text))
}

/// Clauses that tell a position, each with its verb.
const POSITIONS: &[&str] = &[
    "Velmar accepts the levy",
    "Velmar has rejected the levy",
    "Velmar wants a levy",
];

/// Clauses that tell a deed.
const DEEDS: &[&str] = &[
    "Velmar has released the prisoners",
    "Velmar attacked the port",
    "the two ministers met in Port Sand",
];

/// `frame` with the clause in the place of "~", beginning with a capital.
fn sentence(frame: &str, clause: &str) -> String {
    let text = frame.replace('~', clause);
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[test]
fn hedges_stay_wherever_they_stand() {
    let frames = [
        "Perhaps ~.",
        "Maybe ~.",
        "Reportedly, ~.",
        "Apparently, ~.",
        "Allegedly, ~.",
        "Presumably, ~.",
        "In principle, ~.",
        "For now, ~.",
        "Privately, ~.",
        "Behind closed doors, ~.",
        "By all accounts, ~.",
        "In all likelihood, ~.",
        "~, in principle.",
        "~, for now.",
        "~, apparently.",
        "~, at least for now.",
        "~, it appears.",
        "~, or so it seems.",
        "~, they say.",
        "~, it was rumoured.",
        "~, with reservations.",
        "~, perhaps.",
        "It seems that ~.",
        "It appears that ~.",
        "It is thought that ~.",
        "It is believed that ~.",
        "It is said that ~.",
        "Rumour has it that ~.",
    ];
    let lost: Vec<String> = (frames.iter())
        .flat_map(|frame| POSITIONS.iter().map(|clause| sentence(frame, clause)))
        .filter(|text| {
            let record = record(text);
            record.positions.is_empty() || record.positions.iter().any(|one| one.hedge.is_none())
        })
        .collect();
    assert!(lost.is_empty(), "without a hedge: {lost:#?}");
}

#[test]
fn verbs_that_weaken_stay() {
    for verb in [
        "seems to accept",
        "appears to accept",
        "is said to accept",
        "is believed to have accepted",
        "is reported to have accepted",
        "is rumoured to have accepted",
    ] {
        let record = record(&format!("Velmar {verb} the levy."));
        let hedges: Vec<_> = record.positions.iter().map(|one| &one.hedge).collect();
        assert!(
            hedges.iter().all(|hedge| hedge.is_some()) && !hedges.is_empty(),
            "{verb}: {hedges:?}"
        );
    }
}

/// What stands around a clause that is not told as a fact.
const OPEN: &[&str] = &[
    "It is not true that ~, its minister said.",
    "Orveth doubts that ~.",
    "Orveth does not believe that ~.",
    "Orveth never said that ~.",
    "Orveth did not say that ~.",
    "Orveth would not confirm that ~.",
    "No one said that ~.",
    "It is unclear whether ~.",
    "It was unclear if ~.",
    "Nobody knows whether ~.",
    "It remains to be seen whether ~.",
    "Whether ~ is not known.",
    "Orveth asked whether ~.",
    "Orveth wants proof that ~.",
    "Orveth refused to believe that ~.",
    "Orveth imagined that ~.",
    "Orveth pretended that ~.",
    "It is far from certain that ~.",
    "Rumours that ~ are false.",
    "Reports that ~ were denied by its envoy.",
    "There is no evidence that ~.",
    "Orveth would be surprised if ~.",
];

#[test]
fn what_is_no_fact_is_no_deed() {
    let told: Vec<String> = (OPEN.iter())
        .flat_map(|frame| DEEDS.iter().map(|clause| sentence(frame, clause)))
        .filter(|text| {
            (record(text).events.iter())
                .any(|event| matches!(event.status, EventStatus::Happened | EventStatus::Ongoing))
        })
        .collect();
    assert!(told.is_empty(), "told as facts: {told:#?}");
}

#[test]
fn what_is_no_fact_is_nobodys_position() {
    let told: Vec<String> = (OPEN.iter())
        .flat_map(|frame| POSITIONS.iter().map(|clause| sentence(frame, clause)))
        .filter(|text| {
            let record = record(text);
            (record.positions.iter()).any(|one| {
                let party = record.actors.iter().find(|actor| actor.id == one.party);
                party.is_some_and(|party| party.name == "Velmar")
            })
        })
        .collect();
    assert!(told.is_empty(), "told as positions: {told:#?}");
}

#[test]
fn deeds_that_only_a_condition_or_a_question_names_are_none() {
    for text in [
        "Had Velmar attacked the port, Orveth would have left the talks.",
        "Has Velmar attacked the port?",
        "Orveth will sign as long as Velmar has released the prisoners.",
        "Before Velmar has released the prisoners, nobody will talk.",
        "Velmar has not denied that it attacked the port.",
    ] {
        let record = record(text);
        let status: Vec<_> = record.events.iter().map(|event| event.status).collect();
        assert!(
            !status.contains(&EventStatus::Happened),
            "{text}: {status:?}"
        );
    }
    // What is told behind "after" in the past did happen.
    let record = record("After Velmar attacked the port, Orveth left the talks.");
    assert!((record.events.iter()).any(|event| event.status == EventStatus::Happened));
}
