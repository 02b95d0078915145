//! What is given up of what was told before: "had asked for a port. That request was withdrawn", "the guild has given way",
//! "took it back", "a demand since abandoned".

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::evidence::beginning;
use crate::stances::arguments::holders::{Holder, holders, possessors, subject_holders};
use crate::stances::arguments::matter::{last, matter, spoken_of};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::cues::nouns::content;
use crate::stances::cues::verbs::is_governed;
use crate::stances::discourse::given_up::gives_up;
use crate::stances::modality::force::Force;
use crate::stances::modality::told::is_told;
use crate::stances::{Claim, Scene, Target, learned};
use crate::words::Words;

/// How far back the wish may stand, in sentences, where its noun or its words are told again.
const FAR: usize = 6;
/// How far back where only a pronoun or nothing tells of it.
const NEAR: usize = 2;

/// Reads every verb by which a wish told before is given up.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more: Vec<Claim> = Vec::new();
    for verb in 0..words.len() {
        if !words.is_verb(verb) {
            continue;
        }
        let Some(way) = Way::of(scene, verb) else {
            continue;
        };
        // What the model made of the word goes by the nearest noun.
        let guessed = |claim: &Claim| claim.rule == learned::RULE && claim.trigger == verb;
        let shown = || {
            (claims.iter())
                .filter(|claim| !guessed(claim))
                .any(|claim| {
                    claim.trigger == verb
                        || claim.stance == Stance::Withdraws && claim.evidence.contains(&verb)
                })
        };
        if scene.is_void(verb) || is_inside(scene, verb) || shown() {
            continue;
        }
        let found =
            by_holder(scene, claims, verb, way).or_else(|| by_thing(scene, claims, verb, way));
        if let Some(claim) = found {
            claims.retain(|claim| !guessed(claim));
            more.push(claim);
        }
    }
    claims.extend(more);
}

/// "ruled out giving up the port", "is expected to relent": what another verb says of it.
fn is_inside(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let gerund = words.xpos(verb) == Xpos::Vbg
        && matches!(
            words.rel(verb),
            Rel::Xcomp | Rel::Acl | Rel::Obj | Rel::Nmod
        )
        && words.child(verb, &[Rel::Aux]).is_none();
    gerund || is_governed(scene, verb) || !is_told(scene, verb)
}

/// How a verb tells that something is given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It gives up its object: "dropped".
    Drops,
    /// Its subject gives way: "backed off".
    Yields,
    /// It is wanted no longer: "did not insist", "no longer asks".
    Stops,
    /// Its subject is gone: "has disappeared", "does not appear".
    Goes,
}

impl Way {
    fn of(scene: &Scene, verb: usize) -> Option<Self> {
        let words = scene.words;
        let lemma = words.lemma(verb);
        let force = || Force::of(words, verb);
        let fact = |force: &Force| !force.hypothetical && !force.is_modal() && !force.never;
        if yields(words, verb) {
            return force().is_fact().then_some(Way::Yields);
        }
        if gives_up(scene, verb)
            || comes_off(words, verb).is_some()
            || matches!(lemma, "remove" | "delete")
        {
            let force = force();
            return (force.is_fact() && !force.no_longer).then_some(Way::Drops);
        }
        if WANTING.contains(&lemma) {
            let force = force();
            let ended = force.no_longer
                || force.negated
                    && (is_ended(words, verb)
                        || matches!(lemma, "insist" | "pursue" | "maintain" | "renew"));
            return (fact(&force) && ended).then_some(Way::Stops);
        }
        let gone = match lemma {
            "disappear" | "vanish" | "lapse" => true,
            // "The condition has gone", but "has gone up", "has gone to Brod".
            "go" => {
                words.xpos(verb) == Xpos::Vbn
                    && matches!(words.form(verb + 1), "." | "," | ";" | ":" | "–" | "—")
            }
            _ => false,
        };
        let absent = matches!(lemma, "appear" | "figure" | "feature");
        if !gone && !absent {
            return None;
        }
        let force = force();
        (fact(&force) && force.negated == absent).then_some(Way::Goes)
    }
}

/// Verbs of wanting; what is wanted no longer is given up.
const WANTING: &[&str] = &[
    "insist", "ask", "demand", "seek", "want", "press", "push", "call", "claim", "request",
    "require", "pursue", "maintain", "renew",
];

/// "is not insisting anymore", "are not asking for that today".
fn is_ended(words: &Words, verb: usize) -> bool {
    let end = words.sentence(words.sentence_of(verb)).end;
    (verb + 1..end.min(verb + 6)).any(|at| {
        matches!(words.lower(at), "anymore" | "today")
            || words.lower(at) == "any" && matches!(words.lower(at + 1), "more" | "longer")
    })
}

/// "has given way", "backed off", "relented": without an object of its own.
fn yields(words: &Words, verb: usize) -> bool {
    // "climbed down to 48,000": what it wants now.
    let bare = || {
        words.child(verb, &[Rel::Obj, Rel::Ccomp]).is_none()
            && words.with_case(verb, &["to"]).next().is_none()
    };
    match words.lemma(verb) {
        "give" => words
            .child(verb, &[Rel::Obj])
            .is_some_and(|way| matches!(words.lower(way), "way" | "ground")),
        "relent" => bare(),
        "back" | "climb" | "step" => {
            bare()
                && matches!(
                    &*words.phrasal(verb),
                    "back off" | "back down" | "climb down" | "step back" | "back away"
                )
        }
        _ => false,
    }
}

/// "moved off that", "came down from 6.2", "stepped back from it": what it leaves.
fn comes_off(words: &Words, verb: usize) -> Option<usize> {
    let to = match words.lemma(verb) {
        "move" => &["off", "from"][..],
        "come" | "step" | "back" | "climb" | "retreat" => &["from"][..],
        _ => return None,
    };
    let down = words.lower(verb + 1);
    let leaves = match words.lemma(verb) {
        "move" => matches!(down, "off" | "away"),
        "come" => matches!(down, "down" | "away"),
        "step" => matches!(down, "back" | "away"),
        "back" => matches!(down, "off" | "away" | "down"),
        "climb" => down == "down",
        _ => true,
    };
    let beside = words.child(verb, &[Rel::CompoundPrt]).is_some();
    (words.with_case(verb, to).next())
        .or_else(|| words.child(verb, &[Rel::Obl]).filter(|_| beside))
        .filter(|&thing| leaves && thing > verb && thing < verb + 12)
}

/// The party itself gives up what it had wanted.
fn by_holder(scene: &Scene, claims: &[Claim], verb: usize, way: Way) -> Option<Claim> {
    let words = scene.words;
    if words.is_passive(verb) || way == Way::Goes {
        return None;
    }
    let held = subject_holders(scene, verb);
    if held.is_empty() {
        return None;
    }
    let relative = |thing: &usize| is_relative(words, *thing);
    let thing = words
        .child(verb, &[Rel::Obj])
        .filter(|thing| !relative(thing))
        .or_else(|| words.described(clause_of(words, verb)))
        .or_else(|| comes_off(words, verb))
        .or_else(|| {
            words
                .with_case(verb, &["on", "for", "from", "upon"])
                .find(|&thing| thing > verb)
        });
    let own = |claim: &&Claim| claim.shares_party(&held);
    let told = match (way, thing) {
        (Way::Drops | Way::Goes, None) => return None,
        (Way::Yields, _) | (Way::Stops, None) => before(scene, claims, verb, NEAR, own),
        (_, Some(thing)) if is_pointing(words, thing) => before(scene, claims, verb, NEAR, own),
        (_, Some(thing)) => before(scene, claims, verb, FAR, |claim| {
            own(claim) && tells_again(scene, claim, thing)
        }),
    };
    let amount = || {
        let thing = thing.filter(|&thing| thing > verb && is_amount(words, thing))?;
        let gives = matches!(&*words.phrasal(verb), "give up" | "abandon")
            || comes_off(words, verb).is_some();
        (way == Way::Drops && gives && !scene.dates.begins_in(&(thing..thing + 1)))
            .then(|| (scene.toward(thing, noun_phrase(scene, thing)), None))
    };
    // "did not insist": on what was being talked about.
    let pointing = thing.is_none_or(|thing| is_pointing(words, thing));
    let (on, via) = told
        .map(Claim::about)
        .or_else(amount)
        .or_else(|| matter(scene, claims, verb, &held).filter(|_| pointing && way != Way::Drops))
        .or_else(|| dropped_again(scene, claims, verb, thing?, &held))?;
    let last = match thing {
        Some(thing) if way != Way::Yields && thing > verb => {
            words.subtree(thing).end.min(noun_phrase(scene, thing).end)
        }
        _ => verb + 1,
    };
    let start = beginning(scene, verb);
    let evidence = words.trim(start..last.max(ending(words, verb)));
    Some(Claim {
        via,
        ..Claim::plain("retreat", Stance::Withdraws, held, verb, on, evidence)
    })
}

/// "Brod opposed the clause, and Orveth deleted it", "The tax was to bring in two million. Orveth has shelved it.": what others
/// were against right before, else what the sentence before tells of; it can only have been its own.
fn dropped_again(
    scene: &Scene,
    claims: &[Claim],
    verb: usize,
    thing: usize,
    held: &[Holder],
) -> Option<(Target, Option<usize>)> {
    let words = scene.words;
    let gives_up = matches!(
        &*words.phrasal(verb),
        "drop"
            | "abandon"
            | "withdraw"
            | "shelve"
            | "scrap"
            | "retract"
            | "rescind"
            | "ditch"
            | "discard"
            | "take back"
            | "renounce"
            | "revoke"
            | "delete"
    );
    if !gives_up || !is_pointing(words, thing) || thing < verb {
        return None;
    }
    let against = last(scene, claims, verb, held, |stance| {
        matches!(
            stance,
            Stance::Opposes | Stance::Rejects | Stance::Concerned
        )
    });
    let told = against.map(Claim::about);
    told.or_else(|| {
        let about = spoken_of(scene, verb).filter(|_| words.lemma(verb) != "delete")?;
        (!words.text_of(about..verb).contains('\n'))
            .then(|| (scene.toward(about, noun_phrase(scene, about)), None))
    })
}

/// The first verb of a relative clause with two: "a demand that it has made and taken back".
fn clause_of(words: &Words, verb: usize) -> usize {
    (words.head(verb))
        .filter(|&first| words.rel(verb) == Rel::Conj && words.rel(first) == Rel::AclRelcl)
        .unwrap_or(verb)
}

/// "6.2", "150 places", "the figure of $9"
fn is_amount(words: &Words, thing: usize) -> bool {
    words.upos(thing) == Upos::Num
        || matches!(words.form(thing), "$" | "€" | "£" | "%")
        || words.child(thing, &[Rel::Nummod]).is_some()
        || matches!(words.lemma(thing), "figure" | "number" | "sum")
}

/// What was wanted is given up, is gone, or is told of no more; nobody or its own holder does so.
fn by_thing(scene: &Scene, claims: &[Claim], verb: usize, way: Way) -> Option<Claim> {
    let words = scene.words;
    let what = match way {
        Way::Goes => words.child(verb, &[Rel::Nsubj]).map(|subject| {
            words
                .described(verb)
                .filter(|_| is_relative(words, subject))
                .unwrap_or(subject)
        }),
        Way::Yields => None,
        _ if is_given_up(words, verb) => {
            let subject = words.child(verb, &[Rel::NsubjPass]);
            match subject {
                Some(subject) if !is_relative(words, subject) => Some(subject),
                _ => match (words.rel(verb), words.head(verb)) {
                    (Rel::Acl | Rel::AclRelcl, Some(noun)) => Some(noun),
                    _ => None,
                },
            }
        }
        _ => None,
    }?;
    // What others strike from a text, its author may still want.
    if words.with_case(verb, &["from"]).next().is_some() && way == Way::Drops {
        return None;
    }
    let agent = words
        .child(verb, &[Rel::OblAgent])
        .map(|agent| holders(scene, agent));
    let wish = wish(scene, what);
    let mut held = match wish {
        Some(_) => owners(scene, what),
        None => Vec::new(),
    };
    let known = !held.is_empty();
    let before = match wish {
        _ if is_pointing(words, what) => before(scene, claims, what, NEAR, |_| true),
        Some(stance) if known => before(scene, claims, what, FAR, |claim| {
            claim.shares_party(&held) && fits(stance, claim.stance)
        }),
        // "That request was withdrawn", "An earlier plea was dropped": of whoever wished last.
        Some(stance) => before(scene, claims, what, NEAR, |claim| {
            match is_told_again(words, what) {
                true => fits(stance, claim.stance),
                false => claim.stance == stance,
            }
        }),
        // "The letters were withdrawn": in words told before.
        None if way == Way::Drops && words.rel(verb) != Rel::Acl => {
            before(scene, claims, what, FAR, |claim| {
                tells_again(scene, claim, what)
            })
        }
        None => None,
    };
    if !known {
        held = before?.holders.clone();
    }
    // "was dropped by the other side": that is no wish given up.
    let others = agent.is_some_and(|agent| {
        !(agent.iter()).any(|one| held.iter().any(|holder| holder.party == one.party))
    });
    if others || held.is_empty() {
        return None;
    }
    let start = words.subtree(what).start.min(verb);
    let whole = start.max(words.sentence(words.sentence_of(verb)).start)..ending(words, verb);
    let inner = (wish.is_some())
        .then(|| content(scene, what).into_iter().next())
        .flatten();
    let on = match (inner, before) {
        // "a demand since abandoned": not the clause that gives it up.
        (Some((head, phrase)), _) if !phrase.contains(&verb) => scene.toward(head, phrase),
        (_, Some(before)) => before.on.clone(),
        _ => scene.toward(what, noun_phrase(scene, what)),
    };
    Some(Claim::plain(
        "retreat",
        Stance::Withdraws,
        held,
        verb,
        on,
        words.trim(whole),
    ))
}

/// "was dropped", "has since been abandoned", "a claim abandoned after protests"; not "be lifted", "wants it scrapped".
fn is_given_up(words: &Words, verb: usize) -> bool {
    let told = (words.children_by(verb, &[Rel::AuxPass, Rel::Aux]))
        .any(|aux| matches!(words.lower(aux), "was" | "were" | "been"));
    let infinitive = words
        .children(verb)
        .any(|to| words.lower(to) == "to" && to < verb);
    let participle = words.rel(verb) == Rel::Acl && words.xpos(verb) == Xpos::Vbn;
    let lifts = matches!(
        words.lemma(verb),
        "lift" | "end" | "cease" | "cancel" | "pull" | "shed"
    );
    !infinitive && !lifts && (words.is_passive(verb) && told || participle)
}

/// The last wish of a kind before a word.
fn before<'a>(
    scene: &Scene,
    claims: &'a [Claim],
    word: usize,
    near: usize,
    is: impl Fn(&&Claim) -> bool,
) -> Option<&'a Claim> {
    let words = scene.words;
    let sentence = words.sentence_of(word);
    (claims.iter())
        .filter(|claim| {
            claim.trigger < word
                && matches!(
                    claim.stance,
                    Stance::Demands | Stance::Proposes | Stance::Offers | Stance::RedLine
                )
                && claim.on != Target::Nothing
                && words.sentence_of(claim.trigger) + near >= sentence
        })
        .filter(is)
        .max_by_key(|claim| claim.trigger)
}

/// "it", "that": what was told before.
fn is_pointing(words: &Words, thing: usize) -> bool {
    matches!(
        words.lower(thing),
        "it" | "that" | "this" | "them" | "they" | "both" | "those"
    ) && matches!(words.upos(thing), Upos::Pron | Upos::Det)
}

fn is_relative(words: &Words, subject: usize) -> bool {
    matches!(words.lower(subject), "that" | "which") && words.upos(subject) == Upos::Pron
}

/// "that request", "the demand", and in apposition "a claim since abandoned": what was told before.
fn is_told_again(words: &Words, noun: usize) -> bool {
    let named = (words.children_by(noun, &[Rel::Det])).any(|det| {
        matches!(
            words.lower(det),
            "that" | "this" | "the" | "such" | "those" | "these"
        )
    });
    named || matches!(words.rel(noun), Rel::Appos | Rel::Parataxis)
}

/// The stance that a noun of wishing tells: "demand", "proposal", "offer".
fn wish(scene: &Scene, noun: usize) -> Option<Stance> {
    let words = scene.words;
    if !matches!(words.upos(noun), Upos::Noun) {
        return None;
    }
    (scene.lexicon.stances)
        .of(StanceWord::Noun, words.lemma(noun))
        .map(|frame| frame.stance)
        .find(|stance| matches!(stance, Stance::Demands | Stance::Proposes | Stance::Offers))
        .or_else(|| {
            matches!(
                words.lemma(noun),
                "condition"
                    | "claim"
                    | "ultimatum"
                    | "deadline"
                    | "point"
                    | "lawsuit"
                    | "suit"
                    | "application"
                    | "petition"
                    | "motion"
                    | "amendment"
                    | "suggestion"
                    | "idea"
                    | "plea"
                    | "figure"
                    | "phrase"
            )
            .then_some(Stance::Demands)
        })
}

/// Whether a wish told before may be what a noun of wishing tells again.
fn fits(noun: Stance, before: Stance) -> bool {
    match noun {
        Stance::Offers => matches!(before, Stance::Offers | Stance::Proposes),
        Stance::Proposes => before != Stance::RedLine,
        _ => before != Stance::Offers,
    }
}

/// Whose a wish is: "Orveth's demand", "a suit filed by Orveth", "the demand that Orveth had made", "a demand of Orveth's".
fn owners(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let found = possessors(scene, noun);
    if !found.is_empty() {
        return found;
    }
    let clause = words.children_by(noun, &[Rel::Acl, Rel::AclRelcl]).next();
    let by = clause.and_then(|made| words.child(made, &[Rel::OblAgent]));
    let had = clause.and_then(|made| {
        words
            .child(made, &[Rel::Nsubj])
            .filter(|&who| !is_relative(words, who) && words.upos(made) == Upos::Verb)
    });
    (words.with_case(noun, &["of"]).chain(by).chain(had))
        .map(|who| holders(scene, who))
        .find(|held| !held.is_empty())
        .unwrap_or_default()
}

/// Whether a phrase tells again of the thing of a wish: "asked for a port … dropped the port".
fn tells_again(scene: &Scene, claim: &Claim, thing: usize) -> bool {
    let words = scene.words;
    let Target::Phrase(head, ref phrase) = claim.on else {
        return false;
    };
    // "wants the port opened": the noun is not the head.
    let named = |at: usize| {
        matches!(words.upos(at), Upos::Noun | Upos::Num) && words.lemma(at) == words.lemma(thing)
    };
    let definite = words.upos(thing) == Upos::Num
        || (words.children_by(thing, &[Rel::Det, Rel::NmodPoss]))
            .any(|det| !matches!(words.lower(det), "a" | "an" | "any" | "no" | "some"));
    definite
        && scene.entities.actor(thing).is_none()
        && !phrase.contains(&thing)
        && (named(head)
            || words
                .child(head, &[Rel::Nsubj, Rel::NsubjPass, Rel::Obj])
                .is_some_and(named))
}

/// The word behind a verb and its particle: "backed off", "gave way".
fn ending(words: &Words, verb: usize) -> usize {
    let particle = (words.children_by(verb, &[Rel::CompoundPrt, Rel::Advmod, Rel::Obj]))
        .find(|&particle| particle == verb + 1 && words.children(particle).len() == 0);
    particle.map_or(verb + 1, |particle| particle + 1)
}
