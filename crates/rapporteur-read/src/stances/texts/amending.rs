//! Changes to a text that somebody wants: "sought to amend the decision by adding a date and deleting the clause", "moved to
//! change the draft by raising the cap".

use rapporteur_model::Stance;
use rapporteur_syntax::{Rel, Xpos};

use crate::proposals::is_part_of_text;
use crate::stances::arguments::holders::subject_holders;
use crate::stances::arguments::things::clause;
use crate::stances::modality::force::Force;
use crate::stances::texts::drafts::is_text;
use crate::stances::{Claim, Scene, Target, is_claimed};

/// Verbs of changing a text.
const CHANGES: &[&str] = &[
    "amend", "modify", "alter", "revise", "change", "rewrite", "reword", "redraft", "adjust",
    "improve", "water", "tighten",
];

/// Verbs of wanting and trying, whose infinitive is what somebody would do.
const WANTS: &[&str] = &[
    "seek", "propose", "move", "want", "try", "ask", "attempt", "suggest", "offer", "plan",
    "intend", "request",
];

/// Nouns of what is changed so, beside texts and their parts.
const CHANGED: &[&str] = &[
    "decision",
    "wording",
    "statute",
    "rule",
    "agenda",
    "conclusion",
    "mandate",
];

/// Reads one verb: each deed behind "by" is proposed.
pub fn read(scene: &Scene, word: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    would_change(scene, word, claims);
    if !words.is_verb(word) || !CHANGES.contains(&words.lemma(word)) {
        return;
    }
    let Some(wants) = words
        .head(word)
        .filter(|&wants| words.rel(word) == Rel::Xcomp && WANTS.contains(&words.lemma(wants)))
    else {
        return;
    };
    let changed = words.object(word).is_some_and(|text| {
        is_text(scene, text)
            || is_part_of_text(words.lemma(text))
            || CHANGED.contains(&words.lemma(text))
    });
    let by = words.children_by(word, &[Rel::Advcl]).find(|&deed| {
        words.xpos(deed) == Xpos::Vbg
            && words
                .child(deed, &[Rel::Mark, Rel::Case])
                .is_some_and(|by| words.lower(by) == "by")
    });
    let force = Force::of(words, wants);
    let held = subject_holders(scene, wants);
    let Some(by) = by.filter(|_| {
        changed && !held.is_empty() && !force.negated && !force.hypothetical && !force.is_modal()
    }) else {
        return;
    };
    claims.retain(|claim| claim.trigger != wants && claim.trigger != word);
    let deeds: Vec<usize> = (words.conjuncts(by).into_iter())
        .filter(|&deed| words.xpos(deed) == Xpos::Vbg)
        .collect();
    for (index, &deed) in deeds.iter().enumerate() {
        let end = (deeds.get(index + 1)).map_or(clause(scene, deed).end, |&next| {
            words.subtree(next).start.min(clause(scene, deed).end)
        });
        let phrase = words.trim(deed..end.max(deed + 1));
        claims.push(Claim::plain(
            "amending",
            Stance::Proposes,
            held.clone(),
            deed,
            Target::Phrase(deed, phrase.clone()),
            phrase,
        ));
    }
}

/// Verbs of what is done to words and parts of a text.
const EDITS: &[&str] = &[
    "delete",
    "strike",
    "replace",
    "insert",
    "add",
    "merge",
    "remove",
    "reword",
    "rewrite",
    "cut",
    "move",
    "split",
    "substitute",
    "shorten",
];

/// "Velmar would delete Article 3 and merge Articles 4 and 5": what a party would do to a text.
fn would_change(scene: &Scene, verb: usize, claims: &mut Vec<Claim>) {
    let words = scene.words;
    if !words.is_verb(verb)
        || !EDITS.contains(&words.lemma(verb))
        || scene.proposals.compared
        || is_claimed(scene, claims, verb)
        || scene.speaker(verb).is_some()
    {
        return;
    }
    let force = Force::of(words, verb);
    let of_text = words.child(verb, &[Rel::Obj]).is_some_and(|object| {
        let start = words.subtree(object).start;
        is_part_of_text(words.lemma(object))
            || matches!(
                words.lemma(object),
                "sentence" | "word" | "phrase" | "line" | "wording"
            )
            || matches!(words.form(start), "\"" | "“" | "‘")
    });
    let held = subject_holders(scene, verb);
    if !of_text
        || held.is_empty()
        || force.modal.as_deref() != Some("would")
        || force.negated
        || force.never
        || force.hypothetical
        || words.is_passive(verb)
    {
        return;
    }
    let phrase = words.trim(verb..clause(scene, verb).end.max(verb + 1));
    claims.push(Claim::plain(
        "amending",
        Stance::Proposes,
        held,
        verb,
        Target::Phrase(verb, phrase.clone()),
        phrase,
    ));
}
