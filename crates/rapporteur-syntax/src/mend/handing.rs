//! "to hand over the prisoners": before a particle and what is given, "hand" and "turn" are verbs.

use crate::{Rel, Upos, Xpos};

use super::Tree;

impl Tree<'_> {
    /// "offered to hand over the maps", "will hand over the maps", where the network took the particle for a preposition,
    /// and often the verb before it for a noun.
    pub(super) fn handing(&mut self) {
        for word in self.sentence.clone() {
            if !matches!(
                self.forms[word],
                "hand" | "hands" | "handed" | "handing" | "turn" | "turned" | "turning"
            ) {
                continue;
            }
            let particle = word + 1;
            if particle + 1 >= self.sentence.end {
                continue;
            }
            let hands_in = self.forms[word].starts_with("hand")
                && matches!(self.forms[particle], "in" | "out")
                && (self.upos(word) == Upos::Verb || self.forms[word.saturating_sub(1)] == "to");
            if !hands_in && !matches!(self.forms[particle], "over" | "back") {
                continue;
            }
            let infinitive = word > self.sentence.start + 1
                && self.forms[word - 1] == "to"
                && self.upos(word) == Upos::Noun
                && self.head(word - 1) == word
                && matches!(self.rel(word), Rel::Obl | Rel::Nmod | Rel::Xcomp);
            if infinitive {
                self.hand_infinitive(word);
            }
            if word > self.sentence.start
                && self.forms[word] == "hand"
                && self.forms[particle] == "over"
            {
                self.they_hand_over_before(word);
            }
            if self.upos(word) == Upos::Verb {
                self.hand_object(word, particle);
            }
        }
    }

    /// "that the rebels hand over their guns before any of them may join": of two verbs the first, where the network saw
    /// only the second.
    fn they_hand_over_before(&mut self, word: usize) {
        let (who, main) = (word - 1, self.head(word));
        let guns = self.head(word + 1);
        if self.upos(word) != Upos::Noun
            || self.rel(word) != Rel::Nsubj
            || self.xpos(who) != Xpos::Nns
            || self.rel(who) != Rel::Nsubj
            || self.head(who) != main
            || main <= guns
            || guns <= word + 1
            || !self.is_nominal(guns)
        {
            return;
        }
        let Some(before) = (self.children(main)).find(|&mark| {
            mark > guns
                && mark < main
                && matches!(
                    self.forms[mark],
                    "before" | "until" | "once" | "when" | "if"
                )
        }) else {
            return;
        };
        let (above, rel) = (self.head(main), self.rel(main));
        self.becomes_verb(word, Xpos::Vbp);
        self.attach(word, if above == main { word } else { above }, rel);
        for child in self.children(main).collect::<Vec<_>>() {
            if child < word || rel == Rel::Root && child + 1 == self.sentence.end {
                self.attach(child, word, self.rel(child));
            }
        }
        self.attach(guns, word, Rel::Obj);
        self.attach(word + 1, word, Rel::CompoundPrt);
        self.attach(before, main, Rel::Mark);
        self.attach(main, word, Rel::Advcl);
    }

    /// The noun behind "to" as an infinitive of what it was hung on.
    fn hand_infinitive(&mut self, word: usize) {
        let mark = word - 1;
        let head = self.head(word);
        if self.has(word, &[Rel::Det, Rel::Amod, Rel::NmodPoss]) || head > word {
            return;
        }
        self.becomes_verb(word, Xpos::Vb);
        self.syntax.tags.upos[mark] = Upos::Part;
        self.syntax.tags.xpos[mark] = Xpos::To;
        self.attach(mark, word, Rel::Mark);
        let rel = match self.upos(head) {
            Upos::Verb | Upos::Adj => Rel::Xcomp,
            _ => Rel::Acl,
        };
        self.attach(word, head, rel);
    }

    /// The noun that the particle was to govern is what is handed over.
    fn hand_object(&mut self, verb: usize, particle: usize) {
        let object = self.head(particle);
        let governs = self.rel(particle) == Rel::Case
            && object > particle
            && matches!(self.rel(object), Rel::Obl | Rel::Nmod)
            && (self.head(object) == verb || self.head(object) == self.head(verb));
        if governs && !self.has(verb, &[Rel::Obj]) {
            self.attach(object, verb, Rel::Obj);
            self.attach(particle, verb, Rel::CompoundPrt);
        } else if self.head(particle) == verb && self.rel(particle) == Rel::Advmod {
            self.attach(particle, verb, Rel::CompoundPrt);
            self.hand_bare(verb, particle);
        }
    }

    /// "offered to hand over 20 boats": what is handed over, hung on the verb above without a preposition.
    fn hand_bare(&mut self, verb: usize, particle: usize) {
        if self.has(verb, &[Rel::Obj]) {
            return;
        }
        let above = self.head(verb);
        let thing = (particle + 1..self.sentence.end).find(|&at| {
            matches!(
                self.upos(at),
                Upos::Noun | Upos::Propn | Upos::Punct | Upos::Adp
            )
        });
        if let Some(thing) = thing
            && self.upos(thing) == Upos::Noun
            && matches!(self.rel(thing), Rel::Obl | Rel::Obj)
            && self.head(thing) == above
            && !self.has(thing, &[Rel::Case])
        {
            self.attach(thing, verb, Rel::Obj);
        }
    }

    /// "said it would free 80 men": behind a modal it is a verb, and the men are freed.
    fn freed_men(&mut self, word: usize) {
        let men = self.head(word);
        if self.xpos(word - 1) != Xpos::Md
            || self.head(word - 1) != word
            || self.rel(word) != Rel::Amod
            || men <= word
        {
            return;
        }
        let (above, rel) = (self.head(men), self.rel(men));
        self.becomes_verb(word, Xpos::Vb);
        if above == men {
            self.attach(word, word, Rel::Root);
        } else {
            let rel = if rel == Rel::Obj { Rel::Ccomp } else { rel };
            self.attach(word, above, rel);
        }
        self.attach(men, word, Rel::Obj);
        for child in self.children(men).collect::<Vec<_>>() {
            if child < word {
                self.attach(child, word, self.rel(child));
            }
        }
    }

    /// "demanded that each side free ten men": the sides free them.
    fn side_frees(&mut self, word: usize) {
        let (side, men) = (word - 1, self.head(word));
        if self.rel(word) != Rel::Amod
            || men <= word
            || self.rel(men) != Rel::Ccomp
            || !self.has(men, &[Rel::Mark])
            || !self.is_nominal(side)
            || self.head(side) != men
            || self.has(men, &[Rel::Cop, Rel::Nsubj])
        {
            return;
        }
        self.becomes_verb(word, Xpos::Vbp);
        self.attach(word, self.head(men), Rel::Ccomp);
        self.attach(men, word, Rel::Obj);
        self.attach(side, word, Rel::Nsubj);
        for child in self.children(men).collect::<Vec<_>>() {
            if child < side {
                let marks = matches!(self.rel(child), Rel::Mark | Rel::Punct | Rel::Cc);
                let to = if marks { word } else { side };
                self.attach(child, to, self.rel(child));
            }
        }
    }

    /// "is willing to free 60 prisoners": behind a word of readiness "to free" is a verb, not "to" some that are free.
    pub(super) fn freeing(&mut self) {
        for word in self.sentence.clone() {
            if word < self.sentence.start + 2 || !self.could_free(word) {
                continue;
            }
            if self.forms[word] == "free" {
                self.freed_men(word);
                self.side_frees(word);
            }
            let mark = word - 1;
            let thing = self.head(mark);
            if self.forms[mark] != "to" || thing <= word {
                continue;
            }
            let ready = self.head(thing);
            let is_ready = ready == word - 2
                && (READY.contains(&self.forms[ready]) || ASKING.contains(&self.forms[ready]));
            // "appealed to Karsk to free ten men"
            let asks =
                ready < mark && self.rel(thing) == Rel::Obl && ASKING.contains(&self.forms[ready]);
            if !is_ready && !asks {
                continue;
            }
            self.becomes_verb(word, Xpos::Vb);
            self.syntax.tags.upos[mark] = Upos::Part;
            self.syntax.tags.xpos[mark] = Xpos::To;
            self.attach(word, ready, Rel::Xcomp);
            self.attach(mark, word, Rel::Mark);
            self.attach(thing, word, Rel::Obj);
            // "urging both to free the staff": who is urged.
            for child in self.children(thing).collect::<Vec<_>>() {
                if child < mark && self.rel(child) == Rel::Det {
                    self.attach(child, ready, Rel::Obj);
                }
            }
        }
    }

    /// "free", or "second" and its like before an article, a number or an owner: a verb, if "to" stands before it.
    fn could_free(&self, word: usize) -> bool {
        let next = word + 1;
        match self.forms[word] {
            "free" => self.upos(word) == Upos::Adj,
            "second" | "lower" | "clear" | "open" | "empty" | "double" | "secure" | "better" => {
                matches!(self.upos(word), Upos::Adj | Upos::Adv)
                    && next < self.sentence.end
                    && (matches!(self.upos(next), Upos::Num | Upos::Det)
                        || self.xpos(next) == Xpos::PrpPoss)
            }
            _ => false,
        }
    }
}

/// Words that an infinitive follows.
const READY: &[&str] = &[
    "able",
    "eager",
    "prepared",
    "ready",
    "reluctant",
    "unable",
    "unwilling",
    "willing",
];

/// Verbs of asking somebody to do something.
const ASKING: &[&str] = &[
    "appealed",
    "appeals",
    "asked",
    "asks",
    "urged",
    "urges",
    "called",
    "calls",
    "told",
    "ordered",
    "begged",
    "pressed",
    "pleaded",
    "agreed",
    "promised",
    "offered",
    "pledged",
    "ask",
    "asking",
    "urge",
    "urging",
    "call",
    "calling",
    "agree",
    "agrees",
    "promise",
    "promises",
    "offer",
    "offers",
    "offering",
    "vowed",
    "vows",
    "undertook",
    "proposed",
    "proposes",
    "volunteered",
    "wants",
    "want",
    "wanted",
];

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn what_is_handed_over_is_an_object() {
        let tree = "Orveth/PROPN/NNP/2/nsubj offered/VERB/VBD/0/root to/ADP/IN/4/case hand/NOUN/NN/2/obl \
                    over/ADP/IN/7/case the/DET/DT/7/det maps/NOUN/NNS/2/obl ./PUNCT/./2/punct";
        assert_eq!(
            mended(tree),
            "Orveth-2-nsubj offered-0-root to-4-mark hand-2-xcomp over-4-compound:prt the-7-det maps-4-obj .-2-punct"
        );
    }

    #[test]
    fn a_hand_with_an_article_stays_a_noun() {
        let tree = "Orveth/PROPN/NNP/2/nsubj lent/VERB/VBD/0/root a/DET/DT/4/det hand/NOUN/NN/2/obj \
                    over/ADP/IN/7/case the/DET/DT/7/det maps/NOUN/NNS/2/obl ./PUNCT/./2/punct";
        assert_eq!(
            mended(tree),
            "Orveth-2-nsubj lent-0-root a-4-det hand-2-obj over-7-case the-7-det maps-2-obl .-2-punct"
        );
    }

    #[test]
    fn behind_readiness_to_free_is_a_verb() {
        let tree = "Orveth/PROPN/NNP/3/nsubj is/AUX/VBZ/3/cop willing/ADJ/JJ/0/root to/ADP/IN/6/case \
                    free/ADJ/JJ/6/amod prisoners/NOUN/NNS/3/obl ./PUNCT/./3/punct";
        assert_eq!(
            mended(tree),
            "Orveth-3-nsubj is-3-cop willing-0-root to-5-mark free-3-xcomp prisoners-5-obj .-3-punct"
        );
    }
}
