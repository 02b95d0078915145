//! Acceptance that is tied to something: "tied its acceptance of the clause to a longer period", "its support for the
//! fund is conditional on audits", "its consent hinges on a date".

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{possessors, subject_holders};
use crate::stances::cues::nouns;
use crate::stances::modality::force::{Force, Premise, PremiseKind};
use crate::stances::texts::documents::offered_before;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

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
/// What is given to whoever does what it hangs on: "its offer depends on an amnesty".
const GIVEN: &[&str] = &[
    "offer",
    "bid",
    "aid",
    "loan",
    "credit",
    "money",
    "help",
    "assistance",
    "funding",
    "promise",
    "pledge",
    "concession",
    "guarantee",
    "investment",
    "donation",
    "contribution",
];
/// What gives its object for something else: "would trade its consent for a seat".
const BARTER: &[&str] = &["trade", "swap", "exchange", "barter"];
/// Prepositions before what it is tied to.
const TIES: &[&str] = &["to", "on", "upon", "with"];

/// Reads one word: a noun of acceptance or support, or of what is given only for something else.
pub fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !matches!(words.upos(noun), Upos::Noun | Upos::Propn | Upos::Sym) {
        return;
    }
    let Some(verb) = words.head(noun) else {
        return;
    };
    let Some(tie) = tied_to(scene, noun, verb) else {
        return;
    };
    let force = Force::of(words, verb);
    if force.hypothetical || force.negated || force.never {
        return;
    }
    let mut held = possessors(scene, noun);
    if held.is_empty() && words.rel(noun) == Rel::Obj {
        held = subject_holders(scene, verb);
    }
    let hangs = words.rel(noun) != Rel::Obj && GIVEN.contains(&words.lemma(noun));
    if held.is_empty() && hangs {
        held = offered_before(scene, noun, claims);
    }
    let mut whole = words.trim(tie.clone());
    // "hinges on Brod | withdrawing its boats"
    if words.xpos(whole.end) == Xpos::Vbg {
        whole.end = words.subtree(whole.end).end.max(whole.end + 1);
        whole = words.trim(whole);
    }
    if held.is_empty() || whole.len() < 2 {
        return;
    }
    let price = whole.start + 1..whole.end;
    let top = words.top(price.clone()).unwrap_or(price.start);
    let subject = words.child(verb, &[Rel::Nsubj]);
    let start = subject
        .map_or(noun, |subject| words.subtree(subject).start)
        .min(words.subtree(noun).start);
    // "made its support for the fund conditional on audits"
    let limit = (noun..tie.start)
        .find(|&at| CONDITIONAL.contains(&words.lemma(at)))
        .unwrap_or(tie.start);
    let lemma = words.lemma(noun);
    let form = words.lower(noun);
    let yields = matches!(lemma, "agreement" | "yes" | "signature" | "nod")
        || [lemma, form].into_iter().any(|noun| {
            (scene.lexicon.stances.of(StanceWord::Noun, noun))
                .any(|frame| matches!(frame.stance, Stance::Accepts | Stance::Supports))
        });
    let claim = |stance, on, premise| Claim {
        stance,
        holders: held.clone(),
        trigger: noun,
        rule: "tied".into(),
        on,
        premise,
        reason: None,
        outlet: scene.speaker(noun).is_none() && words.rel(noun) != Rel::Obj,
        evidence: words.trim(start..whole.end),
        via: None,
    };
    if !yields {
        // "made its aid conditional on an amnesty": it wants the amnesty.
        let sure = limit < tie.start
            || !matches!(
                words.lemma(verb),
                "make" | "trade" | "swap" | "exchange" | "barter"
            );
        if hangs || words.rel(noun) == Rel::Obj && sure && words.lemma(verb) != "link" {
            // "Its offer is contingent": that is no thing that it offers.
            claims.retain(|other| {
                !matches!(other.on, Target::Phrase(head, _) if head == verb && other.trigger == noun)
            });
            claims.push(claim(Stance::Demands, scene.toward(top, price), None));
        }
        return;
    }
    let content = nouns::content(scene, noun).into_iter().next();
    let Some((head, phrase)) = content
        .map(|(head, phrase)| (head, words.trim(phrase.start..phrase.end.min(limit))))
        .map(|(head, phrase)| match phrase.contains(&head) {
            true => (head, phrase),
            false => (words.top(phrase.clone()).unwrap_or(phrase.start), phrase),
        })
        .filter(|(_, phrase)| !phrase.is_empty())
    else {
        // "made its backing conditional on audits": of what was spoken of last.
        let sentence = words.sentence_of(noun);
        let before = (claims.iter().rev())
            .find(|other| other.trigger < noun && words.sentence_of(other.trigger) + 1 >= sentence)
            .map(|other| other.on.clone());
        if let Some(on) = before {
            let premise = Premise {
                kind: PremiseKind::Subject,
                words: price,
                head: top,
                whole: whole.clone(),
            };
            claims.push(claim(Stance::AcceptsIf, on, Some(premise)));
        } else if words.rel(noun) == Rel::Obj && TYING.contains(&words.lemma(verb)) {
            // "tied its signature to the release of the crews": nobody told of what, but for this it will have.
            claims.push(claim(Stance::Demands, scene.toward(top, price), None));
        }
        return;
    };
    let premise = Premise {
        kind: PremiseKind::Subject,
        words: price,
        head: top,
        whole: whole.clone(),
    };
    claims.push(claim(
        Stance::AcceptsIf,
        scene.toward(head, phrase),
        Some(premise),
    ));
}

/// What was tied, for a demand read here: "its aid".
pub fn tied_thing(words: &Words, noun: usize) -> Range<usize> {
    let range = words.subtree(noun);
    let end = (noun + 1..range.end)
        .find(|&at| CONDITIONAL.contains(&words.lemma(at)) || words.form(at) == ",")
        .unwrap_or(range.end);
    words.trim(range.start..end)
}

/// Preposition and phrase of what the noun is tied to.
fn tied_to(scene: &Scene, noun: usize, verb: usize) -> Option<Range<usize>> {
    let words = scene.words;
    let lemma = words.lemma(verb);
    let subject = matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass);
    let ties = match words.rel(noun) {
        Rel::Obj => TYING.contains(&lemma) || BARTER.contains(&lemma),
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
        _ => {
            // "tied its consent to the levy | to a seat"
            let parts: Vec<usize> = words.children_by(noun, &[Rel::Nmod]).collect();
            let last = match parts.as_slice() {
                [.., own, _] if words.rel(noun) == Rel::Obj && TYING.contains(&lemma) => *own,
                [.., own] => *own,
                [] => noun,
            };
            verb.max(last)
        }
    };
    let tie = (from + 1..end)
        .take_while(|&at| words.upos(at) != Upos::Punct)
        .find(|&at| match BARTER.contains(&lemma) {
            true => words.lemma(at) == "for",
            false => TIES.contains(&words.lemma(at)) && words.upos(at) != Upos::Part,
        })
        .filter(|_| ties)?;
    let top = words.head(tie).filter(|&top| top > tie)?;
    let behind = words.subtree(top).end.min(end);
    // "tied its consent to the levy | to a seat", with both hung on the verb
    let second = (words.rel(noun) == Rel::Obj
        && behind + 1 < end
        && words.lower(behind) == words.lower(tie)
        && !matches!(lemma, "make"))
    .then(|| words.head(behind).filter(|&top| top > behind))
    .flatten();
    if let Some(top) = second {
        return Some(behind..words.subtree(top).end.min(end));
    }
    (behind > tie + 1).then_some(tie..behind)
}
