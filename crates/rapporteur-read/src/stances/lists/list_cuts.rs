//! Where a list of items side by side may be cut, by its words: behind commas, "and", "or", "plus", "as well as".

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::chunks::{Opening, chunk, clause_verb, opening};
use crate::words::Words;

/// Where a list may be cut.
pub(in crate::stances) struct Cut {
    /// The first word of the mark or conjunction.
    pub mark: usize,
    /// The first word of the next item.
    pub next: usize,
    pub opening: Opening,
    /// Whether "and", "or", "plus" stand there.
    pub joined: bool,
}

/// What the first item of a list is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::stances) enum Kind {
    Noun,
    Gerund,
    Infinitive,
    Deed,
    That,
    Clause,
}

/// Behind "both", "not only", "either".
pub(in crate::stances) fn first_word(words: &Words, mut start: usize) -> usize {
    while matches!(words.lower(start), "both" | "either" | "not" | "only")
        && matches!(
            words.lower(start + 1),
            "a" | "an" | "the" | "only" | "no" | "its" | "their" | "to"
        )
    {
        start += 1;
    }
    start
}

/// Whether a finite clause begins there.
pub(in crate::stances) fn is_clause(words: &Words, start: usize, limit: usize) -> bool {
    chunk(words, start, limit)
        .and_then(|subject| clause_verb(words, subject.words.end, limit))
        .is_some()
}

/// What the first item is; none where no list can begin so.
pub(in crate::stances) fn kind(
    words: &Words,
    head: usize,
    start: usize,
    limit: usize,
) -> Option<Kind> {
    let before = start.checked_sub(1);
    let behind = |form: &str| before.is_some_and(|at| words.lower(at) == form);
    if words.xpos(start) == Xpos::Vb && words.is_verb(start) {
        return Some(if behind("to") {
            Kind::Infinitive
        } else {
            Kind::Deed
        });
    }
    if words.xpos(start) == Xpos::Vbg && words.is_verb(start) {
        return Some(Kind::Gerund);
    }
    if behind("that") && words.is_within(head, words.head(before?)?) {
        return Some(Kind::That).filter(|_| true);
    }
    match opening(words, start, limit) {
        Opening::Noun(_) => Some(Kind::Noun),
        Opening::Clause(_) => Some(Kind::Clause),
        _ => None,
    }
}

/// "called for | a pause, | for observers and | for an end": the preposition of the first item again, not "for now".
pub(in crate::stances) fn repeats(words: &Words, kind: Kind, start: usize, at: usize) -> bool {
    start > 0
        && kind == Kind::Noun
        && words.lower(at) == words.lower(start - 1)
        && words.upos(start - 1) == Upos::Adp
        && !matches!(
            words.lower((at + 1).min(words.len() - 1)),
            "now" | "good" | "itself" | "themselves" | "once" | "ever" | "that" | "which" | "whom"
        )
        && !(at + 1..words.len().min(at + 4)).any(|next| {
            matches!(
                words.lower(next),
                "time" | "moment" | "example" | "instance" | "part" | "sake"
            )
        })
}

/// "opened", "paid", "sent": a past that could be a participle.
pub(in crate::stances) fn is_done(words: &Words, verb: usize) -> bool {
    words.xpos(verb) == Xpos::Vbd
        && words.upos(verb) == Upos::Verb
        && (words.lower(verb).ends_with("ed") || DONE.contains(&words.lower(verb)))
}

/// Pasts that are participles, too, and no plain forms.
const DONE: &[&str] = &[
    "bought", "brought", "built", "cut", "dealt", "dug", "found", "held", "kept", "laid", "left",
    "made", "met", "paid", "put", "rebuilt", "sent", "set", "shut", "sold", "spent", "split",
    "taught", "told", "won",
];

/// Whether two finite verbs are of one form: "would … would", "leave … hands".
pub(in crate::stances) fn alike(words: &Words, first: usize, second: usize) -> bool {
    let present = |verb: usize| matches!(words.xpos(verb), Xpos::Vbz | Xpos::Vbp);
    words.lower(first) == words.lower(second)
        || [first, second]
            .iter()
            .all(|&verb| matches!(words.lower(verb), "will" | "would" | "shall"))
        || present(first) && present(second)
}

/// Verbs whose past is like their infinitive.
const PAST_TOO: &[&str] = &[
    "bet", "bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read",
    "rid", "set", "shed", "shut", "split", "spread", "thrust", "upset", "beat",
];

/// Every place where the stretch might be cut, and whether another deed follows; the stretch ends where no item goes on.
pub(in crate::stances) fn cuts(
    scene: &Scene,
    kind: Kind,
    start: usize,
    limit: &mut usize,
) -> (Vec<Cut>, bool) {
    let words = scene.words;
    let mut found: Vec<Cut> = Vec::new();
    let sentence = *limit;
    let first = chunk(words, start, *limit)
        .and_then(|subject| clause_verb(words, subject.words.end, *limit));
    let mut at = start + 1;
    let mut relative = false;
    let mut aside = false;
    let mut between = matches!(words.lower(start), "between");
    while at < *limit {
        let form = words.form(at);
        match form {
            "." | "!" | "?" | ":" | "—" | "–" | "”" => {
                *limit = at;
                break;
            }
            "(" | "“" => {
                let close = if form == "(" { ")" } else { "”" };
                match (at + 1..*limit).find(|&end| words.form(end) == close) {
                    Some(end) => at = end + 1,
                    None => *limit = at,
                }
                continue;
            }
            "\"" => {
                *limit = at;
                // "opposed "any such scheme" and would agree": another deed.
                let next = at + 2;
                let deed = next < sentence
                    && words.lower(at + 1) == "and"
                    && matches!(opening(words, next, sentence), Opening::Finite(_));
                return (found, deed);
            }
            _ => {}
        }
        let lower = words.lower(at);
        if lower == "between" {
            between = true;
        }
        if matches!(
            lower,
            "if" | "unless" | "because" | "although" | "though" | "whereas" | "provided" | "but"
        ) || lower == "while" && words.form(at - 1) == ","
        {
            *limit = at;
            break;
        }
        if matches!(lower, "that" | "which" | "who")
            && !matches!(words.form(at - 1), ",")
            && words.lower(at - 1) != "and"
        {
            relative = true;
        }
        // "let two of them go has hit a wall": a subject, and no thing.
        if matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
            && matches!(words.upos(at), Upos::Verb | Upos::Aux)
            && !relative
            && !aside
            && at > start + 1
            && !matches!(kind, Kind::That | Kind::Clause)
            && matches!(
                words.rel(at),
                Rel::Root | Rel::Conj | Rel::Aux | Rel::AuxPass | Rel::Parataxis
            )
            && !found.is_empty()
        {
            return (Vec::new(), false);
        }
        let comma = matches!(form, "," | ";");
        let joined = matches!(lower, "and" | "or" | "plus")
            || lower == "as" && words.lower(at + 1) == "well" && words.lower(at + 2) == "as";
        if !comma && !joined {
            at += 1;
            continue;
        }
        let mut next = at + 1;
        let mut join = joined;
        if comma && matches!(words.lower(next), "and" | "or" | "plus") {
            next += 1;
            join = true;
        }
        if lower == "as" {
            next = at + 3;
        }
        // "and, with Brod, opposed"
        if join
            && words.form(next) == ","
            && let Some(close) =
                (next + 2..(next + 9).min(*limit)).find(|&close| words.form(close) == ",")
        {
            next = close + 1;
            if matches!(words.xpos(next), Xpos::Vbd | Xpos::Vbn | Xpos::Vbz)
                && words.upos(next) == Upos::Verb
            {
                *limit = at;
                return (found, true);
            }
        }
        if between && join && !comma {
            between = false;
            at = next;
            continue;
        }
        // ", with Brod, opposed": what is put in between.
        let opens = opening(words, next, *limit);
        if aside && comma && !join {
            aside = false;
            if matches!(
                opens,
                Opening::Preposition(_) | Opening::Other | Opening::Base(_)
            ) || kind == Kind::That
            {
                at = next;
                continue;
            }
        }
        match &opens {
            Opening::Other => {
                let word = words.lower(next);
                if comma && matches!(word, "which" | "who" | "whose" | "whom" | "where") {
                    // Behind it the item may go on.
                    aside = true;
                    let close = (next + 1..*limit).find(|&end| words.form(end) == ",");
                    let goes_on =
                        (next + 1..*limit).any(|end| matches!(words.lower(end), "and" | "or"));
                    if close.is_none()
                        && !(goes_on && matches!(kind, Kind::Infinitive | Kind::That))
                    {
                        *limit = at;
                        break;
                    }
                } else if comma && !join && matches!(kind, Kind::Noun | Kind::Gerund) {
                    *limit = at;
                    break;
                }
            }
            Opening::Finite(_) if relative || matches!(kind, Kind::That | Kind::Clause) => {}
            Opening::Finite(_) if aside => {}
            Opening::Finite(verb)
                if words.xpos(*verb) == Xpos::Vbp
                    && matches!(kind, Kind::Infinitive | Kind::Deed) =>
            {
                found.push(Cut {
                    mark: at,
                    next,
                    opening: Opening::Base(*verb),
                    joined: join,
                });
            }
            Opening::Finite(_) => {
                *limit = at;
                return (found, join);
            }
            // "that tolls would fall, Brod said"
            Opening::Clause(verb) if matches!(kind, Kind::Clause | Kind::That) => {
                if first.is_some_and(|first| alike(words, first, *verb)) {
                    found.push(Cut {
                        mark: at,
                        next,
                        opening: opens,
                        joined: join,
                    });
                } else if !aside {
                    *limit = at;
                    return (found, false);
                }
            }
            Opening::Clause(verb) => {
                if is_done(words, *verb)
                    && kind == Kind::Noun
                    && !words.is_passive(*verb)
                    && words.object(*verb).is_none()
                {
                    found.push(Cut {
                        mark: at,
                        next,
                        opening: opens,
                        joined: join,
                    });
                } else {
                    *limit = at;
                    break;
                }
            }
            // "the roads and be grateful", "a pipeline, and let slip its bid"
            Opening::Base(_) if matches!(kind, Kind::Noun | Kind::Gerund) => {
                *limit = at;
                return (found, join);
            }
            Opening::Base(verb)
                if words.upos((verb + 1).min(words.len())) == Upos::Punct
                    || join && comma && PAST_TOO.contains(&words.lower(*verb)) => {}
            Opening::Preposition(again)
                if comma && !join && repeats(words, kind, start, *again) =>
            {
                found.push(Cut {
                    mark: at,
                    next,
                    opening: opens,
                    joined: false,
                });
            }
            Opening::Preposition(_) if comma && !join => {
                aside = true;
            }
            _ => found.push(Cut {
                mark: at,
                next,
                opening: opens,
                joined: join,
            }),
        }
        at = next;
    }
    (found, false)
}
