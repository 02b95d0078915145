//! Whose somebody is, by a body that is theirs: "her union", "whose council", and by a sentence that brings them in as what
//! stands for one: "The union, in the person of Ada Brun,".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::gather::Work;
use super::{EntityId, EntityKind};

impl Work<'_> {
    /// "His association fought the filing", "Ada Brun's union asks for more": the body that somebody has.
    pub(super) fn by_own_body(&self, id: EntityId) -> Option<EntityId> {
        if self.facts[id].neutral || self.looks_on(id) {
            return None;
        }
        let words = self.words;
        (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .find_map(|mention| {
                let top = self.top_of_mention(mention.head);
                let had = words.head(top).filter(|&had| {
                    words.rel(top) == Rel::NmodPoss && had > top && words.upos(had) == Upos::Noun
                })?;
                let body = self.is_body_noun(words.lemma(had))
                    && !matches!(
                        words.lemma(had),
                        "team"
                            | "side"
                            | "delegation"
                            | "camp"
                            | "staff"
                            | "bank"
                            | "school"
                            | "government"
                            | "cabinet"
                            | "ministry"
                            | "parliament"
                    );
                if !body {
                    return None;
                }
                let side = self.of_word[had].or_else(|| self.body_called(had))?;
                // "the mayor, whose city owns the tramway": no body that has the word in its name.
                let place = matches!(
                    words.lemma(had),
                    "city"
                        | "town"
                        | "village"
                        | "county"
                        | "district"
                        | "province"
                        | "region"
                        | "island"
                );
                if place && self.all[side].kind != EntityKind::Actor(ActorType::GovernmentBody) {
                    return None;
                }
                let own = matches!(
                    self.all[side].kind,
                    EntityKind::Actor(
                        ActorType::Union
                            | ActorType::Movement
                            | ActorType::Company
                            | ActorType::PoliticalParty
                            | ActorType::Alliance
                            | ActorType::ArmedGroup
                            | ActorType::InternationalOrganisation
                            | ActorType::GovernmentBody
                    )
                );
                (own && side != id && !self.belongs_to(side, id))
                    .then(|| self.party_of(side).unwrap_or(side))
            })
    }

    /// "The union, in the person of Ada Brun, would recommend it", "Parliament came in the shape of Nils Orme": the word of
    /// the body, where the name with its titles begins at a word.
    pub(super) fn embodied(&self, start: usize) -> Option<usize> {
        let words = self.words;
        let of = (start.checked_sub(1)).filter(|&at| words.form(at) == "of")?;
        let noun = of.checked_sub(1).filter(|&at| {
            matches!(
                words.lemma(at),
                "person" | "shape" | "form" | "figure" | "guise"
            )
        })?;
        let the = noun
            .checked_sub(2)
            .filter(|&at| words.lower(at + 1) == "the" && matches!(words.lower(at), "in"))?;
        let sentence = words.sentence(words.sentence_of(the));
        let comma = (the.checked_sub(1)).filter(|&at| words.form(at) == ",");
        // Right before the comma, else the subject of the clause.
        let beside = comma.and_then(|comma| comma.checked_sub(1));
        let nearest = beside
            .filter(|&noun| self.of_word[noun].is_some() || self.is_body_noun(words.lemma(noun)));
        nearest.or_else(|| {
            (sentence.start..the)
                .rev()
                .find(|&word| words.rel(word) == Rel::Nsubj)
        })
    }

    /// "Rome's interior minister", "the Orlan premier": an office that one person holds, told of with a state or a body that
    /// is named.
    pub(super) fn is_sole_office(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "minister"
                | "premier"
                | "chancellor"
                | "president"
                | "negotiator"
                | "ambassador"
                | "chairman"
                | "chairwoman"
                | "chair"
                | "director"
                | "leader"
                | "secretary"
                | "executive"
                | "mayor"
                | "governor"
                | "commissioner"
                | "envoy"
                | "convenor"
                | "treasurer"
        )
    }
}
