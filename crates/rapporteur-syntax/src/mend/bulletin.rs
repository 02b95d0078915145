//! The sentences of negotiation bulletins: "On finance, Orveth, for the Coastal Group, supported by Tolsk, called for …".

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// What somebody does in so many words while doing something else.
const SPEAKING: &[&str] = &[
    "insisting",
    "saying",
    "adding",
    "arguing",
    "warning",
    "calling",
    "citing",
    "noting",
    "claiming",
    "stressing",
    "demanding",
    "describing",
    "accusing",
    "vowing",
    "pledging",
    "promising",
    "complaining",
    "maintaining",
    "telling",
    "asking",
    "urging",
    "proposing",
    "suggesting",
    "offering",
    "threatening",
    "denying",
    "pointing",
];

impl Tree<'_> {
    /// Of two participles, the first with its agent between commas, the second is the verb and the first describes its
    /// subject.
    pub(super) fn parted_main(&mut self) {
        let Some(root) = (self.sentence.clone()).find(|&word| self.head(word) == word) else {
            return;
        };
        if !matches!(self.xpos(root), Xpos::Vbn | Xpos::Vbd)
            || !self.has(root, &[Rel::OblAgent])
            || self.has(root, &[Rel::Aux, Rel::AuxPass, Rel::Mark])
        {
            return;
        }
        let main = (root + 1..self.sentence.end).find(|&verb| {
            self.head(verb) == root
                && matches!(
                    self.rel(verb),
                    Rel::Advcl
                        | Rel::Conj
                        | Rel::Parataxis
                        | Rel::Acl
                        | Rel::Nsubj
                        | Rel::NsubjPass
                )
                && self.upos(verb) == Upos::Verb
                && matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
                && self.forms[verb - 1] == ","
                && !self.has(
                    verb,
                    &[Rel::Mark, Rel::Aux, Rel::AuxPass, Rel::Cc, Rel::OblAgent],
                )
                && !(self.children(verb)).any(|child| {
                    child > root && matches!(self.rel(child), Rel::Nsubj | Rel::NsubjPass)
                })
        });
        let Some(main) = main else { return };
        let Some((subject, start)) = self.speaker_before(root) else {
            return;
        };
        let moved: Vec<usize> = (self.children(root))
            .filter(|&child| child > main || child < start)
            .collect();
        self.attach(main, main, Rel::Root);
        for child in moved {
            if child != main && child != subject {
                self.attach(child, main, self.rel(child));
            }
        }
        self.attach(subject, main, Rel::Nsubj);
        self.attach(root, subject, Rel::Acl);
        self.attach(main - 1, root, Rel::Punct);
        self.syntax.tags.xpos[main] = Xpos::Vbd;
        // What stood before the subject hangs on the verb, what stands behind it describes the subject.
        for word in self.sentence.start..root {
            let head = self.head(word);
            if word != subject && !(start..root).contains(&word) && (start..root).contains(&head) {
                self.attach(word, main, self.rel(word));
            }
            if (subject + 1..root).contains(&word) && (head < start || head == root) {
                let rel = match self.upos(word) {
                    Upos::Punct => Rel::Punct,
                    _ => Rel::Nmod,
                };
                self.attach(word, subject, rel);
            }
        }
    }

    /// "That, Tolsk countered, would turn it into a tax": a name and a past between commas, before the auxiliary of the verb
    /// that it was hung on, tell who says it.
    pub(super) fn countered_between(&mut self) {
        for past in self.sentence.clone().skip(3) {
            let main = self.head(past);
            let comma = past + 1;
            if !matches!(self.xpos(past), Xpos::Vbn | Xpos::Vbd)
                || self.upos(past) != Upos::Verb
                || !matches!(self.rel(past), Rel::Advcl | Rel::Acl | Rel::Parataxis)
                || comma + 1 >= self.sentence.end
                || self.forms[comma] != ","
                || !matches!(self.xpos(comma + 1), Xpos::Md | Xpos::Vbz | Xpos::Vbd)
                || main <= comma
                || self.upos(comma + 1) != Upos::Aux
                || self.head(comma + 1) != main
            {
                continue;
            }
            let name = past - 1;
            let subject = self.head(name) == past
                && matches!(self.rel(name), Rel::Nsubj | Rel::NsubjPass)
                && self.upos(name) == Upos::Propn;
            if subject && self.forms[name - 1] == "," {
                self.becomes_verb(past, Xpos::Vbd);
                self.attach(name, past, Rel::Nsubj);
                self.attach(past, main, Rel::Parataxis);
            }
        }
    }

    /// "after Orveth and Tolsk blocked it": before a finite verb without a subject "after" opens a clause.
    pub(super) fn clause_after(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            if self.upos(verb) != Upos::Verb
                || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || self.has(
                    verb,
                    &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj, Rel::Expl, Rel::Cc],
                )
            {
                continue;
            }
            let above = self.head(verb);
            let joined = self.rel(verb) == Rel::Conj && above < verb;
            let of_above = self.children(above).filter(|&noun| joined && noun > above);
            let found = self.children(verb).chain(of_above).find_map(|noun| {
                let case = self.children(noun).find(|&case| {
                    self.rel(case) == Rel::Case
                        && case < noun
                        && matches!(
                            self.forms[case],
                            "after" | "before" | "since" | "until" | "as" | "once" | "while"
                        )
                })?;
                let adjoins = (noun + 1..verb).all(|word| {
                    self.head(word) == noun
                        || word == noun
                        || self.head(word) == verb && self.upos(word) == Upos::Adv
                        || self.head(self.head(word)) == noun
                });
                (self.rel(noun) == Rel::Obl && noun < verb && adjoins).then_some((noun, case))
            });
            let Some((noun, case)) = found else { continue };
            self.attach(case, verb, Rel::Mark);
            self.attach(noun, verb, Rel::Nsubj);
            if matches!(
                self.rel(verb),
                Rel::Conj | Rel::Parataxis | Rel::Ccomp | Rel::Dep
            ) {
                self.attach(verb, self.head(verb), Rel::Advcl);
            }
        }
    }

    /// "Orveth will open it if Tolsk pays, its minister said": the condition is that of what was said.
    pub(super) fn premise_of_speaker(&mut self) {
        for clause in self.sentence.clone() {
            let said = self.head(clause);
            let told = self.head(said);
            if self.rel(clause) != Rel::Advcl
                || clause > said
                || self.rel(said) != Rel::Parataxis
                || told >= clause
                || self.upos(told) != Upos::Verb
            {
                continue;
            }
            let marked = self.children(clause).any(|mark| {
                self.rel(mark) == Rel::Mark
                    && mark > told
                    && matches!(
                        self.forms[mark],
                        "if" | "once" | "unless" | "until" | "provided" | "when" | "because"
                    )
            });
            let subject_behind = self.children(said).any(|subject| {
                self.rel(subject) == Rel::Nsubj && subject > clause && subject < said
            });
            if marked && subject_behind {
                self.attach(clause, told, Rel::Advcl);
            }
        }
    }

    /// "rejected a proposal to let others decide, insisting that …": who rejects insists.
    pub(super) fn insisting(&mut self) {
        for gerund in self.sentence.clone().skip(1) {
            let inner = self.head(gerund);
            if self.xpos(gerund) != Xpos::Vbg
                || self.rel(gerund) != Rel::Advcl
                || self.forms[gerund - 1] != ","
                || self.xpos(inner) != Xpos::Vb
                || inner > gerund
                || !SPEAKING.contains(&self.forms[gerund])
            {
                continue;
            }
            let mut above = self.head(inner);
            for _ in 0..8 {
                if self.upos(above) == Upos::Verb
                    && matches!(
                        self.xpos(above),
                        Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vbn
                    )
                    && self.has(above, &[Rel::Nsubj])
                {
                    self.attach(gerund, above, Rel::Advcl);
                    break;
                }
                if self.head(above) == above {
                    break;
                }
                above = self.head(above);
            }
        }
    }

    /// "limits on Orveth's army and Tolsk's control of the dam": each owner with its own noun.
    pub(super) fn two_owners(&mut self) {
        for owner in self.sentence.clone() {
            let owned = self.head(owner);
            if self.rel(owner) != Rel::NmodPoss
                || owned < owner + 3
                || self.xpos(owner + 1) != Xpos::Pos
            {
                continue;
            }
            let near = (owner + 2..owned).find(|&noun| {
                matches!(self.upos(noun), Upos::Noun | Upos::Propn)
                    && !matches!(self.rel(noun), Rel::Compound | Rel::NmodPoss | Rel::Flat)
                    && self.head(noun) != owned
            });
            let Some(near) = near else { continue };
            let and = (near + 1..owned).find(|&and| self.upos(and) == Upos::Cconj);
            if and.is_some() {
                self.attach(owner, near, Rel::NmodPoss);
            }
        }
        for noun in self.sentence.clone() {
            let first = self.head(noun);
            if self.rel(noun) != Rel::Nmod || first >= noun || self.has(noun, &[Rel::Case]) {
                continue;
            }
            let and = (self.children(noun))
                .filter(|&owner| self.rel(owner) == Rel::NmodPoss)
                .find_map(|owner| self.children(owner).find(|&and| self.rel(and) == Rel::Cc));
            if let Some(and) = and {
                self.attach(noun, first, Rel::Conj);
                self.attach(and, noun, Rel::Cc);
            }
        }
    }

    /// "asked for a pause and Tolsk has yet to answer": the name before a finite verb without a subject is its own.
    pub(super) fn next_subject(&mut self) {
        for name in self.sentence.clone().skip(1) {
            let verb = name + 1;
            if self.rel(name) != Rel::Conj
                || self.upos(name) != Upos::Propn
                || !matches!(self.forms[name - 1], "and" | "but" | "while")
                || verb >= self.sentence.end
                || self.head(name) >= name
                || self.upos(self.head(name)) == Upos::Propn
            {
                continue;
            }
            let top = match self.upos(verb) {
                Upos::Aux => self.head(verb),
                Upos::Verb => verb,
                _ => continue,
            };
            let finite = matches!(
                self.xpos(verb),
                Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Md
            );
            if !finite
                || top < verb
                || self.has(top, &[Rel::Nsubj, Rel::NsubjPass, Rel::Csubj, Rel::Expl])
            {
                continue;
            }
            self.attach(name, top, Rel::Nsubj);
            self.attach(name - 1, top, Rel::Cc);
        }
    }

    /// "a project Orveth had long opposed": a noun and a name without a comma between them are no apposition.
    pub(super) fn bare_relative(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            if self.upos(verb) != Upos::Verb
                || !self.has(verb, &[Rel::Aux])
                || self.has(verb, &[Rel::Obj])
            {
                continue;
            }
            let Some(noun) = self.children(verb).find(|&noun| {
                self.rel(noun) == Rel::Nsubj && noun < verb && self.upos(noun) == Upos::Noun
            }) else {
                continue;
            };
            let name = noun + 1;
            if self.head(name) != noun
                || self.rel(name) != Rel::Appos
                || self.upos(name) != Upos::Propn
                || !self.has(noun, &[Rel::Det])
                || name >= verb
            {
                continue;
            }
            let (above, rel) = (self.head(verb), self.rel(verb));
            if above == verb {
                continue;
            }
            self.attach(
                noun,
                above,
                if rel == Rel::Ccomp {
                    Rel::Ccomp
                } else {
                    Rel::Appos
                },
            );
            self.attach(verb, noun, Rel::AclRelcl);
            self.attach(name, verb, Rel::Nsubj);
        }
    }

    /// "a compromise tabled by the envoy" with the participle as a noun.
    pub(super) fn noun_tabled(&mut self) {
        for word in self.sentence.clone().skip(1) {
            let noun = word - 1;
            if self.upos(word) != Upos::Noun
                || !self.forms[word].ends_with("ed")
                || self.head(noun) != word
                || self.rel(noun) != Rel::Compound
                || self.forms.get(word + 1).is_none_or(|next| *next != "by")
            {
                continue;
            }
            let (above, rel) = (self.head(word), self.rel(word));
            match above == word {
                true => self.attach(noun, noun, Rel::Root),
                false => self.attach(noun, above, rel),
            }
            let moved: Vec<usize> = self.children(word).filter(|&child| child < noun).collect();
            for child in moved {
                self.attach(child, noun, self.rel(child));
            }
            self.attach(word, noun, Rel::Acl);
            self.becomes_verb(word, Xpos::Vbn);
            let agent = (self.children(word))
                .find(|&agent| agent > word && matches!(self.rel(agent), Rel::Nmod | Rel::Obl));
            if let Some(agent) = agent {
                self.attach(agent, word, Rel::OblAgent);
            }
        }
    }

    /// The last stretch between commas before a word that is a noun phrase: its top, and where it begins.
    fn speaker_before(&self, end: usize) -> Option<(usize, usize)> {
        let mut end = end;
        for _ in 0..4 {
            if end <= self.sentence.start + 1 || self.forms[end - 1] != "," {
                return None;
            }
            end -= 1;
            let mut start = end;
            while start > self.sentence.start && self.forms[start - 1] != "," {
                start -= 1;
            }
            if start == end {
                return None;
            }
            let nominal = matches!(self.upos(start), Upos::Propn | Upos::Det | Upos::Noun);
            if nominal {
                let top = (start..end)
                    .rev()
                    .find(|&word| matches!(self.upos(word), Upos::Propn | Upos::Noun))?;
                let top = (start..end)
                    .find(|&word| self.is_nominal(word) && !(start..end).contains(&self.head(word)))
                    .unwrap_or(top);
                return Some((top, start));
            }
            if self.upos(start) != Upos::Adp {
                return None;
            }
            end = start;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn the_second_participle_is_the_verb() {
        let tree = mended(
            "Orveth/PROPN/NNP/3/nsubj:pass ,/PUNCT/,/1/punct supported/VERB/VBN/0/root by/ADP/IN/5/case \
             Tolsk/PROPN/NNP/3/obl:agent ,/PUNCT/,/7/punct proposed/VERB/VBN/3/advcl talks/NOUN/NNS/7/obj ./PUNCT/./3/punct",
        );
        assert!(
            tree.starts_with("Orveth-7-nsubj")
                && tree.contains("supported-1-acl")
                && tree.contains("proposed-0-root"),
            "{tree}"
        );
    }

    #[test]
    fn who_counters_between_commas_says_it() {
        let tree = mended(
            "That/PRON/DT/7/nsubj ,/PUNCT/,/1/punct Tolsk/PROPN/NNP/4/nsubj:pass countered/VERB/VBN/7/advcl \
             ,/PUNCT/,/4/punct would/AUX/MD/7/aux end/VERB/VB/0/root it/PRON/PRP/7/obj ./PUNCT/./7/punct",
        );
        assert!(
            tree.contains("Tolsk-4-nsubj") && tree.contains("countered-7-parataxis"),
            "{tree}"
        );
    }

    #[test]
    fn a_topic_before_the_speaker_is_none() {
        let tree = mended(
            "On/ADP/IN/2/case finance/NOUN/NN/9/obl ,/PUNCT/,/4/punct Orveth/PROPN/NNP/2/conj ,/PUNCT/,/8/punct for/ADP/IN/8/case \
             the/DET/DT/8/det Group/PROPN/NNP/2/nmod ,/PUNCT/,/10/punct supported/VERB/VBN/0/root by/ADP/IN/12/case \
             Tolsk/PROPN/NNP/10/obl:agent ,/PUNCT/,/14/punct sought/VERB/VBN/10/advcl grants/NOUN/NNS/14/obj ./PUNCT/./10/punct",
        );
        assert!(
            tree.contains("Orveth-14-nsubj")
                && tree.contains("Group-4-nmod")
                && tree.contains("sought-0-root"),
            "{tree}"
        );
    }
}
