//! Predicates that show a will, which only somebody has: "is opposed", "went along", "found fault with the fee".

use rapporteur_lexicon::StanceWord;
use rapporteur_syntax::{Rel, Xpos};

use super::gather::Work;
use crate::stances::has_idiom;

impl Work<'_> {
    /// Whether a predicate tells what its subject holds: "is opposed", "remains ready", "is a supporter".
    pub(super) fn is_willed(&self, predicate: usize) -> bool {
        let words = self.words;
        let told = match words.lemma(predicate) {
            "remain" | "stay" | "become" | "stand" | "feel" | "seem" => words
                .child(predicate, &[Rel::Xcomp, Rel::Obj])
                .unwrap_or(predicate),
            _ if words.child(predicate, &[Rel::Cop]).is_some() => predicate,
            // "with Merin prepared to take it"
            _ if (words.child(predicate, &[Rel::Nsubj]))
                .and_then(|subject| words.child(subject, &[Rel::Case]))
                .is_some_and(|case| words.form(case) == "with") =>
            {
                predicate
            }
            _ => return false,
        };
        // "is against the cap"
        if (words.child(told, &[Rel::Case]))
            .is_some_and(|case| matches!(words.lemma(case), "against" | "behind"))
        {
            return true;
        }
        // "is for a levy", "is after a lower fee"
        let told_of = words.xpos(told) == Xpos::Vbg || words.child(told, &[Rel::Det]).is_some();
        if (words.child(told, &[Rel::Case]))
            .is_some_and(|case| told_of && matches!(words.lemma(case), "for" | "after"))
        {
            return true;
        }
        let lemma = words.lemma(told);
        self.classes.has("camps", lemma)
            || (self.lexicon.stances)
                .of(StanceWord::Adjective, lemma)
                .chain(self.lexicon.stances.of(StanceWord::Verb, lemma))
                .any(|frame| frame.with.is_empty())
    }

    /// Whether only somebody with a will does what a verb says: acts of will, and verbs that show a stance alone.
    pub(super) fn wills(&self, verb: &str) -> bool {
        self.classes.has("verbs", verb)
            || (self.lexicon.stances)
                .of(StanceWord::Verb, verb)
                .any(|frame| frame.with.is_empty() && frame.only.is_none())
    }

    /// The same of a predicate where it stands: "go along", "is ready", "has reservations".
    pub(super) fn wills_at(&self, predicate: usize) -> bool {
        let words = self.words;
        self.wills(words.lemma(predicate))
            || self.is_willed(predicate)
            || words.is_verb(predicate)
                && (self.lexicon.stances)
                    .of(StanceWord::Verb, &words.phrasal(predicate))
                    .any(|frame| frame.with.is_empty())
            || matches!(
                words.lemma(predicate),
                "have" | "voice" | "express" | "see" | "show" | "signal" | "raise" | "repeat"
            ) && words
                .child(predicate, &[Rel::Obj])
                .is_some_and(|held| self.is_held(words.lemma(held)))
            || self.wills_by(predicate)
            || self.wills_with(predicate)
            || self.wills_in_idiom(predicate)
    }

    /// "found fault with the fee", "is keen on it": an idiom that shows a stance.
    pub(super) fn wills_in_idiom(&self, predicate: usize) -> bool {
        let words = self.words;
        let being = words.child(predicate, &[Rel::Cop, Rel::AuxPass]);
        let verb = Some(predicate).filter(|&verb| words.is_verb(verb));
        (verb.into_iter().chain(being))
            .any(|verb| words.has_idiom(verb, || has_idiom(words, self.lexicon, verb)))
    }

    /// "has dropped its request", "set out the conditions": a verb that shows a stance with what stands behind it.
    fn wills_with(&self, predicate: usize) -> bool {
        let words = self.words;
        let Some(held) = (words.child(predicate, &[Rel::Obj])).filter(|_| words.is_verb(predicate))
        else {
            return false;
        };
        let noun = words.lemma(held);
        (self.lexicon.stances)
            .of(StanceWord::Verb, &words.phrasal(predicate))
            .any(|frame| frame.only.is_none() && frame.with.iter().any(|with| with == noun))
    }

    /// "responded by rejecting the cap", "ended up accepting it": what somebody with a will does, told by the way.
    fn wills_by(&self, predicate: usize) -> bool {
        let words = self.words;
        words.is_verb(predicate)
            && (words.children_by(predicate, &[Rel::Advcl, Rel::Xcomp])).any(|deed| {
                deed > predicate
                    && words.xpos(deed) == Xpos::Vbg
                    && (words.child(deed, &[Rel::Mark]))
                        .is_none_or(|mark| matches!(words.lower(mark), "by" | "in"))
                    && words.form(words.subtree(deed).start.max(1) - 1) != ","
                    && (self.lexicon.stances)
                        .of(StanceWord::Verb, &words.phrasal(deed))
                        .any(|frame| frame.with.is_empty() && frame.only.is_none())
            })
    }

    /// Whether a noun tells a stance, which somebody has: "backing", "resistance", "demand".
    pub(super) fn is_held(&self, noun: &str) -> bool {
        (self.lexicon.stances)
            .of(StanceWord::Noun, noun)
            .chain((self.lexicon.stances).of(StanceWord::Noun, &format!("no {noun}")))
            .any(|frame| frame.with.is_empty())
    }
}
