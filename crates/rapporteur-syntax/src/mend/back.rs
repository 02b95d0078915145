//! "Orveth and Tolsk back the plan": a verb in news, an adverb nearly always in the treebanks.

use crate::{Rel, Upos, Xpos};

use super::Tree;

/// Nouns that "back" follows as an adverb: "two years back", "the way back".
const WAYS: &[&str] = &[
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "decade",
    "decades",
    "way",
    "trip",
    "journey",
    "road",
    "flight",
    "drive",
    "walk",
    "ride",
    "step",
    "steps",
    "while",
    "time",
    "centuries",
    "century",
];

impl Tree<'_> {
    /// An adverb "back" between a subject and a noun phrase, in a clause without a verb before it, is the verb.
    pub(super) fn back_as_verb(&mut self) {
        for back in self.sentence.clone() {
            if self.forms[back] == "back" && matches!(self.upos(back), Upos::Adv | Upos::Adp) {
                self.make_back_verb(back);
            }
        }
    }

    fn make_back_verb(&mut self, back: usize) {
        let next = back + 1;
        if next >= self.sentence.end || back == self.sentence.start {
            return;
        }
        let start = (self.sentence.start..back)
            .rev()
            .find(|&at| matches!(self.forms[at], ";" | ":"))
            .map_or(self.sentence.start, |at| at + 1);
        let named = self.is_nominal(back - 1) && !WAYS.contains(&self.forms[back - 1])
            || self.forms[back - 1] == ",";
        let noun_follows = matches!(
            self.upos(next),
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn
        ) || self.xpos(next) == Xpos::PrpPoss
            || self.xpos(next) == Xpos::Vbz && self.rel(next) == Rel::Root;
        let verb_before = (start..back).any(|word| {
            matches!(self.upos(word), Upos::Verb | Upos::Aux)
                && !matches!(self.rel(word), Rel::Amod | Rel::Compound)
        });
        if !named || !noun_follows || verb_before {
            return;
        }
        // The noun that nothing before "back" governs.
        let subject = (start..back).find(|&word| {
            (self.is_nominal(word) || self.upos(word) == Upos::Num)
                && !(start..back).contains(&self.head(word))
                || self.rel(word) == Rel::Root
        });
        let Some(subject) = subject.filter(|&subject| !self.has(subject, &[Rel::Case])) else {
            return;
        };
        // "The unions back calls for a ban": no second verb, but what they back.
        if self.xpos(next) == Xpos::Vbz && self.rel(next) == Rel::Root {
            self.syntax.tags.upos[next] = Upos::Noun;
            self.syntax.tags.xpos[next] = Xpos::Nns;
            self.attach(back, back, Rel::Root);
            self.attach(next, back, Rel::Obj);
        } else {
            let object = (next..self.sentence.end).find(|&word| {
                self.is_nominal(word) && {
                    let head = self.head(word);
                    head <= back || head == word
                }
            });
            let Some(object) = object else { return };
            // "Brod and Thale back the plan; the former wants more": beside the verb that follows.
            let governor = self.head(subject);
            let beside =
                governor > object && self.rel(subject) != Rel::Root && self.rel(back) != Rel::Root;
            match beside {
                true => self.attach(back, governor, Rel::Parataxis),
                false => self.attach(back, back, Rel::Root),
            }
            self.attach(object, back, Rel::Obj);
        }
        self.becomes_verb(back, Xpos::Vbp);
        self.attach(subject, back, Rel::Nsubj);
        if self.rel(back) != Rel::Root {
            return;
        }
        let moved: Vec<usize> = (self.sentence.clone())
            .filter(|&word| {
                word != back
                    && (self.rel(word) == Rel::Root
                        || self.head(word) == subject
                            && (word > back || self.upos(word) == Upos::Punct && word + 1 == back))
            })
            .collect();
        for word in moved {
            let rel = match self.rel(word) {
                Rel::Root => Rel::Parataxis,
                rel => rel,
            };
            self.attach(word, back, rel);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn who_backs_a_plan_is_its_subject() {
        let tree = "Farmers/NOUN/NNS/0/root back/ADV/RB/1/advmod the/DET/DT/4/det plan/NOUN/NN/2/obj ./PUNCT/./1/punct";
        assert_eq!(
            mended(tree),
            "Farmers-2-nsubj back-0-root the-4-det plan-2-obj .-2-punct"
        );
    }

    #[test]
    fn what_is_backed_is_no_verb() {
        let tree = "Unions/NOUN/NNS/3/nsubj back/ADV/RB/3/advmod calls/VERB/VBZ/0/root for/ADP/IN/5/case \
                    talks/NOUN/NNS/3/nmod ./PUNCT/./3/punct";
        assert_eq!(
            mended(tree),
            "Unions-2-nsubj back-0-root calls-2-obj for-5-case talks-3-nmod .-2-punct"
        );
    }

    #[test]
    fn two_years_back_is_when() {
        let tree = "years/NOUN/NNS/5/obl back/ADV/RB/1/advmod the/DET/DT/4/det state/NOUN/NN/5/nsubj \
                    fell/VERB/VBD/0/root ./PUNCT/./5/punct";
        assert_eq!(
            mended(tree),
            "years-5-obl back-1-advmod the-4-det state-5-nsubj fell-0-root .-5-punct"
        );
    }
}
