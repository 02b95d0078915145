//! What a proposal, an offer or a list of demands contains, told in the sentences behind the one that brings it: "Merin came
//! with three demands. The first is a port", "The firm has improved its offer. It is worth 5 percent this year", "Brod has a
//! plan of its own. Pilots would be paid by the day".

mod brought;
mod deeds;

use std::ops::Range;

use rapporteur_model::{BlockKind, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use self::brought::{Bearer, PARTS, brought};
use super::colon::{begins_thing, finite, head_of, items};
use super::holders::Holder;
use super::things::without_aside;
use super::{Claim, Scene, Target};
use crate::words::Words;

/// The rule of what is told as a clause of its own, which needs no more to be parted.
pub(super) const DEED: &str = "contents-deed";

/// Verbs by which something consists of what is named behind them.
const CONSISTS: &[&str] = &[
    "include", "comprise", "contain", "consist", "amount", "come", "involve", "feature", "have",
    "be",
];

/// How many words may stand before the verb that leads to the content.
const LEAD: usize = 9;

/// What the words before a list bring, of which each item tells: how whoever brings it stands, and who.
pub(super) fn announces(scene: &Scene, range: Range<usize>) -> Option<(Stance, Vec<Holder>)> {
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

/// Where the content begins in the sentence that brings it: "At the heart of Merin's plan is", "Merin's plan has".
fn own_lead(scene: &Scene, bearer: &Bearer, range: &Range<usize>) -> Option<usize> {
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

/// Whether a thing that stands alone is one of those brought: a demand, or an amount that is offered, and no hour or day.
fn is_fragment(scene: &Scene, bearer: &Bearer, head: usize, thing: &Range<usize>) -> bool {
    let dated = (scene.dates.0.iter()).any(|date| date.words.contains(&head));
    let counted = thing.clone().any(|at| scene.words.upos(at) == Upos::Num);
    !dated
        && match bearer.stance {
            Stance::Demands => true,
            Stance::Offers => counted,
            _ => false,
        }
}

/// Where the content begins, behind words that only lead to it: "The first is", "They are", "Among them are", "It is worth",
/// "First,", or at once: "A port, a court and a fund."
fn lead(scene: &Scene, bearer: &Bearer, range: &Range<usize>) -> Option<usize> {
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
        "have" if !has_several(scene, verb + 1..range.end) => return None,
        _ => verb + 1,
    };
    let worth = next > verb + 1;
    let leads = match pronoun(scene, bearer, &before) {
        true => !is || worth || bearer.several,
        false => (is || !worth) && is_part(scene, bearer, &before),
    };
    leads.then_some(next)
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

/// The things named from a word on, or the clause behind "that" and "to": head and words of each.
fn things(scene: &Scene, bearer: &Bearer, range: Range<usize>) -> Vec<(usize, Range<usize>)> {
    let words = scene.words;
    let range = without_aside(words, words.trim(range));
    if range.is_empty() {
        return Vec::new();
    }
    let whole = |from: usize| {
        let phrase = words.trim(from..range.end);
        let verb = phrase.clone().find(|&at| words.upos(at) == Upos::Verb);
        verb.map(|verb| (verb, phrase))
            .into_iter()
            .collect::<Vec<_>>()
    };
    match words.lower(range.start) {
        "that" if words.upos(range.start) == Upos::Sconj => return whole(range.start + 1),
        "to" => return whole(range.start + 1),
        "for" => return Vec::new(),
        _ => {}
    }
    let mut found = Vec::new();
    for mut thing in parted(scene, items(scene, range.clone())) {
        // ", another a ban", ", the other a court"
        let again = match (words.lower(thing.start), words.lower(thing.start + 1)) {
            ("another", _) => 1,
            ("the" | "a", "other" | "second" | "third" | "fourth" | "last") => 2,
            _ => 0,
        };
        if again > 0 {
            let next = thing.start + again;
            let next = next + usize::from(matches!(words.lower(next), "is" | "was"));
            if matches!(words.upos(next), Upos::Det | Upos::Num) && next < thing.end {
                thing.start = next;
            }
        }
        let head = head_of(scene, &thing);
        let named = scene.entities.actor(head).is_some()
            && !thing.clone().any(|at| words.upos(at) == Upos::Num);
        let is_thing = words.upos(head) != Upos::Verb || words.xpos(thing.start) == Xpos::Vbg;
        if !is_thing || thing.clone().any(|at| finite(scene, at)) || named || is_judged(words, head)
        {
            return Vec::new();
        }
        found.push((head, thing));
    }
    // Of a fragment, more than a word: "Silence."
    let bare = found.len() == 1 && found[0].1.len() < 2 && bearer.stance != Stance::Demands;
    if bare { Vec::new() } else { found }
}

/// "5 percent this year and 3 percent next, with a bonus of 600 crowns": each, where only one was told apart.
fn parted(scene: &Scene, items: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let words = scene.words;
    let [whole] = &items[..] else { return items };
    let opens = |at: usize| {
        matches!(words.lower(at), "a" | "an" | "another") || words.upos(at) == Upos::Num
    };
    let mut parts = Vec::new();
    let mut start = whole.start;
    for at in whole.start + 1..whole.end.saturating_sub(2) {
        let joins =
            words.lower(at) == "and" || words.lower(at) == "with" && words.form(at - 1) == ",";
        // "between five and ten": one.
        let counts = words.upos(at - 1) == Upos::Num;
        if joins && opens(at + 1) && !counts {
            parts.push(words.trim(start..at));
            start = at + 1;
        }
    }
    parts.push(words.trim(start..whole.end));
    parts.retain(|part| !part.is_empty());
    parts
}

/// Nouns of what is thought of a text, and not what it contains.
fn is_judged(words: &Words, head: usize) -> bool {
    matches!(
        words.lemma(head),
        "problem"
            | "question"
            | "issue"
            | "trouble"
            | "matter"
            | "point"
            | "reason"
            | "step"
            | "start"
            | "sign"
            | "idea"
            | "attempt"
            | "effort"
            | "move"
            | "mistake"
            | "result"
            | "success"
            | "failure"
            | "surprise"
            | "sticking"
            | "thing"
            | "answer"
            | "way"
            | "time"
            | "part"
            | "version"
            | "response"
            | "reaction"
            | "offer"
            | "demand"
            | "proposal"
            | "plan"
            | "draft"
            | "deal"
            | "compromise"
            | "basis"
            | "obstacle"
            | "one"
            | "test"
            | "insult"
            | "trap"
            | "bluff"
            | "invitation"
            | "novelty"
            | "support"
            | "backing"
            | "merit"
            | "flaw"
            | "weakness"
            | "strength"
            | "advantage"
            | "drawback"
            | "critic"
            | "opponent"
            | "supporter"
            | "friend"
            | "enemy"
            | "chance"
            | "prospect"
            | "page"
            | "chapter"
            | "annex"
            | "title"
            | "name"
            | "effect"
            | "consequence"
            | "majority"
            | "momentum"
            | "appeal"
            | "charm"
            | "error"
            | "gap"
            | "hole"
            | "language"
            | "wording"
    )
}
