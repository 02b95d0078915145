//! What a word's label should be: one label for people's work, shares of several for a machine's.

use std::fmt;

/// Labels that a target keeps.
const KEPT: usize = 3;

/// Up to three labels and their shares, in 255ths; all shares are 0 where nothing is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Target {
    labels: [u16; KEPT],
    shares: [u8; KEPT],
}

impl Target {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self {
        labels: [0; KEPT],
        shares: [0; KEPT],
    };

    /// One label, without doubt.
    pub fn sure(label: usize) -> Self {
        let mut out = Self::UNKNOWN;
        if let Ok(label) = u16::try_from(label) {
            (out.labels[0], out.shares[0]) = (label, u8::MAX);
        }
        out
    }

    /// The likeliest labels, given the probability of each.
    pub fn likely(chances: &[f32]) -> Self {
        let mut out = Self::UNKNOWN;
        for (label, chance) in chances.iter().enumerate().take(usize::from(u16::MAX)) {
            let share = (chance.clamp(0.0, 1.0) * 255.0).round() as u8;
            let place = out.shares.iter().position(|&other| share > other);
            if let Some(place) = place {
                out.labels[place..].rotate_right(1);
                out.shares[place..].rotate_right(1);
                (out.labels[place], out.shares[place]) = (label as u16, share);
            }
        }
        // A few hundredths say nothing, and a label without much doubt is told in fewer letters.
        out.shares[1..]
            .iter_mut()
            .filter(|share| **share < 5)
            .for_each(|share| *share = 0);
        if out.shares[0] >= 250 {
            out = Self::sure(usize::from(out.labels[0]));
        }
        out
    }

    /// The first label, and its share of 1.
    pub fn best(self) -> Option<(usize, f32)> {
        self.shares().next()
    }

    /// Labels and their shares of 1, the largest first.
    pub fn shares(self) -> impl Iterator<Item = (usize, f32)> {
        let both = self.labels.into_iter().zip(self.shares);
        both.filter(|(_, share)| *share > 0)
            .map(|(label, share)| (usize::from(label), f32::from(share) / 255.0))
    }

    /// Without labels beyond `last`; unknown if the first is one.
    pub fn up_to(mut self, last: usize) -> Self {
        for place in 0..KEPT {
            if usize::from(self.labels[place]) > last {
                self.shares[place] = 0;
            }
        }
        if self.shares[0] > 0 {
            self
        } else {
            Self::UNKNOWN
        }
    }

    /// Whether there is one label without doubt.
    pub fn is_sure(self) -> bool {
        self.shares[0] == u8::MAX
    }

    /// Reads what `Display` writes (`3:200,5:40`); unknown where it is something else.
    pub fn parse(text: &str) -> Self {
        let mut out = Self::UNKNOWN;
        for (place, item) in text.split(',').enumerate().take(KEPT) {
            let numbers = item
                .split_once(':')
                .and_then(|(label, share)| Some((label.parse().ok()?, share.parse().ok()?)));
            let Some((label, share)) = numbers else {
                return Self::UNKNOWN;
            };
            (out.labels[place], out.shares[place]) = (label, share);
        }
        out
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let both = self.labels.iter().zip(self.shares);
        for (place, (label, share)) in both.filter(|(_, share)| *share > 0).enumerate() {
            let comma = if place > 0 { "," } else { "" };
            write!(f, "{comma}{label}:{share}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_likeliest_and_reads_what_it_writes() {
        let target = Target::likely(&[0.1, 0.5, 0.02, 0.3, 0.08]);
        assert_eq!(target.to_string(), "1:128,3:77,0:26");
        assert_eq!(Target::parse(&target.to_string()), target);
        assert_eq!(Target::likely(&[0.0, 0.99, 0.01]), Target::sure(1));
        assert_eq!(target.up_to(2).to_string(), "1:128,0:26");
        assert_eq!(target.up_to(0), Target::UNKNOWN);
        assert_eq!(Target::parse("rubbish"), Target::UNKNOWN);
    }
}
