//! `learn`: learns the models of the reading from the marked passages of `training`, and measures them on every eighth.

mod names;
mod stances;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

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

/// The tables of a folder, in the order of their names.
fn tables(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "tsv"))
        .collect();
    files.sort();
    Ok(files)
}
