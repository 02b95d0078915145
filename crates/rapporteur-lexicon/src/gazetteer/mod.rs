//! Places and their people: countries, cities, regions, leaders.
//!
//! The tables under `data/` are compiled by `cargo xtask gazetteer`; `lexicon/en/places/*.txt` says what they do not.

mod cities;
mod countries;
mod fold;
mod leaders;
#[cfg(test)]
mod tests;

pub use cities::{Cities, City};
pub use countries::{Country, Demonym};
pub use fold::fold_name;
pub use leaders::{Leader, leaders_named};

use crate::WordMap;
use crate::rules::{LexiconProblem, Rule};
use countries::Forms;

/// What is known of places. The default knows nothing.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// Every country, UN members first; an index into this is a country's place.
    pub countries: Vec<Country>,
    names: WordMap<usize>,
    capitals: WordMap<usize>,
    demonyms: WordMap<(usize, Forms)>,
    codes: WordMap<usize>,
    regions: WordMap<String>,
    cities: Cities,
    longest: usize,
}

/// What a name in the gazetteer is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place<'a> {
    /// A country, by name or alias.
    Country(&'a Country),
    /// The capital of a country.
    Capital(&'a Country),
    /// A region of a country.
    Region(&'a Country),
    /// A city.
    City(City<'a>),
}

impl<'a> Place<'a> {
    /// The country it is or lies in.
    pub fn country(&self) -> &'a Country {
        match self {
            Self::Country(country) | Self::Capital(country) | Self::Region(country) => country,
            Self::City(city) => city.country,
        }
    }
}

impl Gazetteer {
    /// The gazetteer that ships with the program, with what `rules` (of `places/`) add to it.
    pub fn compile(rules: &[Rule]) -> (Self, Vec<LexiconProblem>) {
        let mut gazetteer = Self {
            countries: countries::embedded(),
            regions: countries::embedded_regions(),
            cities: Cities::embedded(),
            ..Self::default()
        };
        let mut problems = Vec::new();
        for rule in rules {
            if rule.file.contains("regions") {
                for name in rule.items("regions") {
                    gazetteer.regions.insert(name.to_owned(), rule.name.clone());
                }
            } else {
                problems.extend(countries::apply(&mut gazetteer.countries, rule));
            }
        }
        gazetteer.index();
        (gazetteer, problems)
    }

    /// The gazetteer that ships with the program.
    pub fn embedded() -> Self {
        let (rules, _) = crate::built_in("en/places/");
        Self::compile(&rules).0
    }

    fn index(&mut self) {
        for (index, country) in self.countries.iter().enumerate() {
            self.codes.entry(country.iso3.clone()).or_insert(index);
            self.codes.entry(country.iso2.clone()).or_insert(index);
            for name in country.names() {
                let name = name.strip_prefix("the ").unwrap_or(name);
                self.longest = self.longest.max(name.split(' ').count());
                self.names.entry(name.to_owned()).or_insert(index);
            }
            for capital in &country.capitals {
                self.capitals.entry(capital.clone()).or_insert(index);
            }
            for (word, forms) in country.demonyms() {
                let entry = self
                    .demonyms
                    .entry(word)
                    .or_insert((index, Forms::default()));
                if entry.0 == index {
                    entry.1 = entry.1.union(forms);
                }
            }
        }
    }

    /// A country by any of its names, without article. Names in capitals are found too.
    pub fn country(&self, name: &str) -> Option<&Country> {
        let name = without_article(name);
        self.names
            .get(name)
            .or_else(|| self.names.get(&from_capitals(name)?))
            .map(|&index| &self.countries[index])
    }

    /// A country by ISO 3166-1 code, alpha-2 or alpha-3.
    pub fn by_code(&self, code: &str) -> Option<&Country> {
        self.codes.get(code).map(|&index| &self.countries[index])
    }

    /// The country whose capital, or seat of government, this is.
    pub fn capital_of(&self, name: &str) -> Option<&Country> {
        self.capitals
            .get(name)
            .or_else(|| self.capitals.get(&from_capitals(name)?))
            .map(|&index| &self.countries[index])
    }

    /// What a word such as "Iranian", "Iranians", "Dutch" or "Briton" says.
    pub fn demonym(&self, word: &str) -> Option<Demonym<'_>> {
        let capitalised;
        let found = match self.demonyms.get(word) {
            Some(found) => found,
            None => {
                capitalised = from_capitals(word)?;
                self.demonyms.get(&capitalised)?
            }
        };
        Some(Demonym {
            country: &self.countries[found.0],
            adjective: found.1.adjective,
            singular: found.1.singular,
            plural: found.1.plural,
            people: found.1.people,
        })
    }

    /// A city of 15,000 people or more; of several, the largest.
    pub fn city(&self, name: &str) -> Option<City<'_>> {
        self.cities
            .find(name)
            .or_else(|| self.cities.find(&from_capitals(name)?))
            .and_then(|packed| {
                let country = self.by_code(countries::code_at(packed.country)?)?;
                Some(packed.city(country))
            })
    }

    /// The country of a region ("Crimea", "Punjab").
    pub fn region(&self, name: &str) -> Option<&Country> {
        let code = self
            .regions
            .get(without_article(name))
            .or_else(|| self.regions.get(&from_capitals(name)?))?;
        self.by_code(code)
    }

    /// What a name is: a country before a capital before a region before a city.
    pub fn place(&self, name: &str) -> Option<Place<'_>> {
        if let Some(country) = self.country(name) {
            return Some(Place::Country(country));
        }
        if let Some(country) = self.capital_of(name) {
            return Some(Place::Capital(country));
        }
        if let Some(country) = self.region(name) {
            return Some(Place::Region(country));
        }
        self.city(name).map(Place::City)
    }

    /// Leaders of that name, full or surname; with a date ("2024-05-01", or less of it) only those in office then.
    pub fn leader(&self, name: &str, date: Option<&str>) -> Vec<Leader> {
        leaders_named(name, date)
    }

    /// How many of the first `words`, joined by single spaces, make the longest name of a place here, and its place.
    pub fn longest_place(&self, words: &[&str]) -> Option<(usize, Place<'_>)> {
        let most = words.len().min(self.longest.max(4));
        (1..=most).rev().find_map(|count| {
            let name = words[..count].join(" ");
            Some((count, self.place(&name)?))
        })
    }
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name)
}

/// "NEW ZEALAND" as "New Zealand"; nothing where the name is not all capitals, or short enough to be a code.
fn from_capitals(name: &str) -> Option<String> {
    let letters = || name.chars().filter(|char| char.is_alphabetic());
    if name.chars().any(char::is_lowercase) || letters().nth(3).is_none() {
        return None;
    }
    let mut out = String::with_capacity(name.len());
    let mut start = true;
    for char in name.chars() {
        if start {
            out.push(char);
        } else {
            out.extend(char.to_lowercase());
        }
        start = !char.is_alphabetic();
    }
    Some(out)
}
