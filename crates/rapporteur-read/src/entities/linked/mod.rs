//! The learned model of references: whose somebody without a party is, and whom a pronoun or description means that the
//! rules leave open.
//!
//! A ranker over hashed features of the phrase and of each candidate, learnt from reports in which everybody's party is
//! marked (`training/reports`).

mod anchors;
mod features;
mod lessons;

use std::sync::OnceLock;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::ActorType;
use rapporteur_syntax::Upos;

use crate::blocks::Blocks;
use crate::learned::Ranker;
use crate::words::Words;

use super::answering::asked_of;
use super::classes::classes;
use super::local::{is_called, realm_of};
use super::{Entities, EntityId, EntityKind, Mention, MentionKind};

pub use anchors::{Anchor, Kind};
pub use features::Sight;
pub use lessons::{Asked, lessons};

/// How likely a party of somebody must be.
const PARTY: f32 = 0.5;
/// How likely a party of somebody without an office must be who is told of as a person.
const BARE: f32 = 0.6;
/// How likely another party must be than the one that the rules tell.
const OTHER: f32 = 0.7;
/// How likely it must be whom a phrase means.
const MEANT: f32 = 0.6;

/// The weights that ship with the program.
fn embedded() -> &'static Ranker {
    static WEIGHTS: OnceLock<Ranker> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        Ranker::from_bytes(include_bytes!("../../../models/linked.bin")).unwrap_or(Ranker::empty())
    })
}

/// Who of a report a phrase means, and how likely; none where it is likelier nobody of it.
fn guess(sight: &Sight, anchor: &Anchor) -> Option<(EntityId, f32)> {
    let question = sight.question(anchor);
    let (place, chance) = embedded().best(&sight.features(&question));
    Some((*question.who.get(place)?, chance))
}

/// Gives parties to those without, then finds whom open phrases mean.
pub(super) fn link(words: &Words, blocks: &Blocks, lexicon: &Lexicon, entities: &mut Entities) {
    let people: Vec<Anchor> = anchors::people(words, entities, lexicon).collect();
    let open: Vec<Anchor> = anchors::open(words, entities).collect();
    let mut found: Vec<(EntityId, EntityId)> = Vec::new();
    if !people.is_empty() {
        let sight = Sight::new(words, blocks, entities);
        found.extend(people.iter().filter_map(|anchor| {
            let id = anchor.entity?;
            let person = &entities.all[id];
            if watches_talks(&person.name) {
                return None;
            }
            let bare =
                person.roles.is_empty() && person.kind == EntityKind::Actor(ActorType::Person);
            let sure = match person.party {
                // "Officials in Orveth": told by what they are called.
                Some(party)
                    if person.name.contains(&entities.all[party].name)
                        // "UK ministers"
                        || (entities.all[party].aliases.iter()).any(|alias| {
                            person.name.split(' ').next() == Some(alias)
                        }) =>
                {
                    return None;
                }
                Some(_) => OTHER,
                None if bare => BARE,
                None => PARTY,
            };
            let (body, _) = guess(&sight, anchor).filter(|(_, chance)| *chance >= sure)?;
            let named = entities.all[body].name.starts_with(char::is_uppercase);
            let other = person.party != Some(entities.all[body].party.unwrap_or(body));
            let answered = asked_of(
                words,
                entities.mentions.iter().filter(|one| one.entity == id),
            )
            .filter_map(|owner| entities.of_word[owner])
            .any(|owner| {
                entities.all[owner].party.unwrap_or(owner)
                    == entities.all[body].party.unwrap_or(body)
            });
            (other
                && !answered
                && !anchors::is_anothers(words, entities, id, body)
                && !entities.is_alien(id, body)
                && (named || !bare))
                .then_some((id, body))
        }));
    }
    for (id, body) in found {
        let party = entities.all[body].party.unwrap_or(body);
        let before = entities.all[id].party.replace(party);
        entities.all[body].in_record = true;
        // A state that was told by this person alone is told by nothing any more.
        if let Some(before) = before.filter(|&before| !entities.is_told(before)) {
            entities.all[before].in_record = false;
        }
    }
    if open.is_empty() {
        return;
    }
    let sight = Sight::new(words, blocks, entities);
    let found: Vec<(usize, EntityId)> = (open.iter())
        .filter_map(|anchor| {
            let (who, _) = guess(&sight, anchor).filter(|(_, chance)| *chance >= MEANT)?;
            let own = anchors::has_them(words, entities, anchor.word, who);
            (!own).then_some((anchor.word, who))
        })
        .collect();
    for (word, id) in found {
        entities.of_word[word] = Some(id);
        entities.all[id].in_record = true;
        let mention = Mention {
            words: word..word + 1,
            head: word,
            entity: id,
            kind: match words.upos(word) {
                Upos::Pron => MentionKind::Pronoun,
                _ => MentionKind::Nominal,
            },
        };
        let at = (entities.mentions).partition_point(|other| other.head < word);
        entities.mentions.insert(at, mention);
    }
}

/// "three people close to the talks", "an official briefed on the matter": what they know of tells of no side.
fn watches_talks(name: &str) -> bool {
    [
        "close to",
        "familiar with",
        "briefed on",
        "privy to",
        "acquainted with",
        "with knowledge of",
        "involved in",
    ]
    .iter()
    .filter_map(|of| name.split_once(of))
    .any(|(_, what)| {
        let what = what.trim().trim_start_matches("the ");
        [
            "talks",
            "negotiations",
            "discussions",
            "deliberations",
            "matter",
            "process",
            "mediation",
        ]
        .iter()
        .any(|talks| what.starts_with(talks))
    })
}

impl Entities {
    /// Whether a body is mentioned, or others are its people.
    fn is_told(&self, body: EntityId) -> bool {
        (self.mentions.iter()).any(|mention| mention.entity == body)
            || (self.all.iter().enumerate())
                .any(|(id, other)| id != body && other.party == Some(body))
    }

    /// Whether an office is none of a body: a minister of no union, a chief executive of no state, the opposition's
    /// spokesman of neither, a provincial minister of no city.
    fn is_alien(&self, id: EntityId, body: EntityId) -> bool {
        use ActorType::{ArmedGroup, Company, Media, Movement, PoliticalParty, State, Union};
        let EntityKind::Actor(kind) = self.all[self.all[body].party.unwrap_or(body)].kind else {
            return false;
        };
        self.all[id].roles.iter().any(|role| {
            let title = role.title.to_lowercase();
            let shadow = title.starts_with("shadow ") || title.starts_with("opposition ");
            // A prime minister of a coalition is of a party, too.
            let public = !shadow
                && !title.ends_with("prime minister")
                && (title.ends_with("minister")
                    || title.starts_with("minister ")
                    || title.ends_with("prosecutor")
                    || title.starts_with("attorney general")
                    || ["mayor", "governor", "ambassador", "commissioner"].contains(&&*title));
            let business = title.contains("chief executive")
                || title.contains("managing director")
                || title.contains("general manager")
                || title.contains("finance director");
            // "Health Secretary Ada Brun" is of no company, though no minister.
            let public = public
                || !shadow
                    && (title.strip_suffix(" secretary"))
                        .and_then(|of| of.rsplit(' ').next())
                        .is_some_and(|of| classes().has_any(&["portfolios", "briefs"], of));
            // Whoever sits in the chair sits there for no state.
            let chairs = self.all[id].presides();
            // "The provincial minister" is of no city.
            let elsewhere =
                realm_of(role).is_some_and(|realm| !is_called(&self.all[body].name, realm));
            // "the Dutch bidder" makes no Dutch minister.
            let from = self.all[self.all[body].party.unwrap_or(body)].origin;
            elsewhere
                || from && (public || title.starts_with("minister"))
                || chairs && kind == State
                || shadow && matches!(kind, State | Union | Company | Media)
                || public
                    && matches!(
                        kind,
                        Union | Company | Media | PoliticalParty | Movement | ArmedGroup
                    )
                || business && matches!(kind, State | Union | PoliticalParty | ArmedGroup)
        })
    }
}
