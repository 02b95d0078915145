//! Definite descriptions: "the company", "his government", "state television".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::Discourse;
use crate::entities::joined::ends_in;
use crate::entities::names::PieceKind;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};

/// Measures and talk about talk, which no pronoun looks back on.
const UNREMEMBERED: &[&str] = &[
    "day",
    "week",
    "month",
    "year",
    "hour",
    "time",
    "morning",
    "night",
    "evening",
    "percent",
    "%",
    "kilometre",
    "point",
    "question",
    "condition",
];

/// Nouns of so many bodies that whoever is named so comes first.
const LAST_WORDS: &[&str] = &[
    "group", "agency", "court", "mission", "alliance", "bloc", "compact", "council",
];

impl Discourse<'_, '_> {
    /// What a noun without a name mentions.
    pub(super) fn noun(&mut self, head: usize) {
        let words = self.work.words;
        let classes = self.work.classes;
        let lemma = match words.lemma(head) {
            "people" => "person",
            lemma => lemma,
        };
        let phrase = self.work.phrase(head);
        // "security council": the noun may be of two words.
        let pair = if head > 0 {
            format!("{} {lemma}", self.work.lower(head - 1))
        } else {
            lemma.to_owned()
        };
        let owner = phrase.owners.iter().find_map(|&owner| {
            self.work.of_word[owner]
                .filter(|&id| matches!(self.work.all[id].kind, EntityKind::Actor(_)))
        });
        let plural = matches!(words.xpos(head), Xpos::Nns | Xpos::Nnps);
        if let Some(body) = self.made_up(&phrase, plural) {
            self.mention_phrase(&phrase, body);
            return;
        }
        if let Some(side) = self.work.side_of_owner(&phrase, lemma, plural) {
            self.mention_phrase(&phrase, side);
            return;
        }
        if self.group(&phrase, lemma, plural, owner)
            || self.named_behind(&phrase)
            || self.named_before(&phrase, lemma)
            || self.shortened(&phrase, lemma, plural)
        {
            return;
        }
        if let Some(other) = self.opposite(&phrase, lemma, owner) {
            self.mention_phrase(&phrase, other);
            return;
        }
        if let Some(company) = self.company_of_board(&phrase, lemma) {
            self.mention_phrase(&phrase, company);
            return;
        }
        if let Some(clients) = self.clients(&phrase, lemma, owner) {
            self.mention_phrase(&phrase, clients);
            return;
        }
        if let Some(body) = self.body_of_people(&phrase, lemma, owner) {
            self.mention_phrase(&phrase, body);
            return;
        }
        // "her party, National Order,": whatever the name behind is taken for, it is not hers alone.
        let named = self.work.form_at(head + 1) == ","
            && (self.work.piece_at.get(head + 2).copied().flatten()).is_some();
        if let Some(ranks) = self.work.ranks_of(lemma, owner).filter(|_| !named) {
            self.mention_phrase(&phrase, ranks);
            return;
        }
        let possessive = phrase
            .owners
            .first()
            .is_some_and(|&owner| words.xpos(owner) == Xpos::PrpPoss);
        // "her museum", of somebody who speaks for one
        let own = owner.filter(|&owner| {
            possessive
                && !plural
                && self.work.all[owner].kind == EntityKind::Actor(ActorType::Person)
        });
        let own = own
            .and_then(|owner| self.work.party_of(owner))
            .filter(|&body| self.is_body(body) && self.ends_in(body, lemma));
        let own = own
            .or_else(|| self.theirs(&phrase, lemma, owner))
            .or_else(|| self.group_of_region(&phrase, lemma, plural));
        if let Some(body) = own {
            self.mention_phrase(&phrase, body);
            return;
        }
        if let Some(rebels) = self.rebels_meant(&phrase, lemma, plural) {
            self.mention_phrase(&phrase, rebels);
        } else if classes.has("party", lemma) || (possessive && classes.has("country", lemma)) {
            self.side(&phrase, lemma, owner);
        } else if classes.has_any(&["persons", "unnamed"], lemma)
            || classes.has("persons", &pair)
            || !plural && self.is_one_of_many(&phrase, lemma)
        {
            self.people(&phrase, lemma, plural, owner);
        } else if classes.has("bodies", lemma)
            || matches!(lemma, "committee" | "contact group")
            || pair == "contact group"
        {
            self.official_body(&phrase, lemma, owner);
        } else if !(self.state_media(&phrase, lemma, &pair, owner)
            || (self.is_capital(head) || LAST_WORDS.contains(&lemma))
                && self.by_last_word(&phrase, lemma, owner)
            || self.by_description(&phrase, lemma)
            || self.by_kind(&phrase, lemma, owner)
            || self.by_last_word(&phrase, lemma, owner)
            || self.by_hypernym(&phrase, lemma))
        {
            self.plain(head);
        }
        if self.work.of_word[head].is_none()
            && let Some(body) = self.by_word_of_name(&phrase, lemma, plural)
        {
            self.mention_phrase(&phrase, body);
        }
        if self.work.of_word[head].is_none()
            && let Some(firm) = self.firm_of_works(&phrase, lemma)
        {
            self.mention_phrase(&phrase, firm);
        }
        if self.work.of_word[head].is_none() && !self.by_guess(&phrase) {
            self.interest(&phrase, lemma, plural);
        }
        if self.work.of_word[head].is_none() && self.is_teller(&phrase, lemma, plural) {
            self.people(&phrase, lemma, plural, owner);
        }
    }

    /// "One driver, who asked not to be named, said": a single one of people who as a group are a side.
    fn is_one_of_many(&self, phrase: &Phrase, lemma: &str) -> bool {
        let words = self.work.words;
        let classes = self.work.classes;
        let one = matches!(phrase.article.as_str(), "a" | "an" | "one" | "another")
            || phrase.number.as_deref() == Some("one");
        let of_people = classes.has_any(&["a-union", "a-movement", "a-force", "stakes"], lemma)
            && !classes.has_any(&["leagues", "seats", "bodies"], lemma);
        let first = words.first_conjunct(phrase.head);
        one && of_people
            && words.rel(first) == rapporteur_syntax::Rel::Nsubj
            && (words.head(first)).is_some_and(|verb| classes.has("tell", words.lemma(verb)))
    }

    /// "his government", "the Tolsk delegation", "its authorities".
    fn side(&mut self, phrase: &Phrase, lemma: &str, owner: Option<EntityId>) {
        // "the army", where the Merin Armed Forces are at the table
        if owner.is_none()
            && let Some(force) = self.force_named(phrase, lemma)
        {
            self.mention_phrase(phrase, force);
            return;
        }
        let regional = self
            .regional_government(phrase, lemma)
            .or_else(|| self.part_government(phrase, lemma, owner));
        if let Some(regional) = regional {
            self.mention_phrase(phrase, regional);
            return;
        }
        let seat = phrase.owners.iter().find_map(|&owner| {
            self.work.of_word[owner].filter(|&id| self.work.all[id].kind == EntityKind::Place)
        });
        let meant = if let (None, Some(place), "government" | "authorities" | "administration") =
            (owner, seat, lemma)
        {
            Some(self.government_at(place, lemma))
        } else if let Some(owner) = owner {
            // The members of a person's side are the side.
            let of_a_person = matches!(
                self.work.all[owner].kind,
                EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
            );
            let side = if of_a_person {
                // "Brun's government", of the Growers' Union: of whatever state she has.
                let governs = |&side: &EntityId| {
                    lemma != "government"
                        || !matches!(
                            self.work.all[side].kind,
                            EntityKind::Actor(
                                ActorType::Union
                                    | ActorType::Company
                                    | ActorType::InternationalOrganisation
                            )
                        )
                };
                self.work.party_of(owner).filter(governs)
            } else {
                Some(owner)
            };
            // "Her own government is against it", of a minister in a report of no state.
            let side = side.or_else(|| {
                let governs = of_a_person && lemma == "government" && phrase.owned;
                governs.then(|| self.government_of_nobody(phrase)).flatten()
            });
            if let Some(side) = side
                && lemma == "government"
            {
                self.work.facts[side].nouns.push(lemma.to_owned());
            }
            side
        } else if let Some(seat) = self.seat_behind(phrase, lemma) {
            Some(seat)
        } else if let Some(federal) = self.federal_government(phrase, lemma) {
            Some(federal)
        } else if lemma == "government" && self.is_the_one(phrase) {
            self.government_meant(phrase)
        } else {
            self.state_meant(phrase)
        };
        // "Instead, the party wants the speaker's office"
        let plain = lemma == "party"
            && phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && self.work.words.xpos(phrase.head) == Xpos::Nn;
        let meant = match meant {
            None if plain => (self.named_party())
                .or_else(|| self.called_by_teller(phrase))
                .or_else(|| self.called_now(phrase)),
            meant => meant,
        };
        match meant {
            Some(side) => self.mention_phrase(phrase, side),
            None => self.plain(phrase.head),
        }
    }

    /// The political party spoken of last that has a name.
    fn named_party(&self) -> Option<EntityId> {
        self.back().find(|&id| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::PoliticalParty)
                && self.has_name(id)
        })
    }

    /// The one army that has a name of its own.
    fn force_named(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let plain = phrase.article == "the" && phrase.inner == phrase.head;
        if !plain || !matches!(lemma, "army" | "military") {
            return None;
        }
        let named = self.back().filter(|&id| {
            let name = self.work.all[id].name.to_lowercase();
            matches!(
                self.work.all[id].kind,
                EntityKind::Actor(ActorType::ArmedGroup | ActorType::GovernmentBody)
            ) && self.has_name(id)
                // "the army", where the People's Liberation Army fights it
                && !name.split(' ').any(|word| {
                    matches!(
                        word,
                        "liberation" | "resistance" | "revolutionary" | "people's" | "salvation"
                    )
                })
                && ["army", "armed forces", "military"]
                    .iter()
                    .any(|noun| name.ends_with(noun))
        });
        only(named)
    }

    /// "the government in Merin", "the de facto authorities in Ruvo": of the state, or of the place.
    pub(super) fn seat_behind(&mut self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let head = phrase.head;
        let governs = matches!(
            lemma,
            "government" | "authority" | "administration" | "regime" | "leadership"
        ) || self.work.lower(head) == "authorities";
        let any = phrase.article == "the" || phrase.article.is_empty();
        if !governs || !any || self.work.form_at(head + 1) != "in" {
            return None;
        }
        let the = usize::from(self.work.form_at(head + 2) == "the");
        let piece = self.work.piece_at.get(head + 2 + the).copied().flatten()?;
        let id = self.work.entity_of[piece]?;
        let noun = self.work.lower(head).to_owned();
        match self.work.all[id].kind {
            EntityKind::Actor(ActorType::State) => Some(id),
            EntityKind::Place => Some(self.government_at(id, &noun)),
            _ => None,
        }
    }

    /// The government at a place: the state itself, where the report has it act under its own name.
    fn government_at(&mut self, place: EntityId, lemma: &str) -> EntityId {
        if let Some(state) = self
            .state_of_seat(place)
            .or_else(|| self.state_in_name(place))
        {
            self.work.learn_noun(state, "government");
            return state;
        }
        let name = format!("{} {lemma}", self.work.all[place].name);
        let alias = self.work.all[place].name.clone();
        let id = self.body(name, ActorType::GovernmentBody);
        self.work.all[id].party = Some(id);
        self.work.place_governments.push((id, alias));
        id
    }

    /// "the government in Port Velmar", where Velmar is spoken of: a place called after its state.
    fn state_in_name(&self, place: EntityId) -> Option<EntityId> {
        let name = &self.work.all[place].name;
        (0..self.work.all.len()).find(|&id| {
            let state = &self.work.all[id];
            state.kind == EntityKind::Actor(ActorType::State)
                && name.len() > state.name.len()
                && name.split(' ').any(|word| word == state.name)
        })
    }

    /// The state whose capital a place is, if it acts by name anywhere.
    fn state_of_seat(&self, place: EntityId) -> Option<EntityId> {
        let country = self
            .work
            .lexicon
            .gazetteer
            .capital_of(&self.work.all[place].name)?;
        (0..self.work.pieces.len()).find_map(|piece| {
            let id = self.work.entity_of[piece]?;
            let index = self.work.facts[id].country?;
            let named = matches!(self.work.pieces[piece].kind, PieceKind::State(_));
            let same = std::ptr::eq(&self.work.lexicon.gazetteer.countries[index], country);
            (named
                && same
                && self.work.pieces[piece].body
                && self.work.acts_at(self.work.pieces[piece].words.clone()))
            .then_some(id)
        })
    }

    pub(super) fn is_capital(&self, word: usize) -> bool {
        self.work.words.form(word).starts_with(char::is_uppercase)
    }

    /// "the bank", "the board": the body named before whose name ends so. Whether there was one.
    fn by_last_word(&mut self, phrase: &Phrase, lemma: &str, owner: Option<EntityId>) -> bool {
        let another = self.gathers(phrase, lemma);
        if phrase.article != "the" || owner.is_some() || phrase.inner != phrase.head || another {
            return false;
        }
        let found = self.plainly_called(|id| {
            self.is_body(id)
                && (self.is_capital(phrase.head)
                    || self.work.all[id].kind != EntityKind::Actor(ActorType::State))
                && self.ends_in(id, lemma)
        });
        if let Some(id) = found {
            self.mention_phrase(phrase, id);
        }
        found.is_some()
    }

    /// Whether the last of several words of a name is this noun.
    pub(super) fn ends_in(&self, id: EntityId, noun: &str) -> bool {
        ends_in(&self.work.all[id].name, noun)
    }

    /// "the carrier", told to be one: "Merin Air, the carrier,"; "Brun said the charity would …": hers. Whether there was
    /// one.
    fn by_description(&mut self, phrase: &Phrase, lemma: &str) -> bool {
        let found = (self.subject_called(phrase, lemma))
            .or_else(|| self.work.described(phrase, lemma))
            .or_else(|| self.work.side_of_teller(phrase, lemma))
            .or_else(|| self.part_told(phrase, lemma))
            .or_else(|| self.realm_told(phrase, lemma))
            .or_else(|| self.state_itself(phrase, lemma))
            .or_else(|| self.called_by_teller(phrase));
        if let Some(id) = found {
            self.mention_phrase(phrase, id);
        }
        found.is_some()
    }

    /// "the union", where the Teachers' Federation was told of last and a Union of Teachers before: what is called so.
    fn rather_called(
        &self,
        found: EntityId,
        lemma: &str,
        of_kind: impl Fn(EntityId) -> bool,
    ) -> EntityId {
        const JOINED: &[&str] = &[
            "union",
            "federation",
            "confederation",
            "association",
            "chamber",
            "guild",
            "league",
            "brotherhood",
        ];
        let has = |id: EntityId, noun: &str| {
            (self.work.all[id].name.to_lowercase().split(' ')).any(|word| word == noun)
        };
        if !JOINED.contains(&lemma) || has(found, lemma) {
            return found;
        }
        // "the guild", where the Carters Alliance was told of last and the Technology Guild before
        let otherwise = JOINED.iter().any(|noun| has(found, noun));
        let outright = |id: EntityId| {
            self.is_body(id)
                && self.work.all[id].kind != EntityKind::Actor(ActorType::State)
                && !(lemma == "union" && self.is_realm_of(id, lemma))
                && self.has_name(id)
                && self.ends_in(id, lemma)
                && (lemma != "union" || !self.has_name(found))
        };
        (self.back())
            .find(|&id| otherwise && of_kind(id) && has(id, lemma) || outright(id))
            .unwrap_or(found)
    }

    /// "the company", "the union": whoever of that kind was named. Whether there was one.
    fn by_kind(&mut self, phrase: &Phrase, lemma: &str, owner: Option<EntityId>) -> bool {
        let classes = self.work.classes;
        // "the next two carriers": what is to be built, sent or let.
        if (phrase.start..phrase.head).any(|word| self.work.lower(word) == "next") {
            return false;
        }
        // "The smaller group wants a seat": nobody knows which, where two of the kind are told of.
        if self.is_compared(phrase, lemma) {
            self.plain(phrase.head);
            return true;
        }
        if classes.has("overseers", lemma) {
            let found = self.overseer(phrase).filter(|_| owner.is_none());
            if let Some(id) = found {
                self.mention_phrase(phrase, id);
            }
            return found.is_some();
        }
        // "the Australian miner", "the lender": what a company is, where one was spoken of.
        if classes.has("firms", lemma)
            && let Some(id) = self.firm(phrase, owner)
        {
            self.mention_phrase(phrase, id);
            return true;
        }
        // "the bloc of major emitters": none that was told of before.
        if self.gathers(phrase, lemma) {
            return false;
        }
        let kind = match lemma {
            _ if classes.has("a-company", lemma) => ActorType::Company,
            _ if classes.has("a-union", lemma) => ActorType::Union,
            _ if classes.has("a-force", lemma) => ActorType::ArmedGroup,
            _ if classes.has("a-movement", lemma) => ActorType::Movement,
            "bloc" | "alliance" | "compact" => ActorType::Alliance,
            "organisation" | "organization" | "agency" | "court" | "mission" => {
                ActorType::InternationalOrganisation
            }
            "group" => ActorType::ArmedGroup,
            "newspaper" | "broadcaster" => ActorType::Media,
            _ => return false,
        };
        // "the employers' confederation": those who make it up are not the one company spoken of.
        let words = self.work.words;
        let makes_up = words.rel(phrase.head) == Rel::NmodPoss
            && words.xpos(phrase.head) == Xpos::Nns
            && kind != ActorType::ArmedGroup
            && words
                .head(phrase.head)
                .is_some_and(|league| classes.has("leagues", words.lemma(league)));
        if makes_up {
            return false;
        }
        // "the opposition", "the community": no movement spoken of before, unless it is called so.
        // "the consortium", of several: none of the companies that are in it.
        let called = matches!(
            lemma,
            "agency" | "court" | "mission" | "consortium" | "conglomerate"
        ) || classes.has("a-movement", lemma) && lemma != "movement";
        let named = |id: EntityId| !called || self.bears_noun(id, lemma);
        // "the movement": rebels too call themselves so.
        let one = words.xpos(phrase.head) == Xpos::Nn;
        let of_kind = |id: EntityId| match self.work.all[id].kind {
            // "the company" is none of "the companies" without a name.
            _ if one && self.work.facts[id].plural && !self.has_name(id) => false,
            // "the producers" are no single one
            _ if !one && !self.work.facts[id].plural && classes.has("firms", lemma) => false,
            EntityKind::Actor(ActorType::ArmedGroup) => {
                kind == ActorType::ArmedGroup || lemma == "movement"
            }
            EntityKind::Actor(other) => other == kind,
            _ => false,
        };
        let mut found = None;
        // "the rebels of the Merin Front", "the Merin Front fighters": the Front.
        let ranks = owner.filter(|&owner| {
            kind == ActorType::ArmedGroup
                && matches!(
                    self.work.all[owner].kind,
                    EntityKind::Actor(
                        ActorType::ArmedGroup | ActorType::Alliance | ActorType::Movement
                    )
                )
        });
        if let Some(body) = ranks {
            if matches!(
                self.work.all[body].kind,
                EntityKind::Actor(ActorType::Alliance | ActorType::Movement)
            ) && self.work.facts[body].known.is_none()
            {
                self.work.all[body].kind = EntityKind::Actor(ActorType::ArmedGroup);
            }
            found = Some(body);
        } else if (phrase.article == "the"
            || lemma == "management" && phrase.article.is_empty() && !phrase.owned)
            && owner.is_none()
        {
            found = (self.back())
                .find(|&id| of_kind(id) && named(id))
                .map(|id| self.rather_called(id, lemma, of_kind));
            // "the bloc": a union or community of states, if it was told of later.
            if matches!(lemma, "bloc" | "grouping") {
                let union = EntityKind::Actor(ActorType::InternationalOrganisation);
                let of_states = |id: EntityId| {
                    let name = &self.work.all[id].name;
                    self.work.all[id].kind == union
                        && self.has_name(id)
                        && (found.is_none()
                            || name
                                .split(' ')
                                .any(|word| matches!(word, "Union" | "Community" | "Association")))
                };
                found = (self.back()).find(|&id| found == Some(id) || of_states(id));
            }
            // "the company": a name that tells nothing of what it is, where no company is known.
            if found.is_none() && matches!(lemma, "company" | "firm") && phrase.inner == phrase.head
            {
                found = self.company_unknown();
            }
            // "The group had no quarrel with it": in a chamber, the party that spoke last.
            if found.is_none() && lemma == "group" && phrase.inner == phrase.head {
                let party = EntityKind::Actor(ActorType::PoliticalParty);
                found = self.back().find(|&id| self.work.all[id].kind == party);
            }
            // "Merin First … the group would think about it"
            if found.is_none() && lemma == "group" && phrase.inner == phrase.head {
                found = self.back().find(|&id| {
                    self.has_name(id)
                        && matches!(
                            self.work.all[id].kind,
                            EntityKind::Actor(ActorType::Movement | ActorType::Union)
                        )
                });
            }
        } else if owner.is_some() && lemma == "mission" && !phrase.owned {
            let name = self.work.text(self.work.description(phrase));
            let id = self.body(name, ActorType::InternationalOrganisation);
            self.work.all[id].party = Some(id);
            found = Some(id);
        }
        // "pilots", "crews": people at work are a side where it is about their work, the one side that they have.
        let workers = phrase.article.is_empty()
            && !phrase.owned
            && kind == ActorType::Union
            && !matches!(lemma, "union" | "brotherhood" | "guild");
        if workers && !self.work.setting.labour {
            return false;
        }
        // "the union", of the Tenants' Union, whatever else it is taken for
        if found.is_none()
            && phrase.article == "the"
            && phrase.inner == phrase.head
            && owner.is_none()
            && words.xpos(phrase.head) == Xpos::Nn
        {
            found = self.plainly_called(|id| {
                self.is_body(id)
                    && self.work.all[id].kind != EntityKind::Actor(ActorType::State)
                    && self.has_name(id)
                    && self.ends_in(id, lemma)
            });
        }
        // "Brun's union": of somebody whose side may be told later.
        let of_person = owner.is_some_and(|owner| {
            phrase.owned && self.work.all[owner].kind == EntityKind::Actor(ActorType::Person)
        });
        if found.is_none() && !of_person && self.is_collective(phrase, lemma) {
            // One that is named later, if only one is.
            let mut of_kind = (0..self.work.all.len())
                .filter(|&id| self.work.all[id].kind == EntityKind::Actor(kind));
            found = match (of_kind.next(), of_kind.next()) {
                (Some(only), None)
                    if (phrase.article == "the" || workers)
                        && !phrase.owned
                        && (!called || self.bears_noun(only, lemma))
                        && lemma != "opposition" =>
                {
                    Some(only)
                }
                _ if let Some(named) = self.named_meant(phrase, lemma) => Some(named),
                _ if let Some(raised) = self.raised_firm(phrase, lemma) => Some(raised),
                _ if let Some(called) = self.called_now(phrase) => Some(called),
                _ => {
                    let id = self.body(self.collective_name(phrase), kind);
                    self.work.all[id].party = Some(id);
                    self.work.tells.push(id);
                    Some(id)
                }
            };
        }
        if let Some(id) = found {
            self.mention_phrase(phrase, id);
        }
        found.is_some()
    }

    /// "The miners' union dropped its demand", "management's offer": a body without a name that does or owns what only
    /// actors do and own.
    fn is_collective(&self, phrase: &Phrase, lemma: &str) -> bool {
        let words = self.work.words;
        let classes = self.work.classes;
        let head = words.head(words.first_conjunct(phrase.head));
        // "opposition from Merin": what somebody does, not who.
        if words
            .with_case(phrase.head, &["from", "to", "against"])
            .any(|at| words.rel(at) == rapporteur_syntax::Rel::Nmod)
        {
            return false;
        }
        // "the opposition Lake Party": whom the name behind it names.
        if self
            .work
            .piece_at
            .get(phrase.head + 1)
            .copied()
            .flatten()
            .is_some()
            && words.rel(phrase.head + 1) != rapporteur_syntax::Rel::Nsubj
        {
            return false;
        }
        // "the next two methane carriers could go abroad": ships, unless they want something.
        if self.work.words.xpos(phrase.head) == Xpos::Nns
            && phrase.number.is_some()
            && phrase.inner < phrase.head
            && classes.has("a-company", lemma)
            && !self.wills_strictly(phrase.head)
        {
            return false;
        }
        let definite = phrase.article == "the" || self.of_workers(phrase);
        let acts = self.work.is_agent(phrase.head)
            && (definite || head.is_some_and(|verb| self.work.wills(words.lemma(verb))));
        // "the rebels' commander, Ada Brun"
        let officered = || {
            words.xpos(phrase.head) == Xpos::Nns
                && !classes.has("a-company", lemma)
                && self.has_named_officer(phrase.head)
        };
        let owns = words.rel(phrase.head) == Rel::NmodPoss
            && (head.is_some_and(|thing| classes.has("owned", words.lemma(thing))) || officered());
        classes.has_any(&["a-union", "a-company", "a-force", "a-movement"], lemma) && (acts || owns)
    }

    /// "the miners' union": of people at work, who are no actors themselves.
    fn of_workers(&self, phrase: &Phrase) -> bool {
        phrase.owned && (phrase.owners.iter()).all(|&word| self.work.of_word[word].is_none())
    }

    /// Whether a noun stands in the name of a body, or it was called so.
    fn bears_noun(&self, id: EntityId, noun: &str) -> bool {
        self.work.all[id].name.to_lowercase().contains(noun)
            || self.work.facts[id].nouns.iter().any(|known| known == noun)
    }

    /// The name of a body that has none: "miners' union", "rebels".
    fn collective_name(&self, phrase: &Phrase) -> String {
        // "the community of Quebrada Honda"
        let of = phrase.head + 1;
        if self.work.form_at(of) == "of"
            && (self.work.piece_at.get(of + 1).copied().flatten()).is_some()
        {
            return self.name_of(phrase);
        }
        // "Merin's farmers' union", "Merin Lines' sister company"
        let of_a_body = phrase.owned
            && phrase.owners.first().is_some_and(|&owner| {
                self.work.piece_at[owner].is_some()
                    && self.work.of_word[owner].is_some_and(|id| self.is_body(id))
            });
        if !self.of_workers(phrase) && !of_a_body {
            return self.work.text(self.work.description(phrase));
        }
        let from = (phrase.start..phrase.head).find(|&word| self.work.lower(word) != "the");
        self.work.text(from.unwrap_or(phrase.head)..phrase.head + 1)
    }

    /// A thing that is no actor may be what a pronoun means.
    pub(super) fn plain(&mut self, head: usize) {
        let words = self.work.words;
        if UNREMEMBERED.contains(&words.lemma(head))
            || matches!(words.rel(head), Rel::Compound | Rel::OblUnmarked)
        {
            return;
        }
        let rank = self.rank(head);
        // Only subjects and objects come to mind.
        // "asked the growers to wait"
        let asked = words.xpos(head) == Xpos::Nns && self.is_asked(head);
        if rank > 1 || asked || matches!(words.rel(words.first_conjunct(head)), Rel::Obj) {
            self.note(None, head, rank);
        }
    }

    /// The body of that name and kind, found or made.
    pub(super) fn body(&mut self, name: String, kind: ActorType) -> EntityId {
        let name = name.replace('’', "'");
        let found = self.work.all.iter().position(|entity| {
            entity.name.eq_ignore_ascii_case(&name) && entity.kind == EntityKind::Actor(kind)
        });
        match found {
            Some(id) => id,
            None => self.work.make(name, EntityKind::Actor(kind)),
        }
    }

    /// Those spoken of so far, the last first.
    pub(super) fn back(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.lately.iter().rev().copied()
    }

    /// The only one that fits, of those spoken of so far, else of all that the report names and that fit `later` too.
    pub(super) fn only_told(
        &self,
        fits: impl Fn(EntityId) -> bool,
        later: impl Fn(EntityId) -> bool,
    ) -> Option<EntityId> {
        let mut spoken = self.back().filter(|&id| fits(id)).peekable();
        if spoken.peek().is_some() {
            return only(spoken);
        }
        only((0..self.work.all.len()).filter(|&id| later(id) && fits(id)))
    }
}
