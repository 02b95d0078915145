//! Names of which nothing tells what they are until the report calls them so: "Fifpro was in touch with him. The union
//! objects", "Ada Brun of Orvero arrived. Brun said the company would pay".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::kinds::kind_of;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, MentionKind, only};

/// How many sentences back the name may stand.
const REACH: usize = 1;

impl Discourse<'_, '_> {
    /// "the union", "the company": the one name that did something right before, or whose somebody did, and of which nothing
    /// tells that it is none. From here on it is one.
    pub(super) fn called_now(&mut self, phrase: &Phrase) -> Option<EntityId> {
        let kind = self.kind_called(phrase)?;
        if self.work.guesses.is_empty() {
            return None;
        }
        let words = self.work.words;
        let here = words.sentence_of(phrase.head);
        let mut found: Vec<EntityId> = Vec::new();
        for word in words.sentence(here.saturating_sub(REACH)).start..phrase.start {
            let Some(id) = self.work.of_word[word].filter(|_| words.upos(word) == Upos::Propn)
            else {
                continue;
            };
            if self.rank(self.work.top_of_mention(word)) < 2 {
                continue;
            }
            let person = self.work.all[id].kind == EntityKind::Actor(ActorType::Person);
            let bodies = match person {
                true => self.bodies_of(id),
                false => vec![id],
            };
            for body in bodies {
                if self.is_guess(body) && !found.contains(&body) {
                    found.push(body);
                }
            }
        }
        let found = only(found.into_iter())?;
        self.let_be(found, kind, phrase);
        Some(found)
    }

    /// "the charity", "the chain", of a name spoken of right before. Whether there was one.
    pub(super) fn by_guess(&mut self, phrase: &Phrase) -> bool {
        let found = self.called_now(phrase);
        if let Some(id) = found {
            self.mention_phrase(phrase, id);
        }
        found.is_some()
    }

    /// "Brun said the company would pay", of somebody whose body may be one.
    pub(super) fn called_by_teller(&mut self, phrase: &Phrase) -> Option<EntityId> {
        let kind = self.kind_called(phrase)?;
        let teller = self.work.teller_of(phrase)?;
        let bodies = self.bodies_of(teller);
        let body = bodies.into_iter().find(|&body| self.is_guess(body))?;
        self.let_be(body, kind, phrase);
        Some(body)
    }

    /// What somebody is known to be of so far: "its director", "Ada Brun of Orvero", "Ada Brun, from Orvero,".
    fn bodies_of(&self, person: EntityId) -> Vec<EntityId> {
        let work = &self.work;
        let at = |word: usize| work.of_word.get(word).copied().flatten();
        let mut found: Vec<EntityId> = work.party_of(person).into_iter().collect();
        found.extend(
            work.facts[person]
                .owners
                .iter()
                .filter_map(|&owner| at(owner)),
        );
        let named = (work.mentions.iter())
            .filter(|mention| mention.entity == person && mention.kind == MentionKind::Name);
        for mention in named {
            let of = mention.words.end + usize::from(work.form_at(mention.words.end) == ",");
            if matches!(work.form_at(of), "of" | "from" | "for" | "at") {
                found.extend(at(of + 1).filter(|&body| body != person));
            }
        }
        found
    }

    /// The kind that a plain description says a body is.
    fn kind_called(&self, phrase: &Phrase) -> Option<ActorType> {
        let words = self.work.words;
        // "a spokesman for the company"
        let of_office = words.rel(phrase.head) == Rel::Nmod
            && matches!(self.work.preposition(phrase.start), Some("of" | "for"))
            && (words.head(phrase.head))
                .is_some_and(|office| self.work.classes.has("persons", words.lemma(office)));
        let plain = phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && words.xpos(phrase.head) == Xpos::Nn
            && (of_office || self.stands_as_somebody(phrase.head));
        kind_of(words, phrase.head)
            .filter(|&kind| plain && !matches!(kind, ActorType::Media | ActorType::GovernmentBody))
    }

    /// Whether what a name is was only guessed, and nothing since told that it governs.
    fn is_guess(&self, id: EntityId) -> bool {
        self.work.guesses.contains(&id)
            // "ROSARIO", where a report is written
            && (self.work.all[id].name.len() < 6
                || self.work.all[id].name.contains(char::is_lowercase))
            && self.work.facts[id].country.is_none()
            && !self.work.facts[id].plural
            && (self.work.facts[id].nouns.iter())
                .all(|noun| !matches!(noun.as_str(), "government" | "minister"))
    }

    fn let_be(&mut self, id: EntityId, kind: ActorType, phrase: &Phrase) {
        let lemma = self.work.words.lemma(phrase.head).to_owned();
        self.work.guesses.retain(|&guess| guess != id);
        // What is a body already stays what it is.
        let unsaid = matches!(
            self.work.all[id].kind,
            EntityKind::Place | EntityKind::Actor(ActorType::State)
        );
        if unsaid {
            self.work.all[id].kind = EntityKind::Actor(kind);
        }
        self.work.all[id].party = Some(id);
        self.work.learn_noun(id, &lemma);
        self.work.told_as.push((lemma, id));
    }
}
