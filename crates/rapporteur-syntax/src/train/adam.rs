//! Adam (Kingma and Ba 2015), dense for the matrices, lazy for the rows of the table.

use super::network::{Gradients, Network};

/// Running moments of the gradients.
#[derive(Debug, Clone)]
pub struct Adam {
    /// First and second moments of the dense weights.
    pub dense: [Vec<f32>; 2],
    /// First and second moments of the table.
    pub table: [Vec<f32>; 2],
    /// Steps taken.
    pub steps: u64,
}

const BETA: [f32; 2] = [0.9, 0.95];
const EPSILON: f32 = 1e-8;
/// Length to which longer gradients are cut.
const LONGEST: f32 = 5.0;

impl Adam {
    /// Moments before the first step.
    pub fn new(network: &Network) -> Self {
        let zeros = |n| [vec![0.0; n], vec![0.0; n]];
        Self {
            dense: zeros(network.dense.len()),
            table: zeros(network.table.len()),
            steps: 0,
        }
    }

    /// One step of that rate.
    pub(crate) fn step(&mut self, network: &mut Network, gradients: &Gradients, rate: f32) {
        self.steps += 1;
        let both = gradients.dense.iter().chain(&gradients.table);
        let length = both.map(|g| f64::from(g * g)).sum::<f64>().sqrt() as f32;
        let cut = if length > LONGEST {
            LONGEST / length
        } else {
            1.0
        };
        let steps = self.steps.min(10_000) as i32;
        let correction = (1.0 - BETA[1].powi(steps)).sqrt() / (1.0 - BETA[0].powi(steps));
        let rate = rate * correction;
        let [first, second] = &mut self.dense;
        update(
            &mut network.dense,
            first,
            second,
            &gradients.dense,
            cut,
            rate,
        );
        let n = network.shape.embedding;
        let [first, second] = &mut self.table;
        for (slot, &row) in gradients.touched.iter().enumerate() {
            let at = row as usize * n..(row as usize + 1) * n;
            update(
                &mut network.table[at.clone()],
                &mut first[at.clone()],
                &mut second[at],
                &gradients.table[slot * n..][..n],
                cut,
                rate,
            );
        }
    }
}

fn update(w: &mut [f32], first: &mut [f32], second: &mut [f32], g: &[f32], cut: f32, rate: f32) {
    let n = w.len();
    let (first, second, g) = (&mut first[..n], &mut second[..n], &g[..n]);
    for i in 0..n {
        let g = g[i] * cut;
        first[i] = BETA[0] * first[i] + (1.0 - BETA[0]) * g;
        second[i] = BETA[1] * second[i] + (1.0 - BETA[1]) * g * g;
        w[i] -= rate * first[i] / (second[i].sqrt() + EPSILON);
    }
}
