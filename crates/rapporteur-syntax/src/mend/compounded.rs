//! Verbs that were taken for a noun between nouns, and clauses that were lost so: "while Merin backs grants", "says Merin
//! favours grants", "the plan Merin backs and Orveth opposes", "said rich countries needed to pay".

use super::Tree;
use super::agreement::SUBJECTS;
use super::openings::is_third_person;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Words that open a clause of its own behind another.
const OPENERS: &[&str] = &[
    "while", "whereas", "because", "although", "though", "that", "if", "since", "as",
];

impl Tree<'_> {
    /// Every such verb.
    pub(super) fn verb_between_nouns(&mut self) {
        for word in self.sentence.clone().skip(1) {
            if self.xpos(word) == Xpos::Nns
                && matches!(self.rel(word), Rel::Compound | Rel::Nsubj | Rel::NsubjPass)
                && self.xpos(word - 1) == Xpos::Nnp
                && is_third_person(self.forms[word])
            {
                match self.rel(word) {
                    Rel::Compound => self.clause_of_nouns(word),
                    _ => self.relative_of_nouns(word),
                }
            }
        }
        self.fellow_participle();
        self.needed_to();
    }

    /// The first word of the name that ends before a word: "the Czech Republic | favours".
    fn start_of_name(&self, word: usize, of: usize) -> usize {
        let mut start = word - 1;
        while start > self.sentence.start
            && matches!(
                self.xpos(start - 1),
                Xpos::Nnp | Xpos::Nnps | Xpos::Jj | Xpos::Dt
            )
            && (self.head(start - 1) == of || self.head(start - 1) == word - 1)
        {
            start -= 1;
        }
        start
    }

    /// "while | Merin backs grants", "says | Merin favours grants".
    fn clause_of_nouns(&mut self, word: usize) {
        let thing = self.head(word);
        if thing <= word
            || !matches!(
                self.rel(thing),
                Rel::Obl | Rel::Advcl | Rel::Obj | Rel::Ccomp | Rel::Parataxis | Rel::Dep
            )
            || self.has(thing, SUBJECTS)
            || self.has(thing, &[Rel::Cop, Rel::Aux])
        {
            return;
        }
        let start = self.start_of_name(word, thing);
        if start == self.sentence.start {
            return;
        }
        let before = start - 1;
        let above = self.head(thing);
        let opened = OPENERS.contains(&&*self.forms[before].to_lowercase())
            && matches!(self.rel(before), Rel::Mark | Rel::Case)
            && self.head(before) == thing;
        let told = before == above && self.tells(above);
        // Nothing but what belongs to the thing between the verb and it.
        let close = (word + 1..thing)
            .all(|at| self.head(at) == thing || self.head(at) > word && self.head(at) <= thing);
        if !(opened || told) || !close {
            return;
        }
        let name: Vec<usize> = (start..word - 1).collect();
        for at in name {
            if self.head(at) == thing {
                self.attach(at, word - 1, self.rel(at));
            }
        }
        let rel = match (opened, &*self.forms[before].to_lowercase()) {
            (true, "that") | (false, _) => Rel::Ccomp,
            _ => Rel::Advcl,
        };
        self.becomes_verb(word, Xpos::Vbz);
        self.attach(word, above, rel);
        self.attach(word - 1, word, Rel::Nsubj);
        if opened {
            self.attach(before, word, Rel::Mark);
        }
        let late: Vec<usize> = (self.children(thing)).filter(|&at| at < start).collect();
        for at in late {
            self.attach(at, word, self.rel(at));
        }
        self.attach(thing, word, Rel::Obj);
    }

    /// "The plan | Merin backs and Orveth opposes | goes to a vote".
    fn relative_of_nouns(&mut self, word: usize) {
        let start = self.start_of_name(word, word);
        if start == self.sentence.start {
            return;
        }
        let noun = start - 1;
        let verb = self.head(word);
        if self.upos(noun) != Upos::Noun
            || self.head(noun) != word
            || self.rel(noun) != Rel::Compound
            || verb <= word
            || !self.has(word, &[Rel::Det])
            || !(start..word).all(|at| self.head(at) == word || self.head(at) == word - 1)
        {
            return;
        }
        let rel = self.rel(word);
        let own: Vec<usize> = (self.children(word)).filter(|&at| at < noun).collect();
        let fellows: Vec<usize> = (self.children(word))
            .filter(|&at| at > word && self.rel(at) == Rel::Conj && is_third_person(self.forms[at]))
            .collect();
        self.becomes_verb(word, Xpos::Vbz);
        self.attach(noun, verb, rel);
        for at in own {
            self.attach(at, noun, self.rel(at));
        }
        for at in start..word - 1 {
            self.attach(at, word - 1, self.rel(at));
        }
        self.attach(word, noun, Rel::AclRelcl);
        self.attach(word - 1, word, Rel::Nsubj);
        for fellow in fellows {
            if self.xpos(fellow - 1) == Xpos::Nnp && self.head(fellow - 1) == fellow {
                self.becomes_verb(fellow, Xpos::Vbz);
                self.attach(fellow - 1, fellow, Rel::Nsubj);
            }
        }
    }

    /// "the plan backed by Merin and | opposed by Orveth | goes to a vote".
    fn fellow_participle(&mut self) {
        for word in self.sentence.clone().skip(3) {
            let by = word + 1;
            if by + 1 >= self.sentence.end {
                break;
            }
            let agent = self.head(by);
            if !matches!(self.forms[word - 1], "and" | "but")
                || self.forms[by] != "by"
                || self.upos(word) != Upos::Verb
                || !matches!(self.xpos(word), Xpos::Vbd | Xpos::Vbn)
                || self.rel(word) == Rel::Conj
                || self.rel(by) != Rel::Case
                || agent <= by
                || self.has(word, SUBJECTS)
                || self.has(word, &[Rel::Aux, Rel::AuxPass, Rel::Mark])
            {
                continue;
            }
            let first = (self.sentence.start..word - 1).rev().find(|&first| {
                self.xpos(first) == Xpos::Vbn
                    && self.rel(first) == Rel::Acl
                    && self.has(first, &[Rel::OblAgent])
            });
            let Some(first) = first else { continue };
            self.syntax.tags.xpos[word] = Xpos::Vbn;
            self.attach(word, first, Rel::Conj);
            self.attach(word - 1, word, Rel::Cc);
            self.attach(agent, word, Rel::OblAgent);
        }
    }

    /// "said rich countries | needed to pay": nobody says countries.
    fn needed_to(&mut self) {
        for word in self.sentence.clone().skip(2) {
            let noun = self.head(word);
            let says = self.head(noun);
            let to = word + 1;
            if to + 1 >= self.sentence.end
                || self.rel(word) != Rel::Acl
                || self.xpos(word) != Xpos::Vbn
                || noun + 1 != word
                || self.rel(noun) != Rel::Obj
                || self.forms[to] != "to"
                || !self.tells(says)
                || says > noun
            {
                continue;
            }
            self.syntax.tags.xpos[word] = Xpos::Vbd;
            self.attach(word, says, Rel::Ccomp);
            self.attach(noun, word, Rel::Nsubj);
            let deed = to + 1;
            if self.upos(deed) != Upos::Verb && is_verb(&self.forms[deed].to_lowercase()) {
                let thing = self.head(deed);
                self.becomes_verb(deed, Xpos::Vb);
                self.attach(deed, word, Rel::Xcomp);
                if thing > deed && self.head(thing) == word {
                    self.attach(thing, deed, Rel::Obj);
                }
                self.attach(to, deed, Rel::Mark);
            }
        }
    }

    /// Whether a verb only tells: its object is no thing.
    fn tells(&self, verb: usize) -> bool {
        self.upos(verb) == Upos::Verb
            && matches!(
                &*self.forms[verb].to_lowercase(),
                "says"
                    | "said"
                    | "say"
                    | "argues"
                    | "argued"
                    | "argue"
                    | "insists"
                    | "insisted"
                    | "insist"
                    | "claims"
                    | "claimed"
                    | "maintains"
                    | "maintained"
                    | "adds"
                    | "added"
                    | "notes"
                    | "noted"
                    | "thinks"
                    | "thought"
                    | "believes"
                    | "believed"
                    | "warns"
                    | "warned"
            )
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_verb_between_nouns_has_its_clause() {
        let told = "Merin/PROPN/NNP/2/nsubj says/VERB/VBZ/0/root Orveth/PROPN/NNP/5/compound favours/NOUN/NNS/5/compound \
                    grants/NOUN/NNS/2/obj ./PUNCT/./2/punct";
        let tree = mended(told);
        assert!(
            tree.contains("Orveth-4-nsubj")
                && tree.contains("favours-2-ccomp")
                && tree.contains("grants-4-obj"),
            "{tree}"
        );
    }

    #[test]
    fn a_thing_that_is_backed_is_no_compound() {
        let plan = "The/DET/DT/4/det plan/NOUN/NN/4/compound Merin/PROPN/NNP/4/compound backs/NOUN/NNS/5/nsubj \
                    goes/VERB/VBZ/0/root to/ADP/IN/8/case a/DET/DT/8/det vote/NOUN/NN/5/obl ./PUNCT/./5/punct";
        let tree = mended(plan);
        assert!(
            tree.contains("plan-5-nsubj")
                && tree.contains("backs-2-acl:relcl")
                && tree.contains("Merin-4-nsubj"),
            "{tree}"
        );
    }
}
