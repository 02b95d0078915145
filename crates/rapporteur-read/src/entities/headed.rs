//! Names told by whoever heads or speaks for what they name: "who leads Merin Air", "the rector of the University of Aster",
//! "Holm County's chief executive", "Ada Brun (Reform Party)".

use std::ops::Range;

use super::gather::Work;
use super::names::{Finder, PieceKind};

/// Who heads or speaks for a body; whoever works or lives there is none of them.
const OFFICERS: &[&str] = &[
    "mayor",
    "premier",
    "governor",
    "provost",
    "reeve",
    "alderman",
    "councillor",
    "committee",
    "council",
    "chairman",
    "chairwoman",
    "chairperson",
    "chair",
    "head",
    "leader",
    "executive",
    "director",
    "manager",
    "administrator",
    "commissioner",
    "treasurer",
    "superintendent",
    "rector",
    "chancellor",
    "vice-chancellor",
    "president",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "negotiator",
    "official",
];

/// Words between a name and the officer behind it, at most: "Holm County deputy chief executive".
const REACH: usize = 4;

impl Work<'_> {
    /// "the mayor of the Village of Aster", "a spokeswoman for Holm County", "Holm County's chief executive", "Gulf Province
    /// chairman Ole Brun", "Premier Ada Brun of Gulf Province", "who leads Gulf Province", "the Borough of Orme under Mayor Ada
    /// Brun": whether somebody heads or speaks for it.
    pub(super) fn is_headed(&self, name: &Range<usize>) -> bool {
        let under = self.form_at(name.end) == "under"
            && self.classes.has("persons", self.lower_lemma(name.end + 1));
        under
            || self.officer_before(name)
            || self.officer_behind(name)
            || self.is_led_by_somebody(name)
            || self.led_next(name)
            || self.officer_of_its_noun(name)
    }

    /// "the rector of the University of Aster", "a spokesman for Holm County", "speaking for Holm County", "Ada Brun, for the
    /// Port of Aster,", "on behalf of the Port of Aster", "Governor Ada Brun of Gulf Province".
    fn officer_before(&self, name: &Range<usize>) -> bool {
        let of = self.past_article(name.start).checked_sub(1);
        let Some(of) = of.filter(|&of| of > 0 && !self.owns_at(name.end)) else {
            return false;
        };
        let before = self.words.lemma(of - 1);
        let officer = OFFICERS.contains(&before);
        match self.form_at(of) {
            "of" => officer || before == "behalf" || self.is_governor(of),
            "for" => {
                before.starts_with("spokes")
                    || before == "speak"
                    || before == "," && of > 1 && self.is_full_name_at(of - 2)
            }
            _ => false,
        }
    }

    /// "Holm County's chief executive", "Gulf Province chairman Ole Brun", "Holm County Governor Ada Brun".
    fn officer_behind(&self, name: &Range<usize>) -> bool {
        let from = name.end + usize::from(self.owns_at(name.end));
        let title = |word: usize| {
            self.piece_at[word].is_some_and(|piece| self.pieces[piece].kind == PieceKind::Title)
        };
        (from..(from + REACH).min(self.words.len()))
            .take_while(|&word| {
                Finder::is_nominal(self.words, word)
                    && (self.form_at(word).starts_with(char::is_lowercase) || title(word))
            })
            .last()
            .is_some_and(|word| OFFICERS.contains(&self.words.lemma(word)))
    }

    /// "The Port of Aster … Port director Ole Brun", "Gulf Province … the province's head": whether the noun of a name alone has
    /// an officer elsewhere.
    fn officer_of_its_noun(&self, name: &Range<usize>) -> bool {
        let first = self.form_at(name.start + 1) == "of";
        let noun = self.lower(if first { name.start } else { name.end - 1 });
        (0..self.words.len()).any(|word| {
            !name.contains(&word)
                && self.lower(word) == noun
                && self.piece_at[word].is_none_or(|piece| self.pieces[piece].words.len() == 1)
                && self.officer_behind(&(word..word + 1))
        })
    }

    /// Whether somebody's full name ends at a word.
    fn is_full_name_at(&self, word: usize) -> bool {
        let piece = self.piece_at[word].map(|piece| &self.pieces[piece]);
        piece.is_some_and(|piece| piece.kind == PieceKind::Person && piece.words.len() > 1)
    }

    /// "Ada Brun, who leads Merin Air": whether a name is what somebody leads.
    pub(super) fn is_led_by_somebody(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        let verb = self.past_article(name.start).checked_sub(1);
        verb.filter(|&verb| verb > 0 && !self.owns_at(name.end))
            .is_some_and(|verb| {
                matches!(words.lemma(verb), "lead" | "head" | "chair")
                    && words.is_verb(verb)
                    && (verb.saturating_sub(3)..verb).any(|word| words.lower(word) == "who")
            })
    }

    /// "The Province of Aster owns the bank. Premier Ada Brun did not come."
    fn led_next(&self, name: &Range<usize>) -> bool {
        let words = self.words;
        let top = self.top(name.clone());
        let next = words.sentence(words.sentence_of(top) + 1);
        words.rel(top) == rapporteur_syntax::Rel::Nsubj
            && next.start + 1 < next.end
            && matches!(self.lower(next.start), "premier" | "governor" | "mayor")
            && self.form_at(next.start + 1).starts_with(char::is_uppercase)
    }

    /// Where a name begins, with the "the" before it.
    fn past_article(&self, start: usize) -> usize {
        start - usize::from(start > 0 && self.lower(start - 1) == "the")
    }

    /// Whether the sign of possession stands at a word.
    fn owns_at(&self, word: usize) -> bool {
        matches!(self.form_at(word), "'s" | "’s" | "'" | "’")
    }

    /// "Ada Brun (Reform Party)": a full name with a body in brackets that is no short form of it.
    pub(super) fn is_of_bracketed(&self, name: &Range<usize>) -> bool {
        if name.len() < 2 || self.form_at(name.end) != "(" {
            return false;
        }
        let at = name.end + 1 + usize::from(self.form_at(name.end + 1) == "the");
        let piece = self.piece_at.get(at).copied().flatten();
        piece.map(|piece| &self.pieces[piece]).is_some_and(|body| {
            matches!(body.kind, PieceKind::Organisation(_) | PieceKind::Known(_))
                && self.form_at(body.words.end) == ")"
                && (body.words.len() > 1 || self.form_at(at).contains(char::is_lowercase))
        })
    }

    /// "Governor Ada Brun of Velle", with "of" at `of`: whether whoever governs a land stands before it.
    pub(super) fn is_governor(&self, of: usize) -> bool {
        let piece = (of.checked_sub(1)).and_then(|before| self.piece_at[before]);
        piece.is_some_and(|piece| {
            let start = self.pieces[piece].words.start;
            start > 0
                && (matches!(
                    self.lower(start - 1),
                    "governor" | "gov." | "premier" | "mayor"
                ) || self.lower(start - 1) == "general"
                    && start > 1
                    && self.lower(start - 2) == "attorney")
        })
    }
}
