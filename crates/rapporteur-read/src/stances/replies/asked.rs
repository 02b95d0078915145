//! Questions that a report tells: "Asked whether Orveth would sign, its envoy laughed", "the envoy, pressed on the toll,
//! …", "Torv was asked twice if …", "The judge asked the port what it would pay".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::words::Words;

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::stances) struct Asked {
    /// The verb of asking.
    pub verb: usize,
    /// What was asked, with "whether" and without "about".
    pub words: Range<usize>,
    /// Whether it leaves open what it asks: "whether", "how much", not "why" and not "about".
    pub open: bool,
    /// Whoever was asked, where the clause of asking is a sentence of its own: the answer comes after it.
    pub whom: Option<usize>,
}

/// Participles of putting questions.
const ASKING: &[&str] = &[
    "asked",
    "pressed",
    "questioned",
    "quizzed",
    "challenged",
    "probed",
    "grilled",
    "pushed",
    "prodded",
    "queried",
    "tackled",
    "buttonholed",
];

/// How far behind the verb a question begins ("asked twice by reporters in the lobby whether").
const FAR: usize = 10;

/// Every question that the report tells.
pub(in crate::stances) fn asked(words: &Words) -> Vec<Asked> {
    (0..words.len())
        .filter(|&verb| {
            words.lemma(verb) == "ask" && words.is_verb(verb) || ASKING.contains(&words.lower(verb))
        })
        .filter_map(|verb| question(words, verb))
        .collect()
}

fn question(words: &Words, verb: usize) -> Option<Asked> {
    let sentence = words.sentence(words.sentence_of(verb));
    let opener = (verb + 1..sentence.end.min(verb + FAR))
        .take_while(|&at| !matches!(words.form(at), "," | ";" | ":") && !words.is_verb(at))
        .find(|&at| opens(words, at) || introduces(words, verb, at))?;
    let before = verb.checked_sub(1).filter(|&at| at >= sentence.start);
    let auxiliary = (sentence.start.max(verb.saturating_sub(4))..verb).any(|at| {
        words.upos(at) == Upos::Aux && matches!(words.lemma(at), "be" | "get")
            || words.lemma(at) == "get"
    });
    // "Asked …", "…, asked …", "when asked …", "repeatedly asked …"
    let first = (sentence.start..verb)
        .all(|at| matches!(words.upos(at), Upos::Punct | Upos::Adv | Upos::Sconj));
    let aside = first
        || before.is_some_and(|at| {
            matches!(words.form(at), "," | "–" | "—" | "(") || words.lemma(at) == "when"
        });
    let start = if opens(words, opener) || opens(words, opener + 1) {
        opener + usize::from(!opens(words, opener))
    } else {
        opener + 1
    };
    let open = opens(words, start) && !matches!(words.lemma(start), "why" | "when" | "who");
    let whom = if aside {
        None
    } else if auxiliary {
        words
            .child(verb, &[Rel::NsubjPass, Rel::Nsubj])
            .or_else(|| words.subject(verb))
    } else if words.lemma(verb) == "ask" && words.xpos(verb) != Xpos::Vbg {
        // "The judge asked the port what it would pay".
        words
            .child(verb, &[Rel::Iobj, Rel::Obj])
            .filter(|&whom| whom > verb && whom < opener)
    } else {
        None
    };
    if !aside && whom.is_none() {
        return None;
    }
    let end = end(words, start, &sentence, aside);
    let asked = words.trim(start..end);
    (asked.len() > usize::from(open)).then_some(Asked {
        verb,
        words: asked,
        open,
        whom,
    })
}

/// Whether a question in words begins here.
fn opens(words: &Words, at: usize) -> bool {
    at < words.len()
        && matches!(
            words.lemma(at),
            "whether" | "if" | "how" | "what" | "where" | "which" | "why" | "when" | "who"
        )
}

/// "about", "on": a question that is only named. "on Tuesday" names none.
fn introduces(words: &Words, verb: usize, at: usize) -> bool {
    let about = words.lemma(at) == "about"
        || matches!(words.lemma(at), "on" | "over") && words.lemma(verb) != "ask"
        // "asked for its view of the levy"
        || words.lower(at) == "for" && words.lemma(verb) == "ask" && at == verb + 1 && asks_for_view(words, at);
    about && !words.lower((at + 1).min(words.len() - 1)).ends_with("day")
}

/// "for a view", "for Niamey's position on it": a stance that is asked for.
fn asks_for_view(words: &Words, at: usize) -> bool {
    (at + 1..(at + 6).min(words.len()))
        .take_while(|&at| words.upos(at) != Upos::Punct && !words.is_verb(at))
        .any(|at| {
            matches!(
                words.lemma(at),
                "view" | "opinion" | "position" | "stance" | "reaction" | "preference" | "verdict"
            )
        })
}

/// Where the question ends: at the first comma behind a whole clause, or behind the thing that was asked about.
fn end(words: &Words, start: usize, sentence: &Range<usize>, aside: bool) -> usize {
    let finite = |range: Range<usize>| {
        range.into_iter().any(|at| {
            words.upos(at) == Upos::Aux
                || matches!(
                    words.xpos(at),
                    Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md | Xpos::Vb
                )
        })
    };
    let clause = opens(words, start);
    let stop = (start + 1..sentence.end)
        .find(|&at| matches!(words.form(at), ";" | ":" | "." | "?" | "\"" | "“" | "”"))
        .unwrap_or(sentence.end);
    // "was asked about the levy and | gave nothing away"
    let next_clause = (start + 1..stop).find(|&at| {
        !clause
            && !aside
            && matches!(words.lower(at), "and" | "but")
            && matches!(words.xpos(at + 1), Xpos::Vbd | Xpos::Md)
    });
    let stop = next_clause.unwrap_or(stop);
    (start + 1..stop)
        .find(|&at| {
            let next = words.lemma((at + 1).min(words.len() - 1));
            words.form(at) == ","
                && !matches!(next, "which" | "who" | "whose" | "where" | "or")
                && (!clause || finite(start..at))
                && (!aside || finite(at + 1..sentence.end) || at + 1 >= stop)
        })
        .unwrap_or(stop)
}

/// "Asked about the clause", "Pressed on it": a participle that opens the sentence.
pub(in crate::stances) fn is_asked(words: &Words, word: usize) -> bool {
    let opens = words.sentence(words.sentence_of(word)).start == word;
    opens
        && matches!(
            words.form(word),
            "Asked" | "Pressed" | "Pushed" | "Challenged" | "Urged"
        )
}
