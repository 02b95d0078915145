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

    /// "proposed that Karsk run it, and Tolsk, wary of that, has said …": a name with an aside behind "and" and a finite
    /// verb without a subject are a clause of their own, no second thing.
    pub(super) fn joined_before_aside(&mut self) {
        for name in self.sentence.clone().skip(3) {
            let first = self.head(name);
            let mut start = name;
            while self.head(start - 1) == name
                && matches!(
                    self.rel(start - 1),
                    Rel::NmodPoss | Rel::Det | Rel::Amod | Rel::Compound
                )
                && start > self.sentence.start + 2
            {
                start -= 1;
            }
            let and = start - 1;
            // "and its commander, Ada Lind, has called it absurd"
            let owned =
                self.upos(name) == Upos::Noun && self.has(name, &[Rel::NmodPoss, Rel::Appos]);
            if self.rel(name) != Rel::Conj
                || self.upos(name) != Upos::Propn && !owned
                || first >= and
                || self.rel(and) != Rel::Cc
                || self.forms[and - 1] != ","
                || self.forms.get(name + 1) != Some(&",")
            {
                continue;
            }
            let close = (name + 2..self.sentence.end).find(|&at| self.forms[at] == ",");
            let Some(close) = close.filter(|&close| close + 2 < self.sentence.end) else {
                continue;
            };
            let tensed = close + 1;
            let verb = match self.upos(tensed) {
                Upos::Aux => self.head(tensed),
                _ => tensed,
            };
            let main = self.above(first).find(|&above| {
                self.upos(above) == Upos::Verb
                    && matches!(self.rel(above), Rel::Root | Rel::Conj | Rel::Parataxis)
            });
            let Some(main) = main.filter(|&main| main < and) else {
                continue;
            };
            if verb >= tensed
                && self.upos(verb) == Upos::Verb
                && self.is_finite_form(tensed)
                && self.head(verb) < and
                && !self.has(verb, SUBJECTS)
            {
                for content in self.children(verb).collect::<Vec<_>>() {
                    if content < and && self.rel(content) != Rel::Punct {
                        self.attach(content, main, self.rel(content));
                    }
                }
                self.attach(close, name, Rel::Punct);
                for aside in name + 1..close {
                    if self.head(aside) < and {
                        let rel = match self.upos(aside) {
                            Upos::Verb => Rel::Acl,
                            _ => self.rel(aside),
                        };
                        self.attach(aside, name, rel);
                    }
                }
                self.attach(verb, main, Rel::Conj);
                self.attach(name, verb, Rel::Nsubj);
                self.attach(and, verb, Rel::Cc);
                self.attach(and - 1, verb, Rel::Punct);
            }
        }
    }

    /// "welcomed the idea but objects to the price": behind "but" and before its preposition, a verb.
    pub(super) fn but_objects_to(&mut self) {
        for word in self.sentence.clone().skip(3) {
            let thing = self.head(word);
            let first = self.head(thing);
            if self.forms[word - 1] == "but"
                && self.xpos(word) == Xpos::Nns
                && self.rel(word) == Rel::Conj
                && matches!(self.rel(thing), Rel::Obj | Rel::Obl)
                && first < thing
                && self.upos(first) == Upos::Verb
                && self.sides(word)
                && (self.takes_case(word) || self.is_followed(word + 1))
            {
                self.becomes_verb(word, Xpos::Vbz);
                self.attach(word, first, Rel::Conj);
            }
        }
    }

    /// "open to taking it in stages, she said, and to a lease": what has the same preposition goes on from that, not from the
    /// word nearest by.
    pub(super) fn same_preposition(&mut self) {
        for thing in self.sentence.clone().skip(4) {
            let near = self.head(thing);
            if self.rel(thing) != Rel::Conj || !self.is_nominal(thing) || near >= thing {
                continue;
            }
            let case = (self.children(thing)).find(|&case| self.rel(case) == Rel::Case);
            let Some(case) = case.filter(|&case| self.rel(case - 1) == Rel::Cc) else {
                continue;
            };
            let opened = |tree: &Self, word: usize| {
                (tree.children(word)).any(|mark| {
                    mark < word
                        && matches!(tree.rel(mark), Rel::Case | Rel::Mark)
                        && tree.forms[mark] == tree.forms[case]
                        && tree.xpos(mark) != Xpos::To
                })
            };
            if opened(self, near) {
                continue;
            }
            let aside = self.rel(near) == Rel::Parataxis;
            let fellow = match aside {
                true => (self.children(self.head(near)))
                    .filter(|&at| at < near && opened(self, at))
                    .last(),
                false => (self.above(near).take(4))
                    .take_while(|&at| at < thing)
                    .find(|&at| opened(self, at)),
            };
            if let Some(fellow) = fellow {
                self.attach(thing, fellow, Rel::Conj);
            }
        }
    }

    /// "instead of the fifteen it had sought": a number with an article is described by the clause right behind it.
    pub(super) fn number_it_sought(&mut self) {
        for number in self.sentence.clone().skip(2) {
            let (the, subject) = (number - 1, number + 1);
            if self.upos(number) != Upos::Num
                || self.rel(the) != Rel::Det
                || self.head(the) != number
                || subject >= self.sentence.end
            {
                continue;
            }
            let verb = self.head(subject);
            let has_object = (self.children(verb))
                .any(|at| matches!(self.rel(at), Rel::Obj | Rel::Ccomp | Rel::Xcomp));
            if SUBJECTS.contains(&self.rel(subject))
                && matches!(self.upos(subject), Upos::Pron | Upos::Propn)
                && verb > subject
                && !has_object
                && matches!(self.rel(verb), Rel::Parataxis | Rel::Ccomp | Rel::Conj)
                && self.head(verb) < number
            {
                let above = self.head(verb);
                if self.head(number) == verb {
                    self.attach(number, above, Rel::Obl);
                }
                self.attach(verb, number, Rel::AclRelcl);
            }
        }
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
            && !(self.sentence.start..verb)
                .any(|at| self.is_finite_form(at) && self.rel(at) != Rel::AclRelcl)
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
