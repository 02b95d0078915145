//! What stands in a text, told beside it: "hourly, in both drafts", "the ceiling is 400 in the May draft", "400 in the one, 650 in
//! the other", "six weeks, say both papers", "according to the March text, every boat carries one".

use std::ops::Range;

use rapporteur_model::{ProposalStatus, ProposalType, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::modality::force::Force;
use crate::stances::texts::documents::{authors, is_numbered, texts_of};
use crate::stances::texts::drafts::is_text;
use crate::stances::texts::texts_verbs::{Doing, doing};
use crate::stances::texts::{papers, rival_authors};
use crate::stances::{Claim, Scene, Target};

/// Predicates that compare texts, or tell what is not in one.
const COMPARES: &[&str] = &[
    "same",
    "identical",
    "different",
    "similar",
    "alike",
    "missing",
    "absent",
    "silent",
    "new",
    "unclear",
    "vague",
    "longer",
    "shorter",
    "better",
    "worse",
    "clear",
    "clearer",
    "nowhere",
    "nothing",
    "none",
    "nobody",
    "neither",
    "nor",
    "identically",
    "differently",
    "word",
    "wording",
    "mention",
    "mentioned",
    "trace",
    "lacking",
    "unmentioned",
    "omitted",
    "problem",
    "problems",
    "flaw",
    "flaws",
    "gap",
    "gaps",
    "difference",
    "differences",
    "mistake",
    "error",
    "errors",
    "likewise",
    "disagree",
];
/// Verbs that only tell that something stands in a text: its subject does.
const STANDS: &[&str] = &[
    "appear",
    "figure",
    "feature",
    "stand",
    "occur",
    "recur",
    "survive",
    "remain",
    "return",
    "resurface",
    "crop",
    "exist",
];
/// Verbs of speaking of something, whatever is said of it.
const MENTIONS: &[&str] = &[
    "mention",
    "call",
    "name",
    "describe",
    "refer",
    "differ",
    "discuss",
    "touch",
    "rhyme",
    "read",
    "sound",
    "look",
    "seem",
    "note",
    "notice",
    "reject",
    "criticise",
    "criticize",
    "attack",
    "welcome",
    "agree",
    "disagree",
    "address",
    "regret",
    "miss",
    "doubt",
];
/// Verbs with which a text says what stands before them.
const SAYS: &[&str] = &[
    "say",
    "state",
    "provide",
    "read",
    "suggest",
    "propose",
    "stipulate",
    "specify",
    "run",
    "ask",
    "demand",
    "recommend",
    "add",
    "decree",
    "declare",
];

/// A phrase that names texts in which something stands.
struct Anchor {
    /// From the preposition to the end of the phrase.
    words: Range<usize>,
    /// Whose texts they are.
    held: Vec<Holder>,
    /// How they stand toward what is in it.
    stance: Stance,
}

/// What several sides put out with one voice.
const JOINT_TEXTS: &[&str] = &[
    "statement",
    "communiqué",
    "communique",
    "declaration",
    "understanding",
    "memorandum",
    "minutes",
];

/// Reads every sentence, then what the authors of texts would do.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    // "The draft is vague on fees": a text was asked nothing.
    claims.retain(|claim| {
        let subject = words.child(claim.trigger, &[Rel::Nsubj]);
        claim.stance != Stance::DeclinesToSay
            || subject.is_none_or(|subject| scene.proposals.all_at(subject).is_empty())
    });
    let mut more: Vec<Claim> = Vec::new();
    for sentence in 0..scene.words.sentences() {
        for segment in segments(scene, scene.words.sentence(sentence)) {
            if scene.is_void(segment.start) {
                continue;
            }
            said_by(scene, &segment, claims, &mut more);
            stands_in(scene, &segment, claims, &mut more);
            gapped(scene, &segment, claims, &mut more);
        }
    }
    claims.append(&mut more);
    claims.sort_by_key(|claim| claim.trigger);
    if scene.proposals.compared {
        rival_authors::read(scene, claims);
    }
}

/// "Tolsk and Merin reached a deal. Under the deal, tolls will fall": what stands in the one text of several sides, to which
/// all of them are told to agree, or that they issued as a statement, is agreed and no longer proposed.
pub(in crate::stances) fn agreed(scene: &Scene, claims: &mut [Claim]) {
    let of_several = |held: &[Holder]| held.iter().any(|one| one.party != held[0].party);
    let done: Vec<Vec<Holder>> = (0..scene.proposals.all.len())
        .filter(|_| !scene.proposals.compared)
        .filter(|&text| {
            let held = authors(scene, &[text]);
            let accepts = |one: &Holder| {
                claims.iter().any(|claim| {
                    claim.stance == Stance::Accepts
                        && claim.on == Target::Proposal(text)
                        && claim.holders.iter().any(|other| other.party == one.party)
                })
            };
            let read = &scene.proposals.all[text];
            let issued = read.kind == ProposalType::Statement
                && read.status == Some(ProposalStatus::Published);
            // "the agreement that Tolsk and Merin concluded"
            let concluded = (read.kind == ProposalType::Agreement
                || scene.words.lemma(read.head) == "compromise")
                && matches!(
                    read.status,
                    Some(ProposalStatus::Signed | ProposalStatus::Accepted)
                );
            of_several(&held) && (issued || concluded || held.iter().all(accepts))
        })
        .map(|text| authors(scene, &[text]))
        .collect();
    for claim in claims.iter_mut() {
        if claim.stance == Stance::Proposes
            && matches!(
                claim.rule.as_str(),
                "text-provides" | "under-text" | "text-says"
            )
            && done.contains(&claim.holders)
        {
            claim.stance = Stance::Accepts;
        }
    }
}

/// A sentence in parts: what semicolons part, without the label before a colon ("Monitors: …").
pub(in crate::stances) fn segments(scene: &Scene, sentence: Range<usize>) -> Vec<Range<usize>> {
    let words = scene.words;
    let colon = (sentence.clone())
        .find(|&at| words.form(at) == ":")
        .filter(|&colon| {
            colon <= sentence.start + 4
                && !(sentence.start..colon)
                    .any(|at| words.is_verb(at) && words.rel(at) != Rel::Root)
        });
    let first = colon.map_or(sentence.start, |colon| colon + 1);
    let mut start = first;
    let mut found = Vec::new();
    for at in first..sentence.end {
        if words.form(at) == ";" || at + 1 == sentence.end {
            let end = if words.form(at) == ";" { at } else { at + 1 };
            if start < end {
                found.push(start..end);
            }
            start = at + 1;
        }
    }
    found
}

/// The phrases of a segment that name texts after "in", "under" or "according to".
fn anchors(scene: &Scene, segment: &Range<usize>) -> Vec<Anchor> {
    let words = scene.words;
    let mut found: Vec<Anchor> = Vec::new();
    for head in segment.clone() {
        let mut texts = scene.proposals.all_at(head);
        if texts.is_empty() && texts_by_number(scene, head) {
            texts = texts_of(scene, head);
        }
        let mut held = authors(scene, &texts);
        // "Under the statement", in a report of a joint one.
        let joint = texts.is_empty()
            && JOINT_TEXTS.contains(&scene.words.lemma(head))
            && scene.entities.at(head).is_none()
            && (scene.words.child(head, &[Rel::Det]))
                .is_some_and(|the| scene.words.lower(the) == "the")
            && crate::stances::texts::joint::is_joint(scene);
        let lemma = scene.words.lemma(head);
        let own = held.is_empty()
            && !joint
            && is_text(scene, head)
            && (scene.words.child(head, &[Rel::NmodPoss]).is_some()
                || papers::is_measure(lemma)
                || scene.lexicon.texts.noun(lemma).is_some());
        if joint {
            held = crate::stances::texts::joint::table(scene, head);
        } else if own {
            // "Under their paper, the port would close": whose it is is told with it.
            held = papers::authors_of(scene, head);
        }
        let stance = match scene.words.lemma(head) {
            _ if joint => Stance::Accepts,
            "offer" | "bid" => Stance::Offers,
            _ => Stance::Proposes,
        };
        if held.is_empty() {
            continue;
        }
        let Some(case) = case_before(scene, head, segment.start) else {
            continue;
        };
        // "Under point three, troops would leave"
        let numbered = texts_by_number(scene, head);
        let mut end = head + 1 + usize::from(numbered);
        // "in the Front's"
        if matches!(words.lower(end), "'s" | "’s" | "'" | "’") {
            end += 1;
        }
        if is_told_whose(scene, end, head) && scene.entities.actor(head).is_none() {
            end = words.subtree(head).end.min(segment.end).max(end);
        }
        if found.last().is_none_or(|last| last.words.end <= case) {
            found.push(Anchor {
                words: case..end.min(segment.end),
                held,
                stance,
            });
        }
    }
    found
}

/// "the plan | of the board", "the draft | presented by the board": whose it is goes with the text.
fn is_told_whose(scene: &Scene, at: usize, head: usize) -> bool {
    let words = scene.words;
    let by = || (at + 1..words.len().min(at + 4)).any(|by| words.lower(by) == "by");
    match words.lower(at) {
        "of" | "by" => true,
        _ => words.xpos(at) == Xpos::Vbn && words.head(at) == Some(head) && by(),
    }
}

/// "point three", "Article 4": a part of the text spoken of, told by its number behind.
fn texts_by_number(scene: &Scene, head: usize) -> bool {
    crate::proposals::is_part_of_text(scene.words.lemma(head))
        && scene.words.upos(head + 1) == Upos::Num
        && is_numbered(scene.words, head)
}

/// The preposition of the phrase that ends at `head`: "in the other", "according to both drafts".
fn case_before(scene: &Scene, head: usize, from: usize) -> Option<usize> {
    let words = scene.words;
    let joins = |at: usize| {
        matches!(
            words.upos(at),
            Upos::Adp | Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Sconj
        ) && !matches!(words.lower(at), "'s" | "’s")
    };
    // "Under the terms of the draft"
    let of_wording = |at: usize| {
        words.lower(at) == "of"
            && matches!(
                words.lower(at.saturating_sub(1)),
                "terms" | "provisions" | "text" | "wording" | "points" | "version" | "rules"
            )
    };
    let counts = |at: usize| words.upos(at) == Upos::Cconj && is_number(words.lower(at + 1));
    let at = (from..head).rev().take(7).find(|&at| {
        joins(at) && !of_wording(at) && !counts(at)
            || words.form(at) == ","
            || matches!(words.lower(at), "in" | "under")
    })?;
    match words.lower(at) {
        "in" | "under" => Some(at),
        "to" if at > from && words.lower(at - 1) == "according" => Some(at - 1),
        _ => None,
    }
}

/// "the first and third drafts"
fn is_number(form: &str) -> bool {
    matches!(form, "second" | "third" | "fourth" | "last" | "latest")
}

/// "Hourly, in both drafts", "in the one 400, in the other 650".
fn stands_in(scene: &Scene, segment: &Range<usize>, claims: &[Claim], more: &mut Vec<Claim>) {
    let words = scene.words;
    let anchors = anchors(scene, segment);
    if anchors.is_empty() || scene.speaker(anchors[0].words.start).is_some() {
        return;
    }
    let leads = words.trim(segment.start..anchors[0].words.start).is_empty()
        || (segment.start..anchors[0].words.start)
            .all(|at| matches!(words.upos(at), Upos::Punct | Upos::Cconj | Upos::Adv));
    for (index, anchor) in anchors.iter().enumerate() {
        let leads = leads || opens_clause(scene, anchor.words.start, segment.start);
        let content = if leads {
            let end = anchors
                .get(index + 1)
                .map_or(segment.end, |next| next.words.start);
            bare(scene, anchor.words.end..end)
        } else {
            let start = match index {
                0 => segment.start,
                _ => anchors[index - 1].words.end,
            };
            bare(scene, start..anchor.words.start)
        };
        // "A, B in the one, C in the other": the clause before has its own text.
        let content = match index {
            _ if leads => content,
            _ => last_piece(scene, content, anchors.len() > 1 && index == 0),
        };
        let taken = claims.iter().chain(more.iter()).any(|claim| {
            content.contains(&claim.trigger)
                || claim.evidence.start < content.end && content.start < claim.evidence.end
        });
        if content.is_empty() || taken {
            continue;
        }
        for (stance, piece) in provisions(scene, &content, anchor, leads) {
            let head = words.top(piece.clone()).unwrap_or(piece.start);
            let evidence = match piece == content {
                true => content.start.min(anchor.words.start)..content.end.max(anchor.words.end),
                false => piece.clone(),
            };
            let stance = match stance {
                Stance::Proposes => anchor.stance,
                stance => stance,
            };
            more.push(Claim::plain(
                "under-text",
                stance,
                anchor.held.clone(),
                head,
                Target::Phrase(head, piece),
                words.trim(evidence),
            ));
        }
    }
}

/// ", whereas under the reply there is none": whether the phrase opens a clause of its own.
fn opens_clause(scene: &Scene, start: usize, from: usize) -> bool {
    let words = scene.words;
    start > from + 1
        && matches!(
            words.lower(start - 1),
            "whereas" | "while" | "but" | "and" | "whilst" | "though"
        )
        && matches!(words.form(start - 2), "," | "–" | "—")
}

/// Without "and", "but", "only" and punctuation around.
pub(in crate::stances) fn bare(scene: &Scene, mut range: Range<usize>) -> Range<usize> {
    let words = scene.words;
    loop {
        range = words.trim(range);
        let first = range.start;
        if range.is_empty() {
            return range;
        }
        if matches!(
            words.lower(first),
            "and" | "but" | "while" | "whereas" | "so" | "or"
        ) {
            range.start += 1;
        } else if matches!(
            words.lower(range.end - 1),
            "and" | "but" | "while" | "only" | "or" | "whereas"
        ) {
            range.end -= 1;
        } else {
            return range;
        }
    }
}

/// Of "wages rise, by 4 percent" before the first of several texts only the last piece, where that has no verb.
fn last_piece(scene: &Scene, range: Range<usize>, several: bool) -> Range<usize> {
    let words = scene.words;
    let comma = range.clone().rev().find(|&at| words.form(at) == ",");
    match comma {
        Some(comma)
            if several
                && !finite(scene, &(comma + 1..range.end))
                && finite(scene, &(range.start..comma)) =>
        {
            bare(scene, comma + 1..range.end)
        }
        _ => range,
    }
}

pub(in crate::stances) fn finite(scene: &Scene, range: &Range<usize>) -> bool {
    let words = scene.words;
    range
        .clone()
        .filter(|&at| !matches!(words.lower(at), "'s" | "’s"))
        .any(|at| matches!(words.xpos(at), Xpos::Vbz | Xpos::Vbp | Xpos::Vbd | Xpos::Md))
}

/// What a stretch beside a text says that the text provides, and how its authors stand toward it.
fn provisions(
    scene: &Scene,
    content: &Range<usize>,
    anchor: &Anchor,
    leads: bool,
) -> Vec<(Stance, Range<usize>)> {
    let words = scene.words;
    let lower = |at: usize| words.lower(at);
    if content
        .clone()
        .any(|at| COMPARES.contains(&lower(at)) || matches!(words.form(at), "?" | "\"" | "“" | "”"))
    {
        return Vec::new();
    }
    if matches!(
        lower(content.start),
        "which" | "who" | "that" | "where" | "as" | "there" | "what"
    ) {
        return there_is(scene, content);
    }
    if !finite(scene, content) {
        // "Two thirds Norland, in the May draft"; not "Changes in both drafts".
        let alone = leads
            || words.form(anchor.words.start - 1) == ","
            || content
                .clone()
                .any(|at| matches!(words.upos(at), Upos::Num | Upos::Propn))
            || content.len() > 1 && lower(content.start) != "the";
        let has_verb = content.clone().any(|at| {
            words.is_verb(at) && words.xpos(at) != Xpos::Vbn && words.xpos(at) != Xpos::Vbg
        });
        let whole = words.sentence(words.sentence_of(content.start));
        let fragment = !finite(scene, &whole) || content.start > whole.start + 1;
        let listed = words.subtree(content.start).len() < 12;
        return (alone && fragment && listed && !has_verb && content.len() < 12)
            .then(|| (Stance::Proposes, content.clone()))
            .into_iter()
            .collect();
    }
    let Some(head) = words.top(content.clone()) else {
        return Vec::new();
    };
    let head = main_verb(scene, head, content);
    let force = Force::of(words, head);
    if force.negated && !force.is_modal() || force.never || force.hypothetical {
        return Vec::new();
    }
    let lemma = words.lemma(head);
    if MENTIONS.contains(&lemma) || matches!(force.modal.as_deref(), Some("could" | "might")) {
        return Vec::new();
    }
    let subject = words.child(head, &[Rel::Nsubj, Rel::NsubjPass]);
    let Some(subject) = subject else {
        return Vec::new();
    };
    if matches!(
        lower(subject),
        "we" | "i" | "you" | "one" | "who" | "which" | "this"
    ) {
        return Vec::new();
    }
    let passive = words.is_passive(head)
        || words.child(head, &[Rel::Cop]).is_some() && words.lower(head).ends_with('n');
    if STANDS.contains(&lemma)
        || passive
            && matches!(
                lemma,
                "find" | "contain" | "include" | "foresee" | "foreseen" | "list" | "envisage"
            )
    {
        let thing = words.trim(words.subtree(subject));
        return vec![(Stance::Proposes, thing.start..thing.end.min(content.end))];
    }
    let stance = match doing(words, head) {
        Some(Doing::Strikes) if passive => Stance::Rejects,
        Some(Doing::Keeps) if passive => Stance::Accepts,
        _ => Stance::Proposes,
    };
    let bare = words
        .child(head, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        .is_none();
    let past = words.xpos(head) == Xpos::Vbd
        || words.xpos(head) == Xpos::Vbn && bare && words.child(head, &[Rel::Nsubj]).is_some()
        || (words.children_by(head, &[Rel::Aux, Rel::AuxPass, Rel::Cop]))
            .any(|aux| matches!(lower(aux), "was" | "were" | "had" | "did"));
    if past && !force.is_modal() {
        return Vec::new();
    }
    // "Norland finds fault in the draft": somebody does something in it.
    let acts = scene.entities.actor(subject).is_some()
        && !passive
        && !leads
        && !force.is_modal()
        && lower(anchor.words.start) == "in"
        && words.form(anchor.words.start - 1) != ","
        && (words.children_by(head, &[Rel::Mark, Rel::Aux])).all(|to| lower(to) != "to");
    if acts {
        return Vec::new();
    }
    clauses(scene, content, head)
        .into_iter()
        .map(|piece| (stance, piece))
        .collect()
}

/// "There is a clause on mercury in both".
fn there_is(scene: &Scene, content: &Range<usize>) -> Vec<(Stance, Range<usize>)> {
    let words = scene.words;
    let is = content.start + 1;
    let thing = words.trim(is + 1..content.end);
    let fine = words.lower(content.start) == "there"
        && matches!(words.lower(is), "is" | "are")
        && !thing.is_empty()
        && !thing
            .clone()
            .any(|at| matches!(words.lower(at), "no" | "not" | "n't"));
    fine.then_some((Stance::Proposes, thing))
        .into_iter()
        .collect()
}

/// The verb of the main clause, where the top of the words is not it.
fn main_verb(scene: &Scene, top: usize, content: &Range<usize>) -> usize {
    let words = scene.words;
    if words.child(top, &[Rel::Nsubj, Rel::NsubjPass]).is_some() {
        return top;
    }
    (content.clone())
        .find(|&at| {
            words.child(at, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
                && !matches!(words.rel(at), Rel::AclRelcl | Rel::Acl | Rel::Advcl)
        })
        .unwrap_or(top)
}

/// "the ceiling is 400, and whoever goes over it pays": each clause.
fn clauses(scene: &Scene, content: &Range<usize>, head: usize) -> Vec<Range<usize>> {
    let words = scene.words;
    let mut found = Vec::new();
    let mut start = content.start;
    let next: Vec<usize> = (words.conjuncts(head).into_iter())
        .filter(|&next| next > head)
        .filter(|&next| {
            content.contains(&next) && words.child(next, &[Rel::Nsubj, Rel::NsubjPass]).is_some()
        })
        .collect();
    for next in next {
        let begin = words.subtree(next).start.max(start);
        let piece = bare(scene, start..begin);
        if !piece.is_empty() {
            found.push(piece);
            start = begin;
        }
    }
    let last = bare(scene, start..content.end);
    if !last.is_empty() {
        found.push(last);
    }
    found
}

/// "Six weeks, say both papers"; "A joint squadron, the Norlander paper suggests".
fn said_by(scene: &Scene, segment: &Range<usize>, claims: &[Claim], more: &mut Vec<Claim>) {
    let words = scene.words;
    let says = |at: usize| {
        SAYS.contains(&words.lemma(at))
            && (matches!(words.xpos(at), Xpos::Vbz | Xpos::Vbp | Xpos::Vbd)
                || words.xpos(at) == Xpos::Vb && words.upos(at - 1) == Upos::Punct)
    };
    for head in segment.clone() {
        let texts = scene.proposals.all_at(head);
        let mut held = authors(scene, &texts);
        // "Licences would stay with the capital, the letter says": what whoever wrote it puts forward.
        let letter = held.is_empty() && papers::is_writing(words.lemma(head));
        if letter && says(head + 1) {
            held = papers::behind(scene, head);
        }
        if held.is_empty() {
            continue;
        }
        let start = words.subtree(head).start.max(segment.start);
        let start = (start..head)
            .find(|&at| !says(at) && words.upos(at) != Upos::Punct)
            .unwrap_or(head);
        let start = match says(start) {
            true => start + 1,
            false => start,
        };
        let after = (head + 1..segment.end).find(|&at| words.upos(at) != Upos::Adv);
        let comma = if start > segment.start + 1
            && says(start - 1)
            && after.is_none_or(|at| words.upos(at) == Upos::Punct)
        {
            start - 2
        } else if after.is_some_and(says)
            && after.is_none_or(|at| at + 1 >= segment.end || words.upos(at + 1) == Upos::Punct)
            && start > segment.start
        {
            start - 1
        } else {
            continue;
        };
        let content = words.trim(segment.start..comma + 1);
        let marked = words.upos(comma) == Upos::Punct && comma > segment.start;
        let taken = (claims.iter().chain(more.iter())).any(|claim| {
            claim.evidence.start < content.end
                && content.start < claim.evidence.end
                && claim.holders.iter().any(|holder| held.contains(holder))
        });
        if !marked
            || content.is_empty()
            || taken
            || content
                .clone()
                .any(|at| matches!(words.lower(at), "nothing" | "none"))
        {
            continue;
        }
        let top = words.top(content.clone()).unwrap_or(content.start);
        let top = main_verb(scene, top, &content);
        let modal = Force::of(words, top).modal;
        let stance = match modal.as_deref() {
            Some("must") if letter => Stance::Demands,
            Some("would" | "should" | "shall" | "will") => Stance::Proposes,
            _ if letter => continue,
            _ => Stance::Proposes,
        };
        more.push(Claim::plain(
            "text-says",
            stance,
            held,
            top,
            Target::Phrase(top, content.clone()),
            words.trim(
                content.start
                    ..after
                        .map_or(head + 1, |after| after.min(segment.end))
                        .max(head + 1),
            ),
        ));
        return;
    }
}

/// "The Norlander draft draws it along the river; the Belorese one along the ridge": the verb of the text before.
fn gapped(scene: &Scene, segment: &Range<usize>, claims: &[Claim], more: &mut Vec<Claim>) {
    let words = scene.words;
    let range = bare(scene, segment.clone());
    if range.is_empty() || finite(scene, &range) {
        return;
    }
    let Some(head) = (range.start..range.end.min(range.start + 6))
        .find(|&at| !scene.proposals.all_at(at).is_empty())
    else {
        return;
    };
    let held = authors(scene, &scene.proposals.all_at(head));
    let alone = (range.start..head).all(|at| {
        matches!(
            words.upos(at),
            Upos::Det | Upos::Adj | Upos::Propn | Upos::Part | Upos::Noun
        )
    });
    let mut rest = head + 1..range.end;
    if matches!(words.lower(rest.start), "'s" | "’s" | "'" | "’") {
        rest.start += 1;
    }
    if words.lower(rest.start) == "of" {
        rest.start = words.subtree(head).end.min(rest.end);
    }
    let rest = words.trim(rest);
    let before = (claims.iter().rev()).find(|claim| {
        claim.trigger < segment.start
            && words.sentence_of(claim.trigger) == words.sentence_of(segment.start)
            && matches!(claim.rule.as_str(), "text-provides" | "under-text")
            && claim.stance == Stance::Proposes
    });
    let several = before.is_some_and(|claim| claim.holders != held);
    if held.is_empty()
        || !alone
        || rest.is_empty()
        || !several
        || rest.clone().any(|at| COMPARES.contains(&words.lower(at)))
    {
        return;
    }
    more.push(Claim::plain(
        "text-provides",
        Stance::Proposes,
        held,
        rest.start,
        Target::Phrase(words.top(rest.clone()).unwrap_or(rest.start), rest.clone()),
        range,
    ));
}
