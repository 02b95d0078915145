//! Lists: an item inherits its stance from the words that announce the list.

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::{BlockKind, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders, possessors, subject_holders};
use crate::stances::lists::headings::over;
use crate::stances::lists::led_lists::what_must_be_done;
use crate::stances::modality::surface::surface_premise;
use crate::stances::texts::{contents, joint};
use crate::stances::{Claim, Scene, Target};

/// Reads every list, then the stances toward whole lists.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut items: Vec<(usize, Option<usize>, Claim)> = Vec::new();
    for block in &scene.blocks.items {
        if block.kind != BlockKind::ListItem {
            continue;
        }
        let Some(lead) = block.lead_in else { continue };
        let Some((stance, held, outlet, via, rule)) = announced(scene, lead) else {
            continue;
        };
        let mut item = words.trim(words.inside(block.span));
        // "…; and": what joins it to the next.
        while item.len() > 1 && matches!(words.lower(item.end - 1), "and" | "or" | ";" | ",") {
            item.end -= 1;
        }
        if item.is_empty() {
            continue;
        }
        let head = words.top(item.clone()).unwrap_or(item.start);
        // "have agreed as follows: 1. We reaffirm …": a sentence of its own says what is held.
        if stance == Stance::Accepts && speaks_itself(scene, &item) {
            continue;
        }
        // Whatever an item seems to say of itself is the term, not a stance.
        claims.retain(|claim| !item.contains(&claim.trigger));
        // "What Orveth could live with": "sharing data, if Merin does the same".
        let premise = matches!(stance, Stance::Accepts | Stance::Open | Stance::Offers)
            .then(|| surface_premise(words, &item))
            .flatten()
            .filter(|premise| premise.whole.start > item.start);
        let thing = match &premise {
            Some(premise) => words.trim(item.start..premise.whole.start),
            None => item.clone(),
        };
        let claim = Claim {
            stance,
            holders: held,
            trigger: head,
            rule,
            on: Target::Phrase(head, thing),
            premise,
            reason: None,
            outlet,
            evidence: item,
            via,
        };
        items.push((lead, via, claim));
    }
    spread(scene, claims, &items);
    claims.extend(items.into_iter().map(|(_, _, claim)| claim));
}

/// "has rejected these conditions": a position on each item of the list.
fn spread(scene: &Scene, claims: &mut Vec<Claim>, items: &[(usize, Option<usize>, Claim)]) {
    let words = scene.words;
    let mut more = Vec::new();
    claims.retain(|claim| {
        let (head, proposal) = match &claim.on {
            Target::Phrase(head, _) => (*head, None),
            Target::Proposal(proposal) => (claim.trigger, Some(*proposal)),
            Target::Nothing => return true,
        };
        let back = crate::proposals::TERMS.contains(&words.lemma(head))
            && words.children_by(head, &[Rel::Det]).any(|det| {
                matches!(
                    words.lemma(det),
                    "these" | "this" | "those" | "that" | "the" | "all" | "both" | "such"
                )
            })
            && words
                .child(head, &[Rel::Nmod, Rel::Acl, Rel::AclRelcl, Rel::NmodPoss])
                .is_none();
        // "agree to this request": one thing, told right before.
        let one = words.xpos(head) == Xpos::Nn
            && matches!(
                words.lemma(head),
                "request" | "demand" | "condition" | "claim" | "requirement" | "point" | "wish"
            );
        let back = back && !one;
        let back = back || is_list_paper(scene, head, items);
        let through = proposal.is_some_and(|proposal| scene.proposals.all[proposal].is_list);
        if !back && !through {
            return true;
        }
        let last = items
            .iter()
            .filter(|(_, via, item)| {
                item.trigger < claim.trigger
                    && proposal.is_none_or(|proposal| *via == Some(proposal))
            })
            .map(|(lead, _, _)| *lead)
            .next_back();
        let Some(last) = last else { return true };
        for (_, via, item) in items.iter().filter(|(lead, _, _)| *lead == last) {
            more.push(Claim {
                on: item.on.clone(),
                via: *via,
                ..claim.clone()
            });
        }
        false
    });
    claims.extend(more);
}

/// "backs the charter in full", where a list was "The union's charter asks that:".
fn is_list_paper(scene: &Scene, head: usize, items: &[(usize, Option<usize>, Claim)]) -> bool {
    let words = scene.words;
    matches!(
        words.lemma(head),
        "charter" | "petition" | "list" | "manifesto"
    ) && (words.children_by(head, &[Rel::Det])).any(|det| {
        matches!(
            words.lower(det),
            "the" | "this" | "that" | "whole" | "entire"
        )
    }) && (items.iter()).any(|(lead, _, item)| {
        item.stance == Stance::Demands
            && words
                .inside(scene.blocks.items[*lead].span)
                .any(|at| words.lemma(at) == words.lemma(head))
    })
}

/// Whether an item is a sentence of somebody who holds something: "We call on", "The Parties shall", "Brod declared that".
fn speaks_itself(scene: &Scene, item: &Range<usize>) -> bool {
    let words = scene.words;
    let Some(root) = words.top(item.clone()).filter(|&root| words.is_verb(root)) else {
        return false;
    };
    let subject = words
        .child(root, &[Rel::Nsubj])
        .filter(|subject| item.contains(subject));
    subject.is_some_and(|subject| {
        matches!(words.lower(subject), "we" | "they")
            || !holders(scene, subject).is_empty() && words.lower(item.start) != "that"
    })
}

type Announced = (Stance, Vec<Holder>, bool, Option<usize>, String);

/// What the words before a list say of its items.
fn announced(scene: &Scene, lead: usize) -> Option<Announced> {
    let words = scene.words;
    let block = &scene.blocks.items[lead];
    if block.kind == BlockKind::Heading
        && let Some((stance, held)) = over(scene, lead)
    {
        return Some((stance, held, true, None, "heading".into()));
    }
    let range = words.inside(block.span);
    // The last sentence announces.
    let last = range.end.checked_sub(1)?;
    let sentence = words.sentence(words.sentence_of(last));
    let range = range.start.max(sentence.start)..range.end;
    if let Some(held) = what_must_be_done(scene, &range) {
        return Some((Stance::Demands, held, false, None, "must".into()));
    }
    for word in range.clone().rev() {
        // "It would have:", "The paper provides for:": what a text lists is its authors' proposal.
        if let Some(text) = words
            .child(word, &[Rel::Nsubj])
            .and_then(|subject| scene.proposals.at(subject))
            .filter(|&text| !scene.proposals.all[text].is_list)
            && !words.is_passive(word)
            && words.negation(word).is_none()
        {
            let held: Vec<Holder> = scene.proposals.all[text]
                .authors
                .iter()
                .filter_map(|&author| Holder::of(scene, author))
                .collect();
            if !held.is_empty() {
                let rule = "text-provides".into();
                return Some((Stance::Proposes, held, false, Some(text), rule));
            }
        }
        if words.is_verb(word)
            && let Some(frame) = scene
                .lexicon
                .stances
                .of(StanceWord::Verb, &words.phrasal(word))
                .find(|frame| frame.only.is_none())
        {
            let mut held = under_heading(scene, block.heading, word)
                .unwrap_or_else(|| subject_holders(scene, word));
            // "Merin's charter asks that:"
            if held.is_empty()
                && let Some(paper) = words.child(word, &[Rel::Nsubj])
                && is_paper(words.lemma(paper))
            {
                held = possessors(scene, paper);
            }
            // "We have seen the ministry's draft. It offers:"
            if held.is_empty() && frame.stance != Stance::Accepts {
                held = of_paper_before(scene, word);
            }
            // "Agreed:", "It was agreed:": by those at the table.
            let nobody = (words.child(word, &[Rel::Nsubj, Rel::NsubjPass]))
                .is_none_or(|subject| words.lower(subject) == "it");
            if held.is_empty() && nobody && frame.stance == Stance::Accepts {
                held = joint::table(scene, word);
            }
            if !held.is_empty() {
                return Some((
                    frame.stance,
                    held,
                    frame.outlet && scene.speaker(word).is_none() && frame.name != "seek",
                    None,
                    frame.name.clone(),
                ));
            }
        }
        if matches!(words.upos(word), Upos::Noun | Upos::Verb | Upos::Propn) {
            let Some(frame) = scene
                .lexicon
                .stances
                .of(StanceWord::Noun, words.lemma(word))
                .next()
            else {
                continue;
            };
            let via = scene.proposals.at(word);
            let mut held = possessors(scene, word);
            if held.is_empty() {
                held = via
                    .map(|proposal| {
                        scene.proposals.all[proposal]
                            .authors
                            .iter()
                            .filter_map(|&author| Holder::of(scene, author))
                            .collect()
                    })
                    .unwrap_or_default();
            }
            if held.is_empty()
                && let Some(verb) = words.head(word).filter(|&head| words.is_verb(head))
            {
                held = subject_holders(scene, verb);
            }
            if !held.is_empty() {
                let told = scene.speaker(word).is_some()
                    || range.clone().any(|at| {
                        words.is_verb(at)
                            && matches!(words.lemma(at), "say" | "tell" | "announce" | "state")
                    });
                return Some((frame.stance, held, !told, via, frame.name.clone()));
            }
        }
    }
    // "The Orvethan paper has five points.", "has cut its shopping list down to three items:"
    if let Some((stance, held)) = contents::announces(scene, range.clone()) {
        return Some((
            stance,
            held,
            scene.speaker(range.start).is_none(),
            None,
            "contents".into(),
        ));
    }
    // "What Guyana wants", "Russian demands": the heading announces.
    if matches!(block.kind, BlockKind::Heading) {
        let wants = range.clone().any(|word| {
            matches!(
                words.lemma(word),
                "want" | "demand" | "seek" | "ask" | "insist" | "expect"
            )
        });
        let held: Vec<Holder> = range
            .filter(|&word| words.rel(word) != Rel::Conj)
            .flat_map(|word| holders(scene, word))
            .take(1)
            .collect();
        if wants && !held.is_empty() {
            return Some((Stance::Demands, held, true, None, "heading".into()));
        }
    }
    block
        .heading
        .filter(|&heading| heading != lead)
        .and_then(|heading| announced(scene, heading))
}

/// "What's in the draft? … It offers:": the owners or authors of the paper that "it" is, told of just before or, by the
/// same noun, earlier in the report.
fn of_paper_before(scene: &Scene, verb: usize) -> Vec<Holder> {
    let words = scene.words;
    let Some(it) = words.child(verb, &[Rel::Nsubj]) else {
        return Vec::new();
    };
    if !matches!(words.lower(it), "it" | "this") || scene.entities.actor(it).is_some() {
        return Vec::new();
    }
    let Some(paper) = (it.saturating_sub(40)..it)
        .rev()
        .find(|&at| is_paper(words.lemma(at)) && words.upos(at) == Upos::Noun)
    else {
        return Vec::new();
    };
    let noun = words.lemma(paper);
    (0..=paper)
        .rev()
        .filter(|&at| words.lemma(at) == noun && words.upos(at) == Upos::Noun)
        .map(|at| {
            let owners = possessors(scene, at);
            if owners.is_empty() {
                holders(scene, at)
            } else {
                owners
            }
        })
        .find(|held| !held.is_empty())
        .unwrap_or_default()
}

/// What somebody's demands are written down in.
fn is_paper(lemma: &str) -> bool {
    matches!(
        lemma,
        "charter"
            | "petition"
            | "letter"
            | "list"
            | "manifesto"
            | "statement"
            | "motion"
            | "resolution"
            | "paper"
            | "programme"
            | "program"
            | "appeal"
            | "memorandum"
            | "memo"
            | "platform"
            | "submission"
            | "proposal"
            | "plan"
            | "draft"
            | "document"
            | "leaflet"
            | "agenda"
            | "notice"
            | "claim"
    )
}

/// "For the talks themselves it asks for:" under the heading of one party means that party.
fn under_heading(scene: &Scene, heading: Option<usize>, verb: usize) -> Option<Vec<Holder>> {
    let words = scene.words;
    let subject = words.child(verb, &[Rel::Nsubj])?;
    if words.upos(subject) != Upos::Pron || !matches!(words.lemma(subject), "it" | "they") {
        return None;
    }
    let range = words.inside(scene.blocks.items[heading?].span);
    let mut held: Vec<Holder> = Vec::new();
    for holder in range.flat_map(|word| holders(scene, word)) {
        if !held.contains(&holder) {
            held.push(holder);
        }
    }
    (held.len() == 1).then_some(held)
}
