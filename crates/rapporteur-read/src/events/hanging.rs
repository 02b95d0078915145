//! What spoken conditions make of deeds: what somebody warns of is a deed that hangs on its if, what is offered for something is none.

use std::ops::Range;

use rapporteur_model::{ConditionType, EventStatus};
use rapporteur_syntax::Upos;

use super::Event;
use super::deeds::Reader;
use super::threats::NO_DEEDS;
use crate::conditions::{Condition, Conditions};
use crate::statements::Statements;

impl Reader<'_, '_> {
    /// Adds what is threatened, and takes away what is only offered.
    pub(super) fn hang(
        &self,
        events: &mut Vec<Event>,
        conditions: &Conditions,
        statements: &Statements,
    ) {
        for condition in &conditions.0 {
            match condition.kind {
                ConditionType::Warning => self.threaten(events, condition, statements),
                // To come to the table is no term.
                ConditionType::Offer => events.retain(|event| {
                    !condition.then.contains(&event.head)
                        || is_told(event.status)
                        || ["event/meet/", "event/take-part/", "event/join"]
                            .iter()
                            .any(|talks| event.rule.starts_with(talks))
                }),
                _ => {}
            }
        }
    }

    fn threaten(&self, events: &mut Vec<Event>, condition: &Condition, statements: &Statements) {
        let mut known = events
            .iter_mut()
            .filter(|event| condition.then.contains(&event.head))
            .peekable();
        if known.peek().is_some() {
            for event in known.filter(|event| !is_told(event.status)) {
                event.status = EventStatus::Conditional;
            }
            return;
        }
        let words = self.words;
        let Some(verb) = self.main_verb(condition.then.clone()) else {
            return;
        };
        let Some(subject) = self.doer(verb).filter(|&noun| self.is_people(noun)) else {
            return;
        };
        if NO_DEEDS.contains(&words.lemma(verb)) || words.negation(verb).is_some() {
            return;
        }
        let mut event = self.plain_event(
            verb,
            None,
            EventStatus::Conditional,
            self.entities.actors(words, subject),
            words.span(words.trim(condition.then.clone())),
            statements,
            "event/threat",
        );
        event.recipients.extend(condition.against);
        events.push(event);
    }

    /// The verb that the others of a clause hang on.
    fn main_verb(&self, range: Range<usize>) -> Option<usize> {
        let words = self.words;
        let is_verb = |&word: &usize| words.upos(word) == Upos::Verb;
        words.top(range.clone()).filter(is_verb).or_else(|| {
            range.clone().filter(is_verb).find(|&verb| {
                words
                    .ancestors(verb)
                    .take_while(|above| range.contains(above))
                    .all(|above| words.upos(above) != Upos::Verb)
            })
        })
    }

    /// Whether a noun phrase is somebody, or people of some kind: "processors", "rebels".
    pub(super) fn is_people(&self, noun: usize) -> bool {
        let words = self.words;
        if self.is_somebody(noun) {
            return true;
        }
        let lemma = words.lemma(self.counted(noun));
        let plural = words.xpos(self.counted(noun)) == rapporteur_syntax::Xpos::Nns;
        self.classes.people.contains(lemma)
            || plural
                && ["er", "or", "ist", "man", "ian", "ee"]
                    .iter()
                    .any(|ending| lemma.len() > 5 && lemma.ends_with(ending))
    }
}

/// Whether a deed took place, or is said not to have.
fn is_told(status: EventStatus) -> bool {
    !matches!(
        status,
        EventStatus::Planned | EventStatus::Possible | EventStatus::Conditional
    )
}
