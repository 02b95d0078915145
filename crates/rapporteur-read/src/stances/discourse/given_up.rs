//! What a party gives up that it had wanted itself: "ditched the levy that it had proposed", "will do without the hotline
//! on which it had insisted".

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::{holders, possessors, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::cues::nouns::content;
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Reads every verb of giving up, once the words around it have shown what they show.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for verb in 0..scene.words.len() {
        if gives_up(scene, verb) && !scene.is_void(verb) {
            given_up(scene, verb, claims);
            is_given_up(scene, verb, claims);
        }
    }
}

pub(in crate::stances) fn gives_up(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    words.is_verb(verb)
        && (scene.lexicon.stances)
            .of(StanceWord::Verb, &words.phrasal(verb))
            .any(|frame| frame.stance == Stance::Withdraws && frame.only.is_none())
        || words.lemma(verb) == "do" && words.with_case(verb, &["without"]).next().is_some()
}

fn given_up(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let force = Force::of(words, verb);
    if force.negated || force.never || force.hypothetical {
        return;
    }
    let thing = words
        .object(verb)
        .or_else(|| words.with_case(verb, &["from", "without", "on"]).next());
    let Some((thing, wish)) = thing.and_then(|thing| Some((thing, wished(scene, thing)?))) else {
        return;
    };
    let held = subject_holders(scene, verb);
    let own =
        |other: &crate::stances::Holder| held.iter().any(|holder| holder.party == other.party);
    let wishers = words
        .child(wish, &[Rel::Nsubj])
        .map(|subject| holders(scene, subject))
        .unwrap_or_default();
    if held.is_empty() || !wishers.iter().any(own) || premise(words, verb).is_some() {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    let end = words.subtree(wish).start.max(thing + 1);
    let phrase = words.trim(phrase.start..phrase.end.min(end).max(thing + 1));
    // The wish is of then, and other readings of the verb are of no party that had it.
    claims.retain(|claim| claim.trigger != verb && claim.trigger != wish);
    let evidence = evidence(scene, verb, &phrase, None);
    claims.push(Claim::plain(
        "given-up",
        Stance::Withdraws,
        held,
        verb,
        Target::Phrase(thing, phrase),
        evidence,
    ));
}

/// "Merin's demand for a corridor has been dropped", "a Merinese plan to close the strait was given up": by nobody else,
/// so by whoever had it.
fn is_given_up(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let wish = words.child(verb, &[Rel::NsubjPass]);
    let Some(wish) = wish.filter(|_| words.child(verb, &[Rel::OblAgent]).is_none()) else {
        return;
    };
    let told = (words.children_by(verb, &[Rel::Aux, Rel::AuxPass]))
        .any(|aux| matches!(words.lower(aux), "was" | "were" | "been" | "is" | "are"));
    let force = Force::of(words, verb);
    // What others drop from a text, its author may still want.
    let by_author = matches!(
        &*words.phrasal(verb),
        "drop"
            | "abandon"
            | "withdraw"
            | "give up"
            | "shelve"
            | "ditch"
            | "scrap"
            | "retract"
            | "rescind"
            | "take back"
    ) && words.with_case(verb, &["from"]).next().is_none();
    let is_wish = (scene.lexicon.stances)
        .of(StanceWord::Noun, words.lemma(wish))
        .any(|frame| match frame.stance {
            Stance::Demands | Stance::Opposes => true,
            Stance::Proposes | Stance::Offers => by_author,
            _ => false,
        });
    if !told || !is_wish || force.negated || force.hypothetical || force.is_modal() {
        return;
    }
    let held = possessors(scene, wish);
    if held.is_empty()
        || claims
            .iter()
            .any(|claim| claim.trigger == wish || claim.trigger == verb)
    {
        return;
    }
    for (head, phrase) in content(scene, wish) {
        let whole = words.subtree(wish).start..phrase.end.max(verb + 1);
        claims.push(Claim::plain(
            "given-up",
            Stance::Withdraws,
            held.clone(),
            verb,
            scene.toward(head, phrase),
            words.trim(whole),
        ));
    }
}

/// The verb of wanting in a relative clause: "the levy that it had proposed", "on which it had insisted".
fn wished(scene: &Scene, thing: usize) -> Option<usize> {
    let words = scene.words;
    (words.upos(thing) == Upos::Noun).then_some(())?;
    // "the levy on transit freight that it had proposed": hung on the last noun of the phrase.
    words
        .subtree(thing)
        .filter(|&wish| {
            matches!(words.rel(wish), Rel::AclRelcl)
                && words.head(wish).is_some_and(|noun| {
                    noun == thing || words.rel(noun) == Rel::Nmod && words.head(noun) == Some(thing)
                })
        })
        .find(|&wish| {
            words.is_verb(wish)
                && !Force::of(words, wish).negated
                && (scene.lexicon.stances)
                    .of(StanceWord::Verb, &words.phrasal(wish))
                    .any(|frame| matches!(frame.stance, Stance::Demands | Stance::Proposes))
        })
}

/// "denied the request", "the request was denied": what a verb denies is asked for, not said.
pub(in crate::stances) fn is_request(words: &Words, verb: usize) -> bool {
    (words.children_by(verb, &[Rel::Obj, Rel::NsubjPass])).any(|what| {
        matches!(
            words.lemma(what),
            "request" | "demand" | "plea" | "appeal" | "application" | "petition" | "bid" | "wish"
        )
    })
}
