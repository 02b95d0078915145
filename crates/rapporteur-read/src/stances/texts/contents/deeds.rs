//! What would be done, told in a clause of its own behind what was brought: "Brod has a plan. Pilots would be paid by the
//! day", "The union has three demands. Night shifts must end".

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::brought::Bearer;
use crate::stances::Scene;
use crate::stances::arguments::things::clause;
use crate::stances::modality::force::Force;
use crate::stances::texts::documents::provided;
use crate::stances::texts::papers;
use crate::stances::texts::spelt_out::is_effect;
use crate::stances::texts::texts_verbs::{Doing, doing, is_met};
use crate::words::Words;

/// Subjects of what goes on around the talks.
const PROCEEDINGS: &[&str] = &[
    "talk",
    "negotiation",
    "round",
    "meeting",
    "vote",
    "session",
    "decision",
    "summit",
    "conference",
    "debate",
    "strike",
    "walkout",
    "protest",
    "rally",
    "hearing",
    "critic",
    "analyst",
    "expert",
    "minister",
    "diplomat",
    "delegate",
    "delegation",
    "negotiator",
    "mediator",
    "official",
    "spokesman",
    "spokeswoman",
    "cost",
    "effect",
    "result",
    "price",
    "nobody",
    "none",
    "that",
    "this",
    "which",
    "such",
    "there",
    "reporter",
    "step",
    "move",
    "deadline",
    "announcement",
    "agreement",
    "deal",
    "reaction",
    "response",
    "answer",
    "reply",
    "demand",
    "condition",
    "point",
    "critics",
    "court",
    "judge",
    "election",
];

/// Verbs of what goes on around the talks.
const PROCEEDS: &[&str] = &[
    "meet",
    "resume",
    "vote",
    "discuss",
    "debate",
    "decide",
    "consider",
    "study",
    "reply",
    "respond",
    "convene",
    "continue",
    "present",
    "publish",
    "announce",
    "travel",
    "brief",
    "examine",
    "review",
    "happen",
    "mean",
    "say",
    "tell",
    "ask",
    "know",
    "come",
    "fly",
    "talk",
    "negotiate",
    "wait",
    "leave",
    "table",
    "submit",
    "consult",
    "speak",
    "strike",
    "protest",
    "fight",
    "try",
    "seek",
    "hope",
    "want",
    "think",
    "like",
    "suffer",
    "lose",
    "struggle",
    "face",
    "feel",
    "welcome",
    "find",
    "see",
    "follow",
    "hear",
    "sign",
    "approve",
    "ratify",
    "circulate",
    "put",
];

/// How something can be arranged, and not what it would be like: "The patrols would be joint".
const ARRANGED_SO: &[&str] = &[
    "joint",
    "equal",
    "free",
    "open",
    "closed",
    "exempt",
    "voluntary",
    "binding",
    "compulsory",
    "mandatory",
    "optional",
    "obligatory",
    "shared",
    "common",
    "permanent",
    "temporary",
    "provisional",
    "public",
    "confidential",
    "independent",
    "neutral",
    "autonomous",
    "demilitarised",
    "demilitarized",
    "off-limits",
    "eligible",
    "liable",
    "responsible",
    "entitled",
    "final",
    "valid",
    "tax-free",
    "duty-free",
    "unlimited",
    "separate",
    "subject",
];

/// The deeds of a clause and of those joined to it: the verb and the words of each.
pub(super) fn read(
    scene: &Scene,
    bearer: &Bearer,
    range: &Range<usize>,
) -> Vec<(usize, Range<usize>)> {
    let words = scene.words;
    let Some(root) = words
        .top(range.clone())
        .filter(|&root| words.upos(root) == Upos::Verb || words.child(root, &[Rel::Cop]).is_some())
    else {
        return Vec::new();
    };
    let Some(subject) = words
        .child(root, &[Rel::Nsubj, Rel::NsubjPass])
        .filter(|&it| it < root)
    else {
        return Vec::new();
    };
    if scene.speaker(root).is_some()
        || matches!(words.form(range.start), "\"" | "“" | "‘")
        || range.clone().any(|at| words.form(at) == "?")
        || words.child(root, &[Rel::Advcl, Rel::Ccomp]).is_some()
    {
        return Vec::new();
    }
    let joined = (words.children_by(root, &[Rel::Conj, Rel::Parataxis]))
        .filter(|&at| at > root && words.upos(at) == Upos::Verb);
    let mut of = subject;
    let mut found = Vec::new();
    for deed in std::iter::once(root).chain(joined) {
        let own = words.child(deed, &[Rel::Nsubj, Rel::NsubjPass]);
        of = own.unwrap_or(of);
        let first = if own.is_some() { deed } else { root };
        if is_itself(scene, bearer, of) {
            found.extend(says(scene, first, deed, of));
            continue;
        }
        if !is_told(scene, bearer, first, deed, of) {
            return Vec::new();
        }
        let mut content = clause(scene, deed);
        if own.is_none() {
            content.start = content.start.max(deed);
        }
        let content = words.trim(content.start.max(range.start)..content.end.min(range.end));
        let content = without_lead(scene, content, own);
        if content.len() > 1 {
            found.push((deed, content));
        }
    }
    found
}

/// Whether a subject is what was brought: "it", "the document", "the plan" of a plan.
fn is_itself(scene: &Scene, bearer: &Bearer, subject: usize) -> bool {
    let words = scene.words;
    let lemma = words.lemma(subject);
    let again = matches!(lemma, "document" | "text" | "paper") || lemma == words.lemma(bearer.noun);
    let definite = (words.child(subject, &[Rel::Det]))
        .is_some_and(|the| matches!(words.lower(the), "the" | "this"));
    !bearer.several && (words.lower(subject) == "it" || again && definite)
}

/// "It would cap the toll", "The document foresees a court": what it provides.
fn says(scene: &Scene, first: usize, deed: usize, subject: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let force = Force::of(words, first);
    let future = matches!(force.modal.as_deref(), Some("would" | "will" | "shall"));
    let now = words.xpos(first) == Xpos::Vbz && words.child(first, &[Rel::Aux]).is_none();
    let either = words.upos(subject) == Upos::Pron && papers::is_of_both(words.lemma(deed));
    let plain = !(force.negated || force.never || force.hypothetical || force.no_longer);
    let tells = plain
        && (future || now && !either)
        && !words.is_passive(first)
        && !is_effect(words.lemma(deed))
        && doing(words, deed) == Some(Doing::Provides);
    if !tells {
        return None;
    }
    let (head, content) = provided(scene, deed, future)?;
    let next = (words.children_by(deed, &[Rel::Conj]))
        .filter(|&at| words.is_verb(at))
        .map(|at| words.subtree(at).start)
        .min();
    let content = words.trim(content.start..next.map_or(content.end, |next| next.min(content.end)));
    (content.len() > 1).then_some((head, without_lead(scene, content, None)))
}

/// "In exchange, Merin would …", "Under point three, …", "In the first, …": without what leads to it, unless that is a day.
fn without_lead(scene: &Scene, content: Range<usize>, subject: Option<usize>) -> Range<usize> {
    let words = scene.words;
    let mut from = content.start;
    if matches!(
        words.lower(from),
        "also" | "moreover" | "meanwhile" | "instead" | "and" | "then"
    ) {
        from += 1;
    }
    if let Some(subject) = subject.map(|subject| words.subtree(subject).start)
        && content.contains(&subject)
        && subject > from
        && words.form(subject - 1) == ","
        && !(scene.dates.0.iter()).any(|date| (from..subject).contains(&date.words.start))
    {
        from = subject;
    }
    words.trim(from..content.end)
}

/// Whether a verb tells what is to be: "would", "is to", and of demands "must".
fn is_told(scene: &Scene, bearer: &Bearer, first: usize, deed: usize, subject: usize) -> bool {
    let words = scene.words;
    let force = Force::of(words, first);
    let lemma = words.lemma(deed);
    let demands = bearer.stance == Stance::Demands;
    // "No boat is to come near"
    let no = (words.child(subject, &[Rel::Det])).is_some_and(|no| words.lower(no) == "no");
    let modal = match force.modal.as_deref() {
        Some("would" | "shall" | "should") => true,
        Some("must" | "will") => demands,
        _ => is_to(scene, first) || demands && has_to(words, first),
    };
    // "The harbour must be open to all", and not "It would be hard".
    let deed_told = words.upos(deed) == Upos::Verb
        || demands && force.modal.as_deref() == Some("must")
        || ARRANGED_SO.contains(&lemma) && words.child(deed, &[Rel::Cop]).is_some();
    let stands = (scene
        .lexicon
        .stances
        .of(StanceWord::Verb, &words.phrasal(deed)))
    .any(|frame| frame.with.is_empty() && frame.only.is_none());
    modal
        && deed_told
        && (!force.negated || no)
        && !force.never
        && !force.hypothetical
        && !force.no_longer
        && !PROCEEDINGS.contains(&words.lemma(subject))
        && !PROCEEDS.contains(&lemma)
        && !is_effect(lemma)
        && (!is_met(words, deed) || falls_to(words, deed))
        // "Customs would move to the river": nobody moves anything.
        && (!stands || words.is_passive(deed) || scene.entities.actor(subject).is_none())
        && words.upos(subject) != Upos::Pron
        && (words.child(deed, &[Rel::Obj])).is_none_or(|object| {
            !matches!(
                words.lemma(object),
                "price" | "cost" | "bill" | "consequence"
            ) && words.upos(object) != Upos::Pron
                && scene.proposals.at(object).is_none()
        })
        && scene.proposals.at(subject).is_none()
}

/// "The toll would fall to nine crowns"
fn falls_to(words: &Words, verb: usize) -> bool {
    matches!(words.lemma(verb), "fall" | "remain" | "lapse" | "expire")
        && matches!(
            words.lower(verb + 1),
            "to" | "by" | "at" | "from" | "in" | "with" | "after"
        )
}

/// "Night shifts have to end"
fn has_to(words: &Words, verb: usize) -> bool {
    words.lemma(verb) == "have"
        && (words.child(verb, &[Rel::Xcomp])).is_some_and(|deed| {
            (words.children_by(deed, &[Rel::Mark])).any(|to| words.lower(to) == "to")
        })
}

/// "Tankers are to pay", "the boats are to be withdrawn"
fn is_to(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    (words.children_by(verb, &[Rel::Cop, Rel::Aux, Rel::AuxPass]))
        .any(|is| matches!(words.lower(is), "is" | "are") && words.lower(is + 1) == "to")
}
