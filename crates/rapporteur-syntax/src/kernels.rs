//! The arithmetic that takes the time, in floating point: products for training, the recurrence for all.

use crate::blocks::{Blocks, Line};
use crate::integers::BLOCK;
use crate::vector::versions;

/// What the forget and the reset gate of sixteen columns make of the state.
pub(crate) type Gates = [Line; 2];

/// Sixteen columns of a recurrent layer over some words.
pub(crate) struct Strip<'a> {
    /// Candidate, forget and reset products, with their biases.
    pub products: [&'a [Line]; 3],
    /// What the layer is run on.
    pub skip: &'a [Line],
    pub gates: &'a Gates,
    pub out: &'a mut [Line],
}

versions! {
    /// Runs the recurrence over the sentences that begin at `starts`. Two strips go side by side, so that neither waits
    /// for its own last step.
    fn recur(strips: [Strip; 2], starts: &[usize], backward: bool) = recur_strips
}

#[inline(always)]
fn recur_strips(mut strips: [Strip; 2], starts: &[usize], backward: bool) {
    let rows = strips[0].out.len();
    let count = if strips[1].out.is_empty() { 1 } else { 2 };
    for strip in &strips[..count] {
        let all = strip.products.iter().chain([&strip.skip]);
        assert!(all.into_iter().all(|lines| lines.len() == rows) && strip.out.len() == rows);
    }
    for (place, &start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(rows);
        let mut memory = [[0.0; BLOCK]; 2];
        for step in start..end {
            let word = if backward {
                end - 1 - (step - start)
            } else {
                step
            };
            for (strip, memory) in strips[..count].iter_mut().zip(&mut memory) {
                let [candidate, forget, reset] = strip.products.map(|lines| &lines[word]);
                let parts = [candidate, forget, reset, &strip.skip[word]];
                strip.out[word] = step_line(parts, strip.gates, memory);
            }
        }
    }
}

versions! {
    /// Runs one direction of the first layer, whose words and products lie in `known`, `stride` numbers a form: the
    /// word, then the products. `rows` tells the form of each word; the columns from block `first` of `out` on are
    /// written, of which each has one of `gates`.
    fn recur_known(known: &[f32], stride: usize, rows: &[usize], starts: &[usize], first: usize, gates: &[Gates], out: &mut Blocks) = recur_forms
}

#[inline(always)]
fn recur_forms(
    known: &[f32],
    stride: usize,
    rows: &[usize],
    starts: &[usize],
    first: usize,
    gates: &[Gates],
    out: &mut Blocks,
) {
    let blocks = gates.len();
    let backward = first > 0;
    let mut memory = vec![[0.0; BLOCK]; blocks];
    for (place, &start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(rows.len());
        memory.fill([0.0; BLOCK]);
        for step in start..end {
            let word = if backward {
                end - 1 - (step - start)
            } else {
                step
            };
            let (lines, _) = known[rows[word] * stride..][..stride].as_chunks();
            let skip = &lines[first..][..blocks];
            let products = &lines[2 * blocks + 3 * first..][..3 * blocks];
            for block in 0..blocks {
                let parts = [
                    &products[block],
                    &products[blocks + block],
                    &products[2 * blocks + block],
                    &skip[block],
                ];
                out.block_mut(first + block)[word] =
                    step_line(parts, &gates[block], &mut memory[block]);
            }
        }
    }
}

/// One step of sixteen columns: candidate, forget and reset products, and what the layer is run on.
#[inline(always)]
fn step_line(
    [candidate, forget, reset, skip]: [&Line; 4],
    gates: &Gates,
    memory: &mut Line,
) -> Line {
    let mut out = [0.0; BLOCK];
    for i in 0..BLOCK {
        let old = memory[i];
        let [f, r] = sigmoids([forget[i] + gates[0][i] * old, reset[i] + gates[1][i] * old]);
        let new = candidate[i] + f * (old - candidate[i]);
        memory[i] = new;
        out[i] = skip[i] + r * (new - skip[i]);
    }
    out
}

/// The logistic function of two numbers, with one division, see [`sigmoid`].
#[inline(always)]
fn sigmoids(x: [f32; 2]) -> [f32; 2] {
    let [(top, bottom), (other_top, other_bottom)] = x.map(fraction);
    let inverse = 1.0 / (bottom * other_bottom);
    [
        0.5 + top * other_bottom * inverse,
        0.5 + other_top * bottom * inverse,
    ]
}

/// The logistic function, within 0.003, from a Padé approximation of tanh: no call of a library whose last bit may
/// differ between machines.
#[inline(always)]
pub(crate) fn sigmoid(x: f32) -> f32 {
    let (top, bottom) = fraction(x);
    0.5 + top / bottom
}

/// Half of tanh(x / 2) as a fraction.
#[inline(always)]
fn fraction(x: f32) -> (f32, f32) {
    let x = x.clamp(-7.2, 7.2);
    let s = x * x;
    let top = x * (236.25 + s * (6.5625 + s * 0.015_625));
    let bottom = 945.0 + s * (105.0 + s * 0.9375);
    (top, bottom)
}
