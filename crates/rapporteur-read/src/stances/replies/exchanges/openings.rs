//! How an answer opens: "Yes, if they sign.", "We would.", "Not this year.", "Only with a guarantee.", "That's for
//! parliament.", "I'd rather not say."

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::Upos;

use crate::stances::Scene;
use crate::stances::modality::force::{Premise, PremiseKind};
use crate::stances::modality::premises::hangings;
use crate::stances::replies::{answers_alone, evasions, terse};
use crate::words::Words;

/// What an opening says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Yes,
    No,
    Stance(Stance),
    Evades,
}

/// An opening: what it says, in which words, on what condition.
pub(super) struct Opening {
    pub sense: Sense,
    pub words: Range<usize>,
    pub premise: Option<Premise>,
}

/// Words that open an answer and tell nothing.
const FILLERS: &[&str] = &[
    "well",
    "look",
    "listen",
    "oh",
    "um",
    "uh",
    "er",
    "honestly",
    "frankly",
    "yeah",
    "hm",
    "hmm",
    "ah",
    "so",
    "but",
    "and",
    "actually",
    "obviously",
    "clearly",
    "please",
    "sorry",
    "right",
];

/// The most sentences among which an evasion may stand.
const SHORT: usize = 3;

/// How an answer opens.
pub(super) fn opening(scene: &Scene, answer: &Range<usize>) -> Option<Opening> {
    let words = scene.words;
    let start = behind_fillers(words, answer);
    if start >= answer.end {
        return None;
    }
    let end = words.sentence(words.sentence_of(start)).end.min(answer.end);
    whole(scene, start, end)
        .or_else(|| only(words, start, end))
        .or_else(|| denied_for_now(words, start, end))
        .or_else(|| by_auxiliary(words, start, end))
        .or_else(|| verdict(scene, start, end))
        .or_else(|| evades(scene, answer))
}

fn behind_fillers(words: &Words, answer: &Range<usize>) -> usize {
    let mut at = answer.start;
    // "(laughs) Nice try."
    if words.form(at) == "(" {
        at = (at..answer.end.min(at + 6))
            .find(|&close| words.form(close) == ")")
            .map_or(at, |close| close + 1);
    }
    while at + 1 < answer.end {
        let filler = FILLERS.contains(&words.lower(at))
            && (words.upos(at + 1) == Upos::Punct
                || matches!(words.lower(at), "so" | "but" | "and"));
        if !filler && words.upos(at) != Upos::Punct {
            break;
        }
        at += 1;
    }
    at
}

fn stops(words: &Words, at: usize, end: usize) -> bool {
    at >= end
        || matches!(
            words.form(at),
            "." | "," | ";" | "!" | "—" | "–" | "…" | ":"
        )
}

/// A whole answer of the lexicon, or a bare yes or no; with its condition before or behind it.
fn whole(scene: &Scene, start: usize, end: usize) -> Option<Opening> {
    let words = scene.words;
    let condition = hangings(words, words.sentence_of(start))
        .iter()
        .map(|hanging| hanging.premise.clone())
        .find(|premise| premise.whole.end <= end);
    // "If they put it in writing, yes."
    let at = match &condition {
        Some(premise) if premise.whole.start <= start => {
            (premise.whole.end..end).find(|&at| words.upos(at) != Upos::Punct)?
        }
        _ => start,
    };
    let (sense, close) = match answers_alone::reply(scene, at) {
        Some((frame, close)) if frame.stance == Stance::DeclinesToSay => (Sense::Evades, close),
        Some((frame, close)) => (Sense::Stance(frame.stance), close),
        None if words.lower(at) == "yes" && stops(words, at + 1, end) => (Sense::Yes, at + 1),
        None if words.lower(at) == "no" && stops(words, at + 1, end) => (Sense::No, at + 1),
        None => return None,
    };
    // "Yes, if they sign.", "Gladly, with a guarantee."
    let premise = condition
        .filter(|premise| premise.whole.start <= start || premise.whole.start <= close + 1)
        .or_else(|| tied(words, close, end));
    // "Yes, but only if …" names a condition that nobody found.
    let hedged = premise.is_none()
        && (close..end).any(|at| {
            matches!(
                words.lower(at),
                "if" | "unless" | "provided" | "once" | "until"
            )
        });
    if hedged
        && matches!(
            sense,
            Sense::Yes | Sense::Stance(Stance::Accepts | Stance::Supports)
        )
    {
        return None;
    }
    let last = premise
        .as_ref()
        .map_or(close, |premise| premise.whole.end.max(close));
    Some(Opening {
        sense,
        words: words.trim(start..last),
        premise,
    })
}

/// ", with a guarantee", ", in return for a seat" behind a yes.
fn tied(words: &Words, close: usize, end: usize) -> Option<Premise> {
    let at = (close..end).find(|&at| words.form(at) != ",")?;
    if !matches!(words.lower(at), "with" | "without" | "against" | "for") || at > close + 1 {
        return None;
    }
    let stop = (at..end)
        .find(|&at| matches!(words.form(at), "." | ";" | "!" | "—" | "–"))
        .unwrap_or(end);
    let inner = words.trim(at + 1..stop);
    (inner.len() > 1).then(|| Premise {
        kind: PremiseKind::If,
        head: inner.start,
        words: inner.clone(),
        whole: at..inner.end,
    })
}

/// "Only if they ask.", "Only with a guarantee.", "Not without a vote.", "Not unless they sign.", "Not until it is over."
fn only(words: &Words, start: usize, end: usize) -> Option<Opening> {
    let (first, second) = (words.lower(start), words.lower((start + 1).min(end - 1)));
    let kept = match (first, second) {
        ("only", "if" | "with" | "once" | "when" | "after" | "in" | "for") => start + 2,
        ("not", "without" | "unless" | "until" | "before") => start + 1,
        ("provided", "that") => start + 2,
        ("provided" | "as", _) if first == "provided" => start + 1,
        _ => return None,
    };
    let stop = (kept..end)
        .find(|&at| matches!(words.form(at), "." | ";" | "!" | "—" | "–"))
        .unwrap_or(end);
    let inner = words.trim(kept..stop);
    if inner.is_empty() {
        return None;
    }
    let kind = if first == "not" {
        PremiseKind::Unless
    } else {
        PremiseKind::If
    };
    // "Not before Friday" and "not until 2040" are a no for so long.
    let dated = matches!(second, "before" | "until")
        && first == "not"
        && inner.len() <= 4
        && inner
            .clone()
            .any(|at| words.upos(at) == Upos::Num || words.form(at).ends_with("day"));
    if dated {
        return Some(Opening {
            sense: Sense::No,
            words: words.trim(start..stop),
            premise: None,
        });
    }
    Some(Opening {
        sense: Sense::Yes,
        words: words.trim(start..stop),
        premise: Some(Premise {
            kind,
            head: inner.start,
            words: inner.clone(),
            whole: start..inner.end,
        }),
    })
}

/// "Not this year.", "Not now.", "Not yet.", "Not at that price.", "Not for the ratios.", "Not one metre."
fn denied_for_now(words: &Words, start: usize, end: usize) -> Option<Opening> {
    if words.lower(start) != "not" || start + 1 >= end {
        return None;
    }
    let stop = (start..end)
        .find(|&at| stops(words, at, end))
        .unwrap_or(end);
    let opens = matches!(
        words.lower(start + 1),
        "this"
            | "now"
            | "yet"
            | "at"
            | "for"
            | "in"
            | "on"
            | "while"
            | "as"
            | "today"
            | "tonight"
            | "tomorrow"
            | "with"
            | "one"
            | "a"
            | "even"
            | "under"
            | "ever"
            | "here"
            | "any"
            | "like"
            | "by"
            | "again"
    );
    // "Not that I know of", "not at all": other answers.
    let other = matches!(
        words.text_of(start..stop).to_lowercase().as_str(),
        "not at all" | "not a word" | "not a bit"
    );
    let finite = (start..stop).any(|at| words.upos(at) == Upos::Aux)
        && words.lower(start + 1) != "while"
        && words.lower(start + 1) != "as";
    (opens && !other && !finite && stop - start <= 10).then(|| Opening {
        sense: Sense::No,
        words: words.trim(start..stop),
        premise: None,
    })
}

/// "We would.", "I won't.", "We do not.", "I could.": the verb of the question is left out.
fn by_auxiliary(words: &Words, start: usize, end: usize) -> Option<Opening> {
    let form = |at: usize| if at < end { words.lower(at) } else { "." };
    if !matches!(form(start), "we" | "i") {
        return None;
    }
    let auxiliary = form(start + 1);
    let known = matches!(
        auxiliary,
        "would"
            | "will"
            | "could"
            | "can"
            | "do"
            | "did"
            | "am"
            | "are"
            | "have"
            | "might"
            | "may"
            | "wo"
            | "ca"
            | "must"
            | "should"
    );
    if !known {
        return None;
    }
    let not = matches!(form(start + 2), "not" | "n't" | "n’t" | "never");
    let last = start + 2 + usize::from(not);
    let behind = form(last);
    let closed = stops(words, last, end)
        || matches!(behind, "too" | "indeed" | "gladly" | "tomorrow" | "not");
    // "I might": no answer yet.
    let open = matches!(auxiliary, "might" | "may");
    closed.then(|| Opening {
        sense: match (open, not) {
            (true, _) => Sense::Stance(Stance::Open),
            (_, true) => Sense::No,
            _ => Sense::Yes,
        },
        words: words.trim(start..last),
        premise: None,
    })
}

/// "Unacceptable.", "A good idea.": a verdict without a verb.
fn verdict(scene: &Scene, start: usize, end: usize) -> Option<Opening> {
    let words = scene.words;
    let stop = (start..end)
        .find(|&at| matches!(words.form(at), "." | ";" | "!" | "—" | "–"))
        .unwrap_or(end);
    let finite = (start..stop)
        .any(|at| words.upos(at) == Upos::Aux || words.is_verb(at) && words.subject(at).is_some());
    if finite || stop - start > 6 {
        return None;
    }
    let stance = terse::verdict_within(scene, &(start..stop))?;
    Some(Opening {
        sense: Sense::Stance(stance),
        words: words.trim(start..stop),
        premise: None,
    })
}

/// An evasion anywhere in a short answer.
fn evades(scene: &Scene, answer: &Range<usize>) -> Option<Opening> {
    let words = scene.words;
    let first = words.sentence_of(answer.start);
    let last = words.sentence_of(answer.end - 1);
    if last - first >= SHORT {
        return None;
    }
    let found = |start: usize, last: usize| Opening {
        sense: Sense::Evades,
        words: words.trim(start..last),
        premise: None,
    };
    for sentence in first..=last {
        let range = words.sentence(sentence);
        let range = range.start.max(answer.start)..range.end.min(answer.end);
        if let Some((frame, close)) = answers_alone::reply(scene, range.start)
            && frame.stance == Stance::DeclinesToSay
        {
            return Some(found(range.start, close));
        }
        if passes_on(words, range.clone()) || keeps_back(words, range.clone()) {
            return Some(found(range.start, range.end));
        }
        if let Some(last) = range
            .clone()
            .find_map(|word| evasions::evasion(scene, word))
        {
            return Some(found(range.start, last.min(range.end)));
        }
    }
    None
}

/// "That's for parliament.", "That is a question for the lawyers.", "Ask him.", "You'd have to ask the minister.", "I
/// can't answer for them.": whoever answers leaves it to others.
fn passes_on(words: &Words, range: Range<usize>) -> bool {
    let at = |offset: usize| {
        let word = range.start + offset;
        if word < range.end {
            words.lower(word)
        } else {
            "."
        }
    };
    let first = words.lower(range.start);
    let asks =
        (range.clone()).any(|word| words.lemma(word) == "ask" && words.upos(word) == Upos::Verb);
    let told_to = first == "ask" && words.upos(range.start) == Upos::Verb && at(1) != "for"
        || matches!(first, "you")
            && asks
            && (range.clone())
                .any(|word| matches!(words.lower(word), "have" | "should" | "better"));
    let be = usize::from(matches!(at(1), "'s" | "’s" | "is")) + 1;
    let that = matches!(first, "that" | "it" | "this") && be == 2 && {
        let rest = (range.start + be..range.end).take(8);
        let one = ["question", "matter", "decision", "one", "thing"];
        match at(be) {
            "for" | "up" | "down" => at(be + 1) != "sale",
            "a" | "their" | "his" | "her" | "not" => rest.clone().any(|word| {
                (one.contains(&words.lemma(word)) || words.lower(word) == "mine")
                    && matches!(
                        words.lower((word + 1).min(range.end - 1)),
                        "for" | "." | "to"
                    )
            }),
            "between" => true,
            "something" => rest.clone().any(|word| matches!(words.lower(word), "for")),
            _ => false,
        }
    };
    let speaks_for = first == "i"
        && (range.start..range.end.min(range.start + 5)).any(|word| {
            matches!(words.lemma(word), "answer" | "speak")
                && words.lower((word + 1).min(range.end - 1)) == "for"
        })
        && (range.start..range.end.min(range.start + 4))
            .any(|word| matches!(words.lower(word), "not" | "n't" | "n’t"));
    told_to || that || speaks_for
}

/// "I'm not giving you a figure", "I won't go into that", "I'm not doing that on your show", "we've said what we've said",
/// "I'd rather not say", "I'll keep that to myself".
fn keeps_back(words: &Words, range: Range<usize>) -> bool {
    let first = words.lower(range.start);
    if !matches!(first, "i" | "we") {
        return false;
    }
    let head = || range.start..range.end.min(range.start + 6);
    let has = |forms: &[&str]| head().any(|word| forms.contains(&words.lower(word)));
    let negated = has(&["not", "n't", "n’t", "never"]);
    let withheld = (range.clone()).any(|word| {
        words.upos(word) == Upos::Noun
            && matches!(
                words.lemma(word),
                "figure"
                    | "number"
                    | "date"
                    | "name"
                    | "price"
                    | "detail"
                    | "answer"
                    | "comment"
                    | "hint"
                    | "percentage"
            )
    });
    let gives = head().any(|word| {
        matches!(
            words.lemma(word),
            "give" | "tell" | "name" | "offer" | "put" | "have" | "quote"
        ) && words.is_verb(word)
    });
    let says = head().any(|word| {
        matches!(
            words.lemma(word),
            "say" | "tell" | "speculate" | "comment" | "discuss" | "reveal" | "disclose" | "answer"
        ) && words.is_verb(word)
    }) && !words.text_of(range.clone()).contains(" that ");
    let goes = head().any(|word| {
        matches!(words.lemma(word), "go" | "get")
            && matches!(words.lower((word + 1).min(range.end - 1)), "into" | "there")
    });
    let here = negated
        && (range.clone()).any(|word| {
            matches!(
                words.lemma(word),
                "do" | "negotiate" | "bargain" | "haggle" | "play"
            ) && words.is_verb(word)
        })
        && (range.clone()).any(|word| {
            matches!(
                words.lemma(word),
                "show"
                    | "interview"
                    | "newspaper"
                    | "paper"
                    | "public"
                    | "microphone"
                    | "radio"
                    | "television"
                    | "press"
                    | "camera"
                    | "air"
                    | "game"
                    | "here"
            )
        });
    let rather = has(&["rather"]) && negated && (says || range.len() <= 6);
    let again = {
        let text = words
            .text_of(range.clone())
            .to_lowercase()
            .replace('’', "'");
        text.contains("said what we")
            || text.contains("said what i")
            || text.contains("said all")
            || text.contains("keep that to")
            || text.contains("keep it to")
    };
    negated && (withheld && gives || goes || says && !has(&["mean", "deny"]))
        || here
        || rather
        || again
}
