//! Who shares a stance and who contradicts it: "A, for the G, with B, supported by C and opposed by D, proposed …".

use rapporteur_model::{ActorType, Stance};
use rapporteur_syntax::Rel;

use super::holders::{Holder, holders};
use super::{Claim, Scene};
use crate::entities::{EntityId, EntityKind};

/// Adds supporters and opponents, companions, and the groups that holders speak for.
pub fn share(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more = Vec::new();
    for claim in claims
        .iter_mut()
        .filter(|claim| claim.via.is_none() && claim.rule != "seen")
    {
        // "A, opposed by B, said that …": the subject of the verb of saying, where it holds the stance.
        let cue = scene
            .statements
            .around(claim.trigger)
            .into_iter()
            .find_map(|index| scene.statements.all[index].cue_head)
            .filter(|&cue| cue < claim.trigger && words.is_verb(cue));
        let told = cue
            .and_then(|cue| words.child(cue, &[Rel::Nsubj]))
            .filter(|&subject| {
                holders(scene, subject).iter().any(|holder| {
                    claim
                        .holders
                        .iter()
                        .any(|known| known.actor == holder.actor)
                })
            });
        let own = words
            .child(claim.trigger, &[Rel::Nsubj])
            .or_else(|| words.subject(claim.trigger))
            .or_else(|| {
                // "Japan, with China, expressed doubts about it"
                (words.head(claim.trigger))
                    .filter(|_| words.rel(claim.trigger) == Rel::Obj)
                    .and_then(|verb| words.child(verb, &[Rel::Nsubj]))
            });
        let (Some(subject), predicate) = (match told {
            Some(subject) => (Some(subject), cue.unwrap_or(claim.trigger)),
            None => (own, claim.trigger),
        }) else {
            continue;
        };
        if words.sentence_of(subject) != words.sentence_of(claim.trigger) {
            continue;
        }
        // Between the subject and its verb, wherever the parser hung it.
        let zone = words.subtree(subject).start..predicate;
        for at in zone {
            let fellow = match words.lower(at) {
                // "A, backed by B, opposed it": B is against it too.
                "supported" | "backed" | "seconded" | "endorsed" => Some(match claim.stance {
                    Stance::Opposes | Stance::Rejects | Stance::RedLine | Stance::Concerned => {
                        Stance::Opposes
                    }
                    _ => Stance::Supports,
                }),
                // Those who join say the same.
                "joined" | "echoed" | "followed" | "flanked" => Some(claim.stance),
                "opposed" | "contradicted" | "countered" => Some(Stance::Opposes),
                _ => None,
            };
            if let Some(stance) = fellow
                && words.form((at + 1).min(words.len() - 1)) == "by"
            {
                let first = words
                    .child(at, &[Rel::OblAgent, Rel::Obl])
                    .unwrap_or(at + 2);
                let held = holders(scene, first.min(words.len() - 1));
                claim.holders.retain(|holder| !held.contains(holder));
                more.push(Claim {
                    stance,
                    holders: held,
                    trigger: predicate,
                    rule: "by-party".into(),
                    premise: None,
                    reason: None,
                    ..claim.clone()
                });
            }
            if words.rel(at) != Rel::Case {
                continue;
            }
            let Some(noun) = words.head(at) else { continue };
            match words.lemma(at) {
                "for" | "behalf" | "of" => {
                    let speaks_for = words.lemma(at) == "for"
                        || words.lemma(at) == "of" && at > 1 && words.lemma(at - 1) == "behalf";
                    if speaks_for
                        && at > subject
                        && let (Some(group), Some(first)) =
                            (scene.entities.actor(noun), claim.holders.first_mut())
                        && group != first.actor
                    {
                        let kind = |id: EntityId| scene.entities.all[id].kind;
                        // "Ghana, for the African Group": see `spoken_for`.
                        if !matches!(
                            kind(first.actor),
                            EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
                        ) {
                            continue;
                        }
                        // "A spokesman for Merin's foreign ministry": for Merin.
                        let body = matches!(
                            kind(group),
                            EntityKind::Actor(ActorType::GovernmentBody | ActorType::Person)
                        );
                        first.party = (scene.entities.party(group))
                            .filter(|_| body)
                            .unwrap_or(group);
                    }
                }
                "with"
                    if at > 0 && words.form(at - 1) == ","
                        || at > subject
                            && words
                                .head(noun)
                                .is_some_and(|above| above == subject || above == predicate) =>
                {
                    let fellows = holders(scene, noun);
                    if told.is_some() {
                        more.push(Claim {
                            holders: fellows,
                            trigger: predicate,
                            rule: "with-party".into(),
                            ..claim.clone()
                        });
                        continue;
                    }
                    for holder in fellows {
                        if !claim
                            .holders
                            .iter()
                            .any(|known: &Holder| known.actor == holder.actor)
                        {
                            claim.holders.push(holder);
                        }
                    }
                }
                _ => {}
            }
        }
    }
    claims.extend(more);
}
