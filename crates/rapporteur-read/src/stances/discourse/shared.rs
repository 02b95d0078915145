//! A thing told once for two verbs: "Merin has long demanded, and Tolsk has always refused, an apology".

use rapporteur_lexicon::StanceWord;
use rapporteur_syntax::Rel;

use crate::stances::arguments::holders::subject_holders;
use crate::stances::modality::force::Force;
use crate::stances::modality::settle::settle;
use crate::stances::{Claim, Scene, Target};

/// Gives a verb before a comma, without a thing of its own, the thing of the verb that follows it.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more = Vec::new();
    for claim in claims.iter() {
        let second = claim.trigger;
        let Some(first) = words
            .head(second)
            .filter(|_| words.rel(second) == Rel::Conj && words.is_verb(second))
        else {
            continue;
        };
        let Target::Phrase(_, phrase) = &claim.on else {
            continue;
        };
        let bare = words.is_verb(first)
            && words.form((first + 1).min(words.len() - 1)) == ","
            && words
                .child(first, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::Obl])
                .is_none();
        let told = claims.iter().any(|other| other.trigger == first);
        if !bare || told || phrase.start < second {
            continue;
        }
        let force = Force::of(words, first);
        let held = subject_holders(scene, first);
        let frames = scene
            .lexicon
            .stances
            .of(StanceWord::Verb, words.lemma(first));
        let stance = frames
            .filter(|frame| frame.with.is_empty() && !force.hypothetical)
            .find_map(|frame| {
                let stance = settle(frame, StanceWord::Verb, &force, claim.premise.is_some())?;
                Some((stance, frame))
            });
        if let Some((stance, frame)) = stance.filter(|_| !held.is_empty()) {
            let subject = words
                .child(first, &[Rel::Nsubj])
                .map_or(first, |subject| words.subtree(subject).start);
            more.push(Claim {
                stance,
                holders: held,
                trigger: first,
                rule: frame.name.clone(),
                outlet: frame.outlet,
                evidence: words.trim(subject..phrase.end),
                reason: None,
                ..claim.clone()
            });
        }
    }
    claims.extend(more);
}
