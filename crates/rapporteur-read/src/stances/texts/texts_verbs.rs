//! What texts do, by the verb: they provide something, keep what another text had, or strike it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::words::Words;

/// What a verb makes of what stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::stances) enum Doing {
    /// It stands in the text: "lets", "caps", "spells out".
    Provides,
    /// It stood in another text and stands in this one: "keeps", "carries over".
    Keeps,
    /// It stood in another text and no longer does: "strikes out", "leaves out".
    Strikes,
}

/// Verbs with which a text provides something, by what they mean.
const PROVIDES: &[&[&str]] = &[
    // holds
    &[
        "provide",
        "contain",
        "include",
        "envisage",
        "envision",
        "foresee",
        "contemplate",
        "comprise",
        "consist",
        "cover",
        "feature",
        "incorporate",
        "embrace",
        "enshrine",
    ],
    // says
    &[
        "say",
        "state",
        "stipulate",
        "specify",
        "list",
        "outline",
        "describe",
        "lay",
        "lay down",
        "lay out",
        "set out",
        "spell out",
        "prescribe",
        "propose",
        "suggest",
        "recommend",
        "advocate",
        "urge",
        "call",
        "entail",
        "mandate",
        "detail",
        "enumerate",
        "declare",
        "proclaim",
        "affirm",
        "confirm",
        "recognise",
        "recognize",
        "acknowledge",
        "define",
        "designate",
        "classify",
        "treat",
        "insist",
        "demand",
        "speak",
        "read",
        "ask",
        "plead",
        "opt",
        "plump",
        "argue",
        "point",
        "rule",
        "decree",
        "ordain",
        "dictate",
        "instruct",
        "direct",
        "set forth",
    ],
    // lets
    &[
        "allow",
        "let",
        "permit",
        "enable",
        "authorise",
        "authorize",
        "license",
        "entitle",
        "empower",
        "exempt",
        "excuse",
        "spare",
        "release",
        "free",
        "waive",
        "tolerate",
        "admit",
        "legalise",
        "legalize",
        "open",
        "open up",
        "lift",
        "unfreeze",
        "unblock",
        "pardon",
        "amnesty",
    ],
    // forbids
    &[
        "ban",
        "bar",
        "forbid",
        "prohibit",
        "outlaw",
        "preclude",
        "prevent",
        "exclude",
        "restrict",
        "limit",
        "confine",
        "cap",
        "deny",
        "disallow",
        "halt",
        "stop",
        "end",
        "block",
        "close",
        "freeze",
        "suspend",
        "phase out",
        "abolish",
        "repeal",
        "revoke",
        "annul",
        "dissolve",
        "disband",
        "dismantle",
        "disarm",
        "demilitarise",
        "demilitarize",
        "seal",
        "withhold",
        "criminalise",
        "criminalize",
        "shut",
        "shut down",
        "shut out",
        "fence off",
        "curb",
        "curtail",
        "ration",
    ],
    // obliges
    &[
        "commit",
        "oblige",
        "obligate",
        "require",
        "bind",
        "force",
        "compel",
        "order",
        "task",
        "charge",
        "subject",
        "tie",
        "impose",
        "levy",
        "tax",
        "fine",
        "punish",
        "penalise",
        "penalize",
        "saddle",
        "burden",
        "expect",
        "condition",
        "make",
        "have",
        "get",
    ],
    // fixes
    &[
        "set",
        "fix",
        "peg",
        "put",
        "place",
        "locate",
        "station",
        "base",
        "seat",
        "house",
        "pin",
        "pin down",
        "schedule",
        "hold",
        "draw",
        "trace",
        "mark",
        "anchor",
        "calculate",
        "measure",
        "reckon",
        "assess",
        "value",
        "price",
        "date",
        "start",
        "begin",
        "install",
        "position",
        "site",
    ],
    // gives
    &[
        "offer",
        "hold out",
        "grant",
        "give",
        "award",
        "assign",
        "allot",
        "allocate",
        "earmark",
        "reserve",
        "guarantee",
        "assure",
        "secure",
        "promise",
        "pledge",
        "hand",
        "hand over",
        "transfer",
        "vest",
        "entrust",
        "delegate",
        "leave",
        "return",
        "restore",
        "cede",
        "share",
        "split",
        "divide",
        "spread",
        "stagger",
        "space out",
        "distribute",
        "apportion",
        "set aside",
        "put aside",
        "pay",
        "pay out",
        "compensate",
        "reimburse",
        "refund",
        "fund",
        "finance",
        "subsidise",
        "subsidize",
        "insure",
        "protect",
        "shield",
        "safeguard",
        "accord",
        "confer",
        "extend",
        "lend",
        "yield",
        "concede",
        "afford",
        "supply",
        "equip",
    ],
    // makes
    &[
        "establish",
        "create",
        "introduce",
        "found",
        "institute",
        "set up",
        "build",
        "build in",
        "form",
        "launch",
        "appoint",
        "nominate",
        "elect",
        "bring in",
        "phase in",
        "add",
        "insert",
        "attach",
        "append",
        "annex",
        "tack on",
        "slip in",
        "write in",
        "couple",
        "link",
        "invent",
    ],
    // changes
    &[
        "raise",
        "lower",
        "increase",
        "decrease",
        "reduce",
        "double",
        "treble",
        "triple",
        "quadruple",
        "halve",
        "prolong",
        "lengthen",
        "shorten",
        "widen",
        "narrow",
        "expand",
        "enlarge",
        "shrink",
        "trim",
        "tighten",
        "loosen",
        "ease",
        "relax",
        "soften",
        "harden",
        "toughen",
        "strengthen",
        "weaken",
        "move",
        "shift",
        "push",
        "push back",
        "bring",
        "bring forward",
        "turn",
        "convert",
        "replace",
        "substitute",
        "swap",
        "postpone",
        "delay",
        "defer",
        "advance",
        "speed up",
        "slow",
        "stretch",
        "change",
        "alter",
        "adjust",
        "vary",
        "round up",
        "round down",
        "up",
        "step up",
        "scale back",
        "scale down",
        "scale up",
        "put back",
        "put off",
        "take back",
        "roll back",
        "merge",
        "unite",
        "separate",
        "rotate",
        "alternate",
        "simplify",
        "standardise",
        "standardize",
        "harmonise",
        "harmonize",
        "privatise",
        "privatize",
        "nationalise",
        "nationalize",
    ],
    // sends
    &[
        "send",
        "take",
        "route",
        "reroute",
        "deploy",
        "withdraw",
        "pull",
        "pull back",
        "arm",
        "run",
        "steer",
        "channel",
        "refer",
        "submit",
        "entrust",
        "bring back",
        "relocate",
        "resettle",
        "evacuate",
        "transport",
        "ship",
        "deliver",
    ],
    // makes do
    &[
        "make do", "settle", "dispense", "do", "go", "manage", "get by", "content",
    ],
];
/// Verbs with which a text keeps what another had.
const KEEPS: &[&str] = &[
    "keep",
    "retain",
    "accept",
    "preserve",
    "maintain",
    "take",
    "take over",
    "carry over",
    "adopt",
    "uphold",
    "stick",
    "copy",
    "reproduce",
    "endorse",
    "conserve",
    "keep in",
    "leave in",
];
/// Verbs with which a text strikes what another had.
const STRIKES: &[&str] = &[
    "delete",
    "remove",
    "strike",
    "drop",
    "reject",
    "cut",
    "scrap",
    "erase",
    "omit",
    "strike out",
    "strike down",
    "strike off",
    "cross out",
    "cross off",
    "rub out",
    "take out",
    "cut out",
    "leave out",
    "throw out",
    "weed out",
    "edit out",
    "write out",
    "score out",
    "blot out",
    "excise",
    "expunge",
    "jettison",
    "ditch",
    "axe",
    "discard",
    "bin",
    "efface",
    "purge",
    "rule out",
    "do away",
    "toss",
    "toss out",
    "ax",
    "cancel",
    "quash",
    "dump",
    "refuse",
    "shed",
];
/// Verbs of what a text only meets with, or is like, though it would.
const MEETS: &[&str] = &[
    "need",
    "face",
    "win",
    "enter",
    "cost",
    "fail",
    "pass",
    "satisfy",
    "please",
    "anger",
    "mean",
    "imply",
    "violate",
    "breach",
    "contradict",
    "lead",
    "cause",
    "trigger",
    "spark",
    "suit",
    "hurt",
    "harm",
    "undermine",
    "become",
    "amount",
    "represent",
    "mark",
    "supersede",
    "survive",
    "die",
    "lapse",
    "expire",
    "appear",
    "seem",
    "gain",
    "attract",
    "differ",
    "resemble",
    "take effect",
    "fall",
    "remain",
];

/// What the verb makes of what stands in a text of which it is told.
pub(in crate::stances) fn doing(words: &Words, verb: usize) -> Option<Doing> {
    let phrasal = phrasal(words, verb);
    let lemma = words.lemma(verb);
    let to_amount = || {
        let cases = ["to", "by", "at", "from", "within", "below", "under"];
        (words.with_case(verb, &cases))
            .any(|at| words.subtree(at).any(|word| words.upos(word) == Upos::Num))
    };
    // "cuts the army to 30,000", "keeps the toll at five"
    if matches!(&*phrasal, "cut" | "keep" | "maintain" | "take" | "drop") && to_amount() {
        return Some(Doing::Provides);
    }
    if lemma == "leave" {
        return left(words, verb);
    }
    // "takes effect in May", "took five weeks", "took no part": nothing of another text.
    if lemma == "take"
        && words
            .object(verb)
            .is_some_and(|what| is_taken_time(words, what))
    {
        return None;
    }
    // "keeps the rate as it is", "keeps it where it is"
    if matches!(lemma, "keep" | "retain") && as_it_is(words, verb) {
        return Some(Doing::Provides);
    }
    let (own, plain) = (DOINGS.get(&*phrasal).copied(), DOINGS.get(lemma).copied());
    let provision = || is_provision(words, verb, lemma);
    match (own, plain) {
        (Some(Doing::Strikes | Doing::Keeps), _) => own,
        (Some(Doing::Provides), _) if phrasal != lemma && provision() => own,
        (_, Some(Doing::Strikes | Doing::Keeps)) => plain,
        (None, None) => None,
        _ => provision().then_some(Doing::Provides),
    }
}

/// What each verb of the lists does; one that is in several strikes before it keeps, and keeps before it provides.
static DOINGS: LazyLock<HashMap<&'static str, Doing, FixedState>> = LazyLock::new(|| {
    let provides = PROVIDES
        .iter()
        .copied()
        .flatten()
        .map(|verb| (*verb, Doing::Provides));
    let keeps = KEEPS.iter().map(|verb| (*verb, Doing::Keeps));
    let strikes = STRIKES.iter().map(|verb| (*verb, Doing::Strikes));
    provides.chain(keeps).chain(strikes).collect()
});

/// The verb with its particle, also where the object stands between ("strikes it out"), or its helper ("makes do").
fn phrasal<'a>(words: &'a Words, verb: usize) -> Cow<'a, str> {
    let phrasal = words.phrasal(verb);
    if phrasal != words.lemma(verb) {
        return phrasal;
    }
    if matches!(words.lemma(verb), "make" | "do") && matches!(words.lower(verb + 1), "do" | "away")
    {
        return format!("{} {}", words.lemma(verb), words.lower(verb + 1)).into();
    }
    let between = |at: usize| matches!(words.upos(at), Upos::Pron | Upos::Det | Upos::Noun);
    let particle = (verb + 2..verb + 5)
        .take_while(|&at| at < words.len() && (verb + 1..at).all(between))
        .find(|&at| {
            matches!(
                words.lower(at),
                "out" | "off" | "away" | "aside" | "back" | "over" | "up" | "down"
            ) && words.child(at, &[Rel::Obj]).is_none()
                && !matches!(words.upos(at + 1), Upos::Det | Upos::Propn | Upos::Num)
        });
    match particle {
        Some(at) => format!("{} {}", words.lemma(verb), words.lower(at)).into(),
        None => phrasal,
    }
}

/// "as it is", "where it is", "as they are": as things are, not as another text has them.
fn as_it_is(words: &Words, verb: usize) -> bool {
    (verb + 1..words.subtree(verb).end).any(|at| {
        matches!(words.lower(at), "as" | "where")
            && matches!(words.lower(at + 1), "it" | "they" | "things")
            && matches!(words.lower(at + 2), "is" | "are" | "stands" | "stand")
    })
}

/// "leaves the toll to the governments", "leaves it where it is"; "leaves the clause untouched"; "leaves two questions open".
fn left(words: &Words, verb: usize) -> Option<Doing> {
    let after = |list: &[&str]| {
        let end = words.subtree(verb).end;
        (verb + 1..end.min(verb + 9)).any(|at| list.contains(&words.lower(at)))
    };
    if after(&[
        "open",
        "unanswered",
        "unresolved",
        "undecided",
        "unsaid",
        "blank",
        "unclear",
        "vague",
        "room",
        "doubt",
        "aside",
        "empty",
        "brackets",
        "bracketed",
    ]) {
        return None;
    }
    if after(&["out"]) {
        return Some(Doing::Strikes);
    }
    if after(&[
        "untouched",
        "intact",
        "alone",
        "unchanged",
        "unaltered",
        "in",
    ]) && !after(&["where"])
    {
        return Some(Doing::Keeps);
    }
    Some(Doing::Provides)
}

/// Verbs that need more than an object to be a provision: "has the army leave", "makes them pay", "runs to nine pages".
fn is_provision(words: &Words, verb: usize, lemma: &str) -> bool {
    let complement = || {
        words
            .child(verb, &[Rel::Xcomp, Rel::Ccomp, Rel::Iobj])
            .is_some()
            || words.children_by(verb, &[Rel::Obj]).count() > 1
    };
    let object = words.child(verb, &[Rel::Obj]);
    match lemma {
        "have" | "get" | "make" | "do" => {
            phrasal(words, verb) == "make do"
                && [verb, verb + 1].into_iter().any(|does| {
                    words.with_case(does, &["with", "without"]).any(|at| {
                        words.upos(at) == Upos::Noun
                            && !crate::proposals::is_part_of_text(words.lemma(at))
                    })
                })
                || phrasal(words, verb) != "make do" && complement()
                // "has the islanders voting"
                || lemma == "have"
                    && object.is_some_and(|object| {
                        words
                            .child(object, &[Rel::Acl])
                            .is_some_and(|done| words.xpos(done) == Xpos::Vbg)
                    })
                || object.is_some_and(|object| inner_verb(words, object))
                // "has 'existing uses'": the wording that it has.
                || lemma == "have"
                    && object.is_some_and(|object| {
                        matches!(words.form(words.subtree(object).start), "\"" | "“" | "‘")
                    })
        }
        "run" | "go" | "settle" | "dispense" | "manage" | "content" | "begin" | "start" | "end"
        | "open" | "close" | "date" | "mark" | "cover" | "measure" | "read" | "point"
        | "get by" => {
            lemma == "settle" && words.with_case(verb, &["for", "on"]).next().is_some()
                || lemma == "dispense" && words.with_case(verb, &["with"]).next().is_some()
                || lemma == "go" && words.with_case(verb, &["for"]).next().is_some()
                || lemma == "read" && words.child(verb, &[Rel::Ccomp]).is_some()
                || !matches!(lemma, "settle" | "dispense" | "go" | "read")
                    && object.is_some_and(|object| {
                        !crate::proposals::is_part_of_text(words.lemma(object))
                    })
        }
        _ => true,
    }
}

/// What a text takes that stands in no other: time, effect, part, shape.
fn is_taken_time(words: &Words, what: usize) -> bool {
    matches!(
        words.lemma(what),
        "effect"
            | "part"
            | "place"
            | "shape"
            | "note"
            | "aim"
            | "account"
            | "time"
            | "hour"
            | "day"
            | "week"
            | "month"
            | "year"
    )
}

/// "has the Front dismantle eleven posts": a verb read as the noun after a name.
fn inner_verb(words: &Words, object: usize) -> bool {
    let then = words.subtree(object).end;
    words
        .children_by(object, &[Rel::Compound, Rel::Amod, Rel::Det])
        .count()
        > 0
        && matches!(words.upos(then), Upos::Num | Upos::Det | Upos::Adp)
        && !crate::proposals::is_part_of_text(words.lemma(object))
}

/// Whether what a text would do so is only what it meets with ("would need a majority"), not what it provides.
pub(in crate::stances) fn is_met(words: &Words, verb: usize) -> bool {
    let phrasal = words.phrasal(verb);
    MEETS.contains(&&*phrasal)
        || MEETS.contains(&words.lemma(verb))
        || words.lemma(verb) == "take" && words.subtree(verb).any(|at| words.lemma(at) == "effect")
        || words.lemma(verb) == "come" && words.subtree(verb).any(|at| words.lemma(at) == "force")
}

/// Whether a text that does not so much as let something be provides that: "allows no exceptions".
pub(in crate::stances) fn allows(lemma: &str) -> bool {
    matches!(lemma, "allow" | "permit" | "tolerate" | "leave" | "admit")
}
