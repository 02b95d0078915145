//! Learning the second look, from what models made of sentences that were kept from them.

use std::ops::Range;

use crate::choice::Choice;
use crate::layers::Syntax;
use crate::model::Model;
use crate::second::{self, Choices, Hint, Linear, Look, Second};

use super::data::{Corpus, Example};
use super::random::Random;

/// Examples that are kept from a model together: neighbours are of one document, and share its words.
const BLOCK: usize = 256;
/// Examples that count as one text.
const TEXT: usize = 128;
/// Times that everything is seen.
const EPOCHS: usize = 10;
/// Highest rate of learning; it falls to zero along a line.
const RATE: f32 = 0.1;
/// What pulls weights to zero.
const DECAY: f32 = 3e-3;
/// Share of the hints that are left out, so that none is relied upon alone.
const DROPPED: f32 = 0.3;

/// The corpus without the examples of one of so many folds.
pub(crate) fn without_fold(corpus: &Corpus, fold: usize, folds: usize) -> Corpus {
    let mut out = corpus.clone();
    let mut place = 0;
    out.examples.retain(|_| {
        place += 1;
        (place - 1) / BLOCK % folds != fold
    });
    out
}

/// A text that a model has not learnt from, and what it made of it.
struct Text<'a> {
    examples: &'a [Example],
    forms: Vec<&'a str>,
    syntax: Syntax,
    choices: Choices,
}

impl<'a> Text<'a> {
    fn new(model: &Model, examples: &'a [Example]) -> Self {
        let sentences = examples.iter().map(|example| &example.forms);
        let sentences: Vec<Vec<&str>> = sentences
            .map(|forms| forms.iter().map(String::as_str).collect())
            .collect();
        let (syntax, choices) = model.look(&sentences);
        Self {
            examples,
            forms: sentences.concat(),
            syntax,
            choices,
        }
    }

    fn look(&mut self) -> Look<'_> {
        Look::new(&self.forms, &self.choices, &mut self.syntax)
    }
}

/// Choices to learn from.
#[derive(Default)]
struct Items {
    /// Hints of all of them, one after the other.
    hints: Vec<Hint>,
    /// The choice, its hints, and the right label.
    items: Vec<(Choice, Range<usize>, usize)>,
}

impl Items {
    fn add(&mut self, choice: Choice, hints: &[Hint], right: usize) {
        let first = self.hints.len();
        self.hints.extend_from_slice(hints);
        self.items.push((choice, first..self.hints.len(), right));
    }
}

/// Learns the second look. Each model has learnt from all folds of the examples but one, in order.
pub(crate) fn second(models: &[Model], examples: &[Example]) -> Second {
    let mut texts = Vec::new();
    for (number, block) in examples.chunks(BLOCK).enumerate() {
        if let Some(model) = models.get(number % models.len().max(1)) {
            let parts = block.chunks(TEXT);
            texts.extend(parts.map(|examples| Text::new(model, examples)));
        }
    }
    // Tags of the treebank first, the others with them, relations with both: as they are chosen.
    let mut out = Second::default();
    let items = gather(&mut texts, |look, choices, example, word, place, hints| {
        look.xpos_hints(word, hints);
        let right = example.xpos.get(place)?.best()?.0;
        Some((choices.xpos[word], right))
    });
    out.xpos = learn(&items);
    for text in &mut texts {
        text.look().revise_xpos(&out.xpos);
    }
    let items = gather(&mut texts, |look, choices, example, word, place, hints| {
        look.upos_hints(word, hints);
        let right = example.upos.get(place)?.best()?.0;
        Some((choices.upos[word], right))
    });
    out.upos = learn(&items);
    for text in &mut texts {
        text.look().revise_upos(&out.upos);
    }
    let items = gather(&mut texts, |look, choices, example, word, place, hints| {
        look.rel_hints(word, hints);
        // Only where the head is right.
        let found = look.syntax.trees.heads[word] as usize;
        let head = example.heads.get(place)?.best()?.0;
        let expected = head.checked_sub(1).map_or(word, |head| word - place + head);
        let right = example.rels.get(place)?.best()?.0;
        (found == expected).then_some((choices.rels[word], right))
    });
    out.rels = learn(&items);
    out
}

/// The choices of all texts that are open and whose right label is among them.
fn gather(
    texts: &mut [Text],
    item: impl Fn(&Look, &Choices, &Example, usize, usize, &mut Vec<Hint>) -> Option<(Choice, usize)>,
) -> Items {
    let mut out = Items::default();
    let mut hints = Vec::new();
    for text in texts {
        let examples = text.examples;
        let look = Look::new(&text.forms, &text.choices, &mut text.syntax);
        let mut word = 0;
        for example in examples {
            for place in 0..example.forms.len() {
                let found = item(&look, &text.choices, example, word, place, &mut hints);
                if let Some((choice, right)) = found
                    && choice.second().is_some()
                    && choice.options().any(|(label, _)| label == right)
                {
                    out.add(choice, &hints, right);
                }
                word += 1;
            }
        }
    }
    out
}

/// Weights that make the right label likely (logistic regression with the steps of Adagrad, Duchi et al. 2011), the
/// mean of those after the later epochs.
fn learn(items: &Items) -> Linear {
    let mut weights = vec![0.0f32; second::SIZE];
    let mut squares = vec![1e-3f32; second::SIZE];
    let mut sums = vec![0.0f32; second::SIZE];
    let mut order: Vec<usize> = (0..items.items.len()).collect();
    let mut random = Random::new(5);
    let mut hints: Vec<Hint> = Vec::new();
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        let rate = RATE * (1.0 - epoch as f32 / EPOCHS as f32);
        for &item in &order {
            let (choice, range, right) = &items.items[item];
            let all = items.hints[range.clone()].iter();
            hints.clear();
            hints.extend(all.filter(|_| !random.chance(DROPPED)));
            let mut chances: Vec<(usize, f32)> = choice.options().collect();
            for (label, score) in &mut chances {
                let weight = |hint: &Hint| hint.share * weights[second::place(hint.what, *label)];
                *score += hints.iter().map(weight).sum::<f32>();
            }
            let most = chances.iter().fold(f32::MIN, |a, (_, b)| a.max(*b));
            let sum: f32 = chances.iter().map(|(_, score)| (score - most).exp()).sum();
            for (label, score) in chances {
                let wanted = if label == *right { 1.0 } else { 0.0 };
                let slope = (score - most).exp() / sum - wanted;
                for hint in &hints {
                    let at = second::place(hint.what, label);
                    let slope = slope * hint.share + DECAY * weights[at];
                    squares[at] += slope * slope;
                    weights[at] -= rate * slope / squares[at].sqrt();
                }
            }
        }
        if 2 * epoch >= EPOCHS {
            sums.iter_mut().zip(&weights).for_each(|(s, w)| *s += w);
        }
    }
    let most = sums.iter().fold(0.0f32, |a, b| a.max(b.abs()));
    let inverse = if most > 0.0 { 127.0 / most } else { 0.0 };
    let counted = (0..EPOCHS).filter(|epoch| 2 * epoch >= EPOCHS).count();
    Linear {
        values: sums
            .iter()
            .map(|sum| (sum * inverse).round() as i8)
            .collect(),
        scale: most / 127.0 / counted.max(1) as f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_kept_from_one_fold() {
        let mut corpus = Corpus::default();
        for number in 0..3 * BLOCK + 7 {
            let forms = vec![number.to_string()];
            corpus.examples.push(Example {
                forms,
                ..Example::default()
            });
        }
        let parts: Vec<Corpus> = (0..2).map(|fold| without_fold(&corpus, fold, 2)).collect();
        let sum: usize = parts.iter().map(|part| part.examples.len()).sum();
        assert_eq!(sum, corpus.examples.len());
        assert_eq!(parts[0].examples[0].forms, [BLOCK.to_string()]);
        assert_eq!(parts[1].examples[BLOCK].forms, [(2 * BLOCK).to_string()]);
    }

    #[test]
    fn learns_what_speaks_against_the_first_label() {
        let hint = |what| [Hint { what, share: 1.0 }];
        let choice = Choice::of(&[1.0, 0.0]);
        let mut items = Items::default();
        for _ in 0..40 {
            items.add(choice, &hint(7), 1);
            items.add(choice, &hint(8), 0);
        }
        let linear = learn(&items);
        assert_eq!(linear.choose(choice, &hint(7), 1.0), 1);
        assert_eq!(linear.choose(choice, &hint(8), 1.0), 0);
        assert_eq!(linear.choose(choice, &hint(9), 1.0), 0);
        assert_eq!(linear.choose(Choice::sure(3), &hint(7), 1.0), 3);
    }
}
