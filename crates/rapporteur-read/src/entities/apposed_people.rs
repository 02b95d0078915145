//! Offices and descriptions set off by commas beside a name: "a spokesman in Merin, Ada Brun,", "Ada Brun, special representative
//! and head of the mission,"; whose somebody is by them ("Ada Brun, a member of Merin's delegation,") or by what they call
//! their own ("Ada Brun announces that her country will join").

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::gather::Work;
use super::names::Finder;
use super::phrases::Phrase;
use super::{EntityId, EntityKind, MentionKind};

impl Work<'_> {
    /// "Ada Brun, a member of Merin's delegation to the talks,": of the side of whom the apposition tells.
    pub(super) fn by_apposition(&self, id: EntityId) -> Option<EntityId> {
        let named = |word: usize| word < self.words.len() && self.form_at(word) == ",";
        let commas: Vec<usize> = (self.mentions.iter())
            .filter(|mention| mention.entity == id && mention.kind == MentionKind::Name)
            .map(|mention| mention.words.end)
            .filter(|&end| named(end))
            .collect();
        (self.mentions.iter())
            .filter(|told| told.kind == MentionKind::Nominal && told.entity != id)
            .filter(|told| {
                self.all[told.entity].kind == EntityKind::Actor(ActorType::Unnamed)
                    && !self.facts[told.entity].plural
                    && (commas.iter()).any(|&comma| {
                        told.words.start == comma + 1
                            && matches!(self.lower(comma + 1), "a" | "an" | "the")
                            && matches!(self.words.rel(told.head), Rel::Appos)
                    })
            })
            .find_map(|told| self.party_of(told.entity))
    }

    /// "Merin climbs down. Ada Brun announces that her country will vote for it": of the state that was told of right before.
    pub(super) fn by_own_country(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let own = self.mentions.iter().any(|mention| {
            mention.entity == id
                && mention.kind == MentionKind::Pronoun
                && words.rel(mention.head) == Rel::NmodPoss
                && words.head(mention.head).is_some_and(|noun| {
                    matches!(words.lemma(noun), "country" | "nation" | "government")
                        && matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass)
                })
        });
        let at = (self.mentions.iter())
            .filter(|mention| mention.entity == id && own)
            .map(|mention| mention.words.start)
            .min()?;
        (self.subject_before_sentence(at)).or_else(|| self.state_of_paragraph(id, at))
    }

    /// Whether an apposed name ends at a word, or is followed by whom it is of alone: "Mamo Barr of Guinea,".
    pub(super) fn closes_with_home(&self, end: usize) -> bool {
        let the = usize::from(self.form_at(end + 1) == "the");
        self.closes(end)
            || matches!(self.form_at(end), "of" | "from")
                && (self.piece_at.get(end + 1 + the).copied().flatten())
                    .is_some_and(|piece| self.closes(self.pieces[piece].words.end))
    }

    /// "the minister of fisheries of Merin, Nela Lukan,", "a foreign ministry spokesman in Merin, Nela Lukan,": the noun stands
    /// farther back.
    pub(super) fn link_after_of(&self, comma: usize, end: usize, phrases: &mut Vec<Phrase>) {
        if !self.closes_with_home(end) {
            return;
        }
        let sentence = self.words.sentence(self.words.sentence_of(comma));
        let from = comma.saturating_sub(14).max(sentence.start);
        for word in (from..comma).rev() {
            if self.words.form(word) == "," || self.words.is_verb(word) {
                return;
            }
            let tied = matches!(
                self.form_at(word + 1),
                "of" | "from" | "at" | "for" | "in" | "on" | "to" | "with"
            );
            if self.is_role(word) && tied {
                let phrase = self.phrase(word);
                let reaches = phrase.end == comma
                    || self.form_at(word + 1) != "of"
                        && (word + 2..comma).all(|at| {
                            Finder::is_nominal(self.words, at)
                                || self.words.upos(at) == Upos::Det
                                // "the permanent secretary in the Ministry of Labour, Ada Brun"
                                || self.piece_at[at].is_some()
                                // "its director for women's sport, Ada Brun"
                                || self.words.xpos(at) == Xpos::Pos
                        });
                // "A spokesman in Merin, Ada Brun, said": set off on both sides it is the same person.
                let one = matches!(phrase.article.as_str(), "a" | "an") && self.form_at(end) == ",";
                if reaches && (phrase.article == "the" || one || !phrase.owners.is_empty()) {
                    phrases.push(phrase);
                }
                return;
            }
        }
    }

    /// "A passenger, Ada Brun, said": what somebody is who tells something, whatever it is.
    pub(super) fn anybody_before(&self, comma: usize, end: usize) -> Option<Phrase> {
        let words = self.words;
        let head = comma.checked_sub(1)?;
        let verb = end + 1;
        let tells = self.form_at(end) == ","
            && verb < words.len()
            && words.is_verb(verb)
            && self.classes.has("tell", words.lemma(verb));
        if !tells || words.upos(head) != Upos::Noun || self.of_word[head].is_some() {
            return None;
        }
        let phrase = self.phrase(head);
        (matches!(phrase.article.as_str(), "a" | "an" | "one")
            && phrase.owners.is_empty()
            && !self
                .classes
                .has_any(&["documents", "mute"], words.lemma(head)))
        .then_some(phrase)
    }

    /// "Its commercial lead, Ada Brun,", "has sent its budget man, Nils Orme": what somebody is of a body told of before,
    /// whatever it is.
    pub(super) fn their_own_before(&self, comma: usize, end: usize) -> Option<Phrase> {
        let words = self.words;
        let head = comma.checked_sub(1)?;
        let one = words.upos(head) == Upos::Noun && words.xpos(head) == Xpos::Nn;
        if !one || self.of_word[head].is_some() || !self.closes_with_home(end) {
            return None;
        }
        let phrase = self.phrase(head);
        let its = phrase.owned
            && phrase.inner <= head
            && matches!(self.lower(phrase.start), "its" | "their")
            && phrase.owners == [phrase.start];
        // "In its report, Ada Brun said"
        let start = words.sentence(words.sentence_of(head)).start;
        let set_off = phrase.start == start
            || phrase.start.checked_sub(1).is_some_and(|before| {
                matches!(words.upos(before), Upos::Punct | Upos::Verb)
                    || matches!(self.lower(before), "and" | "but")
            });
        let mute = self.classes.has_any(
            &["documents", "mute", "leagues", "bodies"],
            words.lemma(head),
        );
        (its && set_off && !mute).then_some(phrase)
    }

    /// "Ada Brun, special representative and head of the mission,": the other office, with the word behind "and".
    pub(super) fn second_office(&self, first: usize) -> Option<Phrase> {
        let words = self.words;
        let head = (first..(first + 5).min(words.len()))
            .take_while(|&word| Finder::is_nominal(words, word) || words.upos(word) == Upos::Det)
            .find(|&word| self.is_role(word) && !Finder::is_nominal(words, word + 1))?;
        let fits = matches!(self.form_at(head + 1), "of" | "for" | "at" | "in" | ",");
        let phrase = self.phrase(head);
        (fits && words.xpos(head) != Xpos::Nns && phrase.start >= first).then_some(phrase)
    }
}
