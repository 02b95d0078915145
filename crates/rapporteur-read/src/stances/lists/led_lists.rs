//! What the words before a list say of items that name a party each, or of deeds: "Three ideas are on the table. - Velmar: a
//! closed season", "listed what the state must do: - publish the survey".

use std::ops::Range;

use rapporteur_model::{BlockKind, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::proposals::is_part_of_text;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::constructions::wish_lists::announced_by;
use crate::stances::lists::colon::{finite, head_of, items};
use crate::stances::modality::force::Force;
use crate::stances::texts::documents::authors;
use crate::stances::{Claim, Scene, Target};

/// Nouns that announce items, and how whoever stands before an item stands toward it.
const ANNOUNCING: &[(Stance, &[&str])] = &[
    (
        Stance::Proposes,
        &[
            "idea",
            "proposal",
            "suggestion",
            "counter-proposal",
            "amendment",
            "compromise",
            "formula",
            "initiative",
        ],
    ),
    (
        Stance::Demands,
        &[
            "demand",
            "condition",
            "request",
            "wish",
            "requirement",
            "precondition",
        ],
    ),
    (Stance::Offers, &["offer", "concession", "pledge"]),
];

/// How the party that is the label of an item stands toward it, by the last sentence before the list. Nothing where that
/// names a party itself or denies.
pub(in crate::stances) fn stance_of_items(scene: &Scene, item: usize) -> Option<Stance> {
    let words = scene.words;
    let block = &scene.blocks.items[item];
    if block.kind != BlockKind::ListItem {
        return None;
    }
    // "Three ideas are on the table.": no colon, and right before the first item.
    let before = || {
        (scene.blocks.items[..item].iter())
            .rposition(|before| before.kind != BlockKind::ListItem)
            .filter(|&before| scene.blocks.items[before].kind == BlockKind::Paragraph)
    };
    let lead = block.lead_in.or_else(before)?;
    let range = words.inside(scene.blocks.items[lead].span);
    let last = range.end.checked_sub(1)?;
    let sentence = words.sentence(words.sentence_of(last));
    let range = range.start.max(sentence.start)..range.end;
    let denies = (range.clone()).any(|at| {
        matches!(
            words.lower(at),
            "no" | "not" | "n't" | "neither" | "rejected"
        )
    });
    let named = (range.clone()).any(|at| scene.entities.actor(at).is_some());
    if denies || named {
        return None;
    }
    range
        .filter(|&at| words.upos(at) == Upos::Noun)
        .find_map(|at| {
            (ANNOUNCING.iter())
                .find(|(_, nouns)| nouns.contains(&words.lemma(at)))
                .map(|(stance, _)| *stance)
        })
}

/// "listed what the state must do before any talks": who wants what follows.
pub(in crate::stances) fn what_must_be_done(
    scene: &Scene,
    range: &Range<usize>,
) -> Option<Vec<Holder>> {
    let words = scene.words;
    let what = (range.clone()).find(|&at| words.lower(at) == "what")?;
    let rest = what + 1..range.end;
    let duty = rest.clone().find(|&at| {
        matches!(words.lower(at), "must" | "should")
            || matches!(words.lower(at), "has" | "have" | "needs" | "need" | "ought")
                && words.lower(at + 1) == "to"
    })?;
    let does = (duty + 1..rest.end).any(|at| {
        matches!(
            words.lower(at),
            "do" | "done" | "change" | "deliver" | "happen" | "come" | "stop" | "end"
        )
    });
    let tells = (range.start..what).rev().find(|&at| {
        words.is_verb(at)
            && matches!(
                words.lemma(at),
                "list"
                    | "set"
                    | "spell"
                    | "lay"
                    | "say"
                    | "tell"
                    | "explain"
                    | "detail"
                    | "outline"
                    | "name"
                    | "write"
                    | "describe"
                    | "state"
            )
    })?;
    // "Signed by its commander, it sets out what has to happen"
    let signed = || {
        let first = range.start;
        let by = words.child(first, &[Rel::OblAgent]);
        (by.filter(|_| words.xpos(first) == Xpos::Vbn))
            .map_or_else(Vec::new, |by| holders(scene, by))
    };
    let held = match subject_holders(scene, tells) {
        held if held.is_empty() => signed(),
        held => held,
    };
    (does && !held.is_empty() && words.negation(tells).is_none()).then_some(held)
}

/// "Velmar's plan has nine points, among them a closed season": of the plan.
fn parts_of(scene: &Scene, noun: usize) -> Option<(Stance, Vec<Holder>)> {
    let words = scene.words;
    let has = words.head(noun).filter(|&has| {
        words.rel(noun) == Rel::Obj
            && matches!(words.lemma(has), "have" | "contain" | "comprise" | "list")
    })?;
    let text = words
        .child(has, &[Rel::Nsubj])
        .and_then(|text| scene.proposals.at(text))?;
    let held = authors(scene, &[text]);
    (is_part_of_text(words.lemma(noun)) && !held.is_empty()).then_some((Stance::Proposes, held))
}

/// "handed in a list of nine demands, among them a free Sunday": of whoever brings the list, which is no proposal.
fn on_list(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) -> Option<(Stance, Vec<Holder>)> {
    let words = scene.words;
    let list = (words.head(noun)).filter(|&list| {
        words.rel(noun) == Rel::Nmod
            && matches!(
                words.lemma(list),
                "list" | "catalogue" | "series" | "set" | "string" | "raft" | "package" | "number"
            )
    })?;
    let stance = match words.lemma(noun) {
        "demand" | "condition" | "wish" | "request" | "requirement" | "priority" => Stance::Demands,
        "offer" | "concession" | "gesture" | "promise" => Stance::Offers,
        "proposal" | "idea" | "suggestion" => Stance::Proposes,
        _ => return None,
    };
    let verb = (words.head(list))
        .filter(|&verb| matches!(words.rel(list), Rel::Obj | Rel::Obl) && words.is_verb(verb))?;
    let force = Force::of(words, verb);
    let held = subject_holders(scene, verb);
    if held.is_empty() || !force.is_fact() {
        return None;
    }
    claims.retain(|claim| claim.trigger != verb);
    Some((stance, held))
}

/// "has five demands, among them a cap on fees and a doctor on each ship": each of those that are named.
pub(in crate::stances) fn among_them(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let comma = noun + 1;
    let end = words.sentence(words.sentence_of(noun)).end;
    if words.upos(noun) != Upos::Noun || comma + 2 >= end || words.form(comma) != "," {
        return;
    }
    let first = match (words.lower(comma + 1), words.lower(comma + 2)) {
        ("among", "them" | "these") => comma + 3,
        ("chief" | "first", "among") if words.lower(comma + 3) == "them" => comma + 4,
        ("namely", _) => comma + 2,
        _ => return,
    };
    let Some((stance, held)) = announced_by(scene, noun)
        .or_else(|| parts_of(scene, noun))
        .or_else(|| on_list(scene, noun, claims))
    else {
        return;
    };
    let things = items(scene, first..end);
    if things
        .iter()
        .flat_map(Clone::clone)
        .any(|at| finite(scene, at))
    {
        return;
    }
    claims.extend(things.into_iter().map(|thing| {
        let head = head_of(scene, &thing);
        let mut claim = Claim::plain(
            "announced",
            stance,
            held.clone(),
            noun,
            Target::Phrase(head, thing.clone()),
            words.trim(noun..thing.end),
        );
        claim.outlet = scene.speaker(noun).is_none();
        claim
    }));
}
