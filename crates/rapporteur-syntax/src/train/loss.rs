//! Losses with their gradients, and dropout.

use crate::shape::NAMES;

use super::random::Random;
use super::target::Target;

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

/// Cross entropy of logits with the shares that they should have; writes the gradient, times `scale`. Where the shares
/// known do not add up to 1 the word counts that much less; labels that do not exist are left out.
pub(crate) fn softmax_loss(logits: &[f32], target: Target, scale: f32, d: &mut [f32]) -> f32 {
    let wanted = || target.shares().filter(|(label, _)| *label < logits.len());
    let weight: f32 = wanted().map(|(_, share)| share).sum();
    if weight == 0.0 {
        return 0.0;
    }
    let most = logits.iter().fold(f32::MIN, |a, &b| a.max(b));
    let mut sum = 0.0;
    for (d, logit) in d.iter_mut().zip(logits) {
        *d = (logit - most).exp();
        sum += *d;
    }
    let mut loss = weight * sum.ln();
    d.iter_mut().for_each(|d| *d *= weight * scale / sum);
    for (label, share) in wanted() {
        loss -= share * (logits[label] - most);
        d[label] -= share * scale;
    }
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
