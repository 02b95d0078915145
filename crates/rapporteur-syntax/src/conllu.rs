//! CoNLL-U, the format of treebanks (<https://universaldependencies.org/format.html>): reading and writing.

use std::fmt::Write;

use rapporteur_model::Span;

use crate::{Names, Syntax};

/// A sentence of a CoNLL-U file: its lines as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Comment lines, with their `#`.
    pub comments: Vec<String>,
    /// Words, multiword ranges and empty nodes in order.
    pub rows: Vec<Row>,
}

/// One line of a sentence: its ten columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC.
    pub columns: [String; 10],
}

impl Row {
    /// Whether the row is a word, not a multiword range or an empty node.
    pub fn is_word(&self) -> bool {
        !self.columns[0].is_empty() && self.columns[0].bytes().all(|b| b.is_ascii_digit())
    }

    /// The form.
    pub fn form(&self) -> &str {
        &self.columns[1]
    }

    /// The value of a key in MISC.
    pub fn misc(&self, key: &str) -> Option<&str> {
        self.columns[9]
            .split('|')
            .find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
    }
}

impl Sentence {
    /// The rows that are words.
    pub fn words(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.is_word())
    }

    /// The forms of the words.
    pub fn forms(&self) -> Vec<&str> {
        self.words().map(Row::form).collect()
    }

    /// The value of a comment `# key = value`.
    pub fn comment(&self, key: &str) -> Option<&str> {
        self.comments.iter().find_map(|line| {
            let rest = line.strip_prefix('#')?.trim_start().strip_prefix(key)?;
            Some(rest.trim_start().strip_prefix('=')?.trim())
        })
    }
}

/// A line that is no CoNLL-U.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConlluError {
    /// Number of the line, from 1.
    pub line: usize,
    /// How many columns it has.
    pub columns: usize,
}

impl std::fmt::Display for ConlluError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "line {} has {} columns, CoNLL-U has 10 separated by tabs",
            self.line, self.columns
        )
    }
}

impl std::error::Error for ConlluError {}

/// Reads a CoNLL-U file. A word line needs its ten columns.
pub fn read(text: &str) -> Result<Vec<Sentence>, ConlluError> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for (number, line) in text.lines().enumerate() {
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() {
            if !sentence.rows.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
        } else if line.starts_with('#') {
            sentence.comments.push(line.to_owned());
        } else {
            let columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
            let found = columns.len();
            let columns = columns.try_into().map_err(|_| ConlluError {
                line: number + 1,
                columns: found,
            })?;
            sentence.rows.push(Row { columns });
        }
    }
    if !sentence.rows.is_empty() {
        sentences.push(sentence);
    }
    Ok(sentences)
}

/// Writes given sentences with what the model found for their words (`syntax` holds the same words in the same
/// order, see [`crate::Model::tag`]). Comments, multiword ranges and other MISC values stay.
pub fn write_given(sentences: &[Sentence], syntax: &Syntax) -> String {
    let mut out = String::new();
    let names = bio(&syntax.names, syntax.tags.upos.len());
    let mut word = 0;
    for sentence in sentences {
        for comment in &sentence.comments {
            out.push_str(comment);
            out.push('\n');
        }
        let first = word;
        for row in &sentence.rows {
            let c = &row.columns;
            if !row.is_word() || word >= syntax.tags.upos.len() {
                let _ = writeln!(out, "{}", c.join("\t"));
                continue;
            }
            let kept = c[9]
                .split('|')
                .filter(|pair| *pair != "_" && !pair.is_empty() && !pair.starts_with("Name="));
            let misc = kept
                .map(str::to_owned)
                .chain(names[word].clone())
                .collect::<Vec<_>>()
                .join("|");
            write_word(&mut out, word, first, &c[1], syntax, &misc);
            word += 1;
        }
        out.push('\n');
    }
    out
}

/// Writes the syntax of a text, with `# text`, `SpaceAfter=No` and `Offset=start:end` in code points.
pub fn write_raw(text: &str, syntax: &Syntax) -> String {
    let mut out = String::new();
    let names = bio(&syntax.names, syntax.tokens.spans.len());
    let mut points = CodePoints::default();
    let mut misc = String::new();
    let spans = &syntax.tokens.spans;
    let joined = |word: usize| syntax.tokens.joined.get(word).copied().unwrap_or(false);
    for (number, range) in syntax.sentences.0.iter().enumerate() {
        let all = spans[range.start].cover(spans[range.end - 1]);
        let flat = all
            .of(text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let _ = writeln!(out, "# sent_id = {}\n# text = {flat}", number + 1);
        for word in range.clone() {
            let starts = !joined(word) && word + 1 < range.end && joined(word + 1);
            let mut last = word;
            while last + 1 < range.end && joined(last + 1) {
                last += 1;
            }
            let tight = last + 1 < range.end && spans[last].end == spans[last + 1].start;
            if starts {
                let whole = spans[word].cover(spans[last]);
                let (from, to) = (word - range.start + 1, last - range.start + 1);
                let misc = if tight { "SpaceAfter=No" } else { "_" };
                let _ = writeln!(
                    out,
                    "{from}-{to}\t{}\t_\t_\t_\t_\t_\t_\t_\t{misc}",
                    whole.of(text)
                );
            }
            let inside = starts || joined(word);
            let span = spans[word];
            let (start, end) = (
                points.at(text, span.start as usize),
                points.at(text, span.end as usize),
            );
            misc.clear();
            if tight && !inside {
                misc.push_str("SpaceAfter=No|");
            }
            misc.push_str("Offset=");
            write_number(&mut misc, start);
            misc.push(':');
            write_number(&mut misc, end);
            if let Some(name) = &names[word] {
                misc.push('|');
                misc.push_str(name);
            }
            write_word(&mut out, word, range.start, span.of(text), syntax, &misc);
        }
        out.push('\n');
    }
    out
}

fn write_word(
    out: &mut String,
    word: usize,
    first: usize,
    form: &str,
    syntax: &Syntax,
    misc: &str,
) {
    let head = syntax.trees.heads[word] as usize;
    let head = if head == word { 0 } else { head - first + 1 };
    let misc = if misc.is_empty() { "_" } else { misc };
    write_number(out, word - first + 1);
    let tags = &syntax.tags;
    for text in [
        form,
        &tags.lemmas[word],
        tags.upos[word].as_str(),
        tags.xpos[word].as_str(),
    ] {
        out.push('\t');
        out.push_str(text);
    }
    out.push_str("\t_\t");
    write_number(out, head);
    out.push('\t');
    out.push_str(syntax.trees.rels[word].as_str());
    out.push_str("\t_\t");
    out.push_str(misc);
    out.push('\n');
}

/// Writes a number, faster than formatting does: most of what is written are numbers.
fn write_number(out: &mut String, number: usize) {
    if number >= 10 {
        write_number(out, number / 10);
    }
    out.push((b'0' + (number % 10) as u8) as char);
}

fn bio(names: &Names, words: usize) -> Vec<Option<String>> {
    let mut tags = vec![None; words];
    for name in &names.0 {
        for word in name.words.clone().filter(|&word| word < words) {
            let letter = if word == name.words.start { 'B' } else { 'I' };
            tags[word] = Some(format!("Name={letter}-{}", name.kind));
        }
    }
    tags
}

/// Counts code points forward through a text.
#[derive(Default)]
struct CodePoints {
    byte: usize,
    point: usize,
}

impl CodePoints {
    fn at(&mut self, text: &str, byte: usize) -> usize {
        if byte < self.byte {
            return Span::new(0, byte).of(text).chars().count();
        }
        self.point += Span::new(self.byte, byte).of(text).chars().count();
        self.byte = byte;
        self.point
    }
}
