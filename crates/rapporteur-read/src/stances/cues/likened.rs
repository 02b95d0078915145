//! What others put forward, likened to something: "called the lease 'a tenancy in one's own house'", "described that as 'a
//! crumb'", "regards it as one more cook in the kitchen". An image that no lexicon has is seldom meant as praise; those that
//! are of the kinds of beginnings and ways ("a start", "a bridge") or that something good is said of are left alone.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::{Holder, holders, possessors, subject_holders};
use crate::stances::arguments::matter::put_forward;
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Verbs that call something by another name, and those that do it with "as".
const CALLING: &[&str] = &["call", "dub", "label", "brand", "term"];
const LIKENING: &[&str] = &[
    "describe",
    "regard",
    "characterise",
    "characterize",
    "portray",
    "label",
    "brand",
];

/// Words of images that are no blame: what is good, what begins, what leads on, what is weighed.
const KIND: &[&str] = &[
    // good
    "good",
    "decent",
    "fair",
    "fine",
    "sensible",
    "useful",
    "great",
    "welcome",
    "honest",
    "serious",
    "genuine",
    "reasonable",
    "promising",
    "important",
    "best",
    "better",
    "right",
    "real",
    "positive",
    "workable",
    "historic",
    "necessary",
    "generous",
    "clever",
    "elegant",
    "sound",
    "wise",
    "proud",
    "success",
    "victory",
    "breakthrough",
    "milestone",
    "relief",
    "gift",
    "triumph",
    "blessing",
    "must",
    "duty",
    "right",
    "principle",
    "treasure",
    // what begins and leads on
    "start",
    "beginning",
    "step",
    "door",
    "window",
    "way",
    "path",
    "road",
    "bridge",
    "place",
    "basis",
    "base",
    "foundation",
    "point",
    "platform",
    "stone",
    "seed",
    "root",
    "key",
    "opening",
    "chance",
    "opportunity",
    "possibility",
    "hope",
    // what is weighed
    "option",
    "question",
    "number",
    "figure",
    "idea",
    "offer",
    "effort",
    "gesture",
    "payment",
    "compromise",
    "solution",
    "deal",
    "agreement",
    "proposal",
    "plan",
    "draft",
    "text",
    "demand",
    "matter",
    "issue",
    "test",
    "experiment",
    "model",
    "day",
    "night",
    "result",
    "story",
    "formality",
    // what is not to be crossed
    "line",
    "wall",
    "non-starter",
    "nonstarter",
];

/// Reads what is told as another's, once it is known what others put forward.
pub(in crate::stances) fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for verb in 0..words.len() {
        if !matches!(words.upos(verb), Upos::Verb | Upos::Aux) || scene.is_void(verb) {
            continue;
        }
        let Some(image) = called(scene, verb).or_else(|| said_to_be(scene, verb)) else {
            continue;
        };
        if is_kind(words, &image.words) || image.held.is_empty() {
            continue;
        }
        let sentence = words.sentence_of(verb);
        let told = claims.iter().any(|claim| {
            words.sentence_of(claim.trigger) == sentence
                && claim.shares_party(&image.held)
                && (image.words.contains(&claim.trigger)
                    || claim.trigger == verb
                    || matches!(
                        claim.stance,
                        Stance::Rejects | Stance::Opposes | Stance::RedLine | Stance::Concerned
                    ))
        });
        let Some(on) = (others(scene, claims, verb, &image.of, &image.held)).filter(|_| !told)
        else {
            continue;
        };
        let start = image.of.start.min(
            (words.child(verb, &[Rel::Nsubj]))
                .map_or(verb, |subject| words.subtree(subject).start.min(verb)),
        );
        claims.push(Claim::plain(
            "likened",
            Stance::Concerned,
            image.held,
            verb,
            on,
            start..image.words.end,
        ));
    }
}

/// Whether the noun phrase of an image is of the kinds that are no blame, whatever is told of it: "an umbrella | for sunny days".
fn is_kind(words: &Words, image: &Range<usize>) -> bool {
    let stop = (image.start + 1..image.end)
        .find(|&at| {
            matches!(
                words.upos(at),
                Upos::Adp | Upos::Verb | Upos::Sconj | Upos::Cconj
            )
        })
        .unwrap_or(image.end);
    (image.start..stop).any(|at| KIND.contains(&words.lemma(at)))
}

/// A thing, what it is likened to, and by whom.
struct Image {
    of: Range<usize>,
    words: Range<usize>,
    held: Vec<Holder>,
}

/// "called the lease 'a tenancy in one's own house'", "likened it to an umbrella for sunny days".
fn called(scene: &Scene, verb: usize) -> Option<Image> {
    let words = scene.words;
    let lemma = words.lemma(verb);
    let calls = CALLING.contains(&lemma);
    let compares = matches!(lemma, "liken" | "compare" | "equate");
    let force = Force::of(words, verb);
    if !(calls || compares || LIKENING.contains(&lemma))
        || !words.is_verb(verb)
        || words.is_passive(verb)
        || !force.is_fact()
        || force.is_modal()
    {
        return None;
    }
    let (of, image) = match compares {
        true => compared(words, verb)?,
        false => parts(words, verb, calls)?,
    };
    Some(Image {
        of,
        words: image,
        held: subject_holders(scene, verb),
    })
}

/// "likened it | to | an umbrella guaranteed for sunny days"
fn compared(words: &Words, verb: usize) -> Option<(Range<usize>, Range<usize>)> {
    let end = words.sentence(words.sentence_of(verb)).end;
    let to = (verb + 1..end.min(verb + 10)).find(|&at| matches!(words.lower(at), "to" | "with"))?;
    let image = to + 1 + usize::from(opens(words, to + 1));
    let stop = (image..end)
        .find(|&at| {
            matches!(
                words.form(at),
                "," | "." | ";" | ":" | "–" | "—" | "\"" | "”"
            )
        })
        .unwrap_or(end);
    let of = words.trim(verb + 1..to);
    let image = words.trim(image..stop);
    let named = !image.is_empty()
        && (matches!(words.lower(image.start), "a" | "an" | "the")
            || words.xpos(image.start) == Xpos::Vbg);
    (named && !of.is_empty()).then_some((of, image))
}

/// "said the charge was 'a tax on our own misfortune'", "the charge is, in Merin's words, 'a tax …'", "for Merin that would be
/// 'confiscation with a form to fill in'".
fn said_to_be(scene: &Scene, be: usize) -> Option<Image> {
    let words = scene.words;
    let predicate = match words.rel(be) {
        Rel::Cop => words.head(be)?,
        _ if matches!(words.lemma(be), "mean" | "be") => be,
        _ => return None,
    };
    let end = words.sentence(words.sentence_of(be)).end;
    let quote = (be + 1..end.min(be + 10)).find(|&at| opens(words, at))?;
    let close = (quote + 1..end).find(|&at| matches!(words.form(at), "\"" | "”" | "’"))?;
    let image = words.trim(quote + 1..close);
    let named = image.len() > 2
        && (matches!(
            words.lower(image.start),
            "a" | "an" | "one" | "half" | "another"
        ) || words.upos(image.start) == Upos::Noun
            || words.xpos(image.start) == Xpos::Vbg);
    let subject = words.child(predicate, &[Rel::Nsubj])?;
    let force = Force::of(words, predicate);
    let whose = || {
        // "is, in Merin's words, …"
        let noun = (be + 1..quote).find(|&at| matches!(words.lemma(at), "word" | "phrase"))?;
        let held = possessors(scene, noun);
        (!held.is_empty()).then_some(held)
    };
    let held = whose()
        .or_else(|| {
            let named: Vec<Holder> = (words.with_case(predicate, &["for"]))
                .filter(|&at| at < be)
                .flat_map(|at| holders(scene, at))
                .collect();
            (!named.is_empty()).then_some(named)
        })
        .unwrap_or_else(|| Holder::speakers(scene, subject));
    (named && subject < be && !force.negated && !force.hypothetical).then(|| Image {
        of: noun_phrase(scene, subject),
        words: image.start..close,
        held,
    })
}

fn opens(words: &Words, at: usize) -> bool {
    matches!(words.form(at), "\"" | "“" | "‘")
}

/// What is likened, and to what: "the lease | a tenancy in one's own house", in quotation marks, or "as one more …".
fn parts(words: &Words, verb: usize, calls: bool) -> Option<(Range<usize>, Range<usize>)> {
    let end = words.sentence(words.sentence_of(verb)).end;
    let quote = (verb + 1..end.min(verb + 12)).find(|&at| opens(words, at));
    if let Some(quote) = quote {
        let close = (quote + 1..end).find(|&at| matches!(words.form(at), "\"" | "”" | "’"))?;
        let like = words.lower(quote - 1) == "as";
        let object = words.trim(verb + 1..quote - usize::from(like));
        let image = words.trim(quote + 1..close);
        let named = !image.is_empty()
            && image.len() > 1
            && matches!(
                words.lower(image.start),
                "a" | "an" | "one" | "half" | "another"
            );
        return (named && (like || calls) && !object.is_empty() && object.len() < 8)
            .then_some((object, image.start..close));
    }
    // "regards it as one more cook in the kitchen"
    let like = (verb + 1..end.min(verb + 9)).find(|&at| words.lower(at) == "as")?;
    let one_more = words.lower(like + 1) == "one" && words.lower(like + 2) == "more"
        || matches!(words.lower(like + 1), "yet" | "just") && words.lower(like + 2) == "another";
    let object = words.trim(verb + 1..like);
    let stop = (like + 1..end)
        .find(|&at| matches!(words.form(at), "," | "." | ";" | ":" | "–" | "—"))
        .unwrap_or(end);
    (one_more && !calls && !object.is_empty()).then(|| (object, words.trim(like + 1..stop)))
}

/// How many sentences back what others put forward is looked for.
const BACK: usize = 4;

/// What others put forward that the words mean: "it", the text on the table, what was told by one of its words.
fn others(
    scene: &Scene,
    claims: &[Claim],
    verb: usize,
    object: &Range<usize>,
    held: &[Holder],
) -> Option<Target> {
    let words = scene.words;
    let alone =
        object.len() == 1 && matches!(words.lower(object.start), "it" | "that" | "this" | "them");
    if let Some(text) = (object.clone()).find_map(|at| scene.proposals.at(at)) {
        let own = scene.proposals.all[text]
            .authors
            .iter()
            .filter_map(|&author| Holder::of(scene, author))
            .any(|author| held.iter().any(|holder| holder.party == author.party));
        return (!own).then_some(Target::Proposal(text));
    }
    let back = words.top(object.clone()).is_some_and(|head| {
        matches!(
            words.lemma(head),
            "idea" | "offer" | "proposal" | "suggestion" | "demand" | "request" | "condition"
        )
    });
    if alone || back {
        return put_forward(scene, claims, verb, held).map(|before| before.on.clone());
    }
    let head = words.top(object.clone())?;
    let sentence = words.sentence_of(verb);
    (claims.iter())
        .filter(|claim| {
            matches!(
                claim.stance,
                Stance::Proposes | Stance::Offers | Stance::Demands | Stance::AcceptsIf
            ) && claim.trigger < verb
                && words.sentence_of(claim.trigger) + BACK >= sentence
                && !claim.shares_party(held)
                && matches!(&claim.on, Target::Phrase(_, phrase)
                    if phrase.clone().any(|at| words.lemma(at) == words.lemma(head)))
        })
        .max_by_key(|claim| claim.trigger)
        .map(|claim| claim.on.clone())
}
