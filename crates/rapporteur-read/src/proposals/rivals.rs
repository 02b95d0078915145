//! Texts laid side by side, and what they are called then: "Norland's, dated 14 March", "the other, drawn up by Belora", "the
//! May draft", "the blue one", "the former", "both texts".

use rapporteur_lexicon::Lexicon;
use rapporteur_model::ProposalType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::called::{
    Announced, Marks, Rank, counted, elliptic, is_bare_all, is_bare_both, is_each_ones, marks,
};
use super::credit::{credit, credited, dated};
use super::mention::{Mention, Table};
use super::{Proposals, nouns};
use crate::blocks::Blocks;
use crate::entities::EntityId;
use crate::words::Words;

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
/// Nouns of sides that stand before the noun of a text: "the company text", "the downstream draft".
const SIDES: &[&str] = &[
    "company",
    "employer",
    "management",
    "union",
    "government",
    "opposition",
    "ministry",
    "council",
    "board",
    "city",
    "rebel",
    "industry",
    "airline",
    "bank",
    "club",
    "staff",
    "guild",
    "federation",
    "majority",
    "minority",
    "coalition",
    "downstream",
    "upstream",
    "state",
    "party",
    "tenant",
    "landlord",
    "owner",
    "player",
    "studio",
    "hospital",
    "worker",
    "teacher",
    "farmer",
];
/// How many sentences an announcement or a mention is looked back for.
const BACK: usize = 3;
/// How many sentences after it an announcement still holds.
const HOLDS: usize = 12;

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
            compares: (0..words.len()).any(|word| {
                counted(words, lexicon, word).is_some()
                    || is_each_ones(words, word) && nouns::named(words, lexicon, word).is_some()
            }),
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
        // "the first and third drafts"
        let several = self.numbered(words, lexicon, found, word);
        if several.len() > 1 {
            found.of_word[word] = several.last().copied();
            found.several.push((word, several));
            return true;
        }
        if is_bare_all(words, word) {
            let texts =
                self.spoken_of(found, found.all.iter().filter(|text| !text.is_list).count());
            if texts.len() > 2 {
                found.several.push((word, texts));
                return true;
            }
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

    /// "the company text", where the last text spoken of is the pilots': told apart by a word that the known text has not.
    pub fn is_another(&self, words: &Words, found: &Proposals, word: usize, known: usize) -> bool {
        let text = &found.all[known];
        self.compares
            && text.authors.len() == 1
            && (words.children_by(word, &[Rel::Compound])).any(|before| {
                before + 1 == word
                    && words.upos(before) == Upos::Noun
                    && !(text.name.clone()).any(|at| words.lemma(at) == words.lemma(before))
                    && SIDES.contains(&words.lemma(before))
            })
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
            .filter(|(at, _)| {
                words.sentence_of(*at) + 1 >= words.sentence_of(word)
                    && !matches!(words.lower(*at), "former" | "latter")
            })
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

    /// "the first and third drafts": those of these numbers.
    fn numbered(
        &self,
        words: &Words,
        lexicon: &Lexicon,
        found: &Proposals,
        word: usize,
    ) -> Vec<usize> {
        if words.xpos(word) != Xpos::Nns || lexicon.texts.noun(words.lemma(word)).is_none() {
            return Vec::new();
        }
        let texts: Vec<usize> = (0..found.all.len())
            .filter(|&text| !found.all[text].is_list)
            .collect();
        (word.saturating_sub(5)..word)
            .filter_map(|at| match words.lower(at) {
                "first" => texts.first(),
                "second" => texts.get(1),
                "third" => texts.get(2),
                "fourth" => texts.get(3),
                "last" | "latest" => texts.last(),
                _ => None,
            })
            .copied()
            .collect()
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
        // "The pilots' offer asks for twelve. The airline's gives six": after another's.
        let beside = last.filter(|last| {
            !owners.is_empty()
                && words.sentence_of(last.word) + 1 >= words.sentence_of(word)
                && matches!(words.lower(word + 1), "'s" | "’s" | "'" | "’")
        });
        let told = match theirs {
            true => last,
            false => self.announced.or(beside),
        };
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
