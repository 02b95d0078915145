//! Stances whose verb is left out: "So did Orveth", "as did Orveth", "neither does Orveth"; "Brod does not", "it no longer
//! does".
//!
//! Of a denial only what the whole clause would show is read: "Brod wants it; Orveth does not" is a no, "Brod backed it;
//! Orveth did not" is none.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::holders::{Holder, holders};
use super::{Claim, Scene, Target};

/// Copies, turns round or ends the last stance of the sentence, or of the one before.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    same(scene, claims);
    denied(scene, claims);
}

/// "Orveth does not", "Orveth will not", "it no longer does": an auxiliary with its subject, and nothing behind it.
fn denied(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for auxiliary in 1..words.len() {
        if !matches!(
            words.lower(auxiliary),
            "do" | "does"
                | "will"
                | "wo"
                | "would"
                | "can"
                | "ca"
                | "could"
                | "is"
                | "are"
                | "can\u{2019}t"
        ) || scene.is_void(auxiliary)
        {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(auxiliary));
        let stops = |at: usize| {
            at >= sentence.end
                || matches!(words.form(at), "." | "," | ";" | ":" | "–" | "—")
                || matches!(words.lower(at), "but" | "and")
        };
        let next = |at: usize| {
            if at < words.len() {
                words.lower(at)
            } else {
                ""
            }
        };
        let not = matches!(next(auxiliary + 1), "not" | "n't" | "n’t") && stops(auxiliary + 2);
        let no_longer = auxiliary > 2
            && next(auxiliary - 1) == "longer"
            && next(auxiliary - 2) == "no"
            && stops(auxiliary + 1)
            || next(auxiliary + 1) == "no"
                && next(auxiliary + 2) == "longer"
                && stops(auxiliary + 3);
        if !not && !no_longer {
            continue;
        }
        let before = auxiliary
            - if no_longer && next(auxiliary - 1) == "longer" {
                3
            } else {
                1
            };
        if before < sentence.start {
            continue;
        }
        let subject = words
            .child(auxiliary, &[Rel::Nsubj])
            .filter(|&subject| subject < auxiliary)
            .unwrap_or(before);
        let held = holders(scene, subject);
        if held.is_empty() {
            continue;
        }
        let evidence = words.trim(words.subtree(subject).start.min(before)..auxiliary + 2);
        let own = |claim: &Claim| {
            (claim.holders.iter()).any(|one| held.iter().any(|other| one.party == other.party))
        };
        let recent = |claim: &&mut Claim| {
            claim.trigger < auxiliary
                && words.sentence_of(claim.trigger) + 1 >= words.sentence_of(auxiliary)
        };
        if no_longer {
            let before = (claims.iter_mut().filter(recent))
                .filter(|claim| own(claim))
                .max_by_key(|claim| claim.trigger);
            if let Some(before) = before {
                before.stance = match before.stance {
                    Stance::Demands | Stance::Proposes => Stance::Withdraws,
                    Stance::Opposes | Stance::Rejects | Stance::Concerned => Stance::Open,
                    other => other,
                };
            }
            continue;
        }
        let before = (claims.iter_mut().filter(recent))
            .max_by_key(|claim| claim.trigger)
            .filter(|claim| !own(claim));
        let Some(before) = before else { continue };
        if let Some(claim) = turned(scene, before, held, auxiliary, evidence) {
            claims.push(claim);
        }
    }
}

/// The stance that the whole clause would show with "not": "does not want", "will not accept".
fn turned(
    scene: &Scene,
    before: &Claim,
    held: Vec<Holder>,
    auxiliary: usize,
    evidence: std::ops::Range<usize>,
) -> Option<Claim> {
    let wants = matches!(
        scene.words.lemma(before.trigger),
        "want" | "like" | "favour" | "favor" | "need" | "support" | "back" | "endorse"
    );
    let is_asked = matches!(
        before.on,
        Target::Phrase(head, _) if scene.words.xpos(head) == Xpos::Vb
    );
    let will = scene.words.lower(auxiliary);
    let stance = match before.stance {
        Stance::Accepts | Stance::AcceptsIf | Stance::Open => Stance::Rejects,
        Stance::Supports => Stance::Opposes,
        Stance::Demands if wants => Stance::Opposes,
        // "It called on Orveth to open the port. Orveth said it would not."
        Stance::Demands if is_asked && matches!(will, "will" | "wo" | "would") => Stance::Rejects,
        _ => return None,
    };
    Some(Claim {
        stance,
        holders: held,
        trigger: auxiliary,
        rule: "ellipsis".into(),
        evidence,
        premise: None,
        reason: None,
        ..before.clone()
    })
}

/// Copies the last stance to whoever stands so too.
fn same(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for word in 0..words.len().saturating_sub(2) {
        let same = matches!(words.lemma(word), "so" | "as");
        let neither = matches!(words.lemma(word), "neither" | "nor");
        let auxiliary = word + 1;
        if !(same || neither)
            || !matches!(
                words.lemma(auxiliary),
                "do" | "have" | "be" | "will" | "would" | "can" | "could"
            )
            || words.lemma(word) == "as"
                && word > 0
                && !matches!(words.form(word - 1), "," | "–" | "—")
            || scene.is_void(word)
        {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(word));
        let subject = (auxiliary + 1..sentence.end)
            .take_while(|&at| words.upos(at) != Upos::Punct && !words.is_verb(at))
            .find(|&at| scene.entities.actor(at).is_some());
        let Some(subject) = subject else { continue };
        // "Nor has Merin warmed to it": the verb is there.
        if (subject + 1..(subject + 3).min(sentence.end)).any(|at| words.is_verb(at)) {
            continue;
        }
        let held = holders(scene, subject);
        let before = claims
            .iter()
            .filter(|claim| claim.trigger < word)
            .filter(|claim| words.sentence_of(claim.trigger) + 1 >= words.sentence_of(word))
            .max_by_key(|claim| claim.trigger);
        let Some(before) = before.filter(|before| {
            !held.is_empty()
                && neither == matches!(before.stance, Stance::Rejects | Stance::Opposes)
                || same
        }) else {
            continue;
        };
        let trigger = before.trigger;
        let evidence = words.trim(word..words.subtree(subject).end.max(subject + 1));
        more.extend(
            claims
                .iter()
                .filter(|claim| claim.trigger == trigger)
                .map(|claim| Claim {
                    holders: held.clone(),
                    evidence: evidence.clone(),
                    rule: "ellipsis".into(),
                    reason: None,
                    ..claim.clone()
                }),
        );
    }
    claims.extend(more);
}
