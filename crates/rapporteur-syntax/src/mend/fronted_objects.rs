//! Things told of first, with the clause still open behind its verb: "A free renewal, however, Norway turned down on the
//! spot", "Closing the base it deems impossible", "“A cap we do not accept,” he said". The network takes the thing for a
//! second subject, for what the subject describes, or for a noun with a relative clause.

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Verbs that say nothing without an object.
const STRICT: &[&str] = &[
    "reject",
    "dismiss",
    "spurn",
    "rebuff",
    "abandon",
    "oppose",
    "shelve",
    "scrap",
    "discard",
    "renounce",
    "veto",
    "exclude",
    "deem",
    "call",
    "consider",
    "find",
    "regard",
    "describe",
    "label",
    "brand",
    "term",
    "think",
    "dislike",
    "detest",
    "resent",
    "condemn",
    "denounce",
    "criticise",
    "criticize",
    "disown",
    "disavow",
    "repudiate",
    "tolerate",
    "stomach",
    "countenance",
    "allow",
    "permit",
    "contemplate",
    "recognise",
    "recognize",
    "want",
    "have",
    "surrender",
    "relinquish",
    "waive",
    "forgo",
    "retract",
    "rescind",
    "demand",
    "support",
    "back",
    "endorse",
    "favour",
    "favor",
    "welcome",
    "embrace",
    "need",
    "require",
    "propose",
    "offer",
    "approve",
    "ratify",
    "discuss",
    "doubt",
    "question",
    "dispute",
    "contest",
    "resist",
    "block",
    "give",
    "withhold",
    "fund",
    "finance",
    "levy",
    "pause",
    "accept",
    "refuse",
    "decline",
    "drop",
    "withdraw",
];

/// Of these, the ones that now and then stand alone: "Norway refused".
const LOOSE: &[&str] = &[
    "accept", "refuse", "decline", "withdraw", "resist", "doubt", "oppose", "approve",
];

/// Verbs that do nothing without an object once their particle is behind them.
const PARTICLED: &[(&str, &str)] = &[
    ("rule", "out"),
    ("turn", "down"),
    ("vote", "down"),
    ("throw", "out"),
    ("give", "up"),
    ("shoot", "down"),
    ("strike", "out"),
    ("brush", "aside"),
    ("brush", "off"),
    ("wave", "away"),
    ("set", "aside"),
    ("put", "aside"),
    ("leave", "out"),
    ("call", "off"),
    ("take", "back"),
    ("back", "up"),
    ("put", "forward"),
    ("sign", "away"),
];
const PARTICLED_PASTS: &[(&str, &str)] = &[
    ("threw", "out"),
    ("gave", "up"),
    ("given", "up"),
    ("shot", "down"),
    ("struck", "out"),
    ("took", "back"),
    ("taken", "back"),
    ("left", "out"),
    ("thrown", "out"),
];

/// Verbs that find their object to be something.
const FINDING: &[&str] = &[
    "call",
    "deem",
    "consider",
    "find",
    "think",
    "label",
    "brand",
    "term",
    "believe",
    "hold",
    "declare",
    "pronounce",
];
const FINDING_PASTS: &[&str] = &["found", "thought", "held"];

/// "let drop", "let go"
const LET: &[&str] = &["drop", "fall", "go", "slip", "lapse"];

/// Words of time, which stand first without being what is told of.
const TIMES: &[&str] = &[
    "day",
    "week",
    "month",
    "year",
    "time",
    "moment",
    "night",
    "morning",
    "evening",
    "afternoon",
    "hour",
    "minute",
    "yesterday",
    "today",
    "tomorrow",
    "way",
    "autumn",
    "spring",
    "summer",
    "winter",
    "decade",
    "quarter",
    "weekend",
];

/// Whether a form is a regular one of a verb.
fn inflects(form: &str, base: &str) -> bool {
    let ends = |rest: &str| matches!(rest, "" | "s" | "es" | "ed" | "d" | "ing");
    if let Some(rest) = form.strip_prefix(base) {
        let double = || {
            let last = base.chars().next_back();
            rest.chars().next() == last && matches!(rest.get(1..), Some("ed" | "ing"))
        };
        return ends(rest) || double();
    }
    let stem = &base[..base.len() - 1];
    (form.strip_prefix(stem)).is_some_and(|rest| match base.as_bytes()[base.len() - 1] {
        b'e' => rest == "ing",
        b'y' => matches!(rest, "ies" | "ied"),
        _ => false,
    })
}

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn fronted_objects(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            let Some(last) = self.lacks_object(verb) else {
                continue;
            };
            self.second_subject_is_object(verb);
            self.name_ends_thing(verb);
            self.clause_not_relative(verb);
            self.quoted_clause(verb, last);
        }
    }

    /// The last word of a verb that needs an object and has none behind it.
    fn lacks_object(&self, verb: usize) -> Option<usize> {
        let form = self.forms[verb];
        if self.upos(verb) != Upos::Verb
            || self.has(verb, &[Rel::AuxPass, Rel::NsubjPass, Rel::Mark])
            || matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbg) && !self.has(verb, &[Rel::Aux])
        {
            return None;
        }
        let next = |at: usize| (at < self.sentence.end).then(|| self.forms[at]);
        let behind = next(verb + 1);
        let particled = behind.is_some_and(|particle| {
            (PARTICLED.iter()).any(|&(base, with)| with == particle && inflects(form, base))
                || PARTICLED_PASTS.contains(&(form, particle))
        });
        let finding =
            FINDING.iter().any(|base| inflects(form, base)) || FINDING_PASTS.contains(&form);
        let let_go = form == "let" && behind.is_some_and(|go| LET.contains(&go));
        if !particled
            && !let_go
            && !finding
            && !STRICT.iter().any(|base| inflects(form, base))
            && form != "gave"
        {
            return None;
        }
        let found = (self.children(verb)).find(|&at| {
            at == verb + 1 + usize::from(self.has(at, &[Rel::Det]))
                && matches!(self.rel(at), Rel::Xcomp | Rel::Obj)
                && (self.upos(at) == Upos::Adj || matches!(self.forms[verb + 1], "a" | "an"))
        });
        let last = match found {
            Some(found) if finding => found,
            _ if particled || let_go => verb + 1,
            _ => verb,
        };
        if finding && found.is_none() {
            return None;
        }
        // Behind it comes no object of its own.
        let open = last + 1 >= self.sentence.end
            || matches!(
                self.upos(last + 1),
                Upos::Punct | Upos::Adv | Upos::Sconj | Upos::Cconj | Upos::Adp
            ) && !matches!(self.forms[last + 1], "\"" | "“" | "to" | "of");
        let own = (self.children(verb)).any(|at| {
            at > verb
                && Some(at) != found
                && !(let_go && at == verb + 1)
                && matches!(
                    self.rel(at),
                    Rel::Obj | Rel::Ccomp | Rel::Xcomp | Rel::Csubj
                )
                && !self.forms[last..at]
                    .iter()
                    .any(|form| matches!(*form, ":" | ";"))
        });
        (open && !own).then_some(last)
    }

    fn is_loose(&self, verb: usize) -> bool {
        LOOSE.iter().any(|base| inflects(self.forms[verb], base))
    }

    /// Whether a phrase tells when something was.
    fn tells_when(&self, thing: usize) -> bool {
        let lower = self.forms[thing].to_lowercase();
        lower.ends_with("day")
            || (TIMES.iter()).any(|time| lower.strip_prefix(time).is_some_and(|rest| matches!(rest, "" | "s")))
                && self.upos(thing) == Upos::Noun
                // "thirty days the union will not accept"
                && !self.has(thing, &[Rel::Nummod])
    }

    /// Whether a word can be what a sentence tells of first.
    fn is_thing(&self, at: usize) -> bool {
        let opens = at == self.sentence.start || matches!(self.forms[at - 1], "\"" | "“");
        let nominal = match self.upos(at) {
            Upos::Noun | Upos::Num | Upos::Det => true,
            Upos::Adj => self.has(at, &[Rel::Det]),
            Upos::Pron => matches!(self.xpos(at), Xpos::Dt),
            // "Quotas we reject": a noun in capitals.
            Upos::Propn => opens && self.xpos(at) == Xpos::Nnps,
            Upos::Verb => {
                self.xpos(at) == Xpos::Vbg
                    && (opens || self.forms[at - 1] == ";")
                    && !self.has(at, &[Rel::Mark, Rel::Nsubj, Rel::Aux])
            }
            _ => false,
        };
        nominal && !self.has(at, &[Rel::Case]) && !self.tells_when(at)
    }

    /// Sets what a verb finds its object to be apart from the object.
    fn finds(&mut self, verb: usize) {
        let found = (self.children(verb)).find(|&at| at > verb && self.rel(at) == Rel::Obj);
        if let Some(found) = found {
            self.attach(found, verb, Rel::Xcomp);
        }
    }

    /// "A free renewal Norway turned down": of two subjects the first is the object.
    fn second_subject_is_object(&mut self, verb: usize) {
        let subject = (self.children(verb))
            .filter(|&at| at < verb && self.rel(at) == Rel::Nsubj)
            .last();
        let Some(subject) = subject else { return };
        let things: Vec<usize> = (self.children(verb))
            .filter(|&at| {
                at < subject
                    && matches!(
                        self.rel(at),
                        Rel::Nsubj
                            | Rel::NsubjOuter
                            | Rel::OblUnmarked
                            | Rel::Dislocated
                            | Rel::Csubj
                            | Rel::Advcl
                            | Rel::Parataxis
                            | Rel::Dep
                            | Rel::Obl
                    )
            })
            .collect();
        let Some(&thing) = things.iter().find(|&&at| self.is_thing(at)) else {
            return;
        };
        // "Closing the base, Norway withdrew the plan" has an object; "The farmers, eleven families, refused" has none.
        let pronoun = matches!(
            self.forms[subject],
            "it" | "he" | "she" | "they" | "we" | "I"
        );
        // "its chancellor no longer excludes it, something his predecessor ruled out"
        let between = thing + 1..subject;
        let other = between.clone().any(|at| self.is_finite_form(at))
            && !between
                .clone()
                .any(|at| matches!(self.forms[at], "which" | "that" | "who"));
        if other {
            return;
        }
        let gerund = self.upos(thing) == Upos::Verb;
        let comma = self.forms[thing..subject].contains(&",");
        if self.is_loose(verb) && comma && !pronoun
            || gerund && self.is_loose(verb)
            || matches!(self.rel(thing), Rel::Parataxis | Rel::Obl | Rel::Dep) && comma
        {
            return;
        }
        self.finds(verb);
        for other in things {
            if other != thing && matches!(self.rel(other), Rel::Nsubj | Rel::Parataxis) {
                self.attach(other, thing, Rel::Appos);
            }
        }
        self.attach(thing, verb, Rel::Obj);
    }

    /// "A levy on plastic | Norway ruled out", "The second of these | she let drop", "The building | Norway would not pause":
    /// what stands right before the verb does it.
    fn name_ends_thing(&mut self, verb: usize) {
        if self.is_loose(verb) && !matches!(self.xpos(verb), Xpos::Vb) {
            return;
        }
        let mut last = verb - 1;
        while last > self.sentence.start
            && (matches!(self.upos(last), Upos::Aux)
                || matches!(
                    self.forms[last],
                    "not" | "n't" | "n’t" | "never" | "always" | "also" | "since" | "still"
                ))
        {
            last -= 1;
        }
        let name = |at: usize| self.upos(at) == Upos::Propn;
        let mut first = last;
        if name(last) {
            while first > self.sentence.start && name(first - 1) {
                first -= 1;
            }
        } else if !matches!(self.forms[last], "it" | "he" | "she" | "they" | "we" | "I") {
            return;
        }
        if first <= self.sentence.start {
            return;
        }
        let before = first - 1;
        let common = matches!(self.upos(before), Upos::Noun)
            || matches!(
                self.forms[before],
                "these" | "those" | "this" | "them" | "abroad"
            );
        let head = if self.head(last) > last && self.head(last) < verb {
            self.head(last)
        } else {
            last
        };
        let head = if (first..=last).contains(&self.head(head)) {
            self.head(head)
        } else {
            head
        };
        let above = self.head(head);
        let subjects: Vec<usize> = (self.children(verb))
            .filter(|&at| {
                at < verb && matches!(self.rel(at), Rel::Nsubj | Rel::NsubjOuter | Rel::Obj)
            })
            .collect();
        let [subject] = subjects[..] else { return };
        if !common || subject > head {
            return;
        }
        if subject == head {
            // "The building Norway": a common noun in front of a name.
            let thing = (self.children(head)).find(|&at| {
                at == before && self.rel(at) == Rel::Compound && self.upos(at) == Upos::Noun
            });
            let Some(thing) = thing.filter(|_| name(head)) else {
                return;
            };
            let start = (self.children(head))
                .find(|&at| {
                    at < thing
                        && matches!(
                            self.rel(at),
                            Rel::Det | Rel::Amod | Rel::Nummod | Rel::NmodPoss
                        )
                })
                .unwrap_or(thing);
            let opens = start == self.sentence.start
                || matches!(self.forms[start - 1], "\"" | "“" | ";" | "but");
            // "Single cells Norway": what has no article is many.
            let told = self.rel(start) == Rel::Det || self.xpos(thing) == Xpos::Nns;
            if !opens || !told {
                return;
            }
            for at in start..thing {
                if self.head(at) == head {
                    let rel = self.rel(at);
                    self.attach(at, thing, rel);
                }
            }
            self.attach(thing, verb, Rel::Obj);
        } else {
            if !self.is_thing(subject)
                || self.head(above) == above && above != subject && above != verb
            {
                return;
            }
            // The rest of the thing ends before the name.
            for at in subject..first {
                if self.head(at) == head && self.rel(at) != Rel::Flat {
                    let (to, rel) = if self.rel(at) == Rel::Case && above < first {
                        (before, Rel::Case)
                    } else {
                        (above, self.rel(at))
                    };
                    if at == before {
                        self.attach(at, above, Rel::Nmod);
                    } else if to != at {
                        self.attach(at, to, rel);
                    }
                }
            }
            self.attach(head, verb, Rel::Nsubj);
            self.attach(subject, verb, Rel::Obj);
        }
        self.finds(verb);
    }

    /// "A formula of that sort the rest of the states oppose.": a sentence has a verb.
    fn clause_not_relative(&mut self, verb: usize) {
        let thing = self.head(verb);
        let opens = self.is_closed()
            && self.head(thing) == thing
            && thing < verb
            && self.rel(verb) == Rel::AclRelcl
            && self.is_thing(thing)
            && !self.has(thing, &[Rel::Cop, Rel::Case, Rel::Nsubj, Rel::Aux])
            && self.has(verb, &[Rel::Nsubj])
            && !(self.children(verb)).any(|at| {
                at < verb
                    && matches!(
                        self.forms[at],
                        "that" | "which" | "who" | "whom" | "where" | "when"
                    )
            });
        if !opens {
            return;
        }
        self.finds(verb);
        let behind: Vec<usize> = (self.children(thing)).filter(|&at| at > verb).collect();
        self.attach(verb, verb, Rel::Root);
        self.attach(thing, verb, Rel::Obj);
        for at in behind {
            let rel = self.rel(at);
            self.attach(at, verb, rel);
        }
    }

    /// "“A cap we do not accept,” said the envoy": who is quoted says it, and no cap does.
    fn quoted_clause(&mut self, verb: usize, last: usize) {
        let thing = self.head(verb);
        let said = self.head(thing);
        let end = last + 1;
        let closes = end + 1 < self.sentence.end
            && self.forms[end] == ","
            && matches!(self.forms[end + 1], "\"" | "”");
        let start = (self.sentence.start..thing)
            .rev()
            .find(|&at| matches!(self.forms[at], "\"" | "“"));
        if !closes
            || thing > verb
            || self.rel(verb) != Rel::AclRelcl
            || self.rel(thing) != Rel::Nsubj
            || said < end
            || !self.is_thing(thing)
            || !(self.children(said))
                .any(|at| at != thing && at > end && self.rel(at) == Rel::Nsubj)
            || !start.is_some_and(|start| {
                start + 4 > thing && (start + 1..thing).all(|at| self.head(at) == thing)
            })
        {
            return;
        }
        self.finds(verb);
        self.attach(verb, said, Rel::Ccomp);
        self.attach(thing, verb, Rel::Obj);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn what_is_told_of_first_is_the_object() {
        let tree = "A/DET/DT/3/det free/ADJ/JJ/3/amod renewal/NOUN/NN/5/nsubj Norway/PROPN/NNP/5/nsubj turned/VERB/VBD/0/root \
                    down/ADP/RP/5/compound:prt yesterday/NOUN/NN/5/obl:unmarked ./PUNCT/./5/punct";
        let tree = tree.replace("yesterday/NOUN/NN/5/obl:unmarked", "there/ADV/RB/5/advmod");
        assert!(
            mended(&tree).contains("renewal-5-obj Norway-5-nsubj"),
            "{}",
            mended(&tree)
        );
        let tree = "A/DET/DT/2/det levy/NOUN/NN/6/nsubj on/ADP/IN/5/case plastic/NOUN/NN/5/compound Norway/PROPN/NNP/2/nmod \
                    ruled/VERB/VBD/0/root out/ADP/RP/6/compound:prt ./PUNCT/./6/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("levy-6-obj on-4-case plastic-2-nmod Norway-6-nsubj"),
            "{tree}"
        );
    }

    #[test]
    fn who_stands_alone_is_the_subject() {
        let tree = "The/DET/DT/2/det farmers/NOUN/NNS/7/nsubj ,/PUNCT/,/5/punct eleven/NUM/CD/5/nummod families/NOUN/NNS/7/nsubj \
                    ,/PUNCT/,/5/punct refused/VERB/VBD/0/root ./PUNCT/./7/punct";
        assert!(mended(tree).contains("farmers-7-nsubj"), "{}", mended(tree));
    }
}
