//! Conditions: spoken ifs and thens.

use std::ops::Range;

use rapporteur_model::ConditionType;

use crate::entities::EntityId;
use crate::statements::Teller;

/// The conditions of a report, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Conditions(pub Vec<Condition>);

/// One if and then.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Who says so.
    pub speaker: EntityId,
    /// What kind.
    pub kind: ConditionType,
    /// If this.
    pub premise: Range<usize>,
    /// Then that.
    pub then: Range<usize>,
    /// Against whom.
    pub against: Option<EntityId>,
    /// By which chain the report knows it.
    pub told_by: Vec<Teller>,
    /// Words that weaken it.
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Range<usize>,
    /// Name of the rule that read it.
    pub rule: String,
}
