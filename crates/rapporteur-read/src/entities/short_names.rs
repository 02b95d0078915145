//! Short forms of names: "the Trust", "the Union", "Agrarians", "MLA", where the report tells the whole name elsewhere.

use std::collections::HashMap;

use rapporteur_lexicon::fold_name;
use rapporteur_model::ActorType;

use super::gather::Work;
use super::names::{Piece, PieceKind};
use super::organisations::opened_by;
use super::{EntityKind, only};

impl Work<'_> {
    /// "Liberals", where the report has a Liberal Forum, are that and not the party that the lexicon knows.
    pub(super) fn prefer_own_parties(&mut self) {
        let openings: Vec<&str> = (self.pieces.iter())
            .filter(|piece| {
                piece.words.len() > 1
                    && piece.kind == PieceKind::Organisation(ActorType::PoliticalParty)
            })
            .map(|piece| self.words.lower(piece.words.start))
            .collect();
        for index in 0..self.pieces.len() {
            let text = self.piece_text(index).to_lowercase();
            let one = text.strip_suffix('s').unwrap_or(&text);
            if matches!(
                self.pieces[index].kind,
                PieceKind::Known(_) | PieceKind::Organisation(_)
            ) && openings.contains(&one)
            {
                self.pieces[index].kind = PieceKind::Open;
            }
        }
    }

    /// "PA", where the report has a Players' Association and no Palestinian Authority: what the report itself calls so comes
    /// before what the lexicon knows.
    pub(super) fn prefer_own_letters(&mut self) {
        let own: Vec<String> = (self.pieces.iter())
            .filter(|piece| {
                piece.words.len() > 1
                    && matches!(piece.kind, PieceKind::Organisation(_) | PieceKind::Open)
            })
            .map(|piece| self.text(piece.words.clone()))
            .collect();
        for index in 0..self.pieces.len() {
            let PieceKind::Known(known) = self.pieces[index].kind else {
                continue;
            };
            let text = self.piece_text(index);
            let short = self.pieces[index].words.len() == 1 && text.chars().count() <= 5;
            let in_full = || {
                (self.pieces.iter())
                    .any(|other| other.kind == PieceKind::Known(known) && other.words.len() > 1)
            };
            if short && own.iter().any(|name| is_acronym(&text, name)) && !in_full() {
                self.pieces[index].kind = PieceKind::Open;
            }
        }
    }

    /// "the rebel Union of Free Peaks", then "the Union": the first or last word of one body's name alone is that body.
    pub(super) fn open_short_bodies(&mut self) {
        let is_body =
            |piece: &Piece| matches!(piece.kind, PieceKind::Organisation(_) | PieceKind::Known(_));
        for index in 0..self.pieces.len() {
            let piece = &self.pieces[index];
            let word = piece.words.start;
            // "Local 88", where the report has the Dockers' Union Local 88
            let ending = format!(" {}", fold_name(&self.text(piece.words.clone())));
            if self.words.lower(word) == "local"
                && piece.words.len() == 2
                && self.pieces.iter().any(|other| {
                    is_body(other) && fold_name(&self.text(other.words.clone())).ends_with(&ending)
                })
            {
                self.pieces[index].kind = PieceKind::Open;
                continue;
            }
            // "the Congress", where the report has a Freedom Congress, is no other state's.
            let known = matches!(piece.kind, PieceKind::Known(_));
            let short = piece.words.len() == 1
                && (known || matches!(piece.kind, PieceKind::Organisation(_)))
                && word > 0
                && self.words.form(word - 1).eq_ignore_ascii_case("the");
            if !short {
                continue;
            }
            let form = self.words.form(word);
            let own = |other: &&Piece| {
                other.words.len() > 1
                    && match known {
                        true => matches!(other.kind, PieceKind::Organisation(_)),
                        false => is_body(other),
                    }
            };
            let names = |fits: &dyn Fn(&Piece) -> bool| {
                let mut whole: Vec<String> = (self.pieces.iter())
                    .filter(own)
                    .filter(|other| fits(other))
                    .map(|other| fold_name(&self.text(other.words.clone())))
                    .collect();
                whole.sort_unstable();
                whole.dedup();
                whole
            };
            let last = |other: &Piece| self.words.form(other.words.end - 1) == form;
            let mut whole = names(&|other: &Piece| {
                last(other)
                    || self.words.form(other.words.start) == form
                    || (other.words.clone().skip(1))
                        .any(|at| self.form_at(at) == "of" && self.words.form(at - 1) == form)
            });
            if known && whole.len() > 1 {
                whole = names(&last);
            }
            if whole.len() == 1 {
                self.pieces[index].kind = PieceKind::Open;
            }
        }
    }

    /// Open names and organisations that are a short form of another name.
    pub(super) fn short_forms(&mut self) {
        // Every name as it is compared, and whether it is that of a country.
        let known: Vec<(String, bool)> = (self.all.iter())
            .map(|entity| {
                let country = self.lexicon.gazetteer.country(&entity.name).is_some();
                (fold_name(&entity.name), country)
            })
            .collect();
        let brackets = self.bracketed_letters();
        for index in 0..self.pieces.len() {
            if self.entity_of[index].is_some() || self.pieces[index].kind != PieceKind::Open {
                continue;
            }
            let text = self.piece_text(index);
            let folded = fold_name(&text);
            if let Some(&named) = brackets.get(&text) {
                self.entity_of[index] = Some(named);
                continue;
            }
            if let Some(korea) = self.korea_of(&folded) {
                self.entity_of[index] = Some(korea);
                continue;
            }
            let (ending, opening) = (format!(" {folded}"), format!("{folded} "));
            let middle = format!("{ending} of ");
            let one = folded.strip_suffix('s').map(|one| format!("{one} "));
            let start = self.pieces[index].words.start;
            let person = self.all.iter().zip(&known).position(|(entity, (key, _))| {
                entity.kind == EntityKind::Actor(ActorType::Person)
                    && (key.ends_with(&ending) || *key == folded)
            });
            if person.is_some() {
                self.entity_of[index] = person;
                continue;
            }
            // "Mr Orme": nobody's firm, though there are Orme Foods.
            if start > 0 && super::addressed::is_courtesy(self.lower(start - 1)) {
                continue;
            }
            let article =
                start > 0 && matches!(self.words.lemma(start - 1), "the" | "its" | "their");
            let body = self
                .all
                .iter()
                .zip(&known)
                .position(|(entity, (key, country))| {
                    let EntityKind::Actor(kind) = entity.kind else {
                        return false;
                    };
                    if kind == ActorType::Person
                        || kind == ActorType::State && (*country || !entity.name.contains(' '))
                    {
                        return false;
                    }
                    // "the Front", of the Revolutionary Front of Tolsk
                    let last = article
                        && (key.ends_with(&ending)
                            || !folded.contains(' ') && key.contains(&middle));
                    // "the Union", where there is a Union of Free Peaks, but "Trade" is no Trade Board.
                    let opens = key.starts_with(&opening)
                        && (!self.classes.has("modifiers", &folded)
                            || article && self.classes.has("union", &folded));
                    // "Merin Blue" is a company: "Merin" alone is it too. "The Agrarians" are the Agrarian Union.
                    let company = kind == ActorType::Company && opens;
                    // "Orle", of the Orle Federation
                    let realm = kind == ActorType::State
                        && !folded.contains(' ')
                        && key
                            .strip_prefix(&opening)
                            .is_some_and(|rest| self.classes.has("realms", rest));
                    // "Galway Street" of Galway Street Stores, "St Olave's" of St Olave's Hospitals
                    let several = kind != ActorType::State && folded.contains([' ', '\'']) && opens;
                    let members = matches!(
                        kind,
                        ActorType::PoliticalParty | ActorType::Movement | ActorType::Union
                    ) && one.as_ref().is_some_and(|one| key.starts_with(one));
                    // "a Liberal deputy"
                    let member = kind == ActorType::PoliticalParty
                        && (opens || key.strip_suffix('s') == Some(&folded))
                        && self.is_role_behind(index);
                    // "Guild director Ada Brun"
                    let generic = key.ends_with(&ending)
                        && self.classes.has_any(
                            &[
                                "union",
                                "company",
                                "alliance",
                                "international",
                                "political",
                                "media",
                            ],
                            &folded,
                        );
                    // "Board chair Ada Brun", "Alliance director June Foley"
                    let body = self.classes.has_any(
                        &[
                            "offices",
                            "councils",
                            "alliance",
                            "international",
                            "union",
                            "movement",
                            "armed",
                            "lists",
                        ],
                        &folded,
                    );
                    let officer = body
                        && (key.ends_with(&ending) || key.starts_with(&opening))
                        && self.is_role_behind(index);
                    // "Merin" of Grupo Merin, "Verde" of the Partido Verde
                    let foreign = key.ends_with(&ending)
                        && (key.split_once(' ')).is_some_and(|(first, rest)| {
                            rest == folded && opened_by(self.classes, first).is_some()
                        });
                    // "Local 88" of the Dockers' Union Local 88
                    let numbered =
                        key.ends_with(&ending) && folded.ends_with(|c: char| c.is_ascii_digit());
                    // "the Merin ministry", where there is a Merin Brigade: the word describes the ministry.
                    let end = self.pieces[index].words.end;
                    let describes = super::names::Finder::is_nominal(self.words, end)
                        && self.words.form(end).starts_with(char::is_lowercase);
                    // "Unity" of the Unity Party
                    let banner = kind == ActorType::PoliticalParty && opens && !describes;
                    last || article && opens && !describes
                        || *key == folded
                        || generic
                        || officer
                        || company
                        || realm
                        || several
                        || numbered
                        || foreign
                        || banner
                        || members
                        || member
                        || is_acronym(&text, &entity.name)
                });
            if body.is_some() {
                self.entity_of[index] = body;
                continue;
            }
            // The first name, or the family name where it comes first.
            let first = self.all.iter().zip(&known).position(|(entity, (key, _))| {
                entity.kind == EntityKind::Actor(ActorType::Person) && key.starts_with(&opening)
            });
            self.entity_of[index] = first;
        }
    }

    /// "the Mineworkers' Assembly (MWA)": what the letters in brackets behind a body's name stand for.
    fn bracketed_letters(&self) -> HashMap<String, super::EntityId> {
        let mut letters = HashMap::new();
        for index in 1..self.pieces.len() {
            let piece = self.pieces[index].words.clone();
            let text = self.piece_text(index);
            let short = (2..9).contains(&text.chars().count())
                && text.chars().all(char::is_uppercase)
                && self.pieces[index].kind == PieceKind::Open
                && piece.start > 0
                && self.form_at(piece.start - 1) == "("
                && self.form_at(piece.end) == ")";
            let Some(named) = self.entity_of[index - 1].filter(|_| short) else {
                continue;
            };
            let body = matches!(
                self.all[named].kind,
                EntityKind::Actor(kind) if !matches!(kind, ActorType::Person | ActorType::State)
            );
            let beside = self.pieces[index - 1].words.end + 1 == piece.start;
            let initial = self.all[named].name.chars().next() == text.chars().next();
            if body && beside && initial {
                letters.insert(text, named);
            }
        }
        letters
    }

    /// "the Koreans", of the one of the two states that the report has.
    fn korea_of(&self, folded: &str) -> Option<super::EntityId> {
        if !matches!(folded, "korea" | "korean" | "koreans") {
            return None;
        }
        let states = (self.all.iter()).enumerate().filter(|(_, entity)| {
            entity.kind == EntityKind::Actor(ActorType::State) && entity.name.ends_with(" Korea")
        });
        only(states).map(|(id, _)| id)
    }

    /// "Lake Sports", where the report has the Lake Sports Network: all of one body's name but its last word.
    pub(super) fn join_short_bodies(&mut self) {
        let body = |kind: &EntityKind| {
            matches!(
                kind,
                EntityKind::Actor(
                    ActorType::Company
                        | ActorType::Union
                        | ActorType::Movement
                        | ActorType::Alliance
                        | ActorType::InternationalOrganisation
                )
            )
        };
        for short in 0..self.all.len() {
            let opening = format!("{} ", self.all[short].name);
            if !body(&self.all[short].kind)
                || self.facts[short].known.is_some()
                || !self.all[short].name.contains(' ')
            {
                continue;
            }
            let mut whole = (self.all.iter()).enumerate().filter(|(_, other)| {
                body(&other.kind)
                    && other
                        .name
                        .strip_prefix(&opening)
                        .is_some_and(|rest| !rest.contains(' '))
            });
            let (Some((full, _)), None) = (whole.next(), whole.next()) else {
                continue;
            };
            for entity in &mut self.entity_of {
                if *entity == Some(short) {
                    *entity = Some(full);
                }
            }
            let facts = std::mem::take(&mut self.facts[short]);
            self.facts[full].named += facts.named;
            self.facts[full].acts += facts.acts;
        }
    }

    /// "Sigrun Hauge … Hauge", "Rosa Quilla Mamani … Quilla": a name alone that ends that of one person or stands behind the
    /// given name, and that is nowhere where somebody would be, is that person, whatever it was taken for.
    pub(super) fn join_surnames(&mut self) {
        for short in 0..self.all.len() {
            let guessed = matches!(
                self.all[short].kind,
                EntityKind::Actor(
                    ActorType::Person
                        | ActorType::State
                        | ActorType::Company
                        | ActorType::Movement
                        | ActorType::Union
                        | ActorType::PoliticalParty
                        | ActorType::ArmedGroup
                        | ActorType::InternationalOrganisation
                        | ActorType::Alliance
                )
            );
            let alone = !self.all[short].name.contains(' ')
                && self.facts[short].country.is_none()
                && self.facts[short].known.is_none();
            if !guessed || !alone {
                continue;
            }
            let alone = &self.all[short].name;
            let ending = format!(" {alone}");
            let mut named = (self.all.iter()).enumerate().filter(|(id, other)| {
                let first_surname = alone.chars().count() > 3
                    && other.name.split(' ').skip(1).any(|name| name == alone);
                *id != short
                    && other.kind == EntityKind::Actor(ActorType::Person)
                    && (other.name.ends_with(&ending) || first_surname)
            });
            let (Some((full, _)), None) = (named.next(), named.next()) else {
                continue;
            };
            let pieces: Vec<usize> = (0..self.pieces.len())
                .filter(|&piece| self.entity_of[piece] == Some(short))
                .collect();
            let somewhere = pieces.iter().any(|&piece| {
                let words = self.pieces[piece].words.clone();
                let before = words.start.checked_sub(1).map(|at| self.lower(at));
                // "According to Brun": to whoever tells it.
                let according = (words.start.checked_sub(2))
                    .is_some_and(|at| before == Some("to") && self.lower(at) == "according");
                // "Orme-Brun": a name of two is hardly one of a place as well.
                let double = words.len() > 2 && self.form_at(words.start + 1) == "-";
                !according
                    && (self.is_locative(words)
                        || matches!(before, Some("the" | "both"))
                        || matches!(before, Some("of" | "between" | "to")) && !double)
            });
            let behind = (pieces.first())
                .is_some_and(|&first| (0..first).any(|piece| self.entity_of[piece] == Some(full)));
            if somewhere || !behind {
                continue;
            }
            for piece in pieces {
                self.entity_of[piece] = Some(full);
            }
            let facts = std::mem::take(&mut self.facts[short]);
            self.facts[full].named += facts.named;
            self.facts[full].acts += facts.acts;
        }
    }

    /// Whether a noun of office or side follows a piece.
    fn is_role_behind(&self, piece: usize) -> bool {
        let end = self.pieces[piece].words.end;
        // "Liberal finance spokesman"
        let portfolio = usize::from(self.classes.has("portfolios", self.lower_lemma(end)));
        let next = self.lower_lemma(end + portfolio);
        self.classes
            .has_any(&["persons", "party", "unnamed", "kin"], next)
    }

    /// "the Lakes Trust", then "the Trust": the last word of one open name alone, with its article, is that name; "Brandal
    /// Verft", then "Brandal": so is the opening of a firm's.
    pub(super) fn join_short_names(
        &self,
        clusters: &mut HashMap<String, Vec<usize>>,
        order: &mut Vec<String>,
    ) {
        let articled = |key: &String| {
            clusters[key].iter().all(|&piece| {
                let start = self.pieces[piece].words.start;
                start > 0 && self.form_at(start - 1).eq_ignore_ascii_case("the")
            })
        };
        let short: Vec<(String, String)> = (order.iter())
            .filter_map(|key| {
                let (opening, ending) = (format!("{key} "), format!(" {key}"));
                let whole = (order.iter())
                    .filter(|other| articled(key) && other.ends_with(&ending))
                    .chain((order.iter()).filter(|other| {
                        other.starts_with(&opening) && self.is_called_by_opening(key, other)
                    }));
                only(whole).map(|whole| (key.clone(), whole.clone()))
            })
            .collect();
        for (key, whole) in short {
            let pieces = clusters.remove(&key).unwrap_or_default();
            order.retain(|other| *other != key);
            clusters.entry(whole).or_default().extend(pieces);
        }
    }
}

/// Whether capitals are the initials of a name, "KeNHA" of the Kenya National Highways Authority: "ALADI" is near enough to
/// "Asociación Latinoamericana de Integración" only where the report says so; here every part has to begin a word.
fn is_acronym(short: &str, name: &str) -> bool {
    let parts = short.char_indices().filter(|(_, c)| c.is_uppercase());
    let starts: Vec<usize> = parts.map(|(at, _)| at).collect();
    if starts.len() < 2 || starts[0] != 0 || !short.chars().all(char::is_alphabetic) {
        return false;
    }
    let ends = starts.iter().copied().skip(1).chain([short.len()]);
    let mut parts = starts.iter().zip(ends).map(|(&from, to)| &short[from..to]);
    let mut words = name
        .split([' ', '-'])
        .filter(|word| word.starts_with(char::is_uppercase));
    (parts.by_ref()).all(|part| words.next().is_some_and(|word| word.starts_with(part)))
        && words.next().is_none()
}
