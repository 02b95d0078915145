//! Marked passages: what the model is learnt from.
//!
//! A line is `Holder stance; Holder stance`, a tab, and the text, in which the fewest words that tell a stance stand as
//! `[[stance:role|words]]`; the roles are `s`, `q` and `p`, for subject, speaker (of a quotation) and agent (in the
//! passive and as owner). The first column serves to measure the whole reading, not to learn.

use std::ops::Range;

use rapporteur_model::{Document, Span, Stance};

use super::features::{Sight, cue, may_tell};
use super::{Lesson, Role, taken};
use crate::learned::unmark_line;
use crate::reading::Reading;
use crate::stances::stances;
use crate::words::Words;
use crate::{Tools, read};

/// A passage without its marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// The words that tell a stance (bytes), with the stance and the role of its holder.
    pub marks: Vec<(Range<usize>, Stance, Role)>,
}

impl Passage {
    /// Reads a line; the error says what is wrong with it.
    pub fn parse(line: &str) -> Result<Self, String> {
        let mut marks = Vec::new();
        let text = unmark_line(line, |told, words| {
            let (stance, role) = told.split_once(':').ok_or("a mark has no role")?;
            let stance = Stance::parse(stance).ok_or_else(|| format!("«{stance}» is no stance"))?;
            let role = Role::parse(role)?;
            marks.push((words, stance, role));
            Ok(())
        })?;
        Ok(Self { text, marks })
    }

    /// What there is to learn: each word that may tell a stance, with its features. Words inside a mark that do not
    /// head it are left out.
    pub fn lessons(&self, tools: &Tools) -> Vec<Lesson> {
        let reading = read(Document::from_text(&self.text), tools);
        let words = reading.words();
        let sight = Sight::new(&words, &reading.statements, &tools.lexicon);
        let taken = taken_by_rules(&words, &reading, tools);
        let mut heads = vec![None; words.len()];
        let mut inside = vec![false; words.len()];
        for (span, stance, role) in &self.marks {
            let within = words.inside(Span::new(span.start, span.end));
            inside[within].fill(true);
            if let Some(head) = cue(&words, span.clone()) {
                heads[head] = Some((*stance, *role));
            }
        }
        (0..words.len())
            .filter(|&word| heads[word].is_some() || may_tell(&words, word) && !inside[word])
            .map(|word| lesson(&sight, word, !taken[word], heads[word]))
            .collect()
    }
}

/// What there is to learn from a whole report whose positions rest on `evidence` (bytes): the words of the sentences that
/// hold none of it tell no stance. The other sentences are left out, for nobody marked which of their words tell it.
pub fn silence(text: &str, evidence: &[Range<usize>], tools: &Tools) -> Vec<Lesson> {
    let reading = read(Document::from_text(text), tools);
    let words = reading.words();
    let sight = Sight::new(&words, &reading.statements, &tools.lexicon);
    let taken = taken_by_rules(&words, &reading, tools);
    let told = |sentence: usize| {
        let span = words.span(words.sentence(sentence));
        let (start, end) = (span.start as usize, span.end as usize);
        evidence
            .iter()
            .any(|told| told.start < end && start < told.end)
    };
    let silent: Vec<usize> = (0..words.sentences())
        .filter(|&sentence| !told(sentence))
        .collect();
    (silent
        .into_iter()
        .flat_map(|sentence| words.sentence(sentence)))
    .filter(|&word| may_tell(&words, word))
    .map(|word| lesson(&sight, word, !taken[word], None))
    .collect()
}

fn lesson(sight: &Sight, word: usize, left: bool, tells: Option<(Stance, Role)>) -> Lesson {
    let mut features = Vec::new();
    sight.features(word, left, &mut features);
    Lesson {
        features,
        tells,
        left,
    }
}

/// For each word, whether the rules read a stance off it.
fn taken_by_rules(words: &Words, reading: &Reading, tools: &Tools) -> Vec<bool> {
    let claims = stances(
        words,
        &reading.blocks,
        &reading.entities,
        &reading.dates,
        &reading.statements,
        &reading.proposals,
        &tools.lexicon,
    );
    taken(words.len(), &claims.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_marks() {
        let line = "Merin rejects\tMerin [[rejects:s|turned down]] a cap.";
        let passage = Passage::parse(line).unwrap();
        assert_eq!(passage.text, "Merin turned down a cap.");
        assert_eq!(passage.marks, [(6..17, Stance::Rejects, Role::Subject)]);
        for line in [
            "no tab",
            "-\t[[rejects:s|open",
            "-\t[[hates:s|x]]",
            "-\t[[rejects:z|x]]",
        ] {
            assert!(Passage::parse(line).is_err(), "{line}");
        }
    }
}
