//! Possessors of nothing: "Orveth's asks for a court", "The guild's would cap rents", "Lisbon's runs to 20 pages". What is
//! Orveth's was named before; a verb has no owner.

use super::Tree;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Verbs in -s that tell how long a text is.
const LASTS: &[&str] = &["runs", "stretches", "extends", "amounts", "comes"];

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn possessors_of_nothing(&mut self) {
        for mark in self.sentence.clone().skip(1) {
            let owner = mark - 1;
            let next = mark + 1;
            if !matches!(self.forms[mark], "'s" | "’s" | "'" | "’")
                || self.xpos(mark) != Xpos::Pos
                || self.rel(owner) != Rel::NmodPoss
                || next + 1 >= self.sentence.end
                || !self.opens_clause(owner)
            {
                continue;
            }
            self.it_lasts(owner, next);
            self.it_would(owner, next);
            let above = self.head(owner);
            let direct = above >= next
                && (next..above).all(|at| matches!(self.upos(at), Upos::Aux | Upos::Adv));
            if direct
                && self.upos(above) == Upos::Verb
                && (matches!(self.xpos(above), Xpos::Vbz | Xpos::Vbp | Xpos::Vbd)
                    || self.has(above, &[Rel::Aux]))
                && !self.has(above, &[Rel::Nsubj, Rel::NsubjPass])
            {
                self.attach(owner, above, Rel::Nsubj);
            }
        }
    }

    /// Whether a noun phrase begins a clause.
    fn opens_clause(&self, owner: usize) -> bool {
        let mut start = owner;
        while start > self.sentence.start
            && matches!(
                self.upos(start - 1),
                Upos::Propn | Upos::Det | Upos::Adj | Upos::Noun
            )
        {
            start -= 1;
        }
        start == self.sentence.start
            || matches!(self.forms[start - 1], ";" | "," | ":" | "–" | "—")
            || matches!(
                self.forms[start - 1],
                "and" | "but" | "while" | "whereas" | "And" | "But"
            )
    }

    /// "Lisbon's | runs to 20 pages"
    fn it_lasts(&mut self, owner: usize, verb: usize) {
        if self.xpos(verb) == Xpos::Nns
            && self.head(owner) == verb
            && LASTS.contains(&self.forms[verb])
            && self.forms[verb + 1] == "to"
        {
            self.becomes_verb(verb, Xpos::Vbz);
        }
    }

    /// "The guild's | would cap rents": behind its auxiliary a verb, and no part of the next noun.
    fn it_would(&mut self, owner: usize, modal: usize) {
        let (verb, noun) = (modal + 1, self.head(owner));
        if self.xpos(modal) != Xpos::Md
            || self.upos(verb) != Upos::Noun
            || self.rel(verb) != Rel::Compound
            || self.head(verb) != noun
            || !is_verb(self.forms[verb])
        {
            return;
        }
        let (above, rel) = (self.head(noun), self.rel(noun));
        self.becomes_verb(verb, Xpos::Vb);
        match rel {
            Rel::Root => self.attach(verb, verb, Rel::Root),
            _ => self.attach(verb, above, rel),
        }
        for child in self.children(noun).collect::<Vec<_>>() {
            match self.rel(child) {
                _ if child <= modal => self.attach(child, verb, self.rel(child)),
                Rel::Obl | Rel::Nmod if child > noun => self.attach(child, verb, Rel::Obl),
                Rel::Punct | Rel::Conj | Rel::Advcl if child > noun => {
                    self.attach(child, verb, self.rel(child));
                }
                _ => {}
            }
        }
        self.attach(modal, verb, Rel::Aux);
        self.attach(noun, verb, Rel::Obj);
    }
}
