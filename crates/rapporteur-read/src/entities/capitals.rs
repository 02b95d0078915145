//! Places that act: capitals of states that only the report knows, and places that are states themselves.

use rapporteur_lexicon::fold_name;
use rapporteur_model::ActorType;

use super::gather::Work;
use super::{EntityId, EntityKind};

impl Work<'_> {
    /// Finds the state of each place that acts, and makes its acting mentions those of the state; which places turned out
    /// to be capitals.
    pub(super) fn find_capitals(&mut self, places: &[Vec<usize>]) -> Vec<usize> {
        let states: Vec<EntityId> = (0..self.all.len())
            .filter(|&id| {
                self.all[id].kind == EntityKind::Actor(ActorType::State)
                    && self.facts[id].country.is_none()
            })
            .collect();
        if states.is_empty() {
            self.let_places_act(places);
            return Vec::new();
        }
        let sentence_of = |piece: usize| self.words.sentence_of(self.pieces[piece].words.start);
        let mut taken: Vec<EntityId> = Vec::new();
        let mut answers: Vec<(usize, EntityId)> = Vec::new();
        let dateline = self
            .blocks
            .dateline
            .as_ref()
            .and_then(|line| line.place)
            .map(|span| fold_name(span.of(self.words.text)));
        let scores: Vec<Vec<(i32, bool, EntityId)>> = places
            .iter()
            .map(|pieces| {
                states
                    .iter()
                    .map(|&state| {
                        let mut score = 0;
                        let mut strong = false;
                        let mentions: Vec<usize> = (0..self.pieces.len())
                            .filter(|&piece| self.entity_of[piece] == Some(state))
                            .collect();
                        for &place in pieces {
                            let range = self.pieces[place].words.clone();
                            for &mention in &mentions {
                                if sentence_of(mention) != sentence_of(place) {
                                    continue;
                                }
                                let after = self.pieces[mention].words.start > range.end;
                                let host = after
                                    && self.is_locative(range.clone())
                                    && self.is_role_after(self.pieces[mention].words.end)
                                    && self
                                        .preposition(self.pieces[mention].words.start)
                                        .is_some_and(|case| case == "with");
                                if host {
                                    score += 6;
                                    strong = true;
                                } else {
                                    score -= 3;
                                }
                            }
                        }
                        if dateline.as_deref()
                            == Some(fold_name(&self.piece_text(pieces[0])).as_str())
                        {
                            let first = mentions.iter().find(|&&piece| {
                                self.pieces[piece].body
                                    && self.acts_at(self.pieces[piece].words.clone())
                            });
                            let others = states.iter().filter(|&&other| other != state).filter_map(
                                |&other| {
                                    (0..self.pieces.len()).find(|&piece| {
                                        self.entity_of[piece] == Some(other)
                                            && self.pieces[piece].body
                                    })
                                },
                            );
                            if first
                                .is_some_and(|&first| others.into_iter().all(|other| other > first))
                            {
                                score += 4;
                                strong = true;
                            }
                        }
                        (score * 10 + mentions.len().min(9) as i32, strong, state)
                    })
                    .collect()
            })
            .collect();
        for (index, row) in scores.iter().enumerate() {
            let best = row
                .iter()
                .filter(|(_, strong, state)| !taken.contains(state) && *strong)
                .max_by_key(|(score, _, _)| *score);
            if let Some(&(_, _, state)) = best.filter(|(score, _, _)| *score > 0) {
                answers.push((index, state));
                taken.push(state);
            }
        }
        for &(index, state) in &answers {
            for &piece in &places[index] {
                if self.acts_at(self.pieces[piece].words.clone()) {
                    self.entity_of[piece] = Some(state);
                }
            }
        }
        answers.into_iter().map(|(index, _)| index).collect()
    }

    /// In a report of no other state, a place that acts and owns is one: "Lorvik cannot accept …".
    fn let_places_act(&mut self, places: &[Vec<usize>]) {
        let any =
            (self.all.iter()).any(|entity| entity.kind == EntityKind::Actor(ActorType::State));
        if any {
            return;
        }
        for pieces in places {
            let acts = pieces
                .iter()
                .filter(|&&piece| self.acts_at(self.pieces[piece].words.clone()))
                .count();
            if acts >= 2 {
                self.let_place_act(pieces);
            }
        }
    }

    /// Makes a place the state that acts.
    pub(super) fn let_place_act(&mut self, pieces: &[usize]) {
        if let Some(id) = self.entity_of[pieces[0]] {
            self.all[id].kind = EntityKind::Actor(ActorType::State);
            self.all[id].party = Some(id);
        }
    }
}
