//! Words at the front of a clause or a phrase that the network hung on a part of it: "conceded that captains on leased boats
//! should be paid", "asked for a one-for-one exchange", "but opposed any delay", "Thailand, he said, could sign".

use super::Tree;
use super::agreement::SUBJECTS;
use super::openings::is_third_person;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Verbs in -s of what a text does, which are no plurals.
const NEVER_NOUNS: &[&str] = &[
    "foresees",
    "envisages",
    "envisions",
    "provides",
    "proposes",
    "suggests",
    "requires",
    "allows",
    "obliges",
    "stipulates",
    "specifies",
    "prescribes",
    "forbids",
    "prohibits",
    "includes",
    "contains",
    "entails",
    "establishes",
    "guarantees",
    "commits",
    "recommends",
    "demands",
    "excludes",
    "permits",
];

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn fronts(&mut self) {
        for word in self.sentence.clone().skip(1) {
            self.captains_should(word);
            self.waiting_was(word);
            self.no_infinitive_in_s(word);
            self.front_demands(word);
            self.foresees(word);
            self.had_she_said(word);
            self.behind_opening(word);
            self.case_of_all(word);
            self.but_opposed(word);
            self.told_of_before(word);
            self.formally_called(word);
        }
    }

    /// "conceded that captains should be paid": right behind "that" and before another verb of the same clause, no verb.
    fn captains_should(&mut self, noun: usize) {
        let that = noun - 1;
        let verb = self.head(that);
        if self.forms[that] != "that"
            || self.rel(that) != Rel::Mark
            || verb <= noun
            || self.xpos(noun) != Xpos::Vbz
            || self.rel(noun) != Rel::Ccomp
            || self.head(noun) != self.head(verb)
            || self.has(verb, SUBJECTS)
            || self.has(noun, SUBJECTS)
            || self.has(noun, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::Aux])
        {
            return;
        }
        let passive = self.has(verb, &[Rel::AuxPass]);
        self.syntax.tags.upos[noun] = Upos::Noun;
        self.syntax.tags.xpos[noun] = Xpos::Nns;
        self.attach(
            noun,
            verb,
            if passive { Rel::NsubjPass } else { Rel::Nsubj },
        );
        for child in self.children(noun).collect::<Vec<_>>() {
            if self.rel(child) == Rel::Obl {
                self.attach(child, noun, Rel::Nmod);
            }
        }
    }

    /// "said waiting was something they could not do": of two told clauses side by side the gerund is what the other tells of.
    fn waiting_was(&mut self, gerund: usize) {
        let said = self.head(gerund);
        if self.xpos(gerund) != Xpos::Vbg
            || self.rel(gerund) != Rel::Ccomp
            || said + 1 != gerund
            || self.has(gerund, SUBJECTS)
            || self.has(gerund, &[Rel::Aux, Rel::Cop])
        {
            return;
        }
        let told = (self.children(said)).find(|&told| {
            told > gerund
                && self.rel(told) == Rel::Ccomp
                && self.has(told, &[Rel::Cop])
                && !self.has(told, SUBJECTS)
                && !self.has(told, &[Rel::Mark, Rel::Cc])
        });
        if let Some(told) = told {
            self.attach(gerund, told, Rel::Csubj);
        }
    }

    /// "objects to fireworks": no infinitive has an -s.
    fn no_infinitive_in_s(&mut self, noun: usize) {
        let to = noun - 1;
        let verb = self.head(noun);
        if self.forms[to] != "to"
            || !matches!(self.xpos(to), Xpos::In | Xpos::To)
            || self.head(to) != verb
            || self.rel(noun) != Rel::Xcomp
            || self.xpos(noun) != Xpos::Vbz
            || verb >= to
        {
            return;
        }
        self.syntax.tags.upos[noun] = Upos::Noun;
        self.syntax.tags.xpos[noun] = Xpos::Nns;
        self.syntax.tags.upos[to] = Upos::Adp;
        self.syntax.tags.xpos[to] = Xpos::In;
        self.attach(noun, verb, Rel::Obl);
        self.attach(to, noun, Rel::Case);
    }

    /// "said the front demands the payment", "that no cash reach the coast": a noun has no object, and an article belongs to
    /// what stands before its verb.
    fn front_demands(&mut self, verb: usize) {
        let noun = verb - 1;
        let marked = (self.children(verb))
            .any(|that| self.rel(that) == Rel::Mark && self.forms[that] == "that");
        let form = match self.xpos(verb) {
            Xpos::Nns => self.forms[verb].ends_with('s') && is_third_person(self.forms[verb]),
            Xpos::Nn => marked && is_verb(self.forms[verb]),
            _ => false,
        };
        if self.upos(verb) != Upos::Noun
            || !form
            || !matches!(
                self.rel(verb),
                Rel::Root | Rel::Ccomp | Rel::Parataxis | Rel::Conj
            )
            || self.head(noun) != verb
            || !matches!(self.rel(noun), Rel::Amod | Rel::Compound)
            || !(self.children(verb)).any(|det| det < noun && self.rel(det) == Rel::Det)
            || !(self.children(verb)).any(|object| {
                object > verb
                    && self.rel(object) == Rel::Obj
                    && (self.children(object))
                        .any(|det| self.rel(det) == Rel::Det && det == verb + 1)
            })
            || self.has(verb, &[Rel::Cop, Rel::Case])
            || self.has(verb, SUBJECTS)
        {
            return;
        }
        self.syntax.tags.xpos[verb] = match self.xpos(verb) {
            Xpos::Nns => Xpos::Vbz,
            _ => Xpos::Vb,
        };
        self.subject_before(verb, noun);
    }

    /// "Karsk's plan foresees elections": what is never a noun, between what it would describe and a text.
    fn foresees(&mut self, verb: usize) {
        let (noun, object) = (verb - 1, self.head(verb));
        if !NEVER_NOUNS.contains(&self.forms[verb])
            || self.rel(verb) != Rel::Compound
            || object <= verb
            || self.head(noun) != verb && self.head(noun) != object
            || !matches!(self.rel(noun), Rel::Compound | Rel::Nsubj)
            || self.xpos(noun) == Xpos::Nns
            || self.has(object, SUBJECTS)
            || self.has(object, &[Rel::Cop, Rel::Case])
        {
            return;
        }
        let (above, rel) = (self.head(object), self.rel(object));
        self.syntax.tags.xpos[verb] = Xpos::Vbz;
        match above == object {
            true => self.attach(verb, verb, Rel::Root),
            false => self.attach(verb, above, rel),
        }
        self.attach(object, verb, Rel::Obj);
        let last = self.sentence.end - 1;
        for child in self.children(object).collect::<Vec<_>>() {
            if child < noun {
                self.attach(child, verb, self.rel(child));
            } else if child == last {
                self.attach(child, verb, Rel::Punct);
            }
        }
        self.subject_before(verb, noun);
    }

    /// Makes a word a verb, and what stands right before it its subject, with all that describes it.
    fn subject_before(&mut self, verb: usize, noun: usize) {
        self.syntax.tags.upos[verb] = Upos::Verb;
        if self.upos(noun) == Upos::Adj {
            self.syntax.tags.upos[noun] = Upos::Noun;
            self.syntax.tags.xpos[noun] = Xpos::Nn;
        }
        for child in self.children(verb).collect::<Vec<_>>() {
            if child < noun
                && matches!(
                    self.rel(child),
                    Rel::Det | Rel::Amod | Rel::Compound | Rel::NmodPoss | Rel::Nummod
                )
            {
                self.attach(child, noun, self.rel(child));
            }
        }
        self.attach(noun, verb, Rel::Nsubj);
    }

    /// "She had, she said, no quarrel with it": what stands behind the speaker is what she had.
    fn had_she_said(&mut self, said: usize) {
        let subjects: Vec<usize> = (self.children(said))
            .filter(|&word| self.rel(word) == Rel::Nsubj)
            .collect();
        let [speaker, thing] = subjects[..] else {
            return;
        };
        let has = (self.children(said)).find(|&has| {
            has < speaker
                && self.rel(has) == Rel::Ccomp
                && matches!(
                    self.forms[has],
                    "had" | "has" | "have" | "saw" | "sees" | "see"
                )
                && self.has(has, &[Rel::Nsubj])
                && !self.has(has, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
        });
        if let Some(has) = has
            && speaker < said
            && said < thing
            && self.forms[said + 1] == ","
        {
            self.attach(thing, has, Rel::Obj);
        }
    }

    /// "In Geneva, Norway, headed by its minister, presented a plan": a name behind an opening phrase is no fellow of it.
    fn behind_opening(&mut self, verb: usize) {
        if self.upos(verb) != Upos::Verb
            || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            || !matches!(self.rel(verb), Rel::Root | Rel::Ccomp | Rel::Parataxis)
            || self.has(verb, SUBJECTS)
        {
            return;
        }
        let name = (self.children(verb))
            .filter(|&opening| opening < verb && self.rel(opening) == Rel::Obl)
            .filter(|&opening| self.has(opening, &[Rel::Case]))
            .flat_map(|opening| self.children(opening).collect::<Vec<_>>())
            .find(|&name| {
                self.rel(name) == Rel::Conj
                    && name < verb
                    && self.is_nominal(name)
                    && !self.has(name, &[Rel::Cc, Rel::Case])
                    && (self.children(name).next().unwrap_or(name).min(name)) > self.sentence.start
                    && self.forms[name - 1] == ","
            });
        if let Some(name) = name {
            self.attach(name, verb, Rel::Nsubj);
        }
    }

    /// "for a one-for-one exchange": a preposition before all of a phrase belongs to its noun.
    fn case_of_all(&mut self, case: usize) {
        let part = self.head(case);
        let noun = self.head(part);
        if self.rel(case) != Rel::Case
            || !matches!(self.rel(part), Rel::Nummod | Rel::Amod | Rel::Compound)
            || part <= case
            || noun <= part
            || !matches!(self.rel(noun), Rel::Obl | Rel::Nmod)
            || !self.is_nominal(noun)
            || self.has(noun, &[Rel::Case])
            || self.head(noun) >= case
        {
            return;
        }
        self.attach(case, noun, Rel::Case);
        // "granted asylum to five officers": what stands before the preposition is another phrase.
        let verb = self.head(noun);
        for child in self.children(noun).collect::<Vec<_>>() {
            if child < case && self.rel(child) == Rel::Compound && !self.has(verb, &[Rel::Obj]) {
                self.attach(child, verb, Rel::Obj);
            }
        }
        for child in self.children(part).collect::<Vec<_>>() {
            if child < part && self.rel(child) == Rel::Det {
                self.attach(child, noun, Rel::Det);
            }
        }
    }

    /// "was in favour of talks but opposed any delay": behind a conjunction no preposition.
    fn but_opposed(&mut self, verb: usize) {
        let (cc, object) = (verb - 1, self.head(verb));
        let mut first = self.head(object);
        while matches!(self.rel(first), Rel::Nmod | Rel::Obl | Rel::Obj) && self.head(first) < first
        {
            first = self.head(first);
        }
        if self.forms[verb] != "opposed"
            || self.rel(verb) != Rel::Case
            || object <= verb
            || self.rel(object) != Rel::Conj
            || first >= cc
            || self.head(cc) != object
            || self.upos(cc) != Upos::Cconj
            || !(self.has(first, SUBJECTS) || self.upos(first) == Upos::Verb)
        {
            return;
        }
        self.becomes_verb(verb, Xpos::Vbd);
        self.attach(verb, first, Rel::Conj);
        self.attach(object, verb, Rel::Obj);
        self.attach(cc, verb, Rel::Cc);
    }

    /// "Thailand, he told them, could sign": who is called upon by nobody is told of.
    fn told_of_before(&mut self, name: usize) {
        self.told_of(name);
        if name == self.sentence.start + 1 {
            self.told_of(name - 1);
        }
    }

    fn told_of(&mut self, name: usize) {
        let said = self.head(name);
        if self.rel(name) != Rel::Vocative
            || said <= name
            || !self.is_nominal(name)
            || self.upos(said) != Upos::Verb
        {
            return;
        }
        let told = (self.children(said))
            .find(|&told| told > said && self.rel(told) == Rel::Ccomp && !self.has(told, SUBJECTS));
        let Some(told) = told else { return };
        // It begins with its auxiliary, or is itself finite.
        let begins = (self.children(told)).next().unwrap_or(told).min(told);
        let finite = matches!(self.xpos(told), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            || self.has(told, &[Rel::Aux, Rel::AuxPass, Rel::Cop]);
        if !finite || begins == 0 || !self.forms[said..told].contains(&",") {
            return;
        }
        let passive = self.has(told, &[Rel::AuxPass]);
        self.attach(
            name,
            told,
            if passive { Rel::NsubjPass } else { Rel::Nsubj },
        );
    }

    /// "Merin, formally the Republic of Merin, proposed waiting": the only verb of a sentence, behind the comma that closes
    /// what its subject is also called.
    fn formally_called(&mut self, verb: usize) {
        let inner = self.head(verb);
        let name = if self.rel(inner) == Rel::Appos {
            self.head(inner)
        } else {
            inner
        };
        if self.rel(verb) != Rel::Acl
            || !matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            || self.forms[verb - 1] != ","
            || self.rel(name) != Rel::Root
            || name >= verb
            || !matches!(self.upos(name), Upos::Noun | Upos::Propn)
            || !self.forms[name..verb - 1].contains(&",")
            || !self.has(verb, &[Rel::Obj, Rel::Xcomp, Rel::Ccomp, Rel::Advcl])
            || self.has(verb, &[Rel::OblAgent, Rel::AuxPass, Rel::Aux, Rel::Mark])
            || self.has(name, &[Rel::Cop, Rel::Case, Rel::Nsubj, Rel::Aux])
            || !self.is_closed()
            || self.has_other_finite(verb)
        {
            return;
        }
        let last = self.sentence.end - 1;
        self.syntax.tags.xpos[verb] = Xpos::Vbd;
        self.attach(verb, verb, Rel::Root);
        self.attach(name, verb, Rel::Nsubj);
        if self.head(last) == name {
            self.attach(last, verb, Rel::Punct);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_noun_behind_that_is_no_verb() {
        let paid = "Orveth/PROPN/NNP/2/nsubj conceded/VERB/VBD/0/root that/SCONJ/IN/9/mark captains/VERB/VBZ/2/ccomp \
                    on/ADP/IN/6/case boats/NOUN/NNS/4/obl should/AUX/MD/9/aux be/AUX/VB/9/aux:pass paid/VERB/VBN/2/ccomp \
                    ./PUNCT/./2/punct";
        let tree = mended(paid);
        assert!(
            tree.contains("captains-9-nsubj:pass on-6-case boats-4-nmod"),
            "{tree}"
        );
    }

    #[test]
    fn a_preposition_belongs_to_the_whole_phrase() {
        let one = "Orveth/PROPN/NNP/2/nsubj asked/VERB/VBD/0/root for/ADP/IN/5/case a/DET/DT/5/det two/NUM/CD/6/nummod \
                   swap/NOUN/NN/2/obl ./PUNCT/./2/punct";
        assert!(mended(one).contains("for-6-case a-6-det two-6-nummod"));
    }

    #[test]
    fn opposed_behind_but_is_a_verb() {
        let but = "Orveth/PROPN/NNP/4/nsubj was/AUX/VBD/4/cop for/ADP/IN/4/case talks/NOUN/NNS/0/root but/CCONJ/CC/7/cc \
                   opposed/VERB/VBN/7/case delay/NOUN/NN/4/conj ./PUNCT/./4/punct";
        assert!(mended(but).contains("but-6-cc opposed-4-conj delay-6-obj"));
    }

    #[test]
    fn who_is_told_of_is_not_called_upon() {
        let told = "Orveth/PROPN/NNP/4/vocative ,/PUNCT/,/1/punct he/PRON/PRP/4/nsubj said/VERB/VBD/0/root ,/PUNCT/,/7/punct \
                    could/AUX/MD/7/aux sign/VERB/VB/4/ccomp ./PUNCT/./4/punct";
        assert!(mended(told).starts_with("Orveth-7-nsubj"));
    }

    #[test]
    fn what_it_is_also_called_hides_no_verb() {
        let called = "ORVETH/PROPN/NNP/0/root ,/PUNCT/,/5/punct formally/ADV/RB/5/advmod the/DET/DT/5/det \
                      REPUBLIC/PROPN/NNP/1/appos ,/PUNCT/,/7/punct proposed/VERB/VBN/5/acl waiting/VERB/VBG/7/advcl \
                      ./PUNCT/./1/punct";
        let tree = mended(called);
        assert!(
            tree.starts_with("ORVETH-7-nsubj") && tree.contains("proposed-0-root"),
            "{tree}"
        );
    }
}
