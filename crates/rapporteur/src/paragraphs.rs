//! Which paragraph of a report a place belongs to: the ¶ number beside every line of a board.

use rapporteur_model::{CodePoints, Document, Evidence};
use rapporteur_read::blocks;

/// Where each paragraph of a report starts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraphs {
    /// First code point of each numbered stretch, ascending, with its number.
    starts: Vec<(u32, u32)>,
}

impl Paragraphs {
    /// The paragraphs of a report, numbered as its blocks are: the headline is 0.
    pub fn of(document: &Document) -> Self {
        let points = CodePoints::new(&document.text);
        let starts = blocks::blocks(document)
            .items
            .iter()
            .map(|block| (points.at(block.span.start as usize), block.paragraph))
            .collect();
        Self { starts }
    }

    /// The paragraphs of plain text parted by blank lines, counted from 1.
    pub fn of_text(text: &str) -> Self {
        let mut starts = Vec::new();
        let (mut point, mut blank) = (0u32, true);
        for line in text.split_inclusive('\n') {
            let empty = line.trim().is_empty();
            if blank && !empty {
                starts.push((point, starts.len() as u32 + 1));
            }
            blank = empty;
            point += line.chars().count() as u32;
        }
        Self { starts }
    }

    /// The number of the paragraph that holds code point `point`; `None` before the first.
    pub fn at(&self, point: u32) -> Option<u32> {
        let after = self.starts.partition_point(|&(start, _)| start <= point);
        Some(self.starts.get(after.checked_sub(1)?)?.1)
    }

    /// The paragraphs that evidence stands in, each once, ascending.
    pub fn of_evidence(&self, evidence: &[Evidence]) -> Vec<u32> {
        let mut found: Vec<u32> = evidence
            .iter()
            .filter_map(|words| self.at(words.range().start))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_the_number_of_its_paragraph() {
        let paragraphs = Paragraphs::of_text("Éins\n\n\nzwei\nzwei\n\ndrei");
        assert_eq!(paragraphs.at(0), Some(1));
        assert_eq!(paragraphs.at(8), Some(2));
        assert_eq!(paragraphs.at(13), Some(2));
        assert_eq!(paragraphs.at(18), Some(3));
        assert_eq!(Paragraphs::default().at(3), None);
    }
}
