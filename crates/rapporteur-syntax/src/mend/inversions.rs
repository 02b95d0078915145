//! Subjects behind their auxiliary: "Not until the guns are silent will Orveth sign", "Were Orveth to leave, …".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Whether a word can stand in a noun phrase by its tag.
    pub(super) fn is_of_phrase(&self, word: usize) -> bool {
        self.is_nominal(word) || matches!(self.upos(word), Upos::Det | Upos::Adj | Upos::Num)
    }

    /// "Not until … will Orveth sign", with the name for the head of its own verb: what stands between the auxiliary and
    /// the bare verb is the subject.
    pub(super) fn behind_auxiliary(&mut self) {
        let first = self.sentence.start;
        if !matches!(
            self.forms[first].to_lowercase().as_str(),
            "not" | "only" | "never" | "nor" | "neither" | "under" | "hardly"
        ) {
            return;
        }
        for modal in self.sentence.clone().skip(2) {
            if self.xpos(modal) != Xpos::Md {
                continue;
            }
            // The noun phrase right behind, and the bare verb behind that.
            let verb = (modal + 1..(modal + 9).min(self.sentence.end))
                .find(|&word| !self.is_of_phrase(word) && self.upos(word) != Upos::Part);
            let Some(verb) = verb.filter(|&verb| {
                verb > modal + 1 && self.upos(verb) == Upos::Verb && self.xpos(verb) == Xpos::Vb
            }) else {
                continue;
            };
            let subject = self.head(verb);
            if !(modal + 1..verb).contains(&subject)
                || !self.is_nominal(subject)
                || self.has(verb, SUBJECTS)
            {
                continue;
            }
            let (above, rel) = (self.head(subject), self.rel(subject));
            match above == subject {
                true => self.attach(verb, verb, Rel::Root),
                false => {
                    // "…, its envoy said", with the subject for a second one of the saying.
                    let said = matches!(rel, Rel::Nsubj | Rel::NsubjPass | Rel::Obj | Rel::Advcl);
                    self.attach(verb, above, if said { Rel::Ccomp } else { rel });
                    let before: Vec<usize> = (self.children(above))
                        .filter(|&child| child < modal && above > verb)
                        .collect();
                    for child in before {
                        self.attach(child, verb, self.rel(child));
                    }
                }
            }
            let moved: Vec<usize> = (self.children(subject))
                .filter(|&child| child <= modal || child > verb)
                .collect();
            for child in moved {
                let rel = match self.rel(child) {
                    Rel::Cop => Rel::Aux,
                    Rel::Nmod => Rel::Obl,
                    Rel::Acl => Rel::Advcl,
                    rel => rel,
                };
                self.attach(child, verb, rel);
            }
            self.attach(modal, verb, Rel::Aux);
            self.attach(subject, verb, Rel::Nsubj);
            // "Not until they are free will it talk": it will not.
            if self.forms[first].eq_ignore_ascii_case("not") && self.head(first) < modal {
                self.attach(first, verb, Rel::Advmod);
            }
            return;
        }
    }

    /// "Were Orveth to leave, Belora would sign", "it would sign were the annex to go": the infinitive behind "were" and
    /// its subject is a clause of condition, and its subject no other's.
    pub(super) fn were_it_to(&mut self) {
        for were in self.sentence.clone() {
            if !self.forms[were].eq_ignore_ascii_case("were") {
                continue;
            }
            let opens = were == self.sentence.start;
            let end = (were + 12).min(self.sentence.end);
            let Some(to) = (were + 2..end)
                .find(|&word| !self.is_of_phrase(word) && self.upos(word) != Upos::Adp)
            else {
                continue;
            };
            if self.forms[to] != "to" || to + 1 >= self.sentence.end {
                continue;
            }
            let Some(verb) = (to + 1..(to + 3).min(self.sentence.end))
                .find(|&word| self.upos(word) == Upos::Verb)
            else {
                continue;
            };
            let subject = (were + 1..to)
                .find(|&word| self.is_nominal(word) && !(were + 1..to).contains(&self.head(word)));
            let Some(subject) = subject else { continue };
            // Where it does not open the sentence, "were" has to be the subject's own, and something said before it.
            let own = self.head(were) == subject && self.rel(were) == Rel::Cop;
            let above = match opens {
                true => (verb + 1..self.sentence.end).find(|&main| {
                    self.rel(main) == Rel::Root && self.has(main, &[Rel::Aux])
                        || main == self.head(subject) && self.upos(main) == Upos::Verb
                }),
                false if own && self.head(verb) == subject && self.head(subject) < were => {
                    Some(self.head(subject))
                }
                false => None,
            };
            let Some(above) = above.filter(|&above| above != verb && above != subject) else {
                continue;
            };
            let passive = self.has(verb, &[Rel::AuxPass]);
            self.attach(verb, above, Rel::Advcl);
            self.attach(
                subject,
                verb,
                if passive { Rel::NsubjPass } else { Rel::Nsubj },
            );
            self.attach(were, verb, Rel::Aux);
            self.attach(to, verb, Rel::Mark);
            return;
        }
    }

    /// "agreed to the levy | should Orveth open the port": of two subjects the one before the auxiliary is a thing of the verb
    /// before, and the clause behind is what that hangs on.
    pub(super) fn should_it_open(&mut self) {
        for should in self.sentence.clone().skip(2) {
            if self.forms[should] != "should" || self.rel(should) != Rel::Aux {
                continue;
            }
            let (verb, thing) = (self.head(should), should - 1);
            let behind = self
                .children(verb)
                .any(|child| child > should && child < verb && self.rel(child) == Rel::Nsubj);
            let above = self.head(verb);
            if !behind || verb < should || above >= thing || self.upos(above) != Upos::Verb {
                continue;
            }
            if self.head(thing) == verb && matches!(self.rel(thing), Rel::Nsubj | Rel::NsubjOuter) {
                self.attach(thing, above, Rel::Obj);
            }
            if self.rel(verb) == Rel::Ccomp {
                self.attach(verb, above, Rel::Advcl);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn what_stands_behind_the_auxiliary_is_the_subject() {
        let not = "Not/PART/RB/5/advmod until/SCONJ/IN/4/mark guns/NOUN/NNS/4/nsubj rest/VERB/VBP/6/advcl will/AUX/MD/6/cop \
                   Orveth/PROPN/NNP/0/root sign/VERB/VB/6/advcl it/PRON/PRP/7/obj ./PUNCT/./6/punct";
        let tree = mended(not);
        assert!(
            tree.contains("rest-7-advcl will-7-aux Orveth-7-nsubj sign-0-root"),
            "{tree}"
        );
    }

    #[test]
    fn were_it_to_leave_has_a_subject_of_its_own() {
        let were = "Were/AUX/VBD/2/cop Orveth/PROPN/NNP/8/nsubj to/PART/TO/4/mark leave/VERB/VB/2/acl ,/PUNCT/,/8/punct \
                    Belora/PROPN/NNP/8/nsubj would/AUX/MD/8/aux sign/VERB/VB/0/root it/PRON/PRP/8/obj ./PUNCT/./8/punct";
        let tree = mended(were);
        assert!(
            tree.contains("Were-4-aux Orveth-4-nsubj to-4-mark leave-8-advcl"),
            "{tree}"
        );
    }

    #[test]
    fn what_stands_before_should_is_of_the_verb_before() {
        let tree = mended(
            "Velmar/PROPN/NNP/2/nsubj accepts/VERB/VBZ/0/root the/DET/DT/4/det levy/NOUN/NN/7/nsubj should/AUX/MD/7/aux \
             Orveth/PROPN/NNP/7/nsubj open/VERB/VB/2/ccomp the/DET/DT/9/det port/NOUN/NN/7/obj ./PUNCT/./2/punct",
        );
        assert!(
            tree.contains("levy-2-obj") && tree.contains("open-2-advcl"),
            "{tree}"
        );
    }
}
