//! Classes of meaning: which words of the language mean refusing, wanting, fearing, which judge well and which ill, which
//! name people, places and texts. No rule concludes from them; the learned models generalise over them, so that what is
//! learnt of "spurn" holds for "rebuff" (the idea of class-based features, Brown et al. 1992, with classes that people name).

use crate::WordMap;
use crate::rules::Rule;

/// Kinds of words, as the files name them.
const SLOTS: [(&str, MeaningWord); 5] = [
    ("verbs", MeaningWord::Verb),
    ("nouns", MeaningWord::Noun),
    ("adjectives", MeaningWord::Adjective),
    ("adverbs", MeaningWord::Adverb),
    ("interjections", MeaningWord::Interjection),
];

/// What kind of word has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeaningWord {
    /// A verb, with its particle.
    Verb,
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
    /// A word that is a sentence.
    Interjection,
}

/// Every class with its words.
#[derive(Debug, Clone, Default)]
pub struct Meanings {
    /// Names of the classes, in the order of the files.
    names: Vec<String>,
    /// For each kind of word, the classes of its lemmas by their place.
    words: [WordMap<Vec<u8>>; 5],
}

impl Meanings {
    /// Compiles rules: the name of a class, then slots with its lemmas. A class may stand in several rules; there are 255 at
    /// most, and what is over is left out.
    pub fn compile(rules: &[Rule]) -> Self {
        let mut meanings = Self::default();
        for rule in rules {
            let known = meanings.names.iter().position(|name| *name == rule.name);
            let place = known.unwrap_or(meanings.names.len());
            let Ok(class) = u8::try_from(place) else {
                break;
            };
            if known.is_none() {
                meanings.names.push(rule.name.clone());
            }
            for (slot, kind) in SLOTS {
                for word in rule.items(slot) {
                    let classes = meanings.words[kind as usize].entry(word.to_owned());
                    let classes = classes.or_default();
                    if !classes.contains(&class) {
                        classes.push(class);
                    }
                }
            }
        }
        meanings
    }

    /// The classes of a lemma, by their place among [`Meanings::names`].
    pub fn of(&self, kind: MeaningWord, lemma: &str) -> &[u8] {
        self.words[kind as usize]
            .get(lemma)
            .map_or(&[], Vec::as_slice)
    }

    /// The names of all classes.
    pub fn names(&self) -> &[String] {
        &self.names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_its_classes() {
        let text = "refuse\n  verbs  spurn, turn down\nmove\n  verbs  turn, spurn\n  nouns  turn\nrefuse\n  nouns  no\n";
        let (rules, problems) = crate::parse("en/meanings/a.txt", text);
        assert_eq!(problems, []);
        let meanings = Meanings::compile(&rules);
        assert_eq!(meanings.names(), ["refuse", "move"]);
        assert_eq!(meanings.of(MeaningWord::Verb, "spurn"), [0, 1]);
        assert_eq!(meanings.of(MeaningWord::Verb, "turn down"), [0]);
        assert_eq!(meanings.of(MeaningWord::Noun, "turn"), [1]);
        assert_eq!(meanings.of(MeaningWord::Noun, "no"), [0]);
        assert_eq!(meanings.of(MeaningWord::Noun, "spurn"), [0u8; 0]);
    }
}
