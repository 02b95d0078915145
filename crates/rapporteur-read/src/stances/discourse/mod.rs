//! Stances told by going back to what was told before: ellipsis, things told again, offers taken, demands given up.

pub(in crate::stances) mod answers;
pub(in crate::stances) mod asides;
pub(in crate::stances) mod at_hand;
pub(in crate::stances) mod bare;
pub(in crate::stances) mod countered;
pub(in crate::stances) mod ellipsis;
pub(in crate::stances) mod gapped;
pub(in crate::stances) mod gaps;
pub(in crate::stances) mod given_up;
pub(in crate::stances) mod granted;
pub(in crate::stances) mod likewise;
pub(in crate::stances) mod preconditions;
pub(in crate::stances) mod raised;
pub(in crate::stances) mod reasons;
pub(in crate::stances) mod recalled;
pub(in crate::stances) mod renamed;
pub(in crate::stances) mod retold;
pub(in crate::stances) mod retreats;
pub(in crate::stances) mod returned;
pub(in crate::stances) mod sent;
pub(in crate::stances) mod set_off;
pub(in crate::stances) mod shared;
pub(in crate::stances) mod sided;
pub(in crate::stances) mod taken;
pub(in crate::stances) mod takes;
pub(in crate::stances) mod verdict_words;
