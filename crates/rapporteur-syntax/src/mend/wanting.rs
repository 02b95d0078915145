//! Verbs of asking, offering and putting forward that the network lost: "Karsk demands consent before …", "offered to
//! second two judges", "had sought hazard pay", "a formula that weighs distance", "would supply sensors".

use super::Tree;
use super::agreement::SUBJECTS;
use crate::{Rel, Upos, Xpos};

/// Verbs in -s of asking and offering that are plurals too.
const ASKS: &[&str] = &["demands", "requests", "offers", "promises", "pledges"];

/// What befalls demands and offers: behind these nouns, verbs indeed.
const BEFALLS: &[&str] = &[
    "rise",
    "rises",
    "fall",
    "falls",
    "grow",
    "grows",
    "drop",
    "drops",
    "increase",
    "increases",
    "mount",
    "mounts",
    "go",
    "goes",
    "come",
    "comes",
    "vary",
    "varies",
    "remain",
    "remains",
    "stand",
    "stands",
    "lapse",
    "lapses",
    "range",
    "ranges",
    "differ",
    "differs",
    "change",
    "changes",
    "fail",
    "fails",
    "follow",
    "follows",
    "include",
    "includes",
    "seem",
    "seems",
];

/// Verbs whose object pay can be.
const EARNING: &[&str] = &[
    "want",
    "wants",
    "wanted",
    "wanting",
    "seek",
    "seeks",
    "sought",
    "seeking",
    "demand",
    "demands",
    "demanded",
    "demanding",
    "offer",
    "offers",
    "offered",
    "offering",
    "promise",
    "promises",
    "promised",
    "get",
    "gets",
    "got",
    "need",
    "needs",
    "needed",
    "request",
    "requests",
    "requested",
    "claim",
    "claims",
    "claimed",
    "propose",
    "proposes",
    "proposed",
    "win",
    "won",
    "owe",
    "owes",
    "owed",
];

/// Verbs that a gerund right behind belongs to.
const TAKE_GERUND: &[&str] = &[
    "propose",
    "proposes",
    "proposed",
    "proposing",
    "suggest",
    "suggests",
    "suggested",
    "suggesting",
    "recommend",
    "recommends",
    "recommended",
    "envisage",
    "envisages",
    "envisaged",
    "oppose",
    "opposes",
    "opposed",
    "favour",
    "favours",
    "favoured",
    "favor",
    "favors",
    "favored",
];

/// Words for groups that are adjectives too.
const GROUPS: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "left",
    "right",
    "centre",
    "center",
    "executive",
    "majority",
    "minority",
    "opposition",
    "local",
    "collective",
    "cooperative",
];

impl Tree<'_> {
    /// Each of the constructions of this file.
    pub(super) fn wanting(&mut self) {
        self.name_that_opens();
        for word in self.sentence.clone().skip(1) {
            match (self.rel(word), self.xpos(word)) {
                (Rel::Nsubj, Xpos::Nns) => self.demands_consent(word),
                (Rel::Nsubj, Xpos::Vb) => self.would_supply(word),
                (Rel::Root, Xpos::Nns) => self.it_requests(word),
                (Rel::Xcomp, Xpos::Vb) if self.forms[word] == "pay" => self.hazard_pay(word),
                (Rel::Amod | Rel::Compound, Xpos::Vbz) => self.that_weighs(word),
                (Rel::Amod, Xpos::Vbn) => self.group_proposed(word),
                (Rel::AclRelcl, _) => self.that_it_be_done(word),
                (Rel::Conj, Xpos::Vbd | Xpos::Vbz) => self.second_verb_of_main(word),
                (Rel::Parataxis, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) => {
                    self.participle_was_aside(word);
                }
                (Rel::Advcl, Xpos::Vbg) => {
                    self.gerund_right_behind(word);
                    self.owned_gerund(word);
                }
                _ => {}
            }
        }
    }

    /// "Rude Holm, who leads it, proposed …": two words with capitals that open a sentence, the second a part of the name
    /// that the first begins.
    fn name_that_opens(&mut self) {
        let (first, second) = (self.sentence.start, self.sentence.start + 1);
        if second >= self.sentence.end
            || self.rel(second) != Rel::Flat
            || self.head(second) != first
            || !self.forms[second].starts_with(char::is_uppercase)
            || !matches!(self.upos(first), Upos::Verb | Upos::Adj | Upos::Adv)
        {
            return;
        }
        for word in [first, second] {
            self.syntax.tags.upos[word] = Upos::Propn;
            self.syntax.tags.xpos[word] = Xpos::Nnp;
        }
    }

    /// "The guild demands consent before a face is scanned": the plural before what could be a verb is itself the verb.
    fn demands_consent(&mut self, asks: usize) {
        let (thing, left) = (self.head(asks), asks - 1);
        if !ASKS.contains(&self.forms[asks])
            || thing <= asks
            || thing > asks + 3
            || self.upos(thing) != Upos::Verb
            || !matches!(self.xpos(thing), Xpos::Vbp | Xpos::Vbz)
            || BEFALLS.contains(&self.forms[thing])
            || !matches!(self.upos(left), Upos::Noun | Upos::Propn)
            || matches!(self.xpos(left), Xpos::Nns)
            || self.has(
                thing,
                &[
                    Rel::Aux,
                    Rel::AuxPass,
                    Rel::Obj,
                    Rel::Xcomp,
                    Rel::Ccomp,
                    Rel::Mark,
                ],
            )
            || self.has(asks, &[Rel::Case, Rel::NmodPoss])
            || !(asks + 1..thing).all(|at| matches!(self.upos(at), Upos::Noun | Upos::Adj))
        {
            return;
        }
        let top = (self.children(asks))
            .find(|&child| child < asks && matches!(self.upos(child), Upos::Noun | Upos::Propn))
            .unwrap_or(left);
        // "A rise in demands": no subject of its own.
        if self.head(top) != asks || self.has(top, &[Rel::Case]) && self.rel(top) == Rel::Nmod {
            return;
        }
        let (above, rel) = (self.head(thing), self.rel(thing));
        self.becomes_verb(asks, Xpos::Vbz);
        let above = if above == thing { asks } else { above };
        self.attach(asks, above, rel);
        for child in self.children(asks).collect::<Vec<_>>() {
            if child < asks && child != left && self.rel(child) != Rel::Punct {
                self.attach(child, left, self.rel(child));
            }
        }
        self.attach(left, asks, Rel::Nsubj);
        self.syntax.tags.upos[thing] = Upos::Noun;
        self.syntax.tags.xpos[thing] = match self.xpos(thing) {
            Xpos::Vbz => Xpos::Nns,
            _ => Xpos::Nn,
        };
        self.attach(thing, asks, Rel::Obj);
        for child in self.children(thing).collect::<Vec<_>>() {
            let rel = self.rel(child);
            if child < asks || rel == Rel::Punct && child + 1 == self.sentence.end {
                self.attach(child, asks, rel);
            } else if child < thing {
                self.attach(child, thing, Rel::Compound);
            } else if matches!(rel, Rel::Obl | Rel::Nmod) {
                let of = (self.children(child))
                    .any(|case| matches!(self.forms[case], "to" | "of" | "for" | "from" | "on"));
                match of {
                    true => self.attach(child, thing, Rel::Nmod),
                    false => self.attach(child, asks, Rel::Obl),
                }
            } else if matches!(rel, Rel::Advcl | Rel::Parataxis | Rel::Advmod) {
                self.attach(child, asks, rel);
            }
        }
    }

    /// "It requests that the word appear in the title": a pronoun, and what is requested.
    fn it_requests(&mut self, asks: usize) {
        let it = asks - 1;
        if !ASKS.contains(&self.forms[asks])
            || !matches!(self.forms[it].to_lowercase().as_str(), "it" | "he" | "she")
            || self.head(it) != asks
            || self.has(asks, &[Rel::Cop, Rel::Aux])
        {
            return;
        }
        self.becomes_verb(asks, Xpos::Vbz);
        self.attach(it, asks, Rel::Nsubj);
        let clause = (self.children(asks)).find(|&clause| {
            clause > asks && matches!(self.rel(clause), Rel::Ccomp | Rel::Acl | Rel::AclRelcl)
        });
        let Some(clause) = clause.filter(|_| self.forms.get(asks + 1) == Some(&"that")) else {
            self.turn_complements(asks);
            return;
        };
        self.attach(clause, asks, Rel::Ccomp);
        self.attach(asks + 1, clause, Rel::Mark);
        let subject =
            (self.children(asks)).find(|&at| at > asks + 1 && at < clause && self.is_nominal(at));
        if let Some(subject) = subject.filter(|_| !self.has(clause, SUBJECTS)) {
            self.attach(subject, clause, Rel::Nsubj);
        }
    }

    /// "Karsk, a contractor, would supply sensors free": what would be done is no subject of a noun in "s".
    fn would_supply(&mut self, verb: usize) {
        let thing = self.head(verb);
        if thing != verb + 1
            || self.xpos(thing) != Xpos::Vbz
            || !(self.children(verb)).any(|aux| self.xpos(aux) == Xpos::Md && aux < verb)
            || !self.has(verb, SUBJECTS)
            || self.has(thing, &[Rel::Aux, Rel::Obj, Rel::Xcomp, Rel::Ccomp])
        {
            return;
        }
        let (above, rel) = (self.head(thing), self.rel(thing));
        self.syntax.tags.upos[thing] = Upos::Noun;
        self.syntax.tags.xpos[thing] = Xpos::Nns;
        self.attach(verb, if above == thing { verb } else { above }, rel);
        self.attach(thing, verb, Rel::Obj);
        for child in self.children(thing).collect::<Vec<_>>() {
            self.attach(child, verb, self.rel(child));
        }
    }

    /// "had sought hazard pay", "wants eleven months' pay": behind what describes it, pay is a thing.
    fn hazard_pay(&mut self, pay: usize) {
        let verb = self.head(pay);
        let described = (self.children(pay)).any(|child| {
            child + 1 == pay
                && (matches!(self.rel(child), Rel::Compound | Rel::Amod | Rel::Advmod)
                    || self.forms[child] == "'")
                || child < pay && self.rel(child) == Rel::NmodPoss
        });
        if !described
            || verb >= pay
            || !EARNING.contains(&self.forms[verb])
            || self.has(pay, &[Rel::Mark, Rel::Aux])
            || self.has(pay, SUBJECTS)
        {
            return;
        }
        self.syntax.tags.upos[pay] = Upos::Noun;
        self.syntax.tags.xpos[pay] = Xpos::Nn;
        self.attach(pay, verb, Rel::Obj);
        for child in self.children(pay).collect::<Vec<_>>() {
            match self.rel(child) {
                Rel::Advmod if child < pay => self.attach(child, pay, Rel::Amod),
                Rel::Obj if self.has(child, &[Rel::Cc]) => self.attach(child, pay, Rel::Conj),
                _ => {}
            }
        }
    }

    /// "a formula that weighs distance": between "that" and a bare noun a verb in "s".
    fn that_weighs(&mut self, verb: usize) {
        let (thing, that) = (self.head(verb), verb - 1);
        if thing <= verb
            || that <= self.sentence.start
            || !matches!(self.forms[that], "that" | "which")
            || self.xpos(that) != Xpos::Wdt
            || !matches!(self.upos(that - 1), Upos::Noun | Upos::Propn)
        {
            return;
        }
        let noun = that - 1;
        self.attach(verb, noun, Rel::AclRelcl);
        self.attach(that, verb, Rel::Nsubj);
        self.attach(thing, verb, Rel::Obj);
    }

    /// "a request that dividends be suspended": of two subjects the first is the conjunction, and the clause tells what is
    /// requested.
    fn that_it_be_done(&mut self, verb: usize) {
        let noun = self.head(verb);
        let that = noun + 1;
        let is_subject = |at: usize| SUBJECTS.contains(&self.rel(at));
        let two = that < verb
            && self.forms[that] == "that"
            && self.head(that) == verb
            && is_subject(that)
            && (self.children(verb)).any(|at| at > that && at < verb && is_subject(at));
        if !two || !self.is_nominal(noun) {
            return;
        }
        self.syntax.tags.upos[that] = Upos::Sconj;
        self.syntax.tags.xpos[that] = Xpos::In;
        self.attach(that, verb, Rel::Mark);
        self.attach(verb, noun, Rel::Acl);
    }

    /// "The north proposed 29 percent.": a group, and no adjective of what it proposed.
    fn group_proposed(&mut self, verb: usize) {
        let (thing, group) = (self.head(verb), verb - 1);
        let the = group.wrapping_sub(1);
        if self.rel(thing) != Rel::Root
            || thing <= verb
            || the != self.sentence.start
            || self.upos(the) != Upos::Det
            || !GROUPS.contains(&self.forms[group])
            || !self.forms[verb].ends_with("ed")
            || !self.is_closed()
            || self.has(thing, SUBJECTS)
            || self.has(thing, &[Rel::Cop, Rel::Aux])
        {
            return;
        }
        self.becomes_verb(verb, Xpos::Vbd);
        self.syntax.tags.upos[group] = Upos::Noun;
        self.syntax.tags.xpos[group] = Xpos::Nn;
        self.attach(verb, verb, Rel::Root);
        self.attach(thing, verb, Rel::Obj);
        self.attach(group, verb, Rel::Nsubj);
        self.attach(the, group, Rel::Det);
        let last = self.sentence.end - 1;
        if self.head(last) == thing {
            self.attach(last, verb, Rel::Punct);
        }
    }

    /// "BOLIVIA, home to many, opposed any date and asked for a map": a past joined to a noun before the main verb is
    /// joined to that verb.
    fn second_verb_of_main(&mut self, second: usize) {
        let noun = self.head(second);
        let and = second - 1;
        let Some(main) = (noun + 1..second).find(|&at| self.rel(at) == Rel::Root) else {
            return;
        };
        if self.is_nominal(noun)
            && self.rel(and) == Rel::Cc
            && self.head(and) == second
            && self.xpos(main) == self.xpos(second)
            && self.forms[noun + 1..main].contains(&",")
            && !self.has(second, SUBJECTS)
            && !self.has(noun, &[Rel::Cop])
        {
            self.attach(second, main, Rel::Conj);
        }
    }

    /// "The farmers, camped on the border, demand a law": what is told between the commas is no main verb.
    fn participle_was_aside(&mut self, main: usize) {
        let camped = self.head(main);
        let (comma, subject) = (camped.wrapping_sub(1), camped.wrapping_sub(2));
        if camped >= main
            || self.rel(camped) != Rel::Root
            || !matches!(self.xpos(camped), Xpos::Vbd | Xpos::Vbn)
            || !self.sentence.contains(&subject)
            || self.forms[comma] != ","
            || self.forms[main - 1] != ","
            || self.rel(subject) != Rel::Nsubj
            || self.head(subject) != camped
            || !matches!(self.upos(subject), Upos::Noun | Upos::Propn)
            || self.has(main, SUBJECTS)
            || self.has(camped, &[Rel::Aux, Rel::AuxPass, Rel::Conj, Rel::Ccomp])
            || self.forms[comma + 1..main - 1].contains(&",")
        {
            return;
        }
        self.attach(main, main, Rel::Root);
        self.attach(subject, main, Rel::Nsubj);
        self.syntax.tags.xpos[camped] = Xpos::Vbn;
        self.attach(camped, subject, Rel::Acl);
        for child in self.children(camped).collect::<Vec<_>>() {
            if child < subject || child >= main {
                self.attach(child, main, self.rel(child));
            }
        }
    }

    /// "Karsk, recalling that fish are caught, proposed closing the bank": the gerund belongs to the verb right before it.
    fn gerund_right_behind(&mut self, gerund: usize) {
        let verb = gerund - 1;
        if TAKE_GERUND.contains(&self.forms[verb])
            && self.upos(verb) == Upos::Verb
            && self.head(gerund) != verb
            && !self.has(verb, &[Rel::Obj, Rel::Ccomp, Rel::Xcomp])
            && !self.above(verb).any(|above| above == gerund)
        {
            self.attach(gerund, verb, Rel::Xcomp);
        }
    }

    /// "Karsk's purchasing director offered 4 percent": whose director, and no purchase of one.
    fn owned_gerund(&mut self, gerund: usize) {
        let (verb, noun, owner) = (self.head(gerund), gerund + 1, gerund - 1);
        if verb <= noun
            || self.xpos(owner) != Xpos::Pos
            || self.upos(noun) != Upos::Noun
            || self.head(noun) != gerund
            || self.rel(noun) != Rel::Obj
            || self.has(verb, SUBJECTS)
        {
            return;
        }
        for child in self.children(gerund).collect::<Vec<_>>() {
            if child != noun {
                self.attach(child, noun, self.rel(child));
            }
        }
        self.attach(noun, verb, Rel::Nsubj);
        self.attach(gerund, noun, Rel::Amod);
        // Whose it is may hang on the verb.
        let whose = self.head(owner);
        if whose < gerund && self.head(whose) == verb {
            self.attach(whose, noun, Rel::NmodPoss);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::mend::tests::mended;

    #[test]
    fn who_demands_consent() {
        let tree = "The/DET/DT/2/det guild/NOUN/NN/3/compound demands/NOUN/NNS/4/nsubj consent/VERB/VBP/0/root \
                    before/SCONJ/IN/7/mark it/PRON/PRP/7/nsubj pays/VERB/VBZ/4/advcl ./PUNCT/./4/punct";
        assert_eq!(
            mended(tree),
            "The-2-det guild-3-nsubj demands-0-root consent-3-obj before-7-mark it-7-nsubj pays-3-advcl .-3-punct"
        );
    }

    #[test]
    fn demands_may_rise() {
        let tree = "Wage/NOUN/NN/2/compound demands/NOUN/NNS/3/nsubj rise/VERB/VBP/0/root ./PUNCT/./3/punct";
        assert!(mended(tree).contains("demands-3-nsubj rise-0-root"));
    }

    #[test]
    fn pay_is_had() {
        let tree = "Orveth/PROPN/NNP/3/nsubj had/AUX/VBD/3/aux sought/VERB/VBN/0/root hazard/NOUN/NN/5/compound \
                    pay/VERB/VB/3/xcomp ./PUNCT/./3/punct";
        assert!(mended(tree).contains("hazard-5-compound pay-3-obj"));
    }

    #[test]
    fn what_stands_between_commas_is_no_main_verb() {
        let tree = "Farmers/NOUN/NNS/3/nsubj ,/PUNCT/,/3/punct camped/VERB/VBD/0/root there/ADV/RB/3/advmod \
                    ,/PUNCT/,/3/punct demand/VERB/VBP/3/parataxis a/DET/DT/8/det law/NOUN/NN/6/obj ./PUNCT/./3/punct";
        let tree = mended(tree);
        assert!(
            tree.contains("Farmers-6-nsubj") && tree.contains("demand-0-root"),
            "{tree}"
        );
    }
}
