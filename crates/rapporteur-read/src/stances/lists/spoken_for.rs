//! Groups for which somebody speaks: "Ghana, for the African Group, demanded a fund", "backed by Jamaica for CARICOM",
//! "Indonesia, speaking also for Fiji and Palau", "On behalf of the Island States (IS), Palau called for a fund", "Brod and,
//! for the African Group, Ghana opposed it", "…, Nepal stressed on behalf of the Mountain States".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use crate::entities::{EntityId, EntityKind, MentionKind};
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::{Claim, Scene};

/// Words from a name to what it speaks for, at most: "Ghana, which chairs it, for …" is too far.
const NEAR: usize = 2;
/// Words that a list of those spoken for may have, at most.
const LONG: usize = 40;

/// Gives stances of whoever speaks for a group to the group; who speaks "also" for others shares it with them.
pub fn read(scene: &Scene, claims: &mut [Claim]) {
    if scene.entities.mentions.is_empty() {
        return;
    }
    let block = |word: usize| {
        let at = scene.words.syntax.tokens.spans[word].start;
        scene.blocks.at(at)
    };
    claims.sort_by_key(|claim| claim.trigger);
    // Who spoke last also for others: the actor, the paragraph and the others.
    let mut spoke: Option<(EntityId, Option<usize>, Vec<EntityId>)> = None;
    for claim in claims.iter_mut().filter(|claim| claim.via.is_none()) {
        let mut more = Vec::new();
        for at in 0..claim.holders.len() {
            let holder = claim.holders[at];
            let Some(aside) = aside(scene, claim, holder.actor) else {
                let own = spoke.as_ref().filter(|(actor, place, _)| {
                    *actor == holder.actor && *place == block(claim.trigger)
                });
                // "…, speaking also for Algeria, endorsed it. He called for": for them, too.
                more.extend(
                    own.into_iter()
                        .flat_map(|(_, _, groups)| groups)
                        .map(|&party| Holder {
                            actor: holder.actor,
                            party,
                        }),
                );
                continue;
            };
            // An envoy speaks for her state; beside it, only for a group of states, or for those she says to speak "also" for.
            if holder.party != holder.actor
                && !aside.also
                && !(aside.groups.iter()).all(|&at| is_group(scene, at))
            {
                continue;
            }
            if aside.also && holder.party != holder.actor {
                spoke = Some((holder.actor, block(claim.trigger), aside.groups.clone()));
            }
            match aside.groups.as_slice() {
                [group] if !aside.also => claim.holders[at].party = *group,
                groups => more.extend(groups.iter().map(|&party| Holder {
                    actor: holder.actor,
                    party,
                })),
            }
        }
        more.retain(|holder| {
            (claim.holders.iter()).all(|known| known.party != holder.party || known == holder)
        });
        for holder in more {
            if !claim.holders.contains(&holder) {
                claim.holders.push(holder);
            }
        }
    }
}

/// For whom somebody says to speak.
struct Aside {
    groups: Vec<EntityId>,
    /// Whether it speaks for itself, too.
    also: bool,
}

/// What stands behind the mention of an actor that is nearest to the words of a claim, in its sentence.
fn aside(scene: &Scene, claim: &Claim, actor: EntityId) -> Option<Aside> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(claim.trigger));
    let mentions = &scene.entities.mentions;
    let from = mentions.partition_point(|mention| mention.head < sentence.start);
    let mention = (mentions[from..].iter())
        .take_while(|mention| mention.head < sentence.end)
        .filter(|mention| mention.entity == actor && words.upos(mention.head) != Upos::Pron)
        .min_by_key(|mention| mention.head.abs_diff(claim.trigger))?;
    // "the Conservative MP for Aster": what the office is for.
    let seat = mention.kind == MentionKind::Nominal
        && words.form(mention.words.end.min(words.len() - 1)) == "for";
    if seat {
        return None;
    }
    // What somebody says to speak for may count as words of the mention.
    let behind = match words.form((mention.head + 1).min(words.len() - 1)) {
        "," => mention.head + 1,
        _ => mention.words.end.max(mention.head + 1),
    };
    let (first, also) = (behind..sentence.end.min(behind + NEAR))
        .take_while(|&at| at == behind || words.form(at - 1) == ",")
        .find_map(|at| acts_for(scene, at))
        .or_else(|| opens_for(scene, sentence.start, mention.words.start))
        .or_else(|| told_for(scene, behind, sentence.end))?;
    let fronted = first < mention.words.start;
    let enclosed = words.form(behind) == "," || fronted;
    let mut groups: Vec<EntityId> = Vec::new();
    let mut at = first;
    let limit = if fronted {
        mention.words.start
    } else {
        sentence.end
    };
    let end = limit.min(first + LONG);
    while at < end {
        let named = (mentions[from..].iter())
            .take_while(|other| other.head < end)
            .find(|other| other.words.start == at || other.head == at);
        if let Some(named) = named {
            let next = named.words.end.max(named.head + 1);
            // "Norland, for the North, and Brod, for the South, asked": Brod speaks for itself.
            let speaks =
                words.form(next.min(words.len() - 1)) == "," && acts_for(scene, next + 1).is_some();
            if speaks && !groups.is_empty() {
                at = limit;
                break;
            }
            // "for Merin's foreign ministry" is for Merin, which the actor already is.
            if words.form(next.min(words.len() - 1)) == "'s" {
                return None;
            }
            for holder in holders(scene, named.head) {
                if holder.actor != actor && !groups.contains(&holder.party) {
                    groups.push(holder.party);
                }
            }
            at = past_short_form(scene, next);
        } else if matches!(words.lower(at), "," | "and" | "&" | "the" | "as" | "well") {
            // "for the African Group, called": the list is over where no name follows.
            at += 1;
        } else {
            break;
        }
    }
    // "supported by Jamaica for CARICOM": without commas, only groups can be spoken for.
    let all_groups = || (groups.iter()).all(|&group| is_group(scene, group));
    let closes =
        at >= limit || matches!(words.form(at), "." | ";" | ")") || words.form(at - 1) == ",";
    let fits = !groups.is_empty()
        && if enclosed {
            closes
        } else {
            closes && all_groups()
        };
    fits.then_some(Aside { groups, also })
}

/// Whether it is a group of states or bodies.
fn is_group(scene: &Scene, group: EntityId) -> bool {
    matches!(
        scene.entities.all[group].kind,
        EntityKind::Actor(ActorType::Alliance | ActorType::InternationalOrganisation)
    )
}

/// "On behalf of the Island States (IS), with the exception of Nauru, Palau …", "Brod and, for the African Group, Ghana
/// …": whom the name behind it, a subject, speaks for, at the head of the sentence or between commas right before the name.
fn opens_for(scene: &Scene, start: usize, name: usize) -> Option<(usize, bool)> {
    let words = scene.words;
    let article = usize::from(name > start && words.lower(name - 1) == "the");
    let comma = name.checked_sub(1 + article)?;
    if comma <= start || words.form(comma) != "," {
        return None;
    }
    let before = (start..comma).rev().find(|&at| words.form(at) == ",");
    let between = before
        .filter(|&open| open > start && words.upos(open - 1) == Upos::Cconj)
        .and_then(|open| acts_for(scene, open + 1));
    let subject = matches!(
        words.rel(name),
        Rel::Nsubj | Rel::Compound | Rel::Amod | Rel::Det
    );
    between
        .or_else(|| acts_for(scene, start).filter(|_| subject))
        .filter(|&(whom, _)| whom < comma)
}

/// "…, Nepal stressed on behalf of the Mountain States": whom it speaks for, told behind its verb.
fn told_for(scene: &Scene, verb: usize, end: usize) -> Option<(usize, bool)> {
    let words = scene.words;
    let at = verb + 1;
    let told = at + 3 < end
        && words.is_verb(verb)
        && words.lower(at) == "on"
        && words.lower(at + 1) == "behalf";
    told.then(|| acts_for(scene, at)).flatten()
}

/// "the African Group (AG)": behind the letters in brackets.
fn past_short_form(scene: &Scene, at: usize) -> usize {
    let words = scene.words;
    let bracketed = at + 2 < words.len() && words.form(at) == "(" && words.form(at + 2) == ")";
    at + if bracketed { 3 } else { 0 }
}

/// "for", "on behalf of", "speaking also for", "representing" at a word: the word behind, and whether others are meant
/// beside the speaker.
fn acts_for(scene: &Scene, at: usize) -> Option<(usize, bool)> {
    let words = scene.words;
    let lower = |at: usize| {
        if at < words.len() {
            words.lower(at)
        } else {
            ""
        }
    };
    let mut next = at;
    let acts = matches!(
        lower(at),
        "speaking" | "intervening" | "acting" | "talking" | "representing" | "coordinating"
    );
    if acts {
        next += 1;
    }
    let also = lower(next) == "also";
    if also {
        next += 1;
    }
    match lower(next) {
        "for" => Some((next + 1, also)),
        "on" if lower(next + 1) == "behalf" && lower(next + 2) == "of" => Some((next + 3, also)),
        _ if matches!(lower(at), "representing" | "coordinating") => Some((next, also)),
        _ => None,
    }
}
