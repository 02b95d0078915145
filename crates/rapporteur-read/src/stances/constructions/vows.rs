//! What a speaker swears will never come: "the hilltops would be handed back over my dead body", "not on my watch will a
//! permit be issued". The words around would tell the opposite.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::stances::{Claim, Scene};

/// Reads one word: the noun of the vow.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !is_vow(scene, word) {
        return;
    }
    let Some(verb) = words
        .head(word)
        .filter(|&verb| words.is_verb(verb) && matches!(words.rel(word), Rel::Obl | Rel::Advmod))
    else {
        return;
    };
    let Some(holder) = Holder::speaking(scene, word) else {
        return;
    };
    let whole = words.trim(clause(scene, verb));
    // A pronoun alone is what was spoken of before; a noun with its verb is the thing.
    let subject = words.child(verb, &[Rel::Nsubj, Rel::NsubjPass]);
    let vow = words.subtree(word);
    let (head, phrase) = match subject.filter(|&subject| words.upos(subject) == Upos::Pron) {
        Some(subject) => (subject, noun_phrase(scene, subject)),
        None if vow.start <= whole.start => (verb, words.trim(vow.end..whole.end.max(vow.end))),
        None => (verb, words.trim(whole.start..vow.start)),
    };
    if phrase.is_empty() {
        return;
    }
    // What the clause seems to say it does not.
    claims.retain(|claim| claim.trigger != verb);
    claims.push(Claim::plain(
        "vow",
        Stance::RedLine,
        vec![holder],
        verb,
        scene.toward(head, phrase),
        whole.start..whole.end.max(vow.end),
    ));
}

/// "over my dead body", "not on my watch", "not in our lifetime".
fn is_vow(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let owned = words
        .children_by(word, &[Rel::NmodPoss])
        .any(|owner| words.xpos(owner) == Xpos::PrpPoss);
    if !owned {
        return false;
    }
    let start = words.subtree(word).start;
    let before = |form: &str| {
        (start.saturating_sub(2)..word).any(|at| words.form(at).eq_ignore_ascii_case(form))
    };
    match words.lemma(word) {
        // "though not over my dead body": it may well come.
        "body" => {
            before("over")
                && before("dead")
                && !(start.saturating_sub(1)..start + 2).any(|at| words.lower(at) == "not")
        }
        "watch" | "name" | "lifetime" => before("not") || before("never"),
        _ => false,
    }
}
