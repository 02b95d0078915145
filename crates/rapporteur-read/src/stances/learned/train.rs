//! How the model is learnt: logistic regression by stochastic gradients with AdaGrad (Duchi, Hazan and Singer 2011).

use rapporteur_model::Stance;
use rapporteur_syntax::train::Random;

use crate::learned::Builder;

use super::{COLUMNS, Role, STANCES, Weights};

/// A word and what it tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// Its features.
    pub features: Vec<u32>,
    /// The stance it tells, and how the holder stands to it.
    pub tells: Option<(Stance, Role)>,
    /// Whether the rules left it; the model is asked of no other word.
    pub left: bool,
}

/// What is learnt from, and how.
#[derive(Debug, Clone)]
pub struct Lessons {
    /// The words.
    pub words: Vec<Lesson>,
    /// How often all are gone through.
    pub epochs: usize,
    /// The first step's length.
    pub rate: f32,
    /// Share of the features that is hidden at each step, so that no single one is relied on.
    pub hidden: f32,
    /// How strongly weights are drawn to 0.
    pub decay: f32,
    /// Features seen in fewer lessons are left out.
    pub least: u32,
}

impl Default for Lessons {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            epochs: 12,
            rate: 0.15,
            hidden: 0.6,
            decay: 2e-6,
            least: 5,
        }
    }
}

/// How an epoch went.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// Which epoch, from 1.
    pub epoch: usize,
    /// Mean loss of a word, in nats.
    pub loss: f32,
}

/// Rows of the features of a word, and the columns of the stance and role that it tells.
type Sample = (Vec<u32>, Option<(usize, usize)>);

/// Learns weights. The same lessons give the same bytes.
pub fn learn(lessons: &Lessons, mut tell: impl FnMut(Outcome)) -> Weights {
    let samples = lessons
        .words
        .iter()
        .map(|lesson| lesson.features.as_slice());
    let builder = Builder::new(samples, lessons.least);
    let words: Vec<Sample> = lessons
        .words
        .iter()
        .map(|lesson| {
            let rows = builder.rows(&lesson.features);
            let tells = lesson.tells.map(|(stance, role)| {
                let stance = Stance::ALL.iter().position(|&other| other == stance);
                (stance.unwrap_or(0), role as usize)
            });
            (rows, tells)
        })
        .collect();
    let mut values = vec![[0.0f32; COLUMNS]; builder.len()];
    let mut squares = vec![[1e-2f32; COLUMNS]; builder.len()];
    let mut biases = [0.0f32; COLUMNS];
    biases[..STANCES].fill(-3.0);
    let mut order: Vec<usize> = (0..words.len()).collect();
    let mut random = Random::from_state(7);
    for epoch in 1..=lessons.epochs {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for &at in &order {
            let (rows, tells) = &words[at];
            let seen: Vec<usize> = rows
                .iter()
                .map(|&row| row as usize)
                .filter(|_| random.unit() >= lessons.hidden)
                .collect();
            let gain = 1.0 / (1.0 - lessons.hidden);
            let mut sums = biases;
            for &row in &seen {
                (sums.iter_mut().zip(&values[row])).for_each(|(sum, value)| *sum += gain * value);
            }
            let (slopes, cost) = slopes(&sums, *tells);
            loss += cost;
            biases
                .iter_mut()
                .zip(&slopes)
                .for_each(|(bias, slope)| *bias -= 0.002 * slope);
            for &row in &seen {
                let (values, squares) = (&mut values[row], &mut squares[row]);
                for column in 0..COLUMNS {
                    let slope = gain * slopes[column];
                    if slope != 0.0 {
                        squares[column] += slope * slope;
                        values[column] -= lessons.rate
                            * (slope / squares[column].sqrt() + lessons.decay * values[column]);
                    }
                }
            }
        }
        tell(Outcome {
            epoch,
            loss: loss / words.len().max(1) as f32,
        });
    }
    Weights {
        biases,
        table: builder.table(&values, 0.2),
    }
}

/// The slope of the loss by each sum, and the loss.
fn slopes(sums: &[f32; COLUMNS], tells: Option<(usize, usize)>) -> ([f32; COLUMNS], f32) {
    let mut slopes = [0.0; COLUMNS];
    let most = sums[..STANCES]
        .iter()
        .fold(0.0f32, |most, &sum| most.max(sum));
    let none = (-most).exp();
    let whole: f32 = none
        + sums[..STANCES]
            .iter()
            .map(|sum| (sum - most).exp())
            .sum::<f32>();
    for column in 0..STANCES {
        slopes[column] = (sums[column] - most).exp() / whole;
    }
    let Some((stance, role)) = tells else {
        return (slopes, -(none / whole).max(1e-9).ln());
    };
    let cost = -slopes[stance].max(1e-9).ln();
    slopes[stance] -= 1.0;
    let roles = &sums[STANCES..];
    let most = roles
        .iter()
        .fold(f32::NEG_INFINITY, |most, &sum| most.max(sum));
    let whole: f32 = roles.iter().map(|sum| (sum - most).exp()).sum();
    for (place, sum) in roles.iter().enumerate() {
        slopes[STANCES + place] = (sum - most).exp() / whole - f32::from(u8::from(place == role));
    }
    (slopes, cost)
}
