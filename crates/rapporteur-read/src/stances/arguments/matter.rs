//! What is being talked about where nobody names it anew: "Brod and Merin were against", "Orveth voted in favour".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::texts::drafts::is_text;
use crate::stances::texts::tabled::tabled;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Nouns of what is put to a vote or to a public, beside texts.
const MATTERS: &[&str] = &[
    "plan",
    "scheme",
    "proposal",
    "idea",
    "suggestion",
    "project",
    "measure",
    "reform",
    "ban",
    "levy",
    "tax",
    "cut",
    "budget",
    "treaty",
    "merger",
    "candidate",
    "candidacy",
    "nomination",
    "question",
    "option",
    "extension",
    "clause",
];

/// The matter on which a word without a thing of its own gives a verdict: what others last put forward or took a stand
/// on, what the sentence is about ("On Sunday trading …"), or the text or plan that was named last.
pub(in crate::stances) fn matter(
    scene: &Scene,
    claims: &[Claim],
    word: usize,
    held: &[Holder],
) -> Option<(Target, Option<usize>)> {
    if let Some(before) = put_forward(scene, claims, word, held) {
        return Some(before.about());
    }
    let stood = last(scene, claims, word, held, |stance| {
        !matches!(stance, Stance::DeclinesToSay | Stance::Concerned)
    });
    if let Some(before) = stood {
        return Some(before.about());
    }
    named(scene, word).map(|head| (scene.toward(head, noun_phrase(scene, head)), None))
}

/// The last thing put forward before a word by somebody other than those who answer.
pub(in crate::stances) fn put_forward<'a>(
    scene: &Scene,
    claims: &'a [Claim],
    word: usize,
    held: &[Holder],
) -> Option<&'a Claim> {
    last(scene, claims, word, held, |stance| {
        matches!(stance, Stance::Proposes | Stance::Demands | Stance::Offers)
    })
}

/// What an answer without a thing of its own answers: what others last put forward; what the answer before this one was
/// about; what others in the same sentence took a stand on.
pub(in crate::stances) fn last_put_forward<'a>(
    scene: &Scene,
    claims: &'a [Claim],
    word: usize,
    held: &[Holder],
) -> Option<&'a Claim> {
    let words = scene.words;
    let sentence = words.sentence_of(word);
    let others = |claim: &&Claim| {
        !claim.holders.is_empty() && claim.on != Target::Nothing && !claim.shares_party(held)
    };
    let nearest = (claims.iter())
        .filter(|claim| claim.trigger < word && is_within_reach(scene, word, claim.trigger))
        .filter(others)
        .max_by_key(|claim| claim.trigger)
        .filter(|claim| {
            // It was itself an answer: what it is about stands before its sentence, or apart from its words.
            let own = words.sentence(words.sentence_of(claim.trigger)).start;
            let back = matches!(&claim.on, Target::Phrase(_, phrase) if phrase.end <= own);
            back || matches!(claim.rule.as_str(), "bare" | "answer" | "absolute")
                && claim.on != Target::Nothing
        });
    nearest
        .or_else(|| put_forward(scene, claims, word, held))
        .or_else(|| {
            last(scene, claims, word, held, |stance| {
                matches!(
                    stance,
                    Stance::Supports
                        | Stance::Accepts
                        | Stance::AcceptsIf
                        | Stance::Opposes
                        | Stance::Rejects
                )
            })
            .filter(|claim| words.sentence_of(claim.trigger) == sentence)
        })
}

/// The last thing of which another has told a stance of some kind.
pub(in crate::stances) fn last<'a>(
    scene: &Scene,
    claims: &'a [Claim],
    word: usize,
    held: &[Holder],
    is: impl Fn(Stance) -> bool,
) -> Option<&'a Claim> {
    let words = scene.words;
    claims
        .iter()
        .filter(|claim| claim.trigger < word && claim.evidence.start < word)
        .filter(|claim| is_within_reach(scene, word, claim.trigger))
        .filter(|claim| is(claim.stance))
        .filter(|claim| match &claim.on {
            Target::Phrase(head, _) => {
                !is_pronoun(words, *head) && !matches!(words.lemma(*head), "vote" | "ballot")
            }
            Target::Proposal(_) => true,
            Target::Nothing => false,
        })
        .filter(|claim| !claim.shares_party(held))
        .max_by_key(|claim| claim.trigger)
}

/// Whether words stand close enough before others for these to answer them: in the same sentence or the one before, or in
/// the same paragraph with one more between ("It put the cost at 12 million.").
pub(in crate::stances) fn is_within_reach(scene: &Scene, word: usize, trigger: usize) -> bool {
    let words = scene.words;
    let (own, before) = (words.sentence_of(word), words.sentence_of(trigger));
    scene.follows(own, before)
        || before + 2 == own
            && !words.text_of(trigger..word).contains('\n')
            && tabled(scene, word).is_none()
}

/// "On Sunday trading they agree": the head of the topic with which the sentence of a word opens.
pub(in crate::stances) fn opened_with(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    let start = words.sentence(words.sentence_of(word)).start;
    if words.lemma(start) != "on" {
        return None;
    }
    let comma = (start..word).find(|&at| {
        words.form(at) == ","
            || scene.entities.actor(at).is_some()
            || words.upos(at) == Upos::Pron
            // "On the report | opinions are divided: …"
            || at > start + 2 && matches!(words.lower(at), "opinions" | "views" | "minds")
    });
    comma
        .filter(|&comma| comma > start + 1 && comma < start + 8)
        .and_then(|comma| words.top(start + 1..comma))
        .filter(|&top| words.upos(top) == Upos::Noun && !is_date(scene, top))
}

/// The head of the text, plan or topic that was named last, in this sentence or the one before.
fn named(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    let own = words.sentence_of(word);
    if let Some(topic) = opened_with(scene, word) {
        return Some(topic);
    }
    let first = words.sentence(own.saturating_sub(1)).start;
    (first..word).rev().find(|&at| {
        // "was for the dam": what somebody was for.
        let backed = words.child(at, &[Rel::Cop]).is_some()
            && (words.children_by(at, &[Rel::Case]))
                .any(|case| matches!(words.lemma(case), "for" | "against"));
        words.upos(at) == Upos::Noun
            && (backed || is_text(scene, at) || MATTERS.contains(&words.lemma(at)))
            && !matches!(words.rel(at), Rel::Compound)
            && !is_date(scene, at)
    })
}

/// What the sentence before is about where no side has put it forward: what is done, or what it is done to.
pub(in crate::stances) fn spoken_of(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    let own = words.sentence_of(word);
    let start = words.sentence(own).start;
    let thing = |at: &usize| {
        words.upos(*at) == Upos::Noun
            && matches!(
                words.rel(*at),
                Rel::Obj | Rel::NsubjPass | Rel::Nsubj | Rel::Obl | Rel::Conj | Rel::Nmod
            )
            && scene.entities.actor(*at).is_none()
            && !is_date(scene, *at)
            && !words.text_of(*at..*at + 1).contains("day")
    };
    let ranked = |at: &usize| match words.rel(*at) {
        Rel::Obj | Rel::NsubjPass => 0,
        Rel::Nsubj => 1,
        _ => 2,
    };
    let before = words.sentence(own.checked_sub(1)?);
    (before.end <= start && !scene.questions[before.start])
        .then(|| {
            before
                .filter(thing)
                .min_by_key(|at| (ranked(at), std::cmp::Reverse(*at)))
        })
        .flatten()
}

fn is_date(scene: &Scene, word: usize) -> bool {
    (scene.dates.0.iter()).any(|date| date.words.contains(&word))
}

/// "it", "that", "them".
pub(in crate::stances) fn is_pronoun(words: &Words, word: usize) -> bool {
    matches!(words.upos(word), Upos::Pron | Upos::Det | Upos::Sconj)
        && matches!(
            words.lemma(word),
            "it" | "that" | "this" | "they" | "them" | "these" | "those"
        )
}
