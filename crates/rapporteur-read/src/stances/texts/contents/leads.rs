//! Words that only lead to what was brought: "The first is", "They are", "Among them are", "At the heart of Merin's plan is".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::brought::{Bearer, PARTS};
use crate::stances::Scene;
use crate::stances::lists::colon::{begins_thing, finite, items};

/// Verbs by which something consists of what is named behind them.
const CONSISTS: &[&str] = &[
    "include", "comprise", "contain", "consist", "amount", "come", "involve", "feature", "have",
    "be",
];

/// How many words may stand before the verb that leads to the content.
const LEAD: usize = 9;

/// Where the content begins, behind words that only lead to it: "The first is", "They are", "Among them are", "It is worth",
/// "First,", or at once: "A port, a court and a fund."
pub(super) fn lead(scene: &Scene, bearer: &Bearer, range: &Range<usize>) -> Option<usize> {
    let words = scene.words;
    let start = range.start + usize::from(matches!(words.lower(range.start), "and" | "but"));
    // "First, a joint court."
    let orders = matches!(
        words.lower(start),
        "first"
            | "firstly"
            | "second"
            | "secondly"
            | "third"
            | "thirdly"
            | "fourth"
            | "finally"
            | "lastly"
    );
    if orders && words.form(start + 1) == "," {
        // "First, tankers would pay", and not "First, an end to the clause under which they must".
        let clause = |at: usize| {
            words
                .head(at)
                .is_some_and(|verb| words.child(verb, &[Rel::Nsubj, Rel::NsubjPass]).is_some())
                && !(words.ancestors(at))
                    .any(|above| matches!(words.rel(above), Rel::AclRelcl | Rel::Acl))
        };
        let told = (start + 2..range.end)
            .any(|at| finite(scene, at) || words.xpos(at) == Xpos::Md && clause(at));
        return (!told).then_some(start + 2);
    }
    let verb = (start..range.end.min(start + LEAD))
        .find(|&at| matches!(words.xpos(at), Xpos::Vbz | Xpos::Vbp | Xpos::Vbd | Xpos::Md));
    let Some(verb) = verb else {
        // "A port, a court and a fund."
        return (bearer.is_last(words, range.start) && begins_thing(scene, start)).then_some(start);
    };
    if let Some(colon) = counted_off(scene, verb, range.end)
        && (words.lower(start) == "there" && verb == start + 1
            || pronoun(scene, bearer, &(start..verb)))
    {
        return Some(colon + 1);
    }
    let is = words.lemma(verb) == "be";
    let follows = !matches!(
        words.lower(verb + 1),
        "not" | "n't" | "n’t" | "no" | "still" | "now" | "already"
    );
    if !CONSISTS.contains(&words.lemma(verb)) || !follows {
        return None;
    }
    let before = start..verb;
    let next = match words.lemma(verb) {
        "be" if words.lower(verb + 1) == "worth" => verb + 2,
        "consist" if words.lower(verb + 1) == "of" => verb + 2,
        "amount" | "come" if words.lower(verb + 1) == "to" => verb + 2,
        "consist" | "amount" | "come" => return None,
        // "It has a port, a court and a fund": several things, or it is only told of.
        "have"
            if !has_several(scene, verb + 1..range.end)
                && !has_done(scene, verb + 1..range.end) =>
        {
            return None;
        }
        _ => verb + 1,
    };
    let worth = next > verb + 1;
    let leads = match pronoun(scene, bearer, &before) {
        true => !is || worth || bearer.several,
        false => (is || !worth) && is_part(scene, bearer, &before),
    };
    leads.then_some(next)
}

/// Where the content begins in the sentence that brings it: "At the heart of Merin's plan is", "Merin's plan has".
pub(super) fn own_lead(scene: &Scene, bearer: &Bearer, range: &Range<usize>) -> Option<usize> {
    let words = scene.words;
    let verb = (bearer.noun + 1..range.end.min(bearer.noun + 3)).find(|&at| {
        matches!(
            words.lower(at),
            "is" | "are" | "was" | "were" | "has" | "have" | "had"
        )
    })?;
    let plain = !matches!(
        words.lower(verb + 1),
        "not" | "n't" | "n’t" | "no" | "still" | "now" | "already" | "been"
    );
    // "Merin's demands are three: a port, …"
    if let Some(colon) = counted_off(scene, verb, range.end)
        && words.lemma(verb) == "be"
    {
        return Some(colon + 1);
    }
    if words.lemma(verb) == "have" {
        let subject =
            (words.head(bearer.noun) == Some(verb)) && words.rel(bearer.noun) == Rel::Nsubj;
        return (plain && subject && has_several(scene, verb + 1..range.end)).then_some(verb + 1);
    }
    let of =
        (range.start..bearer.noun).find(|&at| matches!(words.lower(at), "of" | "to" | "in"))?;
    let names = (range.start..of)
        .any(|at| PARTS.contains(&words.lemma(at)) || matches!(words.lower(at), "central" | "key"));
    let leads = of - range.start <= 5
        && names
        && (range.start..of).all(|at| !words.is_verb(at) && words.upos(at) != Upos::Punct);
    (plain && leads).then_some(verb + 1)
}

/// "There are | three: a port", "They number | four in all: …": the colon behind their number.
fn counted_off(scene: &Scene, verb: usize, end: usize) -> Option<usize> {
    let words = scene.words;
    let counts = matches!(words.lemma(verb), "be" | "number" | "total");
    let colon = (verb + 2..end.min(verb + 6)).find(|&at| words.form(at) == ":")?;
    let number = words.upos(verb + 1) == Upos::Num || words.lower(verb + 1) == "several";
    let plain = (verb + 2..colon).all(|at| {
        matches!(
            words.lower(at),
            "of" | "them" | "in" | "all" | "number" | "altogether"
        ) || PARTS.contains(&words.lemma(at))
    });
    (counts && number && plain).then_some(colon)
}

/// Whether it has somebody do something: "Point five has | Pakistan grounding its drones".
fn has_done(scene: &Scene, range: Range<usize>) -> bool {
    let words = scene.words;
    (range.start + 1..range.end.min(range.start + 5))
        .find(|&at| words.is_verb(at))
        .is_some_and(|deed| words.xpos(deed) == Xpos::Vbg)
}

/// Whether a verb has several things: "a port, a court and a fund".
fn has_several(scene: &Scene, range: Range<usize>) -> bool {
    items(scene, range).len() > 1
}

/// "they", "it", "the offer": all of what was brought.
fn pronoun(scene: &Scene, bearer: &Bearer, before: &Range<usize>) -> bool {
    let words = scene.words;
    let alone = before.len() == 1;
    match words.lower(before.start) {
        "they" => alone && bearer.several,
        "it" => alone && !bearer.several,
        "the" | "this" | "these" | "its" | "their" => {
            let noun = before.end - 1;
            words.lemma(noun) == words.lemma(bearer.noun)
                && before.len() <= 3
                && words.upos(noun) == Upos::Noun
        }
        _ => false,
    }
}

/// "The first", "One", "The most contentious", "Its main points", "Among them", "Topping the list", "Point six": a part.
fn is_part(scene: &Scene, bearer: &Bearer, before: &Range<usize>) -> bool {
    let words = scene.words;
    let first = words.lower(before.start);
    let all = |is: &dyn Fn(usize) -> bool| before.clone().all(is);
    let back = |at: usize| {
        matches!(
            words.lower(at),
            "them" | "these" | "those" | "list" | "agenda"
        ) || words.lemma(at) == words.lemma(bearer.noun)
    };
    let among = matches!(
        first,
        "among"
            | "chief"
            | "foremost"
            | "first"
            | "topping"
            | "heading"
            | "top"
            | "high"
            | "at"
            | "on"
    ) && before.len() > 1
        && before.clone().any(back)
        && all(&|at| !matches!(words.upos(at), Upos::Propn | Upos::Punct));
    if among {
        return true;
    }
    let ordinal = |at: usize| {
        matches!(
            words.lower(at),
            "first"
                | "second"
                | "third"
                | "fourth"
                | "fifth"
                | "sixth"
                | "last"
                | "other"
                | "others"
                | "final"
        )
    };
    let part =
        |at: usize| PARTS.contains(&words.lemma(at)) || words.lemma(at) == words.lemma(bearer.noun);
    let last = before.end - 1;
    // "Point six is a hotline"
    if part(before.start) && words.upos(last) == Upos::Num && before.len() == 2 {
        return true;
    }
    let small = |at: usize| {
        matches!(
            words.upos(at),
            Upos::Det | Upos::Adj | Upos::Adv | Upos::Num | Upos::Pron | Upos::Adp | Upos::Part
        ) || part(at)
            || ordinal(at)
            || back(at)
    };
    let counted = match first {
        "one" | "another" => {
            before.len() == 1 || part(before.start + 1) || words.lower(before.start + 1) == "of"
        }
        "the" | "its" | "their" | "a" | "key" | "main" | "central" | "other" | "others" => {
            let names = before.clone().any(part);
            let nth = before.clone().any(ordinal);
            let most = before.clone().any(|at| {
                matches!(words.xpos(at), Xpos::Jjs | Xpos::Rbs)
                    || matches!(words.lower(at), "main" | "key" | "chief")
            });
            names && (nth || most || !matches!(first, "the" | "a"))
                || (nth || most)
                    && matches!(first, "the" | "other" | "others")
                    && (words.upos(last) != Upos::Noun || ordinal(last))
        }
        _ => false,
    };
    counted && all(&small)
}
