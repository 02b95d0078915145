//! Verbs behind something told besides, and subjects whose clause describes another: "Karsk, citing costs, backs a fund",
//! "The truce Karsk backs would last a month", "The clause to which it objects was removed".

use super::Tree;
use super::agreement::SUBJECTS;
use super::openings::is_third_person;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Each of the constructions of this file, before others look at the verbs.
    pub(super) fn parted_verbs(&mut self) {
        self.ruling_as_noun();
        self.states_as_noun();
        self.verb_behind_aside();
        self.backs_in_relative();
        self.made_in_relative();
        self.step_it_fears();
    }

    /// "The ruling favours Karsk", "the ruling bound both": behind an article and before a word with an object, a noun.
    fn ruling_as_noun(&mut self) {
        for word in self.sentence.clone().skip(1) {
            let verb = word + 1;
            if self.forms[word] != "ruling"
                || self.xpos(word) == Xpos::Nn
                    && self.xpos(verb.min(self.sentence.end - 1)) != Xpos::Jj
                || verb + 1 >= self.sentence.end
                || !matches!(self.upos(word - 1), Upos::Det)
                || !matches!(
                    self.upos(verb + 1),
                    Upos::Det | Upos::Propn | Upos::Pron | Upos::Adj | Upos::Noun
                )
                || matches!(
                    self.forms[verb],
                    "powers"
                        | "classes"
                        | "houses"
                        | "families"
                        | "groups"
                        | "parties"
                        | "elites"
                        | "circles"
                )
            {
                continue;
            }
            let third = self.xpos(verb) == Xpos::Nns && is_third_person(self.forms[verb]);
            let bound = self.forms[verb] == "bound" && self.has(verb, &[Rel::Obj]);
            if !third && !bound {
                continue;
            }
            self.syntax.tags.upos[word] = Upos::Noun;
            self.syntax.tags.xpos[word] = Xpos::Nn;
            self.attach(word - 1, word, Rel::Det);
            if self.head(word) == verb {
                self.attach(word, verb, Rel::Compound);
            }
            if bound {
                self.becomes_verb(verb, Xpos::Vbd);
                self.attach(word, verb, Rel::Nsubj);
            }
        }
    }

    /// "Most states back the plan": what an adjective describes is no verb.
    fn states_as_noun(&mut self) {
        for word in self.sentence.clone().skip(1) {
            let next = word + 1;
            if self.forms[word] != "states"
                || self.xpos(word) != Xpos::Vbz
                || next >= self.sentence.end
                || self.has(word, SUBJECTS)
                || !(self.children(word)).any(|before| {
                    before + 1 == word
                        && matches!(self.rel(before), Rel::Amod | Rel::Det | Rel::Nummod)
                })
            {
                continue;
            }
            self.syntax.tags.upos[word] = Upos::Noun;
            self.syntax.tags.xpos[word] = Xpos::Nns;
        }
    }

    /// "Karsk, citing costs, backs a fund", "Karsk (the host) backs it", "Karsk, joined by Tolsk, objects to it": a verb
    /// behind an aside has the noun before that for its subject.
    fn verb_behind_aside(&mut self) {
        let Some(noun) = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root) else {
            return;
        };
        if !matches!(self.upos(noun), Upos::Noun | Upos::Propn)
            || self.has(noun, SUBJECTS)
            || self.has(noun, &[Rel::Cop, Rel::Aux, Rel::Case])
            || !self.is_closed()
            || !(self.sentence.start..noun).all(|at| {
                matches!(
                    self.upos(at),
                    Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num | Upos::Part
                )
            })
        {
            return;
        }
        let Some(open) = (noun + 1..self.sentence.end).find(|&at| is_edge(self.forms[at])) else {
            return;
        };
        // Between the noun and the aside only what belongs to the noun.
        if !(noun + 1..open).all(|at| matches!(self.upos(at), Upos::Propn | Upos::Noun)) {
            return;
        }
        let finite = |at: usize| {
            matches!(self.xpos(at), Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Md)
                && matches!(self.upos(at), Upos::Verb | Upos::Aux)
        };
        let mut close = open + 1;
        let found = loop {
            let Some(edge) = (close..self.sentence.end).find(|&at| is_edge(self.forms[at])) else {
                return;
            };
            if (open + 1..edge).any(finite) {
                return;
            }
            let verb = (edge + 1..self.sentence.end)
                .find(|&at| self.upos(at) != Upos::Adv)
                .filter(|&at| at + 1 < self.sentence.end);
            if let Some(verb) = verb
                && self.is_verb_of_aside(verb, noun)
            {
                break verb;
            }
            close = edge + 1;
        };
        let verb = found;
        if self.xpos(verb) == Xpos::Nns {
            self.becomes_verb(verb, Xpos::Vbz);
        }
        // A noun of the aside that was taken for the verb's own.
        let edge = (open..verb)
            .rev()
            .find(|&at| is_edge(self.forms[at]))
            .unwrap_or(open);
        for child in self.children(verb).collect::<Vec<_>>() {
            if child < edge {
                let inside = child > open;
                match self.rel(child) {
                    Rel::Compound
                    | Rel::Obl
                    | Rel::Nsubj
                    | Rel::Det
                    | Rel::Amod
                    | Rel::Mark
                    | Rel::Cc
                        if inside =>
                    {
                        let last = edge - 1;
                        let (to, rel) = match (
                            child == last || self.has(child, &[Rel::Case]),
                            self.rel(child),
                        ) {
                            (true, Rel::Obl) => (noun, Rel::Nmod),
                            (true, _) if self.is_nominal(child) => (noun, Rel::Appos),
                            (_, rel) if child < last => (last, rel),
                            (_, rel) => (noun, rel),
                        };
                        self.attach(child, to, rel);
                    }
                    _ => {}
                }
            }
        }
        self.attach(verb, verb, Rel::Root);
        self.attach(noun, verb, Rel::Nsubj);
        let last = self.sentence.end - 1;
        if self.head(last) == noun {
            self.attach(last, verb, Rel::Punct);
        }
        let behind: Vec<usize> = (self.children(verb))
            .filter(|&child| child > verb)
            .collect();
        for child in behind {
            match self.rel(child) {
                Rel::Nmod => self.attach(child, verb, Rel::Obl),
                Rel::NmodUnmarked | Rel::Appos if !self.has(verb, &[Rel::Obj]) => {
                    self.attach(child, verb, Rel::Obj)
                }
                _ => {}
            }
        }
    }

    /// Whether a word can be the verb of the noun before an aside.
    fn is_verb_of_aside(&self, verb: usize, noun: usize) -> bool {
        let hung = matches!(
            self.rel(verb),
            Rel::Parataxis | Rel::Conj | Rel::Appos | Rel::Advcl | Rel::Acl | Rel::Dep
        ) && self.above(verb).take(6).any(|above| above == noun);
        let own = (self.children(verb))
            .any(|subject| SUBJECTS.contains(&self.rel(subject)) && subject + 1 == verb);
        if !hung
            || own
            || self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
            || self.forms[verb - 1] == "and"
        {
            return false;
        }
        let object = (self.children(verb)).any(|object| {
            object > verb && matches!(self.rel(object), Rel::Obj | Rel::Xcomp | Rel::Ccomp)
        });
        match self.xpos(verb) {
            Xpos::Vbz => self.upos(verb) == Upos::Verb,
            Xpos::Nns => {
                self.forms[verb].starts_with(char::is_lowercase)
                    && is_third_person(self.forms[verb])
                    && self.sides(verb)
                    && (object
                        || self.takes_case(verb)
                        || matches!(self.upos(verb + 1), Upos::Det | Upos::Part))
            }
            _ => false,
        }
    }

    /// "The truce Karsk backs would last", "The clause to which Karsk objects was removed": of two subjects, the second is
    /// a verb that describes the first.
    fn backs_in_relative(&mut self) {
        for back in self.sentence.clone().skip(2) {
            let next = back + 1;
            let main = self.head(back);
            if self.xpos(back) != Xpos::Nns
                || !matches!(self.rel(back), Rel::Nsubj | Rel::NsubjPass)
                || next >= self.sentence.end
                || main <= back
                || !self.forms[back].starts_with(char::is_lowercase)
                || !is_third_person(self.forms[back])
                || !self.sides(back)
                || !(matches!(self.xpos(next), Xpos::Md | Xpos::Vbz | Xpos::Vbd))
            {
                continue;
            }
            let name = back - 1;
            if self.head(name) != back
                || !matches!(self.upos(name), Upos::Noun | Upos::Propn)
                || self.xpos(name) == Xpos::Nns
            {
                continue;
            }
            let first = (self.children(main)).find(|&first| {
                first < name && matches!(self.rel(first), Rel::Nsubj | Rel::NsubjPass)
            });
            let inside = (self.children(back)).find(|&noun| {
                noun < name
                    && self.rel(noun) == Rel::Compound
                    && self.xpos(noun) == Xpos::Nn
                    && self.upos(name) == Upos::Propn
                    && (noun + 1..name).all(|at| {
                        self.upos(at) == Upos::Propn
                            || self.upos(at) == Upos::Noun
                                && self.forms[at].starts_with(char::is_uppercase)
                    })
            });
            let noun = match (first, inside) {
                (Some(first), _) if self.xpos(first) != Xpos::Prp && self.is_nominal(first) => {
                    first
                }
                (None, Some(inside)) => inside,
                _ => continue,
            };
            let left: Vec<usize> = (self.children(back))
                .filter(|&child| child < name)
                .collect();
            for child in left {
                if child == noun {
                    continue;
                }
                match child < noun {
                    true => self.attach(child, noun, self.rel(child)),
                    false => self.attach(child, name, self.rel(child)),
                }
            }
            let rel = self.rel(back);
            self.becomes_verb(back, Xpos::Vbz);
            self.attach(noun, main, rel);
            self.attach(back, noun, Rel::AclRelcl);
            self.attach(name, back, Rel::Nsubj);
            // "to which it objects": the pronoun is the verb's.
            let which = (noun + 1..name).find(|&which| self.forms[which] == "which");
            if let Some(which) = which
                && !self.above(which).take(3).any(|above| above == back)
            {
                self.attach(which, back, Rel::Obl);
            }
        }
    }

    /// "The offer Karsk made on Monday still stands": between the noun and its past, the subject of that.
    fn made_in_relative(&mut self) {
        for made in self.sentence.clone().skip(2) {
            let noun = self.head(made);
            if !matches!(self.xpos(made), Xpos::Vbn | Xpos::Vbd)
                || self.upos(made) != Upos::Verb
                || self.rel(made) != Rel::Acl
                || noun + 1 >= made
                || self.upos(noun) != Upos::Noun
                || self.has(made, SUBJECTS)
                || self.has(
                    made,
                    &[Rel::Obj, Rel::OblAgent, Rel::Aux, Rel::AuxPass, Rel::Mark],
                )
                || self.forms[noun..made].contains(&",")
            {
                continue;
            }
            let main = self.head(noun);
            let name = (noun + 1..made)
                .rev()
                .find(|&at| !matches!(self.upos(at), Upos::Adv));
            let Some(last) = name else { continue };
            let mut top = last;
            while self.rel(top) == Rel::Flat && self.head(top) > noun && self.head(top) < top {
                top = self.head(top);
            }
            let second = self.head(top) == main
                && main > made
                && matches!(self.rel(top), Rel::Nsubj | Rel::NsubjPass)
                && matches!(self.rel(noun), Rel::Nsubj | Rel::NsubjPass);
            let beside = self.head(top) == noun
                && matches!(self.rel(top), Rel::Appos | Rel::NmodUnmarked)
                && self.upos(top) == Upos::Propn;
            if !(second || beside) || !matches!(self.upos(top), Upos::Noun | Upos::Propn) {
                continue;
            }
            self.syntax.tags.xpos[made] = Xpos::Vbd;
            self.attach(made, noun, Rel::AclRelcl);
            self.attach(top, made, Rel::Nsubj);
        }
    }

    /// "wants a ban, a step Karsk fears.": the last word of a clause, behind a thing told again and a name.
    fn step_it_fears(&mut self) {
        for fears in self.sentence.clone().skip(4) {
            let name = fears - 1;
            if self.xpos(fears) != Xpos::Nns
                || !self.sides(fears)
                || !is_third_person(self.forms[fears])
                || fears + 1 >= self.sentence.end
                || !matches!(self.forms[fears + 1], "." | "," | ";")
                || self.head(name) != fears
                || !matches!(self.upos(name), Upos::Noun | Upos::Propn)
                || self.xpos(name) == Xpos::Nns
            {
                continue;
            }
            let Some(comma) = (self.sentence.start..name)
                .rev()
                .take(9)
                .find(|&at| self.forms[at] == ",")
            else {
                continue;
            };
            let step = comma + 2;
            if !matches!(self.forms[comma + 1], "a" | "an")
                || step >= name
                || self.xpos(step) != Xpos::Nn
                || !(self.upos(step + 1) == Upos::Det
                    || self.upos(step + 1) == Upos::Propn
                    || self.xpos(step + 1) == Xpos::PrpPoss)
            {
                continue;
            }
            let (head, rel) = (self.head(fears), self.rel(fears));
            if head == fears {
                continue;
            }
            let mut top = name;
            while self.rel(top) == Rel::Flat && self.head(top) > step && self.head(top) < top {
                top = self.head(top);
            }
            for child in self.children(fears).collect::<Vec<_>>() {
                if child != top && child != step && child < name {
                    let to = if child < step { step } else { name };
                    self.attach(child, to, self.rel(child));
                }
            }
            if head != step && !(comma..fears).contains(&head) {
                self.attach(
                    step,
                    head,
                    if matches!(rel, Rel::Appos | Rel::Conj) {
                        Rel::Appos
                    } else {
                        Rel::Parataxis
                    },
                );
            }
            self.becomes_verb(fears, Xpos::Vbz);
            self.attach(fears, step, Rel::AclRelcl);
            self.attach(top, fears, Rel::Nsubj);
        }
    }
}

/// What opens or closes an aside.
fn is_edge(form: &str) -> bool {
    matches!(form, "," | "(" | ")" | "-" | "–" | "—")
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn the_verb_stands_behind_the_aside() {
        let costs = "Karsk/PROPN/NNP/0/root ,/PUNCT/,/3/punct citing/VERB/VBG/1/acl costs/NOUN/NNS/3/obj ,/PUNCT/,/6/punct \
                     backs/NOUN/NNS/1/parataxis a/DET/DT/8/det fund/NOUN/NN/6/obj ./PUNCT/./1/punct";
        let tree = mended(costs);
        assert!(
            tree.starts_with("Karsk-6-nsubj") && tree.contains("backs-0-root a-8-det fund-6-obj"),
            "{tree}"
        );
    }

    #[test]
    fn the_second_of_two_subjects_describes_the_first() {
        let truce = "The/DET/DT/4/det truce/NOUN/NN/4/compound Karsk/PROPN/NNP/4/compound backs/NOUN/NNS/6/nsubj \
                     would/AUX/MD/6/aux last/VERB/VB/0/root ./PUNCT/./6/punct";
        assert!(mended(truce).starts_with(
            "The-2-det truce-6-nsubj Karsk-4-nsubj backs-2-acl:relcl would-6-aux last-0-root"
        ));
        let which = "The/DET/DT/2/det clause/NOUN/NN/8/nsubj:pass to/ADP/IN/4/case which/PRON/WDT/8/obl Karsk/PROPN/NNP/6/compound \
                     objects/NOUN/NNS/8/nsubj:pass was/AUX/VBD/8/aux:pass removed/VERB/VBN/0/root ./PUNCT/./8/punct";
        let tree = mended(which);
        assert!(
            tree.contains("which-6-obl Karsk-6-nsubj objects-2-acl:relcl"),
            "{tree}"
        );
    }

    #[test]
    fn who_made_the_offer() {
        let offer = "The/DET/DT/2/det offer/NOUN/NN/5/nsubj Karsk/PROPN/NNP/2/appos made/VERB/VBN/2/acl stands/VERB/VBZ/0/root ./PUNCT/./5/punct";
        assert!(mended(offer).contains("Karsk-4-nsubj made-2-acl:relcl"));
    }

    #[test]
    fn a_ruling_that_binds() {
        let bound = "The/DET/DT/3/det ruling/VERB/VBG/3/amod bound/ADJ/JJ/0/root both/DET/DT/5/det sides/NOUN/NNS/3/obj ./PUNCT/./3/punct";
        assert!(mended(bound).starts_with("The-2-det ruling-3-nsubj bound-0-root"));
        let favours = "The/DET/DT/3/det ruling/VERB/VBG/3/amod favours/NOUN/NNS/0/root Karsk/PROPN/NNP/3/appos ./PUNCT/./3/punct";
        assert!(mended(favours).starts_with("The-2-det ruling-3-nsubj favours-0-root Karsk-3-obj"));
    }
}
