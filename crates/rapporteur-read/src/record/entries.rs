//! Deeds, statements, texts on the table, provisions, positions and conditions as entries.

use std::collections::BTreeMap;

use rapporteur_model::{
    Condition, Event, Evidence, Id, Other, Position, Proposal, Provision, Statement,
};

use super::{Clerk, on_one_line};
use crate::numbers::only_value;
use crate::positions::On;
use crate::reading::Reading;

/// The id of each proposal of the record: those that its stage puts in it, and all that a position is toward.
pub(super) fn proposal_ids(reading: &Reading) -> Vec<Option<Id>> {
    let mut count = 0;
    let id_of = |(index, proposal): (usize, &crate::proposals::Proposal)| {
        let meant = |on: On| on == On::Proposal(index);
        let needed = proposal.in_record || reading.positions.0.iter().any(|p| meant(p.on));
        needed.then(|| {
            count += 1;
            format!("proposal-{count}")
        })
    };
    let all = reading.proposals.all.iter().enumerate();
    all.map(id_of).collect()
}

/// The id of each provision of the record.
pub(super) fn provision_ids(reading: &Reading) -> Vec<Option<Id>> {
    let mut count = 0;
    let id_of = |provision: &crate::provisions::Provision| {
        provision.in_record.then(|| {
            count += 1;
            format!("provision-{count}")
        })
    };
    reading.provisions.0.iter().map(id_of).collect()
}

/// Gives entries their ids in order.
fn numbered<T>(entries: Vec<T>, kind: &str, set: impl Fn(&mut T, Id)) -> Vec<T> {
    let mut entries = entries;
    for (index, entry) in entries.iter_mut().enumerate() {
        set(entry, format!("{kind}-{}", index + 1));
    }
    entries
}

impl Clerk<'_> {
    pub(super) fn events(&self) -> Vec<Event> {
        let entry = |event: &crate::events::Event| Event {
            id: Id::new(),
            kind: event.kind,
            mode: event.mode.map(str::to_owned),
            contexts: event.contexts.clone(),
            cameo: event.cameo.clone(),
            label: event.label.clone(),
            actors: self.each_actor(&event.actors),
            recipients: self.each_actor(&event.recipients),
            others: event
                .others
                .iter()
                .filter_map(|(id, role)| {
                    Some(Other {
                        actor: self.actor(*id)?,
                        role: role.clone(),
                    })
                })
                .collect(),
            target: event.target.map(|span| self.written(span)),
            place: event.place.map(|span| self.written(span)),
            from: event.from.map(|span| self.written(span)),
            to: event.to.map(|span| self.written(span)),
            date: self.date(event.date),
            status: event.status,
            duration: event.duration.map(|span| self.written(span)),
            quantities: event.quantities.clone(),
            outcome: event.outcome.map(|span| self.written(span)),
            told_by: self.links(&event.told_by),
            hedge: event.hedge.clone(),
            evidence: self.evidence(event.evidence, &event.rule),
        };
        let entries = self.reading.events.0.iter().map(entry).collect();
        numbered(entries, "event", |event: &mut Event, id| event.id = id)
    }

    pub(super) fn statements(&self) -> Vec<Statement> {
        let entry = |statement: &crate::statements::Statement| {
            let speaker = statement.speaker?;
            Some(Statement {
                id: Id::new(),
                speaker: self.actor(speaker)?,
                party: self.party(speaker),
                act: statement.act,
                manner: statement.manner,
                words: self.written(statement.words),
                about: statement.about.map(|span| self.written(span)),
                to: statement.to.map(|span| self.written(span)),
                channel: statement.channel.map(|span| self.written(span)),
                date: self.date(statement.date),
                told_by: self.links(&statement.told_by),
                hedge: statement.hedge.clone(),
                evidence: self.evidence(statement.evidence, statement.rule),
            })
        };
        let all = self.reading.statements.all.iter();
        let entries = all.filter(|s| s.in_record).filter_map(entry).collect();
        numbered(entries, "statement", |s: &mut Statement, id| s.id = id)
    }

    pub(super) fn proposals(&self) -> Vec<Proposal> {
        let entry = |(index, proposal): (usize, &crate::proposals::Proposal)| {
            let name = self.written_words(&proposal.name);
            let owner = proposal
                .owner
                .and_then(|owner| self.reading.entities.all.get(owner));
            let mark = if self.text().contains("’s ") {
                "’s"
            } else {
                "'s"
            };
            Some(Proposal {
                id: self.proposal(Some(index))?,
                name: match owner {
                    Some(owner) => format!("{}{mark} {name}", owner.name),
                    None => name,
                },
                kind: proposal.kind,
                authors: self.each_actor(&proposal.authors),
                status: proposal.status,
                points: proposal.points,
                responds_to: self.proposal(proposal.responds_to),
                version_of: self.proposal(proposal.version_of),
                date: self.date(proposal.date),
                aliases: (proposal.aliases.iter())
                    .map(|words| self.written_words(words))
                    .collect(),
                told_by: self.links(&proposal.told_by),
                hedge: None,
                evidence: self.evidence(proposal.evidence, "proposal/noun"),
            })
        };
        let all = self.reading.proposals.all.iter().enumerate();
        all.filter_map(entry).collect()
    }

    pub(super) fn provisions(&self) -> Vec<Provision> {
        let entry = |provision: &crate::provisions::Provision| Provision {
            id: Id::new(),
            topic: provision.topic.clone(),
            codes: provision
                .pa_x
                .iter()
                .map(|code| ("pa-x".to_owned(), code.clone()))
                .collect::<BTreeMap<_, _>>(),
            proposal: self.proposal(provision.proposal),
            text: self.written_words(&provision.words),
            subject: provision.subject.and_then(|id| self.actor(id)),
            places: provision
                .places
                .iter()
                .map(|place| on_one_line(place))
                .collect(),
            parameters: provision.parameters.clone(),
            evidence: self.evidence_of_words(&provision.words, "provision/object"),
        };
        let all = self.reading.provisions.0.iter();
        let entries = all.filter(|p| p.in_record).map(entry).collect();
        numbered(entries, "provision", |p: &mut Provision, id| p.id = id)
    }

    /// The id of what a position is toward; the words, and their topic, where that is no entry.
    fn on(&self, on: On) -> Option<(Id, Option<String>)> {
        match on {
            On::Provision(index) => {
                let provision = self.reading.provisions.0.get(index)?;
                Some(match self.provision.get(index).cloned().flatten() {
                    Some(id) => (id, None),
                    None => (
                        self.written_words(&provision.words),
                        provision.topic.clone(),
                    ),
                })
            }
            On::Proposal(index) => Some((self.proposal(Some(index))?, None)),
        }
    }

    /// The value that a position asks for or offers, where its provision holds just one.
    fn value(&self, position: &crate::positions::Position) -> Option<String> {
        use rapporteur_model::Stance::{Demands, Offers, Proposes};
        let On::Provision(provision) = position.on else {
            return None;
        };
        matches!(position.stance, Demands | Offers | Proposes)
            .then(|| {
                only_value(
                    &self.words,
                    self.reading.provisions.0[provision].words.clone(),
                )
            })
            .flatten()
            .map(|words| self.written_words(&words))
    }

    pub(super) fn positions(&self) -> Vec<Position> {
        let entry = |position: &crate::positions::Position| {
            let said = self
                .reading
                .statements
                .around(position.evidence.start)
                .find_map(|index| self.reading.statements.all.get(index)?.date);
            let (on, topic) = self.on(position.on)?;
            Some(Position {
                id: Id::new(),
                holder: self.actor(position.holder)?,
                party: self.actor(position.party)?,
                on,
                topic,
                stance: position.stance,
                condition: position.condition.as_ref().map(|w| self.written_words(w)),
                reason: position.reason.as_ref().map(|w| self.written_words(w)),
                value: self.value(position),
                side: position.side,
                changed_from: None,
                as_of: self.date(position.as_of),
                said: self.date(said),
                reported: self.published.clone(),
                basis: position.basis,
                via: self.proposal(position.via),
                told_by: self.links(&position.told_by),
                hedge: position.hedge.clone(),
                evidence: self.tellings(position),
            })
        };
        let all = self.reading.positions.0.iter();
        let entries = all.filter_map(entry).collect();
        numbered(entries, "position", |p: &mut Position, id| p.id = id)
    }

    /// The words of a position: its fullest telling first, then those that tell it again.
    fn tellings(&self, position: &crate::positions::Position) -> Vec<Evidence> {
        let mut found = self.evidence_of_words(&position.evidence, &position.rule);
        if !found.is_empty() {
            let again = position.again.iter();
            found.extend(again.flat_map(|(words, rule)| self.evidence_of_words(words, rule)));
        }
        found
    }

    pub(super) fn conditions(&self) -> Vec<Condition> {
        let entry = |condition: &crate::conditions::Condition| {
            Some(Condition {
                id: Id::new(),
                speaker: self.actor(condition.speaker)?,
                kind: condition.kind,
                premise: self.written_words(&condition.premise),
                then: self.written_words(&condition.then),
                against: condition.against.and_then(|id| self.actor(id)),
                told_by: self.links(&condition.told_by),
                hedge: condition.hedge.clone(),
                evidence: self.evidence_of_words(&condition.evidence, &condition.rule),
            })
        };
        let all = self.reading.conditions.0.iter();
        let entries = all.filter_map(entry).collect();
        numbered(entries, "condition", |c: &mut Condition, id| c.id = id)
    }
}
