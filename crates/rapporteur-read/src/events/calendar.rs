//! What has its day: deeds known by what is done with their date, whatever they are. "A test run planned for 3 May was put off",
//! "it is now set for Friday", "a fourth round is due in Karsk".

use rapporteur_model::EventStatus;
use rapporteur_syntax::{Rel, Upos};

use super::Event;
use super::called_off::dropped;
use super::deeds::{Deed, Reader, Shape};
use super::nominal::is_moving;
use super::status::{Modality, modality};
use super::threats::NO_DEEDS;
use crate::conditions::Conditions;
use crate::statements::Statements;

/// How many sentences back the deed may stand that "it" means.
const BACK: usize = 2;

/// Nouns that a round or a day is numbered by: "round seven", "day three".
const NUMBERED: &[&str] = &["round", "session", "day", "phase", "meeting"];

impl Reader<'_, '_> {
    /// Whether a predicate puts something on the calendar, moves it there or strikes it off.
    fn is_of_calendar(&self, clause: usize) -> bool {
        self.plans(self.words.lemma(clause))
            || self.words.lemma(clause) == "due"
            || is_moving(self.words, clause)
            || dropped(self.words, clause)
    }

    /// What a predicate of the calendar is about: an occasion of the list, or whatever had its day before and lost it.
    pub(super) fn occasion(&self, noun: usize, clause: usize) -> Option<Deed> {
        let words = self.words;
        if words.upos(noun) != Upos::Noun || self.is_time(noun) {
            return None;
        }
        let lost = || is_moving(words, clause) || dropped(words, clause);
        let had_its_day = || {
            self.plans_of(noun).any(|plan| {
                (words.children(plan)).any(|child| self.is_time(child) || self.names_a_date(child))
            })
        };
        let listed = self.classes.occasions.contains(words.lemma(noun));
        let known = listed && (self.is_of_calendar(clause) || self.is_planned(noun))
            || lost() && had_its_day() && !self.is_people(noun) && !self.is_place(noun);
        known.then_some(Deed {
            head: noun,
            clause: noun,
            class: self.classes.position("occasion")?,
            named: noun,
            shape: Shape::Noun,
        })
    }

    /// "It is now set for Friday": the deed that was told last as the subject of a clause, or as what is called off.
    pub(super) fn referred(&self, pronoun: usize, clause: usize) -> Option<Deed> {
        let words = self.words;
        let takes_place = || {
            matches!(
                words.lemma(clause),
                "hold" | "take" | "go" | "happen" | "begin" | "start"
            )
        };
        if words.lower(pronoun) != "it" || !(self.is_of_calendar(clause) || takes_place()) {
            return None;
        }
        let first = words.sentence_of(pronoun).saturating_sub(BACK);
        let subjects = (words.sentence(first).start..pronoun)
            .rev()
            .filter(|&noun| {
                matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass)
                    || words.rel(noun) == Rel::Obj
                        && words.head(noun).is_some_and(|verb| dropped(words, verb))
            });
        let above = |noun: usize| words.head(noun).unwrap_or(noun);
        let (noun, deed) = subjects
            .filter_map(|noun| {
                let deed = self
                    .noun(noun)
                    .or_else(|| self.occasion(noun, above(noun)))?;
                Some((noun, deed))
            })
            .find(|(_, deed)| self.class(*deed).record)?;
        Some(Deed {
            head: pronoun,
            clause: pronoun,
            named: noun,
            ..deed
        })
    }

    /// "Round seven is pencilled in for the 21st", "day three opens": the number is the subject.
    pub(super) fn numbered(&self, number: usize) -> Option<Deed> {
        let words = self.words;
        let noun = number.checked_sub(1).filter(|&noun| {
            words.upos(number) == Upos::Num
                && words.sentence_of(noun) == words.sentence_of(number)
                && NUMBERED.contains(&words.lemma(noun))
        })?;
        Some(Deed {
            head: noun,
            clause: noun,
            class: self.classes.position("meet")?,
            named: noun,
            shape: Shape::Noun,
        })
    }

    /// "A fourth round is due in Karsk on Friday", "the hearing is now set for 3 May", where the predicate is no verb.
    pub(super) fn due_on(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        if !matches!(words.lemma(word), "due" | "set") || words.upos(word) == Upos::Verb {
            return None;
        }
        let clause = self.place_due(word).unwrap_or(word);
        words.child(clause, &[Rel::Cop])?;
        let subject = words.child(clause, &[Rel::Nsubj, Rel::NsubjPass])?;
        let goes_on = words.child(word, &[Rel::Xcomp, Rel::Ccomp]).is_some();
        let dated = words.children(clause).any(|child| {
            self.is_time(child)
                || self.names_a_date(child)
                || (words.children(child)).any(|inner| self.names_a_date(inner))
        });
        let deed = self.named_by(subject, word).filter(|_| dated && !goes_on)?;
        self.class(deed).record.then_some(Deed {
            clause,
            shape: Shape::Aspect,
            ..deed
        })
    }

    /// "The two sides will be back at the hotel tomorrow", "delegates are due back at the table at ten".
    pub(super) fn back_at(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        if words.lower(word) != "back" || words.upos(word) == Upos::Verb {
            return None;
        }
        words.child(word, &[Rel::Cop])?;
        let subject = words.child(word, &[Rel::Nsubj, Rel::NsubjPass])?;
        let to_come = words
            .children_by(word, &[Rel::Advmod, Rel::Amod, Rel::Aux])
            .any(|child| matches!(words.lemma(child), "due" | "will" | "expected"));
        let when = words.children(word).any(|child| {
            self.is_time(child)
                || self.names_a_date(child)
                || matches!(words.lemma(child), "table" | "hotel")
        });
        (to_come && when && self.is_people(subject)).then_some(Deed {
            head: word,
            clause: word,
            class: self.classes.position("meet")?,
            named: word,
            shape: Shape::Adjective,
        })
    }

    /// "The three will sell tickets from January", "a team is to survey the road from Monday": what somebody is to do on a day,
    /// whatever it is.
    pub(super) fn set_for_a_day(
        &self,
        known: &[Event],
        conditions: &Conditions,
        statements: &Statements,
        running: &[bool],
    ) -> Vec<Event> {
        let words = self.words;
        let mut found = Vec::new();
        for verb in (0..words.len()).filter(|&word| running[word] && words.is_verb(word)) {
            let shall = words
                .children_by(verb, &[Rel::Aux])
                .any(|aux| matches!(words.lower(aux), "will" | "'ll" | "’ll" | "shall"));
            let is_to = || {
                words.rel(verb) == Rel::Xcomp
                    && (words.head(verb)).is_some_and(|above| {
                        matches!(
                            words.lemma(above),
                            "due" | "expect" | "schedule" | "set" | "be"
                        ) && words.negation(above).is_none()
                            && !matches!(modality(words, above), Modality::Will | Modality::May)
                    })
                    || modality(words, verb) == Modality::Will
                        && words.child(verb, &[Rel::Mark]).is_some()
            };
            if !(shall || is_to())
                || words.negation(verb).is_some()
                || NO_DEEDS.contains(&words.lemma(verb))
                || self.classes.say.contains(words.lemma(verb))
                || matches!(words.rel(verb), Rel::Advcl | Rel::Acl | Rel::AclRelcl)
            {
                continue;
            }
            let Some(subject) = self
                .doer(verb)
                .filter(|&noun| noun < verb && self.is_people(noun))
            else {
                continue;
            };
            let date = words.children(verb).find_map(|child| {
                let date = self.dates.at(child)?;
                let near = words.child(child, &[Rel::Case]).is_none_or(|case| {
                    matches!(
                        words.lemma(case),
                        "on" | "in" | "from" | "by" | "before" | "at" | "until"
                    )
                });
                let edtf = self.dates.0[date].edtf.as_ref()?;
                (near && edtf.as_str().len() >= 7).then_some(date)
            });
            let told = known.iter().any(|event| event.head == verb)
                || (conditions.0.iter()).any(|condition| condition.evidence.contains(&verb));
            let spoken = self
                .predicate(verb)
                .is_some_and(|deed| !self.class(deed).record);
            let (Some(date), false, false) = (date, told, spoken) else {
                continue;
            };
            let mut range = words.subtree(subject).start..verb + 1;
            for child in words.children(verb).filter(|&child| {
                matches!(
                    words.rel(child),
                    Rel::Obj | Rel::Obl | Rel::OblUnmarked | Rel::CompoundPrt
                )
            }) {
                range.end = range.end.max(words.subtree(child).end);
            }
            let mut event = self.plain_event(
                verb,
                None,
                EventStatus::Planned,
                self.entities.actors(words, subject),
                self.within_line(words.trim(range), verb),
                statements,
                "event/set-for-a-day",
            );
            event.date = Some(date);
            found.push(event);
        }
        found
    }

    /// Whether a predicate that is no verb says when something is due.
    pub(super) fn is_due(&self, clause: usize) -> bool {
        let words = self.words;
        let due = |word: usize| matches!(words.lemma(word), "due" | "set");
        words.upos(clause) != Upos::Verb
            && words.child(clause, &[Rel::Cop]).is_some()
            && (due(clause) || words.children_by(clause, &[Rel::Case]).any(due))
    }
}
