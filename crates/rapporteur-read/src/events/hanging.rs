//! What spoken conditions make of deeds: what somebody warns of is a deed that hangs on its if, what is offered for something is none.

use std::ops::Range;

use rapporteur_model::{ConditionType, EventStatus};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Event;
use super::deeds::Reader;
use super::status::{Modality, modality};
use super::threats::NO_DEEDS;
use crate::conditions::Conditions;
use crate::entities::EntityId;
use crate::stances::{PremiseKind, hangings};
use crate::statements::Statements;
use crate::words::Words;

impl Reader<'_, '_> {
    /// Adds what is threatened, and takes away what is only offered. The outlet's own if gives a deed that hangs on it too.
    pub(super) fn hang(
        &self,
        events: &mut Vec<Event>,
        conditions: &Conditions,
        statements: &Statements,
        running: &[bool],
    ) {
        for condition in &conditions.0 {
            match condition.kind {
                ConditionType::Warning => {
                    let against = condition.against;
                    self.threaten(events, &condition.then, against, true, statements);
                }
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
        let words = self.words;
        for hanging in (0..words.sentences()).flat_map(|sentence| hangings(words, sentence)) {
            let spoken = (conditions.0.iter()).any(|condition| {
                condition.evidence.start < hanging.then.end
                    && hanging.then.start < condition.evidence.end
            });
            let open = matches!(hanging.premise.kind, PremiseKind::If | PremiseKind::Unless);
            let to_come = hanging.main.filter(|&verb| {
                matches!(modality(words, verb), Modality::Will | Modality::May)
                    && running[verb]
                    && words.negation(verb).is_none()
            });
            if open && !spoken && to_come.is_some() {
                self.threaten(events, &hanging.then, None, false, statements);
            }
        }
    }

    fn threaten(
        &self,
        events: &mut Vec<Event>,
        then: &Range<usize>,
        against: Option<EntityId>,
        spoken: bool,
        statements: &Statements,
    ) {
        let mut known = events
            .iter_mut()
            .filter(|event| then.contains(&event.head))
            .peekable();
        if known.peek().is_some() {
            for event in known.filter(|event| !is_told(event.status)) {
                event.status = EventStatus::Conditional;
            }
            return;
        }
        let words = self.words;
        let Some(main) = self.main_verb(then.clone()) else {
            return;
        };
        let doer = self.doer(main).filter(|&noun| self.is_agent(noun));
        // "the slot would go to a rival": what somebody warns of is a deed, whoever does it.
        if doer.is_none() && !(spoken && has_modal(words, main)) {
            return;
        }
        let verb = self.forced_to(main);
        if NO_DEEDS.contains(&words.lemma(verb)) || words.negation(main).is_some() {
            return;
        }
        let mut event = self.plain_event(
            verb,
            None,
            EventStatus::Conditional,
            doer.map_or_else(Vec::new, |doer| self.entities.actors(words, doer)),
            self.within_line(words.trim(then.clone()), verb),
            statements,
            "event/threat",
        );
        event.recipients.extend(against);
        // "will call a strike": the strike
        if let Some(deed) = self.predicate(verb).filter(|deed| self.class(*deed).record) {
            event.label = self.label(deed);
            event.kind = self.class(deed).kind;
        }
        events.push(event);
    }

    /// "will have to lay off 400", "would have to look at cutting": the deed that somebody would be driven to.
    fn forced_to(&self, main: usize) -> usize {
        let words = self.words;
        let mut at = main;
        for _ in 0..3 {
            let below = match words.lemma(at) {
                "have" | "need" | "force" | "oblige" | "compel" | "bind" | "begin" | "start"
                | "go" | "prepare" => words.child(at, &[Rel::Xcomp]),
                "look" | "think" | "consider" => words
                    .children_by(at, &[Rel::Advcl, Rel::Xcomp])
                    .find(|&child| words.xpos(child) == Xpos::Vbg),
                _ => None,
            };
            match below {
                Some(verb) => at = verb,
                None => break,
            }
        }
        at
    }

    /// Somebody, people of some kind, or a pronoun for them.
    fn is_agent(&self, noun: usize) -> bool {
        let words = self.words;
        self.is_people(noun)
            || matches!(words.lower(noun), "he" | "she" | "they" | "it" | "we" | "i")
                && self.entities.actor(noun).is_some()
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

/// Whether "will", "would" or "could" stands before a verb.
fn has_modal(words: &Words, verb: usize) -> bool {
    (words.children_by(verb, &[Rel::Aux])).any(|aux| words.xpos(aux) == Xpos::Md)
}

/// Whether a deed took place, or is said not to have.
fn is_told(status: EventStatus) -> bool {
    !matches!(
        status,
        EventStatus::Planned | EventStatus::Possible | EventStatus::Conditional
    )
}
