//! Participles, particles and infinitives that were given another's place.

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Participles that keep an object in the passive ("an envoy given a mandate", "a man named leader").
pub(super) const DITRANSITIVE: &[&str] = &[
    "given",
    "offered",
    "sent",
    "told",
    "awarded",
    "granted",
    "denied",
    "paid",
    "promised",
    "shown",
    "taught",
    "asked",
    "called",
    "named",
    "dubbed",
    "handed",
    "lent",
    "owed",
    "allowed",
    "refused",
    "elected",
    "appointed",
    "declared",
    "considered",
    "labelled",
    "labeled",
    "termed",
    "titled",
    "entitled",
    "nicknamed",
    "deemed",
    "crowned",
    "charged",
    "assigned",
    "allotted",
    "fed",
    "sold",
    "made",
    "brought",
    "left",
    "passed",
    "spared",
    "issued",
    "accorded",
];

impl Tree<'_> {
    /// "is unwilling to ship it": an infinitive behind an adjective that has its subject is no second subject.
    pub(super) fn infinitive_of_adjective(&mut self) {
        for verb in self.sentence.clone() {
            let above = self.head(verb);
            let infinitive = (self.children(verb))
                .any(|mark| self.rel(mark) == Rel::Mark && self.xpos(mark) == Xpos::To);
            if self.rel(verb) == Rel::Csubj
                && verb > above
                && infinitive
                && (self.children(above)).any(|subject| {
                    self.rel(subject) == Rel::Nsubj
                        && !matches!(self.forms[subject], "It" | "that" | "This" | "That")
                })
                && self.upos(above) == Upos::Adj
            {
                self.attach(verb, above, Rel::Xcomp);
            }
        }
    }

    /// "brushed aside the condition": a particle, which no phrase begins with.
    pub(super) fn particle_aside(&mut self) {
        for particle in self.sentence.clone().skip(1) {
            let (verb, noun) = (particle - 1, self.head(particle));
            if matches!(
                self.forms[particle],
                "aside" | "apart" | "together" | "forward" | "away"
            ) && self.rel(particle) == Rel::Case
                && self.upos(verb) == Upos::Verb
                && self.head(noun) == verb
                && matches!(self.rel(noun), Rel::Obl | Rel::Nmod)
                && !self.has(verb, &[Rel::Obj])
            {
                self.syntax.tags.xpos[particle] = Xpos::Rp;
                self.attach(particle, verb, Rel::CompoundPrt);
                self.attach(noun, verb, Rel::Obj);
            }
        }
    }

    /// "Orveth, noting the hour, opposed the levy", "but Orveth, joined by Tolsk, opposed any delay": opposed is no preposition,
    /// and what stands before the commas its subject.
    pub(super) fn opposed_behind_aside(&mut self) {
        for verb in self.sentence.clone().skip(4) {
            let object = self.head(verb);
            if self.forms[verb] != "opposed"
                || self.rel(verb) != Rel::Case
                || object <= verb
                || self.forms[verb - 1] != ","
                || verb + 1 >= self.sentence.end
                || matches!(self.forms[verb + 1], "to" | "by")
            {
                continue;
            }
            let opens = (self.sentence.start + 1..verb - 1).rev().find(|&comma| {
                self.forms[comma] == ","
                    && (matches!(self.xpos(comma + 1), Xpos::Vbg | Xpos::Vbn)
                        || self.upos(comma + 1) == Upos::Adp)
                    && self.is_nominal(comma - 1)
            });
            let Some(subject) = opens.map(|comma| {
                let mut name = comma - 1;
                while self.head(name) < comma
                    && self.head(name) != name
                    && matches!(self.rel(name), Rel::Flat | Rel::Compound | Rel::Conj)
                    && self.upos(self.head(name)) == Upos::Propn
                    && self.upos(name) == Upos::Propn
                {
                    name = self.head(name);
                }
                name
            }) else {
                continue;
            };
            let aside = opens.map_or(verb, |comma| comma + 1);
            let participle = matches!(self.xpos(aside), Xpos::Vbg | Xpos::Vbn);
            let (above, rel) = (self.head(subject), self.rel(subject));
            let main = (self.sentence.start..subject).rev().find(|&first| {
                self.upos(first) == Upos::Verb
                    && matches!(self.xpos(first), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            });
            match (above == subject, main) {
                (true, _) => self.attach(verb, verb, Rel::Root),
                (false, Some(main)) => {
                    self.attach(verb, main, Rel::Conj);
                    let cc = subject
                        .checked_sub(1)
                        .filter(|&cc| cc >= self.sentence.start && self.upos(cc) == Upos::Cconj);
                    if let Some(cc) = cc {
                        self.attach(cc, verb, Rel::Cc);
                    }
                }
                (false, None) => self.attach(verb, above, rel),
            }
            self.attach(subject, verb, Rel::Nsubj);
            if participle {
                self.attach(aside, verb, Rel::Advcl);
            }
            self.attach(object, verb, Rel::Obj);
            self.syntax.tags.xpos[verb] = Xpos::Vbd;
            self.syntax.tags.upos[verb] = Upos::Verb;
            let last = self.sentence.end - 1;
            if self.head(last) == subject {
                self.attach(last, verb, Rel::Punct);
            }
        }
    }

    /// "Orveth, however, opposed the levy", "Orveth's delegation opposed the levy": where a noun without a copula is all that
    /// the sentence hangs on, "opposed" is no preposition.
    pub(super) fn opposed_before_object(&mut self) {
        let Some(root) = (self.sentence.clone()).find(|&word| self.head(word) == word) else {
            return;
        };
        let cased = (self.children(root)).any(|case| self.rel(case) == Rel::Case && case < root);
        if !self.is_nominal(root) || cased || self.has(root, &[Rel::Cop, Rel::Aux, Rel::Nsubj]) {
            return;
        }
        let Some(verb) = (root + 1..self.sentence.end.saturating_sub(1)).find(|&verb| {
            self.forms[verb] == "opposed"
                && self.rel(verb) == Rel::Case
                && !matches!(
                    self.forms[verb - 1],
                    "as" | "be" | "was" | "is" | "are" | "were"
                )
                && !matches!(self.forms[verb + 1], "to" | "by")
        }) else {
            return;
        };
        let object = match self.head(verb) {
            // "Orveth's delegation | opposed | a levy", with the noun for what it would mark.
            above if above == root => (self.children(root))
                .find(|&at| at > verb && matches!(self.rel(at), Rel::Nmod | Rel::Appos | Rel::Obl)),
            object => Some(object).filter(|&object| object > verb),
        };
        let Some(object) = object else { return };
        self.becomes_verb(verb, Xpos::Vbd);
        self.attach(verb, verb, Rel::Root);
        self.attach(root, verb, Rel::Nsubj);
        self.attach(object, verb, Rel::Obj);
        for child in self.children(root).collect::<Vec<_>>() {
            if child > verb {
                self.attach(child, verb, self.rel(child));
            }
        }
    }

    /// "The airline opposed the tunnel", "Brun said the airline opposed the tunnel": no preposition that joins two nouns, but
    /// what the first does.
    pub(super) fn opposed_between(&mut self) {
        for verb in self.sentence.clone().skip(1) {
            if self.forms[verb] != "opposed" || self.rel(verb) != Rel::Case {
                continue;
            }
            let object = self.head(verb);
            let subject = self.head(object);
            if object <= verb
                || subject >= verb
                || self.rel(object) != Rel::Nmod
                || !self.is_nominal(subject)
                || matches!(self.forms[verb + 1], "to" | "by")
                || self.forms[verb - 1] == "as"
            {
                continue;
            }
            let above = self.head(subject);
            match self.rel(subject) {
                _ if above == subject => self.attach(verb, verb, Rel::Root),
                Rel::Nsubj | Rel::Obj if above < subject => self.attach(verb, above, Rel::Ccomp),
                rel @ (Rel::Conj | Rel::Parataxis | Rel::Ccomp | Rel::Advcl) => {
                    self.attach(verb, above, rel);
                }
                _ => continue,
            }
            let last = self.sentence.end - 1;
            let moved: Vec<usize> = (self.children(subject))
                .filter(|&child| child > verb && child != object || child == last)
                .collect();
            for child in moved {
                let rel = match self.rel(child) {
                    Rel::Nmod => Rel::Obl,
                    rel => rel,
                };
                self.attach(child, verb, rel);
            }
            self.attach(subject, verb, Rel::Nsubj);
            self.attach(object, verb, Rel::Obj);
            self.becomes_verb(verb, Xpos::Vbd);
        }
    }

    /// "The federation opposed, calling it a trick": of a sentence without a finite verb, the past right behind the noun.
    pub(super) fn opposed_alone(&mut self) {
        let Some(root) = (self.sentence.clone()).find(|&word| self.head(word) == word) else {
            return;
        };
        let verb = root + 1;
        if !self.is_nominal(root)
            || verb + 1 >= self.sentence.end
            || self.head(verb) != root
            || !matches!(
                self.forms[verb],
                "opposed" | "objected" | "disagreed" | "agreed" | "demurred" | "dissented"
            )
            || self.forms[verb + 1] != ","
            || (self.sentence.clone())
                .any(|word| word != verb && self.head(word) == root && self.rel(word) == Rel::Cop)
        {
            return;
        }
        self.attach(verb, verb, Rel::Root);
        self.attach(root, verb, Rel::Nsubj);
        self.syntax.tags.xpos[verb] = Xpos::Vbd;
        self.syntax.tags.upos[verb] = Upos::Verb;
        let last = self.sentence.end - 1;
        if self.head(last) == root {
            self.attach(last, verb, Rel::Punct);
        }
    }

    /// "no longer insists": an adverb describes no verb as an adjective does. "reject past catches as a basis": what has no
    /// preposition, behind a verb without an object, is it.
    pub(super) fn unmarked(&mut self) {
        for word in self.sentence.clone() {
            let verb = self.head(word);
            if verb == word {
                continue;
            }
            // "put forward averages": behind the verb, and no part of its object.
            let object = verb;
            if matches!(self.forms[word], "forward" | "aside" | "away")
                && matches!(self.rel(word), Rel::Amod | Rel::Advmod)
                && word > self.sentence.start
                && self.rel(object) == Rel::Obj
                && self.head(object) + 1 == word
                && object > word
            {
                self.attach(word, word - 1, Rel::CompoundPrt);
                continue;
            }
            // The finer tag tells a finite verb with an object from a noun.
            if self.upos(verb) == Upos::Noun
                && matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd)
                && self.has(verb, &[Rel::Obj])
            {
                self.syntax.tags.upos[verb] = Upos::Verb;
            }
            if self.upos(verb) != Upos::Verb {
                continue;
            }
            match self.rel(word) {
                Rel::Amod if self.upos(word) == Upos::Adv => {
                    self.attach(word, verb, Rel::Advmod);
                }
                Rel::Obl
                    if word > verb
                        && self.xpos(word) == Xpos::Nns
                        && !self.has(word, &[Rel::Case, Rel::Mark, Rel::Det, Rel::Nummod])
                        && !self.has(verb, &[Rel::Obj, Rel::Xcomp, Rel::Ccomp, Rel::AuxPass]) =>
                {
                    self.attach(word, verb, Rel::Obj);
                }
                // "would call off the strike": right behind the particle.
                Rel::Obl
                    if self.xpos(word) == Xpos::Nn
                        && self.has(verb, &[Rel::CompoundPrt])
                        && self.has(word, &[Rel::Det, Rel::NmodPoss])
                        && !self.has(word, &[Rel::Case, Rel::Mark])
                        && !self.has(verb, &[Rel::Obj, Rel::Xcomp, Rel::Ccomp, Rel::AuxPass])
                        && verb + 2 < word
                        && self.rel(verb + 1) == Rel::CompoundPrt
                        && (verb + 2..word).all(|at| self.head(at) == word) =>
                {
                    self.attach(word, verb, Rel::Obj);
                }
                // "Orveth's draft limits it": no part of the verb, but its subject.
                Rel::Compound
                    if word + 1 == verb
                        && self.upos(word) == Upos::Noun
                        && matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd)
                        && !self
                            .has(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl, Rel::AuxPass]) =>
                {
                    for child in self.children(verb).collect::<Vec<_>>() {
                        if child < word
                            && matches!(
                                self.rel(child),
                                Rel::NmodPoss | Rel::Det | Rel::Amod | Rel::Nummod
                            )
                        {
                            self.attach(child, word, self.rel(child));
                        }
                    }
                    self.attach(word, verb, Rel::Nsubj);
                }
                // "opposes sharing it": a verb is described by no participle.
                Rel::Acl if self.xpos(word) == Xpos::Vbg && word == verb + 1 => {
                    self.attach(word, verb, Rel::Xcomp);
                }
                // "called a strike"
                Rel::Xcomp
                    if word > verb
                        && self.upos(word) == Upos::Noun
                        // Right behind it, not "called the idea a trap".
                        && (self.children(word))
                            .any(|det| self.rel(det) == Rel::Det && det == verb + 1)
                        && !self.has(word, &[Rel::Mark, Rel::Cop, Rel::Case])
                        && !self.has(verb, &[Rel::Obj, Rel::AuxPass]) =>
                {
                    self.attach(word, verb, Rel::Obj);
                }
                // "evacuated the wounded"
                Rel::Obj if self.xpos(word) == Xpos::Vbn && self.has(word, &[Rel::Det]) => {
                    self.syntax.tags.upos[word] = Upos::Noun;
                    self.syntax.tags.xpos[word] = Xpos::Nns;
                }
                _ => {}
            }
        }
    }

    /// "Merin and Brod, both of which back it": the quantifier is the subject of its relative clause.
    pub(super) fn both_of_which(&mut self) {
        for which in self.sentence.clone().skip(2) {
            let (of, quantifier) = (which - 1, which - 2);
            let fits = matches!(self.forms[which], "which" | "whom")
                && self.forms[of] == "of"
                && matches!(
                    self.forms[quantifier],
                    "both"
                        | "all"
                        | "neither"
                        | "each"
                        | "none"
                        | "most"
                        | "some"
                        | "two"
                        | "three"
                        | "many"
                );
            let verb = (which + 1..self.sentence.end.min(which + 8))
                .find(|&verb| self.rel(verb) == Rel::AclRelcl && self.head(verb) < quantifier);
            if let Some(verb) = verb
                && fits
                && !self.has(verb, &[Rel::Nsubj, Rel::NsubjPass])
            {
                self.attach(quantifier, verb, Rel::Nsubj);
            }
        }
    }

    /// "Orveth's minister countered that it must": no passive has a clause and no auxiliary.
    pub(super) fn countered_that(&mut self) {
        for verb in self.sentence.clone() {
            if self.xpos(verb) != Xpos::Vbn
                || !matches!(self.rel(verb), Rel::Root | Rel::Conj | Rel::Ccomp)
                || !self.has(verb, &[Rel::Ccomp])
                || self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Mark])
            {
                continue;
            }
            let subject = (self.children(verb))
                .find(|&subject| self.rel(subject) == Rel::NsubjPass && subject < verb);
            let Some(subject) = subject else { continue };
            self.syntax.tags.xpos[verb] = Xpos::Vbd;
            self.attach(subject, verb, Rel::Nsubj);
            // "that relief could come": the conjunction, not its determiner.
            let that = verb + 1;
            let told = (self.children(verb)).find(|&told| self.rel(told) == Rel::Ccomp);
            if let Some(told) = told.filter(|_| {
                that < self.sentence.end && self.forms[that] == "that" && self.rel(that) == Rel::Det
            }) {
                self.syntax.tags.upos[that] = Upos::Sconj;
                self.syntax.tags.xpos[that] = Xpos::In;
                self.attach(that, told, Rel::Mark);
            }
        }
    }

    /// "Orveth, having ruled it out, said", "Having ruled it out, Orveth left": a participle beside the verb is told besides.
    pub(super) fn having_done(&mut self) {
        for verb in self.sentence.clone() {
            let above = self.head(verb);
            let having = (self.children(verb)).any(|aux| {
                matches!(self.rel(aux), Rel::Aux | Rel::AuxPass | Rel::Mark)
                    && matches!(self.forms[aux], "having" | "Having")
            });
            if self.rel(verb) == Rel::Ccomp
                && having
                && verb < above
                && !self.has(verb, &[Rel::Nsubj, Rel::NsubjPass])
            {
                self.attach(verb, above, Rel::Advcl);
            }
            let main = (self.children(verb))
                .find(|&main| {
                    main > verb + 1
                        && matches!(self.rel(main), Rel::Parataxis | Rel::Conj | Rel::Ccomp)
                        && matches!(self.xpos(main), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                        && self.has(main, &[Rel::Nsubj, Rel::NsubjPass])
                })
                .filter(|_| {
                    self.rel(verb) == Rel::Root
                        && having
                        && !self.has(verb, &[Rel::Nsubj, Rel::NsubjPass])
                });
            if let Some(main) = main {
                let last = self.sentence.end - 1;
                self.attach(main, main, Rel::Root);
                self.attach(verb, main, Rel::Advcl);
                if last != verb && self.head(last) == verb && self.upos(last) == Upos::Punct {
                    self.attach(last, main, Rel::Punct);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn an_adjective_takes_an_infinitive() {
        let ship = "Orveth/PROPN/NNP/3/nsubj is/AUX/VBZ/3/cop unwilling/ADJ/JJ/0/root to/PART/TO/5/mark \
                    ship/VERB/VB/3/csubj it/PRON/PRP/5/obj ./PUNCT/./3/punct";
        assert!(mended(ship).contains("ship-3-xcomp"));
    }

    #[test]
    fn what_is_unmarked_is_told_by_its_place() {
        let longer = "Orveth/PROPN/NNP/4/nsubj no/ADV/RB/3/advmod longer/ADV/RBR/4/amod insists/VERB/VBZ/0/root \
                      ./PUNCT/./4/punct";
        assert!(mended(longer).contains("longer-4-advmod"));
        let catches = "They/PRON/PRP/2/nsubj reject/VERB/VBP/0/root past/ADJ/JJ/4/amod catches/NOUN/NNS/2/obl \
                       ./PUNCT/./2/punct";
        assert!(mended(catches).contains("catches-2-obj"));
    }

    #[test]
    fn both_back_it() {
        let both = "Orveth/PROPN/NNP/7/nsubj ,/PUNCT/,/6/punct both/DET/DT/7/nsubj of/ADP/IN/5/case which/PRON/WDT/3/nmod \
                    backed/VERB/VBD/1/acl:relcl sent/VERB/VBD/0/root him/PRON/PRP/7/obj ./PUNCT/./7/punct";
        assert!(mended(both).contains("both-6-nsubj"));
    }

    #[test]
    fn a_clause_makes_no_passive() {
        let said = "Orveth/PROPN/NNP/2/nsubj:pass countered/VERB/VBN/0/root that/DET/DT/4/det relief/NOUN/NN/5/nsubj \
                    comes/VERB/VBZ/2/ccomp ./PUNCT/./2/punct";
        let tree = mended(said);
        assert!(
            tree.contains("Orveth-2-nsubj ") && tree.contains("that-5-mark"),
            "{tree}"
        );
    }

    #[test]
    fn aside_is_a_particle() {
        let brushed = "Orveth/PROPN/NNP/2/nsubj brushed/VERB/VBD/0/root aside/ADP/IN/5/case the/DET/DT/5/det \
                       plan/NOUN/NN/2/obl ./PUNCT/./2/punct";
        let tree = mended(brushed);
        assert!(
            tree.contains("aside-2-compound:prt") && tree.contains("plan-2-obj"),
            "{tree}"
        );
    }

    #[test]
    fn what_was_done_before_is_told_besides() {
        let ruled = "Orveth/PROPN/NNP/6/nsubj having/AUX/VBG/3/aux ruled/VERB/VBN/6/ccomp it/PRON/PRP/3/obj ,/PUNCT/,/3/punct \
                     said/VERB/VBD/0/root so/ADV/RB/6/advmod ./PUNCT/./6/punct";
        assert!(mended(ruled).contains("ruled-6-advcl"));
    }
}
