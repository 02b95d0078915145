//! What could be arranged if the other side gives something: "a ferry could be leased if Orveth paid for it, Brod's envoy
//! said". Nobody is named as doing it; whoever says so lets it be done on that condition.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::cues::giving::GIVING;
use crate::stances::cues::modals::is_harm;
use crate::stances::modality::force::{Force, PremiseKind, premise};
use crate::stances::modality::harm::is_failure;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Verbs of setting things up, of easing and moving them, beside those of giving. What comes of talks by itself ("a deal
/// could be reached") is none of them.
const ARRANGED: &[&str] = &[
    "abolish",
    "adjust",
    "amend",
    "appoint",
    "bring forward",
    "build",
    "cut",
    "defer",
    "delay",
    "deploy",
    "dismantle",
    "double",
    "draw up",
    "ease",
    "employ",
    "establish",
    "exempt",
    "expand",
    "extend",
    "finance",
    "found",
    "fund",
    "halve",
    "hire",
    "hold back",
    "install",
    "introduce",
    "lease",
    "lengthen",
    "license",
    "lift",
    "loosen",
    "lower",
    "move",
    "narrow",
    "open",
    "phase in",
    "phase out",
    "place",
    "postpone",
    "put back",
    "put off",
    "raise",
    "reduce",
    "redraw",
    "relax",
    "release",
    "relocate",
    "remove",
    "reopen",
    "rent",
    "replace",
    "reword",
    "scale back",
    "scale down",
    "halt",
    "freeze",
    "pause",
    "stop",
    "restore",
    "shelve",
    "pardon",
    "agree",
    "allow",
    "scrap",
    "set up",
    "shorten",
    "split",
    "spread",
    "stagger",
    "station",
    "store",
    "suspend",
    "transfer",
    "waive",
    "widen",
    "withdraw",
    "write off",
];

/// Reads one word: a passive with a modal and a condition.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let arranged = || {
        let verb = words.phrasal(word);
        ARRANGED.contains(&&*verb) || GIVING.contains(&&*verb)
    };
    if !words.is_passive(word) || !arranged() || is_claimed(scene, claims, word) {
        return;
    }
    let clause = matches!(
        words.rel(word),
        Rel::Root | Rel::Ccomp | Rel::Conj | Rel::Parataxis
    );
    let force = Force::of(words, word);
    let could = matches!(
        force.modal.as_deref(),
        Some("can" | "could" | "would" | "might" | "will")
    );
    let refused = force.negated || force.never || force.hypothetical;
    if !clause || !could || refused || words.child(word, &[Rel::OblAgent]).is_some() {
        return;
    }
    let thing = (words.child(word, &[Rel::NsubjPass])).filter(|&thing| {
        // "the fishermen would be freed": people in general.
        let people = words.xpos(thing) == Xpos::Nns
            || words.upos(thing) == Upos::Num
            || matches!(words.lower(thing), "they" | "these" | "those");
        thing < word && (scene.entities.actor(thing).is_none() || people)
    });
    let condition = premise(words, word).filter(|premise| {
        premise.kind == PremiseKind::If
            && premise.whole.start > word
            && !is_failure(words, &premise.words)
    });
    let held = Holder::speakers(scene, word);
    let (Some(thing), Some(condition), false) = (thing, condition, held.is_empty()) else {
        return;
    };
    if is_harm(scene, word) {
        return;
    }
    let phrase = words.trim(words.subtree(thing).start..condition.whole.start);
    let whole = phrase.start..condition.whole.end;
    claims.push(Claim {
        premise: Some(condition),
        ..Claim::plain(
            "arranged-if",
            Stance::AcceptsIf,
            held,
            word,
            Target::Phrase(word, phrase),
            words.trim(whole),
        )
    });
}
