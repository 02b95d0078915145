//! Stances whose verb is left out: "So did Orveth", "as did Orveth", "neither does Orveth".
//!
//! Only sameness is read: that somebody did *not* back a plan is no stance against it ("Brod backed it; Orveth did not").

use rapporteur_model::Stance;
use rapporteur_syntax::Upos;

use super::holders::holders;
use super::{Claim, Scene};

/// Copies the last stance of the sentence, or of the one before, to whoever stands so too.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
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
