use rapporteur_lexicon::{Lexicon, built_in};
use rapporteur_model::{Act, Document, Manner};
use rapporteur_syntax::Model;

use super::{Statements, statements};
use crate::blocks::blocks;
use crate::dates::{Anchor, dates};
use crate::entities::entities;
use crate::words::Words;

/// Reads a text and hands its attributions to a check.
fn read<T>(text: &str, check: impl FnOnce(&Statements, &Words) -> T) -> T {
    let document = Document {
        text: text.to_owned(),
        ..Document::default()
    };
    let lexicon = Lexicon::embedded();
    let blocks = blocks(&document);
    let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = Model::embedded().read(text, &spans);
    let words = Words::new(text, &syntax);
    let dates = dates(&words, &Anchor::default());
    let entities = entities(&words, &blocks, &lexicon);
    let found = statements(&words, &blocks, &entities, &dates, &lexicon);
    check(&found, &words)
}

/// The statements of the record as "source | act | manner | words".
fn record(text: &str) -> Vec<String> {
    read(text, |found, words| {
        found
            .all
            .iter()
            .filter(|statement| statement.in_record)
            .map(|statement| {
                let source = statement
                    .source
                    .clone()
                    .map_or("", |range| words.span(range).of(text));
                format!(
                    "{source} | {} | {} | {}",
                    statement.act,
                    statement.manner,
                    statement.words.of(text)
                )
            })
            .collect()
    })
}

#[test]
fn every_example_of_the_lexicon_reads_as_it_says() {
    let (rules, problems) = built_in("en/speech");
    assert!(problems.is_empty(), "{problems:?}");
    let mut wrong = Vec::new();
    for rule in &rules {
        let saying = rule.get("kind").is_none();
        let act = rule.get("act").and_then(Act::parse).unwrap_or(Act::Said);
        for example in rule.all("yes") {
            let reads = read(example, |found, _| {
                found
                    .all
                    .iter()
                    .any(|statement| statement.in_record == saying && statement.act == act)
            });
            if !reads {
                wrong.push(format!("{}:{}: not read: {example}", rule.file, rule.name));
            }
        }
        for example in rule.all("no") {
            let made = record(example);
            if !made.is_empty() {
                wrong.push(format!("{}:{}: {example} → {made:?}", rule.file, rule.name));
            }
        }
        if rule.items("verbs").next().is_some()
            && (rule.get("no").is_none() || saying && rule.get("yes").is_none())
        {
            wrong.push(format!("{}:{}: without examples", rule.file, rule.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_quotation_has_its_speaker_before_inside_and_after() {
    let text = "\"We will wait,\" Dorn said. \"We have time.\"\n\n\
        Varga wrote online: \"Not for ever.\"\n\n\
        \"The road,\" said Ana Holt, the envoy, \"is closed.\"";
    assert_eq!(
        record(text),
        [
            "Dorn | said | direct | We will wait",
            "Dorn | said | direct | We have time.",
            "Varga | said | direct | Not for ever.",
            "Ana Holt, the envoy | said | direct | The road",
            "Ana Holt, the envoy | said | direct | is closed.",
        ]
    );
}

#[test]
fn a_quotation_goes_on_over_paragraphs() {
    let text = "“We did not walk away,” Dorn told reporters. “We were sent home.\n\n“And we will be back.”";
    assert_eq!(
        record(text),
        [
            "Dorn | said | direct | We did not walk away",
            "Dorn | said | direct | We were sent home.",
            "Dorn | said | direct | And we will be back.",
        ]
    );
}

#[test]
fn an_apostrophe_is_no_quotation_mark() {
    let text = "‘The workers’ demands aren’t new,’ Dorn said. The ministers’ aides left.";
    assert_eq!(
        record(text),
        ["Dorn | said | direct | The workers’ demands aren’t new"]
    );
}

#[test]
fn an_insertion_stays_in_the_words() {
    assert_eq!(
        record("Any change of borders, Varga added, would have to be approved in a referendum."),
        [
            "Varga | said | indirect | Any change of borders, Varga added, would have to be approved in a referendum"
        ]
    );
}

#[test]
fn a_refusal_names_the_thing_declined() {
    assert_eq!(
        record("Dorn confirmed that Amsel would receive Holt, but declined to discuss the lines."),
        [
            "Dorn | confirmed | indirect | Amsel would receive Holt",
            "Dorn | declined | indirect | the lines",
        ]
    );
    assert!(record("The ministry did not respond to a request for comment.").is_empty());
}

#[test]
fn an_outlet_tells_and_a_person_says() {
    read(
        "Dorn confirmed, as reported by the Harbor News Agency, that Amsel would come. According to Holt, the talks failed.",
        |found, words| {
            let agency = found
                .all
                .iter()
                .find(|statement| statement.rule == "statement/according-to")
                .expect("the agency tells");
            assert!(!agency.in_record && agency.tells);
            let confirmed = found
                .all
                .iter()
                .position(|statement| statement.act == Act::Confirmed)
                .expect("he confirmed");
            let inside = found.all[confirmed].content[0].end - 1;
            assert_eq!(found.around(inside).first(), Some(&confirmed));
            assert!(found.around(inside).len() > 1, "the agency is in the chain");
            let holt = found.all.last().expect("Holt says");
            assert!(holt.in_record);
            assert_eq!(holt.words.of(words.text), "the talks failed");
        },
    );
}

#[test]
fn thinking_and_stances_make_no_statement() {
    for text in [
        "Some delegates feared that the chair would table a text.",
        "Sund rejected the plan.",
        "The union demanded a raise.",
        "If Dorn says that the talks failed, Holt will leave.",
        "Nobody said that the talks had failed.",
    ] {
        assert!(record(text).is_empty(), "{text}: {:?}", record(text));
    }
}

#[test]
fn manner_tells_whose_words() {
    read(
        "Holt said the plan was \"dead and buried\". Dorn said the plan was alive.",
        |found, _| {
            let manners: Vec<Manner> = found
                .all
                .iter()
                .filter(|statement| statement.in_record)
                .map(|statement| statement.manner)
                .collect();
            assert_eq!(manners, [Manner::Mixed, Manner::Indirect]);
        },
    );
}
