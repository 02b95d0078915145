//! The second look: when the trees and the whole text are there, tags and relations that the network was not sure of
//! are chosen anew.
//!
//! The network sees a sentence once and decides about a word before it has a tree. Here a linear model weighs what is
//! known only afterwards: the relations around the word, and how the same word was read elsewhere in the text. It
//! learns from what models made of sentences that were kept from them (`train/second.rs`).

mod hints;

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use crate::choice::{Choice, Odds};
use crate::fnv::Fnv;
use crate::layers::{Rel, Syntax, Upos, Xpos};

pub(crate) use hints::Hint;

/// Weights of each part.
pub(crate) const SIZE: usize = 1 << 19;

/// How much the weights count when tags are chosen. The models that they are learnt from are weaker than the one that
/// they mend, so they promise too much; chosen on the development parts.
const TRUST_IN_TAGS: f32 = 0.5;
/// The same for relations.
const TRUST_IN_RELATIONS: f32 = 0.35;

/// What the network left open, one entry a word where nothing else is said.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    pub upos: Vec<Choice>,
    pub xpos: Vec<Choice>,
    pub rels: Vec<Choice>,
    /// Scores of the labels of names, `NAMES` a word.
    pub names: Vec<f32>,
}

/// Weights of pairs of hint and label, at hashed places.
#[derive(Debug, Clone, Default)]
pub struct Linear {
    /// [`SIZE`] bytes.
    pub(crate) values: Vec<i8>,
    /// What 1 stands for.
    pub(crate) scale: f32,
}

/// The weights of the second look.
#[derive(Debug, Clone, Default)]
pub struct Second {
    pub(crate) xpos: Linear,
    pub(crate) upos: Linear,
    pub(crate) rels: Linear,
}

/// Where the weight of a hint for a label lies.
pub(crate) fn place(hint: u64, label: usize) -> usize {
    let mut x = hint ^ (label as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x = (x ^ x >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (x ^ x >> 32) as usize % SIZE
}

impl Linear {
    fn score(&self, hints: &[Hint], label: usize) -> f32 {
        let weight = |hint: &Hint| {
            let value = self.values.get(place(hint.what, label));
            hint.share * f32::from(value.copied().unwrap_or(0))
        };
        self.scale * hints.iter().map(weight).sum::<f32>()
    }

    /// The best label, the weights counting that much beside the network's scores.
    pub fn choose(&self, choice: Choice, hints: &[Hint], trust: f32) -> usize {
        let mut top = (choice.best(), f32::NEG_INFINITY);
        for (label, score) in choice.options() {
            let score = score + trust * self.score(hints, label);
            if score > top.1 {
                top = (label, score);
            }
        }
        top.0
    }
}

/// How a form was read in the text, capitals aside.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    /// Times.
    count: f32,
    /// Shares of universal tags, added up.
    upos: [f32; Upos::ALL.len()],
    /// Times inside sentences, in small letters and with a capital.
    small: u32,
    capital: u32,
}

/// A text that is looked at.
pub(crate) struct Look<'a> {
    forms: &'a [&'a str],
    choices: &'a Choices,
    /// Sentences, tags and trees as they stand.
    pub syntax: &'a mut Syntax,
    odds: Odds,
    /// Hash of each lower-cased form.
    lower: Vec<u64>,
    /// Relations of the words that hang from each word, before and after it; one bit each.
    left: Vec<u64>,
    right: Vec<u64>,
    /// The sentence of each word.
    sentence: Vec<u32>,
    seen: HashMap<u64, Seen, BuildHasherDefault<Fnv>>,
}

impl<'a> Look<'a> {
    /// Looks over a text whose trees and tags are those of the network.
    pub fn new(forms: &'a [&'a str], choices: &'a Choices, syntax: &'a mut Syntax) -> Self {
        let n = forms.len();
        let mut out = Self {
            forms,
            choices,
            syntax,
            odds: Odds::default(),
            lower: forms.iter().map(|form| hints::lower(form)).collect(),
            left: Vec::new(),
            right: Vec::new(),
            sentence: vec![0; n],
            seen: HashMap::default(),
        };
        for (number, range) in out.syntax.sentences.0.iter().enumerate() {
            out.sentence[range.clone()].fill(number as u32);
        }
        out.note_children();
        for word in 0..n {
            out.note(word);
        }
        out
    }

    fn note(&mut self, word: usize) {
        let case = hints::case(self.forms[word]);
        if !case.is_word() {
            return;
        }
        let first = self.sentence(word).start == word;
        let seen = self.seen.entry(self.lower[word]).or_default();
        seen.count += 1.0;
        if !first && case.is_small() {
            seen.small += 1;
        } else if !first {
            seen.capital += 1;
        }
        for (label, share) in self.odds.shares(self.choices.upos[word]) {
            seen.upos[label] += share;
        }
    }

    fn note_children(&mut self) {
        let trees = &self.syntax.trees;
        self.left = vec![0; self.forms.len()];
        self.right = vec![0; self.forms.len()];
        for (word, (&head, &rel)) in trees.heads.iter().zip(&trees.rels).enumerate() {
            let (head, bit) = (head as usize, 1u64 << rel as u64);
            if head > word {
                self.left[head] |= bit;
            } else if head < word {
                self.right[head] |= bit;
            }
        }
    }

    /// The sentence that a word stands in.
    fn sentence(&self, word: usize) -> Range<usize> {
        self.syntax.sentences.0[self.sentence[word] as usize].clone()
    }

    /// Chooses tags and relations anew.
    pub fn revise(&mut self, second: &Second) {
        self.revise_xpos(&second.xpos);
        self.revise_upos(&second.upos);
        self.revise_rels(&second.rels);
    }

    /// Chooses the treebank's tags anew.
    pub fn revise_xpos(&mut self, linear: &Linear) {
        let mut hints = Vec::new();
        for (word, &choice) in self.choices.xpos.iter().enumerate() {
            if choice.second().is_some() {
                self.xpos_hints(word, &mut hints);
                let label = linear.choose(choice, &hints, TRUST_IN_TAGS);
                self.syntax.tags.xpos[word] = Xpos::ALL[label];
            }
        }
    }

    /// Chooses universal tags anew, given the treebank's.
    pub fn revise_upos(&mut self, linear: &Linear) {
        let mut hints = Vec::new();
        for (word, &choice) in self.choices.upos.iter().enumerate() {
            if choice.second().is_some() {
                self.upos_hints(word, &mut hints);
                let label = linear.choose(choice, &hints, TRUST_IN_TAGS);
                self.syntax.tags.upos[word] = Upos::ALL[label];
            }
        }
    }

    /// Chooses relations anew, given the tags.
    pub fn revise_rels(&mut self, linear: &Linear) {
        let mut hints = Vec::new();
        let mut found = self.syntax.trees.rels.clone();
        for (word, &choice) in self.choices.rels.iter().enumerate() {
            if choice.second().is_some() {
                self.rel_hints(word, &mut hints);
                found[word] = Rel::ALL[linear.choose(choice, &hints, TRUST_IN_RELATIONS)];
            }
        }
        self.syntax.trees.rels = found;
        self.note_children();
    }
}
