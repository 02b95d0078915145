//! The repository's cases and the examples of its lexicon hold.

use std::path::Path;
use std::{fs, io};

fn collect(folder: &Path, into: &mut Vec<(String, String)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else if path.extension().is_some_and(|ending| ending == "md") {
            let shown = path.to_string_lossy().replace('\\', "/");
            let from = shown.find("/cases/").map_or(0, |at| at + 1);
            into.push((shown[from..].to_owned(), fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

#[test]
fn the_cases_hold() -> io::Result<()> {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../cases")
        .canonicalize()?;
    collect(&root, &mut files)?;
    files.sort();
    let checked = rapporteur::check(&files);
    assert!(
        checked.findings.is_empty(),
        "{} things to mend:\n{}",
        checked.findings.len(),
        checked.findings.join("\n")
    );
    Ok(())
}

#[test]
fn the_examples_of_the_lexicon_hold() {
    let files: Vec<_> = (rapporteur::lexicon::FILES.iter())
        .map(|(file, text)| ((*file).to_owned(), (*text).to_owned()))
        .collect();
    let run = rapporteur::check(&files);
    assert!(
        run.findings.is_empty(),
        "{} things to mend:\n{}",
        run.findings.len(),
        run.findings.join("\n")
    );
    assert!(run.examples.held > 700, "{}", run.examples.held);
}
