//! A ranker: how likely each of some candidates is the right one.
//!
//! Log-linear over hashed features, "nobody" among the candidates (as in mention ranking, Denis and Baldridge 2008). Learnt
//! by the likelihood that one of the right candidates is taken, so that several may be (Durrett and Klein 2013), by
//! stochastic gradients with AdaGrad.

use rapporteur_syntax::train::Random;

use super::{Builder, Table};

/// Weights.
#[derive(Debug, Clone)]
pub struct Ranker {
    table: Table<1>,
}

const MAGIC: &[u8; 8] = b"ranker-1";

impl Ranker {
    /// Weights of which nothing is known: all candidates are alike.
    pub fn empty() -> Self {
        Self {
            table: Table::empty(),
        }
    }

    /// Reads a file of weights: [`MAGIC`] and the table of features. `None` where it is none.
    pub fn from_bytes(data: &[u8]) -> Option<Self> {
        let (_, table) = Table::from_file(data, MAGIC, 0)?;
        Some(Self { table })
    }

    /// The file of the weights.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.table.to_file(MAGIC, [].iter())
    }

    /// How likely each of the candidates is, by its features.
    pub fn chances(&self, candidates: &[Vec<u32>]) -> Vec<f32> {
        let scores: Vec<f32> = (candidates.iter())
            .map(|features| self.table.sums(features)[0])
            .collect();
        chances(&scores)
    }

    /// The place of the likeliest of the candidates and how likely it is.
    pub fn best(&self, candidates: &[Vec<u32>]) -> (usize, f32) {
        let chances = self.chances(candidates);
        (chances.into_iter().enumerate()).fold((0, 0.0), |best, (place, chance)| {
            if chance > best.1 {
                (place, chance)
            } else {
                best
            }
        })
    }
}

/// Scores as shares of 1.
fn chances(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
    let whole: f32 = powers.iter().sum();
    powers.into_iter().map(|power| power / whole).collect()
}

/// A choice to learn from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// Features of each candidate, "nobody" last.
    pub features: Vec<Vec<u32>>,
    /// Whether it is right; at least one is.
    pub right: Vec<bool>,
}

impl Choice {
    /// Whether nobody is right.
    pub fn is_open(&self) -> bool {
        self.right.last().is_none_or(|&nobody| nobody)
    }
}

/// Learns weights in so many rounds; `tell` gets the mean loss of each. The same lessons give the same bytes.
pub fn learn(lessons: &[Choice], rounds: usize, mut tell: impl FnMut(usize, f32)) -> Ranker {
    const RATE: f32 = 0.1;
    const DECAY: f32 = 1e-4;
    const HIDDEN: f32 = 0.2;
    let samples = lessons.iter().flat_map(|lesson| &lesson.features);
    let builder = Builder::new(samples.map(Vec::as_slice), 3);
    let rows: Vec<Vec<Vec<u32>>> = (lessons.iter())
        .map(|lesson| {
            (lesson.features.iter())
                .map(|features| builder.rows(features))
                .collect()
        })
        .collect();
    let mut values = vec![[0.0f32]; builder.len()];
    let mut squares = vec![1e-2f32; builder.len()];
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut random = Random::from_state(13);
    for round in 1..=rounds {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for &at in &order {
            let seen: Vec<Vec<usize>> = (rows[at].iter())
                .map(|rows| {
                    (rows.iter())
                        .map(|&row| row as usize)
                        .filter(|_| random.unit() >= HIDDEN)
                        .collect()
                })
                .collect();
            let gain = 1.0 / (1.0 - HIDDEN);
            let scores: Vec<f32> = (seen.iter())
                .map(|rows| rows.iter().map(|&row| gain * values[row][0]).sum())
                .collect();
            let chances = chances(&scores);
            let right = &lessons[at].right;
            let whole: f32 = (chances.iter().zip(right))
                .filter(|(_, right)| **right)
                .map(|(chance, _)| chance)
                .sum::<f32>()
                .max(1e-9);
            loss -= whole.ln();
            for (place, rows) in seen.iter().enumerate() {
                let share = if right[place] {
                    chances[place] / whole
                } else {
                    0.0
                };
                let slope = gain * (chances[place] - share);
                for &row in rows {
                    squares[row] += slope * slope;
                    values[row][0] -= RATE * (slope / squares[row].sqrt() + DECAY * values[row][0]);
                }
            }
        }
        tell(round, loss / lessons.len().max(1) as f32);
    }
    Ranker {
        table: builder.table(&values, 0.02),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_learned_is_chosen_again() {
        let choice = |right: usize| Choice {
            features: vec![vec![1, 2], vec![3, 2], vec![4]],
            right: (0..3).map(|place| place == right).collect(),
        };
        let lessons: Vec<Choice> = std::iter::repeat_n(choice(1), 30).collect();
        let (one, other) = (learn(&lessons, 8, |_, _| ()), learn(&lessons, 8, |_, _| ()));
        assert_eq!(one.to_bytes(), other.to_bytes());
        let again = Ranker::from_bytes(&one.to_bytes()).unwrap();
        let (place, chance) = again.best(&choice(1).features);
        assert_eq!(place, 1);
        assert!(chance > 0.8);
        assert!(Ranker::from_bytes(b"ranker-1").is_none());
    }
}
