//! A second deed behind "and" that was taken for a second thing: "accepts 40 days and objects to renewal", "opposed a tax and,
//! with Karsk, opposed arbitration", "would set up a fund and cap liability", "would keep a register and fine owners".

use super::Tree;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Verbs of setting and changing amounts that seldom stand in front of a noun.
const BOUNDS: &[&str] = &[
    "boost", "cap", "curb", "cut", "ease", "freeze", "halve", "lift", "limit", "raise", "scrap",
    "slash", "trim",
];

impl Tree<'_> {
    /// The second deed, made a fellow of the first.
    pub(super) fn deed_beside(&mut self) {
        for word in self.sentence.clone().skip(3) {
            if word + 1 >= self.sentence.end {
                break;
            }
            match self.xpos(word) {
                Xpos::Nns => {
                    self.objects_to(word);
                    self.demands_that(word);
                }
                Xpos::Vbn => self.opposed_besides(word),
                Xpos::Nn | Xpos::Jj => self.fine_owners(word),
                _ => {}
            }
        }
    }

    /// "accepts 40 days and objects to automatic renewal": a verb with a preposition of its own.
    fn objects_to(&mut self, word: usize) {
        if !matches!(self.forms[word - 1], "and" | "but")
            || self.rel(word) != Rel::Conj
            || self.has(
                word,
                &[
                    Rel::Det,
                    Rel::Amod,
                    Rel::NmodPoss,
                    Rel::Nummod,
                    Rel::Compound,
                ],
            )
            || !self.sides(word)
            || !self.takes_case(word)
        {
            return;
        }
        let first = self.head(self.head(word));
        if self.xpos(first) != Xpos::Vbz
            || !matches!(self.rel(self.head(word)), Rel::Obj | Rel::Obl)
        {
            return;
        }
        let (thing, host) = (self.head(word + 1), self.head(word));
        self.becomes_verb(word, Xpos::Vbz);
        self.attach(word, first, Rel::Conj);
        if self.rel(word + 1) == Rel::Case
            && thing > word
            && [first, host, word].contains(&self.head(thing))
        {
            self.attach(thing, word, Rel::Obl);
        }
    }

    /// "will not tolerate it, and demands that crews be changed": no noun stands beside a verb.
    fn demands_that(&mut self, word: usize) {
        let first = self.head(word);
        let that = word + 1;
        if !matches!(self.forms[word - 1], "and" | "but")
            || self.rel(word) != Rel::Conj
            || self.forms[that] != "that"
            || self.upos(first) != Upos::Verb
            || self.has(
                word,
                &[Rel::Det, Rel::Amod, Rel::NmodPoss, Rel::Nummod, Rel::Case],
            )
            || !self.sides(word)
        {
            return;
        }
        let clause = (self.children(word)).find(|&clause| {
            clause > that && matches!(self.rel(clause), Rel::AclRelcl | Rel::Acl | Rel::Ccomp)
        });
        let Some(clause) = clause.filter(|&clause| self.upos(clause) == Upos::Verb) else {
            return;
        };
        self.becomes_verb(word, Xpos::Vbz);
        self.attach(clause, word, Rel::Ccomp);
        if self.head(that) == clause {
            self.syntax.tags.upos[that] = Upos::Sconj;
            self.syntax.tags.xpos[that] = Xpos::In;
            self.attach(that, clause, Rel::Mark);
        }
    }

    /// "opposed a tax and, with Karsk, opposed arbitration": a participle that would describe the second thing.
    fn opposed_besides(&mut self, word: usize) {
        let noun = self.head(word);
        if self.rel(word) != Rel::Amod
            || noun < word
            || self.forms[word - 1] != ","
            || self.rel(noun) != Rel::Conj
            || !matches!(
                self.upos(word + 1),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn
            )
        {
            return;
        }
        let from = self.sentence.start.max(word.saturating_sub(8));
        let Some(and) = (from..word - 2).rev().find(|&and| {
            self.forms[and] == "and"
                && self.forms[and + 1] == ","
                && self.upos(and + 2) == Upos::Adp
        }) else {
            return;
        };
        let Some(first) = (self.sentence.start..and)
            .find(|&verb| self.rel(verb) == Rel::Root && self.xpos(verb) == Xpos::Vbd)
        else {
            return;
        };
        self.becomes_verb(word, Xpos::Vbd);
        self.attach(word, first, Rel::Conj);
        let before: Vec<usize> = self.children(noun).filter(|&child| child < word).collect();
        for child in before {
            self.attach(child, word, self.rel(child));
        }
        self.attach(noun, word, Rel::Obj);
        // "with Karsk": beside whoever does it.
        let beside = self.head(and + 2);
        if beside > and && beside < word && self.rel(and + 2) == Rel::Case {
            self.attach(beside, word, Rel::Obl);
        }
    }

    /// "would set up a fund and cap liability", "and fine owners": a noun beside a deed, or a second object of it.
    fn fine_owners(&mut self, word: usize) {
        if self.forms[word - 1] != "and" || !is_verb(self.forms[word]) {
            return;
        }
        let above = self.head(word);
        let (first, thing) = match self.rel(word) {
            // The owners beside "set up".
            Rel::Amod if above > word && self.rel(above) == Rel::Conj => {
                (self.head(above), Some(above))
            }
            // "cap" inside what stands beside the fund.
            Rel::Compound
                if above == word + 1
                    && self.rel(above) == Rel::Conj
                    && self.rel(self.head(above)) == Rel::Obj
                    && BOUNDS.contains(&self.forms[word]) =>
            {
                (self.head(self.head(above)), Some(above))
            }
            // "cap" beside the fund, and liability a second object.
            Rel::Conj if above < word && self.rel(above) == Rel::Obj => {
                let first = self.head(above);
                let second = (self.children(first)).find(|&second| {
                    second > word && second < word + 5 && self.rel(second) == Rel::Obj
                });
                (first, second)
            }
            _ => return,
        };
        let Some(thing) = thing.filter(|_| self.xpos(first) == Xpos::Vb && first < word) else {
            return;
        };
        self.becomes_verb(word, Xpos::Vb);
        let loose: Vec<usize> = (self.children(first))
            .filter(|&child| child > thing && matches!(self.rel(child), Rel::Obj | Rel::Obl))
            .collect();
        self.attach(word, first, Rel::Conj);
        let before: Vec<usize> = self.children(thing).filter(|&child| child < word).collect();
        for child in before {
            self.attach(child, word, self.rel(child));
        }
        self.attach(thing, word, Rel::Obj);
        for child in loose {
            self.attach(child, word, Rel::Obl);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_verb_with_its_preposition_is_no_second_thing() {
        let objects = "Karsk/PROPN/NNP/2/nsubj accepts/VERB/VBZ/0/root 40/NUM/CD/4/nummod days/NOUN/NNS/2/obj and/CCONJ/CC/6/cc \
                       objects/NOUN/NNS/4/conj to/ADP/IN/9/case automatic/ADJ/JJ/9/amod renewal/NOUN/NN/2/obl ./PUNCT/./2/punct";
        let mended = mended(objects);
        assert!(mended.contains("objects-2-conj"), "{mended}");
        assert!(mended.contains("renewal-6-obl"), "{mended}");
    }

    #[test]
    fn a_second_object_has_a_verb_of_its_own() {
        let cap = "It/PRON/PRP/3/nsubj would/AUX/MD/3/aux create/VERB/VB/0/root a/DET/DT/5/det fund/NOUN/NN/3/obj \
                   and/CCONJ/CC/7/cc cap/NOUN/NN/5/conj liability/NOUN/NN/3/obj ./PUNCT/./3/punct";
        let mended = mended(cap);
        assert!(mended.contains("cap-3-conj"), "{mended}");
        assert!(mended.contains("liability-7-obj"), "{mended}");
    }
}
