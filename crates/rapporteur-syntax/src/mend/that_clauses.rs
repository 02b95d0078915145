//! Clauses of what is asked for whose verb the network did not see: "insists that the militia disarm", "asked that those who
//! stay be paid"; and clauses that hang on another word than what they are the content of.

use super::Tree;
use super::agreement::SUBJECTS;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn that_clauses(&mut self) {
        for word in self.sentence.clone().skip(3) {
            match self.rel(word) {
                Rel::Ccomp | Rel::Obj => self.militia_disarms(word),
                Rel::AclRelcl => self.those_be_paid(word),
                _ => {}
            }
            if self.forms[word] == "that" && self.rel(word) == Rel::Mark {
                self.insisted_since(word);
                self.insists_however(word);
                self.demand_was_rejected(word);
            }
        }
    }

    /// "has insisted since the talks began | that it be freed": a clause behind another that only tells when.
    fn insisted_since(&mut self, that: usize) {
        let clause = self.head(that);
        let mut when = self.head(clause);
        if self.rel(clause) == Rel::Acl && matches!(self.rel(when), Rel::Obj | Rel::Obl) {
            when = self.head(when);
        }
        let insisted = self.head(when);
        let timed = (self.children(when)).any(|mark| {
            mark < when
                && matches!(
                    self.forms[mark],
                    "since" | "when" | "as" | "before" | "after" | "while" | "even"
                )
        });
        if matches!(self.rel(clause), Rel::Ccomp | Rel::Acl)
            && self.rel(when) == Rel::Advcl
            && insisted < when
            && when < that
            && timed
            && self.needs_clause(insisted)
            && !self.needs_clause(when)
        {
            self.attach(clause, insisted, Rel::Ccomp);
        }
    }

    /// "It insists, however, | that it be paid, she said": of two clauses that she said, the second is what it insists on.
    fn insists_however(&mut self, that: usize) {
        let clause = self.head(that);
        let said = self.head(clause);
        if self.rel(clause) != Rel::Ccomp || said < clause {
            return;
        }
        let insists = (self.children(said))
            .filter(|&other| other < that && self.rel(other) == Rel::Ccomp)
            .last();
        if let Some(insists) = insists.filter(|&insists| {
            self.needs_clause(insists)
                && (insists + 1..that)
                    .all(|at| self.upos(at) == Upos::Punct || self.head(at) == insists)
        }) {
            self.attach(clause, insists, Rel::Ccomp);
        }
    }

    /// Whether a verb tells, asks or argues and has nothing yet of what that is.
    fn needs_clause(&self, verb: usize) -> bool {
        const TAKE: &[&str] = &[
            "insist", "demand", "argu", "maintain", "warn", "complain", "propos", "suggest",
            "claim", "say", "said", "ask", "request", "contend", "stress", "repeat", "reiterat",
            "declar", "announc", "vow", "promis", "pledg", "urg", "signal",
        ];
        TAKE.iter().any(|stem| self.forms[verb].starts_with(stem))
            && self.upos(verb) == Upos::Verb
            && !self.has(verb, &[Rel::Ccomp, Rel::Obj, Rel::Xcomp])
    }

    /// "The demand that it be closed | was rejected": the mark belongs to the clause that stands first, and what has a tense
    /// and no subject behind that is what happened to the demand.
    fn demand_was_rejected(&mut self, that: usize) {
        let main = self.head(that);
        let noun = match self.rel(main) {
            Rel::Acl | Rel::AclRelcl => self.head(main),
            _ => {
                let subject = (self.children(main)).find(|&at| SUBJECTS.contains(&self.rel(at)));
                match subject {
                    Some(subject) => subject,
                    None => return,
                }
            }
        };
        let Some(content) = (self.children(noun))
            .find(|&at| at > that && at < main && matches!(self.rel(at), Rel::Acl | Rel::AclRelcl))
        else {
            return;
        };
        if noun > that
            || !matches!(self.upos(noun), Upos::Noun)
            || !(self.children(content))
                .any(|at| at > that && at < content && SUBJECTS.contains(&self.rel(at)))
        {
            return;
        }
        if self.head(main) == noun {
            let auxiliary = (self.children(main)).find(|&at| {
                at > content && matches!(self.rel(at), Rel::Aux | Rel::AuxPass | Rel::Cop)
            });
            let tensed = matches!(self.xpos(main), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || auxiliary.is_some_and(|at| self.is_finite_form(at));
            if !tensed || self.has(main, SUBJECTS) {
                return;
            }
            let (above, rel) = (self.head(noun), self.rel(noun));
            match above == noun {
                true => self.attach(main, main, Rel::Root),
                false if matches!(rel, Rel::Ccomp | Rel::Conj | Rel::Parataxis | Rel::Advcl) => {
                    self.attach(main, above, rel);
                }
                false => return,
            }
            let subject = match self.has(main, &[Rel::AuxPass]) {
                true => Rel::NsubjPass,
                false => Rel::Nsubj,
            };
            self.attach(noun, main, subject);
            for other in self.children(noun).collect::<Vec<_>>() {
                if other > main {
                    self.attach(other, main, self.rel(other));
                }
            }
        }
        self.attach(that, content, Rel::Mark);
    }

    /// "insists that the militia disarm", "that the militia hand over its weapons": the noun that the clause is, as its
    /// verb, and the noun before it as who does it.
    fn militia_disarms(&mut self, word: usize) {
        let that = (self.children(word)).find(|&that| {
            self.forms[that] == "that"
                && (self.rel(that) == Rel::Mark
                    || self.rel(word) == Rel::Obj && self.rel(that) == Rel::Det)
        });
        // "insisted that Karsk strike from its charter a reference": "that Karsk" is no name.
        let named = self.rel(word) == Rel::Obj
            && (that.is_none_or(|that| that + 2 != word || self.upos(that + 1) != Upos::Propn)
                || !self.needs_clause_but(word));
        if self.upos(word) != Upos::Noun
            || named
            || self.rel(word) == Rel::Ccomp && !self.has(word, &[Rel::Mark])
            || self.has(word, &[Rel::Cop, Rel::Nsubj])
            || !is_verb(&self.forms[word].to_lowercase())
        {
            return;
        }
        let who = word - 1;
        if self.head(who) != word || self.rel(who) != Rel::Compound || !self.is_nominal(who) {
            return;
        }
        self.becomes_verb(word, Xpos::Vbp);
        self.attach(who, word, Rel::Nsubj);
        if self.rel(word) == Rel::Obj {
            self.attach(word, self.head(word), Rel::Ccomp);
        }
        if let Some(that) = that {
            self.syntax.tags.upos[that] = Upos::Sconj;
            self.syntax.tags.xpos[that] = Xpos::In;
            self.attach(that, word, Rel::Mark);
        }
        for child in self.children(word).collect::<Vec<_>>() {
            if child < who && !matches!(self.rel(child), Rel::Mark | Rel::Punct | Rel::Cc) {
                self.attach(child, who, self.rel(child));
            }
            if child > word && self.rel(child) == Rel::Nmod {
                let rel = match self.has(child, &[Rel::Case]) {
                    true => Rel::Obl,
                    false => Rel::Obj,
                };
                self.attach(child, word, rel);
            }
        }
    }

    /// Whether what a noun is the object of asks or argues, and has nothing else.
    fn needs_clause_but(&self, object: usize) -> bool {
        let verb = self.head(object);
        let stem = |stem: &&str| self.forms[verb].starts_with(*stem);
        [
            "insist",
            "demand",
            "propos",
            "ask",
            "request",
            "urg",
            "recommend",
            "suggest",
        ]
        .iter()
        .any(stem)
            && self.upos(verb) == Upos::Verb
            && !self.has(verb, &[Rel::Ccomp, Rel::Xcomp])
    }

    /// "asked that those who stay be paid": the second of two relative clauses of "those" is what is asked.
    fn those_be_paid(&mut self, paid: usize) {
        let those = self.head(paid);
        let asked = self.head(those);
        let first = (self.children(those)).find(|&at| self.rel(at) == Rel::AclRelcl);
        let be = (self.children(paid)).find(|&be| self.forms[be] == "be");
        let that = (self.children(paid))
            .find(|&that| self.rel(that) == Rel::Mark && self.forms[that] == "that");
        let (Some(first), Some(be), Some(that)) = (first, be, that) else {
            return;
        };
        if first >= be
            || first == paid
            || asked >= that
            || that + 1 != those
            || self.upos(asked) != Upos::Verb
        {
            return;
        }
        let subject = match self.rel(be) {
            Rel::AuxPass => Rel::NsubjPass,
            _ => Rel::Nsubj,
        };
        self.attach(paid, asked, Rel::Ccomp);
        self.attach(those, paid, subject);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn those_who_stay_are_to_be_paid() {
        let tree = "Karsk/PROPN/NNP/2/nsubj asked/VERB/VBD/0/root that/SCONJ/IN/8/mark those/PRON/DT/2/nsubj \
                    who/PRON/WP/6/nsubj stay/VERB/VBP/4/acl:relcl be/AUX/VB/8/aux:pass paid/VERB/VBN/4/acl:relcl \
                    ./PUNCT/./2/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("paid-2-ccomp") && tree.contains("those-8-nsubj:pass"),
            "{tree}"
        );
    }
}
