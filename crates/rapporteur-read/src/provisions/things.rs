//! The words of a provision: the thing itself, without the noun it is wrapped in and without what others say to it.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use super::mentions::says_nothing;
use crate::proposals::Proposals;
use crate::stances::{Claim, Stances};
use crate::words::Words;

/// Nouns that wrap what they are about: "a suggestion of a pause", "its readiness to share readings".
const WRAPPERS: &[&str] = &[
    "suggestion",
    "request",
    "idea",
    "demand",
    "call",
    "insistence",
    "readiness",
    "willingness",
    "notion",
    "proposal",
    "offer",
    "appeal",
    "plea",
    "bid",
    "push",
    "wish",
    "promise",
    "pledge",
    "intention",
    "refusal",
];

/// The head and the words of the thing that a claim is toward.
pub(super) fn thing(
    words: &Words,
    proposals: &Proposals,
    stances: &Stances,
    claim: &Claim,
    head: usize,
    phrase: Range<usize>,
) -> (usize, Range<usize>) {
    let (head, phrase) = apposed(words, head, phrase);
    let (head, phrase) = unwrapped(words, proposals, head, phrase);
    let phrase = without_others(words, stances, claim, head, phrase);
    let phrase = without_asides(words, head, phrase);
    (head, phrase)
}

/// Cuts off what is no part of the thing: "…, according to a readout", "…, as on most lakes", "Tuesday whether …".
fn without_asides(words: &Words, head: usize, phrase: Range<usize>) -> Range<usize> {
    let aside = (head + 1..phrase.end.saturating_sub(1)).find(|&at| {
        matches!(words.form(at), "," | "–" | "—")
            && (matches!(
                words.lemma(at + 1),
                "according"
                    | "as"
                    | "say"
                    | "add"
                    | "cite"
                    | "even"
                    | "although"
                    | "though"
                    | "despite"
            ) || matches!(words.lemma(at + 1), "he" | "she" | "they" | "it")
                && phrase.contains(&(at + 2))
                && matches!(
                    words.lemma(at + 2),
                    "say" | "add" | "argue" | "tell" | "insist"
                ))
    });
    let mut range = phrase.start..aside.unwrap_or(phrase.end);
    let whether = range
        .clone()
        .take(3)
        .find(|&at| words.lemma(at) == "whether" && at > range.start && at < head);
    range.start = whether.unwrap_or(range.start);
    let range = words.trim(range);
    if range.contains(&head) { range } else { phrase }
}

/// Whether what a claim is toward is a thing to agree to. Not so are talks as such, a deal that is feared, what somebody
/// would not be drawn on, what a red line keeps ("our borders"), parts of a text that are only counted.
pub(super) fn could_be_agreed(
    words: &Words,
    proposals: &Proposals,
    claim: &Claim,
    head: usize,
    phrase: &Range<usize>,
    names_topic: bool,
) -> bool {
    let lemma = words.lemma(head);
    let bare = phrase.clone().all(|word| {
        word == head
            || matches!(
                words.upos(word),
                Upos::Det | Upos::Pron | Upos::Adp | Upos::Punct | Upos::Part | Upos::Aux
            )
            || matches!(
                words.lemma(word),
                "new" | "further" | "more" | "fresh" | "future"
            )
    });
    let talks = bare && is_talking(lemma);
    let feared = claim.stance == Stance::Concerned
        && matches!(
            lemma,
            "deal" | "agreement" | "settlement" | "accord" | "compromise" | "peace"
        );
    let kept = claim.stance == Stance::RedLine
        && bare
        && words.upos(head) != Upos::Verb
        && !matches!(claim.rule.as_str(), "will-never" | "accept");
    // "would not say how many centrifuges …" tells what; "its latest figure", "its red lines" do not.
    let counted = phrase.clone().any(|word| words.upos(word) == Upos::Num);
    let undisclosed = claim.stance == Stance::DeclinesToSay
        && !counted
        && (!names_topic
            || matches!(
                lemma,
                "figure" | "number" | "line" | "amount" | "sum" | "price"
            ));
    // "such a link", "that exclusion", which name nothing spoken of before: only what they point to says what they are.
    let pointed = words.child(head, &[Rel::Det]).is_some_and(|det| {
        matches!(
            words.lemma(det),
            "this" | "that" | "these" | "those" | "such"
        )
    }) && bare;
    let word_alone = phrase.len() == 1
        && !matches!(
            words.upos(head),
            Upos::Noun | Upos::Propn | Upos::Num | Upos::Det
        );
    !(undisclosed
        || talks
        || pointed
        || word_alone
        || is_attitude(lemma)
        || feared
        || kept
        || says_nothing(words, head, phrase)
        || is_part_of_text(words, proposals, head, phrase))
}

/// Talking itself, and its occasions.
fn is_talking(lemma: &str) -> bool {
    matches!(
        lemma,
        "talk"
            | "discussion"
            | "negotiation"
            | "dialogue"
            | "conversation"
            | "consultation"
            | "summit"
            | "session"
            | "round"
            | "negotiate"
    )
}

/// Nouns of how somebody stands: "has withdrawn its objection".
fn is_attitude(lemma: &str) -> bool {
    matches!(
        lemma,
        "objection"
            | "opposition"
            | "resistance"
            | "reservation"
            | "misgiving"
            | "concern"
            | "worry"
            | "fear"
            | "stance"
            | "position"
            | "refusal"
            | "rejection"
            | "criticism"
            | "complaint"
    )
}

/// "five of the twelve points", "some of its ideas", "the humanitarian part of the plan".
fn is_part_of_text(
    words: &Words,
    proposals: &Proposals,
    head: usize,
    phrase: &Range<usize>,
) -> bool {
    let part = |word: usize| {
        matches!(
            words.lemma(word),
            "part"
                | "point"
                | "idea"
                | "element"
                | "article"
                | "half"
                | "section"
                | "chapter"
                | "clause"
                | "paragraph"
                | "aspect"
                | "most"
                | "much"
        )
    };
    let of = words
        .with_case(head, &["of"])
        .find(|at| phrase.contains(at));
    match of {
        Some(of) => {
            (part(head) || matches!(words.upos(head), Upos::Num | Upos::Det | Upos::Pron))
                && (proposals.at(of).is_some() || part(of))
        }
        None => part(head) && words.child(head, &[Rel::Nummod]).is_some(),
    }
}

/// "Running the port together, an idea of Orveth's": the idea is what it stands beside.
fn apposed(words: &Words, head: usize, phrase: Range<usize>) -> (usize, Range<usize>) {
    let empty = matches!(
        words.lemma(head),
        "idea" | "suggestion" | "proposal" | "notion" | "demand" | "offer" | "request"
    );
    let beside = words
        .head(head)
        .filter(|&beside| empty && words.rel(head) == Rel::Appos && beside < head);
    match beside {
        Some(beside) => {
            let start = words.subtree(beside).start;
            let end = words.subtree(head).start;
            let range = words.trim(start..end);
            if range.contains(&beside) {
                (beside, range)
            } else {
                (head, phrase)
            }
        }
        None => (head, phrase),
    }
}

/// What a wrapping noun is about.
fn unwrapped(
    words: &Words,
    proposals: &Proposals,
    head: usize,
    phrase: Range<usize>,
) -> (usize, Range<usize>) {
    if !WRAPPERS.contains(&words.lemma(head)) || proposals.at(head).is_some() {
        return (head, phrase);
    }
    let inner = words.children(head).find(|&child| {
        child > head
            && match words.rel(child) {
                Rel::Nmod => words.children(child).any(|case| {
                    words.rel(case) == Rel::Case && matches!(words.lemma(case), "of" | "for")
                }),
                Rel::Acl => words.children(child).any(|mark| {
                    words.rel(mark) == Rel::Mark && words.lemma(mark) == "to"
                        || words.rel(mark) == Rel::Aux && words.lemma(mark) == "to"
                }),
                _ => false,
            }
    });
    let Some(inner) = inner else {
        return (head, phrase);
    };
    // "the readiness of Halden": whose it is.
    if words.upos(inner) == Upos::Propn && words.rel(inner) == Rel::Nmod {
        return (head, phrase);
    }
    let mut range = words.subtree(inner);
    while range.start < inner
        && (matches!(words.rel(range.start), Rel::Case | Rel::Mark | Rel::Punct)
            || words.lemma(range.start) == "to")
    {
        range.start += 1;
    }
    let range = words.trim(range);
    if range.is_empty() {
        (head, phrase)
    } else {
        (inner, range)
    }
}

/// Cuts a phrase where a clause begins in which somebody else takes a stand on it: ", which Orveth has pressed for",
/// "sought by the rebels".
fn without_others(
    words: &Words,
    stances: &Stances,
    claim: &Claim,
    head: usize,
    phrase: Range<usize>,
) -> Range<usize> {
    let cut = stances
        .0
        .iter()
        .filter(|other| other.trigger > head && phrase.contains(&other.trigger))
        .filter(|other| {
            // "a truce sought by the rebels" is a truce, to the rebels as well.
            other.trigger == claim.trigger
                || other
                    .holders
                    .iter()
                    .all(|holder| !claim.holders.iter().any(|own| own.party == holder.party))
        })
        .filter_map(|other| {
            std::iter::once(other.trigger)
                .chain(words.ancestors(other.trigger))
                .take_while(|&at| phrase.contains(&at) && at > head)
                .find(|&at| {
                    matches!(words.rel(at), Rel::Acl | Rel::AclRelcl | Rel::Appos)
                        && words.head(at).is_some_and(|noun| phrase.contains(&noun))
                })
                .map(|clause| words.subtree(clause).start)
        })
        .filter(|&start| start > head)
        .min();
    // ", to which Brod agreed", whoever it is.
    let relative = (head + 1..phrase.end.saturating_sub(2)).find(|&at| {
        words.form(at) == ","
            && words.upos(at + 1) == Upos::Adp
            && matches!(words.lemma(at + 2), "which" | "whom" | "whose")
    });
    match [cut, relative].into_iter().flatten().min() {
        Some(end) => {
            let range = words.trim(phrase.start..end);
            if range.contains(&head) { range } else { phrase }
        }
        None => phrase,
    }
}

/// The thing that a pronoun means where no provision was spoken of yet: the last noun phrase of the sentences just before
/// that `names` a topic, else what the sentence opens with or the one before is about.
pub(super) fn antecedent(
    words: &Words,
    pronoun: usize,
    mut names: impl FnMut(&Range<usize>) -> bool,
    is_actor: impl Fn(usize) -> bool,
) -> Option<(usize, Range<usize>)> {
    let here = words.sentence_of(pronoun);
    let first = words.sentence(here.saturating_sub(2)).start;
    let topical = (first..pronoun).rev().find_map(|noun| {
        let fits = words.upos(noun) == Upos::Noun
            && matches!(
                words.rel(noun),
                Rel::Root
                    | Rel::Obj
                    | Rel::NsubjPass
                    | Rel::Nsubj
                    | Rel::Dislocated
                    | Rel::Parataxis
            )
            && !is_actor(noun);
        if !fits {
            return None;
        }
        let range = phrase_of(words, noun);
        (range.contains(&noun) && range.len() <= 12 && names(&range)).then_some((noun, range))
    });
    let done_to = matches!(
        words.rel(pronoun),
        Rel::Obj | Rel::Obl | Rel::Nmod | Rel::NsubjPass
    );
    topical.or_else(|| {
        done_to
            .then(|| spoken_of(words, pronoun, is_actor))
            .flatten()
    })
}

/// A noun with what describes it, up to the next comma.
fn phrase_of(words: &Words, noun: usize) -> Range<usize> {
    let mut range = words.subtree(noun);
    range.end = range.end.min(words.sentence(words.sentence_of(noun)).end);
    while range.start < noun && words.rel(range.start) == Rel::Case {
        range.start += 1;
    }
    let clause = (noun + 1..range.end)
        .find(|&at| matches!(words.form(at), "," | ";" | "?" | "\"" | "”" | "“"));
    range.end = clause.unwrap_or(range.end);
    words.trim(range)
}

/// Nouns of what nobody agrees to: occasions, times, words, people.
const NO_MATTERS: &[&str] = &[
    "talk",
    "meeting",
    "session",
    "round",
    "summit",
    "conference",
    "visit",
    "trip",
    "day",
    "week",
    "month",
    "year",
    "hour",
    "time",
    "moment",
    "evening",
    "morning",
    "night",
    "statement",
    "remark",
    "comment",
    "speech",
    "interview",
    "question",
    "answer",
    "report",
    "news",
    "reporter",
    "person",
    "people",
    "man",
    "woman",
    "official",
    "diplomat",
    "source",
    "minister",
    "member",
    "side",
    "party",
    "government",
    "delegation",
    "country",
    "state",
    "place",
    "way",
    "thing",
    "part",
    "number",
    "percent",
    "reason",
    "result",
    "fact",
    "problem",
    "issue",
    "room",
    "door",
    "table",
    "hotel",
    "city",
    "capital",
    "vote",
    "war",
    "crisis",
    "dispute",
    "conflict",
    "position",
];

/// "As for the fund, Orveth rejected it", "The fund was discussed. Orveth rejected it": what the sentence opens with, else
/// the subject, the object or what stands behind "on" and "to" in the sentence before.
fn spoken_of(
    words: &Words,
    pronoun: usize,
    is_actor: impl Fn(usize) -> bool,
) -> Option<(usize, Range<usize>)> {
    let here = words.sentence_of(pronoun);
    let own = words.sentence(here);
    let rank = |noun: usize| -> Option<usize> {
        let thing = words.upos(noun) == Upos::Noun
            && !is_actor(noun)
            && !NO_MATTERS.contains(&words.lemma(noun));
        let head = words.head(noun)?;
        match words.rel(noun) {
            Rel::Nsubj | Rel::NsubjPass if thing => Some(0),
            Rel::Obj if thing => Some(1),
            Rel::Obl | Rel::Nmod
                if thing
                    && (words.is_verb(head) || words.lemma(head) == "talk")
                    && (words.children_by(noun, &[Rel::Case])).any(|case| {
                        matches!(
                            words.lemma(case),
                            "on" | "about" | "to" | "over" | "for" | "as"
                        )
                    }) =>
            {
                Some(2)
            }
            _ => None,
        }
    };
    let best = |range: Range<usize>| {
        (range.filter_map(|noun| Some((rank(noun)?, std::cmp::Reverse(noun), noun))))
            .min()
            .map(|(_, _, noun)| noun)
    };
    // "As for the fund, …": only what stands before whoever answers.
    let opening = (own.start..pronoun)
        .find(|&at| words.form(at) == ",")
        .filter(|_| {
            matches!(
                words.lower(own.start),
                "as" | "on" | "regarding" | "concerning"
            )
        })
        .and_then(|comma| best(own.start..comma));
    let before = here.checked_sub(1).map(|before| words.sentence(before));
    // "…, the minister said, and Orveth opposed it": what stands before whoever answers, last of all two sentences back.
    let noun = opening
        .or_else(|| best(before?))
        .or_else(|| best(own.start..pronoun.saturating_sub(3).max(own.start)))
        .or_else(|| best(words.sentence(here.checked_sub(2)?)))?;
    let range = phrase_of(words, noun);
    (range.contains(&noun) && range.len() <= 12).then_some((noun, range))
}

/// The clause around a pronoun that says more of the thing than the pronoun does: "offers them hourly", "wants it free of
/// charge".
pub(super) fn told(words: &Words, claim: &Claim, pronoun: usize) -> Option<Range<usize>> {
    let verb = words.head(pronoun)?;
    if verb != claim.trigger || words.rel(pronoun) != Rel::Obj || !words.is_verb(verb) {
        return None;
    }
    let how = words.children(verb).find(|&child| {
        child > pronoun
            && match words.rel(child) {
                Rel::Advmod => {
                    words.upos(child) == Upos::Adv
                        && !matches!(
                            words.lemma(child),
                            "too"
                                | "yet"
                                | "already"
                                | "again"
                                | "now"
                                | "soon"
                                | "well"
                                | "outright"
                                | "so"
                                | "away"
                                | "back"
                                | "once"
                                | "today"
                                | "yesterday"
                                | "first"
                                | "publicly"
                                | "also"
                                | "either"
                        )
                        && child == pronoun + 1
                }
                Rel::Xcomp => words.upos(child) == Upos::Adj && child == pronoun + 1,
                _ => false,
            }
    })?;
    let start = words
        .child(verb, &[Rel::Nsubj])
        .map_or(verb, |subject| words.subtree(subject).start);
    Some(words.trim(start..words.subtree(how).end))
}
