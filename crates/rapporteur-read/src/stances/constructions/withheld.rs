//! What a party says will not be done: "the islands will not be handed over", "the pension cannot be touched".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::evidence::evidence;
use crate::stances::arguments::holders::{Holder, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::constructions::for_ever::absolute_behind;
use crate::stances::modality::force::{Force, is_going_to, premise};
use crate::stances::{Claim, Scene, is_claimed};
use crate::words::Words;

/// What parties do with what they hold or have agreed on. Other passives tell facts ("will not be affected").
pub(in crate::stances) const DEEDS: &[&str] = &[
    "abandon",
    "abolish",
    "admit",
    "allow",
    "alter",
    "amend",
    "annul",
    "bargain",
    "breach",
    "break",
    "bring",
    "build",
    "cancel",
    "cap",
    "carve",
    "cede",
    "change",
    "close",
    "compromise",
    "concede",
    "curtail",
    "cut",
    "delay",
    "demolish",
    "deploy",
    "devolve",
    "dilute",
    "disband",
    "dismantle",
    "dissolve",
    "ditch",
    "divide",
    "downgrade",
    "drain",
    "dredge",
    "drill",
    "drop",
    "dump",
    "entertain",
    "evacuate",
    "exempt",
    "expand",
    "extend",
    "extradite",
    "forgive",
    "forgo",
    "free",
    "freeze",
    "fund",
    "give",
    "grant",
    "halt",
    "hand",
    "hasten",
    "honor",
    "honour",
    "implement",
    "impose",
    "increase",
    "introduce",
    "lay",
    "lease",
    "lend",
    "lengthen",
    "let",
    "license",
    "lift",
    "log",
    "loosen",
    "lower",
    "merge",
    "mine",
    "mothball",
    "move",
    "open",
    "outsource",
    "override",
    "overturn",
    "part",
    "pay",
    "permit",
    "phase",
    "postpone",
    "privatise",
    "privatize",
    "prolong",
    "put",
    "raise",
    "redraw",
    "reduce",
    "reinstate",
    "relax",
    "release",
    "relinquish",
    "relocate",
    "remove",
    "renegotiate",
    "renew",
    "reopen",
    "repeal",
    "replace",
    "rescind",
    "restore",
    "return",
    "reverse",
    "revise",
    "reward",
    "rewrite",
    "sacrifice",
    "scrap",
    "seat",
    "sell",
    "separate",
    "share",
    "shelve",
    "shift",
    "shorten",
    "shut",
    "sign",
    "slash",
    "split",
    "station",
    "stretch",
    "subordinate",
    "subsidise",
    "subsidize",
    "surrender",
    "suspend",
    "swap",
    "take",
    "tax",
    "tear",
    "tighten",
    "touch",
    "trade",
    "transfer",
    "unfreeze",
    "unlock",
    "uproot",
    "vacate",
    "waive",
    "water",
    "weaken",
    "withdraw",
    "write",
    "yield",
];

/// What parties do with what lies before them: never to do so is a refusal.
const TALKED_OF: &[&str] = &[
    "consider",
    "contemplate",
    "countenance",
    "debate",
    "discuss",
    "negotiate",
    "recognise",
    "recognize",
    "repeat",
    "revisit",
    "tolerate",
];

/// Reads one word: the participle.
pub fn read(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_passive(verb)
        || !DEEDS.contains(&words.lemma(verb)) && !TALKED_OF.contains(&words.lemma(verb))
        || !by_nobody(words, verb)
        || is_claimed(scene, claims, verb)
    {
        return;
    }
    let force = Force::of(words, verb);
    let nobody = with_nobody(words, verb);
    let refused = (force.negated || force.never) != nobody
        && matches!(
            force.modal.as_deref(),
            Some("will" | "would" | "can" | "could" | "shall" | "must")
        );
    // "will not be discussed on Monday" tells of Monday.
    let refused = refused && (force.never || DEEDS.contains(&words.lemma(verb)));
    // "is not going to be touched": the subject of "going".
    let going = || (words.head(verb)).filter(|_| is_going_to(words, verb));
    let subject = words
        .child(verb, &[Rel::NsubjPass])
        .or_else(|| words.child(going()?, &[Rel::Nsubj, Rel::NsubjPass]));
    let thing = subject.filter(|&thing| {
        let actor = scene.entities.actor(thing);
        let somebody = actor.is_some();
        // "those who kept their guns will not be seated", "no inspector will be let in"
        let nobody_named = actor.is_some_and(|actor| scene.entities.all[actor].party.is_none());
        let people = LETTING.contains(&words.lemma(verb))
            && (matches!(words.lower(thing), "those" | "others" | "rest")
                || words.upos(thing) == Upos::Noun && nobody_named);
        (words.upos(thing) == Upos::Noun && !somebody || people)
            && !crate::stances::modality::premises::is_inside(words, thing)
    });
    let holder = Holder::speaking(scene, verb).or_else(|| vowing(scene, verb));
    let (Some(thing), Some(holder)) = (thing, holder) else {
        return;
    };
    if !refused || force.hypothetical || premise(words, verb).is_some() {
        return;
    }
    let phrase = noun_phrase(scene, thing);
    let evidence = evidence(scene, verb, &phrase, None);
    // "will not be handed over, not now and not ever", "… this year or in a hundred"
    let ever = absolute_behind(words, verb);
    let evidence = evidence.start..ever.unwrap_or(evidence.end).max(evidence.end);
    claims.push(Claim::plain(
        "withheld",
        if force.never || ever.is_some() || nobody || is_untouchable(words.lemma(verb), &force) {
            Stance::RedLine
        } else {
            Stance::Rejects
        },
        vec![holder],
        verb,
        scene.toward(thing, phrase),
        evidence,
    ));
}

/// "swore that no grave would be moved": whoever gives its word.
fn vowing(scene: &Scene, verb: usize) -> Option<Holder> {
    let words = scene.words;
    let vow = words.head(verb).filter(|&vow| {
        words.rel(verb) == Rel::Ccomp
            && matches!(
                words.lemma(vow),
                "vow"
                    | "swear"
                    | "pledge"
                    | "promise"
                    | "resolve"
                    | "decide"
                    | "insist"
                    | "guarantee"
            )
            && words.negation(vow).is_none()
    })?;
    subject_holders(scene, vow).into_iter().next()
}

/// Deeds by which people are let in: "will not be let ashore".
const LETTING: &[&str] = &[
    "admit", "let", "seat", "release", "free", "return", "allow", "take",
];

/// No agent, or one that stands for everybody: "will not be lowered by me or by anyone".
fn by_nobody(words: &Words, verb: usize) -> bool {
    words.child(verb, &[Rel::OblAgent]).is_none_or(|agent| {
        matches!(
            words.lower(agent),
            "me" | "us" | "anyone" | "anybody" | "government"
        )
    })
}

/// "would be shared with no one"
fn with_nobody(words: &Words, verb: usize) -> bool {
    words.children_by(verb, &[Rel::Obl]).any(|whom| {
        whom > verb
            && (words.lower(whom) == "nobody"
                || words.lower(whom) == "one"
                    && (words.children_by(whom, &[Rel::Det])).any(|no| words.lower(no) == "no"))
            && words
                .child(whom, &[Rel::Case])
                .is_some_and(|case| words.lower(case) != "for")
    })
}

/// "cannot be traded": never, whatever the offer.
fn is_untouchable(verb: &str, force: &Force) -> bool {
    matches!(force.modal.as_deref(), Some("can" | "could"))
        && matches!(
            verb,
            "bargain"
                | "cede"
                | "compromise"
                | "divide"
                | "renegotiate"
                | "sacrifice"
                | "sell"
                | "split"
                | "surrender"
                | "touch"
                | "trade"
        )
}
