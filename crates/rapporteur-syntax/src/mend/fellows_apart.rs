//! Second verbs that the network joined to the wrong first one: "Orveth backed the plan to sign but called the fee a joke",
//! "Tolsk floated an idea that Orveth opposed at first but no longer rules out".

use super::Tree;
use crate::{Rel, Upos, Xpos};

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

    /// "an idea that Orveth opposed in May but is now open to discussing": what has no object and stands right behind a relative
    /// clause whose object is its noun is the fellow of that clause.
    pub(super) fn fellow_of_relative(&mut self) {
        for clause in self.sentence.clone() {
            let of_object = self.rel(clause) == Rel::AclRelcl
                && self.has(clause, &[Rel::Nsubj])
                && (self.children(clause)).any(|object| {
                    object < clause
                        && self.rel(object) == Rel::Obj
                        && matches!(self.forms[object], "that" | "which")
                });
            if !of_object {
                continue;
            }
            let above = self.head(clause);
            let Some((and, fellow)) = (clause + 1..self.sentence.end.min(clause + 8))
                .take_while(|&at| self.forms[at] != ",")
                .find(|&at| matches!(self.forms[at], "but" | "and") && self.rel(at) == Rel::Cc)
                .map(|and| (and, self.head(and)))
            else {
                continue;
            };
            // "open to discussing, according to two people"
            let gap = |verb: usize| {
                self.upos(verb) == Upos::Verb
                    && !(self.children(verb)).any(|child| match self.rel(child) {
                        Rel::Obj | Rel::Ccomp | Rel::Xcomp => true,
                        Rel::Obl => (verb..child).all(|at| self.forms[at] != ","),
                        _ => false,
                    })
            };
            let stranded = gap(fellow)
                || self.upos(fellow) == Upos::Adj
                    && (self.children(fellow)).any(|deed| {
                        deed > fellow
                            && matches!(self.rel(deed), Rel::Advcl | Rel::Xcomp | Rel::Ccomp)
                            && gap(deed)
                    });
            let higher = self.head(fellow) < above && self.head(fellow) != fellow;
            if fellow > and
                && stranded
                && higher
                && matches!(self.rel(fellow), Rel::Conj | Rel::Ccomp | Rel::Parataxis)
                && !self.has(fellow, &[Rel::Nsubj, Rel::NsubjPass])
            {
                self.attach(fellow, clause, Rel::Conj);
            }
        }
    }

    /// "prefers rules that can be changed each year, and opposes a court": a verb in "s" behind a comma is no fellow of a clause
    /// about several, but of the verb above, whose subject is one.
    pub(super) fn third_person_behind_relative(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            let clause = self.head(verb);
            if self.rel(verb) != Rel::Conj
                || self.xpos(verb) != Xpos::Vbz
                || self.upos(verb) != Upos::Verb
                || clause >= verb
                || self.rel(clause) != Rel::AclRelcl
                || self.has(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::Mark])
            {
                continue;
            }
            let noun = self.head(clause);
            let several = self.xpos(noun) == Xpos::Nns && noun < clause;
            let told_of = (self.children(clause)).any(|who| {
                matches!(self.rel(who), Rel::Nsubj | Rel::NsubjPass)
                    && matches!(self.forms[who], "that" | "which" | "who")
            });
            let behind_comma = (self.children(verb))
                .any(|cc| self.rel(cc) == Rel::Cc && cc > clause && self.forms[cc - 1] == ",");
            if !(several && told_of && behind_comma) {
                continue;
            }
            if let Some(finite) = self.finite_above(noun)
                && self.xpos(finite) != Xpos::Vbp
            {
                self.attach(verb, finite, Rel::Conj);
            }
        }
    }

    /// "Orveth accepted the fund, said a loan could be discussed, and turned down a levy": of deeds in a row the one of speech,
    /// which has no subject but its own content behind it, has not the deed before it for its content.
    pub(super) fn said_in_a_row(&mut self) {
        for said in self.sentence.clone().skip(3) {
            if self.xpos(said) != Xpos::Vbd
                || self.forms[said - 1] != ","
                || !matches!(
                    self.forms[said],
                    "said"
                        | "added"
                        | "argued"
                        | "insisted"
                        | "warned"
                        | "claimed"
                        | "stated"
                        | "declared"
                        | "announced"
                )
                || self.has(said, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::Cc])
            {
                continue;
            }
            let content = (self.children(said)).any(|clause| {
                clause > said
                    && self.rel(clause) == Rel::Ccomp
                    && self.has(clause, &[Rel::Nsubj, Rel::NsubjPass])
            });
            let Some(first) = (self.children(said)).find(|&first| {
                first < said
                    && self.rel(first) == Rel::Ccomp
                    && matches!(self.xpos(first), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                    && self.has(first, &[Rel::Nsubj])
                    && !self.has(first, &[Rel::Mark])
            }) else {
                continue;
            };
            if !content {
                continue;
            }
            let (above, rel) = (self.head(said), self.rel(said));
            match above == said {
                true => self.attach(first, first, Rel::Root),
                false => self.attach(first, above, rel),
            }
            self.attach(said, first, Rel::Conj);
            let last = self.sentence.end - 1;
            if self.upos(last) == Upos::Punct && last != said {
                self.attach(last, first, Rel::Punct);
            }
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
