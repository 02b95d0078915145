//! Roots that are no verbs, and words that stand in the place of others.

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Pasts of verbs that do nothing without an object: whatever has none before it in a relative clause.
const NEEDS_OBJECT: &[&str] = &[
    "sent",
    "made",
    "gave",
    "issued",
    "tabled",
    "wrote",
    "published",
    "submitted",
    "handed",
    "received",
    "released",
    "drafted",
    "rejected",
    "rebuffed",
    "dismissed",
    "spurned",
    "opposed",
    "resisted",
    "blocked",
    "vetoed",
    "backed",
    "supported",
    "endorsed",
    "embraced",
    "welcomed",
    "favoured",
    "favored",
    "proposed",
    "suggested",
    "floated",
    "demanded",
    "sought",
    "wanted",
    "requested",
    "accepted",
    "approved",
    "criticised",
    "criticized",
    "condemned",
    "denounced",
    "described",
    "called",
    "considered",
    "dropped",
    "abandoned",
    "withdrew",
    "shelved",
    "offered",
    "pledged",
    "presented",
    "circulated",
    "raised",
    "championed",
    "advocated",
    "disputed",
    "contested",
    "questioned",
    "signed",
    "ratified",
    "brokered",
    "imposed",
    "lifted",
    "violated",
    "broke",
];

impl Tree<'_> {
    /// "Talks hosted by the envoy opened on Monday" as talks that opened beside them: a noun and a finite verb without
    /// a conjunction and a subject are subject and verb.
    pub(super) fn noun_beside_verb(&mut self) {
        let found = self.sentence.clone().find(|&verb| {
            let noun = self.head(verb);
            matches!(self.rel(verb), Rel::Conj | Rel::Parataxis)
                && matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                && noun < verb
                && self.rel(noun) == Rel::Root
                && matches!(self.upos(noun), Upos::Noun | Upos::Propn)
                && !matches!(self.forms[verb - 1], "and" | "or" | "but")
                && !self.has(verb, &[Rel::Cc, Rel::Nsubj, Rel::NsubjPass, Rel::Expl])
                && !self.has(noun, &[Rel::Cop, Rel::Nsubj, Rel::NsubjPass, Rel::Case])
                && !self.forms[noun..verb]
                    .iter()
                    .any(|form| matches!(*form, ";" | ":" | "."))
                && (self.forms[noun..verb]
                    .iter()
                    .filter(|form| **form == ",")
                    .count()
                    != 1
                    // "Orveth, Brod and the Thale bloc opposed it": the comma of a list.
                    || self.children(noun).any(|fellow| {
                        fellow < verb && self.rel(fellow) == Rel::Conj && self.has(fellow, &[Rel::Cc])
                    }))
        });
        let Some(verb) = found else { return };
        let noun = self.head(verb);
        let last = self.sentence.end - 1;
        self.attach(verb, verb, Rel::Root);
        self.attach(noun, verb, Rel::Nsubj);
        if last != noun && self.head(last) == noun && self.upos(last) == Upos::Punct {
            self.attach(last, verb, Rel::Punct);
        }
    }

    /// "an admission that it had paid the fine": of two objects with a subject between them, "that" is none.
    pub(super) fn that_is_no_object(&mut self) {
        for that in self.sentence.clone() {
            let verb = self.head(that);
            // "a warning that the dam could fail": a clause that is no relative one has no pronoun.
            let content = self.rel(verb) == Rel::Acl && self.head(verb) + 1 == that;
            if self.forms[that] == "that"
                && self.rel(that) == Rel::Obj
                && that < verb
                && (content
                    || self
                        .children(verb)
                        .any(|other| other > verb && self.rel(other) == Rel::Obj))
                && self.children(verb).any(|subject| {
                    subject > that && subject < verb && self.rel(subject) == Rel::Nsubj
                })
            {
                self.attach(that, verb, Rel::Mark);
                self.syntax.tags.upos[that] = Upos::Sconj;
                self.syntax.tags.xpos[that] = Xpos::In;
            }
        }
    }

    /// "the reply that Orveth sent back": what is sent is the noun, so "that" stands for it.
    pub(super) fn that_is_sent(&mut self) {
        for that in self.sentence.clone() {
            let verb = self.head(that);
            let noun = self.head(verb);
            if self.forms[that] == "that"
                && self.rel(that) == Rel::Mark
                && self.rel(verb) == Rel::Acl
                && noun + 1 == that
                && self.upos(noun) == Upos::Noun
                && NEEDS_OBJECT.contains(&self.forms[verb])
                && self.has(verb, &[Rel::Nsubj])
                && !self.has(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::AuxPass])
            {
                self.attach(that, verb, Rel::Obj);
                self.syntax.trees.rels[verb] = Rel::AclRelcl;
                self.syntax.tags.upos[that] = Upos::Pron;
                self.syntax.tags.xpos[that] = Xpos::Wdt;
            }
        }
    }

    /// "had been due to meet": an adjective with its copula, not a conjunction.
    pub(super) fn due_to_do(&mut self) {
        for due in self.sentence.clone() {
            let verb = self.head(due);
            let to = due + 1;
            if !matches!(
                self.forms[due],
                "due" | "set" | "scheduled" | "able" | "likely"
            ) || self.rel(due) != Rel::Mark
                || self.upos(due) != Upos::Adj
                || to >= self.sentence.end
                || self.forms[to] != "to"
                || self.head(to) != due && self.head(to) != verb
                || verb <= to
                || self.upos(verb) != Upos::Verb
            {
                continue;
            }
            let (above, rel) = (self.head(verb), self.rel(verb));
            let moved: Vec<usize> = (self.children(verb))
                .filter(|&child| child < due || child > verb && self.rel(child) == Rel::Conj)
                .collect();
            if above == verb {
                self.attach(due, due, Rel::Root);
            } else {
                self.attach(due, above, rel);
            }
            for child in moved {
                let rel = self.rel(child);
                self.attach(child, due, rel);
            }
            self.attach(to, verb, Rel::Mark);
            self.attach(verb, due, Rel::Xcomp);
            let last = self.sentence.end - 1;
            if self.head(last) == verb && self.upos(last) == Upos::Punct {
                self.attach(last, due, Rel::Punct);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_noun_beside_a_verb_is_its_subject() {
        let opened = "Talks/NOUN/NNS/0/root chaired/VERB/VBN/1/acl by/ADP/IN/4/case Merin/PROPN/NNP/2/obl:agent \
                      opened/VERB/VBD/1/conj ./PUNCT/./1/punct";
        let tree = mended(opened);
        assert!(
            tree.starts_with("Talks-5-nsubj") && tree.contains("opened-0-root"),
            "{tree}"
        );
    }

    #[test]
    fn that_before_a_full_clause_is_no_object() {
        let fine = "a/DET/DT/2/det claim/NOUN/NN/0/root that/PRON/WDT/5/obj it/PRON/PRP/5/nsubj paid/VERB/VBD/2/acl \
                    fines/NOUN/NNS/5/obj ./PUNCT/./2/punct";
        assert!(mended(fine).contains("that-5-mark"));
    }

    #[test]
    fn what_is_due_to_happen_is_due() {
        let due = "They/PRON/PRP/5/nsubj were/AUX/VBD/5/cop due/ADJ/JJ/5/mark to/PART/TO/3/fixed meet/VERB/VB/0/root \
                   ./PUNCT/./5/punct";
        assert_eq!(
            mended(due),
            "They-3-nsubj were-3-cop due-0-root to-5-mark meet-3-xcomp .-3-punct"
        );
    }
}
