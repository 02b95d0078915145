//! Things told after a colon: "A Sundish paper tries to bridge the gap: joint patrols, a customs house run by neither side,
//! and a hotline." "It held out one sweetener: new ovens for every bakery."

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, subject_holders};
use crate::stances::constructions::wish_lists::announced_by;
use crate::stances::{Claim, Premise, PremiseKind, Scene, Target};

/// Nouns that only count or announce what comes after the colon.
const ANNOUNCERS: &[&str] = &[
    "thing",
    "point",
    "demand",
    "condition",
    "step",
    "term",
    "measure",
    "concession",
    "carrot",
    "sweetener",
    "item",
    "request",
    "wish",
    "priority",
    "requirement",
    "ask",
    "goal",
    "aim",
    "idea",
    "suggestion",
    "offer",
    "bait",
    "gesture",
    "promise",
    "compromise",
    "proposal",
    "change",
    "element",
    "part",
    "guarantee",
    "assurance",
    "front",
    "count",
    "score",
    "issue",
    "respect",
    "area",
    "question",
    "matter",
    "subject",
    "novelty",
    "addition",
    "trump",
    "bonus",
];

/// Reads every colon that stands in a sentence with a text or an announced thing before it.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let colons: Vec<usize> = (1..words.len().saturating_sub(1))
        .filter(|&at| words.form(at) == ":" && !scene.is_void(at))
        .collect();
    for colon in colons {
        let sentence = words.sentence(words.sentence_of(colon));
        if colon == sentence.start || colon + 1 >= sentence.end {
            continue;
        }
        let premise = premise(scene, colon + 1..sentence.end);
        let end = premise
            .as_ref()
            .map_or(sentence.end, |premise| premise.whole.start);
        let items = items(scene, colon + 1..end);
        in_parts(scene, sentence.clone(), colon, claims);
        if items.is_empty()
            || items
                .iter()
                .flat_map(Clone::clone)
                .any(|at| finite(scene, at))
        {
            continue;
        }
        if !announced(scene, colon, &items, premise, claims) {
            by_text(scene, sentence.start..colon, &items, claims);
        }
    }
}

/// "held out one sweetener: …": the stance toward the announced thing is one toward each of what follows.
fn announced(
    scene: &Scene,
    colon: usize,
    items: &[Range<usize>],
    premise: Option<Premise>,
    claims: &mut Vec<Claim>,
) -> bool {
    let words = scene.words;
    let mut more = Vec::new();
    claims.retain(|claim| {
        let Target::Phrase(head, phrase) = &claim.on else {
            return true;
        };
        let announces = ANNOUNCERS.contains(&words.lemma(*head))
            && *head < colon
            && words.sentence_of(*head) == words.sentence_of(colon)
            && (*head + 1..colon).all(|at| words.upos(at) != Upos::Noun && !words.is_verb(at))
            && claim.via.is_none()
            && phrase.start < colon;
        if announces {
            more.extend(items.iter().map(|item| {
                Claim {
                    on: Target::Phrase(head_of(scene, item), item.clone()),
                    evidence: claim.evidence.start.min(item.start)
                        ..premise
                            .as_ref()
                            .map_or(item.end, |premise| premise.whole.end),
                    premise: premise.clone().or_else(|| claim.premise.clone()),
                    ..claim.clone()
                }
            }));
        }
        !announces
    });
    if more.is_empty() {
        more = by_holder(scene, colon, items, premise.as_ref());
    }
    if more.is_empty() {
        more = laid_out(scene, colon, items, premise.as_ref(), claims);
    }
    let found = !more.is_empty();
    claims.extend(more);
    found
}

/// "came with three demands: …": the announced thing itself tells the stance.
fn by_holder(
    scene: &Scene,
    colon: usize,
    items: &[Range<usize>],
    premise: Option<&Premise>,
) -> Vec<Claim> {
    let words = scene.words;
    let noun = (colon.saturating_sub(4)..colon)
        .rev()
        .find(|&at| words.upos(at) == Upos::Noun);
    let Some((noun, (stance, held))) =
        noun.and_then(|noun| Some((noun, announced_by(scene, noun)?)))
    else {
        return Vec::new();
    };
    let start = words.head(noun).map_or(noun, |verb| verb.min(noun));
    (items.iter())
        .map(|item| {
            let mut claim = Claim::plain(
                "announced",
                stance,
                held.clone(),
                noun,
                scene.toward(head_of(scene, item), item.clone()),
                words.trim(start..item.end),
            );
            claim.premise = premise.cloned();
            claim.outlet = scene.speaker(noun).is_none();
            claim
        })
        .collect()
}

/// Nouns of what is laid before others in several parts.
const LAID_OUT: &[&str] = &[
    "schedule",
    "timetable",
    "calendar",
    "roadmap",
    "plan",
    "package",
    "formula",
    "version",
    "variant",
    "scheme",
    "blueprint",
    "sequence",
    "ladder",
    "scale",
    "model",
    "menu",
    "design",
    "arrangement",
    "swap",
    "trade",
    "deal",
    "proposal",
    "compromise",
    "idea",
    "offer",
    "alternative",
    "solution",
    "path",
    "text",
    "draft",
    "counter-offer",
    "counteroffer",
    "counter-proposal",
    "counterproposal",
    "counter-draft",
    "counter-plan",
    "amendment",
    "motion",
    "bill",
    "suggestion",
];

/// "put forward a staged schedule: women first, then conscripts": what whoever lays it out proposes.
fn laid_out(
    scene: &Scene,
    colon: usize,
    items: &[Range<usize>],
    premise: Option<&Premise>,
    claims: &[Claim],
) -> Vec<Claim> {
    let words = scene.words;
    let start = words.sentence(words.sentence_of(colon)).start;
    let noun = (start..colon)
        .rev()
        .filter(|&at| words.upos(at) == Upos::Noun)
        // "put a new offer on the table: …"
        .find(|&at| !(words.lower(at) == "table" && words.lower(at.saturating_sub(2)) == "on"));
    let Some(noun) = noun.filter(|&noun| {
        LAID_OUT.contains(&words.lemma(noun))
            && (noun + 1..colon)
                .all(|at| matches!(words.upos(at), Upos::Adv | Upos::Num | Upos::Punct))
            || (words.lower(noun + 1) == "on" && words.lower(noun + 3) == "table")
                && noun + 4 == colon
    }) else {
        return Vec::new();
    };
    let lays = |verb: usize| {
        let lemma = words.phrasal(verb);
        (scene.lexicon.stances.of(StanceWord::Verb, &lemma))
            .any(|frame| matches!(frame.stance, Stance::Proposes | Stance::Offers))
            || words.lemma(verb) == "put" && words.lower(colon - 1) == "table"
            || matches!(
                words.lemma(verb),
                "come" | "counter" | "respond" | "answer" | "reply" | "return"
            ) && matches!(
                words.lower(noun),
                "version"
                    | "variant"
                    | "plan"
                    | "offer"
                    | "proposal"
                    | "idea"
                    | "alternative"
                    | "counter-offer"
                    | "counteroffer"
                    | "counter-proposal"
                    | "counterproposal"
                    | "counter-draft"
                    | "counter-plan"
            )
    };
    let verb = (words.ancestors(noun).take(3)).find(|&verb| words.is_verb(verb) && verb < noun);
    let Some(verb) = verb.filter(|&verb| lays(verb) && words.negation(verb).is_none()) else {
        return Vec::new();
    };
    let held = subject_holders(scene, verb);
    let told = (claims.iter())
        .any(|claim| claim.trigger > colon && claim.trigger < items[items.len() - 1].end);
    if held.is_empty() || told {
        return Vec::new();
    }
    let first = words
        .child(verb, &[rapporteur_syntax::Rel::Nsubj])
        .map_or(verb, |subject| words.subtree(subject).start.min(verb));
    (items.iter())
        .map(|item| {
            let mut claim = Claim::plain(
                "laid-out",
                Stance::Proposes,
                held.clone(),
                verb,
                Target::Phrase(head_of(scene, item), item.clone()),
                words.trim(first..item.end),
            );
            claim.premise = premise.cloned();
            claim
        })
        .collect()
}

/// What a text says after a colon is its author's proposal. Two things at least: one may be a gloss.
fn by_text(scene: &Scene, before: Range<usize>, items: &[Range<usize>], claims: &mut Vec<Claim>) {
    let words = scene.words;
    let Some(text) = before
        .clone()
        .find(|&at| words.upos(at) == Upos::Noun)
        .and_then(|noun| scene.proposals.at(noun))
    else {
        return;
    };
    let taken = claims.iter().any(|claim| {
        matches!(&claim.on, Target::Phrase(_, phrase) if phrase.start >= items[0].start
            && phrase.end <= items[items.len() - 1].end)
    });
    if items.len() < 2 || taken {
        return;
    }
    let holders: Vec<Holder> = scene.proposals.all[text]
        .authors
        .iter()
        .filter_map(|&author| Holder::of(scene, author))
        .collect();
    claims.extend(items.iter().map(|item| Claim {
        stance: Stance::Proposes,
        holders: holders.clone(),
        trigger: head_of(scene, item),
        rule: "text-provides".into(),
        on: Target::Phrase(head_of(scene, item), item.clone()),
        premise: None,
        reason: None,
        outlet: false,
        evidence: item.clone(),
        via: None,
    }));
}

/// "Orveth's proposal has three parts: the fee is halved and the board gets a new chair": clauses that a text consists of.
fn in_parts(scene: &Scene, sentence: Range<usize>, colon: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let rest = words.trim(colon + 1..sentence.end);
    let parts = matches!(
        words.lemma(colon - 1),
        "part"
            | "element"
            | "step"
            | "stage"
            | "phase"
            | "pillar"
            | "component"
            | "simple"
            | "straightforward"
            | "clear"
            | "this"
            | "follow"
    );
    let text = (sentence.start..colon)
        .find(|&at| words.rel(at) == Rel::Nsubj)
        .and_then(|subject| scene.proposals.at(subject));
    let Some(text) = text.filter(|_| parts && rest.clone().any(|at| finite(scene, at))) else {
        return;
    };
    let held = crate::stances::texts::documents::authors(scene, &[text]);
    let told = (claims.iter()).any(|claim| {
        rest.contains(&claim.trigger)
            || matches!(&claim.on, Target::Phrase(_, phrase) if phrase.end > colon && phrase.start < rest.end)
    });
    if held.is_empty() || told {
        return;
    }
    let head = words.top(rest.clone()).unwrap_or(rest.start);
    claims.push(Claim::plain(
        "text-provides",
        Stance::Proposes,
        held,
        head,
        Target::Phrase(head, rest.clone()),
        words.trim(sentence.start..rest.end),
    ));
}

/// "…, should the union sign for three years", "…, if it signs": on what all of it hangs.
fn premise(scene: &Scene, range: Range<usize>) -> Option<Premise> {
    let words = scene.words;
    let comma = range.clone().find(|&at| {
        words.form(at) == ","
            && at + 2 < range.end
            && matches!(
                words.lemma(at + 1),
                "should" | "if" | "provided" | "once" | "were" | "had"
            )
    })?;
    let whole = words.trim(comma + 1..range.end);
    let inner = words.trim(whole.start + 1..whole.end);
    let head = inner.clone().find(|&at| words.is_verb(at))?;
    Some(Premise {
        kind: PremiseKind::If,
        words: inner,
        head,
        whole,
    })
}

/// The noun phrases parted by commas or semicolons, each from its beginning to the next.
pub(in crate::stances) fn items(scene: &Scene, range: Range<usize>) -> Vec<Range<usize>> {
    let words = scene.words;
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        let parts = matches!(words.form(at), "," | ";");
        let last = at + 1 == range.end;
        if !parts && !last {
            continue;
        }
        let end = if parts { at } else { at + 1 };
        let mut piece = words.trim(start..end);
        let joined = piece.start < piece.end && matches!(words.lemma(piece.start), "and" | "or");
        if joined {
            piece.start += 1;
        }
        let whole = !piece.is_empty() && begins_thing(scene, piece.start);
        match items.last_mut() {
            // "run by nobody": belongs to what comes before.
            Some(before) if !whole => before.end = piece.end.max(before.end),
            None if !whole => return Vec::new(),
            _ => items.push(piece),
        }
        start = at + 1;
    }
    // "a hotline and the return of two boats": the last two, without a comma between.
    if items.len() > 1
        && let Some(last) = items.last().cloned()
        && let Some(and) = (last.start + 1..last.end.saturating_sub(1)).find(|&at| {
            words.lower(at) == "and"
                && (matches!(words.upos(at + 1), Upos::Det | Upos::Num)
                    || words.xpos(at + 1) == Xpos::Vbg)
        })
    {
        items.pop();
        items.extend([last.start..and, and + 1..last.end]);
    }
    items
        .into_iter()
        .map(|item| words.trim(item))
        .filter(|item| !item.is_empty())
        .collect()
}

/// "was against: the harbour needs repairs": what comes behind the colon is why; the stance is toward what another party
/// put forward last, if that was just before.
pub fn why_behind(scene: &Scene, claims: &mut [Claim]) {
    let words = scene.words;
    for index in 0..claims.len() {
        let claim = &claims[index];
        let Target::Phrase(_, ref phrase) = claim.on else {
            continue;
        };
        if !matches!(claim.stance, Stance::Opposes | Stance::Supports)
            || phrase.start < 2
            || words.form(phrase.start - 1) != ":"
            || !matches!(
                words.lower(phrase.start - 2),
                "against" | "opposed" | "favour" | "favor"
            )
            || !phrase.clone().any(|at| words.is_verb(at))
        {
            continue;
        }
        let before = (claims.iter()).rfind(|other| {
            matches!(
                other.stance,
                Stance::Demands | Stance::Proposes | Stance::Offers
            ) && other.trigger < claim.trigger
                && words.sentence_of(other.trigger) + 2 >= words.sentence_of(claim.trigger)
                && !other.shares_party(&claim.holders)
        });
        let on = before.map_or(Target::Nothing, |before| before.on.clone());
        let evidence = claim.evidence.start..phrase.start - 1;
        claims[index].on = on;
        claims[index].evidence = evidence;
    }
}

/// Whether a noun phrase or a gerund begins here.
pub(in crate::stances) fn begins_thing(scene: &Scene, at: usize) -> bool {
    let words = scene.words;
    matches!(
        words.upos(at),
        Upos::Det | Upos::Adj | Upos::Noun | Upos::Num | Upos::Propn
    ) && !matches!(
        words.lemma(at),
        "which" | "that" | "who" | "all" | "both" | "each"
    ) || words.xpos(at) == Xpos::Vbg
}

/// A verb of a clause of its own; participles and infinitives are none.
pub(in crate::stances) fn finite(scene: &Scene, at: usize) -> bool {
    let words = scene.words;
    matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
        && !words
            .ancestors(at)
            .any(|above| matches!(words.lemma(above), "which" | "that" | "who"))
        && words.child(at, &[rapporteur_syntax::Rel::Nsubj]).is_some()
        && !matches!(
            words.rel(at),
            rapporteur_syntax::Rel::AclRelcl | rapporteur_syntax::Rel::Advcl
        )
}

pub(in crate::stances) fn head_of(scene: &Scene, item: &Range<usize>) -> usize {
    let words = scene.words;
    item.clone()
        .find(|&at| {
            words.head(at).is_none_or(|head| !item.contains(&head))
                && matches!(words.upos(at), Upos::Noun | Upos::Propn | Upos::Verb)
        })
        .unwrap_or(item.end - 1)
}
