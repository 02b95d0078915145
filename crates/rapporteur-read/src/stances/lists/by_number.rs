//! What is said of things that were told, by their number, order or count: "has agreed to the first three points", "could not
//! accept these conditions", "backs all three", "rejected both dates", "promised the first and is studying the second".

use std::ops::Range;

use crate::dates::number_word;
use rapporteur_model::Stance;
use rapporteur_syntax::{Upos, Xpos};

use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Nouns that stand for whatever was told: "the second point", "both dates".
const ANYTHING: &[&str] = &[
    "point",
    "demand",
    "condition",
    "request",
    "requirement",
    "proposal",
    "suggestion",
    "idea",
    "item",
    "element",
    "part",
    "thing",
    "term",
    "wish",
    "change",
    "measure",
    "step",
    "option",
    "concession",
    "provision",
    "clause",
    "figure",
    "number",
    "date",
    "sum",
    "amount",
    "limit",
    "ceiling",
];

/// How many sentences back what was told is looked for.
const BACK: usize = 3;

/// Which of the things told are meant.
enum Meant {
    /// All, and how many they are, where that is said.
    All(Option<usize>),
    /// Those with these places, counted from 0; the last is `usize::MAX`.
    Places(Vec<usize>),
    /// So many from the front.
    First(usize),
    /// So many from the back.
    Last(usize),
    /// Those of which the holder says nothing else there.
    Others,
}

/// Gives what is said of things by their number a thing each.
pub fn spread(scene: &Scene, claims: &mut Vec<Claim>) {
    let mut more: Vec<Claim> = Vec::new();
    // What the holder of a sentence has spoken of by number.
    let mut taken: Vec<(usize, Target)> = Vec::new();
    for index in 0..claims.len() {
        let claim = &claims[index];
        let brings = matches!(
            claim.stance,
            Stance::Demands | Stance::Proposes | Stance::Withdraws
        );
        let Some(meant) = meant(scene, claim).filter(|_| claim.via.is_none() && !brings) else {
            continue;
        };
        let told = told_before(scene, claims, claim, &meant);
        if let Some((not, except)) = but_not(scene, claim) {
            more.extend((chosen(&except, told.clone()).into_iter()).map(|on| Claim {
                stance: match claim.stance {
                    Stance::Supports => Stance::Opposes,
                    _ => Stance::Rejects,
                },
                on,
                trigger: not.start,
                evidence: not.clone(),
                premise: None,
                ..claim.clone()
            }));
        }
        let sentence = scene.words.sentence_of(claim.trigger);
        let chosen = match meant {
            Meant::Others => (told.into_iter())
                .filter(|on| {
                    !taken.contains(&(sentence, on.clone()))
                        && !is_stood_toward(scene, claims, claim, on)
                })
                .collect(),
            _ => chosen(&meant, told),
        };
        let mut claim = claim.clone();
        // "has promised the first", of what another demands: it is granted.
        let granted = claim.stance == Stance::Offers
            && chosen.iter().any(|on| {
                (claims.iter()).any(|other| other.stance == Stance::Demands && other.on == *on)
            });
        if granted {
            claim.stance = Stance::Accepts;
            claims[index].stance = Stance::Accepts;
        }
        for (place, on) in chosen.into_iter().enumerate() {
            taken.push((sentence, on.clone()));
            match place {
                0 => claims[index].on = on,
                _ => more.push(Claim {
                    on,
                    ..claim.clone()
                }),
            }
        }
    }
    claims.extend(more);
}

/// "is open to the first, | but not to the second": of what the opposite is told, and its words.
fn but_not(scene: &Scene, claim: &Claim) -> Option<(Range<usize>, Meant)> {
    let words = scene.words;
    let Target::Phrase(_, phrase) = &claim.on else {
        return None;
    };
    let yes = matches!(
        claim.stance,
        Stance::Accepts | Stance::Supports | Stance::Open | Stance::Offers
    );
    let end = words.sentence(words.sentence_of(claim.trigger)).end;
    let but = phrase.end + usize::from(phrase.end < end && words.form(phrase.end) == ",");
    if !yes || but + 3 >= end || (words.lower(but), words.lower(but + 1)) != ("but", "not") {
        return None;
    }
    let start = but + 2 + usize::from(words.upos(but + 2) == Upos::Adp);
    let stop = (start..end)
        .find(|&at| words.upos(at) == Upos::Punct || words.is_verb(at))
        .unwrap_or(end);
    let not = words.trim(but + 1..stop);
    numbered(words, start..stop).map(|meant| (not, meant))
}

/// Whether the holder of a claim takes a stance toward a thing in the same sentence.
fn is_stood_toward(scene: &Scene, claims: &[Claim], claim: &Claim, on: &Target) -> bool {
    let words = scene.words;
    let lemma = |target: &Target| match target {
        Target::Phrase(head, _) => Some(words.lemma(*head)),
        _ => None,
    };
    claims.iter().any(|other| {
        other.trigger != claim.trigger
            && words.sentence_of(other.trigger) == words.sentence_of(claim.trigger)
            && other.shares_party(&claim.holders)
            && lemma(&other.on) == lemma(on)
    })
}

/// Those meant of the things told.
fn chosen(meant: &Meant, told: Vec<Target>) -> Vec<Target> {
    let count = told.len();
    let places: Vec<usize> = match meant {
        Meant::All(number) if number.is_none_or(|number| number == count) => (0..count).collect(),
        Meant::Places(places) => places
            .iter()
            .map(|&place| {
                if place == usize::MAX {
                    count - 1
                } else {
                    place
                }
            })
            .collect(),
        Meant::First(number) => (0..*number).collect(),
        Meant::Last(number) if *number <= count => (count - number..count).collect(),
        _ => Vec::new(),
    };
    match places.iter().all(|&place| place < count) {
        true => places.iter().map(|&place| told[place].clone()).collect(),
        false => Vec::new(),
    }
}

/// Which of the things told a claim is toward, where its words are nothing but their number: those of its thing, else those
/// behind the word that shows it.
fn meant(scene: &Scene, claim: &Claim) -> Option<Meant> {
    let words = scene.words;
    let Target::Phrase(_, phrase) = &claim.on else {
        return None;
    };
    let inside = claim.evidence.contains(&phrase.start)
        || words.sentence_of(phrase.start) == words.sentence_of(claim.trigger);
    if inside {
        return numbered(words, phrase.clone());
    }
    // "agreed to | both", "can accept | neither": read as an answer.
    let end = words.sentence(words.sentence_of(claim.trigger)).end;
    let start = claim.trigger + 1;
    let start = start + usize::from(start < end && words.upos(start) == Upos::Adp);
    let stop = (start..end)
        .find(|&at| words.upos(at) == Upos::Punct || words.is_verb(at))
        .unwrap_or(end);
    numbered(words, start..stop)
}

/// "all three", "both dates", "the first two points", "the second and the third", "neither the first nor the last".
fn numbered(words: &Words, phrase: Range<usize>) -> Option<Meant> {
    let mut at = phrase.start;
    let form = |at: usize| if at < phrase.end { words.lower(at) } else { "" };
    let rest_is = |from: usize| stands_for_any(words, from..phrase.end);
    match form(at) {
        "both" | "neither" | "either" if rest_is(at + 1) => return Some(Meant::All(Some(2))),
        "all" => {
            at += 1;
            at += usize::from(form(at) == "of");
            at += usize::from(matches!(form(at), "the" | "these" | "those" | "them"));
            let number = count(form(at));
            at += usize::from(number.is_some());
            let told = number.is_some() || at > phrase.start + 1;
            return (told && rest_is(at)).then_some(Meant::All(number));
        }
        "these" | "those" => {
            let number = count(form(at + 1));
            let noun = at + 1 + usize::from(number.is_some());
            let terms = crate::proposals::TERMS.contains(&words.lemma(phrase.end - 1))
                && words.xpos(phrase.end - 1) == Xpos::Nns;
            return (noun + 1 == phrase.end && terms).then_some(Meant::All(number));
        }
        _ => {}
    }
    let mut places = Vec::new();
    let mut number = None;
    let mut others = false;
    while at < phrase.end {
        let word = form(at);
        if let Some(place) = place(word) {
            places.push(place);
        } else if matches!(word, "other" | "others" | "rest") {
            others = true;
        } else if let Some(told) = count(word).filter(|_| places.len() == 1) {
            number = Some(told);
        } else if !matches!(
            word,
            "the" | "its" | "their" | "and" | "or" | "nor" | "neither" | "either" | "," | "not"
        ) {
            break;
        }
        at += 1;
    }
    if !rest_is(at) || !words_open(words, phrase.start) {
        return None;
    }
    match (places.as_slice(), number) {
        ([], _) => others.then_some(Meant::Others),
        ([0], Some(number)) => Some(Meant::First(number)),
        ([usize::MAX], Some(number)) => Some(Meant::Last(number)),
        (_, Some(_)) => None,
        _ => Some(Meant::Places(places)),
    }
}

/// "the first", "its last", "neither the first": where a phrase of numbers may begin.
fn words_open(words: &Words, start: usize) -> bool {
    matches!(
        words.lower(start),
        "the" | "its" | "their" | "neither" | "either"
    ) || start > 0 && matches!(words.lower(start - 1), "the" | "its" | "their")
}

/// Whether nothing stands there, or only words that stand for whatever was told: "of them", "points", "of the two dates".
fn stands_for_any(words: &Words, range: Range<usize>) -> bool {
    range.clone().all(|at| {
        matches!(
            words.lower(at),
            "of" | "the" | "them" | "these" | "those" | "its" | "their" | "one" | "ones"
        ) || count(words.lower(at)).is_some()
            || words.upos(at) == Upos::Adv
            || words.upos(at) == Upos::Noun && ANYTHING.contains(&words.lemma(at))
    })
}

fn place(form: &str) -> Option<usize> {
    Some(match form {
        "first" | "former" => 0,
        "second" => 1,
        "third" => 2,
        "fourth" => 3,
        "fifth" => 4,
        "sixth" => 5,
        "seventh" => 6,
        "eighth" => 7,
        "last" | "latter" => usize::MAX,
        _ => return None,
    })
}

/// How many a word says, of so few that a reader counts them: two to eight.
fn count(form: &str) -> Option<usize> {
    let number = number_word(form).filter(|number| (2..=8).contains(number))?;
    usize::try_from(number).ok()
}

/// The things of the last list of others in the sentences right before, in the order they were told; two things of two others
/// where both are meant.
fn told_before(scene: &Scene, claims: &[Claim], claim: &Claim, meant: &Meant) -> Vec<Target> {
    let words = scene.words;
    let here = words.sentence_of(claim.trigger);
    let mut before: Vec<(usize, &Claim)> = (claims.iter())
        .filter(|other| {
            matches!(
                other.stance,
                Stance::Demands | Stance::Proposes | Stance::Offers
            ) && !other.shares_party(&claim.holders)
        })
        .filter_map(|other| match &other.on {
            Target::Phrase(_, phrase) if phrase.start < claim.trigger => {
                Some((phrase.start, other))
            }
            _ => None,
        })
        .filter(|&(start, _)| words.sentence_of(start) + BACK > here)
        .collect();
    before.sort_by_key(|&(start, _)| start);
    before.dedup_by(|next, one| next.1.on == one.1.on);
    let Some(&(start, last)) = before.last() else {
        return Vec::new();
    };
    // Those told in one breath: by one word, or one by one.
    let mut from = start;
    let mut list: Vec<Target> = (before.iter().rev())
        .take_while(|(start, other)| {
            let together = other.holders == last.holders
                && other.stance == last.stance
                && words.sentence_of(*start) + 1 >= words.sentence_of(from)
                && (other.trigger == last.trigger || other.rule == last.rule);
            from = *start;
            together
        })
        .map(|(_, other)| other.on.clone())
        .collect();
    list.reverse();
    // "A wants 40, B wants 90": two things of two.
    let pair = matches!(meant, Meant::All(Some(2)) | Meant::Places(_)) && list.len() == 1;
    if let ([.., (_, one), (_, other)], true) = (before.as_slice(), pair)
        && one.holders != other.holders
    {
        return vec![one.on.clone(), other.on.clone()];
    }
    match list.len() {
        1 => Vec::new(),
        _ => list,
    }
}
