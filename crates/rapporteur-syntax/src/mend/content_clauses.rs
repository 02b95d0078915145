//! Clauses with "that" that the network hangs on the wrong word: behind a noun that opens the sentence and looks like a verb
//! ("Reports that Velmar attacked were denied"), as its subject ("That Velmar attacked is a myth"), behind an adjective said
//! of "it" ("It is not true that they met, she said").

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Nouns of what is told, feared or wanted, in the plural as they open a sentence.
const TOLD: &[&str] = &[
    "Reports",
    "Claims",
    "Rumours",
    "Rumors",
    "Suggestions",
    "Allegations",
    "Accusations",
    "Hopes",
    "Fears",
    "Doubts",
    "Worries",
    "Demands",
    "Hints",
    "Signals",
    "Signs",
    "Guesses",
    "Charges",
];

impl Tree<'_> {
    pub(super) fn content_clauses(&mut self) {
        self.reports_that();
        self.that_is_a_myth();
        self.true_that();
    }

    /// "Reports that Velmar attacked | were denied".
    fn reports_that(&mut self) {
        let noun = self.sentence.start;
        let that = noun + 1;
        if !self.sentence.contains(&that)
            || self.forms[that] != "that"
            || !TOLD.contains(&self.forms[noun])
            || self.upos(noun) != Upos::Verb
            || self.head(noun) != noun
        {
            return;
        }
        let clauses: Vec<usize> = self
            .children(noun)
            .filter(|&child| matches!(self.rel(child), Rel::Ccomp | Rel::Conj | Rel::Parataxis))
            .collect();
        let (Some(&content), Some(&main)) = (clauses.first(), clauses.get(1)) else {
            return;
        };
        let of_its_own = self.has(main, &[Rel::Nsubj, Rel::NsubjPass])
            || !self.has(main, &[Rel::Aux, Rel::AuxPass, Rel::Cop]) && self.xpos(main) != Xpos::Vbd;
        if of_its_own {
            return;
        }
        self.syntax.tags.upos[noun] = Upos::Noun;
        self.syntax.tags.xpos[noun] = Xpos::Nns;
        self.attach(main, main, Rel::Root);
        for other in self.children(noun).collect::<Vec<_>>() {
            if other != content && other != main {
                let rel = self.rel(other);
                self.attach(other, main, rel);
            }
        }
        let rel = match self.has(main, &[Rel::AuxPass]) {
            true => Rel::NsubjPass,
            false => Rel::Nsubj,
        };
        self.attach(content, noun, Rel::Acl);
        self.attach(noun, main, rel);
    }

    /// "That Velmar attacked | is a myth, its envoy said".
    fn that_is_a_myth(&mut self) {
        let that = self.sentence.start;
        if self.forms[that] != "That" || self.rel(that) != Rel::Mark {
            return;
        }
        let clause = self.head(that);
        let above = self.head(clause);
        if above == clause {
            return;
        }
        let main = self.children(above).find(|&main| {
            main > clause
                && self.rel(main) == self.rel(clause)
                && self.has(main, &[Rel::Cop])
                && !self.has(main, &[Rel::Nsubj, Rel::Csubj, Rel::Expl])
        });
        if let Some(main) = main {
            self.attach(clause, main, Rel::Csubj);
        }
    }

    /// "It is not true | that they met, she said": the clause is of what is said of it, not of the speaker behind.
    fn true_that(&mut self) {
        for that in self.sentence.clone().skip(3) {
            let said = that - 1;
            if self.forms[that] != "that"
                || self.rel(that) != Rel::Mark
                || !matches!(self.upos(said), Upos::Adj | Upos::Noun)
                || !self.has(said, &[Rel::Cop])
            {
                continue;
            }
            let clause = self.head(that);
            let it = self.children(said).any(|child| {
                matches!(self.rel(child), Rel::Expl | Rel::Nsubj)
                    && self.forms[child].eq_ignore_ascii_case("it")
            });
            let behind = self.head(clause) > clause && self.head(self.head(clause)) == said;
            if it && behind && self.rel(clause) == Rel::Ccomp {
                self.attach(clause, said, Rel::Csubj);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn reports_are_nouns_where_something_is_said_of_them() {
        let tree = mended(
            "Reports/VERB/VBZ/0/root that/SCONJ/IN/4/mark Velmar/PROPN/NNP/4/nsubj attacked/VERB/VBD/1/ccomp \
             were/AUX/VBD/6/aux:pass denied/VERB/VBN/1/ccomp ./PUNCT/./1/punct",
        );
        assert!(
            tree.contains("Reports-6-nsubj:pass") && tree.contains("attacked-1-acl"),
            "{tree}"
        );
    }

    #[test]
    fn what_is_said_of_it_has_the_clause() {
        let tree = mended(
            "It/PRON/PRP/4/expl is/AUX/VBZ/4/cop not/PART/RB/4/advmod true/ADJ/JJ/0/root that/SCONJ/IN/7/mark \
             they/PRON/PRP/7/nsubj met/VERB/VBD/10/ccomp ,/PUNCT/,/10/punct she/PRON/PRP/10/nsubj said/VERB/VBD/4/parataxis \
             ./PUNCT/./4/punct",
        );
        assert!(tree.contains("met-4-csubj"), "{tree}");
        let tree = mended(
            "That/SCONJ/IN/3/mark Velmar/PROPN/NNP/3/nsubj attacked/VERB/VBD/9/ccomp is/AUX/VBZ/6/cop a/DET/DT/6/det \
             myth/NOUN/NN/9/ccomp ,/PUNCT/,/6/punct she/PRON/PRP/9/nsubj said/VERB/VBD/0/root ./PUNCT/./9/punct",
        );
        assert!(tree.contains("attacked-6-csubj"), "{tree}");
    }
}
