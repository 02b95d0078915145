//! Deeds: what happened, happens or is to happen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Date, Evidence, Id, Link, Parameter};

crate::words! {
    /// Type of a deed, from the PLOVER event ontology.
    EventType {
        /// Agreeing, signing.
        Agree = "AGREE",
        /// Meeting, visiting, calling.
        Consult = "CONSULT",
        /// Standing by somebody.
        Support = "SUPPORT",
        /// Yielding, releasing, easing.
        Concede = "CONCEDE",
        /// Working together.
        Cooperate = "COOPERATE",
        /// Giving aid.
        Aid = "AID",
        /// Withdrawing, ceding, ending a blockade.
        Retreat = "RETREAT",
        /// Asking, demanding.
        Request = "REQUEST",
        /// Accusing, criticising, investigating.
        Accuse = "ACCUSE",
        /// Saying no.
        Reject = "REJECT",
        /// Threatening, warning.
        Threaten = "THREATEN",
        /// Protesting.
        Protest = "PROTEST",
        /// Reducing relations, sanctions, expulsions.
        Sanction = "SANCTION",
        /// Moving forces.
        Mobilize = "MOBILIZE",
        /// Arresting, seizing, repressing.
        Coerce = "COERCE",
        /// Using force.
        Assault = "ASSAULT",
    }
}

crate::words! {
    /// Whether a deed took place.
    EventStatus {
        /// It took place.
        Happened = "happened",
        /// It is taking place.
        Ongoing = "ongoing",
        /// It is set to take place.
        Planned = "planned",
        /// It may take place.
        Possible = "possible",
        /// It hangs on a condition.
        Conditional = "conditional",
        /// Said not to be so, by a source or by the outlet.
        Denied = "denied",
        /// It was planned and did not take place.
        Cancelled = "cancelled",
    }
}

/// A deed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Id.
    pub id: Id,
    /// PLOVER type; absent where none fits.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<EventType>,
    /// PLOVER mode ("visit").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// PLOVER contexts ("military", "economic").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<String>,
    /// CAMEO code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cameo: Option<String>,
    /// Head word of the deed, as a lemma.
    pub label: String,
    /// Who does it, together.
    pub actors: Vec<Id>,
    /// To or with whom it is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Id>,
    /// Who else is there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Other>,
    /// What it is done to, where that is no actor ("the plan").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// From where, for movements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// To where, for movements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Whether it took place.
    pub status: EventStatus,
    /// How long, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// How many or how much.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quantities: Vec<Quantity>,
    /// What came of it, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// By which chain the report knows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told_by: Vec<Link>,
    /// The words that weaken it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Vec<Evidence>,
}

/// Somebody else who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Other {
    /// Who.
    pub actor: Id,
    /// As what ("interpreter", "accompanied by", "mediator").
    #[serde(rename = "as")]
    pub role: String,
}

/// A number that belongs to a deed.
pub type Quantity = Parameter;
