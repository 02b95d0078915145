//! Checks what analysts write: lexicon files and cases.

use rapporteur_lexicon::Lexicon;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Lexicon files seen.
    pub lexicon_files: usize,
    /// Cases run.
    pub cases: usize,
    /// What is to be mended: file, line, what and how, as a line each.
    pub findings: Vec<String>,
}

/// Checks files, given as path from the root of their folder and text: `.md` holds cases, the rest lexicon rules.
pub fn check(files: &[(String, String)]) -> Checked {
    let (cases, lexicon): (Vec<_>, Vec<_>) = files
        .iter()
        .cloned()
        .partition(|(file, _)| file.ends_with(".md"));
    let mut checked = Checked {
        lexicon_files: lexicon.len(),
        ..Checked::default()
    };
    if !lexicon.is_empty() {
        let shipped = Lexicon::embedded().problems;
        let problems = Lexicon::with_user(&lexicon).problems;
        let new = problems.iter().filter(|problem| !shipped.contains(problem));
        checked.findings.extend(new.map(ToString::to_string));
    }
    if !cases.is_empty() {
        checked.findings.push(format!(
            "{} files of cases were not run: this version reads no cases yet",
            cases.len()
        ));
    }
    checked
}
