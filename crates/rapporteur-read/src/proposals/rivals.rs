//! Texts laid side by side, and what they are called then: "Norland's, dated 14 March", "the other, drawn up by Belora", "the
//! May draft", "the blue one", "the former", "both texts".

use rapporteur_lexicon::Lexicon;
use rapporteur_model::ProposalType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::mention::{Mention, Table, parse_number};
use super::{Proposal, Proposals, nouns};
use crate::blocks::Blocks;
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
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// Nouns for the parts of texts.
const PARTS: &[&str] = &[
    "article",
    "clause",
    "paragraph",
    "section",
    "chapter",
    "annex",
    "annexe",
    "appendix",
    "preamble",
    "schedule",
    "provision",
    "passage",
    "line",
    "sentence",
    "part",
    "page",
    "point",
    "item",
    "rule",
    "heading",
    "title",
    "protocol",
    "footnote",
    "subparagraph",
    "wording",
];
/// How many sentences an announcement or a mention is looked back for.
const BACK: usize = 3;
/// How many sentences after it an announcement still holds.
const HOLDS: usize = 12;

/// What tells a text from the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Marks {
    /// Month, and day where it is given.
    date: Option<(usize, Option<u32>)>,
    colour: Option<String>,
    rank: Option<Rank>,
}

/// Which of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
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
struct Announced {
    count: usize,
    word: usize,
    kind: ProposalType,
}

/// What is known of the texts that a report compares, as it is read from word to word.
pub(super) struct Rivals {
    /// Whether the report speaks of several texts at once anywhere.
    compares: bool,
    announced: Option<Announced>,
    marks: Vec<Marks>,
    /// Single texts as they are spoken of: word and text.
    told: Vec<(usize, usize)>,
}

impl Rivals {
    /// Looks over the whole report, headlines too.
    pub fn new(words: &Words, lexicon: &Lexicon) -> Self {
        Self {
            compares: (0..words.len()).any(|word| counted(words, lexicon, word).is_some()),
            announced: None,
            marks: Vec::new(),
            told: Vec::new(),
        }
    }

    /// Whether the report speaks of several texts at once.
    pub fn compares(&self) -> bool {
        self.compares
    }

    /// Reads a word that stands for one text, or several, though it is no noun of texts, or as one of those compared.
    /// Answers whether nothing else may be read off it.
    pub fn read(
        &mut self,
        table: &Table,
        found: &mut Proposals,
        word: usize,
        heading: bool,
    ) -> bool {
        if !self.compares {
            return false;
        }
        let (words, lexicon) = (table.words, table.lexicon);
        if let Some(announced) = counted(words, lexicon, word) {
            let texts = self.spoken_of(found, announced.count);
            if texts.len() > 1 {
                found.of_word[word] = texts.last().copied();
                found.several.push((word, texts));
            } else {
                self.announced = Some(announced);
                found.announced.push(word);
            }
            return true;
        }
        if !heading && is_each_ones(words, word) && nouns::named(words, lexicon, word).is_some() {
            self.announced = Some(Announced {
                count: 2,
                word,
                kind: nouns::named(words, lexicon, word).map_or(ProposalType::Draft, |it| it.kind),
            });
            found.announced.push(word);
            return true;
        }
        if is_bare_both(words, table, word) {
            let texts = self.spoken_of(found, 2);
            if texts.len() > 1 {
                found.several.push((word, texts));
                return true;
            }
        }
        let Some(owners) = elliptic(table, word) else {
            return false;
        };
        let marks = marks(words, word);
        if let Some(known) = self.meant(words, found, &owners, &marks, word) {
            found.of_word[word] = Some(known);
            self.told.push((word, known));
            credit(table, &mut found.all[known], word);
            return true;
        }
        if heading {
            return false;
        }
        self.introduce(table, found, word, owners, marks)
    }

    /// The text that a phrase with a noun of texts means by its date, its colour or its place among the others.
    pub fn refer(
        &mut self,
        table: &Table,
        found: &Proposals,
        word: usize,
        owners: &[EntityId],
    ) -> Reference {
        let marks = marks(table.words, word);
        let told_apart = marks.date.is_some()
            || self.compares && (marks.colour.is_some() || marks.rank.is_some());
        let indefinite = (table.words.children_by(word, &[Rel::Det]))
            .any(|det| matches!(table.words.lemma(det), "a" | "an"));
        if indefinite && told_apart {
            return Reference::New;
        }
        if !told_apart {
            return Reference::Unknown;
        }
        match self.meant(table.words, found, owners, &marks, word) {
            Some(known) => Reference::Known(known),
            None if marks.date.is_some() || marks.colour.is_some() => Reference::New,
            None => Reference::Unknown,
        }
    }

    /// The text of an author, by whatever noun it is called: "the Front's answer", told of before as "the other".
    pub fn owned(
        &self,
        table: &Table,
        found: &Proposals,
        word: usize,
        owners: &[EntityId],
    ) -> Option<usize> {
        let words = table.words;
        let indefinite = (words.children_by(word, &[Rel::Det, Rel::Amod]))
            .any(|det| matches!(words.lemma(det), "a" | "an" | "own" | "new" | "another"));
        if !self.compares || owners.is_empty() || indefinite {
            return None;
        }
        (self.told.iter().rev().map(|&(_, text)| text)).find(|&text| {
            let authors = &found.all[text].authors;
            !found.all[text].is_list
                && authors.len() == owners.len()
                && authors.iter().all(|author| owners.contains(author))
        })
    }

    /// Notes that a phrase speaks of a text, and what it tells of it.
    pub fn note(&mut self, table: &Table, found: &mut Proposals, word: usize, text: usize) {
        self.told.push((word, text));
        self.compares |= has_rival(table.words, found, text);
        found.compared = self.compares;
        self.marks.resize(found.all.len(), Marks::default());
        let told = marks(table.words, word);
        let known = &mut self.marks[text];
        known.date = known.date.or(told.date).or_else(|| dated(table, word));
        known.colour = known.colour.take().or(told.colour);
        credit(table, &mut found.all[text], word);
    }

    /// The text meant by whose it is and what tells it apart.
    fn meant(
        &self,
        words: &Words,
        found: &Proposals,
        owners: &[EntityId],
        marks: &Marks,
        word: usize,
    ) -> Option<usize> {
        let texts: Vec<usize> = (0..found.all.len())
            .filter(|&text| !found.all[text].is_list)
            .collect();
        let of = |text: usize| self.marks.get(text);
        let same_date = |text: usize| {
            marks.date.is_none_or(|(month, day)| {
                of(text)
                    .and_then(|of| of.date)
                    .is_some_and(|(its, its_day)| {
                        its == month && (day.is_none() || its_day.is_none() || day == its_day)
                    })
            })
        };
        let same_colour = |text: usize| {
            marks.colour.is_none() || of(text).is_some_and(|of| of.colour == marks.colour)
        };
        let same_owners = |text: usize| {
            owners.is_empty()
                || (found.all[text].authors.iter()).any(|author| owners.contains(author))
        };
        let fit: Vec<usize> = (texts.iter().copied())
            .filter(|&text| same_date(text) && same_colour(text) && same_owners(text))
            .collect();
        if let Some(rank) = marks.rank.filter(|_| owners.is_empty()) {
            return self.ranked(words, &texts, rank, word);
        }
        if marks.date.is_none() && marks.colour.is_none() && owners.is_empty() {
            return None;
        }
        // Of several of the same author the one spoken of last.
        (self.told.iter().rev().map(|&(_, text)| text))
            .find(|text| fit.contains(text))
            .or(fit.last().copied())
    }

    /// "the former", "the second", "the other".
    fn ranked(&self, words: &Words, texts: &[usize], rank: Rank, word: usize) -> Option<usize> {
        let recent: Vec<usize> = (self.told.iter())
            .filter(|(at, _)| words.sentence_of(*at) + 1 >= words.sentence_of(word))
            .map(|&(_, text)| text)
            .collect();
        let pair = || -> Option<(usize, usize)> {
            let mut two: Vec<usize> = Vec::new();
            for text in recent.iter().rev() {
                if !two.contains(text) {
                    two.push(*text);
                }
            }
            match (two.as_slice(), texts) {
                ([latter, former], _) => Some((*former, *latter)),
                (_, [former, latter]) => Some((*former, *latter)),
                _ => None,
            }
        };
        let by_date = || -> Option<(usize, usize)> {
            let [one, other] = texts else { return None };
            let date = |text: usize| self.marks.get(text).and_then(|of| of.date);
            match (date(*one), date(*other)) {
                (Some(first), Some(second)) if first > second => Some((*other, *one)),
                _ => Some((*one, *other)),
            }
        };
        match rank {
            Rank::Nth(nth) => texts
                .get(nth.checked_sub(1)?)
                .copied()
                .filter(|_| texts.len() > 1),
            Rank::Earlier => by_date().map(|(earlier, _)| earlier),
            Rank::Later => by_date().map(|(_, later)| later),
            Rank::Former => pair().map(|(former, _)| former),
            Rank::Latter => pair().map(|(_, latter)| latter),
            Rank::One => (texts.len() == 2).then(|| texts[0]),
            Rank::Other => {
                let [one, other] = texts else { return None };
                let in_sentence = (self.told.iter().rev())
                    .find(|(at, _)| words.sentence_of(*at) + BACK >= words.sentence_of(word))
                    .map(|&(_, text)| text)?;
                Some(if in_sentence == *one { *other } else { *one })
            }
        }
    }

    /// The texts that a plural speaks of: the last so many that were told of.
    fn spoken_of(&self, found: &Proposals, count: usize) -> Vec<usize> {
        let mut last: Vec<usize> = Vec::new();
        for &(_, text) in self.told.iter().rev() {
            if !last.contains(&text) && !found.all[text].is_list && last.len() < count {
                last.push(text);
            }
        }
        if last.len() < count {
            return Vec::new();
        }
        last.sort_unstable();
        last
    }

    /// "Norland's, dated 14 March, has 31 articles; the other, drawn up by Belora, has 19", after "two drafts".
    fn introduce(
        &mut self,
        table: &Table,
        found: &mut Proposals,
        word: usize,
        owners: Vec<EntityId>,
        marks: Marks,
    ) -> bool {
        let words = table.words;
        // "The second, a reply that the union sent": the noun behind it names the text.
        let renamed = words.form(word + 1) == ","
            && (word + 2..(word + 6).min(words.len()))
                .take_while(|&at| !words.is_verb(at) && words.upos(at) != Upos::Punct)
                .any(|at| table.lexicon.texts.noun(words.lemma(at)).is_some());
        if renamed {
            return false;
        }
        let theirs = matches!(words.lower(word), "theirs" | "his" | "hers");
        let last = self.told.last().map(|&(word, text)| Announced {
            count: usize::MAX,
            word,
            kind: found.all[text].kind,
        });
        let told = if theirs { last } else { self.announced };
        let Some(announced) = told.filter(|announced| {
            words.sentence_of(announced.word) + HOLDS >= words.sentence_of(word)
        }) else {
            return false;
        };
        let known = found
            .all
            .iter()
            .filter(|text| text.head > announced.word)
            .count();
        if known >= announced.count {
            return false;
        }
        let mut mention = Mention::elliptic(table, word, announced.kind, owners);
        if mention.authors.is_empty() {
            mention.authors = credited(table, word);
        }
        if mention.authors.is_empty() && marks.rank.is_none() {
            return false;
        }
        let new = mention.as_told(table, found);
        found.of_word[word] = Some(found.all.len());
        found.all.push(new);
        let last = found.all.len() - 1;
        self.note(table, found, word, last);
        true
    }
}

/// Whether somebody else has a text of the same kind on the table.
fn has_rival(words: &Words, found: &Proposals, text: usize) -> bool {
    let own = &found.all[text];
    !own.is_list
        && !own.authors.is_empty()
        && own.kind != ProposalType::Agreement
        && (found.all.iter()).any(|other| {
            !other.authors.is_empty()
                && words.lemma(other.head) == words.lemma(own.head)
                && other
                    .authors
                    .iter()
                    .all(|author| !own.authors.contains(author))
        })
}

/// What a phrase with a date, a colour or a rank means.
pub(super) enum Reference {
    /// A text that was told of.
    Known(usize),
    /// None that was told of.
    New,
    /// Nothing tells.
    Unknown,
}

/// "two drafts", "both texts", "neither paper", "three rival versions": how many texts a noun speaks of.
fn counted(words: &Words, lexicon: &Lexicon, word: usize) -> Option<Announced> {
    if words.upos(word) != Upos::Noun || words.rel(word) == Rel::Compound {
        return None;
    }
    let lemma = words.lemma(word);
    let kind = match lexicon.texts.noun(lemma) {
        Some(noun) => noun.kind,
        None if ATTEMPTS.contains(&lemma) => ProposalType::Draft,
        None => return None,
    };
    if matches!(kind, ProposalType::Terms | ProposalType::Statement) {
        return None;
    }
    let plural = words.xpos(word) == Xpos::Nns || words.lower(word) == "memoranda";
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

/// "Norland and Belora have each put a draft on the table": one of each.
fn is_each_ones(words: &Words, word: usize) -> bool {
    let indefinite = (words.children_by(word, &[Rel::Det]))
        .any(|det| matches!(words.lemma(det), "a" | "an" | "its"));
    let sentence = words.sentence(words.sentence_of(word));
    indefinite
        && words.rel(word) == Rel::Obj
        && (sentence.start..word).any(|at| {
            words.lower(at) == "each" && words.upos(at + 1) != Upos::Noun && at + 4 >= word
        })
}

/// "under both", "according to both": the texts, not the parties.
fn is_bare_both(words: &Words, table: &Table, word: usize) -> bool {
    matches!(words.lower(word), "both" | "neither" | "two")
        && table.entities.at(word).is_none()
        && word > 0
        && (word + 1 == words.len()
            || matches!(words.upos(word + 1), Upos::Punct | Upos::Cconj | Upos::Adv))
        && ((matches!(words.lower(word - 1), "in" | "under") && words.lower(word) != "two")
            || words.lower(word - 1) == "the"
                && word > 1
                && matches!(words.lower(word - 2), "in" | "under"))
}

/// A phrase whose noun is left out, headed by `word`: whose text it is, where that is told. "Norland's, dated", "the other",
/// "the blue one", "that of Norland".
fn elliptic(table: &Table, word: usize) -> Option<Vec<EntityId>> {
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
            (before(1) == "the" && ends(word + 1)).then(Vec::new)
        }
        "one" if before(1) == "the" => {
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
                && words.rel(word) != Rel::NmodPoss
                && (word + 2 >= words.len()
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
fn marks(words: &Words, head: usize) -> Marks {
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

fn month(words: &Words, at: usize) -> Option<usize> {
    (words.form(at).starts_with(char::is_uppercase))
        .then(|| MONTHS.iter().position(|month| *month == words.lower(at)))
        .flatten()
}

/// The date that stands behind the phrase, before the next text: "of 9 January", "tabled on 3 March".
fn dated(table: &Table, word: usize) -> Option<(usize, Option<u32>)> {
    let words = table.words;
    let sentence = words.sentence(words.sentence_of(word));
    let verb = words
        .head(word)
        .filter(|&verb| words.rel(word) == Rel::Nsubj && verb > word);
    let stop = (word + 1..sentence.end)
        .find(|&at| {
            words.form(at) == ";"
                || matches!(words.lower(at), "other" | "second")
                || table.lexicon.texts.noun(words.lemma(at)).is_some()
        })
        .unwrap_or(sentence.end);
    let at = (word + 1..stop).find(|&at| month(words, at).is_some())?;
    // "bans new dams from May": what it provides, not when it was made.
    let told = verb.is_none_or(|verb| {
        at < verb
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
fn credit(table: &Table, text: &mut Proposal, word: usize) {
    if text.authors.is_empty() {
        text.authors = credited(table, word);
    }
}

/// "comes from Norland", "is the work of Norland and Belora", "is Norland's", "was drafted by Norland".
fn credited(table: &Table, word: usize) -> Vec<EntityId> {
    let (words, entities) = (table.words, table.entities);
    let written = written_by(table, word);
    if !written.is_empty() {
        return written;
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

/// "The first, tabled jointly by Norland": read off the words, for such clauses are often misread.
fn written_by(table: &Table, word: usize) -> Vec<EntityId> {
    let words = table.words;
    let verb = word + 1 + usize::from(words.form(word + 1) == ",");
    let writes = words.xpos(verb) == Xpos::Vbn
        && (super::fate::verb_of(words, table.lexicon, verb)).is_some_and(|verb| verb.author);
    let by = (verb + 1..(verb + 6).min(words.len()))
        .take_while(|&at| words.upos(at) != Upos::Punct)
        .find(|&at| writes && words.lower(at) == "by");
    (by.and_then(|by| words.head(by)))
        .map(|agent| table.entities.actors(words, agent))
        .unwrap_or_default()
}

/// Whether a noun names a part of a text: "article", "paragraph".
pub fn is_part_of_text(lemma: &str) -> bool {
    PARTS.contains(&lemma)
}

/// Whether a word stands in a heading, where texts are only called again.
pub(super) fn is_heading(words: &Words, blocks: &Blocks, word: usize) -> bool {
    use rapporteur_model::BlockKind::{Heading, Headline};
    matches!(
        blocks.kind(words.syntax.tokens.spans[word].start),
        Some(Heading | Headline)
    )
}
