//! Documents that come from the code: `docs/command-line.md`, `docs/stages.md` and `docs/record.schema.json`.

use std::{fs, path::Path};

use anyhow::{Context, Result};

/// Every generated document: its name in `docs/` and its text.
fn documents() -> Result<Vec<(&'static str, String)>> {
    let schema = serde_json::to_string_pretty(&rapporteur::schema())? + "\n";
    let mut stages = String::from(
        "# The stages of the reading\n\n\
         In the order they run. `rapporteur read FILE --show STAGE` prints what a stage made.\n\
         Written by `cargo xtask docs`.\n\n| stage | makes |\n|---|---|\n",
    );
    for stage in rapporteur::STAGES {
        stages.push_str(&format!("| `{}` | {} |\n", stage.name, stage.purpose));
    }
    Ok(vec![
        ("command-line.md", rapporteur_cli::docs::command_line()),
        ("record.schema.json", schema),
        ("stages.md", stages),
    ])
}

/// Writes them.
pub fn write(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for (name, text) in documents()? {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_are_those_of_the_code() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
        for (name, text) in documents().unwrap() {
            let committed = fs::read_to_string(folder.join(name)).unwrap_or_default();
            assert!(
                committed == text,
                "docs/{name} is not what the code says: run `cargo xtask docs`"
            );
        }
    }
}
