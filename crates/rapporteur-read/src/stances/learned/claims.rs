//! The claims of the learned model, where no frame and no construction found any.

use std::cell::LazyCell;
use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use rapporteur_lexicon::{Place, StanceFrame};
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::{
    COLUMNS, Guess, RULE, Role, STANCES, Sight, Weights, holding, largest, may_tell, taken,
};
use crate::stances::arguments::evidence::{evidence, reason};
use crate::stances::arguments::for_whom::for_whom;
use crate::stances::arguments::holders::{Holder, holders, possessors, subject_holders};
use crate::stances::arguments::matter::matter;
use crate::stances::arguments::things::{noun_phrase, target, tidy};
use crate::stances::cues::agreeing::backs_somebody;
use crate::stances::cues::nouns::content;
use crate::stances::modality::force::{Force, premise};
use crate::stances::modality::surface::surface_premise;
use crate::stances::{Claim, Scene};
use crate::words::Words;

/// Below this score by its own features, a word does not become a cue by the others.
const HOPELESS: f32 = -3.0;
/// Below this by those and by what stands above and below it in the tree. Of 97,000 words that were no cue in the end this
/// leaves out half, of 9,600 that were one none.
const HOPELESS_BY_TREE: f32 = -4.5;
/// How likely it must be that a word tells the stance, and of that holder. The model is learnt with most features hidden and
/// so thinks its answers less likely than they are: of reports left out, three of four are right from here on.
const SURE: f32 = 0.35;
/// How likely where little separates the stance from none: worry about a fact, a willingness that binds nobody.
const SOFT: f32 = 0.8;
/// How likely a refusal to say.
const DECLINES: f32 = 0.9;
/// How likely where the lexicon tells that stance of the word: a frame or verdict looked at it and did not take it, mostly
/// for a reason.
const REFUSED: f32 = 0.62;

/// Prepositions before what a stance is toward.
const CASES: &[&str] = &[
    "on", "to", "of", "for", "with", "about", "over", "against", "at", "from", "in", "into", "by",
];

/// Adds what the model finds.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    let weights = Weights::embedded();
    let sight = Sight::new(scene.words, scene.statements, scene.lexicon);
    let mut taken = taken(scene.words.len(), claims);
    let told = holding::told(claims);
    // Most reports have no word that asks for it.
    let holding = LazyCell::new(|| holding::Sight::new(scene, told));
    let mut hints = Vec::new();
    // What the first features sum to, by what they are made of: words come again, and so do their subjects.
    let mut firsts: HashMap<u64, [f32; COLUMNS], FixedState> = HashMap::default();
    for word in 0..scene.words.len() {
        if taken[word] || !may_tell(scene.words, word) || scene.is_void(word) {
            continue;
        }
        let mut sums = *firsts.entry(sight.sort(word)).or_insert_with(|| {
            let mut sums = weights.biases;
            sight.first(word, &mut hints);
            weights.add(&hints, &mut sums);
            sums
        });
        if largest(&sums[..STANCES]).1 < HOPELESS {
            continue;
        }
        sight.second(word, &mut hints);
        weights.add(&hints, &mut sums);
        if largest(&sums[..STANCES]).1 < HOPELESS_BY_TREE {
            continue;
        }
        sight.rest(word, &mut hints);
        weights.add(&hints, &mut sums);
        let guess = Guess::of(&sums);
        let mut least = match guess.stance {
            Stance::DeclinesToSay => DECLINES,
            Stance::Concerned | Stance::Open => SOFT,
            _ => SURE,
        };
        if guess.chance < least {
            continue;
        }
        let force = Force::of(scene.words, word);
        if sight.tells(word, guess.stance) || is_verdict(scene, word) {
            // "Neither side accepted it", "is no mistake"; "insists that its boats fish within the law": a claim, if no frame
            // took it for a demand.
            let claimed = scene.words.lemma(word) == "insist"
                && scene.words.child(word, &[Rel::Ccomp]).is_some();
            if force.negated || claimed {
                continue;
            }
            least = least.max(REFUSED);
        }
        if force.hypothetical {
            continue;
        }
        if let Some(claim) = claim(scene, claims, &holding, word, guess, least) {
            claim.evidence.clone().for_each(|word| taken[word] = true);
            claims.push(claim);
        }
    }
}

/// Whether the lexicon has a verdict in which a word stands last: "a mistake".
fn is_verdict(scene: &Scene, word: usize) -> bool {
    (word.saturating_sub(1)..=word).any(|start| {
        crate::stances::cues::verdicts::verdict(scene, start)
            .is_some_and(|(_, length)| start + length == word + 1)
    })
}

fn claim(
    scene: &Scene,
    claims: &[Claim],
    holding: &holding::Sight,
    word: usize,
    guess: Guess,
    least: f32,
) -> Option<Claim> {
    let words = scene.words;
    // "Brod did not": it backs no plan, which is no stance.
    if words.lemma(word) == "do" || scene.statements.is_declining(word) {
        return None;
    }
    if words.negation(word).is_some() && backs_somebody(words, word) {
        return None;
    }
    if guess.stance == Stance::Concerned
        && matches!(words.lemma(word), "warn" | "caution" | "alert")
    {
        return None;
    }
    // "Merin, opposed by Brod, proposed": Brod opposes, whatever the model thinks of Merin.
    let (held, whose) = if words.xpos(word) == Xpos::Vbn && words.lower(word + 1) == "by" {
        (agents(scene, word), holding::RULES)
    } else {
        holding::holders(holding, word, guess.role)
    };
    if held.is_empty() || guess.chance * whose < least {
        return None;
    }
    // What the words themselves are part of is no thing of theirs.
    let thing = thing(scene, word, guess)
        .filter(|(_, phrase)| !phrase.contains(&word) && !is_how_often(words, phrase));
    let (on, phrase) = match thing {
        // "signalled that it could live with the levy": read where it is told.
        Some((_, phrase)) if tells_itself(claims, &phrase, &held) => return None,
        Some((head, phrase)) => {
            let phrase = tidy(scene, word, head, phrase);
            (scene.toward(head, phrase.clone()), phrase)
        }
        None => (matter(scene, claims, word, &held)?.0, word..word + 1),
    };
    // "has not commented", "declined to comment": silence, and on nothing.
    let silent = || {
        let perfect = (words.children_by(word, &[Rel::Aux])).any(|aux| words.lemma(aux) == "have");
        let nothing = (phrase.clone())
            .any(|at| matches!(words.lemma(at), "comment" | "speculation" | "request"));
        perfect && words.negation(word).is_some() || nothing
    };
    if guess.stance == Stance::DeclinesToSay && silent() {
        return None;
    }
    let premise = premise(words, word).or_else(|| surface_premise(words, &phrase));
    let stance = match guess.stance {
        Stance::Accepts if premise.is_some() => Stance::AcceptsIf,
        // "would vote in favour only if"
        Stance::Supports if premise.is_some() && is_readiness(words, word) => Stance::AcceptsIf,
        stance => stance,
    };
    let whole = premise.as_ref().map(|premise| premise.whole.clone());
    let mut claim = Claim::plain(
        RULE,
        stance,
        held,
        word,
        on,
        evidence(scene, word, &phrase, whole),
    );
    claim.premise = premise;
    claim.reason = reason(scene, word);
    Some(claim)
}

/// Whether a word, or the verb it goes with, is put as a readiness: "would vote |in favour|".
fn is_readiness(words: &Words, word: usize) -> bool {
    [Some(word), words.head(word)]
        .into_iter()
        .flatten()
        .any(|at| words.is_verb(at) && Force::of(words, at).is_modal())
}

/// "more than once", "three times": how often something was said.
fn is_how_often(words: &Words, phrase: &Range<usize>) -> bool {
    let last = words.lower(phrase.end - 1);
    matches!(last, "once" | "twice" | "again" | "repeatedly")
        || last == "times" && (phrase.clone()).all(|at| words.upos(at) != Upos::Adp)
}

/// Whether words toward which a stance would be show one of the same holder themselves.
fn tells_itself(claims: &[Claim], phrase: &Range<usize>, held: &[Holder]) -> bool {
    claims
        .iter()
        .any(|claim| phrase.contains(&claim.trigger) && claim.shares_party(held))
}

/// Who holds it by the rules.
pub(super) fn held(scene: &Scene, word: usize, role: Role) -> Vec<Holder> {
    match role {
        Role::Subject => subjects(scene, word),
        Role::Speaker => speakers(scene, word),
        Role::Agent => agents(scene, word),
    }
}

/// The subject of the word, or of what governs it inside the clause.
pub(super) fn subjects(scene: &Scene, word: usize) -> Vec<Holder> {
    let words = scene.words;
    let mut at = word;
    for _ in 0..3 {
        let held = subject_holders(scene, at);
        if !held.is_empty() {
            return held;
        }
        if words.child(at, &[Rel::Nsubj, Rel::NsubjPass]).is_some() {
            return Vec::new();
        }
        match (words.rel(at), words.head(at)) {
            // "Merin, wary of a pause,"
            (Rel::Amod | Rel::Acl | Rel::Appos, Some(noun)) => {
                let held = holders(scene, noun);
                if !held.is_empty() {
                    return held;
                }
                at = noun;
            }
            (
                Rel::Obj | Rel::Obl | Rel::Advmod | Rel::Xcomp | Rel::Conj | Rel::Nmod,
                Some(head),
            ) => {
                at = head;
            }
            _ => break,
        }
    }
    Vec::new()
}

/// Whoever speaks, or for whom it is so.
pub(super) fn speakers(scene: &Scene, word: usize) -> Vec<Holder> {
    let held = for_whom(scene, word);
    if held.is_empty() {
        return Holder::speakers(scene, word);
    }
    held
}

/// The agent, the owner, or the one actor named beside the word.
pub(super) fn agents(scene: &Scene, word: usize) -> Vec<Holder> {
    let words = scene.words;
    let agent = words.child(word, &[Rel::OblAgent]);
    let held = agent.map(|agent| holders(scene, agent)).unwrap_or_default();
    if !held.is_empty() {
        return held;
    }
    let held = possessors(scene, word);
    if !held.is_empty() {
        return held;
    }
    for preposition in ["by", "from", "of", "with", "in", "among", "for", "to"] {
        for beside in words.with_case(word, &[preposition]) {
            let held = holders(scene, beside);
            if !held.is_empty() {
                return held;
            }
        }
    }
    let object = words.child(word, &[Rel::Obj, Rel::Iobj]);
    object
        .map(|object| holders(scene, object))
        .unwrap_or_default()
}

/// What the stance is toward.
fn thing(scene: &Scene, word: usize, guess: Guess) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let is_actor = |head: usize| scene.entities.actor(head).is_some();
    if words.upos(word) == Upos::Noun
        && let Some(found) = content(scene, word)
            .into_iter()
            .find(|found| !is_actor(found.0))
    {
        return Some(found);
    }
    let mut on = vec![
        Place::Object,
        Place::Ing,
        Place::To,
        Place::That,
        Place::Whether,
    ];
    on.extend(CASES.iter().map(|case| Place::Preposition((*case).into())));
    if guess.role != Role::Subject || words.is_passive(word) {
        on.insert(0, Place::Subject);
    }
    for place in on {
        let frame = StanceFrame {
            name: "learned".into(),
            stance: guess.stance,
            negated: None,
            only: None,
            outlet: false,
            indefinite: false,
            on: vec![place],
            except: Vec::new(),
            holder: Vec::new(),
            with: Vec::new(),
        };
        if let Some(found) = target(scene, word, &frame).filter(|found| !is_actor(found.0)) {
            return Some(found);
        }
    }
    // "is for the levy", "the levy is what it wants": what governs the word.
    match (words.rel(word), words.head(word)) {
        (Rel::AclRelcl | Rel::Acl, _) => words
            .described(word)
            .filter(|&noun| !is_actor(noun))
            .map(|noun| (noun, noun_phrase(scene, noun))),
        (Rel::Obj | Rel::Advmod | Rel::Obl, Some(verb)) if words.xpos(verb) != Xpos::Vbg => words
            .children(verb)
            .filter(|&child| child > word && matches!(words.rel(child), Rel::Obl | Rel::Xcomp))
            .find(|&child| !is_actor(child))
            .map(|child| (child, noun_phrase(scene, child))),
        _ => None,
    }
}
