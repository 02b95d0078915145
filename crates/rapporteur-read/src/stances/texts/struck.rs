//! What a party takes out of a text: "Merin struck the clause", "Brod crossed out the reference to a court", "Orveth's negotiators
//! deleted the sentence on fees". It rejects what stood there; of its own text it gives it up.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::{Holder, subject_holders};
use crate::stances::arguments::matter::{is_pronoun, put_forward};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};

/// Pieces of texts.
const PIECES: &[&str] = &[
    "clause",
    "paragraph",
    "subparagraph",
    "article",
    "sentence",
    "line",
    "passage",
    "provision",
    "section",
    "language",
    "wording",
    "phrase",
    "word",
    "reference",
    "mention",
    "footnote",
    "annex",
    "chapter",
    "formula",
    "formulation",
    "proviso",
    "caveat",
];

/// Adds what is rejected so.
pub(in crate::stances) fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for verb in 1..words.len() {
        if !words.is_verb(verb)
            || !strikes(&words.phrasal(verb))
            || words.is_passive(verb)
            || scene.is_void(verb)
        {
            continue;
        }
        let force = Force::of(words, verb);
        let held = subject_holders(scene, verb);
        let author = words
            .subject(verb)
            .is_some_and(|subject| scene.proposals.at(subject).is_some());
        if held.is_empty() || author || !force.is_fact() || force.is_modal() || force.hypothetical {
            continue;
        }
        let Some((on, phrase)) = struck(scene, claims, verb, &held) else {
            continue;
        };
        let told = (claims.iter()).any(|claim| {
            claim.trigger == verb && claim.stance != Stance::Withdraws && claim.shares_party(&held)
        });
        if told {
            continue;
        }
        claims.retain(|claim| claim.trigger != verb || claim.stance != Stance::Withdraws);
        let stance = match is_of_its_own(scene, verb, &held) {
            true => Stance::Withdraws,
            false => Stance::Rejects,
        };
        let rests_on = evidence(scene, verb, &phrase, None);
        claims.push(Claim::plain("struck", stance, held, verb, on, rests_on));
    }
}

/// What stood in the piece that was taken out, and the words for it.
fn struck(
    scene: &Scene,
    claims: &[Claim],
    verb: usize,
    held: &[Holder],
) -> Option<(Target, Range<usize>)> {
    let words = scene.words;
    let piece = words
        .child(verb, &[Rel::Obj])
        .filter(|&piece| piece > verb)?;
    let phrase = noun_phrase(scene, piece);
    let back =
        |phrase: Range<usize>| Some((put_forward(scene, claims, verb, held)?.on.clone(), phrase));
    if is_pronoun(words, piece) {
        return back(piece..piece + 1);
    }
    let owned = words.child(piece, &[Rel::NmodPoss]).is_some_and(|owner| {
        (scene.entities.actor(owner))
            .and_then(|owner| Holder::of(scene, owner))
            .is_some_and(|owner| held.iter().any(|one| one.party == owner.party))
    });
    if !PIECES.contains(&words.lemma(piece)) || owned {
        return None;
    }
    // "the word 'voluntary'", "the phrase 'as appropriate'"
    let quote = piece + 1;
    if matches!(words.form(quote), "\"" | "“") {
        let end = words.sentence(words.sentence_of(verb)).end;
        let close = (quote + 1..end).find(|&at| matches!(words.form(at), "\"" | "”"))?;
        let said = words.trim(quote..close);
        let head = words.top(said.clone())?;
        return Some((Target::Phrase(head, said.clone()), piece..close + 1));
    }
    // "the reference to a court", hung on the verb
    let hung = || {
        matches!(words.lemma(piece), "reference" | "mention")
            .then(|| {
                words
                    .with_case(verb, &["to", "of"])
                    .find(|&about| about > piece)
            })
            .flatten()
    };
    const ON: &[&str] = &["on", "about", "to", "for", "of", "against", "over"];
    let about = (words.with_case(piece, ON))
        .find(|&about| about > piece)
        .or_else(hung);
    if let Some(about) = about {
        let on = noun_phrase(scene, about);
        return Some((scene.toward(about, on.clone()), piece..on.end));
    }
    back(phrase)
}

/// Whether the text that was named last is by those who strike.
fn is_of_its_own(scene: &Scene, verb: usize, held: &[Holder]) -> bool {
    let words = scene.words;
    let first = words
        .sentence(words.sentence_of(verb).saturating_sub(1))
        .start;
    let text = (first..verb).rev().find_map(|at| scene.proposals.at(at));
    text.is_some_and(|text| {
        scene.proposals.all[text]
            .authors
            .iter()
            .filter_map(|&author| Holder::of(scene, author))
            .any(|author| held.iter().any(|holder| holder.party == author.party))
    })
}

/// Verbs of taking out, with their particle.
fn strikes(phrasal: &str) -> bool {
    matches!(
        phrasal,
        "strike"
            | "strike out"
            | "strike off"
            | "cross out"
            | "cross off"
            | "delete"
            | "excise"
            | "erase"
            | "expunge"
            | "cut out"
            | "take out"
            | "score out"
            | "rub out"
            | "strip out"
            | "remove"
    )
}
