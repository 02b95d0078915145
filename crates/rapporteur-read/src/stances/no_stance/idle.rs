//! What stands behind a word of stance and is no matter of a negotiation: facts that are deplored, people who lose their
//! posts, one way out of two that are told in one breath.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::cues::predicates::is_post;
use crate::stances::learned::RULE;
use crate::stances::modality::force::Force;
use crate::stances::no_stance::courtesies;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Whether a claim is toward nothing that is negotiated.
pub(in crate::stances) fn is_idle(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let Target::Phrase(head, ref phrase) = claim.on else {
        return false;
    };
    // "rejected neither the mine nor the port"
    let neither = claim.trigger < phrase.start
        && words.upos(head) == Upos::Noun
        && words.child(head, &[Rel::Aux]).is_none()
        && (phrase.start - 1..=phrase.start).any(|at| words.lower(at) == "neither");
    neither
        || courtesies::is_courtesy(words, claim, head, phrase)
        || is_dismissed(words, claim, head)
        || is_regretted(words, claim, head)
        || is_word_only(words, claim, head)
        || is_one_way_out(scene, claim)
}

/// "has let go of its claim to the hut": the claim is told to be given up, and is held no more.
pub(in crate::stances) fn drop_given_up(claims: &mut Vec<Claim>) {
    let given_up: Vec<(std::ops::Range<usize>, Vec<_>)> = (claims.iter())
        .filter(|claim| claim.stance == Stance::Withdraws)
        .map(|claim| {
            let parties = claim.holders.iter().map(|holder| holder.party).collect();
            (claim.evidence.clone(), parties)
        })
        .collect();
    claims.retain(|claim| {
        !(matches!(claim.stance, Stance::Demands | Stance::Proposes)
            && claim.rule.ends_with("-noun")
            && given_up.iter().any(|(words, parties)| {
                words.contains(&claim.trigger)
                    && (claim.holders.iter()).all(|holder| parties.contains(&holder.party))
            }))
    });
}

/// "dismissed his finance director": from office.
fn is_dismissed(words: &Words, claim: &Claim, head: usize) -> bool {
    claim.stance == Stance::Rejects
        && matches!(words.lemma(claim.trigger), "dismiss" | "sack")
        && words.child(head, &[Rel::NmodPoss]).is_some()
        && (is_post(words, head)
            || matches!(
                words.lemma(head),
                "director"
                    | "manager"
                    | "aide"
                    | "chief"
                    | "secretary"
                    | "officer"
                    | "general"
                    | "lawyer"
                    | "negotiator"
                    | "deputy"
                    | "cabinet"
                    | "staff"
                    | "coach"
                    | "worker"
            ))
}

/// "regretted the loss of life", "complained of a leak": facts, which nobody proposes.
fn is_regretted(words: &Words, claim: &Claim, head: usize) -> bool {
    if claim.stance != Stance::Concerned
        || !matches!(
            words.lemma(claim.trigger),
            "regret" | "complain" | "lament" | "deplore" | "mourn" | "condemn" | "bemoan" | "rue"
        )
    {
        return false;
    }
    match words.lemma(head) {
        "loss" => (words.with_case(head, &["of"])).any(|of| words.lemma(of) == "life"),
        lemma => matches!(
            lemma,
            "death"
                | "error"
                | "leak"
                | "violence"
                | "shooting"
                | "casualty"
                | "killing"
                | "inconvenience"
                | "noise"
                | "accident"
                | "incident"
                | "weather"
                | "injury"
                | "robbery"
                | "bombing"
                | "murder"
                | "misunderstanding"
                | "passing"
                | "issuance"
                | "lateness"
                | "delay"
                | "shortage"
                | "hour"
        ),
    }
}

/// "asked for nothing in return", "agreed to disagree", "promised to be back by Monday".
fn is_word_only(words: &Words, claim: &Claim, head: usize) -> bool {
    match claim.stance {
        // "would settle for nothing less than", "nothing but": a demand for what follows.
        Stance::Demands => {
            words.lemma(head) == "nothing"
                && claim.rule != RULE
                && !(words.lower((head + 1).min(words.len() - 1)) == "but"
                    || words.child(head, &[Rel::Amod, Rel::Advmod]).is_some())
                || matches!(words.lemma(head), "differ" | "disagree")
        }
        Stance::Accepts | Stance::Supports => matches!(words.lemma(head), "disagree" | "differ"),
        Stance::Offers => {
            claim.rule != RULE
                && matches!(words.lemma(head), "back" | "there" | "home")
                && words.child(head, &[Rel::Cop]).is_some()
        }
        _ => false,
    }
}

/// "could accept the report, reject it or send it back": what it is free to do.
fn is_one_way_out(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let word = claim.trigger;
    if !matches!(
        claim.stance,
        Stance::Accepts | Stance::AcceptsIf | Stance::Rejects | Stance::Open
    ) || !words.is_verb(word)
    {
        return false;
    }
    let first = match words.head(word) {
        Some(first) if words.rel(word) == Rel::Conj => first,
        _ => word,
    };
    let mut ways = vec![first];
    for at in 0..4 {
        if let Some(&way) = ways.get(at) {
            ways.extend(words.children_by(way, &[Rel::Conj]));
        }
    }
    ways.len() > 1
        && ways
            .iter()
            .any(|&way| (words.children_by(way, &[Rel::Cc])).any(|or| words.lemma(or) == "or"))
        && matches!(
            Force::of(words, first).modal.as_deref(),
            Some("can" | "could" | "may" | "might")
        )
        && !Force::of(words, first).negated
        && is_way(
            words,
            &ways,
            &["accept", "approve", "adopt", "sign", "pass", "endorse"],
        )
        && is_way(
            words,
            &ways,
            &[
                "reject", "refuse", "decline", "veto", "amend", "send", "return", "block",
            ],
        )
}

fn is_way(words: &Words, ways: &[usize], verbs: &[&str]) -> bool {
    ways.iter().any(|&way| verbs.contains(&words.lemma(way)))
}
