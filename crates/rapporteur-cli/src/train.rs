//! Trains the model of words; an interrupted training goes on where it was.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use rapporteur::syntax::train::{self, Recipe, Sources, Store};
use rapporteur::syntax::{Model, conllu};

/// A folder with a file for each step.
struct Folder(PathBuf);

impl Store for Folder {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        std::fs::read(self.0.join(name)).ok()
    }

    fn put(&mut self, name: &str, data: &[u8]) {
        // Written beside and moved, so that an interruption leaves no half file.
        let new = self.0.join(format!("{name}.new"));
        let done =
            std::fs::write(&new, data).and_then(|()| std::fs::rename(&new, self.0.join(name)));
        if let Err(error) = done {
            eprintln!("cannot keep {name}: {error}");
        }
    }
}

/// How to train.
#[derive(Debug, Clone, Default)]
pub struct Way {
    /// Go through all steps with little of everything: seconds, and a model of no use.
    pub quick: bool,
    /// A model that is there already and labels the unlabelled text together with the teachers.
    pub helper: Option<PathBuf>,
}

/// Trains from the folder of data and the lexicon's organisations, keeps the steps and the log in `work`, and writes the
/// weights to `out`. No model need be there before.
pub fn train(data: &Path, work: &Path, out: &Path, way: &Way) -> Result<()> {
    std::fs::create_dir_all(work)?;
    let mut log = OpenOptions::new()
        .create(true)
        .append(true)
        .open(work.join("log"))?;
    let mut tell = |line: String| {
        eprintln!("{line}");
        // The log is for people; training goes on without it.
        let _ = writeln!(log, "{line}");
    };
    let helper = way.helper.as_ref().map(|file| {
        let bytes =
            std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        Model::from_bytes(&bytes).with_context(|| format!("in {}", file.display()))
    });
    let helper = helper.transpose()?;
    let corpus = train::gather(|name| find(data, name))?;
    let mut texts = briefings(&data.join("raw/white-house-briefings-rest.jsonl"))?;
    texts.extend(wikinews(&data.join("events/meantime/intra-doc_annotation")));
    let mut sources = Sources {
        corpus,
        texts,
        helpers: helper.iter().collect(),
    };
    let mut recipe = Recipe::default();
    if way.quick {
        sources.thin();
        recipe = Recipe::quick();
    }
    // Figures on the development parts go to the log; nothing is learnt from them.
    let treebank = |file: &'static str| {
        let text = std::fs::read_to_string(data.join("syntax").join(file)).ok()?;
        Some((file, conllu::read(&text).ok()?))
    };
    let files = ["ewt-dev.conllu", "gum-open-dev.conllu"];
    let treebanks: Vec<_> = files.into_iter().filter_map(treebank).collect();
    tell(format!("{recipe:?}"));
    let begun = Instant::now();
    let mut folder = Folder(work.to_owned());
    let weights = train::make(sources, &recipe, &mut folder, |step, progress, model| {
        let seconds = begun.elapsed().as_secs_f32();
        tell(format!("{seconds:6.0} s  {step}  {progress:?}"));
        for (name, sentences) in &treebanks {
            tell(format!(
                "          {name}: {}",
                train::score(model, sentences)
            ));
        }
    })
    .with_context(|| format!("training in {}", work.display()))?;
    std::fs::write(out, weights).with_context(|| format!("cannot write {}", out.display()))
}

/// A file of training data: from the folder of data, or the lexicon's organisations.
fn find(data: &Path, name: &str) -> Option<String> {
    if name.starts_with("organisations/") {
        let known = rapporteur::lexicon::FILES.iter();
        let mut texts = known.filter(|(file, _)| file.strip_prefix("en/") == Some(name));
        return texts.next().map(|(_, text)| (*text).to_owned());
    }
    if name == "gazetteer/cities15000.txt" {
        let zip = data.join("gazetteer/cities15000.zip");
        let output = Command::new("unzip").arg("-p").arg(zip).output().ok()?;
        return Some(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let bytes = std::fs::read(data.join(name)).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Trains one model like the first teacher with the documents of a genre of GUM left out of the training, and one
/// with them, and prints how both parse the genre's documents of the development and test parts.
pub fn hold_out(data: &Path, work: &Path, genre: &str) -> Result<()> {
    std::fs::create_dir_all(work)?;
    let mut held = String::new();
    for file in ["gum-open-dev", "gum-open-test"] {
        let path = data.join("syntax").join(file).with_extension("conllu");
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        held += &documents(&text, |found| found == genre);
    }
    let held = conllu::read(&held)?;
    let options = &Recipe::default().teachers[0];
    let mut folder = Folder(work.to_owned());
    for (name, with) in [("without", false), ("with", true)] {
        let corpus = train::gather(|name| {
            let text = find(data, name)?;
            let open = name == "syntax/gum-open-train.conllu" && !with;
            Some(if open {
                documents(&text, |found| found != genre)
            } else {
                text
            })
        })?;
        eprintln!("{name} {genre}: {} sentences", corpus.examples.len());
        train::one(name, &corpus, options, &mut folder, |_, progress, model| {
            println!(
                "{name} {genre}, epoch {}: {}",
                progress.epoch,
                train::score(model, &held)
            );
        })?;
    }
    Ok(())
}

/// The documents of a treebank whose genre (the second part of a GUM document's name) is wanted.
fn documents(treebank: &str, wanted: impl Fn(&str) -> bool) -> String {
    let mut out = String::new();
    for (place, document) in treebank.split("# newdoc id = ").enumerate() {
        if place > 0 && wanted(document.split('_').nth(1).unwrap_or("")) {
            out.push_str("# newdoc id = ");
            out.push_str(document);
        }
    }
    out
}

/// The text of the Wikinews articles of MEANTIME, a sentence a line; nothing where they are missing.
fn wikinews(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let texts = files.iter().filter_map(|file| {
        let xml = std::fs::read_to_string(file).ok()?;
        let (mut text, mut sentence) = (String::new(), String::new());
        for token in xml
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("<token "))
        {
            let number = between(token, "sentence=\"", "\"");
            let form = between(token, ">", "<")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
            let close = matches!(
                form.as_str(),
                "," | "." | "'s" | "n't" | ")" | ";" | ":" | "?" | "%"
            );
            if number != sentence {
                text.push('\n');
            } else if !close {
                text.push(' ');
            }
            number.clone_into(&mut sentence);
            text.push_str(&form);
        }
        Some(text)
    });
    texts.collect()
}

/// What stands between two marks; nothing where they do not.
fn between<'a>(text: &'a str, open: &str, close: &str) -> &'a str {
    let rest = text.split_once(open).map_or("", |(_, rest)| rest);
    rest.split_once(close).map_or("", |(inner, _)| inner)
}

/// A stretch of every briefing, about a thousand words from different parts.
fn briefings(file: &Path) -> Result<Vec<String>> {
    let text =
        std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut out = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let briefing: serde_json::Value = serde_json::from_str(line)?;
        let text = briefing["text"].as_str().unwrap_or("");
        let lines: Vec<&str> = text.split('\n').filter(|line| line.len() > 40).collect();
        let mut piece = String::new();
        for line in &lines[lines.len() * (number % 7) / 10..] {
            piece.push_str(line);
            piece.push('\n');
            if piece.len() > 6_600 {
                break;
            }
        }
        out.push(piece);
    }
    Ok(out)
}
