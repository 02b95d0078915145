//! Requests that are granted where nobody is named who grants them: "Merin asked Brod for a list. The request was granted."

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::holders::Holder;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, is_claimed};

/// How many sentences before its own are looked through for whom it was put to.
const BACK: usize = 2;

/// Reads every passive of granting.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for verb in 0..words.len() {
        if !matches!(
            words.lemma(verb),
            "grant" | "meet" | "satisfy" | "honour" | "honor" | "approve" | "accept"
        ) || !words.is_passive(verb)
            || scene.is_void(verb)
            || words.child(verb, &[Rel::OblAgent]).is_some()
            || is_claimed(scene, claims, verb)
        {
            continue;
        }
        let request = words.child(verb, &[Rel::NsubjPass]).filter(|&subject| {
            matches!(
                words.lemma(subject),
                "request" | "demand" | "wish" | "plea" | "appeal" | "application"
            )
        });
        let Some(request) = request.filter(|_| Force::of(words, verb).is_fact()) else {
            continue;
        };
        let sentence = words.sentence_of(verb);
        let asked = (claims.iter())
            .filter(|claim| claim.stance == Stance::Demands && claim.trigger <= request)
            .filter(|claim| {
                claim.trigger == request
                    || words.lower(words.subtree(request).start) == "the"
                        && words.sentence_of(claim.trigger) + 1 >= sentence
            })
            .max_by_key(|claim| claim.trigger);
        let Some(asked) = asked.filter(|asked| !asked.holders.is_empty()) else {
            continue;
        };
        let start = words.sentence(sentence.saturating_sub(BACK)).start;
        let mut others: Vec<Holder> = Vec::new();
        for holder in (start..verb)
            .filter_map(|at| scene.entities.actor(at))
            .filter_map(|actor| Holder::of(scene, actor))
        {
            let known = others.iter().any(|other| other.party == holder.party);
            if !known
                && asked
                    .holders
                    .iter()
                    .all(|asker| asker.party != holder.party)
            {
                others.push(Holder {
                    actor: holder.party,
                    ..holder
                });
            }
        }
        // Of more than one it could be any.
        if others.len() != 1 {
            continue;
        }
        let claim = Claim::plain(
            "granted",
            Stance::Accepts,
            others,
            verb,
            asked.on.clone(),
            words.trim(words.subtree(request).start..verb + 1),
        );
        claims.push(claim);
    }
}
