//! Cues in the trees: the words that report, with the stretch they stand in.

use std::ops::Range;

use rapporteur_lexicon::WordMap;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::classes::{Class, Classes, Entry};
use crate::words::Words;

/// A verb (or predicate, or noun) that may report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    /// The word that heads it.
    pub head: usize,
    /// One past its last word, with particle or preposition: "pointed out", "called on".
    pub end: usize,
    /// The classes it belongs to, the most telling first.
    pub classes: Vec<usize>,
}

/// The verb at `word` as a cue. An entry of several words wins over the bare verb.
pub(super) fn verb_cue(words: &Words, classes: &Classes, word: usize) -> Option<Cue> {
    let copular = words.upos(word) != Upos::Verb && words.child(word, &[Rel::Cop]).is_some();
    let table = if copular || words.upos(word) == Upos::Adj {
        &classes.predicates
    } else if words.upos(word) == Upos::Verb
        && !matches!(
            words.rel(word),
            Rel::Amod | Rel::Compound | Rel::Case | Rel::Fixed
        )
    {
        &classes.verbs
    } else {
        return None;
    };
    fitting(words, table, word)
}

/// A word as a cue by its form alone, whatever the tagger took it for: "warns", read as a noun.
pub(super) fn reporting(words: &Words, classes: &Classes, word: usize) -> Option<Cue> {
    fitting(words, &classes.verbs, word)
}

/// The verb at `word` without its particle or preposition.
pub(super) fn plain_cue(words: &Words, classes: &Classes, word: usize) -> Option<Cue> {
    let plain: Vec<usize> = entries(words, &classes.verbs, word)?
        .iter()
        .filter(|entry| entry.rest.is_empty())
        .map(|entry| entry.class)
        .collect();
    (!plain.is_empty()).then_some(Cue {
        head: word,
        end: word + 1,
        classes: plain,
    })
}

fn fitting(words: &Words, table: &WordMap<Vec<Entry>>, word: usize) -> Option<Cue> {
    let entries = entries(words, table, word)?;
    let fits = |entry: &&Entry| {
        entry.rest.iter().enumerate().all(|(offset, part)| {
            let at = word + 1 + offset;
            at < words.len()
                && (words.lemma(at) == part || words.form(at).eq_ignore_ascii_case(part))
        })
    };
    let mut fitting: Vec<&Entry> = entries.iter().filter(fits).collect();
    if fitting.is_empty() {
        return None;
    }
    fitting.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
    let longest = fitting[0].rest.len();
    Some(Cue {
        head: word,
        end: word + 1 + longest,
        classes: fitting
            .iter()
            .filter(|entry| entry.rest.len() == longest)
            .map(|entry| entry.class)
            .collect(),
    })
}

/// The entries of a verb by its lemma; where the lemma is none, by what the regular endings leave of its form.
fn entries<'t>(
    words: &Words,
    table: &'t WordMap<Vec<Entry>>,
    word: usize,
) -> Option<&'t Vec<Entry>> {
    if let Some(entries) = table.get(words.lemma(word)) {
        return Some(entries);
    }
    let form = words.lower(word);
    for ending in ["ied", "ies", "ed", "ing", "es", "s"] {
        let Some(stem) = form.strip_suffix(ending) else {
            continue;
        };
        let doubled = stem.strip_suffix(|last: char| {
            stem.len() > 2 && stem[..stem.len() - last.len_utf8()].ends_with(last)
        });
        let with = |letter: &str| table.get([stem, letter].concat().as_str());
        let found = with("y")
            .or_else(|| with("e"))
            .or_else(|| table.get(stem))
            .or_else(|| table.get(doubled?));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The first class of a cue that answers a question.
pub(super) fn class_of<'c>(
    classes: &'c Classes,
    cue: &Cue,
    fits: impl Fn(&Class) -> bool,
) -> Option<&'c Class> {
    cue.classes
        .iter()
        .map(|&index| &classes.all[index])
        .find(|class| fits(class))
}

/// The words of a verbal cue as written: auxiliaries, negation and adverbs before it, the verb, its particles.
pub(super) fn cue_words(words: &Words, cue: &Cue) -> Range<usize> {
    let mut start = cue.head;
    while start > 0 {
        let before = start - 1;
        let belongs = words.head(before) == Some(cue.head)
            && matches!(
                words.rel(before),
                Rel::Aux | Rel::AuxPass | Rel::Cop | Rel::Advmod | Rel::Mark
            )
            && (words.rel(before) != Rel::Mark || words.xpos(before) == Xpos::To)
            && words.upos(before) != Upos::Punct
            && words.lemma(before) != "yet";
        if !belongs || words.sentence_of(before) != words.sentence_of(cue.head) {
            break;
        }
        start = before;
    }
    start..cue.end.max(cue.head + 1)
}
