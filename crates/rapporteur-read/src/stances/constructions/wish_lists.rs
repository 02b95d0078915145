//! What stands on somebody's list: "High on Merin's wish list is a port", "Chief among its demands is a date", "At the top
//! of its agenda stands a port", "Merin came with three demands: a port, a date and a seat".

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders, possessors, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene};

/// What people want, each a thing of the list.
const WISHES: &[&str] = &[
    "demand",
    "condition",
    "precondition",
    "wish",
    "request",
    "requirement",
    "priority",
    "ask",
    "term",
    "claim",
    "call",
    "goal",
    "aim",
    "grievance",
];

/// The list itself, where it is one of wishes ("wish list", "list of demands") or somebody's own ("Merin's list").
const LISTS: &[&str] = &["list", "agenda", "wishlist", "catalogue", "catalog"];

/// Verbs by which something stands there.
const STANDING: &[&str] = &[
    "stand", "come", "rank", "figure", "feature", "lie", "be", "appear", "loom", "sit",
];

/// Reads one noun of a list or of wishes that opens its clause, or that something is said to be.
pub fn read(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    said_to_be(scene, noun, claims);
    let lemma = words.lemma(noun);
    if words.upos(noun) != Upos::Noun || !(WISHES.contains(&lemma) || LISTS.contains(&lemma)) {
        return;
    }
    let held = owners(scene, noun);
    let Some(copula) = standing(scene, noun).filter(|_| !held.is_empty()) else {
        return;
    };
    let force = Force::of(words, copula);
    let Some(head) = what_stands(scene, copula).filter(|_| !force.negated && !force.hypothetical)
    else {
        return;
    };
    let told = claims.iter().any(|claim| {
        claim.stance == Stance::Demands
            && matches!(&claim.on, crate::stances::Target::Phrase(at, _) if *at == head)
    });
    if told || scene.entities.actor(head).is_some() {
        return;
    }
    for (head, mut phrase) in conjuncts(scene, head) {
        phrase.start = phrase.start.max(copula + 1);
        let start = words.sentence(words.sentence_of(noun)).start;
        let mut claim = Claim::plain(
            "wish-list",
            Stance::Demands,
            held.clone(),
            noun,
            scene.toward(head, phrase.clone()),
            words.trim(clause_start(scene, noun, start)..phrase.end),
        );
        claim.outlet = scene.speaker(noun).is_none();
        claims.push(claim);
    }
}

/// "The lifting of the ban was a key demand of Merin's", "a port is among the demands of Merin".
fn said_to_be(scene: &Scene, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let is_wish = matches!(
        words.lemma(noun),
        "demand"
            | "condition"
            | "precondition"
            | "request"
            | "requirement"
            | "priority"
            | "prerequisite"
    );
    if words.upos(noun) != Upos::Noun || !is_wish || words.child(noun, &[Rel::Cop]).is_none() {
        return;
    }
    let subject = words.child(noun, &[Rel::Nsubj]).filter(|&subject| {
        matches!(words.upos(subject), Upos::Noun | Upos::Verb)
            && scene.entities.actor(subject).is_none()
    });
    let owner = words
        .with_case(noun, &["of", "by", "for"])
        .find(|&owner| owner > noun && scene.entities.actor(owner).is_some());
    let force = Force::of(words, noun);
    let (Some(subject), Some(owner)) = (subject, owner) else {
        return;
    };
    let held = holders(scene, owner);
    if held.is_empty() || force.negated || force.hypothetical || force.is_modal() {
        return;
    }
    let phrase = noun_phrase(scene, subject);
    let whole = phrase.start..words.subtree(owner).end.max(noun + 1);
    let mut claim = Claim::plain(
        "wish-list",
        Stance::Demands,
        held,
        noun,
        scene.toward(subject, phrase),
        words.trim(whole),
    );
    claim.outlet = scene.speaker(noun).is_none();
    claims.push(claim);
}

/// Whose list it is: "Merin's wish list", "Merin's list of demands", "the demands of Merin".
fn owners(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let own = possessors(scene, noun);
    if !own.is_empty() || words.rel(noun) != Rel::Nmod {
        return own;
    }
    // "Merin's list of demands"
    words
        .head(noun)
        .filter(|&list| LISTS.contains(&words.lemma(list)))
        .map(|list| possessors(scene, list))
        .unwrap_or_default()
}

/// The verb right behind the opening that holds the list: "High on Merin's wish list | is".
fn standing(scene: &Scene, noun: usize) -> Option<usize> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(noun));
    let verb = (noun + 1..sentence.end)
        .take(4)
        .find(|&at| words.is_verb(at) || words.upos(at) == Upos::Aux)?;
    let plain = (noun + 1..verb).all(|at| {
        matches!(
            words.upos(at),
            Upos::Noun | Upos::Adp | Upos::Adv | Upos::Adj | Upos::Det
        )
    });
    if !plain || !STANDING.contains(&words.lemma(verb)) {
        return None;
    }
    // An opening, and no subject: "Chief among", "at the top of", "high on", "top of", "first on".
    let start = clause_start(scene, noun, sentence.start);
    let opens = (start..noun).take(5).any(|at| {
        matches!(
            words.lower(at),
            "among" | "amongst" | "on" | "of" | "atop" | "topping" | "heading"
        )
    });
    let first = words.lower(start);
    let fronted = matches!(
        first,
        "high"
            | "chief"
            | "first"
            | "foremost"
            | "top"
            | "among"
            | "amongst"
            | "at"
            | "on"
            | "atop"
            | "highest"
            | "topping"
            | "heading"
            | "uppermost"
            | "prominent"
            | "key"
            | "main"
            | "last"
            | "also"
            | "second"
    );
    (opens && fronted).then_some(verb)
}

/// Where the clause of the opening begins: behind the last comma or conjunction, or with the sentence.
fn clause_start(scene: &Scene, noun: usize, sentence: usize) -> usize {
    let words = scene.words;
    (sentence..noun)
        .rev()
        .find(|&at| matches!(words.form(at), "," | ";" | ":" | "“" | "\"" | "–" | "—"))
        .map_or(sentence, |comma| comma + 1)
}

/// The noun behind the verb.
fn what_stands(scene: &Scene, verb: usize) -> Option<usize> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(verb)).end;
    let first = (verb + 1..end)
        .take(8)
        .take_while(|&at| !matches!(words.form(at), "," | ";" | ":"))
        .find(|&at| {
            matches!(words.upos(at), Upos::Noun | Upos::Propn) && {
                let next = at + 1 < end && matches!(words.upos(at + 1), Upos::Noun | Upos::Propn);
                !next
            }
        })?;
    Some(first)
}

/// The thing and whatever is joined to it.
fn conjuncts(scene: &Scene, head: usize) -> Vec<(usize, Range<usize>)> {
    let words = scene.words;
    let mut all = vec![(head, noun_phrase(scene, head))];
    all.extend(
        words
            .children_by(head, &[Rel::Conj])
            .filter(|&at| words.upos(at) == Upos::Noun)
            .map(|at| (at, noun_phrase(scene, at))),
    );
    if let Some(next) = all.get(1).map(|(_, phrase)| phrase.start) {
        let end = &mut all[0].1.end;
        *end = (*end).min(next);
        all[0].1 = words.trim(all[0].1.clone());
    }
    all
}

/// Who comes with announced wishes: "Merin came with three demands", "laid out its conditions", of the noun before the
/// colon. The stance is what such a thing is: a demand, an offer, a proposal.
pub(in crate::stances) fn announced_by(
    scene: &Scene,
    noun: usize,
) -> Option<(Stance, Vec<Holder>)> {
    let words = scene.words;
    let stance = match words.lemma(noun) {
        "demand" | "condition" | "precondition" | "wish" | "request" | "requirement"
        | "priority" | "ask" => Stance::Demands,
        "offer" | "concession" | "sweetener" | "carrot" | "gesture" | "promise" => Stance::Offers,
        "proposal" | "idea" | "suggestion" => Stance::Proposes,
        _ => return None,
    };
    let own = possessors(scene, noun);
    if !own.is_empty() {
        return Some((stance, own));
    }
    // "came to the meeting with three demands": hung on the meeting.
    let verb = words.ancestors(noun).find(|&verb| words.is_verb(verb))?;
    let brings = match words.rel(noun) {
        Rel::Obl | Rel::Nmod => {
            words
                .child(noun, &[Rel::Case])
                .is_some_and(|case| words.lemma(case) == "with")
                && matches!(
                    words.lemma(verb),
                    "come"
                        | "arrive"
                        | "return"
                        | "go"
                        | "enter"
                        | "travel"
                        | "respond"
                        | "reply"
                        | "answer"
                        | "counter"
                )
        }
        Rel::Obj => matches!(
            words.lemma(verb),
            "have"
                | "list"
                | "name"
                | "bring"
                | "present"
                | "set"
                | "lay"
                | "attach"
                | "make"
                | "put"
                | "spell"
                | "outline"
                | "raise"
                | "hand"
                | "submit"
                | "table"
                | "state"
                | "issue"
                | "detail"
                | "cite"
                | "give"
        ),
        _ => false,
    };
    let force = Force::of(words, verb);
    let held = subject_holders(scene, verb);
    (brings && !held.is_empty() && !force.negated && !force.hypothetical).then_some((stance, held))
}

/// "Among its conditions are a pause and a date": what follows the verb of being.
pub(in crate::stances) fn among(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    words
        .child(noun, &[Rel::Case])
        .filter(|&case| matches!(words.lemma(case), "among" | "of" | "on" | "in") && case < noun)?;
    let head = words.head(noun).filter(|&head| head > noun)?;
    let copula = match words.lemma(head) {
        "be" => Some(head),
        _ => words.child(head, &[Rel::Cop]),
    }?;
    let (thing, start) = match words.lemma(head) {
        "be" => (words.child(head, &[Rel::Nsubj])?, copula + 1),
        _ => (head, copula + 1),
    };
    let next_to = words.subtree(noun).end <= copula && copula < thing;
    let end = words.subtree(thing).end.max(start);
    let phrase = words.trim(start..end);
    (next_to && words.upos(thing) != Upos::Adj && !phrase.is_empty()).then_some((thing, phrase))
}
