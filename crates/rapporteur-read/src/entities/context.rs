//! Offices without their owner: whose they are, by what the report is about.

use rapporteur_lexicon::RoleClass;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::gather::Work;
use super::parties::last_word;
use super::{EntityId, EntityKind, MentionKind};

impl Work<'_> {
    /// "Interior Commissioner Ada Brun", where the European Union or its Commission is at the table.
    pub(super) fn by_commission(&self, id: EntityId) -> Option<EntityId> {
        let of_union = self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            let office = title.strip_suffix(" commissioner");
            // "Commissioner Ada Brun"
            let bare = role.title == "Commissioner" || title == "european commissioner";
            role.of.is_none() && bare
                || role.of.is_none()
                    && office
                        .and_then(|office| office.rsplit(' ').next())
                        .is_some_and(|of| self.classes.has("portfolios", of) || of == "competition")
        });
        let known = |id: EntityId, name: &str| {
            self.facts[id]
                .known
                .is_some_and(|known| self.lexicon.organisations.all[known].name == name)
        };
        ["European Union", "European Commission"]
            .into_iter()
            .filter(|_| of_union)
            .find_map(|name| (0..self.all.len()).find(|&other| known(other, name)))
            .map(|body| self.party_of(body).unwrap_or(body))
    }

    /// Whether an office is held for one of the sides: of a state, of a delegation, a spokesman's.
    pub(super) fn stands_for_a_side(&self, id: EntityId) -> bool {
        self.serves_a_state(id)
            || self.is_of_government(id)
            || self.facts[id].nouns.iter().any(|noun| {
                matches!(noun.as_str(), "secretary" | "delegate" | "ambassador")
                    || (self.lexicon.roles.role_of(noun)).is_some_and(|role| {
                        matches!(role.class, RoleClass::Negotiator | RoleClass::Spokesperson)
                    })
            })
    }

    /// "Special envoy Nils Orme": sent by somebody.
    fn is_sent(&self, id: EntityId) -> bool {
        (self.facts[id].nouns.iter()).any(|noun| {
            (self.lexicon.roles.role_of(noun)).is_some_and(|role| role.class == RoleClass::Envoy)
        })
    }

    /// "President", "foreign minister", "Trade Representative", "Health Secretary", "chief prosecutor": offices of states
    /// alone.
    fn serves_a_state(&self, id: EntityId) -> bool {
        let titles = (self.all[id].roles.iter()).map(|role| role.title.as_str());
        let nouns = self.facts[id].nouns.iter().map(String::as_str);
        let of_state = titles.chain(nouns).any(|title| {
            (self.lexicon.roles.role_of(title)).is_some_and(|role| match role.class {
                RoleClass::HeadOfState => true,
                RoleClass::HeadOfGovernment => !title.to_lowercase().ends_with("executive"),
                RoleClass::Minister => !title.to_lowercase().ends_with("secretary"),
                RoleClass::SecurityOfficial => !title.to_lowercase().ends_with("chief of staff"),
                _ => false,
            })
        });
        // "Treasurer Ada Brun", where neither a union nor a party has one.
        let treasurer = !self.setting.labour
            && !self.setting.parties
            && (self.all[id].roles.iter())
                .any(|role| role.of.is_none() && role.title == "Treasurer");
        of_state || treasurer || self.prosecutes(id) || self.has_portfolio(id)
    }

    /// "Chief prosecutor Ada Brun", "the prosecutor general": of the state whose courts try somebody.
    fn prosecutes(&self, id: EntityId) -> bool {
        self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            (title.ends_with(" prosecutor") && !title.starts_with("former "))
                || title.starts_with("prosecutor general")
        })
    }

    /// "Health Secretary Ada Brun", "the foreign minister": a member of a government.
    pub(super) fn has_portfolio(&self, id: EntityId) -> bool {
        self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            let mut words = title.rsplit(' ');
            let noun = words.next().unwrap_or_default();
            let of = words.next().unwrap_or_default();
            matches!(noun, "minister" | "secretary")
                && self.classes.has_any(&["portfolios", "briefs"], of)
        })
    }

    /// "government negotiator Ana Lomo", "who leads the government delegation": of no rebels.
    fn is_of_government(&self, id: EntityId) -> bool {
        self.all[id].roles.iter().any(|role| {
            let of = (role.of.as_deref()).filter(|of| of.starts_with("government"));
            role.title
                .split(' ')
                .chain(of.map(|_| "government"))
                .any(|word| {
                    matches!(
                        word.to_lowercase().as_str(),
                        "government" | "state" | "presidential" | "official"
                    )
                })
        })
    }

    /// "Trade Minister Ada Brun said Merin would not reopen it": an office-holder tells what her own state will or can do.
    fn state_told_of(&self, at: usize, sentence: std::ops::Range<usize>) -> Option<EntityId> {
        let words = self.words;
        let subject = (at..sentence.end).find(|&word| {
            words.rel(word) == Rel::Nsubj
                && words.head(word).is_some_and(|verb| {
                    words.rel(verb) == Rel::Ccomp
                        && words.child(verb, &[Rel::Aux]).is_some_and(|modal| {
                            words.xpos(modal) == Xpos::Md
                                && !matches!(words.lemma(modal), "should" | "must")
                        })
                        && (words.head(verb))
                            .and_then(|says| words.child(says, &[Rel::Nsubj]))
                            .is_some_and(|speaker| speaker >= at && speaker < word)
                })
        })?;
        self.of_word[subject]
            .filter(|&state| self.all[state].kind == EntityKind::Actor(ActorType::State))
    }

    /// An office of state without its state ("Prime Minister Nela Lukan"): the state whose doings she tells, or the one
    /// that was spoken of last and that nobody else in the sentence acts for.
    pub(super) fn by_context(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let facts = &self.facts[id];
        if self.has_office(id) && facts.nouns.len() == 1 {
            return self.by_elimination(id);
        }
        if facts.neutral || !self.stands_for_a_side(id) && !self.is_sent(id) {
            return None;
        }
        let mention = self
            .mentions
            .iter()
            .filter(|mention| mention.entity == id)
            .min_by_key(|mention| mention.head)?;
        let at = mention.words.start;
        // In somebody's turn of a briefing, an office without a state is one of the speaker's own side.
        if let Some(speaker) = self.turn_at(at).filter(|&speaker| speaker != id) {
            return self.party_of(speaker);
        }
        // "Merin has leaned on both. Special envoy Nils Orme urged them": whoever sends one was the subject before.
        if !self.stands_for_a_side(id) {
            return self.subject_before_sentence(at);
        }
        let sentence = words.sentence_of(at);
        let range = words.sentence(sentence);
        let of_a_government = self.is_of_government(id);
        let of_a_state = of_a_government || self.serves_a_state(id);
        let state = |word: usize| {
            self.of_word[word].filter(|&other| {
                if of_a_state && (self.is_a_government(other) || self.is_part(other)) {
                    return true;
                }
                if of_a_state && !self.is_party_state(other) {
                    return false;
                }
                matches!(
                    self.all[other].kind,
                    EntityKind::Actor(
                        ActorType::State
                            | ActorType::InternationalOrganisation
                            | ActorType::Movement
                            | ActorType::ArmedGroup
                    )
                )
            })
        };
        let spokes = facts.nouns.iter().any(|noun| noun.starts_with("spokes"));
        // The subject of what is told in the same sentence; "the government" of whoever acts, not of its guests.
        let acts = self.is_agent(self.top_of_mention(at)) || self.tells_behind(mention.words.end);
        let subject = (range.start..at).find(|&word| {
            matches!(
                words.rel(words.first_conjunct(word)),
                Rel::Nsubj | Rel::NsubjPass
            ) && state(word).is_some()
                && acts
                && (self.piece_at[word].is_some()
                    || matches!(words.lemma(word), "government" | "it"))
        });
        if let Some(subject) = subject {
            return state(subject);
        }
        let told_of = self.state_told_of(at, range.clone());
        if told_of.is_some() && of_a_state {
            return told_of;
        }
        // The subject of the sentence before, in the same paragraph.
        let before = range.start.checked_sub(1).filter(|&before| {
            self.blocks.at(words.span(before..before + 1).start)
                == self
                    .blocks
                    .at(words.span(range.start..range.start + 1).start)
        });
        let acted = before.and_then(|before| {
            let sentence = words.sentence(words.sentence_of(before));
            let root = sentence.clone().find(|&word| words.head(word).is_none())?;
            words.child(root, &[Rel::Nsubj]).and_then(state)
        });
        if acted.is_some() {
            return acted;
        }
        // A paragraph is about whoever is tried as well.
        if self.prosecutes(id) {
            return self.state_of_dateline().or_else(|| self.mainly_about());
        }
        let own = of_a_state.then(|| self.state_spoken_for(id));
        if let Some(own) = own.flatten() {
            return Some(own);
        }
        // "the government of Orveth", and of no other state.
        if of_a_government {
            let mut governing: Vec<EntityId> = (0..words.len())
                .filter(|&word| words.lemma(word) == "government")
                .filter_map(state)
                .collect();
            governing.sort_unstable();
            governing.dedup();
            if let [only] = governing[..] {
                return Some(only);
            }
        }
        // Whoever acted in the sentence before, for a spokesman; the state named last, for others.
        let present = range.clone().filter_map(|word| self.of_word[word]);
        let taken = self.served_by_others(id, present);
        if spokes {
            // "Mr Sok made plain that Merin would go to court unless Tolsk's soldiers left. Government spokeswoman Ada Brun
            // denied": of whoever told it, not of whoever was told of.
            let teller = before.and_then(|before| {
                let sentence = words.sentence(words.sentence_of(before));
                let root = sentence.clone().find(|&word| words.head(word).is_none())?;
                let subject = words.child(root, &[Rel::Nsubj])?;
                self.of_word[subject].and_then(|other| self.party_of(other))
            });
            if teller.is_some() {
                return teller;
            }
            let before = (range.start.saturating_sub(60)..range.start)
                .rev()
                .find_map(|word| {
                    let other = self.of_word[word]?;
                    let acts = self.is_agent(self.top_of_mention(word));
                    acts.then(|| self.party_of(other)).flatten()
                });
            if before.is_some() {
                return before;
            }
        }
        let about = of_a_state.then(|| self.state_of_paragraph(id, at));
        if let Some(about) = about.flatten() {
            return Some(about);
        }
        (self.only_state(id, range, &taken, state))
            .or_else(|| self.mainly_about().filter(|_| of_a_state))
            .or_else(|| self.state_of_dateline().filter(|_| of_a_state))
            .or_else(|| self.state_left(id, at).filter(|_| of_a_state))
    }

    /// The state that was named most often before a word, of those that act and for which nobody else speaks.
    fn state_left(&self, id: EntityId, at: usize) -> Option<EntityId> {
        let served = self.served_by_others(id, 0..self.all.len());
        let mut counts: Vec<(usize, EntityId)> = (0..self.all.len())
            .filter(|state| {
                self.is_party_state(*state)
                    && self.facts[*state].acts > 0
                    && !served.contains(state)
            })
            .map(|state| {
                let named = (self.mentions.iter())
                    .filter(|mention| mention.entity == state && mention.head < at)
                    .filter(|mention| mention.kind != MentionKind::Pronoun);
                (named.count(), state)
            })
            .collect();
        counts.sort_unstable_by(|one, other| other.cmp(one));
        match counts[..] {
            [(most, only)] if most > 0 => Some(only),
            [(most, first), (next, _), ..] if most > next => Some(first),
            _ => None,
        }
    }

    /// The state in whose capital a report is written, if it is one of those spoken of.
    fn state_of_dateline(&self) -> Option<EntityId> {
        let place = (self.blocks.dateline.as_ref()?.place?).of(self.words.text);
        // "GDANSK", "DAR ES SALAAM": no capital
        let city = || {
            let city = self
                .lexicon
                .gazetteer
                .city(place)
                .filter(|city| !city.ambiguous)?;
            (0..self.all.len()).find(|&id| {
                self.facts[id].country.is_some_and(|index| {
                    std::ptr::eq(&self.lexicon.gazetteer.countries[index], city.country)
                })
            })
        };
        (self.state_with_capital(place).or_else(city)).filter(|&state| self.is_party_state(state))
    }

    /// The state of the report whose capital a place is.
    pub(super) fn state_with_capital(&self, place: &str) -> Option<EntityId> {
        let country = self.lexicon.gazetteer.capital_of(place)?;
        (0..self.all.len()).find(|&id| {
            self.all[id].kind == EntityKind::Actor(ActorType::State)
                && self.facts[id].country.is_some_and(|index| {
                    std::ptr::eq(&self.lexicon.gazetteer.countries[index], country)
                })
        })
    }

    /// "The government", "the cabinet", "the foreign ministry", of which nobody tells whose they are: of the state that the
    /// report is about.
    pub(super) fn seat_own_government(&mut self) {
        const OF_GOVERNMENT: &[&str] = &[
            "government",
            "cabinet",
            "ministry",
            "treasury",
            "army",
            "junta",
            "regime",
        ];
        let about = self.mostly_about(2);
        for id in 0..self.all.len() {
            let name = self.all[id].name.to_lowercase();
            let last = name.rsplit(' ').next().unwrap_or_default();
            let plain = self.all[id].name.starts_with(char::is_lowercase)
                || last == "ministry"
                || name.starts_with("ministry of ");
            let governs = OF_GOVERNMENT.contains(&last) || name.starts_with("ministry of ");
            if self.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                && plain
                && governs
                && self.facts[id].known.is_none()
                && self.facts[id].owners.is_empty()
                && self.party_of(id).is_none_or(|party| party == id)
                && let Some(state) = about
                    .or_else(|| self.state_beside(id))
                    .or_else(|| self.state_of_dateline())
            {
                self.all[id].party = Some(state);
            }
        }
    }

    /// "Croatia holds 54 percent. … The government welcomed the bid": the one state that takes part in the paragraphs that
    /// tell of a government.
    fn state_beside(&self, id: EntityId) -> Option<EntityId> {
        let mut states = (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .filter_map(|mention| self.blocks.at(self.words.span(mention.words.clone()).start))
            .flat_map(|block| self.words.inside(self.blocks.items[block].span))
            .filter(|&word| self.piece_at[word].is_some())
            // "talks with Merin": the other side.
            .filter(|&word| {
                !matches!(
                    self.preposition(word),
                    Some("with" | "against" | "in" | "from" | "to" | "at")
                )
            })
            .filter_map(|word| self.of_word[word])
            .filter(|&state| self.is_party_state(state));
        let first = states.next()?;
        states.all(|other| other == first).then_some(first)
    }

    /// "the Union Government", of no state that is named: the ministers' own.
    fn is_a_government(&self, id: EntityId) -> bool {
        let entity = &self.all[id];
        if entity.kind != EntityKind::Actor(ActorType::GovernmentBody) {
            return false;
        }
        let name = entity.name.to_lowercase();
        (name.ends_with(" government") || name.starts_with("government of "))
            && self.party_of(id).is_none_or(|party| party == id)
    }

    /// "The Province of Orle", "the Aster Isles": part of a state with a government of its own.
    pub(super) fn is_a_land(&self, id: EntityId) -> bool {
        const LANDS: &[&str] = &[
            "province",
            "state",
            "canton",
            "region",
            "territory",
            "islands",
            "isles",
            "länder",
            "duchy",
            "principality",
        ];
        let entity = &self.all[id];
        let name = entity.name.to_lowercase();
        let (first, last) = (name.split(' ').next(), name.rsplit(' ').next());
        entity.kind == EntityKind::Actor(ActorType::GovernmentBody)
            && name.contains(' ')
            && (first.is_some_and(|word| LANDS.contains(&word))
                || last.is_some_and(|word| LANDS.contains(&word)))
            && self.party_of(id).is_none_or(|party| party == id)
    }

    /// "The Government of Aster": of Aster where that is a state of the report; else it stands for itself.
    pub(super) fn seat_governments_apart(&mut self) {
        for id in 0..self.all.len() {
            if !self.is_a_government(id) {
                continue;
            }
            let of = self.all[id]
                .name
                .split_once(" of ")
                .map(|(_, of)| of.to_owned());
            let state = of.and_then(|of| {
                self.all.iter().position(|state| {
                    state.kind == EntityKind::Actor(ActorType::State) && state.name == of
                })
            });
            self.all[id].party = Some(state.unwrap_or(id));
        }
    }

    /// The state that a report is about: the only one and acting, or named three times and thrice as often as any other.
    fn mainly_about(&self) -> Option<EntityId> {
        self.mostly_about(3)
    }

    /// The same of one named so many times as often as any other.
    pub(super) fn mostly_about(&self, times: usize) -> Option<EntityId> {
        let mut counts: Vec<(usize, EntityId)> = (0..self.all.len())
            .filter(|&id| self.is_party_state(id))
            .map(|id| {
                let named = (self.mentions.iter())
                    .filter(|mention| mention.entity == id && mention.kind != MentionKind::Pronoun);
                (named.count(), id)
            })
            .collect();
        counts.sort_unstable_by(|one, other| other.cmp(one));
        match counts[..] {
            [(_, id)] if self.facts[id].acts > 0 => Some(id),
            [(most, id)] if most >= 3 => Some(id),
            [(most, id), (next, _), ..] if most >= times * next.max(1) && most > 2 => Some(id),
            _ => None,
        }
    }

    /// The one body that nobody else speaks for, of those named before a sentence; else of those named behind it. Of
    /// several, nobody knows which.
    fn only_state(
        &self,
        id: EntityId,
        sentence: std::ops::Range<usize>,
        taken: &[EntityId],
        state: impl Fn(usize) -> Option<EntityId>,
    ) -> Option<EntityId> {
        let others: Vec<EntityId> = (0..self.all.len())
            .filter(|&other| {
                other != id && self.all[other].kind == EntityKind::Actor(ActorType::Person)
            })
            .filter_map(|other| self.all[other].party.or_else(|| self.owned_by(other, 6)))
            .collect();
        let one = |words: std::ops::Range<usize>| {
            let mut found: Vec<EntityId> = Vec::new();
            for other in words
                .filter(|&word| self.piece_at[word].is_some())
                // "Talks with Merin opened": the other side.
                .filter(|&word| self.preposition(word) != Some("with"))
                .filter_map(&state)
            {
                if !found.contains(&other) && !taken.contains(&other) {
                    found.push(other);
                }
            }
            let free: Vec<EntityId> = (found.iter().copied())
                .filter(|other| !others.contains(other))
                .collect();
            match (free.as_slice(), found.as_slice()) {
                (&[only], _) | (&[], &[only]) => Some(only),
                _ => None,
            }
        };
        one(0..sentence.start).or_else(|| one(sentence.end..self.words.len()))
    }

    /// Whose turn of a transcript a word stands in.
    fn turn_at(&self, word: usize) -> Option<EntityId> {
        let block = self.blocks.at(self.words.span(word..word + 1).start)?;
        if let Some(turn) = self.turns[block] {
            return turn.speaker;
        }
        let label = self.blocks.items[block].label?.of(self.words.text);
        let wanted = last_word(label.split(" (").next().unwrap_or(label))?;
        (0..self.all.len()).find(|&id| {
            self.all[id].kind == EntityKind::Actor(ActorType::Person)
                && last_word(&self.all[id].name).as_ref() == Some(&wanted)
        })
    }
}
