//! Checks what analysts write: lexicon files and cases.

use rapporteur_lexicon::{FILES, Lexicon};

use crate::examples::is_shipped;
use crate::{CasesRun, ExamplesRun, Reader, run_cases, run_examples};

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// Lexicon files seen.
    pub lexicon_files: usize,
    /// What came of the examples that their rules carry.
    pub examples: ExamplesRun,
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
    let (cases, lexicon): (Vec<_>, Vec<_>) = (files.iter())
        .filter(|(file, _)| !is_readme(file))
        .cloned()
        .partition(|(file, _)| file.ends_with(".md"));
    let mut checked = Checked {
        lexicon_files: lexicon.len(),
        case_files: cases.len(),
        ..Checked::default()
    };
    // What the program was built with is not laid over itself.
    let stale = |file: &String| FILES.iter().any(|(path, _)| path == file);
    let (shipped, mut own): (Vec<_>, Vec<_>) =
        (lexicon.iter().cloned()).partition(|(file, text)| is_shipped(file, text));
    own.retain(|(file, _)| {
        if stale(file) {
            checked.findings.push(format!(
                "{file}:1: this is not what the program was built with (build it anew, then check)"
            ));
        }
        !stale(file)
    });
    let reader = Reader::with_lexicon(&own);
    if !lexicon.is_empty() {
        let known = Lexicon::embedded().problems;
        let new = (reader.lexicon_problems().iter()).filter(|problem| {
            shipped.iter().any(|(file, _)| *file == problem.file) || !known.contains(problem)
        });
        checked.findings.extend(new.map(ToString::to_string));
        let files: Vec<_> = own.into_iter().chain(shipped).collect();
        checked.examples = run_examples(&files);
        checked
            .findings
            .extend(checked.examples.findings.iter().cloned());
    }
    if !cases.is_empty() {
        checked.cases = run_cases(&cases, &reader);
        checked
            .findings
            .extend(checked.cases.findings.iter().cloned());
    }
    checked
}

fn is_readme(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.eq_ignore_ascii_case("readme.md")
}
