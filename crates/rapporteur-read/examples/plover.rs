//! The event-data view of files: plain text, or JSON Lines of `{"id", "text"}`. One act a line; `--petrarch` for rows,
//! `--tree` prints the trees as well.

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{CodePoints, Document};
use rapporteur_read::{blocks, dates, entities, plover, words};
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
            let document = Document::from_text(text.clone());
            let blocks = blocks::blocks(&document);
            let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
            let syntax = model.read(&text, &spans);
            let words = words::Words::new(&text, &syntax);
            let dates = dates::dates(&words, &dates::Anchor::default());
            let entities = entities::entities(&words, &blocks, &lexicon);
            if flag("--tree") {
                for word in 0..words.len() {
                    println!(
                        "{word}\t{}\t{}\t{}\t{}\t{}",
                        words.form(word),
                        words.lemma(word),
                        words.xpos(word),
                        words.rel(word),
                        words.head(word).map_or("-".to_owned(), |head| format!(
                            "{head} {}",
                            words.form(head)
                        )),
                    );
                }
            }
            let points = CodePoints::new(&text);
            for act in plover::plover(&words, &blocks, &entities, &dates, &lexicon) {
                if flag("--petrarch") {
                    for row in plover::to_petrarch(&act, &words, &dates, Some(&key)) {
                        println!("{row}");
                    }
                } else {
                    println!(
                        "{}",
                        plover::to_json(&act, &words, &dates, &points, Some(&key))
                    );
                }
            }
        }
    }
}
