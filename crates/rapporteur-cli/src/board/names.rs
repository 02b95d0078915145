//! What the ids of a record are called on the board.

use std::collections::{BTreeSet, HashMap};

use rapporteur::model::MONTHS;
use rapporteur::{
    Date, Paragraphs, Record,
    model::{Actor, ActorType, Evidence, Link, LinkKind, Report},
};

use super::{Line, Tone};

/// A record with its names at hand.
pub(super) struct Names<'a> {
    pub record: &'a Record,
    pub paragraphs: &'a Paragraphs,
    actors: HashMap<&'a str, &'a Actor>,
}

impl<'a> Names<'a> {
    pub fn new(record: &'a Record, paragraphs: &'a Paragraphs) -> Self {
        let actors = record.actors.iter().map(|actor| (actor.id.as_str(), actor));
        Self {
            record,
            paragraphs,
            actors: actors.collect(),
        }
    }

    pub fn get(&self, id: &str) -> Option<&'a Actor> {
        self.actors.get(id).copied()
    }

    /// The name of an actor; the id itself where the record does not hold it.
    pub fn actor<'b>(&'b self, id: &'b str) -> &'b str {
        self.get(id).map_or(id, |actor| actor.name.as_str())
    }

    pub fn list(&self, ids: &[String]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.actor(id)).collect();
        match names.as_slice() {
            [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
            _ => names.concat(),
        }
    }

    /// A speaker with the party it speaks for: «Vera Sorel (Velmar)».
    pub fn speaker(&self, line: &mut Line, speaker: &str, party: Option<&str>) {
        line.push(self.actor(speaker), Tone::Strong);
        let party = party.or_else(|| self.get(speaker)?.party.as_deref());
        if let Some(party) = party.filter(|party| *party != speaker) {
            line.push(&format!(" ({})", self.actor(party)), Tone::Plain);
        }
    }

    /// What an entry with this id is called: a proposal's name, a provision's words, an event's label.
    pub fn thing(&self, id: &str) -> String {
        let record = self.record;
        if let Some(found) = record.proposals.iter().find(|proposal| proposal.id == id) {
            return found.name.clone();
        }
        if let Some(found) = record
            .provisions
            .iter()
            .find(|provision| provision.id == id)
        {
            return found.text.clone();
        }
        if let Some(event) = record.events.iter().find(|event| event.id == id) {
            let who = self.list(&event.actors);
            return format!("{} ({who})", event.label);
        }
        self.actor(id).to_owned()
    }

    /// Whether somebody of that name is in the chain.
    pub fn tells(&self, links: &[Link], name: &str) -> bool {
        links.iter().any(|link| {
            link.name.as_deref() == Some(name)
                || (link.actor.as_deref()).is_some_and(|id| self.actor(id) == name)
        })
    }

    /// The chain of tellers, the nearest first: «told by Argent Press ← an unnamed official».
    pub fn chain(&self, links: &[Link]) -> Option<String> {
        let name = |link: &Link| {
            let name = (link.actor.as_deref().map(|id| self.actor(id)))
                .or(link.name.as_deref())
                .unwrap_or("somebody");
            let said = (link.actor.as_deref().and_then(|id| self.get(id)))
                .is_some_and(|actor| actor.kind == ActorType::Unnamed)
                || name.contains("unnamed");
            match link.unnamed {
                true if !said => format!("{name} (unnamed)"),
                _ => name.to_owned(),
            }
        };
        let names: Vec<String> = links.iter().map(name).collect();
        (!names.is_empty()).then(|| format!("‹told by {}›", names.join(" ← ")))
    }

    /// Adds what weakens an entry: its hedge in quotes and its chain.
    pub fn weaken(&self, line: &mut Line, hedge: Option<&str>, links: &[Link]) {
        if let Some(hedge) = hedge {
            line.push(&format!(" “{hedge}”"), Tone::Between);
        }
        if let Some(chain) = self.chain(links) {
            line.push(&format!(" {chain}"), Tone::Faint);
        }
    }

    pub fn paragraphs(&self, evidence: &[Evidence]) -> Vec<u32> {
        self.paragraphs.of_evidence(evidence)
    }

    /// Outlets and agencies that the report cites, by name.
    pub fn media(&self, report: &Report) -> Vec<String> {
        let record = self.record;
        let mut cited = BTreeSet::new();
        let chains = (record.events.iter().map(|entry| &entry.told_by))
            .chain(record.statements.iter().map(|entry| &entry.told_by))
            .chain(record.proposals.iter().map(|entry| &entry.told_by))
            .chain(record.positions.iter().map(|entry| &entry.told_by))
            .chain(record.conditions.iter().map(|entry| &entry.told_by));
        for link in chains.flatten() {
            let actor = link.actor.as_deref().and_then(|id| self.get(id));
            let media = matches!(link.kind, Some(LinkKind::Outlet | LinkKind::Agency))
                || actor.is_some_and(|actor| actor.kind == ActorType::Media);
            if media {
                cited.extend(actor.map(|actor| actor.name.clone()).or(link.name.clone()));
            }
        }
        let media = (record.actors.iter()).filter(|actor| actor.kind == ActorType::Media);
        cited.extend(media.map(|actor| actor.name.clone()));
        cited.retain(|name| Some(name) != report.outlet.as_ref());
        cited.into_iter().collect()
    }
}

/// A date as people write it where the year is not known (`XXXX-03-04` is «4 March»), else as it stands.
pub(super) fn day(date: &Date) -> String {
    let known = || {
        let rest = date.as_str().strip_prefix("XXXX-")?;
        let (month, day) = match rest.split_once('-') {
            Some((month, day)) => (month, Some(day.parse::<u8>().ok()?)),
            None => (rest, None),
        };
        let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
        Some(match day {
            Some(day) => format!("{day} {name}"),
            None => (*name).to_owned(),
        })
    };
    known().unwrap_or_else(|| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_without_a_year_is_written_without_one() {
        let day = |text: &str| day(&Date::new(text).unwrap());
        assert_eq!(day("XXXX-03-04"), "4 March");
        assert_eq!(day("XXXX-11"), "November");
        assert_eq!(day("2031-03-04"), "2031-03-04");
        assert_eq!(day("XXXX-03-04/XXXX-03-06"), "XXXX-03-04/XXXX-03-06");
    }
}
