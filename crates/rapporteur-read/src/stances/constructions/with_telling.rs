//! What a second side says, told in a phrase with "with": "Qatar called for a pause, with Oman underlining that no licence
//! should be given before 2045", "with Brod insisting that the fund be voluntary".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Xpos};

use crate::stances::arguments::holders::holders;
use crate::stances::arguments::things::clause;
use crate::stances::modality::wanted::is_wanted;
use crate::stances::{Claim, Scene, is_claimed};

/// Verbs of saying and stressing.
const TELLING: &[&str] = &[
    "underline",
    "underscore",
    "stress",
    "emphasise",
    "emphasize",
    "insist",
    "say",
    "argue",
    "maintain",
    "add",
    "note",
    "suggest",
    "urge",
    "recommend",
    "request",
    "ask",
    "demand",
    "propose",
    "reiterate",
    "recall",
    "point out",
    "affirm",
    "hold",
];

/// Reads every participle of telling behind a comma and "with".
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for word in 1..scene.words.len() {
        if scene.words.xpos(word) == Xpos::Vbg && !scene.is_void(word) {
            told(scene, word, claims);
        }
    }
}

/// One participle.
fn told(scene: &Scene, telling: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.xpos(telling) != Xpos::Vbg
        || !TELLING.contains(&&*words.phrasal(telling))
        || is_claimed(scene, claims, telling)
    {
        return;
    }
    let sentence = words.sentence(words.sentence_of(telling));
    let Some(with) = (sentence.start..telling)
        .rev()
        .take(6)
        .find(|&at| words.lower(at) == "with" && at > sentence.start && words.form(at - 1) == ",")
    else {
        return;
    };
    let held: Vec<_> = (with + 1..telling)
        .filter(|&at| scene.entities.actor(at).is_some())
        .flat_map(|at| holders(scene, at))
        .fold(Vec::new(), |mut all, holder| {
            if !all.contains(&holder) {
                all.push(holder);
            }
            all
        });
    let Some(content) = (words.children_by(telling, &[Rel::Ccomp]))
        .find(|&content| content > telling && is_wanted(scene, content))
    else {
        return;
    };
    if held.is_empty() {
        return;
    }
    let phrase = clause(scene, content);
    let should = (words.children_by(content, &[Rel::Aux]))
        .any(|aux| matches!(words.lower(aux), "should" | "ought"));
    let puts = matches!(words.lemma(telling), "suggest" | "recommend" | "propose");
    let stance = match should || puts {
        true => Stance::Proposes,
        false => Stance::Demands,
    };
    // What was said before "with" ends there.
    for claim in claims
        .iter_mut()
        .filter(|claim| sentence.contains(&claim.trigger))
    {
        if let crate::stances::Target::Phrase(head, told) = &mut claim.on
            && *head < with
            && told.start < with - 1
            && told.contains(&with)
        {
            told.end = with - 1;
            claim.evidence.end = claim.evidence.end.min((with - 1).max(claim.trigger + 1));
        }
    }
    claims.retain(|claim| !phrase.contains(&claim.trigger));
    claims.push(Claim::plain(
        "with-telling",
        stance,
        held,
        telling,
        scene.toward(content, phrase.clone()),
        words.trim(with + 1..phrase.end),
    ));
}
