//! Clauses that share a verb or a frame with what stands before them: "Ruvo insists they be done at sea; Kestria, that
//! they belong in port", "discussions on a duty saw Canada opposed and Iceland flexible", "a paper tries to help: a, b and c".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::dates::number_word;
use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Reads every sentence.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for sentence in 0..scene.words.sentences() {
        let range = scene.words.sentence(sentence);
        if scene.is_void(range.start) {
            continue;
        }
        shared_verb(scene, &range, claims);
        bare_pair(scene, &range, claims);
        seen(scene, &range, claims);
        set_out(scene, &range, claims);
    }
}

/// "A insists that X; B, that Y", "A wants X; B, Y".
fn shared_verb(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let stops = sentence.clone().filter(|&stop| words.form(stop) == ";");
    for stop in stops {
        let Some(comma) = (stop + 2..sentence.end.min(stop + 8)).find(|&at| words.form(at) == ",")
        else {
            continue;
        };
        let name = stop + 1..comma;
        let verbless = |range: Range<usize>| {
            !range.into_iter().any(|at| {
                matches!(words.upos(at), Upos::Verb | Upos::Aux) && words.rel(at) != Rel::Amod
            })
        };
        let Some(who) = name.clone().find(|&at| scene.entities.actor(at).is_some()) else {
            continue;
        };
        let end = (comma + 1..sentence.end)
            .find(|&at| matches!(words.form(at), ";" | "." | ":"))
            .unwrap_or(sentence.end);
        let rest = words.trim(comma + 1..end);
        if rest.is_empty() || !verbless(name.clone()) {
            continue;
        }
        let clause = words.form(rest.start).eq_ignore_ascii_case("that");
        let thing = if clause {
            words.trim(rest.start + 1..rest.end)
        } else {
            rest
        };
        let nominal = matches!(
            words.upos(thing.start),
            Upos::Det | Upos::Num | Upos::Noun | Upos::Adj
        ) && verbless(thing.clone())
            && !thing.clone().any(|at| words.form(at) == ",");
        let whole = clause && thing.clone().any(|at| words.is_verb(at));
        if !nominal && !whole {
            continue;
        }
        let before = claims.iter().filter(|claim| {
            sentence.contains(&claim.trigger)
                && claim.trigger < stop
                && claim.evidence.end <= stop
                && matches!(
                    claim.stance,
                    Stance::Demands | Stance::Proposes | Stance::Supports | Stance::Offers
                )
        });
        let Some(before) = before.max_by_key(|claim| claim.trigger).cloned() else {
            continue;
        };
        let held: Vec<Holder> = holders(scene, who)
            .into_iter()
            .filter(|holder| !before.holders.contains(holder))
            .collect();
        if held.is_empty()
            || claims
                .iter()
                .any(|claim| claim.trigger > stop && claim.trigger < end)
        {
            continue;
        }
        let head = root(words, &thing);
        claims.push(Claim {
            holders: held,
            on: Target::Phrase(head, thing.clone()),
            evidence: name.start..thing.end,
            rule: "gap".into(),
            premise: None,
            reason: None,
            via: None,
            ..before
        });
    }
}

/// "A wants a freeze, B an index", "A wanted a small cut, and B none at all": names and things side by side, without as much
/// as a comma for the verb.
fn bare_pair(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let stops = sentence
        .clone()
        .filter(|&stop| matches!(words.form(stop), "," | ";"));
    for stop in stops {
        let start = stop
            + 1
            + usize::from(
                stop + 1 < sentence.end && matches!(words.lemma(stop + 1), "and" | "but" | "while"),
            );
        let end = (start..sentence.end)
            .find(|&at| matches!(words.form(at), "," | ";" | "." | ":" | "–" | "—"))
            .unwrap_or(sentence.end);
        // The name ends where a thing with a determiner of its own begins.
        let Some(begin) = (start + 1..end.min(start + 7)).find(|&at| begins_thing(words, at))
        else {
            continue;
        };
        let bare = !(start..end).any(|at| {
            matches!(words.upos(at), Upos::Verb | Upos::Aux | Upos::Adp) && at < begin
                || matches!(words.upos(at), Upos::Aux)
                || words.is_verb(at) && words.child(at, &[Rel::Nsubj]).is_some()
        });
        let who = (start..begin).rev().find(|&at| {
            matches!(words.upos(at), Upos::Noun | Upos::Propn) && scene.entities.at(at).is_some()
        });
        let (Some(who), true) = (who.filter(|&who| who + 1 == begin), bare) else {
            continue;
        };
        let before = (claims.iter())
            .filter(|claim| {
                sentence.contains(&claim.trigger)
                    && claim.trigger < stop
                    && words.is_verb(claim.trigger)
                    && (matches!(&claim.on, Target::Phrase(head, phrase) if *head < stop && *head > claim.trigger && phrase.start < stop))
                    && matches!(
                        claim.stance,
                        Stance::Demands
                            | Stance::Proposes
                            | Stance::Supports
                            | Stance::Offers
                            | Stance::Opposes
                            | Stance::Rejects
                            | Stance::Accepts
                    )
            })
            .max_by_key(|claim| claim.trigger)
            .cloned();
        let Some(before) = before else { continue };
        let clear = (before.trigger + 1..stop).all(|at| !matches!(words.form(at), ";" | "," | ":"))
            || words.form(stop) == ";";
        let held: Vec<Holder> = holders(scene, who)
            .into_iter()
            .filter(|holder| !before.holders.contains(holder))
            .collect();
        if held.is_empty()
            || !clear
            || claims
                .iter()
                .any(|claim| (stop..end).contains(&claim.trigger) && !claim.holders.is_empty())
        {
            continue;
        }
        for claim in claims
            .iter_mut()
            .filter(|claim| claim.trigger == before.trigger)
        {
            if let Target::Phrase(_, phrase) = &mut claim.on {
                phrase.end = phrase.end.min(stop.max(phrase.start + 1));
            }
            claim.evidence.end = claim.evidence.end.min(stop.max(claim.evidence.start + 1));
        }
        // "urged a pause, and B | its repeal": no second thing of A's.
        claims.retain(|claim| {
            claim.trigger != before.trigger
                || !matches!(&claim.on, Target::Phrase(_, phrase) if phrase.start > stop)
        });
        let thing = words.trim(begin..end);
        let none = matches!(words.lemma(begin), "none" | "nothing" | "neither");
        // "A rejected two clauses, and B none": B rejects nothing.
        if none && matches!(before.stance, Stance::Opposes | Stance::Rejects) {
            continue;
        }
        let same = words
            .text_of(thing.clone())
            .eq_ignore_ascii_case("the same");
        let (stance, on) = match (none, same) {
            (true, _) => (Stance::Opposes, before.on.clone()),
            (_, true) => (before.stance, before.on.clone()),
            _ => (
                before.stance,
                Target::Phrase(root(words, &thing), thing.clone()),
            ),
        };
        claims.push(Claim {
            stance,
            holders: held,
            on,
            trigger: who,
            evidence: start..thing.end,
            rule: "gap".into(),
            premise: None,
            reason: None,
            via: None,
            ..before
        });
    }
}

/// Whether a thing of its own begins at a word: "an index", "3 percent", "none".
fn begins_thing(words: &Words, at: usize) -> bool {
    matches!(words.upos(at), Upos::Num)
        || number_word(words.lower(at)).is_some()
        || matches!(words.upos(at), Upos::Det)
        || words.xpos(at) == Xpos::PrpPoss
        || matches!(
            words.lemma(at),
            "none" | "nothing" | "neither" | "half" | "twice"
        )
}

/// Nouns of talk that see delegations take sides.
const DEBATES: &[&str] = &[
    "discussion",
    "debate",
    "exchange",
    "deliberation",
    "consultation",
    "consideration",
    "session",
    "talk",
    "negotiation",
];

/// "Discussions on a levy saw A and B opposed and C signalling flexibility".
fn seen(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let found = sentence.clone().find_map(|verb| {
        let subject = words.child(verb, &[Rel::Nsubj])?;
        let sees = words.is_verb(verb)
            && matches!(
                words.lemma(verb),
                "see" | "find" | "leave" | "reveal" | "show"
            )
            && DEBATES.contains(&words.lemma(subject));
        sees.then_some((verb, subject))
    });
    let Some((verb, subject)) = found else { return };
    let Some(about) = words
        .with_case(subject, &["on", "over", "about", "of"])
        .next()
    else {
        return;
    };
    let mut thing = words.subtree(about);
    while thing.start < about && words.rel(thing.start) == Rel::Case {
        thing.start += 1;
    }
    // Up to the comma or the verb, wherever the parser hung what stands between.
    let end = (about + 1..verb)
        .find(|&at| words.form(at) == "," || words.is_verb(at))
        .unwrap_or(verb);
    let thing = words.trim(thing.start..end);
    let on = scene.toward(about, thing);
    // What was said to be proposed is not the talk but what it is about.
    for claim in claims.iter_mut() {
        if matches!(claim.on, Target::Phrase(head, _) if head == subject) {
            claim.on = on.clone();
        }
    }
    let mut held: Vec<Holder> = Vec::new();
    let mut start = verb + 1;
    for at in verb + 1..sentence.end {
        if scene.entities.actor(at).is_some() {
            if held.is_empty() {
                start = at;
            }
            for holder in holders(scene, at) {
                if !held.contains(&holder) {
                    held.push(holder);
                }
            }
        }
        let stance = match words.lower(at) {
            "opposed" | "opposing" | "against" | "hostile" | "resisting" => Stance::Opposes,
            "supportive" | "supporting" | "backing" | "favouring" | "favoring" | "favour"
            | "favor" => Stance::Supports,
            "flexible" | "flexibility" | "open" | "openness" | "willing" => Stance::Open,
            "sceptical" | "skeptical" | "uneasy" | "concerned" | "wary" | "doubtful"
            | "cautious" => Stance::Concerned,
            "divided" | "split" | "not" | "silent" => {
                held.clear();
                continue;
            }
            _ => continue,
        };
        if held.is_empty()
            || claims
                .iter()
                .any(|claim| claim.stance == stance && claim.holders == held && claim.on == on)
        {
            continue;
        }
        claims.push(Claim {
            stance,
            holders: std::mem::take(&mut held),
            trigger: at,
            rule: "seen".into(),
            on: on.clone(),
            premise: None,
            reason: None,
            outlet: true,
            evidence: start..at + 1,
            via: None,
        });
    }
}

/// "A paper circulated by X tries to split the difference: a, b and c": its author proposes each.
fn set_out(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(colon) = sentence.clone().find(|&at| words.form(at) == ":") else {
        return;
    };
    let text = (sentence.start..colon).find_map(|at| {
        let verb = words.head(at)?;
        let told = words.rel(at) == Rel::Nsubj
            && verb < colon
            && words.is_verb(verb)
            && !matches!(
                words.lemma(verb),
                "say" | "tell" | "warn" | "fail" | "omit" | "lack" | "ask" | "leave"
            )
            && words.negation(verb).is_none()
            && !Force::of(words, verb).hypothetical;
        told.then(|| scene.proposals.at(at)).flatten()
    });
    let Some(text) = text else { return };
    let held: Vec<Holder> = scene.proposals.all[text]
        .authors
        .iter()
        .filter_map(|&author| Holder::of(scene, author))
        .collect();
    if held.is_empty() {
        return;
    }
    let items = items(words, colon + 1..sentence.end);
    // A sentence after the colon says something else.
    if items.len() < 2 || items.iter().any(|item| !is_thing(words, item)) {
        return;
    }
    for item in items {
        let head = root(words, &item);
        if claims.iter().any(|claim| {
            claim.holders == held
                && claim.evidence.start < item.end
                && item.start < claim.evidence.end
                && claim.evidence.start > colon
        }) {
            continue;
        }
        claims.push(Claim {
            stance: Stance::Proposes,
            holders: held.clone(),
            trigger: head,
            rule: "text-sets-out".into(),
            on: Target::Phrase(head, item.clone()),
            premise: None,
            reason: None,
            outlet: false,
            evidence: item,
            via: None,
        });
    }
}

/// The members of an enumeration, without the conjunction.
fn items(words: &Words, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        let form = words.form(at);
        let article =
            |next: usize| next < range.end && matches!(words.upos(next), Upos::Det | Upos::Num);
        let ends =
            matches!(form, "," | ";") || form == "and" && article(at + 1) || at + 1 == range.end;
        if !ends {
            continue;
        }
        let mut item = words.trim(start..at + usize::from(at + 1 == range.end));
        while item.start < item.end && matches!(words.form(item.start), "and" | "or") {
            item.start += 1;
        }
        if !item.is_empty() {
            found.push(item);
        }
        start = at + 1;
    }
    found
}

/// A noun phrase: no clause with a subject of its own.
fn is_thing(words: &Words, item: &Range<usize>) -> bool {
    matches!(
        words.upos(item.start),
        Upos::Det | Upos::Num | Upos::Noun | Upos::Adj | Upos::Verb | Upos::Propn
    ) && item.clone().any(|at| words.upos(at) == Upos::Noun)
        && !item.clone().any(|at| {
            words.upos(at) == Upos::Aux
                || words.is_verb(at) && words.child(at, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
        })
}

/// The word of a stretch that hangs on none of it.
fn root(words: &Words, range: &Range<usize>) -> usize {
    range
        .clone()
        .find(|&at| {
            words.head(at).is_none_or(|head| !range.contains(&head))
                && !matches!(words.upos(at), Upos::Det | Upos::Adp | Upos::Punct)
        })
        .unwrap_or(range.start)
}
