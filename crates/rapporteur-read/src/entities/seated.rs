//! Places that hold positions in the place of whoever sits there: "Port Orme wants more", where "the committee in Port Orme" is
//! of the Front; of a town that nobody is told to sit in, its own government.

use rapporteur_model::{ActorType, BlockKind};
use rapporteur_syntax::Rel;

use super::gather::Work;
use super::{EntityId, EntityKind, MentionKind};

impl Work<'_> {
    /// Gives each mention of a place that shows a will the side that sits there.
    pub(super) fn seat_sides(&mut self) {
        for index in 0..self.pieces.len() {
            let place = self.entity_of[index];
            let Some(place) = place.filter(|&id| self.all[id].kind == EntityKind::Place) else {
                continue;
            };
            let range = self.pieces[index].words.clone();
            let span = self.words.syntax.tokens.spans[range.start];
            let told = matches!(
                self.blocks.kind(span.start),
                Some(BlockKind::Paragraph | BlockKind::ListItem)
            );
            // "Arica (Chile), 10 July – …"
            let dateline = self.form_at(range.end) == "(" || self.in_dateline(range.start);
            if !told
                || dateline
                || self.is_locative(range.clone())
                || !self.shows_will(range.clone())
            {
                continue;
            }
            let name = self.all[place].name.clone();
            let side = self
                .state_of_capital(&name)
                .or_else(|| self.side_seated(place))
                .or_else(|| self.side_of_who_tells(range.start))
                .or_else(|| self.own_government_of(&name));
            let Some(side) = side else { continue };
            self.entity_of[index] = Some(side);
            for word in range.clone() {
                self.of_word[word] = Some(side);
            }
            for mention in &mut self.mentions {
                if mention.entity == place && range.contains(&mention.head) {
                    mention.entity = side;
                    mention.kind = MentionKind::Name;
                }
            }
            self.facts[side].acts += 1;
            self.facts[side].named += 1;
            if self.all[side].name != name && !self.all[side].aliases.contains(&name) {
                self.all[side].aliases.push(name);
            }
        }
    }

    /// "the government in Chisinau", "officials in Ankara", "a minister in Baku": whether whoever governs is told to sit
    /// in the capital at a word, which names the state then. "UN officials in Nairobi" and "diplomats in Geneva" govern nobody.
    pub(super) fn governs_in(&self, capital: usize) -> bool {
        let Some(noun) = capital.checked_sub(2) else {
            return false;
        };
        let opens = self.words.sentence(self.words.sentence_of(noun)).start == noun;
        if self.lower(capital - 1) != "in"
            || !opens && !self.form_at(noun).starts_with(char::is_lowercase)
        {
            return false;
        }
        let lemma = self.words.lemma(noun);
        let body = matches!(
            lemma,
            "government" | "cabinet" | "parliament" | "presidency" | "junta" | "regime"
        ) || self.lower(noun) == "authorities";
        let people = matches!(
            lemma,
            "official" | "minister" | "lawmaker" | "negotiator" | "policymaker"
        );
        // Whatever describes them may be of another state.
        let plain = (noun.saturating_sub(4)..noun)
            .rev()
            .take_while(|&word| super::names::Finder::is_nominal(self.words, word))
            .all(|word| {
                self.piece_at[word].is_none() && self.form_at(word).starts_with(char::is_lowercase)
            });
        plain && (body || people) && self.words.sentence_of(noun) == self.words.sentence_of(capital)
    }

    /// Whether a word stands in the dateline.
    fn in_dateline(&self, word: usize) -> bool {
        let at = self.words.syntax.tokens.spans[word].start;
        (self.blocks.dateline.as_ref())
            .and_then(|line| line.place)
            .is_some_and(|place| (place.start..place.end).contains(&at))
    }

    /// Whether a place is the subject of a verb of stance, itself or in its relative clause.
    fn shows_will(&self, range: std::ops::Range<usize>) -> bool {
        let top = self.top(range.clone());
        let which = (self.words.children_by(top, &[Rel::AclRelcl])).any(|verb| {
            self.wills_at(verb)
                && (self.words.child(verb, &[Rel::Nsubj]))
                    .is_some_and(|which| self.words.lower(which) == "which")
        });
        let minded = (self.words.head(top)).is_some_and(|predicate| {
            matches!(self.words.rel(top), Rel::Nsubj | Rel::NsubjPass) && self.is_willed(predicate)
        });
        which || minded || self.decides(range)
    }

    /// The state of the report whose capital it is.
    fn state_of_capital(&self, name: &str) -> Option<EntityId> {
        let country = self.lexicon.gazetteer.capital_of(name)?;
        (0..self.all.len()).find(|&id| {
            self.facts[id].country.is_some_and(|index| {
                std::ptr::eq(&self.lexicon.gazetteer.countries[index], country)
            })
        })
    }

    /// The side of a body or person that is told to be in the place: "who chairs the committee in Port Orme".
    fn side_seated(&self, place: EntityId) -> Option<EntityId> {
        (0..self.pieces.len()).find_map(|index| {
            let start = self.pieces[index].words.start;
            if self.entity_of[index] != Some(place) || start < 2 || self.lower(start - 1) != "in" {
                return None;
            }
            let noun = start - 2;
            if let Some(id) = self.of_word[noun] {
                return self.party_of(id);
            }
            // "Brun, who chairs the prisoner committee in Port Orme": the person whose clause it is.
            let persons = self.is_body_noun(self.words.lemma(noun))
                || self.classes.has("persons", self.words.lemma(noun));
            (self.words.ancestors(noun))
                .take(3)
                .filter(|_| persons)
                .find_map(|above| self.of_word[above])
                .and_then(|id| self.party_of(id))
        })
    }

    /// "Brun said Port Orme could stomach it": the side of who tells it, if that is no country.
    fn side_of_who_tells(&self, word: usize) -> Option<EntityId> {
        let words = self.words;
        let verb = words.ancestors(word).find(|&verb| {
            words.rel(verb) == Rel::Ccomp
                && words
                    .head(verb)
                    .is_some_and(|tell| self.classes.has("tell", words.lemma(tell)))
        })?;
        let teller = words.child(words.head(verb)?, &[Rel::Nsubj])?;
        let side = self.party_of(self.of_word[teller]?)?;
        let governs = matches!(
            self.all[side].kind,
            EntityKind::Actor(ActorType::GovernmentBody | ActorType::State | ActorType::ArmedGroup)
        );
        (governs && self.facts[side].country.is_none()).then_some(side)
    }

    /// The government of a place, which nobody else is told to sit in.
    fn own_government_of(&mut self, name: &str) -> Option<EntityId> {
        let known = (0..self.all.len()).find(|&id| {
            self.all[id].kind == EntityKind::Actor(ActorType::GovernmentBody)
                && self.all[id].name == name
        });
        let id = known.unwrap_or_else(|| {
            self.make(
                name.to_owned(),
                EntityKind::Actor(ActorType::GovernmentBody),
            )
        });
        self.all[id].party.get_or_insert(id);
        Some(id)
    }
}
