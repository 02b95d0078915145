//! Which country or body a noun phrase stands for: by its entity, else by the names it is built with.

use rapporteur_lexicon::{GazetteerPlace, Lexicon, Organisation};
use rapporteur_model::ActorType;
use rapporteur_syntax::{NameKind, Rel, Upos};

use crate::entities::{EntityId, EntityKind};
use crate::events::deeds::Reader;

/// Who takes part in an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Fullest name, or the words.
    pub name: String,
    /// ISO 3166-1 alpha-3 of the state it acts for.
    pub iso: Option<String>,
    /// A code as event data has it: the country with a sector ("USAGOV"), or the sort of body ("IGO").
    pub code: Option<String>,
}

impl Party {
    fn of(name: &str, iso: Option<&str>, sector: &str) -> Self {
        // A sector alone says too little.
        let code = match (iso, sector) {
            (Some(iso), sector) => format!("{iso}{sector}"),
            (None, "IGO" | "NGO" | "BUS" | "REB" | "LAB") => sector.to_owned(),
            _ => String::new(),
        };
        Self {
            name: name.to_owned(),
            iso: iso.map(str::to_owned),
            code: (!code.is_empty()).then_some(code),
        }
    }

    /// Whether it has a country or a sort.
    pub fn is_known(&self) -> bool {
        self.code.is_some()
    }
}

/// Sectors of event data by the words that name those who act.
fn sector(lemma: &str) -> &'static str {
    match lemma {
        "government" | "minister" | "president" | "premier" | "ministry" | "parliament"
        | "envoy" | "official" | "spokesman" | "spokeswoman" | "administration" | "cabinet"
        | "ambassador" | "diplomat" | "secretary" | "king" | "emir" | "chancellor"
        | "authority" | "negotiator" | "delegation" => "GOV",
        "troop" | "army" | "soldier" | "force" | "military" | "warship" | "navy" | "helicopter"
        | "tank" | "warplane" => "MIL",
        "rebel" | "guerrilla" | "insurgent" | "militant" | "fighter" | "gunman" => "REB",
        "police" | "policeman" | "officer" => "COP",
        "opposition" | "protester" | "demonstrator" => "OPP",
        "civilian" | "resident" | "people" | "villager" | "refugee" | "student" | "worker"
        | "prisoner" => "CVL",
        "journalist" | "newspaper" | "agency" | "reporter" | "editor" => "MED",
        "judge" | "court" => "JUD",
        _ => "",
    }
}

fn sort(kind: ActorType) -> &'static str {
    match kind {
        ActorType::InternationalOrganisation | ActorType::Alliance => "IGO",
        ActorType::ArmedGroup => "REB",
        ActorType::PoliticalParty => "PTY",
        ActorType::Company => "BUS",
        ActorType::Union => "LAB",
        ActorType::Movement => "NGO",
        ActorType::Media => "MED",
        ActorType::GovernmentBody => "GOV",
        _ => "",
    }
}

/// Finds parties.
pub(super) struct Parties<'a, 'w> {
    pub reader: &'a Reader<'a, 'w>,
    pub lexicon: &'a Lexicon,
}

impl Parties<'_, '_> {
    /// Everybody that a noun phrase, with those coordinated with it, stands for.
    pub(super) fn all(&self, noun: usize, speaker: Option<usize>) -> Vec<Party> {
        let mut found: Vec<Party> = Vec::new();
        for conjunct in self.reader.words.conjuncts(noun) {
            for party in self.one(conjunct, speaker) {
                if !found.iter().any(|other| {
                    other.iso == party.iso && other.code == party.code && other.name == party.name
                }) {
                    found.push(party);
                }
            }
        }
        found
    }

    fn one(&self, noun: usize, speaker: Option<usize>) -> Vec<Party> {
        let words = self.reader.words;
        let noun = self.reader.counted(noun);
        let several = self.adjectives(noun);
        if several.len() > 1 {
            return several;
        }
        let mut entity = None;
        if let Some(id) = self.reader.entities.actor(noun) {
            let party = self.of_entity(id, words.lemma(noun));
            if party.is_known() {
                return vec![party];
            }
            entity = Some(party);
        }
        if words.upos(noun) == Upos::Pron {
            let reach = speaker.filter(|&speaker| speaker != noun);
            if let Some(speaker) = reach {
                return self.one(speaker, None);
            }
        }
        let sector = sector(words.lemma(noun));
        // Nearest first: the head's own name, what stands before it, whose it is, of or from where.
        let head = self.named(noun);
        let levels: [Vec<usize>; 4] = [
            words
                .children_by(noun, &[Rel::Amod, Rel::Compound, Rel::Flat, Rel::NmodDesc])
                .collect(),
            words
                .children_by(noun, &[Rel::NmodPoss, Rel::Appos])
                .collect(),
            words
                .with_case(noun, &["of", "from", "for", "in", "at", "with"])
                .collect(),
            words.children_by(noun, &[Rel::Nmod, Rel::Acl]).collect(),
        ];
        if let Some(found) = &head
            && (found.iso.is_some() || found.code.as_deref() == Some("IGO"))
        {
            return vec![self.with_sector(found.clone(), sector)];
        }
        for level in levels {
            let mut found: Vec<Party> = Vec::new();
            for child in level.into_iter().flat_map(|child| words.conjuncts(child)) {
                let deeper = match words.rel(child) {
                    Rel::Acl => Vec::new(),
                    _ => self
                        .named(child)
                        .into_iter()
                        .chain(self.below(child))
                        .take(1)
                        .collect(),
                };
                for party in deeper {
                    if !found.iter().any(|other| other.iso == party.iso) {
                        found.push(self.with_sector(party, sector));
                    }
                }
            }
            if !found.is_empty() {
                return found;
            }
        }
        head.into_iter()
            .chain(entity)
            .chain(std::iter::once(Party::of(
                words.span(words.trim(self.phrase(noun))).of(words.text),
                None,
                sector,
            )))
            .take(1)
            .collect()
    }

    /// "the Turkish and Greek sides", "U.S. and Russian negotiators": of each of several states.
    fn adjectives(&self, noun: usize) -> Vec<Party> {
        let words = self.reader.words;
        let first = words
            .children_by(noun, &[Rel::Amod, Rel::Compound])
            .find(|&child| child < noun && words.conjuncts(child).len() > 1);
        let mut found: Vec<Party> = Vec::new();
        for word in first
            .map(|first| words.conjuncts(first))
            .unwrap_or_default()
        {
            let Some(party) = self.named(word).filter(|party| party.iso.is_some()) else {
                return Vec::new();
            };
            if !found.iter().any(|other| other.iso == party.iso) {
                found.push(self.with_sector(party, sector(words.lemma(noun))));
            }
        }
        found
    }

    fn with_sector(&self, party: Party, sector: &str) -> Party {
        match (&party.iso, party.code.as_ref().map(String::len)) {
            (Some(iso), Some(3)) if !sector.is_empty() => Party {
                code: Some(format!("{iso}{sector}")),
                ..party
            },
            _ => party,
        }
    }

    /// The first name inside a modifier.
    fn below(&self, noun: usize) -> Option<Party> {
        let words = self.reader.words;
        words
            .children_by(
                noun,
                &[
                    Rel::Amod,
                    Rel::Compound,
                    Rel::Flat,
                    Rel::NmodPoss,
                    Rel::Nmod,
                    Rel::Appos,
                    Rel::NmodDesc,
                ],
            )
            .find_map(|child| self.named(child).or_else(|| self.below(child)))
    }

    /// The words of a noun phrase before what follows it.
    pub(super) fn phrase(&self, noun: usize) -> std::ops::Range<usize> {
        let words = self.reader.words;
        let mut range = words.subtree(noun);
        for child in words.children(noun) {
            if matches!(
                words.rel(child),
                Rel::Case | Rel::Cc | Rel::Mark | Rel::Punct
            ) && child < noun
            {
                range.start = range.start.max(words.subtree(child).end);
            }
            if matches!(
                words.rel(child),
                Rel::Acl | Rel::AclRelcl | Rel::Appos | Rel::Conj | Rel::Parataxis
            ) && child > noun
            {
                range.end = range.end.min(words.subtree(child).start).max(noun + 1);
            }
        }
        range
    }

    /// The state or body that a word, with those around it, names.
    pub(super) fn named(&self, word: usize) -> Option<Party> {
        let words = self.reader.words;
        let form = words.form(word);
        if !form.chars().next()?.is_uppercase() {
            return None;
        }
        if let Some(id) = self.reader.entities.at(word) {
            let party = self.of_entity(id, words.lemma(word));
            if party.is_known() {
                return Some(party);
            }
        }
        let sentence = words.sentence(words.sentence_of(word));
        let from = word.saturating_sub(4).max(sentence.start);
        for start in from..=word {
            let forms: Vec<&str> = (start..sentence.end.min(start + 6))
                .map(|word| words.form(word))
                .collect();
            if let Some((length, organisation)) = self.lexicon.organisations.longest(&forms)
                && start + length > word
            {
                return Some(self.of_organisation(organisation));
            }
            if let Some((length, place)) = self.lexicon.gazetteer.longest_place(&forms) {
                let sure = match &place {
                    GazetteerPlace::City(city) => {
                        !city.ambiguous && !city.word && !city.person && !city.variant
                    }
                    _ => true,
                };
                if start + length > word && sure {
                    let country = place.country();
                    return Some(Party::of(&country.name, country.iso(), ""));
                }
            }
        }
        let mine: Vec<&str> = (from..sentence.end.min(word + 2))
            .map(|word| words.form(word))
            .collect();
        let at = word - from;
        let pair = [at.checked_sub(1), Some(at)]
            .into_iter()
            .flatten()
            .filter_map(|start| mine.get(start..start + 2))
            .find_map(|pair| self.lexicon.gazetteer.demonym(&pair.join(" ")));
        if let Some(demonym) = pair {
            return Some(Party::of(&demonym.country.name, demonym.country.iso(), ""));
        }
        let person = words
            .syntax
            .names
            .0
            .iter()
            .find(|name| name.kind == NameKind::Person && name.words.contains(&word));
        if let Some(person) = person {
            let name = words.span(person.words.clone()).of(words.text);
            let leaders = self.lexicon.gazetteer.leader(name, None);
            let country = leaders.first().map(|leader| leader.country);
            if country.is_some() && leaders.iter().all(|leader| Some(leader.country) == country) {
                let country = country.and_then(|code| self.lexicon.gazetteer.by_code(code));
                if let Some(iso) = country.and_then(|country| country.iso()) {
                    return Some(Party::of(name, Some(iso), "GOV"));
                }
            }
            return None;
        }
        let demonym = form
            .split('-')
            .chain(std::iter::once(form))
            .find_map(|part| self.lexicon.gazetteer.demonym(part));
        demonym.map(|demonym| Party::of(&demonym.country.name, demonym.country.iso(), ""))
    }

    fn of_organisation(&self, organisation: &Organisation) -> Party {
        let home = organisation
            .of
            .as_deref()
            .and_then(|of| self.lexicon.gazetteer.country(of));
        let iso = match organisation.kind {
            ActorType::InternationalOrganisation | ActorType::Alliance | ActorType::Media => None,
            _ => home.and_then(|country| country.iso()),
        };
        Party::of(&organisation.name, iso, sort(organisation.kind))
    }

    /// The party that an entity acts for.
    pub(super) fn of_entity(&self, id: EntityId, lemma: &str) -> Party {
        let all = &self.reader.entities.all;
        let entity = &all[id];
        let mut at = id;
        for _ in 0..6 {
            if all[at].iso.is_some() {
                break;
            }
            match all[at].party {
                Some(party) if party != at => at = party,
                _ => break,
            }
        }
        let (iso, kind) = (all[at].iso.clone(), all[at].kind);
        let home = || {
            let found = self.lexicon.organisations.find(&all[at].name)?;
            match found.kind {
                ActorType::InternationalOrganisation | ActorType::Alliance | ActorType::Media => {
                    None
                }
                _ => self
                    .lexicon
                    .gazetteer
                    .country(found.of.as_deref()?)?
                    .iso()
                    .map(str::to_owned),
            }
        };
        // "the French National Assembly" is no body of several states.
        let national = || {
            let first = all[at].name.split_whitespace().next()?;
            let country = self.lexicon.gazetteer.demonym(first)?.country.iso();
            country.map(str::to_owned)
        };
        let body = kind == EntityKind::Actor(ActorType::InternationalOrganisation);
        let of_state = national().filter(|_| body && iso.is_none());
        let kind = match of_state {
            Some(_) => EntityKind::Actor(ActorType::GovernmentBody),
            None => kind,
        };
        let iso = iso.or(of_state).or_else(home);
        let sort = match (kind, entity.kind) {
            (EntityKind::Place, _) => "",
            (
                EntityKind::Actor(ActorType::State),
                EntityKind::Actor(ActorType::Person | ActorType::GovernmentBody),
            ) => "GOV",
            (EntityKind::Actor(kind), _) => sort(kind),
            _ => "",
        };
        let sort = if sort.is_empty() || iso.is_none() && sort != "IGO" && !sort.is_empty() {
            if sort.is_empty() && iso.is_some() {
                sector(lemma)
            } else {
                sort
            }
        } else {
            sort
        };
        Party::of(&entity.name, iso.as_deref(), sort)
    }
}
