//! What somebody says one thing of: "The last thing Velmar wants is a levy", "A levy is something that Velmar will never do",
//! "The one point Velmar insists on is a levy", "It is not the levy that Velmar is against but its size".

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// How far the copula may stand behind the noun.
const FAR: usize = 14;

/// Reads every sentence.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for sentence in 0..scene.words.sentences() {
        let range = scene.words.sentence(sentence);
        if range.len() < 6 || scene.is_void(range.start) {
            continue;
        }
        last_thing(scene, &range, claims);
        named_point(scene, &range, claims);
        never_done(scene, &range, claims);
        the_least(scene, &range, claims);
        not_but(scene, &range, claims);
    }
}

/// "A levy is the last thing Velmar wants", "The last thing Velmar wants is a levy": it is against that.
fn last_thing(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(thing) = (sentence.start + 2..sentence.end.saturating_sub(2))
        .find(|&thing| words.lower(thing) == "thing" && words.lower(thing - 1) == "last")
    else {
        return;
    };
    let end = sentence.end.min(thing + FAR);
    let Some(verb) = (thing + 1..end).find(|&verb| matches!(words.lemma(verb), "want" | "need"))
    else {
        return;
    };
    let held = first_named(scene, thing + 1..verb);
    let be = (verb + 1..end).find(|&be| is_copula(words, be));
    let what = match be {
        Some(be) => thing_from(words, be + 1, sentence.end),
        None => {
            let Some(be) = (sentence.start + 1..thing)
                .rev()
                .find(|&be| is_copula(words, be))
            else {
                return;
            };
            words.trim(sentence.start..be)
        }
    };
    if held.is_empty() || what.is_empty() {
        return;
    }
    claims.retain(|claim| claim.trigger != verb);
    push(scene, claims, Stance::Opposes, held, verb, what, sentence);
}

/// "The one point Velmar insists on is a levy", whatever the tree made of it.
fn named_point(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let start = sentence.start;
    let opens = words.lower(start) == "the"
        && matches!(
            words.lower(start + 1),
            "one" | "only" | "single" | "main" | "sole" | "chief"
        );
    let noun = start + 2;
    let Some(who) = (noun + 1..sentence.end.min(noun + 5))
        .find(|&who| scene.entities.actor(who).is_some())
        .filter(|&who| {
            opens
                && words.upos(noun) == Upos::Noun
                && (noun + 1..who).all(|at| {
                    matches!(words.upos(at), Upos::Det | Upos::Propn | Upos::Adj)
                        || words.lower(at) == "that"
                })
        })
    else {
        return;
    };
    let Some(be) = (who + 2..sentence.end.min(who + FAR)).find(|&be| {
        is_copula(words, be) && !(matches!(words.lower(be - 1), "it" | "which" | "that"))
    }) else {
        return;
    };
    // "is ready to accept is": the copula of the answer stands last.
    let be = (be + 1..sentence.end.min(who + FAR))
        .find(|&next| is_copula(words, next))
        .unwrap_or(be);
    let clause = who + 1..be;
    let told = |claim: &Claim| clause.contains(&claim.trigger) && !claim.holders.is_empty();
    if claims.iter().any(told) {
        return;
    }
    let Some((verb, stance)) = clause
        .clone()
        .find_map(|verb| Some((verb, stance_of(scene, verb, &clause)?)))
    else {
        return;
    };
    let what = thing_from(words, be + 1, sentence.end);
    let held = holders(scene, who);
    if !held.is_empty() && !what.is_empty() {
        push(scene, claims, stance, held, verb, what, sentence);
    }
}

/// The stance that a verb shows toward what its clause is about: "insists on", "will not accept".
fn stance_of(scene: &Scene, verb: usize, clause: &Range<usize>) -> Option<Stance> {
    let words = scene.words;
    let with = format!("{} {}", words.lemma(verb), words.lower(clause.end - 1));
    let frame = [with.as_str(), words.lemma(verb)]
        .into_iter()
        .find_map(|key| {
            (scene.lexicon.stances.of(StanceWord::Verb, key)).find(|frame| frame.only.is_none())
        })?;
    let no = (clause.start..verb)
        .any(|at| matches!(words.lower(at), "not" | "n't" | "n’t" | "never" | "cannot"));
    match (frame.stance, no) {
        (stance, false) => Some(stance),
        (Stance::Accepts | Stance::Open, true) => Some(Stance::Rejects),
        (Stance::Supports | Stance::Demands, true) => Some(Stance::Opposes),
        _ => None,
    }
}

/// "Signing it is something that Velmar will never do": it refuses to.
fn never_done(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(something) = (sentence.start + 2..sentence.end.saturating_sub(3))
        .find(|&at| matches!(words.lower(at), "something" | "thing" | "step"))
    else {
        return;
    };
    let Some(be) = words
        .child(something, &[Rel::Cop])
        .filter(|&be| be < something)
    else {
        return;
    };
    let end = sentence.end.min(something + FAR);
    let Some(verb) = (something + 3..end).find(|&at| matches!(words.lower(at), "do" | "take"))
    else {
        return;
    };
    let modal = (something + 1..verb).any(|at| {
        matches!(
            words.lower(at),
            "will" | "would" | "can" | "could" | "cannot" | "wo" | "ca"
        )
    });
    let never = (something + 1..verb).any(|at| words.lower(at) == "never");
    let not =
        (something + 1..verb).any(|at| matches!(words.lower(at), "not" | "n't" | "n’t" | "cannot"));
    let held = first_named(scene, something + 1..verb);
    let what = words.trim(sentence.start..be);
    if !modal || !(never || not) || held.is_empty() || what.is_empty() {
        return;
    }
    if words.upos(what.start) == Upos::Pron {
        return;
    }
    let stance = if words.lower((verb + 1).min(sentence.end - 1)) == "without" {
        // "Access is something Velmar cannot do without"
        Stance::Demands
    } else if never {
        Stance::RedLine
    } else {
        Stance::Rejects
    };
    claims.retain(|claim| !(something + 1..=verb).contains(&claim.trigger));
    push(scene, claims, stance, held, verb, what, sentence);
}

/// "Eleven hours is the least that the union will accept", "the minimum Velmar could live with": less it will not have.
fn the_least(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(least) = (sentence.start + 2..sentence.end.saturating_sub(3)).find(|&at| {
        matches!(words.lower(at), "least" | "minimum") && words.lower(at - 1) == "the"
            || words.lower(at) == "least" && words.lower(at - 1) == "very"
    }) else {
        return;
    };
    let Some(be) = (sentence.start + 1..least)
        .rev()
        .take(3)
        .find(|&be| is_copula(words, be))
    else {
        return;
    };
    let end = sentence.end.min(least + FAR);
    let Some(verb) = (least + 2..end).find(|&at| {
        words.is_verb(at)
            && matches!(
                words.lemma(at),
                "accept" | "take" | "live" | "settle" | "sign" | "expect" | "want" | "need"
            )
    }) else {
        return;
    };
    let held = first_named(scene, least + 1..verb);
    let what = words.trim(sentence.start..be);
    let no = (least + 1..verb).any(|at| matches!(words.lower(at), "not" | "n't" | "n’t" | "never"));
    if held.is_empty() || what.is_empty() || no || words.upos(what.start) == Upos::Pron {
        return;
    }
    claims.retain(|claim| !(least + 1..=verb).contains(&claim.trigger));
    push(scene, claims, Stance::Demands, held, verb, what, sentence);
}

/// "It is not the levy that Velmar is against but its size": what it is against stands behind "but".
fn not_but(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let start = sentence.start;
    if words.lower(start) != "it" || !is_copula(words, start + 1) || words.lower(start + 2) != "not"
    {
        return;
    }
    let Some(that) = (start + 4..sentence.end).find(|&at| words.lower(at) == "that") else {
        return;
    };
    let Some(but) = (that + 3..sentence.end.min(that + FAR)).find(|&at| words.lower(at) == "but")
    else {
        return;
    };
    let clause = that + 1..but;
    let held = first_named(scene, clause.clone());
    let against = (clause.clone()).any(|at| {
        matches!(
            words.lower(at),
            "against" | "opposed" | "opposes" | "rejects"
        )
    });
    let told = (clause.clone()).find_map(|verb| Some((verb, stance_of(scene, verb, &clause)?)));
    let found = match against {
        true => Some((but - 1, Stance::Opposes)),
        false => told,
    };
    let what = thing_from(words, but + 1, sentence.end);
    let Some((verb, stance)) = found.filter(|_| !held.is_empty() && !what.is_empty()) else {
        return;
    };
    claims.retain(|claim| !clause.contains(&claim.trigger));
    push(scene, claims, stance, held, verb, what, sentence);
}

fn push(
    scene: &Scene,
    claims: &mut Vec<Claim>,
    stance: Stance,
    held: Vec<Holder>,
    trigger: usize,
    what: Range<usize>,
    sentence: &Range<usize>,
) {
    let words = scene.words;
    let head = (words.top(what.clone()))
        .filter(|head| what.contains(head))
        .unwrap_or(what.start);
    claims.push(Claim::plain(
        "one-thing",
        stance,
        held,
        trigger,
        scene.toward(head, what),
        words.trim(sentence.clone()),
    ));
}

fn first_named(scene: &Scene, range: Range<usize>) -> Vec<Holder> {
    range
        .filter(|&at| scene.entities.actor(at).is_some())
        .map(|at| holders(scene, at))
        .find(|held| !held.is_empty())
        .unwrap_or_default()
}

fn is_copula(words: &Words, at: usize) -> bool {
    matches!(words.lower(at), "is" | "was" | "are" | "were" | "remains")
}

/// What stands from a word to the next stop; nothing where no noun phrase begins there.
fn thing_from(words: &Words, begin: usize, end: usize) -> Range<usize> {
    let opens = matches!(
        words.upos(begin),
        Upos::Det | Upos::Noun | Upos::Propn | Upos::Num | Upos::Verb | Upos::Pron | Upos::Part
    ) && !matches!(words.lower(begin), "not" | "no" | "this" | "that" | "it");
    let end = (begin..end)
        .find(|&at| {
            matches!(
                words.form(at),
                "," | ";" | "." | ":" | "–" | "—" | "\"" | "”" | "?"
            )
        })
        .unwrap_or(end);
    match opens {
        true => words.trim(begin..end),
        false => begin..begin,
    }
}
