//! Conditions that the words themselves announce ("…, provided that …"), where the tree hides them.

use std::ops::Range;

use rapporteur_syntax::Upos;

use crate::stances::modality::force::{Premise, PremiseKind, is_repeated};
use crate::stances::modality::premises::is_courtesy;
use crate::words::{Words, opens};

/// The condition that the words themselves announce where the tree hides it: at the head of the sentence, inside a
/// phrase or right after it. What hangs on a condition must never pass for plain.
pub fn surface_premise(words: &Words, phrase: &Range<usize>) -> Option<Premise> {
    let sentence = words.sentence(words.sentence_of(phrase.start));
    // "…, but only when …"
    let latest = (phrase.end + 3).min(sentence.end);
    let behind = (phrase.start + 1..latest).find_map(|at| marked_premise(words, at, &[]));
    // "offered 20 million for five years, on condition that others match it": over the length of a term, but over no verb.
    let far = || {
        let end = (phrase.end + 12).min(sentence.end);
        (phrase.end..end)
            .take_while(|&at| !words.is_verb(at) && words.form(at) != ";")
            .find(|&at| {
                at + 2 < sentence.end
                    && matches!(
                        words.text_of(at..at + 3).to_lowercase().as_str(),
                        "on condition that"
                            | "in exchange for"
                            | "in return for"
                            | "on condition of"
                    )
            })
            .and_then(|at| marked_premise(words, at, &[]))
    };
    behind.or_else(far).or_else(|| {
        // "Provided that X, Velmar would accept the plan."
        let open = |&at: &usize| !matches!(words.form(at), "\"" | "“" | "-" | "•");
        let first = sentence.clone().find(open)?;
        let comma = (first..phrase.start).find(|&at| words.form(at) == ",")?;
        let premise = marked_premise(words, first, &[","])?;
        (premise.words.end <= comma).then_some(premise)
    })
}

/// The condition whose mark begins at a word; it ends at a stop or at one of `ends`.
fn marked_premise(words: &Words, at: usize, ends: &[&str]) -> Option<Premise> {
    const MARKS: &[(&str, PremiseKind)] = &[
        ("subject to", PremiseKind::Subject),
        ("provided that", PremiseKind::If),
        ("provided", PremiseKind::If),
        ("providing that", PremiseKind::If),
        ("on condition that", PremiseKind::If),
        ("on the condition that", PremiseKind::If),
        ("on one condition :", PremiseKind::If),
        ("as long as", PremiseKind::If),
        ("so long as", PremiseKind::If),
        ("in exchange for", PremiseKind::Exchange),
        ("in return for", PremiseKind::Exchange),
        ("pending", PremiseKind::Subject),
        ("contingent on", PremiseKind::Subject),
        ("conditional on", PremiseKind::Subject),
        ("only if", PremiseKind::If),
        ("only when", PremiseKind::If),
        ("only after", PremiseKind::If),
        ("only once", PremiseKind::If),
        ("with changes", PremiseKind::Subject),
        ("with amendments", PremiseKind::Subject),
        ("with modifications", PremiseKind::Subject),
        ("with adjustments", PremiseKind::Subject),
        ("only with", PremiseKind::Subject),
        ("only for", PremiseKind::Subject),
        ("only under", PremiseKind::Subject),
        ("only against", PremiseKind::Subject),
        ("only on", PremiseKind::Subject),
        ("if", PremiseKind::If),
        ("once", PremiseKind::If),
        ("unless", PremiseKind::Unless),
    ];
    let sentence = words.sentence(words.sentence_of(at));
    let form = words.form(at);
    let (mark, kind) = MARKS.iter().find(|(mark, _)| {
        if !opens(mark, form) {
            return false;
        }
        let length = mark.split(' ').count();
        at + length < sentence.end
            && mark
                .split(' ')
                .zip(at..)
                .all(|(form, word)| words.form(word).eq_ignore_ascii_case(form))
    })?;
    // "agreed only on Monday"
    if *mark == "only on"
        && (at + 2..sentence.end.min(at + 4)).any(|day| words.upos(day) == Upos::Propn)
    {
        return None;
    }
    // "if they like", "once more": no condition.
    if *mark == "if" && is_courtesy(words, at + 1) || *mark == "once" && is_repeated(words, at) {
        return None;
    }
    // "with changes" is itself what it hangs on.
    let inside = match mark.strip_prefix("with ") {
        Some(_) => at + 1,
        None => at + mark.split(' ').count(),
    };
    let end = (inside..sentence.end)
        .find(|&word| {
            let form = words.form(word);
            matches!(form, ";" | "." | ":" | "\"" | "”") || ends.contains(&form)
        })
        .unwrap_or(sentence.end);
    // "…, their spokesman said": a verb that governs what stands before it is outside.
    let governs = |verb: usize| {
        std::iter::successors(words.head(inside), |&above| words.head(above))
            .take(64)
            .any(|above| above == verb)
    };
    let end = (inside..end)
        .find(|&comma| {
            words.form(comma) == ","
                && (comma + 1..end).any(|verb| words.is_verb(verb) && governs(verb))
        })
        .unwrap_or(end);
    // "once a year", "only after lunch": adverbs of time, no conditions.
    let mut clause = inside..end;
    if *kind == PremiseKind::If
        && !clause.any(|word| words.is_verb(word) || words.upos(word) == Upos::Aux)
    {
        return None;
    }
    let start = if *kind == PremiseKind::Unless {
        at
    } else {
        inside
    };
    let inner = words.trim(start..end);
    (!inner.is_empty()).then(|| Premise {
        kind: *kind,
        head: inner.start,
        words: inner,
        whole: words.trim(at..end),
    })
}
