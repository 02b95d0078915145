//! People and bodies without a name that do something: "nurses walked out", "police broke up the rally". Only deeds need
//! them, so that they are added when all other stages have read who is who.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::classes::{Classes, classes};
use crate::entities::{Entities, Entity, EntityId, EntityKind, Mention, MentionKind};
use crate::words::Words;

/// Nouns of public bodies; the other nouns are of people.
const BODIES: [&str; 26] = [
    "parliament",
    "senate",
    "assembly",
    "cabinet",
    "council",
    "committee",
    "commission",
    "board",
    "panel",
    "court",
    "ministry",
    "authority",
    "agency",
    "police",
    "army",
    "navy",
    "coastguard",
    "secretariat",
    "house",
    "chamber",
    "plenary",
    "government",
    "legislature",
    "group",
    "gendarmerie",
    "prosecutor",
];

/// Nouns that only say on whose side somebody is, or which of those spoken of is meant: whoever that is, no entry of its own.
const SIDES: [&str; 17] = [
    "side",
    "party",
    "camp",
    "team",
    "delegation",
    "country",
    "nation",
    "state",
    "company",
    "union",
    "ally",
    "leader",
    "minister",
    "member",
    "neighbour",
    "neighbor",
    "rival",
];

/// Gives those who act without a name their entities. They are entries of the record only where a deed names them.
pub fn add_doers(words: &Words, entities: &mut Entities) {
    let classes = classes();
    let mut known: HashMap<String, EntityId> = HashMap::new();
    let heads: Vec<usize> = (0..words.len())
        .filter(|&word| is_doer(words, classes, entities, word))
        .collect();
    for head in heads {
        let range = described(words, head);
        let name = words.text_of(range.clone()).replace('’', "'");
        if name.is_empty() || name.contains('\n') {
            continue;
        }
        let id = match known.entry(name.to_lowercase()) {
            Entry::Occupied(same) => *same.get(),
            Entry::Vacant(new) => {
                let body = BODIES.contains(&words.lemma(head).to_lowercase().as_str());
                let kind = EntityKind::Actor(match body {
                    true => ActorType::GovernmentBody,
                    false => ActorType::Unnamed,
                });
                entities.all.push(Entity::new(name, kind));
                *new.insert(entities.all.len() - 1)
            }
        };
        entities.of_word[head] = Some(id);
        entities.mentions.push(Mention {
            words: range,
            head,
            entity: id,
            kind: MentionKind::Nominal,
        });
    }
    let order = |mention: &Mention| (mention.head, mention.words.start);
    entities.mentions.sort_by_key(order);
}

/// Whether a word heads a phrase for people or a body nobody has been found for, where those stand who do something.
fn is_doer(words: &Words, classes: &Classes, entities: &Entities, word: usize) -> bool {
    if entities.at(word).is_some() || !matches!(words.upos(word), Upos::Noun | Upos::Propn) {
        return false;
    }
    let lemma = words.lemma(word).to_lowercase();
    let lemma = lemma.as_str();
    let people = classes.people.contains(lemma)
        && !SIDES.contains(&lemma)
        && classes
            .nouns
            .get(lemma)
            .is_none_or(|entries| entries.iter().all(|entry| !entry.rest.is_empty()));
    if !people || words.child(word, &[Rel::Cop]).is_some() {
        return false;
    }
    let first = words.first_conjunct(word);
    let role = match words.rel(first) {
        Rel::Nsubj | Rel::OblAgent | Rel::NmodPoss => true,
        Rel::Obl | Rel::Nmod => words
            .child(first, &[Rel::Case])
            .is_some_and(|case| matches!(words.lemma(case), "by" | "with" | "between")),
        _ => false,
    };
    // Whoever owns them acts: "Beloran troops", "soldiers of the Front".
    let owned = words.children(word).any(|child| {
        matches!(
            words.rel(child),
            Rel::NmodPoss | Rel::Amod | Rel::Compound | Rel::Nmod | Rel::NmodDesc | Rel::Acl
        ) && words
            .subtree(child)
            .any(|inside| entities.actor(inside).is_some())
    });
    role && !owned
}

/// The words that say who it is, without article: "opposition members", "working group on data".
fn described(words: &Words, head: usize) -> Range<usize> {
    let mut range = head..head + 1;
    for child in words.children(head) {
        let before = child < head
            && matches!(words.rel(child), Rel::Amod | Rel::Compound | Rel::Nummod)
            && words.upos(child) != Upos::Det;
        let on = child == head + 2
            && words.rel(child) == Rel::Nmod
            && words.lemma(head) == "group"
            && words
                .child(child, &[Rel::Case])
                .is_some_and(|case| words.lemma(case) == "on");
        if before {
            range.start = range.start.min(words.subtree(child).start);
        }
        if on {
            range.end = words.subtree(child).end;
        }
    }
    words.trim(range)
}
