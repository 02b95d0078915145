//! Long leads whose teller stands at the end: "Orveth, which owns the port, rejects the levy, Ada Lind, its envoy, told a
//! newspaper."
//!
//! The network gives the noun that opens the sentence to the verb of telling far behind, and hangs the teller on the last
//! noun of what is told.

use std::ops::Range;

use super::Tree;
use super::agreement::SUBJECTS;
use super::speakers::{LONGEST, TELLING};
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Gives the verb of what is told its subject back, and the verb of telling the teller.
    pub(super) fn leads(&mut self) {
        self.office_behind_place();
        for said in self.sentence.clone().skip(4) {
            if !TELLING.contains(&self.forms[said])
                || !matches!(self.xpos(said), Xpos::Vbd | Xpos::Vbz | Xpos::Vbn)
                || self.has(said, &[Rel::Aux, Rel::AuxPass, Rel::Mark, Rel::Cop])
            {
                continue;
            }
            let subject = (self.children(said)).find(|&at| SUBJECTS.contains(&self.rel(at)));
            let told = self.told_without_subject(said);
            match (subject, told) {
                (Some(lead), Some(told)) if lead < told && self.is_nominal(lead) => {
                    let Some(teller) = self.teller_before(said) else {
                        continue;
                    };
                    self.attach(lead, told, Rel::Nsubj);
                    if self.rel(told) == Rel::AclRelcl {
                        self.attach(told, said, Rel::Ccomp);
                    }
                    self.give_subject(said, teller);
                }
                // "The union, which speaks for them, turned it down, its leader told …": one that hangs there loose.
                (_, Some(told)) => {
                    let loose = (self.children(told))
                        .find(|&loose| self.rel(loose) == Rel::Dep && self.is_nominal(loose));
                    if let Some(loose) = loose.filter(|&loose| loose < told) {
                        self.attach(loose, told, Rel::Nsubj);
                    }
                }
                (None, None) => {
                    if let Some(teller) = self.named_teller(said) {
                        self.give_subject(said, teller);
                    }
                }
                (Some(teller), None) if teller > said => self.told_by_inverted(said, teller),
                (Some(teller), None) => self.told_before(said, teller),
            }
        }
    }

    /// "Orveth has agreed to it, its envoy said on Friday as the talks ended.": behind a comma and without "and", a teller and
    /// a verb of telling go on from nothing.
    fn told_before(&mut self, said: usize, teller: usize) {
        let told = self.head(said);
        let mut first = teller;
        while first > self.sentence.start + 1 && self.head(first - 1) == teller {
            first -= 1;
        }
        if self.rel(said) == Rel::Conj
            && self.rel(told) == Rel::Root
            && told < first
            && self.forms[first - 1] == ","
            && (self.children(said)).all(|at| self.rel(at) != Rel::Cc)
            && !self.has(said, &[Rel::Obj])
            && self.xpos(said) != Xpos::Vbn
        {
            let last = self.sentence.end - 1;
            self.attach(said, said, Rel::Root);
            self.attach(told, said, Rel::Ccomp);
            self.attach(first - 1, said, Rel::Punct);
            self.attach(last, said, Rel::Punct);
        }
    }

    /// "In Oslo the speaker of parliament, Ada Lind, warned …": a place in front, and whoever tells it there.
    fn office_behind_place(&mut self) {
        let place = self.sentence.start + 1;
        let the = place + 1;
        if the + 3 >= self.sentence.end
            || !matches!(self.forms[self.sentence.start], "In" | "At")
            || self.upos(place) != Upos::Propn
            || self.forms[the] != "the"
            || self.rel(place) != Rel::Obl
        {
            return;
        }
        let (office, verb) = (self.head(the), self.head(place));
        if office > the
            && office < verb
            && self.head(office) == place
            && matches!(self.rel(office), Rel::Appos | Rel::Nmod | Rel::Dep)
            && self.upos(office) == Upos::Noun
            && self.upos(verb) == Upos::Verb
            && !self.has(verb, SUBJECTS)
        {
            self.attach(office, verb, Rel::Nsubj);
            for close in self.children(place).collect::<Vec<_>>() {
                if close > office {
                    self.attach(close, office, self.rel(close));
                }
            }
        }
    }

    /// "Orveth could accept it if it is cut, said the head of its delegation.": what ends with its teller is told.
    fn told_by_inverted(&mut self, said: usize, teller: usize) {
        let told = self.head(said);
        let last = self.sentence.end - 1;
        if self.rel(said) == Rel::Parataxis
            && self.rel(told) == Rel::Root
            && told < said
            && self.forms[said - 1] == ","
            && self.rel(teller) == Rel::Nsubj
            && (said + 1..last).all(|at| self.above(at).any(|above| above == said))
        {
            self.attach(said, said, Rel::Root);
            self.attach(told, said, Rel::Ccomp);
            self.attach(said - 1, said, Rel::Punct);
            self.attach(last, said, Rel::Punct);
        }
    }

    /// What is told before a verb of telling: a clause with a tense and without a subject; or the second of two relative
    /// clauses of the noun in front, right behind a comma and without a pronoun of its own.
    fn told_without_subject(&self, said: usize) -> Option<usize> {
        let tensed = |verb: usize| {
            matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || (self.children(verb)).any(|aux| {
                    matches!(self.rel(aux), Rel::Aux | Rel::AuxPass | Rel::Cop)
                        && self.is_finite_form(aux)
                })
        };
        let bare = |verb: usize| tensed(verb) && !self.has(verb, SUBJECTS);
        let told = (self.children(said))
            .find(|&told| told < said && self.rel(told) == Rel::Ccomp && bare(told));
        if told.is_some() || self.has(said, &[Rel::Ccomp]) {
            return told;
        }
        let lead = (self.children(said)).find(|&lead| self.rel(lead) == Rel::Nsubj)?;
        let mut relatives = (self.children(lead)).filter(|&at| self.rel(at) == Rel::AclRelcl);
        let first = relatives.next()?;
        relatives.find(|&second| {
            let opens = (self.children(second))
                .next()
                .map_or(second, |child| child.min(second));
            second > first && second < said && bare(second) && self.forms[opens - 1] == ","
        })
    }

    /// Whoever stands between commas right before a verb of telling.
    fn teller_before(&mut self, said: usize) -> Option<usize> {
        match self.named_teller(said) {
            Some(name) => Some(name),
            None => self.before(said, None),
        }
    }

    /// ", Ada Lind, its envoy, said", ", Ada Lind, who leads the team, told": the name, with what is said of it behind it.
    fn named_teller(&mut self, said: usize) -> Option<usize> {
        let comma = |from: usize| {
            (self.sentence.start + 1..from)
                .rev()
                .take(LONGEST)
                .find(|&at| self.forms[at] == ",")
        };
        let second = said - 1;
        if self.forms[second] != "," {
            return None;
        }
        let first = comma(second)?;
        let opens = comma(first).filter(|&opens| opens + 1 < first)?;
        let name = self.top_of_phrase(opens + 1..first)?;
        let office = self.top_of_phrase(first + 1..second)?;
        let named = (opens + 1..first).all(|at| self.upos(at) == Upos::Propn);
        let relative = matches!(self.forms[first + 1], "who" | "whose");
        let told = (first + 1..second).any(|at| {
            matches!(
                self.xpos(at),
                Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vb | Xpos::Md
            )
        });
        let noun = self.upos(office) == Upos::Noun
            || self.upos(office) == Upos::Propn && self.has(office, &[Rel::Det, Rel::NmodPoss]);
        if !named || relative != told || !relative && !noun {
            return None;
        }
        let rel = match relative {
            true => Rel::AclRelcl,
            false => Rel::Appos,
        };
        if office != name && !self.above(name).any(|above| above == office) {
            self.attach(office, name, rel);
        }
        Some(name)
    }

    /// The one word of a stretch, marks aside, that hangs outside it.
    fn top_of_phrase(&self, words: Range<usize>) -> Option<usize> {
        let mut tops = (words.clone()).filter(|&at| {
            self.upos(at) != Upos::Punct && !words.contains(&self.head(at)) || self.head(at) == at
        });
        tops.next().filter(|_| tops.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn the_teller_at_the_end_tells_it() {
        let tree = mended(
            "Karsk/PROPN/NNP/19/nsubj ,/PUNCT/,/4/punct which/PRON/WDT/4/nsubj built/VERB/VBD/1/acl:relcl the/DET/DT/6/det \
             dam/NOUN/NN/4/obj ,/PUNCT/,/1/punct rejected/VERB/VBD/19/ccomp the/DET/DT/10/det plan/NOUN/NN/8/obj \
             ,/PUNCT/,/13/punct Ada/PROPN/NNP/13/compound Lind/PROPN/NNP/10/appos ,/PUNCT/,/17/punct its/PRON/PRP$/17/nmod:poss \
             water/NOUN/NN/17/compound minister/NOUN/NN/10/appos ,/PUNCT/,/1/punct told/VERB/VBD/0/root \
             reporters/NOUN/NNS/19/iobj ./PUNCT/./19/punct",
        );
        assert!(
            tree.contains("Karsk-8-nsubj")
                && tree.contains("Lind-19-nsubj")
                && tree.contains("minister-13-appos"),
            "{tree}"
        );
    }
}
