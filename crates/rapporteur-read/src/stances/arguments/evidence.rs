//! The words that a stance rests on, and the reason they give.

use std::ops::Range;

use rapporteur_model::Manner;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::things::clause;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// From the holder, where it adjoins, to the end of the thing.
pub(in crate::stances) fn evidence(
    scene: &Scene,
    word: usize,
    phrase: &Range<usize>,
    premise: Option<Range<usize>>,
) -> Range<usize> {
    let words = scene.words;
    let mut start = beginning(scene, word);
    if phrase.start < start && words.sentence_of(phrase.start) == words.sentence_of(word) {
        start = phrase.start;
    }
    let mut end = phrase.end.max(verb_end(words, word, phrase));
    if let Some(premise) = premise {
        start = start.min(premise.start);
        end = end.max(premise.end);
    }
    words.trim(start..end)
}

/// "A levy Brod ruled | out", "The second of these she let | drop", "was turned | down": with what the verb ends, where its
/// thing stands first.
fn verb_end(words: &Words, word: usize, phrase: &Range<usize>) -> usize {
    let next = word + 1;
    let ends = phrase.end <= word
        && next < words.len()
        && words.head(next) == Some(word)
        && match words.rel(next) {
            Rel::CompoundPrt | Rel::Xcomp => true,
            Rel::Advmod => matches!(
                words.lower(next),
                "back" | "down" | "out" | "off" | "aside" | "away" | "up"
            ),
            _ => false,
        };
    if ends { next + 1 } else { next }
}

/// Where a verb begins: at its subject, at the verb that it completes, or at its first auxiliary.
pub(in crate::stances) fn beginning(scene: &Scene, word: usize) -> usize {
    let words = scene.words;
    let subject = words
        .child(word, &[Rel::Nsubj, Rel::NsubjPass])
        .filter(|&subject| subject < word);
    match subject {
        Some(subject) => words.subtree(subject).start,
        None => governing(scene, word).map_or_else(
            || with_auxiliaries(words, word),
            |verb| beginning(scene, verb),
        ),
    }
}

/// "Brod continued to back it", "remains opposed to it", "has stopped asking for it": the verb that the word completes.
fn governing(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    words.head(word).filter(|&verb| {
        (words.rel(word) == Rel::Xcomp
            || words.rel(word) == Rel::Advcl && words.lower(verb + 1) == "to")
            && verb < word
            && (words.is_verb(verb)
                || words.upos(verb) == Upos::Aux
                || words.child(verb, &[Rel::Cop]).is_some())
            && (verb + 1..word).all(|at| {
                words.lower(at) == "to"
                    || matches!(words.upos(at), Upos::Adv | Upos::Part)
                    // "gave up asking"
                    || words.rel(at) == Rel::CompoundPrt
            })
    })
}

/// "… and | would not pay", "… and | never paid": where a verb begins whose subject stands elsewhere.
fn with_auxiliaries(words: &Words, verb: usize) -> usize {
    words
        .children_by(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        .chain(words.negation(verb))
        .filter(|&aux| {
            aux < verb
                && (aux..verb).all(|at| {
                    words.negation(verb) == Some(at)
                        || matches!(
                            words.upos(at),
                            Upos::Aux | Upos::Adv | Upos::Part | Upos::Adp
                        )
                })
        })
        .min()
        .unwrap_or(verb)
}

/// "as surrender", "because …", "saying …": why.
pub(in crate::stances) fn reason(scene: &Scene, word: usize) -> Option<Range<usize>> {
    let words = scene.words;
    let as_phrase = words
        .with_case(word, &["as"])
        .find(|&at| at > word)
        .map(|at| {
            let range = words.subtree(at);
            words.trim(range.start + 1..range.end)
        });
    as_phrase
        .or_else(|| {
            words
                .children_by(word, &[Rel::Advcl])
                .find(|&clause| {
                    words.children(clause).any(|mark| {
                        words.rel(mark) == Rel::Mark
                            && matches!(words.lemma(mark), "because" | "since" | "as")
                    })
                })
                .map(|head| clause(scene, head))
        })
        .filter(|range| !range.is_empty())
}

/// "Its red line is the court; all else can be talked about": what stands behind a semicolon is no part of the thing.
pub fn stop_at_semicolons(scene: &Scene, claims: &mut [Claim]) {
    let words = scene.words;
    for claim in claims {
        if let Target::Phrase(head, phrase) = &mut claim.on
            && let Some(stop) = (*head + 1..phrase.end).find(|&at| words.form(at) == ";")
            && !words.is_verb(*head)
        {
            if claim.evidence.end == phrase.end {
                claim.evidence.end = stop.max(claim.trigger + 1);
            }
            phrase.end = stop;
        }
    }
}

/// "We will not hand over the port," Lena Farr, its minister, said: what is told ends where the quotation does.
fn clip_end(scene: &Scene, claim: &mut Claim, quoted: &Range<usize>) {
    let words = scene.words;
    let closes = words.form(quoted.end).contains(['"', '”', '’'])
        || words.form(quoted.end) == "," && words.form(quoted.end + 1).contains(['"', '”', '’'])
        || (quoted.end > 0) && words.form(quoted.end - 1).contains(['"', '”', '’']);
    if !closes {
        return;
    }
    let clip = |range: &mut Range<usize>| {
        let inside = quoted.contains(&range.start) && range.end > quoted.end;
        // Words in between are passed over where the quotation goes on.
        let goes_on = (quoted.end + 1..range.end)
            .skip(1)
            .any(|at| words.form(at).contains(['"', '“', '”']));
        if inside && !goes_on {
            *range = words.trim(range.start..quoted.end);
        }
    };
    if let Target::Phrase(head, phrase) = &mut claim.on
        && quoted.contains(head)
    {
        clip(phrase);
    }
    if claim.premise.is_none() {
        clip(&mut claim.evidence);
    }
}

/// Ada Brun, on her way in: "We'll sign if they pay": what is said in quotation marks ends where they do.
pub fn keep_to_quotations(scene: &Scene, claims: &mut [Claim]) {
    for claim in claims {
        let quoted = (scene.statements.around(claim.trigger))
            .map(|index| &scene.statements.all[index])
            .filter(|statement| statement.manner == Manner::Direct)
            .flat_map(|statement| statement.content.iter())
            .find(|content| content.contains(&claim.trigger));
        let Some(quoted) = quoted else { continue };
        clip_end(scene, claim, quoted);
        let clip = |range: &mut Range<usize>| {
            if range.start < quoted.start && quoted.start < range.end {
                range.start = quoted.start;
            }
        };
        // What hangs on the quotation over its mark is none of it: the deed alone is told.
        let outside = matches!(&claim.on, Target::Phrase(_, phrase)
            if phrase.end < quoted.start
                && (phrase.end..quoted.start).any(|at| scene.words.form(at) == ":"));
        if outside {
            let end = (claim.premise.as_ref())
                .filter(|premise| premise.whole.start > claim.trigger)
                .map_or(quoted.end, |premise| premise.whole.start);
            let end = end.min(
                scene
                    .words
                    .sentence(scene.words.sentence_of(claim.trigger))
                    .end,
            );
            let phrase = scene.words.trim(claim.trigger..end);
            clip(&mut claim.evidence);
            claim.on = Target::Phrase(claim.trigger, phrase);
        } else if let Target::Phrase(head, phrase) = &mut claim.on
            && phrase.contains(&claim.trigger)
        {
            clip(phrase);
            *head = (*head).max(phrase.start);
            clip(&mut claim.evidence);
        }
    }
}
