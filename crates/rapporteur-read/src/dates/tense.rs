//! Past or future, by the verb that governs an expression.

use rapporteur_syntax::{Rel, Xpos};

use crate::words::Words;

/// Where a date lies from the report's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Today or before.
    Past,
    /// After today.
    Future,
}

/// Verbs and nouns whose dates lie ahead, whatever their tense.
const AHEAD: &[&str] = &[
    "due",
    "scheduled",
    "schedule",
    "plan",
    "planned",
    "expect",
    "expected",
    "set",
    "slated",
    "intend",
    "aim",
    "hope",
    "prepare",
    "likely",
    "pencil",
    "arrange",
    "foresee",
    "upcoming",
    "deadline",
    "postpone",
    "go",
    "begin",
    "start",
];

/// The direction of the word, by the nearest verb above it; past when nothing tells.
pub fn direction(words: &Words, word: usize) -> Direction {
    if is_put_off_to(words, word) || is_put_off_from(words, word) || is_due(words, word) {
        return Direction::Future;
    }
    let mut at = Some(word);
    for _ in 0..12 {
        let Some(here) = at else { break };
        if let Some(direction) = of_verb(words, here) {
            return direction;
        }
        at = words.head(here);
    }
    Direction::Past
}

/// "was moved to Friday", "adjourned until Monday": what is put off is put off to a day to come.
pub(super) fn is_put_off_to(words: &Words, word: usize) -> bool {
    let to = words
        .children_by(word, &[Rel::Case, Rel::Mark])
        .any(|case| matches!(words.lemma(case), "to" | "until" | "till"));
    to && words
        .ancestors(word)
        .take(2)
        .any(|above| puts_off(words.lemma(above)))
}

/// "was postponed from Thursday to Monday": what is put off was to come.
fn is_put_off_from(words: &Words, word: usize) -> bool {
    words
        .children_by(word, &[Rel::Case])
        .any(|case| words.lemma(case) == "from")
        && words.head(word).is_some_and(|head| {
            matches!(words.lemma(head), "postpone" | "reschedule" | "delay")
                || puts_off(words.lemma(head))
                    && words
                        .children(head)
                        .any(|other| is_put_off_to(words, other))
        })
}

fn puts_off(lemma: &str) -> bool {
    matches!(
        lemma,
        "move"
            | "postpone"
            | "reschedule"
            | "delay"
            | "shift"
            | "defer"
            | "adjourn"
            | "put"
            | "push"
            | "bring"
            | "suspend"
            | "extend"
    )
}

/// "due on Friday", "called for Friday": the word before tells, wherever the tree hangs the day.
fn is_due(words: &Words, word: usize) -> bool {
    let preposition = (word.saturating_sub(3)..word)
        .rev()
        .find(|&near| matches!(words.lemma(near), "on" | "in" | "for" | "at"));
    let Some(before) = preposition.and_then(|preposition| preposition.checked_sub(1)) else {
        return false;
    };
    matches!(words.lemma(before), "due" | "slated")
        || words.lemma(before + 1) == "for"
            && words.xpos(before) == Xpos::Vbn
            && matches!(
                words.lemma(before),
                "call" | "announce" | "convene" | "arrange"
            )
}

fn of_verb(words: &Words, word: usize) -> Option<Direction> {
    let lemma = words.lemma(word);
    let ahead = AHEAD.contains(&lemma);
    // "Talks resume on Friday", where the verb was read as a noun.
    let headless = lemma == "resume"
        && !matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbn | Xpos::Vbg)
        && words.rel(word) == Rel::Root
        && words.child(word, &[Rel::Det, Rel::NmodPoss]).is_none();
    if headless {
        return Some(Direction::Future);
    }
    if !words.is_verb(word) && words.child(word, &[Rel::Cop]).is_none() {
        return matches!(
            lemma,
            "deadline" | "due" | "scheduled" | "planned" | "upcoming"
        )
        .then_some(Direction::Future);
    }
    let helper = |names: &[&str]| {
        words
            .children_by(word, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
            .any(|child| names.contains(&words.lower(child)))
    };
    if helper(&[
        "will", "'ll", "shall", "may", "can", "must", "wo", "would", "should", "could", "might",
    ]) {
        let perfect = words
            .children_by(word, &[Rel::Aux])
            .any(|child| words.lemma(child) == "have");
        return Some(if perfect {
            Direction::Past
        } else {
            Direction::Future
        });
    }
    if matches!(lemma, "due" | "schedule" | "slate" | "expect" | "plan")
        && helper(&["is", "are", "was", "were", "'s", "'re"])
    {
        return Some(Direction::Future);
    }
    // "is due in Geneva on Friday", with "due" read as part of the preposition
    if words
        .children_by(word, &[Rel::Case])
        .any(|case| words.lemma(case) == "due")
    {
        return Some(Direction::Future);
    }
    // "is to be held in June"
    let to = words
        .children_by(word, &[Rel::Mark])
        .any(|child| words.form(child).eq_ignore_ascii_case("to"));
    let perfect = words
        .children_by(word, &[Rel::Aux])
        .any(|child| words.lemma(child) == "have");
    if to && !perfect && helper(&["is", "are", "was", "were"]) {
        return Some(Direction::Future);
    }
    match words.xpos(word) {
        Xpos::Vbd => Some(Direction::Past),
        Xpos::Vbn if helper(&["has", "have", "had", "was", "were", "been", "'ve"]) => {
            Some(Direction::Past)
        }
        // "the text circulated on Tuesday leaves it open", "a visit planned on Friday"
        Xpos::Vbn if matches!(words.rel(word), Rel::Acl) => Some(match ahead {
            true => Direction::Future,
            false => Direction::Past,
        }),
        Xpos::Vbg if helper(&["is", "are", "'s", "'re"]) => Some(Direction::Future),
        Xpos::Vbg if helper(&["was", "were"]) => Some(Direction::Past),
        Xpos::Vb => {
            let infinitive = words
                .children_by(word, &[Rel::Mark])
                .any(|child| words.form(child).eq_ignore_ascii_case("to"));
            // "returned to work on Monday"
            let back = lemma == "work"
                && words
                    .head(word)
                    .is_some_and(|head| matches!(words.lemma(head), "return" | "go" | "come"));
            if back {
                return None;
            }
            let did = words
                .children_by(word, &[Rel::Aux])
                .any(|child| words.form(child) == "did");
            if did {
                Some(Direction::Past)
            } else if infinitive || !ahead {
                Some(Direction::Future)
            } else {
                None
            }
        }
        Xpos::Vbz | Xpos::Vbp if helper(&["due"]) || ahead || on_calendar(lemma) => {
            Some(Direction::Future)
        }
        _ if helper(&["was", "were"]) => Some(Direction::Past),
        _ => None,
    }
}

/// Verbs whose present, with a day, tells what is on the calendar: "the truce expires on Friday", "ministers meet on Monday".
fn on_calendar(lemma: &str) -> bool {
    matches!(
        lemma,
        "meet"
            | "convene"
            | "gather"
            | "open"
            | "close"
            | "end"
            | "conclude"
            | "expire"
            | "resume"
            | "continue"
            | "reconvene"
            | "vote"
            | "return"
            | "arrive"
            | "leave"
            | "fly"
            | "travel"
            | "visit"
            | "sign"
            | "enter"
            | "take"
            | "come"
            | "run"
            | "fall"
            | "adjourn"
            | "restart"
            | "reopen"
            | "report"
            | "present"
            | "host"
            | "lapse"
            | "kick"
    )
}
