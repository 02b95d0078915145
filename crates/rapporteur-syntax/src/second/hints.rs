//! What the second look weighs of a word.

use std::ops::Range;

use crate::choice::Choice;
use crate::layers::{Rel, Upos};

use super::Look;

/// Something that speaks for or against a label.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hint {
    /// Hash of what it is.
    pub what: u64,
    /// How much of it there is.
    pub share: f32,
}

/// Stands for a word, tag or relation that is not there.
const NOTHING: u64 = 99;

/// Words on each side that are searched.
const NEAR: usize = 200;

/// How a form is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Sign,
    Number,
    Small,
    SmallMixed,
    Initial,
    Title,
    Capitals,
    Mixed,
}

impl Case {
    pub fn is_word(self) -> bool {
        !matches!(self, Self::Sign | Self::Number)
    }

    pub fn is_small(self) -> bool {
        self == Self::Small
    }
}

pub(super) fn case(form: &str) -> Case {
    let mut chars = form.chars();
    let Some(first) = chars.next() else {
        return Case::Sign;
    };
    let (mut upper, mut small) = (false, false);
    for c in chars {
        upper |= c.is_uppercase();
        small |= c.is_lowercase();
    }
    match (first.is_uppercase(), upper, small) {
        _ if first.is_numeric() => Case::Number,
        (true, false, false) => Case::Initial,
        (true, false, true) => Case::Title,
        (true, true, false) => Case::Capitals,
        (true, true, true) => Case::Mixed,
        (false, true, _) => Case::SmallMixed,
        _ if first.is_lowercase() => Case::Small,
        _ => Case::Sign,
    }
}

/// A hash of a form without regard to capitals; digits are alike.
pub(super) fn lower(form: &str) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325u64;
    for c in form.chars().take(40).flat_map(char::to_lowercase) {
        let c = if c.is_numeric() { '0' } else { c };
        state = (state ^ u64::from(c as u32)).wrapping_mul(0x0100_0000_01b3);
    }
    state ^ state >> 29
}

/// Collects hints; each call is another kind of hint, whatever it collects.
struct Bag<'b> {
    hints: &'b mut Vec<Hint>,
    kind: u64,
}

impl Bag<'_> {
    fn put(&mut self, parts: &[u64], share: f32) {
        let mut what = self.kind.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        for part in parts {
            what = (what ^ part).wrapping_mul(0x0100_0000_01b3);
            what ^= what >> 31;
        }
        self.hints.push(Hint { what, share });
    }

    fn add(&mut self, parts: &[u64]) {
        self.kind += 1;
        self.put(parts, 1.0);
    }

    /// One hint for each bit.
    fn add_bits(&mut self, mut bits: u64, parts: [u64; 2]) {
        self.kind += 1;
        while bits != 0 {
            let bit = u64::from(bits.trailing_zeros());
            bits &= bits - 1;
            self.put(&[bit, parts[0], parts[1]], 1.0);
        }
    }
}

/// The first two labels of a choice as one number.
fn pair(choice: Choice) -> u64 {
    let second = choice.second().map_or(NOTHING, |(label, _)| label as u64);
    100 * choice.best() as u64 + second
}

impl Look<'_> {
    pub fn xpos_hints(&self, word: usize, hints: &mut Vec<Hint>) {
        self.start(word, self.choices.xpos[word], hints);
    }

    pub fn upos_hints(&self, word: usize, hints: &mut Vec<Hint>) {
        let choice = self.choices.upos[word];
        let mut bag = self.start(word, choice, hints);
        bag.add(&[self.syntax.tags.xpos[word] as u64, pair(choice)]);
    }

    pub fn rel_hints(&self, word: usize, hints: &mut Vec<Hint>) {
        let (tags, trees) = (&self.syntax.tags, &self.syntax.trees);
        let choice = self.choices.rels[word];
        let pair = pair(choice);
        let mut bag = self.start(word, choice, hints);
        let head = trees.heads[word] as usize;
        let (own, above) = (tags.xpos[word] as u64, tags.xpos[head] as u64);
        let before = u64::from(head > word);
        bag.add(&[pair, own]);
        bag.add(&[pair, above]);
        bag.add(&[own, above]);
        bag.add(&[own, above, before, u64::from(head.abs_diff(word) == 1)]);
        bag.add(&[own, tags.upos[head] as u64, tags.upos[word] as u64]);
        bag.add_bits(self.left[head], [pair, before]);
        bag.add_bits(self.right[head], [pair, before]);
        // The words next to it that hang from the same word.
        let sentence = self.around(word);
        let beside = |&other: &usize| other != head && trees.heads[other] as usize == head;
        let rel = |other: Option<usize>| other.map_or(NOTHING, |other| trees.rels[other] as u64);
        let last = rel((sentence.start..word).rev().find(beside));
        let next = rel((word + 1..sentence.end).find(beside));
        bag.add(&[last, next]);
        bag.add(&[last, before]);
        bag.add(&[next, before]);
        // Its preposition, conjunction, article and the like.
        let kind = bag.kind;
        let small = |&other: &usize| other != word && trees.heads[other] as usize == word;
        for other in sentence.filter(small) {
            let rel = trees.rels[other];
            if matches!(
                rel.base(),
                "case" | "mark" | "det" | "cop" | "aux" | "nsubj" | "punct"
            ) {
                bag.kind = kind;
                let (rel, form) = (rel as u64, self.lower[other]);
                bag.add(&[rel, form]);
                bag.add(&[rel, form, self.lower[head]]);
                bag.add(&[rel, form, above]);
                bag.add(&[rel, form, pair]);
            }
        }
    }

    /// The part of the sentence that is searched for a word's neighbours in the tree: long sentences take no longer.
    fn around(&self, word: usize) -> Range<usize> {
        let sentence = self.sentence(word);
        let first = word.saturating_sub(NEAR).max(sentence.start);
        first..(word + NEAR).min(sentence.end)
    }

    /// What is weighed of every word. Almost all of it goes together with the labels in doubt: the network has seen
    /// the words themselves, and what it knows of them is not learnt again.
    fn start<'b>(&self, word: usize, choice: Choice, hints: &'b mut Vec<Hint>) -> Bag<'b> {
        hints.clear();
        let mut bag = Bag { hints, kind: 0 };
        let (tags, trees) = (&self.syntax.tags, &self.syntax.trees);
        let (form, pair) = (self.lower[word], pair(choice));
        let head = trees.heads[word] as usize;
        let rel = trees.rels[word] as u64;
        let root = head == word;
        let of_head = |value: u64| if root { NOTHING } else { value };
        let above = of_head(tags.xpos[head] as u64);
        let higher = of_head(trees.rels[head] as u64);
        let before = u64::from(head > word);
        let case = case(self.forms[word]) as u64;
        let first = u64::from(self.sentence(word).start == word);
        bag.add(&[pair]);
        let gap = choice.second().map_or(0.0, |(_, score)| score / 4.0);
        bag.kind += 1;
        bag.put(&[pair], gap);
        bag.kind += 1;
        bag.put(&[], gap);
        bag.add(&[rel, pair]);
        bag.add(&[rel, above, pair]);
        bag.add(&[rel, higher, before, pair]);
        bag.add(&[case, first, pair]);
        let (left, right) = (self.left[word], self.right[word]);
        bag.add_bits(left, [pair, 0]);
        bag.add_bits(right, [pair, 0]);
        bag.add(&[u64::from(left == 0), u64::from(right == 0), rel, pair]);
        bag.add_bits(if root { 0 } else { self.left[head] }, [rel, pair]);
        bag.add_bits(if root { 0 } else { self.right[head] }, [rel, pair]);
        bag.add(&[form, rel]);
        bag.add(&[form]);
        bag.add(&[form, higher]);
        bag.add(&[form, pair]);
        self.elsewhere(word, [case, first, pair], &mut bag);
        bag
    }

    /// How the same word is written and read elsewhere in the text.
    fn elsewhere(&self, word: usize, [case, first, pair]: [u64; 3], bag: &mut Bag) {
        bag.kind += 4;
        let kind = bag.kind;
        let Some(seen) = self.seen.get(&self.lower[word]) else {
            return;
        };
        let (small, capital) = (seen.small.min(2), seen.capital.min(2));
        bag.kind = kind - 4;
        bag.add(&[case, u64::from(small), u64::from(capital), first, pair]);
        let others = seen.count - 1.0;
        let often = match others {
            n if n < 0.5 => 0,
            n if n < 1.5 => 1,
            n if n < 4.5 => 2,
            _ => 3,
        };
        bag.add(&[often]);
        if often > 0 {
            let mut shares = seen.upos;
            for (label, share) in self.odds.shares(self.choices.upos[word]) {
                shares[label] -= share;
            }
            let best = self.choices.upos[word].best() as u64;
            for (label, share) in (0..Upos::ALL.len() as u64).zip(shares) {
                let share = share / others;
                if share > 0.05 {
                    bag.kind = kind - 1;
                    bag.put(&[label, often], share);
                    bag.kind = kind;
                    bag.put(&[label, best], share);
                }
            }
        }
        bag.kind = kind;
    }
}

const _: () = assert!(Rel::ALL.len() <= 64, "relations are bits of one number");
