//! Deeds that are told by one source and denied by the next: "Some feared that the Chair would table a text. The Chair denied this."

use rapporteur_model::EventStatus;
use rapporteur_syntax::{Rel, Upos};

use super::Event;
use super::called_off::called_off;
use super::deeds::Reader;
use super::status::{Modality, modality};
use crate::statements::Statements;

impl Reader<'_, '_> {
    /// Gives deeds that only hearsay tells, and that the clause or sentence after it denies, the status `denied`.
    pub(super) fn deny(&self, events: &mut [Event], statements: &Statements) {
        let words = self.words;
        for event in events.iter_mut() {
            let Some(hearsay) = self.hearsay(event.head) else {
                continue;
            };
            let sentence = words.sentence_of(hearsay);
            let next = (sentence + 1).min(words.syntax.sentences.0.len().saturating_sub(1));
            let after = hearsay + 1..words.sentence(next).end;
            let denial = after
                .into_iter()
                .find(|&word| !words.is_within(word, hearsay) && self.is_denial(word, hearsay));
            if let Some(denial) = denial {
                event.status = EventStatus::Denied;
                let subject = self.doer(denial).and_then(|noun| self.entities.actor(noun));
                let known = |id| event.told_by.iter().any(|teller| teller.entity == Some(id));
                if let Some(id) = subject.filter(|&id| !known(id)) {
                    event.told_by.extend(
                        statements
                            .told_by(self.entities, denial)
                            .into_iter()
                            .filter(|teller| teller.entity == Some(id)),
                    );
                }
            }
        }
    }

    /// "They were expected to sign on Monday, but the ceremony was postponed": the plan is called off by another word for it.
    pub(super) fn fall_through(&self, events: &mut [Event]) {
        let words = self.words;
        for event in events.iter_mut() {
            if event.status != EventStatus::Planned {
                continue;
            }
            let sentence = words.sentence_of(event.head);
            let next = (sentence + 1).min(words.syntax.sentences.0.len().saturating_sub(1));
            let after = event.head + 1..words.sentence(next).end;
            let off = after.into_iter().any(|word| {
                words.upos(word) == Upos::Verb
                    && (called_off(words, word)
                        || words.negation(word).is_some()
                            && matches!(words.lemma(word), "happen" | "take" | "materialise"))
                    && !self.supposed(word)
                    && words
                        .child(word, &[Rel::Nsubj, Rel::NsubjPass])
                        .is_some_and(|subject| self.is_another_word_for_it(subject))
            });
            if off {
                event.status = EventStatus::Cancelled;
            }
        }
    }

    /// Whether a verb tells no fact.
    fn supposed(&self, word: usize) -> bool {
        let words = self.words;
        matches!(modality(words, word), Modality::May | Modality::Must)
            || words
                .child(word, &[Rel::Mark])
                .is_some_and(|mark| matches!(words.lemma(mark), "if" | "unless" | "until"))
    }

    /// "the ceremony", "the trip", "this".
    fn is_another_word_for_it(&self, noun: usize) -> bool {
        let words = self.words;
        let the = words
            .child(noun, &[Rel::Det])
            .is_some_and(|det| matches!(words.lemma(det), "the" | "that" | "this"));
        the && matches!(
            words.lemma(noun),
            "ceremony" | "event" | "trip" | "plan" | "appearance" | "gathering" | "occasion"
        ) || words.children(noun).len() == 0 && matches!(words.lemma(noun), "this" | "that")
    }

    /// The verb or noun of hearing, fearing or reporting under which a deed is told.
    fn hearsay(&self, head: usize) -> Option<usize> {
        let words = self.words;
        words
            .ancestors(head)
            .zip(std::iter::once(head).chain(words.ancestors(head)))
            .take(6)
            .find(|&(above, below)| {
                let complement = matches!(
                    words.rel(below),
                    Rel::Ccomp | Rel::Acl | Rel::AclRelcl | Rel::Xcomp | Rel::CsubjPass
                );
                complement
                    && match words.upos(above) {
                        Upos::Noun => matches!(
                            words.lemma(above),
                            "report"
                                | "rumour"
                                | "rumor"
                                | "claim"
                                | "suggestion"
                                | "speculation"
                                | "allegation"
                                | "fear"
                        ),
                        _ => {
                            self.classes.say.contains(words.lemma(above))
                                || matches!(
                                    words.lemma(above),
                                    "fear"
                                        | "suspect"
                                        | "speculate"
                                        | "rumour"
                                        | "rumor"
                                        | "suggest"
                                        | "predict"
                                        | "accuse"
                                )
                        }
                    }
            })
            .map(|(above, _)| above)
    }

    /// "denied this", "called the report false", "no such meeting took place".
    fn is_denial(&self, word: usize, hearsay: usize) -> bool {
        let words = self.words;
        let refers = |noun: usize| {
            noun == hearsay
                || matches!(words.lemma(noun), "this" | "that" | "it")
                || matches!(
                    words.lemma(noun),
                    "report"
                        | "rumour"
                        | "rumor"
                        | "claim"
                        | "suggestion"
                        | "allegation"
                        | "account"
                        | "charge"
                        | "accusation"
                        | "speculation"
                ) && words.child(noun, &[Rel::Det]).is_some_and(|det| {
                    matches!(words.lemma(det), "the" | "this" | "that" | "these" | "such")
                })
        };
        if words.upos(word) == Upos::Verb {
            let lemma = words.lemma(word);
            let object = words.child(word, &[Rel::Obj]);
            let denies = matches!(
                lemma,
                "deny" | "refute" | "rebut" | "dismiss" | "reject" | "contradict"
            );
            let plain = lemma == "deny"
                && object.is_none()
                && words.child(word, &[Rel::Ccomp, Rel::Xcomp]).is_none();
            return words.negation(word).is_none()
                && (denies && object.is_some_and(refers) || plain);
        }
        // "That was untrue", "the report is false"
        if words.upos(word) == Upos::Adj {
            let subject = words.child(word, &[Rel::Nsubj]);
            let false_ = matches!(
                words.lemma(word),
                "untrue" | "false" | "baseless" | "unfounded"
            );
            let not_true = matches!(words.lemma(word), "true" | "accurate" | "correct")
                && words.negation(word).is_some();
            // "Reports that … were false, she said", where the tree gives the subject to "said".
            let same = subject.is_none()
                && words.child(word, &[Rel::Cop]).is_some()
                && words.sentence_of(word) == words.sentence_of(hearsay);
            return (false_ || not_true) && (same || subject.is_some_and(refers));
        }
        false
    }
}
