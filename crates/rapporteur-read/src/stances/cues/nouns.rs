//! Stances shown by nouns: "its demand for …", "voiced concern about …", "his support for …".

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceFrame, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::behind::goes_on;
use crate::stances::arguments::carriers::{CARRIERS, ENDING};
use crate::stances::arguments::for_whom::for_whom;
use crate::stances::arguments::holders::{Holder, holders, possessors, subject_holders};
use crate::stances::arguments::things::{clause, has_to, noun_phrase};
use crate::stances::constructions::wish_lists::among;
use crate::stances::cues::circumstances::told_by_deed;
use crate::stances::cues::made_by::{
    behind_owner, is_amount, it_was_to, owner_behind, put_forward_by,
};
use crate::stances::cues::predicates::are_sent;
use crate::stances::cues::sourced::is_of_market;
use crate::stances::cues::verdicts::is_matter;
use crate::stances::modality::force::{Force, is_denial_refused, is_hypothetical, premise};
use crate::stances::modality::hoped;
use crate::stances::modality::wanted::is_wanted;
use crate::stances::no_stance::facts::claims_to_be;
use crate::stances::texts::drafts;
use crate::stances::{Claim, Scene, is_claimed};
use crate::words::Words;

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let nothing = matches!(words.lemma(word), "nothing" | "none");
    if words.upos(word) != Upos::Noun && !nothing || is_claimed(scene, claims, word) {
        return;
    }
    // "its refusal to rule out a fee" is none.
    if (words.children_by(word, &[Rel::Acl])).any(|denial| is_denial_refused(words, denial)) {
        return;
    }
    // "Our proposal is a fee of 900 crowns": a text, and what it comes to.
    let comes_to = || told_of(scene, word).is_some_and(|(_, told)| is_matter(scene, &told));
    if scene.proposals.at(word).is_some_and(|proposal| {
        !scene.proposals.all[proposal].is_list && !matches!(words.lemma(word), "offer" | "bid")
    }) && !comes_to()
        && !drafts::spells_out(scene, word)
    {
        return;
    }
    let Some(frame) = frame_of(scene, word) else {
        return;
    };
    let none = is_none(scene, word);
    if !none
        && words
            .children_by(word, &[Rel::Det])
            .any(|det| matches!(words.lemma(det), "any" | "neither"))
    {
        return;
    }
    let answers = matches!(
        frame.stance,
        Stance::Accepts | Stance::Supports | Stance::Rejects | Stance::Open
    );
    if hoped::is_traded(words, word) || answers && hoped::is_awaited(words, word) {
        return;
    }
    // "a veto over budgets", "the power of veto": what somebody may do.
    if words.lemma(word) == "veto"
        && (words.lower(word + 1) == "over"
            || words.lower(word + 1) == "powers"
            || word > 1 && words.lower(word - 1) == "of" && words.lemma(word - 2) != "threat")
    {
        return;
    }
    // "her second term", but not "its terms": time in office.
    if words.lemma(word) == "term" && words.xpos(word) == Xpos::Nn {
        return;
    }
    // "Belorian demand for diesel is rising": of a market. A demand that is made has its article.
    if is_of_market(words, word) || words.lemma(word) == "claim" && claims_to_be(words, word) {
        return;
    }
    if taken_by_verb(scene, word, claims) {
        return;
    }
    let verb = words.head(word).filter(|&head| {
        words.is_verb(head)
            && (matches!(words.rel(word), Rel::Obj | Rel::NsubjPass)
                || comes_with(words, word, head))
    });
    if verb.is_some_and(|verb| is_received(words, word, verb)) {
        return;
    }
    // "has withdrawn its support for the treaty": no support.
    // "if it dropped its demand": it has not. And "Belora met Orveth's demand": Orveth has one.
    if verb.is_some_and(|verb| {
        let force = Force::of(words, verb);
        let stands = matches!(
            frame.stance,
            Stance::Demands | Stance::Proposes | Stance::Offers
        ) && (is_anothers(scene, word, &subject_holders(scene, verb))
            // "its latest offer was refused": by somebody else.
            || words.rel(word) == Rel::NsubjPass
                && matches!(
                    words.lemma(verb),
                    "refuse"
                        | "deny"
                        | "ignore"
                        | "meet"
                        | "answer"
                        | "satisfy"
                        | "decline"
                        | "reject"
                        | "rebuff"
                        | "spurn"
                        | "turn"
                        | "dismiss"
                        | "grant"
                ));
        !stands
            && (ENDING.contains(&words.lemma(verb)) || ENDING.contains(&&*words.phrasal(verb)))
            && !force.hypothetical
            && !force.is_modal()
    }) {
        return;
    }
    // "its acceptance would end the war": if it accepted.
    let supposed = words.rel(word) == Rel::Nsubj
        && (words.head(word))
            .is_some_and(|verb| Force::of(words, verb).modal.as_deref() == Some("would"));
    if supposed
        && matches!(
            frame.stance,
            Stance::Accepts | Stance::Rejects | Stance::Withdraws
        )
    {
        return;
    }
    // "has no reason to reject it"
    let against = words.children_by(word, &[Rel::Acl]).any(|deed| {
        (scene.lexicon.stances)
            .of(StanceWord::Verb, words.phrasal(deed).as_ref())
            .any(|given| matches!(given.stance, Stance::Rejects | Stance::Opposes))
    });
    if none && against {
        return;
    }
    let carried = verb.filter(|&verb| {
        CARRIERS.contains(&&*words.phrasal(verb))
            || comes_with(words, word, verb)
            || none && matches!(words.lemma(verb), "see" | "find")
    });
    // "The proposal by Merin was not retained": it was made, whatever became of it.
    let left = |verb: usize| {
        words.rel(word) == Rel::NsubjPass
            && matches!(words.lemma(verb), "retain" | "entertain" | "share")
            && !possessors(scene, word).is_empty()
    };
    let carried = carried.filter(|&verb| !left(verb));
    if carried.is_some_and(|verb| {
        let force = Force::of(words, verb);
        force.negated || force.never || force.hypothetical
    }) {
        return;
    }
    // "noted the proposal for a bridge": somebody's, not one's own.
    let noted = carried.is_some_and(|verb| words.lemma(verb) == "note")
        && matches!(
            frame.stance,
            Stance::Proposes | Stance::Demands | Stance::Offers | Stance::Open
        )
        && words.child(word, &[Rel::NmodPoss]).is_none();
    let carried = carried.filter(|_| !noted);
    let mut held = possessors(scene, word);
    let of = owner_behind(scene, word, "of");
    if held.is_empty() && carried.is_none() {
        held = of.map_or_else(Vec::new, |owner| holders(scene, owner));
    }
    if held.is_empty() && words.lemma(word) == "price" {
        // "the price of Merin's signature is a waiver"
        held = words
            .with_case(word, &["of", "for"])
            .map(|what| possessors(scene, what))
            .find(|held| !held.is_empty())
            .unwrap_or_default();
    }
    if held.is_empty() && carried.is_none() {
        held = having(scene, word);
    }
    if held.is_empty() && carried.is_none() && !content(scene, word).is_empty() {
        held = put_forward_by(scene, word);
    }
    if held.is_empty() {
        held = match carried {
            Some(verb) => subject_holders(scene, verb),
            // "there was no question of leaving": so says the speaker.
            None if none && is_there(scene, word) => Holder::speakers(scene, word),
            // "For Estonia, the key demand remains …"
            None => match words.head(word).filter(|_| words.rel(word) == Rel::Nsubj) {
                Some(predicate) => match for_whom(scene, predicate) {
                    found if !found.is_empty() => found,
                    _ => return,
                },
                None => return,
            },
        };
    }
    let own_voice = carried.is_some() || scene.speaker(word).is_some();
    let mut about = content(scene, word);
    if let Some(owner) = of.or_else(|| owner_behind(scene, word, "by")) {
        about.retain(|&(head, _)| head != owner);
        if about.is_empty() {
            about.extend(behind_owner(scene, frame, owner));
        }
    }
    if about.is_empty() {
        about.extend(told_of(scene, word).or_else(|| it_was_to(scene, word)));
    }
    if about.is_empty()
        && matches!(
            frame.stance,
            Stance::Demands | Stance::Proposes | Stance::RedLine
        )
    {
        about.extend(renaming(scene, word));
    }
    let by_deed = match about.is_empty() {
        true => told_by_deed(scene, word, frame.stance),
        false => None,
    };
    let stance = by_deed
        .as_ref()
        .map_or(frame.stance, |(stance, ..)| *stance);
    let done = by_deed.is_some();
    about.extend(by_deed.map(|(_, head, phrase)| (head, phrase)));
    for (mut head, mut phrase) in about {
        // "put its claim to the company": to whom, not for what.
        let to_somebody = scene.entities.actor(head).is_some()
            && scene.proposals.at(head).is_none()
            && !words.is_verb(head)
            // "its refusal of observers": people in general are what is refused.
            && !(words.xpos(head) == Xpos::Nns && words.child(head, &[Rel::Det]).is_none())
            && !are_sent(words, head);
        if to_somebody || frame.except.iter().any(|noun| noun == words.lemma(head)) {
            continue;
        }
        let stance = match words.lemma(word) {
            // "its bid of 38 crowns a share": so much it would give.
            "bid" if is_amount(words, head) => Stance::Offers,
            _ => stance,
        };
        let whole = phrase.clone();
        let mut reason = None;
        // "its position is that the war was lost": no more than a view.
        if frame.name == "line" && !is_wanted(scene, head) {
            continue;
        }
        if frame.stance == Stance::Concerned {
            // "concern that a one-sided deal could reward X": toward the deal, for that reason.
            let subject = words
                .child(head, &[Rel::Nsubj, Rel::NsubjPass])
                .filter(|subject| phrase.contains(subject))
                .filter(|&subject| {
                    words
                        .children_by(subject, &[Rel::Det])
                        .all(|det| words.lemma(det) != "no")
                });
            if let Some(subject) = subject {
                let about = noun_phrase(scene, subject);
                reason = Some(words.trim(about.end..phrase.end));
                (head, phrase) = (subject, about);
            }
        }
        if is_hypothetical(words, head) && !is_hypothetical(words, word) {
            continue;
        }
        let owner = words
            .child(word, &[Rel::NmodPoss])
            // "the Belorian demand"
            .or_else(|| {
                (words.children_by(word, &[Rel::Amod, Rel::Compound, Rel::NmodDesc]))
                    .find(|&owner| owner < word && scene.entities.actor(owner).is_some())
            })
            .map_or(word, |owner| words.subtree(owner).start);
        let start = match carried.and_then(|verb| words.child(verb, &[Rel::Nsubj])) {
            Some(subject) if subject < word => words.subtree(subject).start,
            _ => owner,
        };
        // "It was removed at Merin's request": all of it.
        let start = match done {
            true => start.min(phrase.start),
            false => start,
        };
        let on = scene.toward(head, phrase.clone());
        claims.push(Claim {
            stance,
            holders: held.clone(),
            trigger: word,
            rule: frame.name.clone(),
            on,
            premise: carried.and_then(|verb| premise(words, verb)),
            reason,
            outlet: frame.outlet && !own_voice,
            evidence: words.trim(start..whole.end.max(word + 1)),
            via: None,
        });
    }
}

/// "opened with a demand that the freeze end", "came back with an offer of 5 percent": what somebody makes; "accepted it
/// with reservations on the fee": what somebody has.
fn comes_with(words: &Words, noun: usize, verb: usize) -> bool {
    let with = || (words.children_by(noun, &[Rel::Case])).any(|case| words.lower(case) == "with");
    let accepts = matches!(
        words.lemma(verb),
        "accept" | "support" | "back" | "endorse" | "approve" | "adopt" | "sign" | "welcome"
    );
    if accepts && matches!(words.lemma(noun), "reservation" | "misgiving" | "caveat") {
        return words.rel(noun) == Rel::Obl && with();
    }
    words.rel(noun) == Rel::Obl
        && matches!(
            words.lemma(verb),
            "open"
                | "come"
                | "go"
                | "begin"
                | "start"
                | "return"
                | "counter"
                | "respond"
                | "reply"
                | "answer"
                | "close"
                | "end"
                | "conclude"
                | "finish"
                | "emerge"
                | "weigh in"
        )
        && with()
        && (words.children_by(noun, &[Rel::Det, Rel::NmodPoss]))
            .next()
            .is_some()
}

/// "has had an offer for the shop", "got a request for help": somebody else's.
fn is_received(words: &Words, noun: usize, verb: usize) -> bool {
    matches!(
        words.lemma(noun),
        "offer" | "bid" | "proposal" | "request" | "demand" | "call" | "suggestion"
    ) && match words.lemma(verb) {
        "have" => (words.children_by(verb, &[Rel::Aux])).any(|aux| words.lemma(aux) == "have"),
        lemma => matches!(lemma, "get" | "receive"),
    } && words.rel(noun) == Rel::Obj
        && words.child(noun, &[Rel::NmodPoss]).is_none()
}

/// "no objection", "nothing against": the noun with its negation is a word of its own.
pub(in crate::stances) fn is_none(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    matches!(words.lemma(word), "nothing" | "none")
        || words
            .children_by(word, &[Rel::Det])
            .any(|det| words.lemma(det) == "no")
}

/// "there is no room for it".
fn is_there(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let there = |at: usize| {
        words
            .child(at, &[Rel::Expl])
            .is_some_and(|there| words.lemma(there) == "there")
    };
    there(word) || words.head(word).is_some_and(there)
}

fn frame_of<'a>(scene: &'a Scene, word: usize) -> Option<&'a StanceFrame> {
    let words = scene.words;
    if is_none(scene, word) {
        let lemma = words.lemma(word);
        let with_case = words.children(word).find_map(|child| {
            words
                .children(child)
                .find(|&case| words.rel(case) == Rel::Case)
        });
        let key = match with_case {
            Some(case) if lemma == "nothing" => format!("nothing {}", words.lemma(case)),
            _ => format!("no {lemma}"),
        };
        return scene.lexicon.stances.of(StanceWord::Noun, &key).next();
    }
    // "its red line"
    let pair = word
        .checked_sub(1)
        .filter(|&before| words.head(before) == Some(word))
        .map(|before| format!("{} {}", words.lemma(before), words.lemma(word)));
    pair.and_then(|pair| scene.lexicon.stances.of(StanceWord::Noun, &pair).next())
        .or_else(|| {
            (scene.lexicon.stances)
                .of(StanceWord::Noun, words.lemma(word))
                .next()
        })
        .or_else(|| {
            scene
                .lexicon
                .stances
                .of(StanceWord::Noun, words.lower(word))
                .next()
        })
}

/// "its demand is a pause", "Orveth's condition: a pause", "the demand remains that he resign": what the noun is said
/// to be.
fn told_of(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    if let Some(found) = among(scene, noun) {
        return Some(found);
    }
    if matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjOuter) {
        let predicate = words.head(noun)?;
        // "its position is that the text be kept"
        let that = words
            .children_by(predicate, &[Rel::Mark])
            .find(|&mark| words.lemma(mark) == "that" && mark > noun);
        if let Some(that) = that.filter(|&that| words.lemma(that - 1) == "be") {
            let phrase = words.trim(that + 1..words.subtree(predicate).end);
            return (!phrase.is_empty()).then_some((predicate, phrase));
        }
        if let Some(copula) = words.child(predicate, &[Rel::Cop]) {
            let end = words.subtree(predicate).end;
            let named = matches!(
                words.upos(predicate),
                Upos::Noun | Upos::Propn | Upos::Verb | Upos::Num
            );
            // "Its demand, a pause, was not on the agenda": where it stands, not what it is.
            let stands = (words.children_by(predicate, &[Rel::Case]))
                .any(|case| !matches!(words.lemma(case), "for" | "of" | "about"))
                && words
                    .child(noun, &[Rel::Appos])
                    .is_some_and(|what| what > noun);
            if stands {
                return None;
            }
            let mut phrase = words.trim(copula + 1..end.max(copula + 1));
            // "its preference is for a pause"
            if phrase.len() > 1 && words.lemma(phrase.start) == "for" {
                phrase.start += 1;
            }
            return (named && copula < predicate).then_some((predicate, phrase));
        }
        let linking = matches!(words.lemma(predicate), "remain" | "be" | "include");
        return words
            .children_by(predicate, &[Rel::Xcomp, Rel::Obj, Rel::Ccomp])
            .find(|&what| linking && what > predicate && words.upos(what) != Upos::Adj)
            .map(|what| {
                let phrase = match words.is_verb(what) {
                    true => clause(scene, what),
                    false => noun_phrase(scene, what),
                };
                (what, phrase)
            });
    }
    // "a cap is Orveth's main demand"
    if words.child(noun, &[Rel::Cop]).is_some() && words.child(noun, &[Rel::NmodPoss]).is_some() {
        let subject = words
            .child(noun, &[Rel::Nsubj, Rel::NsubjOuter])
            .filter(|&subject| subject < noun && words.upos(subject) != Upos::Pron)?;
        return Some((subject, noun_phrase(scene, subject)));
    }
    let colon = noun + 1;
    if colon + 1 >= words.len() || words.form(colon) != ":" {
        return None;
    }
    let end = words.sentence(words.sentence_of(noun)).end;
    let phrase = words.trim(colon + 1..end);
    let stop = (phrase.clone())
        .find(|&at| matches!(words.form(at), ";" | "." | "–" | "—"))
        .unwrap_or(phrase.end);
    let phrase = words.trim(phrase.start..stop);
    let head = words.top(phrase.clone())?;
    (phrase.len() <= 24).then_some((head, phrase))
}

/// "a longer lease, the main demand of Orveth": what the noun is another name of.
fn renaming(scene: &Scene, noun: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let thing = words.head(noun).filter(|&thing| {
        words.rel(noun) == Rel::Appos
            && thing < noun
            && words.upos(thing) == Upos::Noun
            && scene.entities.actor(thing).is_none()
    })?;
    let comma = words
        .subtree(noun)
        .start
        .checked_sub(1)
        .filter(|&at| at > thing)?;
    let comma = (thing + 1..=comma + 1)
        .rev()
        .find(|&at| words.form(at) == ",")?;
    let phrase = noun_phrase(scene, thing);
    let phrase = words.trim(phrase.start..phrase.end.min(comma));
    (!phrase.is_empty()).then_some((thing, phrase))
}

/// Verbs by which a feeling is there.
const REMAINING: &[&str] = &[
    "persist", "prevail", "linger", "remain", "grow", "mount", "abound", "exist", "reign",
    "simmer", "run", "rise", "spread", "deepen",
];

/// "no appetite on the government side", "little support among the unions": who has it.
fn having(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let there = words.head(noun).filter(|&head| {
        is_there(scene, noun)
            // "Doubts about the levy persist in Merin."
            || words.rel(noun) == Rel::Nsubj && REMAINING.contains(&words.lemma(head))
    });
    [Some(noun), there]
        .into_iter()
        .flatten()
        .flat_map(|at| words.with_case(at, &["on", "among", "in", "from", "within"]))
        .find_map(|place| {
            let found = holders(scene, place);
            if !found.is_empty() {
                return Some(found);
            }
            // "on the government side", "in the rebel camp"
            let side = matches!(
                words.lemma(place),
                "side" | "part" | "camp" | "end" | "ranks"
            );
            let found = possessors(scene, place);
            (side && !found.is_empty()).then_some(found)
        })
        .unwrap_or_default()
}

/// Whether a noun is said to be of others than these: "Belora rejected Orveth's demand".
fn is_anothers(scene: &Scene, noun: usize, these: &[Holder]) -> bool {
    let owners = possessors(scene, noun);
    !owners.is_empty()
        && !these.is_empty()
        && !(owners.iter()).any(|owner| these.iter().any(|other| other.party == owner.party))
}

/// Whether a verb already speaks through this noun ("dropped its demand", "raised concerns among").
fn taken_by_verb(scene: &Scene, word: usize, claims: &[Claim]) -> bool {
    let words = scene.words;
    let Some(verb) = words.head(word) else {
        return false;
    };
    let behind = |claim: &&Claim| words.sentence_of(claim.trigger) < words.sentence_of(word);
    (claims.iter().rev().take_while(|claim| !behind(claim))).any(|claim| {
        claim.trigger == verb
            && !is_anothers(scene, word, &claim.holders)
            && (matches!(claim.rule.as_str(), "make-condition" | "hold-out")
                || matches!(
                    claim.stance,
                    Stance::Withdraws | Stance::Concerned | Stance::Open | Stance::AcceptsIf
                ))
            && matches!(
                words.rel(word),
                Rel::Obj | Rel::NsubjPass | Rel::Obl | Rel::Xcomp
            )
    })
}

/// What a noun of stance is about, each coordinated thing apart.
pub fn content(scene: &Scene, noun: usize) -> Vec<(usize, Range<usize>)> {
    let words = scene.words;
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    let frame = frame_of(scene, noun);
    // "its conditions for a truce": what it would give for them.
    let for_it = matches!(
        words.lemma(noun),
        "condition" | "precondition" | "requirement"
    );
    let takes = |lead: &str| {
        if for_it && lead == "for" {
            return false;
        }
        frame.is_none_or(|frame| {
            frame.on.iter().any(|place| {
                matches!(place, Place::Preposition(preposition) if preposition == lead)
                    || *place == Place::To && lead == "to"
            })
        }) || lead.starts_with("includ")
    };
    for child in words.children(noun).filter(|&child| child > noun) {
        let case = words
            .children(child)
            .find(|&case| matches!(words.rel(case), Rel::Case | Rel::Mark) && case < child);
        let lead = case.map(|case| words.lemma(case));
        match words.rel(child) {
            Rel::Nmod | Rel::Obl
                if lead.is_some_and(|lead| matches!(lead, "of" | "to" | "in" | "on"))
                    && found
                        .last()
                        .is_some_and(|(_, last)| last.end == words.subtree(child).start) =>
            {
                // The parser hung on the noun what belongs to the phrase before: "a halt | to the filling".
                if let Some((_, last)) = found.last_mut() {
                    last.end = words.trim(words.subtree(child)).end;
                }
            }
            Rel::Nmod | Rel::Obl
                if lead.is_some_and(|lead| is_content_case(lead) && takes(lead))
                    // "gave its consent on Friday"
                    && !(lead == Some("on") && scene.dates.at(child).is_some()) =>
            {
                let fellows: Vec<usize> = words.conjuncts(child);
                let whole = noun_phrase(scene, child);
                if fellows.len() > 1 && lead.is_some_and(|lead| lead.starts_with("includ")) {
                    for &fellow in &fellows {
                        found.push((fellow, own_phrase(scene, fellow)));
                    }
                } else if let Some(deed) =
                    deed_behind(scene, noun, whole.end).filter(|_| lead == Some("for"))
                {
                    found.push((deed, whole.start..clause(scene, deed).end));
                } else {
                    found.push((child, whole));
                }
            }
            Rel::Acl | Rel::Ccomp | Rel::AclRelcl
                if lead == Some("to")
                    || lead == Some("that")
                    || words.rel(child) == Rel::Ccomp
                    || words.xpos(child) == Xpos::Vbg && lead.is_some_and(takes) =>
            {
                found.push((child, clause(scene, child)))
            }
            Rel::Acl | Rel::Advcl
                if matches!(words.lemma(child), "regard" | "concern")
                    && words.xpos(child) == Xpos::Vbg =>
            {
                if let Some(object) = words.child(child, &[Rel::Obj]) {
                    found.push((object, noun_phrase(scene, object)));
                }
            }
            // "its latest offer, 40 million a year, was refused"
            Rel::Appos
                if frame.is_some_and(|frame| {
                    matches!(frame.stance, Stance::Offers | Stance::Demands)
                }) && (words.upos(child) == Upos::Num
                    || words.child(child, &[Rel::Nummod]).is_some()) =>
            {
                found.push((child, noun_phrase(scene, child)))
            }
            Rel::Acl | Rel::Advcl if words.form(child).eq_ignore_ascii_case("including") => {
                if let Some(object) = words.child(child, &[Rel::Obj]) {
                    for fellow in words.conjuncts(object) {
                        found.push((fellow, own_phrase(scene, fellow)));
                    }
                }
            }
            _ => {}
        }
    }
    if found.is_empty()
        && let (Rel::Obj | Rel::NsubjPass | Rel::Nsubj | Rel::Obl, Some(verb)) =
            (words.rel(noun), words.head(noun))
        && (words.is_verb(verb) && words.rel(noun) != Rel::Nsubj || is_there(scene, noun))
        && (words.rel(noun) != Rel::Obl || comes_with(words, noun, verb))
    {
        // "gave its consent to the pause", hung on the verb.
        found.extend(
            words
                .children_by(verb, &[Rel::Obl, Rel::Advcl, Rel::Xcomp])
                .filter(|&child| child > noun)
                .filter(|&child| {
                    words
                        .children(child)
                        .find(|&case| {
                            matches!(words.rel(case), Rel::Case | Rel::Mark) && case < child
                        })
                        .is_some_and(|case| {
                            let lead = words.lemma(case);
                            is_content_case(lead)
                                && takes(lead)
                                // "repeated its demand on Monday"
                                && !(lead == "on" && scene.dates.at(child).is_some())
                                && (words.subtree(child).start < noun + 3
                                    || goes_on(scene, noun, words.subtree(child).start)
                                    || is_there(scene, noun))
                        })
                })
                .map(|child| {
                    let phrase = if words.is_verb(child) {
                        clause(scene, child)
                    } else {
                        noun_phrase(scene, child)
                    };
                    (child, phrase)
                })
                .take(1),
        );
    }
    if found.is_empty() {
        // "no appetite on the government side for talks": hung on the place.
        let places = words
            .children_by(noun, &[Rel::Nmod])
            .filter(|&at| at > noun);
        found.extend(
            places
                .flat_map(|place| words.children_by(place, &[Rel::Nmod]))
                .filter(|&child| {
                    words.children(child).any(|case| {
                        words.rel(case) == Rel::Case
                            && case < child
                            && matches!(words.lemma(case), "for" | "to" | "against")
                            && takes(words.lemma(case))
                    })
                })
                .map(|child| (child, noun_phrase(scene, child)))
                .take(1),
        );
    }
    if found.is_empty() {
        // "key demands, including A and B", where the parser hung A elsewhere.
        let next = (noun + 1..words.len().min(noun + 3)).find(|&at| words.form(at) != ",");
        if let Some(including) = next.filter(|&at| words.form(at).eq_ignore_ascii_case("including"))
            && let Some(first) = words.head(including).filter(|&first| first > including)
        {
            found.extend(
                words
                    .conjuncts(first)
                    .into_iter()
                    .map(|fellow| (fellow, own_phrase(scene, fellow))),
            );
        }
    }
    found.retain(|(_, phrase)| !phrase.is_empty());
    if found.is_empty() && words.rel(noun) == Rel::Obl {
        // "acceded to the demand | for a longer lease", hung on the verb.
        let behind = (words.head(noun).into_iter())
            .flat_map(|verb| words.children_by(verb, &[Rel::Obl]))
            .find(|&thing| {
                let case = words.child(thing, &[Rel::Case]);
                words.subtree(thing).start == words.subtree(noun).end
                    && case.is_some_and(|case| words.lemma(case) == "for" && takes("for"))
            });
        found.extend(behind.map(|thing| (thing, noun_phrase(scene, thing))));
    }
    found
}

/// "its call for workers to be freed": the deed, wherever the infinitive is hung.
fn deed_behind(scene: &Scene, noun: usize, from: usize) -> Option<usize> {
    let words = scene.words;
    let verb = words.head(noun).filter(|&verb| words.is_verb(verb));
    [Some(noun), verb]
        .into_iter()
        .flatten()
        .flat_map(|above| words.children_by(above, &[Rel::Advcl, Rel::Xcomp, Rel::Acl]))
        .find(|&deed| has_to(scene, deed) && words.subtree(deed).start == from)
}

/// A noun phrase without the fellows coordinated with it.
pub fn own_phrase(scene: &Scene, head: usize) -> Range<usize> {
    let words = scene.words;
    let mut range = noun_phrase(scene, head);
    for fellow in words.children_by(head, &[Rel::Conj]) {
        let start = words.subtree(fellow).start;
        if start > head && start < range.end {
            range.end = start;
        }
    }
    words.trim(range)
}

fn is_content_case(lemma: &str) -> bool {
    matches!(
        lemma,
        "for"
            | "of"
            | "on"
            | "to"
            | "about"
            | "over"
            | "against"
            | "at"
            | "regarding"
            | "concerning"
            | "with"
            | "including"
            | "include"
            | "upon"
    )
}
