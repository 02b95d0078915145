//! Who shares a stance and who contradicts it: "A, for the G, with B, supported by C and opposed by D, proposed …".

use rapporteur_model::{ActorType, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::entities::{EntityId, EntityKind};
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// Adds supporters and opponents, companions, and the groups that holders speak for.
pub fn share(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more = Vec::new();
    let mut asides: Vec<usize> = Vec::new();
    for claim in claims
        .iter_mut()
        .filter(|claim| claim.via.is_none() && !matches!(claim.rule.as_str(), "seen" | "absolute"))
    {
        // "A, opposed by B, said that …": the subject of the verb of saying, where it holds the stance.
        let cue = scene
            .statements
            .around(claim.trigger)
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
        // Between the subject and its verb, wherever the parser hung it; or before both: "Joined by B, A urged it".
        let opens = words.sentence(words.sentence_of(subject)).start;
        let joined = words.rel(opens) == Rel::Advcl
            && words.head(opens) == Some(predicate)
            && words.xpos(opens) == Xpos::Vbn;
        let zone = match joined {
            true => opens..predicate,
            false => words.subtree(subject).start..predicate,
        };
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
                "opposed" | "contradicted" | "countered" | "challenged" | "rebuffed"
                | "disputed" => Some(Stance::Opposes),
                _ => None,
            };
            if let Some(stance) = fellow
                && let Some(by) = by_whom(words, at)
            {
                let first = (words.head(by).filter(|&name| name > by)).unwrap_or(by + 1);
                let held = holders(scene, first.min(words.len() - 1));
                asides.push(at);
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
            let Some(noun) = companion(words, at) else {
                continue;
            };
            match words.lemma(at) {
                "for" | "behalf" | "of" => {
                    // "speaking also for Gabon": see `spoken_for`.
                    let also = (at.saturating_sub(3)..at).any(|at| words.lower(at) == "also");
                    let speaks_for = words.lemma(at) == "for" && !also
                        || words.lemma(at) == "of"
                            && at > 1
                            && words.lemma(at - 1) == "behalf"
                            && !also;
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
                    // "with Orveth disagreeing", "with Orveth in support": not of the same mind by itself.
                    if let Some(stance) = beside(words, noun, claim.stance) {
                        more.extend(stance.map(|stance| Claim {
                            stance,
                            holders: fellows,
                            trigger: predicate,
                            rule: "with-party".into(),
                            premise: None,
                            reason: None,
                            ..claim.clone()
                        }));
                        continue;
                    }
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
    // "backed in its demand by Orveth": who is backed backs nothing by it.
    claims.retain(|claim| {
        !(asides.contains(&claim.trigger)
            && matches!(scene.words.lower(claim.trigger + 1), "in" | "on"))
    });
    claims.extend(more);
}

/// The noun of a preposition; of "with Orveth disagreeing", which marks a clause, its subject.
fn companion(words: &Words, at: usize) -> Option<usize> {
    let head = words.head(at)?;
    match words.rel(at) {
        Rel::Case => Some(head),
        Rel::Mark if words.lemma(at) == "with" => (at + 1..head)
            .rev()
            .find(|&name| matches!(words.upos(name), Upos::Propn | Upos::Noun)),
        _ => None,
    }
}

/// The "by" of "backed by Orveth", "backed in its demand by Orveth".
fn by_whom(words: &Words, participle: usize) -> Option<usize> {
    let next = participle + 1;
    if words.lower(next) == "by" {
        return Some(next);
    }
    let inside = matches!(words.lower(next), "in" | "on");
    (next + 2..next + 6)
        .find(|&at| words.lower(at) == "by")
        .filter(|&by| {
            inside && !(next..by).any(|at| words.upos(at) == Upos::Punct || words.is_verb(at))
        })
}

/// How somebody stands who is told beside another, by the gerund behind the name: `Some(None)` where it tells something else.
fn beside(words: &Words, name: usize, stance: Stance) -> Option<Option<Stance>> {
    // "with Orveth and Brod preferring a vote": behind those who are named with it.
    let named = |&at: &usize| {
        matches!(words.upos(at), Upos::Propn | Upos::Cconj | Upos::Det) || words.form(at) == ","
    };
    let far = (name + 1..words.len().min(name + 12))
        .take_while(named)
        .last()
        .unwrap_or(name);
    let gerund =
        (name + 1..words.len().min(name.max(far) + 3)).find(|&at| words.xpos(at) == Xpos::Vbg)?;
    // "with Orveth supporting a fund": something of its own.
    if words
        .object(gerund)
        .is_some_and(|thing| words.upos(thing) != Upos::Pron)
    {
        return Some(None);
    }
    let against = matches!(
        stance,
        Stance::Opposes | Stance::Rejects | Stance::RedLine | Stance::Concerned
    );
    Some(match words.lemma(gerund) {
        "disagree" | "object" | "dissent" | "demur" | "oppose" | "differ" if against => None,
        "disagree" | "object" | "dissent" | "demur" | "oppose" | "differ" => Some(Stance::Opposes),
        "agree" | "concur" | "support" | "assent" | "second" if against => Some(Stance::Opposes),
        "agree" | "concur" | "support" | "assent" | "second" => Some(Stance::Supports),
        // See `floor`.
        "prefer" | "favour" | "favor" | "reserve" | "query" | "question" | "caution"
        | "abstain" | "resist" | "propose" | "suggest" | "call" | "ask" | "request" | "demand"
        | "insist" | "reject" | "vote" | "speak" => None,
        _ => return None,
    })
}
