//! Countries, their names, capitals and people.

use crate::WordMap;
use crate::rules::{LexiconProblem, Rule};

static COUNTRIES: &str = include_str!("../../data/countries.tsv");
static REGIONS: &str = include_str!("../../data/regions.tsv");

/// A country, or what acts as one in the news.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Country {
    /// What the record calls it.
    pub name: String,
    /// Its official name.
    pub official: String,
    /// ISO 3166-1 alpha-3; ours, with an X, for what has none.
    pub iso3: String,
    /// ISO 3166-1 alpha-2; empty for what has none.
    pub iso2: String,
    /// "Europe".
    pub region: String,
    /// "Northern Europe".
    pub subregion: String,
    /// Whether it is a member of the United Nations.
    pub member: bool,
    /// Whether other states contest that it is a state.
    pub disputed: bool,
    /// Code of the state that it is a part of, with a government of its own; empty for what is none.
    pub part: String,
    /// Its capitals and seats of government.
    pub capitals: Vec<String>,
    /// Other names and spellings.
    pub aliases: Vec<String>,
    /// "Dutch".
    pub adjectives: Vec<String>,
    /// One person and several: ("Dane", "Danes").
    pub nouns: Vec<(String, String)>,
    /// The people as a whole: "Dutch" as in "the Dutch".
    pub people: Vec<String>,
}

/// What a demonym says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demonym<'a> {
    /// The country; of several ("Congolese"), the larger.
    pub country: &'a Country,
    /// "the Iranian minister".
    pub adjective: bool,
    /// "an Iranian".
    pub singular: bool,
    /// "Iranians".
    pub plural: bool,
    /// "the Dutch".
    pub people: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Forms {
    pub adjective: bool,
    pub singular: bool,
    pub plural: bool,
    pub people: bool,
}

impl Forms {
    pub fn union(self, other: Self) -> Self {
        Self {
            adjective: self.adjective || other.adjective,
            singular: self.singular || other.singular,
            plural: self.plural || other.plural,
            people: self.people || other.people,
        }
    }
}

impl Country {
    /// Its ISO 3166-1 alpha-3 code where it has one; what acts as a state without a code has none.
    pub fn iso(&self) -> Option<&str> {
        (!self.iso2.is_empty()).then_some(self.iso3.as_str())
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [self.name.as_str(), self.official.as_str()]
            .into_iter()
            .chain(self.aliases.iter().map(String::as_str))
            .filter(|name| !name.is_empty())
    }

    pub(super) fn demonyms(&self) -> Vec<(String, Forms)> {
        let none = Forms::default();
        let mut all = Vec::new();
        for word in &self.adjectives {
            all.push((
                word.clone(),
                Forms {
                    adjective: true,
                    ..none
                },
            ));
        }
        for (one, many) in &self.nouns {
            all.push((
                one.clone(),
                Forms {
                    singular: true,
                    ..none
                },
            ));
            all.push((
                many.clone(),
                Forms {
                    plural: true,
                    ..none
                },
            ));
        }
        for word in &self.people {
            all.push((
                word.clone(),
                Forms {
                    people: true,
                    ..none
                },
            ));
        }
        all
    }
}

/// Code of the country in a row of the table, which cities refer to.
pub(super) fn code_at(row: usize) -> Option<&'static str> {
    static CODES: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    CODES
        .get_or_init(|| {
            COUNTRIES
                .lines()
                .skip(1)
                .filter_map(|line| line.split('\t').next())
                .collect()
        })
        .get(row)
        .copied()
}

/// The countries that ship with the program; members of the United Nations first, so that they win shared names.
pub(super) fn embedded() -> Vec<Country> {
    let mut countries: Vec<Country> = COUNTRIES.lines().skip(1).filter_map(country).collect();
    countries.sort_by_key(|country| !country.member);
    countries
}

fn country(line: &str) -> Option<Country> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [
        iso3,
        iso2,
        name,
        official,
        region,
        subregion,
        member,
        capitals,
        spellings,
        demonyms,
    ] = cells[..]
    else {
        return None;
    };
    let list = |cell: &str| {
        cell.split(';')
            .filter(|item| !item.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let adjectives = list(demonyms);
    Some(Country {
        name: name.to_owned(),
        official: official.to_owned(),
        iso3: iso3.to_owned(),
        iso2: iso2.to_owned(),
        region: region.to_owned(),
        subregion: subregion.to_owned(),
        member: member == "y",
        disputed: false,
        part: String::new(),
        capitals: list(capitals),
        aliases: list(spellings),
        nouns: adjectives.iter().filter_map(|word| noun(word)).collect(),
        people: adjectives
            .iter()
            .filter(|word| noun(word).is_none())
            .cloned()
            .collect(),
        adjectives,
    })
}

/// Regions that ship with the program, with the code of their country.
pub(super) fn embedded_regions() -> WordMap<String> {
    REGIONS
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(name, code)| (name.to_owned(), code.to_owned()))
        .collect()
}

/// Singular and plural; words in -ese, -ish, -ch and -ss name only the people as a whole.
fn noun(word: &str) -> Option<(String, String)> {
    if let Some((one, many)) = word.split_once('/') {
        return Some((one.to_owned(), many.to_owned()));
    }
    let whole = ["ese", "ish", "ch", "ss", "ois", "ais", "be"]
        .iter()
        .any(|end| word.ends_with(end));
    (!whole).then(|| (word.to_owned(), format!("{word}s")))
}

/// Adds a block of `places/` to the countries; one with an unknown code is a new country.
pub(super) fn apply(countries: &mut Vec<Country>, rule: &Rule) -> Vec<LexiconProblem> {
    let place = countries
        .iter()
        .position(|country| country.iso3 == rule.name);
    let index = match place {
        Some(index) => index,
        None if rule.get("name").is_some() => {
            countries.push(Country {
                iso3: rule.name.clone(),
                ..Country::default()
            });
            countries.len() - 1
        }
        None => {
            return vec![rule.problem(
                format!("«{}» is no country code here", rule.name),
                "use ISO 3166-1 alpha-3, or give the slot `name` for a new country",
            )];
        }
    };
    let country = &mut countries[index];
    if let Some(name) = rule.get("name") {
        let old = std::mem::replace(&mut country.name, name.to_owned());
        country.aliases.push(old);
    }
    let words = |key: &str| rule.items(key).map(str::to_owned).collect::<Vec<_>>();
    // "Thai", which the list has among the names of Thailand, is its adjective.
    (country.aliases).retain(|alias| !rule.items("adjective").any(|adjective| adjective == alias));
    country.aliases.extend(words("aliases"));
    country.capitals.extend(words("capitals"));
    country.disputed |= rule.get("disputed") == Some("yes");
    if let Some(state) = rule.get("part") {
        country.part = state.to_owned();
    }
    if rule.get("adjective").is_some() {
        country.adjectives = words("adjective");
        country.nouns = rule.items("noun").filter_map(noun).collect();
        country.people = words("people");
    }
    rule.slots
        .iter()
        .filter(|slot| {
            ![
                "name",
                "aliases",
                "adjective",
                "noun",
                "people",
                "capitals",
                "disputed",
                "part",
            ]
            .contains(&slot.key.as_str())
        })
        .map(|slot| LexiconProblem {
            file: rule.file.clone(),
            line: slot.line,
            message: format!("the slot «{}» is not known", slot.key),
            hint: "use name, aliases, adjective, noun, people, capitals, disputed or part".into(),
        })
        .collect()
}
