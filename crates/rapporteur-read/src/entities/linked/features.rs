//! What the model sees of a phrase and of somebody that it may mean.

use std::cell::OnceCell;

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::anchors::{Anchor, Kind, is_person};
use crate::blocks::Blocks;
use crate::entities::{Entities, EntityId, EntityKind, MentionKind};
use crate::learned::{Bag, kind, main_subjects, path};
use crate::words::Words;

/// Whom a phrase may mean, at most: those mentioned nearest before it, then behind it.
const MOST: usize = 16;
/// Mentions of somebody that are looked at for whose it is.
const LOOKED_AT: usize = 8;
/// Hardly anybody has more features.
const MANY: usize = 64;

/// What the features are read off.
#[derive(Debug)]
pub struct Sight<'a> {
    words: &'a Words<'a>,
    blocks: &'a Blocks,
    entities: &'a Entities,
    /// Heads of the mentions of each entity, in order; those of its people count for a body, too.
    mentions: Vec<Vec<usize>>,
    /// Those of the entity itself.
    own: Vec<Vec<usize>>,
    /// Names and aliases of each entity in lower case.
    names: Vec<OnceCell<Vec<String>>>,
    /// How many people of the report are each entity's.
    people: Vec<usize>,
    /// How many are mentioned more often.
    ranks: Vec<usize>,
    /// The subject of the main clause of each sentence.
    subjects: Vec<Option<usize>>,
}

/// A phrase with those that it may mean.
#[derive(Debug)]
pub struct Question<'s> {
    anchor: &'s Anchor,
    /// Whom it may mean.
    pub who: Vec<EntityId>,
    /// How each of them is seen: kind, last mention of it or of its people before the phrase.
    seen: Vec<(&'static str, Option<usize>)>,
    /// The nearest body before the phrase and behind it.
    nearest: [Option<EntityId>; 2],
}

impl<'a> Sight<'a> {
    /// Looks at the entities of a report.
    pub fn new(words: &'a Words<'a>, blocks: &'a Blocks, entities: &'a Entities) -> Self {
        let count = entities.all.len();
        let (mut mentions, mut own) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for mention in &entities.mentions {
            own[mention.entity].push(mention.head);
            mentions[mention.entity].push(mention.head);
            if let Some(party) = entities.all[mention.entity].party
                && party != mention.entity
            {
                mentions[party].push(mention.head);
            }
        }
        let mut people = vec![0; count];
        for id in (0..count).filter(|&id| is_person(entities, id)) {
            if let Some(party) = entities.all[id].party {
                people[party] += 1;
            }
        }
        let mut ranks = vec![0; count];
        for persons in [true, false] {
            let mut often: Vec<usize> = (0..count)
                .filter(|&id| is_person(entities, id) == persons)
                .collect();
            often.sort_by_key(|&id| std::cmp::Reverse(mentions[id].len()));
            for (place, &id) in often.iter().enumerate() {
                ranks[id] = match place.checked_sub(1).map(|before| often[before]) {
                    Some(other) if mentions[other].len() == mentions[id].len() => ranks[other],
                    _ => place,
                };
            }
        }
        Self {
            words,
            blocks,
            entities,
            mentions,
            own,
            names: vec![OnceCell::new(); count],
            people,
            ranks,
            subjects: main_subjects(words),
        }
    }

    /// What is asked of a phrase: bodies, where it is whose somebody is; people, for "he"; anybody, for a description.
    pub fn question<'s>(&self, anchor: &'s Anchor) -> Question<'s> {
        let personal = matches!(
            self.words.lower(anchor.word),
            "he" | "she" | "his" | "her" | "him"
        );
        let may = |id: EntityId| {
            let entity = &self.entities.all[id];
            !self.own[id].is_empty()
                && entity.members.is_empty()
                && match entity.kind {
                    EntityKind::Actor(ActorType::Media) => false,
                    EntityKind::Actor(ActorType::Person | ActorType::Unnamed) => {
                        anchor.kind != Kind::Party
                            && self.own[id][0] < anchor.word
                            && (personal || anchor.kind == Kind::Nominal)
                    }
                    EntityKind::Actor(_) => !(anchor.kind == Kind::Pronoun && personal),
                    _ => false,
                }
        };
        let mut near: Vec<(usize, EntityId, Option<usize>)> = (0..self.entities.all.len())
            .filter(|&id| may(id))
            .map(|id| {
                let at = self.mentions[id].partition_point(|&at| at < anchor.word);
                let last = at.checked_sub(1).map(|before| self.mentions[id][before]);
                let far = match last {
                    Some(last) => anchor.word - last,
                    None => self.words.len() + self.mentions[id][at].abs_diff(anchor.word),
                };
                (far, id, last)
            })
            .collect();
        near.sort_unstable();
        near.truncate(MOST);
        near.sort_unstable_by_key(|&(_, id, _)| id);
        let nearest = [true, false].map(|before| {
            (near.iter())
                .filter_map(|&(_, id, _)| {
                    let own = &self.own[id];
                    let at = own.partition_point(|&at| at < anchor.word);
                    let beside = if before {
                        own.get(at.checked_sub(1)?)
                    } else {
                        own.get(at)
                    };
                    Some((beside?.abs_diff(anchor.word), id))
                })
                .min()
                .map(|(_, id)| id)
        });
        Question {
            anchor,
            who: near.iter().map(|&(_, id, _)| id).collect(),
            seen: (near.iter())
                .map(|&(_, id, last)| (self.kind_of(id), last))
                .collect(),
            nearest,
        }
    }

    /// Features of each of those whom a phrase may mean, and of nobody.
    pub fn features(&self, question: &Question) -> Vec<Vec<u32>> {
        let mut all: Vec<Vec<u32>> = (question.who.iter())
            .map(|&id| {
                let mut found = Vec::with_capacity(MANY);
                let mut bag = Bag(&mut found);
                match question.anchor.kind {
                    Kind::Party => self.whose(question, id, &mut bag),
                    Kind::Pronoun | Kind::Nominal => self.whom(question, id, &mut bag),
                }
                found
            })
            .collect();
        all.push(self.nobody(question));
        all
    }

    /// Features of nobody.
    fn nobody(&self, question: &Question) -> Vec<u32> {
        let anchor = question.anchor;
        let mut found = Vec::new();
        let mut bag = Bag(&mut found);
        let key = self.key(anchor);
        bag.text(kind!("nobody"), &[kind(anchor)]);
        bag.text(kind!("nobody key"), &[&key]);
        let by_rule = match anchor.kind {
            Kind::Party => anchor.entity.and_then(|id| self.entities.all[id].party),
            _ => anchor.entity,
        };
        let known = if by_rule.is_some() { "1" } else { "0" };
        bag.text(kind!("nobody rule"), &[kind(anchor), known]);
        let head = (self.words.head(anchor.word)).map_or("", |head| self.words.lemma(head));
        bag.text(kind!("nobody verb"), &[kind(anchor), head]);
        let bodies = question.who.len().min(6).to_string();
        bag.text(kind!("nobody of"), &[kind(anchor), &bodies]);
        found
    }

    /// Names and aliases in lower case, the fullest first.
    fn names(&self, id: EntityId) -> &[String] {
        self.names[id].get_or_init(|| {
            let entity = &self.entities.all[id];
            (std::iter::once(&entity.name).chain(&entity.aliases))
                .map(|name| name.to_lowercase())
                .collect()
        })
    }

    fn kind_of(&self, id: EntityId) -> &'static str {
        match self.entities.all[id].kind {
            EntityKind::Actor(kind) => kind.as_str(),
            EntityKind::Place => "place",
            EntityKind::Thing => "thing",
        }
    }

    /// The phrase as it is seen: the pronoun, the noun with what stands before it, the office of a person.
    fn key(&self, anchor: &Anchor) -> String {
        let words = self.words;
        match anchor.kind {
            Kind::Pronoun => words.lower(anchor.word).to_owned(),
            Kind::Nominal => format!("{} {}", self.article(anchor.word), words.lemma(anchor.word)),
            Kind::Party => self.office(anchor),
        }
    }

    /// "the", "its", "a" …: what stands before a noun.
    fn article(&self, word: usize) -> &str {
        let words = self.words;
        words
            .child(word, &[Rel::NmodPoss])
            .or_else(|| words.child(word, &[Rel::Det]))
            .map_or("-", |article| match words.upos(article) {
                Upos::Pron | Upos::Det => words.lower(article),
                _ => "'s",
            })
    }

    /// The last word of the first office of somebody; of somebody without a name, the noun.
    fn office(&self, anchor: &Anchor) -> String {
        let Some(entity) = anchor.entity.map(|id| &self.entities.all[id]) else {
            return "-".into();
        };
        let title = match entity.kind {
            EntityKind::Actor(ActorType::Unnamed) => Some(&entity.name),
            _ => entity.roles.first().map(|role| &role.title),
        };
        title
            .and_then(|title| title.rsplit(' ').next())
            .map_or_else(|| "-".into(), str::to_lowercase)
    }

    /// Whose somebody is.
    fn whose(&self, question: &Question, id: EntityId, bag: &mut Bag) {
        let anchor = question.anchor;
        let (words, entities) = (self.words, self.entities);
        let Some(person) = anchor.entity else { return };
        let who = &entities.all[person];
        let (kind, office) = (self.kind_of(id), self.office(anchor));
        bag.text(kind!("kind"), &[kind]);
        bag.text(kind!("office"), &[&office, kind]);
        let rule = match who.party {
            None => "none",
            Some(party) if party == id => "same",
            Some(_) => "other",
        };
        bag.text(kind!("party rule"), &[rule]);
        bag.text(kind!("party rule kind"), &[rule, kind]);
        bag.text(kind!("party rule office"), &[rule, &office]);
        let names = self.names(id);
        let name = &names[0];
        // The nearest mentions of both.
        let beside = |head: usize| {
            let own = &self.own[id];
            let at = own.partition_point(|&at| at < head);
            let before = at.checked_sub(1).map(|before| own[before]);
            (before.into_iter().chain(own.get(at).copied())).map(move |body| (body, head))
        };
        let nearest = |heads: &[usize]| {
            (heads.iter().take(LOOKED_AT))
                .flat_map(|&head| beside(head))
                .min_by_key(|&(body, head)| {
                    let apart = words.sentence_of(body) != words.sentence_of(head);
                    (apart, body.abs_diff(head))
                })
        };
        let first = nearest(&[anchor.word]);
        let ever = nearest(&self.own[person]);
        for (which, pair) in [("first", first), ("ever", ever)] {
            let Some((body, head)) = pair else { continue };
            let distance = self.distance(body, head);
            bag.text(kind!("distance"), &[which, &distance]);
            bag.text(kind!("distance office"), &[which, &distance, &office]);
            bag.text(kind!("distance kind"), &[which, &distance, kind]);
            if words.sentence_of(body) == words.sentence_of(head) {
                let path = path(words, head, body);
                bag.text(kind!("path"), &[which, &path]);
                bag.text(kind!("path kind"), &[which, &path, kind]);
                if let Some(between) = self.between(head, body) {
                    bag.text(kind!("between"), &[&between]);
                    bag.text(kind!("between kind"), &[&between, kind]);
                }
            }
            let nominal = self.mention_kind(body);
            bag.text(kind!("mention"), &[which, nominal, &distance]);
        }
        for (which, nearest) in ["before", "behind"].into_iter().zip(question.nearest) {
            if nearest == Some(id) {
                bag.text(kind!("nearest"), &[which]);
                bag.text(kind!("nearest office"), &[which, &office]);
                bag.text(kind!("nearest kind"), &[which, kind]);
            }
        }
        self.standing(question, id, bag, &office);
        for role in &who.roles {
            if let Some(of) = &role.of {
                let of = of.to_lowercase();
                let same = if names.contains(&of) {
                    "same"
                } else if name.contains(&of) {
                    "part"
                } else if of
                    .split(' ')
                    .any(|word| word.len() > 3 && name.contains(word))
                {
                    "word"
                } else {
                    "other"
                };
                bag.text(kind!("of"), &[same]);
            }
            let title = role.title.to_lowercase();
            if title
                .split([' ', '-'])
                .any(|word| word.len() > 3 && name.contains(word))
            {
                bag.text(kind!("title in name"), &[kind]);
            }
        }
        let own = entities.all[person].party == Some(id);
        let others = (self.people[id] - usize::from(own)).min(3).to_string();
        bag.text(kind!("people"), &[&others]);
        bag.text(kind!("people office"), &[&others, &office]);
    }

    /// Whom a phrase means.
    fn whom(&self, question: &Question, id: EntityId, bag: &mut Bag) {
        let anchor = question.anchor;
        let (words, entities) = (self.words, self.entities);
        let (key, kind) = (self.key(anchor), self.kind_of(id));
        let class = kind_class(anchor, words);
        bag.text(kind!("key kind"), &[&key, kind]);
        bag.text(kind!("class kind"), &[class, kind]);
        if anchor.kind == Kind::Nominal {
            let lemma = words.lemma(anchor.word);
            bag.text(kind!("lemma kind"), &[lemma, kind]);
            let has = |name: &str| (name.split([' ', '-', '\'', '’'])).any(|word| word == lemma);
            let named = self.names(id).iter().any(|name| has(name));
            if named {
                bag.text(kind!("named"), &[]);
                bag.text(kind!("named lemma"), &[lemma]);
            }
            let titled = entities.all[id]
                .roles
                .iter()
                .any(|role| has(&role.title.to_lowercase()));
            if titled {
                bag.text(kind!("titled"), &[self.article(anchor.word)]);
            }
        }
        let rule = match anchor.entity {
            None => "none",
            Some(other) if other == id => "same",
            Some(other) if entities.all[other].party == entities.all[id].party => "party",
            Some(_) => "other",
        };
        bag.text(kind!("rule"), &[class, rule]);
        bag.text(kind!("rule key"), &[&key, rule]);
        let sentence = words.sentence_of(anchor.word);
        // How far back it was mentioned last, itself and through its people.
        for (which, heads) in [("own", &self.own[id]), ("any", &self.mentions[id])] {
            let last =
                (heads.partition_point(|&at| at < anchor.word).checked_sub(1)).map(|at| heads[at]);
            let far = match last {
                None => "behind".to_owned(),
                Some(at) => (sentence - words.sentence_of(at)).min(6).to_string(),
            };
            bag.text(kind!("back"), &[which, class, &far]);
            bag.text(kind!("back kind"), &[which, class, &far, kind]);
            if let Some(at) = last {
                let rel = self.part(at);
                bag.text(kind!("back part"), &[which, class, &far, rel]);
                let nominal = self.mention_kind(at);
                bag.text(kind!("back mention"), &[which, class, &far, nominal]);
            }
        }
        // How many others were mentioned since.
        let since = match question.last(id) {
            None => "none".to_owned(),
            own => (question.seen.iter())
                .filter(|(_, last)| *last > own)
                .count()
                .min(5)
                .to_string(),
        };
        bag.text(kind!("since"), &[class, &since]);
        bag.text(kind!("since kind"), &[class, &since, kind]);
        self.standing(question, id, bag, class);
        // The subjects of the clauses above, and of the verb of saying beside.
        for (far, subject) in self.governing(anchor.word).into_iter().enumerate() {
            let same = self.same(subject, id);
            let far = far.min(2).to_string();
            bag.text(kind!("above"), &[class, &far, same]);
            bag.text(kind!("above key"), &[&key, &far, same]);
        }
        let teller = self.subjects[sentence].filter(|&subject| subject != anchor.word);
        bag.text(
            kind!("teller"),
            &[class, teller.map_or("none", |teller| self.same(teller, id))],
        );
        // Whose it is: "its neighbour", "her side".
        if let Some(owner) = words.child(anchor.word, &[Rel::NmodPoss]) {
            bag.text(kind!("owner"), &[self.same(owner, id)]);
            bag.text(kind!("owner key"), &[&key, self.same(owner, id)]);
        }
        // Beside it in its clause.
        let clause = words.head(anchor.word);
        let range = words.sentence(sentence);
        let own = &self.own[id];
        let beside = own[own.partition_point(|&at| at < range.start)..]
            .iter()
            .take_while(|&&at| at < range.end)
            .any(|&at| {
                at != anchor.word
                    && (words.ancestors(at).take(3)).any(|above| Some(above) == clause)
            });
        if beside {
            bag.text(kind!("beside"), &[class]);
            bag.text(kind!("beside key"), &[&key]);
        }
    }

    /// How somebody stands in the report.
    fn standing(&self, question: &Question, id: EntityId, bag: &mut Bag, key: &str) {
        let anchor = question.anchor;
        let (words, kind) = (self.words, self.kind_of(id));
        let rank = self.ranks[id].min(4).to_string();
        bag.text(kind!("rank"), &[&rank]);
        bag.text(kind!("rank key"), &[&rank, key]);
        let alike = (question.seen.iter().filter(|(other, _)| *other == kind))
            .count()
            .min(4)
            .to_string();
        bag.text(kind!("alike"), &[kind, &alike]);
        bag.text(kind!("alike key"), &[kind, &alike, key]);
        let block = |word: usize| self.blocks.at(words.syntax.tokens.spans[word].start);
        let here = question
            .last(id)
            .is_some_and(|at| block(at) == block(anchor.word));
        bag.text(kind!("paragraph"), &[if here { "1" } else { "0" }]);
        bag.text(kind!("paragraph key"), &[if here { "1" } else { "0" }, key]);
        let sentence = words.sentence_of(anchor.word);
        for back in 1..=2 {
            let same = sentence
                .checked_sub(back)
                .and_then(|before| self.subjects[before])
                .map_or("none", |subject| self.same(subject, id));
            let back = back.to_string();
            bag.text(kind!("subject before"), &[&back, same]);
            bag.text(kind!("subject before key"), &[&back, same, key]);
        }
        let ahead = self.own[id].first().is_none_or(|&at| at > anchor.word);
        bag.text(kind!("ahead"), &[if ahead { "1" } else { "0" }]);
    }

    /// Whether a word means somebody, or somebody of theirs.
    fn same(&self, word: usize, id: EntityId) -> &'static str {
        match self.entities.of_word[word] {
            None => "unknown",
            Some(other) if other == id => "same",
            Some(other) if self.entities.all[other].party == Some(id) => "of it",
            Some(other) => match (self.entities.all[other].party, self.entities.all[id].party) {
                (Some(one), Some(two)) if one == two => "fellow",
                _ => "other",
            },
        }
    }

    /// Subjects of the clauses around that of a word, from the inside.
    fn governing(&self, word: usize) -> Vec<usize> {
        let words = self.words;
        words
            .ancestors(word)
            .take(12)
            .filter_map(|above| words.child(above, &[Rel::Nsubj, Rel::NsubjPass]))
            .filter(|&subject| subject != word)
            .take(3)
            .collect()
    }

    fn part(&self, word: usize) -> &'static str {
        let words = self.words;
        match words.rel(words.first_conjunct(word)) {
            Rel::Nsubj | Rel::NsubjPass | Rel::NsubjOuter => "subject",
            Rel::Obj | Rel::Iobj => "object",
            Rel::NmodPoss | Rel::Nmod => "owner",
            Rel::Obl | Rel::OblAgent => "oblique",
            _ => "other",
        }
    }

    fn mention_kind(&self, head: usize) -> &'static str {
        let mentions = &self.entities.mentions;
        let at = mentions.partition_point(|mention| mention.head < head);
        match mentions
            .get(at)
            .filter(|mention| mention.head == head)
            .map(|mention| mention.kind)
        {
            Some(MentionKind::Name) => "name",
            Some(MentionKind::Adjective) => "adjective",
            Some(MentionKind::Nominal) => "nominal",
            Some(MentionKind::Pronoun) => "pronoun",
            None => "none",
        }
    }

    /// How far one word stands before (-) or behind another.
    fn distance(&self, body: usize, head: usize) -> String {
        let words = self.words;
        let sign = if body < head { "-" } else { "+" };
        let (one, two) = (words.sentence_of(body), words.sentence_of(head));
        if one == two {
            let far = match body.abs_diff(head) {
                0..3 => "2",
                3..6 => "5",
                6..11 => "10",
                _ => "far",
            };
            return format!("{sign}{far}");
        }
        format!("{sign}s{}", one.abs_diff(two).min(4))
    }

    /// The few words between two.
    fn between(&self, one: usize, two: usize) -> Option<String> {
        let words = self.words;
        let (start, end) = (one.min(two) + 1, one.max(two));
        // A body may be told by the very word that tells the person.
        if end < start || end - start > 5 {
            return None;
        }
        let mut found = String::from(if one < two { ">" } else { "<" });
        for word in start..end {
            found.push(' ');
            found.push_str(match words.upos(word) {
                Upos::Propn => "N",
                Upos::Num => "#",
                _ => words.lemma(word),
            });
        }
        Some(found)
    }
}

impl Question<'_> {
    /// The last mention of somebody or of their people before the phrase.
    fn last(&self, id: EntityId) -> Option<usize> {
        let place = self.who.binary_search(&id).ok()?;
        self.seen[place].1
    }
}

/// The kind of a phrase as a word.
fn kind(anchor: &Anchor) -> &'static str {
    match anchor.kind {
        Kind::Party => "party",
        Kind::Pronoun => "pronoun",
        Kind::Nominal => "nominal",
    }
}

/// The kinds of phrases that behave alike.
fn kind_class(anchor: &Anchor, words: &Words) -> &'static str {
    match anchor.kind {
        Kind::Party => "party",
        Kind::Nominal => "nominal",
        Kind::Pronoun => match words.lower(anchor.word) {
            "he" | "she" | "him" => "he",
            "his" | "her" => "his",
            "they" | "them" => "they",
            "their" => "their",
            "its" => "its",
            _ => "it",
        },
    }
}
