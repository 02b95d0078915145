//! A record as rows of cells, one row an entry, so that a table can be held against it.

use std::collections::HashMap;

use rapporteur_model::{Date, Evidence, Link, Parameter, Record, Role};
use serde_json::Value;

use super::layers::{Column, Layer};

/// What an entry holds in a column: its items, each with the forms that name it, the shown form first. Empty: absent.
pub(crate) type Cell = Vec<Vec<String>>;

/// An entry: the cell of every column of its layer, and the words it rests on.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    cells: HashMap<&'static str, Cell>,
    pub evidence: String,
}

impl Entry {
    pub(super) fn cell(&self, column: &Column) -> &[Vec<String>] {
        self.cells.get(column.name).map_or(&[], Vec::as_slice)
    }

    fn with(mut self, column: &'static str, cell: Cell) -> Self {
        self.cells.insert(column, cell);
        self
    }

    fn word(self, column: &'static str, word: Option<&str>) -> Self {
        self.with(column, word.into_iter().map(one).collect())
    }

    fn date(self, column: &'static str, date: Option<&Date>) -> Self {
        self.word(column, date.map(Date::as_str))
    }
}

fn one(text: impl Into<String>) -> Vec<String> {
    vec![text.into()]
}

/// The entries of a layer. `times` are the lines of the stage `dates`.
pub(super) fn entries(layer: &Layer, record: &Record, times: &[Value]) -> Vec<Entry> {
    let names = Names::of(record);
    match layer.name {
        "positions" => names.positions(),
        "statements" => names.statements(),
        "events" => names.events(),
        "actors" => names.actors(),
        "proposals" => names.proposals(),
        "provisions" => names.provisions(),
        "conditions" => names.conditions(),
        "reports" => reports(record),
        _ => times.iter().map(time).collect(),
    }
}

/// Holder, stance and thing of every position.
pub(crate) fn positions(record: &Record) -> Vec<[Cell; 3]> {
    let cells = |mut entry: Entry| {
        ["holder", "stance", "on"].map(|name| entry.cells.remove(name).unwrap_or_default())
    };
    (Names::of(record).positions().into_iter())
        .map(cells)
        .collect()
}

/// A record whose ids can be looked up.
struct Names<'a> {
    record: &'a Record,
    /// By id: the forms that name an entry.
    forms: HashMap<&'a str, Vec<String>>,
    topics: HashMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    fn of(record: &'a Record) -> Self {
        let mut forms: HashMap<&str, Vec<String>> = HashMap::new();
        let mut topics = HashMap::new();
        for actor in &record.actors {
            let names = std::iter::once(&actor.name).chain(&actor.aliases);
            forms.insert(&actor.id, names.cloned().collect());
        }
        for proposal in &record.proposals {
            let names = std::iter::once(&proposal.name).chain(&proposal.aliases);
            forms.insert(&proposal.id, names.cloned().collect());
            topics.insert(proposal.id.as_str(), "settlement");
        }
        for provision in &record.provisions {
            let mut names = one(&provision.text);
            names.extend(
                provision
                    .evidence
                    .iter()
                    .map(|words| words.text().to_owned()),
            );
            forms.insert(&provision.id, names);
            if let Some(topic) = &provision.topic {
                topics.insert(&provision.id, topic);
            }
        }
        for event in &record.events {
            let mut names = one(&event.label);
            names.extend(event.evidence.iter().map(|words| words.text().to_owned()));
            forms.insert(&event.id, names);
            topics.insert(event.id.as_str(), "talks");
        }
        Self {
            record,
            forms,
            topics,
        }
    }

    fn all<'i>(&self, ids: impl IntoIterator<Item = &'i String>) -> Cell {
        ids.into_iter()
            .map(|id| {
                self.forms
                    .get(id.as_str())
                    .cloned()
                    .unwrap_or_else(|| one(id))
            })
            .collect()
    }

    fn chain(&self, links: &[Link]) -> Cell {
        let link = |link: &Link| match (&link.actor, &link.name) {
            (Some(id), _) => self.all([id]).pop(),
            (None, name) => name.as_ref().map(one),
        };
        links.iter().filter_map(link).collect()
    }

    fn told(&self, evidence: &[Evidence], told_by: &[Link], hedge: Option<&String>) -> Entry {
        let hedges = hedge.into_iter().flat_map(|hedge| hedge.split("; "));
        Entry {
            evidence: words_of(evidence),
            ..Entry::default()
        }
        .with("told by", self.chain(told_by))
        .with("hedge", hedges.map(one).collect())
    }

    fn positions(&self) -> Vec<Entry> {
        let entry = |position: &rapporteur_model::Position| {
            self.told(
                &position.evidence,
                &position.told_by,
                position.hedge.as_ref(),
            )
            .with("holder", self.all([&position.holder]))
            .with("party", self.all([&position.party]))
            .word("stance", Some(position.stance.as_str()))
            .with("on", self.all([&position.on]))
            .word(
                "topic",
                self.topics
                    .get(position.on.as_str())
                    .copied()
                    .or(position.topic.as_deref()),
            )
            .word("condition", position.condition.as_deref())
            .word("reason", position.reason.as_deref())
            .word("basis", Some(position.basis.as_str()))
            .with("via", self.all(&position.via))
            .date("as of", position.as_of.as_ref())
            .date("said", position.said.as_ref())
        };
        self.record.positions.iter().map(entry).collect()
    }

    fn statements(&self) -> Vec<Entry> {
        let entry = |statement: &rapporteur_model::Statement| {
            self.told(
                &statement.evidence,
                &statement.told_by,
                statement.hedge.as_ref(),
            )
            .with("speaker", self.all([&statement.speaker]))
            .word("act", Some(statement.act.as_str()))
            .word("words", Some(&statement.words))
            .with("for", self.all(&statement.party))
            .word("manner", Some(statement.manner.as_str()))
            .word("channel", statement.channel.as_deref())
            .word("to", statement.to.as_deref())
            .date("when", statement.date.as_ref())
        };
        self.record.statements.iter().map(entry).collect()
    }

    fn events(&self) -> Vec<Entry> {
        let entry = |event: &rapporteur_model::Event| {
            self.told(&event.evidence, &event.told_by, event.hedge.as_ref())
                .with("who", self.all(&event.actors))
                .word("does", Some(&event.label))
                .with("whom", self.all(&event.recipients))
                .with(
                    "with",
                    self.all(event.others.iter().map(|other| &other.actor)),
                )
                .date("when", event.date.as_ref())
                .word("status", Some(event.status.as_str()))
                .word("where", event.place.as_deref())
                .word("from", event.from.as_deref())
                .word("to", event.to.as_deref())
                .word("target", event.target.as_deref())
                .word("type", event.kind.map(|kind| kind.as_str()))
                .word("mode", event.mode.as_deref())
                .word("duration", event.duration.as_deref())
                .with("quantities", event.quantities.iter().map(amount).collect())
                .word("outcome", event.outcome.as_deref())
        };
        self.record.events.iter().map(entry).collect()
    }

    fn actors(&self) -> Vec<Entry> {
        let entry = |actor: &rapporteur_model::Actor| {
            let relations = actor.relations.iter().map(|relation| {
                let to = self.all([&relation.to]).pop().unwrap_or_default();
                to.iter()
                    .map(|name| format!("{} {name}", relation.kind))
                    .collect()
            });
            self.told(&actor.evidence, &[], None)
                .with("actor", self.all([&actor.id]))
                .word("kind", Some(actor.kind.as_str()))
                .with("party", self.all(&actor.party))
                .with("role", actor.roles.iter().map(role).collect())
                .with("alias", actor.aliases.iter().map(one).collect())
                .word("iso", actor.iso.as_deref())
                .with("relation", relations.collect())
                .with("members", self.all(&actor.members))
        };
        self.record.actors.iter().map(entry).collect()
    }

    fn proposals(&self) -> Vec<Entry> {
        let entry = |proposal: &rapporteur_model::Proposal| {
            let points = proposal.points.map(|points| points.to_string());
            self.told(
                &proposal.evidence,
                &proposal.told_by,
                proposal.hedge.as_ref(),
            )
            .with("proposal", self.all([&proposal.id]))
            .word("kind", Some(proposal.kind.as_str()))
            .word("status", proposal.status.map(|status| status.as_str()))
            .with("by", self.all(&proposal.authors))
            .word("points", points.as_deref())
            .with("answers", self.all(&proposal.responds_to))
            .with("version of", self.all(&proposal.version_of))
            .date("when", proposal.date.as_ref())
        };
        self.record.proposals.iter().map(entry).collect()
    }

    fn provisions(&self) -> Vec<Entry> {
        let entry = |provision: &rapporteur_model::Provision| {
            self.told(&provision.evidence, &[], None)
                .with("provision", self.all([&provision.id]))
                .word("topic", provision.topic.as_deref())
                .with("of", self.all(&provision.proposal))
                .with("binds", self.all(&provision.subject))
                .with("places", provision.places.iter().map(one).collect())
                .with("amounts", provision.parameters.iter().map(amount).collect())
        };
        self.record.provisions.iter().map(entry).collect()
    }

    fn conditions(&self) -> Vec<Entry> {
        let entry = |condition: &rapporteur_model::Condition| {
            self.told(
                &condition.evidence,
                &condition.told_by,
                condition.hedge.as_ref(),
            )
            .word("if", Some(&condition.premise))
            .word("then", Some(&condition.then))
            .word("type", Some(condition.kind.as_str()))
            .with("by", self.all([&condition.speaker]))
            .with("against", self.all(&condition.against))
        };
        self.record.conditions.iter().map(entry).collect()
    }
}

fn reports(record: &Record) -> Vec<Entry> {
    let entry = |report: &rapporteur_model::Report| {
        let dateline = report.dateline.as_ref();
        Entry::default()
            .word("title", report.title.as_deref())
            .word("outlet", report.outlet.as_deref())
            .word("agency", report.agency.as_deref())
            .word("byline", report.byline.as_deref())
            .word("dateline", dateline.and_then(|line| line.place.as_deref()))
            .date("published", report.published.as_ref())
    };
    record.reports.iter().map(entry).collect()
}

fn time(line: &Value) -> Entry {
    let text = |key: &str| line.pointer(key).and_then(Value::as_str);
    Entry {
        evidence: text("/text").unwrap_or_default().to_owned(),
        ..Entry::default()
    }
    .word("time", text("/text"))
    .word("date", text("/edtf"))
    .word("value", text("/timex3/value"))
}

fn role(role: &Role) -> Vec<String> {
    let mut forms = Vec::new();
    if let Some(of) = &role.of {
        forms.push(format!("{} of {of}", role.title));
    }
    forms.push(role.title.clone());
    forms
}

fn amount(amount: &Parameter) -> Vec<String> {
    let unit = amount.unit.as_deref().unwrap_or_default();
    one(format!("{} {} {unit}", amount.bound, amount.value).trim())
}

fn words_of(evidence: &[Evidence]) -> String {
    let words: Vec<&str> = evidence.iter().map(Evidence::text).collect();
    words.join(" … ")
}
