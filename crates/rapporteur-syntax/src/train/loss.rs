//! Losses with their gradients, and dropout.

use crate::shape::NAMES;

use super::network::UNKNOWN;
use super::random::Random;

/// Drops numbers at random and scales the others up; returns the factors.
pub(crate) fn mask(x: &mut [f32], dropout: f32, random: &mut Random) -> Vec<f32> {
    let limit = (dropout * 256.0) as u64;
    let kept = 256.0 / (256 - limit) as f32;
    let mut out = Vec::with_capacity(x.len());
    for chunk in x.chunks_mut(8) {
        let mut bits = random.bits();
        for x in chunk {
            let factor = if (bits & 255) < limit { 0.0 } else { kept };
            bits >>= 8;
            *x *= factor;
            out.push(factor);
        }
    }
    out
}

pub(crate) fn add(to: &mut [f32], from: &[f32]) {
    to.iter_mut().zip(from).for_each(|(a, b)| *a += b);
}

/// Loss of the right label among logits; writes the gradient, times `scale`.
pub(crate) fn softmax_loss(logits: &[f32], label: u8, scale: f32, d: &mut [f32]) -> f32 {
    if label == UNKNOWN {
        0.0
    } else {
        one_of(logits, label as usize, scale, d)
    }
}

pub(crate) fn one_of(logits: &[f32], label: usize, scale: f32, d: &mut [f32]) -> f32 {
    let most = logits.iter().fold(f32::MIN, |a, &b| a.max(b));
    let mut sum = 0.0;
    for (d, logit) in d.iter_mut().zip(logits) {
        *d = (logit - most).exp();
        sum += *d;
    }
    let loss = sum.ln() - (logits[label] - most);
    d.iter_mut().for_each(|d| *d *= scale / sum);
    d[label] -= scale;
    loss
}

/// Loss of a set of allowed labels, given as bits.
pub(crate) fn allowed_loss(logits: &[f32], allowed: u32, scale: f32, d: &mut [f32]) -> f32 {
    if allowed == 0 {
        return 0.0;
    }
    debug_assert_eq!(logits.len(), NAMES);
    let most = logits.iter().fold(f32::MIN, |a, &b| a.max(b));
    let (mut sum, mut good) = (0.0, 0.0);
    for (label, (d, logit)) in d.iter_mut().zip(logits).enumerate() {
        *d = (logit - most).exp();
        sum += *d;
        if allowed >> label & 1 == 1 {
            good += *d;
        }
    }
    let good = good.max(1e-20);
    for (label, d) in d.iter_mut().enumerate() {
        let right = if allowed >> label & 1 == 1 {
            *d / good
        } else {
            0.0
        };
        *d = scale * (*d / sum - right);
    }
    sum.ln() - good.ln()
}
