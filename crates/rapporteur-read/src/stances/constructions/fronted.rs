//! Things put first, with what is said of them behind: "Twenty-four we could live with, provided …", "The zones, yes, we've
//! agreed to those", "One to five, they have brought us that twice".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::matter::is_pronoun;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// The longest thing that is put first, in words.
const LONGEST: usize = 14;

/// Gives what stands first to stances in its sentence that have no thing of their own, or one that looks back on it.
pub fn read(scene: &Scene, claims: &mut [Claim]) {
    for claim in claims {
        let Some((first, taken_up)) = put_first(scene, claim.trigger) else {
            continue;
        };
        let lacks = match &claim.on {
            Target::Nothing => !taken_up,
            Target::Phrase(head, phrase) if phrase.len() == 1 => {
                taken_up && is_pronoun(scene.words, *head)
            }
            Target::Phrase(_, phrase) => {
                let hangs = claim.premise.as_ref().is_some_and(|premise| {
                    phrase.start >= premise.whole.start && phrase.end <= premise.whole.end
                });
                hangs && !taken_up
            }
            Target::Proposal(_) => false,
        };
        if lacks {
            let head = (scene.words.top(first.clone()))
                .filter(|head| first.contains(head))
                .unwrap_or(first.start);
            claim.evidence = first.start..claim.evidence.end.max(claim.trigger + 1);
            claim.on = scene.toward(head, first);
        }
    }
}

/// The thing at the head of the sentence of a word, right before a subject, and whether a comma parts it from the clause,
/// so that a pronoun has to take it up.
pub(in crate::stances) fn put_first(scene: &Scene, trigger: usize) -> Option<(Range<usize>, bool)> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(trigger));
    let start = (sentence.start..trigger).find(|&at| {
        words.upos(at) != Upos::Punct && !matches!(words.lower(at), "and" | "but" | "so" | "well")
    })?;
    let subject = (start + 1..trigger.min(start + LONGEST)).find(|&at| {
        matches!(words.lower(at), "we" | "i" | "they" | "he" | "she" | "you")
            && !matches!(
                words.lower(at - 1),
                "that" | "who" | "which" | "if" | "when" | "as"
            )
    })?;
    let mut end = subject;
    let mut comma = false;
    // ", yes,"
    while end > start
        && (words.form(end - 1) == "," || matches!(words.lower(end - 1), "yes" | "no" | "well"))
    {
        comma = true;
        end -= 1;
    }
    let first = words.trim(start..end);
    (is_thing(scene, first.clone()) && !is_circumstance(words, &first)).then_some((first, comma))
}

/// Whether words are a noun phrase and nothing else.
fn is_thing(scene: &Scene, phrase: Range<usize>) -> bool {
    let words = scene.words;
    let inner = phrase.clone();
    let nominal =
        (phrase.clone()).any(|at| matches!(words.upos(at), Upos::Noun | Upos::Propn | Upos::Num));
    let clause = (phrase.clone()).any(|at| {
        matches!(words.upos(at), Upos::Aux)
            || matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
            || matches!(words.form(at), "," | ";" | ":" | "\"" | "“" | "”")
            || words.rel(at) == Rel::Mark
    });
    let opens = words.upos(phrase.start);
    !phrase.is_empty()
        && nominal
        && !clause
        && matches!(
            opens,
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Pron
        )
        && !inner
            .into_iter()
            .any(|at| scene.entities.actor(at).is_some() && words.head(at).is_none())
}

/// "This morning we …", "Two years ago they …": when, and no thing.
fn is_circumstance(words: &Words, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|at| {
        matches!(
            words.lemma(at),
            "morning"
                | "evening"
                | "afternoon"
                | "night"
                | "today"
                | "tonight"
                | "yesterday"
                | "tomorrow"
                | "ago"
                | "time"
                | "moment"
                | "way"
                | "week"
                | "year"
                | "month"
                | "day"
                | "hour"
                | "first"
                | "last"
                | "once"
        ) || words.form(at).ends_with("day")
    })
}
