//! How far somebody has come down: "The union came down to 6 percent", "has since climbed down to 48,000 tonnes", "is down
//! to 12 boats". That much is asked now.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, is_claimed};

/// Reads one word: the verb.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(words.lemma(verb), "come" | "climb" | "go" | "slip" | "drop")
        || !words.is_verb(verb)
    {
        return;
    }
    let down = verb + 1;
    let to = verb + 2;
    if to + 1 >= words.len()
        || words.lower(down) != "down"
        || words.lower(to) != "to"
        || is_claimed(scene, claims, verb)
    {
        return;
    }
    let Some(amount) = words.with_case(verb, &["to"]).find(|&amount| {
        amount > to
            && (words.upos(amount) == Upos::Num
                || words.xpos(amount) == Xpos::Cd
                || words.child(amount, &[Rel::Nummod]).is_some())
    }) else {
        return;
    };
    let force = Force::of(words, verb);
    let held = subject_holders(scene, verb);
    // "could come down to 8 percent": no more than that it could.
    if !force.is_fact() || force.is_modal() || held.is_empty() || scene.dates.at(amount).is_some() {
        return;
    }
    let phrase = noun_phrase(scene, amount);
    let start =
        (words.child(verb, &[Rel::Nsubj])).map_or(verb, |subject| words.subtree(subject).start);
    let end = phrase.end.max(amount + 1);
    claims.push(Claim::plain(
        "come-down",
        Stance::Demands,
        held,
        verb,
        scene.toward(amount, words.trim(to + 1..end)),
        words.trim(start..end),
    ));
}
