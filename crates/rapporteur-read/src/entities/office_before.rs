//! Persons whose office was told right before their name, of a state or body and of nobody yet: "Its finance minister has
//! been seen at dinner. Ada Brun, a former rector, offered a cut".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::gather::Work;
use super::{EntityId, EntityKind, only};

/// How many sentences back the office may stand.
const REACH: usize = 2;

impl Work<'_> {
    /// The side whose office was told in one of the sentences before, where somebody without an office is named for the
    /// first time as a subject that opens a sentence.
    pub(super) fn by_office_before(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        if !self.facts[id].owners.is_empty() || self.facts[id].neutral {
            return None;
        }
        // What somebody was once tells nothing of whom he is of now.
        let former = |title: &str| {
            let first = title.split(' ').next().unwrap_or_default().to_lowercase();
            matches!(first.as_str(), "former" | "ex" | "retired" | "onetime")
        };
        if !(self.all[id].roles.iter()).all(|role| role.of.is_none() && former(&role.title)) {
            return None;
        }
        let mention = (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .min_by_key(|mention| mention.words.start)?;
        let start = mention.words.start;
        let here = words.sentence_of(start);
        let sentence = words.sentence(here);
        let opens = (sentence.start..start)
            .all(|word| matches!(words.upos(word), Upos::Punct | Upos::Cconj | Upos::Adv));
        if !opens
            || !self.all[id].name.contains(' ')
            || words.rel(self.top_of_mention(mention.head)) != Rel::Nsubj
        {
            return None;
        }
        for before in (here.saturating_sub(REACH)..here).rev() {
            let range = words.sentence(before);
            // Somebody else who is named there may hold the office.
            let another = range.clone().any(|word| {
                self.of_word[word].is_some_and(|other| {
                    other != id && self.all[other].kind == EntityKind::Actor(ActorType::Person)
                })
            });
            if another {
                return None;
            }
            let found = range
                .rev()
                .filter(|&word| self.is_open_office(word))
                .find_map(|office| self.side_of_office(office));
            if let Some(side) = found {
                let persons = (0..self.all.len())
                    .filter(|&other| self.all[other].kind == EntityKind::Actor(ActorType::Person));
                let taken = self.served_by_others(id, persons);
                return (!taken.contains(&side)).then_some(side);
            }
        }
        None
    }

    /// Whether a word is an office of one who speaks for a side, that no person of the report holds.
    fn is_open_office(&self, word: usize) -> bool {
        let words = self.words;
        matches!(
            words.lemma(word),
            "minister"
                | "premier"
                | "chancellor"
                | "president"
                | "envoy"
                | "negotiator"
                | "ambassador"
                | "delegate"
                | "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "chairman"
                | "chairwoman"
                | "director"
                | "leader"
                | "commander"
                | "secretary"
                | "manager"
                | "executive"
                | "ombudsman"
                | "owner"
        ) && words.xpos(word) == Xpos::Nn
            && self.piece_at[word].is_none()
            && (self.of_word[word])
                .is_none_or(|other| self.all[other].kind == EntityKind::Actor(ActorType::Unnamed))
    }

    /// The side of an office: "its", "Orle's", "of the union", or the subject that "has" it.
    fn side_of_office(&self, office: usize) -> Option<EntityId> {
        let words = self.words;
        let phrase = self.phrase(office);
        let owner = (phrase.owners.iter()).find_map(|&owner| self.of_word[owner]);
        let has = || {
            let first = words.first_conjunct(office);
            let verb = words.head(first).filter(|&verb| {
                words.rel(first) == Rel::Obj && matches!(words.lemma(verb), "have" | "send")
            })?;
            self.of_word[words.child(verb, &[Rel::Nsubj])?]
        };
        let side = owner.or_else(has)?;
        let side = self.party_of(side).unwrap_or(side);
        matches!(
            self.all[side].kind,
            EntityKind::Actor(kind) if !matches!(
                kind,
                ActorType::Person | ActorType::Unnamed | ActorType::Media
            )
        )
        .then_some(side)
    }

    /// "The orchestra's manager", "the club's chairman": the one body of the report that may be called so.
    pub(super) fn sole_called(&self, word: usize) -> Option<EntityId> {
        let words = self.words;
        if word >= words.len() || words.xpos(word) != Xpos::Nn || self.piece_at[word].is_some() {
            return None;
        }
        let lemma = words.lemma(word);
        let house = self.classes.has("firms", lemma)
            || self.classes.has("institutions", lemma)
            || matches!(
                lemma,
                "club" | "company" | "firm" | "broadcaster" | "federation" | "league"
            );
        if !house {
            return None;
        }
        let called = (0..self.all.len()).filter(|&id| {
            let EntityKind::Actor(kind) = self.all[id].kind else {
                return false;
            };
            !matches!(kind, ActorType::State | ActorType::GovernmentBody)
                && self.facts[id].named > 0
                && self.all[id].name.starts_with(char::is_uppercase)
                && self.may_be_called(kind, lemma)
        });
        only(called)
    }
}
