//! Subjects, objects and agents that were hung on the wrong verb, or beside their own.

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

/// Verbs, by their stems, of which "it" before them is somebody and no filler: telling, asking, wanting, deciding.
const WILLED: &[&str] = &[
    "accept", "accus", "agre", "announc", "appeal", "ask", "back", "blam", "call", "condemn",
    "consider", "critici", "declin", "defend", "demand", "deni", "deny", "endors", "expect",
    "favo", "fear", "hop", "insist", "intend", "invit", "offer", "oppos", "order", "plan", "pledg",
    "prefer", "press", "promis", "propos", "push", "refus", "reject", "remind", "request", "said",
    "say", "seek", "sought", "support", "tell", "threaten", "told", "urg", "vow", "want", "warn",
    "welcom", "wish", "withdr",
];

/// Verbs, by their stems, before which "it" may stand for the clause behind: seeming, happening, mattering, costing.
const IMPERSONAL: &[&str] = &[
    "appear", "bear", "becam", "becom", "bother", "came", "chanc", "come", "coming", "cost",
    "count", "dawn", "depend", "emerg", "feel", "felt", "follow", "get", "goes", "going", "got",
    "happen", "help", "hurt", "look", "made", "mak", "matter", "mean", "occur", "paid", "pay",
    "pleas", "prov", "remain", "seem", "sound", "stand", "stood", "strik", "struck", "suffic",
    "suit", "surpris", "take", "took", "transpir", "turn", "went", "worri",
];

/// Adjectives of whoever has a mind, and never of what is the case.
const MINDED: &[&str] = &[
    "adamant",
    "afraid",
    "agreeable",
    "alarmed",
    "amenable",
    "angry",
    "anxious",
    "apprehensive",
    "cautious",
    "committed",
    "concerned",
    "confident",
    "content",
    "convinced",
    "delighted",
    "determined",
    "disappointed",
    "disinclined",
    "dismayed",
    "dissatisfied",
    "disturbed",
    "eager",
    "fearful",
    "furious",
    "glad",
    "grateful",
    "happy",
    "hopeful",
    "inclined",
    "keen",
    "loath",
    "minded",
    "nervous",
    "opposed",
    "optimistic",
    "persuaded",
    "pessimistic",
    "pleased",
    "prepared",
    "ready",
    "relieved",
    "reluctant",
    "satisfied",
    "sceptical",
    "skeptical",
    "sure",
    "troubled",
    "unconvinced",
    "uneasy",
    "unhappy",
    "unimpressed",
    "unprepared",
    "unsure",
    "unwilling",
    "upset",
    "wary",
    "willing",
    "worried",
];

/// Verbs, by their stems, that give somebody something.
const GIVING: &[&str] = &[
    "award", "den", "gave", "give", "giving", "grant", "hand", "lend", "lent", "offer", "owe",
    "paid", "pay", "promis", "send", "sent", "show",
];

/// Pasts of verbs that have an object.
const GIVES: &[&str] = &[
    "offered",
    "proposed",
    "suggested",
    "tabled",
    "demanded",
    "sought",
    "requested",
    "promised",
    "pledged",
    "wanted",
    "made",
    "rejected",
    "accepted",
    "drafted",
    "floated",
    "set",
    "put",
    "brought",
];

impl Tree<'_> {
    /// "Both have, however, warmed": subjects and asides hang on the verb, not on its auxiliary.
    pub(super) fn auxiliary_alone(&mut self) {
        for word in self.sentence.clone() {
            let auxiliary = self.head(word);
            if auxiliary == word
                || !matches!(self.rel(auxiliary), Rel::Aux | Rel::AuxPass | Rel::Cop)
                || !matches!(self.rel(word), Rel::Nsubj | Rel::NsubjPass)
            {
                continue;
            }
            let verb = self.head(auxiliary);
            if verb != word && verb != auxiliary {
                self.attach(word, verb, self.rel(word));
            }
        }
    }

    /// "offered the smaller party three ministries": of two objects the first is to whom.
    pub(super) fn first_of_two_objects(&mut self) {
        for verb in self.sentence.clone() {
            let objects: Vec<usize> = (self.children(verb))
                .filter(|&word| self.rel(word) == Rel::Obj)
                .collect();
            if let [first, second] = objects[..]
                && verb < first
                && self.upos(verb) == Upos::Verb
                && self.upos(second) == Upos::Noun
                && self.is_nominal(first)
                && !self.forms[first..second].contains(&",")
                && !self.has(verb, &[Rel::Iobj])
                && (GIVING.iter()).any(|stem| self.forms[verb].to_lowercase().starts_with(stem))
            {
                self.attach(first, verb, Rel::Iobj);
            }
        }
    }

    /// "accepted the 12 million that Orveth had offered": after an object, "that" and a clause that wants one describe it.
    pub(super) fn relative_behind_object(&mut self) {
        for clause in self.sentence.clone() {
            let verb = self.head(clause);
            let that = self.children(clause).find(|&mark| {
                self.rel(mark) == Rel::Mark && self.forms[mark].eq_ignore_ascii_case("that")
            });
            let Some(that) = that.filter(|_| self.rel(clause) == Rel::Ccomp && verb < clause)
            else {
                continue;
            };
            let object = (self.children(verb))
                .find(|&object| self.rel(object) == Rel::Obj && verb < object && object < that);
            let Some(object) = object else { continue };
            let wants_object = matches!(self.xpos(clause), Xpos::Vbn | Xpos::Vbd)
                && GIVES.contains(&self.forms[clause].to_lowercase().as_str())
                && !self.has(
                    clause,
                    &[Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::AuxPass, Rel::Cop],
                );
            let last = (object..that).all(|word| word == object || self.head(word) >= object);
            if wants_object
                && last
                && self.has(clause, &[Rel::Nsubj])
                && self.upos(object) != Upos::Propn
            {
                self.attach(clause, object, Rel::AclRelcl);
                self.attach(that, clause, Rel::Obj);
            }
        }
    }

    /// "wants the crossing kept shut": a noun before what is done to it describes no verb.
    pub(super) fn noun_done_to(&mut self) {
        for noun in self.sentence.clone() {
            let done = self.head(noun);
            let wanting = self.head(done);
            if self.rel(noun) == Rel::Compound
                && matches!(self.upos(noun), Upos::Noun | Upos::Propn)
                && self.xpos(done) == Xpos::Vbn
                && matches!(self.rel(done), Rel::Xcomp | Rel::Ccomp)
                && wanting < noun
                && noun < done
                && self.upos(wanting) == Upos::Verb
                && !self.has(wanting, &[Rel::Obj])
            {
                self.attach(noun, wanting, Rel::Obj);
                self.attach(done, wanting, Rel::Xcomp);
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

    /// "it urged him to walk away", "it stipulates that …", "of one it is less sure": somebody, no filler.
    pub(super) fn willed_it(&mut self) {
        for word in self.sentence.clone() {
            let verb = self.head(word);
            if self.rel(word) != Rel::Expl
                || word > verb
                || !self.forms[word].eq_ignore_ascii_case("it")
            {
                continue;
            }
            if matches!(self.xpos(verb), Xpos::Jj | Xpos::Vbn)
                && !self.has(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj])
                && MINDED.contains(&&*self.forms[verb].to_lowercase())
            {
                let passive = self.has(verb, &[Rel::AuxPass]);
                let subject = if passive { Rel::NsubjPass } else { Rel::Nsubj };
                self.attach(word, verb, subject);
                continue;
            }
            if self.upos(verb) != Upos::Verb
                || self.has(verb, &[Rel::AuxPass, Rel::Nsubj, Rel::Csubj])
            {
                continue;
            }
            let form = self.forms[verb].to_lowercase();
            // "said it stood ready to host it"
            let ready = matches!(&*form, "stood" | "stands" | "stand")
                && verb + 1 < self.sentence.end
                && matches!(self.forms[verb + 1], "ready" | "by" | "firm" | "behind");
            let tells = self.xpos(verb) != Xpos::Vbn
                && self.has(verb, &[Rel::Ccomp])
                && !self.has(verb, &[Rel::Obj, Rel::Iobj])
                && !IMPERSONAL.iter().any(|stem| form.starts_with(stem));
            // "said it would allow priests to collect them"
            let lets = (self.children(verb)).any(|aux| self.xpos(aux) == Xpos::Md)
                && self.has(verb, &[Rel::Obj, Rel::Iobj])
                && matches!(
                    &*form,
                    "allow"
                        | "let"
                        | "permit"
                        | "authorise"
                        | "authorize"
                        | "grant"
                        | "leave"
                        | "help"
                        | "enable"
                        | "send"
                        | "give"
                );
            if ready || lets || tells || WILLED.iter().any(|stem| form.starts_with(stem)) {
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

    /// "the cut, opposed by Orveth,", "backed by Velmar but opposed by Orveth": who is told with "by" right behind a participle
    /// is its agent.
    pub(super) fn agent_behind(&mut self) {
        for agent in self.sentence.clone().skip(2) {
            let noun = self.head(agent);
            if !matches!(self.rel(agent), Rel::Nmod | Rel::Obl | Rel::OblAgent) || noun >= agent {
                continue;
            }
            let Some(by) = self.children(agent).find(|&case| {
                self.rel(case) == Rel::Case && self.forms[case].eq_ignore_ascii_case("by")
            }) else {
                continue;
            };
            let verb = by.saturating_sub(1);
            let rel = match self.rel(agent) {
                Rel::OblAgent => Rel::Conj,
                _ => Rel::Acl,
            };
            if verb > noun
                && self.head(verb) == noun
                && self.rel(verb) == rel
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
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

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
