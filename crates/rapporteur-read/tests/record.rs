//! What holds of every record.

use rapporteur_model::{Document, Evidence, Record};
use rapporteur_read::{Tools, read, record};

const REPORT: &str = "Véss delegates reject Kolmar text\n\nTAVEN, 4 March (Courier) – Kolmar envoy Irja Sálvi met Véss \
President Odo Keller on Tuesday.\n\n“We will not sign the nine-point draft,” Keller said. A spokesman said Kolmar’s draft\n\
was still under discussion.\n";

fn evidence(record: &Record) -> Vec<&Evidence> {
    let mut all: Vec<&Evidence> = Vec::new();
    all.extend(record.actors.iter().flat_map(|entry| &entry.evidence));
    all.extend(record.events.iter().flat_map(|entry| &entry.evidence));
    all.extend(record.statements.iter().flat_map(|entry| &entry.evidence));
    all.extend(record.proposals.iter().flat_map(|entry| &entry.evidence));
    all.extend(record.provisions.iter().flat_map(|entry| &entry.evidence));
    all.extend(record.positions.iter().flat_map(|entry| &entry.evidence));
    all.extend(record.conditions.iter().flat_map(|entry| &entry.evidence));
    all
}

#[test]
fn evidence_is_the_words_at_its_place_and_references_are_entries() {
    let record = record(&read(Document::from_text(REPORT), &Tools::default()));
    let all = evidence(&record);
    assert!(all.len() >= 4, "{} pieces of evidence", all.len());
    for words in all {
        assert!(words.holds(REPORT), "{words:?}");
        assert!(!words.text().contains('\n'), "{words:?}");
        assert_eq!(words.report(), record.reports[0].id);
    }
    let known = |id: &String| record.actors.iter().any(|actor| &actor.id == id);
    assert!(record.statements.iter().all(|entry| known(&entry.speaker)));
    assert!(
        record
            .events
            .iter()
            .all(|entry| entry.actors.iter().all(known))
    );
    assert!(
        record
            .actors
            .iter()
            .all(|entry| entry.party.iter().all(known))
    );
}

#[test]
fn the_same_text_gives_the_same_record() {
    let tools = Tools::default();
    let once = record(&read(Document::from_text(REPORT), &tools));
    assert_eq!(once, record(&read(Document::from_text(REPORT), &tools)));
}

#[test]
fn no_words_give_an_empty_record_with_a_problem() {
    let tools = Tools::default();
    for text in ["", " \n\n", "***"] {
        let record = record(&read(Document::from_text(text), &tools));
        assert_eq!(record.problems.len(), 1, "{text:?}");
        assert!(record.actors.is_empty());
    }
}

#[test]
fn every_stage_can_be_shown_with_the_key() {
    let mut document = Document::from_text(REPORT);
    document.key = Some("a1".to_owned());
    let reading = read(document, &Tools::default());
    for stage in rapporteur_read::STAGES {
        let lines = rapporteur_read::show(stage.name, &reading).expect(stage.name);
        assert!(lines.iter().all(|line| line["key"] == "a1"));
    }
    assert_eq!(rapporteur_read::show("tea", &reading), None);
}

#[test]
fn a_noun_that_tells_a_demand_again_is_further_evidence_of_it() {
    let report = "TAVEN, 4 March (Courier) – Kenya called for a ban on trawling on Tuesday. That request was ignored.\n";
    let record = record(&read(Document::from_text(report), &Tools::default()));
    let words: Vec<&str> = (record.positions.iter())
        .flat_map(|position| &position.evidence)
        .map(|words| words.text())
        .collect();
    assert_eq!(record.positions.len(), 1, "{words:?}");
    assert_eq!(words.len(), 2, "{words:?}");
    assert_eq!(words[1], "That request");
}
