//! Pasts behind an aside that the network took for participles: "Karsk, whose fleet is the largest, backed the truce",
//! "Karsk, for its part, voiced doubts, officials said".

use super::agreement::SUBJECTS;
use super::{PAST_PARTICIPLES, Tree};
use crate::{Rel, Upos, Xpos};

/// The longest aside, in words.
const LONGEST: usize = 16;

impl Tree<'_> {
    /// The noun phrase that opens a sentence, an aside between commas, and a past right behind it: the phrase is its
    /// subject, where it is the subject of nothing else.
    pub(super) fn past_behind_aside(&mut self) {
        let start = self.sentence.start;
        let Some(open) = self.end_of_phrase(start) else {
            return;
        };
        let mut noun = open - 1;
        for _ in start..open {
            let above = self.head(noun);
            if above < start || above >= open || above == noun {
                break;
            }
            noun = above;
        }
        let limit = self.sentence.end.min(open + LONGEST);
        let Some(verb) = (open + 2..limit)
            .filter(|&close| self.forms[close] == ",")
            .find_map(|close| self.past_at(close + 1))
        else {
            return;
        };
        if !self.lacks_its_verb(noun, open, verb) {
            return;
        }
        let (above, outer) = (self.head(noun), self.rel(noun));
        self.becomes_verb(verb, Xpos::Vbd);
        // "voiced doubts", with the past for what describes the doubts.
        let thing = self.head(verb);
        let described = self.rel(verb) == Rel::Amod && thing > verb;
        let inside = (open + 1..verb).find(|&at| self.rel(at) == Rel::Root);
        // Told by who stands behind it: "…, officials said".
        let teller = Some(above).filter(|&above| outer != Rel::Root && above > verb);
        match teller {
            Some(said) if self.upos(said) == Upos::Verb => self.attach(verb, said, Rel::Ccomp),
            _ => self.attach(verb, verb, Rel::Root),
        }
        self.attach(noun, verb, Rel::Nsubj);
        if described {
            for child in self.children(thing).collect::<Vec<_>>() {
                if child < verb && child > open {
                    self.attach(child, verb, Rel::Obl);
                }
            }
            self.attach(thing, verb, Rel::Obj);
        }
        if let Some(inside) = inside {
            self.attach(inside, verb, Rel::Advcl);
        }
        for old in [Some(noun), inside].into_iter().flatten() {
            for child in self.children(old).collect::<Vec<_>>() {
                if child > verb {
                    self.attach(child, verb, self.rel(child));
                }
            }
        }
    }

    /// "Karsk, owed six million for a road, prefers a loan": a past right behind the comma, with a finite verb behind the aside
    /// that has no subject, is the participle of the noun.
    pub(super) fn participle_in_aside(&mut self) {
        let start = self.sentence.start;
        let Some(open) = self.end_of_phrase(start) else {
            return;
        };
        let past = open + 1;
        let limit = self.sentence.end.min(open + LONGEST);
        if past + 2 >= limit || self.xpos(past) != Xpos::Vbd || self.has(past, &[Rel::Aux]) {
            return;
        }
        // "Karsk, warned Ada Brun, rejects it": who tells it.
        let told = (self.children(past))
            .any(|subject| subject > past && SUBJECTS.contains(&self.rel(subject)));
        if told {
            return;
        }
        let form = self.forms[past];
        let Some(close) = (past + 1..limit).find(|&at| self.forms[at] == ",") else {
            return;
        };
        let verb = close + 1 + usize::from(close + 1 < limit && self.upos(close + 1) == Upos::Adv);
        if verb >= limit
            || !(form.ends_with("ed") || PAST_PARTICIPLES.contains(&form))
            || self.upos(verb) != Upos::Verb
            || !matches!(self.xpos(verb), Xpos::Vbz | Xpos::Vbd | Xpos::Vbp)
            || self.has(verb, SUBJECTS)
        {
            return;
        }
        let (above, rel) = match (self.head(verb) == past, self.head(past) == verb) {
            (true, _) if matches!(self.rel(verb), Rel::Parataxis | Rel::Conj) => {
                (self.head(past), self.rel(past))
            }
            (_, true) => (self.head(verb), self.rel(verb)),
            _ => return,
        };
        let noun = (self.children(past))
            .chain(self.children(verb))
            .find(|&noun| noun < open && SUBJECTS.contains(&self.rel(noun)))
            .unwrap_or(open - 1);
        self.syntax.tags.xpos[past] = Xpos::Vbn;
        let above = if rel == Rel::Root { verb } else { above };
        self.attach(verb, above, rel);
        self.attach(noun, verb, Rel::Nsubj);
        self.attach(past, noun, Rel::Acl);
        for child in self.children(past).collect::<Vec<_>>() {
            if child > verb {
                self.attach(child, verb, self.rel(child));
            }
        }
    }

    /// "Speaking in Aster, Karsk opposed a levy", "By rejecting it, Karsk angered Tolsk": the participle that opens the
    /// sentence is not its verb, where a past stands right behind the noun phrase that follows the comma.
    pub(super) fn past_behind_front(&mut self) {
        let start = self.sentence.start;
        let Some(root) = (start..self.sentence.end.min(start + 3)).find(|&at| {
            self.rel(at) == Rel::Root && matches!(self.xpos(at), Xpos::Vbg | Xpos::Vbn)
        }) else {
            return;
        };
        if self.has(root, SUBJECTS) || self.has(root, &[Rel::Aux, Rel::AuxPass]) {
            return;
        }
        let limit = self.sentence.end.min(start + LONGEST);
        let Some(comma) = (root + 1..limit).find(|&at| self.forms[at] == ",") else {
            return;
        };
        let Some(verb) = (comma + 2..self.sentence.end.min(comma + 8)).find(|&at| {
            !matches!(
                self.upos(at),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Part | Upos::Num
            )
        }) else {
            return;
        };
        let noun = verb - 1;
        let form = self.forms[verb];
        let past = matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && self.upos(verb) == Upos::Verb
            && (form.ends_with("ed") || PAST_PARTICIPLES.contains(&form));
        let last = self.sentence.end - 1;
        if !past
            || verb + 1 >= last
            || !matches!(self.upos(noun), Upos::Noun | Upos::Propn)
            || matches!(self.forms[verb + 1], "by" | "," | "and")
            || self.has(verb, &[Rel::Aux, Rel::AuxPass])
            || (verb + 1..last).any(|at| self.xpos(at) == Xpos::Vbd && self.head(at) == root)
        {
            return;
        }
        // "Karsk angered Tolsk", with the past for a part of the name.
        let whole = Some(self.head(verb))
            .filter(|&whole| whole > verb && matches!(self.rel(verb), Rel::Amod | Rel::Case));
        self.becomes_verb(verb, Xpos::Vbd);
        self.attach(verb, verb, Rel::Root);
        self.attach(root, verb, Rel::Advcl);
        self.attach(noun, verb, Rel::Nsubj);
        if let Some(whole) = whole {
            self.attach(whole, verb, Rel::Obj);
        }
        for at in verb + 1..self.sentence.end {
            let above = self.head(at);
            if above >= verb {
                continue;
            }
            let bare = self.is_nominal(at) && !self.has(at, &[Rel::Case]);
            let rel = match self.rel(at) {
                Rel::Obl | Rel::Nmod | Rel::Appos if bare && !self.has(verb, &[Rel::Obj]) => {
                    Rel::Obj
                }
                Rel::Nmod | Rel::Appos => Rel::Obl,
                rel => rel,
            };
            self.attach(at, verb, rel);
        }
        // What belongs to the noun.
        for at in comma + 1..noun {
            if self.head(at) > noun {
                self.attach(at, noun, self.rel(at));
            }
        }
    }

    /// The comma right behind a noun phrase that opens the sentence.
    fn end_of_phrase(&self, start: usize) -> Option<usize> {
        let comma = (start..self.sentence.end).take(10).find(|&at| {
            !matches!(
                self.upos(at),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Part | Upos::Num
            ) && self.xpos(at) != Xpos::Hyph
        })?;
        (self.forms[comma] == ","
            && comma > start
            && matches!(self.upos(comma - 1), Upos::Noun | Upos::Propn))
        .then_some(comma)
    }

    /// The past at a word, or behind one adverb, that takes no agent.
    fn past_at(&self, at: usize) -> Option<usize> {
        let verb = at + usize::from(at < self.sentence.end && self.upos(at) == Upos::Adv);
        if verb + 2 >= self.sentence.end {
            return None;
        }
        let form = self.forms[verb];
        let past = matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && self.upos(verb) == Upos::Verb
            && self.rel(verb) != Rel::Case
            && (form.ends_with("ed") || PAST_PARTICIPLES.contains(&form));
        let next = self.forms[verb + 1];
        (past
            && !matches!(
                next,
                "by" | "," | "to" | "from" | "in" | "as" | "with" | "after"
            )
            && !self.has(
                verb,
                &[
                    Rel::Aux,
                    Rel::AuxPass,
                    Rel::Mark,
                    Rel::Cc,
                    Rel::OblAgent,
                    Rel::Nsubj,
                    Rel::NsubjPass,
                ],
            ))
        .then_some(verb)
        .or_else(|| self.takes_to(verb).then_some(verb))
    }

    /// "objected to the length", "agreed to a pause": pasts that no noun has for a participle.
    fn takes_to(&self, verb: usize) -> bool {
        matches!(
            self.forms[verb],
            "objected" | "agreed" | "insisted" | "called"
        ) && matches!(self.xpos(verb), Xpos::Vbn | Xpos::Vbd)
            && !self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::Nsubj, Rel::OblAgent])
    }

    /// Whether the noun that opens the sentence is the subject of nothing: the root itself, called upon, or one of two
    /// subjects of a later verb.
    fn lacks_its_verb(&self, noun: usize, open: usize, verb: usize) -> bool {
        let above = self.head(noun);
        let alone = !self.has(noun, &[Rel::Cop, Rel::Aux, Rel::Conj, Rel::Case])
            && !self.has(noun, SUBJECTS);
        alone
            && match self.rel(noun) {
                Rel::Root => true,
                Rel::Vocative | Rel::OblUnmarked | Rel::Dislocated => above == verb || above > open,
                Rel::Nsubj => {
                    above > verb
                        && ((self.children(above))
                            .any(|other| other > verb && self.rel(other) == Rel::Nsubj)
                            // "Karsk, for whom it is late, demanded deletion", with the past for what describes the deletion.
                            || self.rel(verb) == Rel::Amod && self.head(verb) == above)
                }
                _ => false,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn the_past_behind_an_aside_is_the_verb() {
        let tree = "Karsk/PROPN/NNP/0/root ,/PUNCT/,/7/punct whose/PRON/WP$/4/nmod:poss fleet/NOUN/NN/7/nsubj \
                    is/AUX/VBZ/7/cop the/DET/DT/7/det largest/ADJ/JJS/1/acl:relcl ,/PUNCT/,/9/punct \
                    backed/VERB/VBN/1/parataxis the/DET/DT/11/det truce/NOUN/NN/9/obj ./PUNCT/./1/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("Karsk-9-nsubj") && tree.contains("backed-0-root"),
            "{tree}"
        );
    }

    #[test]
    fn the_past_behind_a_participle_and_a_name_is_the_verb() {
        let tree = "Speaking/VERB/VBG/0/root in/ADP/IN/3/case Aster/PROPN/NNP/1/obl ,/PUNCT/,/5/punct \
                    Karsk/PROPN/NNP/3/nmod:unmarked opposed/VERB/VBN/1/advcl a/DET/DT/8/det levy/NOUN/NN/1/obl \
                    ./PUNCT/./1/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("Karsk-6-nsubj")
                && tree.contains("opposed-0-root")
                && tree.contains("Speaking-6-advcl"),
            "{tree}"
        );
    }

    #[test]
    fn a_participle_with_a_verb_behind_it_stays() {
        let tree = "Karsk/PROPN/NNP/7/nsubj ,/PUNCT/,/4/punct once/ADV/RB/4/advmod backed/VERB/VBN/1/acl \
                    by/ADP/IN/6/case Tolsk/PROPN/NNP/4/obl:agent left/VERB/VBD/0/root ./PUNCT/./7/punct";
        let tree = mended(tree);
        assert!(tree.contains("left-0-root"), "{tree}");
    }
}
