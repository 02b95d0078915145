//! What a party turns down of its own: "walked away from its offer", "discarded its own formula". It gives it up.

use rapporteur_lexicon::StanceWord;
use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::arguments::holders::possessors;
use crate::stances::{Claim, Scene, Target};

/// Turns refusals of what is the holder's own into what was given up, and drops what the noun alone would show.
pub fn read(scene: &Scene, claims: &mut Vec<Claim>) {
    others_wishes(scene, claims);
    let mut given_up: Vec<usize> = Vec::new();
    for claim in claims
        .iter_mut()
        .filter(|claim| claim.stance == Stance::Rejects)
        .filter(|claim| {
            !TURNS_DOWN.contains(&&*scene.words.phrasal(claim.trigger))
                || (claim.evidence.clone()).any(|at| scene.words.lower(at) == "own")
        })
    {
        let noun = claim
            .evidence
            .clone()
            .find(|&word| is_own_wish(scene, claim, word));
        if let Some(noun) = noun.filter(|&noun| is_toward(scene, claim, noun)) {
            claim.stance = Stance::Withdraws;
            claim.rule = "own-given-up".into();
            given_up.push(noun);
        }
    }
    claims.retain(|claim| claim.stance == Stance::Withdraws || !given_up.contains(&claim.trigger));
}

/// Verbs of turning down what somebody else wishes; nobody does so with a wish of one's own.
const TURNS_DOWN: &[&str] = &[
    "reject",
    "refuse",
    "dismiss",
    "turn down",
    "decline",
    "spurn",
    "rebuff",
    "throw out",
];

/// "Belora wants a corridor. Orveth rejected its demand": what Belora wants, though the pronoun stands beside Orveth.
fn others_wishes(scene: &Scene, claims: &mut Vec<Claim>) {
    let words = scene.words;
    let mut none: Vec<usize> = Vec::new();
    for index in 0..claims.len() {
        let claim = &claims[index];
        let Target::Phrase(_, ref phrase) = claim.on else {
            continue;
        };
        if claim.stance != Stance::Rejects
            || !words.is_verb(claim.trigger)
            || !TURNS_DOWN.contains(&&*words.phrasal(claim.trigger))
        {
            continue;
        }
        let Some(noun) = (claim.evidence.clone()).find(|&word| {
            word > claim.trigger
                && is_own_wish(scene, claim, word)
                && !(words.children(word)).any(|own| words.lower(own) == "own")
        }) else {
            continue;
        };
        none.push(noun);
        // A thing of its own words ("its request for a corridor") stays.
        if !phrase.contains(&noun) {
            continue;
        }
        let stance = match words.lemma(noun) {
            "offer" => Stance::Offers,
            "proposal" | "suggestion" => Stance::Proposes,
            _ => Stance::Demands,
        };
        let before = (claims.iter()).rfind(|other| {
            other.stance == stance
                && other.trigger < claim.trigger
                && !other.shares_party(&claim.holders)
        });
        if let Some(on) = before.map(|before| before.on.clone()) {
            claims[index].on = on;
        }
    }
    claims.retain(|claim| !none.contains(&claim.trigger));
}

/// "its offer", "their own demand": a wish of the holder's by its pronoun.
fn is_own_wish(scene: &Scene, claim: &Claim, noun: usize) -> bool {
    let words = scene.words;
    words.upos(noun) == Upos::Noun
        && words
            .children_by(noun, &[Rel::NmodPoss])
            .any(|owner| words.xpos(owner) == Xpos::PrpPoss)
        && (scene.lexicon.stances)
            .of(StanceWord::Noun, words.lemma(noun))
            .any(|frame| {
                matches!(
                    frame.stance,
                    Stance::Demands | Stance::Proposes | Stance::Offers
                )
            })
        && possessors(scene, noun).iter().any(|owner| {
            claim
                .holders
                .iter()
                .any(|holder| holder.party == owner.party)
        })
}

/// Whether a noun is what the stance is toward.
fn is_toward(scene: &Scene, claim: &Claim, noun: usize) -> bool {
    match &claim.on {
        Target::Phrase(head, _) => *head == noun,
        Target::Proposal(proposal) => scene.proposals.at(noun) == Some(*proposal),
        Target::Nothing => false,
    }
}
