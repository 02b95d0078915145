//! Who does what only a noun above it is told of: "was one of three states to back it", "used the meeting to insist".

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Words;

/// What deeds take.
const TIMES: &[&str] = &[
    "second", "minute", "hour", "day", "night", "week", "month", "year", "time",
];

impl Words<'_> {
    /// The word whose subject does the deed that a noun governs: the predicate, or the verb above the noun.
    pub(super) fn above_noun(&self, deed: usize, noun: usize) -> Option<usize> {
        let head = self.head(noun)?;
        match self.rel(noun) {
            // "was one of three states to back it"
            Rel::Nmod if self.is_of_its_subject(head) => Some(head),
            // "used the meeting to insist on it"
            Rel::Obj if matches!(self.lemma(head), "use" | "take" | "seize") => (self
                .children(deed))
            .any(|to| self.rel(to) == Rel::Mark && self.lower(to) == "to")
            .then_some(head),
            _ => self.is_the_only(noun).then_some(noun),
        }
    }

    /// "is the only state to back it": a predicate of somebody.
    pub(crate) fn is_the_only(&self, noun: usize) -> bool {
        self.child(noun, &[Rel::Cop]).is_some()
            && (self.children_by(noun, &[Rel::Amod])).any(|only| {
                matches!(
                    self.lower(only),
                    "only" | "first" | "last" | "sole" | "lone"
                )
            })
            && (self.child(noun, &[Rel::Nsubj])).is_some_and(|subject| {
                self.upos(subject) != Upos::Pron || self.lower(subject) != "it"
            })
    }

    /// "Merin is the country that demanded it": who is told to be what a relative clause describes.
    pub(super) fn said_of(&self, noun: usize) -> Option<usize> {
        let told = self.upos(noun) == Upos::Noun
            && self.child(noun, &[Rel::Cop]).is_some()
            && self.negation(noun).is_none();
        self.child(noun, &[Rel::Nsubj])
            .filter(|&subject| told && self.upos(subject) == Upos::Propn)
    }

    /// "took an hour to say yes to the first and about as long to say no to the second": the verb whose subject did in the end
    /// what it took its time for.
    pub(crate) fn taking_time(&self, deed: usize) -> Option<usize> {
        let to = (self.children_by(deed, &[Rel::Mark])).any(|to| self.lower(to) == "to");
        let above = self.head(deed).filter(|_| to)?;
        let takes = |verb: usize| {
            let time = (self.children_by(verb, &[Rel::Obj, Rel::OblUnmarked]))
                .any(|time| TIMES.contains(&self.lemma(time)));
            time && self.lemma(verb) == "take"
                && self.negation(verb).is_none()
                && self
                    .child(verb, &[Rel::Aux])
                    .is_none_or(|aux| self.lemma(aux) == "have")
        };
        // "about as long to say no": hung on how long it took
        let timed = TIMES.contains(&self.lemma(above)) || self.lower(above) == "long";
        (self.ancestors(deed).take(5)).find(|&verb| (timed || verb == above) && takes(verb))
    }

    /// "What Merin did was to demand it", "all Merin did was ask for it": who did it.
    pub(super) fn doer(&self, what: usize) -> Option<usize> {
        if !matches!(self.lower(what), "what" | "all") {
            return None;
        }
        let did = (self.children_by(what, &[Rel::AclRelcl, Rel::Acl]))
            .find(|&did| self.lemma(did) == "do")?;
        self.child(did, &[Rel::Nsubj])
    }

    /// "Brun suggested that Merin pay first, offering a loan", "told them that Merin should pay, rejecting a fund": the verb
    /// of whoever wants another to do something, which is what the participle of speech behind it goes on to tell.
    pub(super) fn proposer(&self, gerund: usize, deed: usize) -> Option<usize> {
        let behind = self.xpos(gerund) == Xpos::Vbg
            && gerund > deed
            && self.rel(deed) == Rel::Ccomp
            && self.form(gerund - 1) == ",";
        let tells = (self.head(deed)).filter(|&tells| behind && tells < deed)?;
        let ought = (self.children_by(deed, &[Rel::Aux]))
            .any(|aux| matches!(self.lemma(aux), "should" | "must" | "ought"));
        let wished = matches!(
            self.lemma(tells),
            "suggest"
                | "propose"
                | "insist"
                | "demand"
                | "recommend"
                | "urge"
                | "request"
                | "ask"
                | "advise"
        );
        let speech = matches!(
            self.lemma(gerund),
            "offer"
                | "ask"
                | "demand"
                | "reject"
                | "refuse"
                | "rule"
                | "urge"
                | "propose"
                | "insist"
                | "call"
                | "argue"
                | "say"
                | "add"
                | "warn"
                | "cite"
                | "dismiss"
                | "decline"
                | "threaten"
                | "describe"
                | "accuse"
                | "promise"
                | "pledge"
                | "complain"
                | "stress"
                | "appeal"
                | "brand"
                | "declare"
        );
        (speech && (ought || wished)).then_some(tells)
    }
}
