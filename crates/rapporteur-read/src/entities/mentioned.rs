//! The mentions of names, and the nouns that belong to them.

use rapporteur_model::ActorType;
use rapporteur_syntax::Rel;

use super::gather::Work;
use super::kinds::{noun_after, noun_before, told_beside};
use super::names::PieceKind;
use super::{EntityId, EntityKind, Mention, MentionKind};

impl Work<'_> {
    /// Makes the mentions of every piece that has an entity.
    pub fn mention_names(&mut self) {
        let mut in_full: Vec<(EntityId, String)> = Vec::new();
        for index in 0..self.pieces.len() {
            let Some(id) = self.entity_of[index] else {
                continue;
            };
            let piece = self.pieces[index].clone();
            let head = self.top(piece.words.clone());
            let adjective = matches!(piece.kind, PieceKind::Demonym(_, false));
            for word in piece.words.clone() {
                self.of_word[word] = Some(id);
            }
            // "the union LBT", "the National Hearth party": the noun is the same; the Swiss union is no Switzerland.
            let land = matches!(
                piece.kind,
                PieceKind::State(_) | PieceKind::Demonym(..) | PieceKind::Capital(_)
            );
            if !land
                && told_beside(self.words, piece.words.clone()).is_some()
                && let Some(noun) = noun_before(self.words, &piece.words)
                    .or_else(|| noun_after(self.words, &piece.words))
            {
                self.of_word[noun] = Some(id);
                if noun == piece.words.end {
                    in_full.push((id, self.text(piece.words.start..noun + 1)));
                }
            }
            if self.all[id].kind == EntityKind::Actor(ActorType::State)
                && let Some(noun) = self.host_before(&piece.words)
                && !matches!(self.words.rel(noun), Rel::Obj | Rel::Iobj)
            {
                self.of_word[noun] = Some(id);
            }
            self.mentions.push(Mention {
                words: piece.words.clone(),
                head,
                entity: id,
                kind: if adjective {
                    MentionKind::Adjective
                } else {
                    MentionKind::Name
                },
            });
            if piece.body {
                self.facts[id].named += 1;
                if !adjective && self.acts_at(piece.words.clone()) {
                    self.facts[id].acts += 1;
                }
            }
            let text = self.piece_text(index).replace('’', "'");
            let forms = &mut self.facts[id].forms;
            match forms.iter_mut().find(|(form, _)| *form == text) {
                Some((_, count)) => *count += 1,
                None => forms.push((text, 1)),
            }
        }
        self.name_in_full(&in_full);
    }

    /// "the Clean Quay coalition", never called otherwise: the noun belongs to the name of a league.
    fn name_in_full(&mut self, in_full: &[(EntityId, String)]) {
        use ActorType::{Alliance, Movement, Union};
        for (id, full) in in_full {
            let times = in_full
                .iter()
                .filter(|other| other == &&(*id, full.clone()))
                .count();
            let named = (self.entity_of.iter())
                .filter(|entity| **entity == Some(*id))
                .count();
            let league = matches!(
                self.all[*id].kind,
                EntityKind::Actor(Union | Movement | Alliance)
            );
            if league && times == named {
                self.all[*id].name.clone_from(full);
            } else if !self.all[*id].aliases.contains(full) {
                self.all[*id].aliases.push(full.clone());
            }
        }
    }
}
