//! People whose side the sentence before tells, or the person whom they face: "Officials there insist", "her counterpart".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::gather::Work;
use super::{EntityId, EntityKind};

impl Work<'_> {
    /// "The Treasury objects to it. Officials there insist on a cap": of the body that was the subject before.
    pub(super) fn staff_of_subject(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let mut own = self.mentions.iter().filter(|mention| mention.entity == id);
        let mention = own.next().filter(|_| own.next().is_none())?;
        let head = mention.head;
        let start = words.sentence(words.sentence_of(head)).start;
        let bare = words.xpos(head) == Xpos::Nns
            && mention.words.start == head
            && (head == start || words.form(head - 1) == ",")
            && words.rel(head) == Rel::Nsubj;
        let before = start.checked_sub(1).filter(|_| bare)?;
        let block = |word: usize| self.blocks.at(words.span(word..word + 1).start);
        if block(before) != block(start) {
            return None;
        }
        let sentence = words.sentence(words.sentence_of(before));
        let root = sentence.clone().find(|&word| words.head(word).is_none())?;
        let subject = words.child(root, &[Rel::Nsubj, Rel::NsubjPass])?;
        let body = self.of_word[subject]?;
        let side = self.party_of(body).unwrap_or(body);
        use ActorType::{
            Alliance, ArmedGroup, Company, GovernmentBody, InternationalOrganisation, Movement,
            PoliticalParty, State, Union,
        };
        let EntityKind::Actor(kind) = self.all[body].kind else {
            return None;
        };
        let fits = match words.lemma(head) {
            "official" | "diplomat" | "negotiator" => {
                matches!(
                    kind,
                    State | GovernmentBody | InternationalOrganisation | Union
                )
            }
            "minister" => matches!(kind, State | GovernmentBody),
            "officer" => matches!(kind, GovernmentBody | Union),
            "member" | "delegate" | "activist" => matches!(
                kind,
                Union
                    | Movement
                    | PoliticalParty
                    | Alliance
                    | InternationalOrganisation
                    | GovernmentBody
            ),
            "leader" | "commander" | "fighter" => {
                matches!(kind, Union | Movement | PoliticalParty | ArmedGroup)
            }
            "councillor" | "councilor" => kind == GovernmentBody,
            "executive" | "director" | "manager" | "owner" => kind == Company,
            _ => false,
        };
        (fits && words.child(subject, &[Rel::Conj]).is_none()).then_some(side)
    }

    /// "The minister would not go that far": in a report of one state its minister, in a report of none its government's.
    pub(super) fn minister_of_only_state(&self, id: EntityId) -> Option<EntityId> {
        let one = !self.facts[id].plural
            && self.facts[id].owners.is_empty()
            && (self.facts[id].nouns.iter())
                .any(|noun| matches!(noun.as_str(), "minister" | "premier" | "chancellor"));
        let definite = self
            .mentions
            .iter()
            .any(|mention| mention.entity == id && self.lower(mention.words.start) == "the");
        if !one || !definite {
            return None;
        }
        let mut states = (0..self.all.len()).filter(|&id| self.is_party_state(id));
        match (states.next(), states.next()) {
            (Some(only), None) => Some(only),
            (None, _) => (0..self.all.len()).find(|&id| {
                self.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                    && self.all[id].name == "government"
            }),
            _ => None,
        }
    }

    /// "From the Greens: co-chair Ada Brun says", "A word from Orveth: its envoy, Nils Orme, says": of whom the lead-in names.
    pub(super) fn by_lead_in(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let mention = self.mentions.iter().find(|mention| mention.entity == id)?;
        let sentence = words.sentence(words.sentence_of(mention.head));
        let colon = (sentence.start..mention.words.start).find(|&at| words.form(at) == ":")?;
        let near = colon + 8 > mention.words.start;
        let from = (sentence.start..colon).find(|&at| words.lower(at) == "from")?;
        let opens = (sentence.start..from).all(|at| {
            matches!(
                words.lower(at),
                "a" | "this" | "word" | "news" | "reaction" | "more" | "now"
            )
        });
        let side = (from + 1..colon).rev().find_map(|at| self.of_word[at])?;
        let whole =
            (from + 1..colon).all(|at| self.of_word[at].is_some() || words.lower(at) == "the");
        (near && opens && whole)
            .then(|| self.party_of(side))
            .flatten()
            .filter(|&party| party != id)
    }

    /// "Ada Brun and her counterpart, Nils Orme,": of the one other body at the table of the kind that she is of.
    pub(super) fn by_counterpart(&self, id: EntityId) -> Option<EntityId> {
        let (_, _, owner) = self.kin.iter().find(|(who, what, _)| {
            *who == id && matches!(what.as_str(), "counterpart" | "opposite number")
        })?;
        let faced = self.of_word[(*owner)?]?;
        let side = self.party_of(faced).filter(|&side| side != id)?;
        let of_kind = |kind: EntityKind| -> Vec<EntityId> {
            (0..self.all.len())
                .filter(|&other| {
                    other != side
                        && self.all[other].kind == kind
                        && self.facts[other].named > 0
                        && self.party_of(other) == Some(other)
                })
                .collect()
        };
        let others = of_kind(self.all[side].kind);
        // A union of states deals with a state, if one is named thrice as often as anybody else.
        let union = matches!(
            self.all[side].kind,
            EntityKind::Actor(ActorType::Alliance | ActorType::InternationalOrganisation)
        );
        if union {
            let states = of_kind(EntityKind::Actor(ActorType::State));
            let named = |&other: &EntityId| self.facts[other].named;
            let most = states.iter().copied().max_by_key(named);
            if let Some(most) = most.filter(|most| {
                (states.iter().chain(&others))
                    .all(|other| other == most || named(most) >= 3 * named(other))
            }) {
                return Some(most);
            }
        }
        if let [only] = others[..] {
            return Some(only);
        }
        // Of several the one for which nobody else speaks, if it is named thrice as often as any other such.
        let served = self.served_by_others(id, 0..self.all.len());
        let mut free: Vec<(u32, EntityId)> = (others.into_iter())
            .filter(|other| !served.contains(other))
            .map(|other| (self.facts[other].named, other))
            .collect();
        free.sort_unstable_by(|one, other| other.cmp(one));
        match free[..] {
            [(_, only)] => Some(only),
            [(most, first), (next, _), ..] if most >= 3 * next => Some(first),
            _ => None,
        }
    }
}
