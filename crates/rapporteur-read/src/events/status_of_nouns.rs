//! Whether a deed took place that a noun tells: "a planned visit", "plans for a meeting", "no talks".

use rapporteur_model::EventStatus;
use rapporteur_syntax::{Rel, Upos};

use super::called_off::{called_off, fizzled};
use super::deeds::{Deed, Reader};
use super::status::{Modality, condition, modality};

/// When something is called for, beside dates.
const PARTS_OF_DAY: &[&str] = &[
    "dawn",
    "morning",
    "breakfast",
    "noon",
    "midday",
    "lunchtime",
    "lunch",
    "afternoon",
    "teatime",
    "dusk",
    "evening",
    "dinner",
    "supper",
    "nightfall",
    "night",
    "midnight",
    "o'clock",
];

impl Reader<'_, '_> {
    pub(super) fn noun_status(&self, deed: Deed) -> Option<EventStatus> {
        let words = self.words;
        let noun = deed.head;
        // "It will be her first visit"
        if words.child(noun, &[Rel::Cop]).is_some() {
            match modality(words, noun) {
                Modality::Fact => {}
                Modality::Will => return Some(EventStatus::Planned),
                Modality::May => return Some(EventStatus::Possible),
                Modality::Not | Modality::Must => return None,
            }
        }
        if words
            .child(noun, &[Rel::Det])
            .is_some_and(|det| words.lemma(det) == "no")
        {
            return Some(EventStatus::Denied);
        }
        if let Some(status) = self.of_plans(self.carrier(noun)) {
            return status;
        }
        match words
            .child(self.first_conjunct(self.carrier(noun)), &[Rel::Case])
            .map(|case| words.lemma(case))
        {
            Some(
                "without" | "for" | "since" | "against" | "about" | "despite" | "out" | "from"
                | "as" | "like" | "than",
            ) => return None,
            Some("before" | "ahead") => return Some(EventStatus::Planned),
            // "a paragraph on visits by experts": what it is about
            Some("on")
                if (words.head(self.carrier(noun)))
                    .is_some_and(|above| words.upos(above) == Upos::Noun) =>
            {
                return None;
            }
            _ => {}
        }
        if condition(words, noun).is_some() {
            return Some(EventStatus::Conditional);
        }
        if words.children_by(noun, &[Rel::Amod]).any(|child| {
            matches!(
                words.lemma(child),
                "possible" | "potential" | "proposed" | "eventual" | "any"
            )
        }) {
            return None;
        }
        // "the withdrawal cannot be the first item", "is the main demand": what is weighed, not what was done.
        if words.rel(noun) == Rel::Nsubj
            && let Some(above) = words.head(noun)
            && (self.class(deed).is_dealt()
                && words.child(above, &[Rel::Cop]).is_some()
                && words.upos(above) == Upos::Noun
                || matches!(
                    modality(words, above),
                    Modality::Must | Modality::May | Modality::Will
                ))
        {
            return None;
        }
        // "The country votes on 12 April", with the verb read as a noun.
        let headless = words.rel(noun) == Rel::Root
            && words.child(noun, &[Rel::Det, Rel::Cop]).is_none()
            && words.children(noun).any(|child| self.is_time(child));
        if self.is_planned(noun) || headless {
            return Some(EventStatus::Planned);
        }
        Some(EventStatus::Happened)
    }

    /// "Plans for a meeting have been dropped": what the plans are for. `None`: it hangs on no plans.
    pub(super) fn of_plans(&self, noun: usize) -> Option<Option<EventStatus>> {
        let words = self.words;
        let plans = words.head(noun).filter(|&plans| {
            words.rel(noun) == Rel::Nmod
                && matches!(words.lemma(plans), "plan" | "preparation" | "arrangement")
        })?;
        let case = words.child(noun, &[Rel::Case])?;
        let none = words
            .child(plans, &[Rel::Det])
            .is_some_and(|det| words.lemma(det) == "no");
        let above = words.head(plans);
        if words.lemma(case) != "for" || none {
            return None;
        }
        let dropped = above.is_some_and(|verb| {
            called_off(words, verb)
                || fizzled(words, verb)
                || matches!(words.lemma(verb), "drop" | "collapse" | "fall")
        });
        dropped.then_some(Some(EventStatus::Cancelled))
    }

    /// The first of those coordinated with a noun, whose preposition they share.
    pub(super) fn first_conjunct(&self, noun: usize) -> usize {
        let words = self.words;
        let mut at = noun;
        for _ in 0..8 {
            match (words.rel(at), words.head(at)) {
                (Rel::Conj, Some(head)) if words.upos(head) == Upos::Noun => at = head,
                _ => break,
            }
        }
        at
    }

    /// Whether a noun is said to be to come: "the planned visit", "a visit planned for 3 May", "the visit she had planned".
    pub(super) fn is_planned(&self, noun: usize) -> bool {
        let words = self.words;
        words
            .children_by(noun, &[Rel::Amod, Rel::Acl, Rel::AclRelcl])
            .any(|child| {
                let lemma = words.lemma(child);
                // "a meeting called for lunchtime"
                let called = || {
                    words.with_case(child, &["for"]).any(|time| {
                        self.is_time(time)
                            || self.dates.at(time).is_some()
                            || PARTS_OF_DAY.contains(&words.lemma(time))
                    })
                };
                to_come(lemma) || self.plans(lemma) || lemma == "call" && called()
            })
    }
}

/// Nouns and adjectives that put a deed in the time to come.
fn to_come(lemma: &str) -> bool {
    matches!(
        lemma,
        "planned"
            | "scheduled"
            | "plan"
            | "schedule"
            | "expected"
            | "expect"
            | "next"
            | "forthcoming"
            | "upcoming"
            | "imminent"
            | "due"
            | "future"
            | "impending"
            | "slated"
            | "arranged"
            | "set"
            | "announce"
            | "trail"
            | "bill"
            | "advertise"
            | "moot"
            | "book"
    )
}
