//! Bargains in the imperative: "Put 20 million on the table and the boats will sail", "pay eight, and we will call it off".
//! Whoever says so would do the second if the first were done.

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::holders::Holder;
use crate::stances::cues::modals::is_harm;
use crate::stances::modality::harm::{is_failure, is_harmful};
use crate::stances::modality::premises::hangings;
use crate::stances::{Claim, Scene, Target, is_claimed};
use crate::words::Words;

/// Imperatives that dare the other side: "Touch the fund and we leave".
const DARES: &[&str] = &[
    "block", "break", "cross", "dig", "fail", "ignore", "miss", "push", "touch", "try",
];

/// Whether an imperative dares the other side to do what it had better not.
pub fn is_dare(words: &Words, verb: usize) -> bool {
    DARES.contains(&words.lemma(verb)) || is_harmful(words, verb)
}

/// Reads one word: the verb of what would be done.
pub fn read(scene: &Scene, then: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(then) {
        return;
    }
    let bargain = (hangings(words, words.sentence_of(then)).iter())
        .find(|hanging| hanging.main == Some(then) && hanging.is_imperative(words));
    let Some(bargain) = bargain else {
        return;
    };
    if words.negation(then).is_some()
        || is_claimed(scene, claims, then)
        || is_harm(scene, then)
        || is_harmful(words, then)
    {
        return;
    }
    let asked = &bargain.premise;
    let held = Holder::speakers(scene, then);
    let subject = words.child(then, &[Rel::Nsubj, Rel::NsubjPass]);
    let Some(subject) = subject.filter(|&subject| subject > asked.head && !held.is_empty()) else {
        return;
    };
    if is_failure(words, &asked.words) || is_dare(words, asked.head) {
        return;
    }
    let start = match words.lower(subject) {
        "we" | "i" => then,
        _ => bargain.then.start,
    };
    claims.push(Claim {
        premise: Some(asked.clone()),
        ..Claim::plain(
            "bargain",
            Stance::AcceptsIf,
            held,
            then,
            Target::Phrase(then, words.trim(start..bargain.then.end)),
            words.trim(asked.whole.start..bargain.then.end),
        )
    });
}
