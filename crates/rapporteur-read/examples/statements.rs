//! Shows the attributions of files: plain text, or JSON Lines of `{"id", "text"}`. One attribution a line, with `key`.
//!
//! `--tree` prints the words with their trees as well; `--record` prints one line an attribution for
//! people, `--json` the statements of the record alone.

use rapporteur_lexicon::Lexicon;
use rapporteur_model::Document;
use rapporteur_read::{blocks, dates, entities, statements, words};
use rapporteur_syntax::Model;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| arguments.iter().any(|argument| argument == name);
    let lexicon = Lexicon::embedded();
    let model = Model::embedded();
    for path in arguments
        .iter()
        .filter(|argument| !argument.starts_with("--"))
    {
        let content = std::fs::read_to_string(path).unwrap_or_default();
        let texts: Vec<(String, String)> = if path.ends_with(".jsonl") {
            content
                .lines()
                .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
                .map(|value| {
                    let field = |name: &str| value[name].as_str().unwrap_or("").to_owned();
                    (field("id"), field("text"))
                })
                .collect()
        } else {
            vec![(path.clone(), content)]
        };
        for (key, text) in texts {
            let document = Document {
                text: text.clone(),
                ..Document::default()
            };
            let blocks = blocks::blocks(&document);
            let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
            let syntax = model.read(&text, &spans);
            let words = words::Words::new(&text, &syntax);
            let dates = dates::dates(&words, &dates::Anchor::default());
            let entities = entities::entities(&words, &blocks, &lexicon);
            let found = statements::statements(&words, &blocks, &entities, &dates, &lexicon);
            if flag("--tree") {
                for word in 0..words.len() {
                    println!(
                        "{word}\t{}\t{}\t{}\t{}\t{}\t{:?}",
                        words.form(word),
                        words.lemma(word),
                        words.xpos(word),
                        words.rel(word),
                        words.head(word).map_or("-".to_owned(), |head| format!(
                            "{head} {}",
                            words.form(head)
                        )),
                        found.of_word[word],
                    );
                }
            }
            if flag("--json") {
                let points = rapporteur_model::CodePoints::new(&text);
                let rows: Vec<_> = found
                    .all
                    .iter()
                    .filter(|statement| statement.in_record)
                    .map(|statement| {
                        let (start, end) = points.span(statement.evidence);
                        let speaker = statement.speaker.map_or_else(
                            || statement.source.clone().map_or("", |range| words.span(range).of(&text)).to_owned(),
                            |id| entities.all[id].name.clone(),
                        );
                        serde_json::json!({
                            "speaker": speaker, "act": statement.act.as_str(), "manner": statement.manner.as_str(),
                            "words": statement.words.of(&text),
                            "evidence": [{"start": start, "end": end, "text": statement.evidence.of(&text)}],
                        })
                    })
                    .collect();
                println!("{}", serde_json::json!({"reports": [], "statements": rows}));
                continue;
            }
            if flag("--record") {
                for (index, statement) in found.all.iter().enumerate() {
                    println!(
                        "{index} {} {} {} | {} | {} | {} | {}{}{}{}",
                        if statement.in_record { "+" } else { "-" },
                        statement.act,
                        statement.manner,
                        statement
                            .source
                            .clone()
                            .map_or("", |range| words.span(range).of(&text)),
                        statement
                            .cue
                            .clone()
                            .map_or("", |range| words.span(range).of(&text)),
                        statement.words.of(&text),
                        statement.rule,
                        statement
                            .channel
                            .map_or(String::new(), |span| format!(" | via {}", span.of(&text))),
                        statement
                            .to
                            .map_or(String::new(), |span| format!(" | to {}", span.of(&text))),
                        statement
                            .told_by
                            .iter()
                            .map(|teller| {
                                let name = teller.name.map_or("?", |span| span.of(&text));
                                let name = teller.entity.map_or(name, |id| &entities.all[id].name);
                                format!(" | told by {name}")
                            })
                            .collect::<String>(),
                    );
                }
                continue;
            }
            for mut line in statements::show(&words, &found, &entities) {
                line["key"] = key.clone().into();
                println!("{line}");
            }
        }
    }
}
