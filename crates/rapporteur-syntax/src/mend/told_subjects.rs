//! Subjects of what is told that were given to the verb of telling: "Drivers who stay on the road should not be stopped, said
//! the minister", "An amendment to name a date was withdrawn, two delegates said". The verb of telling has its own speaker,
//! and what is told has nobody who does it.

use super::Tree;
use super::speakers::TELLING;
use crate::{Rel, Upos};

impl Tree<'_> {
    /// Gives the first of two subjects of a verb of telling to the clause that is told.
    pub(super) fn told_subject(&mut self) {
        for verb in self.sentence.clone() {
            if !TELLING.contains(&self.forms[verb].to_lowercase().as_str())
                || self.upos(verb) != Upos::Verb
            {
                continue;
            }
            let mut subjects = (self.children(verb)).filter(|&word| self.rel(word) == Rel::Nsubj);
            let first = subjects.next();
            let (Some(first), Some(speaker)) = (first, subjects.last()) else {
                continue;
            };
            if first > verb || !matches!(self.upos(first), Upos::Noun | Upos::Propn | Upos::Pron) {
                continue;
            }
            let told = (self.children(verb)).find(|&told| {
                self.rel(told) == Rel::Ccomp && first < told && told < speaker.max(verb)
            });
            // "Drivers who stay on the road should not be stopped": hung on "stay".
            let inner = || {
                (first + 1..verb).rev().find(|&told| {
                    let relative = self.head(told);
                    self.rel(told) == Rel::Ccomp
                        && self.upos(told) == Upos::Verb
                        && self.rel(relative) == Rel::AclRelcl
                        && self.head(relative) == first
                        && relative < told
                })
            };
            let told = told.or_else(inner);
            let Some(told) = told.filter(|&told| told < speaker || speaker > verb) else {
                continue;
            };
            // "HALIFAX - The council …": where it was told.
            let parted = (first..told).any(|at| {
                matches!(
                    self.forms[at],
                    "-" | "–" | "—" | ":" | "\"" | "“" | ")" | "("
                )
            });
            let lacks = !self.has(
                told,
                &[
                    Rel::Nsubj,
                    Rel::NsubjPass,
                    Rel::Csubj,
                    Rel::Expl,
                    Rel::Mark,
                    Rel::Cop,
                ],
            );
            if parted || !lacks {
                continue;
            }
            let rel = match self.has(told, &[Rel::AuxPass]) {
                true => Rel::NsubjPass,
                false => Rel::Nsubj,
            };
            if self.head(told) != verb {
                self.attach(told, verb, Rel::Ccomp);
            }
            self.attach(first, told, rel);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn the_clause_that_is_told_has_the_first_subject() {
        let quoted = "\"/PUNCT/``/2/punct Drivers/NOUN/NNS/10/nsubj who/PRON/WP/4/nsubj stay/VERB/VBP/2/acl:relcl \
             should/AUX/MD/7/aux be/AUX/VB/7/aux:pass freed/VERB/VBN/10/ccomp ,/PUNCT/,/7/punct \"/PUNCT/''/7/punct \
             said/VERB/VBD/0/root Lind/PROPN/NNP/10/nsubj ./PUNCT/./10/punct";
        let tree = mended(quoted);
        assert!(tree.contains("Drivers-7-nsubj:pass"), "{tree}");
        assert!(tree.contains("Lind-10-nsubj"), "{tree}");
    }
}
