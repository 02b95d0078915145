//! The front door: reports in, records out.
//!
//! ```no_run
//! use rapporteur::{Document, Reader};
//!
//! let reader = Reader::new();
//! let record = reader.read(&Document::from_text("Orveth rejected the draft."));
//! for position in &record.positions {
//!     println!("{} {}", position.party, position.stance);
//! }
//! ```
//!
//! A [`Reader`] is built once and serves any number of threads. Reading never fails: what could not be read well is in
//! [`Record::problems`]. Doors speak to the rooms through this crate alone.

mod cases;
mod check;
mod examples;
mod many;
mod paragraphs;
mod reader;

pub use cases::{CasesRun, run_cases};
pub use check::{Checked, check};
pub use examples::{ExamplesRun, run_examples};
pub use many::read_all;
pub use paragraphs::Paragraphs;
pub use rapporteur_intake as intake;
pub use rapporteur_lexicon as lexicon;
pub use rapporteur_lexicon::LexiconProblem;
pub use rapporteur_model as model;
pub use rapporteur_model::{Date, Document, Record};
pub use rapporteur_read::entities::learned as learned_names;
pub use rapporteur_read::entities::linked as learned_links;
pub use rapporteur_read::stances::learned as learned_stances;
pub use rapporteur_read::stances::learned::holding as learned_holders;
pub use rapporteur_read::{Choice, Ranker, rank};
pub use rapporteur_read::{STAGES, Stage, Tools};
pub use rapporteur_syntax as syntax;
pub use reader::{Reader, ReaderError};

/// The JSON Schema of the record, as the types give it.
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Record).to_value();
    if let Some(map) = schema.as_object_mut() {
        map.insert("title".into(), "Record".into());
    }
    schema
}
