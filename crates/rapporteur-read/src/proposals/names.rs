//! What a text is called: the noun with what tells it apart, and the other names the report gives it.

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos};

use super::nouns::is_point;
use crate::dates::Dates;
use crate::words::Words;

/// Adjectives that only place a text in time or tell what became of it.
const PASSING: &[&str] = &[
    "leaked",
    "leak",
    "new",
    "latest",
    "long",
    "late",
    "unpublished",
    "secret",
    "recent",
    "current",
];
/// Verbs that give a name: "dubbed the Harbour Terms".
const NAMING: &[&str] = &[
    "dub", "call", "know", "nickname", "title", "entitle", "name", "term", "label", "brand",
    "christen", "style", "bill",
];
/// No name of a text is longer, in words.
const LONGEST: usize = 12;

/// The noun with author, number and matter, without article, "leaked", time and what only follows after a comma.
pub(super) fn name(
    words: &Words,
    dates: &Dates,
    head: usize,
    owner_is_pronoun: bool,
) -> Range<usize> {
    let mut start = head;
    let mut end = head + 1;
    let mut told_apart = false;
    for child in words.children(head) {
        let range = words.subtree(child);
        match words.rel(child) {
            Rel::NmodPoss | Rel::Compound | Rel::Amod | Rel::Nummod if range.start < start => {
                told_apart = true;
                if !PASSING.contains(&words.lemma(child)) {
                    start = start.min(range.start);
                }
            }
            Rel::Nmod if range.start >= end && range.start <= end + 1 => {
                let case = words
                    .child(child, &[Rel::Case])
                    .map(|case| words.lemma(case));
                let matter = match case {
                    Some("of" | "from") => true,
                    Some("on" | "for" | "with" | "between") => !is_date(words, dates, &range),
                    _ => false,
                };
                // "a paper of its own"
                if !matter || range.start != end || words.lemma(child) == "own" {
                    continue;
                }
                told_apart = true;
                let day = |at: usize| (dates.0.iter()).any(|date| date.words.start == at + 1);
                let stop = range.clone().find(|&at| {
                    at > child
                        && (words.is_verb(at)
                            || words.form(at) == ","
                            || words.upos(at) == Upos::Adp && words.lemma(at) == "on" && day(at))
                });
                end = if is_point(words.lemma(child)) || words.lemma(child) == "page" {
                    child + 1
                } else {
                    stop.unwrap_or(range.end)
                };
            }
            _ => {}
        }
    }
    // "published its plan for the fisheries": read as how it was published.
    if let (Rel::Obj, Some(verb)) = (words.rel(head), words.head(head))
        && let Some(matter) = words
            .with_case(verb, &["on", "for", "of", "between"])
            .map(|at| words.subtree(at))
            .find(|range| range.start == end && !is_date(words, dates, range))
        && matter.len() <= 6
        && !matter.clone().any(|at| words.form(at) == ",")
    {
        told_apart = true;
        end = matter.end;
    }
    // "the paper it handed to the mediators", "an agreement signed in Stockholm": nothing else tells which.
    if !told_apart && let Some(clause) = words.child(head, &[Rel::Acl, Rel::AclRelcl]) {
        let range = words.subtree(clause);
        let finite = matches!(words.rel(clause), Rel::AclRelcl)
            && range
                .clone()
                .take(2)
                .any(|at| matches!(words.lemma(at), "which" | "that" | "who" | "whose"));
        if range.start == head + 1
            && range.len() <= LONGEST
            && !finite
            && !NAMING.contains(&words.lemma(clause))
        {
            end = range.end;
        }
    }
    if owner_is_pronoun {
        start = words
            .children_by(head, &[Rel::NmodPoss])
            .map(|owner| owner + 1)
            .max()
            .unwrap_or(start)
            .min(head);
    }
    while start < head && matches!(words.upos(start), Upos::Det | Upos::Punct) {
        start += 1;
    }
    // "an earlier version of the plan, of 15 points", "a memorandum of understanding (MoU)"
    if let Some(comma) = (head..end).find(|&at| matches!(words.form(at), "," | "(" | ";" | ":")) {
        end = comma;
    }
    start..words.trim(head..end.min(head + LONGEST)).end.max(head + 1)
}

fn is_date(words: &Words, dates: &Dates, range: &Range<usize>) -> bool {
    dates
        .0
        .iter()
        .any(|date| range.contains(&date.words.start) && date.words.len() + 1 >= range.len())
        || words.upos(range.start) == Upos::Num
}

/// Other names that a noun is given where it stands, read off the words, for such clauses are often misread: "the plan,
/// dubbed the Harbour Terms", "a memorandum of understanding (MoU)".
pub(super) fn aliases(words: &Words, head: usize, name: &Range<usize>) -> Vec<Range<usize>> {
    let sentence = words.sentence(words.sentence_of(head));
    let is = |at: usize, forms: &[&str]| at < sentence.end && forms.contains(&words.form(at));
    let mut found = Vec::new();
    let mut at = name.end;
    if is(at, &["("]) && is(at + 2, &[")"]) && is_proper(words.form(at + 1)) {
        found.push(at + 1..at + 2);
        at += 3;
    }
    if is(at, &[",", "–", "—"]) {
        at += 1;
    }
    // "widely known as", "which it calls"
    let verb = (at..sentence.end.min(at + 4))
        .find(|&at| NAMING.contains(&words.lemma(at)) && words.negation(at).is_none());
    let Some(verb) = verb.filter(|&verb| {
        (at..verb).all(|word| {
            matches!(
                words.upos(word),
                Upos::Adv | Upos::Aux | Upos::Pron | Upos::Sconj | Upos::Det
            )
        })
    }) else {
        return found;
    };
    let start = (verb + 1..sentence.end.min(verb + 4)).find(|&at| is_proper(words.form(at)));
    let Some(start) = start.filter(|&start| {
        (verb + 1..start).all(|at| {
            matches!(
                words.lemma(at),
                "as" | "the" | "a" | "an" | "\"" | "“" | "‘" | "'" | "by" | "its"
            )
        })
    }) else {
        return found;
    };
    let mut end = start + 1;
    while end < sentence.end
        && (is_proper(words.form(end))
            || words.upos(end) == Upos::Num
            || matches!(words.form(end), "of" | "for" | "on" | "-" | "'s" | "’s")
                && end + 1 < sentence.end
                && is_proper(words.form(end + 1)))
    {
        end += 1;
    }
    if words.rel(end - 1) != Rel::Nsubj || end - start > 1 {
        found.push(start..end);
    }
    found
}

fn is_proper(form: &str) -> bool {
    form.starts_with(char::is_uppercase)
}

/// Whether a phrase headed by `word` is written as one of these names.
pub(super) fn is_called(words: &Words, word: usize, names: &[Range<usize>]) -> bool {
    names.iter().any(|name| {
        let start = (word + 1).saturating_sub(name.len());
        start > name.end
            && name
                .clone()
                .zip(start..=word)
                .all(|(one, other)| words.form(one) == words.form(other))
    })
}
