//! The style of official texts, which gives a capital to words that name nobody: "the Ministers", "the Tolsk Side".

use std::ops::Range;

use rapporteur_syntax::Rel;

use super::gather::Work;
use super::names::Finder;

/// "the Tolsk Side", "the Merin Delegation": official style gives it a capital, and it is no part of a name.
pub(super) fn is_side(lower: &str) -> bool {
    matches!(lower, "side" | "sides" | "delegation" | "delegations")
}

impl Finder<'_> {
    /// A title, of one or of several: "Foreign Ministers".
    pub(super) fn is_title(&self, word: usize) -> bool {
        let lower = self.lower(word);
        let one = lower.strip_suffix('s').unwrap_or(lower);
        self.is_title_word(word) || self.classes.has("persons", one)
    }
}

impl Work<'_> {
    /// "Vera Sorel, Secretary, led the Tolsk delegation", "was at the head of the Tolsk side": whose side it is that somebody
    /// with that name leads.
    pub(super) fn side_led_by(&self, name: &Range<usize>) -> Vec<usize> {
        let words = self.words;
        let top = self.top(name.clone());
        let Some(predicate) = words
            .head(top)
            .filter(|&predicate| words.rel(top) == Rel::Nsubj && predicate > name.end)
        else {
            return Vec::new();
        };
        let side = match words.lemma(predicate) {
            "lead" | "head" if words.is_verb(predicate) => words.child(predicate, &[Rel::Obj]),
            "head" | "helm" => words.with_case(predicate, &["of"]).next(),
            _ => None,
        };
        side.filter(|&side| {
            matches!(
                words.lemma(side),
                "side" | "delegation" | "team" | "mission"
            )
        })
        .map(|side| self.phrase(side).owners)
        .unwrap_or_default()
    }
}
