//! The learned model of stances: how likely a word is to head the words that tell one, and how the holder stands to it.
//!
//! A linear model over hashed features of the tree and the words around (multinomial logistic regression), learnt from
//! passages that were written and marked for it (`training/stances`). It finds what no frame of the lexicon names, and
//! its claims are read like those of the frames: by who is the subject, the speaker or the agent, and what is the thing.

mod claims;
mod features;
pub mod holding;
mod passages;
mod reports;
mod train;

use std::sync::OnceLock;

use rapporteur_model::Stance;

use crate::learned::Table;
use crate::stances::Claim;

pub(super) use claims::read;
pub(crate) use features::cue;
pub use features::{Sight, may_tell};
pub use passages::{Passage, silence};
pub use reports::{Actor, Mark, Report, fold};
pub use train::{Lesson, Lessons, Outcome, learn};

/// Columns of a row of weights: the thirteen stances, then the three roles.
pub(crate) const COLUMNS: usize = 16;
/// How many of the columns are stances.
pub(crate) const STANCES: usize = 13;

/// The name of the rule that claims of the model have.
pub(super) const RULE: &str = "learned";

/// How the holder stands to the words that tell the stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is their subject: "Merin rejects".
    Subject,
    /// It speaks them: "the plan is dead, Merin said".
    Speaker,
    /// It is named beside them, as agent or owner: "rejected by Merin", "Merin's refusal".
    Agent,
}

impl Role {
    /// Every role, in the order of the columns.
    pub const ALL: [Role; 3] = [Role::Subject, Role::Speaker, Role::Agent];

    /// The role of a letter: `s`, `q`, `p`.
    fn parse(letter: &str) -> Result<Self, String> {
        match letter {
            "s" => Ok(Role::Subject),
            "q" => Ok(Role::Speaker),
            "p" => Ok(Role::Agent),
            _ => Err(format!("«{letter}» is no role")),
        }
    }
}

/// What the model makes of a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Guess {
    /// The likeliest stance.
    pub stance: Stance,
    /// The likeliest role of the holder.
    pub role: Role,
    /// How likely the stance is, from 0 to 1.
    pub chance: f32,
}

/// The weights: a file of [`MAGIC`], the biases of the columns as little-endian numbers, and the table of features.
#[derive(Debug, Clone)]
pub struct Weights {
    biases: [f32; COLUMNS],
    table: Table<COLUMNS>,
}

const MAGIC: &[u8; 8] = b"stances1";
static EMBEDDED: &[u8] = include_bytes!("../../../models/stances.bin");

impl Weights {
    /// The weights that ship with the program.
    pub fn embedded() -> &'static Weights {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| {
            Weights::from_bytes(EMBEDDED).unwrap_or(Self {
                biases: [-99.0; COLUMNS],
                table: Table::empty(),
            })
        })
    }

    /// Reads a file of weights; `None` where it is none.
    pub fn from_bytes(data: &[u8]) -> Option<Self> {
        let (numbers, table) = Table::from_file(data, MAGIC, COLUMNS)?;
        let biases = numbers.try_into().ok()?;
        Some(Self { biases, table })
    }

    /// The file of the weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.table.to_file(MAGIC, self.biases.iter())
    }

    /// What the model makes of a word of those features.
    pub fn guess(&self, features: &[u32]) -> Guess {
        let mut sums = self.biases;
        self.add(features, &mut sums);
        Guess::of(&sums)
    }

    /// Adds what some features weigh for each column.
    fn add(&self, features: &[u32], sums: &mut [f32; COLUMNS]) {
        (sums.iter_mut().zip(self.table.sums(features))).for_each(|(sum, more)| *sum += more);
    }
}

impl Guess {
    /// What the sums of the columns say; "none" has 0.
    fn of(sums: &[f32; COLUMNS]) -> Self {
        let (stances, roles) = sums.split_at(STANCES);
        let (best, top) = largest(stances);
        let most = top.max(0.0);
        let whole: f32 = stances.iter().map(|sum| (sum - most).exp()).sum::<f32>() + (-most).exp();
        Self {
            stance: Stance::ALL[best],
            role: Role::ALL[largest(roles).0],
            chance: (top - most).exp() / whole,
        }
    }
}

/// For each word, whether the rules read a stance off it.
fn taken(words: usize, claims: &[Claim]) -> Vec<bool> {
    let mut taken = vec![false; words];
    for claim in claims.iter().filter(|claim| claim.rule != RULE) {
        for word in claim.evidence.clone().chain([claim.trigger]) {
            taken[word] = true;
        }
    }
    taken
}

fn largest(values: &[f32]) -> (usize, f32) {
    values
        .iter()
        .copied()
        .enumerate()
        .fold((0, f32::NEG_INFINITY), |best, (place, value)| {
            if value > best.1 { (place, value) } else { best }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_that_ship_are_read() {
        let weights = Weights::from_bytes(EMBEDDED).unwrap();
        assert_eq!(weights.to_bytes(), EMBEDDED);
        assert!(Weights::from_bytes(&EMBEDDED[1..]).is_none());
    }

    #[test]
    fn what_is_learned_is_found_again() {
        let lesson = |features: &[u32], tells| Lesson {
            features: features.to_vec(),
            tells,
            left: true,
        };
        let rejects = Some((Stance::Rejects, Role::Subject));
        let words = [
            lesson(&[1, 2], rejects),
            lesson(&[1, 3], rejects),
            lesson(&[4, 2], None),
            lesson(&[4, 3], None),
        ];
        let lessons = Lessons {
            words: std::iter::repeat_n(words, 20).flatten().collect(),
            hidden: 0.3,
            ..Lessons::default()
        };
        let (one, other) = (learn(&lessons, |_| ()), learn(&lessons, |_| ()));
        assert_eq!(one.to_bytes(), other.to_bytes());
        let guess = one.guess(&[1, 2, 77]);
        assert_eq!((guess.stance, guess.role), (Stance::Rejects, Role::Subject));
        assert!(guess.chance > 0.8 && one.guess(&[4, 3]).chance < 0.2);
    }
}
