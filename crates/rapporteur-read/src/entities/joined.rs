//! Bodies told before their name is: "The players' association broke off. … the Women's Players' Association": one body.

use rapporteur_model::ActorType;

use super::gather::Work;
use super::{EntityId, EntityKind, only};

/// Nouns that too many a body is called by, whatever its name ends in.
const OF_ANY_NAME: &[&str] = &[
    "company",
    "firm",
    "government",
    "ministry",
    "department",
    "office",
    "party",
    "bank",
    "group",
    "state",
    "house",
    "court",
    "police",
    "management",
];

impl Work<'_> {
    /// Makes a body without a name the one body of the report whose name ends in the same noun and holds whatever else is
    /// told of it.
    pub(super) fn join_unnamed_bodies(&mut self) {
        for id in 0..self.all.len() {
            if !self.is_unnamed_body(id) {
                continue;
            }
            let called = self.all[id].name.to_lowercase();
            let mut told: Vec<&str> = (called.split(' '))
                .map(|word| word.trim_end_matches(['\'', '’']))
                .collect();
            let Some(noun) = told.pop().filter(|noun| !OF_ANY_NAME.contains(noun)) else {
                continue;
            };
            let named = (0..self.all.len()).filter(|&other| {
                self.is_body_by_name(other) && ends_in(&self.all[other].name, noun) && {
                    let name = self.all[other].name.to_lowercase();
                    let holds = |word: &&str| {
                        (name.split([' ', '-']))
                            .any(|part| part.trim_end_matches(['\'', '’']) == *word)
                    };
                    told.iter().all(holds)
                }
            });
            if let Some(name) = only(named) {
                self.join_body(id, name);
            }
        }
    }

    /// "players' association", "committee": a body that nobody names and that stands for itself or for nobody.
    fn is_unnamed_body(&self, id: EntityId) -> bool {
        let entity = &self.all[id];
        self.is_told_as_body(id)
            && entity.name.starts_with(char::is_lowercase)
            && !entity.name.contains(" of ")
            && self.facts[id].named == 0
            && !self.facts[id].plural
            && entity.members.is_empty()
            && entity.party.is_none_or(|party| party == id)
    }

    /// A body that the report names, and that is no state.
    fn is_body_by_name(&self, id: EntityId) -> bool {
        self.is_told_as_body(id)
            && self.facts[id].named > 0
            && self.all[id].name.starts_with(char::is_uppercase)
    }

    /// No person, people, medium or state.
    pub(super) fn is_told_as_body(&self, id: EntityId) -> bool {
        matches!(
            self.all[id].kind,
            EntityKind::Actor(kind) if !matches!(
                kind,
                ActorType::Person | ActorType::Unnamed | ActorType::Media | ActorType::State
            )
        )
    }

    /// Makes the mentions of one entity those of another.
    pub(super) fn hand_over(&mut self, from: EntityId, into: EntityId) {
        for id in &mut self.of_word {
            if *id == Some(from) {
                *id = Some(into);
            }
        }
        for mention in &mut self.mentions {
            if mention.entity == from {
                mention.entity = into;
            }
        }
        self.tells.retain(|&id| id != from);
    }

    /// Makes all that is told of one body told of another.
    fn join_body(&mut self, from: EntityId, into: EntityId) {
        self.hand_over(from, into);
        for entity in &mut self.all {
            if entity.party == Some(from) {
                entity.party = Some(into);
            }
            for member in &mut entity.members {
                if *member == from {
                    *member = into;
                }
            }
        }
        let nouns = std::mem::take(&mut self.facts[from].nouns);
        self.facts[into].nouns.extend(nouns);
    }
}

/// Whether the last of several words of a name is this noun, or the last before "of".
pub(super) fn ends_in(name: &str, noun: &str) -> bool {
    if !name.contains(' ') {
        return false;
    }
    // "the Revolutionary Front of Tolsk" is the Front, too; "the Tolsk Forum for Carters" the forum.
    let mut head = name;
    let mut at = 0;
    for word in name.split(' ') {
        if at > 0 && matches!(word, "of" | "for" | "on" | "against") && at + word.len() < name.len()
        {
            head = &name[..at - 1];
            break;
        }
        at += word.len() + 1;
    }
    // "the association", of the Association of Merin Lessors
    let whole = head.len() < name.len() && head.eq_ignore_ascii_case(noun);
    // "the local", of the Carters' Union Local 88
    let number = (name.rsplit_once(' '))
        .filter(|(_, last)| last.chars().all(|c| c.is_ascii_digit()))
        .map_or(name, |(named, _)| named);
    whole
        || [name, head, number].into_iter().any(|name| {
            (name.rsplit_once(' ')).is_some_and(|(_, last)| match last.is_ascii() {
                true => last.eq_ignore_ascii_case(noun),
                false => last.to_lowercase() == noun,
            })
        })
        // "the local", of Local 88
        || number.len() < name.len() && number.eq_ignore_ascii_case(noun)
}
