//! How the model is learnt: the averaged perceptron on whole runs (Collins 2002). Where a mark leaves labels open, the
//! best of those it allows are what is learnt (Sun, Matsuzaki and Li 2013).

use rapporteur_syntax::train::Random;

use crate::learned::Builder;

use super::{COLUMNS, LABELS, Weights, best};

/// A run: the features of its words and their labels.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lesson {
    /// Features of each word.
    pub features: Vec<Vec<u32>>,
    /// Its labels, a bit each: one where it is marked, several where only something is known of it.
    pub labels: Vec<u32>,
}

/// Learns weights in so many rounds; `tell` gets the share of wrong words in each. The same lessons give the same bytes.
pub fn learn(lessons: &[Lesson], rounds: usize, mut tell: impl FnMut(usize, f32)) -> Weights {
    let samples = lessons.iter().flat_map(|lesson| &lesson.features);
    let builder = Builder::new(samples.map(Vec::as_slice), 2);
    let rows: Vec<Vec<Vec<u32>>> = (lessons.iter())
        .map(|lesson| {
            lesson
                .features
                .iter()
                .map(|features| builder.rows(features))
                .collect()
        })
        .collect();
    let zero = [0.0f32; COLUMNS];
    let (mut values, mut sums) = (vec![zero; builder.len()], vec![zero; builder.len()]);
    let mut follows = vec![[0.0f32; LABELS]; LABELS];
    let mut follow_sums = follows.clone();
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let (mut random, mut step) = (Random::from_state(11), 1.0f32);
    for round in 1..=rounds {
        random.shuffle(&mut order);
        let (mut wrong, mut all) = (0, 0);
        for &at in &order {
            let allowed = &lessons[at].labels;
            let scores: Vec<[f32; LABELS]> = (rows[at].iter())
                .map(|rows| {
                    let mut scores = [0.0; LABELS];
                    for &row in rows {
                        let values = &values[row as usize];
                        scores
                            .iter_mut()
                            .zip(values)
                            .for_each(|(score, value)| *score += value);
                    }
                    scores
                })
                .collect();
            let found = best(&scores, &follows, None);
            let gold = best(&scores, &follows, Some(allowed));
            all += gold.len();
            wrong += gold.iter().zip(&found).filter(|(a, b)| a != b).count();
            for place in 0..gold.len() {
                let before =
                    |labels: &[usize]| place.checked_sub(1).map_or(0, |before| labels[before]);
                let pairs = [
                    (gold[place], before(&gold), 1.0),
                    (found[place], before(&found), -1.0),
                ];
                if pairs[0].0 == pairs[1].0 && pairs[0].1 == pairs[1].1 {
                    continue;
                }
                for (label, before, sign) in pairs {
                    follows[before][label] += sign;
                    follow_sums[before][label] += sign * step;
                    if gold[place] != found[place] {
                        for &row in &rows[at][place] {
                            values[row as usize][label] += sign;
                            sums[row as usize][label] += sign * step;
                        }
                    }
                }
            }
            step += 1.0;
        }
        tell(round, wrong as f32 / all.max(1) as f32);
    }
    let mean = |value: &mut f32, sum: f32| *value -= sum / step;
    for (row, sum) in values.iter_mut().zip(&sums) {
        row.iter_mut()
            .zip(sum)
            .for_each(|(value, &sum)| mean(value, sum));
    }
    for (row, sum) in follows.iter_mut().zip(&follow_sums) {
        row.iter_mut()
            .zip(sum)
            .for_each(|(value, &sum)| mean(value, sum));
    }
    let largest = (values.iter().flatten()).fold(0.0f32, |most, value| most.max(value.abs()));
    Weights {
        follows,
        table: builder.table(&values, largest / 120.0),
    }
}
