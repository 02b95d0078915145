//! Answers in a few quoted words that no lexicon has: "Not one share, not one turbine", "Nobody gets to vote on that", "We
//! will not be counted like cattle", "Keep your pardons". What they turn down is what another put forward right before them.

use std::ops::Range;

use rapporteur_model::{Manner, Stance};
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::Holder;
use crate::stances::arguments::matter::{is_pronoun, put_forward};
use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::{Force, premise};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// The longest such answer, in words.
const LONGEST: usize = 16;

/// Reads every short quotation of a party.
pub(in crate::stances) fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    for statement in &scene.statements.all {
        let [content] = statement.content.as_slice() else {
            continue;
        };
        let content = words.trim(content.clone());
        if statement.manner != Manner::Direct
            || content.is_empty()
            || content.len() > LONGEST
            || scene.is_void(content.start)
        {
            continue;
        }
        let held: Vec<Holder> = (statement.speaker)
            .and_then(|speaker| Holder::of(scene, speaker))
            .into_iter()
            .collect();
        let told = (claims.iter())
            .any(|claim| content.contains(&claim.trigger) && claim.shares_party(&held));
        if held.is_empty() || told {
            continue;
        }
        let claim = |on, trigger| {
            let evidence = content.clone();
            Claim::plain("curt", Stance::Rejects, held.clone(), trigger, on, evidence)
        };
        if let Some((verb, done)) = done_to_us(scene, &content) {
            claims.push(claim(Target::Phrase(verb, done), verb));
            continue;
        }
        if !(not_one(words, &content) || is_nobodys(words, &content) || keep_it(words, &content)) {
            continue;
        }
        let put = recently(scene, claims, content.start, &held);
        let put = put.or_else(|| {
            let kept = words
                .object(content.start)
                .filter(|_| keep_it(words, &content))?;
            Some((scene.toward(kept, noun_phrase(scene, kept)), None))
        });
        if let Some((on, via)) = put {
            claims.push(Claim {
                via,
                ..claim(on, content.start)
            });
        }
    }
}

/// How many sentences back what others put forward may stand.
const BACK: usize = 4;

/// What another has put forward in the sentence before, else in the last few of the paragraph.
fn recently(
    scene: &Scene,
    claims: &[Claim],
    word: usize,
    held: &[Holder],
) -> Option<(Target, Option<usize>)> {
    let words = scene.words;
    let put = put_forward(scene, claims, word, held).or_else(|| {
        (claims.iter())
            .filter(|claim| {
                claim.trigger < word
                    && words.sentence_of(claim.trigger) + BACK >= words.sentence_of(word)
                    && matches!(
                        claim.stance,
                        Stance::Demands | Stance::Proposes | Stance::Offers
                    )
                    && matches!(&claim.on, Target::Phrase(head, _) if !is_pronoun(words, *head))
                    && !claim.shares_party(held)
            })
            .max_by_key(|claim| claim.trigger)
    })?;
    Some(put.about())
}

/// "Not one share, not one turbine", "Not a gram", "Not even a lease": nothing but what there will be none of.
fn not_one(words: &Words, content: &Range<usize>) -> bool {
    // "Not a problem", "not a word": of these there is none, but nothing is turned down.
    const IDLE: &[&str] = &[
        "problem",
        "word",
        "clue",
        "idea",
        "day",
        "moment",
        "minute",
        "bit",
        "worry",
        "doubt",
        "question",
        "surprise",
        "secret",
        "crisis",
        "comment",
        "threat",
        "ultimatum",
        "deal",
        "bad",
        "good",
        "chance",
    ];
    let at = content.start + 1;
    let one = at + usize::from(words.lower(at) == "even");
    let counted = matches!(
        words.lower(one),
        "a" | "an" | "one" | "single" | "another" | "any"
    );
    words.lower(content.start) == "not"
        && counted
        && !content.clone().any(|at| {
            matches!(words.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
                || matches!(
                    words.lower(at),
                    "but" | "if" | "until" | "unless" | "without" | "before"
                )
                || IDLE.contains(&words.lemma(at))
        })
        && content.clone().any(|at| words.upos(at) == Upos::Noun)
}

/// "Nobody gets to vote on that", "No one tells us what to plant", "Nobody touches our harbour".
fn is_nobodys(words: &Words, content: &Range<usize>) -> bool {
    // What nobody knows or wants is told of the world.
    const IDLE: &[&str] = &[
        "know",
        "want",
        "think",
        "believe",
        "like",
        "expect",
        "doubt",
        "say",
        "understand",
        "remember",
        "care",
        "deny",
        "benefit",
        "win",
        "lose",
        "need",
        "agree",
        "be",
        "have",
        "mind",
        "dispute",
        "trust",
        "see",
        "talk",
        "speak",
        "sign",
        "represent",
    ];
    let one = content.start + usize::from(words.lower(content.start) == "no");
    let nobody = matches!(words.lower(content.start), "nobody" | "no-one")
        || one > content.start && words.lower(one) == "one";
    let verb = (one + 1..content.end.min(one + 4)).find(|&at| words.is_verb(at));
    nobody
        && verb.is_some_and(|verb| {
            let will = (words.children_by(verb, &[Rel::Aux]))
                .all(|will| matches!(words.lemma(will), "will" | "'ll" | "shall" | "be"));
            let bare = !will || words.child(verb, &[Rel::Aux]).is_none();
            will && (!bare || words.xpos(verb) == Xpos::Vbz)
                && !IDLE.contains(&words.lemma(verb))
                && premise(words, verb).is_none()
        })
}

/// "Keep your pardons", "They can keep their money": what was offered is turned down.
fn keep_it(words: &Words, content: &Range<usize>) -> bool {
    let keep = content.start;
    words.lower(keep) == "keep"
        && matches!(words.lower(keep + 1), "your" | "their" | "it" | "them")
        && words.trim(keep..content.end).len() <= 6
}

/// "We will not be counted like cattle", "we won't be tried by foreigners": what is not to be done to those who speak; the
/// verb and what is done.
fn done_to_us(scene: &Scene, content: &Range<usize>) -> Option<(usize, Range<usize>)> {
    // Vows that nobody bullies one turn down nothing that anybody asks for.
    const VOWS: &[&str] = &[
        "bully",
        "intimidate",
        "blackmail",
        "deter",
        "silence",
        "distract",
        "provoke",
        "fool",
        "rush",
        "hurry",
        "defeat",
        "beat",
        "divide",
        "break",
        "drag",
        "draw",
        "cow",
        "stop",
        "threaten",
        "swayed",
        "sway",
        "surprise",
        "force",
        "pressure",
        "lecture",
        "satisfy",
        "able",
        "afraid",
        "satisfied",
        "disappoint",
        "outdo",
        "beaten",
        "stampede",
    ];
    let words = scene.words;
    let we = matches!(words.lower(content.start), "we" | "i");
    let verb = (content.clone()).find(|&at| {
        words.is_passive(at) && words.child(at, &[Rel::NsubjPass]) == Some(content.start)
    })?;
    let force = Force::of(words, verb);
    let will = matches!(force.modal.as_deref(), Some("will" | "wo" | "shall"));
    let refused = force.negated && will && !force.hypothetical && premise(words, verb).is_none();
    let be = words.child(verb, &[Rel::AuxPass])?;
    (we && refused && !VOWS.contains(&words.lemma(verb)))
        .then(|| (verb, words.trim(be..content.end)))
}
