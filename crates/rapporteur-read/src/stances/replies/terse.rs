//! Verdicts in a word or two, with the thing told elsewhere: "'Fine by me,' she said of the levy", "'Absurd' was how Merin
//! described the levy", "'Absolutely not,' he said when asked about a levy".

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::{Act, Stance};
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::cues::verdicts::{JUDGING, verdict};
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// The longest such answer, in words.
const LONGEST: usize = 8;

/// Adds what terse verdicts are about.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for index in 0..scene.statements.all.len() {
        if let Some(claim) = said_of(scene, index)
            && !claims.iter().any(|other| other.trigger == claim.trigger)
        {
            claims.push(claim);
        }
    }
    for word in 0..scene.words.len() {
        let found = how_it_was_judged(scene, word).or_else(|| fragment_of(scene, word));
        if let Some(claim) = found
            && !claims.iter().any(|other| other.trigger == claim.trigger)
        {
            claims.push(claim);
        }
    }
}

/// "Good news for commuters, the council said of the plan"; "'No way,' she said when asked about a levy".
fn said_of(scene: &Scene, index: usize) -> Option<Claim> {
    let words = scene.words;
    let statement = &scene.statements.all[index];
    let (speaker, cue) = (statement.speaker?, statement.cue_head?);
    let content = match statement.content.as_slice() {
        [content] => bare(words, content.clone()),
        _ => return None,
    };
    let finite = content.clone().any(|word| {
        matches!(words.upos(word), Upos::Aux) || words.child(word, &[Rel::Nsubj]).is_some()
    });
    let same = words.sentence_of(cue) == words.sentence_of(content.start);
    if content.is_empty()
        || content.len() > LONGEST
        || finite
        || !same
        || statement.act != Act::Said
        || scene.is_void(content.start)
    {
        return None;
    }
    let stance = answer(scene, &content).or_else(|| verdict_within(scene, &content))?;
    let about = match words
        .with_case(cue, &["of", "about"])
        .find(|&thing| thing > cue && scene.entities.actor(thing).is_none())
    {
        Some(thing) => (thing, noun_phrase(scene, thing)),
        None => asked_about(scene, cue)?,
    };
    let holder = Holder::of(scene, speaker)?;
    let evidence = words.trim(content.start.min(about.1.start)..content.end.max(about.1.end));
    Some(claim(
        scene,
        stance,
        vec![holder],
        content.start,
        about,
        evidence,
    ))
}

/// "Unacceptable, Merin said of the levy": words before the speaker that are no clause.
fn fragment_of(scene: &Scene, say: usize) -> Option<Claim> {
    let words = scene.words;
    if words.lemma(say) != "say" || !words.is_verb(say) || scene.is_void(say) {
        return None;
    }
    let thing = words
        .with_case(say, &["of", "about"])
        .find(|&thing| thing > say && scene.entities.actor(thing).is_none())?;
    // What is said may be taken for a subject, too.
    let subject = (words.children_by(say, &[Rel::Nsubj]))
        .filter(|&subject| subject < say)
        .last()?;
    let start = words.sentence(words.sentence_of(say)).start;
    let comma = (start..subject).rev().find(|&at| words.form(at) == ",")?;
    let content = bare(words, start..comma);
    if content.is_empty()
        || content.len() > LONGEST
        || content
            .clone()
            .any(|at| words.upos(at) == Upos::Aux || words.form(at) == ",")
    {
        return None;
    }
    let stance = answer(scene, &content).or_else(|| verdict_within(scene, &content))?;
    let held = holders(scene, subject);
    let phrase = noun_phrase(scene, thing);
    let evidence = words.trim(content.start..phrase.end);
    (!held.is_empty()).then(|| claim(scene, stance, held, say, (thing, phrase), evidence))
}

/// "'Absurd' was how Merin described the levy."
fn how_it_was_judged(scene: &Scene, judging: usize) -> Option<Claim> {
    let words = scene.words;
    if !words.is_verb(judging) || !JUDGING.contains(&words.lemma(judging)) || scene.is_void(judging)
    {
        return None;
    }
    let start = words.sentence(words.sentence_of(judging)).start;
    let how = (start..judging)
        .rev()
        .find(|&at| words.lower(at) == "how")?;
    if how < start + 2 || words.lemma(how - 1) != "be" {
        return None;
    }
    let stance = verdict_within(scene, &bare(words, start..how - 1))?;
    let thing = (words.child(judging, &[Rel::Obj])).filter(|&thing| thing > judging)?;
    let held = (how + 1..judging)
        .rev()
        .map(|word| holders(scene, word))
        .find(|held| !held.is_empty())?;
    // All that follows is what was judged, whatever it was hung on.
    let end = words.sentence(words.sentence_of(judging)).end;
    let stop = (thing..end)
        .find(|&at| words.upos(at) == Upos::Punct && words.form(at) != "-")
        .unwrap_or(end);
    let phrase = words.trim(noun_phrase(scene, thing).start..stop);
    let evidence = words.trim(start..phrase.end);
    Some(claim(
        scene,
        stance,
        held,
        judging,
        (thing, phrase),
        evidence,
    ))
}

fn claim(
    scene: &Scene,
    stance: Stance,
    held: Vec<Holder>,
    trigger: usize,
    (head, phrase): (usize, Range<usize>),
    evidence: Range<usize>,
) -> Claim {
    Claim::plain(
        "terse",
        stance,
        held,
        trigger,
        scene.toward(head, phrase),
        evidence,
    )
}

/// "when asked about a levy", "asked about a levy" behind the verb of saying: what was asked.
fn asked_about(scene: &Scene, cue: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let end = words.sentence(words.sentence_of(cue)).end;
    let asked = (cue + 1..end).find(|&at| words.lower(at) == "asked")?;
    let about = asked + 1;
    if about + 1 >= end || !matches!(words.lower(about), "about" | "for") {
        return None;
    }
    let head = words.top(about + 1..end.saturating_sub(1).max(about + 2))?;
    let thing = words
        .with_case(asked, &["about", "for"])
        .next()
        .unwrap_or(head);
    let phrase = noun_phrase(scene, thing);
    (thing > about && phrase.start == about + 1 && scene.entities.actor(thing).is_none())
        .then_some((thing, phrase))
}

/// "no way", "fine by me": a whole answer of the lexicon.
fn answer(scene: &Scene, content: &Range<usize>) -> Option<Stance> {
    let text = (content.clone())
        .filter(|&word| scene.words.form(word) != ",")
        .map(|word| scene.words.lower(word))
        .collect::<Vec<_>>()
        .join(" ");
    (scene.lexicon.stances.of(StanceWord::Reply, &text))
        .next()
        .map(|frame| frame.stance)
}

/// "simply absurd", "good news for commuters": a verdict, behind adverbs, and no more than whom it is good for.
pub(in crate::stances) fn verdict_within(scene: &Scene, content: &Range<usize>) -> Option<Stance> {
    let words = scene.words;
    let start = (content.clone())
        .find(|&at| {
            words.upos(at) != Upos::Adv && !matches!(words.lower(at), "a" | "an" | "simply")
        })
        .unwrap_or(content.start);
    (content.start..=start)
        .filter(|&at| at < content.end)
        .find_map(|at| {
            let (frame, length) = verdict(scene, at)?;
            let rest = at + length;
            // The verdict may be taken with the mark that closes it.
            let closed = rest > content.end
                && (content.end..rest).all(|mark| words.upos(mark) == Upos::Punct);
            let whole = closed
                || rest == content.end
                || rest < content.end && matches!(words.lower(rest), "for" | "from" | "and" | ",");
            whole.then_some(frame.stance)
        })
}

/// Without quotation marks and stops around it.
fn bare(words: &Words, content: Range<usize>) -> Range<usize> {
    let mut content = words.trim(content);
    while content.start < content.end && words.upos(content.start) == Upos::Punct {
        content.start += 1;
    }
    while content.start < content.end && words.upos(content.end - 1) == Upos::Punct {
        content.end -= 1;
    }
    content
}
