//! Writes the record of each report: `record FILE.txt… --out DIR`. What stands in `FILE.meta.json` beside a text (`outlet`,
//! `published`, `title`) is taken as known.

use std::error::Error;
use std::path::{Path, PathBuf};

use rapporteur_model::{Date, Document};
use rapporteur_read::{Tools, read, record};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut out = PathBuf::from(".");
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--out") => out = arguments.next().ok_or("--out needs a folder")?.into(),
            Some("--meta") => {}
            _ => files.push(argument.into()),
        }
    }
    std::fs::create_dir_all(&out)?;
    let tools = Tools::default();
    for file in &files {
        let reading = read(document(file)?, &tools);
        let stem = file.file_stem().ok_or("a file without a name")?;
        let path = out.join(stem).with_extension("json");
        std::fs::write(path, serde_json::to_string_pretty(&record(&reading))?)?;
    }
    Ok(())
}

fn document(file: &Path) -> Result<Document, Box<dyn Error>> {
    let mut document = Document::from_text(std::fs::read_to_string(file)?);
    if let Ok(meta) = std::fs::read_to_string(file.with_extension("meta.json")) {
        let meta: serde_json::Value = serde_json::from_str(&meta)?;
        let text = |key: &str| meta[key].as_str().map(str::to_owned);
        document.outlet = text("outlet");
        document.title = text("title");
        document.published = text("published").and_then(|date| Date::new(&date).ok());
    }
    Ok(document)
}
