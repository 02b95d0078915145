//! Questions: "Does Karsk back the plan?", "Why does the union object to it?"

use super::Tree;
use super::agreement::SUBJECTS;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Auxiliaries that open a question and want a plain verb.
const ASKING: &[&str] = &[
    "do", "does", "did", "will", "would", "can", "could", "should", "might",
];

impl Tree<'_> {
    /// Behind an auxiliary that opens a question and a noun phrase stands the verb: no adverb "back", no noun.
    pub(super) fn asked_verb(&mut self) {
        let (start, end) = (self.sentence.start, self.sentence.end);
        if end < start + 5 || self.forms[end - 1] != "?" {
            return;
        }
        let small = |at: usize| self.forms[at].to_lowercase();
        let Some(aux) = (start..start + 3).find(|&at| ASKING.contains(&small(at).as_str())) else {
            return;
        };
        if !(start..aux).all(|at| {
            matches!(self.xpos(at), Xpos::Wrb | Xpos::Wp | Xpos::Wdt)
                || self.upos(at) == Upos::Cconj
        }) {
            return;
        }
        let Some(verb) = (aux + 2..(aux + 9).min(end - 2)).find(|&at| {
            let form = self.forms[at];
            let follows = self.upos(at + 1);
            self.forms[at - 1] != "to"
                && form.starts_with(char::is_lowercase)
                && (form == "back"
                    && (matches!(follows, Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj)
                        || self.xpos(at + 1) == Xpos::PrpPoss)
                    || form == "object" && self.forms[at + 1] == "to"
                    || self.xpos(at) == Xpos::Nn && is_verb(form) && matches!(follows, Upos::Det))
        }) else {
            return;
        };
        let phrase = aux + 1..verb;
        let nouns = (phrase.clone()).all(|at| {
            matches!(
                self.upos(at),
                Upos::Noun
                    | Upos::Propn
                    | Upos::Det
                    | Upos::Adj
                    | Upos::Num
                    | Upos::Pron
                    | Upos::Part
            ) || self.forms[at].starts_with(char::is_uppercase)
                || self.forms[at] == "and"
        });
        let plain = (aux + 1..end).any(|at| {
            at != verb
                && self.xpos(at) == Xpos::Vb
                && self.forms[at].starts_with(char::is_lowercase)
                && self.forms[at - 1] != "to"
        });
        if !nouns || plain || self.upos(verb) == Upos::Verb && self.has(verb, SUBJECTS) {
            return;
        }
        let last = verb - 1;
        self.make_asked(aux, phrase.clone(), last, verb);
    }

    fn make_asked(&mut self, aux: usize, phrase: std::ops::Range<usize>, last: usize, verb: usize) {
        // A name that was taken for the verb.
        if self.upos(last) == Upos::Verb {
            self.syntax.tags.upos[last] = Upos::Propn;
            self.syntax.tags.xpos[last] = Xpos::Nnp;
        }
        let mut top = last;
        while phrase.contains(&self.head(top))
            && self.head(top) < top
            && matches!(self.rel(top), Rel::Flat | Rel::Conj)
        {
            top = self.head(top);
        }
        let root = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root);
        self.becomes_verb(verb, Xpos::Vb);
        self.attach(verb, verb, Rel::Root);
        let mut object = false;
        for word in self.sentence.clone() {
            let head = self.head(word);
            if word == verb || word == top {
                continue;
            }
            let rel = self.rel(word);
            if phrase.contains(&word) {
                if !phrase.contains(&head) || head == word {
                    let rel = match self.upos(word) {
                        Upos::Det => Rel::Det,
                        Upos::Adj => Rel::Amod,
                        _ if matches!(rel, Rel::NmodPoss | Rel::NmodDesc) => rel,
                        _ => Rel::Compound,
                    };
                    self.attach(word, last, rel);
                }
            } else if head == word
                || Some(head) == root
                || phrase.contains(&head)
                || head == aux
                || head == verb
            {
                let rel = match self.upos(word) {
                    _ if word == aux => Rel::Aux,
                    Upos::Punct => Rel::Punct,
                    Upos::Noun | Upos::Propn | Upos::Pron
                        if word > verb && self.has(word, &[Rel::Case]) =>
                    {
                        Rel::Obl
                    }
                    Upos::Noun | Upos::Propn | Upos::Pron if word > verb && !object => {
                        object = true;
                        Rel::Obj
                    }
                    Upos::Adv => Rel::Advmod,
                    _ if matches!(rel, Rel::Root) => Rel::Dep,
                    _ => rel,
                };
                self.attach(word, verb, rel);
            }
        }
        self.attach(top, verb, Rel::Nsubj);
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn behind_does_and_a_name_back_is_the_verb() {
        let back = "Does/AUX/VBZ/3/aux the/DET/DT/3/det union/NOUN/NN/0/root back/ADV/RB/3/advmod the/DET/DT/6/det plan/NOUN/NN/3/appos ?/PUNCT/./3/punct";
        assert_eq!(
            mended(back),
            "Does-4-aux the-3-det union-4-nsubj back-0-root the-6-det plan-4-obj ?-4-punct"
        );
        let way = "Did/AUX/VBD/3/aux she/PRON/PRP/3/nsubj go/VERB/VB/0/root back/ADV/RB/3/advmod that/DET/DT/6/det day/NOUN/NN/3/obl:unmarked ?/PUNCT/./3/punct";
        assert!(mended(way).contains("go-0-root back-3-advmod"));
    }
}
