//! Conditions: spoken ifs and thens.

mod first;
mod kind;

use std::ops::Range;

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{ActorType, ConditionType};
use rapporteur_syntax::{Rel, Upos};

use self::first::{demanded_first, terse};
use self::kind::kind;
use crate::blocks::Blocks;
use crate::entities::{Entities, EntityId, EntityKind};
use crate::proposals::is_read;
use crate::stances::{Hanging, Premise, PremiseKind, Stances, Target, hangings, premise};
use crate::statements::{Statements, Teller};
use crate::words::Words;

/// The conditions of a report, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Conditions(pub Vec<Condition>);

/// One if and then.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Who says so.
    pub speaker: EntityId,
    /// What kind.
    pub kind: ConditionType,
    /// If this.
    pub premise: Range<usize>,
    /// Then that.
    pub then: Range<usize>,
    /// Against whom.
    pub against: Option<EntityId>,
    /// By which chain the report knows it.
    pub told_by: Vec<Teller>,
    /// Words that weaken it.
    pub hedge: Option<String>,
    /// The words it rests on.
    pub evidence: Range<usize>,
    /// Name of the rule that read it.
    pub rule: String,
}

/// Finds every spoken if and then. The outlet's own if is no condition of anybody.
pub fn conditions(
    words: &Words,
    blocks: &Blocks,
    entities: &Entities,
    statements: &Statements,
    stances: &Stances,
    lexicon: &Lexicon,
) -> Conditions {
    let mut all: Vec<Condition> = Vec::new();
    let scene = Scene {
        words,
        blocks,
        entities,
        statements,
        stances,
        lexicon,
    };
    for sentence in 0..words.sentences() {
        for hanging in hangings(words, sentence) {
            by_words(&scene, hanging, &mut all);
        }
    }
    for word in 0..words.len() {
        by_tree(&scene, word, &mut all);
    }
    stated(words, statements, entities, stances, &mut all);
    for claim in stances.0.iter().filter(|claim| claim.rule == "no-without") {
        let Target::Phrase(_, premise) = &claim.on else {
            continue;
        };
        if all.iter().any(|known| {
            known.evidence.start < claim.evidence.end && claim.evidence.start < known.evidence.end
        }) {
            continue;
        }
        let mark = premise.start.saturating_sub(1);
        // Whoever shares the stance says the same.
        let sharing = stances
            .0
            .iter()
            .filter(|other| other.on == claim.on && other.stance == claim.stance)
            .flat_map(|other| &other.holders);
        for holder in sharing {
            all.push(Condition {
                speaker: holder.actor,
                kind: ConditionType::Precondition,
                premise: mark..premise.end,
                then: words.trim(claim.evidence.start..mark),
                against: None,
                told_by: Vec::new(),
                hedge: None,
                evidence: claim.evidence.clone(),
                rule: claim.rule.clone(),
            });
        }
    }
    for claim in stances.0.iter().filter(|claim| claim.rule == "must") {
        let (Some(holder), Target::Phrase(head, phrase)) = (claim.holders.first(), &claim.on)
        else {
            continue;
        };
        let before = words.children_by(*head, &[Rel::Advcl]).find(|&clause| {
            words.children(clause).any(|mark| {
                words.rel(mark) == Rel::Mark && matches!(words.lemma(mark), "before" | "until")
            })
        });
        let Some(before) = before else { continue };
        let range = words.subtree(before);
        let then = words.trim(range.start + 1..range.end);
        if then.is_empty()
            || all
                .iter()
                .any(|known| known.evidence.start < range.end && range.start < known.evidence.end)
        {
            continue;
        }
        all.push(Condition {
            speaker: holder.actor,
            kind: ConditionType::Precondition,
            premise: phrase.clone(),
            then,
            against: None,
            told_by: Vec::new(),
            hedge: None,
            evidence: words.trim(phrase.start..range.end),
            rule: "must-before".into(),
        });
    }
    demanded_first(words, entities, statements, stances, &mut all);
    terse(words, stances, &mut all);
    all.sort_by_key(|condition| condition.evidence.start);
    Conditions(all)
}

/// What a condition is read from.
struct Scene<'a> {
    words: &'a Words<'a>,
    blocks: &'a Blocks,
    entities: &'a Entities,
    statements: &'a Statements,
    stances: &'a Stances,
    lexicon: &'a Lexicon,
}

/// A condition that its words announce.
fn by_words(scene: &Scene, hanging: &Hanging, all: &mut Vec<Condition>) {
    let words = scene.words;
    let word = hanging.main.unwrap_or(hanging.then.start);
    if is_read(words, scene.blocks, word) {
        let then = promised(words, word, hanging.then.clone());
        let hanging = Hanging {
            then,
            ..hanging.clone()
        };
        enter(scene, word, &hanging, all);
    }
}

/// A condition that only the tree shows.
fn by_tree(scene: &Scene, word: usize, all: &mut Vec<Condition>) {
    let words = scene.words;
    let clausal = words.is_verb(word) || words.child(word, &[Rel::Cop]).is_some();
    if !clausal
        || !is_read(words, scene.blocks, word)
        || all
            .iter()
            .any(|known| known.then.contains(&word) || known.premise.contains(&word))
    {
        return;
    }
    let Some(premise) =
        premise(words, word).filter(|premise| premise.words.start < premise.words.end)
    else {
        return;
    };
    let known = |condition: &Condition| {
        condition.premise.start < premise.words.end && premise.words.start < condition.premise.end
    };
    if premise.words.contains(&word)
        || matches!(
            words.rel(word),
            Rel::Advcl | Rel::Acl | Rel::AclRelcl | Rel::Xcomp
        )
        || all.iter().any(known)
    {
        return;
    }
    let then = promised(words, word, apodosis(words, word, &premise));
    let hanging = Hanging {
        premise,
        then,
        main: Some(word),
        report: None,
    };
    enter(scene, word, &hanging, all);
}

fn enter(scene: &Scene, word: usize, hanging: &Hanging, all: &mut Vec<Condition>) {
    let Hanging { premise, then, .. } = hanging;
    let Scene {
        words,
        entities,
        statements,
        stances,
        ..
    } = *scene;
    let stance = stances
        .0
        .iter()
        .find(|claim| claim.trigger == word && claim.premise.is_some())
        .or_else(|| {
            stances.0.iter().find(|claim| {
                claim
                    .premise
                    .as_ref()
                    .is_some_and(|known| known.words.start == premise.words.start)
            })
        })
        // "will not sign until the crew is home": whoever waits for it says so.
        .or_else(|| {
            stances.0.iter().find(|claim| {
                let waits = match claim.rule.as_str() {
                    "not-until" => true,
                    "precondition" => words.negation(word).is_some() || threatens(words, word),
                    _ => false,
                };
                waits
                    && matches!(&claim.on, Target::Phrase(_, known)
                        if known.start < premise.words.end && premise.words.start < known.end)
            })
        });
    let teller = statements
        .around(word)
        .find_map(|index| statements.all[index].speaker);
    let nameless =
        teller.filter(|&teller| entities.all[teller].kind == EntityKind::Actor(ActorType::Unnamed));
    let speaker = nameless
        .and_then(|teller| {
            // "the representative of Norland": who speaks for her own side passes nothing on.
            let envoy = ["representative of", "delegate of", "ambassador of"]
                .iter()
                .any(|office| entities.all[teller].name.starts_with(office));
            offering(scene, word, then)
                .filter(|&giver| !envoy || entities.party(teller) != entities.party(giver))
        })
        .or(teller)
        .or_else(|| {
            let mut report = hanging.report.clone()?;
            report.find_map(|at| {
                entities
                    .actor(at)
                    .filter(|&actor| matches!(entities.all[actor].kind, EntityKind::Actor(_)))
                    .filter(|_| !matches!(words.rel(at), Rel::NmodPoss | Rel::Compound))
            })
        })
        .or_else(|| {
            stance
                .and_then(|claim| claim.holders.first())
                .map(|holder| holder.actor)
        });
    let Some(speaker) = speaker else { return };
    // Given up already, for something got already: no condition.
    // "In return it wants": what it wants is the condition, and stands in a claim.
    let returned = premise.is_returned(words)
        && stances.0.iter().any(|claim| {
            claim.trigger == word && claim.stance == rapporteur_model::Stance::Demands
        });
    let done = premise.kind == PremiseKind::Exchange
        && stances.0.iter().any(|claim| {
            claim.stance == rapporteur_model::Stance::Withdraws && then.contains(&claim.trigger)
        });
    let declines = statements.is_declining(word);
    if returned
        || done
        || declines
        || then.is_empty()
        || words.subtree(word).any(|at| words.form(at) == "?")
    {
        return;
    }
    // "They agreed …, subject to": each of them says so.
    let mut chorus: Vec<EntityId> = vec![speaker];
    if let Some(claim) = stance.filter(|claim| claim.holders[0].actor == speaker) {
        chorus.extend(claim.holders[1..].iter().map(|holder| holder.actor));
    }
    let kind = kind(scene, word, speaker, hanging);
    let against = words
        .child(premise.head, &[Rel::Nsubj])
        .and_then(|subject| entities.actor(subject))
        .and_then(|actor| entities.party(actor))
        .filter(|_| kind == ConditionType::Warning)
        .filter(|&party| entities.party(speaker) != Some(party));
    let evidence = then.start.min(premise.whole.start)..then.end.max(premise.whole.end);
    let then = then.clone();
    for speaker in chorus {
        all.push(Condition {
            speaker,
            kind,
            premise: premise.words.clone(),
            then: then.clone(),
            against,
            told_by: statements
                .told_by(entities, word)
                .into_iter()
                .filter(|teller| teller.entity != Some(speaker))
                .collect(),
            hedge: hedge(words, then.clone(), scene.lexicon),
            evidence: words.trim(evidence.clone()),
            rule: "if-then".into(),
        });
    }
}

/// "Norland has offered to lift the levy in return for a truce, two officials said": whoever offers has spoken, and those who
/// tell of it without a name only pass it on.
fn offering(scene: &Scene, word: usize, then: &Range<usize>) -> Option<EntityId> {
    let claim = scene.stances.0.iter().find(|claim| {
        (claim.trigger == word || then.contains(&claim.trigger))
            && matches!(
                scene.words.lemma(claim.trigger),
                "offer"
                    | "promise"
                    | "pledge"
                    | "threaten"
                    | "vow"
                    | "undertake"
                    | "prepared"
                    | "prepare"
                    | "willing"
                    | "ready"
            )
    })?;
    claim.holders.first().map(|holder| holder.actor)
}

/// Conditions that a stance carries where no clause with an if was found: "agreed to it, subject to approval", "made the
/// release a condition of any swap".
fn stated(
    words: &Words,
    statements: &Statements,
    entities: &Entities,
    stances: &Stances,
    all: &mut Vec<Condition>,
) {
    for claim in &stances.0 {
        let Target::Phrase(head, phrase) = &claim.on else {
            continue;
        };
        let (premise, then) = match &claim.premise {
            Some(premise) if premise.kind == PremiseKind::Subject => {
                (premise.words.clone(), phrase.clone())
            }
            // "would shut the reactor. In return it wants the ban gone": what is given stands before.
            Some(premise)
                if premise.kind == PremiseKind::Exchange
                    && premise.whole == premise.words
                    && premise.words.start > claim.evidence.end =>
            {
                let sentence = words.sentence(words.sentence_of(claim.trigger));
                let end = sentence.end.min(premise.words.start);
                (premise.words.clone(), words.trim(sentence.start..end))
            }
            None if claim.rule == "make-condition" => {
                let noun = (claim.trigger..claim.evidence.end.max(head + 8).min(words.len())).find(
                    |&at| {
                        matches!(
                            words.lemma(at),
                            "condition" | "precondition" | "prerequisite"
                        )
                    },
                );
                let then = noun.and_then(|noun| words.with_case(noun, &["of", "for"]).next());
                let Some(then) = then else { continue };
                let range = words.subtree(then);
                (phrase.clone(), words.trim(range.start + 1..range.end))
            }
            _ => continue,
        };
        if then.is_empty() {
            continue;
        }
        for holder in &claim.holders {
            let known = all
                .iter()
                .any(|known| known.speaker == holder.actor && known.premise.start == premise.start);
            if known {
                continue;
            }
            all.push(Condition {
                speaker: holder.actor,
                kind: match claim.premise {
                    Some(ref premise) if premise.kind == PremiseKind::Exchange => {
                        ConditionType::Offer
                    }
                    _ => ConditionType::Precondition,
                },
                premise: premise.clone(),
                then: then.clone(),
                against: None,
                told_by: statements.told_by(entities, claim.trigger),
                hedge: None,
                evidence: claim.evidence.clone(),
                rule: claim.rule.clone(),
            });
        }
    }
}

/// Verbs of threatening.
fn threatens(words: &Words, verb: usize) -> bool {
    matches!(words.lemma(verb), "threaten" | "vow" | "warn")
}

/// "has threatened to close the port", "offered to lift them": what is threatened, offered or promised.
fn promised(words: &Words, verb: usize, then: Range<usize>) -> Range<usize> {
    let cue = threatens(words, verb)
        || matches!(
            words.lemma(verb),
            "offer" | "promise" | "pledge" | "undertake"
        );
    let deed = words
        .child(verb, &[Rel::Xcomp])
        .filter(|&deed| cue && deed > verb && words.lower(deed - 1) == "to");
    match deed {
        Some(deed) if then.contains(&deed) => deed..then.end,
        _ => then,
    }
}

/// The then-half: the clause without the if-half.
fn apodosis(words: &Words, word: usize, premise: &Premise) -> Range<usize> {
    let mut range = words.subtree(word);
    if premise.whole.start > word && premise.whole.start < range.end {
        range.end = premise.whole.start;
    } else if premise.whole.end <= word && premise.whole.end > range.start {
        range.start = premise.whole.end;
    }
    while range.start < word && matches!(words.rel(range.start), Rel::Mark | Rel::Cc | Rel::Punct) {
        range.start += 1;
    }
    if words.upos(range.start) == Upos::Adv && words.form(range.start).eq_ignore_ascii_case("then")
    {
        range.start += 1;
    }
    words.trim(range)
}

/// The words of the then-half that weaken it.
fn hedge(words: &Words, then: Range<usize>, lexicon: &Lexicon) -> Option<String> {
    let found: Vec<&str> = then
        .filter(|&word| lexicon.hedges.is_hedge(words.lower(word)))
        .map(|word| words.form(word))
        .collect();
    (!found.is_empty()).then(|| found.join("; "))
}
