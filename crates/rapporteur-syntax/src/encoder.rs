//! The network on new words: forms in, scores out.
//!
//! What depends on the form alone (the word layer, the first recurrent products, the words' share of tags and names)
//! is kept from word to word and text to text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Mutex;

use crate::features;
use crate::integers::{NARROW, Packed, Rows, WIDE, multiply, quantise, versions};
use crate::kernels::{Direction, recur};
use crate::shape::{NAMES, RELS, TAGS};
use crate::weights::{Quantised, Weights};

/// Forms that a workspace remembers before it begins anew.
const REMEMBERED: usize = 6000;

/// The network made ready to run.
#[derive(Debug)]
pub(crate) struct Encoder {
    word: Packed,
    recurrent: Vec<Packed>,
    /// Tags and names from the word layer, with their biases, and from the layers above.
    word_labels: Packed,
    tags: Packed,
    names: Packed,
    views: Packed,
    arcs: Packed,
    labels: Packed,
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
    rows: Rows,
    memory: Vec<f32>,
    heads: Packed,
}

/// FNV-1a: forms are short, and an order that an attacker could guess costs at most `REMEMBERED` steps.
#[derive(Debug)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 29
    }
}

/// Outputs `outputs` of a matrix, on its inputs from `first` on.
fn packed(matrix: &Quantised, first: usize, inputs: usize, bias: &[f32]) -> Packed {
    let value = |output: usize, input: usize| {
        i16::from(matrix.values[output * matrix.inputs + first + input])
    };
    let scales: Vec<f32> = matrix.scales.clone();
    Packed::new(inputs, &scales, bias, value)
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
            .for_each(|(s, &r)| *s += scale * f32::from(r));
    }
}

impl Encoder {
    pub fn new(weights: &Weights) -> Self {
        let empty = Quantised::default();
        let layout = &weights.layout;
        let width = weights.shape.width;
        let matrix = |name: &str| weights.matrices.get(name).unwrap_or(&empty);
        let bias = |matrix: &crate::shape::Matrix| &weights.vectors[matrix.range()];
        let whole = |layer: &crate::shape::Layer, with_bias: bool| {
            let matrix = matrix(&layer.weight.name);
            packed(
                matrix,
                0,
                matrix.inputs,
                if with_bias { bias(&layer.bias) } else { &[] },
            )
        };
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
        let word_labels = Packed::new(width, &scales, &biases, |output, input| {
            let (matrix, output) = if output < TAGS {
                (tags, output)
            } else {
                (names, output - TAGS)
            };
            i16::from(matrix.values[output * matrix.inputs + width + input])
        });
        Self {
            word: whole(&layout.word, true),
            recurrent: layout
                .recurrent
                .iter()
                .map(|layer| packed(matrix(&layer.weight.name), 0, width, &[]))
                .collect(),
            word_labels,
            tags: packed(tags, 0, width, &[]),
            names: packed(names, 0, width, &[]),
            views: whole(&layout.views, true),
            arcs: whole(&layout.arcs, true),
            labels: whole(&layout.labels, true),
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
        let mut sums = vec![0.0; missing.len() * embedding];
        for (form, sum) in missing.iter().zip(sums.chunks_exact_mut(embedding)) {
            sum_rows(
                weights,
                &features::rows(form, &weights.tables.gazetteer),
                sum,
            );
        }
        let n = missing.len();
        let mut run = |x: &[f32], packed: &Packed| {
            quantise(x, packed.inputs, WIDE, &mut work.rows);
            let mut out = vec![0.0; n * packed.outputs];
            multiply(&work.rows, packed, &mut out);
            out
        };
        let mut words = run(&sums, &self.word);
        words.iter_mut().for_each(|x| *x = x.max(0.0));
        let products = run(&words, &self.recurrent[0]);
        let labels = run(&words, &self.word_labels);
        for word in 0..n {
            work.known
                .extend_from_slice(&words[word * width..][..width]);
            work.known
                .extend_from_slice(&products[word * 3 * width..][..3 * width]);
            work.known
                .extend_from_slice(&labels[word * (TAGS + NAMES)..][..TAGS + NAMES]);
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
        let stride = 4 * width + TAGS + NAMES;
        let mut state = Vec::with_capacity(n * width);
        let mut products = Vec::with_capacity(n * 3 * width);
        let mut tags = vec![0.0; n * TAGS];
        let mut names = vec![0.0; n * NAMES];
        for &place in &places {
            let known = &work.known[place * stride..][..stride];
            state.extend_from_slice(&known[..width]);
            products.extend_from_slice(&known[width..4 * width]);
        }
        work.memory.resize(width / 2, 0.0);
        let mut out = vec![0.0; n * width];
        for (level, layer) in weights.layout.recurrent.iter().enumerate() {
            if level > 0 {
                quantise(&state, width, WIDE, &mut work.rows);
                multiply(&work.rows, &self.recurrent[level], &mut products);
                if level + 1 == weights.layout.recurrent.len() {
                    multiply(&work.rows, &self.tags, &mut tags);
                }
            }
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
            std::mem::swap(&mut state, &mut out);
        }
        quantise(&state, width, WIDE, &mut work.rows);
        multiply(&work.rows, &self.names, &mut names);
        let mut views = vec![0.0; n * self.views.outputs];
        multiply(&work.rows, &self.views, &mut views);
        views.iter_mut().for_each(|x| *x = x.max(0.0));
        for (word, &place) in places.iter().enumerate() {
            let known = &work.known[place * stride + 4 * width..][..TAGS + NAMES];
            let add =
                |to: &mut [f32], from: &[f32]| to.iter_mut().zip(from).for_each(|(a, b)| *a += b);
            add(&mut tags[word * TAGS..][..TAGS], &known[..TAGS]);
            add(&mut names[word * NAMES..][..NAMES], &known[TAGS..]);
        }
        let (arc, all) = (weights.shape.arc, self.views.outputs);
        let mut dependents = Vec::with_capacity(n * arc);
        views
            .chunks_exact(all)
            .for_each(|view| dependents.extend_from_slice(&view[..arc]));
        quantise(&dependents, arc, WIDE, &mut work.rows);
        let mut turned = vec![0.0; n * arc];
        multiply(&work.rows, &self.arcs, &mut turned);
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
    labels: &'a Packed,
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
    pub fn arcs(&self, from: usize, n: usize, work: &mut Work) -> Vec<f32> {
        let arc = self.weights.shape.arc;
        let all = 2 * (arc + self.weights.shape.label);
        let mut heads = Vec::with_capacity((n + 1) * arc);
        heads.extend_from_slice(&self.weights.vectors[self.weights.layout.arc_root.range()]);
        for word in from..from + n {
            heads.extend_from_slice(&self.views[word * all + arc..][..arc]);
        }
        quantise(&heads, arc, NARROW, &mut work.rows);
        let (values, scales) = (&work.rows.values, &work.rows.scales);
        work.heads
            .fill(arc, scales, &[], |head, input| values[head * arc + input]);
        quantise(
            &self.turned[from * arc..(from + n) * arc],
            arc,
            NARROW,
            &mut work.rows,
        );
        let mut scores = vec![0.0; n * (n + 1)];
        multiply(&work.rows, &work.heads, &mut scores);
        scores
    }

    /// Scores of the relations between words and their governors, or the root: [`RELS`] for each pair.
    pub fn labels(&self, pairs: &[(usize, Option<usize>)], work: &mut Work) -> Vec<f32> {
        let (arc, label) = (self.weights.shape.arc, self.weights.shape.label);
        let all = 2 * (arc + label);
        let mut x = Vec::with_capacity(pairs.len() * 3 * label);
        for &(word, governor) in pairs {
            let dependent = &self.views[word * all + 2 * arc..][..label];
            let head = match governor {
                Some(governor) => &self.views[governor * all + 2 * arc + label..][..label],
                None => &self.weights.vectors[self.weights.layout.label_root.range()],
            };
            x.extend_from_slice(dependent);
            x.extend_from_slice(head);
            x.extend(dependent.iter().zip(head).map(|(a, b)| a * b));
        }
        quantise(&x, 3 * label, WIDE, &mut work.rows);
        let mut out = vec![0.0; pairs.len() * RELS];
        multiply(&work.rows, self.labels, &mut out);
        out
    }
}
