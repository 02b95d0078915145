//! "would rather have a committee than a court", "would sooner walk away than sign": what is liked better, and what is
//! refused by it.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::{clause, noun_phrase, tidy};
use crate::stances::cues::modals::{deed_phrase, is_harm};
use crate::stances::cues::verdicts::is_matter;
use crate::stances::modality::force::Force;
use crate::stances::modality::harm::is_harmful;
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// Going away, and what nobody likes: said only to refuse the other.
const LAST_RESORTS: &[&str] = &[
    "leave", "quit", "resign", "walk", "die", "go", "fight", "starve", "face", "lose", "fall",
    "risk", "see", "give", "abandon", "pull", "suffer", "burn", "close", "scuttle", "break",
];

/// Verbs of giving in.
const YIELDING: &[&str] = &[
    "accept",
    "agree",
    "sign",
    "submit",
    "yield",
    "bow",
    "endure",
    "swallow",
    "surrender",
    "concede",
    "capitulate",
    "tolerate",
    "cave",
];

/// Reads one word; tells whether it is so liked.
pub fn read(scene: &Scene, word: usize, force: &Force, claims: &mut Vec<Claim>) -> bool {
    let words = scene.words;
    if let Some(claim) = forestalled(scene, word, force) {
        claims.push(claim);
        return true;
    }
    if !prefers(words, word)
        || !words.is_verb(word)
        || force.modal.as_deref() != Some("would")
        || force.negated && words.lemma(word) != "see"
        || force.hypothetical
    {
        return false;
    }
    let held = subject_holders(scene, word);
    if held.is_empty() {
        return false;
    }
    let subject = words
        .child(word, &[Rel::Nsubj])
        .map_or(word, |subject| words.subtree(subject).start);
    let claim = |stance, on, evidence| Claim {
        stance,
        holders: held.clone(),
        trigger: word,
        rule: "rather".into(),
        on,
        premise: None,
        reason: None,
        outlet: true,
        evidence: words.trim(evidence),
        via: None,
    };
    let object = words
        .object(word)
        .filter(|_| matches!(words.lemma(word), "have" | "see" | "get" | "take"));
    let (head, phrase) = match object {
        Some(object) => (object, noun_phrase(scene, object)),
        None => (word, deed_phrase(scene, word, None)),
    };
    // "would rather not see judges involved"
    if force.negated {
        let whole = words.trim(phrase.start..clause(scene, word).end.max(phrase.end));
        let evidence = subject.min(word)..whole.end;
        if object.is_some() && !whole.is_empty() {
            claims.push(claim(Stance::Opposes, scene.toward(head, whole), evidence));
        }
        return true;
    }
    let end = words.sentence(words.sentence_of(word)).end;
    let than = (word + 1..end).find(|&at| words.lemma(at) == "than");
    // "rather have nine years than none"
    let liked = words.trim(phrase.start..than.unwrap_or(phrase.end).min(phrase.end));
    // "would rather bring home nothing than bring home crumbs", "would rather argue in a room": of nothing in particular.
    let nothing = |of: usize| {
        words
            .object(of)
            .is_some_and(|thing| words.lemma(thing) == "nothing")
    };
    if nothing(word)
        || object.is_none()
            && !force.negated
            && matches!(
                words.lemma(word),
                "argue" | "answer" | "talk" | "speak" | "say" | "comment"
            )
    {
        return true;
    }
    let away = object.is_none()
        && (LAST_RESORTS.contains(&words.lemma(word))
            || is_harm(scene, word)
            || is_harmful(words, word));
    // "would rather tie up their boats than accept a cut": what is done to oneself in place of giving in is a threat.
    let to_itself = words.object(word).is_none_or(|thing| {
        (words.children_by(thing, &[Rel::NmodPoss]))
            .any(|own| matches!(words.lower(own), "its" | "their" | "our" | "his" | "her"))
    });
    let away = away
        || object.is_none()
            && to_itself
            && than.is_some_and(|than| {
                (words.head(than)).is_some_and(|deed| {
                    deed > than && words.is_verb(deed) && YIELDING.contains(&words.lemma(deed))
                })
            });
    // "I would rather have a dry coat than a new hat", in her own words: a maxim, unless it names a matter.
    let maxim = words.child(word, &[Rel::Nsubj]).is_some_and(|subject| {
        words.lemma(subject) == "i" || words.lemma(subject) == "we" && !is_matter(scene, &liked)
    });
    if !liked.is_empty() && !away && !maxim {
        let evidence = subject.min(liked.start)..liked.end;
        claims.push(claim(
            Stance::Supports,
            Target::Phrase(head, liked),
            evidence,
        ));
    }
    let shunned = than
        .and_then(|than| words.head(than).map(|deed| (than, deed)))
        .filter(|&(than, deed)| deed > than && words.is_verb(deed) && (away || !maxim));
    if let Some((than, deed)) = shunned {
        // "than accept a toll": the toll; "than put its name to such a link": the link.
        let object = words.object(deed).filter(|&object| {
            !matches!(words.lemma(object), "name" | "signature" | "seal" | "hand")
        });
        let oblique = || {
            words
                .children_by(deed, &[Rel::Obl])
                .find(|&thing| thing > deed)
        };
        let (head, phrase) = match object.or_else(oblique) {
            Some(thing) => (thing, tidy(scene, deed, thing, noun_phrase(scene, thing))),
            None => (deed, clause(scene, deed)),
        };
        if !phrase.is_empty() {
            let evidence = subject.min(than)..phrase.end;
            claims.push(claim(Stance::Rejects, scene.toward(head, phrase), evidence));
        }
    }
    true
}

/// "I'll resign before I sign anything above it", "would strike before it accepted a cap": giving in is refused, and what is
/// done first is a threat.
fn forestalled(scene: &Scene, word: usize, force: &Force) -> Option<Claim> {
    let words = scene.words;
    let deed = (words.children_by(word, &[Rel::Advcl]))
        .find(|&deed| is_forestalled(words, deed) && YIELDING.contains(&words.lemma(deed)))?;
    let held = subject_holders(scene, word);
    let own =
        (words.child(deed, &[Rel::Nsubj])).is_none_or(|subject| words.upos(subject) == Upos::Pron);
    if !own || held.is_empty() || force.hypothetical {
        return None;
    }
    let object = words.object(deed)?;
    let phrase = tidy(scene, deed, object, noun_phrase(scene, object));
    let evidence = words.trim(words.subtree(word).start..phrase.end);
    Some(Claim::plain(
        "rather",
        Stance::Rejects,
        held,
        word,
        scene.toward(object, phrase),
        evidence,
    ))
}

/// Whether a clause with "before" tells what something else will be done in place of; "will not sign before they leave" waits.
fn is_forestalled(words: &Words, deed: usize) -> bool {
    words.rel(deed) == Rel::Advcl
        && (words.children_by(deed, &[Rel::Mark])).any(|mark| words.lower(mark) == "before")
        && words.head(deed).is_some_and(|first| {
            words.negation(first).is_none()
                && (words.children_by(first, &[Rel::Aux]))
                    .any(|modal| matches!(words.lemma(modal), "will" | "would" | "'ll" | "’ll"))
        })
}

/// Whether a word stands in what is liked less, or in what something else is done in place of ("leave rather than vote for
/// it"): nothing there is done.
pub fn is_shunned(words: &Words, word: usize) -> bool {
    // What stands beside the clause ("it wants grants rather than loans; Orveth objects") is told for itself.
    std::iter::once(word)
        .chain(words.ancestors(word).take(8))
        .take_while(|&at| words.rel(at) != Rel::Parataxis)
        .any(|at| {
            words.is_put_aside(at)
                || is_forestalled(words, at)
                || words.rel(at) == Rel::Advcl
                    && words
                        .children_by(at, &[Rel::Mark, Rel::Case])
                        .any(|mark| words.lemma(mark) == "than")
                    && words.head(at).is_some_and(|above| prefers(words, above))
        })
}

/// "would rather talk about the harvest": what somebody likes to talk about is no offer of talks.
pub(in crate::stances) fn is_chat(words: &Words, verb: usize) -> bool {
    matches!(words.lemma(verb), "talk" | "speak" | "discuss") && prefers(words, verb)
}

fn prefers(words: &Words, verb: usize) -> bool {
    words
        .children_by(verb, &[Rel::Advmod])
        .any(|at| words.lemma(at) == "rather" || words.form(at).eq_ignore_ascii_case("sooner"))
}
