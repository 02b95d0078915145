//! Bargains in the imperative: "Put 20 million on the table and the boats will sail", "pay eight, and we will call it off".
//! Whoever says so would do the second if the first were done.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::clause;
use crate::stances::cues::modals::is_harm;
use crate::stances::modality::force::{Premise, PremiseKind};
use crate::stances::modality::harm::{is_failure, is_harmful};
use crate::stances::{Claim, Scene, Target, is_claimed};
use crate::words::Words;

/// Imperatives before what is threatened, and before what is only told.
const DARES: &[&str] = &[
    "touch", "cross", "try", "break", "ignore", "push", "dig", "wait", "look", "listen", "ask",
    "go", "come", "read", "watch", "see", "remember", "imagine", "keep", "let", "fail", "miss",
    "block", "forget", "count", "be", "have",
];

/// Reads one word: the verb of what would be done.
pub fn read(scene: &Scene, then: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.rel(then) != Rel::Conj || is_claimed(scene, claims, then) || !is_promised(scene, then)
    {
        return;
    }
    let Some(first) = words
        .head(then)
        .filter(|&first| is_imperative(words, first, then))
    else {
        return;
    };
    let held = Holder::speakers(scene, then);
    let subject = words.child(then, &[Rel::Nsubj, Rel::NsubjPass]);
    let Some(subject) = subject.filter(|&subject| subject > first && !held.is_empty()) else {
        return;
    };
    let asked = words.trim(first..words.subtree(subject).start);
    let mut asked = asked;
    while asked.len() > 1 && matches!(words.form(asked.end - 1), "and" | "," | "—" | "–") {
        asked.end -= 1;
    }
    if is_failure(words, &asked) || words.lower(subject) == "you" {
        return;
    }
    let end = clause(scene, then).end.max(then + 1);
    let start = match words.lower(subject) {
        "we" | "i" => then,
        _ => words.subtree(subject).start,
    };
    claims.push(Claim {
        stance: Stance::AcceptsIf,
        holders: held,
        trigger: then,
        rule: "bargain".into(),
        on: Target::Phrase(then, words.trim(start..end)),
        premise: Some(Premise {
            kind: PremiseKind::If,
            head: first,
            whole: asked.clone(),
            words: asked,
        }),
        reason: None,
        outlet: false,
        evidence: words.trim(first..end),
        via: None,
    });
}

/// "and we will call it off": what is no threat.
fn is_promised(scene: &Scene, then: usize) -> bool {
    let words = scene.words;
    words.is_verb(then)
        && (words.children_by(then, &[Rel::Cc])).any(|and| words.lower(and) == "and")
        && (words.children_by(then, &[Rel::Aux]))
            .any(|aux| matches!(words.lower(aux), "will" | "'ll" | "’ll"))
        && words.negation(then).is_none()
        && !is_harm(scene, then)
        && !is_harmful(words, then)
}

/// "Put 20 million on the table": a bare verb at the head of what is said.
fn is_imperative(words: &Words, first: usize, then: usize) -> bool {
    let opens = match first.checked_sub(1) {
        None => true,
        Some(mark) => {
            words.sentence(words.sentence_of(first)).start == first
                || words.upos(mark) == Upos::Punct && words.form(mark) != ","
        }
    };
    first < then
        && opens
        && words.xpos(first) == Xpos::Vb
        && words
            .child(first, &[Rel::Obj, Rel::Xcomp, Rel::Obl])
            .is_some()
        && words
            .child(
                first,
                &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::Mark, Rel::Expl],
            )
            .is_none()
        && !DARES.contains(&words.lemma(first))
        && !is_harmful(words, first)
}
