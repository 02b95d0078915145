//! What is denied or granted as a fact, mourned as one, or decided by a court: "rejected the claim that arrests were few",
//! "accepted that the price had risen", "regretted that the lights had failed", "the court threw out the petition". None of
//! it is a term of a negotiation.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::modality::wanted::is_wanted;
use crate::stances::no_stance::rumours::is_told_as_fact;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Nouns of what is said to be so, and of what somebody is called: to reject one is to deny it.
const SAYINGS: &[&str] = &[
    "allegation",
    "accusation",
    "insinuation",
    "innuendo",
    "suspicion",
    "speculation",
    "rumour",
    "rumor",
    "gossip",
    "slander",
    "smear",
    "criticism",
    "assertion",
    "contention",
    "impression",
    "comparison",
    "parallel",
    "description",
    "characterisation",
    "characterization",
    "explanation",
    "evidence",
    "finding",
    "fabrication",
    "falsehood",
    "canard",
    "account",
    "statistic",
    "blame",
    "responsibility",
    "wrongdoing",
];

/// Nouns that are sayings only with what is said: "a claim that", "the report that", but not "its claim to the islands".
const SAYINGS_THAT: &[&str] = &[
    "claim",
    "report",
    "complaint",
    "charge",
    "story",
    "statement",
    "talk",
    "theory",
    "belief",
    "view",
    "version",
    "suggestion",
    "idea",
    "notion",
    "argument",
    "interpretation",
];

/// Sayings that may be proposals: "the suggestion that a fee would be paid".
const IDEAS: &[&str] = &["suggestion", "idea", "notion"];

/// Nouns of what is told in figures: to reject one "as exaggerated" is to deny it, whereas without that it may be an offer.
const FIGURES: &[&str] = &["figure", "number", "estimate", "total", "toll", "count"];

/// What is false, as one says of a saying.
const FALSE: &[&str] = &[
    "exaggerated",
    "inflated",
    "misleading",
    "false",
    "untrue",
    "baseless",
    "unfounded",
    "groundless",
    "fabricated",
    "fabrication",
    "fiction",
    "fantasy",
    "canard",
    "slander",
    "libel",
    "lie",
    "invention",
    "hearsay",
    "inaccurate",
    "incorrect",
    "defamatory",
];

/// Whether a claim is toward what was or is so, or is a court's.
pub(in crate::stances) fn is_fact(scene: &Scene, claim: &Claim) -> bool {
    match claim.stance {
        Stance::Rejects | Stance::Opposes => {
            is_ruling(scene, claim)
                || is_denial(scene, claim)
                || is_granted(scene, claim)
                || is_outside(scene.words, claim)
        }
        Stance::Accepts => is_granted(scene, claim) || is_long_signed(scene, claim),
        Stance::Concerned => is_mourned(scene, claim),
        Stance::Demands => is_only_needed(scene, claim),
        _ => false,
    }
}

/// "The court rejected the petition", "the prosecutor turned down a complaint": a ruling, and no side's refusal. Whom "he"
/// means is less sure.
fn is_ruling(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let told = matches!(
        claim.rule.as_str(),
        "reject" | "no-to" | "oppose" | "wrong" | "unacceptable"
    );
    let pronoun = |subject: usize| {
        matches!(
            words.lower(subject),
            "he" | "she" | "it" | "they" | "who" | "we" | "i"
        )
    };
    told && !words.subject(claim.trigger).is_some_and(pronoun)
        && claim.holders.iter().all(|holder| {
            let name = &scene.entities.all[holder.actor].name;
            name.split(|sign: char| !sign.is_alphabetic())
                .any(|part| JUDGING.iter().any(|judge| part.eq_ignore_ascii_case(judge)))
        })
}

/// Who judges.
const JUDGING: &[&str] = &[
    "court",
    "courts",
    "judge",
    "judges",
    "tribunal",
    "prosecutor",
    "prosecutors",
    "magistrate",
    "magistrates",
    "jury",
];

/// "rejected the allegation", "dismissed a claim by Brod that it had cheated", "rejected them as untrue", but not "a
/// suggestion that the army leave".
fn is_denial(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let Target::Phrase(head, ref phrase) = claim.on else {
        return false;
    };
    let trigger = claim.trigger;
    if is_saying(scene, head) || is_belief(words, head) {
        return true;
    }
    // The words may be those of what is said: "a suggestion |that he had walked out|".
    let between = if trigger < phrase.start && phrase.start - trigger < 12 {
        trigger + 1..phrase.start
    } else {
        0..0
    };
    if between.clone().any(|at| is_saying(scene, at)) || is_called_false(words, trigger) {
        return true;
    }
    // "rejected the figure as exaggerated": the tree may hang it on the figure.
    (words.upos(head) == Upos::Pron || FIGURES.contains(&words.lemma(head)))
        && (words.with_case(trigger, &["as"]))
            .chain(words.with_case(head, &["as"]))
            .chain(words.children_by(trigger, &[Rel::Xcomp, Rel::Advcl]))
            .chain(words.children_by(head, &[Rel::Acl, Rel::Advcl]))
            .any(|what| FALSE.contains(&words.lemma(what)) || FALSE.contains(&words.lower(what)))
}

/// "That claim is false. We reject it": what the same mouth has just called untrue.
fn is_called_false(words: &Words, trigger: usize) -> bool {
    let it = words.object(trigger).is_some_and(|object| {
        object > trigger && matches!(words.lower(object), "it" | "that" | "this" | "them")
    });
    let sentence = words.sentence_of(trigger);
    if !it || sentence == 0 {
        return false;
    }
    (words.sentence(sentence - 1).start..trigger).any(|at| {
        FALSE.contains(&words.lower(at))
            || words.upos(at) == Upos::Noun
                && matches!(
                    words.lemma(at),
                    "allegation" | "accusation" | "slander" | "smear"
                )
    })
}

/// "refused to believe that the fee had been paid": what somebody takes for a fact, and no term.
fn is_belief(words: &Words, verb: usize) -> bool {
    words.is_verb(verb)
        && matches!(
            words.lemma(verb),
            "believe"
                | "think"
                | "imagine"
                | "suppose"
                | "assume"
                | "credit"
                | "admit"
                | "acknowledge"
        )
        && (words.children_by(verb, &[Rel::Ccomp])).any(|told| is_told_as_fact(words, told))
}

/// Whether a noun is what is said to be so.
fn is_saying(scene: &Scene, noun: usize) -> bool {
    let words = scene.words;
    if words.upos(noun) != Upos::Noun {
        return false;
    }
    let lemma = words.lemma(noun);
    match lemma {
        // "the accounts", "an open account" are of money; "the other's version", but not "its version of the bill".
        "account" | "version" => {
            words.xpos(noun) == Xpos::Nn
                && words
                    .child(noun, &[Rel::Compound, Rel::Amod, Rel::Nmod])
                    .is_none()
                && (words.children_by(noun, &[Rel::Det, Rel::NmodPoss])).any(|whose| {
                    lemma == "account" && matches!(words.lower(whose), "that" | "this")
                        || words.rel(whose) == Rel::NmodPoss
                })
        }
        _ if SAYINGS.contains(&lemma) => true,
        // "press stories about a deal"
        "story" | "report" | "claim" | "article"
            if (words.children_by(noun, &[Rel::Compound]))
                .any(|of| matches!(words.lemma(of), "press" | "media" | "newspaper" | "news")) =>
        {
            true
        }
        // "its claim to have 4,000 fighters", but not "its claim to the islands"
        "claim" if claims_to_be(words, noun) => true,
        _ => SAYINGS_THAT.contains(&lemma) && says_that(scene, noun, IDEAS.contains(&lemma)),
    }
}

/// "a claim to have won", "their claim to be neutral".
pub(in crate::stances) fn claims_to_be(words: &Words, claim: usize) -> bool {
    words.lower(claim + 1) == "to" && matches!(words.lower(claim + 2), "have" | "be")
}

/// Whether a clause with "that" behind a noun tells how things are; what may be an idea has no modal.
fn says_that(scene: &Scene, noun: usize, idea: bool) -> bool {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(noun)).end;
    let near = noun + 1..(noun + 9).min(end);
    let Some(that) = near
        .take_while(|&at| !matches!(words.form(at), "," | ";" | ":" | "."))
        .find(|&at| words.lower(at) == "that" && !matches!(words.rel(at), Rel::Det))
    else {
        return false;
    };
    // "the suggestion that was made": which.
    if that + 1 >= end || matches!(words.upos(that + 1), Upos::Verb | Upos::Aux) {
        return false;
    }
    let Some(verb) = (words.head(that).filter(|_| words.rel(that) == Rel::Mark))
        .or_else(|| (that + 1..end).find(|&at| words.is_verb(at)))
    else {
        return false;
    };
    let modal = words
        .children_by(verb, &[Rel::Aux])
        .map(|aux| words.lemma(aux))
        .find(|aux| {
            matches!(
                *aux,
                "should" | "must" | "shall" | "would" | "could" | "might" | "may" | "can"
            )
        });
    match modal {
        Some("should" | "must" | "shall") => false,
        Some(_) => !idea,
        // "a suggestion that it cut its share": was cut, or be cut.
        None if idea && !is_finite(words, verb) => false,
        None => !is_wanted(scene, verb),
    }
}

/// Whether a clause is plainly of what is or was: "it had walked out", "it is late", "arrests were few", "it stalled".
fn is_finite(words: &Words, clause: usize) -> bool {
    match words
        .children_by(clause, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        .next()
    {
        Some(first) => words.xpos(first) != Xpos::Vb,
        None => match words.xpos(clause) {
            Xpos::Vbz => true,
            Xpos::Vbd => words.lower(clause) != words.lemma(clause),
            _ => false,
        },
    }
}

/// "accepted that the price had risen", "neither accepts that its herders fired first": a fact, granted or not. "accepts
/// that the islands belong to Brod" is none.
fn is_granted(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let (Target::Phrase(head, _), trigger) = (&claim.on, claim.trigger) else {
        return false;
    };
    let head = *head;
    if !matches!(
        words.lemma(trigger),
        "accept" | "agree" | "concede" | "acknowledge" | "admit"
    ) || head <= trigger
        || words.head(head) != Some(trigger)
        || words.rel(head) != Rel::Ccomp
    {
        return false;
    }
    let now = matches!(words.xpos(trigger), Xpos::Vbp | Xpos::Vbz);
    is_past(words, head) || now && is_told_of_then(words, head)
}

/// "Merin and Brod signed a pact in 2019": a deed of another year.
fn is_long_signed(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let trigger = claim.trigger;
    if words.phrasal(trigger) != "sign" {
        return false;
    }
    let end = words.sentence(words.sentence_of(trigger)).end;
    (trigger + 1..end.saturating_sub(1)).any(|at| {
        let year = |at: usize| {
            let form = words.form(at);
            form.len() == 4
                && (form.starts_with("19") || form.starts_with("20"))
                && form.bytes().all(|digit| digit.is_ascii_digit())
        };
        words.lower(at) == "in"
            && (words.ancestors(at).take(4)).any(|above| above == trigger)
            && (year(at + 1) || year(at + 2))
    })
}

/// "the water it needs", "disagree on how large a majority is needed": told besides, and nothing that is asked for.
fn is_only_needed(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let trigger = claim.trigger;
    let asks = |at: usize| {
        matches!(
            words.lower(at),
            "how" | "whether" | "which" | "who" | "when"
        )
    };
    let open = matches!(&claim.on, Target::Phrase(_, phrase) if asks(phrase.start));
    // "What we need is eyes on the ground" tells it.
    let besides = words.rel(trigger) == Rel::AclRelcl
        && words
            .head(trigger)
            .is_some_and(|noun| words.upos(noun) != Upos::Pron);
    words.lemma(trigger) == "need" && (open || besides)
}

/// "had risen", "has been left out".
fn is_past(words: &Words, clause: usize) -> bool {
    let mut auxiliaries = words.children_by(clause, &[Rel::Aux]);
    auxiliaries
        .next()
        .is_some_and(|first| words.lemma(first) == "have" && words.xpos(first) != Xpos::Vb)
}

/// "fired first", "was left out".
fn is_told_of_then(words: &Words, clause: usize) -> bool {
    let mut auxiliaries = words.children_by(clause, &[Rel::Aux, Rel::AuxPass, Rel::Cop]);
    match auxiliaries.next() {
        Some(first) => matches!(words.lower(first), "was" | "were" | "did"),
        None => words.xpos(clause) == Xpos::Vbd,
    }
}

/// "regretted that the lights had failed", "complained that boats had been stopped": what happened, and no proposal.
fn is_mourned(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let trigger = claim.trigger;
    if !matches!(
        words.lemma(trigger),
        "regret" | "complain" | "lament" | "deplore" | "bemoan" | "rue"
    ) {
        return false;
    }
    words.children_by(trigger, &[Rel::Ccomp]).any(|clause| {
        is_past(words, clause) && words.children_by(clause, &[Rel::Mark]).next().is_some()
    })
}

/// "has no part in the talks", but not "will have no part in the scheme": who sits at the table.
fn is_outside(words: &Words, claim: &Claim) -> bool {
    let Target::Phrase(head, _) = claim.on else {
        return false;
    };
    claim.rule == "no-to"
        && matches!(
            words.lemma(head),
            "talk"
                | "negotiation"
                | "bargaining"
                | "dispute"
                | "process"
                | "conflict"
                | "mediation"
        )
        && words.lemma(claim.trigger) == "have"
        && words
            .children_by(claim.trigger, &[Rel::Aux])
            .next()
            .is_none()
}
