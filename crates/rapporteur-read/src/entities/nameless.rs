//! Words that are no state, whatever they do: "Riders want more", "Order opposed both", "Saturdays".

use rapporteur_lexicon::{GazetteerPlace, fold_name};
use rapporteur_model::{ActorType, month_of, weekday_of};
use rapporteur_syntax::{Upos, Xpos};

use super::evidence::Evidence;
use super::gather::Work;
use super::{EntityKind, only};

/// What a word turns out to be that is no state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nameless {
    /// People in general, with a capital from the sentence.
    People,
    /// Some body, or nothing that acts.
    Other(EntityKind),
}

impl Work<'_> {
    /// What a name of one word is that would be a state only because it acts, where the word is a common one: the report
    /// has it in lower case too, or it is a day, a number, a sum, people in the plural.
    pub(super) fn common_word(&self, cluster: &[usize], told: &Evidence) -> Option<Nameless> {
        let first = *cluster.first()?;
        let range = self.pieces[first].words.clone();
        if range.len() != 1 || told.governs > 0 {
            return None;
        }
        let words = self.words;
        let word = range.start;
        let (form, lower) = (words.form(word), words.lower(word));
        let one = lower.strip_suffix('s');
        let day = one.is_some_and(|day| weekday_of(day).is_some() || month_of(day).is_some());
        let number = cluster
            .iter()
            .all(|&piece| words.upos(self.pieces[piece].words.start) == Upos::Num)
            || form.contains(|c: char| c.is_ascii_digit());
        if day || number {
            return Some(Nameless::Other(EntityKind::Thing));
        }
        let people = one.is_some_and(|one| {
            self.classes.has_any(
                &[
                    "stakes",
                    "civic",
                    "a-union",
                    "a-movement",
                    "persons",
                    "unnamed",
                ],
                one,
            )
        }) || lower.strip_suffix("men").is_some_and(|stem| {
            !stem.is_empty() && self.classes.has("stakes", &format!("{stem}man"))
        });
        if people {
            return Some(Nameless::People);
        }
        let political = self.setting.parties
            && self
                .classes
                .has_any(&["political", "lists", "banners"], lower);
        if political {
            let party = EntityKind::Actor(ActorType::PoliticalParty);
            return Some(Nameless::Other(party));
        }
        let written_small = (0..words.len()).any(|at| {
            let other = words.form(at);
            other.len() == form.len()
                && other.starts_with(char::is_lowercase)
                && words.lower(at) == lower
                && matches!(
                    words.upos(at),
                    Upos::Noun | Upos::Adj | Upos::Verb | Upos::Num
                )
        });
        let plural = matches!(words.xpos(word), Xpos::Nns) && lower.ends_with('s');
        (written_small || plural).then_some(Nameless::Other(EntityKind::Thing))
    }

    /// "Mtwara" in a report of Tanzania: whether a name is that of a town of a state which the report names.
    pub(super) fn is_town_of_another(&self, text: &str) -> bool {
        let Some(GazetteerPlace::City(city)) = self.lexicon.gazetteer.place(text) else {
            return false;
        };
        (0..self.all.len()).any(|id| {
            self.facts[id].country.is_some_and(|country| {
                (self.lexicon.gazetteer.countries.get(country))
                    .is_some_and(|country| std::ptr::eq(country, city.country))
            })
        })
    }

    /// Takes the pieces of a word that names nobody from the names of the report.
    pub(super) fn let_be_common(&mut self, cluster: &[usize]) {
        for &piece in cluster {
            for word in self.pieces[piece].words.clone() {
                self.piece_at[word] = None;
            }
        }
    }

    /// Whether the adjective of a name is told: "the Beloran army" beside Belora.
    pub(super) fn has_demonym(
        demonyms: &std::collections::HashMap<String, String>,
        name: &str,
    ) -> bool {
        let key = fold_name(name);
        demonyms.values().any(|base| *base == key)
    }

    /// The one state whose name of two words ends in what it is and begins with the word that an adjective is of: the Orle
    /// Federation, of "Orlan".
    pub(super) fn realm_of_adjective(&self, key: &str) -> Option<super::EntityId> {
        let realms = (self.all.iter().enumerate()).filter(|(_, entity)| {
            entity.kind == EntityKind::Actor(ActorType::State)
                && (entity.name.split_once(' ')).is_some_and(|(first, rest)| {
                    self.classes.has("realms", &rest.to_lowercase())
                        && super::demonyms::is_demonym(key, &fold_name(first))
                })
        });
        only(realms).map(|(id, _)| id)
    }
}
