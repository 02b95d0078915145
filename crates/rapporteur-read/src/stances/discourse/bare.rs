//! Verdicts that name nothing, in more than a word: "Canada expressed reservations", "the union would not object", "Brod
//! said it was flexible", "Orveth followed suit". They answer what was last put forward.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::matter::last_put_forward;
use crate::stances::modality::force::{Force, premise};
use crate::stances::modality::told::is_told;
use crate::stances::no_stance::hearsay::is_overheard;
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// Verbs of giving words to what one thinks.
const VOICING: &[&str] = &[
    "express",
    "voice",
    "raise",
    "register",
    "record",
    "enter",
    "note",
    "have",
    "indicate",
    "signal",
    "state",
    "show",
    "declare",
    "reiterate",
    "repeat",
    "make",
    "announce",
    "confirm",
    "lodge",
    "harbour",
    "harbor",
    "convey",
    "air",
    "table",
    "put",
    "see",
    "find",
    "retain",
    "maintain",
    "hold",
];

/// Verbs of giving one's weight.
const LENDING: &[&str] = &[
    "lend", "give", "offer", "pledge", "add", "provide", "extend", "promise", "throw", "confirm",
    "renew", "grant",
];

/// What is voiced, by the stance that it shows.
const VOICED: &[(Stance, &[&str])] = &[
    (
        Stance::Concerned,
        &[
            "reservation",
            "reservations",
            "concern",
            "concerns",
            "doubt",
            "doubts",
            "misgiving",
            "misgivings",
            "caution",
            "unease",
            "scepticism",
            "skepticism",
            "hesitation",
            "hesitations",
            "worry",
            "worries",
            "qualms",
            "disquiet",
            "apprehension",
            "apprehensions",
            "alarm",
            "uncertainty",
            "reluctance",
        ],
    ),
    (
        Stance::Opposes,
        &[
            "opposition",
            "objection",
            "objections",
            "disagreement",
            "dissent",
            "disapproval",
            "resistance",
            "hostility",
        ],
    ),
    (
        Stance::Supports,
        &[
            "support",
            "backing",
            "approval",
            "endorsement",
            "enthusiasm",
            "sympathy",
            "satisfaction",
            "appreciation",
            "blessing",
            "merit",
            "agreement",
        ],
    ),
    (
        Stance::Open,
        &[
            "flexibility",
            "openness",
            "willingness",
            "readiness",
            "interest",
        ],
    ),
];

/// What is open when it is denied: "raised no objection", "had no difficulty".
const HINDRANCES: &[&str] = &[
    "objection",
    "objections",
    "reservation",
    "reservations",
    "problem",
    "problems",
    "difficulty",
    "difficulties",
    "quarrel",
    "issue",
    "concern",
    "concerns",
    "complaint",
    "complaints",
    "qualms",
];

/// What is said of oneself.
const MOODS: &[(Stance, &[&str])] = &[
    (
        Stance::Open,
        &[
            "flexible",
            "open",
            "amenable",
            "receptive",
            "interested",
            "intrigued",
            "tempted",
            "curious",
        ],
    ),
    (
        Stance::Concerned,
        &[
            "unconvinced",
            "unpersuaded",
            "sceptical",
            "skeptical",
            "hesitant",
            "reluctant",
            "unimpressed",
            "wary",
            "cautious",
            "uneasy",
            "doubtful",
            "lukewarm",
            "cool",
            "unenthusiastic",
            "unhappy",
            "dubious",
            "apprehensive",
            "critical",
            "displeased",
            "nervous",
            "torn",
            "guarded",
            "unmoved",
            "unsure",
            "ambivalent",
            "circumspect",
        ],
    ),
    (
        Stance::Opposes,
        &[
            "opposed",
            "against",
            "hostile",
            "unwilling",
            "unsupportive",
            "negative",
            "averse",
        ],
    ),
    (
        Stance::Supports,
        &[
            "supportive",
            "enthusiastic",
            "favourable",
            "favorable",
            "sympathetic",
            "keen",
            "positive",
            "attracted",
            "delighted",
            "pleased",
            "enthused",
            "agreeable",
        ],
    ),
];

/// What is not said of oneself: "was not convinced", "is not sold".
const UNMOVED: &[&str] = &[
    "convinced",
    "persuaded",
    "impressed",
    "sold",
    "keen",
    "enthusiastic",
    "happy",
    "comfortable",
    "satisfied",
    "sure",
    "swayed",
    "won",
    "reassured",
    "moved",
];

const MOOD_VERBS: &[&str] = &[
    "be", "remain", "seem", "appear", "sound", "stay", "feel", "prove", "look", "declare",
];

/// Whole predicates behind a verb of the first list.
const PHRASES: &[(&[&str], &str, Answer)] = &[
    (&["follow"], "suit", Answer::Same),
    (&["follow"], "his lead", Answer::Same),
    (&["follow"], "its lead", Answer::Same),
    (&["follow"], "her lead", Answer::Same),
    (&["do"], "likewise", Answer::Same),
    (&["do"], "the same", Answer::Same),
    (&["do"], "so too", Answer::Same),
    (&["concur", "echo"], "this", Answer::Same),
    (&["take"], "the same view", Answer::Same),
    (&["be"], "of the same opinion", Answer::Same),
    (&["be"], "of the same view", Answer::Same),
    (&["be"], "of the same mind", Answer::Same),
    (&["take"], "the same line", Answer::Same),
    (&["take"], "a similar view", Answer::Same),
    (&["take"], "a similar line", Answer::Same),
    (&["share", "echo"], "this view", Answer::Same),
    (&["share", "echo"], "that view", Answer::Same),
    (&["share", "echo"], "these concerns", Answer::Same),
    (&["share", "echo"], "this concern", Answer::Same),
    (&["share", "echo"], "those concerns", Answer::Same),
    (&["share", "echo"], "the sentiment", Answer::Same),
    (&["strike"], "the same note", Answer::Same),
    (&["take"], "the opposite view", Answer::Is(Stance::Opposes)),
    (&["take"], "the opposite line", Answer::Is(Stance::Opposes)),
    (&["take"], "a different view", Answer::Is(Stance::Opposes)),
    (&["take"], "the contrary view", Answer::Is(Stance::Opposes)),
    (&["beg"], "to differ", Answer::Is(Stance::Opposes)),
    (&["think"], "otherwise", Answer::Is(Stance::Opposes)),
    (&["go"], "along", Answer::Is(Stance::Accepts)),
    (&["go"], "along with it", Answer::Is(Stance::Accepts)),
    (&["go"], "along with this", Answer::Is(Stance::Accepts)),
    (&["go"], "along with that", Answer::Is(Stance::Accepts)),
    (&["live"], "with it", Answer::Is(Stance::Accepts)),
    (&["live"], "with this", Answer::Is(Stance::Accepts)),
    (&["live"], "with that", Answer::Is(Stance::Accepts)),
    (&["be"], "for", Answer::Is(Stance::Supports)),
    (&["be"], "listening", Answer::Is(Stance::Open)),
    (&["be"], "all ears", Answer::Is(Stance::Open)),
    (&["be"], "on board", Answer::Is(Stance::Supports)),
    (&["come"], "on board", Answer::Is(Stance::Supports)),
    (&["be"], "in agreement", Answer::Is(Stance::Supports)),
    (&["be"], "all for it", Answer::Is(Stance::Supports)),
    (&["be"], "having none of it", Answer::Is(Stance::Rejects)),
    (&["have"], "none of it", Answer::Is(Stance::Rejects)),
    (&["hear"], "none of it", Answer::Is(Stance::Rejects)),
    (&["want"], "none of it", Answer::Is(Stance::Rejects)),
    (&["turn"], "it down", Answer::Is(Stance::Rejects)),
    (&["wave"], "it away", Answer::Is(Stance::Rejects)),
    (
        &["jump", "leap", "snap"],
        "at it",
        Answer::Is(Stance::Accepts),
    ),
    (&["jump", "leap"], "at that", Answer::Is(Stance::Accepts)),
    (&["push"], "back", Answer::Is(Stance::Opposes)),
    (&["be"], "in two minds", Answer::Is(Stance::Concerned)),
    (
        &["smell", "scent", "suspect", "see"],
        "a trap",
        Answer::Is(Stance::Concerned),
    ),
    (
        &["smell", "scent", "suspect", "see"],
        "a trick",
        Answer::Is(Stance::Concerned),
    ),
    (
        &["smell", "scent", "suspect", "see"],
        "a ploy",
        Answer::Is(Stance::Concerned),
    ),
    (&["smell"], "a rat", Answer::Is(Stance::Concerned)),
    (&["have"], "cold feet", Answer::Is(Stance::Concerned)),
    (&["get"], "cold feet", Answer::Is(Stance::Concerned)),
    (
        &["decide", "come down"],
        "against",
        Answer::Is(Stance::Rejects),
    ),
    (
        &["vote", "come out", "speak"],
        "against",
        Answer::Is(Stance::Opposes),
    ),
    (
        &["speak", "argue", "vote"],
        "in opposition",
        Answer::Is(Stance::Opposes),
    ),
    (&["be"], "up in arms", Answer::Is(Stance::Opposes)),
    (
        &["react", "respond"],
        "coolly",
        Answer::Is(Stance::Concerned),
    ),
    (
        &["react", "respond"],
        "cautiously",
        Answer::Is(Stance::Concerned),
    ),
    (
        &["react", "respond"],
        "with caution",
        Answer::Is(Stance::Concerned),
    ),
    (
        &["react", "respond"],
        "with dismay",
        Answer::Is(Stance::Concerned),
    ),
    (
        &["react", "respond"],
        "with scepticism",
        Answer::Is(Stance::Concerned),
    ),
    (
        &["react", "respond"],
        "with skepticism",
        Answer::Is(Stance::Concerned),
    ),
    (
        &["react", "respond"],
        "warmly",
        Answer::Is(Stance::Supports),
    ),
    (
        &["react", "respond"],
        "positively",
        Answer::Is(Stance::Supports),
    ),
    (
        &["react", "respond"],
        "favourably",
        Answer::Is(Stance::Supports),
    ),
    (
        &["react", "respond"],
        "favorably",
        Answer::Is(Stance::Supports),
    ),
    (
        &["react", "respond"],
        "with enthusiasm",
        Answer::Is(Stance::Supports),
    ),
    (&["give"], "way", Answer::Is(Stance::Accepts)),
    (&["give", "cave"], "in", Answer::Is(Stance::Accepts)),
];

/// Whole predicates behind a denied verb: "does not see the need", "would not have it".
const DENIED: &[(&[&str], &str, Answer)] = &[
    (&["see"], "the need", Answer::Is(Stance::Opposes)),
    (&["see"], "a need", Answer::Is(Stance::Opposes)),
    (&["see"], "any need", Answer::Is(Stance::Opposes)),
    (&["see"], "the point", Answer::Is(Stance::Opposes)),
    (&["see"], "the sense", Answer::Is(Stance::Opposes)),
    (&["see"], "why", Answer::Is(Stance::Opposes)),
    (&["see"], "it that way", Answer::Is(Stance::Opposes)),
    (&["have"], "it", Answer::Is(Stance::Rejects)),
    (&["have"], "that", Answer::Is(Stance::Rejects)),
    (&["hear"], "of it", Answer::Is(Stance::Rejects)),
    (&["be"], "having it", Answer::Is(Stance::Rejects)),
    (&["be"], "having any", Answer::Is(Stance::Rejects)),
    (&["be"], "having any of it", Answer::Is(Stance::Rejects)),
    (&["wear"], "it", Answer::Is(Stance::Rejects)),
    (&["be"], "on board", Answer::Is(Stance::Opposes)),
    (&["play"], "along", Answer::Is(Stance::Rejects)),
    (&["play"], "ball", Answer::Is(Stance::Rejects)),
    (&["bite"], "", Answer::Is(Stance::Rejects)),
];

/// What a predicate answers.
#[derive(Clone, Copy)]
enum Answer {
    /// Whoever says so stands as the one before.
    Same,
    /// This stance.
    Is(Stance),
}

/// Reads every sentence, each answer in view of those before it.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for word in 0..words.len() {
        if !matches!(words.upos(word), Upos::Verb | Upos::Aux) || scene.is_void(word) {
            continue;
        }
        let Some((answer, end)) = verdict(words, word) else {
            continue;
        };
        let main = match words.rel(word) {
            Rel::Cop | Rel::Aux | Rel::AuxPass => words.head(word).unwrap_or(word),
            _ => word,
        };
        let force = Force::of(words, main);
        let told = words.xpos(word) != Xpos::Vbg && is_told(scene, main);
        if force.hypothetical
            || force.never
            || force.no_longer
            || !told
            || is_overheard(words, main)
        {
            continue;
        }
        let held = held_by(scene, main);
        let taken = claims.iter().any(|claim| {
            (word..end).contains(&claim.trigger)
                && claim.holders.iter().any(|one| held.contains(one))
        });
        if held.is_empty() || taken {
            continue;
        }
        let Some(before) = last_put_forward(scene, claims, word, &held) else {
            continue;
        };
        let stance = match answer {
            Answer::Same if before.stance == Stance::Proposes => Stance::Supports,
            Answer::Same => before.stance,
            Answer::Is(stance) => stance,
        };
        let condition = premise(words, main);
        let subject = words.subject(main).filter(|&subject| {
            subject < word && words.sentence_of(subject) == words.sentence_of(word)
        });
        let start = subject.map_or(word, |subject| words.subtree(subject).start.min(subject));
        let evidence_end = condition
            .as_ref()
            .map_or(end, |premise| premise.whole.end.max(end));
        let claim = Claim {
            stance,
            holders: held,
            trigger: main,
            rule: "bare".into(),
            premise: condition,
            reason: None,
            outlet: words.upos(word) == Upos::Aux,
            evidence: words.trim(start.min(word)..evidence_end),
            ..before.clone()
        };
        claims.push(claim);
    }
}

/// Who answers: the subject; of "said it was flexible", the one who says so.
fn held_by(scene: &Scene, predicate: usize) -> Vec<Holder> {
    // "was not persuaded", with the mood as a passive
    let held = match scene.words.child(predicate, &[Rel::NsubjPass]) {
        Some(subject) => holders(scene, subject),
        None => subject_holders(scene, predicate),
    };
    match held.is_empty() {
        true => crate::stances::discourse::answers::before(scene, predicate),
        false => held,
    }
}

/// The answer that a predicate gives, and where it ends: nothing may follow but a stop, a condition or an aside.
fn verdict(words: &Words, verb: usize) -> Option<(Answer, usize)> {
    let end = words.sentence(words.sentence_of(verb)).end;
    let range = verb + 1..end;
    phrase(words, verb, &range)
        .or_else(|| object_to(words, verb, &range))
        .or_else(|| mood(words, verb, &range))
        .or_else(|| voiced(words, verb, &range))
        .filter(|&(_, at)| closes(words, at, end))
}

/// "followed suit", "took the opposite view".
fn phrase(words: &Words, verb: usize, range: &Range<usize>) -> Option<(Answer, usize)> {
    let lemma = words.lemma(verb);
    // The "not" of a copula stands behind it.
    let not = matches!(words.lower(range.start), "not" | "n't" | "n’t");
    let start = range.start + usize::from(not);
    let ends = |rest: &str| {
        let mut at = start;
        for form in rest.split_whitespace() {
            if at >= range.end || words.lower(at) != form {
                return None;
            }
            at += 1;
        }
        Some(at)
    };
    let known = |list: &[(&[&str], &str, Answer)]| {
        (list.iter())
            .filter(|(verbs, ..)| verbs.contains(&lemma))
            .find_map(|(_, rest, answer)| Some((*answer, ends(rest)?)))
    };
    if !not && words.negation(verb).is_none() {
        return known(PHRASES);
    }
    known(DENIED).or_else(|| match known(PHRASES)? {
        (Answer::Is(Stance::Accepts), at) => Some((Answer::Is(Stance::Rejects), at)),
        _ => None,
    })
}

/// "would not object", "could not agree": verbs that a modal goes before.
fn object_to(words: &Words, verb: usize, range: &Range<usize>) -> Option<(Answer, usize)> {
    let modal = words.child(verb, &[Rel::Aux]).map(|aux| words.lower(aux));
    let negated = words.negation(verb).is_some();
    let can = matches!(
        modal,
        Some("could" | "can" | "would" | "will" | "may" | "might")
    );
    let stance = match (words.lemma(verb), negated) {
        ("object" | "oppose", true) => Stance::Open,
        ("agree" | "accept" | "consent" | "approve", true) if can => Stance::Rejects,
        ("assent" | "consent" | "accede" | "acquiesce", true) => Stance::Rejects,
        ("agree" | "accept" | "consent", false) if can => Stance::Accepts,
        ("listen" | "reconsider", false) if can => Stance::Open,
        ("object" | "oppose", false) if can => Stance::Opposes,
        _ => return None,
    };
    Some((Answer::Is(stance), range.start))
}

/// "was flexible", "remained unconvinced", "was not persuaded".
fn mood(words: &Words, verb: usize, range: &Range<usize>) -> Option<(Answer, usize)> {
    if !MOOD_VERBS.contains(&words.lemma(verb)) {
        return None;
    }
    let mut negated = false;
    let mut at = range.start;
    while at < range.end
        && (words.upos(at) == Upos::Adv
            || matches!(
                words.lower(at),
                "not" | "n't" | "itself" | "themselves" | "herself" | "himself"
            ))
        && !matches!(words.lower(at), "against")
    {
        negated |= matches!(words.lower(at), "not" | "n't" | "hardly" | "far");
        at += 1;
    }
    let form = (at < range.end).then(|| words.lower(at))?;
    if negated {
        return UNMOVED
            .contains(&form)
            .then_some((Answer::Is(Stance::Concerned), at + 1));
    }
    MOODS
        .iter()
        .find(|(_, forms)| forms.contains(&form))
        .map(|(stance, _)| (Answer::Is(*stance), at + 1))
}

/// "expressed reservations", "raised no objection", "lent its backing".
fn voiced(words: &Words, verb: usize, range: &Range<usize>) -> Option<(Answer, usize)> {
    let voices = VOICING.contains(&words.lemma(verb));
    let lends = LENDING.contains(&words.lemma(verb));
    if !voices && !lends || words.negation(verb).is_some() {
        return None;
    }
    let mut none = false;
    let mut at = range.start;
    while at < range.end
        && (matches!(words.upos(at), Upos::Det | Upos::Adj | Upos::Pron)
            || matches!(words.lower(at), "its" | "their" | "his" | "her" | "full"))
        && noun(words, at).is_none()
    {
        none |= words.lemma(at) == "no";
        at += 1;
    }
    let form = (at < range.end).then(|| words.lower(at))?;
    if none {
        return (voices && HINDRANCES.contains(&form))
            .then_some((Answer::Is(Stance::Open), at + 1));
    }
    let stance = noun(words, at)?;
    // "lent its support", but no one lends reservations; what is seen, found or had is no verdict of support.
    let fits = match stance {
        Stance::Supports => {
            lends
                || matches!(
                    words.lemma(verb),
                    "express"
                        | "voice"
                        | "signal"
                        | "indicate"
                        | "state"
                        | "declare"
                        | "reiterate"
                        | "announce"
                )
        }
        _ => voices && !matches!(words.lemma(verb), "see" | "find" | "put"),
    };
    fits.then_some((Answer::Is(stance), at + 1))
}

fn noun(words: &Words, at: usize) -> Option<Stance> {
    let form = words.lower(at);
    (VOICED.iter())
        .find(|(_, forms)| forms.contains(&form))
        .map(|(stance, _)| *stance)
}

/// Whether nothing follows that the verdict could be about.
fn closes(words: &Words, at: usize, end: usize) -> bool {
    at >= end
        || words.upos(at) == Upos::Punct && words.form(at) != "-" && words.form(at) != "\""
        || matches!(words.upos(at), Upos::Cconj)
        || matches!(
            words.lower(at),
            "provided"
                | "providing"
                | "if"
                | "unless"
                | "while"
                | "whereas"
                | "but"
                | "too"
                | "either"
                | "also"
                | "though"
                | "although"
                | "subject"
                | "outright"
        )
        || matches!(words.lower(at), "on")
            && matches!(words.lower((at + 1).min(end - 1)), "condition")
        || matches!(
            words.lower(at),
            "yesterday"
                | "today"
                | "later"
                | "eventually"
                | "quickly"
                | "overnight"
                | "immediately"
                | "reluctantly"
        )
        || words.lower(at) == "on" && words.lower((at + 1).min(end - 1)).ends_with("day")
        || matches!(words.lower(at), "in")
            && matches!(
                words.lower((at + 1).min(end - 1)),
                "principle" | "turn" | "the"
            )
        || matches!(words.lower(at), "as") && matches!(words.lower((at + 1).min(end - 1)), "well")
        || matches!(words.lower(at), "so" | "as")
            && matches!(words.lower((at + 1).min(end - 1)), "long")
        || matches!(words.lower(at), "for" | "at")
            && matches!(
                words.lower((at + 1).min(end - 1)),
                "now" | "this" | "present"
            )
}
