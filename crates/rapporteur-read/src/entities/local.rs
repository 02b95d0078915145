//! Offices of parts of a state, whose part nobody names: "the provincial minister", "Mayor Ada Brun", "Cllr Orme".

use rapporteur_lexicon::GazetteerPlace;
use rapporteur_model::ActorType;

use super::gather::Work;
use super::{EntityId, EntityKind, EntityRole, only};

/// Parts of a state: the adjective of their offices and what they are called.
const REALMS: &[(&str, &[&str])] = &[
    ("provincial", &["province"]),
    ("regional", &["region"]),
    ("cantonal", &["canton"]),
    ("territorial", &["territory"]),
    ("departmental", &["department"]),
    ("communal", &["commune"]),
    ("municipal", &["municipality", "city", "town"]),
    ("city", &["city"]),
    ("town", &["town"]),
    ("county", &["county"]),
    ("district", &["district"]),
    ("borough", &["borough"]),
    ("state", &["state"]),
];

/// What a mayor is mayor of, but a council.
const TOWNS: &[&str] = &[
    "city",
    "town",
    "municipality",
    "borough",
    "commune",
    "village",
    "parish",
];

/// Offices that a province, a region and a town have as a state has.
const OFFICES: &[&str] = &[
    "minister",
    "premier",
    "president",
    "governor",
    "treasurer",
    "executive",
    "commissioner",
    "administrator",
    "secretary",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "negotiator",
];

/// "The provincial minister for water", "regional health minister Ada Brun", "the state premier": what the part of the state
/// is called whose office somebody has.
pub(super) fn realm_of(role: &EntityRole) -> Option<&'static [&'static str]> {
    let title = role.title.to_lowercase();
    let mut words = title.split(' ');
    let first = words.next().filter(|_| role.of.is_none())?;
    let (adjective, realm) = REALMS.iter().find(|(adjective, _)| *adjective == first)?;
    let office = words.clone().any(|word| OFFICES.contains(&word));
    // "State Minister Ada Brun" is a junior one of the state, "State Secretary" anything.
    let of_part = *adjective != "state"
        || words.any(|word| matches!(word, "premier" | "governor" | "treasurer"));
    (office && of_part).then_some(*realm)
}

/// Whether a body is called by one of these nouns: "the province", "Gulf Province", "the city of Aster".
pub(super) fn is_called(name: &str, nouns: &[&str]) -> bool {
    let name = name.to_lowercase();
    nouns.iter().any(|noun| {
        name == *noun
            || (name.strip_suffix(noun)).is_some_and(|before| before.ends_with(' '))
            || (name.strip_prefix(noun)).is_some_and(|behind| behind.starts_with(" of "))
    })
}

/// States whose parts have premiers.
const WITH_PREMIERS: &[&str] = &["AUS", "AUT", "CAN", "DEU", "ZAF"];

impl Work<'_> {
    /// What the part of the state is called whose office somebody has.
    pub(super) fn realm_served(&self, id: EntityId) -> Option<&'static [&'static str]> {
        self.all[id].roles.iter().find_map(realm_of)
    }

    /// The one body of those told of that is called so.
    pub(super) fn local_body(&self, nouns: &[&str]) -> Option<EntityId> {
        let called =
            |other: &EntityId| self.is_public(*other) && is_called(&self.all[*other].name, nouns);
        let body = only((0..self.all.len()).filter(called))?;
        Some(self.party_of(body).unwrap_or(body))
    }

    /// "Federal Energy Minister Ada Brun": of the federal government, by whatever name it is told of.
    pub(super) fn by_federation(&self, id: EntityId) -> Option<EntityId> {
        let federal = self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            role.of.is_none() && title.starts_with("federal ") && title.ends_with("minister")
        });
        let body = || {
            (0..self.all.len()).find(|&other| {
                self.all[other]
                    .name
                    .eq_ignore_ascii_case("federal government")
            })
        };
        let state = || {
            only(
                (0..self.all.len())
                    .filter(|&state| self.is_party_state(state) && !self.is_part(state)),
            )
        };
        federal.then(|| body().or_else(state)).flatten()
    }

    /// "Governor Ada Brun", where one region is told of, though it does nothing: of that region. A premier is one of a part
    /// where the parts have premiers.
    pub(super) fn by_region(&mut self, id: EntityId) -> Option<EntityId> {
        let held = |office: &str| {
            (self.all[id].roles.iter()).any(|role| role.of.is_none() && role.title == office)
        };
        let (governor, premier) = (held("Governor"), held("Premier"));
        if !governor && !premier {
            return None;
        }
        let region = |&land: &EntityId| {
            let entity = &self.all[land];
            let place = matches!(
                entity.kind,
                EntityKind::Place | EntityKind::Actor(ActorType::State | ActorType::GovernmentBody)
            );
            place
                && self.facts[land].country.is_none()
                && match self.lexicon.gazetteer.place(&entity.name) {
                    Some(GazetteerPlace::Region(country)) => {
                        governor || WITH_PREMIERS.contains(&country.iso3.as_str())
                    }
                    _ => false,
                }
        };
        let land = only((0..self.all.len()).filter(region))?;
        if self.all[land].kind == EntityKind::Place {
            self.all[land].kind = EntityKind::Actor(ActorType::GovernmentBody);
        }
        self.all[land].party.get_or_insert(land);
        Some(land)
    }

    /// "The regional president", where one part of a state is told of: that part.
    pub(super) fn sole_part(&self, nouns: &[&str]) -> Option<EntityId> {
        let of_land = ["province", "region", "canton", "territory", "state"]
            .iter()
            .any(|land| nouns.contains(land));
        only((0..self.all.len()).filter(|&id| {
            of_land && self.is_part(id) && self.all[id].party == Some(id) && self.facts[id].acts > 0
        }))
    }

    fn is_public(&self, id: EntityId) -> bool {
        matches!(
            self.all[id].kind,
            EntityKind::Actor(ActorType::GovernmentBody | ActorType::InternationalOrganisation)
        )
    }

    /// "Cllr Ada Brun", where one council is at the table: its member. "Mayor Ada Brun": of the town, else of its council.
    /// "Superintendent Ada Brun": of the one school board.
    pub(super) fn by_ward(&self, id: EntityId) -> Option<EntityId> {
        let held = |nouns: &[&str]| {
            (self.facts[id].nouns.iter()).any(|noun| nouns.contains(&noun.as_str()))
        };
        if held(&["superintendent"]) {
            let school = |other: &EntityId| {
                (self.is_public(*other)
                    || self.all[*other].kind == EntityKind::Actor(ActorType::Company))
                    && (self.all[*other].name.split(' '))
                        .any(|word| matches!(word, "School" | "Schools" | "Unified"))
            };
            let board = only((0..self.all.len()).filter(school))?;
            return Some(self.party_of(board).unwrap_or(board));
        }
        let mayor = held(&["mayor"]);
        let elected = held(&[
            "cllr",
            "cllr.",
            "councillor",
            "councilor",
            "alderman",
            "councilman",
            "councilwoman",
        ]);
        if !mayor && !elected {
            return None;
        }
        if let Some(town) = mayor.then(|| self.local_body(TOWNS)).flatten() {
            return Some(town);
        }
        let council = |other: &EntityId| {
            let name = self.all[*other].name.to_lowercase();
            let of_members = name.contains("s' ") || name.contains("s’ ");
            self.is_public(*other)
                && !of_members
                && (name == "council" || name.ends_with(" council"))
        };
        let council = only((0..self.all.len()).filter(council))?;
        Some(self.party_of(council).unwrap_or(council))
    }
}
