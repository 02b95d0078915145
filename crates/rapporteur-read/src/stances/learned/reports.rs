//! Marked reports: whole reports in which every position that they tell is marked.
//!
//! In front stand `# outlet: NAME`, `# date: YYYY-MM-DD` and a line `@ name | type | aliases` for each actor
//! (`@ name | person | party`), then a line `=`, then the report, in which the fewest words that tell a position stand as
//! `[[stance:role:party|words]]`: stances that are equally good with a slash between, parties that share it with `&`, roles
//! as in [`Passage`].

use std::collections::HashMap;
use std::ops::Range;

use rapporteur_model::Stance;

use super::{Passage, Role};
use crate::learned::unmark;

/// A report without its marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Who put it out.
    pub outlet: Option<String>,
    /// When, as written.
    pub date: Option<String>,
    /// The report.
    pub text: String,
    /// Whom it names.
    pub actors: Vec<Actor>,
    /// The positions that it tells, in their order.
    pub marks: Vec<Mark>,
}

/// Somebody named in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Fullest form of the name.
    pub name: String,
    /// What it is, as written.
    pub kind: String,
    /// For a person: the party it speaks for, where the report tells it.
    pub party: Option<String>,
    /// Other forms of the name.
    pub aliases: Vec<String>,
}

/// A position.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The words that tell it (bytes).
    pub words: Range<usize>,
    /// The stances that it may be, the best first.
    pub stances: Vec<Stance>,
    /// How the holder stands to the words.
    pub role: Role,
    /// Whose it is.
    pub parties: Vec<String>,
}

impl Report {
    /// Reads a file; the error says what is wrong with it.
    pub fn parse(file: &str) -> Result<Self, String> {
        let (head, body) = file
            .split_once("\n=\n")
            .ok_or("there is no line «=» between the head and the report")?;
        let (mut outlet, mut date, mut actors) = (None, None, Vec::new());
        for line in head.lines().filter(|line| !line.trim().is_empty()) {
            if let Some(name) = line.strip_prefix("# outlet:") {
                outlet = Some(name.trim().to_owned());
            } else if let Some(day) = line.strip_prefix("# date:") {
                date = Some(day.trim().to_owned());
            } else if let Some(actor) = line.strip_prefix("@ ") {
                actors.push(Actor::parse(actor)?);
            } else {
                return Err(format!("«{line}» is no line of a head"));
            }
        }
        let mut marks = Vec::new();
        let text = unmark(body, |told, words| {
            let mut parts = told.splitn(3, ':');
            let (Some(stances), Some(role), Some(parties)) =
                (parts.next(), parts.next(), parts.next())
            else {
                return Err(format!("«{told}» is not stance:role:party"));
            };
            let stances = stances.split('/').map(stance).collect::<Result<_, _>>()?;
            let parties = parties.split('&').map(|name| name.trim().to_owned());
            marks.push(Mark {
                words,
                stances,
                role: Role::parse(role)?,
                parties: parties.collect(),
            });
            Ok(())
        })?;
        Ok(Self {
            outlet,
            date,
            text,
            actors,
            marks,
        })
    }

    /// The fullest form of each name that the head tells, both as they are compared (see [`fold`]).
    pub fn full_names(&self) -> HashMap<String, String> {
        let mut full: HashMap<String, String> = HashMap::new();
        for actor in &self.actors {
            for alias in &actor.aliases {
                full.entry(fold(alias)).or_insert_with(|| fold(&actor.name));
            }
        }
        for actor in &self.actors {
            full.insert(fold(&actor.name), fold(&actor.name));
        }
        full
    }

    /// What the model of stances learns from.
    pub fn passage(&self) -> Passage {
        Passage {
            text: self.text.clone(),
            marks: (self.marks.iter())
                .map(|mark| (mark.words.clone(), mark.stances[0], mark.role))
                .collect(),
        }
    }
}

impl Actor {
    fn parse(line: &str) -> Result<Self, String> {
        let mut parts = line.split('|').map(str::trim);
        let (Some(name), Some(kind)) = (parts.next(), parts.next()) else {
            return Err(format!("«{line}» is not name | type"));
        };
        let party = match kind {
            "person" => parts.next().filter(|party| !matches!(*party, "-" | "")),
            _ => None,
        };
        let aliases = parts.next().into_iter().flat_map(|all| all.split(';'));
        Ok(Self {
            name: name.to_owned(),
            kind: kind.to_owned(),
            party: party.map(str::to_owned),
            aliases: aliases
                .map(str::trim)
                .filter(|alias| !alias.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }
}

/// A name as names are compared: without case, article and possessive.
pub fn fold(name: &str) -> String {
    let name = name.to_lowercase().replace('’', "'");
    let name = name.strip_prefix("the ").unwrap_or(&name);
    name.strip_suffix("'s").unwrap_or(name).to_owned()
}

fn stance(name: &str) -> Result<Stance, String> {
    match name {
        "declines" => Ok(Stance::DeclinesToSay),
        _ => Stance::parse(name).ok_or_else(|| format!("«{name}» is no stance")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "# outlet: Coast Wire\n# date: 2031-05-02\n@ Merin | state | Port Merin; Merinese\n\
        @ Ana Holt | person | Merin\n=\nMerin [[rejects/opposes:s:Merin|turned down]] a cap, Ana Holt said.";

    #[test]
    fn reads_a_marked_report() {
        let report = Report::parse(REPORT).unwrap();
        assert_eq!(report.text, "Merin turned down a cap, Ana Holt said.");
        assert_eq!(report.actors[0].aliases, ["Port Merin", "Merinese"]);
        assert_eq!(report.actors[1].party.as_deref(), Some("Merin"));
        let mark = &report.marks[0];
        assert_eq!(mark.stances, [Stance::Rejects, Stance::Opposes]);
        assert_eq!((mark.words.clone(), mark.role), (6..17, Role::Subject));
        assert_eq!(
            report.passage().marks,
            [(6..17, Stance::Rejects, Role::Subject)]
        );
    }

    #[test]
    fn says_what_is_wrong() {
        for (from, to) in [
            ("\n=\n", "\n"),
            ("rejects/", "hates/"),
            (":s:", ":z:"),
            (":s:Merin", ""),
            ("@ Merin | state", "Merin | state"),
        ] {
            assert!(Report::parse(&REPORT.replace(from, to)).is_err(), "{from}");
        }
    }
}
