//! `syntax FILE.conllu|FILE.txt [MODEL]`: what the model finds, as CoNLL-U. `text FILE.conllu`: the raw text of a treebank.
use rapporteur_model::Span;
use rapporteur_syntax::{Model, conllu};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args[0] == "text" {
        print!(
            "{}",
            text(&conllu::read(&std::fs::read_to_string(&args[1])?)?)
        );
        return Ok(());
    }
    let loaded;
    let model = match args.get(1) {
        Some(file) => {
            loaded = Model::from_bytes(&std::fs::read(file)?)?;
            &loaded
        }
        None => Model::embedded(),
    };
    let input = std::fs::read_to_string(&args[0])?;
    if args[0].ends_with(".txt") {
        let mut blocks = Vec::new();
        let mut at = 0;
        for part in input.split("\n\n") {
            blocks.push(Span::new(at, at + part.len()));
            at += part.len() + 2;
        }
        let begun = std::time::Instant::now();
        let syntax = model.read(&input, &blocks);
        let seconds = begun.elapsed().as_secs_f32();
        eprintln!(
            "{} words, {:.0} a second",
            syntax.tokens.spans.len(),
            syntax.tokens.spans.len() as f32 / seconds
        );
        print!("{}", conllu::write_raw(&input, &syntax));
    } else {
        let given = conllu::read(&input)?;
        let forms: Vec<Vec<&str>> = given.iter().map(|sentence| sentence.forms()).collect();
        print!("{}", conllu::write_given(&given, &model.tag(&forms)));
    }
    Ok(())
}

fn text(sentences: &[conllu::Sentence]) -> String {
    let mut out = String::new();
    for sentence in sentences {
        let new = |key: &str| {
            sentence
                .comments
                .iter()
                .any(|c| c.trim_start_matches(['#', ' ']).starts_with(key))
        };
        if (new("newpar") || new("newdoc")) && !out.is_empty() {
            out.truncate(out.trim_end().len());
            out.push_str("\n\n");
        }
        let mut until = 0;
        for row in &sentence.rows {
            let range = row.columns[0]
                .split_once('-')
                .and_then(|(_, last)| last.parse().ok());
            let id: u32 = row.columns[0].parse().unwrap_or(0);
            if let Some(last) = range {
                until = last;
            } else if !row.is_word() || id <= until {
                continue;
            }
            out.push_str(row.form());
            if row.misc("SpaceAfter") != Some("No") {
                out.push(' ');
            }
        }
    }
    out
}
