//! Marked passages: what the model of names is learnt from.
//!
//! A line is `-`, a tab, and a text in which every name stands as `[[type|words]]` or `[[type>party|words]]`. Descriptions of
//! people without a name are marked `unnamed`; they are no names.

use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::Span;
use rapporteur_syntax::Model;

use super::features::Run;
use super::runs::runs;
use super::{LABELS, Lesson, NameType};
use crate::learned::unmark_line;
use crate::words::Words;

/// Every label.
const ANYTHING: u32 = (1 << LABELS) - 1;
/// The first words of names.
const BEGINNINGS: u32 = 0x5555_5555 << 1 & ANYTHING;
/// The first words of the names of actors: all but demonyms, places and things.
const ACTORS: u32 = BEGINNINGS & !(1 << 3) & !(1 << 25) & !(1 << 27);

/// A passage without its marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// Each name (bytes), and the place of its type in [`NameType::ALL`]; none where only an actor is known to be named.
    pub names: Vec<(Range<usize>, Option<usize>)>,
    /// Whether every name is marked.
    pub whole: bool,
}

impl Passage {
    /// Reads a line; the error says what is wrong with it.
    pub fn parse(line: &str) -> Result<Self, String> {
        let mut names = Vec::new();
        let text = unmark_line(line, |told, words| {
            let kind = told.split('>').next().unwrap_or(told);
            match NameType::ALL.iter().position(|(_, name)| *name == kind) {
                Some(kind) => names.push((words, Some(kind))),
                None if kind == "unnamed" => {}
                None => return Err(format!("«{kind}» is no type")),
            }
            Ok(())
        })?;
        Ok(Self {
            text,
            names,
            whole: true,
        })
    }

    /// A passage of which the names of some actors are known.
    pub fn with_actors(text: String, actors: &[&str]) -> Self {
        let mut names: Vec<(Range<usize>, Option<usize>)> = Vec::new();
        for actor in actors {
            for (start, found) in text.match_indices(actor) {
                let name = start..start + found.len();
                let inside =
                    |other: &Range<usize>| other.start < name.end && name.start < other.end;
                if !names.iter().any(|(other, _)| inside(other)) {
                    names.push((name, None));
                }
            }
        }
        Self {
            text,
            names,
            whole: false,
        }
    }

    /// The runs of the passage with their labels.
    pub fn lessons(&self, model: &Model, lexicon: &Lexicon) -> Vec<Lesson> {
        let syntax = model.read(&self.text, &[Span::new(0, self.text.len())]);
        let words = Words::new(&self.text, &syntax);
        let mut labels = vec![if self.whole { 1 } else { ANYTHING }; words.len()];
        for (name, kind) in &self.names {
            let within = words.inside(Span::new(name.start, name.end));
            for (place, word) in within.enumerate() {
                let inside = u32::from(place > 0);
                labels[word] = match kind {
                    Some(kind) => 1 << (1 + 2 * *kind as u32 + inside),
                    None => ACTORS << inside,
                };
            }
        }
        runs(&words)
            .into_iter()
            .map(|range| {
                let run = Run::new(&words, lexicon, range.clone());
                let mut lesson = Lesson::default();
                for word in range.clone() {
                    let mut found = Vec::new();
                    run.features(word, &mut found);
                    lesson.features.push(found);
                    // A name that begins before the run cannot go on in it.
                    let first = labels[word] & (1 | BEGINNINGS);
                    lesson.labels.push(match word == range.start {
                        true if first == 0 => 1,
                        true => first,
                        false => labels[word],
                    });
                }
                lesson
            })
            .collect()
    }
}

impl Lesson {
    /// The names that some labels tell: words and type.
    pub fn names(labels: &[usize]) -> Vec<(Range<usize>, usize)> {
        let mut found = Vec::new();
        super::names(labels, |range, kind| found.push((range, kind)));
        found
    }

    /// The names that its marks tell; none where they leave any open.
    pub fn marked(&self) -> Option<Vec<(Range<usize>, usize)>> {
        let sure = self.labels.iter().all(|labels| labels.count_ones() == 1);
        let labels: Vec<usize> = (self.labels.iter())
            .map(|labels| labels.trailing_zeros() as usize)
            .collect();
        sure.then(|| Self::names(&labels))
    }

    /// The labels that weights give.
    pub fn labels_by(&self, weights: &super::Weights) -> Vec<usize> {
        let scores: Vec<_> = (self.features.iter())
            .map(|features| super::emitted(&weights.table.sums(features)))
            .collect();
        super::best(&scores, &weights.follows, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_marks() {
        let passage =
            Passage::parse("-\tA [[unnamed>Ports|clerk]] of [[company|Hapag Tugs]] left.").unwrap();
        assert_eq!(passage.text, "A clerk of Hapag Tugs left.");
        assert_eq!(passage.names, [(11..21, Some(4))]);
        assert_eq!(NameType::ALL[4].0, NameType::Company);
        assert!(Passage::parse("-\t[[ship|Vega]]").is_err());
    }
}
