//! What is asked of the same words again and again: found once, and kept with them.

use std::borrow::Cow;
use std::cell::OnceCell;

use rapporteur_lexicon::Signs;
use rapporteur_syntax::{Rel, Xpos};

use super::Words;
use crate::factuality::Factuality;
use crate::stances::{Force, Hanging};

impl Words<'_> {
    /// The conditions of a sentence, found once by `find`.
    pub(crate) fn hangings(
        &self,
        sentence: usize,
        find: impl FnOnce() -> Vec<Hanging>,
    ) -> &[Hanging] {
        self.hangings[sentence].get_or_init(find)
    }

    /// The force of a predicate, found once by `find`.
    pub(crate) fn force(&self, predicate: usize, find: impl FnOnce() -> Force) -> Force {
        let kept = self.forces.get(predicate);
        if let Some(force) = kept.and_then(OnceCell::get) {
            return force.clone();
        }
        let force = find();
        kept.map(|kept| kept.set(force.clone()));
        force
    }

    /// The signs of the forms and lemmas of a sentence.
    pub fn signs(&self, sentence: usize) -> &Signs {
        self.signs[sentence].get_or_init(|| {
            let mut signs = Signs::default();
            for word in self.sentence(sentence) {
                let (lower, lemma) = (self.lower(word), self.lemma(word));
                signs.add(lower);
                if lemma != lower {
                    signs.add(lemma);
                }
            }
            signs
        })
    }

    /// Whether a verb has an idiom of stance behind it, found once by `find`.
    pub(crate) fn has_idiom(&self, verb: usize, find: impl FnOnce() -> bool) -> bool {
        *self.idioms[verb].get_or_init(find)
    }

    /// How a clause is told by the word that it hangs on, found once by `find`.
    pub(crate) fn telling(
        &self,
        clause: usize,
        find: impl FnOnce() -> Option<Factuality>,
    ) -> Option<Factuality> {
        *self.tellings[clause].get_or_init(find)
    }

    /// Verb with its particle: "turn down".
    pub fn phrasal(&self, word: usize) -> Cow<'_, str> {
        let particle = (self.particles.get(word))
            .and_then(|particle| *particle.get_or_init(|| self.find_particle(word)));
        match particle {
            Some(particle) => [self.lemma(word), " ", self.lemma(particle)]
                .concat()
                .into(),
            None => self.lemma(word).into(),
        }
    }

    fn find_particle(&self, word: usize) -> Option<usize> {
        const PARTICLES: &[&str] = &[
            "forward", "aside", "out", "up", "down", "off", "away", "back", "forth", "over", "in",
            "along",
        ];
        let adverb = |&child: &usize| {
            child == word + 1
                && PARTICLES.contains(&self.lemma(child))
                && self.children(child).len() == 0
        };
        // "took the offer back"
        let parted = |&child: &usize| {
            self.lemma(word) == "take"
                && self.lemma(child) == "back"
                && self.children(child).len() == 0
                && (self.child(word, &[Rel::Obj]))
                    .is_some_and(|object| object > word && self.subtree(object).end == child)
        };
        self.child(word, &[Rel::CompoundPrt])
            .or_else(|| self.children_by(word, &[Rel::Advmod]).find(adverb))
            .or_else(|| self.children_by(word, &[Rel::Advmod]).find(parted))
    }

    /// Whether the clause of `word` is in the passive.
    pub fn is_passive(&self, word: usize) -> bool {
        (self.passives.get(word))
            .is_some_and(|passive| *passive.get_or_init(|| self.find_passive(word)))
    }

    fn find_passive(&self, word: usize) -> bool {
        self.child(word, &[Rel::AuxPass, Rel::NsubjPass, Rel::CsubjPass])
            .is_some()
            || (self.xpos(word) == Xpos::Vbn
                && matches!(self.rel(word), Rel::Acl)
                && self.child(word, &[Rel::Obj]).is_none())
            // "was backed by Merin, resisted by Brod and mocked by Orveth"
            || (self.xpos(word) == Xpos::Vbn
                && self.rel(word) == Rel::Conj
                && self.child(word, &[Rel::OblAgent]).is_some()
                && self.child(word, &[Rel::Obj, Rel::Nsubj]).is_none()
                && (self.head(word)).is_some_and(|first| {
                    self.xpos(first) == Xpos::Vbn
                        && first < word
                        && (self.rel(first) == Rel::Acl || self.is_passive(first))
                }))
    }
}
