//! Bodies whose state the words around them tell, once it is known for whom everybody acts: "Its Port Authority", "Minister Ada
//! Brun said the ministry could accept it".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::gather::Work;
use super::{EntityId, EntityKind};

/// Nouns of what every state has one of.
const OF_A_STATE: &[&str] = &[
    "government",
    "administration",
    "cabinet",
    "ministry",
    "department",
    "treasury",
    "chancellery",
];

/// Nouns of bodies that are seldom those of a state.
const OF_NO_STATE: &[&str] = &[
    "council",
    "committee",
    "board",
    "panel",
    "jirga",
    "shura",
    "trust",
    "synod",
    "chapter",
    "tribunal",
    "assembly",
    "commission",
];

/// How many sentences back the minister may be named whose ministry is "the ministry".
const REACH: usize = 3;

impl Work<'_> {
    /// Gives bodies that stand for themselves to the state that the words around them tell.
    pub(super) fn seat_told_bodies(&mut self) {
        let apart: Vec<EntityId> = (0..self.all.len())
            .filter(|&id| {
                self.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                    && self.facts[id].known.is_none()
                    && self.party_of(id).is_none_or(|party| party == id)
            })
            .collect();
        for id in apart {
            let Some(state) = self.owner_before(id).or_else(|| self.state_around(id)) else {
                continue;
            };
            for other in &mut self.all {
                if other.party == Some(id) {
                    other.party = Some(state);
                }
            }
            self.all[id].party = Some(state);
        }
    }

    /// "the Health Authority", "the executive committee", "the council of churches", whose state nobody tells, stand for themselves.
    pub(super) fn seat_local_bodies(&mut self) {
        for id in 0..self.all.len() {
            let body = self.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                && self.facts[id].known.is_none()
                && self.facts[id].owners.is_empty();
            let name = &self.all[id].name;
            let head = name.split(" of ").next().unwrap_or(name);
            let noun = head.rsplit(' ').next().unwrap_or(head);
            let described = name.starts_with(char::is_lowercase) && OF_NO_STATE.contains(&noun);
            let apart = described || name.ends_with(" Authority") || name.ends_with(" Board");
            if body && apart && self.party_of(id).is_none() {
                self.all[id].party = Some(id);
            }
        }
    }

    /// "Its Port Authority": the state or body that "its" stands for.
    fn owner_before(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .filter_map(|mention| mention.words.start.checked_sub(1))
            .find_map(|its| {
                let owner = self.of_word[its].filter(|&owner| owner != id)?;
                (words.xpos(its) == Xpos::PrpPoss && words.lower(its) == "its")
                    .then(|| self.party_of(owner))
                    .flatten()
            })
    }

    /// "Brun said the government also backed it", "Brun arrived late. The ministry does not exclude it": the state of whoever
    /// tells what a body without a name does, else of the minister named before.
    fn state_around(&self, id: EntityId) -> Option<EntityId> {
        let name = &self.all[id].name;
        let noun = name.rsplit(' ').next()?;
        if !name.starts_with(char::is_lowercase) || !OF_A_STATE.contains(&noun) {
            return None;
        }
        let mentions = || self.mentions.iter().filter(|mention| mention.entity == id);
        mentions()
            .find_map(|mention| self.state_of_whoever_tells(mention.head))
            .or_else(|| {
                let first = mentions().map(|mention| mention.head).min()?;
                self.minister_before(first).filter(|_| name == "ministry")
            })
    }

    /// The state that the subject of the verb of speech above a word acts for.
    fn state_of_whoever_tells(&self, word: usize) -> Option<EntityId> {
        let words = self.words;
        let deed = words.head(word).filter(|_| words.rel(word) == Rel::Nsubj)?;
        let deed = words.first_conjunct(deed);
        let told = match words.rel(deed) {
            Rel::Ccomp => words.head(deed),
            _ => (words.children_by(deed, &[Rel::Parataxis])).find(|&verb| verb > deed),
        }?;
        let teller = words
            .child(told, &[Rel::Nsubj])
            .filter(|_| self.classes.has("tell", words.lemma(told)))?;
        self.state_served(self.of_word[teller]?)
    }

    /// The state of whoever was named last before a word, if that is a minister.
    fn minister_before(&self, word: usize) -> Option<EntityId> {
        let words = self.words;
        let here = words.sentence_of(word);
        let from = words.sentence(here.saturating_sub(REACH)).start;
        let last = (from..word)
            .rev()
            .filter_map(|word| self.of_word[word])
            .find(|&id| self.all[id].kind == EntityKind::Actor(ActorType::Person))?;
        let minister = (self.all[last].roles.iter())
            .any(|role| role.title.to_lowercase().contains("minister"))
            || (self.facts[last].nouns.iter()).any(|noun| noun == "minister");
        self.state_served(last).filter(|_| minister)
    }

    /// The state that somebody acts for.
    fn state_served(&self, id: EntityId) -> Option<EntityId> {
        let somebody = matches!(
            self.all[id].kind,
            EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
        );
        let state = |&party: &EntityId| self.all[party].kind == EntityKind::Actor(ActorType::State);
        (self.party_of(id))
            .filter(|_| somebody && !self.facts[id].neutral)
            .filter(state)
    }
}
