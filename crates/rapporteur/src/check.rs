//! Checks what analysts write: lexicon files and cases.

use rapporteur_lexicon::Lexicon;

use crate::{CasesRun, Reader, run_cases};

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Lexicon files seen.
    pub lexicon_files: usize,
    /// Files of cases seen.
    pub case_files: usize,
    /// What came of the cases.
    pub cases: CasesRun,
    /// What is to be mended: file, line, what and how, each once.
    pub findings: Vec<String>,
}

/// Checks files, given as path and text: `.md` holds cases (a `README.md` is passed over), the rest lexicon rules.
/// The cases are read with those rules.
pub fn check(files: &[(String, String)]) -> Checked {
    let (cases, lexicon): (Vec<_>, Vec<_>) = (files.iter().cloned())
        .filter(|(file, _)| !is_readme(file))
        .partition(|(file, _)| file.ends_with(".md"));
    let mut checked = Checked {
        lexicon_files: lexicon.len(),
        case_files: cases.len(),
        ..Checked::default()
    };
    if !lexicon.is_empty() {
        let shipped = Lexicon::embedded().problems;
        let problems = Lexicon::with_user(&lexicon).problems;
        let new = problems.iter().filter(|problem| !shipped.contains(problem));
        checked.findings.extend(new.map(ToString::to_string));
    }
    if !cases.is_empty() {
        checked.cases = run_cases(&cases, &Reader::with_lexicon(&lexicon));
        checked.findings.append(&mut checked.cases.findings.clone());
    }
    checked
}

fn is_readme(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.eq_ignore_ascii_case("readme.md")
}
