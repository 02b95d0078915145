//! Several things under one stance: "demanded the release of A and an end to B", "agreed to keep … and to open …".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::{Claim, Scene, Target};

/// Gives each coordinated thing a claim of its own, where each is a whole phrase. "Arms and ammunition" stays one thing.
/// Claims that were told `apart` before are left.
pub fn split(scene: &Scene, claims: &mut Vec<Claim>, apart: &[bool]) {
    let mut more = Vec::new();
    let mut asked = Vec::new();
    let left =
        (claims.iter_mut().zip(apart)).filter(|(claim, apart)| claim.via.is_none() && !**apart);
    for (claim, _) in left {
        more.extend(asked_besides(scene, claim).map(|part| Claim {
            on: scene.toward(part.head, part.words.clone()),
            evidence: part.words,
            ..claim.clone()
        }));
        let Target::Phrase(head, phrase) = claim.on.clone() else {
            continue;
        };
        let governed = scene.words.head(head) == Some(claim.trigger);
        let parts = parts(scene, head, &phrase, governed);
        if parts.is_empty() {
            more.extend(
                wanted_done(scene, claim, head)
                    .into_iter()
                    .map(|part| Claim {
                        on: scene.toward(part.head, part.words.clone()),
                        evidence: part.words,
                        ..claim.clone()
                    }),
            );
            let next = beside(scene, claim.trigger, head);
            more.extend(next.map(|part| Claim {
                on: scene.toward(part.head, part.words.clone()),
                evidence: part.words,
                ..claim.clone()
            }));
            continue;
        }
        if claim.stance == Stance::Demands {
            let clauses = parts
                .iter()
                .filter(|part| told_again(scene, head, part.head));
            asked.extend(clauses.map(|part| part.head));
        }
        let first = (scene.words).trim(phrase.start..parts[0].whole.start.min(phrase.end));
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
    // "… and that the union approve it": the union has approved nothing.
    claims.retain(|claim| !asked.contains(&claim.trigger));
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

fn parts(scene: &Scene, head: usize, phrase: &Range<usize>, governed: bool) -> Vec<Part> {
    let words = scene.words;
    let fellows: Vec<usize> = words
        .conjuncts(head)
        .into_iter()
        .filter(|&fellow| fellow > head)
        .collect();
    // A clause carries its infinitive fellows even where its own phrase ends before them.
    let verbal = words.is_verb(head);
    // "a register, annual audits and the right to see them": in a list of three one word before it makes a thing whole.
    let listed = fellows.len() > 1;
    let mut parts: Vec<Part> = Vec::new();
    for fellow in fellows {
        let whole = words.subtree(fellow);
        let that = governed
            && (verbal || words.child(head, &[Rel::Cop]).is_some())
            && told_again(scene, head, fellow);
        if words.child(fellow, &[Rel::Nsubj, Rel::NsubjPass]).is_some() && verbal && !that {
            return Vec::new();
        }
        let same = if that {
            true
        } else if verbal {
            // "would halt them but would not discuss it": what has a modal of its own tells for itself.
            let own = (words.children_by(fellow, &[Rel::Aux]))
                .any(|aux| aux > head && words.xpos(aux) == Xpos::Md);
            // "open to taking it in stages and to a longer lease"
            let gerund = words.xpos(head) == Xpos::Vbg
                && words.upos(fellow) == Upos::Noun
                && words.child(fellow, &[Rel::Case]).is_some();
            gerund || words.is_verb(fellow) && words.xpos(fellow) == words.xpos(head) && !own
        } else {
            // "a royalty, rising with inflation, and a seat": behind an aside.
            (phrase.contains(&fellow) || governed && !phrase.is_empty())
                && (is_whole(scene, fellow) || listed && is_described(scene, fellow))
                && words.child(fellow, &[Rel::Nsubj, Rel::NsubjPass]).is_none()
        };
        if !same || whole.start <= head {
            return Vec::new();
        }
        let mut own = whole.clone();
        while own.start < fellow
            && (matches!(words.rel(own.start), Rel::Cc | Rel::Punct | Rel::Case)
                || matches!(words.lemma(own.start), "to" | "and" | "or")
                || that && words.lower(own.start) == "that")
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
    // "longer hours and the same fees": an article of its own parts the second.
    let parted = words.child(head, &[Rel::Amod]).is_some()
        && words.upos(head) == Upos::Noun
        && (parts.iter()).all(|part| words.child(part.head, &[Rel::Det]).is_some());
    let told = verbal || parted || is_whole(scene, head) || listed && is_described(scene, head);
    match told {
        true => parts,
        false => Vec::new(),
    }
}

/// "demands that no ferry be sold and that the union name an auditor": a second clause with a "that" of its own.
fn told_again(scene: &Scene, head: usize, fellow: usize) -> bool {
    let words = scene.words;
    let that = |clause: usize| {
        (words.children_by(clause, &[Rel::Mark])).find(|&mark| words.lower(mark) == "that")
    };
    // "and that this was its condition": how things are.
    let is = (words.children_by(fellow, &[Rel::Cop, Rel::Aux, Rel::AuxPass])).any(|aux| {
        matches!(
            words.lower(aux),
            "is" | "are" | "was" | "were" | "had" | "has" | "have" | "could" | "can"
        )
    });
    words.rel(head) == Rel::Ccomp
        && !is
        && words.xpos(fellow) != Xpos::Vbd
        && words.child(fellow, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
        && that(head).is_some()
        && (opens_with_that(scene, fellow)
            || that(fellow).is_some_and(|that| {
                that > head && matches!(words.lower(that - 1), "and" | "," | "or")
            }))
}

/// "and that fuel will be shared", whatever the tree made of "that".
fn opens_with_that(scene: &Scene, fellow: usize) -> bool {
    let words = scene.words;
    let start = words.subtree(fellow).start;
    words.lower(start) == "and" && start + 1 < fellow && words.lower(start + 1) == "that"
}

/// "agreed that neither will inspect and that fuel will be shared", where the tree hung the second clause beside the
/// verb: where it begins and its head.
fn beside(scene: &Scene, trigger: usize, head: usize) -> Option<Part> {
    let words = scene.words;
    let marked = (words.children_by(head, &[Rel::Mark])).any(|mark| words.lower(mark) == "that");
    let fellow = (words.children_by(trigger, &[Rel::Conj])).find(|&fellow| {
        fellow > head
            && opens_with_that(scene, fellow)
            && words.child(fellow, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
            && words
                .child(fellow, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
                .is_some()
    })?;
    let whole = words.subtree(fellow);
    let own = words.trim(whole.start + 2..whole.end);
    (marked && words.rel(head) == Rel::Ccomp && !own.is_empty()).then_some(Part {
        head: fellow,
        words: own,
        whole,
    })
}

/// "urged Brod to sign the treaty and leave fish to a later text": behind a text that is to be signed, what else is asked.
fn asked_besides(scene: &Scene, claim: &Claim) -> Option<Part> {
    let words = scene.words;
    let signed = words.child(claim.trigger, &[Rel::Xcomp])?;
    let text = match claim.on {
        Target::Phrase(head, _) => words.object(signed) == Some(head),
        Target::Proposal(_) => words.object(signed).is_some(),
        Target::Nothing => false,
    };
    let other = (words.conjuncts(signed).into_iter()).find(|&other| {
        other > signed
            && words.xpos(other) == Xpos::Vb
            && words.object(other).is_some()
            && words.child(other, &[Rel::Nsubj, Rel::Aux]).is_none()
    })?;
    let whole = words.subtree(other);
    let own = words.trim(other..whole.end);
    (text && claim.stance == Stance::Demands && !own.is_empty()).then_some(Part {
        head: other,
        words: own,
        whole,
    })
}

/// "wants the fees cut, the patrols ended and the port reopened": what else it wants done, which the tree hangs beside.
fn wanted_done(scene: &Scene, claim: &Claim, head: usize) -> Vec<Part> {
    let words = scene.words;
    let trigger = claim.trigger;
    let done = |verb: usize| {
        matches!(words.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && words
                .child(verb, &[Rel::Aux, Rel::AuxPass, Rel::Obj, Rel::Mark])
                .is_none()
    };
    let wants = claim.stance == Stance::Demands
        && matches!(words.lemma(trigger), "want" | "like" | "need")
        && (words.children_by(trigger, &[Rel::Xcomp])).any(|first| {
            done(first) && (first == head || words.head(head) == Some(trigger) && first > head)
        });
    let next =
        (words.children_by(trigger, &[Rel::Parataxis, Rel::Conj, Rel::Ccomp])).find(|&next| {
            wants
                && next > head + 1
                && done(next)
                && (head..next).all(|at| words.form(at) != ";")
                && (scene.statements.all.iter()).all(|told| told.cue_head != Some(next))
        });
    let Some(next) = next else { return Vec::new() };
    let mut all = vec![next];
    all.extend(
        words
            .conjuncts(next)
            .into_iter()
            .filter(|&fellow| fellow > next && done(fellow)),
    );
    let mut parts = Vec::new();
    for &verb in &all {
        let Some(subject) = words.child(verb, &[Rel::Nsubj, Rel::NsubjPass]) else {
            return Vec::new();
        };
        let whole = words.subtree(verb);
        let end = (all.iter())
            .filter(|&&other| other > verb)
            .map(|&other| words.subtree(other).start)
            .min()
            .map_or(whole.end, |end| end.min(whole.end));
        parts.push(Part {
            head: verb,
            words: words.trim(words.subtree(subject).start..end),
            whole,
        });
    }
    parts
}

/// "annual audits", "night trains"
fn is_described(scene: &Scene, noun: usize) -> bool {
    let words = scene.words;
    words.upos(noun) == Upos::Noun && words.child(noun, &[Rel::Amod, Rel::Compound]).is_some()
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
