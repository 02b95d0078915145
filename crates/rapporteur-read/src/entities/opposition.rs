//! Whoever speaks for an opposition that has no name: "Opposition spokeswoman Ada Brun", "the shadow chancellor".

use rapporteur_model::ActorType;

use super::gather::Work;
use super::{EntityId, EntityKind, Mention, MentionKind};

impl Work<'_> {
    /// Gives those who speak for the opposition, of whom nothing tells a party, the opposition for a side.
    pub(super) fn seat_opposition(&mut self) {
        let seated: Vec<EntityId> = (0..self.all.len())
            .filter(|&id| self.all[id].kind == EntityKind::Actor(ActorType::Person))
            .filter(|&id| self.all[id].party.is_none())
            .filter(|&id| self.is_opposed(id) || self.opposition_before(id).is_some())
            .collect();
        for id in seated {
            let Some(side) = self.opposition(id) else {
                continue;
            };
            self.all[id].party = Some(side);
        }
    }

    /// The opposition as the report tells it elsewhere, else as the title of one of its people does.
    fn opposition(&mut self, of: EntityId) -> Option<EntityId> {
        let told = (self.all.iter()).position(|entity| {
            matches!(entity.kind, EntityKind::Actor(_))
                && entity.name.eq_ignore_ascii_case("opposition")
        });
        if told.is_some() {
            return told;
        }
        let word = self.opposition_before(of)?;
        let kind = EntityKind::Actor(ActorType::PoliticalParty);
        let side = self.make("opposition".to_owned(), kind);
        self.all[side].party = Some(side);
        self.mentions.push(Mention {
            words: word..word + 1,
            head: word,
            entity: side,
            kind: MentionKind::Nominal,
        });
        Some(side)
    }

    /// "Opposition transport spokeswoman Ada Brun": the word in the title before somebody's first mention.
    fn opposition_before(&self, id: EntityId) -> Option<usize> {
        let first = (self.mentions.iter())
            .filter(|mention| mention.entity == id)
            .min_by_key(|mention| mention.words.start)?;
        let sentence = self.words.sentence(self.words.sentence_of(first.head));
        let from = first.words.start.saturating_sub(4).max(sentence.start);
        let word = (from..first.words.end).find(|&word| self.lower(word) == "opposition")?;
        (word + 1..first.words.end)
            .take_while(|&title| self.lower(title).chars().all(char::is_alphabetic))
            .any(|title| {
                let title = self.lower(title);
                title.starts_with("spokes")
                    || matches!(
                        title,
                        "leader" | "mp" | "senator" | "lawmaker" | "whip" | "chief" | "deputy"
                    )
            })
            .then_some(word)
    }
}
