//! Verdicts: predicates said of the thing. "… is unacceptable", "called it absurd", "regards 33 percent as too low".

use std::ops::Range;

use rapporteur_lexicon::{StanceFrame, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::for_whom::for_whom;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::things::{clause, has_to, noun_phrase};
use crate::stances::cues::shapes;
use crate::stances::modality::force::{Force, is_hypothetical, premise};
use crate::stances::{Claim, Scene, is_claimed};
use crate::words::Words;

/// Verbs that put a verdict on their object.
pub(in crate::stances) const JUDGING: &[&str] = &[
    "call",
    "describe",
    "brand",
    "label",
    "deem",
    "consider",
    "regard",
    "view",
    "see",
    "dismiss",
    "denounce",
    "term",
    "characterise",
    "characterize",
    "find",
    "judge",
    "condemn",
    "think",
    "portray",
    "decry",
    "hail",
    "praise",
    "rate",
    "declare",
    "pronounce",
    "slam",
];

/// What is judged without a stance toward any term: how a meeting went, how things stand.
const OCCASIONS: &[&str] = &[
    "session",
    "meeting",
    "round",
    "talk",
    "conversation",
    "discussion",
    "exchange",
    "day",
    "night",
    "week",
    "month",
    "evening",
    "morning",
    "visit",
    "trip",
    "encounter",
    "dialogue",
    "negotiation",
    "atmosphere",
    "mood",
    "tone",
    "climate",
    "situation",
    "relation",
    "relationship",
    "progress",
    "pace",
    "call",
    "dinner",
    "lunch",
    "contact",
    "gathering",
    "summit",
    "start",
    "beginning",
    "road",
    "path",
    "task",
    "job",
    "work",
    "process",
    "crisis",
];

/// Reads one word.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    if JUDGING.contains(&scene.words.lemma(word)) && scene.words.is_verb(word) {
        judged(scene, word, claims);
    }
    if scene.words.lemma(word) == "strike" && scene.words.is_verb(word) {
        struck(scene, word, claims);
    }
    let asked_for = || {
        scene.words.rel(word) == Rel::AuxPass
            && scene.words.head(word).is_some_and(|head| {
                let shut = matches!(scene.words.lower(head), "ruled" | "excluded")
                    && scene.words.rel(head) != Rel::AclRelcl
                    && (scene.words.child(head, &[Rel::OblAgent])).is_none();
                shut || matches!(scene.words.lower(head), "needed" | "required")
            })
    };
    if scene.words.rel(word) == Rel::Cop || scene.words.lemma(word) == "remain" || asked_for() {
        copular(scene, word, claims);
    }
}

/// "called the idea a delaying tactic".
fn judged(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let force = Force::of(words, verb);
    // "wants to see the mine closed": what is to become of it.
    let wanted = words.rel(verb) == Rel::Xcomp
        && words.lemma(verb) == "see"
        && (words.head(verb)).is_some_and(|wish| {
            matches!(
                words.lemma(wish),
                "want" | "like" | "need" | "love" | "hope" | "keen"
            )
        });
    if force.negated || force.never || force.hypothetical || wanted {
        return;
    }
    let sentence = words.sentence(words.sentence_of(verb));
    let end = (verb + 1..sentence.end)
        .find(|&at| matches!(words.form(at), "." | ";" | ":"))
        .unwrap_or(sentence.end);
    for start in verb + 1..end.min(verb + 30) {
        let known = verdict(scene, start);
        let Some((frame, length)) = shapes::by_another_name(scene, start)
            .or_else(|| shapes::half_measure(scene, start))
            .filter(|(_, longer)| known.is_none_or(|(_, length)| length < *longer))
            .or(known)
        else {
            continue;
        };
        let (frame, length) = shapes::turned(scene, start, frame, length);
        // "called it not fair": the other way round.
        if matches!(words.lower(start - 1), "not" | "hardly" | "scarcely") {
            return;
        }
        let passive = words.is_passive(verb);
        let mut object = match words.child(verb, &[Rel::NsubjPass]).filter(|_| passive) {
            // "was dismissed by Brod as unworkable"
            Some(subject) => noun_phrase(scene, subject),
            None => words.trim(verb + 1..start),
        };
        while object.end > object.start
            && matches!(
                words.lemma(object.end - 1),
                "as" | "to" | "be" | "\"" | "“" | "simply" | "merely" | "far" | "much" | "way"
            )
        {
            object.end -= 1;
        }
        let mut object = words.trim(object);
        // "a levy that Merin finds regressive"
        if let Some(noun) = words.described(verb).filter(|_| object.is_empty()) {
            object = noun_phrase(scene, noun);
        }
        // "The amount Merin called an insult", "Closing the base it deems impossible": what stands first.
        let first = (words.child(verb, &[Rel::Obj]))
            .filter(|&first| first < verb && words.upos(first) != Upos::Pron);
        if let Some(first) = first.filter(|_| object.is_empty()) {
            object = match words.is_verb(first) {
                true => words.trim(clause(scene, first)),
                false => noun_phrase(scene, first),
            };
        }
        if object.is_empty()
            || object
                .clone()
                .any(|at| words.is_verb(at) && words.rel(at) == Rel::Conj)
        {
            return;
        }
        // "considers it inadmissible to cut the water": what comes behind.
        let behind = start + length;
        if object.len() == 1
            && words.lower(object.start) == "it"
            && behind < sentence.end
            && matches!(words.lower(behind), "to" | "that")
        {
            object = words.trim(behind + 1..sentence.end);
        }
        let head = words.top(object.clone()).unwrap_or(object.start);
        let held = subject_holders(scene, verb);
        let subject = words
            .child(verb, &[Rel::Nsubj])
            .filter(|&subject| subject < verb);
        let from = subject.map_or(verb, |subject| words.subtree(subject).start);
        let from = first.map_or(from, |first| from.min(words.subtree(first).start));
        push(
            scene,
            claims,
            frame,
            held,
            verb,
            head,
            object,
            from..start + length,
            Some(start..start + length),
        );
        return;
    }
}

/// "twelve months struck Merin as far too short": whoever it strikes.
fn struck(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let force = Force::of(words, verb);
    let end = words.sentence(words.sentence_of(verb)).end;
    let like = (verb + 2..end.min(verb + 8)).find(|&at| words.lower(at) == "as");
    let (Some(subject), Some(whom), Some(like)) = (
        words
            .child(verb, &[Rel::Nsubj])
            .filter(|&subject| subject < verb),
        words.child(verb, &[Rel::Obj]),
        like,
    ) else {
        return;
    };
    let found = (like + 1..end.min(like + 5))
        .find_map(|start| verdict(scene, start).map(|(frame, length)| (frame, start + length)));
    let held = holders(scene, whom);
    let Some((frame, last)) = found.filter(|_| force.is_fact() && !held.is_empty()) else {
        return;
    };
    let object = noun_phrase(scene, subject);
    let from = object.start;
    push(
        scene,
        claims,
        frame,
        held,
        verb,
        subject,
        object,
        from..last,
        None,
    );
}

/// "the plan was a basis for discussion": the speaker holds it, or whom it is so "for" or "to".
fn copular(scene: &Scene, copula: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let predicate = if matches!(words.rel(copula), Rel::Cop | Rel::AuxPass) {
        words.head(copula)
    } else {
        Some(copula)
    };
    let Some(predicate) = predicate else { return };
    if is_hypothetical(words, predicate)
        || (words.head(predicate)).is_some_and(|head| is_claimed(scene, claims, head))
    {
        return;
    }
    let Some(subject) = words.child(
        predicate,
        &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj, Rel::NsubjOuter],
    ) else {
        return;
    };
    let limit = (copula + 6).min(words.sentence(words.sentence_of(copula)).end);
    let force = Force::of(words, predicate);
    let never = force.never || (subject + 1..copula).any(|at| words.lower(at) == "never");
    for start in copula..limit {
        // "would never be acceptable", "was never on offer"
        let never_so = || {
            never
                .then(|| never_so(scene, start, force.modal.is_some()))
                .flatten()
        };
        let Some((frame, length)) = never_so().or_else(|| verdict(scene, start)) else {
            continue;
        };
        let negated = !frame_is_negative(scene, start)
            && (force.negated || force.never)
            && never_so().is_none();
        if negated || start == copula {
            return;
        }
        // "remain taboo for Merin": hung on what it remains.
        let linked = words.child(predicate, &[Rel::Xcomp]).unwrap_or(predicate);
        let named = [predicate, linked]
            .into_iter()
            .take(if linked == predicate { 1 } else { 2 })
            .flat_map(|at| words.with_case(at, &["for", "to"]))
            .flat_map(|at| holders(scene, at))
            .collect::<Vec<Holder>>();
        let to_whom = !named.is_empty();
        let held = if named.is_empty() {
            match Holder::speakers(scene, predicate) {
                held if held.is_empty() => for_whom(scene, predicate),
                held => held,
            }
        } else {
            named
        };
        if held.is_empty() {
            return;
        }
        let mut object = noun_phrase(scene, subject);
        let mut subject = subject;
        // "it would be a mistake to curb exports": what is judged comes after.
        let deed = words
            .children_by(
                predicate,
                &[Rel::Acl, Rel::Csubj, Rel::Ccomp, Rel::Xcomp, Rel::Advcl],
            )
            .find(|&deed| deed >= start + length && has_to(scene, deed));
        if words.lemma(subject) == "it"
            && let Some(deed) = deed
        {
            subject = deed;
            object = clause(scene, deed);
        } else if words.is_verb(subject) {
            // "Running the airport jointly would be …": all of it, whatever hangs on the predicate.
            let end = (subject + 1..copula)
                .find(|&at| words.upos(at) == Upos::Aux && words.head(at) == Some(predicate))
                .unwrap_or(copula);
            let comma = (subject + 1..end).find(|&at| words.form(at) == ",");
            object = words.trim(object.start..comma.unwrap_or(end));
        }
        let known = scene.proposals.at(subject).is_some()
            || words.children(subject).any(|det| {
                matches!(words.lemma(det), "the" | "this" | "these" | "those")
                    || words.rel(det) == Rel::NmodPoss
            })
            || words.upos(subject) == Upos::Pron
            || deed == Some(subject);
        // "a cap would be unworkable": such a thing, if it were made.
        let would = force.modal.as_deref() == Some("would") || premise(words, predicate).is_some();
        let lenient = known
            || shapes::is_figure_told(scene, subject)
            || shapes::recipe(scene, start).is_some()
            || to_whom
            || would
            || frame.indefinite && words.upos(subject) == Upos::Noun;
        let strict = matches!(
            frame.stance,
            Stance::Concerned | Stance::Supports | Stance::Open | Stance::Accepts
        );
        // "a levy was unaffordable and out of the question": the second verdict may tell more.
        if strict && !lenient && !is_matter(scene, &object) {
            continue;
        }
        let (frame, length) = shapes::fellow(scene, start, frame, length);
        let before = claims.len();
        if words.upos(subject) == Upos::Pron
            && matches!(
                words.lemma(subject),
                "i" | "we" | "he" | "she" | "who" | "there"
            )
        {
            return;
        }
        let from = words.subtree(subject).start.min(copula);
        push(
            scene,
            claims,
            frame,
            held,
            predicate,
            subject,
            object,
            from..start + length,
            None,
        );
        if let Some(claim) = claims.get_mut(before)
            && (force.no_longer || is_no_longer(words, start))
            // "no longer acceptable" is a verdict of its own.
            && words.lower(start) != "no"
        {
            claim.stance = no_longer(claim.stance);
        }
        return;
    }
}

/// "no longer | acceptable"
fn is_no_longer(words: &Words, start: usize) -> bool {
    start > 1 && words.lower(start - 1) == "longer" && words.lower(start - 2) == "no"
}

/// What a verdict shows that holds no more: "is no longer acceptable" turns down, "is no longer a condition" gives up.
fn no_longer(stance: Stance) -> Stance {
    match stance {
        Stance::Demands | Stance::Proposes => Stance::Withdraws,
        Stance::Accepts | Stance::AcceptsIf | Stance::Supports | Stance::Open => Stance::Rejects,
        _ => Stance::Open,
    }
}

/// What a thing never is that is no matter of the talks: "would never be acceptable", "is never on offer".
fn never_so<'a>(scene: &'a Scene, start: usize, would: bool) -> Option<(&'a StanceFrame, usize)> {
    const NEVER: &[&str] = &[
        "acceptable",
        "negotiable",
        "tolerable",
        "on offer",
        "on the table",
        "for sale",
        "an option",
        "up for discussion",
        "up for negotiation",
        "open to discussion",
        "open to negotiation",
    ];
    let words = scene.words;
    // "was never on the table": what was not spoken of.
    if !would && matches!(words.lower(start), "on" | "an" | "for" | "up" | "open") {
        return None;
    }
    let found = NEVER
        .iter()
        .find(|never| (never.split(' ').zip(start..)).all(|(form, at)| words.lower(at) == form))?;
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Verdict, "not negotiable")
        .next()?;
    Some((frame, found.split(' ').count()))
}

/// Whether a thing is one of those that policies and talks are about, by the topics of the lexicon.
pub(in crate::stances) fn is_matter(scene: &Scene, thing: &Range<usize>) -> bool {
    let text = scene.words.text_of(thing.clone());
    (scene.lexicon.topics.classify_text(text, "")).is_some_and(|found| !found.topic.is_general())
}

fn frame_is_negative(scene: &Scene, start: usize) -> bool {
    matches!(scene.words.lemma(start), "not" | "n't")
}

/// "a right that nobody can sign away", "right behind the weavers", "good handwriting": no praise of a term.
fn is_no_praise(words: &Words, at: usize) -> bool {
    match words.lower(at) {
        "right" => {
            words.upos(at) == Upos::Noun
                || words.upos(at) == Upos::Adv
                || matches!(words.lower(at + 1), "behind" | "up" | "in" | "of" | "that")
        }
        "good" => {
            words.rel(at) == Rel::Amod
                && words.head(at).is_some_and(|noun| {
                    matches!(
                        words.lemma(noun),
                        "day"
                            | "word"
                            | "news"
                            | "manner"
                            | "machine"
                            | "handwriting"
                            | "paper"
                            | "place"
                            | "will"
                            | "faith"
                            | "question"
                            | "joke"
                            | "friend"
                            | "neighbour"
                            | "neighbor"
                            | "health"
                            | "time"
                            | "order"
                            | "mood"
                            | "humour"
                            | "humor"
                            | "spirit"
                    )
                })
        }
        _ => false,
    }
}

/// The longest verdict that begins at a word.
pub(in crate::stances) fn verdict<'a>(
    scene: &'a Scene,
    start: usize,
) -> Option<(&'a StanceFrame, usize)> {
    let words = scene.words;
    let stances = &scene.lexicon.stances;
    let first = words.lower(start);
    // "has seen a good many such papers"
    let count = start + usize::from(matches!(first, "a" | "an"));
    if matches!(words.lower(count), "good" | "great" | "fair")
        && matches!(
            words.lower(count + 1),
            "many" | "deal" | "number" | "part" | "while" | "bit" | "few"
        )
    {
        return None;
    }
    if is_no_praise(words, start) {
        return None;
    }
    if let Some((frame, length)) = longest_verdict(scene, start) {
        return is_whole(words, start, start + length).then_some((frame, length));
    }
    if let Some(found) = of_a_step(scene, start).or_else(|| shapes::recipe(scene, start)) {
        return Some(found);
    }
    let known = |verdict: &str| stances.of(StanceWord::Verdict, verdict).next();
    let next = start + 1;
    // "worth examining": whatever one may do with an idea; "poorly thought through".
    if words.lemma(start) == "worth" && words.xpos(next) == Xpos::Vbg {
        return known("worth considering").map(|frame| (frame, 2));
    }
    if matches!(
        words.lemma(start),
        "poorly" | "badly" | "ill" | "hastily" | "sloppily" | "insufficiently" | "inadequately"
    ) && matches!(words.xpos(next), Xpos::Vbn | Xpos::Vbd)
    {
        return known("flawed").map(|frame| (frame, 2));
    }
    // "too short": of whatever measure, as "too low" is.
    let excess = words.lemma(start) == "too"
        && (!matches!(
            words.lemma((start + 1).min(words.len() - 1)),
            "early" | "soon"
        ) || start > 0 && matches!(words.lower(start - 1), "far" | "much" | "way"))
        && start + 1 < words.len()
        && words.upos(start + 1) == Upos::Adj;
    excess
        .then(|| known("too low").map(|frame| (frame, 2)))
        .flatten()
}

/// The longest verdict of the lexicon whose words stand from a word on, and how many they are. Quotation marks are read over,
/// "n't" as "not".
fn longest_verdict<'a>(scene: &'a Scene, start: usize) -> Option<(&'a StanceFrame, usize)> {
    let words = scene.words;
    let stances = &scene.lexicon.stances;
    let first = words.lower(start);
    let mut text = match first {
        "n't" | "n’t" => "not".to_owned(),
        _ if first.contains(QUOTES) => first.replace(QUOTES, ""),
        _ if stances.opens_verdict(first) => first.to_owned(),
        _ => return None,
    };
    let end = words.sentence(words.sentence_of(start)).end;
    let mut found = None;
    for next in start + 1..=end {
        if let Some(frame) = stances.of(StanceWord::Verdict, &text).next() {
            found = Some((frame, next - start));
        }
        // "“a non-starter”": the mark that closes it is its own.
        let goes_on = next < end
            && (words.form(next).contains(QUOTES) || stances.opens_longer_verdict(&text));
        if !goes_on {
            break;
        }
        let gap = words.text_of(next - 1..next + 1);
        let between = words.form(next - 1).len()..gap.len() - words.form(next).len();
        let gap = gap.get(between).unwrap_or_default();
        text.push_str(&gap.replace(QUOTES, ""));
        text.push_str(&words.lower(next).replace(QUOTES, ""));
    }
    found
}

/// Quotation marks that a verdict is read over.
const QUOTES: [char; 3] = ['“', '”', '"'];

/// Whether a verdict stands by itself: not "is not on | the list", "their | right", "welcome | to propose a visit".
fn is_whole(words: &Words, start: usize, end: usize) -> bool {
    let next = |at: usize| {
        if at < words.len() {
            words.upos(at)
        } else {
            Upos::Punct
        }
    };
    // "a tax on the poor", "an attack on us" are what they are on.
    let noun = start + 2 < end && matches!(words.lower(start), "a" | "an");
    let before_noun = words.lower(end - 1) == "on"
        && !noun
        && matches!(
            next(end),
            Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Pron
        );
    let owned = start + 1 == end
        && words.upos(start) == Upos::Noun
        && start > 0
        && words.rel(start - 1) == Rel::NmodPoss;
    let may = words.lower(end - 1) == "welcome"
        && end < words.len()
        && words.lower(end) == "to"
        && next(end + 1) == Upos::Verb;
    !(before_noun || owned || may)
}

/// What is judged where the noun says nothing: "a sensible road", "a misguided step".
const STEPS: &[&str] = &[
    "step",
    "road",
    "path",
    "route",
    "way",
    "move",
    "idea",
    "approach",
    "solution",
    "option",
    "choice",
    "course",
    "measure",
    "suggestion",
    "proposal",
    "thing",
    "compromise",
    "basis",
    "plan",
    "number",
    "figure",
    "price",
    "offer",
    "bid",
    "deal",
    "text",
    "draft",
    "date",
    "sum",
    "start",
    "formula",
    "bargain",
];

/// "a sensible road": an adjective that is a verdict by itself, and a noun that adds nothing.
fn of_a_step<'a>(scene: &'a Scene, start: usize) -> Option<(&'a StanceFrame, usize)> {
    let words = scene.words;
    let (adjective, noun) = (start + 1, start + 2);
    if noun >= words.len()
        || !matches!(words.lower(start), "a" | "an")
        || words.upos(adjective) != Upos::Adj
        || words.head(adjective) != Some(noun)
        || !STEPS.contains(&words.lemma(noun))
    {
        return None;
    }
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Verdict, words.lower(adjective))
        .next()?;
    Some((frame, 3))
}

/// "the 30-hour week", "a longer working day", "twelve months": a term, and no occasion.
fn is_working_time(scene: &Scene, head: usize) -> bool {
    let words = scene.words;
    matches!(words.lemma(head), "day" | "night" | "week" | "month")
        && words.child(head, &[Rel::Nummod]).is_some()
        || matches!(words.lemma(head), "day" | "night" | "week" | "month")
            && (words.subtree(head).start..head)
                .any(|at| words.lower(at).contains("hour") || words.lower(at).contains("work"))
}

#[allow(clippy::too_many_arguments, reason = "all that makes a claim")]
fn push(
    scene: &Scene,
    claims: &mut Vec<Claim>,
    frame: &StanceFrame,
    held: Vec<Holder>,
    trigger: usize,
    head: usize,
    object: Range<usize>,
    evidence: Range<usize>,
    reason: Option<Range<usize>>,
) {
    if OCCASIONS.contains(&scene.words.lemma(head))
        && scene.proposals.at(head).is_none()
        && !is_working_time(scene, head)
    {
        return;
    }
    let on = scene.toward(head, object);
    let premise = premise(scene.words, trigger);
    // "six years was conceivable if the fee was paid": would take them then.
    let can_be = || {
        frame.stance == Stance::Open
            && matches!(
                scene.words.lemma(trigger),
                "possible" | "conceivable" | "thinkable" | "imaginable"
            )
    };
    let stance = if premise.is_some() && (frame.stance == Stance::Accepts || can_be()) {
        Stance::AcceptsIf
    } else {
        frame.stance
    };
    claims.push(Claim {
        stance,
        holders: held,
        trigger,
        rule: frame.name.clone(),
        on,
        premise,
        reason: reason.filter(|_| matches!(frame.stance, Stance::Concerned | Stance::Rejects)),
        outlet: matches!(
            scene.words.lemma(trigger),
            "regard" | "view" | "see" | "consider" | "find" | "think"
        ) && scene.speaker(trigger).is_none(),
        evidence: scene.words.trim(evidence),
        via: None,
    });
}
