//! What is done on the floor of a chamber or a conference: who stands with or against a proposal in passing ("with Brod
//! supporting and Merin opposed"), whose votes carried it, and what an amendment or a motion would do.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::stances::lists::own_things::{own_thing, toward_own};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Reads every sentence.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        if range.is_empty() || scene.is_void(range.start) {
            continue;
        }
        for at in range.clone() {
            amendment(scene, &range, at, claims);
            motion(scene, at, claims);
        }
        absolute(scene, &range, claims);
        votes(scene, &range, claims);
        voted(scene, &range, claims);
    }
}

/// How somebody stands by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// As this.
    Is(Stance),
    /// As whoever spoke before.
    Same,
    /// Nothing is told of it.
    None,
}

/// Words of those who stand by: "supporting", "opposed", "in favour", "against".
fn side(words: &Words, at: usize) -> Option<Side> {
    Some(match words.lower(at) {
        "supporting" | "backing" | "favouring" | "favoring" | "endorsing" | "seconding"
        | "supportive" => Side::Is(Stance::Supports),
        "favour" | "favor" | "support" if at > 0 && words.lower(at - 1) == "in" => {
            Side::Is(Stance::Supports)
        }
        "opposing" | "objecting" | "resisting" | "dissenting" | "disagreeing" | "opposed"
        | "against" | "demurring" | "protesting" => Side::Is(Stance::Opposes),
        "cautioning" | "questioning" | "querying" | "hesitant" | "sceptical" | "skeptical"
        | "unconvinced" => Side::Is(Stance::Concerned),
        "flexible" | "open" => Side::Is(Stance::Open),
        "agreeing" | "concurring" => Side::Same,
        "abstaining" | "reserving" | "silent" | "absent" | "divided" | "undecided" | "split" => {
            Side::None
        }
        _ => return None,
    })
}

/// How somebody stands by, and toward what where it is something of their own.
struct Stander {
    side: Side,
    held: Vec<Holder>,
    evidence: Range<usize>,
    own: Option<Range<usize>>,
}

/// Those who stand by, one after the other.
type Sides = Vec<Stander>;

/// The sides told in a stretch, and the last word that tells one.
fn sides(scene: &Scene, range: Range<usize>) -> (Sides, usize) {
    let words = scene.words;
    let mut found = Vec::new();
    let mut held: Vec<Holder> = Vec::new();
    let (mut start, mut last, mut past) = (None, range.start, range.start);
    for at in range.clone() {
        if at < past {
            continue;
        }
        if scene.entities.actor(at).is_some() {
            start.get_or_insert(at);
            for holder in held_at(scene, at) {
                if !held.contains(&holder) {
                    held.push(holder);
                }
            }
            continue;
        }
        let told =
            side(words, at).or_else(|| toward_own(words, at).map(|(stance, _)| Side::Is(stance)));
        if let Some(side) = told {
            let own = toward_own(words, at)
                .and_then(|(stance, from)| Some((stance, own_thing(scene, from, range.end)?)));
            // "reserving its position": none, with as good as nothing behind it.
            let reserves = words.lower(at) == "reserving" && words.lemma(at + 2) == "position";
            let end = if reserves { at + 3 } else { at + 1 };
            let closed = end >= range.end
                || matches!(words.form(end), "," | "." | ";" | ":")
                || matches!(words.lower(end), "and" | "but" | "while");
            if side != Side::None && (closed || own.is_some()) && !held.is_empty() {
                let own = own.filter(|_| !closed);
                let stop = own.as_ref().map_or(end, |(_, thing)| thing.end);
                found.push(Stander {
                    side: own.as_ref().map_or(side, |&(stance, _)| Side::Is(stance)),
                    held: std::mem::take(&mut held),
                    evidence: start.unwrap_or(at)..stop,
                    own: own.map(|(_, thing)| thing),
                });
                past = stop;
            }
            if reserves {
                past = end;
            }
            held.clear();
            start = None;
            last = at.max(past.saturating_sub(1));
            continue;
        }
        let passes = matches!(
            words.upos(at),
            Upos::Cconj | Upos::Det | Upos::Punct | Upos::Adv | Upos::Propn
        ) || matches!(
            words.lower(at),
            "in" | "both" | "also" | "all" | "others" | "among" | "voting" | "speaking" | "being"
        );
        if !passes {
            break;
        }
    }
    (found, last)
}

/// "A proposed a levy, with B supporting and C and D opposed", "A was for it and B against": each stands toward what A put
/// forward.
fn absolute(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut done = sentence.start;
    for with in sentence.clone().skip(1) {
        let absolute = words.lower(with) == "with" && words.form(with - 1) == ",";
        let joined = matches!(words.lower(with), "and" | "but" | "while" | "whereas")
            && with + 2 < sentence.end
            && (scene.entities.actor(with + 1).is_some() || words.lower(with + 1) == "the");
        if !absolute && !joined || with < done {
            continue;
        }
        let end = (with + 1..sentence.end)
            .find(|&at| matches!(words.form(at), ";" | "." | ":" | "(" | "\""))
            .unwrap_or(sentence.end);
        let (found, last) = sides(scene, with + 1..end);
        // Without "with", the word must be no verb: "and B opposed it" is a clause.
        let bare = |evidence: &Range<usize>| {
            let word = evidence.end - 1;
            matches!(words.lower(word), "against" | "favour" | "favor")
                && (evidence.start..word)
                    .all(|at| !matches!(words.upos(at), Upos::Aux | Upos::Verb))
        };
        if found.is_empty() || joined && !found.iter().all(|one| bare(&one.evidence)) {
            continue;
        }
        let on = before(scene, claims, sentence, with).or_else(|| {
            absolute
                .then(|| {
                    behind(scene, sentence, with, last, claims)
                        .or_else(|| debated(scene, sentence, with))
                })
                .flatten()
        });
        done = last;
        for stander in found {
            let (held, evidence) = (stander.held, stander.evidence);
            let own = stander
                .own
                .and_then(|thing| Some(scene.toward(words.top(thing.clone())?, thing)));
            let stance = match (stander.side, &on) {
                (Side::Is(stance), _) => stance,
                (Side::Same, Some((_, Stance::Proposes))) => Stance::Supports,
                (_, Some((_, stance))) => *stance,
                (_, None) => continue,
            };
            let Some(on) = own.or_else(|| on.as_ref().map(|(on, _)| on.clone())) else {
                continue;
            };
            // Whatever the tree made of the participle is this.
            claims.retain(|claim| {
                let inside = match &claim.on {
                    Target::Phrase(_, phrase) => absolute && evidence.contains(&phrase.start),
                    _ => false,
                };
                let same = claim.holders.iter().any(|one| held.contains(one));
                claim.rule == "absolute"
                    || !(inside || evidence.contains(&claim.trigger) && (same || absolute))
            });
            let trigger = evidence.end - 1;
            claims.push(Claim::plain(
                "absolute", stance, held, trigger, on, evidence,
            ));
        }
        cut(claims, sentence, with);
    }
}

/// "Delegates debated a fee, with A opposing": what was talked about, by whomever.
fn debated(scene: &Scene, sentence: &Range<usize>, with: usize) -> Option<(Target, Stance)> {
    let words = scene.words;
    let verb = (sentence.start..with).find(|&at| {
        words.is_verb(at)
            && matches!(
                words.lemma(at),
                "debate"
                    | "discuss"
                    | "consider"
                    | "address"
                    | "examine"
                    | "negotiate"
                    | "tackle"
                    | "revisit"
                    | "review"
                    | "exchange"
                    | "divide"
                    | "differ"
                    | "clash"
            )
    })?;
    let head = (words.object(verb))
        .or_else(|| words.child(verb, &[Rel::NsubjPass]))
        .or_else(|| words.with_case(verb, &["on", "over", "about"]).next())
        .filter(|&head| matches!(words.upos(head), Upos::Noun | Upos::Propn))?;
    let start = noun_phrase(scene, head).start;
    Some((scene.toward(head, words.trim(start..with)), Stance::Open))
}

/// What stands behind is no part of the thing.
fn cut(claims: &mut [Claim], sentence: &Range<usize>, with: usize) {
    for claim in claims
        .iter_mut()
        .filter(|claim| sentence.contains(&claim.trigger))
    {
        if let Target::Phrase(head, phrase) = &mut claim.on
            && *head < with
            && phrase.start + 1 < with
            && phrase.contains(&with)
        {
            phrase.end = with - 1;
            let end = claim.evidence.end;
            claim.evidence.end = end.min((with - 1).max(claim.evidence.start + 1));
        }
    }
}

/// The holder that one word names, whatever it is coordinated with.
fn held_at(scene: &Scene, at: usize) -> Vec<Holder> {
    let own = scene
        .entities
        .actor(at)
        .and_then(|actor| Holder::of(scene, actor));
    match own {
        Some(holder) => vec![holder],
        None => holders(scene, at),
    }
}

/// What was put forward before a word of a sentence; else what was said of a text that was put to the vote.
fn before(
    scene: &Scene,
    claims: &[Claim],
    sentence: &Range<usize>,
    with: usize,
) -> Option<(Target, Stance)> {
    let put = (claims.iter())
        .filter(|claim| sentence.contains(&claim.trigger) && claim.trigger < with)
        .filter(|claim| match &claim.on {
            Target::Phrase(head, _) => *head < with,
            Target::Proposal(_) => true,
            Target::Nothing => false,
        })
        .max_by_key(|claim| claim.trigger);
    put.map(|claim| (claim.on.clone(), claim.stance))
        .or_else(|| fate(scene, sentence, with).map(|on| (on, Stance::Supports)))
}

/// "A proposed, with B supporting, a levy": the thing behind, which A proposes.
fn behind(
    scene: &Scene,
    sentence: &Range<usize>,
    with: usize,
    last: usize,
    claims: &mut Vec<Claim>,
) -> Option<(Target, Stance)> {
    let words = scene.words;
    let verb = with
        .checked_sub(2)
        .filter(|&verb| verb >= sentence.start && words.is_verb(verb))?;
    let frame = (scene.lexicon.stances)
        .of(rapporteur_lexicon::StanceWord::Verb, words.lemma(verb))
        .next()?;
    let comma = (last + 1..sentence.end).find(|&at| words.form(at) == ",")?;
    let thing = words.trim(comma + 1..sentence.end);
    let head = words.top(thing.clone())?;
    let held = subject_holders(scene, verb);
    if held.is_empty() || thing.is_empty() {
        return None;
    }
    let on = scene.toward(head, thing.clone());
    // The tree may have hung the thing on whoever stands by.
    claims.retain(
        |claim| !matches!(&claim.on, Target::Phrase(_, phrase) if phrase.start == thing.start),
    );
    let evidence = words.trim(words.subtree(verb).start.min(verb)..thing.end);
    claims.push(Claim::plain(
        &frame.name,
        frame.stance,
        held,
        verb,
        on.clone(),
        evidence,
    ));
    Some((on, frame.stance))
}

/// Nouns of what is put to the vote.
const PUT: &[&str] = &[
    "amendment",
    "motion",
    "bill",
    "resolution",
    "proposal",
    "clause",
    "text",
    "budget",
    "article",
    "decision",
    "draft",
    "budget",
    "plan",
    "request",
    "levy",
    "ordinance",
    "by-law",
    "bylaw",
    "petition",
    "report",
    "statute",
    "treaty",
    "deal",
    "agreement",
    "compromise",
    "measure",
    "package",
    "reform",
    "law",
    "act",
];

/// Verbs of how a vote ends.
const FATES: &[&str] = &[
    "carry", "pass", "adopt", "approve", "defeat", "reject", "lose", "fall", "fail", "clear", "go",
    "vote", "agree", "win", "succeed", "read", "throw", "survive", "scrape", "squeak", "sail",
    "fell", "endorse", "ratify",
];

/// "The motion was carried": the text whose fate a sentence tells.
fn fate(scene: &Scene, sentence: &Range<usize>, end: usize) -> Option<Target> {
    let words = scene.words;
    let verb =
        (sentence.start..end).find(|&at| words.is_verb(at) && FATES.contains(&words.lemma(at)))?;
    let noun = (sentence.start..verb).find(|&at| PUT.contains(&words.lemma(at)))?;
    let mut phrase = noun_phrase(scene, noun);
    phrase.end = phrase.end.min(verb).max(noun + 1);
    Some(scene.toward(noun, words.trim(phrase)))
}

/// "It passed with the votes of A and B, against those of C": by whom a text was carried, and against whom.
fn votes(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(with) = sentence.clone().find(|&at| {
        at + 2 < sentence.end
            && matches!(words.lower(at), "with" | "on" | "by" | "thanks")
            && (at + 1..(at + 4).min(sentence.end)).any(|vote| {
                matches!(words.lower(vote), "votes" | "support" | "backing")
                    && words.lower((vote + 1).min(sentence.end - 1)) == "of"
            })
    }) else {
        return;
    };
    let Some(on) = fate(scene, sentence, with) else {
        return;
    };
    let mut stance = Stance::Supports;
    let mut held: Vec<Holder> = Vec::new();
    let mut start = with;
    let mut last = with;
    let mut found: Vec<(Stance, Vec<Holder>, Range<usize>)> = Vec::new();
    for at in with + 1..sentence.end {
        if words.lower(at) == "against" {
            found.push((stance, std::mem::take(&mut held), start..last + 1));
            (stance, start) = (Stance::Opposes, at);
        } else if matches!(
            words.lower(at),
            "abstaining" | "abstention" | "abstentions" | "while" | "after" | ";"
        ) {
            break;
        } else if scene.entities.actor(at).is_some() {
            last = at;
            for holder in held_at(scene, at) {
                if !held.contains(&holder) {
                    held.push(holder);
                }
            }
        }
    }
    found.push((stance, held, start..last + 1));
    for (stance, held, evidence) in found {
        if !held.is_empty() {
            claims.push(Claim::plain(
                "votes",
                stance,
                held,
                evidence.end - 1,
                on.clone(),
                evidence,
            ));
        }
    }
}

/// "The bill was read a second time; A voted against": on what the sentence tells the fate of.
fn voted(scene: &Scene, sentence: &Range<usize>, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for vote in sentence.clone() {
        if !words.is_verb(vote) || words.lemma(vote) != "vote" || vote + 1 >= sentence.end {
            continue;
        }
        let favour = || {
            matches!(
                words.lower((vote + 2).min(sentence.end - 1)),
                "favour" | "favor"
            )
        };
        let (stance, behind) = match words.lower(vote + 1) {
            "against" => (Stance::Opposes, vote + 2),
            "for" => (Stance::Supports, vote + 2),
            "in" if favour() => (Stance::Supports, vote + 3),
            _ => continue,
        };
        let closed =
            behind >= sentence.end || matches!(words.upos(behind), Upos::Punct | Upos::Cconj);
        let held = match words.child(vote, &[Rel::Nsubj]) {
            Some(subject) => holders(scene, subject),
            None => crate::stances::discourse::answers::before(scene, vote),
        };
        if !closed || held.is_empty() {
            continue;
        }
        let Some(on) = fate(scene, sentence, vote) else {
            continue;
        };
        claims.retain(|claim| claim.trigger != vote);
        let start = words
            .child(vote, &[Rel::Nsubj])
            .map_or(vote, |subject| words.subtree(subject).start.min(vote));
        let evidence = words.trim(start..behind);
        claims.push(Claim::plain("votes", stance, held, vote, on, evidence));
    }
}

/// Nouns of what a member lays before a chamber.
const LAID: &[&str] = &[
    "amendment",
    "motion",
    "resolution",
    "paper",
    "draft",
    "sub-amendment",
    "rider",
    "bill",
    "text",
    "proposal",
    "article",
    "clause",
    "paragraph",
    "submission",
    "document",
    "non-paper",
    "subamendment",
];

/// Verbs of laying it.
const LAYING: &[&str] = &[
    "move",
    "table",
    "introduce",
    "propose",
    "submit",
    "present",
    "put",
    "lay",
    "sponsor",
    "circulate",
    "bring",
    "file",
    "offer",
    "draft",
    "author",
    "second",
    "co-sponsor",
];

/// "Amendment 14, moved by A, which would cap rents, fell"; "A moved an amendment to cap rents, requiring ships to …": what
/// it would do is what whoever laid it proposes.
fn amendment(scene: &Scene, sentence: &Range<usize>, noun: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !LAID.contains(&words.lemma(noun)) || words.upos(noun) == Upos::Verb {
        return;
    }
    let Some((held, verb)) = laid(scene, noun) else {
        return;
    };
    let Some(deed) = provides(words, sentence, noun) else {
        return;
    };
    // To the stop, or to the comma before its fate.
    let end = (deed + 1..sentence.end)
        .find(|&at| {
            matches!(words.form(at), ";" | ".")
                || words.form(at) == ","
                    && (at + 1..(at + 4).min(sentence.end))
                        .any(|next| FATES.contains(&words.lemma(next)) || words.lemma(next) == "be")
        })
        .unwrap_or(sentence.end);
    let thing = words.trim(deed..end);
    // A purpose told as the noun's own, and what the tree read off the participle, are this.
    claims.retain(|claim| {
        let own = claim.trigger == deed
            && claim.holders.iter().all(|one| held.contains(one))
            && matches!(
                claim.stance,
                Stance::Demands | Stance::Proposes | Stance::Offers
            );
        !own
    });
    if claims.iter().any(|claim| {
        claim.holders.iter().any(|one| held.contains(one))
            && matches!(&claim.on, Target::Phrase(_, phrase) if phrase.start < thing.end && thing.start < phrase.end)
    }) {
        return;
    }
    let evidence = words.trim(noun.min(verb).min(thing.start)..thing.end);
    claims.push(Claim::plain(
        "amendment",
        Stance::Proposes,
        held,
        deed,
        Target::Phrase(deed, thing),
        evidence,
    ));
}

/// Who laid a text, and the verb that tells it.
fn laid(scene: &Scene, noun: usize) -> Option<(Vec<Holder>, usize)> {
    let words = scene.words;
    // "moved by A", "in the name of A", "A's amendment"
    for child in words.children(noun) {
        let laying = words.is_verb(child)
            && LAYING.contains(&words.lemma(child))
            && words.rel(child) == Rel::Acl;
        if laying && let Some(agent) = words.child(child, &[Rel::OblAgent, Rel::Obl]) {
            let held = holders(scene, agent);
            if !held.is_empty() {
                return Some((held, child));
            }
        }
    }
    // "Amendment 15 (Ms Sund)"
    let open = (noun + 1..(noun + 4).min(words.len())).find(|&at| words.form(at) == "(");
    if let Some(open) = open.filter(|&open| (noun + 1..open).all(|at| words.upos(at) == Upos::Num))
    {
        let close = (open + 1..(open + 8).min(words.len())).find(|&at| words.form(at) == ")")?;
        let mut held: Vec<Holder> = (open + 1..close)
            .filter_map(|at| scene.entities.actor(at))
            .filter_map(|actor| Holder::of(scene, actor))
            .collect();
        held.dedup();
        return (!held.is_empty()).then_some((held, noun));
    }
    let verb = words.head(noun).filter(|&verb| {
        words.is_verb(verb) && LAYING.contains(&words.lemma(verb)) && words.negation(verb).is_none()
    })?;
    let held = match words.rel(noun) {
        Rel::Obj => subject_holders(scene, verb),
        Rel::NsubjPass => words
            .child(verb, &[Rel::OblAgent])
            .map(|agent| holders(scene, agent))
            .unwrap_or_default(),
        _ => Vec::new(),
    };
    (!held.is_empty()).then_some((held, verb))
}

/// The verb of what a text would do: "to cap rents", "which would cap rents", "requiring ships to …".
fn provides(words: &Words, sentence: &Range<usize>, noun: usize) -> Option<usize> {
    let opens = |at: usize| -> Option<usize> {
        match words.lower(at) {
            "to" if words.upos(at) == Upos::Part => {
                (at + 1..(at + 3).min(sentence.end)).find(|&verb| words.is_verb(verb))
            }
            // "Amendment 7, tabled by A, would have required it"
            "would" if at > noun + 1 => (at + 1..(at + 4).min(sentence.end)).find(|&verb| {
                words.is_verb(verb)
                    && !matches!(words.lemma(verb), "have" | "be")
                    && words.child(verb, &[Rel::Nsubj]) == Some(noun)
            }),
            "which" | "that" => (at + 1..(at + 3).min(sentence.end))
                .find(|&modal| matches!(words.lower(modal), "would" | "will"))
                .and_then(|modal| {
                    (modal + 1..(modal + 4).min(sentence.end)).find(|&verb| {
                        words.is_verb(verb) && !matches!(words.lemma(verb), "have" | "be")
                    })
                }),
            _ if words.xpos(at) == Xpos::Vbg
                && matches!(
                    words.lemma(at),
                    "require"
                        | "allow"
                        | "cap"
                        | "ban"
                        | "limit"
                        | "call"
                        | "oblige"
                        | "set"
                        | "exempt"
                        | "provide"
                        | "raise"
                        | "lower"
                        | "cut"
                        | "extend"
                        | "abolish"
                        | "delete"
                        | "prohibit"
                        | "permit"
                        | "seek"
                        | "ask"
                        | "urge"
                        | "make"
                        | "give"
                        | "grant"
                        | "empower"
                        | "entitle"
                        | "introduce"
                        | "establish"
                        | "create"
                        | "scrap"
                        | "protect"
                        | "restrict"
                        | "bar"
                        | "enable"
                        | "compel"
                        | "guarantee"
                        | "increase"
                        | "reduce"
                        | "replace"
                        | "remove"
                        | "add"
                        | "insert"
                        | "strike"
                        | "phase"
                        | "end"
                        | "halve"
                        | "double"
                        | "keep"
                        | "ensure"
                        | "impose"
                        | "mandate"
                        | "demand"
                ) =>
            {
                Some(at)
            }
            _ => None,
        }
    };
    // "Amendment 14, moved by A, which would …": past the number and who laid it.
    let mut at = noun + 1;
    let limit = (noun + 14).min(sentence.end);
    while at < limit {
        if let Some(verb) = opens(at) {
            return Some(verb);
        }
        let passes = matches!(words.upos(at), Upos::Num | Upos::Propn | Upos::Det)
            || matches!(
                words.lower(at),
                "," | "by"
                    | "("
                    | ")"
                    | "no"
                    | "."
                    | "and"
                    | "in"
                    | "the"
                    | "name"
                    | "of"
                    | "co-sponsored"
            )
            || words.is_verb(at) && LAYING.contains(&words.lemma(at))
            || words.lower(at).ends_with("-sponsored");
        if !passes {
            return None;
        }
        at += 1;
    }
    None
}

/// "A moved to adjourn debate", "A moved to amend the listing": a motion, where there is a floor to move on.
fn motion(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if words.lemma(verb) != "move"
        || !words.is_verb(verb)
        || words.lower(verb + usize::from(verb + 1 < words.len())) != "to"
        || words
            .child(verb, &[Rel::Aux, Rel::AuxPass, Rel::Obj])
            .is_some()
    {
        return;
    }
    let end = words.sentence(words.sentence_of(verb)).end;
    let Some(deed) = (verb + 2..(verb + 4).min(end)).find(|&deed| words.is_verb(deed)) else {
        return;
    };
    let procedural = matches!(
        words.lemma(deed),
        "adjourn"
            | "amend"
            | "suspend"
            | "close"
            | "postpone"
            | "defer"
            | "delete"
            | "strike"
            | "insert"
            | "replace"
            | "refer"
            | "table"
            | "recommit"
            | "withdraw"
            | "proceed"
            | "reconsider"
            | "add"
            | "remove"
            | "extend"
    );
    // "Fiji, with Tonga as co-sponsor, moved to cut the catch"
    let sponsored = (words.sentence(words.sentence_of(verb)).start..verb)
        .any(|at| matches!(words.lemma(at), "co-sponsor" | "cosponsor" | "seconder"));
    let procedural = procedural || sponsored;
    let held = subject_holders(scene, verb);
    if !procedural || held.is_empty() || claims.iter().any(|claim| claim.trigger == verb) {
        return;
    }
    let thing = clause(scene, deed);
    let thing = words.trim(deed..thing.end.max(deed + 1));
    let start = words
        .subject(verb)
        .map_or(verb, |subject| words.subtree(subject).start.min(verb));
    let evidence = words.trim(start..thing.end);
    claims.push(Claim::plain(
        "motion",
        Stance::Proposes,
        held,
        verb,
        Target::Phrase(deed, thing),
        evidence,
    ));
}
