//! An offer taken as it lies: "Give us twelve. We'd take six", "the owners put up 39; the crews take it", "it takes 5.5".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::matter::put_forward;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, Premise, PremiseKind, premise};
use crate::stances::modality::surface::surface_premise;
use crate::stances::{Claim, Scene, Target, is_claimed};
use crate::words::Words;

/// Reads every "take" whose object is a bare figure, or stands for what another has offered.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for verb in 0..words.len() {
        if words.lemma(verb) != "take"
            || !words.is_verb(verb)
            || scene.is_void(verb)
            || words.is_passive(verb)
            || &*words.phrasal(verb) != "take"
            || matches!(words.rel(verb), Rel::Xcomp | Rel::Acl | Rel::Advcl)
        {
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
    let object = words
        .object(verb)
        .or_else(|| words.child(verb, &[Rel::OblUnmarked]))
        .filter(|&object| object > verb)?;
    let force = Force::of(words, verb);
    let would = matches!(force.modal.as_deref(), Some("would" | "will"));
    if force.negated || force.never || force.hypothetical || force.modal.is_some() && !would {
        return None;
    }
    // "take it to the members", "take it as a slight"
    let elsewhere = (words.children_by(verb, &[Rel::Xcomp, Rel::Ccomp, Rel::Iobj]))
        .next()
        .is_some()
        || words
            .with_case(
                verb,
                &[
                    "to", "from", "off", "as", "into", "out", "away", "back", "over", "on", "upon",
                    "up",
                ],
            )
            .next()
            .is_some();
    let held = subject_holders(scene, verb);
    if elsewhere || held.is_empty() {
        return None;
    }
    let offered = put_forward(scene, claims, verb, &held);
    let pronoun = matches!(words.lower(object), "it" | "that" | "them");
    let on = if pronoun {
        offered
            .filter(|offer| matches!(offer.stance, Stance::Offers | Stance::Proposes))?
            .on
            .clone()
    } else {
        (is_figure(words, object) && (would || offered.is_some()))
            .then(|| Target::Phrase(object, noun_phrase(scene, object)))?
    };
    let phrase = match &on {
        Target::Phrase(_, phrase) if !pronoun => phrase.clone(),
        _ => object..object + 1,
    };
    let condition = premise(words, verb)
        .or_else(|| surface_premise(words, &phrase))
        .or_else(|| with_it(words, verb, object));
    if (condition.as_ref()).is_some_and(|premise| premise.kind == PremiseKind::Unless) {
        return None;
    }
    let on = match (on, &condition) {
        (Target::Phrase(head, phrase), Some(premise))
            if !pronoun && phrase.contains(&premise.whole.start) =>
        {
            Target::Phrase(head, words.trim(phrase.start..premise.whole.start))
        }
        (on, _) => on,
    };
    Some(Claim {
        stance: match condition {
            Some(_) => Stance::AcceptsIf,
            None => Stance::Accepts,
        },
        holders: held,
        trigger: verb,
        rule: "takes".into(),
        evidence: evidence(
            scene,
            verb,
            &phrase,
            condition.as_ref().map(|premise| premise.whole.clone()),
        ),
        on,
        premise: condition,
        reason: None,
        outlet: false,
        via: None,
    })
}

/// "six", "5.5", "8%", "$60": a figure without a noun that would tell what is taken, or how long it takes.
fn is_figure(words: &Words, object: usize) -> bool {
    (words.upos(object) == Upos::Num
        || matches!(words.form(object), "%" | "$" | "€" | "£")
        || matches!(words.lemma(object), "percent" | "cent"))
        && !matches!(words.form(object).len(), 4 if words.form(object).starts_with("20"))
}

/// "would take 16 with a proper clause in it": what has to come with it.
fn with_it(words: &Words, verb: usize, object: usize) -> Option<Premise> {
    let with = [verb, object]
        .into_iter()
        .flat_map(|at| words.with_case(at, &["with"]))
        .find(|&with| with > object)?;
    let whole: Range<usize> = words.trim(words.subtree(with));
    let first = whole.start + 1;
    (first < whole.end).then_some(Premise {
        kind: PremiseKind::Subject,
        words: first..whole.end,
        head: with,
        whole,
    })
}
