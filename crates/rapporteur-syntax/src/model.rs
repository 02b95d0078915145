//! The model: weights and what is done with them.

use std::sync::OnceLock;

use rapporteur_model::Span;

use crate::choice::Choice;
use crate::encoder::{Encoder, Work};
use crate::layers::{Sentences, Syntax, Tags, Tokens, Trees};
use crate::mend::mend;
use crate::scores::Scores;
use crate::second::{Choices, Look};
use crate::shape::RELS;
use crate::weights::{self, Weights};
use crate::{Rel, Upos, Xpos, boundaries, decode, names, tokens};

/// Longest stretch of words that is parsed as one; longer sentences are parsed in pieces and joined.
pub const LONGEST: usize = 400;
/// Words that go through the encoder together.
const BATCH: usize = 200;

/// A file that is no model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelError(pub(crate) String);

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cannot read the model: {}", self.0)
    }
}

impl std::error::Error for ModelError {}

/// A model of words. Reading has no state: the same text always gives the same layers.
#[derive(Debug)]
pub struct Model {
    weights: Weights,
    encoder: Encoder,
}

static EMBEDDED: &[u8] = include_bytes!("../models/en.safetensors");

impl Model {
    /// The model that ships with the program.
    pub fn embedded() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| match weights::read_static(EMBEDDED) {
            Ok(weights) => Model::new(weights),
            Err(error) => unreachable!("the embedded model is tested: {error}"),
        })
    }

    /// A model from the bytes of a file of weights, as training writes it.
    pub fn from_bytes(data: &[u8]) -> Result<Model, ModelError> {
        weights::read(data).map(Self::new)
    }

    fn new(weights: Weights) -> Self {
        let encoder = Encoder::new(&weights);
        Self { weights, encoder }
    }

    /// All layers of words of a text. `blocks` are the paragraphs, headlines and list items in order: words stand
    /// only in blocks, and no sentence crosses one. Spans outside the text or overlapping an earlier one are left out.
    pub fn read(&self, text: &str, blocks: &[Span]) -> Syntax {
        let (tokens, sentences) = self.split(text, blocks);
        let mut syntax = Syntax {
            tokens,
            sentences,
            ..Syntax::default()
        };
        let forms: Vec<&str> = syntax
            .tokens
            .spans
            .iter()
            .map(|span| span.of(text))
            .collect();
        self.fill(&forms, &mut syntax);
        syntax
    }

    /// Words and sentences alone, see [`Model::read`].
    pub fn split(&self, text: &str, blocks: &[Span]) -> (Tokens, Sentences) {
        let mut tokens = Tokens::default();
        let mut sentences = Sentences::default();
        let mut done = 0;
        for block in blocks {
            if (block.start as usize) < done || text.get(block.range()).is_none() {
                continue;
            }
            done = block.end as usize;
            let first = tokens.spans.len();
            tokens::split(text, *block, &mut tokens);
            boundaries::split(
                &self.weights.tables.boundaries,
                text,
                &tokens,
                first,
                &mut sentences,
            );
        }
        (tokens, sentences)
    }

    /// Tags, trees and names of given sentences. The spans of the tokens are empty: the words have no text.
    pub fn tag(&self, sentences: &[Vec<&str>]) -> Syntax {
        let forms: Vec<&str> = sentences.iter().flatten().copied().collect();
        let mut ranges = Vec::new();
        let mut first = 0;
        for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
            ranges.push(first..first + sentence.len());
            first += sentence.len();
        }
        let mut syntax = Syntax {
            tokens: Tokens {
                spans: vec![Span::default(); forms.len()],
                joined: vec![false; forms.len()],
            },
            sentences: Sentences(ranges),
            ..Syntax::default()
        };
        self.fill(&forms, &mut syntax);
        syntax
    }

    fn fill(&self, forms: &[&str], syntax: &mut Syntax) {
        let n = forms.len();
        syntax.tags = Tags {
            upos: Vec::with_capacity(n),
            xpos: Vec::with_capacity(n),
            lemmas: Vec::with_capacity(n),
        };
        syntax.trees = Trees {
            heads: Vec::with_capacity(n),
            rels: Vec::with_capacity(n),
        };
        let (pieces, choices) = self.first_look(forms, syntax);
        if let Some(second) = &self.weights.tables.second {
            Look::new(forms, &choices, syntax).revise(second);
        }
        join(syntax, &pieces);
        mend(forms, syntax);
        names::find(&choices.names, &pieces, syntax);
        names::settle(forms, &self.weights.tables.gazetteer, syntax);
        let lemmas = forms
            .iter()
            .zip(&syntax.tags.xpos)
            .map(|(form, &tag)| self.weights.tables.lemmas.lemma(form, tag));
        syntax.tags.lemmas = lemmas.collect();
    }

    /// What the network alone makes of sentences, and what it leaves open.
    pub(crate) fn look(&self, sentences: &[Vec<&str>]) -> (Syntax, Choices) {
        let forms: Vec<&str> = sentences.iter().flatten().copied().collect();
        let mut syntax = Syntax::default();
        let mut first = 0;
        for sentence in sentences {
            syntax.sentences.0.push(first..first + sentence.len());
            first += sentence.len();
        }
        let (_, choices) = self.first_look(&forms, &mut syntax);
        (syntax, choices)
    }

    /// Fills tags and trees as the network alone gives them; also returns the stretches that were parsed as one and
    /// what is open, names among it.
    fn first_look(
        &self,
        forms: &[&str],
        syntax: &mut Syntax,
    ) -> (Vec<std::ops::Range<usize>>, Choices) {
        let mut pieces = Vec::new();
        let mut choices = Choices::default();
        for range in &syntax.sentences.0 {
            let mut start = range.start;
            while range.end - start > LONGEST {
                let end = cut(&forms[start..start + LONGEST]) + start;
                pieces.push(start..end);
                start = end;
            }
            pieces.push(start..range.end);
        }
        let mut work = self.encoder.borrow();
        let mut next = 0;
        while next < pieces.len() {
            let mut last = next + 1;
            while last < pieces.len() && pieces[last].end - pieces[next].start <= BATCH {
                last += 1;
            }
            self.batch(forms, &pieces[next..last], &mut work, syntax, &mut choices);
            next = last;
        }
        self.encoder.give_back(work);
        (pieces, choices)
    }

    /// The network's scores of some sentences, given by their first words.
    pub(crate) fn scores(&self, forms: &[&str], starts: &[usize], work: &mut Work) -> Scores<'_> {
        self.encoder.run(&self.weights, forms, starts, work)
    }

    fn batch(
        &self,
        forms: &[&str],
        pieces: &[std::ops::Range<usize>],
        work: &mut Work,
        syntax: &mut Syntax,
        choices: &mut Choices,
    ) {
        let first = pieces[0].start;
        let starts: Vec<usize> = pieces.iter().map(|piece| piece.start - first).collect();
        let end = pieces[pieces.len() - 1].end;
        let out = self
            .encoder
            .run(&self.weights, &forms[first..end], &starts, work);
        for word in 0..end - first {
            let (upos, xpos) = out.tags(word).split_at(Upos::ALL.len());
            syntax.tags.upos.push(Upos::ALL[top(upos)]);
            syntax.tags.xpos.push(Xpos::ALL[top(xpos)]);
            choices.upos.push(Choice::of(upos));
            choices.xpos.push(Choice::of(xpos));
        }
        for piece in pieces {
            let (from, n) = (piece.start - first, piece.len());
            let scores = out.arcs(from, n, work);
            let governors = decode::heads(scores, n).into_iter();
            let governors = governors.map(|head| head.checked_sub(1).map(|head| from + head));
            let pairs: Vec<(usize, Option<usize>)> = (from..from + n).zip(governors).collect();
            let scores = out.labels(&pairs, work);
            for (&(word, governor), scores) in pairs.iter().zip(scores) {
                syntax
                    .trees
                    .heads
                    .push((governor.unwrap_or(word) + first) as u32);
                let rel = label(scores, governor.is_none());
                syntax.trees.rels.push(rel);
                choices.rels.push(if governor.is_none() {
                    Choice::sure(rel as usize)
                } else {
                    let mut others = [0.0; RELS];
                    others.copy_from_slice(scores);
                    others[Rel::Root as usize] = f32::NEG_INFINITY;
                    Choice::of(&others)
                });
            }
            choices.names.extend_from_slice(out.names(from, n));
        }
        out.give_back(work);
    }
}

/// The first of the highest scores; the highest is looked for first, which takes no branches.
fn top(scores: &[f32]) -> usize {
    let most = scores
        .iter()
        .fold(f32::NEG_INFINITY, |a, &b| if b > a { b } else { a });
    scores.iter().position(|&score| score == most).unwrap_or(0)
}

/// The relation of a word; `root` exactly for the root.
fn label(scores: &[f32], root: bool) -> Rel {
    if root {
        return Rel::Root;
    }
    let (before, rest) = scores.split_at(Rel::Root as usize);
    let after = &rest[1..];
    let (first, second) = (top(before), top(after));
    if before[first] >= after[second] {
        Rel::ALL[first]
    } else {
        Rel::ALL[Rel::Root as usize + 1 + second]
    }
}

/// Where to cut a stretch that is too long: after the last punctuation of its second half, else at its end.
fn cut(forms: &[&str]) -> usize {
    let marks = |form: &str| matches!(form, "." | ";" | "," | ":" | "!" | "?" | "–" | "—");
    let half = forms.len() / 2;
    forms[half..]
        .iter()
        .rposition(|form| marks(form))
        .map_or(forms.len(), |place| half + place + 1)
}

/// Hangs the roots of later pieces of a sentence from the root of its first.
fn join(syntax: &mut Syntax, pieces: &[std::ops::Range<usize>]) {
    if pieces.len() == syntax.sentences.0.len() {
        return;
    }
    let trees = &mut syntax.trees;
    for range in &syntax.sentences.0 {
        let mut root = None;
        for word in range.clone() {
            if trees.heads[word] as usize == word {
                match root {
                    None => root = Some(word),
                    Some(root) => {
                        trees.heads[word] = root as u32;
                        trees.rels[word] = Rel::Parataxis;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NameKind;

    fn read(text: &str) -> Syntax {
        Model::embedded().read(text, &[Span::new(0, text.len())])
    }

    #[test]
    fn reads_a_sentence() {
        let text = "The envoys of Norland met in Vienna on Tuesday. They signed nothing.";
        let syntax = read(text);
        assert_eq!(syntax.sentences.0.len(), 2);
        let word = |form: &str| {
            let spans = &syntax.tokens.spans;
            spans.iter().position(|span| span.of(text) == form)
        };
        let (met, envoys) = (word("met").unwrap(), word("envoys").unwrap());
        assert_eq!(syntax.trees.heads[met] as usize, met);
        assert_eq!(syntax.trees.heads[envoys] as usize, met);
        assert_eq!(syntax.trees.rels[envoys], Rel::Nsubj);
        assert_eq!(&*syntax.tags.lemmas[met], "meet");
        assert!(
            syntax
                .names
                .0
                .iter()
                .any(|name| name.words.len() == 1 && name.kind == NameKind::Place)
        );
    }

    #[test]
    fn sentences_stay_inside_blocks_and_trees_inside_sentences() {
        let text = "No deal\n\nTalks go on";
        let syntax = Model::embedded().read(text, &[Span::new(0, 7), Span::new(9, text.len())]);
        assert_eq!(syntax.sentences.0, [0..2, 2..5]);
        for range in &syntax.sentences.0 {
            assert!(
                range
                    .clone()
                    .all(|word| range.contains(&(syntax.trees.heads[word] as usize)))
            );
        }
    }

    #[test]
    fn nothing_and_very_much_are_read() {
        assert!(read("").tokens.spans.is_empty());
        let long = read(&"and the delegates of the other side said that ".repeat(300));
        assert_eq!(long.sentences.0.len(), 1);
        let roots = long
            .trees
            .heads
            .iter()
            .enumerate()
            .filter(|(word, head)| *word == **head as usize);
        assert_eq!(roots.count(), 1);
        assert_eq!(read(&"a".repeat(1_000_000)).tokens.spans.len(), 1);
    }
}
