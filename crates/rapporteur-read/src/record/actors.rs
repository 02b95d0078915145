//! The actors of a record: those the entities stage puts in it, and all whom another entry names.

use std::collections::HashSet;

use rapporteur_model::{Actor, ActorType, Evidence, Id, Relation, Role, Span};

use rapporteur_syntax::Xpos;

use super::Clerk;
use crate::entities::{Entities, Entity, EntityId, EntityKind, MentionKind};
use crate::reading::Reading;
use crate::statements::Teller;

/// The id of each entity that is an actor of the record.
pub(super) fn ids(reading: &Reading) -> Vec<Option<Id>> {
    let all = &reading.entities.all;
    let mut needed = vec![false; all.len()];
    // Many without a name ("14 fishermen") are an entry only for what they say, hold or do.
    let crowd = |id: EntityId| {
        let head = naming(&reading.entities, id).and_then(|(words, _)| words.last());
        all[id].kind == EntityKind::Actor(ActorType::Unnamed)
            && head.is_some_and(|head| {
                let tags = &reading.syntax.tags;
                tags.xpos[head] == Xpos::Nns || matches!(&*tags.lemmas[head], "staff" | "people")
            })
    };
    let mut pending: Vec<EntityId> = (0..all.len())
        .filter(|&id| all[id].in_record && !crowd(id))
        .collect();
    pending.extend(named_by_entries(reading));
    while let Some(id) = pending.pop() {
        let Some(entity) = all.get(id) else { continue };
        if needed[id] || !matches!(entity.kind, EntityKind::Actor(_)) {
            continue;
        }
        needed[id] = true;
        pending.extend(entity.party);
    }
    let mut taken: HashSet<Id> = HashSet::new();
    let id_of = |(entity, needed): (&Entity, bool)| {
        if !needed {
            return None;
        }
        let slug = slug(&entity.name);
        let mut id = slug.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{slug}-{number}");
            number += 1;
        }
        Some(id)
    };
    all.iter().zip(needed).map(id_of).collect()
}

/// The entities that other entries name.
fn named_by_entries(reading: &Reading) -> Vec<EntityId> {
    let mut named = Vec::new();
    for event in &reading.events.0 {
        named.extend(tellers(&event.told_by));
        named.extend(&event.actors);
        named.extend(&event.recipients);
        named.extend(event.others.iter().map(|(id, _)| *id));
    }
    let said = reading.statements.all.iter();
    for statement in said.filter(|s| s.in_record) {
        named.extend(statement.speaker);
        named.extend(tellers(&statement.told_by));
    }
    for proposal in reading.proposals.all.iter().filter(|p| p.in_record) {
        named.extend(&proposal.authors);
        named.extend(tellers(&proposal.told_by));
    }
    named.extend(reading.provisions.0.iter().filter_map(|p| p.subject));
    for position in &reading.positions.0 {
        named.extend([position.holder, position.party]);
        named.extend(tellers(&position.told_by));
    }
    for condition in &reading.conditions.0 {
        named.push(condition.speaker);
        named.extend(condition.against);
        named.extend(tellers(&condition.told_by));
    }
    named
}

fn tellers(chain: &[Teller]) -> impl Iterator<Item = EntityId> {
    chain.iter().filter_map(|teller| teller.entity)
}

/// A name in lower case with hyphens.
fn slug(name: &str) -> String {
    let lower = name.to_lowercase().replace(['\'', '’', '.'], "");
    let parts: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        "actor".to_owned()
    } else {
        parts.join("-")
    }
}

/// The first mention by name, else by adjective, else any.
fn naming(entities: &Entities, id: EntityId) -> Option<(std::ops::Range<usize>, MentionKind)> {
    let of = |kind: Option<MentionKind>| {
        let mention = entities
            .mentions
            .iter()
            .find(|m| m.entity == id && kind.is_none_or(|kind| m.kind == kind))?;
        Some((mention.words.clone(), mention.kind))
    };
    of(Some(MentionKind::Name))
        .or_else(|| of(Some(MentionKind::Adjective)))
        .or_else(|| of(None))
}

impl Clerk<'_> {
    pub(super) fn actors(&self) -> Vec<Actor> {
        let all = self.reading.entities.all.iter().enumerate();
        all.filter_map(|(id, entity)| self.entry(id, entity))
            .collect()
    }

    fn entry(&self, id: EntityId, entity: &Entity) -> Option<Actor> {
        let EntityKind::Actor(kind) = entity.kind else {
            return None;
        };
        Some(Actor {
            id: self.actor(id)?,
            name: entity.name.clone(),
            kind,
            aliases: entity.aliases.clone(),
            iso: entity.iso.clone(),
            party: self.party(id),
            roles: entity
                .roles
                .iter()
                .map(|role| Role {
                    title: role.title.clone(),
                    of: role.of.clone(),
                    from: None,
                    to: None,
                    as_of: self.published.clone(),
                })
                .collect(),
            relations: entity
                .relations
                .iter()
                .filter_map(|(kind, to)| {
                    Some(Relation {
                        kind: kind.clone(),
                        to: self.actor(*to)?,
                    })
                })
                .collect(),
            members: self.each_actor(&entity.members),
            evidence: self.named(id, entity),
        })
    }

    fn named(&self, id: EntityId, entity: &Entity) -> Vec<Evidence> {
        if let Some((words, kind)) = naming(&self.reading.entities, id) {
            let rule = match kind {
                MentionKind::Name => "entity/name",
                MentionKind::Adjective => "entity/adjective",
                MentionKind::Nominal => "entity/description",
                MentionKind::Pronoun => "entity/pronoun",
            };
            return self.evidence_of_words(&words, rule);
        }
        // Known only from its place in another's title.
        let forms = std::iter::once(&entity.name).chain(&entity.aliases);
        let found = forms
            .filter(|form| !form.is_empty())
            .find_map(|form| Some((self.text().find(form.as_str())?, form.len())));
        if let Some((at, length)) = found {
            return self.evidence(Span::new(at, at + length), "entity/name");
        }
        // Known only as the party of a body that is named: those words carry it.
        let entities = &self.reading.entities;
        let mut its = entities
            .mentions
            .iter()
            .filter(|mention| entities.all[mention.entity].party == Some(id));
        its.next().map_or_else(Vec::new, |mention| {
            self.evidence_of_words(&mention.words, "entity/party")
        })
    }
}
