//! The verbs of Rapporteur: a report in, its reading and its record out.
//!
//! One straight line of pure functions, each a module named for the layer it makes.

pub mod blocks;
pub mod conditions;
pub mod dates;
pub mod entities;
pub mod events;
mod factuality;
mod hedging;
mod learned;
pub mod numbers;
pub mod plover;
pub mod positions;
pub mod proposals;
pub mod provisions;
mod reading;
mod record;
mod show;
pub mod stances;
pub mod statements;
pub mod words;

pub use learned::{Choice, Ranker, learn as rank};
pub use reading::{ModelRef, Reading, STAGES, Stage, Tools, read, read_watched};
pub use record::{id_of, record};
pub use show::show;
