//! Clauses and nouns that complete a verb, and were hung beside it or elsewhere: "is promising to tear it up", "said on
//! Monday that it objects", "calls the offer an insult".

use rapporteur_model::{MONTHS, WEEKDAYS};

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

/// Verbs whose infinitive, right behind, tells what is to be done and not to what end.
const WITH_INFINITIVE: &[&str] = &[
    "threaten",
    "threatens",
    "threatened",
    "threatening",
    "promise",
    "promises",
    "promised",
    "promising",
    "refuse",
    "refuses",
    "refused",
    "refusing",
    "pledge",
    "pledges",
    "pledged",
    "pledging",
    "vow",
    "vows",
    "vowed",
    "vowing",
    "decline",
    "declines",
    "declined",
    "declining",
    "offer",
    "offers",
    "offered",
    "offering",
    "agree",
    "agrees",
    "agreed",
    "agreeing",
    "plan",
    "plans",
    "planned",
    "planning",
    "hope",
    "hopes",
    "hoped",
    "hoping",
    "demand",
    "demands",
    "demanded",
    "demanding",
    "intend",
    "intends",
    "intended",
    "intending",
    "want",
    "wants",
    "wanted",
];

/// Participles of saying and thinking: "is understood to back it".
const SAID: &[&str] = &[
    "understood",
    "said",
    "reported",
    "believed",
    "thought",
    "known",
    "rumoured",
    "rumored",
    "alleged",
    "claimed",
    "expected",
    "presumed",
    "reputed",
    "considered",
    "assumed",
    "held",
    "seen",
];

/// Verbs that say something to somebody.
const TELLS: &[&str] = &[
    "told",
    "tells",
    "tell",
    "telling",
    "assured",
    "assures",
    "assure",
    "reminded",
    "reminds",
    "warned",
    "warns",
    "informed",
    "informs",
    "notified",
    "promised",
    "promises",
    "convinced",
    "persuaded",
];

/// Verbs of saying, by what may stand before the day.
const SAYS: &[&str] = &[
    "said",
    "says",
    "say",
    "announced",
    "announces",
    "insisted",
    "insists",
    "warned",
    "warns",
    "argued",
    "argues",
    "declared",
    "declares",
    "added",
    "adds",
    "confirmed",
    "confirms",
    "stressed",
    "stresses",
    "repeated",
    "repeats",
    "reiterated",
    "reiterates",
    "claimed",
    "claims",
    "told",
    "agreed",
    "agrees",
    "demanded",
    "demands",
    "proposed",
    "proposes",
    "promised",
    "promises",
    "pledged",
    "pledges",
    "indicated",
    "indicates",
    "signalled",
    "signaled",
    "signals",
    "hinted",
    "hints",
    "suggested",
    "suggests",
    "conceded",
    "concedes",
    "acknowledged",
    "acknowledges",
    "maintained",
    "maintains",
    "complained",
    "complains",
    "ruled",
    "wrote",
    "writes",
    "made",
    "threatened",
    "denied",
    "denies",
    "stated",
    "states",
];

/// Times and papers that a report is told with, beside days and months by their names.
const TIMES: &[&str] = &[
    "week",
    "month",
    "evening",
    "morning",
    "afternoon",
    "night",
    "statement",
    "letter",
    "interview",
    "weekend",
    "day",
];

fn is_time(form: &str) -> bool {
    TIMES.contains(&form.to_lowercase().as_str())
        || (WEEKDAYS.iter().chain(&MONTHS)).any(|name| name.eq_ignore_ascii_case(form))
}

/// Pasts of verbs that nothing can be done to: no participle of a noun.
const NOBODY_IS: &[&str] = &[
    "objected",
    "disagreed",
    "balked",
    "baulked",
    "relented",
    "hesitated",
    "demurred",
    "dissented",
    "abstained",
    "refused",
    "declined",
    "acquiesced",
    "complied",
    "protested",
    "agreed",
    "replied",
    "resigned",
    "retaliated",
];

/// Verbs that call something something.
const CALLS: &[&str] = &[
    "call",
    "calls",
    "called",
    "calling",
    "label",
    "labels",
    "labelled",
    "labeled",
    "brand",
    "brands",
    "branded",
    "deem",
    "deems",
    "deemed",
    "consider",
    "considers",
    "considered",
    "dub",
    "dubs",
    "dubbed",
    "term",
    "terms",
    "termed",
    "pronounce",
    "pronounces",
    "pronounced",
    "declare",
    "declares",
    "declared",
];

/// Verbs that keep somebody from something.
const KEEPS: &[&str] = &[
    "bar",
    "bars",
    "barred",
    "barring",
    "ban",
    "bans",
    "banned",
    "banning",
    "exclude",
    "excludes",
    "excluded",
    "keep",
    "keeps",
    "kept",
    "block",
    "blocks",
    "blocked",
    "withdraw",
    "withdraws",
    "withdrew",
    "remove",
    "removes",
    "removed",
    "exempt",
    "exempts",
    "exempted",
    "expel",
    "expels",
    "expelled",
];

impl Tree<'_> {
    pub(super) fn complements(&mut self) {
        self.word_in_two();
        self.stray_objects();
        self.finite_pasts();
        self.possessors_of_nothing();
        for word in self.sentence.clone() {
            match self.rel(word) {
                Rel::Root
                | Rel::Ccomp
                | Rel::Conj
                | Rel::Parataxis
                | Rel::Advcl
                | Rel::AclRelcl
                    if self.xpos(word) == Xpos::Jj =>
                {
                    self.is_promising(word);
                }
                _ => {}
            }
            match self.rel(word) {
                Rel::Advcl | Rel::Acl => self.infinitive_of_verb(word),
                Rel::Obj => self.called_an_insult(word),
                Rel::Obl if self.xpos(word) == Xpos::Vb => self.infinitive_of_verb(word),
                Rel::Obl => self.object_behind_back(word),
                _ => {}
            }
            match self.rel(word) {
                Rel::Acl | Rel::AclRelcl => {
                    self.told_on_monday(word);
                    self.told_it(word);
                }
                Rel::Nmod => {
                    self.agrees_in_principle(word);
                    self.accused_of(word);
                }
                Rel::Conj => self.and_objected(word),
                _ => {}
            }
        }
        self.turned_clauses();
        self.relative_clauses();
    }

    /// "is promising to tear it up": with what is to be done and somebody who does it, no adjective.
    fn is_promising(&mut self, word: usize) {
        if !matches!(self.forms[word], "promising" | "threatening")
            || self.forms.get(word + 1) != Some(&"to")
            || !(self.children(word)).any(|deed| {
                deed > word
                    && matches!(self.rel(deed), Rel::Xcomp | Rel::Advcl)
                    && self.xpos(deed) == Xpos::Vb
            })
        {
            return;
        }
        let Some(be) = (self.children(word)).find(|&be| self.rel(be) == Rel::Cop) else {
            return;
        };
        self.becomes_verb(word, Xpos::Vbg);
        self.attach(be, word, Rel::Aux);
    }

    /// "is threatening to leave", "is understood to back it": the infinitive tells what.
    fn infinitive_of_verb(&mut self, deed: usize) {
        let verb = self.head(deed);
        if self.xpos(deed) != Xpos::Vb
            || verb >= deed
            || self.upos(verb) != Upos::Verb
            || self.has(deed, SUBJECTS)
        {
            return;
        }
        let Some(to) = (self.children(deed))
            .find(|&to| to < deed && self.rel(to) == Rel::Mark && self.forms[to] == "to")
        else {
            return;
        };
        // "calls on Tolsk to sign": a finite verb is described by no infinitive.
        if to > verb + 1 {
            self.urged_to(deed, verb);
            let calls =
                self.forms[verb].starts_with("call") || self.forms[verb].starts_with("appeal");
            if self.rel(deed) == Rel::Obl && calls
                || self.rel(deed) == Rel::Acl
                    && matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd | Xpos::Vbp)
            {
                self.attach(deed, verb, Rel::Xcomp);
            }
            return;
        }
        let form = self.forms[verb].to_lowercase();
        let said = SAID.contains(&form.as_str()) && self.has(verb, &[Rel::AuxPass]);
        let active =
            WITH_INFINITIVE.contains(&form.as_str()) && !self.has(verb, &[Rel::AuxPass, Rel::Obj]);
        // A finite verb is described by no infinitive.
        let finite = self.rel(deed) == Rel::Acl;
        if said || active || finite && matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd | Xpos::Vbp)
        {
            self.attach(deed, verb, Rel::Xcomp);
        }
    }

    /// "is pushing Tolsk to drop it": what somebody is urged to do.
    fn urged_to(&mut self, deed: usize, verb: usize) {
        const URGES: &[&str] = &[
            "urg", "push", "press", "forc", "pressur", "encourag", "ask", "invit", "oblig",
            "requir", "persuad", "advis", "want", "expect", "allow", "trust", "warn", "tell",
            "told", "order", "instruct", "command", "beg", "implor",
        ];
        let form = self.forms[verb].to_lowercase();
        let whom = (self.children(verb)).find(|&whom| {
            whom > verb && whom < deed && matches!(self.rel(whom), Rel::Obj | Rel::Iobj)
        });
        if let Some(whom) = whom
            && self.rel(deed) == Rel::Advcl
            && !self.forms[whom..deed].contains(&",")
            && URGES.iter().any(|stem| form.starts_with(stem))
        {
            self.attach(deed, verb, Rel::Xcomp);
        }
    }

    /// "calls the offer an insult": the second of two things is what the first is called.
    fn called_an_insult(&mut self, word: usize) {
        let verb = self.head(word);
        if verb >= word || !CALLS.contains(&self.forms[verb].to_lowercase().as_str()) {
            return;
        }
        let objects: Vec<usize> = (self.children(verb))
            .filter(|&object| object > verb && matches!(self.rel(object), Rel::Obj | Rel::Iobj))
            .collect();
        let [first, second] = objects[..] else { return };
        if second == word && self.is_nominal(second) {
            self.attach(first, verb, Rel::Obj);
            self.attach(second, verb, Rel::Xcomp);
        }
    }

    /// "walked back its promise", "dug in its heels": what has no preposition of its own is done something to.
    fn object_behind_back(&mut self, noun: usize) {
        let verb = self.head(noun);
        let particle = verb + 1;
        if verb >= noun
            || self.upos(verb) != Upos::Verb
            || particle >= noun
            || self.has(verb, &[Rel::Obj, Rel::AuxPass, Rel::Ccomp])
            || !self.is_nominal(noun)
        {
            return;
        }
        let bare = !self.has(noun, &[Rel::Case])
            && self.forms[particle] == "back"
            && self.head(particle) == verb
            && (self.children(noun)).any(|word| {
                word == particle + 1 && matches!(self.rel(word), Rel::Det | Rel::NmodPoss)
            });
        let heels = self.forms[noun] == "heels"
            && self.forms[particle] == "in"
            && self.rel(particle) == Rel::Case
            && self.has(noun, &[Rel::NmodPoss]);
        if heels {
            self.syntax.tags.xpos[particle] = Xpos::Rp;
            self.attach(particle, verb, Rel::CompoundPrt);
        }
        if bare || heels {
            self.attach(noun, verb, Rel::Obj);
        }
    }

    /// "said on Monday that it objects": a day is described by no clause with "that" and a subject.
    fn told_on_monday(&mut self, clause: usize) {
        let day = self.head(clause);
        let verb = self.head(day);
        if day >= clause
            || verb >= day
            || !matches!(self.rel(day), Rel::Obl | Rel::OblUnmarked)
            || self.upos(verb) != Upos::Verb
            || !SAYS.contains(&self.forms[verb].to_lowercase().as_str())
            || !(is_time(self.forms[day])
                || self.forms[verb].starts_with("agree")
                    && (self.children(day)).any(|case| self.forms[case] == "with"))
            || self.has(verb, &[Rel::Ccomp])
        {
            return;
        }
        let that = (self.children(clause)).find(|&that| {
            that > day
                && that < clause
                && self.forms[that] == "that"
                && !matches!(self.rel(that), Rel::Det | Rel::Nsubj)
        });
        if let Some(that) = that
            && that == day + 1
            && self.has(clause, SUBJECTS)
        {
            self.attach(that, clause, Rel::Mark);
            self.syntax.tags.upos[that] = Upos::Sconj;
            self.syntax.tags.xpos[that] = Xpos::In;
            self.attach(clause, verb, Rel::Ccomp);
        }
    }

    /// "told the company it would not pay", "told the republic that the levy stays": what somebody is told.
    fn told_it(&mut self, clause: usize) {
        let listener = self.head(clause);
        let verb = self.head(listener);
        if listener >= clause
            || verb >= listener
            || !matches!(self.rel(listener), Rel::Obj | Rel::Iobj)
            || !TELLS.contains(&self.forms[verb].to_lowercase().as_str())
            || self.has(verb, &[Rel::Ccomp])
            || !matches!(self.upos(clause), Upos::Verb | Upos::Adj | Upos::Noun)
        {
            return;
        }
        let next = listener + 1;
        let subject = (self.children(clause)).find(|&word| {
            word > listener
                && word < clause
                && matches!(self.rel(word), Rel::Nsubj | Rel::NsubjPass)
                && !matches!(self.forms[word], "who" | "which" | "that" | "whom")
        });
        let Some(subject) = subject else { return };
        let that =
            self.forms[next] == "that" && self.head(next) == clause && self.rel(next) != Rel::Det;
        let bare = subject == next
            && self.upos(subject) == Upos::Pron
            && !self.forms[subject].eq_ignore_ascii_case("i");
        if that {
            self.attach(next, clause, Rel::Mark);
            self.syntax.tags.upos[next] = Upos::Sconj;
            self.syntax.tags.xpos[next] = Xpos::In;
        }
        if that || bare {
            self.attach(clause, verb, Rel::Ccomp);
        }
    }

    /// "agrees in principle to a patrol": it is the verb that takes "to".
    fn agrees_in_principle(&mut self, noun: usize) {
        let principle = self.head(noun);
        let verb = self.head(principle);
        let with = self.forms[verb].starts_with("agree")
            && principle < noun
            && verb < principle
            && self.rel(principle) == Rel::Obl
            && (self.children(noun)).any(|case| case > principle && self.forms[case] == "with");
        if with {
            self.attach(noun, verb, Rel::Obl);
        }
        if matches!(
            self.forms[principle],
            "principle" | "part" | "full" | "public" | "private" | "advance"
        ) && principle < noun
            && verb < principle
            && self.rel(principle) == Rel::Obl
            && self.upos(verb) == Upos::Verb
            && self.forms[principle - 1] == "in"
            && (self.children(noun)).any(|case| {
                case == principle + 1 && matches!(self.forms[case], "to" | "on" | "with" | "for")
            })
        {
            self.attach(noun, verb, Rel::Obl);
        }
    }

    /// "accused the company of stalling", "reminded it of its pledge": what the verb takes "of" for.
    fn accused_of(&mut self, noun: usize) {
        let whom = self.head(noun);
        let verb = self.head(whom);
        if whom < noun
            && verb < whom
            && matches!(self.rel(whom), Rel::Obj | Rel::Iobj)
            && matches!(
                self.forms[verb].to_lowercase().as_str(),
                "accused"
                    | "accuses"
                    | "accuse"
                    | "accusing"
                    | "reminded"
                    | "reminds"
                    | "remind"
                    | "deprived"
                    | "warned"
                    | "warns"
                    | "assured"
                    | "assures"
            )
            && matches!(self.upos(whom), Upos::Noun | Upos::Propn | Upos::Pron)
            && (self.children(noun)).any(|of| of == whom + 1 && self.forms[of] == "of")
            || whom < noun
                && verb < whom
                && self.rel(whom) == Rel::Obj
                && KEEPS.contains(&self.forms[verb].to_lowercase().as_str())
                && (self.children(noun)).any(|from| from == whom + 1 && self.forms[from] == "from")
        {
            self.attach(noun, verb, Rel::Obl);
            self.attach(whom, verb, Rel::Obj);
        }
    }

    /// "proposed a commission and the company objected": nobody is objected, so the past is a verb of its own.
    fn and_objected(&mut self, noun: usize) {
        let verb = noun + 1;
        let object = self.head(noun);
        let first = self.head(object);
        if verb >= self.sentence.end
            || !NOBODY_IS.contains(&self.forms[verb])
            || !matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            || !matches!(self.rel(verb), Rel::Acl | Rel::Conj)
            || !(self.head(verb) == noun || self.head(verb) == object)
            || !matches!(self.upos(noun), Upos::Noun | Upos::Propn)
            || object >= noun
            || first >= object
            || self.upos(first) != Upos::Verb
            || !matches!(self.xpos(first), Xpos::Vbd)
            || self.has(verb, SUBJECTS)
            || self.has(verb, &[Rel::Aux, Rel::AuxPass])
        {
            return;
        }
        let and = (self.children(noun)).find(|&and| self.rel(and) == Rel::Cc && and < noun);
        let Some(and) = and else { return };
        self.syntax.tags.xpos[verb] = Xpos::Vbd;
        self.attach(verb, first, Rel::Conj);
        self.attach(noun, verb, Rel::Nsubj);
        self.attach(and, verb, Rel::Cc);
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn who_is_promising_to_do_it_promises() {
        let promising = "Karsk/PROPN/NNP/3/nsubj is/AUX/VBZ/3/cop promising/ADJ/JJ/0/root to/PART/TO/5/mark leave/VERB/VB/3/advcl ./PUNCT/./3/punct";
        assert_eq!(
            mended(promising),
            "Karsk-3-nsubj is-3-aux promising-0-root to-5-mark leave-3-xcomp .-3-punct"
        );
    }

    #[test]
    fn what_was_said_on_a_day_describes_no_day() {
        let monday = "Karsk/PROPN/NNP/2/nsubj said/VERB/VBD/0/root on/ADP/IN/4/case Monday/PROPN/NNP/2/obl that/SCONJ/IN/7/mark \
                      it/PRON/PRP/7/nsubj objects/VERB/VBZ/4/acl:relcl ./PUNCT/./2/punct";
        assert!(mended(monday).contains("that-7-mark it-7-nsubj objects-2-ccomp"));
    }

    #[test]
    fn what_somebody_is_told_describes_nobody() {
        let told = "Karsk/PROPN/NNP/2/nsubj told/VERB/VBD/0/root the/DET/DT/4/det union/NOUN/NN/2/iobj it/PRON/PRP/7/nsubj \
                    would/AUX/MD/7/aux pay/VERB/VB/4/acl:relcl ./PUNCT/./2/punct";
        assert!(mended(told).contains("pay-2-ccomp"));
    }

    #[test]
    fn what_an_offer_is_called_is_no_second_object() {
        let insult = "Karsk/PROPN/NNP/2/nsubj calls/VERB/VBZ/0/root the/DET/DT/4/det offer/NOUN/NN/2/obj an/DET/DT/6/det \
                      insult/NOUN/NN/2/obj ./PUNCT/./2/punct";
        assert!(mended(insult).contains("offer-2-obj an-6-det insult-2-xcomp"));
    }

    #[test]
    fn a_verb_takes_its_preposition_over_in_principle() {
        let agrees = "Karsk/PROPN/NNP/2/nsubj agrees/VERB/VBZ/0/root in/ADP/IN/4/case principle/NOUN/NN/2/obl to/ADP/IN/7/case \
                      a/DET/DT/7/det patrol/NOUN/NN/4/nmod ./PUNCT/./2/punct";
        assert!(mended(agrees).contains("patrol-2-obl"));
    }
}
