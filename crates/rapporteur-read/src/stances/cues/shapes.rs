//! Verdicts by their shape: "confiscation by another name", "a step, not a bridge", "a recipe for paralysis", "interesting but
//! no substitute"; and figures that are judged.

use std::ops::Range;

use rapporteur_lexicon::{StanceFrame, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::Scene;
use crate::stances::cues::verdicts::verdict;
use crate::words::Words;

/// "confiscation by another name", "a tax in disguise": a worry, whatever the name.
pub(super) fn by_another_name<'a>(
    scene: &'a Scene,
    start: usize,
) -> Option<(&'a StanceFrame, usize)> {
    const DISGUISES: &[&[&str]] = &[
        &["by", "another", "name"],
        &["by", "any", "other", "name"],
        &["in", "disguise"],
        &["by", "stealth"],
        &["by", "the", "back", "door"],
        &["through", "the", "back", "door"],
        &["in", "all", "but", "name"],
    ];
    let words = scene.words;
    let end = words.sentence(words.sentence_of(start)).end;
    let article = usize::from(matches!(words.lower(start), "a" | "an"));
    let mut at = start + article;
    while at < end && words.upos(at) == Upos::Adj {
        at += 1;
    }
    if at >= end || words.upos(at) != Upos::Noun {
        return None;
    }
    let behind = at + 1;
    let disguise = (DISGUISES.iter()).find(|disguise| {
        behind + disguise.len() <= end
            && (disguise.iter().zip(behind..)).all(|(&word, at)| words.lower(at) == word)
    })?;
    Some((not_enough(scene)?, behind + disguise.len() - start))
}

/// "a step, not a bridge", "a start and not a settlement": what it is falls short of what it should be.
pub(super) fn half_measure<'a>(scene: &'a Scene, start: usize) -> Option<(&'a StanceFrame, usize)> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(start)).end;
    if !matches!(words.lower(start), "a" | "an") {
        return None;
    }
    let noun = |mut at: usize| {
        while at < end && words.upos(at) == Upos::Adj {
            at += 1;
        }
        (at < end && words.upos(at) == Upos::Noun).then_some(at)
    };
    let first = noun(start + 1)?;
    let mut at = first + 1;
    while at < end && matches!(words.form(at), "," | "and" | "but") && at < first + 3 {
        at += 1;
    }
    if at == first + 1
        || at + 2 >= end
        || words.lower(at) != "not"
        || !matches!(words.lower(at + 1), "a" | "an" | "the")
    {
        return None;
    }
    let second = noun(at + 2)?;
    Some((not_enough(scene)?, second + 1 - start))
}

fn not_enough<'a>(scene: &'a Scene) -> Option<&'a StanceFrame> {
    (scene.lexicon.stances)
        .of(StanceWord::Verdict, "not enough")
        .next()
}

/// "unaffordable and out of the question", "a gimmick, and unacceptable": of a worry and a refusal side by side the refusal.
fn firmer<'a>(
    scene: &'a Scene,
    start: usize,
    frame: &'a StanceFrame,
    length: usize,
) -> (&'a StanceFrame, usize) {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(start)).end;
    let at = past_marks(words, start + length..end);
    if frame.stance != Stance::Concerned || at + 1 >= end || words.form(at) != "and" {
        return (frame, length);
    }
    // "and simply out of the question"
    match verdict_from(scene, at + 1..(at + 4).min(end)) {
        Some((fellow, to))
            if matches!(
                fellow.stance,
                Stance::Rejects | Stance::Opposes | Stance::RedLine
            ) =>
        {
            (fellow, to - start)
        }
        _ => (frame, length),
    }
}

/// The first word of a stretch that is no comma and closes no quotation, or its end.
fn past_marks(words: &Words, range: Range<usize>) -> usize {
    let end = range.end;
    (range.into_iter())
        .find(|&at| !matches!(words.form(at), "," | "\"" | "”"))
        .unwrap_or(end)
}

/// The verdict that begins in a stretch, behind adverbs and marks, and where it ends.
fn verdict_from<'a>(scene: &'a Scene, range: Range<usize>) -> Option<(&'a StanceFrame, usize)> {
    let words = scene.words;
    let first = range.start;
    range
        .take_while(|&next| {
            next == first || matches!(words.upos(next - 1), Upos::Adv | Upos::Punct)
        })
        .find_map(|next| verdict(scene, next).map(|(frame, length)| (frame, next + length)))
}

/// "interesting but no substitute", "welcome but too late": what comes behind "but" is what is held against it.
pub(super) fn turned<'a>(
    scene: &'a Scene,
    start: usize,
    frame: &'a StanceFrame,
    length: usize,
) -> (&'a StanceFrame, usize) {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(start)).end;
    let kind = matches!(
        frame.stance,
        Stance::Open | Stance::Supports | Stance::Accepts
    );
    let at = past_marks(words, start + length..end);
    if !kind || at + 1 >= end || !matches!(words.lower(at), "but" | "yet" | "if" | "though") {
        return (frame, length);
    }
    match verdict_from(scene, at + 1..(at + 5).min(end)) {
        Some((fellow, to))
            if matches!(
                fellow.stance,
                Stance::Concerned | Stance::Rejects | Stance::Opposes | Stance::RedLine
            ) =>
        {
            (fellow, to - start)
        }
        _ => (frame, length),
    }
}

/// Of two verdicts side by side the one that tells more.
pub(super) fn fellow<'a>(
    scene: &'a Scene,
    start: usize,
    frame: &'a StanceFrame,
    length: usize,
) -> (&'a StanceFrame, usize) {
    let (frame, length) = turned(scene, start, frame, length);
    firmer(scene, start, frame, length)
}

/// What nobody wants to come of a thing.
const ILLS: &[&str] = &[
    "paralysis",
    "chaos",
    "deadlock",
    "gridlock",
    "stalemate",
    "conflict",
    "ruin",
    "confusion",
    "abuse",
    "fraud",
    "corruption",
    "instability",
    "trouble",
    "delay",
    "failure",
    "bankruptcy",
    "inflation",
    "unrest",
    "division",
    "bloodshed",
    "violence",
    "anarchy",
    "collapse",
    "impunity",
    "injustice",
    "poverty",
    "unemployment",
    "blackout",
    "shortage",
    "smuggling",
    "bureaucracy",
    "litigation",
    "resentment",
    "disorder",
    "stagnation",
    "inaction",
    "indecision",
    "catastrophe",
    "calamity",
    "misery",
    "strife",
    "uncertainty",
];

/// "a recipe for paralysis", "a licence to pollute", "a pretext for delay": what will come of it.
pub(super) fn recipe<'a>(scene: &'a Scene, start: usize) -> Option<(&'a StanceFrame, usize)> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(start)).end;
    let noun = start + usize::from(matches!(words.lower(start), "a" | "an"));
    let noun = noun + usize::from(words.upos(noun) == Upos::Adj);
    if noun == start || noun + 2 >= end || words.upos(noun) != Upos::Noun {
        return None;
    }
    let behind = (noun + 2..end.min(noun + 5))
        .take_while(|&at| {
            matches!(
                words.upos(at),
                Upos::Adj | Upos::Noun | Upos::Adv | Upos::Det
            )
        })
        .find(|&at| words.upos(at) == Upos::Noun);
    let to = words.lower(noun + 1);
    let ill = behind.is_some_and(|at| ILLS.contains(&words.lemma(at)));
    let found = match words.lemma(noun) {
        "recipe" | "prescription" | "formula" | "blueprint" | "invitation" | "guarantee"
        | "machine" => matches!(to, "for" | "to" | "of") && ill,
        "pretext" | "excuse" | "cover" | "alibi" => to == "for" && behind.is_some(),
        "licence" | "license" => to == "to",
        "charter" => to == "for" && behind.is_some(),
        _ => false,
    };
    let last = behind.unwrap_or(noun + 2);
    found.then_some(())?;
    Some((not_enough(scene)?, last + 1 - start))
}

/// "3,000 was far too many", "12 percent is steep": a figure that was told before, or a share, is something that is asked for.
pub(super) fn is_figure_told(scene: &Scene, subject: usize) -> bool {
    let words = scene.words;
    let number = match words.upos(subject) {
        Upos::Num => Some(subject),
        _ => words.child(subject, &[Rel::Nummod]),
    };
    number.is_some_and(|number| {
        let sentence = words.sentence_of(number);
        let first = words.sentence(sentence.saturating_sub(FIGURES_BACK)).start;
        (first..number)
            .any(|at| words.upos(at) == Upos::Num && words.form(at) == words.form(number))
    })
}

/// How many sentences back a figure is looked for.
const FIGURES_BACK: usize = 5;
