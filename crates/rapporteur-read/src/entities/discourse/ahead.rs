//! Whom a pronoun means that points ahead, or at several at once: "Although it welcomed the delay, Orveth remains opposed",
//! "Merin and Orveth met. They …".

use rapporteur_syntax::Rel;

use super::{Discourse, Recent};
use crate::entities::{EntityId, EntityKind};

impl Discourse<'_, '_> {
    /// "Although it welcomed the delay, Orveth remains opposed", "for all its worries, Orveth agreed": the subject of the main
    /// clause, told behind what opens it.
    pub(super) fn ahead(&self, word: usize) -> Option<EntityId> {
        let words = self.work.words;
        let (opening, main) = self.opening(word)?;
        let subject = words.child(main, &[Rel::Nsubj, Rel::NsubjPass])?;
        let named = self.work.piece_at[subject].is_some();
        (opening < subject && named && words.conjuncts(subject).len() == 1)
            .then(|| self.work.of_word[subject])
            .flatten()
    }

    /// The clause or phrase with a preposition that opens a sentence and holds a pronoun, and the verb that it hangs on: only
    /// one that belongs to the clause ("although it …", "for all its …"), not "its minister said".
    fn opening(&self, word: usize) -> Option<(usize, usize)> {
        let words = self.work.words;
        let start = words.sentence(words.sentence_of(word)).start;
        let above = std::iter::once(word).chain(words.ancestors(word)).take(4);
        let (below, at) = above
            .filter_map(|below| Some((below, words.head(below)?)))
            .find(|&(_, at)| {
                (words.child(at, &[Rel::Nsubj, Rel::NsubjPass])).is_some_and(|told| told > word)
            })?;
        let opens = match words.rel(below) {
            Rel::Advcl => words.child(below, &[Rel::Mark]).is_some(),
            Rel::Obl => {
                words.rel(word) == Rel::NmodPoss && words.child(below, &[Rel::Case]).is_some()
            }
            _ => false,
        };
        let clause = words.subtree(below);
        let comma = below < at && words.form(clause.end) == ","
            || words.form(clause.end.saturating_sub(1)) == ",";
        (opens && clause.start <= start + 1 && comma).then_some((below, at))
    }

    /// Several who are told of together.
    pub(super) fn several(&mut self, name: String, members: Vec<EntityId>) -> EntityId {
        let id = self.work.make(name, EntityKind::Thing);
        self.work.all[id].members = members;
        self.work.facts[id].plural = true;
        id
    }

    /// "While they accept the levy, Merin and Orveth object": the subjects of the main clause.
    pub(super) fn several_ahead(&self, word: usize) -> Option<Vec<EntityId>> {
        let words = self.work.words;
        let (opening, main) = self.opening(word)?;
        let subject = words.child(main, &[Rel::Nsubj, Rel::NsubjPass])?;
        let conjuncts = words.conjuncts(subject);
        let members: Option<Vec<EntityId>> = (conjuncts.iter())
            .map(|&one| self.work.of_word[one].filter(|&id| self.is_body(id)))
            .collect();
        members.filter(|members| members.len() > 1 && opening < subject)
    }

    /// "Merin and Orveth want it. They …": those whom "and" joins in this sentence or the two before, the likeliest of them.
    pub(super) fn joined_before(&self, word: usize) -> Option<(Recent, Vec<EntityId>)> {
        let words = self.work.words;
        let sentence = words.sentence_of(word);
        let first = words.sentence(sentence.saturating_sub(2)).start;
        (first..word)
            .filter(|&at| {
                self.work.of_word[at].is_some()
                    && words.rel(at) != Rel::Conj
                    && words.child(at, &[Rel::Conj]).is_some()
            })
            .filter_map(|at| {
                let conjuncts = words.conjuncts(at);
                let mut members: Vec<EntityId> = Vec::new();
                for &one in &conjuncts {
                    let id = self.work.of_word[one].filter(|&id| {
                        one < word && matches!(self.work.all[id].kind, EntityKind::Actor(_))
                    })?;
                    if !members.contains(&id) {
                        members.push(id);
                    }
                }
                let recent = Recent {
                    entity: None,
                    word: at,
                    sentence: words.sentence_of(at),
                    rank: self.rank(at),
                    plural: true,
                    person: false,
                };
                (members.len() > 1 && recent.rank > 0).then_some((recent, members))
            })
            .max_by_key(|(recent, _)| (self.weight(recent, word), recent.word))
    }

    /// "Brun met Orme on Monday. They …", "Merin held talks with Orveth. The two …": the two who faced each other in the sentence
    /// before.
    pub(super) fn faced_before(&self, word: usize) -> Option<Vec<EntityId>> {
        let words = self.work.words;
        let before = words.sentence_of(word).checked_sub(1)?;
        let meets = (words.sentence(before)).find(|&at| words.rel(at) == Rel::Root)?;
        let object = words.child(meets, &[Rel::Obj]);
        let faced = match words.lemma(meets) {
            "meet" | "face" | "telephone" | "phone" | "receive" => object
                .filter(|&object| self.work.of_word[object].is_some())
                .or_else(|| words.with_case(meets, &["with"]).next()),
            "hold" | "have" | "talk" | "speak" | "negotiate" | "confer" | "sit" | "begin"
            | "open" | "resume" | "bargain" => (object.into_iter().chain([meets]))
                .find_map(|at| words.with_case(at, &["with"]).next()),
            _ => None,
        }?;
        let subject = words.child(meets, &[Rel::Nsubj])?;
        let single = |at: usize| words.conjuncts(at).len() == 1;
        let actor = |at: usize| {
            self.work.of_word[at].filter(|&id| {
                matches!(self.work.all[id].kind, EntityKind::Actor(_))
                    && self.work.all[id].members.is_empty()
                    && !self.work.facts[id].plural
            })
        };
        let (one, other) = (actor(subject)?, actor(faced)?);
        (one != other && single(subject) && single(faced)).then(|| vec![one, other])
    }
}
