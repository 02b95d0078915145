//! Tags, relations and the order of words that contradict each other.
//!
//! The network chooses a tag, a head and a relation for itself; where two of them cannot both be right, the tag and the
//! order of words decide, which are told more surely.

use super::Tree;
use super::openings::is_third_person;
use crate::lemmas::is_irregular_past;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Relations that no finite verb has.
const NOT_OF_VERBS: &[Rel] = &[
    Rel::Case,
    Rel::Nmod,
    Rel::Compound,
    Rel::Det,
    Rel::Amod,
    Rel::Nummod,
    Rel::Flat,
    Rel::Advmod,
];
pub(super) const SUBJECTS: &[Rel] = &[
    Rel::Nsubj,
    Rel::NsubjPass,
    Rel::NsubjOuter,
    Rel::Csubj,
    Rel::Expl,
];

impl Tree<'_> {
    /// "the round is to be held": an outer subject needs an inner one.
    pub(super) fn outer_alone(&mut self) {
        for word in self.sentence.clone() {
            let verb = self.head(word);
            if self.rel(word) == Rel::NsubjOuter
                && !self.has(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj, Rel::Expl])
            {
                let passive = self.has(verb, &[Rel::AuxPass]);
                let rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
                self.attach(word, verb, rel);
            }
        }
    }

    /// "Orveth no longer insists": the finer tag tells a finite verb with its subject from a noun.
    pub(super) fn one_tag(&mut self) {
        for word in self.sentence.clone() {
            // "Brod lent", "they clung": not the verb's plain form, nor an adjective.
            if self.upos(word) == Upos::Verb
                && matches!(self.xpos(word), Xpos::Vb | Xpos::Vbp | Xpos::Jj)
                && is_irregular_past(&self.forms[word].to_lowercase())
            {
                self.syntax.tags.xpos[word] = Xpos::Vbd;
            }
            if self.upos(word) == Upos::Noun
                && matches!(self.xpos(word), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                && self.has(word, SUBJECTS)
                && !self.has(word, &[Rel::Cop, Rel::Det])
            {
                self.syntax.tags.upos[word] = Upos::Verb;
            }
            // "Neither side objects": a noun has no subject without a copula.
            if self.xpos(word) == Xpos::Nns
                && self.rel(word) != Rel::Appos
                && self.forms[word].ends_with('s')
                && is_third_person(self.forms[word])
                && (self.children(word))
                    .any(|subject| self.rel(subject) == Rel::Nsubj && subject + 1 == word)
                && !self.has(word, &[Rel::Cop, Rel::Aux])
            {
                self.becomes_verb(word, Xpos::Vbz);
                let det = (self.children(word)).find(|&det| self.rel(det) == Rel::Det);
                if let Some(det) = det.filter(|&det| det < word) {
                    self.attach(det, word - 1, Rel::Det);
                }
                let behind: Vec<usize> = (self.children(word))
                    .filter(|&child| child > word && self.rel(child) == Rel::Nmod)
                    .collect();
                for child in behind {
                    self.attach(child, word, Rel::Obl);
                }
                if self.rel(word) == Rel::Nsubj && self.head(word) > word {
                    self.attach(word, self.head(word), Rel::Ccomp);
                }
            }
            // "Orveth favours the court": a noun has no object.
            if self.xpos(word) == Xpos::Nns
                && matches!(
                    self.rel(word),
                    Rel::Root | Rel::Ccomp | Rel::Parataxis | Rel::Conj | Rel::Nsubj
                )
                && self.forms[word].ends_with('s')
                && (self.children(word)).any(|object| {
                    object > word && self.rel(object) == Rel::Obj && self.has(object, &[Rel::Det])
                })
                && word > self.sentence.start
                && self.head(word - 1) == word
                && matches!(
                    self.rel(word - 1),
                    Rel::Compound | Rel::Nsubj | Rel::Amod | Rel::Flat
                )
                // "The paper triples the fee"
                && (self.upos(word - 1) == Upos::Propn
                    || self.xpos(word - 1) == Xpos::Nn
                        && self.forms[word].strip_suffix('s').is_some_and(is_verb))
            {
                self.becomes_verb(word, Xpos::Vbz);
                if self.rel(word) == Rel::Nsubj {
                    self.attach(word, self.head(word), Rel::Ccomp);
                }
                let before: Vec<usize> = (self.children(word))
                    .filter(|&child| {
                        child < word - 1
                            && matches!(self.rel(child), Rel::Det | Rel::Amod | Rel::NmodPoss)
                    })
                    .collect();
                for child in before {
                    self.attach(child, word - 1, self.rel(child));
                }
                self.attach(word - 1, word, Rel::Nsubj);
            }
            // "Tolsk sided with Orveth."
            let form = self.forms[word].to_lowercase();
            if self.upos(word) == Upos::Adj
                && matches!(self.rel(word), Rel::Root | Rel::Ccomp | Rel::Parataxis)
                && form.ends_with("ed")
                && self.has(word, &[Rel::Nsubj])
                && !self.has(
                    word,
                    &[Rel::Cop, Rel::Aux, Rel::AuxPass, Rel::Det, Rel::Mark],
                )
                && past_stem(&form)
            {
                self.becomes_verb(word, Xpos::Vbd);
            }
        }
    }

    /// "Orveth is opposed to it": a participle has an auxiliary and a passive subject, an adjective has neither.
    pub(super) fn one_voice(&mut self) {
        for word in self.sentence.clone() {
            let be = self.children(word).find(|&be| {
                matches!(self.rel(be), Rel::Cop | Rel::AuxPass)
                    && be < word
                    && self.upos(be) == Upos::Aux
            });
            let subject = self.children(word).find(|&subject| {
                matches!(self.rel(subject), Rel::Nsubj | Rel::NsubjPass) && subject < word
            });
            let (Some(be), Some(subject)) = (be, subject) else {
                continue;
            };
            let passive = match (self.upos(word), self.xpos(word)) {
                (Upos::Verb, Xpos::Vbn) => true,
                (Upos::Adj, _) | (Upos::Verb, Xpos::Jj) => false,
                _ => continue,
            };
            if !passive {
                self.syntax.tags.upos[word] = Upos::Adj;
            }
            if (self.rel(be) == Rel::AuxPass) == (self.rel(subject) == Rel::NsubjPass)
                && (self.rel(be) == Rel::AuxPass) == passive
            {
                continue;
            }
            let (aux, nsubj) = match passive {
                true => (Rel::AuxPass, Rel::NsubjPass),
                false => (Rel::Cop, Rel::Nsubj),
            };
            self.attach(be, word, aux);
            self.attach(subject, word, nsubj);
        }
    }

    /// "reject past catches": an adjective is no preposition.
    pub(super) fn adjective_case(&mut self) {
        for word in self.sentence.clone() {
            let noun = self.head(word);
            if self.rel(word) != Rel::Case
                || self.upos(word) != Upos::Adj
                || self.xpos(word) != Xpos::Jj
                || noun <= word
                || self.rel(noun) != Rel::Obl
            {
                continue;
            }
            let verb = self.head(noun);
            self.attach(word, noun, Rel::Amod);
            if self.upos(verb) == Upos::Verb
                && verb < word
                && !self.has(verb, &[Rel::Obj, Rel::AuxPass])
                && !self.has(noun, &[Rel::Case])
            {
                self.attach(noun, verb, Rel::Obj);
            }
        }
    }

    /// "willing to hand over the airport": a noun that "to" marks is a verb.
    pub(super) fn marked_noun(&mut self) {
        for word in self.sentence.clone().skip(1) {
            let mark = word - 1;
            if self.upos(word) != Upos::Noun
                || self.xpos(word) != Xpos::Nn
                || !self.forms[mark].eq_ignore_ascii_case("to")
                || self.head(mark) != word
                || self.rel(mark) != Rel::Mark
                    && !(self.rel(mark) == Rel::Case && matches!(self.rel(word), Rel::Xcomp))
                || !is_verb(&self.forms[word].to_lowercase())
            {
                continue;
            }
            self.becomes_verb(word, Xpos::Vb);
            self.attach(mark, word, Rel::Mark);
            let particle = word + 1;
            if particle >= self.sentence.end
                || !matches!(
                    self.forms[particle],
                    "over" | "up" | "out" | "down" | "off" | "back" | "in" | "away"
                )
            {
                continue;
            }
            let object = self.head(particle);
            if self.rel(particle) == Rel::Case
                && self.head(object) == word
                && matches!(self.rel(object), Rel::Obl | Rel::Nmod)
            {
                self.attach(particle, word, Rel::CompoundPrt);
                self.attach(object, word, Rel::Obj);
            }
        }
    }

    /// "Orveth imposed sanctions" as sanctions that Orveth imposed: what has a subject describes nothing.
    pub(super) fn described_by_clause(&mut self) {
        for verb in self.sentence.clone() {
            let noun = self.head(verb);
            if self.rel(verb) != Rel::Amod
                || !self.is_nominal(noun)
                || !self.forms[verb].to_lowercase().ends_with("ed")
                    && !matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                || self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::OblAgent])
            {
                continue;
            }
            let (above, rel) = (self.head(noun), self.rel(noun));
            let subject = (self.children(verb))
                .find(|&child| matches!(self.rel(child), Rel::Nsubj | Rel::NsubjPass));
            if let Some(subject) = subject.filter(|&subject| subject < verb && verb < noun) {
                self.attach(noun, verb, Rel::Obj);
                self.attach(subject, verb, Rel::Nsubj);
            } else if noun < verb
                && rel == Rel::Root
                && self.is_closed()
                && self.has(verb, &[Rel::Obj])
            {
                // "Orveth financed Tolsk."
                self.attach(noun, verb, Rel::Nsubj);
            } else {
                continue;
            }
            match above == noun {
                true => self.attach(verb, verb, Rel::Root),
                false => self.attach(verb, above, rel),
            }
            self.becomes_verb(verb, Xpos::Vbd);
            let last = self.sentence.end - 1;
            if self.head(last) == noun {
                self.attach(last, verb, Rel::Punct);
            }
        }
    }

    /// "backed the request but opposed any clause": a finite verb is no preposition.
    pub(super) fn finite_word(&mut self) {
        for verb in self.sentence.clone().skip(1) {
            let object = self.head(verb);
            // "Orveth opposed any increase" with the participle as a preposition that has an object.
            let object_of_case = self.xpos(verb) == Xpos::Vbn
                && self.rel(verb) == Rel::Case
                && (self.children(verb)).any(|child| self.rel(child) == Rel::Obj && child > verb);
            if self.upos(verb) != Upos::Verb
                || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) && !object_of_case
                || !NOT_OF_VERBS.contains(&self.rel(verb))
                || self.has(verb, SUBJECTS)
            {
                continue;
            }
            let cc = (verb.saturating_sub(3).max(self.sentence.start)..verb)
                .rev()
                .take_while(|&at| matches!(self.upos(at), Upos::Adv | Upos::Cconj | Upos::Aux))
                .find(|&at| self.upos(at) == Upos::Cconj);
            let above = (self.sentence.start..verb).rev().find(|&first| {
                self.upos(first) == Upos::Verb
                    && matches!(
                        self.xpos(first),
                        Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn
                    )
                    && self.has(first, SUBJECTS)
            });
            let own = object > verb && self.head(object) <= verb;
            match (cc, above) {
                (Some(cc), Some(first)) => {
                    self.attach(verb, first, Rel::Conj);
                    self.attach(cc, verb, Rel::Cc);
                }
                // "Orveth, for the group, with Tolsk, opposed it.": the only verb of a sentence is its root.
                (None, None) if self.is_closed() => {
                    let root = (self.sentence.clone()).find(|&word| self.head(word) == word);
                    let Some(root) = root.filter(|&root| root < verb && self.is_nominal(root))
                    else {
                        continue;
                    };
                    self.attach(verb, verb, Rel::Root);
                    self.attach(root, verb, Rel::Nsubj);
                    self.syntax.tags.xpos[verb] = match self.xpos(verb) {
                        Xpos::Vbn => Xpos::Vbd,
                        xpos => xpos,
                    };
                    let last = self.sentence.end - 1;
                    if self.head(last) == root {
                        self.attach(last, verb, Rel::Punct);
                    }
                }
                _ => continue,
            }
            if own {
                self.attach(object, verb, Rel::Obj);
            }
        }
    }

    /// "Brenmark proposed freezing …": a verb with a subject and no auxiliary is finite.
    pub(super) fn finite_form(&mut self) {
        for verb in self.sentence.clone() {
            if self.upos(verb) == Upos::Verb
                && self.xpos(verb) == Xpos::Vbn
                && self.has(verb, &[Rel::Nsubj])
                && matches!(self.rel(verb), Rel::Root | Rel::Ccomp | Rel::Parataxis)
                && !self.has(
                    verb,
                    &[Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Mark, Rel::OblAgent],
                )
            {
                self.syntax.tags.xpos[verb] = Xpos::Vbd;
            }
        }
    }

    /// "the talks, suspended in August, resume": what describes a noun and has no subject is a participle.
    pub(super) fn described_past(&mut self) {
        for verb in self.sentence.clone() {
            let noun = self.head(verb);
            if self.rel(verb) == Rel::Acl
                && noun < verb
                && self.xpos(verb) == Xpos::Vbd
                && !self.has(verb, SUBJECTS)
                && !self.has(verb, &[Rel::Obj, Rel::Ccomp, Rel::Mark])
            {
                self.syntax.tags.xpos[verb] = Xpos::Vbn;
            }
        }
    }
}

/// Whether a form in -ed is the past of a known verb.
fn past_stem(form: &str) -> bool {
    let stem = form.trim_end_matches("ed");
    is_verb(stem) || is_verb(&form[..form.len() - 1])
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn an_outer_subject_alone_is_the_subject() {
        let round = "Talks/NOUN/NNS/5/nsubj:outer are/AUX/VBP/5/cop to/PART/TO/5/mark be/AUX/VB/5/aux:pass held/VERB/VBN/0/root ./PUNCT/./5/punct";
        assert!(mended(round).starts_with("Talks-5-nsubj:pass"));
    }

    #[test]
    fn a_finite_verb_is_no_preposition() {
        let both = "Orveth/PROPN/NNP/2/nsubj backed/VERB/VBD/0/root it/PRON/PRP/2/obj but/CCONJ/CC/7/cc opposed/VERB/VBD/7/case \
                    any/DET/DT/7/det fee/NOUN/NN/2/obj ./PUNCT/./2/punct";
        let tree = mended(both);
        assert!(
            tree.contains("but-5-cc opposed-2-conj any-7-det fee-5-obj"),
            "{tree}"
        );
    }
}
