//! Subjects and objects away from their verb: "A longer term Velmar will not accept", "Against the levy was Velmar", "Velmar,
//! which until May opposed it, now backs it", "; Velmar, on the other hand, has doubts".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Verbs that always have an object; what stands first is theirs where none stands behind.
const ALWAYS: &[&str] = &[
    "exclude", "oppose", "want", "demand", "propose", "offer", "welcome", "endorse", "dismiss",
    "favour", "favor", "seek", "support", "back", "reject", "rule", "suggest", "drop", "resist",
];

/// Verbs that have an object wherever a thing with "a" stands first.
const MOSTLY: &[&str] = &[
    "accept", "refuse", "concede", "approve", "grant", "abandon", "consider", "tolerate",
];

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn parted_heads(&mut self) {
        self.fronted_object();
        self.fronted_preposition();
        self.fronted_gerund();
        self.standing_there();
        self.cleft_clause();
        self.supported_aside();
        self.then_did();
        self.relative_in_case();
        self.relative_for_main();
        self.subject_behind_semicolon();
        self.noun_behind_whereas();
    }

    /// "A cut in the quota Velmar will not accept": of two noun phrases before a verb without its object the first is it.
    fn fronted_object(&mut self) {
        let start = self.sentence.start;
        for verb in self.sentence.clone().skip(3) {
            if self.upos(verb) != Upos::Verb
                || self.has(
                    verb,
                    &[
                        Rel::AuxPass,
                        Rel::NsubjPass,
                        Rel::Obj,
                        Rel::Ccomp,
                        Rel::Xcomp,
                        Rel::Mark,
                        Rel::Cop,
                    ],
                )
            {
                continue;
            }
            let Some(stem) = self.needs_object(verb) else {
                continue;
            };
            let first = (self.children(verb)).find(|&first| {
                first < verb
                    && self.upos(first) == Upos::Noun
                    && matches!(self.rel(first), Rel::Nsubj | Rel::OblUnmarked)
            });
            let Some(first) = first else { continue };
            let article = self.forms[start].to_lowercase();
            let opens = self.head(start) == first
                && matches!(self.rel(start), Rel::Det | Rel::DetPredet)
                && !self.has(first, &[Rel::Case]);
            let indefinite = matches!(article.as_str(), "a" | "an" | "such" | "any" | "no");
            let subject = self.second_before(first, verb);
            let (Some(subject), true) = (subject, opens) else {
                continue;
            };
            if ALWAYS.contains(&stem) && (indefinite || self.head(subject) == verb)
                || MOSTLY.contains(&stem) && (indefinite || self.head(subject) == verb)
            {
                self.attach(subject, verb, Rel::Nsubj);
                self.attach(first, verb, Rel::Obj);
            }
        }
    }

    /// The verb of those that need an object, by its stem.
    fn needs_object(&self, verb: usize) -> Option<&'static str> {
        let form = self.forms[verb].to_lowercase();
        (ALWAYS.iter().chain(MOSTLY)).copied().find(|stem| {
            form.strip_prefix(stem)
                .is_some_and(|end| matches!(end, "" | "s" | "d" | "ed" | "es" | "ped" | "led"))
                || (stem.strip_suffix('e').zip(form.strip_suffix("ing")))
                    .is_some_and(|(stem, form)| stem == form)
        })
    }

    /// The name or the noun with an article that stands right before a verb and its auxiliaries, behind another noun
    /// phrase, without a comma between the two.
    fn second_before(&self, first: usize, verb: usize) -> Option<usize> {
        let mut last = verb - 1;
        while last > first && matches!(self.upos(last), Upos::Aux | Upos::Adv | Upos::Part) {
            last -= 1;
        }
        let comma = (first..verb).any(|at| self.upos(at) == Upos::Punct && self.forms[at] != "-");
        (first + 1..=last).find(|&word| {
            let own = self.head(word) == verb && self.rel(word) == Rel::Nsubj;
            let named = self.head(word) == first
                && self.rel(word) == Rel::Appos
                && self.upos(word) == Upos::Propn;
            let whole = word == last || (word + 1..=last).all(|at| self.head(at) == word);
            !comma && self.is_nominal(word) && (own || named) && whole
        })
    }

    /// "Equally in favour of it was Velmar", "Against the levy are Velmar and Orveth": what stands before the copula is said
    /// of the name behind it.
    fn fronted_preposition(&mut self) {
        for name in self.sentence.clone().skip(2) {
            let Some(be) = (self.children(name)).find(|&be| self.rel(be) == Rel::Cop && be < name)
            else {
                continue;
            };
            if self.upos(name) != Upos::Propn
                || self.has(name, &[Rel::Case, Rel::Expl])
                || !(be + 1..name).all(|at| self.head(at) == name && self.is_of_phrase(at))
            {
                continue;
            }
            let said = (self.children(name)).find(|&said| {
                said < be
                    && matches!(self.rel(said), Rel::Obl | Rel::Nmod | Rel::Nsubj)
                    && (self.children(said)).any(|case| self.is_side(case, said))
            });
            let Some(said) = said else { continue };
            let opens = (self.sentence.start..said).all(|at| {
                self.head(at) == said || self.upos(at) == Upos::Adv || self.upos(at) == Upos::Cconj
            });
            if !opens {
                continue;
            }
            let (above, rel) = (self.head(name), self.rel(name));
            match above == name {
                true => self.attach(said, said, Rel::Root),
                false => self.attach(said, above, rel),
            }
            for child in self.children(name).collect::<Vec<_>>() {
                let last = self.upos(child) == Upos::Punct && child + 1 == self.sentence.end;
                if child <= be || last {
                    self.attach(child, said, self.rel(child));
                }
            }
            self.attach(name, said, Rel::Nsubj);
        }
    }

    /// "VELMAR, supported by ORVETH, and opposed by MERIN, proposed a pause", with "supported" for the main verb: the verb behind
    /// the aside is.
    fn supported_aside(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            let Some(subject) = (self.children(verb)).find(|&subject| {
                subject < verb && matches!(self.rel(subject), Rel::NsubjPass | Rel::Nsubj)
            }) else {
                continue;
            };
            if verb + 1 >= self.sentence.end
                || self.rel(verb) != Rel::Root
                || !matches!(
                    self.forms[verb],
                    "supported" | "backed" | "seconded" | "opposed" | "joined" | "challenged"
                )
                || self.forms[verb - 1] != ","
                || self.has(verb, &[Rel::Aux, Rel::AuxPass])
                || !matches!(self.forms[verb + 1], "by" | "in" | "on")
                || (subject + 1..verb - 1).any(|at| self.upos(at) == Upos::Punct)
            {
                continue;
            }
            let main = (self.children(verb)).find(|&main| {
                main > verb + 3
                    && self.upos(main) == Upos::Verb
                    && matches!(self.xpos(main), Xpos::Vbn | Xpos::Vbd)
                    && matches!(self.rel(main), Rel::Conj | Rel::Advcl | Rel::Parataxis)
                    && self.forms[main - 1] == ","
                    && main + 1 < self.sentence.end
                    && self.forms[main + 1] != "by"
                    && !self.has(main, SUBJECTS)
                    && !self.has(main, &[Rel::Aux, Rel::AuxPass])
            });
            let Some(main) = main else { continue };
            for child in self.children(main).collect::<Vec<_>>() {
                if child < main {
                    self.attach(child, verb, self.rel(child));
                }
            }
            let last = self.sentence.end - 1;
            self.syntax.tags.xpos[main] = Xpos::Vbd;
            self.attach(main, main, Rel::Root);
            self.attach(subject, main, Rel::Nsubj);
            self.attach(verb, subject, Rel::Acl);
            if self.upos(last) == Upos::Punct {
                self.attach(last, main, Rel::Punct);
            }
            return;
        }
    }

    /// "first rejected it, then accepted it": a second deed of the same subject.
    fn then_did(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            let first = self.head(verb);
            if self.rel(verb) == Rel::Parataxis
                && first < verb
                && self.upos(verb) == Upos::Verb
                && self.xpos(verb) == self.xpos(first)
                && matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz)
                && !self.has(verb, SUBJECTS)
                && matches!(
                    self.forms[verb - 1],
                    "then" | "later" | "eventually" | "finally"
                )
                && self.forms[verb - 2] == ","
            {
                self.attach(verb, first, Rel::Conj);
            }
        }
    }

    /// "Opposing the levy are Velmar and Orveth", "Leading the opposition is Velmar": the gerund that opens is the verb.
    fn fronted_gerund(&mut self) {
        let gerund = self.sentence.start;
        let name = self.head(gerund);
        if self.xpos(gerund) != Xpos::Vbg
            || !matches!(
                self.rel(gerund),
                Rel::Csubj | Rel::Nsubj | Rel::Advcl | Rel::Amod
            )
            || self.upos(name) != Upos::Propn
            || self.rel(name) != Rel::Root
            || self.has(name, &[Rel::Case, Rel::Expl])
        {
            return;
        }
        let Some(be) = (self.children(name)).find(|&be| self.rel(be) == Rel::Cop && be < name)
        else {
            return;
        };
        if !(be + 1..name).all(|at| self.head(at) == name && self.is_of_phrase(at)) {
            return;
        }
        self.attach(gerund, gerund, Rel::Root);
        for child in self.children(name).collect::<Vec<_>>() {
            let last = self.upos(child) == Upos::Punct && child + 1 == self.sentence.end;
            if child < be || last {
                self.attach(child, gerund, self.rel(child));
            }
        }
        self.attach(be, gerund, Rel::Aux);
        self.attach(name, gerund, Rel::Nsubj);
    }

    /// "Against the levy stand Velmar and Orveth": who stands there is no object.
    fn standing_there(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            let stands = matches!(
                self.forms[verb],
                "stand" | "stands" | "stood" | "are" | "is"
            );
            if !stands || self.upos(verb) != Upos::Verb || self.has(verb, SUBJECTS) {
                continue;
            }
            let side = (self.children(verb)).any(|side| {
                side < verb
                    && self.rel(side) == Rel::Obl
                    && (self.children(side)).any(|case| self.is_side(case, side))
            });
            let name = (self.children(verb)).find(|&name| {
                name > verb && self.rel(name) == Rel::Obj && self.upos(name) == Upos::Propn
            });
            if let (Some(name), true) = (name, side) {
                self.attach(name, verb, Rel::Nsubj);
            }
        }
    }

    /// "It was Velmar, not Orveth, that proposed it": the clause with "that" describes the name of the cleft.
    fn cleft_clause(&mut self) {
        let start = self.sentence.start;
        for verb in self.sentence.clone().skip(4) {
            let name = self.head(verb);
            if self.rel(verb) != Rel::Parataxis
                || name >= verb
                || self.upos(verb) != Upos::Verb
                || !self.is_nominal(name)
                || !self.has(name, &[Rel::Cop])
                || !self.forms[start].eq_ignore_ascii_case("it")
                || self.head(start) != name
            {
                continue;
            }
            let that = (self.children(verb)).any(|that| {
                that < verb
                    && self.rel(that) == Rel::Nsubj
                    && matches!(self.forms[that], "that" | "who" | "which")
            });
            if that {
                self.attach(verb, name, Rel::AclRelcl);
            }
        }
    }

    /// "in favour", "against the levy", "behind the plan".
    fn is_side(&self, case: usize, noun: usize) -> bool {
        let favour = matches!(self.forms[noun], "favour" | "favor");
        self.rel(case) == Rel::Case
            && case < noun
            && match self.forms[case].to_lowercase().as_str() {
                "in" => favour,
                "against" | "behind" => true,
                _ => false,
            }
    }

    /// "Velmar, which until last week opposed it, now backs it", with the past for a preposition: it is the verb of "which".
    fn relative_in_case(&mut self) {
        for verb in self.sentence.clone().skip(4) {
            let time = self.head(verb);
            if self.rel(verb) != Rel::Case
                || self.upos(verb) != Upos::Verb
                || !matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                || time >= verb
            {
                continue;
            }
            let Some(which) = self.relative_before(time) else {
                continue;
            };
            let (noun, main) = (which - 2, self.head(which));
            if main <= verb || self.upos(main) != Upos::Verb {
                continue;
            }
            self.attach(verb, noun, Rel::AclRelcl);
            self.syntax.tags.xpos[verb] = Xpos::Vbd;
            self.attach(which, verb, Rel::Nsubj);
            self.attach(time, verb, Rel::Obl);
            let objects: Vec<usize> = (self.children(verb))
                .filter(|&child| child > verb && self.rel(child) == Rel::Nsubj)
                .collect();
            for object in objects {
                self.attach(object, verb, Rel::Obj);
            }
            if !self.has(main, SUBJECTS) {
                self.attach(noun, main, Rel::Nsubj);
            }
        }
    }

    /// "Orveth, which" before a word, with nothing but a time between.
    fn relative_before(&self, word: usize) -> Option<usize> {
        (self.sentence.start + 2..word)
            .rev()
            .take(5)
            .find(|&which| self.is_relative(which))
            .filter(|&which| {
                self.forms[which - 1] == ","
                    && self.is_nominal(which - 2)
                    && (which + 1..word).all(|at| self.upos(at) != Upos::Punct)
            })
    }

    fn is_relative(&self, word: usize) -> bool {
        matches!(self.forms[word], "which" | "who")
    }

    /// "Velmar, which last year rejected it, now accepts it", with the past for the main verb: the verb behind the second
    /// comma is that.
    fn relative_for_main(&mut self) {
        for which in self.sentence.clone().skip(2) {
            if !self.is_relative(which)
                || self.forms[which - 1] != ","
                || !self.is_nominal(which - 2)
            {
                continue;
            }
            let noun = self.top_of_name(which - 2);
            let verb = self.head(noun);
            if verb <= which
                || self.rel(noun) != Rel::Nsubj
                || self.upos(verb) != Upos::Verb
                || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz)
                || self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::Mark])
                || (which + 1..verb).any(|at| {
                    self.upos(at) == Upos::Punct
                        || self.upos(at) == Upos::Verb
                        || matches!(self.rel(at), Rel::Nsubj | Rel::NsubjPass)
                })
            {
                continue;
            }
            let main = (self.children(verb)).find(|&main| {
                main > verb + 1
                    && self.rel(main) == Rel::Parataxis
                    && self.upos(main) == Upos::Verb
                    && matches!(self.xpos(main), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                    && !self.has(main, SUBJECTS)
                    && self.behind_comma(main)
            });
            let Some(main) = main else { continue };
            let (above, rel) = (self.head(verb), self.rel(verb));
            match above == verb {
                true => self.attach(main, main, Rel::Root),
                false => self.attach(main, above, rel),
            }
            self.attach(noun, main, Rel::Nsubj);
            self.attach(verb, noun, Rel::AclRelcl);
            self.attach(which, verb, Rel::Nsubj);
            let last = self.sentence.end - 1;
            if self.upos(last) == Upos::Punct {
                self.attach(last, main, Rel::Punct);
            }
        }
    }

    /// The word of a name that its other parts hang on.
    fn top_of_name(&self, word: usize) -> usize {
        match self.rel(word) {
            Rel::Flat | Rel::Compound if self.is_nominal(self.head(word)) => self.head(word),
            _ => word,
        }
    }

    /// ", now backs": nothing but an adverb between a comma and a verb.
    fn behind_comma(&self, verb: usize) -> bool {
        let mut at = verb - 1;
        while at > self.sentence.start && self.upos(at) == Upos::Adv {
            at -= 1;
        }
        self.forms[at] == ","
    }

    /// "; Velmar, on the other hand, has doubts": the name behind a semicolon is the subject of the verb behind its aside.
    fn subject_behind_semicolon(&mut self) {
        for stop in self.sentence.clone() {
            if self.forms[stop] != ";" {
                continue;
            }
            let verb = (stop + 2..self.sentence.end).find(|&at| {
                self.upos(at) == Upos::Verb
                    && matches!(self.xpos(at), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
            });
            let Some(verb) = verb.filter(|&verb| {
                self.head(verb) < stop
                    && matches!(self.rel(verb), Rel::Parataxis | Rel::Conj | Rel::Advcl)
                    && !self.has(verb, SUBJECTS)
                    && self.forms[verb - 1] == ","
            }) else {
                continue;
            };
            let name = (stop + 1..verb).find(|&name| {
                self.is_nominal(name)
                    && self.head(name) < stop
                    && matches!(
                        self.rel(name),
                        Rel::Appos | Rel::Conj | Rel::Nmod | Rel::Obl
                    )
            });
            let aside = |name: usize| {
                (stop + 1..name).all(|at| self.head(at) == name)
                    && (name + 1..verb).filter(|&at| self.forms[at] == ",").count() == 2
            };
            if let Some(name) = name.filter(|&name| aside(name)) {
                self.attach(name, verb, Rel::Nsubj);
            }
        }
    }

    /// "whereas Velmar favours grants", taken for a noun phrase: the form in "s" between a name and a noun is the verb.
    fn noun_behind_whereas(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            let noun = self.head(verb);
            let name = verb - 1;
            let form = self.forms[verb];
            if self.rel(verb) != Rel::Compound
                || self.xpos(verb) != Xpos::Nns
                || noun <= verb
                || self.upos(name) != Upos::Propn
                || !form.strip_suffix('s').is_some_and(is_verb)
                || self.rel(noun) != Rel::Advcl
                || self.has(noun, &[Rel::Cop, Rel::Aux, Rel::Nsubj, Rel::NsubjPass])
                || !(self.children(noun)).any(|mark| {
                    matches!(
                        self.forms[mark].to_lowercase().as_str(),
                        "whereas" | "while"
                    )
                })
            {
                continue;
            }
            let name = self.top_of_name_before(name, noun, verb);
            self.becomes_verb(verb, Xpos::Vbz);
            self.attach(verb, self.head(noun), Rel::Advcl);
            for child in self.children(noun).collect::<Vec<_>>() {
                if child < verb {
                    self.attach(child, verb, self.rel(child));
                }
            }
            self.attach(noun, verb, Rel::Obj);
            self.attach(name, verb, Rel::Nsubj);
        }
    }

    /// The head of the name that ends before a verb, within what hangs on the noun and the verb.
    fn top_of_name_before(&self, last: usize, noun: usize, verb: usize) -> usize {
        let mut at = last;
        while self.upos(self.head(at)) == Upos::Propn
            && self.head(at) < verb
            && self.head(at) != noun
        {
            let above = self.head(at);
            if above == at {
                break;
            }
            at = above;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn what_stands_first_is_the_object() {
        let cut = "A/DET/DT/2/det cut/NOUN/NN/6/nsubj Orveth/PROPN/NNP/6/nsubj will/AUX/MD/6/aux not/PART/RB/6/advmod \
                   accept/VERB/VB/0/root ./PUNCT/./6/punct";
        assert!(
            mended(cut).contains("cut-6-obj Orveth-6-nsubj"),
            "{}",
            mended(cut)
        );
    }

    #[test]
    fn a_sentence_may_end_in_its_verb() {
        let cut = "Merin/PROPN/NNP/3/nsubj ,/PUNCT/,/3/punct opposed/VERB/VBD/0/root";
        assert!(mended(cut).contains("Merin-3-nsubj"));
    }

    #[test]
    fn what_is_against_is_said_of_the_name() {
        let levy = "Against/ADP/IN/3/case the/DET/DT/3/det levy/NOUN/NN/5/nsubj was/AUX/VBD/5/cop Orveth/PROPN/NNP/0/root \
                    ./PUNCT/./5/punct";
        assert!(
            mended(levy).contains("levy-0-root was-3-cop Orveth-3-nsubj"),
            "{}",
            mended(levy)
        );
    }
}
