//! What looks like a stance and is none.

pub(in crate::stances) mod announced;
pub(in crate::stances) mod courtesies;
pub(in crate::stances) mod expected;
pub(in crate::stances) mod facts;
pub(in crate::stances) mod guards;
pub(in crate::stances) mod guesses;
pub(in crate::stances) mod hearsay;
pub(in crate::stances) mod idle;
pub(in crate::stances) mod prefaces;
pub(in crate::stances) mod rumours;
pub(in crate::stances) mod sieve;
