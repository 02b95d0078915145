//! What is left out of a yes: "can live with inspections, but not with cameras", "accepts inspectors, not cameras", "would
//! lower the fee, though not abolish it"; and of what is ruled out: "ruled out a stake, though not a loan".

use rapporteur_model::Stance;
use rapporteur_syntax::Upos;

use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// ", not | cameras": a noun without more, and no time ("not a moment too soon").
fn names(words: &Words, start: usize) -> bool {
    let noun = start + usize::from(words.upos(start.min(words.len() - 1)) == Upos::Det);
    noun + 1 < words.len()
        && words.upos(noun) == Upos::Noun
        && words.upos(noun + 1) == Upos::Punct
        && !matches!(
            words.lemma(noun),
            "moment" | "day" | "week" | "month" | "year" | "hour"
        )
}

fn is_ruled_out(words: &Words, verb: usize) -> bool {
    matches!(&*words.phrasal(verb), "rule out" | "exclude" | "preclude")
        && words.negation(verb).is_none()
}

/// Cuts a thing before "but not" or "though not", and reads the opposite toward what follows.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more = Vec::new();
    for claim in claims.iter_mut() {
        let opposite = match claim.stance {
            Stance::Accepts | Stance::AcceptsIf | Stance::Open | Stance::Offers => Stance::Rejects,
            Stance::Supports => Stance::Opposes,
            // What alone is not ruled out is left open.
            Stance::Rejects if is_ruled_out(words, claim.trigger) => Stance::Open,
            _ => continue,
        };
        let Target::Phrase(head, phrase) = claim.on.clone() else {
            continue;
        };
        let sentence = words.sentence(words.sentence_of(phrase.start));
        let latest = (phrase.end + 2).min(sentence.end.saturating_sub(2));
        let force = Force::of(words, claim.trigger);
        let weighed =
            claim.stance == Stance::Open || matches!(force.modal.as_deref(), Some("may" | "might"));
        let Some(but) = (phrase.start + 1..latest).find(|&at| {
            // "might agree to it, though not to that": of what is only weighed nothing is refused.
            // "is ready to talk about it, though not to rewrite the law": what nobody is ready for.
            let deed = words.lower(at + 2) == "to" && words.is_verb(at + 3);
            let cuts = words.form(at) == "but"
                // "accepts inspectors, not cameras"
                || words.form(at) == "," && names(words, at + 2)
                || (!weighed || deed && !force.is_modal())
                    && matches!(words.form(at), "though" | "although" | "albeit");
            cuts && words.form(at + 1).eq_ignore_ascii_case("not")
        }) else {
            continue;
        };
        let mut start = but + 2;
        if matches!(words.upos(start), Upos::Adp | Upos::Sconj) {
            start += 1;
        }
        let end = (start..sentence.end)
            .find(|&at| matches!(words.form(at), "," | ";" | "." | "\"" | "”" | ":" | "and"))
            .unwrap_or(sentence.end);
        let other = words.trim(start..end);
        let top = words.top(other.clone());
        let before = words.trim(phrase.start..but.min(phrase.end));
        if before.is_empty() {
            continue;
        }
        claim.on = Target::Phrase(head, before.clone());
        let noun = top.filter(|&top| {
            matches!(words.upos(top), Upos::Noun | Upos::Propn | Upos::Verb)
                && other.len() <= 16
                // "backs the levy, but not Orveth": who does not, and no thing.
                && scene.entities.actor(top).is_none()
        });
        if let Some(top) = noun {
            more.push(Claim {
                stance: opposite,
                on: scene.toward(top, other.clone()),
                premise: None,
                reason: None,
                evidence: words.trim(but..other.end),
                ..claim.clone()
            });
        }
        let end = claim.evidence.end.min(but.max(claim.evidence.start + 1));
        claim.evidence = words.trim(claim.evidence.start..end);
    }
    claims.extend(more);
}
