//! People who are asked for or offered, and then taken: "Merin offered 60 officers. Brod welcomed the officers, and later agreed to
//! 40 of them." By themselves they are somebody, whom nobody agrees to.

use rapporteur_lexicon::StanceWord;
use rapporteur_model::{ActorType, Stance};

use crate::entities::EntityKind;
use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::matter::is_within_reach;
use crate::stances::modality::force::Force;
use crate::stances::modality::told::is_told;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Reads every verb of taking whose object are people that another has put forward.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for verb in 0..scene.words.len() {
        if !scene.words.is_verb(verb) || scene.is_void(verb) || scene.words.is_passive(verb) {
            continue;
        }
        if let Some(claim) = taking(scene, verb, claims)
            && !is_claimed(scene, claims, verb)
        {
            claims.push(claim);
        }
    }
}

fn taking(scene: &Scene, verb: usize, claims: &[Claim]) -> Option<Claim> {
    let words = scene.words;
    let people = words
        .object(verb)
        .or_else(|| words.with_case(verb, &["to"]).next())
        .filter(|&people| people > verb)?;
    let somebody = scene
        .entities
        .actor(people)
        .filter(|&actor| scene.entities.all[actor].kind == EntityKind::Actor(ActorType::Unnamed))?;
    let stance = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(verb))
        .find(|frame| frame.only.is_none() && frame.with.is_empty())
        .map(|frame| frame.stance)
        .filter(|stance| matches!(stance, Stance::Accepts | Stance::Supports))?;
    let held = subject_holders(scene, verb);
    if held.is_empty() || !Force::of(words, verb).is_fact() || !is_told(scene, verb) {
        return None;
    }
    let before = (claims.iter())
        .filter(|claim| claim.trigger < verb && is_within_reach(scene, verb, claim.trigger))
        .filter(|claim| !claim.shares_party(&held))
        .filter(|claim| {
            matches!(
                claim.stance,
                Stance::Demands | Stance::Proposes | Stance::Offers
            )
        })
        .filter(|claim| match &claim.on {
            Target::Phrase(_, phrase) => {
                (phrase.clone()).any(|at| scene.entities.actor(at) == Some(somebody))
            }
            _ => false,
        })
        .max_by_key(|claim| claim.trigger)?;
    let start = words
        .subject(verb)
        .filter(|&subject| subject < verb && words.sentence_of(subject) == words.sentence_of(verb))
        .map_or(verb, |subject| words.subtree(subject).start);
    let evidence = words.trim(start.min(verb)..words.subtree(people).end);
    let mut claim = Claim::plain("sent", stance, held, verb, before.on.clone(), evidence);
    claim.via = before.via;
    Some(claim)
}
