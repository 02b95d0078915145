//! Mends around finite verbs that the network took for something else, or left without their subject.

use crate::{Rel, Upos, Xpos};

use super::agreement::SUBJECTS;
use super::{PAST_PARTICIPLES, Tree};

impl Tree<'_> {
    /// "Orveth and Tolsk renewed negotiations today", "Orveth, for its part, voiced doubts about it": of a noun without a
    /// copula that is the root, the past before it is the verb, and the noun its object. A participle is taken for one
    /// only where the noun has a subject, a past also where it is the only finite verb.
    pub(super) fn past_before_noun(&mut self) {
        let Some(noun) = (self.sentence.clone()).find(|&word| self.rel(word) == Rel::Root) else {
            return;
        };
        if self.upos(noun) != Upos::Noun || self.has(noun, &[Rel::Cop]) {
            return;
        }
        let Some(verb) = (self.children(noun))
            .find(|&verb| verb < noun && self.rel(verb) == Rel::Amod && self.looks_past(verb))
        else {
            return;
        };
        let Some(subject) = (self.subject_of_noun(noun, verb))
            .or_else(|| self.subject_of_only_past(noun, verb))
            .or_else(|| self.subject_right_before(noun, verb))
        else {
            return;
        };
        // "The US | opposed language on it": the article and the rest of the name are of the subject.
        for child in self.children(noun).collect::<Vec<_>>() {
            let named = matches!(self.rel(child), Rel::Det | Rel::Compound | Rel::Amod);
            if child < subject && subject + 1 == verb && named {
                self.attach(child, subject, self.rel(child));
            }
        }
        self.becomes_verb(verb, Xpos::Vbd);
        self.attach(verb, verb, Rel::Root);
        self.attach(subject, verb, Rel::Nsubj);
        self.attach(noun, verb, Rel::Obj);
        let last = self.sentence.end - 1;
        for child in self.children(noun).collect::<Vec<_>>() {
            let rel = match self.rel(child) {
                // "rejected it and put forward another"
                Rel::Conj if self.upos(child) == Upos::Verb => Rel::Conj,
                Rel::NmodUnmarked => Rel::OblUnmarked,
                Rel::Nmod if child < verb => Rel::Obl,
                rel if child < verb || child == last && self.upos(child) == Upos::Punct => rel,
                _ => continue,
            };
            self.attach(child, verb, rel);
        }
    }

    /// Whether a word stands in a clause that describes or completes a noun before it.
    fn is_in_clause_behind(&self, word: usize, noun: usize) -> bool {
        let mut at = word;
        let mut inside = false;
        for _ in 0..10 {
            if at == noun || self.head(at) == at {
                break;
            }
            inside |= matches!(
                self.rel(at),
                Rel::AclRelcl | Rel::Acl | Rel::Ccomp | Rel::Advcl
            );
            at = self.head(at);
        }
        inside && at == noun
    }

    fn looks_past(&self, word: usize) -> bool {
        let form = self.forms[word];
        matches!(self.xpos(word), Xpos::Vbn | Xpos::Vbd)
            || self.xpos(word) == Xpos::Jj
                && (form.ends_with("ed") || PAST_PARTICIPLES.contains(&form))
    }

    /// "The US opposed language on fuel", "Osh-Say rejected sole ownership": of a sentence that has no verb at all, the name
    /// or the noun with its article that opens it, right before a past.
    fn subject_right_before(&self, noun: usize, verb: usize) -> Option<usize> {
        let subject = verb
            .checked_sub(1)
            .filter(|at| self.sentence.contains(at))?;
        let start = self.sentence.start;
        let verbless = !(self.sentence.clone()).any(|at| {
            self.xpos(at) != Xpos::Vbg
                && at != verb
                && (matches!(self.upos(at), Upos::Aux) || self.is_finite_form(at))
                && !(at > noun && self.is_in_clause_behind(at, noun))
        });
        let phrase = (start..verb).all(|at| {
            matches!(
                self.upos(at),
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Intj
            ) || self.forms[at] == "-"
        });
        let capital = |at: usize| self.forms[at].starts_with(char::is_uppercase);
        let names = (start..verb).all(|at| capital(at) || self.forms[at] == "-");
        // "the federal side", "a union": of something definite, and of one.
        let definite = matches!(self.forms[start], "The" | "the")
            && (self.upos(subject) == Upos::Noun || capital(subject));
        let own = self.head(subject) == noun || self.head(subject) == verb;
        let named = self.upos(subject) == Upos::Propn;
        let hung =
            own && (named || self.rel(subject) != Rel::Amod) && self.rel(subject) != Rel::Det
                || names && self.forms[start..verb].contains(&"-");
        // "The UN-backed plan", "The US imposed sanctions": those who would do it to them are not told.
        let thing = self.xpos(noun) != Xpos::Nnp;
        (self.is_closed() && verbless && phrase && (names || definite) && hung && thing)
            .then_some(subject)
    }

    /// The subject of a noun that has no auxiliary, preposition or article of its own.
    fn subject_of_noun(&self, noun: usize, verb: usize) -> Option<usize> {
        let subject = self
            .children(noun)
            .find(|&word| self.rel(word) == Rel::Nsubj)?;
        let article = (self.children(noun)).any(|det| self.rel(det) == Rel::Det && det < verb);
        (subject < verb
            && !article
            && !self.has(noun, &[Rel::Aux, Rel::AuxPass, Rel::Case])
            && self.is_closed())
        .then_some(subject)
    }

    /// What stands before a past, where no other verb is finite.
    fn subject_of_only_past(&self, noun: usize, verb: usize) -> Option<usize> {
        let only = self.xpos(verb) == Xpos::Vbd
            && !self
                .sentence
                .clone()
                .any(|word| word != verb && self.is_finite_form(word));
        (self.sentence.start..verb)
            .rev()
            .filter(|_| only)
            .find(|&word| {
                self.is_nominal(word)
                    && (self.head(word) == noun || self.head(word) == verb)
                    && matches!(self.rel(word), Rel::Nsubj | Rel::Compound | Rel::Nmod)
            })
    }

    /// "the leader Arno Brandt and President Ilse Dure signed": what "and" adds is no apposition.
    pub(super) fn added_name(&mut self) {
        for name in self.sentence.clone() {
            let added = self.children(name).any(|child| {
                child < name && self.rel(child) == Rel::Cc && self.forms[child] == "and"
            });
            let head = self.head(name);
            if added && self.rel(name) == Rel::Appos && head < name && self.is_nominal(head) {
                self.attach(name, head, Rel::Conj);
            }
        }
    }

    /// "During a visit to Karsk on Monday, Ilse Dure, the minister, met …": the name after an opening is the subject of
    /// the verb that has none, and describes no day.
    pub(super) fn name_after_opening(&mut self) {
        for verb in self.sentence.clone() {
            if self.upos(verb) != Upos::Verb
                || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz)
                || !matches!(self.rel(verb), Rel::Root | Rel::Ccomp | Rel::Parataxis)
                || self.has(verb, SUBJECTS)
                || self.has(verb, &[Rel::Mark, Rel::Expl, Rel::Csubj])
            {
                continue;
            }
            let name = (self.sentence.start + 1..verb).find(|&name| {
                self.rel(name) == Rel::Appos
                    && self.upos(name) == Upos::Propn
                    && self.head(name) < name
                    && self.starts_after_comma(name)
                    && self.hangs_on_opening(name, verb)
            });
            let Some(name) = name else { continue };
            let day = self.head(name);
            self.attach(name, verb, Rel::Nsubj);
            let more: Vec<usize> = (self.children(day))
                .filter(|&word| word > name && word < verb && self.rel(word) == Rel::Appos)
                .collect();
            for word in more {
                self.attach(word, name, Rel::Appos);
            }
        }
    }

    /// "At a press conference Velmar spurned the offer": a name after an article and a noun, right before a verb without a
    /// subject, is that subject.
    pub(super) fn name_glued_to_opening(&mut self) {
        for name in self.sentence.clone().skip(3) {
            let verb = name + 1;
            let noun = name - 1;
            if verb >= self.sentence.end
                || self.upos(name) != Upos::Propn
                || self.head(name) != verb
                || self.rel(name) != Rel::Obl
                || self.upos(verb) != Upos::Verb
                || self.has(verb, SUBJECTS)
                || self.head(noun) != name
                || self.rel(noun) != Rel::Compound
                || self.upos(noun) != Upos::Noun
                || !self.has(name, &[Rel::Case])
                || !self.has(name, &[Rel::Det])
            {
                continue;
            }
            let before: Vec<usize> = self.children(name).filter(|&word| word < noun).collect();
            self.attach(name, verb, Rel::Nsubj);
            self.attach(noun, verb, Rel::Obl);
            for word in before {
                self.attach(word, noun, self.rel(word));
            }
        }
    }

    fn starts_after_comma(&self, name: usize) -> bool {
        let mut start = name;
        while start > self.sentence.start
            && self.head(start - 1) == name
            && self.upos(start - 1) != Upos::Punct
        {
            start -= 1;
        }
        start > self.sentence.start && self.forms[start - 1] == ","
    }

    /// Whether a word hangs, over nouns, on a phrase with a preposition that opens the clause of a verb.
    fn hangs_on_opening(&self, word: usize, verb: usize) -> bool {
        let mut at = self.head(word);
        for _ in 0..6 {
            if self.head(at) == verb {
                return self.rel(at) == Rel::Obl && self.has(at, &[Rel::Case]);
            }
            if !matches!(self.rel(at), Rel::Nmod | Rel::Obl | Rel::NmodUnmarked) {
                return false;
            }
            at = self.head(at);
        }
        false
    }

    /// "the protocol, which the ministers of both states signed, is in force": what stands behind "which" and its own
    /// subject is no participle.
    pub(super) fn relative_past(&mut self) {
        for which in self.sentence.clone().skip(2) {
            let noun = which - 2;
            let main = self.head(which);
            if self.xpos(which) != Xpos::Wdt
                || self.rel(which) != Rel::Nsubj
                || self.forms[which - 1] != ","
                || !self.is_nominal(noun)
                || main <= which
            {
                continue;
            }
            let Some(subject) = self.children(main).find(|&subject| {
                subject > which && subject < main && self.rel(subject) == Rel::Nsubj
            }) else {
                continue;
            };
            let verb = (subject + 1..main).find(|&verb| {
                self.rel(verb) == Rel::Acl
                    && matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                    && !self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::OblAgent, Rel::Obj])
                    && self.is_under(verb, subject)
            });
            if let Some(verb) = verb {
                self.attach(verb, noun, Rel::AclRelcl);
                self.attach(subject, verb, Rel::Nsubj);
                self.attach(which, verb, Rel::Obj);
                self.syntax.tags.xpos[verb] = Xpos::Vbd;
            }
        }
    }

    /// "Forces have held the port, residents said": a past takes no "have", so what stands behind that is what was said.
    pub(super) fn perfect_of_said(&mut self) {
        for have in self.sentence.clone() {
            let said = self.head(have);
            if self.rel(have) != Rel::Aux
                || self.xpos(said) != Xpos::Vbd
                || !matches!(self.forms[have].to_lowercase().as_str(), "have" | "has")
            {
                continue;
            }
            let verb = (have + 1..said.min(have + 3)).find(|&verb| {
                self.xpos(verb) == Xpos::Vbn
                    && self.head(verb) == said
                    && matches!(self.rel(verb), Rel::Nsubj | Rel::Csubj)
            });
            let subject = self.children(said).find(|&subject| {
                subject < have && matches!(self.rel(subject), Rel::Nsubj | Rel::NsubjOuter)
            });
            if let (Some(verb), Some(subject)) = (verb, subject) {
                self.attach(verb, said, Rel::Ccomp);
                self.attach(have, verb, Rel::Aux);
                self.attach(subject, verb, Rel::Nsubj);
            }
        }
    }

    fn is_under(&self, word: usize, above: usize) -> bool {
        let mut at = word;
        for _ in 0..6 {
            at = self.head(at);
            if at == above {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_name_before_a_past_is_the_subject_where_no_other_verb_is() {
        let opposed = "The/DET/DT/4/det US/PROPN/NNP/4/compound opposed/VERB/JJ/4/amod language/NOUN/NN/0/root on/ADP/IN/6/case \
                       fuel/NOUN/NN/4/nmod ./PUNCT/./4/punct";
        assert!(mended(opposed).starts_with("The-2-det US-3-nsubj opposed-0-root language-3-obj"));
        let group = "The/DET/DT/4/det heavily/ADV/RB/3/advmod armed/VERB/VBN/4/amod group/NOUN/NN/0/root ./PUNCT/./4/punct";
        assert!(mended(group).contains("group-0-root"));
    }

    #[test]
    fn a_past_before_its_object_is_the_verb() {
        let talks = "Orveth/PROPN/NNP/3/nsubj and/CCONJ/CC/3/cc Tolsk/PROPN/NNP/1/conj renewed/VERB/VBD/5/amod \
                     talks/NOUN/NNS/0/root today/NOUN/NN/5/nmod:unmarked ./PUNCT/./5/punct";
        let talks = talks.replace("Orveth/PROPN/NNP/3/nsubj", "Orveth/PROPN/NNP/5/nsubj");
        assert_eq!(
            mended(&talks),
            "Orveth-4-nsubj and-3-cc Tolsk-1-conj renewed-0-root talks-4-obj today-4-obl:unmarked .-4-punct"
        );
    }

    #[test]
    fn a_noun_with_a_subject_is_the_object() {
        let doubts = "Orveth/PROPN/NNP/3/nsubj voiced/VERB/VBN/3/amod doubts/NOUN/NNS/0/root about/ADP/IN/5/case \
                      it/PRON/PRP/3/nmod ./PUNCT/./3/punct";
        let tree = mended(doubts);
        assert!(
            tree.contains("Orveth-2-nsubj voiced-0-root doubts-2-obj"),
            "{tree}"
        );
    }

    #[test]
    fn what_and_adds_is_no_apposition() {
        let signed = "The/DET/DT/2/det leader/NOUN/NN/6/nsubj Brandt/PROPN/NNP/2/appos and/CCONJ/CC/5/cc \
                      Dure/PROPN/NNP/2/appos signed/VERB/VBD/0/root ./PUNCT/./6/punct";
        assert!(mended(signed).contains("Dure-2-conj"));
    }

    #[test]
    fn a_name_after_an_opening_is_the_subject() {
        let met = "During/ADP/IN/3/case a/DET/DT/3/det visit/NOUN/NN/12/obl on/ADP/IN/5/case Monday/PROPN/NNP/3/nmod \
                   ,/PUNCT/,/7/punct Dure/PROPN/NNP/5/appos ,/PUNCT/,/10/punct the/DET/DT/10/det minister/NOUN/NN/5/appos \
                   ,/PUNCT/,/3/punct met/VERB/VBD/0/root Brandt/PROPN/NNP/12/obj ./PUNCT/./12/punct";
        let tree = mended(met);
        assert!(tree.contains("Dure-12-nsubj"), "{tree}");
        assert!(tree.contains("minister-7-appos"), "{tree}");
    }

    #[test]
    fn a_verb_behind_which_and_its_subject_is_finite() {
        let signed = "The/DET/DT/2/det pact/NOUN/NN/11/nsubj ,/PUNCT/,/11/punct which/PRON/WDT/11/nsubj the/DET/DT/6/det \
                      ministers/NOUN/NNS/11/nsubj of/ADP/IN/8/case Tolsk/PROPN/NNP/6/nmod signed/VERB/VBN/8/acl \
                      ,/PUNCT/,/2/punct holds/VERB/VBZ/0/root ./PUNCT/./11/punct";
        let tree = mended(signed);
        assert!(tree.contains("which-9-obj"), "{tree}");
        assert!(tree.contains("ministers-9-nsubj"), "{tree}");
        assert!(tree.contains("signed-2-acl:relcl"), "{tree}");
    }

    #[test]
    fn the_second_of_two_subjects_names_the_first() {
        let group = "Rights/NOUN/NNS/2/compound group/NOUN/NN/4/nsubj Interaid/PROPN/NNP/4/nsubj demanded/VERB/VBD/0/root \
                     access/NOUN/NN/4/obj ./PUNCT/./4/punct";
        assert!(mended(group).contains("group-3-nmod:desc Interaid-4-nsubj"));
    }

    #[test]
    fn a_past_takes_no_have() {
        let held = "Forces/NOUN/NNS/3/nsubj have/AUX/VBP/7/aux held/VERB/VBN/7/nsubj ports/NOUN/NNS/3/obj ,/PUNCT/,/3/punct \
                    residents/NOUN/NNS/7/nsubj said/VERB/VBD/0/root ./PUNCT/./7/punct";
        let held = held.replace("NNS/3/nsubj", "NNS/7/nsubj");
        let tree = mended(&held);
        assert!(
            tree.contains("Forces-3-nsubj have-3-aux held-7-ccomp"),
            "{tree}"
        );
    }
}
