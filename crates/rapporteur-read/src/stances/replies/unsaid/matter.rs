//! What was kept back: behind the words ("whether it would sign", "on the levy"), before them ("On the levy she …"), in
//! the question that they answer, or what others have just put forward.

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::{Matter, Silence};
use crate::entities::EntityKind;
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::matter::{last, put_forward};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::replies::asked::Asked;
use crate::stances::replies::evasions::{
    is_answer_to, is_fact, is_of_stance, is_press, is_willed, named,
};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// How far before the words their topic may begin.
const FAR: usize = 40;

/// Nouns that name what was asked, and nothing by themselves.
const POINTERS: &[&str] = &[
    "answer",
    "one",
    "issue",
    "matter",
    "point",
    "proposal",
    "question",
    "request",
    "score",
    "subject",
    "topic",
    "idea",
    "suggestion",
    "query",
];

/// Nouns of a position, which say nothing of what it is toward.
const POSITIONS: &[&str] = &[
    "attitude",
    "decision",
    "hand",
    "intention",
    "opinion",
    "position",
    "preference",
    "stance",
    "stand",
    "thinking",
    "verdict",
    "view",
];

/// What stands behind the words.
enum Behind {
    /// A question in words, or a phrase.
    Named(Target, usize),
    /// "on that": what was named before.
    Back(usize),
    /// Nothing of it.
    Nothing,
    /// Something that is no matter of a position.
    Other,
}

/// What a silence is about, and where its words end.
pub(super) fn matter(
    scene: &Scene,
    asked: &[Asked],
    claims: &[Claim],
    silence: &Silence,
    held: &[Holder],
) -> Matter {
    let words = scene.words;
    let (back, end) = match behind(scene, silence, silence.end, held) {
        // "said nothing of the kind", "passed to the right"
        Behind::Named(on, end)
            if !silence.idle
                && (!silence.silent || silence.strong || is_hushed(words, silence)) =>
        {
            return Some((on, end));
        }
        Behind::Named(..) => return None,
        Behind::Back(end) => (true, end),
        Behind::Nothing => (false, silence.end),
        Behind::Other => return None,
    };
    if let Some(on) = before(scene, silence).filter(|_| !silence.idle && !silence.later) {
        return Some((on, end));
    }
    let question = (asked.iter())
        .filter(|question| is_answer_to(scene, question, silence.verb))
        .find(|question| is_of_stance(scene, question));
    if let Some(question) = question {
        return Some((phrase(scene, named(scene, question))?, end));
    }
    if let Some(on) = put_before(scene, silence) {
        return Some((on, end));
    }
    let back = back || opens_with_that(words, silence);
    if silence.idle || silence.later {
        return None;
    }
    if replies(words, silence) && !back {
        let put = put_forward(scene, claims, silence.verb, held)?;
        return Some((put.on.clone(), end));
    }
    // "The ministry would not be drawn": on what others have just put forward.
    if silence.refused && !back {
        let put = put_forward(scene, claims, silence.verb, held)?;
        return Some((put.on.clone(), end));
    }
    if (!silence.strong || silence.lacking) && !back {
        return None;
    }
    Some((spoken_of(scene, claims, silence, held, back)?, end))
}

/// "gave no answer", "made no promise": what somebody else has just put forward is not answered.
fn replies(words: &Words, silence: &Silence) -> bool {
    silence.lacking
        && (silence.verb..silence.end).any(|at| {
            matches!(
                words.lemma(at),
                "answer" | "reply" | "response" | "reaction" | "commitment"
            )
        })
}

/// What a reserve without a matter of its own is about: what others have taken a stand on, a text that was named; else
/// what the sentence before was about.
fn spoken_of(
    scene: &Scene,
    claims: &[Claim],
    silence: &Silence,
    held: &[Holder],
    back: bool,
) -> Option<Target> {
    let words = scene.words;
    if let Some((on, _)) =
        crate::stances::arguments::matter::matter(scene, claims, silence.verb, held)
    {
        return Some(on);
    }
    if let Some(any) = last(scene, claims, silence.verb, &[], |_| true) {
        return Some(any.on.clone());
    }
    let sentence = words.sentence_of(silence.verb).checked_sub(1)?;
    let noun = (words.sentence(sentence)).rev().find(|&at| {
        back && words.upos(at) == Upos::Noun
            && matches!(words.rel(at), Rel::Obj | Rel::Nsubj | Rel::Obl)
            && scene.entities.actor(at).is_none()
            && !(scene.dates.0.iter()).any(|date| date.words.contains(&at))
    })?;
    phrase(scene, noun_phrase(scene, noun))
}

/// "To that he would say neither yes nor no", "On this she gave no view".
fn opens_with_that(words: &Words, silence: &Silence) -> bool {
    let start = words.sentence(words.sentence_of(silence.verb)).start;
    matches!(words.lower(start), "on" | "to" | "about")
        && start + 1 < silence.first
        && points_back(words, start + 1)
}

/// "kept silent on the levy", "has been quiet about it".
fn is_hushed(words: &Words, silence: &Silence) -> bool {
    match words.lemma(silence.verb) {
        "keep" | "stay" | "remain" => true,
        "be" => words.lower(silence.verb) == "been",
        _ => false,
    }
}

/// A range as a thing, unless it is of facts or of the press.
fn phrase(scene: &Scene, range: Range<usize>) -> Option<Target> {
    let words = scene.words;
    if range.is_empty() || (range.clone()).any(|word| is_fact(scene, word) || is_press(words, word))
    {
        return None;
    }
    let head = words.top(range.clone()).unwrap_or(range.start);
    Some(scene.toward(head, range))
}

/// Prepositions before what one tells of, and before questions ("at what price").
const ABOUT: &[&str] = &[
    "on",
    "about",
    "over",
    "regarding",
    "concerning",
    "as",
    "into",
    "to",
    "upon",
    "of",
];
const WITHIN: &[&str] = &["at", "for", "from", "in"];

/// What follows: "whether it would sign", "at what price it would sell", "on the levy", "its view of the levy".
fn behind(scene: &Scene, silence: &Silence, start: usize, held: &[Holder]) -> Behind {
    let words = scene.words;
    let deep = start > silence.end;
    let sentence = words.sentence(words.sentence_of(start.saturating_sub(1)));
    let at = behind_asides(scene, start, sentence.end);
    if at >= sentence.end {
        return Behind::Nothing;
    }
    let before = |word: usize| {
        let lower = words.lower(word);
        ABOUT.contains(&lower) || WITHIN.contains(&lower)
    };
    let asks = (at..(at + 3).min(sentence.end))
        .take_while(|&word| word == at || before(word - 1))
        .find(|&word| is_wh(words, word));
    if let Some(asks) = asks {
        // "weren't telling when we rang"
        let aside =
            words.lower(asks) == "when" && matches!(words.lemma(silence.verb), "tell" | "talk");
        return if aside {
            Behind::Nothing
        } else {
            question(scene, asks, &sentence, held)
        };
    }
    // "gave no view of the levy", but "said nothing of the kind"
    let about =
        ABOUT.contains(&words.lower(at)) && (words.lower(at) != "of" || deep || silence.strong);
    if about {
        return told_about(scene, silence, at, held);
    }
    let object = words
        .child(silence.verb, &[Rel::Obj])
        .filter(|&object| object >= at);
    // "would not pre-empt a survey": a reason, and no matter.
    let prejudges = matches!(
        words.lemma(silence.verb),
        "prejudge" | "pre" | "pre-empt" | "preempt"
    );
    match object {
        Some(object) if points_back(words, object) => Behind::Back(object + 1),
        Some(object) if POSITIONS.contains(&words.lemma(object)) && !deep => {
            behind(scene, silence, object + 1, held)
        }
        Some(_) if prejudges => Behind::Nothing,
        Some(_) => Behind::Other,
        None if words.lower(at) == "that" && words.upos(at) == Upos::Sconj => Behind::Other,
        None => Behind::Nothing,
    }
}

/// The word behind "publicly", "reporters", "on Tuesday", ", when asked again,".
fn behind_asides(scene: &Scene, start: usize, end: usize) -> usize {
    let words = scene.words;
    let dated = |at: usize| {
        (scene.dates.0.iter()).find(|date| date.words.start <= at && at < date.words.end)
    };
    let mut at = start;
    while at < end {
        if let Some(date) = dated(at) {
            at = date.words.end.max(at + 1);
            continue;
        }
        let passed = matches!(
            words.lower(at),
            "us" | "me" | "you" | "reporters" | "journalists"
        ) || words.upos(at) == Upos::Adv && !is_wh(words, at)
            || words.lower(at) == "on" && dated(at + 1).is_some();
        if passed {
            at += 1;
            continue;
        }
        // "did not state, in answer to a question, if it could"
        let close = (at + 2..end.min(at + 14))
            .find(|&close| words.form(close) == ",")
            .filter(|&close| {
                words.form(at) == "," && matches!(words.lower(close + 1), "whether" | "if")
            });
        match close {
            Some(close) => at = close + 1,
            None => break,
        }
    }
    at
}

/// "on the levy", "on that", "about its own preference".
fn told_about(scene: &Scene, silence: &Silence, at: usize, held: &[Holder]) -> Behind {
    let words = scene.words;
    let deep = at > silence.end && POSITIONS.contains(&words.lemma(at - 1));
    let noun = words.head(at).filter(|&noun| {
        noun > at
            && matches!(
                words.upos(noun),
                Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det | Upos::Verb
            )
    });
    let Some(noun) = noun else {
        return Behind::Nothing;
    };
    if points_back(words, noun) {
        return Behind::Back(noun + 1);
    }
    if POSITIONS.contains(&words.lemma(noun)) && !deep {
        return match behind(scene, silence, noun + 1, held) {
            Behind::Nothing => Behind::Back(noun + 1),
            other => other,
        };
    }
    let named = |kind| matches!(kind, EntityKind::Actor(kind) if kind != ActorType::Unnamed);
    let actor = scene
        .entities
        .actor(noun)
        .is_some_and(|actor| named(scene.entities.all[actor].kind))
        && scene.proposals.at(noun).is_none();
    // "reserved the position of his government"
    if actor && words.lower(at) == "of" {
        return Behind::Nothing;
    }
    let mut range = noun_phrase(scene, noun);
    range.start = range.start.max(at + 1);
    let end = range.end;
    match phrase(scene, range) {
        Some(on) if !actor => Behind::Named(on, end),
        _ => Behind::Other,
    }
}

/// "that", "this", "the question": what was named before.
fn points_back(words: &Words, noun: usize) -> bool {
    matches!(
        words.lower(noun),
        "that" | "this" | "it" | "them" | "these" | "those" | "either" | "which"
    ) || POINTERS.contains(&words.lemma(noun))
        && words.children(noun).all(|child| {
            matches!(
                words.rel(child),
                Rel::Det | Rel::Case | Rel::Punct | Rel::Amod
            )
        })
}

fn is_wh(words: &Words, at: usize) -> bool {
    matches!(
        words.lower(at),
        "whether"
            | "if"
            | "what"
            | "which"
            | "how"
            | "where"
            | "who"
            | "whom"
            | "whose"
            | "why"
            | "when"
    )
}

/// "whether it would sign", up to the end of the clause.
fn question(scene: &Scene, asks: usize, sentence: &Range<usize>, held: &[Holder]) -> Behind {
    let words = scene.words;
    let end = (asks + 1..sentence.end)
        .find(|&at| {
            matches!(
                words.form(at),
                "," | ";" | ":" | "." | "!" | "—" | "–" | "\"" | "“" | "”" | "(" | ")"
            ) || matches!(words.lower(at), "but" | "saying" | "adding")
        })
        .unwrap_or(sentence.end);
    let range = words.trim(asks..end);
    if !is_own(scene, &range) || is_of_others(scene, &range, held) {
        return Behind::Other;
    }
    let inner = match words.lower(asks) {
        "whether" | "if" => words.trim(asks + 1..range.end),
        _ => range.clone(),
    };
    match phrase(scene, inner) {
        Some(on) => Behind::Named(on, range.end),
        None => Behind::Other,
    }
}

/// Whether a question in words is of what somebody else does: "did not say what Merin would settle for".
fn is_of_others(scene: &Scene, range: &Range<usize>, held: &[Holder]) -> bool {
    let words = scene.words;
    let subject = (range.clone()).find(|&at| matches!(words.rel(at), Rel::Nsubj | Rel::NsubjPass));
    subject
        .filter(|&subject| words.upos(subject) != Upos::Pron)
        .map(|subject| holders(scene, subject))
        .filter(|others| !others.is_empty())
        .is_some_and(|others| {
            !(others.iter()).any(|other| held.iter().any(|one| one.party == other.party))
        })
}

/// Whether a question in words asks for a stance: it has a will or a verb of stance, and asks neither why nor when.
fn is_own(scene: &Scene, range: &Range<usize>) -> bool {
    let words = scene.words;
    let willed = (range.start + 1..range.end).any(|at| {
        is_willed(scene, at)
            || matches!(
                words.lemma(at),
                "stand"
                    | "position"
                    | "think"
                    | "make"
                    | "prefer"
                    | "view"
                    | "want"
                    | "side"
                    | "lean"
            )
            || matches!(words.lower(at), "for" | "against") && words.lower(at + 1) == "or"
    });
    willed && !matches!(words.lower(range.start), "why" | "when")
}

/// "On the levy, she …", "As for the levy, she …", "Whether it would sign he …": what stands before the words.
fn before(scene: &Scene, silence: &Silence) -> Option<Target> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(silence.verb));
    let subject = words
        .subject(silence.main)
        .filter(|&subject| subject < silence.first && sentence.contains(&subject));
    let stop = subject.map_or(silence.first, |subject| {
        words
            .subtree(subject)
            .start
            .max(sentence.start)
            .min(subject)
    });
    let from = sentence.start.max(stop.saturating_sub(FAR));
    let opener = (from..silence.first).rev().find_map(|at| {
        let opens = at == sentence.start
            || matches!(words.form(at - 1), "," | ";" | ":" | "—" | "–" | "\"" | "“")
            || matches!(words.lower(at - 1), "and" | "but" | "that");
        if !opens {
            return None;
        }
        let next = words.lower(at + 1);
        match words.lower(at) {
            "on" | "about" | "concerning" | "regarding" | "over" => Some(at + 1),
            "of" if at == sentence.start => Some(at + 1),
            "as" if matches!(next, "for" | "to" | "regards") => Some(at + 2),
            "with" if matches!(next, "regard" | "respect" | "regards") => Some(at + 3),
            "to" if matches!(next, "that" | "this") => Some(at + 1),
            "whether" => Some(at),
            "what" | "which" | "how" | "where" if at == sentence.start => Some(at),
            _ => None,
        }
    })?;
    // "was for the fund and, on the levy, would not show its hand"
    let stop = if opener < stop { stop } else { silence.first };
    let end = (opener + 1..stop)
        .find(|&at| words.form(at) == ",")
        .unwrap_or(stop);
    let mut range = words.trim(opener..end);
    let asks = is_wh(words, opener);
    if range.is_empty() || asks && !is_own(scene, &range) {
        return None;
    }
    let dated =
        (scene.dates.0.iter()).any(|date| date.words.start <= opener && opener < date.words.end);
    let idle = matches!(
        words.lower(range.end - 1),
        "part" | "hand" | "course" | "condition" | "grounds" | "day" | "side" | "floor"
    );
    // "On the levy the union voted, and its chair said nothing": the topic of another clause.
    let finite = !asks
        && range
            .clone()
            .any(|at| matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md));
    if dated || idle || finite {
        return None;
    }
    if asks && matches!(words.lower(opener), "whether") {
        range = words.trim(opener + 1..range.end);
    }
    // "On that, he …": what was named before it.
    if range.len() == 1 && points_back(words, range.start) {
        return None;
    }
    phrase(scene, range)
}

/// "Would Merin pay? The envoy gave no answer": the question of the sentence before.
fn put_before(scene: &Scene, silence: &Silence) -> Option<Target> {
    let words = scene.words;
    let mut sentence = words.sentence_of(silence.verb).checked_sub(1)?;
    // "A:"
    if words.sentence(sentence).len() < 3 {
        sentence = sentence.checked_sub(1)?;
    }
    let range = words.sentence(sentence);
    let mark = range
        .clone()
        .rev()
        .take(2)
        .find(|&at| words.form(at) == "?")?;
    let asked = words.trim(range.start..mark);
    let willed = asked.clone().any(|at| {
        is_willed(scene, at) || matches!(words.lemma(at), "make" | "think" | "stand" | "view")
    });
    if !willed || asked.len() < 3 || matches!(words.lower(asked.start), "why" | "when") {
        return None;
    }
    phrase(scene, asked)
}
