//! How large the network is, and where each matrix lies in the flat vector of its dense weights.

use std::ops::Range;

use crate::{NameKind, Rel, Upos, Xpos};

/// Sizes of the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Numbers in a row of the table of features.
    pub embedding: usize,
    /// Numbers a word has in the encoder (both directions together); a multiple of 32.
    pub width: usize,
    /// Recurrent layers, at least 2.
    pub layers: usize,
    /// Numbers with which heads are chosen.
    pub arc: usize,
    /// Numbers with which relations are chosen.
    pub label: usize,
}

impl Default for Shape {
    fn default() -> Self {
        Self {
            embedding: 128,
            width: 256,
            layers: 3,
            arc: 128,
            label: 64,
        }
    }
}

/// Labels of the tag head: UPOS, then XPOS.
pub const TAGS: usize = Upos::ALL.len() + Xpos::ALL.len();
/// Labels of the name head: outside, then beginning and inside of each kind.
pub const NAMES: usize = 1 + 2 * NameKind::ALL.len();
/// Relations.
pub const RELS: usize = Rel::ALL.len();

/// A matrix among the dense weights: `rows` inputs × `columns` outputs, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Name in the file of weights.
    pub name: String,
    /// Inputs; 1 for a vector.
    pub rows: usize,
    /// Outputs.
    pub columns: usize,
    /// First number.
    pub start: usize,
}

impl Matrix {
    /// Where it lies.
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.rows * self.columns
    }
}

/// All dense weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// Feature sum to word.
    pub word: Layer,
    /// Recurrent layers.
    pub recurrent: Vec<Recurrent>,
    /// Tags, from the last layer but one and the word.
    pub tags: Layer,
    /// Names, from the last layer and the word.
    pub names: Layer,
    /// Four views of the last layer side by side: dependent and head for arcs, dependent and head for labels.
    pub views: Layer,
    /// Dependent × head; the bias is a preference for heads.
    pub arcs: Layer,
    /// What stands for the root as a head, for arcs.
    pub arc_root: Matrix,
    /// Dependent, head and their product to relation.
    pub labels: Layer,
    /// What stands for the root as a head, for labels.
    pub label_root: Matrix,
    /// Numbers in all.
    pub length: usize,
}

/// A matrix and its bias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Weight.
    pub weight: Matrix,
    /// Bias.
    pub bias: Matrix,
}

/// A bidirectional simple recurrent unit (Lei et al. 2018, <https://arxiv.org/abs/1709.02755>).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurrent {
    /// Input to candidate, forget gate, reset gate; forward then backward.
    pub weight: Matrix,
    /// State to forget gate (first row) and to reset gate (second row), element by element.
    pub state: Matrix,
    /// Biases of both gates.
    pub bias: Matrix,
}

impl Layout {
    /// The layout of a network of that shape.
    pub fn new(shape: &Shape) -> Self {
        let mut next = 0;
        let mut matrix = |name: String, rows: usize, columns: usize| {
            let start = next;
            next += rows * columns;
            Matrix {
                name,
                rows,
                columns,
                start,
            }
        };
        let mut layer = |name: &str, rows: usize, columns: usize, bias: usize| Layer {
            weight: matrix(format!("{name}.weight"), rows, columns),
            bias: matrix(format!("{name}.bias"), 1, bias),
        };
        let (width, arc, label) = (shape.width, shape.arc, shape.label);
        let word = layer("word", shape.embedding, width, width);
        let tags = layer("tags", 2 * width, TAGS, TAGS);
        let names = layer("names", 2 * width, NAMES, NAMES);
        let all = 2 * (arc + label);
        let views = layer("views", width, all, all);
        let arcs = layer("arcs", arc, arc, arc);
        let labels = layer("labels", 3 * label, RELS, RELS);
        let arc_root = matrix("arcs.root".into(), 1, arc);
        let label_root = matrix("labels.root".into(), 1, label);
        let recurrent = (0..shape.layers)
            .map(|n| Recurrent {
                weight: matrix(format!("recurrent.{n}.weight"), width, 3 * width),
                state: matrix(format!("recurrent.{n}.state"), 2, width),
                bias: matrix(format!("recurrent.{n}.bias"), 2, width),
            })
            .collect();
        Self {
            word,
            recurrent,
            tags,
            names,
            views,
            arcs,
            arc_root,
            labels,
            label_root,
            length: next,
        }
    }

    /// Every matrix.
    pub fn matrices(&self) -> Vec<&Matrix> {
        let mut out = Vec::new();
        for layer in [
            &self.word,
            &self.tags,
            &self.names,
            &self.views,
            &self.arcs,
            &self.labels,
        ] {
            out.extend([&layer.weight, &layer.bias]);
        }
        out.extend([&self.arc_root, &self.label_root]);
        for layer in &self.recurrent {
            out.extend([&layer.weight, &layer.state, &layer.bias]);
        }
        out
    }
}
