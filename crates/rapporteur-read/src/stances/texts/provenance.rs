//! Things given up that nobody is said to give up: "the bonus, which the firm offered in May, has been withdrawn".
//! Whoever put it forward before has given it up.

use rapporteur_lexicon::{StanceFrame, StanceWord};
use rapporteur_model::Stance;
use rapporteur_syntax::Rel;

use crate::stances::arguments::things::noun_phrase;
use crate::stances::modality::force::Force;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Reads one word; looks at what was claimed before it.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(word) || words.child(word, &[Rel::OblAgent]).is_some() {
        return;
    }
    let Some(subject) = words.child(word, &[Rel::NsubjPass]) else {
        return;
    };
    if is_claimed(scene, claims, word) {
        return;
    }
    // "demands that the levy be dropped": not yet.
    let told = words
        .children_by(word, &[Rel::Aux, Rel::AuxPass])
        .any(|aux| !words.form(aux).eq_ignore_ascii_case("be"));
    let force = Force::of(words, word);
    if !told || !force.is_fact() {
        return;
    }
    let Some(frame) = giving_up(scene, word) else {
        return;
    };
    let phrase = noun_phrase(scene, subject);
    let same = |claim: &&Claim| match &claim.on {
        Target::Phrase(head, known) => {
            let overlap = known.start < phrase.end && phrase.start < known.end;
            let named = words.sentence_of(*head) + 2 >= words.sentence_of(subject)
                && words.lemma(*head) == words.lemma(subject);
            overlap || named
        }
        Target::Proposal(proposal) => scene.proposals.at(subject) == Some(*proposal),
        Target::Nothing => false,
    };
    let before = claims.iter().rposition(|claim| {
        matches!(
            claim.stance,
            Stance::Offers | Stance::Proposes | Stance::Demands
        ) && (same(&claim) || claim.trigger == subject)
    });
    let Some(before) = before else {
        return;
    };
    // "its demand for a date has been dropped": no demand any more.
    if claims[before].trigger == subject {
        let given_up = &mut claims[before];
        given_up.stance = Stance::Withdraws;
        given_up.rule.clone_from(&frame.name);
        given_up.outlet = false;
        given_up.evidence.end = given_up.evidence.end.max(word + 1);
        return;
    }
    let before = &claims[before];
    claims.push(Claim {
        stance: Stance::Withdraws,
        holders: before.holders.clone(),
        trigger: word,
        rule: frame.name.clone(),
        on: before.on.clone(),
        premise: None,
        reason: None,
        outlet: false,
        evidence: words.trim(words.subtree(subject).start..words.subtree(word).end),
        via: None,
    });
}

/// The frame of giving up that a verb shows alone or as an idiom ("taken off the table").
fn giving_up<'a>(scene: &'a Scene, word: usize) -> Option<&'a StanceFrame> {
    let words = scene.words;
    let stances = &scene.lexicon.stances;
    let alone = stances
        .of(StanceWord::Verb, &words.phrasal(word))
        .find(|frame| frame.stance == Stance::Withdraws && frame.only.is_none());
    alone.or_else(|| {
        stances
            .idioms(words.lemma(word), words.signs(words.sentence_of(word)))
            .find(|(idiom, frame)| {
                frame.stance == Stance::Withdraws
                    && crate::stances::cues::idioms::matches(scene, word, idiom).is_some()
            })
            .map(|(_, frame)| frame)
    })
}
