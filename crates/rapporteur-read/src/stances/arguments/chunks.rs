//! The shapes of phrases by their words alone: noun chunks, and what a stretch of a list opens with.

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::words::Words;

/// A noun phrase without what hangs on it: "the same parking fees", "1,400 cubic metres a second".
#[derive(Debug, Clone)]
pub(in crate::stances) struct Chunk {
    /// Its noun, number or name.
    pub head: usize,
    /// Its words.
    pub words: Range<usize>,
    /// How it opens.
    pub shape: Shape,
}

/// How a noun chunk opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::stances) enum Shape {
    /// "a", "an", "another"
    Indefinite,
    /// "the", "these", "its", "Merin's"
    Definite,
    /// "no", "any", "more", "every"
    Quantified,
    /// "7", "at least 40", "$5"
    Counted,
    /// "joint patrols"
    Described,
    /// "arms"
    Bare,
}

impl Shape {
    /// Whether the words before the noun say that a phrase begins.
    pub(in crate::stances) fn is_marked(self) -> bool {
        !matches!(self, Shape::Described | Shape::Bare)
    }
}

/// What a stretch behind a comma or "and" opens with.
#[derive(Debug, Clone)]
pub(in crate::stances) enum Opening {
    /// "an end to split shifts"
    Noun(Chunk),
    /// "backdating to April": the gerund.
    Gerund(usize),
    /// "to recognise B": the verb.
    To(usize),
    /// "fine owners": the verb.
    Base(usize),
    /// "that crews keep their pensions": the first word behind "that".
    That(usize),
    /// "with …", "for …": the preposition.
    Preposition(usize),
    /// "convoys would travel by day": a clause with a subject of its own; its finite verb.
    Clause(usize),
    /// "opposed B", "would pay": a finite verb.
    Finite(usize),
    /// What opens no item: "which", "if", "said", a mark.
    Other,
}

/// The noun chunk that begins at a word.
pub(in crate::stances) fn chunk(words: &Words, from: usize, limit: usize) -> Option<Chunk> {
    let mut at = from;
    let mut shape = None;
    let mut head = None;
    // "not only", "at least", "no more than", "up to"
    while at < limit && at < from + 4 && is_opening_adverb(words, at, limit) {
        if matches!(
            words.lower(at),
            "at" | "up" | "than" | "about" | "around" | "over" | "under"
        ) {
            shape = Some(Shape::Counted);
        }
        at += 1;
    }
    let first = at;
    while at < limit {
        let upos = words.upos(at);
        let own = match upos {
            Upos::Noun | Upos::Propn => true,
            Upos::Num | Upos::Sym => true,
            Upos::Adj => head.is_none() || next_noun(words, at, limit),
            Upos::Det => {
                head.is_none()
                    // "40 places a year", "5 crowns each"
                    || matches!(words.lower(at), "a" | "an" | "per" | "each" | "every")
                        && head.is_some_and(|noun: usize| noun + 1 == at)
                        && is_period(words.lemma(at + 1))
            }
            Upos::Pron => head.is_none() && at == first || words.xpos(at) == Xpos::PrpPoss,
            Upos::Part => words.xpos(at) == Xpos::Pos,
            Upos::Adv => head.is_none() && at > first && next_noun(words, at, limit),
            Upos::Verb => {
                matches!(words.xpos(at), Xpos::Vbn | Xpos::Vbg)
                    && next_noun(words, at, limit)
                    && head.is_none()
                    && (at > first || words.xpos(at) == Xpos::Vbn)
            }
            Upos::Adp => {
                matches!(words.lower(at), "per")
                    && (is_period(words.lemma(at + 1)) || words.lower(at + 1) == "cent")
            }
            // "full and unconditional access"
            Upos::Cconj => {
                head.is_none()
                    && at > first
                    && matches!(words.upos(at - 1), Upos::Adj | Upos::Num)
                    && matches!(words.upos(at + 1), Upos::Adj | Upos::Num | Upos::Verb)
                    && next_noun(words, at + 1, limit)
            }
            Upos::Punct => words.form(at) == "-" || words.xpos(at) == Xpos::Hyph,
            _ => matches!(words.form(at), "%" | "$" | "€" | "£"),
        };
        if !own {
            break;
        }
        if shape.is_none() {
            shape = Some(opening_shape(words, at));
        }
        if words.xpos(at) == Xpos::Pos {
            shape = Some(Shape::Definite);
            head = None;
        } else if matches!(upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym)
            || upos == Upos::Pron && words.xpos(at) != Xpos::PrpPoss
        {
            head = Some(at);
        }
        at += 1;
    }
    let head = head?;
    let shape = match shape? {
        Shape::Described if head == first => Shape::Bare,
        shape => shape,
    };
    Some(Chunk {
        head,
        words: from..at.max(head + 1),
        shape,
    })
}

fn opening_shape(words: &Words, at: usize) -> Shape {
    if words.upos(at) == Upos::Num || matches!(words.form(at), "$" | "€" | "£") {
        return Shape::Counted;
    }
    match words.lower(at) {
        "a" | "an" | "another" => Shape::Indefinite,
        "the" | "this" | "that" | "these" | "those" => Shape::Definite,
        "no" | "any" | "every" | "each" | "more" | "fewer" | "less" | "all" | "both" | "either"
        | "some" | "several" | "half" | "neither" | "such" => Shape::Quantified,
        _ if words.xpos(at) == Xpos::PrpPoss || words.upos(at) == Upos::Propn => Shape::Definite,
        _ => Shape::Described,
    }
}

/// "at least", "no more than", "not only", "up to"
fn is_opening_adverb(words: &Words, at: usize, limit: usize) -> bool {
    let next = at + 1;
    match words.lower(at) {
        "at" => matches!(words.lower(next), "least" | "most"),
        "least" | "most" => at > 0 && words.lower(at - 1) == "at",
        "up" => words.lower(next) == "to",
        "to" => at > 0 && words.lower(at - 1) == "up",
        "than" => at > 0 && matches!(words.lower(at - 1), "more" | "less" | "fewer"),
        "about" | "around" | "over" | "under" => {
            next < limit && (words.upos(next) == Upos::Num || words.form(next) == "$")
        }
        "not" | "only" | "also" | "both" | "even" | "just" | "nearly" | "almost" | "possibly"
        | "perhaps" | "then" | "finally" | "above" => next < limit,
        _ => false,
    }
}

/// Whether a noun of the same phrase follows: "leaked draft", "very high fee".
fn next_noun(words: &Words, at: usize, limit: usize) -> bool {
    (at + 1..limit.min(at + 4))
        .find(|&next| {
            !matches!(
                words.upos(next),
                Upos::Adj | Upos::Adv | Upos::Num | Upos::Cconj
            ) && !matches!(words.xpos(next), Xpos::Vbn | Xpos::Hyph)
        })
        .is_some_and(|noun| matches!(words.upos(noun), Upos::Noun | Upos::Propn))
}

/// "a second", "a year"
fn is_period(lemma: &str) -> bool {
    matches!(
        lemma,
        "second"
            | "minute"
            | "hour"
            | "day"
            | "night"
            | "week"
            | "month"
            | "year"
            | "season"
            | "shift"
            | "quarter"
            | "head"
            | "person"
            | "child"
            | "ton"
            | "tonne"
            | "barrel"
            | "kilo"
            | "kilometre"
            | "litre"
            | "time"
    )
}

/// What a stretch opens with.
pub(in crate::stances) fn opening(words: &Words, from: usize, limit: usize) -> Opening {
    if from >= limit {
        return Opening::Other;
    }
    let mut at = from;
    // "and also to open", "and never to close"
    while at + 1 < limit
        && words.upos(at) == Upos::Adv
        && !is_opening_adverb(words, at, limit)
        && !matches!(
            words.lower(at),
            "when" | "where" | "how" | "why" | "so" | "as"
        )
        && (matches!(
            words.xpos(at + 1),
            Xpos::Vb | Xpos::Vbg | Xpos::To | Xpos::Vbd | Xpos::Vbz
        ) || matches!(words.lower(at + 1), "to" | "that"))
    {
        at += 1;
    }
    let verb = |at: usize| matches!(words.upos(at), Upos::Verb | Upos::Aux);
    match words.lower(at) {
        "to" if at + 1 < limit => {
            let next = (at + 1..limit.min(at + 3)).find(|&next| words.upos(next) != Upos::Adv);
            return match next.filter(|&next| words.xpos(next) == Xpos::Vb) {
                Some(next) => Opening::To(next),
                None => Opening::Preposition(at),
            };
        }
        "that" if has_verb(words, at + 1, limit) => return Opening::That(at + 1),
        "which" | "who" | "whom" | "whose" | "where" | "when" | "if" | "unless" | "because"
        | "while" | "although" | "though" | "whereas" | "since" | "provided" | "including"
        | "as" | "but" | "so" | "saying" | "calling" | "not" | "nor" | "once" | "until" => {
            return Opening::Other;
        }
        _ => {}
    }
    if words.xpos(at) == Xpos::Vbg && is_gerund(words, at, limit) {
        return Opening::Gerund(at);
    }
    if verb(at) {
        match words.xpos(at) {
            Xpos::Vb => return Opening::Base(at),
            Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md => return Opening::Finite(at),
            _ => {}
        }
    }
    if words.upos(at) == Upos::Adp && !is_opening_adverb(words, at, limit) {
        return Opening::Preposition(at);
    }
    let Some(first) = chunk(words, at, limit) else {
        return Opening::Other;
    };
    match clause_verb(words, first.words.end, limit) {
        Some(verb) => Opening::Clause(verb),
        None => Opening::Noun(first),
    }
}

/// "closing two bays", "backdating to April"; not "rising sea levels", "bombing".
fn is_gerund(words: &Words, at: usize, limit: usize) -> bool {
    let next = at + 1;
    next < limit
        && words.rel(at) != Rel::Amod
        && match words.upos(next) {
            Upos::Noun | Upos::Propn => {
                words.head(next) == Some(at) || words.rel(next) == Rel::Compound
            }
            Upos::Punct | Upos::Cconj | Upos::Aux => false,
            _ => true,
        }
}

/// The finite verb behind a subject, over what hangs on the subject: "inspectors of the fund | would check".
pub(in crate::stances) fn clause_verb(words: &Words, from: usize, limit: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..4 {
        if at >= limit {
            return None;
        }
        if matches!(words.upos(at), Upos::Verb | Upos::Aux)
            && matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
        {
            return Some(at);
        }
        // "a truce be kept"
        if words.lower(at) == "be" && words.lower(at - 1) != "to" {
            return Some(at);
        }
        if words.upos(at) == Upos::Adv && words.lower(at) != "not" {
            at += 1;
        } else if words.upos(at) == Upos::Adp {
            at = chunk(words, at + 1, limit)?.words.end;
        } else {
            return None;
        }
    }
    None
}

/// Whether a clause follows: a verb not far behind, that is no infinitive.
fn has_verb(words: &Words, from: usize, limit: usize) -> bool {
    let end = limit.min(from + 16);
    (from + 1..end)
        .take_while(|&at| words.form(at) != ";")
        .any(|at| matches!(words.upos(at), Upos::Verb | Upos::Aux) && words.lower(at - 1) != "to")
}
