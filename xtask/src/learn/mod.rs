//! `learn`: learns the models of the reading from the marked passages of `training`, and measures them on every eighth.

mod names;
mod stances;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

/// Learns one of the models, or both.
pub fn learn(root: &Path, which: Option<&str>) -> Result<()> {
    let (training, models) = (
        root.join("training"),
        root.join("crates/rapporteur-read/models"),
    );
    if !matches!(which, None | Some("names" | "stances")) {
        bail!("no model {which:?}: there are `names` and `stances`");
    }
    if which != Some("stances") {
        names::learn(&training, &models.join("names.bin"))?;
    }
    if which != Some("names") {
        let reports = [root.join("evaluation/read"), root.join("evaluation/dense")];
        stances::learn(
            &training.join("stances"),
            &reports,
            &models.join("stances.bin"),
        )?;
    }
    Ok(())
}

/// Every how many passages one is kept to measure.
const FOLD: usize = 8;

/// The files of a folder with that ending, in the order of their names.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect();
    files.sort();
    Ok(files)
}

/// What `parse` makes of every line of the tables of a folder; an error says which line is wrong.
fn passages<T>(folder: &Path, parse: impl Fn(&str) -> Result<T, String>) -> Result<Vec<T>> {
    let mut found = Vec::new();
    for file in files(folder, "tsv")? {
        let text = std::fs::read_to_string(&file)?;
        let lines = (text.lines().enumerate()).filter(|(_, line)| !line.trim().is_empty());
        for (number, line) in lines {
            let passage = parse(line)
                .map_err(|error| anyhow!("{}:{}: {error}", file.display(), number + 1))?;
            found.push(passage);
        }
    }
    println!("{} passages in {}", found.len(), folder.display());
    Ok(found)
}
