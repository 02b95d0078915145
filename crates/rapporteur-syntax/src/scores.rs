//! What the network says of some words: scores of tags and names, and on demand of heads and relations.

use crate::blocks::{Aligned, Blocks};
use crate::bytes;
use crate::encoder::{Encoder, Work};
use crate::integers::{BLOCK, multiply, quantise};
use crate::shape::{NAMES, RELS, TAGS};
use crate::weights::Weights;

/// Scores of the words of one run.
pub(crate) struct Scores<'a> {
    pub encoder: &'a Encoder,
    pub weights: &'a Weights,
    pub parts: Parts,
}

/// The numbers of scores.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// [`TAGS`] and [`NAMES`] a word.
    pub tags: Vec<f32>,
    pub names: Vec<f32>,
    /// The four views of each word.
    pub views: Blocks,
    /// Dependents, turned to be multiplied with heads.
    pub turned: Aligned,
}

impl Scores<'_> {
    /// Scores of UPOS, then XPOS.
    pub fn tags(&self, word: usize) -> &[f32] {
        &self.parts.tags[word * TAGS..][..TAGS]
    }

    /// Scores of name labels of `n` words.
    pub fn names(&self, from: usize, n: usize) -> &[f32] {
        &self.parts.names[from * NAMES..(from + n) * NAMES]
    }

    /// Gives the memory back, for the next scores.
    pub fn give_back(self, work: &mut Work) {
        work.scores = self.parts;
    }

    /// Scores of every head for every word of a sentence, see [`crate::decode::heads`].
    pub fn arcs<'a>(&self, from: usize, n: usize, work: &'a mut Work) -> &'a [f32] {
        let arc = self.weights.shape.arc;
        work.picked.clear();
        work.picked
            .extend_from_slice(&self.weights.vectors[self.weights.layout.arc_root.range()]);
        for word in from..from + n {
            let view = self.parts.views.row(word);
            let view = view.skip(arc / BLOCK).take(arc / BLOCK);
            view.for_each(|line| work.picked.extend_from_slice(line));
        }
        quantise(&work.picked, arc, &mut work.rows);
        work.heads.fill(&work.rows, arc);
        let turned = self.parts.turned.get().as_flattened();
        quantise(&turned[from * arc..(from + n) * arc], arc, &mut work.rows);
        work.found.resize(n * (n + 1), 0.0);
        multiply(&work.rows, &work.heads, &mut work.found);
        &work.found
    }

    /// Scores of the relations between words and their governors, or the root: [`RELS`] for each pair, padded to
    /// lines.
    pub fn labels<'a>(
        &self,
        pairs: &[(usize, Option<usize>)],
        work: &'a mut Work,
    ) -> impl Iterator<Item = &'a [f32]> {
        let (arc, label) = (
            self.weights.shape.arc / BLOCK,
            self.weights.shape.label / BLOCK,
        );
        let views = &self.parts.views;
        let root = &self.weights.vectors[self.weights.layout.label_root.range()];
        work.pairs.resize(pairs.len(), 3 * label);
        for block in 0..label {
            let dependents = views.block(2 * arc + block);
            let heads = views.block(2 * arc + label + block);
            let root = &root.as_chunks().0[block];
            for (row, &(word, governor)) in pairs.iter().enumerate() {
                let dependent = &dependents[word];
                let head = governor.map_or(root, |governor| &heads[governor]);
                let mut both = *dependent;
                both.iter_mut().zip(head).for_each(|(a, b)| *a *= b);
                work.pairs.block_mut(block)[row] = *dependent;
                work.pairs.block_mut(label + block)[row] = *head;
                work.pairs.block_mut(2 * label + block)[row] = both;
            }
        }
        bytes::quantise(&work.pairs, 3 * label, &mut work.bytes);
        let lines = self.encoder.labels.lines();
        work.relations.resize(pairs.len() * lines);
        bytes::multiply(&work.bytes, &self.encoder.labels, work.relations.get_mut());
        let rows = work.relations.get().chunks_exact(lines);
        rows.map(|lines| &lines.as_flattened()[..RELS])
    }
}
