//! What a proposal, an offer or a list of demands contains, told in the sentences behind the one that brings it: "Merin came
//! with three demands. The first is a port", "The firm has improved its offer. It is worth 5 percent this year", "Brod has a
//! plan of its own. Pilots would be paid by the day".

mod brought;
mod deeds;
mod leads;
mod named;

use std::ops::Range;

use rapporteur_model::{BlockKind, Stance};
use rapporteur_syntax::Rel;

use self::brought::{Bearer, brought};
use self::leads::{lead, own_lead};
use self::named::{is_fragment, things};
use crate::stances::arguments::holders::Holder;
use crate::stances::{Claim, Scene, Target};

/// The rule of what is told as a clause of its own, which needs no more to be parted.
pub(in crate::stances) const DEED: &str = "contents-deed";

/// What the words before a list bring, of which each item tells: how whoever brings it stands, and who.
pub(in crate::stances) fn announces(
    scene: &Scene,
    range: Range<usize>,
) -> Option<(Stance, Vec<Holder>)> {
    brought(scene, range, &[]).map(|bearer| (bearer.stance, bearer.held))
}

/// Reads sentence by sentence: what was brought is told of until a sentence tells nothing of it.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut open: Option<Bearer> = None;
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        let Some(first) = range.clone().next().filter(|&word| !scene.is_void(word)) else {
            open = None;
            continue;
        };
        let near = open.take();
        let mut told = match &near {
            Some(bearer) => told(scene, bearer, range.clone(), claims),
            None => Vec::new(),
        };
        let new = brought(scene, range.clone(), claims);
        // "At the heart of Merin's plan is a port": told as it is brought.
        if told.is_empty()
            && let Some(own) = new.as_ref().filter(|own| !own.announced)
            && let Some(start) = own_lead(scene, own, &words.trim(range.clone()))
        {
            told = contents_of(scene, own, start, range.clone(), claims);
        }
        let freely = near.as_ref().is_some_and(|bearer| !bearer.told);
        open = new.or_else(|| {
            let goes_on = |bearer: &Bearer| !told.is_empty() || is_told_on(bearer, &range, claims);
            near.filter(goes_on).map(|bearer| Bearer {
                last: first,
                ..bearer
            })
        });
        if told.is_empty() {
            continue;
        }
        // "wants three things": what they are tells it. "Tankers would pay": nothing that whoever pays offers.
        claims.retain(|claim| {
            let announces = matches!(claim.on, Target::Phrase(head, _)
                if (told.iter()).any(|content| content.via == Some(head)));
            // "She demands three changes. First, …": told from there.
            if announces
                && told[0].evidence.start > claim.evidence.start
                && in_one_block(scene, &claim.evidence, &told[0].evidence)
            {
                told[0].evidence.start = claim.evidence.start;
            }
            let deed = claim.rule == "would-give"
                && freely
                && told.iter().any(|content| content.trigger == claim.trigger);
            !announces && !deed
        });
        claims.extend(told.into_iter().map(|content| Claim {
            via: None,
            ..content
        }));
    }
}

/// "Point five has Merin grounding its drones", read as what the text says.
fn is_told_on(bearer: &Bearer, range: &Range<usize>, claims: &[Claim]) -> bool {
    claims.iter().any(|claim| {
        range.contains(&claim.trigger)
            && claim.holders == bearer.held
            && matches!(
                claim.rule.as_str(),
                "text-provides" | "under-text" | "spelt-out"
            )
    })
}

fn in_one_block(scene: &Scene, one: &Range<usize>, other: &Range<usize>) -> bool {
    let block = |range: &Range<usize>| scene.blocks.at(scene.words.span(range.clone()).start);
    block(one) == block(other)
}

/// Whether a sentence stands in the paragraph of what was told last of what was brought, and if not, in the next.
fn follows(scene: &Scene, bearer: &Bearer, first: usize) -> Option<bool> {
    let block = |word: usize| {
        let at = scene.words.span(word..word + 1).start;
        (scene.blocks.at(at)).filter(|&at| scene.blocks.items[at].kind == BlockKind::Paragraph)
    };
    let (last, next) = (block(bearer.last)?, block(first)?);
    (next <= last + 1).then_some(next == last)
}

/// What a sentence tells of what was brought.
fn told(scene: &Scene, bearer: &Bearer, range: Range<usize>, claims: &[Claim]) -> Vec<Claim> {
    let words = scene.words;
    let range = words.trim(range);
    // Somebody else's words on it are a judgement.
    let others = Holder::speaking(scene, range.start)
        .is_some_and(|speaker| !bearer.held.iter().any(|held| held.party == speaker.party));
    let Some(near) = follows(scene, bearer, range.start).filter(|_| !range.is_empty() && !others)
    else {
        return Vec::new();
    };
    let found = match lead(scene, bearer, &range) {
        // In the next paragraph only where it is said what it is: "The second is".
        Some(start) if start > range.start => things(scene, bearer, start..range.end),
        Some(start) if near => {
            let things = things(scene, bearer, start..range.end);
            let told =
                (things.iter()).all(|(head, thing)| is_fragment(scene, bearer, *head, thing));
            if told { things } else { Vec::new() }
        }
        None if near => deeds::read(scene, bearer, &range),
        _ => Vec::new(),
    };
    claimed(scene, bearer, found, &range, claims)
}

/// What the words from `start` on tell of what the sentence itself brought.
fn contents_of(
    scene: &Scene,
    bearer: &Bearer,
    start: usize,
    range: Range<usize>,
    claims: &[Claim],
) -> Vec<Claim> {
    let others = Holder::speaking(scene, start)
        .is_some_and(|speaker| !bearer.held.iter().any(|held| held.party == speaker.party));
    let range = scene.words.trim(range);
    match others {
        true => Vec::new(),
        false => {
            let found = things(scene, bearer, start..range.end);
            claimed(scene, bearer, found, &range, claims)
        }
    }
}

/// The claims on what was found, where nothing else is told of it.
fn claimed(
    scene: &Scene,
    bearer: &Bearer,
    found: Vec<(usize, Range<usize>)>,
    range: &Range<usize>,
    claims: &[Claim],
) -> Vec<Claim> {
    let words = scene.words;
    let taken = |content: &Range<usize>| {
        claims.iter().any(|claim| {
            // "Tankers would pay": of the plan, rather than what they would give.
            let gives = claim.rule == "would-give" && !bearer.told;
            let over = matches!(&claim.on, Target::Phrase(_, phrase)
                if phrase.start < content.end && content.start < phrase.end);
            !gives && (over || content.contains(&claim.trigger))
        })
    };
    // "The package is worth 5 percent": that is offered.
    let worth = bearer.stance == Stance::Proposes
        && (found.first()).is_some_and(|(_, content)| {
            content.start > range.start && words.lower(content.start - 1) == "worth"
        });
    (found.into_iter())
        .filter(|(_, content)| !taken(content))
        .enumerate()
        .map(|(place, (head, content))| {
            let inside = content.clone();
            let mut claim = bearer.claim(scene, head, content);
            if place == 0 {
                claim.evidence.start = range.start;
            }
            if worth {
                claim.stance = Stance::Offers;
            }
            let subject = words.child(head, &[Rel::Nsubj, Rel::NsubjPass]);
            if subject.is_some_and(|subject| inside.contains(&subject)) {
                claim.rule = DEED.into();
            }
            claim
        })
        .collect()
}
