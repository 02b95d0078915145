//! Frames that need a fellow beside their verb ("raise" + "concern"), and where the thing and the holder stand then.

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceFrame};
use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::Scene;
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::{clause, has_to, noun_phrase};

/// Frames that need a fellow ("raise" + "concern"): whether it is there.
pub(in crate::stances) fn carries(scene: &Scene, word: usize, frame: &StanceFrame) -> Option<()> {
    if let Some(()) = carried_noun(scene, word, frame).map(|_| ()) {
        return Some(());
    }
    // "is asking $14 a day"
    let money = frame.with.iter().any(|with| with == "sum")
        && (scene.words.object(word)).is_some_and(|sum| {
            matches!(scene.words.form(sum), "$" | "£" | "€" | "¥")
                || scene.words.subtree(sum).any(|at| {
                    matches!(
                        scene.words.lower(at),
                        "percent" | "dollar" | "euro" | "pound"
                    )
                })
        });
    if money {
        return Some(());
    }
    // Arguments named by position ("urge X to": an object).
    let by_place = frame.with.iter().any(|with| match with.as_str() {
        "object" => scene.words.child(word, &[Rel::Obj, Rel::Iobj]).is_some(),
        preposition => scene.words.with_case(word, &[preposition]).next().is_some(),
    });
    by_place.then_some(())
}

/// The noun beside a verb that its frame needs.
pub(in crate::stances) fn carried_noun(
    scene: &Scene,
    word: usize,
    frame: &StanceFrame,
) -> Option<usize> {
    let words = scene.words;
    words
        .children_by(word, &[Rel::Obj, Rel::NsubjPass, Rel::Obl, Rel::Xcomp])
        .chain(words.object(word))
        .find(|&noun| {
            let named = |at: usize| frame.with.iter().any(|with| with == words.lemma(at));
            // "withdrew its draft decision"
            named(noun)
                || frame.stance == Stance::Withdraws
                    && words.children_by(noun, &[Rel::Compound]).any(named)
        })
}

/// "stressed the need for a fund", "left the door open to talks": the thing hangs on the noun that the verb carries.
pub(in crate::stances) fn through_noun(
    scene: &Scene,
    word: usize,
    frame: &StanceFrame,
) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let noun = carried_noun(scene, word, frame)?;
    frame.on.iter().find_map(|place| match place {
        Place::Preposition(preposition) => words
            .with_case(noun, &[preposition.as_str()])
            .next()
            .map(|head| (head, noun_phrase(scene, head))),
        Place::To => words
            .children_by(noun, &[Rel::Acl, Rel::Xcomp])
            .find(|&clause| has_to(scene, clause))
            .map(|head| (head, clause(scene, head)))
            .or_else(|| {
                words
                    .with_case(noun, &["to"])
                    .next()
                    .map(|head| (head, noun_phrase(scene, head)))
            }),
        _ => None,
    })
}

/// The holder where it is not the subject: "raised concern among", "in", "with".
pub(in crate::stances) fn around(scene: &Scene, word: usize, frame: &StanceFrame) -> Vec<Holder> {
    let words = scene.words;
    let cases: Vec<&str> = frame.holder.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    let mut stack = vec![word];
    stack.extend(words.children_by(word, &[Rel::Obj, Rel::NsubjPass]));
    let mut index = 0;
    while index < stack.len() && index < 24 {
        let at = stack[index];
        index += 1;
        for phrase in words.with_case(at, &cases) {
            for holder in holders(scene, phrase) {
                if !found.contains(&holder) {
                    found.push(holder);
                }
            }
            for fellow in words.conjuncts(phrase) {
                if !stack.contains(&fellow) {
                    stack.push(fellow);
                }
            }
        }
    }
    found
}
