//! Words: tokens, sentences, tags, lemmas, trees and names, from small models trained here.

mod layers;

pub use layers::{Name, NameKind, Names, Rel, Sentences, Syntax, Tags, Tokens, Trees, Upos, Xpos};
