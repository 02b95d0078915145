//! Names that the lexicon knows.

use rapporteur_lexicon::GazetteerPlace;
use rapporteur_model::ActorType;
use rapporteur_syntax::Xpos;

use super::gather::Work;
use super::names::{Finder, PieceKind};
use crate::words::lowered;

impl Finder<'_> {
    /// Whether a name of several words that the lexicon knows begins here.
    pub(super) fn known_run(&self, word: usize) -> bool {
        // "Brothers of Italy", "Law and Justice", "SAG-AFTRA"
        let goes_on = self.capital_after(word)
            || word + 1 < self.words.len()
                && matches!(
                    self.words.form(word + 1),
                    "of" | "and" | "for" | "the" | "in" | "-" | "&" | "'" | "’"
                );
        (2..=6).any(|count| {
            word + count <= self.words.len()
                && goes_on
                && self
                    .known(word, word + count)
                    .is_some_and(|kind| matches!(kind, PieceKind::Known(_) | PieceKind::State(_)))
        })
    }

    /// What the lexicon knows of these words.
    pub(super) fn known(&self, from: usize, to: usize) -> Option<PieceKind> {
        if to > self.words.len() {
            return None;
        }
        let single = to - from == 1;
        if !single && matches!(self.words.form(from), "The" | "the") {
            return None;
        }
        let text = self.text(from, to);
        let gazetteer = &self.lexicon.gazetteer;
        let index = |country: &rapporteur_lexicon::Country| {
            gazetteer
                .countries
                .iter()
                .position(|other| std::ptr::eq(other, country))
        };
        let lower = match single {
            true => self.lower(from).into(),
            false => lowered(&text),
        };
        if self.classes.has("continents", &lower) {
            return Some(PieceKind::Place);
        }
        if let Some(country) = gazetteer.country(&text) {
            return index(country).map(PieceKind::State);
        }
        let listed = |organisation: &rapporteur_lexicon::Organisation| {
            (self.lexicon.organisations.all.iter())
                .position(|other| std::ptr::eq(other, organisation))
                .map(PieceKind::Known)
        };
        if let Some(organisation) = self.lexicon.organisations.find(&text) {
            // Common words that some organisation bears as a short name.
            let short = single
                && text.chars().count() <= 3
                && self.opens(from)
                && !text.chars().all(|c| c.is_uppercase());
            if !short {
                return listed(organisation);
            }
        }
        // "Asean", "Ecowas": letters written as a word.
        let letters = single
            && (4..=8).contains(&text.chars().count())
            && text.chars().skip(1).all(char::is_lowercase)
            && self.words.xpos(from) == Xpos::Nnp
            && !self.common.contains(self.lower(from));
        if letters
            && let Some(body) = self.lexicon.organisations.find(&text.to_uppercase())
            && !matches!(body.kind, ActorType::Media | ActorType::Company)
        {
            return listed(body);
        }
        if !single && !text.ends_with('s') {
            // "the Turkish Cypriot leader": one of the "Turkish Cypriots".
            let people = self.lexicon.organisations.find(&format!("{text}s"));
            if let Some(people) = people.filter(|people| people.kind == ActorType::Movement) {
                return listed(people);
            }
        }
        // "the Kazakh minister": of the state, whatever town is called so.
        if single && (gazetteer.demonym(&text)).is_some_and(|demonym| demonym.adjective) {
            return None;
        }
        match gazetteer.place(&text) {
            // "Victoria", where nobody speaks of the Seychelles: a province, a lake, somebody.
            Some(GazetteerPlace::Capital(country))
                if single
                    && self.classes.is_given(&text.to_lowercase())
                    && !self.words.text.contains(&country.name) =>
            {
                None
            }
            Some(GazetteerPlace::Capital(country)) => index(country).map(PieceKind::Capital),
            Some(GazetteerPlace::Region(_)) => Some(PieceKind::Place),
            Some(GazetteerPlace::City(city))
                if !city.word && !city.person && (city.population > 200_000 || !single) =>
            {
                Some(PieceKind::Place)
            }
            _ => None,
        }
    }
}

impl Work<'_> {
    /// "the High Council of State", in a report without Libya: any state may have one.
    pub(super) fn is_generic(&self, organisation: usize) -> bool {
        let entry = &self.lexicon.organisations.all[organisation];
        let plain = [
            "Council of State",
            "Leadership Council",
            "Sovereignty Council",
            "Administration Council",
            "Peace Council",
        ]
        .iter()
        .any(|ending| entry.name.ends_with(ending))
            || entry.name.starts_with("Government of National")
            || entry.name == "National Unity Government"
            || entry.name == "Federation Council";
        let of = entry.of.as_deref().filter(|_| plain);
        of.is_some_and(|of| {
            !self.pieces.iter().any(|piece| match piece.kind {
                PieceKind::State(country)
                | PieceKind::Demonym(country, _)
                | PieceKind::Capital(country) => (self.lexicon.gazetteer.countries.get(country))
                    .is_some_and(|country| country.names().any(|name| name == of)),
                _ => false,
            })
        })
    }
}
