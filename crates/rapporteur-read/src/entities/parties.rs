//! For whom each entity acts: through owners of offices, step by step.

use std::collections::HashSet;

use rapporteur_lexicon::fold_name;
use rapporteur_model::ActorType;
use rapporteur_syntax::Rel;

use super::demonyms::is_demonym;
use super::gather::Work;
use super::{EntityId, EntityKind, only};

impl Work<'_> {
    /// The party of an entity as far as it is known yet.
    pub fn party_of(&self, id: EntityId) -> Option<EntityId> {
        self.party_steps(id, 6)
    }

    fn party_steps(&self, id: EntityId, steps: u32) -> Option<EntityId> {
        if let Some(party) = self.all[id].party {
            return Some(party);
        }
        let EntityKind::Actor(kind) = self.all[id].kind else {
            return None;
        };
        match kind {
            ActorType::Media => None,
            ActorType::Person | ActorType::Unnamed => self.owned_by(id, steps),
            ActorType::GovernmentBody => {
                if let Some(known) = self.facts[id].known {
                    let of = self.lexicon.organisations.all[known].of.as_deref();
                    if let Some(of) = of {
                        return self.named(of);
                    }
                }
                self.owned_by(id, steps)
            }
            _ => Some(id),
        }
    }

    pub(super) fn owned_by(&self, id: EntityId, steps: u32) -> Option<EntityId> {
        if steps == 0 {
            return None;
        }
        self.facts[id]
            .owners
            .iter()
            .filter_map(|&owner| match self.of_word.get(owner).copied().flatten() {
                // "Belgrade's chief negotiator", whatever the capital is taken for
                Some(place) if self.all[place].kind == EntityKind::Place => {
                    self.state_with_capital(&self.all[place].name)
                }
                Some(owner) => Some(owner),
                None => self.body_called(owner).or_else(|| self.sole_called(owner)),
            })
            .filter(|&owner| owner != id && matches!(self.all[owner].kind, EntityKind::Actor(kind) if kind != ActorType::Media))
            .find_map(|owner| self.party_steps(owner, steps - 1))
    }

    /// An entity by the name that the lexicon uses.
    fn named(&self, name: &str) -> Option<EntityId> {
        (0..self.all.len()).find(|&id| {
            self.facts[id].country.is_some_and(|country| {
                self.lexicon.gazetteer.countries[country]
                    .names()
                    .any(|known| known == name)
            }) || self.facts[id]
                .known
                .is_some_and(|known| self.lexicon.organisations.all[known].name == name)
        })
    }

    /// Parties that the chain of owners does not tell: companions, leaders of the gazetteer, offices without a state.
    pub fn infer_parties(&mut self) {
        for id in 0..self.all.len() {
            if let (Some(known), EntityKind::Actor(ActorType::GovernmentBody)) =
                (self.facts[id].known, self.all[id].kind)
                && self.all[id].party != Some(id)
                && let Some(of) = self.lexicon.organisations.all[known].of.clone()
            {
                let party = self.find_or_make(&of);
                self.all[id].party = Some(party);
            }
        }
        self.seat_bodies_by_adjective();
        self.seat_governments_apart();
        let turns: HashSet<Option<String>> = (self.blocks.items.iter())
            .filter_map(|block| block.label)
            .map(|label| last_word(label.of(self.words.text)))
            .collect();
        // Those known by their office alone after the others, whose states they leave; spokesmen last.
        let mut order: Vec<EntityId> = (0..self.all.len()).collect();
        order.sort_by_cached_key(|&id| {
            let nouns = &self.facts[id].nouns;
            if turns.contains(&last_word(&self.all[id].name)) {
                // Others are of the side of whoever speaks of them.
                -1
            } else if nouns.iter().any(|noun| noun.starts_with("spokes")) {
                2
            } else {
                i32::from(self.has_office(id) && nouns.len() == 1)
            }
        });
        for id in order {
            if self.party_of(id).is_some() {
                continue;
            }
            if self.all[id].kind == EntityKind::Actor(ActorType::Unnamed) {
                self.all[id].party = (self.by_neighbour(id))
                    .or_else(|| self.by_adjective(id))
                    .or_else(|| self.spokes_of_subject(id))
                    .or_else(|| self.staff_of_subject(id))
                    .or_else(|| self.minister_of_only_state(id));
                continue;
            }
            if self.all[id].kind != EntityKind::Actor(ActorType::Person) {
                continue;
            }
            // "The provincial minister" is of a province or of nobody who is told of, never of the state.
            if let Some(realm) = self.realm_served(id) {
                self.all[id].party = (self.local_body(realm)).or_else(|| self.sole_part(realm));
                continue;
            }
            if let Some(land) = self.by_region(id) {
                self.all[id].party = Some(land);
                continue;
            }
            if let Some(party) = self
                .by_possession(id)
                .or_else(|| self.by_ward(id))
                .or_else(|| self.by_federation(id))
                .or_else(|| self.by_chair(id))
                .or_else(|| self.by_known_leader(id))
                .or_else(|| self.by_counterpart(id))
                .or_else(|| self.by_lead_in(id))
                .or_else(|| self.by_apposition(id))
                .or_else(|| self.by_pronoun_told(id))
                .or_else(|| self.by_ranks(id))
                .or_else(|| self.by_companion(id))
                .or_else(|| self.by_own_body(id))
                .or_else(|| self.by_body_noun(id))
                .or_else(|| self.by_officers_words(id))
                .or_else(|| self.by_insolvency(id))
                .or_else(|| self.by_business(id))
                .or_else(|| self.by_commission(id))
                .or_else(|| self.by_context(id))
                .or_else(|| self.subject_before(id))
                .or_else(|| self.by_neighbour(id))
                .or_else(|| self.by_leaders(id))
                .or_else(|| self.by_office_before(id))
                .or_else(|| self.by_own_words(id))
                .or_else(|| self.by_own_country(id))
                .or_else(|| self.by_body_before(id))
                .filter(|&party| !self.is_answered(id, party))
            {
                self.all[id].party = Some(party);
            }
        }
        for id in 0..self.all.len() {
            if self.party_of(id).is_none()
                && let Some(client) = self.client_of(id)
            {
                self.all[id].party = self.party_of(client).or(Some(client));
            }
        }
        self.seat_own_government();
        self.seat_bodies_apart();
        self.seat_officials();
        self.seat_local_bodies();
        for id in 0..self.all.len() {
            if self.all[id].party.is_none() {
                let party = self.party_of(id).or_else(|| self.body_behind(id));
                self.all[id].party = party;
            }
        }
    }

    /// "Nils Orme's lawyer, Ada Brun,": the person for whom a lawyer speaks.
    pub(super) fn client_of(&self, id: EntityId) -> Option<EntityId> {
        let person = |id: &EntityId| self.all[*id].kind == EntityKind::Actor(ActorType::Person);
        let pleads = self.facts[id].nouns.iter().any(|noun| {
            matches!(
                noun.as_str(),
                "lawyer"
                    | "attorney"
                    | "solicitor"
                    | "barrister"
                    | "counsel"
                    | "advocate"
                    | "agent"
            )
        });
        if !pleads || !person(&id) {
            return None;
        }
        (self.facts[id].owners.iter())
            .filter_map(|&owner| self.of_word.get(owner).copied().flatten())
            .find(|client| *client != id && person(client))
    }

    /// Whoever acts for a body acts for the state that has it.
    fn seat_officials(&mut self) {
        let body = |id: EntityId| self.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody);
        let seated: Vec<(EntityId, EntityId)> = (0..self.all.len())
            .filter(|&id| self.all[id].kind == EntityKind::Actor(ActorType::Person))
            .filter_map(|id| {
                let of = self.all[id].party.filter(|&of| body(of))?;
                let state = self.party_of(of).filter(|&state| state != of)?;
                Some((id, state))
            })
            .collect();
        for (id, state) in seated {
            self.all[id].party = Some(state);
        }
    }

    /// "The commission's chairman": of a body of which the report does not tell whose it is.
    fn body_behind(&self, id: EntityId) -> Option<EntityId> {
        let body = |&owner: &EntityId| {
            owner != id && self.all[owner].kind == EntityKind::Actor(ActorType::GovernmentBody)
        };
        (self.facts[id].owners.iter())
            .filter_map(|&owner| self.of_word.get(owner).copied().flatten())
            .find(body)
            .filter(|_| self.all[id].kind == EntityKind::Actor(ActorType::Person))
    }

    /// "Agrarian MPs", where the Agrarians are named apart: those of its ranks are of the party.
    fn by_ranks(&self, id: EntityId) -> Option<EntityId> {
        let (named, ranks) = self.all[id].name.rsplit_once(' ')?;
        let ranks = matches!(
            ranks.to_lowercase().as_str(),
            "mps"
                | "lawmakers"
                | "deputies"
                | "senators"
                | "councillors"
                | "members"
                | "backbenchers"
        );
        (self.all.iter().position(|party| {
            party.kind == EntityKind::Actor(ActorType::PoliticalParty)
                && (party.name == named
                    || party.name.strip_suffix('s') == Some(named)
                    || party.aliases.iter().any(|alias| alias == named))
        }))
        .filter(|&party| ranks && party != id)
    }

    /// "Agency head Ada Brun", "federation president", "the Authority's chair", "Port director": the body whose name ends in
    /// that noun or is "the Port of …", of those named before, else behind.
    fn by_body_noun(&self, id: EntityId) -> Option<EntityId> {
        let at = (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .map(|mention| mention.words.start)
            .min()?;
        // "Police Minister Ada Brun", "Opposition police spokesman Nils Orme": of no police.
        let of_police = |title: &str| {
            let title = title.to_lowercase();
            !title.ends_with("minister")
                && !title.starts_with("opposition ")
                && !title.starts_with("shadow ")
        };
        let roles = (self.all[id].roles.iter()).filter(|role| of_police(&role.title));
        let nouns = roles.filter_map(|role| match &role.of {
            Some(of) => of.rsplit(' ').next().map(str::to_lowercase),
            None => (role.title.rsplit(' ').nth(1)).map(str::to_lowercase),
        });
        // "Councilman Nils Orme"
        let seat = (self.facts[id].nouns.iter()).any(|noun| {
            matches!(
                noun.as_str(),
                "councilman"
                    | "councilwoman"
                    | "councilmember"
                    | "councilor"
                    | "councillor"
                    | "alderman"
                    | "alderwoman"
            )
        });
        let mut nouns = nouns.chain(seat.then(|| "council".to_owned()));
        nouns
            .find_map(|noun| {
                let named = |word: usize| {
                    self.of_word[word].filter(|&other| {
                        other != id
                            && matches!(
                                self.all[other].kind,
                                EntityKind::Actor(
                                    ActorType::GovernmentBody
                                        | ActorType::Union
                                        | ActorType::Company
                                        | ActorType::PoliticalParty
                                        | ActorType::Movement
                                        | ActorType::InternationalOrganisation
                                        | ActorType::Alliance
                                )
                            )
                            && is_called(&self.all[other].name, &noun)
                    })
                };
                (0..at)
                    .rev()
                    .find_map(named)
                    .or_else(|| (at..self.words.len()).find_map(named))
            })
            .map(|body| self.party_of(body).unwrap_or(body))
    }

    /// "Nordic officials", where "the Nordic powers" are at the table.
    fn by_adjective(&self, id: EntityId) -> Option<EntityId> {
        let first = self.all[id].name.split(' ').next()?;
        if !first.starts_with(char::is_uppercase) {
            return None;
        }
        self.all.iter().position(|other| {
            let mut words = other.name.split(' ');
            other.kind == EntityKind::Actor(ActorType::Alliance)
                && words.next() == Some(first)
                && words
                    .next()
                    .is_some_and(|noun| noun.starts_with(char::is_lowercase))
        })
    }

    /// "the Tessilian Senate", where Tessil is at the table; "the Kenyan Defence Ministry", of a state that everybody knows.
    fn seat_bodies_by_adjective(&mut self) {
        for id in 0..self.all.len() {
            if self.all[id].kind != EntityKind::Actor(ActorType::GovernmentBody)
                || self.party_of(id).is_some()
            {
                continue;
            }
            let first = self.all[id].name.split(' ').next().unwrap_or_default();
            let adjective = fold_name(first);
            let known = (self.lexicon.gazetteer.demonym(first))
                .filter(|demonym| demonym.adjective && self.all[id].name != first)
                .map(|demonym| demonym.country.name.clone());
            if let Some(known) = known {
                let state = self.find_or_make(&known);
                self.all[id].party = Some(state);
                continue;
            }
            let state = self.all.iter().position(|state| {
                state.kind == EntityKind::Actor(ActorType::State)
                    && is_demonym(&adjective, &fold_name(&state.name))
            });
            self.all[id].party = state;
        }
    }

    /// In a report of no state, the bodies of a town stand for themselves.
    fn seat_bodies_apart(&mut self) {
        if self.has_party_states() {
            return;
        }
        // "the government" and its ministers, ministries and cabinet are one side.
        let body =
            |entity: &super::Entity| entity.kind == EntityKind::Actor(ActorType::GovernmentBody);
        let government = (self.all.iter())
            .position(|entity| body(entity) && entity.name.eq_ignore_ascii_case("government"));
        for id in 0..self.all.len() {
            let apart = self.party_of(id).is_none_or(|party| party == id);
            if body(&self.all[id]) && apart && Some(id) != government {
                let name = self.all[id].name.to_lowercase();
                let of_government = ["ministry", "department", "treasury", "cabinet"]
                    .iter()
                    .any(|noun| name.ends_with(noun) || name.starts_with(&format!("{noun} of")));
                self.all[id].party = government.filter(|_| of_government).or(Some(id));
            }
        }
        // "The health minister", where only "the health ministry" is at the table.
        let office = government.or_else(|| {
            self.all.iter().position(|entity| {
                let name = entity.name.to_lowercase();
                body(entity)
                    && ["ministry", "government", "department"]
                        .iter()
                        .any(|noun| name.contains(noun))
            })
        });
        let Some(office) = office else { return };
        for id in 0..self.all.len() {
            let minister = !self.is_opposed(id) && self.has_portfolio(id)
                || self.facts[id]
                    .nouns
                    .iter()
                    .any(|noun| noun.ends_with("minister"));
            if minister
                && self.all[id].kind == EntityKind::Actor(ActorType::Person)
                && self.party_of(id).is_none()
            {
                self.all[id].party = Some(office);
            }
        }
    }

    /// Officers of a union or a company without its name: "branch secretary Nils Orme", "finance chief Ada Brun".
    fn by_business(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let title = |wanted: &[&str]| {
            self.all[id].roles.iter().any(|role| {
                let title = role.title.to_lowercase();
                wanted.iter().any(|part| title.contains(part))
            })
        };
        let kind = if self.is_of_another(id) {
            return None;
        } else if title(&[
            "branch",
            "organiser",
            "organizer",
            "steward",
            "convenor",
            "general secretary",
        ]) {
            ActorType::Union
        } else if title(&[
            "managing",
            "executive",
            "finance chief",
            "personnel",
            "operations",
            "human resources",
            "boss",
            "owner",
        ]) {
            ActorType::Company
        } else {
            return None;
        };
        let at = (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .map(|mention| mention.words.start)
            .min()?;
        let of_kind = |word: usize| {
            self.of_word[word].filter(|&id| {
                self.all[id].kind == EntityKind::Actor(kind) && !self.facts[id].plural
            })
        };
        (0..at.min(words.len()))
            .rev()
            .find_map(of_kind)
            .or_else(|| (at..words.len()).find_map(of_kind))
    }

    /// "chairwoman", "deputy leader", "the general secretary": an office of a body.
    pub(super) fn is_officer(&self, id: EntityId) -> bool {
        self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            [
                "leader",
                "chair",
                "president",
                "secretary",
                "chief",
                "director",
                "lawyer",
                "deputy",
            ]
            .iter()
            .any(|part| title.contains(part))
        })
    }

    /// Whether an office is one of those who employ: "general manager", "chief executive".
    pub(super) fn manages(&self, id: EntityId) -> bool {
        const OF_EMPLOYERS: &[&str] = &[
            "manager",
            "managing",
            "executive",
            "chief operating",
            "chief financial",
            "owner",
        ];
        self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            OF_EMPLOYERS.iter().any(|part| title.contains(part))
        })
    }

    /// "Velmar's chief executive", whatever the report takes Velmar for: of nobody else.
    fn is_of_another(&self, id: EntityId) -> bool {
        self.all[id]
            .roles
            .iter()
            .any(|role| (role.of.as_deref()).is_some_and(|of| of.starts_with(char::is_uppercase)))
            && self.facts[id]
                .owners
                .iter()
                .any(|&owner| self.piece_at.get(owner).copied().flatten().is_some())
    }

    /// "The Farm Ministry must approve it. A spokesperson would not be drawn": of the body that was the subject before.
    fn spokes_of_subject(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let mut own = self.mentions.iter().filter(|mention| mention.entity == id);
        let mention = own.next()?;
        let start = words.sentence(words.sentence_of(mention.head)).start;
        let bare = words.lemma(mention.head).starts_with("spokes")
            && mention.words.start == start
            && matches!(words.lower(start), "a" | "its")
            && mention.head == start + 1
            && mention.words.end == mention.head + 1;
        let before = start.checked_sub(1).filter(|_| bare)?;
        let block = |word: usize| self.blocks.at(words.span(word..word + 1).start);
        let sentence = words.sentence(words.sentence_of(before));
        let root = sentence.clone().find(|&word| words.head(word).is_none())?;
        let subject = words.child(root, &[Rel::Nsubj, Rel::NsubjPass])?;
        let other = self.of_word[subject].filter(|_| block(before) == block(start))?;
        let body = matches!(
            self.all[other].kind,
            EntityKind::Actor(kind)
                if !matches!(kind, ActorType::Person | ActorType::Unnamed | ActorType::Media)
        );
        body.then(|| self.party_of(other).unwrap_or(other))
    }

    /// "The Farmers' Party can live with it. Deputy leader Maja Toft said …": the body that was the subject right before.
    fn subject_before(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let at = (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .map(|mention| mention.words.start)
            .min()?;
        let staff = self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            [
                "manager",
                "commissioner",
                "officer",
                "convener",
                "convenor",
                "spokes",
                "organiser",
                "organizer",
                "treasurer",
            ]
            .iter()
            .any(|part| title.contains(part))
        });
        let officer = (self.is_officer(id) || staff) && !self.is_of_another(id);
        if !officer || self.is_opposed(id) || self.has_portfolio(id) {
            return None;
        }
        // "The farmers' federation is outside. Commissioner Ada Brun refused": of no union and no movement.
        let commissioner =
            (self.all[id].roles.iter()).any(|role| role.title.eq_ignore_ascii_case("commissioner"));
        let manages = self.manages(id);
        let block = |word: usize| self.blocks.at(words.span(word..word + 1).start);
        let mut start = words.sentence(words.sentence_of(at)).start;
        let here = block(start);
        // "The union has lowered its sights. … it is now asking for 18 %. Chair Nils Orme": "it" is who came before.
        let subject = loop {
            let before = start
                .checked_sub(1)
                .filter(|&before| block(before) == here)?;
            let sentence = words.sentence(words.sentence_of(before));
            let root = sentence.clone().find(|&word| words.head(word).is_none())?;
            let subject = words.child(root, &[Rel::Nsubj])?;
            if words.lemma(subject) != "it" {
                break subject;
            }
            start = sentence.start;
        };
        let subject = self.of_word[subject];
        // "Merin Air's pilots want more. Chairman Nils Orme": of the company.
        let employer = subject
            .filter(|&other| self.facts[other].plural)
            .and_then(|other| {
                let owner = *self.facts[other].owners.first()?;
                let body = self.of_word.get(owner).copied().flatten()?;
                (self.all[body].kind == EntityKind::Actor(ActorType::Company)).then_some(body)
            });
        employer.or(subject).filter(|&other| {
            // "The union is seeking more. General manager Ada Brun turned that aside": of the other side.
            let of_workers = self.all[other].kind == EntityKind::Actor(ActorType::Union);
            let board = self.all[other].kind == EntityKind::Actor(ActorType::GovernmentBody)
                && self.heads_a_board(id, other);
            let of_people = matches!(
                self.all[other].kind,
                EntityKind::Actor(ActorType::Union | ActorType::Movement | ActorType::Company)
            );
            board
                || !(manages && of_workers || commissioner && of_people)
                    && matches!(
                        self.all[other].kind,
                        EntityKind::Actor(
                            ActorType::PoliticalParty
                                | ActorType::Union
                                | ActorType::Company
                                | ActorType::Movement
                                | ActorType::ArmedGroup
                                | ActorType::Alliance
                                | ActorType::InternationalOrganisation
                        )
                    )
        })
    }

    /// "The school board met. The chairwoman, Ada Brun, rejected it": whether an officer is one that boards, councils and
    /// agencies have, and a body is one of those.
    fn heads_a_board(&self, id: EntityId, body: EntityId) -> bool {
        const BOARDS: &[&str] = &[
            "board",
            "council",
            "commission",
            "authority",
            "agency",
            "trust",
            "tribunal",
            "service",
        ];
        let name = self.all[body].name.to_lowercase();
        let board = name
            .rsplit(' ')
            .next()
            .is_some_and(|last| BOARDS.contains(&last));
        board
            && self.all[id].roles.iter().any(|role| {
                let title = role.title.to_lowercase();
                title.starts_with("chair")
                    || title.ends_with("director")
                    || title == "chief executive"
            })
    }

    /// "An army spokesman", where the sentence is about what one state does; whoever is named right behind an unnamed
    /// speaker of a party ("Col. Dag Orle told Radio Merin").
    fn by_neighbour(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let mention = (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .min_by_key(|mention| mention.head)?;
        let sentence = words.sentence(words.sentence_of(mention.head));
        let state = |id: EntityId| self.all[id].kind == EntityKind::Actor(ActorType::State);
        if self.all[id].kind == EntityKind::Actor(ActorType::Unnamed) {
            let name = self.all[id].name.to_lowercase();
            let official = name.split(' ').any(|word| {
                matches!(
                    word,
                    "army" | "military" | "government" | "navy" | "police" | "presidential"
                ) || word.starts_with("spokes")
            });
            return official
                .then(|| {
                    (sentence.start..mention.words.start)
                        .filter(|&word| matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass))
                        .find_map(|word| self.of_word[word].filter(|&id| state(id)))
                })
                .flatten();
        }
        let before = sentence.start.checked_sub(1)?;
        let same_block = self.blocks.at(words.span(before..before + 1).start)
            == self
                .blocks
                .at(words.span(sentence.start..sentence.start + 1).start);
        let bare = self.all[id].roles.is_empty();
        if !same_block || !bare || !self.is_agent(self.top(mention.words.clone())) {
            return None;
        }
        words
            .sentence(words.sentence_of(before))
            .rev()
            .find_map(|word| {
                self.of_word[word].filter(|&other| {
                    self.all[other].kind == EntityKind::Actor(ActorType::Unnamed)
                        && self.tells.contains(&other)
                })
            })
            .and_then(|other| self.party_of(other).or_else(|| self.by_neighbour(other)))
    }

    pub(super) fn has_office(&self, id: EntityId) -> bool {
        self.facts[id]
            .nouns
            .iter()
            .any(|noun| noun == "office-holder")
    }

    /// The parties that the persons of a set, but for one of them, act for.
    pub(super) fn served_by_others(
        &self,
        id: EntityId,
        persons: impl Iterator<Item = EntityId>,
    ) -> Vec<EntityId> {
        persons
            .filter(|&other| {
                other != id
                    && matches!(
                        self.all[other].kind,
                        EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
                    )
            })
            .filter_map(|other| self.party_of(other))
            .collect()
    }

    /// Somebody with an office but without a state: the one state at the table that nobody else acts for.
    pub(super) fn by_elimination(&self, id: EntityId) -> Option<EntityId> {
        let taken = self.served_by_others(id, 0..self.all.len());
        let left = (0..self.all.len())
            .filter(|&other| self.is_party_state(other) && !taken.contains(&other))
            .filter(|&other| self.mentions.iter().any(|mention| mention.entity == other));
        only(left)
    }

    fn by_companion(&self, id: EntityId) -> Option<EntityId> {
        self.companions
            .iter()
            .find(|(_, _, with)| *with == id)
            .and_then(|&(main, _, _)| self.party_of(main))
    }

    /// "Sorel's Social Democrats", "the Liberals of Ada Brun": whoever has a party.
    fn by_possession(&self, id: EntityId) -> Option<EntityId> {
        (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .find_map(|mention| {
                let of = (mention.words.start.checked_sub(2))
                    .filter(|_| self.form_at(mention.words.start - 1) == "of")
                    .filter(|&body| self.piece_at[body].is_some())
                    .and_then(|body| self.of_word[body])
                    .filter(|&body| {
                        self.all[body].kind == EntityKind::Actor(ActorType::PoliticalParty)
                    });
                if of.is_some() {
                    return of;
                }
                let end = mention.words.end;
                let owned = self.of_word.get(end + 1).copied().flatten()?;
                let party = matches!(
                    self.all[owned].kind,
                    EntityKind::Actor(
                        ActorType::PoliticalParty | ActorType::Movement | ActorType::ArmedGroup
                    )
                );
                (matches!(self.form_at(end), "'s" | "’s" | "'" | "’") && party).then_some(owned)
            })
    }

    /// A leader known by full name, or by surname with an office, whose country the report tells of.
    fn by_known_leader(&self, id: EntityId) -> Option<EntityId> {
        let country = self.leader_of(id)?;
        self.all.iter().position(|state| {
            state.kind == EntityKind::Actor(ActorType::State)
                && state.iso.as_deref() == Some(country)
        })
    }

    /// The same, whose country nobody names.
    fn by_leaders(&mut self, id: EntityId) -> Option<EntityId> {
        let country = self.leader_of(id)?;
        let name = self
            .lexicon
            .gazetteer
            .by_code(country)
            .map_or(country.to_owned(), |country| country.name.clone());
        Some(self.find_or_make(&name))
    }

    /// The country that one of the leaders of the gazetteer led.
    fn leader_of(&self, id: EntityId) -> Option<&'static str> {
        let name = &self.all[id].name;
        if !name.contains(' ') && self.facts[id].nouns.is_empty() {
            return None;
        }
        let leaders = self.lexicon.gazetteer.leader(name, None);
        let country = leaders.first()?.country;
        (leaders.iter().all(|leader| leader.country == country)).then_some(country)
    }

    pub(super) fn top_of_mention(&self, word: usize) -> usize {
        match self.piece_at[word] {
            Some(piece) => self.top(self.pieces[piece].words.clone()),
            None => word,
        }
    }
}

/// Whether a name ends in a noun, in lower case, or begins with it before "of": "the Port of Aster".
fn is_called(name: &str, noun: &str) -> bool {
    let mut words = name.split(' ');
    let first = words.next().filter(|_| words.next() == Some("of"));
    (name.rsplit(' ').next().into_iter().chain(first)).any(|word| word.to_lowercase() == noun)
}

/// The last word, in lower case: the name by which somebody has a turn of a transcript.
pub(super) fn last_word(text: &str) -> Option<String> {
    text.split_whitespace().last().map(str::to_lowercase)
}
