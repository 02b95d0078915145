//! The style of official texts, which gives a capital to words that name nobody: "the Ministers", "the Tolsk Side".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

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

    /// "The Ministers", "both Presidents", "the Parties": official style gives descriptions a capital.
    pub(super) fn is_capital_group(&self, word: usize, lower: &str) -> bool {
        let words = self.words;
        // "the Doctors' Federation", "the Army of the Northern Hills": the capital goes on.
        if self.goes_on(word) {
            return false;
        }
        if word > 0
            && words.form(word - 1).eq_ignore_ascii_case("the")
            && self.classes.has("party", lower)
            && !self.capital_after(word)
        {
            return true;
        }
        let singular = match lower.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => lower.strip_suffix('s').unwrap_or(lower).to_owned(),
        };
        // "neighbouring States"
        let described = word > 0 && words.upos(word - 1) == Upos::Adj && !self.capital(word - 1);
        word > 0
            && lower.ends_with('s')
            && matches!(words.xpos(word), Xpos::Nns | Xpos::Nnps)
            && (described
                || matches!(
                    words.lower(word - 1),
                    "the" | "both" | "all" | "two" | "three" | "four" | "these" | "their" | "those"
                ))
            && !self.capital_after(word)
            && (self.classes.has("sides", &singular) || self.classes.has("persons", &singular))
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
