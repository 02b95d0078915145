//! Things that the network took for a deed, and deeds that it took for what a thing is like: "supports paid sick leave",
//! "supported listing", "The levy, which Karsk favours, would rise".

use super::Tree;
use crate::lemmas::is_verb;
use crate::{Rel, Upos, Xpos};

/// Verbs behind which a noun tells what somebody is or becomes, or a bare verb what is let happen.
const LINKS: &[&str] = &[
    "be",
    "is",
    "are",
    "was",
    "were",
    "been",
    "become",
    "becomes",
    "became",
    "remain",
    "remains",
    "remained",
    "stay",
    "stays",
    "stayed",
    "call",
    "calls",
    "called",
    "name",
    "names",
    "named",
    "make",
    "makes",
    "made",
    "let",
    "lets",
    "have",
    "has",
    "had",
    "help",
    "helps",
    "helped",
    "seem",
    "seems",
    "seemed",
    "elect",
    "elected",
    "turn",
    "turned",
    "go",
    "goes",
    "went",
    "dare",
    "keep",
    "keeps",
    "kept",
    "get",
    "got",
    "leave",
    "left",
    "prove",
    "proved",
    "stand",
    "stands",
    "stood",
    "consider",
    "considers",
    "considered",
    "feel",
    "feels",
    "felt",
    "see",
    "sees",
    "saw",
    "hear",
    "heard",
    "watch",
    "watched",
    "deem",
    "deemed",
    "declare",
    "declared",
    "appoint",
    "appointed",
];
impl Tree<'_> {
    /// "supports paid sick leave": behind an adjective stands no bare verb.
    pub(super) fn sick_leave(&mut self) {
        for noun in self.sentence.clone().skip(2) {
            let verb = self.head(noun);
            let taken = self.xpos(noun) == Xpos::Vb
                && matches!(
                    self.forms[noun],
                    "leave"
                        | "pay"
                        | "work"
                        | "aid"
                        | "care"
                        | "control"
                        | "use"
                        | "cover"
                        | "access"
                        | "support"
                )
                && matches!(self.xpos(noun - 1), Xpos::Jj | Xpos::Vbn)
                && !self.has(noun, &[Rel::Mark, Rel::Aux, Rel::Nsubj, Rel::Obj]);
            if !taken {
                continue;
            }
            let mut first = noun;
            while first > self.sentence.start + 1
                && matches!(self.xpos(first - 1), Xpos::Jj | Xpos::Vbn)
            {
                first -= 1;
            }
            let above = first - 1;
            let finite = self.upos(above) == Upos::Verb && !LINKS.contains(&self.forms[above]);
            if !finite
                || self.has(above, &[Rel::Obj])
                || !(verb == above || (first..noun).contains(&verb))
            {
                continue;
            }
            self.syntax.tags.upos[noun] = Upos::Noun;
            self.syntax.tags.xpos[noun] = Xpos::Nn;
            self.attach(noun, above, Rel::Obj);
            for word in first..noun {
                for child in self.children(word).collect::<Vec<_>>() {
                    if child > noun {
                        let rel = self.rel(child);
                        self.attach(child, above, rel);
                    }
                }
                self.attach(word, noun, Rel::Amod);
            }
        }
    }

    /// "supported listing": a noun right behind a verb, with nothing to introduce it, is its object.
    pub(super) fn bare_thing(&mut self) {
        for noun in self.sentence.clone().skip(1) {
            let verb = self.head(noun);
            if self.rel(noun) == Rel::Xcomp
                && matches!(self.xpos(noun), Xpos::Nn | Xpos::Nns | Xpos::Nnp)
                && verb < noun
                && verb + 4 > noun
                && self.upos(verb) == Upos::Verb
                && !LINKS.contains(&&*self.forms[verb].to_lowercase())
                && !self.has(verb, &[Rel::Obj, Rel::AuxPass, Rel::Ccomp])
                && !self.has(
                    noun,
                    &[Rel::Mark, Rel::Case, Rel::Cop, Rel::Aux, Rel::Nsubj],
                )
                && (verb + 1..noun).all(|word| self.head(word) == noun)
            {
                self.attach(noun, verb, Rel::Obj);
            }
        }
    }

    /// "Its consent to the levy hangs on a seat", without any verb: what looks like the head of the phrase is the verb.
    pub(super) fn consent_hangs(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            let (noun, thing) = (self.head(verb), verb - 1);
            if self.xpos(verb) != Xpos::Vbz
                || self.rel(verb) != Rel::Nmod
                || noun >= thing
                || !self.is_nominal(noun)
                || self.rel(noun) != Rel::Root
                || self.head(thing) != verb
                || !matches!(self.rel(thing), Rel::Compound | Rel::Nsubj)
                || !(self.children(verb)).any(|case| case < thing && self.rel(case) == Rel::Case)
                || self.has_other_finite(verb)
            {
                continue;
            }
            for child in self.children(verb).collect::<Vec<_>>() {
                if child < thing {
                    let rel = self.rel(child);
                    self.attach(child, thing, rel);
                }
            }
            self.becomes_verb(verb, Xpos::Vbz);
            self.attach(thing, noun, Rel::Nmod);
            self.attach(verb, verb, Rel::Root);
            for child in self.children(noun).collect::<Vec<_>>() {
                if child > verb {
                    let rel = self.rel(child);
                    self.attach(child, verb, rel);
                }
            }
            self.attach(noun, verb, Rel::Nsubj);
            return;
        }
    }

    /// "Its consent to the levy hinges on a seat": what stands between a noun and its verb with "to" belongs to the noun;
    /// and so does what stands behind what is given up, "its claim to the reef".
    pub(super) fn consent_to(&mut self) {
        for thing in self.sentence.clone().skip(2) {
            let verb = self.head(thing);
            if self.rel(thing) != Rel::Obl {
                continue;
            }
            if verb < thing {
                let claim = (self.children(verb)).find(|&claim| {
                    self.rel(claim) == Rel::Obj
                        && claim < thing
                        && matches!(
                            self.forms[claim],
                            "claim"
                                | "claims"
                                | "right"
                                | "rights"
                                | "objection"
                                | "objections"
                                | "opposition"
                                | "resistance"
                                | "title"
                        )
                });
                if let Some(claim) = claim
                    && (self.children(thing))
                        .any(|case| self.forms[case] == "to" && case == claim + 1)
                {
                    self.attach(thing, claim, Rel::Nmod);
                }
                continue;
            }
            let noun = (self.children(verb)).find(|&noun| {
                noun < thing
                    && matches!(self.rel(noun), Rel::Nsubj | Rel::NsubjPass)
                    && self.upos(noun) == Upos::Noun
            });
            let close = |case: usize, noun: usize| {
                self.rel(case) == Rel::Case && self.forms[case] == "to" && case == noun + 1
            };
            if let Some(noun) = noun
                && (self.children(thing)).any(|case| close(case, noun))
            {
                self.attach(thing, noun, Rel::Nmod);
            }
        }
    }

    /// "The levy, which Karsk favours, would rise", "the basis that Karsk favours.": a name and a verb in "s" behind a
    /// relative pronoun, taken for one name.
    pub(super) fn which_it_favours(&mut self) {
        for verb in self.sentence.clone().skip(3) {
            let name = self.head(verb);
            if !(matches!(self.xpos(verb), Xpos::Nns | Xpos::Nnps | Xpos::Nnp)
                && matches!(
                    self.rel(verb),
                    Rel::Flat | Rel::Appos | Rel::Compound | Rel::Conj | Rel::Dep
                )
                && name < verb
                && self.upos(name) == Upos::Propn
                && self.forms[verb].starts_with(char::is_lowercase)
                && self.forms[verb].strip_suffix('s').is_some_and(is_verb))
            {
                continue;
            }
            let mut first = name;
            while first > self.sentence.start + 1
                && self.upos(first - 1) == Upos::Propn
                && self.head(first - 1) == name
            {
                first -= 1;
            }
            if first < self.sentence.start + 2 {
                continue;
            }
            let which = first - 1;
            let stops = verb + 1 >= self.sentence.end
                || matches!(
                    self.upos(verb + 1),
                    Upos::Punct | Upos::Adp | Upos::Adv | Upos::Sconj
                );
            if !matches!(self.forms[which], "which" | "that") || !stops {
                continue;
            }
            let before = which - 1 - usize::from(self.forms[which - 1] == ",");
            if !self.sentence.contains(&before) || !self.is_nominal(before) {
                continue;
            }
            self.becomes_verb(verb, Xpos::Vbz);
            self.attach(verb, before, Rel::AclRelcl);
            self.attach(name, verb, Rel::Nsubj);
            self.syntax.tags.upos[which] = Upos::Pron;
            self.syntax.tags.xpos[which] = Xpos::Wdt;
            self.attach(which, verb, Rel::Obj);
            // What was hung on the name goes where the name stood.
            for child in self.children(name).collect::<Vec<_>>() {
                if child > verb && !matches!(self.rel(child), Rel::Flat | Rel::Compound) {
                    let rel = self.rel(child);
                    self.attach(child, verb, rel);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn behind_an_adjective_stands_a_thing() {
        let tree = "Karsk/PROPN/NNP/2/nsubj supports/VERB/VBZ/0/root paid/VERB/VBN/2/xcomp sick/ADJ/JJ/3/xcomp \
                    leave/VERB/VB/3/xcomp ./PUNCT/./2/punct";
        assert_eq!(
            mended(tree),
            "Karsk-2-nsubj supports-0-root paid-5-amod sick-5-amod leave-2-obj .-2-punct"
        );
    }

    #[test]
    fn consent_hangs_on_a_seat() {
        let tree = "Its/PRON/PRP$/2/nmod:poss consent/NOUN/NN/0/root to/ADP/IN/6/case the/DET/DT/6/det levy/NOUN/NN/6/compound \
                    hangs/VERB/VBZ/2/nmod on/ADP/IN/9/case a/DET/DT/9/det seat/NOUN/NN/6/obl ./PUNCT/./2/punct";
        assert_eq!(
            mended(tree),
            "Its-2-nmod:poss consent-6-nsubj to-5-case the-5-det levy-2-nmod hangs-0-root on-9-case a-9-det seat-6-obl \
             .-6-punct"
        );
    }

    #[test]
    fn a_noun_behind_a_verb_is_its_object() {
        let tree = "Karsk/PROPN/NNP/2/nsubj supported/VERB/VBD/0/root listing/PROPN/NNP/2/xcomp ./PUNCT/./2/punct";
        assert_eq!(
            mended(tree),
            "Karsk-2-nsubj supported-0-root listing-2-obj .-2-punct"
        );
    }
}
