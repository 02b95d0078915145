//! Long leads whose teller stands at the end: "Orveth, which owns the port, rejects the levy, Ada Lind, its envoy, told a
//! newspaper."
//!
//! The network gives the noun that opens the sentence to the verb of telling far behind, and hangs the teller on the last
//! noun of what is told.

use super::Tree;
use super::agreement::SUBJECTS;
use super::speakers::TELLING;
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// Gives the verb of what is told its subject back, and the verb of telling the teller.
    pub(super) fn leads(&mut self) {
        for said in self.sentence.clone().skip(4) {
            if !TELLING.contains(&self.forms[said]) || self.has(said, &[Rel::Aux, Rel::AuxPass]) {
                continue;
            }
            let Some(told) = self.told_without_subject(said) else {
                continue;
            };
            let lead = (self.children(said))
                .find(|&lead| {
                    lead < told && matches!(self.rel(lead), Rel::Nsubj | Rel::NsubjPass)
                })
                .filter(|&lead| self.is_nominal(lead));
            match lead {
                Some(lead) => {
                    let Some(teller) = self.teller_before(said, told) else {
                        continue;
                    };
                    self.attach(lead, told, Rel::Nsubj);
                    if self.rel(told) == Rel::AclRelcl {
                        self.attach(told, said, Rel::Ccomp);
                    }
                    self.attach(teller, said, Rel::Nsubj);
                    self.close_clause(said, teller);
                }
                // "The union, which speaks for them, turned it down, its leader told …": one that hangs there loose.
                None => {
                    let loose = (self.children(told))
                        .find(|&loose| self.rel(loose) == Rel::Dep && self.is_nominal(loose));
                    if let Some(loose) = loose.filter(|&loose| loose < told) {
                        self.attach(loose, told, Rel::Nsubj);
                    }
                }
            }
        }
    }

    /// What is told before a verb of telling: a clause with a tense and without a subject; or the second of two relative
    /// clauses of the noun in front, right behind a comma and without a pronoun of its own.
    fn told_without_subject(&self, said: usize) -> Option<usize> {
        let tensed = |verb: usize| {
            matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
                || (self.children(verb)).any(|aux| {
                    matches!(self.rel(aux), Rel::Aux | Rel::AuxPass | Rel::Cop)
                        && matches!(
                            self.xpos(aux),
                            Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md
                        )
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
            let opens = (self.children(second)).next().map_or(second, |child| child.min(second));
            second > first && second < said && bare(second) && self.forms[opens - 1] == ","
        })
    }

    /// The name between commas right before a verb of telling, with its office or what describes it behind it; or the office
    /// with the name.
    fn teller_before(&mut self, said: usize, told: usize) -> Option<usize> {
        if self.forms[said - 1] != "," {
            return None;
        }
        let name = (told + 1..said).rev().find(|&name| {
            let mut first = name;
            while self.head(first - 1) == name && self.forms[first - 1] != "," {
                first -= 1;
            }
            self.upos(name) == Upos::Propn
                && self.rel(name) == Rel::Appos
                && self.head(name) < first
                && self.forms[first - 1] == ","
        });
        if let Some(name) = name {
            let above = self.head(name);
            // ", its chairman, Bo Lind, said"
            let office = (self.children(above))
                .find(|&office| office < name && self.rel(office) == Rel::Appos && office > told)
                .filter(|&office| (office + 1..name).all(|at| self.upos(at) == Upos::Punct));
            let teller = office.unwrap_or(name);
            for other in self.children(above).collect::<Vec<_>>() {
                if other > teller && self.rel(other) == Rel::Appos {
                    self.attach(other, teller, Rel::Appos);
                }
            }
            return Some(teller);
        }
        None
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
