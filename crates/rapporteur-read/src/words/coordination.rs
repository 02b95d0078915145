//! What stands side by side: "a pause, an exchange and a corridor", "a pause rather than a truce".

use rapporteur_syntax::Rel;

use super::Words;

impl Words<'_> {
    /// The word and those coordinated with it ("A, B and C"), in order.
    pub fn conjuncts(&self, word: usize) -> Vec<usize> {
        let mut all = vec![word];
        let mut at = 0;
        while at < all.len() {
            let others = self.children_by(all[at], &[Rel::Conj]);
            all.extend(others.filter(|&other| !self.is_put_aside(other)));
            at += 1;
        }
        all.sort_unstable();
        all
    }

    /// "a pause rather than a truce": what something else is told in place of.
    pub fn is_put_aside(&self, word: usize) -> bool {
        (self.children(word))
            .take_while(|&child| child < word)
            .filter(|&child| self.lower(child) == "rather" && self.lower(child + 1) == "than")
            // "Rather than wait, Merin will sign": what stands behind the comma is done.
            .any(|child| (child..word).all(|at| self.form(at) != ","))
    }

    /// The first of a coordination: for "B" of "A and B" it is "A".
    pub fn first_conjunct(&self, mut word: usize) -> usize {
        while self.rel(word) == Rel::Conj {
            match self.head(word) {
                Some(head) => word = head,
                None => break,
            }
        }
        word
    }
}
