//! Idioms: verbs that show a stance only together with other words. "put 250 on the table", "saw little point in a
//! pause", "would not stand in the way of monitors", "the idea found favour with Brod".

use std::ops::Range;

use rapporteur_lexicon::{Idiom, Lexicon, Piece, StanceWord};
use rapporteur_model::{ActorType, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::entities::EntityKind;
use crate::stances::arguments::evidence::{evidence, reason};
use crate::stances::arguments::for_whom::for_whom;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::arguments::matter::opened_with;
use crate::stances::arguments::objects::wanted_there;
use crate::stances::arguments::things::{clause, noun_phrase, tidy};
use crate::stances::cues::verbs;
use crate::stances::discourse::renamed::is_renaming;
use crate::stances::modality::force::{Force, premise};
use crate::stances::modality::narrated::is_told_back;
use crate::stances::modality::settle::settle;
use crate::stances::modality::surface::surface_premise;
use crate::stances::modality::told;
use crate::stances::modality::wanted::is_wanted;
use crate::stances::no_stance::guards::is_telling;
use crate::stances::texts::drafts;
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// The longest thing inside an idiom ("take … off the table"), in words.
const LONGEST: usize = 20;

/// Verbs of states, which the outlet sees from outside.
const STATES: &[&str] = &[
    "be", "remain", "stay", "seem", "sound", "feel", "have", "see", "find", "like", "hold", "stick",
];

/// Where the pieces of an idiom were found.
pub(in crate::stances) struct Found {
    /// The thing: a head and its phrase.
    thing: Option<(usize, Range<usize>)>,
    /// The word that begins the holder.
    holder: Option<usize>,
    /// The word after the last piece of the idiom itself.
    end: usize,
    /// Whether it has "no" inside: "showed no flexibility".
    none: bool,
}

impl Found {
    /// The word after the last piece.
    pub(in crate::stances) fn end(&self) -> usize {
        self.end
    }

    /// Whether it has "no" inside.
    pub(in crate::stances) fn none(&self) -> bool {
        self.none
    }
}

/// Reads one word; tells whether an idiom begins there.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) -> bool {
    let words = scene.words;
    // "is against parting with the brand": the preposition tells, not what stands behind it.
    let gerund = || words.xpos(word) == Xpos::Vbg && words.child(word, &[Rel::Cop]).is_some();
    if !matches!(words.upos(word), Upos::Verb | Upos::Aux) || gerund() {
        return false;
    }
    let signs = words.signs(words.sentence_of(word));
    for (idiom, frame) in scene.lexicon.stances.idioms(words.lemma(word), signs) {
        let Some(found) = matches(scene, word, idiom) else {
            continue;
        };
        // "gave no answer": whatever that is toward does not stand in the words.
        let bare = (found.thing.as_ref()).is_none_or(|(_, phrase)| phrase.is_empty());
        if bare && !idiom.of_subject {
            continue;
        }
        // "is in a position to", "is keen on": what is told stands behind the copula.
        let main = match words.rel(word) {
            Rel::Cop | Rel::Aux | Rel::AuxPass => words.head(word).unwrap_or(word),
            _ => word,
        };
        let mut force = Force::of(words, main);
        force.past &= !is_told_back(scene, main);
        // "is no friend of": the idiom's own "no" does not turn it round.
        let own = (idiom.rest.iter()).any(
            |piece| matches!(piece, Piece::Word(forms) if forms.iter().any(|form| form == "no")),
        );
        if own && (words.negation(main)).is_some_and(|no| (word + 1..found.end).contains(&no)) {
            force.negated = false;
        }
        force.negated |= found.none;
        // "did not exclude letting it through": read at "exclude".
        let governed = words.xpos(main) == Xpos::Vbg
            && words.rel(main) == Rel::Xcomp
            && verbs::is_governed(scene, main);
        if force.hypothetical
            || governed
            || scene.statements.is_declining(main)
            || !told::is_told(scene, main)
        {
            continue;
        }
        let held: Vec<Holder> = match found.holder {
            Some(holder) => holders(scene, holder),
            // "the text went too far": so says the speaker.
            // "To Brod it smacks of a cartel"
            None if idiom.of_subject => match Holder::speakers(scene, main) {
                held if held.is_empty() => for_whom(scene, main),
                held => held,
            },
            None if words.is_passive(word) => words
                .child(word, &[Rel::OblAgent])
                .map(|agent| holders(scene, agent))
                .unwrap_or_default(),
            None => words
                .child(main, &[Rel::NsubjPass])
                .map_or_else(|| subject_holders(scene, main), |one| holders(scene, one)),
        };
        let thing = if idiom.of_subject {
            words
                .child(main, &[Rel::Nsubj, Rel::NsubjPass, Rel::NsubjOuter])
                .map(|subject| (subject, noun_phrase(scene, subject)))
        } else {
            found.thing
        };
        // "agreed on no date": of a clause ("that no dam be built") the "no" is its own.
        force.negated |= thing.as_ref().is_some_and(|(head, phrase)| {
            !phrase.is_empty() && words.lemma(phrase.start) == "no" && !words.is_verb(*head)
        });
        let Some((head, phrase)) = thing.filter(|(_, phrase)| !phrase.is_empty()) else {
            continue;
        };
        // "came up with a plan for a clinic": what the plan provides.
        let (head, phrase) = (frame.stance == Stance::Proposes && drafts::is_text(scene, head))
            .then(|| drafts::content(scene, head))
            .flatten()
            .unwrap_or((head, phrase));
        // "came round to backing the cap": the gerund says it.
        if words.is_verb(head)
            && matches!(frame.stance, Stance::Accepts | Stance::Supports)
            && (scene.lexicon.stances)
                .of(StanceWord::Verb, &words.phrasal(head))
                .any(|inner| inner.stance == Stance::Supports && inner.with.is_empty())
        {
            continue;
        }
        // "is minded to say no": the infinitive says it.
        if words.is_verb(head)
            && scene.lexicon.stances.has_idioms(words.lemma(head))
            && (head + 1..phrase.end.max(head + 1)).any(|at| words.lemma(at) == "no")
        {
            continue;
        }
        // "its refusal angered the mediators": not what was refused.
        let excepted = frame.except.iter().any(|noun| noun == words.lemma(head))
            || idiom.of_subject
                && (scene.lexicon.stances)
                    .of(StanceWord::Noun, words.lemma(head))
                    .any(|own| matches!(own.stance, Stance::Rejects | Stance::Opposes));
        if frame.stance == Stance::Supports && is_telling(words, head) {
            continue;
        }
        // "put it to her that she was afraid": a claim; "put to him in place of a road": instead of what.
        let claimed = || {
            let clause = words.is_verb(head) || words.child(head, &[Rel::Cop]).is_some();
            let before = phrase.start.saturating_sub(1);
            clause && !is_wanted(scene, head) && !Force::of(words, head).is_modal()
                || words.upos(before) == Upos::Adp
        };
        if frame.name == "put-to" && claimed() {
            continue;
        }
        // "sides with Brod, though not over my dead body"
        let figure = words.lemma(head) == "body" && words.lower(head.saturating_sub(1)) == "dead";
        if figure {
            continue;
        }
        // "will settle for nothing less"
        let nothing = words.lemma(phrase.start) == "nothing";
        // "insisted on Thursday that"
        let dated = (scene.dates.0.iter()).any(|date| {
            date.words.start <= phrase.start
                && phrase.end <= date.words.end
                // "would go no further than six weeks", "could live with ten years": a length that is haggled over.
                && !(date.timex.kind == "DURATION"
                    && matches!(words.lower(phrase.start.saturating_sub(1)), "than" | "to" | "with" | "beyond"))
        });
        // "can work with Merin": somebody is no term.
        let somebody = scene.entities.actor(head).is_some()
            && scene.proposals.at(head).is_none()
            && !words.is_verb(head)
            // "is comfortable with liaison officers": people in general are what is agreed.
            && !(words.xpos(head) == Xpos::Nns
                && words.child(head, &[Rel::Det]).is_none()
                && scene.entities.actor(head).is_some_and(|actor| {
                    scene.entities.all[actor].kind == EntityKind::Actor(ActorType::Unnamed)
                }))
            && (frame.stance == Stance::Accepts
                // "is after Merin on the list"
                || words.lemma(word) == "be" && frame.stance == Stance::Demands);
        // "The union appealed to the sides": who appeals is nothing that they like.
        let doer = idiom.of_subject
            && scene.proposals.at(head).is_none()
            && scene.entities.actor(head).is_some_and(|actor| {
                let kind = scene.entities.all[actor].kind;
                kind != EntityKind::Actor(ActorType::Unnamed)
            });
        let somebody = somebody || doer;
        if held.is_empty() || excepted || nothing || dated || somebody || is_empty_word(words, head)
        {
            continue;
        }
        let condition = premise(words, main).or_else(|| surface_premise(words, &phrase));
        let Some(stance) = settle(frame, StanceWord::Verb, &force, condition.is_some()) else {
            continue;
        };
        // "came up with 4 million": gives that much.
        let amount = words.upos(head) == Upos::Num
            || words.child(head, &[Rel::Nummod]).is_some()
            || matches!(words.form(head), "$" | "£" | "€");
        // "came back with 10 per cent": a figure of its own.
        let gives = words.lower(word + 1) == "up"
            || words.subtree(head).any(|at| {
                matches!(
                    words.lower(at),
                    "$" | "£" | "€" | "million" | "billion" | "dollars" | "euros" | "pounds"
                )
            });
        let stance = match stance {
            Stance::Proposes if words.lemma(word) == "come" && amount && gives => Stance::Offers,
            stance => stance,
        };
        let mut phrase = tidy(scene, main, head, phrase);
        if let Some(condition) = &condition
            && phrase.contains(&condition.whole.start)
            && condition.whole.start > phrase.start
        {
            phrase = words.trim(phrase.start..condition.whole.start);
        }
        let whole = phrase.start..phrase.end.max(found.end);
        let on = scene.toward(head, phrase);
        claims.push(Claim {
            stance,
            holders: held,
            trigger: main,
            rule: frame.name.clone(),
            on,
            evidence: evidence(
                scene,
                main,
                &whole,
                condition.as_ref().map(|condition| condition.whole.clone()),
            ),
            premise: condition,
            reason: reason(scene, main),
            outlet: frame.outlet
                || idiom.of_subject && found.holder.is_some()
                || STATES.contains(&words.lemma(word)),
            via: None,
        });
        return true;
    }
    false
}

/// "it", "that", "nothing": no thing by itself.
fn is_empty_word(words: &Words, head: usize) -> bool {
    if is_renaming(words, head) {
        return false;
    }
    matches!(
        words.lemma(head),
        "nothing" | "anything" | "something" | "everything"
    ) || words.xpos(head) == Xpos::PrpPoss
        // "is firmly against the sale": read off the preposition.
        || words.rel(head) == Rel::Det && words.upos(head) == Upos::Det
        || words.upos(head) == Upos::Pron
            && matches!(
                words.lemma(head),
                "who" | "what" | "itself" | "I" | "i" | "we" | "you" | "me" | "us"
            )
}

/// Whether the fixed words of an idiom of which somebody is the subject stand behind its verb, whatever stands in its gaps:
/// "found fault with the fee", "has its heart set on a fee". Asked before it is settled who acts.
pub(crate) fn has_idiom(words: &Words, lexicon: &Lexicon, verb: usize) -> bool {
    let stances = &lexicon.stances;
    if !stances.has_idioms(words.lemma(verb)) {
        return false;
    }
    let sentence = words.sentence(words.sentence_of(verb));
    stances
        .idioms(words.lemma(verb), words.signs(words.sentence_of(verb)))
        .any(|(idiom, _)| !idiom.of_subject && stands(words, verb + 1, sentence.end, &idiom.rest))
}

/// Whether the pieces of an idiom stand one after the other, with a thing where one may stand.
fn stands(words: &Words, at: usize, end: usize, rest: &[Piece]) -> bool {
    let Some((piece, behind)) = rest.split_first() else {
        return true;
    };
    match piece {
        Piece::Word(forms) => {
            literal(words, at, end, forms).is_some_and(|next| stands(words, next, end, behind))
        }
        Piece::Article => {
            let article = at < end && is_article(words, at);
            stands(words, at + usize::from(article), end, behind)
        }
        Piece::Thing | Piece::Other if behind.is_empty() => {
            at < end && words.upos(at) != Upos::Punct
        }
        Piece::Thing | Piece::Other => (at + 1..end.min(at + LONGEST))
            .take_while(|&next| !matches!(words.form(next - 1), "," | ";"))
            .any(|next| stands(words, next, end, behind)),
        Piece::Holder | Piece::Owner => false,
    }
}

/// Where the pieces of an idiom stand behind its verb.
pub(in crate::stances) fn matches(scene: &Scene, verb: usize, idiom: &Idiom) -> Option<Found> {
    let words = scene.words;
    let sentence = words.sentence_of(verb);
    let end = words.sentence(sentence).end;
    let mut found = Found {
        thing: None,
        holder: None,
        end: verb + 1,
        none: false,
    };
    let mut at = verb + 1;
    for (place, piece) in idiom.rest.iter().enumerate() {
        match piece {
            Piece::Word(forms) => {
                // "reached an understanding on Thursday to move the guns"
                let dated = || literal(words, behind_date(scene, at)?, end, forms);
                let Some(next) = literal(words, at, end, forms).or_else(dated) else {
                    // "a clause to which Merin takes exception"
                    if idiom.rest.len() != place + 2 || idiom.rest[place + 1] != Piece::Thing {
                        return None;
                    }
                    let noun =
                        which_before(words, verb, forms).or_else(|| fronted(words, verb, forms))?;
                    found.thing = Some((noun, noun_phrase(scene, noun)));
                    return Some(found);
                };
                at = next;
                found.end = at;
            }
            Piece::Article => {
                if at < end && is_article(words, at) {
                    found.none |= words.lemma(at) == "no";
                    at += 1;
                }
                // "deflected a reporter's question": whose it is.
                let owner = (at + 1..(at + 3).min(end)).find(|&mark| is_possessive(words, mark));
                if let Some(mark) =
                    owner.filter(|_| matches!(words.upos(at), Upos::Noun | Upos::Propn))
                {
                    at = mark + 1;
                }
            }
            Piece::Holder => {
                let top = top_of(words, at, end, verb)?;
                found.holder = Some(top);
                let whole = words.subtree(top).end.max(at);
                // "a yes from Merin | to the fund", where what follows was hung on the holder.
                let next = match idiom.rest.get(place + 1) {
                    Some(Piece::Word(forms)) => (at + 1..whole)
                        .find(|&next| literal(words, next, end, forms) == Some(next + 1)),
                    _ => None,
                };
                found.end = next.unwrap_or(whole);
                at = found.end;
            }
            Piece::Owner => {
                let mark = (at + 1..end.min(at + 8))
                    .find(|&mark| words.rel(mark) == Rel::Case && is_possessive(words, mark))?;
                let owner = words
                    .head(mark)
                    .filter(|owner| (at..mark).contains(owner))?;
                found.holder = Some(owner);
                at = mark + 1;
                found.end = at;
            }
            Piece::Other => {
                let behind = &idiom.rest[place + 1..];
                let next =
                    (at + 1..end.min(at + LONGEST)).find(|&next| follows(words, next, end, behind));
                // "On the levy Brod sides with Tolsk"
                if let (None, [Piece::Word(forms), Piece::Thing]) = (next, behind) {
                    let somebody = (at..end.min(at + 5))
                        .take_while(|&word| words.upos(word) != Upos::Punct)
                        .find(|&word| scene.entities.actor(word).is_some())?;
                    let noun = opened_with(scene, verb)
                        .filter(|_| forms.iter().any(|form| form == "on"))?;
                    found.end = somebody + 1;
                    found.thing = Some((noun, noun_phrase(scene, noun)));
                    return Some(found);
                }
                let next = next?;
                let somebody = (at..next).any(|word| scene.entities.actor(word).is_some());
                if !somebody || (at..next).any(|word| words.form(word) == ",") {
                    return None;
                }
                at = next;
            }
            Piece::Thing => {
                // "gave up its plan": another verb.
                if place == 0 && at < end && words.rel(at) == Rel::CompoundPrt {
                    return None;
                }
                let behind = &idiom.rest[place + 1..];
                let fixed: Vec<&Vec<String>> = behind
                    .iter()
                    .filter_map(|piece| match piece {
                        Piece::Word(forms) => Some(forms),
                        _ => None,
                    })
                    .collect();
                let alone = at >= end
                    || matches!(words.upos(at), Upos::Punct | Upos::Aux)
                    || words.upos(at) == Upos::Verb && words.xpos(at) != Xpos::Vbg && place > 0;
                // "the fee that it put | on the table": the thing stands before.
                let gap = || {
                    fixed.len() > 1
                        && (fixed.first()).is_some_and(|forms| {
                            literal(words, at, end, forms) == Some(at + 1)
                                && words.object(verb).is_none_or(|object| object < verb)
                        })
                };
                if let Some(noun) = words.described(verb).filter(|_| alone || gap()) {
                    // "the pause that it has held out for"
                    found.thing = Some((noun, noun_phrase(scene, noun)));
                } else if fixed.is_empty() {
                    let top = top_of(words, at, end, verb)?;
                    let own = words.rel(verb) == Rel::Cop && words.head(verb) == Some(top);
                    let phrase =
                        if words.is_verb(top) || words.child(top, &[Rel::Cop]).is_some() && !own {
                            clause(scene, top)
                        } else {
                            noun_phrase(scene, top)
                        };
                    // "has been after a board | since 2019": what is told of the predicate is no part of it.
                    let told = (words.children_by(top, &[Rel::Obl, Rel::OblUnmarked, Rel::Advcl]))
                        .filter(|&told| own && told > top)
                        .map(|told| words.subtree(told).start)
                        .min();
                    // "be glad to see | Merin in the chair", "to see the levy | halved": all that is seen.
                    let seen = (words.head(top))
                        .filter(|&see| see + 1 == at && matches!(words.lemma(see), "see" | "have"))
                        .and_then(|see| {
                            (words.children_by(see, &[Rel::Obl, Rel::Xcomp, Rel::Ccomp]))
                                .find(|&more| words.subtree(more).start == phrase.end)
                        });
                    let whole = seen.map_or(phrase.end, |more| words.subtree(more).end);
                    let phrase = phrase.start..whole;
                    let end = told.map_or(phrase.end, |told| told.min(phrase.end));
                    let phrase = phrase.start..end;
                    let phrase = words.trim(at.max(phrase.start)..phrase.end.max(at));
                    let (top, phrase) = seen_done(scene, at - 1, top, phrase);
                    found.end = phrase.end;
                    found.thing = Some((top, phrase));
                } else if words.is_passive(verb) {
                    // "has been taken off the table": the subject.
                    let subject = words
                        .child(verb, &[Rel::NsubjPass])
                        .or_else(|| words.head(verb).filter(|_| words.rel(verb) == Rel::Acl))?;
                    found.thing = Some((subject, noun_phrase(scene, subject)));
                } else {
                    let next = (at + 1..end.min(at + LONGEST)).find(|&next| {
                        literal(words, next, end, fixed[0]) == Some(next + 1)
                            && follows(words, next, end, behind)
                    })?;
                    let mut phrase = words.trim(at..next);
                    // "gave | the project | a cautious welcome": what belongs to the words behind it.
                    while phrase.len() > 1
                        && words.head(phrase.end - 1) == Some(next)
                        && (matches!(words.upos(phrase.end - 1), Upos::Adj | Upos::Det)
                            || words.xpos(phrase.end - 1) == Xpos::PrpPoss)
                    {
                        phrase.end -= 1;
                    }
                    // "gave that | a | cool reception"
                    while phrase.len() > 1 && words.xpos(phrase.end - 1) == Xpos::Dt {
                        phrase.end -= 1;
                    }
                    let head = words.top(phrase.clone())?;
                    if phrase.clone().any(|word| words.form(word) == ";") {
                        return None;
                    }
                    found.thing = Some((head, phrase));
                    at = next;
                }
            }
        }
    }
    Some(found)
}

/// "wants to see | the mine closed", "to see | the crews back": what is to become of the thing.
fn seen_done(
    scene: &Scene,
    see: usize,
    thing: usize,
    phrase: Range<usize>,
) -> (usize, Range<usize>) {
    let words = scene.words;
    if words.lemma(see) != "see" || thing < see {
        return (thing, phrase);
    }
    let done = (words.children_by(see, &[Rel::Xcomp, Rel::Ccomp])).find(|&deed| {
        deed >= phrase.end
            && (words.is_verb(deed) || words.upos(deed) == Upos::Adj)
            && words.child(deed, &[Rel::Mark, Rel::Cop]).is_none()
    });
    match (done, wanted_there(scene, see, thing)) {
        (Some(deed), _) => (deed, phrase.start..clause(scene, deed).end.max(phrase.end)),
        (None, Some((there, end))) => (there, phrase.start..end.max(phrase.end)),
        _ => (thing, phrase),
    }
}

/// The word behind a day that stands at a word, with or without its preposition.
fn behind_date(scene: &Scene, at: usize) -> Option<usize> {
    let on = usize::from(matches!(scene.words.lower(at), "on" | "in" | "at"));
    // Most words are no date: they are looked up, not searched.
    let dates = &scene.dates.0;
    let place = dates.partition_point(|date| date.words.start < at + on);
    (dates.get(place))
        .filter(|date| date.words.start == at + on && date.timex.kind == "DATE")
        .map(|date| date.words.end)
}

/// The noun that "to which", before a verb, stands for.
fn which_before(words: &Words, verb: usize, prepositions: &[String]) -> Option<usize> {
    let noun = words
        .head(verb)
        .filter(|_| words.rel(verb) == Rel::AclRelcl)?;
    words
        .with_case(verb, prepositions)
        .any(|which| which < verb && matches!(words.lemma(which), "which" | "whom"))
        .then_some(noun)
}

fn is_possessive(words: &Words, word: usize) -> bool {
    matches!(words.form(word), "'s" | "’s" | "'" | "’")
}

/// "To the clause Merin said no": the noun that opens the sentence with the preposition that is missing behind the verb.
fn fronted(words: &Words, verb: usize, prepositions: &[String]) -> Option<usize> {
    let main = match words.rel(verb) {
        Rel::Cop => words.head(verb)?,
        _ => verb,
    };
    let start = words.sentence(words.sentence_of(verb)).start;
    if words.lemma(start) == "of" {
        return None;
    }
    words
        .with_case(main, prepositions)
        .find(|&noun| noun < verb && words.subtree(noun).start == start)
}

fn is_article(words: &Words, word: usize) -> bool {
    words.upos(word) == Upos::Det || words.xpos(word) == Xpos::PrpPoss
}

/// Whether the fixed words of the rest stand one after the other.
fn follows(words: &Words, at: usize, end: usize, rest: &[Piece]) -> bool {
    let mut at = at;
    for piece in rest {
        match piece {
            Piece::Word(forms) => match literal(words, at, end, forms) {
                Some(next) => at = next,
                None => return false,
            },
            Piece::Article if at < end => at += usize::from(is_article(words, at)),
            _ => break,
        }
    }
    true
}

/// The word after one of the forms; adverbs, adjectives, quotation marks and ", however," before it are passed over.
fn literal(words: &Words, at: usize, end: usize, forms: &[String]) -> Option<usize> {
    for at in at..(at + 4).min(end) {
        let (form, lemma) = (words.form(at), words.lemma(at));
        let hyphen = at + 2 < end && words.form(at + 1) == "-";
        let next = forms.iter().find_map(|known| {
            if lemma == known || form.eq_ignore_ascii_case(known) {
                return Some(at + 1);
            }
            // A form with a hyphen is three words: "go-ahead".
            let (first, rest) = hyphen.then(|| known.split_once('-')).flatten()?;
            let both =
                form.eq_ignore_ascii_case(first) && words.form(at + 2).eq_ignore_ascii_case(rest);
            both.then_some(at + 3)
        });
        if next.is_some() {
            return next;
        }
        let besides = |at: usize| {
            at < end
                && matches!(
                    words.lemma(at),
                    "however"
                        | "though"
                        | "too"
                        | "meanwhile"
                        | "instead"
                        | "also"
                        | "nevertheless"
                )
        };
        let passed = match words.upos(at) {
            Upos::Adv | Upos::Part => true,
            Upos::Adj => !COOL.contains(&words.lemma(at)),
            _ => {
                matches!(words.form(at), "\"" | "“" | "”" | "‘" | "’")
                    || words.form(at) == "," && (besides(at + 1) || at > 0 && besides(at - 1))
            }
        };
        if !passed {
            return None;
        }
    }
    None
}

/// Adjectives that turn a reception round: "a frosty welcome".
const COOL: &[&str] = &[
    "cool",
    "cold",
    "frosty",
    "chilly",
    "icy",
    "lukewarm",
    "tepid",
    "muted",
    "hostile",
    "half-hearted",
    "mixed",
    "rough",
    "stony",
];

/// The head of the phrase or clause that begins at a word.
fn top_of(words: &Words, at: usize, end: usize, verb: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    let inside = |word: usize| words.head(word).filter(|&head| head >= at && head < end);
    let mut top = at;
    for _ in 0..64 {
        match inside(top) {
            // "is after a halving": the noun of a predicate has its subject before it.
            Some(head)
                if words.subtree(head).start >= verb
                    || words.rel(verb) == Rel::Cop && words.head(verb) == Some(head) =>
            {
                top = head;
            }
            _ => break,
        }
    }
    // A stop, a comma or a verb of another clause is no thing.
    (words.upos(top) != Upos::Punct).then_some(top)
}
