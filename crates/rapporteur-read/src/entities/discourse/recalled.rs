//! Bodies told again by a word of their name that does not end it: "the airport", of the Merin Airport Company; "the yard",
//! of Orme Shipyard; and names that turn out to be those of bodies by what the report has the word do: "The Merin Water
//! District covers nine towns … The district refused".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, MentionKind, only};

/// Last words of names that leave to the word before them what the body is.
const PLAIN_ENDINGS: &[&str] = &[
    "company",
    "companies",
    "corporation",
    "authority",
    "trust",
    "group",
    "holdings",
    "board",
    "agency",
    "operator",
    "operators",
    "management",
    "administration",
    "co-operative",
    "cooperative",
    "plc",
    "ltd",
    "inc",
    "ag",
];

impl Discourse<'_, '_> {
    /// The body of which a description in the singular repeats a word of the name, where it stands as somebody.
    pub(super) fn by_word_of_name(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
    ) -> Option<EntityId> {
        let words = self.work.words;
        let plain = phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && !plural
            && matches!(words.xpos(phrase.head), Xpos::Nn | Xpos::Nnp)
            && lemma.len() > 3
            && lemma.is_ascii();
        if !plain || !self.stands_as_somebody(phrase.head) {
            return None;
        }
        self.by_inner_word(lemma)
    }

    /// "the Nation", "The Front": a capitalised noun of a single word that no name of the report is, of the body named last
    /// whose name ends in it. Whether there was one.
    pub(super) fn capital_alone(&mut self, word: usize) -> bool {
        let words = self.work.words;
        let alone = word > 0
            && words.lower(word - 1) == "the"
            && words.form(word).starts_with(char::is_uppercase)
            && self.work.piece_at[word]
                .is_some_and(|piece| self.work.pieces[piece].words.len() == 1)
            && matches!(words.xpos(word), Xpos::Nn | Xpos::Nnp);
        if !alone || !self.stands_as_somebody(word) {
            return false;
        }
        let noun = words.lower(word);
        let social = self.work.classes.has_any(
            &[
                "bodies",
                "leagues",
                "seats",
                "houses",
                "polities",
                "institutions",
            ],
            noun,
        );
        if !social {
            return false;
        }
        let found = self
            .plainly_called(|id| self.is_body(id) && self.has_name(id) && self.ends_in(id, noun));
        let Some(id) = found else { return false };
        self.mention(word - 1..word + 1, word, id, MentionKind::Nominal);
        true
    }

    /// Whether a word is the subject of a verb, the agent of a passive, the owner of what actors own.
    pub(super) fn stands_as_somebody(&self, head: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(head);
        let Some(above) = words.head(first) else {
            return false;
        };
        match words.rel(first) {
            Rel::Nsubj | Rel::NsubjOuter => words.is_verb(above) || self.work.wills_at(above),
            Rel::OblAgent => true,
            // "who leads the federation"
            Rel::Obj => matches!(
                words.lemma(above),
                "lead" | "head" | "chair" | "represent" | "command" | "run"
            ),
            // "who speaks for the forum"
            Rel::Obl => {
                matches!(
                    words.lemma(above),
                    "speak" | "act" | "negotiate" | "bargain"
                ) && (words.child(first, &[Rel::Case]))
                    .is_some_and(|case| words.lemma(case) == "for")
            }
            Rel::NmodPoss => self
                .work
                .classes
                .has_any(&["owned", "persons"], words.lemma(above)),
            _ => false,
        }
    }

    /// The one body of the report whose name has the noun before its end ("Airport Company"), or at the end of its last word
    /// ("Shipyard").
    fn by_inner_word(&self, noun: &str) -> Option<EntityId> {
        let fits = |&id: &EntityId| {
            if !self.is_body(id)
                || !self.has_name(id)
                || self.work.all[id].kind == EntityKind::Actor(ActorType::State)
            {
                return false;
            }
            let name = self.work.all[id].name.to_lowercase();
            let mut back = name.rsplit(' ');
            let (last, before) = (back.next(), back.next());
            let compound = last.is_some_and(|last| {
                last.strip_suffix(noun)
                    .is_some_and(|rest| rest.len() > 2 && rest.is_ascii())
            });
            // "the line", of Halberd Lines
            let one_of = self.work.all[id].kind == EntityKind::Actor(ActorType::Company)
                && last.and_then(|last| last.strip_suffix('s')) == Some(noun);
            before.is_some()
                && (compound
                    || one_of
                    || before == Some(noun)
                        && back.next().is_some()
                        && last.is_some_and(|last| PLAIN_ENDINGS.contains(&last)))
        };
        let found = (0..self.work.all.len()).filter(fits);
        only(found)
    }

    /// Turns into a body the one name that ends in a noun and was taken for a place or a thing, where the report has the noun
    /// alone show a will: "The district refused", of the Merin Water District.
    pub(super) fn turn_body(&mut self, word: usize) {
        let words = self.work.words;
        if word == 0
            || words.rel(word) != Rel::Nsubj
            || words.lower(word - 1) != "the"
            || !matches!(words.xpos(word), Xpos::Nn | Xpos::Nnp)
            || self.work.of_word[word].is_some()
            || !(words.form(word).starts_with(char::is_uppercase) || self.wills_strictly(word))
        {
            return;
        }
        self.turned_body(words.lower(word));
    }

    fn turned_body(&mut self, noun: &str) -> Option<EntityId> {
        let classes = self.work.classes;
        let civic = classes.has_any(&["polities", "seats", "houses"], noun)
            || matches!(noun, "nation" | "tribe" | "people" | "commune");
        let joined = classes.has("leagues", noun)
            || matches!(noun, "division" | "chapter" | "bench" | "branch" | "circle");
        if !civic && !joined {
            return None;
        }
        let found = (0..self.work.all.len()).filter(|&id| {
            matches!(
                self.work.all[id].kind,
                EntityKind::Place | EntityKind::Thing
            ) && self.work.all[id].members.is_empty()
                && self.work.all[id].name.starts_with(char::is_uppercase)
                && self.ends_in(id, noun)
                && self.is_named(id)
        });
        let only = only(found)?;
        let kind = match civic && !matches!(noun, "nation" | "tribe" | "people") {
            true => ActorType::GovernmentBody,
            false => ActorType::Movement,
        };
        self.work.all[only].kind = EntityKind::Actor(kind);
        self.work.all[only].party.get_or_insert(only);
        self.work.tells.push(only);
        Some(only)
    }

    /// Whether a name of the report is that of an entity.
    fn is_named(&self, id: EntityId) -> bool {
        self.work.entity_of.contains(&Some(id))
    }
}
