//! Whoever faces somebody: "its neighbour", "her rival", "the other side"; and people who have somebody and are not her own:
//! "his hosts", "its creditors".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind};

/// Nouns for the one who faces somebody, of the same kind.
const FACING: &[&str] = &[
    "neighbour",
    "neighbor",
    "rival",
    "opponent",
    "adversary",
    "antagonist",
    "foe",
    "enemy",
    "competitor",
];

/// Nouns that "the other" stands before: "the other side", "the other country".
const OTHERS: &[&str] = &[
    "side",
    "party",
    "camp",
    "country",
    "state",
    "government",
    "union",
    "company",
    "capital",
];

/// Whether people called so belong to another side than whoever has them: "his hosts", "its creditors", "her critics".
pub(in crate::entities) fn is_others(lemma: &str) -> bool {
    FACING.contains(&lemma)
        || matches!(
            lemma,
            "host"
                | "guest"
                | "visitor"
                | "critic"
                | "detractor"
                | "challenger"
                | "accuser"
                | "interlocutor"
                | "pursuer"
                | "suitor"
                | "captor"
                | "creditor"
                | "lender"
                | "debtor"
                | "landlord"
                | "customer"
                | "supplier"
                | "buyer"
                | "insurer"
                | "partner"
                | "counterpart"
                | "predecessor"
        )
}

impl Discourse<'_, '_> {
    /// "Merin wants the ridge. Its neighbour insists on the pass", "The other side rejects it": of the two of a kind of whom
    /// the report tells, the one that is not the owner, or not whoever was told of last.
    pub(super) fn opposite(
        &self,
        phrase: &Phrase,
        lemma: &str,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        let words = self.work.words;
        let head = phrase.head;
        let named = (1..4).any(|step| {
            self.work
                .piece_at
                .get(head + step)
                .copied()
                .flatten()
                .is_some()
        }) && self.work.form_at(head + 1) == ",";
        let acts = matches!(
            words.rel(words.first_conjunct(head)),
            Rel::Nsubj | Rel::NsubjPass | Rel::OblAgent | Rel::NmodPoss
        );
        if words.xpos(head) != Xpos::Nn || named || !acts || self.quoted[head] {
            return None;
        }
        let own = if FACING.contains(&lemma) && phrase.owned && phrase.inner == head {
            owner?
        } else if OTHERS.contains(&lemma) && self.is_the_other(phrase) {
            self.subject_told_last(head)?
        } else {
            return None;
        };
        let own = self.work.party_of(own).filter(|&own| self.is_body(own))?;
        self.only_other(own, matches!(lemma, "side" | "party" | "camp"))
    }

    /// "the other side"
    fn is_the_other(&self, phrase: &Phrase) -> bool {
        let head = phrase.head;
        phrase.article == "the"
            && phrase.owners.is_empty()
            && phrase.inner + 1 == head
            && self.work.lower(phrase.inner) == "other"
    }

    /// Whoever was the last subject before a word, in its sentence or the one before.
    fn subject_told_last(&self, word: usize) -> Option<EntityId> {
        let sentence = self.work.words.sentence_of(word);
        (self.recent.iter().rev())
            .take_while(|recent| recent.sentence + 1 >= sentence)
            .find(|recent| recent.rank >= 2 && recent.word < word)
            .filter(|recent| !recent.plural)
            .and_then(|recent| recent.entity)
    }

    /// The only other body with a name, of the kind of one or of any; of several the only other in a headline that names both.
    fn only_other(&self, own: EntityId, any: bool) -> Option<EntityId> {
        use ActorType::{Media, Person, Unnamed};
        let kind = self.work.all[own].kind;
        let others: Vec<EntityId> = (0..self.work.all.len())
            .filter(|&id| {
                id != own
                    && match self.work.all[id].kind {
                        EntityKind::Actor(Media | Person | Unnamed) => false,
                        EntityKind::Actor(_) if any => true,
                        other => other == kind,
                    }
                    && self.has_name(id)
                    && self.work.party_of(id) == Some(id)
                    && !self.work.facts[id].neutral
            })
            .collect();
        if let [only] = others[..] {
            return Some(only);
        }
        let mut titled =
            (others.into_iter()).filter(|&id| self.is_in_headline(own) && self.is_in_headline(id));
        titled.next().filter(|_| titled.next().is_none())
    }
}
