//! The words an entry rests on, and the chain by which they are known.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Id, Span};

/// Turns byte offsets of one text into offsets in Unicode code points, in logarithmic time.
///
/// ```
/// use rapporteur_model::CodePoints;
/// let points = CodePoints::new("Zürich talks");
/// assert_eq!(points.at(7), 6);
/// ```
#[derive(Debug, Clone)]
pub struct CodePoints {
    /// Code points before each block of [`CodePoints::BLOCK`] bytes; empty when the text is ASCII.
    before: Vec<u32>,
    /// The byte of every character start that is not the first byte of its block's count.
    starts: Vec<u8>,
    ascii: bool,
}

impl CodePoints {
    const BLOCK: usize = 256;

    /// Counts `text` once.
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self {
                before: Vec::new(),
                starts: Vec::new(),
                ascii: true,
            };
        }
        let starts: Vec<u8> = text
            .bytes()
            .map(|byte| u8::from(byte & 0xC0 != 0x80))
            .collect();
        let mut before = Vec::with_capacity(starts.len() / Self::BLOCK + 1);
        let mut count = 0u32;
        for block in starts.chunks(Self::BLOCK) {
            before.push(count);
            count += block.iter().map(|&start| u32::from(start)).sum::<u32>();
        }
        before.push(count);
        Self {
            before,
            starts,
            ascii: false,
        }
    }

    /// Code points before byte `byte`; past the end, those of the whole text.
    pub fn at(&self, byte: usize) -> u32 {
        if self.ascii {
            return byte as u32;
        }
        let byte = byte.min(self.starts.len());
        let block = byte / Self::BLOCK;
        let within = &self.starts[block * Self::BLOCK..byte];
        self.before[block] + within.iter().map(|&start| u32::from(start)).sum::<u32>()
    }

    /// A span of bytes as code points, half open.
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.at(span.start as usize), self.at(span.end as usize))
    }
}

/// The words of a report that carry a fact. It can only be made from a span of the report's text, so what it quotes
/// stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    report: Id,
    start: u32,
    end: u32,
    text: String,
    rule: String,
}

impl Evidence {
    /// The words at `span` of `text`, read by `rule`. `None` when the span is empty or is not in the text.
    pub fn new(
        report: &str,
        text: &str,
        points: &CodePoints,
        span: Span,
        rule: &str,
    ) -> Option<Self> {
        let words = text.get(span.range()).filter(|words| !words.is_empty())?;
        let (start, end) = points.span(span);
        Some(Self {
            report: report.to_owned(),
            start,
            end,
            text: words.to_owned(),
            rule: rule.to_owned(),
        })
    }

    /// Id of the report.
    pub fn report(&self) -> &str {
        &self.report
    }

    /// First code point, and one past the last.
    pub fn range(&self) -> std::ops::Range<u32> {
        self.start..self.end
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The rule or model that read it.
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// Whether the words stand in `text` where it says: for records that come from a file.
    pub fn holds(&self, text: &str) -> bool {
        let found: String = text
            .chars()
            .skip(self.start as usize)
            .take((self.end - self.start) as usize)
            .collect();
        self.end > self.start && found == self.text
    }
}

crate::words! {
    /// What a link of the chain is.
    LinkKind {
        /// A newspaper, broadcaster or site.
        Outlet = "outlet",
        /// A news agency.
        Agency = "agency",
        /// Somebody in office.
        Official = "official",
        /// A document.
        Document = "document",
        /// A channel: social media, state television.
        Channel = "channel",
    }
}

/// One link of the chain by which a report knows something, the nearest to the reader first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
pub struct Link {
    /// The actor, where it is one of the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Id>,
    /// Its name, where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether the report keeps its name back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unnamed: bool,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<LinkKind>,
}
