//! What the learned models of the reading share: hashed features, a table of their weights, passages with marks.
//!
//! Models are linear over hashed features: small, fast, the same on every machine, and each decision can be traced to
//! the features that made it.

mod hash;
mod marks;
mod path;
mod ranker;
mod table;

pub(crate) use hash::{Bag, hash, kind, mixed};
pub(crate) use marks::{unmark, unmark_line};
pub(crate) use path::{main_subjects, path};
pub use ranker::{Choice, Ranker, learn};
pub(crate) use table::{Builder, Table};
