//! Hedges: words that weaken what is told ("reportedly", "in principle").

use crate::rules::Rule;
use crate::{WordMap, WordSet};

/// Every hedge.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hedges {
    words: WordSet,
    /// Those of several words, by the first of them.
    phrases: WordMap<Vec<Vec<String>>>,
    /// Lemmas of verbs that weaken the clause below them, by how: see [`Hedges::is`].
    verbs: [WordSet; 3],
}

/// How a verb weakens what stands below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedging {
    /// By how it looks: "seems to accept".
    Seeming,
    /// In the passive, by being told by nobody: "is said to accept".
    Hearsay,
    /// By being what somebody else thinks: "officials believe that".
    Thinking,
}

impl Hedges {
    /// Compiles the rules of `hedges.txt`: the slots `words` and `phrases`, and those of verbs.
    pub fn compile(rules: &[Rule]) -> Self {
        let items = |slot: &'static str| {
            rules
                .iter()
                .flat_map(move |rule| rule.items(slot))
                .map(str::to_lowercase)
        };
        let mut hedges = Self {
            verbs: ["seeming", "hearsay", "thinking"].map(|slot| items(slot).collect()),
            ..Self::default()
        };
        for item in items("words").chain(items("phrases")) {
            let words: Vec<String> = item.split(' ').map(str::to_owned).collect();
            match words.first() {
                Some(first) if words.len() > 1 => {
                    let known = hedges.phrases.entry(first.clone()).or_default();
                    known.push(words);
                    // "at least for now" before "at least"
                    known.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
                }
                _ => {
                    hedges.words.insert(item);
                }
            }
        }
        hedges
    }

    /// Whether a word, in lower case, is one.
    pub fn is_hedge(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Whether a verb, by its lemma, weakens what stands below it in that way.
    pub fn is(&self, how: Hedging, lemma: &str) -> bool {
        self.verbs[how as usize].contains(lemma)
    }

    /// Those of several words that begin with a word, the longest first.
    pub fn phrases(&self, first: &str) -> impl Iterator<Item = &[String]> {
        let known = self.phrases.get(first);
        known.into_iter().flatten().map(Vec::as_slice)
    }
}
