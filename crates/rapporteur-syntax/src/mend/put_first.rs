//! Objects put first: "Cameras it rejects", "A toll on trucks Norway will never accept", "Joint patrols it can live with".
//! Between the thing and the verb stands nothing but whoever does it, and behind the verb nothing at all.

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Verbs that do nothing without an object.
const NEEDS_OBJECT: &[&str] = &[
    "accept",
    "reject",
    "refuse",
    "oppose",
    "support",
    "back",
    "favour",
    "favor",
    "want",
    "demand",
    "dismiss",
    "welcome",
    "endorse",
    "resist",
    "veto",
    "dislike",
    "approve",
    "ratify",
    "block",
    "condemn",
    "criticise",
    "criticize",
    "question",
    "doubt",
    "consider",
    "discuss",
    "tolerate",
    "stomach",
    "swallow",
    "prefer",
    "drop",
    "abandon",
    "exclude",
    "embrace",
    "spurn",
    "propose",
    "offer",
    "concede",
    "have",
    "guarantee",
    "grant",
    "afford",
    "sign",
    "allow",
    "permit",
    "promise",
    "touch",
    "take",
    "like",
    "need",
    "pay",
    "give",
    "sell",
    "forgive",
    "stand",
    "contemplate",
    "entertain",
    "imagine",
];

/// Verbs whose object stands behind a preposition, here alone: "live with".
const NEEDS_CASE: &[(&str, &str)] = &[
    ("live", "with"),
    ("object", "to"),
    ("agree", "to"),
    ("insist", "on"),
    ("ask", "for"),
    ("call", "for"),
    ("deal", "with"),
    ("argue", "about"),
    ("talk", "about"),
    ("bargain", "over"),
    ("sign", "to"),
    ("look", "at"),
    ("work", "with"),
    ("think", "about"),
];

impl Tree<'_> {
    pub(super) fn put_first(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            if self.upos(verb) != Upos::Verb
                || !matches!(
                    self.xpos(verb),
                    Xpos::Vbz | Xpos::Vbp | Xpos::Vbd | Xpos::Vb
                )
            {
                continue;
            }
            let Some(case) = self.ends_without_object(verb) else {
                continue;
            };
            let mut subject = verb - 1;
            while subject > self.sentence.start
                && (self.upos(subject) == Upos::Aux
                    || matches!(
                        self.forms[subject],
                        "not" | "n't" | "n’t" | "never" | "ever" | "also" | "still"
                    ))
            {
                subject -= 1;
            }
            let does = self.upos(subject) == Upos::Propn
                || matches!(
                    self.forms[subject],
                    "it" | "they" | "he" | "she" | "we" | "I"
                );
            let Some(thing) = self.thing_before(subject).filter(|_| does) else {
                continue;
            };
            self.takes_first(verb, subject, thing, case);
        }
    }

    /// "This Norland rejected", "To that Norland agreed": no name has "this", which is what the verb is about.
    pub(super) fn this_before_name(&mut self) {
        for this in self.sentence.clone() {
            let name = this + 1;
            let lower = |tree: &Self, form: &str| tree.forms[this].eq_ignore_ascii_case(form);
            if name + 1 >= self.sentence.end
                || self.xpos(name) != Xpos::Nnp
                || !(lower(self, "this") || lower(self, "that"))
            {
                continue;
            }
            let to = (this > self.sentence.start
                && self.forms[this - 1].eq_ignore_ascii_case("to"))
            .then(|| this - 1);
            let opens = to.unwrap_or(this);
            if opens > self.sentence.start
                && !matches!(self.forms[opens - 1], ";" | "but" | "and" | "\"" | "“")
            {
                continue;
            }
            let Some(verb) = (name + 1..self.sentence.end).find(|&verb| {
                matches!(
                    self.xpos(verb),
                    Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vb | Xpos::Vbn
                ) && self.upos(verb) == Upos::Verb
            }) else {
                continue;
            };
            let before = (name + 1..verb).all(|at| {
                matches!(
                    self.upos(at),
                    Upos::Propn | Upos::Aux | Upos::Adv | Upos::Part
                ) && self.forms[at] != "'s"
            });
            // "That Norland rejected it surprised nobody"
            let only = !self.has(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
                && !(verb + 1..self.sentence.end).any(|at| self.is_finite_form(at));
            if !before || !only || self.has(verb, &[Rel::AuxPass]) {
                continue;
            }
            let subject = (self.children(verb)).find(|&at| {
                (name..verb).contains(&at)
                    && matches!(self.rel(at), Rel::Nsubj | Rel::Obl | Rel::NsubjPass)
            });
            let Some(subject) = subject else { continue };
            self.attach(subject, verb, Rel::Nsubj);
            self.syntax.tags.upos[this] = Upos::Pron;
            match to {
                Some(to) => {
                    self.attach(this, verb, Rel::Obl);
                    self.attach(to, this, Rel::Case);
                }
                None => self.attach(this, verb, Rel::Obj),
            }
        }
    }

    /// The preposition left alone behind a verb that ends its clause without its object; `Some(None)` for one that takes none.
    fn ends_without_object(&self, verb: usize) -> Option<Option<usize>> {
        let is = |base: &str| {
            (self.forms[verb].strip_prefix(base))
                .is_some_and(|rest| matches!(rest, "" | "s" | "es" | "ed" | "d" | "ped" | "red"))
        };
        let ends = |at: usize| {
            at >= self.sentence.end
                || matches!(self.forms[at], "." | ";" | "!" | "\"" | "”")
                // "A second term we can talk about," she said.
                || self.forms[at] == ","
                    && (self.forms.get(at + 1)).is_some_and(|form| matches!(*form, "\"" | "”"))
        };
        let next = verb + 1;
        if ends(next) {
            return NEEDS_OBJECT.iter().any(|base| is(base)).then_some(None);
        }
        // "rejects outright"
        if self.forms[next] == "outright" && ends(next + 1) {
            return NEEDS_OBJECT.iter().any(|base| is(base)).then_some(None);
        }
        (NEEDS_CASE
            .iter()
            .any(|(base, case)| is(base) && self.forms[next] == *case)
            && ends(next + 1))
        .then_some(Some(next))
    }

    /// The head of the noun phrase that fills the clause up to its subject, where it is no time.
    fn thing_before(&self, subject: usize) -> Option<usize> {
        let last = subject
            .checked_sub(1)
            .filter(|last| self.sentence.contains(last))?;
        let start = (self.sentence.start..=last)
            .rev()
            .take_while(|&at| {
                matches!(
                    self.upos(at),
                    Upos::Det
                        | Upos::Adj
                        | Upos::Noun
                        | Upos::Propn
                        | Upos::Num
                        | Upos::Adp
                        | Upos::Part
                )
            })
            .last()?;
        let opens = start == self.sentence.start
            || matches!(self.forms[start - 1], ";" | "but" | "and" | "\"" | "“");
        let phrase = start..subject;
        let head = (phrase.clone()).find(|&at| {
            matches!(self.upos(at), Upos::Noun | Upos::Num)
                && (!phrase.contains(&self.head(at)) || self.head(at) == at)
        })?;
        let timed = phrase.clone().any(|at| {
            let form = self.forms[at].to_lowercase();
            matches!(
                form.as_str(),
                "day"
                    | "week"
                    | "month"
                    | "year"
                    | "time"
                    | "moment"
                    | "night"
                    | "morning"
                    | "evening"
                    | "afternoon"
                    | "hour"
                    | "minute"
                    | "yesterday"
                    | "today"
                    | "tomorrow"
                    | "way"
                    | "autumn"
                    | "spring"
                    | "summer"
                    | "winter"
                    | "minutes"
                    | "days"
                    | "weeks"
                    | "months"
                    | "years"
            ) || form.ends_with("day")
        });
        let cased = matches!(self.upos(start), Upos::Adp | Upos::Part);
        (opens && !timed && !cased && self.upos(last) != Upos::Adp).then_some(head)
    }

    /// Makes the thing the object, or what the preposition stands for, of the verb, and the word before the verb its subject.
    fn takes_first(&mut self, verb: usize, subject: usize, thing: usize, case: Option<usize>) {
        let (above, rel) = (self.head(thing), self.rel(thing));
        // The phrase was taken for all there is, with a relative clause.
        if self.head(verb) == thing {
            if above == thing {
                self.attach(verb, verb, Rel::Root);
                let last = self.sentence.end - 1;
                if last != verb && self.head(last) == thing && self.upos(last) == Upos::Punct {
                    self.attach(last, verb, Rel::Punct);
                }
            } else if above != verb {
                self.attach(verb, above, rel);
            }
        }
        for other in self.children(verb).collect::<Vec<_>>() {
            // "rejects | outright", for a thing
            if other > verb && matches!(self.rel(other), Rel::Obj | Rel::Obl) && Some(other) != case
            {
                self.attach(other, verb, Rel::Advmod);
            }
        }
        let rel = if case.is_some() { Rel::Obl } else { Rel::Obj };
        self.attach(thing, verb, rel);
        self.attach(subject, verb, Rel::Nsubj);
        if let Some(case) = case {
            self.attach(case, thing, Rel::Case);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn what_stands_first_is_what_it_rejects() {
        let tree = "A/DET/DT/2/det toll/NOUN/NN/6/nsubj on/ADP/IN/4/case trucks/NOUN/NNS/2/nmod Norway/PROPN/NNP/2/nmod \
                    rejects/VERB/VBZ/0/root ./PUNCT/./6/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("toll-6-obj") && tree.contains("Norway-6-nsubj"),
            "{tree}"
        );
        let tree = "To/ADP/IN/3/case this/DET/DT/3/det Norway/PROPN/NNP/4/nsubj agreed/VERB/VBD/0/root ./PUNCT/./4/punct";
        assert_eq!(
            mended(tree),
            "To-2-case this-4-obl Norway-4-nsubj agreed-0-root .-4-punct"
        );
        let tree = "Last/ADJ/JJ/2/amod week/NOUN/NN/4/obl it/PRON/PRP/4/nsubj accepted/VERB/VBD/0/root ./PUNCT/./4/punct";
        assert!(mended(tree).contains("week-4-obl"));
    }
}
