use rapporteur_lexicon::{Lexicon, built_in};
use rapporteur_model::Document;
use rapporteur_syntax::Model;

use super::proposals;
use crate::blocks::blocks;
use crate::dates::{Anchor, dates};
use crate::entities::entities;
use crate::statements::statements;
use crate::words::Words;

/// The texts of a report as "name | kind | status | authors | points | other names".
fn read(text: &str) -> Vec<String> {
    let lexicon = Lexicon::embedded();
    let document = Document {
        text: text.to_owned(),
        ..Document::default()
    };
    let blocks = blocks(&document);
    let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = Model::embedded().read(text, &spans);
    let words = Words::new(text, &syntax);
    let dates = dates(&words, &Anchor::default());
    let entities = entities(&words, &blocks, &lexicon);
    let said = statements(&words, &blocks, &entities, &dates, &lexicon);
    let found = proposals(&words, &blocks, &entities, &dates, &said, &lexicon);
    let one = |text: &super::Proposal| {
        let mut parts = vec![
            words.text_of(text.name.clone()).to_owned(),
            text.kind.to_string(),
        ];
        parts.extend(text.status.map(|status| status.to_string()));
        let authors = text
            .authors
            .iter()
            .map(|&id| entities.all[id].name.as_str());
        parts.extend((!text.authors.is_empty()).then(|| authors.collect::<Vec<_>>().join(", ")));
        parts.extend(text.points.map(|points| points.to_string()));
        parts.extend(
            text.aliases
                .iter()
                .map(|alias| words.text_of(alias.clone()).to_owned()),
        );
        parts.join(" | ")
    };
    found.all.iter().map(one).collect()
}

#[test]
fn every_example_of_the_lexicon_reads_as_it_says() {
    let (rules, problems) = built_in("en/texts.txt");
    assert!(problems.is_empty(), "{problems:?}");
    let mut wrong = Vec::new();
    for rule in &rules {
        if rule.get("yes").is_none() || rule.get("no").is_none() {
            wrong.push(format!("{}: without examples", rule.name));
        }
        for example in rule.all("yes").filter(|example| read(example).is_empty()) {
            wrong.push(format!("{}: no text: {example}", rule.name));
        }
        for example in rule.all("no") {
            let found = read(example);
            if !found.is_empty() {
                wrong.push(format!("{}: {example} → {found:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_text_has_its_author_its_points_and_what_became_of_it() {
    for (text, found) in [
        (
            "Norland circulated a 12-point plan among the delegations.",
            "12-point plan | plan | tabled | Norland | 12",
        ),
        (
            "Orveth's peace plan has not been made public.",
            "Orveth's peace plan | plan | unpublished | Orveth",
        ),
        (
            "A blueprint for the islands, drafted by the United Nations, is on the table.",
            "blueprint for the islands | plan | under-discussion | United Nations",
        ),
        (
            "Orveth refused to sign up to a draft chapter on fish.",
            "draft chapter on fish | draft | rejected",
        ),
    ] {
        assert_eq!(read(text), [found]);
    }
}

#[test]
fn a_text_is_known_again_by_its_other_name() {
    let text = "Kessia unveiled a roadmap for the island, known as the Lighthouse Plan. \
        The Lighthouse Plan would give the island a parliament.";
    assert_eq!(
        read(text),
        ["roadmap for the island | plan | published | Kessia | Lighthouse Plan"]
    );
}

#[test]
fn what_is_not_there_is_no_text() {
    for text in [
        "No draft was circulated at the meeting.",
        "There is no plan, the minister said.",
        "The two parties hope to sign a deal by June.",
        "The army drew up plans for an attack.",
        "The company's offer to pay more was refused.",
    ] {
        assert_eq!(read(text), Vec::<String>::new(), "{text}");
    }
}
