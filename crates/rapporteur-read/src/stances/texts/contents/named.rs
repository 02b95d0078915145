//! The things that are named as what was brought.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use super::brought::Bearer;
use crate::stances::Scene;
use crate::stances::arguments::things::without_aside;
use crate::stances::lists::colon::{finite, head_of, items};
use crate::words::Words;

/// The things named from a word on, or the clause behind "that" and "to": head and words of each.
pub(super) fn things(
    scene: &Scene,
    bearer: &Bearer,
    range: Range<usize>,
) -> Vec<(usize, Range<usize>)> {
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

/// Whether a thing that stands alone is one of those brought: a demand, or an amount that is offered, and no hour or day.
pub(super) fn is_fragment(
    scene: &Scene,
    bearer: &Bearer,
    head: usize,
    thing: &Range<usize>,
) -> bool {
    let dated = (scene.dates.0.iter()).any(|date| date.words.contains(&head));
    let counted = thing.clone().any(|at| scene.words.upos(at) == Upos::Num);
    !dated
        && match bearer.stance {
            Stance::Demands => true,
            Stance::Offers => counted,
            _ => false,
        }
}
