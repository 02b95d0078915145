//! Several things under one stance: "demanded the release of A and an end to B", "agreed to keep … and to open …".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos};

use super::{Claim, Scene, Target};

/// Gives each coordinated thing a claim of its own, where each is a whole phrase. "Arms and ammunition" stays one thing.
pub fn split(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut more = Vec::new();
    for claim in claims.iter_mut().filter(|claim| claim.via.is_none()) {
        let Target::Phrase(head, phrase) = claim.on.clone() else {
            continue;
        };
        let parts = parts(scene, head, &phrase);
        if parts.is_empty() {
            continue;
        }
        let first = scene.words.trim(phrase.start..parts[0].whole.start);
        if first.is_empty() || claims_part(scene, &parts, claim.trigger) {
            continue;
        }
        claim.on = Target::Phrase(head, first.clone());
        if claim.premise.is_none() && claim.evidence.end == phrase.end {
            claim.evidence.end = first.end;
        }
        for part in parts {
            more.push(Claim {
                on: scene.toward(part.head, part.words.clone()),
                evidence: part.words,
                ..claim.clone()
            });
        }
    }
    claims.extend(more);
}

struct Part {
    head: usize,
    words: Range<usize>,
    /// With conjunction and mark.
    whole: Range<usize>,
}

/// Whether a part is said of the trigger itself, which it cannot be part of.
fn claims_part(scene: &Scene, parts: &[Part], trigger: usize) -> bool {
    parts
        .iter()
        .any(|part| part.whole.contains(&trigger) && scene.words.is_within(trigger, part.head))
}

fn parts(scene: &Scene, head: usize, phrase: &Range<usize>) -> Vec<Part> {
    let words = scene.words;
    let fellows: Vec<usize> = words
        .conjuncts(head)
        .into_iter()
        .filter(|&fellow| fellow > head)
        .collect();
    // A clause carries its infinitive fellows even where its own phrase ends before them.
    let verbal = words.is_verb(head);
    let mut parts: Vec<Part> = Vec::new();
    for fellow in fellows {
        if words.child(fellow, &[Rel::Nsubj, Rel::NsubjPass]).is_some() && verbal {
            return Vec::new();
        }
        let whole = words.subtree(fellow);
        let same = if verbal {
            words.is_verb(fellow) && words.xpos(fellow) == words.xpos(head)
        } else {
            phrase.contains(&fellow) && is_whole(scene, fellow)
        };
        if !same || whole.start <= head {
            return Vec::new();
        }
        let mut own = whole.clone();
        while own.start < fellow
            && (matches!(words.rel(own.start), Rel::Cc | Rel::Punct | Rel::Case)
                || matches!(words.lemma(own.start), "to" | "and" | "or"))
        {
            own.start += 1;
        }
        if let Some(next) = words
            .children_by(fellow, &[Rel::Conj])
            .map(|next| words.subtree(next).start)
            .find(|&next| next > fellow)
        {
            own.end = own.end.min(next);
        }
        let own = words.trim(own);
        if own.is_empty() {
            return Vec::new();
        }
        parts.push(Part {
            head: fellow,
            words: own,
            whole,
        });
    }
    // "A and B of C": the last shared phrase would be lost to the first.
    if !verbal && !is_whole(scene, head) {
        return Vec::new();
    }
    parts
}

/// A phrase of its own: with an article, a number, a possessor or something that hangs on it.
fn is_whole(scene: &Scene, noun: usize) -> bool {
    let words = scene.words;
    words.upos(noun) == Upos::Noun
        && words
            .child(
                noun,
                &[Rel::Det, Rel::Nummod, Rel::NmodPoss, Rel::Nmod, Rel::Acl],
            )
            .is_some()
}
