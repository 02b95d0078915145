//! Bodies and groups that only the pronoun behind them makes actors: "A brewery in Aster employs 90 people. It wants …", "Shop
//! owners on the quay lost a third of their trade. They want …".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::complements::OFFICERED;
use super::{Discourse, Recent};
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind};

/// Classes of nouns for bodies that a report brings in with "a".
const BROUGHT_IN: &[&str] = &[
    "houses",
    "seats",
    "firms",
    "a-company",
    "institutions",
    "leagues",
];

/// Nouns of those classes that are as often a place, a meeting or a part as a body, or a state that has a name.
const NOT_BROUGHT_IN: &[&str] = &[
    "country",
    "state",
    "nation",
    "economy",
    "industry",
    "leader",
    "camp",
    "wing",
    "conference",
    "convention",
    "congress",
    "inquiry",
    "house",
    "hall",
    "station",
    "estate",
    "practice",
    "section",
    "chapter",
    "circle",
    "pit",
    "mine",
    "parent",
    "local",
    "front",
    "force",
    "service",
    "surgery",
    "target",
    "platform",
    "label",
    "network",
    "party",
];

/// How many sentences back the noun may stand that a pronoun makes an actor.
const NEAR: usize = 2;

impl Discourse<'_, '_> {
    /// "The trust holds a fifth of the stock. Its spokesman said", "A local brewery plans a hall. It wants …": a body, though
    /// nothing told before that it is one.
    pub(super) fn raised(&mut self, noun: usize, pronoun: usize) -> Option<EntityId> {
        let words = self.work.words;
        let lemma = words.lemma(noun);
        let owned = (words.head(pronoun)).filter(|_| words.rel(pronoun) == Rel::NmodPoss);
        let phrase = self.work.phrase(noun);
        // "The fund has the money. In December it refused"
        let does = matches!(words.rel(pronoun), Rel::Nsubj)
            && self.work.classes.has_any(&["houses", "seats"], lemma);
        let officered = OFFICERED.contains(&lemma)
            && owned.is_some_and(|office| self.work.classes.has("persons", words.lemma(office)));
        let plain = phrase.article == "the" && phrase.inner == phrase.head && !phrase.owned;
        let stands = words.xpos(noun) == Xpos::Nn
            && ((does || officered) && plain || self.is_brought_in(&phrase, lemma, pronoun));
        if !stands {
            return None;
        }
        let name = match plain {
            true => self.named_in_full(&phrase, lemma),
            false => self.name_of(&phrase),
        };
        let kind = self.kind_officered(&phrase, lemma);
        Some(self.raise(&phrase, lemma, name, kind))
    }

    /// "A steel company runs the works. It has offered …": a body that is the subject before, of nobody who has a name, and that
    /// the pronoun has do what shows a will.
    fn is_brought_in(&self, phrase: &Phrase, lemma: &str, pronoun: usize) -> bool {
        let words = self.work.words;
        matches!(phrase.article.as_str(), "a" | "an" | "the")
            && words.rel(pronoun) == Rel::Nsubj
            && words.sentence_of(pronoun) <= words.sentence_of(phrase.head) + NEAR
            && self.work.classes.has_any(BROUGHT_IN, lemma)
            && !NOT_BROUGHT_IN.contains(&lemma)
            && (phrase.owners.iter()).all(|&owner| self.work.of_word[owner].is_none())
            && self.rank(phrase.head) == 3
            && self.wills_strictly(pronoun)
    }

    /// "Shop owners on the quay lost a third of their trade. They want …", "A group of parents came. They want …": people who are
    /// the subject before, as the group that they are.
    pub(super) fn raised_group(&mut self, noun: usize, pronoun: usize) -> Option<EntityId> {
        let words = self.work.words;
        let lemma = words.lemma(noun);
        let phrase = self.work.phrase(noun);
        let fits = words.rel(pronoun) == Rel::Nsubj
            && words.sentence_of(pronoun) <= words.sentence_of(noun) + NEAR
            && phrase.number.is_none()
            && (phrase.owners.iter()).all(|&owner| self.work.of_word[owner].is_none())
            && (self.rank(noun) == 3 || self.is_asked(noun) || self.is_topic(noun))
            && self.wills_strictly(pronoun);
        if !fits {
            return None;
        }
        if self.gathers(&phrase, lemma) {
            let name = self.name_of(&phrase);
            let kind = self.kind_of_body(&phrase, lemma);
            return Some(self.raise(&phrase, lemma, name, kind));
        }
        // "Dozens of residents came"
        if matches!(lemma, "dozen" | "score" | "hundred" | "thousand") {
            let people = words
                .with_case(noun, &["of"])
                .find(|&people| people > noun)?;
            if let Some(id) = self.work.of_word[people] {
                self.let_stand(id, pronoun);
                return Some(id);
            }
            return None;
        }
        let classes = self.work.classes;
        let described = phrase.inner < phrase.head || phrase.owned;
        let people = self.is_stake(lemma)
            || classes.has_any(&["institutions", "firms", "a-company"], lemma)
            || matches!(lemma, "hotel" | "restaurant" | "pub" | "bakery" | "inn")
            || described && classes.has("leagues", lemma);
        let article = matches!(
            phrase.article.as_str(),
            "" | "the" | "many" | "most" | "some" | "several"
        );
        if !people || !article || words.xpos(noun) != Xpos::Nns {
            return None;
        }
        let whole = self
            .complement(&phrase)
            .filter(|_| phrase.article.is_empty());
        let name = match whole {
            Some(end) => self.name_with(&phrase, end),
            None => self.name_of(&phrase),
        };
        let kind = self.kind_described(lemma).unwrap_or(ActorType::Unnamed);
        let id = self.raise(&phrase, lemma, name, kind);
        self.work.facts[id].plural = true;
        Some(id)
    }

    /// Whether "they" may stand for somebody or something mentioned.
    pub(super) fn may_be_they(
        &self,
        recent: &Recent,
        pronoun: usize,
        beside: Option<EntityId>,
    ) -> bool {
        let sentence = self.work.words.sentence_of(pronoun);
        let near = sentence - recent.sentence <= 3 && recent.rank > 0;
        let other = recent.entity.is_none() || recent.entity != beside;
        let many = || {
            recent.plural
                || recent.entity.is_some_and(|id| {
                    matches!(
                        self.work.all[id].kind,
                        EntityKind::Actor(
                            ActorType::Movement
                                | ActorType::Alliance
                                | ActorType::Union
                                | ActorType::ArmedGroup
                                | ActorType::PoliticalParty
                        )
                    ) || self.work.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                        && self.work.all[id].name.to_lowercase().contains("government")
                })
                || self.is_team(recent, pronoun)
                || self.is_gathering(recent, pronoun)
        };
        near && other && many()
    }

    /// "The mayors came with figures. They want …": what shows a will is done by no figures, but by those who were told of before
    /// them.
    pub(super) fn willed_before(
        &mut self,
        nearest: Recent,
        pronoun: usize,
        beside: Option<EntityId>,
    ) -> Option<EntityId> {
        let words = self.work.words;
        let here = words.sentence_of(pronoun);
        if self.is_of_people(nearest.word)
            || words.rel(pronoun) != Rel::Nsubj
            || !self.wills_strictly(pronoun)
        {
            return None;
        }
        let mut others: Vec<Recent> = (self.recent.iter())
            .filter(|recent| recent.word != nearest.word && recent.sentence + 2 >= here)
            .filter(|recent| self.may_be_they(recent, pronoun, beside))
            .copied()
            .collect();
        others.sort_by_key(|recent| std::cmp::Reverse((self.weight(recent, pronoun), recent.word)));
        for other in others {
            if let Some(id) = other.entity {
                self.let_stand(id, pronoun);
                return Some(id);
            }
            if let Some(id) = self.raised_group(other.word, pronoun) {
                return Some(id);
            }
            if self.is_of_people(other.word) {
                return None;
            }
        }
        None
    }

    /// Whether a noun is of people or bodies, as against things.
    fn is_of_people(&self, word: usize) -> bool {
        let lemma = self.work.words.lemma(word);
        self.is_stake(lemma)
            || (self.work.classes).has_any(&["persons", "unnamed", "sides", "leagues"], lemma)
    }

    /// "As for the residents, they are few. They want …": of whom the next words tell.
    fn is_topic(&self, noun: usize) -> bool {
        let words = self.work.words;
        let start = words.sentence(words.sentence_of(noun)).start;
        words.rel(noun) == Rel::Obl
            && words.lower(start) == "as"
            && self.work.form_at(start + 1) == "for"
            && words
                .children(noun)
                .any(|case| case == start + 1 || case == start)
    }

    /// "Orme asked the villagers to leave", "called on the growers to wait": of whom something is asked.
    pub(super) fn is_asked(&self, noun: usize) -> bool {
        let words = self.work.words;
        let object = matches!(words.rel(noun), Rel::Obj | Rel::Iobj)
            || words.rel(noun) == Rel::Obl
                && words
                    .child(noun, &[Rel::Case])
                    .is_some_and(|on| words.lemma(on) == "on");
        object
            && words.head(noun).is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "ask"
                        | "urge"
                        | "invite"
                        | "press"
                        | "offer"
                        | "promise"
                        | "warn"
                        | "order"
                        | "call"
                        | "implore"
                        | "pressure"
                )
            })
    }

    /// "A local brewery plans a hall. The company wants …": the business that was the subject before and has no name.
    pub(super) fn raised_firm(&mut self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let plain = phrase.article == "the"
            && phrase.inner == phrase.head
            && matches!(lemma, "company" | "firm" | "operator" | "employer");
        if !plain {
            return None;
        }
        let before = words.sentence_of(phrase.head).checked_sub(1)?;
        let last = (self.recent.iter().rev())
            .find(|recent| recent.rank == 3 && recent.sentence <= before)
            .filter(|last| last.entity.is_none() && last.sentence == before)?;
        let noun = last.word;
        let told = self.work.phrase(noun);
        let kind = self.kind_officered(&told, words.lemma(noun));
        let firm = kind == ActorType::Company
            && words.xpos(noun) == Xpos::Nn
            && matches!(told.article.as_str(), "a" | "an" | "the")
            && (self.work.classes).has_any(
                &["firms", "a-company", "institutions", "houses"],
                words.lemma(noun),
            )
            && (told.owners.iter()).all(|&owner| self.work.of_word[owner].is_none());
        if !firm {
            return None;
        }
        let name = self.name_of(&told);
        Some(self.raise(&told, words.lemma(noun), name, kind))
    }

    /// "A group of parents … they": a gathering that was the subject of the sentence before.
    pub(super) fn is_gathering(&self, recent: &Recent, pronoun: usize) -> bool {
        let words = self.work.words;
        recent.entity.is_none()
            && recent.rank == 3
            && words.sentence_of(pronoun) == recent.sentence + 1
            && self.gathers(&self.work.phrase(recent.word), words.lemma(recent.word))
    }

    /// "Residents packed the hall. They oppose …": people without a side of their own are one when they show a will.
    pub(super) fn let_stand(&mut self, id: EntityId, pronoun: usize) {
        let unnamed = self.work.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
            && self.work.all[id].party.is_none()
            && self.work.facts[id].plural
            && self.work.facts[id].owners.is_empty();
        let counted = (self.work.all[id].name.split(' ').next())
            .is_some_and(|first| first.starts_with(|c: char| c.is_numeric()));
        if !unnamed || counted || self.work.words.rel(pronoun) != Rel::Nsubj {
            return;
        }
        let stake = (self.work.facts[id].nouns.iter())
            .any(|noun| self.work.classes.has_any(&["stakes", "civic"], noun));
        if stake && self.wills_strictly(pronoun) {
            self.work.all[id].party = Some(id);
        }
    }

    /// Makes an actor that stands for itself of a noun phrase told of before.
    fn raise(&mut self, phrase: &Phrase, lemma: &str, name: String, kind: ActorType) -> EntityId {
        let id = self.body(name, kind);
        self.work.all[id].party.get_or_insert(id);
        if self.work.all[id].name != lemma && !self.work.facts[id].plural {
            let alias = lemma.to_owned();
            if !self.work.all[id].aliases.contains(&alias) {
                self.work.all[id].aliases.push(alias);
            }
        }
        self.work.learn_noun(id, lemma);
        self.work.tells.push(id);
        self.mention_phrase(phrase, id);
        id
    }
}
