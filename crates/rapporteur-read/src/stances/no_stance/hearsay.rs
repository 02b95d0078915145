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

/// The verb of hearsay that an infinitive hangs on, if any.
pub(crate) fn hearsay(words: &Words, infinitive: usize) -> Option<usize> {
    let verb = words
        .head(infinitive)
        .filter(|_| words.rel(infinitive) == Rel::Xcomp)?;
    // "is said by three officials to have objected": by some without a name.
    let nameless =
        (words.child(verb, &[Rel::OblAgent])).is_none_or(|by| words.xpos(by) == Xpos::Nns);
    (HEARSAY.contains(&words.lemma(verb)) && words.is_passive(verb) && nameless).then_some(verb)
}
