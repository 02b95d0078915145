//! Tags, relations and the order of words that contradict each other.
//!
//! The network chooses a tag, a head and a relation for itself; where two of them cannot both be right, the tag and the
//! order of words decide, which are told more surely.

use super::Tree;
use super::openings::is_third_person;
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

/// Verbs, by their stems, of which "it" before them is somebody and no filler: telling, asking, wanting, deciding.
const WILLED: &[&str] = &[
    "accept", "accus", "agre", "announc", "appeal", "ask", "back", "blam", "call", "condemn",
    "consider", "critici", "declin", "defend", "demand", "deni", "deny", "endors", "expect",
    "favo", "fear", "hop", "insist", "intend", "invit", "offer", "oppos", "order", "plan", "pledg",
    "prefer", "press", "promis", "propos", "push", "refus", "reject", "remind", "request", "said",
    "say", "seek", "sought", "support", "tell", "threaten", "told", "urg", "vow", "want", "warn",
    "welcom", "wish", "withdr",
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
                self.syntax.tags.upos[word] = Upos::Verb;
                self.syntax.tags.xpos[word] = Xpos::Vbz;
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
                && self.upos(word - 1) == Upos::Propn
            {
                self.syntax.tags.upos[word] = Upos::Verb;
                self.syntax.tags.xpos[word] = Xpos::Vbz;
                if self.rel(word) == Rel::Nsubj {
                    self.attach(word, self.head(word), Rel::Ccomp);
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
                self.syntax.tags.upos[word] = Upos::Verb;
                self.syntax.tags.xpos[word] = Xpos::Vbd;
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
            self.syntax.tags.upos[word] = Upos::Verb;
            self.syntax.tags.xpos[word] = Xpos::Vb;
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
            self.syntax.tags.upos[verb] = Upos::Verb;
            self.syntax.tags.xpos[verb] = Xpos::Vbd;
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

    /// "An official said points were settled": what stands before a verb without a subject is no subject of the clause
    /// behind it. And "Orveth, the official adds, has given up": the first of two is.
    pub(super) fn subject_of_its_own(&mut self) {
        for clause in self.sentence.clone() {
            let verb = self.head(clause);
            if !matches!(self.rel(clause), Rel::Ccomp | Rel::Parataxis) || clause <= verb {
                continue;
            }
            let is_subject = |tree: &Self, word: usize| {
                matches!(tree.rel(word), Rel::Nsubj | Rel::NsubjPass)
                    && !matches!(tree.xpos(word), Xpos::Wp | Xpos::Wdt)
            };
            let before = |tree: &Self, of: usize| -> Vec<usize> {
                tree.children(of)
                    .filter(|&word| word < verb && is_subject(tree, word))
                    .collect()
            };
            if !self.has(verb, SUBJECTS) {
                let inner = before(self, clause);
                if let Some(&subject) = inner.first() {
                    self.attach(subject, verb, Rel::Nsubj);
                }
            } else if !self.has(clause, SUBJECTS) {
                let parted = |from: usize, to: usize| self.forms[from..to].contains(&",");
                if let [first, second] = before(self, verb)[..]
                    && parted(first, second)
                    && parted(verb, clause)
                {
                    let passive = self.has(clause, &[Rel::AuxPass]);
                    let rel = if passive { Rel::NsubjPass } else { Rel::Nsubj };
                    self.attach(first, clause, rel);
                }
            }
        }
    }

    /// "would cut the army to 30,000 soldiers and close two bases": what stands behind a second verb is its object.
    pub(super) fn second_object(&mut self) {
        for object in self.sentence.clone().skip(2) {
            let before = self.head(object);
            if self.rel(object) != Rel::Conj || before >= object || !self.is_nominal(object) {
                continue;
            }
            let start = (self.sentence.clone())
                .find(|&word| word == object || self.head(word) == object)
                .unwrap_or(object);
            let verb = start.saturating_sub(1);
            if verb > before
                && self.upos(verb) == Upos::Verb
                && self.rel(verb) == Rel::Conj
                && self.head(verb) < verb
                && self.xpos(verb) == self.xpos(self.head(verb))
                && !self.has(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
            {
                self.attach(object, verb, Rel::Obj);
            }
        }
    }

    /// "proposed freezing the line": what follows a gerund is its object, not that of the verb before.
    pub(super) fn gerund_object(&mut self) {
        for object in self.sentence.clone().skip(2) {
            let verb = self.head(object);
            if self.rel(object) != Rel::Obj || verb >= object {
                continue;
            }
            let gerund = self.children(verb).find(|&word| {
                verb < word
                    && word < object
                    && matches!(self.rel(word), Rel::Xcomp | Rel::Ccomp | Rel::Advcl)
                    && matches!(self.xpos(word), Xpos::Vbg | Xpos::Vb)
                    && !self.has(word, &[Rel::Obj, Rel::Ccomp])
            });
            let own = |tree: &Self| {
                tree.children(verb)
                    .any(|word| word < object && tree.rel(word) == Rel::Obj)
            };
            if let Some(gerund) = gerund.filter(|_| !own(self)) {
                self.attach(object, gerund, Rel::Obj);
            }
        }
    }

    /// "it urged him to walk away": somebody, no filler.
    pub(super) fn willed_it(&mut self) {
        for word in self.sentence.clone() {
            let verb = self.head(word);
            if self.rel(word) != Rel::Expl
                || word > verb
                || !self.forms[word].eq_ignore_ascii_case("it")
                || self.upos(verb) != Upos::Verb
                || self.has(verb, &[Rel::AuxPass, Rel::Nsubj, Rel::Csubj])
            {
                continue;
            }
            let form = self.forms[verb].to_lowercase();
            if WILLED.iter().any(|stem| form.starts_with(stem)) {
                self.attach(word, verb, Rel::Nsubj);
            }
        }
    }

    /// "the plan handed over by the envoy" as a subject with its verb: a participle with an agent and no auxiliary
    /// describes the noun before it.
    pub(super) fn agent_clause(&mut self) {
        for verb in self.sentence.clone().skip(1) {
            let noun = verb - 1;
            if self.xpos(verb) != Xpos::Vbn
                || self.head(noun) != verb
                || !matches!(self.rel(noun), Rel::Nsubj | Rel::NsubjPass)
                || !matches!(self.upos(noun), Upos::Noun | Upos::Propn)
                || !self.has(verb, &[Rel::OblAgent])
                || self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::Obj, Rel::Ccomp])
            {
                continue;
            }
            let (above, rel) = (self.head(verb), self.rel(verb));
            if above == verb {
                self.attach(noun, noun, Rel::Root);
            } else {
                self.attach(noun, above, rel);
            }
            self.attach(verb, noun, Rel::Acl);
            let moved: Vec<usize> = (self.children(verb))
                .filter(|&child| {
                    child < noun
                        || self.rel(child) == Rel::Conj && self.is_nominal(child)
                        || child + 1 == self.sentence.end
                })
                .collect();
            for child in moved {
                self.attach(child, noun, self.rel(child));
            }
        }
    }

    /// "the cut, opposed by Orveth,": who is told with "by" right behind a participle is its agent.
    pub(super) fn agent_behind(&mut self) {
        for agent in self.sentence.clone().skip(2) {
            let noun = self.head(agent);
            if !matches!(self.rel(agent), Rel::Nmod | Rel::Obl) || noun >= agent {
                continue;
            }
            let Some(by) = self.children(agent).find(|&case| {
                self.rel(case) == Rel::Case && self.forms[case].eq_ignore_ascii_case("by")
            }) else {
                continue;
            };
            let verb = by.saturating_sub(1);
            if verb > noun
                && self.head(verb) == noun
                && self.rel(verb) == Rel::Acl
                && matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                && !self.has(verb, SUBJECTS)
            {
                self.attach(agent, verb, Rel::OblAgent);
            }
        }
    }

    /// "told the broadcaster NRT", "the agency Interpost reported": a name right behind a noun is what it is called.
    pub(super) fn called_name(&mut self) {
        for name in self.sentence.clone().skip(1) {
            let noun = name - 1;
            let rel = self.rel(name);
            let core = |rel: Rel| matches!(rel, Rel::Nsubj | Rel::Obj | Rel::Iobj | Rel::NsubjPass);
            let capital = self.forms[name].starts_with(char::is_uppercase);
            if core(rel)
                && core(self.rel(noun))
                && self.head(noun) == self.head(name)
                && self.upos(noun) == Upos::Noun
                && self.has(noun, &[Rel::Det, Rel::NmodPoss])
                && capital
                && (self.upos(name) == Upos::Propn
                    || self.forms[name].chars().all(char::is_uppercase))
            {
                self.attach(name, noun, Rel::Appos);
                let verb = self.head(noun);
                let moved: Vec<usize> = (self.children(name))
                    .filter(|&child| {
                        matches!(self.rel(child), Rel::Ccomp | Rel::AclRelcl | Rel::Acl)
                    })
                    .filter(|&child| child > name && self.has(child, SUBJECTS))
                    .filter(|&child| verb < noun && self.has(child, &[Rel::Mark]))
                    .collect();
                for child in moved {
                    self.attach(child, verb, Rel::Ccomp);
                }
            }
        }
    }

    /// "Tolsk, for the Coastal Group, called …": for whom somebody speaks, told right behind the subject.
    pub(super) fn spoken_for(&mut self) {
        for group in self.sentence.clone().skip(2) {
            let verb = self.head(group);
            if self.rel(group) != Rel::Obl || group >= verb {
                continue;
            }
            let Some(case) = self.children(group).find(|&case| {
                self.rel(case) == Rel::Case
                    && matches!(self.forms[case], "for" | "with" | "through")
            }) else {
                continue;
            };
            let subject = (self.children(verb))
                .filter(|&word| self.rel(word) == Rel::Nsubj && word < case)
                .last();
            if let Some(subject) = subject
                && self.upos(subject) == Upos::Propn
                && self.forms[case - 1] == ","
                && (subject + 1..case - 1).all(|word| self.head(word) == subject)
                && self.forms[group + 1..verb].contains(&",")
            {
                self.attach(group, subject, Rel::Nmod);
            }
        }
    }

    /// "The swap could begin, provided that the guns stay silent": a condition, no second verb.
    pub(super) fn provided_that(&mut self) {
        for word in self.sentence.clone() {
            let opens = matches!(
                self.forms[word].to_lowercase().as_str(),
                "provided" | "providing"
            ) && self.forms.get(word + 1).is_some_and(|next| *next == "that");
            if opens
                && self.rel(word) != Rel::Root
                && self.upos(word) == Upos::Verb
                && !self.has(word, SUBJECTS)
                && !self.has(word, &[Rel::Cc])
            {
                self.attach(word, self.head(word), Rel::Advcl);
                self.syntax.tags.xpos[word] = Xpos::Vbn;
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

    /// "with Orveth insisting on a pause and Tolsk demanding more": two clauses, not a pause and Tolsk.
    pub(super) fn twin_clauses(&mut self) {
        for second in self.sentence.clone() {
            let subject = self.head(second);
            if self.rel(second) != Rel::Acl
                || self.xpos(second) != Xpos::Vbg
                || subject + 1 != second
                || self.rel(subject) != Rel::Conj
                || self.upos(subject) != Upos::Propn
            {
                continue;
            }
            let inside = self.head(subject);
            let first = self.head(inside);
            if self.xpos(first) == Xpos::Vbg
                && first < inside
                && self.has(first, &[Rel::Nsubj])
                && matches!(self.rel(inside), Rel::Obj | Rel::Obl)
            {
                let cc = (self.children(subject)).find(|&cc| self.rel(cc) == Rel::Cc);
                self.attach(second, first, Rel::Conj);
                self.attach(subject, second, Rel::Nsubj);
                if let Some(cc) = cc {
                    self.attach(cc, second, Rel::Cc);
                }
            }
        }
    }

    /// "accused Tolsk of arming them and demanded an apology": a finite verb goes on from a finite verb.
    pub(super) fn finite_fellow(&mut self) {
        for second in self.sentence.clone() {
            let gerund = self.head(second);
            if self.rel(second) != Rel::Conj
                || !matches!(self.xpos(second), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || self.upos(second) != Upos::Verb
                || !matches!(self.xpos(gerund), Xpos::Vbg | Xpos::Vb)
                || self.xpos(gerund) == Xpos::Vb
                    && (self.xpos(second) == Xpos::Vbp || self.has(gerund, &[Rel::Aux]))
                || self.has(second, SUBJECTS)
                || gerund >= second
                || !matches!(
                    self.rel(gerund),
                    Rel::Advcl | Rel::Acl | Rel::Obl | Rel::Xcomp | Rel::Nmod
                )
            {
                continue;
            }
            let mut first = self.head(gerund);
            for _ in 0..8 {
                let finite = matches!(
                    self.xpos(first),
                    Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn
                ) && self.upos(first) == Upos::Verb;
                if finite && self.has(first, SUBJECTS) {
                    self.attach(second, first, Rel::Conj);
                    break;
                }
                if self.head(first) == first {
                    break;
                }
                first = self.head(first);
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

    #[test]
    fn each_verb_has_its_own_subject() {
        let settled = "Officials/NOUN/NNS/5/nsubj:pass said/VERB/VBD/0/root points/NOUN/NNS/5/nsubj:pass were/AUX/VBD/5/aux:pass \
                       settled/VERB/VBN/2/ccomp ./PUNCT/./2/punct";
        assert!(mended(settled).starts_with("Officials-2-nsubj said-0-root points-5-nsubj:pass"));
        let adds = "Tolsk/PROPN/NNP/5/nsubj ,/PUNCT/,/1/punct the/DET/DT/4/det envoy/NOUN/NN/5/nsubj adds/VERB/VBZ/0/root \
                    ,/PUNCT/,/8/punct has/AUX/VBZ/8/aux agreed/VERB/VBN/5/ccomp ./PUNCT/./5/punct";
        assert!(mended(adds).starts_with("Tolsk-8-nsubj"));
    }

    #[test]
    fn a_gerund_has_the_object_behind_it() {
        let line = "Orveth/PROPN/NNP/2/nsubj proposed/VERB/VBD/0/root freezing/VERB/VBG/2/xcomp the/DET/DT/5/det line/NOUN/NN/2/obj ./PUNCT/./2/punct";
        assert!(mended(line).contains("line-3-obj"));
    }

    #[test]
    fn it_that_urges_is_somebody() {
        let urged = "it/PRON/PRP/2/expl urged/VERB/VBD/0/root him/PRON/PRP/2/obj ./PUNCT/./2/punct";
        assert!(mended(urged).starts_with("it-2-nsubj"));
        let rained =
            "it/PRON/PRP/2/expl took/VERB/VBD/0/root days/NOUN/NNS/2/obj ./PUNCT/./2/punct";
        assert!(mended(rained).starts_with("it-2-expl"));
    }

    #[test]
    fn a_participle_with_an_agent_has_no_subject() {
        let plan = "the/DET/DT/2/det plan/NOUN/NN/3/nsubj handed/VERB/VBN/0/root over/ADP/RP/3/compound:prt by/ADP/IN/6/case \
                    Tolsk/PROPN/NNP/3/obl:agent";
        assert!(mended(plan).starts_with("the-2-det plan-0-root handed-2-acl"));
    }
}
