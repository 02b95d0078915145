//! Infinitives of stances that are told as done or meant: "decided to accept", "was the first to back it", "used its turn
//! to object", but not "has yet to accept".

use rapporteur_syntax::{Rel, Xpos};

use super::Scene;
use super::force::{Force, is_denial_refused, is_going_to, is_stopped};
use super::hearsay::hearsay;
use super::verbs::fights;
use crate::words::Words;

/// Whether an infinitive is told as done or meant: "decided to accept", "continues to oppose". After any other word
/// ("has yet to", "is expected to", "was asked to") nothing is known of it.
pub(super) fn is_told(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let infinitive = words
        .children(word)
        .any(|mark| words.rel(mark) == Rel::Mark && words.form(mark).eq_ignore_ascii_case("to"));
    let Some(head) = words.head(word).filter(|_| infinitive) else {
        return true;
    };
    match words.rel(word) {
        Rel::Xcomp | Rel::Ccomp | Rel::Advcl => {
            is_going_to(words, word)
                || is_denial_refused(words, word)
                || is_stopped(words, word)
                || is_prompt(words, head)
                || words.negation(head).is_none()
                    && (TELLING.contains(&&*words.phrasal(head))
                    || hearsay(words, word).is_some()
                    // "threatened to veto it": against it, at the least.
                    // "wrote to the court to oppose it"
                    || matches!(words.lemma(head), "threaten" | "write") && fights(scene, word)
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
        }
        _ => true,
    }
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
