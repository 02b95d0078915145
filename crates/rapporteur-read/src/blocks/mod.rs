//! Blocks: the parts of a report as they stand on the page.
//!
//! A plain text is cut into lines, which are joined again where a sender cut them at a width ([`lines`]); a page brings its parts
//! along. Then each part is asked, from its head on, what it is: time stamp, bullet or number ([`marker`]), dateline
//! ([`mod@dateline`]), by-line or caption ([`furniture`]), headline, heading, paragraph; a heading that lost its line is cut off
//! the paragraph it is glued to ([`glued`]).

mod dateline;
mod furniture;
mod glued;
mod labels;
mod lines;
mod marker;
#[cfg(test)]
mod tests;

use rapporteur_model::{BlockKind, Document, Span};

use self::{
    lines::{Part, ends_sentence},
    marker::MarkerKind,
};

/// The parts of a report, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Blocks {
    /// Headline, paragraphs, list items and so on; never overlapping.
    pub items: Vec<Block>,
    /// The dateline, wherever it stands.
    pub dateline: Option<Dateline>,
    /// How many parts have begun at each step of [`STEP`] bytes: every word asks for its part, most more than once.
    begun: Vec<u32>,
}

/// Every how many bytes parts are counted.
const STEP: usize = 64;

/// One part.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Its words, without bullet, number, label, time stamp or dateline.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Number of the paragraph, from 1, as a reader counts them: paragraphs and list items count, everything else has the number
    /// of the one before (the headline has 0).
    pub paragraph: u32,
    /// For a list item: the block that announces the list.
    pub lead_in: Option<usize>,
    /// The heading it stands under.
    pub heading: Option<usize>,
    /// Time stamp of a live blog that it stands under.
    pub time: Option<Span>,
    /// Label before it, without its colon ("PRODUCTION", "1.", "Q"); with the title of a numbered point ("1. Monitors").
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
        let counted = self.begun.get(byte as usize / STEP).or(self.begun.last());
        let mut after = counted.map_or(0, |&begun| begun as usize);
        while (self.items.get(after)).is_some_and(|block| block.span.start <= byte) {
            after += 1;
        }
        after
            .checked_sub(1)
            .filter(|&index| byte < self.items[index].span.end)
    }

    /// The kind of the block that holds a byte.
    pub fn kind(&self, byte: u32) -> Option<BlockKind> {
        self.at(byte).map(|index| self.items[index].kind)
    }
}

/// Finds the parts of a report.
pub fn blocks(document: &Document) -> Blocks {
    let parts = lines::parts(document);
    let mut builder = Builder {
        text: &document.text,
        title: document.title.as_deref(),
        speakers: speakers(&document.text, &parts),
        dotted: marker::tells_time(parts.iter().map(|part| part.span.of(&document.text))),
        out: Blocks::default(),
        state: State::default(),
    };
    for at in 0..parts.len() {
        builder.part(&parts, at);
    }
    builder.done()
}

/// Whoever comes back at the head of parts: the speakers of a transcript. Times before them are passed over.
fn speakers<'a>(text: &'a str, parts: &[Part]) -> Vec<&'a str> {
    let words: Vec<&str> = parts
        .iter()
        .map(|part| {
            let words = part.span.of(text);
            marker::stamp(words).map_or(words, |stamp| &words[stamp.content..])
        })
        .collect();
    labels::speakers(&words)
}

struct Builder<'a> {
    text: &'a str,
    title: Option<&'a str>,
    speakers: Vec<&'a str>,
    /// Whether times are written with a stop: "18.40 The".
    dotted: bool,
    out: Blocks,
    state: State,
}

/// What the parts so far have set.
#[derive(Default)]
struct State {
    paragraph: u32,
    heading: Option<usize>,
    time: Option<Span>,
    /// A label that stood behind a time stamp, for the next block.
    pending_label: Option<Span>,
    /// The last block that was no list item, where it announces a list.
    announcer: Option<usize>,
    /// Whether that announcement is made by a colon.
    colon: bool,
    /// The last list item and how far its marker was set in.
    item: Option<(usize, u32)>,
    /// Whether a list is open.
    in_list: bool,
    /// The last block that is no caption or the like.
    last_content: Option<usize>,
}

impl Builder<'_> {
    fn part(&mut self, parts: &[Part], at: usize) {
        let part = parts[at];
        let text = part.span.of(self.text);
        // Rules of dashes and stars.
        if !text.contains(char::is_alphanumeric) {
            return;
        }
        match part.given {
            Some(
                kind @ (BlockKind::Headline
                | BlockKind::Heading
                | BlockKind::Byline
                | BlockKind::Aside),
            ) => {
                self.push(part.span, kind, None);
                return;
            }
            Some(BlockKind::ListItem) => {
                let from = marker::marker(text)
                    .filter(|m| m.kind == MarkerKind::Bullet)
                    .map_or(0, |m| m.content);
                self.item(self.after(part.span, from), None, part.indent);
                return;
            }
            _ => {}
        }
        if furniture::is_aside(text) {
            self.push(part.span, BlockKind::Aside, None);
            return;
        }
        let dotted = || marker::dotted_stamp(text).filter(|_| self.dotted);
        if let Some(stamp) = marker::stamp(text).or_else(dotted)
            && self.stamped(parts, at, stamp)
        {
            return;
        }
        if let Some(title) = text.strip_prefix('#') {
            let title = title.trim_start_matches('#').trim();
            let from = self.after(
                part.span,
                text.len() - text.trim_start_matches(['#', ' ']).len(),
            );
            let first = self.out.items.is_empty() && !title.is_empty();
            self.push(
                from,
                if first {
                    BlockKind::Headline
                } else {
                    BlockKind::Heading
                },
                None,
            );
            return;
        }
        if self.is_headline(parts, at) {
            self.push(part.span, BlockKind::Headline, None);
            return;
        }
        if self.out.items.len() <= 5 && furniture::is_byline(text) {
            self.push(part.span, BlockKind::Byline, None);
            return;
        }
        if let Some(rest) = self.dateline(part) {
            if !rest.is_empty() {
                self.paragraph(parts, at, rest);
            }
            return;
        }
        match marker::marker(text) {
            Some(marker) => self.marked(parts, at, marker),
            None => self.paragraph(parts, at, part.span),
        }
    }

    /// The part of `span` from a byte of it on.
    fn after(&self, span: Span, from: usize) -> Span {
        Span::new(span.start as usize + from, span.end as usize)
    }

    /// Adds a block; `None` when there is no word in it.
    fn push(&mut self, span: Span, kind: BlockKind, label: Option<Span>) -> Option<usize> {
        if !span.of(self.text).contains(char::is_alphanumeric) {
            return None;
        }
        let counts = matches!(kind, BlockKind::Paragraph | BlockKind::ListItem);
        self.state.paragraph += u32::from(counts);
        let index = self.out.items.len();
        let is_heading = matches!(kind, BlockKind::Heading);
        self.out.items.push(Block {
            span,
            kind,
            paragraph: self.state.paragraph,
            lead_in: None,
            heading: self.state.heading.filter(|_| !is_heading),
            time: self.state.time.filter(|_| counts),
            label: label.or_else(|| {
                if counts {
                    self.state.pending_label.take()
                } else {
                    None
                }
            }),
        });
        if kind != BlockKind::Aside {
            self.state.last_content = Some(index);
        }
        if is_heading {
            self.state.heading = Some(index);
            self.state.announcer = Some(index);
            self.state.colon = false;
        }
        if kind != BlockKind::ListItem && kind != BlockKind::Aside {
            self.state.in_list = false;
            self.state.item = None;
        }
        Some(index)
    }

    /// A list item, with what announces it.
    fn item(&mut self, span: Span, label: Option<Span>, indent: u32) {
        let nested = self.state.item.filter(|&(above, depth)| {
            let above = &self.out.items[above];
            let opens = above.span.of(self.text).ends_with(':');
            let is_nested = above
                .lead_in
                .is_some_and(|lead| self.out.items[lead].kind == BlockKind::ListItem);
            indent > depth && (opens || is_nested)
        });
        let Some(index) = self.push(span, BlockKind::ListItem, label) else {
            return;
        };
        let lead_in = match nested {
            Some((above, _)) if self.out.items[above].span.of(self.text).ends_with(':') => {
                Some(above)
            }
            Some((above, _)) => self.out.items[above].lead_in,
            None => self.state.announcer,
        };
        self.out.items[index].lead_in = lead_in;
        self.state.in_list = true;
        if nested.is_none() || lead_in == nested.map(|(above, _)| above) {
            self.state.item = Some((index, indent));
        }
    }

    /// A part with a time before it; `false` when it is none after all.
    fn stamped(&mut self, parts: &[Part], at: usize, stamp: marker::Stamp) -> bool {
        let part = parts[at];
        let text = part.span.of(self.text);
        let start = part.span.start as usize;
        let time = Span::new(start, start + stamp.length);
        let rest = self.after(part.span, stamp.content);
        let words = rest.of(self.text);
        let capitals = words
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase)
            && words.split_whitespace().count() <= 4;
        // A time alone on a line, or with a word in capitals, opens an entry of a live blog.
        if words.is_empty() || capitals {
            self.push(part.span, BlockKind::Aside, None);
            self.state.time = Some(time);
            self.state.pending_label = (!words.is_empty()).then_some(rest);
            self.state.heading = None;
            return true;
        }
        // "18:40 The leaders left": at the head of a part that stands apart.
        if !text.contains(char::is_lowercase) {
            return false;
        }
        self.state.time = Some(time);
        self.state.heading = None;
        // "[00:41] MARN: No."
        if let Some(label) = labels::label(words, &self.speakers) {
            let start = rest.start as usize;
            let name = Span::new(start + label.start, start + label.end);
            let rest = self.after(rest, label.content);
            self.push(rest, BlockKind::Paragraph, Some(name));
            self.announce(rest);
            return true;
        }
        // "20:15 Rome blinks": what the entry below is about.
        if self.is_heading(parts, at, words) {
            self.push(rest, BlockKind::Heading, None);
            return true;
        }
        self.push(rest, BlockKind::Paragraph, None);
        self.announce(rest);
        true
    }

    /// The first line, where it has no stop and something follows.
    fn is_headline(&self, parts: &[Part], at: usize) -> bool {
        let text = parts[at].span.of(self.text);
        let same = |title: &str| title.trim() == text;
        if self.title.is_some_and(same) && self.state.last_content.is_none() {
            return true;
        }
        let first = self.state.last_content.is_none() && self.out.dateline.is_none();
        let more = parts.len() > at + 1;
        let words = text.split_whitespace().count();
        let stops = text
            .trim_end_matches(['"', '”', '’', '\''])
            .ends_with(['.', ':', ';', ',']);
        first
            && more
            && (!stops || text.ends_with('.') && has_capitals(text))
            && words <= 25
            && marker::marker(text).is_none()
            && labels::label(text, &self.speakers).is_none_or(|label| {
                let head = &text[label.start..label.end];
                !labels::is_talk(head) && self.speakers.binary_search(&head).is_err()
            })
            && dateline::dateline(text).is_none()
            && !furniture::is_byline(text)
    }

    /// Takes the dateline off a part near the head; `None` when it has none.
    fn dateline(&mut self, part: Part) -> Option<Span> {
        if self.out.dateline.is_some() || self.state.paragraph > 2 {
            return None;
        }
        let found = dateline::dateline(part.span.of(self.text))?;
        let start = part.span.start as usize;
        let moved = |span: Option<Span>| {
            span.map(|span| Span::new(span.start as usize + start, span.end as usize + start))
        };
        let rest = self.after(part.span, found.content);
        let dateline = Dateline {
            place: moved(found.dateline.place),
            date: moved(found.dateline.date),
            agency: moved(found.dateline.agency),
        };
        let head = Span::new(start, rest.start as usize);
        let head = Span::new(start, start + head.of(self.text).trim_end().len());
        self.push(head, BlockKind::Dateline, None);
        self.out.dateline = Some(dateline);
        Some(rest)
    }

    /// A part behind a bullet or a number.
    fn marked(&mut self, parts: &[Part], at: usize, marker: marker::Marker) {
        let part = parts[at];
        let text = part.span.of(self.text);
        let start = part.span.start as usize;
        let words = self.after(part.span, marker.content);
        if marker.kind == MarkerKind::Bullet {
            self.item(words, None, part.indent);
            return;
        }
        let label = Span::new(start, start + marker.length);
        let content = &text[marker.content..];
        let announced = self.state.colon
            && (self.state.in_list || self.state.announcer == self.state.last_content)
            && !self.goes_on_above(label.of(self.text));
        if announced {
            self.item(words, Some(label), part.indent);
            return;
        }
        let short = content.split_whitespace().count() <= 10
            && !content.ends_with(['.', ';', ',', ':', '!']);
        if short {
            // Short lines that are numbered one after the other are a list; one with text below it is a heading.
            let numbered = |at: Option<usize>| {
                at.and_then(|at| parts.get(at)).is_some_and(|other| {
                    let other = other.span.of(self.text);
                    let text = marker::marker(other)
                        .filter(|m| m.kind == MarkerKind::Number)
                        .map(|m| &other[m.content..]);
                    text.is_some_and(|text| {
                        text.split_whitespace().count() <= 14 && !ends_sentence(text)
                    })
                })
            };
            if numbered(Some(at + 1))
                || (numbered(at.checked_sub(1))
                    && parts.get(at + 1).is_none_or(|next| next.apart)
                    && self.state.in_list)
            {
                self.item(words, Some(label), part.indent);
            } else {
                self.push(words, BlockKind::Heading, Some(label));
            }
            return;
        }
        // "1. Monitors. The text provides for …": the title of the point.
        if let Some(title) = run_in_title(content) {
            let label = Span::new(start, start + marker.content + title.end);
            let rest = self.after(part.span, marker.content + title.content);
            self.push(rest, BlockKind::Paragraph, Some(label));
            self.announce(rest);
            return;
        }
        self.push(words, BlockKind::Paragraph, Some(label));
        self.announce(words);
    }

    /// Whether a number goes on with the numbers of the point that announced an open list, not with those of its items:
    /// "3. The delegations agreed:", "(a) …", "(b) …", "4. The minister …".
    fn goes_on_above(&self, label: &str) -> bool {
        let written = |index: usize| {
            (self.out.items.get(index))
                .and_then(|block| block.label)
                .map(|label| marker::style(label.of(self.text)))
        };
        let own = marker::style(label);
        let above = self.state.announcer.and_then(written);
        let items =
            (self.state.item.filter(|_| self.state.in_list)).and_then(|(index, _)| written(index));
        above.as_ref() == Some(&own) && items.is_some_and(|items| items != own)
    }

    /// A part without a marker: a heading, an unmarked list item, or a paragraph with its label.
    fn paragraph(&mut self, parts: &[Part], at: usize, span: Span) {
        let text = span.of(self.text);
        if self.is_unmarked_item(parts, at, text) {
            self.item(span, None, parts[at].indent);
            return;
        }
        let start = span.start as usize;
        if text == "Q" && self.speakers.binary_search(&"Q").is_ok() {
            self.push(span, BlockKind::Aside, None);
            self.state.pending_label = Some(span);
            return;
        }
        if let Some(label) = self.line_of_speaker(text) {
            self.push(span, BlockKind::Aside, None);
            self.state.pending_label = Some(Span::new(start + label.start, start + label.end));
            return;
        }
        let label = labels::label(text, &self.speakers);
        let capitals = text
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
        if (label.is_none() || capitals) && self.is_heading(parts, at, text) {
            self.push(span, BlockKind::Heading, None);
            return;
        }
        if let Some(label) = label {
            let rest = self.after(span, label.content);
            self.push(
                rest,
                BlockKind::Paragraph,
                Some(Span::new(start + label.start, start + label.end)),
            );
            self.announce(rest);
            return;
        }
        if let Some(cut) = glued::glued(text) {
            let heading = Span::new(start, start + text[..cut].trim_end().len());
            self.push(heading, BlockKind::Heading, None);
            let rest = self.after(span, cut);
            self.push(rest, BlockKind::Paragraph, None);
            self.announce(rest);
            return;
        }
        self.push(span, BlockKind::Paragraph, None);
        self.announce(span);
    }

    /// A line that holds nothing but one of the speakers.
    fn line_of_speaker(&self, text: &str) -> Option<labels::Label> {
        labels::alone(text).filter(|label| {
            let head = &text[label.start..label.end];
            self.speakers.binary_search(&head).is_ok()
        })
    }

    /// Notes whether the block just made announces a list.
    fn announce(&mut self, span: Span) {
        let text = span.of(self.text);
        self.state.colon = text.ends_with(':');
        let last = self.out.items.len().checked_sub(1);
        // "It would have", broken off before the first item.
        let breaks_off = text.ends_with(char::is_alphabetic) && text.contains(' ');
        self.state.announcer =
            last.filter(|_| self.state.colon || breaks_off || names_a_list(text));
    }

    /// Lines without a bullet below an announcement with a colon: "release of …;", "an end to …".
    fn is_unmarked_item(&self, parts: &[Part], at: usize, text: &str) -> bool {
        if !self.state.colon || parts[at].given.is_some() || text.split_whitespace().count() > 40 {
            return false;
        }
        let opens = !self.state.in_list && self.state.announcer == self.state.last_content;
        if !opens && !self.state.in_list {
            return false;
        }
        let unmarked = |at: usize| {
            let line = parts[at].span.of(self.text);
            let open = !ends_sentence(line) && !line.ends_with(':');
            open && marker::marker(line).is_none() && line.split_whitespace().count() <= 30
        };
        let lists = |text: &str| {
            text.ends_with([';', ',']) || text.ends_with("; and") || text.ends_with("; or")
        };
        let before = self
            .out
            .items
            .last()
            .map_or("", |block| block.span.of(self.text));
        // The first item needs a second; the last one may end in a stop when the others end in semicolons or begin in lower case.
        if opens {
            return unmarked(at)
                && (lists(text)
                    || (at + 1 < parts.len()
                        && (unmarked(at + 1) || !text.starts_with(char::is_uppercase))));
        }
        let lower = text.starts_with(char::is_lowercase) && before.starts_with(char::is_lowercase);
        let item_before = self
            .out
            .items
            .last()
            .is_some_and(|block| block.kind == BlockKind::ListItem && block.label.is_none());
        item_before && (lists(before) || lower || (unmarked(at) && !parts[at].apart))
    }

    /// A short line without a stop, with something below it.
    fn is_heading(&self, parts: &[Part], at: usize, text: &str) -> bool {
        let words = text.split_whitespace().count();
        if at + 1 >= parts.len() || words > 14 || text.contains('\n') {
            return false;
        }
        let letters = || text.chars().filter(|c| c.is_alphabetic());
        let capitals = letters().count() >= 3 && letters().all(char::is_uppercase);
        let fresh = text.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || "\"“‘«*_¿".contains(c)
        });
        let next = parts[at + 1].span.of(self.text);
        // "Background:" over a paragraph; over a list it announces the list.
        if let Some(title) = text.strip_suffix(':') {
            let over_list =
                marker::marker(next).is_some() || parts[at + 1].given == Some(BlockKind::ListItem);
            return fresh
                && !over_list
                && words <= 6
                && ends_sentence(next)
                && !title.contains(',')
                && parts[at].apart;
        }
        // "A paper went round. It would have" over a list: a sentence ends inside.
        let inside = text.split_once(". ").is_some_and(|(first, rest)| {
            first.split_whitespace().count() >= 4 && rest.starts_with(char::is_uppercase)
        });
        if inside && marker::marker(next).is_some() {
            return false;
        }
        let bold = text.len() > 4 && text.starts_with("**") && text.ends_with("**");
        let stops = text
            .trim_end_matches(['"', '”', '’', '\'', ')', '*', '_'])
            .ends_with(['.', ';', ',', '!', '…', '-', '–', '—']);
        // In a transcript a short question is one that was asked.
        let asks = text.ends_with('?') && words <= 8 && self.speakers.is_empty();
        (capitals && words <= 12) || (fresh && (bold || asks || (!stops && !ends_sentence(text))))
    }

    fn done(mut self) -> Blocks {
        let reads =
            |block: &Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        // Nothing but lines without a stop: they are what there is to read.
        if !self.out.items.iter().any(reads) {
            let mut paragraph = 0;
            for block in &mut self.out.items {
                if matches!(block.kind, BlockKind::Heading | BlockKind::Headline) {
                    block.kind = BlockKind::Paragraph;
                    block.heading = None;
                    paragraph += 1;
                }
                block.paragraph = paragraph;
            }
        }
        for (index, block) in self.out.items.iter().enumerate() {
            let steps = (block.span.start as usize).div_ceil(STEP);
            self.out.begun.resize(steps, index as u32);
        }
        self.out.begun.push(self.out.items.len() as u32);
        self.out
    }
}

/// Whether words promise a list without a colon: "the following", "as follows", "these points".
fn names_a_list(text: &str) -> bool {
    let tail: Vec<&str> = text
        .trim_end_matches(['.', ' '])
        .split_whitespace()
        .rev()
        .take(12)
        .collect();
    let word = |word: &str| {
        tail.iter().any(|other| {
            other
                .trim_matches(|c: char| !c.is_alphanumeric())
                .eq_ignore_ascii_case(word)
        })
    };
    word("following") || (word("as") && word("follows")) || word("below")
}

/// Whether a line is one sentence whose words have capitals as those of a headline have: "Growers Say Levy Would Ruin Them."
fn has_capitals(line: &str) -> bool {
    const SMALL: &[&str] = &[
        "a", "an", "the", "and", "or", "but", "nor", "of", "in", "on", "at", "to", "for", "with",
        "by", "from", "as", "vs", "vs.", "via", "over", "per", "up", "off", "if", "is", "it",
    ];
    let words = || line.split_whitespace().skip(1);
    let capital = |word: &str| {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        letters.next().is_none_or(char::is_uppercase)
    };
    !line.trim_end_matches('.').contains(". ")
        && words().filter(|word| word.len() >= 4).count() >= 3
        && words().all(|word| capital(word) || SMALL.contains(&word))
}

/// The title of a numbered point, and where its text begins: "Ceasefire. The plan …", "Schools: Both drafts …".
fn run_in_title(text: &str) -> Option<labels::Label> {
    let at = text
        .char_indices()
        .take(60)
        .find(|&(_, c)| ".:–—".contains(c))
        .map(|(at, _)| at)?;
    let (title, rest) = (text[..at].trim_end(), &text[at..]);
    let content = rest.trim_start_matches(['.', ':', '–', '—', ' ', '\u{A0}']);
    let words: Vec<&str> = title.split_whitespace().collect();
    let last = words.last()?;
    let abbreviates = [
        "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "No", "Art", "Prof", "Col", "Rep", "Gov", "Lt",
    ]
    .contains(last);
    let verb = words.iter().any(|word| {
        matches!(
            *word,
            "is" | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "shall"
                | "must"
                | "should"
                | "may"
                | "can"
                | "said"
                | "says"
        ) || (word.ends_with("ed") && word.len() > 4)
    });
    let good = (1..=5).contains(&words.len())
        && title.starts_with(char::is_uppercase)
        && last.chars().count() > 1
        && !abbreviates
        && !verb
        && rest.chars().nth(1).is_some_and(char::is_whitespace)
        && content.starts_with(|c: char| c.is_uppercase() || "\"“‘'(".contains(c));
    good.then_some(labels::Label {
        start: 0,
        end: title.len(),
        content: text.len() - content.len(),
    })
}
