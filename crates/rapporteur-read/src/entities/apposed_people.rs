//! Whose somebody is by what stands behind the name or by what they call their own: "Ada Brun, a member of Merin's delegation,",
//! "Ada Brun announces that her country will join".

use rapporteur_model::ActorType;
use rapporteur_syntax::Rel;

use super::gather::Work;
use super::{EntityId, EntityKind, MentionKind};

impl Work<'_> {
    /// "Ada Brun, a member of Merin's delegation to the talks,": of the side of whom the apposition tells.
    pub(super) fn by_apposition(&self, id: EntityId) -> Option<EntityId> {
        let named = |word: usize| word < self.words.len() && self.form_at(word) == ",";
        let commas: Vec<usize> = (self.mentions.iter())
            .filter(|mention| mention.entity == id && mention.kind == MentionKind::Name)
            .map(|mention| mention.words.end)
            .filter(|&end| named(end))
            .collect();
        (self.mentions.iter())
            .filter(|told| told.kind == MentionKind::Nominal && told.entity != id)
            .filter(|told| {
                self.all[told.entity].kind == EntityKind::Actor(ActorType::Unnamed)
                    && !self.facts[told.entity].plural
                    && (commas.iter()).any(|&comma| {
                        told.words.start == comma + 1
                            && matches!(self.lower(comma + 1), "a" | "an" | "the")
                            && matches!(self.words.rel(told.head), Rel::Appos)
                    })
            })
            .find_map(|told| self.party_of(told.entity))
    }

    /// "Merin climbs down. Ada Brun announces that her country will vote for it": of the state that was told of right before.
    pub(super) fn by_own_country(&self, id: EntityId) -> Option<EntityId> {
        let words = self.words;
        let own = self.mentions.iter().any(|mention| {
            mention.entity == id
                && mention.kind == MentionKind::Pronoun
                && words.rel(mention.head) == Rel::NmodPoss
                && words.head(mention.head).is_some_and(|noun| {
                    matches!(words.lemma(noun), "country" | "nation" | "government")
                        && matches!(words.rel(noun), Rel::Nsubj | Rel::NsubjPass)
                })
        });
        let at = (self.mentions.iter())
            .filter(|mention| mention.entity == id && own)
            .map(|mention| mention.words.start)
            .min()?;
        (self.subject_before_sentence(at)).or_else(|| self.state_of_paragraph(id, at))
    }
}
