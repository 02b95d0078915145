//! Given names that look like something else.

use rapporteur_syntax::{NameKind, Upos};

use super::names::{Finder, is_no_name};

/// What a hyphen joins to a name to describe something else: "Merin-based", "Europe-wide".
const COMPOUND_ENDS: &[&str] = &[
    "based", "led", "era", "style", "born", "run", "wide", "level", "held", "like", "only", "free",
    "bound", "made", "long", "old", "year", "day", "week", "time", "rule", "size", "sized", "type",
    "side", "wing", "line", "in", "on", "off", "out", "up", "all", "area", "area", "state",
    "built", "owned", "aided", "armed", "trade", "plus", "to", "and", "the", "of", "first", "sea",
    "land",
];

impl Finder<'_> {
    /// "Jan Brun", "June Hart": a month before a name of its own.
    pub(super) fn is_given_name(&self, word: usize) -> bool {
        matches!(
            self.words.form(word),
            "Jan" | "April" | "May" | "Jun" | "June" | "August" | "Dec"
        ) && self.capital_after(word)
            && !is_no_name(self.words.form(word + 1))
            && self.model[word + 1].is_none_or(|kind| kind == NameKind::Person)
            && !word.checked_sub(1).is_some_and(|before| {
                matches!(
                    self.words.form(before),
                    "in" | "since" | "until" | "by" | "from" | "of"
                ) || self.words.upos(before) == Upos::Num
            })
    }

    /// "Ko Wen-shan": whether the hyphen at a word joins a syllable in lower case to a given name, behind a family name.
    pub(super) fn is_given_end(&self, start: usize, hyphen: usize) -> bool {
        let words = self.words;
        let short = |word: usize| words.form(word).chars().count() <= 5;
        hyphen >= start + 2
            && words.form(hyphen) == "-"
            && self.joined(hyphen)
            && self.capital(hyphen - 1)
            && self.capital(hyphen - 2)
            && short(hyphen - 1)
            && short(hyphen + 1)
            && words.form(hyphen + 1).chars().all(char::is_lowercase)
            && !COMPOUND_ENDS.contains(&words.form(hyphen + 1))
            && self.known(start, hyphen).is_none()
            && !self.is_title_word(hyphen - 1)
    }

    /// "Hyun-woo Bae": whether the hyphen at a word joins a syllable in lower case to a given name, before a family name.
    pub(super) fn is_given_start(&self, start: usize, hyphen: usize) -> bool {
        let words = self.words;
        let short = |word: usize| words.form(word).chars().count() <= 5;
        hyphen == start + 1
            && hyphen + 2 < words.len()
            && words.form(hyphen) == "-"
            && self.joined(hyphen)
            && short(start)
            && short(hyphen + 1)
            && words.form(hyphen + 1).chars().all(char::is_lowercase)
            && self.capital_after(hyphen + 1)
            && !COMPOUND_ENDS.contains(&words.form(hyphen + 1))
            && self.known(start, hyphen).is_none()
            && self.lexicon.gazetteer.demonym(words.form(start)).is_none()
            && !self.common.contains(self.lower(start))
            && words.form(start).chars().skip(1).all(char::is_lowercase)
    }
}
