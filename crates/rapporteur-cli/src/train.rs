//! Trains the model of words; an interrupted training goes on where it was.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};
use rapporteur::syntax::train::{self, Recipe, Store};

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

/// Trains from the folder of data and the lexicon's organisations, keeps the steps in `work`, and writes the weights to `out`.
pub fn train(data: &Path, work: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(work)?;
    let read = |name: &str| {
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
    };
    let corpus = train::gather(read)?;
    let texts = briefings(&data.join("raw/white-house-briefings-rest.jsonl"))?;
    let begun = Instant::now();
    let weights = train::make(
        corpus,
        &texts,
        &Recipe::default(),
        &mut Folder(work.to_owned()),
        |step, progress| {
            eprintln!(
                "{:6.0} s  {step}  {progress:?}",
                begun.elapsed().as_secs_f32()
            );
        },
    )?;
    std::fs::write(out, weights).with_context(|| format!("cannot write {}", out.display()))
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
