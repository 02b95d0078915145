//! Chores: `cargo xtask gazetteer` compiles the gazetteers, `cargo xtask train` trains the model of words.

use std::path::Path;

use anyhow::{Result, bail};

mod gazetteer;
mod leaders;
mod train;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    match std::env::args().nth(1).as_deref() {
        Some("gazetteer") => gazetteer::compile(
            &root.join("../shared/data/gazetteer"),
            &root.join("crates/rapporteur-lexicon/data"),
        ),
        Some("train") => train::train(
            &root.join("../shared/data"),
            &root.join("lexicon/en"),
            &root.join("scratch/train"),
            &root.join("scratch/train/en.safetensors"),
        ),
        other => bail!("no chore {other:?}: there are `gazetteer` and `train`"),
    }
}
