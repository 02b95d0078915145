//! How firmly a stance is put: negation, modals, conditions, time, and what is only hoped for.

pub(in crate::stances) mod deeds;
pub(in crate::stances) mod force;
pub(in crate::stances) mod harm;
pub(in crate::stances) mod hoped;
pub(in crate::stances) mod narrated;
pub(in crate::stances) mod pasts;
pub(in crate::stances) mod premises;
pub(in crate::stances) mod settle;
pub(in crate::stances) mod surface;
pub(in crate::stances) mod told;
pub(in crate::stances) mod unreal;
pub(in crate::stances) mod wanted;
