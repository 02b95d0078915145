//! What others put forward, likened to something: "called the lease 'a tenancy in one's own house'", "described that as 'a
//! crumb'", "regards it as one more cook in the kitchen". An image that no lexicon has is seldom meant as praise; those that
//! are of the kinds of beginnings and ways ("a start", "a bridge") or that something good is said of are left alone.

use std::ops::Range;

use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::holders::{Holder, subject_holders};
use crate::stances::arguments::matter::put_forward;
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
        let calls = CALLING.contains(&words.lemma(verb));
        if !(calls || LIKENING.contains(&words.lemma(verb)))
            || !words.is_verb(verb)
            || words.is_passive(verb)
            || scene.is_void(verb)
        {
            continue;
        }
        let Some((object, image)) = parts(words, verb, calls) else {
            continue;
        };
        if image.clone().any(|at| KIND.contains(&words.lemma(at))) {
            continue;
        }
        let force = Force::of(words, verb);
        let held = subject_holders(scene, verb);
        if held.is_empty() || !force.is_fact() || force.is_modal() {
            continue;
        }
        let sentence = words.sentence_of(verb);
        let told = claims.iter().any(|claim| {
            words.sentence_of(claim.trigger) == sentence
                && claim.shares_party(&held)
                && (image.contains(&claim.trigger)
                    || claim.trigger == verb
                    || matches!(
                        claim.stance,
                        Stance::Rejects | Stance::Opposes | Stance::RedLine | Stance::Concerned
                    ))
        });
        let Some(on) = (others(scene, claims, verb, &object, &held)).filter(|_| !told) else {
            continue;
        };
        let start = (words.child(verb, &[Rel::Nsubj]))
            .map_or(verb, |subject| words.subtree(subject).start.min(verb));
        claims.push(Claim::plain(
            "likened",
            Stance::Concerned,
            held,
            verb,
            on,
            start..image.end,
        ));
    }
}

/// What is likened, and to what: "the lease | a tenancy in one's own house", in quotation marks, or "as one more …".
fn parts(words: &Words, verb: usize, calls: bool) -> Option<(Range<usize>, Range<usize>)> {
    let end = words.sentence(words.sentence_of(verb)).end;
    let opens = |at: usize| matches!(words.form(at), "\"" | "“" | "‘");
    let quote = (verb + 1..end.min(verb + 12)).find(|&at| opens(at));
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
