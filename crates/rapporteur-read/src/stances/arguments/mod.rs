//! Whose a stance is, toward what, and the words it rests on.

pub(in crate::stances) mod addressed;
pub(in crate::stances) mod askers;
pub(in crate::stances) mod behind;
pub(in crate::stances) mod both;
pub(in crate::stances) mod carried;
pub(in crate::stances) mod carriers;
pub(in crate::stances) mod chunks;
pub(in crate::stances) mod evidence;
pub(in crate::stances) mod for_whom;
pub(in crate::stances) mod holders;
pub(in crate::stances) mod matter;
pub(in crate::stances) mod objects;
pub(in crate::stances) mod outer;
pub(in crate::stances) mod things;
