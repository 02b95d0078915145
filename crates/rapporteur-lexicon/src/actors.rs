//! Actors that a user knows: own files and PETRARCH dictionaries.
//!
//! ```text
//! Mina Fenn                          # name
//!   type     person                  # an actor type of the record; left out: whatever the report shows
//!   aliases  Ms Fenn, the Ravaland envoy
//!   party    Ravaland 2024-01/2025-06
//!   party    Merin 2025-07/
//!   title    special envoy
//! ```
//! A party may have a term after it: two dates parted by a slash, either of which may be left out.

use rapporteur_model::ActorType;

use crate::WordMap;
use crate::gazetteer::fold_name;
use crate::rules::{LexiconProblem, Rule};

/// An actor of a user's file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KnownActor {
    /// Its name.
    pub name: String,
    /// What kind of actor it is, where the file says so.
    pub kind: Option<ActorType>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Titles.
    pub titles: Vec<String>,
    /// For whom it acted, and when.
    pub terms: Vec<Term>,
}

/// For whom an actor acts, for a time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Term {
    /// Name of the party.
    pub party: Option<String>,
    /// Code of an event-data dictionary ("KESGOV").
    pub code: Option<String>,
    /// First year, month or day; empty where open.
    pub from: String,
    /// Last year, month or day; empty where open.
    pub to: String,
}

impl Term {
    /// Whether it covers a date given as `2024`, `2024-05` or `2024-05-01`, to the precision that both have.
    pub fn covers(&self, date: &str) -> bool {
        let cut = |one: &str| date.len().min(one.len());
        let begun =
            self.from.is_empty() || date.get(..cut(&self.from)) >= self.from.get(..cut(&self.from));
        let lasts = self.to.is_empty() || date.get(..cut(&self.to)) <= self.to.get(..cut(&self.to));
        begun && lasts
    }
}

impl KnownActor {
    /// The first term that covers the date; without a date, the only one, or the first that is still open.
    pub fn term(&self, date: Option<&str>) -> Option<&Term> {
        match (date, &self.terms[..]) {
            (Some(date), terms) => terms.iter().find(|term| term.covers(date)),
            (None, [only]) => Some(only),
            (None, terms) => terms.iter().find(|term| term.to.is_empty()),
        }
    }
}

/// Every actor of a user's files, found by any name.
#[derive(Debug, Clone, Default)]
pub struct Actors {
    /// The actors, in the order of the files.
    pub all: Vec<KnownActor>,
    names: WordMap<usize>,
    longest: usize,
}

impl Actors {
    /// Adds actors; of two with the same name the first keeps it.
    pub fn extend(&mut self, actors: impl IntoIterator<Item = KnownActor>) {
        for actor in actors {
            let index = self.all.len();
            for name in std::iter::once(&actor.name).chain(&actor.aliases) {
                let key = fold_name(name.strip_prefix("the ").unwrap_or(name));
                self.longest = self.longest.max(key.split(' ').count());
                self.names.entry(key).or_insert(index);
            }
            self.all.push(actor);
        }
    }

    /// The actor of that name. Marks and case do not count, but a name in lower case is none.
    pub fn find(&self, name: &str) -> Option<&KnownActor> {
        let name = name
            .strip_prefix("the ")
            .or_else(|| name.strip_prefix("The "))
            .unwrap_or(name);
        if self.all.is_empty() || !name.chars().any(char::is_uppercase) {
            return None;
        }
        self.names
            .get(&fold_name(name))
            .map(|&index| &self.all[index])
    }

    /// How many of the first `words`, joined by single spaces, make the longest name here, and whose it is.
    pub fn longest(&self, words: &[&str]) -> Option<(usize, &KnownActor)> {
        (1..=words.len().min(self.longest))
            .rev()
            .find_map(|count| Some((count, self.find(&words[..count].join(" "))?)))
    }
}

/// Reads blocks of an `actors/` file.
pub fn compile_actors(rules: &[Rule]) -> (Vec<KnownActor>, Vec<LexiconProblem>) {
    let mut actors = Vec::new();
    let mut problems = Vec::new();
    for rule in rules {
        let kind = match rule.get("type").map(|name| (name, ActorType::parse(name))) {
            Some((name, None)) => {
                problems.push(rule.problem(
                    format!("«{name}» is no type of actor"),
                    "use person, state, government-body, international-organisation, alliance, armed-group, political-party, company, union, movement or media",
                ));
                None
            }
            found => found.and_then(|(_, kind)| kind),
        };
        for slot in &rule.slots {
            if !["type", "aliases", "party", "title", "code"].contains(&slot.key.as_str()) {
                problems.push(LexiconProblem {
                    file: rule.file.clone(),
                    line: slot.line,
                    message: format!("the slot «{}» is not known", slot.key),
                    hint: "use type, aliases, party, title or code".into(),
                });
            }
        }
        actors.push(KnownActor {
            name: rule.name.clone(),
            kind,
            aliases: rule.items("aliases").map(str::to_owned).collect(),
            titles: rule.items("title").map(str::to_owned).collect(),
            terms: rule
                .all("party")
                .map(|value| party(value, |term, name| term.party = Some(name)))
                .chain(
                    rule.all("code")
                        .map(|value| party(value, |term, name| term.code = Some(name))),
                )
                .collect(),
        });
    }
    (actors, problems)
}

/// "Ravaland 2024-01/2025-06" as a term.
fn party(value: &str, set: impl Fn(&mut Term, String)) -> Term {
    let mut term = Term::default();
    let name = match value.rsplit_once(' ') {
        Some((name, dates)) if is_interval(dates) => {
            let (from, to) = dates.split_once('/').unwrap_or((dates, ""));
            term.from = from.trim_matches('.').to_owned();
            term.to = to.trim_matches('.').to_owned();
            name
        }
        _ => value,
    };
    set(&mut term, name.trim().to_owned());
    term
}

fn is_interval(text: &str) -> bool {
    text.contains('/')
        && text
            .chars()
            .all(|char| char.is_ascii_digit() || matches!(char, '-' | '/' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::parse;

    #[test]
    fn parties_change_with_time() {
        let (rules, _) = parse(
            "actors/mine.txt",
            "Mina Fenn\n  type  person\n  aliases  Ms Fenn\n  party  Ravaland 2024-01/2025-06\n  party  Merin 2025-07/\n",
        );
        let (actors, problems) = compile_actors(&rules);
        assert_eq!(problems, []);
        let mut known = Actors::default();
        known.extend(actors);
        let party = |date| known.find("Ms Fenn")?.term(date)?.party.as_deref();
        assert_eq!(party(Some("2024-05-01")), Some("Ravaland"));
        assert_eq!(party(Some("2025-08")), Some("Merin"));
        assert_eq!(party(None), Some("Merin"));
        assert_eq!(party(Some("2020")), None);
        assert!(known.find("dana fenn").is_none());
        assert_eq!(
            known
                .longest(&["Mina", "Fenn", "said"])
                .map(|(count, _)| count),
            Some(2)
        );
    }

    #[test]
    fn problems_name_their_line() {
        let (rules, _) = parse(
            "actors/mine.txt",
            "Mina Fenn\n  type  wizard\n  colour  blue\n",
        );
        let lines: Vec<usize> = compile_actors(&rules)
            .1
            .iter()
            .map(|problem| problem.line)
            .collect();
        assert_eq!(lines, [1, 3]);
    }
}
