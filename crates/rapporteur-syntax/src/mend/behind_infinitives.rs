//! The second verb of a clause that the network joined to an infinitive before it: "Orveth backed the plan to sign but called
//! the fee a joke", "Tolsk wants to leave and called a vote".

use super::Tree;
use crate::{Rel, Xpos};

impl Tree<'_> {
    /// A past without a subject of its own behind "and" or "but" is no fellow of an infinitive, but of the finite verb above.
    pub(super) fn past_joined_to_infinitive(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            let infinitive = self.head(verb);
            if self.rel(verb) != Rel::Conj
                || !matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                || self.xpos(infinitive) != Xpos::Vb
                || !(self.children(infinitive))
                    .any(|mark| self.rel(mark) == Rel::Mark && self.xpos(mark) == Xpos::To)
                || !(self.children(verb)).any(|cc| {
                    self.rel(cc) == Rel::Cc
                        && matches!(self.forms[cc], "and" | "but")
                        && cc + 3 > verb
                })
                || self.has(
                    verb,
                    &[
                        Rel::Nsubj,
                        Rel::NsubjPass,
                        Rel::Aux,
                        Rel::AuxPass,
                        Rel::Mark,
                    ],
                )
            {
                continue;
            }
            let Some(finite) = self.finite_above(infinitive) else {
                continue;
            };
            if self.xpos(verb) == Xpos::Vbn && self.xpos(finite) != Xpos::Vbn {
                self.becomes_verb(verb, Xpos::Vbd);
            }
            self.attach(verb, finite, Rel::Conj);
        }
    }

    /// The next verb above a word that has a tense, or an auxiliary that has one.
    fn finite_above(&self, word: usize) -> Option<usize> {
        let mut at = word;
        for _ in 0..5 {
            let above = self.head(at);
            if above == at || !self.sentence.contains(&above) || above > at {
                return None;
            }
            at = above;
            let tensed = matches!(self.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
            let helped = self.xpos(at) == Xpos::Vbn && self.has(at, &[Rel::Aux]);
            if tensed || helped {
                return Some(at);
            }
        }
        None
    }
}
