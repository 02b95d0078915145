//! "the government", "ministers": whose, where nothing beside the words tells it.

use rapporteur_model::ActorType;
use rapporteur_syntax::Rel;

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};

impl Discourse<'_, '_> {
    /// "the government": the one spoken of, else the state that whoever was spoken of acts for.
    pub(super) fn government_before(&self) -> Option<EntityId> {
        let is_government = |&id: &EntityId| {
            self.work.facts[id]
                .nouns
                .iter()
                .any(|noun| noun == "government")
        };
        if let Some(found) = self.back().find(is_government) {
            return Some(found);
        }
        let state = |id: &EntityId| self.work.is_party_state(*id);
        let party = (self.back().filter_map(|id| self.work.party_of(id)))
            .find(|&party| !self.work.all[party].origin)?;
        Some(party).filter(state).or_else(|| self.state_just_told())
    }

    /// "Talks between Merin and the rebels stalled, with the government demanding": the one state of this sentence and the
    /// one before.
    fn state_just_told(&self) -> Option<EntityId> {
        let here = self.recent.last()?.sentence;
        let mut states = (self.recent.iter().rev())
            .take_while(|recent| recent.sentence + 1 >= here)
            .filter_map(|recent| self.work.party_of(recent.entity?))
            .filter(|&id| self.work.is_party_state(id));
        let only = states.next()?;
        states.all(|other| other == only).then_some(only)
    }

    /// "the government" at a phrase: the one spoken of; that of whoever tells of it; in a report of no state one that stands
    /// for itself.
    pub(super) fn government_meant(&mut self, phrase: &Phrase) -> Option<EntityId> {
        (self.government_before())
            .or_else(|| self.state_of_teller(phrase.head))
            .or_else(|| self.only_state())
            .or_else(|| self.own_government(phrase))
    }

    /// The state that whoever tells what a word does acts for: "Brun warned that the government would withdraw it".
    fn state_of_teller(&self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        words
            .ancestors(word)
            .filter_map(|verb| words.child(verb, &[Rel::Nsubj]))
            .filter(|&subject| subject != word)
            .filter_map(|subject| self.work.of_word[subject])
            // A mediator tells what the government of others does.
            .filter(|&id| {
                self.work.facts[id].nouns.iter().any(|noun| {
                    matches!(
                        noun.as_str(),
                        "minister"
                            | "president"
                            | "premier"
                            | "chancellor"
                            | "spokesman"
                            | "spokeswoman"
                            | "spokesperson"
                    )
                })
            })
            .find_map(|id| self.work.party_of(id))
            .filter(|&party| self.work.all[party].kind == EntityKind::Actor(ActorType::State))
    }

    /// "the federal government", "the central cabinet": the state that was told of last and that is no part of one; without
    /// one it stands for itself, whatever parts are told of.
    pub(super) fn federal_government(&mut self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let federal = phrase.article == "the"
            && phrase.owners.is_empty()
            // "the federal finance ministry"
            && (phrase.inner + 1 == phrase.head
                || self.work.words.lemma(phrase.head) == "ministry")
            && phrase.inner < phrase.head
            && matches!(
                self.work.lower(phrase.inner),
                "federal" | "central" | "national"
            )
            && matches!(lemma, "government" | "cabinet" | "administration");
        if !federal {
            return None;
        }
        let whole = |&id: &EntityId| self.work.is_party_state(id) && !self.work.is_part(id);
        // "Erbil has accepted it, the federal cabinet has not": of the state that the part lies in.
        let around = (self.back())
            .filter_map(|id| self.work.state_around_part(id))
            .find(|id| whole(id));
        let told = (around.or_else(|| self.back().find(whole)))
            .or_else(|| {
                self.back()
                    .filter_map(|id| self.work.party_of(id))
                    .find(whole)
            })
            .or_else(|| only((0..self.work.all.len()).filter(whole)));
        if let Some(state) = told {
            self.work.learn_noun(state, "government");
            return Some(state);
        }
        let name = format!("{} {lemma}", self.work.lower(phrase.inner));
        let id = self.body(name, ActorType::GovernmentBody);
        self.work.all[id].party = Some(id);
        if self.wills(phrase.head) || self.speaks(phrase.head) {
            self.work.tells.push(id);
        }
        Some(id)
    }

    /// "the Orlan regional government": that of a part of a state, which stands for itself.
    pub(super) fn regional_government(&mut self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let apart = |word: usize| {
            matches!(
                self.work.lower(word),
                "regional" | "provincial" | "cantonal" | "territorial" | "devolved"
            )
        };
        let from = (phrase.start..phrase.head)
            .find(|&word| !matches!(self.work.lower(word), "the" | "a" | "an"))?;
        let named = self.work.piece_at[from].is_some()
            && !phrase.owned
            && (from + 1..phrase.head).any(apart);
        if lemma != "government" || !named {
            return None;
        }
        let id = self.body(
            self.work.text(from..phrase.head + 1),
            ActorType::GovernmentBody,
        );
        self.work.all[id].party = Some(id);
        self.work.learn_noun(id, "government");
        if self.wills(phrase.head) || self.speaks(phrase.head) {
            self.work.tells.push(id);
        }
        Some(id)
    }

    /// "the provincial government", of nobody named beside it: that of the town or part of a state told of before, else one
    /// that stands for itself.
    pub(super) fn part_government(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        let of_part = phrase.inner + 1 == phrase.head
            && matches!(
                self.work.lower(phrase.inner),
                "provincial"
                    | "state"
                    | "regional"
                    | "territorial"
                    | "cantonal"
                    | "devolved"
                    | "municipal"
                    | "city"
                    | "county"
                    | "autonomous"
            );
        // "the state government in Orme"
        let seated = self.work.form_at(phrase.head + 1) == "in";
        if lemma != "government" || phrase.article != "the" || !of_part || seated || owner.is_some()
        {
            return None;
        }
        // "The Kurdistan Region … the regional government": of the one part of a state that was told of
        let parts: Vec<EntityId> = self.back().filter(|&id| self.work.is_part(id)).collect();
        if let Some(part) = only(parts.into_iter()) {
            return Some(part);
        }
        if let Some(polity) = self.near_polity(phrase, "province") {
            return Some(polity);
        }
        let name = self.work.text(phrase.inner..phrase.head + 1);
        let id = self.body(name, ActorType::GovernmentBody);
        self.work.all[id].party = Some(id);
        if self.wills(phrase.head) || self.speaks(phrase.head) {
            self.work.tells.push(id);
        }
        Some(id)
    }

    /// The government of a report that names no state: it stands for itself.
    fn own_government(&mut self, phrase: &Phrase) -> Option<EntityId> {
        if phrase.inner < phrase.head || phrase.owned {
            return None;
        }
        self.government_of_nobody(phrase)
    }

    /// The same, whatever stands before the noun.
    pub(super) fn government_of_nobody(&mut self, phrase: &Phrase) -> Option<EntityId> {
        if self.work.has_party_states() {
            return None;
        }
        let id = self.body("government".to_owned(), ActorType::GovernmentBody);
        self.work.all[id].party = Some(id);
        self.work.learn_noun(id, "government");
        if self.wills(phrase.head) {
            self.work.tells.push(id);
        }
        Some(id)
    }

    /// "Ministers want a later date", in a report of no state: its government.
    pub(super) fn ministers(&mut self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let bare = lemma == "minister"
            && matches!(phrase.article.as_str(), "" | "the")
            && phrase.inner == phrase.head
            && phrase.number.is_none()
            && !phrase.owned;
        bare.then(|| self.home_government()).flatten()
    }

    /// The government of a report that names no state, once it was spoken of.
    pub(super) fn home_government(&self) -> Option<EntityId> {
        self.back().find(|&id| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                && self.work.all[id].name == "government"
        })
    }

    /// "which represents the investors", "her clients": the side of people without a name that was spoken of last.
    pub(super) fn clients(
        &self,
        phrase: &Phrase,
        lemma: &str,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        let words = self.work.words;
        if lemma == "client" {
            let person =
                |id: &EntityId| self.work.all[*id].kind == EntityKind::Actor(ActorType::Person);
            let lawyer = owner.filter(person)?;
            return (self.work.party_of(lawyer)).or_else(|| self.work.client_of(lawyer));
        }
        let verb = words.head(phrase.head).filter(|&verb| {
            words.rel(phrase.head) == Rel::Obj
                && matches!(words.lemma(verb), "represent" | "advise")
        })?;
        let firm = words.child(verb, &[Rel::Nsubj])?;
        let told = matches!(words.lower(firm), "which" | "who" | "that")
            && phrase.article == "the"
            && self.is_stake(lemma);
        self.back()
            .find(|&id| {
                self.work.all[id].party == Some(id)
                    && matches!(
                        self.work.all[id].kind,
                        EntityKind::Actor(
                            ActorType::Movement | ActorType::Alliance | ActorType::Unnamed
                        )
                    )
            })
            .filter(|_| told)
    }

    /// "the board", "the directors", where "Directors of Orme Breweries" or "the Orme Breweries board" acts anywhere: that
    /// company's, else the only one's.
    pub(super) fn company_of_board(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        const BOARDS: &[&str] = &[
            "board",
            "director",
            "management",
            "boardroom",
            "shareholder",
        ];
        let words = self.work.words;
        if !matches!(lemma, "board" | "director" | "management")
            || phrase.article != "the"
            || phrase.inner != phrase.head
            || phrase.owned
        {
            return None;
        }
        let company = |word: usize| {
            let piece = self.work.piece_at.get(word).copied().flatten()?;
            self.work.entity_of[piece]
                .filter(|&id| self.work.all[id].kind == EntityKind::Actor(ActorType::Company))
        };
        (0..words.len())
            .filter(|&word| BOARDS.contains(&words.lemma(word)) && word != phrase.head)
            .find_map(|word| {
                let of = (words.form(word + 1) == "of").then(|| {
                    let the = usize::from(words.form(word + 2) == "the");
                    company(word + 2 + the)
                });
                let beside = word.checked_sub(1).and_then(company);
                let owning = word
                    .checked_sub(2)
                    .filter(|_| matches!(self.work.form_at(word - 1), "'s" | "’s" | "'" | "’"))
                    .and_then(company);
                of.flatten().or(beside).or(owning)
            })
    }
}
