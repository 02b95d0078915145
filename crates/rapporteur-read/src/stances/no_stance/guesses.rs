//! What one party only fears, hopes or doubts that another will do: "Tolsk fears that Brod will reject the cap". Of Brod's
//! position that tells nothing, and what somebody hopes to accept is not accepted. Nor is
//! what is only rumoured.

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::subject_holders;
use crate::stances::{Claim, Scene};

/// Verbs and adjectives whose clause is what somebody thinks may be.
const GUESSING: &[&str] = &[
    "fear",
    "expect",
    "worry",
    "hope",
    "doubt",
    "suspect",
    "bet",
    "wager",
    "predict",
    "speculate",
    "wonder",
    "imagine",
    "gamble",
    "calculate",
    "anticipate",
    "foresee",
    "forecast",
    "dread",
    "afraid",
    "hopeful",
    "confident",
    "convinced",
    "convince",
    "persuaded",
    "persuade",
    "sure",
    "certain",
    "doubtful",
    "worried",
];

/// Nouns whose clause is no more than told, or thought possible: "rumours that Brod supports it".
const RUMOURS: &[&str] = &[
    "rumour",
    "rumor",
    "report",
    "speculation",
    "suggestion",
    "allegation",
    "fear",
    "hope",
    "possibility",
    "prospect",
    "chance",
    "risk",
    "expectation",
    "impression",
    "assumption",
    "likelihood",
    "danger",
    "notion",
    "idea",
    "question",
    "doubt",
    "probability",
    "threat",
    "talk",
    "gossip",
    "belief",
];

/// Whether the position of a holder stands inside another party's guess.
pub(in crate::stances) fn is_guess(scene: &Scene, claim: &Claim) -> bool {
    let words = scene.words;
    let mut at = claim.trigger;
    for _ in 0..6 {
        let Some(head) = words.head(at) else {
            return false;
        };
        let told_of = matches!(words.rel(at), Rel::Acl | Rel::AclRelcl | Rel::Ccomp)
            && RUMOURS.contains(&words.lemma(head))
            // "The agency reports that Brod supports it" tells it.
            && (words.upos(head) == Upos::Noun
                || words.lemma(head) != "report"
                || words.child(head, &[Rel::Nsubj]).is_none())
            // "left no doubt that it would not sign": none at all.
            && !(words.children_by(head, &[Rel::Det])).any(|no| words.lemma(no) == "no")
            && (words.children_by(at, &[Rel::Mark])).any(|mark| words.lemma(mark) == "that");
        if told_of {
            return true;
        }
        // "Speculation is rife that Brod will sign"
        let rife = words.rel(at) == Rel::Ccomp
            && words.child(head, &[Rel::Cop]).is_some()
            && (words.child(head, &[Rel::Nsubj])).is_some_and(|subject| {
                matches!(
                    words.lemma(subject),
                    "speculation" | "rumour" | "rumor" | "gossip"
                )
            });
        if rife {
            return true;
        }
        let inside = matches!(words.rel(at), Rel::Ccomp | Rel::Advcl)
            && GUESSING.contains(&words.lemma(head))
            // "hopes that", not "hoped, because it had refused".
            && words
                .children_by(at, &[Rel::Mark])
                .all(|mark| matches!(words.lemma(mark), "that" | "whether" | "if"));
        // "hopes to sign the treaty": it has not.
        let hoped = words.rel(at) == Rel::Xcomp
            && matches!(words.lemma(head), "hope" | "expect" | "dread")
            && matches!(
                claim.stance,
                Stance::Accepts | Stance::AcceptsIf | Stance::Withdraws
            );
        if hoped {
            return true;
        }
        if inside {
            // "hopes that it can accept the plan": it has not.
            let settled = matches!(
                claim.stance,
                Stance::Accepts
                    | Stance::AcceptsIf
                    | Stance::Rejects
                    | Stance::Offers
                    | Stance::Withdraws
                    | Stance::RedLine
            );
            let guessing = subject_holders(scene, head);
            let of_another = !claim.shares_party(&guessing);
            return settled || of_another;
        }
        at = head;
    }
    false
}
