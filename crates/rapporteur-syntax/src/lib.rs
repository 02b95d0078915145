//! Words: tokens, sentences, tags, lemmas, trees and names, from small models trained here.
//!
//! [`Model::read`] makes all layers of a text, [`Model::tag`] those of given words; [`train`] makes models.

mod abbreviations;
mod blocks;
mod boundaries;
mod bytes;
mod choice;
pub mod conllu;
mod decode;
mod encoder;
mod features;
mod fnv;
mod gazetteer;
mod integers;
mod kernels;
mod layers;
mod lemmas;
mod mend;
mod model;
mod names;
mod scores;
mod second;
mod shape;
mod tokens;
pub mod train;
mod vector;
mod weights;

pub use boundaries::Boundaries;
pub use gazetteer::{Gazetteer, List};
pub use layers::{Name, NameKind, Names, Rel, Sentences, Syntax, Tags, Tokens, Trees, Upos, Xpos};
pub use lemmas::Lemmas;
pub use model::{LONGEST, Model, ModelError};
pub use shape::{Layout, Shape};
pub use weights::Tables;
