//! What a text on the table provides is its author's position.

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::force::Force;
use super::holders::{Holder, holders};
use super::things::{clause, noun_phrase, tidy};
use super::{Claim, Scene, Target, is_claimed};

/// Verbs with which a text provides something.
const PROVIDES: &[&str] = &[
    "provide",
    "offer",
    "contain",
    "include",
    "envisage",
    "envision",
    "foresee",
    "grant",
    "set",
    "limit",
    "cap",
    "give",
    "allow",
    "establish",
    "create",
    "stipulate",
    "say",
    "state",
    "specify",
    "list",
    "cover",
    "commit",
    "oblige",
    "let",
    "permit",
    "add",
    "fix",
    "restrict",
    "bar",
    "ban",
    "introduce",
    "impose",
    "call",
    "propose",
    "suggest",
    "recommend",
    "advocate",
    "prescribe",
    "entail",
    "mandate",
    "outline",
    "describe",
    "lay",
    "require",
    "guarantee",
    "recognise",
    "recognize",
];
/// Verbs with which a reply keeps or strikes what another text had.
const KEEPS: &[&str] = &["keep", "retain", "accept", "preserve", "maintain", "take"];
const STRIKES: &[&str] = &[
    "delete", "remove", "strike", "drop", "reject", "cut", "scrap", "erase", "omit",
];

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(word) {
        return;
    }
    if let Some(subject) = words.child(word, &[Rel::Nsubj])
        && let Some(text) = scene.proposals.at(subject)
    {
        // "The plan calls for": it proposes; only "demands" demands.
        claims.retain(|claim| {
            claim.trigger != word
                // "The draft raised concerns": others' stance toward the text.
                || claim.on == Target::Proposal(text)
                || claim.stance == Stance::Demands
                    && matches!(words.lemma(word), "demand" | "insist")
        });
        if !is_claimed(scene, claims, word) {
            provides(scene, word, subject, claims);
        }
        return;
    }
    // "presented both sides with a draft": the sides are nothing that is proposed.
    if words.lemma(word) == "present"
        && words
            .with_case(word, &["with"])
            .any(|text| scene.proposals.at(text).is_some())
    {
        claims.retain(|claim| claim.trigger != word);
        return;
    }
    if let Some(text) = described(scene, word)
        && !claims.iter().any(|claim| {
            claim.trigger == word
                || matches!(&claim.on, Target::Phrase(_, phrase) if phrase.contains(&word))
        })
    {
        provides(scene, word, text, claims);
        return;
    }
    under(scene, word, claims);
}

/// The text whose clause a verb heads: "a draft that would halt the fighting", "a plan calling for a pause".
fn described(scene: &Scene, verb: usize) -> Option<usize> {
    let words = scene.words;
    let text = words
        .head(verb)
        .filter(|&noun| scene.proposals.at(noun).is_some())?;
    let describes = match words.rel(verb) {
        Rel::AclRelcl => words
            .child(verb, &[Rel::Nsubj])
            .is_some_and(|subject| matches!(words.lemma(subject), "that" | "which")),
        Rel::Acl => words.xpos(verb) == Xpos::Vbg,
        _ => false,
    };
    describes.then_some(text)
}

fn provides(scene: &Scene, verb: usize, subject: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let force = Force::of(words, verb);
    let lemma = words.lemma(verb);
    let future = words.upos(subject) != Upos::Pron
        && matches!(force.modal.as_deref(), Some("would" | "will" | "shall"));
    let stance = if KEEPS.contains(&lemma) && !future {
        Stance::Accepts
    } else if STRIKES.contains(&lemma) && !future {
        Stance::Rejects
    } else if PROVIDES.contains(&lemma) || future && words.child(verb, &[Rel::Obj]).is_some() {
        Stance::Proposes
    } else {
        return;
    };
    let terms = crate::proposals::TERMS.contains(&words.lemma(subject))
        && !matches!(words.lemma(subject), "proposal" | "measure")
        && matches!(
            lemma,
            "include" | "comprise" | "contain" | "list" | "cover" | "be"
        );
    let stance = if terms { Stance::Demands } else { stance };
    if force.negated
        || force.never
        || force.no_longer
        || force.is_modal() && !future
        || force.hypothetical
        || words.is_passive(verb)
    {
        return;
    }
    // "Both drafts": the two spoken of last.
    let both = words
        .children_by(subject, &[Rel::Det])
        .any(|det| words.lemma(det) == "both");
    let texts: Vec<usize> = if both {
        let known = scene.proposals.all.iter().enumerate();
        let before = known.filter(|(_, text)| !text.is_list && text.head < subject);
        let mut last: Vec<usize> = before.map(|(index, _)| index).collect();
        last.split_off(last.len().saturating_sub(2))
    } else {
        let named = words.conjuncts(subject).into_iter();
        named.filter_map(|at| scene.proposals.at(at)).collect()
    };
    let held: Vec<Holder> = texts
        .into_iter()
        .flat_map(|proposal| &scene.proposals.all[proposal].authors)
        .filter_map(|&author| Holder::of(scene, author))
        .collect();
    let found = words
        .child(verb, &[Rel::Obj])
        .map(|object| (object, noun_phrase(scene, object)))
        .or_else(|| {
            words
                .with_case(verb, &["for"])
                .next()
                .map(|at| (at, noun_phrase(scene, at)))
        })
        .or_else(|| {
            words
                .child(verb, &[Rel::Ccomp, Rel::Xcomp])
                .map(|at| (at, clause(scene, at)))
        });
    let Some((head, phrase)) = found.filter(|(_, phrase)| {
        phrase.len() > 1 || !matches!(words.upos(phrase.start), Upos::Aux | Upos::Pron)
    }) else {
        return;
    };
    let (head, phrase) = if future {
        // "would limit the army to 90,000": the deed.
        (
            verb,
            words.trim(verb..clause(scene, verb).end.max(verb + 1)),
        )
    } else {
        (
            head,
            to_amount(scene, verb, tidy(scene, verb, head, phrase)),
        )
    };
    let start = words.subtree(subject).start.min(phrase.start);
    claims.push(Claim {
        stance,
        holders: held,
        trigger: verb,
        rule: "text-provides".into(),
        on: Target::Phrase(head, phrase.clone()),
        premise: None,
        reason: None,
        outlet: terms && scene.speaker(verb).is_none(),
        evidence: words.trim(start.min(phrase.start)..phrase.end),
        via: None,
    });
}

/// "limits the army to 60,000 soldiers": the amount belongs to what is limited.
fn to_amount(scene: &Scene, verb: usize, phrase: Range<usize>) -> Range<usize> {
    let words = scene.words;
    let amount = words
        .with_case(verb, &["to", "at"])
        .map(|at| words.subtree(at))
        .find(|range| {
            range.start == phrase.end && range.clone().any(|at| words.upos(at) == Upos::Num)
        });
    match amount {
        Some(amount) => phrase.start..words.trim(amount).end,
        None => phrase,
    }
}

/// "Under the plan, troops leave …".
fn under(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(phrase) = words
        .with_case(verb, &["under", "in"])
        .find(|&at| at < verb && scene.proposals.at(at).is_some() && words.upos(at) == Upos::Noun)
    else {
        return;
    };
    if !matches!(
        words.rel(verb),
        Rel::Root | Rel::Ccomp | Rel::Conj | Rel::Parataxis
    ) || is_claimed(scene, claims, verb)
    {
        return;
    }
    if scene
        .lexicon
        .stances
        .of(StanceWord::Verb, &words.phrasal(verb))
        .any(|frame| frame.with.is_empty() && frame.only.is_none())
    {
        return;
    }
    let held = holders(scene, phrase);
    let heads: Vec<usize> = std::iter::once(verb)
        .chain(
            words
                .children_by(verb, &[Rel::Conj])
                .filter(|&at| words.is_verb(at)),
        )
        .collect();
    for head in heads {
        let mut range = clause(scene, head);
        if head == verb {
            range.start = range.start.max(words.subtree(phrase).end);
        }
        let range = words.trim(range);
        if range.is_empty() {
            continue;
        }
        claims.push(Claim {
            stance: Stance::Proposes,
            holders: held.clone(),
            trigger: head,
            rule: "under-text".into(),
            on: Target::Phrase(head, range.clone()),
            premise: None,
            reason: None,
            outlet: false,
            evidence: if head == verb {
                words.trim(words.subtree(phrase).start..range.end)
            } else {
                range
            },
            via: None,
        });
    }
}
