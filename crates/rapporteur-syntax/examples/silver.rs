//! Silver trees: `silver DATA OUT.conllu WORDS_EACH MODEL…`: a stretch of every briefing, Wikinews articles, name-annotated sentences.
use std::path::Path;

use rapporteur_syntax::{Model, train};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let data = Path::new(&args[0]);
    let words_each: usize = args[2].parse()?;
    let models = args[3..]
        .iter()
        .map(|file| Ok::<_, Box<dyn std::error::Error>>(Model::from_bytes(&std::fs::read(file)?)?))
        .collect::<Result<Vec<_>, _>>()?;
    let mut out = String::new();
    let mut count = 0;
    let mut texts = String::new();
    let briefings = std::fs::read_to_string(data.join("raw/white-house-briefings-rest.jsonl"))?;
    for (number, line) in briefings.lines().enumerate() {
        let value: serde_json::Value = serde_json::from_str(line)?;
        let text = value["text"].as_str().unwrap_or("");
        // A different part of each briefing, by paragraphs.
        let lines: Vec<&str> = text.split('\n').filter(|line| line.len() > 40).collect();
        let mut piece = String::new();
        let start = lines.len() * (number % 7) / 10;
        for line in &lines[start..] {
            piece.push_str(line);
            piece.push('\n');
            if piece.len() > words_each * 6 {
                break;
            }
        }
        texts.push_str(&piece);
        if texts.len() > 200_000 {
            count += parse(&models, &std::mem::take(&mut texts), &mut out);
        }
    }
    count += parse(&models, &texts, &mut out);
    eprintln!("briefings: {count} words");
    for file in std::fs::read_dir(data.join("events/meantime/intra-doc_annotation"))? {
        let xml = std::fs::read_to_string(file?.path())?;
        let (mut text, mut sentence) = (String::new(), "");
        for token in xml.lines().filter_map(|line| line.strip_prefix("<token ")) {
            let number = token
                .split("sentence=\"")
                .nth(1)
                .and_then(|rest| rest.split('"').next())
                .unwrap_or("");
            let form = token
                .split('>')
                .nth(1)
                .and_then(|rest| rest.split('<').next())
                .unwrap_or("");
            let form = form
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&apos;", "'");
            if number != sentence {
                text.push('\n');
            } else if !matches!(
                form.as_str(),
                "," | "." | "'s" | "n't" | ")" | ";" | ":" | "?" | "%"
            ) {
                text.push(' ');
            }
            sentence = number;
            text.push_str(&form);
        }
        count += parse(&models, &text, &mut out);
    }
    eprintln!("and Wikinews: {count} words");
    for name in [
        "crossner-politics-train.txt",
        "crossner-politics-dev.txt",
        "wikigold.conll.txt",
    ] {
        let text = std::fs::read_to_string(data.join("names").join(name))?;
        let sentences: Vec<Vec<&str>> = text
            .split("\n\n")
            .map(|block| {
                block
                    .lines()
                    .filter_map(|line| line.split(['\t', ' ']).next())
                    .filter(|form| !form.is_empty() && *form != "-DOCSTART-")
                    .collect()
            })
            .filter(|forms: &Vec<&str>| !forms.is_empty())
            .collect();
        count += sentences.iter().map(Vec::len).sum::<usize>();
        out.push_str(&train::silver(&models, &sentences, false));
    }
    eprintln!("and names: {count} words");
    std::fs::write(&args[1], out)?;
    Ok(())
}

fn parse(models: &[Model], text: &str, out: &mut String) -> usize {
    let before = out.len();
    out.push_str(&train::label(models, text));
    out[before..]
        .lines()
        .filter(|line| !line.is_empty())
        .count()
}
