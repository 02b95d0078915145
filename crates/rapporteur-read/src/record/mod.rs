//! The record of a report: the layers of its reading as entries of the public format.

mod actors;
mod entries;
mod report;

use std::ops::Range;

use rapporteur_model::{CodePoints, Date, Evidence, Id, Link, Record, Span};

use crate::entities::EntityId;
use crate::reading::Reading;
use crate::statements::Teller;
use crate::words::Words;

pub use self::report::id_of;

/// What a report says, each entry with the words it rests on. The same reading always gives the same record.
pub fn record(reading: &Reading) -> Record {
    let clerk = Clerk::new(reading);
    Record {
        reports: vec![clerk.report()],
        actors: clerk.actors(),
        events: clerk.events(),
        statements: clerk.statements(),
        proposals: clerk.proposals(),
        provisions: clerk.provisions(),
        positions: clerk.positions(),
        conditions: clerk.conditions(),
        problems: reading.document.problems.clone(),
        ..Record::default()
    }
}

/// What every entry is written with.
struct Clerk<'a> {
    reading: &'a Reading,
    words: Words<'a>,
    points: CodePoints,
    report: Id,
    /// Id of each entity that is an actor of the record.
    actor: Vec<Option<Id>>,
    /// Id of each proposal of the record.
    proposal: Vec<Option<Id>>,
    /// Id of each provision of the record.
    provision: Vec<Option<Id>>,
    /// When it was published, else the date of the dateline.
    published: Option<Date>,
}

impl<'a> Clerk<'a> {
    fn new(reading: &'a Reading) -> Self {
        Self {
            reading,
            words: reading.words(),
            points: CodePoints::new(&reading.document.text),
            report: id_of(&reading.document.text),
            actor: actors::ids(reading),
            proposal: entries::proposal_ids(reading),
            provision: entries::provision_ids(reading),
            published: report::published(reading),
        }
    }

    fn text(&self) -> &'a str {
        &self.reading.document.text
    }

    /// Words as written, on one line.
    fn written(&self, span: Span) -> String {
        on_one_line(span.of(self.text()))
    }

    fn written_words(&self, words: &Range<usize>) -> String {
        self.written(self.words.span(words.clone()))
    }

    /// The words of an entry. Evidence stands on one line: what crosses a line break is cut there.
    fn evidence(&self, span: Span, rule: &str) -> Vec<Evidence> {
        let words = span.of(self.text());
        let start = span.start as usize + words.len() - words.trim_start().len();
        let line = words.trim().lines().next().unwrap_or("").trim_end();
        let span = Span::new(start, start + line.len());
        Evidence::new(&self.report, self.text(), &self.points, span, rule)
            .into_iter()
            .collect()
    }

    fn evidence_of_words(&self, words: &Range<usize>, rule: &str) -> Vec<Evidence> {
        self.evidence(self.words.span(words.clone()), rule)
    }

    fn date(&self, index: Option<usize>) -> Option<Date> {
        self.reading.dates.0.get(index?)?.edtf.clone()
    }

    /// The id of an entity that is an actor of the record.
    fn actor(&self, entity: EntityId) -> Option<Id> {
        self.actor.get(entity).cloned().flatten()
    }

    /// The ids of entities that are actors of the record, each once.
    fn each_actor(&self, entities: &[EntityId]) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        for id in entities.iter().filter_map(|&entity| self.actor(entity)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The party of an entity.
    fn party(&self, entity: EntityId) -> Option<Id> {
        self.actor(self.reading.entities.all.get(entity)?.party?)
    }

    fn proposal(&self, index: Option<usize>) -> Option<Id> {
        self.proposal.get(index?).cloned().flatten()
    }

    fn links(&self, tellers: &[Teller]) -> Vec<Link> {
        let link = |teller: &Teller| {
            let actor = teller.entity.and_then(|entity| self.actor(entity));
            let known = teller
                .entity
                .and_then(|entity| self.reading.entities.all.get(entity))
                .map(|entity| entity.name.clone());
            let name = known.or_else(|| teller.name.map(|span| self.written(span)));
            let name = name.filter(|name| actor.is_none() && !name.is_empty());
            (actor.is_some() || name.is_some()).then_some(Link {
                actor,
                name,
                unnamed: teller.unnamed,
                kind: teller.kind,
            })
        };
        tellers.iter().filter_map(link).collect()
    }
}

/// Words without the line breaks of the page.
fn on_one_line(words: &str) -> String {
    let lines: Vec<&str> = words.lines().map(str::trim).collect();
    lines.join(" ").trim().to_owned()
}
