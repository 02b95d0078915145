//! Verdicts that only say why: "turned the offer down, calling it too low", "rejected the plan, saying it came too late".
//! They are the reason of the stance before them, and no stance of their own.

use rapporteur_model::Stance;
use rapporteur_syntax::Xpos;

use crate::stances::arguments::matter::is_pronoun;
use crate::stances::{Claim, Scene, Target};

/// Makes each such verdict the reason of the refusal that it explains.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut why: Vec<(usize, usize)> = Vec::new();
    for (index, verdict) in claims.iter().enumerate() {
        let Target::Phrase(head, phrase) = &verdict.on else {
            continue;
        };
        let explains = matches!(
            verdict.stance,
            Stance::Concerned | Stance::Opposes | Stance::Rejects
        );
        // "rejected the quota, saying the volumes were too small", "opposed it, fearing a loophole": a worry is never more.
        let pronoun = phrase.len() == 1 && is_pronoun(scene.words, *head);
        if !explains || !pronoun && verdict.stance != Stance::Concerned {
            continue;
        }
        let refusal = claims.iter().rposition(|refusal| {
            matches!(
                refusal.stance,
                Stance::Rejects | Stance::Opposes | Stance::RedLine
            ) && refusal.trigger < verdict.trigger
                && refusal.holders == verdict.holders
                && refusal.on != verdict.on
                && says_why(scene, refusal.trigger, verdict.trigger)
        });
        if let Some(refusal) = refusal {
            why.push((index, refusal));
        }
    }
    for &(verdict, refusal) in &why {
        let reason = claims[verdict].evidence.clone();
        claims[refusal].reason.get_or_insert(reason);
    }
    let mut index = 0;
    claims.retain(|_| {
        index += 1;
        !why.iter().any(|(verdict, _)| verdict + 1 == index)
    });
}

/// Whether ", calling …", ", saying …" parts two words of a sentence, and no other verb with a comma does.
fn says_why(scene: &Scene, refusal: usize, verdict: usize) -> bool {
    let words = scene.words;
    words.sentence_of(refusal) == words.sentence_of(verdict)
        && (refusal + 1..=verdict).any(|at| {
            words.form(at - 1) == ","
                && words.xpos(at) == Xpos::Vbg
                && words.is_verb(at)
                && (at..verdict).all(|between| !matches!(words.form(between), ";" | ":" | "."))
        })
}
