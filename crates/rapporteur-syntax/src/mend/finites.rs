//! Finite verbs that the network took for participles or nouns by what stands around them: "Pledges of aid followed.",
//! "The talks stalled after Karsk left", "before Karsk signs", "The demand that Tolsk leave was dropped".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Pasts of verbs that nobody does to a thing: no participles of a noun.
const HAPPENED: &[&str] = &[
    "stalled",
    "collapsed",
    "failed",
    "faltered",
    "foundered",
    "fell",
    "broke",
    "began",
    "grew",
    "faded",
    "followed",
    "emerged",
    "arose",
    "dwindled",
    "persisted",
    "remained",
    "resurfaced",
    "flared",
    "erupted",
    "evaporated",
    "waned",
    "lapsed",
    "vanished",
    "came",
    "went",
    "prevailed",
];

/// Verbs in -s that are plurals too, behind what opens a clause of time.
const ACTS: &[&str] = &[
    "signs",
    "acts",
    "answers",
    "votes",
    "moves",
    "responds",
    "relents",
    "objects",
    "pays",
    "withdraws",
    "leaves",
];

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn finite_pasts(&mut self) {
        for word in self.sentence.clone().skip(1) {
            match (self.rel(word), self.xpos(word)) {
                (Rel::Acl, Xpos::Vbn | Xpos::Vbd) => {
                    self.stalled_after(word);
                    self.pledges_followed(word);
                }
                (Rel::Amod, Xpos::Vbn | Xpos::Vbd) => self.name_proposed(word),
                (Rel::Obl | Rel::Nmod | Rel::Advcl, Xpos::Nns) => self.before_it_signs(word),
                (Rel::Obl, _) => self.agent_before_verb(word),
                _ => {}
            }
        }
        self.demand_that_it_leave();
    }

    /// "The talks stalled after Karsk rejected the map": the noun is the subject of what happened, and what stands right
    /// before the second verb is the subject of that.
    fn stalled_after(&mut self, stalled: usize) {
        let talks = self.head(stalled);
        let main = self.head(talks);
        if !HAPPENED.contains(&self.forms[stalled])
            || self.rel(talks) != Rel::Nsubj
            || talks + 1 != stalled
            || main <= stalled
            || self.upos(main) != Upos::Verb
            || !matches!(self.xpos(main), Xpos::Vbd | Xpos::Vbz)
            || self.has(stalled, SUBJECTS)
            || self.has(main, &[Rel::Aux, Rel::AuxPass, Rel::Cop])
        {
            return;
        }
        let mark = stalled + 1;
        if mark + 1 >= main
            || !matches!(
                self.forms[mark],
                "after" | "before" | "when" | "until" | "because" | "as" | "since" | "once"
            )
            || self.forms[mark..main].contains(&",")
        {
            return;
        }
        let who = (self.children(stalled)).find(|&who| {
            who > mark
                && who < main
                && matches!(self.rel(who), Rel::Obl | Rel::Advcl)
                && self.is_nominal(who)
                && (self.children(who)).any(|case| case == mark)
        });
        let Some(who) = who else { return };
        let (above, rel) = (self.head(main), self.rel(main));
        self.syntax.tags.xpos[stalled] = Xpos::Vbd;
        match rel {
            Rel::Root => self.attach(stalled, stalled, Rel::Root),
            _ => self.attach(stalled, above, rel),
        }
        self.attach(talks, stalled, Rel::Nsubj);
        self.attach(who, main, Rel::Nsubj);
        self.attach(mark, main, Rel::Mark);
        self.syntax.tags.upos[mark] = Upos::Sconj;
        self.attach(main, stalled, Rel::Advcl);
        for child in self.children(main).collect::<Vec<_>>() {
            if child < talks {
                self.attach(child, stalled, self.rel(child));
            }
        }
        let last = self.sentence.end - 1;
        if self.head(last) == main && self.upos(last) == Upos::Punct {
            self.attach(last, stalled, Rel::Punct);
        }
    }

    /// "Pledges of aid followed.", "The party signed up to it.": the only verb of a sentence, and no participle.
    fn pledges_followed(&mut self, verb: usize) {
        let noun = self.head(verb);
        let particle = (self.children(verb))
            .any(|part| self.rel(part) == Rel::CompoundPrt && part == verb + 1);
        if self.rel(noun) != Rel::Root
            || !self.is_nominal(noun)
            || noun > verb
            || !(HAPPENED.contains(&self.forms[verb]) || particle)
            || !self.is_closed()
            || self.has(noun, &[Rel::Cop, Rel::Case, Rel::Nsubj, Rel::Aux])
            || self.has(verb, SUBJECTS)
            || self.has(
                verb,
                &[Rel::Aux, Rel::AuxPass, Rel::OblAgent, Rel::Mark, Rel::Cc],
            )
            || self.forms[noun..verb].contains(&",")
            || self.forms.get(verb + 1) == Some(&"by")
            || self.forms.get(verb + 2) == Some(&"by")
            || self.has_other_finite(verb)
        {
            return;
        }
        let last = self.sentence.end - 1;
        self.syntax.tags.xpos[verb] = Xpos::Vbd;
        self.attach(verb, verb, Rel::Root);
        self.attach(noun, verb, Rel::Nsubj);
        for child in self.children(noun).collect::<Vec<_>>() {
            if child > verb || child == last {
                let rel = match self.rel(child) {
                    Rel::Nmod => Rel::Obl,
                    Rel::Acl => Rel::Advcl,
                    rel => rel,
                };
                self.attach(child, verb, rel);
            }
        }
    }

    /// "Karsk proposed talks in May; Tolsk …": between a name and a bare noun a past, where no other verb is finite.
    fn name_proposed(&mut self, verb: usize) {
        let noun = self.head(verb);
        let last = verb - 1;
        let end = (noun..self.sentence.end)
            .find(|&at| matches!(self.forms[at], ";" | "," | "."))
            .unwrap_or(self.sentence.end);
        if self.rel(noun) != Rel::Root
            || noun <= verb
            || self.upos(noun) != Upos::Noun
            || self.upos(last) != Upos::Propn
            || !self.is_closed()
            || self.has(noun, &[Rel::Cop, Rel::Case, Rel::Nsubj, Rel::Aux, Rel::Det])
            || (self.sentence.start..end).any(|at| {
                at != verb && self.is_finite_form(at)
            })
            // "The RUSSIAN FEDERATION blocked consensus": an article and capitals.
            || !(self.sentence.start..verb).all(|at| {
                self.upos(at) == Upos::Propn
                    || at == self.sentence.start && self.upos(at) == Upos::Det
                    || self.upos(at) == Upos::Adj && self.forms[at].starts_with(char::is_uppercase)
            })
            || self.forms[verb].contains('-')
        {
            return;
        }
        let top = (self.sentence.start..verb)
            .rev()
            .find(|&at| self.head(at) == noun);
        let Some(top) = top else { return };
        self.becomes_verb(verb, Xpos::Vbd);
        self.attach(verb, verb, Rel::Root);
        self.attach(noun, verb, Rel::Obj);
        self.attach(top, verb, Rel::Nsubj);
        for child in self.children(noun).collect::<Vec<_>>() {
            if child < verb && child != top {
                self.attach(child, top, self.rel(child));
            } else if child > end
                || child + 1 == self.sentence.end
                || self.rel(child) == Rel::Parataxis
            {
                self.attach(child, verb, self.rel(child));
            }
        }
    }

    /// "The levy must go before Karsk signs": what a name stands before, at the end of a clause, is what it does.
    fn before_it_signs(&mut self, verb: usize) {
        let name = verb - 1;
        let above = self.head(verb);
        if !ACTS.contains(&self.forms[verb])
            || above >= verb
            || !matches!(self.upos(name), Upos::Noun | Upos::Propn)
            || self.xpos(name) == Xpos::Nns
            || self.head(name) != verb
            || self.rel(name) != Rel::Compound
            || self
                .forms
                .get(verb + 1)
                .is_none_or(|next| !matches!(*next, "." | "," | ";"))
        {
            return;
        }
        let Some(mark) = (self.children(verb)).find(|&mark| {
            mark < name
                && matches!(self.rel(mark), Rel::Case | Rel::Mark)
                && matches!(
                    self.forms[mark],
                    "before" | "until" | "after" | "once" | "unless"
                )
        }) else {
            return;
        };
        let named =
            self.upos(name) == Upos::Propn || (mark + 1..name).any(|at| self.upos(at) == Upos::Det);
        if !named {
            return;
        }
        for child in self.children(verb).collect::<Vec<_>>() {
            if child < name && child != mark {
                self.attach(child, name, self.rel(child));
            }
        }
        self.becomes_verb(verb, Xpos::Vbz);
        self.syntax.tags.upos[mark] = Upos::Sconj;
        self.attach(mark, verb, Rel::Mark);
        self.attach(name, verb, Rel::Nsubj);
        self.attach(verb, above, Rel::Advcl);
    }

    /// "The levy, opposed by Karsk, passed": who is told right behind a participle does not belong to the verb behind.
    fn agent_before_verb(&mut self, agent: usize) {
        let main = self.head(agent);
        let Some(by) =
            (self.children(agent)).find(|&by| self.rel(by) == Rel::Case && self.forms[by] == "by")
        else {
            return;
        };
        if main <= agent || by <= self.sentence.start {
            return;
        }
        let done = by - 1;
        if self.xpos(done) != Xpos::Vbn || done == self.sentence.start {
            return;
        }
        // "opposed" as a preposition.
        if self.rel(done) == Rel::Case && self.head(done) == agent && self.forms[done - 1] == "," {
            let noun = (self.sentence.start..done - 1)
                .rev()
                .find(|&noun| self.is_nominal(noun) && self.head(noun) == main);
            let Some(noun) = noun else { return };
            self.syntax.tags.upos[done] = Upos::Verb;
            self.attach(done, noun, Rel::Acl);
        }
        if self.rel(done) == Rel::Acl && !self.has(done, &[Rel::OblAgent]) {
            self.attach(agent, done, Rel::OblAgent);
        }
    }

    /// "The demand that Tolsk leave was dropped": of two verbs the first is what is demanded, the second what became of
    /// the demand.
    fn demand_that_it_leave(&mut self) {
        let first = self.sentence.start;
        let Some(noun) = (first..self.sentence.end.min(first + 6)).find(|&noun| {
            matches!(
                self.forms[noun].to_lowercase().as_str(),
                "demand"
                    | "demands"
                    | "condition"
                    | "request"
                    | "insistence"
                    | "requirement"
                    | "call"
                    | "proposal"
                    | "suggestion"
                    | "recommendation"
            ) && self.upos(noun) == Upos::Noun
                && self.forms.get(noun + 1) == Some(&"that")
        }) else {
            return;
        };
        let that = noun + 1;
        let Some(aux) = (that + 3..self.sentence.end.min(that + 8)).find(|&at| {
            matches!(
                self.forms[at],
                "was" | "is" | "were" | "has" | "had" | "would" | "will"
            )
        }) else {
            return;
        };
        let verb = aux - 1;
        let main = self.head(aux);
        if main <= aux
            || !is_verb(self.forms[verb])
            || !matches!(self.xpos(verb), Xpos::Nn | Xpos::Vb | Xpos::Vbp)
            || !(that + 1..verb).all(|at| {
                matches!(
                    self.upos(at),
                    Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Part
                ) || self.xpos(at) == Xpos::PrpPoss
            })
            || self.has(verb, &[Rel::Aux])
        {
            return;
        }
        let name = verb - 1;
        if !matches!(self.upos(name), Upos::Noun | Upos::Propn) {
            return;
        }
        self.becomes_verb(verb, Xpos::Vb);
        let passive = self.rel(aux) == Rel::AuxPass || self.has(main, &[Rel::AuxPass]);
        if self.rel(main) != Rel::Root {
            if self.rel(noun) == Rel::Root {
                let last = self.sentence.end - 1;
                self.attach(main, main, Rel::Root);
                if self.head(last) == noun {
                    self.attach(last, main, Rel::Punct);
                }
            } else {
                return;
            }
        }
        self.attach(
            noun,
            main,
            if passive { Rel::NsubjPass } else { Rel::Nsubj },
        );
        for child in self.children(verb).collect::<Vec<_>>() {
            if child < name && child > that {
                self.attach(child, name, self.rel(child));
            }
        }
        self.attach(verb, noun, Rel::Acl);
        self.attach(that, verb, Rel::Mark);
        self.attach(name, verb, Rel::Nsubj);
        self.syntax.tags.upos[that] = Upos::Sconj;
        self.syntax.tags.xpos[that] = Xpos::In;
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn talks_stalled_after_something() {
        let stalled = "The/DET/DT/2/det talks/NOUN/NNS/6/nsubj stalled/VERB/VBN/2/acl after/ADP/IN/5/case Karsk/PROPN/NNP/3/obl \
                       rejected/VERB/VBD/0/root the/DET/DT/8/det map/NOUN/NN/6/obj ./PUNCT/./6/punct";
        assert_eq!(
            mended(stalled),
            "The-2-det talks-3-nsubj stalled-0-root after-6-mark Karsk-6-nsubj rejected-3-advcl the-8-det map-6-obj .-3-punct"
        );
    }

    #[test]
    fn pledges_follow() {
        let followed = "Pledges/NOUN/NNS/0/root of/ADP/IN/3/case aid/NOUN/NN/1/nmod followed/VERB/VBN/1/acl ./PUNCT/./1/punct";
        assert!(
            mended(followed).starts_with("Pledges-4-nsubj of-3-case aid-1-nmod followed-0-root")
        );
    }

    #[test]
    fn a_name_before_signs_signs() {
        let signs = "It/PRON/PRP/3/nsubj must/AUX/MD/3/aux go/VERB/VB/0/root before/ADP/IN/6/case Karsk/PROPN/NNP/6/compound \
                     signs/NOUN/NNS/3/obl ./PUNCT/./3/punct";
        assert!(mended(signs).contains("before-6-mark Karsk-6-nsubj signs-3-advcl"));
    }

    #[test]
    fn who_opposed_is_no_oblique_of_what_passed() {
        let passed = "The/DET/DT/2/det levy/NOUN/NN/8/nsubj ,/PUNCT/,/4/punct opposed/VERB/VBN/2/acl by/ADP/IN/6/case \
                      Karsk/PROPN/NNP/8/obl ,/PUNCT/,/4/punct passed/VERB/VBD/0/root ./PUNCT/./8/punct";
        assert!(mended(passed).contains("Karsk-4-obl:agent"));
    }

    #[test]
    fn what_is_demanded_and_what_became_of_it() {
        let dropped = "The/DET/DT/2/det demand/NOUN/NN/0/root that/SCONJ/IN/8/mark the/DET/DT/6/det junta/NOUN/NN/6/compound \
                       leave/NOUN/NN/8/nsubj:pass was/AUX/VBD/8/aux:pass dropped/VERB/VBN/2/acl ./PUNCT/./2/punct";
        let tree = mended(dropped);
        assert!(tree.contains("demand-8-nsubj:pass that-6-mark the-5-det junta-6-nsubj leave-2-acl was-8-aux:pass dropped-0-root"), "{tree}");
    }
}
