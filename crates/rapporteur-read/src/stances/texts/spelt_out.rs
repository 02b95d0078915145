//! What was proposed, told in the words behind: "Merin put forward a scheme of its own. It would cap rents and fine owners",
//! "Merin floated a compromise of ten hours".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::things::{clause, noun_phrase};
use crate::stances::modality::force::Force;
use crate::stances::texts::documents::{authors, provided};
use crate::stances::{Claim, Scene, Target, is_claimed};

/// What a proposal would do to the world, and not what it provides.
const EFFECTS: &[&str] = &[
    "be",
    "cost",
    "help",
    "mean",
    "take",
    "save",
    "need",
    "seem",
    "appear",
    "hurt",
    "harm",
    "hit",
    "threaten",
    "risk",
    "affect",
    "benefit",
    "boost",
    "like",
    "prefer",
    "love",
    "destroy",
    "ruin",
    "cripple",
    "cause",
    "lead",
    "bring",
    "make",
    "solve",
    "damage",
    "undermine",
    "become",
    "happen",
    "do",
    "endanger",
    "prove",
    "look",
    "sound",
    "require",
    "say",
    "see",
    "know",
    "drive",
    "spell",
];

/// Whether a verb tells what a proposal would do to the world.
pub(in crate::stances) fn is_effect(lemma: &str) -> bool {
    EFFECTS.contains(&lemma)
}

/// Nouns of compromises, whose content an of-phrase with a number tells.
const BRIDGES: &[&str] = &[
    "compromise",
    "package",
    "deal",
    "settlement",
    "solution",
    "figure",
];

/// Reads the sentences behind proposals.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut more = Vec::new();
    for range in &words.syntax.sentences.0 {
        for verb in range.clone().filter(|&word| words.is_verb(word)) {
            bridge(scene, verb, claims, &mut more);
            on_a_thing(scene, verb, claims, &mut more);
        }
        let Some(subject) = range
            .clone()
            .next()
            .filter(|&word| words.lower(word) == "it")
        else {
            continue;
        };
        let Some(verb) = words
            .head(subject)
            .filter(|&verb| words.rel(subject) == Rel::Nsubj && words.is_verb(verb))
        else {
            continue;
        };
        let Some(held) = proposed_before(scene, subject, claims) else {
            continue;
        };
        let all =
            std::iter::once(verb).chain(words.children_by(verb, &[Rel::Conj]).filter(|&at| {
                words.is_verb(at) && words.child(at, &[Rel::Nsubj, Rel::Aux]).is_none()
            }));
        for deed in all.collect::<Vec<usize>>() {
            provides(scene, verb, deed, &held, claims, &mut more);
        }
    }
    claims.extend(more);
}

/// Whose proposal the sentence before brought: a text, or a deed.
fn proposed_before(scene: &Scene, start: usize, claims: &[Claim]) -> Option<Vec<Holder>> {
    let words = scene.words;
    let before = start.checked_sub(1)?;
    let block = |word: usize| scene.blocks.at(words.span(word..word + 1).start);
    if block(before) != block(start) {
        return None;
    }
    let range = words.sentence(words.sentence_of(before));
    let root = range.clone().find(|&word| words.head(word).is_none())?;
    // "put forward a scheme of its own", whose noun may stand behind "forward".
    let text = range.clone().find(|&word| {
        words.rel(word) == Rel::Obj
            && words.head(word) == Some(root)
            && scene.proposals.at(word).is_some()
            && (words.children_by(word, &[Rel::Det]))
                .any(|det| matches!(words.lower(det), "a" | "an" | "another"))
    });
    let of_text = text
        .and_then(|text| scene.proposals.at(text))
        .map(|text| authors(scene, &[text]));
    of_text.filter(|held| !held.is_empty()).or_else(|| {
        let claim = claims.iter().find(|claim| {
            claim.stance == Stance::Proposes && claim.trigger == root && claim.rule == "propose"
        })?;
        Some(claim.holders.clone())
    })
}

/// One deed of the proposal: "cap rents".
fn provides(
    scene: &Scene,
    first: usize,
    deed: usize,
    held: &[Holder],
    claims: &[Claim],
    more: &mut Vec<Claim>,
) {
    let words = scene.words;
    let force = Force::of(words, first);
    let would = matches!(force.modal.as_deref(), Some("would" | "will"));
    let plain = !(force.negated || force.never || force.no_longer || force.hypothetical);
    if !would
        || !plain
        || words.negation(deed).is_some()
        || words.is_passive(first)
        || words.child(deed, &[Rel::Obj]).is_none()
        || EFFECTS.contains(&words.lemma(deed))
        || scene.speaker(first).is_some()
        || is_claimed(scene, claims, deed)
    {
        return;
    }
    let Some((head, phrase)) = provided(scene, deed, true) else {
        return;
    };
    // "cap rents, and fine owners": each by itself.
    let next = words
        .children_by(deed, &[Rel::Conj])
        .filter(|&at| words.is_verb(at))
        .map(|at| words.subtree(at).start.min(at))
        .min();
    let end = next.map_or(phrase.end, |next| phrase.end.min(next));
    let phrase = words.trim(phrase.start.max(deed)..end);
    if phrase.is_empty() {
        return;
    }
    more.push(Claim::plain(
        "spelt-out",
        Stance::Proposes,
        held.to_vec(),
        deed,
        Target::Phrase(head, phrase.clone()),
        phrase,
    ));
}

/// "answered with a counter-proposal under which boats would pay by weight": the text that is the answer.
fn answers_with(scene: &Scene, verb: usize) -> Option<usize> {
    let words = scene.words;
    let answers = matches!(
        words.lemma(verb),
        "answer" | "respond" | "reply" | "counter" | "return" | "come"
    );
    (words.with_case(verb, &["with"])).find(|&text| {
        answers
            && text > verb
            && (scene.proposals.at(text).is_some() || BRIDGES.contains(&words.lemma(text)))
    })
}

/// Nouns that only name what is talked of: "a paper on the matter".
const MATTERS: &[&str] = &[
    "matter",
    "issue",
    "subject",
    "topic",
    "question",
    "point",
    "problem",
    "situation",
    "crisis",
    "dispute",
    "talk",
    "progress",
    "history",
    "state",
    "way",
    "behalf",
];

/// "introduced a paper on data exchange", "tabled a proposal on a joint court": what a text of one's own is on.
fn on_a_thing(scene: &Scene, verb: usize, claims: &[Claim], more: &mut Vec<Claim>) {
    let words = scene.words;
    let brings = matches!(
        words.lemma(verb),
        "introduce" | "table" | "submit" | "present" | "circulate" | "propose" | "tender"
    );
    let Some(text) = words.child(verb, &[Rel::Obj]).filter(|&text| {
        brings
            && text > verb
            && !words.is_passive(verb)
            && matches!(
                words.lemma(text),
                "paper"
                    | "proposal"
                    | "amendment"
                    | "non-paper"
                    | "draft"
                    | "resolution"
                    | "motion"
            )
            && (words.child(text, &[Rel::Det]))
                .is_some_and(|a| matches!(words.lower(a), "a" | "an" | "another"))
    }) else {
        return;
    };
    let force = Force::of(words, verb);
    let told = claims.iter().any(|claim| {
        words.subtree(text).contains(&claim.trigger)
            || claim.trigger == verb && matches!(claim.on, Target::Phrase(head, _) if head != text)
    });
    if told || force.negated || force.hypothetical || force.is_modal() {
        return;
    }
    // "a paper | on joint patrols", hung on the verb
    let behind =
        (words.with_case(verb, &["on"])).filter(|&thing| words.subtree(thing).start == text + 1);
    let Some(thing) = words.with_case(text, &["on"]).chain(behind).find(|&thing| {
        thing > text
            && words.upos(thing) == Upos::Noun
            && !MATTERS.contains(&words.lemma(thing))
            && scene.dates.at(thing).is_none()
            && !(words.children_by(thing, &[Rel::Det]))
                .any(|the| matches!(words.lower(the), "the" | "this" | "that"))
    }) else {
        return;
    };
    let held = crate::stances::arguments::holders::subject_holders(scene, verb);
    let phrase = noun_phrase(scene, thing);
    if held.is_empty() || phrase.is_empty() {
        return;
    }
    let start = (words.child(verb, &[Rel::Nsubj]))
        .map_or(verb, |subject| words.subtree(subject).start.min(verb));
    more.push(Claim::plain(
        "bridge",
        Stance::Proposes,
        held,
        verb,
        Target::Phrase(thing, phrase.clone()),
        words.trim(start..phrase.end),
    ));
}

/// "floated a compromise of ten hours", "proposed a compromise under which clubs could sell 12 games": what it consists of.
fn bridge(scene: &Scene, verb: usize, claims: &[Claim], more: &mut Vec<Claim>) {
    let words = scene.words;
    let brings = matches!(
        words.lemma(verb),
        "propose" | "float" | "suggest" | "offer" | "present" | "table" | "submit" | "moot"
    );
    let object = words.child(verb, &[Rel::Obj]).filter(|&text| {
        brings && text > verb && BRIDGES.contains(&words.lemma(text)) && !words.is_passive(verb)
    });
    let Some(text) = object.or_else(|| answers_with(scene, verb)) else {
        return;
    };
    let force = Force::of(words, verb);
    let content = claims
        .iter()
        .any(|claim| claim.trigger == verb && matches!(claim.on, Target::Phrase(..)));
    if force.negated || force.hypothetical || force.is_modal() || content {
        return;
    }
    let held = crate::stances::arguments::holders::subject_holders(scene, verb);
    let amount = words.with_case(text, &["of"]).find(|&of| {
        words.rel(of) == Rel::Nmod
            && (words.upos(of) == Upos::Num || words.child(of, &[Rel::Nummod]).is_some())
    });
    let under = words
        .children_by(text, &[Rel::AclRelcl, Rel::Acl])
        .find(|&clause| {
            let from = words.subtree(clause).start;
            matches!(words.lower(from), "under" | "by" | "in") && words.lower(from + 1) == "which"
        })
        .map(|at| {
            let whole = clause(scene, at);
            (
                at,
                (words.subtree(at).start + 2).max(whole.start)..whole.end,
            )
        });
    let on = (amount.map(|of| (of, noun_phrase(scene, of)))).or(under);
    let Some((head, phrase)) = on.filter(|(_, phrase)| !held.is_empty() && !phrase.is_empty())
    else {
        return;
    };
    more.push(Claim {
        outlet: false,
        ..Claim::plain(
            "bridge",
            Stance::Proposes,
            held,
            verb,
            Target::Phrase(head, phrase.clone()),
            words.trim(verb..phrase.end),
        )
    });
}
