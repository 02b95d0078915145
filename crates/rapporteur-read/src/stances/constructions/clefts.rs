//! What a clause with "what" puts first: "What worries Brod is the date", "What she could do, she said, was freeze fees",
//! "What Brod opposes is the fee", "One thing neither side will discuss is the date".

use std::ops::Range;

use rapporteur_lexicon::{Place, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Verbs whose object feels what the subject does.
const WORRYING: &[&str] = &[
    "worry",
    "trouble",
    "bother",
    "concern",
    "alarm",
    "irk",
    "annoy",
    "anger",
    "unsettle",
    "disturb",
    "upset",
    "dismay",
    "vex",
    "rankle",
    "irritate",
    "scare",
    "frighten",
    "unnerve",
    "perturb",
    "gall",
    "infuriate",
    "rile",
    "disappoint",
    "puzzle",
];

/// How far the copula may stand behind "what".
const FAR: usize = 22;

/// The name of what is read here.
pub(in crate::stances) const RULE: &str = "cleft";

/// Reads every sentence.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for what in 0..words.len() {
        if matches!(words.lower(what), "things" | "demands" | "points") {
            let found = one_of_the_things(scene, what, claims);
            claims.extend(found);
        }
        let all = words.lower(what) == "all";
        let opens = match words.lower(what) {
            "all" | "what" => begins(words, what),
            "thing" | "point" => is_one(words, what),
            _ => false,
        };
        if !opens || scene.is_void(what) {
            continue;
        }
        let sentence = words.sentence(words.sentence_of(what));
        let copula = (what + 2..sentence.end.min(what + FAR)).find(|&at| {
            matches!(words.lower(at), "is" | "was" | "'s" | "’s" | "remains")
                    // "What Brod was against was the fee"
                    && !matches!(words.lower(at + 1), "against" | "after")
                    && !is_going_on(words, what, at, sentence.end)
                    && !is_disposed(words, at)
        });
        let Some(copula) = copula else { continue };
        // ", she said,": who says so stands apart.
        let clause = what + 1
            ..(what + 1..copula)
                .find(|&at| words.form(at) == ",")
                .unwrap_or(copula);
        let thing = thing(words, copula + 1..sentence.end);
        // "What they disagree on is where it should go": what is open.
        if matches!(
            words.lower(thing.start),
            "where" | "how" | "whether" | "why" | "who" | "when"
        ) {
            continue;
        }
        // "What Brod wants is simple": said of the wish.
        if thing.len() == 1 && words.upos(thing.start) == Upos::Adj {
            continue;
        }
        let worried = worrying(scene, claims, &clause).filter(|held| !held.is_empty());
        if worried.is_some() {
            claims.retain(|claim| !clause.contains(&claim.trigger));
        }
        // "What Brod has refused to do", "What Brod would not do": read off what it is, which nobody does.
        let done = doing(scene, &clause, thing.start);
        if (done.as_ref())
            .is_some_and(|(held, stance)| *stance == Stance::Rejects && !held.is_empty())
        {
            claims.retain(|claim| {
                !clause.contains(&claim.trigger) && !thing.contains(&claim.trigger)
            });
        }
        let told = |claim: &Claim| {
            !claim.holders.is_empty()
                && (thing.contains(&claim.trigger) || clause.contains(&claim.trigger))
        };
        if clause.is_empty() || thing.is_empty() || !all && claims.iter().any(told) {
            continue;
        }
        if all {
            // "All Brod asks is that the pause be lifted": asked for, no more.
            let asks = matches!(
                words.lower(clause.end - 1),
                "asks"
                    | "asked"
                    | "wants"
                    | "wanted"
                    | "demands"
                    | "demanded"
                    | "seeks"
                    | "sought"
                    | "ask"
                    | "want"
                    | "demand"
                    | "seek"
                    | "need"
                    | "needs"
                    | "needed"
                    | "request"
                    | "requested"
                    | "requests"
            );
            let held = holders(scene, (clause.end - 1).saturating_sub(1));
            if !asks || clause.len() < 2 || held.is_empty() {
                continue;
            }
            claims.retain(|claim| !(what..thing.end).contains(&claim.trigger));
            let thing = thing.start + usize::from(words.lower(thing.start) == "that")..thing.end;
            let head = (words.top(thing.clone()))
                .filter(|head| thing.contains(head))
                .unwrap_or(thing.start);
            claims.push(claim(
                held,
                Stance::Demands,
                clause.end - 1,
                Target::Phrase(head, thing.clone()),
                what..thing.end,
            ));
            continue;
        }
        let found = worried
            .map(|held| (held, Stance::Concerned))
            .or(done)
            .or_else(|| needed(scene, &clause, thing.start))
            .or_else(|| refused(scene, &clause, thing.start))
            .or_else(|| granted(scene, &clause, thing.start))
            .or_else(|| wishing(scene, &clause))
            .or_else(|| hidden(scene, &clause));
        let Some((held, stance)) = found.filter(|(held, _)| !held.is_empty()) else {
            continue;
        };
        let head = words
            .top(thing.clone())
            .filter(|head| thing.contains(head))
            .unwrap_or(thing.start);
        let on = if words.is_verb(head) || words.is_verb(thing.start) {
            Target::Phrase(thing.start, thing.clone())
        } else {
            scene.toward(head, thing.clone())
        };
        claims.push(claim(held, stance, clause.end - 1, on, what..thing.end));
    }
}

fn claim(
    held: Vec<Holder>,
    stance: Stance,
    trigger: usize,
    on: Target,
    evidence: Range<usize>,
) -> Claim {
    Claim {
        outlet: stance == Stance::Concerned,
        ..Claim::plain(RULE, stance, held, trigger, on, evidence)
    }
}

/// "One of the things the cooks have asked for is a day off", "a day off, one of the things the cooks have asked for": what
/// it is that they asked for.
fn one_of_the_things(scene: &Scene, things: usize, claims: &[Claim]) -> Option<Claim> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(things));
    let start = things
        .checked_sub(3)
        .filter(|&start| start >= sentence.start)?;
    let one = words.lower(start) == "one" && words.lower(start + 1) == "of";
    if !one || scene.is_void(things) {
        return None;
    }
    let relative = usize::from(matches!(words.lower(things + 1), "that" | "which"));
    let first = start == sentence.start;
    let end = (things + 2..sentence.end.min(things + FAR)).find(|&at| {
        matches!(words.form(at), "," | "." | ";" | ":" | "–" | "—")
            || first && matches!(words.lower(at), "is" | "was") && words.xpos(at + 1) != Xpos::Vbg
    })?;
    let (held, stance) = wishing(scene, &(things + 1 + relative..end))?;
    let copula = (start > sentence.start + 1)
        .then(|| start - 1)
        .filter(|&copula| matches!(words.lower(copula), "is" | "was" | "remains" | "remained"));
    let thing = if first {
        thing(words, end + 1..sentence.end)
    } else if let Some(copula) = copula {
        // "A day off is one of the things that the cooks have asked for"
        let subject = (words.child(things - 2, &[Rel::Nsubj]))
            .or_else(|| words.child(start, &[Rel::Nsubj]))
            .or_else(|| words.child(things, &[Rel::Nsubj]))
            .filter(|&subject| subject < copula)?;
        words.trim(noun_phrase(scene, subject).start..copula)
    } else {
        // What stands before the comma, up to where its phrase begins.
        let last = start
            .checked_sub(2)
            .filter(|&last| words.form(last + 1) == "," && sentence.contains(&last))?;
        let top = words
            .head(start)
            .filter(|&top| top <= last && words.upos(top) == Upos::Noun)
            .or_else(|| {
                words
                    .ancestors(last)
                    .find(|&top| words.upos(top) == Upos::Noun)
            })
            .unwrap_or(last);
        let phrase = noun_phrase(scene, top);
        words.trim(phrase.start..phrase.end.min(last + 1))
    };
    let told = |claim: &Claim| claim.stance == stance && (start..end).contains(&claim.trigger);
    if held.is_empty() || thing.is_empty() || claims.iter().any(told) {
        return None;
    }
    let evidence = match (first, copula) {
        (true, _) => start..thing.end,
        (_, Some(_)) => thing.start..end,
        _ => start..end,
    };
    let head = (words.top(thing.clone()))
        .filter(|head| thing.contains(head))
        .unwrap_or(thing.start);
    Some(claim(
        held,
        stance,
        end - 1,
        scene.toward(head, thing),
        evidence,
    ))
}

/// At the head of a sentence or clause.
fn begins(words: &Words, what: usize) -> bool {
    let start = words.sentence(words.sentence_of(what)).start;
    what == start
        || matches!(words.form(what - 1), "\"" | "“" | ";" | ":" | "–" | "—")
        || what == start + 1 && matches!(words.lower(start), "but" | "and" | "yet")
}

/// "One thing neither side will discuss is arbitration": one of several, at the head of a sentence.
fn is_one(words: &Words, thing: usize) -> bool {
    let start = words.sentence(words.sentence_of(thing)).start;
    let before = start..thing;
    (1..=3).contains(&before.len())
        && before
            .clone()
            .any(|at| matches!(words.lower(at), "one" | "only" | "first" | "other"))
        && before
            .clone()
            .all(|at| matches!(words.upos(at), Upos::Det | Upos::Num | Upos::Adj))
}

/// "neither side |is| prepared to discuss": of what somebody is ready for, not of the thing.
fn is_disposed(words: &Words, is: usize) -> bool {
    let not = usize::from(matches!(words.lower(is + 1), "not" | "n't" | "n’t" | "now"));
    matches!(
        words.lower(is + 1 + not),
        "prepared"
            | "willing"
            | "ready"
            | "unwilling"
            | "able"
            | "unable"
            | "going"
            | "inclined"
            | "disposed"
            | "likely"
    ) && words.lower(is + 2 + not) == "to"
}

/// What stands behind the copula, to the next stop.
fn thing(words: &Words, range: Range<usize>) -> Range<usize> {
    let end = (range.clone())
        .find(|&at| {
            matches!(
                words.form(at),
                "." | ";" | ":" | "–" | "—" | "\"" | "”" | "?"
            ) || words.form(at) == "," && words.lower(at + 1) != "which"
        })
        .unwrap_or(range.end);
    let asks = words.form(end.min(words.len() - 1)) == "?";
    if asks || range.is_empty() {
        range.start..range.start
    } else {
        words.trim(range.start..end)
    }
}

/// "worries Brod": who is worried.
fn worrying(scene: &Scene, claims: &[Claim], clause: &Range<usize>) -> Option<Vec<Holder>> {
    let words = scene.words;
    let verb = (clause.clone()).take(2).find(|&at| {
        let form = words.lower(at);
        WORRYING.contains(&words.lemma(at))
            || form
                .strip_suffix("ies")
                .is_some_and(|stem| WORRYING.contains(&format!("{stem}y").as_str()))
            || form
                .strip_suffix('s')
                .is_some_and(|stem| WORRYING.contains(&stem))
    })?;
    let told = (verb + 1..clause.end)
        .map(|at| holders(scene, at))
        .find(|held| !held.is_empty());
    // "It could live with the plan. What worried it was …": whoever held something just before.
    let pronoun =
        verb + 2 == clause.end && matches!(words.lower(verb + 1), "it" | "them" | "him" | "her");
    told.or_else(|| {
        (claims.iter().rev())
            .find(|claim| {
                claim.trigger < verb
                    && words.sentence_of(claim.trigger) + 1 == words.sentence_of(verb)
            })
            .filter(|_| pronoun)
            .map(|claim| claim.holders.clone())
    })
}

/// "she could do", "Brod will not do": what somebody would do is offered, where it is told by its infinitive.
fn doing(scene: &Scene, clause: &Range<usize>, thing: usize) -> Option<(Vec<Holder>, Stance)> {
    let words = scene.words;
    let last = clause.end - 1;
    let bare = words.xpos(thing) == Xpos::Vb
        || words.lower(thing) == "to"
        || words.upos(thing) == Upos::Verb && !words.lower(thing).ends_with("ing")
        || words.lemma(thing) == words.lower(thing) && is_hidden_infinitive(words, thing);
    if words.lower(last) != "do" || clause.len() < 3 || !bare {
        return None;
    }
    // "What Brod has refused to do is let them in"
    if refuses_to_do(words, clause) {
        let held = who(scene, clause.start..last - 2, clause.end..thing, thing)?;
        return Some((held, Stance::Rejects));
    }
    let no = matches!(words.lower(last - 1), "not" | "n't" | "n’t" | "never");
    let modal = last - 1 - usize::from(no);
    let stance = match (words.lower(modal), no) {
        ("can" | "could" | "would" | "will", false) => Stance::Offers,
        ("can" | "ca" | "could" | "would" | "will" | "wo", true) => Stance::Rejects,
        _ => return None,
    };
    let held = who(scene, clause.start..modal, clause.end..thing, thing)?;
    Some((held, stance))
}

/// "Brod has refused to do"
fn refuses_to_do(words: &Words, clause: &Range<usize>) -> bool {
    let last = clause.end.saturating_sub(1);
    clause.len() > 3
        && words.lower(last) == "do"
        && words.lower(last - 1) == "to"
        && matches!(words.lemma(last - 2), "refuse" | "decline")
        && words.is_verb(last - 2)
}

/// Who would do it: the subject of the clause, else who says so.
fn who(
    scene: &Scene,
    subject: Range<usize>,
    aside: Range<usize>,
    thing: usize,
) -> Option<Vec<Holder>> {
    let told = |held: &Vec<Holder>| !held.is_empty();
    (subject.rev().map(|at| holders(scene, at)).find(told))
        .or_else(|| Some(Holder::speakers(scene, thing)).filter(told))
        .or_else(|| aside.map(|at| holders(scene, at)).find(told))
}

/// Verbs of consent and of giving way: what one does not do so to is turned down.
const CONSENT: &[&str] = &[
    "accept",
    "agree",
    "allow",
    "approve",
    "back",
    "brook",
    "concede",
    "condone",
    "consider",
    "contemplate",
    "countenance",
    "discuss",
    "endorse",
    "entertain",
    "give up",
    "live",
    "look",
    "negotiate",
    "permit",
    "sign",
    "stand",
    "stomach",
    "support",
    "swallow",
    "take",
    "tolerate",
    "touch",
    "wear",
];

/// "Brod cannot do without", "Brod will not sign without": what it must have.
fn needed(scene: &Scene, clause: &Range<usize>, thing: usize) -> Option<(Vec<Holder>, Stance)> {
    let words = scene.words;
    let last = clause.end.checked_sub(1)?;
    let not = (clause.clone()).any(|at| {
        matches!(
            words.lower(at),
            "not" | "n't" | "n’t" | "never" | "cannot" | "neither"
        )
    });
    if words.lower(last) != "without" || !not || clause.len() < 3 {
        return None;
    }
    let held = who(scene, clause.start..last, clause.end..thing, thing)?;
    Some((held, Stance::Demands))
}

/// "Brod could not stomach", "they did not agree to", "Brod was against": what stands behind is refused or opposed.
fn refused(scene: &Scene, clause: &Range<usize>, thing: usize) -> Option<(Vec<Holder>, Stance)> {
    let words = scene.words;
    let last = clause.end.checked_sub(1)?;
    if clause.len() < 3 {
        return None;
    }
    let absolute = (clause.clone()).any(|at| {
        words.lower(at) == "never"
            || words.lower(at) == "no"
                && matches!(
                    words.lemma(at + 1),
                    "circumstance" | "account" | "condition"
                )
    });
    let not = absolute
        || (clause.clone()).any(|at| {
            matches!(
                words.lower(at),
                "not" | "n't" | "n’t" | "neither" | "unwilling"
            )
        });
    let content = matches!(
        words.lower(last.saturating_sub(1)),
        "happy" | "comfortable" | "pleased" | "content" | "satisfied"
    );
    let (stance, until) = if content && not && matches!(words.lower(last), "with" | "about") {
        // "What we're not happy with is the fee"
        (Stance::Concerned, last - 1)
    } else if words.lower(last) == "against"
        && matches!(words.lemma(last - 1), "be" | "remain" | "stand")
        && !not
    {
        (Stance::Opposes, last - 1)
    } else {
        // "agree to", "live with", "sign up to"
        let verb = (clause.clone().rev().take(3)).find(|&at| words.is_verb(at))?;
        let consents =
            CONSENT.contains(&words.lemma(verb)) || CONSENT.contains(&&*words.phrasal(verb));
        if !not || !consents || (verb + 1..clause.end).any(|at| words.upos(at) == Upos::Noun) {
            return None;
        }
        let stance = if absolute {
            Stance::RedLine
        } else {
            Stance::Rejects
        };
        (stance, verb)
    };
    Some((
        who(scene, clause.start..until, clause.end..thing, thing)?,
        stance,
    ))
}

/// "What we can accept is a joint committee", "What Brod would discuss is the date": what stands behind is let pass, or could
/// be talked about.
fn granted(scene: &Scene, clause: &Range<usize>, thing: usize) -> Option<(Vec<Holder>, Stance)> {
    let words = scene.words;
    let verb = (clause.clone().rev().take(3)).find(|&at| words.is_verb(at))?;
    let ready = (clause.start + 1..verb).rev().take(2).find(|&at| {
        matches!(
            words.lower(at),
            "can" | "could" | "would" | "will" | "'d" | "’d" | "'ll" | "’ll"
        )
    })?;
    let stance = match words.lemma(verb) {
        "consider" | "contemplate" | "discuss" | "entertain" | "look" | "negotiate" | "talk" => {
            Stance::Open
        }
        "accept" | "agree" | "live" | "sign" | "stomach" | "swallow" | "take" | "tolerate"
        | "wear" => Stance::Accepts,
        _ => return None,
    };
    let not = (clause.clone()).any(|at| {
        matches!(
            words.lower(at),
            "not" | "n't" | "n’t" | "never" | "neither" | "nobody" | "if"
        )
    });
    let behind = (verb + 1..clause.end).any(|at| words.upos(at) == Upos::Noun);
    if not || behind {
        return None;
    }
    Some((
        who(scene, clause.start..ready, clause.end..thing, thing)?,
        stance,
    ))
}

/// A bare form before a noun, where the parser saw an adjective: "was freeze fees".
fn is_hidden_infinitive(words: &Words, at: usize) -> bool {
    matches!(words.upos(at), Upos::Adj | Upos::Noun)
        && at + 1 < words.len()
        && matches!(
            words.upos(at + 1),
            Upos::Noun | Upos::Det | Upos::Num | Upos::Adj
        )
        && words.upos(at) != Upos::Det
}

/// "we want", "Brod still asks for": what is wished or put forward.
fn wishing(scene: &Scene, clause: &Range<usize>) -> Option<(Vec<Holder>, Stance)> {
    let words = scene.words;
    if let Some(who) = after(words, clause) {
        return Some((holders(scene, who), Stance::Demands));
    }
    let verb = (clause.clone().rev().take(2)).find(|&at| words.is_verb(at))?;
    let behind = verb + 1 == clause.end || words.lower(verb + 1) == "for";
    let frame = (scene
        .lexicon
        .stances
        .of(StanceWord::Verb, words.lemma(verb)))
    .find(|frame| {
        frame.only.is_none()
            && frame.with.is_empty()
            && matches!(
                frame.stance,
                Stance::Demands | Stance::Proposes | Stance::Offers
            )
    })?;
    let force = Force::of(words, verb);
    let plain = !force.negated && !force.never && !force.hypothetical && !force.is_modal();
    let subject = words
        .child(verb, &[Rel::Nsubj])
        .filter(|at| clause.contains(at))?;
    (behind && plain).then(|| (holders(scene, subject), frame.stance))
}

/// "What Brod |is| offering is a road": of the verb behind it.
fn is_going_on(words: &Words, what: usize, is: usize, end: usize) -> bool {
    // "What worries Brod is losing the port"
    let worries = (what + 1..is).any(|at| words.is_verb(at));
    let near = if worries { 6 } else { FAR };
    words.xpos(is + 1) == Xpos::Vbg
        && (is + 2..end.min(is + near)).any(|at| matches!(words.lower(at), "is" | "was"))
}

/// "What Brod is after", "What Brod hankers after": the word that names who is.
fn after(words: &Words, clause: &Range<usize>) -> Option<usize> {
    let verb = clause
        .end
        .checked_sub(2)
        .filter(|verb| clause.contains(verb))?;
    let is = matches!(
        words.lower(verb),
        "is" | "are" | "was" | "were" | "'s" | "’s" | "'re" | "’re"
    ) || matches!(
        words.lower(verb),
        "hankers" | "hanker" | "hankered" | "hungers" | "yearns" | "lusts" | "thirsts"
    );
    let after = words.lower(verb + 1) == "after" && is;
    (after && verb > clause.start && words.negation(verb).is_none()).then(|| verb - 1)
}

/// "Brod opposes", where the parser took the verb for a noun.
fn hidden(scene: &Scene, clause: &Range<usize>) -> Option<(Vec<Holder>, Stance)> {
    let words = scene.words;
    let verb = clause.end - 1;
    if clause.len() < 2 {
        return None;
    }
    let stem = words.lower(verb).strip_suffix('s')?;
    let frame = (scene.lexicon.stances.of(StanceWord::Verb, stem))
        .find(|frame| frame.only.is_none() && frame.on.contains(&Place::Object))?;
    let held = holders(scene, verb - 1);
    Some((held, frame.stance))
}
