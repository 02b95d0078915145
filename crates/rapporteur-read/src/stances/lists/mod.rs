//! Several things under one stance, and several parties under one thing: lists, labels, headings, bulletins.

pub(in crate::stances) mod along_with;
pub(in crate::stances) mod bulletin;
pub(in crate::stances) mod by_number;
pub(in crate::stances) mod colon;
pub(in crate::stances) mod coordination;
pub(in crate::stances) mod enumerations;
pub(in crate::stances) mod floor;
pub(in crate::stances) mod headings;
pub(in crate::stances) mod items;
pub(in crate::stances) mod labelled;
pub(in crate::stances) mod led_lists;
pub(in crate::stances) mod list_cuts;
mod own_things;
pub(in crate::stances) mod respectively;
pub(in crate::stances) mod spoken_for;
pub(in crate::stances) mod with_opposing;
