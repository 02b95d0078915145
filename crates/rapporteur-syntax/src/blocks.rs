//! Numbers of many words, sixteen columns at a time: all words' first sixteen, then all words' next.
//!
//! What is computed column by column then goes through memory in order.

use crate::integers::BLOCK;

/// Sixteen numbers of one word.
pub(crate) type Line = [f32; BLOCK];

/// Bytes that the processor moves together; a line fills one.
pub(crate) const CACHED: usize = 64;

/// Numbers of some words, block by block.
#[derive(Debug, Clone, Default)]
pub(crate) struct Blocks {
    lines: Aligned,
    rows: usize,
    /// Lines from one block to the next: odd, so that a word's lines do not crowd the same places of the cache.
    stride: usize,
}

impl Blocks {
    /// Makes room for so many words and blocks. What the numbers are is left open.
    pub fn resize(&mut self, rows: usize, blocks: usize) {
        (self.rows, self.stride) = (rows, rows | 1);
        self.lines.resize(blocks * self.stride);
    }

    /// The lines of a block, one a word.
    pub fn block(&self, block: usize) -> &[Line] {
        &self.lines.get()[block * self.stride..][..self.rows]
    }

    /// As [`Blocks::block`].
    pub fn block_mut(&mut self, block: usize) -> &mut [Line] {
        &mut self.lines.get_mut()[block * self.stride..][..self.rows]
    }

    /// Two blocks that lie side by side, or one.
    pub fn pair_mut(&mut self, block: usize, both: bool) -> [&mut [Line]; 2] {
        let (rows, stride) = (self.rows, self.stride);
        let (first, rest) = self.lines.get_mut()[block * stride..].split_at_mut(stride);
        [
            &mut first[..rows],
            if both { &mut rest[..rows] } else { &mut [] },
        ]
    }

    /// Makes all numbers below zero zero.
    pub fn rectify(&mut self) {
        let lines = self.lines.get_mut().as_flattened_mut();
        lines.iter_mut().for_each(|x| *x = x.max(0.0));
    }

    /// Words.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The lines of a word.
    #[inline(always)]
    pub fn row(&self, row: usize) -> impl Iterator<Item = &Line> {
        self.lines.get()[row..].iter().step_by(self.stride)
    }
}

/// Lines that begin where the processor's memory lines do, so that writing one touches no other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Aligned {
    values: Vec<f32>,
    start: usize,
    lines: usize,
}

impl Aligned {
    /// Makes room for so many lines. What the numbers are is left open.
    pub fn resize(&mut self, lines: usize) {
        if self.values.len() < (lines + 1) * BLOCK {
            self.values.resize((lines + 1) * BLOCK, 0.0);
        }
        self.start = self.values.as_ptr().align_offset(CACHED).min(BLOCK);
        self.lines = lines;
    }

    pub fn get(&self) -> &[Line] {
        &self.values[self.start..].as_chunks().0[..self.lines]
    }

    pub fn get_mut(&mut self) -> &mut [Line] {
        &mut self.values[self.start..].as_chunks_mut().0[..self.lines]
    }
}
