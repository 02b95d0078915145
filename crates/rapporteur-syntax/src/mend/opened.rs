//! Subjects behind an opening that were joined to its name: "In Geneva, Merin and Orveth rejected it", "At a meeting in Brod,
//! Merin and Orveth rejected it".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// The names behind the comma, made the subject of the verb behind them.
    pub(super) fn joined_behind_opening(&mut self) {
        for verb in self.sentence.clone() {
            if self.upos(verb) != Upos::Verb && !self.has(verb, &[Rel::Cop])
                || !matches!(
                    self.rel(verb),
                    Rel::Root | Rel::Ccomp | Rel::Parataxis | Rel::Conj | Rel::Advcl
                )
            {
                continue;
            }
            let subject = self
                .children(verb)
                .find(|&word| SUBJECTS.contains(&self.rel(word)) && self.rel(word) != Rel::Expl);
            match subject {
                Some(subject) => self.fellows_of_subject(subject, verb),
                None => self.first_behind_comma(verb),
            }
        }
    }

    /// "demanded, among other things, a fund and an apology": the things, joined to the aside.
    pub(super) fn things_behind_aside(&mut self) {
        for verb in self.sentence.clone() {
            let comma = verb + 1;
            if comma + 3 >= self.sentence.end
                || self.upos(verb) != Upos::Verb
                || self.forms[comma] != ","
                || self.has(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::AuxPass])
            {
                continue;
            }
            let aside = self
                .children(verb)
                .find(|&at| at > comma && self.rel(at) == Rel::Obl && self.has(at, &[Rel::Case]));
            let Some(aside) = aside else { continue };
            let things: Vec<usize> = (self.children(aside))
                .filter(|&at| at > aside && self.rel(at) == Rel::Conj && self.is_nominal(at))
                .collect();
            let opens =
                (self.children(aside)).any(|case| case == comma + 1 && self.rel(case) == Rel::Case);
            let Some(&first) = things.first() else {
                continue;
            };
            if !opens || self.has(first, &[Rel::Cc]) || !self.begins_behind_comma(first) {
                continue;
            }
            self.attach(first, verb, Rel::Obj);
            for &thing in &things[1..] {
                self.attach(thing, first, Rel::Conj);
            }
        }
    }

    /// "In Geneva, Merin and | Orveth rejected it": joined to Geneva, over the subject.
    fn fellows_of_subject(&mut self, subject: usize, verb: usize) {
        let fellows: Vec<usize> = (subject + 1..verb)
            .filter(|&word| {
                let first = self.head(word);
                self.rel(word) == Rel::Conj
                    && first < subject
                    && self.is_nominal(word)
                    && self.is_nominal(first)
                    && (first + 1..subject).any(|at| self.forms[at] == ",")
                    && self.opens(first, verb)
            })
            .collect();
        for word in fellows {
            self.attach(word, subject, Rel::Conj);
        }
    }

    /// "At a meeting in Brod, | Merin and Orveth rejected it": all joined to Brod, and nobody is left to reject.
    fn first_behind_comma(&mut self, verb: usize) {
        let finite = matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            || self.children(verb).any(|aux| {
                matches!(self.rel(aux), Rel::Aux | Rel::AuxPass | Rel::Cop)
                    && self.is_finite_form(aux)
            });
        let clause = (self.children(verb))
            .filter(|&word| word < verb)
            .any(|word| self.rel(word) == Rel::Mark && self.forms[word] == "to");
        if !finite || clause {
            return;
        }
        let fellows: Vec<usize> = (self.sentence.start..verb)
            .filter(|&word| {
                self.rel(word) == Rel::Conj
                    && self.is_nominal(word)
                    && self.head(word) < word
                    && self.opens(self.head(word), verb)
            })
            .collect();
        let Some(&last) = fellows.last() else { return };
        // Nothing but auxiliaries and adverbs between the last name and the verb.
        let beside = (last + 1..verb).all(|word| {
            self.head(word) == verb
                && matches!(
                    self.rel(word),
                    Rel::Aux | Rel::AuxPass | Rel::Cop | Rel::Advmod
                )
        });
        let opening = self.head(last);
        let first = fellows.iter().copied().find(|&word| {
            self.head(word) == opening
                && (opening + 1..word).any(|at| self.forms[at] == ",")
                && self.begins_behind_comma(word)
        });
        let Some(first) = first.filter(|_| beside) else {
            return;
        };
        let passive = self.has(verb, &[Rel::AuxPass]);
        let rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
        self.attach(first, verb, rel);
        for word in fellows {
            if word > first && self.head(word) == opening {
                self.attach(word, first, Rel::Conj);
            }
        }
    }

    /// Whether a phrase begins right behind a comma.
    fn begins_behind_comma(&self, word: usize) -> bool {
        let start = (self.children(word))
            .filter(|&child| {
                child < word && self.rel(child) != Rel::Punct && self.rel(child) != Rel::Cc
            })
            .min()
            .unwrap_or(word)
            .min(word);
        start > self.sentence.start && self.forms[start - 1] == ","
    }

    /// Whether a noun stands in a phrase or clause that opens the clause of a verb.
    fn opens(&self, noun: usize, verb: usize) -> bool {
        let mut at = noun;
        for _ in 0..6 {
            let above = self.head(at);
            if above == verb {
                return at < verb
                    && match self.rel(at) {
                        Rel::Obl => self.has(at, &[Rel::Case]),
                        Rel::Advcl => true,
                        Rel::OblUnmarked => true,
                        _ => false,
                    };
            }
            if above == at
                || !matches!(
                    self.rel(at),
                    Rel::Nmod | Rel::Obl | Rel::Obj | Rel::NmodUnmarked
                )
            {
                return false;
            }
            at = above;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn names_behind_an_opening_are_the_subject() {
        let day = "On/ADP/IN/2/case Monday/PROPN/NNP/7/obl ,/PUNCT/,/4/punct Merin/PROPN/NNP/7/nsubj and/CCONJ/CC/6/cc \
                   Orveth/PROPN/NNP/2/conj objected/VERB/VBD/0/root ./PUNCT/./7/punct";
        assert!(mended(day).contains("Orveth-4-conj"));
        let place = "In/ADP/IN/2/case talks/NOUN/NNS/9/obl with/ADP/IN/4/case Brod/PROPN/NNP/2/nmod ,/PUNCT/,/6/punct \
                     Merin/PROPN/NNP/4/conj and/CCONJ/CC/8/cc Orveth/PROPN/NNP/4/conj objected/VERB/VBD/0/root ./PUNCT/./9/punct";
        let tree = mended(place);
        assert!(
            tree.contains("Merin-9-nsubj") && tree.contains("Orveth-6-conj"),
            "{tree}"
        );
        let three = "In/ADP/IN/2/case Brod/PROPN/NNP/9/obl ,/PUNCT/,/4/punct Merin/PROPN/NNP/2/conj and/CCONJ/CC/6/cc \
                     Orveth/PROPN/NNP/2/conj ,/PUNCT/,/2/punct they/PRON/PRP/9/nsubj objected/VERB/VBD/0/root ./PUNCT/./9/punct";
        assert!(mended(three).contains("Orveth-2-conj"));
    }
}
