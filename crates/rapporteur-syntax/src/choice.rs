//! The few labels that a word may bear after the network has looked, and how far each stays behind the likeliest.

/// Labels that a choice keeps.
const KEPT: usize = 3;
/// Steps of a nat; what stays behind by more than five nats is left out.
const STEPS: f32 = 50.0;
/// What stands for no label.
const NONE: u8 = u8::MAX;

/// Up to three labels, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Choice {
    labels: [u8; KEPT],
    /// How far each stays behind the first, in steps.
    behind: [u8; KEPT],
}

impl Choice {
    /// One label, without doubt.
    pub fn sure(label: usize) -> Self {
        let mut out = Self {
            labels: [0; KEPT],
            behind: [NONE; KEPT],
        };
        (out.labels[0], out.behind[0]) = (label as u8, 0);
        out
    }

    /// The labels of the highest scores (logits); the first of equal ones comes first.
    pub fn of(scores: &[f32]) -> Self {
        let most = scores
            .iter()
            .fold(f32::NEG_INFINITY, |a, &b| if b > a { b } else { a });
        let limit = most - f32::from(NONE - 1) / STEPS;
        let mut out = Self {
            labels: [0; KEPT],
            behind: [NONE; KEPT],
        };
        for (label, &score) in scores.iter().enumerate() {
            if score < limit {
                continue;
            }
            let behind = ((most - score) * STEPS) as u8;
            if let Some(place) = out.behind.iter().position(|&other| behind < other) {
                out.labels[place..].rotate_right(1);
                out.behind[place..].rotate_right(1);
                (out.labels[place], out.behind[place]) = (label as u8, behind);
            }
        }
        out
    }

    /// The first label.
    pub fn best(self) -> usize {
        usize::from(self.labels[0])
    }

    /// The second label and its score, where there is one.
    pub fn second(self) -> Option<(usize, f32)> {
        self.options().nth(1)
    }

    /// Labels and their scores, 0 for the first and less for the others.
    pub fn options(self) -> impl Iterator<Item = (usize, f32)> {
        let both = self.labels.into_iter().zip(self.behind);
        both.filter(|(_, behind)| *behind != NONE)
            .map(|(label, behind)| (usize::from(label), -f32::from(behind) / STEPS))
    }
}

/// What a label counts for that stays behind by so many steps. Made of products alone, which are the same on every
/// machine.
#[derive(Debug, Clone)]
pub(crate) struct Odds([f32; 256]);

impl Default for Odds {
    fn default() -> Self {
        let mut out = [0.0; 256];
        let mut odds = 1.0;
        for place in &mut out[..usize::from(NONE)] {
            *place = odds;
            // The fiftieth root of 1/e.
            odds *= 0.980_198_7;
        }
        Self(out)
    }
}

impl Odds {
    /// Labels and their shares of 1.
    pub fn shares(&self, choice: Choice) -> impl Iterator<Item = (usize, f32)> {
        let odds = choice.behind.map(|behind| self.0[usize::from(behind)]);
        let sum: f32 = odds.iter().sum();
        choice
            .options()
            .zip(odds)
            .map(move |((label, _), odds)| (label, odds / sum))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_likeliest_in_order() {
        let choice = Choice::of(&[1.0, 3.0, -9.0, 2.5, 2.0]);
        let labels: Vec<usize> = choice.options().map(|(label, _)| label).collect();
        assert_eq!(labels, [1, 3, 4]);
        assert_eq!(choice.second(), Some((3, -0.5)));
        assert_eq!(Choice::of(&[0.0, 9.0, 1.0]), Choice::sure(1));
        assert_eq!(Choice::of(&[2.0, 2.0]).best(), 0);
        let sum: f32 = Odds::default().shares(choice).map(|(_, share)| share).sum();
        assert!((sum - 1.0).abs() < 1e-6);
        let odds = Odds::default().0[100];
        assert!((odds - (-2.0f32).exp()).abs() < 1e-4, "{odds}");
    }
}
