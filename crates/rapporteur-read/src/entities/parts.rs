//! Parts of a state that have a government of their own: "the Scottish Government" acts for Scotland, and Edinburgh stands
//! for it, not for the state.

use std::collections::BTreeMap;

use rapporteur_lexicon::GazetteerPlace;
use rapporteur_model::ActorType;

use super::gather::Work;
use super::names::PieceKind;
use super::{EntityId, EntityKind};

/// By what name the government of a part of a state is told of.
#[derive(Debug, Clone)]
pub(super) enum PartGovernment {
    /// One of the lexicon.
    Known(usize),
    /// As the report writes it.
    Written(String),
}

impl Work<'_> {
    /// The governments of parts of states that the report names, by the index of the part in the gazetteer.
    pub(super) fn governments_of_parts(&self) -> BTreeMap<usize, PartGovernment> {
        let countries = &self.lexicon.gazetteer.countries;
        let mut found = BTreeMap::new();
        for piece in self.pieces.iter().filter(|piece| piece.body) {
            match piece.kind {
                PieceKind::Known(organisation) => {
                    let entry = &self.lexicon.organisations.all[organisation];
                    let part = (entry.of.as_deref())
                        .filter(|_| entry.kind == ActorType::GovernmentBody && !entry.metonym)
                        .and_then(|of| {
                            (countries.iter())
                                .position(|part| !part.part.is_empty() && part.name == of)
                        });
                    if let Some(part) = part.filter(|_| governs(&entry.name)) {
                        found.insert(part, PartGovernment::Known(organisation));
                    }
                }
                PieceKind::Demonym(country, false)
                    if !countries[country].part.is_empty()
                        && matches!(
                            self.lower_lemma(piece.words.end),
                            "government" | "executive"
                        ) =>
                {
                    let name = self.text(piece.words.start..piece.words.end + 1);
                    (found.entry(country)).or_insert(PartGovernment::Written(name));
                }
                _ => {}
            }
        }
        found
    }

    /// The index in the gazetteer of the part of a state with that name.
    pub(super) fn part_named(&self, name: &str) -> Option<usize> {
        (self.lexicon.gazetteer.countries.iter())
            .position(|part| !part.part.is_empty() && part.name == name)
    }

    /// The state of the report that a part of one lies in.
    pub(super) fn state_around_part(&self, id: EntityId) -> Option<EntityId> {
        let code = self.code_around(id)?;
        (0..self.all.len()).find(|&state| {
            let country = self.facts[state].country;
            country.is_some_and(|at| self.lexicon.gazetteer.countries[at].iso3 == code)
        })
    }

    /// Whether somebody is part of a state with a government of its own: a region, or what the gazetteer has as a part.
    pub(super) fn is_part(&self, id: EntityId) -> bool {
        self.code_around(id).is_some()
            || self.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                && self.is_a_land(id)
    }

    /// The code of the state that somebody is a part of, as the gazetteer knows.
    fn code_around(&self, id: EntityId) -> Option<&str> {
        let gazetteer = &self.lexicon.gazetteer;
        let entity = &self.all[id];
        if !matches!(
            entity.kind,
            EntityKind::Actor(ActorType::State | ActorType::GovernmentBody)
        ) {
            return None;
        }
        let code = match self.facts[id].country {
            Some(country) => gazetteer.countries[country].part.as_str(),
            None => match gazetteer.place(&entity.name) {
                Some(GazetteerPlace::Region(country)) => country.iso3.as_str(),
                _ => "",
            },
        };
        (!code.is_empty()).then_some(code)
    }
}

/// Whether the name of a body is that of a government.
fn governs(name: &str) -> bool {
    ["Government", "Executive", "Generalitat"]
        .iter()
        .any(|ending| name.ends_with(ending))
}
