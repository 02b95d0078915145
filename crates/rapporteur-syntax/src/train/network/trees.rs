//! The parser while it learns: which head, and which relation to it.

use crate::shape::{RELS, Shape};
use crate::vector::{View, gemm};

use super::{Batch, Gradients, Network};
use crate::train::loss::{add, mask, softmax_loss};
use crate::train::random::Random;
use crate::train::target::Target;

impl Network {
    /// The parser's losses and gradients; adds the gradient of the last state to `back`.
    pub(super) fn learn_trees(
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
}
