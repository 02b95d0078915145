//! Words with a capital that names do not have from themselves: headlines in capitals, titles of works and of other
//! reports ("Growers Say Levy Would Ruin Them"). Of what stands there only what is a name elsewhere is one.

use std::collections::HashSet;
use std::ops::Range;

use rapporteur_model::BlockKind;
use rapporteur_syntax::Upos;

use super::names::{Finder, Piece, PieceKind};

/// Letters of a word that titles write with a capital, at least.
const LONG: usize = 4;
/// Such words of a title, at least.
const FEWEST: usize = 4;
/// Words of a sentence that tell whether all of it is in capitals.
const MANY: usize = 200;

impl Finder<'_> {
    /// For each sentence, whether its words have capitals as those of a title have: nearly all long words do, and at least two
    /// of them are no names (in a headline one).
    pub(super) fn titled_sentences(&self) -> Vec<bool> {
        (self.words.syntax.sentences.0.iter())
            .map(|sentence| self.is_titled(sentence.clone()))
            .collect()
    }

    fn is_titled(&self, sentence: Range<usize>) -> bool {
        let words = self.words;
        let (mut long, mut capitals, mut plain) = (0, 0, 0);
        for at in sentence.clone().skip(1).take(MANY) {
            // "The Growers' Council met": a verb has its small letter.
            if words.upos(at) == Upos::Verb && !self.capital(at) {
                return false;
            }
            if !self.is_long(at) {
                continue;
            }
            long += 1;
            if self.capital(at) {
                capitals += 1;
                let told = matches!(
                    words.upos(at),
                    Upos::Verb | Upos::Aux | Upos::Adv | Upos::Pron | Upos::Adp | Upos::Sconj
                );
                plain += usize::from(told || self.common.contains(words.lower(at)));
            }
        }
        if long < FEWEST || capitals * 7 < long * 6 {
            return false;
        }
        // "Witnesses: Ada Holm, Chair, Port Council; Nils Brun, …": a list of people, and no title.
        let commas = (sentence.clone().take(MANY))
            .filter(|&at| matches!(words.form(at), "," | ";"))
            .count();
        let headline = self.block(sentence.start) == Some(BlockKind::Headline);
        commas <= 2 && plain >= if headline { 1 } else { 2 }
    }

    /// Drops what only a title has with a capital: names that the report tells nowhere else, unless they are known, or a
    /// person's.
    pub(super) fn drop_titled(&self, titled: &[bool], found: &mut Vec<Piece>) {
        if !titled.contains(&true) {
            return;
        }
        let in_title = |piece: &Piece| titled[self.words.sentence_of(piece.words.start)];
        let text = |piece: &Piece| self.text(piece.words.start, piece.words.end);
        let elsewhere: HashSet<String> = (found.iter())
            .filter(|piece| !in_title(piece))
            .map(text)
            .collect();
        found.retain(|piece| {
            let guessed = match piece.kind {
                PieceKind::Open | PieceKind::Organisation(_) | PieceKind::Thing => true,
                PieceKind::Person => piece.words.len() > 3,
                _ => false,
            };
            !guessed || !in_title(piece) || elsewhere.contains(&text(piece))
        });
    }

    fn is_long(&self, word: usize) -> bool {
        let letters = self.words.form(word).chars().filter(|c| c.is_alphabetic());
        letters.count() >= LONG
    }

    /// Whether the words around are all capitals.
    pub(super) fn is_loud(&self, word: usize) -> bool {
        let sentence = self.words.sentence(self.words.sentence_of(word));
        matches!(
            self.block(word),
            Some(BlockKind::Headline | BlockKind::Heading)
        ) && sentence
            .take(MANY)
            .filter(|&at| self.is_long(at))
            .all(|at| !self.words.form(at).contains(char::is_lowercase))
    }
}
