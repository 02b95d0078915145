//! What a refusal waits for: "will not discuss names until Brod tells where they are", "no deal was possible before the
//! crew was freed", "will strike unless pay is raised". Whoever refuses demands what comes first.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, PremiseKind};
use crate::stances::modality::harm::is_harmful;
use crate::stances::modality::premises::hangings;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Verbs that refuse by themselves.
const REFUSING: &[&str] = &[
    "refuse", "rule out", "decline", "exclude", "reject", "oppose", "preclude", "veto", "block",
    "withhold",
];

/// What people threaten with.
const THREATS: &[&str] = &[
    "strike",
    "walk out",
    "walk away",
    "quit",
    "resign",
    "boycott",
    "sue",
    "leave",
    "pull out",
    "withdraw",
    "resume",
    "march",
    "stay away",
    "shut",
    "close",
    "halt",
    "stop",
    "suspend",
    "cut",
    "cut off",
    "attack",
    "fight",
    "retaliate",
    "impose",
    "block",
    "go on strike",
    "bring down",
    "topple",
    "vote against",
    "abstain",
    "escalate",
    "expel",
    "act",
    "intervene",
    "shell",
    "bomb",
    "invade",
    "continue",
    "step up",
    "tighten",
    "go to court",
    "down tools",
];

/// What is only waited for: rounds, dates, one's own reading.
const AWAITED: &[&str] = &[
    "talk",
    "meeting",
    "round",
    "session",
    "summit",
    "election",
    "vote",
    "week",
    "month",
    "year",
    "day",
    "hour",
    "time",
    "spring",
    "summer",
    "autumn",
    "winter",
    "congress",
    "conference",
    "visit",
    "holiday",
    "result",
    "outcome",
    "report",
    "count",
    "ballot",
    "weekend",
    "break",
    "recess",
    "evening",
    "morning",
    "night",
    "term",
];

/// What one is "without" that nobody could give.
const ABSTRACT: &[&str] = &[
    "exception",
    "delay",
    "doubt",
    "question",
    "hesitation",
    "reason",
    "comment",
    "result",
    "success",
    "incident",
    "warning",
    "notice",
    "condition",
    "precondition",
    "fight",
    "elaboration",
    "detail",
    "explanation",
    "further",
    "fail",
    "regard",
    "prejudice",
    "difficulty",
    "trouble",
    "hope",
    "surprise",
    "effect",
    "sign",
    "word",
];

/// Reads every refusal that hangs on something.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for sentence in 0..words.sentences() {
        let waits: Vec<(usize, Range<usize>)> = hangings(words, sentence)
            .iter()
            .filter(|hanging| hanging.premise.kind == PremiseKind::Unless)
            .filter_map(|hanging| Some((hanging.main?, hanging.premise.words.clone())))
            .chain(before(scene, sentence))
            .collect();
        for (main, first) in waits {
            wait(scene, main, first, claims);
        }
    }
}

/// "won't pay a cent before the charge is settled", "has suspended the talks until the crew is free": the predicate and the
/// clause.
fn before(scene: &Scene, sentence: usize) -> Vec<(usize, Range<usize>)> {
    let words = scene.words;
    (words.sentence(sentence))
        .filter(|&mark| {
            matches!(words.lemma(mark), "before" | "until" | "till") && words.rel(mark) == Rel::Mark
        })
        .filter_map(|mark| {
            let clause = words.head(mark)?;
            let above = words
                .head(clause)
                .filter(|_| words.rel(clause) == Rel::Advcl)?;
            let main = match words.rel(above) {
                Rel::Xcomp if !words.is_verb(above) || Force::of(words, above).modal.is_none() => {
                    words.head(above)?
                }
                _ => above,
            };
            // What is refused until then is read at its condition; here what is kept up or kept back.
            let lasts = words.lemma(mark) == "before"
                || goes_on_refusing(words, main)
                || holds_back(words, main);
            lasts.then(|| (main, words.trim(mark..words.subtree(clause).end)))
        })
        .collect()
}

fn wait(scene: &Scene, main: usize, first: Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if scene.is_void(main) {
        return;
    }
    let mut phrase = words.trim(first.clone());
    if phrase.len() > 1
        && matches!(
            words.lemma(phrase.start),
            "until" | "unless" | "till" | "without" | "before" | "absent" | "short"
        )
    {
        let without = matches!(words.lemma(phrase.start), "without" | "absent" | "short");
        phrase.start += if words.lemma(phrase.start) == "short" {
            2
        } else {
            1
        };
        if without && !is_given(scene, &phrase) {
            return;
        }
    }
    let Some(refusing) = refusing(scene, main) else {
        return;
    };
    let phrase = borne(scene, &phrase).unwrap_or(phrase);
    let held = waiting(scene, main, refusing);
    if held.is_empty() || !is_others(scene, &phrase, &held) {
        return;
    }
    let own = |claim: &Claim| {
        (claim.holders.iter()).any(|one| held.iter().any(|other| one.party == other.party))
    };
    let told = (claims.iter()).any(|claim| {
        claim.stance == Stance::Demands
            && own(claim)
            && matches!(&claim.on, Target::Phrase(_, known) if known.start < phrase.end && phrase.start < known.end)
    });
    if told {
        return;
    }
    // What it will not do until then is its means, and no term of its own.
    claims.retain(|claim| !(claim.rule == "will-not" && claim.trigger == main && own(claim)));
    let start = words
        .child(main, &[Rel::Nsubj, Rel::NsubjPass])
        .map_or(main, |subject| words.subtree(subject).start);
    let head = words.top(phrase.clone()).unwrap_or(phrase.start);
    let evidence = start.min(main).min(first.start)..first.end.max(main + 1);
    claims.push(Claim::plain(
        "precondition",
        Stance::Demands,
        held,
        main,
        scene.toward(head, phrase),
        words.trim(evidence),
    ));
}

/// "opposes the merger unless it comes with a guarantee": the guarantee that it is to come with.
fn borne(scene: &Scene, phrase: &Range<usize>) -> Option<Range<usize>> {
    let words = scene.words;
    let verb = words
        .top(phrase.clone())
        .filter(|&verb| words.is_verb(verb))?;
    let bears = match words.lemma(verb) {
        "come" => words.with_case(verb, &["with"]).next(),
        "include" | "contain" | "provide" | "carry" | "guarantee" | "have" | "offer" => {
            words.object(verb)
        }
        _ => None,
    }?;
    let subject = words.child(verb, &[Rel::Nsubj])?;
    let text = matches!(words.lower(subject), "it" | "they" | "this" | "that")
        && scene.entities.actor(subject).is_none();
    let thing = noun_phrase(scene, bears);
    (text && bears > verb && is_given(scene, &thing)).then_some(thing)
}

/// How a predicate refuses: by itself or by what is said of its subject ("no deal would be signed").
#[derive(Clone, Copy, PartialEq)]
enum Refusing {
    /// Its subject refuses or threatens.
    Subject,
    /// Whoever speaks does.
    Speaker,
}

fn refusing(scene: &Scene, main: usize) -> Option<Refusing> {
    let words = scene.words;
    let force = Force::of(words, main);
    if force.hypothetical {
        return None;
    }
    let key = words.phrasal(main);
    let of_nobody = words
        .child(main, &[Rel::Nsubj, Rel::NsubjPass])
        .is_some_and(|subject| {
            matches!(words.lemma(subject), "nothing" | "nobody" | "none")
                || (words.children_by(subject, &[Rel::Det])).any(|det| words.lemma(det) == "no")
        });
    let there = words.child(main, &[Rel::Expl]).is_some()
        && words
            .subtree(main)
            .take(8)
            .any(|at| words.lower(at) == "no");
    let possible = matches!(
        words.lemma(main),
        "possible" | "impossible" | "conceivable" | "thinkable"
    );
    if (of_nobody || there) && (force.is_modal() || possible || there) {
        return Some(Refusing::Speaker);
    }
    if REFUSING.contains(&&*key) && !force.negated {
        return Some(Refusing::Subject);
    }
    // "would go on opposing the deal until", "has suspended the talks until"
    if !force.negated && (goes_on_refusing(words, main) || holds_back(words, main)) {
        return Some(Refusing::Subject);
    }
    let refused = (force.negated || force.never) && force.is_modal() && !force.past;
    if refused {
        let acts = words
            .child(main, &[Rel::Nsubj])
            .is_some_and(|at| scene.entities.actor(at).is_some() || words.upos(at) == Upos::Pron);
        return Some(if acts {
            Refusing::Subject
        } else {
            Refusing::Speaker
        });
    }
    let threat = |at: usize| {
        words.is_verb(at) && (THREATS.contains(&&*words.phrasal(at)) || is_harmful(words, at))
    };
    let threatens = matches!(
        words.lemma(main),
        "threaten" | "vow" | "warn" | "swear" | "pledge"
    ) && words
        .child(main, &[Rel::Xcomp, Rel::Ccomp])
        .is_some_and(threat);
    let will = matches!(force.modal.as_deref(), Some("will" | "would")) && threat(main);
    (!force.negated && (threatens || will)).then_some(Refusing::Subject)
}

/// "go on opposing", "continue to block", "keep striking"
fn goes_on_refusing(words: &Words, main: usize) -> bool {
    matches!(
        &*words.phrasal(main),
        "go on" | "continue" | "keep" | "keep on" | "carry on"
    ) && words
        .child(main, &[Rel::Xcomp, Rel::Ccomp, Rel::Advcl])
        .is_some_and(|act| {
            let key = words.phrasal(act);
            REFUSING.contains(&&*key) || THREATS.contains(&&*key) && &*key != "continue"
        })
}

/// "has suspended the talks", "froze its payments": what it keeps from the other side.
fn holds_back(words: &Words, main: usize) -> bool {
    matches!(
        &*words.phrasal(main),
        "suspend" | "freeze" | "halt" | "stop" | "break off" | "withhold" | "boycott" | "put off"
    ) && words.object(main).is_some_and(|what| {
        matches!(
            words.lemma(what),
            "talk"
                | "negotiation"
                | "dialogue"
                | "contact"
                | "cooperation"
                | "participation"
                | "aid"
                | "payment"
                | "funding"
                | "membership"
                | "signature"
                | "ratification"
                | "recognition"
                | "meeting"
                | "session"
        )
    })
}

/// Who waits: the subject if it speaks for itself, else whoever speaks.
fn waiting(scene: &Scene, main: usize, refusing: Refusing) -> Vec<Holder> {
    if refusing == Refusing::Speaker {
        return Holder::speakers(scene, main);
    }
    let speaker = Holder::speaking(scene, main);
    subject_holders(scene, main)
        .into_iter()
        .filter(|holder| speaker.is_none_or(|speaker| speaker.party == holder.party))
        .collect()
}

/// Whether the clause names what somebody else is to do, not a date and not one's own reading.
fn is_others(scene: &Scene, phrase: &Range<usize>, held: &[Holder]) -> bool {
    let words = scene.words;
    let Some(head) = words.top(phrase.clone()) else {
        return false;
    };
    if !phrase.clone().any(|at| words.is_verb(at)) {
        return is_given(scene, phrase);
    }
    let Some(subject) = words.child(head, &[Rel::Nsubj, Rel::NsubjPass]) else {
        return false;
    };
    let mine = holders(scene, subject)
        .iter()
        .any(|one| held.iter().any(|other| one.party == other.party));
    let awaited = AWAITED.contains(&words.lemma(subject))
        && matches!(
            words.lemma(head),
            "be" | "end"
                | "finish"
                | "begin"
                | "start"
                | "close"
                | "meet"
                | "come"
                | "pass"
                | "open"
                | "convene"
                | "over"
        );
    !mine && !awaited && words.upos(subject) != Upos::Pron
}

/// "without the release of its sailors": a thing that the other side could give.
fn is_given(scene: &Scene, phrase: &Range<usize>) -> bool {
    let words = scene.words;
    let head = words.top(phrase.clone()).unwrap_or(phrase.start);
    words.upos(head) == Upos::Noun
        && scene.entities.actor(head).is_none()
        && !ABSTRACT.contains(&words.lemma(head))
        && !AWAITED.contains(&words.lemma(head))
        && phrase.len() > 1
}
