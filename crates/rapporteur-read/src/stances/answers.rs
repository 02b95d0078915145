//! Answers without a thing of their own: "the rebels agreed", "Orveth is in favour", "the company jumped at it". What
//! they answer is what was last put forward by somebody else, in the same sentence or the one before.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::force::{Force, premise};
use super::holders::{Holder, subject_holders};
use super::things::noun_phrase;
use super::{Claim, Scene, Target};
use crate::words::Words;

/// Verbs and adjectives that answer by themselves.
const VERDICTS: &[(&str, Stance)] = &[
    ("agree", Stance::Accepts),
    ("accept", Stance::Accepts),
    ("concur", Stance::Accepts),
    ("consent", Stance::Accepts),
    ("assent", Stance::Accepts),
    ("oblige", Stance::Accepts),
    ("refuse", Stance::Rejects),
    ("decline", Stance::Rejects),
    ("balk", Stance::Opposes),
    ("baulk", Stance::Opposes),
    ("object", Stance::Opposes),
    ("oppose", Stance::Opposes),
    ("demur", Stance::Opposes),
    ("disagree", Stance::Opposes),
    ("bristle", Stance::Opposes),
    ("dissent", Stance::Opposes),
    ("opposed", Stance::Opposes),
    ("against", Stance::Opposes),
    ("favour", Stance::Supports),
    ("favor", Stance::Supports),
    ("enthusiastic", Stance::Supports),
    ("supportive", Stance::Supports),
    ("sceptical", Stance::Concerned),
    ("skeptical", Stance::Concerned),
    ("unconvinced", Stance::Concerned),
    ("unimpressed", Stance::Concerned),
    ("lukewarm", Stance::Concerned),
    ("wary", Stance::Concerned),
    ("uneasy", Stance::Concerned),
    ("hesitant", Stance::Concerned),
];

/// Adds what bare verdicts answer, and gives "it" and "that" the thing they stand for.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut more: Vec<Claim> = Vec::new();
    for word in 0..scene.words.len() {
        let Some(stance) = verdict(scene, word).filter(|_| !scene.is_void(word)) else {
            continue;
        };
        if claims
            .iter()
            .any(|claim| claim.trigger == word && claim.on != Target::Nothing)
        {
            continue;
        }
        let held = subject_holders(scene, word);
        if held.is_empty() {
            continue;
        }
        let Some(before) = put_forward(scene, claims, word, &held) else {
            continue;
        };
        let words = scene.words;
        let start = words
            .child(word, &[Rel::Nsubj])
            .map_or(word, |subject| words.subtree(subject).start);
        let premise = premise(words, word);
        let end = premise
            .as_ref()
            .map_or(word + 1, |premise| premise.whole.end.max(word + 1));
        more.push(Claim {
            stance: match (&premise, stance) {
                (Some(_), Stance::Accepts | Stance::Supports) => Stance::AcceptsIf,
                _ => stance,
            },
            holders: held,
            trigger: word,
            rule: "answer".into(),
            on: before.on.clone(),
            premise,
            reason: None,
            outlet: words.upos(word) != Upos::Verb,
            evidence: words.trim(start.min(word)..end),
            via: before.via,
        });
    }
    claims.extend(more);
    let resolved: Vec<(usize, Target)> = claims
        .iter()
        .enumerate()
        .filter_map(|(index, claim)| {
            let Target::Phrase(head, phrase) = &claim.on else {
                return None;
            };
            if phrase.len() != 1 || !is_pronoun(scene.words, *head) {
                return None;
            }
            if let Some(about) = said_of(scene, claim.trigger) {
                return Some((index, about));
            }
            let before = put_forward(scene, claims, claim.trigger, &claim.holders)?;
            Some((index, before.on.clone()))
        })
        .collect();
    for (index, on) in resolved {
        claims[index].on = on;
    }
}

/// "This is a red line," she said of the levy: what "this" is.
fn said_of(scene: &Scene, word: usize) -> Option<Target> {
    let words = scene.words;
    let statements = &scene.statements;
    let cue = (statements.around(word).into_iter())
        .find_map(|index| statements.all[index].cue_head)
        .filter(|&cue| words.is_verb(cue))?;
    let thing = words
        .with_case(cue, &["of", "about"])
        .find(|&thing| thing > cue && scene.entities.actor(thing).is_none())?;
    Some(scene.toward(thing, noun_phrase(scene, thing)))
}

fn is_pronoun(words: &Words, word: usize) -> bool {
    matches!(words.upos(word), Upos::Pron | Upos::Det | Upos::Sconj)
        && matches!(
            words.lemma(word),
            "it" | "that" | "this" | "they" | "them" | "these" | "those"
        )
}

/// The last thing put forward before a word by somebody other than those who answer.
fn put_forward<'a>(
    scene: &Scene,
    claims: &'a [Claim],
    word: usize,
    held: &[Holder],
) -> Option<&'a Claim> {
    let words = scene.words;
    let sentence = words.sentence_of(word);
    claims
        .iter()
        .filter(|claim| claim.trigger < word && claim.evidence.start < word)
        .filter(|claim| words.sentence_of(claim.trigger) + 1 >= sentence)
        .filter(|claim| {
            matches!(
                claim.stance,
                Stance::Proposes | Stance::Demands | Stance::Offers
            )
        })
        .filter(|claim| match &claim.on {
            Target::Phrase(head, _) => !is_pronoun(words, *head),
            Target::Proposal(_) => true,
            Target::Nothing => false,
        })
        .filter(|claim| {
            !claim
                .holders
                .iter()
                .any(|holder| held.iter().any(|answering| answering.party == holder.party))
        })
        .max_by_key(|claim| claim.trigger)
}

/// The verdict that a word gives by itself, without anything that it would be about.
fn verdict(scene: &Scene, word: usize) -> Option<Stance> {
    let words = scene.words;
    let says = says(words, word);
    let bare = says.is_some()
        || !words.children(word).any(|child| {
            child > word
                && matches!(
                    words.rel(child),
                    Rel::Obj
                        | Rel::Iobj
                        | Rel::Xcomp
                        | Rel::Ccomp
                        | Rel::Obl
                        | Rel::Nmod
                        | Rel::Acl
                        | Rel::AclRelcl
                        | Rel::Parataxis
                )
                && !words
                    .children_by(child, &[Rel::Case])
                    .any(|case| matches!(words.lemma(case), "in" | "after" | "during" | "at"))
                && !words.text_of(child..child + 1).contains("day")
        });
    let apart = words.rel(word) == Rel::Advcl && {
        let start = words.subtree(word).start;
        let first = (start..word)
            .find(|&at| words.upos(at) != Upos::Punct)
            .unwrap_or(word);
        (start..=first).any(|at| words.form(at) == ";") || start > 0 && words.form(start - 1) == ";"
    };
    if !bare
        || !apart && words.rel(word) == Rel::Advcl
        || matches!(
            words.rel(word),
            Rel::Xcomp | Rel::Acl | Rel::AclRelcl | Rel::Amod | Rel::Compound
        )
    {
        return None;
    }
    let force = Force::of(words, word);
    if force.hypothetical || force.never || force.no_longer {
        return None;
    }
    let stance = match says {
        Some(stance) => stance,
        None => {
            let predicate = words.child(word, &[Rel::Cop]).is_some();
            let verbal = words.is_verb(word)
                && !words.is_passive(word)
                && matches!(
                    words.xpos(word),
                    Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn
                );
            if !predicate && !verbal {
                return None;
            }
            let form = words.lower(word);
            let known = |key: &str| {
                VERDICTS
                    .iter()
                    .find(|(verdict, _)| *verdict == key)
                    .map(|(_, stance)| *stance)
            };
            let found = if verbal { words.lemma(word) } else { form };
            known(found)?
        }
    };
    // "would agree", "did not object": no answer yet, or another one.
    match (force.negated, force.is_modal(), stance) {
        (false, false, _) => Some(stance),
        (true, false, Stance::Opposes) if words.lemma(word) == "object" => Some(Stance::Open),
        (true, false, Stance::Accepts) if force.is_refusal() => Some(Stance::Rejects),
        _ => None,
    }
}

/// "said yes", "says no": the answer itself.
fn says(words: &Words, word: usize) -> Option<Stance> {
    if !words.is_verb(word) || !matches!(words.lemma(word), "say" | "answer" | "reply") {
        return None;
    }
    let next = word + 1;
    let stop = next + 1 >= words.len() || words.upos(next + 1) == Upos::Punct;
    match words
        .form((next).min(words.len() - 1))
        .to_lowercase()
        .as_str()
    {
        "yes" if stop => Some(Stance::Accepts),
        "no" if stop => Some(Stance::Rejects),
        _ => None,
    }
}
