//! States that a report names only to tell where somebody or something is from: "the Dutch bidder", "its UK head". They take no part in what is told, and the ministers of the report are not theirs.

use rapporteur_lexicon::{GazetteerPlace, RoleClass};
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Xpos};

use super::gather::Work;
use super::names::{Finder, PieceKind};
use super::{EntityId, EntityKind};

/// What goes to a market or comes from one.
const TRADED: &[&str] = &[
    "export",
    "import",
    "sale",
    "shipment",
    "demand",
    "order",
    "delivery",
    "cargo",
    "tonne",
    "ton",
    "barrel",
    "litre",
    "bale",
    "crop",
    "harvest",
    "catch",
    "output",
    "percent",
    "%",
    "half",
    "quarter",
    "third",
    "share",
    "tourist",
    "customer",
    "competitor",
    "competition",
];

impl Work<'_> {
    /// Marks the states of which nothing tells that they act, govern or have officials.
    pub(super) fn mark_origins(&mut self) {
        let state = |id: EntityId| self.all[id].kind == EntityKind::Actor(ActorType::State);
        let mut parts: Vec<Option<bool>> = vec![None; self.all.len()];
        for (index, id) in self.entity_of.iter().enumerate() {
            let Some(id) = id.filter(|&id| state(id)) else {
                continue;
            };
            let known = parts[id].unwrap_or(false);
            // A headline tells too little: "Orle talks enter second week".
            let body = self.pieces[index].body;
            parts[id] = Some(known || body && self.tells_of_part(index));
        }
        for (id, part) in parts.into_iter().enumerate() {
            self.all[id].origin = part == Some(false);
        }
    }

    /// Whether somebody is a state that takes part in what is told.
    pub(super) fn is_party_state(&self, id: EntityId) -> bool {
        self.all[id].kind == EntityKind::Actor(ActorType::State)
            && !self.all[id].origin
            && !self.is_one_time_town(id)
            && !self.is_passing_guess(id)
    }

    /// "a height between Velmar and the river": a guess that is named once and decides nothing.
    fn is_passing_guess(&self, id: EntityId) -> bool {
        self.guesses.contains(&id)
            && self.facts[id].named < 2
            && !(self.pieces.iter().zip(&self.entity_of)).any(|(piece, of)| {
                *of == Some(id)
                    && (self.decides(piece.words.clone())
                        // "talks with Velmar"
                        || matches!(
                            self.preposition(piece.words.start),
                            Some("with" | "between" | "against")
                        ))
            })
    }

    /// "We did not build it for Toronto": a town that is named once and for which somebody does something.
    fn is_one_time_town(&self, id: EntityId) -> bool {
        self.facts[id].country.is_none()
            && self.facts[id].named < 2
            && matches!(
                self.lexicon.gazetteer.place(&self.all[id].name),
                Some(GazetteerPlace::City(_))
            )
    }

    /// Whether the report names a state that takes part.
    pub(super) fn has_party_states(&self) -> bool {
        (0..self.all.len()).any(|id| self.is_party_state(id))
    }

    /// Whether a name of a state tells more than where something is from.
    fn tells_of_part(&self, piece: usize) -> bool {
        let range = self.pieces[piece].words.clone();
        let noun = self.noun_from(range.end);
        let public = || noun.is_some_and(|noun| self.speaks_for_a_state(noun));
        match self.pieces[piece].kind {
            // "the Dutch", but not "the Dutch growers"
            PieceKind::Demonym(_, of_people) => {
                of_people && noun.is_none() && !self.is_one_of_a_people(piece) || public()
            }
            // "its UK head", "UK officials"
            _ if self.is_beside_noun(&range) => noun.is_none() || public(),
            // "Denmark's Skagen Terminals"
            _ if self.has_firm_behind(range.end) => false,
            // "exports to Velmar", "demand from Velmar"
            _ if self.is_market(&range) => false,
            _ => true,
        }
    }

    /// "the tuna goes to Velmar", "good demand from Velmar", "sells it in Velmar": whether a state is where goods go to or
    /// come from.
    fn is_market(&self, name: &std::ops::Range<usize>) -> bool {
        let words = self.words;
        let goods = |word: usize| {
            TRADED.contains(&words.lemma(word)) || self.classes.has("goods", words.lemma(word))
        };
        let top = words.first_conjunct(self.top(name.clone()));
        matches!(self.preposition(name.start), Some("to" | "from" | "in"))
            && matches!(words.rel(top), Rel::Obl | Rel::Nmod)
            && words.head(top).is_some_and(|head| {
                let moved = matches!(
                    words.lemma(head),
                    "export" | "import" | "sell" | "ship" | "buy" | "source"
                );
                moved
                    || goods(head)
                    || matches!(words.lemma(head), "go" | "come" | "flow" | "fetch")
                        && (words.child(head, &[Rel::Nsubj])).is_some_and(goods)
            })
    }

    /// "the Welsh health secretary": whether an adjective stands before those who govern or speak for the land.
    pub(super) fn is_of_officials(&self, piece: usize) -> bool {
        matches!(self.pieces[piece].kind, PieceKind::Demonym(_, false))
            && (self.noun_from(self.pieces[piece].words.end))
                .is_some_and(|noun| self.speaks_for_a_state(noun))
    }

    /// "Denmark's Skagen Terminals": whether a company is named behind a possessive.
    fn has_firm_behind(&self, mark: usize) -> bool {
        matches!(self.form_at(mark), "'s" | "’s" | "'" | "’")
            && (self.piece_at.get(mark + 1).copied().flatten())
                .and_then(|piece| self.entity_of[piece])
                .is_some_and(|id| self.all[id].kind == EntityKind::Actor(ActorType::Company))
    }

    /// "the Dutchman": one of a people, and not the state.
    fn is_one_of_a_people(&self, piece: usize) -> bool {
        let name = self.piece_text(piece);
        (self.lexicon.gazetteer.demonym(&name))
            .is_some_and(|demonym| demonym.singular && !demonym.plural && !demonym.adjective)
    }

    /// Whether a name stands before a noun that it describes.
    fn is_beside_noun(&self, name: &std::ops::Range<usize>) -> bool {
        // "Canadian and Korean investors"
        let top = self.words.first_conjunct(self.top(name.clone()));
        matches!(
            self.words.rel(top),
            Rel::Compound | Rel::Amod | Rel::NmodDesc
        ) && self.words.head(top).is_some_and(|noun| noun >= name.end)
    }

    /// The last noun of a run of words that may stand before a noun.
    fn noun_from(&self, start: usize) -> Option<usize> {
        (start..(start + 5).min(self.words.len()))
            .take_while(|&word| Finder::is_nominal(self.words, word))
            .last()
    }

    /// Whether a noun is of those who govern a state or speak for it: "government", "ministry", "minister", "diplomats".
    pub(super) fn speaks_for_a_state(&self, noun: usize) -> bool {
        let lemma = self.words.lemma(noun);
        let title = |lemma: &str| {
            (self.lexicon.roles.role_of(lemma)).is_some_and(|role| {
                matches!(
                    role.class,
                    RoleClass::HeadOfState
                        | RoleClass::HeadOfGovernment
                        | RoleClass::Minister
                        | RoleClass::SecurityOfficial
                        | RoleClass::Legislator
                        | RoleClass::LegislativeLeader
                        | RoleClass::Envoy
                        | RoleClass::Negotiator
                        | RoleClass::Mediator
                        | RoleClass::Diplomat
                        | RoleClass::Spokesperson
                        | RoleClass::Official
                        | RoleClass::Aide
                        | RoleClass::Military
                )
            })
        };
        // "the Kenyan Prime Minister": a title with a capital of its own.
        let titled =
            self.piece_at[noun].is_some_and(|piece| self.pieces[piece].kind == PieceKind::Title);
        titled
            || self.classes.has_any(&["party", "bodies"], lemma)
            || self.classes.has("bodies", self.lower(noun))
            || self.words.xpos(noun) != Xpos::Cd && title(lemma)
    }
}
