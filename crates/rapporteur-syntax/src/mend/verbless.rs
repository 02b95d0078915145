//! Sentences without a verb, one of whose nouns could be it: "Orveth favours talks."

use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

use super::Tree;

impl Tree<'_> {
    /// "Orveth favours talks.": in a closed sentence without a verb, the noun that could be one.
    pub(super) fn hidden_verb(&mut self) {
        if self.sentence.len() < 4 || !self.is_closed() {
            return;
        }
        let finite = |word: usize| {
            let described = self.rel(word) == Rel::Acl && self.has(word, &[Rel::OblAgent]);
            matches!(self.upos(word), Upos::Verb | Upos::Aux)
                && !matches!(self.rel(word), Rel::Amod | Rel::Compound)
                && !matches!(self.xpos(word), Xpos::Nnp | Xpos::Vbg | Xpos::Vb)
                && !self.is_demanded_that(word)
                && !described
        };
        if self.sentence.clone().any(finite) {
            return;
        }
        let Some(verb) = self
            .sentence
            .clone()
            .skip(1)
            .find(|&word| self.is_hidden_verb(word))
        else {
            return;
        };
        let subject = verb - 1;
        let plural = !self.forms[verb].ends_with('s') || self.forms[verb].ends_with("ss");
        self.becomes_verb(verb, if plural { Xpos::Vbp } else { Xpos::Vbz });
        // Left of it one noun phrase, its last noun the head (or, of "A and B", the first).
        let and = (self.sentence.start..subject)
            .rev()
            .find(|&word| matches!(self.forms[word], "and" | "or"));
        let first = and.and_then(|and| {
            (self.sentence.start..and)
                .rev()
                .find(|&word| self.is_nominal(word))
        });
        let top = first.unwrap_or(subject);
        for word in self.sentence.start..subject {
            let head = self.head(word);
            if word != top && (head >= verb || head == word) {
                let rel = match self.upos(word) {
                    _ if self.rel(word) == Rel::NmodPoss => Rel::NmodPoss,
                    Upos::Det => Rel::Det,
                    Upos::Adj => Rel::Amod,
                    Upos::Punct => Rel::Punct,
                    Upos::Adv => Rel::Advmod,
                    Upos::Adp => Rel::Case,
                    Upos::Cconj => Rel::Cc,
                    _ => Rel::Compound,
                };
                self.attach(word, subject, rel);
            }
        }
        self.attach(verb, verb, Rel::Root);
        if top != subject {
            self.attach(subject, top, Rel::Conj);
        }
        self.attach(top, verb, Rel::Nsubj);
        self.hang_behind(verb);
    }

    /// "Orveth demands that Tolsk close it": a clause with "that" and a subject besides describes nothing.
    pub(super) fn is_demanded_that(&self, verb: usize) -> bool {
        let that = (self.children(verb)).find(|&word| {
            self.forms[word] == "that"
                && (self.xpos(word) == Xpos::In
                    || self.rel(word) == Rel::Nsubj
                    // "demands that its neighbour stay": no fact of a singular.
                    || self.rel(word) == Rel::Obj
                        && matches!(self.xpos(verb), Xpos::Vb | Xpos::Vbp)
                        && (self.children(verb)).any(|subject| {
                            self.rel(subject) == Rel::Nsubj && self.xpos(subject) == Xpos::Nn
                        }))
        });
        self.rel(verb) == Rel::AclRelcl
            && that.is_some_and(|that| {
                (self.children(verb)).any(|word| word != that && self.rel(word) == Rel::Nsubj)
            })
    }

    /// "Orveth's draft limits the army": a singular noun and a root in -s before an article or a name.
    fn is_text_with_object(&self, word: usize) -> bool {
        self.rel(word) == Rel::Root
            && self.xpos(word) == Xpos::Nns
            && self.xpos(word - 1) == Xpos::Nn
            && matches!(self.upos(word + 1), Upos::Det | Upos::Propn | Upos::Pron)
    }

    fn is_hidden_verb(&self, word: usize) -> bool {
        let form = self.forms[word];
        if !matches!(self.upos(word), Upos::Noun | Upos::Propn)
            || form.starts_with(char::is_uppercase)
            || word + 2 >= self.sentence.end
        {
            return false;
        }
        let left = word - 1;
        let left_and = (self.sentence.start..left).any(|at| self.forms[at] == "and");
        let left_plural = left_and || matches!(self.xpos(left), Xpos::Nns | Xpos::Nnps);
        let third = form.strip_suffix('s').filter(|stem| !stem.ends_with('s'));
        let agrees = match third {
            Some(stem) => {
                is_verb(stem) && (!left_plural || self.upos(left) == Upos::Propn)
                    || stem.strip_suffix('e').is_some_and(is_verb) && !left_plural
            }
            None => is_verb(form) && left_plural,
        };
        let before = self.sentence.start..word;
        // "The plan calls for a truce."
        let described = third.is_some()
            && self.xpos(left) == Xpos::Nn
            && self.upos(self.sentence.start) == Upos::Det;
        let followed_by_case = described && self.upos(word + 1) == Upos::Adp;
        agrees
            && (self.upos(left) == Upos::Propn || described || self.is_text_with_object(word))
            && before.clone().all(|at| {
                self.is_nominal(at)
                    || matches!(
                        self.upos(at),
                        Upos::Det | Upos::Adj | Upos::Cconj | Upos::Num | Upos::Punct
                    )
                    || matches!(self.xpos(at), Xpos::Nnp | Xpos::Pos)
            })
            && (followed_by_case
                || matches!(
                    self.upos(word + 1),
                    Upos::Det
                        | Upos::Pron
                        | Upos::Adj
                        | Upos::Noun
                        | Upos::Propn
                        | Upos::Num
                        | Upos::Verb
                ))
    }

    /// Hangs what stands behind a new verb, and hung outside, on that verb.
    pub(super) fn hang_behind(&mut self, verb: usize) {
        let mut object = false;
        for word in verb + 1..self.sentence.end {
            let head = self.head(word);
            if head > verb && head != word {
                continue;
            }
            let rel = match self.upos(word) {
                Upos::Punct => Rel::Punct,
                Upos::Adv => Rel::Advmod,
                Upos::Verb if self.is_demanded_that(word) => {
                    let that = self.children(word).find(|&that| self.forms[that] == "that");
                    if let Some(that) = that {
                        self.attach(that, word, Rel::Mark);
                    }
                    Rel::Ccomp
                }
                Upos::Verb | Upos::Aux if matches!(self.rel(word), Rel::Advcl | Rel::Ccomp) => {
                    self.rel(word)
                }
                Upos::Verb => Rel::Xcomp,
                _ if self.has(word, &[Rel::Case]) => Rel::Obl,
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num if !object => {
                    object = true;
                    Rel::Obj
                }
                Upos::Noun | Upos::Propn => Rel::Conj,
                _ => Rel::Dep,
            };
            self.attach(word, verb, rel);
        }
    }
}
