//! Whose a text is, and of what day, where the sentence about it tells: "the blue one comes from Norland", "the other was drafted by
//! Belora", "Norland's, dated 14 March".

use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Proposal;
use super::called::month;
use super::mention::{Table, parse_number};
use crate::entities::EntityId;

/// The date that stands behind the phrase, before the next text: "of 9 January", "tabled on 3 March".
pub(super) fn dated(table: &Table, word: usize) -> Option<(usize, Option<u32>)> {
    let words = table.words;
    let sentence = words.sentence(words.sentence_of(word));
    let verb = words
        .head(word)
        .filter(|&verb| words.rel(word) == Rel::Nsubj && verb > word);
    let stop = (word + 1..sentence.end)
        .find(|&at| {
            words.form(at) == ";"
                || matches!(words.lower(at), "other" | "second")
                || words.upos(at) == Upos::Noun
                    && table.lexicon.texts.noun(words.lemma(at)).is_some()
        })
        .unwrap_or(sentence.end);
    let at = (word + 1..stop).find(|&at| month(words, at).is_some())?;
    // "bans new dams from May": what it provides, not when it was made.
    let told = verb.is_none_or(|verb| {
        at < verb
            || (super::fate::verb_of(words, table.lexicon, verb)).is_some_and(|verb| verb.author)
            || matches!(
                words.lemma(verb),
                "come" | "date" | "be" | "arrive" | "follow" | "stem" | "reach" | "go"
            )
    });
    let day = [at.wrapping_sub(1), at + 1]
        .into_iter()
        .find_map(|day| parse_number(words.form(day)));
    told.then(|| (month(words, at).unwrap_or_default(), day))
}

/// Gives a text without authors those that the clause about it tells.
pub(super) fn credit(table: &Table, text: &mut Proposal, word: usize) {
    if text.authors.is_empty() {
        text.authors = credited(table, word);
    }
}

/// "comes from Norland", "is the work of Norland and Belora", "is Norland's", "was drafted by Norland".
pub(super) fn credited(table: &Table, word: usize) -> Vec<EntityId> {
    let (words, entities) = (table.words, table.entities);
    let written = written_by(table, word);
    if !written.is_empty() {
        return written;
    }
    let sponsors = sponsored_by(table, word);
    if !sponsors.is_empty() {
        return sponsors;
    }
    let Some(head) = words
        .head(word)
        .filter(|_| matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass))
    else {
        return Vec::new();
    };
    let of = |at: usize, cases: &[&str]| -> Vec<EntityId> {
        (words.with_case(at, cases))
            .flat_map(|owner| entities.actors(words, owner))
            .collect()
    };
    if words.is_verb(head) {
        return match words.lemma(head) {
            "come" | "stem" | "originate" | "hail" | "emanate" => of(head, &["from"]),
            "bear" | "carry" => (words.child(head, &[Rel::Obj]))
                .filter(|&sign| {
                    matches!(
                        words.lemma(sign),
                        "signature" | "name" | "stamp" | "letterhead" | "seal" | "handwriting"
                    )
                })
                .map(|sign| {
                    let mut owners = of(sign, &["of"]);
                    let poss = words.children_by(sign, &[Rel::NmodPoss]);
                    owners.extend(poss.flat_map(|owner| entities.actors(words, owner)));
                    owners
                })
                .unwrap_or_default(),
            _ if words.is_passive(head)
                && (super::fate::verb_of(words, table.lexicon, head))
                    .is_some_and(|verb| verb.author) =>
            {
                let mut agents = of(head, &["by"]);
                let agent = words.children_by(head, &[Rel::OblAgent]);
                agents.extend(agent.flat_map(|agent| entities.actors(words, agent)));
                agents.dedup();
                agents
            }
            _ => Vec::new(),
        };
    }
    if words.child(head, &[Rel::Cop]).is_none() {
        return Vec::new();
    }
    if matches!(
        words.lemma(head),
        "work" | "product" | "brainchild" | "handiwork" | "effort" | "creation" | "child"
    ) {
        let mut owners = of(head, &["of"]);
        let poss = words.children_by(head, &[Rel::NmodPoss]);
        owners.extend(poss.flat_map(|owner| entities.actors(words, owner)));
        return owners;
    }
    let theirs = matches!(words.lower(head + 1), "'s" | "’s" | "'" | "’")
        || (words.children_by(head, &[Rel::Case]))
            .any(|case| matches!(words.lemma(case), "by" | "from"));
    if theirs {
        return entities.actors(words, head);
    }
    // "is Norland's answer of 3 May"
    let text = table.lexicon.texts.noun(words.lemma(head)).is_some();
    (words.children_by(head, &[Rel::NmodPoss]))
        .filter(|_| text)
        .flat_map(|owner| entities.actors(words, owner))
        .collect()
}

/// "Norland, a co-sponsor of the text", "Belora is the author of the draft".
fn sponsored_by(table: &Table, word: usize) -> Vec<EntityId> {
    let words = table.words;
    let sponsor = words.head(word).filter(|&head| {
        words.rel(word) == Rel::Nmod
            && (words.child(word, &[Rel::Case])).is_some_and(|case| words.lemma(case) == "of")
            && matches!(
                words.lemma(head),
                "sponsor"
                    | "co-sponsor"
                    | "author"
                    | "co-author"
                    | "drafter"
                    | "architect"
                    | "penholder"
            )
    });
    let Some(sponsor) = sponsor else {
        return Vec::new();
    };
    let who = match words.rel(sponsor) {
        Rel::Appos => words.head(sponsor),
        _ => words.child(sponsor, &[Rel::Nsubj]),
    };
    who.map(|who| table.entities.actors(words, who))
        .unwrap_or_default()
}

/// What is done to a text where it is made: "written at the ministry", "drawn up in Oslo".
fn is_penned(verb: &str) -> bool {
    matches!(
        verb,
        "write" | "draft" | "draw" | "pen" | "prepare" | "compose" | "devise"
    )
}

/// "The first, tabled jointly by Norland": read off the words, for such clauses are often misread.
pub(super) fn written_by(table: &Table, word: usize) -> Vec<EntityId> {
    let words = table.words;
    let behind = word + 1 + usize::from(words.form(word + 1) == ",");
    let writes = |verb: usize| {
        words.xpos(verb) == Xpos::Vbn
            && ((super::fate::verb_of(words, table.lexicon, verb)).is_some_and(|verb| verb.author)
                || is_penned(words.lemma(verb)))
    };
    // "dated June 20 and written at the State Department"
    let also = (behind + 1..(behind + 7).min(words.len()))
        .take_while(|&at| words.upos(at) != Upos::Punct)
        .find(|&at| words.xpos(behind) == Xpos::Vbn && words.lower(at - 1) == "and" && writes(at));
    let Some(verb) = also.or(writes(behind).then_some(behind)) else {
        return Vec::new();
    };
    let by = (verb + 1..(verb + 6).min(words.len()))
        .take_while(|&at| words.upos(at) != Upos::Punct)
        .find(|&at| {
            words.lower(at) == "by"
                || is_penned(words.lemma(verb)) && matches!(words.lower(at), "at" | "in")
        });
    (by.and_then(|by| words.head(by)))
        .map(|agent| table.entities.actors(words, agent))
        .unwrap_or_default()
}
