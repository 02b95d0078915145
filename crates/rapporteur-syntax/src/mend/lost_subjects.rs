//! Verbs that lost their subject to the clause before: "wants a cap and the union rejected it", "after the union called for
//! a cap", "the council, which met in May, opposed a cap", "In May Orveth's minister rejected it".

use rapporteur_model::MONTHS;

use crate::{Rel, Upos, Xpos};

use super::Tree;

/// What only somebody is of something.
const OF_SOMEBODY: &[&str] = &[
    "afraid",
    "anxious",
    "apprehensive",
    "averse",
    "aware",
    "content",
    "delighted",
    "disappointed",
    "doubtful",
    "eager",
    "fearful",
    "glad",
    "happy",
    "hesitant",
    "hopeful",
    "keen",
    "loath",
    "nervous",
    "pleased",
    "prepared",
    "proud",
    "ready",
    "reluctant",
    "sceptical",
    "skeptical",
    "thankful",
    "uneasy",
    "unhappy",
    "unwilling",
    "wary",
    "willing",
    "worried",
    "unenthusiastic",
    "adamant",
    "amenable",
    "grateful",
];

impl Tree<'_> {
    /// "Tolsk wants a cap and the union rejected a levy": a second verb without an "and" of its own has for its subject the
    /// noun right before it that "and" joins.
    pub(super) fn joined_subject(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            let subject = verb - 1;
            let first = self.head(verb);
            let lacks = self.rel(verb) == Rel::Conj
                && self.upos(verb) == Upos::Verb
                && matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                && first < subject
                && !self.has(
                    verb,
                    &[Rel::Cc, Rel::Nsubj, Rel::NsubjPass, Rel::Expl, Rel::Aux],
                );
            let joined = lacks
                && matches!(self.upos(subject), Upos::Noun | Upos::Propn)
                && self.rel(subject) == Rel::Conj
                && self.head(subject) > first
                && self.head(subject) < subject
                && matches!(self.xpos(first), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                // "talks between Orveth and Tolsk opened": those two belong together.
                && (self.children(self.head(subject)))
                    .all(|case| !matches!(self.forms[case], "between" | "of"));
            if !joined {
                continue;
            }
            let cc = (self.children(subject)).find(|&cc| {
                self.rel(cc) == Rel::Cc && matches!(self.forms[cc], "and" | "but" | "while")
            });
            let Some(cc) = cc else { continue };
            self.attach(subject, verb, Rel::Nsubj);
            self.attach(cc, verb, Rel::Cc);
        }
    }

    /// "The talks ended after the union called for a cap", "… after Orveth opposed a cap": a participle that has an object,
    /// or its preposition, is the verb of the clause.
    pub(super) fn clause_behind_after(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            let noun = self.head(verb);
            let opposed = self.is_opposed_case(verb);
            let acts = self.rel(verb) == Rel::Acl
                && noun + 1 == verb
                && self.upos(verb) == Upos::Verb
                && matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                && !self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::OblAgent, Rel::Mark])
                && (self.stands_with_preposition(verb)
                    || self.has(verb, &[Rel::Obj])
                        && !super::participles::DITRANSITIVE.contains(&self.forms[verb]));
            let noun = match (acts, opposed) {
                (true, _) => noun,
                (_, true) => match self.phrase_before(verb) {
                    Some(noun) => noun,
                    None => continue,
                },
                _ => continue,
            };
            let case = (self.children(noun)).find(|&case| {
                self.rel(case) == Rel::Case
                    && matches!(self.forms[case], "after" | "before" | "since" | "until")
            });
            let (above, rel) = (self.head(noun), self.rel(noun));
            let Some(case) = case.filter(|_| matches!(rel, Rel::Obl | Rel::Nmod) && above != noun)
            else {
                continue;
            };
            self.takes_object(verb);
            self.attach(verb, above, Rel::Advcl);
            self.attach(noun, verb, Rel::Nsubj);
            self.attach(case, verb, Rel::Mark);
        }
    }

    /// "Orveth, which met Tolsk in May, opposed a cap": behind a relative clause, "opposed" is no preposition.
    pub(super) fn opposed_behind_relative(&mut self) {
        for verb in self.sentence.clone().skip(4) {
            if !self.is_opposed_case(verb) || self.forms[verb - 1] != "," {
                continue;
            }
            let noun = (self.sentence.start..verb - 2).find(|&noun| {
                self.is_nominal(noun)
                    && self.forms[noun + 1] == ","
                    && (self.children(noun)).any(|clause| {
                        clause > noun && clause < verb && self.rel(clause) == Rel::AclRelcl
                    })
            });
            let Some(noun) = noun else { continue };
            if self.head(noun) != noun {
                continue;
            }
            self.takes_object(verb);
            self.attach(verb, verb, Rel::Root);
            self.attach(noun, verb, Rel::Nsubj);
            self.attach(verb - 1, verb, Rel::Punct);
            self.hang_stop(verb);
        }
    }

    /// "Ada Brun, who leads it, called for talks", "The judge, whose term is over, could not speak for it": behind a relative
    /// clause between commas a finite verb without a subject, hung inside that clause, is the verb of the name or noun.
    pub(super) fn main_behind_relative(&mut self) {
        let Some(noun) = (self.sentence.clone()).find(|&at| self.rel(at) == Rel::Root) else {
            return;
        };
        let taken = [Rel::Cop, Rel::Case, Rel::Mark, Rel::Nsubj, Rel::NsubjPass];
        if !self.is_nominal(noun) || self.has(noun, &taken) || !self.is_closed() {
            return;
        }
        let Some(inner) = (self.children(noun))
            .find(|&clause| clause > noun && matches!(self.rel(clause), Rel::AclRelcl | Rel::Acl))
        else {
            return;
        };
        let verb = (inner + 2..self.sentence.end).find(|&verb| {
            let first = self.first_of_verb(verb);
            let finite = self.is_finite_form(first);
            let opened = [
                Rel::Mark,
                Rel::Cc,
                Rel::Nsubj,
                Rel::NsubjPass,
                Rel::Expl,
                Rel::Csubj,
            ];
            finite
                && first > inner
                && self.upos(verb) == Upos::Verb
                && self.forms[first - 1] == ","
                && self.head(verb) == inner
                && matches!(self.rel(verb), Rel::Advcl | Rel::Conj | Rel::Parataxis)
                && !self.has(verb, &opened)
        });
        let parted = |open: usize| self.forms[open] == ",";
        let Some(verb) = verb.filter(|_| (noun + 1..inner).any(parted)) else {
            return;
        };
        self.attach(verb, verb, Rel::Root);
        self.attach(noun, verb, Rel::Nsubj);
        self.hang_stop(verb);
    }

    /// "The farmers, camped at the border since May, demand a law", "Ada Brun, asked whether it held, did not reply": a
    /// participle between commas with the subject, and behind it a finite verb without one, are the wrong way round.
    pub(super) fn main_behind_participle(&mut self) {
        for past in self.sentence.clone().skip(2) {
            if self.rel(past) != Rel::Root
                || !matches!(self.xpos(past), Xpos::Vbn | Xpos::Vbd)
                || self.forms[past - 1] != ","
                || self.has(past, &[Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::Mark])
            {
                continue;
            }
            let subject = (self.children(past)).find(|&noun| {
                noun + 1 < past && matches!(self.rel(noun), Rel::Nsubj | Rel::NsubjPass)
            });
            let verb = (self.children(past)).find(|&verb| {
                let first = self.first_of_verb(verb);
                first > past + 1
                    && self.upos(verb) != Upos::Noun
                    && self.is_finite_form(first)
                    && self.forms[first - 1] == ","
                    && matches!(
                        self.rel(verb),
                        Rel::Parataxis | Rel::Conj | Rel::Advcl | Rel::Ccomp
                    )
                    && !self.has(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Mark, Rel::Cc])
            });
            let (Some(subject), Some(verb)) = (subject, verb) else {
                continue;
            };
            self.attach(verb, verb, Rel::Root);
            self.attach(subject, verb, Rel::Nsubj);
            self.attach(past, subject, Rel::Acl);
            self.syntax.tags.xpos[past] = Xpos::Vbn;
            self.hang_stop(verb);
            return;
        }
    }

    /// The stop at the end of the sentence hangs on its verb.
    fn hang_stop(&mut self, verb: usize) {
        let last = self.sentence.end - 1;
        if self.upos(last) == Upos::Punct {
            self.attach(last, verb, Rel::Punct);
        }
    }

    /// The first word of a verb with its auxiliaries, or of a predicate with its copula.
    fn first_of_verb(&self, verb: usize) -> usize {
        (self.children(verb))
            .filter(|&aux| matches!(self.rel(aux), Rel::Aux | Rel::AuxPass | Rel::Cop))
            .min()
            .unwrap_or(verb)
            .min(verb)
    }

    /// "In July Karsk reversed it", "On Monday night councillors approved it", "On this the minister would not commit himself":
    /// what stands behind a day, a month or "this" is the subject of a verb that has none, and no part of the day.
    pub(super) fn subject_behind_day(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            if self.upos(verb) != Upos::Verb
                || !self.is_finite_form(self.first_of_verb(verb))
                || self.has(
                    verb,
                    &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl, Rel::Csubj, Rel::Mark],
                )
                || !matches!(
                    self.rel(verb),
                    Rel::Root | Rel::Conj | Rel::Parataxis | Rel::Ccomp
                )
            {
                continue;
            }
            let name = (self.children(verb))
                .find(|&name| name < verb && self.rel(name) == Rel::Obl && self.is_nominal(name));
            let Some(name) = name else { continue };
            let case = (self.children(name)).find(|&case| self.rel(case) == Rel::Case);
            let Some(case) = case.filter(|&case| {
                case == self.sentence.start
                    || matches!(self.forms[case - 1], "," | ";" | ":" | "\"" | "“")
            }) else {
                continue;
            };
            // "In May Orveth's minister", where the month was taken for the owner: told apart elsewhere.
            let day = (self.day_glued_to(case, name))
                .filter(|&day| !(self.children(day)).any(|behind| behind > day));
            let Some(day) = day else { continue };
            let subject = if self.first_of_verb(verb) == verb && self.has(verb, &[Rel::AuxPass]) {
                Rel::NsubjPass
            } else {
                Rel::Nsubj
            };
            for child in self.children(name).collect::<Vec<_>>() {
                if child < day {
                    self.attach(child, day, self.rel(child));
                }
            }
            self.attach(day, verb, Rel::Obl);
            self.attach(name, verb, subject);
        }
    }

    /// The last word of the day or month between a preposition and the name behind it; "this", where an article follows.
    fn day_glued_to(&self, case: usize, name: usize) -> Option<usize> {
        let day = |at: usize| {
            let form = self.forms[at];
            MONTHS.contains(&form)
                || form.ends_with("day")
                || matches!(
                    form,
                    "spring"
                        | "summer"
                        | "autumn"
                        | "winter"
                        | "fall"
                        | "night"
                        | "morning"
                        | "afternoon"
                        | "evening"
                        | "weekend"
                )
                || self.upos(at) == Upos::Num && form.len() == 4
        };
        let this = |at: usize| {
            matches!(self.forms[at], "this" | "that" | "these" | "those")
                && matches!(self.forms[at + 1], "the" | "its" | "his" | "her" | "their")
        };
        let inside =
            |at: usize| self.head(at) == name || self.head(at) > case && self.head(at) <= name;
        let first = case + 1;
        if first < name && this(first) && self.head(first) == name {
            return Some(first);
        }
        let start = first + usize::from(first < name && self.forms[first] == "the");
        let mut last = None;
        for at in start..name {
            if !day(at) || !inside(at) {
                break;
            }
            last = Some(at);
        }
        last
    }

    /// "It is apprehensive that the canal will leak", "It would be glad to see them": only somebody is so; "it" is who.
    pub(super) fn it_is_afraid(&mut self) {
        for how in self.sentence.clone() {
            if !OF_SOMEBODY.contains(&self.forms[how]) || self.has(how, &[Rel::Nsubj]) {
                continue;
            }
            let it = (self.children(how)).find(|&it| {
                it < how && self.rel(it) == Rel::Expl && self.forms[it].eq_ignore_ascii_case("it")
            });
            let Some(it) = it.filter(|_| self.has(how, &[Rel::Cop])) else {
                continue;
            };
            self.attach(it, how, Rel::Nsubj);
            for clause in self.children(how).collect::<Vec<_>>() {
                if clause > how && self.rel(clause) == Rel::Csubj {
                    let that = (self.children(clause))
                        .any(|that| self.rel(that) == Rel::Mark && self.forms[that] == "that");
                    let rel = if that { Rel::Ccomp } else { Rel::Xcomp };
                    self.attach(clause, how, rel);
                }
            }
        }
    }

    /// "It was Orveth that rejected it": what follows describes who it was.
    pub(super) fn cleft_relative(&mut self) {
        for verb in self.sentence.clone() {
            let name = self.head(verb);
            let who = (self.children(verb)).find(|&who| {
                who < verb
                    && self.rel(who) == Rel::Nsubj
                    && matches!(self.forms[who], "that" | "who" | "which")
            });
            let cleft = matches!(
                self.rel(verb),
                Rel::Advcl | Rel::AdvclRelcl | Rel::Ccomp | Rel::Csubj
            ) && name < verb
                && who == Some(name + 1)
                && matches!(self.upos(name), Upos::Noun | Upos::Propn)
                && self.has(name, &[Rel::Cop])
                && (self.children(name))
                    .any(|it| it < name && self.forms[it].eq_ignore_ascii_case("it"));
            if cleft {
                self.attach(verb, name, Rel::AclRelcl);
            }
        }
    }

    /// "In May Orveth's minister rejected it", with the day or month for an owner of the minister.
    pub(super) fn owner_behind_day(&mut self) {
        for day in self.sentence.clone().skip(1) {
            let head = self.head(day);
            let verb = head + 1;
            let timed = self.rel(day) == Rel::NmodPoss
                && self.upos(day) == Upos::Propn
                && head > day + 2
                && verb < self.sentence.end
                && (self.forms[day].ends_with("day") || MONTHS.contains(&self.forms[day]))
                && self.upos(day + 1) == Upos::Propn
                && matches!(self.rel(head), Rel::Obl | Rel::Nmod)
                && self.upos(verb) == Upos::Verb
                && matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz)
                && !self.has(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl, Rel::Csubj]);
            if !timed {
                continue;
            }
            let (above, rel) = (self.head(head), self.rel(head));
            self.attach(day, above, rel);
            for case in self.children(head).collect::<Vec<_>>() {
                if case < day {
                    self.attach(case, day, self.rel(case));
                }
            }
            if let Some(mark) = (day + 1..head).find(|&at| self.xpos(at) == Xpos::Pos) {
                self.attach(mark, mark - 1, Rel::Case);
            }
            self.attach(head, verb, Rel::Nsubj);
        }
    }

    fn is_opposed_case(&self, verb: usize) -> bool {
        self.forms[verb] == "opposed"
            && self.rel(verb) == Rel::Case
            && self.head(verb) > verb
            && verb + 1 < self.sentence.end
            && !matches!(self.forms[verb + 1], "to" | "by")
    }

    /// The noun of the phrase that ends right before a word.
    fn phrase_before(&self, word: usize) -> Option<usize> {
        let last = word
            .checked_sub(1)
            .filter(|last| self.sentence.contains(last))?;
        matches!(self.upos(last), Upos::Noun | Upos::Propn).then_some(last)
    }

    /// Makes a participle a past, and what it was a preposition of its object.
    fn takes_object(&mut self, verb: usize) {
        if self.rel(verb) == Rel::Case {
            let object = self.head(verb);
            self.attach(object, verb, Rel::Obj);
        }
        self.becomes_verb(verb, Xpos::Vbd);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn a_second_verb_has_the_noun_before_it() {
        let tree = "Tolsk/PROPN/NNP/2/nsubj wants/VERB/VBZ/0/root a/DET/DT/4/det cap/NOUN/NN/2/obj and/CCONJ/CC/7/cc \
                    the/DET/DT/7/det union/NOUN/NN/4/conj rejected/VERB/VBD/2/conj it/PRON/PRP/8/obj ./PUNCT/./2/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("and-8-cc the-7-det union-8-nsubj rejected-2-conj"),
            "{tree}"
        );
    }

    #[test]
    fn a_month_owns_no_minister() {
        let tree = "In/ADP/IN/6/case May/PROPN/NNP/6/nmod:poss Orveth/PROPN/NNP/6/nmod:poss 's/PART/POS/2/case \
                    foreign/ADJ/JJ/6/amod minister/NOUN/NN/7/obl rejected/VERB/VBD/0/root it/PRON/PRP/7/obj ./PUNCT/./7/punct";
        let tree = mended(tree);
        assert!(
            tree.contains(
                "In-2-case May-7-obl Orveth-6-nmod:poss 's-3-case foreign-6-amod minister-7-nsubj"
            ),
            "{tree}"
        );
    }
}
