//! Groups and bodies that hold positions though nobody names them: "farmers oppose the levy", "the ministry proposed".

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos, Xpos};

use super::Discourse;
use crate::entities::phrases::Phrase;
use crate::entities::{EntityId, EntityKind};
use crate::stances::hearsay;

/// Words that end as names for people do, and are none.
const NO_PEOPLE: &[&str] = &[
    "number",
    "letter",
    "matter",
    "border",
    "corner",
    "chapter",
    "barrier",
    "quarter",
    "center",
    "centre",
    "factor",
    "sector",
    "error",
    "mirror",
    "reactor",
    "tanker",
    "carrier",
    "steamer",
    "freighter",
    "trailer",
    "computer",
    "server",
    "paper",
    "newspaper",
    "order",
    "offer",
    "shoulder",
    "tower",
    "shelter",
    "charter",
    "register",
    "answer",
    "danger",
    "disaster",
    "weather",
    "winter",
    "summer",
    "river",
    "corridor",
    "harbor",
    "interior",
    "exterior",
    "monitor",
    "motor",
    "tractor",
    "calendar",
    "counter",
    "encounter",
    "container",
    "adviser",
    "observer",
    "reader",
    "viewer",
    "brother",
    "sister",
    "mother",
    "father",
    "daughter",
    "other",
    "another",
    "voter",
    "figure",
    "foreigner",
    "outsider",
];

impl Discourse<'_, '_> {
    /// Makes an actor of a noun phrase that nothing else explains, if it acts with a will: "farmers", "rights groups",
    /// "the ministry". It stands for itself.
    pub(super) fn interest(&mut self, phrase: &Phrase, lemma: &str, plural: bool) {
        // "Tenants' groups" are nobody's, "Orveth's farmers" are.
        let owned = (phrase.owners.iter()).any(|&owner| self.work.of_word[owner].is_some());
        let pronoun =
            (phrase.owners.iter()).any(|&owner| self.work.words.xpos(owner) == Xpos::PrpPoss);
        if owned || pronoun || phrase.number.is_some() {
            return;
        }
        let classes = self.work.classes;
        let described = phrase.inner < phrase.head;
        let group = plural
            && (self.is_stake(lemma) || described && classes.has("leagues", lemma))
            && matches!(
                phrase.article.as_str(),
                "" | "the" | "many" | "most" | "some" | "several"
            );
        let body = !plural && phrase.article == "the" && classes.has("seats", lemma);
        if !(group || body) || !self.wills(phrase.head) || self.is_before_name(phrase.head) {
            return;
        }
        // "the doctors", where the Hospital Doctors' Federation is at the table.
        if let Some(id) = self.league_of(phrase).filter(|_| group) {
            self.mention_phrase(phrase, id);
            return;
        }
        let name = self.name_of(phrase);
        let kind = match lemma {
            _ if group => ActorType::Unnamed,
            "opposition" | "coalition" | "industry" => ActorType::Movement,
            "management" | "board" | "employer" => ActorType::Company,
            "union" => ActorType::Union,
            "landlord" => ActorType::Unnamed,
            _ => ActorType::GovernmentBody,
        };
        let id = self.body(name, kind);
        self.work.all[id].party.get_or_insert(id);
        self.work.facts[id].plural = plural;
        self.work.learn_noun(id, lemma);
        self.work.tells.push(id);
        self.mention_phrase(phrase, id);
    }

    /// "tenants' groups", "city of Brenn", "environmental groups".
    fn name_of(&self, phrase: &Phrase) -> String {
        let words = self.work.words;
        let mut range = self.work.description(phrase);
        if let Some(&owner) = phrase.owners.first().filter(|_| phrase.owned) {
            range.start = range.start.min(owner);
        }
        let of = phrase.head + 1;
        if words.form(of) == "of" && words.form(of + 1).starts_with(char::is_uppercase) {
            range.end = (of + 1..phrase.end.max(of + 2))
                .take_while(|&at| words.form(at).starts_with(char::is_uppercase))
                .last()
                .map_or(range.end, |last| last + 1);
        }
        self.work.text(range)
    }

    /// "the opposition Civic Front": whether a name follows.
    fn is_before_name(&self, word: usize) -> bool {
        let words = self.work.words;
        let next = word + 1;
        words.sentence_of(next) == words.sentence_of(word)
            && words.form(next).starts_with(char::is_uppercase)
    }

    /// The union, league or party spoken of before whose members a plural names.
    fn league_of(&self, phrase: &Phrase) -> Option<EntityId> {
        let members = self.work.lower(phrase.head);
        self.back().find(|&id| {
            let entity = &self.work.all[id];
            matches!(
                entity.kind,
                EntityKind::Actor(
                    ActorType::Union | ActorType::Movement | ActorType::PoliticalParty
                )
            ) && phrase.article == "the"
                && (entity.name.split([' ', '\''])).any(|word| word.to_lowercase() == members)
        })
    }

    /// Whether people of that kind hold positions as a group.
    pub(super) fn is_stake(&self, lemma: &str) -> bool {
        let classes = self.work.classes;
        // "installers", "cyclists", "electricians": people by what they do, whatever that is.
        let by_ending = lemma.len() > 5
            && ["er", "or", "ist", "ian"]
                .iter()
                .any(|ending| lemma.ends_with(ending))
            && !["persons", "unnamed", "party", "bodies", "thing", "sides"]
                .iter()
                .any(|class| classes.has(class, lemma))
            && !NO_PEOPLE.contains(&lemma);
        classes.has("stakes", lemma) || by_ending
    }

    /// Whether a word is the subject of what only somebody with a will does, or is: "want", "are against".
    fn wills(&self, word: usize) -> bool {
        let words = self.work.words;
        let first = words.first_conjunct(word);
        // "pharmacists are said to be lukewarm"
        let hearsay = words.rel(first) == Rel::NsubjPass
            && words.head(first).is_some_and(|verb| {
                (words.children_by(verb, &[Rel::Xcomp])).any(|deed| hearsay(words, deed).is_some())
            });
        self.shares_will(word)
            || (self.work.is_agent(word) || hearsay)
                && words.head(first).is_some_and(|predicate| {
                    hearsay
                        || words.rel(first) == Rel::OblAgent
                        || self.work.wills_at(predicate)
                        || words.child(predicate, &[Rel::Cop]).is_some()
                })
    }

    /// "The tenants want a freeze, the landlords an index": side by side with a thing, behind a clause of will.
    fn shares_will(&self, word: usize) -> bool {
        let words = self.work.words;
        let sentence = words.sentence(words.sentence_of(word));
        let stop = (sentence.start.max(word.saturating_sub(4))..word)
            .rev()
            .find(|&at| {
                !matches!(
                    words.upos(at),
                    Upos::Det | Upos::Adj | Upos::Noun | Upos::Cconj
                )
            })
            .filter(|&at| matches!(words.form(at), "," | ";"));
        let Some(stop) = stop else { return false };
        let next = word + 1;
        let thing = next < sentence.end
            && (matches!(words.upos(next), Upos::Det | Upos::Num)
                || words.form(stop) == ";" && words.form(next) == ",");
        let alone = (next + 1..sentence.end)
            .take_while(|&at| !matches!(words.form(at), "," | ";" | "." | ":"))
            .all(|at| !matches!(words.upos(at), Upos::Verb | Upos::Aux));
        thing
            && alone
            && (sentence.start..stop).any(|verb| {
                words.is_verb(verb)
                    && words.child(verb, &[Rel::Nsubj]).is_some()
                    && self.work.wills_at(verb)
                    && (words.form(stop) == ";" || (verb..stop).all(|at| words.form(at) != ","))
            })
    }
}
