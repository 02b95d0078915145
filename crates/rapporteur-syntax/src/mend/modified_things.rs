//! Things whose first word the network took for a verb or a preposition: "wants reserved seats", "demanded at least 40
//! boats", "rejected make-up days", "agreed to binding arbitration".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

/// Words in -ing that describe what is agreed.
const LASTING: &[&str] = &[
    "binding",
    "rotating",
    "lasting",
    "standing",
    "existing",
    "remaining",
    "matching",
    "ongoing",
    "sweeping",
    "outstanding",
    "running",
    "fishing",
    "mining",
    "drilling",
    "grazing",
    "landing",
    "shipping",
    "drinking",
    "working",
    "operating",
    "voting",
];

/// Particles of nouns like "make-up" and "buy-back".
const PARTICLES: &[&str] = &[
    "up", "off", "out", "down", "in", "back", "on", "over", "through", "away", "aside",
];

/// Stems of verbs of asking, refusing and favouring that cannot do without a thing.
const NEED_A_THING: &[&str] = &[
    "want", "demand", "support", "favour", "favor", "oppos", "reject", "prefer", "seek", "sought",
    "propos", "suggest", "welcom", "back", "endors", "request", "dislik", "need", "resist",
    "criti", "offer", "requir", "defend", "advocat",
];

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn modified_things(&mut self) {
        for word in self.sentence.clone().skip(1) {
            match self.xpos(word) {
                Xpos::Vbn => self.reserved_seats(word),
                Xpos::Vbg => self.binding_arbitration(word),
                Xpos::Vbd => self.opposes_reserved(word),
                Xpos::In | Xpos::Rp => self.at_least(word),
                _ => {}
            }
            if self.forms[word] == "-" {
                self.make_up_days(word);
            }
            if self.rel(word) == Rel::OblUnmarked {
                self.shorter_hours(word);
                self.the_longer_day(word);
            }
        }
    }

    /// "wants reserved seats": no participle of a passive has an object.
    fn reserved_seats(&mut self, participle: usize) {
        let seats = participle + 1;
        let verb = self.head(participle);
        let bare = seats < self.sentence.end
            && matches!(self.rel(participle), Rel::Xcomp | Rel::Ccomp | Rel::Acl)
            && verb + 1 == participle
            && self.upos(verb) == Upos::Verb
            && self.head(seats) == participle
            && matches!(self.rel(seats), Rel::Obj | Rel::OblUnmarked)
            && matches!(self.xpos(seats), Xpos::Nns | Xpos::Nn)
            && !self.has(participle, SUBJECTS)
            && !self.has(participle, &[Rel::Aux, Rel::AuxPass, Rel::Mark])
            && !self.has(verb, &[Rel::Obj])
            // "cross examined witnesses and had them break down"
            && self.children(participle).all(|child| child <= seats);
        if bare {
            self.describe(participle, seats, verb, Rel::Obj);
        }
    }

    /// "agreed to binding arbitration": a word that describes it, and no deed.
    fn binding_arbitration(&mut self, word: usize) {
        let thing = word + 1;
        let verb = self.head(word);
        if thing >= self.sentence.end
            || !LASTING.contains(&self.forms[word])
            || self.head(thing) != word
            || self.rel(thing) != Rel::Obj
            || !matches!(self.xpos(thing), Xpos::Nns | Xpos::Nn)
            || !matches!(
                self.rel(word),
                Rel::Advcl | Rel::Xcomp | Rel::Acl | Rel::Obl
            )
        {
            return;
        }
        let case = (self.children(word))
            .find(|&case| case < word && matches!(self.rel(case), Rel::Case | Rel::Mark));
        let rel = if case.is_some() { Rel::Obl } else { Rel::Obj };
        self.describe(word, thing, verb, rel);
        if let Some(case) = case {
            self.attach(case, thing, Rel::Case);
        }
    }

    /// The word describes the thing, which stands as that to the verb above.
    fn describe(&mut self, word: usize, thing: usize, verb: usize, rel: Rel) {
        self.attach(thing, verb, rel);
        self.attach(word, thing, Rel::Amod);
        for child in self.children(word).collect::<Vec<_>>() {
            let to = if child > thing { verb } else { thing };
            self.attach(child, to, self.rel(child));
        }
    }

    /// "Karsk opposes reserved seats", with "opposes" for a noun: the name favours or opposes.
    fn opposes_reserved(&mut self, reserved: usize) {
        let (sides, seats) = (reserved - 1, reserved + 1);
        if self.rel(reserved) != Rel::Root
            || sides <= self.sentence.start
            || seats >= self.sentence.end
            || self.xpos(sides) != Xpos::Nns
            || self.head(sides) != reserved
            || !self.sides(sides)
            || self.head(seats) != reserved
            || self.rel(seats) != Rel::Obj
            || !matches!(self.xpos(seats), Xpos::Nns | Xpos::Nn)
        {
            return;
        }
        let name = (self.children(sides))
            .filter(|&name| self.rel(name) == Rel::Compound && name < sides)
            .last();
        let Some(name) = name.filter(|&name| self.upos(name) == Upos::Propn) else {
            return;
        };
        self.becomes_verb(sides, Xpos::Vbz);
        self.attach(sides, sides, Rel::Root);
        self.attach(name, sides, Rel::Nsubj);
        self.syntax.tags.xpos[reserved] = Xpos::Vbn;
        let rest: Vec<usize> = (self.children(reserved))
            .filter(|&child| child != seats)
            .collect();
        self.attach(seats, sides, Rel::Obj);
        self.attach(reserved, seats, Rel::Amod);
        for child in rest {
            self.attach(child, sides, self.rel(child));
        }
    }

    /// "demanded at least 40 boats", "wants up to 40 boats": how many, and no preposition.
    fn at_least(&mut self, at: usize) {
        let (least, number) = (at + 1, at + 2);
        if number >= self.sentence.end
            || !matches!(
                (self.forms[at], self.forms[least]),
                ("at", "least" | "most") | ("up", "to")
            )
            || self.upos(number) != Upos::Num && self.upos(number) != Upos::Sym
        {
            return;
        }
        let case = if self.forms[at] == "up" { least } else { at };
        let thing = match self.rel(number) {
            Rel::Nummod => self.head(number),
            _ => number,
        };
        let verb = self.head(thing);
        let only = self.rel(thing) == Rel::Obl
            && thing >= number
            && verb + 1 == at
            && self.upos(verb) == Upos::Verb
            && !self.has(verb, &[Rel::Obj])
            && [thing, number, least].contains(&self.head(case));
        if only {
            self.attach(thing, verb, Rel::Obj);
            self.attach(least, number, Rel::Advmod);
            self.attach(at, least, Rel::Case);
        }
    }

    /// "rejected make-up days": a verb and its particle with a hyphen between are a noun.
    fn make_up_days(&mut self, hyphen: usize) {
        let (make, up, days) = (hyphen - 1, hyphen + 1, hyphen + 2);
        if days >= self.sentence.end
            || !PARTICLES.contains(&self.forms[up])
            || self.upos(make) != Upos::Verb
            || self.head(days) != make
            || self.rel(days) != Rel::Obj
            || self.has(make, SUBJECTS)
        {
            return;
        }
        let (verb, rel) = (self.head(make), self.rel(make));
        if verb >= make {
            return;
        }
        let rel = match rel {
            Rel::Xcomp | Rel::Ccomp | Rel::Advcl => Rel::Obj,
            other => other,
        };
        self.syntax.tags.upos[make] = Upos::Noun;
        self.syntax.tags.xpos[make] = Xpos::Nn;
        self.attach(days, verb, rel);
        self.attach(make, days, Rel::Compound);
        self.attach(hyphen, make, Rel::Punct);
        self.attach(up, make, Rel::Compound);
        for child in self.children(make).collect::<Vec<_>>() {
            if child > days {
                self.attach(child, verb, self.rel(child));
            }
        }
    }

    /// "proposed shorter hours": hours that are described are proposed, and tell not how long.
    fn shorter_hours(&mut self, hours: usize) {
        let verb = self.head(hours);
        let described = (self.children(hours)).any(|how| {
            self.rel(how) == Rel::Amod
                && (self.xpos(how) == Xpos::Jjr
                    || matches!(self.forms[how], "extended" | "flexible" | "fixed" | "fewer"))
        });
        if described
            && verb < hours
            && self.upos(verb) == Upos::Verb
            && !self.has(hours, &[Rel::Nummod, Rel::Det])
            && !self.has(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
            && matches!(
                self.forms[hours],
                "hours" | "days" | "weeks" | "shifts" | "terms"
            )
        {
            self.attach(hours, verb, Rel::Obj);
        }
    }

    /// "welcomes the longer day", "rejects July": behind a verb that cannot do without a thing a span is the thing, and
    /// tells not how long.
    fn the_longer_day(&mut self, span: usize) {
        let verb = self.head(span);
        let form = self.forms[verb].to_lowercase();
        let needs = NEED_A_THING.iter().any(|stem| form.starts_with(stem));
        if !needs
            || self.upos(verb) != Upos::Verb
            || !matches!(self.xpos(span), Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Cd)
            || self.has(
                verb,
                &[
                    Rel::Obj,
                    Rel::Iobj,
                    Rel::Ccomp,
                    Rel::Xcomp,
                    Rel::Obl,
                    Rel::AuxPass,
                ],
            )
        {
            return;
        }
        let first = verb + 1;
        // "rejects July", "welcomes 2028"
        let bare = first == span && matches!(self.xpos(span), Xpos::Nnp | Xpos::Cd);
        let told = bare
            || first < span
                && self.head(first) == span
                && matches!(
                    self.forms[first],
                    "the"
                        | "a"
                        | "an"
                        | "another"
                        | "any"
                        | "no"
                        | "such"
                        | "both"
                        | "either"
                        | "neither"
                );
        // "the last year", "the day before": when it was.
        let dated = (first..span)
            .any(|word| matches!(self.forms[word], "last" | "next" | "same" | "previous"))
            || self.forms.get(span + 1).is_some_and(|next| {
                matches!(
                    *next,
                    "before" | "after" | "ago" | "earlier" | "later" | "that" | "he" | "she" | "it"
                )
            });
        if told && !dated {
            self.attach(span, verb, Rel::Obj);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::mended;

    #[test]
    fn seats_that_are_reserved_are_wanted() {
        let tree = "Karsk/PROPN/NNP/2/nsubj wants/VERB/VBZ/0/root reserved/VERB/VBN/2/xcomp seats/NOUN/NNS/3/obj \
                    ./PUNCT/./2/punct";
        assert_eq!(
            mended(tree),
            "Karsk-2-nsubj wants-0-root reserved-4-amod seats-2-obj .-2-punct"
        );
        let tree = "Karsk/PROPN/NNP/2/nsubj demanded/VERB/VBD/0/root at/ADP/IN/4/case least/ADJ/JJS/5/nmod \
                    40/NUM/CD/6/nummod boats/NOUN/NNS/2/obl ./PUNCT/./2/punct";
        assert!(mended(tree).contains("boats-2-obj"));
    }

    #[test]
    fn a_span_behind_a_verb_that_needs_a_thing_is_the_thing() {
        let tree = "Karsk/PROPN/NNP/2/nsubj supports/VERB/VBZ/0/root the/DET/DT/5/det shorter/ADJ/JJR/5/amod \
                    week/NOUN/NN/2/obl:unmarked ./PUNCT/./2/punct";
        assert!(mended(tree).contains("week-2-obj"));
        let tree = "Karsk/PROPN/NNP/2/nsubj opposed/VERB/VBD/0/root the/DET/DT/5/det same/ADJ/JJ/5/amod \
                    day/NOUN/NN/2/obl:unmarked ./PUNCT/./2/punct";
        assert!(mended(tree).contains("day-2-obl:unmarked"));
    }

    #[test]
    fn who_has_seats_reserved_still_has() {
        let tree = "Karsk/PROPN/NNP/2/nsubj had/VERB/VBD/0/root seats/NOUN/NNS/2/obj reserved/VERB/VBN/2/xcomp \
                    ./PUNCT/./2/punct";
        assert!(mended(tree).contains("reserved-2-xcomp"));
    }
}
