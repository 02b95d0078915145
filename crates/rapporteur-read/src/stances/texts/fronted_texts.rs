//! Texts and wills put before what they would bring: "As set out in Velmar's plan, prisoners would be freed", "Under what
//! Velmar calls its plan, markets would open", "Under the Greens' bill, rents would be frozen", "If the guild had its way,
//! the line would stay open".

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::holders::{Holder, holders, subject_holders};
use crate::stances::modality::force::Force;
use crate::stances::texts::papers;

/// What stands before a clause and tells whose proposal it is.
pub(in crate::stances) struct Front {
    /// The word of it that the evidence begins with.
    pub text: usize,
    /// The word after it.
    pub end: usize,
    /// Whose it is.
    pub held: Vec<Holder>,
}

/// Participles by which something stands in a text: "as set out in".
pub(in crate::stances) const STANDS: &[&str] = &[
    "envisage",
    "envision",
    "foresee",
    "propose",
    "set",
    "lay",
    "outline",
    "describe",
    "stipulate",
    "provide",
    "suggest",
    "sketch",
    "detail",
    "spell",
    "write",
    "formulate",
    "contemplate",
    "put",
    "conceive",
    "draft",
    "specify",
];

/// The text before a clause that is no text on the table, or hung on a clause of its own.
pub(in crate::stances) fn fronted_text(scene: &Scene, verb: usize) -> Option<Front> {
    let would = matches!(
        Force::of(scene.words, verb).modal.as_deref(),
        Some("would" | "will" | "shall")
    );
    under_measure(scene, verb)
        .or_else(|| so_called(scene, verb))
        .or_else(|| as_set_out(scene, verb).filter(|_| would))
        .or_else(|| has_its_way(scene, verb).filter(|_| would))
        .or_else(|| in_own_text(scene, verb).filter(|_| would))
}

/// "In the paper with which it went into the talks, the Union would raise the limit": a party's own text.
fn in_own_text(scene: &Scene, verb: usize) -> Option<Front> {
    let words = scene.words;
    let text = (words.with_case(verb, &["in"])).find(|&at| {
        at < verb
            && (papers::is_measure(words.lemma(at))
                || scene.lexicon.texts.noun(words.lemma(at)).is_some())
    })?;
    let held = papers::authors_of(scene, text);
    let own = subject_holders(scene, verb);
    let same = own
        .iter()
        .any(|one| held.iter().any(|other| one.party == other.party));
    // "with which it went", and then who "it" is.
    let ahead = (words.children_by(text, &[Rel::AclRelcl])).any(|goes| {
        (words.child(goes, &[Rel::Nsubj]))
            .is_some_and(|it| matches!(words.lower(it), "it" | "they"))
            && (words.with_case(goes, &["with"])).any(|which| words.lower(which) == "which")
    });
    let end = words.subtree(text).end;
    (same || ahead && !own.is_empty()).then_some(Front {
        text,
        end,
        held: own,
    })
}

/// Where the phrase before a clause ends: behind the comma that parts it from the clause.
fn front_end(scene: &Scene, from: usize, verb: usize) -> Option<usize> {
    let words = scene.words;
    (from + 1..verb)
        .find(|&at| words.form(at) == ",")
        .map(|comma| comma + 1)
}

/// "Under a bill tabled by the Greens, rents would be frozen", "Under it, no road would be built".
fn under_measure(scene: &Scene, verb: usize) -> Option<Front> {
    let words = scene.words;
    let (text, held) = (words.with_case(verb, &["under"]))
        .filter(|&at| at < verb)
        .find_map(|at| {
            let held = match words.lower(at) {
                "it" | "this" => under_it(scene, at),
                _ => papers::movers(scene, at),
            };
            (!held.is_empty()).then_some((at, held))
        })?;
    let end = words.subtree(text).end;
    Some(Front { text, end, held })
}

/// "wants to go into the talks with a short programme. Under it, …": whose the text is that the sentence before brought.
fn under_it(scene: &Scene, pronoun: usize) -> Vec<Holder> {
    let words = scene.words;
    if let Some(text) = scene.proposals.at(pronoun) {
        return crate::stances::texts::documents::authors(scene, &[text]);
    }
    let Some(before) = words.sentence_of(pronoun).checked_sub(1) else {
        return Vec::new();
    };
    let text = (words.sentence(before).rev())
        .find(|&at| words.upos(at) == Upos::Noun && papers::is_measure(words.lemma(at)));
    let Some(text) = text else {
        return Vec::new();
    };
    let own = papers::authors_of(scene, text);
    let brings = words.ancestors(text).find(|&verb| words.is_verb(verb));
    match brings.filter(|_| own.is_empty()) {
        Some(verb) => subject_holders(scene, verb),
        None => own,
    }
}

/// "Under what Velmar calls its plan, markets would open".
fn so_called(scene: &Scene, verb: usize) -> Option<Front> {
    let words = scene.words;
    let what = (words.with_case(verb, &["under", "in"]))
        .find(|&at| at < verb && words.lower(at) == "what")?;
    let calls = (words.children_by(what, &[Rel::AclRelcl])).find(|&calls| {
        matches!(
            words.lemma(calls),
            "call" | "term" | "style" | "dub" | "describe" | "bill"
        )
    })?;
    let names_text = (calls + 1..words.subtree(what).end).any(|at| {
        scene.lexicon.texts.noun(words.lemma(at)).is_some() || papers::is_measure(words.lemma(at))
    });
    let held = subject_holders(scene, calls);
    let end = words.subtree(what).end;
    (names_text && !held.is_empty()).then_some(Front {
        text: what,
        end,
        held,
    })
}

/// "As envisaged in Velmar's plan, prisoners would be freed".
fn as_set_out(scene: &Scene, verb: usize) -> Option<Front> {
    let words = scene.words;
    let stands = (words.children_by(verb, &[Rel::Advcl])).find(|&stands| {
        stands < verb
            && words.xpos(stands) == Xpos::Vbn
            && STANDS.contains(&words.lemma(stands))
            && words
                .child(stands, &[Rel::Mark, Rel::Case])
                .is_some_and(|mark| words.lower(mark) == "as")
    })?;
    let by = words.child(stands, &[Rel::OblAgent]);
    let (text, held) = (words.with_case(stands, &["in", "under", "by"]))
        .chain(by)
        .find_map(|text| {
            let held = match holders(scene, text) {
                own if own.is_empty() => papers::movers(scene, text),
                own => own,
            };
            (!held.is_empty()).then_some((text, held))
        })?;
    let end = front_end(scene, text, verb)?;
    Some(Front { text, end, held })
}

/// "If the guild had its way, the line would stay open": what it wants.
fn has_its_way(scene: &Scene, verb: usize) -> Option<Front> {
    let words = scene.words;
    let has = (words.children_by(verb, &[Rel::Advcl])).find(|&has| {
        has < verb
            && matches!(words.lemma(has), "have" | "get")
            && (words.child(has, &[Rel::Obj])).is_some_and(|way| {
                words.lemma(way) == "way" && words.child(way, &[Rel::NmodPoss]).is_some()
            })
    })?;
    let held = subject_holders(scene, has);
    let end = front_end(scene, has, verb)?;
    (!held.is_empty()).then_some(Front {
        text: has,
        end,
        held,
    })
}
