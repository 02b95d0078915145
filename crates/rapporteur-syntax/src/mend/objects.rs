//! Objects and obliques that were given to a word that can have none: "left open the possibility", "hands Tolsk the port",
//! "has for years opposed the dam".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

/// Stems of verbs that make known what somebody thinks.
const EXPRESSES: &[&str] = &[
    "voic", "express", "signal", "declar", "announc", "reiterat", "restat", "regist", "reaffirm",
    "repeat", "air", "rais", "pledg", "stat", "renew", "underlin", "stress", "confirm", "withdr",
    "drop",
];

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn stray_objects(&mut self) {
        for word in self.sentence.clone() {
            match self.rel(word) {
                Rel::Xcomp => {
                    self.left_open(word);
                    self.agreed_to_talks(word);
                }
                Rel::Obl => {
                    self.put_on_hold(word);
                    self.opposed_to(word);
                    self.support_for(word);
                }
                Rel::OblUnmarked => self.gave_an_ultimatum(word),
                Rel::Appos => self.made_a_condition(word),
                Rel::CompoundPrt => self.particle_with_article(word),
                Rel::Obj => {
                    self.those_include(word);
                    self.object_of_noun(word);
                }
                _ => {}
            }
            if matches!(self.rel(word), Rel::Root | Rel::Ccomp | Rel::Conj) {
                self.has_for_years(word);
            }
        }
    }

    /// "opposed the tie-up", "backs a clean-up": what has an article is the object, and no particle of the verb.
    fn particle_with_article(&mut self, noun: usize) {
        let verb = self.head(noun);
        let article = (self.children(noun))
            .any(|det| det < noun && matches!(self.rel(det), Rel::Det | Rel::NmodPoss));
        if article
            && noun > verb + 1
            && self.forms[noun - 1] == "-"
            && !self.has(verb, &[Rel::Obj, Rel::Ccomp])
        {
            self.syntax.tags.upos[noun] = Upos::Noun;
            self.syntax.tags.xpos[noun] = Xpos::Nn;
            self.attach(noun, verb, Rel::Obj);
        }
    }

    /// "left open the possibility of it": an adjective, and the thing is left so.
    fn left_open(&mut self, open: usize) {
        let verb = self.head(open);
        if !matches!(self.forms[open], "open" | "free" | "clear")
            || self.xpos(open) != Xpos::Vb
            || verb + 1 != open
            || self.upos(verb) != Upos::Verb
            || !matches!(
                self.forms[verb].to_lowercase().as_str(),
                "left"
                    | "leave"
                    | "leaves"
                    | "leaving"
                    | "kept"
                    | "keep"
                    | "keeps"
                    | "keeping"
                    | "held"
                    | "holds"
            )
            || self.has(open, &[Rel::Mark, Rel::Aux])
            || self.has(verb, &[Rel::Obj])
        {
            return;
        }
        self.syntax.tags.upos[open] = Upos::Adj;
        self.syntax.tags.xpos[open] = Xpos::Jj;
        for child in self.children(open).collect::<Vec<_>>() {
            if matches!(self.rel(child), Rel::Obj | Rel::Obl | Rel::Advcl) {
                self.attach(child, verb, self.rel(child));
            }
        }
    }

    /// "agreed to talks": what a preposition stands before is no predicate.
    fn agreed_to_talks(&mut self, noun: usize) {
        let verb = self.head(noun);
        if matches!(self.upos(noun), Upos::Noun)
            && matches!(self.xpos(noun), Xpos::Nns | Xpos::Nn)
            && verb + 2 == noun
            && self.upos(verb) == Upos::Verb
            && matches!(
                self.forms[verb].to_lowercase().as_str(),
                "agreed"
                    | "agrees"
                    | "agree"
                    | "agreeing"
                    | "objected"
                    | "objects"
                    | "object"
                    | "committed"
            )
            && (self.children(noun)).any(|case| {
                case + 1 == noun && self.rel(case) == Rel::Case && self.forms[case] == "to"
            })
        {
            self.attach(noun, verb, Rel::Obl);
        }
    }

    /// "put on hold its plan": no verb follows a preposition, and the object is that of the verb before.
    fn put_on_hold(&mut self, hold: usize) {
        let verb = self.head(hold);
        if self.xpos(hold) != Xpos::Vb
            || verb + 2 != hold
            || self.upos(verb) != Upos::Verb
            || !(self.children(hold)).any(|case| {
                case + 1 == hold
                    && self.rel(case) == Rel::Case
                    && matches!(self.forms[case], "on" | "in" | "under" | "into" | "at")
            })
        {
            return;
        }
        self.syntax.tags.upos[hold] = Upos::Noun;
        self.syntax.tags.xpos[hold] = Xpos::Nn;
        self.syntax.tags.upos[hold - 1] = Upos::Adp;
        self.syntax.tags.xpos[hold - 1] = Xpos::In;
        if self.has(verb, &[Rel::Obj]) {
            return;
        }
        let object =
            (self.children(hold)).find(|&object| object > hold && self.rel(object) == Rel::Obj);
        if let Some(object) = object {
            self.attach(object, verb, Rel::Obj);
        }
    }

    /// "Those who back the levy include Karsk": what stands before a finite verb with an object and no subject is that.
    fn those_include(&mut self, noun: usize) {
        let verb = self.head(noun);
        if noun < verb
            && self.upos(verb) == Upos::Verb
            && matches!(self.xpos(verb), Xpos::Vbp | Xpos::Vbz | Xpos::Vbd)
            && self.rel(verb) == Rel::Root
            && !self.has(verb, SUBJECTS)
            && !self.has(verb, &[Rel::Aux, Rel::AuxPass])
            && (self.children(verb)).any(|object| object > verb && self.rel(object) == Rel::Obj)
            && !matches!(self.xpos(noun), Xpos::Wp | Xpos::Wdt)
        {
            self.attach(noun, verb, Rel::Nsubj);
        }
    }

    /// "The plan hands Tolsk the port": a noun has no object; its verb has two.
    fn object_of_noun(&mut self, object: usize) {
        let noun = self.head(object);
        let verb = self.head(noun);
        if matches!(self.upos(noun), Upos::Noun | Upos::Propn)
            && self.xpos(noun) != Xpos::Nns
            && noun < object
            && verb < noun
            && self.upos(verb) == Upos::Verb
            && matches!(self.rel(noun), Rel::Obj | Rel::Iobj | Rel::Advcl)
            && matches!(self.upos(object), Upos::Noun | Upos::Propn)
            && self.has(object, &[Rel::Det, Rel::NmodPoss, Rel::Nummod])
            && self.is_giving(verb)
            && !self.forms[noun..object].contains(&",")
        {
            self.attach(object, verb, Rel::Obj);
            self.attach(noun, verb, Rel::Iobj);
        }
    }

    /// "remains opposed to the levy": the adjective takes the preposition right behind it.
    fn opposed_to(&mut self, noun: usize) {
        let verb = self.head(noun);
        let Some(case) = (self.children(noun)).find(|&case| self.rel(case) == Rel::Case) else {
            return;
        };
        let said = case.wrapping_sub(1);
        if verb < case
            && said > verb
            && matches!(
                self.forms[case],
                "to" | "on" | "about" | "of" | "with" | "over"
            )
            && self.head(said) == verb
            && self.upos(noun) != Upos::Pron
            && self.rel(said) == Rel::Xcomp
            && (self.upos(said) == Upos::Adj || self.xpos(said) == Xpos::Vbn)
            && matches!(
                self.forms[verb].to_lowercase().as_str(),
                "remains"
                    | "remained"
                    | "remain"
                    | "stays"
                    | "stayed"
                    | "stay"
                    | "seems"
                    | "seemed"
                    | "appears"
                    | "appeared"
                    | "looks"
                    | "looked"
                    | "sounds"
                    | "sounded"
                    | "feels"
                    | "felt"
                    | "becomes"
                    | "became"
            )
        {
            self.attach(noun, said, Rel::Obl);
        }
    }

    /// "voiced support for a fund": for what the support is.
    fn support_for(&mut self, noun: usize) {
        let verb = self.head(noun);
        let Some(case) = (self.children(noun)).find(|&case| self.rel(case) == Rel::Case) else {
            return;
        };
        let object = case.wrapping_sub(1);
        if verb < case
            && object > verb
            && self.head(object) == verb
            && self.rel(object) == Rel::Obj
            && matches!(
                (self.forms[object], self.forms[case]),
                (
                    "support"
                        | "backing"
                        | "sympathy"
                        | "readiness"
                        | "hope"
                        | "hopes"
                        | "approval"
                        | "preference",
                    "for"
                ) | (
                    "opposition" | "objections" | "objection" | "resistance",
                    "to"
                ) | (
                    "doubt" | "doubts" | "concern" | "concerns" | "reservations" | "misgivings",
                    "about" | "over" | "on"
                )
            )
            && EXPRESSES
                .iter()
                .any(|stem| self.forms[verb].starts_with(stem))
        {
            self.attach(noun, object, Rel::Nmod);
        }
    }

    /// "gave Tolsk an ultimatum": what is given is no time or measure.
    fn gave_an_ultimatum(&mut self, noun: usize) {
        let verb = self.head(noun);
        if verb < noun
            && self.upos(verb) == Upos::Verb
            && self.has(verb, &[Rel::Iobj, Rel::Obj])
            && !(self.has(verb, &[Rel::Iobj]) && self.has(verb, &[Rel::Obj]))
            && (self.children(noun)).any(|det| matches!(self.forms[det], "a" | "an"))
            && matches!(
                self.forms[noun],
                "ultimatum"
                    | "deadline"
                    | "assurance"
                    | "guarantee"
                    | "pledge"
                    | "promise"
                    | "warning"
                    | "lifeline"
                    | "veto"
                    | "choice"
                    | "share"
                    | "seat"
                    | "voice"
                    | "say"
                    | "mandate"
            )
            && self.is_giving(verb)
        {
            self.attach(noun, verb, Rel::Obj);
            let whom = (self.children(verb))
                .find(|&whom| whom > verb && whom < noun && self.rel(whom) == Rel::Obj);
            if let Some(whom) = whom {
                self.attach(whom, verb, Rel::Iobj);
            }
        }
    }

    /// "made the release of the crew a condition": no comma stands before it, so it is what the release was made.
    fn made_a_condition(&mut self, noun: usize) {
        let crew = self.head(noun);
        let Some(det) = (self.children(noun)).find(|&det| matches!(self.forms[det], "a" | "an"))
        else {
            return;
        };
        if crew >= noun || self.forms[crew..noun].contains(&",") || det <= crew {
            return;
        }
        let mut object = crew;
        for _ in 0..4 {
            if self.rel(object) == Rel::Nmod && self.head(object) < object {
                object = self.head(object);
            }
        }
        let verb = self.head(object);
        if self.rel(object) == Rel::Obj
            && verb < object
            && matches!(self.forms[verb], "made" | "make" | "makes" | "making")
            && matches!(
                self.forms[noun],
                "condition"
                    | "precondition"
                    | "priority"
                    | "requirement"
                    | "prerequisite"
                    | "demand"
                    | "goal"
                    | "aim"
            )
        {
            self.attach(noun, verb, Rel::Xcomp);
        }
    }

    /// "has for years opposed the dam": what stands between does not part an auxiliary from its participle.
    fn has_for_years(&mut self, has: usize) {
        if !matches!(self.forms[has], "has" | "have" | "had")
            || self.upos(has) != Upos::Verb
            || has + 3 >= self.sentence.end
            || self.upos(has + 1) != Upos::Adp
            || !self.has(has, &[Rel::Nsubj])
        {
            return;
        }
        let Some(done) = (has + 3..(has + 7).min(self.sentence.end)).find(|&at| {
            matches!(self.xpos(at), Xpos::Vbn | Xpos::Vbd) && self.upos(at) == Upos::Verb
        }) else {
            return;
        };
        let phrase = (has + 2..done).all(|at| {
            matches!(
                self.upos(at),
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num | Upos::Adv
            ) || self.forms[at] == "of"
        });
        let object =
            (self.children(has)).any(|object| object < done && self.rel(object) == Rel::Obj);
        if !phrase
            || object
            || !matches!(
                self.rel(done),
                Rel::Case | Rel::Obl | Rel::Xcomp | Rel::Advcl | Rel::Ccomp | Rel::Acl | Rel::Conj
            )
            || self.has(done, SUBJECTS)
            || self.has(done, &[Rel::Aux, Rel::AuxPass, Rel::Cc])
        {
            return;
        }
        let (head, rel) = (self.head(has), self.rel(has));
        let was_case = self.rel(done) == Rel::Case;
        let governed = self.head(done);
        match rel {
            Rel::Root => self.attach(done, done, Rel::Root),
            _ => self.attach(done, head, rel),
        }
        self.syntax.tags.xpos[done] = Xpos::Vbn;
        for child in self.children(has).collect::<Vec<_>>() {
            if child != done {
                self.attach(child, done, self.rel(child));
            }
        }
        self.attach(has, done, Rel::Aux);
        self.syntax.tags.upos[has] = Upos::Aux;
        let behind = match was_case && governed > done {
            true => Some(governed),
            false => (self.children(done)).find(|&word| {
                word > done && self.rel(word) == Rel::Obl && !self.has(word, &[Rel::Case])
            }),
        };
        if let Some(object) = behind.filter(|_| !self.has(done, &[Rel::Obj])) {
            self.attach(object, done, Rel::Obj);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn what_is_left_open() {
        let open = "Karsk/PROPN/NNP/2/nsubj left/VERB/VBD/0/root open/VERB/VB/2/xcomp the/DET/DT/5/det date/NOUN/NN/3/obj ./PUNCT/./2/punct";
        assert!(mended(open).contains("open-2-xcomp the-5-det date-2-obj"));
    }

    #[test]
    fn what_is_put_on_hold() {
        let hold = "Karsk/PROPN/NNP/2/nsubj put/VERB/VBD/0/root on/ADP/IN/4/case hold/VERB/VB/2/obl its/PRON/PRP$/6/nmod:poss \
                    plan/NOUN/NN/4/obj ./PUNCT/./2/punct";
        assert!(mended(hold).contains("hold-2-obl its-6-nmod:poss plan-2-obj"));
    }

    #[test]
    fn what_stands_between_parts_no_perfect() {
        let years = "Karsk/PROPN/NNP/2/nsubj has/VERB/VBZ/0/root for/ADP/IN/4/case years/NOUN/NNS/2/obl opposed/VERB/VBN/7/case \
                     the/DET/DT/7/det dam/NOUN/NN/2/obl ./PUNCT/./2/punct";
        assert_eq!(
            mended(years),
            "Karsk-5-nsubj has-5-aux for-4-case years-5-obl opposed-0-root the-7-det dam-5-obj .-5-punct"
        );
    }

    #[test]
    fn who_is_handed_the_port() {
        let port = "It/PRON/PRP/2/nsubj hands/VERB/VBZ/0/root Tolsk/PROPN/NNP/2/obj the/DET/DT/5/det port/NOUN/NN/3/obj ./PUNCT/./2/punct";
        assert!(mended(port).contains("Tolsk-2-iobj the-5-det port-2-obj"));
    }
}
