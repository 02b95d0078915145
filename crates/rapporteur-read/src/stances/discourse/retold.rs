//! What others hold of a thing that is told once more by another name: "proposed a coastguard, an idea Iceland backs",
//! "wants the bridge first, a sequence that Orveth's envoy, Mira Tarn, described as unacceptable". Read from the words as
//! they stand, because trees go wrong where a clause follows its noun without a pronoun.

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::cues::reception::received_with;
use crate::stances::cues::verdicts::{JUDGING, verdict};
use crate::stances::modality::force::Force;
use crate::stances::modality::settle::settle;
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// Adds what is said of the thing by each party that a clause behind the new name tells of.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for comma in 0..words.len() {
        let opens = is_renamed(words, comma)
            || words.form(comma) == "," && words.lower(comma + 1) == "which";
        if !opens || scene.is_void(comma) {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(comma));
        let named_anew = renaming(words, comma);
        let mut start = named_anew.unwrap_or(comma) + 1;
        if matches!(words.lower(start), "that" | "which") {
            start += 1;
        }
        let end = (start..sentence.end)
            .find(|&at| matches!(words.form(at), "." | ";" | ":" | "–" | "—"))
            .unwrap_or(sentence.end);
        let mut from = comma + 1;
        // "an idea Chile backs and Peru opposes": one clause after the other.
        while let Some(clause) = clause(scene, start..end, named_anew.is_none()) {
            let Some((stance, outlet, last)) = stance(scene, &clause) else {
                break;
            };
            let told = (claims.iter())
                .any(|claim| claim.trigger == clause.verb && !claim.holders.is_empty());
            let before = (claims.iter())
                .filter(|claim| {
                    claim.trigger < comma
                        && words.sentence_of(claim.trigger) == words.sentence_of(comma)
                        && claim.holders != clause.held
                })
                .max_by_key(|claim| claim.trigger);
            let Some(before) = before else { break };
            if !told {
                more.push(Claim {
                    outlet,
                    via: before.via,
                    ..Claim::plain(
                        "retold",
                        stance,
                        clause.held.clone(),
                        clause.verb,
                        before.on.clone(),
                        words.trim(from..last.max(clause.verb + 1)),
                    )
                });
            }
            let next = (last..end.min(last + 8))
                .find(|&at| matches!(words.lemma(at), "and" | "but" | "while"));
            let Some(next) = next else { break };
            (start, from) = (next + 1, next + 1);
        }
    }
    claims.extend(more);
}

/// The clause behind a new name: its words, who acts in it, and its verb.
struct Clause {
    words: Range<usize>,
    held: Vec<Holder>,
    verb: usize,
    force: Force,
    /// It opens with "which", not with a new name; trees read most of these.
    which: bool,
}

/// "an idea | Iceland backs", "a step that | both Brod and Tolsk | have opposed": who, then the verb with its auxiliaries.
fn clause(scene: &Scene, range: Range<usize>, which: bool) -> Option<Clause> {
    let words = scene.words;
    let Range { start, end } = range;
    let mut named: Vec<usize> = Vec::new();
    let mut coordinated = false;
    let mut force = Force::default();
    let mut verb = None;
    for at in start..end {
        let named_here = scene.entities.at(at).is_some();
        if verb_of(scene, at).is_some() && !named.is_empty() && !named_here {
            verb = Some(at);
            break;
        }
        match words.upos(at) {
            _ if named_here => {
                // "Orveth's envoy": not Orveth.
                if !matches!(words.form(at + 1), "'s" | "’s" | "'" | "’") {
                    named.push(at);
                }
            }
            Upos::Cconj => coordinated = true,
            Upos::Aux => {
                if words.xpos(at) == Xpos::Md {
                    force.modal = Some(words.lemma(at).into());
                }
                force.past |= matches!(words.lower(at), "had" | "has" | "have" | "did" | "was");
            }
            Upos::Adv | Upos::Part => match words.lemma(at) {
                "not" | "n't" => force.negated = true,
                "never" => force.never = true,
                "longer" => force.no_longer = true,
                _ => {}
            },
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Punct | Upos::Num => {}
            // "its envoy", but "an idea it had dropped": the pronoun is resolved or nobody.
            Upos::Pron if named.is_empty() => {}
            // "the envoy for trade"
            Upos::Adp if named.is_empty() || words.lemma(at) == "of" => {}
            _ => return None,
        }
    }
    let verb = verb?;
    force.past |= words.xpos(verb) == Xpos::Vbd && force.modal.is_none();
    let mut held: Vec<Holder> = Vec::new();
    let who: &[usize] = if coordinated {
        &named
    } else {
        named.last().map(std::slice::from_ref)?
    };
    for holder in who.iter().flat_map(|&at| holders(scene, at)) {
        if !held.contains(&holder) {
            held.push(holder);
        }
    }
    (!held.is_empty()).then_some(Clause {
        words: start..end,
        held,
        verb,
        force,
        which,
    })
}

/// The lemma of a word that is a verb, or looks a noun and may well be one ("Iceland backs").
fn verb_of<'a>(scene: &'a Scene, at: usize) -> Option<&'a str> {
    let words = scene.words;
    let finite = words.upos(at) == Upos::Verb && words.xpos(at) != Xpos::Vbg;
    let mistaken = matches!(words.xpos(at), Xpos::Nns | Xpos::Nnps)
        && (scene.entities.at(at.saturating_sub(1)).is_some())
        && (scene.lexicon.stances)
            .of(StanceWord::Verb, words.lemma(at))
            .any(|frame| frame.on.contains(&Place::Object) && frame.with.is_empty());
    let linking = matches!(words.lemma(at), "be" | "remain") && stranded(scene, at).is_some();
    (finite || mistaken || linking).then(|| words.lemma(at))
}

/// The stance of the clause, whether only the outlet tells it, and where the words that show it end.
fn stance(scene: &Scene, clause: &Clause) -> Option<(Stance, bool, usize)> {
    let words = scene.words;
    let Clause { verb, force, .. } = clause;
    let (verb, end) = (*verb, clause.words.end);
    let plain = !force.negated && !force.never && !force.no_longer;
    // "described as unacceptable", "calls a trap"
    if JUDGING.contains(&words.lemma(verb)) && plain {
        let judged = (verb + 1..end.min(verb + 7))
            .find_map(|at| verdict(scene, at).map(|(frame, length)| (frame.stance, at + length)));
        if let Some((stance, last)) = judged {
            return Some((stance, false, last));
        }
    }
    if plain && let Some((stance, last)) = received_with(scene, verb, end) {
        return Some((stance, true, last));
    }
    if let Some((stance, last)) = stranded(scene, verb).filter(|_| plain) {
        return Some((stance, true, last));
    }
    // "says is out of the question"
    if let Some((stance, last)) = said_to_be(scene, verb, end).filter(|_| plain) {
        return Some((stance, false, last));
    }
    // "has refused to accept"
    if let Some((stance, last)) = refused_to(scene, verb, end).filter(|_| plain) {
        return Some((stance, false, last));
    }
    if clause.which {
        return None;
    }
    // "backs", "has turned down", "objects to"
    let particle = words.form(verb + 1);
    let keys = [
        (format!("{} {particle}", words.lemma(verb)), verb + 2),
        (words.lemma(verb).to_owned(), verb + 1),
    ];
    keys.iter().find_map(|(key, next)| {
        let mut frames = (scene.lexicon.stances).of(StanceWord::Verb, key);
        let frame = frames.find(|frame| {
            frame.with.is_empty()
                && frame.on.iter().any(|place| match place {
                    Place::Object => !has_object(scene, *next, end),
                    Place::Preposition(preposition) => {
                        words.lower(*next) == preposition && ends_at(scene, *next + 1, end)
                    }
                    _ => false,
                })
        })?;
        let stance = settle(frame, StanceWord::Verb, force, false)?;
        Some((stance, frame.outlet, *next))
    })
}

/// "is keen on", "remains opposed to": an adjective with its preposition left behind.
fn stranded(scene: &Scene, be: usize) -> Option<(Stance, usize)> {
    let words = scene.words;
    if !matches!(words.lemma(be), "be" | "remain") {
        return None;
    }
    let adjective = (be + 1..be + 4).find(|&at| words.upos(at) != Upos::Adv)?;
    let end = words.sentence(words.sentence_of(be)).end;
    let preposition = words.lower(adjective + 1);
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Adjective, words.lower(adjective))
        .find(|frame| {
            (frame.on.iter())
                .any(|place| matches!(place, Place::Preposition(known) if known == preposition))
                && ends_at(scene, adjective + 2, end)
        })?;
    (frame.stance != Stance::Accepts).then_some((frame.stance, adjective + 2))
}

/// "says is out of the question", "believed would be unworkable": a verdict told with the verb.
fn said_to_be(scene: &Scene, verb: usize, end: usize) -> Option<(Stance, usize)> {
    let words = scene.words;
    let tells = matches!(
        words.lemma(verb),
        "say"
            | "insist"
            | "argue"
            | "believe"
            | "think"
            | "claim"
            | "maintain"
            | "complain"
            | "feel"
            | "fear"
            | "contend"
            | "hold"
            | "add"
    );
    let be = (verb + 1..end.min(verb + 4)).find(|&at| words.lemma(at) == "be")?;
    let apart = (verb + 1..be).any(|at| words.upos(at) != Upos::Aux);
    let negated = words.lower(be + 1) == "not" || words.lower(be + 1) == "n't";
    if !tells || apart {
        return None;
    }
    let start = be + 1;
    let (frame, length) = verdict(scene, start).or_else(|| {
        verdict(scene, start + 1).filter(|_| words.upos(start) == Upos::Adv && !negated)
    })?;
    Some((frame.stance, start + length))
}

/// "refused to accept", "is refusing to discuss", "declined to back".
fn refused_to(scene: &Scene, verb: usize, end: usize) -> Option<(Stance, usize)> {
    let words = scene.words;
    let deed = verb + 2;
    let refuses = words.lemma(verb) == "refuse" && words.lower(verb + 1) == "to" && deed < end;
    let takes = matches!(
        words.lemma(deed),
        "accept"
            | "discuss"
            | "meet"
            | "consider"
            | "support"
            | "back"
            | "endorse"
            | "entertain"
            | "grant"
            | "contemplate"
            | "countenance"
            | "concede"
            | "sign"
            | "approve"
            | "swallow"
            | "honour"
            | "honor"
            | "fulfil"
            | "fulfill"
            | "take"
    );
    (refuses && takes && !has_object(scene, deed + 1, end)).then_some((Stance::Rejects, deed + 1))
}

/// Whether nothing follows that a preposition could be about.
fn ends_at(scene: &Scene, at: usize, end: usize) -> bool {
    at >= end || matches!(scene.words.upos(at), Upos::Punct | Upos::Adv | Upos::Cconj)
}

/// Whether a verb has a thing of its own right behind it.
fn has_object(scene: &Scene, at: usize, end: usize) -> bool {
    let words = scene.words;
    at < end
        && (matches!(
            words.upos(at),
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron
        ) || words.lower(at) == "to"
            || words.upos(at) == Upos::Adj && words.upos(at + 1) == Upos::Noun)
        && scene.dates.at(at).is_none()
}

/// ", a request that the minister called fair", ", a step long asked for": the thing once more, by another name.
pub(in crate::stances) fn is_renamed(words: &Words, comma: usize) -> bool {
    renaming(words, comma).is_some()
}

/// The noun of that name.
fn renaming(words: &Words, comma: usize) -> Option<usize> {
    if words.form(comma) != "," || comma + 1 >= words.len() {
        return None;
    }
    if words.lower(comma + 1) == "something" {
        return Some(comma + 1);
    }
    // ", changes that the council has thrown out": the things of before, all of them.
    let again = comma + 2 < words.len()
        && matches!(
            words.lower(comma + 1),
            "changes" | "demands" | "ideas" | "proposals" | "measures"
        )
        && matches!(words.lower(comma + 2), "that" | "which");
    if again {
        return Some(comma + 1);
    }
    if comma + 3 >= words.len() || !matches!(words.lemma(comma + 1), "a" | "an" | "one") {
        return None;
    }
    (comma + 2..comma + 5)
        .take_while(|&at| at < words.len() && matches!(words.upos(at), Upos::Noun | Upos::Adj))
        .find(|&at| NAMES.contains(&words.lemma(at)))
        // "a parliament, a revenue formula and a right to leave": one of a list.
        .filter(|&name| words.rel(name) != Rel::Conj || words.lower(name + 1) != "and")
}

/// Nouns for what has been put forward.
const NAMES: &[&str] = &[
    "aim",
    "ambition",
    "appeal",
    "approach",
    "arrangement",
    "aspiration",
    "assurance",
    "bargain",
    "bid",
    "call",
    "change",
    "claim",
    "commitment",
    "compromise",
    "concession",
    "condition",
    "course",
    "date",
    "deadline",
    "demand",
    "figure",
    "fix",
    "formula",
    "gesture",
    "goal",
    "idea",
    "initiative",
    "innovation",
    "insistence",
    "level",
    "measure",
    "mechanism",
    "move",
    "notion",
    "novelty",
    "number",
    "offer",
    "option",
    "order",
    "outcome",
    "path",
    "plan",
    "pledge",
    "point",
    "policy",
    "position",
    "precondition",
    "principle",
    "privilege",
    "project",
    "promise",
    "proposal",
    "prospect",
    "provision",
    "rate",
    "recipe",
    "reform",
    "remedy",
    "request",
    "requirement",
    "route",
    "safeguard",
    "scenario",
    "scheme",
    "sequence",
    "shift",
    "solution",
    "step",
    "stipulation",
    "suggestion",
    "sum",
    "sweetener",
    "tack",
    "target",
    "term",
    "threshold",
    "timetable",
    "trade-off",
    "tweak",
    "undertaking",
    "wish",
    "wording",
];
