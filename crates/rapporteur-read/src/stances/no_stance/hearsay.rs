//! What a party is only said to hold: "is said to have accepted", "is understood to be willing". It is told, by nobody
//! that the report names, and the words that say so stay with it as a hedge.

use rapporteur_syntax::{Rel, Xpos};

use crate::words::Words;

/// Verbs that tell in the passive without telling who does.
const HEARSAY: &[&str] = &[
    "say",
    "believe",
    "understand",
    "think",
    "report",
    "rumour",
    "rumor",
    "reckon",
    "presume",
    "assume",
    "consider",
    "hear",
    "suppose",
    "gather",
];

/// "could live with it, we hear": whether a clause is only what somebody unknown has told whoever writes.
pub(in crate::stances) fn is_overheard(words: &Words, told: usize) -> bool {
    words.children_by(told, &[Rel::Parataxis]).any(|hear| {
        matches!(
            words.lemma(hear),
            "hear" | "gather" | "understand" | "suspect"
        ) && (words.child(hear, &[Rel::Nsubj]))
            .is_some_and(|who| matches!(words.lower(who), "we" | "i" | "one"))
    })
}

/// The verb of hearsay that an infinitive hangs on, or a clause behind "it is said that", if any.
pub(crate) fn hearsay(words: &Words, told: usize) -> Option<usize> {
    let verb = words.head(told)?;
    let over = match words.rel(told) {
        Rel::Xcomp => true,
        Rel::Ccomp | Rel::Csubj | Rel::CsubjPass => words
            .child(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl])
            .is_some_and(|it| words.lower(it) == "it"),
        _ => false,
    };
    // "is said by three officials to have objected": by some without a name.
    let nameless =
        (words.child(verb, &[Rel::OblAgent])).is_none_or(|by| words.xpos(by) == Xpos::Nns);
    (over && HEARSAY.contains(&words.lemma(verb)) && words.is_passive(verb) && nameless)
        .then_some(verb)
}
