//! What is said of facts: reports, accounts and allegations that somebody dismisses.

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::words::Words;

/// Whether a word names what is said of facts, or is the fact that it tells ("claims that it was digging"): to dismiss a
/// report, an account or an allegation is no stance toward terms.
pub(in crate::stances) fn is_rumour(words: &Words, word: usize) -> bool {
    let tells = |noun: usize, clause: usize| {
        is_said_of_facts(words, noun)
            && matches!(words.rel(clause), Rel::Acl | Rel::AclRelcl | Rel::Ccomp)
            && words.is_verb(clause)
            && words
                .child(clause, &[Rel::Mark])
                .is_none_or(|mark| words.lemma(mark) != "to")
    };
    words.upos(word) == Upos::Noun
        && (matches!(
            words.lemma(word),
            "allegation" | "accusation" | "rumour" | "rumor" | "insinuation" | "speculation"
        ) || is_version(words, word)
            || words.children(word).any(|clause| tells(word, clause)))
        || words
            .head(word)
            .is_some_and(|noun| tells(noun, word) && is_told_as_fact(words, word))
}

/// Nouns of what somebody says to be so.
fn is_said_of_facts(words: &Words, noun: usize) -> bool {
    matches!(
        words.lemma(noun),
        "report"
            | "claim"
            | "rumour"
            | "rumor"
            | "allegation"
            | "speculation"
            | "assertion"
            | "accusation"
            | "contention"
            | "insinuation"
            | "charge"
    )
}

/// "each other's accounts of how the clashes began", "Merin's version of events"
fn is_version(words: &Words, noun: usize) -> bool {
    match words.lemma(noun) {
        "account" | "version" | "narrative" | "characterisation" | "characterization"
        | "portrayal" | "interpretation" => {
            let of = words.with_case(noun, &["of"]).next();
            of.is_some_and(|of| !matches!(words.lemma(of), "text" | "draft" | "deal" | "agreement"))
                // "the account given by Merin", and no bank's: "an escrow account run by Brod"
                || words.lemma(noun) == "account"
                    && words.child(noun, &[Rel::Acl]).is_some_and(|told| {
                        !matches!(
                            words.lemma(told),
                            "run" | "hold" | "open" | "manage" | "freeze" | "keep" | "administer" | "control" | "fund"
                        )
                    })
        }
        _ => false,
    }
}

/// A clause that tells what is or was, not what should be: "that the levy be halved" tells no fact.
pub(in crate::stances) fn is_told_as_fact(words: &Words, verb: usize) -> bool {
    let finite = |word: usize| matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
    let auxiliary = words.child(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop]);
    auxiliary.map_or(finite(verb), finite)
}
