//! Punctuation, whose heads follow from the words it stands with, and references in brackets.

use std::ops::Range;

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Marks that open, and what closes each.
const PAIRS: [(&str, &str); 5] = [
    ("(", ")"),
    ("[", "]"),
    ("“", "”"),
    ("\"", "\""),
    ("``", "''"),
];

/// Words that a pair may hold, so that brackets in brackets in brackets cost little.
const HELD: usize = 200;

impl Tree<'_> {
    /// "Talks, he said, \"are over\".": both marks around words that hang together hang from the head of those.
    pub(super) fn paired_marks(&mut self) {
        let mut open: Vec<(usize, &str)> = Vec::new();
        for word in self.sentence.clone() {
            let form = self.forms[word];
            match open.last() {
                Some(&(first, close)) if form == close => {
                    open.pop();
                    let marks = self.rel(first) == Rel::Punct && self.rel(word) == Rel::Punct;
                    if marks
                        && word - first <= HELD
                        && let Some(top) = self.only_top(first + 1..word)
                    {
                        self.attach(first, top, Rel::Punct);
                        self.attach(word, top, Rel::Punct);
                    }
                }
                _ => {
                    let pair = PAIRS.iter().find(|(first, _)| *first == form);
                    open.extend(pair.map(|&(_, close)| (word, close)));
                }
            }
        }
    }

    /// "Orveth will sign it; Brod will not.": a last "not" belongs to the auxiliary before it, not to a verb far back.
    pub(super) fn last_not(&mut self) {
        for not in self.sentence.start + 2..self.sentence.end {
            let auxiliary = not - 1;
            let parted = |head: usize| {
                (head + 1..auxiliary)
                    .any(|at| matches!(self.forms[at], ";" | "," | ":" | "–" | "—"))
            };
            if matches!(self.forms[not], "not" | "n't" | "n’t")
                && self.head(not) < auxiliary
                && self.head(auxiliary) != not
                && matches!(
                    self.forms[auxiliary],
                    "do" | "does" | "did" | "will" | "would" | "can" | "could"
                )
                && not + 1 < self.sentence.end
                && matches!(self.forms[not + 1], "." | ";" | "," | ":" | "”" | "\"")
                && parted(self.head(not))
            {
                self.attach(not, auxiliary, Rel::Advmod);
            }
        }
    }

    /// The one word, punctuation aside, that hangs from outside a stretch or is the root.
    fn only_top(&self, words: Range<usize>) -> Option<usize> {
        let mut tops = words.clone().filter(|&word| {
            let head = self.head(word);
            self.rel(word) != Rel::Punct && (head == word || !words.contains(&head))
        });
        tops.next().filter(|_| tops.next().is_none())
    }

    /// "The talks failed.": what ends a sentence hangs from its root.
    pub(super) fn final_stop(&mut self) {
        let last = self.sentence.end - 1;
        let mut words = self.sentence.clone();
        if let Some(root) = words.find(|&word| self.head(word) == word)
            && root != last
            && self.rel(last) == Rel::Punct
            && matches!(self.forms[last], "." | "?" | "!")
        {
            self.attach(last, root, Rel::Punct);
        }
    }

    /// "Today, they met": the comma after an adverb in front hangs from it.
    pub(super) fn comma_of_adverb(&mut self) {
        for comma in self.sentence.clone().skip(1) {
            if self.forms[comma] != "," || self.rel(comma) != Rel::Punct {
                continue;
            }
            let adverb = (self.above(comma - 1))
                .take_while(|&above| above < comma)
                .last()
                .unwrap_or(comma - 1);
            if self.rel(adverb) == Rel::Advmod && self.head(adverb) > comma {
                self.attach(comma, adverb, Rel::Punct);
            }
        }
    }

    /// "as others found [17], [18]": the numbers of references stand beside the first.
    pub(super) fn references(&mut self) {
        let mut first = None;
        for open in self.sentence.start..self.sentence.end.saturating_sub(2) {
            if self.forms[open] != "["
                || self.xpos(open + 1) != Xpos::Cd
                || self.forms[open + 2] != "]"
            {
                continue;
            }
            let number = open + 1;
            let follows = |&(_, last): &(usize, usize)| {
                number == last + 4 && self.upos(last + 2) == Upos::Punct
            };
            let beside = first.filter(follows).map_or(number, |(first, _)| first);
            if beside != number {
                self.attach(number, beside, Rel::Conj);
            }
            first = Some((beside, number));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn marks_around_words_hang_from_their_head() {
        let tree = "It/PRON/PRP/2/nsubj failed/VERB/VBD/0/root (/PUNCT/-LRB-/2/punct the/DET/DT/5/det truce/NOUN/NN/2/parataxis )/PUNCT/-RRB-/2/punct ./PUNCT/./5/punct";
        assert_eq!(
            mended(tree),
            "It-2-nsubj failed-0-root (-5-punct the-5-det truce-2-parataxis )-5-punct .-2-punct"
        );
    }

    #[test]
    fn a_comma_belongs_to_the_adverb_in_front() {
        let tree = "Today/ADV/RB/4/advmod ,/PUNCT/,/4/punct they/PRON/PRP/4/nsubj met/VERB/VBD/0/root ./PUNCT/./4/punct";
        assert_eq!(
            mended(tree),
            "Today-4-advmod ,-1-punct they-4-nsubj met-0-root .-4-punct"
        );
    }

    #[test]
    fn references_stand_beside_each_other() {
        let tree = "It/PRON/PRP/2/nsubj failed/VERB/VBD/0/root [/PUNCT/-LRB-/4/punct 17/NUM/CD/2/dep ]/PUNCT/-RRB-/4/punct ,/PUNCT/,/8/punct [/PUNCT/-LRB-/8/punct 18/NUM/CD/2/dep ]/PUNCT/-RRB-/8/punct";
        assert_eq!(
            mended(tree),
            "It-2-nsubj failed-0-root [-4-punct 17-2-dep ]-4-punct ,-8-punct [-8-punct 18-4-conj ]-8-punct"
        );
    }
}
