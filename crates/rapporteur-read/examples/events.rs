//! The deeds of files, for people; `--json` writes a record with nothing but actors and events.

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{CodePoints, Document};
use rapporteur_read::conditions::Conditions;
use rapporteur_read::{blocks, dates, entities, events, statements, words};
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
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let document = Document::from_text(text.clone());
        let blocks = blocks::blocks(&document);
        let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
        let syntax = model.read(&text, &spans);
        let words = words::Words::new(&text, &syntax);
        let anchor = dates::Anchor {
            published: None,
            dateline: blocks.dateline.as_ref().and_then(|line| line.date),
        };
        let dates = dates::dates(&words, &anchor);
        let entities = entities::entities(&words, &blocks, &lexicon);
        let said = statements::statements(&words, &blocks, &entities, &dates, &lexicon);
        let found = events::events(
            &words,
            &blocks,
            &entities,
            &dates,
            &said,
            &Conditions::default(),
            &lexicon,
        );
        let points = CodePoints::new(&text);
        let name = |id: &usize| entities.all[*id].name.clone();
        let mut rows = Vec::new();
        for event in &found.0 {
            let (start, end) = points.span(event.evidence);
            let date = event
                .date
                .and_then(|date| dates.0[date].edtf.as_ref())
                .map(ToString::to_string);
            let words_of =
                |span: Option<rapporteur_model::Span>| span.map(|span| span.of(&text).to_owned());
            let row = serde_json::json!({
                "label": event.label,
                "type": event.kind.map(|kind| kind.as_str()),
                "status": event.status.as_str(),
                "actors": event.actors.iter().map(name).collect::<Vec<_>>(),
                "recipients": event.recipients.iter().map(name).collect::<Vec<_>>(),
                "place": words_of(event.place),
                "outcome": words_of(event.outcome),
                "date": date,
                "evidence": [{"start": start, "end": end, "text": event.evidence.of(&text), "rule": event.rule}],
            });
            if !flag("--json") {
                println!("{row}");
            }
            rows.push(row);
        }
        if flag("--json") {
            println!(
                "{}",
                serde_json::json!({"reports": [{}], "actors": [], "events": rows})
            );
        }
    }
}
