//! Clauses whose subject and verb were taken for each other, or for parts of a noun phrase: "Also opposed to it is Tolsk",
//! "Karsk and the junta clash over it", "Karsk, supported by Tolsk, called for a pause".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn turned_clauses(&mut self) {
        self.turned_copula();
        self.and_clause();
        self.parted_past();
        self.sources_close();
        self.compound_across();
    }

    /// "Also opposed to it is Tolsk", "More important is the fate of the crew": what stands before the copula is said of
    /// what stands behind it.
    fn turned_copula(&mut self) {
        let Some(noun) = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root) else {
            return;
        };
        if !self.is_nominal(noun) {
            return;
        }
        let Some(be) = (self.children(noun)).find(|&be| self.rel(be) == Rel::Cop && be < noun)
        else {
            return;
        };
        let said = (self.children(noun)).find(|&said| {
            said < be
                && (self.upos(said) == Upos::Adj
                    || self.xpos(said) == Xpos::Vbn
                    || self.forms[said].eq_ignore_ascii_case("first")
                        && self.forms[said + 1] == "to")
                && !matches!(self.xpos(said), Xpos::Jjs | Xpos::Dt | Xpos::Cd)
                && matches!(
                    self.rel(said),
                    Rel::Amod
                        | Rel::Case
                        | Rel::Mark
                        | Rel::Nsubj
                        | Rel::Advcl
                        | Rel::Acl
                        | Rel::Advmod
                )
        });
        let Some(said) = said else { return };
        if (self.children(noun)).any(|case| self.rel(case) == Rel::Case && case != said) {
            return;
        }
        let opens = (self.sentence.start..said)
            .all(|at| self.upos(at) == Upos::Adv || self.upos(at) == Upos::Cconj);
        let completed = said + 1 == be
            || matches!(self.upos(said + 1), Upos::Adp | Upos::Part)
                && (said + 1..be).all(|at| self.upos(at) != Upos::Punct);
        let other = (self.children(noun)).any(|child| {
            child != said
                && child < be
                && matches!(
                    self.rel(child),
                    Rel::Nsubj | Rel::Csubj | Rel::NsubjPass | Rel::Expl
                )
        });
        let inside = be + 1 < self.sentence.end && (be + 1..=noun).contains(&noun);
        if !opens || !completed || other || !inside {
            return;
        }
        // "opposed to the plan": the preposition belongs to its noun.
        for child in self.children(said).collect::<Vec<_>>() {
            let oblique =
                (self.children(said)).find(|&word| word > child && self.rel(word) == Rel::Obl);
            if let (Rel::Fixed, Some(oblique)) = (self.rel(child), oblique) {
                self.attach(child, oblique, Rel::Case);
            }
        }
        if self.upos(said) == Upos::Verb && self.forms[said].eq_ignore_ascii_case("opposed") {
            self.syntax.tags.upos[said] = Upos::Adj;
            self.syntax.tags.xpos[said] = Xpos::Jj;
        }
        let verbal = self.upos(said) == Upos::Verb;
        let last = self.sentence.end - 1;
        self.attach(said, said, Rel::Root);
        self.attach(noun, said, if verbal { Rel::NsubjPass } else { Rel::Nsubj });
        self.attach(be, said, if verbal { Rel::AuxPass } else { Rel::Cop });
        for child in self.children(noun).collect::<Vec<_>>() {
            if child < be || child == last && self.upos(child) == Upos::Punct {
                self.attach(child, said, self.rel(child));
            }
        }
    }

    /// "Karsk and the junta clash over it", with the junta alone for who clashes: a noun goes with no finite verb.
    fn and_clause(&mut self) {
        let Some(noun) = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root) else {
            return;
        };
        if !matches!(self.upos(noun), Upos::Noun | Upos::Propn)
            || self.has(noun, SUBJECTS)
            || self.has(noun, &[Rel::Cop, Rel::Case, Rel::Aux])
            || !self.is_closed()
        {
            return;
        }
        let found = (self.children(noun)).find(|&verb| {
            verb > noun
                && self.rel(verb) == Rel::Conj
                && self.upos(verb) == Upos::Verb
                && matches!(self.xpos(verb), Xpos::Vbp | Xpos::Vb | Xpos::Vbz)
                && !self.has(verb, &[Rel::Aux, Rel::Mark])
        });
        let Some(verb) = found else { return };
        let and = (self.children(verb)).find(|&and| {
            and > noun && and < verb && self.rel(and) == Rel::Cc && self.forms[and] == "and"
        });
        let second = (self.children(verb)).find(|&other| {
            other < verb && matches!(self.rel(other), Rel::Nsubj) && self.is_nominal(other)
        });
        let (Some(and), Some(second)) = (and, second) else {
            return;
        };
        let before = (self.sentence.start..and).all(|at| {
            matches!(
                self.upos(at),
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num | Upos::Part
            )
        });
        let third = self.xpos(verb) == Xpos::Vbz;
        if !before || second < and || third || second + 1 != verb || self.xpos(second) == Xpos::Nns
        {
            return;
        }
        self.syntax.tags.xpos[verb] = Xpos::Vbp;
        let last = self.sentence.end - 1;
        self.attach(verb, verb, Rel::Root);
        self.attach(second, noun, Rel::Conj);
        self.attach(and, second, Rel::Cc);
        self.attach(noun, verb, Rel::Nsubj);
        if self.head(last) == noun {
            self.attach(last, verb, Rel::Punct);
        }
    }

    /// "Karsk, supported by Tolsk, called for a pause": behind the second comma stands the verb, if there is no other.
    fn parted_past(&mut self) {
        let start = self.sentence.start;
        let Some(first) = (start + 2..self.sentence.end).find(|&word| {
            self.xpos(word) == Xpos::Vbn
                && self.forms[word - 1] == ","
                && self.forms.get(word + 1) == Some(&"by")
        }) else {
            return;
        };
        let Some(comma) = (first + 2..self.sentence.end).find(|&at| self.forms[at] == ",") else {
            return;
        };
        let Some(verb) = (comma + 1..self.sentence.end).find(|&at| self.upos(at) != Upos::Adv)
        else {
            return;
        };
        let nouns = |at: usize| {
            matches!(
                self.upos(at),
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num | Upos::Part
            )
        };
        let other =
            (self.sentence.clone()).any(|at| at != first && at < verb && self.is_finite_form(at));
        if self.upos(verb) != Upos::Verb
            || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbn)
            || self.forms.get(verb + 1) == Some(&"by")
            || self.rel(verb) == Rel::Root
            || self.has(verb, SUBJECTS)
            || self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::Mark])
            || other
            || !self.is_closed()
            || !(start..first - 1).all(nouns)
            || (verb + 1..self.sentence.end).any(|at| self.rel(at) == Rel::Root)
        {
            return;
        }
        let subject = (start..first - 1).find(|&word| {
            self.is_nominal(word) && !(start..first - 1).contains(&self.head(word))
                || self.rel(word) == Rel::Root
        });
        let Some(subject) = subject.filter(|&subject| subject < first) else {
            return;
        };
        let root = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root);
        self.syntax.tags.xpos[verb] = Xpos::Vbd;
        self.attach(verb, verb, Rel::Root);
        self.attach(subject, verb, Rel::Nsubj);
        self.attach(first, subject, Rel::Acl);
        for word in self.sentence.clone() {
            let head = self.head(word);
            let hung = Some(head) == root || head == subject || head == first;
            if word > verb && word != verb && hung {
                let rel = match self.rel(word) {
                    Rel::Nmod => Rel::Obl,
                    Rel::Acl => Rel::Advcl,
                    rel => rel,
                };
                self.attach(word, verb, rel);
            }
        }
    }

    /// "Sources close to the talks say": close describes them, and they say.
    fn sources_close(&mut self) {
        for close in self.sentence.clone() {
            let verb = self.head(close);
            if self.forms[close] != "close"
                || self.rel(close) != Rel::Advmod
                || self.upos(verb) != Upos::Verb
                || verb <= close
                || self.has(verb, SUBJECTS)
            {
                continue;
            }
            let sources =
                (self.children(close)).find(|&noun| noun < close && self.rel(noun) == Rel::Nsubj);
            if let Some(sources) = sources {
                self.syntax.tags.upos[close] = Upos::Adj;
                self.syntax.tags.xpos[close] = Xpos::Jj;
                self.attach(sources, verb, Rel::Nsubj);
                self.attach(close, sources, Rel::Amod);
            }
        }
    }

    /// "Karsk urges restraint": what stands before a finite verb is no part of its object.
    fn compound_across(&mut self) {
        for verb in self.sentence.clone().skip(1) {
            let name = verb - 1;
            let object = self.head(name);
            if self.xpos(verb) != Xpos::Vbz
                || self.upos(verb) != Upos::Verb
                || object <= verb
                || self.rel(name) != Rel::Compound
                || !matches!(self.upos(name), Upos::Noun | Upos::Propn)
                || self.has(verb, SUBJECTS)
            {
                continue;
            }
            let below = self.head(object) == verb;
            let above =
                self.head(verb) == object && matches!(self.rel(verb), Rel::Compound | Rel::Amod);
            if !below && !above {
                continue;
            }
            if above {
                let (head, rel) = (self.head(object), self.rel(object));
                match rel {
                    Rel::Root => self.attach(verb, verb, Rel::Root),
                    _ => self.attach(verb, head, rel),
                }
                self.attach(object, verb, Rel::Obj);
                let last = self.sentence.end - 1;
                if self.head(last) == object && self.upos(last) == Upos::Punct {
                    self.attach(last, verb, Rel::Punct);
                }
            }
            for word in self.children(object).collect::<Vec<_>>() {
                if word < name {
                    self.attach(word, name, self.rel(word));
                }
            }
            self.attach(name, verb, Rel::Nsubj);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn who_is_also_opposed() {
        let opposed = "Also/ADV/RB/7/advmod opposed/VERB/VBN/7/case to/ADP/IN/5/case the/DET/DT/5/det plan/NOUN/NN/2/obl \
                       is/AUX/VBZ/7/cop Karsk/PROPN/NNP/0/root ./PUNCT/./7/punct";
        assert!(
            mended(opposed)
                .contains("opposed-0-root to-5-case the-5-det plan-2-obl is-2-cop Karsk-2-nsubj")
        );
        let most = "Most/ADJ/JJS/5/nsubj of/ADP/IN/3/case them/PRON/PRP/1/obl are/AUX/VBP/5/cop ports/NOUN/NNS/0/root ./PUNCT/./5/punct";
        assert!(mended(most).contains("ports-0-root"));
    }

    #[test]
    fn both_clash() {
        let clash = "Karsk/PROPN/NNP/0/root and/CCONJ/CC/5/cc the/DET/DT/4/det junta/NOUN/NN/5/nsubj clash/VERB/VBP/1/conj \
                     today/NOUN/NN/5/obl:unmarked ./PUNCT/./1/punct";
        assert!(
            mended(clash).starts_with("Karsk-5-nsubj and-4-cc the-4-det junta-1-conj clash-0-root")
        );
    }

    #[test]
    fn the_verb_stands_behind_the_second_comma() {
        let called = "The/DET/DT/2/det union/NOUN/NN/4/nsubj:pass ,/PUNCT/,/4/punct supported/VERB/VBN/0/root by/ADP/IN/6/case \
                      Tolsk/PROPN/NNP/4/obl:agent ,/PUNCT/,/8/punct called/VERB/VBN/6/acl for/ADP/IN/10/case talks/NOUN/NNS/8/obl ./PUNCT/./4/punct";
        let tree = mended(called);
        assert!(
            tree.contains("union-8-nsubj")
                && tree.contains("supported-2-acl")
                && tree.contains("called-0-root"),
            "{tree}"
        );
    }

    #[test]
    fn a_name_before_a_verb_is_no_part_of_its_object() {
        let urges = "Karsk/PROPN/NNP/3/compound urges/VERB/VBZ/0/root restraint/NOUN/NN/2/obj ./PUNCT/./2/punct";
        assert!(mended(urges).starts_with("Karsk-2-nsubj urges-0-root"));
    }
}
