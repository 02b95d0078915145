//! What was read as a stance and is none: rumours, guesses, courtesies, spans of time, days, the end of an offer.

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::no_stance::{facts, guesses, idle, rumours};
use crate::stances::texts::{drafts, papers};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Drops the claims that tell no stance.
pub(in crate::stances) fn sift(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    claims.retain(|claim| {
        let (head, phrase) = match &claim.on {
            Target::Phrase(head, phrase) => (*head, phrase),
            on => return is_told(scene, claim) && !is_authorship(scene, claim, on),
        };
        !rumours::is_rumour(words, head)
            && is_told(scene, claim)
            && !is_end_of_offer(words, claim.stance, head)
            && !is_span_of_time(scene, claim.stance, head, phrase)
            && !is_day(words, claim.stance, head, phrase)
            && !lacks(words, claim, phrase)
            && !is_no_thing(words, head, phrase)
            && !is_set_against(words, phrase)
            && !hangs(words, claim.stance, phrase)
            && !is_authorship(scene, claim, &claim.on)
    });
    idle::drop_given_up(claims);
}

/// "its consent to the levy hangs on a seat", with the verb for a part of the thing: no plain acceptance.
fn hangs(words: &Words, stance: Stance, phrase: &Range<usize>) -> bool {
    matches!(stance, Stance::Accepts | Stance::Supports)
        && (phrase.clone()).any(|at| {
            matches!(
                words.lower(at),
                "hangs" | "hung" | "hinges" | "hinged" | "depends" | "depended"
            ) && matches!(words.lower(at + 1), "on" | "upon")
        })
}

/// Whether somebody holds it, and of what is negotiated.
fn is_told(scene: &Scene, claim: &Claim) -> bool {
    (claim.rule == "cleft" || !guesses::is_guess(scene, claim))
        && !idle::is_idle(scene, claim)
        && !facts::is_fact(scene, claim)
        && !is_threat(scene, claim)
}

/// "warned that it would withdraw the plan if nobody answered": what is threatened is not offered.
fn is_threat(scene: &Scene, claim: &Claim) -> bool {
    matches!(
        claim.stance,
        Stance::AcceptsIf | Stance::Offers | Stance::Open
    ) && (scene.statements.around(claim.trigger))
        .filter_map(|index| scene.statements.all[index].cue_head)
        .any(|cue| matches!(scene.words.lemma(cue), "warn" | "threaten" | "caution"))
}

/// "The offer would be taken off the table": the end of an offer is none.
fn is_end_of_offer(words: &Words, stance: Stance, head: usize) -> bool {
    use Stance::{Accepts, AcceptsIf, Offers, Open};
    let ends = matches!(
        words.lemma(head),
        "take" | "withdraw" | "drop" | "cancel" | "void" | "revoke" | "rescind" | "retract"
    );
    let is_offer = |thing: usize| {
        matches!(
            words.lemma(thing),
            "offer" | "deal" | "proposal" | "concession" | "bid" | "promise" | "grant"
        )
    };
    ends && matches!(stance, Accepts | AcceptsIf | Offers | Open)
        && words.is_passive(head)
        && words.child(head, &[Rel::NsubjPass]).is_some_and(is_offer)
}

/// "For two days they argued", "for 118 years it has stood": how long. "voiced support for a twelve-month term" is none.
fn is_span_of_time(scene: &Scene, stance: Stance, head: usize, phrase: &Range<usize>) -> bool {
    stance == Stance::Supports
        && phrase.start > 0
        && scene.words.lower(phrase.start - 1) == "for"
        && (scene.dates.0.iter()).any(|date| {
            date.timex.kind == "DURATION"
                && date.words.contains(&head)
                && date.words.start <= phrase.start + 1
                && phrase.start < date.words.end
        })
}

/// "dropped one demand on Monday", "will sit again on Wednesday": when, not toward what.
fn is_day(words: &Words, stance: Stance, head: usize, phrase: &Range<usize>) -> bool {
    use Stance::{Accepts, Concerned, DeclinesToSay, Open, Withdraws};
    phrase.len() == 1
        && matches!(
            stance,
            Open | Withdraws | Accepts | Concerned | DeclinesToSay
        )
        && phrase.start > 0
        && words.lower(phrase.start - 1) == "on"
        && matches!(
            words.lower(head),
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        )
}

/// "will vote down any contract without it": for what "it" is, and against no contract.
fn lacks(words: &Words, claim: &Claim, thing: &Range<usize>) -> bool {
    if !matches!(claim.stance, Stance::Rejects | Stance::Opposes) {
        return false;
    }
    let trigger = claim.trigger;
    let end = words.sentence(words.sentence_of(trigger)).end;
    let to = if thing.start > trigger {
        thing.end + 2
    } else {
        trigger + 6
    };
    (trigger + 1..to.min(end.saturating_sub(1))).any(|at| {
        words.lower(at) == "without"
            && matches!(
                words.lower(at + 1),
                "it" | "them" | "one" | "that" | "those"
            )
            // "opposes any deal made without it": without whoever opposes it.
            && words.xpos(at - 1) != Xpos::Vbn
            && (trigger + 1..at).any(|any| matches!(words.lower(any), "any" | "every" | "anything"))
    })
}

/// "sees nothing wrong with it": nothing is no thing.
fn is_no_thing(words: &Words, head: usize, phrase: &Range<usize>) -> bool {
    phrase.len() == 1 && matches!(words.lemma(head), "nothing" | "none" | "nobody" | "be")
}

/// "wants a signatory, not a guest", "ruled out 30 years but not a share": what is only named beside it.
fn is_set_against(words: &Words, phrase: &Range<usize>) -> bool {
    let beside =
        phrase.start > 0 && matches!(words.lower(phrase.start - 1), "," | "and" | "but" | "or");
    beside
        && words.lower(phrase.start) == "not"
        && phrase.len() < 7
        && matches!(words.lower(phrase.start + 1), "a" | "an" | "the" | "for")
}

/// Authorship alone is no position: a text tabled by its author is a proposal, and "each tabled a draft" tells of two.
fn is_authorship(scene: &Scene, claim: &Claim, on: &Target) -> bool {
    if !matches!(claim.stance, Stance::Offers | Stance::Proposes)
        || drafts::tables_topic(scene, claim.trigger)
    {
        return false;
    }
    let proposals = scene.proposals;
    match on {
        Target::Proposal(proposal) => {
            let authors = &proposals.all[*proposal].authors;
            // "introduced a draft that would ban nets": what it provides is told.
            let told = || {
                (scene.words.object(claim.trigger))
                    .is_some_and(|text| drafts::provided_by(scene, text).is_some())
            };
            (claim.holders.iter()).all(|holder| authors.contains(&holder.actor)) && !told()
        }
        Target::Phrase(head, _) => {
            proposals.announced.contains(head)
                || is_drafted_part(scene.words, claim.trigger, *head)
                || claim.stance == Stance::Proposes && is_shown(scene, claim.trigger, *head)
        }
        Target::Nothing => false,
    }
}

/// "presented a video", "introduced spot checks", "submitted a petition", "the minister, who tabled it": what is shown, brought
/// into force or handed in is not put forward, nor is what somebody else has told of.
fn is_shown(scene: &Scene, trigger: usize, head: usize) -> bool {
    let words = scene.words;
    if words.is_passive(trigger) {
        return false;
    }
    let handed_in = words.lemma(trigger) == "submit" && SHOWN.contains(&words.lemma(head));
    let shows = handed_in || matches!(words.lemma(trigger), "present" | "introduce");
    let brings = shows || matches!(words.lemma(trigger), "submit" | "table" | "draft");
    if brings && words.lower(head) == "it" && words.object(trigger) == Some(head) {
        return true;
    }
    shows
        && words.upos(head) == Upos::Noun
        && words.object(trigger) == Some(words.first_conjunct(head))
        && !is_text(scene, head)
        && (words.lemma(trigger) == "introduce" && !would(words, head) || !is_put(scene, head))
}

/// "a levy that would rise each year"
fn would(words: &Words, noun: usize) -> bool {
    (words.children_by(noun, &[Rel::AclRelcl, Rel::Acl])).any(|clause| {
        (words.children_by(clause, &[Rel::Aux])).any(|would| words.lower(would) == "would")
    })
}

/// Whether a noun names a text or an idea: to introduce one is to put it forward, to introduce a levy is to levy it.
fn is_text(scene: &Scene, noun: usize) -> bool {
    let lemma = scene.words.lemma(noun);
    scene.proposals.at(noun).is_some()
        || scene.lexicon.texts.noun(lemma).is_some()
        || papers::is_measure(lemma)
        || drafts::is_text(scene, noun)
        || PUT_FORWARD.contains(&lemma)
}

/// Whether a noun names what can be put forward beside texts: a measure, a figure.
fn is_put(scene: &Scene, noun: usize) -> bool {
    let words = scene.words;
    let lemma = words.lemma(noun);
    MEASURES.contains(&lemma)
        || (scene.lexicon.stances.of(StanceWord::Noun, lemma))
            .next()
            .is_some()
        || words.child(noun, &[Rel::Nummod]).is_some() && !SHOWN.contains(&lemma)
        || (words.with_case(noun, &["of"])).any(|of| words.child(of, &[Rel::Nummod]).is_some())
        || would(words, noun)
}

/// What may be put forward, and what is in force once it is introduced.
const MEASURES: &[&str] = &[
    "rule",
    "system",
    "mechanism",
    "scale",
    "threshold",
    "ceiling",
    "cap",
    "quota",
    "levy",
    "tax",
    "fee",
    "measure",
    "reform",
];

/// What is put forward beside texts and wishes.
const PUT_FORWARD: &[&str] = &[
    "idea",
    "option",
    "alternative",
    "solution",
    "figure",
    "number",
    "recommendation",
    "variant",
    "course",
    "language",
    "wording",
    "map",
    "timetable",
    "schedule",
    "calendar",
    "candidate",
    "contribution",
    "counter",
    "estimate",
    "target",
    "concept",
    "vision",
    "claim",
    "complaint",
    "objection",
    "reservation",
    "model",
    "list",
    "one",
    "set",
    "clause",
    "paragraph",
    "formula",
    "arrangement",
    "compromise",
    "roadmap",
    "blueprint",
    "article",
    "definition",
    "criterion",
    "budget",
    "charter",
    "code",
    "change",
    "package",
    "pause",
    "truce",
    "ceasefire",
    "halt",
];

/// Things that are shown, however many: "presented 22,000 thumbprints".
const SHOWN: &[&str] = &[
    "thumbprint",
    "fingerprint",
    "signature",
    "video",
    "film",
    "slide",
    "photograph",
    "picture",
    "letter",
    "flower",
    "gift",
    "card",
    "report",
    "study",
    "witness",
    "tender",
    "statement",
    "petition",
    "evidence",
    "testimony",
    "credential",
    "compilation",
];

/// "which drafted large parts of it": to have written at a text is no position either.
fn is_drafted_part(words: &Words, trigger: usize, head: usize) -> bool {
    matches!(
        words.lemma(trigger),
        "draft" | "write" | "author" | "pen" | "compose"
    ) && matches!(
        words.lemma(head),
        "part" | "bulk" | "chapter" | "section" | "most" | "it" | "half"
    )
}
