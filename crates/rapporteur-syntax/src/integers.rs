//! Products of words with words, to choose heads: activations of two bytes on both sides, sums of four. Whatever the
//! machine can do, the sums are the same, so the answers are.

use crate::vector::{four, versions};

/// Largest activation: 512 products stay below 2³¹.
const MOST: f32 = 2047.0;
/// Outputs that lie side by side in a packed matrix.
pub(crate) const BLOCK: usize = 16;
/// Rows that are multiplied with all outputs before the next ones, so that they stay in the nearest cache.
const TILE: usize = 48;

/// A matrix for [`multiply`]: blocks of 16 outputs; in each, pairs of inputs; in each, output by output the two numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Packed {
    inputs: usize,
    outputs: usize,
    values: Vec<i16>,
    /// What one whole number of an output's sum is worth (times the row's scale); padded to blocks.
    scales: Vec<f32>,
}

impl Packed {
    /// Packs rows, one an output, `inputs` numbers each (an even number), in the memory of what was packed before.
    pub fn fill(&mut self, rows: &Rows, inputs: usize) {
        let outputs = rows.scales.len();
        let blocks = outputs.div_ceil(BLOCK);
        (self.inputs, self.outputs) = (inputs, outputs);
        self.values.clear();
        self.values.resize(blocks * BLOCK * inputs, 0);
        for (output, row) in rows.values.chunks_exact(inputs).enumerate() {
            let start = output / BLOCK * BLOCK * inputs + output % BLOCK * 2;
            let pairs = self.values[start..].chunks_mut(BLOCK * 2);
            for (to, pair) in pairs.zip(row.as_chunks::<2>().0) {
                to[..2].copy_from_slice(pair);
            }
        }
        self.scales.clear();
        self.scales.extend_from_slice(&rows.scales);
        self.scales.resize(blocks * BLOCK, 0.0);
    }
}

/// Rows of activations as whole numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    values: Vec<i16>,
    scales: Vec<f32>,
}

versions! {
    /// Turns rows of `width` numbers into whole numbers, each row with its own scale.
    fn quantise(x: &[f32], width: usize, out: &mut Rows) = quantise_rows
}

#[inline(always)]
fn quantise_rows(x: &[f32], width: usize, out: &mut Rows) {
    out.values.resize(x.len(), 0);
    out.scales.resize(x.len() / width, 0.0);
    let parts = x
        .chunks_exact(width)
        .zip(out.values.chunks_exact_mut(width));
    for ((row, values), scale) in parts.zip(&mut out.scales) {
        let top = largest(row);
        *scale = top / MOST;
        let inverse = if top > 0.0 { MOST / top } else { 0.0 };
        for (value, x) in values.iter_mut().zip(row) {
            // Adding 1.5 · 2²³ rounds to the nearest whole number in the low bits.
            let bits = (x * inverse + 12_582_912.0).to_bits() as i32;
            *value = bits.wrapping_sub(0x4b40_0000) as i16;
        }
    }
}

/// The largest number of a row, signs aside.
#[inline(always)]
fn largest(row: &[f32]) -> f32 {
    // Sixteen running maxima, so that they fit registers.
    let mut tops = [0.0f32; 16];
    let chunks = row.chunks_exact(16);
    for (top, x) in tops.iter_mut().zip(chunks.remainder()) {
        *top = x.abs();
    }
    for chunk in chunks {
        for (top, x) in tops.iter_mut().zip(chunk) {
            *top = if x.abs() > *top { x.abs() } else { *top };
        }
    }
    tops.iter().fold(0.0f32, |a, &b| if b > a { b } else { a })
}

versions! {
    /// Writes one row of a block: whole sums, scaled; as many as `out` has room for.
    fn finish(sums: &[i32; BLOCK], scale: f32, scales: &[f32], out: &mut [f32]) = finish_row
}

#[inline(always)]
fn finish_row(sums: &[i32; BLOCK], scale: f32, scales: &[f32], out: &mut [f32]) {
    let mut all = [0.0; BLOCK];
    for ((all, sum), other) in all.iter_mut().zip(sums).zip(&scales[..BLOCK]) {
        *all = *sum as f32 * (scale * other);
    }
    match out.first_chunk_mut::<BLOCK>() {
        Some(out) => *out = all,
        None => finish_end(&all, out),
    }
}

/// The last outputs of a matrix. Apart, so that the others are not copied by a call.
#[inline(never)]
fn finish_end(all: &[f32; BLOCK], out: &mut [f32]) {
    out.copy_from_slice(&all[..out.len()]);
}

/// `out[row * outputs + output] = Σ row · output, scaled` for all rows.
pub(crate) fn multiply(rows: &Rows, weights: &Packed, out: &mut [f32]) {
    let n = rows.scales.len();
    let inputs = weights.inputs;
    assert!(rows.values.len() == n * inputs && out.len() >= n * weights.outputs);
    let mut first = 0;
    while first < n {
        let last = (first + TILE).min(n);
        for block in 0..weights.scales.len() / BLOCK {
            let values = &weights.values[block * BLOCK * inputs..][..BLOCK * inputs];
            let mut row = first;
            while row < last {
                let count = (last - row).min(4);
                let mut sums = [[0; BLOCK]; 4];
                let x = &rows.values[row * inputs..(row + count) * inputs];
                four(x, count, values, inputs, &mut sums);
                for (place, sums) in sums.iter().enumerate().take(count) {
                    let at = (row + place) * weights.outputs + block * BLOCK;
                    let width = (weights.outputs - block * BLOCK).min(BLOCK);
                    finish(
                        sums,
                        rows.scales[row + place],
                        &weights.scales[block * BLOCK..],
                        &mut out[at..at + width],
                    );
                }
                row += count;
            }
        }
        first = last;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_near_the_real_ones() {
        let (inputs, outputs, n) = (64, 21, 7);
        let real = |a: usize, b: usize| ((a * 31 + b * 17) % 23) as f32 / 23.0 - 0.5;
        let numbers = |n: usize, first: usize| -> Vec<f32> {
            let number = |i: usize| real(first + i / inputs, i % inputs);
            (0..n * inputs).map(number).collect()
        };
        let (mut rows, mut packed) = (Rows::default(), Packed::default());
        quantise(&numbers(outputs, 5), inputs, &mut rows);
        packed.fill(&rows, inputs);
        quantise(&numbers(n, 0), inputs, &mut rows);
        let mut out = vec![0.0; n * outputs];
        multiply(&rows, &packed, &mut out);
        for (place, found) in out.iter().enumerate() {
            let (row, output) = (place / outputs, place % outputs);
            let products = (0..inputs).map(|i| real(row, i) * real(output + 5, i));
            assert!((found - products.sum::<f32>()).abs() < 0.01);
        }
    }
}
