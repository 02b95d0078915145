//! The network on new words: forms in, scores out.
//!
//! What depends on the form alone (the word layer, the first recurrent products, the words' share of tags and names)
//! is kept from word to word and text to text.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::Mutex;

use crate::blocks::{Aligned, Blocks};
use crate::bytes::{self, Matrix};
use crate::features;
use crate::fnv::Fnv;
use crate::integers::{BLOCK, Packed, Rows};
use crate::kernels::{Gates, Strip, recur, recur_known};
use crate::scores::{Parts, Scores};
use crate::shape::{NAMES, Recurrent, TAGS};
use crate::vector::versions;
use crate::weights::{Quantised, Weights};

/// Forms that a workspace remembers before it begins anew.
const REMEMBERED: usize = 6000;

/// The network made ready to run.
#[derive(Debug)]
pub(crate) struct Encoder {
    word: Matrix,
    /// Products of the first recurrent layer, and of those above.
    first: Matrix,
    above: Vec<Matrix>,
    /// Tags and names from the word layer, with their biases, and from the layers above.
    word_labels: Matrix,
    tags: Matrix,
    names: Matrix,
    pub views: Matrix,
    arcs: Matrix,
    pub labels: Matrix,
    /// Gates of each recurrent layer, for each sixteen columns.
    gates: Vec<Vec<Gates>>,
    /// Workspaces that wait for the next text.
    idle: Mutex<Vec<Work>>,
}

/// Memory that is used again from text to text.
#[derive(Debug, Default)]
pub(crate) struct Work {
    /// Place of each form in `known`.
    places: HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>,
    /// What is known of each form: word, first products, shares of tags and names.
    known: Vec<f32>,
    pub rows: Rows,
    pub bytes: bytes::Rows,
    /// What a layer is run on, and what comes out.
    state: Blocks,
    out: Blocks,
    /// Products of the strips that are run next.
    products: Blocks,
    labels: Aligned,
    /// Parts of the views that are multiplied next, what they are multiplied with, and what comes of it.
    pub picked: Vec<f32>,
    pub pairs: Blocks,
    pub heads: Packed,
    pub found: Vec<f32>,
    pub relations: Aligned,
    /// Memory of the scores that were given back.
    pub scores: Parts,
}

/// A matrix on its first inputs.
fn narrow(matrix: &Quantised, inputs: usize, bias: &[f32]) -> Matrix {
    Matrix::new(inputs, &matrix.rows(0), &matrix.scales, bias)
}

versions! {
    /// Adds up the rows of the table for a form.
    fn sum_rows(weights: &Weights, rows: &[u32], sum: &mut [f32]) = sum_table
}

#[inline(always)]
fn sum_table(weights: &Weights, rows: &[u32], sum: &mut [f32]) {
    for &row in rows.iter().filter(|&&row| row != u32::MAX) {
        let scale = weights.table_scales[row as usize];
        let row = &weights.table[row as usize * sum.len()..][..sum.len()];
        sum.iter_mut()
            .zip(row)
            .for_each(|(s, &r)| *s += scale * f32::from(r as i8));
    }
}

impl Encoder {
    pub fn new(weights: &Weights) -> Self {
        let empty = Quantised::default();
        let layout = &weights.layout;
        let width = weights.shape.width;
        let matrix = |name: &str| weights.matrices.get(name).unwrap_or(&empty);
        let bias = |matrix: &crate::shape::Matrix| &weights.vectors[matrix.range()];
        let full = |layer: &crate::shape::Layer| {
            let matrix = matrix(&layer.weight.name);
            narrow(matrix, matrix.inputs, bias(&layer.bias))
        };
        let (first, above) = layout.recurrent.split_at(1);
        let (tags, names) = (
            matrix(&layout.tags.weight.name),
            matrix(&layout.names.weight.name),
        );
        let scales: Vec<f32> = tags.scales.iter().chain(&names.scales).copied().collect();
        let biases: Vec<f32> = bias(&layout.tags.bias)
            .iter()
            .chain(bias(&layout.names.bias))
            .copied()
            .collect();
        let rows = [tags.rows(width), names.rows(width)].concat();
        let word_labels = Matrix::new(width, &rows, &scales, &biases);
        Self {
            word: full(&layout.word),
            first: products(weights, &first[0]),
            above: above.iter().map(|layer| products(weights, layer)).collect(),
            word_labels,
            tags: narrow(tags, width, &[]),
            names: narrow(names, width, &[]),
            views: narrow(
                matrix(&layout.views.weight.name),
                width,
                bias(&layout.views.bias),
            ),
            arcs: full(&layout.arcs),
            labels: full(&layout.labels),
            gates: layout
                .recurrent
                .iter()
                .map(|layer| gates(weights, layer))
                .collect(),
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

    /// Looks every form up, computes what is not known yet, and returns the places.
    fn look_up(&self, weights: &Weights, forms: &[&str], work: &mut Work) -> Vec<usize> {
        if work.places.len() > REMEMBERED {
            work.places.clear();
            work.known.clear();
        }
        let mut missing = Vec::new();
        let mut places = Vec::with_capacity(forms.len());
        for form in forms {
            let place = match work.places.get(*form) {
                Some(&place) => place as usize,
                None => {
                    let place = work.places.len();
                    work.places.insert((*form).into(), place as u32);
                    missing.push(*form);
                    place
                }
            };
            places.push(place);
        }
        let (embedding, width) = (weights.shape.embedding, weights.shape.width);
        work.state.resize(missing.len(), embedding / BLOCK);
        let mut sum = vec![0.0; embedding];
        for (row, form) in missing.iter().enumerate() {
            let rows = features::rows(form, &weights.tables.gazetteer);
            sum.fill(0.0);
            sum_rows(weights, &rows, &mut sum);
            for (block, line) in sum.as_chunks().0.iter().enumerate() {
                work.state.block_mut(block)[row] = *line;
            }
        }
        bytes::quantise(&work.state, embedding / BLOCK, &mut work.bytes);
        bytes::multiply_blocks(&work.bytes, &self.word, &mut work.out);
        work.out.rectify();
        bytes::quantise(&work.out, width / BLOCK, &mut work.bytes);
        bytes::multiply_blocks(&work.bytes, &self.first, &mut work.products);
        bytes::multiply_blocks(&work.bytes, &self.word_labels, &mut work.state);
        for row in 0..missing.len() {
            for part in [&work.out, &work.products, &work.state] {
                part.row(row)
                    .for_each(|line| work.known.extend_from_slice(line));
            }
        }
        places
    }

    /// Scores of some sentences side by side; `starts` holds the first word of each.
    pub fn run<'a>(
        &'a self,
        weights: &'a Weights,
        forms: &[&str],
        starts: &[usize],
        work: &mut Work,
    ) -> Scores<'a> {
        let width = weights.shape.width;
        let n = forms.len();
        let places = self.look_up(weights, forms, work);
        let stride = known(width);
        let (blocks, half) = (width / BLOCK, width / BLOCK / 2);
        work.state.resize(n, blocks);
        work.out.resize(n, blocks);
        for side in 0..2 {
            let gates = &self.gates[0][side * half..][..half];
            recur_known(
                &work.known,
                stride,
                &places,
                starts,
                side * half,
                gates,
                &mut work.state,
            );
        }
        let (mut scores, last) = (std::mem::take(&mut work.scores), self.above.len());
        for (level, (matrix, gates)) in self.above.iter().zip(&self.gates[1..]).enumerate() {
            bytes::quantise(&work.state, blocks, &mut work.bytes);
            if level + 1 == last {
                work.labels.resize(n * self.tags.lines());
                bytes::multiply(&work.bytes, &self.tags, work.labels.get_mut());
                let lines = work.labels.get().chunks_exact(self.tags.lines());
                scores.tags.clear();
                for (lines, &place) in lines.zip(&places) {
                    let known = &work.known[place * stride + 4 * width..][..TAGS];
                    let sums = lines.as_flattened().iter().zip(known).map(|(a, b)| a + b);
                    scores.tags.extend(sums);
                }
            }
            work.layer(matrix, gates, starts);
        }
        bytes::quantise(&work.state, blocks, &mut work.bytes);
        work.labels.resize(n * self.names.lines());
        bytes::multiply(&work.bytes, &self.names, work.labels.get_mut());
        let lines = work.labels.get().chunks_exact(self.names.lines());
        scores.names.clear();
        for (lines, &place) in lines.zip(&places) {
            let known = &work.known[place * stride + 4 * width + TAGS..][..NAMES];
            let sums = lines.as_flattened().iter().zip(known).map(|(a, b)| a + b);
            scores.names.extend(sums);
        }
        bytes::multiply_blocks(&work.bytes, &self.views, &mut scores.views);
        scores.views.rectify();
        bytes::quantise(&scores.views, weights.shape.arc / BLOCK, &mut work.bytes);
        scores.turned.resize(n * self.arcs.lines());
        bytes::multiply(&work.bytes, &self.arcs, scores.turned.get_mut());
        Scores {
            encoder: self,
            weights,
            parts: scores,
        }
    }
}

impl Work {
    /// Runs a layer above the first: `bytes` are the words, as `state` is. Products go straight into the recurrence,
    /// two blocks of columns at a time, so that they never leave the near caches.
    fn layer(&mut self, matrix: &Matrix, gates: &[Gates], starts: &[usize]) {
        let half = gates.len() / 2;
        self.products.resize(self.state.rows(), 6);
        for side in 0..2 {
            for first in (0..half).step_by(2) {
                let count = (half - first).min(2);
                for (place, at) in (0..3 * count).map(|place| (place, place % count)) {
                    let block = (3 * side + place / count) * half + first + at;
                    let out = self.products.block_mut(place);
                    bytes::multiply_block(&self.bytes, matrix, block, out);
                }
                let outs = self.out.pair_mut(side * half + first, count == 2);
                let mut at = 0;
                let strips = outs.map(|out| {
                    let block = side * half + first + at;
                    let products = [0, 1, 2].map(|gate| self.products.block(gate * count + at));
                    at = count - 1;
                    Strip {
                        products,
                        skip: self.state.block(block),
                        gates: &gates[block],
                        out,
                    }
                });
                recur(strips, starts, side == 1);
            }
        }
        std::mem::swap(&mut self.state, &mut self.out);
    }
}

/// Numbers that are remembered of a form, padded to lines.
fn known(width: usize) -> usize {
    4 * width + (TAGS + NAMES).next_multiple_of(BLOCK)
}

/// What the gates of a layer make of the state, for each sixteen columns.
fn gates(weights: &Weights, layer: &Recurrent) -> Vec<Gates> {
    let state = &weights.vectors[layer.state.range()];
    let (forget, reset) = state.split_at(weights.shape.width);
    let both = forget.as_chunks().0.iter().zip(reset.as_chunks().0);
    both.map(|(forget, reset)| [*forget, *reset]).collect()
}

/// The products of a recurrent layer: candidate (which has no bias), forget, reset, for each direction.
fn products(weights: &Weights, layer: &Recurrent) -> Matrix {
    let empty = Quantised::default();
    let matrix = weights.matrices.get(&layer.weight.name).unwrap_or(&empty);
    let (width, half) = (weights.shape.width, weights.shape.width / 2);
    let bias = &weights.vectors[layer.bias.range()];
    let biases: Vec<f32> = (0..3 * width)
        .map(|output| {
            let (side, gate, column) = (output / (3 * half), output / half % 3, output % half);
            match gate {
                0 => 0.0,
                gate => bias[(gate - 1) * width + side * half + column],
            }
        })
        .collect();
    narrow(matrix, width, &biases)
}
