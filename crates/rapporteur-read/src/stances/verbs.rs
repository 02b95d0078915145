//! Stances shown by verbs and by adjectives said of the holder: "rejected", "is open to", "would accept … if".

use std::ops::Range;

use rapporteur_lexicon::{Only, Place, StanceFrame, StanceWord};
use rapporteur_model::{ActorType, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::force::{Force, premise, surface_premise};
use super::holders::{Holder, holders, subject_holders};
use super::nouns;
use super::{Claim, Scene, Target};
use crate::entities::EntityKind;

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if let Some(claim) = prepositional(scene, word) {
        claims.push(claim);
        return;
    }
    let class = if words.is_verb(word) && !is_participle_of_state(scene, word) {
        StanceWord::Verb
    } else if is_participle_of_state(scene, word)
        || matches!(
            words.upos(word),
            Upos::Adj | Upos::Adp | Upos::Verb | Upos::Noun
        ) && is_predicate(scene, word)
    {
        StanceWord::Adjective
    } else {
        return;
    };
    if is_governed(scene, word) || is_declining(scene, word) {
        return;
    }
    let key = if class == StanceWord::Verb {
        words.phrasal(word)
    } else {
        adjective_key(scene, word)
    };
    for frame in scene.lexicon.stances.of(class, &key) {
        if let Some(claim) = claim(scene, word, class, frame) {
            claims.push(claim);
            return;
        }
    }
}

/// "is prepared to", "is opposed to": a passive in form, an adjective in sense.
fn is_participle_of_state(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let form = words.form(word).to_lowercase();
    words.is_verb(word)
        && words.xpos(word) == Xpos::Vbn
        && words.child(word, &[Rel::AuxPass]).is_some()
        && words.child(word, &[Rel::OblAgent]).is_none()
        && scene
            .lexicon
            .stances
            .of(StanceWord::Adjective, &form)
            .next()
            .is_some()
}

/// "is against a pause", "is behind the plan": a preposition as predicate.
fn prepositional(scene: &Scene, word: usize) -> Option<Claim> {
    let words = scene.words;
    let case = words.child(word, &[Rel::Case])?;
    words.child(word, &[Rel::Cop])?;
    let frame = scene
        .lexicon
        .stances
        .of(StanceWord::Adjective, words.lemma(case))
        .next()?;
    let force = Force::of(words, word);
    let stance = (!force.hypothetical)
        .then(|| settle(frame, StanceWord::Adjective, &force, false))
        .flatten()?;
    let held = subject_holders(scene, word);
    let phrase = words.trim(case + 1..words.subtree(word).end.max(case + 1));
    if held.is_empty() || phrase.is_empty() {
        return None;
    }
    Some(Claim {
        stance,
        holders: held,
        trigger: word,
        rule: frame.name.clone(),
        on: scene
            .proposals
            .at(word)
            .map_or(Target::Phrase(word, phrase.clone()), Target::Proposal),
        premise: premise(words, word),
        reason: None,
        outlet: frame.outlet,
        evidence: words.trim(words.subtree(word).start..phrase.end),
        via: None,
    })
}

/// "declined to discuss", "would not comment": a refusal to speak is read elsewhere.
fn is_declining(scene: &Scene, word: usize) -> bool {
    scene.statements.all.iter().any(|statement| {
        statement.act == rapporteur_model::Act::Declined
            && (statement.cue_head == Some(word)
                || statement
                    .cue
                    .as_ref()
                    .is_some_and(|cue| cue.contains(&word)))
    })
}

/// "in favour of": the noun of a prepositional predicate, with its preposition.
fn adjective_key(scene: &Scene, word: usize) -> String {
    let words = scene.words;
    match words.child(word, &[Rel::Case]) {
        Some(case) if words.upos(word) == Upos::Noun => {
            format!("{} {}", words.lemma(case), words.form(word).to_lowercase())
        }
        _ => words.form(word).to_lowercase(),
    }
}

fn is_predicate(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let linked = words.head(word).is_some_and(|head| {
        matches!(
            words.lemma(head),
            "remain" | "be" | "seem" | "appear" | "stay" | "feel" | "sound" | "become"
        )
    });
    words.child(word, &[Rel::Cop]).is_some()
        || words.rel(word) == Rel::Xcomp && linked
        || matches!(
            words.rel(word),
            Rel::Acl | Rel::Advcl | Rel::Conj | Rel::Root
        ) && words.upos(word) != Upos::Noun
}

/// Whether an infinitive is told as done or meant: "decided to accept", "continues to oppose". After any other word
/// ("has yet to", "is expected to", "was asked to") nothing is known of it.
fn is_told(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let infinitive = words
        .children(word)
        .any(|mark| words.rel(mark) == Rel::Mark && words.form(mark).eq_ignore_ascii_case("to"));
    let Some(head) = words.head(word).filter(|_| infinitive) else {
        return true;
    };
    match words.rel(word) {
        Rel::Xcomp | Rel::Ccomp | Rel::Advcl => {
            TELLING.contains(&words.phrasal(head).as_str()) && words.negation(head).is_none()
        }
        Rel::Acl => matches!(words.lemma(head), "decision" | "choice" | "move" | "vote"),
        _ => true,
    }
}

/// Verbs whose infinitive is a fact or an intention of the subject's own.
const TELLING: &[&str] = &[
    "continue", "go", "go on", "keep", "decide", "choose", "opt", "elect", "resolve", "vow",
    "swear", "pledge", "promise", "agree", "move", "begin", "start", "come", "proceed", "rush",
    "hasten", "tend", "vote", "join", "unite", "prefer", "like", "want", "wish", "intend", "plan",
    "mean", "hope", "seem", "appear",
];

/// The infinitive of a stance word belongs to that word: "agreed to support", "refused to accept".
fn is_governed(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    let Some(head) = words.head(word) else {
        return false;
    };
    if !matches!(
        words.rel(word),
        Rel::Xcomp | Rel::Ccomp | Rel::Advcl | Rel::Acl
    ) {
        return false;
    }
    let infinitive = words
        .children(word)
        .any(|mark| words.rel(mark) == Rel::Mark && words.lemma(mark) == "to");
    let gerund = words.xpos(word) == Xpos::Vbg && words.rel(word) == Rel::Xcomp;
    if !infinitive && !gerund {
        return false;
    }
    let takes = |class, key: &str| {
        scene
            .lexicon
            .stances
            .of(class, key)
            .any(|frame| frame.on.contains(&Place::To) || frame.on.contains(&Place::Ing))
    };
    takes(StanceWord::Verb, &words.phrasal(head))
        || takes(StanceWord::Adjective, words.lemma(head))
        || takes(StanceWord::Noun, words.lemma(head))
}

fn claim(scene: &Scene, word: usize, class: StanceWord, frame: &StanceFrame) -> Option<Claim> {
    let words = scene.words;
    let force = Force::of(words, word);
    if force.hypothetical || !is_told(scene, word) {
        return None;
    }
    let premise = premise(words, word);
    let mut on_place = target(scene, word, frame).or_else(|| through_noun(scene, word, frame));
    let carried = frame
        .with
        .is_empty()
        .then_some(())
        .or_else(|| carries(scene, word, frame));
    carried?;
    let held = if !frame.holder.is_empty() {
        around(scene, word, frame)
    } else if class == StanceWord::Adjective && words.is_passive(word) {
        words
            .child(word, &[Rel::NsubjPass])
            .map(|subject| holders(scene, subject))
            .unwrap_or_default()
    } else if words.is_passive(word)
        && force.is_modal()
        && words.child(word, &[Rel::OblAgent]).is_none()
    {
        // "the ideas can be discussed", "no deadline will be accepted": so says the speaker.
        scene
            .speaker(word)
            .and_then(|speaker| Holder::of(scene, speaker))
            .into_iter()
            .collect()
    } else {
        subject_holders(scene, word)
    };
    if held.is_empty() {
        return None;
    }
    let premise = premise.or_else(|| {
        on_place
            .as_ref()
            .and_then(|(_, phrase)| surface_premise(words, phrase))
    });
    let mut stance = settle(frame, class, &force, premise.is_some())?;
    if on_place
        .as_ref()
        .is_some_and(|(head, _)| frame.except.iter().any(|noun| noun == words.lemma(*head)))
    {
        return None;
    }
    let mut rule = frame.name.clone();
    // A demand or proposal given up: toward what it asked for, unless it hangs on a condition.
    if frame.stance == Stance::Withdraws && frame.only.is_none() {
        let noun = carried_noun(scene, word, frame)?;
        if stance == Stance::AcceptsIf {
            on_place = Some((
                word,
                words.trim(word..clause(scene, word).end.max(word + 1)),
            ));
        } else {
            let given_up = scene
                .lexicon
                .stances
                .of(StanceWord::Noun, words.lemma(noun))
                .next()
                .map(|noun| noun.stance);
            if matches!(given_up, Some(Stance::Opposes | Stance::Rejects)) {
                stance = Stance::Open;
                rule = "objection-given-up".into();
            }
            on_place = nouns::content(scene, noun).into_iter().next().or(on_place);
        }
    } else if let Some((head, _)) = &on_place {
        // "rejected the demand for X", "backs the plan for X": toward X, when the noun is no text on the table.
        if scene.proposals.at(*head).is_none()
            && words.upos(*head) == Upos::Noun
            && stance != Stance::Demands
            && scene
                .lexicon
                .stances
                .of(StanceWord::Noun, words.lemma(*head))
                .any(|noun| matches!(noun.stance, Stance::Demands))
            && let Some(inner) = nouns::content(scene, *head).into_iter().next()
        {
            on_place = Some(inner);
        }
    }
    if stance == Stance::Open
        && frame.stance == Stance::Accepts
        && class == StanceWord::Adjective
        && on_place
            .as_ref()
            .is_some_and(|(head, _)| is_giving(scene, *head))
    {
        // "is ready to supply": would itself give it.
        stance = Stance::Offers;
    }
    let (mut head, mut phrase) = on_place?;
    let mut told_reason = None;
    if frame.stance == Stance::Concerned
        && (words.is_verb(head) || words.child(head, &[Rel::Cop]).is_some())
    {
        // "concern that a one-sided deal could reward X": toward the deal, for that reason.
        if let Some(subject) = words
            .child(head, &[Rel::Nsubj, Rel::NsubjPass])
            .filter(|&subject| phrase.contains(&subject))
        {
            let about = noun_phrase(scene, subject);
            told_reason = Some(words.trim(about.end..phrase.end));
            (head, phrase) = (subject, about);
        }
    }
    if let Some(actor) = scene.entities.actor(head)
        && scene.proposals.at(head).is_none()
        && !words.is_verb(head)
        // "accepted inspectors at the plant": people in general are what is agreed.
        && !(scene.entities.all[actor].kind == EntityKind::Actor(ActorType::Unnamed)
            && words.xpos(head) == Xpos::Nns
            && words.child(head, &[Rel::Det]).is_none())
    {
        // Backing or opposing somebody is no position, unless it is "on" something or "as" something.
        if let Some(role) = words.with_case(word, &["as"]).find(|&at| at > head) {
            phrase.end = words.subtree(role).end;
        } else {
            let matter = words.with_case(word, &["on", "over"]).next()?;
            (head, phrase) = (matter, noun_phrase(scene, matter));
        }
    }
    if matches!(
        words.lemma(head),
        "name" | "identify" | "quote" | "remain" | "speak"
    ) && words.is_verb(head)
    {
        return None;
    }
    if words.lemma(word) == "refuse" && words.child(word, &[Rel::Iobj]).is_some() {
        return None;
    }
    phrase = tidy(scene, word, head, phrase);
    if words.upos(head) == Upos::Pron
        && matches!(
            words.lemma(head),
            "who" | "what" | "himself" | "herself" | "itself" | "themselves"
        )
    {
        return None;
    }
    let without_premise = match &premise {
        Some(premise) if premise.whole.start > phrase.start && premise.whole.start < phrase.end => {
            words.trim(phrase.start..premise.whole.start)
        }
        Some(premise)
            if premise.whole.start <= phrase.start
                && premise.whole.end > phrase.start
                && premise.whole.end < phrase.end =>
        {
            words.trim(premise.whole.end..phrase.end)
        }
        _ => phrase,
    };
    if without_premise.is_empty() {
        return None;
    }
    let on = match scene.proposals.at(head) {
        Some(proposal) => Target::Proposal(proposal),
        None => Target::Phrase(head, without_premise.clone()),
    };
    let carried_to = told_reason
        .as_ref()
        .map_or(without_premise.end, |reason| reason.end);
    let evidence = evidence(
        scene,
        word,
        &(without_premise.start..carried_to.max(without_premise.end)),
        premise.as_ref().map(|premise| premise.whole.clone()),
    );
    // "raised concerns among X": from the verb to those who have them.
    let evidence = if frame.holder.is_empty() {
        evidence
    } else {
        words.trim(word..words.subtree(word).end)
    };
    Some(Claim {
        stance,
        holders: held,
        trigger: word,
        rule,
        on,
        premise,
        reason: reason(scene, word).or(told_reason.clone()),
        outlet: frame.outlet
            || (force.negated && matches!(force.modal.as_deref(), Some("can" | "could"))),
        evidence,
        via: None,
    })
}

/// The stance once negation, modality and condition are weighed; `None` where the words show none.
fn settle(
    frame: &StanceFrame,
    class: StanceWord,
    force: &Force,
    conditional: bool,
) -> Option<Stance> {
    let no = force.negated || force.never;
    match frame.only {
        Some(Only::Modal) => {
            return (!no
                && matches!(
                    force.modal.as_deref(),
                    Some("would" | "could" | "can" | "may" | "might" | "will")
                ))
            .then_some(frame.stance);
        }
        Some(Only::Negated) => return no.then_some(frame.stance),
        Some(Only::Refused) => {
            return (force.is_refusal() && !force.no_longer).then_some(if force.never {
                Stance::RedLine
            } else {
                frame.stance
            });
        }
        Some(Only::Never) => return force.never.then_some(frame.stance),
        Some(Only::NoLonger) => return force.no_longer.then_some(frame.stance),
        None => {}
    }
    if force.no_longer {
        return match frame.stance {
            Stance::Demands | Stance::Proposes => Some(Stance::Withdraws),
            Stance::Opposes | Stance::Rejects | Stance::Concerned => Some(Stance::Open),
            _ => None,
        };
    }
    if no {
        return match frame.stance {
            Stance::Accepts | Stance::Supports if force.never && force.is_modal() => {
                Some(Stance::RedLine)
            }
            Stance::Accepts if force.is_refusal() => Some(Stance::Rejects),
            _ => frame.negated,
        };
    }
    // Duty is the speaker's stance, not the subject's.
    if matches!(
        force.modal.as_deref(),
        Some("must" | "should" | "shall" | "ought")
    ) {
        return None;
    }
    if conditional {
        return match frame.stance {
            Stance::Accepts | Stance::Withdraws => Some(Stance::AcceptsIf),
            Stance::Supports | Stance::Open if force.is_modal() => Some(Stance::AcceptsIf),
            other => Some(other),
        };
    }
    if frame.stance == Stance::Withdraws && force.is_modal() {
        return Some(Stance::Open);
    }
    // "will propose": not yet proposed.
    if frame.stance == Stance::Proposes && force.is_modal() {
        return None;
    }
    if class == StanceWord::Adjective && frame.stance == Stance::Accepts {
        return Some(Stance::Open);
    }
    Some(frame.stance)
}

/// Where the thing stands: the head and its phrase.
pub fn target(scene: &Scene, word: usize, frame: &StanceFrame) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    for place in &frame.on {
        let found = match place {
            // "sought to mediate peace", where the tree took "mediate peace" for a thing.
            Place::Object if is_infinitive_next(scene, word) => None,
            Place::Object => words.object(word).map(|object| {
                // "wants its troops to stay": the clause.
                let infinitive = words
                    .children_by(word, &[Rel::Xcomp])
                    .find(|&clause| clause > object && has_to(scene, clause))
                    .filter(|_| frame.stance == Stance::Demands && frame.with.is_empty());
                let phrase = noun_phrase(scene, object);
                match infinitive {
                    Some(deed) => (deed, phrase.start..clause(scene, deed).end.max(phrase.end)),
                    None => (object, phrase),
                }
            }),
            Place::Subject => words
                .child(word, &[Rel::Nsubj, Rel::NsubjPass])
                // "A leaked draft raised concerns" read as a participle of its noun.
                .or_else(|| words.head(word).filter(|_| words.rel(word) == Rel::Acl))
                .map(|subject| text_above(scene, subject))
                .map(|subject| {
                    let phrase = noun_phrase(scene, subject);
                    (
                        subject,
                        if phrase.contains(&word) {
                            words.trim(phrase.start..word)
                        } else {
                            phrase
                        },
                    )
                }),
            Place::That => words
                .children_by(word, &[Rel::Ccomp])
                .find(|&clause| {
                    words.xpos(clause) != Xpos::Vbg
                        && !has_to(scene, clause)
                        && !is_question(scene, clause)
                })
                .map(|head| (head, clause(scene, head))),
            Place::To => words
                .children_by(word, &[Rel::Xcomp, Rel::Ccomp, Rel::Advcl])
                .find(|&clause| has_to(scene, clause))
                // "agreed in principle to exchange": hung on the phrase between.
                .or_else(|| {
                    words
                        .children_by(word, &[Rel::Obl, Rel::OblUnmarked, Rel::Advmod])
                        .filter(|&between| between > word)
                        .flat_map(|between| {
                            words.children_by(between, &[Rel::Acl, Rel::Xcomp, Rel::Advcl])
                        })
                        .find(|&clause| has_to(scene, clause))
                })
                .map(|head| ready(scene, head))
                .or_else(|| {
                    words
                        .with_case(word, &["to"])
                        .find(|&at| words.rel(at) == Rel::Obl)
                        .map(|head| (head, noun_phrase(scene, head)))
                }),
            Place::Ing => words
                .children_by(word, &[Rel::Xcomp, Rel::Ccomp, Rel::Obj])
                .find(|&clause| words.xpos(clause) == Xpos::Vbg)
                .map(|head| (head, clause(scene, head))),
            Place::Preposition(preposition) => words
                .with_case(word, &[preposition.as_str()])
                .next()
                .map(|head| {
                    (
                        head,
                        if words.is_verb(head) {
                            clause(scene, head)
                        } else {
                            noun_phrase(scene, head)
                        },
                    )
                }),
        };
        if let Some((head, phrase)) = found.filter(|(_, phrase)| !phrase.is_empty()) {
            return Some((head, phrase));
        }
    }
    None
}

fn is_infinitive_next(scene: &Scene, word: usize) -> bool {
    let words = scene.words;
    word + 2 < words.len()
        && words.form(word + 1).eq_ignore_ascii_case("to")
        && words.upos(word + 2) == Upos::Verb
        && words.xpos(word + 2) == Xpos::Vb
}

/// The infinitive after "ready to": what is talked about where it is talking, else the deed.
fn ready(scene: &Scene, head: usize) -> (usize, Range<usize>) {
    let words = scene.words;
    let embedded = scene
        .lexicon
        .stances
        .of(StanceWord::Verb, &words.phrasal(head))
        .find(|frame| frame.with.is_empty());
    if embedded.is_some_and(|frame| matches!(frame.stance, Stance::Open | Stance::Accepts)) {
        if let Some(object) = words.object(head) {
            return (object, noun_phrase(scene, object));
        }
        if let Some(about) = words.with_case(head, &["about", "on", "to", "over"]).next() {
            return (about, noun_phrase(scene, about));
        }
    }
    (head, clause(scene, head))
}

fn has_to(scene: &Scene, clause: usize) -> bool {
    scene.words.children(clause).any(|mark| {
        scene.words.rel(mark) == Rel::Mark && scene.words.form(mark).eq_ignore_ascii_case("to")
    })
}

fn is_question(scene: &Scene, clause: usize) -> bool {
    let words = scene.words;
    words.children(clause).any(|mark| {
        mark < clause
            && matches!(
                words.rel(mark),
                Rel::Mark | Rel::Advmod | Rel::Obj | Rel::Nsubj
            )
            && matches!(
                words.lemma(mark),
                "whether" | "how" | "why" | "what" | "when" | "where" | "who" | "which"
            )
    })
}

/// Mends what the tree cuts too short or too long: a gerund before its object, "over two years" after a share, a
/// trailing "on Tuesday", a comma clause that belongs to the verb.
pub fn tidy(scene: &Scene, word: usize, head: usize, mut phrase: Range<usize>) -> Range<usize> {
    let words = scene.words;
    if phrase.start == word + 2 && words.xpos(word + 1) == Xpos::Vbg {
        phrase.start = word + 1;
    }
    let gerund = |at: usize| {
        words.xpos(at) == Xpos::Vbg && !words.form(at).eq_ignore_ascii_case("including")
    };
    if let Some(comma) = phrase
        .clone()
        .find(|&at| at > head && words.form(at) == "," && at + 1 < phrase.end && gerund(at + 1))
    {
        phrase.end = comma;
    }
    let numeric = phrase.clone().any(|at| words.upos(at) == Upos::Num);
    for next in words.children_by(word, &[Rel::Obl, Rel::OblUnmarked]) {
        let range = words.subtree(next);
        let lead = words.lemma(range.start);
        let dated = scene
            .dates
            .0
            .iter()
            .any(|date| range.contains(&date.words.start));
        let share = numeric && matches!(lead, "over" | "by" | "within" | "per");
        let takes_to = lead == "to" && TO_NOUNS.contains(&words.lemma(phrase.end - 1));
        let takes_on = lead == "on" && !dated && ON_NOUNS.contains(&words.lemma(phrase.end - 1));
        let along = !dated
            && matches!(
                lead,
                "along"
                    | "between"
                    | "around"
                    | "across"
                    | "inside"
                    | "beyond"
                    | "near"
                    | "outside"
                    | "off"
            );
        let belongs = takes_to
            || takes_on
            || along
            || lead == "within"
            || matches!(lead, "under" | "of" | "without" | "in" | "at" | "after") && !dated;
        if range.start == phrase.end && (share || belongs) {
            phrase.end = words.trim(range).end;
        }
    }
    // "freezing the line as it stands"
    let standing = phrase.end..(phrase.end + 3).min(words.len());
    if standing.len() == 3
        && words.lemma(standing.start) == "as"
        && matches!(words.lemma(standing.start + 1), "it" | "they")
        && matches!(words.lemma(standing.start + 2), "stand" | "be")
    {
        phrase.end = standing.end;
    }
    let trailing = scene
        .dates
        .0
        .iter()
        .find(|date| date.words.end == phrase.end && date.words.start > head + 1);
    if let Some(date) = trailing.filter(|date| date.timex.kind == "DATE" && !date.words.is_empty())
    {
        let lead = date.words.start - 1;
        if words.lemma(lead) == "on" && words.head(date.words.end - 1) != Some(head) {
            phrase.end = lead;
        }
    }
    words.trim(phrase)
}

/// Whether an infinitive names something given, not talk, acceptance or a fight.
fn is_giving(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    words.is_verb(verb)
        && words.child(verb, &[Rel::Obj]).is_some()
        && !NOT_GIVEN.contains(&words.lemma(verb))
        && scene
            .lexicon
            .stances
            .of(StanceWord::Verb, &words.phrasal(verb))
            .all(|frame| !frame.with.is_empty() || frame.only.is_some())
}

/// Verbs whose infinitive after "ready to" gives nothing to the other side.
const NOT_GIVEN: &[&str] = &[
    "talk",
    "meet",
    "negotiate",
    "discuss",
    "engage",
    "listen",
    "hear",
    "work",
    "continue",
    "resume",
    "explore",
    "hold",
    "consider",
    "compromise",
    "cooperate",
    "speak",
    "start",
    "begin",
    "enter",
    "look",
    "review",
    "examine",
    "act",
    "fight",
    "respond",
    "defend",
    "attack",
    "strike",
    "use",
    "take",
    "do",
    "be",
    "have",
    "go",
    "travel",
    "make",
    "join",
    "say",
    "tell",
    "see",
    "try",
    "sign",
    "bear",
    "face",
    "risk",
    "pay a price",
    "protect",
    "counter",
    "repel",
    "confront",
    "address",
    "answer",
    "show",
    "follow",
    "play",
    "launch",
    "receive",
    "host",
    "send troops",
    "deploy",
    "intervene",
];

/// Nouns that are "to" something.
const TO_NOUNS: &[&str] = &[
    "halt",
    "end",
    "stop",
    "return",
    "access",
    "right",
    "limit",
    "change",
    "amendment",
    "alternative",
    "solution",
    "route",
    "commitment",
    "contribution",
    "exception",
    "reference",
    "extension",
    "transfer",
    "curb",
    "restriction",
    "cut",
    "increase",
    "visit",
    "answer",
    "approach",
    "response",
    "addition",
    "annex",
    "entry",
    "entitlement",
    "claim",
    "ceiling",
    "brake",
    "pause",
    "adherence",
    "accession",
    "protection",
    "compensation",
    "aid",
    "assistance",
    "delivery",
];

/// Nouns that are "on" something.
const ON_NOUNS: &[&str] = &[
    "cap",
    "limit",
    "ban",
    "tax",
    "levy",
    "tariff",
    "ceiling",
    "freeze",
    "restriction",
    "curb",
    "moratorium",
    "embargo",
    "sanction",
    "agreement",
    "deal",
    "accord",
    "treaty",
    "convention",
    "protocol",
    "talk",
    "negotiation",
    "vote",
    "referendum",
    "duty",
    "toll",
    "fee",
    "quota",
    "reference",
    "clause",
    "article",
    "chapter",
    "guarantee",
    "text",
    "language",
    "rule",
    "law",
    "decision",
    "consultation",
    "commitment",
    "inquiry",
    "control",
    "check",
    "cooperation",
];

/// A noun phrase without its preposition, its coordinated fellows kept.
pub fn noun_phrase(scene: &Scene, head: usize) -> Range<usize> {
    let words = scene.words;
    let mut range = words.subtree(head);
    while range.start < head
        && matches!(
            words.rel(range.start),
            Rel::Case | Rel::Mark | Rel::Cc | Rel::Punct
        )
        && words.head(range.start) == Some(head)
    {
        range.start += 1;
    }
    // ", which India rejected", ", opposed by Norway", ", calling it a trap": said besides.
    let aside = (head + 1..range.end.saturating_sub(1)).find(|&comma| {
        let next = comma + 1;
        words.form(comma) == ","
            && (matches!(words.xpos(next), Xpos::Wdt | Xpos::Wp | Xpos::WpPoss)
                || matches!(words.lemma(next), "which" | "who" | "whose" | "where")
                || words.xpos(next) == Xpos::Vbg
                    && !words.form(next).eq_ignore_ascii_case("including")
                || words.xpos(next) == Xpos::Vbn
                    && words.form((next + 1).min(words.len() - 1)) == "by")
    });
    if let Some(aside) = aside {
        range.end = aside;
    }
    words.trim(range)
}

/// A clause without "that" or "to" and without the clause's own coordinated fellows.
pub fn clause(scene: &Scene, head: usize) -> Range<usize> {
    let words = scene.words;
    let mut range = words.subtree(head);
    if let Some(next) = words
        .children_by(head, &[Rel::Conj])
        .find(|&next| next > head && words.is_verb(next))
    {
        let next_start = words.subtree(next).start;
        if next_start > head {
            range.end = next_start;
        }
    }
    while range.start < head
        && (matches!(words.rel(range.start), Rel::Mark | Rel::Cc | Rel::Punct)
            || (words.rel(range.start) == Rel::Aux && words.lemma(range.start) == "to"))
    {
        range.start += 1;
    }
    words.trim(range)
}

/// Frames that need a fellow ("raise" + "concern"): whether it is there.
fn carries(scene: &Scene, word: usize, frame: &StanceFrame) -> Option<()> {
    if let Some(()) = carried_noun(scene, word, frame).map(|_| ()) {
        return Some(());
    }
    // Arguments named by position ("urge X to": an object).
    let by_place = frame.with.iter().any(|with| match with.as_str() {
        "object" => scene.words.child(word, &[Rel::Obj, Rel::Iobj]).is_some(),
        preposition => scene.words.with_case(word, &[preposition]).next().is_some(),
    });
    by_place.then_some(())
}

fn carried_noun(scene: &Scene, word: usize, frame: &StanceFrame) -> Option<usize> {
    let words = scene.words;
    words
        .children_by(word, &[Rel::Obj, Rel::NsubjPass, Rel::Obl, Rel::Xcomp])
        .chain(words.object(word))
        .find(|&noun| frame.with.iter().any(|with| with == words.lemma(noun)))
}

/// "stressed the need for a fund", "left the door open to talks": the thing hangs on the noun that the verb carries.
fn through_noun(scene: &Scene, word: usize, frame: &StanceFrame) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let noun = carried_noun(scene, word, frame)?;
    frame.on.iter().find_map(|place| match place {
        Place::Preposition(preposition) => words
            .with_case(noun, &[preposition.as_str()])
            .next()
            .map(|head| (head, noun_phrase(scene, head))),
        Place::To => words
            .children_by(noun, &[Rel::Acl, Rel::Xcomp])
            .find(|&clause| has_to(scene, clause))
            .map(|head| (head, clause(scene, head)))
            .or_else(|| {
                words
                    .with_case(noun, &["to"])
                    .next()
                    .map(|head| (head, noun_phrase(scene, head)))
            }),
        _ => None,
    })
}

/// The holder where it is not the subject: "raised concern among", "in", "with".
fn around(scene: &Scene, word: usize, frame: &StanceFrame) -> Vec<Holder> {
    let words = scene.words;
    let cases: Vec<&str> = frame.holder.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    let mut stack = vec![word];
    stack.extend(words.children_by(word, &[Rel::Obj, Rel::NsubjPass]));
    let mut index = 0;
    while index < stack.len() && index < 24 {
        let at = stack[index];
        index += 1;
        for phrase in words.with_case(at, &cases) {
            for holder in holders(scene, phrase) {
                if !found.contains(&holder) {
                    found.push(holder);
                }
            }
            for fellow in words.conjuncts(phrase) {
                if !stack.contains(&fellow) {
                    stack.push(fellow);
                }
            }
        }
    }
    found
}

/// From the holder, where it adjoins, to the end of the thing.
fn evidence(
    scene: &Scene,
    word: usize,
    phrase: &Range<usize>,
    premise: Option<Range<usize>>,
) -> Range<usize> {
    let words = scene.words;
    let subject = words
        .child(word, &[Rel::Nsubj, Rel::NsubjPass])
        .filter(|&subject| subject < word);
    let mut start = subject.map_or(word, |subject| words.subtree(subject).start);
    if phrase.start < start && words.sentence_of(phrase.start) == words.sentence_of(word) {
        start = phrase.start;
    }
    let mut end = phrase.end.max(word + 1);
    if let Some(premise) = premise {
        start = start.min(premise.start);
        end = end.max(premise.end);
    }
    words.trim(start..end)
}

/// "as surrender", "because …", "saying …": why.
fn reason(scene: &Scene, word: usize) -> Option<Range<usize>> {
    let words = scene.words;
    let as_phrase = words
        .with_case(word, &["as"])
        .find(|&at| at > word)
        .map(|at| {
            let range = words.subtree(at);
            words.trim(range.start + 1..range.end)
        });
    as_phrase
        .or_else(|| {
            words
                .children_by(word, &[Rel::Advcl])
                .find(|&clause| {
                    words.children(clause).any(|mark| {
                        words.rel(mark) == Rel::Mark
                            && matches!(words.lemma(mark), "because" | "since" | "as")
                    })
                })
                .map(|head| clause(scene, head))
        })
        .filter(|range| !range.is_empty())
}

/// "A draft of 28 proposals": the text, where the counted points in it were taken for the subject.
fn text_above(scene: &Scene, noun: usize) -> usize {
    let words = scene.words;
    match words.head(noun).filter(|_| words.rel(noun) == Rel::Nmod) {
        Some(text) if scene.proposals.at(noun).is_none() && scene.proposals.at(text).is_some() => {
            text
        }
        _ => noun,
    }
}
