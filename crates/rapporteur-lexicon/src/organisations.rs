//! Organisations: unions of states, blocs, armed groups, parties, media, companies, and places that stand for governments.
//!
//! `lexicon/en/organisations/README.md` explains the files.

use rapporteur_model::ActorType;

use crate::WordMap;
use crate::rules::{LexiconProblem, Rule};

/// An organisation with a name of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Fullest common name, without article.
    pub name: String,
    /// What kind of actor it is.
    pub kind: ActorType,
    /// Abbreviations and other names.
    pub aliases: Vec<String>,
    /// The state or organisation it belongs to, by name: whom a `government-body` speaks for, where a medium,
    /// company or party is at home, where an armed group acts.
    pub of: Option<String>,
    /// Whether the name is of a place that stands for `of` when it acts, and else is a place.
    pub metonym: bool,
    /// Its members by name, where they are few or well known.
    pub members: Vec<String>,
}

impl Organisation {
    /// Whom it speaks for, if that is somebody else than itself.
    pub fn party(&self) -> Option<&str> {
        match self.kind {
            ActorType::GovernmentBody => self.of.as_deref(),
            _ => None,
        }
    }
}

/// Every organisation, found by any of its names.
#[derive(Debug, Clone, Default)]
pub struct Organisations {
    /// The organisations, in the order of the files.
    pub all: Vec<Organisation>,
    names: WordMap<usize>,
    longest: usize,
}

impl Organisations {
    /// Compiles rules of `organisations/` files. Of two with the same name the first keeps it.
    pub fn compile(rules: &[Rule]) -> (Self, Vec<LexiconProblem>) {
        let mut organisations = Self::default();
        let mut problems = Vec::new();
        for rule in rules {
            let Some(kind) = rule.get("type").and_then(ActorType::parse) else {
                problems.push(rule.problem(
                    "no type",
                    "give the slot `type` an actor type of the record",
                ));
                continue;
            };
            let lines: Vec<&str> = rule.all("each").collect();
            let members: Vec<String> = rule.items("members").map(str::to_owned).collect();
            if lines.is_empty() || (!members.is_empty() && lines.len() > 1) {
                problems.push(rule.problem(
                    "members need one organisation, and a block needs at least one",
                    "give the slot `each` for every organisation; give one with members its own block",
                ));
            }
            for line in lines {
                let (name, aliases) = line.split_once('=').unwrap_or((line, ""));
                let (name, of) = split_belonging(name.trim());
                organisations.add(Organisation {
                    name: name.to_owned(),
                    kind,
                    aliases: aliases
                        .split(',')
                        .map(|alias| alias.trim())
                        .map(|alias| alias.strip_prefix("the ").unwrap_or(alias).to_owned())
                        .filter(|alias| !alias.is_empty())
                        .collect(),
                    of: of.or_else(|| rule.get("of")).map(str::to_owned),
                    metonym: rule.get("metonym") == Some("yes"),
                    members: members.clone(),
                });
            }
        }
        (organisations, problems)
    }

    /// Adds one; its names yield to those that are there.
    pub fn add(&mut self, organisation: Organisation) {
        let index = self.all.len();
        for name in std::iter::once(&organisation.name).chain(&organisation.aliases) {
            self.longest = self.longest.max(name.split(' ').count());
            self.names.entry(name.clone()).or_insert(index);
            // Where the article belongs to the name ("The Independent"), the word alone is no name.
            if let Some(rest) = name.strip_prefix("The ") {
                self.names.entry(format!("the {rest}")).or_insert(index);
            }
        }
        self.all.push(organisation);
    }

    /// The organisation of that name, with or without article.
    pub fn find(&self, name: &str) -> Option<&Organisation> {
        self.names
            .get(name)
            .or_else(|| self.names.get(without_article(name)))
            .map(|&index| &self.all[index])
    }

    /// How many of the first `words`, joined by single spaces, make the longest name here, and whose it is.
    pub fn longest(&self, words: &[&str]) -> Option<(usize, &Organisation)> {
        (1..=words.len().min(self.longest)).rev().find_map(|count| {
            let index = *self.names.get(&words[..count].join(" "))?;
            Some((count, &self.all[index]))
        })
    }
}

/// "Kremlin (Russia)" as its name and whom it belongs to.
fn split_belonging(text: &str) -> (&str, Option<&str>) {
    match text
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" ("))
    {
        Some((name, of)) => (name, Some(of)),
        None => (text, None),
    }
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Gazetteer;

    fn known() -> Organisations {
        let (rules, problems) = crate::built_in("en/organisations/");
        assert_eq!(problems, []);
        let (organisations, problems) = Organisations::compile(&rules);
        assert_eq!(problems, []);
        organisations
    }

    #[test]
    fn names_and_abbreviations_find_the_same() {
        let known = known();
        for (name, full, kind) in [
            ("NATO", "NATO", ActorType::Alliance),
            ("EU", "European Union", ActorType::InternationalOrganisation),
            (
                "IAEA",
                "International Atomic Energy Agency",
                ActorType::InternationalOrganisation,
            ),
            (
                "Group of 77 and China",
                "G-77 and China",
                ActorType::Alliance,
            ),
            ("G-77/China", "G-77 and China", ActorType::Alliance),
            ("Ansar Allah", "Houthis", ActorType::ArmedGroup),
            ("the Taliban", "Taliban", ActorType::ArmedGroup),
            ("AFP", "Agence France-Presse", ActorType::Media),
            ("UAW", "United Auto Workers", ActorType::Union),
            (
                "AK Party",
                "Justice and Development Party",
                ActorType::PoliticalParty,
            ),
        ] {
            let found = known
                .find(name)
                .map(|found| (found.name.as_str(), found.kind));
            assert_eq!(found, Some((full, kind)), "{name}");
        }
        assert!(known.find("nato").is_none());
        assert!(known.find("the Independent").is_some() && known.find("Independent").is_none());
        assert!(known.all.len() >= 500, "{}", known.all.len());
        let media = known.all.iter().filter(|one| one.kind == ActorType::Media);
        assert!(media.count() >= 150);
    }

    #[test]
    fn bodies_and_seats_speak_for_somebody() {
        let known = known();
        let party = |name: &str| known.find(name).and_then(Organisation::party);
        assert_eq!(party("the Kremlin"), Some("Russia"));
        assert_eq!(party("European Commission"), Some("European Union"));
        assert_eq!(party("Reuters"), None);
        assert!(
            known
                .find("Downing Street")
                .is_some_and(|seat| seat.metonym)
        );
    }

    #[test]
    fn whoever_they_belong_to_is_known() {
        let known = known();
        let places = Gazetteer::embedded();
        for one in &known.all {
            for name in one.of.iter().chain(&one.members) {
                assert!(
                    places.country(name).is_some() || known.find(name).is_some(),
                    "{} belongs to «{name}», whom nothing knows",
                    one.name
                );
            }
        }
    }

    #[test]
    fn the_longest_name_wins() {
        let known = known();
        let words = ["European", "Court", "of", "Human", "Rights", "ruled"];
        let found = known
            .longest(&words)
            .map(|(count, one)| (count, one.name.as_str()));
        assert_eq!(found, Some((5, "European Court of Human Rights")));
    }
}
