//! Verbs that the network took for nouns behind a subject that tells its number: "All three back the fund", "Both doubt
//! it", "Growers in the north demand a levy", "Only one tables a text".
//!
//! No noun phrase goes on with an article, and none joins "all three" with a noun in the singular: in a sentence without
//! a main verb the word that could be one, and that an article, a possessive or a pronoun follows, is it.

use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

use super::Tree;

/// Words that stand for several without a noun.
const SEVERAL: &[&str] = &[
    "both", "several", "some", "many", "most", "few", "others", "all", "those", "these", "rest",
];
/// Words that stand for one without a noun.
const ONE: &[&str] = &["each", "neither", "one", "other", "either", "none"];

/// The subject of such a sentence.
struct Subject {
    head: usize,
    plural: bool,
    /// Whether it has no noun: "both", "the other two".
    bare: bool,
    /// Where its first noun phrase ends.
    end: usize,
}

impl Tree<'_> {
    /// Makes that word the verb of the sentence.
    pub(super) fn counted_do(&mut self) {
        if self.sentence.len() < 4 || !self.is_closed() || self.has_main_verb() {
            return;
        }
        let Some(start) = self.clause_start() else {
            return;
        };
        let Some(subject) = self.first_subject(start) else {
            return;
        };
        let Some(verb) =
            (subject.end..self.sentence.end - 1).find(|&word| self.is_verb_of(word, &subject))
        else {
            return;
        };
        let past = matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd);
        self.becomes_verb(
            verb,
            match (past, subject.plural) {
                (true, _) => Xpos::Vbd,
                (false, true) => Xpos::Vbp,
                (false, false) => Xpos::Vbz,
            },
        );
        self.attach(verb, verb, Rel::Root);
        for word in self.sentence.start..verb {
            let head = self.head(word);
            if word == subject.head || head < verb && head != word && head != subject.head {
                continue;
            }
            let (above, rel) = match self.upos(word) {
                Upos::Punct => (verb, Rel::Punct),
                _ if word < start && self.has(word, &[Rel::Case]) => (verb, Rel::Obl),
                _ if word < start => (verb, Rel::Advmod),
                Upos::Adv => (verb, Rel::Advmod),
                Upos::Det | Upos::Adj if word < subject.head => (subject.head, Rel::Det),
                Upos::Adp | Upos::Det | Upos::Adj => {
                    let noun = self.noun_behind(word, verb).unwrap_or(subject.head);
                    (noun, self.rel(word))
                }
                Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron if word > subject.head => {
                    (subject.head, Rel::Nmod)
                }
                Upos::Noun | Upos::Propn | Upos::Num => (subject.head, Rel::Compound),
                _ => (subject.head, self.rel(word)),
            };
            self.attach(word, above, rel);
        }
        self.attach(subject.head, verb, Rel::Nsubj);
        if subject.bare && self.upos(subject.head) != Upos::Num {
            self.syntax.tags.upos[subject.head] = Upos::Pron;
        }
        self.hang_behind(verb);
    }

    /// "in the north demand": the last noun of the phrase that a word opens before the verb.
    fn noun_behind(&self, word: usize, verb: usize) -> Option<usize> {
        (word + 1..verb)
            .take_while(|&at| {
                self.is_nominal(at) || matches!(self.upos(at), Upos::Det | Upos::Adj | Upos::Num)
            })
            .filter(|&at| self.is_nominal(at))
            .last()
    }

    /// Whether a word with a tense is the main verb already.
    fn has_main_verb(&self) -> bool {
        (self.sentence.clone()).any(|word| {
            let tensed = self.is_finite_form(word);
            let above = match self.xpos(word) {
                Xpos::Md => self.head(word),
                _ if self.upos(word) == Upos::Aux => self.head(word),
                _ => word,
            };
            tensed
                && matches!(self.upos(word), Upos::Verb | Upos::Aux)
                && !matches!(
                    self.rel(above),
                    Rel::AclRelcl | Rel::Acl | Rel::Advcl | Rel::Ccomp
                )
        })
    }

    /// Where the clause begins: at the sentence, or behind "On the levy,".
    fn clause_start(&self) -> Option<usize> {
        let first = self.sentence.start;
        if self.forms[first] == "Only" || self.forms[first] == "Not" {
            return Some(first + 1);
        }
        let fronted = matches!(self.xpos(first), Xpos::In | Xpos::Rb) && !self.stands_alone(first);
        if !fronted {
            return Some(first);
        }
        (first + 1..self.sentence.end.min(first + 8))
            .find(|&word| self.forms[word] == ",")
            .map(|comma| comma + 1)
    }

    /// The first noun phrase of a clause: "the other two", "Growers" in "Growers in the north".
    fn first_subject(&self, start: usize) -> Option<Subject> {
        let mut end = start;
        let mut head = None;
        let mut joined = false;
        for word in start..self.sentence.end {
            let fits = match self.upos(word) {
                Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron => {
                    // "All three back the fund": the noun could be the verb.
                    let counted = word > start && self.stands_alone(word - 1);
                    if (head.is_some() || counted) && self.may_act(word) {
                        break;
                    }
                    head = Some(word);
                    true
                }
                Upos::Cconj if word > start && self.forms[word] == "and" => {
                    joined = true;
                    true
                }
                Upos::Det | Upos::Adj => !self.may_act(word),
                _ => word == start && self.stands_alone(word),
            };
            if !fits {
                break;
            }
            end = word + 1;
        }
        // "the other", "both", "the rest"
        let alone = head.is_none() && end > start;
        let head = head.or(alone.then(|| end - 1))?;
        let last = self.forms[head].to_lowercase();
        let bare = self.upos(head) == Upos::Num || self.stands_alone(head);
        if alone && !bare {
            return None;
        }
        let plural = joined
            || matches!(self.xpos(head), Xpos::Nns | Xpos::Nnps)
            || SEVERAL.contains(&&*last)
            || self.upos(head) == Upos::Num && last != "one"
            || matches!(&*last, "they" | "we" | "you");
        Some(Subject {
            head,
            plural,
            bare,
            end,
        })
    }

    /// "both", "the other", "only one": a word that needs no noun.
    fn stands_alone(&self, word: usize) -> bool {
        let lower = self.forms[word].to_lowercase();
        SEVERAL.contains(&&*lower) || ONE.contains(&&*lower)
    }

    /// Whether a word that is no verb could be one, and an article, a possessive or a pronoun follows it.
    fn may_act(&self, word: usize) -> bool {
        let form = self.forms[word];
        let verb = is_verb(form) || form.strip_suffix('s').is_some_and(is_verb);
        verb && form.chars().all(char::is_lowercase)
            && word + 1 < self.sentence.end
            && (self.opens_object(word + 1)
                || word > self.sentence.start
                    && self.upos(word - 1) == Upos::Num
                    && self.xpos(word) == Xpos::Nn
                    && self.xpos(word + 1) == Xpos::In)
    }

    fn opens_object(&self, word: usize) -> bool {
        matches!(
            self.forms[word],
            "a" | "an"
                | "the"
                | "its"
                | "their"
                | "his"
                | "her"
                | "any"
                | "no"
                | "it"
                | "them"
                | "this"
                | "these"
                | "such"
        )
    }

    fn is_verb_of(&self, word: usize, subject: &Subject) -> bool {
        let form = self.forms[word];
        let third = form.strip_suffix('s').filter(|stem| !stem.ends_with('s'));
        let past = matches!(self.xpos(word), Xpos::Vbn | Xpos::Vbd);
        let agrees = match third {
            _ if past => subject.bare,
            Some(stem) => {
                !subject.plural && (is_verb(stem) || stem.strip_suffix('e').is_some_and(is_verb))
            }
            None => subject.plural && is_verb(form),
        };
        let acts = self.upos(word) == Upos::Verb && self.has(word, &[Rel::Nsubj, Rel::NsubjPass]);
        let free = form.starts_with(char::is_lowercase)
            && !acts
            && !self.has(word, &[Rel::Aux])
            && matches!(
                self.upos(word),
                Upos::Noun
                    | Upos::Adj
                    | Upos::Adv
                    | Upos::Verb
                    | Upos::Adp
                    | Upos::Propn
                    | Upos::Intj
            );
        let from_subject = (subject.end..word).all(|between| {
            !matches!(self.upos(between), Upos::Sconj) && self.forms[between] != ";"
        });
        let before = self.forms[word - 1];
        // "the north demand the levy", "of them back a fund", "both also want it", but not "the fund a".
        let apart = word == subject.end
            || self.upos(word - 1) == Upos::Adv
            || self.is_nominal(word - 1)
            || self.upos(word - 1) == Upos::Num
            || before == ",";
        let object = self.opens_object(word + 1)
            || subject.bare
                && word == subject.end
                && self.xpos(word + 1) == Xpos::In
                && third.is_none();
        agrees && free && from_subject && apart && object
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn what_all_three_do_is_a_verb() {
        let tree = "All/DET/DT/3/det three/NUM/CD/3/nummod back/NOUN/NN/6/compound the/DET/DT/6/det \
                    new/ADJ/JJ/6/amod fund/NOUN/NN/0/root ./PUNCT/./6/punct";
        assert_eq!(
            mended(tree),
            "All-2-det three-3-nsubj back-0-root the-6-det new-6-amod fund-3-obj .-3-punct"
        );
    }

    #[test]
    fn a_noun_behind_its_number_stays() {
        let tree = "All/DET/DT/3/det three/NUM/CD/3/nummod backers/NOUN/NNS/0/root of/ADP/IN/6/case the/DET/DT/6/det \
                    fund/NOUN/NN/3/nmod ./PUNCT/./3/punct";
        assert_eq!(
            mended(tree),
            "All-3-det three-3-nummod backers-0-root of-6-case the-6-det fund-3-nmod .-3-punct"
        );
    }
}
