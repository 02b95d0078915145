//! Whose proposal, offer or list of demands a sentence brings.

use std::ops::Range;

use rapporteur_lexicon::StanceWord;
use rapporteur_model::{ProposalType, Stance};
use rapporteur_syntax::{Rel, Upos};

use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::cues::nouns;
use crate::stances::modality::force::Force;
use crate::stances::texts::documents::owners;
use crate::stances::texts::{drafts, papers};
use crate::stances::{Claim, Scene, Target};
use crate::words::Words;

/// What was brought.
pub(super) struct Bearer {
    /// How whoever brought it stands toward what it contains.
    pub stance: Stance,
    /// Whose it is.
    pub held: Vec<Holder>,
    /// The noun that names it.
    pub noun: usize,
    /// Whether it is told of in the plural.
    pub several: bool,
    /// The word where it was told of last.
    pub last: usize,
    /// Whether its content is told with it: "a plan to open the port".
    pub told: bool,
    /// Whether only the noun says how whoever brought it stands: "wants three things".
    pub announced: bool,
}

/// Parts of what was brought.
pub(super) const PARTS: &[&str] = &[
    "point",
    "element",
    "part",
    "item",
    "plank",
    "pillar",
    "feature",
    "component",
    "provision",
    "condition",
    "demand",
    "ingredient",
    "ask",
    "requirement",
    "article",
    "clause",
    "paragraph",
    "measure",
    "centrepiece",
    "centerpiece",
    "cornerstone",
    "core",
    "centre",
    "center",
    "essence",
    "crux",
    "kernel",
    "nub",
    "stage",
    "phase",
    "step",
    "heart",
];

const DEMANDS: &[&str] = &[
    "demand",
    "condition",
    "precondition",
    "requirement",
    "request",
    "wish",
    "ask",
    "term",
];

const OFFERS: &[&str] = &[
    "offer",
    "bid",
    "counter-offer",
    "counteroffer",
    "concession",
    "sweetener",
    "pledge",
];

/// Nouns that only count what is told behind.
const COUNTED: &[&str] = &[
    "thing",
    "change",
    "point",
    "step",
    "guarantee",
    "assurance",
    "concession",
    "measure",
];

impl Bearer {
    /// Whether a sentence stands right behind the noun that was brought, with nothing but a date between.
    pub fn is_last(&self, words: &Words, start: usize) -> bool {
        self.last == self.noun
            && words.sentence_of(self.noun) + 1 == words.sentence_of(start)
            && (self.noun + 1..start).all(|at| {
                matches!(
                    words.upos(at),
                    Upos::Adp | Upos::Propn | Upos::Punct | Upos::Num | Upos::Adv
                )
            })
            || self.last != self.noun
                && words.sentence_of(self.last) + 1 == words.sentence_of(start)
    }

    /// The claim on one thing that it contains; `via` names what only announced it.
    pub fn claim(&self, scene: &Scene, head: usize, content: Range<usize>) -> Claim {
        let mut claim = Claim::plain(
            "contents",
            self.stance,
            self.held.clone(),
            head,
            scene.toward(head, content.clone()),
            content,
        );
        claim.via = self.announced.then_some(self.noun);
        claim
    }
}

/// Reads one sentence. Nothing where several sides bring something each.
pub(super) fn brought(scene: &Scene, range: Range<usize>, claims: &[Claim]) -> Option<Bearer> {
    let words = scene.words;
    let mut found: Option<Bearer> = None;
    for noun in range.filter(|&word| words.upos(word) == Upos::Noun) {
        let Some(bearer) = at(scene, noun, claims) else {
            continue;
        };
        if found
            .as_ref()
            .is_some_and(|other| other.held != bearer.held)
        {
            return None;
        }
        found = Some(bearer);
    }
    found
}

fn at(scene: &Scene, noun: usize, claims: &[Claim]) -> Option<Bearer> {
    let words = scene.words;
    // "the World Food Programme"
    if scene.entities.at(noun).is_some() {
        return None;
    }
    let lemma = words.lemma(noun);
    let plural = words.lower(noun) != lemma;
    let bearer = |stance, held, announced| Bearer {
        stance,
        held,
        noun,
        several: plural,
        last: noun,
        told: !nouns::content(scene, noun).is_empty() || drafts::provided_by(scene, noun).is_some(),
        announced,
    };
    if COUNTED.contains(&lemma) && plural && is_counted(words, noun) {
        let claim = claims.iter().find(|claim| {
            matches!(claim.on, Target::Phrase(head, _) if head == noun)
                && matches!(
                    claim.stance,
                    Stance::Demands | Stance::Offers | Stance::Proposes
                )
                && claim.premise.is_none()
        })?;
        return Some(bearer(claim.stance, claim.holders.clone(), true));
    }
    let stance = match lemma {
        _ if DEMANDS.contains(&lemma) => plural.then_some(Stance::Demands)?,
        _ if OFFERS.contains(&lemma) => Stance::Offers,
        "list" if is_of_wishes(words, noun) => Stance::Demands,
        // "the two pages that Merin passed round"
        "idea" | "suggestion" | "page" => Stance::Proposes,
        _ if papers::is_measure(lemma) => Stance::Proposes,
        _ => (scene.lexicon.texts.noun(lemma))
            .filter(|text| {
                matches!(
                    text.kind,
                    ProposalType::Draft
                        | ProposalType::Plan
                        | ProposalType::Proposal
                        | ProposalType::CounterProposal
                )
            })
            .map(|_| Stance::Proposes)?,
    };
    let held = whose(scene, noun);
    (!held.is_empty()).then(|| bearer(stance, held, false))
}

/// "its shopping list", "a list of demands"
fn is_of_wishes(words: &Words, list: usize) -> bool {
    (words.children_by(list, &[Rel::Compound]))
        .any(|of| matches!(words.lemma(of), "wish" | "shopping" | "priority"))
        || words
            .with_case(list, &["of"])
            .any(|of| DEMANDS.contains(&words.lemma(of)))
}

/// "three things", "several changes"
fn is_counted(words: &Words, noun: usize) -> bool {
    words.child(noun, &[Rel::Nummod]).is_some()
        || (words.children_by(noun, &[Rel::Amod, Rel::Det])).any(|many| {
            matches!(
                words.lower(many),
                "several" | "some" | "many" | "few" | "following"
            )
        })
}

/// Whose it is: told beside it, or by whoever brings it.
fn whose(scene: &Scene, noun: usize) -> Vec<Holder> {
    let words = scene.words;
    let held = owners(scene, noun);
    if !held.is_empty() {
        return held;
    }
    let own = papers::authors_of(scene, noun);
    if !own.is_empty() {
        return own;
    }
    // "The demands of the dockers' union"
    if let Some(owner) = (words.with_case(noun, &["of"])).find(|&owner| owner > noun) {
        let own = holders(scene, owner);
        if !own.is_empty() {
            return own;
        }
    }
    let Some(verb) = words
        .ancestors(noun)
        .take(3)
        .find(|&verb| words.is_verb(verb))
    else {
        return Vec::new();
    };
    let force = Force::of(words, verb);
    if force.negated || force.never || force.hypothetical || force.no_longer || force.is_modal() {
        return Vec::new();
    }
    let with = || {
        words
            .child(noun, &[Rel::Case])
            .is_some_and(|case| matches!(words.lower(case), "with" | "of"))
    };
    let new = (words.children_by(noun, &[Rel::Det]))
        .any(|det| matches!(words.lower(det), "a" | "an" | "another"))
        || is_counted(words, noun)
        || words.children_by(noun, &[Rel::Det]).next().is_none();
    match words.rel(noun) {
        Rel::Obj if new && brings(scene, verb) => subject_holders(scene, verb),
        Rel::Obl | Rel::Nmod if new && with() && comes(words, verb) => subject_holders(scene, verb),
        Rel::Nmod
            if new
                && brings(scene, verb)
                && words
                    .head(noun)
                    .is_some_and(|list| words.lemma(list) == "list") =>
        {
            subject_holders(scene, verb)
        }
        Rel::NsubjPass if brings(scene, verb) => (words.child(verb, &[Rel::OblAgent]))
            .map(|by| holders(scene, by))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn brings(scene: &Scene, verb: usize) -> bool {
    let words = scene.words;
    let lemma = words.phrasal(verb);
    scene
        .lexicon
        .texts
        .verb(&lemma)
        .is_some_and(|text| text.author)
        || (scene.lexicon.stances.of(StanceWord::Verb, &lemma))
            .any(|frame| matches!(frame.stance, Stance::Proposes | Stance::Offers))
        || matches!(
            words.lemma(verb),
            "have"
                | "make"
                | "set"
                | "list"
                | "name"
                | "state"
                | "attach"
                | "raise"
                | "issue"
                | "give"
        )
}

fn comes(words: &Words, verb: usize) -> bool {
    matches!(
        words.lemma(verb),
        "come"
            | "arrive"
            | "return"
            | "answer"
            | "respond"
            | "reply"
            | "counter"
            | "go"
            | "enter"
            | "step"
    )
}
