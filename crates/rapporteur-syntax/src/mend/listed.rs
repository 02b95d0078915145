//! Lists of things whose second or third was hung on what stands inside the first: "a ban on cranes at the terminals, a
//! 32-hour week and a raise", "sirens along the banks and a seat on the board".

use super::Tree;
use crate::{Rel, Upos};

impl Tree<'_> {
    /// The fellows of the first thing, each made one.
    pub(super) fn listed(&mut self) {
        for third in self.sentence.clone().skip(4) {
            if self.rel(third) != Rel::Conj || !self.is_common(third) {
                continue;
            }
            let Some(and) = (self.children(third))
                .find(|&and| and < third && self.rel(and) == Rel::Cc && self.forms[and] == "and")
            else {
                continue;
            };
            self.second_of_three(third, and);
            self.indefinite_fellow(third, and);
            self.between_commas(third, and);
        }
    }

    fn is_common(&self, word: usize) -> bool {
        self.upos(word) == Upos::Noun
    }

    /// "a ban, a shorter shift and a raise": the second of three new things is no other name of the first.
    fn second_of_three(&mut self, third: usize, and: usize) {
        let second = self.head(third);
        let first = self.head(second);
        if self.rel(second) == Rel::Appos
            && first < second
            && self.is_common(second)
            && self.has_article(second)
            && self.has_article(first)
            && self.has_article(third)
            && self.opens_after_comma(second)
            && self.forms[and - 1] != ","
        {
            self.attach(second, first, Rel::Conj);
        }
    }

    /// "sirens along the banks and a seat": what is new is no fellow of what is known, but of what is as new as itself.
    fn indefinite_fellow(&mut self, third: usize, and: usize) {
        let inner = self.head(third);
        if inner >= and || !self.has_article(third) || !self.is_known(inner) {
            return;
        }
        let above = self.head(inner);
        let outer = match self.rel(inner) {
            Rel::Nmod => Some(above).filter(|&outer| self.is_common(outer)),
            // "along the banks", hung on the verb.
            Rel::Obl => (self.children(above)).find(|&outer| {
                outer > above
                    && outer < inner
                    && matches!(self.rel(outer), Rel::Obj | Rel::Obl)
                    && self.is_common(outer)
                    && self.head(inner) == above
            }),
            _ => None,
        };
        let Some(outer) = outer else { return };
        let wanted = matches!(self.rel(outer), Rel::Obj | Rel::Obl | Rel::Conj) && outer < inner;
        if wanted && !self.is_known(outer) && !self.forms[inner..and].contains(&",") {
            self.attach(third, outer, Rel::Conj);
            if self.rel(inner) == Rel::Obl {
                self.attach(inner, outer, Rel::Nmod);
            }
        }
    }

    /// "a ban on cranes, a shorter week and a raise": between a comma and the "and" of the first stands a fellow of it.
    fn between_commas(&mut self, third: usize, and: usize) {
        let first = self.head(third);
        if first + 2 >= and
            || !self.is_common(first)
            || !matches!(self.rel(first), Rel::Obj | Rel::Obl | Rel::Conj)
            || self.forms[and - 1] == ","
        {
            return;
        }
        let second = (first + 2..and).find(|&second| {
            matches!(self.rel(second), Rel::Appos | Rel::Conj)
                && self.is_common(second)
                && self.is_inside(self.head(second), first)
                && self.opens_after_comma(second)
                && !self.forms[second..and].contains(&",")
                && !self.has(second, &[Rel::Cc])
        });
        let Some(second) = second else { return };
        let inner = self.head(second);
        let whole = self.has(
            second,
            &[
                Rel::Det,
                Rel::Amod,
                Rel::Compound,
                Rel::Nummod,
                Rel::Nmod,
                Rel::Acl,
            ],
        );
        if !whole || inner != first && !self.has(third, &[Rel::Det, Rel::Amod, Rel::Nmod, Rel::Acl])
        {
            return;
        }
        self.attach(second, first, Rel::Conj);
        // "a week | for night shifts", hung on what the week was hung on.
        for loose in second + 1..and {
            if self.rel(loose) == Rel::Nmod && self.head(loose) < second {
                self.attach(loose, second, Rel::Nmod);
            }
        }
    }

    /// Whether a word is a noun phrase's own, or stands in one that hangs on it.
    fn is_inside(&self, word: usize, noun: usize) -> bool {
        let mut at = word;
        for _ in 0..4 {
            if at == noun {
                return true;
            }
            if !matches!(self.rel(at), Rel::Nmod | Rel::Conj | Rel::Appos) {
                return false;
            }
            at = self.head(at);
        }
        false
    }

    /// ", a 32-hour week": its first word stands behind a comma.
    fn opens_after_comma(&self, noun: usize) -> bool {
        let first = (self.children(noun))
            .find(|&child| child < noun && self.rel(child) != Rel::Punct)
            .unwrap_or(noun);
        first > self.sentence.start && self.forms[first - 1] == ","
    }

    fn has_article(&self, noun: usize) -> bool {
        (self.children(noun)).any(|det| det < noun && matches!(self.forms[det], "a" | "an"))
    }

    /// "the banks", "its port", "Merin's terminals"
    fn is_known(&self, noun: usize) -> bool {
        self.upos(noun) == Upos::Propn
            || (self.children(noun)).any(|child| {
                child < noun
                    && (self.rel(child) == Rel::NmodPoss
                        || matches!(
                            self.forms[child],
                            "the" | "this" | "that" | "these" | "those" | "every" | "each"
                        ))
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn what_is_new_is_no_fellow_of_what_is_known() {
        let sirens = "Karsk/PROPN/NNP/2/nsubj wants/VERB/VBZ/0/root sirens/NOUN/NNS/2/obj along/ADP/IN/6/case the/DET/DT/6/det \
                      banks/NOUN/NNS/3/nmod and/CCONJ/CC/9/cc a/DET/DT/9/det seat/NOUN/NN/6/conj ./PUNCT/./2/punct";
        assert!(mended(sirens).contains("seat-3-conj"));
    }

    #[test]
    fn a_list_goes_on_from_its_first_thing() {
        let ban = "Karsk/PROPN/NNP/2/nsubj wants/VERB/VBZ/0/root a/DET/DT/4/det ban/NOUN/NN/2/obj on/ADP/IN/6/case \
                   cranes/NOUN/NNS/4/nmod ,/PUNCT/,/10/punct a/DET/DT/10/det shorter/ADJ/JJR/10/amod week/NOUN/NN/6/appos \
                   and/CCONJ/CC/13/cc a/DET/DT/13/det raise/NOUN/NN/4/conj ./PUNCT/./2/punct";
        assert!(mended(ban).contains("week-4-conj"));
    }
}
