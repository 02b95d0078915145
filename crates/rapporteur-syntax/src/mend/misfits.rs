//! Relations that contradict the form of their words: a passive without its auxiliary, a root that is its own subject's
//! modifier, a speaker behind the verb of saying that was taken for what is said.

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Verbs of saying in the forms that stand before their speaker at the end of a sentence.
const BEFORE_SPEAKERS: &[&str] = &[
    "says",
    "said",
    "suggests",
    "suggested",
    "argues",
    "argued",
    "objects",
    "objected",
    "believes",
    "warns",
    "warned",
    "insists",
    "insisted",
    "claims",
    "claimed",
    "complains",
    "complained",
    "writes",
    "wrote",
    "reckons",
    "reckoned",
    "counters",
    "countered",
    "notes",
    "noted",
    "adds",
    "added",
    "demands",
    "demanded",
    "urges",
    "urged",
    "promises",
    "promised",
    "protests",
    "protested",
    "proposes",
    "proposed",
    "recommends",
    "recommended",
    "fears",
    "feared",
];

/// Past and present of the plainest verbs of saying.
const SAID: &[&str] = &[
    "said",
    "says",
    "added",
    "adds",
    "warned",
    "warns",
    "argued",
    "argues",
    "insisted",
    "insists",
    "explained",
    "noted",
    "stressed",
    "told",
    "replied",
    "announced",
    "confirmed",
    "claimed",
    "suggested",
    "recalled",
    "declared",
    "stated",
];

impl Tree<'_> {
    /// "The party stands by its call", with a passive subject and an agent: no form in -s is a passive.
    pub(super) fn active_in_s(&mut self) {
        for subject in self.sentence.clone() {
            let verb = self.head(subject);
            if self.rel(subject) != Rel::NsubjPass
                || !matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbp)
                || self.upos(verb) != Upos::Verb
                || self.has(verb, &[Rel::AuxPass])
            {
                continue;
            }
            self.attach(subject, verb, Rel::Nsubj);
            let agents: Vec<usize> = (self.children(verb))
                .filter(|&agent| self.rel(agent) == Rel::OblAgent)
                .collect();
            for agent in agents {
                self.attach(agent, verb, Rel::Obl);
            }
        }
    }

    /// "The island republic of Orveth pressed for a seat", with "island" for the root and "republic" for its subject: a
    /// noun right before a noun belongs to it.
    pub(super) fn root_of_its_subject(&mut self) {
        let root = (self.sentence.clone()).find(|&word| self.head(word) == word);
        let Some(root) = root.filter(|&root| root + 1 < self.sentence.end) else {
            return;
        };
        let noun = root + 1;
        if self.upos(root) != Upos::Noun
            || self.upos(noun) != Upos::Noun
            || self.head(noun) != root
            || self.rel(noun) != Rel::Nsubj
            || self.has(root, &[Rel::Cop, Rel::Aux])
        {
            return;
        }
        self.attach(noun, noun, Rel::Root);
        for child in self.children(root).collect::<Vec<_>>() {
            if child != noun {
                self.attach(child, noun, self.rel(child));
            }
        }
        self.attach(root, noun, Rel::Compound);
    }

    /// "Ports should pay, suggests the Rail Council.": the last noun phrase, behind a verb of saying, is who says it.
    pub(super) fn speaker_at_the_end(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            if self.forms[verb - 1] != ","
                || !BEFORE_SPEAKERS.contains(&self.forms[verb])
                || !matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd)
                || self.has(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl, Rel::Cc])
            {
                continue;
            }
            let end = (self.sentence.clone().rev())
                .find(|&word| self.upos(word) != Upos::Punct)
                .map_or(verb, |last| last + 1);
            let phrase = (verb + 1..end).all(|word| {
                matches!(
                    self.upos(word),
                    Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Part | Upos::Pron
                ) || matches!(self.forms[word], "of" | "for" | "and" | "'")
            });
            let told = self
                .children(verb)
                .find(|&told| told < verb && matches!(self.rel(told), Rel::Csubj | Rel::Ccomp));
            let fellow = self.rel(verb) == Rel::Conj && self.head(verb) < verb;
            let Some(speaker) = self
                .children(verb)
                .find(|&word| word > verb && self.rel(word) == Rel::Obj && self.is_nominal(word))
                .filter(|_| phrase && (told.is_some() || fellow))
            else {
                continue;
            };
            self.attach(speaker, verb, Rel::Nsubj);
            if let Some(told) = told {
                self.attach(told, verb, Rel::Ccomp);
            } else {
                let first = self.head(verb);
                match self.head(first) == first {
                    true => self.attach(verb, verb, Rel::Root),
                    false => self.attach(verb, self.head(first), self.rel(first)),
                }
                self.attach(first, verb, Rel::Ccomp);
            }
        }
    }

    /// "…, were Orveth to leave, Brod's minister, Ada Brun, said": who says it stands right before, and nobody farther off.
    pub(super) fn speaker_in_apposition(&mut self) {
        for verb in self.sentence.clone().skip(6) {
            let behind_comma = self.forms[verb - 1] == ","
                && SAID.contains(&self.forms[verb])
                && self.upos(verb) == Upos::Verb;
            if !behind_comma {
                continue;
            }
            let Some(comma) = (self.sentence.start + 2..verb - 1)
                .rev()
                .take_while(|&word| self.upos(word) == Upos::Propn || self.forms[word] == ",")
                .find(|&word| self.forms[word] == ",")
            else {
                continue;
            };
            let office = (comma + 1..verb - 1)
                .filter(|&name| self.rel(name) == Rel::Appos)
                .map(|name| self.head(name))
                .find(|&office| office < comma && self.upos(office) == Upos::Noun);
            let Some(office) = office else { continue };
            let start = (self.sentence.start..office)
                .rev()
                .take_while(|&word| self.is_of_phrase(word) || self.upos(word) == Upos::Part)
                .last()
                .unwrap_or(office);
            let subject = (self.children(verb)).find(|&word| self.rel(word) == Rel::Nsubj);
            let content = (self.children(verb))
                .find(|&word| word < start && matches!(self.rel(word), Rel::Ccomp | Rel::Advcl));
            if let (Some(subject), Some(content)) = (subject, content)
                && start > self.sentence.start
                && self.forms[start - 1] == ","
                && subject < start
                && subject != content
            {
                self.attach(office, verb, Rel::Nsubj);
                self.attach(subject, content, Rel::Dep);
            }
        }
    }

    /// "For President Ada Brun the right is untouchable", with three subjects: what "For" opens is none.
    pub(super) fn for_whom(&mut self) {
        let first = self.sentence.start;
        if self.forms[first] != "For" {
            return;
        }
        let whom = self.head(first);
        let predicate = self.head(whom);
        if whom == first
            || predicate <= whom
            || self.rel(whom) != Rel::Nsubj
            || self.upos(whom) != Upos::Propn
        {
            return;
        }
        let others: Vec<usize> = (self.children(predicate))
            .filter(|&other| other > whom && other < predicate && self.rel(other) == Rel::Nsubj)
            .collect();
        let names = others
            .iter()
            .enumerate()
            .take_while(|&(index, &other)| {
                self.upos(other) == Upos::Propn && other == whom + 1 + index
            })
            .count();
        if names == others.len() {
            return;
        }
        self.attach(whom, predicate, Rel::Obl);
        for &name in &others[..names] {
            self.attach(name, whom, Rel::Flat);
        }
    }

    /// "Late on Sunday Orveth raised its offer", with the day for a part of the name.
    pub(super) fn name_behind_day(&mut self) {
        for name in self.sentence.clone().skip(2) {
            let (verb, day) = (name + 1, name - 1);
            if verb >= self.sentence.end
                || self.upos(name) != Upos::Propn
                || !matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz)
                || self.upos(verb) != Upos::Verb
                || self.has(verb, &[Rel::Nsubj, Rel::NsubjPass, Rel::Expl, Rel::Csubj])
                || self.head(day) != name
                || !self.forms[day].ends_with("day")
                || !matches!(self.rel(name), Rel::Obl | Rel::Nmod)
                || self.head(name) == name
            {
                continue;
            }
            let (above, rel) = (self.head(name), self.rel(name));
            self.attach(day, above, rel);
            for child in self.children(name).collect::<Vec<_>>() {
                if child < day {
                    self.attach(child, day, self.rel(child));
                }
            }
            self.attach(name, verb, Rel::Nsubj);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_form_in_s_is_no_passive() {
        let stands = "Orveth/PROPN/NNP/2/nsubj:pass stands/VERB/VBZ/0/root by/ADP/IN/5/case its/PRON/PRP$/5/nmod:poss \
                      call/NOUN/NN/2/obl:agent ./PUNCT/./2/punct";
        let tree = mended(stands);
        assert!(
            tree.contains("Orveth-2-nsubj stands-0-root") && tree.contains("call-2-obl"),
            "{tree}"
        );
    }

    #[test]
    fn the_last_phrase_behind_a_verb_of_saying_speaks() {
        let pay = "Ports/NOUN/NNS/3/nsubj should/AUX/MD/3/aux pay/VERB/VB/5/csubj ,/PUNCT/,/3/punct suggests/VERB/VBZ/0/root \
                   the/DET/DT/7/det Council/PROPN/NNP/5/obj ./PUNCT/./5/punct";
        let tree = mended(pay);
        assert!(
            tree.contains("pay-5-ccomp") && tree.contains("Council-5-nsubj"),
            "{tree}"
        );
    }

    #[test]
    fn what_for_opens_is_no_subject() {
        let right = "For/ADP/IN/2/case Brun/PROPN/NNP/6/nsubj the/DET/DT/4/det right/NOUN/NN/6/nsubj is/AUX/VBZ/6/cop \
                     sacred/ADJ/JJ/0/root ./PUNCT/./6/punct";
        assert!(mended(right).contains("Brun-6-obl the-4-det right-6-nsubj"));
    }

    #[test]
    fn a_day_is_no_part_of_a_name() {
        let late = "On/ADP/IN/3/case Sunday/PROPN/NNP/3/compound Orveth/PROPN/NNP/4/obl raised/VERB/VBD/0/root \
                    it/PRON/PRP/4/obj ./PUNCT/./4/punct";
        let tree = mended(late);
        assert!(
            tree.contains("On-2-case Sunday-4-obl Orveth-4-nsubj"),
            "{tree}"
        );
    }
}
