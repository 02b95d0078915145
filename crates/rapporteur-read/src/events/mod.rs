//! Events: deeds that happened, happen or are to happen.

mod arguments;
mod calendar;
mod called_off;
mod circumstances;
pub(crate) mod classes;
pub(crate) mod deeds;
mod denials;
mod denied;
mod doers;
mod evidence;
mod figures;
mod find;
mod frame;
mod hanging;
mod nominal;
mod over;
mod promised;
mod sides;
pub(crate) mod status;
mod status_of_nouns;
#[cfg(test)]
mod tests;
mod threats;
mod times;
mod who;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{EventStatus, EventType, Parameter, Span};

use crate::blocks::Blocks;
use crate::conditions::Conditions;
use crate::dates::Dates;
use crate::entities::{Entities, EntityId};
use crate::statements::{Statements, Teller};
use crate::words::Words;

pub use self::doers::add_doers;

/// The deeds of a report, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Events(pub Vec<Event>);

/// One deed.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The verb or noun that names it.
    pub head: usize,
    /// Its lemma ("arrive", "meeting").
    pub label: String,
    /// PLOVER type.
    pub kind: Option<EventType>,
    /// PLOVER mode.
    pub mode: Option<&'static str>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// CAMEO code.
    pub cameo: Option<String>,
    /// Who does it together.
    pub actors: Vec<EntityId>,
    /// To or with whom.
    pub recipients: Vec<EntityId>,
    /// Who else is there, and as what.
    pub others: Vec<(EntityId, String)>,
    /// What it is done to, where that is no actor.
    pub target: Option<Span>,
    /// Where.
    pub place: Option<Span>,
    /// From where.
    pub from: Option<Span>,
    /// To where.
    pub to: Option<Span>,
    /// Index into the dates.
    pub date: Option<usize>,
    /// Whether it took place.
    pub status: EventStatus,
    /// How long, as written.
    pub duration: Option<Span>,
    /// How many or how much.
    pub quantities: Vec<Parameter>,
    /// What came of it.
    pub outcome: Option<Span>,
    /// By which chain the report knows it.
    pub told_by: Vec<Teller>,
    /// Words that weaken it.
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Span,
    /// Name of the rule that read it.
    pub rule: String,
}

/// Finds deeds: verbs and nouns of the classes of `lexicon/en/events`, with whoever and whatever the trees put beside
/// them. What is only supposed, asked or offered is none; what somebody warns of hangs on its condition.
pub fn events(
    words: &Words,
    blocks: &Blocks,
    entities: &Entities,
    dates: &Dates,
    statements: &Statements,
    conditions: &Conditions,
    lexicon: &Lexicon,
) -> Events {
    let reader = deeds::Reader {
        words,
        blocks,
        entities,
        dates,
        classes: classes::classes(),
        hedges: &lexicon.hedges,
    };
    Events(find::merge(reader.deeds(blocks, statements, conditions)))
}
