//! How many words of a treebank a model gets right, to see how training goes.

use std::fmt;

use crate::conllu::Sentence;
use crate::model::Model;

/// Words and how many of them are right, on given words and sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Words in all.
    pub words: usize,
    /// Words with the right universal tag.
    pub upos: usize,
    /// Words with the right tag of the treebank.
    pub xpos: usize,
    /// Words with the right lemma, capitals aside.
    pub lemmas: usize,
    /// Words with the right head.
    pub heads: usize,
    /// Words with the right head and relation, subtypes aside.
    pub trees: usize,
}

/// Tags the sentences and counts what is right.
pub fn score(model: &Model, sentences: &[Sentence]) -> Figures {
    let forms: Vec<_> = sentences.iter().map(Sentence::forms).collect();
    let syntax = model.tag(&forms);
    let mut out = Figures::default();
    for sentence in sentences {
        let first = out.words;
        for row in sentence.words() {
            let (c, n) = (&row.columns, out.words);
            let lemma = &syntax.tags.lemmas[n];
            out.upos += usize::from(c[3] == syntax.tags.upos[n].as_str());
            out.xpos += usize::from(c[4] == syntax.tags.xpos[n].as_str());
            out.lemmas += usize::from(c[2].to_lowercase() == lemma.to_lowercase());
            let head = syntax.trees.heads[n] as usize;
            let head = if head == n { 0 } else { head - first + 1 };
            let right = c[6] == head.to_string();
            let rel = c[7].split(':').next() == Some(syntax.trees.rels[n].base());
            out.heads += usize::from(right);
            out.trees += usize::from(right && rel);
            out.words += 1;
        }
    }
    out
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |right: usize| 100.0 * right as f64 / self.words.max(1) as f64;
        write!(
            f,
            "UPOS {:.2} XPOS {:.2} lemma {:.2} UAS {:.2} LAS {:.2}",
            share(self.upos),
            share(self.xpos),
            share(self.lemmas),
            share(self.heads),
            share(self.trees)
        )
    }
}
