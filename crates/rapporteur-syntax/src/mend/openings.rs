//! What opens a sentence or stands before its verb and was taken for something else.

use super::Tree;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// "Subject to a vote, Orveth agreed to it": a condition, no subject.
    pub(super) fn subject_to(&mut self) {
        let word = self.sentence.start;
        let to = word + 1;
        let verb = self.head(word);
        if to >= self.sentence.end
            || self.forms[word] != "Subject"
            || self.forms[to] != "to"
            || !matches!(self.rel(word), Rel::Nsubj | Rel::NsubjPass)
            || verb == word
        {
            return;
        }
        self.syntax.tags.upos[word] = Upos::Adj;
        self.syntax.tags.xpos[word] = Xpos::Jj;
        self.attach(word, verb, Rel::Advcl);
        let what = self
            .children(word)
            .find(|&what| self.rel(what) == Rel::Nmod);
        if let Some(what) = what {
            self.attach(what, word, Rel::Obl);
        }
    }

    /// "will sign the treaty | subject to approval": what hangs on something is the treaty, and no subject is signed.
    pub(super) fn noun_subject_to(&mut self) {
        for word in self.sentence.clone().skip(1) {
            let noun = word - 1;
            let inside = self.rel(noun) == Rel::Compound && self.head(noun) == word;
            let beside = matches!(self.rel(noun), Rel::Obj | Rel::Iobj | Rel::Obl)
                && self.rel(word) == Rel::Obj
                && self.head(noun) == self.head(word);
            if self.forms[word] != "subject"
                || word + 1 >= self.sentence.end
                || self.forms[word + 1] != "to"
                || self.upos(word) != Upos::Noun
                || !inside && !beside
            {
                continue;
            }
            let (head, rel) = (self.head(word), self.rel(word));
            for child in self.children(word).collect::<Vec<_>>() {
                if child < noun {
                    let rel = self.rel(child);
                    self.attach(child, noun, rel);
                }
            }
            let head = if head == word { noun } else { head };
            self.attach(noun, head, rel);
            self.syntax.tags.upos[word] = Upos::Adj;
            self.syntax.tags.xpos[word] = Xpos::Jj;
            self.attach(word, noun, Rel::Amod);
            let what = self.head(word + 1);
            if what > word + 1 && self.rel(word + 1) == Rel::Case {
                self.attach(what, word, Rel::Obl);
            }
        }
    }

    /// "Orveth, the host, proposes a rota": reports call nobody; a name before a finite verb without a subject is that.
    pub(super) fn nobody_is_called(&mut self) {
        for name in self.sentence.clone() {
            let verb = self.head(name);
            let finite = matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd)
                || self.children(verb).any(|aux| {
                    matches!(self.rel(aux), Rel::Aux | Rel::AuxPass | Rel::Cop)
                        && matches!(self.xpos(aux), Xpos::Vbz | Xpos::Vbd | Xpos::Md)
                });
            if matches!(
                self.rel(name),
                Rel::Vocative | Rel::Dislocated | Rel::Reparandum
            ) && name < verb
                && self.upos(name) == Upos::Propn
                && finite
                && !self.has(
                    verb,
                    &[
                        Rel::Nsubj,
                        Rel::NsubjPass,
                        Rel::NsubjOuter,
                        Rel::Csubj,
                        Rel::Expl,
                    ],
                )
            {
                let passive = self.has(verb, &[Rel::AuxPass]);
                let rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
                self.attach(name, verb, rel);
            }
        }
    }

    /// "Both want it", "neither accepts the clause": what stands for those who do it, where nobody else does.
    pub(super) fn both_do(&mut self) {
        for word in self.sentence.clone() {
            let verb = self.head(word);
            let stands = matches!(
                &*self.forms[word].to_lowercase(),
                "both" | "neither" | "each" | "all" | "none" | "some" | "many" | "most" | "few"
            ) && matches!(
                self.rel(word),
                Rel::Advmod | Rel::Det | Rel::CcPreconj | Rel::Dep
            );
            // "Both also fear a cap"
            let near = verb == word + 1 || verb == word + 2 && self.upos(word + 1) == Upos::Adv;
            let acts = stands
                && near
                && self.upos(verb) == Upos::Verb
                && matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbp | Xpos::Vbd)
                && matches!(
                    self.rel(verb),
                    Rel::Root | Rel::Conj | Rel::Ccomp | Rel::Parataxis | Rel::Advcl
                )
                && !self.has(
                    verb,
                    &[
                        Rel::Nsubj,
                        Rel::NsubjPass,
                        Rel::NsubjOuter,
                        Rel::Csubj,
                        Rel::Expl,
                    ],
                );
            // "They both want it", "the sides each want it": a fellow has the subject.
            let fresh = word == self.sentence.start
                || matches!(
                    self.forms[word - 1],
                    "," | ";" | ":" | "and" | "but" | "that" | "–" | "—" | "which"
                );
            if acts && fresh {
                self.attach(word, verb, Rel::Nsubj);
            }
        }
    }

    /// "Orveth, a sponsor of the text, no longer insists on it, one of them said": what is "no longer" so is a verb.
    pub(super) fn no_longer(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            let longer = verb - 1;
            // "It no longer calls for a ban": "longer" for an adjective of the verb
            if self.forms[longer] == "longer"
                && self.upos(verb) == Upos::Verb
                && self.rel(longer) == Rel::Amod
                && self.head(longer) == verb
            {
                self.syntax.tags.upos[longer] = Upos::Adv;
                self.syntax.tags.xpos[longer] = Xpos::Rbr;
                self.attach(longer, verb, Rel::Advmod);
            }
            if !(self.forms[longer] == "longer"
                && self.forms[longer - 1].eq_ignore_ascii_case("no")
                && (self.xpos(verb) == Xpos::Nns && is_third_person(self.forms[verb])
                    // "Orveth no longer objects", with the verb for a thing of the name
                    || self.xpos(verb) == Xpos::Vbz
                        && self.rel(verb) == Rel::Obj
                        && self.is_nominal(self.head(verb))))
            {
                continue;
            }
            self.becomes_verb(verb, Xpos::Vbz);
            self.syntax.tags.upos[longer] = Upos::Adv;
            self.syntax.tags.xpos[longer] = Xpos::Rbr;
            let above = self.head(verb);
            self.attach(longer, verb, Rel::Advmod);
            self.attach(longer - 1, longer, Rel::Advmod);
            for child in self.children(verb).collect::<Vec<_>>() {
                if child > verb && self.rel(child) == Rel::Nmod {
                    self.attach(child, verb, Rel::Obl);
                }
            }
            let first = self.sentence.start;
            let name = (first..longer - 1).find(|&name| {
                self.is_nominal(name)
                    && (self.head(name) == above
                        || self.rel(name) == Rel::Root
                        || self.head(name) == verb)
            });
            let Some(name) = name.filter(|_| !self.has(verb, &[Rel::Nsubj])) else {
                continue;
            };
            if self.rel(name) == Rel::Root {
                self.attach(verb, verb, Rel::Root);
                for child in self.children(name).collect::<Vec<_>>() {
                    if child > verb {
                        self.attach(child, verb, self.rel(child));
                    }
                }
            } else if above == verb || self.upos(above) == Upos::Verb {
                let clausal = matches!(self.rel(verb), Rel::Ccomp | Rel::Root | Rel::Parataxis);
                if above != verb && !clausal {
                    self.attach(verb, above, Rel::Ccomp);
                }
            }
            self.attach(name, verb, Rel::Nsubj);
        }
    }

    /// "wants guarantees that it holds": right behind a finite verb stands its object, not another finite verb.
    pub(super) fn object_in_s(&mut self) {
        for noun in self.sentence.clone() {
            let verb = self.head(noun);
            if self.rel(noun) != Rel::Xcomp
                || self.xpos(noun) != Xpos::Vbz
                || noun != verb + 1
                || !matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd | Xpos::Vbp)
                || self.has(noun, &[Rel::Nsubj, Rel::NsubjPass, Rel::Mark, Rel::Aux])
                || self.has(verb, &[Rel::Obj])
            {
                continue;
            }
            self.syntax.tags.upos[noun] = Upos::Noun;
            self.syntax.tags.xpos[noun] = Xpos::Nns;
            self.attach(noun, verb, Rel::Obj);
            for child in self.children(noun).collect::<Vec<_>>() {
                match self.rel(child) {
                    Rel::Ccomp | Rel::Xcomp => self.attach(child, noun, Rel::Acl),
                    Rel::Obl => self.attach(child, noun, Rel::Nmod),
                    _ => {}
                }
            }
        }
    }

    /// "Orveth's plan calls for a ban": a sentence without a verb, and a noun in -s that takes the preposition as a verb.
    pub(super) fn plan_calls(&mut self) {
        const TAKES: &[(&str, &str)] = &[
            ("calls", "for"),
            ("provides", "for"),
            ("allows", "for"),
            ("aims", "at"),
            ("refers", "to"),
            ("amounts", "to"),
            ("applies", "to"),
            ("deals", "with"),
            ("insists", "on"),
            ("consists", "of"),
            ("relies", "on"),
            ("depends", "on"),
            ("hinges", "on"),
            ("rests", "on"),
            ("leads", "to"),
            ("asks", "for"),
            ("opts", "for"),
            ("objects", "to"),
            ("agrees", "to"),
            ("agrees", "with"),
            ("argues", "for"),
        ];
        let Some(root) = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root) else {
            return;
        };
        let (first, last) = (self.sentence.start, self.sentence.end);
        let verbless = !self.sentence.clone().any(|word| {
            matches!(
                self.xpos(word),
                Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Md
            )
        });
        let taken = root > first
            && root + 1 < last
            && TAKES.iter().any(|(verb, preposition)| {
                self.forms[root] == *verb && self.forms[root + 1] == *preposition
            });
        let noun = root.wrapping_sub(1);
        // "Orveth disagrees with it": of a name, any verb.
        let named = root > first
            && root + 1 < last
            && self.upos(noun) == Upos::Propn
            && self.upos(root + 1) == Upos::Adp
            && is_third_person(self.forms[root]);
        if !verbless
            || !(taken || named)
            || self.xpos(root) != Xpos::Nns
            || self.head(noun) != root
            || self.rel(noun) != Rel::Compound
            || !self.is_closed()
        {
            return;
        }
        self.becomes_verb(root, Xpos::Vbz);
        for child in self.children(root).collect::<Vec<_>>() {
            let rel = self.rel(child);
            if child > root && rel == Rel::Nmod {
                self.attach(child, root, Rel::Obl);
            } else if child < noun && rel != Rel::Punct {
                self.attach(child, noun, rel);
            }
        }
        self.attach(noun, root, Rel::Nsubj);
    }

    /// "its resistance to a clause is known": what has a preposition before it is no subject, but hangs on the noun.
    pub(super) fn cased_subject(&mut self) {
        for word in self.sentence.clone() {
            if !matches!(self.rel(word), Rel::Nsubj | Rel::NsubjPass) {
                continue;
            }
            let case = self.children(word).find(|&case| {
                self.rel(case) == Rel::Case && case < word && self.upos(case) == Upos::Adp
            });
            let Some(noun) = case.and_then(|case| case.checked_sub(1)) else {
                continue;
            };
            let verb = self.head(word);
            if noun >= self.sentence.start
                && self.is_nominal(noun)
                && self.head(noun) == verb
                && matches!(self.rel(noun), Rel::Nsubj | Rel::NsubjPass)
                && verb > word
            {
                self.attach(word, noun, Rel::Nmod);
            }
        }
    }

    /// "had given up that demand last week": "that" before a word that is no verb of a singular is its determiner.
    pub(super) fn that_noun(&mut self) {
        for that in self.sentence.clone() {
            let noun = that + 1;
            let verb = self.head(noun.min(self.sentence.end - 1));
            if matches!(self.forms[that], "that" | "this")
                && noun < self.sentence.end
                && self.head(that) == noun
                && self.rel(that) == Rel::Nsubj
                && matches!(self.xpos(noun), Xpos::Vbp | Xpos::Vb)
                && verb < that
                && self.upos(verb) == Upos::Verb
                && !self.has(noun, &[Rel::Aux, Rel::Mark, Rel::Obj])
                && !self.has(verb, &[Rel::Obj])
            {
                self.syntax.tags.upos[noun] = Upos::Noun;
                self.syntax.tags.xpos[noun] = Xpos::Nn;
                self.syntax.tags.upos[that] = Upos::Det;
                self.syntax.tags.xpos[that] = Xpos::Dt;
                self.attach(that, noun, Rel::Det);
                for child in self.children(noun).collect::<Vec<_>>() {
                    if child > noun {
                        self.attach(child, verb, self.rel(child));
                    }
                }
                self.attach(noun, verb, Rel::Obj);
            }
        }
    }
}

/// Whether a form in -s is a verb of the third person.
pub(super) fn is_third_person(form: &str) -> bool {
    let form = form.to_lowercase();
    let stem = form.trim_end_matches('s');
    is_verb(stem)
        || stem.strip_suffix('e').is_some_and(is_verb)
        || (stem.strip_suffix("ie")).is_some_and(|short| is_verb(&format!("{short}y")))
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_name_before_the_verb_is_its_subject() {
        let host = "Orveth/PROPN/NNP/6/vocative ,/PUNCT/,/4/punct the/DET/DT/4/det host/NOUN/NN/1/appos ,/PUNCT/,/1/punct \
                    proposes/VERB/VBZ/0/root a/DET/DT/8/det rota/NOUN/NN/6/obj ./PUNCT/./6/punct";
        assert!(mended(host).starts_with("Orveth-6-nsubj"));
        let spoken = "Orveth/PROPN/NNP/3/vocative ,/PUNCT/,/1/punct come/VERB/VB/0/root home/ADV/RB/3/advmod ./PUNCT/./3/punct";
        assert!(mended(spoken).starts_with("Orveth-3-vocative"));
    }

    #[test]
    fn what_is_no_longer_so_is_a_verb() {
        let insists = "Orveth/PROPN/NNP/9/nsubj no/ADV/RB/3/advmod longer/ADV/RBR/4/advmod insists/NOUN/NNS/9/ccomp \
                       on/ADP/IN/6/case it/PRON/PRP/4/nmod ,/PUNCT/,/4/punct one/NUM/CD/9/nsubj said/VERB/VBD/0/root ./PUNCT/./9/punct";
        let tree = mended(insists);
        assert!(
            tree.contains("Orveth-4-nsubj") && tree.contains("it-4-obl"),
            "{tree}"
        );
    }

    #[test]
    fn an_object_in_s_is_a_noun() {
        let wants = "Orveth/PROPN/NNP/2/nsubj wants/VERB/VBZ/0/root guarantees/VERB/VBZ/2/xcomp that/SCONJ/IN/6/mark \
                     it/PRON/PRP/6/nsubj holds/VERB/VBZ/3/ccomp ./PUNCT/./2/punct";
        let tree = mended(wants);
        assert!(
            tree.contains("guarantees-2-obj") && tree.contains("holds-3-acl"),
            "{tree}"
        );
    }

    #[test]
    fn a_plan_calls_for_something() {
        let plan = "Orveth/PROPN/NNP/4/nmod:poss 's/PART/POS/1/case plan/NOUN/NN/4/compound calls/NOUN/NNS/0/root \
                    for/ADP/IN/7/case a/DET/DT/7/det ban/NOUN/NN/4/nmod ./PUNCT/./4/punct";
        let tree = mended(plan);
        assert!(
            tree.contains("Orveth-3-nmod:poss")
                && tree.contains("plan-4-nsubj")
                && tree.contains("ban-4-obl"),
            "{tree}"
        );
    }

    #[test]
    fn a_subject_has_no_preposition() {
        let known = "Resistance/NOUN/NN/6/nsubj:pass to/ADP/IN/4/case a/DET/DT/4/det clause/NOUN/NN/6/nsubj:pass \
                     is/AUX/VBZ/6/aux:pass known/VERB/VBN/0/root ./PUNCT/./6/punct";
        assert!(mended(known).contains("clause-1-nmod"));
    }

    #[test]
    fn that_determines_the_noun_behind_it() {
        let given = "Orveth/PROPN/NNP/3/nsubj had/AUX/VBD/3/aux given/VERB/VBN/0/root up/ADP/RP/3/compound:prt \
                     that/PRON/DT/6/nsubj demand/VERB/VBP/3/ccomp ./PUNCT/./3/punct";
        let tree = mended(given);
        assert!(tree.contains("that-6-det demand-3-obj"), "{tree}");
    }
}
