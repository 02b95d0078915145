//! Relative clauses without a pronoun whose verb is a past: "The levy Karsk demanded is too high", "A fund Karsk backed in
//! March would pay for it". The network makes one name of the thing and who wanted it.

use super::{PAST_PARTICIPLES, Tree};
use crate::{Rel, Upos, Xpos};

impl Tree<'_> {
    /// A common noun with its article, a name, a past, and right behind them the verb of the noun.
    pub(super) fn bare_past_relative(&mut self) {
        for name in self.sentence.clone().skip(2) {
            let thing = name - 1;
            if self.upos(name) != Upos::Propn
                || self.upos(thing) != Upos::Noun
                || self.forms[thing].starts_with(char::is_uppercase)
            {
                continue;
            }
            // "The levy Karsk", as one name, or with the name for another word of the thing.
            let named = self.rel(thing) == Rel::Compound
                && self.head(thing) == name
                && self.has(name, &[Rel::Det]);
            let renamed = self.head(name) == thing
                && matches!(
                    self.rel(name),
                    Rel::Appos | Rel::Flat | Rel::Nmod | Rel::NmodDesc
                )
                && self.has(thing, &[Rel::Det]);
            if !named && !renamed {
                continue;
            }
            let had = matches!(self.forms.get(name + 1), Some(&("had" | "has")));
            let verb = name + 1 + usize::from(had);
            if verb + 2 >= self.sentence.end || !self.is_past(verb) {
                continue;
            }
            let Some(main) = self.verb_of_thing(verb) else {
                continue;
            };
            self.part_relative(thing, name, verb, main);
        }
    }

    /// "an idea that Karsk opposes": of a relative clause without an object, "that" is it.
    pub(super) fn that_it_opposes(&mut self) {
        for verb in self.sentence.clone().skip(2) {
            if self.rel(verb) != Rel::AclRelcl
                || self.upos(verb) != Upos::Verb
                || !self.has(verb, &[Rel::Nsubj])
                || self.has(
                    verb,
                    &[Rel::Obj, Rel::Ccomp, Rel::Xcomp, Rel::Obl, Rel::AuxPass],
                )
            {
                continue;
            }
            let that = (self.children(verb))
                .find(|&that| self.rel(that) == Rel::Mark && self.forms[that] == "that");
            let noun = self.head(verb);
            if let Some(that) = that.filter(|&that| that == noun + 1) {
                self.attach(that, verb, Rel::Obj);
            }
        }
    }

    fn is_past(&self, verb: usize) -> bool {
        let form = self.forms[verb];
        matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && self.upos(verb) == Upos::Verb
            && (form.ends_with("ed") || PAST_PARTICIPLES.contains(&form))
            && !self.has(verb, &[Rel::Obj, Rel::OblAgent, Rel::AuxPass])
    }

    /// The predicate whose first word stands behind the past, or behind a short time or place of it.
    fn verb_of_thing(&self, past: usize) -> Option<usize> {
        let mut at = past + 1;
        if self.upos(at) == Upos::Adp {
            at = (at + 1..self.sentence.end.min(at + 4)).find(|&next| {
                !matches!(
                    self.upos(next),
                    Upos::Noun | Upos::Propn | Upos::Det | Upos::Num | Upos::Adj
                )
            })?;
        }
        let finite = matches!(self.xpos(at), Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Md);
        let auxiliary = matches!(self.rel(at), Rel::Aux | Rel::Cop | Rel::AuxPass);
        let main = if auxiliary { self.head(at) } else { at };
        (finite && main > past).then_some(main)
    }

    fn part_relative(&mut self, thing: usize, name: usize, verb: usize, main: usize) {
        let above = self.head(main);
        // The past was taken for the verb of the sentence.
        if above == verb || above == main {
            let (slot, rel) = (self.head(verb), self.rel(verb));
            if above == verb && slot == verb {
                self.attach(main, main, Rel::Root);
            } else if above == verb {
                self.attach(main, slot, rel);
            }
        }
        self.attach(thing, main, Rel::Nsubj);
        for child in self.children(name).collect::<Vec<_>>() {
            if child < thing {
                self.attach(child, thing, self.rel(child));
            }
        }
        self.attach(verb, thing, Rel::AclRelcl);
        self.becomes_verb(verb, Xpos::Vbd);
        self.attach(name, verb, Rel::Nsubj);
        if verb == name + 2 {
            self.attach(name + 1, verb, Rel::Aux);
        }
        let last = self.sentence.end - 1;
        if self.head(last) == verb && self.upos(last) == Upos::Punct {
            self.attach(last, main, Rel::Punct);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn who_demanded_it_is_no_part_of_the_thing() {
        let tree = "The/DET/DT/3/det levy/NOUN/NN/3/compound Karsk/PROPN/NNP/4/nsubj demanded/VERB/VBD/7/csubj \
                    is/AUX/VBZ/7/cop too/ADV/RB/7/advmod high/ADJ/JJ/0/root ./PUNCT/./7/punct";
        assert_eq!(
            mended(tree),
            "The-2-det levy-7-nsubj Karsk-4-nsubj demanded-2-acl:relcl is-7-cop too-7-advmod high-0-root .-7-punct"
        );
    }

    #[test]
    fn a_title_before_a_name_stays() {
        let tree = "The/DET/DT/3/det singer/NOUN/NN/3/compound Karsk/PROPN/NNP/4/nsubj demanded/VERB/VBD/0/root \
                    silence/NOUN/NN/4/obj ./PUNCT/./4/punct";
        assert!(mended(tree).contains("Karsk-4-nsubj demanded-0-root"));
    }
}
