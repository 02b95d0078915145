//! What texts on the table provide, who stands behind them, and what is done to them.

pub(in crate::stances) mod amending;
pub(in crate::stances) mod compromises;
pub(in crate::stances) mod contents;
pub(in crate::stances) mod documents;
pub(in crate::stances) mod drafts;
pub(in crate::stances) mod fronted_texts;
pub(in crate::stances) mod has_done;
pub(in crate::stances) mod joint;
pub(in crate::stances) mod operative;
pub(in crate::stances) mod papers;
pub(in crate::stances) mod provenance;
pub(in crate::stances) mod rival_authors;
pub(in crate::stances) mod spelt_out;
pub(in crate::stances) mod struck;
pub(in crate::stances) mod tabled;
pub(in crate::stances) mod texts_verbs;
pub(in crate::stances) mod under_texts;
pub(in crate::stances) mod under_which;
