//! A body told again by a plain noun that neither ends its name nor makes it up: "the town", where the municipality of Merin
//! was just told of; "the forum", of the Tolsk Forum for Carters; "their union", of the Carters' Union.

use rapporteur_lexicon::GazetteerPlace;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};

/// How many sentences back such a noun may look.
const NEAR: usize = 3;

/// Nouns that many a body is called by, whatever its name.
const HYPERNYMS: &[&str] = &[
    "organisation",
    "organization",
    "body",
    "business",
    "concern",
    "outfit",
    "institution",
    "association",
    "federation",
    "charity",
    "ngo",
];

impl Discourse<'_, '_> {
    /// The body with a name that "the" and a plain noun tell again: the only one whose name holds the noun, else the last one
    /// near that did something and may be called so.
    pub(super) fn named_meant(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let plain = phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && words.xpos(phrase.head) == Xpos::Nn
            && words
                .child(phrase.head, &[Rel::AclRelcl, Rel::Nmod, Rel::Appos])
                .is_none();
        if !plain {
            return None;
        }
        self.only_told(
            |id| {
                self.is_named_body(id) && self.holds_word(id, lemma) && !self.is_realm_of(id, lemma)
            },
            |_| true,
        )
        .or_else(|| self.near_polity(phrase, lemma))
    }

    /// "The organisation wants it", "the business": the one body near that did something and may be called so. Whether there
    /// was one.
    pub(super) fn by_hypernym(&mut self, phrase: &Phrase, lemma: &str) -> bool {
        let words = self.work.words;
        let plain = phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && words.xpos(phrase.head) == Xpos::Nn
            && HYPERNYMS.contains(&lemma);
        if !plain || !self.stands_as_somebody(phrase.head) {
            return false;
        }
        let here = words.sentence_of(phrase.head);
        let mut near = (self.recent.iter().rev())
            .take_while(|recent| recent.sentence + NEAR > here)
            .filter(|recent| recent.rank > 1)
            .filter_map(|recent| recent.entity)
            // "Ada Brun of Merin Growers arrived. The association": of whoever is of it
            .map(|id| match self.work.all[id].kind {
                EntityKind::Actor(ActorType::Person) => self.work.party_of(id).unwrap_or(id),
                _ => id,
            })
            .filter(|&id| {
                let EntityKind::Actor(kind) = self.work.all[id].kind else {
                    return false;
                };
                self.is_named_body(id) && self.work.may_be_called(kind, lemma)
            });
        let Some(found) = near.next() else {
            return false;
        };
        if near.any(|other| other != found) {
            return false;
        }
        self.mention_phrase(phrase, found);
        true
    }

    /// "The insurgents", "the rebels", in whatever words: the one armed group of the report that has a name.
    pub(super) fn rebels_meant(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
    ) -> Option<EntityId> {
        let plain = plural
            && phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.end == phrase.head + 1
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && matches!(
                lemma,
                "rebel" | "insurgent" | "guerrilla" | "mutineer" | "militant" | "separatist"
            );
        if !plain {
            return None;
        }
        let armed = EntityKind::Actor(ActorType::ArmedGroup);
        only((0..self.work.all.len()).filter(|&id| self.work.all[id].kind == armed))
            .filter(|&id| self.has_name(id))
    }

    /// "the union", of the European Union: none of workers.
    pub(super) fn is_realm_of(&self, id: EntityId, lemma: &str) -> bool {
        lemma == "union"
            && matches!(
                self.work.all[id].kind,
                EntityKind::Actor(
                    ActorType::InternationalOrganisation | ActorType::State | ActorType::Alliance
                )
            )
    }

    /// "Coast Province has a third of the land. The province asks …": the last town or part of a state near that did
    /// something.
    pub(super) fn near_polity(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        if !self.work.classes.has("polities", lemma) || lemma == "department" {
            return None;
        }
        let here = self.work.words.sentence_of(phrase.head);
        let near = (self.recent.iter().rev())
            .take_while(|recent| recent.sentence + NEAR > here)
            .filter(|recent| recent.rank > 1)
            .filter_map(|recent| recent.entity);
        near.map(|id| self.work.party_of(id).unwrap_or(id))
            .find(|&id| self.is_named_body(id) && self.is_polity(id))
    }

    /// Whether a body is a town or a part of a state, by its name and kind: no ministry, no agency of three letters.
    fn is_polity(&self, id: EntityId) -> bool {
        let name = &self.work.all[id].name;
        // A state that only the report knows is no part of another.
        let governs = match self.work.all[id].kind {
            EntityKind::Actor(ActorType::GovernmentBody) => true,
            EntityKind::Actor(ActorType::State) => matches!(
                self.work.lexicon.gazetteer.place(name),
                Some(GazetteerPlace::Region(_) | GazetteerPlace::City(_))
            ),
            _ => false,
        };
        governs
            && name.chars().any(char::is_lowercase)
            && !name.split([' ', '-']).any(|word| {
                let word = word.to_lowercase();
                let polity = self.work.classes.has("polities", &word);
                !polity
                    && self
                        .work
                        .classes
                        .has_any(&["bodies", "houses", "leagues"], &word)
            })
    }

    /// Whether an entity is a body with a name, and no country.
    fn is_named_body(&self, id: EntityId) -> bool {
        self.is_body(id) && self.has_name(id) && self.work.facts[id].country.is_none()
    }

    /// Whether a word of several in a name is this noun, and not of those whom the body is of: the museum is none of the Friends
    /// of the Merin Museum.
    fn holds_word(&self, id: EntityId, noun: &str) -> bool {
        let name = &self.work.all[id].name;
        let head = [" of ", " for ", " against "]
            .iter()
            .filter_map(|link| name.split_once(link))
            .map(|(head, _)| head)
            .min_by_key(|head| head.len())
            .unwrap_or(name.as_str());
        name.contains(' ')
            && head
                .split([' ', '-'])
                .any(|word| word.to_lowercase() == noun)
    }

    /// "The carters have had enough. Their union wants …": the one body of the report that is called so, where nothing tells
    /// whose it is.
    pub(super) fn theirs(
        &self,
        phrase: &Phrase,
        lemma: &str,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        let words = self.work.words;
        let pronoun = phrase
            .owners
            .first()
            .is_some_and(|&owner| words.xpos(owner) == Xpos::PrpPoss);
        let joined = self
            .work
            .classes
            .has_any(&["leagues", "a-union", "gatherings"], lemma)
            || matches!(
                lemma,
                "branch"
                    | "chapter"
                    | "local"
                    | "lodge"
                    | "assembly"
                    | "chamber"
                    | "board"
                    | "committee"
            );
        let plain =
            phrase.inner == phrase.head && words.xpos(phrase.head) == Xpos::Nn && pronoun && joined;
        let whose = owner.is_none_or(|owner| {
            let nobody = matches!(
                self.work.all[owner].kind,
                EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
            );
            nobody && self.work.party_of(owner).is_none_or(|side| side == owner)
        });
        if !plain || !whose {
            return None;
        }
        let ends = only(
            (0..self.work.all.len())
                .filter(|&id| self.is_named_body(id) && self.ends_in(id, lemma)),
        );
        ends.or_else(|| {
            only(
                (0..self.work.all.len())
                    .filter(|&id| self.is_named_body(id) && self.holds_word(id, lemma)),
            )
        })
    }

    /// "African negotiators", "the African members": the one group of the report that is named after the part of the world.
    pub(super) fn group_of_region(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
    ) -> Option<EntityId> {
        let members = matches!(
            lemma,
            "state"
                | "country"
                | "nation"
                | "member"
                | "negotiator"
                | "delegate"
                | "delegation"
                | "government"
                | "envoy"
                | "representative"
                | "minister"
        );
        let region = self.work.lower(phrase.inner);
        let told = phrase.inner + 1 == phrase.head
            && matches!(
                region,
                "african"
                    | "asian"
                    | "arab"
                    | "caribbean"
                    | "pacific"
                    | "nordic"
                    | "baltic"
                    | "gulf"
            );
        let plain = matches!(phrase.article.as_str(), "" | "the")
            && phrase.number.is_none()
            && !phrase.owned;
        if !(plural && members && told && plain) {
            return None;
        }
        let place = region.trim_end_matches('n');
        only((0..self.work.all.len()).filter(|&id| {
            let name = self.work.all[id].name.to_lowercase();
            let first = name.split([' ', '-']).next().unwrap_or_default();
            self.is_named_body(id)
                && (first == region || first == place)
                && name
                    .split(' ')
                    .any(|word| matches!(word, "group" | "bloc" | "caucus" | "forum" | "states"))
        }))
    }

    /// "Merin Holding denies it. The group is prepared to sell the mill": the body that is the subject of the sentence before,
    /// where the noun may be of any.
    pub(super) fn subject_called(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let words = self.work.words;
        let plain = phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && words.xpos(phrase.head) == Xpos::Nn
            && matches!(
                lemma,
                "group" | "company" | "firm" | "organisation" | "organization"
            )
            && words
                .child(phrase.head, &[Rel::AclRelcl, Rel::Nmod, Rel::Appos])
                .is_none();
        let sentence = words.sentence_of(phrase.head);
        let subject = (self.recent.iter().rev())
            .find(|recent| recent.rank == 3 && recent.sentence < sentence)
            .filter(|recent| {
                plain && recent.sentence + 1 == sentence && self.rank(phrase.head) == 3
            })?;
        let body = subject.entity.map(|id| match self.work.all[id].kind {
            EntityKind::Actor(ActorType::Person) => self.work.party_of(id).unwrap_or(id),
            _ => id,
        })?;
        let EntityKind::Actor(kind) = self.work.all[body].kind else {
            return None;
        };
        (self.is_body(body) && self.has_name(body) && self.work.may_be_called(kind, lemma))
            .then_some(body)
    }

    /// "the smaller group", "the bigger union": one told by how it compares with others, where several were told of that may be
    /// called so.
    pub(super) fn is_compared(&self, phrase: &Phrase, lemma: &str) -> bool {
        let compared = phrase.article == "the"
            && phrase.owners.is_empty()
            && (phrase.inner..phrase.head).any(|word| {
                matches!(
                    self.work.lower(word),
                    "smaller"
                        | "larger"
                        | "bigger"
                        | "weaker"
                        | "stronger"
                        | "older"
                        | "younger"
                        | "richer"
                        | "poorer"
                )
            });
        let called = |id: EntityId| {
            self.is_body(id)
                && matches!(
                    self.work.all[id].kind,
                    EntityKind::Actor(kind) if self.work.may_be_called(kind, lemma)
                )
        };
        compared && self.back().filter(|&id| called(id)).nth(1).is_some()
    }
}
