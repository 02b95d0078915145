//! Prints the entities of text files, one a line, with their mentions. `--tree` prints the words first, `--json` the
//! actors as a record has them.

use rapporteur_lexicon::Lexicon;
use rapporteur_model::Document;
use rapporteur_read::{blocks, entities, words};
use rapporteur_syntax::Model;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| arguments.iter().any(|argument| argument == name);
    let lexicon = Lexicon::embedded();
    let model = Model::embedded();
    for path in arguments.iter().filter(|path| !path.starts_with("--")) {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let document = Document {
            text: text.clone(),
            ..Document::default()
        };
        let blocks = blocks::blocks(&document);
        let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
        let syntax = model.read(&text, &spans);
        let words = words::Words::new(&text, &syntax);
        let found = entities::entities(&words, &blocks, &lexicon);
        let name = |id: usize| found.all[id].name.as_str();
        if flag("--json") {
            let actors: Vec<_> = found
                .all
                .iter()
                .enumerate()
                .filter(|(_, entity)| entity.in_record)
                .filter_map(|(id, entity)| {
                    let entities::EntityKind::Actor(kind) = entity.kind else {
                        return None;
                    };
                    Some(serde_json::json!({
                        "id": id.to_string(), "name": entity.name, "type": kind.as_str(),
                        "party": entity.party.map(|id| id.to_string()), "aliases": entity.aliases,
                    }))
                })
                .collect();
            println!("{}", serde_json::json!({"reports": [], "actors": actors}));
            continue;
        }
        if flag("--tree") {
            for word in 0..words.len() {
                let named = syntax
                    .names
                    .0
                    .iter()
                    .find(|name| name.words.contains(&word))
                    .map_or("", |name| name.kind.as_str());
                println!(
                    "{word}\t{}\t{}\t{}\t{}\t{}\t{named}\t{}",
                    words.form(word),
                    words.lemma(word),
                    words.xpos(word),
                    words.rel(word),
                    words.head(word).map_or("-".to_owned(), |head| format!(
                        "{head} {}",
                        words.form(head)
                    )),
                    found.at(word).map_or("", name),
                );
            }
        }
        for (id, entity) in found.all.iter().enumerate() {
            println!(
                "{}{id} {} | {:?} | party {} | {:?} | {:?}{}{}",
                if entity.in_record { "+" } else { "-" },
                entity.name,
                entity.kind,
                entity.party.map_or("–", name),
                entity.aliases,
                entity
                    .roles
                    .iter()
                    .map(|role| format!("{} / {}", role.title, role.of.as_deref().unwrap_or("")))
                    .collect::<Vec<_>>(),
                if entity.members.is_empty() {
                    String::new()
                } else {
                    format!(" | members {:?}", entity.members)
                },
                if entity.relations.is_empty() {
                    String::new()
                } else {
                    format!(" | {:?}", entity.relations)
                },
            );
        }
        if flag("--mentions") {
            for mention in &found.mentions {
                println!(
                    "  {} «{}» {:?} → {}",
                    mention.head,
                    words.span(mention.words.clone()).of(&text),
                    mention.kind,
                    name(mention.entity)
                );
            }
        }
    }
}
