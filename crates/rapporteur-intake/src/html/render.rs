//! Mark-up written out as text: one block a line, paragraphs with a blank line between, list items behind `- ` or their number.

use rapporteur_model::{Block, BlockKind, Span};

use super::tags::{Piece, attribute, pieces, unescape};

/// A text, and what its parts are.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Every line ends in `\n`.
    pub text: String,
    /// Blocks, in order; the span of a list item is its content, without `- `.
    pub blocks: Vec<Block>,
}

/// Writes out a page or a part of one. Stops soon after `most` bytes.
pub fn render(page: &str, most: usize) -> Rendered {
    let mut writer = Writer {
        most,
        ..Writer::default()
    };
    for piece in pieces(page) {
        if writer.out.text.len() > most {
            break;
        }
        match piece {
            // The title of the page and the like are known from elsewhere.
            Piece::Text(_) if writer.hidden => {}
            Piece::Text(text) => writer.text(&unescape(text)),
            Piece::Open { name, attributes } => {
                writer.hidden = matches!(name.as_ref(), "title" | "script" | "style" | "textarea");
                writer.open(&name, attributes);
            }
            Piece::Close(name) => {
                writer.hidden = false;
                writer.close(&name);
            }
        }
    }
    writer.end_block();
    writer.done()
}

/// Elements that begin and end a block.
const BLOCKS: [&str; 38] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "tr",
    "caption",
    "thead",
    "tbody",
    "form",
    "pre",
    "hr",
    "address",
    "details",
    "summary",
    "fieldset",
    "body",
    "html",
];

#[derive(Default)]
struct Writer {
    out: Rendered,
    /// The block being written: white space joined, ends not yet trimmed.
    current: String,
    /// How much of it stands inside links.
    linked: usize,
    links: usize,
    kinds: Vec<(BlockKind, &'static str)>,
    lists: Vec<Option<u32>>,
    /// A list item was opened and has not been written yet.
    marker: Option<String>,
    pre: usize,
    hidden: bool,
    most: usize,
}

impl Writer {
    fn open(&mut self, name: &str, attributes: &str) {
        if name == "br" {
            self.line_break();
            return;
        }
        if name == "a" {
            self.links += 1;
        }
        if name == "td" || name == "th" {
            self.text(" ");
        }
        if !BLOCKS.contains(&name) {
            return;
        }
        self.end_block();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "summary" | "caption" => {
                self.kinds.push((BlockKind::Heading, static_name(name)));
            }
            "figcaption" => self.kinds.push((BlockKind::Aside, "figcaption")),
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(
                attribute(attributes, "start")
                    .and_then(|n| n.parse().ok())
                    .unwrap_or(1),
            )),
            "li" => {
                self.marker = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}. ");
                        *number = number.saturating_add(1);
                        marker
                    }
                    _ => "- ".to_owned(),
                });
            }
            "pre" => self.pre += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "a" {
            self.links = self.links.saturating_sub(1);
        }
        if !BLOCKS.contains(&name) {
            return;
        }
        self.end_block();
        match name {
            "ul" | "ol" => {
                self.lists.pop();
                self.marker = None;
                if self.lists.is_empty()
                    && self.out.text.ends_with('\n')
                    && !self.out.text.ends_with("\n\n")
                {
                    self.out.text.push('\n');
                }
            }
            "li" => self.marker = None,
            "pre" => self.pre = self.pre.saturating_sub(1),
            _ => {
                if let Some(at) = self.kinds.iter().rposition(|&(_, of)| of == name) {
                    self.kinds.truncate(at);
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        let before = self.current.len();
        for c in text.chars() {
            match c {
                '\n' | '\r' if self.pre > 0 => self.line_break(),
                // A no-break space is kept: it holds a number to its unit.
                c if c.is_whitespace() && c != '\u{A0}' => {
                    if !self.current.is_empty() && !self.current.ends_with([' ', '\n']) {
                        self.current.push(' ');
                    }
                }
                '\u{AD}' | '\u{200B}' | '\u{FEFF}' => {}
                c if c.is_control() => {}
                c => self.current.push(c),
            }
        }
        if self.links > 0 {
            self.linked += self.current.len().saturating_sub(before);
        }
    }

    /// One break is a line end inside a block, two end the block.
    fn line_break(&mut self) {
        if self.current.ends_with('\n') {
            self.end_block();
        } else if !self.current.trim().is_empty() {
            let kept = self.current.trim_end_matches(' ').len();
            self.current.truncate(kept);
            self.current.push('\n');
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.current);
        let linked = std::mem::take(&mut self.linked);
        let block = block.trim_matches(|c: char| c == ' ' || c == '\n');
        if block.is_empty() || self.out.text.len() > self.most {
            return;
        }
        // A block that is nothing but links leads away from the story: "Read more: …".
        let leads_away =
            linked * 10 > block.len() * 9 && !block.ends_with(['.', '!', '?', '”', '"']);
        if leads_away && self.marker.is_none() && self.kinds.is_empty() {
            return;
        }
        let marker = self.marker.take();
        let kind = match (self.kinds.last(), &marker) {
            (Some(&(kind, _)), _) => kind,
            (None, Some(_)) => BlockKind::ListItem,
            (None, None) => BlockKind::Paragraph,
        };
        let text = &mut self.out.text;
        // Items of a list stand on lines that follow each other; everything else has a blank line before it.
        let in_list = marker.is_some()
            && self
                .out
                .blocks
                .last()
                .is_some_and(|last| last.kind == BlockKind::ListItem);
        if !text.is_empty() && !in_list && !text.ends_with("\n\n") {
            text.push('\n');
        }
        text.push_str(marker.as_deref().unwrap_or(""));
        let start = text.len();
        text.push_str(block);
        self.out.blocks.push(Block {
            span: Span::new(start, text.len()),
            kind,
        });
        text.push('\n');
    }

    fn done(mut self) -> Rendered {
        while self.out.text.ends_with("\n\n") {
            self.out.text.pop();
        }
        self.out
    }
}

fn static_name(name: &str) -> &'static str {
    BLOCKS
        .iter()
        .copied()
        .find(|&known| known == name)
        .unwrap_or("")
}
