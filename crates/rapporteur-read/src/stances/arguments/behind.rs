//! Things behind what is told besides: "is open, its envoy said, to a pause", "objected, as did Orveth, to a pause",
//! "agreed in principle on Thursday to a pause".

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceFrame};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::stances::modality::wanted::is_wanted;
use crate::words::Words;

/// The longest aside, in words.
const LONGEST: usize = 16;

/// The thing of a word that has none of its own, behind an aside or a day.
pub(in crate::stances) fn behind_aside(
    scene: &Scene,
    word: usize,
    frame: &StanceFrame,
) -> Option<(usize, Range<usize>)> {
    behind_phrase(scene, word, frame).or_else(|| {
        closings(scene, word)
            .into_iter()
            .find_map(|at| thing_at(scene, word, frame, at))
    })
}

/// Where a noun's own words go on behind an aside: "voiced support, at a meeting in Brod, | for a levy"; or behind a day:
/// "its opposition on Monday | to the clause".
pub(in crate::stances) fn goes_on(scene: &Scene, noun: usize, start: usize) -> bool {
    let words = scene.words;
    let start = start + usize::from(words.form(start) == ",");
    let dated = (scene.dates.0.iter()).any(|date| {
        date.words.end == start && date.words.start <= noun + 2 && date.words.start > noun
    });
    dated || closings(scene, noun).contains(&start)
}

/// The words behind each mark that can close the aside which opens right behind a word, or behind the adverb after it.
fn closings(scene: &Scene, word: usize) -> Vec<usize> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(word)).end;
    let open = (word + 1..end.min(word + 3)).find(|&at| !matches!(words.upos(at), Upos::Adv));
    let Some(open) = open.filter(|&open| matches!(words.form(open), "," | "–" | "—")) else {
        return Vec::new();
    };
    let mark = words.form(open);
    (open + 2..end.min(open + LONGEST))
        .take_while(|&at| !matches!(words.form(at), ";" | ":" | "\"" | "“" | "”"))
        .filter(|&at| words.form(at) == mark && at + 1 < end)
        .map(|at| at + 1)
        .collect()
}

/// The thing that begins at a word, where the frame takes what begins so.
fn thing_at(
    scene: &Scene,
    word: usize,
    frame: &StanceFrame,
    at: usize,
) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let head = words.head(at).filter(|&head| head > at);
    frame.on.iter().find_map(|place| match place {
        place if preposition(place) == Some(words.lower(at)) && words.rel(at) == Rel::Case => {
            let head = head.filter(|&head| {
                matches!(words.upos(head), Upos::Noun | Upos::Num | Upos::Propn)
                    && scene.dates.at(head).is_none()
                    && scene.entities.actor(head).is_none()
            })?;
            Some((head, noun_phrase(scene, head)))
        }
        Place::That if words.lower(at) == "that" => {
            let head = head.filter(|&head| {
                words.rel(at) == Rel::Mark && is_wanted(scene, head) && words.is_verb(head)
            })?;
            Some((head, clause(scene, head)))
        }
        Place::To if words.lower(at) == "to" => {
            let head =
                head.filter(|&head| words.rel(at) == Rel::Mark && words.xpos(head) == Xpos::Vb)?;
            Some((head, clause(scene, head)))
        }
        Place::Object if is_parallel(scene, word) => object_at(scene, at),
        _ => None,
    })
}

/// "rejected, as it had in March, a pause": an aside that cannot have the thing for itself.
fn is_parallel(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    matches!(
        words.lower(word + 2),
        "as" | "like" | "in" | "at" | "for" | "after" | "with" | "once" | "not" | "yet" | "despite"
    ) || words.lower(word + 2) == "to" && is_felt(words, word + 3)
}

/// "to nobody's surprise", "to the dismay of Brod", "to general applause": how it was taken.
fn is_felt(words: &Words, from: usize) -> bool {
    (from..words.len().min(from + 5))
        .take_while(|&at| words.form(at) != ",")
        .any(|at| {
            matches!(
                words.lemma(at),
                "surprise"
                    | "dismay"
                    | "delight"
                    | "relief"
                    | "annoyance"
                    | "amazement"
                    | "astonishment"
                    | "consternation"
                    | "chagrin"
                    | "alarm"
                    | "irritation"
                    | "applause"
                    | "fury"
                    | "satisfaction"
            )
        })
}

/// A noun phrase that begins at a word and ends its clause.
fn object_at(scene: &Scene, at: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    if words.upos(at) != Upos::Det && words.xpos(at) != Xpos::PrpPoss {
        return None;
    }
    let head = words.head(at).filter(|&head| {
        head > at && words.upos(head) == Upos::Noun && words.subtree(head).start + 1 >= at
    })?;
    let plain = words
        .child(head, &[Rel::Nsubj, Rel::Cop, Rel::Case])
        .is_none()
        && !matches!(words.rel(head), Rel::Nsubj | Rel::NsubjPass)
        && scene.entities.actor(head).is_none();
    let phrase = noun_phrase(scene, head);
    let closes = phrase.end >= words.sentence(words.sentence_of(at)).end - 1
        || words.upos(phrase.end) == Upos::Punct;
    (plain && closes).then_some((head, phrase))
}

/// Nouns of how something is made known: what stands behind them with "for" is asked for.
const TOLD_IN: &[&str] = &[
    "address",
    "speech",
    "letter",
    "statement",
    "interview",
    "message",
    "note",
    "communique",
    "communiqué",
    "declaration",
    "circular",
    "editorial",
    "debate",
    "vain",
    "unison",
    "memorandum",
];

/// "agreed in principle on Thursday to a common centre", "called in an address on Thursday for a levy": hung on the phrase
/// between, which tells how or when.
fn behind_phrase(scene: &Scene, word: usize, frame: &StanceFrame) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let told_in = |between: usize| TOLD_IN.contains(&words.lemma(between));
    let how = |between: usize| {
        between > word
            && (told_in(between)
                || matches!(
                    words.lemma(between),
                    "principle"
                        | "writing"
                        | "turn"
                        | "substance"
                        | "part"
                        | "full"
                        | "public"
                        | "private"
                        | "advance"
                )
                || scene.dates.at(between).is_some())
    };
    let nested = |between: usize| {
        (words.children_by(between, &[Rel::Nmod, Rel::NmodUnmarked]))
            .filter(move |&inner| inner > between)
    };
    (words.children_by(word, &[Rel::Obl, Rel::OblUnmarked]))
        .filter(|&between| how(between))
        .flat_map(|between| std::iter::once(between).chain(nested(between).filter(|&at| how(at))))
        .find_map(|between| {
            (frame.on.iter().filter_map(preposition))
                .filter(|&preposition| preposition != "of")
                // "objected in a letter to the board": who gets it.
                .filter(|&preposition| preposition == "for" || !told_in(between))
                .find_map(|preposition| {
                    words
                        .with_case(between, &[preposition])
                        .find(|&thing| thing > between && scene.dates.at(thing).is_none())
                        .map(|thing| (thing, noun_phrase(scene, thing)))
                })
        })
}

/// The preposition of a place; the place of an infinitive is one of nouns too ("open to talk", "open to talks").
fn preposition(place: &Place) -> Option<&str> {
    match place {
        Place::Preposition(preposition) => Some(preposition),
        Place::To => Some("to"),
        _ => None,
    }
}
