//! A verb behind "under no circumstances" that the network took for a noun: "They would under no circumstances work beside
//! cranes".

use super::Tree;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// A modal, a preposition, "no", a noun that leaves no way open, and a noun upon which all this hangs.
    pub(super) fn under_no_circumstances(&mut self) {
        for noun in self.sentence.clone().skip(3) {
            let verb = noun + 1;
            if verb >= self.sentence.end
                || !matches!(
                    self.forms[noun],
                    "circumstances" | "account" | "way" | "event" | "conditions" | "case"
                )
                || self.forms[noun - 1] != "no"
                || !matches!(self.forms[noun - 2], "under" | "in" | "on")
                || self.xpos(noun - 3) != Xpos::Md
                || self.upos(verb) != Upos::Noun
                || self.head(noun) != verb
                || self.rel(noun) != Rel::Compound
            {
                continue;
            }
            self.becomes_verb(verb, Xpos::Vb);
            self.attach(noun, verb, Rel::Obl);
            self.attach(noun - 1, noun, Rel::Det);
            self.attach(noun - 2, noun, Rel::Case);
            self.turn_complements(verb);
        }
    }
}
