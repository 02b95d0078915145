//! Conditions behind "provided": "could live with a fund provided wages were paid from it".
//!
//! The word looks like a participle that describes the noun before it or has the noun behind it for its object. A finite
//! verb behind it that has no subject elsewhere tells that it opens a clause.

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Each "provided" of a sentence, with and without "that".
    pub(super) fn provided(&mut self) {
        for word in self.sentence.clone().skip(2) {
            let opens = matches!(self.forms[word], "provided" | "providing")
                && self.rel(word) != Rel::Root
                && !self.has(word, &[Rel::Cc, Rel::Aux, Rel::AuxPass]);
            if !opens || word + 2 >= self.sentence.end {
                continue;
            }
            if self.forms[word + 1] == "that" {
                if self.upos(word) == Upos::Verb && !self.has(word, SUBJECTS) {
                    self.attach(word, self.head(word), Rel::Advcl);
                    self.syntax.tags.xpos[word] = Xpos::Vbn;
                }
            } else if let Some(verb) = self.provided_verb(word) {
                self.opens_condition(word, verb);
            }
        }
    }

    /// The predicate of the clause right behind "provided": the first with a tense that has no subject before that word, nor
    /// one further on than the phrase right behind it ("the areas | they hold").
    fn provided_verb(&self, word: usize) -> Option<usize> {
        let opens = matches!(
            self.upos(word + 1),
            Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num
        );
        let own = (self.children(word))
            .any(|subject| subject < word && SUBJECTS.contains(&self.rel(subject)));
        if !opens || own {
            return None;
        }
        for at in word + 2..self.sentence.end {
            if matches!(self.forms[at], "," | ";" | ":" | "." | "\"" | "”") {
                return None;
            }
            if !self.is_finite_form(at) {
                continue;
            }
            let verb = match self.upos(at) {
                Upos::Aux => self.head(at),
                _ => at,
            };
            let subject = (self.children(verb)).find(|&child| SUBJECTS.contains(&self.rel(child)));
            let near = subject.is_none_or(|subject| {
                subject > word && (word + 1..subject).all(|at| self.head(at) == subject)
            });
            if verb > word && near {
                return Some(verb);
            }
        }
        None
    }

    /// Makes "provided" the mark of that verb, whose clause hangs from what is promised.
    fn opens_condition(&mut self, word: usize, verb: usize) {
        let mut main = self.head(word);
        for _ in 0..self.sentence.len() {
            let inside = main >= word
                || matches!(
                    self.rel(main),
                    Rel::Acl | Rel::Obj | Rel::Obl | Rel::Nmod | Rel::Xcomp | Rel::Compound
                )
                || self.rel(main) == Rel::Advcl && self.has(main, &[Rel::Mark]);
            if !inside || self.head(main) == main {
                break;
            }
            main = self.head(main);
        }
        if main >= word {
            return;
        }
        if !self.has(verb, SUBJECTS) {
            let mut subject = word + 1;
            while (word + 1..verb).contains(&self.head(subject)) {
                subject = self.head(subject);
            }
            let rel = match self.has(verb, &[Rel::AuxPass]) {
                true => Rel::NsubjPass,
                false => Rel::Nsubj,
            };
            self.attach(subject, verb, rel);
            for child in self.children(word).collect::<Vec<_>>() {
                if child > subject && child < verb {
                    self.attach(child, subject, Rel::Nmod);
                }
            }
        }
        self.attach(verb, main, Rel::Advcl);
        for child in self.children(word).collect::<Vec<_>>() {
            if child != verb && child > word {
                self.attach(child, verb, self.rel(child));
            }
        }
        self.attach(word, verb, Rel::Mark);
        self.syntax.tags.upos[word] = Upos::Sconj;
        self.syntax.tags.xpos[word] = Xpos::In;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn what_is_provided_is_a_clause() {
        let tree = mended(
            "Karsk/PROPN/NNP/3/nsubj could/AUX/MD/3/aux take/VERB/VB/0/root a/DET/DT/5/det levy/NOUN/NN/3/obj \
             provided/VERB/VBN/7/amod wages/NOUN/NNS/3/obj were/AUX/VBD/9/aux:pass paid/VERB/VBN/3/advcl ./PUNCT/./3/punct",
        );
        assert!(
            tree.contains("provided-9-mark wages-9-nsubj:pass") && tree.contains("paid-3-advcl"),
            "{tree}"
        );
    }

    #[test]
    fn what_was_provided_is_a_thing() {
        let tree = mended(
            "Karsk/PROPN/NNP/2/nsubj used/VERB/VBD/0/root the/DET/DT/4/det trucks/NOUN/NNS/2/obj provided/VERB/VBN/4/acl \
             by/ADP/IN/7/case Tolsk/PROPN/NNP/5/obl:agent ./PUNCT/./2/punct",
        );
        assert!(tree.contains("provided-4-acl"), "{tree}");
    }

    #[test]
    fn drivers_are_not_provided() {
        let provided = "Karsk/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root ,/PUNCT/,/6/punct provided/VERB/VBN/5/amod \
                        drivers/NOUN/NNS/6/nsubj left/VERB/VBD/2/parataxis ./PUNCT/./2/punct";
        assert!(mended(provided).contains("provided-6-mark drivers-6-nsubj left-2-advcl"));
    }
}
