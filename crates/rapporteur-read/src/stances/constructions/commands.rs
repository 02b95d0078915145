//! What a speaker calls on others to do in so many words: "Lift the siege now," the minister said; "Don't touch the fund".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::clause;
use crate::stances::modality::force::premise;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Imperatives that turn to the listener and ask for nothing.
const TURNS: &[&str] = &[
    "look", "listen", "let", "wait", "see", "take", "make", "remember", "imagine", "thank", "ask",
    "tell", "trust", "forget", "read", "watch", "mark", "show", "call", "believe", "think",
    "consider", "suppose", "say", "note", "excuse", "forgive", "pardon", "come", "go", "get",
    "try", "put", "hold", "keep", "bear", "rest", "mind", "know", "have", "be", "do", "picture",
    "guess", "welcome", "wish", "judge", "compare", "count", "talk", "speak", "worry",
];

/// Reads one word: the verb that opens a quotation.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.xpos(word) != Xpos::Vb
        || !words.is_verb(word)
        || is_claimed(scene, claims, word)
        || !matches!(
            words.rel(word),
            Rel::Root | Rel::Ccomp | Rel::Parataxis | Rel::Conj
        )
        || words.child(word, &[Rel::Obj]).is_none()
        || TURNS.contains(&words.lemma(word))
        || words
            .child(word, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl, Rel::Mark])
            .is_some()
    {
        return;
    }
    // "Don't touch the fund": the auxiliary and its negation may stand before.
    let aux: Vec<usize> = words.children_by(word, &[Rel::Aux]).collect();
    let negated = words.negation(word).is_some();
    if aux.iter().any(|&aux| words.lemma(aux) != "do") || aux.is_empty() && negated {
        return;
    }
    let first = aux.first().copied().unwrap_or(word);
    let opens = first.checked_sub(1).is_some_and(|mark| {
        words.form(mark).contains(['"', '“', '‘', '«', '\'']) && words.upos(mark) == Upos::Punct
    });
    if !opens {
        return;
    }
    // "Give us guarantees and we will lay down our rifles", "Touch the subsidy and you touch the nerve": what hangs on it.
    let hung_on = words.children_by(word, &[Rel::Conj]).any(|then| {
        (word..then).any(|and| words.lower(and) == "and")
            && words.child(then, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
    });
    if hung_on {
        return;
    }
    let Some(speaker) = Holder::speaking(scene, word) else {
        return;
    };
    let whole = clause(scene, word);
    let phrase = words.trim(first..whole.end.max(word + 1));
    claims.push(Claim {
        stance: Stance::Demands,
        holders: vec![speaker],
        trigger: word,
        rule: "command".into(),
        on: Target::Phrase(word, phrase.clone()),
        premise: premise(words, word),
        reason: None,
        outlet: false,
        evidence: phrase,
        via: None,
    });
}
