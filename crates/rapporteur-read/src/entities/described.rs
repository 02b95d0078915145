//! Bodies told again by what they are: "the carrier" where "Merin Air, the carrier," is named, "Brun's union", "Ada Brun
//! said the charity would …".

use std::ops::Range;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::gather::Work;
use super::joined::ends_in;
use super::kinds::{noun_after, noun_before};
use super::phrases::Phrase;
use super::{EntityId, EntityKind, Mention, MentionKind, only};

/// Nouns that a body of any kind but a state is called by.
const OF_ANY: &[&str] = &[
    "organisation",
    "organization",
    "group",
    "association",
    "federation",
    "confederation",
    "league",
    "society",
    "network",
    "campaign",
    "coalition",
    "alliance",
    "institute",
    "institution",
    "foundation",
    "charity",
    "fund",
    "trust",
    "club",
    "team",
    "forum",
    "body",
    "ngo",
    "consortium",
    "cooperative",
    "outfit",
];

/// Nouns of bodies that a town, a province or a state has.
const PUBLIC: &[&str] = &[
    "ministry",
    "department",
    "agency",
    "authority",
    "commission",
    "council",
    "city",
    "town",
    "county",
    "municipality",
    "province",
    "region",
    "canton",
    "district",
    "borough",
    "village",
    "commune",
    "board",
    "bureau",
    "office",
    "committee",
];

/// Nouns of states.
const REALMS: &[&str] = &[
    "country",
    "nation",
    "kingdom",
    "republic",
    "emirate",
    "sultanate",
    "principality",
    "monarchy",
    "archipelago",
    "state",
    "island",
];

impl Work<'_> {
    /// Whether a body of that kind may be called by that noun: "the company" is no union.
    pub(super) fn may_be_called(&self, kind: ActorType, lemma: &str) -> bool {
        use ActorType::{
            Alliance, ArmedGroup, Company, GovernmentBody, InternationalOrganisation, Media,
            Movement, PoliticalParty, State, Union,
        };
        let classes = self.classes;
        let firm = classes.has("firms", lemma)
            || matches!(lemma, "business" | "bank" | "concern" | "outfit" | "chain")
            || classes.has("a-company", lemma) && lemma != "management";
        match kind {
            State => REALMS.contains(&lemma) || matches!(lemma, "province" | "region"),
            Company => {
                firm || classes.has("institutions", lemma)
                    || OF_ANY.contains(&lemma) && !matches!(lemma, "federation" | "league")
            }
            Media => matches!(
                lemma,
                "broadcaster" | "newspaper" | "network" | "station" | "channel" | "company"
            ),
            Union => {
                matches!(lemma, "union" | "brotherhood" | "guild")
                    || OF_ANY.contains(&lemma) && lemma != "fund"
            }
            PoliticalParty => {
                matches!(
                    lemma,
                    "party" | "movement" | "faction" | "caucus" | "bloc" | "list"
                ) || matches!(lemma, "group" | "alliance" | "coalition")
            }
            ArmedGroup => {
                matches!(lemma, "movement" | "front" | "faction" | "militia" | "army")
                    || matches!(
                        lemma,
                        "group" | "organisation" | "organization" | "alliance" | "coalition"
                    )
            }
            Movement => {
                matches!(
                    lemma,
                    "movement" | "community" | "party" | "front" | "church" | "tribe" | "union"
                ) || OF_ANY.contains(&lemma)
                    || classes.has("institutions", lemma)
            }
            Alliance => {
                matches!(lemma, "bloc" | "grouping" | "union" | "caucus")
                    || OF_ANY.contains(&lemma) && lemma != "charity"
            }
            InternationalOrganisation => {
                matches!(
                    lemma,
                    "bloc" | "union" | "mission" | "court" | "bank" | "secretariat"
                ) || matches!(
                    lemma,
                    "agency" | "commission" | "authority" | "council" | "board"
                ) || OF_ANY.contains(&lemma)
            }
            GovernmentBody => {
                PUBLIC.contains(&lemma)
                    || classes.has("bodies", lemma)
                    || classes.has("institutions", lemma)
                    || matches!(lemma, "state" | "fund" | "institute" | "service" | "house")
            }
            _ => false,
        }
    }

    /// The party of somebody, if it is a body of its own.
    fn body_behind_person(&self, person: EntityId) -> Option<EntityId> {
        let one = matches!(
            self.all[person].kind,
            EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
        );
        self.party_of(person).filter(|&party| {
            one && party != person
                && matches!(
                    self.all[party].kind,
                    EntityKind::Actor(kind) if !matches!(kind, ActorType::Person | ActorType::Unnamed)
                )
        })
    }

    /// "Brun's union", "her organisation", "Ms Brun's members", "his people": the side of the person who has them.
    pub(super) fn side_of_owner(
        &self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
    ) -> Option<EntityId> {
        let owner = *phrase.owners.first().filter(|_| phrase.owned)?;
        // "her former union", "his opponent's party": another's.
        let plain = (phrase.inner..phrase.head).all(|word| self.lower(word) == "own");
        let side = self.body_behind_person(self.of_word[owner]?)?;
        let EntityKind::Actor(kind) = self.all[side].kind else {
            return None;
        };
        let fits = match plural {
            true => {
                // "the prime minister's people", "Brun's members"; a state has citizens.
                let pronoun = self.words.xpos(owner) == Xpos::PrpPoss;
                matches!(lemma, "member" | "activist" | "colleague")
                    && !matches!(kind, ActorType::State)
                    || matches!(lemma, "person" | "people") && !pronoun
            }
            false => self.may_be_called(kind, lemma),
        };
        (plain && fits).then_some(side)
    }

    /// "Ada Brun, who runs the shelter, said the charity would stay", "The town is behind it, the mayor told them": what a
    /// speaker tells of the one body that is spoken for.
    pub(super) fn side_of_teller(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let side = self.body_behind_person(self.teller_of(phrase)?)?;
        let EntityKind::Actor(kind) = self.all[side].kind else {
            return None;
        };
        let country = kind == ActorType::State && self.facts[side].country.is_some();
        (self.may_be_called(kind, lemma) && !country).then_some(side)
    }

    /// Whoever tells what a plainly described body does.
    pub(super) fn teller_of(&self, phrase: &Phrase) -> Option<EntityId> {
        let words = self.words;
        // "the cable operator"
        let trade = self.classes.has("firms", words.lemma(phrase.head))
            && (phrase.inner..phrase.head)
                .all(|word| words.xpos(word) == Xpos::Nn && self.piece_at[word].is_none());
        let plain = phrase.article == "the"
            && (phrase.inner == phrase.head || trade)
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && words.xpos(phrase.head) == Xpos::Nn
            && words
                .child(phrase.head, &[Rel::AclRelcl, Rel::Nmod])
                .is_none();
        let first = words.first_conjunct(phrase.head);
        if !plain
            || first != phrase.head
            || !matches!(words.rel(first), Rel::Nsubj | Rel::NsubjPass)
        {
            return None;
        }
        let mut deed = words.head(first)?;
        if words.rel(deed) == Rel::Conj {
            deed = words.first_conjunct(deed);
        }
        let told = match words.rel(deed) {
            Rel::Ccomp => words.head(deed),
            // "The town is behind it, the mayor told them"
            _ => words
                .children_by(deed, &[Rel::Parataxis])
                .find(|&verb| verb > deed),
        }?;
        let told = Some(told).filter(|&verb| self.classes.has("tell", words.lemma(verb)))?;
        let teller = (words.child(told, &[Rel::Nsubj]))
            .or_else(|| words.child(words.first_conjunct(told), &[Rel::Nsubj]))?;
        self.of_word[teller]
    }

    /// Keeps what bodies are told to be: "Merin Air, the flag carrier,", "the shipper Orme Lines", "Brandt is a kingdom".
    pub(super) fn learn_descriptions(&mut self) {
        let mut told: Vec<(String, EntityId)> = Vec::new();
        for piece in 0..self.pieces.len() {
            let Some(id) = self.entity_of[piece] else {
                continue;
            };
            let EntityKind::Actor(kind) = self.all[id].kind else {
                continue;
            };
            if matches!(kind, ActorType::Person | ActorType::Unnamed) {
                continue;
            }
            let name = self.pieces[piece].words.clone();
            let nouns = [
                self.noun_apposed(&name),
                noun_before(self.words, &name),
                noun_after(self.words, &name),
            ];
            for noun in nouns.into_iter().flatten() {
                let lemma = self.words.lemma(noun);
                if matches!(self.words.xpos(noun), Xpos::Nn | Xpos::Nnp)
                    && self.may_be_called(kind, lemma)
                {
                    told.push((lemma.to_owned(), id));
                }
            }
            // "the Kingdom of Brandt", "Penhallow Creamery"
            for word in name.clone().filter(|_| name.len() > 1) {
                let lower = self.lower(word);
                let head = word + 1 == name.end || self.form_at(word + 1) == "of";
                let called = REALMS.contains(&lower) && kind == ActorType::State
                    || kind == ActorType::Company
                        && lower.is_ascii()
                        && (self.classes.has("firms", lower)
                            || self.classes.has("institutions", lower));
                if head && called {
                    told.push((lower.to_owned(), id));
                }
            }
        }
        told.sort();
        told.dedup();
        self.told_as = told;
    }

    /// The noun of an apposition behind a name: "Petrolith, the operator,", "Orme, a commodity house that …".
    fn noun_apposed(&self, name: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let comma = name.end;
        if self.form_at(comma) != "," || !matches!(self.form_at(comma + 1), "a" | "an" | "the") {
            return None;
        }
        let last = (comma + 2..(comma + 8).min(words.len()))
            .take_while(|&word| {
                matches!(words.upos(word), Upos::Noun | Upos::Adj | Upos::Num)
                    && words.form(word).starts_with(char::is_lowercase)
                    || words.form(word) == "-"
                    || self.piece_at[word].is_some()
            })
            .last()?;
        let next = self.form_at(last + 1);
        let closed = matches!(
            next,
            "," | "." | ";" | "that" | "which" | "of" | "in" | "with" | "for" | "behind"
        );
        (words.upos(last) == Upos::Noun && self.piece_at[last].is_none() && closed).then_some(last)
    }

    /// "the carrier", "the kingdom": the one body of the report that is told to be one.
    pub(super) fn described(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let plain = phrase.article == "the"
            && phrase.inner == phrase.head
            && phrase.owners.is_empty()
            && phrase.number.is_none()
            && self.words.xpos(phrase.head) == Xpos::Nn;
        if !plain {
            return None;
        }
        let called = (self.told_as.iter())
            .filter(|(noun, _)| noun == lemma)
            .map(|&(_, id)| id);
        only(called)
    }

    /// Sides of people whose party was not known before: "her union", "Ada Brun said the charity would …".
    pub(super) fn settle_sides(&mut self) {
        for head in 0..self.words.len() {
            if self.words.upos(head) != Upos::Noun || self.piece_at[head].is_some() {
                continue;
            }
            if let Some(known) = self.of_word[head] {
                self.settle_told_side(head, known);
                continue;
            }
            let stands = matches!(
                self.words.rel(self.words.first_conjunct(head)),
                Rel::Nsubj | Rel::NsubjPass | Rel::OblAgent | Rel::NmodPoss
            );
            if !stands || !self.is_noun_head(head) {
                continue;
            }
            let phrase = self.phrase(head);
            let lemma = self.words.lemma(head);
            let plural = self.words.xpos(head) == Xpos::Nns;
            let side = self
                .side_of_owner(&phrase, lemma, plural)
                .or_else(|| self.side_of_own_delegation(&phrase, lemma))
                .or_else(|| self.side_of_teller(&phrase, lemma));
            let Some(side) = side else { continue };
            self.of_word[head] = Some(side);
            self.mentions.push(Mention {
                words: phrase.start..phrase.end,
                head,
                entity: side,
                kind: MentionKind::Nominal,
            });
        }
    }

    /// "She said the company would wait", where her company was not known when the company that was told of last was taken
    /// for it.
    fn settle_told_side(&mut self, head: usize, known: EntityId) {
        let lemma = self.words.lemma(head);
        let loosely = matches!(
            self.all[known].kind,
            EntityKind::Actor(kind) if !matches!(kind, ActorType::Person | ActorType::Unnamed)
        ) && !ends_in(&self.all[known].name, lemma)
            && !self
                .told_as
                .iter()
                .any(|(noun, id)| *id == known && noun == lemma);
        if !loosely || !self.is_noun_head(head) {
            return;
        }
        let phrase = self.phrase(head);
        let Some(side) = (self.side_of_teller(&phrase, lemma)).filter(|&side| side != known) else {
            return;
        };
        self.of_word[head] = Some(side);
        for mention in &mut self.mentions {
            if mention.head == head && mention.entity == known {
                mention.entity = side;
            }
        }
    }

    /// "his side", "her delegation": of whoever has it.
    fn side_of_own_delegation(&self, phrase: &Phrase, lemma: &str) -> Option<EntityId> {
        let owner = *phrase.owners.first().filter(|_| phrase.owned)?;
        let side = matches!(
            lemma,
            "side" | "delegation" | "team" | "camp" | "government" | "party"
        );
        (side && phrase.inner == phrase.head)
            .then(|| self.body_behind_person(self.of_word[owner]?))
            .flatten()
    }
}
