//! What a speaker says must or should be: "the port must stay open" is demanded, "the fee should fall" is proposed; what
//! need not be is neither.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::evidence::beginning;
use crate::stances::arguments::for_whom::for_whom;
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::clause;
use crate::stances::cues::modals::together;
use crate::stances::modality::deeds::TO_A_PARTY;
use crate::stances::modality::force::{Force, is_hypothetical};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// "does not have to", "need no longer", "nobody needs to", "no ship has to": who may do as they like.
fn is_free(words: &Words, need: usize) -> bool {
    let none = |subject: usize| {
        matches!(words.lemma(subject), "nobody" | "none" | "nothing")
            || words.lower(subject) == "no"
    };
    words.negation(need).is_some()
        || (words.child(need, &[Rel::Nsubj, Rel::NsubjPass])).is_some_and(|subject| {
            none(subject) || words.child(subject, &[Rel::Det]).is_some_and(none)
        })
        // "need no longer": of "longer", wherever the tree hangs it.
        || words.lower(need + 1) == "no" && words.lower(need + 2) == "longer"
}

/// What is done to words and thoughts: "it must be noted" asks for nothing.
const SAID_OF_WORDS: &[&str] = &[
    "note",
    "stress",
    "remember",
    "recall",
    "emphasise",
    "emphasize",
    "acknowledge",
    "recognise",
    "recognize",
    "point",
    "hope",
    "see",
    "understand",
    "bear",
    "keep",
    "mention",
    "underline",
    "repeat",
    "presume",
    "assume",
    "expect",
    "concede",
    "grant",
    "feel",
    "think",
    "believe",
    "know",
    "observe",
    "remark",
    "regret",
];

/// "must", "have to", "need to": the speaker demands it; "should", "ought to": proposes it.
pub(in crate::stances) fn duty(
    scene: &Scene,
    word: usize,
    force: &Force,
    speaker: Option<Holder>,
) -> Option<Claim> {
    let words = scene.words;
    let semi = matches!(words.rel(word), Rel::Xcomp)
        .then(|| words.head(word))
        .flatten()
        .filter(|&head| {
            // "had an opportunity to call": of the opportunity.
            let has = words
                .child(head, &[Rel::Obj])
                .is_some_and(|thing| thing < word);
            matches!(words.lemma(head), "have" | "need" | "ought") && !has || has_got(words, head)
        });
    let stance = match (force.modal.as_deref(), semi) {
        (_, Some(head)) if words.lemma(head) == "ought" => Stance::Proposes,
        (_, Some(_)) => Stance::Demands,
        (Some("must" | "shall"), _) => Stance::Demands,
        (Some("should" | "ought"), _) => Stance::Proposes,
        _ => return None,
    };
    // "For Merin, any deal must include a date."
    let for_whom = |predicate: usize| for_whom(scene, predicate).into_iter().next();
    let speaker = (speaker.or_else(|| for_whom(word)))
        // "For Merin, the road has to stay open."
        .or_else(|| for_whom(words.head(word).filter(|_| words.rel(word) == Rel::Xcomp)?))?;
    let top = semi.unwrap_or(word);
    // "conceded that the price would have to fall": gives way.
    let stance = match stance {
        Stance::Demands if is_conceded(scene, top) => Stance::Accepts,
        // "conceded that captains should be paid alike"; "agreed that": read at "agreed".
        Stance::Proposes if is_conceded(scene, top) => {
            let agreed = (words.head(top)).is_some_and(|cue| words.lemma(cue) == "agree");
            if agreed {
                return None;
            }
            Stance::Accepts
        }
        other => other,
    };
    // "the canal does not have to be closed": nobody asks for that.
    let free = semi.is_some_and(|head| is_free(words, head));
    if is_hypothetical(words, top) || free {
        return None;
    }
    // "the mine ought not to be dug", "drivers should not be stopped": that it be left alone is asked of others.
    let stance = match stance {
        Stance::Proposes
            if force.negated && words.is_passive(word) && words.negation(top).is_some() =>
        {
            Stance::Demands
        }
        Stance::Proposes if force.negated => return None,
        stance => stance,
    };
    const SUBJECTS: &[Rel] = &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj];
    // "there has to be a cap": what is to be hangs on "be".
    let subject = words
        .child(top, SUBJECTS)
        .or_else(|| words.child(word, SUBJECTS).filter(|_| top != word))?;
    // "Should Merin sign, …": a condition.
    let inverted = words
        .children_by(top, &[Rel::Aux])
        .any(|aux| aux < subject && words.lemma(aux) == "should");
    // "Merin should have signed last year": too late to be proposed.
    let missed = stance == Stance::Proposes
        && words.xpos(word) == Xpos::Vbn
        && words
            .children_by(word, &[Rel::Aux])
            .any(|aux| words.lemma(aux) == "have");
    if inverted || missed {
        return None;
    }
    // "says it must be honoured": of a thing, what is to be done to it.
    let done_to_it = words.lower(subject) == "it"
        && words.is_passive(word)
        && matches!(
            words.rel(top),
            Rel::Ccomp | Rel::Root | Rel::Parataxis | Rel::Conj
        )
        && !TO_A_PARTY.contains(&words.lemma(word))
        && !SAID_OF_WORDS.contains(&words.lemma(word));
    // "It's got to be four"
    let sum = matches!(words.lower(subject), "it" | "that")
        && (words.upos(word) == Upos::Num || words.child(word, &[Rel::Nummod]).is_some());
    if matches!(
        words.lemma(subject),
        "i" | "it" | "who" | "that" | "you" | "one" | "what"
    ) && !done_to_it
        && !sum
        || words.lemma(subject) == "we" && stance == Stance::Demands && !gets(words, word)
        || matches!(
            words.lemma(word),
            "say" | "admit" | "confess" | "add" | "know"
        )
    {
        return None;
    }
    // "he would have to ask his members": what one has to do oneself.
    if semi.is_some()
        && words.upos(subject) == Upos::Pron
        && holders(scene, subject)
            .iter()
            .any(|one| one.party == speaker.party)
        && !words.is_passive(word)
        && !done_to_it
    {
        return None;
    }
    if !matches!(
        words.rel(top),
        Rel::Ccomp | Rel::Root | Rel::Conj | Rel::Parataxis
    ) {
        return None;
    }
    // "Our parliament would have to approve it": what it takes at home.
    let at_home = matches!(Force::of(words, top).modal.as_deref(), Some("would"))
        && words.child(subject, &[Rel::NmodPoss]).is_some_and(|owner| {
            holders(scene, owner)
                .iter()
                .any(|one| one.party == speaker.party)
        });
    if at_home {
        return None;
    }
    let mut phrase = clause(scene, top);
    // "did not see why the state should pay"
    if matches!(words.lower(phrase.start), "why" | "how") {
        return None;
    }
    let limit = words
        .children_by(word, &[Rel::Advcl])
        .filter(|&child| {
            words.children(child).any(|mark| {
                words.rel(mark) == Rel::Mark
                    && matches!(
                        words.lemma(mark),
                        "before" | "until" | "if" | "unless" | "once"
                    )
            })
        })
        .map(|child| words.subtree(child).start)
        .min();
    let mut whole = phrase.clone();
    // "maintains that quotas must be fixed": who has it so, and how firmly, is part of the words.
    if let Some(cue) = words.head(top).filter(|&cue| {
        words.rel(top) == Rel::Ccomp && cue < whole.start && INSISTING.contains(&words.lemma(cue))
    }) {
        whole.start = beginning(scene, cue).max(words.sentence(words.sentence_of(cue)).start);
    }
    if let Some(limit) = limit.filter(|&limit| limit > phrase.start) {
        phrase = words.trim(phrase.start..limit);
    }
    Some(Claim {
        stance,
        holders: together(scene, word, speaker),
        trigger: word,
        rule: match stance {
            Stance::Demands => "must".into(),
            Stance::Accepts => "must-conceded".into(),
            _ => "should".into(),
        },
        on: Target::Phrase(word, phrase),
        premise: None,
        reason: None,
        outlet: false,
        evidence: whole,
        via: None,
    })
}

/// Verbs of saying that something shall be so, and no less.
const INSISTING: &[&str] = &[
    "insist",
    "maintain",
    "emphasise",
    "emphasize",
    "stress",
    "reiterate",
    "underline",
    "underscore",
    "repeat",
    "reaffirm",
    "affirm",
    "argue",
    "demand",
];

/// "Somebody has got to pay".
fn has_got(words: &Words, verb: usize) -> bool {
    words.lower(verb) == "got"
        && words.lower(verb + 1) == "to"
        && words.child(verb, &[Rel::Aux]).is_some()
}

/// "We must have water of our own", "we must be heard": what others would have to give.
fn gets(words: &Words, verb: usize) -> bool {
    let given = matches!(words.lemma(verb), "have" | "get" | "receive")
        && words.object(verb).is_some_and(|thing| thing > verb);
    given || words.is_passive(verb)
}

/// "admitted that …": what is said under a verb of giving way.
fn is_conceded(scene: &Scene, clause: usize) -> bool {
    let words = scene.words;
    words.rel(clause) == Rel::Ccomp
        && words.head(clause).is_some_and(|cue| {
            matches!(
                words.lemma(cue),
                "concede"
                    | "admit"
                    | "acknowledge"
                    | "accept"
                    | "recognise"
                    | "recognize"
                    | "grant"
                    | "agree"
            ) && words.negation(cue).is_none()
        })
}
