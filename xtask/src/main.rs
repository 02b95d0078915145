//! Chores: `cargo xtask gazetteer` compiles the gazetteers.

use std::path::Path;

use anyhow::{Result, bail};

mod gazetteer;
mod leaders;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    match std::env::args().nth(1).as_deref() {
        Some("gazetteer") => gazetteer::compile(
            &root.join("../shared/data/gazetteer"),
            &root.join("crates/rapporteur-lexicon/data"),
        ),
        other => bail!("no chore {other:?}: there is `gazetteer`"),
    }
}
