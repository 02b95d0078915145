//! A yes or a no for a noun: "Orveth's no to the levy", "met with a flat no from Orveth", "Orveth's answer was yes", "from
//! Orveth came a no", "Velmar said yes, Orveth no". The tree takes the word for an interjection, so that the words around it tell.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::matter::last_put_forward;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::replies::answers_alone::{premise_behind, repliers};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// How many words may stand between an answer and what it belongs to.
const NEAR: usize = 8;

/// Reads every such noun.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for word in 1..words.len().saturating_sub(1) {
        let stance = match words.lower(word) {
            "yes" => Stance::Accepts,
            "no" => Stance::Rejects,
            _ => continue,
        };
        if scene.is_void(word) || claims.iter().any(|claim| claim.evidence.contains(&word)) {
            continue;
        }
        let claim = answer(scene, claims, word, stance)
            .or_else(|| beside(scene, claims, word, stance))
            .or_else(|| spoken(scene, word, stance));
        claims.extend(claim);
    }
}

fn answer(scene: &Scene, claims: &[Claim], word: usize, stance: Stance) -> Option<Claim> {
    let words = scene.words;
    let clause = clause(words, word);
    let start = (clause.start..word)
        .rev()
        .take_while(|&at| matches!(words.upos(at), Upos::Adj | Upos::Noun) && !is_answer(words, at))
        .last()
        .unwrap_or(word);
    let opener = start.checked_sub(1).filter(|at| clause.contains(at))?;
    let predicative = words.lemma(opener) == "be";
    let owned = matches!(words.lower(opener), "'s" | "’s" | "'" | "its" | "their");
    let nominal = owned || predicative || matches!(words.lower(opener), "a" | "an" | "the");
    // "a no vote", "no-deal", "a yes would do"
    let next = word + 1;
    let closes = next >= clause.end
        || matches!(words.upos(next), Upos::Punct | Upos::Adp | Upos::Part)
        || owned && words.is_verb(next);
    // "a conditional yes": on what, it does not tell.
    let hangs = (start..word).any(|at| {
        matches!(
            words.lower(at),
            "conditional" | "qualified" | "provisional" | "tentative" | "likely"
        )
    });
    if hangs || !nominal || !closes || words.form(next) == "-" || is_supposed(words, &clause) {
        return None;
    }
    let (held, first) = if owned {
        let owner = opener - usize::from(words.lower(opener).starts_with(['\'', '’']));
        (holders(scene, owner), words.subtree(owner).start.min(owner))
    } else {
        giver(scene, &clause, word, opener)?
    };
    if held.is_empty() {
        return None;
    }
    let premise = premise_behind(words, next);
    let (on, via, last) = match thing(scene, &clause, word) {
        Some((head, phrase)) => (scene.toward(head, phrase.clone()), None, phrase.end),
        None => match met(scene, &clause, word) {
            Some((head, phrase)) => (scene.toward(head, phrase), None, next),
            None => {
                let before = last_put_forward(scene, claims, word, &held)?;
                (before.on.clone(), before.via, next)
            }
        },
    };
    let stance = match (stance, &premise) {
        (Stance::Accepts, Some(_)) => Stance::AcceptsIf,
        (stance, _) => stance,
    };
    let from = (words.lower(next) == "from").then(|| clause.end.min(next + NEAR));
    let end = from.map_or(last, |_| {
        (next + 1..clause.end.min(next + NEAR))
            .rev()
            .find(|&at| scene.entities.actor(at).is_some())
            .map_or(last, |at| last.max(at + 1))
    });
    let on_is_before = matches!(&on, Target::Phrase(_, phrase) if clause.contains(&phrase.start) && phrase.start < first);
    let begin = match &on {
        Target::Phrase(_, phrase) if on_is_before => phrase.start,
        _ => first.min(word),
    };
    Some(Claim {
        premise,
        via,
        ..Claim::plain("yes-and-no", stance, held, word, on, words.trim(begin..end))
    })
}

/// "'Yes to inspectors, no to cameras,' said Lena Farr", "Yes to five, says Orveth; no to the date": an answer with its thing.
fn spoken(scene: &Scene, word: usize, stance: Stance) -> Option<Claim> {
    let words = scene.words;
    let opens = word == words.sentence(words.sentence_of(word)).start
        || words.upos(word - 1) == Upos::Punct
        || matches!(words.lower(word - 1), "but" | "and");
    if !opens || words.lower(word + 1) != "to" {
        return None;
    }
    let clause = clause(words, word);
    let end = (word..clause.end)
        .find(|&at| words.form(at) == ",")
        .unwrap_or(clause.end);
    let (head, phrase) = thing(scene, &(clause.start..end), word)?;
    let held = repliers(scene, &(word..phrase.end));
    (!held.is_empty()).then(|| {
        Claim::plain(
            "yes-and-no",
            stance,
            held,
            word,
            scene.toward(head, phrase.clone()),
            word..phrase.end,
        )
    })
}

/// "Velmar said yes, Orveth no", "Orveth: no": an answer right behind a name, to what the answer before it is about.
fn beside(scene: &Scene, claims: &[Claim], word: usize, stance: Stance) -> Option<Claim> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(word));
    let label = words.form(word - 1) == ":";
    let who = word.checked_sub(1 + usize::from(label))?;
    let closes = word + 1 >= sentence.end || words.upos(word + 1) == Upos::Punct;
    // "Would you sign? Orveth: No." answers what was asked.
    let asked = sentence.start > 0 && words.form(sentence.start - 1) == "?";
    if !closes || asked || scene.entities.actor(who).is_none() {
        return None;
    }
    let start = (sentence.start..=who)
        .rev()
        .take_while(|&at| {
            matches!(
                words.upos(at),
                Upos::Propn | Upos::Noun | Upos::Det | Upos::Adj
            )
        })
        .last()?;
    let opens = match start
        .checked_sub(1)
        .filter(|&before| sentence.contains(&before))
    {
        Some(before) => {
            !label && matches!(words.lower(before), "," | ";" | "and" | "but" | "while")
        }
        None => label,
    };
    let held = holders(scene, who);
    if !opens || held.is_empty() {
        return None;
    }
    let before = if label {
        last_put_forward(scene, claims, word, &held)?
    } else {
        (claims.iter())
            .filter(|claim| sentence.contains(&claim.trigger) && claim.trigger < start)
            .max_by_key(|claim| claim.trigger)
            .filter(|claim| {
                matches!(
                    words.lemma(claim.trigger),
                    "say" | "answer" | "reply" | "vote"
                ) && matches!(
                    claim.stance,
                    Stance::Accepts | Stance::Rejects | Stance::Supports | Stance::Opposes
                ) && !claim.shares_party(&held)
            })?
    };
    Some(Claim {
        via: before.via,
        ..Claim::plain(
            "yes-and-no",
            stance,
            held,
            word,
            before.on.clone(),
            words.trim(start..word + 1),
        )
    })
}

/// What stands between two stops around a word.
fn clause(words: &Words, word: usize) -> Range<usize> {
    let sentence = words.sentence(words.sentence_of(word));
    let stops = |at: &usize| {
        matches!(
            words.form(*at),
            ";" | ":" | "." | "?" | "!" | "\"" | "“" | "”"
        )
    };
    let start = (sentence.start..word)
        .rev()
        .find(stops)
        .map_or(sentence.start, |at| at + 1);
    start..(word..sentence.end).find(stops).unwrap_or(sentence.end)
}

/// "would be a no", "if it is a yes", "not a no": no answer has been given.
fn is_supposed(words: &Words, clause: &Range<usize>) -> bool {
    clause.clone().any(|at| {
        matches!(
            words.lower(at),
            "would"
                | "could"
                | "might"
                | "may"
                | "should"
                | "must"
                | "will"
                | "if"
                | "unless"
                | "whether"
                | "not"
                | "n't"
                | "n’t"
                | "never"
                | "without"
                | "until"
        ) || matches!(
            words.lemma(at),
            "expect"
                | "hope"
                | "await"
                | "fear"
                | "seek"
                | "need"
                | "want"
                | "predict"
                | "risk"
                | "wait"
        )
    })
}

fn is_answer(words: &Words, at: usize) -> bool {
    matches!(
        words.lemma(at),
        "answer" | "reply" | "response" | "verdict" | "vote"
    )
}

/// Who gives the answer, where it does not own it, and where that begins: "a no from Orveth", "from Orveth came a no",
/// "Orveth's answer was no", "Orveth replied with a no".
fn giver(
    scene: &Scene,
    clause: &Range<usize>,
    word: usize,
    opener: usize,
) -> Option<(Vec<Holder>, usize)> {
    let words = scene.words;
    let named = |range: Range<usize>| {
        range
            .map(|at| (holders(scene, at), at))
            .find(|(held, _)| !held.is_empty())
    };
    let from = |range: Range<usize>| {
        let from = range.clone().find(|&at| words.lower(at) == "from")?;
        named(from + 1..range.end.min(from + NEAR)).map(|(held, _)| (held, from))
    };
    if words.lower(word + 1) == "from" {
        let (held, _) = from(word + 1..clause.end)?;
        return Some((held, opener));
    }
    let before = clause.start.max(opener.saturating_sub(NEAR))..opener;
    let noun = before
        .clone()
        .find(|&at| is_answer(words, at) && words.upos(at) == Upos::Noun);
    let be = before.clone().any(|at| words.lemma(at) == "be") || words.lemma(opener) == "be";
    if let Some(noun) = noun {
        // "'Our answer is no,' said Lena Farr"
        let owner = named(before.start..noun)
            .or_else(|| from(noun + 1..opener))
            .map(|(held, _)| held)
            .or_else(|| Holder::speaking(scene, word).map(|holder| vec![holder]))?;
        return be.then_some((owner, before.start));
    }
    if before.clone().any(|at| words.lower(at) == "came") {
        return from(before);
    }
    let verb = before.clone().rev().find(|&at| {
        words.is_verb(at)
            && matches!(
                words.lemma(at),
                "give"
                    | "answer"
                    | "reply"
                    | "respond"
                    | "return"
                    | "send"
                    | "issue"
                    | "deliver"
                    | "come"
            )
    })?;
    let subject = words.child(verb, &[Rel::Nsubj])?;
    Some((holders(scene, subject), words.subtree(subject).start))
}

/// "no to | the levy": what it is toward.
fn thing(scene: &Scene, clause: &Range<usize>, word: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let to = (word + 1..clause.end.min(word + NEAR)).find(|&at| words.lower(at) == "to")?;
    let near = to == word + 1 || words.lower(word + 1) == "from";
    let head = words
        .head(to)
        .filter(|&head| near && clause.contains(&head) && head > to)?;
    let mut phrase = noun_phrase(scene, head);
    phrase.start = phrase.start.max(to + 1);
    phrase.end = phrase.end.min(clause.end);
    (!phrase.is_empty() && words.upos(head) != Upos::Verb).then(|| (head, words.trim(phrase)))
}

/// "The levy met with a no", "the plan got a yes": the subject is what was answered.
fn met(scene: &Scene, clause: &Range<usize>, word: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let verb = (clause.start..word).rev().find(|&at| {
        words.is_verb(at)
            && matches!(
                words.lemma(at),
                "meet" | "get" | "receive" | "draw" | "earn" | "win" | "have"
            )
    })?;
    let subject = words.child(verb, &[Rel::Nsubj, Rel::NsubjPass])?;
    let noun = matches!(words.upos(subject), Upos::Noun) && scene.entities.actor(subject).is_none();
    noun.then(|| (subject, noun_phrase(scene, subject)))
}
