//! Rebuttals: "That, Brod countered, would turn a treaty into a customs wall". Whoever answers what another put forward in a
//! word of contradicting is at least concerned about it, whatever picture the words are.

use rapporteur_model::Stance;

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::matter::last_put_forward;
use crate::stances::{Claim, Scene};

/// Verbs of answering against something.
const REBUTTING: &[&str] = &[
    "counter",
    "retort",
    "object",
    "protest",
    "complain",
    "rejoin",
    "grumble",
    "snap",
    "scoff",
    "hit back",
    "shoot back",
    "fire back",
];

/// Reads every statement of such a verb whose words begin with what goes back to the thing.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for statement in &scene.statements.all {
        let Some(cue) = statement.cue_head else {
            continue;
        };
        let Some(first) = statement.content.first() else {
            continue;
        };
        let rebuts = words.is_verb(cue)
            && REBUTTING.contains(&words.lemma(cue))
            && words.negation(cue).is_none();
        let mark = usize::from(words.lower(first.start) == "that" && first.start == cue + 1);
        let back = matches!(
            words.lower(first.start + mark),
            "this" | "that" | "it" | "such"
        ) && statement
            .content
            .iter()
            .map(ExactSizeIterator::len)
            .sum::<usize>()
            > mark + 2;
        if !rebuts || !back {
            continue;
        }
        let held: Vec<Holder> = (statement.speaker)
            .and_then(|speaker| Holder::of(scene, speaker))
            .into_iter()
            .collect();
        let sentence = words.sentence_of(cue);
        let told = (claims.iter())
            .any(|claim| words.sentence_of(claim.trigger) == sentence && claim.shares_party(&held));
        if held.is_empty() || told {
            continue;
        }
        let Some(on) = last_put_forward(scene, claims, cue, &held).map(|claim| claim.on.clone())
        else {
            continue;
        };
        let evidence = words.trim(words.sentence(sentence));
        claims.push(Claim::plain(
            "countered",
            Stance::Concerned,
            held,
            cue,
            on,
            evidence,
        ));
    }
}
