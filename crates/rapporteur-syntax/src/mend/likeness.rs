//! Who is told with a likeness or in company: "Like Tolsk, Orveth opposed it", "Orveth, together with Tolsk, opposed it";
//! and what somebody is, told before the name: "Wary of the fee, Orveth asked for a study".

use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

use super::Tree;

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn likenesses(&mut self) {
        self.likeness();
        self.adjective_in_front();
        self.in_company();
    }

    /// "Like Tolsk, Orveth opposed it": the name behind the comma is the subject.
    fn likeness(&mut self) {
        let Some(like) = self.first_word() else {
            return;
        };
        if !matches!(self.forms[like], "Like" | "Unlike" | "like" | "unlike") {
            return;
        }
        let other = self.head(like);
        if self.rel(like) != Rel::Case
            || other <= like
            || !matches!(self.rel(other), Rel::Nsubj | Rel::NsubjPass)
        {
            return;
        }
        let verb = self.head(other);
        let name = (self.children(other))
            .find(|&name| self.rel(name) == Rel::Appos && name > other && name < verb)
            .filter(|&name| self.forms[other + 1..name].contains(&","));
        if let Some(name) = name {
            let rel = self.rel(other);
            self.attach(name, verb, rel);
            self.attach(other, verb, Rel::Obl);
        }
    }

    /// "Wary of the fee, Orveth asked": of two subjects, an adjective that opens the sentence tells what the other is.
    fn adjective_in_front(&mut self) {
        let Some(first) = self.first_word() else {
            return;
        };
        let verb = self.head(first);
        if self.upos(first) != Upos::Adj || self.rel(first) != Rel::Nsubj || verb <= first {
            return;
        }
        let subject = (self.children(verb)).find(|&subject| {
            subject > first
                && subject < verb
                && self.rel(subject) == Rel::Nsubj
                && self.is_nominal(subject)
        });
        if subject.is_some_and(|subject| self.forms[first + 1..subject].contains(&",")) {
            self.attach(first, verb, Rel::Advcl);
        }
    }

    /// "Orveth, together with Tolsk, opposed the fee", with the verb as a preposition.
    fn in_company(&mut self) {
        let Some(first) = self.first_word() else {
            return;
        };
        let Some(root) = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root) else {
            return;
        };
        let open = root + 1;
        if !self.is_nominal(root)
            || self.forms[first..root].contains(&",")
            || open + 1 >= self.sentence.end
            || self.forms[open] != ","
            || !matches!(
                self.forms[open + 1],
                "together"
                    | "as"
                    | "along"
                    | "like"
                    | "unlike"
                    | "with"
                    | "and"
                    | "followed"
                    | "but"
            )
        {
            return;
        }
        let verb = (open + 2..self.sentence.end).find(|&word| {
            self.rel(word) == Rel::Case
                && self.forms[word - 1] == ","
                && matches!(self.xpos(word), Xpos::Vbn | Xpos::Vbd)
                && self.forms[word].ends_with("ed")
                && (is_verb(self.forms[word].trim_end_matches("ed"))
                    || is_verb(self.forms[word].trim_end_matches('d')))
        });
        let Some(verb) = verb else { return };
        let object = self.head(verb);
        if object <= verb || !self.is_nominal(object) {
            return;
        }
        self.becomes_verb(verb, Xpos::Vbd);
        self.attach(verb, verb, Rel::Root);
        self.attach(object, verb, Rel::Obj);
        let moved: Vec<usize> = (self.children(root))
            .filter(|&child| child > verb)
            .collect();
        for child in moved {
            let rel = self.rel(child);
            self.attach(child, verb, rel);
        }
        self.attach(root, verb, Rel::Nsubj);
    }

    /// The first word that is no mark.
    fn first_word(&self) -> Option<usize> {
        (self.sentence.clone()).find(|&word| self.upos(word) != Upos::Punct)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn who_is_like_another_is_the_subject() {
        let tree = "Like/ADP/IN/2/case Tolsk/PROPN/NNP/5/nsubj ,/PUNCT/,/4/punct Orveth/PROPN/NNP/2/appos \
                    opposed/VERB/VBD/0/root it/PRON/PRP/5/obj ./PUNCT/./5/punct";
        assert_eq!(
            mended(tree),
            "Like-2-case Tolsk-5-obl ,-4-punct Orveth-5-nsubj opposed-0-root it-5-obj .-5-punct"
        );
    }

    #[test]
    fn what_somebody_is_is_no_subject() {
        let tree = "Wary/ADJ/JJ/6/nsubj of/ADP/IN/3/case fees/NOUN/NNS/1/obl ,/PUNCT/,/1/punct Orveth/PROPN/NNP/6/nsubj \
                    left/VERB/VBD/0/root ./PUNCT/./6/punct";
        assert!(mended(tree).starts_with("Wary-6-advcl"));
    }

    #[test]
    fn who_acts_in_company_acts() {
        let tree = "Orveth/PROPN/NNP/0/root ,/PUNCT/,/3/punct together/ADV/RB/1/advmod with/ADP/IN/5/case \
                    Tolsk/PROPN/NNP/3/obl ,/PUNCT/,/9/punct opposed/ADP/VBN/9/case the/DET/DT/9/det fee/NOUN/NN/3/obl \
                    ./PUNCT/./1/punct";
        let tree = mended(tree);
        assert!(tree.starts_with("Orveth-7-nsubj"), "{tree}");
        assert!(
            tree.contains("opposed-0-root the-9-det fee-7-obj"),
            "{tree}"
        );
    }
}
