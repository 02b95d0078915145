//! How what one side put forward is taken by another, told in passing: "proposed a levy, to the dismay of Brod", "wants a bank, to
//! Orveth's delight".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{holders, possessors};
use crate::stances::{Claim, Scene, Target};

/// Nouns of being glad of a thing; what is only a surprise tells nothing.
const GLAD: &[&str] = &[
    "delight",
    "satisfaction",
    "joy",
    "relief",
    "approval",
    "applause",
    "pleasure",
    "liking",
];

/// Nouns of being sorry about it.
const SORRY: &[&str] = &[
    "dismay",
    "annoyance",
    "irritation",
    "alarm",
    "anger",
    "fury",
    "consternation",
    "disappointment",
    "displeasure",
    "horror",
    "regret",
    "discomfort",
    "unease",
    "chagrin",
    "disgust",
    "frustration",
    "outrage",
    "concern",
    "exasperation",
    "despair",
    "embarrassment",
    "discontent",
    "distaste",
    "vexation",
    "disquiet",
];

/// Adds what is told so, toward what the sentence puts forward before it.
pub(in crate::stances) fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for noun in 2..words.len() {
        let lemma = words.lemma(noun);
        let stance = match words.upos(noun) {
            Upos::Noun if GLAD.contains(&lemma) => Stance::Supports,
            Upos::Noun if SORRY.contains(&lemma) => Stance::Concerned,
            _ => continue,
        };
        let to = (words.children_by(noun, &[Rel::Case])).find(|&to| words.lower(to) == "to");
        let Some(to) = to.filter(|&to| to < noun && !scene.is_void(noun)) else {
            continue;
        };
        // ", | much to the …"
        let open = to
            - usize::from(matches!(
                words.lower(to - 1),
                "much" | "greatly" | "clearly"
            ));
        let Some(comma) = open
            .checked_sub(1)
            .filter(|&comma| matches!(words.form(comma), "," | "–" | "—"))
        else {
            continue;
        };
        let mut held = possessors(scene, noun);
        held.extend(
            (words.with_case(noun, &["of", "in", "among"])).flat_map(|whose| holders(scene, whose)),
        );
        let sentence = words.sentence_of(noun);
        let put = (claims.iter_mut())
            .filter(|claim| {
                claim.trigger < comma
                    && words.sentence_of(claim.trigger) == sentence
                    && matches!(
                        claim.stance,
                        Stance::Demands | Stance::Proposes | Stance::Offers
                    )
                    && !claim.shares_party(&held)
            })
            .max_by_key(|claim| claim.trigger);
        let Some(put) = put.filter(|_| !held.is_empty()) else {
            continue;
        };
        // What is told in passing is no part of the thing.
        if let Target::Phrase(_, phrase) = &mut put.on
            && phrase.contains(&comma)
            && phrase.start < comma
        {
            phrase.end = comma;
            put.evidence.end = put.evidence.end.min(comma).max(put.evidence.start + 1);
        }
        let on = put.on.clone();
        let evidence = words.trim(open..words.subtree(noun).end);
        claims.push(Claim {
            outlet: true,
            ..Claim::plain("to-dismay", stance, held, noun, on, evidence)
        });
    }
}
