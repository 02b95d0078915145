//! What is to come first: "insisted that they disarm before any talks", "wants the last shell gone before it reopens the
//! crossing", "No ink, no deal".

use std::ops::Range;

use rapporteur_model::{ConditionType, Stance};
use rapporteur_syntax::{Rel, Upos};

use super::Condition;
use crate::entities::Entities;
use crate::stances::{Claim, Stances, Target, tied_thing};
use crate::statements::Statements;
use crate::words::Words;

/// What says when, not after what.
const TIMES: &[&str] = &[
    "end",
    "start",
    "beginning",
    "day",
    "night",
    "week",
    "month",
    "year",
    "summer",
    "winter",
    "spring",
    "autumn",
    "deadline",
    "date",
    "midnight",
    "noon",
    "weekend",
    "holiday",
    "season",
    "decade",
];

/// "insisted that they disarm before any talks", "made its aid conditional on an amnesty": this before that.
pub(super) fn demanded_first(
    words: &Words,
    entities: &Entities,
    statements: &Statements,
    stances: &Stances,
    all: &mut Vec<Condition>,
) {
    for claim in &stances.0 {
        let (Some(holder), Target::Phrase(head, phrase)) = (claim.holders.first(), &claim.on)
        else {
            continue;
        };
        // A clause of its own, not an item of a list: "the release of the crew before any talks".
        let clause = words.rel(*head) == Rel::Ccomp
            && words.child(*head, &[Rel::Nsubj, Rel::NsubjPass]).is_some();
        let first = before_clause(words, claim, phrase);
        if claim.stance != Stance::Demands || claim.rule != "tied" && !clause && first.is_none() {
            continue;
        }
        let (premise, then) = if claim.rule == "tied" {
            (phrase.clone(), tied_thing(words, claim.trigger))
        } else if let Some(first) = first {
            first
        } else {
            let before = (phrase.start + 2..phrase.end.saturating_sub(1)).find(|&at| {
                words.lemma(at) == "before"
                    && matches!(words.rel(at), Rel::Case | Rel::Mark)
                    && !words
                        .form(at + 1)
                        .contains(|sign: char| sign.is_ascii_digit())
                    && words.upos(at + 1) != Upos::Propn
                    && !(at + 1..phrase.end).any(|word| TIMES.contains(&words.lemma(word)))
            });
            let Some(before) = before else { continue };
            (
                words.trim(phrase.start..before),
                words.trim(before + 1..phrase.end),
            )
        };
        let known = all.iter().any(|known| {
            known.evidence.start < claim.evidence.end && claim.evidence.start < known.evidence.end
        });
        if known || premise.is_empty() || then.is_empty() {
            continue;
        }
        let (first, last) = match claim.rule.as_str() {
            "tied" => (claim.evidence.start, claim.evidence.end),
            _ => (premise.start.min(then.start), premise.end.max(then.end)),
        };
        let start = claim.evidence.start;
        let aside = (start..claim.trigger).any(|at| words.form(at) == ",");
        let evidence = if aside { claim.trigger } else { start };
        // "…, according to its foreign ministry"
        let speaker = (statements.around(claim.trigger))
            .find_map(|index| statements.all[index].speaker)
            .filter(|&teller| entities.party(teller) == Some(holder.party))
            .unwrap_or(holder.actor);
        all.push(Condition {
            speaker,
            kind: ConditionType::Precondition,
            premise,
            then,
            against: None,
            told_by: Vec::new(),
            hedge: None,
            evidence: words.trim(evidence.min(first)..claim.evidence.end.max(last)),
            rule: claim.rule.clone(),
        });
    }
}

/// "No ink, no deal": the first comes before the second. What was told so before ("Their status must be settled before any map
/// is drawn. No status, no map") is told twice.
pub(super) fn terse(words: &Words, stances: &Stances, all: &mut Vec<Condition>) {
    for claim in stances.0.iter().filter(|claim| claim.rule == "ultimatum") {
        let range = claim.evidence.clone();
        let comma = (range.start + 1..range.end.saturating_sub(1))
            .find(|&at| words.form(at) == "," && words.lower(at + 1) == "no");
        let Some(comma) = comma.filter(|_| words.lower(range.start) == "no") else {
            continue;
        };
        let premise = words.trim(range.start..comma);
        let told = |known: &Condition| {
            known.evidence.end <= range.start
                && words.sentence_of(known.evidence.start) + 2 > words.sentence_of(range.start)
                && known.premise.clone().any(|at| {
                    words.upos(at) == Upos::Noun
                        && premise
                            .clone()
                            .any(|own| words.lemma(own) == words.lemma(at))
                })
        };
        if all.iter().any(told) {
            continue;
        }
        for holder in &claim.holders {
            all.push(Condition {
                speaker: holder.actor,
                kind: ConditionType::Precondition,
                premise: premise.clone(),
                then: words.trim(comma + 1..range.end),
                against: None,
                told_by: Vec::new(),
                hedge: None,
                evidence: range.clone(),
                rule: claim.rule.clone(),
            });
        }
    }
}

/// "wants the last shell gone before it reopens the crossing", "not to let go of anything before the last cell is open": what
/// comes first, and what it is waited for with. A time ("before the summer ends") is none.
fn before_clause(
    words: &Words,
    claim: &Claim,
    phrase: &Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    let end = words.sentence(words.sentence_of(claim.trigger)).end;
    let from = phrase.start + 1;
    let before = (from..end.min(phrase.end.max(from) + 5))
        .take_while(|&at| !matches!(words.form(at), ";" | ":" | "." | "\"" | "”"))
        .find(|&at| words.lemma(at) == "before")?;
    let clause = words.head(before).filter(|&clause| {
        words.rel(before) == Rel::Mark
            && clause > before
            && words.child(clause, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
    })?;
    let after = words.trim(before + 1..words.subtree(clause).end.min(end));
    let wanted = words.trim(phrase.start..before);
    let after = match after.clone().find(|&at| words.form(at) == ",") {
        Some(comma) => words.trim(after.start..comma),
        None => after,
    };
    // "a fund, to be filled before": of the fund.
    let told_behind = phrase.start < claim.trigger;
    if told_behind
        || wanted.clone().any(|at| words.form(at) == ",")
        || after.clone().any(|at| TIMES.contains(&words.lemma(at)))
    {
        return None;
    }
    let refused = matches!(words.lower(wanted.start), "no" | "not" | "nothing");
    Some(match refused {
        true => (after, wanted),
        false => (wanted, after),
    })
}
