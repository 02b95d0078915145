//! Products in whole numbers: weights of one byte, activations of two, sums of four. Whatever the machine can do,
//! the sums are the same, so the answers are.
//!
//! Together with `kernels` this is where the unsafe code of the crate lies: calls of what the processor was asked
//! to have, and loads whose bounds are asserted first.

/// Largest activation: 512 products with a weight of one byte stay below 2³¹.
pub(crate) const WIDE: f32 = 8191.0;
/// Largest number where both sides are activations.
pub(crate) const NARROW: f32 = 2047.0;
/// Outputs that lie side by side in a packed matrix.
const BLOCK: usize = 16;
/// Rows that are multiplied with all outputs before the next ones, so that they stay in the nearest cache.
const TILE: usize = 48;

/// A matrix of weights for [`multiply`]: blocks of 16 outputs; in each, pairs of inputs; in each, output by output
/// the two weights.
#[derive(Debug, Clone, Default)]
pub(crate) struct Packed {
    pub inputs: usize,
    pub outputs: usize,
    values: Vec<i16>,
    /// What one whole number of an output's sum is worth (times the row's scale); padded to blocks.
    scales: Vec<f32>,
    /// Padded to blocks.
    bias: Vec<f32>,
}

impl Packed {
    /// Packs rows of weights, one an output, `inputs` numbers each (an even number), taken from `value(output, input)`.
    pub fn new(
        inputs: usize,
        scales: &[f32],
        bias: &[f32],
        value: impl Fn(usize, usize) -> i16,
    ) -> Self {
        let mut packed = Self::default();
        packed.fill(inputs, scales, bias, value);
        packed
    }

    /// As [`Packed::new`], in the memory of an old one.
    pub fn fill(
        &mut self,
        inputs: usize,
        scales: &[f32],
        bias: &[f32],
        value: impl Fn(usize, usize) -> i16,
    ) {
        let outputs = scales.len();
        let blocks = outputs.div_ceil(BLOCK);
        let even = inputs.next_multiple_of(2);
        (self.inputs, self.outputs) = (even, outputs);
        self.values.clear();
        self.values.resize(blocks * BLOCK * even, 0);
        for output in 0..outputs {
            let start = output / BLOCK * BLOCK * even + output % BLOCK * 2;
            for input in 0..inputs {
                self.values[start + input / 2 * BLOCK * 2 + input % 2] = value(output, input);
            }
        }
        self.scales.clear();
        self.scales.extend_from_slice(scales);
        self.scales.resize(blocks * BLOCK, 0.0);
        self.bias.clear();
        self.bias
            .extend_from_slice(&bias[..bias.len().min(outputs)]);
        self.bias.resize(blocks * BLOCK, 0.0);
    }
}

/// Rows of activations as whole numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    pub values: Vec<i16>,
    pub scales: Vec<f32>,
}

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

versions! {
    /// Turns rows of `width` numbers into whole numbers up to `most`, each row with its own scale.
    fn quantise(x: &[f32], width: usize, most: f32, out: &mut Rows) = quantise_rows
}

#[inline(always)]
fn quantise_rows(x: &[f32], width: usize, most: f32, out: &mut Rows) {
    out.values.resize(x.len(), 0);
    out.scales.resize(x.len() / width, 0.0);
    let parts = x
        .chunks_exact(width)
        .zip(out.values.chunks_exact_mut(width));
    for ((row, values), scale) in parts.zip(&mut out.scales) {
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
        let top = tops.iter().fold(0.0f32, |a, &b| if b > a { b } else { a });
        *scale = top / most;
        let inverse = if top > 0.0 { most / top } else { 0.0 };
        for (value, x) in values.iter_mut().zip(row) {
            // Adding 1.5 · 2²³ rounds to the nearest whole number in the low bits.
            let bits = (x * inverse + 12_582_912.0).to_bits() as i32;
            *value = bits.wrapping_sub(0x4b40_0000) as i16;
        }
    }
}

/// `out[row * outputs + output] = Σ row · weight, scaled, + bias` for all rows.
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
                    let scale = rows.scales[row + place];
                    let parts = weights.scales[block * BLOCK..]
                        .iter()
                        .zip(&weights.bias[block * BLOCK..]);
                    for ((out, sum), (weight, bias)) in
                        out[at..at + width].iter_mut().zip(sums).zip(parts)
                    {
                        *out = *sum as f32 * (scale * weight) + bias;
                    }
                }
                row += count;
            }
        }
        first = last;
    }
}

/// Sums of up to four rows with one block of outputs.
#[inline]
fn four(x: &[i16], count: usize, values: &[i16], inputs: usize, sums: &mut [[i32; BLOCK]; 4]) {
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

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::*;

    use super::BLOCK;

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
            let x: Vec<i16> = (0..count * inputs).map(|_| next(8191)).collect();
            let values: Vec<i16> = (0..BLOCK * inputs).map(|_| next(127)).collect();
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

    #[test]
    fn products_are_near_the_real_ones() {
        let (inputs, outputs, n) = (64, 21, 7);
        let real = |a: usize, b: usize| ((a * 31 + b * 17) % 23) as f32 / 23.0 - 0.5;
        let x: Vec<f32> = (0..n * inputs)
            .map(|i| real(i / inputs, i % inputs))
            .collect();
        let scales = vec![0.5 / 127.0; outputs];
        let bias: Vec<f32> = (0..outputs).map(|o| o as f32).collect();
        let weights = Packed::new(inputs, &scales, &bias, |o, i| {
            (real(o + 5, i) / 0.5 * 127.0).round() as i16
        });
        let mut rows = Rows::default();
        quantise(&x, inputs, WIDE, &mut rows);
        let mut out = vec![0.0; n * outputs];
        multiply(&rows, &weights, &mut out);
        for row in 0..n {
            for output in 0..outputs {
                let sum: f32 = (0..inputs)
                    .map(|i| real(row, i) * real(output + 5, i))
                    .sum();
                assert!((out[row * outputs + output] - sum - output as f32).abs() < 0.05);
            }
        }
    }
}
