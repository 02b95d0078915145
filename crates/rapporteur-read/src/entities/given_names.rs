//! Given names that look like something else.

use rapporteur_syntax::{NameKind, Upos};

use super::classes::Classes;
use super::gather::Gender;
use rapporteur_model::ActorType;

use super::names::{Finder, PieceKind, is_no_name};

/// The gender that the given name of somebody tells, where it is given to one alone.
pub(super) fn gender_of(classes: &Classes, name: &str) -> Option<Gender> {
    let (given, _) = name.split_once(' ')?;
    let given = given.to_lowercase();
    let whole = |class: &str| classes.names(class, &given);
    // "Anne-Marie", "Hans-Peter"
    let first =
        |class: &str| (given.split_once('-')).is_some_and(|(part, _)| classes.names(class, part));
    if whole("women") || !whole("men") && !whole("either") && first("women") {
        Some(Gender::Female)
    } else if whole("men") || !whole("either") && first("men") {
        Some(Gender::Male)
    } else {
        None
    }
}

/// What a hyphen joins to a name to describe something else: "Merin-based", "Europe-wide".
const COMPOUND_ENDS: &[&str] = &[
    "based", "led", "era", "style", "born", "run", "wide", "level", "held", "like", "only", "free",
    "bound", "made", "long", "old", "year", "day", "week", "time", "rule", "size", "sized", "type",
    "side", "wing", "line", "in", "on", "off", "out", "up", "all", "area", "area", "state",
    "built", "owned", "aided", "armed", "trade", "plus", "to", "and", "the", "of", "first", "sea",
    "land",
];

/// Whether a name begins with a given one.
pub(super) fn begins_given(classes: &Classes, name: &str) -> bool {
    name.split_once(' ')
        .is_some_and(|(given, _)| classes.is_given(&given.to_lowercase()))
}

impl Finder<'_> {
    /// "Jan Brun", "June Hart": a month before a name of its own.
    pub(super) fn is_given_name(&self, word: usize) -> bool {
        matches!(
            self.words.form(word),
            "Jan" | "April" | "May" | "Jun" | "June" | "August" | "Dec"
        ) && self.capital_after(word)
            && !is_no_name(self.words.form(word + 1))
            && self.model[word + 1].is_none_or(|kind| kind == NameKind::Person)
            && !word.checked_sub(1).is_some_and(|before| {
                matches!(
                    self.words.lower(before),
                    "in" | "since"
                        | "until"
                        | "by"
                        | "from"
                        | "of"
                        | "during"
                        | "last"
                        | "this"
                        | "next"
                        | "late"
                        | "early"
                ) || self.words.upos(before) == Upos::Num
            })
    }

    /// "Tim Hess, a developer", "Laurence H. Tribe": a person by the given name, whatever is said beside it, unless the name
    /// ends in what bodies and places are called and has no initial before that.
    pub(super) fn is_person_by_given_name(&self, start: usize, length: usize) -> bool {
        let words = self.words;
        let end = start + length;
        let initial = |at: usize| {
            let form = words.form(at);
            form.len() == 2 && form.ends_with('.') && form.starts_with(char::is_uppercase)
        };
        if !(2..=4).contains(&length)
            || !self.classes.is_given(self.lower(start))
            || !(start + 1..end).all(|at| self.capital(at))
            || start > 0 && words.lower(start - 1) == "the"
            || self.known(start, end).is_some()
        {
            return false;
        }
        let last = self.lower(end - 1);
        let person = |at: usize| self.model[at] == Some(NameKind::Person);
        length == 3 && initial(start + 1)
            || (self.organisation(start, end).is_none() || (start..end).all(person))
                && !self
                    .classes
                    .has_any(&["place", "thing", "institutions", "owned"], last)
    }

    /// "the Brandt family", "the Holm brothers": whether people of one name are told of as a side.
    pub(super) fn is_household(&self, start: usize, end: usize) -> bool {
        let words = self.words;
        start > 0
            && end < words.len()
            && words.sentence_of(end) == words.sentence_of(start)
            && words.lower(start - 1) == "the"
            && matches!(
                words.form(end),
                "family" | "brothers" | "sisters" | "siblings" | "heirs" | "clan" | "dynasty"
            )
    }

    /// What a piece is, where its given name tells a person.
    pub(super) fn by_given_name(
        &self,
        start: usize,
        length: usize,
        kind: Option<PieceKind>,
    ) -> Option<PieceKind> {
        match kind {
            Some(PieceKind::Open | PieceKind::Organisation(_))
                if self.is_person_by_given_name(start, length) =>
            {
                Some(PieceKind::Person)
            }
            kind => kind,
        }
    }

    /// "Ko Wen-shan": whether the hyphen at a word joins a syllable in lower case to a given name, behind a family name.
    pub(super) fn is_given_end(&self, start: usize, hyphen: usize) -> bool {
        let words = self.words;
        let short = |word: usize| words.form(word).chars().count() <= 5;
        hyphen >= start + 2
            && words.form(hyphen) == "-"
            && self.joined(hyphen)
            && self.capital(hyphen - 1)
            && self.capital(hyphen - 2)
            && short(hyphen - 1)
            && short(hyphen + 1)
            && words.form(hyphen + 1).chars().all(char::is_lowercase)
            && !COMPOUND_ENDS.contains(&words.form(hyphen + 1))
            && self.known(start, hyphen).is_none()
            && !self.is_title_word(hyphen - 1)
    }

    /// "Hyun-woo Bae", but not "Hae-un Heavy Shipbuilding", which is a firm.
    pub(super) fn is_given_and_family(&self, start: usize, end: usize) -> bool {
        let firm = || {
            end > start + 4
                && matches!(
                    self.kind_of(start, end - 1),
                    Some(PieceKind::Organisation(ActorType::Company))
                )
        };
        self.is_given_start(start, start + 1) && start + 4 <= end && !firm()
    }

    /// "Hyun-woo Bae": whether the hyphen at a word joins a syllable in lower case to a given name, before a family name.
    pub(super) fn is_given_start(&self, start: usize, hyphen: usize) -> bool {
        let words = self.words;
        let short = |word: usize| words.form(word).chars().count() <= 5;
        hyphen == start + 1
            && hyphen + 2 < words.len()
            && words.form(hyphen) == "-"
            && self.joined(hyphen)
            && short(start)
            && short(hyphen + 1)
            && words.form(hyphen + 1).chars().all(char::is_lowercase)
            && self.capital_after(hyphen + 1)
            && !COMPOUND_ENDS.contains(&words.form(hyphen + 1))
            && self.known(start, hyphen).is_none()
            && self.lexicon.gazetteer.demonym(words.form(start)).is_none()
            && !self.common.contains(self.lower(start))
            && words.form(start).chars().skip(1).all(char::is_lowercase)
    }
}
