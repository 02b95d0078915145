//! Climbs that end, and trees without circles, whatever the mends before have made.

use crate::Rel;

use super::Tree;

impl Tree<'_> {
    /// The head, its head and so on to the root; never more than the sentence has words.
    pub(super) fn above(&self, word: usize) -> impl Iterator<Item = usize> + '_ {
        let higher = |&at: &usize| Some(self.head(at)).filter(|&head| head != at);
        std::iter::successors(higher(&word), higher).take(self.sentence.len())
    }

    /// Hangs a word of every circle from the root, or makes it the root where there is none.
    pub(super) fn break_circles(&mut self) {
        let start = self.sentence.start;
        let root = (self.sentence.clone()).find(|&word| self.head(word) == word);
        // For each word the walk that came by first; a walk that meets itself goes in a circle.
        let mut walks = vec![0u32; self.sentence.len()];
        for (walk, word) in (1u32..).zip(self.sentence.clone()) {
            let mut at = word;
            while self.sentence.contains(&at) && walks[at - start] == 0 {
                walks[at - start] = walk;
                let head = self.head(at);
                if head != at && self.sentence.contains(&head) && walks[head - start] == walk {
                    match root {
                        Some(root) => self.attach(at, root, Rel::Dep),
                        None => self.attach(at, at, Rel::Root),
                    }
                    break;
                }
                at = head;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::mend;
    use crate::{Rel, Syntax, Upos, Xpos};

    /// Whatever the network makes, mending ends, and no word hangs on itself by way of others.
    #[test]
    fn mending_leaves_no_circles() {
        const FORMS: &[&str] = &[
            "Orveth", "the", "former", "back", "fears", "that", ",", ".", "and", "said", "calls",
            "plan", "will", "to", "by", "doubts", "[", "]", "\"", "which", "Tolsk", "so", "it",
            "not", "reject", "talks", ":", "17", "of", "opposed",
        ];
        let mut seed = 7u64;
        let mut next = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % most
        };
        for _ in 0..20_000 {
            let count = 1 + next(14);
            let forms: Vec<&str> = (0..count).map(|_| FORMS[next(FORMS.len())]).collect();
            let mut syntax = Syntax::default();
            syntax.sentences.0.push(0..count);
            for word in 0..count {
                syntax.tags.upos.push(Upos::ALL[next(Upos::ALL.len())]);
                syntax.tags.xpos.push(Xpos::ALL[next(Xpos::ALL.len())]);
                // A tree: every word hangs on one before it.
                let head = if word == 0 { 0 } else { next(word) };
                let rel = if word == 0 {
                    Rel::Root
                } else {
                    Rel::ALL[next(Rel::ALL.len())]
                };
                syntax.trees.heads.push(head as u32);
                syntax.trees.rels.push(rel);
            }
            mend(&forms, &mut syntax);
            for word in 0..count {
                let mut at = word;
                let steps = (0..=count).find(|_| {
                    let head = syntax.trees.heads[at] as usize;
                    std::mem::replace(&mut at, head) == head
                });
                assert!(steps.is_some(), "{forms:?} {:?}", syntax.trees.heads);
            }
        }
    }
}
