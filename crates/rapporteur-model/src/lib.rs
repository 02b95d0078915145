//! The nouns of Rapporteur: documents, spans, evidence, dates and every entry of the record.
//!
//! Nothing here reads, writes, asks the clock or knows a door.
//! The words are those of the codebook (`docs/record.md`); the same word stands in code, JSON, tables and pages.

mod actor;
mod calendar;
mod date;
mod document;
mod event;
mod evidence;
mod position;
mod problem;
mod proposal;
mod record;
mod span;
mod statement;

pub use actor::{Actor, ActorType, Relation, Role};
pub use calendar::{MONTHS, WEEKDAYS, month_of, weekday_of};
pub use date::{Date, DateError};
pub use document::{Block, BlockKind, Document};
pub use event::{Event, EventStatus, EventType, Other, Quantity};
pub use evidence::{CodePoints, Evidence, Link, LinkKind};
pub use position::{Basis, Condition, ConditionType, Position, Side, Stance};
pub use problem::{Problem, Severity};
pub use proposal::{Bound, Parameter, Proposal, ProposalStatus, ProposalType, Provision};
pub use record::{Dateline, FORMAT, Record, Report};
pub use span::Span;
pub use statement::{Act, Manner, Statement};

/// The id of an entry: a string that is the same for the same input.
pub type Id = String;

/// Declares an enum whose variants are words of the codebook, written in lower case with hyphens.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),* }

        impl $name {
            /// Every word, in the codebook's order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word of the codebook.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),* }
            }

            /// Reads a word of the codebook; `None` for any other.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some($name::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
use words;
