//! `rapporteur check`.

use std::io::Write;

use anyhow::Result;

use crate::{Exit, args::Check, folder};

pub fn check(options: &Check) -> Result<Exit> {
    let files = folder::texts(&options.folder, &[".txt", ".actors", ".md"])?;
    let checked = rapporteur::check(&files);
    let mut out = anstream::stdout();
    for finding in &checked.findings {
        writeln!(out, "{finding}")?;
    }
    writeln!(
        out,
        "{} lexicon files, {} cases: {}",
        checked.lexicon_files,
        checked.cases,
        match checked.findings.len() {
            0 => "nothing to mend".to_owned(),
            1 => "1 thing to mend".to_owned(),
            n => format!("{n} things to mend"),
        }
    )?;
    if checked.lexicon_files + checked.cases == 0 {
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
