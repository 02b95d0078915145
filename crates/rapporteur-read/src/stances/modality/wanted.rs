//! What is insisted on: that something be so, not that it is so.

use rapporteur_syntax::{Rel, Xpos};

use crate::stances::Scene;
use crate::words::Words;

/// Verbs of states: what is claimed to be so, not asked for.
const STATIVE: &[&str] = &[
    "be",
    "have",
    "belong",
    "remain",
    "exist",
    "know",
    "want",
    "need",
    "deserve",
    "own",
    "contain",
    "include",
    "represent",
    "constitute",
    "pose",
    "violate",
    "threaten",
    "support",
    "believe",
    "mean",
    "show",
    "lie",
    "stand",
    "depend",
    "matter",
    "enjoy",
    "lack",
    "amount",
    "form",
    "share",
    "face",
    "live",
    "work",
    "use",
    "come from",
];

/// "insists that the army leave", "that it must leave": what shall be. "that it never left" is what is claimed.
pub fn is_wanted(scene: &Scene, clause: usize) -> bool {
    let words = scene.words;
    // "its position is that the text be kept": the auxiliaries behind "that".
    let that = words
        .children_by(clause, &[Rel::Mark])
        .find(|&mark| words.lemma(mark) == "that");
    let auxiliaries: Vec<usize> = words
        .children_by(clause, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        .filter(|&auxiliary| that.is_none_or(|that| auxiliary > that))
        .collect();
    let must = auxiliaries
        .iter()
        .any(|&aux| matches!(words.lemma(aux), "must" | "should" | "shall" | "ought"));
    // "insists that no member may stand"
    let barred = auxiliaries.iter().any(|&aux| words.lemma(aux) == "may")
        && (words.child(clause, &[Rel::Nsubj, Rel::NsubjPass]))
            .is_some_and(|subject| words.lemma(words.subtree(subject).start) == "no");
    let bare = match auxiliaries.first() {
        Some(&first) => words.form(first).eq_ignore_ascii_case("be"),
        None => words.xpos(clause) == Xpos::Vb,
    };
    let needs = matches!(words.lemma(clause), "need" | "have")
        && words.child(clause, &[Rel::Xcomp]).is_some();
    // "insisted that the rebels disarm": no past after a past, so no fact of then.
    // "is adamant that all captives come home": deeds of others, not habits of its own.
    let told_then = auxiliaries.is_empty()
        && words.xpos(clause) == Xpos::Vbp
        && words.head(clause).is_some_and(|cue| {
            matches!(words.xpos(cue), Xpos::Vbd | Xpos::Vbn)
                || !STATIVE.contains(&words.lemma(clause))
                    && words
                        .child(clause, &[Rel::Nsubj])
                        .is_some_and(|subject| words.child(subject, &[Rel::NmodPoss]).is_none())
                || comes_first(scene, clause)
                // "would insist that reserves remain under its eye": not yet said of what is.
                || (words.children_by(cue, &[Rel::Aux]))
                    .any(|aux| matches!(words.lemma(aux), "would" | "will"))
        })
        || same_then_and_now(scene, clause) && auxiliaries.is_empty();
    // "is adamant that the withdrawal include the guns": one thing, and no "s".
    let subjunctive = auxiliaries.is_empty()
        && that.is_some()
        && matches!(words.xpos(clause), Xpos::Vbp | Xpos::Vb)
        && words.lower(clause) == words.lemma(clause)
        && words.child(clause, &[Rel::Nsubj]).is_some_and(|subject| {
            matches!(words.xpos(subject), Xpos::Nn | Xpos::Nnp)
                && words.conjuncts(subject).len() == 1
        });
    // "insists that enrichment is its right"
    let right = words.child(clause, &[Rel::Cop]).is_some()
        && (matches!(
            words.lemma(clause),
            "right" | "essential" | "necessary" | "indispensable"
        ));
    must || barred || bare || needs || told_then || subjunctive || right || is_for(words, clause)
}

/// "insists that prices are for the company alone to set": whose it shall be.
fn is_for(words: &Words, clause: usize) -> bool {
    words.child(clause, &[Rel::Cop]).is_some()
        && (words.children_by(clause, &[Rel::Case])).any(|case| words.lower(case) == "for")
        && (words.children_by(clause, &[Rel::Acl, Rel::Xcomp, Rel::Advcl])).any(|deed| {
            (words.children_by(deed, &[Rel::Mark])).any(|mark| words.lower(mark) == "to")
        })
}

/// "that its officers go back before a truck moves": what is to come before something is wanted.
fn comes_first(scene: &Scene, clause: usize) -> bool {
    let words = scene.words;
    !STATIVE.contains(&words.lemma(clause))
        && (clause + 1..words.subtree(clause).end).any(|at| {
            matches!(
                words.lemma(at),
                "before" | "until" | "first" | "forthwith" | "immediately"
            )
        })
}

/// Verbs whose past is their plain form.
const UNCHANGED: &[&str] = &[
    "put", "set", "cut", "let", "shut", "quit", "split", "hit", "shed", "cast", "bid", "rid", "lay",
];

/// Whether a word that was taken for a past could be the plain form of its verb.
pub(in crate::stances) fn is_unchanged(words: &Words, verb: usize) -> bool {
    UNCHANGED.contains(&words.lower(verb))
}

/// "insists that the rebels put down their guns": of many, and of verbs that look the same then and now, what shall be.
fn same_then_and_now(scene: &Scene, clause: usize) -> bool {
    let words = scene.words;
    let own = |subject: usize| words.child(subject, &[Rel::NmodPoss]).is_some();
    // "insisted that they put the bomb there": what was done.
    let told_now = words
        .head(clause)
        .is_some_and(|cue| words.xpos(cue) != Xpos::Vbd);
    words.xpos(clause) == Xpos::Vbd
        && is_unchanged(words, clause)
        && (told_now || words.child(clause, &[Rel::CompoundPrt]).is_some())
        && words.child(clause, &[Rel::Nsubj]).is_some_and(|subject| {
            matches!(words.xpos(subject), Xpos::Nns | Xpos::Nnps) && !own(subject)
        })
}
