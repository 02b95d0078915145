//! What a party says stays as it is when another wants it changed: "The rebels want the army off the road. The road stays with
//! the army, she said", "'The posts stay,' he said", "the hulk would stay where it was".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::Holder;
use crate::stances::modality::force::{Force, PremiseKind, premise};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// How many sentences back another's wish is looked for.
const BACK: usize = 3;

/// Words of a wish that something stay: whoever says that it does grants it.
const KEEPING: &[&str] = &[
    "keep", "stay", "remain", "retain", "preserve", "maintain", "continue", "survive", "hold",
    "leave", "save", "open", "return", "reopen",
];

/// Adds what is refused so.
pub(in crate::stances) fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for verb in 1..words.len() {
        if !words.is_verb(verb)
            || !matches!(words.lemma(verb), "stay" | "remain" | "stand")
            || scene.is_void(verb)
        {
            continue;
        }
        let Some(thing) = (words.child(verb, &[Rel::Nsubj])).filter(|&thing| {
            thing < verb && words.upos(thing) == Upos::Noun && scene.proposals.at(thing).is_none()
        }) else {
            continue;
        };
        let force = Force::of(words, verb);
        let held = Holder::speakers(scene, verb);
        let will = (force.modal.as_deref())
            .is_none_or(|modal| matches!(modal, "will" | "would" | "must" | "shall"));
        // "stays until the survey is done": no sooner than that.
        let hangs = premise(words, verb).is_some_and(|premise| premise.kind != PremiseKind::Unless);
        let told = (claims.iter()).any(|claim| {
            words.sentence_of(claim.trigger) == words.sentence_of(verb) && claim.shares_party(&held)
        });
        if held.is_empty()
            || !will
            || hangs
            || told
            || force.negated
            || force.hypothetical
            || is_worth(words, verb)
        {
            continue;
        }
        let Some(on) = wished_away(scene, claims, verb, thing, &held) else {
            continue;
        };
        let phrase = words.trim(words.subtree(thing).start..verb + 1);
        let rests_on = evidence(scene, verb, &phrase, None);
        claims.push(Claim::plain(
            "kept",
            Stance::Rejects,
            held,
            verb,
            on,
            rests_on,
        ));
    }
}

/// "The gap remains wide", "the number stands at 12": how a thing is, and not that it stays.
fn is_worth(words: &Words, verb: usize) -> bool {
    // "remains high", whatever the tree hangs it on
    let next = (verb + 1..words.len())
        .take(1)
        .filter(|&next| words.upos(next) == Upos::Adj);
    let tells = (words.children_by(verb, &[Rel::Xcomp, Rel::Ccomp]))
        .chain(next)
        .any(|how| {
            !matches!(
                words.lower(how),
                "put" | "closed" | "shut" | "open" | "ours" | "there" | "here"
            )
        });
    tells || (words.with_case(verb, &["at"])).next().is_some()
}

/// What another has just asked to be done with the thing: the wish is named by the thing, and is not that it stay.
fn wished_away(
    scene: &Scene,
    claims: &[Claim],
    verb: usize,
    thing: usize,
    held: &[Holder],
) -> Option<Target> {
    let words = scene.words;
    let sentence = words.sentence_of(verb);
    (claims.iter())
        .filter(|claim| {
            claim.trigger < verb
                && words.sentence_of(claim.trigger) + BACK >= sentence
                && matches!(claim.stance, Stance::Demands | Stance::Proposes)
                && !claim.shares_party(held)
        })
        .filter(|claim| match &claim.on {
            Target::Phrase(_, phrase) => {
                // "a road": of another sort
                phrase
                    .clone()
                    .any(|at| words.lemma(at) == words.lemma(thing) && words.upos(at) == Upos::Noun)
                    && phrase
                        .clone()
                        .any(|at| words.is_verb(at) || matches!(words.upos(at), Upos::Adp))
                    && !phrase.clone().any(|at| KEEPING.contains(&words.lemma(at)))
            }
            _ => false,
        })
        .max_by_key(|claim| claim.trigger)
        .map(|claim| claim.on.clone())
}
