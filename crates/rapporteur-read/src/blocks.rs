//! Blocks: the parts of a report as they stand on the page.

use rapporteur_model::{BlockKind, Document, Span};

/// The parts of a report, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Blocks {
    /// Headline, paragraphs, list items and so on; never overlapping.
    pub items: Vec<Block>,
    /// The dateline, wherever it stands.
    pub dateline: Option<Dateline>,
}

/// One part.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Its words, without bullet, number or label.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Number of the paragraph, from 1, as a reader counts them (the headline has 0).
    pub paragraph: u32,
    /// For a list item: the block that announces the list.
    pub lead_in: Option<usize>,
    /// The heading it stands under.
    pub heading: Option<usize>,
    /// Time stamp of a live blog.
    pub time: Option<Span>,
    /// Label before it ("PRODUCTION", "1.", "Q").
    pub label: Option<Span>,
}

/// Place, date and agency at the head of a report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dateline {
    /// Where.
    pub place: Option<Span>,
    /// When, as written.
    pub date: Option<Span>,
    /// Agency.
    pub agency: Option<Span>,
}

impl Blocks {
    /// The block that holds a byte.
    pub fn at(&self, byte: u32) -> Option<usize> {
        let after = self.items.partition_point(|block| block.span.start <= byte);
        after
            .checked_sub(1)
            .filter(|&index| byte < self.items[index].span.end)
    }

    /// The kind of the block that holds a byte.
    pub fn kind(&self, byte: u32) -> Option<BlockKind> {
        self.at(byte).map(|index| self.items[index].kind)
    }
}

/// Finds the parts of a report. Provisional: blank lines, bullets, a first line without a stop, a line with a colon.
pub fn blocks(document: &Document) -> Blocks {
    let text = &document.text;
    let mut blocks = Blocks::default();
    let mut at = 0;
    let mut paragraph = 0;
    let (mut heading, mut announced) = (None, None);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim();
        if body.is_empty() {
            continue;
        }
        let from = start + line.find(body).unwrap_or(0);
        let (mut kind, mut content) = (BlockKind::Paragraph, Span::new(from, from + body.len()));
        let ended = body.ends_with(['.', '!', '?', ':', '"', '”', ';']);
        if let Some(item) = body.strip_prefix(['-', '•', '*', '–']) {
            let item = item.trim_start();
            kind = BlockKind::ListItem;
            content = Span::new(from + body.len() - item.len(), from + body.len());
        } else if !ended && body.split_whitespace().count() <= 16 {
            kind = if blocks.items.is_empty() {
                BlockKind::Headline
            } else {
                BlockKind::Heading
            };
        }
        if kind == BlockKind::Paragraph || kind == BlockKind::ListItem {
            paragraph += 1;
        }
        let index = blocks.items.len();
        blocks.items.push(Block {
            span: content,
            kind,
            paragraph,
            lead_in: (kind == BlockKind::ListItem).then_some(announced).flatten(),
            heading,
            time: None,
            label: None,
        });
        match kind {
            BlockKind::Heading => heading = Some(index),
            BlockKind::Paragraph => announced = body.ends_with(':').then_some(index),
            _ => {}
        }
    }
    blocks
}
