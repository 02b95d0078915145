//! Descriptions beside the name of a body: "the smaller movement, the Miners' Column,", "a group of growers, known as the
//! Orchard Alliance", "the National Accord (NA), the largest party,".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::given_names::begins_given;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind};

impl Discourse<'_, '_> {
    /// "The smaller movement, the Miners' Column, fears …", "A group of growers, known as the Orchard Alliance, rejected it":
    /// the body whose name stands in apposition. Whether there is one.
    pub(super) fn named_behind(&mut self, phrase: &Phrase) -> bool {
        let words = self.work.words;
        let sentence = words.sentence(words.sentence_of(phrase.head));
        let called = self.called_behind(phrase.head, sentence.end);
        let Some(before) = called.or_else(|| {
            (phrase.head + 1..(phrase.head + 5).min(sentence.end))
                .find(|&word| words.form(word) == ",")
                .filter(|_| matches!(phrase.article.as_str(), "the" | "a" | "an") || phrase.owned)
        }) else {
            return false;
        };
        let plain = called.is_some()
            || (phrase.head + 1..before).all(|word| {
                matches!(words.upos(word), Upos::Adp | Upos::Propn)
                    || self.work.of_word[word].is_some()
            });
        if let Some(town) = self.town_behind(before) {
            self.mention_phrase(phrase, town);
            return true;
        }
        let name = before + 1 + usize::from(self.work.form_at(before + 1) == "the");
        let found = self.work.piece_at.get(name).copied().flatten().and_then(|piece| {
            let range = self.work.pieces[piece].words.clone();
            let id = self.work.entity_of[piece]?;
            // "The island's municipality, Orle parish,"
            let noun = range.end;
            let polity = self.work.classes.has("polities", self.work.lower_lemma(noun))
                && self.work.form_at(noun + 1) == ","
                && self.work.classes.has("polities", words.lemma(phrase.head));
            if polity && plain && matches!(words.rel(self.work.top(range.start..noun + 1)), Rel::Appos) {
                let id = self.body(
                    self.work.text(range.start..noun + 1),
                    ActorType::GovernmentBody,
                );
                self.work.of_word[noun] = Some(id);
                self.work.all[id].party.get_or_insert(id);
                return Some((id, false));
            }
            // "The town's water utility, Uisce Orme,": what the noun says it is, whatever the name looks like.
            let firm = self.work.classes.has("a-company", words.lemma(phrase.head))
                && match self.work.all[id].kind {
                    EntityKind::Place => true,
                    EntityKind::Actor(ActorType::Person) => {
                        !begins_given(self.work.classes, &self.work.all[id].name)
                            && range.len() > 1
                    }
                    _ => false,
                };
            let body = firm
                || matches!(
                    self.work.all[id].kind,
                    EntityKind::Actor(kind) if !matches!(kind, ActorType::Person | ActorType::State | ActorType::Media)
                );
            let apposed = called.is_some()
                || words.rel(self.work.top(range.clone())) == Rel::Appos
                    && self.work.form_at(range.end) == ",";
            (body && apposed && plain).then_some((id, firm))
        });
        let Some((id, firm)) = found else {
            return false;
        };
        if firm {
            self.work.all[id].kind = EntityKind::Actor(ActorType::Company);
            self.work.all[id].party = Some(id);
        }
        // "the smaller parliament in Merin, the Provincial Council"
        if called.is_none()
            && let Some(seat) =
                (phrase.head + 1..before).find(|&word| self.work.of_word[word].is_some())
            && self.work.facts[id].owners.is_empty()
        {
            self.work.facts[id].owners.push(seat);
        }
        self.mention_phrase(phrase, id);
        true
    }

    /// "The port's owner, the city of Aster,": the town that a description is told to be, with the comma at a word.
    fn town_behind(&mut self, comma: usize) -> Option<EntityId> {
        let noun = comma + 2;
        let polity = self.work.form_at(comma + 1) == "the"
            && self.work.form_at(noun + 1) == "of"
            && matches!(
                self.work.lower_lemma(noun),
                "city" | "town" | "county" | "province" | "canton" | "region" | "municipality"
            );
        let piece = (self.work.piece_at.get(noun + 2).copied().flatten()).filter(|_| polity)?;
        let end = self.work.pieces[piece].words.end;
        if self.work.form_at(end) != "," {
            return None;
        }
        let id = self.body(self.work.text(noun..end), ActorType::GovernmentBody);
        self.work.all[id].party.get_or_insert(id);
        self.work.tells.push(id);
        Some(id)
    }

    /// ", known as the Orchard Alliance", "calling itself Roof for All" behind a noun: the last word before the name.
    fn called_behind(&self, head: usize, end: usize) -> Option<usize> {
        let words = self.work.words;
        let from = (head + 1..end.min(head + 9)).find(|&word| {
            !matches!(
                words.upos(word),
                Upos::Adp | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Det | Upos::Punct
            )
        })?;
        let verb = from + usize::from(matches!(words.lower(from), "which" | "that" | "who"));
        let form = |word: usize| self.work.form_at(word);
        match form(verb) {
            "known" if form(verb + 1) == "as" => Some(verb + 1),
            "calling" | "styling" | "call" | "calls"
                if matches!(form(verb + 1), "itself" | "themselves") =>
            {
                Some(verb + 1)
            }
            "called" => Some(verb),
            _ => None,
        }
    }

    /// "The National Accord (NA), the largest party with 37 seats, insists", "Namhae, Merin's fourth-largest shipbuilder, has
    /// offered": a noun that tells what the body named right before it is. Whether it does.
    pub(super) fn named_before(&mut self, phrase: &Phrase, lemma: &str) -> bool {
        let words = self.work.words;
        let one = words.xpos(phrase.head) == Xpos::Nn
            && (matches!(phrase.article.as_str(), "the" | "a" | "an") && !phrase.owned
                || phrase.owned
                    && matches!(words.rel(phrase.head), Rel::Appos | Rel::Nsubj)
                    && self.work.form_at(phrase.head + 1) == ",");
        let comma = (phrase.start.checked_sub(1)).filter(|&at| one && words.form(at) == ",");
        let Some(comma) = comma.filter(|&comma| comma > 0) else {
            return false;
        };
        let last = match words.form(comma - 1) {
            ")" if comma > 3 && words.form(comma - 3) == "(" => comma - 4,
            _ => comma - 1,
        };
        let named = self.work.piece_at[last]
            .filter(|&piece| self.work.pieces[piece].words.end == last + 1)
            .and_then(|piece| self.work.entity_of[piece]);
        let Some(id) = named else { return false };
        let fits = matches!(
            self.work.all[id].kind,
            EntityKind::Actor(kind) if kind != ActorType::Person && self.work.may_be_called(kind, lemma)
        );
        // "the Accord, the party of the coast and the League": a list.
        let sentence = words.sentence(words.sentence_of(phrase.head));
        let closes = (phrase.head + 1..sentence.end.min(phrase.head + 14))
            .find(|&at| matches!(words.form(at), "," | "." | ";" | "and" | "or"))
            .is_some_and(|at| {
                matches!(words.form(at), "," | "." | ";")
                    && !matches!(self.work.form_at(at + 1), "and" | "or")
            });
        if fits && closes {
            self.mention_phrase(phrase, id);
        }
        fits && closes
    }
}
