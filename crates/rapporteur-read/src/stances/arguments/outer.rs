//! Verbs joined to a clause inside the one they belong to: "asked that the belt be spared and did not like the fence", "said it
//! had doubts about who would own it and needed an answer".

use rapporteur_syntax::{Rel, Xpos};

use crate::words::Words;

/// The verb outside, and its subject, of a verb that the tree joined to a clause whose subject does nothing: the nearest above
/// that clause in the same tense.
pub(in crate::stances) fn outer_fellow(words: &Words, verb: usize) -> Option<(usize, usize)> {
    let own = [Rel::Nsubj, Rel::NsubjPass, Rel::Csubj, Rel::Mark];
    let tense = tense(words, verb)?;
    let inner = words.head(verb).filter(|_| words.rel(verb) == Rel::Conj)?;
    if words.child(verb, &own).is_some() || words.child(verb, &[Rel::Cc]).is_none() {
        return None;
    }
    let mut at = inner;
    for _ in 0..6 {
        let above = words.head(at)?;
        let clause = matches!(
            words.rel(at),
            Rel::Ccomp | Rel::AclRelcl | Rel::Acl | Rel::Advcl
        );
        let inside =
            clause || matches!(words.rel(at), Rel::Obj | Rel::Obl | Rel::Nmod | Rel::Xcomp);
        if !inside || above > verb {
            return None;
        }
        at = above;
        if self::tense(words, at) == Some(tense)
            && let Some(subject) = words.child(at, &[Rel::Nsubj])
        {
            return Some((at, subject));
        }
    }
    None
}

/// Whether a verb or predicate is told of the past, where it is finite.
fn tense(words: &Words, verb: usize) -> Option<bool> {
    let first = (words.children_by(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop]))
        .min()
        .unwrap_or(verb)
        .min(verb);
    match words.xpos(first) {
        Xpos::Vbd => Some(true),
        Xpos::Vbz | Xpos::Vbp => Some(false),
        _ => None,
    }
}
