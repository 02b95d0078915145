//! The network on new words: forms in, scores out.

use std::sync::Mutex;

use crate::features;
use crate::kernels::{Direction, View, gemm, recur};
use crate::shape::{Layer, NAMES, RELS, TAGS};
use crate::weights::{Quantised, Weights};

/// The network made ready to run.
#[derive(Debug)]
pub(crate) struct Encoder {
    word: Product,
    recurrent: Vec<Product>,
    tags: Product,
    names: Product,
    views: Product,
    arcs: Product,
    labels: Product,
    /// Workspaces that wait for the next text.
    idle: Mutex<Vec<Work>>,
}

/// A matrix (inputs × outputs) and its bias.
#[derive(Debug)]
struct Product {
    inputs: usize,
    outputs: usize,
    weight: Vec<f32>,
    bias: Vec<f32>,
}

/// Memory that is used again from text to text.
#[derive(Debug, Default)]
pub(crate) struct Work {
    memory: Vec<f32>,
}

impl Product {
    fn new(quantised: &Quantised, bias: &[f32]) -> Self {
        let (inputs, outputs) = (quantised.inputs, quantised.outputs);
        let mut weight = vec![0.0; inputs * outputs];
        for (output, values) in quantised.values.chunks_exact(inputs).enumerate() {
            for (input, &value) in values.iter().enumerate() {
                weight[input * outputs + output] = f32::from(value) * quantised.scales[output];
            }
        }
        Self {
            inputs,
            outputs,
            weight,
            bias: bias.to_vec(),
        }
    }

    /// The products of `n` rows of `x`.
    fn run(&self, x: &[f32], n: usize) -> Vec<f32> {
        let mut out = vec![0.0; n * self.outputs];
        if self.bias.len() == self.outputs {
            out.chunks_exact_mut(self.outputs)
                .for_each(|row| row.copy_from_slice(&self.bias));
        }
        let weight = View::new(&self.weight, self.outputs);
        gemm(
            (n, self.inputs, self.outputs),
            View::new(x, self.inputs),
            weight,
            1.0,
            &mut out,
            self.outputs,
        );
        out
    }
}

impl Encoder {
    pub fn new(weights: &Weights) -> Self {
        let empty = Quantised::default();
        let matrix = |name: &str| weights.matrices.get(name).unwrap_or(&empty);
        let layer = |layer: &Layer| {
            Product::new(
                matrix(&layer.weight.name),
                &weights.vectors[layer.bias.range()],
            )
        };
        let layout = &weights.layout;
        Self {
            word: layer(&layout.word),
            recurrent: layout
                .recurrent
                .iter()
                .map(|layer| Product::new(matrix(&layer.weight.name), &[]))
                .collect(),
            tags: layer(&layout.tags),
            names: layer(&layout.names),
            views: layer(&layout.views),
            arcs: layer(&layout.arcs),
            labels: layer(&layout.labels),
            idle: Mutex::new(Vec::new()),
        }
    }

    /// A workspace, used before or new.
    pub fn borrow(&self) -> Work {
        self.idle
            .lock()
            .ok()
            .and_then(|mut idle| idle.pop())
            .unwrap_or_default()
    }

    /// Keeps a workspace for the next text.
    pub fn give_back(&self, work: Work) {
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(work);
        }
    }

    /// Scores of some sentences side by side; `starts` holds the first word of each.
    pub fn run<'a>(
        &'a self,
        weights: &'a Weights,
        forms: &[&str],
        starts: &[usize],
        work: &mut Work,
    ) -> Scores<'a> {
        let (embedding, width) = (weights.shape.embedding, weights.shape.width);
        let n = forms.len();
        let mut sums = vec![0.0; n * embedding];
        for (form, sum) in forms.iter().zip(sums.chunks_exact_mut(embedding)) {
            for row in features::rows(form) {
                let scale = weights.table_scales[row as usize];
                let row = &weights.table[row as usize * embedding..][..embedding];
                sum.iter_mut()
                    .zip(row)
                    .for_each(|(s, &r)| *s += scale * f32::from(r));
            }
        }
        let mut words = self.word.run(&sums, n);
        words.iter_mut().for_each(|x| *x = x.max(0.0));
        work.memory.resize(width / 2, 0.0);
        let mut state = words.clone();
        let mut below = Vec::new();
        for (layer, product) in weights.layout.recurrent.iter().zip(&self.recurrent) {
            let products = product.run(&state, n);
            let mut out = vec![0.0; n * width];
            let gates = &weights.vectors[layer.state.range()];
            let bias = &weights.vectors[layer.bias.range()];
            let half = width / 2;
            for (place, &start) in starts.iter().enumerate() {
                let end = starts.get(place + 1).copied().unwrap_or(n);
                for side in 0..2 {
                    let column = side * half;
                    let direction = Direction {
                        products: &products[start * 3 * width..end * 3 * width],
                        stride: 3 * width,
                        offset: side * 3 * half,
                        state: [&gates[column..][..half], &gates[width + column..][..half]],
                        bias: [&bias[column..][..half], &bias[width + column..][..half]],
                        backward: side == 1,
                    };
                    let (input, out) = (
                        &state[start * width..end * width],
                        &mut out[start * width..end * width],
                    );
                    recur(
                        &direction,
                        end - start,
                        input,
                        out,
                        width,
                        column,
                        &mut work.memory,
                    );
                }
            }
            below = std::mem::replace(&mut state, out);
        }
        let beside = |state: &[f32]| {
            let mut x = Vec::with_capacity(n * 2 * width);
            for word in 0..n {
                x.extend_from_slice(&state[word * width..][..width]);
                x.extend_from_slice(&words[word * width..][..width]);
            }
            x
        };
        let tags = self.tags.run(&beside(&below), n);
        let names = self.names.run(&beside(&state), n);
        let mut views = self.views.run(&state, n);
        views.iter_mut().for_each(|x| *x = x.max(0.0));
        let (arc, all) = (weights.shape.arc, self.views.outputs);
        let mut dependents = Vec::with_capacity(n * arc);
        views
            .chunks_exact(all)
            .for_each(|view| dependents.extend_from_slice(&view[..arc]));
        let turned = self.arcs.run(&dependents, n);
        Scores {
            weights,
            labels: &self.labels,
            tags,
            names,
            views,
            turned,
        }
    }
}

/// What the network says of some words.
pub(crate) struct Scores<'a> {
    weights: &'a Weights,
    labels: &'a Product,
    tags: Vec<f32>,
    names: Vec<f32>,
    views: Vec<f32>,
    turned: Vec<f32>,
}

impl Scores<'_> {
    /// Scores of UPOS, then XPOS.
    pub fn tags(&self, word: usize) -> &[f32] {
        &self.tags[word * TAGS..][..TAGS]
    }

    /// Scores of name labels of `n` words.
    pub fn names(&self, from: usize, n: usize) -> &[f32] {
        &self.names[from * NAMES..(from + n) * NAMES]
    }

    /// Scores of every head for every word of a sentence, see [`crate::decode::heads`].
    pub fn arcs(&self, from: usize, n: usize) -> Vec<f32> {
        let arc = self.weights.shape.arc;
        let all = 2 * (arc + self.weights.shape.label);
        let mut heads = vec![0.0; (n + 1) * arc];
        heads[..arc].copy_from_slice(&self.weights.vectors[self.weights.layout.arc_root.range()]);
        for word in 0..n {
            heads[(word + 1) * arc..][..arc]
                .copy_from_slice(&self.views[(from + word) * all + arc..][..arc]);
        }
        let mut scores = vec![0.0; n * (n + 1)];
        let mine = View::new(&self.turned[from * arc..(from + n) * arc], arc);
        gemm(
            (n, arc, n + 1),
            mine,
            View::new(&heads, arc).transposed(),
            0.0,
            &mut scores,
            n + 1,
        );
        scores
    }

    /// Scores of the relations between a word and its governor, or the root.
    pub fn labels(&self, word: usize, governor: Option<usize>) -> [f32; RELS] {
        let (arc, label) = (self.weights.shape.arc, self.weights.shape.label);
        let all = 2 * (arc + label);
        let dependent = &self.views[word * all + 2 * arc..][..label];
        let head = match governor {
            Some(governor) => &self.views[governor * all + 2 * arc + label..][..label],
            None => &self.weights.vectors[self.weights.layout.label_root.range()],
        };
        let mut out = [0.0; RELS];
        out.copy_from_slice(&self.labels.bias);
        let (weight, rows) = (&self.labels.weight, self.labels.outputs);
        for i in 0..label {
            for (place, x) in [
                (i, dependent[i]),
                (label + i, head[i]),
                (2 * label + i, dependent[i] * head[i]),
            ] {
                if x != 0.0 {
                    let row = &weight[place * rows..][..RELS];
                    out.iter_mut().zip(row).for_each(|(o, w)| *o += x * w);
                }
            }
        }
        out
    }
}
