//! Phrases of which the model is asked: whose somebody is, whom a pronoun or a description means.

use rapporteur_lexicon::{Lexicon, RoleClass};
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::super::classes::classes;
use crate::entities::discourse::opposite::is_others;
use crate::entities::{Entities, Entity, EntityId, EntityKind, MentionKind};
use crate::words::Words;

/// What is asked of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Whose the person is.
    Party,
    /// Whom the pronoun means.
    Pronoun,
    /// Whom the description means.
    Nominal,
}

/// A phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Its head.
    pub word: usize,
    /// What is asked.
    pub kind: Kind,
    /// Of whom, or who it is by the rules.
    pub entity: Option<EntityId>,
}

/// People at their first mention, where it is asked whose they are: those in some office, whoever is a person for sure, and
/// all to whom the rules give a party.
pub fn people<'a>(
    words: &'a Words,
    entities: &'a Entities,
    lexicon: &'a Lexicon,
) -> impl Iterator<Item = Anchor> + 'a {
    let first = first_mentions(entities);
    (0..entities.all.len())
        .filter(|&id| is_person(entities, id) && entities.all[id].members.is_empty())
        .filter(|&id| !observes(&entities.all[id], lexicon))
        .filter(|&id| {
            let entity = &entities.all[id];
            !entity.roles.is_empty()
                || entity.kind == EntityKind::Actor(ActorType::Unnamed)
                || entity.party.is_some()
                || is_human(words, entities, id)
        })
        .filter_map(move |id| of_person(&first, id))
}

/// Whether somebody of whom the report tells no office is a person for sure: one called "he", "she" or "Ms".
fn is_human(words: &Words, entities: &Entities, id: EntityId) -> bool {
    (entities.mentions.iter())
        .filter(|mention| mention.entity == id)
        .any(|mention| {
            let before = mention.words.start.checked_sub(1);
            mention.kind == MentionKind::Pronoun
                && matches!(
                    words.lower(mention.head),
                    "he" | "she" | "his" | "her" | "him" | "himself" | "herself"
                )
                || before.is_some_and(|before| {
                    matches!(
                        words.lower(before).trim_end_matches('.'),
                        "mr" | "mrs" | "ms" | "miss" | "dr" | "sir" | "dame"
                    )
                })
        })
}

/// Whether somebody watches a negotiation: an expert, a witness, a relative.
fn observes(entity: &Entity, lexicon: &Lexicon) -> bool {
    let unnamed = (entity.kind == EntityKind::Actor(ActorType::Unnamed)).then_some(&entity.name);
    (entity.roles.iter().map(|role| &role.title).chain(unnamed))
        .filter_map(|title| lexicon.roles.role_of(title))
        .any(|role| {
            matches!(
                role.class,
                RoleClass::Expert | RoleClass::Source | RoleClass::Family | RoleClass::Mediator
            )
        })
}

/// Whether it is somebody who acts for a party.
pub fn is_person(entities: &Entities, id: EntityId) -> bool {
    matches!(
        entities.all[id].kind,
        EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
    )
}

/// The head of the first mention of each entity.
pub fn first_mentions(entities: &Entities) -> Vec<Option<usize>> {
    let mut first = vec![None; entities.all.len()];
    for mention in &entities.mentions {
        first[mention.entity].get_or_insert(mention.head);
    }
    first
}

/// Somebody at the first of those mentions.
pub fn of_person(first: &[Option<usize>], id: EntityId) -> Option<Anchor> {
    Some(Anchor {
        word: first[id]?,
        kind: Kind::Party,
        entity: Some(id),
    })
}

/// Words that act or own and of which the rules do not know who they are.
pub fn open<'a>(words: &'a Words, entities: &'a Entities) -> impl Iterator<Item = Anchor> + 'a {
    (0..words.len())
        .filter(|&word| entities.of_word[word].is_none() && acts(words, word))
        .filter_map(|word| at(words, entities, word))
}

/// "his hosts", "its creditors": whether somebody has those whom a noun means and is none of them.
pub fn has_them(words: &Words, entities: &Entities, word: usize, who: EntityId) -> bool {
    let party = |id: EntityId| entities.all[id].party.unwrap_or(id);
    is_others(words.lemma(word))
        && (words.child(word, &[Rel::NmodPoss]))
            .and_then(|owner| entities.of_word[owner])
            .is_some_and(|owner| party(owner) == party(who))
}

/// "Brun's coalition partner, the Greens,": whether a body is named as one that a person has and is not of.
pub fn is_anothers(words: &Words, entities: &Entities, person: EntityId, body: EntityId) -> bool {
    (entities.mentions.iter())
        .filter(|mention| mention.entity == body)
        .flat_map(|mention| {
            let above = words.head(mention.head);
            let noun = above.filter(|_| words.rel(mention.head) == Rel::Appos);
            [Some(mention.head), noun].into_iter().flatten()
        })
        .filter(|&noun| is_others(words.lemma(noun)))
        .filter_map(|noun| words.child(noun, &[Rel::NmodPoss]))
        .any(|owner| entities.of_word[owner] == Some(person))
}

/// Whether a word stands where somebody shows a will: the subject of such a verb or of one with a modal, the agent of a
/// passive, the owner of what actors own.
fn acts(words: &Words, word: usize) -> bool {
    let first = words.first_conjunct(word);
    let Some(head) = words.head(first) else {
        return false;
    };
    let lemma = words.lemma(head);
    match words.rel(first) {
        Rel::OblAgent => true,
        Rel::NmodPoss => classes().has("owned", lemma),
        Rel::Nsubj | Rel::NsubjOuter => {
            classes().has("verbs", lemma)
                || words.child(head, &[Rel::Cop]).is_some() && words.upos(head) == Upos::Adj
                || words
                    .children_by(head, &[Rel::Aux])
                    .any(|aux| words.xpos(aux) == Xpos::Md)
        }
        _ => false,
    }
}

/// The phrase that a word heads, where it is a pronoun or a description of somebody.
pub fn at(words: &Words, entities: &Entities, word: usize) -> Option<Anchor> {
    let kind = match words.upos(word) {
        Upos::Pron
            if matches!(
                words.lower(word),
                "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their" | "him" | "them"
            ) && words.rel(word) != Rel::Expl =>
        {
            Kind::Pronoun
        }
        Upos::Noun
            if !words.form(word).starts_with(char::is_uppercase)
                && (is_social(words, word) || is_definite(words, word)) =>
        {
            Kind::Nominal
        }
        _ => return None,
    };
    Some(Anchor {
        word,
        kind,
        entity: entities.of_word[word],
    })
}

/// Whether a noun is told of as something known: "the bidder", "her members".
fn is_definite(words: &Words, word: usize) -> bool {
    matches!(words.xpos(word), Xpos::Nn | Xpos::Nns)
        && words.children(word).any(|child| {
            words.rel(child) == Rel::NmodPoss && words.upos(child) == Upos::Pron
                || words.rel(child) == Rel::Det && words.lower(child) == "the"
        })
}

/// Whether a description is one of people, bodies or states.
pub fn is_social(words: &Words, word: usize) -> bool {
    let lemma = words.lemma(word);
    matches!(
        words.xpos(word),
        Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps
    ) && classes().has("social", lemma)
}
