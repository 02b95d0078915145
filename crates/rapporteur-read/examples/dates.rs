//! The time expressions of JSON Lines on standard input (`{id, text, published?}`), one a line as the stage contract has them.

use rapporteur_model::{CodePoints, Date, Document};
use rapporteur_read::{blocks, dates, words};
use rapporteur_syntax::Model;

fn main() {
    let model = Model::embedded();
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let Ok(row) = serde_json::from_str::<serde_json::Value>(&line) else {
            continue;
        };
        let text = row["text"].as_str().unwrap_or_default().to_owned();
        let document = Document::from_text(text.clone());
        let blocks = blocks::blocks(&document);
        let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
        let syntax = model.read(&text, &spans);
        let words = words::Words::new(&text, &syntax);
        let anchor = dates::Anchor {
            published: row["published"]
                .as_str()
                .and_then(|date| Date::new(date).ok()),
            dateline: blocks.dateline.as_ref().and_then(|line| line.date),
        };
        let points = CodePoints::new(&text);
        for found in dates::dates(&words, &anchor).0 {
            let (start, end) = points.span(found.span);
            println!(
                "{}",
                serde_json::json!({
                    "key": row["id"], "start": start, "end": end, "text": found.span.of(&text), "edtf": found.edtf,
                    "timex3": {"type": found.timex.kind, "value": found.timex.value},
                })
            );
        }
    }
}
