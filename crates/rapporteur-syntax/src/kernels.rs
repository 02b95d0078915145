//! The arithmetic that takes the time, in floating point: products for training, the recurrence for all.

use crate::integers::versions;

/// A matrix inside a slice: the number at row r, column c is `data[r * rows + c * columns]`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    pub data: &'a [f32],
    pub rows: usize,
    pub columns: usize,
}

impl<'a> View<'a> {
    /// Row by row, `stride` numbers a row.
    pub fn new(data: &'a [f32], stride: usize) -> Self {
        Self {
            data,
            rows: stride,
            columns: 1,
        }
    }

    /// The transposed matrix.
    pub fn transposed(self) -> Self {
        Self {
            data: self.data,
            rows: self.columns,
            columns: self.rows,
        }
    }

    fn holds(&self, m: usize, n: usize) -> bool {
        m == 0 || n == 0 || (m - 1) * self.rows + (n - 1) * self.columns < self.data.len()
    }
}

/// `out = a · b + beta · out` for an m×k matrix `a` and a k×n matrix `b`; `out` row by row, `stride` numbers a row.
#[allow(clippy::too_many_arguments, reason = "the operation has that many")]
pub(crate) fn gemm(
    (m, k, n): (usize, usize, usize),
    a: View,
    b: View,
    beta: f32,
    out: &mut [f32],
    stride: usize,
) {
    assert!(a.holds(m, k) && b.holds(k, n) && View::new(out, stride).holds(m, n) && stride >= n);
    if m == 0 || n == 0 {
        return;
    }
    // SAFETY: the assertion above shows that every index of the three matrices lies inside its slice, and rows of
    // `out` do not overlap.
    unsafe {
        matrixmultiply::sgemm(
            m,
            k,
            n,
            1.0,
            a.data.as_ptr(),
            a.rows as isize,
            a.columns as isize,
            b.data.as_ptr(),
            b.rows as isize,
            b.columns as isize,
            beta,
            out.as_mut_ptr(),
            stride as isize,
            1,
        );
    }
}

/// The logistic function, within 0.003, from a Padé approximation of tanh: no call of a library whose last bit may
/// differ between machines.
#[inline(always)]
pub(crate) fn sigmoid(x: f32) -> f32 {
    let x = (0.5 * x).clamp(-3.6, 3.6);
    let s = x * x;
    let top = x * (945.0 + s * (105.0 + s));
    let bottom = 945.0 + s * (420.0 + s * 15.0);
    0.5 + 0.5 * (top / bottom)
}

/// One direction of a recurrent layer over one sentence, as stepped by [`steps`].
pub(crate) struct Direction<'a> {
    /// Candidate, forget and reset products of the sentence: `stride` numbers a word, this direction's at `offset`.
    pub products: &'a [f32],
    pub stride: usize,
    pub offset: usize,
    /// State weights and biases: forget, reset.
    pub state: [&'a [f32]; 2],
    pub bias: [&'a [f32]; 2],
    pub backward: bool,
}

versions! {
    /// Runs the recurrence: for every word, in order, writes the half of `out` that starts at `column`.
    /// `input` and `out` have `width` numbers a word. `memory` is scratch of half the width.
    fn recur(direction: &Direction, words: usize, input: &[f32], out: &mut [f32], width: usize, column: usize, memory: &mut [f32]) = recur_words
}

#[inline(always)]
#[allow(clippy::too_many_arguments, reason = "the operation has that many")]
fn recur_words(
    direction: &Direction,
    words: usize,
    input: &[f32],
    out: &mut [f32],
    width: usize,
    column: usize,
    memory: &mut [f32],
) {
    let half = width / 2;
    memory[..half].fill(0.0);
    let memory = &mut memory[..half];
    for step in 0..words {
        let word = if direction.backward {
            words - 1 - step
        } else {
            step
        };
        let products =
            &direction.products[word * direction.stride + direction.offset..][..3 * half];
        let (candidate, gates) = products.split_at(half);
        let (forget, reset) = gates.split_at(half);
        let skip = &input[word * width + column..][..half];
        let out = &mut out[word * width + column..][..half];
        step_word(
            [candidate, forget, reset, skip],
            direction.state,
            direction.bias,
            memory,
            out,
        );
    }
}

#[inline(always)]
fn step_word(
    [candidate, forget, reset, skip]: [&[f32]; 4],
    [state_forget, state_reset]: [&[f32]; 2],
    [bias_forget, bias_reset]: [&[f32]; 2],
    memory: &mut [f32],
    out: &mut [f32],
) {
    let n = memory.len();
    let (candidate, forget, reset, skip) = (&candidate[..n], &forget[..n], &reset[..n], &skip[..n]);
    let (state_forget, state_reset) = (&state_forget[..n], &state_reset[..n]);
    let (bias_forget, bias_reset) = (&bias_forget[..n], &bias_reset[..n]);
    let out = &mut out[..n];
    for i in 0..n {
        let old = memory[i];
        let f = sigmoid(forget[i] + state_forget[i] * old + bias_forget[i]);
        let r = sigmoid(reset[i] + state_reset[i] * old + bias_reset[i]);
        let new = candidate[i] + f * (old - candidate[i]);
        memory[i] = new;
        out[i] = skip[i] + r * (new - skip[i]);
    }
}
