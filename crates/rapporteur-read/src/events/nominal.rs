//! Deeds told by a noun that a verb carries: "talks resumed", "there was no meeting", "a seventh was postponed", "the session was
//! moved to Friday".

use rapporteur_model::EventType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::called_off::{called_off, dropped};
use super::deeds::{Deed, Reader, Shape};
use crate::words::Words;

/// How many sentences back the noun of "a seventh" may stand.
const BACK: usize = 2;

impl Reader<'_, '_> {
    /// The deed that is the subject of a verb of going on or off, or of "there is".
    pub(crate) fn carried(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        let lemma = words.lemma(word);
        // "break the deadlock" tells of no end.
        let does = lemma == "break" && words.child(word, &[Rel::Obj]).is_some();
        let carries = self.classes.aspect.contains(lemma) && !does
            || self.is_passive(word)
                && (self.classes.light.contains(lemma)
                    || self.plans(lemma)
                    || lemma == "report"
                    || dropped(words, word)
                    || is_moving(words, word))
            || is_there(words, word);
        // "The plenary is expected to vote": the deed is the vote.
        let to_do = self.plans(lemma) && words.child(word, &[Rel::Xcomp]).is_some();
        if !carries || to_do {
            return None;
        }
        let deed = self.named_by(self.happening(word)?, word)?;
        self.class(deed).record.then_some(Deed {
            clause: word,
            shape: Shape::Aspect,
            ..deed
        })
    }

    /// "They moved the session to Friday": the deed is what is moved.
    pub(super) fn moved_thing(&self, word: usize) -> Option<Deed> {
        if !is_moving(self.words, word) || self.is_passive(word) {
            return None;
        }
        let deed = self.named_by(self.thing(word)?, word)?;
        self.class(deed).record.then_some(Deed {
            clause: word,
            shape: Shape::Aspect,
            ..deed
        })
    }

    /// The new date of what was put off: "was moved to Friday" is one round that did not take place and one to come.
    pub(super) fn moved(&self, deed: Deed) -> Option<Deed> {
        let moved = deed.shape == Shape::Aspect
            && is_moving(self.words, deed.clause)
            && self.words.negation(deed.clause).is_none()
            && self.new_time(deed.clause).is_some();
        moved.then_some(Deed {
            shape: Shape::Moved,
            ..deed
        })
    }

    /// Index of the date to which a verb of putting off moves something.
    pub(super) fn new_time(&self, clause: usize) -> Option<usize> {
        let words = self.words;
        if !is_moving(words, clause) {
            return None;
        }
        let to = |word: usize| {
            words
                .children_by(word, &[Rel::Case, Rel::Mark])
                .any(|case| matches!(words.lemma(case), "to" | "until" | "till"))
        };
        let sentence = words.sentence(words.sentence_of(clause));
        let found = self.dates.among(&sentence).find(|(_, date)| {
            date.edtf.is_some()
                && date.words.clone().any(|word| {
                    to(word) && words.ancestors(word).take(2).any(|above| above == clause)
                })
        });
        found.map(|(index, _)| index)
    }

    /// The deed that a noun phrase names by its noun, by what it counts, by an ordinal whose noun went before, or by what the
    /// predicate does with its date.
    pub(super) fn named_by(&self, noun: usize, clause: usize) -> Option<Deed> {
        self.noun(self.counted(noun))
            .or_else(|| self.noun(noun))
            .or_else(|| self.numbered(noun))
            .or_else(|| self.elided(noun))
            .or_else(|| self.occasion(noun, clause))
            .or_else(|| self.referred(noun, clause))
    }

    /// The subject of a verb, shared ones too.
    fn happening(&self, word: usize) -> Option<usize> {
        let words = self.words;
        let mut at = word;
        for _ in 0..4 {
            // Of two subjects the last: "the delegations' next meeting is due", with the owner taken for one.
            if let Some(subject) = words
                .children_by(at, &[Rel::Nsubj, Rel::NsubjPass])
                .filter(|&subject| subject < at)
                .last()
                .or_else(|| words.child(at, &[Rel::Nsubj, Rel::NsubjPass]))
            {
                // "the signing pencilled in for Monday was scrapped", with the participle taken for the subject
                let subject = words
                    .child(subject, &[Rel::Compound])
                    .filter(|_| self.plans(words.lemma(subject)))
                    .unwrap_or(subject);
                let relative = matches!(words.lemma(subject), "which" | "that" | "who");
                return match (words.rel(at), words.head(at)) {
                    (Rel::AclRelcl, Some(noun)) if relative => Some(noun),
                    _ => Some(subject),
                };
            }
            let finite = matches!(words.xpos(at), Xpos::Vbp | Xpos::Vbz | Xpos::Vbd | Xpos::Vb);
            at = match (words.rel(at), words.head(at)) {
                (Rel::Conj, Some(head)) => head,
                // "said a vote could slip", with the subject taken for what was said
                (Rel::Ccomp, Some(head)) if words.child(at, &[Rel::Mark]).is_none() => {
                    let said = |&thing: &usize| head < thing && thing < at;
                    return words.children_by(head, &[Rel::Obj]).find(said);
                }
                // "is due to open", "is set to begin"
                (Rel::Xcomp, Some(head))
                    if self.plans(words.lemma(head))
                        || matches!(
                            words.lemma(head),
                            "likely" | "time" | "supposed" | "suppose" | "bind" | "intend"
                        ) =>
                {
                    head
                }
                (Rel::Advcl, Some(head)) if finite && words.child(at, &[Rel::Mark]).is_none() => {
                    head
                }
                _ => return None,
            };
        }
        None
    }

    /// "A seventh", "another", "the next": the noun is the last one before that was counted so.
    fn elided(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        let heads = !matches!(words.rel(word), Rel::Amod | Rel::Nummod | Rel::Det);
        if !heads || words.upos(word) == Upos::Verb || !is_ordinal(words.lemma(word)) {
            return None;
        }
        let first = words.sentence_of(word).saturating_sub(BACK);
        let counted = |noun: usize| {
            words
                .children_by(noun, &[Rel::Amod, Rel::Nummod, Rel::Det])
                .any(|child| is_ordinal(words.lemma(child)))
        };
        let nouns = (words.sentence(first).start..word).rev();
        let (noun, deed) = nouns
            .filter_map(|noun| Some((noun, self.noun(noun)?)))
            .find(|&(noun, deed)| self.class(deed).record && counted(noun))?;
        Some(Deed {
            head: word,
            clause: word,
            named: noun,
            ..deed
        })
    }

    /// "Talks resume on Friday", "… break off on Friday and resume on Sunday", where the verb was read as a noun.
    pub(super) fn headless(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        if words.upos(word) != Upos::Noun || !self.classes.aspect.contains(words.lemma(word)) {
            return None;
        }
        let of_before = || {
            let noun = word
                .checked_sub(1)
                .filter(|&noun| words.head(noun) == Some(word))?;
            (words.rel(word) == Rel::Root && words.xpos(noun) == Xpos::Nns).then_some(noun)
        };
        let of_time = || {
            let time = words.head(word).filter(|&time| {
                words.rel(word) == Rel::Conj
                    && self.is_time(time)
                    && words.child(word, &[Rel::Det, Rel::NmodPoss]).is_none()
            })?;
            self.happening(words.head(time)?)
        };
        let deed = self.named_by(of_before().or_else(of_time)?, word)?;
        self.class(deed).record.then_some(Deed {
            clause: word,
            shape: Shape::Aspect,
            ..deed
        })
    }

    /// "has been in contact with", "are on strike", "is in talks": the noun is the predicate, and its subject does it.
    pub(super) fn in_or_on(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        words.child(word, &[Rel::Cop])?;
        words
            .child(word, &[Rel::Case])
            .filter(|&case| matches!(words.lemma(case), "in" | "on"))?;
        let deed = self.noun(word)?;
        let class = self.class(deed);
        (class.record && words.child(word, &[Rel::Nsubj]).is_some()).then_some(Deed {
            shape: Shape::Light,
            ..deed
        })
    }

    /// "Talks are under way in Oslo": the predicate is no verb.
    pub(super) fn under_way(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        let under = || {
            words
                .children_by(word, &[Rel::Case])
                .any(|case| words.lemma(case) == "under")
        };
        let way = words.lemma(word) == "underway"
            || words.lemma(word) == "way" && under()
            || words.lemma(word) == "off";
        words.child(word, &[Rel::Cop]).filter(|_| way)?;
        let deed = self.named_by(self.happening(word)?, word)?;
        self.class(deed).record.then_some(Deed {
            clause: word,
            shape: Shape::Aspect,
            ..deed
        })
    }

    /// "due in Karsk", read as one long preposition: the predicate is the place.
    pub(super) fn place_due(&self, word: usize) -> Option<usize> {
        let words = self.words;
        words.head(word).filter(|&place| {
            words.rel(word) == Rel::Case && words.child(place, &[Rel::Cop]).is_some()
        })
    }

    /// "The envoy is due in Karsk on Friday", "is expected back": to come there is the deed.
    pub(super) fn due_in(&self, word: usize) -> Option<Deed> {
        let words = self.words;
        if !matches!(words.lemma(word), "due" | "expect" | "await") {
            return None;
        }
        let place = self.place_due(word);
        let clause = place.unwrap_or(word);
        let due = match words.lemma(word) {
            "due" => words.child(clause, &[Rel::Cop]).is_some(),
            _ => words.is_passive(word),
        };
        let subject = words
            .child(clause, &[Rel::Nsubj, Rel::NsubjPass])
            .filter(|&subject| due && self.is_people(subject) && self.noun(subject).is_none())?;
        let goes_on = words.child(word, &[Rel::Xcomp, Rel::Ccomp]).is_some();
        let back = words
            .children_by(clause, &[Rel::Advmod, Rel::CompoundPrt])
            .any(|child| matches!(words.lemma(child), "back" | "home" | "here" | "there"));
        let is_place = |noun: usize| {
            !self.is_time(noun) && (self.is_place(noun) || self.is_taken_for_place(noun, "in"))
        };
        let there = back
            || place.is_some_and(is_place)
            || words
                .with_case(word, &["in", "at"])
                .any(|place| place > word && is_place(place));
        let class = self.classes.position("travel")?;
        (there && !goes_on && self.entities.at(subject).is_some()).then_some(Deed {
            head: word,
            clause,
            class,
            named: word,
            shape: Shape::Adjective,
        })
    }

    /// "Norway hosted a meeting of A and B": the meeting is the deed.
    pub(super) fn of_hosted(&self, deed: Deed) -> Deed {
        if deed.shape != Shape::Verb || self.class(deed).name != "host-talks" {
            return deed;
        }
        let thing = self.thing(deed.clause);
        match thing.and_then(|noun| self.noun(self.counted(noun)).or_else(|| self.noun(noun))) {
            Some(noun) if self.class(noun).record => Deed {
                clause: deed.clause,
                shape: Shape::Light,
                ..noun
            },
            _ => deed,
        }
    }

    /// A visit that is called off is a visit (cancelled), not a calling off.
    pub(super) fn of_called_off(&self, deed: Deed) -> Deed {
        let words = self.words;
        if deed.shape != Shape::Verb
            || !dropped(words, deed.clause)
            || words.lemma(deed.clause) == "suspend"
        {
            return deed;
        }
        match self
            .thing(deed.clause)
            // "called off | her trip", with the particle taken for a preposition
            .or_else(|| words.with_case(deed.clause, &["off"]).next())
            .and_then(|noun| {
                self.noun(self.counted(noun))
                    .or_else(|| self.occasion(noun, deed.clause))
            }) {
            // "dropped its lawsuit" calls off no meeting.
            Some(noun)
                if self.class(noun).record
                    && (called_off(words, deed.clause)
                        || matches!(
                            self.class(noun).kind,
                            Some(EventType::Consult | EventType::Agree | EventType::Support)
                        )) =>
            {
                Deed {
                    clause: deed.clause,
                    shape: Shape::Aspect,
                    ..noun
                }
            }
            _ => deed,
        }
    }
}

/// "there was …"
fn is_there(words: &Words, word: usize) -> bool {
    words.lemma(word) == "be" && words.child(word, &[Rel::Expl]).is_some()
}

/// Verbs that give a deed another date.
pub(super) fn is_moving(words: &Words, word: usize) -> bool {
    let particle = |wanted: &[&str]| {
        words
            .children(word)
            .any(|child| child > word && wanted.contains(&words.lemma(child)))
    };
    match words.lemma(word) {
        "move" | "postpone" | "reschedule" | "delay" | "shift" | "defer" | "adjourn" | "slip" => {
            true
        }
        "put" => particle(&["off", "back"]),
        "push" => particle(&["back"]),
        "bring" => particle(&["forward"]),
        _ => false,
    }
}

impl Reader<'_, '_> {
    /// "14th", "latest": which of several.
    pub(super) fn counts(&self, word: usize) -> bool {
        let lemma = self.words.lemma(word);
        let digits = lemma.trim_end_matches(|end: char| end.is_ascii_lowercase());
        is_ordinal(lemma)
            || digits.len() + 2 == lemma.len()
                && digits.chars().all(|digit| digit.is_ascii_digit())
                && !digits.is_empty()
    }
}

fn is_ordinal(lemma: &str) -> bool {
    matches!(
        lemma,
        "first"
            | "second"
            | "third"
            | "fourth"
            | "fifth"
            | "sixth"
            | "seventh"
            | "eighth"
            | "ninth"
            | "tenth"
            | "eleventh"
            | "twelfth"
            | "another"
            | "next"
            | "last"
            | "latest"
            | "previous"
            | "earlier"
            | "later"
            | "final"
    )
}
