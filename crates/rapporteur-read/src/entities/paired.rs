//! Bodies that are called by two words with "and" between them: "Hearth and Vine can't govern", "the list of Truth and
//! Light".

use std::collections::HashMap;
use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::Xpos;

use super::kinds::{Setting, kind_of, told_beside};
use super::names::{Piece, PieceKind};
use crate::words::Words;

/// The longest first part of such a name, in words: "Highland Growers and Packers".
const LONGEST: usize = 3;

/// Joins the pieces of names that are spoken of as one.
pub(super) fn join_pairs(words: &Words, setting: Setting, pieces: &mut Vec<Piece>) {
    // Every place of each pair, and how many names of one word there are of each form.
    let mut places: HashMap<Vec<&str>, Vec<Range<usize>>> = HashMap::new();
    for range in (1..pieces.len()).filter_map(|at| pair(words, pieces, at)) {
        places
            .entry(words.forms(range.clone()))
            .or_default()
            .push(range);
    }
    if places.is_empty() {
        return;
    }
    let mut single: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
    for piece in pieces.iter().filter(|piece| piece.words.len() <= LONGEST) {
        let forms = words.forms(piece.words.clone());
        single.entry(forms).or_default().push(piece.words.start);
    }
    let mut kinds: HashMap<Vec<&str>, ActorType> = HashMap::new();
    for (forms, same) in places {
        // Nobody of the pair is ever told alone.
        let alone = (forms.split(|form| matches!(*form, "and" | "&"))).any(|part| {
            let told = single.get(part).map_or(&[][..], Vec::as_slice);
            told.iter().any(|word| !is_inside(&same, *word))
        });
        let one = || {
            same.iter()
                .any(|range| is_one(words, pieces, range.clone()))
        };
        if alone || !one() {
            continue;
        }
        let told = (same.iter()).find_map(|range| told_beside(words, range.clone()));
        let kind = told.unwrap_or(match setting.parties {
            true => ActorType::PoliticalParty,
            false => ActorType::Movement,
        });
        kinds.insert(forms, kind);
    }
    let mut at = 1;
    while at < pieces.len() {
        let joined = pair(words, pieces, at)
            .and_then(|range| Some((*kinds.get(&words.forms(range.clone()))?, range)));
        if let Some((kind, range)) = joined {
            pieces[at - 1].words = range;
            pieces[at - 1].kind = PieceKind::Organisation(kind);
            pieces.remove(at);
        }
        at += 1;
    }
}

/// Whether a word is in one of those stretches, which are in their order.
fn is_inside(stretches: &[Range<usize>], word: usize) -> bool {
    let next = stretches.partition_point(|stretch| stretch.start <= word);
    // Stretches of a row "A and B and A" may overlap by a word.
    stretches[next.saturating_sub(2)..next]
        .iter()
        .any(|stretch| stretch.contains(&word))
}

/// The words of two short names with "and" between them, the second being the piece at an index.
fn pair(words: &Words, pieces: &[Piece], at: usize) -> Option<Range<usize>> {
    let (first, last) = (pieces.get(at.checked_sub(1)?)?, pieces.get(at)?);
    let single = |piece: &Piece, longest: usize| {
        piece.words.len() <= longest
            && matches!(
                piece.kind,
                PieceKind::Open | PieceKind::Place | PieceKind::Thing | PieceKind::Organisation(_)
            )
    };
    // "the trading house Barrow and Stiegl": one is told of, whatever the parts look like.
    let told = || {
        (first.words.start.checked_sub(1)).is_some_and(|noun| {
            words.xpos(noun) == Xpos::Nn
                && words.form(noun).starts_with(char::is_lowercase)
                && kind_of(words, noun) == Some(ActorType::Company)
        })
    };
    let person = |piece: &Piece| piece.kind == PieceKind::Person && piece.words.len() == 1;
    let and = first.words.end;
    ((single(first, LONGEST) || person(first) && told())
        && (single(last, 2) || person(last) && told())
        && last.words.start == and + 1
        && matches!(words.form(and), "and" | "&")
        && words.sentence_of(first.words.start) == words.sentence_of(last.words.start))
    .then_some(first.words.start..last.words.end)
}

/// Whether what stands around two names with "and" between them speaks of one: a verb in the singular, "of" behind
/// somebody, brackets, "a party" behind a comma.
fn is_one(words: &Words, pieces: &[Piece], pair: Range<usize>) -> bool {
    let end = pair.end;
    let sentence = words.sentence(words.sentence_of(pair.start));
    if end >= sentence.end {
        return false;
    }
    // Behind another name it closes an enumeration.
    let listed = pair.start > sentence.start && words.form(pair.start - 1) == ",";
    let subject = matches!(
        words.rel(words.first_conjunct(pair.start)),
        rapporteur_syntax::Rel::Nsubj
    );
    let singular = !listed
        && subject
        && words.xpos(end) == Xpos::Vbz
        && !matches!(words.form(end), "'s" | "’s");
    let bracketed = pair.start > sentence.start
        && words.form(pair.start - 1) == "("
        && words.form(end) == ")"
        && follows_person(words, pieces, pair.start - 1);
    let of_somebody = pair.start > sentence.start
        && words.form(pair.start - 1) == "of"
        && follows_person(words, pieces, pair.start - 1);
    let which = words.form(end) == ","
        && end + 2 < sentence.end
        && words.form(end + 1) == "which"
        && words.xpos(end + 2) == Xpos::Vbz;
    let apposed = !listed && (which || told_beside(words, pair.clone()).is_some());
    let member = pair.start > sentence.start + 1
        && words.form(pair.start - 1) == "of"
        && matches!(
            words.lemma(pair.start - 2),
            "member"
                | "leader"
                | "chairman"
                | "chairwoman"
                | "chair"
                | "founder"
                | "spokesman"
                | "spokeswoman"
                | "deputy"
                | "candidate"
        );
    // Of names of more words only what they do tells.
    if pair.len() > 3 {
        return singular || !listed && which;
    }
    singular || bracketed || of_somebody || apposed || member
}

/// Whether the name of a person ends before a word.
fn follows_person(words: &Words, pieces: &[Piece], word: usize) -> bool {
    let before = pieces.iter().rev().find(|piece| piece.words.end <= word);
    before.is_some_and(|piece| {
        piece.words.end == word && piece.kind == PieceKind::Person && piece.words.len() > 1
            || piece.words.end == word
                && piece.kind == PieceKind::Open
                && piece.words.start > 0
                && super::addressed::is_courtesy(words.lower(piece.words.start - 1))
    })
}
