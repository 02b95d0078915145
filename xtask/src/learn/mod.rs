//! `learn`: learns the models of the reading from the marked passages of `training`, and measures them on every eighth.

mod holders;
mod linked;
mod names;
mod stances;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use rapporteur::Choice;
use rapporteur::learned_stances::Report;

/// Learns one of the models, or both.
pub fn learn(root: &Path, which: Option<&str>) -> Result<()> {
    let (training, models) = (
        root.join("training"),
        root.join("crates/rapporteur-read/models"),
    );
    if !matches!(
        which,
        None | Some("names" | "linked" | "stances" | "holders")
    ) {
        bail!("no model {which:?}: there are `names`, `linked`, `stances` and `holders`");
    }
    if matches!(which, None | Some("linked")) {
        linked::learn(&training, &models.join("linked.bin"))?;
    }
    if matches!(which, None | Some("names")) {
        names::learn(&training, &models.join("names.bin"))?;
    }
    if matches!(which, None | Some("stances")) {
        let reports = [root.join("evaluation/read"), root.join("evaluation/dense")];
        stances::learn(&training, &reports, &models.join("stances.bin"))?;
    }
    if matches!(which, None | Some("holders")) {
        holders::learn(&training, &models.join("holders.bin"))?;
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

/// The marked reports of a folder.
fn reports(folder: &Path) -> Result<Vec<Report>> {
    let mut found = Vec::new();
    for file in files(folder, "txt")? {
        let report = Report::parse(&std::fs::read_to_string(&file)?)
            .map_err(|error| anyhow!("{}: {error}", file.display()))?;
        found.push(report);
    }
    println!("{} marked reports in {}", found.len(), folder.display());
    Ok(found)
}

/// Prints how many of the choices are right from some chances on; those that are nobody are not counted.
fn by_chance<'a>(told: impl Iterator<Item = ((usize, f32), &'a Choice)> + Clone) {
    for least in [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
        let told = (told.clone())
            .filter(|((place, chance), choice)| *chance >= least && place + 1 < choice.right.len());
        let right = (told.clone()).filter(|((place, _), choice)| choice.right[*place]);
        print!(" {least}: {}/{}", right.count(), told.count());
    }
    println!();
}
