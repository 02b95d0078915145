//! Clauses whose verb stands in the clause before them, with a preposition, a time or a verdict of their own: "Velmar objects
//! to the fee, Orveth to the toll", "Velmar signed on Monday and Orveth on Friday", "Velmar voted for it, Orveth against".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// How many words a name may have with its article.
const LONGEST: usize = 8;

/// What stands behind the name in place of a whole clause.
enum Remnant {
    /// "to the toll", "for one of three years": a thing of its own.
    Thing(Range<usize>),
    /// "on Friday": the same thing.
    Time,
    /// "against", "in favour": another stance toward the same thing.
    Verdict(Stance),
}

/// Reads every place where such a clause may begin.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        if range.is_empty() || scene.is_void(range.start) {
            continue;
        }
        for stop in range.start + 2..range.end.saturating_sub(2) {
            if let Some(start) = opens(words, stop) {
                clause(scene, &range, stop, start, claims);
            }
        }
    }
}

/// Where the clause begins behind a stop or a conjunction: ", and | Orveth", "and | Orveth".
fn opens(words: &Words, stop: usize) -> Option<usize> {
    let joins = |at: usize| matches!(words.lower(at), "and" | "but" | "while" | "whereas");
    match words.form(stop) {
        "," | ";" => Some(stop + 1 + usize::from(joins(stop + 1))),
        _ if joins(stop) && !matches!(words.form(stop - 1), "," | ";") => Some(stop + 1),
        _ => None,
    }
}

/// Reads the clause that begins at a word, where it is a name and a remnant.
fn clause(
    scene: &Scene,
    sentence: &Range<usize>,
    stop: usize,
    start: usize,
    claims: &mut Vec<Claim>,
) {
    let words = scene.words;
    let end = end(words, start, sentence.end);
    let verbless = !(start..end).any(|at| {
        words.upos(at) == Upos::Aux
            || words.is_verb(at)
                && (matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                    || words.child(at, &[Rel::Nsubj]).is_some())
    });
    if !verbless || end < start + 2 {
        return;
    }
    let Some(before) = before(scene, claims, sentence, stop) else {
        return;
    };
    let named = (start..end.min(start + LONGEST).saturating_sub(1)).find_map(|who| {
        let named = scene.entities.actor(who).is_some() && is_name(words, start..who + 1);
        let remnant = named.then(|| remnant(scene, &before, stop, who + 1..end))??;
        Some((who, remnant))
    });
    let Some((who, remnant)) = named else { return };
    let held: Vec<Holder> = holders(scene, who)
        .into_iter()
        .filter(|holder| !(before.holders.iter()).any(|known| known.party == holder.party))
        .collect();
    if held.is_empty() {
        return;
    }
    cut(words, claims, before.trigger, stop);
    let (stance, on) = match remnant {
        Remnant::Thing(thing) => {
            let head = (words.top(thing.clone()))
                .filter(|head| thing.contains(head))
                .unwrap_or(thing.start);
            (before.stance, scene.toward(head, thing))
        }
        Remnant::Time => (before.stance, on_cut(words, &before.on, stop)),
        Remnant::Verdict(stance) => (stance, on_cut(words, &before.on, stop)),
    };
    claims.push(Claim {
        stance,
        holders: held,
        on,
        trigger: who,
        evidence: words.trim(start..end),
        rule: "gapped".into(),
        premise: None,
        reason: None,
        via: None,
        ..before
    });
}

/// The next stop, or "and" before another name.
fn end(words: &Words, start: usize, sentence: usize) -> usize {
    (start..sentence)
        .find(|&at| {
            matches!(
                words.form(at),
                "," | ";" | "." | ":" | "–" | "—" | "!" | "\"" | "”"
            ) || at > start && matches!(words.lower(at), "while" | "but" | "whereas")
        })
        .unwrap_or(sentence)
}

/// The last claim before a stop that a verb tells, and its subject.
fn before(scene: &Scene, claims: &[Claim], sentence: &Range<usize>, stop: usize) -> Option<Claim> {
    let words = scene.words;
    (claims.iter())
        .filter(|claim| {
            sentence.contains(&claim.trigger)
                && claim.trigger < stop
                && (words.is_verb(claim.trigger)
                    || matches!(claim.stance, Stance::Supports | Stance::Opposes))
                && claim.evidence.start < claim.trigger
                && !claim.holders.is_empty()
                && claim.via.is_none()
                && claim.premise.is_none()
                && !matches!(&claim.on, Target::Phrase(_, phrase) if phrase.start > stop)
                && !matches!(
                    claim.stance,
                    Stance::DeclinesToSay | Stance::Withdraws | Stance::AcceptsIf | Stance::RedLine
                )
        })
        .max_by_key(|claim| claim.trigger)
        .cloned()
}

/// "the crane drivers' union": no preposition, no verb, no sign within.
fn is_name(words: &Words, name: Range<usize>) -> bool {
    let last = name.end - 1;
    (name.clone()).all(|at| {
        matches!(
            words.upos(at),
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Part
        )
    }) && matches!(words.upos(last), Upos::Noun | Upos::Propn)
}

/// What stands behind a name, where it answers to something in the clause before.
fn remnant(scene: &Scene, before: &Claim, stop: usize, rest: Range<usize>) -> Option<Remnant> {
    let words = scene.words;
    let rest = words.trim(rest);
    if rest.is_empty() {
        return None;
    }
    if let Some(stance) = verdict(words, before.stance, rest.clone()) {
        return Some(Remnant::Verdict(stance));
    }
    if is_time(scene, &rest) {
        // "met Orveth on Monday and Belora on Friday": it could be either's day.
        let alone = !(before.trigger + 1..stop).any(|at| scene.entities.actor(at).is_some());
        let timed = (scene.dates.among(&(before.trigger + 1..stop)))
            .next()
            .is_some();
        return (alone && timed).then_some(Remnant::Time);
    }
    let Target::Phrase(head, phrase) = &before.on else {
        return None;
    };
    if !words.is_verb(before.trigger) {
        return None;
    }
    // "backed option 1, and Orveth option 2"
    if *head < stop && *head > before.trigger && words.lemma(*head) == words.lemma(rest.start) {
        return Some(Remnant::Thing(rest));
    }
    let case = phrase.start.checked_sub(1)?;
    // "suggested Cuenca, and Orveth Trujillo": a name for a name.
    let named = |range: Range<usize>| range.into_iter().all(|at| words.upos(at) == Upos::Propn);
    if words.upos(*head) == Upos::Propn && named(rest.clone()) && *head > before.trigger {
        return Some(Remnant::Thing(rest));
    }
    // "backs the ban on nets, Orveth only the fee": "only" parts the name from its thing.
    if matches!(words.lower(rest.start), "only" | "just" | "merely")
        && matches!(words.upos(rest.start + 1), Upos::Det | Upos::Num)
        && *head > before.trigger
    {
        return Some(Remnant::Thing(words.trim(rest.start + 1..rest.end)));
    }
    // "a quota by country, Orveth by vessel": what tells the two things apart.
    let inner = (phrase.start + 1..stop.min(phrase.end))
        .any(|at| words.upos(at) == Upos::Adp && words.lower(at) == words.lower(rest.start));
    if words.upos(rest.start) == Upos::Adp
        && words.lower(rest.start) == "by"
        && inner
        && rest.len() > 1
        && is_thing(words, rest.start + 1..rest.end)
    {
        return Some(Remnant::Thing(rest));
    }
    let same = words.upos(rest.start) == Upos::Adp
        && words.lower(rest.start) == words.lower(case)
        && *head < stop
        && case > before.trigger;
    let thing = words.trim(rest.start + 1..rest.end);
    (same && !thing.is_empty() && is_thing(words, thing.clone())).then_some(Remnant::Thing(thing))
}

/// "against", "in favour", "for", "no": said of what the clause before is about.
fn verdict(words: &Words, before: Stance, rest: Range<usize>) -> Option<Stance> {
    let sides = matches!(
        before,
        Stance::Supports | Stance::Opposes | Stance::Accepts | Stance::Rejects
    );
    match words.text_of(rest).to_lowercase().as_str() {
        "against" | "opposed" | "against it" if sides => Some(Stance::Opposes),
        "for" | "in favour" | "in favor" | "for it" if sides => Some(Stance::Supports),
        _ => None,
    }
}

/// "on Friday", "two days later": nothing but a time.
fn is_time(scene: &Scene, rest: &Range<usize>) -> bool {
    let words = scene.words;
    let cased = matches!(
        words.lower(rest.start),
        "on" | "in" | "at" | "by" | "since" | "before" | "after" | "only"
    );
    let from = rest.start + usize::from(cased);
    (scene.dates.at(from)).is_some_and(|date| {
        let date = &scene.dates.0[date].words;
        date.end >= rest.end || matches!(words.lower(date.end), "later" | "earlier")
    })
}

/// A noun phrase.
fn is_thing(words: &Words, thing: Range<usize>) -> bool {
    matches!(
        words.upos(thing.start),
        Upos::Det | Upos::Num | Upos::Noun | Upos::Adj | Upos::Propn
    ) && thing
        .into_iter()
        .any(|at| matches!(words.upos(at), Upos::Noun | Upos::Num | Upos::Propn))
}

/// Ends what a verb is about at the stop behind it, and drops what was taken for a second thing.
fn cut(words: &Words, claims: &mut Vec<Claim>, trigger: usize, stop: usize) {
    claims.retain(|claim| {
        claim.trigger != trigger
            || !matches!(&claim.on, Target::Phrase(_, phrase) if phrase.start > stop)
    });
    for claim in claims.iter_mut().filter(|claim| claim.trigger == trigger) {
        claim.on = on_cut(words, &claim.on, stop);
        claim.evidence.end = claim.evidence.end.min(stop.max(claim.evidence.start + 1));
    }
}

fn on_cut(words: &Words, on: &Target, stop: usize) -> Target {
    match on {
        Target::Phrase(head, phrase) if phrase.start < stop && *head < stop => {
            Target::Phrase(*head, words.trim(phrase.start..phrase.end.min(stop)))
        }
        other => other.clone(),
    }
}
