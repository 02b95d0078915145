//! Positions: what each party holds about each provision, proposal or the talks.

use std::ops::Range;

use rapporteur_model::{Basis, Side, Stance};

use crate::entities::EntityId;
use crate::statements::Teller;

/// The positions of a report, in the order of their words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Positions(pub Vec<Position>);

/// One position of one holder.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// The grammatical holder.
    pub holder: EntityId,
    /// Its party.
    pub party: EntityId,
    /// Toward what.
    pub on: On,
    /// How it stands.
    pub stance: Stance,
    /// On what it hangs, as words.
    pub condition: Option<Range<usize>>,
    /// Why.
    pub reason: Option<Range<usize>>,
    /// Which way a red line runs.
    pub side: Option<Side>,
    /// Index into the dates: when it held.
    pub as_of: Option<usize>,
    /// On whose word it rests.
    pub basis: Basis,
    /// The proposal through which a stance toward a list reaches its item.
    pub via: Option<usize>,
    /// By which chain the report knows it.
    pub told_by: Vec<Teller>,
    /// Words that weaken it.
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Range<usize>,
    /// Name of the rule that read it.
    pub rule: String,
}

/// What a position is toward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A provision, by index.
    Provision(usize),
    /// A proposal, by index.
    Proposal(usize),
}
