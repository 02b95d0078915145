//! What Rapporteur knows: text files and gazetteers, compiled to tables, or problems with file, line and hint.

mod rules;

pub use rules::{LexiconProblem, Rule, Slot, parse};

/// Every file of the built-in lexicon: path from its root ("en/topics/security.txt") and text.
pub static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The rules of the built-in files whose path starts with `folder` ("en/speech"), with the problems of those files.
pub fn built_in(folder: &str) -> (Vec<Rule>, Vec<LexiconProblem>) {
    let mut rules = Vec::new();
    let mut problems = Vec::new();
    for (file, text) in FILES.iter().filter(|(file, _)| file.starts_with(folder)) {
        let (more, wrong) = parse(file, text);
        rules.extend(more);
        problems.extend(wrong);
    }
    (rules, problems)
}

/// Everything the reading knows beside its models.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// What is wrong with its files.
    pub problems: Vec<LexiconProblem>,
}

impl Lexicon {
    /// The lexicon that ships with the program.
    pub fn embedded() -> Self {
        Self::default()
    }
}
