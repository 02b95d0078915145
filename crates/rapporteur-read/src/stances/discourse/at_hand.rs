//! What a verdict without a thing is about where nothing stands right before it that it could answer.

use rapporteur_model::Stance;

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::matter::{is_pronoun, spoken_of};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::{Claim, Scene, Target};

/// How many sentences back in a paragraph a verdict without a thing may reach.
const FAR: usize = 4;

/// What a verdict is about where nobody answers right behind what is put forward: "A levy was raised. It would bring in
/// five million. The owners were dismissive.": the last thing in the paragraph on which somebody else took a stand, else
/// what the sentence before tells that would be.
pub(in crate::stances) fn at_hand(
    scene: &Scene,
    claims: &[Claim],
    word: usize,
    held: &[Holder],
) -> Option<(Target, Option<usize>)> {
    let words = scene.words;
    // "agreed," as who says so.
    if (scene.statements.all.iter()).any(|statement| statement.cue_head == Some(word)) {
        return None;
    }
    let sentence = words.sentence_of(word);
    let together = |at: usize| at < word && !words.text_of(at..word).contains('\n');
    let stood = (claims.iter())
        .filter(|claim| {
            claim.on != Target::Nothing
                && claim.stance != Stance::DeclinesToSay
                && !claim.holders.is_empty()
                && !claim.shares_party(held)
                && claim.trigger < word
                && words.sentence_of(claim.trigger) + FAR >= sentence
                && together(claim.trigger)
        })
        .filter(|claim| match &claim.on {
            Target::Phrase(head, _) => !is_pronoun(words, *head),
            _ => true,
        })
        .max_by_key(|claim| claim.trigger)
        .map(Claim::about);
    // "Ferries would run at night. Brod was happy.", and not "The storm damaged the ferries."
    let is_to_be = |about: usize| {
        (words.sentence(words.sentence_of(about)))
            .any(|at| matches!(words.lower(at), "would" | "will" | "should" | "could"))
    };
    stood.or_else(|| {
        let about = spoken_of(scene, word).filter(|&about| together(about) && is_to_be(about))?;
        Some((scene.toward(about, noun_phrase(scene, about)), None))
    })
}
