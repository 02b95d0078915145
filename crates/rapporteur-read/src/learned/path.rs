//! What the rankers read off trees: the way between two words, what a sentence is about.

use rapporteur_syntax::Rel;

use crate::words::Words;

/// The relations between two words of a sentence, up and down.
pub(crate) fn path(words: &Words, from: usize, to: usize) -> String {
    let up: Vec<usize> = std::iter::once(from)
        .chain(words.ancestors(from))
        .take(6)
        .collect();
    let down: Vec<usize> = std::iter::once(to)
        .chain(words.ancestors(to))
        .take(6)
        .collect();
    let Some((rise, fall)) = up
        .iter()
        .enumerate()
        .find_map(|(rise, word)| Some((rise, down.iter().position(|other| other == word)?)))
    else {
        return "far".into();
    };
    if rise + fall > 5 {
        return "far".into();
    }
    let mut path = String::new();
    for &word in &up[..rise] {
        path.push('<');
        path.push_str(words.rel(word).as_str());
    }
    for &word in down[..fall].iter().rev() {
        path.push('>');
        path.push_str(words.rel(word).as_str());
        if let Some(case) = words.child(word, &[Rel::Case]) {
            path.push_str(words.lemma(case));
        }
    }
    path
}

/// The subject of the main clause of each sentence.
pub(crate) fn main_subjects(words: &Words) -> Vec<Option<usize>> {
    (0..words.sentences())
        .map(|sentence| {
            let root = (words.sentence(sentence)).find(|&word| words.rel(word) == Rel::Root)?;
            words.child(root, &[Rel::Nsubj, Rel::NsubjPass, Rel::NsubjOuter])
        })
        .collect()
}
