//! Nouns of feeling and of yes and no that a light verb carries, without saying of what: "Orveth has doubts", "Brod voiced
//! misgivings", "Tolsk gave its consent", "Merin has no objection". They answer what was told before.

use rapporteur_model::Stance;
use rapporteur_syntax::Upos;

use crate::stances::Scene;

/// Whether a word, by its form, is a verb that carries such a noun: trees take "voiced misgivings" for a noun phrase.
fn carries(form: &str) -> bool {
    matches!(
        form,
        "has"
            | "have"
            | "had"
            | "harbours"
            | "harbors"
            | "harbour"
            | "harboured"
            | "harbored"
            | "nurses"
            | "nursed"
            | "keeps"
            | "kept"
            | "retains"
            | "voiced"
            | "voices"
            | "voice"
            | "expressed"
            | "expresses"
            | "express"
            | "raised"
            | "raises"
            | "raise"
            | "aired"
            | "airs"
            | "air"
            | "registered"
            | "registers"
            | "signalled"
            | "signaled"
            | "signals"
            | "declared"
            | "declares"
            | "lodged"
            | "lodges"
            | "entered"
            | "enters"
            | "made"
            | "makes"
            | "gave"
            | "gives"
            | "given"
            | "give"
            | "showed"
            | "shows"
            | "shown"
            | "conveyed"
            | "conveys"
            | "stated"
            | "states"
            | "admitted"
            | "admits"
            | "professed"
            | "professes"
            | "sounded"
            | "sounds"
            | "struck"
            | "granted"
            | "grants"
            | "signified"
            | "indicated"
    )
}

/// What each noun shows.
const NOUNS: &[(&str, Stance)] = &[
    ("doubt", Stance::Concerned),
    ("misgiving", Stance::Concerned),
    ("reservation", Stance::Concerned),
    ("qualm", Stance::Concerned),
    ("concern", Stance::Concerned),
    ("worry", Stance::Concerned),
    ("scepticism", Stance::Concerned),
    ("skepticism", Stance::Concerned),
    ("unease", Stance::Concerned),
    ("disquiet", Stance::Concerned),
    ("caution", Stance::Concerned),
    ("alarm", Stance::Concerned),
    ("dismay", Stance::Concerned),
    ("disappointment", Stance::Concerned),
    ("displeasure", Stance::Concerned),
    ("objection", Stance::Opposes),
    ("opposition", Stance::Opposes),
    ("disagreement", Stance::Opposes),
    ("dissent", Stance::Opposes),
    ("refusal", Stance::Rejects),
    ("consent", Stance::Accepts),
    ("assent", Stance::Accepts),
    ("agreement", Stance::Accepts),
    ("acceptance", Stance::Accepts),
    ("approval", Stance::Accepts),
    ("blessing", Stance::Accepts),
    ("go-ahead", Stance::Accepts),
    ("support", Stance::Supports),
    ("backing", Stance::Supports),
    ("endorsement", Stance::Supports),
    ("approbation", Stance::Supports),
    ("enthusiasm", Stance::Supports),
    ("interest", Stance::Open),
    ("openness", Stance::Open),
    ("willingness", Stance::Open),
];

/// The stance that a verb with such a noun shows, where nothing follows that it would be about, and where the noun ends.
pub(in crate::stances) fn aired(scene: &Scene, verb: usize) -> Option<(Stance, usize)> {
    let words = scene.words;
    if !carries(words.lower(verb)) {
        return None;
    }
    let end = words.sentence(words.sentence_of(verb)).end;
    let noun = (verb + 1..end.min(verb + 6))
        .take_while(|&at| {
            matches!(
                words.upos(at),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Pron | Upos::Adv | Upos::Num
            )
        })
        .find(|&at| words.upos(at) == Upos::Noun && words.upos(at + 1) != Upos::Noun)?;
    let stance = (NOUNS.iter())
        .find(|(known, _)| *known == words.lemma(noun))
        .map(|(_, stance)| *stance)?;
    let bare = noun + 1 >= end
        || matches!(words.upos(noun + 1), Upos::Punct | Upos::Cconj)
        // "gave its consent on Friday"
        || scene.dates.begins_in(&(noun + 1..end.min(noun + 3)));
    // "had doubts" may be long past; so may "had raised objections".
    let light = matches!(words.lower(verb), "has" | "have" | "had");
    let gives = matches!(
        words.lower(verb),
        "gave"
            | "gives"
            | "given"
            | "give"
            | "granted"
            | "grants"
            | "signalled"
            | "signaled"
            | "signified"
            | "signals"
            | "indicated"
            | "expressed"
            | "expresses"
            | "voiced"
            | "declared"
    );
    let fits = match stance {
        Stance::Accepts | Stance::Supports | Stance::Rejects => gives,
        Stance::Open => gives || matches!(words.lower(verb), "showed" | "shows" | "shown"),
        _ => !gives || words.lemma(verb) != "give" && !words.lower(verb).starts_with("grant"),
    };
    if !bare || !fits {
        return None;
    }
    let none = (verb + 1..noun).any(|at| matches!(words.lemma(at), "no" | "few" | "little"));
    match (none, stance) {
        (false, _) => Some((stance, noun + 1)),
        (true, Stance::Opposes) if light || words.lemma(verb) == "raise" => {
            Some((Stance::Open, noun + 1))
        }
        _ => None,
    }
}
