//! Relative clauses whose pronoun or verb was given another's place: "the loan, which Orveth said it could accept".

use super::Tree;
use super::agreement::SUBJECTS;
use super::openings::is_third_person;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// "Pooling them is an idea that Orveth has not ruled out": a clause that describes the idea, which has its subject.
    pub(super) fn described_by_subject(&mut self) {
        for deed in self.sentence.clone() {
            let noun = self.head(deed);
            let that =
                (noun + 1..deed).find(|&at| self.forms[at] == "that" && self.head(at) == deed);
            let Some(that) = that else { continue };
            let told = self.children(noun).any(|at| {
                at < noun
                    && matches!(self.rel(at), Rel::Nsubj | Rel::Csubj | Rel::NsubjOuter)
                    && self.forms[at].to_lowercase() != "it"
            });
            if matches!(self.rel(deed), Rel::Csubj | Rel::Acl)
                && self.upos(deed) == Upos::Verb
                && self.upos(noun) == Upos::Noun
                && self.rel(that) == Rel::Mark
                && that == noun + 1
                && told
                && self.has(deed, &[Rel::Nsubj])
                && !self.has(deed, &[Rel::Obj, Rel::Ccomp])
            {
                self.attach(deed, noun, Rel::AclRelcl);
                self.attach(that, deed, Rel::Obj);
            }
        }
    }

    pub(super) fn relative_clauses(&mut self) {
        self.which_said();
        self.that_blocks();
        self.stranded_to();
        self.relative_with_and();
    }

    /// "which Orveth said it could accept", "which Orveth said it could look at": the pronoun belongs to the verb that
    /// lacks something, not to the saying.
    fn which_said(&mut self) {
        for which in self.sentence.clone() {
            let form = self.forms[which].to_lowercase();
            if !matches!(form.as_str(), "which" | "that" | "whom") {
                continue;
            }
            let above = self.head(which);
            let rel = self.rel(which);
            if above <= which || !matches!(rel, Rel::Obj | Rel::Nsubj) {
                continue;
            }
            // The saying, and the deepest verb below it.
            let (said, deep) = match rel {
                Rel::Obj => {
                    let Some(told) = (self.children(above))
                        .find(|&told| told > above && self.rel(told) == Rel::Ccomp)
                    else {
                        continue;
                    };
                    (above, self.deepest(told))
                }
                // The pronoun for a second subject.
                _ => {
                    let second = (self.children(above)).any(|other| {
                        other > which
                            && other < above
                            && matches!(self.rel(other), Rel::Nsubj | Rel::NsubjPass)
                    });
                    if !second || self.rel(above) != Rel::Ccomp {
                        continue;
                    }
                    (self.head(above), self.deepest(above))
                }
            };
            if !self.has(said, &[Rel::Nsubj]) || self.upos(deep) != Upos::Verb || said >= deep {
                continue;
            }
            if !self.has(self.top_of(said, deep), SUBJECTS) {
                if rel == Rel::Obj {
                    self.attach(which, self.top_of(said, deep), Rel::Nsubj);
                }
                continue;
            }
            let stranded = self.stranded_behind(deep);
            match stranded {
                Some(case) => {
                    self.attach(which, deep, Rel::Obl);
                    self.attach(case, which, Rel::Case);
                }
                None if !self.has(deep, &[Rel::Obj, Rel::Ccomp, Rel::AuxPass]) => {
                    self.attach(which, deep, Rel::Obj);
                }
                None => {}
            }
        }
    }

    /// The verb that a chain of infinitives ends with.
    fn deepest(&self, verb: usize) -> usize {
        let mut deep = verb;
        for _ in 0..6 {
            let next = (self.children(deep)).find(|&next| {
                next > deep
                    && matches!(self.rel(next), Rel::Xcomp | Rel::Ccomp)
                    && self.upos(next) == Upos::Verb
            });
            match next {
                Some(next) => deep = next,
                None => break,
            }
        }
        deep
    }

    /// The clause right below the saying that a verb stands in.
    fn top_of(&self, said: usize, deep: usize) -> usize {
        let mut top = deep;
        for above in self.above(deep).take(8) {
            if above == said {
                break;
            }
            top = above;
        }
        top
    }

    /// "could look at,": a preposition without a noun, right behind its verb.
    fn stranded_behind(&self, verb: usize) -> Option<usize> {
        let case = verb + 1;
        let end = case + 1;
        (end < self.sentence.end
            && self.upos(case) == Upos::Adp
            && (self.upos(end) == Upos::Punct
                || matches!(self.xpos(end), Xpos::Md | Xpos::Vbz | Xpos::Vbd))
            && self.rel(case) != Rel::CompoundPrt)
            .then_some(case)
    }

    /// "It is Orveth that blocks the deal": "that" is singular, so it belongs to no noun in -s; before an article that
    /// noun is a verb.
    fn that_blocks(&mut self) {
        for that in self.sentence.clone().skip(1) {
            let (verb, next) = (that + 1, that + 2);
            if !matches!(self.forms[that], "that" | "which" | "who")
                || next >= self.sentence.end
                || self.xpos(verb) != Xpos::Nns
                || !self.forms[verb].ends_with('s')
                || !is_third_person(self.forms[verb])
                || !(matches!(self.upos(next), Upos::Det) || self.xpos(next) == Xpos::PrpPoss)
                || !matches!(
                    self.upos(that - 1),
                    Upos::Noun | Upos::Propn | Upos::Adj | Upos::Punct
                )
            {
                continue;
            }
            let Some(object) = (next + 1..(next + 7).min(self.sentence.end)).find(|&word| {
                matches!(self.upos(word), Upos::Noun | Upos::Propn)
                    && !(next..next + 7).contains(&self.head(word))
                    || self.head(next) == word
            }) else {
                continue;
            };
            let noun = match self.forms[that - 1] {
                "," => continue,
                _ => that - 1,
            };
            let mut top = noun;
            while matches!(self.rel(top), Rel::Flat | Rel::Compound) && self.head(top) != top {
                top = self.head(top);
            }
            if top == object || top == verb {
                continue;
            }
            self.becomes_verb(verb, Xpos::Vbz);
            self.syntax.tags.upos[that] = Upos::Pron;
            self.syntax.tags.xpos[that] = if self.forms[that] == "who" {
                Xpos::Wp
            } else {
                Xpos::Wdt
            };
            self.attach(verb, top, Rel::AclRelcl);
            self.attach(object, verb, Rel::Obj);
            self.attach(that, verb, Rel::Nsubj);
        }
    }

    /// "The clause Orveth objects to would bar it": no infinitive follows, so "to" is a preposition without its noun.
    fn stranded_to(&mut self) {
        for to in self.sentence.clone().skip(2) {
            let (verb, next) = (to - 1, to + 1);
            if self.forms[to] != "to"
                || self.rel(to) != Rel::Mark
                || next >= self.sentence.end
                || !matches!(self.xpos(next), Xpos::Md | Xpos::Vbz | Xpos::Vbd)
                || !matches!(
                    self.xpos(verb),
                    Xpos::Nns | Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Vbn
                )
                || self.xpos(verb) == Xpos::Nns && !is_third_person(self.forms[verb])
            {
                continue;
            }
            let subject = verb - 1;
            if !self.is_nominal(subject) {
                continue;
            }
            self.syntax.tags.upos[to] = Upos::Adp;
            self.syntax.tags.xpos[to] = Xpos::In;
            self.attach(to, verb, Rel::Obl);
            if self.xpos(verb) == Xpos::Nns {
                self.becomes_verb(verb, Xpos::Vbz);
            }
            if self.has(verb, SUBJECTS) || self.upos(verb) != Upos::Verb {
                continue;
            }
            let noun = self.head(verb);
            let mut top = subject;
            while self.rel(top) == Rel::Flat
                && self.head(top) < top
                && self.upos(self.head(top)) == Upos::Propn
            {
                top = self.head(top);
            }
            if matches!(self.rel(verb), Rel::Acl | Rel::AclRelcl) && noun < top {
                let main = self.head(top);
                self.attach(top, verb, Rel::Nsubj);
                self.attach(verb, noun, Rel::AclRelcl);
                // The name had been the subject of the verb behind.
                if main > to
                    && self.upos(main) == Upos::Verb
                    && !self.has(main, SUBJECTS)
                    && self.head(noun) != main
                {
                    self.attach(noun, main, Rel::Nsubj);
                }
            }
        }
    }

    /// "proposed a commission and Tolsk objected": what "and" opens describes no noun.
    fn relative_with_and(&mut self) {
        for verb in self.sentence.clone() {
            let noun = self.head(verb);
            let first = self.head(noun);
            let and = (self.children(verb)).find(|&and| self.rel(and) == Rel::Cc && and < verb);
            let Some(and) = and else { continue };
            let own = (self.children(verb)).any(|subject| {
                subject > and
                    && subject < verb
                    && matches!(self.rel(subject), Rel::Nsubj | Rel::NsubjPass)
                    && !matches!(self.forms[subject], "which" | "who" | "that")
            });
            if self.rel(verb) == Rel::AclRelcl
                && own
                && noun < and
                && self.upos(first) == Upos::Verb
                && first < noun
                && !self.has(verb, &[Rel::Mark])
                && (self.children(noun))
                    .all(|other| other == verb || self.rel(other) != Rel::AclRelcl)
                && matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            {
                self.attach(verb, first, Rel::Conj);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn what_somebody_said_it_could_look_at() {
        let loan = "The/DET/DT/2/det loan/NOUN/NN/12/nsubj ,/PUNCT/,/6/punct which/PRON/WDT/6/obj Karsk/PROPN/NNP/6/nsubj \
                    said/VERB/VBD/2/acl:relcl it/PRON/PRP/9/nsubj could/AUX/MD/9/aux look/VERB/VB/6/ccomp at/ADP/IN/9/obl \
                    ,/PUNCT/,/6/punct comes/VERB/VBZ/0/root late/ADV/RB/12/advmod ./PUNCT/./12/punct";
        let tree = mended(loan);
        assert!(
            tree.contains("which-9-obl") && tree.contains("at-4-case"),
            "{tree}"
        );
        let draft = loan.replace(
            "look/VERB/VB/6/ccomp at/ADP/IN/9/obl",
            "accept/VERB/VB/6/ccomp soon/ADV/RB/9/advmod",
        );
        assert!(mended(&draft).contains("which-9-obj"));
    }

    #[test]
    fn that_blocks_is_a_clause() {
        let blocks = "It/PRON/PRP/3/nsubj is/AUX/VBZ/3/cop Karsk/PROPN/NNP/0/root that/DET/DT/7/nsubj blocks/NOUN/NNS/7/cop \
                      the/DET/DT/7/det deal/NOUN/NN/3/parataxis ./PUNCT/./3/punct";
        assert!(mended(blocks).contains("that-5-nsubj blocks-3-acl:relcl the-7-det deal-5-obj"));
    }

    #[test]
    fn what_and_opens_describes_nothing() {
        let objected = "Karsk/PROPN/NNP/2/nsubj proposed/VERB/VBD/0/root a/DET/DT/4/det levy/NOUN/NN/2/obj and/CCONJ/CC/7/cc \
                        Tolsk/PROPN/NNP/7/nsubj objected/VERB/VBD/4/acl:relcl ./PUNCT/./2/punct";
        assert!(mended(objected).contains("and-7-cc Tolsk-7-nsubj objected-2-conj"));
    }
}
