//! Bodies told as those of people: "The carters have had enough. Their association opposes it", "Ada Brun waited. Her federation
//! wants more".

use rapporteur_model::ActorType;
use rapporteur_syntax::Xpos;

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind, only};

/// Nouns of bodies that people make up and that speak for them.
const OF_MEMBERS: &[&str] = &[
    "association",
    "federation",
    "confederation",
    "union",
    "guild",
    "syndicate",
    "league",
    "alliance",
    "chamber",
    "society",
    "collective",
    "organisation",
    "organization",
    "network",
    "coalition",
    "lobby",
    "foundation",
    "charity",
    "brotherhood",
];

/// The same of people without a name: of somebody they are as often what he works for.
const OF_GROUPS: &[&str] = &[
    "council",
    "committee",
    "cooperative",
    "branch",
    "lodge",
    "chapter",
    "club",
    "circle",
];

impl Discourse<'_, '_> {
    /// "Her federation", "their union": the body that somebody is known to be of, where it may be called so; else a body that has
    /// no other name, if it shows a will.
    pub(super) fn body_of_people(
        &mut self,
        phrase: &Phrase,
        lemma: &str,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        let words = self.work.words;
        let head = phrase.head;
        let whose = phrase.owners.first().copied()?;
        let told = matches!(words.lower(whose), "his" | "her" | "their")
            && words.xpos(whose) == Xpos::PrpPoss
            && phrase.number.is_none()
            && words.xpos(head) == Xpos::Nn
            && (OF_MEMBERS.contains(&lemma) || OF_GROUPS.contains(&lemma))
            && !self.is_before_name(head);
        // "His league, the Civic List,": by its name.
        let named = self.work.form_at(head + 1) == ","
            && (self.work.piece_at.get(head + 2).copied().flatten()).is_some();
        if !told || named || self.quoted[head] {
            return None;
        }
        let owner = match owner {
            Some(owner) => Some(owner).filter(|&owner| self.is_somebody_or_some(owner)),
            None => self.tradesmen_before(whose),
        }?;
        let person = self.work.all[owner].kind == EntityKind::Actor(ActorType::Person);
        if person && OF_GROUPS.contains(&lemma) {
            return None;
        }
        if let Some(side) = self.work.party_of(owner).filter(|&side| side != owner) {
            return self.may_be(side, lemma).then_some(side);
        }
        if !self.wills_strictly(head) {
            return None;
        }
        let theirs =
            (self.theirs(phrase, lemma, Some(owner))).or_else(|| self.made_up_of(owner, lemma));
        if theirs.is_some() {
            return theirs;
        }
        let kind = self.kind_of_body(phrase, lemma);
        // "The dockers walked out. Their union wants more": the union of the report, or one of several.
        if kind == ActorType::Union {
            let mut named = (0..self.work.all.len()).filter(|&id| {
                self.work.all[id].kind == EntityKind::Actor(kind) && self.has_name(id)
            });
            if let Some(first) = named.next() {
                return named.next().is_none().then_some(first);
            }
        }
        let bare = self.work.text(self.work.description(phrase));
        let id = self.body(bare, kind);
        let alias = self.work.text(phrase.start..head + 1);
        if !self.work.all[id].aliases.contains(&alias) {
            self.work.all[id].aliases.push(alias);
        }
        self.work.all[id].party.get_or_insert(id);
        self.work.learn_noun(id, lemma);
        self.work.tells.push(id);
        if person {
            self.work.own_bodies.push((owner, id));
        }
        Some(id)
    }

    /// "Hoteliers report cancellations. Their chamber wants more": people by their trade, who were the subject of the sentence
    /// before and did nothing that shows a will.
    fn tradesmen_before(&mut self, their: usize) -> Option<EntityId> {
        let words = self.work.words;
        let here = words.sentence_of(their);
        let last = (self.recent.iter().rev()).find(|recent| recent.rank == 3)?;
        let (word, plural) = (last.word, last.plural);
        let people = words.lower(their) == "their"
            && last.entity.is_none()
            && last.sentence + 1 == here
            && plural
            && self.is_stake(words.lemma(word));
        if !people || self.work.of_word[word].is_some() {
            return None;
        }
        let phrase = self.work.phrase(word);
        let id = self.body(self.name_of(&phrase), ActorType::Unnamed);
        self.work.facts[id].plural = true;
        Some(id)
    }

    /// "The growers have had enough. Their federation wants more": the only body with a name that they make up.
    fn made_up_of(&self, people: EntityId, lemma: &str) -> Option<EntityId> {
        let name = self.work.all[people].name.to_lowercase();
        let members = name.rsplit(' ').next().filter(|word| {
            word.ends_with('s')
                && self.work.all[people].kind != EntityKind::Actor(ActorType::Person)
                && *word != "members"
        })?;
        only((0..self.work.all.len()).filter(|&id| {
            self.has_name(id)
                && self.may_be(id, lemma)
                && (self.work.all[id].name.to_lowercase())
                    .split([' ', '-'])
                    .any(|word| word.trim_end_matches(['\'', '’']) == members)
        }))
    }

    /// Whether an entity is a person, or people without a name.
    fn is_somebody_or_some(&self, id: EntityId) -> bool {
        matches!(
            self.work.all[id].kind,
            EntityKind::Actor(ActorType::Person | ActorType::Unnamed)
        )
    }

    /// Whether a body, no state and none of one, may be called by a noun.
    fn may_be(&self, id: EntityId, lemma: &str) -> bool {
        use ActorType::{GovernmentBody, Media, Person, State, Unnamed};
        match self.work.all[id].kind {
            EntityKind::Actor(State | GovernmentBody | Person | Unnamed | Media) => false,
            EntityKind::Actor(kind) => self.work.may_be_called(kind, lemma),
            _ => false,
        }
    }
}
