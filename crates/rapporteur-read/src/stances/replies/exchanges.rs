//! Questions and answers of a talk: "Would you settle for ninety? / We would.", "And amnesty? / Only if they ask for it.",
//! "Is it off the table? / Not this year.", "How many would you release? / I'd rather not say."
//!
//! What is asked gives the answer its thing; an answer that opens with a yes, a no or an evasion of some kind is one
//! toward that thing. What it says in sentences of its own is read like any other words of its speaker.

mod openings;

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use self::openings::{Opening, Sense, opening};
use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::matter::is_pronoun;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::replies::{answers_alone, evasions};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// A question and its answer.
struct Exchange {
    /// Words of the whole block that asks.
    question: Range<usize>,
    /// Words of the block that answers.
    answer: Range<usize>,
    holder: Holder,
}

/// What is asked.
struct Matter {
    /// What a yes means.
    yes: Stance,
    /// What a no means.
    no: Stance,
    on: Target,
    /// Whether a yes or a no is asked for; else how much, which, where.
    closed: bool,
}

/// Adds what answers say of what they were asked.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    for exchange in exchanges(scene) {
        let Some(matter) = asked(scene, claims, &exchange.question) else {
            continue;
        };
        refer_back(scene, claims, &exchange, &matter);
        let Some(opening) = opening(scene, &exchange.answer) else {
            continue;
        };
        // "I'm not going to give you a number": telling is no deed that anybody refuses.
        if opening.sense == Sense::Evades {
            claims.retain(|claim| {
                claim.stance != Stance::Rejects || !opening.words.contains(&claim.trigger)
            });
        }
        if let Some(claim) = answered(claims, &exchange, &matter, opening) {
            claims.push(claim);
        }
    }
}

/// Every question of a talk with the answer behind it.
fn exchanges(scene: &Scene) -> Vec<Exchange> {
    let turns = &scene.entities.turns;
    let words_of = |block: usize| scene.words.inside(scene.blocks.items[block].span);
    (0..turns.len())
        .filter_map(|at| turns[at].filter(|turn| turn.asks).map(|_| at))
        .filter_map(|question| {
            let answer = (question + 1..turns.len()).find(|&next| turns[next].is_some())?;
            let turn = turns[answer].filter(|turn| !turn.asks)?;
            let holder = Holder::of(scene, turn.speaker?)?;
            Some(Exchange {
                question: words_of(question),
                answer: words_of(answer),
                holder,
            })
        })
        .filter(|exchange| !exchange.question.is_empty() && !exchange.answer.is_empty())
        .collect()
}

/// What the last sentence of a question asks, else what the one before it told.
fn asked(scene: &Scene, claims: &[Claim], question: &Range<usize>) -> Option<Matter> {
    let words = scene.words;
    let last = words.sentence_of(question.end - 1);
    let sentence = clip(words.sentence(last), question);
    let start = behind_address(words, sentence.clone());
    let end = (start..sentence.end)
        .rev()
        .find(|&at| words.upos(at) != Upos::Punct)?
        + 1;
    if !words.text_of(start..sentence.end).contains('?') {
        return put(scene, claims, question);
    }
    // "They say you want a levy. Is that so?": a no denies the report, and rejects nothing.
    let truth = matches!(
        words.lower(end - 1),
        "so" | "true" | "right" | "correct" | "case" | "accurate" | "wrong"
    );
    if truth && end - start <= 5 {
        return None;
    }
    if is_auxiliary(words.lower(start)) {
        if let Some((yes, no, on)) = answers_alone::asks(scene, start..end) {
            return Some(Matter {
                yes,
                no,
                on,
                closed: true,
            });
        }
        if let Some(found) = possible(scene, start..end) {
            return Some(found);
        }
        return put(scene, claims, question);
    }
    if let Some((head, phrase)) = named(scene, start..end) {
        return Some(Matter {
            yes: Stance::Accepts,
            no: Stance::Rejects,
            on: scene.toward(head, phrase),
            closed: true,
        });
    }
    if let Some(found) = how_much(scene, start..end) {
        return Some(found);
    }
    put(scene, claims, question)
}

/// "Is a swap still possible?", "Is the levy off the table?", "Are sanctions an option?": whether there is a way.
fn possible(scene: &Scene, range: Range<usize>) -> Option<Matter> {
    let words = scene.words;
    if !matches!(words.lower(range.start), "is" | "are") {
        return None;
    }
    let text = words.text_of(range.clone()).to_lowercase();
    let ends = |tails: &[&str]| tails.iter().any(|tail| text.ends_with(tail));
    let open = ends(&[
        " possible",
        " conceivable",
        " on the table",
        " an option",
        " negotiable",
        " thinkable",
        " imaginable",
        " realistic",
        " on offer",
        " up for discussion",
        " open to discussion",
        " in play",
        " in the mix",
    ]);
    let shut = ends(&[
        " off the table",
        " out of the question",
        " dead",
        " excluded",
        " ruled out",
        " over",
        " impossible",
        " a red line",
        " non-negotiable",
        " sacred",
        " taboo",
    ]);
    if !open && !shut {
        return None;
    }
    let head = (range.start + 1..range.end).find(|&at| {
        matches!(words.upos(at), Upos::Noun | Upos::Propn) && scene.entities.actor(at).is_none()
    })?;
    let phrase = noun_phrase(scene, head);
    let (yes, no) = if open {
        (Stance::Open, Stance::Rejects)
    } else {
        (Stance::Rejects, Stance::Open)
    };
    Some(Matter {
        yes,
        no,
        on: scene.toward(head, phrase),
        closed: true,
    })
}

/// "The League wants the water. Well?": what the question has just told of somebody else's wishes.
fn put(scene: &Scene, claims: &[Claim], question: &Range<usize>) -> Option<Matter> {
    let words = scene.words;
    let told = (claims.iter())
        .filter(|claim| {
            question.contains(&claim.trigger)
                && matches!(
                    claim.stance,
                    Stance::Demands
                        | Stance::Proposes
                        | Stance::Offers
                        | Stance::Rejects
                        | Stance::Opposes
                )
                && !matches!(&claim.on, Target::Phrase(head, _) if is_pronoun(words, *head))
        })
        .max_by_key(|claim| claim.trigger)?;
    let wants = !matches!(told.stance, Stance::Rejects | Stance::Opposes);
    wants.then(|| Matter {
        yes: Stance::Accepts,
        no: Stance::Rejects,
        on: told.on.clone(),
        closed: true,
    })
}

fn clip(sentence: Range<usize>, block: &Range<usize>) -> Range<usize> {
    sentence.start.max(block.start)..sentence.end.min(block.end)
}

/// The first word of a question behind "And", "So", "Ms Holt,", "But then".
fn behind_address(words: &Words, sentence: Range<usize>) -> usize {
    let mut at = sentence.start;
    // "Ms Holt, would you …", "Last thing: would you …"
    let comma = (at..sentence.end.min(at + 6)).find(|&at| matches!(words.form(at), "," | ":"));
    if let Some(comma) = comma
        && (at..comma).all(|word| {
            matches!(
                words.upos(word),
                Upos::Propn | Upos::Noun | Upos::Intj | Upos::Adv | Upos::Adj
            )
        })
    {
        at = comma + 1;
    }
    while at + 1 < sentence.end
        && (matches!(
            words.lower(at),
            "and"
                | "but"
                | "so"
                | "then"
                | "well"
                | "now"
                | "or"
                | "okay"
                | "ok"
                | "right"
                | "again"
        ) || words.upos(at) == Upos::Punct)
    {
        at += 1;
    }
    at
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "would"
            | "will"
            | "could"
            | "can"
            | "do"
            | "does"
            | "are"
            | "is"
            | "might"
            | "may"
            | "have"
            | "has"
    )
}

/// "amnesty?", "what about a referendum?", "how about fifteen?", "and the word 'independence'?": a thing without a verb.
fn named(scene: &Scene, range: Range<usize>) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let mut start = range.start;
    let about = matches!(words.lower(start), "what" | "how")
        && start + 2 < range.end
        && matches!(words.lower(start + 1), "about" | "of");
    if about {
        start += 2;
    }
    let phrase = words.trim(start..range.end);
    let finite = phrase.clone().any(|at| {
        words.upos(at) == Upos::Aux
            || matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
    });
    let nominal = (phrase.clone()).any(|at| {
        matches!(words.upos(at), Upos::Noun | Upos::Propn | Upos::Num)
            || words.xpos(at) == Xpos::Vbg
    });
    let opens = words.upos(start);
    let asks = matches!(
        words.lower(start),
        "what" | "how" | "who" | "why" | "when" | "where" | "which" | "whose" | "whom"
    );
    let persons = phrase.clone().all(|at| {
        scene.entities.actor(at).is_some()
            || matches!(words.upos(at), Upos::Propn | Upos::Det | Upos::Punct)
    });
    if phrase.is_empty()
        || finite
        || !nominal
        || asks
        || persons
        || matches!(opens, Upos::Adv | Upos::Sconj | Upos::Adp)
    {
        return None;
    }
    let head = words
        .top(phrase.clone())
        .filter(|head| phrase.contains(head))
        .unwrap_or(start);
    Some((head, phrase))
}

/// "How many prisoners would you release?", "What's your figure?", "Is there a number between four and five?": how far
/// somebody would go, which can only be told or not.
fn how_much(scene: &Scene, range: Range<usize>) -> Option<Matter> {
    let words = scene.words;
    let opens = matches!(words.lower(range.start), "how" | "what" | "which" | "where");
    let willed = range.clone().any(|at| evasions::is_willed(scene, at))
        || range.clone().any(|at| {
            matches!(words.lower(at), "your" | "you")
                && range.clone().any(|noun| {
                    matches!(
                        words.lemma(noun),
                        "figure"
                            | "number"
                            | "price"
                            | "limit"
                            | "line"
                            | "position"
                            | "stand"
                            | "offer"
                            | "demand"
                            | "answer"
                    )
                })
        });
    let you = range
        .clone()
        .any(|at| matches!(words.lower(at), "you" | "your"));
    if !opens || !willed || !you {
        return None;
    }
    let (head, phrase) = (range.clone())
        .filter(|&at| {
            matches!(words.upos(at), Upos::Noun | Upos::Propn) && scene.entities.actor(at).is_none()
        })
        .map(|at| (at, noun_phrase(scene, at)))
        .find(|(_, phrase)| phrase.start >= range.start)?;
    Some(Matter {
        yes: Stance::Accepts,
        no: Stance::Rejects,
        on: scene.toward(head, phrase),
        closed: false,
    })
}

/// "We have turned it down", "I am against that" in the first words of an answer: what was asked.
fn refer_back(scene: &Scene, claims: &mut [Claim], exchange: &Exchange, matter: &Matter) {
    let words = scene.words;
    let first = words.sentence_of(exchange.answer.start);
    for claim in claims.iter_mut() {
        let Target::Phrase(head, phrase) = &claim.on else {
            continue;
        };
        let here = exchange.answer.contains(&claim.trigger)
            && exchange.answer.contains(head)
            && words.sentence_of(claim.trigger) <= first + 1;
        if !here || phrase.len() != 1 || !is_pronoun(words, *head) {
            continue;
        }
        // Something nearer may be meant.
        let nearer = (exchange.answer.start..*head)
            .any(|at| words.upos(at) == Upos::Noun && scene.entities.actor(at).is_none());
        if !nearer {
            claim.on = matter.on.clone();
        }
    }
}

/// What the opening of an answer says of what was asked.
fn answered(
    claims: &[Claim],
    exchange: &Exchange,
    matter: &Matter,
    opening: Opening,
) -> Option<Claim> {
    let own = |claim: &&Claim| {
        exchange.answer.contains(&claim.trigger)
            && claim
                .holders
                .iter()
                .any(|one| one.party == exchange.holder.party)
    };
    let Opening {
        sense,
        words: found,
        premise,
    } = opening;
    let stance = match sense {
        Sense::Stance(Stance::Accepts | Stance::Supports) | Sense::Yes if matter.closed => {
            matter.yes
        }
        Sense::Stance(Stance::Rejects) | Sense::No if matter.closed => matter.no,
        Sense::Stance(stance) if matter.closed => stance,
        Sense::Evades => {
            // What is answered is answered, whatever comes with it.
            if claims.iter().any(|claim| own(&claim)) {
                return None;
            }
            Stance::DeclinesToSay
        }
        _ => return None,
    };
    // Of what another does or wants a yes and a no tell nothing more than what is told.
    let stance = match (stance, &premise) {
        (Stance::Accepts | Stance::Supports, Some(_)) => Stance::AcceptsIf,
        (stance, _) => stance,
    };
    let told = claims.iter().filter(own).any(|claim| {
        claim.trigger < found.end && claim.trigger >= found.start
            || claim.stance == stance && claim.on == matter.on
    });
    (!told).then(|| Claim {
        premise,
        ..Claim::plain(
            "exchange",
            stance,
            vec![exchange.holder],
            found.start,
            matter.on.clone(),
            found,
        )
    })
}
