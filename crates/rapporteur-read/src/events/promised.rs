//! What is promised, refused or done as a rule: words of a deed that stand for a position or a habit, and tell no deed.

use rapporteur_model::{EventStatus, EventType};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::deeds::{Deed, Reader, Shape};
use super::status::{Modality, modality};

/// Texts in whose sentences what would be done is what they provide.
const TEXTS: &[&str] = &[
    "plan",
    "proposal",
    "draft",
    "deal",
    "agreement",
    "accord",
    "text",
    "treaty",
    "pact",
    "protocol",
    "scheme",
    "ceasefire",
    "truce",
    "offer",
    "compromise",
    "formula",
    "statement",
    "bill",
    "law",
    "document",
    "paper",
    "amendment",
    "resolution",
    "memorandum",
    "contract",
];

impl Reader<'_, '_> {
    /// What would be done, or will not, in words of a promise or a refusal is a position; what is set, and what is done, is a
    /// deed.
    pub(super) fn is_only_promised(&self, deed: Deed, status: EventStatus) -> bool {
        let words = self.words;
        let class = self.class(deed);
        if deed.shape != Shape::Verb {
            return false;
        }
        let will = modality(words, deed.clause) == Modality::Will;
        let refused = will && status == EventStatus::Denied;
        // "would not discuss names", "will not leave", "are not going to hand over": refusals, which deny no deed.
        if refused && !self.is_of_a_day(deed) {
            return true;
        }
        if class.name == "discuss" && status == EventStatus::Possible {
            return true;
        }
        if !class.is_dealt() {
            return false;
        }
        let first = self.first_verb(deed.clause);
        let would = words.children_by(first, &[Rel::Aux]).any(|aux| {
            matches!(
                words.lemma(aux),
                "would" | "could" | "might" | "may" | "can" | "'d"
            )
        });
        let will = words
            .children_by(first, &[Rel::Aux])
            .any(|aux| matches!(words.lemma(aux), "will" | "'ll" | "shall"));
        would
            || refused
            || will && !self.is_of_a_day(deed)
            || class.kind == Some(EventType::Agree) && status != EventStatus::Happened
    }

    /// The first of the verbs that share an auxiliary: "would free" of "would free them and reopen the bridge".
    fn first_verb(&self, verb: usize) -> usize {
        let words = self.words;
        let mut at = verb;
        while let (Rel::Conj, Some(head), None) = (
            words.rel(at),
            words.head(at),
            words.child(at, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::AuxPass]),
        ) {
            at = head;
        }
        at
    }

    /// Whether a deed has a time of its own, in its clause.
    pub(super) fn is_of_a_day(&self, deed: Deed) -> bool {
        let words = self.words;
        let of_a_year = |child: usize| {
            let date = self
                .dates
                .at(child)
                .and_then(|date| self.dates.0[date].edtf.as_ref());
            date.is_some_and(|edtf| edtf.as_str().len() == 4)
        };
        let time = |child: usize| {
            (self.is_time(child) || self.names_a_date(child))
                && words.upos(child) != Upos::Verb
                && !of_a_year(child)
        };
        words.children(deed.clause).any(|child| {
            time(child) || words.rel(child) == Rel::Obj && words.children(child).any(time)
        })
    }

    /// Whether a deed that counts only beforehand is told beforehand. Of answers and reports a plan is one, of what has its
    /// day also that it may be.
    pub(super) fn is_yet_to_come(&self, deed: Deed, status: EventStatus) -> bool {
        match status {
            EventStatus::Planned if self.class(deed).name == "lapse" => self.is_of_a_day(deed),
            EventStatus::Planned | EventStatus::Conditional | EventStatus::Cancelled => true,
            EventStatus::Possible => deed.shape != Shape::Verb,
            EventStatus::Happened | EventStatus::Ongoing | EventStatus::Denied => false,
        }
    }

    /// "Both banks negotiate as one", "families discuss such things", "we do not withdraw": the present of what is so.
    pub(super) fn is_as_a_rule(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = self.first_verb(deed.clause);
        if deed.shape != Shape::Verb || words.upos(verb) != Upos::Verb || self.is_of_a_day(deed) {
            return false;
        }
        let live = (self.blocks.at(words.syntax.tokens.spans[verb].start))
            .is_some_and(|block| self.blocks.items[block].time.is_some());
        let bare = words
            .children_by(verb, &[Rel::Aux, Rel::AuxPass])
            .all(|aux| words.lemma(aux) == "do" && words.xpos(aux) != Xpos::Vbd);
        // "the day the treaty is signed"
        let passive = words.child(verb, &[Rel::Aux]).is_none()
            && (words.children_by(verb, &[Rel::AuxPass]))
                .any(|be| matches!(words.xpos(be), Xpos::Vbz | Xpos::Vbp));
        let bare = bare || passive;
        let present = passive
            || matches!(words.xpos(verb), Xpos::Vbz | Xpos::Vbp)
            || words.child(verb, &[Rel::Aux]).is_some() && words.xpos(verb) == Xpos::Vb;
        let goes_on = matches!(words.lemma(verb), "attend" | "continue" | "deny");
        present && bare && !live && !goes_on
    }

    /// "a draft that would open two roads", "systems that target persons": what a text or a kind of thing does.
    pub(super) fn is_of_a_text(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = self.first_verb(deed.clause);
        deed.shape == Shape::Verb
            && words.rel(verb) == Rel::AclRelcl
            && modality(words, verb) == Modality::Will
            && words
                .head(verb)
                .is_some_and(|noun| TEXTS.contains(&words.lemma(noun)))
    }

    /// "any contract is signed", "we will vote against any agreement": whichever may come.
    pub(super) fn is_of_any(&self, deed: Deed) -> bool {
        let words = self.words;
        let any = |noun: usize| {
            words
                .child(noun, &[Rel::Det])
                .is_some_and(|det| matches!(words.lemma(det), "any" | "every" | "whichever"))
        };
        let things = words.with_case(deed.clause, &["against", "for", "on"]);
        deed.shape == Shape::Verb
            && words.negation(deed.clause).is_none()
            && (self.thing(deed.clause).into_iter().chain(things).any(any)
                || self.doer(deed.clause).is_some_and(any))
    }
}
