//! Acceptance that is tied to something: "tied its acceptance of the clause to a longer period", "its support for the
//! fund is conditional on audits", "its consent hinges on a date".

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use super::force::{Force, Premise, PremiseKind};
use super::holders::{possessors, subject_holders};
use super::{Claim, Scene, nouns};

/// What ties its object to something else.
const TYING: &[&str] = &[
    "tie",
    "link",
    "couple",
    "peg",
    "subordinate",
    "condition",
    "make",
    "chain",
    "bind",
];
/// What hangs on something else.
const HANGING: &[&str] = &["hinge", "depend", "hang", "rest", "turn", "ride"];
/// Adjectives of the same.
const CONDITIONAL: &[&str] = &[
    "conditional",
    "contingent",
    "dependent",
    "subject",
    "conditioned",
];
/// Prepositions before what it is tied to.
const TIES: &[&str] = &["to", "on", "upon", "with"];

/// Reads one word: a noun of acceptance or support.
pub fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.upos(noun) != Upos::Noun {
        return;
    }
    let lemma = words.lemma(noun);
    let yields = lemma == "agreement"
        || (scene.lexicon.stances.of(StanceWord::Noun, lemma))
            .any(|frame| matches!(frame.stance, Stance::Accepts | Stance::Supports));
    let Some(verb) = words.head(noun).filter(|_| yields) else {
        return;
    };
    let force = Force::of(words, verb);
    if force.hypothetical || force.negated || force.never {
        return;
    }
    let Some(tie) = tied_to(scene, noun, verb) else {
        return;
    };
    let mut held = possessors(scene, noun);
    if held.is_empty() && words.rel(noun) == Rel::Obj {
        held = subject_holders(scene, verb);
    }
    // "made its support for the fund conditional on audits"
    let limit = (noun..tie.start)
        .find(|&at| CONDITIONAL.contains(&words.lemma(at)))
        .unwrap_or(tie.start);
    let content = nouns::content(scene, noun).into_iter().next();
    let Some((head, phrase)) = content
        .map(|(head, phrase)| (head, words.trim(phrase.start..phrase.end.min(limit))))
        .map(|(head, phrase)| match phrase.contains(&head) {
            true => (head, phrase),
            false => (words.top(phrase.clone()).unwrap_or(phrase.start), phrase),
        })
        .filter(|(_, phrase)| !phrase.is_empty())
    else {
        return;
    };
    if held.is_empty() {
        return;
    }
    let whole = words.trim(tie.clone());
    let top = words.top(whole.start + 1..whole.end).unwrap_or(whole.start);
    let start = (words.children_by(verb, &[Rel::Nsubj]).next())
        .map_or(noun, |subject| words.subtree(subject).start)
        .min(words.subtree(noun).start);
    claims.push(Claim {
        stance: Stance::AcceptsIf,
        holders: held,
        trigger: noun,
        rule: "tied".into(),
        on: scene.toward(head, phrase),
        premise: Some(Premise {
            kind: PremiseKind::Subject,
            words: whole.start + 1..whole.end,
            head: top,
            whole: whole.clone(),
        }),
        reason: None,
        outlet: scene.speaker(noun).is_none(),
        evidence: words.trim(start..whole.end),
        via: None,
    });
}

/// Preposition and phrase of what the noun is tied to.
fn tied_to(scene: &Scene, noun: usize, verb: usize) -> Option<std::ops::Range<usize>> {
    let words = scene.words;
    let lemma = words.lemma(verb);
    let subject = matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass);
    let ties = match words.rel(noun) {
        Rel::Obj => TYING.contains(&lemma),
        _ if subject => {
            HANGING.contains(&lemma)
                || CONDITIONAL.contains(&lemma)
                || TYING.contains(&lemma) && words.is_passive(verb)
        }
        _ => false,
    };
    let end = words.sentence(words.sentence_of(verb)).end;
    // "made its support conditional on audits"
    let from = match lemma {
        "make" => (noun..end.min(noun + 12)).find(|&at| CONDITIONAL.contains(&words.lemma(at)))?,
        _ => verb.max(words.children_by(noun, &[Rel::Nmod]).last().unwrap_or(noun)),
    };
    let tie = (from + 1..end)
        .take_while(|&at| words.upos(at) != Upos::Punct)
        .find(|&at| TIES.contains(&words.lemma(at)) && words.upos(at) != Upos::Part)
        .filter(|_| ties)?;
    let top = words.head(tie).filter(|&top| top > tie)?;
    let behind = words.subtree(top).end.min(end);
    (behind > tie + 1).then_some(tie..behind)
}
