//! Offers that grow: "offered £8 million. It has since raised that to £11 million", "later went to 900".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, is_claimed};

/// How far back the offer may stand, in sentences.
const NEAR: usize = 3;

/// Reads every offer that is raised.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !(claims.iter()).any(|claim| claim.stance == Stance::Offers) {
        return;
    }
    for verb in 0..words.len() {
        let grows = matches!(
            words.lemma(verb),
            "raise" | "lift" | "increase" | "up" | "improve" | "sweeten" | "go" | "come"
        );
        if !grows || !words.is_verb(verb) || is_claimed(scene, claims, verb) {
            continue;
        }
        let pronoun = words.object(verb).is_some_and(|object| {
            object > verb
                && matches!(
                    words.lemma(object),
                    "that" | "it" | "this" | "sum" | "figure" | "amount" | "offer" | "bid"
                )
        });
        let goes = matches!(words.lemma(verb), "go" | "come") && words.object(verb).is_none();
        let Some(sum) = (words.with_case(verb, &["to"])).find(|&sum| {
            sum > verb
                && (words.upos(sum) == Upos::Num
                    || words.upos(sum) == Upos::Sym
                    || words.child(sum, &[Rel::Nummod]).is_some())
        }) else {
            continue;
        };
        if !pronoun && !goes
            || !Force::of(words, verb).is_fact()
            || scene.dates.begins_in(&(sum..sum + 1))
        {
            continue;
        }
        let held = subject_holders(scene, verb);
        let offered = (claims.iter()).any(|claim| {
            claim.stance == Stance::Offers
                && claim.trigger < verb
                && words.sentence_of(claim.trigger) + NEAR >= words.sentence_of(verb)
                && claim.shares_party(&held)
        });
        if !offered {
            continue;
        }
        let phrase = noun_phrase(scene, sum);
        claims.push(Claim::plain(
            "raised",
            Stance::Offers,
            held,
            verb,
            scene.toward(sum, phrase.clone()),
            evidence(scene, verb, &phrase, None),
        ));
    }
}
