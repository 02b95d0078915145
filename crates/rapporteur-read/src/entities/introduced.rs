//! One person in two forms: told first by the office and then by the name, or the other way round.

use rapporteur_model::ActorType;
use rapporteur_syntax::{Rel, Upos};

use super::gather::Work;
use super::{EntityId, EntityKind, MentionKind};

/// How many sentences may stand between an office and the name that tells who holds it.
const REACH: usize = 3;

impl Work<'_> {
    /// "Merin will sign, its chief negotiator said. "We are ready," Ada Brun told reporters.": a speaker who is known by
    /// one definite office, and the next speaker, who has a full name and no office, are the same.
    pub fn join_introduced(&mut self) {
        let people: Vec<EntityId> = (0..self.all.len())
            .filter(|&id| self.all[id].kind == EntityKind::Actor(ActorType::Unnamed))
            .collect();
        for office in people {
            if let Some(name) = self.name_of(office) {
                self.join(office, name);
            }
        }
    }

    /// The person whose name comes right behind an office.
    fn name_of(&self, office: EntityId) -> Option<EntityId> {
        let words = self.words;
        let mut own = self
            .mentions
            .iter()
            .filter(|mention| mention.entity == office && mention.kind != MentionKind::Pronoun);
        let mention = own.next()?;
        if own.next().is_some() || self.facts[office].plural || !self.tells.contains(&office) {
            return None;
        }
        let noun = words.lemma(mention.head);
        let owned = words.child(mention.head, &[Rel::NmodPoss]).is_some()
            || words.form(mention.words.start).eq_ignore_ascii_case("the");
        if !owned || !self.classes.has("persons", noun) || self.classes.has("kin", noun) {
            return None;
        }
        if matches!(
            noun,
            "official"
                | "source"
                | "person"
                | "diplomat"
                | "aide"
                | "member"
                | "delegate"
                | "officer"
        ) {
            return None;
        }
        let from = words.sentence_of(mention.head);
        // The first person named behind.
        let first = self
            .mentions
            .iter()
            .filter(|other| {
                other.head > mention.words.end
                    && other.kind == MentionKind::Name
                    && self.all[other.entity].kind == EntityKind::Actor(ActorType::Person)
            })
            .min_by_key(|other| other.head)?;
        let name = first.entity;
        let new = self.mentions.iter().all(|other| {
            other.entity != name || other.head >= first.head || other.head > mention.head
        });
        // What somebody was once tells nothing of whom he is of now.
        let former = !self.all[name].roles.is_empty()
            && self.all[name].roles.iter().all(|role| {
                matches!(
                    role.title
                        .split(' ')
                        .next()
                        .map(str::to_lowercase)
                        .as_deref(),
                    Some("former" | "ex" | "retired" | "onetime")
                )
            });
        let bare = (self.facts[name].nouns.is_empty()
            && self.facts[name].owners.is_empty()
            && self.all[name].roles.is_empty()
            || former)
            && self.all[name].name.contains(' ');
        let gender = match (self.facts[office].gender, self.facts[name].gender) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let speaks = words.rel(first.head) == Rel::Nsubj;
        (new && bare
            && gender
            && speaks
            && words.sentence_of(first.head) <= from + REACH
            && words.sentence_of(first.head) > from)
            .then_some(name)
    }

    /// Makes all that is known of one entity known of another, and its mentions that one's.
    pub(super) fn join(&mut self, from: EntityId, into: EntityId) {
        let head = (self.mentions.iter())
            .find(|mention| mention.entity == from)
            .map(|mention| (mention.words.clone(), mention.head));
        self.hand_over(from, into);
        let facts = std::mem::take(&mut self.facts[from]);
        self.facts[into]
            .owners
            .splice(0..0, facts.owners.iter().copied());
        self.facts[into].nouns.extend(facts.nouns);
        self.facts[into].gender = self.facts[into].gender.or(facts.gender);
        if let Some((range, head)) = head {
            let start = (range.start..head)
                .rev()
                .take_while(|&word| {
                    matches!(self.words.upos(word), Upos::Noun | Upos::Adj | Upos::Propn)
                        && self.of_word[word].is_none()
                })
                .last()
                .unwrap_or(head);
            let title = self.text(start..head + 1);
            let of = facts
                .owners
                .first()
                .and_then(|&owner| self.of_word[owner])
                .map(|id| self.all[id].name.clone());
            self.all[into].roles.push(super::EntityRole { title, of });
        }
    }
}
