//! The network while it learns: a batch forward, and its gradients backward, by hand.

use crate::features;
use crate::kernels::{View, gemm, sigmoid};
use crate::shape::{Layer, Layout, RELS, Recurrent, Shape, TAGS};
use crate::{Upos, Xpos};

use super::loss::{add, allowed_loss, mask, softmax_loss};
use super::random::Random;
use super::target::Target;

/// The weights in training.
#[derive(Debug, Clone)]
pub struct Network {
    /// Sizes.
    pub shape: Shape,
    /// Where each matrix lies in `dense`.
    pub layout: Layout,
    /// Table of features: `features::ROWS` rows.
    pub table: Vec<f32>,
    /// Everything else.
    pub dense: Vec<f32>,
}

/// Sentences side by side, word after word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Batch {
    /// Features of each word; `u32::MAX` for a dropped one.
    pub rows: Vec<[u32; features::COUNT]>,
    /// First word of each sentence, and the number of words.
    pub starts: Vec<usize>,
    /// Tags.
    pub upos: Vec<Target>,
    pub xpos: Vec<Target>,
    /// Heads inside the sentence, from 1; 0 for the root.
    pub heads: Vec<Target>,
    /// Relations to the first of the heads.
    pub rels: Vec<Target>,
    /// Name labels allowed, one bit each; 0 where not known.
    pub names: Vec<u32>,
    /// Name labels as a machine found them; unknown where `names` tells.
    pub chances: Vec<Target>,
}

/// Gradients of one batch.
#[derive(Debug, Default)]
pub(crate) struct Gradients {
    pub dense: Vec<f32>,
    /// Rows of the table that the batch touched, and their gradients.
    pub touched: Vec<u32>,
    pub table: Vec<f32>,
    slots: Vec<u32>,
}

/// Losses of one batch, summed over words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Losses {
    pub arcs: f32,
    pub labels: f32,
    pub tags: f32,
    pub names: f32,
}

impl Network {
    /// A network before training.
    pub fn new(shape: Shape, seed: u64) -> Self {
        let layout = Layout::new(&shape);
        let mut random = Random::new(seed);
        let table = (0..features::ROWS * shape.embedding)
            .map(|_| random.bell(0.02))
            .collect();
        let mut dense = vec![0.0; layout.length];
        for matrix in layout.matrices() {
            if matrix.name.ends_with("weight") {
                let width = (2.0 / (matrix.rows + matrix.columns) as f32).sqrt();
                // The table starts near zero, so the first layer starts wide.
                let width = if matrix.name == "word.weight" {
                    2.0 * width
                } else {
                    width
                };
                dense[matrix.range()].fill_with(|| random.bell(width));
            } else if matrix.name.ends_with("root") {
                dense[matrix.range()].fill_with(|| random.bell(0.1));
            }
        }
        Self {
            shape,
            layout,
            table,
            dense,
        }
    }

    fn product(&self, layer: &Layer, x: &[f32], n: usize, out: &mut [f32]) {
        let (k, m) = (layer.weight.rows, layer.weight.columns);
        let bias = &self.dense[layer.bias.range()];
        if bias.len() == m {
            out.chunks_exact_mut(m)
                .for_each(|row| row.copy_from_slice(bias));
        }
        let weight = View::new(&self.dense[layer.weight.range()], m);
        gemm((n, k, m), View::new(x, k), weight, 1.0, out, m);
    }

    /// Losses and gradients of a batch.
    pub(crate) fn learn(
        &self,
        batch: &Batch,
        dropout: f32,
        random: &mut Random,
        gradients: &mut Gradients,
    ) -> Losses {
        let Shape {
            embedding,
            width,
            layers,
            ..
        } = self.shape;
        let n = batch.rows.len();
        gradients.clear(self);
        let mut losses = Losses::default();

        // Forward.
        let mut sums = vec![0.0; n * embedding];
        for (rows, sum) in batch.rows.iter().zip(sums.chunks_exact_mut(embedding)) {
            for &row in rows.iter().filter(|&&row| row != u32::MAX) {
                let row = &self.table[row as usize * embedding..][..embedding];
                sum.iter_mut().zip(row).for_each(|(s, r)| *s += r);
            }
        }
        let mut states: Vec<Vec<f32>> = Vec::new();
        let mut masks: Vec<Vec<f32>> = Vec::new();
        let mut runs: Vec<Run> = Vec::new();
        let mut words = vec![0.0; n * width];
        self.product(&self.layout.word, &sums, n, &mut words);
        words.iter_mut().for_each(|x| *x = x.max(0.0));
        masks.push(mask(&mut words, dropout, random));
        states.push(words);
        for layer in &self.layout.recurrent {
            let run = self.recur(layer, batch, &states[states.len() - 1]);
            let mut out = run.out(&states[states.len() - 1]);
            masks.push(mask(&mut out, dropout, random));
            states.push(out);
            runs.push(run);
        }

        // Heads, each of which gives its part of the gradients of the states.
        let mut back: Vec<Vec<f32>> = vec![vec![0.0; n * width]; layers + 1];
        losses.tags = self.learn_labels(
            &self.layout.tags,
            batch,
            layers - 1,
            &states,
            &mut back,
            gradients,
            |word, logits, d| {
                let split = Upos::ALL.len();
                let (u, x) = logits.split_at(split);
                let (du, dx) = d.split_at_mut(split);
                let scale = 0.5 / n as f32;
                softmax_loss(u, batch.upos[word], scale, du)
                    + softmax_loss(x, batch.xpos[word], scale, dx)
            },
        );
        debug_assert_eq!(Upos::ALL.len() + Xpos::ALL.len(), TAGS);
        losses.names = self.learn_labels(
            &self.layout.names,
            batch,
            layers,
            &states,
            &mut back,
            gradients,
            |word, logits, d| {
                let scale = 1.0 / n as f32;
                if batch.chances[word] == Target::UNKNOWN {
                    allowed_loss(logits, batch.names[word], scale, d)
                } else {
                    softmax_loss(logits, batch.chances[word], scale, d)
                }
            },
        );
        let (arcs, labels) = self.learn_trees(
            batch,
            &states[layers],
            dropout,
            random,
            &mut back[layers],
            gradients,
        );
        losses.arcs = arcs;
        losses.labels = labels;

        // Backward through the encoder.
        for l in (0..layers).rev() {
            let layer = &self.layout.recurrent[l];
            let mut above = std::mem::take(&mut back[l + 1]);
            above
                .iter_mut()
                .zip(&masks[l + 1])
                .for_each(|(d, m)| *d *= m);
            let products = self.recur_back(
                layer,
                batch,
                &states[l],
                &runs[l],
                &above,
                &mut back[l],
                gradients,
            );
            let weight = &self.dense[layer.weight.range()];
            let view = View::new(&products, 3 * width);
            gemm(
                (n, 3 * width, width),
                view,
                View::new(weight, 3 * width).transposed(),
                1.0,
                &mut back[l],
                width,
            );
            let out = &mut gradients.dense[layer.weight.range()];
            gemm(
                (width, n, 3 * width),
                View::new(&states[l], width).transposed(),
                view,
                1.0,
                out,
                3 * width,
            );
        }
        let mut d = std::mem::take(&mut back[0]);
        for ((d, m), x) in d.iter_mut().zip(&masks[0]).zip(&states[0]) {
            *d = if *x > 0.0 { *d * m } else { 0.0 };
        }
        let layer = &self.layout.word;
        self.layer_back(layer, &sums, &d, n, gradients);
        let mut below = vec![0.0; n * embedding];
        let weight = View::new(&self.dense[layer.weight.range()], width).transposed();
        gemm(
            (n, width, embedding),
            View::new(&d, width),
            weight,
            0.0,
            &mut below,
            embedding,
        );
        for (rows, d) in batch.rows.iter().zip(below.chunks_exact(embedding)) {
            for &row in rows.iter().filter(|&&row| row != u32::MAX) {
                gradients.add(row, d);
            }
        }
        losses
    }

    /// Gradients of a layer's weight and bias, given its input and the gradient of its output.
    fn layer_back(&self, layer: &Layer, x: &[f32], d: &[f32], n: usize, gradients: &mut Gradients) {
        let (k, m) = (layer.weight.rows, layer.weight.columns);
        let out = &mut gradients.dense[layer.weight.range()];
        gemm(
            (k, n, m),
            View::new(x, k).transposed(),
            View::new(d, m),
            1.0,
            out,
            m,
        );
        let bias = &mut gradients.dense[layer.bias.range()];
        for row in d.chunks_exact(m) {
            bias.iter_mut().zip(row).for_each(|(b, d)| *b += d);
        }
    }

    /// A head that labels each word from one state and the word layer.
    #[allow(clippy::too_many_arguments, reason = "one head of the network")]
    fn learn_labels(
        &self,
        layer: &Layer,
        batch: &Batch,
        state: usize,
        states: &[Vec<f32>],
        back: &mut [Vec<f32>],
        gradients: &mut Gradients,
        mut loss: impl FnMut(usize, &[f32], &mut [f32]) -> f32,
    ) -> f32 {
        let (n, width) = (batch.rows.len(), self.shape.width);
        let m = layer.weight.columns;
        let mut x = vec![0.0; n * 2 * width];
        for (word, x) in x.chunks_exact_mut(2 * width).enumerate() {
            x[..width].copy_from_slice(&states[state][word * width..][..width]);
            x[width..].copy_from_slice(&states[0][word * width..][..width]);
        }
        let mut logits = vec![0.0; n * m];
        self.product(layer, &x, n, &mut logits);
        let mut d = vec![0.0; n * m];
        let mut sum = 0.0;
        for (word, (logits, d)) in logits
            .chunks_exact(m)
            .zip(d.chunks_exact_mut(m))
            .enumerate()
        {
            sum += loss(word, logits, d);
        }
        self.layer_back(layer, &x, &d, n, gradients);
        let weight = View::new(&self.dense[layer.weight.range()], m).transposed();
        gemm(
            (n, m, 2 * width),
            View::new(&d, m),
            weight,
            0.0,
            &mut x,
            2 * width,
        );
        for (word, x) in x.chunks_exact(2 * width).enumerate() {
            add(&mut back[state][word * width..][..width], &x[..width]);
            add(&mut back[0][word * width..][..width], &x[width..]);
        }
        sum
    }

    /// The parser's losses and gradients; adds the gradient of the last state to `back`.
    fn learn_trees(
        &self,
        batch: &Batch,
        state: &[f32],
        dropout: f32,
        random: &mut Random,
        back: &mut [f32],
        gradients: &mut Gradients,
    ) -> (f32, f32) {
        let Shape {
            width, arc, label, ..
        } = self.shape;
        let n = batch.rows.len();
        let all = 2 * (arc + label);
        let scale = 1.0 / n as f32;
        let layout = &self.layout;
        let mut views = vec![0.0; n * all];
        self.product(&layout.views, state, n, &mut views);
        views.iter_mut().for_each(|x| *x = x.max(0.0));
        let view_mask = mask(&mut views, dropout, random);
        let mut d_views = vec![0.0; n * all];

        // Arcs: every word against every word of its sentence and the root.
        let mut turned = vec![0.0; n * arc];
        let preference = &self.dense[layout.arcs.bias.range()];
        turned
            .chunks_exact_mut(arc)
            .for_each(|row| row.copy_from_slice(preference));
        let weight = View::new(&self.dense[layout.arcs.weight.range()], arc);
        gemm(
            (n, arc, arc),
            View::new(&views, all),
            weight,
            1.0,
            &mut turned,
            arc,
        );
        let mut d_turned = vec![0.0; n * arc];
        let mut arcs_loss = 0.0;
        for pair in batch.starts.windows(2) {
            let (start, end) = (pair[0], pair[1]);
            let length = end - start;
            if batch.heads[start..end]
                .iter()
                .all(|&h| h == Target::UNKNOWN)
            {
                continue;
            }
            let mut heads = vec![0.0; (length + 1) * arc];
            heads[..arc].copy_from_slice(&self.dense[layout.arc_root.range()]);
            for j in 0..length {
                heads[(j + 1) * arc..][..arc]
                    .copy_from_slice(&views[(start + j) * all + arc..][..arc]);
            }
            let mut scores = vec![0.0; length * (length + 1)];
            let mine = View::new(&turned[start * arc..end * arc], arc);
            gemm(
                (length, arc, length + 1),
                mine,
                View::new(&heads, arc).transposed(),
                0.0,
                &mut scores,
                length + 1,
            );
            let mut d = vec![0.0; length * (length + 1)];
            for i in 0..length {
                let row = i * (length + 1)..(i + 1) * (length + 1);
                let heads = batch.heads[start + i];
                arcs_loss += softmax_loss(&scores[row.clone()], heads, scale, &mut d[row]);
            }
            let d = View::new(&d, length + 1);
            let out = &mut d_turned[start * arc..end * arc];
            gemm(
                (length, length + 1, arc),
                d,
                View::new(&heads, arc),
                0.0,
                out,
                arc,
            );
            let mut d_heads = vec![0.0; (length + 1) * arc];
            gemm(
                (length + 1, length, arc),
                d.transposed(),
                mine,
                0.0,
                &mut d_heads,
                arc,
            );
            add(
                &mut gradients.dense[layout.arc_root.range()],
                &d_heads[..arc],
            );
            for j in 0..length {
                add(
                    &mut d_views[(start + j) * all + arc..][..arc],
                    &d_heads[(j + 1) * arc..][..arc],
                );
            }
        }
        for row in d_turned.chunks_exact(arc) {
            add(&mut gradients.dense[layout.arcs.bias.range()], row);
        }
        let out = &mut gradients.dense[layout.arcs.weight.range()];
        gemm(
            (arc, n, arc),
            View::new(&views, all).transposed(),
            View::new(&d_turned, arc),
            1.0,
            out,
            arc,
        );
        gemm(
            (n, arc, arc),
            View::new(&d_turned, arc),
            weight.transposed(),
            1.0,
            &mut d_views,
            all,
        );

        // Labels, at the right heads.
        let (dependent, head_at) = (2 * arc, 2 * arc + label);
        let mut x = vec![0.0; n * 3 * label];
        let root = self.dense[layout.label_root.range()].to_vec();
        let head_of = |word: usize, start: usize| -> Option<Option<usize>> {
            let (head, _) = batch.heads[word].best()?;
            Some(head.checked_sub(1).map(|head| start + head))
        };
        for pair in batch.starts.windows(2) {
            for word in pair[0]..pair[1] {
                let Some(head) = head_of(word, pair[0]) else {
                    continue;
                };
                let x = &mut x[word * 3 * label..][..3 * label];
                for i in 0..label {
                    let a = views[word * all + dependent + i];
                    let b = head.map_or(root[i], |head| views[head * all + head_at + i]);
                    (x[i], x[label + i], x[2 * label + i]) = (a, b, a * b);
                }
            }
        }
        let mut logits = vec![0.0; n * RELS];
        self.product(&layout.labels, &x, n, &mut logits);
        let mut d = vec![0.0; n * RELS];
        let mut labels_loss = 0.0;
        for (word, (logits, d)) in logits
            .chunks_exact(RELS)
            .zip(d.chunks_exact_mut(RELS))
            .enumerate()
        {
            if batch.heads[word] != Target::UNKNOWN {
                labels_loss += softmax_loss(logits, batch.rels[word], scale, d);
            }
        }
        self.layer_back(&layout.labels, &x, &d, n, gradients);
        let mut d_x = vec![0.0; n * 3 * label];
        let weight = View::new(&self.dense[layout.labels.weight.range()], RELS).transposed();
        gemm(
            (n, RELS, 3 * label),
            View::new(&d, RELS),
            weight,
            0.0,
            &mut d_x,
            3 * label,
        );
        for pair in batch.starts.windows(2) {
            for word in pair[0]..pair[1] {
                let Some(head) = head_of(word, pair[0]) else {
                    continue;
                };
                let (x, d) = (
                    &x[word * 3 * label..][..3 * label],
                    &d_x[word * 3 * label..][..3 * label],
                );
                for i in 0..label {
                    d_views[word * all + dependent + i] += d[i] + d[2 * label + i] * x[label + i];
                    let b = d[label + i] + d[2 * label + i] * x[i];
                    match head {
                        Some(head) => d_views[head * all + head_at + i] += b,
                        None => gradients.dense[layout.label_root.start + i] += b,
                    }
                }
            }
        }

        for ((d, m), x) in d_views.iter_mut().zip(&view_mask).zip(&views) {
            *d = if *x > 0.0 { *d * m } else { 0.0 };
        }
        self.layer_back(&layout.views, state, &d_views, n, gradients);
        let weight = View::new(&self.dense[layout.views.weight.range()], all).transposed();
        gemm(
            (n, all, width),
            View::new(&d_views, all),
            weight,
            1.0,
            back,
            width,
        );
        (arcs_loss, labels_loss)
    }

    fn recur(&self, layer: &Recurrent, batch: &Batch, input: &[f32]) -> Run {
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
    fn recur_back(
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

/// What a recurrent layer computed, kept for the way back.
struct Run {
    products: Vec<f32>,
    forget: Vec<f32>,
    reset: Vec<f32>,
    memory: Vec<f32>,
}

impl Run {
    fn out(&self, input: &[f32]) -> Vec<f32> {
        let parts = input.iter().zip(&self.reset).zip(&self.memory);
        parts.map(|((skip, r), c)| skip + r * (c - skip)).collect()
    }
}

/// Forward and backward order of the words of a sentence.
fn orders(start: usize, end: usize) -> [(usize, Box<dyn Iterator<Item = usize>>); 2] {
    [(0, Box::new(start..end)), (1, Box::new((start..end).rev()))]
}

impl Gradients {
    fn clear(&mut self, network: &Network) {
        self.dense.clear();
        self.dense.resize(network.dense.len(), 0.0);
        self.slots.resize(features::ROWS, u32::MAX);
        for &row in &self.touched {
            self.slots[row as usize] = u32::MAX;
        }
        self.touched.clear();
        self.table.clear();
    }

    fn add(&mut self, row: u32, d: &[f32]) {
        let slot = self.slots[row as usize];
        if slot == u32::MAX {
            self.slots[row as usize] = self.touched.len() as u32;
            self.touched.push(row);
            self.table.extend_from_slice(d);
        } else {
            add(&mut self.table[slot as usize * d.len()..][..d.len()], d);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The gradients agree with differences of the loss.
    #[test]
    fn gradients_are_right() {
        let shape = Shape {
            embedding: 6,
            width: 8,
            layers: 2,
            arc: 5,
            label: 4,
        };
        let mut network = Network::new(shape, 3);
        let mut random = Random::new(9);
        network
            .dense
            .iter_mut()
            .for_each(|x| *x += random.bell(0.3));
        network
            .table
            .iter_mut()
            .for_each(|x| *x += random.bell(0.3));
        let targets = |texts: &[&str]| texts.iter().map(|text| Target::parse(text)).collect();
        let forms = ["The", "envoys", "met", ".", "No", "deal", "yet"];
        let batch = Batch {
            rows: forms
                .iter()
                .map(|form| features::rows(form, &Default::default()))
                .collect(),
            starts: vec![0, 4, 7],
            upos: targets(&[
                "5:255",
                "7:255",
                "15:200,7:55",
                "12:255",
                "5:255",
                "7:255",
                "",
            ]),
            xpos: [2, 12, 27, 45, 2, 11, 18].map(Target::sure).to_vec(),
            heads: targets(&[
                "2:255",
                "3:180,1:30",
                "0:255",
                "3:255",
                "2:255",
                "0:255",
                "",
            ]),
            rels: [21, 37, 47, 45, 21, 47, 0].map(Target::sure).to_vec(),
            names: vec![1, 2, 1, 0, 1, 6, 1],
            chances: targets(&["", "", "", "", "", "0:150,3:100", ""]),
        };
        let total = |network: &Network, gradients: &mut Gradients| {
            let l = network.learn(&batch, 0.0, &mut Random::new(1), gradients);
            f64::from(l.arcs + l.labels + 0.5 * l.tags + l.names) / forms.len() as f64
        };
        let mut gradients = Gradients::default();
        total(&network, &mut gradients);
        let dense = gradients.dense.clone();
        let mut scratch = Gradients::default();
        for matrix in network
            .layout
            .matrices()
            .into_iter()
            .cloned()
            .collect::<Vec<_>>()
        {
            for at in matrix
                .range()
                .step_by((matrix.rows * matrix.columns / 5).max(1))
            {
                let kept = network.dense[at];
                let mut probe = |x: f32| {
                    network.dense[at] = x;
                    total(&network, &mut scratch)
                };
                let slope = (probe(kept + 2e-3) - probe(kept - 2e-3)) / 4e-3;
                network.dense[at] = kept;
                let found = f64::from(dense[at]);
                assert!(
                    (slope - found).abs() < 4e-3 + 0.05 * slope.abs(),
                    "{} {slope} {found}",
                    matrix.name
                );
            }
        }
    }
}
