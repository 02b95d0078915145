//! The verbs of Rapporteur: a report in, its reading and its record out.
//!
//! One straight line of pure functions, each a module named for the layer it makes.

pub mod bind;
pub mod blocks;
pub mod conditions;
pub mod dates;
pub mod entities;
pub mod events;
pub mod numbers;
pub mod plover;
pub mod positions;
pub mod proposals;
pub mod provisions;
pub mod stances;
pub mod statements;
pub mod words;
