//! Objects that the tree hides: amounts taken for spans, what is given taken for whom, prepositions that belong to the verb.

use std::ops::Range;

use rapporteur_lexicon::{StanceFrame, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::words::Words;

/// "put forward 4 percent": a measure right behind a verb without an object, taken for how much.
pub(in crate::stances) fn measure(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    words
        .children_by(word, &[Rel::OblUnmarked])
        .find(|&amount| {
            let start = words.subtree(amount).start;
            amount > word
                && words.child(amount, &[Rel::Nummod]).is_some()
                && start <= word + 2
                // "is offering three weeks", "three weeks from 2027": so much time; not "offered two days ago".
                && (!(scene.dates.0.iter()).any(|date| {
                    date.words.contains(&amount) && date.timex.kind != "DURATION"
                }) || matches!(words.lower(amount + 1), "from" | "of" | "off" | "more"))
        })
}

/// "supports a week", "prefers May 25", "welcomes 2028": a time that is what somebody is for, taken for when.
pub(in crate::stances) fn time_meant(
    scene: &Scene,
    word: usize,
    frame: &StanceFrame,
) -> Option<usize> {
    let words = scene.words;
    let first = word + 1;
    let for_it = matches!(
        frame.stance,
        Stance::Supports | Stance::Opposes | Stance::Rejects | Stance::Demands
    );
    let deictic = matches!(
        words.lower(first.min(words.len() - 1)),
        "last"
            | "this"
            | "next"
            | "every"
            | "each"
            | "all"
            | "today"
            | "yesterday"
            | "tomorrow"
            | "tonight"
            | "late"
            | "early"
    );
    let alone = words
        .child(word, &[Rel::Obj, Rel::Xcomp, Rel::Ccomp, Rel::Iobj])
        .is_none();
    let told = for_it && frame.with.is_empty() && !deictic && alone && !words.is_passive(word);
    told.then(|| words.child(word, &[Rel::OblUnmarked]))
        .flatten()
        .filter(|&time| {
            let behind = words.lower((time + 1).min(words.len() - 1));
            time > word
                && words.subtree(time).start == first
                && !words.lower(time).ends_with("day")
                && !matches!(
                    behind,
                    "ago" | "earlier" | "later" | "long" | "before" | "after"
                )
        })
}

/// "offered six doses free", "would swallow 10,000, she said, if": what is given, taken for the one to whom.
pub(in crate::stances) fn given_alone(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    words.child(word, &[Rel::Iobj]).filter(|&given| {
        given > word
            && words.child(word, &[Rel::Obj, Rel::Ccomp]).is_none()
            && matches!(words.upos(given), Upos::Num | Upos::Noun)
            && (words.child(given, &[Rel::Nummod]).is_some()
                || words.child(word, &[Rel::Xcomp]).is_none())
            && scene.entities.at(given).is_none()
    })
}

/// "could look at a shorter route": the preposition that belongs to the verb.
pub(in crate::stances) fn behind_own_preposition(
    scene: &Scene,
    word: usize,
    frame: &StanceFrame,
) -> Option<usize> {
    let words = scene.words;
    let next = word + 1;
    // "is looking at a lawsuit": what it faces.
    if next >= words.len() || words.upos(next) != Upos::Adp || words.xpos(word) == Xpos::Vbg {
        return None;
    }
    let of = |key: &str| {
        (scene.lexicon.stances)
            .of(StanceWord::Verb, key)
            .any(|other| other.name == frame.name)
    };
    let preposition = words.lemma(next);
    let own = of(&format!("{} {preposition}", words.lemma(word))) && !of(words.lemma(word));
    own.then(|| words.with_case(word, &[preposition]).find(|&at| at > next))
        .flatten()
}

/// "brushed aside as child's play a plan to share the fees": the object behind what it is taken for.
pub(in crate::stances) fn behind_likeness(scene: &Scene, word: usize) -> Option<usize> {
    let words = scene.words;
    let likeness = words.with_case(word, &["as"]).find(|&at| at > word)?;
    let end = words.subtree(likeness).end;
    words
        .children_by(word, &[Rel::Obl, Rel::OblUnmarked])
        .find(|&thing| {
            thing > likeness
                && words.child(thing, &[Rel::Case]).is_none()
                && words.child(thing, &[Rel::Det]).is_some()
                && matches!(words.upos(thing), Upos::Noun)
                && words.subtree(thing).start <= end + 1
                && !(scene.dates.0.iter()).any(|date| date.words.contains(&thing))
        })
}

/// "wants the costs split evenly", "wants the road open before May": the participle or adjective of what is wanted.
pub(in crate::stances) fn wanted_done(scene: &Scene, verb: usize, object: usize) -> Option<usize> {
    let words = scene.words;
    let wanting = matches!(
        words.lemma(verb),
        "want" | "need" | "like" | "prefer" | "get" | "have"
    );
    words
        .children_by(verb, &[Rel::Xcomp])
        .chain(words.children_by(object, &[Rel::Acl]))
        .find(|&deed| {
            let so = words.xpos(deed) == Xpos::Jj && deed == words.subtree(object).end;
            wanting && deed > object && (words.xpos(deed) == Xpos::Vbn || so)
        })
}

/// Where somebody or something is to be: "wants the crews |back| at work by May", "its troops |home|", "the army |out| of
/// the valley".
const THERE: &[&str] = &[
    "back",
    "home",
    "out",
    "off",
    "away",
    "gone",
    "ashore",
    "abroad",
    "inside",
    "outside",
    "elsewhere",
    "apart",
    "upstream",
    "downstream",
    "offshore",
    "underground",
];

/// "wants the crews back at work by Monday": the word that tells where or how they are to be, and where that ends. Of
/// somebody a place is enough: "wants Merin at the table".
pub(in crate::stances) fn wanted_there(
    scene: &Scene,
    verb: usize,
    object: usize,
) -> Option<(usize, usize)> {
    let words = scene.words;
    let wanting = matches!(words.lemma(verb), "want" | "need" | "like" | "see");
    let somebody = scene.entities.actor(object).is_some() && scene.proposals.at(object).is_none();
    let sentence = words.sentence(words.sentence_of(verb));
    let tells = |at: usize| {
        let adverb = THERE.contains(&words.lower(at)) && words.upos(at) != Upos::Noun;
        let placed = somebody
            && at == object + 1
            && (words.rel(at) == Rel::Case
                || words.lower(at) == "in" && words.upos(at) == Upos::Adv)
            && matches!(
                words.lower(at),
                "at" | "in" | "on" | "inside" | "under" | "behind" | "around"
            );
        sentence.contains(&at) && (adverb || placed)
    };
    // Behind the noun, or behind what belongs to it.
    let there = [object + 1, words.subtree(object).end]
        .into_iter()
        .find(|&at| tells(at))
        .filter(|_| wanting && object > verb)?;
    let end = (there + 1..sentence.end).find(|&at| {
        words.upos(at) == Upos::Punct
            || matches!(words.upos(at), Upos::Cconj | Upos::Sconj)
            || matches!(
                words.xpos(at),
                Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md | Xpos::Wdt | Xpos::Wp
            )
    });
    Some((there, end.unwrap_or(sentence.end)))
}

/// "said that it wanted the clause deleted": what is wanted, hung on the participle as its subject.
pub(in crate::stances) fn done_with_subject(
    scene: &Scene,
    verb: usize,
) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let deed = (words.children_by(verb, &[Rel::Xcomp, Rel::Ccomp])).find(|&deed| {
        matches!(words.xpos(deed), Xpos::Vbn | Xpos::Vbd)
            && words.child(deed, &[Rel::Aux, Rel::Mark]).is_none()
    })?;
    let what = (words.child(deed, &[Rel::Nsubj, Rel::NsubjPass]))
        .filter(|&what| words.subtree(what).start == verb + 1 && what < deed)?;
    let wanting = matches!(words.lemma(verb), "want" | "need" | "like");
    (wanting && scene.entities.actor(what).is_none())
        .then(|| (deed, verb + 1..words.subtree(deed).end))
}

/// "a third of the cost", "the expense": what somebody has to pay.
pub(in crate::stances) fn is_cost(words: &Words, phrase: &Range<usize>) -> bool {
    (phrase.clone()).any(|at| {
        matches!(
            words.lemma(at),
            "cost"
                | "expense"
                | "expenditure"
                | "bill"
                | "share"
                | "half"
                | "third"
                | "quarter"
                | "difference"
                | "shortfall"
                | "deficit"
                | "loss"
                | "gap"
        )
    })
}

/// "wanted, and got, a guarantee", "sought and won a fourth week", "demanded, but did not get, an apology": what comes
/// behind both verbs.
pub(in crate::stances) fn got(words: &Words, wish: usize) -> Option<usize> {
    let next = words.child(wish, &[Rel::Conj]).filter(|&next| {
        next <= wish + 6
            && matches!(
                words.lemma(next),
                "get" | "win" | "obtain" | "secure" | "receive" | "gain"
            )
    })?;
    let alone = !(words.children(wish)).any(|child| {
        matches!(
            words.rel(child),
            Rel::Obj | Rel::Xcomp | Rel::Ccomp | Rel::Obl
        )
    });
    words.child(next, &[Rel::Obj]).filter(|_| alone)
}

/// "no | more than 4 percent", "no | later", "no | doubt": what "no" stands before is no thing.
pub(in crate::stances) fn is_comparative(words: &Words, word: usize) -> bool {
    word < words.len()
        && (matches!(words.xpos(word), Xpos::Jjr | Xpos::Rbr)
            || matches!(words.lower(word), "more" | "less" | "doubt"))
}
