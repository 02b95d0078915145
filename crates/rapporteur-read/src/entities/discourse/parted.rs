//! Some of those who were told of, who tell something and are not told apart: "two of the diplomats said", "one of her
//! advisers", "one of them", "another spoke of three drafts".

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Upos, Xpos};

use super::Discourse;
use super::groups::number_of;
use crate::entities::names::Finder;
use crate::entities::{EntityId, EntityKind, MentionKind};

/// Words of those of whom some are told of, at most: "of the three senior envoys".
const LONGEST: usize = 7;

impl Discourse<'_, '_> {
    /// Makes somebody without a name of "one of her advisers", where they tell something. Whether it was such a phrase.
    pub(super) fn part(&mut self, word: usize) -> bool {
        let words = self.work.words;
        if self.work.form_at(word + 1) != "of" || !is_part(self.work.lower(word)) {
            return false;
        }
        let whole = self.whole(word + 2);
        let Some(last) = whole.clone().last() else {
            return false;
        };
        let office = self.work.classes.has("persons", words.lemma(last));
        if !(self.speaks(word) || office && self.work.is_agent(word)) {
            return false;
        }
        let side = self.side_of_whole(whole.clone());
        let name = self.work.text(word..whole.end);
        let id = self.body(name, ActorType::Unnamed);
        self.work.facts[id].plural = self.work.lower(word) != "one";
        self.work.learn_noun(id, words.lemma(last));
        if self.work.all[id].party.is_none() {
            self.work.all[id].party = side;
        }
        self.work.tells.push(id);
        // Those of whom it is some are nobody else.
        if office && self.work.of_word[last].is_none() {
            self.work.of_word[last] = Some(id);
        }
        self.last_unnamed = Some(id);
        self.mention(word..whole.end, word, id, MentionKind::Nominal);
        true
    }

    /// The words of those of whom some are meant, from the word behind "of": "the three diplomats", "them", "her advisers".
    fn whole(&self, first: usize) -> Range<usize> {
        let words = self.work.words;
        let end = words
            .sentence(words.sentence_of(first.min(words.len() - 1)))
            .end;
        if matches!(self.work.form_at(first), "them" | "those" | "us") {
            return first..first + 1;
        }
        let inside = |at: &usize| {
            Finder::is_nominal(words, *at)
                || words.upos(*at) == Upos::Det
                || matches!(words.xpos(*at), Xpos::PrpPoss | Xpos::Pos)
        };
        let to = (first..end.min(first + LONGEST)).take_while(inside).count();
        let told = (first..first + to).any(|at| {
            matches!(words.upos(at), Upos::Noun | Upos::Propn)
                || number_of(self.work.lower(at)).is_some()
        });
        first..first + if told { to } else { 0 }
    }

    /// Whose they are: of those whom a possessive names, else of those who were called so before.
    fn side_of_whole(&mut self, whole: Range<usize>) -> Option<EntityId> {
        let words = self.work.words;
        let last = whole.end - 1;
        let own = whole
            .clone()
            .find(|&at| matches!(words.xpos(at), Xpos::PrpPoss) || self.work.form_at(at) == "them");
        if let Some(own) = own {
            self.word(own);
        }
        let owner = own.or_else(|| {
            let phrase = self.work.phrase(last);
            phrase
                .owners
                .first()
                .copied()
                .filter(|owner| whole.contains(owner))
        });
        if let Some(owner) = owner.and_then(|owner| self.work.of_word[owner]) {
            return self
                .work
                .party_of(owner)
                .or_else(|| self.is_body(owner).then_some(owner));
        }
        let lemma = words.lemma(last);
        let before = self.back().find(|&id| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
                && self.work.facts[id].nouns.iter().any(|noun| noun == lemma)
        })?;
        self.work.party_of(before)
    }

    /// "Another spoke of three draft texts", "Some said", "A third disagreed, saying …": more of the people told of before.
    pub(super) fn bare(&mut self, word: usize) {
        let words = self.work.words;
        let lower = self.work.lower(word);
        let more = matches!(lower, "another" | "other" | "others");
        let some = matches!(lower, "one" | "some" | "several" | "many" | "most");
        // "a third disagreed"
        let next_one = matches!(lower, "second" | "third" | "fourth")
            && word > 0
            && self.work.lower(word - 1) == "a";
        if !(more || some || next_one) {
            return;
        }
        let next = word + 1;
        let followed = Finder::is_nominal(words, next)
            || self.work.form_at(next) == "of"
            || next < words.len() && words.upos(next) == Upos::Punct && words.form(next) == "-";
        if followed {
            return;
        }
        let of_those = self.last_unnamed.is_some();
        let speaks = self.speaks(word);
        let told = match more {
            true => speaks || of_those && self.work.is_agent(word),
            false => speaks && (some || of_those),
        };
        if !told {
            return;
        }
        let start = word - usize::from(next_one);
        let id = self.work.make(
            self.work.text(start..word + 1),
            EntityKind::Actor(ActorType::Unnamed),
        );
        self.work.tells.push(id);
        self.mention(start..word + 1, word, id, MentionKind::Nominal);
    }
}

/// Whether a word, in lower case, tells how many of some are meant.
fn is_part(lower: &str) -> bool {
    matches!(
        lower,
        "one" | "some" | "several" | "many" | "most" | "another"
    ) || number_of(lower).is_some_and(|_| !matches!(lower, "both" | "either" | "neither" | "each"))
}
