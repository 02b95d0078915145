//! Verbs in "s" that the network took for plurals of nouns: "Orveth doubts that …", "…, Orveth fears."

use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

use super::Tree;
use super::openings::is_third_person;

/// Verbs of saying and thinking that are nouns in the plural too.
const TELLS: &[&str] = &[
    "claims",
    "doubts",
    "fears",
    "hopes",
    "reports",
    "thinks",
    "worries",
    "wonders",
    "figures",
    "reasons",
    "rules",
    "reckons",
    "estimates",
    "forecasts",
    "promises",
    "pledges",
    "vows",
    "demands",
    "cautions",
    "notes",
    "remarks",
    "comments",
    "quips",
    "questions",
    "calls",
];

/// Verbs of taking sides that are nouns in the plural too.
const FAVOURING: &[&str] = &["favours", "favors", "backs", "supports", "champions"];

impl Tree<'_> {
    /// "the basis that Orveth favours", "Orveth favours that too", "While the Senate favours a ballot, …": a verb in "s" behind
    /// its subject, taken for the end of a compound noun.
    pub(super) fn name_favours(&mut self) {
        for word in self.sentence.clone() {
            if self.xpos(word) != Xpos::Nns || !FAVOURING.contains(&self.forms[word]) {
                continue;
            }
            let Some(name) = word.checked_sub(1).filter(|&name| {
                self.sentence.contains(&name) && matches!(self.upos(name), Upos::Propn | Upos::Noun)
            }) else {
                continue;
            };
            let own = self.head(name) == word && self.rel(name) == Rel::Compound;
            match self.rel(word) {
                Rel::AclRelcl if own => self.make_verb(word, name),
                Rel::Root if own && word + 2 < self.sentence.end => {
                    self.make_verb(word, name);
                    self.turn_complements(word);
                }
                Rel::Compound => self.favours_the_noun_behind(word, name),
                _ => {}
            }
        }
    }

    /// "While the Senate | favours appointment, the house wants a ballot", "The council favours relief.": the noun behind is its
    /// object.
    fn favours_the_noun_behind(&mut self, verb: usize, name: usize) {
        let noun = self.head(verb);
        let compound = self.rel(name) == Rel::Compound
            && matches!(self.head(name), head if head == verb || head == noun);
        if noun <= verb || !compound || self.has(noun, &[Rel::Nsubj, Rel::Cop]) {
            return;
        }
        let (above, rel) = (self.head(noun), self.rel(noun));
        let second = rel == Rel::Nsubj
            && (self.children(above))
                .any(|other| other > noun && other < above && self.rel(other) == Rel::Nsubj);
        if rel != Rel::Root && !second {
            return;
        }
        let before: Vec<usize> = (self.children(noun))
            .filter(|&word| {
                word < name && matches!(self.rel(word), Rel::Det | Rel::Amod | Rel::Compound)
            })
            .collect();
        let marks: Vec<usize> = (self.children(above))
            .filter(|&mark| second && mark < name && self.rel(mark) == Rel::Mark)
            .collect();
        self.make_verb(verb, name);
        match second {
            true => self.attach(verb, above, Rel::Advcl),
            false => self.attach(verb, verb, Rel::Root),
        }
        self.attach(noun, verb, Rel::Obj);
        for word in before {
            let rel = self.rel(word);
            self.attach(word, name, rel);
        }
        for mark in marks {
            self.attach(mark, verb, Rel::Mark);
        }
    }

    /// "Orveth favours that; the union has said no": what stands before the stop belongs to the verb before it.
    pub(super) fn that_before_stop(&mut self) {
        for that in self.sentence.clone() {
            let verb = that.wrapping_sub(1);
            // "the bank disputes that, since others are allowed more time"
            let reason = || {
                self.forms[that + 1] == ","
                    && (self.forms.get(that + 2)).is_some_and(|&next| {
                        matches!(
                            next,
                            "since" | "because" | "as" | "although" | "though" | "while"
                        )
                    })
            };
            if self.forms[that] != "that"
                || that + 1 >= self.sentence.end
                || !(matches!(self.forms[that + 1], ";" | ":" | "too" | "–" | "—") || reason())
                || !self.sentence.contains(&verb)
                || self.upos(verb) != Upos::Verb
                || self.head(that) <= that
                || self.has(verb, &[Rel::Obj])
            {
                continue;
            }
            self.syntax.tags.upos[that] = Upos::Pron;
            self.syntax.tags.xpos[that] = Xpos::Dt;
            self.attach(that, verb, Rel::Obj);
        }
    }

    /// "Orveth doubts that the truce will hold": a name, a verb in "s", "that", and a clause.
    pub(super) fn name_doubts_that(&mut self) {
        let Some(verb) = (self.sentence.clone()).find(|&word| {
            self.rel(word) == Rel::Root
                && self.xpos(word) == Xpos::Nns
                && self.forms[word].strip_suffix('s').is_some_and(is_verb)
        }) else {
            return;
        };
        let that = verb + 1;
        let clause = self.children(verb).find(|&clause| {
            clause > that
                && matches!(self.rel(clause), Rel::Acl | Rel::AclRelcl | Rel::Ccomp)
                && matches!(self.upos(clause), Upos::Verb | Upos::Adj | Upos::Noun)
        });
        let (Some(name), Some(clause)) = (self.name_before(verb), clause) else {
            return;
        };
        if that >= self.sentence.end
            || !matches!(self.forms[that], "that" | "whether")
            || self
                .children(clause)
                .any(|mark| self.rel(mark) == Rel::Mark && mark != that)
        {
            return;
        }
        self.make_verb(verb, name);
        self.attach(clause, verb, Rel::Ccomp);
        self.attach(that, clause, Rel::Mark);
    }

    /// "Orveth fears Tolsk will reject it": two subjects side by side, the first of which is a name with its verb.
    pub(super) fn name_fears_clause(&mut self) {
        for word in self.sentence.clone() {
            let deed = self.head(word);
            if self.xpos(word) != Xpos::Nns
                || !TELLS.contains(&self.forms[word])
                || self.rel(word) != Rel::Nsubj
                || !matches!(self.rel(deed), Rel::Root | Rel::Ccomp)
            {
                continue;
            }
            let second = (self.children(deed))
                .any(|other| other > word && other < deed && self.rel(other) == Rel::Nsubj);
            let (Some(name), true) = (self.name_before(word), second) else {
                continue;
            };
            let (above, rel) = (self.head(deed), self.rel(deed));
            self.make_verb(word, name);
            let above = if rel == Rel::Root { word } else { above };
            self.attach(word, above, rel);
            self.attach(deed, word, Rel::Ccomp);
        }
    }

    /// "The deal will be rushed through, Orveth fears.": behind the last comma a name and a verb of saying.
    pub(super) fn clause_name_fears(&mut self) {
        if self.sentence.len() < 5 || !self.is_closed() {
            return;
        }
        let verb = self.sentence.end - 2;
        if self.xpos(verb) != Xpos::Nns || !TELLS.contains(&self.forms[verb]) {
            return;
        }
        let Some(name) = self.name_before(verb) else {
            return;
        };
        let mut first = name;
        while first > self.sentence.start && self.head(first - 1) == name {
            first -= 1;
        }
        let comma = first.wrapping_sub(1);
        let root = (self.sentence.start..first).find(|&word| self.rel(word) == Rel::Root);
        let Some(root) = root.filter(|_| comma > self.sentence.start && self.forms[comma] == ",")
        else {
            return;
        };
        self.make_verb(verb, name);
        self.attach(verb, verb, Rel::Root);
        self.attach(root, verb, Rel::Ccomp);
        self.attach(comma, verb, Rel::Punct);
        self.attach(verb + 1, verb, Rel::Punct);
    }

    /// "The former proposed a levy": one of two, the subject of the verb behind it, and no adjective.
    pub(super) fn former_and_latter(&mut self) {
        for word in self.sentence.clone() {
            let (verb, the) = (word + 1, word.wrapping_sub(1));
            if !matches!(self.forms[word], "former" | "latter" | "premier")
                || self.rel(word) != Rel::Amod
                || verb >= self.sentence.end
                || !self.sentence.contains(&the)
                || !self.forms[the].eq_ignore_ascii_case("the")
                || !(matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbn | Xpos::Vbz)
                    || self.is_verb_in_s(verb))
                || !matches!(
                    self.rel(verb),
                    Rel::Root | Rel::Conj | Rel::Parataxis | Rel::Ccomp
                )
            {
                continue;
            }
            if self.xpos(verb) == Xpos::Vbn {
                self.syntax.tags.xpos[verb] = Xpos::Vbd;
            }
            if self.upos(verb) == Upos::Noun {
                self.becomes_verb(verb, Xpos::Vbz);
                self.turn_complements(verb);
            }
            self.attach(word, verb, Rel::Nsubj);
            self.attach(the, word, Rel::Det);
        }
    }

    /// "The former insists on a cut": a noun in -s that is a verb, in a sentence without another.
    fn is_verb_in_s(&self, word: usize) -> bool {
        self.xpos(word) == Xpos::Nns
            && self.rel(word) == Rel::Root
            && is_third_person(self.forms[word])
            && !self.has_other_finite(word)
    }

    /// The name right before a word, if it belongs to that word.
    fn name_before(&self, verb: usize) -> Option<usize> {
        let name = verb
            .checked_sub(1)
            .filter(|name| self.sentence.contains(name))?;
        (self.upos(name) == Upos::Propn
            && self.head(name) == verb
            && matches!(self.rel(name), Rel::Compound | Rel::Nmod | Rel::Amod))
        .then_some(name)
    }

    /// Makes a noun in "s" the verb of a name.
    fn make_verb(&mut self, verb: usize, name: usize) {
        self.becomes_verb(verb, Xpos::Vbz);
        self.attach(name, verb, Rel::Nsubj);
        let before: Vec<usize> = (self.children(verb))
            .filter(|&word| {
                word < name && matches!(self.rel(word), Rel::Det | Rel::Compound | Rel::Amod)
            })
            .collect();
        for word in before {
            let rel = self.rel(word);
            self.attach(word, name, rel);
        }
    }
}

impl Tree<'_> {
    /// "The paper more than doubles it": "more than" before a verb in "s" weighs the verb, and the noun before it is its subject.
    pub(super) fn more_than_doubles(&mut self) {
        let Some(verb) = (self.sentence.start + 3..self.sentence.end).find(|&verb| {
            self.xpos(verb) == Xpos::Vbz
                && self.forms[verb - 1] == "than"
                && self.forms[verb - 2] == "more"
                && self.head(verb - 1) == verb
                && self.rel(verb) == Rel::Advcl
        }) else {
            return;
        };
        let noun = match self.head(verb) {
            more if more == verb - 2 => self.head(more),
            noun => noun,
        };
        let bare = noun + 3 == verb
            && matches!(self.upos(noun), Upos::Noun | Upos::Propn)
            && self.rel(noun) == Rel::Root
            && !self.has(noun, &[Rel::Cop, Rel::Aux]);
        if !bare {
            return;
        }
        self.attach(verb, verb, Rel::Root);
        self.attach(noun, verb, Rel::Nsubj);
        self.attach(verb - 2, verb, Rel::Advmod);
        self.attach(verb - 1, verb - 2, Rel::Fixed);
        let behind: Vec<usize> = (self.children(noun))
            .filter(|&child| child > verb)
            .collect();
        for child in behind {
            let rel = self.rel(child);
            self.attach(child, verb, rel);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn what_a_name_doubts_is_a_clause() {
        let tree = "Orveth/PROPN/NNP/2/compound doubts/NOUN/NNS/0/root that/PRON/WDT/7/obj the/DET/DT/5/det \
                    truce/NOUN/NN/7/nsubj will/AUX/MD/7/aux hold/VERB/VB/2/acl:relcl ./PUNCT/./2/punct";
        assert_eq!(
            mended(tree),
            "Orveth-2-nsubj doubts-0-root that-7-mark the-5-det truce-7-nsubj will-7-aux hold-2-ccomp .-2-punct"
        );
    }

    #[test]
    fn a_name_behind_the_clause_fears_it() {
        let tree = "Talks/NOUN/NNS/3/nsubj will/AUX/MD/3/aux fail/VERB/VB/0/root ,/PUNCT/,/6/punct \
                    Orveth/PROPN/NNP/6/compound fears/NOUN/NNS/3/obj ./PUNCT/./3/punct";
        assert_eq!(
            mended(tree),
            "Talks-3-nsubj will-3-aux fail-6-ccomp ,-6-punct Orveth-6-nsubj fears-0-root .-6-punct"
        );
    }
}
