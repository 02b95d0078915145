//! What somebody is after, told before it: "the toll Mali is after", "the seat that the union was after has gone".

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::arguments::holders::holders;
use crate::stances::{Claim, Scene};

/// Reads one word: "after" behind a form of "be".
pub fn read(scene: &Scene, after: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.lower(after) != "after" || after < 4 {
        return;
    }
    let sentence = words.sentence(words.sentence_of(after));
    let be = after - 1;
    let closed = after + 1 >= sentence.end
        || words.upos(after + 1) == Upos::Punct
        || matches!(
            words.xpos(after + 1),
            Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Md
        )
        || words.upos(after + 1) == Upos::Cconj;
    if !matches!(words.lower(be), "is" | "are" | "was" | "were" | "'s" | "’s") || !closed {
        return;
    }
    let Some(who) = (sentence.start + 1..be)
        .rev()
        .take(3)
        .find(|&who| scene.entities.actor(who).is_some())
    else {
        return;
    };
    // "the toll | that | the union | is after"
    let mut before = (sentence.start..who).rev().find(|&at| {
        !matches!(words.upos(at), Upos::Det | Upos::Propn) || words.lower(at) == "that"
    });
    before = match before {
        Some(that) if matches!(words.lower(that), "that" | "which") => that.checked_sub(1),
        other => other,
    };
    let Some(noun) = before.filter(|&noun| {
        noun > sentence.start
            && words.upos(noun) == Upos::Noun
            && (scene.entities.actor(noun))
                .is_none_or(|actor| scene.entities.actor(who) == Some(actor))
    }) else {
        return;
    };
    let Some(start) = (sentence.start..noun)
        .rev()
        .take(8)
        .take_while(|&at| {
            matches!(
                words.upos(at),
                Upos::Det | Upos::Adj | Upos::Num | Upos::Noun
            ) || matches!(words.form(at), "-" | "–")
        })
        .find(|&at| words.lower(at) == "the")
    else {
        return;
    };
    let held = holders(scene, who);
    if held.is_empty() {
        return;
    }
    // What the tree made of the words behind.
    claims.retain(|claim| !(be..=after).contains(&claim.trigger));
    let thing = start..noun + 1;
    claims.push(Claim {
        outlet: scene.speaker(after).is_none(),
        ..Claim::plain(
            "is-after",
            Stance::Demands,
            held,
            after,
            scene.toward(noun, thing),
            start..after + 1,
        )
    });
}
