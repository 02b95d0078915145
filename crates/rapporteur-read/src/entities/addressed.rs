//! Names of people who are addressed elsewhere: "Carla Denholt", where "Mrs Denholt" follows, is nobody's firm.

use rapporteur_lexicon::FormSet;
use rapporteur_syntax::{NameKind, Xpos};

use super::classes::Classes;
use super::kinds::Setting;
use super::names::{Piece, PieceKind};
use crate::words::Words;

/// How one is spoken of by the surname alone.
const COURTESIES: &[&str] = &[
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "mx",
    "dr",
    "dr.",
    "prof",
    "prof.",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "cllr",
    "cllr.",
    "councillor",
];

/// Whether a word is a form by which one is spoken of: "Mr", "Dr".
pub(super) fn is_courtesy(lower: &str) -> bool {
    COURTESIES.contains(&lower)
}

/// The form of address right before a word, past its full stop.
fn courtesy_before(words: &Words, word: usize) -> Option<usize> {
    let before = word.checked_sub(1)?;
    if is_courtesy(words.lower(before)) {
        return Some(before);
    }
    let title = before.checked_sub(1)?;
    (words.form(before) == "." && is_courtesy(words.lower(title))).then_some(title)
}

/// Makes persons of names that end in a surname by which somebody is addressed.
pub(super) fn seat_addressed(
    words: &Words,
    classes: &Classes,
    setting: Setting,
    pieces: &mut Vec<Piece>,
) {
    let mut surnames = FormSet::default();
    for piece in pieces.iter() {
        let start = piece.words.start;
        if piece.words.len() == 1 && courtesy_before(words, start).is_some() {
            surnames.insert(words.form(start));
        }
    }
    for at in 0..pieces.len() {
        split_body(words, classes, setting, &surnames, pieces, at);
    }
    if surnames.is_empty() {
        return;
    }
    for piece in pieces.iter_mut() {
        let name = piece.words.clone();
        let last = name.end - 1;
        let open = match piece.kind {
            PieceKind::Open | PieceKind::Place => true,
            // What the last word of a name tells is told; what only the model guessed is not.
            PieceKind::Organisation(_) => {
                let others: Vec<&str> = name.clone().map(|word| words.lower(word)).collect();
                let (head, others) = others.split_last().unwrap_or((&"", &[]));
                classes.organisation(head, others, setting).is_none()
            }
            _ => false,
        };
        let plain = name.clone().all(|word| {
            let form = words.form(word);
            form.starts_with(char::is_uppercase) && !classes.has("institutions", words.lower(word))
        });
        let article = name.start > 0 && words.lower(name.start - 1) == "the";
        if open
            && plain
            && !article
            && (2..=3).contains(&name.len())
            && surnames.contains(words.form(last))
        {
            piece.kind = PieceKind::Person;
        }
    }
}

/// "For the Bar Society Ida Moss told members": where a body's name runs on into that of whoever speaks for it.
fn split_body(
    words: &Words,
    classes: &Classes,
    setting: Setting,
    surnames: &FormSet,
    pieces: &mut Vec<Piece>,
    at: usize,
) {
    let name = pieces[at].words.clone();
    let sentence = words.sentence(words.sentence_of(name.start)).start;
    let the = name.start > 0 && words.lower(name.start - 1) == "the";
    let opens = name.start == sentence + 1 + usize::from(the) && words.lower(sentence) == "for";
    if !opens || name.len() < 3 {
        return;
    }
    let postnominal = |word: usize| matches!(words.form(word), "KC" | "QC" | "SC" | "MP" | "TD");
    let end = name.end - usize::from(postnominal(name.end - 1));
    let surname = end - 1;
    let given = match surname.checked_sub(1) {
        Some(given) if given > name.start => given,
        _ => return,
    };
    let head = words.lower(given - 1);
    let others: Vec<&str> = (name.start..given - 1)
        .map(|word| words.lower(word))
        .collect();
    let body = classes.organisation(head, &others, setting);
    let person = surnames.contains(words.form(surname))
        || words
            .name_at(given)
            .is_some_and(|name| name.kind == NameKind::Person)
        || words.xpos(surname) == Xpos::Nnp && words.is_verb(name.end.min(words.len() - 1));
    let alone = given - 1 == name.start
        && classes.has_any(
            &["union", "alliance", "international", "bodies", "offices"],
            head,
        );
    let kind = match body {
        Some(kind) => PieceKind::Organisation(kind),
        None if alone => PieceKind::Open,
        None => return,
    };
    if !person {
        return;
    }
    let of_body = pieces[at].body;
    pieces[at] = Piece {
        words: name.start..given,
        kind,
        body: of_body,
    };
    pieces.insert(
        at + 1,
        Piece {
            words: given..end,
            kind: PieceKind::Person,
            body: of_body,
        },
    );
}
