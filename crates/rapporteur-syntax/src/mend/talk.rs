//! Words that only talk has.

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Words before and after that show whether a text is talk.
const AROUND: usize = 400;
/// Words for each interjection, at most, in talk. Chosen on the train parts of the treebanks.
const WORDS: usize = 125;

impl Tree<'_> {
    /// "So I was, like, um, done.": where people talk, a "so" in front leads over to the next thing, it concludes nothing.
    /// Treebanks tag it either way, so its tags stay.
    pub(super) fn leading_so(&mut self) {
        let mut words = self.sentence.clone();
        let first = words.find(|&word| self.upos(word) != Upos::Punct);
        if let Some(so) = first
            && self.rel(so) == Rel::Advmod
            && self.forms[so].eq_ignore_ascii_case("so")
            && self.is_talk(so)
        {
            self.syntax.trees.rels[so] = Rel::Discourse;
        }
    }

    /// "If anything, Karsk wants more": no clause, and no subject of the verb.
    pub(super) fn if_anything(&mut self) {
        let first = self.sentence.start;
        let (anything, comma) = (first + 1, first + 2);
        if comma + 1 < self.sentence.end
            && self.forms[first] == "If"
            && self.forms[anything] == "anything"
            && self.forms[comma] == ","
            && self.head(anything) > comma
            && matches!(self.rel(anything), Rel::Nsubj | Rel::Obl | Rel::Advcl)
        {
            self.attach(anything, self.head(anything), Rel::Obl);
            self.attach(first, anything, Rel::Case);
        }
    }

    /// Whether there are interjections around, other than those that are written too.
    fn is_talk(&self, word: usize) -> bool {
        let around = word.saturating_sub(AROUND)..(word + AROUND).min(self.forms.len());
        let written = |form: &str| {
            let words = ["so", "please", "yes", "no"];
            words.iter().any(|word| form.eq_ignore_ascii_case(word))
        };
        let words = around.len();
        let interjections = around
            .filter(|&word| self.xpos(word) == Xpos::Uh && !written(self.forms[word]))
            .count();
        interjections > 1 && interjections * WORDS >= words
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn so_leads_over_in_talk_only() {
        let said = "So/ADV/RB/2/advmod go/VERB/VB/0/root um/INTJ/UH/2/discourse uh/INTJ/UH/2/discourse home/ADV/RB/2/advmod";
        assert!(mended(said).starts_with("So-2-discourse "));
        let written =
            "So/ADV/RB/2/advmod go/VERB/VB/0/root home/ADV/RB/2/advmod now/ADV/RB/2/advmod";
        assert!(mended(written).starts_with("So-2-advmod "));
    }
}
