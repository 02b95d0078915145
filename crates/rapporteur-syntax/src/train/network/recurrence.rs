//! A recurrent layer while it learns: forward, with what the way back needs, and back.

use crate::kernels::sigmoid;
use crate::shape::Recurrent;
use crate::vector::{View, gemm};

use super::{Batch, Gradients, Network};
use crate::train::loss::add;

/// What a recurrent layer computed, kept for the way back.
pub(super) struct Run {
    pub(super) products: Vec<f32>,
    forget: Vec<f32>,
    reset: Vec<f32>,
    memory: Vec<f32>,
}

impl Run {
    /// What comes out: the gated mean of the memory and the input.
    pub(super) fn out(&self, input: &[f32]) -> Vec<f32> {
        let parts = input.iter().zip(&self.reset).zip(&self.memory);
        parts.map(|((skip, r), c)| skip + r * (c - skip)).collect()
    }
}

/// Forward and backward order of the words of a sentence.
fn orders(start: usize, end: usize) -> [(usize, Box<dyn Iterator<Item = usize>>); 2] {
    [(0, Box::new(start..end)), (1, Box::new((start..end).rev()))]
}

impl Network {
    /// The recurrence over every sentence of a batch.
    pub(super) fn recur(&self, layer: &Recurrent, batch: &Batch, input: &[f32]) -> Run {
        let width = self.shape.width;
        let (n, half) = (batch.rows.len(), width / 2);
        let mut products = vec![0.0; n * 3 * width];
        let weight = View::new(&self.dense[layer.weight.range()], 3 * width);
        gemm(
            (n, width, 3 * width),
            View::new(input, width),
            weight,
            0.0,
            &mut products,
            3 * width,
        );
        let mut run = Run {
            forget: vec![0.0; n * width],
            reset: vec![0.0; n * width],
            memory: vec![0.0; n * width],
            products,
        };
        let state = &self.dense[layer.state.range()];
        let bias = &self.dense[layer.bias.range()];
        for pair in batch.starts.windows(2) {
            for (direction, order) in orders(pair[0], pair[1]) {
                let column = direction * half;
                let mut before = vec![0.0; half];
                for word in order {
                    let products =
                        &run.products[word * 3 * width + direction * 3 * half..][..3 * half];
                    let at = word * width + column;
                    let forget = &mut run.forget[at..][..half];
                    let reset = &mut run.reset[at..][..half];
                    let memory = &mut run.memory[at..][..half];
                    let (state_f, state_r) =
                        (&state[column..][..half], &state[width + column..][..half]);
                    let (bias_f, bias_r) =
                        (&bias[column..][..half], &bias[width + column..][..half]);
                    let (candidate, gates) = products.split_at(half);
                    let (gate_f, gate_r) = gates.split_at(half);
                    for i in 0..half {
                        let old = before[i];
                        let f = sigmoid(gate_f[i] + state_f[i] * old + bias_f[i]);
                        let r = sigmoid(gate_r[i] + state_r[i] * old + bias_r[i]);
                        let new = candidate[i] + f * (old - candidate[i]);
                        (forget[i], reset[i], memory[i]) = (f, r, new);
                        before[i] = new;
                    }
                }
            }
        }
        run
    }

    /// Back through the recurrence: the gradient of the products; adds to `back` what goes past the gates.
    #[allow(clippy::too_many_arguments, reason = "the backward pass of one layer")]
    pub(super) fn recur_back(
        &self,
        layer: &Recurrent,
        batch: &Batch,
        input: &[f32],
        run: &Run,
        above: &[f32],
        back: &mut [f32],
        gradients: &mut Gradients,
    ) -> Vec<f32> {
        let width = self.shape.width;
        let half = width / 2;
        let state = &self.dense[layer.state.range()];
        let mut d_state = vec![0.0; 2 * width];
        let mut d_bias = vec![0.0; 2 * width];
        let mut out = vec![0.0; run.products.len()];
        let zeros = vec![0.0; half];
        for pair in batch.starts.windows(2) {
            for (direction, order) in orders(pair[0], pair[1]) {
                let column = direction * half;
                let mut carry = vec![0.0; half];
                let order: Vec<usize> = order.collect();
                for (place, &word) in order.iter().enumerate().rev() {
                    let at = word * width + column;
                    let before = match place.checked_sub(1) {
                        Some(place) => &run.memory[order[place] * width + column..][..half],
                        None => &zeros[..],
                    };
                    let (forget, reset) = (&run.forget[at..][..half], &run.reset[at..][..half]);
                    let memory = &run.memory[at..][..half];
                    let (skip, d_out) = (&input[at..][..half], &above[at..][..half]);
                    let d_skip = &mut back[at..][..half];
                    let products = word * 3 * width + direction * 3 * half;
                    let candidate = &run.products[products..][..half];
                    let (d_candidate, d_gates) = out[products..][..3 * half].split_at_mut(half);
                    let (d_f, d_r) = d_gates.split_at_mut(half);
                    let (state_f, state_r) =
                        (&state[column..][..half], &state[width + column..][..half]);
                    let (state_df, state_dr) = d_state.split_at_mut(width);
                    let (state_df, state_dr) = (
                        &mut state_df[column..][..half],
                        &mut state_dr[column..][..half],
                    );
                    let (bias_df, bias_dr) = d_bias.split_at_mut(width);
                    let (bias_df, bias_dr) = (
                        &mut bias_df[column..][..half],
                        &mut bias_dr[column..][..half],
                    );
                    for i in 0..half {
                        let (f, r, old, d) = (forget[i], reset[i], before[i], d_out[i]);
                        let dr = d * (memory[i] - skip[i]) * r * (1.0 - r);
                        d_skip[i] += d * (1.0 - r);
                        let dc = d * r + carry[i];
                        d_candidate[i] = dc * (1.0 - f);
                        let df = dc * (old - candidate[i]) * f * (1.0 - f);
                        carry[i] = dc * f + df * state_f[i] + dr * state_r[i];
                        d_f[i] = df;
                        d_r[i] = dr;
                        state_df[i] += df * old;
                        state_dr[i] += dr * old;
                        bias_df[i] += df;
                        bias_dr[i] += dr;
                    }
                }
            }
        }
        add(&mut gradients.dense[layer.state.range()], &d_state);
        add(&mut gradients.dense[layer.bias.range()], &d_bias);
        out
    }
}
