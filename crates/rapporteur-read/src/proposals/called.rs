//! What texts laid side by side are called: by their number, by what is left of a phrase without its noun, by dates, colours and
//! ranks.

use rapporteur_lexicon::Lexicon;
use rapporteur_model::{MONTHS, ProposalType};
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::mention::{Table, parse_number};
use crate::entities::EntityId;
use crate::words::Words;

/// Nouns that announce texts without calling them so: "two fresh attempts are making the rounds".
const ATTEMPTS: &[&str] = &[
    "attempt",
    "effort",
    "stab",
    "try",
    "suggestion",
    "blueprint",
];
/// Adjectives that tell texts apart by their covers.
const COLOURS: &[&str] = &[
    "blue",
    "green",
    "white",
    "red",
    "yellow",
    "grey",
    "gray",
    "orange",
    "pink",
    "purple",
    "black",
    "brown",
    "buff",
    "golden",
    "violet",
    "turquoise",
];
/// What tells a text from the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Month, and day where it is given.
    pub date: Option<(usize, Option<u32>)>,
    pub colour: Option<String>,
    pub rank: Option<Rank>,
}

/// Which of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    Nth(usize),
    Earlier,
    Later,
    Former,
    Latter,
    One,
    Other,
}

/// Texts told of by their number: "two drafts", "three rival versions".
#[derive(Debug, Clone, Copy)]
pub(super) struct Announced {
    pub count: usize,
    pub word: usize,
    pub kind: ProposalType,
}

/// "two drafts", "both texts", "neither paper", "three rival versions": how many texts a noun speaks of.
pub(super) fn counted(words: &Words, lexicon: &Lexicon, word: usize) -> Option<Announced> {
    if words.upos(word) != Upos::Noun || words.rel(word) == Rel::Compound {
        return None;
    }
    let lemma = match words.lower(word) {
        "memoranda" => "memorandum",
        _ => words.lemma(word),
    };
    let kind = match lexicon.texts.noun(lemma) {
        Some(noun) => noun.kind,
        None if ATTEMPTS.contains(&lemma) => ProposalType::Draft,
        None => return None,
    };
    if matches!(kind, ProposalType::Terms | ProposalType::Statement) {
        return None;
    }
    let plural = words.xpos(word) == Xpos::Nns || words.lower(word) == "memoranda";
    if plural && is_exchanged(words, word) {
        return Some(Announced {
            count: 2,
            word,
            kind,
        });
    }
    let count = (word.saturating_sub(4)..word)
        .rev()
        .take_while(|&at| {
            words.upos(at) != Upos::Punct && words.upos(at) != Upos::Adp && !words.is_verb(at)
        })
        .find_map(|at| match words.lower(at) {
            "both" | "two" | "rival" | "competing" | "couple" if plural => Some(2),
            "neither" | "either" | "each" if !plural => Some(2),
            "three" if plural => Some(3),
            "four" if plural => Some(4),
            "five" if plural => Some(5),
            _ => None,
        })?;
    Some(Announced { count, word, kind })
}

/// "exchanged drafts", "swapped papers", "an exchange of proposals": one of each side.
fn is_exchanged(words: &Words, word: usize) -> bool {
    let Some(above) = words.head(word) else {
        return false;
    };
    let bare = words
        .child(word, &[Rel::Det, Rel::NmodPoss, Rel::Nummod])
        .is_none();
    let of = (words.child(word, &[Rel::Case])).is_some_and(|case| words.lower(case) == "of");
    let swaps = match words.rel(word) {
        Rel::Obj => words.is_verb(above),
        Rel::NsubjPass => words.is_verb(above) && bare,
        Rel::Nmod => of && words.upos(above) == Upos::Noun,
        _ => false,
    };
    swaps && bare && matches!(words.lemma(above), "exchange" | "swap" | "trade" | "barter")
}

/// "Norland and Belora have each put a draft on the table": one of each.
pub(super) fn is_each_ones(words: &Words, word: usize) -> bool {
    let indefinite = (words.children_by(word, &[Rel::Det]))
        .any(|det| matches!(words.lemma(det), "a" | "an" | "its"));
    let sentence = words.sentence(words.sentence_of(word));
    // "Each side has a draft"
    let of_each_side = || {
        words.head(word).is_some_and(|verb| {
            (words.child(verb, &[Rel::Nsubj])).is_some_and(|side| {
                matches!(
                    words.lemma(side),
                    "side" | "party" | "government" | "camp" | "delegation" | "team"
                ) && (words.children_by(side, &[Rel::Det])).any(|each| words.lower(each) == "each")
            })
        })
    };
    indefinite
        && words.rel(word) == Rel::Obj
        && ((sentence.start..word).any(|at| {
            words.lower(at) == "each" && words.upos(at + 1) != Upos::Noun && at + 4 >= word
        }) || of_each_side())
}

/// "say all three", "in all three"
pub(super) fn is_bare_all(words: &Words, word: usize) -> bool {
    matches!(words.lower(word), "three" | "four" | "five")
        && word > 1
        && words.lower(word - 1) == "all"
        && matches!(words.lower(word - 2), "in" | "under" | "say" | "to")
        && words.upos(word + 1) == Upos::Punct
}

/// "under both", "according to both": the texts, not the parties.
pub(super) fn is_bare_both(words: &Words, table: &Table, word: usize) -> bool {
    // "Three years, say both"
    let say = word > 1
        && matches!(words.lower(word - 1), "say" | "state" | "provide" | "read")
        && words.upos(word - 2) == Upos::Punct
        && words.lower(word) == "both";
    matches!(words.lower(word), "both" | "neither" | "two")
        && (table.entities.actor(word).is_none())
        && word > 0
        && (word + 1 == words.len()
            || matches!(words.upos(word + 1), Upos::Punct | Upos::Cconj | Upos::Adv))
        && (say
            || (matches!(words.lower(word - 1), "in" | "under") && words.lower(word) != "two")
            || words.lower(word - 1) == "the"
                && word > 1
                && matches!(words.lower(word - 2), "in" | "under"))
}

/// A phrase whose noun is left out, headed by `word`: whose text it is, where that is told. "Norland's, dated", "the other",
/// "the blue one", "that of Norland".
pub(super) fn elliptic(table: &Table, word: usize) -> Option<Vec<EntityId>> {
    let (words, entities) = (table.words, table.entities);
    let ends = |at: usize| {
        at >= words.len()
            || !matches!(
                words.upos(at),
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num
            ) && words.rel(at) != Rel::Amod
    };
    let own = |at: usize| entities.actors(words, at);
    let before = |back: usize| word.checked_sub(back).map_or("", |at| words.lower(at));
    match words.lower(word) {
        "former" | "latter" | "other" | "first" | "second" | "third" | "fourth" => {
            // "the first and third drafts"
            let numbers = words.upos(word + 1) == Upos::Cconj
                && matches!(
                    words.lower(word + 2),
                    "second" | "third" | "fourth" | "last" | "the"
                )
                && word + 3 < words.len()
                && words.xpos(word + 3) == Xpos::Nns;
            (before(1) == "the" && ends(word + 1) && !numbers).then(Vec::new)
        }
        "one" if before(1) == "the" => {
            // "the one Norland tabled in December"
            let tabled = (words.children_by(word, &[Rel::AclRelcl]))
                .filter(|&verb| {
                    (super::fate::verb_of(words, table.lexicon, verb))
                        .is_some_and(|verb| verb.author)
                })
                .find_map(|verb| words.child(verb, &[Rel::Nsubj]));
            let whose = tabled.map(own).filter(|owners| !owners.is_empty());
            if whose.is_some() {
                return whose;
            }
            let by = matches!(words.lower(word + 1), "of" | "by" | "from");
            match by.then(|| words.with_case(word, &["of", "by", "from"]).next()) {
                Some(Some(owner)) => Some(own(owner)).filter(|owners| !owners.is_empty()),
                _ => ends(word + 1).then(Vec::new),
            }
        }
        // "the blue one", "the Norlander one"
        "one" => {
            let described = (word.saturating_sub(4)..word).rev().take_while(|&at| {
                matches!(words.upos(at), Upos::Adj | Upos::Propn | Upos::Noun)
                    || words.form(at) == "-"
                    || words.upos(at) == Upos::Verb && words.rel(at) == Rel::Amod
            });
            let start = described.last().unwrap_or(word);
            if start == 0 || words.lower(start - 1) != "the" {
                // "two drafts, one by Norland, the other by Belora"
                let whose = words
                    .with_case(word, &["by", "from", "of"])
                    .next()
                    .filter(|_| before(1) == ",")
                    .map(own)
                    .filter(|owners| !owners.is_empty());
                if whose.is_some() {
                    return whose;
                }
                let opens = word == words.sentence(words.sentence_of(word)).start
                    || matches!(before(1), ";" | ":" | "—" | "–");
                return (opens && words.rel(word) != Rel::Nummod && ends(word + 1)).then(Vec::new);
            }
            let owners: Vec<EntityId> = (start..word).filter_map(|at| entities.actor(at)).collect();
            Some(owners)
        }
        // "the Greens sent theirs a day later"
        "theirs" | "his" | "hers" if words.rel(word) == Rel::Obj => {
            let verb = words.head(word)?;
            let brings = super::fate::verb_of(words, table.lexicon, verb)?.author;
            let subject = words.child(verb, &[Rel::Nsubj]).filter(|_| brings)?;
            Some(own(subject)).filter(|owners| !owners.is_empty())
        }
        "that" if words.lower(word + 1) == "of" => {
            let owner = words.with_case(word, &["of"]).next()?;
            Some(own(owner)).filter(|owners| !owners.is_empty())
        }
        _ => {
            let owned = matches!(words.lower(word + 1), "'s" | "’s" | "'" | "’")
                && matches!(words.upos(word), Upos::Noun | Upos::Propn)
                && (words.rel(word) != Rel::NmodPoss || words.lower(word + 2) == "own")
                && (word + 2 >= words.len()
                    || words.lower(word + 2) == "own" && ends(word + 3)
                    || matches!(
                        words.upos(word + 2),
                        Upos::Punct | Upos::Verb | Upos::Aux | Upos::Adp | Upos::Pron | Upos::Adv
                    ));
            let owners = if owned { own(word) } else { Vec::new() };
            (!owners.is_empty()).then_some(owners)
        }
    }
}

/// "the blue paper": told apart by its cover.
pub(super) fn is_coloured(words: &Words, head: usize) -> bool {
    marks(words, head).colour.is_some()
}

/// What tells a text apart where it is called: its date, its colour, its place among others.
pub(super) fn marks(words: &Words, head: usize) -> Marks {
    let mut marks = Marks::default();
    let start = (words.subtree(head).start).max(head.saturating_sub(5));
    for at in start..=head {
        let form = words.lower(at);
        if let Some(month) = month(words, at).filter(|_| at < head) {
            let day = [at.wrapping_sub(1), at + 1]
                .into_iter()
                .filter(|&day| day < head && day >= start)
                .find_map(|day| parse_number(words.form(day)));
            marks.date = Some((month, day));
        }
        if COLOURS.contains(&form) && at < head {
            marks.colour = Some(form.to_owned());
        }
        let rank = match form {
            "former" => Some(Rank::Former),
            "latter" => Some(Rank::Latter),
            "other" => Some(Rank::Other),
            "first" => Some(Rank::Nth(1)),
            "second" => Some(Rank::Nth(2)),
            "third" => Some(Rank::Nth(3)),
            "fourth" => Some(Rank::Nth(4)),
            "earlier" | "older" => Some(Rank::Earlier),
            "later" | "newer" => Some(Rank::Later),
            "one" if at == head && head > 0 && words.lower(head - 1) == "the" => Some(Rank::One),
            _ => None,
        };
        marks.rank = marks.rank.or(rank);
    }
    marks
}

pub(super) fn month(words: &Words, at: usize) -> Option<usize> {
    (words.form(at).starts_with(char::is_uppercase))
        .then(|| {
            MONTHS
                .iter()
                .position(|month| month.eq_ignore_ascii_case(words.form(at)))
        })
        .flatten()
}
