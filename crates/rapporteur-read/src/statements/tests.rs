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
    read_with(text, &Lexicon::embedded(), check)
}

/// The same with a lexicon.
fn read_with<T>(text: &str, lexicon: &Lexicon, check: impl FnOnce(&Statements, &Words) -> T) -> T {
    let document = Document {
        text: text.to_owned(),
        ..Document::default()
    };
    let blocks = blocks(&document);
    let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = Model::embedded().read(text, &spans);
    let words = Words::new(text, &syntax);
    let dates = dates(&words, &Anchor::default());
    let entities = entities(&words, &blocks, lexicon);
    let found = statements(&words, &blocks, &entities, &dates, lexicon);
    check(&found, &words)
}

/// The statements of the record as "source | act | manner | words".
fn record(text: &str) -> Vec<String> {
    record_with(text, &Lexicon::embedded())
}

/// The same with a lexicon.
fn record_with(text: &str, lexicon: &Lexicon) -> Vec<String> {
    read_with(text, lexicon, |found, words| {
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
    let text = "\"We will wait,\" Marn said. \"We have time.\"\n\n\
        Lukan wrote online: \"Not for ever.\"\n\n\
        \"The road,\" said Ana Hart, the envoy, \"is closed.\"";
    assert_eq!(
        record(text),
        [
            "Marn | said | direct | We will wait",
            "Marn | said | direct | We have time.",
            "Lukan | said | direct | Not for ever.",
            "Ana Hart, the envoy | said | direct | The road",
            "Ana Hart, the envoy | said | direct | is closed.",
        ]
    );
}

#[test]
fn a_quotation_goes_on_over_paragraphs() {
    let text = "“We did not walk away,” Marn told reporters. “We were sent home.\n\n“And we will be back.”";
    assert_eq!(
        record(text),
        [
            "Marn | said | direct | We did not walk away",
            "Marn | said | direct | We were sent home.",
            "Marn | said | direct | And we will be back.",
        ]
    );
}

#[test]
fn an_apostrophe_is_no_quotation_mark() {
    let text = "‘The workers’ demands aren’t new,’ Marn said. The ministers’ aides left.";
    assert_eq!(
        record(text),
        ["Marn | said | direct | The workers’ demands aren’t new"]
    );
}

#[test]
fn an_insertion_stays_in_the_words() {
    assert_eq!(
        record("Any transfer of land, Lukan added, would need the consent of the assembly."),
        [
            "Lukan | said | indirect | Any transfer of land, Lukan added, would need the consent of the assembly"
        ]
    );
}

#[test]
fn a_refusal_names_the_thing_declined() {
    assert_eq!(
        record("Marn confirmed that Haber would receive Fenn, but declined to discuss the lines."),
        [
            "Marn | confirmed | indirect | Haber would receive Fenn",
            "Marn | declined | indirect | the lines",
        ]
    );
    assert!(record("The ministry did not answer questions sent by email.").is_empty());
}

#[test]
fn an_outlet_tells_and_a_person_says() {
    read(
        "Marn confirmed, as reported by the Beacon News Agency, that Haber would come. According to Fenn, the talks failed.",
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
            assert_eq!(found.around(inside).next(), Some(confirmed));
            assert!(
                found.around(inside).count() > 1,
                "the agency is in the chain"
            );
            let fenn = found.all.last().expect("Fenn says");
            assert!(fenn.in_record);
            assert_eq!(fenn.words.of(words.text), "the talks failed");
        },
    );
}

#[test]
fn thinking_and_stances_make_no_statement() {
    for text in [
        "Some ministers feared that the mediator would close the round.",
        "Brod rejected the plan.",
        "The union demanded a raise.",
        "If Marn says that the talks failed, Fenn will leave.",
        "Nobody said that the talks had failed.",
    ] {
        assert!(record(text).is_empty(), "{text}: {:?}", record(text));
    }
}

#[test]
fn manner_tells_whose_words() {
    read(
        "Fenn said the plan was \"dead and buried\". Marn said the plan was alive.",
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

#[test]
fn a_users_words_of_speech_are_read() {
    let rule = "semaphore\n  act    warned\n  verbs  semaphore\n";
    let user = [("speech/mine.txt".to_owned(), rule.to_owned())];
    let text = "Lukan semaphored that the road would close.";
    assert!(record(text).is_empty());
    assert_eq!(
        record_with(text, &Lexicon::with_user(&user)),
        ["Lukan | warned | indirect | the road would close"]
    );
}
