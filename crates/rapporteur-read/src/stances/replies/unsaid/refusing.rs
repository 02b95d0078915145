//! What stands before a verb of telling: "did not", "was not prepared to", "declined to", "has yet to", "would not be
//! dragged into".

use rapporteur_syntax::Upos;

use crate::words::Words;

/// How far before the verb its refusal may begin.
const FAR: usize = 10;

/// The words before a verb that belong to it.
pub(super) struct Refusing {
    /// The first of them, or the verb.
    pub first: usize,
    /// Whether they refuse.
    pub refused: bool,
    /// Whether they promise: "would", "will".
    pub will: bool,
}

/// Words of refusing: what they govern is not done.
const ADVERSE: &[&str] = &[
    "abstain",
    "avoid",
    "balk",
    "baulk",
    "beg",
    "decline",
    "demur",
    "disinclined",
    "dodge",
    "duck",
    "evade",
    "excuse",
    "excused",
    "forbear",
    "forbore",
    "hesitant",
    "hesitate",
    "loath",
    "loth",
    "omit",
    "refrain",
    "refuse",
    "reluctant",
    "resist",
    "shrink",
    "shy",
    "sidestep",
    "unable",
    "unprepared",
    "unready",
    "unwilling",
    "wary",
];

/// Words that carry a "not" on to the verb behind them: "did not wish to", "was not at liberty to", "would not be lured
/// into".
const CARRIERS: &[&str] = &[
    "able",
    "allow",
    "allowed",
    "ask",
    "authorise",
    "authorised",
    "authorize",
    "authorized",
    "bounce",
    "bring",
    "business",
    "care",
    "careful",
    "choose",
    "coax",
    "drag",
    "draw",
    "empowered",
    "entice",
    "feel",
    "fit",
    "free",
    "get",
    "go",
    "goad",
    "inclined",
    "induce",
    "instructed",
    "intend",
    "lead",
    "let",
    "liberty",
    "lure",
    "mandated",
    "mean",
    "minded",
    "mood",
    "need",
    "permit",
    "permitted",
    "persuade",
    "plan",
    "position",
    "prefer",
    "prepare",
    "prepared",
    "press",
    "propose",
    "provoke",
    "pull",
    "push",
    "ready",
    "see",
    "seek",
    "take",
    "tempt",
    "trick",
    "want",
    "willing",
    "wish",
];

/// Looks at the words before a verb, from the right, up to the subject.
pub(super) fn refusing(words: &Words, verb: usize) -> Refusing {
    let start = words.sentence(words.sentence_of(verb)).start;
    let (mut negated, mut adverse) = (false, false);
    let mut first = verb;
    let mut at = verb;
    while at > start.max(verb.saturating_sub(FAR)) {
        at -= 1;
        let lemma = words.lemma(at);
        let lower = words.lower(at);
        match lower {
            "not" | "n't" | "n’t" | "never" | "neither" | "nor" => {
                // "not only said"
                negated ^= words.lower(at + 1) != "only";
            }
            "no" => negated = true,
            // "has yet to say"
            "yet" | "still" if words.lower(at + 1) == "to" => adverse = true,
            "from" | "to" | "into" | "in" | "at" | "off" | "away" | "back" | "up" | "a" | "the"
            | "its" | "his" | "her" | "their" | "my" | "our" | "of"
                if at + 1 == first || adverse => {}
            // "has yet to say", taken for a verb of having
            "has" | "had" | "have" if words.lower(first) == "yet" => {}
            _ if ADVERSE.contains(&lemma) || ADVERSE.contains(&lower) => {
                adverse ^= true;
            }
            _ if CARRIERS.contains(&lemma) || CARRIERS.contains(&lower) => {}
            _ if matches!(words.upos(at), Upos::Adv | Upos::Part | Upos::Aux) => {}
            _ => break,
        }
        first = at;
    }
    // "to say", "in telling": what belongs to something before it.
    while first < verb
        && !matches!(
            words.upos(first),
            Upos::Aux | Upos::Verb | Upos::Adv | Upos::Part | Upos::Adj
        )
    {
        first += 1;
    }
    Refusing {
        first,
        refused: negated != adverse,
        will: !negated
            && !adverse
            && first < verb
            && (first..verb).all(|at| matches!(words.upos(at), Upos::Aux | Upos::Adv))
            && matches!(
                words.lemma(first),
                "will" | "would" | "'ll" | "’ll" | "shall"
            ),
    }
}
