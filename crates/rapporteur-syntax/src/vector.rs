//! The one file of vector arithmetic, where the unsafe code of the crate lies: calls of what the processor was asked to
//! have, loads and a product of matrices whose bounds are asserted first. Whatever the machine can do, the whole
//! numbers that come out are the same.

use crate::blocks::Line;
use crate::bytes::{QUAD, RUN, Rows};
use crate::integers::BLOCK;

/// Makes a function of a body that is always inlined: compiled once for any machine and once for AVX2.
macro_rules! versions {
    ($(#[$doc:meta])* fn $name:ident($($arg:ident: $kind:ty),* $(,)?) = $body:ident) => {
        $(#[$doc])*
        pub(crate) fn $name($($arg: $kind),*) {
            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2")]
                fn fast($($arg: $kind),*) {
                    $body($($arg),*);
                }
                if std::arch::is_x86_feature_detected!("avx2") {
                    // SAFETY: the processor has just said that it has AVX2.
                    return unsafe { fast($($arg),*) };
                }
            }
            $body($($arg),*);
        }
    };
}
pub(crate) use versions;

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

/// Sums of `count` (1 to 4) rows with one block of outputs, see [`crate::integers::Packed`].
#[inline]
pub(crate) fn four(
    x: &[i16],
    count: usize,
    values: &[i16],
    inputs: usize,
    sums: &mut [[i32; BLOCK]; 4],
) {
    assert!(
        x.len() == count * inputs
            && values.len() == BLOCK * inputs
            && inputs.is_multiple_of(2)
            && (1..=4).contains(&count)
    );
    #[cfg(target_arch = "x86_64")]
    {
        if std::arch::is_x86_feature_detected!("avx512vnni")
            && std::arch::is_x86_feature_detected!("avx512bw")
        {
            // SAFETY: the processor has it, and the assertion above holds.
            return unsafe { x86::four_vnni(x, count, values, inputs, sums) };
        }
        if std::arch::is_x86_feature_detected!("avx2") {
            // SAFETY: as above.
            return unsafe { x86::four_avx2(x, count, values, inputs, sums) };
        }
    }
    four_plain(x, count, values, inputs, sums);
}

/// [`four`] on any machine.
fn four_plain(
    x: &[i16],
    count: usize,
    values: &[i16],
    inputs: usize,
    sums: &mut [[i32; BLOCK]; 4],
) {
    for (row, sums) in x.chunks_exact(inputs).zip(sums).take(count) {
        for (pair, weights) in row.chunks_exact(2).zip(values.chunks_exact(2 * BLOCK)) {
            let (a, b) = (i32::from(pair[0]), i32::from(pair[1]));
            for (sum, weight) in sums.iter_mut().zip(weights.chunks_exact(2)) {
                *sum += a * i32::from(weight[0]) + b * i32::from(weight[1]);
            }
        }
    }
}

/// One block of a matrix.
pub(crate) struct Part<'a> {
    pub values: &'a [i8],
    pub order: &'a [u16],
    pub run: u8,
    pub begin: &'a [i32; BLOCK],
    pub scales: &'a [f32; BLOCK],
    pub bias: &'a [f32; BLOCK],
}

impl Part<'_> {
    /// Multiplies rows with the block, and writes every `step`th line of `out`.
    pub fn multiply(&self, rows: &Rows, out: &mut [Line], step: usize) {
        assert!(
            self.order.len().is_multiple_of(RUN)
                && self.values.len() == BLOCK * QUAD * self.order.len()
                && rows.stride == QUAD * self.order.len()
        );
        #[cfg(target_arch = "x86_64")]
        {
            if std::arch::is_x86_feature_detected!("avx512vnni")
                && std::arch::is_x86_feature_detected!("avx512bw")
            {
                // SAFETY: the processor has it; the assertion above and `Matrix::new`, which puts every quad once
                // into the order, keep all loads inside.
                return unsafe { x86::multiply_vnni(self, rows, out, step) };
            }
            if std::arch::is_x86_feature_detected!("avx2") {
                // SAFETY: as above.
                return unsafe {
                    match self.run {
                        4 => x86::multiply_avx2::<4>(self, rows, out, step),
                        2 => x86::multiply_avx2::<2>(self, rows, out, step),
                        _ => x86::multiply_avx2::<1>(self, rows, out, step),
                    }
                };
            }
        }
        self.by_twos(rows, out, step, |x| self.two(x));
    }

    /// Goes through the rows two by two; `two` makes the sums of two rows. An odd row at the end goes twice.
    #[inline(always)]
    fn by_twos(
        &self,
        rows: &Rows,
        out: &mut [Line],
        step: usize,
        two: impl Fn([&[u8]; 2]) -> [[i32; BLOCK]; 2],
    ) {
        let mut out = out.iter_mut().step_by(step);
        for (x, scales) in rows
            .values
            .chunks(2 * rows.stride)
            .zip(rows.scales.chunks(2))
        {
            let (first, second) = x.split_at(rows.stride);
            let second = if second.is_empty() { first } else { second };
            let sums = two([first, second]);
            for ((sums, &scale), out) in sums.iter().zip(scales).zip(&mut out) {
                for place in 0..BLOCK {
                    let scale = scale * self.scales[place];
                    out[place] = sums[place] as f32 * scale + self.bias[place];
                }
            }
        }
    }

    /// Sums of two rows, on any machine.
    pub fn two(&self, rows: [&[u8]; 2]) -> [[i32; BLOCK]; 2] {
        rows.map(|row| {
            let mut sums = *self.begin;
            let weights = self.values.chunks_exact(BLOCK * QUAD);
            for (&place, weights) in self.order.iter().zip(weights) {
                let quad = &row[usize::from(place)..][..QUAD];
                for (sum, weights) in sums.iter_mut().zip(weights.chunks_exact(QUAD)) {
                    let parts = quad.iter().zip(weights);
                    *sum += parts
                        .map(|(&a, &w)| i32::from(a) * i32::from(w))
                        .sum::<i32>();
                }
            }
            sums
        })
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;

    use super::{BLOCK, Line, Part, Rows};

    /// # Safety
    /// As [`two_avx2`].
    #[target_feature(enable = "avx2")]
    pub(super) unsafe fn multiply_avx2<const RUN: usize>(
        part: &Part,
        rows: &Rows,
        out: &mut [Line],
        step: usize,
    ) {
        // SAFETY: see above.
        part.by_twos(rows, out, step, |rows| unsafe {
            two_avx2::<RUN>(part, rows)
        });
    }

    /// # Safety
    /// The rows have as many quads as the part's order has places, a multiple of `RUN`; these are the places of
    /// quads inside a row; the part has 64 weights for each. A run of `RUN` quads stays in 16 bits.
    #[inline]
    #[target_feature(enable = "avx2")]
    unsafe fn two_avx2<const RUN: usize>(part: &Part, rows: [&[u8]; 2]) -> [[i32; BLOCK]; 2] {
        let rows = rows.map(<[u8]>::as_ptr);
        let (weights, order) = (part.values.as_ptr().cast::<__m256i>(), part.order.as_ptr());
        let ones = _mm256_set1_epi16(1);
        let mut out = [[0; BLOCK]; 2];
        // SAFETY: see above; `begin` and each row of `out` have two halves of eight sums.
        unsafe {
            let begin = part.begin.as_ptr().cast::<__m256i>();
            let begin = [_mm256_loadu_si256(begin), _mm256_loadu_si256(begin.add(1))];
            let mut sums = [begin; 2];
            for first in 0..part.order.len() / RUN {
                let mut run = [[_mm256_setzero_si256(); 2]; 2];
                for next in 0..RUN {
                    let quad = first * RUN + next;
                    let place = usize::from(*order.add(quad));
                    let halves =
                        [0, 1].map(|half| _mm256_loadu_si256(weights.add(2 * quad + half)));
                    for row in 0..2 {
                        let inputs = rows[row].add(place).cast::<i32>().read_unaligned();
                        let inputs = _mm256_set1_epi32(inputs);
                        for half in 0..2 {
                            let products = _mm256_maddubs_epi16(inputs, halves[half]);
                            run[row][half] = if next == 0 {
                                products
                            } else {
                                _mm256_add_epi16(run[row][half], products)
                            };
                        }
                    }
                }
                for row in 0..2 {
                    for half in 0..2 {
                        let wide = _mm256_madd_epi16(run[row][half], ones);
                        sums[row][half] = _mm256_add_epi32(sums[row][half], wide);
                    }
                }
            }
            for (row, sums) in out.iter_mut().zip(sums) {
                let half = row.as_mut_ptr().cast::<__m256i>();
                _mm256_storeu_si256(half, sums[0]);
                _mm256_storeu_si256(half.add(1), sums[1]);
            }
        }
        out
    }

    /// # Safety
    /// As [`multiply_avx2`].
    #[target_feature(enable = "avx512f,avx512bw,avx512vnni")]
    pub(super) unsafe fn multiply_vnni(part: &Part, rows: &Rows, out: &mut [Line], step: usize) {
        // SAFETY: see above.
        part.by_twos(rows, out, step, |rows| unsafe { two_vnni(part, rows) });
    }

    /// # Safety
    /// As [`two_avx2`].
    #[inline]
    #[target_feature(enable = "avx512f,avx512bw,avx512vnni")]
    unsafe fn two_vnni(part: &Part, rows: [&[u8]; 2]) -> [[i32; BLOCK]; 2] {
        let rows = rows.map(<[u8]>::as_ptr);
        let (weights, order) = (part.values.as_ptr().cast::<__m512i>(), part.order.as_ptr());
        let mut out = [[0; BLOCK]; 2];
        // SAFETY: as in `two_avx2`. Even and odd quads have sums of their own, so that they need not wait for each
        // other.
        unsafe {
            let begin = _mm512_loadu_si512(part.begin.as_ptr().cast());
            let mut sums = [[begin, _mm512_setzero_si512()]; 2];
            for pair in (0..part.order.len()).step_by(2) {
                for next in 0..2 {
                    let place = usize::from(*order.add(pair + next));
                    let weight = _mm512_loadu_si512(weights.add(pair + next));
                    for (row, sums) in rows.iter().zip(&mut sums) {
                        let inputs = row.add(place).cast::<i32>().read_unaligned();
                        let inputs = _mm512_set1_epi32(inputs);
                        sums[next] = _mm512_dpbusd_epi32(sums[next], inputs, weight);
                    }
                }
            }
            for (row, sums) in out.iter_mut().zip(sums) {
                _mm512_storeu_si512(row.as_mut_ptr().cast(), _mm512_add_epi32(sums[0], sums[1]));
            }
        }
        out
    }

    /// # Safety
    /// `x` holds `count` (1 to 4) rows of `inputs` (even) numbers, `values` a block of 16 outputs.
    #[target_feature(enable = "avx2")]
    pub(super) unsafe fn four_avx2(
        x: &[i16],
        count: usize,
        values: &[i16],
        inputs: usize,
        sums: &mut [[i32; BLOCK]; 4],
    ) {
        // Rows that are not there repeat the first; their sums are dropped.
        let row = |n: usize| {
            x[if n < count { n * inputs } else { 0 }..]
                .as_ptr()
                .cast::<i32>()
        };
        let rows = [row(0), row(1), row(2), row(3)];
        let weights = values.as_ptr().cast::<__m256i>();
        // SAFETY: pair p < inputs / 2 of a row lies in `x`, both halves of pair p of the weights in `values`.
        unsafe {
            let mut low = [_mm256_setzero_si256(); 4];
            let mut high = [_mm256_setzero_si256(); 4];
            for pair in 0..inputs / 2 {
                let first = _mm256_loadu_si256(weights.add(2 * pair));
                let second = _mm256_loadu_si256(weights.add(2 * pair + 1));
                for n in 0..4 {
                    let both = _mm256_set1_epi32(rows[n].add(pair).read_unaligned());
                    low[n] = _mm256_add_epi32(low[n], _mm256_madd_epi16(both, first));
                    high[n] = _mm256_add_epi32(high[n], _mm256_madd_epi16(both, second));
                }
            }
            for n in 0..count {
                let out = sums[n].as_mut_ptr().cast::<__m256i>();
                _mm256_storeu_si256(out, low[n]);
                _mm256_storeu_si256(out.add(1), high[n]);
            }
        }
    }

    /// # Safety
    /// As [`four_avx2`].
    #[target_feature(enable = "avx512f,avx512bw,avx512vnni")]
    pub(super) unsafe fn four_vnni(
        x: &[i16],
        count: usize,
        values: &[i16],
        inputs: usize,
        sums: &mut [[i32; BLOCK]; 4],
    ) {
        let row = |n: usize| {
            x[if n < count { n * inputs } else { 0 }..]
                .as_ptr()
                .cast::<i32>()
        };
        let rows = [row(0), row(1), row(2), row(3)];
        let weights = values.as_ptr().cast::<__m512i>();
        // SAFETY: as in `four_avx2`.
        unsafe {
            let mut all = [_mm512_setzero_si512(); 4];
            for pair in 0..inputs / 2 {
                let weight = _mm512_loadu_si512(weights.add(pair));
                for n in 0..4 {
                    let both = _mm512_set1_epi32(rows[n].add(pair).read_unaligned());
                    all[n] = _mm512_dpwssd_epi32(all[n], both, weight);
                }
            }
            for n in 0..count {
                _mm512_storeu_si512(sums[n].as_mut_ptr().cast(), all[n]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_machine_gets_the_same_sums() {
        let mut state = 1u64;
        let mut next = |most: i64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            ((state >> 33) as i64 % (2 * most + 1) - most) as i16
        };
        for (count, inputs) in [(4, 256), (3, 128), (1, 2), (2, 192)] {
            let x: Vec<i16> = (0..count * inputs).map(|_| next(2047)).collect();
            let values: Vec<i16> = (0..BLOCK * inputs).map(|_| next(2047)).collect();
            let mut plain = [[0; BLOCK]; 4];
            four_plain(&x, count, &values, inputs, &mut plain);
            let mut found = [[0; BLOCK]; 4];
            four(&x, count, &values, inputs, &mut found);
            assert_eq!(plain, found);
            #[cfg(target_arch = "x86_64")]
            if std::arch::is_x86_feature_detected!("avx2") {
                let mut found = [[0; BLOCK]; 4];
                // SAFETY: the processor has it; the slices have the sizes that are asked for.
                unsafe { x86::four_avx2(&x, count, &values, inputs, &mut found) };
                assert_eq!(plain, found);
            }
        }
    }
}
