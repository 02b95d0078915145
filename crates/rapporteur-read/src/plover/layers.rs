//! Acts of words that the record holds as positions, statements and conditions, where the coder of sentences saw none: items of
//! lists, verdicts without a verb of their own, what is said in another sentence than the one that tells who said it.

use rapporteur_model::{Act as SpeechAct, ConditionType, EventStatus, EventType, Span, Stance};

use super::Act;
use super::parties::{Parties, Party};
use crate::entities::EntityId;
use crate::events::classes::contexts_of;
use crate::positions::{On, Position};
use crate::reading::Reading;

/// The acts of positions, conditions and statements, in the order of their words.
pub(super) fn acts(reading: &Reading, parties: &Parties) -> Vec<Act> {
    let clerk = Clerk { reading, parties };
    let positions = reading.positions.0.iter().filter_map(|p| clerk.position(p));
    let conditions = reading.conditions.0.iter().map(|condition| {
        let (kind, cameo) = match condition.kind {
            ConditionType::Warning => (EventType::Threaten, "130"),
            ConditionType::Precondition => (EventType::Request, "100"),
            ConditionType::Promise | ConditionType::Offer => (EventType::Agree, "030"),
        };
        Act {
            recipients: condition
                .against
                .map(|id| clerk.party(id))
                .into_iter()
                .collect(),
            target: Some(clerk.span(condition.then.clone())),
            status: EventStatus::Conditional,
            ..clerk.act(
                kind,
                cameo,
                condition.speaker,
                clerk.span(condition.evidence.clone()),
                "condition",
            )
        }
    });
    let statements = reading.statements.all.iter().filter_map(|statement| {
        let (kind, cameo) = match statement.act {
            SpeechAct::Accused => (EventType::Accuse, "112"),
            SpeechAct::Asked => (EventType::Request, "100"),
            SpeechAct::Promised => (EventType::Agree, "030"),
            SpeechAct::Warned => (EventType::Threaten, "130"),
            SpeechAct::Welcomed => (EventType::Support, "051"),
            _ => return None,
        };
        let speaker = statement.speaker.filter(|_| statement.in_record)?;
        Some(Act {
            target: Some(statement.words),
            date: statement.date,
            ..clerk.act(kind, cameo, speaker, statement.evidence, "statement")
        })
    });
    let mut all: Vec<Act> = positions.chain(conditions).chain(statements).collect();
    all.sort_by_key(|act| (act.span.start, act.span.end));
    // A stance toward three things is one refusal, and what several hold together is one act of theirs.
    all.dedup_by(|later, earlier| {
        let same = later.kind == earlier.kind && later.span == earlier.span;
        if same && later.rule == earlier.rule {
            for actor in std::mem::take(&mut later.actors) {
                if !earlier.actors.contains(&actor) {
                    earlier.actors.push(actor);
                }
            }
        }
        same
    });
    all
}

struct Clerk<'a, 'w> {
    reading: &'a Reading,
    parties: &'a Parties<'a, 'w>,
}

impl Clerk<'_, '_> {
    fn position(&self, position: &Position) -> Option<Act> {
        let (kind, cameo) = match position.stance {
            Stance::Demands | Stance::Proposes => (EventType::Request, "100"),
            Stance::Offers | Stance::Accepts | Stance::AcceptsIf | Stance::Open => {
                (EventType::Agree, "030")
            }
            Stance::Supports => (EventType::Support, "051"),
            Stance::Concerned => (EventType::Accuse, "111"),
            Stance::Opposes | Stance::Rejects | Stance::RedLine => (EventType::Reject, "120"),
            Stance::Withdraws => (EventType::Concede, "080"),
            Stance::DeclinesToSay => return None,
        };
        let reading = self.reading;
        let (proposal, target) = match position.on {
            On::Proposal(index) => (Some(index), reading.proposals.all.get(index)?.name.clone()),
            On::Provision(index) => {
                // Without a topic it may be anything ("defended its title").
                let provision = reading.provisions.0.get(index)?;
                provision.topic.as_ref()?;
                (provision.proposal, provision.words.clone())
            }
        };
        let authors = proposal
            .and_then(|index| reading.proposals.all.get(index))
            .map(|proposal| proposal.authors.as_slice())
            .unwrap_or_default();
        let own = |id: EntityId| reading.entities.party(id).unwrap_or(id) == position.party;
        let mut act = self.act(
            kind,
            cameo,
            position.holder,
            self.span(position.evidence.clone()),
            "position",
        );
        act.recipients = authors
            .iter()
            .filter(|&&id| !own(id))
            .map(|&id| self.party(id))
            .collect();
        act.target = Some(self.span(target));
        act.date = position.as_of;
        if position.stance == Stance::AcceptsIf || position.condition.is_some() {
            act.status = EventStatus::Conditional;
        }
        Some(act)
    }

    fn act(&self, kind: EventType, cameo: &str, actor: EntityId, span: Span, layer: &str) -> Act {
        Act {
            kind,
            mode: None,
            contexts: contexts_of(cameo),
            cameo: Some(cameo.to_owned()),
            actors: vec![self.party(actor)],
            recipients: Vec::new(),
            target: None,
            date: None,
            status: EventStatus::Happened,
            span,
            rule: format!("plover/{layer}"),
        }
    }

    fn party(&self, id: EntityId) -> Party {
        self.parties.of_entity(id, "")
    }

    fn span(&self, words: std::ops::Range<usize>) -> Span {
        self.parties.reader.words.span(words)
    }
}
