//! What the words above a deed make of it: plans, denials, wishes and permissions.

use rapporteur_model::{EventStatus, EventType};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::called_off::called_off;
use super::deeds::Reader;
use super::status::mark;

/// What a governing word does to a status.
pub(super) enum Over {
    /// Nothing: look further up.
    Through,
    /// It has at most this status.
    As(EventStatus),
    /// Nothing, and nothing further up matters.
    Stop,
}

/// The weaker of two.
pub(super) fn weaker(one: EventStatus, other: EventStatus) -> EventStatus {
    let rank = |status: EventStatus| match status {
        EventStatus::Happened => 0,
        EventStatus::Ongoing => 1,
        EventStatus::Planned => 2,
        EventStatus::Possible => 3,
        EventStatus::Conditional => 4,
        EventStatus::Denied => 5,
        EventStatus::Cancelled => 6,
    };
    if rank(one) >= rank(other) { one } else { other }
}

impl Reader<'_, '_> {
    /// What a verb or noun makes of the deed below it.
    pub(super) fn under(&self, head: usize, below: usize, kind: Option<EventType>) -> Option<Over> {
        let words = self.words;
        let lemma = words.lemma(head);
        let classes = self.classes;
        if words.upos(head) == Upos::Verb && called_off(words, head) {
            return Some(Over::As(EventStatus::Cancelled));
        }
        let past = matches!(words.xpos(head), Xpos::Vbd | Xpos::Vbn);
        if lemma == "deny" || lemma == "fail" && words.upos(head) == Upos::Verb {
            let not = words.negation(head).is_some();
            return Some(if not {
                Over::Stop
            } else {
                Over::As(EventStatus::Denied)
            });
        }
        match lemma {
            "have"
                if words
                    .children(head)
                    .any(|child| words.lemma(child) == "yet") =>
            {
                return Some(Over::Through);
            }
            "likely" => return Some(Over::As(EventStatus::Possible)),
            // "hope to bring them together in May"
            "hope" if kind == Some(EventType::Consult) => {
                return Some(Over::As(EventStatus::Possible));
            }
            "able" => return Some(Over::Through),
            // "was prepared to pardon them": willing
            "prepare" if words.xpos(head) == Xpos::Vbn && self.is_passive(head) => return None,
            "unable" => return Some(Over::As(EventStatus::Denied)),
            "unlikely" | "unclear" | "doubtful" | "uncertain" => return None,
            _ => {}
        }
        if matches!(lemma, "plan" | "intention" | "intent")
            && words
                .child(head, &[Rel::Det])
                .is_some_and(|det| words.lemma(det) == "no")
        {
            return Some(Over::As(EventStatus::Denied));
        }
        if classes.begin.contains(lemma)
            || classes.attempt.contains(lemma) && (lemma != "seek" || past)
        {
            return Some(Over::Through);
        }
        if self.plans(lemma)
            || matches!(
                lemma,
                "decide" | "intend" | "prepare" | "intention" | "invitation"
            )
        {
            let past = words
                .children_by(head, &[Rel::Aux])
                .any(|aux| words.form(aux).eq_ignore_ascii_case("had"));
            return Some(Over::As(if past {
                EventStatus::Cancelled
            } else {
                EventStatus::Planned
            }));
        }
        if matches!(
            lemma,
            "hope"
                | "want"
                | "wish"
                | "consider"
                | "like"
                | "need"
                | "seek"
                | "allow"
                | "let"
                | "enable"
                | "prevent"
                | "avoid"
                | "hypothetical"
                | "require"
                | "mean"
                | "rule"
                | "favour"
                | "favor"
                | "prefer"
                | "oppose"
                | "contemplate"
                | "provide"
                | "include"
                | "contain"
                | "stipulate"
                | "specify"
                | "entail"
                | "comprise"
                | "preclude"
                | "depend"
                | "hinge"
                | "discuss"
                | "concern"
        ) {
            return None;
        }
        let table = match words.upos(head) {
            Upos::Verb => classes.verbs.get(lemma),
            Upos::Adj => classes.adjectives.get(lemma),
            _ => classes.nouns.get(lemma),
        };
        let spoken = table
            .into_iter()
            .flatten()
            .filter(|entry| entry.rest.is_empty() || self.following(head, &entry.rest).is_some())
            .map(|entry| &classes.all[entry.class])
            .find(|class| !class.record);
        // "Images suggest that troops are massing": what is shown, not what is put forward.
        let shows = lemma == "suggest"
            && words.child(head, &[Rel::Ccomp]).is_some_and(|content| {
                words
                    .children_by(content, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
                    .any(|aux| matches!(words.xpos(aux), Xpos::Vbz | Xpos::Vbp | Xpos::Vbd))
                    || matches!(words.xpos(content), Xpos::Vbz | Xpos::Vbd)
            });
        if shows {
            return Some(Over::Stop);
        }
        match spoken.and_then(|class| class.kind) {
            Some(EventType::Agree) if kind == Some(EventType::Consult) && lemma == "agree" => {
                Some(Over::As(EventStatus::Planned))
            }
            // "agreed to call off the walkout"
            Some(EventType::Agree)
                if lemma == "agree"
                    && called_off(words, below)
                    && words.lemma(below) != "suspend" =>
            {
                Some(Over::Stop)
            }
            Some(EventType::Agree | EventType::Request) => None,
            Some(EventType::Reject) => None,
            // "questioned discussing rates"
            Some(EventType::Accuse) if words.xpos(below) == Xpos::Vbg => None,
            Some(EventType::Threaten) => Some(Over::As(EventStatus::Conditional)),
            _ => Some(Over::Stop),
        }
    }

    /// "the right to return", "a chance to meet": what may be done. Under "agreed in principle to …", what is agreed.
    pub(super) fn is_only_allowed(&self, at: usize, noun: usize) -> bool {
        let words = self.words;
        let to = mark(words, at).is_some_and(|mark| words.lemma(mark) == "to");
        to && matches!(
            words.lemma(noun),
            "right"
                | "chance"
                | "opportunity"
                | "ability"
                | "possibility"
                | "permission"
                | "option"
                | "freedom"
                | "mandate"
                | "authority"
                | "reason"
                | "need"
                | "willingness"
                | "readiness"
                | "duty"
                | "obligation"
                | "principle"
                | "order"
                | "time"
                | "incentive"
                | "pressure"
                | "demand"
                | "call"
                | "request"
                | "proposal"
        )
    }
}
