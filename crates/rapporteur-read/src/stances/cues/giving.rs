//! What one is ready to give: "would itself fund it", "bear a third of the cost", "hold elections".

use rapporteur_lexicon::{Place, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::Scene;
use crate::stances::arguments::objects::is_cost;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::texts::drafts::is_text;
use crate::words::Words;

/// Whether an infinitive names something given, not talk, acceptance or a fight.
pub fn is_giving(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    // "let go 200 detainees"
    let lets_go = words.lemma(verb) == "let"
        && (words.children_by(verb, &[Rel::Xcomp]))
            .any(|go| words.lemma(go) == "go" && words.child(go, &[Rel::Obj]).is_some());
    if lets_go || is_deed(scene, verb) || takes_off(words, verb) {
        return true;
    }
    let buys = words.lemma(verb) == "buy";
    words.is_verb(verb)
        && (words.child(verb, &[Rel::Obj]).is_some()
            // "ready to give 45", with the sum for whom it is given to.
            || words.lemma(verb) == "give"
                && (words.child(verb, &[Rel::Iobj])).is_some_and(|sum| words.upos(sum) == Upos::Num)
            || GIVING.contains(&&*words.phrasal(verb)) && is_gap(words, verb)
            // "ready to pay for the dredging"
            || matches!(words.lemma(verb), "pay" | "contribute" | "invest")
                && (words.with_case(verb, &["for", "to", "toward", "towards", "in"]).next().is_some()
                    || words.lower((verb + 1).min(words.len() - 1)) == "for"))
        && (!NOT_GIVEN.contains(&words.lemma(verb))
            || GIVING.contains(&&*words.phrasal(verb))
            || makes_gift(scene, verb)
            || bears_cost(scene, verb)
            || holds_deed(words, verb))
        && (buys
            || bears_cost(scene, verb)
            || scene
                .lexicon
                .stances
                .of(StanceWord::Verb, &words.phrasal(verb))
                .all(|frame| {
                    !frame.with.is_empty()
                        || frame.only.is_some()
                        || frame.stance == Stance::Offers
                        // "order 20 million doses", "hand over the soldiers"
                        || !frame.on.contains(&Place::Object)
                }))
}

/// "take two floors off its tower", "knock a crown off the fee": gives way by so much.
fn takes_off(words: &Words, verb: usize) -> bool {
    matches!(
        words.lemma(verb),
        "take" | "knock" | "lop" | "shave" | "strike" | "trim" | "cut"
    ) && words.child(verb, &[Rel::Obj]).is_some()
        && words.with_case(verb, &["off"]).next().is_some()
}

/// "move a depot", "reopen two schools", "introduce the allowance": a deed, where it is no text or talk.
pub(in crate::stances) fn is_deed(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    DEEDS.contains(&&*words.phrasal(verb))
        && (words.child(verb, &[Rel::Obj]))
            .is_some_and(|what| !is_text(scene, what) && !is_talk(words, what))
}

/// Verbs of deeds that are verbs of proposing or talking when a text, a motion or talks are their object.
const DEEDS: &[&str] = &[
    "move",
    "reopen",
    "introduce",
    "recognise",
    "recognize",
    "pass on",
    "relocate",
    "shift",
    "institute",
    "launch",
    "receive",
    "free",
];

/// "reopen the talks", "reopen the chapter", "introduce a motion", "receive a delegation".
fn is_talk(words: &Words, what: usize) -> bool {
    matches!(
        words.lemma(what),
        "talk"
            | "negotiation"
            | "discussion"
            | "dialogue"
            | "debate"
            | "consultation"
            | "chapter"
            | "file"
            | "question"
            | "issue"
            | "matter"
            | "case"
            | "motion"
            | "amendment"
            | "proposal"
            | "idea"
            | "demand"
            | "request"
            | "offer"
            | "delegation"
            | "envoy"
            | "mediator"
            | "agreement"
            | "deal"
            | "contract"
            | "treaty"
            | "accord"
            | "conversation"
            | "goalpost"
            | "need"
            | "right"
            | "it"
            | "that"
    )
}

/// "hold elections within a year", "hold its rents at 2 percent", but not "hold talks".
fn holds_deed(words: &Words, verb: usize) -> bool {
    words.lemma(verb) == "hold"
        && words.object(verb).is_some_and(|what| {
            matches!(
                words.lemma(what),
                "election"
                    | "referendum"
                    | "vote"
                    | "ballot"
                    | "rent"
                    | "price"
                    | "fee"
                    | "fare"
                    | "rate"
                    | "tariff"
                    | "place"
                    | "seat"
                    | "post"
            )
        })
}

/// "a plan that Merin is ready to fund": what is given stands before.
fn is_gap(words: &Words, verb: usize) -> bool {
    words.rel(verb) == Rel::Xcomp
        && words
            .head(verb)
            .is_some_and(|ready| words.rel(ready) == Rel::AclRelcl)
}

/// "bear a third of the cost"
pub(in crate::stances) fn bears_cost(scene: &Scene, verb: usize) -> bool {
    matches!(
        scene.words.lemma(verb),
        "bear" | "meet" | "shoulder" | "foot" | "absorb"
    ) && (scene.words.object(verb))
        .is_some_and(|cost| is_cost(scene.words, &noun_phrase(scene, cost)))
}

/// "make a one-off payment": a verb that only carries what is given.
fn makes_gift(scene: &Scene, verb: usize) -> bool {
    matches!(scene.words.lemma(verb), "make" | "do")
        && (scene.words.object(verb)).is_some_and(|gift| {
            matches!(
                scene.words.lemma(gift),
                "payment"
                    | "contribution"
                    | "donation"
                    | "deposit"
                    | "concession"
                    | "grant"
                    | "loan"
                    | "investment"
                    | "cut"
                    | "reduction"
                    | "transfer"
                    | "delivery"
                    | "repayment"
                    | "refund"
            )
        })
}

/// Verbs whose infinitive after "ready to" gives nothing to the other side.
const NOT_GIVEN: &[&str] = &[
    "talk",
    "meet",
    "negotiate",
    "discuss",
    "engage",
    "listen",
    "hear",
    "work",
    "continue",
    "resume",
    "explore",
    "hold",
    "consider",
    "compromise",
    "cooperate",
    "speak",
    "start",
    "begin",
    "enter",
    "look",
    "review",
    "examine",
    "act",
    "fight",
    "respond",
    "defend",
    "attack",
    "strike",
    "use",
    "take",
    "do",
    "be",
    "have",
    "go",
    "travel",
    "make",
    "join",
    "say",
    "tell",
    "see",
    "try",
    "sign",
    "bear",
    "face",
    "risk",
    "pay a price",
    "protect",
    "counter",
    "repel",
    "confront",
    "address",
    "answer",
    "show",
    "follow",
    "play",
    "send troops",
    "deploy",
    "intervene",
];

/// What one gives, of one's own.
pub(in crate::stances) const GIVING: &[&str] = &[
    "pay",
    "contribute",
    "send",
    "provide",
    "supply",
    "furnish",
    "fund",
    "finance",
    "host",
    "cover",
    "give",
    "grant",
    "lend",
    "donate",
    "deliver",
    "hand over",
    "hand back",
    "turn over",
    "give back",
    "give up",
    "write",
    "match",
    "subsidise",
    "subsidize",
    "cede",
    "release",
    "free",
    "share",
    "transfer",
    "lease",
    "lift",
    "withdraw",
    "pull back",
    "compensate",
    "return",
    "refund",
    "repatriate",
    "waive",
    "bear",
    "underwrite",
    "bankroll",
    "defray",
    "reimburse",
    "evacuate",
    "vacate",
    "set free",
    "take in",
    "take back",
    "bring home",
    "wave through",
    "part with",
    "surrender",
    "relinquish",
    "hand in",
    "turn in",
    "unblock",
    "unfreeze",
    "take off",
    "take down",
    "set aside",
    "put aside",
];
