//! Through the report in order: pronouns, descriptions, unnamed people, bodies and groups.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::gather::{Gender, Work};
use super::phrases::Phrase;
use super::{EntityId, EntityKind, Mention, MentionKind};

/// Somebody or something mentioned, as pronouns look back on it.
#[derive(Debug, Clone, Copy)]
struct Recent {
    /// `None` for a thing that is no entity.
    entity: Option<EntityId>,
    word: usize,
    sentence: usize,
    /// 3 subject of the sentence, 2 subject of a clause, 1 other.
    rank: i32,
    plural: bool,
    person: bool,
}

/// The walk.
pub(super) struct Discourse<'w, 'a> {
    pub work: &'w mut Work<'a>,
    recent: Vec<Recent>,
    /// Whether each word stands in a quotation.
    quoted: Vec<bool>,
    /// Last group of a number ("three people"): how many, who.
    counted: Vec<(u32, EntityId)>,
    /// Last unnamed people.
    last_unnamed: Option<EntityId>,
}

impl<'a> Work<'a> {
    /// Resolves pronouns and descriptions, and makes entities of the people and bodies without a name.
    pub fn walk(&mut self) {
        let quoted = quotations(self);
        let mut discourse = Discourse {
            work: self,
            recent: Vec::new(),
            quoted,
            counted: Vec::new(),
            last_unnamed: None,
        };
        let sentences = discourse.work.words.syntax.sentences.0.clone();
        for range in sentences {
            for word in range {
                discourse.word(word);
            }
        }
    }
}

fn quotations(work: &Work) -> Vec<bool> {
    let mut inside = false;
    let mut block = None;
    let mut out = Vec::with_capacity(work.words.len());
    for word in 0..work.words.len() {
        let now = work.blocks.at(work.words.syntax.tokens.spans[word].start);
        if now != block {
            inside = false;
            block = now;
        }
        match work.words.form(word) {
            "“" => inside = true,
            "”" => inside = false,
            "\"" => inside = !inside,
            _ => {}
        }
        out.push(inside);
    }
    out
}

fn number_of(text: &str) -> Option<u32> {
    Some(match text {
        "two" | "both" | "2" | "either" | "neither" => 2,
        "three" | "3" => 3,
        "four" | "4" => 4,
        "five" | "5" => 5,
        "six" | "6" => 6,
        _ => return None,
    })
}

impl Discourse<'_, '_> {
    fn word(&mut self, word: usize) {
        let span = self.work.words.syntax.tokens.spans[word];
        let body = matches!(
            self.work.blocks.kind(span.start),
            Some(rapporteur_model::BlockKind::Paragraph | rapporteur_model::BlockKind::ListItem)
        );
        if !body {
            return;
        }
        if let Some(id) = self.work.of_word[word] {
            let first = word == 0 || self.work.of_word[word - 1] != Some(id);
            if first && matches!(self.work.all[id].kind, EntityKind::Actor(_)) {
                let piece = self.work.piece_at[word];
                let range = piece.map_or(word..word + 1, |piece| {
                    self.work.pieces[piece].words.clone()
                });
                let adjective = matches!(
                    piece.map(|piece| &self.work.pieces[piece].kind),
                    Some(super::names::PieceKind::Demonym(_, false))
                );
                let rank = if adjective {
                    0
                } else {
                    self.rank(self.work.top(range))
                };
                self.note(Some(id), word, rank);
                if self.work.piece_at[word].is_none() {
                    // the noun of a title: its phrase is a mention already
                }
            }
            return;
        }
        let words = self.work.words;
        match words.xpos(word) {
            Xpos::Prp | Xpos::PrpPoss => self.pronoun(word),
            _ if self.counted_head(word) => {}
            _ => {
                if self.work.is_noun_head(word) {
                    self.noun(word);
                } else if matches!(words.lemma(word), "another" | "other" | "one")
                    && self.work.is_agent(word)
                {
                    self.bare(word);
                }
            }
        }
    }

    /// Rank as antecedent.
    fn rank(&self, word: usize) -> i32 {
        let words = self.work.words;
        let first = words.first_conjunct(word);
        let subject = matches!(
            words.rel(first),
            Rel::Nsubj | Rel::NsubjPass | Rel::NsubjOuter
        );
        if !subject {
            // A sentence whose verb the tree did not find is about its root.
            let about = words.rel(first) == Rel::Root
                && matches!(words.upos(first), Upos::Noun | Upos::Propn);
            return if about { 3 } else { 1 };
        }
        let root = words.head(first).is_some_and(|verb| {
            words.rel(verb) == Rel::Root
                || matches!(words.rel(verb), Rel::Parataxis | Rel::Conj)
                    && words
                        .head(verb)
                        .is_some_and(|head| words.rel(head) == Rel::Root)
        });
        if root { 3 } else { 2 }
    }

    fn note(&mut self, entity: Option<EntityId>, word: usize, rank: i32) {
        let words = self.work.words;
        let (plural, person) = match entity {
            Some(id) => (
                self.work.facts[id].plural || !self.work.all[id].members.is_empty(),
                matches!(
                    self.work.all[id].kind,
                    EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
                ),
            ),
            None => (matches!(words.xpos(word), Xpos::Nns | Xpos::Nnps), false),
        };
        self.recent.push(Recent {
            entity,
            word,
            sentence: words.sentence_of(word),
            rank,
            plural,
            person,
        });
    }

    fn mention(
        &mut self,
        words: std::ops::Range<usize>,
        head: usize,
        id: EntityId,
        kind: MentionKind,
    ) {
        self.work.of_word[head] = Some(id);
        self.work.mentions.push(Mention {
            words,
            head,
            entity: id,
            kind,
        });
        let rank = self.rank(head);
        self.note(Some(id), head, rank);
    }

    fn pronoun(&mut self, word: usize) {
        let words = self.work.words;
        let lower = self.work.lower(word);
        let found = match lower.as_str() {
            "he" | "him" | "his" | "himself" => self.person(word, Gender::Male),
            "she" | "her" | "hers" | "herself" => self.person(word, Gender::Female),
            "it" | "its" | "itself" => self.thing(word),
            "they" | "them" | "their" | "theirs" | "themselves" => self.many(word),
            _ => None,
        };
        if let Some(id) = found {
            self.mention(word..word + 1, word, id, MentionKind::Pronoun);
        }
        let _ = words;
    }

    fn weight(&self, recent: &Recent, word: usize) -> i32 {
        let words = self.work.words;
        let distance = words.sentence_of(word) as i32 - recent.sentence as i32;
        let mut weight = 100 - 25 * distance + 12 * recent.rank;
        // Whoever was mentioned later is a little nearer.
        weight += ((recent.word as i32 - word as i32) / 4).max(-12);
        if distance == 0 && words.xpos(word) == Xpos::PrpPoss {
            weight += 8;
        }
        if recent.rank == 0 {
            weight -= 20;
        }
        weight
    }

    fn person(&mut self, word: usize, gender: Gender) -> Option<EntityId> {
        let words = self.work.words;
        let sentence = words.sentence_of(word);
        let quoted = self.quoted[word];
        let speaker = self
            .recent
            .iter()
            .rev()
            .find(|recent| recent.rank == 3 && recent.person)
            .and_then(|recent| recent.entity);
        let best = self
            .recent
            .iter()
            .filter(|recent| recent.person && !recent.plural && sentence - recent.sentence <= 4)
            .filter(|recent| {
                recent.entity.is_some_and(|id| {
                    self.work.facts[id]
                        .gender
                        .is_none_or(|known| known == gender)
                })
            })
            .max_by_key(|recent| {
                let mut weight = self.weight(recent, word);
                let id = recent.entity;
                if quoted && id == speaker {
                    weight -= 60;
                }
                if id.is_some_and(|id| self.work.facts[id].gender == Some(gender)) {
                    weight += 10;
                }
                if id.is_some_and(|id| {
                    self.work.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
                }) {
                    weight -= 15;
                }
                (weight, recent.word)
            })
            .and_then(|recent| recent.entity)?;
        if self.work.facts[best].gender.is_none() && !quoted {
            self.work.facts[best].gender = Some(gender);
        }
        Some(best)
    }

    /// Whether the pronoun does or owns what only actors do and own.
    fn willed(&self, word: usize) -> bool {
        let words = self.work.words;
        let Some(head) = words.head(word) else {
            return false;
        };
        match words.rel(word) {
            Rel::Nsubj | Rel::NsubjOuter => self.work.classes.has("verbs", words.lemma(head)),
            Rel::NmodPoss => {
                let lemma = words.lemma(head);
                self.work.classes.has("owned", lemma)
                    || self.work.classes.has("persons", lemma)
                    || self.work.classes.has("country", lemma)
                    || self.work.classes.has("bodies", lemma)
            }
            _ => false,
        }
    }

    fn thing(&mut self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        if words.rel(word) == Rel::Expl {
            return None;
        }
        // "reject it", "rule on it", "it stands": texts and things.
        let head = words.head(word).map_or("", |head| words.lemma(head));
        let of_a_thing = match words.rel(word) {
            Rel::Obj | Rel::Iobj => !matches!(
                head,
                "leave"
                    | "accuse"
                    | "urge"
                    | "ask"
                    | "tell"
                    | "invite"
                    | "blame"
                    | "help"
                    | "force"
                    | "allow"
                    | "press"
                    | "warn"
                    | "protect"
                    | "defend"
                    | "hurt"
                    | "harm"
                    | "threaten"
                    | "attack"
                    | "sue"
                    | "join"
                    | "persuade"
                    | "advise"
                    | "isolate"
            ),
            Rel::Nsubj | Rel::NsubjOuter => {
                matches!(
                    head,
                    "stand"
                        | "contain"
                        | "include"
                        | "follow"
                        | "replace"
                        | "last"
                        | "begin"
                        | "come"
                        | "take"
                        | "read"
                        | "mean"
                        | "cost"
                        | "happen"
                        | "end"
                        | "go"
                        | "enter"
                        | "expire"
                        | "lapse"
                        | "mention"
                        | "cover"
                        | "list"
                ) || words
                    .head(word)
                    .is_some_and(|head| words.upos(head) == Upos::Noun)
            }
            Rel::Obl | Rel::Nmod => words.child(word, &[Rel::Case]).is_some_and(|case| {
                matches!(
                    words.lemma(case),
                    "on" | "in"
                        | "about"
                        | "from"
                        | "into"
                        | "under"
                        | "over"
                        | "without"
                        | "within"
                        | "of"
                )
            }),
            Rel::NsubjPass => !matches!(
                head,
                "accuse"
                    | "urge"
                    | "ask"
                    | "tell"
                    | "invite"
                    | "blame"
                    | "attack"
                    | "found"
                    | "represent"
                    | "bind"
            ),
            _ => false,
        };
        if of_a_thing || self.quoted[word] && !self.willed(word) {
            return None;
        }
        let sentence = words.sentence_of(word);
        let willed = self.willed(word);
        let mut candidates: Vec<&Recent> = self
            .recent
            .iter()
            .filter(|recent| !recent.person && sentence - recent.sentence <= 3 && recent.rank > 0)
            .filter(|recent| recent.entity.is_some() || !recent.plural)
            .filter(|recent| !matches!(recent.entity, Some(id) if self.work.facts[id].plural && !matches!(self.work.all[id].kind, EntityKind::Actor(ActorType::State | ActorType::Company | ActorType::Union | ActorType::Media))))
            .collect();
        candidates
            .sort_by_key(|recent| std::cmp::Reverse((self.weight(recent, word), recent.word)));
        let best = candidates.first()?;
        if best.entity.is_none() && willed {
            return candidates
                .iter()
                .find_map(|recent| recent.entity.filter(|&id| self.is_body(id)));
        }
        best.entity.filter(|&id| self.is_body(id))
    }

    fn is_body(&self, id: EntityId) -> bool {
        matches!(self.work.all[id].kind, EntityKind::Actor(kind) if !matches!(kind, ActorType::Person))
    }

    fn many(&mut self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        let sentence = words.sentence_of(word);

        self.recent
            .iter()
            .filter(|recent| sentence - recent.sentence <= 3 && recent.rank > 0)
            .filter(|recent| {
                recent.plural
                    || recent.entity.is_some_and(|id| {
                        matches!(
                            self.work.all[id].kind,
                            EntityKind::Actor(
                                ActorType::Movement
                                    | ActorType::Alliance
                                    | ActorType::Union
                                    | ActorType::ArmedGroup
                                    | ActorType::PoliticalParty
                            )
                        )
                    })
            })
            .max_by_key(|recent| {
                (
                    self.weight(recent, word) + if recent.plural { 8 } else { 0 },
                    recent.word,
                )
            })
            .and_then(|recent| recent.entity)
    }

    /// The person whose office is this noun: "the mediator", "the envoy".
    fn by_office(&self, lemma: &str, owner: Option<EntityId>) -> Option<EntityId> {
        let wanted = owner.map(|owner| self.work.party_of(owner).unwrap_or(owner));
        let fits = |id: EntityId| {
            self.work.facts[id]
                .nouns
                .iter()
                .any(|noun| same_office(noun, lemma))
                && wanted.is_none_or(|owner| self.work.party_of(id) == Some(owner))
                && self.work.all[id].kind == EntityKind::Actor(ActorType::Person)
        };
        self.recent
            .iter()
            .rev()
            .filter_map(|recent| recent.entity)
            .find(|&id| fits(id))
    }

    fn noun(&mut self, head: usize) {
        let words = self.work.words;
        let classes = self.work.classes;
        let lemma = match words.lemma(head).to_lowercase() {
            lemma if lemma == "people" => "person".to_owned(),
            lemma => lemma,
        };
        let phrase = self.work.phrase(head);
        // "security council": the noun may be of two words.
        let pair = if head > 0 {
            format!("{} {lemma}", self.work.lower(head - 1))
        } else {
            lemma.clone()
        };
        let owner_words: Vec<usize> = phrase.owners.clone();
        let owner = owner_words.iter().find_map(|&owner| {
            self.work.of_word[owner]
                .filter(|&id| matches!(self.work.all[id].kind, EntityKind::Actor(_)))
        });
        let plural = matches!(words.xpos(head), Xpos::Nns | Xpos::Nnps);
        if self.group(&phrase, &lemma, plural, owner) {
            return;
        }
        let place_owner = owner_words.iter().find_map(|&owner| {
            self.work.of_word[owner].filter(|&id| self.work.all[id].kind == EntityKind::Place)
        });
        let possessive = phrase
            .owners
            .first()
            .is_some_and(|&owner| words.xpos(owner) == Xpos::PrpPoss);
        if classes.has("party", &lemma) || (possessive && classes.has("country", &lemma)) {
            if let (None, Some(place), "government" | "authorities" | "administration") =
                (owner, place_owner, lemma.as_str())
            {
                // The state itself, where the report has it act under its own name.
                if let Some(state) = self.state_of_seat(place) {
                    self.mention(phrase.start..phrase.end, head, state, MentionKind::Nominal);
                    return;
                }
                let name = format!("{} {lemma}", self.work.all[place].name);
                let alias = self.work.all[place].name.clone();
                let id = self.body(name, ActorType::GovernmentBody);
                self.work.all[id].party = Some(id);
                self.work.place_governments.push((id, alias));
                self.mention(phrase.start..phrase.end, head, id, MentionKind::Nominal);
                return;
            }
            if let Some(owner) = owner {
                // The members of a person's side are the side.
                let target = if self.work.all[owner].kind == EntityKind::Actor(ActorType::Person)
                    || self.is_spokes(owner)
                {
                    self.work.party_of(owner)
                } else {
                    Some(owner)
                };
                if let Some(target) = target {
                    if lemma == "government" {
                        self.work.facts[target].nouns.push(lemma);
                    }
                    self.mention(phrase.start..phrase.end, head, target, MentionKind::Nominal);
                    return;
                }
            } else if phrase.article == "the" && lemma == "government" {
                let state = self
                    .recent
                    .iter()
                    .rev()
                    .filter_map(|recent| recent.entity)
                    .find(|&id| {
                        self.work.facts[id]
                            .nouns
                            .iter()
                            .any(|noun| noun == "government")
                    })
                    .or_else(|| {
                        let id = self
                            .recent
                            .iter()
                            .rev()
                            .filter_map(|recent| recent.entity)
                            .find_map(|id| self.work.party_of(id))?;
                        (self.work.all[id].kind == EntityKind::Actor(ActorType::State))
                            .then_some(id)
                    });
                if let Some(state) = state {
                    self.mention(phrase.start..phrase.end, head, state, MentionKind::Nominal);
                    return;
                }
            }
            self.plain(head, &phrase);
            return;
        }
        let persons = classes.has("persons", &lemma)
            || classes.has("persons", &pair)
            || classes.has("unnamed", &lemma);
        if persons {
            self.people(&phrase, &lemma, plural, owner);
            return;
        }
        if classes.has("bodies", &lemma)
            || matches!(lemma.as_str(), "committee" | "contact group")
            || pair == "contact group"
        {
            self.official_body(&phrase, &lemma, owner);
            return;
        }
        if (classes.has("media", &lemma) || classes.has("media", &pair))
            && let Some(owner) = owner.filter(|_| !phrase.owned)
            && matches!(
                self.work.all[owner].kind,
                EntityKind::Actor(ActorType::State)
            )
            && matches!(
                lemma.as_str(),
                "television" | "tv" | "radio" | "media" | "newspaper" | "broadcaster"
            )
        {
            let name = self.work.text(self.work.description(&phrase));
            let id = self.body(name, ActorType::Media);
            self.work.tells.push(id);
            self.mention(phrase.start..phrase.end, head, id, MentionKind::Nominal);
            return;
        }
        // "the company", "the union": whoever of that kind was named.
        let kind = match lemma.as_str() {
            "company" | "firm" | "operator" | "employer" => Some(ActorType::Company),
            "union" => Some(ActorType::Union),
            "bloc" | "alliance" | "compact" => Some(ActorType::Alliance),
            "organisation" | "organization" | "agency" | "court" | "mission" => {
                Some(ActorType::InternationalOrganisation)
            }
            "movement" | "community" => Some(ActorType::Movement),
            "rebels" | "rebel" | "militia" | "group" | "faction" => Some(ActorType::ArmedGroup),
            "newspaper" | "broadcaster" => Some(ActorType::Media),
            _ => None,
        };
        if let Some(kind) = kind {
            if phrase.article == "the" && owner.is_none() {
                let found = self
                    .recent
                    .iter()
                    .rev()
                    .filter_map(|recent| recent.entity)
                    .find(|&id| {
                        self.work.all[id].kind == EntityKind::Actor(kind)
                            && (!matches!(lemma.as_str(), "agency" | "court" | "mission")
                                || self.work.all[id]
                                    .name
                                    .to_lowercase()
                                    .contains(lemma.as_str()))
                    });
                if let Some(found) = found {
                    self.mention(phrase.start..phrase.end, head, found, MentionKind::Nominal);
                    return;
                }
            }
            if let Some(owner) = owner
                && lemma == "mission"
                && !phrase.owned
            {
                let name = self.work.text(self.work.description(&phrase));
                let id = self.body(name, ActorType::InternationalOrganisation);
                let _ = owner;
                self.work.all[id].party = Some(id);
                self.mention(phrase.start..phrase.end, head, id, MentionKind::Nominal);
                return;
            }
        }
        self.plain(head, &phrase);
    }

    /// The state whose capital a place is, if it acts by name anywhere.
    fn state_of_seat(&self, place: EntityId) -> Option<EntityId> {
        let country = self
            .work
            .lexicon
            .gazetteer
            .capital_of(&self.work.all[place].name)?;
        (0..self.work.pieces.len()).find_map(|piece| {
            let id = self.work.entity_of[piece]?;
            let index = self.work.facts[id].country?;
            let named = matches!(
                self.work.pieces[piece].kind,
                super::names::PieceKind::State(_)
            );
            let same = std::ptr::eq(&self.work.lexicon.gazetteer.countries[index], country);
            (named
                && same
                && self.work.pieces[piece].body
                && self.work.acts_at(self.work.pieces[piece].words.clone()))
            .then_some(id)
        })
    }

    fn is_spokes(&self, id: EntityId) -> bool {
        matches!(
            self.work.all[id].kind,
            EntityKind::Actor(ActorType::Unnamed)
        )
    }

    /// A thing that is no actor may be what a pronoun means.
    fn plain(&mut self, head: usize, phrase: &Phrase) {
        let words = self.work.words;
        let time = matches!(
            words.lemma(head),
            "day"
                | "week"
                | "month"
                | "year"
                | "hour"
                | "time"
                | "morning"
                | "night"
                | "evening"
                | "percent"
                | "%"
                | "kilometre"
                | "point"
                | "question"
                | "condition"
        );
        if time || matches!(words.rel(head), Rel::Compound | Rel::OblUnmarked) {
            return;
        }
        let rank = self.rank(head);
        let _ = phrase;
        // Only subjects and objects come to mind.
        if rank > 1 || matches!(words.rel(words.first_conjunct(head)), Rel::Obj) {
            self.note(None, head, rank);
        }
    }

    fn body(&mut self, name: String, kind: ActorType) -> EntityId {
        let name = name.replace('’', "'");
        let found = self.work.all.iter().position(|entity| {
            entity.name.eq_ignore_ascii_case(&name) && entity.kind == EntityKind::Actor(kind)
        });
        match found {
            Some(id) => id,
            None => self.work.make(name, EntityKind::Actor(kind)),
        }
    }

    /// "both sides", "the three", "the two leaders".
    fn group(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
    ) -> bool {
        let classes = self.work.classes;
        let rivals = plural
            && classes.has("party", lemma)
            && (phrase.inner..phrase.head).any(|word| {
                matches!(
                    self.work.lower(word).as_str(),
                    "rival" | "warring" | "opposing" | "competing" | "feuding"
                )
            });
        if !rivals && (!classes.has("sides", lemma) || owner.is_some()) {
            return false;
        }
        let quantifier = matches!(
            phrase.article.as_str(),
            "both" | "neither" | "either" | "all"
        );
        let counted = phrase.number.as_deref().and_then(number_of);
        let side = matches!(
            lemma,
            "side" | "party" | "camp" | "delegation" | "rival" | "government" | "capital"
        );
        let definite = phrase.article == "the";
        let fits = rivals
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
        let members = self.sides(count, lemma);
        let name = self.work.text(phrase.start..phrase.head + 1);
        let id = self.work.make(name, EntityKind::Thing);
        self.work.all[id].members = members;
        self.work.facts[id].plural = true;
        self.mention(
            phrase.start..phrase.head + 1,
            phrase.head,
            id,
            MentionKind::Nominal,
        );
        true
    }

    /// The parties at the table: who acted most so far, or in the whole report where too few did.
    fn sides(&self, count: u32, lemma: &str) -> Vec<EntityId> {
        if !matches!(
            lemma,
            "side"
                | "party"
                | "camp"
                | "delegation"
                | "rival"
                | "government"
                | "country"
                | "capital"
                | "state"
                | "nation"
        ) {
            let mut holders: Vec<EntityId> = Vec::new();
            for id in self.recent.iter().rev().filter_map(|recent| recent.entity) {
                let fits = self.work.facts[id]
                    .nouns
                    .iter()
                    .any(|noun| same_office(noun, lemma));
                if fits && !holders.contains(&id) {
                    holders.push(id);
                }
            }
            if holders.len() >= count as usize {
                holders.truncate(count as usize);
                holders.reverse();
                return holders;
            }
        }
        let mut seen: Vec<(EntityId, i32)> = Vec::new();
        for recent in &self.recent {
            let Some(id) = recent.entity else { continue };
            let Some(party) = self.work.party_of(id) else {
                continue;
            };
            if self.work.facts[id].neutral {
                continue;
            }
            match seen.iter_mut().find(|(other, _)| *other == party) {
                Some((_, weight)) => *weight += recent.rank.max(1),
                None => seen.push((party, recent.rank.max(1))),
            }
        }
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
        seen.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        seen.truncate(count as usize);
        let mut members: Vec<EntityId> = seen.into_iter().map(|(id, _)| id).collect();
        members.sort_unstable();
        members
    }

    /// "the three", "one of the three", "all three".
    fn counted_head(&mut self, word: usize) -> bool {
        let words = self.work.words;
        if words.upos(word) != Upos::Num {
            return false;
        }
        let lower = self.work.lower(word);
        let next_noun = word + 1 < words.len() && super::names::Finder::is_nominal(words, word + 1);
        if next_noun {
            return false;
        }
        let before = word
            .checked_sub(1)
            .map(|before| self.work.lower(before))
            .unwrap_or_default();
        if lower == "one" && self.work.form_at(word + 1) == "of" {
            let Some(number) = (word + 2..(word + 4).min(words.len()))
                .find(|&at| number_of(&self.work.lower(at)).is_some())
            else {
                return false;
            };
            if !(self.work.is_agent(word))
                || words.upos(number) != Upos::Num
                || super::names::Finder::is_nominal(words, (number + 1).min(words.len() - 1))
                    && number + 1 < words.len()
                    && words.upos(number + 1) == Upos::Noun
            {
                return false;
            }
            let name = self.work.text(word..number + 1);
            let id = self.body(name, ActorType::Unnamed);
            self.work.tells.push(id);
            self.mention(word..number + 1, word, id, MentionKind::Nominal);
            return true;
        }
        if !matches!(before.as_str(), "the" | "all") {
            return false;
        }
        let Some(count) = number_of(&lower) else {
            return false;
        };
        let found = self
            .counted
            .iter()
            .rev()
            .find(|(number, _)| *number == count)
            .map(|&(_, id)| id);
        if let Some(id) = found {
            self.mention(word - 1..word + 1, word, id, MentionKind::Nominal);
            return true;
        }
        let group = self
            .recent
            .iter()
            .rev()
            .filter_map(|recent| recent.entity)
            .find(|&id| self.work.all[id].members.len() == count as usize);
        if let Some(id) = group {
            self.mention(word - 1..word + 1, word, id, MentionKind::Nominal);
            return true;
        }
        false
    }

    /// "Another put the total at 370": one more of the people told of before.
    fn bare(&mut self, word: usize) {
        let words = self.work.words;
        let lower = self.work.lower(word);
        let next_noun = word + 1 < words.len() && super::names::Finder::is_nominal(words, word + 1);
        if next_noun
            || lower == "one" && self.work.form_at(word + 1) != "said"
            || self.last_unnamed.is_none()
        {
            return;
        }
        let id = self.work.make(
            words.form(word).to_owned(),
            EntityKind::Actor(ActorType::Unnamed),
        );
        self.work.tells.push(id);
        self.mention(word..word + 1, word, id, MentionKind::Nominal);
    }

    /// Ministries, offices, committees.
    fn official_body(&mut self, phrase: &Phrase, lemma: &str, owner: Option<EntityId>) {
        let words = self.work.words;
        let head = phrase.head;
        let description = self.work.text(self.work.description(phrase));
        if let Some(owner) = owner {
            let pronoun = phrase
                .owners
                .iter()
                .any(|&word| words.upos(word) == Upos::Pron);
            let owner_name = self.work.all[owner].name.clone();
            let own = phrase
                .owners
                .first()
                .copied()
                .filter(|_| phrase.owned && !pronoun);
            let name = match own {
                Some(word) => {
                    let written = match self.work.piece_at[word] {
                        Some(piece) => self.work.piece_text(piece),
                        None => words.form(word).to_owned(),
                    };
                    let mark = self.work.form_at(word + 1).replace('’', "'");
                    format!("{written}{mark} {description}")
                }
                None if pronoun => format!("{owner_name}'s {description}"),
                None => description.clone(),
            };
            let id = self.body(name, ActorType::GovernmentBody);
            if pronoun {
                let alias = self.work.text(phrase.start..head + 1);
                if !self.work.all[id].aliases.contains(&alias) {
                    self.work.all[id].aliases.push(alias);
                }
            }
            if self.work.facts[id].owners.is_empty() {
                let owners = phrase.owners.clone();
                self.work.facts[id].owners.extend(owners);
            }
            self.work.facts[id].nouns.push(lemma.to_owned());
            if lemma == "office"
                && self.work.all[owner].kind == EntityKind::Actor(ActorType::Person)
            {
                self.work.facts[owner].nouns.push("office-holder".into());
            }
            self.mention(phrase.start..phrase.end, head, id, MentionKind::Nominal);
            if self.work.is_agent(head)
                || self.work.all[id].name.to_lowercase().contains("parliament")
            {
                self.work.tells.push(id);
            }
            return;
        }
        // "the ministry": the one named before.
        if phrase.article == "the" {
            let found = self
                .recent
                .iter()
                .rev()
                .filter_map(|recent| recent.entity)
                .find(|&id| {
                    matches!(self.work.all[id].kind, EntityKind::Actor(kind) if kind != ActorType::Person)
                        && (self.work.facts[id].nouns.iter().any(|noun| noun == lemma)
                            || self.work.all[id].name.to_lowercase().ends_with(&format!(" {lemma}")))
                });
            if let Some(found) = found {
                self.mention(phrase.start..phrase.end, head, found, MentionKind::Nominal);
                return;
            }
        }
        // A committee that acts.
        let committee = matches!(
            lemma,
            "committee"
                | "commission"
                | "council"
                | "panel"
                | "group"
                | "assembly"
                | "secretariat"
                | "bureau"
        );
        if committee && phrase.inner < head && self.work.is_agent(head) {
            let id = self.body(description, ActorType::GovernmentBody);
            self.work.facts[id].nouns.push(lemma.to_owned());
            self.work.tells.push(id);
            self.mention(phrase.start..phrase.end, head, id, MentionKind::Nominal);
            return;
        }
        self.plain(head, phrase);
    }

    /// People by their office or in general.
    fn people(&mut self, phrase: &Phrase, lemma: &str, plural: bool, owner: Option<EntityId>) {
        let words = self.work.words;
        let classes = self.work.classes;
        let head = phrase.head;
        let pronoun_owner = phrase
            .owners
            .first()
            .is_some_and(|&word| words.xpos(word) == Xpos::PrpPoss);
        // Copular nouns and compounds describe, they do not mention.
        let predicate = words
            .children(head)
            .any(|child| words.rel(child) == Rel::Cop);
        if predicate {
            return;
        }
        let definite = matches!(
            phrase.article.as_str(),
            "the" | "this" | "that" | "these" | "those"
        ) || phrase.owned;
        if definite
            && !plural
            && (owner.is_some() || !phrase.owned)
            && let Some(found) = self.by_office(lemma, owner)
        {
            self.mention(phrase.start..phrase.end, head, found, MentionKind::Nominal);
            return;
        }
        if definite && plural {
            // "the envoys": all who hold that office.
            let mut holders: Vec<EntityId> = Vec::new();
            for id in self.recent.iter().filter_map(|recent| recent.entity) {
                if self.work.facts[id]
                    .nouns
                    .iter()
                    .any(|noun| same_office(noun, lemma))
                    && !holders.contains(&id)
                    && self.work.all[id].kind == EntityKind::Actor(ActorType::Person)
                    && owner.is_none_or(|owner| self.work.party_of(id) == Some(owner))
                {
                    holders.push(id);
                }
            }
            // Companions share the office in the plural.
            if holders.len() == 1 {
                for (main, _, with) in self.work.companions.clone() {
                    if main == holders[0] && !holders.contains(&with) {
                        holders.push(with);
                    }
                }
            }
            if holders.len() > 1 {
                let name = self.work.text(phrase.start..head + 1);
                let id = self.work.make(name, EntityKind::Thing);
                self.work.all[id].members = holders;
                self.work.facts[id].plural = true;
                self.mention(phrase.start..phrase.end, head, id, MentionKind::Nominal);
                return;
            }
        }
        // "the official added": the unnamed one told of before.
        if definite && owner.is_none() {
            let found = self
                .recent
                .iter()
                .rev()
                .filter_map(|recent| recent.entity)
                .find(|&id| {
                    self.work.all[id].kind == EntityKind::Actor(ActorType::Unnamed)
                        && self.work.facts[id].nouns.iter().any(|noun| noun == lemma)
                        && self.work.facts[id].plural == plural
                });
            if let Some(found) = found {
                self.mention(phrase.start..phrase.end, head, found, MentionKind::Nominal);
                return;
            }
        }
        // "its negotiators", "his inspectors": the side itself.
        if phrase.owned
            && plural
            && matches!(
                lemma,
                "negotiator"
                    | "diplomat"
                    | "inspector"
                    | "delegate"
                    | "envoy"
                    | "officer"
                    | "commander"
                    | "soldier"
                    | "leader"
                    | "official"
                    | "representative"
            )
            && let Some(party) = owner.and_then(|owner| self.work.party_of(owner))
        {
            self.mention(phrase.start..phrase.end, head, party, MentionKind::Nominal);
            return;
        }
        if !classes.has("unnamed", lemma) || lemma == "member" && phrase.owned && plural {
            self.plain(head, phrase);
            return;
        }
        self.unnamed(phrase, lemma, plural, owner, pronoun_owner);
    }

    fn unnamed(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        plural: bool,
        owner: Option<EntityId>,
        pronoun_owner: bool,
    ) {
        let words = self.work.words;
        let head = phrase.head;
        let tells = self.tells(head);
        // "Ukrainian and European officials" are two.
        let start = phrase.start;
        if plural
            && start >= 2
            && self.work.form_at(start - 1) == "and"
            && !phrase.owned
            && let Some(first) =
                self.work.piece_at[start - 2].filter(|_| self.work.of_word[start - 2].is_some())
        {
            let adjective = self
                .work
                .lexicon
                .gazetteer
                .demonym(words.form(start - 2))
                .is_some_and(|demonym| demonym.adjective)
                || matches!(
                    self.work.pieces[first].kind,
                    super::names::PieceKind::Demonym(..)
                );
            if adjective {
                let second = self.work.text(self.work.description(phrase));
                let noun = self.work.text(self.noun_words(phrase)..head + 1);
                let first_name = format!("{} {noun}", self.work.piece_text(first));
                let mut members = Vec::new();
                for (name, owner_word) in [
                    (first_name, start - 2),
                    (second, phrase.owners.first().copied().unwrap_or(head)),
                ] {
                    let id = self.work.make(name, EntityKind::Actor(ActorType::Unnamed));
                    self.work.facts[id].plural = true;
                    self.work.facts[id].owners.push(owner_word);
                    self.work.facts[id].nouns.push(lemma.to_owned());
                    if tells {
                        self.work.tells.push(id);
                    }
                    members.push(id);
                }
                let name = self.work.text(start - 2..head + 1);
                let id = self.work.make(name, EntityKind::Thing);
                self.work.all[id].members = members;
                self.work.facts[id].plural = true;
                self.mention(start - 2..phrase.end, head, id, MentionKind::Nominal);
                return;
            }
        }
        let mut from = phrase.inner;
        if let Some(number) = phrase.number.as_ref().filter(|number| *number != "one") {
            let word = (phrase.start..phrase.inner).find(|&word| self.work.lower(word) == *number);
            from = word.unwrap_or(from);
        }
        let mut to = head + 1;
        // "two people briefed on the talks", "member of the Iranian team", "spokesman for Denev"
        let after = self.work.form_at(head + 1);
        let general = matches!(
            lemma,
            "person"
                | "source"
                | "member"
                | "other"
                | "representative"
                | "man"
                | "woman"
                | "participant"
        );
        if matches!(after, "of" | "for") && phrase.end > head + 1 {
            to = phrase.end;
        } else if general || lemma == "diplomat" && after == "in" || lemma == "source" {
            let restrictive = matches!(
                after,
                "close"
                    | "briefed"
                    | "familiar"
                    | "with"
                    | "in"
                    | "involved"
                    | "near"
                    | "at"
                    | "from"
                    | "aware"
            );
            if restrictive {
                let sentence = words.sentence(words.sentence_of(head));
                to = (head + 2..sentence.end)
                    .find(|&word| {
                        matches!(
                            words.upos(word),
                            Upos::Punct | Upos::Aux | Upos::Sconj | Upos::Pron
                        ) || (words.is_verb(word)
                            && word > head + 1
                            && matches!(words.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp))
                            || words.form(word) == "who"
                            || words.form(word) == "have"
                    })
                    .unwrap_or(sentence.end);
            }
        }
        let mut name = self.work.text(from..to);
        if phrase.owned {
            let word = phrase.owners.first().copied();
            let owner_text = match (owner, word) {
                (Some(owner), Some(_)) if pronoun_owner => {
                    Some((self.work.all[owner].name.clone(), true))
                }
                (_, Some(word)) => Some((
                    match self.work.piece_at[word] {
                        Some(piece) => self.work.piece_text(piece),
                        None => words.form(word).to_owned(),
                    },
                    false,
                )),
                _ => None,
            };
            if let Some((owner_text, pronoun)) = owner_text {
                name = if pronoun {
                    format!("{owner_text} {name}")
                } else {
                    format!("{owner_text}'s {name}")
                };
            }
        }
        let id = if tells && !(plural && phrase.number.is_none()) {
            self.work.make(name, EntityKind::Actor(ActorType::Unnamed))
        } else {
            self.body(name, ActorType::Unnamed)
        };
        self.work.facts[id].plural = plural;
        self.learn(id, lemma);
        let owners = phrase.owners.clone();
        self.work.facts[id].owners.extend(owners);
        if tells {
            self.work.tells.push(id);
        }
        if pronoun_owner
            || !phrase.article.is_empty()
                && phrase.article != "the"
                && phrase.article != "a"
                && phrase.article != "an"
            || phrase.number.is_some()
        {
            let alias = self.work.text(phrase.start..head + 1);
            if alias != self.work.all[id].name {
                self.work.all[id].aliases.push(alias);
            }
        }
        if let Some(count) = phrase.number.as_deref().and_then(number_of) {
            self.counted.push((count, id));
        }
        self.last_unnamed = Some(id);
        self.mention(
            phrase.start..to.max(phrase.end),
            head,
            id,
            MentionKind::Nominal,
        );
    }

    fn learn(&mut self, id: EntityId, lemma: &str) {
        self.work.learn_noun(id, lemma);
    }

    /// Where the noun itself begins, behind adjectives of states.
    fn noun_words(&self, phrase: &Phrase) -> usize {
        (phrase.inner..=phrase.head)
            .find(|&word| {
                self.work.of_word[word].is_none()
                    && self.work.words.form(word).starts_with(char::is_lowercase)
                    && self.work.words.upos(word) != Upos::Cconj
            })
            .unwrap_or(phrase.head)
    }

    /// Whether the people headed by a word tell, act or come along, so that they are an entry.
    fn tells(&self, head: usize) -> bool {
        let words = self.work.words;
        if self.work.is_agent(head) {
            return true;
        }
        let first = words.first_conjunct(head);
        if head != first && self.work.is_agent(first) {
            return true;
        }
        // "according to", "citing", "accompanied by X and an interpreter", "concern among officials"
        let sentence = words.sentence(words.sentence_of(head));
        let mut at = head;
        while at > sentence.start && at + 6 > head {
            at -= 1;
            let lower = self.work.lower(at);
            if matches!(
                lower.as_str(),
                "according"
                    | "citing"
                    | "cited"
                    | "cites"
                    | "quoting"
                    | "quoted"
                    | "quotes"
                    | "among"
            ) {
                return true;
            }
            if words.is_verb(at) || matches!(words.form(at), "," | ".") {
                break;
            }
        }
        words
            .children(first)
            .any(|child| words.rel(child) == Rel::Case && words.lemma(child) == "by")
            && words.head(first).is_some_and(|verb| {
                matches!(
                    words.lemma(verb),
                    "accompany" | "join" | "tell" | "say" | "report"
                )
            })
            || first != head
                && words
                    .head(first)
                    .is_some_and(|verb| matches!(words.lemma(verb), "accompany" | "join"))
    }
}

/// Whether two nouns may name the same office: "envoy" and "emissary".
fn same_office(a: &str, b: &str) -> bool {
    const SAME: &[&[&str]] = &[
        &["envoy", "emissary"],
        &["chair", "chairman", "chairwoman", "chairperson"],
        &["spokesman", "spokeswoman", "spokesperson"],
        &["adviser", "advisor", "counsellor", "counselor", "aide"],
        &["minister", "premier"],
        &["leader", "president", "head"],
    ];
    a == b
        || SAME
            .iter()
            .any(|same| same.contains(&a) && same.contains(&b))
}
