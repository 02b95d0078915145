//! Groups: "both sides", "the three", "one of the two".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::Discourse;
use crate::dates::number_word;
use crate::entities::names::Finder;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, MentionKind};

/// The largest number of a group that a reader counts: "all twelve".
const MOST_COUNTED: i64 = 12;

/// Nouns of those who face each other at the table, as against offices ("the two envoys").
const SIDES: &[&str] = &[
    "side",
    "party",
    "camp",
    "delegation",
    "rival",
    "government",
    "country",
    "capital",
    "state",
    "nation",
    "neighbour",
    "neighbor",
];

impl Discourse<'_, '_> {
    /// "both sides", "the three", "the two leaders".
    pub(super) fn group(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) -> bool {
        if let Some(members) = plural.then(|| self.named_one_by_one(phrase)).flatten() {
            // Some of them have names that nobody knows: they are no others all the same.
            if !members.is_empty() {
                self.gather_members(phrase, members);
            }
            return true;
        }
        if owner.is_none() && self.pair(phrase, lemma) {
            return true;
        }
        let classes = self.work.classes;
        let rivals = plural
            && classes.has("party", lemma)
            && (phrase.inner..phrase.head).any(|word| {
                matches!(
                    self.work.lower(word),
                    "rival" | "warring" | "opposing" | "competing" | "feuding"
                )
            });
        if !rivals && owner.is_none() && plural && self.counted_bodies(phrase, lemma) {
            return true;
        }
        if !rivals && owner.is_none() && plural && self.pair_of_bodies(phrase, lemma) {
            return true;
        }
        if !rivals && (!classes.has("sides", lemma) || owner.is_some()) {
            return false;
        }
        let quantifier = matches!(
            phrase.article.as_str(),
            "both" | "neither" | "either" | "all" | "each"
        );
        let counted = phrase.number.as_deref().and_then(number_of);
        // "thirty-one delegations": nobody knows which.
        if phrase.number.is_some() && counted.is_none() && owner.is_none() {
            return false;
        }
        let side = SIDES.contains(&lemma) && !matches!(lemma, "country" | "state" | "nation");
        let definite = phrase.article == "the";
        // "the ministers", where two were spoken of: all of them.
        let offices = (definite && plural && !SIDES.contains(&lemma) && counted.is_none())
            .then(|| self.officers(lemma))
            .filter(|officers| officers.len() > 1);
        let states = (definite && plural && counted.is_none())
            .then(|| self.two_states(phrase, lemma))
            .flatten();
        let offices = offices.or(states);
        let fits = rivals
            || offices.is_some()
            || quantifier
            || (definite && plural && (counted.is_some() || side))
            || (plural && side && phrase.article.is_empty() && phrase.number.is_some());
        // "the other side"
        let other = definite
            && !plural
            && lemma == "side"
            && (phrase.inner..phrase.head).any(|word| self.work.lower(word) == "other");
        if !fits || other {
            return false;
        }
        let count = counted.or_else(|| number_of(&phrase.article)).unwrap_or(2);
        let together = || self.states_together(phrase, lemma, count as usize);
        let mut members = (offices.or_else(together)).unwrap_or_else(|| self.sides(count, lemma));
        if rivals && owner.is_some() {
            // "Libya's rival camps" are no other states.
            let foreign = |id: EntityId| {
                self.work.all[id].kind == EntityKind::Actor(ActorType::State) && owner != Some(id)
            };
            members = self.sides(u32::MAX, lemma);
            members.retain(|&id| !foreign(id));
            members.truncate(count as usize);
        }
        // "The African governments", of whom the report names none: a side of their own.
        if members.is_empty() && !quantifier && self.is_of_quarter(phrase) {
            return false;
        }
        self.gather_members(phrase, members);
        true
    }

    /// "African governments", "the Pacific delegations": whether a plural is of those of a part of the world.
    pub(super) fn is_of_quarter(&self, phrase: &Phrase) -> bool {
        let words = self.work.words;
        words.xpos(phrase.head) == rapporteur_syntax::Xpos::Nns
            && phrase.inner + 1 == phrase.head
            && phrase.number.is_none()
            && phrase.owners.is_empty()
            && matches!(phrase.article.as_str(), "" | "the")
            && words.form(phrase.inner).starts_with(char::is_uppercase)
            && self
                .work
                .classes
                .has("quarters", self.work.lower(phrase.inner))
    }

    /// "Merin and Orveth, which drafted it, … The two countries would drop it", "Merin and Orveth drink from it. Kesh rejects
    /// that. Both downstream states want …": as many states as were joined right before, or, where a word tells them apart
    /// from others, before whatever state was told of last.
    fn states_together(&self, phrase: &Phrase, lemma: &str, count: usize) -> Option<Vec<EntityId>> {
        let words = self.work.words;
        let of_states = matches!(
            lemma,
            "country" | "state" | "nation" | "neighbour" | "neighbor" | "government"
        );
        if !of_states || !phrase.owners.is_empty() {
            return None;
        }
        let state = |id: EntityId| self.work.all[id].kind == EntityKind::Actor(ActorType::State);
        let apart = (phrase.start..phrase.head).any(|word| {
            matches!(
                self.work.lower(word),
                "downstream"
                    | "upstream"
                    | "riparian"
                    | "landlocked"
                    | "coastal"
                    | "smaller"
                    | "poorer"
                    | "richer"
            )
        });
        let sentence = words.sentence_of(phrase.head);
        let near = words.sentence(sentence.saturating_sub(2)).start;
        if apart {
            return self.last_joined(0..phrase.head, count, 1, &state);
        }
        // "the two Nordic countries": those of the region that were joined right before, or nobody of more.
        let region = (phrase.inner..phrase.head)
            .any(|word| self.work.words.form(word).starts_with(char::is_uppercase));
        if region {
            let told = self.weigh_parties(0, &self.mediating());
            let states = told.iter().filter(|&&(id, _)| state(id)).count();
            return self
                .last_joined(near..phrase.head, count, 1, &state)
                .or_else(|| (states > count).then(Vec::new));
        }
        // "Merin and Orveth are at war. France and Brandt mediate. The two countries …": either two.
        let found = self
            .last_joined(near..phrase.head, count, 2, &state)
            .filter(|_| phrase.inner == phrase.head)?;
        let others = (0..words.sentence(sentence).start).any(|at| {
            (self.last_joined(at..at + 1, count, 1, &state))
                .is_some_and(|other| other.iter().any(|id| !found.contains(id)))
        });
        (!others && !found.iter().any(|id| self.mediating().contains(id))).then_some(found)
    }

    /// The last of those that "and" joins, as many as told, who all fit and stand that prominently.
    fn last_joined(
        &self,
        range: std::ops::Range<usize>,
        count: usize,
        rank: i32,
        fits: &dyn Fn(EntityId) -> bool,
    ) -> Option<Vec<EntityId>> {
        let words = self.work.words;
        range.rev().find_map(|at| {
            if words.rel(at) == Rel::Conj || words.child(at, &[Rel::Conj]).is_none() {
                return None;
            }
            let conjuncts = words.conjuncts(at);
            let members: Vec<EntityId> = (conjuncts.iter())
                .filter_map(|&one| self.work.of_word[one])
                .filter(|&id| fits(id))
                .collect();
            (members.len() == count && conjuncts.len() == count && self.rank(at) >= rank)
                .then_some(members)
        })
    }

    /// "The pair agreed", "The trio want it": as many as the word says, who were joined or faced each other before. Whether
    /// there were.
    fn pair(&mut self, phrase: &Phrase, lemma: &str) -> bool {
        let count = match lemma {
            "pair" | "duo" | "twosome" => 2,
            "trio" | "threesome" => 3,
            _ => return false,
        };
        let head = phrase.head;
        let plain = phrase.article == "the" && phrase.inner == head;
        if !plain || self.work.words.form(head + 1) == "of" {
            return false;
        }
        let members = (self.coordinated_before(head, count))
            .or_else(|| self.faced_before(head).filter(|_| count == 2));
        let Some(members) = members else { return false };
        self.gather_members(phrase, members);
        true
    }

    /// "The countries agreed", "The leaders called for it": the two states of which a report tells, if no other acts in it.
    fn two_states(&self, phrase: &Phrase, lemma: &str) -> Option<Vec<EntityId>> {
        let words = self.work.words;
        let of_states = matches!(
            lemma,
            "country" | "state" | "nation" | "neighbour" | "neighbor" | "capital" | "leader"
        );
        let plain = phrase.inner == phrase.head
            && words
                .child(
                    phrase.head,
                    &[Rel::AclRelcl, Rel::Acl, Rel::Nmod, Rel::Appos],
                )
                .is_none();
        if !of_states || !plain || !matches!(words.rel(phrase.head), Rel::Nsubj | Rel::NsubjPass) {
            return None;
        }
        let told = self.weigh_parties(0, &self.mediating());
        let states: Vec<EntityId> = (told.iter())
            .map(|&(id, _)| id)
            .filter(|&id| self.work.all[id].kind == EntityKind::Actor(ActorType::State))
            .collect();
        (states.len() == 2).then_some(states)
    }

    /// "both companies", "the two unions": the bodies of that kind, if the report names as many. Whether it does.
    fn counted_bodies(&mut self, phrase: &Phrase, lemma: &str) -> bool {
        let classes = self.work.classes;
        let kind = match lemma {
            "union" => ActorType::Union,
            "firm" | "group" => ActorType::Company,
            _ if classes.has("a-company", lemma) => ActorType::Company,
            _ => return false,
        };
        let count = match phrase.article.as_str() {
            "the" | "all" => phrase.number.as_deref().and_then(number_of),
            article => number_of(article),
        };
        let Some(count) = count.filter(|_| phrase.inner == phrase.head) else {
            return false;
        };
        let members: Vec<EntityId> = (0..self.work.all.len())
            .filter(|&id| self.work.all[id].kind == EntityKind::Actor(kind) && self.has_name(id))
            .collect();
        if members.len() != count as usize {
            return false;
        }
        self.gather_members(phrase, members);
        true
    }

    /// "Both panels", "the two coastguards": the two bodies called so, if the report names two, else those at the table.
    fn pair_of_bodies(&mut self, phrase: &Phrase, lemma: &str) -> bool {
        let two = match phrase.article.as_str() {
            "the" => phrase.number.as_deref() == Some("two"),
            article => article == "both",
        };
        let plain =
            two && phrase.inner == phrase.head && self.work.words.form(phrase.head + 1) != "of";
        let bodies = self
            .work
            .classes
            .has_any(&["bodies", "houses", "seats", "leagues"], lemma)
            && !self
                .work
                .classes
                .has_any(&["sides", "a-union", "a-company"], lemma);
        if !plain || !bodies || !self.work.is_agent(phrase.head) {
            return false;
        }
        let called: Vec<EntityId> = (0..self.work.all.len())
            .filter(|&id| self.is_body(id) && self.has_name(id) && self.ends_in(id, lemma))
            .collect();
        let members = match called.len() {
            2 => called,
            _ => self.sides(2, "side"),
        };
        if members.len() != 2 {
            return false;
        }
        self.gather_members(phrase, members);
        true
    }

    /// "Two smaller parties, the Greens and Renewal, back it": as many as were counted, named right behind, and no others;
    /// none where one of the names is of nobody known.
    fn named_one_by_one(&self, phrase: &Phrase) -> Option<Vec<EntityId>> {
        let count = (phrase.number.as_deref().and_then(number_of))
            .or_else(|| number_of(&phrase.article))
            .or_else(|| number_of(self.work.lower(phrase.start)))?;
        let mut at = phrase.head + 1;
        if self.work.form_at(at) != "," {
            return None;
        }
        let mut members: Vec<EntityId> = Vec::new();
        loop {
            while matches!(self.work.form_at(at), "," | "and" | "the" | "&")
                && members.len() < count as usize
            {
                at += 1;
            }
            let Some(piece) = self.work.piece_at.get(at).copied().flatten() else {
                break;
            };
            let id = self.work.entity_of[piece]?;
            let EntityKind::Actor(_) = self.work.all[id].kind else {
                return None;
            };
            members.push(id);
            at = self.work.pieces[piece].words.end;
        }
        let all = members.len() == count as usize;
        match self.work.form_at(at) {
            "," | "." | ";" if all => Some(members),
            _ if !members.is_empty() && matches!(self.work.form_at(at - 1), "and" | "the") => {
                Some(Vec::new())
            }
            _ => None,
        }
    }

    /// Makes what a phrase names a group of those.
    fn gather_members(&mut self, phrase: &Phrase, members: Vec<EntityId>) {
        let name = self.work.text(phrase.start..phrase.head + 1);
        let id = self.several(name, members);
        self.mention(
            phrase.start..phrase.head + 1,
            phrase.head,
            id,
            MentionKind::Nominal,
        );
    }

    /// Everybody spoken of who holds an office, in the order of mention.
    fn officers(&self, lemma: &str) -> Vec<EntityId> {
        (self.lately.iter().copied())
            .filter(|&id| self.has_office(id, lemma))
            .collect()
    }

    /// The parties at the table: who acted most so far, or in the whole report where too few did.
    fn sides(&self, count: u32, lemma: &str) -> Vec<EntityId> {
        if !SIDES.contains(&lemma) {
            let mut officers = self.officers(lemma);
            if officers.len() >= count as usize {
                // The last ones spoken of.
                return officers.split_off(officers.len() - count as usize);
            }
        }
        let mediating = self.mediating();
        let mut in_section = self.weigh_parties(self.section(), &mediating);
        // "Both governments": of states, no court's.
        if matches!(
            lemma,
            "government" | "country" | "capital" | "state" | "nation"
        ) {
            let governs = |id: EntityId| {
                matches!(
                    self.work.all[id].kind,
                    EntityKind::Actor(ActorType::State | ActorType::GovernmentBody)
                )
            };
            in_section.retain(|&(id, _)| governs(id));
        }
        let mut seen = match in_section.len() >= count as usize {
            true => in_section,
            false => self.weigh_parties(0, &mediating),
        };
        if seen.len() < count as usize {
            for (id, facts) in self.work.facts.iter().enumerate() {
                if facts.acts > 0
                    && self.work.party_of(id) == Some(id)
                    && !seen.iter().any(|(other, _)| *other == id)
                {
                    seen.push((id, facts.acts as i32));
                }
            }
        }
        // "Three parties are at the table": parties of a parliament, where the report names as many; no union of states.
        if lemma == "party" && count > 2 {
            let political = |&(id, _): &(EntityId, i32)| {
                self.work.all[id].kind == EntityKind::Actor(ActorType::PoliticalParty)
            };
            let parties = seen.iter().filter(|one| political(one)).count();
            if parties >= 2 {
                seen.retain(political);
                // Those of whom the report tells most.
                for (id, weight) in &mut seen {
                    *weight = self.work.facts[*id].named as i32;
                }
                if parties < count as usize {
                    return Vec::new();
                }
            }
        }
        // "Kosovo, Serbia trade barbs as envoy sees opening": those whom the headline names, if they are as many.
        let titled: Vec<(EntityId, i32)> = (seen.iter().copied())
            .filter(|&(id, _)| self.is_in_headline(id))
            .collect();
        if titled.len() == count as usize {
            seen = titled;
        }
        seen.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        seen.truncate(count as usize);
        // Of one known party nobody knows who the other is.
        if seen.len() < 2 {
            return Vec::new();
        }
        let mut members: Vec<EntityId> = seen.into_iter().map(|(id, _)| id).collect();
        members.sort_unstable();
        members
    }

    /// Whether the headline names somebody.
    pub(super) fn is_in_headline(&self, id: EntityId) -> bool {
        self.work.mentions.iter().any(|mention| {
            let span = self.work.words.syntax.tokens.spans[mention.head];
            mention.entity == id
                && self.work.blocks.kind(span.start) == Some(rapporteur_model::BlockKind::Headline)
        })
    }

    /// Where the section begins that was read last, behind its heading.
    fn section(&self) -> usize {
        let last = self.recent.last().map_or(0, |recent| recent.word);
        let at = self.work.words.syntax.tokens.spans[last].start;
        (self.work.blocks.items.iter())
            .rfind(|block| {
                block.kind == rapporteur_model::BlockKind::Heading && block.span.start <= at
            })
            .map_or(0, |block| self.work.words.inside(block.span).end)
    }

    /// The parties that were mentioned from a word on, and how prominently.
    fn weigh_parties(&self, from: usize, mediating: &[EntityId]) -> Vec<(EntityId, i32)> {
        let mut seen: Vec<(EntityId, i32)> = Vec::new();
        for recent in self.recent.iter().filter(|recent| recent.word >= from) {
            let Some(id) = recent.entity else { continue };
            let Some(party) = self.work.party_of(id) else {
                continue;
            };
            // "German colonial troops", of the year 1907: an adjective sits at no table.
            let beside = recent.rank == 0 && self.work.piece_at[recent.word].is_some();
            if self.work.facts[id].neutral || mediating.contains(&party) || beside {
                continue;
            }
            match seen.iter_mut().find(|(other, _)| *other == party) {
                Some((_, weight)) => *weight += recent.rank.max(1),
                None => seen.push((party, recent.rank.max(1))),
            }
        }
        seen
    }

    /// Those who lend the mediators: "Ida Storvik, the mediator of the Labour Court".
    fn mediating(&self) -> Vec<EntityId> {
        let mediates = |id: &EntityId| {
            self.work.facts[*id].nouns.iter().any(|noun| {
                matches!(
                    noun.as_str(),
                    "mediator" | "facilitator" | "arbitrator" | "conciliator" | "go-between"
                )
            })
        };
        (0..self.work.all.len())
            .filter(mediates)
            .filter_map(|id| self.work.party_of(id))
            .collect()
    }

    /// "the three", "one of the three", "all three".
    pub(super) fn counted_head(&mut self, word: usize) -> bool {
        let words = self.work.words;
        let lower = self.work.lower(word);
        let next_noun = word + 1 < words.len() && Finder::is_nominal(words, word + 1);
        if next_noun {
            return false;
        }
        if matches!(lower, "both" | "neither" | "each") {
            return self.both(word);
        }
        if matches!(lower, "former" | "latter" | "first" | "second" | "third") {
            return self.one_in_order(word);
        }
        if words.upos(word) != Upos::Num {
            return false;
        }
        let before = word
            .checked_sub(1)
            .map(|before| self.work.lower(before))
            .unwrap_or_default();
        if !matches!(before, "the" | "all") {
            return false;
        }
        let Some(count) = number_of(lower) else {
            return false;
        };
        let found = self
            .counted
            .iter()
            .rev()
            .find(|(number, _)| *number == count)
            .map(|&(_, id)| id)
            .or_else(|| {
                self.back()
                    .find(|&id| self.work.all[id].members.len() == count as usize)
            });
        let found = found.or_else(|| {
            let members = (self.coordinated_before(word, count as usize))
                .or_else(|| {
                    self.all_of_a_kind(word, count as usize)
                        .filter(|_| before == "all")
                })
                .or_else(|| self.faced_before(word).filter(|_| count == 2))?;
            let id = self.several(self.work.text(word - 1..word + 1), members);
            Some(id)
        });
        if let Some(id) = found {
            self.mention(word - 1..word + 1, word, id, MentionKind::Nominal);
        }
        found.is_some()
    }

    /// "All four have agreed": the parties, or the states, the unions …, if the report tells of exactly that many of one
    /// kind before.
    fn all_of_a_kind(&self, word: usize, count: usize) -> Option<Vec<EntityId>> {
        let words = self.work.words;
        if count < 3 || !matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass) {
            return None;
        }
        let mediating = self.mediating();
        let told = self.weigh_parties(0, &mediating);
        let kinds = [
            ActorType::PoliticalParty,
            ActorType::State,
            ActorType::Union,
            ActorType::Company,
            ActorType::ArmedGroup,
            ActorType::Movement,
        ];
        let mut fitting = kinds.into_iter().filter_map(|kind| {
            let of_kind: Vec<EntityId> = (told.iter())
                .map(|&(id, _)| id)
                .filter(|&id| self.work.all[id].kind == EntityKind::Actor(kind))
                .collect();
            (of_kind.len() == count).then_some(of_kind)
        });
        // "Merin and two rebel groups": of several kinds all of whom is told, but no union of states beside parties or firms.
        let beside = |&(id, _): &(EntityId, i32)| {
            self.work.all[id].kind == EntityKind::Actor(ActorType::InternationalOrganisation)
        };
        let whole = told.len() == count && !told.iter().any(beside);
        let found = fitting
            .next()
            .or_else(|| whole.then(|| told.iter().map(|&(id, _)| id).collect()));
        found.filter(|_| fitting.next().is_none())
    }

    /// The last bodies that "and" joins before a word, in this sentence or the two before, if they are that many.
    fn coordinated_before(&self, word: usize, count: usize) -> Option<Vec<EntityId>> {
        let words = self.work.words;
        let first = words
            .sentence(words.sentence_of(word).saturating_sub(2))
            .start;
        self.last_joined(first..word, count, i32::MIN, &|id| self.is_body(id))
    }

    /// "Brun and Orme came", "Brun met Orme": two people side by side in the sentence before.
    fn people_before(&self, word: usize) -> Option<Vec<EntityId>> {
        let words = self.work.words;
        let before = words.sentence_of(word).checked_sub(1)?;
        let person = |id: EntityId| self.work.all[id].kind == EntityKind::Actor(ActorType::Person);
        // "The former wants a tax. The latter opposes it."
        let start = words.sentence(before).start;
        if self.work.lower(start) == "the"
            && matches!(self.work.form_at(start + 1), "former" | "first")
        {
            return self.people_before(start + 1);
        }
        self.last_joined(words.sentence(before), 2, 1, &person)
            .or_else(|| self.faced_before(word))
    }

    /// "the former", "the latter", "the first": one of those that were named side by side before.
    fn one_in_order(&mut self, word: usize) -> bool {
        let words = self.work.words;
        let the = word
            .checked_sub(1)
            .is_some_and(|the| self.work.lower(the) == "the");
        if !the || !matches!(words.rel(word), Rel::Nsubj | Rel::NsubjPass) {
            return false;
        }
        let (count, place) = match self.work.lower(word) {
            "former" | "first" => (2, 0),
            "latter" | "second" => (2, 1),
            _ => (3, 2),
        };
        let found = (count..=3)
            .find_map(|count| self.coordinated_before(word, count))
            .or_else(|| self.people_before(word).filter(|_| count == 2));
        let Some(&id) = found.as_ref().and_then(|members| members.get(place)) else {
            return false;
        };
        self.mention(word - 1..word + 1, word, id, MentionKind::Nominal);
        true
    }

    /// "Both accept it", "acceptable to both": the two parties at the table.
    fn both(&mut self, word: usize) -> bool {
        let words = self.work.words;
        let alone = matches!(
            words.rel(word),
            Rel::Nsubj
                | Rel::NsubjPass
                | Rel::NsubjOuter
                | Rel::Obl
                | Rel::OblAgent
                | Rel::Obj
                | Rel::Iobj
        );
        if !alone || self.work.form_at(word + 1) == "of" {
            return false;
        }
        let members = self
            .coordinated_before(word, 2)
            .or_else(|| self.faced_before(word))
            .unwrap_or_else(|| self.sides(2, "side"));
        if members.len() != 2 {
            return false;
        }
        let id = self.several(words.form(word).to_owned(), members);
        self.mention(word..word + 1, word, id, MentionKind::Pronoun);
        true
    }
}

/// How many a word or figure says, of so few that a reader counts them.
pub(super) fn number_of(text: &str) -> Option<u32> {
    if matches!(text, "both" | "either" | "neither" | "each") {
        return Some(2);
    }
    let number = text.parse().ok().or_else(|| number_word(text));
    let few = number.filter(|number| (2..=MOST_COUNTED).contains(number))?;
    u32::try_from(few).ok()
}
