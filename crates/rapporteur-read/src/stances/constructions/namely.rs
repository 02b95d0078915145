//! What is wanted is told behind a word that only announces it: "wants something else, namely the farm ministry", "wants
//! one thing: a date", "is after something simpler – a rest of 11 hours".

use rapporteur_lexicon::{Place, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene};

/// How far the mark may stand behind the word that announces.
const FAR: usize = 5;

/// Reads one word: the verb.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(verb) {
        return;
    }
    let Some(blank) = words.child(verb, &[Rel::Obj, Rel::Xcomp]).filter(|&blank| {
        blank > verb
            && (words.lower(blank) == "something"
                || words.lower(blank) == "thing"
                    && (verb + 1..blank).any(|at| matches!(words.lower(at), "one" | "only")))
    }) else {
        return;
    };
    let Some(frame) = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(verb))
        .find(|frame| {
            frame.on.contains(&Place::Object)
                && frame.only.is_none()
                && frame.with.is_empty()
                && matches!(
                    frame.stance,
                    Stance::Demands | Stance::Proposes | Stance::Offers
                )
        })
    else {
        return;
    };
    let sentence = words.sentence(words.sentence_of(verb));
    let Some(mark) = (blank + 1..sentence.end.min(blank + FAR))
        .find(|&at| matches!(words.form(at), ":" | "," | "–" | "—" | "-"))
    else {
        return;
    };
    let light =
        (blank + 1..mark).all(|at| matches!(words.upos(at), Upos::Adv | Upos::Adj | Upos::Pron));
    let namely = words.lower(mark + 1) == "namely";
    let start = mark + 1 + usize::from(namely);
    if !light || start >= sentence.end {
        return;
    }
    // ", too", ", said Brod": no thing.
    let opens = words.upos(start) == Upos::Det && words.lower(start) != "that"
        || words.xpos(start) == Xpos::PrpPoss
        || (namely || words.form(mark) != ",")
            && matches!(words.upos(start), Upos::Adj | Upos::Noun | Upos::Num);
    let Some(head) = (start..sentence.end).find(|&at| {
        words.upos(at) == Upos::Noun
            && words.rel(at) != Rel::Compound
            && words.subtree(at).start <= start
    }) else {
        return;
    };
    let phrase = noun_phrase(scene, head);
    // ", the whole of it": another name.
    let end = (head + 1..phrase.end).find(|&at| words.form(at) == ",");
    let phrase = words.trim(start..end.unwrap_or(phrase.end).max(head + 1));
    let ends = phrase.end >= sentence.end
        || words.upos(phrase.end) == Upos::Punct
        || words.upos(phrase.end) == Upos::Cconj;
    let force = Force::of(words, verb);
    let plain = !force.negated && !force.never && !force.hypothetical && !force.is_modal();
    let held = subject_holders(scene, verb);
    if !opens || !ends || !plain || held.is_empty() {
        return;
    }
    claims.retain(|claim| claim.trigger != verb);
    let from = (words.child(verb, &[Rel::Nsubj]))
        .filter(|&subject| subject < verb)
        .map_or(verb, |subject| words.subtree(subject).start);
    claims.push(Claim {
        outlet: frame.outlet && scene.speaker(verb).is_none(),
        ..Claim::plain(
            "namely",
            frame.stance,
            held,
            verb,
            scene.toward(head, phrase.clone()),
            words.trim(from..phrase.end),
        )
    });
}
