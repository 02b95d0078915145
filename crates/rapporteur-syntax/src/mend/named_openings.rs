//! A name that opens a sentence, with what it is behind a comma.

use super::Tree;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// "Homeland, the nationalists, have 31 seats": who is told first has the verb, and what they are stands beside them; the
    /// network takes the name for a call or an adverb.
    pub(super) fn named_opening(&mut self) {
        let first = self.sentence.start;
        if self.sentence.len() < 6
            || !self.forms[first].starts_with(char::is_uppercase)
            || self.forms[first + 1] != ","
            || !matches!(self.forms[first + 2], "the" | "a" | "an")
            || !matches!(self.upos(first), Upos::Noun | Upos::Propn)
            || matches!(
                self.forms[first],
                "Yesterday" | "Today" | "Tomorrow" | "Tonight"
            )
        {
            return;
        }
        let loose = matches!(
            self.rel(first),
            Rel::Discourse
                | Rel::Advmod
                | Rel::Advcl
                | Rel::Vocative
                | Rel::Dislocated
                | Rel::Parataxis
        );
        let verb = self.head(first);
        if !loose
            || verb <= first
            || (self.children(first)).any(|child| self.upos(child) != Upos::Punct)
        {
            return;
        }
        let subjects: Vec<usize> = (self.children(verb))
            .filter(|&child| matches!(self.rel(child), Rel::Nsubj | Rel::NsubjPass))
            .collect();
        let [noun] = subjects[..] else { return };
        // Right before the verb and its auxiliaries a comma ends what stands beside the name.
        let group = (noun + 1..verb)
            .rev()
            .take_while(|&word| {
                self.head(word) == verb
                    && matches!(
                        self.rel(word),
                        Rel::Aux | Rel::AuxPass | Rel::Cop | Rel::Advmod
                    )
            })
            .last()
            .unwrap_or(verb);
        let closed = group > noun + 1 && self.forms[group - 1] == ",";
        if noun > first + 2 && closed && self.xpos(noun) != Xpos::Prp {
            let rel = self.rel(noun);
            self.attach(first, verb, rel);
            self.attach(noun, first, Rel::Appos);
        }
    }
}
