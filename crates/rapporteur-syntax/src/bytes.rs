//! Products of bytes: weights of one byte, activations of one, sums of four. Where the time of reading goes.
//!
//! An activation is a whole number from 0 to 90 (45 stands for zero), so a product with a weight is at most 11,430.
//! AVX2 can add such products in 16 bits, which is fast, as long as no sum leaves them. So the inputs of each block
//! of outputs are put into an order in which no run of eight inputs can leave 16 bits whatever the activations are;
//! where there is no such order, the runs are shorter. The sums are exact on every machine.

use crate::blocks::{Blocks, CACHED, Line};
use crate::integers::BLOCK;
use crate::vector::{Part, versions};

/// Half the range of an activation.
const HALF: i32 = 45;
/// Most that the weights of one sign in a run may come to.
const LIMIT: u16 = i16::MAX as u16 / (2 * HALF as u16);
/// Inputs that one instruction adds up.
pub(crate) const QUAD: usize = 4;
/// Quads in the longest run: each 16-bit sum takes half the inputs of a quad.
pub(crate) const RUN: usize = 4;
/// A matrix of weights for [`multiply`]: blocks of 16 outputs; in each, quads of inputs; in each, output by output
/// the four weights.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matrix {
    inputs: usize,
    values: Vec<i8>,
    /// Where the weights begin: where the processor's memory lines do, so that no load needs two of them.
    start: usize,
    /// Where the inputs of each quad begin, block by block.
    order: Vec<u16>,
    /// Quads in a run, for each block.
    runs: Vec<u8>,
    /// What every sum begins with, for the zero of the activations; padded to blocks.
    begin: Vec<i32>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

/// Rows of activations as bytes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    /// Padded to whole runs; more than there are rows are left from before.
    pub values: Vec<u8>,
    pub stride: usize,
    pub scales: Vec<f32>,
}

/// Length of a row of bytes.
fn stride(inputs: usize) -> usize {
    inputs.next_multiple_of(QUAD * RUN)
}

impl Matrix {
    /// Packs rows of weights, one an output, of which the first `inputs` numbers count.
    pub fn new(inputs: usize, rows: &[&[i8]], scales: &[f32], bias: &[f32]) -> Self {
        let quads = stride(inputs) / QUAD;
        let mut matrix = Self {
            inputs,
            scales: scales.to_vec(),
            bias: bias.to_vec(),
            ..Self::default()
        };
        let padded = rows.len().next_multiple_of(BLOCK);
        matrix.scales.resize(padded, 0.0);
        matrix.bias.resize(padded, 0.0);
        let weights = padded * QUAD * quads;
        matrix.values.reserve_exact(weights + CACHED);
        matrix.start = matrix.values.as_ptr().align_offset(CACHED).min(CACHED);
        matrix.values.resize(matrix.start, 0);
        for rows in rows.chunks(BLOCK) {
            let mut all = vec![[[0i8; QUAD]; BLOCK]; quads];
            for (output, row) in rows.iter().enumerate() {
                for (quad, weights) in all.iter_mut().zip(row[..inputs].chunks(QUAD)) {
                    quad[output][..weights.len()].copy_from_slice(weights);
                }
                let sum: i32 = row[..inputs].iter().map(|&w| i32::from(w)).sum();
                matrix.begin.push(-HALF * sum);
            }
            let loads: Vec<Load> = all.iter().map(load).collect();
            let order = arrange(&loads);
            let fits = |run: &usize| {
                order.chunks(*run).all(|run| {
                    let sums = run
                        .iter()
                        .fold([0; 4 * BLOCK], |sums, &q| add(&sums, &loads[q]));
                    heaviest(&sums) <= LIMIT
                })
            };
            let run = [RUN, 2].into_iter().find(fits).unwrap_or(1);
            matrix.runs.push(run as u8);
            for quad in order {
                matrix.order.push((quad * QUAD) as u16);
                matrix.values.extend_from_slice(all[quad].as_flattened());
            }
        }
        matrix.begin.resize(padded, 0);
        matrix
    }

    /// One block.
    fn part(&self, block: usize) -> Part<'_> {
        let stride = stride(self.inputs);
        let quads = stride / QUAD;
        Part {
            values: &self.values[self.start + block * BLOCK * stride..][..BLOCK * stride],
            order: &self.order[block * quads..][..quads],
            run: self.runs[block],
            begin: &self.begin.as_chunks().0[block],
            scales: &self.scales.as_chunks().0[block],
            bias: &self.bias.as_chunks().0[block],
        }
    }

    /// Lines of outputs.
    pub fn lines(&self) -> usize {
        self.runs.len()
    }
}

/// What the weights of a quad or run come to at most in each 16-bit sum: two sums an output, first the positive
/// weights, then the negative ones.
type Load = [u16; 4 * BLOCK];

fn load(quad: &[[i8; QUAD]; BLOCK]) -> Load {
    let mut load = [0; 4 * BLOCK];
    for (half, weights) in quad.as_flattened().chunks_exact(2).enumerate() {
        for &weight in weights {
            let side = if weight > 0 { 0 } else { 2 * BLOCK };
            load[side + half] += u16::from(weight.unsigned_abs());
        }
    }
    load
}

fn add(a: &Load, b: &Load) -> Load {
    let mut sums = *a;
    sums.iter_mut().zip(b).for_each(|(sum, b)| *sum += b);
    sums
}

fn heaviest(load: &Load) -> u16 {
    load.iter().fold(0, |a, &b| a.max(b))
}

/// Puts quads into an order in which runs of [`RUN`] load no sum heavily: each, the heaviest first, goes where the
/// heaviest sum then is lightest.
fn arrange(loads: &[Load]) -> Vec<usize> {
    let mut rest: Vec<usize> = (0..loads.len()).collect();
    rest.sort_by_key(|&quad| std::cmp::Reverse(heaviest(&loads[quad])));
    let mut runs = vec![(Vec::with_capacity(RUN), [0; 4 * BLOCK]); loads.len() / RUN];
    for quad in rest {
        let open = runs.iter_mut().filter(|(members, _)| members.len() < RUN);
        if let Some((members, sums)) =
            open.min_by_key(|(_, sums)| heaviest(&add(sums, &loads[quad])))
        {
            members.push(quad);
            *sums = add(sums, &loads[quad]);
        }
    }
    runs.into_iter().flat_map(|(members, _)| members).collect()
}

versions! {
    /// Turns the first `blocks` blocks of words into bytes, each word with its own scale.
    fn quantise(x: &Blocks, blocks: usize, out: &mut Rows) = quantise_rows
}

#[inline(always)]
fn quantise_rows(x: &Blocks, blocks: usize, out: &mut Rows) {
    let n = x.rows();
    out.stride = stride(blocks * BLOCK);
    if out.values.len() < n * out.stride {
        out.values.resize(n * out.stride, 0);
    }
    out.scales.resize(n, 0.0);
    let rows = out.values.chunks_exact_mut(out.stride).zip(&mut out.scales);
    for (row, (values, scale)) in rows.enumerate() {
        let mut tops = [0.0f32; BLOCK];
        for line in x.row(row).take(blocks) {
            for (top, x) in tops.iter_mut().zip(line) {
                *top = if x.abs() > *top { x.abs() } else { *top };
            }
        }
        let top = tops.iter().fold(0.0f32, |a, &b| if b > a { b } else { a });
        *scale = top / HALF as f32;
        let inverse = if top > 0.0 { HALF as f32 / top } else { 0.0 };
        for (values, line) in values
            .as_chunks_mut()
            .0
            .iter_mut()
            .zip(x.row(row).take(blocks))
        {
            *values = line.map(|x| {
                // Adding 1.5 · 2²³ rounds to the nearest whole number in the low bits.
                let bits = (x * inverse + 12_582_912.0).to_bits() as i32;
                bits.wrapping_sub(0x4b40_0000 - HALF) as u8
            });
        }
    }
}

/// All outputs of all rows, each padded to whole lines: `Σ row · weight, scaled, + bias`.
pub(crate) fn multiply(rows: &Rows, matrix: &Matrix, out: &mut [Line]) {
    let step = matrix.lines();
    for block in 0..step {
        matrix.part(block).multiply(rows, &mut out[block..], step);
    }
}

/// As [`multiply`], block by block.
pub(crate) fn multiply_blocks(rows: &Rows, matrix: &Matrix, out: &mut Blocks) {
    out.resize(rows.scales.len(), matrix.lines());
    for block in 0..matrix.lines() {
        matrix.part(block).multiply(rows, out.block_mut(block), 1);
    }
}

/// As [`multiply`], one line of every row.
pub(crate) fn multiply_block(rows: &Rows, matrix: &Matrix, block: usize, out: &mut [Line]) {
    matrix.part(block).multiply(rows, out, 1);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers up to `most` that look random.
    fn numbers(seed: u64, most: i64) -> impl FnMut() -> i64 {
        let mut state = seed;
        move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64 % (2 * most + 1) - most
        }
    }

    #[test]
    fn every_machine_gets_the_same_sums() {
        // Small weights fit the longest runs; large ones, all of one sign, fit shorter ones.
        for (inputs, most, run) in [(256, 60, 4), (192, 90, 2), (64, 127, 1)] {
            let mut next = numbers(7, most);
            let all: Vec<i8> = (0..21 * inputs)
                .map(|_| if run == 4 { next() } else { most } as i8)
                .collect();
            let all_rows: Vec<&[i8]> = all.chunks_exact(inputs).collect();
            let matrix = Matrix::new(inputs, &all_rows, &[1.0; 21], &[]);
            assert_eq!(matrix.runs[0], run);
            let mut next = numbers(3, HALF.into());
            for extreme in [false, true] {
                let values: Vec<u8> = (0..3 * inputs)
                    .map(|_| {
                        if extreme {
                            2 * HALF as u8
                        } else {
                            (next() + i64::from(HALF)) as u8
                        }
                    })
                    .collect();
                let mut found = vec![[0.0; BLOCK]; 3 * 2];
                let rows = Rows {
                    values,
                    stride: inputs,
                    scales: vec![1.0; 3],
                };
                multiply(&rows, &matrix, &mut found);
                for (place, found) in found.as_flattened().iter().enumerate() {
                    let (row, output) = (place / 32, place % 32);
                    if output >= 21 {
                        assert_eq!(*found, 0.0);
                        continue;
                    }
                    let x = rows.values[row * inputs..]
                        .iter()
                        .zip(&all[output * inputs..]);
                    let products = x.map(|(&x, &w)| (i32::from(x) - HALF) * i32::from(w));
                    let sum: i32 = products.take(inputs).sum();
                    assert_eq!(*found, sum as f32);
                    let part = matrix.part(output / BLOCK);
                    let x = &rows.values[row * inputs..][..inputs];
                    assert_eq!(part.two([x, x])[1][output % BLOCK], sum);
                }
            }
        }
    }

    #[test]
    fn products_are_near_the_real_ones() {
        let (inputs, outputs, n) = (80, 21, 7);
        let mut next = numbers(5, 1000);
        let mut x = Blocks::default();
        x.resize(n, inputs / BLOCK);
        for block in 0..inputs / BLOCK {
            let lines = x.block_mut(block).as_flattened_mut();
            lines.iter_mut().for_each(|x| *x = next() as f32 / 1000.0);
        }
        let weights: Vec<i8> = (0..outputs * inputs).map(|_| (next() / 8) as i8).collect();
        let bias: Vec<f32> = (0..outputs).map(|o| o as f32).collect();
        let all: Vec<&[i8]> = weights.chunks_exact(inputs).collect();
        let matrix = Matrix::new(inputs, &all, &vec![0.01; outputs], &bias);
        let mut rows = Rows::default();
        quantise(&x, inputs / BLOCK, &mut rows);
        let mut out = vec![[0.0; BLOCK]; n * 2];
        multiply(&rows, &matrix, &mut out);
        for row in 0..n {
            for output in 0..outputs {
                let x = (0..inputs).map(|i| x.block(i / BLOCK)[row][i % BLOCK]);
                let products = x.zip(&weights[output * inputs..]);
                let products = products.map(|(x, &w)| x * f32::from(w) * 0.01);
                let sum: f32 = products.sum();
                let found = out[row * 2 + output / BLOCK][output % BLOCK] - output as f32;
                assert!((found - sum).abs() < 0.2, "{found} for {sum}");
            }
        }
    }
}
