//! States told again by what they are: "the kingdom", "the island state".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};

impl Discourse<'_, '_> {
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
            // "The country backed it": what a place does not do.
            || lemma == "country" && self.wills(phrase.head);
        if !plain || !realm || self.quoted[phrase.head] {
            return None;
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
