//! What stands behind a word of stance and is no matter of a negotiation: the floor that a delegate asks for, coffee, an
//! apology, facts that are deplored, one way out of two that are told in one breath.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use super::force::Force;
use super::learned::RULE;
use super::predicates::is_post;
use super::{Claim, Scene, Target};
use crate::words::Words;

/// Whether a claim is toward nothing that is negotiated.
pub(super) fn is_idle(scene: &Scene, claim: &Claim) -> bool {
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
        || is_courtesy(words, claim, head)
        || is_received(words, claim, head)
        || is_dismissed(words, claim, head)
        || is_regretted(words, claim, head)
        || is_word_only(words, claim, head)
        || is_one_way_out(scene, claim)
}

/// "has let go of its claim to the hut": the claim is told to be given up, and is held no more.
pub(super) fn drop_given_up(claims: &mut Vec<Claim>) {
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

/// The floor, a break, coffee: how a meeting goes, whoever asks for it or refuses it.
fn is_courtesy(words: &Words, claim: &Claim, head: usize) -> bool {
    if words.upos(head) != Upos::Noun || claim.rule == RULE {
        return false;
    }
    let plain = || words.child(head, &[Rel::Nmod]).is_none();
    let bare = || {
        plain()
            && !matches!(
                words.lower((head + 1).min(words.len() - 1)),
                "in" | "from" | "with" | "of" | "on" | "to"
            )
            && words.child(head, &[Rel::Acl, Rel::AclRelcl]).is_none()
            && (words.children_by(head, &[Rel::Compound, Rel::Amod])).all(|of| {
                matches!(
                    words.lemma(of),
                    "short" | "brief" | "long" | "quick" | "coffee" | "tea" | "little"
                )
            })
    };
    match claim.stance {
        Stance::Demands => match words.lemma(head) {
            "floor" => bare() && matches!(words.lemma(claim.trigger), "ask" | "request" | "seek"),
            "break" | "breather" | "recess" | "drink" | "silence" => bare(),
            "coffee" | "tea" | "sandwich" | "autograph" => plain(),
            _ => false,
        },
        Stance::Accepts | Stance::Rejects | Stance::Offers | Stance::Proposes => {
            match words.lemma(head) {
                "interview" | "drink" | "lunch" | "dinner" => bare(),
                "flask" | "cup" | "glass" | "bottle" | "plate" | "bowl" | "slice" => true,
                lemma => {
                    HOSPITALITY.contains(&lemma)
                        && plain()
                        && words.child(head, &[Rel::Compound]).is_none()
                }
            }
        }
        _ => false,
    }
}

/// What guests are given, and honours.
const HOSPITALITY: &[&str] = &[
    "toast",
    "applause",
    "coffee",
    "tea",
    "biscuit",
    "cookie",
    "cake",
    "pie",
    "pastry",
    "bun",
    "sandwich",
    "sausage",
    "soup",
    "stew",
    "curry",
    "dessert",
    "pudding",
    "chocolate",
    "sweet",
    "pineapple",
    "coconut",
    "kava",
    "wine",
    "beer",
    "whisky",
    "champagne",
    "snack",
    "knighthood",
    "trophy",
    "medal",
    "doctorate",
    "garland",
    "bouquet",
    "flower",
    "scarf",
    "shawl",
    "poncho",
    "robe",
    "hat",
    "jersey",
    "shirt",
    "umbrella",
    "autograph",
    "condolence",
    "handshake",
    "hug",
    "souvenir",
    "cigarette",
    "cigar",
    "pen",
    "microphone",
];

/// "accepted the blame", "accepted delivery of two cranes", "signed the visitors' book", "refuse to cross picket lines".
fn is_received(words: &Words, claim: &Claim, head: usize) -> bool {
    if !matches!(claim.stance, Stance::Accepts | Stance::Rejects) {
        return false;
    }
    let accepts = claim.stance == Stance::Accepts && words.lemma(claim.trigger) == "accept";
    match words.lemma(head) {
        "blame" | "responsibility" | "credential" => accepts,
        "delivery" => {
            accepts
                && (words.child(head, &[Rel::Det, Rel::NmodPoss, Rel::Amod, Rel::Compound]))
                    .is_none()
        }
        "book" => (words.children_by(head, &[Rel::NmodPoss, Rel::Compound]))
            .any(|of| matches!(words.lemma(of), "visitor" | "guest" | "condolence" | "log")),
        "invitation" => words.with_case(head, &["to"]).any(|meal| {
            matches!(
                words.lemma(meal),
                "dinner" | "lunch" | "tea" | "breakfast" | "reception" | "party" | "wedding"
            )
        }),
        "cross" => words.object(head).is_some_and(|line| {
            (words.children_by(line, &[Rel::Compound])).any(|of| words.lemma(of) == "picket")
        }),
        _ => false,
    }
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
