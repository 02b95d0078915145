//! Whose officer is named: "The fisheries cooperative has a boat. Its head, Nils Orme, said …". Whoever was told of right
//! before has that office, and is a body for having it, though the report gives it no name.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::{EntityId, EntityKind};

/// How many sentences back whoever has an officer may stand.
const REACH: usize = 3;

/// Officers of a company, a union, a club or a fund, and of no government.
const OFFICERS: &[&str] = &[
    "executive",
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "director",
    "treasurer",
    "manager",
    "owner",
    "founder",
    "rector",
    "dean",
    "coach",
    "editor",
    "organiser",
    "organizer",
    "steward",
    "shareholder",
    "member",
    "ceo",
    "captain",
];

/// Classes of nouns for people who have an officer together: "the importers", "the growers".
const PEOPLE: &[&str] = &[
    "persons",
    "unnamed",
    "a-union",
    "a-company",
    "a-movement",
    "stakes",
    "civic",
];

impl Discourse<'_, '_> {
    /// Whom "its" and "their" mean before the office of somebody named beside it, where whom they were `found` to mean was
    /// told of no later.
    pub(super) fn officered_before(
        &mut self,
        word: usize,
        found: Option<EntityId>,
    ) -> Option<EntityId> {
        let words = self.work.words;
        let office = words.head(word).filter(|&office| {
            words.rel(word) == Rel::NmodPoss && office > word && !self.quoted[word]
        })?;
        let officer = self.work.of_word[office].filter(|&id| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::Person)
                && self.work.facts[id].named > 0
        })?;
        let of_office = (word + 1..=office).any(|at| {
            self.work.classes.has("persons", words.lemma(at))
                && self.work.of_word[at] == Some(officer)
        });
        if !of_office {
            return None;
        }
        let told = self.told_right_before(word)?;
        let nearer = found.is_some()
            && (self.recent.iter())
                .any(|recent| recent.entity == found && recent.sentence >= words.sentence_of(told));
        if nearer {
            return None;
        }
        let many = self.work.lower(word) == "their";
        self.as_body(told).filter(|&id| match many {
            // "Their chairman": of no state and of no company.
            true => {
                use ActorType::{Company, GovernmentBody, InternationalOrganisation, State};
                self.work.facts[id].plural
                    || !matches!(
                        self.work.all[id].kind,
                        EntityKind::Actor(
                            Company | GovernmentBody | InternationalOrganisation | State
                        )
                    )
            }
            false => !self.work.facts[id].plural || words.xpos(told) != Xpos::Nns,
        })
    }

    /// "The government met the union. Its general secretary …": no state and no government has such an officer; the last body
    /// told of that is neither.
    pub(super) fn run_by(&self, word: usize, found: Option<EntityId>) -> Option<EntityId> {
        use ActorType::{GovernmentBody, State};
        let words = self.work.words;
        let governs = |id: EntityId| match self.work.all[id].kind {
            // A name of which nothing else is known may be a firm's.
            EntityKind::Actor(State) => self.work.facts[id].country.is_some(),
            EntityKind::Actor(GovernmentBody) => {
                let name = self.work.all[id].name.to_lowercase();
                ["government", "ministry", "cabinet"]
                    .iter()
                    .any(|noun| name.contains(noun))
            }
            _ => false,
        };
        let office = words.head(word).filter(|&office| {
            words.rel(word) == Rel::NmodPoss
                && OFFICERS.contains(&words.lemma(office))
                && found.is_some_and(governs)
        })?;
        let here = words.sentence_of(office);
        (self.recent.iter().rev())
            .take_while(|recent| recent.sentence + REACH > here)
            .filter_map(|recent| recent.entity)
            .find(|&id| self.is_body(id) && !governs(id))
    }

    /// The word of whoever was told of last: the subject of what stands before in the sentence, else of the sentences before
    /// in the paragraph; where a paragraph opens with a quotation, of the one before it.
    fn told_right_before(&self, word: usize) -> Option<usize> {
        let words = self.work.words;
        let sentence = words.sentence_of(word);
        let block = |sentence: usize| {
            let start = words.sentence(sentence).start;
            (self.work.blocks).at(words.span(start..start + 1).start)
        };
        if let Some(found) = self.told_in(sentence, word) {
            return Some(found);
        }
        let here = block(sentence);
        let mut crossed = false;
        for back in 1..=REACH.min(sentence) {
            let before = sentence - back;
            if block(before) != here {
                // "They should publish it," said its chair: of whom the paragraph before told.
                let opening = words.sentence(before + 1).start;
                if crossed || !self.quoted[opening] {
                    return None;
                }
                crossed = true;
            }
            let end = words.sentence(before).end;
            if let Some(found) = self.told_in(before, end) {
                return Some(found);
            }
        }
        None
    }

    /// The last subject of a main clause before a word that is no person and no thing said; else the one body named there.
    fn told_in(&self, sentence: usize, end: usize) -> Option<usize> {
        let words = self.work.words;
        let range = words.sentence(sentence);
        let person = |word: usize| {
            self.work.of_word[word]
                .is_some_and(|id| self.work.all[id].kind == EntityKind::Actor(ActorType::Person))
        };
        let subject = (range.start..end.min(range.end))
            .rev()
            .filter(|&word| matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass))
            .filter(|&word| !self.quoted[word] && !person(word))
            // "Merin finds it sensible, its ambassador said": of whom something is told.
            .filter(|&word| {
                self.rank(word) == 3
                    || end < range.end
                        && self.rank(word) == 2
                        && self.work.of_word[word].is_some_and(|id| self.is_body(id))
            })
            .find(|&word| {
                words.upos(word) != Upos::Pron
                    || self.work.of_word[word].is_some_and(|id| self.is_body(id))
            });
        // "The fund is leaning towards it, two people with knowledge of it said."
        let subject = subject.map(|subject| self.subject_reported(subject).unwrap_or(subject));
        if subject.is_some() || end < range.end {
            return subject;
        }
        // "Into this stepped the Orme Foundation.", "For the centre even that falls short."
        let mut bodies = range.filter(|&word| {
            !self.quoted[word]
                && words.rel(word) != Rel::NmodPoss
                && (self.work.of_word[word].is_some_and(|id| {
                    self.is_body(id)
                        && self.work.piece_at[word]
                            .is_none_or(|piece| self.work.pieces[piece].words.end == word + 1)
                }))
        });
        let first = bodies.next()?;
        let id = self.work.of_word[first];
        bodies
            .all(|word| self.work.of_word[word] == id)
            .then_some(first)
    }

    /// Of whom somebody without a name tells who is the subject of a verb of speech.
    fn subject_reported(&self, subject: usize) -> Option<usize> {
        let words = self.work.words;
        let unnamed = self.work.of_word[subject]
            .is_some_and(|id| self.work.all[id].kind == EntityKind::Actor(ActorType::Unnamed));
        let verb = words
            .head(subject)
            .filter(|&verb| unnamed && self.work.classes.has("tell", words.lemma(verb)))?;
        let told = match words.rel(verb) {
            Rel::Parataxis => words.head(verb),
            _ => words.child(verb, &[Rel::Ccomp, Rel::Parataxis]),
        }?;
        words.child(told, &[Rel::Nsubj, Rel::NsubjPass])
    }

    /// The body that a noun with an officer is.
    fn as_body(&mut self, noun: usize) -> Option<EntityId> {
        let words = self.work.words;
        if words.child(noun, &[Rel::Conj]).is_some() {
            return None;
        }
        // "Brun's partner, the Hearth party, objects", "The opposition Merin Front is divided": the name.
        let apposed = words.child(noun, &[Rel::Appos]);
        let name_behind = (self.work.piece_at.get(noun + 1).copied().flatten())
            .and_then(|piece| self.work.pieces[piece].words.end.checked_sub(1));
        let named = (apposed.into_iter())
            .flat_map(|word| [word, word.saturating_sub(1)])
            .chain(name_behind)
            .filter(|&word| self.work.piece_at[word].is_some() || apposed == Some(word))
            .filter_map(|name| self.work.of_word[name])
            .find(|&id| self.is_body(id));
        if named.is_some() && self.work.piece_at[noun].is_none() {
            return named;
        }
        let Some(id) = self.work.of_word[noun] else {
            return self.raised_by_officer(noun);
        };
        let kind = match self.work.all[id].kind {
            EntityKind::Actor(ActorType::Person | ActorType::Media) => return None,
            // "The Orme importers have bought it. Their spokesman, Nils Orme, …"
            EntityKind::Actor(ActorType::Unnamed) if self.work.facts[id].plural => {
                ActorType::Movement
            }
            EntityKind::Actor(ActorType::Unnamed) | EntityKind::Thing => return None,
            EntityKind::Actor(_) => return Some(id),
            // "Aster is on board. Its river commissioner, Nils Orme, …"
            EntityKind::Place => ActorType::GovernmentBody,
        };
        self.work.all[id].kind = EntityKind::Actor(kind);
        self.work.all[id].party.get_or_insert(id);
        self.work.tells.push(id);
        Some(id)
    }

    /// Makes a body of a description that has an officer.
    fn raised_by_officer(&mut self, noun: usize) -> Option<EntityId> {
        let words = self.work.words;
        let classes = self.work.classes;
        let lemma = words.lemma(noun);
        let phrase = self.work.phrase(noun);
        let several = words.xpos(noun) == Xpos::Nns;
        // "the railway section of the Carters' Union": of the union.
        let owner = (phrase.owners.iter()).find_map(|&owner| self.work.of_word[owner]);
        if let Some(owner) = owner.filter(|&owner| self.is_body(owner)) {
            return Some(owner).filter(|_| !several);
        }
        let fits = match several {
            true => classes.has_any(PEOPLE, lemma) && phrase.number.is_none(),
            false => {
                words.xpos(noun) == Xpos::Nn
                    && (phrase.article == "the" || phrase.owned)
                    && self.work.is_body_noun(lemma)
                    && !classes.has("gatherings", lemma)
            }
        };
        if !fits || self.work.piece_at[noun].is_some() {
            return None;
        }
        let (name, kind) = match several {
            true => (self.name_of(&phrase), ActorType::Movement),
            // "the smaller province of Aster"
            false if phrase.end > noun + 1 => (
                self.work.text(noun..phrase.end),
                self.kind_officered(&phrase, lemma),
            ),
            false => (
                self.named_in_full(&phrase, lemma),
                self.kind_officered(&phrase, lemma),
            ),
        };
        let id = self.body(name, kind);
        self.work.all[id].party.get_or_insert(id);
        let bare = words.lower(noun).to_owned();
        if self.work.all[id].name != bare && !self.work.all[id].aliases.contains(&bare) {
            self.work.all[id].aliases.push(bare);
        }
        self.work.facts[id].plural |= several;
        self.work.learn_noun(id, lemma);
        self.work.tells.push(id);
        self.mention_phrase(&phrase, id);
        Some(id)
    }
}
