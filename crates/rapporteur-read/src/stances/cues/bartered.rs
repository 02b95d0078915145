//! What is given for what: "would free 12 soldiers against 60 of its own fighters".

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::Scene;
use crate::stances::modality::force::{Premise, PremiseKind};

/// Verbs of giving one thing for another.
const BARTERS: &[&str] = &[
    "free",
    "release",
    "swap",
    "exchange",
    "trade",
    "hand over",
    "give up",
    "return",
    "surrender",
    "lift",
    "drop",
    "waive",
    "cede",
    "withdraw",
    "reopen",
    "admit",
    "accept",
    "grant",
];

/// The other half of a barter, behind "against": what is counted, or somebody's own.
pub(in crate::stances) fn against(scene: &Scene, verb: usize) -> Option<Premise> {
    let words = scene.words;
    let object = words.child(verb, &[Rel::Obj])?;
    if !BARTERS.contains(&&*words.phrasal(verb)) {
        return None;
    }
    // "would trade the port for a seat", "would free 12 soldiers against 60 fighters"
    let swaps = matches!(words.lemma(verb), "swap" | "trade" | "exchange");
    // "would trade its consent for a seat": tied to the seat.
    let consent = (scene
        .lexicon
        .stances
        .of(StanceWord::Noun, words.lemma(object)))
    .any(|frame| matches!(frame.stance, Stance::Accepts | Stance::Supports));
    if swaps && consent {
        return None;
    }
    let lead = if swaps { "for" } else { "against" };
    let price = [verb, object]
        .into_iter()
        .find_map(|at| words.with_case(at, &[lead]).find(|&price| price > object))?;
    let whole = words.trim(words.subtree(price));
    let counted = (whole.clone())
        .any(|at| words.upos(at) == Upos::Num || matches!(words.lower(at), "own" | "all"))
        // "would return the base against a veto over its use"
        || matches!(words.lower(whole.start + 1), "a" | "an")
            && words.upos(price) == Upos::Noun;
    let first = whole.start + usize::from(words.lower(whole.start) == lead);
    // "for a year": how long.
    let lasts = swaps && (scene.dates.0.iter()).any(|date| date.words.contains(&price));
    ((counted || swaps) && !lasts && first < whole.end).then_some(Premise {
        kind: PremiseKind::Exchange,
        words: first..whole.end,
        head: price,
        whole,
    })
}

/// Nouns behind which "against" tells whom or what they are meant for.
const AIMED: &[&str] = &[
    "sanction",
    "measure",
    "vote",
    "complaint",
    "claim",
    "case",
    "action",
    "guarantee",
    "insurance",
    "protection",
    "safeguard",
    "campaign",
    "war",
    "strike",
    "tariff",
    "veto",
    "ban",
    "decision",
    "move",
    "fight",
    "charge",
    "appeal",
    "protest",
    "allegation",
    "accusation",
    "threat",
    "attack",
    "offensive",
    "lawsuit",
    "suit",
    "objection",
    "argument",
    "resolution",
    "embargo",
    "step",
    "operation",
    "penalty",
    "levy",
    "duty",
    "verdict",
    "ruling",
    "law",
    "rule",
];

/// What one would accept something for: "would accept a shorter term against a seat on the board".
pub(in crate::stances) fn price(scene: &Scene, verb: usize) -> Option<Premise> {
    let words = scene.words;
    let object = words
        .child(verb, &[Rel::Obj, Rel::Obl])
        .filter(|&object| object > verb)?;
    let aimed = AIMED.contains(&words.lemma(object));
    let price = [Some(verb), (!aimed).then_some(object)]
        .into_iter()
        .flatten()
        .flat_map(|at| words.with_case(at, &["against"]))
        .find(|&price| price > object)?;
    let whole = words.trim(words.subtree(price));
    let first = whole.start + usize::from(words.lower(whole.start) == "against");
    let given = matches!(words.lower(first), "a" | "an")
        || (whole.clone()).any(|at| words.upos(at) == Upos::Num);
    (given && words.upos(price) != Upos::Propn && first < whole.end).then_some(Premise {
        kind: PremiseKind::Exchange,
        words: first..whole.end,
        head: price,
        whole,
    })
}
