//! Infinitives of stances that are told as done or meant: "decided to accept", "was the first to back it", "used its turn
//! to object", but not "has yet to accept".

use rapporteur_lexicon::StanceWord;
use rapporteur_syntax::{Rel, Xpos};

use crate::stances::Scene;
use crate::stances::cues::verbs::fights;
use crate::stances::modality::force::{Force, is_denial_refused, is_going_to, is_stopped};
use crate::stances::no_stance::hearsay::hearsay;
use crate::words::Words;

/// Whether an infinitive is told as done or meant: "decided to accept", "continues to oppose". After any other word
/// ("has yet to", "is expected to", "was asked to") nothing is known of it.
pub(in crate::stances) fn is_told(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let infinitive = words
        .children(word)
        .any(|mark| words.rel(mark) == Rel::Mark && words.form(mark).eq_ignore_ascii_case("to"));
    let Some(head) = words.head(word).filter(|_| infinitive) else {
        return true;
    };
    if words.taking_time(word).is_some() {
        return true;
    }
    match words.rel(word) {
        Rel::Xcomp | Rel::Ccomp | Rel::Advcl => {
            is_going_to(words, word)
                || is_denial_refused(words, word)
                || is_stopped(words, word)
                || is_prompt(words, head)
                || words.negation(head).is_none()
                    && (TELLING.contains(&&*words.phrasal(head))
                    || hearsay(words, word).is_some()
                    || is_known(words, head)
                    || used_to(words, word, head)
                    || is_one_of(words, head)
                    // "threatened to veto it": against it, at the least.
                    || words.lemma(head) == "threaten" && fights(scene, word)
                    // "wrote to the court to oppose it"
                    || writes_own(scene, word, head)
                    || is_brought(words, head)
                    || is_quick(words, head)
                    || takes_floor(words, head))
        }
        Rel::Acl => {
            matches!(words.lemma(head), "decision" | "choice" | "move" | "vote")
                || matches!(
                    words.lower(head),
                    "first" | "second" | "third" | "last" | "latest"
                ) && words.child(head, &[Rel::Cop]).is_some()
                || is_one_of(words, head)
                // "used the meeting to insist on it", hung on the meeting.
                || (words.head(head)).is_some_and(|verb| {
                    words.object(verb) == Some(head) && takes_floor(words, verb)
                })
        }
        _ => true,
    }
}

/// "is known to favour it", "is known to have asked for it": of one who does.
fn is_known(words: &Words, head: usize) -> bool {
    words.lower(head) == "known" && words.is_passive(head)
}

/// "used to demand it": did for a long time.
fn used_to(words: &Words, word: usize, head: usize) -> bool {
    words.lower(head) == "used"
        && words.lower(head + 1) == "to"
        && words.head(head + 1) == Some(word)
        && words
            .child(head, &[Rel::AuxPass, Rel::Cop, Rel::Obj])
            .is_none()
}

/// "was one of three states to demand it", "is the only state to back it": of one who did it.
fn is_one_of(words: &Words, head: usize) -> bool {
    let one_of = |one: usize| {
        words.lower(one) == "one"
            && words.child(one, &[Rel::Cop]).is_some()
            && words.child(one, &[Rel::Nsubj]).is_some()
    };
    let states = words.rel(head) == Rel::Nmod && words.xpos(head) == Xpos::Nns;
    one_of(head) && words.with_case(head, &["of"]).next().is_some()
        || states && words.head(head).is_some_and(one_of)
        || words.is_the_only(head)
}

/// "wrote to the court to oppose it", "wrote to the chair to propose a levy": who writes does it.
pub(in crate::stances) fn writes_own(scene: &Scene, word: usize, head: usize) -> bool {
    let words = scene.words;
    words.lemma(head) == "write"
        && (scene.lexicon.stances)
            .of(StanceWord::Verb, &words.phrasal(word))
            .any(|frame| frame.only.is_none() && frame.with.is_empty())
        && !matches!(words.lemma(word), "accept" | "agree" | "sign" | "approve")
}

/// "was forced to accept it", "has been persuaded to sign": of one who did it.
fn is_brought(words: &Words, head: usize) -> bool {
    matches!(
        words.lemma(head),
        "force" | "compel" | "drive" | "persuade" | "convince" | "bring" | "induce" | "reduce"
    ) && words.is_passive(head)
        && words.xpos(head) == Xpos::Vbn
        && Force::of(words, head).is_fact()
        && (words.children_by(head, &[Rel::Aux, Rel::AuxPass]))
            .any(|aux| matches!(words.lower(aux), "was" | "were" | "has" | "have" | "had"))
}

/// "was quick to embrace it": of one who did it.
fn is_quick(words: &Words, head: usize) -> bool {
    matches!(
        words.lower(head),
        "quick" | "swift" | "prompt" | "fast" | "pleased" | "proud" | "right" | "relieved"
    ) && words.child(head, &[Rel::Cop]).is_some()
}

/// "did not hesitate to reject it", "did not fail to back it": of one who did it.
fn is_prompt(words: &Words, head: usize) -> bool {
    matches!(
        words.lemma(head),
        "hesitate" | "delay" | "fail" | "shrink" | "baulk" | "balk" | "flinch"
    ) && words.negation(head).is_some()
        && (words.children_by(head, &[Rel::Aux]))
            .all(|aux| matches!(words.lemma(aux), "do" | "have"))
}

/// "used its turn to request a fund", "took the floor to object": what the words that one has are for.
fn takes_floor(words: &Words, verb: usize) -> bool {
    const FLOORS: &[&str] = &[
        "turn",
        "speech",
        "address",
        "floor",
        "statement",
        "occasion",
        "opportunity",
        "chance",
        "platform",
        "visit",
        "meeting",
        "session",
        "interview",
        "letter",
        "slot",
        "podium",
        "lectern",
        "microphone",
        "airwaves",
        "debate",
        "summit",
        "conference",
    ];
    let done = matches!(
        words.xpos(verb),
        Xpos::Vbd | Xpos::Vbn | Xpos::Vbz | Xpos::Vbp
    );
    let floor = matches!(words.lemma(verb), "use" | "take" | "seize")
        && (words.object(verb)).is_some_and(|floor| FLOORS.contains(&words.lemma(floor)));
    let rises = matches!(
        words.lemma(verb),
        "rise" | "intervene" | "speak" | "interrupt" | "march" | "rally" | "demonstrate"
    );
    done && words
        .child(verb, &[Rel::Aux])
        .is_none_or(|aux| words.lemma(aux) == "have")
        && (floor || rises)
}

/// Verbs whose infinitive is a fact or an intention of the subject's own.
const TELLING: &[&str] = &[
    "continue", "go", "go on", "keep", "decide", "choose", "opt", "elect", "resolve", "vow",
    "swear", "pledge", "promise", "agree", "move", "begin", "start", "come", "proceed", "rush",
    "hasten", "tend", "vote", "join", "unite", "prefer", "like", "want", "wish", "intend", "plan",
    "mean", "hope", "seem", "appear",
];
