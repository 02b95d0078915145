//! Whose somebody is, told by an office that does not stand right before the name, or by a state right behind it: "whose
//! president is Ada Brun", "its commander, known as Nils Orme", "Ada Brun, Velmar, said".

use std::ops::Range;

use rapporteur_syntax::{Upos, Xpos};

use super::gather::Work;
use super::{EntityKind, names};

/// How many words an office may take, and how far behind it the name may stand: "their commander in the talks, known as".
const REACH: usize = 7;

impl Work<'_> {
    /// The word that tells whose somebody is; `name` is the name with the titles before it.
    pub(super) fn told_by_far_office(&self, name: &Range<usize>) -> Option<usize> {
        (self.by_whose_office(name.start))
            .or_else(|| self.by_known_office(name.start))
            .or_else(|| self.by_state_behind(name))
    }

    /// "The Carters' Union, whose president is Ada Brun,", "the fishermen, whose head, Nils Orme, was held".
    fn by_whose_office(&self, start: usize) -> Option<usize> {
        let words = self.words;
        let link = start.checked_sub(1)?;
        let linked = self.form_at(link) == "," || matches!(self.lower(link), "is" | "was");
        let office = link.checked_sub(1).filter(|_| linked)?;
        if !self.classes.has("persons", words.lemma(office)) {
            return None;
        }
        let whose = (office.saturating_sub(REACH)..office)
            .rev()
            .take_while(|&at| names::Finder::is_nominal(words, at) || self.lower(at) == "whose")
            .find(|&at| self.lower(at) == "whose")?;
        let before = whose.checked_sub(1)?;
        let body = before.checked_sub(usize::from(self.form_at(before) == ","))?;
        let group = matches!(words.xpos(body), Xpos::Nns) && words.upos(body) == Upos::Noun;
        (self.is_actor_at(body) || group || self.is_body_noun(words.lemma(body))).then_some(body)
    }

    /// "Its commander in the talks, known as Nils Orme,", "the front's leader, who goes by the name of Orme".
    fn by_known_office(&self, start: usize) -> Option<usize> {
        let sentence = self.words.sentence(self.words.sentence_of(start));
        let reach = start.saturating_sub(REACH).max(sentence.start);
        let comma = (reach..start).rev().find(|&at| self.form_at(at) == ",")?;
        let called = (comma + 1..start).any(|at| {
            matches!(self.lower(at), "known" | "alias" | "guerre")
                || self.words.lemma(at) == "go" && self.form_at(at + 1) == "by"
        });
        let office = (comma.saturating_sub(REACH).max(sentence.start)..comma)
            .rev()
            .filter(|_| called)
            .find(|&at| self.is_role(at))?;
        self.phrase(office).owners.first().copied()
    }

    /// "Ada Brun, Velmar, said the cap was too low", "Ada Brun, Velmar:" at the head of a paragraph.
    fn by_state_behind(&self, name: &Range<usize>) -> Option<usize> {
        if self.form_at(name.end) != "," {
            return None;
        }
        let the = usize::from(self.form_at(name.end + 1) == "the");
        let last = self.state_at(name.end + 1 + the)?;
        let acts = || {
            let verb = last + 2;
            self.form_at(last + 1) == ","
                && verb < self.words.len()
                && self.words.is_verb(verb)
                && matches!(self.words.xpos(verb), Xpos::Vbd | Xpos::Vbz)
        };
        let labels = || {
            let block = self.blocks.at(self.words.span(name.clone()).start);
            let opens = block.is_some_and(|block| {
                (self.words.inside(self.blocks.items[block].span))
                    .take_while(|&at| at < name.start)
                    .all(|at| self.words.upos(at) == Upos::Punct)
            });
            opens && matches!(self.form_at(last + 1), ":" | "(")
        };
        (acts() || labels()).then_some(last)
    }

    /// Whether a word names or means somebody who acts.
    fn is_actor_at(&self, word: usize) -> bool {
        self.of_word[word].is_some_and(|id| matches!(self.all[id].kind, EntityKind::Actor(_)))
    }
}
