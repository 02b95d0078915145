//! Verbs of taking sides behind an aside that the network took for nouns: "Karsk, in opposition, favours a longer truce".

use super::Tree;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// A noun phrase, an aside between commas, a noun in "-s" that is a verb too, and what a verb is followed by, in a
    /// sentence that has no verb at its head: the noun phrase is the subject.
    pub(super) fn siding_behind_aside(&mut self) {
        let Some(subject) = (self.sentence.clone()).find(|&at| self.rel(at) == Rel::Root) else {
            return;
        };
        let Some(first) = (self.sentence.clone()).find(|&at| self.forms[at] == ",") else {
            return;
        };
        if !matches!(self.upos(subject), Upos::Noun | Upos::Propn)
            || subject > first
            || self.has(subject, &[Rel::Cop, Rel::Aux, Rel::Nsubj])
            || !self.opens_sentence(first)
        {
            return;
        }
        let Some(verb) = (first + 2..self.sentence.end.saturating_sub(2)).find(|&word| {
            self.forms[word - 1] == ","
                && self.upos(word) == Upos::Noun
                && self.xpos(word) == Xpos::Nns
                && self.sides(word)
                && !self.has(word, &[Rel::Nsubj, Rel::Det, Rel::Amod, Rel::Case, Rel::Cc])
                && (self.takes_case(word) || self.is_followed(word + 1))
        }) else {
            return;
        };
        self.syntax.tags.upos[verb] = Upos::Verb;
        self.syntax.tags.xpos[verb] = Xpos::Vbz;
        self.attach(verb, verb, Rel::Root);
        self.attach(verb - 1, subject, Rel::Punct);
        self.attach(subject, verb, Rel::Nsubj);
        // What stands behind the verb hung on a noun before it.
        for word in verb + 1..self.sentence.end {
            if self.head(word) < verb {
                let rel = match self.rel(word) {
                    Rel::Nmod => Rel::Obl,
                    Rel::Acl | Rel::AclRelcl if self.xpos(word) == Xpos::Vbg => Rel::Advcl,
                    Rel::Appos | Rel::NmodUnmarked => Rel::Obj,
                    rel => rel,
                };
                self.attach(word, verb, rel);
            }
        }
        self.turn_complements(verb);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn a_name_favours_behind_its_aside() {
        let tree = "Orveth/PROPN/NNP/0/root ,/PUNCT/,/4/punct in/ADP/IN/4/case opposition/NOUN/NN/1/nmod \
                    ,/PUNCT/,/6/punct favours/NOUN/NNS/1/appos a/DET/DT/8/det truce/NOUN/NN/6/obj ./PUNCT/./1/punct";
        assert_eq!(
            mended(tree),
            "Orveth-6-nsubj ,-4-punct in-4-case opposition-1-nmod ,-6-punct favours-0-root a-8-det truce-6-obj .-6-punct"
        );
    }
}
