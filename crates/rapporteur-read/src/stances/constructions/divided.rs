//! What one side takes and another does not: "was acceptable to Merin but not to Brod", "found favour with Merin, though not
//! with Brod", "fine with Merin but too low for Brod".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::cues::verdicts::verdict;
use crate::stances::{Claim, Scene};

/// Adds what the other side holds, behind every stance whose holder stands behind the words that show it.
pub(in crate::stances) fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut more = Vec::new();
    for claim in claims.iter() {
        more.extend(but_not(scene, claim));
        more.extend(but_too(scene, claim));
    }
    claims.extend(more);
}

/// "acceptable to Merin | but not to Brod"
fn but_not(scene: &Scene, claim: &Claim) -> Option<Claim> {
    let words = scene.words;
    let opposite = match claim.stance {
        Stance::Accepts => Stance::Rejects,
        Stance::Supports => Stance::Opposes,
        _ => return None,
    };
    let end = words.sentence(words.sentence_of(claim.trigger)).end;
    let but = (claim.trigger + 1..end).find(|&at| {
        matches!(
            words.lower(at),
            "but" | "though" | "although" | "and" | "if"
        ) && words.lower(at + 1) == "not"
    })?;
    let before = but - 1 - usize::from(words.form(but - 1) == ",");
    let own = (scene.entities.actor(before)).is_some_and(|actor| {
        Holder::of(scene, actor).is_some_and(|one| claim.shares_party(&[one]))
    });
    let cased = but + 2;
    let name = cased + usize::from(words.upos(cased) == Upos::Adp);
    let name = (name..end.min(name + 5))
        .take_while(|&at| words.upos(at) != Upos::Punct && !words.is_verb(at))
        .find(|&at| scene.entities.actor(at).is_some())?;
    let whole = words.subtree(name).end.max(name + 1);
    let stops =
        whole >= end || words.upos(whole) == Upos::Punct || words.upos(whole) == Upos::Cconj;
    // "Merin backs it but not Brod": who is left out of those before the verb is no holder.
    if !own || !stops || name == cased && words.upos(cased) != Upos::Propn {
        return None;
    }
    let held: Vec<Holder> = (holders(scene, name).into_iter())
        .filter(|one| !claim.shares_party(&[*one]))
        .collect();
    (!held.is_empty()).then(|| Claim {
        stance: opposite,
        holders: held,
        rule: "divided".into(),
        premise: None,
        reason: None,
        evidence: words.trim(claim.evidence.start..whole),
        ..claim.clone()
    })
}

/// "fine with Merin | but too low for Brod"
fn but_too(scene: &Scene, claim: &Claim) -> Option<Claim> {
    let words = scene.words;
    words.child(claim.trigger, &[Rel::Cop])?;
    // Joined with the first verdict, or hung on whom that is of.
    let whom = words.with_case(claim.trigger, &["for", "to", "with"]);
    let second = std::iter::once(claim.trigger)
        .chain(whom)
        .flat_map(|first| words.children_by(first, &[Rel::Conj]))
        .find(|&second| {
            second > claim.trigger
                && matches!(words.upos(second), Upos::Adj | Upos::Adv | Upos::Noun)
                && words
                    .child(second, &[Rel::Nsubj, Rel::Cop, Rel::Case])
                    .is_none()
        })?;
    let named: Vec<Holder> = (words.with_case(second, &["for", "to", "with"]))
        .filter(|&name| name > second)
        .flat_map(|name| holders(scene, name))
        .filter(|one| !claim.shares_party(&[*one]))
        .collect();
    let start = words.subtree(second).start;
    let frame = (start..=second).find_map(|at| Some(verdict(scene, at)?.0))?;
    (!named.is_empty()).then(|| Claim {
        stance: frame.stance,
        holders: named,
        rule: "divided".into(),
        premise: None,
        reason: None,
        evidence: words.trim(claim.evidence.start..words.subtree(second).end),
        ..claim.clone()
    })
}
