//! Refusals on behalf of everybody: "nobody in Orveth would sign such a treaty, its envoy said", "no government in Orveth
//! could accept that".

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, is_claimed};

/// Reads one word: a verb of accepting whose subject is nobody of a party.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(word) || is_claimed(scene, claims, word) {
        return;
    }
    let Some(nobody) = (words.child(word, &[Rel::Nsubj])).filter(|&nobody| {
        nobody < word
            && (matches!(words.lower(nobody), "nobody" | "none" | "no-one" | "one")
                && (words.lower(nobody) != "one" || nobody > 0 && words.lower(nobody - 1) == "no")
                || words
                    .child(nobody, &[Rel::Det])
                    .is_some_and(|no| words.lower(no) == "no"))
    }) else {
        return;
    };
    let accepts = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(word))
        .any(|frame| {
            matches!(frame.stance, Stance::Accepts | Stance::Supports) && frame.only.is_none()
        });
    let force = Force::of(words, word);
    let modal = matches!(
        force.modal.as_deref(),
        Some("will" | "would" | "can" | "could")
    );
    let party = words
        .with_case(nobody, &["in", "of", "from", "on", "at"])
        .next();
    let (Some(party), Some(thing)) = (party, words.object(word)) else {
        return;
    };
    let held = holders(scene, party);
    let own = Holder::speaking(scene, word)
        .is_some_and(|speaker| held.iter().any(|one| one.party == speaker.party));
    if !accepts || !modal || !own {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    let rests_on = evidence(scene, word, &phrase, None);
    claims.push(Claim::plain(
        "nobody-would",
        Stance::Rejects,
        held,
        word,
        scene.toward(thing, phrase),
        rests_on,
    ));
}
