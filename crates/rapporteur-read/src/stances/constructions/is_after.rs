//! What somebody is after, told before it: "the toll Mali is after", "the seat that the union was after has gone", "the levy
//! Orveth has been pressing for has few friends".

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::arguments::holders::holders;
use crate::stances::{Claim, Scene, Target};

/// Verbs that ask, with "for" behind them.
const ASKING: &[&str] = &[
    "ask", "call", "press", "push", "lobby", "campaign", "plead", "clamour", "clamor", "bid",
    "fight", "beg", "hold", "hope", "angle",
];

/// Reads one word: "after" behind a form of "be", "for" behind a verb of asking.
pub fn read(scene: &Scene, after: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(words.lower(after), "after" | "for") || after < 4 {
        return;
    }
    let sentence = words.sentence(words.sentence_of(after));
    // "has been pressing | for", "was holding out | for"
    let asking = words.lower(after) == "for";
    let mut be = after - 1;
    if asking {
        be -= usize::from(words.lower(be) == "out");
        if !ASKING.contains(&words.lemma(be))
            || !matches!(words.xpos(be), Xpos::Vbg | Xpos::Vbn | Xpos::Vbd)
        {
            return;
        }
        while be > sentence.start + 1
            && (words.upos(be - 1) == Upos::Aux || words.upos(be - 1) == Upos::Adv)
        {
            be -= 1;
        }
    }
    let closed = after + 1 >= sentence.end
        || words.upos(after + 1) == Upos::Punct
        || matches!(
            words.xpos(after + 1),
            Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Md
        )
        || words.upos(after + 1) == Upos::Cconj;
    if !asking && !matches!(words.lower(be), "is" | "are" | "was" | "were" | "'s" | "’s") || !closed
    {
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
            && !matches!(words.lemma(noun), "thing" | "point" | "one" | "all")
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
    let thing = start..noun + 1;
    let inside = |claim: &Claim| (be..=after).contains(&claim.trigger);
    let right = |claim: &Claim| {
        inside(claim)
            && matches!(&claim.on, Target::Phrase(_, phrase) if phrase.start < noun + 1 && thing.start < phrase.end)
    };
    if claims.iter().any(right) {
        return;
    }
    // What the tree made of the words behind.
    claims.retain(|claim| !inside(claim));
    claims.push(Claim {
        outlet: scene.speaker(after).is_none(),
        ..Claim::plain(
            "is-after",
            Stance::Demands,
            held,
            after,
            scene.toward(noun, thing.clone()),
            start..after + 1,
        )
    });
}
