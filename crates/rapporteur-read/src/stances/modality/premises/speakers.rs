//! Speakers put in between commas: ", its finance chief said,".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::{has_predicate, is_capital, is_finite_in, skip_quotes};
use crate::words::Words;

/// ", their leader said on Monday" behind a comma: from the comma to the next comma, quotation or end.
pub(super) fn report_after(words: &Words, comma: usize, end: usize) -> Option<Range<usize>> {
    let start = skip_quotes(words, comma + 1, end);
    if start + 1 < end && words.lemma(start).starts_with("accord") && words.form(start + 1) == "to"
    {
        return Some(comma..source_end(words, start + 2, end));
    }
    // The name of the speaker may carry commas: "its leader, Tom Hale, said".
    let verb = (start..end.min(start + 16))
        .take_while(|&word| !matches!(words.form(word), ";" | ":" | "\"" | "“" | "”" | "."))
        .find(|&word| {
            // "two officials briefed on the meeting said"
            let of_noun = words.xpos(word) == Xpos::Vbn && words.rel(word) == Rel::Acl;
            matches!(words.upos(word), Upos::Verb | Upos::Aux) && !of_noun
                || is_report_like_a_noun(words, word)
        })?;
    let verb = if words.upos(verb) == Upos::Aux && verb + 1 < end && is_report(words, verb + 1) {
        verb + 1
    } else {
        verb
    };
    if !is_report(words, verb) && !is_report_like_a_noun(words, verb) {
        return None;
    }
    let before = (start..verb)
        .filter(|&word| words.form(word) == ",")
        .count();
    if before > 2 || verb == start && matches!(words.xpos(verb), Xpos::Vbg | Xpos::Vb) {
        return None;
    }
    if verb + 1 < end
        && !matches!(words.lemma(verb), "tell" | "inform" | "assure")
        && matches!(
            words.form(verb + 1),
            "that" | "it" | "they" | "the" | "he" | "she"
        )
        // ", said the company's lawyer"
        && !(verb == start && words.form(verb + 1) == "the")
    {
        return None;
    }
    let stop = (verb + 1..end)
        .find(|&word| {
            matches!(
                words.form(word),
                "," | ";" | ":" | "\"" | "“" | "." | "–" | "—"
            )
        })
        .unwrap_or(end);
    // "Velmar said Torvia would …": what is said follows, no insertion.
    let tells = is_finite_in(words, verb + 1..stop);
    (!tells).then_some(comma..stop)
}

/// Where a source behind "according to" ends; its name may stand behind a comma of its own: "its envoy, Tom Hale".
fn source_end(words: &Words, start: usize, end: usize) -> usize {
    let stop = |from: usize| {
        (from..end)
            .find(|&word| {
                matches!(
                    words.form(word),
                    "," | ";" | ":" | "\"" | "“" | "." | "–" | "—"
                )
            })
            .unwrap_or(end)
    };
    let first = stop(start);
    let named = first + 1 < end
        && words.form(first) == ","
        && words.upos(first + 1) == Upos::Propn
        && (first + 1..stop(first + 1)).all(|word| words.upos(word) == Upos::Propn);
    if named { stop(first + 1) } else { first }
}

/// ", one of them said," just before a word: from its comma on.
pub(super) fn report_before(words: &Words, lo: usize, hi: usize) -> Option<Range<usize>> {
    let verb = (lo..hi)
        .rev()
        .take(12)
        .find(|&word| matches!(words.upos(word), Upos::Verb | Upos::Aux))
        .filter(|&verb| is_report(words, verb))?;
    let comma = |word: usize| matches!(words.form(word), "," | "\"" | "”");
    // "said Rast": the name follows.
    if verb > lo && comma(verb - 1) && (verb + 1..hi).any(|word| words.upos(word) == Upos::Propn) {
        return Some(verb - 1..hi);
    }
    let subject = words
        .child(verb, &[Rel::Nsubj])
        .map(|subject| words.trim(words.subtree(subject)).start)
        .filter(|&start| start > lo && start < verb && comma(start - 1));
    let start = subject.or_else(|| {
        (lo..verb.saturating_sub(1))
            .rev()
            .take(10)
            .find(|&word| comma(word))
            .map(|comma| comma + 1)
    })?;
    if start <= lo || !has_predicate(words, lo..start) {
        return None;
    }
    // "its minister, Livia Sander, said": the office before the name.
    let office = (lo..start - 1)
        .rev()
        .take(8)
        .find(|&word| comma(word))
        .filter(|&comma| {
            matches!(words.upos(comma + 1), Upos::Pron | Upos::Det | Upos::Noun)
                && (start..verb).any(|word| words.upos(word) == Upos::Propn)
                && !(comma + 1..start - 1)
                    .any(|word| matches!(words.upos(word), Upos::Verb | Upos::Aux | Upos::Cconj))
        });
    Some(office.unwrap_or(start - 1)..hi)
}

/// A finite verb of saying.
pub(super) fn is_report(words: &Words, word: usize) -> bool {
    words.upos(word) == Upos::Verb
        && REPORTS.contains(&words.lemma(word))
        && match words.xpos(word) {
            Xpos::Vbg => false,
            // "did say"
            Xpos::Vb => words
                .children_by(word, &[Rel::Aux])
                .any(|aux| words.lemma(aux) == "do"),
            _ => true,
        }
}

/// ", Varga jokes,": a verb that was taken for a noun.
fn is_report_like_a_noun(words: &Words, word: usize) -> bool {
    words.upos(word) == Upos::Noun
        && word > 0
        && word + 1 < words.len()
        && words.form(word).ends_with('s')
        && REPORTS.contains(&words.lemma(word))
        && is_capital(words, word - 1)
        && matches!(words.form(word + 1), "," | "." | ":")
}

/// Verbs that put in a speaker. The lexicon's are not at hand in a tree; these are the ones that stand between commas.
const REPORTS: &[&str] = &[
    "say",
    "tell",
    "add",
    "warn",
    "hint",
    "joke",
    "note",
    "argue",
    "insist",
    "explain",
    "claim",
    "suggest",
    "write",
    "announce",
    "declare",
    "reply",
    "answer",
    "quip",
    "stress",
    "caution",
    "observe",
    "remark",
    "recall",
    "indicate",
    "state",
    "assert",
    "concede",
    "admit",
    "confirm",
    "predict",
    "think",
    "believe",
    "reckon",
    "maintain",
    "contend",
    "signal",
    "promise",
    "vow",
    "pledge",
    "threaten",
    "continue",
    "go",
    "repeat",
    "reiterate",
    "text",
    "tweet",
    "snap",
    "shout",
    "murmur",
    "whisper",
    "grumble",
    "complain",
    "comment",
    "estimate",
    "report",
    "understand",
    "emphasise",
    "emphasize",
    "underline",
    "counter",
    "retort",
    "conclude",
    "disclose",
    "reveal",
    "allow",
    "acknowledge",
    "underscore",
    "affirm",
    "aver",
    "avow",
    "guess",
    "muse",
    "respond",
    "intimate",
    "assure",
    "swear",
    "specify",
    "clarify",
    "venture",
    "volunteer",
    "confess",
    "growl",
    "mutter",
    "sigh",
    "shrug",
    "laugh",
    "protest",
    "object",
    "lament",
    "plead",
    "post",
    "grant",
    "allege",
    "testify",
    "suspect",
    "figure",
    "calculate",
    "fear",
    "hope",
];
