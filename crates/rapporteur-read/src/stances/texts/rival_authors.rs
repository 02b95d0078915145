//! The authors of texts laid side by side, told of in the place of their texts: "Norland would send them to a panel", "Belora has
//! kept the clause and made it five", "Norland caps it at nine", "Norland: two dollars a tonne", "to be raised by the owner
//! (Norland)".

use std::ops::Range;

use rapporteur_model::{BlockKind, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::proposals::is_part_of_text;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::texts::documents::{answered, is_changed, provided, texts_of};
use crate::stances::texts::texts_verbs::{Doing, doing, is_met};
use crate::stances::texts::under_texts::{bare, finite, segments};
use crate::stances::{Claim, Scene, Target, premise};

/// Verbs of deeds that are done outside of texts too.
const DEEDS: &[&str] = &[
    "pay",
    "deliver",
    "send",
    "take",
    "give",
    "have",
    "bring",
    "run",
    "open",
    "close",
    "end",
    "stop",
    "start",
    "begin",
    "arm",
    "withdraw",
    "hold",
    "return",
    "release",
    "supply",
    "deploy",
    "evacuate",
    "ship",
    "transport",
    "launch",
    "build",
    "form",
    "found",
    "appoint",
    "elect",
    "nominate",
    "fund",
    "finance",
    "protect",
    "secure",
    "pull",
    "move",
    "push",
    "turn",
    "say",
    "state",
    "call",
    "speak",
    "ask",
    "urge",
    "argue",
    "declare",
    "point",
    "read",
    "propose",
    "suggest",
    "offer",
    "insist",
    "demand",
    "recommend",
    "promise",
    "pledge",
    "expect",
    "halt",
    "shut",
    "seal",
    "share",
    "draw",
    "do",
    "get",
    "go",
    "recognise",
    "recognize",
    "acknowledge",
    "affirm",
    "confirm",
    "describe",
    "admit",
    "concede",
    "welcome",
    "refer",
    "accept",
    "reject",
    "refuse",
    "lift",
    "meet",
    "manage",
    "settle",
    "submit",
    "change",
    "advance",
    "free",
    "pardon",
    "charge",
    "order",
];

/// In a report that lays texts side by side, what the author of one would do, and what it has kept or struck of another: "Norland
/// would send them to a panel", "the Commission has kept that".
pub(in crate::stances) fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    tagged(scene, claims);
    for verb in 0..words.len() {
        if !words.is_verb(verb)
            || scene.is_void(verb)
            || scene.speaker(verb).is_some()
            || claims.iter().any(|claim| claim.trigger == verb)
        {
            continue;
        }
        let Some(subject) = words
            .child(verb, &[Rel::Nsubj])
            .or_else(|| shared_subject(scene, verb))
        else {
            continue;
        };
        if !texts_of(scene, subject).is_empty() || words.is_passive(verb) {
            continue;
        }
        let held: Vec<Holder> = (subject_holders(scene, verb).into_iter())
            .filter(|holder| wrote(scene, holder))
            .collect();
        if held.is_empty() {
            continue;
        }
        if let Some(claim) = would(scene, verb, subject, &held, claims)
            .or_else(|| redid(scene, verb, subject, &held, claims))
            .or_else(|| wrote_in(scene, verb, &held))
            .or_else(|| does(scene, verb, subject, &held, claims))
        {
            claims.push(claim);
        }
    }
}

fn shared_subject(scene: &Scene, verb: usize) -> Option<usize> {
    let words = scene.words;
    let first = words.head(verb).filter(|_| words.rel(verb) == Rel::Conj)?;
    words.child(first, &[Rel::Nsubj])
}

/// Whether a holder is an author of one of the texts.
fn wrote(scene: &Scene, holder: &Holder) -> bool {
    (scene.proposals.all.iter()).any(|text| {
        !text.is_list
            && (text.authors.iter()).any(|&author| author == holder.actor || author == holder.party)
    }) || (scene.proposals.announced.iter()).any(|&texts| {
        // "Norland and Belora have exchanged drafts"
        let words = scene.words;
        (words.sentence(words.sentence_of(texts)).start..texts)
            .filter_map(|at| scene.entities.actor(at))
            .any(|actor| scene.entities.party(actor) == Some(holder.party))
    })
}

/// "Belora struck the clause and wrote in a joint court": what an author has put into a text.
fn wrote_in(scene: &Scene, verb: usize, held: &[Holder]) -> Option<Claim> {
    let words = scene.words;
    if !Force::of(words, verb).is_fact() {
        return None;
    }
    let phrasal = words.phrasal(verb);
    let thing = match &*phrasal {
        "write in" | "put in" | "slip in" | "build in" | "work in" | "insert" | "add"
        | "append" => words.child(verb, &[Rel::Obj]),
        // "in" taken for a preposition
        "write" | "slip" | "build" | "work" => words.with_case(verb, &["in"]).find(|&thing| {
            (words.child(thing, &[Rel::Det])).is_some_and(|a| matches!(words.lower(a), "a" | "an"))
                && !is_part_of_text(words.lemma(thing))
        }),
        _ => None,
    }?;
    let phrase = noun_phrase(scene, thing);
    let phrase =
        words.trim(phrase.start + usize::from(words.lower(phrase.start) == "in")..phrase.end);
    Some(Claim::plain(
        "text-provides",
        Stance::Proposes,
        held.to_vec(),
        verb,
        Target::Phrase(thing, phrase.clone()),
        words.trim(verb..phrase.end),
    ))
}

/// "Norland would send them to a panel; Belora would rather leave them to the presidents".
fn would(
    scene: &Scene,
    verb: usize,
    subject: usize,
    held: &[Holder],
    claims: &[Claim],
) -> Option<Claim> {
    let words = scene.words;
    let force = Force::of(words, verb);
    let plain = force.modal.as_deref() == Some("would")
        && !force.negated
        && !force.never
        && !force.hypothetical
        && matches!(
            words.rel(verb),
            Rel::Root | Rel::Parataxis | Rel::Conj | Rel::Appos
        );
    if !plain || is_met(words, verb) || premise(words, verb).is_some() {
        return None;
    }
    let rather = (words.children_by(verb, &[Rel::Advmod]))
        .any(|adverb| matches!(words.lower(adverb), "rather" | "sooner"));
    let known = rather
        || words.upos(subject) != Upos::Pron
            && matches!(doing(words, verb), Some(Doing::Provides | Doing::Strikes));
    let sentence = words.sentence(words.sentence_of(verb));
    let asked = claims.iter().any(|claim| {
        sentence.contains(&claim.trigger)
            && claim.premise.is_some()
            && claim.holders.iter().any(|holder| held.contains(holder))
    });
    let (head, phrase) = provided(scene, verb, true).filter(|_| known && !asked)?;
    let evidence = words.trim(words.subtree(subject).start.min(phrase.start)..phrase.end);
    Some(Claim {
        outlet: true,
        ..Claim::plain(
            "author-would",
            if rather {
                Stance::Supports
            } else {
                Stance::Proposes
            },
            held.to_vec(),
            verb,
            Target::Phrase(head, phrase),
            evidence,
        )
    })
}

/// "The union crosses it out", "its neighbours have kept the clause and made it five": what another text was told to provide.
fn redid(
    scene: &Scene,
    verb: usize,
    subject: usize,
    held: &[Holder],
    claims: &[Claim],
) -> Option<Claim> {
    let words = scene.words;
    let force = Force::of(words, verb);
    if !force.is_fact() {
        return None;
    }
    let object = words.child(verb, &[Rel::Obj])?;
    let pronoun =
        words.upos(object) == Upos::Pron || matches!(words.lower(object), "this" | "that");
    let on = answered(scene, verb, object, held, claims)?;
    let (head, phrase) = provided(scene, verb, false)?;
    let (stance, on) = match doing(words, verb)? {
        Doing::Keeps if is_changed(words, verb) => return None,
        Doing::Keeps => (Stance::Accepts, on),
        Doing::Strikes => (Stance::Rejects, on),
        // "and made it five"
        Doing::Provides
            if pronoun && phrase.len() > 2 && words.child(verb, &[Rel::Nsubj]).is_none() =>
        {
            (Stance::Proposes, Target::Phrase(head, phrase.clone()))
        }
        Doing::Provides => return None,
    };
    let start = words.subtree(subject).start.min(phrase.start);
    Some(Claim::plain(
        "text-provides",
        stance,
        held.to_vec(),
        verb,
        on,
        words.trim(start..phrase.end.max(words.subtree(object).end)),
    ))
}

/// "Norland caps transfers at nine million and routes them through its treasury", under a label: what its text does.
fn does(
    scene: &Scene,
    verb: usize,
    subject: usize,
    held: &[Holder],
    claims: &[Claim],
) -> Option<Claim> {
    let words = scene.words;
    let force = Force::of(words, verb);
    let present = matches!(words.xpos(verb), Xpos::Vbz | Xpos::Vbp)
        && words.children_by(verb, &[Rel::Aux]).next().is_none();
    if !present
        || force.negated
        || force.never
        || force.hypothetical
        || DEEDS.contains(&words.lemma(verb))
        || words.upos(subject) == Upos::Pron
        || !matches!(
            words.rel(verb),
            Rel::Root | Rel::Parataxis | Rel::Conj | Rel::Appos
        )
        || !is_labelled(scene, verb)
    {
        return None;
    }
    let (head, phrase) = provided(scene, verb, false)?;
    let object = words.child(verb, &[Rel::Obj])?;
    let (stance, on) = match doing(words, verb)? {
        Doing::Keeps if is_changed(words, verb) => return None,
        Doing::Keeps => (Stance::Accepts, answered(scene, verb, object, held, claims)),
        Doing::Strikes => (Stance::Rejects, answered(scene, verb, object, held, claims)),
        Doing::Provides => (Stance::Proposes, None),
    };
    let start = words.subtree(subject).start.min(phrase.start);
    Some(Claim::plain(
        "author-does",
        stance,
        held.to_vec(),
        verb,
        on.unwrap_or(Target::Phrase(head, phrase.clone())),
        words.trim(start..phrase.end.max(verb + 1)),
    ))
}

/// Whether a word stands in a part with a label: a numbered point, an item of a list, a paragraph that begins with a few words
/// alone ("Winter flow. …").
fn is_labelled(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let at = words.syntax.tokens.spans[word].start;
    let Some(block) =
        (scene.blocks.items.iter()).find(|block| block.span.start <= at && at < block.span.end)
    else {
        return false;
    };
    if block.label.is_some() || block.kind == BlockKind::ListItem {
        return true;
    }
    let range = words.inside(block.span);
    let first = words.sentence(words.sentence_of(range.start));
    first.start == range.start
        && first.len() <= 6
        && first.end < range.end
        && words.form(first.end - 1) == "."
        && !finite(scene, &first)
}

/// "Norland: 2 dollars a tonne. Belora: none." "To be raised by the owner (Norland); to be raised by the state (Belora)."
fn tagged(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut found: Vec<Claim> = Vec::new();
    for sentence in 0..words.sentences() {
        let whole = words.sentence(sentence);
        if scene.is_void(whole.start) || !is_labelled(scene, whole.start) {
            continue;
        }
        let tagged = before_colon(scene, &whole).into_iter().chain(
            segments(scene, whole.clone())
                .into_iter()
                .filter_map(|segment| in_brackets(scene, &segment)),
        );
        for (held, content, evidence) in tagged {
            let taken = claims.iter().chain(found.iter()).any(|claim| {
                claim.evidence.start < content.end && content.start < claim.evidence.end
            });
            if held.is_empty() || content.is_empty() || taken {
                continue;
            }
            let head = words.top(content.clone()).unwrap_or(content.start);
            found.push(Claim {
                outlet: true,
                ..Claim::plain(
                    "tagged",
                    Stance::Proposes,
                    held,
                    head,
                    Target::Phrase(head, content),
                    evidence,
                )
            });
        }
    }
    claims.append(&mut found);
}

/// "Norland: 2 dollars a tonne."
fn before_colon(
    scene: &Scene,
    sentence: &Range<usize>,
) -> Option<(Vec<Holder>, Range<usize>, Range<usize>)> {
    let words = scene.words;
    let colon = (sentence.start + 1..sentence.end.min(sentence.start + 5))
        .find(|&at| words.form(at) == ":")?;
    let content = words.trim(colon + 1..sentence.end);
    let quoted = words.upos(colon + 1) == Upos::Punct;
    if finite(scene, sentence) || quoted || content.is_empty() {
        return None;
    }
    let held = written_by_all(scene, sentence.start..colon);
    Some((held, content, words.trim(sentence.clone())))
}

/// "To be raised by the owner (Norland)"
fn in_brackets(
    scene: &Scene,
    segment: &Range<usize>,
) -> Option<(Vec<Holder>, Range<usize>, Range<usize>)> {
    let words = scene.words;
    let open = segment.clone().find(|&at| words.form(at) == "(")?;
    let close = (open + 1..segment.end.min(open + 5)).find(|&at| words.form(at) == ")")?;
    let last = words.trim(close + 1..segment.end).is_empty();
    let content = bare(scene, segment.start..open);
    if !last || finite(scene, &content) || content.is_empty() {
        return None;
    }
    let held = written_by_all(scene, open + 1..close);
    let evidence = content.start..close + 1;
    Some((held, content, evidence))
}

/// The holders that a few words name, where all of them wrote a text.
fn written_by_all(scene: &Scene, range: Range<usize>) -> Vec<Holder> {
    let mut held: Vec<Holder> = Vec::new();
    for holder in range.flat_map(|at| holders(scene, at)) {
        if !held.contains(&holder) {
            held.push(holder);
        }
    }
    match held.iter().all(|holder| wrote(scene, holder)) {
        true => held,
        false => Vec::new(),
    }
}
