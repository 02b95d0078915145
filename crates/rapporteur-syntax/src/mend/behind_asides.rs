//! Verbs of taking sides behind an aside that the network took for nouns: "Karsk, in opposition, favours a longer truce".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// A noun phrase, an aside between commas, a noun in "-s" that is a verb too, and what a verb is followed by, in a
    /// sentence that has no verb at its head: the noun phrase is the subject.
    pub(super) fn siding_behind_aside(&mut self) {
        let Some(subject) = (self.sentence.clone()).find(|&at| self.rel(at) == Rel::Root) else {
            return;
        };
        if !matches!(self.upos(subject), Upos::Noun | Upos::Propn)
            || self.has(subject, &[Rel::Cop, Rel::Aux])
            || self.has(subject, SUBJECTS)
        {
            return;
        }
        let last = self.sentence.end - 1;
        let verb = (subject + 3..last.saturating_sub(1)).find(|&word| {
            self.forms[word - 1] == ","
                && self.upos(word) == Upos::Noun
                && self.xpos(word) == Xpos::Nns
                && self.sides(word)
                && (self.opens_before_aside(subject, word) || self.is_only_verb(subject, word))
        });
        let Some(verb) = verb else { return };
        self.becomes_verb(verb, Xpos::Vbz);
        // What was hung on it before belongs to its subject.
        for child in self.children(verb).collect::<Vec<_>>() {
            if child < verb {
                self.attach(child, subject, self.rel(child));
            }
        }
        self.attach(verb, verb, Rel::Root);
        self.attach(verb - 1, subject, Rel::Punct);
        self.attach(subject, verb, Rel::Nsubj);
        // What stands behind the verb hung on a noun before it.
        let mut object = self.has(verb, &[Rel::Obj]);
        for word in verb + 1..self.sentence.end {
            if self.head(word) >= verb {
                continue;
            }
            let rel = match self.rel(word) {
                _ if word == last && self.upos(word) == Upos::Punct => Rel::Punct,
                _ if self.xpos(word) == Xpos::Vbg && word == verb + 1 => Rel::Xcomp,
                _ if !object
                    && self.is_nominal(word)
                    && !self.has(word, &[Rel::Case, Rel::Cop]) =>
                {
                    object = true;
                    Rel::Obj
                }
                Rel::Nmod => Rel::Obl,
                Rel::Acl | Rel::AclRelcl if self.xpos(word) == Xpos::Vbg => Rel::Advcl,
                rel => rel,
            };
            self.attach(word, verb, rel);
        }
        self.turn_complements(verb);
    }

    /// "Karsk, in opposition, favours": one noun phrase opens the sentence, and nothing describes the verb.
    fn opens_before_aside(&self, subject: usize, verb: usize) -> bool {
        let first = (self.sentence.clone()).find(|&at| self.forms[at] == ",");
        first
            .is_some_and(|first| subject < first && first + 2 <= verb && self.opens_sentence(first))
            && !self.has(verb, &[Rel::Nsubj, Rel::Det, Rel::Amod, Rel::Case, Rel::Cc])
            && (self.takes_case(verb) || self.is_followed(verb + 1))
    }

    /// "A day later Karsk, the largest of the three, favours waiting": no other finite verb stands before it.
    fn is_only_verb(&self, subject: usize, verb: usize) -> bool {
        let next = verb + 1;
        self.xpos(subject) != Xpos::Nns
            && !self.has(subject, &[Rel::Case])
            && self.forms[subject + 1..verb - 1].contains(&",")
            && (matches!(
                self.upos(next),
                Upos::Det | Upos::Adj | Upos::Num | Upos::Propn
            ) || matches!(self.xpos(next), Xpos::Vbg | Xpos::PrpPoss))
            && !(self.sentence.start..verb).any(|at| {
                matches!(self.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
                    && self.rel(at) != Rel::AclRelcl
            })
            && self.is_closed()
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_name_favours_behind_its_aside() {
        let tree = "Orveth/PROPN/NNP/0/root ,/PUNCT/,/4/punct in/ADP/IN/4/case opposition/NOUN/NN/1/nmod \
                    ,/PUNCT/,/6/punct favours/NOUN/NNS/1/appos a/DET/DT/8/det truce/NOUN/NN/6/obj ./PUNCT/./1/punct";
        assert_eq!(
            mended(tree),
            "Orveth-6-nsubj ,-4-punct in-4-case opposition-1-nmod ,-6-punct favours-0-root a-8-det truce-6-obj .-6-punct"
        );
    }

    #[test]
    fn what_is_told_of_it_hides_no_siding() {
        let favours = "Orveth/PROPN/NNP/0/root ,/PUNCT/,/4/punct the/DET/DT/4/det largest/ADJ/JJS/1/appos ,/PUNCT/,/4/punct \
                       favours/NOUN/NNS/4/obl waiting/VERB/VBG/4/advcl ./PUNCT/./1/punct";
        let tree = mended(favours);
        assert!(
            tree.starts_with("Orveth-6-nsubj") && tree.contains("favours-0-root waiting-6-xcomp"),
            "{tree}"
        );
    }
}
