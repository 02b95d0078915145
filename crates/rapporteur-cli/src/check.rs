//! `rapporteur check`.

use std::{io::Write, path::Path};

use anyhow::Result;
use rapporteur::Checked;

use crate::{Exit, args::Check, folder};

pub fn check(options: &Check) -> Result<Exit> {
    let mut files = texts(&options.folder, &[".txt", ".actors", ".md"])?;
    if let Some(lexicon) = &options.lexicon {
        files.extend(texts(lexicon, &[".txt", ".actors"])?);
    }
    let checked = rapporteur::check(&files);
    let mut out = anstream::stdout();
    for finding in &checked.findings {
        writeln!(out, "{finding}")?;
    }
    if options.misses {
        let examples = checked.examples.known_misses.iter();
        for miss in examples.chain(&checked.cases.known_misses) {
            writeln!(out, "known miss  {miss}")?;
        }
    }
    write!(out, "{}", summary(&checked))?;
    if checked.lexicon_files + checked.case_files == 0 {
        writeln!(
            anstream::stderr(),
            "rapporteur: {} holds neither lexicon files (.txt) nor cases (.md)",
            options.folder.display()
        )?;
        return Ok(Exit::Unread);
    }
    Ok(match checked.findings.is_empty() {
        true => Exit::Done,
        false => Exit::Unread,
    })
}

/// The files of a folder. Those of cases are named as they can be opened from here; those of a lexicon from the root of
/// its folder, since the name of the inner folder says what a file holds.
fn texts(root: &Path, endings: &[&str]) -> Result<Vec<(String, String)>> {
    let files = folder::texts(root, endings)?;
    let inner = root.parent().and_then(Path::file_name).unwrap_or_default();
    let named = |(file, text): (String, String)| {
        let path = match (root.is_file(), file.ends_with(".md")) {
            (true, true) => root.to_owned(),
            (false, true) => root.join(file),
            (true, false) => Path::new(inner).join(file),
            (false, false) => return (file, text),
        };
        (path.display().to_string(), text)
    };
    Ok(files.into_iter().map(named).collect())
}

fn summary(checked: &Checked) -> String {
    let mut lines = Vec::new();
    let cases = &checked.cases;
    if checked.lexicon_files > 0 {
        let examples = &checked.examples;
        lines.push(format!(
            "{} lexicon files: {} examples hold, {} known misses, {} to mend",
            checked.lexicon_files,
            examples.held,
            examples.known_misses.len(),
            examples.failed
        ));
    }
    if checked.case_files > 0 {
        lines.push(format!(
            "{} cases hold, {} known misses, {} to mend",
            cases.held,
            cases.known_misses.len(),
            cases.failed
        ));
        for (layer, (held, rows)) in &cases.rows {
            lines.push(format!("  {layer:<12} {held} of {rows} rows"));
        }
    }
    lines.push(match checked.findings.len() {
        0 => "nothing to mend".to_owned(),
        1 => "1 thing to mend".to_owned(),
        n => format!("{n} things to mend"),
    });
    lines.join("\n") + "\n"
}
