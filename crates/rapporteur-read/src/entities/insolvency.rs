//! Who runs a company that cannot pay: "Orle Steel filed for insolvency. The administrator, Ada Brun, offered creditors a
//! quota".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::gather::Work;
use super::{EntityId, EntityKind, only};

impl Work<'_> {
    /// The one company that is told to be insolvent, or the only one of the report, of somebody who winds one up.
    pub(super) fn by_insolvency(&self, id: EntityId) -> Option<EntityId> {
        let winds_up = self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            let office = title.rsplit(' ').next().unwrap_or_default();
            role.of.is_none()
                && matches!(
                    office,
                    "administrator" | "liquidator" | "receiver" | "monitor"
                )
        });
        if !winds_up {
            return None;
        }
        let mut broke: Vec<EntityId> = (0..self.words.len())
            .filter_map(|word| self.told_insolvent(word))
            .collect();
        broke.sort_unstable();
        broke.dedup();
        only(broke.into_iter())
    }

    /// The company that a word tells to be insolvent: "filed for insolvency", "went into administration", "the insolvent firm".
    fn told_insolvent(&self, word: usize) -> Option<EntityId> {
        let words = self.words;
        let noun = matches!(
            words.lemma(word),
            "insolvency" | "bankruptcy" | "administration" | "receivership" | "liquidation"
        ) && words.upos(word) == Upos::Noun;
        if !noun {
            return None;
        }
        let verb = words.ancestors(word).take(3).find(|&verb| {
            matches!(
                words.lemma(verb),
                "file"
                    | "enter"
                    | "go"
                    | "seek"
                    | "apply"
                    | "declare"
                    | "fall"
                    | "collapse"
                    | "slide"
                    | "petition"
                    | "place"
                    | "put"
                    | "be"
            )
        })?;
        let subject = words.child(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Obj])?;
        self.company_at(match words.rel(verb) {
            Rel::AclRelcl => words.head(verb)?,
            _ => subject,
        })
    }

    /// The company that a word names, or that stands in apposition before it: "Orle Steel, the maker that filed".
    fn company_at(&self, word: usize) -> Option<EntityId> {
        let words = self.words;
        let company = |&id: &EntityId| self.all[id].kind == EntityKind::Actor(ActorType::Company);
        let apposed = words.head(word).filter(|_| words.rel(word) == Rel::Appos);
        (self.of_word[word].filter(company)).or_else(|| self.of_word[apposed?].filter(company))
    }
}
