//! Conditions in the imperative: "Lift the siege and the talks resume tomorrow", "Pay the crews, said the union, and we sail".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::speakers::report_after;
use super::{Hanging, is_finite_in, main_of, skip_quotes, then_end};
use crate::stances::modality::force::{Premise, PremiseKind};
use crate::words::Words;

/// Imperatives before what is only told: "Look at the map and you will see".
const TURNS: &[&str] = &[
    "ask", "be", "come", "count", "forget", "go", "have", "imagine", "keep", "let", "listen",
    "look", "read", "remember", "see", "wait", "watch",
];

/// What comes about by itself once the other side has done its part: "and the guns go into containers".
const COMING: &[&str] = &[
    "begin", "end", "fall", "go", "move", "open", "reopen", "restart", "resume", "return", "sail",
    "start", "stop",
];

/// The bargain or the dare that a clause opens with.
pub(super) fn imperative(words: &Words, at: usize, sentence: &Range<usize>) -> Option<Hanging> {
    let opens =
        at == sentence.start || words.upos(at - 1) == Upos::Punct && words.form(at - 1) != ",";
    let bare = words.xpos(at) == Xpos::Vb
        && words.is_verb(at)
        && !TURNS.contains(&words.lemma(at))
        && words.child(at, &[Rel::Obj, Rel::Xcomp, Rel::Obl]).is_some()
        && words
            .child(
                at,
                &[Rel::Nsubj, Rel::NsubjPass, Rel::Aux, Rel::Mark, Rel::Expl],
            )
            .is_none();
    if !opens || !bare {
        return None;
    }
    let and = (at + 2..sentence.end.saturating_sub(2))
        .take_while(|&word| !matches!(words.form(word), ";" | "." | "!" | "?"))
        .find(|&and| words.lower(and) == "and" && is_promising(words, and + 1, sentence.end))?;
    // "Lift the siege, he said, and": the speaker stands between the halves.
    let comma = (at + 1..and).find(|&comma| words.form(comma) == ",");
    let report = comma.and_then(|comma| report_after(words, comma, and));
    let end = report.as_ref().map_or(and, |report| report.start);
    let asked = words.trim(at..end);
    let then = words.trim(and + 1..then_end(words, and + 1, sentence.end));
    let main = main_of(words, then.clone(), asked.clone())?;
    let report = report.or_else(|| report_after(words, then.end, sentence.end));
    Some(Hanging {
        premise: Premise {
            kind: PremiseKind::If,
            head: at,
            whole: asked.clone(),
            words: asked,
        },
        then,
        main: Some(main),
        report,
    })
}

/// "we sail", "the talks will resume", "the guns go into containers": what follows from it, with a subject of its own.
fn is_promising(words: &Words, from: usize, end: usize) -> bool {
    let from = skip_quotes(words, from, end);
    let Some(verb) = (from..end.min(from + 7))
        .take_while(|&word| words.upos(word) != Upos::Punct)
        .find(|&word| matches!(words.upos(word), Upos::Verb | Upos::Aux))
    else {
        return false;
    };
    let own = matches!(words.lower(from), "we" | "i");
    let subject = verb > from
        && (own
            || matches!(
                words.upos(from),
                Upos::Det | Upos::Pron | Upos::Noun | Upos::Propn
            ));
    subject
        && words.lower(from) != "you"
        && is_finite_in(words, verb..verb + 1)
        && (own
            || matches!(words.lower(verb), "will" | "'ll" | "’ll")
            || COMING.contains(&words.lemma(verb)))
}
