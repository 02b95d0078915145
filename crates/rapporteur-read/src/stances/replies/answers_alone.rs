//! Whole answers in a word or two: "Quotas? Thanks, but no thanks", "Soldiers, never", "Would I take it? If it comes with a
//! guarantee, yes", "Fine by me, she said when asked about a third day", "asked whether it would sign, Orveth said no".

use std::ops::Range;

use rapporteur_lexicon::{StanceFrame, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::proposals::is_read;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::matter::put_forward;
use crate::stances::modality::force::{Premise, PremiseKind};
use crate::stances::modality::premises::hangings;
use crate::stances::replies::asked::Asked;
use crate::stances::replies::evasions::evader;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// The longest reply, in words.
const LONGEST: usize = 8;

/// The longest thing that is asked of without a verb, in words.
const THING: usize = 9;

/// Reads every reply, and the yes and no to a question that is told.
pub fn read(scene: &Scene, asked: &[Asked], claims: &mut Vec<Claim>) {
    let words = scene.words;
    for sentence in 0..words.sentences() {
        let range = words.sentence(sentence);
        let mut at = range.start;
        while at < range.end {
            match begins(words, at).then(|| reply(scene, at)).flatten() {
                Some((frame, end)) => {
                    let claim = answered(scene, asked, frame, at..end)
                        .or_else(|| quoted(scene, claims, frame, at..end))
                        .or_else(|| unquoted(scene, claims, frame, at..end));
                    claims.extend(claim);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    for question in asked.iter().filter(|question| question.open) {
        let first = told(scene, question);
        let second = first
            .as_ref()
            .and_then(|first| beside(scene, question, first));
        claims.extend(first.into_iter().chain(second));
    }
}

/// Whether a reply may begin here: at the head of a sentence, or behind a stop.
fn begins(words: &Words, at: usize) -> bool {
    let start = words.sentence(words.sentence_of(at)).start;
    let before = (start..at)
        .rev()
        .find(|&before| !is_quote(words.form(before)));
    before.is_none_or(|before| {
        matches!(
            words.form(before),
            "?" | "." | "," | ":" | "–" | "—" | ";" | "!"
        ) || matches!(words.lower(before), "but" | "so" | "well")
    })
}

fn is_quote(form: &str) -> bool {
    matches!(form, "\"" | "“" | "”" | "‘" | "’" | "'")
}

/// The reply that begins at a word, and where it ends; the longest first.
pub(in crate::stances) fn reply<'a>(
    scene: &'a Scene,
    at: usize,
) -> Option<(&'a StanceFrame, usize)> {
    let words = scene.words;
    let first = words.lower(at);
    if first != "," && !first.contains('’') && !scene.lexicon.stances.opens_reply(first) {
        return None;
    }
    let sentence = words.sentence(words.sentence_of(at)).end;
    let mut text = String::new();
    let mut found = None;
    for next in at..sentence.min(at + LONGEST) {
        if words.form(next) == "," {
            continue;
        }
        if words.upos(next) == Upos::Punct && next > at {
            break;
        }
        if !text.is_empty() && !words.form(next).starts_with(['\'', '’']) {
            text.push(' ');
        }
        text.push_str(&words.lower(next).replace('’', "'"));
        let stops = next + 1 >= sentence
            || matches!(words.form(next + 1), "." | "," | "!" | ";" | "—" | "–")
            || is_quote(words.form(next + 1));
        if stops && let Some(frame) = scene.lexicon.stances.of(StanceWord::Reply, &text).next() {
            found = Some((frame, next + 1));
        }
    }
    found
}

/// What a reply claims, where somebody gives it to something that is named.
fn answered(
    scene: &Scene,
    asked: &[Asked],
    frame: &StanceFrame,
    reply: Range<usize>,
) -> Option<Claim> {
    let words = scene.words;
    if !is_read(words, scene.blocks, reply.start) {
        return None;
    }
    let plain = matches!(frame.name.as_str(), "reply-yes" | "reply-no");
    let premise = premise(words, reply.start).or_else(|| premise_behind(words, reply.end));
    let (stance, on, start) = if let Some((on, start)) = thing_before(scene, reply.start) {
        // "Tired? No": of a plain yes and no only what is asked with a verb tells something. "A shame, of course."
        let asks = words.text_of(start..reply.start).contains('?');
        let closes = reply.end >= words.len()
            || matches!(words.form(reply.end), "." | "!")
            || is_quote(words.form((reply.end + 1).min(words.len() - 1)))
            || is_quote(words.form(reply.end));
        let firm = matches!(
            frame.name.as_str(),
            "reply-no" | "reply-never" | "reply-perhaps"
        );
        if words.text_of(reply.clone()).len() < 4 || !(asks || closes && firm) {
            return None;
        }
        (frame.stance, on, start)
    } else if let Some(question) = question_before(scene, reply.start) {
        let (yes, no, on) = asks(scene, question.clone())?;
        let stance = match frame.stance {
            Stance::Accepts | Stance::Supports => yes,
            Stance::RedLine if no == Stance::Rejects => Stance::RedLine,
            Stance::Rejects | Stance::RedLine => no,
            other => other,
        };
        (stance, on, reply.start)
    } else {
        let beside = asked.iter().find(|asked| {
            words.sentence_of(asked.verb) == words.sentence_of(reply.start)
                && asked.verb > reply.end
                && !asked.open
                && !plain
                || words.sentence_of(asked.verb) == words.sentence_of(reply.start)
                    && asked.verb > reply.end
                    && frame.name == "reply-yes"
                    && !asked.open
        })?;
        let head = words.top(beside.words.clone())?;
        (
            frame.stance,
            scene.toward(head, beside.words.clone()),
            reply.start,
        )
    };
    let held = repliers(scene, &reply);
    if held.is_empty() {
        return None;
    }
    let stance = match (stance, &premise) {
        (Stance::Accepts | Stance::Supports, Some(_)) => Stance::AcceptsIf,
        (stance, _) => stance,
    };
    Some(Claim {
        stance,
        holders: held,
        trigger: reply.start,
        rule: frame.name.clone(),
        on,
        premise,
        reason: None,
        outlet: false,
        evidence: words.trim(start..reply.end),
        via: None,
    })
}

/// "'No deal,' said Lena Farr": a quotation that is nothing but an answer, to what another put forward right before it.
fn quoted(
    scene: &Scene,
    claims: &[Claim],
    frame: &StanceFrame,
    reply: Range<usize>,
) -> Option<Claim> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(reply.start));
    let stop = reply.end
        + usize::from(matches!(
            words.form(reply.end.min(words.len() - 1)),
            "," | "." | "!"
        ));
    let whole = sentence.start + 1 == reply.start
        && is_quote(words.form(sentence.start))
        && stop < sentence.end
        && is_quote(words.form(stop))
        && !(stop + 1..sentence.end).any(|at| is_quote(words.form(at)));
    if !whole || !is_read(words, scene.blocks, reply.start) {
        return None;
    }
    let evidence = words.trim(reply.clone());
    toward_what_came_before(scene, claims, frame, &reply, evidence)
}

/// The answer of those who reply to what was put forward right before.
fn toward_what_came_before(
    scene: &Scene,
    claims: &[Claim],
    frame: &StanceFrame,
    reply: &Range<usize>,
    evidence: Range<usize>,
) -> Option<Claim> {
    let held = repliers(scene, reply);
    let before = put_forward(scene, claims, reply.start, &held).filter(|_| !held.is_empty())?;
    Some(Claim {
        via: before.via,
        ..Claim::plain(
            &frame.name,
            frame.stance,
            held.clone(),
            reply.start,
            before.on.clone(),
            evidence,
        )
    })
}

/// "Not a chance, said Lena Farr": the same without the marks.
fn unquoted(
    scene: &Scene,
    claims: &[Claim],
    frame: &StanceFrame,
    reply: Range<usize>,
) -> Option<Claim> {
    let words = scene.words;
    let sentence = words.sentence(words.sentence_of(reply.start));
    let cue = reply.end + 1;
    let said = sentence.start == reply.start
        && words.form(reply.end) == ","
        && cue < sentence.end
        && matches!(words.lemma(cue), "say" | "reply" | "answer" | "insist")
        && (reply.len() > 1 || words.lower(reply.start) == "never");
    if !said || !is_read(words, scene.blocks, reply.start) {
        return None;
    }
    let evidence = words.trim(reply.start..words.subtree(cue).end.min(sentence.end));
    toward_what_came_before(scene, claims, frame, &reply, evidence)
}

/// "Yes, if they sign", "never, unless they pay": the condition behind a reply.
pub(in crate::stances) fn premise_behind(words: &Words, end: usize) -> Option<Premise> {
    let last = end.checked_sub(1)?;
    hangings(words, words.sentence_of(last))
        .iter()
        .map(|hanging| &hanging.premise)
        .find(|premise| (end..=end + 2).contains(&premise.whole.start))
        .cloned()
}

/// "If it comes with a guarantee, yes", "With a clause on fish, yes": the condition of a reply.
fn premise(words: &Words, reply: usize) -> Option<Premise> {
    let start = words.sentence(words.sentence_of(reply)).start;
    let first = (start..reply)
        .rev()
        .take_while(|&at| !matches!(words.form(at), "." | "?" | ":" | "–" | "—"))
        .last()?;
    let first = (first..reply).find(|&at| !is_quote(words.form(at)))?;
    let mark = matches!(
        words.lower(first),
        "if" | "with" | "without" | "provided" | "given" | "once"
    );
    let inner = words.trim(first + 1..reply);
    let inner = inner.start
        ..(inner.start..inner.end)
            .rev()
            .find(|&at| words.form(at) != ",")?
            + 1;
    (mark && inner.len() > 1).then(|| Premise {
        kind: PremiseKind::If,
        head: inner.start,
        words: inner.clone(),
        whole: first..inner.end,
    })
}

/// "Quotas for boards? …", "Soldiers, …": the thing that stands right before a reply, and where it begins.
fn thing_before(scene: &Scene, reply: usize) -> Option<(Target, usize)> {
    let words = scene.words;
    let stop = (reply.saturating_sub(4)..reply).rev().find(|&at| {
        !is_quote(words.form(at)) && !matches!(words.lower(at), "but" | "so" | "well")
    })?;
    if !matches!(words.form(stop), "?" | ",") {
        return None;
    }
    let start = (0..stop)
        .rev()
        .take_while(|&at| {
            !matches!(words.form(at), "." | "?" | "!" | ":" | ";" | ",")
                && !is_quote(words.form(at))
                && stop - at <= THING
                && words.sentence_of(at) + 1 >= words.sentence_of(stop)
        })
        .last()?;
    let before = start.checked_sub(1);
    if before.is_some_and(|before| {
        words.form(before) == ","
            || stop - start >= THING
                && words.sentence_of(before) == words.sentence_of(start)
                && !is_quote(words.form(before))
                && !matches!(words.form(before), "." | "?" | ":")
    }) {
        return None;
    }
    let start =
        (start..stop).find(|&at| !matches!(words.lower(at), "but" | "and" | "so" | "or"))?;
    let phrase = words.trim(start..stop);
    let gerund = words.xpos(start) == Xpos::Vbg;
    let finite = phrase.clone().any(|at| {
        words.upos(at) == Upos::Aux
            || matches!(
                words.xpos(at),
                Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vb | Xpos::Md
            )
    });
    let nominal = phrase
        .clone()
        .any(|at| matches!(words.upos(at), Upos::Noun | Upos::Propn));
    let cased = matches!(
        words.upos(start),
        Upos::Adp | Upos::Sconj | Upos::Adv | Upos::Pron
    );
    if phrase.is_empty() || finite || cased || !(nominal || gerund) {
        return None;
    }
    let head = words.top(phrase.clone()).unwrap_or(start);
    let head = if phrase.contains(&head) { head } else { start };
    Some((scene.toward(head, phrase), start))
}

/// The yes-or-no question that a reply answers: right before it, in its own sentence or the one before.
fn question_before(scene: &Scene, reply: usize) -> Option<Range<usize>> {
    let words = scene.words;
    let sentence = words.sentence_of(reply);
    let first = words.sentence(sentence.saturating_sub(2)).start;
    let mark = (first..reply).rev().find(|&at| words.form(at) == "?")?;
    // Nothing but who speaks, and a condition, stands between.
    let between = (mark + 1..reply)
        .filter(|&at| words.form(at) == ".")
        .count();
    let start = (0..mark)
        .rev()
        .take_while(|&at| {
            !matches!(words.form(at), "." | "?" | "!" | ":") && !is_quote(words.form(at))
        })
        .last()?;
    let auxiliary = matches!(
        words.lower(start),
        "would" | "will" | "could" | "can" | "do" | "does" | "are" | "is"
    );
    (auxiliary && between < 2).then_some(start..mark)
}

/// What a yes and a no mean to a question, and toward what.
pub(in crate::stances) fn asks(
    scene: &Scene,
    question: Range<usize>,
) -> Option<(Stance, Stance, Target)> {
    let words = scene.words;
    let verb = (question.start + 1..question.end).find(|&at| {
        words.is_verb(at) && words.upos(at) != Upos::Aux && words.xpos(at) != Xpos::Vbg
    })?;
    if matches!(words.lemma(verb), "vote" | "speak" | "campaign" | "argue") {
        let side = |case: &[&str]| words.with_case(verb, case).next();
        let on = side(&["for", "against"])?;
        let against = side(&["against"]).is_some();
        let mut phrase =
            words.trim(words.subtree(on).start..words.subtree(on).end.min(question.end));
        phrase.start = phrase.start.max(verb + 2);
        let (yes, no) = if against {
            (Stance::Opposes, Stance::Supports)
        } else {
            (Stance::Supports, Stance::Opposes)
        };
        return Some((yes, no, scene.toward(on, phrase)));
    }
    let frame = (scene.lexicon.stances)
        .of(StanceWord::Verb, &words.phrasal(verb))
        .find(|frame| frame.only.is_none());
    let willing = (question.clone()).any(|at| {
        matches!(
            words.lower(at),
            "would" | "will" | "could" | "can" | "ready" | "willing" | "prepared"
        )
    });
    let (yes, no) = match frame.map(|frame| frame.stance) {
        Some(Stance::Opposes | Stance::Rejects) => (Stance::Rejects, Stance::Open),
        Some(Stance::Supports) => (Stance::Supports, Stance::Opposes),
        Some(Stance::Demands) => (Stance::Demands, Stance::Opposes),
        Some(Stance::Accepts) => (Stance::Accepts, Stance::Rejects),
        _ if willing => (Stance::Accepts, Stance::Rejects),
        _ => return None,
    };
    let object = words
        .object(verb)
        .or_else(|| {
            words
                .with_case(verb, &["for", "to", "with", "out", "on"])
                .next()
        })
        .filter(|object| question.contains(object) && *object > verb);
    let (head, phrase) = match object {
        Some(object) => (
            object,
            words.trim(
                words.subtree(object).start.max(verb + 1)
                    ..words.subtree(object).end.min(question.end),
            ),
        ),
        None => (verb, words.trim(verb..question.end)),
    };
    let mut phrase = phrase;
    while phrase.len() > 1 && words.rel(phrase.start) == Rel::Case {
        phrase.start += 1;
    }
    Some((yes, no, scene.toward(head, phrase)))
}

/// Who replies: the speaker of the words, who is said to say them right behind, or whose turn it is.
pub(in crate::stances) fn repliers(scene: &Scene, reply: &Range<usize>) -> Vec<Holder> {
    let words = scene.words;
    let speaker = (scene.speaker(reply.start)).and_then(|speaker| Holder::of(scene, speaker));
    if let Some(speaker) = speaker {
        return vec![speaker];
    }
    let sentence = words.sentence(words.sentence_of(reply.start));
    let cue = (reply.end..sentence.end.min(reply.end + 4)).find(|&at| {
        words.is_verb(at)
            && matches!(
                words.lemma(at),
                "say" | "insist" | "reply" | "answer" | "declare" | "add"
            )
    });
    if let Some(cue) = cue {
        return subject_holders(scene, cue);
    }
    // "Lia Torr: As it stands, no."
    let first = words
        .sentence(words.sentence_of(reply.start).saturating_sub(1))
        .start;
    (first + 1..reply.start)
        .rev()
        .find(|&at| words.form(at) == ":")
        .map(|colon| holders(scene, colon - 1))
        .filter(|held| !held.is_empty())
        .or_else(|| {
            let colon = (first + 1..reply.start)
                .rev()
                .find(|&at| words.form(at) == ":")?;
            let name = words.top(
                words
                    .sentence(words.sentence_of(colon))
                    .start
                    .max(colon.saturating_sub(3))..colon,
            )?;
            Some(holders(scene, name))
        })
        .unwrap_or_default()
}

/// "Asked whether it would sign, Orveth said it would not", "said no".
fn told(scene: &Scene, question: &Asked) -> Option<Claim> {
    let words = scene.words;
    if !matches!(words.lemma(question.words.start), "whether" | "if")
        || !is_read(words, scene.blocks, question.verb)
    {
        return None;
    }
    let sentence = words.sentence_of(question.verb);
    let end = match question.whom {
        Some(_) if sentence + 1 < words.sentences() => words.sentence(sentence + 1).end,
        _ => words.sentence(sentence).end,
    };
    let (cue, answer, last) = (words.sentence(sentence).start..end)
        .filter(|at| !question.words.contains(at))
        .find_map(|cue| {
            short_answer(words, cue, end)
                .map(|(yes, last)| {
                    let stance = if yes {
                        Stance::Accepts
                    } else {
                        Stance::Rejects
                    };
                    (cue, stance, last)
                })
                .or_else(|| given(scene, cue).map(|(stance, last)| (cue, stance, last)))
        })?;
    let mut held = subject_holders(scene, cue);
    // "Asked whether it would sign, Lena Farr, its envoy, said no", with her name for one more thing it would sign.
    if held.is_empty() && words.subject(cue).is_none() {
        held = evader(scene, question, question.words.end, cue);
    }
    // Of others it is a guess: "asked whether Merin would sign, Orveth said no".
    let subject = (question.words.clone())
        .find(|&at| matches!(words.rel(at), Rel::Nsubj | Rel::NsubjPass))?;
    let own = words.upos(subject) == Upos::Pron
        || (holders(scene, subject).iter())
            .any(|one| held.iter().any(|other| one.party == other.party));
    if held.is_empty() || !own {
        return None;
    }
    let (affirmed, denied, on) = asks(scene, question.words.clone())?;
    // "said it would, as long as whaling was exempt"
    let premise = premise_behind(words, last).filter(|_| answer == Stance::Accepts);
    let stance = match answer {
        Stance::Accepts | Stance::Supports => affirmed,
        Stance::RedLine if denied == Stance::Rejects => answer,
        Stance::Rejects | Stance::RedLine => denied,
        other => other,
    };
    let stance = match (stance, &premise) {
        (Stance::Accepts | Stance::Supports, Some(_)) => Stance::AcceptsIf,
        (stance, _) => stance,
    };
    let end = premise
        .as_ref()
        .map_or(last, |premise| premise.whole.end.max(last));
    Some(Claim {
        premise,
        ..Claim::plain("reply", stance, held, cue, on, words.trim(cue..end))
    })
}

/// "Orveth said yes and Brod no", "Orveth said yes, Brod no": the answer of another, without a verb.
fn beside(scene: &Scene, question: &Asked, first: &Claim) -> Option<Claim> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(first.trigger)).end;
    let stop = first.evidence.end;
    let start = stop + usize::from(matches!(words.form(stop), "," | ";"));
    let start = start + usize::from(matches!(words.lower(start), "and" | "but" | "while"));
    let answer = (start + 1..end.min(start + LONGEST))
        .find(|&at| matches!(words.lower(at), "yes" | "no"))
        .filter(|&at| start > stop && (at + 1 >= end || words.upos(at + 1) == Upos::Punct))?;
    let who = (start..answer)
        .rev()
        .find(|&at| scene.entities.actor(at).is_some())?;
    let verbless = !(start..answer).any(|at| words.is_verb(at) || words.upos(at) == Upos::Adp);
    let held = holders(scene, who);
    if !verbless || who + 1 != answer || held.is_empty() || first.shares_party(&held) {
        return None;
    }
    let (affirmed, denied, on) = asks(scene, question.words.clone())?;
    let yes = words.lower(answer) == "yes";
    Some(Claim::plain(
        "reply",
        if yes { affirmed } else { denied },
        held,
        answer,
        on,
        words.trim(start..answer + 1),
    ))
}

/// "said never", "replied: 'Why not?'": a whole answer behind a verb of answering.
fn given(scene: &Scene, cue: usize) -> Option<(Stance, usize)> {
    let words = scene.words;
    let answers = words.is_verb(cue)
        && matches!(
            words.lemma(cue),
            "say" | "reply" | "answer" | "insist" | "respond"
        );
    let start = (cue + 1..words.len().min(cue + 4))
        .find(|&at| !is_quote(words.form(at)) && !matches!(words.form(at), ":" | ","))
        .filter(|_| answers)?;
    let (frame, end) = reply(scene, start)?;
    // "said: 'Of course, there are risks'"
    let ends = end >= words.len()
        || matches!(words.form(end), "." | "?" | "!")
        || is_quote(words.form(end));
    ends.then_some((frame.stance, end))
}

/// "said yes", "said no", "said it would not", "replied that she would", "shook his head", "nodded".
fn short_answer(words: &Words, cue: usize, end: usize) -> Option<(bool, usize)> {
    let form = |at: usize| if at < end { words.lower(at) } else { "." };
    let stops = |at: usize| {
        at >= end
            || matches!(words.form(at), "." | "," | ";" | "!")
            || is_quote(words.form(at))
            || matches!(words.lower(at), "and" | "but" | "while")
    };
    match words.lemma(cue) {
        "nod" if stops(cue + 1) => return Some((true, cue + 1)),
        "shake" if form(cue + 2) == "head" => return Some((false, cue + 3)),
        "say" | "reply" | "answer" | "insist" | "respond" if words.is_verb(cue) => {}
        _ => return None,
    }
    let mut at = cue + 1;
    if form(at) == "that" {
        at += 1;
    }
    match form(at) {
        "in" if form(at + 1) == "the" && stops(at + 3) => match form(at + 2) {
            "affirmative" => return Some((true, at + 3)),
            "negative" => return Some((false, at + 3)),
            _ => return None,
        },
        "yes" if stops(at + 1) => return Some((true, at + 1)),
        "no" if stops(at + 1) => return Some((false, at + 1)),
        "it" | "he" | "she" | "they" | "we" | "i" => at += 1,
        _ => return None,
    }
    if !matches!(
        form(at),
        "would" | "will" | "could" | "did" | "does" | "do" | "was" | "is" | "were"
    ) {
        return None;
    }
    match form(at + 1) {
        "not" | "n't" | "n’t" if stops(at + 2) => Some((false, at + 2)),
        _ if stops(at + 1) => Some((true, at + 1)),
        _ => None,
    }
}
