//! What stands under a text that somebody else's verb is told of: "a plan put forward by Velmar, under which the four states would
//! set up a company, has no backers".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::holders;
use crate::stances::arguments::things::clause;
use crate::stances::modality::force::Force;
use crate::stances::texts::documents::{authors, texts_of};
use crate::stances::texts::drafts::is_text;
use crate::stances::texts::papers;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Reads one word: the verb of the clause under a text.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.rel(verb) != Rel::AclRelcl {
        return;
    }
    let Some(subject) = words.child(verb, &[Rel::Nsubj, Rel::NsubjPass]) else {
        return;
    };
    let start = words.subtree(subject).start;
    let under = start >= 2
        && words.lower(start - 1) == "which"
        && matches!(words.lower(start - 2), "under" | "by");
    // "a plan of Velmar's, under which": of the plan, whatever noun the clause hangs on.
    let text = std::iter::once(verb)
        .chain(words.ancestors(verb).take(4))
        .skip(1)
        .take_while(|&text| under && text < verb)
        .filter(|&text| words.upos(text) == Upos::Noun)
        .find(|&text| is_text(scene, text) || papers::is_measure(words.lemma(text)));
    let Some(text) = text.filter(|_| !is_claimed(scene, claims, verb)) else {
        return;
    };
    let held = match authors(scene, &texts_of(scene, text)) {
        held if held.is_empty() => papers::authors_of(scene, text),
        held => held,
    };
    let force = Force::of(words, verb);
    let would = matches!(
        force.modal.as_deref(),
        Some("would" | "will" | "could" | "can" | "must" | "shall" | "may")
    );
    // "a draft accord under which the region would deliver": whoever delivers need not have written it.
    let does = holders(scene, subject)
        .iter()
        .any(|one| held.iter().any(|other| one.party == other.party));
    if held.is_empty() || does || !would || force.negated || force.never {
        return;
    }
    // "… would lease the dams was discussed": the clause around it goes on.
    let end = clause(scene, verb).end.max(verb + 1);
    let end = (verb + 2..end)
        .find(|&at| {
            matches!(
                words.lower(at),
                "was" | "were" | "is" | "are" | "has" | "have"
            ) && words.head(at).is_some_and(|head| head > at)
                && matches!(words.upos(at - 1), Upos::Noun | Upos::Propn)
                && words
                    .child(words.head(at).unwrap_or(at), &[Rel::Nsubj, Rel::NsubjPass])
                    .is_none_or(|own| own < verb)
        })
        .unwrap_or(end);
    let phrase = words.trim(start..end);
    let told = claims.iter().any(|claim| {
        matches!(&claim.on, Target::Phrase(_, known) if known.start < phrase.end && phrase.start < known.end)
    });
    if told {
        return;
    }
    claims.push(Claim::plain(
        "under-text",
        Stance::Proposes,
        held,
        verb,
        Target::Phrase(verb, phrase.clone()),
        words.trim(words.subtree(text).start.min(phrase.start)..phrase.end),
    ));
}
