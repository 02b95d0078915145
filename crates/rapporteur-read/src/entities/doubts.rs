//! Names that look like cities or persons, and that act as states and bodies do.

use std::collections::{BTreeMap, HashMap};

use rapporteur_lexicon::fold_name;

use super::evidence::Evidence;
use super::gather::Work;
use super::given_names::begins_given;
use super::learned::NameType;
use super::names::PieceKind;
use super::verdict::Verdict;

/// Words that open names of lands and of nobody: "Lower Osmar", "Santa Luz".
const LANDS: &[&str] = &[
    "new", "upper", "lower", "greater", "great", "lesser", "little", "inner", "outer", "north",
    "south", "west", "northern", "southern", "eastern", "western", "central", "puerto", "porto",
    "fort", "cape", "mount", "santa", "santo", "são", "grand", "grande", "isla", "ilha", "île",
];

/// Whether a word opens names of lands and of nobody.
pub(super) fn is_land(word: &str) -> bool {
    LANDS.contains(&word)
}

impl Work<'_> {
    /// "Orvel rejects the clause", "the government of Orvel": a name that only happens to be a city's too, and mostly acts
    /// or has what states have, is an open one.
    pub(super) fn free_acting_cities(&mut self) {
        let mut sums: HashMap<String, Evidence> = HashMap::new();
        let single = |work: &Self, piece: usize| {
            work.pieces[piece].kind == PieceKind::Place
                && work.pieces[piece].words.len() == 1
                && !work
                    .classes
                    .has("continents", &fold_name(&work.piece_text(piece)))
        };
        for piece in (0..self.pieces.len()).filter(|&piece| single(self, piece)) {
            let key = fold_name(&self.piece_text(piece));
            let sum = sums.entry(key).or_default();
            *sum = sum.plus(self.evidence(piece));
        }
        let acts = |sum: &Evidence| {
            (sum.acts > 0 && 2 * sum.acts > sum.place
                || sum.governs > 0 && sum.state + sum.thing > sum.place)
                && sum.verdict() != Verdict::Place
        };
        for piece in 0..self.pieces.len() {
            let free = single(self, piece)
                && sums
                    .get(&fold_name(&self.piece_text(piece)))
                    .is_some_and(acts);
            if free {
                self.pieces[piece].kind = PieceKind::Open;
            }
        }
    }

    /// Names of two words that the model takes for persons, but that own, act and are spoken of as states do.
    pub fn doubt_persons(&mut self) {
        // In order: what one turns out to be is evidence for the next.
        let mut clusters: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for index in 0..self.pieces.len() {
            if self.pieces[index].kind == PieceKind::Person {
                let key = fold_name(&self.piece_text(index));
                clusters.entry(key).or_default().push(index);
            }
        }
        let mut single: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for index in 0..self.pieces.len() {
            if self.pieces[index].words.len() == 1 {
                let key = fold_name(&self.piece_text(index));
                single.entry(key).or_default().push(index);
            }
        }
        for (key, pieces) in clusters {
            let alone = single.contains_key(key.rsplit(' ').next().unwrap_or(&key));
            let sum = pieces.iter().fold(Evidence::default(), |sum, &piece| {
                sum.plus(self.evidence(piece))
            });
            let beside_states = pieces.iter().any(|&piece| {
                self.beside(piece)
                    .into_iter()
                    .any(|other| matches!(self.pieces[other].kind, PieceKind::State(_)))
            });
            let state = sum.state + sum.thing + i32::from(beside_states);
            let quiet = sum.person <= 0 && sum.says == 0;
            let owns = state >= 3
                && sum.person < 2
                && (pieces.len() > 1 || sum.person <= 0 && !self.is_person(&pieces));
            // A full name told again and again, that never speaks: hardly a person's.
            let acts = pieces.len() > 1 && state >= 1 && sum.acts >= 2 && quiet
                || pieces.len() > 2 && sum.acts >= 2 && quiet;
            // "Orme Drinks", where "Orme's chief executive" speaks: who is called by the first word is no person.
            let short = key.split(' ').next().unwrap_or_default();
            let first = (single.get(short).into_iter().flatten())
                .fold(Evidence::default(), |sum, &piece| {
                    sum.plus(self.evidence(piece))
                });
            let named = sum.person <= 0
                && (is_land(short)
                    || self.is_called_by_first(&key)
                    || pieces.iter().any(|&piece| self.is_somebodys(piece))
                    || self.is_trading(&pieces) && !self.is_surely_person(&pieces)
                    || self.is_no_person(&pieces, quiet)
                    || (pieces.iter()).any(|&piece| self.apposed_kind(piece).is_some()));
            // "Free Citizens leader Ada Brun", "Save Our Quay, which represents …": nobody is a body.
            let body = sum.company >= 3
                || first.company >= 3
                || pieces.iter().any(|&piece| self.is_led(piece));
            // "Ada Brun, a developer, bought the quay": the given name tells more than the deed.
            let given = begins_given(self.classes, &key);
            let led = || pieces.iter().any(|&piece| self.is_led(piece));
            if !alone && (owns || acts || named || body) && (!given || led()) {
                self.doubted.insert(key);
                for piece in pieces {
                    self.pieces[piece].kind = PieceKind::Open;
                }
            }
        }
    }

    /// "Cllr Ida Moss of Harbour First": nobody is of a person.
    fn is_somebodys(&self, piece: usize) -> bool {
        let start = self.pieces[piece].words.start;
        let before = piece.checked_sub(1).map(|before| &self.pieces[before]);
        start > 0
            && self.form_at(start - 1) == "of"
            && before.is_some_and(|before| {
                before.kind == PieceKind::Person && before.words.end + 1 == start
            })
    }

    /// "Ida Moss, its director, …": whether the model of names is sure of somebody, or the report tells who it is.
    fn is_person(&self, pieces: &[usize]) -> bool {
        self.is_surely_person(pieces)
            || (pieces.iter()).any(|&piece| self.form_at(self.pieces[piece].words.end) == ",")
    }

    /// Whether the model of names is sure that these are a person's.
    fn is_surely_person(&self, pieces: &[usize]) -> bool {
        (self.guessed(pieces))
            .is_some_and(|(kind, margin)| kind == NameType::Person && margin >= 16.0)
    }

    /// Whether the model of names is sure that these are no person's, one that is never `quiet` surest.
    fn is_no_person(&self, pieces: &[usize], quiet: bool) -> bool {
        let sure = if quiet { 8.0 } else { 20.0 };
        self.guessed(pieces).is_some_and(|(kind, margin)| {
            let body = matches!(kind, NameType::State | NameType::Place) || kind.body().is_some();
            body && kind != NameType::Media && margin >= sure
        })
    }

    /// "Free Citizens leader Ada Brun", "Petrol One, which …", "for Petrol One, director Ada Brun signed", "who leads Petrol
    /// One": a name of what has leaders or is a thing.
    fn is_led(&self, piece: usize) -> bool {
        let range = self.pieces[piece].words.clone();
        let end = range.end;
        let named = |word: usize| {
            self.piece_at
                .get(word)
                .copied()
                .flatten()
                .is_some_and(|other| self.pieces[other].kind == PieceKind::Person && other != piece)
        };
        let leads = matches!(
            self.lower_lemma(end),
            "leader" | "chairman" | "chairwoman" | "chair" | "president" | "founder" | "lawmaker"
        ) && self.form_at(end).starts_with(char::is_lowercase)
            && named(end + 1);
        let which = self.form_at(end) == "," && self.form_at(end + 1) == "which";
        let behalf = range.start > 0
            && self.form_at(range.start - 1) == "For"
            && self.form_at(end) == ","
            && (end + 1..end + 5).any(named);
        // "Ada Brun, for Petrol One,", "Ada Brun; Nils Orme, for Petrol One; and": whom somebody speaks for.
        let spoken_for = range.start > 2
            && self.form_at(range.start - 1) == "for"
            && self.form_at(range.start - 2) == ","
            && named(range.start - 3)
            && matches!(self.form_at(end), "," | ";" | "." | ")");
        leads || which || behalf || spoken_for || self.is_led_by_somebody(&range)
    }
}
