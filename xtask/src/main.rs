//! Chores: `cargo xtask gazetteer` compiles the gazetteers, `train` trains the model of words,
//! `learn` the models of the reading, `docs` writes the
//! documents that come from the code, `speed` times the reading, `score` measures what must not fall.

use std::path::Path;

use anyhow::{Result, bail};
use rapporteur_cli::train::Way;

mod docs;
mod gazetteer;
mod leaders;
mod learn;
mod score;
mod speed;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    match std::env::args().nth(1).as_deref() {
        Some("gazetteer") => gazetteer::compile(
            &root.join("../shared/data/gazetteer"),
            &root.join("crates/rapporteur-lexicon/data"),
        ),
        Some("train") => train(&root),
        Some("hold-out") => rapporteur_cli::train::hold_out(
            &root.join("../shared/data"),
            &root.join("scratch/hold-out"),
            &std::env::args().nth(2).unwrap_or_else(|| "news".into()),
        ),
        Some("docs") => docs::write(&root.join("docs")),
        Some("speed") => {
            let Some(file) = std::env::args().nth(2) else {
                bail!("name the file of reports to read: cargo xtask speed FILE [MOST]")
            };
            let most = std::env::args().nth(3).and_then(|most| most.parse().ok());
            speed::measure(Path::new(&file), most.unwrap_or(usize::MAX))
        }
        Some("learn") => learn::learn(&root, std::env::args().nth(2).as_deref()),
        Some("score") => score::score(&root, &std::env::args().skip(2).collect::<Vec<_>>()),
        other => {
            bail!(
                "no chore {other:?}: there are `gazetteer`, `train`, `learn`, `docs`, `speed` and `score`"
            )
        }
    }
}

/// `train [--quick] [--helper MODEL]`: the weights that ship, from `../shared/data`; `--quick` shows that all steps run.
fn train(root: &Path) -> Result<()> {
    let mut way = Way::default();
    let mut arguments = std::env::args().skip(2);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--quick" => way.quick = true,
            "--helper" => way.helper = arguments.next().map(Into::into),
            other => bail!("no option {other:?}: there are `--quick` and `--helper MODEL`"),
        }
    }
    let work = root.join(if way.quick {
        "scratch/quick"
    } else {
        "scratch/train"
    });
    let out = work.join("en.safetensors");
    rapporteur_cli::train::train(&root.join("../shared/data"), &work, &out, &way)
}
