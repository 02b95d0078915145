//! Verbs of liking and of taking sides that the network lost: "is wary of a sale and leans towards a loan", "an idea the Greens
//! like very much", "It objected, however, to the levy"; and speakers with a clause of their own: ", two people who attended
//! the meeting said".

use super::Tree;
use super::speakers::TELLING;
use crate::{Rel, Upos, Xpos};

/// Verbs of going over to a side, which are nouns too.
const LEANING: &[&str] = &[
    "leans",
    "edges",
    "tilts",
    "veers",
    "drifts",
    "inclines",
    "moves",
    "gravitates",
    "swings",
    "objects",
];

/// Verbs without an object, which nothing is done to.
const NEVER_DONE: &[&str] = &[
    "objected",
    "demurred",
    "concurred",
    "balked",
    "baulked",
    "dissented",
    "reacted",
    "replied",
    "hesitated",
    "bristled",
    "abstained",
    "insisted",
    "responded",
];

/// The longest speaker with a clause of its own, in words.
const LONGEST: usize = 18;

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn leanings(&mut self) {
        for word in self.sentence.clone().skip(1) {
            self.and_leans(word);
            self.they_like(word);
            self.never_done(word);
            self.as_long(word);
            self.speaker_with_clause(word);
        }
    }

    /// "is wary of a sale and | leans towards a loan": goes with the predicate.
    fn and_leans(&mut self, word: usize) {
        let next = word + 1;
        if self.upos(word) != Upos::Noun
            || self.xpos(word) != Xpos::Nns
            || !LEANING.contains(&self.forms[word])
            || next + 1 >= self.sentence.end
            || !matches!(self.forms[word - 1], "and" | "but")
            || !matches!(self.forms[next], "towards" | "toward" | "to" | "against")
        {
            return;
        }
        // The predicate above the noun that it was joined with, with a subject of its own.
        let Some(predicate) = (self.above(word))
            .find(|&above| above < word && self.has(above, &[Rel::Nsubj, Rel::NsubjPass]))
        else {
            return;
        };
        let thing = self.head(next);
        self.becomes_verb(word, Xpos::Vbz);
        self.attach(word, predicate, Rel::Conj);
        self.attach(word - 1, word, Rel::Cc);
        if thing > next && self.upos(thing) != Upos::Verb {
            self.attach(thing, word, Rel::Obl);
        }
    }

    /// "an idea | the Greens | like very much", "a notion farmers like best": a clause of the noun.
    fn they_like(&mut self, word: usize) {
        if self.forms[word] != "like"
            || !matches!(self.upos(word), Upos::Intj | Upos::Adp | Upos::Sconj)
            || word + 1 >= self.sentence.end
            || !matches!(
                self.forms[word + 1],
                "very"
                    | "best"
                    | "most"
                    | "more"
                    | "better"
                    | "less"
                    | "least"
                    | "a"
                    | "well"
                    | "."
                    | ","
            )
        {
            return;
        }
        let who = word - 1;
        let plural = matches!(self.xpos(who), Xpos::Nns | Xpos::Nnps)
            || matches!(self.forms[who], "they" | "we" | "both");
        let mut thing = who;
        while thing > self.sentence.start
            && (thing == who || matches!(self.upos(thing), Upos::Det | Upos::Adj | Upos::Propn))
        {
            thing -= 1;
        }
        // "a lot", "like a lot": how much, and nothing else that is like it.
        let much = word + 1;
        let lot = self.forms[much] != "a" || self.forms.get(much + 1) == Some(&"lot");
        if !plural || !lot || self.upos(thing) != Upos::Noun || self.xpos(thing) != Xpos::Nn {
            return;
        }
        let above = self.head(thing);
        // The noun taken for a part of who likes it.
        if (thing + 1..=word).contains(&above) {
            let higher = self.head(above);
            let rel = self.rel(above);
            if higher >= thing && higher <= word + 2 {
                return;
            }
            self.attach(thing, higher, rel);
            for child in self.children(above).collect::<Vec<_>>() {
                if child < thing {
                    self.attach(child, thing, self.rel(child));
                }
            }
        }
        self.becomes_verb(word, Xpos::Vbp);
        self.attach(word, thing, Rel::AclRelcl);
        self.attach(who, word, Rel::Nsubj);
        let end = self.sentence.end;
        let stop = (much..end.min(much + 3))
            .find(|&at| self.upos(at) == Upos::Punct)
            .unwrap_or(much);
        for at in much..stop {
            if self.head(at) <= word || self.head(at) >= stop {
                self.attach(at, word, Rel::Advmod);
            }
        }
    }

    /// "It objected, however, to the levy": somebody did, and nothing was done to it.
    fn never_done(&mut self, word: usize) {
        if self.xpos(word) != Xpos::Vbn
            || !NEVER_DONE.contains(&self.forms[word])
            || self.has(word, &[Rel::Aux, Rel::AuxPass, Rel::Cop, Rel::OblAgent])
        {
            return;
        }
        let subject = (self.children(word)).find(|&subject| self.rel(subject) == Rel::NsubjPass);
        if let Some(subject) = subject {
            self.attach(subject, word, Rel::Nsubj);
            self.syntax.tags.xpos[word] = Xpos::Vbd;
        }
    }

    /// "took an hour to say yes and about | as long to say no": goes with the hour.
    fn as_long(&mut self, word: usize) {
        let next = word + 1;
        if self.forms[word] != "long"
            || self.rel(word) != Rel::Conj
            || next >= self.sentence.end
            || self.forms[word - 1] != "as"
            || self.forms[next] != "to"
        {
            return;
        }
        let takes =
            (self.above(word)).find(|&verb| matches!(self.forms[verb], "took" | "taken" | "takes"));
        let time = takes.and_then(|verb| {
            (self.children(verb)).find(|&time| {
                time > verb && time < word && matches!(self.rel(time), Rel::Obj | Rel::OblUnmarked)
            })
        });
        if let Some(time) = time {
            self.attach(word, time, Rel::Conj);
        }
    }

    /// "…, two people who attended the meeting | said.": the noun that the clause describes speaks.
    fn speaker_with_clause(&mut self, verb: usize) {
        let finite = matches!(self.xpos(verb), Xpos::Vbd | Xpos::Vbz | Xpos::Vbn);
        if !finite
            || !TELLING.contains(&self.forms[verb])
            || self.has(verb, &[Rel::Aux, Rel::AuxPass, Rel::Mark])
        {
            return;
        }
        let first = self.sentence.start;
        let Some(comma) = (first..verb)
            .rev()
            .take(LONGEST)
            .find(|&at| matches!(self.forms[at], "," | "”" | "\""))
        else {
            return;
        };
        let Some(who) = (comma + 2..verb).find(|&at| self.forms[at] == "who") else {
            return;
        };
        let noun = who - 1;
        let inner = (who + 1..verb).find(|&at| self.upos(at) == Upos::Verb);
        let phrase = (comma + 1..noun).all(|at| {
            matches!(
                self.upos(at),
                Upos::Det | Upos::Num | Upos::Adj | Upos::Noun | Upos::Propn
            )
        });
        let before = (first..comma).any(|at| self.is_finite_form(at));
        let Some(inner) = inner.filter(|_| phrase && before && self.upos(noun) == Upos::Noun)
        else {
            return;
        };
        if self.head(noun) == verb && self.rel(noun) == Rel::Nsubj {
            return;
        }
        for word in noun + 1..verb {
            if self.head(word) == verb
                && matches!(self.rel(word), Rel::Nsubj | Rel::NsubjPass | Rel::Obj)
            {
                self.attach(word, inner, Rel::Obl);
            }
        }
        if (noun..verb).contains(&self.head(verb)) {
            let Some(root) = (self.sentence.clone()).find(|&word| self.head(word) == word) else {
                return;
            };
            if root >= comma {
                return;
            }
            self.attach(verb, root, Rel::Parataxis);
        }
        self.attach(inner, noun, Rel::AclRelcl);
        self.give_subject(verb, noun);
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn a_side_is_leant_to() {
        let tree = mended(
            "Karsk/PROPN/NNP/3/nsubj is/AUX/VBZ/3/cop wary/ADJ/JJ/0/root of/ADP/IN/6/case a/DET/DT/6/det \
             sale/NOUN/NN/3/obl and/CCONJ/CC/8/cc leans/NOUN/NNS/6/conj towards/ADP/IN/11/case a/DET/DT/11/det \
             loan/NOUN/NN/8/nmod ./PUNCT/./3/punct",
        );
        assert!(
            tree.contains("leans-3-conj") && tree.contains("loan-8-obl"),
            "{tree}"
        );
    }
}
