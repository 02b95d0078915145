//! Questions, answers, and refusals to answer.

pub(in crate::stances) mod answers_alone;
pub(in crate::stances) mod asked;
pub(in crate::stances) mod curt;
pub(in crate::stances) mod evasions;
pub(in crate::stances) mod exchanges;
pub(in crate::stances) mod terse;
pub(in crate::stances) mod unsaid;
pub(in crate::stances) mod who_backs;
pub(in crate::stances) mod yes_and_no;
