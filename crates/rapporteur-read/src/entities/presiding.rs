//! Whose somebody is, by a body that is theirs: "her union", "whose council", and by a sentence that brings them in as what
//! stands for one: "The union, in the person of Ada Brun,".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::gather::Work;
use super::phrases::Phrase;
use super::{EntityId, EntityKind, only};

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

    /// "the Chair, Ambassador Ada Brun", "the President of the Conference": whether one of the offices is that of whoever leads
    /// a meeting, of whom no body is told.
    pub(super) fn presides(&self, offices: &[Phrase]) -> bool {
        offices.iter().any(|office| {
            let (head, lemma) = (office.head, self.words.lemma(office.head));
            let chairs = office.owners.is_empty()
                && matches!(
                    lemma,
                    "chair"
                        | "chairman"
                        | "chairwoman"
                        | "chairperson"
                        | "co-chair"
                        | "vice-chair"
                        | "facilitator"
                        | "co-facilitator"
                        | "rapporteur"
                        | "moderator"
                );
            let of_meeting = matches!(lemma, "president" | "vice-president" | "secretary")
                && self.form_at(head + 1) == "of"
                && matches!(
                    self.lower_lemma(head + 3),
                    "conference" | "meeting" | "session" | "assembly" | "committee" | "council"
                );
            (chairs || of_meeting) && self.form_at(head.wrapping_sub(1)) != "former"
        })
    }

    /// "The co-facilitators, Ada Brun (Ghana) and Nils Orme (Peru)", with the second name at a word: whether the office before
    /// the first is that of several who lead a meeting.
    pub(super) fn presides_with(&self, name: usize) -> bool {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(name)).start;
        (name.saturating_sub(14).max(sentence)..name).any(|word| {
            matches!(
                self.lower(word),
                "co-facilitators" | "facilitators" | "co-chairs" | "chairs" | "vice-chairs"
            ) && self.form_at(word + 1) == ","
                // "the contact group, co-chaired by Ada Brun (Peru) and Nils Orme (Mali)"
                || matches!(
                    self.lower(word),
                    "co-chaired" | "chaired" | "facilitated" | "co-facilitated" | "moderated"
                ) && self.form_at(word + 1) == "by"
        })
    }

    /// "The Chair, Ada Brun (Ghana)": of the one committee or conference that the report names.
    pub(super) fn by_chair(&self, id: EntityId) -> Option<EntityId> {
        use ActorType::{Alliance, GovernmentBody, InternationalOrganisation};
        let meets = |&other: &EntityId| {
            let name = self.all[other].name.to_lowercase();
            let head = name
                .split([' '])
                .take_while(|word| !matches!(*word, "of" | "on" | "for"));
            matches!(
                self.all[other].kind,
                EntityKind::Actor(GovernmentBody | InternationalOrganisation | Alliance)
            ) && (self.all[other].kind != EntityKind::Actor(Alliance)
                || name.contains(" of ")
                || name.contains(" on "))
                && self.facts[other].named > 0
                && head.last().is_some_and(|noun| {
                    matches!(
                        noun,
                        "group" | "committee" | "commission" | "conference" | "council" | "panel"
                    )
                })
        };
        (self.facts[id].presides)
            .then(|| only((0..self.all.len()).filter(meets)))
            .flatten()
    }

    /// Whether an office is a seat in a parliament or council, which somewhere sends one to.
    pub(super) fn is_seat(&self, lemma: &str) -> bool {
        matches!(
            lemma,
            "mp" | "msp"
                | "mep"
                | "senator"
                | "lawmaker"
                | "legislator"
                | "deputy"
                | "councillor"
                | "councilor"
                | "congressman"
                | "congresswoman"
                | "representative"
                | "parliamentarian"
        )
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
