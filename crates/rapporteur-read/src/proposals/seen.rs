//! Texts that only an outlet has seen: "a memorandum seen by Harbour Wire", "a paper shown to this newspaper", "We have been
//! shown Norland's draft". What a reporter had to be shown is not for all to read.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::mention::Table;
use crate::entities::EntityKind;
use crate::words::Words;

/// How many words a participle may stand behind the noun of the text.
const REACH: usize = 14;

/// Whether the sentence says that an outlet has seen the text a noun names.
pub(super) fn is_seen(table: &Table, noun: usize) -> bool {
    by_outlet(table, noun) || outlet_has(table, noun)
}

/// "seen by Harbour Wire", "a copy of which was shown to this newspaper": read off the words, up to the next text.
fn by_outlet(table: &Table, noun: usize) -> bool {
    let words = table.words;
    let end = (words.sentence(words.sentence_of(noun)).end).min(noun + REACH);
    (noun + 1..end)
        .take_while(|&at| {
            words.upos(at) != Upos::Noun || table.lexicon.texts.noun(words.lemma(at)).is_none()
        })
        .filter(|&at| matches!(words.xpos(at), Xpos::Vbn | Xpos::Vbd) && at + 2 < end)
        .any(|at| match (words.lemma(at), words.lower(at + 1)) {
            // "seen by a panel of judges" is no press, but what is seen by a name is.
            ("see" | "view" | "review" | "read" | "examine" | "consult", "by")
            | ("show" | "read", "to") => is_press(table, at + 2),
            _ => false,
        })
}

/// "We have been shown Norland's paper", "of which this newspaper has had sight", "a copy this agency has seen".
fn outlet_has(table: &Table, noun: usize) -> bool {
    let words = table.words;
    let above = words.ancestors(noun).take(3);
    let below = (words.children_by(noun, &[Rel::AclRelcl, Rel::Acl])).collect::<Vec<_>>();
    (above.chain(below)).any(|verb| {
        let sees = match words.lemma(verb) {
            "see" | "read" | "view" => !words.is_passive(verb),
            "show" => words.is_passive(verb),
            "have" => (words.child(verb, &[Rel::Obj]))
                .is_some_and(|thing| matches!(words.lemma(thing), "sight" | "copy")),
            _ => false,
        };
        sees && words.negation(verb).is_none()
            && words
                .child(verb, &[Rel::Nsubj, Rel::NsubjPass])
                .is_some_and(|subject| {
                    subject != noun && is_press(table, words.subtree(subject).start)
                })
    })
}

/// Whether a phrase that begins with `start` is an outlet: "this newspaper", "our correspondent", "we" of the report, or a
/// name that is nobody's at the table.
fn is_press(table: &Table, start: usize) -> bool {
    let Table {
        words,
        entities,
        statements,
        ..
    } = *table;
    let owned = matches!(words.lower(start), "this" | "our" | "the");
    if matches!(words.lower(start), "we" | "us") {
        return statements.around(start).next().is_none();
    }
    let head = start + usize::from(owned);
    if owned && words.upos(head) == Upos::Noun {
        return is_outlet(words, head);
    }
    let name = (start..(start + 5).min(words.len()))
        .take_while(|&at| owned && at == start || words.form(at).starts_with(char::is_uppercase));
    name.last().is_some_and(|last| {
        last >= head
            && words.form(last).starts_with(char::is_uppercase)
            && words.upos(head) == Upos::Propn
            && entities.actor(last).is_none_or(|actor| {
                matches!(
                    entities.all[actor].kind,
                    EntityKind::Actor(ActorType::Media | ActorType::Company)
                ) || words.lemma(start.saturating_sub(2)) == "see"
            })
    })
}

/// Nouns by which an outlet speaks of itself and of its people.
fn is_outlet(words: &Words, noun: usize) -> bool {
    matches!(
        words.lemma(noun),
        "newspaper"
            | "paper"
            | "agency"
            | "magazine"
            | "newsletter"
            | "service"
            | "outlet"
            | "broadcaster"
            | "channel"
            | "station"
            | "website"
            | "site"
            | "programme"
            | "program"
            | "correspondent"
            | "reporter"
            | "columnist"
            | "bulletin"
            | "publication"
            | "journal"
            | "weekly"
            | "daily"
            | "wire"
            | "desk"
            | "blog"
            | "podcast"
    )
}
