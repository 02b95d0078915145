//! What is proposed or demanded where the verb stands apart from it: "First suggested by Brod, the permit …", "a single
//! form, as Brod had proposed".

use std::ops::Range;

use rapporteur_syntax::{Rel, Upos, Xpos};

use crate::stances::Scene;
use crate::stances::arguments::things::noun_phrase;

/// The thing that a verb without an object is about.
pub(in crate::stances) fn thing(scene: &Scene, verb: usize) -> Option<(usize, Range<usize>)> {
    fronted(scene, verb)
        .or_else(|| behind_as(scene, verb))
        .or_else(|| behind_than(scene, verb))
}

/// "two years later than Brod wanted", "less than it had asked for": what it is measured against.
fn behind_than(scene: &Scene, verb: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let start = words.sentence(words.sentence_of(verb)).start;
    let than = (start + 1..verb)
        .rev()
        .take(8)
        .find(|&at| words.lower(at) == "than")?;
    let wishes = matches!(
        words.lemma(verb),
        "demand" | "request" | "require" | "want" | "ask" | "seek" | "call" | "propose" | "suggest"
    );
    let bare = (words.child(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])).is_none()
        && words
            .child(verb, &[Rel::Nsubj])
            .is_some_and(|subject| subject > than);
    if !wishes || !bare {
        return None;
    }
    let measured = than - 1;
    let head = (words.head(measured))
        .filter(|&noun| noun < than && words.upos(noun) == Upos::Noun)
        .unwrap_or(measured);
    let from = words.subtree(measured).start.min(measured).max(start);
    Some((head, words.trim(from.min(head)..than)))
}

/// "First suggested by Brod, the permit will …": a participle that opens the sentence tells of its subject.
pub(in crate::stances) fn fronted(scene: &Scene, verb: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let main = words.head(verb).filter(|&main| {
        words.rel(verb) == Rel::Advcl
            && main > verb
            && words.xpos(verb) == Xpos::Vbn
            && words.child(verb, &[Rel::OblAgent]).is_some()
            && (words.child(verb, &[Rel::Mark, Rel::Nsubj, Rel::NsubjPass, Rel::Aux])).is_none()
    })?;
    let subject = words.child(main, &[Rel::Nsubj, Rel::NsubjPass])?;
    (subject > verb).then(|| (subject, noun_phrase(scene, subject)))
}

/// "wanted a single form, as Brod had proposed", "as proposed by Brod": what stands before "as".
fn behind_as(scene: &Scene, verb: usize) -> Option<(usize, Range<usize>)> {
    let words = scene.words;
    let like = (words.children_by(verb, &[Rel::Mark, Rel::Advmod, Rel::Case]))
        .find(|&like| like < verb && words.lower(like) == "as")?;
    // "its position, as presented by Brod", is told, not put forward.
    let wishes = matches!(
        words.lemma(verb),
        "suggest" | "propose" | "recommend" | "demand" | "request" | "require" | "want" | "put"
    );
    let agent = words.child(verb, &[Rel::OblAgent]).is_some();
    let subject = words.child(verb, &[Rel::Nsubj]).is_some();
    let bare = words
        .child(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
        .is_none();
    if !wishes || !bare || !agent && !subject {
        return None;
    }
    let comma = usize::from(words.form(like.checked_sub(1)?) == ",");
    // ", as Brod proposed": an aside on the whole clause, which is read elsewhere.
    if comma == 1 && !agent {
        return None;
    }
    let last = like.checked_sub(1 + comma)?;
    let start = words.sentence(words.sentence_of(verb)).start;
    if last < start {
        return None;
    }
    // The whole phrase that ends there.
    let mut head = last;
    while let Some(above) = words.head(head) {
        let within = matches!(
            words.rel(head),
            Rel::Nmod
                | Rel::Nummod
                | Rel::Compound
                | Rel::Flat
                | Rel::Amod
                | Rel::Acl
                | Rel::Obj
                | Rel::Obl
        ) && above < like
            && above >= start
            && matches!(words.upos(above), Upos::Noun | Upos::Propn | Upos::Num);
        if !within {
            break;
        }
        head = above;
    }
    if !matches!(words.upos(head), Upos::Noun | Upos::Num) {
        return None;
    }
    let phrase = noun_phrase(scene, head);
    let phrase = words.trim(phrase.start..phrase.end.min(last + 1));
    (!phrase.is_empty()).then_some((head, phrase))
}
