//! What a minister is of, where it is no name: "Minister of Hydraulics Abdel Zerr", "the Minister of Hydraulics, Abdel Zerr".

use rapporteur_syntax::Xpos;

use super::names::Finder;

impl Finder<'_> {
    /// Whether a capitalised word behind "Minister of" tells what the office is for, and begins no name.
    pub(super) fn is_unheard_brief(&self, word: usize) -> bool {
        let words = self.words;
        let sentence = words.sentence(words.sentence_of(word));
        let Some(office) = word.checked_sub(2).filter(|&at| at >= sentence.start) else {
            return false;
        };
        let minister = matches!(words.form(word - 1), "of" | "for")
            && matches!(
                words.form(office),
                "Minister" | "Secretary" | "Undersecretary" | "Commissioner"
            );
        // "the Prime Minister of Velmar", "Foreign Minister of Orveth": of whom.
        let plain = office == sentence.start || !self.capital(office - 1) || self.opens(office - 1);
        if !minister
            || !plain
            || self.known(word, word + 1).is_some()
            || self.is_given_name(word)
            || self.is_told_apart(word)
        {
            return false;
        }
        let next = word + 1;
        if !self.capital_after(word) {
            return next < sentence.end && words.form(next) == ",";
        }
        // "Minister of Home Affairs Ada Brun": more of the portfolio.
        let named = words.xpos(next) == Xpos::Nnp && self.capital_after(next);
        self.is_given_name(next) || named && !self.capital_after(next + 1)
    }

    /// Whether a word with a capital stands elsewhere without an office before it.
    fn is_told_apart(&self, word: usize) -> bool {
        let words = self.words;
        (1..words.len()).any(|other| {
            other != word
                && words.form(other) == words.form(word)
                && !matches!(words.form(other - 1), "of" | "for" | "and")
        })
    }
}
