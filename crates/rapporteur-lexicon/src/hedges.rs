//! Hedges: words that weaken what is told ("reportedly", "in principle").

use std::collections::HashSet;

use crate::rules::Rule;

/// Every hedge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hedges {
    words: HashSet<String>,
    phrases: Vec<String>,
}

impl Hedges {
    /// Compiles the rules of `hedges.txt`: the slots `words` and `phrases`.
    pub fn compile(rules: &[Rule]) -> Self {
        let items = |slot: &'static str| {
            rules
                .iter()
                .flat_map(move |rule| rule.items(slot))
                .map(str::to_lowercase)
        };
        let (words, several): (Vec<String>, Vec<String>) =
            items("words").partition(|word| !word.contains(' '));
        Self {
            words: words.into_iter().collect(),
            phrases: several.into_iter().chain(items("phrases")).collect(),
        }
    }

    /// Whether a word, in any case, is one.
    pub fn is_hedge(&self, word: &str) -> bool {
        self.words.contains(word) || self.words.contains(&word.to_lowercase())
    }

    /// Those of several words.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().map(String::as_str)
    }
}
