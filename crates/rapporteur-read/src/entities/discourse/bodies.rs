//! Ministries, offices, committees, outlets of a state.

use rapporteur_model::ActorType;
use rapporteur_syntax::Upos;

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, MentionKind};

/// Bodies that a report need not name for them to act.
const COMMITTEES: &[&str] = &[
    "committee",
    "commission",
    "council",
    "panel",
    "group",
    "assembly",
    "secretariat",
    "bureau",
];

/// Nouns of outlets that a state may own.
const STATE_MEDIA: &[&str] = &[
    "television",
    "tv",
    "radio",
    "media",
    "newspaper",
    "broadcaster",
];

impl Discourse<'_, '_> {
    /// "Tolsk state television". Whether it was that.
    pub(super) fn state_media(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        pair: &str,
        owner: Option<EntityId>,
    ) -> bool {
        let classes = self.work.classes;
        let of_a_state = owner.is_some_and(|owner| {
            !phrase.owned && self.work.all[owner].kind == EntityKind::Actor(ActorType::State)
        });
        let media = classes.has("media", lemma) || classes.has("media", pair);
        if !media || !of_a_state || !STATE_MEDIA.contains(&lemma) {
            return false;
        }
        let name = self.work.text(self.work.description(phrase));
        let id = self.body(name, ActorType::Media);
        self.work.tells.push(id);
        self.mention_phrase(phrase, id);
        true
    }

    /// Ministries, offices, committees.
    pub(super) fn official_body(&mut self, phrase: &Phrase, lemma: &str, owner: Option<EntityId>) {
        let head = phrase.head;
        let description = self.work.text(self.work.description(phrase));
        if self.body_at_seat(phrase, lemma, owner) {
            return;
        }
        if let Some(local) = self.local_body_named(phrase, lemma, &description) {
            self.mention_phrase(phrase, local);
            return;
        }
        if let Some(owner) = owner {
            self.owned_body(phrase, lemma, owner, description);
            return;
        }
        // "the authorities in Ruvo", "the cabinet"
        let meant = self
            .seat_behind(phrase, lemma)
            .or_else(|| self.state_meant(phrase))
            .or_else(|| self.federal_government(phrase, lemma));
        if let Some(meant) = meant {
            self.mention_phrase(phrase, meant);
            return;
        }
        // "the ministry": the one named before.
        if phrase.article == "the" {
            let found = self.plainly_called(|id| {
                self.is_body(id)
                    && !self.is_of_another_town(phrase, id)
                    && (self.work.facts[id].nouns.iter().any(|noun| noun == lemma)
                        || self.ends_in(id, lemma))
            });
            // "the department", of the Treasury
            let found = found.or_else(|| {
                if !matches!(lemma, "department" | "ministry") || phrase.inner < head {
                    return None;
                }
                self.back().find(|&id| {
                    let name = self.work.all[id].name.to_lowercase();
                    self.work.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                        && self.work.all[id].name.starts_with(char::is_uppercase)
                        && ["ministry", "department", "treasury", "exchequer"]
                            .iter()
                            .any(|noun| name.contains(noun))
                })
            });
            let found = found.or_else(|| self.work.side_of_teller(phrase, lemma));
            if let Some(found) = found {
                self.mention_phrase(phrase, found);
                return;
            }
        }
        // "the interior ministry" of the government that was spoken of.
        if matches!(lemma, "ministry" | "department")
            && phrase.inner < head
            && phrase.article == "the"
            && let Some(state) = self
                .federal_government(phrase, "government")
                .or_else(|| self.government_before())
        {
            let id = self.body(description, ActorType::GovernmentBody);
            self.work.all[id].party = Some(state);
            self.work.facts[id].nouns.push(lemma.to_owned());
            if self.work.is_agent(head)
                || matches!(self.work.preposition(phrase.start), Some("from" | "by"))
            {
                self.work.tells.push(id);
            }
            self.mention_phrase(phrase, id);
            return;
        }
        // "The administration was sceptical": of the government that was spoken of.
        if lemma == "administration"
            && phrase.inner == head
            && phrase.article == "the"
            && (self.wills(head) || self.speaks(head))
            && let Some(state) = self.government_before()
        {
            let id = self.body(description, ActorType::GovernmentBody);
            self.work.all[id].party.get_or_insert(state);
            self.work.facts[id].nouns.push(lemma.to_owned());
            self.work.tells.push(id);
            self.mention_phrase(phrase, id);
            return;
        }
        // "police said"
        if matches!(lemma, "police" | "coastguard") && self.speaks(head) {
            let id = self.body(description, ActorType::GovernmentBody);
            self.work.tells.push(id);
            self.mention_phrase(phrase, id);
            return;
        }
        // A committee that acts.
        if COMMITTEES.contains(&lemma) && phrase.inner < head && self.work.is_agent(head) {
            let name = match phrase.owned {
                true => self.name_of(phrase),
                false => description,
            };
            let id = self.body(name, ActorType::GovernmentBody);
            self.work.facts[id].nouns.push(lemma.to_owned());
            self.work.tells.push(id);
            self.mention_phrase(phrase, id);
            return;
        }
        self.plain(head);
    }

    /// "the county council", of no borough council, "the finance ministry", of no education ministry: whether a description
    /// tells of another kind of town or another brief than a name does.
    fn is_of_another_town(&self, phrase: &Phrase, id: EntityId) -> bool {
        let ministry = matches!(
            self.work.words.lemma(phrase.head),
            "ministry" | "department"
        );
        let local = |word: &str| match ministry {
            true => (self.work.classes).has_any(&["portfolios", "briefs"], word),
            false => self.work.classes.has("local", word),
        };
        let name = self.work.all[id].name.to_lowercase();
        let told = (phrase.inner..phrase.head).find(|&word| local(self.work.lower(word)));
        told.is_some_and(|word| {
            let word = self.work.lower(word);
            name.split(' ').any(local) && !name.split(' ').any(|other| other == word)
        })
    }

    /// "the Aster city council", "the Orle port authority": a body of a town or a part of a state, which stands for itself.
    fn local_body_named(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        description: &str,
    ) -> Option<EntityId> {
        let piece = self.work.piece_at.get(phrase.inner).copied().flatten()?;
        let from = self.work.pieces[piece].words.end;
        let body = matches!(
            lemma,
            "council" | "authority" | "assembly" | "parliament" | "board" | "government"
        );
        let local = (from..phrase.head).any(|word| {
            self.work.classes.has("local", self.work.lower(word))
                || matches!(
                    self.work.lower(word),
                    "combined" | "port" | "harbour" | "harbor" | "school" | "water" | "transit"
                )
        });
        if phrase.owned || !body || !local || from > phrase.head {
            return None;
        }
        let id = self.body(description.to_owned(), ActorType::GovernmentBody);
        self.work.all[id].party = Some(id);
        self.work.learn_noun(id, lemma);
        if self.work.is_agent(phrase.head) || self.wills(phrase.head) {
            self.work.tells.push(id);
        }
        Some(id)
    }

    /// "Tolsk's ministry", "her office".
    fn owned_body(&mut self, phrase: &Phrase, lemma: &str, owner: EntityId, description: String) {
        let words = self.work.words;
        let head = phrase.head;
        let pronoun = phrase
            .owners
            .iter()
            .any(|&word| words.upos(word) == Upos::Pron);
        let owner_name = self.work.all[owner].name.clone();
        let own = phrase
            .owners
            .first()
            .copied()
            .filter(|_| phrase.owned && !pronoun);
        let name = match own {
            Some(word) => {
                // "the prime minister's office"
                let first = (phrase.start..word)
                    .find(|&at| words.upos(at) != Upos::Det)
                    .filter(|_| self.work.piece_at[word].is_none());
                let written = match first {
                    Some(first) => self.work.text(first..word + 1),
                    None => self.written(word),
                };
                let mark = self.work.form_at(word + 1).replace('’', "'");
                format!("{written}{mark} {description}")
            }
            None if pronoun => format!("{owner_name}'s {description}"),
            // "the office of Prime Minister Ada Brun"
            None if self.work.form_at(head + 1) == "of" && lemma == "office" => {
                self.work.text(phrase.inner..phrase.end)
            }
            None => description.clone(),
        };
        let id = self.body(name, ActorType::GovernmentBody);
        if pronoun {
            let alias = self.work.text(phrase.start..head + 1);
            if !self.work.all[id].aliases.contains(&alias) {
                self.work.all[id].aliases.push(alias);
            }
        }
        if self.work.facts[id].owners.is_empty() {
            let owners = phrase.owners.clone();
            self.work.facts[id].owners.extend(owners);
        }
        // "the prime minister's office", in a report of no state: of no party that he is of.
        let governs = own.is_some_and(|word| {
            matches!(
                words.lemma(word),
                "minister" | "premier" | "chancellor" | "president"
            )
        });
        let side = self
            .work
            .party_of(owner)
            .map(|side| self.work.all[side].kind);
        let of_party = side == Some(EntityKind::Actor(ActorType::PoliticalParty));
        if lemma == "office"
            && governs
            && (of_party || side.is_none() && !self.work.has_party_states())
        {
            let state = (self.only_state()).or_else(|| self.work.mostly_about(2));
            self.work.all[id].party = state.or(Some(id));
        }
        self.work.facts[id].nouns.push(lemma.to_owned());
        if lemma == "office" && self.work.all[owner].kind == EntityKind::Actor(ActorType::Person) {
            self.work.facts[owner].nouns.push("office-holder".into());
        }
        self.mention_phrase(phrase, id);
        if self.work.is_agent(head)
            || self.work.all[id].name.to_lowercase().contains("parliament")
                && self.work.preposition(phrase.start) != Some("in")
        {
            self.work.tells.push(id);
        }
    }

    /// "the finance ministry in Lilongwe", "the Chinese embassy in Lilongwe": where it sits belongs to the name; a ministry is
    /// that of the state whose capital it is. Whether it was such a body.
    fn body_at_seat(&mut self, phrase: &Phrase, lemma: &str, owner: Option<EntityId>) -> bool {
        let abroad = matches!(lemma, "embassy" | "consulate" | "mission");
        if !(abroad || matches!(lemma, "ministry" | "department")) || phrase.inner == phrase.head {
            return false;
        }
        let Some(end) = self.seat_behind_head(phrase.head) else {
            return false;
        };
        let state = match (owner, abroad) {
            (Some(owner), true) => self.work.party_of(owner),
            (None, false) => self.state_seated(phrase.head + 2),
            _ => None,
        };
        let Some(state) = state else { return false };
        let name = self.work.text(phrase.inner..end);
        let id = self.body(name, ActorType::GovernmentBody);
        self.work.all[id].party = Some(state);
        self.work.facts[id].nouns.push(lemma.to_owned());
        if self.work.is_agent(phrase.head)
            || matches!(
                self.work.preposition(phrase.start),
                Some("from" | "by" | "at")
            )
        {
            self.work.tells.push(id);
        }
        self.mention(phrase.start..end, phrase.head, id, MentionKind::Nominal);
        true
    }

    /// "in Lilongwe" behind a noun: where the name ends.
    fn seat_behind_head(&self, head: usize) -> Option<usize> {
        let piece = (self.work.form_at(head + 1) == "in")
            .then(|| self.work.piece_at.get(head + 2).copied().flatten())
            .flatten()?;
        let place = self.work.entity_of[piece]
            .is_some_and(|id| self.work.all[id].kind == EntityKind::Place);
        place.then(|| self.work.pieces[piece].words.end)
    }

    /// The state of the report whose capital is named at a word.
    pub(super) fn state_seated(&self, word: usize) -> Option<EntityId> {
        let piece = self.work.piece_at.get(word).copied().flatten()?;
        let country = (self.work.lexicon.gazetteer).capital_of(&self.work.piece_text(piece))?;
        (0..self.work.all.len()).find(|&id| {
            self.work.facts[id].country.is_some_and(|index| {
                std::ptr::eq(&self.work.lexicon.gazetteer.countries[index], country)
            })
        })
    }
}
