//! States told again by what they are: "the kingdom", "the island state".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};

impl Discourse<'_, '_> {
    /// "the lower province", where Upper Orle and Lower Orle are told of: the one called so.
    pub(super) fn part_told(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let land = matches!(
            lemma,
            "province"
                | "region"
                | "state"
                | "land"
                | "canton"
                | "territory"
                | "county"
                | "district"
        );
        let plain = phrase.article == "the"
            && phrase.inner + 1 == phrase.head
            && phrase.owners.is_empty()
            && words.xpos(phrase.head) != Xpos::Nns;
        let part = self.work.lower(phrase.inner);
        if !land || !plain || !self.work.classes.has("parts-of-lands", part) {
            return None;
        }
        only((0..self.work.all.len()).filter(|&id| {
            let acts = matches!(
                self.work.all[id].kind,
                EntityKind::Actor(ActorType::State | ActorType::GovernmentBody)
            );
            acts && (self.work.all[id].name.split_once(' '))
                .is_some_and(|(first, _)| first.to_lowercase() == part)
        }))
    }

    /// "She said the State would not pay": that of whoever tells it, else the only one, else the government of nobody.
    pub(super) fn state_itself(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let plain = lemma == "state"
            && phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && words.xpos(phrase.head) != Xpos::Nns
            && words
                .child(phrase.head, &[Rel::AclRelcl, Rel::Nmod])
                .is_none();
        if !plain || !self.wills(phrase.head) {
            return None;
        }
        let teller = words
            .ancestors(phrase.head)
            .filter_map(|verb| words.child(verb, &[Rel::Nsubj]))
            .filter(|&subject| subject != phrase.head)
            .filter_map(|subject| self.work.of_word[subject])
            .find_map(|id| self.work.party_of(id))
            .filter(|&side| self.work.is_party_state(side));
        (teller.or_else(|| self.only_state())).or_else(|| self.home_government())
    }

    /// "the region", "the enclave": the one land of those told of that the gazetteer has as part of a state, or as none for
    /// others.
    fn contested(&self, lemma: &str) -> Option<EntityId> {
        let called = matches!(
            lemma,
            "region" | "territory" | "enclave" | "exclave" | "statelet" | "entity"
        );
        let contested = |&id: &EntityId| {
            self.work.facts[id].country.is_some_and(|country| {
                let land = &self.work.lexicon.gazetteer.countries[country];
                land.disputed || !land.part.is_empty()
            })
        };
        only(self.back().filter(contested)).filter(|_| called)
    }

    /// "the kingdom", "the island state", "the landlocked country": the state of which the sentence before told, or the one
    /// before that, where only one was named there or one is its subject.
    pub(super) fn realm_told(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let plain = phrase.article == "the"
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && words.xpos(phrase.head) == Xpos::Nn
            && (phrase.inner..phrase.head).all(|word| {
                words.form(word).starts_with(char::is_lowercase)
                    && !matches!(
                        self.work.lower(word),
                        "other" | "whole" | "entire" | "third" | "second" | "same"
                    )
            })
            && words
                .child(phrase.head, &[Rel::AclRelcl, Rel::Nmod])
                .is_none();
        let told_apart = phrase.inner < phrase.head;
        let realm = matches!(
            lemma,
            "kingdom"
                | "sultanate"
                | "emirate"
                | "principality"
                | "monarchy"
                | "archipelago"
                | "republic"
        ) || told_apart && matches!(lemma, "state" | "nation" | "country" | "island")
            // "The region is ready to talk": a land that others contest.
            || self.contested(lemma).is_some()
                && (self.wills(phrase.head) || self.has_named_officer(phrase.head))
            // "The country backed it": what a place does not do.
            || lemma == "country" && self.wills(phrase.head);
        if !plain || !realm || self.quoted[phrase.head] {
            return None;
        }
        if let Some(land) = self.contested(lemma) {
            return Some(land);
        }
        let here = words.sentence_of(phrase.head);
        let state = |id: EntityId| self.work.all[id].kind == EntityKind::Actor(ActorType::State);
        (here.saturating_sub(2)..=here).rev().find_map(|sentence| {
            let mut told: Vec<(i32, EntityId)> = Vec::new();
            for recent in (self.recent.iter()).filter(|recent| recent.sentence == sentence) {
                let Some(id) = recent.entity.filter(|&id| state(id)) else {
                    continue;
                };
                match told.iter_mut().find(|(_, known)| *known == id) {
                    Some(known) => known.0 = known.0.max(recent.rank),
                    None => told.push((recent.rank, id)),
                }
            }
            match told.as_slice() {
                [(_, id)] => Some(*id),
                _ => only(told.iter().filter(|(rank, _)| *rank == 3)).map(|&(_, id)| id),
            }
        })
    }
}
