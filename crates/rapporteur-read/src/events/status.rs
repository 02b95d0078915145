//! Whether a deed took place: from modals, tense, negation and what it hangs on.

use rapporteur_model::{EventStatus, EventType};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::called_off::{called_off, dropped};
use super::deeds::{Deed, Reader, Shape};
use super::nominal::is_moving;
use super::over::{Over, weaker};
use crate::factuality::{Factuality, factuality};
use crate::stances::hangings;
use crate::words::Words;

/// How a predicate is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Modality {
    /// As a fact.
    Fact,
    /// As no fact.
    Not,
    /// As intended or foreseen.
    Will,
    /// As possible.
    May,
    /// As a duty.
    Must,
}

/// Reads the auxiliaries and the negation of a predicate.
pub(crate) fn modality(words: &Words, clause: usize) -> Modality {
    let mut at = clause;
    // "will cut and hold": the second verb has the auxiliary of the first.
    for _ in 0..4 {
        for aux in words.children_by(at, &[Rel::Aux]) {
            match words.lemma(aux) {
                "will" | "'ll" | "wo" | "would" | "'d" | "shall" if words.xpos(aux) == Xpos::Md => {
                    return Modality::Will;
                }
                "may" | "might" | "could" | "can" | "ca" => return Modality::May,
                "must" | "should" | "ought" | "need" => return Modality::Must,
                _ => {}
            }
        }
        match (words.rel(at), words.head(at)) {
            (Rel::Conj, Some(head))
                if words
                    .child(at, &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux])
                    .is_none() =>
            {
                at = head;
            }
            _ => break,
        }
    }
    if let (Rel::Xcomp, Some(head)) = (words.rel(clause), words.head(clause)) {
        match words.lemma(head) {
            // "have yet to meet"
            "have"
                if words
                    .children(head)
                    .any(|child| words.lemma(child) == "yet") =>
            {
                return Modality::Not;
            }
            "have" | "need" | "ought" => return Modality::Must,
            "go" if words.xpos(head) == Xpos::Vbg => return Modality::Will,
            "be" => return Modality::Will,
            _ => {}
        }
    }
    if is_to(words, clause).is_some() {
        return Modality::Will;
    }
    if words.negation(clause).is_some() {
        return Modality::Not;
    }
    Modality::Fact
}

/// The "is" or "was" of "is to meet", "was to have met".
fn is_to(words: &Words, clause: usize) -> Option<usize> {
    let to = words
        .child(clause, &[Rel::Mark])
        .is_some_and(|mark| words.lemma(mark) == "to");
    words
        .children_by(clause, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        .find(|&aux| {
            to && words.lemma(aux) == "be"
                && words.xpos(aux) != Xpos::Vb
                && words.xpos(aux) != Xpos::Vbn
        })
}

/// What a deed hangs on.
const SUPPOSING: [&str; 8] = [
    "if",
    "unless",
    "once",
    "provided",
    "until",
    "should",
    "whether",
    "providing",
];

pub(super) fn mark(words: &Words, clause: usize) -> Option<usize> {
    words.child(clause, &[Rel::Mark])
}

/// The clause that a deed hangs on, if any: "if …", "unless …", "provided that …".
pub(crate) fn condition(words: &Words, clause: usize) -> Option<usize> {
    words.children_by(clause, &[Rel::Advcl]).find(|&child| {
        mark(words, child)
            .map(|mark| words.lemma(mark))
            .or_else(|| matches!(words.lemma(child), "provide").then_some("provided"))
            .is_some_and(|mark| matches!(mark, "if" | "unless" | "once" | "provided" | "providing"))
    })
}

/// "would have left"
fn is_counterfactual(words: &Words, clause: usize) -> bool {
    let aux = |lemmas: &[&str]| {
        words
            .children_by(clause, &[Rel::Aux])
            .any(|aux| lemmas.contains(&words.lemma(aux)))
    };
    aux(&["would", "'d"]) && aux(&["have"])
}

/// What is told as done, but in a question ("Has Velmar freed them?") or in a condition ("Had Velmar freed them, …", "as long
/// as Velmar has freed them"). What stands behind "after" or "once" in the past was done.
fn is_only_supposed(words: &Words, word: usize) -> bool {
    let number = words.sentence_of(word);
    let sentence = words.sentence(number);
    let asked = (sentence.clone().rev().take(2)).any(|word| words.form(word) == "?");
    let of_which = || {
        (sentence.start..word).any(|word| {
            matches!(
                words.lower(word),
                "why" | "what" | "who" | "when" | "where" | "how" | "which" | "whose" | "whom"
            )
        })
    };
    let told_of = || {
        hangings(words, number).iter().any(|hanging| {
            hanging.premise.words.contains(&word)
                && !matches!(
                    words.lower(hanging.premise.whole.start),
                    "after" | "once" | "when" | "upon" | "with" | "without" | "given" | "granted"
                )
        })
    };
    // "Had Velmar freed them": the auxiliary before the subject.
    let subject = words.child(word, &[Rel::Nsubj, Rel::NsubjPass]);
    let inverted = subject.is_some_and(|subject| {
        words.children_by(word, &[Rel::Aux]).any(|aux| {
            aux < subject && matches!(words.lower(aux), "had" | "were" | "should" | "has" | "have")
        })
    });
    asked && !of_which() || inverted || told_of()
}

/// "Perhaps Velmar has freed them", "maybe they met".
fn is_only_perhaps(words: &Words, clause: usize) -> bool {
    words
        .children_by(clause, &[Rel::Advmod, Rel::Discourse])
        .any(|adverb| {
            matches!(
                words.lower(adverb),
                "perhaps" | "maybe" | "possibly" | "conceivably" | "potentially" | "supposably"
            )
        })
}

impl Reader<'_, '_> {
    /// "A second meeting is planned", "the dinner they had planned will not take place": told as a plan, never as a deed.
    fn only_planned_so_far(&self, deed: Deed) -> Option<EventStatus> {
        let words = self.words;
        if deed.shape == Shape::Verb {
            return None;
        }
        let plans = |verb: usize| {
            let lemma = words.lemma(verb);
            self.plans(lemma) && !matches!(lemma, "expect" | "set" | "due")
        };
        let above = words
            .head(deed.head)
            .filter(|&verb| words.rel(deed.head) == Rel::NsubjPass && plans(verb));
        let below = || {
            words
                .children_by(deed.head, &[Rel::Acl, Rel::AclRelcl])
                .find(|&verb| {
                    plans(verb)
                        && words
                            .children_by(verb, &[Rel::Aux])
                            .any(|aux| words.xpos(aux) == Xpos::Vbd)
                })
        };
        above.or_else(below)?;
        // "No further meeting is fixed": there is none.
        let no = |word: usize| {
            words
                .child(word, &[Rel::Det])
                .is_some_and(|det| words.lemma(det) == "no")
        };
        if no(deed.head) {
            return Some(EventStatus::Denied);
        }
        let sentence = words.sentence(words.sentence_of(deed.head));
        let not = sentence.into_iter().any(|word| {
            matches!(words.lemma(word), "not" | "n't")
                || (words.upos(word) == Upos::Verb || words.lemma(word) == "off")
                    && called_off(words, word)
        });
        Some(if not {
            EventStatus::Cancelled
        } else {
            EventStatus::Planned
        })
    }

    /// Whether a deed took place; `None` where it is only supposed, asked, wished or offered.
    pub(crate) fn status(&self, deed: Deed) -> Option<EventStatus> {
        let words = self.words;
        let class = self.class(deed);
        if let Some(status) = self.only_planned_so_far(deed) {
            return Some(status);
        }
        // "would sooner leave than sign"
        let rather = deed.clause > 0 && words.lemma(deed.clause - 1) == "than";
        if rather && deed.shape != Shape::Noun {
            return None;
        }
        let own = match deed.shape {
            Shape::Noun => self.noun_status(deed)?,
            _ => self.clause_status(deed)?,
        };
        let told = match deed.shape {
            Shape::Noun => deed.head,
            _ => deed.clause,
        };
        let factuality = factuality(words, told);
        // "Reports that Velmar had attacked were denied", but not "denied that it had agreed to free them"; who denies having
        // agreed denies a position.
        let whole = words.rel(told) != Rel::Xcomp;
        // "denied a threat to cut aid if the protocol was not ratified"
        let supposed = std::iter::once(told)
            .chain(words.ancestors(told).take(2))
            .any(|clause| {
                words.rel(clause) == Rel::Advcl
                    && mark(words, clause)
                        .is_some_and(|mark| SUPPOSING.contains(&words.lemma(mark)))
            });
        if factuality == Some(Factuality::Untrue) && supposed {
            return None;
        }
        if factuality == Some(Factuality::Untrue) && whole && !class.only_planned {
            let agreed = class.kind == Some(EventType::Agree);
            return (!agreed).then_some(EventStatus::Denied);
        }
        let mut status = own;
        let mut at = match deed.shape {
            Shape::Noun => self.carrier(deed.head),
            _ => deed.clause,
        };
        for _ in 0..8 {
            let (rel, Some(head)) = (words.rel(at), words.head(at)) else {
                break;
            };
            // "not clear whether they had met", "asked if they would meet"
            if matches!(
                rel,
                Rel::Ccomp | Rel::Csubj | Rel::CsubjPass | Rel::Xcomp | Rel::Acl
            ) && mark(words, at)
                .is_some_and(|mark| matches!(words.lemma(mark), "whether" | "if"))
            {
                return None;
            }
            let of_adjective = rel == Rel::Advcl
                && words.upos(head) == Upos::Adj
                && (words
                    .children(head)
                    .any(|child| words.rel(child) == Rel::Fixed)
                    || mark(words, at).is_some_and(|mark| words.lemma(mark) == "to"));
            match rel {
                Rel::Advcl if of_adjective => match self.under(head, at, class.kind)? {
                    Over::Through => {}
                    Over::As(over) => status = weaker(status, over),
                    Over::Stop => break,
                },
                Rel::Advcl => {
                    if mark(words, at).is_some_and(|mark| SUPPOSING.contains(&words.lemma(mark))) {
                        return None;
                    }
                    // "will be freed once the truce takes effect": when, not that.
                    let when = mark(words, at).is_some_and(|mark| {
                        matches!(
                            words.lemma(mark),
                            "when" | "after" | "before" | "once" | "as"
                        )
                    });
                    let present = match words.children_by(at, &[Rel::Aux, Rel::AuxPass]).next() {
                        None => matches!(words.xpos(at), Xpos::Vbz | Xpos::Vbp),
                        // "once Velmar has freed them"
                        Some(aux) => {
                            (words.lemma(aux) == "have" || words.rel(aux) == Rel::AuxPass)
                                && matches!(words.xpos(aux), Xpos::Vbz | Xpos::Vbp)
                        }
                    };
                    // "before the ministers meet again on 3 May": what is set, told as a time
                    let set = || {
                        mark(words, at).is_some_and(|mark| words.lemma(mark) == "before")
                            && class.kind == Some(EventType::Consult)
                            && words.children(deed.clause).any(|child| self.is_time(child))
                    };
                    if when && present {
                        return set().then_some(EventStatus::Planned);
                    }
                    let purpose = mark(words, at).is_some_and(|mark| words.lemma(mark) == "to");
                    // "was in Karsk to meet Haber"
                    let there = purpose && at == deed.clause && self.is_place_of(head);
                    if there {
                        let past = words
                            .child(head, &[Rel::Cop])
                            .is_some_and(|be| words.xpos(be) == Xpos::Vbd);
                        if past {
                            status = EventStatus::Happened;
                        }
                        break;
                    }
                    // "voted to ratify the treaty": what was decided is no deed yet.
                    if purpose
                        && words.lemma(head) == "vote"
                        && matches!(class.kind, Some(EventType::Support | EventType::Agree))
                    {
                        return None;
                    }
                    if purpose {
                        // "offered monitors to observe the truce": what is offered is no deed.
                        if words.upos(head) == Upos::Verb
                            && let Over::As(over) = self.under(head, at, class.kind)?
                        {
                            status = weaker(status, over);
                        }
                        status = weaker(status, EventStatus::Planned);
                    } else if mark(words, at).is_some_and(|mark| {
                        matches!(
                            words.lemma(mark),
                            "without"
                                | "about"
                                | "of"
                                | "for"
                                | "on"
                                | "at"
                                | "despite"
                                | "against"
                                | "rather"
                                | "instead"
                                | "from"
                        ) || words.xpos(at) == Xpos::Vbg
                            && matches!(words.lemma(mark), "in" | "to" | "before")
                    }) {
                        return None;
                    }
                    break;
                }
                Rel::Acl
                    if deed.shape != Shape::Noun
                        && (mark(words, at).is_some_and(|mark| words.lemma(mark) != "to")
                            || words.xpos(at) == Xpos::Vbg) =>
                {
                    return None;
                }
                // "those killed on the coast", "prisoners held by": told of somebody, not told.
                Rel::Acl if deed.shape == Shape::Verb && self.is_only_told_of(deed) => return None,
                // "the plan handed over": what it hangs on is the thing, no plan of doing it.
                Rel::Acl
                    if deed.shape == Shape::Verb
                        && at == deed.clause
                        && matches!(words.xpos(at), Xpos::Vbn | Xpos::Vbd) =>
                {
                    break;
                }
                Rel::Xcomp | Rel::Ccomp | Rel::Acl | Rel::Obj | Rel::Obl => {
                    let inside = deed.shape == Shape::Noun || words.upos(at) == Upos::Noun;
                    if matches!(rel, Rel::Obj | Rel::Obl) && !inside {
                        break;
                    }
                    if rel == Rel::Acl && self.is_only_allowed(at, head) {
                        return None;
                    }
                    match self.under(head, at, class.kind)? {
                        Over::Through => {}
                        Over::As(over) => status = weaker(status, over),
                        Over::Stop => break,
                    }
                }
                Rel::Conj if words.upos(head) == Upos::Verb => {}
                // "provides for inspections and the release of …"
                Rel::Conj if deed.shape == Shape::Noun => {}
                // "any country that imposed sanctions": whoever may come to do it.
                Rel::AclRelcl if self.is_whoever(head) => return None,
                Rel::Nmod if deed.shape == Shape::Noun => match self.under(head, at, class.kind)? {
                    Over::Through => {}
                    Over::As(over) => status = weaker(status, over),
                    Over::Stop => break,
                },
                _ => break,
            }
            if words.upos(head) == Upos::Verb
                && matches!(rel, Rel::Xcomp | Rel::Acl | Rel::Obj | Rel::Obl)
            {
                match modality(words, head) {
                    Modality::Will if rel != Rel::Obl => {
                        status = weaker(status, EventStatus::Planned)
                    }
                    Modality::May => status = weaker(status, EventStatus::Possible),
                    Modality::Must => return None,
                    Modality::Not if rel == Rel::Xcomp => status = EventStatus::Denied,
                    _ => {}
                }
                if condition(words, head).is_some()
                    && status != EventStatus::Happened
                    && status != EventStatus::Denied
                {
                    status = EventStatus::Conditional;
                }
            }
            at = head;
        }
        match factuality {
            Some(Factuality::Untrue | Factuality::Open) => return None,
            Some(Factuality::Possible) => status = weaker(status, EventStatus::Possible),
            None if status == EventStatus::Happened && is_only_supposed(words, told) => {
                return None;
            }
            None if is_only_perhaps(words, told) => status = weaker(status, EventStatus::Possible),
            None => {}
        }
        if self.is_only_promised(deed, status) {
            return None;
        }
        if status == EventStatus::Denied && words.rel(deed.clause) == Rel::AclRelcl {
            return None;
        }
        if class.only_planned && !self.is_yet_to_come(deed, status) {
            return None;
        }
        Some(status)
    }

    /// A participle beside its noun that has neither agent nor date of its own, or tells of a state.
    fn is_only_told_of(&self, deed: Deed) -> bool {
        let words = self.words;
        let verb = deed.clause;
        let participle = matches!(words.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && words
                .child(verb, &[Rel::Aux, Rel::AuxPass, Rel::Nsubj, Rel::Mark])
                .is_none();
        let dated = || {
            let sentence = words.sentence(words.sentence_of(verb));
            self.dates.among(&sentence).any(|(_, date)| {
                date.words
                    .clone()
                    .any(|word| words.ancestors(word).take(3).any(|above| above == verb))
            })
        };
        let by = || words.child(verb, &[Rel::OblAgent]).is_some();
        let state = matches!(
            words.lemma(verb),
            "hold" | "detain" | "jail" | "imprison" | "appoint" | "elect" | "nominate"
        );
        participle && (state || !by() && !dated())
    }

    /// "hours" of "four hours of talks": where the noun hangs in its sentence.
    pub(crate) fn carrier(&self, noun: usize) -> usize {
        match (self.words.rel(noun), self.words.head(noun)) {
            (Rel::Nmod, Some(head)) if self.counted(head) == noun => head,
            _ => noun,
        }
    }

    /// "any country that …", "those who …", "whoever …"
    fn is_whoever(&self, noun: usize) -> bool {
        let words = self.words;
        words
            .child(noun, &[Rel::Det])
            .is_some_and(|det| matches!(words.lemma(det), "any" | "every" | "whichever"))
            || matches!(
                words.lemma(noun),
                "those" | "anyone" | "anybody" | "whoever" | "everyone" | "nobody"
            )
    }

    fn clause_status(&self, deed: Deed) -> Option<EventStatus> {
        let words = self.words;
        let clause = deed.clause;
        let conditional = condition(words, clause).is_some();
        // "One does not withdraw from one's own house": no deed of anybody.
        let proverb = self.doer(clause).is_some_and(|subject| {
            words.lemma(subject) == "one" && words.children(subject).len() == 0
        });
        if proverb
            || words.children_by(clause, &[Rel::Advmod]).any(|adverb| {
                matches!(
                    words.lemma(adverb),
                    "usually"
                        | "often"
                        | "routinely"
                        | "always"
                        | "regularly"
                        | "rarely"
                        | "seldom"
                )
            })
        {
            return None;
        }
        if deed.shape == Shape::Adjective && words.negation(clause).is_none() {
            return Some(EventStatus::Planned);
        }
        if deed.shape == Shape::Moved {
            return Some(match modality(words, clause) {
                Modality::May => EventStatus::Possible,
                _ => EventStatus::Planned,
            });
        }
        if deed.shape == Shape::Aspect && self.never_was(deed) {
            return Some(EventStatus::Cancelled);
        }
        if deed.shape == Shape::Aspect && self.is_due(clause) && words.negation(clause).is_none() {
            return Some(EventStatus::Planned);
        }
        let put_back = words.lemma(clause) == "put" && is_moving(words, clause);
        let put_off = dropped(words, clause) || put_back || self.new_time(clause).is_some();
        if deed.shape == Shape::Aspect && put_off && words.negation(clause).is_none() {
            return match modality(words, clause) {
                // "The vote, due on Friday, could slip to next week"
                Modality::May if self.is_planned(deed.head) => Some(EventStatus::Planned),
                Modality::May | Modality::Must => None,
                _ => Some(EventStatus::Cancelled),
            };
        }
        if let Some(aux) = is_to(words, clause) {
            let perfect = words
                .children_by(clause, &[Rel::Aux])
                .any(|aux| words.lemma(aux) == "have");
            return Some(match words.xpos(aux) {
                Xpos::Vbd if perfect => EventStatus::Cancelled,
                _ if conditional => EventStatus::Conditional,
                _ => EventStatus::Planned,
            });
        }
        let planned_noun = deed.shape == Shape::Aspect && self.is_planned(deed.head);
        let none = |noun: usize| {
            words
                .child(noun, &[Rel::Det])
                .is_some_and(|det| matches!(words.lemma(det), "no" | "neither"))
                || matches!(words.lemma(noun), "none" | "neither" | "nothing")
        };
        // "The round produced nothing": what came of it, not whether it was.
        let came = || match deed.shape {
            Shape::Aspect => None,
            _ => self.thing(clause),
        };
        let no = deed.head != clause && none(deed.head) || came().is_some_and(none);
        let neither = self.doer(clause).is_some_and(|subject| {
            words
                .children_by(subject, &[Rel::Det, Rel::CcPreconj, Rel::Advmod])
                .any(|det| matches!(words.lemma(det), "neither" | "no"))
                || words.lemma(subject) == "neither"
                || words.lemma(subject) == "nobody"
                || words.lemma(subject) == "none"
        });
        let yet = words.rel(clause) == Rel::Xcomp && modality(words, clause) == Modality::Not;
        let negated = words.negation(clause).is_some() || no || neither || yet;
        Some(match modality(words, clause) {
            Modality::Must => return None,
            Modality::Will if negated && (planned_noun || deed.shape == Shape::Aspect) => {
                EventStatus::Cancelled
            }
            Modality::Will if negated && conditional => EventStatus::Conditional,
            _ if negated && planned_noun => EventStatus::Cancelled,
            _ if negated => EventStatus::Denied,
            // "Orveth would have left": it did not.
            Modality::Will if is_counterfactual(words, clause) => return None,
            Modality::Will | Modality::May if conditional => EventStatus::Conditional,
            Modality::Will => EventStatus::Planned,
            Modality::May => EventStatus::Possible,
            _ if self.is_called_for_later(deed) => EventStatus::Planned,
            _ if deed.shape == Shape::Aspect
                && words.is_passive(clause)
                && (self.plans(words.lemma(clause)) || words.lemma(clause) == "propose") =>
            {
                let had = words
                    .children_by(clause, &[Rel::Aux])
                    .any(|aux| words.form(aux).eq_ignore_ascii_case("had"));
                if had {
                    EventStatus::Cancelled
                } else {
                    EventStatus::Planned
                }
            }
            _ => self.tense(deed)?,
        })
    }

    /// "called a strike for 22 May", "announced talks for next week".
    fn is_called_for_later(&self, deed: Deed) -> bool {
        let words = self.words;
        let for_time = |head: usize| {
            words
                .with_case(head, &["for"])
                .any(|time| self.is_time(time) || self.names_a_date(time))
        };
        deed.shape == Shape::Light
            && matches!(
                words.lemma(deed.clause),
                "call" | "announce" | "set" | "schedule" | "declare" | "convene" | "arrange"
            )
            && (for_time(deed.clause) || for_time(deed.head))
    }

    pub(super) fn names_a_date(&self, word: usize) -> bool {
        let date = self.dates.at(word);
        date.is_some_and(|date| self.dates.0[date].edtf.is_some())
    }

    fn tense(&self, deed: Deed) -> Option<EventStatus> {
        let words = self.words;
        let clause = deed.clause;
        let aux = |lemma: &str| {
            words
                .children_by(clause, &[Rel::Aux, Rel::AuxPass])
                .find(|&aux| words.lemma(aux) == lemma)
        };
        // "have blocked the road since Monday", "entered its second week"
        let since = || {
            aux("have").is_some_and(|aux| words.xpos(aux) != Xpos::Vbd)
                && words
                    .with_case(clause, &["since"])
                    .any(|time| self.is_time(time) || self.names_a_date(time))
        };
        let drags_on = deed.shape == Shape::Aspect
            && words.lemma(clause) == "enter"
            && words
                .child(clause, &[Rel::Obj])
                .is_some_and(|time| self.is_time(time));
        if drags_on || since() && words.xpos(clause) == Xpos::Vbn && deed.shape != Shape::Aspect {
            return Some(EventStatus::Ongoing);
        }
        let ahead = || {
            words.children(clause).any(|child| {
                self.is_time(child) && !self.is_current(child)
                    || words.children(child).any(|deeper| self.is_time(deeper))
            })
        };
        Some(match words.xpos(clause) {
            Xpos::Vbg => match aux("be").map(|aux| words.xpos(aux)) {
                // "have been meeting since March"
                Some(Xpos::Vbn) if aux("have").is_some_and(|aux| words.xpos(aux) != Xpos::Vbd) => {
                    EventStatus::Ongoing
                }
                Some(Xpos::Vbz | Xpos::Vbp) if aux("have").is_none() => {
                    if ahead() {
                        EventStatus::Planned
                    } else {
                        EventStatus::Ongoing
                    }
                }
                _ => EventStatus::Happened,
            },
            // "are being held"
            Xpos::Vbn
                if words
                    .children_by(clause, &[Rel::AuxPass])
                    .any(|be| words.xpos(be) == Xpos::Vbg)
                    && words
                        .children_by(clause, &[Rel::Aux])
                        .any(|be| matches!(words.xpos(be), Xpos::Vbz | Xpos::Vbp)) =>
            {
                EventStatus::Ongoing
            }
            Xpos::Vbz | Xpos::Vbp if aux("have").is_none() => {
                if matches!(words.lemma(clause), "continue" | "go") && deed.shape == Shape::Aspect {
                    EventStatus::Ongoing
                } else if ahead()
                    && !words
                        .children_by(clause, &[Rel::Advmod])
                        .any(|adverb| words.lemma(adverb) == "late")
                {
                    EventStatus::Planned
                } else {
                    EventStatus::Happened
                }
            }
            _ if words.child(clause, &[Rel::Cop]).is_some()
                && matches!(deed.shape, Shape::Light | Shape::Aspect) =>
            {
                match words.child(clause, &[Rel::Cop]).map(|be| words.xpos(be)) {
                    Some(Xpos::Vbz | Xpos::Vbp) => EventStatus::Ongoing,
                    _ => EventStatus::Happened,
                }
            }
            Xpos::Nn | Xpos::Nns => {
                if ahead() {
                    EventStatus::Planned
                } else {
                    EventStatus::Happened
                }
            }
            Xpos::Vb
                if self.doer(clause).is_some()
                    && words.child(clause, &[Rel::Mark, Rel::Aux]).is_none()
                    && words.rel(clause) != Rel::Xcomp
                    && ahead() =>
            {
                EventStatus::Planned
            }
            Xpos::Vb if aux("do").is_none() && matches!(words.rel(clause), Rel::Root) => {
                return None;
            }
            _ => EventStatus::Happened,
        })
    }

    /// "this week", "today": a time that is not over.
    fn is_current(&self, time: usize) -> bool {
        let words = self.words;
        words.lemma(time) == "today"
            || words
                .child(time, &[Rel::Det])
                .is_some_and(|det| words.lemma(det) == "this")
    }

    /// "was in Karsk": the predicate is a place.
    pub(super) fn is_place_of(&self, word: usize) -> bool {
        let words = self.words;
        words.child(word, &[Rel::Cop]).is_some()
            && words
                .child(word, &[Rel::Case])
                .is_some_and(|case| matches!(words.lemma(case), "in" | "at"))
            && self.is_place(word)
    }
}
