//! Entities: who and what the report speaks of, each with all its mentions.

mod acting;
mod addressed;
mod answering;
mod apposed_people;
mod belonging;
mod bracketed;
mod briefs;
mod called;
mod callings;
mod capitals;
mod classes;
mod context;
mod demonyms;
mod described;
mod discourse;
mod doubts;
mod evidence;
mod finish;
mod gather;
mod given_names;
mod headed;
mod insolvency;
mod interviewee;
mod introduced;
mod joined;
mod kinds;
mod known;
mod leading;
pub mod learned;
pub mod linked;
mod local;
mod mentioned;
mod nameless;
mod names;
mod office_before;
mod official;
mod openings;
mod opposition;
mod organisations;
mod origins;
mod paired;
mod parties;
mod parts;
mod phrases;
mod presiding;
mod roles;
mod seated;
mod short_names;
mod speaking;
mod staff;
mod states;
mod talk;
#[cfg(test)]
mod tests;
mod titled;
mod told;
mod told_bodies;
mod trading;
mod verdict;
mod whose_office;
mod wills;

use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::ActorType;

use self::gather::Work;
pub use self::talk::Turn;
use crate::blocks::Blocks;
use crate::words::Words;

/// Index into [`Entities::all`].
pub type EntityId = usize;

/// Every entity of a report, and which words refer to which.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entities {
    /// The entities, in the order of their first mention.
    pub all: Vec<Entity>,
    /// Every mention, in order of its head word.
    pub mentions: Vec<Mention>,
    /// For each word, the entity of the mention that it **heads** ("Fenn" in "Ravaland envoy Mina Fenn", "she",
    /// "its", "Orveth" in "Orveth President", "Beloran" in "the Beloran army"). The other words of a name, and the noun of a
    /// title ("envoy"), have the entity too, so that it is found wherever the tree puts the head.
    pub of_word: Vec<Option<EntityId>>,
    /// For each block, the turn of a talk that it is.
    pub turns: Vec<Option<Turn>>,
    /// Bodies that are told only as those of somebody, until it is settled whose they are: whose, and which.
    own_bodies: Vec<(EntityId, EntityId)>,
}

/// One mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its words, without relative clauses and appositions.
    pub words: Range<usize>,
    /// Its head.
    pub head: usize,
    /// Whom it refers to.
    pub entity: EntityId,
    /// How it refers.
    pub kind: MentionKind,
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// By name ("Mina Fenn", "Tolsk").
    Name,
    /// By demonym or adjective ("Beloran").
    Adjective,
    /// By description ("the envoy", "two diplomats").
    Nominal,
    /// By pronoun ("she", "its").
    Pronoun,
}

/// What sort of thing an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// Somebody who can act or speak.
    Actor(ActorType),
    /// A place that does not act.
    Place,
    /// Anything else that has a name.
    Thing,
}

/// One entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Fullest form of its name, without title or article; for countries their common name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other forms of the name in this report.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-3, for states.
    pub iso: Option<String>,
    /// The entity it acts or speaks for; a state, group, company or union is its own.
    pub party: Option<EntityId>,
    /// Offices: title as written, and of what.
    pub roles: Vec<EntityRole>,
    /// Relations to other entities ("son-in-law", "accompanied by").
    pub relations: Vec<(String, EntityId)>,
    /// Members, for groups.
    pub members: Vec<EntityId>,
    /// Whether it is an actor of the record: named, or an unnamed speaker, holder or companion. A body that only
    /// occurs in a title, a place, or an addressee is not.
    pub in_record: bool,
    /// A state of which only is told that somebody or something is from there.
    pub(crate) origin: bool,
}

impl Entity {
    /// Whether somebody leads a meeting and speaks for no side: "the Chair, Ada Brun (Ghana)", "the facilitator".
    pub(crate) fn presides(&self) -> bool {
        self.roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            role.of.is_none()
                && matches!(
                    title.as_str(),
                    "chair" | "co-chair" | "vice-chair" | "facilitator" | "co-facilitator"
                )
        })
    }

    /// An entity of which no more is known than its name and kind.
    pub(crate) fn new(name: String, kind: EntityKind) -> Self {
        Self {
            name,
            kind,
            aliases: Vec::new(),
            iso: None,
            party: None,
            roles: Vec::new(),
            relations: Vec::new(),
            members: Vec::new(),
            in_record: false,
            origin: false,
        }
    }
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityRole {
    /// The title as written.
    pub title: String,
    /// Of what or whom, as written.
    pub of: Option<String>,
}

/// What is found where just one thing is.
fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

impl Entities {
    /// The entity of a noun phrase headed by `word`.
    pub fn at(&self, word: usize) -> Option<EntityId> {
        self.of_word.get(word).copied().flatten()
    }

    /// The actor that a noun phrase headed by `word` refers to.
    pub fn actor(&self, word: usize) -> Option<EntityId> {
        self.at(word)
            .filter(|&id| matches!(self.all[id].kind, EntityKind::Actor(_)))
    }

    /// The actors of a coordination that begins at `word` ("A, B and C").
    pub fn actors(&self, words: &Words, word: usize) -> Vec<EntityId> {
        let mut found: Vec<EntityId> = Vec::new();
        for conjunct in words.conjuncts(word) {
            let Some(id) = self.at(conjunct) else {
                continue;
            };
            for id in self.each(id) {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        found
    }

    /// The actors that an entity is: itself, or for a description of several ("both sides", "the envoys") its members.
    pub fn each(&self, id: EntityId) -> Vec<EntityId> {
        match self.all[id].kind {
            EntityKind::Actor(_) => vec![id],
            _ => self.all[id].members.clone(),
        }
    }

    /// "Ada Brun waited. Her federation wants more": the body that the report tells her to be of, wherever it does; else she is of
    /// that one.
    fn seat_own_bodies(&mut self) {
        use ActorType::{GovernmentBody, Media, Person, State, Unnamed};
        for (person, body) in std::mem::take(&mut self.own_bodies) {
            match self.all[person].party.filter(|&side| side != person) {
                Some(side) => {
                    let public = matches!(
                        self.all[side].kind,
                        EntityKind::Actor(State | GovernmentBody | Person | Unnamed | Media)
                    );
                    if !public {
                        self.all[body].party = Some(side);
                    }
                }
                None => self.all[person].party = Some(body),
            }
        }
    }

    /// Whoever answers in a talk, and of whom the report does not tell whose they are, stands for themselves.
    fn seat_speakers(&mut self) {
        for turn in self.turns.iter().flatten().filter(|turn| !turn.asks) {
            if let Some(id) = turn.speaker {
                self.all[id].party.get_or_insert(id);
            }
        }
    }

    /// The party of an entity: itself where it stands for itself, else whom it acts for.
    pub fn party(&self, id: EntityId) -> Option<EntityId> {
        self.all[id].party
    }
}

/// Finds mentions and whom they refer to.
pub fn entities(words: &Words, blocks: &Blocks, lexicon: &Lexicon) -> Entities {
    let mut entities = unlinked(words, blocks, lexicon);
    linked::link(words, blocks, lexicon, &mut entities);
    entities.seat_own_bodies();
    entities.seat_speakers();
    entities
}

/// What the rules find; the model of references is asked after them.
pub(crate) fn unlinked(words: &Words, blocks: &Blocks, lexicon: &Lexicon) -> Entities {
    let classes = classes::classes();
    let setting = kinds::setting(words, classes);
    let learned = learned::Learned::new(words, lexicon, classes);
    let mut pieces = names::pieces(words, blocks, lexicon, classes, setting, &learned);
    addressed::seat_addressed(words, classes, setting, &mut pieces);
    paired::join_pairs(words, setting, &mut pieces);
    bracketed::seat_bracketed(words, &mut pieces);
    kinds::settle_told(words, &mut pieces);
    let mut work = Work::new(words, blocks, lexicon, classes, setting, learned, pieces);
    work.gather();
    work.join_short_parties();
    work.join_short_bodies();
    work.settle_open_names();
    work.join_surnames();
    work.mention_names();
    work.mark_origins();
    work.link_roles();
    work.find_members();
    work.find_described_groups();
    work.link_turns();
    work.learn_descriptions();
    work.seat_sides();
    work.walk();
    work.join_introduced();
    work.join_unnamed_bodies();
    work.seat_governments();
    work.infer_parties();
    work.seat_opposition();
    work.settle_sides();
    work.seat_told_bodies();
    work.name_all();
    work.name_owners_of_offices();
    work.mark_record();
    let mut mentions = work.mentions;
    mentions.sort_by_key(|mention| (mention.head, mention.words.start));
    Entities {
        all: work.all,
        mentions,
        of_word: work.of_word,
        turns: work.turns,
        own_bodies: work.own_bodies,
    }
}
