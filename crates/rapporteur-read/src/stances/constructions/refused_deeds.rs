//! Verbs that tell something else unless they are refused: "will not have the count done by soldiers", "won't take anything
//! below ten", "cannot undo the date", "would not extend its bid".

use rapporteur_lexicon::{Place, StanceFrame};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::modality::force::Force;

/// Verbs that undo what is there: who will not do so refuses what others ask for.
const UNDOING: &[&str] = &[
    "reverse",
    "repeal",
    "revoke",
    "annul",
    "undo",
    "tear up",
    "rip up",
    "roll back",
    "unpick",
    "dismantle",
    "abolish",
    "repudiate",
    "rewrite",
    "reopen",
];

/// "cannot undo the date", "won't tear it up"
pub(in crate::stances) fn is_undone(scene: &Scene, verb: usize) -> bool {
    UNDOING.contains(&&*scene.words.phrasal(verb)) && scene.words.object(verb).is_some()
}

/// Whether a frame of stances tells of another use of a verb that is refused: an offer of what is not offered, or a place
/// that is not filled.
pub(in crate::stances) fn is_other_deed(scene: &Scene, verb: usize, frame: &StanceFrame) -> bool {
    let words = scene.words;
    let offered = frame.stance == Stance::Offers
        && !matches!(
            words.lemma(verb),
            "promise" | "commit" | "guarantee" | "undertake" | "vow" | "pledge"
        );
    let unfilled = frame.stance == Stance::Proposes;
    let filled = frame.on.iter().any(|place| match place {
        Place::Object => words.object(verb).is_some() || words.is_passive(verb),
        Place::Preposition(preposition) => words
            .with_case(verb, &[preposition.as_str()])
            .next()
            .is_some(),
        _ => words
            .child(verb, &[Rel::Xcomp, Rel::Ccomp, Rel::Advcl])
            .is_some(),
    });
    offered || unfilled && !filled
}

/// "will not have the count done by soldiers": nor let it be done.
pub(in crate::stances) fn is_had_done(scene: &Scene, verb: usize, force: &Force) -> bool {
    let words = scene.words;
    words.lemma(verb) == "have"
        && (force.negated || force.never)
        && matches!(force.modal.as_deref(), Some("will" | "would"))
        && words.child(verb, &[Rel::Obj]).is_some_and(|thing| {
            let done = words
                .children_by(thing, &[Rel::Acl])
                .chain(words.children_by(verb, &[Rel::Xcomp, Rel::Ccomp]))
                .find(|&done| done > thing && words.xpos(done) == Xpos::Vbn);
            thing > verb && done.is_some_and(|done| done <= thing + 4)
        })
}

/// "will not take back the boats", "won't take anything below ten": what is offered or imposed, and turned down. Nobody
/// refuses a term by not taking part, sides or questions.
pub(in crate::stances) fn is_taken_on(scene: &Scene, verb: usize, force: &Force) -> bool {
    let words = scene.words;
    const NOT_OFFERED: &[&str] = &[
        "part",
        "place",
        "side",
        "question",
        "time",
        "action",
        "step",
        "measure",
        "position",
        "decision",
        "view",
        "risk",
        "chance",
        "responsibility",
        "blame",
        "credit",
        "note",
        "stock",
        "issue",
        "seat",
        "floor",
        "turn",
        "vote",
        "call",
        "long",
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "rest",
        "break",
        "advice",
        "care",
        "sip",
        "bow",
        "oath",
        "lead",
        "stand",
    ];
    let taken = words.object(verb).is_some_and(|thing| {
        matches!(
            words.upos(thing),
            Upos::Noun | Upos::Pron | Upos::Num | Upos::Sym
        ) && !NOT_OFFERED.contains(&words.lemma(thing))
            && !matches!(
                words.lower(thing),
                "it" | "you" | "us" | "me" | "him" | "her" | "that"
            )
            && scene.entities.actor(thing).is_none()
    });
    words.lemma(verb) == "take"
        && (force.negated || force.never)
        && matches!(&*words.phrasal(verb), "take" | "take back" | "take in")
        && taken
}
