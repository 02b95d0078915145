//! Who takes part, where the clause does not say: the sides at the table are carried over.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::circumstances::is_hosting;
use super::classes::Class;
use super::deeds::{Deed, Reader, Shape};
use crate::entities::{Entities, EntityId, EntityKind, MentionKind};

/// The sides as the reading goes on.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Those who met last.
    met: Vec<EntityId>,
    /// Those who met first: a plenary is of them all.
    first: Vec<EntityId>,
    /// The two whom the report has face each other most.
    principals: Vec<EntityId>,
}

impl Table {
    pub fn new(principals: Vec<EntityId>) -> Self {
        Self {
            principals,
            ..Self::default()
        }
    }

    /// Remembers who met: several, or a group without a name ("delegates").
    pub fn seat(&mut self, entities: &Entities, actors: &[EntityId]) {
        let group = |id: &EntityId| {
            entities.all[*id].kind == EntityKind::Actor(ActorType::Unnamed)
                && entities.all[*id].name.ends_with('s')
        };
        if actors.len() > 1 || actors.first().is_some_and(group) {
            self.met = actors.to_vec();
            if self.first.is_empty() {
                self.first = actors.to_vec();
            }
        }
    }
}

impl Reader<'_, '_> {
    /// Who takes part in a deed of several that is told without them.
    pub(super) fn seated(&self, deed: Deed, table: &Table) -> Vec<EntityId> {
        let words = self.words;
        let noun = deed.named;
        // Those who met in person stay persons only where that meeting is meant.
        let of_sides = matches!(
            words.lemma(noun),
            "talk" | "round" | "session" | "negotiation" | "swap" | "exchange" | "release"
        ) || deed.shape == Shape::Verb
            || words.children_by(deed.head, &[Rel::Amod]).any(|child| {
                matches!(
                    words.lemma(child),
                    "next" | "second" | "third" | "fourth" | "fifth" | "new" | "final"
                )
            });
        let seated = match words.lemma(noun) {
            _ if table.met.is_empty() && table.principals.len() > 1 => table.principals.clone(),
            _ if table.met.is_empty() => self.sides_before(deed.head),
            "plenary" => table.first.clone(),
            _ => table.met.clone(),
        };
        if of_sides {
            self.as_parties(seated)
        } else {
            seated
        }
    }

    /// The two parties that the report names together most often, as those between whom something is, who do something
    /// together, or one of whom does it with the other; mediators and hosts aside.
    pub(super) fn principals(&self) -> Vec<EntityId> {
        let words = self.words;
        let mediators: Vec<EntityId> = self
            .entities
            .mentions
            .iter()
            .filter(|mention| self.brings_together(mention.head))
            .map(|mention| {
                self.entities
                    .party(mention.entity)
                    .unwrap_or(mention.entity)
            })
            .collect();
        // Each pair as it is named first, and how often.
        let mut pairs: Vec<([EntityId; 2], usize)> = Vec::new();
        for mention in &self.entities.mentions {
            if words.rel(mention.head) == Rel::Conj {
                continue;
            }
            let mut ids = self.entities.actors(words, mention.head);
            let between = words
                .child(mention.head, &[Rel::Case])
                .is_some_and(|case| words.lemma(case) == "between");
            if let ([_], Rel::Nsubj, Some(verb)) =
                (&ids[..], words.rel(mention.head), words.head(mention.head))
            {
                for with in words.with_case(verb, &["with"]) {
                    ids.extend(self.entities.actors(words, with));
                }
                for talks in words.children_by(verb, &[Rel::Obj]) {
                    for with in words.with_case(talks, &["with"]) {
                        ids.extend(self.entities.actors(words, with));
                    }
                }
            }
            let parties = self.as_parties(ids);
            let [one, other] = parties[..] else { continue };
            if !self.are_sides(&parties) || parties.iter().any(|id| mediators.contains(id)) {
                continue;
            }
            let weight = if between { 2 } else { 1 };
            let known = |pair: &[EntityId; 2]| pair.contains(&one) && pair.contains(&other);
            match pairs.iter_mut().find(|(pair, _)| known(pair)) {
                Some((_, sum)) => *sum += weight,
                None => pairs.push(([one, other], weight)),
            }
        }
        let best = pairs.iter().map(|(_, weight)| *weight).max().unwrap_or(0);
        let mut firsts = pairs.iter().filter(|(_, weight)| *weight == best);
        match (firsts.next(), firsts.next()) {
            (Some((pair, _)), None) if best > 1 => pair.to_vec(),
            _ => Vec::new(),
        }
    }

    /// Whether a mention is of somebody who mediates or hosts: "Norwegian mediators", "hosted by Oman", "Finland brokered".
    fn brings_together(&self, head: usize) -> bool {
        let words = self.words;
        let Some(above) = words.head(head) else {
            return false;
        };
        let lemma = words.lemma(above);
        match words.rel(head) {
            Rel::Nsubj | Rel::OblAgent => is_hosting(lemma) || lemma == "shuttle",
            Rel::NmodPoss | Rel::Amod | Rel::Compound | Rel::Nmod => matches!(
                lemma,
                "mediator"
                    | "mediation"
                    | "facilitator"
                    | "broker"
                    | "auspices"
                    | "chairmanship"
                    | "host"
                    | "go-between"
            ),
            _ => false,
        }
    }

    /// "the two sides", "both delegations", "the parties": those at the table, whoever they are.
    pub(super) fn are_the_sides(&self, noun: usize) -> bool {
        let words = self.words;
        let several = words.xpos(noun) == rapporteur_syntax::Xpos::Nns
            && words
                .children_by(noun, &[Rel::Det, Rel::Nummod])
                .any(|child| matches!(words.lemma(child), "the" | "two" | "both" | "three"));
        several
            && matches!(
                words.lemma(noun),
                "side"
                    | "party"
                    | "delegation"
                    | "team"
                    | "camp"
                    | "negotiator"
                    | "minister"
                    | "leader"
                    | "government"
                    | "country"
                    | "capital"
                    | "neighbour"
                    | "neighbor"
                    | "rival"
                    | "foe"
                    | "delegate"
            )
    }

    /// "Mediators from A and B": those who bring others together are no sides.
    fn is_of_mediators(&self, head: usize) -> bool {
        let words = self.words;
        std::iter::once(head)
            .chain(words.ancestors(head).take(2))
            .any(|word| {
                matches!(
                    words.lemma(word),
                    "mediator"
                        | "mediate"
                        | "facilitator"
                        | "broker"
                        | "host"
                        | "chair"
                        | "observer"
                        | "guarantor"
                        | "monitor"
                        | "auspices"
                        | "chairmanship"
                )
            })
    }

    /// Each one's party, where all have different ones.
    fn as_parties(&self, seated: Vec<EntityId>) -> Vec<EntityId> {
        let mut parties: Vec<EntityId> = Vec::new();
        for &id in &seated {
            let party = self.entities.party(id).unwrap_or(id);
            if !parties.contains(&party) {
                parties.push(party);
            }
        }
        if parties.len() > 1 { parties } else { seated }
    }

    /// The sides named before a word: the nearest "both sides", "the two leaders"; else the first coordination of parties.
    fn sides_before(&self, word: usize) -> Vec<EntityId> {
        let before = || {
            self.entities
                .mentions
                .iter()
                .filter(|mention| mention.head < word)
        };
        let group = before()
            .rev()
            .filter(|mention| mention.kind != MentionKind::Name)
            .map(|mention| self.entities.each(mention.entity))
            .find(|members| self.are_sides(members));
        group
            .or_else(|| {
                before()
                    .filter(|mention| self.words.rel(mention.head) != Rel::Conj)
                    .filter(|mention| !self.is_of_mediators(mention.head))
                    .map(|mention| self.entities.actors(self.words, mention.head))
                    .find(|members| self.are_sides(members))
            })
            .unwrap_or_default()
    }

    /// Whether somebody is known only as one of those who sit at the table: "negotiators", "the ministers".
    pub(super) fn is_of_sides(&self, id: EntityId) -> bool {
        let entity = &self.entities.all[id];
        let name = entity.name.to_lowercase();
        let (kind, noun) = name.rsplit_once(' ').unwrap_or(("", &name));
        let of_any_kind = matches!(
            kind,
            "" | "foreign"
                | "prime"
                | "party"
                | "coalition"
                | "would-be coalition"
                | "chief"
                | "trade"
                | "two"
        );
        entity.kind == EntityKind::Actor(ActorType::Unnamed)
            && entity.party.is_none()
            && of_any_kind
            && matches!(
                noun,
                "negotiators"
                    | "partners"
                    | "delegates"
                    | "delegations"
                    | "teams"
                    | "sides"
                    | "parties"
                    | "ministers"
                    | "leaders"
                    | "presidents"
                    | "representatives"
                    | "counterparts"
            )
    }

    /// The union of a strike that is told without strikers: the one named last before, else the first of the report.
    pub(super) fn union_before(&self, word: usize) -> Option<EntityId> {
        let unions = || {
            self.entities.mentions.iter().filter(|mention| {
                let entity = &self.entities.all[mention.entity];
                entity.kind == EntityKind::Actor(ActorType::Union)
                    && entity.name.contains(char::is_uppercase)
            })
        };
        unions()
            .rfind(|mention| mention.head < word)
            .or_else(|| unions().next())
            .map(|mention| mention.entity)
    }

    fn are_sides(&self, ids: &[EntityId]) -> bool {
        ids.len() > 1 && ids.iter().all(|&id| self.is_party(id))
    }

    fn is_party(&self, id: EntityId) -> bool {
        self.is_group(id) || self.entities.party(id).is_some_and(|party| party != id)
    }

    /// "a summit with Putin", "after talks with the United States": the other side is the subject of the clause it stands in.
    pub(super) fn other_side(&self, deed: Deed, with: EntityId) -> Option<EntityId> {
        let words = self.words;
        words.with_case(deed.head, &["with"]).next()?;
        let above = words
            .ancestors(deed.head)
            .find(|&above| words.upos(above) == Upos::Verb)?;
        let subject = self.doer(above)?;
        if words.is_within(deed.head, subject) {
            return None;
        }
        let id = *self.entities.actors(words, subject).first()?;
        let is_person =
            |id: EntityId| self.entities.all[id].kind == EntityKind::Actor(ActorType::Person);
        // A minister who comes from talks with a state was there for his own.
        let id = match is_person(id) && !is_person(with) {
            true => self.entities.party(id).unwrap_or(id),
            false => id,
        };
        (id != with && self.entities.party(with) != Some(id)).then_some(id)
    }

    /// Persons in a subject whose coordination the tree hides among offices: "The Minister of A, X, and the Minister of B, Y, met".
    pub(super) fn hidden_conjuncts(&self, class: &Class, deed: Deed) -> Vec<EntityId> {
        let words = self.words;
        let Some(subject) = self.doer(deed.clause).filter(|_| class.joint) else {
            return Vec::new();
        };
        let range = words.subtree(subject);
        let and = range.clone().any(|word| {
            words.rel(word) == Rel::Cc && words.head(word).is_some_and(|head| head != subject)
        });
        if !and {
            return Vec::new();
        }
        let mut found = Vec::new();
        for mention in &self.entities.mentions {
            let person = mention.kind == MentionKind::Name
                && range.contains(&mention.head)
                && self.entities.all[mention.entity].kind == EntityKind::Actor(ActorType::Person)
                && matches!(
                    words.rel(mention.head),
                    Rel::Conj | Rel::Appos | Rel::Nsubj | Rel::Flat | Rel::Nmod
                );
            if person && !found.contains(&mention.entity) {
                found.push(mention.entity);
            }
        }
        found
    }
}
