//! Clauses whose verb or subject the network passed over.

use super::Tree;
use super::openings::is_third_person;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Verbs, as past forms, that have no passive participle with these words after them: after their noun they are finite.
const WITH_PREPOSITION: &[(&str, &[&str])] = &[
    ("called", &["for", "on", "upon"]),
    ("agreed", &["to", "on", "with"]),
    ("insisted", &["on", "upon"]),
    ("objected", &["to"]),
    ("appealed", &["to", "for"]),
    ("responded", &["to", "with"]),
    ("replied", &["to", "with"]),
    ("reacted", &["to", "with"]),
    ("voted", &["for", "against"]),
    ("pressed", &["for"]),
    ("pushed", &["for"]),
    ("asked", &["for"]),
    ("argued", &["for", "against"]),
    ("refused", &["to"]),
    ("declined", &["to"]),
    ("threatened", &["to"]),
    ("vowed", &["to"]),
    ("arrived", &["in", "at", "on"]),
    ("returned", &["to"]),
    ("travelled", &["to"]),
    ("withdrew", &["from"]),
    ("walked", &["out"]),
    ("balked", &["at"]),
    ("bristled", &["at"]),
    ("campaigned", &["for", "against"]),
    ("consented", &["to"]),
    ("frowned", &["on", "upon"]),
    ("protested", &["against", "at"]),
    ("acceded", &["to"]),
    ("warned", &["of", "against"]),
];

impl Tree<'_> {
    /// "a convoy transporting Sorel and Dure arrived": of two subjects in a row, the second a gerund with a name, the
    /// gerund describes the first.
    pub(super) fn carrying_gerund(&mut self) {
        for gerund in self.sentence.clone().skip(1) {
            let noun = gerund - 1;
            let verb = self.head(gerund);
            if self.rel(gerund) != Rel::Nsubj
                || self.upos(gerund) == Upos::Verb
                || !self.forms[gerund].ends_with("ing")
                || self.rel(noun) != Rel::Nsubj
                || self.head(noun) != verb
                || verb < gerund
                || self.upos(noun) != Upos::Noun
            {
                continue;
            }
            let carried = self
                .children(gerund)
                .find(|&child| child == gerund + 1 && self.upos(child) == Upos::Propn);
            let Some(carried) = carried else { continue };
            self.becomes_verb(gerund, Xpos::Vbg);
            self.attach(gerund, noun, Rel::Acl);
            self.attach(carried, gerund, Rel::Obj);
        }
    }

    /// "Tolsk demanded a fund and asked …": the subject before both verbs is the first one's.
    pub(super) fn shared_subject(&mut self) {
        for second in self.sentence.clone() {
            let first = self.head(second);
            if self.rel(second) != Rel::Conj
                || first >= second
                || self.upos(first) != Upos::Verb
                || self.has(first, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl])
            {
                continue;
            }
            let subject = self
                .children(second)
                .find(|&child| self.rel(child) == Rel::Nsubj && child < first);
            if let Some(subject) = subject {
                self.attach(subject, first, Rel::Nsubj);
            }
        }
    }

    /// "Kenya's delegation called for an audit.": no participle of its noun, since there is no other verb.
    pub(super) fn is_prepositional_past(&self, verb: usize) -> bool {
        self.stands_with_preposition(verb)
            && !self
                .sentence
                .clone()
                .any(|word| word != verb && self.is_finite_form(word))
    }

    /// "called for", "objected to": a past with its preposition.
    pub(super) fn stands_with_preposition(&self, verb: usize) -> bool {
        let form = self.forms[verb].to_lowercase();
        let next = self.forms.get(verb + 1).copied().unwrap_or_default();
        (WITH_PREPOSITION.iter()).any(|(known, words)| *known == form && words.contains(&next))
    }

    /// "the cut, opposed by Iceland,": a participle with "by", not a preposition.
    pub(super) fn case_participle(&mut self) {
        for verb in self.sentence.clone() {
            let agent = self.head(verb);
            let noun = self.head(agent);
            if self.rel(verb) != Rel::Case
                || !matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                || verb + 1 >= self.sentence.end
                || !self.forms[verb + 1].eq_ignore_ascii_case("by")
                || agent <= verb
                || noun >= verb
                || !self.is_nominal(noun)
            {
                continue;
            }
            self.attach(verb, noun, Rel::Acl);
            self.attach(agent, verb, Rel::OblAgent);
        }
    }

    /// "After two nights of talks Orveth agreed to …": the name before a finite verb that has no subject is its subject.
    pub(super) fn lone_subject(&mut self) {
        for verb in self.sentence.clone().skip(1) {
            if !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz)
                || self.upos(verb) != Upos::Verb
                || !matches!(self.rel(verb), Rel::Root | Rel::Ccomp | Rel::Parataxis)
                || self.has(
                    verb,
                    &[
                        Rel::Nsubj,
                        Rel::NsubjPass,
                        Rel::Csubj,
                        Rel::NsubjOuter,
                        Rel::Expl,
                    ],
                )
            {
                continue;
            }
            let mut end = verb;
            while end > self.sentence.start + 1
                && matches!(self.upos(end - 1), Upos::Adv | Upos::Aux)
            {
                end -= 1;
            }
            let mut start = end;
            while start > self.sentence.start && self.upos(start - 1) == Upos::Propn {
                start -= 1;
            }
            let top = (start..end).find(|&word| !(start..end).contains(&self.head(word)));
            if let Some(top) = top
                && self.head(top) < start
                && matches!(
                    self.rel(top),
                    Rel::Nmod | Rel::Appos | Rel::Compound | Rel::Flat | Rel::Dep
                )
            {
                self.attach(top, verb, Rel::Nsubj);
            }
        }
    }

    /// "offered to free the men": after "to" and before an object an adjective that is also a verb is a verb.
    pub(super) fn hidden_infinitive(&mut self) {
        for word in self.sentence.clone().skip(1) {
            let mark = word - 1;
            let follows = word + 1 < self.sentence.end
                && matches!(
                    self.upos(word + 1),
                    Upos::Det | Upos::Propn | Upos::Num | Upos::Pron
                );
            if self.upos(word) == Upos::Adj
                && self.forms[mark].eq_ignore_ascii_case("to")
                && self.head(mark) != mark
                && follows
                && is_verb(&self.forms[word].to_lowercase())
                && matches!(
                    self.rel(word),
                    Rel::Xcomp | Rel::Ccomp | Rel::Advcl | Rel::Acl | Rel::Obl
                )
            {
                self.becomes_verb(word, Xpos::Vb);
                self.syntax.tags.upos[mark] = Upos::Part;
                self.syntax.tags.xpos[mark] = Xpos::To;
                let head = self.head(word);
                if self.rel(word) == Rel::Obl {
                    self.attach(word, head, Rel::Xcomp);
                }
                self.attach(mark, word, Rel::Mark);
            }
        }
    }

    /// "expects Velmar to hand over the maps": after whoever is told, and before a particle, "to" begins what is to be done.
    pub(super) fn infinitive_told(&mut self) {
        for word in self.sentence.clone().skip(3) {
            let (mark, behind) = (word - 1, word + 1);
            let verb = self.head(word);
            if self.upos(word) != Upos::Noun
                || !self.forms[mark].eq_ignore_ascii_case("to")
                || self.head(mark) != word
                || !matches!(self.rel(word), Rel::Obl | Rel::Nmod)
                || !matches!(self.xpos(word), Xpos::Nn)
                || !is_verb(&self.forms[word].to_lowercase())
                || behind >= self.sentence.end
                || !matches!(
                    self.forms[behind],
                    "over"
                        | "back"
                        | "out"
                        | "down"
                        | "up"
                        | "off"
                        | "away"
                        | "in"
                        | "the"
                        | "its"
                        | "their"
                        | "a"
                        | "all"
                )
                || self.has(word, &[Rel::Det, Rel::Amod, Rel::Compound, Rel::NmodPoss])
            {
                continue;
            }
            let telling = match self.rel(word) {
                Rel::Nmod => self.head(verb),
                _ => verb,
            };
            if telling >= word
                || self.upos(telling) != Upos::Verb
                || !self.has(telling, &[Rel::Obj])
            {
                continue;
            }
            self.becomes_verb(word, Xpos::Vb);
            self.syntax.tags.upos[mark] = Upos::Part;
            self.syntax.tags.xpos[mark] = Xpos::To;
            self.attach(mark, word, Rel::Mark);
            self.attach(word, telling, Rel::Xcomp);
            let object =
                (self.children(word)).find(|&child| child > word && self.rel(child) == Rel::Nmod);
            if let Some(object) = object {
                let case = self
                    .children(object)
                    .find(|&case| self.rel(case) == Rel::Case);
                match case.filter(|&case| case == behind) {
                    Some(particle) => {
                        self.attach(particle, word, Rel::CompoundPrt);
                        self.attach(object, word, Rel::Obj);
                    }
                    None => self.attach(object, word, Rel::Obl),
                }
            }
        }
    }

    /// "Orveth's delegation proposed a line, officials said": a verb has one subject, so the first of two is that of the
    /// verb between them.
    pub(super) fn second_subject(&mut self) {
        for said in self.sentence.clone() {
            let subjects: Vec<usize> = (self.children(said))
                .filter(|&word| matches!(self.rel(word), Rel::Nsubj | Rel::NsubjPass))
                .collect();
            // "Orveth, a member since May, backs a line, officials said": the second of three is what the first is.
            if let [first, is, _] = subjects[..]
                && self.forms[first + 1] == ","
                && (self.children(is)).any(|det| self.rel(det) == Rel::Det && det == first + 2)
            {
                self.attach(is, first, Rel::Appos);
            }
            let subjects: Vec<usize> = (subjects.into_iter())
                .filter(|&word| self.head(word) == said)
                .collect();
            let [first, second] = subjects[..] else {
                continue;
            };
            let between = (first + 1..second).find(|&verb| {
                let told = self.head(verb) == said
                    && matches!(self.rel(verb), Rel::Ccomp | Rel::Parataxis | Rel::Advcl);
                let describes = matches!(self.rel(verb), Rel::Acl | Rel::AclRelcl)
                    && self.has(verb, &[Rel::Obj])
                    && self.is_below(verb, first);
                let past = self.upos(verb) == Upos::Verb
                    && matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbn);
                ((told || describes) && past
                    || told && self.rel(verb) == Rel::Ccomp && self.is_present(verb))
                    && !self.has(
                        verb,
                        &[
                            Rel::Nsubj,
                            Rel::NsubjPass,
                            Rel::Csubj,
                            Rel::Expl,
                            Rel::AuxPass,
                            Rel::Mark,
                            Rel::OblAgent,
                        ],
                    )
            });
            let Some(verb) = between.filter(|_| second < said) else {
                continue;
            };
            if self.upos(verb) == Upos::Noun && self.xpos(verb) == Xpos::Nns {
                self.becomes_verb(verb, Xpos::Vbz);
            } else if self.xpos(verb) == Xpos::Vbn {
                self.syntax.tags.xpos[verb] = Xpos::Vbd;
            }
            self.attach(verb, said, Rel::Ccomp);
            self.attach(first, verb, Rel::Nsubj);
            for mark in verb..second {
                if self.upos(mark) == Upos::Punct && self.head(mark) < verb {
                    self.attach(mark, verb, Rel::Punct);
                }
            }
        }
    }

    pub(super) fn is_below(&self, word: usize, above: usize) -> bool {
        self.above(word).any(|at| at == above)
    }

    /// "would cut the army and close two bases": after "and" and before an object an adjective that is also a verb is
    /// the second verb.
    pub(super) fn second_verb(&mut self) {
        for word in self.sentence.clone().skip(1) {
            let first = self.head(word);
            if !matches!(self.xpos(word), Xpos::Jj | Xpos::Nn)
                || self.rel(word) != Rel::Conj
                || self.xpos(first) != Xpos::Vb
                || !matches!(self.forms[word - 1], "and" | "or" | ",")
                || !is_verb(&self.forms[word].to_lowercase())
            {
                continue;
            }
            let noun = (word + 1..(word + 6).min(self.sentence.end))
                .take_while(|&at| {
                    matches!(
                        self.upos(at),
                        Upos::Det | Upos::Num | Upos::Adj | Upos::Noun | Upos::Propn
                    )
                })
                .filter(|&at| matches!(self.upos(at), Upos::Noun | Upos::Propn))
                .last();
            let begins = word + 1 < self.sentence.end
                && matches!(self.upos(word + 1), Upos::Det | Upos::Num);
            if let Some(noun) = noun.filter(|&noun| begins && self.head(noun) < word) {
                self.becomes_verb(word, Xpos::Vb);
                self.attach(noun, word, Rel::Obj);
                if self.upos(word - 1) == Upos::Cconj {
                    self.attach(word - 1, word, Rel::Cc);
                }
            }
        }
    }

    /// "Orveth, a member, backs a line, officials said", "is open to a line", "would back it": the predicate of a clause that
    /// is told.
    fn is_present(&self, word: usize) -> bool {
        let modal = (self.children(word)).any(|aux| self.xpos(aux) == Xpos::Md);
        match self.upos(word) {
            Upos::Verb => {
                matches!(self.xpos(word), Xpos::Vbz | Xpos::Vbp)
                    || modal && self.xpos(word) == Xpos::Vb
                    || self.xpos(word) == Xpos::Vbg && self.has(word, &[Rel::Aux])
            }
            Upos::Noun => {
                self.has(word, &[Rel::Cop])
                    || self.xpos(word) == Xpos::Nns
                        && is_third_person(self.forms[word])
                        && !self.has(word, &[Rel::Det, Rel::NmodPoss, Rel::Nummod, Rel::Case])
            }
            Upos::Adj => self.has(word, &[Rel::Cop]),
            _ => false,
        }
    }

    /// "it was ready to pay": with an adjective of the will "it" is somebody.
    pub(super) fn willing_it(&mut self) {
        for word in self.sentence.clone() {
            let head = self.head(word);
            let will = matches!(
                self.forms[head].to_lowercase().as_str(),
                "ready"
                    | "willing"
                    | "prepared"
                    | "unwilling"
                    | "reluctant"
                    | "open"
                    | "committed"
                    | "determined"
                    | "able"
                    | "unable"
                    | "keen"
                    | "eager"
                    | "loath"
                    | "opposed"
                    | "unconvinced"
                    | "sceptical"
                    | "skeptical"
                    | "wary"
                    | "adamant"
            );
            if self.rel(word) == Rel::Expl && will && self.forms[word].eq_ignore_ascii_case("it") {
                let passive = self.has(head, &[Rel::AuxPass]);
                self.attach(
                    word,
                    head,
                    if passive { Rel::NsubjPass } else { Rel::Nsubj },
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_past_with_its_preposition_is_the_verb() {
        let call = "Orveth/PROPN/NNP/0/root called/VERB/VBN/1/acl for/ADP/IN/4/case talks/NOUN/NNS/2/obl ./PUNCT/./1/punct";
        assert_eq!(
            mended(call),
            "Orveth-2-nsubj called-0-root for-4-case talks-2-obl .-2-punct"
        );
    }

    #[test]
    fn a_participle_with_by_describes_its_noun() {
        let cut = "The/DET/DT/2/det cut/NOUN/NN/7/nsubj ,/PUNCT/,/6/punct opposed/VERB/VBN/6/case by/ADP/IN/6/case \
                   Orveth/PROPN/NNP/2/obl:agent starts/VERB/VBZ/0/root ./PUNCT/./7/punct";
        let tree = mended(cut);
        assert!(
            tree.contains("opposed-2-acl Orveth-4-obl:agent") || tree.contains("opposed-2-acl by"),
            "{tree}"
        );
    }

    #[test]
    fn a_name_before_a_verb_without_subject_is_it() {
        let talks = "After/ADP/IN/2/case talks/NOUN/NNS/4/obl Orveth/PROPN/NNP/2/nmod agreed/VERB/VBD/0/root ./PUNCT/./4/punct";
        assert!(mended(talks).contains("Orveth-4-nsubj"));
    }

    #[test]
    fn an_adjective_after_to_with_an_object_is_a_verb() {
        let free = "Orveth/PROPN/NNP/2/nsubj offered/VERB/VBD/0/root to/ADP/IN/4/case free/ADJ/JJ/2/xcomp the/DET/DT/6/det men/NOUN/NNS/4/obj ./PUNCT/./2/punct";
        assert!(mended(free).contains("to-4-mark free-2-xcomp"));
    }

    #[test]
    fn the_first_of_two_subjects_is_that_of_the_verb_between() {
        let line = "Orveth/PROPN/NNP/6/nsubj drew/VERB/VBN/6/ccomp lines/NOUN/NNS/2/obj ,/PUNCT/,/2/punct \
                    envoys/NOUN/NNS/6/nsubj said/VERB/VBD/0/root ./PUNCT/./6/punct";
        assert!(mended(line).contains("Orveth-2-nsubj drew-6-ccomp"));
    }

    #[test]
    fn an_adjective_after_and_with_an_object_is_a_verb() {
        let close = "would/AUX/MD/2/aux cut/VERB/VB/0/root troops/NOUN/NNS/2/obj and/CCONJ/CC/7/cc close/ADJ/JJ/2/conj \
                     two/NUM/CD/7/nummod bases/NOUN/NNS/3/conj ./PUNCT/./2/punct";
        assert!(mended(close).contains("and-5-cc close-2-conj two-7-nummod bases-5-obj"));
    }
}
