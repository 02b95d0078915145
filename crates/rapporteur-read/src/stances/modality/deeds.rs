//! Verbs by what a modal before them tells: nothing of a term, harm to the other side, something done to a party.

use rapporteur_syntax::{Rel, Upos};

use crate::words::Words;

/// Verbs that no party refuses or promises as a term: being, knowing, saying.
pub(in crate::stances) const NO_DEEDS: &[&str] = &[
    "be",
    "have",
    "know",
    "think",
    "believe",
    "see",
    "seem",
    "appear",
    "comment",
    "say",
    "tell",
    "speak",
    "discuss",
    "confirm",
    "deny",
    "elaborate",
    "speculate",
    "happen",
    "take",
    "attend",
    "meet",
    "arrive",
    "travel",
    "visit",
    "resume",
    "continue",
    "hesitate",
    "haggle",
    "mention",
    "decide",
    "rise",
    "characterise",
    "characterize",
    "prejudge",
    "blink",
    "flinch",
    "begin",
    "start",
    "receive",
    "answer",
    "respond",
    "reply",
    "predict",
    "foresee",
    "guess",
    "explain",
    "describe",
    "hear",
    "wait",
    "like",
    "want",
    "hope",
    "expect",
    "mean",
    "remain",
    "become",
    "talk",
    "draw",
    // what body and mind do: "we cannot sleep on paper", "I would not forgive myself"
    "eat",
    "drink",
    "sleep",
    "dream",
    "breathe",
    "forgive",
    "forget",
    "remember",
    "understand",
    "imagine",
    "pretend",
    "lie",
    "laugh",
    "cry",
    "weep",
    "sing",
    "dance",
    "smile",
    "rest",
    "starve",
    "survive",
    "exist",
    "live",
    "die",
];

/// Deeds that are done to the other side or to the talks, whoever calls them what.
pub(in crate::stances) const HARM: &[&str] = &[
    "walk out",
    "walk away",
    "break off",
    "pull out",
    "quit",
    "retaliate",
    "strike",
    "strike back",
    "attack",
    "cut off",
    "shut off",
    "block",
    "blockade",
    "boycott",
    "expel",
    "impose",
    "sue",
    "escalate",
    "bomb",
    "invade",
    "veto",
    "punish",
    "sanction",
    "fight on",
    "hit back",
    "shoot down",
    "arrest",
    "detain",
    "evict",
    "sack",
    "dismiss",
    "lock out",
    "down tools",
    "topple",
    "bring down",
    "sabotage",
    "occupy",
    "seize",
    "annex",
    "withhold",
];

/// What is done to parties, not to terms: "said it must be consulted".
pub(in crate::stances) const TO_A_PARTY: &[&str] = &[
    "ask",
    "consult",
    "involve",
    "tell",
    "inform",
    "invite",
    "hear",
    "include",
    "protect",
    "represent",
    "compensate",
    "reimburse",
    "give",
    "allow",
    "see",
];

/// What one asks others to do with a plan that one is against.
pub(in crate::stances) const BLOCKING: &[&str] = &[
    "block",
    "veto",
    "reject",
    "resist",
    "oppose",
    "vote down",
    "turn down",
    "throw out",
    "strike down",
    "void",
    "defeat",
];

/// What one is unable to do, where it cannot be done: "could not find the engineers", "cannot govern". None refuses a deed.
const ACHIEVED: &[&str] = &[
    "find",
    "govern",
    "value",
    "connect",
    "prove",
    "establish",
    "determine",
    "locate",
    "measure",
    "trace",
    "count",
    "cope",
    "keep up",
    "breathe",
    "sleep",
    "remember",
    "recall",
    "show",
    "manage",
    "reach",
    "catch",
    "explain",
    "imagine",
    "know",
    "foresee",
    "predict",
    "report",
];

/// "cannot find the drivers", "cannot do that alone", "could not stop them", "could not come to a conclusion": what is
/// beyond somebody, and is not refused.
pub(in crate::stances) fn is_beyond(words: &Words, deed: usize) -> bool {
    let alone = || {
        (words.children_by(deed, &[Rel::Advmod]))
            .any(|how| matches!(words.lower(how), "alone" | "single-handedly"))
    };
    let stops_somebody = || {
        matches!(words.lemma(deed), "stop" | "prevent" | "control")
            && words
                .object(deed)
                .is_some_and(|whom| words.upos(whom) == Upos::Pron)
    };
    let concludes = || {
        words.lemma(deed) == "come"
            && (words.with_case(deed, &["to"]))
                .any(|to| matches!(words.lemma(to), "conclusion" | "agreement" | "decision"))
    };
    ACHIEVED.contains(&words.lemma(deed)) || stops_somebody() || concludes() || alone()
}
