//! Two subjects side by side, of which one describes the other: "Mountainous Lenz agreed".

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Nouns that tell what kind of body the name behind them is of.
const GROUPS: &[&str] = &[
    "group",
    "organization",
    "organisation",
    "watchdog",
    "agency",
    "body",
    "union",
    "charity",
    "party",
    "company",
    "firm",
    "network",
    "association",
    "movement",
    "broadcaster",
];

impl Tree<'_> {
    /// Of two subjects of one verb that stand side by side, one describes the other.
    pub(super) fn two_subjects(&mut self) {
        self.named_group();
        self.doubled_subject();
        self.described_between_commas();
    }

    /// Whether all of some words belong to a noun.
    fn is_of(&self, noun: usize, words: std::ops::Range<usize>) -> bool {
        (words.clone()).all(|at| self.head(at) == noun || words.contains(&self.head(at)))
    }

    /// "A fee on ships, an idea of Orveth's, was discussed": of two subjects the one between commas tells what the first is.
    fn described_between_commas(&mut self) {
        for verb in self.sentence.clone() {
            let subjects: Vec<usize> = (self.children(verb))
                .filter(|&child| {
                    child < verb && matches!(self.rel(child), Rel::Nsubj | Rel::NsubjPass)
                })
                .collect();
            let [first, second] = subjects[..] else {
                continue;
            };
            let comma = |at: usize| self.forms.get(at) == Some(&",");
            // "The Tolsk Front, a smaller faction that fights on, said", "its commander, Colonel Orme, said"
            let behind = (first + 1..second)
                .find(|&at| comma(at))
                .map(|at| at + 1)
                .filter(|&at| self.upos(first) != Upos::Pron && self.is_of(second, at..second));
            let start = (first + 1..second)
                .find(|&at| self.head(at) == second && self.rel(at) == Rel::Det)
                .or(behind);
            let end = (second + 1..verb).find(|&at| comma(at));
            let (Some(start), Some(end)) = (start, end) else {
                continue;
            };
            let described = comma(start - 1)
                && (second + 1..end).all(|at| (second..end).contains(&self.head(at)))
                && (end + 1..verb).all(|at| self.head(at) == verb)
                && (self.upos(first) == Upos::Noun && self.upos(second) == Upos::Noun
                    || behind == Some(start) && self.is_nominal(first) && self.is_nominal(second))
                // "a fee, a levy, or a toll"
                && !self.has(second, &[Rel::Cc, Rel::Conj]);
            if described {
                self.attach(second, first, Rel::Appos);
            }
        }
    }

    /// "the rights group Amnesty demanded": of two subjects side by side the first tells what the second is.
    fn named_group(&mut self) {
        for noun in self.sentence.clone() {
            let verb = self.head(noun);
            if self.rel(noun) != Rel::Nsubj
                || !GROUPS.contains(&self.forms[noun].to_lowercase().as_str())
                || noun >= verb
            {
                continue;
            }
            let name = self.children(verb).find(|&name| {
                name > noun
                    && name < verb
                    && self.rel(name) == Rel::Nsubj
                    && self.upos(name) == Upos::Propn
                    && (noun + 1..name).all(|part| self.upos(part) == Upos::Propn)
            });
            if let Some(name) = name {
                self.attach(noun, name, Rel::NmodDesc);
            }
        }
    }

    /// "Mountainous Lenz agreed", "The opposition Homeland party rejected it", "The mediator Velle said so": a verb has one
    /// subject; of two that touch each other the first describes the second, or is called by it.
    fn doubled_subject(&mut self) {
        for verb in self.sentence.clone() {
            let subjects: Vec<usize> = (self.children(verb))
                .filter(|&child| {
                    child < verb
                        && matches!(self.rel(child), Rel::Nsubj | Rel::NsubjPass | Rel::Csubj)
                })
                .collect();
            let [first, second] = subjects[..] else {
                continue;
            };
            let (first, second) = (first.min(second), first.max(second));
            let begins = (first + 1..second).all(|word| {
                self.head(word) == second
                    && matches!(self.rel(word), Rel::Compound | Rel::Amod | Rel::Flat)
            });
            let alone = (self.children(first))
                .all(|child| child < first && matches!(self.rel(child), Rel::Det | Rel::Amod));
            let describes = matches!(self.upos(first), Upos::Noun | Upos::Adj)
                || self.xpos(first) == Xpos::Vbg && first == self.sentence.start;
            let named = (first + 1..=second).any(|word| self.upos(word) == Upos::Propn);
            if !begins || !alone || !describes || !named || self.has(second, &[Rel::Det]) {
                continue;
            }
            let before: Vec<usize> = self.children(first).collect();
            let article = before.iter().any(|&word| self.rel(word) == Rel::Det);
            if article && self.upos(second) == Upos::Propn && self.upos(first) == Upos::Noun {
                self.attach(second, first, Rel::Appos);
                continue;
            }
            let rel = match self.upos(first) {
                Upos::Noun => Rel::Compound,
                _ => Rel::Amod,
            };
            self.attach(first, second, rel);
            for word in before {
                let rel = self.rel(word);
                self.attach(word, second, rel);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn an_adjective_is_no_subject() {
        let hilly = "Hilly/ADJ/JJ/3/nsubj Orveth/PROPN/NNP/3/nsubj agreed/VERB/VBD/0/root ./PUNCT/./3/punct";
        assert!(mended(hilly).contains("Hilly-2-amod"));
    }

    #[test]
    fn what_stands_between_commas_describes_the_subject() {
        let fee = "A/DET/DT/2/det fee/NOUN/NN/9/nsubj:pass ,/PUNCT/,/2/punct an/DET/DT/5/det idea/NOUN/NN/9/nsubj:pass \
                   of/ADP/IN/7/case Orveth/PROPN/NNP/5/nmod ,/PUNCT/,/2/punct fell/VERB/VBD/0/root ./PUNCT/./9/punct";
        assert!(mended(fee).contains("idea-2-appos"));
    }

    #[test]
    fn a_noun_before_a_name_is_called_by_it() {
        let mediator = "The/DET/DT/2/det mediator/NOUN/NN/4/nsubj Orveth/PROPN/NNP/4/nsubj agreed/VERB/VBD/0/root \
                        ./PUNCT/./4/punct";
        assert!(mended(mediator).contains("Orveth-2-appos"));
        let party = "The/DET/DT/2/det opposition/NOUN/NN/5/nsubj Hearth/PROPN/NNP/4/compound party/NOUN/NN/5/nsubj \
                     agreed/VERB/VBD/0/root ./PUNCT/./5/punct";
        assert!(mended(party).contains("opposition-4-compound"));
    }
}
