//! Clauses of what is asked for whose verb the network did not see: "insists that the militia disarm", "asked that those who
//! stay be paid".

use super::Tree;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn that_clauses(&mut self) {
        for word in self.sentence.clone().skip(3) {
            match self.rel(word) {
                Rel::Ccomp => self.militia_disarms(word),
                Rel::AclRelcl => self.those_be_paid(word),
                _ => {}
            }
        }
    }

    /// "insists that the militia disarm", "that the militia hand over its weapons": the noun that the clause is, as its
    /// verb, and the noun before it as who does it.
    fn militia_disarms(&mut self, word: usize) {
        if self.upos(word) != Upos::Noun
            || self.rel(word) != Rel::Ccomp
            || !self.has(word, &[Rel::Mark])
            || self.has(word, &[Rel::Cop, Rel::Nsubj])
            || !is_verb(&self.forms[word].to_lowercase())
        {
            return;
        }
        let who = word - 1;
        if self.head(who) != word || self.rel(who) != Rel::Compound || !self.is_nominal(who) {
            return;
        }
        self.becomes_verb(word, Xpos::Vbp);
        self.attach(who, word, Rel::Nsubj);
        for child in self.children(word).collect::<Vec<_>>() {
            if child < who && !matches!(self.rel(child), Rel::Mark | Rel::Punct | Rel::Cc) {
                self.attach(child, who, self.rel(child));
            }
        }
    }

    /// "asked that those who stay be paid": the second of two relative clauses of "those" is what is asked.
    fn those_be_paid(&mut self, paid: usize) {
        let those = self.head(paid);
        let asked = self.head(those);
        let first = (self.children(those)).find(|&at| self.rel(at) == Rel::AclRelcl);
        let be = (self.children(paid)).find(|&be| self.forms[be] == "be");
        let that = (self.children(paid))
            .find(|&that| self.rel(that) == Rel::Mark && self.forms[that] == "that");
        let (Some(first), Some(be), Some(that)) = (first, be, that) else {
            return;
        };
        if first >= be
            || first == paid
            || asked >= that
            || that + 1 != those
            || self.upos(asked) != Upos::Verb
        {
            return;
        }
        let subject = match self.rel(be) {
            Rel::AuxPass => Rel::NsubjPass,
            _ => Rel::Nsubj,
        };
        self.attach(paid, asked, Rel::Ccomp);
        self.attach(those, paid, subject);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn those_who_stay_are_to_be_paid() {
        let tree = "Karsk/PROPN/NNP/2/nsubj asked/VERB/VBD/0/root that/SCONJ/IN/8/mark those/PRON/DT/2/nsubj \
                    who/PRON/WP/6/nsubj stay/VERB/VBP/4/acl:relcl be/AUX/VB/8/aux:pass paid/VERB/VBN/4/acl:relcl \
                    ./PUNCT/./2/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("paid-2-ccomp") && tree.contains("those-8-nsubj:pass"),
            "{tree}"
        );
    }
}
