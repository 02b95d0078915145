//! Verdicts in one word that the network takes for nouns, or glues to what comes behind them: "Dana Kruse, who owns the
//! Wolves, objects, as do others", "The Arden Mariners object.", "The guild was against: it wants consent".

use super::Tree;
use crate::{Rel, Upos, Xpos};

/// Verbs in -s by which somebody takes a side, which are seldom or never plurals.
const VERDICTS: &[&str] = &[
    "objects",
    "opposes",
    "rejects",
    "refuses",
    "dissents",
    "disagrees",
    "resists",
    "supports",
    "favours",
    "favors",
    "accepts",
    "agrees",
    "insists",
    "backs",
    "balks",
];

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn bare_verdicts(&mut self) {
        for word in self.sentence.clone().skip(2) {
            match self.forms[word] {
                "object" => self.object_alone(word),
                "against" | "for" => {
                    self.against_colon(word);
                    self.against_it(word);
                }
                form if VERDICTS.contains(&form) => self.side_behind_aside(word),
                _ => {}
            }
        }
    }

    /// "Dana Kruse, who owns the Wolves, | objects": a sentence has a verb of its own, and behind the comma stands the only
    /// word that could be it. "The parents' league, founded in 2019, | opposes paying" takes no verb between commas for its.
    fn side_behind_aside(&mut self, verb: usize) {
        if self.upos(verb) != Upos::Noun || self.forms[verb - 1] != "," {
            return;
        }
        let Some(root) = (self.sentence.start..verb).find(|&at| self.head(at) == at) else {
            return;
        };
        let finite = (self.sentence.start..self.sentence.end).any(|at| {
            at != root
                && self.is_finite_form(at)
                && matches!(self.rel(at), Rel::Conj | Rel::Ccomp | Rel::Parataxis)
                && self.head(at) == root
        });
        let subject = if matches!(self.upos(root), Upos::Noun | Upos::Propn) {
            let told = (self.children(root)).any(|aside| {
                root < aside
                    && aside < verb
                    && matches!(self.rel(aside), Rel::AclRelcl | Rel::Appos | Rel::Acl)
            });
            (told && !self.has(root, &[Rel::Cop, Rel::Case, Rel::Nsubj])).then_some(root)
        } else {
            (self.children(root)).find(|&noun| {
                self.rel(noun) == Rel::Nsubj
                    && noun < root
                    && self.forms[root - 1] == ","
                    && self.forms[root].ends_with("ed")
                    && !self.has(root, &[Rel::Aux, Rel::Obj, Rel::Ccomp])
                    && self.head(verb) == root
            })
        };
        let Some(subject) = subject.filter(|_| !finite) else {
            return;
        };
        self.becomes_verb(verb, Xpos::Vbz);
        self.attach(verb, verb, Rel::Root);
        if root != subject {
            self.attach(root, subject, Rel::Acl);
        }
        self.attach(subject, verb, Rel::Nsubj);
        for child in self.children(root).collect::<Vec<_>>() {
            if child > verb {
                let rel = self.rel(child);
                self.attach(child, verb, rel);
            }
        }
        for child in self.children(verb).collect::<Vec<_>>() {
            match self.rel(child) {
                Rel::Acl if child > verb && self.xpos(child) == Xpos::Vbg => {
                    self.attach(child, verb, Rel::Xcomp)
                }
                Rel::Nmod if child > verb => self.attach(child, verb, Rel::Obl),
                _ => {}
            }
        }
    }

    /// "The Port Arden Mariners | object.": no noun behind a plural.
    fn object_alone(&mut self, verb: usize) {
        let noun = verb - 1;
        let plural = matches!(self.xpos(noun), Xpos::Nns | Xpos::Nnps) && self.head(noun) == verb;
        let ends = (verb + 1..self.sentence.end)
            .next()
            .is_none_or(|next| matches!(self.forms[next], "." | ";" | ","));
        if self.upos(verb) != Upos::Noun
            || self.head(verb) != verb
            || !plural
            || !ends
            || self.has(verb, &[Rel::Cop, Rel::Nsubj, Rel::Case])
        {
            return;
        }
        self.becomes_verb(verb, Xpos::Vbp);
        for child in self.children(verb).collect::<Vec<_>>() {
            if child < noun && self.rel(child) != Rel::Punct {
                let rel = self.rel(child);
                self.attach(child, noun, rel);
            }
        }
        self.attach(noun, verb, Rel::Nsubj);
    }

    /// "Karsk is against it across the board": what stands behind "it" is how.
    fn against_it(&mut self, against: usize) {
        let (be, it) = (against - 1, against + 1);
        if it + 2 >= self.sentence.end
            || self.head(against) != it
            || self.rel(it) != Rel::Nsubj
            || !matches!(self.forms[it], "it" | "that" | "this" | "them")
            || !matches!(self.forms[be], "is" | "was" | "are" | "were" | "remains")
        {
            return;
        }
        let how = self.head(it);
        if how <= it || !self.has(how, &[Rel::Case]) || !self.is_nominal(how) {
            return;
        }
        let (above, rel) = (self.head(how), self.rel(how));
        match above == how {
            true => self.attach(it, it, Rel::Root),
            false => self.attach(it, above, rel),
        }
        for child in self.children(how).collect::<Vec<_>>() {
            if child < against || self.rel(child) == Rel::Punct {
                let rel = self.rel(child);
                self.attach(child, it, rel);
            }
        }
        self.attach(how, it, Rel::Obl);
    }

    /// "The guild was against: it wants consent": what the colon opens is told beside.
    fn against_colon(&mut self, against: usize) {
        let (be, colon) = (against - 1, against + 1);
        let verb = self.head(against);
        if colon >= self.sentence.end
            || self.forms[colon] != ":"
            || verb <= colon
            || !matches!(self.forms[be], "is" | "was" | "are" | "were")
        {
            return;
        }
        let (above, rel) = (self.head(verb), self.rel(verb));
        match above == verb {
            true => self.attach(against, against, Rel::Root),
            false => self.attach(against, above, rel),
        }
        for child in self.children(verb).collect::<Vec<_>>() {
            if child < against {
                let rel = match self.rel(child) {
                    Rel::Aux => Rel::Cop,
                    rel => rel,
                };
                self.attach(child, against, rel);
            }
        }
        self.attach(verb, against, Rel::Parataxis);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn one_word_is_the_verb() {
        let tree = "The/DET/DT/3/det Arden/PROPN/NNP/3/compound Mariners/PROPN/NNPS/4/compound object/NOUN/NN/0/root ./PUNCT/./4/punct";
        let tree = tree.replace("The/DET/DT/3", "The/DET/DT/4");
        let tree = mended(&tree);
        assert!(
            tree.contains("The-3-det") && tree.contains("Mariners-4-nsubj object-0-root"),
            "{tree}"
        );
    }
}
