//! Who answers in a talk: by the label of the turn, or as the one whom the paragraphs before the talk introduce.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_model::{ActorType, BlockKind};
use rapporteur_syntax::Rel;

use super::gather::Work;
use super::given_names::begins_given;
use super::parties::last_word;
use super::talk::plain;
use super::{EntityId, EntityKind, MentionKind, only};

/// What whoever asks does to whoever answers.
const MEETS: &[&str] = &[
    "meet",
    "interview",
    "ask",
    "visit",
    "question",
    "catch",
    "join",
    "reach",
    "find",
    "telephone",
    "phone",
    "call",
];

/// The same with a preposition.
const SPEAKS_WITH: &[&str] = &["speak", "talk", "sit", "chat", "converse", "meet"];

/// What whoever answers does to those who ask, if they are "us", "me" or the outlet.
const RECEIVES: &[&str] = &[
    "receive", "tell", "meet", "welcome", "answer", "take", "greet", "give", "grant", "invite",
    "speak", "talk", "sit", "explain", "join",
];

/// What somebody is told to be or do who is introduced.
const HEADS: &[&str] = &[
    "lead",
    "head",
    "chair",
    "run",
    "represent",
    "negotiate",
    "command",
    "speak",
    "preside",
    "be",
    "serve",
    "become",
    "direct",
];

/// Forms of address before a name in a label.
const ADDRESS: &[&str] = &[
    "mr",
    "shri",
    "shrimati",
    "smt",
    "hon",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "judge",
    "justice",
    "senator",
    "sen",
    "representative",
    "rep",
    "congressman",
    "congresswoman",
    "secretary",
    "minister",
    "ambassador",
    "director",
    "governor",
    "general",
    "colonel",
    "admiral",
    "captain",
    "commissioner",
    "chairman",
    "chairwoman",
    "councillor",
    "councilman",
    "councilwoman",
    "president",
    "chancellor",
    "undersecretary",
    "spokesperson",
    "spokesman",
    "spokeswoman",
];

/// The office in a label: "PRESIDENT" of "THE PRESIDENT".
fn office_of(label: &str) -> &str {
    let label = label.trim();
    match label.split_once(' ') {
        Some((the, office)) if the.eq_ignore_ascii_case("the") => office,
        _ => label,
    }
}

/// The name in a label that calls a person: "Holm" in "MS. HOLM", "Ada Holm" in "SENATOR ADA HOLM".
fn name_in_label(label: &str) -> Option<String> {
    let label = label.split(['(', '[', ',']).next()?.trim();
    let bare = |word: &str| word.trim_end_matches('.').to_lowercase();
    let (title, name) = label.split_once(' ')?;
    let titled = ADDRESS.contains(&bare(title).as_str());
    let fits = name.split(' ').count() <= 3
        && name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’'))
        && name
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase));
    (titled && fits).then(|| in_title_case(name))
}

/// "ADA O'HOLM-BRUN" as names are written: "Ada O'Holm-Brun".
fn in_title_case(name: &str) -> String {
    if name.chars().any(char::is_lowercase) && name.starts_with(char::is_uppercase) {
        return name.to_owned();
    }
    let mut begins = true;
    let mut written = String::new();
    for letter in name.chars() {
        if begins {
            written.extend(letter.to_uppercase());
        } else {
            written.extend(letter.to_lowercase());
        }
        begins = !letter.is_alphabetic();
    }
    written
}

/// Last words of names of parties, as they stand in brackets behind those who speak in a chamber.
const PARTIES: &[&str] = &[
    "alliance",
    "bloc",
    "centre",
    "coalition",
    "communists",
    "conservatives",
    "democrats",
    "front",
    "greens",
    "labour",
    "league",
    "left",
    "liberals",
    "list",
    "moderates",
    "movement",
    "nationalists",
    "party",
    "progressives",
    "radicals",
    "republicans",
    "revival",
    "socialists",
    "union",
    "unionists",
];

/// What stands first in the brackets of a label: "Velmar" of "Ada Holm (Velmar, for the group)".
fn seat_of(label: &str) -> Option<&str> {
    let (_, seat) = label.split_once('(')?;
    let seat = seat.trim_end_matches(')').split([',', ';']).next()?.trim();
    (!seat.is_empty()).then_some(seat)
}

/// Whom a label calls.
#[derive(Debug, Clone, Copy)]
enum Speaker {
    Known(EntityId),
    /// The one who answers, whoever that is.
    Alone,
    Nobody,
}

impl Work<'_> {
    /// Tells every answer of a talk who gives it.
    pub fn link_turns(&mut self) {
        let text = self.words.text;
        let labels: BTreeSet<&str> = (self.turns.iter().flatten())
            .filter(|turn| !turn.asks)
            .filter_map(|turn| Some(turn.label?.of(text)))
            .collect();
        let speakers = self.speakers(&labels);
        let mut alone: Option<Option<EntityId>> = None;
        for block in 0..self.turns.len() {
            let Some(turn) = self.turns[block].filter(|turn| !turn.asks) else {
                continue;
            };
            let speaker = match turn.label.map(|label| speakers[label.of(text)]) {
                Some(Speaker::Known(id)) => Some(id),
                Some(Speaker::Nobody) => None,
                Some(Speaker::Alone) | None => *alone.get_or_insert_with(|| self.interviewee()),
            };
            // "Spokesperson: Ada Holm": who it is, and nothing said.
            let said = self.blocks.items[block].span.of(text).trim();
            let speaker = speaker.filter(|&id| self.all[id].name != said);
            self.turns[block] = Some(super::talk::Turn { speaker, ..turn });
        }
    }

    /// Whom each label of answers calls.
    fn speakers<'l>(&mut self, labels: &BTreeSet<&'l str>) -> BTreeMap<&'l str, Speaker> {
        // "ADA HOLM" before "HOLM"
        let mut ordered: Vec<&'l str> = labels.iter().copied().collect();
        ordered.sort_by_key(|label| std::cmp::Reverse(plain(label).split(' ').count()));
        let labels = ordered;
        let of_states = labels.iter().any(|label| {
            seat_of(label).is_some_and(|seat| self.lexicon.gazetteer.country(seat).is_some())
        });
        let called: Vec<Option<EntityId>> = labels.iter().map(|label| self.called(label)).collect();
        let office =
            |work: &Self, label: &str| work.lexicon.roles.role_of(office_of(label)).is_some();
        // Where labels tell names, an office is somebody else's.
        let names = (labels.iter().zip(&called)).any(|(label, called)| {
            called.is_some() || !office(self, label) && name_in_label(label).is_some()
        });
        (labels.iter().zip(called))
            .map(|(&label, called)| {
                let answers = matches!(plain(label).as_str(), "a" | "answer");
                let office = office(self, label);
                let speaker = if let Some(called) = called {
                    Speaker::Known(called)
                } else if answers || office && !names {
                    Speaker::Alone
                } else if office {
                    Speaker::Known(self.office_holder(label))
                } else {
                    (self.called(label).map(Speaker::Known)).unwrap_or_else(|| {
                        let name = name_in_label(label).or_else(|| self.name_alone(label));
                        name.map_or(Speaker::Nobody, |name| Speaker::Known(self.speaker(name)))
                    })
                };
                if let Speaker::Known(id) = speaker {
                    self.seat_labelled(id, label, of_states);
                }
                (label, speaker)
            })
            .collect()
    }

    /// "ADA HOLM", "Ada Holm (Meadow Party)": a name in full, without a title.
    fn name_alone(&self, label: &str) -> Option<String> {
        let name = label.split(['(', '[', ',']).next()?.trim();
        let count = name.split(' ').count();
        let fits = (2..=4).contains(&count)
            && name.split(' ').all(|word| {
                word.starts_with(char::is_uppercase)
                    && word
                        .chars()
                        .all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
                    && self.lexicon.roles.role_of(&word.to_lowercase()).is_none()
            });
        // "IN THE CORRIDORS", "NEXT STEPS": what is told of, and nobody's name.
        let named = label.contains('(') || begins_given(self.classes, &in_title_case(name));
        (fits && named).then(|| in_title_case(name))
    }

    /// "Ada Holm (Meadow Party)", "Ada Holm, Velmar (9.10)": whose she is, where the report knows the body.
    fn seat_labelled(&mut self, id: EntityId, label: &str, of_states: bool) {
        let bracket = label
            .split_once('(')
            .map(|(_, seat)| seat.trim_end_matches(')'));
        let place = label
            .split('(')
            .next()
            .and_then(|name| name.split_once(", "))
            .map(|(_, place)| place);
        let names = place
            .into_iter()
            .chain(bracket)
            .flat_map(|names| names.split([',', ';']));
        let names: Vec<String> = names
            .map(|name| {
                name.trim()
                    .trim_start_matches("the ")
                    .trim_start_matches("The ")
                    .to_owned()
            })
            .filter(|name| !name.is_empty())
            .collect();
        let same = |one: &str, name: &str| {
            let one = one.to_lowercase();
            one.strip_prefix("the ").unwrap_or(&one) == name.to_lowercase()
        };
        let party = names.iter().find_map(|name| {
            (0..self.all.len()).find(|&body| {
                let entity = &self.all[body];
                let stands = matches!(
                    entity.kind,
                    EntityKind::Actor(kind) if !matches!(kind, ActorType::Person | ActorType::Unnamed)
                );
                stands && (same(&entity.name, name) || entity.aliases.iter().any(|alias| same(alias, name)))
            })
        });
        let party = party.or_else(|| {
            let name = names.first()?;
            let country = self.lexicon.gazetteer.country(name)?.name.clone();
            Some(self.find_or_make(&country))
        });
        // "(National Democrats)": a party by its name, that nobody names elsewhere.
        let party = party.or_else(|| {
            let written = seat_of(label)?;
            let last = written.rsplit(' ').next()?;
            let of_party = PARTIES.contains(&last.to_lowercase().as_str())
                || (written.split(' ').next()).is_some_and(|first| first == "Party");
            of_party.then(|| {
                let body = self.make(
                    written.to_owned(),
                    EntityKind::Actor(ActorType::PoliticalParty),
                );
                self.all[body].party = Some(body);
                body
            })
        });
        // "(Velmar)", where others have a state there.
        let party = party.or_else(|| {
            let seat = seat_of(label).filter(|seat| {
                of_states
                    && seat.split(' ').count() <= 3
                    && seat
                        .split(' ')
                        .all(|word| word.starts_with(char::is_uppercase))
            })?;
            let state = self.make(seat.to_owned(), EntityKind::Actor(ActorType::State));
            self.all[state].party = Some(state);
            Some(state)
        });
        if let Some(party) = party {
            let party = self.all[party].party.unwrap_or(party);
            self.all[id].party.get_or_insert(party);
        }
    }

    /// "THE PRESIDENT": the one person with that office, else somebody of whom no more is known.
    fn office_holder(&mut self, label: &str) -> EntityId {
        let office = office_of(label).to_lowercase();
        let holds = |id: &EntityId| {
            let entity = &self.all[*id];
            let titled = entity.roles.iter().any(|role| {
                let title = role.title.to_lowercase();
                title == office
            });
            titled && entity.kind == EntityKind::Actor(ActorType::Person)
                || entity.kind == EntityKind::Actor(ActorType::Unnamed)
                    && entity.name.to_lowercase() == office
        };
        let known = only((0..self.all.len()).filter(holds));
        known.unwrap_or_else(|| {
            let id = self.make(
                in_title_case(&office),
                EntityKind::Actor(ActorType::Unnamed),
            );
            self.tells.push(id);
            id
        })
    }

    /// "MS. HOLM", of whom nothing else is told: a person of that name.
    fn speaker(&mut self, name: String) -> EntityId {
        let known = self.all.iter().position(|entity| {
            entity.kind == EntityKind::Actor(ActorType::Person) && entity.name == name
        });
        known.unwrap_or_else(|| {
            let id = self.make(name, EntityKind::Actor(ActorType::Person));
            self.facts[id].named = 1;
            id
        })
    }

    /// Who answers the question that a word stands in.
    pub(super) fn answerer(&self, word: usize) -> Option<EntityId> {
        let block = self.block_of(word)?;
        self.turns[block].filter(|turn| turn.asks)?;
        (block + 1..self.turns.len())
            .filter_map(|next| self.turns[next])
            .find(|turn| !turn.asks)
            .and_then(|turn| turn.speaker)
    }

    /// Who gives the answer that a word stands in.
    pub(super) fn answers(&self, word: usize) -> Option<EntityId> {
        let block = self.block_of(word)?;
        self.turns[block]
            .filter(|turn| !turn.asks)
            .and_then(|turn| turn.speaker)
    }

    /// The party that is named most beside one's own, where no third comes near.
    pub(super) fn other_side(&self, own: EntityId) -> Option<EntityId> {
        let mut named: Vec<(u32, EntityId)> = (0..self.all.len())
            .filter(|&id| {
                id != own
                    && self.party_of(id).is_none_or(|party| party == id)
                    && matches!(
                        self.all[id].kind,
                        EntityKind::Actor(kind) if !matches!(
                            kind,
                            ActorType::Person
                                | ActorType::Unnamed
                                | ActorType::Media
                                | ActorType::InternationalOrganisation
                        )
                    )
            })
            .map(|id| (self.facts[id].acts * 2 + self.facts[id].named, id))
            .collect();
        named.sort_unstable_by(|one, other| other.cmp(one));
        match named[..] {
            [(_, id)] => Some(id),
            [(most, id), (next, _), ..] if most >= 2 * next => Some(id),
            _ => None,
        }
    }

    fn block_of(&self, word: usize) -> Option<usize> {
        self.blocks.at(self.words.span(word..word + 1).start)
    }

    /// The person whom a label calls: by the last name, by the full or the first name, by the first letters.
    fn called(&self, label: &str) -> Option<EntityId> {
        let label = plain(label);
        let persons = || {
            (0..self.all.len())
                .filter(|&id| self.all[id].kind == EntityKind::Actor(ActorType::Person))
        };
        let last = last_word(&label)?;
        let full = persons().find(|&id| self.all[id].name.to_lowercase() == label);
        let surname = persons().find(|&id| {
            self.all[id].name.contains(' ') && last_word(&self.all[id].name).as_ref() == Some(&last)
        });
        let only = |fits: &dyn Fn(&str) -> bool| {
            let mut found = persons().filter(|&id| {
                self.all[id].name.contains(' ') && fits(&self.all[id].name.to_lowercase())
            });
            found.next().filter(|_| found.next().is_none())
        };
        let first = || only(&|name| name.split(' ').next() == Some(label.as_str()));
        let letters = || {
            let short = (2..=4).contains(&label.len()) && label.chars().all(char::is_alphabetic);
            only(&|name| {
                short
                    && name
                        .split([' ', '-'])
                        .filter_map(|word| word.chars().next())
                        .eq(label.chars())
            })
        };
        // "MS. RUTH HOLM", whom the others call "Ms. Holm"
        let alone = || {
            persons().find(|&id| label.contains(' ') && self.all[id].name.to_lowercase() == last)
        };
        surname
            .or(full.filter(|&id| self.all[id].name.contains(' ')))
            .or_else(first)
            .or_else(letters)
            .or(full)
            .or_else(alone)
    }

    /// The person whom the report introduces before a talk: whom somebody met or asked, who received those who ask, who is
    /// told to lead or to be something; else the only one who is named there.
    pub(super) fn interviewee(&self) -> Option<EntityId> {
        let first = self.turns.iter().position(Option::is_some)?;
        let end = self.blocks.items[first].span.start;
        let mut found: Vec<(i32, EntityId)> = Vec::new();
        for mention in &self.mentions {
            let id = mention.entity;
            let start = self.words.span(mention.words.clone()).start;
            let Some(block) = self.blocks.at(start).filter(|_| start < end) else {
                continue;
            };
            if self.all[id].kind != EntityKind::Actor(ActorType::Person)
                || mention.kind != MentionKind::Name
            {
                continue;
            }
            let weight = match self.blocks.items[block].kind {
                BlockKind::Byline => -6,
                BlockKind::Paragraph | BlockKind::ListItem => self.introduction(mention.head),
                _ => 1,
            };
            match found.iter_mut().find(|(_, other)| *other == id) {
                Some((sum, _)) => *sum += weight,
                None => found.push((weight, id)),
            }
        }
        for (sum, id) in &mut found {
            *sum +=
                i32::from(!self.all[*id].roles.is_empty() || !self.facts[*id].owners.is_empty());
        }
        let best = found
            .iter()
            .map(|&(sum, _)| sum)
            .max()
            .filter(|&sum| sum >= 0)?;
        found
            .iter()
            .find(|&&(sum, _)| sum == best)
            .map(|&(_, id)| id)
    }

    /// How much a mention speaks for being the one who answers.
    fn introduction(&self, head: usize) -> i32 {
        let words = self.words;
        let first = words.first_conjunct(head);
        let Some(verb) = words.head(first) else {
            return 1;
        };
        let lemma = words.lemma(verb);
        let us = |at: usize| {
            matches!(words.lower(at), "us" | "me" | "i" | "we")
                || self.of_word[at]
                    .is_some_and(|id| self.all[id].kind == EntityKind::Actor(ActorType::Media))
                || matches!(
                    words.lemma(at),
                    "newspaper" | "question" | "reporter" | "interview" | "magazine"
                )
        };
        match words.rel(first) {
            Rel::Nsubj => {
                let meets = MEETS.contains(&lemma)
                    && words.object(verb).is_some_and(|met| {
                        matches!(words.lower(met), "her" | "him" | "them")
                            || self.of_word[met].is_some()
                    })
                    || SPEAKS_WITH.contains(&lemma)
                        && words
                            .with_case(verb, &["to", "with"])
                            .any(|met| matches!(words.lower(met), "her" | "him" | "them"));
                let receives = RECEIVES.contains(&lemma)
                    && (words.children(verb).any(us)
                        || words
                            .children(verb)
                            .filter(|&at| at > verb)
                            .any(|at| words.children(at).any(us)));
                if receives {
                    3
                } else if meets {
                    -4
                } else if HEADS.contains(&lemma) || words.child(verb, &[Rel::Cop]).is_some() {
                    3
                } else {
                    1
                }
            }
            Rel::Obj | Rel::Iobj if MEETS.contains(&lemma) => 3,
            Rel::Obl
                if SPEAKS_WITH.contains(&lemma)
                    && words
                        .child(first, &[Rel::Case])
                        .is_some_and(|case| matches!(words.lemma(case), "to" | "with")) =>
            {
                3
            }
            Rel::OblAgent => -4,
            Rel::Obl | Rel::Nmod => {
                let case = words
                    .child(first, &[Rel::Case])
                    .map_or("", |case| words.lemma(case));
                match (lemma, case) {
                    ("interview" | "conversation" | "talk" | "interviewer", "with") => 3,
                    (_, "by") => -4,
                    _ => 0,
                }
            }
            _ => 0,
        }
    }
}
