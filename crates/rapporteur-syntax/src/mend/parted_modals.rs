//! Modals that an aside parts from their verb: "Karsk would not, she said, pay half", "We will not, now or at any time, share
//! command". The network gives them to the verb of the aside, or makes them one themselves.

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

/// The longest aside, in words.
const LONGEST: usize = 14;

impl Tree<'_> {
    /// A modal right before a comma has its verb behind the next.
    pub(super) fn parted_modals(&mut self) {
        for modal in self.sentence.clone().skip(1) {
            if self.xpos(modal) != Xpos::Md || modal + 5 >= self.sentence.end {
                continue;
            }
            let not = matches!(self.forms[modal + 1], "not" | "n't" | "n’t" | "never");
            let open = modal + 1 + usize::from(not);
            if self.forms[open] != "," {
                continue;
            }
            let limit = self.sentence.end.min(open + LONGEST);
            let verb = (open + 2..limit)
                .filter(|&close| self.forms[close] == ",")
                .map(|close| close + 1)
                .find(|&verb| {
                    verb < self.sentence.end
                        && self.upos(verb) == Upos::Verb
                        && matches!(self.xpos(verb), Xpos::Vb | Xpos::Vbp)
                        && !self.has(verb, &[Rel::Aux, Rel::Mark, Rel::Cc])
                });
            let Some(verb) = verb.filter(|&verb| self.head(modal) != verb) else {
                continue;
            };
            let said = self.head(modal);
            if self.rel(modal) != Rel::Aux {
                continue;
            }
            // "“We will not, now or ever, | share it,” said the envoy"
            let own = self.head(verb) == modal && said > verb;
            // "would not, | she said, | pay"
            if !(own || self.rel(verb) == Rel::Ccomp && self.head(verb) == said) {
                continue;
            }
            if own {
                self.attach(verb, said, Rel::Ccomp);
            }
            let moved: Vec<usize> = (self.children(said))
                .filter(|&at| at < open && at != modal && at != verb)
                .filter(|&at| {
                    SUBJECTS.contains(&self.rel(at))
                        || at + 1 == open && self.rel(at) == Rel::Advmod
                })
                .chain(self.children(modal).filter(|&at| at < verb))
                .collect();
            let subject = self.has(verb, SUBJECTS);
            for at in moved {
                let rel = self.rel(at);
                if !(subject && SUBJECTS.contains(&rel)) {
                    self.attach(at, verb, rel);
                }
            }
            self.attach(modal, verb, Rel::Aux);
            self.syntax.tags.xpos[verb] = Xpos::Vb;
        }
    }

    /// "could | not | under any circumstances agree": what stands right behind the modal denies the verb.
    pub(super) fn modal_not(&mut self) {
        for not in self.sentence.clone().skip(2) {
            if !matches!(self.forms[not], "not" | "n't" | "n’t" | "never")
                || self.xpos(not - 1) != Xpos::Md
            {
                continue;
            }
            let (verb, between) = (self.head(not - 1), self.head(not));
            if verb > between
                && between > not
                && self.head(between) == verb
                && matches!(self.rel(between), Rel::Obl | Rel::OblUnmarked)
                && self.rel(not) == Rel::Advmod
            {
                self.attach(not, verb, Rel::Advmod);
            }
        }
    }

    /// "said surrender of the leases was a price": of two subjects of who speaks, the second is what is told of.
    pub(super) fn second_is_told(&mut self) {
        for told in self.sentence.clone().skip(3) {
            let said = self.head(told);
            if self.rel(told) != Rel::Ccomp
                || said >= told
                || !matches!(self.xpos(said), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || self.has(told, SUBJECTS)
                || !self.has(told, &[Rel::Cop])
            {
                continue;
            }
            let subjects: Vec<usize> = (self.children(said))
                .filter(|&at| self.rel(at) == Rel::Nsubj)
                .collect();
            if let [speaker, thing] = subjects[..]
                && speaker < said
                && said < thing
                && thing < told
            {
                self.attach(thing, told, Rel::Nsubj);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn the_verb_stands_behind_the_aside() {
        let tree = "Karsk/PROPN/NNP/8/nsubj would/AUX/MD/6/aux not/PART/RB/6/advmod ,/PUNCT/,/3/punct she/PRON/PRP/6/nsubj \
                    said/VERB/VBD/0/root ,/PUNCT/,/8/punct pay/VERB/VB/6/ccomp half/NOUN/NN/8/obj ./PUNCT/./6/punct";
        let tree = mended(tree);
        assert!(tree.contains("would-8-aux not-8-advmod"), "{tree}");
        let tree = "Karsk/PROPN/NNP/2/nsubj said/VERB/VBD/0/root surrender/NOUN/NN/2/nsubj was/AUX/VBD/6/cop a/DET/DT/6/det \
                    price/NOUN/NN/2/ccomp ./PUNCT/./2/punct";
        assert!(
            mended(tree).contains("surrender-6-nsubj"),
            "{}",
            mended(tree)
        );

        let tree = "Karsk/PROPN/NNP/7/nsubj could/AUX/MD/7/aux not/PART/RB/6/advmod under/ADP/IN/6/case any/DET/DT/6/det \
                    circumstances/NOUN/NNS/7/obl agree/VERB/VB/0/root ./PUNCT/./7/punct";
        assert!(mended(tree).contains("not-7-advmod"), "{}", mended(tree));
    }
}
