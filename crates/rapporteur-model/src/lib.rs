//! The nouns of Rapporteur: documents, spans, evidence, dates and every entry of the record.
//!
//! Nothing here reads, writes, asks the clock or knows a door.

mod span;

pub use span::Span;
