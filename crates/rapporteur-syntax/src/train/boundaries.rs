//! Learns where sentences end, by logistic regression on the paragraphs of treebanks.

use std::collections::HashSet;

use rapporteur_model::Span;

use crate::boundaries::{BUCKETS, Boundaries, FEATURES, Place};
use crate::{Tokens, tokens};

use super::data::Document;
use super::random::Random;

/// Passes over the places.
const EPOCHS: usize = 12;

/// Learns from paragraphs.
pub fn boundaries(documents: &[Document], seed: u64) -> Boundaries {
    let mut examples: Vec<([u32; FEATURES], bool)> = Vec::new();
    for document in documents {
        let mut text = String::new();
        let mut ends = HashSet::new();
        for (number, (form, space)) in document.tokens.iter().enumerate() {
            text.push_str(form);
            if document.ends.contains(&(number + 1)) {
                ends.insert(text.len());
            }
            text.push_str(if *space { " " } else { "" });
        }
        let mut words = Tokens::default();
        tokens::split(&text, Span::new(0, text.len()), &mut words);
        let (mut start, mut quotes) = (0, 0);
        for word in 0..words.spans.len().saturating_sub(1) {
            quotes += usize::from(matches!(words.spans[word].of(&text), "\"" | "''" | "``"));
            if words.joined[word + 1] {
                continue;
            }
            let all = 0..words.spans.len();
            let place = Place {
                text: &text,
                tokens: &words,
                words: all,
                word,
                length: word + 1 - start,
                quotes,
            };
            let ends_here = ends.contains(&(words.spans[word].end as usize));
            if place.candidate() {
                examples.push((place.features(), ends_here));
            }
            if ends_here {
                (start, quotes) = (word + 1, 0);
            }
        }
    }
    let mut random = Random::new(seed);
    let mut weights = vec![0.0f32; BUCKETS];
    let mut average = vec![0.0f32; BUCKETS];
    for epoch in 0..EPOCHS {
        random.shuffle(&mut examples);
        let rate = 0.1 * (1.0 - epoch as f32 / EPOCHS as f32) + 0.005;
        for (features, ends) in &examples {
            let sum: f32 = features.iter().map(|&f| weights[f as usize]).sum();
            let error = f32::from(u8::from(*ends)) - 1.0 / (1.0 + (-sum).exp());
            for &feature in features {
                let weight = &mut weights[feature as usize];
                *weight += rate * error - 2e-5 * rate * *weight;
            }
        }
        average.iter_mut().zip(&weights).for_each(|(a, w)| *a += w);
    }
    Boundaries::from_floats(&average)
}
