//! Provisions: the things that could be agreed, each with its topic and its numbers.

use std::ops::Range;

use rapporteur_model::Parameter;

use crate::entities::EntityId;

/// The provisions of a report, in the order of their words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Provisions(pub Vec<Provision>);

/// One thing that could be agreed.
#[derive(Debug, Clone, PartialEq)]
pub struct Provision {
    /// Its words.
    pub words: Range<usize>,
    /// The word that heads them.
    pub head: usize,
    /// Key of the topics lexicon.
    pub topic: Option<String>,
    /// PA-X code of the topic.
    pub pa_x: Option<String>,
    /// Index of the proposal it belongs to.
    pub proposal: Option<usize>,
    /// The party it would bind.
    pub subject: Option<EntityId>,
    /// Places it is about, as written.
    pub places: Vec<String>,
    /// Its numbers.
    pub parameters: Vec<Parameter>,
}
