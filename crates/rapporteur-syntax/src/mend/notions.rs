//! A thing told again behind a comma, with a clause of its own and no pronoun: ", an idea Orveth dismissed", ", something
//! the crews refuse", ", a step party leader Ada Brun opposes".

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Nouns that tell again what was told.
const NOTIONS: &[&str] = &[
    "something",
    "idea",
    "step",
    "move",
    "measure",
    "prospect",
    "plan",
    "proposal",
    "suggestion",
    "notion",
    "demand",
    "request",
    "condition",
    "term",
    "figure",
    "sum",
    "option",
    "offer",
    "concession",
    "change",
    "solution",
    "formula",
    "scenario",
    "outcome",
    "policy",
    "point",
    "position",
    "compromise",
    "requirement",
    "arrangement",
    "reform",
    "project",
    "scheme",
    "principle",
    "view",
    "claim",
    "call",
    "gesture",
    "shift",
    "deadline",
    "date",
    "target",
    "rate",
    "level",
];

impl Tree<'_> {
    /// Makes what is told again an apposition of its own, and what is told of it a relative clause.
    pub(super) fn told_again(&mut self) {
        for comma in self.sentence.clone().skip(2) {
            if self.forms[comma] == ","
                && let Some(noun) = self.notion_behind(comma)
            {
                self.tell_again(comma, noun);
            }
        }
    }

    /// ", a firm demand": the noun, where a noun phrase of its own comes right behind.
    fn notion_behind(&self, comma: usize) -> Option<usize> {
        let end = self.sentence.end;
        let first = comma + 1;
        let noun = match self.forms.get(first)?.to_lowercase().as_str() {
            "something" => first,
            "a" | "an" | "one" => (first + 1..(first + 4).min(end))
                .take_while(|&word| matches!(self.upos(word), Upos::Adj | Upos::Noun))
                .find(|&word| NOTIONS.contains(&self.forms[word]))?,
            _ => return None,
        };
        let next = noun + 1;
        let phrase = next < end
            && (matches!(self.upos(next), Upos::Propn | Upos::Pron)
                || self.upos(next) == Upos::Det
                || self.upos(next) == Upos::Noun)
            && !matches!(
                self.forms[next],
                "that" | "which" | "who" | "whose" | "whom" | "what"
            );
        phrase.then_some(noun)
    }

    fn tell_again(&mut self, comma: usize, noun: usize) {
        let end = self.sentence.end;
        let Some(verb) = (noun + 1..end).find(|&word| {
            matches!(self.upos(word), Upos::Verb | Upos::Aux)
                && matches!(
                    self.xpos(word),
                    Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md | Xpos::Vbn
                )
        }) else {
            return;
        };
        let plain = (noun + 1..verb).all(|word| {
            matches!(
                self.upos(word),
                Upos::Propn
                    | Upos::Noun
                    | Upos::Pron
                    | Upos::Det
                    | Upos::Adj
                    | Upos::Adv
                    | Upos::Part
            )
        });
        // An auxiliary stands before its verb.
        let verb = match self.upos(verb) {
            Upos::Aux => {
                let main = self.head(verb);
                if main <= verb || self.upos(main) != Upos::Verb {
                    return;
                }
                main
            }
            _ => verb,
        };
        let closed = |word: usize| {
            (word + 1..end)
                .find(|&next| self.upos(next) != Upos::Adv)
                .is_none_or(|next| {
                    self.upos(next) == Upos::Punct
                        || matches!(
                            self.upos(next),
                            Upos::Pron | Upos::Adp | Upos::Part | Upos::Sconj
                        )
                })
        };
        if !plain || self.has(verb, &[Rel::Obj, Rel::AuxPass]) || !closed(verb) {
            return;
        }
        let Some(subject) = self.subject_between(noun, verb) else {
            return;
        };
        let told = self.rel(verb) == Rel::AclRelcl && self.head(verb) == noun;
        if told && self.head(subject) == verb {
            return;
        }
        // What stands before the comma, with a verb of its own.
        let main = (self.sentence.start..comma).find(|&word| {
            // Whatever the network hung it on.
            self.upos(word) == Upos::Verb && (self.head(word) == word || self.head(word) > comma)
        });
        let Some(main) = main else { return };
        if self.head(verb) == verb {
            self.attach(main, main, Rel::Root);
            let last = end - 1;
            if self.upos(last) == Upos::Punct {
                self.attach(last, main, Rel::Punct);
            }
        } else if self.head(main) == verb {
            return;
        }
        self.attach(noun, main, Rel::Parataxis);
        self.attach(verb, noun, Rel::AclRelcl);
        self.attach(subject, verb, Rel::Nsubj);
        for word in comma..noun {
            let rel = match self.upos(word) {
                Upos::Det => Rel::Det,
                Upos::Punct => Rel::Punct,
                Upos::Adj => Rel::Amod,
                _ => continue,
            };
            self.attach(word, noun, rel);
        }
        for word in noun + 1..verb {
            let head = self.head(word);
            if word == subject || (noun + 1..=verb).contains(&head) {
                continue;
            }
            match self.upos(word) {
                Upos::Noun | Upos::Propn => self.attach(word, subject, Rel::Compound),
                Upos::Det => self.attach(word, subject, Rel::Det),
                Upos::Adv => self.attach(word, verb, Rel::Advmod),
                _ => {}
            }
        }
    }

    /// The head of the noun phrase between a noun and a verb.
    fn subject_between(&self, noun: usize, verb: usize) -> Option<usize> {
        let inside = noun + 1..verb;
        let nominal: Vec<usize> = inside
            .clone()
            .filter(|&word| self.is_nominal(word) && !inside.contains(&self.head(word)))
            .collect();
        nominal
            .iter()
            .copied()
            .find(|&word| self.head(word) == verb && self.rel(word) == Rel::Nsubj)
            .or_else(|| nominal.last().copied())
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn what_is_told_again_has_a_clause_of_its_own() {
        let idea = "Orveth/PROPN/NNP/2/nsubj wants/VERB/VBZ/0/root tolls/NOUN/NNS/2/obj ,/PUNCT/,/6/punct an/DET/DT/6/det \
                    idea/NOUN/NN/8/nsubj Belora/PROPN/NNP/6/appos dismissed/VERB/VBD/2/parataxis ./PUNCT/./2/punct";
        let tree = mended(idea);
        assert!(
            tree.contains("idea-2-parataxis Belora-8-nsubj dismissed-6-acl:relcl"),
            "{tree}"
        );
    }
}
