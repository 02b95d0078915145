//! Where, when, how long, how many, with whom and with what outcome.

use std::ops::Range;

use rapporteur_model::{ActorType, Bound, EventStatus, EventType, Parameter, Span};
use rapporteur_syntax::{NameKind, Rel, Upos};

use super::classes::Side;
use super::deeds::{Deed, Reader, Shape};
use crate::dates::number_word;
use crate::entities::{EntityId, EntityKind};
use crate::hedging::hedge;

/// The circumstances of a deed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Circumstances {
    pub place: Option<Span>,
    pub from: Option<Span>,
    pub to: Option<Span>,
    pub date: Option<usize>,
    pub duration: Option<Span>,
    pub quantities: Vec<Parameter>,
    pub others: Vec<(EntityId, String)>,
    pub outcome: Option<Span>,
    pub hedge: Option<String>,
    /// Words of them that belong to the evidence.
    pub words: Vec<Range<usize>>,
}

impl Reader<'_, '_> {
    pub(super) fn circumstances(&self, deed: Deed, status: EventStatus) -> Circumstances {
        let words = self.words;
        let mut found = Circumstances::default();
        let carrier = self.carrier(deed.head);
        let mut heads: Vec<usize> = match deed.shape {
            Shape::Noun => vec![deed.head, carrier],
            _ => vec![deed.clause, deed.head, carrier],
        };
        let untold = !matches!(status, EventStatus::Happened | EventStatus::Ongoing);
        // "An attack on the port on Sunday killed four": the time is that of the attack.
        if deed.shape == Shape::Verb
            && let Some(subject) = words.child(deed.clause, &[Rel::Nsubj])
            && self.noun(subject).is_some()
        {
            heads.push(subject);
        }
        if deed.shape != Shape::Verb && untold {
            // "a release, expected at the airport on Friday, …"
            heads.extend(self.plans_of(deed.head));
        }
        // "was in Karsk on Monday to meet Haber"
        if let Some(there) = words
            .head(deed.clause)
            .filter(|&above| words.rel(deed.clause) == Rel::Advcl && self.is_place_of(above))
        {
            heads.push(there);
            found.place = Some(words.span(self.bare_phrase(there)));
        }
        // "is due in Karsk", with the place as predicate
        let due_there = deed.shape == Shape::Aspect
            && self.is_due(deed.clause)
            && (self.is_place(deed.clause) || self.is_taken_for_place(deed.clause, "in"));
        if deed.shape == Shape::Adjective && deed.clause != deed.head || due_there {
            found.place = Some(words.span(self.bare_phrase(deed.clause)));
        }
        let moves = matches!(
            self.class(deed).name.as_str(),
            "travel" | "visit" | "leave" | "send-envoy"
        );
        let mut around = heads.clone();
        around.extend(self.held_by(deed));
        for &head in &around {
            for noun in words.children_by(head, &[Rel::Obl, Rel::Nmod]) {
                let Some(case) = words
                    .child(noun, &[Rel::Case])
                    .map(|case| words.lemma(case))
                else {
                    continue;
                };
                if self.is_time(noun)
                    || !self.is_place(noun) && !self.is_taken_for_place(noun, case)
                {
                    continue;
                }
                let span = words.span(self.bare_phrase(noun));
                let slot = match case {
                    "from" if moves => &mut found.from,
                    "to" | "into" | "for" if moves => &mut found.to,
                    "in" | "at" | "near" | "outside" | "on" | "inside" | "around" | "off" => {
                        &mut found.place
                    }
                    _ => continue,
                };
                if slot.is_none() {
                    *slot = Some(span);
                    found.words.push(words.subtree(noun));
                }
            }
        }
        for &head in &heads {
            if found.place.is_none()
                && let Some(range) = self.direction_of(head)
            {
                found.place = Some(words.span(range.clone()));
                found.words.push(range);
            }
        }
        let name = self.class(deed).name.as_str();
        if (self.class(deed).kind == Some(EventType::Assault)
            || matches!(
                name,
                "enter" | "occupy" | "blockade" | "abandon-place" | "open-way" | "close-way"
            ))
            && deed.shape == Shape::Verb
            && let Some(taken) = self.thing(deed.clause).map(|thing| self.counted(thing))
            && (self.is_place(taken) || name == "retake")
            && self
                .bare_phrase(taken)
                .any(|word| words.upos(word) == Upos::Propn)
        {
            found.place = found.place.or(Some(words.span(self.bare_phrase(taken))));
        }
        // "in Karsk, where the two sides met"
        if found.place.is_none()
            && words.rel(deed.clause) == Rel::AclRelcl
            && let Some(noun) = words.head(deed.clause)
            && self.is_place(noun)
            && words
                .children(deed.clause)
                .any(|child| words.lemma(child) == "where")
        {
            found.place = Some(words.span(self.bare_phrase(noun)));
        }
        if moves && deed.shape != Shape::Verb {
            found.place = found.place.or(found.to);
        }
        if moves && deed.shape == Shape::Verb {
            let into = self.thing(deed.clause).filter(|&noun| self.is_place(noun));
            let span = into.map(|noun| words.span(self.bare_phrase(noun)));
            if self.class(deed).name == "leave" {
                found.from = found.from.or(span);
            } else {
                found.to = found.to.or(found.place).or(span);
                found.place = found.place.or(found.to);
            }
        }
        self.times(deed, &heads, &mut found);
        self.company(deed, &heads, &mut found);
        self.outcome(deed, &mut found);
        self.hedge(deed, &mut found);
        self.quantities(deed, &mut found);
        found
    }

    /// Nouns beside which the place of a deed may stand too: what it is done to ("signed a treaty in Karsk"), and what it is
    /// a round of ("a round of talks in Karsk").
    fn held_by(&self, deed: Deed) -> Vec<usize> {
        let words = self.words;
        let thing = self
            .thing(deed.clause)
            .filter(|_| matches!(deed.shape, Shape::Verb));
        let round = words
            .with_case(deed.head, &["of"])
            .filter(|&noun| deed.shape != Shape::Verb && self.noun(noun).is_some());
        thing.into_iter().chain(round).collect()
    }

    /// "in Tolm", where the name alone does not tell whether it is of a place: nobody who has an office or two names stands
    /// behind "in" or "near".
    pub(super) fn is_taken_for_place(&self, noun: usize, case: &str) -> bool {
        let words = self.words;
        if !matches!(case, "in" | "near" | "outside" | "into" | "inside")
            || words.upos(noun) != Upos::Propn
            || !words.form(noun).starts_with(char::is_uppercase)
        {
            return false;
        }
        self.entities.at(noun).is_none_or(|id| {
            let entity = &self.entities.all[id];
            entity.kind == EntityKind::Actor(ActorType::Person)
                && entity.roles.is_empty()
                && !entity.name.contains(' ')
        })
    }

    /// "west of Tolsk", "20 kilometres north of the border": a place by its direction from another.
    fn direction_of(&self, head: usize) -> Option<Range<usize>> {
        let words = self.words;
        let compass = |word: usize| {
            matches!(
                words.lemma(word),
                "north"
                    | "south"
                    | "east"
                    | "west"
                    | "northeast"
                    | "northwest"
                    | "southeast"
                    | "southwest"
                    | "north-east"
                    | "north-west"
                    | "south-east"
                    | "south-west"
            )
        };
        words.children(head).find_map(|child| {
            let of = words
                .children(child)
                .find(|&place| compass(child) && place > child && self.is_place(place))?;
            let start = words.subtree(child).start;
            let start = words
                .child(child, &[Rel::Case, Rel::Det])
                .map_or(start, |case| start.max(case + 1).min(child));
            Some(words.trim(start..self.bare_phrase(of).end))
        })
    }

    /// Whether a noun is the name of a place that does not act.
    pub(crate) fn is_named_place(&self, noun: usize) -> bool {
        let words = self.words;
        let known = self
            .entities
            .at(noun)
            .is_some_and(|id| self.entities.all[id].kind == EntityKind::Place);
        known
            || self.entities.actor(noun).is_none()
                && (words.name_at(noun)).is_some_and(|name| name.kind == NameKind::Place)
    }

    /// Whether a noun phrase is of a place.
    pub(super) fn is_place(&self, noun: usize) -> bool {
        let words = self.words;
        if let Some(id) = self.entities.at(noun) {
            match self.entities.all[id].kind {
                EntityKind::Place => return true,
                EntityKind::Actor(ActorType::State) => return true,
                EntityKind::Actor(_) => return false,
                EntityKind::Thing => {}
            }
        }
        let named = words.name_at(noun).map(|name| name.kind);
        match named {
            Some(NameKind::Place | NameKind::State) => true,
            Some(_) => false,
            None => self.classes.sites.contains(words.lemma(noun)),
        }
    }

    /// A noun phrase without article, appositions and clauses.
    fn bare_phrase(&self, noun: usize) -> Range<usize> {
        let words = self.words;
        let mut range = words.subtree(noun);
        // What only stands in between, the verb's "on Tuesday", is no part of it.
        let foreign = (noun + 1..range.end).find(|&word| !words.is_within(word, noun));
        range.end = foreign.unwrap_or(range.end);
        for child in words.children(noun) {
            let sub = words.subtree(child);
            let rel = words.rel(child);
            if child < noun && matches!(rel, Rel::Case | Rel::Det | Rel::Mark | Rel::Punct) {
                range.start = range.start.max(sub.end);
            }
            // "the town of Melk"
            if rel == Rel::Nmod
                && self.classes.sites.contains(words.lemma(noun))
                && words.upos(child) == Upos::Propn
                && words
                    .child(child, &[Rel::Case])
                    .is_some_and(|case| words.lemma(case) == "of")
            {
                continue;
            }
            if child > noun
                && matches!(
                    rel,
                    Rel::Appos
                        | Rel::Acl
                        | Rel::AclRelcl
                        | Rel::Conj
                        | Rel::Cc
                        | Rel::Punct
                        | Rel::Parataxis
                        | Rel::Nmod
                        | Rel::NmodUnmarked
                )
            {
                range.end = range.end.min(sub.start).max(noun + 1);
            }
        }
        words.trim(range)
    }

    fn company(&self, deed: Deed, heads: &[usize], found: &mut Circumstances) {
        let words = self.words;
        let subject = (deed.shape != Shape::Noun)
            .then(|| self.doer(deed.clause))
            .flatten();
        for head in heads.iter().copied().chain(subject) {
            for clause in words.children_by(head, &[Rel::Acl, Rel::Advcl, Rel::AclRelcl]) {
                let role = match words.lemma(clause) {
                    "accompany" | "join" | "flank" => "accompanied by",
                    lemma if is_hosting(lemma) => {
                        if is_host(lemma) {
                            "host"
                        } else {
                            "mediator"
                        }
                    }
                    _ => continue,
                };
                let by = words
                    .child(clause, &[Rel::OblAgent])
                    .into_iter()
                    .chain(words.with_case(clause, &["by"]));
                for noun in by.take(1) {
                    for id in self.entities.actors(words, noun) {
                        if !found.others.iter().any(|(other, _)| *other == id) {
                            found.others.push((id, role.to_owned()));
                        }
                    }
                }
            }
        }
        // "Norway hosted a meeting of A and B", "Qatar brokered a truce"
        let led = words.lemma(deed.clause);
        if matches!(deed.shape, Shape::Light | Shape::Verb)
            && is_hosting(led)
            && deed.head != deed.clause
        {
            let role = if is_host(led) { "host" } else { "mediator" };
            let hosts = self
                .doer(deed.clause)
                .map(|noun| self.entities.actors(words, noun));
            for id in hosts.unwrap_or_default() {
                if !found.others.iter().any(|(other, _)| *other == id) {
                    found.others.push((id, role.to_owned()));
                }
            }
        }
        let sentence = words.sentence(words.sentence_of(deed.clause));
        for word in sentence {
            if matches!(words.lemma(word), "interpreter" | "translator")
                && let Some(id) = self.entities.actor(word)
            {
                found.others.push((id, "interpreter".to_owned()));
            }
        }
    }

    fn outcome(&self, deed: Deed, found: &mut Circumstances) {
        let words = self.words;
        if !matches!(deed.shape, Shape::Aspect | Shape::Light) {
            return;
        }
        let after = words.children(deed.clause).find(|&child| {
            matches!(words.rel(child), Rel::Obl | Rel::Advcl)
                && words
                    .child(child, &[Rel::Case, Rel::Mark])
                    .is_some_and(|case| {
                        words.lemma(case) == "without"
                            || words.lemma(case) == "in"
                                && matches!(
                                    words.lemma(child),
                                    "failure"
                                        | "deadlock"
                                        | "agreement"
                                        | "stalemate"
                                        | "disarray"
                                        | "acrimony"
                                )
                    })
        });
        if let Some(child) = after {
            let range = words.trim(words.subtree(child));
            found.outcome = Some(words.span(range.clone()));
            found.words.push(range);
        }
    }

    fn hedge(&self, deed: Deed, found: &mut Circumstances) {
        let told = match deed.shape {
            Shape::Noun => deed.head,
            _ => deed.clause,
        };
        let words = self.words;
        let first = words
            .children_by(told, &[Rel::Aux])
            .filter(|&aux| aux < told)
            .min();
        let clause = first.unwrap_or(told)..told + 1;
        found.hedge = hedge(words, self.hedges, told, &clause, |_| false);
    }

    fn quantities(&self, deed: Deed, found: &mut Circumstances) {
        let words = self.words;
        let mut things: Vec<usize> = match deed.shape {
            Shape::Verb => self.thing(deed.clause).into_iter().collect(),
            _ => words.with_case(deed.head, &["of"]).collect(),
        };
        if deed.shape == Shape::Verb && self.thing(deed.clause).is_none() {
            things.extend(self.doer(deed.clause));
        }
        for thing in things.into_iter().map(|thing| self.counted(thing)) {
            for number in words.children_by(thing, &[Rel::Nummod]) {
                let Some(value) = value(
                    words.form(number),
                    words.children(number).map(|child| words.form(child)),
                ) else {
                    continue;
                };
                let near: Vec<&str> = (number.saturating_sub(3)..number)
                    .map(|word| words.lower(word))
                    .collect();
                let has = |wanted: &[&str]| near.iter().any(|word| wanted.contains(word));
                let bound = if has(&[
                    "about",
                    "some",
                    "around",
                    "nearly",
                    "almost",
                    "roughly",
                    "approximately",
                ]) {
                    Bound::About
                } else if has(&["least", "over"]) || has(&["more"]) && has(&["than"]) {
                    Bound::AtLeast
                } else if has(&["up"]) && has(&["to"]) || has(&["most"]) {
                    Bound::AtMost
                } else {
                    Bound::Exactly
                };
                found.quantities.push(Parameter {
                    value,
                    unit: Some(words.form(thing).to_owned()),
                    bound,
                    scope: None,
                });
            }
        }
    }

    /// Where the other side of a movement stands: "arrived for talks with Haber", "flew in to meet Haber".
    pub(super) fn met_by_moving(&self, deed: Deed) -> Vec<usize> {
        let words = self.words;
        let mut found = Vec::new();
        for talks in words.with_case(deed.clause, &["for"]) {
            found.extend(words.with_case(talks, &["with"]));
        }
        for purpose in words.children_by(deed.clause, &[Rel::Advcl, Rel::Xcomp]) {
            if let Some(inner) = self.predicate(purpose)
                && self.class(inner).kind == Some(EventType::Consult)
                && self.class(inner).to.contains(&Side::Object)
            {
                found.extend(self.recipients(inner));
            }
        }
        found
    }
}

/// Verbs of giving a meeting its room.
fn is_host(lemma: &str) -> bool {
    matches!(
        lemma,
        "host" | "organise" | "organize" | "sponsor" | "convene"
    )
}

/// Verbs whose agent brings others together and is no side of the talks.
pub(super) fn is_hosting(lemma: &str) -> bool {
    matches!(
        lemma,
        "lead"
            | "mediate"
            | "broker"
            | "chair"
            | "facilitate"
            | "moderate"
            | "host"
            | "organise"
            | "organize"
            | "sponsor"
            | "convene"
            | "oversee"
            | "supervise"
    )
}

/// A number as written, with the words before it that belong to it.
fn value<'a>(form: &str, parts: impl Iterator<Item = &'a str>) -> Option<f64> {
    let plain = |text: &str| -> Option<f64> {
        let digits: String = text.chars().filter(|char| *char != ',').collect();
        if let Ok(number) = digits.parse::<f64>() {
            return Some(number);
        }
        let lower = text.to_lowercase();
        let scale = match lower.as_str() {
            "hundred" => 100.0,
            "thousand" => 1e3,
            "million" => 1e6,
            "billion" => 1e9,
            word => return number_word(word).map(|number| number as f64),
        };
        Some(scale)
    };
    let number = plain(form)?;
    let factor: f64 = parts.filter_map(plain).product();
    Some(if number >= 100.0 && factor > 0.0 {
        number * factor
    } else {
        number
    })
}
