//! Sides taken without a word on what: "Merin asked for a seat. Brod sided with Merin", "Brod is with her", "Brod supported him".
//! Whoever takes a side stands as the one whose side it is.

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::holders::{holders, subject_holders};
use crate::stances::modality::force::Force;
use crate::stances::modality::told::is_told;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Verbs of being on somebody's side, with "with" or "behind" before whoever it is.
const SIDING: &[&str] = &[
    "side",
    "agree",
    "align",
    "concur",
    "sympathise",
    "sympathize",
    "line up",
    "go along",
];

/// Verbs of backing, with somebody for their object.
const BACKING: &[&str] = &["back", "support", "second", "echo", "endorse"];

/// How many sentences before a side that is taken the other may have told what it wants.
const REACH: usize = 8;

/// Reads every side that is taken, in view of what the other has asked for or said no to.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for word in 0..scene.words.len() {
        let Some(whom) = whose_side(scene, word).filter(|_| !scene.is_void(word)) else {
            continue;
        };
        if let Some(claim) = siding(scene, word, whom, claims)
            && !is_claimed(scene, claims, word)
        {
            claims.push(claim);
        }
    }
}

fn siding(scene: &Scene, word: usize, whom: usize, claims: &[Claim]) -> Option<Claim> {
    let words = scene.words;
    if !Force::of(words, word).is_fact() || !is_told(scene, word) {
        return None;
    }
    let (held, theirs) = (subject_holders(scene, word), holders(scene, whom));
    let apart = (held.iter()).all(|one| theirs.iter().all(|other| other.party != one.party));
    if held.is_empty() || theirs.is_empty() || !apart {
        return None;
    }
    // To back somebody is a side only soon behind what that one wants.
    let backs = words.is_verb(word) && BACKING.contains(&&*words.phrasal(word));
    let (own, reach) = (
        words.sentence_of(word),
        if backs { REACH / 2 } else { REACH },
    );
    let before = (claims.iter())
        .filter(|claim| claim.trigger < word && words.sentence_of(claim.trigger) + reach >= own)
        .filter(|claim| claim.on != Target::Nothing && claim.shares_party(&theirs))
        .max_by_key(|claim| claim.trigger)?;
    let behind = words.sentence_of(before.trigger) == own;
    let stance = match before.stance {
        Stance::Demands | Stance::Proposes | Stance::Offers | Stance::Supports => Stance::Supports,
        same @ (Stance::Opposes | Stance::Rejects) if behind => same,
        _ => return None,
    };
    let start = words
        .subject(word)
        .filter(|&subject| subject < word && words.sentence_of(subject) == words.sentence_of(word))
        .map_or(word, |subject| words.subtree(subject).start);
    let evidence = words.trim(start.min(word)..words.subtree(whom).end.max(word + 1));
    let mut claim = Claim::plain("sided", stance, held, word, before.on.clone(), evidence);
    claim.via = before.via;
    Some(claim)
}

/// Whose side a word takes: somebody, where nothing else is told that the side would be taken on.
fn whose_side(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    let somebody =
        |&at: &usize| scene.entities.actor(at).is_some() && scene.proposals.at(at).is_none();
    if words.is_verb(word) {
        let open =
            !words.is_passive(word) && words.child(word, &[Rel::Xcomp, Rel::Ccomp]).is_none();
        let verb = words.phrasal(word);
        return if !open {
            None
        } else if SIDING.contains(&&*verb) {
            (words.child(word, &[Rel::Obj]).is_none())
                .then(|| {
                    words
                        .with_case(word, &["with", "behind", "alongside"])
                        .find(somebody)
                })
                .flatten()
        } else if BACKING.contains(&&*verb) {
            words
                .object(word)
                .filter(somebody)
                .filter(|&whom| whom > word)
        } else {
            None
        };
    }
    // "is with her", "is behind Merin"
    let with = (words.children_by(word, &[Rel::Case]))
        .any(|case| matches!(words.lower(case), "with" | "behind" | "alongside"));
    (with && words.child(word, &[Rel::Cop]).is_some() && somebody(&word)).then_some(word)
}
