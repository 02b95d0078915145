//! Names of people who act together: "Junior Noteholders", "Doctors Without Frontiers", "Fishers of the Nine Mouths",
//! "Dockers' Local 88".

use rapporteur_model::{ActorType, BlockKind};

use super::names::{Finder, PieceKind};

/// Holders of offices: what they are together is no body of its own ("the Governors of the northern provinces").
const OFFICES: &[&str] = &[
    "mayor",
    "governor",
    "senator",
    "deputy",
    "lawmaker",
    "legislator",
    "councillor",
    "councilor",
    "general",
    "colonel",
    "judge",
    "prosecutor",
    "chief",
    "chieftain",
    "elder",
    "bishop",
    "mp",
    "mep",
    "co-chair",
    "region",
    "district",
    "town",
    "village",
    "island",
    "city",
    "province",
    "canton",
    "county",
    "commune",
    "municipality",
    "bank",
    "fund",
    "belligerent",
    "guarantor",
    "signatory",
    "permanent member",
    "mediator",
    "facilitator",
    "crew",
    "church",
    "university",
    "school",
    "hospital",
    "clinic",
    "airport",
    "tribe",
    "clan",
    "charity",
    "ngo",
    "utility",
];

/// People by their kin, whose groups are called after what they share: "Mothers of the Delta".
const KINSFOLK: &[&str] = &[
    "mothers",
    "fathers",
    "parents",
    "friends",
    "families",
    "relatives",
    "widows",
    "orphans",
    "sons",
    "daughters",
];

impl Finder<'_> {
    /// Whether a word names people in the plural who have an interest in common: "Noteholders", "Fishermen".
    fn is_interest(&self, word: usize) -> bool {
        let lower = self.lower(word);
        let one = match lower.strip_suffix("men") {
            Some(stem) => format!("{stem}man"),
            None => match lower.strip_suffix('s') {
                Some(one) => one.to_owned(),
                None => return false,
            },
        };
        !OFFICES.contains(&one.as_str())
            && self.classes.has_any(&["stakes", "civic", "a-union"], &one)
    }

    /// "Makers", "Importers": whether a word names in the plural those who have a trade.
    pub(super) fn is_trade_people(&self, word: usize) -> bool {
        let lower = self.lower(word);
        self.is_interest(word)
            || [
                "makers",
                "owners",
                "producers",
                "growers",
                "importers",
                "exporters",
                "dealers",
            ]
            .iter()
            .any(|end| lower.ends_with(end))
    }

    /// Whether a word is of a people or a state: "Dutch", "Kenya".
    pub(super) fn is_people_of(&self, word: usize) -> bool {
        self.lexicon
            .gazetteer
            .demonym(self.words.form(word))
            .is_some()
            || matches!(self.known(word, word + 1), Some(PieceKind::State(_)))
    }

    /// "Local 77": a branch of a union by its number.
    pub(super) fn is_local(&self, word: usize) -> bool {
        let number = word + 1;
        self.lower(word) == "local"
            && number < self.words.len()
            && (self.words.form(number)).starts_with(|c: char| c.is_ascii_digit())
            && self.words.sentence_of(word) == self.words.sentence_of(number)
    }

    /// "Families of the Missing rejected it": whether such a name opens a sentence at a word.
    pub(super) fn opens_people(&self, word: usize) -> bool {
        KINSFOLK.contains(&self.lower(word))
            && word + 3 < self.words.len()
            && self.words.form(word + 1) == "of"
            && self.words.form(word + 2) == "the"
            && self.capital(word + 3)
    }

    /// The name of people who act together that begins at a word, and what it is.
    pub(super) fn people_together(&self, start: usize, end: usize) -> Option<(usize, PieceKind)> {
        if !matches!(
            self.block(start),
            Some(BlockKind::Paragraph | BlockKind::ListItem)
        ) {
            return None;
        }
        let words = self.words;
        let movement = Some(PieceKind::Organisation(ActorType::Movement));
        if self.is_local(start) {
            return Some((2, PieceKind::Organisation(ActorType::Union)));
        }
        // "Doctors Without Frontiers", "Patients United"
        if end > start + 1
            && (self.is_interest(start) || matches!(self.lower(start), "supporters" | "fans"))
            && matches!(
                self.lower(start + 1),
                "without" | "against" | "united" | "first" | "together" | "for"
            )
        {
            return movement.map(|kind| (end - start, kind));
        }
        // "Fishers of the Nine Mouths"
        let together = self.is_interest(start) || KINSFOLK.contains(&self.lower(start));
        // "the United Supporters of the Northern League"
        let several = end > start + 1
            && end <= start + 3
            && (self.is_interest(end - 1) || matches!(self.lower(end - 1), "supporters" | "fans"))
            && words.form(end.min(words.len() - 1)) == "of"
            && words.form((end + 1).min(words.len() - 1)) == "the"
            && self.lexicon.gazetteer.demonym(words.form(start)).is_none()
            && self.known(start, start + 1).is_none()
            && !(start..end).any(|word| self.is_title_word(word));
        if (together && end == start + 1 || several) && end + 2 < words.len() {
            let the = words.form(end + 1) == "the";
            let linked = match words.form(end) {
                // "president of Teachers of Alta Vista", but "Residents of Alta Vista are angry"
                "of" => the || !self.opens(start) && self.lower(start - 1) == "of",
                "for" | "against" => true,
                _ => false,
            };
            let from = end + 1 + usize::from(the);
            if linked && self.capital(from) && self.known(from, from + 1).is_none() {
                let sentence = words.sentence(words.sentence_of(start)).end;
                if from < sentence {
                    return movement.map(|kind| (self.run_end(from, sentence) - start, kind));
                }
            }
        }
        // "Junior Noteholders", "Class A Creditors"
        let of_people = self.lexicon.gazetteer.demonym(words.form(start)).is_some()
            || self.classes.has("quarters", self.lower(start))
            || self.known(start, start + 1).is_some();
        let plain = (start..end).all(|word| self.capital(word) && !self.is_title_word(word));
        (end > start + 1 && self.is_interest(end - 1) && !of_people && plain)
            .then_some(())
            .and(movement)
            .map(|kind| (end - start, kind))
    }
}
