//! Who takes part: the noun phrases of those who do it and to whom, and the actors they stand for.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::circumstances::is_hosting;
use super::deeds::{Deed, Reader, Shape};
use crate::entities::{EntityId, EntityKind};

impl Reader<'_, '_> {
    pub(super) fn participants(&self, deed: Deed) -> Vec<usize> {
        let mut all = self.partners(deed.head);
        let carrier = self.carrier(deed.head);
        if carrier != deed.head && all.is_empty() {
            all = self.partners(carrier);
        }
        // "a third round of talks between A and B", "the collapse of the talks with A"
        if all.is_empty() {
            let of = self.words.with_case(deed.head, &["of"]);
            for noun in of.filter(|&noun| self.noun(noun).is_some()) {
                all.extend(self.partners(noun));
                all.extend(self.words.with_case(noun, &["with"]));
            }
        }
        all.extend(self.words.with_case(deed.head, &["with"]));
        all.extend(self.words.with_case(carrier, &["with"]));
        all.dedup();
        all
    }

    /// Heads of the noun phrases of those who do it, and of those it is done to or with.
    pub(super) fn taking_part_nouns(&self, deed: Deed) -> (Vec<usize>, Vec<usize>) {
        let class = self.class(deed);
        let mut actors = match deed.shape {
            Shape::Aspect | Shape::Moved | Shape::Noun => self.participants(deed),
            _ => self.actors(deed),
        };
        let mut recipients = self.recipients(deed);
        if class.name == "travel" {
            recipients = self.met_by_moving(deed);
        }
        if class.joint && !self.is_apart(deed) {
            actors.append(&mut recipients);
        }
        (actors, recipients)
    }

    /// "met both sides separately", "held separate meetings", "sat down with both in turn": they did not meet each other.
    pub(super) fn is_apart(&self, deed: Deed) -> bool {
        let words = self.words;
        words
            .children_by(deed.clause, &[Rel::Advmod, Rel::Obl])
            .any(|child| match words.lemma(child) {
                "separately" | "individually" | "bilaterally" => true,
                "turn" => words.child(child, &[Rel::Case]).is_some(),
                _ => false,
            })
            || words.subtree(deed.clause).any(|word| {
                words.lemma(word) == "turn"
                    && word > deed.head
                    && words.form(word - 1).eq_ignore_ascii_case("in")
            })
            || words
                .children_by(deed.head, &[Rel::Amod])
                .any(|kind| matches!(words.lemma(kind), "separate" | "individual"))
    }

    /// Those who do it, and those it is done to or with, as far as the clause tells.
    pub(super) fn taking_part(&self, deed: Deed) -> (Vec<EntityId>, Vec<EntityId>) {
        let class = self.class(deed);
        let (actor_nouns, recipient_nouns) = self.taking_part_nouns(deed);
        let mut actors = self.somebodies(&actor_nouns);
        if let [one] = actors[..]
            && class.joint
            && recipient_nouns.is_empty()
        {
            match deed.shape {
                Shape::Verb if actor_nouns.len() == 1 => {
                    let hidden = self.hidden_conjuncts(class, deed);
                    if hidden.len() > 1 && hidden.contains(&one) {
                        actors = hidden;
                    }
                }
                Shape::Noun => {
                    if let Some(other) = self.other_side(deed, one) {
                        actors.insert(0, other);
                    }
                }
                _ => {}
            }
        }
        let mut recipients = self.somebodies(&recipient_nouns);
        recipients.retain(|id| !actors.contains(id));
        (actors, recipients)
    }

    /// The actors of noun phrases; "his troops", "the Orveth delegation" are the party.
    pub(super) fn somebodies(&self, nouns: &[usize]) -> Vec<EntityId> {
        let words = self.words;
        let mut found: Vec<EntityId> = Vec::new();
        for &noun in nouns {
            let mut here = self.entities.actors(words, noun);
            // "delegations from A and B", "members of the union", "drivers belonging to the union"
            if here.len() == 1 && words.upos(noun) == Upos::Noun {
                let unnamed = self.is_unnamed(here[0]);
                let many = words.xpos(noun) == Xpos::Nns;
                let mut of = words
                    .with_case(noun, &["of", "from", "for"])
                    .chain(self.belonging(noun))
                    .map(|of| self.entities.actors(words, of));
                let of = of.find(|of| match of[..] {
                    [] => false,
                    [one] => unnamed && many && self.is_group(one),
                    _ => unnamed || of.contains(&here[0]),
                });
                here = of.unwrap_or(here);
            }
            // "Turkish and Greek officials"
            if here.len() == 1 && words.upos(noun) == Upos::Noun {
                let mut both: Vec<EntityId> = words
                    .children_by(noun, &[Rel::Amod, Rel::Compound])
                    .flat_map(|kind| self.entities.actors(words, kind))
                    .collect();
                both.dedup();
                if both.len() > 1 && both.contains(&self.principal(here[0])) {
                    here = both;
                }
            }
            if here.is_empty() && self.stands_for_its_owner(noun) {
                let modifier = words
                    .children_by(
                        noun,
                        &[Rel::NmodPoss, Rel::Amod, Rel::Compound, Rel::NmodDesc],
                    )
                    .chain(words.with_case(noun, &["of", "from", "by"]))
                    .chain(
                        words
                            .children_by(noun, &[Rel::Acl])
                            .filter(|&clause| !is_hosting(words.lemma(clause)))
                            .flat_map(|clause| {
                                words
                                    .child(clause, &[Rel::OblAgent, Rel::Obj])
                                    .into_iter()
                                    .chain(words.with_case(clause, &["by"]))
                            }),
                    )
                    .filter(|&child| self.entities.actor(child).is_some())
                    // "his Orveth counterpart" is of Orveth.
                    .min_by_key(|&child| words.upos(child) == Upos::Pron);
                if let Some(modifier) = modifier {
                    here = self.entities.actors(words, modifier);
                    if words.upos(modifier) == Upos::Pron {
                        here = here
                            .into_iter()
                            .map(|id| self.entities.party(id).unwrap_or(id))
                            .collect();
                    }
                }
            }
            for id in here.into_iter().map(|id| self.principal(id)) {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }

    /// What people belong to: "drivers belonging to the union", "fighters loyal to Haber".
    pub(super) fn belonging(&self, noun: usize) -> impl Iterator<Item = usize> + '_ {
        let words = self.words;
        words
            .children_by(noun, &[Rel::Acl, Rel::Amod])
            .filter(move |&child| {
                child > noun && matches!(words.lemma(child), "belong" | "loyal" | "represent")
            })
            .flat_map(move |child| {
                let object = words.child(child, &[Rel::Obj]);
                words.with_case(child, &["to"]).chain(object)
            })
    }

    /// Whether a noun acts for whoever it is of: "Orveth's delegation", "Beloran jets"; not "Orveth's consent".
    pub(super) fn stands_for_its_owner(&self, noun: usize) -> bool {
        let lemma = self.words.lemma(noun);
        self.classes.people.contains(lemma)
            || self.classes.forces.contains(lemma)
            || matches!(lemma, "counterpart" | "defence" | "defense" | "mediation")
            || self.words.xpos(noun) == Xpos::Nns
                && self.is_people(noun)
                && self.noun(noun).is_none()
            || self.noun(noun).is_some()
            || self.words.upos(noun) != Upos::Noun
    }

    pub(super) fn is_group(&self, id: EntityId) -> bool {
        matches!(
            self.entities.all[id].kind,
            EntityKind::Actor(
                ActorType::State
                    | ActorType::Movement
                    | ActorType::ArmedGroup
                    | ActorType::Union
                    | ActorType::Company
                    | ActorType::PoliticalParty
                    | ActorType::InternationalOrganisation
                    | ActorType::Alliance
            )
        )
    }

    /// For whom somebody without a name acts: of "the Estonian prime minister" and "the Beloran army" their states.
    pub(super) fn principal(&self, id: EntityId) -> EntityId {
        let entity = &self.entities.all[id];
        let troops = || {
            let last = entity.name.rsplit(' ').next().unwrap_or_default();
            matches!(
                last.to_lowercase().as_str(),
                "army"
                    | "navy"
                    | "military"
                    | "force"
                    | "forces"
                    | "troops"
                    | "police"
                    | "coastguard"
                    | "guard"
                    | "soldiers"
            )
        };
        // "an Estonian official" stays one; the holder of an office and many people stand for their side.
        let office = || {
            entity.name.ends_with('s')
                || [
                    "president",
                    "minister",
                    "premier",
                    "chancellor",
                    "king",
                    "queen",
                    "emir",
                ]
                .iter()
                .any(|title| entity.name.to_lowercase().contains(title))
        };
        let acts_for_another = match entity.kind {
            EntityKind::Actor(ActorType::Unnamed) => office(),
            EntityKind::Actor(ActorType::GovernmentBody) => troops(),
            _ => false,
        };
        entity
            .party
            .filter(|&party| acts_for_another && self.is_group(party))
            .unwrap_or(id)
    }

    pub(super) fn is_unnamed(&self, id: EntityId) -> bool {
        self.entities.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
    }
}
