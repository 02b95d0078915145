//! The network while it learns: a batch forward, and its gradients backward, by hand.

mod recurrence;
mod trees;

use crate::features;
use crate::shape::{Layer, Layout, Shape, TAGS};
use crate::vector::{View, gemm};
use crate::{Upos, Xpos};

use super::loss::{add, allowed_loss, mask, softmax_loss};
use super::random::Random;
use super::target::Target;
use recurrence::Run;

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
