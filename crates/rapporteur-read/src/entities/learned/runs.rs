//! Where names may stand: runs of capitalised words with the small words between them.

use std::ops::Range;

use rapporteur_syntax::Upos;

use crate::entities::names::is_no_name;
use crate::words::Words;

/// Words that may stand inside a name.
const BETWEEN: &[&str] = &[
    "of", "for", "and", "in", "on", "against", "the", "&", "'s", "’s", "'", "’", "-", "–", "/",
    "de", "del", "della", "der", "den", "des", "di", "da", "do", "dos", "du", "la", "le", "los",
    "las", "y", "e", "et", "und", "van", "von", "al", "el", "bin", "ben",
];

/// How many such words may stand together.
const MOST: usize = 3;

/// Every run, in order.
pub(super) fn runs(words: &Words) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for sentence in &words.syntax.sentences.0 {
        let mut at = sentence.start;
        while at < sentence.end {
            if !starts(words, at) {
                at += 1;
                continue;
            }
            let mut end = at + 1;
            loop {
                if end < sentence.end && goes_on(words, end) {
                    end += 1;
                    continue;
                }
                let next = (end..(end + MOST).min(sentence.end))
                    .take_while(|&word| BETWEEN.contains(&words.form(word)))
                    .last();
                match next.filter(|&last| last + 1 < sentence.end && goes_on(words, last + 1)) {
                    Some(last) => end = last + 2,
                    None => break,
                }
            }
            // "The talks", "However, …": a capital from the sentence.
            let names = matches!(
                words.upos(at),
                Upos::Propn | Upos::Noun | Upos::Adj | Upos::X
            );
            if names || end > at + 1 || at > sentence.start {
                found.push(at..end);
            }
            at = end;
        }
    }
    found
}

fn starts(words: &Words, word: usize) -> bool {
    let form = words.form(word);
    form.starts_with(char::is_uppercase) && words.upos(word) != Upos::Pron && !is_no_name(form)
        || matches!(form, "al" | "el" | "bin" | "ben") && goes_on(words, word + 1)
        || matches!(words.form(word + 1), "-" | "’" | "'")
            && matches!(form, "al" | "el" | "d" | "l" | "e")
            && goes_on(words, word + 2)
}

fn goes_on(words: &Words, word: usize) -> bool {
    let form = words.form(word);
    form.starts_with(char::is_uppercase) && !is_no_name(form)
        || form.starts_with(|c: char| c.is_ascii_digit())
            && form.chars().all(|c| c.is_ascii_digit())
}
