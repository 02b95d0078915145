//! One text a construction; fictional states and officials.

use std::sync::LazyLock;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::Document;
use rapporteur_syntax::Model;

use super::{Entities, entities};
use crate::blocks::blocks;
use crate::words::Words;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::embedded);

fn read(text: &str) -> Entities {
    let document = Document {
        text: text.to_owned(),
        ..Document::default()
    };
    let blocks = blocks(&document);
    let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = Model::embedded().read(text, &spans);
    let words = Words::new(text, &syntax);
    entities(&words, &blocks, &LEXICON)
}

/// The actors of the record: name, type, party.
fn actors(text: &str) -> Vec<String> {
    let found = read(text);
    let mut lines: Vec<String> = found
        .all
        .iter()
        .filter(|entity| entity.in_record)
        .filter_map(|entity| {
            let super::EntityKind::Actor(kind) = entity.kind else {
                return None;
            };
            let party = entity
                .party
                .map_or("-", |party| found.all[party].name.as_str());
            Some(format!("{} · {} · {party}", entity.name, kind.as_str()))
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn constructions() {
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "title before the name",
            "Velmar President Jonas Reik told reporters on Monday that Velmar's army would stay.",
            &["Jonas Reik · person · Velmar", "Velmar · state · Velmar"],
        ),
        (
            "title before the name and state behind it",
            "President Samuel Brod of Velmar said no.",
            &["Samuel Brod · person · Velmar", "Velmar · state · Velmar"],
        ),
        (
            "a union and an employer without a name",
            "The pilots' union rejected the offer. The airline said it would not pay more.",
            &[
                "airline · company · airline",
                "pilots' union · union · pilots' union",
            ],
        ),
        (
            "apposition behind the name",
            "Canada rejected the draft. Petra Voss, secretary of Canada's security council, said so on Friday.",
            &["Canada · state · Canada", "Petra Voss · person · Canada"],
        ),
        (
            "possessor before the office, spokesman of a minister",
            "Norway's foreign minister, Arne Solberg-Lie, met the envoys. Solberg-Lie's spokeswoman, Kari Moen, declined to comment.",
            &[
                "Arne Solberg-Lie · person · Norway",
                "Kari Moen · person · Norway",
                "Norway · state · Norway",
            ],
        ),
        (
            "unnamed people are actors of their own",
            "Two diplomats said the talks had failed. A Danish official, who asked not to be named, said they had not.",
            &[
                "Danish official · unnamed · Denmark",
                "Denmark · state · Denmark",
                "Two diplomats · unnamed · -",
            ],
        ),
        (
            "an adjective is shared out",
            "The plan raised concerns among Danish and Norwegian officials.",
            &[
                "Danish officials · unnamed · Denmark",
                "Denmark · state · Denmark",
                "Norway · state · Norway",
                "Norwegian officials · unnamed · Norway",
            ],
        ),
        (
            "a capital acts for its state and is a place elsewhere",
            "Ottawa rejected the offer. The talks were held in Oslo.",
            &["Canada · state · Canada"],
        ),
        (
            "ministries speak for their state",
            "Sweden's foreign ministry said the border would stay open.",
            &[
                "Sweden · state · Sweden",
                "Sweden's foreign ministry · government-body · Sweden",
            ],
        ),
        (
            "union and company",
            "The Harbour Workers' Union rejected Tolm Shipping's offer on Tuesday.",
            &[
                "Harbour Workers' Union · union · Harbour Workers' Union",
                "Tolm Shipping · company · Tolm Shipping",
            ],
        ),
    ];
    for (name, text, expected) in cases {
        assert_eq!(actors(text), *expected, "{name}: {text}");
    }
}

/// Text, a word of it, and the name of whom it refers to.
#[test]
fn references() {
    let cases: &[(&str, &str, Option<&str>)] = &[
        (
            "Norway rejected the plan. It said the border was fixed.",
            "It",
            Some("Norway"),
        ),
        (
            "Norway's draft was leaked. The envoys rejected it.",
            "it",
            None,
        ),
        (
            "Norway's foreign minister, Kari Moen, arrived. She said her country would wait.",
            "country",
            Some("Norway"),
        ),
        (
            "Norway's foreign minister, Kari Moen, arrived. She said her country would wait.",
            "She",
            Some("Kari Moen"),
        ),
        (
            "Danish envoy Ivar Holm arrived on Monday. The envoy declined to comment.",
            "envoy declined",
            Some("Ivar Holm"),
        ),
        (
            "The Danish army will stay, and the Danes said so.",
            "army",
            Some("Denmark"),
        ),
    ];
    refer(cases);
}

/// Bodies told again by a word of their name, and pronouns of bodies that the tree takes for empty ones.
#[test]
fn bodies_told_again() {
    refer(&[
        (
            "The Orme Airport Company said it was full. The airport spoke up for a split by thirds.",
            "airport",
            Some("Orme Airport Company"),
        ),
        (
            "The Kvern Shipyard left the pact. The yard has no difficulty with the 4.4 percent.",
            "yard",
            Some("Kvern Shipyard"),
        ),
        (
            "Halber Container Lines yielded on layoffs. The line would stomach three years.",
            "line",
            Some("Halber Container Lines"),
        ),
        (
            "The University Libraries asked for an exemption. The libraries withdrew their request.",
            "libraries",
            Some("University Libraries"),
        ),
        (
            "The Shipowners' Chamber met in June. The owners advise starting at 25 dollars.",
            "owners",
            Some("Shipowners' Chamber"),
        ),
        (
            "The Ministry of Mines met the drillers. The mines would have to close.",
            "mines",
            None,
        ),
        (
            "Chief Dora Sam was elected to lead the Tolsk Nation. The Nation is game to discuss copper.",
            "Nation",
            Some("Tolsk Nation"),
        ),
        (
            "Varl Motors ordered fewer brackets. The carmaker has turned the claim away.",
            "carmaker",
            Some("Varl Motors"),
        ),
        (
            "The Highland Councils fought both. They have buried their demand for independence.",
            "They",
            Some("Highland Councils"),
        ),
        (
            "The Orme Miners' Union settled in May. It takes a dim view of higher rises for drivers.",
            "It",
            Some("Orme Miners' Union"),
        ),
        (
            "The Orme Miners' Union appealed to the sides. It is for the audit.",
            "It",
            Some("Orme Miners' Union"),
        ),
        (
            "Halber Container Lines would hand over 4 percent, and it could be talked into six.",
            "it",
            Some("Halber Container Lines"),
        ),
        (
            "The Drivers' Federation is glad of the line. It stipulates that seven in ten be local.",
            "It",
            Some("Drivers' Federation"),
        ),
        (
            "The Teachers' Union came round to the plan for roofers. Of nurses it is less sure.",
            "it",
            Some("Teachers' Union"),
        ),
        (
            "The Teachers' Union met on Monday. It appears that seven roofers came.",
            "It",
            None,
        ),
        (
            "The Teachers' Union met on Monday. Its chair let it be known that she would stay.",
            "it",
            None,
        ),
    ]);
}

/// Whether the last place of a word in each text means whom it should.
fn refer(cases: &[(&str, &str, Option<&str>)]) {
    for (text, words, expected) in cases {
        let document = Document {
            text: (*text).to_owned(),
            ..Document::default()
        };
        let blocks = blocks(&document);
        let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
        let syntax = Model::embedded().read(text, &spans);
        let view = Words::new(text, &syntax);
        let found = entities(&view, &blocks, &LEXICON);
        let at = text.rfind(words).expect("the word stands in the text") as u32;
        let word = (0..view.len())
            .find(|&word| syntax.tokens.spans[word].start == at)
            .expect("a word starts there");
        let name = found.at(word).map(|id| found.all[id].name.as_str());
        assert_eq!(name, *expected, "«{words}» in: {text}");
    }
}

#[test]
fn both_sides_are_those_who_talk() {
    let text = "Norway rejected the plan. Denmark accepted it. Both sides will meet on Friday.";
    let found = read(text);
    let sides = found
        .all
        .iter()
        .find(|entity| entity.name == "Both sides")
        .expect("a group");
    let members: Vec<&str> = sides
        .members
        .iter()
        .map(|&id| found.all[id].name.as_str())
        .collect();
    assert_eq!(members, ["Norway", "Denmark"]);
}

#[test]
fn no_text_is_too_odd() {
    for text in [
        "",
        ".",
        "'s",
        "\"",
        "The",
        "A B C D",
        "Of the of the",
        "of of, X's Y's",
        "MINISTER OF, X",
        "- -",
        "“”",
        "one of the three",
    ] {
        read(text);
    }
}
