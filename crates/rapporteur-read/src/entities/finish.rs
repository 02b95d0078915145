//! The last touches: names, aliases, relations, groups with members, who is an entry of the record.

use rapporteur_lexicon::fold_name;
use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::gather::Work;
use super::names::PieceKind;
use super::{EntityId, EntityKind};

impl Work<'_> {
    /// "Velmar, Orveth and Tolsk, the so-called Three": members of a group.
    pub fn find_members(&mut self) {
        for index in 0..self.pieces.len() {
            let Some(id) = self.entity_of[index] else {
                continue;
            };
            if !matches!(
                self.all[id].kind,
                EntityKind::Actor(ActorType::Alliance | ActorType::InternationalOrganisation)
            ) {
                continue;
            }
            let start = self.pieces[index].words.start;
            // Back over "the so-called".
            let mut at = start;
            while at > 0
                && matches!(
                    self.lower(at - 1),
                    "the" | "so" | "called" | "-" | "so-called" | "known" | "as" | "or" | "("
                )
            {
                at -= 1;
            }
            if at == 0
                || at == start && self.form_at(start - 1) != "("
                || self.form_at(at - 1) != "," && self.form_at(at) != "("
            {
                continue;
            }
            let end = if self.form_at(at - 1) == "," {
                at - 1
            } else {
                at
            };
            let mut members = self.enumeration_before(end);
            if members.len() > 1 {
                members.dedup();
                self.all[id].members = members;
            }
        }
    }

    fn enumeration_before(&self, end: usize) -> Vec<EntityId> {
        let mut members = Vec::new();
        let mut at = end;
        while at > 0 {
            let Some(piece) = self.piece_at[at - 1] else {
                break;
            };
            let Some(id) = self.entity_of[piece] else {
                break;
            };
            members.push(id);
            at = self.pieces[piece].words.start;
            while at > 0 && matches!(self.form_at(at - 1), "the") {
                at -= 1;
            }
            if at == 0 || !matches!(self.form_at(at - 1), "," | "and") {
                break;
            }
            while at > 0 && matches!(self.form_at(at - 1), "," | "and") {
                at -= 1;
            }
        }
        members.reverse();
        members
    }

    /// Members of descriptions that an enumeration follows: "the three river states, Velmar, Orveth and Tolsk,".
    pub fn find_described_groups(&mut self) {
        for word in 0..self.words.len() {
            if !matches!(
                self.words.lemma(word),
                "power" | "guarantor" | "country" | "state" | "nation" | "bloc" | "mediator"
            ) || self.of_word[word].is_some()
                || !self.is_noun_head(word)
            {
                continue;
            }
            let plural = matches!(
                self.words.xpos(word),
                rapporteur_syntax::Xpos::Nns | rapporteur_syntax::Xpos::Nnps
            );
            let phrase = self.phrase(word);
            if !plural || phrase.inner == word {
                continue;
            }
            let mut members = Vec::new();
            if self.form_at(word + 1) == "," {
                let mut at = word + 2;
                while let Some(piece) = self.piece_at.get(at).copied().flatten() {
                    let Some(id) = self.entity_of[piece] else {
                        break;
                    };
                    members.push(id);
                    at = self.pieces[piece].words.end;
                    while matches!(self.form_at(at), "," | "and" | "the") {
                        at += 1;
                    }
                }
            }
            let powers = self.words.lemma(word) == "power" && self.is_agent(word);
            if members.len() < 2 && !powers {
                continue;
            }
            let name = self.text(self.description(&phrase));
            let found = self.all.iter().position(|entity| {
                entity.name == name && entity.kind == EntityKind::Actor(ActorType::Alliance)
            });
            let id =
                found.unwrap_or_else(|| self.make(name, EntityKind::Actor(ActorType::Alliance)));
            if members.len() > 1 {
                self.all[id].members = members;
            }
            self.facts[id].plural = true;
            self.tells.push(id);
            self.of_word[word] = Some(id);
            self.mentions.push(super::Mention {
                words: phrase.start..phrase.end,
                head: word,
                entity: id,
                kind: super::MentionKind::Nominal,
            });
        }
    }

    /// Whom somebody acts for, if that is a person of the same sentence whom the pronoun may mean as well.
    fn principal(&self, pronoun: usize, agent: EntityId) -> Option<EntityId> {
        if self.words.upos(pronoun) != Upos::Pron {
            return None;
        }
        let sentence = self.words.sentence(self.words.sentence_of(pronoun));
        self.facts[agent]
            .owners
            .iter()
            .filter(|&&owner| sentence.contains(&owner) && owner < pronoun)
            .filter_map(|&owner| self.of_word[owner])
            .find(|&other| {
                let (a, b) = (self.facts[agent].gender, self.facts[other].gender);
                other != agent
                    && self.all[other].kind == EntityKind::Actor(ActorType::Person)
                    && (a.is_none() || b.is_none() || a == b)
            })
    }

    /// Fullest names, aliases, relations.
    pub fn name_all(&mut self) {
        for (id, title, word) in self.kin.clone() {
            let Some((word, owner)) = word
                .and_then(|word| Some((word, self.of_word[word]?)))
                .filter(|&(_, owner)| owner != id)
            else {
                continue;
            };
            match self.principal(word, owner) {
                // "the premier's envoy and his brother": whose brother, the sentence leaves open.
                Some(other) => {
                    let of = format!("{} or {}", self.all[owner].name, self.all[other].name);
                    let of = Some(of);
                    self.all[id].roles.push(super::EntityRole { title, of });
                }
                None => self.all[id].relations.push((title, owner)),
            }
        }
        for (main, kind, with) in self.companions.clone() {
            self.all[main].relations.push((kind, with));
        }
        for id in 0..self.all.len() {
            let forms = self.facts[id].forms.clone();
            if forms.is_empty() {
                continue;
            }
            let kind = self.all[id].kind;
            let usable = |form: &str| {
                let short = form.chars().filter(|c| c.is_alphabetic()).count() <= 6
                    && form.chars().all(|c| !c.is_lowercase())
                    || form.contains('.');
                let adjective = self.lexicon.gazetteer.demonym(form).is_some()
                    && self.lexicon.gazetteer.country(form).is_none();
                let capital = self.lexicon.gazetteer.capital_of(form).is_some()
                    && self.lexicon.gazetteer.country(form).is_none();
                !short && !adjective && !capital
            };
            let name = match kind {
                EntityKind::Actor(ActorType::State) => {
                    let own = self.all[id].name.clone();
                    let named = |form: &str| match self.facts[id].country {
                        Some(country) => {
                            self.lexicon.gazetteer.countries[country]
                                .names()
                                .any(|name| name.eq_ignore_ascii_case(form))
                                || self.lexicon.gazetteer.country(form).is_some()
                        }
                        None => true,
                    };
                    let candidates: Vec<&String> = forms
                        .iter()
                        .map(|(form, _)| form)
                        // "SWITZERLAND", as bulletins write, is Switzerland.
                        .filter(|form| form.contains(char::is_lowercase))
                        .filter(|form| usable(form) && named(form))
                        .collect();
                    // "the RUSSIAN FEDERATION": the longer name, as one writes it elsewhere.
                    let loud = (forms.iter())
                        .map(|(form, _)| form)
                        .find(|form| form.contains(' ') && usable(form) && named(form))
                        .filter(|_| candidates.is_empty())
                        .map(|form| in_lower(form));
                    if self.facts[id].country.is_none()
                        || candidates.iter().any(|form| **form == own)
                    {
                        own
                    } else if let Some(written) = self.written_in_full(id, &own) {
                        written
                    } else {
                        (candidates.first()).map_or(loud.unwrap_or(own), |form| form.to_string())
                    }
                }
                EntityKind::Actor(ActorType::Person) => forms
                    .iter()
                    .map(|(form, _)| form)
                    .max_by_key(|form| (form.split(' ').count(), form.len()))
                    .cloned()
                    .unwrap_or_default(),
                EntityKind::Actor(_) => {
                    let own = self.all[id].name.clone();
                    let candidates: Vec<&String> = forms
                        .iter()
                        .map(|(form, _)| form)
                        .filter(|form| usable(form) || form.contains('/'))
                        .collect();
                    // "AOSIS", which the report never writes out
                    let letters = (forms.iter().map(|(form, _)| form))
                        .find(|form| form.len() > 3 && form.chars().all(char::is_uppercase));
                    if self.facts[id].known.is_some()
                        && candidates.is_empty()
                        && let Some(letters) = letters
                    {
                        letters.clone()
                    } else if self.facts[id].known.is_none()
                        || candidates.is_empty()
                        || candidates.iter().any(|form| **form == own)
                    {
                        own
                    } else {
                        candidates
                            .iter()
                            .max_by_key(|form| form.len())
                            .map_or(own.clone(), |form| form.to_string())
                    }
                }
                _ => self.all[id].name.clone(),
            };
            let is_state = kind == EntityKind::Actor(ActorType::State);
            for (form, _) in &forms {
                let plain_adjective = is_state
                    && self
                        .lexicon
                        .gazetteer
                        .demonym(form)
                        .is_some_and(|demonym| demonym.adjective)
                    && self.lexicon.gazetteer.country(form).is_none();
                if *form != name && !self.all[id].aliases.contains(form) && !plain_adjective {
                    self.all[id].aliases.push(form.clone());
                }
            }
            self.all[id].name = name;
        }
        for (id, alias) in self.place_governments.clone() {
            if !self.all[id].aliases.contains(&alias) {
                self.all[id].aliases.push(alias);
            }
        }
    }

    /// "the Merin region", where the gazetteer has the Merin Region: its name as the report writes it.
    fn written_in_full(&self, id: EntityId, own: &str) -> Option<String> {
        (self.pieces.iter().zip(&self.entity_of))
            .filter(|(_, entity)| **entity == Some(id))
            .filter(|(piece, _)| piece.words.end < self.words.len())
            .map(|(piece, _)| self.text(piece.words.start..piece.words.end + 1))
            .find(|text| text.eq_ignore_ascii_case(own))
    }

    /// Governments called after their seat: the place's acting mentions are theirs.
    pub fn seat_governments(&mut self) {
        for (id, seat) in self.place_governments.clone() {
            for index in 0..self.pieces.len() {
                let range = self.pieces[index].words.clone();
                if fold_name(&self.piece_text(index)) != fold_name(&seat)
                    || !self.acts_at(range.clone())
                {
                    continue;
                }
                if let Some(state) = self.entity_of[index].filter(|&old| old != id) {
                    let text = self.piece_text(index);
                    self.facts[state].acts = self.facts[state].acts.saturating_sub(1);
                    self.facts[state].forms.retain(|(form, _)| *form != text);
                    for entity in &mut self.all {
                        if entity.kind == EntityKind::Thing {
                            for member in &mut entity.members {
                                if *member == state {
                                    *member = id;
                                }
                            }
                        }
                    }
                }
                for word in range.clone() {
                    self.of_word[word] = Some(id);
                }
                self.entity_of[index] = Some(id);
                for mention in &mut self.mentions {
                    if mention.words == range {
                        mention.entity = id;
                    }
                }
            }
        }
    }

    /// Says which entities are actors of the record.
    pub fn mark_record(&mut self) {
        let mut marks = vec![false; self.all.len()];
        for (id, mark) in marks.iter_mut().enumerate() {
            let EntityKind::Actor(kind) = self.all[id].kind else {
                continue;
            };
            *mark = match kind {
                ActorType::Unnamed => self.tells.contains(&id),
                ActorType::Person => self.facts[id].named > 0 && !self.is_of_the_paper(id),
                ActorType::State => self.state_counts(id),
                ActorType::GovernmentBody => {
                    self.tells.contains(&id)
                        || (self.facts[id].named > 0 && self.body_counts(id))
                        || self.place_governments.iter().any(|(body, _)| *body == id)
                }
                ActorType::Media => {
                    !self.is_own_outlet(id)
                        && (self.facts[id].named > 0 || self.tells.contains(&id))
                }
                _ => {
                    self.tells.contains(&id)
                        || (self.facts[id].named > 0 && self.body_counts(id))
                        || self.mentions.iter().any(|mention| {
                            mention.entity == id
                                && self.piece_at[mention.head].is_none()
                                && self.is_agent(mention.head)
                        })
                }
            };
        }
        // Whom an actor of the record acts for is one too; so are the members of a group.
        for _ in 0..3 {
            for id in 0..self.all.len() {
                if !marks[id] {
                    continue;
                }
                if let Some(party) = self.all[id].party
                    && matches!(self.all[party].kind, EntityKind::Actor(_))
                {
                    marks[party] = true;
                }
                for &member in &self.all[id].members {
                    marks[member] = true;
                }
            }
        }
        for (id, mark) in marks.into_iter().enumerate() {
            self.all[id].in_record = mark;
        }
    }

    /// "With our education team, Ada Brun and Nils Orme": who writes the report.
    fn is_of_the_paper(&self, id: EntityId) -> bool {
        let mut own = (self.mentions.iter()).filter(|mention| mention.entity == id);
        let (Some(first), None) = (own.next(), own.next()) else {
            return false;
        };
        let sentence = (self.words).sentence(self.words.sentence_of(first.words.start));
        let from = sentence.start.max(first.words.start.saturating_sub(12));
        let our = (from..first.words.start).find(|&word| self.lower(word) == "our");
        let Some(noun) = our.and_then(|our| {
            (our + 1..first.words.start).find(|&word| {
                matches!(
                    self.words.lemma(word),
                    "team" | "correspondent" | "reporter" | "staff" | "editor" | "colleague"
                )
            })
        }) else {
            return false;
        };
        (noun + 1..first.words.start).all(|word| {
            self.piece_at[word].is_some()
                || matches!(self.form_at(word), "," | "and" | "(" | "–" | "—" | ":")
        })
    }

    fn state_counts(&self, id: EntityId) -> bool {
        if self.facts[id].acts > 0 {
            return true;
        }
        self.mentions.iter().any(|mention| {
            if mention.entity != id {
                return false;
            }
            let Some(piece) = self.piece_at[mention.head] else {
                return mention.kind == super::MentionKind::Nominal && self.is_agent(mention.head);
            };
            let piece = &self.pieces[piece];
            if !piece.body {
                return false;
            }
            match piece.kind {
                PieceKind::Demonym(_, noun) => noun,
                _ => {
                    // Anywhere but in a place, in an owner, in front of another noun.
                    let first = self.words.first_conjunct(mention.head);
                    let own = self.preposition(mention.words.start);
                    let shared = self
                        .words
                        .child(first, &[Rel::Case])
                        .map(|case| self.words.lemma(case))
                        .filter(|case| {
                            first == mention.head
                                || *case == "in"
                                || *case == "from"
                                || *case == "at"
                        });
                    let case = own.or(shared);
                    let by = matches!(
                        case,
                        None | Some(
                            "with"
                                | "by"
                                | "between"
                                | "among"
                                | "against"
                                | "for"
                                | "like"
                                | "including"
                        )
                    );
                    // "the backing of neighbouring Merin"
                    let gives = case == Some("of")
                        && self.words.head(first).is_some_and(|head| {
                            matches!(
                                self.words.lemma(head),
                                "backing"
                                    | "support"
                                    | "help"
                                    | "mediation"
                                    | "invitation"
                                    | "insistence"
                                    | "blessing"
                                    | "consent"
                                    | "request"
                                    | "approval"
                            )
                        });
                    (by || gives)
                        && !matches!(self.words.rel(first), Rel::NmodPoss | Rel::Compound)
                        && !matches!(self.form_at(mention.words.end), "'s" | "’s" | "'" | "’")
                }
            }
        })
    }

    /// Whether a body is named anywhere but inside a title.
    fn body_counts(&self, id: EntityId) -> bool {
        self.mentions.iter().any(|mention| {
            mention.entity == id
                && self.piece_at[mention.head].is_some_and(|piece| self.pieces[piece].body)
                && !self.in_title(mention.head)
                && !matches!(
                    self.preposition(mention.words.start),
                    Some("in" | "at" | "from" | "near" | "outside")
                )
        }) || (0..self.all.len()).any(|other| other != id && self.all[other].party == Some(id))
    }

    fn in_title(&self, word: usize) -> bool {
        self.mentions.iter().any(|mention| {
            mention.words.contains(&word)
                && mention.head != word
                && mention.kind == super::MentionKind::Nominal
                && matches!(
                    self.all[mention.entity].kind,
                    EntityKind::Actor(
                        ActorType::Person
                            | ActorType::GovernmentBody
                            | ActorType::InternationalOrganisation
                    )
                )
                && self.all[mention.entity].party != self.of_word[word]
                && self.of_word[word] != Some(mention.entity)
        })
    }

    /// The report's own outlet, or the agency of its dateline.
    fn is_own_outlet(&self, id: EntityId) -> bool {
        let name = fold_name(&self.all[id].name);
        let agency = self
            .blocks
            .dateline
            .as_ref()
            .and_then(|line| line.agency)
            .map(|span| fold_name(span.of(self.words.text)));
        if agency.is_some_and(|agency| agency == name) {
            return true;
        }
        let mentions: Vec<usize> = self
            .mentions
            .iter()
            .filter(|mention| mention.entity == id)
            .map(|mention| mention.head)
            .collect();
        // "Sentinel readers sent in 300 questions"
        if mentions
            .iter()
            .any(|&head| matches!(self.lower_lemma(head + 1), "reader" | "subscriber"))
        {
            return true;
        }
        !mentions.is_empty()
            && mentions.iter().all(|&head| {
                let verb = self.words.head(head);
                let reads = verb.is_some_and(|verb| {
                    matches!(
                        self.words.lemma(verb),
                        "see" | "read" | "obtain" | "review" | "learn" | "understand" | "view"
                    )
                });
                reads && self.is_agent(head)
            })
    }
}

/// "REPUBLIC OF KOREA" with the capitals that a name has: "Republic of Korea".
fn in_lower(name: &str) -> String {
    let written = |word: &str| {
        let lower = word.to_lowercase();
        match lower.as_str() {
            "of" | "and" | "the" | "de" | "da" => lower,
            _ => {
                let mut letters = word.chars();
                let first = letters.next().map(String::from).unwrap_or_default();
                first + &letters.as_str().to_lowercase()
            }
        }
    };
    name.split(' ').map(written).collect::<Vec<_>>().join(" ")
}
