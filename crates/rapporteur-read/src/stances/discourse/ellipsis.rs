//! Stances whose verb is left out: "So did Orveth", "as did Orveth", "neither does Orveth"; "Orveth did too", "Orveth will not
//! either"; "Brod does not", "it no longer does".
//!
//! Of a denial only what the whole clause would show is read: "Brod wants it; Orveth does not" is a no, "Brod backed it;
//! Orveth did not" is none.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::modality::narrated::is_will;
use crate::stances::replies::answers_alone::premise_behind;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Copies, turns round or ends the last stance of the sentence, or of the one before.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    same(scene, claims);
    also(scene, claims);
    denied(scene, claims);
    granted(scene, claims);
}

/// "It asked Orveth to open the port; Orveth said it would, as long as the state paid": what was asked is accepted.
fn granted(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for would in (2..words.len()).filter(|&word| words.lower(word) == "would") {
        let cue = would - 2;
        let says = matches!(words.lemma(cue), "say" | "reply" | "answer" | "respond")
            && words.is_verb(cue)
            && matches!(words.lower(would - 1), "it" | "they" | "he" | "she");
        let end = words.sentence(words.sentence_of(would)).end;
        let stops = would + 1 >= end
            || matches!(words.form(would + 1), "." | "," | ";")
            || matches!(words.lower(would + 1), "if" | "provided");
        if !says || !stops || scene.is_void(would) {
            continue;
        }
        let held = subject_holders(scene, cue);
        let asked = (claims.iter())
            .filter(|claim| {
                claim.trigger < cue
                    && words.sentence_of(claim.trigger) + 1 >= words.sentence_of(cue)
            })
            .max_by_key(|claim| claim.trigger)
            .filter(|claim| {
                claim.stance == Stance::Demands
                    && matches!(claim.on, Target::Phrase(head, _) if words.xpos(head) == Xpos::Vb)
                    && !held.is_empty()
                    && !claim.shares_party(&held)
            });
        let told = claims
            .iter()
            .any(|claim| claim.trigger >= cue && claim.trigger <= would);
        let Some(asked) = asked.filter(|_| !told) else {
            continue;
        };
        let premise = premise_behind(words, would + 1);
        let last = (premise.as_ref()).map_or(would + 1, |premise| premise.whole.end.max(would + 1));
        let stance = match premise {
            Some(_) => Stance::AcceptsIf,
            None => Stance::Accepts,
        };
        let claim = Claim {
            stance,
            holders: held,
            trigger: would,
            rule: "ellipsis".into(),
            evidence: words.trim(cue..last),
            premise,
            reason: None,
            ..asked.clone()
        };
        claims.push(claim);
    }
}

/// "Orveth did as well", "Orveth does too", "Orveth will not either": an auxiliary, and a word that likens it to the one before.
fn also(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for auxiliary in 1..words.len() {
        if scene.is_void(auxiliary) {
            continue;
        }
        let verbal = matches!(
            words.lemma(auxiliary),
            "do" | "have" | "be" | "will" | "would" | "can" | "could"
        );
        // "Velmar rejected it, and Orveth too": a name alone behind a conjunction.
        let named =
            !verbal && scene.entities.actor(auxiliary).is_some() && is_added(words, auxiliary);
        if !verbal && !named {
            continue;
        }
        let not = verbal && matches!(words.lower(auxiliary + 1), "not" | "n't" | "n’t");
        let behind = auxiliary + 1 + usize::from(not);
        let end = match (words.lower(behind), words.lower(behind + 1)) {
            ("too" | "likewise", _) if !not => behind + 1,
            ("as", "well") if !not => behind + 2,
            ("either", _) if not => behind + 1,
            _ => continue,
        };
        let stops = end >= words.sentence(words.sentence_of(auxiliary)).end
            || words.upos(end) == Upos::Punct
            || matches!(words.lower(end), "and" | "but" | "while" | "whereas");
        let subject = (words.children_by(auxiliary, &[Rel::Nsubj]))
            .find(|&subject| subject < auxiliary)
            .or_else(|| (scene.entities.actor(auxiliary - 1)).map(|_| auxiliary - 1))
            .filter(|_| verbal)
            .or_else(|| named.then_some(auxiliary));
        let Some(subject) = subject.filter(|_| stops) else {
            continue;
        };
        let held = holders(scene, subject);
        let last = (claims.iter())
            .filter(|claim| claim.trigger < subject)
            .filter(|claim| words.sentence_of(claim.trigger) + 1 >= words.sentence_of(auxiliary))
            .filter(|claim| claim.stance != Stance::DeclinesToSay)
            .max_by_key(|claim| claim.trigger);
        let Some(last) = last.filter(|last| !held.is_empty() && !last.shares_party(&held)) else {
            continue;
        };
        // "will not either": what the one before will not.
        if not
            && !matches!(
                last.stance,
                Stance::Rejects | Stance::Opposes | Stance::RedLine
            )
        {
            continue;
        }
        let evidence = words.trim(words.subtree(subject).start.min(subject)..end);
        again(claims, last.trigger, &held, &evidence, &mut more);
    }
    claims.extend(more);
}

/// The stances that a word shows, held by others in words of their own.
fn again(
    claims: &[Claim],
    trigger: usize,
    held: &[Holder],
    evidence: &Range<usize>,
    more: &mut Vec<Claim>,
) {
    more.extend(
        (claims.iter())
            .filter(|claim| claim.trigger == trigger)
            .map(|claim| Claim {
                holders: held.to_vec(),
                evidence: evidence.clone(),
                rule: "ellipsis".into(),
                reason: None,
                ..claim.clone()
            }),
    );
}

/// "and | Orveth", ", | Orveth", with an article between.
fn is_added(words: &Words, name: usize) -> bool {
    let start = words.sentence(words.sentence_of(name)).start;
    (start + 3..name)
        .rev()
        .find(|&at| words.upos(at) != Upos::Det && !matches!(words.upos(at), Upos::Adj))
        .is_some_and(|at| matches!(words.lower(at), "and" | "," | ";"))
}

/// "Orveth does not", "Orveth will not", "it no longer does": an auxiliary with its subject, and nothing behind it.
fn denied(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for auxiliary in 1..words.len() {
        if !matches!(
            words.lower(auxiliary),
            "do" | "does"
                | "will"
                | "wo"
                | "would"
                | "can"
                | "ca"
                | "could"
                | "is"
                | "are"
                | "was"
                | "were"
                | "did"
                | "has"
                | "have"
                | "can\u{2019}t"
        ) || scene.is_void(auxiliary)
        {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(auxiliary));
        let stops = |at: usize| {
            at >= sentence.end
                || matches!(words.form(at), "." | "," | ";" | ":" | "–" | "—")
                || matches!(words.lower(at), "but" | "and")
        };
        let next = |at: usize| {
            if at < words.len() {
                words.lower(at)
            } else {
                ""
            }
        };
        let not = matches!(next(auxiliary + 1), "not" | "n't" | "n’t") && stops(auxiliary + 2);
        let no_longer = auxiliary > 2
            && next(auxiliary - 1) == "longer"
            && next(auxiliary - 2) == "no"
            && stops(auxiliary + 1)
            // "it no longer does so"
            || auxiliary > 2
                && next(auxiliary - 1) == "longer"
                && next(auxiliary - 2) == "no"
                && next(auxiliary + 1) == "so"
                && stops(auxiliary + 2)
            || next(auxiliary + 1) == "no"
                && next(auxiliary + 2) == "longer"
                && stops(auxiliary + 3);
        if !not && !no_longer {
            continue;
        }
        let before = auxiliary
            - if no_longer && next(auxiliary - 1) == "longer" {
                3
            } else {
                1
            };
        if before < sentence.start {
            continue;
        }
        let subject = words
            .child(auxiliary, &[Rel::Nsubj])
            .filter(|&subject| subject < auxiliary)
            .unwrap_or(before);
        let held = holders(scene, subject);
        if held.is_empty() {
            continue;
        }
        let evidence = words.trim(words.subtree(subject).start.min(before)..auxiliary + 2);
        let own = |claim: &Claim| {
            (claim.holders.iter()).any(|one| held.iter().any(|other| one.party == other.party))
        };
        let recent = |claim: &&mut Claim| {
            claim.trigger < auxiliary
                && words.sentence_of(claim.trigger) + 1 >= words.sentence_of(auxiliary)
        };
        if no_longer {
            let before = (claims.iter_mut().filter(recent))
                .filter(|claim| own(claim))
                .max_by_key(|claim| claim.trigger);
            if let Some(before) = before {
                // The words that end it: those that tell of it tell of then.
                before.evidence = match words.sentence_of(before.evidence.start)
                    == words.sentence_of(auxiliary)
                {
                    true => before.evidence.start..evidence.end,
                    false => evidence,
                };
                before.stance = match before.stance {
                    Stance::Demands | Stance::Proposes => Stance::Withdraws,
                    Stance::Opposes | Stance::Rejects | Stance::Concerned => Stance::Open,
                    other => other,
                };
            }
            continue;
        }
        let before = (claims.iter_mut().filter(recent))
            .max_by_key(|claim| claim.trigger)
            .filter(|claim| !own(claim));
        let Some(before) = before else { continue };
        if let Some(claim) = turned(scene, before, held, auxiliary, evidence) {
            claims.push(claim);
        }
    }
}

/// What tells how something is received: whoever is said not to have done so too did not like it.
const LIKINGS: &[&str] = &[
    "welcome",
    "applaud",
    "praise",
    "hail",
    "love",
    "cheer",
    "relish",
    "embrace",
    "please",
    "pleased",
    "delighted",
    "happy",
    "keen",
    "enthusiastic",
    "content",
    "speak",
    "warm",
    "jump",
];

/// The stance that the whole clause would show with "not": "does not want", "will not accept".
fn turned(
    scene: &Scene,
    before: &Claim,
    held: Vec<Holder>,
    auxiliary: usize,
    evidence: std::ops::Range<usize>,
) -> Option<Claim> {
    let wants = matches!(
        scene.words.lemma(before.trigger),
        "want" | "like" | "favour" | "favor" | "need" | "support" | "back" | "endorse"
    );
    let is_asked = matches!(
        before.on,
        Target::Phrase(head, _) if scene.words.xpos(head) == Xpos::Vb
    );
    let will = scene.words.lower(auxiliary);
    // "Merin favoured it, Brod did not": a liking lasts, where "Merin backed it, Brod did not" tells no stance of Brod's.
    // "Merin accepted it, Brod has not": who was asked too has said no so far.
    let then = matches!(will, "did" | "has" | "have");
    let lasts = is_will(scene.words.lemma(before.trigger))
        || LIKINGS.contains(&scene.words.lemma(before.trigger));
    // "The mines were pleased with it. Orveth was not.", "Brod was receptive, and Orveth was not": a mood.
    if matches!(will, "was" | "were")
        && scene.words.upos(before.trigger) != Upos::Adj
        && scene.words.lemma(before.trigger) != "be"
        && scene
            .words
            .child(before.trigger, &[Rel::Cop, Rel::AuxPass])
            .is_none()
    {
        return None;
    }
    let stance = match before.stance {
        Stance::Supports | Stance::Demands if then && !lasts => return None,
        Stance::AcceptsIf | Stance::Open if then => return None,
        Stance::Open if matches!(will, "was" | "were") => Stance::Opposes,
        Stance::Accepts | Stance::AcceptsIf | Stance::Open => Stance::Rejects,
        Stance::Supports => Stance::Opposes,
        Stance::Demands if wants => Stance::Opposes,
        // "It called on Orveth to open the port. Orveth said it would not."
        Stance::Demands if is_asked && matches!(will, "will" | "wo" | "would") => Stance::Rejects,
        _ => return None,
    };
    Some(Claim {
        stance,
        holders: held,
        trigger: auxiliary,
        rule: "ellipsis".into(),
        evidence,
        premise: None,
        reason: None,
        ..before.clone()
    })
}

/// "So, to general surprise, | did Orveth": the word behind what is put in between commas.
fn behind_aside(words: &Words, word: usize) -> usize {
    let end = words.sentence(words.sentence_of(word)).end;
    if word + 2 >= end || words.form(word) != "," {
        return word;
    }
    (word + 2..end.min(word + 8))
        .find(|&at| words.form(at) == ",")
        .map_or(word, |comma| comma + 1)
}

/// Copies the last stance to whoever stands so too.
fn same(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for word in 0..words.len().saturating_sub(2) {
        let same = matches!(words.lemma(word), "so" | "as");
        let neither = matches!(words.lemma(word), "neither" | "nor");
        let auxiliary = behind_aside(words, word + 1);
        if !(same || neither)
            || auxiliary + 1 >= words.len()
            || !matches!(
                words.lemma(auxiliary),
                "do" | "have" | "be" | "will" | "would" | "can" | "could"
            )
            || words.lemma(word) == "as"
                && word > 0
                && !matches!(words.form(word - 1), "," | "–" | "—")
            || scene.is_void(word)
        {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(word));
        let subject = (auxiliary + 1..sentence.end)
            .take_while(|&at| words.upos(at) != Upos::Punct && !words.is_verb(at))
            .find(|&at| scene.entities.actor(at).is_some() && words.xpos(at) != Xpos::PrpPoss)
            // "So did its rival, the Tanners' Guild"
            .or_else(|| {
                let noun = (auxiliary + 1..(auxiliary + 5).min(sentence.end))
                    .find(|&at| words.upos(at) == Upos::Noun)?;
                words.child(noun, &[Rel::Appos])
            })
            // "So did the tanners"
            .or_else(|| {
                (auxiliary + 1..(auxiliary + 4).min(sentence.end))
                    .find(|&at| words.xpos(at) == Xpos::Nns)
                    .filter(|_| words.lower(auxiliary + 1) == "the")
            });
        let Some(subject) = subject else { continue };
        // "Nor has Merin warmed to it": the verb is there.
        if (subject + 1..(subject + 3).min(sentence.end)).any(|at| words.is_verb(at)) {
            continue;
        }
        let held = holders(scene, subject);
        let before = claims
            .iter()
            .filter(|claim| claim.trigger < word)
            .filter(|claim| words.sentence_of(claim.trigger) + 1 >= words.sentence_of(word))
            .max_by_key(|claim| claim.trigger);
        let Some(before) = before.filter(|before| {
            !held.is_empty()
                && neither == matches!(before.stance, Stance::Rejects | Stance::Opposes)
                || same
        }) else {
            continue;
        };
        let trigger = before.trigger;
        let evidence = words.trim(word..words.subtree(subject).end.max(subject + 1));
        again(claims, trigger, &held, &evidence, &mut more);
    }
    claims.extend(more);
}
