//! What is bad news: deeds with which parties threaten, and events that nobody bargains for.

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos};

use crate::words::Words;

/// Deeds that are announced to deter, where they hang on an "if": leaving, blocking, striking, punishing, going to law.
const DEEDS: &[&str] = &[
    "abandon",
    "abrogate",
    "annul",
    "appeal",
    "arrest",
    "attack",
    "ban",
    "bar",
    "blacklist",
    "block",
    "blockade",
    "bomb",
    "boycott",
    "call off",
    "call out",
    "cancel",
    "close",
    "close down",
    "collapse",
    "confiscate",
    "crumble",
    "cut",
    "cut off",
    "denounce",
    "deport",
    "die",
    "disrupt",
    "down",
    "end up",
    "escalate",
    "evict",
    "expel",
    "fall",
    "fall apart",
    "fight",
    "fire",
    "freeze",
    "halt",
    "invade",
    "lay off",
    "leave",
    "lock out",
    "mobilise",
    "mobilize",
    "nullify",
    "obstruct",
    "occupy",
    "picket",
    "pull out",
    "punish",
    "quit",
    "reconsider",
    "reimpose",
    "renounce",
    "repudiate",
    "resign",
    "respond",
    "retaliate",
    "revoke",
    "sanction",
    "scrap",
    "sack",
    "seize",
    "shell",
    "shoot",
    "shut",
    "shut down",
    "starve",
    "stop",
    "strike",
    "strike back",
    "sue",
    "suffer",
    "suspend",
    "terminate",
    "tear up",
    "topple",
    "veto",
    "vote against",
    "vote down",
    "walk",
    "walk away",
    "walk out",
    "withhold",
];

/// Deeds that are harm with these words behind them: "go home", "go to court".
const WITH: &[(&str, &[&str])] = &[
    (
        "go",
        &[
            "home",
            "court",
            "strike",
            "war",
            "tribunal",
            "arbitration",
            "it",
            "public",
            "elsewhere",
        ],
    ),
    (
        "take",
        &[
            "court", "action", "arm", "street", "step", "measure", "matter", "tribunal",
        ],
    ),
    (
        "impose",
        &[
            "tariff", "duty", "sanction", "ban", "fine", "tax", "deadline", "quota", "blockade",
            "embargo",
        ],
    ),
    ("do", &["without", "alone"]),
    ("run", &["alone"]),
    ("act", &["alone"]),
    ("turn", &["elsewhere", "court", "else"]),
    ("ask", &["else", "another"]),
    ("look", &["elsewhere", "alternative"]),
    ("bring", &["back", "down", "court"]),
    ("pull", &["out", "back"]),
    ("break", &["off", "up"]),
    ("lose", &[]),
    ("pay", &["price", "dearly"]),
    ("face", &["consequence", "sanction", "strike", "penalty"]),
];

/// Whether a verb tells a deed that deters.
pub fn is_harmful(words: &Words, verb: usize) -> bool {
    if !words.is_verb(verb) {
        return false;
    }
    let lemma = words.lemma(verb);
    if clears(words, verb) || ends_protest(words, verb) || gives_up(words, verb) {
        return false;
    }
    if DEEDS.contains(&lemma) || DEEDS.contains(&&*words.phrasal(verb)) {
        // "would stop the strikes", "end the blockade": the end of harm is none.
        let ends = matches!(
            lemma,
            "stop"
                | "halt"
                | "suspend"
                | "cancel"
                | "scrap"
                | "cut"
                | "freeze"
                | "abandon"
                | "renounce"
                | "resume"
                | "reopen"
                | "close"
        ) && words.child(verb, &[Rel::Obj]).is_some_and(|object| {
            let own = words.children_by(object, &[Rel::NmodPoss]).next().is_some();
            own && !matches!(lemma, "close" | "resume" | "reopen")
                || matches!(
                    words.lemma(object),
                    "strike"
                        | "attack"
                        | "blockade"
                        | "siege"
                        | "shelling"
                        | "flight"
                        | "talk"
                        | "railway"
                        | "road"
                        | "border"
                        | "crossing"
                        | "port"
                        | "bridge"
                        | "embassy"
                        | "pipeline"
                        | "negotiation"
                        | "tariff"
                        | "sanction"
                        | "boycott"
                        | "work"
                        | "test"
                        | "enrichment"
                        | "raid"
                ) && !(lemma == "close"
                    || matches!(words.lemma(object), "talk" | "negotiation" | "work")
                        && lemma != "resume")
        });
        return !ends;
    }
    let behind = verb + 1..words.subtree(verb).end.min(verb + 8);
    WITH.iter().any(|(with, fellows)| {
        *with == lemma
            && (fellows.is_empty() || behind.clone().any(|at| fellows.contains(&words.lemma(at))))
    })
}

/// Ground that soldiers hold.
const GROUND: &[&str] = &[
    "town",
    "city",
    "village",
    "port",
    "harbour",
    "harbor",
    "area",
    "land",
    "territory",
    "island",
    "base",
    "zone",
    "hill",
    "hilltop",
    "height",
    "airport",
    "province",
    "valley",
    "region",
    "building",
    "square",
    "ground",
    "position",
    "enclave",
    "district",
    "quarter",
    "suburb",
    "street",
    "bridge",
    "road",
    "dam",
    "mine",
    "field",
    "strip",
    "peninsula",
    "ridge",
    "post",
    "outpost",
    "checkpoint",
    "crossing",
    "barracks",
    "airfield",
    "coast",
    "bank",
    "buffer",
    "neighbourhood",
    "neighborhood",
    "country",
    "house",
    "plant",
    "farm",
    "capital",
    "camp",
    "site",
    "reef",
];

/// "would pull out of the town", "leave the hills": ground given up, and no talks left.
pub fn clears(words: &Words, verb: usize) -> bool {
    if !matches!(
        words.lemma(verb),
        "pull" | "leave" | "quit" | "vacate" | "evacuate" | "clear" | "abandon"
    ) {
        return false;
    }
    let left = words
        .child(verb, &[Rel::Obj, Rel::Obl])
        .into_iter()
        .chain(words.with_case(verb, &["of", "from"]));
    left.into_iter().any(|at| {
        GROUND.contains(&words.lemma(at))
            || words.upos(at) == Upos::Propn
                && words.child(at, &[Rel::Det]).is_none()
                && words.lemma(verb) != "leave"
    })
}

/// "would stop issuing licences": what harms others given up, where "would stop paying" harms.
fn gives_up(words: &Words, verb: usize) -> bool {
    const OWN: &[&str] = &[
        "issue",
        "build",
        "dig",
        "drill",
        "fish",
        "fly",
        "shell",
        "shoot",
        "fire",
        "bomb",
        "trawl",
        "mine",
        "pump",
        "arm",
        "recruit",
        "broadcast",
        "enrich",
        "test",
        "expand",
        "evict",
        "arrest",
        "detain",
        "seize",
        "block",
        "patrol",
        "strike",
        "attack",
        "jam",
        "log",
        "hunt",
        "demolish",
        "deport",
        "levy",
        "charge",
        "dump",
        "settle",
    ];
    matches!(words.lemma(verb), "stop" | "cease" | "quit" | "halt")
        && words
            .child(verb, &[Rel::Xcomp])
            .is_some_and(|deed| OWN.contains(&words.lemma(deed)))
}

/// "would call off the first days of the strike": the end of pressure is no harm.
fn ends_protest(words: &Words, verb: usize) -> bool {
    let pressure = |at: usize| {
        matches!(
            words.lemma(at),
            "strike"
                | "walkout"
                | "stoppage"
                | "boycott"
                | "blockade"
                | "protest"
                | "march"
                | "rally"
                | "sit-in"
                | "occupation"
                | "picket"
                | "lockout"
                | "lawsuit"
                | "suit"
                | "challenge"
                | "action"
        )
    };
    matches!(
        &*words.phrasal(verb),
        "call off" | "lift" | "end" | "suspend"
    ) && words
        .child(verb, &[Rel::Obj])
        .is_some_and(|object| pressure(object) || words.with_case(object, &["of"]).any(pressure))
}

/// What one hopes not to come: "if no shots are fired" asks for good.
const MISCHIEF: &[&str] = &[
    "attack",
    "assault",
    "raid",
    "shot",
    "missile",
    "rocket",
    "drone",
    "shelling",
    "violence",
    "violation",
    "breach",
    "incident",
    "provocation",
    "strike",
    "objection",
    "opposition",
    "protest",
    "complaint",
    "delay",
    "obstacle",
    "problem",
    "penalty",
    "punishment",
    "reprisal",
    "sanction",
    "tariff",
    "levy",
    "tax",
    "fee",
    "charge",
    "cut",
    "redundancy",
    "layoff",
    "dismissal",
    "closure",
    "eviction",
    "condition",
    "string",
    "interference",
    "troop",
    "soldier",
    "change",
    "increase",
    "rise",
    "risk",
    "cost",
    "harm",
];

/// Whether a condition is one that nobody hopes for: "the talks fail", "there is no deal", "they refuse".
pub fn is_failure(words: &Words, premise: &Range<usize>) -> bool {
    let bad = |at: usize| {
        matches!(
            words.lemma(at),
            "fail"
                | "failing"
                | "collapse"
                | "founder"
                | "refuse"
                | "reject"
                | "violate"
                | "breach"
                | "break"
                | "attack"
                | "invade"
                | "renege"
                | "insist"
                | "persist"
                | "strike"
                | "veto"
                | "ignore"
                | "defy"
                | "flout"
                | "cheat"
                | "deadlock"
                | "stall"
                | "drag"
                | "impose"
                | "block"
                | "provoke"
                | "cross"
                | "harm"
                | "threaten"
                | "shell"
                | "bomb"
                | "shoot"
                | "raid"
                | "lapse"
                | "default"
                | "unravel"
                | "falter"
                | "drift"
                | "worsen"
                | "deteriorate"
                | "escalate"
        ) && matches!(words.upos(at), Upos::Verb)
    };
    let none = |at: usize| {
        matches!(words.lemma(at), "nothing") && premise.start == at
            // "if no buyer has signed by then", "if there was no offer", but "if no shots are fired"
            || words.lower(at) == "no"
                && words.head(at).is_some_and(|noun| {
                    words.rel(noun) != Rel::Obj && !MISCHIEF.contains(&words.lemma(noun))
                })
            || matches!(words.lemma(at), "no")
                && premise
                    .clone()
                    .skip_while(|&word| word <= at)
                    .take(4)
                    .any(|noun| {
                        matches!(
                            words.lemma(noun),
                            "deal"
                                | "agreement"
                                | "accord"
                                | "progress"
                                | "movement"
                                | "answer"
                                | "reply"
                                | "solution"
                                | "settlement"
                                | "compromise"
                                | "treaty"
                                | "text"
                                | "result"
                                | "breakthrough"
                                | "pact"
                                | "truce"
                        )
                    })
    };
    // "if ministers had not narrowed their differences", "if Orveth did not reply"
    let left_undone = |at: usize| {
        matches!(
            words.lemma(at),
            "agree"
                | "answer"
                | "reply"
                | "respond"
                | "comply"
                | "sign"
                | "settle"
                | "reach"
                | "resolve"
                | "narrow"
                | "deliver"
                | "pay"
                | "act"
                | "yield"
                | "relent"
                | "compromise"
                | "conclude"
                | "heed"
                | "honour"
                | "honor"
        ) && words.upos(at) == Upos::Verb
            && words.negation(at).is_some()
    };
    premise
        .clone()
        .any(|at| bad(at) && words.negation(at).is_none() || none(at) || left_undone(at))
        || premise
            .clone()
            .any(|at| words.form(at).eq_ignore_ascii_case("failing"))
}
