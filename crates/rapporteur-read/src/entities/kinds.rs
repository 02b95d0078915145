//! What kind of body a name is, told by the nouns beside it and by what the report is about.

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::classes::Classes;
use crate::words::Words;

/// What a report is about, as far as it decides what a "union", a "list" or "crews" are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Setting {
    /// Parties that seek votes and seats.
    pub parties: bool,
    /// People at work and their pay.
    pub labour: bool,
}

/// The setting of a report: two different words of a kind make one.
pub(super) fn setting(words: &Words, classes: &Classes) -> Setting {
    let mut seen: [Vec<&str>; 2] = [Vec::new(), Vec::new()];
    for word in 0..words.len() {
        let lemma = words.lemma(word);
        for (class, found) in ["politics", "labour"].iter().zip(&mut seen) {
            if classes.has(class, lemma) && !found.contains(&lemma) {
                found.push(lemma);
            }
        }
    }
    Setting {
        parties: seen[0].len() > 1,
        labour: seen[1].len() > 1,
    }
}

/// "airline Merin Blue", "the passengers' group Tolsk Riders": what the noun right before a name says it is.
pub(super) fn told_before(words: &Words, name: Range<usize>) -> Option<ActorType> {
    let noun = noun_before(words, &name)?;
    let armed = (noun.saturating_sub(2)..noun).any(|word| {
        matches!(
            words.lemma(word),
            "rebel" | "armed" | "militant" | "insurgent" | "guerrilla" | "separatist" | "jihadist"
        )
    });
    Some(match words.lemma(noun) {
        "union" | "guild" | "brotherhood" => ActorType::Union,
        "party" => ActorType::PoliticalParty,
        "militia" | "faction" => ActorType::ArmedGroup,
        "group" | "movement" | "alliance" if armed => ActorType::ArmedGroup,
        "group" | "movement" | "campaign" | "charity" | "lobby" | "initiative" => {
            ActorType::Movement
        }
        "alliance" | "bloc" => ActorType::Alliance,
        "company" | "firm" | "airline" | "carrier" | "operator" | "manufacturer" | "retailer"
        | "utility" | "producer" | "contractor" | "conglomerate" | "developer" | "maker"
        | "shipper" | "supplier" | "giant" | "supermarket" | "brewer" | "miner" | "lender" => {
            ActorType::Company
        }
        _ => return None,
    })
}

/// The common noun right before a name that stands in apposition with it.
pub(super) fn noun_before(words: &Words, name: &Range<usize>) -> Option<usize> {
    let noun = name.start.checked_sub(1)?;
    let top = name
        .clone()
        .find(|&word| words.head(word).is_none_or(|head| !name.contains(&head)))?;
    let tied = words.head(top) == Some(noun)
        || words.head(noun).is_some_and(|head| name.contains(&head))
        || (matches!(words.rel(noun), Rel::Compound | Rel::Nmod)
            || words.rel(noun) == words.rel(top))
            && words.head(noun) == words.head(top);
    (matches!(words.upos(noun), Upos::Noun | Upos::Propn)
        && words.form(noun).starts_with(char::is_lowercase)
        && matches!(words.xpos(noun), Xpos::Nn | Xpos::Nnp)
        && words.sentence_of(noun) == words.sentence_of(name.start)
        && tied)
        .then_some(noun)
}
